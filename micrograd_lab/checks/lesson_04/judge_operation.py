"""The cases of one operation's step backward, and what is told of a class whose numbers are not right."""

import random

from .. import unread
from ..beside.engine import observed
from ..judge import Judge, in_words
from ..memory import Memory
from ..models import made, parts_of, recogniser, rules
from ..models.recognise import alike
from ..models.value import sends
from .facts import FACTS, HELD_BEFORE

KEPT = Memory()
# At 0 relu has two slopes, 0 on the left and 1 on the right, and the text chooses none.
OPEN_AT_0 = {"relu": sends((lambda v: float(v.a.data >= 0),))}


def at(case):
    return "; ".join(case["lines"]) + " at " + ", ".join(f"{name} = {x:g}" for name, x in case["inputs"].items())


def cases(written, *expressions):
    """A function that gives one case an expression, each with numbers of its own. `positive` inputs are p and q."""

    def of(seed):
        chance = random.Random(f"{seed} {written}")
        return tuple({"inputs": _numbers(lines, chance), "lines": list(lines), "written": written} for lines in several)

    several = [(expression,) if isinstance(expression, str) else expression for expression in expressions]
    return of


def _numbers(lines, chance):
    """Neither 1 nor each other, so that no slip comes out right; n is negative, p and q are positive, z is 0."""
    sizes = chance.sample([round(0.1 * n, 1) for n in range(12, 30)], 7)
    signs = {"n": -1, "p": 1, "q": 1, "a": chance.choice((-1, 1)), "b": -1, "c": 1, "d": -1, "z": 0}
    used = [name for name in signs if any(name in _names(line) for line in lines)]
    return {name: float(signs[name] * size) for name, size in zip(used, [*sizes, 0.0], strict=False)}


def _names(line):
    return "".join(sign if sign.isalpha() else " " for sign in line.replace("y =", "", 1)).split()


def right(case):
    """What the probe gives for a right class."""
    return KEPT.outcome_of(_right, case)


def _right(case):
    return observed(made(), case)


def _open_at_0(case):
    return observed(made(rules=OPEN_AT_0), case)


def unless(case, result):
    """Whether gradients are lost that were there before, or numbers have changed: right ones come out all the same."""
    return isinstance(result, dict) and "y" in result and not _is_right(case, result)


def _is_right(case, result):
    if not isinstance(result, dict):
        return False
    several = (right(case), KEPT.outcome_of(_open_at_0, case))
    return any(alike(result, {**one, **_own(result)}) for one in several)


def _own(result):
    """A backward() of the class's own may begin by setting gradients to 0: nothing is held before it."""
    return {} if "_held" in result else {"_held": {}}


def shows(result):
    if unread.is_unread(result):
        return unread.in_words(result)
    if set(result) == {"cut"}:
        return "None" if result["cut"] == "NoneType" else "a {type}".format(type=result["cut"])
    if not isinstance(result, dict) or "y" not in result:
        return "no gradients"
    if result.get("_itself"):
        return ITSELF_SHOWN.format(name=result["_itself"], number=in_words(result["y"]))
    return in_words(result)


def held(result):
    """The gradients where each input held one before, in words; "" where nobody has looked."""
    found = result.get("_held") if isinstance(result, dict) else None
    return HELD_SHOWN.format(numbers=in_words(found)) if found else ""


HELD_SHOWN = "{numbers} (each held 4 before, and -1.5 came to y)"
ITSELF_SHOWN = "{name} itself, {number}"
ITSELF = "What came out is the very Value that went in: no new one was made."
NEW = "make a Value of the result, with its inputs, on each way through the operation: a loop may run no round at all."
GRADIENT = "the gradient of {name}"
DIFFERS = "{names} {is_or_are} not what moving the inputs shows{though}."
NUMBER_TOO = "The number y itself is not right: look at it before you look at gradients."
THOUGH = ", though y is right"
MEASURE = (
    "move {name} by 0.001 in this line: how far y moves, times 1000, is its gradient. Then go back from y by hand."
)
BY_HAND = "work this line out on paper, one operation at a time, and print what each of yours gives."


def otherwise(case, found):
    """What differs, and how to look, where no slip is recognised; no cause is guessed."""
    if not isinstance(found, dict) or "y" not in found:
        return unread.otherwise(case, found)
    expected = right(case)
    if found.get("_itself") in case["inputs"]:
        return ITSELF, NEW
    if not isinstance(found["y"], (int, float)) or not alike({"y": found["y"]}, {"y": expected["y"]}):
        return NUMBER_TOO, BY_HAND
    names = [name for name in expected if name[0] != "_" and found.get(name) is not None]
    names = [name for name in names if not alike({"": found[name]}, {"": expected[name]})]
    if not names:
        return _held_before(expected["_held"], found["_held"])
    word = "is" if len(names) == 1 else "are"
    told = " and ".join(GRADIENT.format(name=name) for name in names)
    says = DIFFERS.format(names=told[0].upper() + told[1:], is_or_are=word, though=THOUGH)
    return says, MEASURE.format(name=names[0])


def _held_before(wanted, held):
    """Of the first input that holds something else than it should where all held something before."""
    name = next(name for name in wanted if not alike({"": held.get(name)}, {"": wanted[name]}))
    told = {"name": name, "wanted": in_words(wanted[name]), "held": in_words(held.get(name))}
    return tuple(text.format(**told) for text in HELD_BEFORE)


def of_ops(ops, *kinds):
    """All slips in these operations, one at a time, and those that may be in all of them alike."""
    return (*(slip for op in ops for slip in rules.slips_of(op)), *rules.alike_in(ops, *kinds))


def judge(cases, slips, facts=FACTS, styles=lambda slip: ({},)):
    """The Judge of one operation's step backward. Each case stands for itself."""
    in_text = {"tells": at, "shows": shows, "beyond": held, "otherwise": otherwise}
    models = recogniser(slips, observed, parts_of(observed), _is_right, styles)
    return Judge(cases, _right, facts, also=_is_right, unless=unless, models=models, one_by_one=True, **in_text)
