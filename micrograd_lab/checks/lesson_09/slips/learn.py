"""What is said of each slip in training on batches: the misconceptions of 9.4 that are a way to train (learning.py)."""

from .. import learning as ways
from .rates import RATES, always

FRESH = "make the batches once, before the first step, and take the next one in each: next(order)."

# (name, says, tries, what is changed in the right way)
WAYS = (
    *RATES,
    (
        "uphill",
        "The steps go uphill: the losses grow.",
        "take rate * p.grad off p.data.",
        ({"up": True},),
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
        "count and size swapped",
        "The batches are made with the two the wrong way round: so few points, in batches of so many.",
        "batches(len(points), size, shuffle).",
        ({"epochs": ways.swapped},),
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
        "no step at all",
        "No number has moved: each loss is that of the network as it was given.",
        "look at p.grad in the step. Where it is 0.0, nothing has been sent back to the network: is a new Value made "
        "of a number on the way? Where it isn't, change p.data, for each p of model.parameters().",
        ({"rate": always(0.0)},),
    ),
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

# Known by the losses alone, where the network is none of the above.
OLD_SCORES = (
    "scores of the beginning",
    "Each loss is that of the network as it was given, though its numbers move: the scores were worked out once, "
    "before the first step.",
    "work out model(point) anew in each step, for the points of its batch.",
    ({"rate": always(0.0)},),
)
