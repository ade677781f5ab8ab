"""4.3: tanh, exp and log."""

import math

from ..wrong_engines import NAMED
from ..wrong_engines.one_operation import with_share
from .judge_operation import cases, judge, of_one_input, one_rule

FUNCTION_SLIPS = (
    *(NAMED[name] for name in ("tanh uses its input", "tanh without the square", "exp uses x", "exp passes through")),
    one_rule(
        "exp",
        "exp as a power",
        lambda out, a: (a.data * math.exp(a.data - 1),),
        "At exp you lower an exponent, as for x**k. There the base moves, here the exponent does: the slope "
        "of exp(x) is exp(x).",
        "write out.data * out.grad.",
    ),
    one_rule(
        "log",
        "log uses its output",
        lambda out, a: (1 / out.data,),
        "At log you divide by the output. The slope of log(x) is 1 / x, and x is the input.",
        "write out.grad / self.data.",
    ),
    one_rule(
        "log",
        "log times x",
        lambda out, a: (a.data,),
        "At log you multiply by x. The steeper part of log is near 0: its slope is 1 / x.",
        "write out.grad / self.data.",
    ),
    one_rule(
        "log",
        "log hands its output on",
        lambda out, a: (out.data,),
        "At log you multiply by the output. That is exp's rule; the slope of log(x) is 1 / x.",
        "write out.grad / self.data.",
    ),
    one_rule(
        "tanh",
        "tanh plus its square",
        lambda out, a: (1 + out.data**2,),
        "At tanh the sign is wrong: the slope is 1 - t**2. It is 1 in the middle and 0 at both ends.",
        "write (1 - out.data ** 2) * out.grad.",
    ),
    with_share(
        "tanh",
        "1 - t**2 without brackets",
        lambda out, a: 1 - out.data**2 * out.grad,
        "At tanh brackets are missing: in `1 - t ** 2 * g` Python multiplies the square by g, and subtracts that from "
        "1.",
        "write (1 - out.data ** 2) * out.grad.",
    ),
    with_share(
        "tanh",
        "1 - x**2 without brackets",
        lambda out, a: 1 - a.data**2 * out.grad,
        "At tanh brackets are missing, and the square is that of the output, not of the input.",
        "write (1 - out.data ** 2) * out.grad.",
    ),
)

FUNCTIONS = judge(
    cases(
        ["a.tanh()", "a.exp()", "a.log()"],
        "y = a.tanh()",
        "y = a.exp()",
        "y = p.log()",
        "y = a.tanh() * b",
        "y = n.exp() * c",
        "y = p.log() * b",
        "y = (n.exp() * b).tanh() * c",
        "y = (p.log() * n).exp() * b",
    ),
    *of_one_input(FUNCTION_SLIPS, "tanh", "exp", "log"),
)
