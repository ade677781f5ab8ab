"""6.2: expressions that expose wrong engines."""

import math

from ..beside.tape import MOST as MOST_STEPS
from ..beside.tape import taped
from ..judge import Judge, Misconception
from ..wrong_engines import WRONG, exposed
from .probe import MOST

LECTURE = ("y = a * b + c", "y = a + a", "y = (a * b) * (a + b)", "y = (a * b + c).tanh()")
TWO = ("+", "-", "*", "/", "radd", "rmul", "rsub", "rdiv")
ONE = ("neg", "relu", "tanh", "exp", "log")
STUCK = "stuck at probe {broken}, `{probe}`: {says}"
SCORE = "{exposed} of {engines} wrong engines exposed. Still alive:"
ALL_EXPOSED = "All {engines} wrong engines exposed, with {probes} probes. The four graphs that lectures draw expose 17."
NUMBERS = {"a": -2.0, "b": 3.0, "c": 4.0}


def break_cases(seed):
    """One wrong engine a case, all at the numbers that the exercise names, whatever the seed."""
    return tuple({"engine": n, "inputs": NUMBERS} for n in range(len(WRONG)))


def sound(case, result):
    """Are these programs such as a tape writes: few, of operations that there are, and at these numbers?"""
    programs = result["programs"]
    return len(programs) <= MOST and all(_sound(program, list(case["inputs"].values())) for program in programs)


def _sound(program, numbers):
    places = len(numbers)
    if program["inputs"] != numbers or len(program["steps"]) > MOST_STEPS:
        return False
    for op, *operands in program["steps"]:
        many = 2 if op in TWO else 1
        if op == "number":
            fits = len(operands) == 1 and math.isfinite(operands[0])
        else:
            known = op in TWO or op in ONE or (op.startswith("**") and math.isfinite(float(op[2:])))
            fits = known and len(operands) == many and all(type(n) is int and 0 <= n < places for n in operands)
        if not fits:
            return False
        places += 1
    return type(program["output"]) is int and 0 <= program["output"] < places


def exposes(engine, programs):
    return any(_shows(engine, program) for program in programs)


def _shows(engine, program):
    try:
        return exposed(engine, program)
    except (ArithmeticError, ValueError, TypeError):  # no engine has a number here, not even the right one
        return False


def survivors(result):
    return [engine for engine in WRONG if not exposes(engine, result["programs"])]


def shows_survivors(result):
    if "broken" in result:
        return STUCK.format(**result)
    if "programs" not in result or not sound({"inputs": NUMBERS}, result):
        return "no score"
    alive = survivors(result)
    lines = [f"  {engine.nickname}: {engine.nudge.rstrip('.')}" for engine in alive]
    return "\n".join([SCORE.format(exposed=len(WRONG) - len(alive), engines=len(WRONG)), *lines])


def uses(program):
    """How often each place is used."""
    places = [p for op, *operands in program["steps"] if op != "number" for p in operands]
    return [places.count(n) for n in range(len(program["inputs"]) + len(program["steps"]))]


def _kinds(result):
    return {step[0] for program in result["programs"] for step in program["steps"]} - {"number"}


def _result_used_twice(program):
    return any(n > 1 for n in uses(program)[len(program["inputs"]) :])


def _lecture(case, result):
    lectures = [taped({"inputs": case["inputs"], "lines": [line]})["steps"] for line in LECTURE]
    return bool(result["programs"]) and all(program["steps"] in lectures for program in result["programs"])


def _stuck(*errors):
    return lambda case, result: result["says"].startswith(errors)


BREAK = Judge(
    break_cases,
    expected=lambda case: {"programs": []},
    accepts=lambda case, result: sound(case, result) and exposes(WRONG[case["engine"]], result["programs"]),
    tells=lambda case: "",
    shows=shows_survivors,
    otherwise=lambda case, result: (
        "One of your probes does not run." if "broken" in result else "None of your probes shows that these are wrong.",
        "run it in a cell of its own, on three Values."
        if "broken" in result
        else "take the survivor whose nudge you like best, and write one probe for it alone.",
    ),
    remarks=lambda cases, results: ALL_EXPOSED.format(engines=len(WRONG), probes=len(results[0]["programs"])),
    misconceptions=(
        Misconception(
            "too many",
            None,
            "These are more than eight probes. Each that is run has to be read by somebody when it fails.",
            "leave out those that expose nothing new.",
            seen=lambda case, result: "many" in result,
        ),
        Misconception(
            "a plain number",
            None,
            "That probe gives a plain number: with .data the graph is cut, and nothing can flow back.",
            "calculate with a, b and c as they are.",
            seen=_stuck("it gives a"),
        ),
        Misconception(
            "a function for a method",
            None,
            "That probe uses a name which is not there. There are a, b and c; and tanh, exp, relu and log are methods.",
            "write a.tanh() for tanh(a).",
            seen=_stuck("NameError", "AttributeError"),
        ),
        Misconception(
            "not Python",
            None,
            "Python cannot read that probe.",
            "run it in a cell of its own: the error points at the place.",
            seen=_stuck("SyntaxError"),
        ),
        Misconception(
            "no probes",
            None,
            "There is no probe yet.",
            'begin with one that you know: probes = ["a + a"].',
            seen=lambda case, result: result["programs"] == [],
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
            seen=lambda case, result: _kinds(result) <= {"+", "*", "radd", "rmul"},
        ),
        Misconception(
            "only trees",
            None,
            "In all your probes each value is used once: trees. In a tree neither the order nor the adding up matters.",
            "use a leaf twice, and a result twice.",
            seen=lambda case, result: all(max(uses(program), default=0) < 2 for program in result["programs"]),
        ),
        Misconception(
            "only leaves twice",
            None,
            "Only leaves are used twice in your probes. A leaf has nobody to send to, so "
            "whoever sends too early or too often is not caught.",
            "give a result a name, and use it twice: t = a * b; t + t * c.",
            seen=lambda case, result: not any(_result_used_twice(program) for program in result["programs"]),
        ),
    ),
)
