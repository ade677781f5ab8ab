# /// lesson
# title = "The loop"
# minutes = 40
# afterwards = "write the loop that trains any network, and tests that expose loops which only look like it"
# picture = '''
# w = Value(0.5, "w")
# loss = (w - 1) ** 2 + (2 * w + 1) ** 2
# loss.label = "loss"
# loss.backward()
# draw.graph(loss)
# '''
# ///

# %% [markdown]
# You need: lesson 7, and a Value with `backward()`. As long as yours has none, this page takes the course's and says
# so, and `mine.checkpoint(7)` puts that one into your file.
#
# Lesson 7 ended with nine numbers, four points and the `descend` of lesson 1, now with `backward()` in place of
# measuring. The loss fell, and what it had learned was wrong. Nothing raised an error, and each `backward()` does what
# you checked in lesson 6. So the fault must lie in the five lines of `descend`. Here they are again. Where would you
# look first?

# %% jupyter={"source_hidden": true}
from micrograd_lab import draw, live, mine
from micrograd_lab.checks import lesson_08 as check

draw.machine("gradient", "step")

# %%
live.warmup("08")

# %%
Value = mine.Value
corners = [(0.0, 0.0, -1.0), (1.0, 1.0, -1.0), (0.0, 1.0, 1.0), (1.0, 0.0, 1.0)]
START = [-0.8, 0.4, 0.3, 0.9, -0.5, -0.5, 0.5, 0.3, -0.4]


# %%
def score_of(numbers, x1, x2):
    w1, w2, b1, w3, w4, b2, v1, v2, b = numbers
    return v1 * (w1 * x1 + w2 * x2 + b1).relu() + v2 * (w3 * x1 + w4 * x2 + b2).relu() + b


def loss_of(numbers, points=corners):
    return sum((score_of(numbers, x1, x2) - side) ** 2 for x1, x2, side in points) * (1 / len(points))


# %%
def descend(numbers, lr, steps):
    for _ in range(steps):
        loss_of(numbers).backward()
        for x in numbers:
            x.data -= lr * x.grad


# %%
numbers = [Value(x) for x in START]
descend(numbers, 0.2, 100)
print("loss {:.3f}".format(loss_of(numbers).data))
print([round(score_of(numbers, x1, x2).data, 2) for x1, x2, _ in corners])

# %% [markdown]
# ## What is in a gradient?
#
# On the left is what `descend` finds in the last number, b, when it takes its step. On the right is the slope at the
# same place, worked out on fresh Values. Where do they part, and what is the left one made of?

# %%
numbers = [Value(x) for x in START]
for n in range(4):
    fresh = [Value(x.data) for x in numbers]
    loss_of(fresh).backward()
    loss_of(numbers).backward()
    print("round {}: b.grad {:6.3f}, slope {:6.3f}".format(n, numbers[8].grad, fresh[8].grad))
    for x in numbers:
        x.data -= 0.2 * x.grad

# %% [markdown]
# They agree in the first round only. From then on, what stands on the left is the sum of all that has stood on the
# right so far. Where does it come from? Make it small: a single weight and two examples, alone and together.


# %%
def slope_of(examples):
    w = Value(0.5)
    loss = sum(((w * x).tanh() - y) ** 2 for x, y in examples)
    loss.backward()
    return w.grad


first, second = (1.0, 1.0), (2.0, -1.0)
print("{:.4f} {:.4f} {:.4f}".format(slope_of([first]), slope_of([second]), slope_of([first, second])))

# %% [markdown]
# The third number is the sum of the other two, as in lesson 7: `w` is used twice, and what arrives is added by the `+=`
# of lesson 4.
#
# **That `+=` knows nothing of examples, though, nor of steps.** It adds whatever arrives to whatever is there. So walk
# back twice, once for each example, and look into `w` each time:

# %%
w = Value(0.5)
for x, y in (first, second):
    (((w * x).tanh() - y) ** 2).backward()
    print("{:.4f}".format(w.grad))

# %% [markdown]
# The second line is not what the second example wants. It is the sum again.
#
# ## Complete it: each on its own
#
# `wants` is to say for each example alone what it wants of `w`. It is given its own `loss_of`, which works out the loss
# of one example. One line is missing, before the example sends anything.


# %%
def wants(loss_of, examples, w):
    found = []
    for example in examples:
        ...
        loss_of(example).backward()
        found.append(w.grad)
    return found


# %%
check.complete_wants(wants)

# %% [markdown]
# And now you see what is wrong with `descend`. Its first step is right. Its second goes by the wants of the second
# round *and* those of the first, though the weights have moved since, and what was wanted then has been done. By the
# hundredth step it goes by a hundred wants, 99 of which are out of date.
#
# ## Does it show?
#
# The cure is one line, which everybody calls **zero_grad**: in each round, before `backward()`, every `grad` is set to
# 0.0. First, though, how bad is it to leave it out? Here is a larger net, 105 numbers, on 100 points in two moons, at a
# small rate, 0.01. Its loss is the one that you write in lesson 9; here it is enough that 0 is best. With zero_grad it
# begins at 1.20 and comes down, a little in each step, to 0.72 after 60 steps. Now the same net from the same start,
# without zero_grad.

# %% jupyter={"source_hidden": true}
from micrograd_lab import Value as Kit
from micrograd_lab import datasets, losses, nn, replay


def curve(forget, lr=0.01, steps=60, seed=0):
    """The losses of a 2-8-8-1 net on the moons before each step and after the last; `forget` leaves zero_grad out."""
    data, model = datasets.moons(100, noise=0.1, seed=1), nn.MLP(2, [8, 8, 1], seed=seed)
    leaves = [Kit(1.0), Kit(0.0), Kit(0.0)]
    loss = replay.record(losses.hinge([model(leaves[1:])], leaves[:1]), leaves, model.parameters())
    found, grads = [], 0.0
    for _ in range(steps + 1):
        found.append(float(loss.forward(data.y, *data.X.T).mean()))
        loss.backward()
        grads = (grads if forget else 0.0) + loss.parameter_grads
        for p, by in zip(model.parameters(), lr * grads, strict=True):
            p.data -= float(by)
    return [round(loss, 6) for loss in found]


forgetful = curve(forget=True)
without = live.predict(
    None,
    question="The loss without zero_grad, over 60 steps at a rate of 0.01?",
    options=live.drawing(0, 60, 0, 2, "step", "loss"),
    outcome=lambda n: forgetful[round(n)],
    lesson="08",
    name="without zero_grad",
    within=0.15,
    hidden=True,
    big=True,
    answers=lambda _: (
        "Each step goes by the sum of all gradients so far. In the beginning they agree, so the steps grow, and the "
        "loss falls faster than that of the right loop; then it shoots past the bottom, and swings. "
        "Was that luck? At this small rate, 0.01, the loop without zero_grad ends lower in 27 of 30 starts. "
        "A right loop gets as low with a larger rate. "
        "And at a rate of 1 the same sums are fatal: the loop without zero_grad ends higher in all 30. "
        "So a loss that falls proves nothing about the loop."
    ),
    giveaways=("ends lower", "falls faster", "27 of 30", "proves nothing"),
)
without

# %% [markdown]
# ## Four acts, 24 orders
#
# So a round has four acts: **forward**, which works out the loss, **zero_grad**, **backward** and **step**. Does it
# matter in which order they come? Press a card, and then the one with which it is to change places, and let the loop
# run; it goes round and round, so the last card is followed by the first. Watch the loss, one weight and its gradient,
# and put each order into its heap: the **same** numbers as the right loop, the same but **late by one** round,
# **dead**, where nothing ever moves, or **something else**. The weight that is watched is called by its place in the
# net: `layers[0].neurons[0].w[2]` is the third weight of the first neuron in the first layer.

# %%
live.orders()

# %% [markdown]
# There are 24 orders and only four kinds. Go for the dead ones first, and look at the gradient in the moment when step
# looks at it.
#
# <details><summary>What kills a loop?</summary>
#
# Between backward and step nothing may empty the gradients. Where zero_grad lies there, step finds only zeros and
# no parameter moves, in 30 of 30 starts. That is half of the 24. Three are right, since it makes no difference whether
# the gradients are emptied just before the loss is worked out, just after, or when step is done. Five do the same, only
# that they begin in the middle of a round, so their first step finds nothing. And four are worse than they look: their
# backward walks a graph that was built before the last step. In this view every step then goes by what was wanted one
# step ago; an engine like yours, which looks numbers up while it walks, mixes old scores with new weights.
# </details>
#
# ## Find it and mend it
#
# Here is a step, and it was written by somebody who knows the formula. Nothing moves.


# %%
def step(parameters, lr):
    for p in parameters:
        p = p - lr * p.grad


# %%
check.mend_step(step)

# %% [markdown]
# ## Mend the loop
#
# Here is one round of `descend`, mended, and then as many as before, from the same start, at the same rate.


# %%
def round_of(numbers, lr, points=corners):
    loss = loss_of(numbers, points)
    for x in numbers:
        x.grad = 0.0
    loss.backward()
    for x in numbers:
        x.data -= lr * x.grad


# %%
numbers = [Value(x) for x in START]
for _ in range(100):
    round_of(numbers, 0.2)
print("loss {:.3f}".format(loss_of(numbers).data))
print([round(score_of(numbers, x1, x2).data, 2) for x1, x2, _ in corners])

# %% [markdown]
# All four, and a loss of nothing: what measuring needed 1,800 runs for in lesson 7 took a hundred rounds, each forward
# once and back once. This is the first network that *your* engine has trained, and it decides what no straight line
# can.
#
# ## A loop can be right and learn little
#
# One thing is left, and it stands before the loop. Begin with equal numbers, as one does who has no reason to prefer
# any: every weight 0.1, every bias 0.

# %%
numbers = [Value(x) for x in (0.1, 0.1, 0.0, 0.1, 0.1, 0.0, 0.1, 0.1, 0.0)]
for _ in range(100):
    round_of(numbers, 0.2)
print([round(x.data, 3) for x in numbers])
print([round(score_of(numbers, x1, x2).data, 2) for x1, x2, _ in corners])

# %% [markdown]
# (A -0.0 is a number a little below 0 that was rounded.) Compare the first three numbers with the next three. Both
# neurons began equal, so every example wanted the same of both, and they moved alike, step by step: two that do the
# work of one. In lesson 7 `row` made one neuron many times; here there are two, and they stay equal. In a net of two
# layers of 16 on the moons they stay copies of each other, in 30 of 30 tries, and some 87 of 100 points are right,
# which looks like learning that is not quite done. It will never be done. That is why a `Neuron` begins with numbers
# drawn by chance.
#
# In the exercises you write the loop for any network, any data and any way to step, and then tests that find twenty
# loops which only look like it.
#
# ## Four points
#
# Your net gives all four their right answers. Before you believe that it has understood something, give it other
# answers: the same four points, and sides that mean nothing.

# %%
def learns(sides):
    points = [(x1, x2, side) for (x1, x2, _), side in zip(corners, sides, strict=True)]
    numbers = [Value(x) for x in START]
    for _ in range(200):
        round_of(numbers, 0.2, points)
    return all(score_of(numbers, x1, x2).data * side > 0 for x1, x2, side in points)


# %%
from itertools import product

ways = list(product((-1.0, 1.0), repeat=4))
print(sum(map(learns, ways)), "of", len(ways))

# %% [markdown]
# Whatever you tell it about these four points, it repeats, in nearly all of the ways that there are. So nine numbers
# can learn four answers by heart, and being right on those four tells you nothing about a fifth. Did it learn anything,
# or did it keep a list? You can't know as long as you ask only what it has been told. In lesson 9 there are a hundred
# points on two moons. But there are 337 numbers too, and that is room for a long list.

# %% [markdown] {"jp-MarkdownHeadingCollapsed": true}
# ## Further: six sick curves
#
# A wrong loop raises no error, so all that you may ever see of it is its loss. Here are six. Each was made by the round
# that you have mended, 60 times, with a single fault put in. They learn two moons of 40 points, with a score of two
# weights and a bias, by the loss of lesson 9, of which you need to know only that it is never below 0. All six begin
# with the same three numbers, far from where they should be.
#
# Without a fault the loss comes down from 2.21 to 0.33. Look at the scale of each picture, too: they differ.

# %% jupyter={"source_hidden": true}
from micrograd_lab.draw.charts import Axis, Line, Panel

NAMES = "ABCDEF"
TOLD = "{title}: from {first:.3f} to {last:.3f}, the lowest {low:.3f} after {when} steps, the highest {high:.3f}."


def panel(title, found, high=None, **more):
    """The losses as a curve, from 0 up to `high` or to their own highest."""
    low, first, last = min(found), found[0], found[-1]
    told = TOLD.format(title=title, first=first, last=last, low=low, when=found.index(low), high=max(found))
    line = Line("", tuple(range(len(found))), tuple(found))
    axes = Axis("step", 0, len(found) - 1), Axis("loss", 0, 1.08 * (high or max(found)))
    return Panel(title, *axes, (line,), **more, told=told)


# %%
curves = {name: check.sick_curve(name) for name in NAMES}
small = {name: panel(name, curves[name], size=(200, 120), below=name in "DEF") for name in NAMES}
draw.chart([small[name] for name in "ADBECF"])

# %% [markdown]
# The faults, in no order:
#
# - `"no zero_grad"`: nothing empties the gradients.
# - `"zero_grad before step"`: they are emptied once more, between backward and step.
# - `"wrong sign"`: step adds what it should take off.
# - `"rate too large"`: the rate is 50, where 0.5 is right.
# - `"rate too small"`: it is 0.0025.
# - `"labels shuffled"`: before the loop begins, the labels have been dealt out anew among the points.
#
# Don't match pictures with words. Take one fault after the other, and think out what it does to the first step, to the
# second, and after many. Some pictures look alike, and then only numbers can tell, so here is how each curve begins and
# ends:

# %%
for name, found in curves.items():
    begins, ends = (["{:7.4f}".format(loss) for loss in some] for some in (found[:4], found[-2:]))
    print(name, *begins, "...", *ends)

# %% [markdown]
# ### Complete it: a cause for each
#
# Put one of the six in the place of each `...`, in quotes, as it stands above.

# %%
causes = {"A": ..., "B": ..., "C": ..., "D": ..., "E": ..., "F": ...}

# %%
check.diagnose_curves(causes)

# %% [markdown]
# **A diagnosis is proven by its cure.** The next cell takes the fault that you have named out of the loop, and lets it
# run again from the same start. If it was another one that made the loop sick, then nothing changes, or if you have
# named none yet. Put the other letters there, too.

# %%
name = "A"
sick, treated = curves[name], check.treated_curve(name, causes[name])
high = max(sick + treated)
title = "{}, not treated yet" if causes[name] is ... else "{}, treated"
draw.chart([panel(name + ", sick", sick, high), panel(title.format(name), treated, high)])

# %% [markdown]
# <details><summary>How could one have thought it out?</summary>
#
# With zero_grad before step, step finds only zeros, so the loss stays the same to the last digit; that is how it
# differs from a rate that is too small, where it falls in each step by nearly the same little bit. With the wrong sign
# every step goes up the slope, and none can ever go down. At a rate that is too large a step throws the weights far
# beyond the bottom, so the loss leaps up and down. Without zero_grad nothing leaps, and the first step is that of the
# right loop. But the sums go on pushing when the bottom has been passed, so the loss climbs again, slowly, for many
# steps. And where the labels are shuffled the loop is right, so its loss falls and comes to rest. It rests high up,
# because there is little to learn. It even begins elsewhere, since the same three numbers are asked about other labels.
# </details>

# %% [markdown] {"jp-MarkdownHeadingCollapsed": true}
# ## Further
#
# **Why the dead ones look alive.** A dead loop shows a loss, round after round, and never an error. With a batch of its
# own, other points, in each round the loss even moves. So print a number beside it that would have to move: the last
# bias, of which every example wants something. (Not w1. From this start its gate is shut wherever x1 is 1, so it would
# stand still for these four rounds in a right loop too.)

# %%
numbers = [Value(x) for x in START]
for n in range(4):
    loss = loss_of(numbers, [corners[n]])
    loss.backward()
    for x in numbers:
        x.grad = 0.0
    for x in numbers:
        x.data -= 0.2 * x.grad
    print("loss {:.3f}, b {:.1f}".format(loss.data, numbers[8].data))

# %% [markdown]
# **Adding up on purpose.** Where a batch is too large for the memory, one walks back for each half of it, without
# emptying the gradients between the two, and then takes one step. That is the `+=` once more, and here it is wanted:
# the two halves give the same gradient as the whole.

# %%
whole, halves = [[Value(x) for x in START] for _ in range(2)]
loss_of(whole).backward()
for half in (corners[:2], corners[2:]):
    (loss_of(halves, half) * 0.5).backward()
print(max(abs(one.grad - other.grad) for one, other in zip(whole, halves, strict=True)) < 1e-12)

# %% [markdown]
# **The views, moved from code.** These cells hold the answers, so open them after you have tried the views yourself.

# %%
again = live.predict(None, without.question, without.outcome, options=live.drawing(0, 60, 0, 2, "step", "loss"))
again.commit([(0, 1.2), (30, 0.9), (60, 0.7)])
print("{:.2f}".format(again.happened.apart))

# %%
view = live.orders()
view.lay("fbzs")
view.go(48)
print(view)

