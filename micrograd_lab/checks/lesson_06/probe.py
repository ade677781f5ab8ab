"""Lesson 6: checks of gradients, expressions that expose wrong engines, backward() called twice, and parity."""

import ast
import inspect
import math

from ..beside.number import graph
from ..beside.plain import plain
from ..beside.tape import Tape, Taped

MOST = 8
NO_VALUE = "it gives a {type}, no value"


def gradcheck(check, case):
    """What the learner's gradcheck says of a function of plain numbers and the gradients claimed for it."""
    names = list(case["xs"])
    code = compile(case["f"], "<f>", "eval")
    xs = list(case["xs"].values())

    def f(*numbers):
        return eval(code, {"__builtins__": {}, "exp": math.exp}, dict(zip(names, numbers, strict=True)))

    grads = [math.nan if g == "nan" else g for g in case["grads"]]
    found = check(f, xs, grads)
    if xs != list(case["xs"].values()):
        return {"changed": "xs"}
    return [_truth(one) for one in found] if isinstance(found, (list, tuple)) else _truth(found)


def _truth(x):
    return bool(x) if type(x).__name__ in ("bool", "bool_") else plain(x)


def programs(probes, case):
    """What each of the learner's expressions does, as a program for engines; or what is wrong with one."""
    if callable(probes) or isinstance(probes, str):
        probes = [probes]
    if len(probes) > MOST:
        return {"many": len(probes)}
    found = []
    for number, probe in enumerate(probes, 1):
        tape = Tape()
        inputs = {name: tape.input(x) for name, x in case["inputs"].items()}
        try:
            y = _value(probe, inputs)
        except Exception as error:
            return {"broken": number, "probe": _text(probe), "says": f"{type(error).__name__}: {error}"}
        if not isinstance(y, Taped):
            return {"broken": number, "probe": _text(probe), "says": NO_VALUE.format(type=type(y).__name__)}
        found.append(tape.program(y))
    return {"programs": found}


def _value(probe, inputs):
    """The output of an expression: text such as "a * b" or "t = a * b; t + t", or a function of a, b and c."""
    if callable(probe):
        wanted = len(inspect.signature(probe).parameters)
        return probe(*list(inputs.values())[:wanted])
    tree, names = ast.parse(probe.strip()), {"__builtins__": {}, **inputs}
    *before, last = tree.body
    exec(compile(ast.Module(before, []), "<probe>", "exec"), names)
    if isinstance(last, ast.Expr):
        return eval(compile(ast.Expression(last.value), "<probe>", "eval"), names)
    exec(compile(ast.Module([last], []), "<probe>", "exec"), names)
    return names[last.targets[0].id]


def _text(probe):
    return probe if isinstance(probe, str) else getattr(probe, "__name__", "a function")


def again(backward, case):
    """Each input's gradient after backward() on one output or several, in turn; the last line makes their list."""
    outputs, leaves = graph(case)
    for n in case["calls"]:
        backward(outputs[n])
    return {name: plain(leaf.grad) for name, leaf in leaves.items()}


def parity(by_engine, case):
    """What the learner's function gives for an expression and numbers: the result, then the gradients."""
    names = list(case["inputs"])

    def f(*values):
        made = {"__builtins__": {}, **dict(zip(names, values, strict=True))}
        for line in case["lines"]:
            exec(line, made)
        return made["y"]

    return plain(by_engine(f, *case["inputs"].values()))
