"""4.3: tanh, exp and log."""

from ..models import methods
from .judge_operation import cases, judge, of_ops
from .judge_plus_times import EVERY

OPS = ("tanh", "exp", "log")

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
    (*of_ops(OPS, "alone at one input", *EVERY[1:], "wiped"), *(slip for op in OPS for slip in methods.slips_of(op))),
)
