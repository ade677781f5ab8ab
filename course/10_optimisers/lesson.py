# /// lesson
# title = "Fewer steps"
# minutes = 40
# afterwards = "say which numbers wait for which, and let steps remember: momentum and Adam"
# picture = '''
# x, y = Value(10.0, label="x"), Value(1.0, label="y")
# loss = (x**2 + 25 * y**2) * 0.5
# loss.backward()
# draw.graph(loss)
# '''
# ///

# %% [markdown]
# You need: lessons 8 and 9, a loop and a network of your own. As long as mine.py has none, this page takes the course's
# and says so.
#
# Your network of lesson 9 had all its 100 points right after 53 steps, and over thirty seeds it takes 88 in the mean:
# some seconds. The GPT of lesson 14 will need a thousand, and each takes several times as long. Before you wait for
# all these steps, ask whether there have to be so many. So stop your training after 30 steps, when 97 points are right,
# and look at the ground on which it stands.
#
# Below is the loss, seen from above: how it grows and falls around the place that your 337 numbers have reached. A map
# has room for two directions only, so these are the two that matter. *Across* is the direction in which the loss bends
# hardest. *Along* is the way that your training still has to go.

# %% jupyter={"source_hidden": true}
from micrograd_lab import draw, live, mine
from micrograd_lab.checks import lesson_10 as check

draw.machine("step")

# %%
stands = live.ravine(mine)
stands

# %%
live.warmup("10")

# %% [markdown]
# ## Which numbers wait for which
#
# It is a **ravine**. Across, the slope changes by 9.9 for each 1 of way, and along only by 0.76. How much the slope
# changes so is called the *curvature* of that direction. And it isn't bad luck of one network. In 30 of 30 networks the
# loss bends at least four times as hard across as along, and in 29 of them more than ten times. So the walls are steep,
# and the floor, which leads to where you want to go, is nearly flat.
#
# Now look at the bars: how many steps is each number away from where it will end? Of 337 numbers, 230 still have a way
# to go. The quickest tenth of them would be there after one or two steps of the size that a step has now, and the
# slowest tenth would need 67 and more. This too is so everywhere: of the numbers that still move, the tenth that waits
# longest needs at least twenty times as many steps as the tenth that is quickest, in 30 of 30 networks.
#
# Then why not take larger steps, so that those get on which have far to go? Turn up the *rate* and you see it. The path
# doesn't run along the floor any more. It jumps from wall to wall. Your network did much of that already, and each
# mini-batch tilts the ground besides: from step 30 to the end, over thirty networks, the way that was walked is in the
# mean seven times as long as the straight one.
#
# **There is one rate for all. The steepest direction sets it, and the flat ones wait.**
#
# ## Two numbers are enough
#
# To see why, you need no 337 numbers. Here is a ravine of two, x along and y across, on your own `Value`: along, its
# curvature is 1, so the slope changes by 1 for each 1 of way, and across it is 25.

# %%
Value = mine.Value


def ravine(x, y):
    return (x * x + 25 * y * y) * 0.5


# %%
x, y = Value(10.0), Value(1.0)
for step in range(6):
    print("step {}: x {:7.3f}, y {:7.3f}".format(step, x.data, y.data))
    x.grad = y.grad = 0.0
    ravine(x, y).backward()
    for p in (x, y):
        p.data -= 0.05 * p.grad

# %% [markdown]
# x creeps: in each step it makes a twentieth of what is left. y goes to the other side and back again, and comes nearer
# all the same. For the sake of x the rate should be larger. How far does y let you go? There is a largest rate, and
# above it plain gradient descent never gets to the hole. Don't try it out yet: say it first.

# %% jupyter={"source_hidden": true}
LIMIT = 2 / 25


def why(rate):
    """What is said of a rate that somebody took for the largest."""
    said = "A step takes 25 times the rate off y, as a share of what y is. At 0.04 that is all of y, and one step ends "
    said += "at the bottom. At 0.06 it is one and a half times y, so y lands on the other side, half as far out, which "
    said += "is still nearer. At 2/25 = 0.08 it lands just as far out as it was, and beyond that farther, each time. "
    if abs(rate - 0.04) < 0.004:
        return said + "So 0.04 is the best rate for y alone, and the largest is twice that."
    if rate > 1:
        return said + "2 would be the limit for x alone, whose curvature is 1. But y is in the same step."
    if rate > LIMIT * 1.1:
        return said + "At yours y has long left the ravine."
    return said


limit = live.predict(
    None,
    question="The largest rate, from 0.001 to 2, up to which plain gradient descent comes nearer to the hole?",
    outcome=LIMIT,
    lesson="10",
    name="the largest rate",
    within=0.003,
    hidden=True,
    big=True,
    answers=why,
    giveaways=("= 0.08", "2 / 25", "2/25", "just as far out"),
)
limit

# %% [markdown]
# ## Ravine golf
#
# Now play on it. The ball starts at (10, 1), the hole is at (0, 0), and it has to come to rest there: a step that runs
# over it doesn't count. Your club is in this cell, and as yet it is plain gradient descent. The others are the
# course's. All are played at the same rate.


# %%
class Club:
    def __init__(self, parameters, lr):
        self.parameters, self.lr = parameters, lr

    def step(self):
        for p in self.parameters:
            p.data -= self.lr * p.grad


# %%
golf = live.golf(Club, lr=0.05, mark=limit.answer)
golf

# %% [markdown]
# In the views plain gradient descent is called *SGD*, as everywhere, and its rate *lr*. If the view asks for a mark,
# place it at the rate that you predicted; then *lr* is yours.
#
# 1. Move *lr*. At which rate is plain gradient descent quickest, and how many steps does it need there?
# 2. Which club needs fewer, and at what rate? Look at its path in the picture.
# 3. Change `Club`, run both cells, and your ball is played at once. Can it beat the other three?
#
# <details><summary>What is there to be found?</summary>
#
# In the ravine SGD needs 77 steps at a rate of 0.05, and 49 at 0.077, its best, shortly before 0.08 throws it out.
# Momentum needs only 40, at 0.018, and Adam 31, at 0.4, though at 0.05 it isn't there in 300. So each club has a rate
# of its own. On the plateau, where the slopes are small far from the hole, SGD at 0.05 isn't there in 300 steps,
# momentum takes 90, and Adam 123. And yours? Exercise 10.4 asks that of you again.
# </details>
#
# ## Complete it: what a step leaves
#
# On a bowl, the slope is the curvature times the way that there is to go: at 10 from the hole, with a curvature of 1,
# it is 10, and with a curvature of 25 it is 250. A step of plain gradient descent moves by the rate times the slope,
# towards the hole. So which share of the way is left after it? With a rate of 0.05 and a curvature of 1 it is 0.95,
# wherever the step begins. A share below 0 says that the step went across, to the other side. One line says it for any
# rate and any curvature.


# %%
def left(rate, curvature):
    return 1 - ...


# %%
check.complete_left(left)

# %% [markdown]
# There is the whole trouble in one line. Each direction has a curvature of its own, and so a share of its own that is
# left after a step, but all of them have the rate in common. A step comes nearer as long as the share lies between -1
# and 1. So the steepest curvature allows a rate up to 2 divided by it, and with any rate that it allows, the flattest
# direction of a ravine has nearly everything left.
#
# ## Steps that remember
#
# What could a step know that this one does not? In the run above, the slope of y changed its sign in every step, while
# that of x kept its sign. A club that only looks at the slope under its feet can't see this. One that remembers
# can: let it keep a **velocity**, nine tenths of what it was, plus the new slope.


# %%
def velocity(slopes):
    v = 0.0
    for slope in slopes:
        v = 0.9 * v + slope
    return round(v, 2)


print("always the same:  ", velocity([1.0] * 50))
print("to and fro:       ", velocity([1.0, -1.0] * 25))

# %% [markdown]
# Where slopes agree, they add up to nearly ten times one of them; where they contradict each other, about half of one
# is left. So along the floor the ball gathers speed, and across it gathers none, without anybody having told it which
# direction is which. That is **momentum**, and in exercise 10.1 you write it for any number of parameters. (A rate ten
# times as large would be as quick along the floor, but it would throw y out.)
#
# It still has one rate for all. The other way out is to give each number a rate of its own: divide its step by how
# large its slopes have been. Then it doesn't matter any more whether a slope is a thousand or a thousandth. Take as
# that size the root of a running mean of their squares. But running means have a snag.
#
# ## Mend it: a memory that begins at 0
#
# A running mean keeps one number, m, and moves it a little towards each new number that comes: m becomes `beta` times
# m, plus `1 - beta` times the new one. It begins at 0, and so it is too small at first. If 5, 5, 5 come and beta is
# 0.9, it goes 0.5, 0.95, 1.355, although nothing but 5 has come. There is a number to divide by that puts it right at
# each step: then it is 5, 5, 5, and for any other numbers a mean in which the later ones count for more.
#
# Somebody has written this, tried it with one number, and was content. Mend it. `means` takes a list of numbers, and
# gives a list of as many means, one after each number.


# %%
def means(numbers, beta):
    m, found = 0.0, []
    for t, number in enumerate(numbers, start=1):
        m = beta * m + (1 - beta) * number
        found.append(m / (1 - beta) ** t)
    return found


# %%
check.mend_means(means)

# %% [markdown]
# Put the two together, a running mean of the slopes and one of their squares, both mended so. Let each step be the rate
# times the first, divided by the root of the second, and you have **Adam**. It, or a near relative, has trained nearly
# every large model that you have heard of. You write it in exercise 10.2.
#
# ## Your net once more
#
# So does your own network get there in fewer steps? Go back to the first picture, choose a club, and press *race*. It
# runs five networks, and what five say may be luck, so here is what thirty say, each club at the rate that suited it
# best. At a rate of 0.7 SGD needs 65 steps in the mean, momentum at 0.15 needs 55, and Adam at 0.07 needs 47.
#
# Read that with the rule of lesson 9. Adam needs fewer than SGD at its best, by 18 ± 4, which is more than three
# standard errors. But momentum against SGD is 10 ± 5 fewer, and that nobody should claim. And what suits one club
# harms another. At 0.3 all 30 get there with SGD, 28 with momentum, and 23 with Adam. From 88 steps to 65 it took
# nothing but a better rate, and from 65 to 47 it took Adam. So here an hour spent on the rate is worth about as much as
# a better club.
#
# ## A net that nobody can move
#
# So steps can be as clever as you like. Are they ever helpless? Take the same network, and let all its hidden biases
# begin at −10, as if somebody had been careless. Then train it with each of the three, 300 steps long.

# %%
from micrograd_lab.experiments.own_training import parts_of
from micrograd_lab.experiments.shut import shut

for name in ("SGD", "momentum", "Adam"):
    end = shut(parts_of(mine), name)
    print(f"{name:<9} numbers that have moved: {len(end.moved)} of {end.count}, right: {end.right} of 100")

# %% [markdown]
# 336 of 337 numbers do not move, whichever club you take. The points lie no farther from 0 than about 2, so −10 is more
# than any weight here can make up for: what goes into each ReLU is below 0 for every point. All gates are shut, on the
# way there and on the way back, and no slope comes back through a shut gate. The weights of the last layer have no gate
# above them, but they are multiplied by answers that are 0. So all these slopes are exactly 0. Momentum remembers
# nothing but zeros, and Adam divides 0 by a tiny number, `eps`, which is there so that nobody divides by 0. The only
# number that still moves is the last bias, since no gate stands above it and nothing is multiplied with it. It adds the
# same to the score of every point, so that one moon is right and the other is wrong, for ever.
#
# The best step is of no use where no slope arrives. So before a network can be trained, something has to make sure that
# its signal stays alive, on the way there and on the way back. Who sees to that, and when?

# %% [markdown] {"jp-MarkdownHeadingCollapsed": true}
# ## Further
#
# **Turned ravines.** In golf's second course the ravine is turned by 45 degrees. For plain gradient descent that
# changes hardly anything, since its steps know no axes: its shares stay those of the two curvatures. Adam has a rate
# for each number, and no number lies along the ravine any more. Compare its round at several rates.
#
# **A rate that falls.** In exercise 9.4 you let the rate fall from 1.0 to 0.1. That is one more answer to the same
# question: long steps while there is far to go, and short ones where the walls are near. Momentum and Adam keep `lr`
# where whoever trains can change it, so the two go well together.
#
# **The views, moved from code.** These cells hold the answers, so open them after you have tried the views yourself.

# %%
again = live.ravine(mine)
again.choose("momentum")
again.set(rate=0.15)
print(again)

# %%
again = live.golf(Club)
again.place(0.05)
again.set(lr=0.07)
print(again.sentence)
print(again.card["SGD"])

# %%
again = live.predict(None, limit.question, limit.outcome, within=0.003)
again.commit(0.05)
print(again)
