"""4.1: + and *."""

from ..wrong_engines.one_operation import without_upstream
from .judge_operation import BOTH, DATA, MINUS, also, cases, judge, of_bank

PLUS_TIMES = judge(
    cases(
        ["a + b", "a * b"],
        "y = a + b",
        "y = a * b",
        "y = a * b + c",
        "y = (a + b) * c",
        "y = (a * b) * (c * d)",
        "y = (a + b) * (c + d)",
    ),
    *of_bank("swapped operands", "uses other.grad", "* uses its output", "+ shares the gradient out"),
    *also(*map(without_upstream, "+*")),
    *of_bank("+ treated as *", *BOTH),
    *also(MINUS, DATA),
)
