# /// lesson
# title = "An expression that can decide"
# minutes = 40
# afterwards = "write a neuron, a layer and a network on your own engine, and prove what one neuron can't do"
# picture = '''
# s = Value(1.0, "x1") + Value(1.0, "x2")
# score = 2 * s.relu() + -4 * (s + -1).relu() + -1
# s.label, score.label = "s", "score"
# draw.graph(score)
# '''
# ///

# %% [markdown]
# You need: lesson 6, and a Value with `backward()`. As long as yours has none, this page takes the course's and says
# so, and `mine.checkpoint(6)` puts that one into your file.
#
# Lesson 6 ended with four points on the corners of a square, two of each kind. You tried 4,913 choices of three numbers
# by which one straight line parts them, and none got more than three of the four. Your engine answers for any
# expression, so the engine is not what fails there. It is the expression that can't decide, and today you look for one
# that can.
#
# Before you make it larger, though, look at what the small one is being asked. Each point asks something of it, all at
# the same time, and they don't ask for the same.

# %% jupyter={"source_hidden": true}
from micrograd_lab import draw, live, mine
from micrograd_lab.checks import lesson_07 as check

draw.machine("data", "numbers")

# %%
live.warmup("07")

# %% [markdown]
# ## Two points, three numbers
#
# Take the three numbers of lesson 0, all at 0, and just two points: A is to get +1, and B is to get -1. What does each
# of them want, when it is alone?

# %%
Value = mine.Value
A, B = (2.0, 1.0, 1.0), (1.0, 2.0, -1.0)


# %%
def slopes(points):
    w1, w2, b = Value(0.0), Value(0.0), Value(0.0)
    loss = sum((w1 * x1 + w2 * x2 + b - side) ** 2 for x1, x2, side in points)
    loss.backward()
    return [w1.grad, w2.grad, b.grad]


# %%
print("A alone", slopes([A]))
print("B alone", slopes([B]))

# %% [markdown]
# Look at w1, the first number in each row. For A the slope is below 0, so A's loss falls when w1 rises; for B it is
# above 0, so B's loss falls when w1 falls. They pull the same weight opposite ways. So what becomes of it when both are
# there?

# %%
print("both   ", slopes([A, B]))

# %% [markdown]
# -4 and 2 are -2: A pulls harder, because its x1 is larger, so w1 will rise, and B has slowed it down. At w2 it is B
# that gets its way. And b has two wants that are just opposite.
#
# **Each example has wants of its own; they disagree, and they are added up, like everything that arrives.** Nothing had
# to be written for that. The loss is a sum, so its + passes on to each point what has come to it. From both points
# something then arrives at w1, and there waits the `+=` that you wrote in lesson 4 for a number that is used twice. To
# your engine a second example is just one more arrow.
#
# ## Complete it: together
#
# Here is the same for a single weight, by hand, without an engine. `pull` is the slope that one point gives: where it
# is below 0, the point wants w to grow. So a pull of -4 is a wish upwards, and one of 4 a wish downwards; in the
# pictures here and in lesson 9, what should grow is blue, and what should shrink is orange. What do all of them want
# together? Put it in the place of the dots.


# %%
def pull(w, x, t):
    return 2 * (w * x - t) * x


def together(w, points):
    total = 0.0
    for x, t in points:
        total = ... + pull(w, x, t)
    return total


# %%
check.complete_together(together)

# %% [markdown]
# ## A duel
#
# Now you against the slopes, at four points and three numbers. First you have five moves by hand, and nobody tells you
# more than the loss, after each. No move may be longer than the longest of gradient descent will be, so that it is
# fair: who wants to go farther is stopped on the way. Then you have five more from the same start, and this time each
# number has an arrow, as long as its gradient, and beside it bricks: each is what one point wants of that number. The
# last five moves are gradient descent's own.

# %%
live.duel()

# %% [markdown]
# In the first round you had to understand the picture. In the second you could have shut your eyes to it and followed
# the arrows, and that is all that descent does in the third: it never sees a point, only what they want together.
#
# ## Predict: the lowest place
#
# One weight this time, and two points that pull it opposite ways: w · x should be 3 where x is 1, and -1 where x is 2.
# Walk downhill until the loss falls no further, and the slope of the whole loss is 0. What do the two points want of w
# there?

# %% jupyter={"source_hidden": true}
NEITHER, BOTH, ONE = "nothing: neither pulls any more", "both still pull, equally strongly", "only one of them pulls"
APART = [(1.0, 3.0), (2.0, -1.0)]


def at_the_lowest_place(_=None):
    w = 0.0
    for _ in range(200):
        w -= 0.05 * sum(pull(w, x, t) for x, t in APART)
    left = [abs(pull(w, x, t)) > 1e-6 for x, t in APART]
    return BOTH if all(left) else ONE if any(left) else NEITHER


lowest = live.predict(
    None,
    question="At the lowest place of the loss, what do the two points want of w?",
    options=[NEITHER, BOTH, ONE],
    outcome=at_the_lowest_place,
    lesson="07",
    name="at the lowest place",
    big=True,
    answers={
        NEITHER: "w stops at 0.2, where one point pulls with -5.6 and the other with 5.6. The slope of the whole loss "
        "is 0 there, and you took that for peace. But a sum of 0 says only that two wants cancel: neither of the "
        "points has got what it asked for.",
        BOTH: "w stops at 0.2, where one point pulls with -5.6 and the other with 5.6. One weight can't please both, "
        "so both go on pulling, and it stops where what they want adds up to 0.",
        ONE: "w stops at 0.2, where one point pulls with -5.6 and the other with 5.6. If one alone pulled, its pull "
        "would be the slope, and w would go on.",
    },
    giveaways=("5.6", "equally strongly", "cancel"),
)
lowest

# %% [markdown]
# ## A game
#
# Back to the four corners. You choose three numbers, and an adversary who knows all four names a corner that you get
# wrong. Change the numbers and run the cell again, until nobody can name one. Give it five tries.

# %%
corners = [(0.0, 0.0, -1.0), (1.0, 1.0, -1.0), (0.0, 1.0, 1.0), (1.0, 0.0, 1.0)]


def adversary(w1, w2, b):
    wrong = [(x1, x2) for x1, x2, side in corners if (w1 * x1 + w2 * x2 + b) * side <= 0]
    return wrong[0] if wrong else "you have won"


# %%
adversary(1.0, 1.0, -0.5)

# %% [markdown]
# If you have lost five times, it was not for want of skill. Write down what each corner wants: its side times its score
# should be above 0.
#
#     (0, 0) on -1:             - b  >  0
#     (1, 1) on -1:  - w1 - w2  - b  >  0
#     (0, 1) on +1:         w2  + b  >  0
#     (1, 0) on +1:    w1       + b  >  0
#
# If all four hold, then so does their sum. So add them up. w1 is there once with a plus and once with a minus, w2 too,
# and b twice with each. What is left is 0 > 0, and no three numbers in the world can make that true. It takes one line
# to be certain of what 4,913 tries could only suggest.
#
# ## Fold it
#
# Where is the trouble? Let s be x1 + x2. It is 0 at the first corner, 1 at both that should get +1, and 2 at the last.
# So while s goes from 0 to 2, the score has to rise from -1 to +1 and come back to -1, and a straight expression that
# has begun to rise goes on rising. What is missing is something that can turn. You have built it: in lesson 4, `relu`
# was a gate that is shut below 0, and at 0 its output bends.
#
# One relu rises with s from the start, and a second one begins at s = 1 and takes away twice as much. (`+ -4` stands
# where you would write `- 4`, and `+ -1` for `- 1`, because a minus is one box more in the drawing below.)

# %%
for x1, x2, side in corners:
    s = Value(x1) + x2
    score = 2 * s.relu() + -4 * (s + -1).relu() + -1
    print(x1, x2, "should be", side, "and is", score.data)

# %% [markdown]
# All four, and nothing was searched for. It is as if the square were a sheet of paper, and you had folded it so that
# two opposite corners lie on each other: then one straight cut parts them from the others.
#
# Each relu makes a bend, and the two together make the fold. One of them is called a **neuron**,
# relu(w1·x1 + w2·x2 + b): a weight for each input, a bias, and a bend. These two see the same x1 and x2, so they make a
# **layer**. Their numbers are 1, 1, 0 and 1, 1, -1. A third neuron is given what those two say, and its numbers are 2,
# -4, -1. It goes without the bend, because its score has to be able to lie below 0.

# %%
draw.graph(score)

# %% [markdown]
# ## Find it and mend it
#
# Three neurons have nine numbers. The net on the first page has 33 neurons, 16 and 16 and one, and nobody writes those
# down one by one. So `row` is to make as many as are wanted, by calling `make` for them. It runs, and its rows have the
# right length; and yet, however long a layer is that is made in this way, it can't do more than a single neuron.


# %%
def row(nout, make):
    return [make()] * nout


# %%
check.mend_row(row)

# %% [markdown]
# In the exercises you write `Neuron`, `Layer` and `MLP`, a few lines each, and `MLP(2, [16, 16, 1])` has all 337
# numbers. MLP is short for multi-layer perceptron, because *perceptron* was the name of the first neurons that learned.
#
# ## Let it find them
#
# You have found the nine numbers by thinking. Nobody can do that for 337, but since lesson 1 you know how it is done
# without: ask each number which way it should move, go a little there, and ask again. In lesson 1 that cost a run for
# every number. Now it is one `backward()`.


# %%
def score_of(numbers, x1, x2):
    w1, w2, b1, w3, w4, b2, v1, v2, b = numbers
    return v1 * (w1 * x1 + w2 * x2 + b1).relu() + v2 * (w3 * x1 + w4 * x2 + b2).relu() + b


def loss_of(numbers):
    return sum((score_of(numbers, x1, x2) - side) ** 2 for x1, x2, side in corners) * (1 / 4)


# %%
def descend(numbers, lr, steps):
    for _ in range(steps):
        loss_of(numbers).backward()
        for x in numbers:
            x.data -= lr * x.grad


# %%
START = [-0.8, 0.4, 0.3, 0.9, -0.5, -0.5, 0.5, 0.3, -0.4]
numbers = [Value(x) for x in START]
before = loss_of(numbers).data
descend(numbers, 0.2, 100)
print("loss {:.3f}, then {:.3f}".format(before, loss_of(numbers).data))

# %% [markdown]
# The loss has fallen, so it has learned something. What?

# %%
for x1, x2, side in corners:
    print(x1, x2, "should be", side, "and is", round(score_of(numbers, x1, x2).data, 2))

# %% [markdown]
# Three of four once more, no better than a single line, although you know nine numbers that do it. Perhaps the way
# there is barred from this start? Then the slopes of lesson 1 should fail as well. Here they go from the same start, at
# the same rate, as many steps, and each is measured by two runs.


# %%
def measured(numbers, i, h=1e-6):
    up, down = list(numbers), list(numbers)
    up[i], down[i] = numbers[i] + h, numbers[i] - h
    up, down = ([Value(x) for x in each] for each in (up, down))
    return (loss_of(up).data - loss_of(down).data) / (2 * h)


# %%
plain = list(START)
for _ in range(100):
    moves = [measured(plain, i) for i in range(9)]
    plain = [x - 0.2 * slope for x, slope in zip(plain, moves, strict=True)]
print("loss {:.3f}".format(loss_of([Value(x) for x in plain]).data))
print([round(score_of([Value(x) for x in plain], x1, x2).data, 2) for x1, x2, _ in corners])

# %% [markdown]
# All four, and the loss is nothing. The expression can decide, then, and it can be found from here. Your `backward()`
# gives the same slopes as measuring, which you proved in lesson 6, and a loss that falls looks like learning. And yet
# what it learned is wrong. So there is something wrong in the five lines of `descend`, it raises no error, and it does
# not stop the loss from falling. Lesson 8 is about those lines.

# %% [markdown] {"jp-MarkdownHeadingCollapsed": true}
# ## Further: paper folding
#
# The square was called a sheet of paper, and it is worth taking that at its word. Think of a sheet that lies over the
# plane, at each place as high as the score there. As long as no relu does anything, it lies flat, at the height of the
# last bias. Then each relu makes one crease, where its w1·x1 + w2·x2 + b is 0. On the one side its gate is shut, so the
# sheet stays as it was; on the other it is tilted, and v says how steeply.
#
# Through all this goes a table of glass, at score 0. What sticks out above it counts as +1, and what hangs below it as
# -1, so the sheet is right where the round pins stand above the glass and the square ones below. Press *next fold*,
# look, and press it again; *fold it* shows how the folds come. The sheet on the right can be dragged, to see it from
# behind.

# %%
live.paper(made=0)

# %% [markdown]
# After the first fold three pins are right, and the fourth, at (1, 1), stands highest of all. It is the lost game, seen
# from the side: a single piece of the sheet leans, and **a slope that leans one way goes through the glass once, along
# a straight line.** Whatever you do with the numbers of one fold, you only move that line. So the second fold has to
# bend the slope down again, because then it goes through the glass twice, and between its two lines there is room for
# the two corners that no single line can part from the others.
#
# Choose fold 2 and move its v: how much of the slope must it take away?

# %%
paper = live.paper()
for v in (-1.0, -2.0, -3.0, -4.0):
    paper.set(fold=2, v=v)
    print("v", v, "at (1, 1)", paper.sheet.score(1.0, 1.0), "right", paper.right)

# %% [markdown]
# The slope rises by 2 for each step of s, so with -2 the sheet is only level beyond the ridge, and (1, 1) stands as
# high as the two on it. Twice as much makes a roof. That is where the -4 among the nine numbers comes from.
#
# And what does the sheet look like that `descend` has folded, the one that gets three of four?

# %%
live.paper(numbers)

# %% [markdown]
# It has thrown the second fold into a corner where no point is, so it is left with one fold, and has lost the same game
# as you. Here are the numbers from which it began. *Let it learn* goes on from them by slopes that are right at every
# step, and at a quarter of the rate, so that you can watch the sheet being folded.

# %%
live.paper(START)

# %% [markdown]
# From here the measured slopes went to the same place:

# %%
live.paper(plain)

# %% [markdown]
# Both folds have come to lie along the other diagonal, and the sheet is no roof but a valley. Nobody told it of s, and
# it has found another answer than you.

# %% [markdown]
# ### Predict: a third fold
#
# Two folds that cross leave four flat pieces. Now a third one comes, which crosses both of them, in two different
# places.

# %% jupyter={"source_hidden": true}
third = live.predict(
    live.paper([1, 0.3, -0.4, -0.3, 1, -0.2, 1, 1, -1.3, 1.2, 1.2, -2.4, -0.5], made=2),
    question="How many flat pieces has the sheet with three folds?",
    outcome=7,
    lesson="07",
    name="three folds",
    tried=lambda view: view.pieces >= 7,
    then="Press next fold.",
    answers={
        8: "You doubled with each fold, as it would be with paper in your hands: there the third fold goes through "
        "everything that lies under it. But these three relus stand side by side, in one layer, and none of them sees "
        "what the others have folded. So the third crease is a straight line across the flat sheet. It runs through "
        "three of the four pieces, and leaves one whole.",
        7: "The third crease meets the other two, so it runs through three of the four pieces and cuts each in two, "
        "and it leaves one whole.",
        6: "You gave each fold two pieces more. But a crease is a straight line, and it cuts each piece that it runs "
        "through. The second ran through both pieces there were, and the third runs through three of four.",
        5: "You gave the third fold one piece more, but it cuts each piece that it runs through, and as it meets both "
        "other creases it runs through three.",
        None: "The third crease is a straight line across the sheet. It meets the other two, so it runs through three "
        "of the four pieces, cuts each in two, and leaves one whole.",
    },
    giveaways=("seven flat pieces", "7 flat pieces", "three of the four pieces"),
)
third

# %% [markdown]
# A second layer is another matter. Its relus are given what the first ones have made, so they fold a sheet that is
# folded already, and seen from above their creases bend wherever they cross an earlier one. That is how paper in your
# hands comes to so many pieces, and how a deep network does. Once you have written your `MLP` in the exercises,
# `live.paper(MLP(2, [4, 1]))` shows the sheet with which it begins.

# %% [markdown] {"jp-MarkdownHeadingCollapsed": true}
# ## Further
#
# **Who is asked at a shut gate.** Where a neuron's sum lies below 0, its gate is shut, and nothing goes back through
# it: that example wants nothing of these weights, however wrong the answer is. If that is so for all examples, nobody
# moves them ever again.

# %%
w, b = Value(1.0), Value(-3.0)
loss = sum(((w * x + b).relu() - 1) ** 2 for x in (0.5, 1.0, 2.0))
loss.backward()
print(loss.data, [w.grad, b.grad])

# %% [markdown]
# **How many pieces?** Each relu can bend the score once along a line, so two make it turn twice at most, and 16 make it
# turn 16 times. A second layer folds what is folded already, and there the pieces multiply.

# %% [markdown]
# **The views, moved from code.** These cells hold the answers, so open them after you have tried the views yourself.

# %%
w = 0.0
for _ in range(200):
    w -= 0.05 * sum(pull(w, x, t) for x, t in APART)
print(round(w, 4), [round(pull(w, x, t), 4) for x, t in APART])

# %%
duel = live.duel()
duel.play(hand=[(0.0, -1.0, 0.5), (0.5, -1.0, 0.5)], arrows=[(-0.4, -0.3, 0.5)], descent=5)
for name, losses in duel.losses.items():
    print(f"{name:<14}", [round(loss, 3) for loss in losses])

# %%
again = live.predict(None, lowest.question, lowest.outcome, options=[NEITHER, BOTH, ONE])
again.commit(NEITHER)
print(again.happened)
