"""What can go wrong in a neuron: its weights, its sum, its gate, and what it hands on."""

import random

from ....engine import Value
from .changes import CHANGES
from .draws import DRAWN
from .right import Neuron
from .slip import Slip


def _pairs(self, x):
    return zip(self.w, x, strict=False)


def _anew(self, x):
    return sum((Value(random.uniform(-1, 1)) * xi for xi in x), self.b)


def _cut(self, x):
    return Value(sum(w.data * getattr(xi, "data", xi) for w, xi in _pairs(self, x)) + self.b.data)


def _numbers_of_x(self, x):
    return sum((w * getattr(xi, "data", xi) for w, xi in _pairs(self, x)), self.b)


def _numbers_of_w(self, x):
    return sum((xi * w.data for w, xi in _pairs(self, x)), self.b)


def _gate_of(total):
    return Value(max(0.0, total.data))


def _bend_first(self, x):
    total = sum((w * xi for w, xi in _pairs(self, x)), Value(0.0))
    return self.gate(total) + self.b


def _at_once(self, x):
    return self.total(x)


def _last_product(self, x):
    return self.w[-1] * x[-1] + self.b


def _first_product(self, x):
    return self.w[0] * x[0] + self.b


def _from_the_second(self, x):
    return sum((w * xi for w, xi in list(_pairs(self, x))[1:]), self.b)


def _without_the_last(self, x):
    return sum((w * xi for w, xi in list(_pairs(self, x))[:-1]), self.b)


def _sums(self, x):
    return sum(self.w, Value(0.0)) * sum(x) + self.b


def _bias_each(self, x):
    return sum((w * xi + self.b for w, xi in _pairs(self, x)), Value(0.0))


def _bend_each(self, x):
    return sum(((w * xi).relu() if self.nonlin else w * xi for w, xi in _pairs(self, x)), self.b)


def _divided(self, x):
    return sum((w * xi for w, xi in _pairs(self, x)), Value(0.0)) * (1 / len(self.w)) + self.b


def _sum_only(self, x):
    return sum((w + xi for w, xi in _pairs(self, x)), self.b)


SLIPS = (
    *CHANGES,
    Slip(
        "no bias",
        "The bias is not in the output: whatever b is, the output is the same, and its gradient is 0.",
        "add self.b to the sum of the products.",
        {"total": lambda self, x: sum((w * xi for w, xi in _pairs(self, x)), Value(0.0))},
    ),
    Slip(
        "bias taken off",
        "The bias is taken off, where it is to be added.",
        "look at the sign in front of self.b.",
        {"total": lambda self, x: sum((w * xi for w, xi in _pairs(self, x)), -self.b)},
    ),
    Slip(
        "bias once for each input",
        "b is added once for each input. A neuron has one bias, and it counts once.",
        "add up the products first, and then add b.",
        {"total": _bias_each},
    ),
    Slip(
        "bends before the bias",
        "The relu comes before the bias: so b only lifts the output, and can't move the place where it bends.",
        "add b first, and give the whole sum to relu.",
        {"__call__": _bend_first},
    ),
    Slip(
        "bends each product",
        "Each product goes through relu by itself, and then they are added. Then no product can outweigh another.",
        "add up first, b too, and bend once.",
        {"__call__": _bend_each},
    ),
    Slip(
        "never bends",
        "There is no relu: below 0 it should give 0, and it goes on falling. All neurons together would be one line.",
        "where nonlin is true, return act.relu().",
        {"gate": lambda self, total: total},
    ),
    Slip(
        "straight unless told to bend",
        "Without a word on nonlin it goes straight on. It is to bend, unless nonlin is false.",
        "def __init__(self, nin, nonlin=True).",
        {"__init__": lambda self, nin, nonlin=False: Neuron.__init__(self, nin, nonlin)},
    ),
    *(
        Slip(
            "an input left out",
            "One input has no say, the first or the last.",
            "go through all of them: a range over places begins at 0 and ends at len(x).",
            {"total": how},
        )
        for how in (_from_the_second, _without_the_last)
    ),
    Slip(
        "always bends",
        "It bends with nonlin=False as well. The last layer needs neurons that can give a score below 0.",
        "look at self.nonlin before you bend.",
        {"gate": lambda self, total: total.relu()},
    ),
    Slip(
        "nonlin turned round",
        "It bends where nonlin is false, and goes straight on where it is true.",
        "turn the condition round.",
        {"gate": lambda self, total: total if self.nonlin else total.relu()},
    ),
    Slip(
        "tanh",
        "It bends with tanh, and asked is relu.",
        "return act.relu() where nonlin is true.",
        {"gate": lambda self, total: total.tanh() if self.nonlin else total},
    ),
    Slip(
        "the other side",
        "It is open below 0 and shut above: relu(-act), or its negative.",
        "give relu the sum as it is.",
        {"gate": lambda self, total: (-total).relu() if self.nonlin else total},
    ),
    Slip(
        "the gate cuts",
        "The output is right, and nothing can be sent back: the gate makes a new Value of a number, which remembers "
        "nothing.",
        "let the sum bend itself, act.relu(), without max and without data.",
        {"gate": lambda self, total: _gate_of(total) if self.nonlin else total},
    ),
    Slip(
        "calculated with data",
        "The output is right, and no gradient arrives: it is calculated with numbers, and then a new Value is made, "
        "which remembers nothing.",
        "calculate with the Values themselves: leave out every `.data`.",
        {"total": _cut},
    ),
    Slip(
        "data of the inputs",
        "Its own numbers get their gradients, and the inputs get none: of x only the data is taken. In a network x is "
        "what the layer before gave.",
        "multiply by xi itself.",
        {"total": _numbers_of_x},
    ),
    Slip(
        "data of the weights",
        "The weights get no gradient: their data is taken, so the graph does not reach them.",
        "multiply by the weight itself, without `.data`.",
        {"total": _numbers_of_w},
    ),
    Slip(
        "drawn anew at each call",
        "It draws new weights at each call, so what its parameters() gives plays no part.",
        "draw once, in __init__, keep them in self.w, and use those.",
        {"total": _anew},
    ),
    Slip(
        "the last product alone",
        "Only the product of the last input is in the output.",
        "add up all of them: += and not =, or sum(...).",
        {"total": _last_product},
    ),
    Slip(
        "the first product alone",
        "Only the product of the first input is in the output. Is there a return inside the loop?",
        "add up all of them, and return after the loop.",
        {"total": _first_product},
    ),
    Slip(
        "sum times sum",
        "All weights are added up, and all inputs, and then the two sums are multiplied.",
        "multiply each weight by its own input, and then add up.",
        {"total": _sums},
    ),
    Slip(
        "added, not multiplied",
        "Each weight is added to its input. Then an input could not count more than another.",
        "multiply them.",
        {"total": _sum_only},
    ),
    Slip(
        "divided by nin",
        "The sum of the products is divided by their number.",
        "add up, and divide by nothing.",
        {"total": _divided},
    ),
    Slip(
        "the bias not handed on",
        "parameters() gives the weights alone. Then nobody ever moves b.",
        "put b behind the weights: [*self.w, self.b].",
        {"parameters": lambda self: list(self.w)},
    ),
    Slip(
        "the bias first",
        "In parameters() b comes first. Asked is the order in which one writes it: the weights, then b.",
        "[*self.w, self.b]",
        {"parameters": lambda self: [self.b, *self.w]},
    ),
    Slip(
        "the bias alone",
        "parameters() gives b alone, and no weight.",
        "put the weights in front of it: [*self.w, self.b].",
        {"parameters": lambda self: [self.b]},
    ),
    Slip(
        "copies handed on",
        "parameters() gives copies: whoever moves those, moves nothing in the neuron, and they never get a gradient.",
        "hand on the Values themselves: [*self.w, self.b].",
        {"parameters": lambda self: [Value(p.data) for p in (*self.w, self.b)]},
    ),
    *DRAWN,
)
