"""4.2: powers and relu."""

import math

from ..wrong_engines import NAMED
from ..wrong_engines.one_operation import with_share
from .judge_operation import cases, judge, of_one_input, one_rule

POWER_RELU_SLIPS = (
    *(NAMED[name] for name in ("missing k in pow", "exponent not lowered", "relu times out", "relu tests out.grad")),
    NAMED["relu always passes"],
    one_rule(
        "relu",
        "relu times its input",
        lambda out, a: (a.data,),
        "At relu you multiply by the input. Above 0 relu hands it on as it is, slope 1; below, its slope is 0.",
        "write (out.data > 0) * out.grad.",
    ),
    one_rule(
        "relu",
        "relu upside down",
        lambda out, a: (1.0 if a.data <= 0 else 0.0,),
        "The gate is open where it should be closed: below 0 the output of relu does not move.",
        "test out.data > 0.",
    ),
    one_rule(
        "**",
        "slope by the exponent",
        lambda out, a: (out.data * math.log(abs(a.data)),),
        "At x**k you have the slope by k. What moves here is x; k is a plain number.",
        "write k * self.data ** (k - 1), times out.grad.",
    ),
    one_rule(
        "**",
        "always a square",
        lambda out, a: (2 * a.data,),
        "At x**k the slope is 2x whatever k is. That is right for squares alone.",
        "write k * self.data ** (k - 1), times out.grad.",
    ),
    one_rule(
        "**",
        "power of the output",
        lambda out, a: (out.k * out.data ** (out.k - 1),),
        "At x**k you raise out.data, and that is x**k already. The slope is made of x, the input.",
        "write k * self.data ** (k - 1), times out.grad.",
    ),
    with_share(
        "**",
        "k - 1 without brackets",
        lambda out, a: out.k * a.data**out.k - out.grad,
        "At x**k brackets are missing: in `x ** k - 1 * g` Python takes x ** k, and then subtracts 1 * g.",
        "write k * self.data ** (k - 1) * out.grad.",
    ),
    with_share(
        "**",
        "k - 1 without brackets, without upstream",
        lambda out, a: out.k * a.data**out.k - 1,
        "At x**k brackets are missing: in `x ** k - 1` Python takes x ** k, and then subtracts 1. And out.grad is "
        "missing.",
        "write k * self.data ** (k - 1) * out.grad.",
    ),
)

POWER_RELU = judge(
    cases(
        ["a ** 2", "a.relu()"],
        "y = a ** 3",
        "y = p ** -1",
        "y = p ** 0.5 * c",
        "y = p.relu()",
        "y = n.relu()",
        "y = p.relu() * b",
        "y = n.relu() * b",
        "y = (p.relu() * b) ** 2 * c",
    ),
    *of_one_input(POWER_RELU_SLIPS, "**", "relu"),
)
