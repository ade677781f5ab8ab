"""4.1: + and *."""

from ..models import Slip, Value, methods
from .backwards import ORDERS
from .judge_operation import cases, judge, of_ops

EVERY = ("alone", "added", "passed on", "subtracted", "by out.data", "by self.grad", "squared", "nothing", "replaced")


def _kept_by_self(s, data, op, *inputs, k=None):
    out = Value.node(s, data, "cut", *inputs, k=k)
    inputs[0].op, inputs[0].step = "cut", (op, out)
    return out


def _step_of_another(v):
    if hasattr(v, "step"):
        op, out = v.step
        v.rules[op](out)


TO_SELF = Slip(
    "handed to an input",
    "The step back is not with what the operation makes: its turn comes, and nothing happens. An input has got it.",
    "write out._backward = _backward, and not self._backward.",
    methods={"node": _kept_by_self, "_backward": _step_of_another},
)

SLIPS = (
    *of_ops("+*", *EVERY, "first", "last", "wiped", "once"),
    *methods.others("__add__", {}),
    *methods.others("__mul__", {}),
    TO_SELF,
    *ORDERS,
)

PLUS_TIMES = judge(
    cases(
        ["a + b", "a * b"],
        "y = a + b",
        "y = a * b",
        "y = a + a",
        "y = a * a",
        ("t = a * b", "y = t + c"),
        ("t = a + b", "y = t * c"),
        ("t = a * b", "y = t + a"),
        ("t = a + b", "y = t * b"),
        ("t = a * b", "u = c * d", "y = t * u"),
        ("t = a + b", "u = c + d", "y = t * u"),
        "y = a * z + z * b",
        # t sends when what came along the long road is there, whichever input is taken first
        ("t = a * b", "u = t * c", "v = u + t", "y = t + v"),
    ),
    SLIPS,
)
