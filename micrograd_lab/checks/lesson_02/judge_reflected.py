"""2.2: a plain number on the left."""

from ..judge import Misconception
from ..models import Slip, methods
from .judge_value import REFLECTED, judge, values
from .reads import missing, of_a_number


def reflected_cases(seed):
    lines = ("3 + a", "sum([a, b, c])", "2.5 + a * b", "1 + (2 + a)", "sum([a, a])", "0.5 + b * c", "-4 + a")
    return tuple(values(*lines, methods=REFLECTED, seed=seed, known={"a": 2.3, "b": -3.0, "c": 10.0}))


KNOWN = {
    "__radd__": {
        "self * other": (
            "+'s reflection multiplies",
            "Your __radd__ multiplies.",
            "look at the sign in its last line.",
        ),
        "self": (
            "only for sum",
            "Your __radd__ gives self back whatever stands on the left. That is right for the 0 of sum, and for no "
            "other number.",
            "ask what 3 + a should give, and who can work it out.",
        ),
    },
}
TWICE = (
    "self twice",
    "You combine self with itself. The number on the left is lost.",
    "ask by which name you know that number here.",
)
KNOWN["__radd__"]["self + self"] = TWICE

FACTS = (
    Misconception(
        "no reflected +",
        None,
        "sum starts from 0, so Python tries 0 + Value. The 0 knows no Values, and your class has no __radd__ that "
        "Python finds.",
        "write __radd__, with two underscores on each side, and run the cell that gives it to the class.",
        seen=missing("__radd__"),
    ),
    Misconception(
        "numbers as inputs",
        None,
        "The plain number stands among the inputs as it came. It is no Value: it cannot remember anything, nor be "
        "drawn.",
        "ask whether there is anything to build here: you have an operation already that takes a plain number.",
        seen=lambda case, found: bool(found["strays"]),
    ),
    Misconception(
        "asks for itself again",
        None,
        "A plain number on the left, other + self, is the very thing that Python could not do: it calls the reflected "
        "method again, and so on.",
        "ask which of the two knows how to add, and let that one stand on the left.",
        seen=lambda case, found: found["error"] == "RecursionError" and set(found["in"]) <= set(REFLECTED),
    ),
    Misconception(
        "the number has no data",
        None,
        "In a reflected method other is the plain number on the left. It has no data.",
        "you have written something already that adds a plain number to a Value. Let it do the work.",
        seen=lambda case, found: of_a_number(case, found) and found["in"][-1] in REFLECTED,
    ),
)

SLIPS = (
    *(slip for method in REFLECTED for slip in methods.others(method, KNOWN[method])),
    *(slip for method in REFLECTED for slip in methods.forgetting(method)),
    Slip(*KNOWN["__radd__"]["self"], methods={"__radd__": lambda s, o: s if o == 0 else NotImplemented}),
)

REFLECTED_OPS = judge(
    reflected_cases,
    SLIPS,
    facts=FACTS,
)
