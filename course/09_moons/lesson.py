# /// lesson
# title = "Moons: a real decision boundary"
# minutes = 60
# afterwards = "read a decision boundary, train a network of 337 numbers, and tell learning from learning by heart"
# picture = '''
# data = datasets.moons(100, noise=0.1, seed=1)
# model = nn.MLP(2, [16, 16, 1], seed=1)
# for step in steps.Training(model, data, optim.SGD(model.parameters(), lr=1.0)):
#     if step.accuracy == 1.0:
#         break
# draw.field(model, data)
# '''
# ///

# %% [markdown]
# You need: neurons and layers, and the training loop.
#
# Two moons lie in each other's arms. No straight line separates them. Here a network of 337 numbers learns to,
# and you watch its boundary bend.
#
# ## Warm-up
#
# Answer each in your head, then open it.
#
# <details><summary>A training step has four parts. In which order?</summary>
#
# Forward (compute the loss), zero the gradients, backward, update. Zeroing may come first as well, but not
# between backward and update.
# </details>
#
# <details><summary>How many parameters has a layer of 16 neurons with 2 inputs each?</summary>
#
# 48: each neuron has 2 weights and 1 bias.
# </details>
#
# <details><summary>y = relu(x). What is the slope at x = -3, and at x = 3?</summary>
#
# 0 and 1. On the left nothing gets through, forward or backward.
# </details>

# %% [markdown]
# ## The data
#
# 100 points in the plane. Each has a label, +1 or -1.

# %%
import math
from functools import cache

from micrograd_lab import datasets, draw, live, losses, nn, optim, replay, steps

data = datasets.moons(100, noise=0.1, seed=1)
draw.points(data)

# %%
print(data)
print("first point", data.X[0].round(2), "label", data.y[0])

# %% [markdown]
# ## The network
#
# 2 inputs, two hidden layers of 16 neurons with ReLU, one output: the **score**. Above 0 the network says +1,
# below 0 it says -1. Where the score is 0 runs the **decision boundary**.

# %%
model = nn.MLP(2, [16, 16, 1], seed=1)
print(len(model.parameters()), "parameters")
score = model(data.X[0])
print("score", round(score.data, 4), "label", data.y[0])

# %% [markdown]
# Its score at 10,000 places, before any training. It is wrong about many points: random weights know nothing.

# %%
draw.field(model, data)

# %%
scores = replay.scores(model, data.X)
print("first scores", scores[:4].round(3))
print("accuracy", losses.accuracy(scores, data.y))

# %% [markdown]
# ## The loss: be right, with a margin
#
# **Hinge loss** asks for more than the right sign. It asks for a score of at least 1 on the right side, and counts
# what is missing: `max(0, 1 - label * score)`.

# %%
for label, score in [(+1, 2.0), (+1, 0.3), (+1, -1.0), (-1, -1.0)]:
    missing = max(0, 1 - label * score)
    print(f"label {label:+d}  score {score:+.1f}  missing {missing:.1f}")

# %%
assert max(0, 1 - (+1) * 0.3) == 0.7

# %% [markdown]
# The loss of the network is the mean over all points. Written on Values, it is one more expression, and its
# graph reaches back to every weight.

# %%
outputs = [model(x) for x in data.X]
loss = losses.hinge(outputs, data.y)
print("loss", round(loss.data, 4))

# %% [markdown]
# ## Worked example: one step, by hand
#
# Four lines, in an order you know.


# %%
def step(model, learning_rate):
    loss = losses.hinge([model(x) for x in data.X], data.y)  # 1 forward
    model.zero_grad()  # 2 zero
    loss.backward()  # 3 backward
    for p in model.parameters():  # 4 update
        p.data -= learning_rate * p.grad
    return loss.data


# %%
history = [step(model, learning_rate=1.0) for _ in range(5)]
print([round(loss, 4) for loss in history])

# %%
assert history[-1] < history[0]

# %% [markdown]
# Five steps, and the loss has fallen. Each step built a graph of about 65,000 Values and threw it away. The views
# below do the same sums some thousand times as fast: they keep the graph of one point and run it on all.
#
# ## Predict: how long?
#
# A fresh network, learning rate 1. Choose, commit, then press *play*. "Never" means: not in 5000 steps.


# %% jupyter={"source_hidden": true}
def how_long(view):
    """The answer for a fresh network, whatever has been done to the one on screen."""
    model = nn.MLP(2, [16, 16, 1], seed=1)
    for step in steps.Training(model, view.data, optim.SGD(model.parameters(), lr=1.0)):
        if step.accuracy == 1.0:
            return min(("20", "200", "2000"), key=lambda n: abs(math.log(int(n) / max(step.number, 1))))
        if step.number == 5000:
            return "never"


long = live.predict(
    live.training(data, hidden=[16, 16], loss=losses.hinge, optimizer=optim.SGD, lr=1.0),
    question="After about how many steps are all 100 points on their side for the first time?",
    options=["20", "200", "2000", "never"],
    outcome=how_long,
    lesson="09",
    name="steps",
    tried=lambda view: view.accuracy == 1.0 or view.training.number >= 5000,
)
long

# %% [markdown]
# This is how it starts, as a still picture.

# %%
start = nn.MLP(2, [16, 16, 1], seed=1)
draw.field(start, data)

# %%
print("accuracy", losses.accuracy(replay.scores(start, data.X), data.y))

# %% [markdown]
# ## Explain
#
# What moved first: the place of the boundary, or its shape? Write one sentence, then open.
#
# <details><summary>What to see</summary>
#
# First the whole boundary shifts and tilts, like a line. Then it bends, one fold at a time: each ReLU gives it
# one place to fold. It stops moving once every point has its margin, for then the loss is 0 and so is every
# gradient.
# </details>
#
# ## Drag
#
# The same view, unlocked. Three things to try:
#
# 1. *Reset*, set the learning rate to 0.01, play. Then 0.1, then 10. What does too large look like?
# 2. Set *hidden size* to 1, then 2, then 3. How many folds has the boundary?
# 3. Choose a *weight no.* and drag *add to it*. Which weights move the whole boundary, which only a part?

# %%
free = live.training(data, hidden=[16, 16], loss=losses.hinge, optimizer=optim.SGD, lr=1.0)
free

# %% [markdown]
# ## Predict: one number of 337
#
# Weight no. 336 is the bias of the output: it is added to every score. You raise it by 1.


# %% jupyter={"source_hidden": true}
def orange_grows(view):
    model = view.model
    before = (replay.scores(model, view.grid) > 0).mean()
    model.parameters()[336].data += 1.0
    after = (replay.scores(model, view.grid) > 0).mean()
    model.parameters()[336].data -= 1.0
    return "it grows" if after > before else "it shrinks" if after < before else "it keeps its size"


trained = live.training(data)
trained.step(40)
bias = live.predict(
    trained,
    question="Set weight no. to 336 and drag 'add to it' to 1. What happens to the orange region, where it says +1?",
    options=["it grows", "it shrinks", "it keeps its size"],
    outcome=orange_grows,
    lesson="09",
    name="bias",
    tried=lambda view: len(view.model.parameters()) == 337 and view.which.value == 336 and view.nudge.value > 0,
)
bias

# %% [markdown]
# <details><summary>Why?</summary>
#
# Every score rises by 1. Places that were just below 0 are now above it, so the boundary moves into the blue
# side everywhere at once.
# </details>
#
# ## Too little data
#
# Now 20 points with much noise, and 200 others of the same kind that the network never sees: the **test set**.


# %%
def noisy(seed):
    both = datasets.moons(220, noise=0.35, seed=seed)
    return datasets.split(both, test=200 / 220, seed=seed)


train, test = noisy(seed=3)
print("train", train)
print("test ", test)

# %% [markdown]
# `steps.Training` is the four lines of above as something to iterate over. Its `alpha` adds **L2 regularisation** to
# the loss: alpha times the sum of all squared weights. Large weights cost.


# %%
def trained_on(train, alpha, seed):
    model = nn.MLP(2, [16, 16, 1], seed=seed)
    optimizer = optim.SGD(model.parameters(), lr=1.0)
    for step in steps.Training(model, train, optimizer, alpha=alpha):
        optimizer.lr = 1.0 - 0.9 * step.number / 150  # large steps first, small ones later
        if step.number == 150:
            return model


# %%
def accuracies(alpha, seed):
    train, test = noisy(seed)
    model = trained_on(train, alpha, seed)
    return [losses.accuracy(replay.scores(model, part.X), part.y) for part in (train, test)]


print("train and test accuracy", accuracies(alpha=0.0, seed=3))

# %% [markdown]
# One data set proves little. So take the mean over 20 of them, each with a network of its own.


# %%
@cache
def mean_accuracies(alpha):
    runs = [accuracies(alpha, seed) for seed in range(20)]
    return [sum(part) / len(runs) for part in zip(*runs, strict=True)]


# %% [markdown]
# ## Predict: the price of a smooth boundary
#
# We train on 20 such data sets without L2, and again with alpha = 0.03. Compare the means.


# %% jupyter={"source_hidden": true}
def both_means(view):
    ways = [
        "rises" if after > before else "falls" for before, after in zip(*map(mean_accuracies, (0.0, 0.03)), strict=True)
    ]
    return "both rise" if ways == ["rises", "rises"] else f"train {ways[0]}, test {ways[1]}"


smooth = live.predict(
    live.training(train, lr=1.0),
    question="With alpha 0.03 instead of 0, what happens to the mean accuracy on train and on test?",
    options=["both rise", "train falls, test rises", "train falls, test falls", "train rises, test falls"],
    outcome=both_means,
    lesson="09",
    name="regularisation",
    tried=lambda view: view.alpha.value == 0.03 and view.training.number > 100,
)
smooth

# %% [markdown]
# Play with alpha 0 until the loss is small. Then set *L2 alpha* to 0.03 and go on playing. Look at the boundary,
# and at the two numbers *loss* and *on the data*. Then all 40 networks are trained, which takes some seconds.

# %% [markdown] {"jp-MarkdownHeadingCollapsed": true}
# ## The outcome, measured
#
# Open this when you have predicted. It trains the 40 networks.

# %%
for alpha in (0.0, 0.03):
    train_mean, test_mean = mean_accuracies(alpha)
    print(f"alpha {alpha:<5} train {train_mean:.2f}  test {test_mean:.2f}")

# %% [markdown]
# Without L2 the network learns its 20 points almost by heart, noise included. With it, it gets fewer of them
# right and more of the others: the gap closes. Accuracy on the training points alone is not the score that counts.

# %%
model = trained_on(train, alpha=0.03, seed=3)
draw.field(model, train)

# %%
print("train and test accuracy", accuracies(alpha=0.03, seed=3))

# %% [markdown]
# ## Bug hunt
#
# Each of these is broken on purpose. Find the reason before you open it.
#
# **1.** The labels are 0 and 1. A hinge loss written without a check does not complain.


# %%
def careless_hinge(scores, labels):
    return sum(max(0, 1 - y * s) for y, s in zip(labels, scores, strict=True)) / len(scores)


zero_one = (data.y + 1) / 2
print(careless_hinge([5.0] * 100, zero_one))

# %% [markdown]
# <details><summary>Why is it stuck at 0.5, for scores as confident as 5?</summary>
#
# A label of 0 wipes the score out: 1 - 0 * score is 1, whatever the score. Half of the points can never be
# learned, and the network answers +1 everywhere. Our own losses.hinge refuses such labels:
# </details>

# %%
try:
    losses.hinge(outputs, zero_one)
except ValueError as error:
    print(error)

# %% [markdown]
# **2.** This loop runs, and the network stays as it was.


# %%
def broken_step(model):
    loss = losses.hinge([model(x) for x in data.X], data.y)
    loss.backward()
    model.zero_grad()
    for p in model.parameters():
        p.data -= 1.0 * p.grad
    return round(loss.data, 4)


fresh = nn.MLP(2, [4, 1], seed=1)
print([broken_step(fresh) for _ in range(3)])

# %% [markdown]
# <details><summary>Why?</summary>
#
# The gradients are zeroed after backward and before the update: each step subtracts 0.
# </details>
#
# ## Exit question
#
# The loss is exactly 0 and you go on training, without L2. What changes?
#
# <details><summary>Answer</summary>
#
# Nothing. Every point has its margin, so every ReLU of the loss is off and every gradient is 0. With L2 the
# weights would still shrink, until points lose their margin and push back.
# </details>
#
# ## You can now
#
# - write the hinge loss and say why it wants a margin,
# - read a decision boundary and say what moves it,
# - tell training accuracy from test accuracy, and say what L2 does to each.

# %% [markdown] {"jp-MarkdownHeadingCollapsed": true}
# ## For the curious: the controls, moved from code
#
# These cells make the views once more, move their controls, and print what they then hold. Open them when you have
# tried the views yourself. Code commits a prediction first, like anyone.

# %%
again = live.predict(live.training(data), long.question, long.outcome, long.options, tried=long.tried)
again.commit("200")
while again.view.accuracy < 1.0:
    again.view.step()
print(again)

# %%
view = live.training(data)
view.lr.value = 0.1
view.step(20)
print(view)

# %%
view.alpha.value = 0.01
view.step(20)
print(view)

# %%
view.hidden.value = 3
view.step(20)
print(view)

# %%
view.which.value = 5
view.nudge.value = 2.0
print(view)
print("weight", round(view.model.parameters()[5].data, 4))

# %%
view.reset()
print(view)

# %%
view.hidden.value = 16
view.lr.value = 10.0
view.step(2)
print(view)

# %%
again = live.predict(live.training(data), bias.question, bias.outcome, bias.options, tried=bias.tried)
again.commit("it shrinks")
again.view.step(40)
again.view.which.value = 336
again.view.nudge.value = 1.0
print(again)
