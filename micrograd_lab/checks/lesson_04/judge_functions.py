"""4.3: tanh, exp and log."""

import math

from ..models import Slip, methods
from ..models.value import sends
from .judge_operation import cases, judge, of_ops
from .judge_plus_times import EVERY

OPS = ("tanh", "exp", "log")

SLIPS = (
    *of_ops(OPS, "alone at one input", *EVERY[1:]),
    *(slip for op in OPS for slip in methods.others(op, {})),
    Slip(
        "tanh is a sigmoid",
        "Your tanh gives 1 / (1 + exp(-x)), and its slope: that is another function, the sigmoid.",
        "use math.tanh(self.data), and the slope 1 - out.data ** 2.",
        rules={"tanh": sends((lambda v: v.data * (1 - v.data),))},
        methods={"tanh": lambda s: s.node(1 / (1 + math.exp(-s.data)), "tanh", s)},
    ),
)

FUNCTIONS = judge(
    cases(
        ["a.tanh()", "a.exp()", "a.log()"],
        "y = a.tanh()",
        "y = a.exp()",
        "y = p.log()",
        ("t = a.tanh()", "y = t.exp()"),
        ("t = n.exp()", "y = t.tanh()"),
        ("t = n.exp()", "y = t.log()"),
        ("t = p.log()", "y = t.exp()"),
        ("t = p.log()", "u = t.tanh()", "y = u.exp()"),
    ),
    SLIPS,
)
