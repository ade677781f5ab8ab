"""What can go wrong in a layer: its row of neurons, what they are given, and what is handed on."""

import copy

from ....engine import Value
from .right import Layer, Neuron
from .slip import Slip


def _weights_first(neurons):
    return [w for n in neurons for w in n.w] + [n.b for n in neurons]


def _by_inputs(out, x):
    return out[0] if len(x) == 1 else out


def _alike(anew):
    def row(self, nin, nout, nonlin):
        first, found = Neuron(nin, nonlin), []
        for _ in range(nout - 1):
            found.append(Neuron(nin, nonlin) if anew else copy.deepcopy(first))
            for p, q in zip(found[-1].parameters(), first.parameters(), strict=True):
                p.data = q.data
        return [first, *found]

    return row


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
        "only the last is told",
        "nonlin is handed on to the last neuron alone, and the others bend whatever it is. In a layer all do the same.",
        "hand nonlin on to each of them: Neuron(nin, nonlin).",
        {"row": lambda self, nin, nout, nonlin: [Neuron(nin, i < nout - 1 or nonlin) for i in range(nout)]},
    ),
    Slip(
        "straight unless told to bend",
        "Without a word on nonlin its neurons go straight on. They are to bend, unless nonlin is false.",
        "def __init__(self, nin, nout, nonlin=True).",
        {"__init__": lambda self, nin, nout, nonlin=False: Layer.__init__(self, nin, nout, nonlin)},
    ),
    Slip(
        "all begin alike",
        "Its neurons all begin with the numbers of the first one. So they stay alike, since they see the same inputs.",
        "let each draw its own: [Neuron(nin, nonlin) for _ in range(nout)].",
        {"row": _alike(anew=True)},
    ),
    Slip(
        "copies of one neuron",
        "One neuron is made, and its copies stand beside it. They stay alike, since they see the same inputs.",
        "let each draw its own: [Neuron(nin, nonlin) for _ in range(nout)].",
        {"row": _alike(anew=False)},
    ),
    Slip(
        "one input, not one neuron",
        "It gives a Value by itself where there is one input. That is asked where there is one neuron.",
        "look at how many outputs there are: len(out) == 1.",
        {"__call__": lambda self, x: _by_inputs([n(x) for n in self.neurons], x)},
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
