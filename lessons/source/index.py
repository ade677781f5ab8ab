# %% [markdown]
# # Learn how neural networks learn
#
# Open a lesson. In each you say first what will happen, then drag a slider and see it happen.
#
# A cell is a piece of text or code. Click into one and press **Shift+Enter** to run it and go on to the next. To
# start a lesson, choose *Run*, then *Run All Cells*: the views come alive, and each waits for your prediction.
#
# Everything works without a network connection. What you predict stays on this machine.

# %% [markdown]
# ## [0 Start here](00_start.ipynb)
#
# 20 minutes. Afterwards you can run a cell, commit a prediction, and read what a check says.
# [Exercises](../exercises/00_start.ipynb), 10 minutes.

# %% jupyter={"source_hidden": true}
from micrograd_lab import Value, datasets, draw, live, nn, optim, steps

x = Value(1.0, "x")
y = 2 * x + 1
y.label = "y"
draw.graph(y, partials=False)

# %% [markdown]
# ## [1 Slopes](01_slopes.ipynb)
#
# 40 minutes. Afterwards you can measure a slope and a gradient, and choose how small a step to take.
# [Exercises](../exercises/01_slopes.ipynb), 35 minutes.

# %% jupyter={"source_hidden": true}
near, error = live.slope(x=1.5, h=1.0).panels()
draw.chart([near], "A curve with its secant and its tangent at x = 1.5.")

# %% [markdown]
# ## [2 Expressions that remember](02_expressions.ipynb)
#
# 45 minutes. Afterwards you can read a computation graph, and build numbers that know how they were made.
# [Exercises](../exercises/02_expressions.ipynb), 50 minutes.

# %% jupyter={"source_hidden": true}
a, b, c = Value(2.0, "a"), Value(-3.0, "b"), Value(10.0, "c")
y = a * b + c
y.label = "y"
draw.graph(y)

# %% [markdown]
# ## [3 Backprop by hand](03_by_hand.ipynb)
#
# 45 minutes. Afterwards you can find every gradient of a small graph on paper, and say which way to move each number.
# [Exercises](../exercises/03_by_hand.ipynb), 40 minutes.

# %% jupyter={"source_hidden": true}
a, b, c, f = Value(2.0, "a"), Value(-3.0, "b"), Value(10.0, "c"), Value(-2.0, "f")
L = (a * b + c) * f
L.label = "L"
draw.graph(L, partials=False)

# %% [markdown]
# ## [4 Automate one node](04_node.ipynb)
#
# 50 minutes. Afterwards you can write operations that do their own step backward, and say why gradients are added.
# [Exercises](../exercises/04_node.ipynb), 40 minutes.

# %% jupyter={"source_hidden": true}
a = Value(1.0, "a")
y = a.tanh() + a.exp() + a**3
y.label = "y"
y.backward()
draw.graph(y)

# %% [markdown]
# ## [5 Order matters](05_order.ipynb)
#
# 50 minutes. Afterwards you can write `backward()` for any graph, and show where plain recursion goes wrong.
# [Exercises](../exercises/05_order.ipynb), 40 minutes.

# %% jupyter={"source_hidden": true}
a, b, c = Value(2.0, "a"), Value(-3.0, "b"), Value(4.0, "c")
t = a * b
y = t + t * c
t.label, y.label = "t", "y"
draw.graph(y)

# %% [markdown]
# ## [6 Trust, but verify](06_verify.ipynb)
#
# 50 minutes. Afterwards you can check gradients by measuring, and write tests that expose wrong engines.
# [Exercises](../exercises/06_verify.ipynb), 50 minutes.

# %% jupyter={"source_hidden": true}
a, b, c = Value(-2.0, "a"), Value(3.0, "b"), Value(4.0, "c")
probe = a.relu() * c + (-a).relu() - 3 * b.relu()
probe.label = "probe"
probe.backward()
draw.graph(probe)

# %% [markdown]
# ## [9 Moons: a real decision boundary](09_moons.ipynb)
#
# 60 minutes. Afterwards you can read a decision boundary, train a network of 337 numbers, and tell learning from
# learning by heart.

# %% jupyter={"source_hidden": true}
data = datasets.moons(100, noise=0.1, seed=1)
model = nn.MLP(2, [16, 16, 1], seed=1)
for step in steps.Training(model, data, optim.SGD(model.parameters(), lr=1.0)):
    if step.accuracy == 1.0:
        break
draw.field(model, data)
