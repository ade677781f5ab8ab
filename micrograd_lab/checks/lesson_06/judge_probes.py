"""6.2: expressions that expose wrong engines.

What counts is what they expose, however they were found: eight expressions that a program has drawn at random, and that
expose all, are as good as eight that somebody has thought of.
"""

import json
import re
from functools import lru_cache

from ..beside.tape import taped
from ..judge import Judge, Misconception
from ..wrong_engines import RIGHT, WRONG
from ..wrong_engines.engine import SLOPES
from .told_programs import NUMBERS, has_a_number, survivors, told, uses

LECTURE = ("y = a * b + c", "y = a + a", "y = (a * b) * (a + b)", "y = (a * b + c).tanh()")
METHODS = ("relu", "tanh", "exp", "log")
STUCK = "stuck at probe {broken}, `{probe}`: {says}"
SCORE = "{exposed} of {engines} wrong engines exposed. Still alive:"
DIFFERS = {"differs": True}
ALL_EXPOSED = "All {engines} wrong engines exposed, with {probes} probes. The four graphs that lectures draw expose 17."


def break_cases(seed):
    """One wrong engine a case, all at the numbers that the exercise names, whatever the seed."""
    return tuple({"engine": n, "inputs": NUMBERS} for n in range(len(WRONG)))


def accepted(case, result):
    return type(case["engine"]) is int and WRONG[case["engine"]] not in _alive(json.dumps(result))


@lru_cache(maxsize=8)
def _alive(text):
    """The survivors of a result, worked out once for all cases."""
    return survivors(json.loads(text))


def shows_survivors(result):
    if "broken" in result:
        return STUCK.format(**result)
    try:
        alive = _alive(json.dumps(result))
    except Exception:  # whatever it is that somebody has written
        return "no score"
    lines = [f"  {engine.nickname}: {engine.nudge.rstrip('.')}" for engine in alive]
    return "\n".join([SCORE.format(exposed=len(WRONG) - len(alive), engines=len(WRONG)), *lines])


def _kinds(result):
    return {step[0] for program in told(result) for step in program["steps"]} - {"number"}


def _alive_in(result, *ops):
    """Whether one is alive that is wrong in the rule of one of these operations."""
    return any(engine.slopes[op] is not SLOPES[op] for engine in _alive(json.dumps(result)) for op in ops)


def _all_zero(case, result):
    """No probe that has a number has a gradient other than 0."""
    return not any(any(RIGHT.run(program)[1]) for program in told(result) if has_a_number(program))


def _result_used_twice(program):
    return any(n > 1 for n in uses(program)[len(program["inputs"]) :])


def _lecture(case, result):
    lectures = [taped({"inputs": NUMBERS, "lines": [line]})["steps"] for line in LECTURE]
    return bool(result["programs"]) and all(program["steps"] in lectures for program in told(result))


def _stuck(*errors, names=None):
    """A probe that stopped with one of these errors; about one of these names, where they are given."""

    def seen(case, result):
        says = result["says"]
        return says.startswith(errors) and (names is None or bool(set(re.findall(r"'(\w+)'", says)) & {*names}))

    return seen


def otherwise(case, result):
    if "shape" in result:
        return "`probes` is no list of expressions.", 'write a list of texts: probes = ["a + a"].'
    if "broken" in result:
        return "One of your probes does not run.", "run it in a cell of its own, on three Values."
    return (
        "None of your probes shows that these are wrong.",
        "take the survivor whose nudge you like best, and write one probe for it alone.",
    )


class OneAnswer(Judge):
    """A Judge of probes that are to be the same in each case: those that are not are never run."""

    def verdict(self, cases, results):
        told = [r for r in results if not (isinstance(r, dict) and "error" in r)]
        return super().verdict(cases, results if all(r == told[0] for r in told) else [DIFFERS] * len(results))


BREAK = OneAnswer(
    break_cases,
    expected=lambda case: {"programs": []},
    accepts=accepted,
    tells=lambda case: "",
    shows=shows_survivors,
    otherwise=otherwise,
    remarks=lambda cases, results: ALL_EXPOSED.format(engines=len(WRONG), probes=len(results[0]["programs"])),
    misconceptions=(
        Misconception(
            "others each time",
            None,
            "Your probes are not the same each time that they are read.",
            "keep them in a list, and let them calculate with a, b and c alone.",
            seen=lambda case, result: result == DIFFERS,
        ),
        Misconception(
            "too many",
            None,
            "These are more than eight probes. Each that is run has to be read by somebody when it fails.",
            "leave out those that expose nothing new.",
            seen=lambda case, result: "many" in result,
        ),
        Misconception(
            "no expressions",
            None,
            "That probe is no expression. A number, worked out before, says nothing of what is done with a, b and c.",
            'write it as text, in quotes, or as a function: "a * b", or lambda a, b: a * b.',
            seen=_stuck("TypeError: a probe is text or a function"),
        ),
        Misconception(
            "a plain number",
            None,
            "That probe gives a plain number: with .data the graph is cut, and nothing can flow back.",
            "calculate with a, b and c as they are.",
            seen=_stuck("it gives a float", "it gives a int"),
        ),
        Misconception(
            "nothing given",
            None,
            "That probe gives nothing back.",
            "end a function with return, and a text with the expression itself.",
            seen=_stuck("it gives None"),
        ),
        Misconception(
            "a function for a method",
            None,
            "That probe calls a function which is not there: relu, tanh, exp and log are methods.",
            "write a.tanh() for tanh(a).",
            seen=_stuck("NameError", names=(*METHODS, "math", "np")),
        ),
        Misconception(
            "a name that is not there",
            None,
            "That probe uses a name which is not there. There are a, b and c, and what the probe itself names.",
            "use a, b and c, or give the name a value first: t = a * b; t + t.",
            seen=_stuck("NameError"),
        ),
        Misconception(
            "a method that is not there",
            None,
            "That probe asks a value for something it has not. There are + - * / **, relu, tanh, exp and log.",
            "make it of those.",
            seen=_stuck("AttributeError"),
        ),
        Misconception(
            "^ for **",
            None,
            "In Python ^ is no power, and the engines do not know it.",
            "a power is written **, as in a ** 2.",
            seen=lambda case, result: result["says"].startswith("TypeError") and " for ^" in result["says"],
        ),
        Misconception(
            "not Python",
            None,
            "Python cannot read that probe.",
            "run it in a cell of its own: the error points at the place.",
            seen=_stuck("SyntaxError", "IndentationError"),
        ),
        Misconception(
            "no probes",
            None,
            "There is no probe yet.",
            'begin with one that you know: probes = ["a + a"].',
            seen=lambda case, result: result["programs"] == [],
        ),
        Misconception(
            "no number there",
            None,
            "At a = -2, b = 3, c = 4 none of your probes has a real number with real slopes: nothing can be compared.",
            "keep away from a root or a logarithm of what is negative, and from a division by 0.",
            seen=lambda case, result: not any(map(has_a_number, told(result))),
        ),
        Misconception(
            "all gradients 0",
            None,
            "The right gradients of all your probes are 0, and a wrong engine may well give 0 there too: below a "
            "factor of 0 whatever is sent is 0.",
            "let something other than 0 come back to a, b and c.",
            seen=_all_zero,
        ),
        Misconception(
            "the lectures' graphs",
            None,
            "These are the graphs that lectures draw. They are trees, or they use a leaf twice, and they know few "
            "operations: more than half of the wrong engines live on.",
            "let a result be used twice, then let each operation be used.",
            seen=_lecture,
        ),
        Misconception(
            "only + and *",
            None,
            "All your probes are made of + and *. Whoever has a wrong rule for another operation is safe.",
            "use minus, division, a power and each function at least once.",
            seen=lambda case, result: _kinds(result) <= {"+", "*", "radd", "rmul"} and not _alive_in(result, "+", "*"),
        ),
        Misconception(
            "only trees",
            None,
            "In all your probes each value is used once: trees. In a tree neither the order nor the adding up matters.",
            "use a leaf twice, and a result twice.",
            seen=lambda case, result: all(max(uses(program), default=0) < 2 for program in told(result)),
        ),
        Misconception(
            "only leaves twice",
            None,
            "Only leaves are used twice in your probes. A leaf has nobody to send to, so "
            "whoever sends too early or too often is not caught.",
            "give a result a name, and use it twice: t = a * b; t + t * c.",
            seen=lambda case, result: not any(_result_used_twice(program) for program in told(result)),
        ),
    ),
)
