# /// lesson
# title = "Trust, but verify"
# minutes = 40
# afterwards = "check gradients by measuring, and write tests that expose wrong engines"
# picture = '''
# a, b, c = Value(-2.0, "a"), Value(3.0, "b"), Value(4.0, "c")
# probe = a.relu() * c + (-a).relu() - 3 * b.relu()
# probe.label = "probe"
# probe.backward()
# draw.graph(probe)
# '''
# ///

# %% [markdown]
# You need: lesson 5, and a Value with `backward()`. As long as yours has none, this page takes the course's and says
# so, and `mine.checkpoint(5)` puts that one into your file.
#
# Two engines agree on five graphs, and on the sixth they don't. Neither of them complains. That is what makes a wrong
# gradient so unpleasant: it raises no error, it is a number like any other, and a network that is trained with it
# merely learns badly. Then one doubts the learning rate, or the data, or oneself, and hardly ever the one line in which
# a sign is wrong.
#
# So before you build on your engine you want to know whether it is right, and "it looks right" will not do, because the
# other one looks right too. Today you find out which of the two is wrong, and where.

# %% jupyter={"source_hidden": true}
from micrograd_lab import draw, gradcheck, live, mine
from micrograd_lab.checks import lesson_06 as check

draw.machine("gradient")

# %%
live.warmup("06")

# %% [markdown]
# ## Ask somebody who knows no rules
#
# Here is the sixth graph, with both engines. And beside them a third number, from lesson 1: move a by a millionth to
# either side, run the expression forward, and look how far the result has gone.

# %%
from micrograd_lab.experiments.second_engine import Value as Theirs


def sixth(a):
    return (a * a.exp() / 16).tanh()


Value = mine.Value


# %%
for name, engine in (("yours", Value), ("theirs", Theirs)):
    a = engine(2.0)
    sixth(a).backward()
    print(f"{name:<10}{a.grad:.6f}")

h = 1e-6
print(f"measured  {(sixth(Value(2 + h)).data - sixth(Value(2 - h)).data) / (2 * h):.6f}")

# %% [markdown]
# A measurement knows nothing of closures, orders and rules, and so it can't make the mistake that one of them makes.
# That settles who is wrong here. It does not yet say *where*, nor what you should believe of the next graph.
#
# ## How good is a measurement?
#
# First, though, how far can you trust the one who measures? In lesson 1 a smaller step gave a better slope. So make it
# smaller and smaller: h = 0.1, then 0.01, and so on, down to fifteen places after the point. The function is exp at x =
# 1, whose slope is known to be e = 2.718281828459045, sixteen digits of it. Draw how many digits of the measured slope
# are right.

# %% jupyter={"source_hidden": true}
import math


def right_digits(places):
    """How many digits of the central difference are right, at this many decimal places of h."""
    h = 10.0**-places
    slope = (math.exp(1 + h) - math.exp(1 - h)) / (2 * h)
    return min(16.0, -math.log10(abs(slope - math.e) / math.e or 1e-16))


def exponential(x):
    return x.exp()


digits = live.predict(
    live.slope(exponential, x=1.0, h=0.1, central=True),
    question="Right digits of the slope (0 to 16), as h goes from 0.1 to 0.000000000000001 (1 to 15 places)?",
    options=live.drawing(1, 15, 0, 16, "places of h", "right digits"),
    outcome=right_digits,
    lesson="06",
    name="right digits",
    within=2.0,
    hidden=True,
    big=True,
    answers=lambda _: (
        "Up to five places every place wins two digits, since over so short a stretch the curve is hardly bent. From "
        "there on each place loses one again, because of what rounding does to so small a difference. Ten digits are "
        "the most that there are, and most people draw a line that only rises."
    ),
    giveaways=("falls again", "ten digits", "1e-05", "2.8866", "pull against each other"),
)
digits

# %% [markdown]
# Once your curve is committed, a view appears in which you drag h yourself. Near its lower end, switch *zoom in to h*
# on, and look at the curve again.
#
# ## What Python keeps of a number
#
# Here is the measurement itself, for one h. Put in a smaller h and run the cell, then a smaller one, as far as `1e-15`,
# and compare the first two numbers digit by digit.

# %%
h = 0.1
print(math.exp(1 + h), math.exp(1 - h))
print((math.exp(1 + h) - math.exp(1 - h)) / (2 * h))

# %% [markdown]
# <details><summary>What has become of the digits?</summary>
#
# Python keeps some sixteen digits, so exp(1 + h) and exp(1 - h) are each rounded in the sixteenth. That does no harm as
# long as their difference is large. But the smaller h is, the more of their digits are the same, and in the difference
# those are gone. So two errors pull against each other, one that falls with h and one that rises.
# </details>
#
# This page goes on with a step of a millionth to each side.
#
# ## Complete it: one input at a time
#
# A function of several inputs has a slope by each. `measured` moves one of them and leaves the others, on two copies.
# The first is there; what does the other copy do?


# %%
def measured(f, xs, i, h=1e-6):
    up, down = list(xs), list(xs)
    up[i] += h
    ...
    return (f(*up) - f(*down)) / (2 * h)


# %%
check.complete_measured(measured)

# %% [markdown]
# ## Complete it: near enough
#
# The two will never be equal, so how near is near enough? "Less than 0.0001 apart" won't do: where slopes are in
# billions, right ones are further apart than that, and where they are in millionths, wrong ones are nearer. So compare
# the difference with the larger of the two numbers. That is called the **relative error**, and two zeros agree.


# %%
def near(claimed, slope, tolerance=1e-4):
    size = max(abs(claimed), abs(slope)) or 1.0
    return ... <= tolerance


# %%
check.complete_near(near)

# %% [markdown]
# Put the two together and you have a **gradient check**, which the exercises ask you for. The course has one as well,
# and it takes any class:

# %%
gradcheck.check(lambda a, b, c: (a * b + c).tanh() / b, a=0.5, b=-3.0, c=2.0, value=Value)

# %% [markdown]
# ## What is a test worth?
#
# That one agrees, and so would it with the second engine, which you know to be wrong. Try the four graphs that lectures
# like to draw:

# %%
lectures = ["a * b + c", "a + a", "(a * b) * (a + b)", "(a * b + c).tanh()"]
check.tested(lectures, Theirs)

# %% [markdown]
# Four tests, four times *agrees*, and the engine is wrong. So a test that passes has told you little, as long as you
# don't know what would have made it fail. You can find that out, and it is done by turning the matter round: take a
# right engine, break it on purpose in one place, and see whether your tests notice. That is called **mutation
# testing**.
#
# Here are 38 engines that have been broken so, each in one place: a rule, an order, an `=`. Each square is one of them
# that has passed, and each dot is one that was found out. One product exposes those who have something wrong with `*`,
# and some others:

# %%
check.wall(["a * b"])

# %% jupyter={"source_hidden": true}
lecture = live.predict(
    None,
    question="How many of the 38 do the four graphs of the lectures expose, all together?",
    outcome=lambda view: int(check.wall(lectures).split("\n")[-1].split()[0]),
    lesson="06",
    name="exposed by lectures",
    within=3,
    giveaways=(17,),
)
lecture

# %% [markdown]
# Those who are left have their fault where these graphs don't go: in an operation that is not in them, on the shut side
# of a relu, or in a result that is used twice. **A test is worth what it would catch.** You write it for the mistake,
# and not for the engine.
#
# ## Where is it?
#
# Back to the second engine, then, with a test for a mistake. Suppose that some operation puts what it brings in the
# place of what is there already. That can only show if something *is* there already, and so every graph in which its
# input is used once lets it pass. Multiply its result by its own input, and the product has its turn first and brings
# that input something. One such test for each operation:

# %%
check.tested(["a.tanh() * a", "a**3 * a", "a.relu() * a", "a.exp() * a"], Theirs)

# %% [markdown]
# It is the last one that doesn't add. Now that you know where to look, it is one look at its code:

# %%
import inspect

print(inspect.getsource(Theirs.exp))

# %% [markdown]
# You have met this operation before. It stands in lesson 4, in the part about a slope that is the output itself, letter
# for letter, and you ran it there. The page went on as if nothing were the matter, and nothing seemed to be: on that
# page the input of exp is used once, so there was nothing that an `=` could have thrown out. Perhaps you noticed it, so
# soon after the page had said that the step adds, or took it over into exercise 4.3, whose check told you. Most of us
# read over such a line, again and again. A test that was written for the mistake finds it every time.
#
# And yours? Ask it nine expressions that between them expose all 38.

# %%
check.faults(mine.Value)

# %% [markdown]
# ## Find it and mend it
#
# Here it is the tests that are broken. The first refuses gradients that are right, and passes some that are wrong.


# %%
def careless(f, xs, grads, h=1e-6):
    up, down = list(xs), list(xs)
    for i, claimed in enumerate(grads):
        up[i] += h
        down[i] -= h
        slope = (f(*up) - f(*down)) / (2 * h)
        if not math.isclose(claimed, slope, rel_tol=1e-4):
            return False
    return True


# %%
check.mend_careless(careless)

# %% [markdown]
# The second is given a rule for the slope of relu, and says whether it is right: 1 above 0, and 0 below.


# %%
def relu_is_right(slope):
    return all(slope(x) == (x > 0) for x in (0.0, 1.0))


# %%
check.mend_gate(relu_is_right)

# %% [markdown]
# ## Ask another engine
#
# A third way, beside measuring and breaking, is to ask an engine that others have built. Where both agree to the last
# digits, on something that is large enough, a shared mistake is unlikely. These are the three numbers of lesson 0 and
# one step of training, on your engine. PyTorch did the same, once, and its numbers are recorded here, since you may not
# have it installed.

# %%
from micrograd_lab.experiments.three import POINTS

w1, w2, b = Value(-1.0), Value(-1.0), Value(1.0)
loss = sum(((w1 * x1 + w2 * x2 + b).tanh() - y) ** 2 for x1, x2, y in POINTS) * (1 / 6)
loss.backward()
yours = [loss.data, w1.grad, w2.grad, b.grad, w1.data - 0.2 * w1.grad]

# %%
RECORDED = [3.124769006320206, -0.6113900317904563, 0.06591534740871627, 0.5221823213854261, -0.8777219936419087]
for name, x, torch in zip(("loss", "by w1", "by w2", "by b", "w1 then"), yours, RECORDED, strict=True):
    print(f"{name:<9} yours {x:>10.7f}  PyTorch, recorded {torch:>10.7f}")

# %%
assert all(math.isclose(x, torch, rel_tol=1e-9) for x, torch in zip(yours, RECORDED, strict=True))

# %% [markdown]
# Each of the three ways is blind somewhere: measuring where a curve has a corner, as relu has at 0, breaking for
# mistakes that nobody thought of, another engine for whatever it doesn't have. Use all of them.
#
# In the exercises you write the gradient check, expose all 38 with at most eight expressions, and run your own tests on
# the engine that has just been caught.
#
# ## It answers for any expression. Which one?
#
# So your engine can be trusted: write down any expression, and it says which way each number should move. Take four
# points then, two of each kind, on the corners of a square, and the expression of lesson 0, which moved so well.

# %%
corners = [(0.0, 0.0, -1.0), (1.0, 1.0, -1.0), (0.0, 1.0, 1.0), (1.0, 0.0, 1.0)]
w1, w2, b = Value(0.0), Value(0.0), Value(0.0)
loss = sum(((w1 * x1 + w2 * x2 + b).tanh() - y) ** 2 for x1, x2, y in corners) * (1 / 4)
loss.backward()
print([w.grad for w in (w1, w2, b)])

# %% [markdown]
# It answers: no small move of any of the three makes it better. Then try large ones, all of them, from -4 to 4 in steps
# of a half, 4,913 choices in all, and count the points that come out on their side.

# %%
steps = [n / 2 for n in range(-8, 9)]
print(max(sum((w1 * x1 + w2 * x2 + b) * y > 0 for x1, x2, y in corners) for w1 in steps for w2 in steps for b in steps))

# %% [markdown]
# The best that you can write down in this way gets three of four. No slope in the world will help, because it is the
# expression that can't decide: it draws one straight line, and no straight line parts these corners. Which expression
# can? That is what lesson 7 looks for.

# %% [markdown] {"jp-MarkdownHeadingCollapsed": true}
# ## Further
#
# **At a kink.** Drag x across 0 on relu, with h = 0.5, then make h smaller. Where do the three slopes agree, and where
# do they not, however small h is? Left of 0 the slope is 0, right of it 1, and at 0 there is none: a step ahead sees
# only the right side, the central difference takes the mean, and an engine has to choose. So a check that disagrees at
# a kink says nothing against the engine. Move x a little, and check again.

# %%
live.slope(lambda x: x.relu(), x=0.8, h=0.5, central=True, reach=(-2.0, 2.0))

# %%
gradcheck.check(lambda a: a.relu() + 2 * a, a=0.0, value=Value)

# %% [markdown]
# **Orders, exposed.** Who passes on at once is exposed by a result that is used twice, and by nothing else. The short
# road may be written first, or last; an order that is wrong in another way minds which, and so these two do not expose
# the same engines.

# %%
for probe in ("t = a * b; t + t * c", "t = a * b; t * c + t"):
    print(probe, "|", str(check.wall([probe])).split("\n")[-1])

# %% [markdown]
# **The course's engine.** It is checked like any other, on either side of relu's kink.

# %%
from micrograd_lab import Value as Kit


def everything(a, b):
    gates = a.relu() * b - 2 * (-a).relu()
    return gates + a.exp() / b + (b * b).log() + (3 - a) * (2 / b) + a**3 - a.tanh()


for a in (-2.0, 2.0):
    print(gradcheck.check(everything, a=a, b=3.0))

# %% [markdown]
# Two losses that share a leaf have to add up there, and a second call on the same output has to add the same once more.
# In exercise 6.3 you see that the second is not so easy.

# %%
a = Kit(1.0)
(3 * a).backward()
(5 * a).backward()
print(a.grad)

a, c = Kit(2.0), Kit(4.0)
y = a * 1 + c
y.backward()
y.backward()
print(a.grad)

# %% [markdown]
# **The views, moved from code.** These cells hold the answers, so open them after you have tried the views yourself.

# %%
slope = live.slope(exponential, x=1.0, h=0.1, central=True)
for h in (1e-2, 1e-5, 1e-12):
    slope.step_size.value = h
    print(f"h {h:.0e}", {name: slope.numbers()[name] for name in ("error", "central error")})

# %%
again = live.predict(None, lecture.question, lecture.outcome, within=3)
again.commit(30)
print(again.happened)

# %%
again = live.slope(lambda x: x.relu(), x=0.8, h=0.5, central=True, reach=(-2.0, 2.0))
for x in (-0.8, 0.0, 0.8):
    again.place.value = x
    print(f"x {x:+.1f}  ahead {again.measured:.2f}  central {again.central:.2f}  engine {again.true:.0f}")
