# /// exercises
# minutes = 40
# ///

# %% [markdown]
# You need: lesson 4, and the Value that you built in lesson 2.
#
# Here each operation of your own engine learns its step backward. Write your code where it says *your code here*. Run
# the cell, then the check below it.
#
# Stuck? `check.plus_times.hint()` gives a question, then a pointer, then nearly the code. After an attempt,
# `check.plus_times.solution()` shows one way.

# %%
import math

from micrograd_lab import draw
from micrograd_lab.checks import lesson_04 as check

# %% [markdown]
# This is your engine so far: a number, what it was made from, and how. New is `_backward`: what this value does when
# its turn comes. A leaf does nothing.
#
# Do you have a class of your own that you like better? Take it. The checks only want `Value(2.0)`, `data`, `grad`,
# and `_backward`, or local derivatives in `partials`, or a `backward()` of its own.


# %%
class Value:
    def __init__(self, data, inputs=(), op=""):
        self.data, self.inputs, self.op = data, inputs, op
        self.grad = 0.0
        self._backward = lambda: None


def value(x):
    return x if isinstance(x, Value) else Value(x)


# %% [markdown]
# ## 4.1 + and *
#
# When `_backward` is called, `out.grad` holds what has arrived from the output. Give each input its share: **slope of
# this operation by that input, times out.grad**, added to what the input has already.


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
# In `x**k` the exponent is a plain number. `relu` hands a positive number on as it is, and makes 0 of all others.


# %% answer="4.2"
def power(self, k):
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
# Minus and division need no `_backward` of their own: make them of operations that you have. A reflected form is for
# a plain number on the left: `2 - a` calls `a.__rsub__(2)`.
#
# The check runs expressions in which one value is used twice, by different operations. There it shows whether every
# `_backward` *adds* what it brings.


# %% answer="4.4"
def negate(self):
    ### BEGIN SOLUTION
    return self * -1
    ### END SOLUTION


def subtract(self, other):
    ### BEGIN SOLUTION
    return self + -value(other)
    ### END SOLUTION


def divide(self, other):
    ### BEGIN SOLUTION
    return self * value(other) ** -1
    ### END SOLUTION


def reflected_add(self, other):
    ### BEGIN SOLUTION
    return self + other
    ### END SOLUTION


def reflected_multiply(self, other):
    ### BEGIN SOLUTION
    return self * other
    ### END SOLUTION


def reflected_subtract(self, other):
    ### BEGIN SOLUTION
    return value(other) - self
    ### END SOLUTION


def reflected_divide(self, other):
    ### BEGIN SOLUTION
    return value(other) / self
    ### END SOLUTION


Value.__neg__, Value.__sub__, Value.__truediv__ = negate, subtract, divide
Value.__radd__, Value.__rmul__ = reflected_add, reflected_multiply
Value.__rsub__, Value.__rtruediv__ = reflected_subtract, reflected_divide

# %% check="4.4"
check.all_together(Value)

# %% [markdown]
# See your engine at work. Each value's turn comes after those that use it: here you say whose turn it is.

# %%
a = Value(2.0)
square = a * a
y = square + a
y.grad = 1.0
for v in (y, square):
    v._backward()
draw.graph(y)

# %% [markdown]
# `a` should say 5: 2 a along the product, and 1 along the sum.
#
# ## 4.5 Which reuse their output?
#
# Some operations can read their slope off the output: by a sum, a product or a comparison, with no other function and
# without x. Then backward is cheaper, and nothing else has to be kept. Which of these?
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
