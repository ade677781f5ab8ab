# /// exercises
# minutes = 40
# ///

# %% [markdown]
# You need: lesson 4, and the Value that you built in exercise 2.
#
# In the lesson, a gear and an exp got their step back. Here your own operations get theirs. Write your code where it
# says *your code here*. Run the cell, then the check below it: what passes is kept in your `mine.py`, and lesson 5 goes
# on with it.
#
# Stuck? Make a cell of your own (press Esc, then b) and run `check.plus_times.hint()` in it: it gives a question, then
# a pointer, then nearly the code. After an attempt, `check.plus_times.solution()` shows one way.

# %%
import math

from micrograd_lab import draw, mine
from micrograd_lab.checks import lesson_04 as check

Value = mine.Value


def value(x):
    return x if isinstance(x, Value) else Value(x)


# %% [markdown]
# That is your class, as it stands in your file. A leaf was made by no operation, so when its turn comes, it does
# nothing.

# %%
Value._backward = lambda self: None

# %% [markdown]
# ## 4.1 + and *
#
# When `_backward` is called, `out.grad` holds what has arrived from the output. Give each input what it is due: the
# slope of this operation by that input, times `out.grad`, added to what the input has already. One input may be both:
# in `a + a` it gets something twice.


# %% answer="4.1"
def add(self, other):
    other = value(other)
    out = Value(self.data + other.data, (self, other), "+")

    def _backward():
        ### BEGIN SOLUTION
        self.grad += out.grad
        other.grad += out.grad
        ### END SOLUTION

    out._backward = _backward
    return out


def multiply(self, other):
    other = value(other)
    out = Value(self.data * other.data, (self, other), "*")

    def _backward():
        ### BEGIN SOLUTION
        self.grad += other.data * out.grad
        other.grad += self.data * out.grad
        ### END SOLUTION

    out._backward = _backward
    return out


Value.__add__, Value.__mul__ = add, multiply

# %% check="4.1"
check.plus_times(Value)

# %% [markdown]
# One step by hand. `out` gets its 1, its turn comes, and `a` and `b` have theirs.

# %%
a, b = Value(2.0), Value(-3.0)
out = a * b
out.grad = 1.0
out._backward()
print(a.grad, b.grad)

# %% [markdown]
# ## 4.2 Powers and relu
#
# In `x**k` the exponent is a plain number, and what you refused in exercise 2 is refused here too. `relu` hands a
# positive number on as it is, and makes 0 of all others.


# %% answer="4.2"
def power(self, k):
    if not isinstance(k, (int, float)):
        raise TypeError("the exponent must be a plain number.")
    if self.data < 0 and k != int(k):
        raise ValueError("a negative base needs a whole exponent.")
    out = Value(self.data**k, (self,), f"**{k}")

    def _backward():
        ### BEGIN SOLUTION
        self.grad += k * self.data ** (k - 1) * out.grad
        ### END SOLUTION

    out._backward = _backward
    return out


def relu(self):
    out = Value(max(0.0, self.data), (self,), "relu")

    def _backward():
        ### BEGIN SOLUTION
        self.grad += (out.data > 0) * out.grad
        ### END SOLUTION

    out._backward = _backward
    return out


Value.__pow__, Value.relu = power, relu

# %% check="4.2"
check.power_relu(Value)

# %% [markdown]
# ## 4.3 tanh, exp and log
#
# Which of them can use `out.data`, and which needs `self.data`?


# %% answer="4.3"
def tanh(self):
    out = Value(math.tanh(self.data), (self,), "tanh")

    def _backward():
        ### BEGIN SOLUTION
        self.grad += (1 - out.data**2) * out.grad
        ### END SOLUTION

    out._backward = _backward
    return out


def exp(self):
    out = Value(math.exp(self.data), (self,), "exp")

    def _backward():
        ### BEGIN SOLUTION
        self.grad += out.data * out.grad
        ### END SOLUTION

    out._backward = _backward
    return out


def log(self):
    out = Value(math.log(self.data), (self,), "log")

    def _backward():
        ### BEGIN SOLUTION
        self.grad += out.grad / self.data
        ### END SOLUTION

    out._backward = _backward
    return out


Value.tanh, Value.exp, Value.log = tanh, exp, log

# %% check="4.3"
check.functions(Value)

# %% [markdown]
# ## 4.4 All together, on two roads
#
# Nobody has written a step for your class's own minus, and yet it has one: in exercise 2 you made it of operations
# which by now have theirs. A division is made so too, of a product and a power, and that takes three boxes. Here it
# gets a box of its own, so it needs a step of its own. What is the slope of a / b by a? And by b?
#
# The check runs all your operations, also on expressions in which one value is used twice. There it shows whether every
# `_backward` adds what it brings.


# %% answer="4.4"
def divide(self, other):
    other = value(other)
    out = Value(self.data / other.data, (self, other), "/")

    def _backward():
        ### BEGIN SOLUTION
        self.grad += out.grad / other.data
        other.grad += -out.data / other.data * out.grad
        ### END SOLUTION

    out._backward = _backward
    return out


Value.__truediv__ = divide

# %% check="4.4"
check.all_together(Value)

# %% [markdown]
# See your engine at work. Here you say whose turn it is: first that of y, then that of the square. At a = 2 the box `a`
# should end with 5, which is 2a along the product and 1 along the sum.

# %%
a = Value(2.0)
square = a * a
y = square + a
a.label, square.label, y.label = "a", "square", "y"
y.grad = 1.0
for v in (y, square):
    v._backward()
draw.graph(y)

# %% [markdown]
# ## 4.5 Which reuse their output?
#
# Some operations can read their slope off the output, by a sum, a product or a comparison: no other function is needed,
# and no x. Then backward is cheaper, and nothing else has to be kept. Which of these can?
#
# In a class, put your name or id between the quotes of `me`: everyone has their own letters. Alone, leave it empty.

# %%
me = ""  # your name or id, where your teacher has asked for it: then the letters are your own

for letter, operation in check.reuse.given(me).items():
    print(letter, operation)

# %% answer="4.5"
letters = ...  # the letters of those that can, as ["A", "B"]
### BEGIN SOLUTION
letters = ["B", "D", "E"]
### END SOLUTION

# %% check="4.5"
check.reuse(letters, who=me)

# %% [markdown]
# ## Where you stand

# %%
check.summary()
