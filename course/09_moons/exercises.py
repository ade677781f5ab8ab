# /// exercises
# minutes = 60
# ///

# %% [markdown]
# You need: lesson 8, with your Value, MLP and `train` from exercises 2 to 8. Where `mine.py` has none of them, the
# course lends its own and says so; `mine.checkpoint(8)` puts all of them into the file.
#
# A network is right when its score is on the right side of 0. Here you write what asks for more than that, a loss with
# a margin; a way to ask some points at a time; and with both the training that learns the moons. Write your code where
# it says *your code here*. Run the cell, then the check below it.
#
# In all of it a **label** is the number -1 or +1, and a score above 0 says +1. Any other says -1, so a score of
# exactly 0 says -1 as well. No list that you are given is empty.
#
# Stuck? Make a cell of your own (press Esc, then b) and run `check.hinge.hint()` in it: it gives a question, then a
# pointer, then nearly the code. After an attempt, `check.hinge.solution()` shows one way.

# %%
from micrograd_lab import mine
from micrograd_lab.checks import lesson_09 as check

Value = mine.Value

# %% [markdown]
# ## 9.1 hinge
#
# Every point is to have a **margin**: its label times its score is to be at least 1. A point that has less lacks the
# rest, so one of +1 with a score of 0.3 lacks 0.7, and one with a score of -1 lacks 2. A point that has its margin, or
# more, lacks nothing.
#
# `scores` is a list of Values, and `labels` a list of as many plain numbers, -1 or +1. Give the mean of what all the
# points lack. It is one Value, also when nothing is missing, and its `backward()` reaches the scores. The two lists
# stay as they are.


# %% answer="9.1"
def hinge(scores, labels):
    """The mean of what the points lack up to their margin of 1, as one Value."""
    ### BEGIN SOLUTION
    lacks = [(1 - y * s).relu() for y, s in zip(labels, scores, strict=True)]
    return sum(lacks) * (1 / len(lacks))
    ### END SOLUTION


# %% check="9.1"
check.hinge(hinge)

# %% [markdown]
# Which of these two points has a say in the next step? Look at the slopes.

# %%
a, b = Value(0.3), Value(-2.0)
loss = hinge([a, b], [+1, -1])
if loss is not None:
    loss.backward()
a.grad, b.grad

# %% [markdown]
# ## 9.2 accuracy
#
# What you want to know in the end has no slope: which share of the points is right? Give it as a plain number between
# 0 and 1. A score above 0 says +1, and any other says -1. The scores are all Values, or all plain numbers: yours takes
# both.


# %% answer="9.2"
def accuracy(scores, labels):
    """The share of the points whose score says their label: a number from 0 to 1."""
    ### BEGIN SOLUTION
    right = 0
    for s, y in zip(scores, labels, strict=True):
        number = s.data if isinstance(s, Value) else s
        says = 1 if number > 0 else -1
        right += says == y
    return right / len(labels)
    ### END SOLUTION


# %% check="9.2"
check.accuracy(accuracy)

# %% [markdown]
# ## 9.3 batches
#
# A step that asks all 100 points is slow, and a step that asks 20 of them is nearly as good. So take the places of the
# points, 0 to `count - 1`, shuffle them, and cut them into **batches** of `size` places; the last batch has what is
# left, which may be fewer. When all have had their turn, an **epoch** is over, and the next one begins: shuffle again,
# cut again, without end.
#
# Write it as a generator, a function with `yield`, which gives one batch after the other and never stops. Each batch
# is a list of places, or a tuple, of its own: its places stay in it when the next one comes. `shuffle(order)` is given
# to you: it shuffles a list in place, as `random.shuffle` does, and gives None. Call it once before each epoch, the
# first one too. There is one order: it begins as 0, 1, 2, ... and each epoch shuffles it further, from where the last
# one has left it. The batches are its pieces, as they stand.


# %% answer="9.3"
def batches(count, size, shuffle):
    """Batches of `size` places each, without end; every epoch holds each of the places 0 to count - 1 once."""
    ### BEGIN SOLUTION
    order = list(range(count))
    while True:
        shuffle(order)
        for start in range(0, count, size):
            yield order[start : start + size]
    ### END SOLUTION


# %% check="9.3"
check.batches(batches)

# %% [markdown]
# Two epochs of ten places, four at a time. Which places are in each epoch?

# %%
import random

for _, places in zip(range(6), batches(10, 4, random.Random(1).shuffle) or [], strict=False):
    print(places)

# %% [markdown]
# ## 9.4 Learn
#
# Now put your parts together, and one more. Large steps are good at the beginning, and make a mess at the end, when
# all is nearly right. So let the rate fall: 1.0 at step 0, and from there by 0.9 / steps at each step. With 10 steps
# that is 1.0, 0.91, 0.82 and so on, and 0.19 at the last one.
#
# `model` is a network like your MLP: `model(point)` is its score, a Value, and `model.parameters()` a list of its
# Values, whose gradients are 0.0 at first. `points` is a list of points, each a list of two numbers, and `labels` has
# their labels. Call `batches(len(points), size, shuffle)` once, and take the next batch from it at each step; the loss
# is `hinge` of the points in it, and each parameter moves against its gradient, by the gradient times the rate.
#
# Give the losses of all `steps` steps, in a list or one by one, as your `train` yields them: each that of its batch,
# before the step. Once they have been read, it is `model` itself that is trained, and it stands where the last step has
# brought it. The exercise stands on 9.1 and 9.3, so these have to be right.

# %%
train = mine.train


# %% answer="9.4"
def learn(model, points, labels, size, steps, shuffle):
    """The losses of so many steps on batches, each a plain number; the model is trained by it."""
    ### BEGIN SOLUTION
    order = batches(len(points), size, shuffle)

    def loss_of(n):
        places = next(order)
        return hinge([model(points[i]) for i in places], [labels[i] for i in places])

    def step(n):
        rate = 1.0 - 0.9 * n / steps
        for p in model.parameters():
            p.data -= rate * p.grad

    return list(train(loss_of, model.parameters(), step, steps))
    ### END SOLUTION


# %% check="9.4"
check.learn(learn)

# %% [markdown]
# Does it learn? 20 points of two moons, and a network of 33 numbers on your own engine.

# %%
from micrograd_lab.datasets import moon_points

random.seed(3)
points, labels = moon_points(20, noise=0.1, seed=1)
points = [list(x) for x in points]
model = mine.MLP(2, [8, 1])
losses = list(learn(model, points, labels, 10, 150, random.shuffle) or [])
print("accuracy", accuracy([model(x) for x in points], labels))
print("first and last loss", [round(x, 3) for x in losses[:1] + losses[-1:]])

# %% [markdown]
# ## 9.5 One number
#
# A small network is right about all its points but one. It could be trained on; but it has few numbers, and you may
# look at each of them. Find **one** parameter and what to add to it, so that all points are right, the one that was
# wrong and those that have been right.
#
# Give two numbers, `(place, change)`: the place of the parameter in `model.parameters()`, counted from 0, and what is
# to be added to its `data`. For each network that is asked, there is a parameter for which one of the changes -2.0,
# -1.9, ..., 1.9, 2.0 does it. Others will do as well, and how you find one is up to you. Leave the model as it was:
# its numbers afterwards are those from before, but for rounding in the last digits.


# %% answer="9.5"
def bring_over(model, points, labels):
    """(place, change): the change of one parameter with which all points are right."""
    ### BEGIN SOLUTION
    for place, p in enumerate(model.parameters()):
        before = p.data
        for tenths in range(-20, 21):
            p.data = before + tenths / 10
            good = accuracy([model(x) for x in points], labels) == 1.0
            p.data = before
            if good:
                return place, tenths / 10
    ### END SOLUTION


# %% check="9.5"
check.bring_over(bring_over)

# %% [markdown]
# ## Where you stand
#
# After this comes lesson 10. It takes up what lesson 9 left open: does it really need so many steps?

# %%
check.summary()
