"""4.2: powers and relu."""

from ..models import methods
from .judge_operation import cases, judge, of_ops
from .judge_plus_times import EVERY

SLIPS = (
    *of_ops(("**", "relu"), "alone at one input", *EVERY[1:]),
    *methods.others("__pow__", {}),
    *methods.others("relu", {}),
)

POWER_RELU = judge(
    cases(
        ["a ** 2", "a.relu()"],
        "y = a ** 3",
        "y = n ** 2",
        "y = p ** -1",
        "y = p ** 0.5",
        "y = p.relu()",
        "y = n.relu()",
        "y = (p ** 3) ** -1",
        ("t = p.relu()", "y = t ** 3"),
        ("t = p.relu()", "y = t ** -1"),
        ("t = p ** -1", "y = t.relu()"),
        "y = z ** 2",
        "y = z.relu()",
    ),
    SLIPS,
)
