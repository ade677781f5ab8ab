"""What can go wrong in any optimiser, whatever it remembers."""

from .slip import Slip


class Shared:
    """A memory with one place in it, whichever is asked for."""

    def __init__(self):
        self.one = 0.0

    def __getitem__(self, i):
        return self.one

    def __setitem__(self, i, number):
        self.one = number


def _up(self, i, p, before):
    p.data += self.lr * self.way(i, p.grad, before)


def _of_the_beginning(self, i, p, before):
    p.data -= self.first * self.way(i, p.grad, before)


def _no_rate(self, i, p, before):
    p.data -= self.way(i, p.grad, before)


def _twice(self, i, p, before):
    p.data -= self.lr * self.lr * self.way(i, p.grad, before)


def _instead(self, i, p, before):
    p.data = -self.lr * self.way(i, p.grad, before)


def _still(self, i, p, before):
    pass


def _emptied(self):
    for p in self.parameters:
        p.grad = 0.0


def _moving_ones(self):
    return [(i, p) for i, p in enumerate(self.parameters) if p.grad]


def _none_in_a_generator(self, parameters):
    return [] if self.once else list(parameters)


def _first_step_of_a_generator(self):
    return [] if self.once and self.t > 1 else list(enumerate(self.parameters))


def _first(self):
    return list(enumerate(self.parameters))[:1]


def _last(self):
    return list(enumerate(self.parameters))[-1:]


ONCE = "give list(parameters) to self.parameters, and use that from then on."
COMMON = (
    Slip(
        "uphill",
        "The steps go the other way: along the gradient, which is uphill.",
        "take the step off p.data: -= and not +=.",
        {"move": _up},
    ),
    Slip(
        "the grads emptied",
        "The places are right, but afterwards the grads are 0. Whoever trains empties them, and may want to look at "
        "them before.",
        "leave p.grad as it is.",
        {"after": _emptied},
    ),
    Slip(
        "the rate of the beginning",
        "The first steps are right. Then self.lr is changed, and it goes on with the rate that it was made with.",
        "read self.lr in step(), each time.",
        {"move": _of_the_beginning},
    ),
    Slip(
        "the rate left out",
        "The rate plays no part: a step is as long as if lr were 1.",
        "multiply by self.lr what is taken off p.data.",
        {"move": _no_rate},
    ),
    Slip(
        "the rate twice",
        "The rate has been multiplied twice.",
        "multiply by self.lr once, where p.data is moved.",
        {"move": _twice},
    ),
    Slip(
        "the way, not the place",
        "p.data is set to the step itself. Where it has been before is lost.",
        "take the step off what is there: p.data -= ...",
        {"move": _instead},
    ),
    Slip(
        "nothing moves",
        "No data has moved. What is worked out stands under a name of its own (p = ... gives one too), or nowhere, or "
        "the grads were read when there were none yet.",
        "in step(), read p.grad and change p.data.",
        {"move": _still},
    ),
    Slip(
        "skipped at 0",
        "A parameter whose gradient is 0 in a step stays where it is in that step, and nothing in its memory changes.",
        "do for a gradient of 0 what you do for any other: what is remembered still carries the parameter on.",
        {"asked": _moving_ones},
    ),
    Slip(
        "a generator gone through twice",
        "Where the parameters come in a list all is well. A generator can be gone through only once; after that it is "
        "empty, and nothing moves any more.",
        ONCE,
        {"kept": _none_in_a_generator},
    ),
    Slip(
        "a generator gone through twice",
        "Where the parameters come in a list all is well. A generator can be gone through only once; after that it is "
        "empty, and nothing moves any more.",
        ONCE,
        {"asked": _first_step_of_a_generator},
    ),
    Slip(
        "the first parameter alone",
        "Only the first parameter moves.",
        "does something end the loop over the parameters, a return perhaps?",
        {"asked": _first},
    ),
    Slip(
        "the last parameter alone",
        "Only the last parameter moves.",
        "put what moves p.data into the loop over the parameters.",
        {"asked": _last},
    ),
)
