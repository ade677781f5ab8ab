# /// lesson
# title = "Keep the signal alive"
# minutes = 40
# afterwards = "begin a network so that its signal arrives, and say of one that doesn't learn what it died of"
# picture = '''
# x = Value(1.0, "x")
# y = 0.5 * (0.5 * (0.5 * x))
# y.label = "y"
# y.backward()
# draw.graph(y)
# '''
# ///

# %% [markdown]
# You need: lessons 9 and 10. What your mine.py doesn't have yet, this page takes from the course, and says so.
#
# At the end of lesson 10 a network sat there with its hidden biases at -10. Every ReLU was shut, and no step of any
# kind helped, because momentum and Adam make much of a gradient, and there was none. So it wasn't the steps. That
# network was lost before the first of them, by the numbers that it began with.
#
# But who begins at -10? Nobody, so here is one that looks harmless. It has to learn the moons of lesson 9, with your
# classes, at the rate that was good there. Its weights lie between -1 and 1 and its biases are 0, as ever. Only, it has
# eight hidden layers where yours had two. How many of 100 points has it right after 200 steps?

# %% jupyter={"source_hidden": true}
import random

from micrograd_lab import draw, live, mine
from micrograd_lab.checks import lesson_11 as check

draw.machine("numbers")

# %%
from micrograd_lab.experiments.own_training import parts_of
from micrograd_lab.experiments.what_if import WhatIf

deep = WhatIf(parts_of(mine), hidden=[16] * 8, steps=200)
print(deep.rights[-1], "of 100")

# %% [markdown]
# As many as a guess. And it isn't bad luck. With eight hidden layers the usual start gets 50 of 100 points right after
# 200 steps, in 30 of 30 tries. Six more layers, and nothing else, have killed it. Today you find out what kills a
# network, and you see a few lines bring this one back. In exercise 11.1 you write them yourself.

# %%
live.warmup("11")

# %% [markdown]
# ## What arrives
#
# A layer takes numbers and gives numbers. What can a later layer learn from them? Only what *differs* from one point to
# the next, and where all numbers are nearly 0, nothing does. So watch their **spread**: how far they lie from 0, as the
# root of the mean of their squares. (For numbers whose mean is 0 that is the standard deviation.)
#
# If it shrinks to nothing on the way, all points look alike at the end. If it grows without measure, the score is in
# the millions, and a step that goes by it throws everything away.
#
# Now what does a unit, one neuron of a layer, do to the spread? It adds up products. So take products of two numbers
# that are drawn with a spread of 1, add up 1 of them, or 100, or 400, and look how far the sums lie from 0.

# %%
chance = random.Random(1)
for nin in (1, 100, 400):
    sums = [sum(chance.gauss(0, 1) * chance.gauss(0, 1) for _ in range(nin)) for _ in range(500)]
    print(nin, "products: a spread of", round((sum(s * s for s in sums) / 500) ** 0.5, 1))

# %% [markdown]
# A hundred products do not make a sum a hundred times as large, because half of them lie above 0 and half below, and
# most of it cancels. But not all does.
#
# ## Complete it: a sum of products
#
# A unit adds up `nin` products. In each of them a weight, drawn with a spread of `w`, is multiplied by an answer of the
# layer below, which has a spread of `x`. All are drawn for themselves, and the weights lie above 0 as often as below.
# What is the spread of the sum?


# %%
def spread_of_sum(nin, w, x):
    return w * x * ...


# %%
check.complete_sum(spread_of_sum)

# %% [markdown]
# So there is one spread of the weights at which a sum of `nin` products is as large as one answer below: what went in
# with a spread of 1 comes out with a spread of 1. It is 1 divided by the root of `nin`. A ReLU behind the layer takes
# away half of the mean square, which divides the spread by the root of 2. So with ReLUs the weights have to be larger
# by the root of 2, and then it comes out even again. This factor is called the **gain**. Call a start with such
# weights the right scale.
#
# ## Thirty layers
#
# Here are thirty layers of 32 ReLUs, one behind the other, all begun at the right scale. The signal goes in on the left
# with a spread of 1, and on the right much of it is still there. Now multiply all the weights by one half, which is no
# great change: a weight of 0.3 becomes 0.15. What will the spread be after each layer?
#
# You draw it as a power of ten: at 1 it is ten, at 0 it is 1, at -1 it is a tenth, and at -3 a thousandth.

# %% jupyter={"source_hidden": true}
signal = live.signal()
halved = live.predict(
    signal,
    question="All weights are halved. The spread after each of 30 layers, as a power of ten?",
    options=live.drawing(0, 30, -12, 2, "layer", "power of ten"),
    outcome=signal.powers(0.5),
    lesson="11",
    name="half the scale",
    within=1.0,
    tried=lambda view: True,
    hidden=True,
    big=True,
    answers=lambda drawn: (
        "Each layer halves what the one before has left, so it is a half thirty times, about a billionth, and on this "
        "scale a straight line. "
        "At half the scale less than a hundred-millionth is left, there and back, in 30 of 30 networks. "
        + (
            "You ended at {end:.1f}: so you may have taken the half once, or a thirtieth for thirty layers. "
            "Nothing is added up here: it is multiplied."
            if drawn[-1][1] > -5
            else "You ended at {end:.1f}."
        ).format(end=drawn[-1][1])
    ),
    giveaways=("about a billionth", "straight line", "hundred-millionth"),
)
halved

# %% [markdown]
# When your curve is committed, drag the *scale*: to 0.5 first, then to 2, and slowly back to 1. The upper band is the
# signal on its way there, and the lower one the gradient on its way back, from the right to the left. Both go through
# the same weights and the same gates, so they fare alike.
#
# 1. In which range of the scale does something arrive at both ends?
# 2. Choose *tanh*, and go to 2 once more. Which of the two bands has changed?

# %% [markdown] {"jp-MarkdownHeadingCollapsed": true}
# ### What you saw
#
# Twice is as bad as a half, for at twice the scale it grows more than ten million times, in 30 of 30. In between
# it is a narrow ridge: at the right scale what arrives is between a hundredth of what went in and twice as much, in 30
# of 30. It isn't the gates that do it, for the scale shuts no ReLU. Some are **dead**, which means shut for every
# point, but they are as many at a half as at twice, in 30 of 30.
#
# With tanh at twice the scale the answers keep their spread and the gradients grow more than ten thousand times, in 30
# of 30. So the way there may look well, and the way back be lost.

# %% [markdown]
# ## Begun anew
#
# **Each layer multiplies the signal by a factor, and the next one multiplies what is left, so only a factor near 1
# lives through many layers.** It is the chain rule of lesson 1 once more: gears in a row multiply.
#
# So what has killed the deep network? Its weights lie between -1 and 1, and that is a spread of 0.58. With 16 inputs
# and a ReLU behind, the right one is the root of 2, divided by the root of 16: 0.35. So each hidden layer but the
# first, which has only two inputs, makes the signal 1.6 times as large, and seven of them in a row some thirty times.
# The gradient grows alike on its way back. A rate that was good for two layers is then far too large.
# At a tenth of it the same start gets some 99 of 100 right, so a smaller rate would save this network too. But with a
# good start you can keep the rate.
#
# Bring it back. It is your `MLP`, as before, and it is trained as before. Only, its weights are drawn with the right
# spread, and its biases, one behind the weights of each unit, are 0. The last layer, the one with a single unit, has no
# ReLU behind it, so its gain is 1.


# %%
def begun(nin, nouts):
    model, spreads = mine.MLP(nin, nouts), []
    for n, nout in zip([nin, *nouts], nouts, strict=False):
        gain = 2**0.5 if nout > 1 else 1.0
        spreads += ([gain / n**0.5] * n + [0.0]) * nout
    for p, spread in zip(model.parameters(), spreads, strict=True):
        p.data = random.gauss(0, spread)
    return model


# %%
deep = WhatIf(parts_of(mine)._replace(MLP=begun), hidden=[16] * 8, steps=200)
print(deep.rights[-1], "of 100")

# %% [markdown]
# The same layers, the same steps, the same rate. In exercise 11.1 you write such a start as a function of its own,
# `init`, for other activations too. Over thirty seeds, from `init` some 98 come out right, where it was 50 each time.
#
# ## Other ways to be lost
#
# A signal can be small, or large, and there are more ways to lose it. All of these are the network of lesson 9, with
# its two hidden layers, and in all of them no line of code is wrong.
#
# - **Zeros.** Whoever wants no chance in it begins with zeros. But from zeros 336 of 337 numbers do not move in 300
#   steps, in 30 of 30 tries, because what arrives at each weight has been multiplied by a 0.
# - **All the same.** Not zeros, then, but 0.3 for every weight? From weights that are all 0.3 some 86 of 100 come out
#   right, and at the end all 16 units of a layer still have the same weights, in 30 of 30. Units that begin as copies
#   get the same gradient, so they stay copies, and 16 of them do the work of one.
# - **Small.** Small ones can't do harm, surely? But from weights of a hundredth of the usual size the loss is still
#   1.000 after 100 steps, in 30 of 30.
# - **A large step.** Even a good start can be lost. At a rate of 5 some 28 of the 32 ReLUs are shut for every point
#   after 100 steps, since one step too far can be enough to bring a unit where no point opens its gate again.
#
# In all four the network learns less than it could, and the loss alone doesn't say why. You have to look inside.
#
# What would you look for? In a network that is well, the spread is of about the same size in each layer, and so is the
# gradient, most units are alive, and no two have the same weights. With tanh a unit can be **saturated**: its answers
# lie so near to 1 or -1 that hardly any slope comes back through it. The points are the first spread of all, so inputs
# far above 1 do what a scale too large before the first layer does. And where all of this looks well, it may be the
# rate: if the rate is too low, the loss does fall, but in a hundred steps by next to nothing.
#
# ## Mend it: the same start again
#
# Somebody wants a start that comes out the same whenever the same `seed` is given, so that others can repeat what they
# did: `nout` rows of `nin` numbers, each drawn for itself, with a spread of 1. With the same seed it gives the same
# numbers, and that is meant. But in the network that they began with it, all units of a layer have learned one and the
# same thing. One line does it.


# %%
def begin(nin, nout, seed):
    rows = []
    for _ in range(nout):
        chance = random.Random(seed)
        rows.append([chance.gauss(0, 1) for _ in range(nin)])
    return rows


# %%
check.mend_begin(begin)

# %% [markdown]
# ## One score
#
# And the net of lesson 10, with its biases at -10? Begun anew, with biases of 0 and weights of the right spread, it is
# an ordinary network of 337 numbers again.

# %%
revived = WhatIf(parts_of(mine)._replace(MLP=begun))
print("all 100 right after", revived.first, "steps")

# %% [markdown]
# That is later than the 53 steps of lesson 9, and it isn't this seed alone: with two hidden layers the usual start has
# some 98.5 of 100 right after 100 steps, and the right scale some 95.4. Two layers have little to lose. It is in deeper
# networks that the right scale is needed.
#
# But it is alive, so ask it for something that you really want. A GPT goes on with a name letter by letter. This net
# takes two numbers, so give it two letters, by their places in the alphabet, e and m, and let it say what comes next.

# %%
e, m = 5.0, 13.0
print(round(revived.recorded.model([e, m]).data, 1))

# %% [markdown]
# Which letter is that? It has learned moons, so it can't know names; but suppose you trained it on thousands of them,
# and it answered 11. The 11th letter is k. After *em* there may come an m, for Emma, the 13th, or an i, for Emily, the
# 9th. And right between the two, as near to both as it can be, lies k, for nobody at all.
#
# So it isn't a matter of training. One score says *more* or *less*, and letters are no more or less than each other. To
# name one of 27 (26 letters, and the end of a name) it takes 27 scores, and something that makes of them what you want
# to know: how likely is each?

# %% [markdown] {"jp-MarkdownHeadingCollapsed": true}
# ## Further
#
# **There and back can't both be right.** A layer with `nin` inputs and `nout` units multiplies the way there by the
# root of `nin`, and the way back by the root of `nout`, because there each input adds up what comes from all units.
# Where the two differ, one scale can't serve both. The start that you have used is named after Kaiming He, and it looks
# at the way there. The one named after Xavier Glorot lies in between: its mean square is 2 / (nin + nout).
#
# **Why half.** A ReLU behind a sum that lies above 0 as often as below keeps half of the mean square:

# %%
z = [chance.gauss(0, 1) for _ in range(20_000)]
print("{:.1f}".format(sum(max(0.0, a) ** 2 for a in z) / sum(a * a for a in z)))

# %% [markdown]
# **The views, moved from code.** These cells hold the answers, so open them after you have tried the views yourself.

# %%
again = live.signal(scale=2.0)
again.choose("tanh")
print(again)

# %%
pad = live.drawing(0, 30, -12, 2, "layer", "power of ten")
again = live.predict(None, halved.question, live.signal().powers(0.5), options=pad)
again.commit([(0, 0.0), (30, -1.5)])
print("{:.1f}".format(again.happened.apart))
