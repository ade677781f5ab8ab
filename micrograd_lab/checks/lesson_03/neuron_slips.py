"""Lesson 3: slips in the gradients of a neuron, generated: in n, in the slope of tanh, in the inputs' order."""

import math

from ..candidates import Candidate
from ..judge import Misconception, same
from .lecture import TYPED_IN

ORDER = ("x1", "x2", "w1", "w2", "b")
INNERS = {
    "x1*w1 + x2*w2, without b": lambda x1, x2, w1, w2, b: x1 * w1 + x2 * w2,
    "x1*w1 + b, without x2*w2": lambda x1, x2, w1, w2, b: x1 * w1 + b,
    "x2*w2 + b, without x1*w1": lambda x1, x2, w1, w2, b: x2 * w2 + b,
    "x1*w1 + x2*w2 - b": lambda x1, x2, w1, w2, b: x1 * w1 + x2 * w2 - b,
    "x1*w1 - x2*w2 + b": lambda x1, x2, w1, w2, b: x1 * w1 - x2 * w2 + b,
    "x1*x2 + w1*w2 + b": lambda x1, x2, w1, w2, b: x1 * x2 + w1 * w2 + b,
    "x1*w2 + x2*w1 + b": lambda x1, x2, w1, w2, b: x1 * w2 + x2 * w1 + b,
    "(x1*w1 + x2*w2) * b": lambda x1, x2, w1, w2, b: (x1 * w1 + x2 * w2) * b,
    "x1*w1 * x2*w2 + b": lambda x1, x2, w1, w2, b: x1 * w1 * x2 * w2 + b,
    "x1 + w1 + x2 + w2 + b": lambda x1, x2, w1, w2, b: x1 + w1 + x2 + w2 + b,
    "(x1 + w1) * (x2 + w2) + b": lambda x1, x2, w1, w2, b: (x1 + w1) * (x2 + w2) + b,
    "b alone": lambda x1, x2, w1, w2, b: b,
}
SLOPES = {
    "(1 - o)²": lambda n, o: (1 - o) ** 2,
    "(1 + o)²": lambda n, o: (1 + o) ** 2,
    "1 + o": lambda n, o: 1 + o,
    "1 - |o|": lambda n, o: 1 - abs(o),
    "o² - 1": lambda n, o: o * o - 1,
    "-(1 - n²)": lambda n, o: n * n - 1,
    "1 + n²": lambda n, o: 1 + n * n,
    "1 - n": lambda n, o: 1 - n,
    "1 - 2o": lambda n, o: 1 - 2 * o,
    "2o": lambda n, o: 2 * o,
    "-2o": lambda n, o: -2 * o,
    "1 - o³": lambda n, o: 1 - o**3,
    "o * (1 - o), which is that of a sigmoid": lambda n, o: o * (1 - o),
    "1 / (1 + n²), which is that of an arctan": lambda n, o: 1 / (1 + n * n),
    "the square root of 1 - o²": lambda n, o: math.sqrt(max(0.0, 1 - o * o)),
    "(1 - o²)²": lambda n, o: (1 - o * o) ** 2,
    "1 / (1 - o²)": lambda n, o: 1 / (1 - o * o),
    "2 * (1 - o²)": lambda n, o: 2 * (1 - o * o),
    "n * (1 - o²)": lambda n, o: n * (1 - o * o),
    "o * (1 - o²)": lambda n, o: o * (1 - o * o),
    "n * o": lambda n, o: n * o,
    "n²": lambda n, o: n * n,
    "1 / cosh(n)": lambda n, o: 1 / math.cosh(n),
    "cosh(n)²": lambda n, o: math.cosh(n) ** 2,
    "0": lambda n, o: 0.0,
}
# Those that the lesson has words of its own for: told so where n is wrong as well.
CLASSIC = {
    "1 - n²": lambda n, o: 1 - n * n,
    "1 - o": lambda n, o: 1 - o,
    "o²": lambda n, o: o * o,
    "1": lambda n, o: 1.0,
    "o": lambda n, o: o,
}
IN_ANOTHER_ORDER = (
    ("x1", "w1", "x2", "w2", "b"),
    ("w1", "w2", "x1", "x2", "b"),
    ("w1", "x1", "w2", "x2", "b"),
    ("b", "x1", "x2", "w1", "w2"),
    ("b", "w1", "w2", "x1", "x2"),
    ("x2", "x1", "w2", "w1", "b"),
    ("x1", "x2", "w2", "w1", "b"),
)
MADE_OF = "Your numbers are those of a neuron in which n is {made}."
SLOPE = "Your gradient of n has the numbers of {slope}."
TANH, WHOLE_SUM = "use 1 - o * o, where o = math.tanh(n).", "write n = x1*w1 + x2*w2 + b."
HANDED_ON = "Your gradient of n is right. What you hand on to the others has the numbers of {slope}."
BELONGS, EACH_ITS_OWN = "For {name} you give what belongs to {other}", "give each factor of a product the other factor."
CALLED = (
    "Your numbers are those of a function that takes its inputs in the order {order}. It is called in the order {own}."
)
FIRST_LINE = "keep the first line as it was given: def neuron({own})."


TYPED = Misconception("the lesson's numbers typed in", None, *TYPED_IN)
N_FOR_B = Misconception(
    "n itself",
    None,
    "For b you give the number that goes into the tanh. Asked is how fast o grows with b.",
    "give b what arrives at n, unchanged.",
)


def right_inner(x1, x2, w1, w2, b):
    return x1 * w1 + x2 * w2 + b


def right_slope(n, o):
    return 1 - o * o


def gradients(inputs, inner=right_inner, slope=right_slope):
    """The six gradients, by name."""
    n = inner(**inputs)
    up = slope(n, math.tanh(n))
    x1, x2, w1, w2 = (inputs[name] for name in ORDER[:4])
    return {"n": up, "b": up, "x1": w1 * up, "w1": x1 * up, "x2": w2 * up, "w2": x2 * up}


def neuron_slips(cases):
    """A Candidate for each slip in n, in the slope of tanh, in the order of the inputs; and for two at once."""
    inputs = [case["inputs"] for case in cases]
    for made, inner in INNERS.items():
        known = Misconception("n is " + made, None, MADE_OF.format(made=made), WHOLE_SUM)
        yield Candidate(known, _of(inputs, inner=inner), 1)
    for name, slope in SLOPES.items():
        known = Misconception(name, None, SLOPE.format(slope=name), TANH)
        yield Candidate(known, _of(inputs, slope=slope), 1)
    for order in IN_ANOTHER_ORDER:
        own, other = ", ".join(ORDER), ", ".join(order)
        known = Misconception(
            "inputs in another order", None, CALLED.format(order=other, own=own), FIRST_LINE.format(own=own)
        )
        taken = [dict(zip(order, (one[name] for name in ORDER), strict=True)) for one in inputs]
        yield Candidate(known, _of(taken), 1.7)
    for name, slope in {**SLOPES, **CLASSIC}.items():
        known = Misconception(name, None, HANDED_ON.format(slope=name), "hand on the gradient of n, times each factor.")
        for kept in (("n",), ("n", "b")):
            both = zip(_of(inputs, slope=slope), _of(inputs), strict=True)
            yield Candidate(known, tuple({**made, **{k: right[k] for k in kept}} for made, right in both), 2)
    yield Candidate(TYPED, (gradients(inputs[0]),) * len(inputs), 1)
    with_n = tuple({**right, "b": right_inner(**one)} for one, right in zip(inputs, _of(inputs), strict=True))
    yield Candidate(N_FOR_B, with_n, 1)
    for made, inner in INNERS.items():
        for name, slope in {**SLOPES, **CLASSIC}.items():
            says = "{one} {other}".format(one=MADE_OF.format(made=made), other=SLOPE.format(slope=name))
            known = Misconception("n is " + made, None, says, WHOLE_SUM)
            yield Candidate(known, _of(inputs, inner, slope), 2.5)


def exchanged(cases, results):
    """The Candidate of somebody who gives what belongs to another name."""
    own = [gradients(case["inputs"]) for case in cases]
    said = []
    for name in results[0]:
        if not _are(results, own, name, name):
            others = [other for other in own[0] if other != name and _are(results, own, name, other)]
            if len(others) != 1 and others[:1] not in (["n"], ["b"]):
                return
            said.append(BELONGS.format(name=name, other=others[0]))
    if not said:
        return
    says = ", and ".join([said[0], *(one[0].lower() + one[1:] for one in said[1:])]) + "."
    yield Candidate(Misconception("exchanged", None, says, EACH_ITS_OWN), tuple(results), 2.2)


def _are(results, own, name, other):
    return all(same(r[name], o[other], 1e-4) for r, o in zip(results, own, strict=True))


def _of(inputs, inner=right_inner, slope=right_slope):
    return tuple(_tried(one, inner, slope) for one in inputs)


def _tried(inputs, inner, slope):
    try:
        return gradients(inputs, inner, slope)
    except (ArithmeticError, ValueError):
        return {}
