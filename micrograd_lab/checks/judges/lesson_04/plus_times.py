"""4.1: + and *."""

from ...judge import Judge
from ..engines import RIGHT
from ..engines.one_operation import without_upstream
from .operation import BOTH, DATA, FORMS, MINUS, NOTHING, REPLACED, also, at, cases, gives, named

PLUS_TIMES = Judge(
    cases(
        ["a + b", "a * b"],
        "y = a + b",
        "y = a * b",
        "y = a * b + c",
        "y = (a + b) * c",
        "y = (a * b) * (c * d)",
        "y = (a + b) * (c + d)",
    ),
    gives(RIGHT),
    tells=at,
    misconceptions=(
        *FORMS,
        REPLACED,
        NOTHING,
        *named("swapped operands", "uses other.grad", "* uses its output", "+ shares the gradient out"),
        *also(*map(without_upstream, "+*")),
        *named("+ treated as *", *BOTH),
        *also(MINUS, DATA),
    ),
    one_by_one=True,
)
