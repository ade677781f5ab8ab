"""What is said of each slip in training on batches: the misconceptions of 9.4 that are a way to train (learning.py)."""

from . import learning as ways


def always(rate):
    """A rate that stays."""
    return lambda n, steps, size, count: rate


def line(first, last, off=0, short=0):
    """From `first` at step -off to `last` at step `steps - short`."""
    return lambda n, steps, size, count: first + (last - first) * (n + off) / (steps - short)


PLAN = "with 10 steps 1.0, 0.91, 0.82, and so on to 0.19: 1.0 less 0.9 times n / steps."
FRESH = "make the batches once, before the first step, and take the next one in each: next(order)."

# (name, says, tries, what is changed in the right way)
WAYS = (
    (
        "steps that keep their length",
        "The losses are those of steps that keep their length: the rate is the same at every step.",
        "let the rate fall with n: " + PLAN,
        tuple({"rate": always(rate)} for rate in (1.0, 0.1, 0.01, 0.05, 0.3, 0.5)),
    ),
    (
        "0.1 already at the last step",
        "Your rate is 0.1 at the last step already. It would be 0.1 one step later, which there isn't any more.",
        "divide n by steps, not by steps - 1.",
        ({"rate": line(1.0, 0.1, short=1)},),
    ),
    (
        "falling to 0",
        "Your rate falls to 0. The text has it fall to 0.1, so that the last steps still move something.",
        PLAN,
        ({"rate": line(1.0, 0.0)}, {"rate": line(1.0, 0.0, short=1)}),
    ),
    (
        "beginning at 0.9",
        "Your rate begins at 0.9. The first step has the whole: 1.0.",
        PLAN,
        ({"rate": line(0.9, 0.0)}, {"rate": line(0.9, 0.1)}),
    ),
    (
        "one step ahead",
        "Your rate is one step ahead: the first step is step 0, and has the rate 1.0.",
        "use n as train gives it, without + 1, or count after the step.",
        ({"rate": line(1.0, 0.1, off=1)},),
    ),
    (
        "growing",
        "Your rate grows from 0.1 to 1.0. Large steps are for the beginning.",
        PLAN,
        ({"rate": line(0.1, 1.0)},),
    ),
    (
        "falling by a factor",
        "Your rate falls by a factor at each step. Asked is the same amount at each.",
        PLAN,
        (
            {"rate": lambda n, steps, size, count: 0.1 ** (n / steps)},
            {"rate": lambda n, steps, size, count: 0.1 ** (n / (steps - 1))},
            {"rate": lambda n, steps, size, count: 0.9**n},
            {"rate": lambda n, steps, size, count: 1 / (1 + n)},
        ),
    ),
    (
        "falling on what has fallen",
        "You take the share of the last rate, not of the first, so it falls faster and faster.",
        "work each rate out of n alone: " + PLAN,
        ({"rate": ways.multiplied},),
    ),
    (
        "falling by the number of points",
        "Your rate falls by the number of points, where the number of steps is asked.",
        PLAN,
        ({"rate": lambda n, steps, size, count: 1.0 - 0.9 * n / count},),
    ),
    (
        "once an epoch",
        "Your rate stays the same for an epoch. It is to fall at each step.",
        "use n, the number of the step: " + PLAN,
        ({"rate": ways.fewer}, {"rate": ways.by_epoch}),
    ),
    (
        "the rate twice",
        "The rate has been multiplied twice, so that it falls to a hundredth.",
        "multiply the gradient by it once, in the step.",
        ({"rate": lambda n, steps, size, count: ways.falling(n, steps, size, count) ** 2},),
    ),
    (
        "divided by the size too",
        "Your steps are shorter by the size of a batch. The mean in hinge has divided by it already.",
        "rate * p.grad, and nothing else.",
        ({"rate": lambda n, steps, size, count: ways.falling(n, steps, size, count) / size},),
    ),
    (
        "uphill",
        "The steps go uphill: the losses grow.",
        "take rate * p.grad off p.data.",
        ({"up": True},),
    ),
    (
        "no step at all",
        "No number has moved: each loss is that of the network as it was given.",
        "change p.data, for each p of model.parameters().",
        ({"rate": always(0.0)},),
    ),
    (
        "all points in every step",
        "Every step asks all points. Asked is one batch a step.",
        "take the next batch, and ask its points alone.",
        ({"epochs": ways.everything}, {"epochs": ways.everything_shuffled}),
    ),
    (
        "the first batch of new ones",
        "Each step makes new batches and takes the first of them, so some points are asked seldom or never.",
        FRESH,
        ({"epochs": ways.anew},),
    ),
    (
        "one batch for all steps",
        "Every step takes the same batch. The other points are never asked.",
        FRESH,
        ({"epochs": ways.the_first},),
    ),
    (
        "the first epoch again and again",
        "The batches are those of the first epoch, again and again.",
        "take them from batches, which shuffles before each epoch: next(order) in each step.",
        ({"epochs": ways.first_epoch_alone},),
    ),
    (
        "not shuffled",
        "The batches come in the order of the points. The shuffle that is given has not been asked.",
        "batches(len(points), size, shuffle).",
        ({"epochs": ways.unshuffled},),
    ),
    (
        "a batch taken in vain",
        "A batch has been taken and not used, before the first step or in each.",
        "call next() once in each step, and use what it gives for points and labels both.",
        tuple({"epochs": epochs} for epochs in (ways.one_ahead, ways.every_second, ways.two_taken)),
    ),
    (
        "labels of other points",
        "The points of a batch are given the first labels of all, which belong to others.",
        "take points[i] and labels[i] at the same places.",
        ({"labels": "batch"},),
    ),
    (
        "the loss after the step",
        "You give the loss as it is after the step. train gives that before it.",
        "give what train yields.",
        ({"told": "after"},),
    ),
    (
        "the loss of all points",
        "You give the loss of all points. Asked is that of the batch, which the step was made from.",
        "give what train yields.",
        ({"told": "all"},),
    ),
    (
        "the sum",
        "The loss of a batch is the sum, not the mean: steps are too long by the size of the batch.",
        "use your hinge of 9.1, as it passed.",
        ({"loss": "sum"},),
    ),
    (
        "gradients kept",
        "Gradients of earlier steps are still there, and added to: nobody sets them to 0.",
        "use your train of lesson 8, which sets each grad to 0 before backward().",
        ({"kept": True},),
    ),
    (
        "no margin",
        "The losses are those of a hinge that is content with the right side.",
        "use your hinge of 9.1, as it passed.",
        ({"margin": 0.0},),
    ),
    (
        "one step too many",
        "There is one step more than asked.",
        "give `steps` to train.",
        ({"more": 1},),
    ),
    (
        "one step too few",
        "There is one step fewer than asked.",
        "give `steps` to train.",
        ({"more": -1},),
    ),
    (
        "the first loss left out",
        "The loss of the first step is missing. It is that of the network as it was given, and belongs to them.",
        "give all that train yields: list(train(...)).",
        ({"skipped": 1},),
    ),
    (
        "one step alone",
        "There is the loss of one step alone.",
        "go through all that train yields: list(train(...)).",
        ({"only": 1},),
    ),
)

# Those of which the losses may be right: what the network is afterwards tells them.
ENDS = (
    (
        "a copy is trained",
        "The losses are right, and the network that you were given has not moved: it is a copy of it that has learned.",
        "move the parameters of model itself.",
        ({"leaves": "start"},),
    ),
    (
        "earlier numbers put back",
        "The losses are right, and then the network is set back to where its loss was smallest. That was the loss of "
        "one batch, which says little of the others; and the steps after it are lost.",
        "leave the network where the last step has brought it.",
        ({"leaves": "best"}, {"leaves": "behind"}),
    ),
    (
        "stops when all points are right",
        "It stops as soon as all points are right, before `steps` are done. Some have no margin yet.",
        "give `steps` to train, and go through all that it yields.",
        ({"stops": True},),
    ),
)
