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
# ## [2 Expressions that remember](02_expressions.ipynb)
#
# 45 minutes. Numbers that know how they were made, and how to draw their memory.

# %% jupyter={"source_hidden": true}
from micrograd_lab import Value, datasets, draw, nn, optim, steps

a, b, c = Value(2.0, "a"), Value(-3.0, "b"), Value(10.0, "c")
y = a * b + c
y.label = "y"
draw.graph(y)

# %% [markdown]
# ## [9 Moons: a real decision boundary](09_moons.ipynb)
#
# 60 minutes. A network of 337 numbers learns to separate what no line can.

# %% jupyter={"source_hidden": true}
data = datasets.moons(100, noise=0.1, seed=1)
model = nn.MLP(2, [16, 16, 1], seed=1)
for step in steps.Training(model, data, optim.SGD(model.parameters(), lr=1.0)):
    if step.accuracy == 1.0:
        break
draw.field(model, data)
