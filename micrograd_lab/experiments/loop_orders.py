"""The four cards of a training loop in each of their 24 orders: a dozen rounds of it, and what has come of them.

An order is a text of four letters, "fzbs": forward, zero_grad, backward, step. A kind of order is known by its numbers
alone: the parameters after each round, compared with those of the right order, to the last digit.
"""

from functools import cache
from itertools import permutations

from .. import losses
from .loop import XS, YS, Loop, name_of

CARDS = {"f": "forward", "z": "zero_grad", "b": "backward", "s": "step"}
PRESSED = {"f": "forward", "z": "zero", "b": "backward", "s": "update"}  # what experiments.loop calls them
ORDERS = tuple(map("".join, permutations(CARDS)))
RIGHT, OLD = "fzbs", "fszb"
KINDS = ("same", "late", "dead", "old")
ROUNDS, RATE, SEED = 12, 0.4, 1  # here the right order learns all four, and old gradients swing away
WHOLE = ROUNDS * len(CARDS)  # cards of all rounds


class Rounds:
    """ROUNDS rounds of an order, on the lecture's four examples.

    `data[k]` and `grad[k]` are all 41 parameters after card k, as tuples; k = 0 is the start. `known[k]` is the loss
    that forward computed last, None before it did. `losses[n]` is the loss of the parameters as they are after round
    n, measured beside the loop. `passed` are the cards that were passed over: a backward before any forward, which
    Python would end with a NameError.
    """

    def __init__(self, order):
        loop = Loop(RATE, SEED)
        self.order, self.passed = order, set()
        self.data, self.grad, self.known = [_all(loop, "data")], [_all(loop, "grad")], [None]
        self.losses = [_loss(loop)]
        for k in range(1, WHOLE + 1):
            letter = self.letter(k)
            if letter == "b" and loop.loss is None:
                self.passed.add(k)
            else:
                loop.press(PRESSED[letter])
            self.data.append(_all(loop, "data"))
            self.grad.append(_all(loop, "grad"))
            self.known.append(loop.loss and loop.loss.data)
            if k % len(CARDS) == 0:
                self.losses.append(_loss(loop))

    @property
    def after(self):
        """The parameters at the start, and after each round."""
        return self.data[:: len(CARDS)]

    def letter(self, k):
        """The letter of card k, from 1."""
        return self.order[(k - 1) % len(CARDS)]


rounds = cache(Rounds)


def named(number):
    """What one types for parameter `number`, after `model.`."""
    return name_of(number, Loop(RATE, SEED).model)


def _all(loop, what):
    return tuple(getattr(p, what) for p in loop.parameters)


def _loss(loop):
    return losses.mean_squared_error([loop.model(x) for x in XS], YS).data


@cache
def kind(order):
    """The kind of an order, one of KINDS; "" where it is none of them, which none of the 24 is.

    "same": after each round the parameters of the right order. "late": what those are, one round later. "dead": they
    never move. "old": once they move, each step is by the gradient of the parameters as they were one step ago.
    """
    here, right = rounds(order).after, rounds(RIGHT).after
    if here == right:
        return "same"
    if here == [right[0], *right[:-1]]:
        return "late"
    if all(there == here[0] for there in here):
        return "dead"
    return "old" if all(a == b for a, b in zip(_moving(here), _moving(rounds(OLD).after), strict=False)) else ""


def _moving(after):
    """The parameters after each round, from the last in which they have not yet moved."""
    return after[sum(there == after[0] for there in after) - 1 :]


def parameters_if_it_were(claimed):
    """What the parameters would be after each round, where an order is of this kind; None of "old"."""
    right = rounds(RIGHT).after
    found = {"same": right, "late": [right[0], *right[:-1]], "dead": right[:1] * len(right)}
    return found.get(claimed)


def loss_if_it_were(claimed):
    """The losses that go with `parameters_if_it_were`."""
    right = rounds(RIGHT).losses
    return {"same": right, "late": [right[0], *right[:-1]], "dead": right[:1] * len(right)}.get(claimed)


def differs(order, claimed):
    """The first round after which the parameters are not what they were if the order were of this kind.

    None where there is none, or where the kind says of no round what they are.
    """
    wanted = parameters_if_it_were(claimed)
    found = zip(rounds(order).after, wanted or (), strict=False)
    return next((n for n, (here, there) in enumerate(found) if here != there), None)
