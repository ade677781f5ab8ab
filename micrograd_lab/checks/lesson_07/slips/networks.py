"""What can go wrong in a network of layers: which of them bend, how they are strung, and what is handed on."""

from itertools import pairwise

from ....engine import Value
from .bends import BENDS
from .changes import NOUTS
from .right import MLP, Layer
from .slip import Slip


def _same_input(self, x):
    out = x
    for layer in self.layers:
        out = layer(x)
    return out


def _first_only(self, x):
    return self.layers[0](x)


def _without_last(self, x):
    for layer in self.layers[:-1] or self.layers:
        x = layer(x if isinstance(x, list) else [x])
    return x


def _reversed(self, x):
    for layer in reversed(self.layers):
        x = layer(x if isinstance(x, list) else [x])
    return x


def _cut(self, x):
    for layer in self.layers:
        out = layer(x if isinstance(x, list) else [x])
        x = [Value(v.data) for v in out] if isinstance(out, list) else out
    return x


def _cut_at_one(self, x):
    for layer in self.layers:
        x = layer(x if isinstance(x, list) else [Value(x.data)])
    return x


def _one_of(out, place):
    return out[place] if isinstance(out, list) else out


def _pressed(self, x):
    out = MLP.__call__(self, x)
    return [v.tanh() for v in out] if isinstance(out, list) else out.tanh()


def _last_first(nin, nouts):
    last = Layer([nin, *nouts][-2], nouts[-1], nonlin=False)
    sizes = [nin, *nouts[:-1]]
    return [*(Layer(a, b) for a, b in pairwise(sizes)), last]


def _as_list(self, x):
    for layer in self.layers:
        x = layer(x if isinstance(x, list) else [x])
    return x if isinstance(x, list) else [x]


def _neurons(self):
    return [n for layer in self.layers for n in layer.neurons]


SLIPS = (
    NOUTS,
    *BENDS,
    Slip(
        "the last made first",
        "Its last layer is made before the others, so the random numbers fall to other weights.",
        "make them in the order in which x goes through them.",
        {"stack": lambda self, nin, nouts: _last_first(nin, nouts)},
    ),
    Slip(
        "cut at a single one",
        "Where a hidden layer has one neuron, its output becomes a new Value, which remembers nothing: the layers "
        "before it get no gradients.",
        "put the Value itself into a list: [x].",
        {"__call__": _cut_at_one},
    ),
    Slip(
        "one output alone",
        "It gives one output alone, the first or the last, where the network has several.",
        "give what the last layer gives.",
        {"__call__": lambda self, x: _one_of(MLP.__call__(self, x), 0)},
    ),
    Slip(
        "one output alone",
        "It gives one output alone, the first or the last, where the network has several.",
        "give what the last layer gives.",
        {"__call__": lambda self, x: _one_of(MLP.__call__(self, x), -1)},
    ),
    Slip(
        "pressed between -1 and 1",
        "Its outputs go through tanh at the end. A score may lie anywhere.",
        "give what the last layer gives.",
        {"__call__": _pressed},
    ),
    Slip(
        "the last layer's left out",
        "parameters() leaves those of the last layer out.",
        "collect those of all layers.",
        {"parameters": lambda self: [p for layer in self.layers[:-1] for p in layer.parameters()]},
    ),
    Slip(
        "the same input for every layer",
        "Every layer is given the inputs of the network, and what the layers before gave is lost.",
        "x = layer(x): what one gives goes into the next.",
        {"__call__": _same_input},
    ),
    Slip(
        "the first layer alone",
        "It gives what its first layer gives. Is there a return inside the loop?",
        "return x after the loop.",
        {"__call__": _first_only},
    ),
    Slip(
        "without the last layer",
        "What it gives is what goes into the last layer.",
        "go through all of self.layers.",
        {"__call__": _without_last},
    ),
    Slip(
        "the layers backwards",
        "It goes through its layers from the last to the first.",
        "in the order in which they were made.",
        {"__call__": _reversed},
    ),
    Slip(
        "cut between layers",
        "The outputs are right, and only the last layer gets gradients: between the layers new Values are made, which "
        "remember nothing.",
        "hand on what the layer gave, without `.data`.",
        {"__call__": _cut},
    ),
    Slip(
        "a list of one",
        "One output comes in a list. Asked is the Value itself, as the layer gives it.",
        "make a list of a single Value only where it goes into another layer.",
        {"__call__": _as_list},
    ),
    Slip(
        "each layer made with nin",
        "Every layer is made for the inputs of the network. From the second on they are what the one before gives.",
        "sizes = [nin, *nouts], and Layer(sizes[i], sizes[i + 1]).",
        {"stack": lambda self, nin, nouts: [Layer(nin, n, i != len(nouts) - 1) for i, n in enumerate(nouts)]},
    ),
    Slip(
        "made for their own outputs",
        "Each layer is made for as many inputs as it has outputs.",
        "sizes = [nin, *nouts], and Layer(sizes[i], sizes[i + 1]).",
        {"stack": lambda self, nin, nouts: [Layer(n, n, i != len(nouts) - 1) for i, n in enumerate(nouts)]},
    ),
    Slip(
        "nin forgotten",
        "The first layer is missing: it begins with the first of nouts as if that were the number of inputs.",
        "put nin in front: sizes = [nin, *nouts].",
        {
            "stack": lambda self, nin, nouts: [
                Layer(a, b, i != len(nouts) - 2) for i, (a, b) in enumerate(pairwise(nouts))
            ]
        },
    ),
    Slip(
        "the last layer not made",
        "It has a layer less than nouts has numbers: the last one is missing.",
        "one layer for each number in nouts.",
        {
            "stack": lambda self, nin, nouts: [
                Layer(a, b, i != len(nouts) - 2)
                for i, (a, b) in enumerate(zip([nin, *nouts], nouts[:-1], strict=False))
            ]
        },
    ),
    Slip(
        "made from the last to the first",
        "Its layers are made from the last to the first, so the random numbers fall to other weights.",
        "make them in the order in which x goes through them.",
        {"stack": lambda self, nin, nouts: _backwards(nin, nouts)},
    ),
    Slip(
        "the last layer's alone",
        "parameters() gives those of the last layer alone.",
        "collect those of all layers in one list: += and not =.",
        {"parameters": lambda self: self.layers[-1].parameters()},
    ),
    Slip(
        "the first layer's alone",
        "parameters() gives those of the first layer alone. Is there a return inside the loop?",
        "collect those of all layers in one list, and return after the loop.",
        {"parameters": lambda self: self.layers[0].parameters()},
    ),
    Slip(
        "the biases not handed on",
        "parameters() gives the weights alone: of 2-16-16-1 304, and not 337. Nobody would ever move a bias.",
        "take from each layer what its own parameters() gives.",
        {"parameters": lambda self: [w for n in _neurons(self) for w in n.w]},
    ),
    Slip(
        "weights first, then all biases",
        "In parameters() all weights come first and then all biases. Asked is neuron by neuron.",
        "take from each layer what its own parameters() gives.",
        {"parameters": lambda self: [w for n in _neurons(self) for w in n.w] + [n.b for n in _neurons(self)]},
    ),
    Slip(
        "weights first in each layer",
        "In parameters() a layer's weights come first and then its biases. Asked is neuron by neuron.",
        "take from each layer what its own parameters() gives, and from each neuron too.",
        {"parameters": lambda self: [p for layer in self.layers for p in _of_layer(layer)]},
    ),
    Slip(
        "the layers backwards in parameters()",
        "parameters() begins with the last layer.",
        "in the order in which x goes through them.",
        {"parameters": lambda self: [p for layer in self.layers[::-1] for p in layer.parameters()]},
    ),
)


def _of_layer(layer):
    return [w for n in layer.neurons for w in n.w] + [n.b for n in layer.neurons]


def _backwards(nin, nouts):
    sizes = [nin, *nouts]
    made = [Layer(sizes[i], sizes[i + 1], i != len(nouts) - 1) for i in reversed(range(len(nouts)))]
    return made[::-1]
