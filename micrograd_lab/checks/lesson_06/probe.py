"""Lesson 6: checks of gradients, expressions that expose wrong engines, backward() called twice, and parity.

While a learner's function runs, nothing of the case is left here but what it is given, and the names of Numbers.
"""

import ast
import inspect
import math
from collections.abc import Mapping, Set
from itertools import islice
from textwrap import dedent

from ..beside.number import Number, placed
from ..beside.plain import plain
from ..beside.tape import Tape, Taped
from ..beside.watched import grads_set

MOST, LONGEST = 8, 4000  # expressions, and signs of one
USUAL = 1e-4  # tolerance of a gradcheck
NO_VALUE = "it gives {thing}, no value"
NO_TEXT = "a probe is text or a function; this is {thing}"
TOO_LONG = "an expression has at most {most} signs; this one has {found}"
KNOWN = {
    "range": range,
    "sum": sum,
    "abs": abs,
    "len": len,
    "zip": zip,
    "list": list,
    "tuple": tuple,
    "reversed": reversed,
}
ONE_BY_ONE = "f takes its numbers one by one; it got {got}"
MANY = "f takes {wanted} numbers; it got {got}"


def gradcheck(check, case):
    """What the learner's gradcheck says of a function of plain numbers and the gradients claimed for it.

    A list of bools, however it is kept; {"changed": "xs"} where it has changed what it was given. A case with a
    "tolerance" is asked with that one: {"takes": "no tolerance"} of a function that can't be given any.
    """
    names, given = list(case["xs"]), list(case["xs"].values())
    code = compile(case["f"], "<f>", "eval")
    grads = [math.nan if g == "nan" else g for g in case["grads"]]
    more = _with_tolerance(check, case.get("tolerance"))
    case.clear()
    if more is None:
        return {"takes": "no tolerance"}
    xs = list(given)

    def f(*numbers):
        return eval(code, {"__builtins__": {}, "exp": math.exp}, dict(zip(names, numbers, strict=True)))

    found = _truths(check(f, xs, grads, **more), len(names))
    return {"changed": "xs"} if xs != given else found


def _with_tolerance(check, tolerance):
    """What to give by name beside f, xs and grads; None where there is no room for a tolerance. Whatever it is called,
    it is 1e-4 where none is given."""
    if tolerance is None:
        return {}
    try:
        takes = inspect.signature(check).parameters.values()
    except (TypeError, ValueError):  # no function at all: told when it is called
        return {}
    named = [p.name for p in takes if p.kind is not p.POSITIONAL_ONLY and _is_tolerance(p)]
    return {named[0]: tolerance} if named else None


def _is_tolerance(parameter):
    return parameter.name == "tolerance" or (type(parameter.default) is float and parameter.default == USUAL)


def _truths(found, many):
    found = found.tolist() if hasattr(found, "tolist") else found
    if isinstance(found, (Mapping, Set)):
        return {"shape": type(found).__name__}
    if isinstance(found, (str, bytes)) or not hasattr(found, "__iter__"):
        return _truth(found)
    return [_truth(one) for one in islice(found, 4 * many + 16)]


def _truth(x):
    """A bool of Python's, of NumPy's, or written as 0 or 1."""
    if type(x).__name__ in ("bool", "bool_") or (type(x) is int and x in (0, 1)):
        return bool(x)
    return plain(x)


def programs(probes, case):
    """{"programs"}; or {"broken": number, "probe", "says"} of an expression that does not run, {"many": how many} of
    more than eight, {"shape"} of what is no list of them.

    An expression is text such as "a * b", "t = a * b; t + t", or several lines of it, or a function of a, b and c.
    """
    inputs = case["inputs"]
    if callable(probes) or isinstance(probes, str):
        probes = [probes]
    if isinstance(probes, (Mapping, bytes)) or not hasattr(probes, "__iter__"):
        return {"shape": type(probes).__name__}
    many = len(probes) if hasattr(probes, "__len__") else 0
    probes = list(islice(probes, MOST + 1))
    if max(many, len(probes)) > MOST:
        return {"many": max(many, len(probes))}
    found = []
    for number, probe in enumerate(probes, 1):
        tape = Tape()
        try:
            y = _value(probe, {name: tape.input(x) for name, x in inputs.items()})
        except Exception as error:
            return {"broken": number, "probe": _text(probe), "says": f"{type(error).__name__}: {error}"[:300]}
        if not isinstance(y, Taped):
            return {"broken": number, "probe": _text(probe), "says": NO_VALUE.format(thing=_a(y))}
        found.append(tape.program(y))
    return {"programs": found}


def _value(probe, inputs):
    """The output of an expression; of text the value of its last line, or what that defines."""
    if callable(probe):
        return _called(probe, inputs)
    if not isinstance(probe, str):
        raise TypeError(NO_TEXT.format(thing=_a(probe)))
    if len(probe) > LONGEST:
        raise ValueError(TOO_LONG.format(most=LONGEST, found=len(probe)))
    tree, names = ast.parse(dedent(probe).strip()), {"__builtins__": KNOWN, **inputs}
    *before, last = tree.body
    exec(compile(ast.Module(before, []), "<probe>", "exec"), names)
    if isinstance(last, ast.Expr):
        found = eval(compile(ast.Expression(last.value), "<probe>", "eval"), names)
    else:
        exec(compile(ast.Module([last], []), "<probe>", "exec"), names)
        found = names[_defined(last)]
    return _called(found, inputs) if callable(found) else found


def _defined(last):
    """The name that a statement gives a value to."""
    target = last.targets[-1] if isinstance(last, ast.Assign) else getattr(last, "target", last)
    name = getattr(target, "id", getattr(target, "name", None))
    if name is None:
        raise SyntaxError("the last line is to give a value, as in `t + t` or `y = t + t`")
    return name


def _called(probe, inputs):
    """By name where its inputs are called a, b or c; else as many as it takes, in turn."""
    takes = inspect.signature(probe).parameters.values()
    row = [p for p in takes if p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD)]
    named = [p.name for p in takes if p.name in inputs and p.kind in (p.POSITIONAL_OR_KEYWORD, p.KEYWORD_ONLY)]
    others = [p for p in takes if p.name not in named and p.default is p.empty and p.kind is not p.VAR_KEYWORD]
    if named and not others:
        return probe(**{name: inputs[name] for name in named})
    if any(p.kind is p.VAR_POSITIONAL for p in takes):
        return probe(*inputs.values())
    return probe(*list(inputs.values())[: len(row)])


def _text(probe):
    return probe[:200] if isinstance(probe, str) else str(getattr(probe, "__name__", "a function"))[:200]


def _a(thing):
    return "None" if thing is None else f"a {type(thing).__name__}"


def again(backward, case):
    """{name: gradient} of all Numbers after backward() on one output or several, in turn. `_set` is how many Numbers
    ever had a gradient that is not 0."""
    nodes = placed(case)
    outputs, calls = [nodes[place] for place in case["roots"]], case["calls"]
    named = {name: nodes[place] for name, place in case["names"].items()}
    del nodes
    case.clear()
    with grads_set(Number) as ever:
        for n in calls:
            backward(outputs[n])
    return {**{name: plain(v.grad) for name, v in named.items()}, "_set": len(ever)}


def parity(by_engine, case):
    """What the learner's function gives for an expression and numbers: the result, then the gradients."""
    names, numbers = list(case["inputs"]), list(case["inputs"].values())
    lines = [compile(line, "<f>", "exec") for line in case["lines"]]
    case.clear()

    def f(*values):
        several = next((v for v in values if isinstance(v, (list, tuple, set, dict))), None)
        if several is not None:
            raise TypeError(ONE_BY_ONE.format(got=f"a {type(several).__name__}"))
        if len(values) != len(names):
            raise TypeError(MANY.format(wanted=len(names), got=len(values)))
        made = {"__builtins__": {}, **dict(zip(names, values, strict=True))}
        for line in lines:
            exec(line, made)
        return made["y"]

    return plain(by_engine(f, *numbers))


def measured(slope, case):
    """What the learner's function measures of f at one of its inputs; {"changed": "xs"} where it has changed them."""
    names, given, i = list(case["xs"]), list(case["xs"].values()), case["i"]
    xs, f = list(given), _function(case["f"], names)
    case.clear()
    found = plain(slope(f, xs, i))
    return {"changed": "xs"} if xs != given else found


def near(agrees, case):
    """Whether two numbers agree, by the learner's function."""
    return _truth(agrees(case["claimed"], case["slope"]))


def verdict(check, case):
    """What the learner's check says of a function and all of its claimed gradients, in one word."""
    xs, f = list(case["xs"].values()), _function(case["f"], list(case["xs"]))
    grads = list(case["grads"])
    case.clear()
    return _truth(check(f, xs, grads))


def gate(test, case):
    """Whether the learner's test passes a rule, a function of one number."""
    code = compile(case["rule"], "<rule>", "eval")
    case.clear()
    return _truth(test(lambda x: float(eval(code, {"__builtins__": {}, "max": max}, {"x": x}))))


def _function(text, names):
    code = compile(text, "<f>", "eval")
    return lambda *numbers: eval(code, {"__builtins__": {}, "exp": math.exp}, dict(zip(names, numbers, strict=True)))
