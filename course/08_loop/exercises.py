# /// exercises
# minutes = 50
# ///

# %% [markdown]
# You need: lesson 8, and a Value with `backward()` from exercises 5. (`mine.checkpoint(7)` puts the course's into
# `mine.py`, should yours have none.)
#
# Here you write the loop once and for all, so that every network from now on is trained by it. Then you turn round, and
# write tests for the loops of others: twenty are broken, each in one place, and most of them let the loss fall.
#
# Stuck? Make a cell of your own (press Esc, then b) and run `check.train.hint()` in it: it gives a question, then a
# pointer, then nearly the code. After an attempt, `check.train.solution()` shows one way.

# %%
from micrograd_lab import mine
from micrograd_lab.checks import lesson_08 as check

Value = mine.Value

# %% [markdown]
# ## 8.1 train
#
# Write `train(loss_of, parameters, step, steps)`, a loop that knows neither the network nor the data:
#
# - `loss_of(n)` works out the loss of round n, a Value. It may take other points in each round, so it wants to know n,
#   and it is called once in each round. Rounds count from 0.
# - `parameters` is a list of Values, whose `grad` is 0.0 when it all begins.
# - `step(n)` moves the parameters by the gradients that it finds in them. How far is its own business, and may depend
#   on n, so you never touch `data` yourself.
# - `steps` says how many rounds there are, whatever the losses; it may be 0.
#
# `train` is a **generator**: in each round it takes the step and then does `yield loss.data`, the loss that was worked
# out *before* that step, as a plain number. With `yield` it stops there until somebody asks for the next loss, so that
# one can look at the parameters in between, or stop early. What stands in the gradients meanwhile is nobody's business;
# but what `step` finds there are the slopes of this round's loss, by every parameter, and nothing older.


# %% answer="8.1"
def train(loss_of, parameters, step, steps):
    """Take steps, and yield the loss before each."""
    ### BEGIN SOLUTION
    for n in range(steps):
        loss = loss_of(n)
        for p in parameters:
            p.grad = 0.0
        loss.backward()
        step(n)
        yield loss.data
    ### END SOLUTION


# %% check="8.1"
check.train(train)

# %% [markdown]
# See it at work: it looks for the number whose square is 2, at a rate that falls.

# %%
w = Value(1.0)


def step(n):
    w.data -= 0.1 / (1 + 0.1 * n) * w.grad


for loss in train(lambda n: (w * w - 2) ** 2, [w], step, 5) or []:
    print(f"loss before the step {loss:.6f}, w after it {w.data:.6f}")

# %% [markdown]
# ## 8.2 Break the loop
#
# Twenty loops are waiting, each of them right but for one thing. Write at most **six tests** that expose them.
#
# A test is a function that is given a loop, `train`, and says whether that is right: `True` if so, and `False`, or any
# error, if not. (With `assert`, end it with `return True`; a test that gives None refuses the loop.) `train` is called
# as yours is in 8.1, with its four inputs in their order, and what 8.1 promises is what you may ask of it, nothing
# else. So make the parameters, `loss_of` and `step` inside your test, of your own Values, anew for each loop that you
# run; then each finds everything fresh. A test may use whatever your notebook has defined above it.
#
# Each test is run on all twenty, and on fifteen loops that are right, written in as many ways. (Some of these use
# `map`, or a class, in place of a generator; a `for` gets one loss after another from them too, and so does `next`.)
# A test that refuses a right one does not count, and you are told which loop that was. Compare with `close`, since
# losses are rounded numbers. You get points for the share of broken loops that you expose.
#
# One test stands here to begin with. What does it not see?


# %%
def close(one, other):
    return len(one) == len(other) and all(abs(a - b) < 1e-9 for a, b in zip(one, other, strict=True))


def falls(train):
    w = Value(3.0)

    def step(n):
        w.data -= 0.1 * w.grad

    losses = list(train(lambda n: w * w, [w], step, 3) or [])
    return len(losses) == 3 and losses[0] > losses[1] > losses[2]


falls(train)


# %% answer="8.2"
tests = ...  # a list of at most six functions, as [falls, another]
### BEGIN SOLUTION


def rounds_of(train, steps=3):
    """(two parameters, the losses to come): the loss and the rate depend on n, and the slopes are steep."""
    v, w = Value(2.0), Value(-1.0)

    def step(n):
        for p in (v, w):
            p.data -= 0.1 / (n + 1) * p.grad

    return (v, w), train(lambda n: (v * (n + 1) + w * 2 - 3) ** 2 + v * v, [v, w], step, steps)


def trusted(steps=3):
    """The same by hand: losses, and parameters after each step."""
    v, w, losses, places = 2.0, -1.0, [], []
    for n in range(steps):
        miss = v * (n + 1) + w * 2 - 3
        losses.append(miss**2 + v * v)
        by_v, by_w = 2 * miss * (n + 1) + 2 * v, 4 * miss
        v, w = v - 0.1 / (n + 1) * by_v, w - 0.1 / (n + 1) * by_w
        places.append([v, w])
    return losses, places


def right_losses(train):
    return close(list(rounds_of(train)[1]), trusted()[0])


def right_place_at_the_end(train):
    parameters, losses = rounds_of(train)
    list(losses)
    return close([p.data for p in parameters], trusted()[1][-1])


def waits(train):
    parameters, losses = rounds_of(train)
    next(losses)
    return close([p.data for p in parameters], trusted()[1][0])


tests = [right_losses, right_place_at_the_end, waits]
### END SOLUTION

# %% check="8.2"
check.loops(tests)

# %% [markdown]
# You could have taken your own loop of 8.1 for the one that is trusted, and let the two run side by side. That is how a
# program is often tested: against another one that does the same more simply.
#
# ## Where you stand

# %%
check.summary()
