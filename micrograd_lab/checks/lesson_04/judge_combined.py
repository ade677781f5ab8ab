"""4.4: division in a box of its own, minus, numbers on the left, and gradients along several roads."""

from dataclasses import replace
from itertools import combinations

from ..judge import Misconception
from ..models import Slip, methods, rules
from .backwards import ORDERS
from .circles import REFLECTED
from .facts import FACTS, no_reflected
from .judge_operation import cases, judge

OPS = ("+", "*", "**", "relu", "tanh", "exp", "log")
METHODS = ("__neg__", "__sub__", "__truediv__", *REFLECTED)
EVERY = ("alone", "alone at one input", "added", "passed on", "subtracted", "by out.data", "by self.grad", "squared")
EVERY += ("nothing", "replaced everywhere", "wiped", "first", "last", "once")
FIRST = "At {name} the gradient is replaced, not added to. What the input had got along another road is lost."

CASES = cases(
    ["a / b"],
    "y = -a",
    "y = a - b",
    "y = a / b",
    "y = 5 + a",
    "y = 3 * a",
    "y = 4 - a",
    "y = 6 / a",
    "y = a - 4",
    "y = a / 4",
    "y = a + a",
    "y = a * a",
    "y = a.tanh() * b + a.exp() * c",
    "y = (a * b) * (a + b)",
    "y = (a + b) * (a * b)",
    "y = a.tanh() + a.exp() + a ** 3",
    "y = a ** 3 + a.exp() + a.tanh()",
    "y = p.log() * c + p ** 2 + p.relu()",
    "y = p.relu() + p ** 2 + p.log() * c",
    ("t = a * b", "y = t + t * c"),
    "y = 3 * n + (1 + n * 3)",
    "y = (2 - n) * (6 / n)",
    ("t = a - b", "u = t / c", "y = u - (-b)"),
    "y = n.relu() * c + (-n).relu() - 3 * p.relu()",
    ("t = a * b", "u = t * c", "v = u + t", "y = t + v"),
)

# What has a name already: {method: {formula: (name, what it is, what to try)}}
KNOWN = {
    "__rsub__": {
        "self - other": (
            "rsub is self - other",
            "2 - a came out as a - 2. In the reflected form self stands on the right.",
            "return other - self, with other wrapped, or other + (-self).",
        )
    },
    "__rtruediv__": {
        "self / other": (
            "rdiv is self / other",
            "6 / a came out as a / 6. In the reflected form self stands on the right.",
            "return other / self, with other wrapped, or other * self**-1.",
        )
    },
}

REFLECTED_MISSING = Misconception(
    "no reflected form",
    None,
    "A plain number stands on the left here. Python asks the right-hand side for its reflected form, and finds none.",
    "give the class __radd__, __rmul__, __rsub__ and __rtruediv__.",
    seen=no_reflected,
)

LOST = ("only the first operand", "only the last operand", "nothing arrives")


def _renamed(slip):
    """With the name that it has where several roads meet: of which operation it is. What gets nothing through - and /
    shows as does what these operations have cut off."""
    (op,) = slip.rules
    if op in ("-", "/", "neg") and slip.name in LOST:
        return replace(slip, name=methods.CUT)
    if slip.name != "= where it should add":
        return slip
    name = rules.named_in(op)
    return replace(slip, name=f"= in {name}", says=FIRST.format(name=name))


SLIPS = (
    *(_renamed(slip) for op in (*OPS, "-", "/", "neg") for slip in rules.slips_of(op)),
    *(slip for method in METHODS for slip in methods.slips_of(method, KNOWN.get(method))),
    Slip(
        "rsub is self - other, rdiv is self / other",
        "4 - a came out as a - 4, and 6 / a as a / 6. In the reflected form self stands on the right.",
        "return other - self, and other / self, with other wrapped.",
        methods={"__rsub__": lambda s, o: s - o, "__rtruediv__": lambda s, o: s / o},
    ),
    *rules.alike_in(OPS, *EVERY),
    *rules.alike_in((*OPS, "-", "/", "neg"), *EVERY),
    *rules.alike_in(("**", "exp"), "replaced in exp and **"),
    *(
        slip
        for many in range(2, len(OPS))
        for ops in combinations(OPS, many)
        if set(ops) != {"**", "exp"}
        for slip in rules.alike_in(ops, "replaced in some")
    ),
    *ORDERS,
)

COMBINED = judge(CASES, SLIPS, (REFLECTED_MISSING, *FACTS), methods.styles)
