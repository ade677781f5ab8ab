"""4.4: gradients along several roads."""

from .. import unread
from ..beside.tape import taped
from ..judge import Judge, Misconception, raised, same
from ..wrong_engines import RIGHT, WRONG, exposed, replacing
from .judge_operation import FORMS, at, cases, gives, in_basics, result_of, shows

TWO_ROADS = (
    "y = a + a",
    "y = a * a",
    "y = (a * b) * (a + b)",
    "y = (a + b) * (a * b)",
    "y = a.tanh() + a.exp() + a ** 3",
    "y = a ** 3 + a.exp() + a.tanh()",
    "y = p.log() * c + p ** 2 + p.relu()",
    "y = p.relu() + p ** 2 + p.log() * c",
    ("t = a * b", "y = t + t * c"),
    "y = 3 * n + (1 + n * 3)",
    "y = (2 - n) * (6 / n)",
    "y = (a - b) / c - (-b)",
    "y = n.relu() * c + (-n).relu() - 3 * p.relu()",
)


def either(engine):
    """The engine as it is, or with - and / made of other operations."""
    one, other = gives(engine), gives(engine, composed=True)

    def seen(case, result):
        return same(result, one(case)) or same(result, other(case))

    return Misconception(engine.name, None, engine.says, engine.tries, seen=seen)


def _reach(engine):
    """On how many of the expressions it is wrong: an engine that is seldom wrong is to be recognised first."""
    return sum(exposed(engine, taped(case)) for case in cases([], *TWO_ROADS)(0))


def _programs(case):
    program = taped(case)
    return program, in_basics(program)


*REPLACING, REPLACING_SOME = replacing.misconceptions(result_of, _programs)


def _has_reflected(case):
    return any(step[0] in ("radd", "rmul", "rsub", "rdiv") for step in taped(case)["steps"])


def _cut_inside(case, result):
    if "cut" in result:
        return True
    right = gives(RIGHT)(case)
    lost = [name for name in case["inputs"] if right[name] and not same(result[name], right[name])]
    return same(result["y"], right["y"]) and bool(lost)


COMBINED = Judge(
    cases([], *TWO_ROADS),
    gives(RIGHT),
    tells=at,
    shows=shows,
    otherwise=unread.otherwise,
    misconceptions=(
        *FORMS,
        Misconception(
            "no reflected form",
            None,
            "A plain number stands on the left here. Python asks the right-hand side for its reflected form, and finds "
            "none.",
            "give the class __radd__, __rmul__, __rsub__ and __rtruediv__.",
            seen=raised("TypeError", ("'int' and", "'float' and")),
        ),
        Misconception(
            "reflected into itself",
            None,
            "`other + self` with a plain number on the left is what Python could not do: it asks the reflected form "
            "again.",
            "write self + other, or value(other) - self.",
            seen=lambda case, result: result.get("error") == "RecursionError" and _has_reflected(case),
        ),
        Misconception(
            "written with itself",
            None,
            "An operation that is written with itself never ends: -self calls __neg__ again, and self / other calls "
            "__truediv__.",
            "make it of operations that you have: -a is self * -1, a - b is self + (-b), a / b is self * b ** -1.",
            seen=lambda case, result: result.get("error") == "RecursionError",
        ),
        *REPLACING,
        *(either(engine) for engine in sorted(WRONG, key=_reach)),
        REPLACING_SOME,
        Misconception(
            "a plain number on the way",
            None,
            "The result is right, and yet an input gets no gradient from a road that leads to it: on that road a plain "
            "number was made, or a Value without inputs.",
            "make -, / and the reflected forms of operations that you have: -a is self * -1.",
            seen=_cut_inside,
        ),
    ),
)
