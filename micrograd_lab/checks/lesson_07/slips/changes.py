"""What a neuron or a network changes that is not its own: the list of inputs, its own list of weights, nouts."""

from ....engine import Value
from .slip import Slip


def _in_the_list(self, x):
    for i, w in enumerate(self.w):
        x[i] = w * x[i]
    return sum(x, self.b)


def _one_in_front(self, x):
    x.insert(0, 1.0)
    return sum((w * xi for w, xi in zip([self.b, *self.w], x, strict=False)), Value(0.0))


def _one_behind(self, x):
    x.append(1.0)
    return sum((w * xi for w, xi in zip([*self.w, self.b], x, strict=False)), Value(0.0))


def _into_b(self, x):
    for w, xi in zip(self.w, x, strict=False):
        self.b = self.b + w * xi
    return self.b


def _growing(self):
    self.w.append(self.b)
    return self.w


CHANGES = (
    *(
        Slip(
            "x is changed",
            "It changes the list that it is given. Whoever gets the same list next, the neuron beside it or the next "
            "step, finds other inputs in it.",
            "put what you work out into a list of your own, and leave x as it is.",
            {"total": how},
        )
        for how in (_in_the_list, _one_in_front, _one_behind)
    ),
    Slip(
        "the sum is kept in b",
        "Each call adds its products to self.b itself, so b is another one after each call.",
        "begin a sum of your own: act = self.b, and then act = act + w * xi.",
        {"total": _into_b},
    ),
    Slip(
        "parameters() makes its own list longer",
        "At each call of parameters() there is one parameter more, because append puts b into the neuron's own list of "
        "weights.",
        "give a new list each time: [*self.w, self.b].",
        {"parameters": _growing},
    ),
)


def _into_nouts(self, nin, nouts):
    self.layers = self.stack(nin, list(nouts))
    nouts.insert(0, nin)


NOUTS = Slip(
    "nouts is changed",
    "It changes the list nouts that it is given. Whoever makes a second network from the same list gets another one.",
    "put nin in front of a list of your own: sizes = [nin, *nouts].",
    {"__init__": _into_nouts},
)
