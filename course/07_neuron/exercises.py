# /// exercises
# minutes = 55
# ///

# %% [markdown]
# You need: lesson 7, and a Value with `backward()` from exercises 5. (`mine.checkpoint(6)` puts the course's into
# `mine.py`, should yours have none.)
#
# Here you write the three classes that every later lesson runs on. Then come nine numbers that decide where no line
# can, and a proof that no line ever could. Write your code where it says *your code here*. Run the cell, then the
# check below it.
#
# Stuck? Make a cell of your own (press Esc, then b) and run `check.neuron.hint()` in it: it gives a question, then a
# pointer, then nearly the code. After an attempt, `check.neuron.solution()` shows one way.

# %%
import random

from micrograd_lab import mine
from micrograd_lab.checks import lesson_07 as check

Value = mine.Value

# %% [markdown]
# ## 7.1 Neuron
#
# `Neuron(nin)` has a weight for each of its `nin` inputs, and a bias. Keep the weights in a list of Values, each drawn
# by `random.uniform(-1, 1)`, in order, and the bias in one Value, which begins at 0.0 and is not drawn. Other sources
# of chance won't do, because `random.seed(7)` is to give everybody the same neuron.
#
# Called with a list of `nin` numbers or Values, which stays as it is, it gives **one Value**: relu(w1·x1 + w2·x2 + ...
# + b), or the same without relu where `nonlin` is `False`. `parameters()` gives a list of the Values themselves, the
# same at each call: the weights, then the bias.


# %% answer="7.1"
class Neuron:
    """relu(w . x + b), or w . x + b where nonlin is false."""

    def __init__(self, nin, nonlin=True):
        ### BEGIN SOLUTION
        self.w = [Value(random.uniform(-1, 1)) for _ in range(nin)]
        self.b = Value(0.0)
        self.nonlin = nonlin
        ### END SOLUTION

    def __call__(self, x):
        """One Value, of a list of nin numbers or Values."""
        ### BEGIN SOLUTION
        act = sum((w * xi for w, xi in zip(self.w, x, strict=True)), self.b)
        return act.relu() if self.nonlin else act
        ### END SOLUTION

    def parameters(self):
        """[w1, w2, ..., b]"""
        ### BEGIN SOLUTION
        return [*self.w, self.b]
        ### END SOLUTION


# %% check="7.1"
check.neuron(Neuron)

# %% [markdown]
# ## 7.2 Layer
#
# `Layer(nin, nout)` is `nout` neurons side by side, made one after the other. All of them are given the same list x.
# It gives a list of their outputs, in order; but a layer of one neuron gives that neuron's Value itself. `nonlin` is
# handed on to each of them, and `parameters()` gives those of the first neuron, then those of the second, and so on, in
# one list.


# %% answer="7.2"
class Layer:
    """nout neurons that all see the same nin inputs."""

    def __init__(self, nin, nout, nonlin=True):
        ### BEGIN SOLUTION
        self.neurons = [Neuron(nin, nonlin) for _ in range(nout)]
        ### END SOLUTION

    def __call__(self, x):
        """A list of nout Values; where nout is 1, the Value itself."""
        ### BEGIN SOLUTION
        out = [n(x) for n in self.neurons]
        return out[0] if len(out) == 1 else out
        ### END SOLUTION

    def parameters(self):
        """Those of all neurons, in one list."""
        ### BEGIN SOLUTION
        return [p for n in self.neurons for p in n.parameters()]
        ### END SOLUTION


# %% check="7.2"
check.layer(Layer)

# %% [markdown]
# ## 7.3 MLP
#
# `MLP(nin, nouts)` is layers one after the other, made in this order: `MLP(2, [16, 16, 1])` has two inputs, two
# **hidden** layers of 16 neurons each, and one neuron at the end. (`nouts` is a list, and stays as it is.) What one
# layer gives goes into the next, and what the last one gives is the network's own output, as it is. Hidden layers bend;
# the last one does not, also where it is the only one, because a score has to be able to lie below 0.
#
# A hidden layer may have a single neuron, as in `MLP(2, [1, 1])`. It gives a Value and no list, so put that into a list
# before it goes into the next layer.


# %% answer="7.3"
class MLP:
    """Layers of neurons, one after the other: the hidden ones with relu, the last one without."""

    def __init__(self, nin, nouts):
        ### BEGIN SOLUTION
        sizes = [nin, *nouts]
        self.layers = [Layer(sizes[i], sizes[i + 1], nonlin=i != len(nouts) - 1) for i in range(len(nouts))]
        ### END SOLUTION

    def __call__(self, x):
        """What the last layer gives, of a list of nin numbers or Values."""
        ### BEGIN SOLUTION
        for layer in self.layers:
            x = layer([x] if isinstance(x, Value) else x)
        return x
        ### END SOLUTION

    def parameters(self):
        """Those of all layers, in one list."""
        ### BEGIN SOLUTION
        return [p for layer in self.layers for p in layer.parameters()]
        ### END SOLUTION


# %% check="7.3"
check.mlp(MLP)

# %% [markdown]
# Count what the net of the first page has. You have written every line of it.

# %%
len(MLP(2, [16, 16, 1]).parameters() or [])

# %% [markdown]
# ## 7.4 Nine numbers
#
# Four corners of a rectangle, whose sides run along x1 and x2: two of them are on the side of -1 and two on that of +1,
# opposite ones on the same side. Each is `[x1, x2, side]`.
#
# In a class, put your name or id between the quotes of `me`: everyone has their own corners. Alone, leave it empty.

# %%
me = ""
corners = check.xor.given(me)
corners

# %% [markdown]
# You will want to see what a network gives at each of them:


# %%
def at_corners(net):
    return {name: net([x1, x2]) for name, (x1, x2, _) in corners.items()}


# %% [markdown]
# Find nine plain numbers for `MLP(2, [2, 1])` that put all four on their side, with a **margin**: a score of at least 1
# at +1, and of at most -1 at -1. Exactly 1 is enough, and so is what rounding makes of it. They come in one list, in
# the order of `parameters()`: w1, w2 and b of the first hidden neuron, then of the second, then of the last, which is
# given what the two others give. Paper helps. The page's two neurons are made for a square from 0 to 1, so let yours
# first bring your corners there.

# %% answer="7.4"
nine = ...  # [w1, w2, b, w1, w2, b, w1, w2, b]
### BEGIN SOLUTION
(left, low, side), (right, high, _) = corners["A"], corners["B"]
w1, w2 = 1 / (right - left), 1 / (high - low)
b = -w1 * left - w2 * low
nine = [w1, w2, b, w1, w2, b - 1, -2 * side, 4 * side, side]
### END SOLUTION

# %% check="7.4"
check.xor(nine, who=me)

# %% [markdown]
# Put them into your own network, and see its scores.

# %%
net = MLP(2, [2, 1])
for p, number in zip(net.parameters() or [], nine if isinstance(nine, list) else [], strict=False):
    p.data = number
at_corners(net)

# %% [markdown]
# ## 7.5 The lost game
#
# Four other points, A and B on one side, C and D on the other. A single neuron should get them all right. So each of
# them wants something of w1, w2 and b:
#
#     side * (x1 * w1 + x2 * w2 + b) > 0
#
# In a class, put your name or id between the quotes of `me`, here too: everyone has their own.
# Alone, leave it empty.

# %%
me = ""
points = check.game.given(me)
points

# %% [markdown]
# On the page you added up four such wants, each once, and what came out was 0 > 0, which nobody can fulfil. There the
# two diagonals of the square cross in the middle of each. Here the lines from A to B and from C to D cross too, but
# not in their middles, so once each won't do. How often does each want have to count? Give four whole numbers above 0,
# by which the wants, each multiplied by its number and then added up, say 0 > 0: nothing may be left in front of w1, of
# w2 and of b. There are many such; any will do.

# %% answer="7.5"
times = {"A": ..., "B": ..., "C": ..., "D": ...}  # for example {"A": 1, "B": 1, "C": 1, "D": 1}
### BEGIN SOLUTION
A, B, C, D = (points[name] for name in "ABCD")


def area(p, q, r):
    """Twice the area of the triangle p q r."""
    return abs((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]))


times = {"A": area(C, D, B), "B": area(C, D, A), "C": area(A, B, D), "D": area(A, B, C)}
one, other = times["A"] + times["B"], times["C"] + times["D"]
times = {"A": times["A"] * other, "B": times["B"] * other, "C": times["C"] * one, "D": times["D"] * one}
### END SOLUTION

# %% check="7.5"
check.game(times, who=me)

# %% [markdown]
# ## Where you stand

# %%
check.summary()
