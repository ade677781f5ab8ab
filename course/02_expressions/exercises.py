# /// exercises
# minutes = 35
# ///

# %% [markdown]
# You need: lesson 2.
#
# Here you build the class that the rest of this course runs on. What passes its check is kept in `mine.py`, a file of
# yours: lesson 4 gives each of its operations a step back, lesson 5 makes it learn, and in lesson 9 it learns the
# moons of the first page. It is plain Python and lies in your folder, beside `lessons` and `exercises`. Before
# each change, the file as it was is put into `mine_older` beside it, and `mine.undo()` brings it back.
#
# Write your code where it says *your code here*, run the cell, then the check below it. When you change the class, run
# the cells below it again, because a class that is made anew has lost what they gave it.
#
# Stuck? Make a cell of your own (press Esc, then b) and run `check.first.hint()` in it: it gives a question, then a
# pointer, then nearly the code. After an attempt, `check.first.solution()` shows one way.

# %%
from micrograd_lab import draw
from micrograd_lab.checks import lesson_02 as check

# %% [markdown]
# ## 2.1 + and *
#
# The lesson's Number could subtract. Yours adds and multiplies, and it has two parts more: `label` is its name, and
# `grad`, which lesson 4 fills, is 0.0 until then. It also takes a plain number on the right, as in `a + 3`. A plain
# number has neither `data` nor a past, so make a Value of whatever is none.


# %% answer="2.1"
class Value:
    """A number that remembers the Values it was made from, in `inputs`, and by which operation, in `op`."""

    def __init__(self, data, inputs=(), op="", label=""):
        self.data, self.inputs, self.op, self.label = data, inputs, op, label
        self.grad = 0.0

    def __repr__(self):
        return f"Value({self.data})"

    def __add__(self, other):
        """self + other."""
        ### BEGIN SOLUTION
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, (self, other), "+")
        ### END SOLUTION

    def __mul__(self, other):
        """self * other."""
        ### BEGIN SOLUTION
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, (self, other), "*")
        ### END SOLUTION


# %% check="2.1"
check.first(Value)

# %% [markdown]
# See it: `draw.graph` asks your Values for `data`, `inputs` and `op`, and for nothing else.

# %%
a = Value(2.0, label="a")
y = a * Value(-3.0, label="b")
draw.graph(y) if isinstance(y, Value) else y

# %% [markdown]
# ## 2.2 A number on the left
#
# In `3 + a` Python asks the 3 first. Since the 3 knows no Values, Python turns to `a.__radd__(3)`, the **reflected**
# method, in which `self` is the one on the right. Write it; the last line gives it to your class. Without it you could
# not even add up a list, because `sum` starts from a plain 0.


# %% answer="2.2"
def reflected_add(self, other):
    """other + self, where other is a plain number."""
    ### BEGIN SOLUTION
    return self + other
    ### END SOLUTION


Value.__radd__ = reflected_add

# %% check="2.2"
check.reflected(Value)

# %% [markdown]
# ## 2.3 The whole set
#
# Four more operations, of a line or two each. Say them in operations that you have, and the memory comes for free. Only
# `**` is new: it keeps its base alone, and its exponent is a plain number. An exponent that is a Value would be
# forgotten, so **refuse** one: it must end in an error with a sentence, yours or one that Python raises by itself.
#
# The other three reflected methods go the way of 2.2, and stand below yours: `2 - a` is `-a + 2`, and `6 / a` is
# `a**-1 * 6`. They need nothing but what you write.


# %% answer="2.3"
def negative(self):
    """-self."""
    ### BEGIN SOLUTION
    return self * -1
    ### END SOLUTION


def subtract(self, other):
    """self - other."""
    ### BEGIN SOLUTION
    return self + -other
    ### END SOLUTION


def divide(self, other):
    """self / other."""
    ### BEGIN SOLUTION
    return self * other**-1
    ### END SOLUTION


def power(self, other):
    """self ** other, where other is a plain number."""
    ### BEGIN SOLUTION
    if isinstance(other, Value):
        raise TypeError("the exponent must be a plain number; got a Value.")
    return Value(self.data**other, (self,), f"**{other}")
    ### END SOLUTION


def reflected_multiply(self, other):
    """other * self, where other is a plain number."""
    return self * other


def reflected_subtract(self, other):
    """other - self, where other is a plain number."""
    return -self + other


def reflected_divide(self, other):
    """other / self, where other is a plain number."""
    return self**-1 * other


Value.__neg__, Value.__sub__, Value.__truediv__, Value.__pow__ = negative, subtract, divide, power
Value.__rmul__, Value.__rsub__, Value.__rtruediv__ = reflected_multiply, reflected_subtract, reflected_divide

# %% check="2.3"
check.rest(Value)

# %% [markdown]
# ## 2.4 Trace a graph
#
# The walk that you mended in the lesson counted boxes. `draw` needs the boxes themselves, and the arrows between them.
# Write `trace(root)`, which gives two lists: all **nodes**, each once, and all **edges**, each a pair *(input,
# result)*. Of `a + a`, one pair is enough, even where the check shows more.


# %% answer="2.4"
def trace(root):
    """All Values below root and root itself, and the pairs (input, result)."""
    ### BEGIN SOLUTION
    nodes, edges = [], []

    def visit(v):
        if v in nodes:
            return
        nodes.append(v)
        for i in v.inputs:
            edges.append((i, v))
            visit(i)

    visit(root)
    return nodes, edges
    ### END SOLUTION


# %% check="2.4"
check.trace(trace)

# %% [markdown]
# That is all a drawing needs: a box for each node, an arrow for each edge. Try yours on a graph of your class.

# %%
y = Value(2.0) * Value(-3.0)
found = trace(y) if isinstance(y, Value) else None
print("nodes and edges:", [len(part) for part in found] if found else "not yet")

# %% [markdown]
# ## 2.5 Bug hunt: only zeros
#
# `grad` is there to say how fast the output grows with a Value. Here a learner has made a graph of the course's own
# Values, and prints what each of them holds. Each grad is 0.0000. "So nothing matters to L?" they ask.

# %%
from micrograd_lab import Value as Ready
from micrograd_lab.graph import values

a, b, c, f = Ready(2.0, "a"), Ready(-3.0, "b"), Ready(10.0, "c"), Ready(-2.0, "f")
e = a * b
d = e + c
L = d * f
for v, name in zip(values(L), "abecdfL", strict=True):
    print(f"{name}  data {v.data:8.4f}  grad {v.grad:.4f}")

# %% [markdown]
# What is wrong? Put one letter in the place of the dots, in quotes: `"A"`, for instance.

# %%
print(check.hunt.show())

# %% answer="2.5"
letter = ...
### BEGIN SOLUTION
letter = "B"
### END SOLUTION

# %% check="2.5"
check.hunt(letter)

# %% [markdown]
# ## Where you stand

# %%
check.summary()
