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
# It is a **ravine**. Across, the slope changes by 9.9 a unit, and along only by 0.76. That isn't bad luck of one
# network. In 30 of 30 networks the loss bends at least four times as hard across as along, and in 29 of them more than
# ten times. So the walls are steep, and the floor, which leads to where you want to go, is nearly flat.
#
# Look at the bars. Of 337 numbers, 230 still have a way to go. A tenth of them would be there after one or two steps of
# the size that a step has now, and another tenth would need 67 and more. This too is so everywhere: of the numbers that
# still move, the tenth that waits longest needs at least twenty times as many steps as the tenth that is quickest, in
# 30 of 30 networks.
#
# Then why not take larger steps, so that those get on which have far to go? Turn up the *rate* and you see it. The path
# doesn't run along the floor any more. It jumps from wall to wall. Your network did much of that already, and each
# mini-batch tilts the ground a little: from step 30 to the end, over thirty networks, the way that was walked is in the
# mean seven times as long as the crow would fly.
#
# **There is one rate for all. The steepest direction sets it, and the flat ones wait.**
#
# ## Two numbers are enough
#
# To see why, you need no 337 numbers. Here is a ravine of two, x along and y across, on your own `Value`: along, its
# curvature is 1, so each unit of way changes the slope by 1, and across it is 25.

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
# all the same. So turn up the rate, for the sake of x, and see how far y lets you go. There is a largest rate, and
# above it plain gradient descent never gets to the hole.

# %% jupyter={"source_hidden": true}
LIMIT = 2 / 25


def why(rate):
    """What is said of a rate that somebody took for the largest."""
    said = "A step takes rate times 25 off y, as a share of it. At 0.04 that is all of y, and one step ends at the "
    said += "bottom. At 0.06 it is one and a half times y, so y lands on the other side, half as far out, which is "
    said += "still nearer. At 2/25 = 0.08 it lands just as far out as it was, and beyond that farther, each time. "
    if abs(rate - 0.04) < 0.004:
        return said + "So 0.04 is the best rate for y, and x may have twice as much."
    if rate > 1:
        return said + "2 would be the limit for x alone, whose curvature is 1. But y is in the same step."
    if rate > LIMIT * 1.1:
        return said + "At yours y has long left the ravine."
    return said


limit = live.predict(
    None,
    question="The largest rate, from 0.001 to 2, at which plain gradient descent still comes nearer to the hole?",
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
# 1. Move *lr*. At which rate is plain gradient descent quickest, and how many steps does it need there?
# 2. Which club needs fewer, and at what rate? Look at its path in the picture.
# 3. Change `Club`, run both cells, and your ball is played at once. Can it beat the other three?
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
# left after a step, but all of them have the rate in common. Whatever you choose for it, some directions have nearly
# everything left.
#
# ## Steps that remember
#
# What could a step know that this one does not? In the run above, the slope of y changed its sign in every step, while
# that of x was always the same. A club that only looks at the slope under its feet can't see this. One that remembers
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
# Where slopes agree, they add up to ten times one of them; where they contradict each other, hardly half of one is
# left. So along the floor the ball gathers speed, and across it comes to rest, without anybody having told it which
# direction is which. That is **momentum**, and in exercise 10.1 you write it for any number of parameters.
#
# It still has one rate for all. The other way out is to give each number a rate of its own: divide its step by how
# large its slopes have been. Then it doesn't matter any more whether a slope is a thousand or a thousandth. Such a
# size is a running mean of the squares, and running means have a snag.
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
# Put the two together, a running mean of the slopes and one of their squares, both mended so, and you have **Adam**.
# It, or a near relative, has trained nearly every large model that you have heard of. You write it in exercise 10.2.
#
# ## Your net once more
#
# So does your own network get there in fewer steps? Go back to the first picture, choose a club, and press *race*. What
# five networks say may be luck, so here is what thirty say, each club at the rate that suited it best. At a rate of 0.7
# SGD needs 65 steps in the mean, momentum at 0.15 needs 55, and Adam at 0.07 needs 47.
#
# Read that with the rule of lesson 9. Adam needs fewer than SGD at its best, by 18 ± 4, which is more than three
# standard errors. But momentum against SGD is 10 ± 5 fewer, and that nobody should claim. And no club is good at every
# rate. At 0.3 all 30 get there with SGD, 28 with momentum, and 23 with Adam. From 88 steps to 65 it took nothing but a
# better rate. So a club that remembers is worth something, and so is an hour spent on its rate.
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
# 336 of 337 numbers do not move, whichever club you take. The points lie no farther from 0 than about 2, so −10 is
# more than any weight here can make up for: what goes into each ReLU is below 0 for every point. All gates are shut,
# on the way there and on the way back, so every slope behind them is exactly 0. Momentum remembers nothing but zeros,
# and Adam divides 0 by 0 plus `eps`, which is 0. The only number that still moves is the last bias, which lies behind
# no gate. It adds the same to the score of every point, so that one moon is right and the other is wrong, for ever.
#
# The best step is of no use where no slope arrives. So before a network can be trained, something has to make sure that
# its signal stays alive, on the way there and on the way back. Who sees to that, and when?

# %% [markdown] {"jp-MarkdownHeadingCollapsed": true}
# ## Further
#
# **Turned ravines.** In golf's second course the ravine is turned by 45 degrees. For plain gradient descent that
# changes nothing, since its steps know no axes: its shares stay those of the two curvatures. Adam has a rate for each
# number, and no number lies along the ravine any more. Compare its round at several rates.
#
# **A rate that falls.** In lesson 9 you let the rate fall from 1.0 to 0.1. That is one more answer to the same
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
