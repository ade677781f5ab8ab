"""7.2: a layer of neurons, made of the learner's own Neuron."""

import random

from ...engine import Value
from ..judge import Misconception
from .judging import Slip, judge_of
from .right import Layer, Neuron

SHAPES = (([3, 2], None), ([2, 4], True), ([2, 3], False), ([4, 1], False), ([1, 2], None))


def layer_cases(seed):
    """Layers of several sizes, one of a single neuron; in each some gate is open and, of three and more, some shut."""
    chance, found = random.Random(seed + 7200), []
    for (nin, nout), nonlin in SHAPES:
        case = {"makes": [nin, nout], "seed": chance.randint(1, 10**6)}
        case |= {"nonlin": nonlin} if nonlin is not None else {}
        found.append({**case, **_numbers(chance, nin, nout)})
    return tuple(found)


def _numbers(chance, nin, nout):
    while True:
        x = [chance.choice((-1, 1)) * round(chance.uniform(0.4, 2.0), 2) for _ in range(nin)]
        rows = [[round(chance.uniform(-2, 2), 2) for _ in range(nin + 1)] for _ in range(nout)]
        totals = [sum(w * xi for w, xi in zip(row, [*x, 1.0], strict=True)) for row in rows]
        shut = sum(t < -0.2 for t in totals)
        if min(map(abs, totals)) > 0.2 and (shut == 1 if nout == 1 else 0 < shut < nout):
            return {"x": x, "numbers": [number for row in rows for number in row]}


def _weights_first(neurons):
    return [w for n in neurons for w in n.w] + [n.b for n in neurons]


SLIPS = (
    Slip(
        "one neuron, several times",
        "All its neurons are one and the same: [Neuron(...)] * nout makes one neuron and writes it nout times. So all "
        "outputs are equal, and whoever moves one, moves them all.",
        "make a new one each time: [Neuron(...) for _ in range(nout)].",
        {"row": lambda self, nin, nout, nonlin: [Neuron(nin, nonlin)] * nout},
    ),
    Slip(
        "nin and nout swapped",
        "It has as many neurons as it should have inputs, and the other way round.",
        "nout neurons, each made with nin.",
        {"row": lambda self, nin, nout, nonlin: [Neuron(nout, nonlin) for _ in range(nin)]},
    ),
    Slip(
        "nin neurons",
        "It has nin neurons. How many outputs it has is said by nout.",
        "range(nout)",
        {"row": lambda self, nin, nout, nonlin: [Neuron(nin, nonlin) for _ in range(nin)]},
    ),
    Slip(
        "nout weights each",
        "Each of its neurons has nout weights. It has one for each input, which are nin.",
        "Neuron(nin, ...)",
        {"row": lambda self, nin, nout, nonlin: [Neuron(nout, nonlin) for _ in range(nout)]},
    ),
    Slip(
        "nonlin not handed on",
        "Its neurons always bend, because nonlin stays behind: the layer is told, and its neurons are not.",
        "hand it on: Neuron(nin, nonlin).",
        {"row": lambda self, nin, nout, nonlin: [Neuron(nin) for _ in range(nout)]},
    ),
    Slip(
        "never bends",
        "Its neurons never bend, whatever nonlin is.",
        "hand nonlin on: Neuron(nin, nonlin).",
        {"row": lambda self, nin, nout, nonlin: [Neuron(nin, False) for _ in range(nout)]},
    ),
    Slip(
        "the last bends not",
        "Its last neuron goes straight on. In a layer all do the same; it is the last *layer* that is straight.",
        "hand nonlin on to each of them: Neuron(nin, nonlin).",
        {"row": lambda self, nin, nout, nonlin: [Neuron(nin, nonlin and i != nout - 1) for i in range(nout)]},
    ),
    Slip(
        "a list of one",
        "A layer of one neuron gives a list with one Value in it. Asked is that Value itself: then it is a score.",
        "return out[0] where there is just one.",
        {"given": lambda self, out: out},
    ),
    Slip(
        "the first alone",
        "It gives the output of its first neuron alone.",
        "collect all of them in a list, and return after the loop.",
        {"given": lambda self, out: out[0]},
    ),
    Slip(
        "the last alone",
        "It gives the output of its last neuron alone.",
        "collect all of them in a list.",
        {"given": lambda self, out: out[-1]},
    ),
    Slip(
        "added up",
        "It adds up what its neurons give. Each output goes on by itself.",
        "return a list of them.",
        {"given": lambda self, out: sum(out, Value(0.0))},
    ),
    Slip(
        "turned round",
        "The outputs come in the reverse order.",
        "in the order of the neurons.",
        {"given": lambda self, out: out[0] if len(out) == 1 else out[::-1]},
    ),
    Slip(
        "cut",
        "The outputs are right, and nothing can be sent back: they are new Values, made of numbers.",
        "return what the neurons gave, without `.data`.",
        {"given": lambda self, out: (lambda new: new[0] if len(new) == 1 else new)([Value(v.data) for v in out])},
    ),
    Slip(
        "each takes one input",
        "Each neuron is given one input. All of them see all of x.",
        "n(x), with the whole list.",
        {"__call__": lambda self, x: self.given([n(x[i % len(x) :][:1]) for i, n in enumerate(self.neurons)])},
    ),
    Slip(
        "one after the other",
        "Each neuron is given what the one before gave. In a layer they stand side by side, and all see the same x.",
        "n(x), with the x of the layer, for each.",
        {"__call__": lambda self, x: self.given(_in_turn(self.neurons, x))},
    ),
    Slip(
        "weights first, then all biases",
        "In parameters() all weights come first and then all biases. Asked is neuron by neuron: its weights, its b.",
        "go through the neurons, and take from each what its own parameters() gives.",
        {"parameters": lambda self: _weights_first(self.neurons)},
    ),
    Slip(
        "the biases not handed on",
        "parameters() gives the weights alone. Then nobody ever moves a bias.",
        "take from each neuron what its own parameters() gives.",
        {"parameters": lambda self: [w for n in self.neurons for w in n.w]},
    ),
    Slip(
        "the first neuron's alone",
        "parameters() gives those of the first neuron alone. Is there a return inside the loop?",
        "collect those of all neurons in one list.",
        {"parameters": lambda self: self.neurons[0].parameters()},
    ),
    Slip(
        "the last neuron's alone",
        "parameters() gives those of the last neuron alone.",
        "collect those of all neurons in one list: += and not =.",
        {"parameters": lambda self: self.neurons[-1].parameters()},
    ),
    Slip(
        "the neurons backwards",
        "In parameters() the neurons come in the reverse order.",
        "in the order in which they were made.",
        {"parameters": lambda self: [p for n in self.neurons[::-1] for p in n.parameters()]},
    ),
    Slip(
        "made anew at each call",
        "It makes new neurons at each call, so what its parameters() gives plays no part.",
        "make them once, in __init__, keep them in self.neurons, and use those.",
        {"__call__": lambda self, x: self.given([Neuron(len(n.w), n.nonlin)(x) for n in self.neurons])},
    ),
)


def _in_turn(neurons, x):
    found = []
    for n in neurons:
        found.append(n(x if not found else [found[-1]]))
    return found


SEEN = (
    Misconception(
        "neurons, not their numbers",
        None,
        "parameters() gives the neurons themselves, and asked are the Values inside them.",
        "two `for` in one comprehension: for n in self.neurons for p in n.parameters().",
        seen=lambda case, result: result["plain"] == case["makes"][1],
    ),
)

LAYER = judge_of(
    Layer,
    SLIPS,
    layer_cases,
    SEEN,
    "It stands on your Neuron: has that passed 7.1 as it is here?",
    "make a Layer(2, 3), and compare what it gives with what its three neurons give, one by one.",
)
