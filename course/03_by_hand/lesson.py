# /// lesson
# title = "Backprop by hand"
# minutes = 40
# afterwards = "find every gradient of a small graph on paper, and say which way to move each number"
# picture = '''
# a, b, c, f = Value(2.0, "a"), Value(-3.0, "b"), Value(10.0, "c"), Value(-2.0, "f")
# L = (a * b + c) * f
# L.label = "L"
# draw.graph(L)
# '''
# ///

# %% [markdown]
# You need: lesson 2. Paper helps.
#
# At the end of lesson 2 you led one nudge forward, box after box, until you knew what it does to the output. That
# answered for one leaf. For the next leaf you had to begin again, although most of the boxes on its way were the same.
#
# There are many leaves, but only one output. So turn round: begin where there is one, and ask each box on the way back
# how fast the output moves with it. What you have found for one box serves all that lie behind it, so a single walk
# answers for every leaf. That walk is **backprop**, and today you go it on foot.

# %% jupyter={"source_hidden": true}
from micrograd_lab import Value, draw, live
from micrograd_lab.checks import lesson_03 as check

draw.machine("gradient")

# %%
live.warmup("03")

# %% [markdown]
# ## A graph to ask
#
# Four leaves and three operations. What comes out in between has a name, so that we can talk about it.


# %%
def build(a, b, c, f):
    e = a * b
    d = e + c
    L = d * f
    e.label, d.label, L.label = "e", "d", "L"
    return L


numbers = {"a": 2.0, "b": -3.0, "c": 10.0, "f": 3.0}

# %%
L = build(**{name: Value(number, name) for name, number in numbers.items()})
draw.graph(L)

# %% [markdown]
# ## Predict: which one matters most?
#
# You may nudge one of the four leaves by 0.01 and leave the others alone. Commit first, and then try all four: choose
# the leaf after *nudge*, and set *by h* to 0.01.


# %% jupyter={"source_hidden": true}
def all_four(view):
    view.tried = {*getattr(view, "tried", ()), *([view.which.value] if view.box.value else [])}
    return len(view.tried) == 4


matters = live.predict(
    live.fill(build, partials=False, asking=False, **numbers),
    question="Which leaf moves L most, up or down, when it is nudged by 0.01?",
    options=["a", "b", "c", "f"],
    outcome="a",
    lesson="03",
    name="which leaf matters most",
    tried=all_four,
    then="Nudge each of the four leaves by 0.01.",
    big=True,
    answers={
        "a": "It is a: L falls by 9 times the nudge. That a is a small number plays no part, because what counts is by "
        "what its nudge is multiplied on the way: by b = -3, and then by f = 3.",
        "b": "b comes second, with 6 times the nudge: it is multiplied by a = 2, and then by f = 3. For a it is b = -3 "
        "in the place of that 2, so L falls by 9 times the nudge.",
        "c": "c is the largest number in the picture, and of all four leaves L moves least with it: by 3 times the "
        "nudge. How large a number is says nothing. What counts is by what its nudge is multiplied on the way, and for "
        "c that is f = 3 alone. For a it is -3 and then 3.",
        "f": "f comes last on the way, but its nudge is multiplied only once, by d = 4. The nudge of a is multiplied "
        "twice, by b = -3 and by f = 3, so L falls by 9 times as much.",
    },
    giveaways=("-0.09", "9 times"),
)
matters

# %% [markdown]
# ## The walk back
#
# Begin at the output. When `L` grows by 1, then `L` grows by 1, so the output's own gradient is always **1**. Press
# *step* once, and look at what `d` and `f` get of this 1. Where do the two numbers come from? Then press *step* until
# `a` has its gradient, and see at each box whether you can say the number before it appears. The small triangle before
# a gradient says its sign again: it points up above 0, and down below.

# %%
walk = live.backward(build, menu=False, **numbers)
walk

# %% [markdown]
# What you do depends only on the operation that you meet, and each has a character of its own.
#
# A `*` **swaps**. `L` is d times f, so when f grows by 1, L grows by d, and when d grows by 1, L grows by f. Each input
# therefore gets what has arrived, times the *other* input.
#
# A `+` **copies**. When c grows by 1, so does d, whatever e is. Both inputs get what has arrived, as it is.
#
# The number by which an operation multiplies is its **local derivative**. It knows this one operation and nothing else.
# What has arrived, the **upstream** gradient, knows all the rest. **Start with 1 at the output and walk back once: what
# each input gets is local times upstream.**
#
# At `d`, the 3 that has arrived stands for everything between d and L. So for `c` and `e` nobody had to look at f
# again, and this is where the runs are saved.
#
# ## What it saves
#
# Each nudge was a run of the whole expression, and one run more gave the L that you compared it with: five runs for
# four slopes. The walk back needs one run and one walk. Drag to 337, which is how many numbers the net of the first
# page has: on the left, each square is a run, and on the right is the walk. It is counted on a neuron of so many
# numbers. The line below counts every operation of both, says how many times as much the left one takes, and how many
# of the slopes are the same in both.

# %%
live.cost(4)

# %% [markdown]
# ## Complete it: a product
#
# A `*` in code: it is told its two inputs and what has arrived, and gives what each of the two gets.


# %%
def times(a, b, arrived):
    return b * arrived, ...


# %%
check.complete_times(times)

# %% [markdown]
# ## Complete it: a relu
#
# An operation that you have not met yet, with one input: **relu** lets a number above 0 through as it is, and of any
# other it makes 0. So it **opens or shuts** like a gate. What goes back through it when it is open, in the place of the
# blank?


# %%
def relu(x, arrived):
    return ... if x > 0 else 0.0


# %%
check.complete_relu(relu)

# %% [markdown]
# ## Alone: a neuron
#
# Now a piece of a real network, and this time no picture tells you what to multiply by. It is the **neuron** of the
# first page, y = tanh(w1*x1 + w2*x2 + b), with the weight `w1` that you will follow through this course. One operation
# is new to you. All you have to know of tanh is its local derivative, **1 - y²**, where y is what comes *out* of it.


# %%
def neuron(x1, w1, x2, w2, b):
    p, q = w1 * x1, w2 * x2
    s = p + q
    n = s + b
    y = n.tanh()
    p.label, q.label, s.label, n.label, y.label = "p", "q", "s", "n", "y"
    return y


at = {"x1": 2.0, "w1": -3.0, "x2": 0.0, "w2": 1.0, "b": 6.8813736}

# %% [markdown]
# Ten boxes, from `y` to the leaves. Type a gradient and press Enter. A right one unlocks the next. A wrong one is
# answered: with the usual slip, where there is one, or else with where to look. `b` was chosen so that the numbers
# come out round.

# %%
by_hand = live.fill(neuron, partials=False, **at)
by_hand

# %% [markdown]
# <details><summary>All ten, to compare</summary>
#
# y: 1. n: 1 - 0.7071² = 0.5. Every + copies it, so s, b, p and q have 0.5 as well. Then each product swaps. x1: -3 ·
# 0.5 = -1.5. w1: 2 · 0.5 = 1. x2: 1 · 0.5 = 0.5. w2: 0 · 0.5 = 0, so on this point w2 could be anything.
# </details>
#
# ## Find it and mend it
#
# Now the tanh, which Python has in its `math`:

# %%
import math

round(math.tanh(0.5), 4)

# %% [markdown]
# Somebody has written the walk back through it as a function, like the two above, and something is wrong with it. The
# check says on which numbers, and not why. Change the line, run the cell, run the check again.


# %%
def tanh_back(n, arrived):
    return (1 - n**2) * arrived


# %%
check.mend_tanh(tanh_back)

# %% [markdown]
# ## Predict: two roads
#
# One thing has not happened yet: that a leaf is used twice. In `y = a * s` with `s = a + b`, two roads lead from y back
# to a. Commit, and then press *step* until the end.


# %% jupyter={"source_hidden": true}
def used_twice(a, b):
    s = a + b
    y = a * s
    s.label, y.label = "s", "y"
    return y


two = live.predict(
    live.backward(used_twice, menu=False, a=3.0, b=-5.0),
    question="At a = 3 and b = -5: what is the gradient of a?",
    options=["-6", "-2", "1", "3"],
    outcome="1",
    lesson="03",
    name="two roads",
    tried=lambda view: view.walk.ended,
    then="Press step until the end.",
    answers={
        "-6": "You multiplied what comes over the two roads. Along one road numbers are multiplied, because a nudge "
        "goes through one operation after the other. Two roads are gone side by side, so what they bring is added: "
        "-2 + 3.",
        "-2": "-2 is what the * hands to a directly. But a also moves s, and over s come another 3. When a moves, both "
        "happen at once.",
        "1": "Over the two roads come -2 and 3. Both happen at once when a moves, so what they bring is added. Along "
        "one road you multiply, and where roads meet you add.",
        "3": "3 is what comes over s: the * hands 3 to s, and the + copies it. But the * also hands -2 to a directly, "
        "and when a moves, both happen at once.",
    },
)
two

# %% [markdown]
# ## Find it and mend it
#
# The same graph in code, and it gives a wrong gradient of a.


# %%
def gradient_of_a(a, b):
    s = a + b
    a_grad = s  # directly: the other factor
    a_grad = a  # over s: the other factor, copied
    return a_grad


# %%
check.mend_roads(gradient_of_a)

# %% [markdown]
# ## Enough
#
# So which way should a number move? To raise the output, the way its gradient points: up where it is above 0, down
# where it is below. To lower the output, the other way. How much it matters is the size of the gradient. In the
# exercises you take such a step with all leaves at once.
#
# You have now been at more than twenty boxes, and by the end there was nothing left to think about: the sign of the box
# told you what to do, and you did it. A network has thousands. But if the sign is enough, then you are not needed. A
# `*` could know by itself that it swaps, and a `+` that it copies.

# %% [markdown] {"jp-MarkdownHeadingCollapsed": true}
# ## Further
#
# **Measured and passed back.** The gradient that you filled in for `w1` was 1. A nudge of w1 alone says the same.

# %%
from math import tanh as squeeze


def output(w1):
    return squeeze(w1 * 2.0 + 1.0 * 0.0 + 6.8813736)


print(round((output(-3 + 1e-4) - output(-3 - 1e-4)) / 2e-4, 4))

# %% [markdown]
# **The views, moved from code.** These cells hold the answers, so open them after you have tried the views yourself.

# %%
nudged = live.fill(build, partials=False, asking=False, **numbers)
again = live.predict(nudged, matters.question, matters.outcome, matters.options, tried=all_four)
again.commit("c")
for name in "abcf":
    again.view.which.value, again.view.box.value = name, 0.01
    print(again.view.difference.value)
print(again)

# %%
again = live.fill(build, **numbers)
again.check(1, "L")
again.check(-3, "d")
print(again.said)

# %%
again = live.cost(4)
again.count.value = 337
print(again)

# %%
again = live.fill(neuron, **at)
while again.current is not None:
    again.check(again.right[again.current])
print(again)

# %%
again = live.predict(
    live.backward(used_twice, menu=False, a=3.0, b=-5.0), two.question, two.outcome, two.options, tried=two.tried
)
again.commit("3")
again.view.finish()
print(again)

# %% [markdown]
# The same walk as plain steps, with nothing to press:

# %%
from micrograd_lab import steps

y = used_twice(Value(3.0, "a"), Value(-5.0, "b"))
names = ["a", "b", "s", "y"]
for step in steps.backward_steps(y):
    sender, receiver = names[step.edge[0]], names[step.input]
    print(f"{sender} sends {step.local:g} * {step.upstream:g} to {receiver}, which has {step.after:g} then")
