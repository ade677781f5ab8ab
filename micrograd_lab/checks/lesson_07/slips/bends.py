"""What can go wrong with which layers of a network bend."""

from .right import Layer
from .slip import Slip


def _bending(bends):
    def stack(self, nin, nouts):
        sizes = [nin, *nouts]
        return [Layer(sizes[i], sizes[i + 1], bends(nouts, i)) for i in range(len(nouts))]

    return stack


BENDS = (
    Slip(
        "the last layer bends",
        "All layers bend, the last one too, so no score can ever be below 0.",
        "nonlin is false for the last layer: i != len(nouts) - 1.",
        {"bends": lambda self, i, many: True},
    ),
    Slip(
        "no layer bends",
        "No layer bends. Straight after straight is straight: all of it together is one line.",
        "nonlin is true for all layers but the last.",
        {"bends": lambda self, i, many: False},
    ),
    Slip(
        "a single layer bends",
        "Where there is one layer only, MLP(2, [1]), it bends. It is the last one there too.",
        "nonlin is true for all layers but the last: i != len(nouts) - 1.",
        {"bends": lambda self, i, many: i == 0 or i < many - 1},
    ),
    *(
        Slip(
            "the last known by its size",
            "The last layer is told by its number of neurons, so a hidden layer with as many is taken for it, or the "
            "last one for a hidden one.",
            "tell it by its place: i != len(nouts) - 1.",
            {"stack": _bending(how)},
        )
        for how in (
            lambda nouts, i: nouts[i] != nouts[-1],
            lambda nouts, i: nouts[i] != 1,
            lambda nouts, i: i != nouts.index(nouts[-1]),
            lambda nouts, i: nouts.index(nouts[i]) != len(nouts) - 1,
        )
    ),
    Slip(
        "only the last bends",
        "The hidden layers are straight and the last one bends: it is the other way round.",
        "nonlin is true for all layers but the last: i != len(nouts) - 1.",
        {"bends": lambda self, i, many: i == many - 1},
    ),
    Slip(
        "only the first bends",
        "Only the first layer bends. Every hidden layer does, all but the last.",
        "i != len(nouts) - 1",
        {"bends": lambda self, i, many: i == 0 and many > 1},
    ),
    Slip(
        "only the first bends",
        "Only the first layer bends. Every hidden layer does, all but the last.",
        "i != len(nouts) - 1",
        {"bends": lambda self, i, many: i == 0},
    ),
    Slip(
        "the first layer is straight",
        "The first layer is straight. The one that is straight is the last.",
        "i != len(nouts) - 1, where i counts from 0.",
        {"bends": lambda self, i, many: i != 0},
    ),
    Slip(
        "the one before the last is straight too",
        "The last two layers are straight. Is one counted from 1 and the other from 0?",
        "range and enumerate count from 0, so the last one is len(nouts) - 1.",
        {"bends": lambda self, i, many: i < many - 2},
    ),
)
