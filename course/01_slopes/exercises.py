# /// exercises
# minutes = 40
# ///

# %% [markdown]
# You need: lesson 1. Plain Python is enough.
#
# Write your answer where it says *your code here*. Run the cell, then the check below it. The check answers at once,
# and often names the slip.
#
# Stuck? Make a cell of your own (press Esc, then b) and run `check.slope.hint()` in it: it gives a question, then a
# pointer, then nearly the code. After an attempt, `check.slope.solution()` shows one way.

# %%
from math import sin

from micrograd_lab import draw
from micrograd_lab.checks import lesson_01 as check

# %% [markdown]
# ## 1.1 A slope
#
# In the lesson you measured one slope of one function. Now make it a tool: measure the slope of any function `f` at
# any `x`, over the step from `x` to `x + h`. h can be below 0, and then the step goes to the left.


# %% answer="1.1"
def slope(f, x, h):
    """Change of output divided by change of input."""
    ### BEGIN SOLUTION
    change = f(x + h) - f(x)
    return change / h
    ### END SOLUTION


# %% check="1.1"
check.slope(slope)

# %% [markdown]
# ## 1.2 A step to both sides
#
# A step ahead sees the curve on one side of x only, so where the curve bends, it is a little off. The **central
# difference** compares `f` on both sides of `x`, each `h` away: what the one side has too much, the other has too
# little.


# %% answer="1.2"
def central(f, x, h):
    """The slope at x, from x - h to x + h."""
    ### BEGIN SOLUTION
    return (f(x + h) - f(x - h)) / (2 * h)
    ### END SOLUTION


# %% check="1.2"
check.central(central)

# %% [markdown]
# ## 1.3 A gradient by formula
#
# Some slopes need no measuring, because somebody has found a formula for them. Here is a function of three numbers:


# %%
def f(a, b, c):
    return 3 * a**2 - b**3 + 1 / c


f(2.0, 3.0, 4.0)

# %% [markdown]
# Write its three slopes as formulas. For each, look only at the term in which that input stands, since the others hold
# still and do not move f. All you need is that the slope of `x**k` is `k * x**(k - 1)`, also for k = -1, which is 1 /
# x.


# %% answer="1.3"
def gradient(a, b, c):
    """The slopes of f by a, by b and by c, in this order."""
    ### BEGIN SOLUTION
    by_a = 6 * a
    by_b = -3 * b**2
    by_c = -1 / c**2
    return by_a, by_b, by_c
    ### END SOLUTION


# %% check="1.3"
check.gradient(gradient)

# %% [markdown]
# ## 1.4 A gradient by measuring
#
# Few functions are that friendly, and for a network nobody writes such formulas down. But any of them can be measured,
# whatever it is made of and however many inputs it has. `f` is called as `f(*xs)`. Move one input at a time; leave the
# others, and the list `xs` itself, as they are.


# %% answer="1.4"
def partials(f, xs, h=1e-6):
    """The slope of f by each of xs, as a list."""
    ### BEGIN SOLUTION
    slopes = []
    for n in range(len(xs)):
        up, down = list(xs), list(xs)
        up[n] += h
        down[n] -= h
        slopes.append((f(*up) - f(*down)) / (2 * h))
    return slopes
    ### END SOLUTION


# %% check="1.4"
check.partials(partials)

# %% [markdown]
# Formula and measurement know nothing of each other, so if they agree, both are probably right. Do yours, at a = 2, b
# = 3, c = 4?

# %%
for slopes in (gradient(2.0, 3.0, 4.0), partials(f, [2.0, 3.0, 4.0])):
    print(slopes if slopes is None else [round(s, 4) for s in slopes])

# %% [markdown]
# ## 1.5 Five slopes in order
#
# No calculation here: look. In a class, put your name or id between the quotes of `me`: everyone has their own points.
# Alone, leave it empty for the lesson's.

# %%
me = ""
places = check.order.given(me)
draw.curve(lambda x: x + 2 * sin(2 * x), -2.3, 3.3, **places)

# %% [markdown]
# Put the five points in the order of their slopes, the smallest first, in quotes: `"ABCDE"` is their order along x. A
# slope below 0 is smaller than 0.

# %% answer="1.5"
order = ...
### BEGIN SOLUTION
order = sorted(places, key=lambda name: central(lambda x: x + 2 * sin(2 * x), places[name], 1e-6))
### END SOLUTION

# %% check="1.5"
check.order(order, who=me)

# %% [markdown]
# ## 1.6 Downhill
#
# Now let it walk in the dark by itself. Begin at `x` and take so many `steps`. Each is the slope of `f`, measured
# where you then stand, times the learning rate `lr`, and it leads downhill. Give the place where you end. To measure,
# use your own 1.1 or 1.2, with an h of 1e-6.


# %% answer="1.6"
def descend(f, x, lr, steps):
    """The place after so many steps downhill from x."""
    ### BEGIN SOLUTION
    for _ in range(steps):
        x = x - lr * central(f, x, 1e-6)
    return x
    ### END SOLUTION


# %% check="1.6"
check.descend(descend)

# %% [markdown]
# Try it on a dip of your own, and with other rates. Which one gets there in ten steps, and which one leaps out of it?


# %%
def dip(x):
    return (x - 2) ** 2


for lr in (0.01, 0.3, 1.1):
    place = descend(dip, 0.0, lr, 10)
    print(lr, place if place is None else round(place, 3))

# %% [markdown]
# ## Where you stand

# %%
check.summary()
