# /// lesson
# title = "Trust, but verify"
# minutes = 50
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
# You need: lesson 5, backward through a whole graph.
#
# Your engine gives numbers. Are they right? A wrong gradient raises no error: training merely goes badly, and one
# blames the learning rate. Here you learn to find out, in three ways: measure, break, compare.
#
# ## Warm-up
#
# Answer each in your head, then open it.
#
# <details><summary>In y = t + t c, with t = ab: when may t send its gradient on?</summary>
#
# When both of its users have sent theirs. A value sends once, after everything has arrived.
# </details>
#
# <details><summary>d = e + c and L = d f. What is the gradient of c, in words?</summary>
#
# The slope of the sum by c, which is 1, times what has arrived at d, which is f.
# </details>
#
# <details><summary>You measure a slope with h = 1e-16 at x = 3, and read 0. Why?</summary>
#
# x + h is x: the step is smaller than the gap between two floats there.
# </details>

# %% [markdown]
# ## Measure
#
# An engine says what a slope is. A measurement asks the function itself: move one input a little, see what the output
# does. Nothing about rules is needed for that, so it cannot make the same mistake.
#
# How good is a measurement? In lesson 1 one step ahead was best near h = 1e-8. The **central difference** takes a step
# to both sides: (f(x + h) - f(x - h)) / 2h.

# %%
import math

from micrograd_lab import Value, gradcheck, graph, live
from micrograd_lab.steps import backward_steps

# %% [markdown]
# ## Predict: the best step
#
# The function is exp at x = 1, so its true slope is e. Drag h down from 0.1, and watch the two errors on the right.


# %% jupyter={"source_hidden": true}
def best(view):
    """The step, of those offered, at which the central difference is nearest to the true slope."""
    errors = {f"1e-{n}": abs(view.curve.central(1.0, 10.0**-n) - math.e) for n in (2, 5, 8, 12)}
    return min(errors, key=errors.get)


def exponential(x):
    return x.exp()


step = live.predict(
    live.slope(exponential, x=1.0, h=0.1, central=True),
    question="At which h is the central difference best?",
    options=["1e-2", "1e-5", "1e-8", "1e-12"],
    outcome=best,
    lesson="06",
    name="best step",
    tried=lambda view: view.step_size.value <= 1e-12,
)
step

# %% [markdown]
# ## Explain
#
# Two errors work against each other. Which falls with h, and which rises? One sentence, then open.
#
# <details><summary>What to see</summary>
#
# The curve bends between the two points: that error falls with h, and for the central difference with h squared, twice
# as steep on this paper. Rounding does not care for h, but it is divided by it: that error rises as h falls. They
# meet near 1e-5. There the central difference has about ten right digits, a step ahead about five.
# </details>

# %%
f, x = math.exp, 1.0
for h in (1e-1, 1e-2, 1e-3):
    ahead = abs((f(x + h) - f(x)) / h - math.e)
    central = abs((f(x + h) - f(x - h)) / (2 * h) - math.e)
    print(f"h {h:<6}  error one step ahead {ahead:.0e}  central {central:.0e}")

# %% [markdown]
# A tenth of h: a tenth of the error one step ahead, a hundredth of the central one.

# %%
assert best(step.view) == "1e-5"

# %% [markdown]
# ## Drag
#
# Another curve: relu. Drag x across 0 at h = 0.5, and look at the three slopes. Then make h smaller. Where do the three
# agree, and where do they not, however small h is?

# %%
kinked = live.slope(lambda x: x.relu(), x=0.8, h=0.5, central=True, reach=(-2.0, 2.0))
kinked

# %% [markdown]
# ## Predict: at the kink
#
# Now x = 0 exactly. There are three answers to "what is the slope?": one step ahead, the central difference, and what
# the engine says.

# %% jupyter={"source_hidden": true}
kink = live.predict(
    live.slope(lambda x: x.relu(), x=0.0, h=0.001, central=True, reach=(-2.0, 2.0)),
    question="Slope of relu at 0: one step ahead, central, engine?",
    options=["0, 0, 0", "1, 0.5, 0", "1, 0.5, 1", "1, 1, 1"],
    outcome=lambda view: f"{view.measured:.2g}, {view.central:.2g}, {view.true:.2g}",
    lesson="06",
    name="kink",
    hidden=True,
)
kink

# %% [markdown]
# <details><summary>Who is right?</summary>
#
# There is no slope at a <em>kink</em>: left of it 0, right of it 1. One step ahead sees only the right side, the
# central difference takes the mean, and the engine has to choose: it takes 0, as PyTorch does. So a check at a kink
# that disagrees says nothing against the engine. Move x a little, and check again.
# </details>
#
# ## Worked example: a gradient check
#
# First the measured slope of one input, while the others stay.


# %%
def measured(f, xs, i, h=1e-6):
    up, down = list(xs), list(xs)
    up[i] += h
    down[i] -= h
    return (f(*up) - f(*down)) / (2 * h)


round(measured(lambda a, b: a * b, [2.0, -3.0], 0), 6)

# %% [markdown]
# How near is near enough? Take a function in billions, and the right gradient.


# %%
def large(a, b):
    return 1e9 * a**3 * b


claimed = 3e9 * 2.0**2 * -3.0
difference = abs(claimed - measured(large, [2.0, -3.0], 0))
print("smaller than 0.001?", difference < 0.001)

# %% [markdown]
# The gradient is right, and the difference is large: rounding of such numbers is. In millionths it is the other way
# round. Here the claim is twice what it should be:


# %%
def small(a, b):
    return 1e-6 * a * b


claimed_small = 2 * 1e-6 * -3.0
difference_small = abs(claimed_small - measured(small, [2.0, -3.0], 0))
print("smaller than 0.001?", difference_small < 0.001)

# %% [markdown]
# So what counts is the **relative error**: the difference, divided by the larger of the two sizes. Which principle is
# it?
# *Compare with the size of what you compare.*


# %%
def relative(claimed, slope):
    size = max(abs(claimed), abs(slope)) or 1.0  # two zeros agree
    return abs(claimed - slope) / size


print("right, in billions:  ", relative(claimed, measured(large, [2.0, -3.0], 0)) < 1e-4)
print("wrong, in millionths:", relative(claimed_small, measured(small, [2.0, -3.0], 0)) < 1e-4)

# %%
assert relative(0.0, 0.0) == 0.0
assert relative(1.0, -1.0) == 2.0

# %% [markdown]
# The course's own check does this for every input of a function of Values. It also chooses the step by the size of x.

# %%
gradcheck.check(lambda a, b: (a * b + 1).tanh() / b, a=0.5, b=-3.0)

# %% [markdown]
# ## Break
#
# A test that passes shows little: perhaps it passes on wrong engines too. So turn it round. Take a right engine, break
# it on purpose, and see whether the test notices. This is called **mutation testing**.
#
# Here is a right engine in a few lines: a table of local derivatives, and one sweep from the output down.

# %%
SLOPES = {
    "+": lambda out, a, b: (1.0, 1.0),
    "*": lambda out, a, b: (b.data, a.data),
    "tanh": lambda out, a: (1 - out.data**2,),
    "exp": lambda out, a: (out.data,),
    "ReLU": lambda out, a: (float(a.data > 0),),
}


# %%
def gradients(y, slopes=SLOPES, add=True):
    records = graph.snapshot(y)
    grads = [0.0] * len(records)
    grads[-1] = 1.0
    for r in reversed(records):
        inputs = [records[i] for i in r.inputs]
        for i, slope in zip(r.inputs, slopes[r.op](r, *inputs) if r.op else (), strict=True):
            grads[i] = slope * grads[r.number] + (grads[i] if add else 0.0)
    return [g for g, r in zip(grads, records, strict=True) if not r.inputs]


# %% [markdown]
# Five wrong ones, each the right one with one thing changed.

# %%
WRONG = {
    "operands swapped": {"slopes": SLOPES | {"*": lambda out, a, b: (a.data, b.data)}},
    "tanh of its input": {"slopes": SLOPES | {"tanh": lambda out, a: (1 - a.data**2,)}},
    "exp passes x": {"slopes": SLOPES | {"exp": lambda out, a: (a.data,)}},
    "relu always open": {"slopes": SLOPES | {"ReLU": lambda out, a: (1.0,)}},
    "= for +=": {"add": False},
}

# %% [markdown]
# And three expressions to test them with, called **probes**.

# %%
PROBES = {
    "a*b + c": lambda a, b, c: a * b + c,
    "a + a": lambda a, b, c: a + a,
    "tanh(a*b + c)": lambda a, b, c: (a * b + c).tanh(),
}


def exposed(wrong, probe):
    y = probe(*map(Value, (-2.0, 3.0, 4.0)))
    return gradients(y) != gradients(y, **WRONG[wrong])


# %%
for wrong in WRONG:
    row = "".join(f"{'exposed' if exposed(wrong, probe) else '.':<16}" for probe in PROBES.values())
    print(f"{wrong:<20}{row.rstrip()}")
print(f"{'':<20}{''.join(f'{name:<16}' for name in PROBES).rstrip()}")

# %% [markdown]
# ## Complete it
#
# Two rows are empty: whoever has those mistakes passes all three tests. Which operations have not been used? Write one
# probe in your head that exposes both. For relu, think which side of 0 tells.

# %%
PROBES["exp(a) + relu(a)"] = lambda a, b, c: a.exp() + a.relu()
print([wrong for wrong in WRONG if not any(exposed(wrong, probe) for probe in PROBES.values())])

# %%
assert exposed("exp passes x", PROBES["exp(a) + relu(a)"])
assert exposed("relu always open", PROBES["exp(a) + relu(a)"])  # a is -2: right 0, wrong 1

# %% [markdown]
# And an engine that only recurses, which you know from lesson 5? On each graph, the gradient of a, in the right order
# and by recursion:

# %%
GRAPHS = {
    "a*b + c": lambda a, b, c: a * b + c,
    "(a*b)*(a + b)": lambda a, b, c: (a * b) * (a + b),
    "t + t*c": lambda a, b, c: (lambda t: t + t * c)(a * b),
}


# %%
def by(order, y):
    last = {}
    for step in backward_steps(y, order):
        last[step.input] = step.after
    return last[next(r.number for r in graph.snapshot(y) if r.label == "a")]


for name, f in GRAPHS.items():
    y = f(Value(-2.0, "a"), Value(3.0, "b"), Value(4.0, "c"))
    print(f"{name:<16}{by('topological', y):6.0f}{by('recursive', y):6.0f}")

# %%
assert by("topological", y) != by("recursive", y)

# %% [markdown]
# ## On your own
#
# Open [the exercises of this lesson](../exercises/06_verify_exercises.ipynb). You write the gradient check, and you
# break 38 engines with at most eight probes. The four graphs that lectures draw expose 17 of them. About 50 minutes,
# with the two parts below.
#
# ## Predict: backward, twice
#
# Say you call backward twice on the same output, as micrograd has it: the output gets 1, everything else keeps what it
# has. The graph is `y = a * 1 + c`, and after one call a has the gradient 1.


# %% jupyter={"source_hidden": true}
def called_twice(view):
    """The gradient of a after two sweeps, in which nothing is set to 0 in between."""
    records = graph.snapshot(view.root)
    grads = [0.0] * len(records)
    for _ in range(2):
        grads[-1] = 1.0
        for r in reversed(records):
            for i, slope in zip(r.inputs, r.partials, strict=True):
                grads[i] += slope * grads[r.number]
    return grads[next(r.number for r in records if r.label == "a")]


second = live.predict(
    live.graph("a * 1 + c", a=2.0, c=4.0),
    question="Which gradient has a after the second call?",
    outcome=called_twice,
    lesson="06",
    name="backward twice",
    hidden=True,
)
second

# %% [markdown]
# The graph appears with the gradients of one call.
#
# <details><summary>Why not 2?</summary>
#
# The product between still holds 1 from the first call. The second call adds 1 and makes it 2, and 2 is sent on to a,
# which holds 1: together 3. Leaves are meant to add up, so that several losses can share them. What lies between has
# to begin anew.
# </details>
#
# Three engines, three answers. micrograd gives 3. PyTorch raises an error, since it has let go of the graph; with
# `retain_graph=True` it gives 2. Ours gives 2:

# %%
a, c = Value(2.0), Value(4.0)
y = a * 1 + c
y.backward()
y.backward()
a.grad

# %% [markdown]
# A repair that comes to mind is to set *everything* to 0 first. It spoils what is right: two losses that share a leaf.

# %%
a = Value(1.0)
(3 * a).backward()
(5 * a).backward()
print("both losses", a.grad, " with everything zeroed it would be", 5.0)

# %%
assert a.grad == 3.0 + 5.0

# %% [markdown]
# ## Compare
#
# The third way: another engine. PyTorch is made by others, in other ways; where both agree to twelve digits on an
# expression that is large enough, a shared mistake is unlikely. In the exercises you do that with two expressions.
# Use all three ways, for each is blind somewhere: measuring at kinks, probes for mistakes nobody thought of, another
# engine for whatever it does not have.
#
# ## Bug hunt
#
# Each of these is broken on purpose. Here it is the *test* that is broken: it passes, and should not, or fails, and
# should not.
#
# **1.** The gradients are swapped, and the check is content.


# %%
def careless(f, xs, grads, h=1e-6):
    ahead = f(*[x + h for x in xs])
    return abs((ahead - f(*xs)) / h - sum(grads)) < 1e-4


careless(lambda a, b: a * b, [2.0, -3.0], [2.0, -3.0])

# %% [markdown]
# <details><summary>Why?</summary>
#
# It moves all inputs at once, and measures the sum of all slopes. Swapped gradients have the same sum. One input moves
# at a time.
# </details>
#
# **2.** This probe passes on a relu that multiplies by its output.

# %%
loud = SLOPES | {"ReLU": lambda out, a: (out.data,)}
y = Value(1.0).relu()
print(gradients(y), gradients(y, slopes=loud))

# %% [markdown]
# <details><summary>Why?</summary>
#
# At 1 the output is 1, so multiplying by it does no harm. Probes at 0, at 1, or with two equal inputs hide mistakes:
# take numbers that are neither, and different.
# </details>
#
# **3.** The engine is right, and the check complains.

# %%
gradcheck.check(lambda a: a.relu() + 2 * a, a=0.0)

# %% [markdown]
# <details><summary>Why?</summary>
#
# It checks at the kink: measured is the mean of 2 and 3, the engine says 2. Move a to 0.1, and both agree.
# </details>
#
# ## Exit question
#
# Your probes pass, all of them. What do you know now, and what not?
#
# <details><summary>Answer</summary>
#
# That your engine has none of the mistakes which these probes expose. Not that it is right: a rule that no probe uses,
# log for instance, may be wrong still. That is why each new rule comes with a check against the measured slope.
# </details>
#
# ## You can now
#
# - check a gradient by measuring, with a relative error, and choose h,
# - say what a kink does to such a check,
# - write probes that expose wrong engines, and say what a passing test is worth,
# - say what a second backward should do, and what it must not.

# %% [markdown] {"jp-MarkdownHeadingCollapsed": true}
# ## For the curious: the sliders, moved from code
#
# These cells make the views of this lesson once more, move them, and print what they then hold. Open them when you
# have tried the views yourself. Code commits a prediction first, like anyone.

# %%
again = live.predict(
    live.slope(exponential, x=1.0, h=0.1, central=True), step.question, step.outcome, step.options, tried=step.tried
)
again.commit("1e-8")
again.view.step_size.value = 1e-12
print("predicted", again.answer, "- best is", again.happened)

# %%
again.view.step_size.value = 1e-3
numbers = again.view.numbers()
print({name: numbers[name] for name in ("error", "central error")})

# %%
for x in (-0.8, 0.0, 0.8):
    kinked.place.value = x
    print(f"x {x:+.1f}  ahead {kinked.measured:.2f}  central {kinked.central:.2f}  engine {kinked.true:.0f}")

# %%
again = live.predict(
    live.slope(lambda x: x.relu(), x=0.0, h=0.001, central=True), kink.question, kink.outcome, kink.options, hidden=True
)
again.commit("0, 0, 0")
print("predicted", again.answer, "- it is", again.happened)

# %%
again = live.predict(live.graph("a * 1 + c", a=2.0, c=4.0), second.question, second.outcome, hidden=True)
again.commit(2)
print(again)
