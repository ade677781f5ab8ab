# /// exercises
# minutes = 60
# ///

# %% [markdown]
# You need: lesson 9, and a Value of your own. Where `mine.py` has none, the course lends its own and says so;
# `mine.checkpoint(9)` puts all that came before into the file.
#
# Here you write the two optimisers that nearly everybody uses, measure how large a step a landscape bears, and then
# build the club that you would take to a landscape that you have never seen. Write your code where it says *your code
# here*. Run the cell, then the check below it.
#
# An **optimiser** is an object that holds parameters. Whoever trains lets `backward()` fill their grads, then calls the
# optimiser's `step()`, which moves the data of each parameter once, then empties the grads, and so on.
#
# Stuck? Make a cell of your own (press Esc, then b) and run `check.momentum.hint()` in it: it gives a question, then a
# pointer, then nearly the code. After an attempt, `check.momentum.solution()` shows one way.

# %%
from micrograd_lab import mine
from micrograd_lab.checks import lesson_10 as check

Value = mine.Value

# %% [markdown]
# ## 10.1 Momentum
#
# Give each parameter a **velocity**, which is 0 at first. In each step the velocity becomes `momentum` times what it
# was, plus the gradient, all of it; and then the data moves against the new velocity, by `lr` times as much.
#
# - `Momentum(parameters, lr, momentum=0.9)`, each by its place or by its name. `parameters` are Values, in a list, a
#   tuple or a generator, which can be gone through only once. So keep them in a list of your own. There may be only
#   one of them.
# - `lr` is kept as `self.lr`, and it is what stands *there* that counts: whoever trains may change it between two
#   steps.
# - `step()` reads the grads as they are, changes the data, and gives nothing back. It changes no grad and empties none,
#   since that is what your `train` does. Of a Value it needs `data` and `grad`, nothing else.
# - Two optimisers may live side by side, on different parameters. Each has velocities of its own.


# %% answer="10.1"
class Momentum:
    """A step along the velocity of each parameter: momentum times what it was, plus the gradient."""

    def __init__(self, parameters, lr, momentum=0.9):
        ### BEGIN SOLUTION
        self.parameters = list(parameters)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [0.0] * len(self.parameters)
        ### END SOLUTION

    def step(self):
        ### BEGIN SOLUTION
        for i, p in enumerate(self.parameters):
            self.velocities[i] = self.momentum * self.velocities[i] + p.grad
            p.data -= self.lr * self.velocities[i]
        ### END SOLUTION


# %% check="10.1"
check.momentum(Momentum)

# %% [markdown]
# A gradient that stays the same, 1.0, and a rate of 0.1. How long is each step, and where does that end?

# %%
p = Value(0.0)
club = Momentum([p], lr=0.1)
for _ in range(5):
    p.grad = 1.0
    before = p.data
    club.step()
    print(f"moved by {p.data - before:.4f}")

# %% [markdown]
# ## 10.2 Adam
#
# Momentum remembers where it goes, but it still has one rate for all. Adam remembers for each parameter also how large
# its gradients have been, and divides by that, so that each has steps of a length that suits it.
#
# It keeps two numbers for each parameter, both 0 at first, and counts its steps, t = 1 at the first one. In each step:
#
# 1. m becomes `beta1` times m, plus `1 - beta1` times the gradient: a running mean of the gradients.
# 2. v becomes `beta2` times v, plus `1 - beta2` times the *square* of the gradient: a running mean of their squares.
# 3. Both began at 0, so they are too small at first. What they would be otherwise is m divided by `1 - beta1**t`, and v
#    divided by `1 - beta2**t`. These two are used in this step; what is kept is m and v, as they were.
# 4. The data moves by `lr` times the first of these two, divided by the root of the second plus `eps`. The `eps` stands
#    beside the root, not under it, and it is there so that nobody divides by 0: a parameter whose gradients have all
#    been 0 stays where it is.
#
# `Adam(parameters, lr, beta1=0.9, beta2=0.999, eps=1e-8)`, by place or by name. All else is as in 10.1: the parameters
# may come in a generator, `self.lr` may be changed between two steps, no grad is changed, and two of them may live side
# by side.


# %% answer="10.2"
class Adam:
    """Steps whose length is about lr for each parameter, however large its gradients are."""

    def __init__(self, parameters, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        ### BEGIN SOLUTION
        self.parameters = list(parameters)
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.t = 0
        self.m = [0.0] * len(self.parameters)
        self.v = [0.0] * len(self.parameters)
        ### END SOLUTION

    def step(self):
        ### BEGIN SOLUTION
        self.t += 1
        for i, p in enumerate(self.parameters):
            self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
            self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
            m = self.m[i] / (1 - self.beta1**self.t)
            v = self.v[i] / (1 - self.beta2**self.t)
            p.data -= self.lr * m / (v**0.5 + self.eps)
        ### END SOLUTION


# %% check="10.2"
check.adam(Adam)

# %% [markdown]
# Three parameters, and one gradient is a million times as large as the other. How far does the first step move each?

# %%
three = [Value(0.0), Value(0.0), Value(0.0)]
club = Adam(three, lr=0.1)
for p, grad in zip(three, [1000.0, -0.001, 0.0], strict=True):
    p.grad = grad
club.step()
[round(p.data, 4) for p in three]

# %% [markdown]
# ## 10.3 The largest rate
#
# You are put down somewhere on a landscape that you can't see. All that you may do is to name a place and ask for the
# slopes there. What is the largest rate at which plain gradient descent still comes nearer to the hole, instead of
# being thrown out?
#
# `gradient(place)` takes a list of numbers and gives a list of as many slopes, one by each of them, as the grads are
# after `backward()`. `place` is where you stand, a list of two, three or four numbers. Each landscape is a bowl with
# one hole, somewhere, and along any straight line its slope changes evenly, everywhere by the same amount: as in the
# ravines of the lesson. It may be slanted any way.
#
# Give one number: below it, each step of `x - rate * slope` (for all numbers at once) brings *any* place nearer to the
# hole; above it, there are places from which the steps lead farther and farther away. Yours is to be right within 1 %.
# It lies between 0.001 and 10, the slopes are exact, and from the place that you are given there is some way to go
# along every direction. How you find it is up to you: measure, or try and halve. You may ask for 100,000 gradients;
# leave `place` as it is.


# %% answer="10.3"
def largest_rate(gradient, place):
    """The rate at which plain gradient descent is just not thrown out any more."""

    ### BEGIN SOLUTION
    here = gradient(place)
    way = here
    for _ in range(200):  # the change of the slopes along a way turns it towards the steepest one
        size = sum(w * w for w in way) ** 0.5
        way = [w / size for w in way]
        there = gradient([x + w for x, w in zip(place, way, strict=True)])
        way = [b - a for a, b in zip(here, there, strict=True)]
    return 2 / sum(w * w for w in way) ** 0.5
    ### END SOLUTION


# %% check="10.3"
check.largest_rate(largest_rate)

# %% [markdown]
# The ravine of the lesson, (x² + 25y²) / 2, whose answer you know.

# %%
print(largest_rate(lambda place: [place[0], 25 * place[1]], [10.0, 1.0]))

# %% [markdown]
# ## 10.4 Your own club
#
# Six landscapes are waiting, and you have one club for all of them. Which one brings the ball into the hole in the
# fewest steps? Write an optimiser of your own. It may be your `Momentum` or `Adam` with the settings that you choose,
# or something that nobody has thought of: all that it may use is the data and the grad of its parameters, and what it
# remembers of earlier steps.
#
# `Club(parameters, lr=...)` is called as `Club(parameters)`, so give `lr` and all other settings the values that you
# want. `step()` moves each parameter as it likes, by changing its `data`. Before each step the grads are set anew, to
# the slopes where the ball lies. A class made from another one will do, as `class Club(Momentum)`, and so will a
# function that gives an optimiser.
#
# The landscapes are bowls as in 10.3, slanted any way, with two, three or four numbers. Their steepest curvature lies
# between 10 and 20, and the flattest is from 40 to 60 times less than that. The ball starts 8 to 12 away from the
# hole, and mostly along the flattest way. It is in the hole when a step ends less than 0.2 from it and was itself
# shorter than 0.2. After 300 steps, or more than a thousand away, a round is over, and counts 300.
#
# What counts is the mean over the six: at most 80 steps earn all 4 points, at most 110 earn 3, at most 160 earn 2, and
# 1 is for a club that gets there each time. (It can be done in about 15. But that club measures curvature as it goes.)


# %% answer="10.4"
class Club:
    """An optimiser of my own, with its settings."""

    def __init__(self, parameters, lr=0.05):
        ### BEGIN SOLUTION
        self.inner = Momentum(parameters, lr, momentum=0.8)
        ### END SOLUTION

    def step(self):
        ### BEGIN SOLUTION
        self.inner.step()
        ### END SOLUTION


# %% check="10.4"
check.club(Club)

# %% [markdown]
# Take it out and look at it: `live.golf(Club)` of the lesson plays it beside three others, all at the same rate.
#
# ## Where you stand
#
# After this comes lesson 11, which is about the numbers that a network begins with.

# %%
check.summary()
