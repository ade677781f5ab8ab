# /// lesson
# title = "Slopes"
# minutes = 35
# afterwards = "measure which way a number should move and how much it matters, and walk downhill"
# picture = '''
# (covered,) = live.dark(x=-1.0, path=[-0.5]).panels()
# draw.chart([covered], "A curve in the dark: how it leans underfoot at x = -0.5 and at x = -1.")
# '''
# ///

# %% [markdown]
# You need: lesson 0, and Python functions.

# %% jupyter={"source_hidden": true}
from micrograd_lab import draw, live

live.warmup("01")

# %% [markdown]
# In lesson 0 you had three sliders and a minute, and you found out by trying: a little to the right, and did the loss
# fall? Then on; else back. The net beside it had 337 numbers and no hand, and still each of them went the right way.
# It must have asked the same question of each, only so precisely that a machine can ask it.
#
# So take one of your three sliders, w1, and let us ask it properly.

# %% jupyter={"source_hidden": true}
draw.machine("gradient", "step")

# %% [markdown]
# ## Ask one number
#
# These are the six points of lesson 0, each with the answer t that it should get, and the loss of the three numbers as
# plain Python: for each point it takes how far y is from t, squares that, and gives the mean of the six. As long as w2
# and b stay where they were, it is a function of w1 alone.

# %%
from math import tanh

points = [(1, 1, 1), (2, 0.5, 1), (2.4, 1.6, 1), (0.2, 0.4, -1), (0.6, -0.8, -1), (-1, 1.2, -1)]


def loss(w1, w2=-1.0, b=1.0):
    return sum((tanh(w1 * x1 + w2 * x2 + b) - t) ** 2 for x1, x2, t in points) / 6


round(loss(-1.0), 4)

# %% [markdown]
# Now **nudge** w1: turn it up by a tenth, run everything again, and compare.

# %%
nudge = 0.1
change = loss(-1.0 + nudge) - loss(-1.0)
round(change, 4)

# %% [markdown]
# The loss has fallen, so w1 should go up. But is −0.07 much? That depends on the nudge, because half a nudge would
# have made about half of it. So divide by it, and you know how much the loss would change if w1 grew by a whole 1 at
# this rate: its **slope**.

# %%
for nudge in (0.1, 0.01, 0.001):
    print(nudge, round((loss(-1.0 + nudge) - loss(-1.0)) / nudge, 4))

# %% [markdown]
# The smaller the nudge, the less the curve can bend on the way, so the numbers settle: at w1 = −1 the slope is −0.61.
#
# **Nudge a number, run again, compare: the sign of the slope says which way to move it, its size how much that
# matters.** You can now answer the question of this course for one number.
#
# ## Complete it
#
# A slope also works the other way round. If you know it, you know what a nudge will do before you run anything.

# %%
from micrograd_lab.checks import lesson_01 as check


# %%
def moves(slope, nudge):
    """How far the loss will move."""
    return ...


# %%
check.complete_move(moves)

# %% [markdown]
# ## The same without a slope
#
# Somebody asks w1 in the same way, only without a slope: is it better a little higher up? If so they take a step up,
# and if not, a step down.


# %%
def up_is_better(f, x):
    return f(x + 0.01) > f(x)


w1 = -1.0
for _ in range(6):
    w1 += 0.1 if up_is_better(loss, w1) else -0.1
print("loss at the start", round(loss(-1.0), 3), " after six steps", round(loss(w1), 3))

# %% [markdown]
# Six steps, and it is worse than at the start. Mend it, run the cell again, and then:

# %%
check.mend_better(up_is_better)

# %% [markdown]
# ## Downhill in the dark
#
# Here is the same loss, and you stand on it at w1 = −1. It is dark, so all that you know is where you are and how it
# leans underfoot. Choose how far to step, step, feel again, and go down until it is flat, which means a slope of 0.02
# or less, up or down. Take as few steps as you can, and then put on the light.

# %% jupyter={"source_hidden": true}
dark = live.predict(
    live.dark(loss, x=-1.0, name="w1"),
    question="You will come to a place that is flat. How large will the loss be there? At the start it is 3.125.",
    outcome=lambda view: round(view.walk.height(view.walk.x), 2),
    within=0.25,
    lesson="01",
    name="loss where it is flat",
    tried=lambda view: view.lit and view.walk.flat and view.walk.height(view.walk.x) < view.walk.height(-1.0),
    then="Step downhill until it is flat, and put on the light.",
    big=True,
    answers={
        0.0: "You took flat for 0. But a slope says which way and how fast, never how high. Where it is 0, a nudge of "
        "w1 changes nothing: w1 has done what it can, and with w2 and b where they are the six points cannot all be "
        "right. All three have to move.",
        None: "All that you felt were slopes, and a slope says nothing of how high you are. If you added up what each "
        "step took off, you could come near; else it was a guess. It is not 0, because w1 has done what it can, and w2 "
        "and b still stand where they stood: all three have to move.",
    },
    giveaways=("1.13",),
)
dark

# %% [markdown]
# ## How long a step?
#
# A slope says which way and how fast, never how high. So in the dark you made long steps where it was steep and short
# ones where it was nearly flat. A machine can do so without judgement, if it takes as its step the slope itself, times
# a small number that is the same everywhere, the **learning rate**. Complete it: from x, one step downhill.


# %%
def one_step(x, slope, lr):
    """The new place."""
    return x - ...


# %%
check.complete_step(one_step)

# %% [markdown]
# In exercise 1.6 you let a number walk by itself in this way.
#
# ## Three numbers at once
#
# For w2 and b the question is the same, so in the end there are three slopes. Together they are called the
# **gradient**, and it has as many numbers as there are numbers to ask. But one thing has to be watched. Somebody wants
# the slope by w1, and measures it like this, at the start of lesson 0:


# %%
def by_w1(f, w1, w2, b, h=1e-6):
    return (f(w1 + h, w2 + h, b + h) - f(w1, w2, b)) / h


round(by_w1(loss, -1.0, -1.0, 1.0), 2)

# %% [markdown]
# −0.02: if that were true, w1 would hardly matter, and you know better. What has been measured here? Mend it.

# %%
check.mend_alone(by_w1)

# %% [markdown]
# ## What it costs
#
# So it works for any number of any machine, and nobody has to understand what is inside. But count: the loss is run
# once as it is, and once more for every number that is nudged. For your sliders 37 steps will do, if all three move at
# once: so many you will see in lesson 5, where an engine of yours moves them. The third machine here is the smallest
# that deserves the name **GPT**: it makes up first names, letter by letter. Those that chat with you are made in the
# same way, and have ten million times as many numbers, and more.

# %%
machines = ("your sliders", 3, 37), ("the net on the first page", 337, 85), ("a tiny GPT", 4192, 1000)
for name, numbers, steps in machines:
    print(f"{name}: {numbers + 1} runs for a step, {(numbers + 1) * steps:,} for {steps:,} steps")

# %% [markdown]
# The net on the first page needed 85 steps. If it had nudged its numbers one by one, that would have been 28,730 runs
# of the loss, so it must know a cheaper way to find out how a number moves it.
#
# Here is a first sign of one. Think of three wheels with teeth. If you turn the wheel x, the wheel y turns twice as
# fast, and for every turn of y, the wheel z makes three. How often does z turn when x turns once? Say it aloud, and
# then ask yourself what you had to run for it.
#
# <details><summary>And?</summary>
#
# 2 · 3 turns, and nothing was run: you knew each pair of gears, so you could multiply.
# </details>
#
# A loss is made of such pairs too, of small operations like + and ×, each of which is simple. If only somebody had
# kept a record of them!

# %% [markdown] {"jp-MarkdownHeadingCollapsed": true}
# ## Further
#
# Nothing below is needed for what comes next.
#
# ### Downhill is not always down
#
# From w1 = −2 the same walk, downhill at every step, goes the other way and never comes back. Take some steps, and put
# on the light: between here and there lies a ridge, with its top at −1.6, and no step downhill leads over it.

# %%
ridge = live.dark(loss, x=-2.0, lr=1.0, name="w1")
ridge

# %% [markdown]
# ### From secant to tangent
#
# A slope over a nudge is that of the line through two points of the curve, the **secant**. As h shrinks, it turns into
# the line that touches the curve, the **tangent**, whose slope is the true one. How small h may be is a question of
# lesson 6.

# %%
secant = live.slope(lambda x: 3 * x**2 - 4 * x + 5, x=3.0, h=1.0)
secant

# %% [markdown]
# ### The sliders, moved from code
#
# These cells make the views of this lesson once more, move them, and print what they then hold. Code commits a
# prediction first, like anyone.

# %%
said = {"within": dark.within, "tried": dark.tried, "answers": dark.answers}
again = live.predict(live.dark(loss, x=-1.0, name="w1"), dark.question, dark.outcome, **said)
again.commit(0.0)
for step in (1.0, 0.6, 0.3):
    again.view.take(step)
again.view.light()
print(again)

# %%
again = live.dark(loss, x=-2.0, lr=1.0, name="w1")
for _ in range(8):
    again.take()
again.light()
print(again)

# %%
again = live.slope(lambda x: 3 * x**2 - 4 * x + 5, x=3.0, h=0.5)
again.step_size.value = 0.01
print(again)
