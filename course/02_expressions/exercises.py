# /// exercises
# minutes = 50
# ///

# %% [markdown]
# You need: lesson 2.
#
# Here you build a class of numbers that remember how they were made. It grows from cell to cell, and it is yours:
# other exercises of this course take it too.
#
# Write your code where it says *your code here*. Run the cell, then the check below it. When you change the class,
# run the cells below it again, so that it gets back what they add.
#
# Stuck? `check.first.hint()` gives a question, then a pointer, then nearly the code. After an attempt,
# `check.first.solution()` shows one way.

# %%
from micrograd_lab import draw
from micrograd_lab.checks import lesson_02 as check

# %% [markdown]
# ## 2.1 + and *
#
# The box is there: a number, what it was made from, and the sign of the operation. Write `+` and `*`. Both sides
# may be Values, and the right side may be a plain number.


# %% answer="2.1"
class Value:
    """A number that remembers the Values it was made from, in `inputs`, and by which operation, in `op`."""

    def __init__(self, data, inputs=(), op=""):
        self.data, self.inputs, self.op = data, inputs, op
        self.grad, self.label = 0.0, ""

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
# See it. `draw.graph` asks your Values for `data`, `inputs` and `op`, and for nothing else.

# %%
a = Value(2.0)
y = a * Value(-3.0)
draw.graph(y) if isinstance(y, Value) else y

# %% [markdown]
# ## 2.2 Numbers on the left
#
# In `3 + a` Python asks the 3 first. It knows no Values, so Python turns to `a.__radd__(3)`. Write both reflected
# methods; the last line gives them to your class. `sum` needs one of them too. Why?


# %% answer="2.2"
def reflected_add(self, other):
    """other + self, where other is a plain number."""
    ### BEGIN SOLUTION
    return self + other
    ### END SOLUTION


def reflected_multiply(self, other):
    """other * self, where other is a plain number."""
    ### BEGIN SOLUTION
    return self * other
    ### END SOLUTION


Value.__radd__, Value.__rmul__ = reflected_add, reflected_multiply

# %% check="2.2"
check.reflected(Value)

# %% [markdown]
# ## 2.3 The whole set
#
# Six more methods. Most are one line, made of `+`, `*` and `**`. Which principle is it? *Say it in operations that you
# have, and the memory comes for free.*
#
# `**` is new: compute it, keep the base. Its exponent is a plain number. **Refuse**, by raising an error with a
# sentence,
#
# - an exponent that is a Value,
# - a negative base with a fractional exponent: Python would give a complex number.


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


def reflected_subtract(self, other):
    """other - self, where other is a plain number."""
    ### BEGIN SOLUTION
    return -self + other
    ### END SOLUTION


def divide(self, other):
    """self / other."""
    ### BEGIN SOLUTION
    return self * other**-1
    ### END SOLUTION


def reflected_divide(self, other):
    """other / self, where other is a plain number."""
    ### BEGIN SOLUTION
    return self**-1 * other
    ### END SOLUTION


def power(self, other):
    """self ** other, where other is a plain number."""
    ### BEGIN SOLUTION
    if not isinstance(other, (int, float)):
        raise TypeError(f"the exponent must be a plain number; got {type(other).__name__}.")
    if self.data < 0 and other != int(other):
        raise ValueError(f"a negative base needs a whole exponent; got {self.data} ** {other}.")
    return Value(self.data**other, (self,), f"**{other}")
    ### END SOLUTION


Value.__neg__, Value.__sub__, Value.__rsub__ = negative, subtract, reflected_subtract
Value.__truediv__, Value.__rtruediv__, Value.__pow__ = divide, reflected_divide, power

# %% check="2.3"
check.rest(Value)

# %% [markdown]
# ## 2.4 Trace a graph
#
# To draw a graph, one must find it: from the output, along `inputs`, down to the leaves. Write `trace(root)`. It gives
# two lists: all **nodes**, each once, and all **edges**, each a pair *(input, result)*. Of `a + a`, one pair is enough.


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
# A learner builds the lecture's graph, and prints it. Each grad is 0.0000. "So nothing matters to L?" they ask.

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
