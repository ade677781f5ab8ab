# %% [markdown]
# # Gallery
#
# Every view of the course on one page. Each asks first what you expect. Commit an answer, then move what can be
# moved; below each view, *code* says what you would type to get what is on screen, and *save picture* keeps it.
#
# Without a kernel each view shows its still picture, as it was before anything moved.

# %%
from math import isclose

from micrograd_lab import Value, datasets, live, nn

# %% [markdown]
# ## The first minute
#
# A network of 337 numbers learns a hundred points. A step stays on screen for as long as something happens in it.

# %% jupyter={"source_hidden": true}
unmoved = live.predict(
    live.first(),
    question="In the end every point is right. How many of the 337 numbers have not moved at all?",
    options=["none", "35", "235"],
    outcome=lambda view: f"{view.first.moved.count(0.0)}",
    lesson="gallery",
    name="first",
    tried=lambda view: view.done,
)
unmoved

# %% [markdown]
# ## Three numbers
#
# Six points, and three numbers to find. With a class that has `backward()`, that moves the sliders too.

# %% jupyter={"source_hidden": true}
downhill = live.predict(
    live.three(engine=Value),
    question="backward() moves all three sliders, step by step. What does the loss do?",
    options=["it falls at every step", "it falls and rises, and falls in the end", "it jumps down at once"],
    outcome="it falls at every step",
    lesson="gallery",
    name="three",
    tried=lambda view: view.three.found,
)
downhill

# %% [markdown]
# ## Graph
#
# Every box is a Value; on every arrow stands a local derivative. Drag an input and all data and gradients follow. Point
# at a box, or press Tab and arrow keys, to hear what it is.

# %% jupyter={"source_hidden": true}
old = live.predict(
    live.graph("(a * b + c).tanh()", a=(0.5, -2, 2), b=(-1.0, -2, 2), c=(0.3, -2, 2), backward=True),
    question="You take the tick away, so that only forward runs, then drag b. What does a.grad do?",
    options=["it follows b", "it stays as it was", "it becomes 0"],
    outcome="it stays as it was",
    lesson="gallery",
    name="graph",
    tried=lambda view: bool(view.old) and view.ran_at["b"] != view.graph.differentiated_at["b"],
)
old

# %% [markdown]
# A Value that is there already moves, too: its labelled leaves get sliders.

# %%
x, w = Value(2.0, label="x"), Value(-0.5, label="w")
z = (x * w).sigmoid()
live.graph(z)

# %% [markdown]
# ## Backward, step by step
#
# One press uses one arrow, against its direction: local times upstream, added to what is there. `t` is used on two
# roads of unequal length, and that is where orders differ.


# %%
def reused(a, b, c):
    t = a * b
    t.label = "t"
    return t + t * c


# %% jupyter={"source_hidden": true}
recursion = live.predict(
    live.backward(reused, order="recursive", a=2.0, b=-3.0, c=4.0),
    question="y sends its gradient on, then each box that y is made from does the same, and so on. What is a.grad "
    "in the end? (a moves y by -15 times its own move.)",
    options=["-15", "-18", "-30"],
    outcome=lambda view: f"{view.results['recursive'].gradients['a']:g}",
    lesson="gallery",
    name="backward",
    tried=lambda view: "recursive" in view.results,
)
recursion

# %% [markdown]
# Now you choose who sends next: click a box. Can you reach -15 without looking at the table?

# %%
live.backward(reused, order="you choose", a=2.0, b=-3.0, c=4.0)

# %% [markdown]
# ## Two roads
#
# A gradient arrives on every road that leads from the output to a leaf. Choose what becomes of them: with `=` the last
# one replaces what was there.

# %% jupyter={"source_hidden": true}
replaced = live.predict(
    live.roads("a + a", rule="=", a=2.0),
    question="y = a + a, and each arriving gradient replaces the last. What is a.grad?",
    options=["0", "1", "2"],
    outcome="1",
    lesson="gallery",
    name="roads",
    hidden=True,
)
replaced

# %% [markdown]
# ## Fill the gradients
#
# Type each gradient, from the output to the leaves; a wrong one is told what makes it. Then nudge a leaf by h.

# %%
a, b, c, f = Value(2.0, "a"), Value(-3.0, "b"), Value(10.0, "c"), Value(-2.0, "f")
L = (a * b + c) * f
L.label = "L"
live.fill(L)

# %% [markdown]
# ## In the dark
#
# The curve is covered: you know where you stand and how it leans underfoot. Each step is the learning rate times the
# slope, downhill.

# %% jupyter={"source_hidden": true}
dark = live.predict(
    live.dark(lambda x: (x**2 - 1) ** 2 + 0.3 * x, x=1.5, reach=(-2, 2), lr=0.1),
    question="You go downhill until it is flat, and put on the light. Do you stand at the lowest place of all?",
    options=["yes", "no"],
    outcome="no",
    lesson="gallery",
    name="dark",
    tried=lambda view: view.lit and view.walk.flat,
)
dark

# %% [markdown]
# ## Slope
# The slope of a curve, measured over a step h. Drag h down: the secant turns into the tangent, and the error is drawn
# on the right. Then switch on "zoom in to h", and see why it does not go on like this.

# %% jupyter={"source_hidden": true}
live.predict(
    live.slope(h=1e-6),
    "You drag h from 1e-6 down to 1e-15. What does the error of the measured slope do?",
    outcome="it falls a little, then rises",
    options=["it falls all the way", "it stays the same", "it falls a little, then rises"],
    tried=lambda view: view.step_size.value <= 1e-15,
    lesson="gallery",
    name="slope",
)

# %% [markdown]
# Any function of Values has its true slope from the engine. At the kink of relu three answers differ.

# %%
live.slope(lambda x: x.relu(), x=0.0, h=1e-3, central=True, whole=True, reach=(-2, 2))

# %% [markdown]
# ## A duel
#
# Three numbers, four points, three rounds of five moves: by hand, along arrows, and by gradient descent. No move is
# longer than the longest of descent's own.

# %% jupyter={"source_hidden": true}
pulled = live.predict(
    live.duel(),
    question="At the start each of the four points pulls at b, all of them equally hard. In round 3 descent takes its "
    "first step. How far does b move?",
    options=["four times as far as for one point", "as far as for one point", "not at all"],
    outcome="not at all",
    lesson="gallery",
    name="duel",
    tried=lambda view: len(view.losses["descent"]) > 1,
)
pulled

# %% [markdown]
# ## A neuron is a line
# A neuron's score is 0 on a line, which parts the plane in two. Drag the line, the head of its arrow (w1, w2), or the
# sliders; a click elsewhere chooses the point at which the graph is computed.

# %% jupyter={"source_hidden": true}
moved = live.predict(
    live.neuron(),
    "You raise b, and leave w1 and w2. Which way does the line move?",
    outcome="against the arrow",
    options=["with the arrow", "against the arrow", "it turns"],
    tried=lambda view: view.boxes["b"].value > 1.0,
    lesson="gallery",
    name="raise b",
)
moved

# %% [markdown]
# Two hidden ReLUs fold the plane, each along its own line. One neuron alone never separates these four corners: choose
# a unit, and set the weights of all three by hand until the accuracy is 100 %.

# %% jupyter={"source_hidden": true}
folds = live.predict(
    live.neuron(datasets.xor(40, noise=0.2, seed=3), hidden=2),
    "Two hidden ReLUs, and a sum of what they give. Along how many lines is the plane folded?",
    outcome=lambda view: str(view.folds),
    options=["1", "2", "3", "4"],
    lesson="gallery",
    name="folds",
    hidden=True,
)
folds

# %% [markdown]
# ## Paper folding
#
# The plane as a sheet of paper, which each ReLU folds. Drag a crease, or the tip of its arrow; drag the sheet on the
# right to see it from behind. What sticks out above the glass counts as +1.

# %% jupyter={"source_hidden": true}
folded = live.predict(
    live.paper(),
    question="The second fold has v = -4. You put v at -2. How many flat pieces has the sheet then?",
    options=["2", "3", "4"],
    outcome=lambda view: str(view.pieces),
    lesson="gallery",
    name="paper",
    tried=lambda view: abs(view.folds[1].v + 2) < 0.05,
)
folded

# %% [markdown]
# ## Landscape
# A loss over two numbers, seen from above, and three optimisers on their way down. Press play, drag the learning rate,
# and press anywhere on the picture for another start.

# %% jupyter={"source_hidden": true}
live.predict(
    live.landscape(race=("SGD",)),
    "The loss is (x² + 25 y²) / 2. Above which learning rate does plain SGD no longer converge?",
    outcome=0.08,
    options=[0.02, 0.04, 0.08, 0.16],
    tried=lambda view: view.outside,
    lesson="gallery",
    name="landscape",
)

# %% [markdown]
# The same for two parameters of a network, which alone are trained, on 30 points of the moons.

# %%
model, data = nn.MLP(2, [4, 1], seed=3), datasets.moons(30, seed=1)
live.landscape(model=model, data=data, along=(2, 6), lr=0.3)

# %% [markdown]
# ## Ravine golf
#
# An optimiser of your own beside SGD, momentum and Adam, all at one learning rate, on three courses. The ball is in the
# hole when a step ends there and is short. Place your mark first; then the rate is yours.

# %%
class Half:
    def __init__(self, parameters, lr):
        self.parameters, self.lr, self.speed = parameters, lr, [0.0 for p in parameters]

    def step(self):
        for i, p in enumerate(self.parameters):
            self.speed[i] = 0.5 * self.speed[i] + p.grad
            p.data -= self.lr * self.speed[i]


live.golf(Half)

# %% [markdown]
# ## The ravine of two moons
#
# A network of 337 numbers, after 30 steps of its training on the moons, in the landscape of its loss. Turn up the rate,
# and it goes from wall to wall; turn it down, and it creeps. The same class as in ravine golf may go on from there.

# %%
from micrograd_lab.experiments.own_training import KIT

live.ravine(KIT, Half)

# %% [markdown]
# ## The time machine
#
# A training of the two moons with every step kept; it begins at other numbers than that of lesson 9. Move *after step*,
# or drag in the curves: below the loss stands which points were wrong at which step.

# %%
live.time_machine(KIT, seed=4)

# %% [markdown]
# ## A signal through thirty layers
#
# How large the answers are on their way through 30 layers, and the gradients on their way back. Drag the scale of the
# weights, and choose what the units do. `live.signal(init)` lays weights of your own beside these.

# %% jupyter={"source_hidden": true}
live.predict(
    live.signal(),
    question="With tanh, at a scale of 2: what grows a thousand times and more in 30 layers?",
    options=["the answers", "the gradients", "both", "neither"],
    outcome=lambda view: "the gradients" if view.kit.there < 1000 < view.kit.back else "both",
    tried=lambda view: view.activations.value == "tanh" and view.scale.value > 1.9,
    lesson="gallery",
    name="signal",
)

# %% [markdown]
# ## The training loop
#
# Forward, zero, backward, update: four buttons, each of which does what its name says and nothing else. Press them in
# any order; where an order is unusual, a sentence says what it has done.

# %% jupyter={"source_hidden": true}
twice = live.predict(
    live.loop(),
    question="You press forward, zero and backward, then update twice. How far does the second update move?",
    options=["not at all", "half as far as the first", "as far as the first"],
    outcome=lambda view: "as far as the first" if isclose(*view.loop.moves[:2]) else "not at all",
    lesson="gallery",
    name="loop",
    tried=lambda view: len(view.loop.moves) > 1,
)
twice

# %% [markdown]
# ## The order of the loop
#
# The same four, as cards that can lie in 24 orders, and twelve rounds of each. Press two cards, and they change places.
# Walk through their turns, and then say what the order does: the same as the right one, the same one round late,
# nothing at all, or something else.

# %% jupyter={"source_hidden": true}
live.orders("fsbz")

# %% [markdown]
# ## The training cockpit
#
# A network learns to tell the two moons apart. Choose data, layers, activation, loss and optimiser, then press play. A
# small picture in each unit is what that unit answers; drag an edge up or down and its weight follows.

# %% jupyter={"source_hidden": true}
straight = live.predict(
    live.training(datasets.moons(100, seed=1), lr=0.1, controls="all"),
    question="You set the activation to linear, and train. Which border can three layers draw then?",
    options=["one straight line", "two straight pieces", "any curve"],
    outcome="one straight line",
    lesson="gallery",
    name="training",
    tried=lambda view: view.activation == "linear" and view.training.number >= 20,
)
straight

# %% [markdown]
# ## Distributions
#
# What the units of each layer answer on all points, and how large each layer's gradient is. It depends on how the
# weights start: drag their scale from 0.01 to 10, then choose another start.

# %% jupyter={"source_hidden": true}
alike = live.predict(
    live.distributions(start="all 0.3"),
    question="All weights start at 0.3. How many of the 16 units of layer 1 differ after 50 steps?",
    options=["16", "2", "1: all stay alike"],
    outcome=lambda view: "1: all stay alike" if view.layers.distinct == 1 else str(view.layers.distinct),
    lesson="gallery",
    name="distributions",
    tried=lambda view: bool(view.trained),
)
alike

# %% [markdown]
# ## Softmax
#
# Four logits become probabilities, and the loss is minus the log of the label's. Drag a logit and watch all bars
# move: they share one sum. Then warm the temperature up.

# %% jupyter={"source_hidden": true}
shares = live.predict(
    live.softmax([0.0, 3.0, -2.0, 1.0], label=3),
    question="The label is 3. By which logits is the gradient of the loss negative?",
    options=["by the label's alone", "by all but the label's", "by the smallest logits"],
    outcome=lambda view: (
        "by the label's alone" if sum(g < 0 for g in view.gradients) == 1 else "by all but the label's"
    ),
    lesson="gallery",
    name="softmax",
    hidden=True,
)
shares

# %% [markdown]
# ## Attention
# Each row says how much one token looks at each of the others; a row sums to 1. Switch the causal mask, drag the
# scale of q · k from 0 to 4, click on a row, and type another name. Nothing here is trained: queries and keys come
# from a seed.

# %% jupyter={"source_hidden": true}
itself = live.predict(
    live.attention("emma", causal=False, row=0),
    "You switch the causal mask on. What is then the weight in row 0 on BOS itself?",
    outcome=lambda view: view.weights[0][0],
    tried=lambda view: view.mask.value,
    lesson="gallery",
    name="attention",
)
itself

# %% [markdown] {"jp-MarkdownHeadingCollapsed": true}
# ## For the curious: the views, moved from code
#
# These cells make each view once more, move it, and print what it then holds. Code commits a prediction first,
# like anyone.

# %%
again = live.predict(live.first(), unmoved.question, unmoved.outcome, unmoved.options, tried=unmoved.tried)
again.commit("none")
again.view.learn()
print(again.view)

# %%
assert again.happened == "35"

# %%
view = live.three(engine=Value)
again = live.predict(view, downhill.question, downhill.outcome, downhill.options, tried=downhill.tried)
again.commit("it jumps down at once")
view.learn()
print(again)

# %%
assert again.compared
assert view.three.losses == sorted(view.three.losses, reverse=True)

# %%
again = live.predict(live.graph("a * b", a=2.0, b=-3.0, backward=True), old.question, old.outcome, old.options)
again.commit("it follows b")
again.view.backward.value = False
again.view.sliders["b"].value = 5.0
print(again)

# %%
assert again.view.root.data == 10.0
assert again.view.leaves["a"].grad == -3.0

# %%
view = live.backward(reused, order="recursive", a=2.0, b=-3.0, c=4.0)
again = live.predict(view, recursion.question, recursion.outcome, recursion.options, tried=recursion.tried)
again.commit("-15")
view.finish()
print(again)

# %%
for order in view.choice.options[:-1]:
    view.choice.value = order
    view.finish()
print("\n".join(" | ".join(row) for row in view.rows()))

# %%
right = (-15.0, 10.0, -6.0)
found = {order: tuple(result.gradients.values()) for order, result in view.results.items()}
assert [order for order in found if found[order] == right] == ["topological", "increment"]
assert found["recursive"][0] == -18.0
assert found["recursive, last input first"][0] == -30.0

# %%
by_hand = live.fill(L)
assert by_hand.check(1.0, "L")
assert by_hand.check(4.0, "f")
assert not by_hand.check(10.0, "v4")

# %%
view = live.slope(h=1e-6)
asked = live.predict(view, "What does the error do?", outcome="it falls, then rises")
asked.commit("it falls, then rises")

# %%
for h in (1e-6, 1e-8, 1e-12, 1e-15, 1e-16):
    view.step_size.value = h
    print(f"h = {h:g}: error {abs(view.measured - view.true):.2g}. {view.sentence}")

# %%
view.zoom.value = True
view

# %%
assert view.measured == 0
assert view.true == 14
assert "less than half the gap" in view.sentence

# %%
view = live.duel()
again = live.predict(view, pulled.question, pulled.outcome, pulled.options, tried=pulled.tried)
again.commit("as far as for one point")
view.play(descent=1)
print(again)

# %%
assert again.compared
assert view.duel.numbers[2] == 0.5

# %%
again = live.predict(live.neuron(), moved.question, moved.outcome, moved.options, tried=moved.tried)
again.commit("with the arrow")
for b in (0.8, 1.4):
    again.view.set(b=b)
    print(again.view.numbers()["line"], "is", again.view.numbers()["accuracy"])

# %%
again

# %%
data = datasets.xor(40, noise=0.2, seed=3)
view = live.neuron(data, hidden=2)
for unit, (w1, w2, b) in {"h1": (1, 1, 0), "h2": (-1, -1, 0), "out": (-1, -1, 1)}.items():
    view.choose(unit)
    view.set(w1=w1, w2=w2, b=b)

# %%
view.backward.value = True
view

# %%
assert again.happened == "against the arrow"
assert (view.accuracy, view.folds, view.bends) == (1.0, 1, 0)

# %%
view = live.paper()
again = live.predict(view, folded.question, folded.outcome, folded.options, tried=folded.tried)
again.commit("2")
view.set(fold=2, v=-2.0)
print(again)

# %%
assert (again.happened, view.right) == ("3", 3)

# %%
view = live.landscape(lr=0.079)
question = "Above which learning rate does SGD no longer converge?"
asked = live.predict(view, question, outcome=0.08, options=[0.02, 0.04, 0.08, 0.16])
asked.commit(0.08)

# %%
view.step(100)
for lr in (0.079, 0.081):
    view.rate.value = lr
    print(lr, {name: f"{racer.loss:.1e}" for name, racer in view.racers.items()}, view.sentence)

# %%
view

# %%
assert view.outside == ["SGD"]
assert view.racers["momentum"].loss < 2e-3

# %%
again = live.predict(live.loop(), twice.question, twice.outcome, twice.options, tried=twice.tried)
again.commit("not at all")
again.view.press("forward", "zero", "backward", "update", "update")
print(again.view.sentence)

# %%
again

# %%
assert again.happened == "as far as the first"
assert again.view.loop.calls == 1

# %%
view = live.training(datasets.moons(100, seed=1), lr=0.1, controls="all")
again = live.predict(view, straight.question, straight.outcome, straight.options, tried=straight.tried)
again.commit("any curve")
view.choices.activation.value = "linear"
view.step(100)
print(again)

# %%
view.choices.activation.value = "tanh"
view.step(300)
print(f"tanh, after {view.training.number} steps: {view.accuracy:.1%} on their side")

# %%
assert again.compared
assert view.accuracy == 1.0

# %%
again = live.predict(live.distributions(start="all 0.3"), alike.question, alike.outcome, alike.options)
again.commit("16")
again.view.train()
again

# %%
view = live.distributions()
for scale in (0.1, 1, 10):
    view.factor.value = scale
    print(f"scale {scale:g}: {view.numbers()['saturated units']} saturated")

# %%
assert again.view.layers.distinct == 1
assert sum(view.saturated) == 30

# %%
again = live.predict(live.softmax(label=3), shares.question, shares.outcome, shares.options)
again.commit("by the smallest logits")
again.view.sliders[3].value = 2.0
print(again)

# %%
assert abs(sum(again.view.gradients)) < 1e-12
assert sum(again.view.probabilities) > 0.999999

# %%
view = live.attention("emma", causal=False, row=0)
again = live.predict(view, itself.question, itself.outcome, tried=itself.tried)
again.commit(0.2)
view.mask.value = True
again

# %%
for scale in (0.0, 0.5, 4.0):
    view.scaling.value, view.rows.value = scale, 3
    print(f"scale {scale:g}, row m:", *(f"{w:.2f}" for w in view.weights[3]))

# %%
view.name.value = "ada"
view.mask.value = False
view

# %%
assert again.happened == 1.0
assert all(abs(sum(row) - 1) < 1e-9 for row in view.weights)
