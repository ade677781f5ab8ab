"""4.1: + and *."""

from .judge_operation import cases, judge, of_ops

EVERY = ("alone", "added", "passed on", "subtracted", "by out.data", "by self.grad", "squared", "nothing", "replaced")

PLUS_TIMES = judge(
    cases(
        ["a + b", "a * b"],
        "y = a + b",
        "y = a * b",
        "y = a + a",
        "y = a * a",
        ("t = a * b", "y = t + c"),
        ("t = a + b", "y = t * c"),
        ("t = a * b", "u = c * d", "y = t * u"),
        ("t = a + b", "u = c + d", "y = t * u"),
    ),
    of_ops("+*", *EVERY, "first", "last", "wiped", "once"),
)
