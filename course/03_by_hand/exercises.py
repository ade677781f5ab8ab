# /// exercises
# minutes = 40
# ///

# %% [markdown]
# You need: lesson 3. No engine is used here, because you are the engine.
#
# Write your answer where it says *your code here*. Run the cell, then the check below it. The check answers at once,
# and often names the slip.
#
# Stuck? Make a cell of your own (press Esc, then b) and run `check.hand.hint()` in it: it gives a question, then a
# pointer, then nearly the answer. After an attempt, `check.hand.solution()` shows one way.

# %%
import math

from micrograd_lab import Value, draw
from micrograd_lab.checks import lesson_03 as check

# %% [markdown]
# ## 3.1 Six gradients
#
# The graph of the lesson, with other numbers: `e = a * b`, then `d = e + c`, then `L = d * f`.
#
# In a class, put your name or id between the quotes of `me`: everyone has their own numbers. Alone, leave it empty.

# %%
me = ""
numbers = check.hand.given(me)
numbers

# %%
a, b, c, f = (Value(number, name) for name, number in numbers.items())
e = a * b
d = e + c
L = d * f
e.label, d.label, L.label = "e", "d", "L"
draw.graph(L)

# %% [markdown]
# How fast does `L` grow with each of these? Put a number in the place of each `...`, from the output to the leaves.
# Paper is allowed, `backward()` is not.

# %% answer="3.1"
grads = {"f": ..., "d": ..., "e": ..., "c": ..., "a": ..., "b": ...}
### BEGIN SOLUTION
grads = {"f": 4.0, "d": -2.0, "e": -2.0, "c": -2.0, "a": 6.0, "b": -4.0}
### END SOLUTION

# %% check="3.1"
check.hand(grads, who=me)

# %% [markdown]
# ## 3.2 A neuron
#
# In the lesson you filled in the neuron at one place. Now write the walk down, so that it can be gone at any place:
# `o = tanh(x1*w1 + x2*w2 + b)`, and what goes into the tanh is called `n`. One line for each gradient is enough, from
# `o` backwards, each local times upstream.


# %% answer="3.2"
def neuron(x1, x2, w1, w2, b):
    """The gradients of o, as {"n": ..., "b": ..., "x1": ..., "w1": ..., "x2": ..., "w2": ...}."""
    ### BEGIN SOLUTION
    o = math.tanh(x1 * w1 + x2 * w2 + b)
    n = 1 - o * o
    return {"n": n, "b": n, "x1": w1 * n, "w1": x1 * n, "x2": w2 * n, "w2": x2 * n}
    ### END SOLUTION


# %% check="3.2"
check.neuron(neuron)

# %% [markdown]
# If the check refuses one and you believe in yours, measure it. Here is the slope of `o` by `b`, at some place:


# %%
def output(x1, x2, w1, w2, b):
    return math.tanh(x1 * w1 + x2 * w2 + b)


h = 1e-6
change = output(0.5, 2.0, 1.0, -0.5, 0.2 + h) - output(0.5, 2.0, 1.0, -0.5, 0.2)
print("measured", round(change / h, 4))
yours = neuron(0.5, 2.0, 1.0, -0.5, 0.2)
print("yours   ", round(yours["b"], 4) if isinstance(yours, dict) else yours)

# %% [markdown]
# ## 3.3 A step of all leaves
#
# What are the gradients good for? Move each of the four leaves by `h` times its own gradient, all of them at once, and
# work out `L` again. Where a gradient is below 0, its leaf moves down.
#
# Before you run it: at the numbers a = 2, b = -3, c = 10, f = -2, `L` is -8. With h = 0.01, will it be -7.3 or -8.7?


# %% answer="3.3"
def stepped(a, b, c, f, h):
    """L = (a * b + c) * f after each of a, b, c and f has moved by h times its gradient."""
    ### BEGIN SOLUTION
    d = a * b + c
    grads = {"a": b * f, "b": a * f, "c": f, "f": d}
    a, b, c, f = a + h * grads["a"], b + h * grads["b"], c + h * grads["c"], f + h * grads["f"]
    return (a * b + c) * f
    ### END SOLUTION


# %% check="3.3"
check.step(stepped)

# %% [markdown]
# ## 3.4 Two roads
#
# `y = (a * b) * (a + b)`. Now `a` and `b` are both used twice, and a product stands on one of the roads. Work it out on
# paper at a = -2 and b = 3 first, and then write a function for any numbers.


# %% answer="3.4"
def two_roads(a, b):
    """The gradients of y with respect to a and b, in this order."""
    ### BEGIN SOLUTION
    product, total = a * b, a + b
    over_product = total  # what arrives at a * b
    over_sum = product  # what arrives at a + b
    return b * over_product + over_sum, a * over_product + over_sum
    ### END SOLUTION


# %% check="3.4"
check.roads(two_roads)

# %% [markdown]
# ## Where you stand

# %%
check.summary()
