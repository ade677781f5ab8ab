"""The programs that a probe tells of expressions: read as data that anybody may have written."""

import math

from ..beside.tape import MOST as MOST_STEPS
from ..wrong_engines import RIGHT, WRONG, exposed
from .probe import MOST

TWO = ("+", "-", "*", "/", "radd", "rmul", "rsub", "rdiv")
ONE = ("neg", "relu", "tanh", "exp", "log")
NUMBERS = {"a": -2.0, "b": 3.0, "c": 4.0}


def told(result):
    """The programs, each such as a tape writes (beside/tape.py): few steps, of operations that there are, at the
    numbers that are given, and all numbers floats. ValueError or TypeError where one is not."""
    programs = result["programs"]
    if not isinstance(programs, list) or len(programs) > MOST:
        raise ValueError("no programs")
    return [_program(program) for program in programs]


def _program(program):
    numbers, steps, output = program["inputs"], program["steps"], program["output"]
    if not isinstance(steps, list) or numbers != list(NUMBERS.values()) or len(steps) > MOST_STEPS:
        raise ValueError("no program")
    found, places = [], len(NUMBERS)
    for step in steps:
        found.append(_step(step, places))
        places += 1
    if not _is_place(output, places):
        raise ValueError("no output")
    return {"inputs": list(NUMBERS.values()), "steps": found, "output": output}


def _step(step, places):
    if not isinstance(step, list) or not 2 <= len(step) <= 3 or not isinstance(step[0], str):
        raise ValueError("no step")
    op, *operands = step
    if op == "number":
        (x,) = operands
        if type(x) not in (int, float) or not math.isfinite(x):
            raise ValueError("no number")
        return [op, float(x)]
    if not (op in TWO or op in ONE or (op.startswith("**") and len(op) < 40 and math.isfinite(float(op[2:])))):
        raise ValueError("no operation")
    if len(operands) != (2 if op in TWO else 1) or not all(_is_place(n, places) for n in operands):
        raise ValueError("no places")
    return step


def _is_place(n, places):
    return type(n) is int and 0 <= n < places


def exposes(engine, programs):
    return any(shows(engine, program) for program in programs)


def shows(engine, program):
    try:
        return exposed(engine, program)
    except (ArithmeticError, ValueError, TypeError):  # no engine has a number here, not even the right one
        return False


def survivors(result):
    """Those engines that none of the programs exposes. ValueError or the like where they can't be read."""
    programs = told(result)
    return [engine for engine in WRONG if not exposes(engine, programs)]


def uses(program):
    """How often each place is used."""
    used = [0] * (len(program["inputs"]) + len(program["steps"]))
    for op, *operands in program["steps"]:
        for place in operands if op != "number" else ():
            used[place] += 1
    return used


def has_a_number(program):
    """Whether the right engine has a real number for it."""
    try:
        data, grads = RIGHT.run(program)
        return all(isinstance(x, float) and math.isfinite(x) for x in (data, *grads))
    except (ArithmeticError, ValueError, TypeError):
        return False
