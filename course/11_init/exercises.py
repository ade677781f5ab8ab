# /// exercises
# minutes = 60
# ///

# %% [markdown]
# You need: the page of lesson 11, and lesson 9 for what a margin is. Nothing here asks for your own engine: all numbers
# are plain ones.
#
# A network can be lost before its first step, by the numbers that it begins with. Here you write a start that keeps the
# signal alive, then an instrument that finds units that have died, and then five networks lie in a ward: none of them
# learns, each for a reason of its own, and you are the doctor. Write your code where it says *your code here*. Run the
# cell, then the check below it.
#
# Stuck? Make a cell of your own (press Esc, then b) and run `check.init.hint()` in it: it gives a question, then a
# pointer, then nearly the code. After an attempt, `check.init.solution()` shows one way.

# %%
import random

from micrograd_lab import live
from micrograd_lab.checks import lesson_11 as check

# %% [markdown]
# ## 11.1 init
#
# A layer has `nout` units, and each of them takes `nin` inputs. Give the weights that it begins with: a list of `nout`
# rows, one for each unit, and in each row `nin` plain numbers, not Values. Tuples do as well as lists.
#
# Every number is drawn for itself, by chance. Above and below 0 are equally likely, so their mean is 0, and their
# spread is the **gain** divided by the square root of `nin`. By spread the standard deviation is meant, the square root
# of the mean square. The gain depends on what stands behind the layer, and `activation` says what that is:
#
# - `"relu"`: the square root of 2, since a ReLU lets only half of the mean square through.
# - `"linear"`: 1, since there is nothing behind it.
# - `"tanh"`: any number from 1 to 5/3, as you like. Practice knows both.
#
# Nothing else is asked for. How the numbers are distributed is up to you: `random.gauss(0, spread)` will do, and so
# will others that have this spread. Python's `random` is meant, and another source is fine too. Don't set a seed inside
# the function, because two layers are to get different numbers. `nin` and `nout` are whole numbers from 1.
#
# The check draws thousands of numbers, and takes a spread that is within a tenth of what is asked.


# %% answer="11.1"
def init(nin, nout, activation):
    """nout rows of nin plain numbers each, with which a layer begins."""
    ### BEGIN SOLUTION
    gain = 2**0.5 if activation == "relu" else 1.0
    return [[random.gauss(0, gain / nin**0.5) for _ in range(nin)] for _ in range(nout)]
    ### END SOLUTION


# %% check="11.1"
check.init(init)

# %% [markdown]
# Thirty layers, each of 32 units and begun by you. What goes in has a spread of about 1. What is left of it?

# %%
random.seed(1)
x = [random.gauss(0, 1) for _ in range(32)]
for layer in range(1, 31):
    rows = init(32, 32, "relu") or []
    x = [max(0.0, sum(w * xi for w, xi in zip(row, x, strict=True))) for row in rows]
    if layer % 10 == 0 and x:
        print("after layer", layer, "the root of the mean square is", round((sum(a * a for a in x) / 32) ** 0.5, 2))

# %% [markdown]
# And here are both ways through your layers, beside the kit's.

# %%
live.signal(init)

# %% [markdown]
# ## 11.2 dead
#
# A ReLU answers 0 where its gate is shut. That is nothing bad: it may be shut for one point and open for the next. But
# a unit that answers 0 to *every* point is **dead**, because no point sends anything back through it, and so none of
# its weights moves.
#
# `outputs[unit][point]` is what a unit of a layer answers to a point: a list with a list for each unit, and in it a
# plain number for each point, 0 or above. Give the numbers of the dead units, counted from 0, in a list, and in any
# order: `[]` where none is dead. There is at least one unit and one point. What you are given stays as it is.


# %% answer="11.2"
def dead(outputs):
    """The numbers of the units that answer 0 to every point, in a list."""
    ### BEGIN SOLUTION
    return [unit for unit, answers in enumerate(outputs) if all(a == 0 for a in answers)]
    ### END SOLUTION


# %% check="11.2"
check.dead(dead)

# %% [markdown]
# ## 11.3 The ward
#
# Five networks, and none of them learns. Each is to tell four clouds of points apart: two that lie across from each
# other are +1, and the other two -1. No line can do that, and a layer whose units all do the same can't either. So a
# guess has 8 of 16 points right, and one line gets 12.
#
# Here is each of them, with its instruments.

# %%
for name in check.PATIENTS:
    print(check.examine(name))
    print()

# %% [markdown]
# How to read it. In a column for each layer, the last one being the score: the *spread* of what its units answer (the
# root of the mean square over all units and points); how many of its units are *shut* for every point (relu) or
# *saturated*, which means that every answer is above 0.99 or below -0.99 (tanh); the *gradient*, which is the root of
# the mean square of the loss's slopes by that layer's weights; and how many of its *rows*, which hold a unit's weights,
# differ from each other. On the left stands the spread of the points themselves. Then what happens when it is trained
# as it is: the loss, and how many of its 16 points are right.
#
# Each suffers from one of these seven, and from no other. Two of them nobody in the ward has.
#
# - `"equal rows"`: all units of a layer have the same weights, so that they do the same for ever
# - `"weights too small"`
# - `"weights too large"`
# - `"dead units"`: their biases keep them shut
# - `"inputs too large"`: the coordinates of the points are far above 1
# - `"rate too high"`
# - `"rate too low"`
#
# Write `treat(name, patient)`. It gives two things, the cause, one of the seven texts, and the patient mended. A
# **patient** is a dict:
#
# - `"activation"`: `"relu"` or `"tanh"`, that of all layers but the last, whose one unit is linear
# - `"weights"`: for each layer a list of rows, `weights[layer][unit][input]`
# - `"biases"`: for each layer a list, `biases[layer][unit]`
# - `"rate"`: by how much of the gradient a step moves each number
# - `"points"`: 16 lists of two numbers, and `"labels"`: for each of them -1 or +1
#
# **One operation a patient**: change its weights, or its biases, or its rate, or its points. You may change several
# numbers of that one kind, and all else stays as it was. Points may be moved and scaled, each coordinate by `a * x + b`
# with the same `a` and `b` for all points, and `a` above 0. You may change the dict that you are given, or make
# another: what counts is what you give back.
#
# Then it is trained: 200 steps of plain gradient descent on the mean hinge loss of all 16 points. It has recovered when
# after them at least 15 points are right and the loss is below 0.3. In the check the five have the same names and the
# same illnesses, and other numbers. So a cure says what to do, and not which number to write. Each patient counts for
# itself, with its cause and its cure together, and for those that you haven't treated yet you may give `None`. Your
# `init` may be of use, and you need not use it.
#
# `check.patient("Ada")` gives you a patient to look into, and `check.examine("Ada", treat)` her instruments after your
# operation.


# %% answer="11.3"
def treat(name, patient):
    """(cause, patient): what it suffers from, one of the seven texts, and the patient after one operation."""
    ### BEGIN SOLUTION
    if name == "Ben":
        patient["biases"] = [[0.0 for _ in layer] for layer in patient["biases"]]
        return "dead units", patient
    if name == "Cleo":
        patient["rate"] = 0.1
        return "rate too high", patient
    if name == "Dora":
        largest = max(abs(x) for point in patient["points"] for x in point)
        patient["points"] = [[x / largest for x in point] for point in patient["points"]]
        return "inputs too large", patient
    kinds = [patient["activation"]] * (len(patient["weights"]) - 1) + ["linear"]
    patient["weights"] = [
        init(len(rows[0]), len(rows), kind) for rows, kind in zip(patient["weights"], kinds, strict=True)
    ]
    return {"Ada": "equal rows", "Emil": "weights too small"}[name], patient
    ### END SOLUTION


# %% check="11.3"
check.treat(treat)

# %% [markdown]
# The loss told you of each of the five that it doesn't learn. Why, it couldn't say: that is what instruments are for.
#
# ## Where you stand
#
# This is the last lesson that there is for now. What it ended with is still to come: 27 scores, and how likely each is.

# %%
check.summary()
