"""3.2: a neuron backward."""

import math
import random

from ...experiments import gradient_slips as slips
from ..accident import odd
from ..candidates import ModelJudge, of, rounded
from ..judge import Misconception, same
from .edge_slips import edge_slips
from .lecture import RIGHT_THERE, at
from .neuron_slips import exchanged, gradients, neuron_slips
from .on_graph import slips_in

WEIGHED = ("x1", "w1", "x2", "w2")
NEURON = {"x1": 2.0, "x2": 0.0, "w1": -3.0, "w2": 1.0, "b": 6.881373587019543}


def neuron_cases(seed):
    chance = random.Random(seed)
    others = ({name: round(chance.uniform(-1.5, 1.5), 2) for name in NEURON} for _ in range(3))
    names = ["n", "b", "x1", "w1", "x2", "w2"]
    return tuple({"inputs": inputs, "names": names} for inputs in (NEURON, *others))


def _tanh_neuron(x1, x2, w1, w2, b):
    n = x1 * w1 + x2 * w2 + b
    o = n.tanh()
    n.label, o.label = "n", "o"
    return o


_on_graph = slips_in(_tanh_neuron)


def _slip(share, of):
    """The gradients, by case, where a slip is made at the edges from these inputs."""
    found = _on_graph(share, of=of)
    return lambda case: {name: found(**case["inputs"])[name] for name in case["names"]}


def _sloped(slope):
    return lambda case: gradients(case["inputs"], slope=slope)


def _value_of_n(handed_on):
    """The number of n for its gradient: handed on to the rest, or not."""

    def slip(case):
        itself = gradients(case["inputs"], slope=lambda n, o: n)
        return itself if handed_on else gradients(case["inputs"]) | {"n": itself["n"]}

    return slip


DIFFER = "What differs here: {names}."
PRINT = "print each gradient beside what arrives and the local derivative; then measure it, as in the cell below."


def _neuron_shape(case, result):
    by_name = 'return {"n": ..., "b": ..., "x1": ..., "w1": ..., "x2": ..., "w2": ...}.'
    if other := odd(result, "the six gradients, by name", by_name):
        return other
    missing = [name for name in case["names"] if name not in result]
    if missing:
        return "Missing: {names}.".format(names=", ".join(missing)), "return all six gradients by name."
    if case["inputs"] != NEURON:
        return RIGHT_THERE
    right = gradients(case["inputs"])
    wrong = [name for name in case["names"] if not same(result[name], right[name], 1e-4)]
    return DIFFER.format(names=", ".join(wrong)), PRINT


SLIPS = (
    Misconception(
        "1 - n²",
        _sloped(lambda n, o: 1 - n * n),
        "Your gradient of n is 1 - n², from what goes into tanh. The local derivative of tanh is 1 - o²: it "
        "is made of what comes out.",
        "compute o = tanh(n) first, and use 1 - o * o.",
    ),
    Misconception(
        "1 - o",
        _sloped(lambda n, o: 1 - o),
        "Your gradient of n is 1 - o. The o must be squared: at o = -1 the curve is as flat as at o = 1.",
        "use 1 - o * o.",
    ),
    Misconception(
        "o²",
        _sloped(lambda n, o: o * o),
        "Your gradient of n is o². That grows where tanh gets flat; the local derivative is what is missing to 1.",
        "use 1 - o * o.",
    ),
    Misconception(
        "1 + o²",
        _sloped(lambda n, o: 1 + o * o),
        "Your gradient of n is 1 + o². It is above 1, and tanh is nowhere steeper than 1.",
        "use 1 - o * o.",
    ),
    Misconception(
        "tanh left out",
        _sloped(lambda n, o: 1.0),
        "You start at n with 1. There is one more operation on the way to o: the tanh.",
        "start with do/do = 1 at o, and multiply by the local derivative of tanh to come to n.",
    ),
    Misconception(
        "the output as its own slope",
        _sloped(lambda n, o: o),
        "Your gradient of n is o itself. An exp has its output as local derivative; tanh has 1 - o².",
        "use 1 - o * o.",
    ),
    Misconception(
        "tanh of tanh",
        _sloped(lambda n, o: 1 - math.tanh(o) ** 2),
        "You take tanh of o, which is tanh of n already.",
        "take tanh once: o = tanh(n), then 1 - o * o.",
    ),
    Misconception(
        "operands swapped",
        _slip(slips.swap, WEIGHED),
        "The operands of the products are swapped. In the lesson's neuron x2 is 0: whatever w2 does, x2 * w2 stays "
        "0, so the gradient of w2 must be 0.",
        "give each factor the other one: w1 gets x1 times what arrives, x1 gets w1 times what arrives.",
    ),
    Misconception(
        "upstream alone",
        _slip(slips.upstream_alone, WEIGHED),
        "All have the gradient of n. A + passes it on unchanged; the products do not. x2 is 0 in the lesson's "
        "neuron, so w2 moves nothing there.",
        "multiply once more, by the other factor of each product.",
    ),
    Misconception(
        "local alone",
        _slip(slips.local_alone, (*WEIGHED, "b")),
        "What you give to the weights and inputs is the local derivative alone. What arrives from the tanh is missing.",
        "multiply each by the gradient of n.",
    ),
    Misconception(
        "local alone at the products",
        _slip(slips.local_alone, WEIGHED),
        "At the products you give the local derivative alone. What arrives from the tanh is missing.",
        "multiply each by the gradient of n.",
    ),
    Misconception(
        "bias like a weight",
        _slip(slips.by_itself, "b"),
        "The bias is only added. When b grows by 1, n grows by 1, whatever b is.",
        "give b what arrives at n, unchanged.",
    ),
    Misconception(
        "bias is constant",
        _slip(slips.nothing, "b"),
        "The bias is a number that can change like the weights. When b grows by 1, n grows by 1.",
        "give b what arrives at n, unchanged.",
    ),
    Misconception(
        "weights only",
        _slip(slips.nothing, ("x1", "x2")),
        "Inputs have gradients too: o changes when x1 does. That we do not train them is another matter.",
        "give x1 the number of w1, times what arrives.",
    ),
    *(
        Misconception(
            "n itself",
            _value_of_n(handed_on),
            "For n you give the number that goes into the tanh. Asked is its gradient: how fast o grows with n.",
            "give n the local derivative of tanh, 1 - o * o.",
        )
        for handed_on in (True, False)
    ),
)


def _candidates(cases, results):
    yield from of(SLIPS, cases)
    yield from neuron_slips(cases)
    yield from exchanged(cases, results)
    yield from rounded(cases, results, lambda case: gradients(case["inputs"]))
    yield from edge_slips(cases, results, _on_graph, {}, [*WEIGHED, "b", "n"], _shaped, (WEIGHED, (*WEIGHED, "b")))


def _shaped(case, made):
    return {name: made[name] for name in case["names"]}


TANH_NEURON = ModelJudge(
    neuron_cases,
    expected=lambda case: gradients(case["inputs"]),
    tells=at,
    tolerance=1e-4,
    otherwise=_neuron_shape,
    candidates=_candidates,
)
