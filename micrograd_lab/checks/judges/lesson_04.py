"""Lesson 4: one operation's step backward."""

import math
import random
import re

from ..judge import Judge, Misconception, same, words
from ..probes.tape import taped
from .engines import NAMED, RIGHT, WRONG, exposed, replacing
from .engines.engine import but, with_rule
from .engines.one_operation import twin_without_upstream, with_share, without_upstream

LETTERS = "ABCDE"


def at(case):
    return "; ".join(case["lines"]) + " at " + ", ".join(f"{name} = {x:g}" for name, x in case["inputs"].items())


def cases(written, *expressions):
    """A function that gives one case an expression, each with numbers of its own. `positive` inputs are p and q."""

    def of(seed):
        chance = random.Random(f"{seed} {written}")
        return tuple({"inputs": _numbers(lines, chance), "lines": list(lines), "written": written} for lines in given)

    given = [(expression,) if isinstance(expression, str) else expression for expression in expressions]
    return of


def _numbers(lines, chance):
    """Neither 0 nor 1 nor each other, so that no slip comes out right; n is negative, p and q are positive."""
    sizes = chance.sample([round(0.1 * n, 1) for n in range(12, 30)], 7)
    signs = {"n": -1, "p": 1, "q": 1, "a": chance.choice((-1, 1)), "b": -1, "c": 1, "d": -1}
    used = [name for name in signs if any(name in _names(line) for line in lines)]
    return {name: signs[name] * size for name, size in zip(used, sizes, strict=False)}


def _names(line):
    return "".join(sign if sign.isalpha() else " " for sign in line.replace("y =", "", 1)).split()


def gives(engine, composed=False):
    """What the probe gives for a class that is this engine."""

    def result(case):
        program = taped(case)
        return given(engine, case, in_basics(program) if composed else program)

    return result


def given(engine, case, program):
    data, grads = engine.run(program)
    return {"y": data, **dict(zip(case["inputs"], grads, strict=True))}


def in_basics(program):
    """The same program with -a as a * -1, a - b as a + (-b), a / b as a * b**-1: as a class is that has no rule for
    them."""
    first, steps, place = len(program["inputs"]), [], {}
    for n in range(first):
        place[n] = n

    def add(*step):
        steps.append(list(step))
        return first + len(steps) - 1

    def negative(a):
        return add("*", a, add("number", -1.0))

    for n, (op, *operands) in enumerate(program["steps"], first):
        if op == "number":
            place[n] = add(op, *operands)
            continue
        a, *b = (place[i] for i in operands)
        if op in ("rsub", "rdiv", "radd", "rmul"):
            a, b, op = b[0], [a], {"rsub": "-", "rdiv": "/", "radd": "+", "rmul": "*"}[op]
        if op == "neg":
            place[n] = negative(a)
        elif op == "-":
            place[n] = add("+", a, negative(b[0]))
        elif op == "/":
            place[n] = add("*", a, add("**-1.0", b[0]))
        else:
            place[n] = add(op, a, *b)
    return {**program, "steps": steps, "output": place[program["output"]]}


def named(*names):
    """Those of the wrong engines that one operation alone can show."""
    return tuple(NAMED[name].misconception(gives(NAMED[name])) for name in names)


def also(*engines):
    return tuple(engine.misconception(gives(engine)) for engine in engines)


NUMBERS = ("int", "float")
NO_VALUES = ("NoneType", "tuple", "list", "set", "dict", "str", "function", "method")


def _unknown_to_the_class(case, result):
    """A value on the left that finds no operation, or a function that the class has not got."""
    says = result["says"]
    two = re.search(r"unsupported operand type\(s\) for (.*): '(\w+)' and '(\w+)'", says)
    one = re.search(r"unary -: '(\w+)'|'(\w+)' object has no attribute '(?:relu|tanh|exp|log)'", says)
    if one:
        return (one[1] or one[2]) not in (*NUMBERS, *NO_VALUES)
    if two:
        op, left, right = two.groups()
        # Value - number may be a slip in the learner's own line: no minus has been written there yet.
        return left not in (*NUMBERS, *NO_VALUES) and right not in NO_VALUES and (op not in ("-", "/") or left == right)
    return False


FORMS = (
    Misconception(
        "operations lost",
        None,
        "Your class has no such operation (any more). Running the cell with `class Value` makes a new class, without "
        "what the cells below it had given to the old one.",
        "run the cells below the class again, one after the other, down to this check.",
        seen=_unknown_to_the_class,
    ),
    Misconception(
        "the graph is cut",
        None,
        "The result is a plain number: it has no inputs, so nothing can flow back through it.",
        "return out, the Value that you made, and not its data.",
        seen=lambda case, result: set(result) == {"cut"} or "has no attribute '_backward'" in result["says"],
    ),
    Misconception(
        "a number not wrapped",
        None,
        "A plain number has no data. Whatever comes in beside self may be one.",
        "begin with other = value(other).",
        seen=lambda case, result: "object has no attribute 'data'" in result["says"],
    ),
    Misconception(
        "called at once",
        None,
        "`out._backward` is None. With brackets, `_backward()` runs at once, and what it returns is handed over.",
        "write out._backward = _backward, without brackets.",
        seen=lambda case, result: result == {"_backward": "None"},
    ),
    Misconception(
        "other each time",
        None,
        "The gradients differ from run to run, on the same numbers. A set has no order of its own, and your class "
        "keeps its inputs in one.",
        "keep the inputs in a tuple.",
        seen=lambda case, result: result == {"_runs": "differ"},
    ),
)
REPLACED = Misconception(
    "= where it should add",
    None,
    "The check also runs this with a gradient in the inputs already. Afterwards that is gone: it was replaced, not "
    "added to. Along another road something may have arrived before.",
    "write self.grad += ..., and the same for other.",
    seen=lambda case, result: "not added to" in result,
)
NOTHING = Misconception(
    "nothing arrives",
    lambda case: {**dict.fromkeys(case["inputs"], 0.0), "y": RIGHT.run(taped(case))[0]},
    "Nothing arrives at the inputs: their gradients are 0. What comes from the output is in out.grad; self.grad is "
    "still 0 at that time.",
    "write self.grad += slope * out.grad, and hand the function over: out._backward = _backward.",
)


def _send_minus(v, slopes):
    for i, slope in zip(v.inputs, slopes, strict=True):
        i.grad -= slope * v.grad


def _send_data(v, slopes):
    for i, slope in zip(v.inputs, slopes, strict=True):
        i.grad += slope * v.data


def _another(send, *words):
    """The right engine with another way of sending."""
    return but(*words[:1], "", "", *words[1:], send=send)


MINUS = _another(
    _send_minus,
    "subtracts",
    "All signs are turned round at every step back: a gradient is added to, not subtracted from.",
    "write +=.",
)
DATA = _another(
    _send_data,
    "times out.data",
    "You multiply by out.data, the result. What flows back is out.grad.",
    "write out.grad.",
)
SENDING = ("without upstream", "adds upstream", "without the local derivative")
BOTH = (*SENDING, "only the first operand", "only the last operand")


def one_rule(op, name, slopes, says, tries):
    return with_rule(op, slopes, name, "", "", says, tries)


PLUS_TIMES = Judge(
    cases(
        ["a + b", "a * b"],
        "y = a + b",
        "y = a * b",
        "y = a * b + c",
        "y = (a + b) * c",
        "y = (a * b) * (c * d)",
        "y = (a + b) * (c + d)",
    ),
    gives(RIGHT),
    tells=at,
    misconceptions=(
        *FORMS,
        REPLACED,
        NOTHING,
        *named("swapped operands", "uses other.grad", "* uses its output", "+ shares the gradient out"),
        *also(*map(without_upstream, "+*")),
        *named("+ treated as *", *BOTH),
        *also(MINUS, DATA),
    ),
    one_by_one=True,
)


def without(slips, *operations):
    """The same slips where out.grad is missing too, and operations where nothing but out.grad is."""
    rules = [slip for slip in slips if slip.send is RIGHT.send]
    return (*map(without_upstream, operations), *map(twin_without_upstream, rules))


POWER_RELU_SLIPS = (
    *(NAMED[name] for name in ("missing k in pow", "exponent not lowered", "relu times out", "relu tests out.grad")),
    NAMED["relu always passes"],
    one_rule(
        "relu",
        "relu times its input",
        lambda out, a: (a.data,),
        "At relu you multiply by the input. Above 0 relu hands it on as it is, slope 1; below, its slope is 0.",
        "write (out.data > 0) * out.grad.",
    ),
    one_rule(
        "relu",
        "relu upside down",
        lambda out, a: (1.0 if a.data <= 0 else 0.0,),
        "The gate is open where it should be closed: below 0 the output of relu does not move.",
        "test out.data > 0.",
    ),
    one_rule(
        "**",
        "slope by the exponent",
        lambda out, a: (out.data * math.log(abs(a.data)),),
        "At x**k you have the slope by k. What moves here is x; k is a plain number.",
        "write k * self.data ** (k - 1), times out.grad.",
    ),
    one_rule(
        "**",
        "always a square",
        lambda out, a: (2 * a.data,),
        "At x**k the slope is 2x whatever k is. That is right for squares alone.",
        "write k * self.data ** (k - 1), times out.grad.",
    ),
    one_rule(
        "**",
        "power of the output",
        lambda out, a: (out.k * out.data ** (out.k - 1),),
        "At x**k you raise out.data, and that is x**k already. The slope is made of x, the input.",
        "write k * self.data ** (k - 1), times out.grad.",
    ),
    with_share(
        "**",
        "k - 1 without brackets",
        lambda out, a: out.k * a.data**out.k - out.grad,
        "At x**k brackets are missing: in `x ** k - 1 * g` Python takes x ** k, and then subtracts 1 * g.",
        "write k * self.data ** (k - 1) * out.grad.",
    ),
    with_share(
        "**",
        "k - 1 without brackets, without upstream",
        lambda out, a: out.k * a.data**out.k - 1,
        "At x**k brackets are missing: in `x ** k - 1` Python takes x ** k, and then subtracts 1. And out.grad is "
        "missing.",
        "write k * self.data ** (k - 1) * out.grad.",
    ),
)

POWER_RELU = Judge(
    cases(
        ["a ** 2", "a.relu()"],
        "y = a ** 3",
        "y = p ** -1",
        "y = p ** 0.5 * c",
        "y = p.relu()",
        "y = n.relu()",
        "y = p.relu() * b",
        "y = n.relu() * b",
        "y = (p.relu() * b) ** 2 * c",
    ),
    gives(RIGHT),
    tells=at,
    misconceptions=(
        *FORMS,
        REPLACED,
        NOTHING,
        *named("without upstream at one input"),
        *also(
            *POWER_RELU_SLIPS,
            *(NAMED[name] for name in ("adds upstream", "without the local derivative")),
            MINUS,
            DATA,
            *without(POWER_RELU_SLIPS, "**", "relu"),
        ),
    ),
    one_by_one=True,
)

FUNCTION_SLIPS = (
    *(NAMED[name] for name in ("tanh uses its input", "tanh without the square", "exp uses x", "exp passes through")),
    one_rule(
        "exp",
        "exp as a power",
        lambda out, a: (a.data * math.exp(a.data - 1),),
        "At exp you lower an exponent, as for x**k. There the base moves, here the exponent does: the slope "
        "of exp(x) is exp(x).",
        "write out.data * out.grad.",
    ),
    one_rule(
        "log",
        "log uses its output",
        lambda out, a: (1 / out.data,),
        "At log you divide by the output. The slope of log(x) is 1 / x, and x is the input.",
        "write out.grad / self.data.",
    ),
    one_rule(
        "log",
        "log times x",
        lambda out, a: (a.data,),
        "At log you multiply by x. The steeper part of log is near 0: its slope is 1 / x.",
        "write out.grad / self.data.",
    ),
    one_rule(
        "log",
        "log hands its output on",
        lambda out, a: (out.data,),
        "At log you multiply by the output. That is exp's rule; the slope of log(x) is 1 / x.",
        "write out.grad / self.data.",
    ),
    one_rule(
        "tanh",
        "tanh plus its square",
        lambda out, a: (1 + out.data**2,),
        "At tanh the sign is wrong: the slope is 1 - t**2. It is 1 in the middle and 0 at both ends.",
        "write (1 - out.data ** 2) * out.grad.",
    ),
    with_share(
        "tanh",
        "1 - t**2 without brackets",
        lambda out, a: 1 - out.data**2 * out.grad,
        "At tanh brackets are missing: in `1 - t ** 2 * g` Python multiplies the square by g, and subtracts that from "
        "1.",
        "write (1 - out.data ** 2) * out.grad.",
    ),
    with_share(
        "tanh",
        "1 - x**2 without brackets",
        lambda out, a: 1 - a.data**2 * out.grad,
        "At tanh brackets are missing, and the square is that of the output, not of the input.",
        "write (1 - out.data ** 2) * out.grad.",
    ),
)

FUNCTIONS = Judge(
    cases(
        ["a.tanh()", "a.exp()", "a.log()"],
        "y = a.tanh()",
        "y = a.exp()",
        "y = p.log()",
        "y = a.tanh() * b",
        "y = n.exp() * c",
        "y = p.log() * b",
        "y = (n.exp() * b).tanh() * c",
        "y = (p.log() * n).exp() * b",
    ),
    gives(RIGHT),
    tells=at,
    misconceptions=(
        *FORMS,
        REPLACED,
        NOTHING,
        *named("without upstream at one input"),
        *also(
            *FUNCTION_SLIPS,
            *(NAMED[name] for name in ("adds upstream", "without the local derivative")),
            MINUS,
            DATA,
            *without(FUNCTION_SLIPS, "tanh", "exp", "log"),
        ),
    ),
    one_by_one=True,
)

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


def _raised(error, *parts):
    return lambda case, result: result.get("error") == error and any(part in result["says"] for part in parts)


def _reach(engine):
    """On how many of the expressions it is wrong: an engine that is seldom wrong is to be recognised first."""
    return sum(exposed(engine, taped(case)) for case in cases([], *TWO_ROADS)(0))


def _programs(case):
    program = taped(case)
    return program, in_basics(program)


*REPLACING, REPLACING_SOME = replacing.misconceptions(given, _programs)


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
    misconceptions=(
        *FORMS,
        Misconception(
            "no reflected form",
            None,
            "A plain number stands on the left here. Python asks the right-hand side for its reflected form, and finds "
            "none.",
            "give the class __radd__, __rmul__, __rsub__ and __rtruediv__.",
            seen=_raised("TypeError", "'int' and", "'float' and"),
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


# 4.5

# What each operation's slope needs; and what to say to whoever chose wrongly.
OPERATIONS = {
    "exp(x)": (True, "The slope of exp(x) is exp(x): the output itself."),
    "tanh(x)": (True, "The slope of tanh is 1 - t**2, and t is the output."),
    "relu(x)": (True, "relu's output is above 0 just where its input is, and there the slope is 1: the output tells."),
    "log(x)": (False, "The slope of log(x) is 1 / x. The output is log(x): to get back to x you would need exp."),
    "x**2": (False, "The slope of x**2 is 2x. The output says how large x is, and not which sign it has."),
}


def options(seed):
    names = list(OPERATIONS)
    if seed:
        random.Random(seed).shuffle(names)
    else:
        names = ["log(x)", "exp(x)", "x**2", "tanh(x)", "relu(x)"]
    return dict(zip(LETTERS, names, strict=True))


def _right(case):
    return [letter for letter, name in case["options"].items() if OPERATIONS[name][0]]


def _chosen(name):
    reusable, says = OPERATIONS[name]
    kind = "left out" if reusable else "chosen"

    def seen(case, result):
        letter = next(letter for letter, text in case["options"].items() if text == name)
        return (letter in result) is not reusable and set(result) <= set(case["options"])

    return Misconception(
        f"{name} {kind}", None, says, "write down the slope of each, and see whether x itself is in it.", seen=seen
    )


def _letters(case, result):
    strange = [letter for letter in result if letter not in case["options"]]
    known = ", ".join(case["options"])
    return (f"{strange[0]} is none of the options.", f"choose from {known}.") if strange else ("", "")


REUSE = Judge(
    cases=lambda seed: ({"options": options(seed), "ordered": False},),
    expected=_right,
    accepts=lambda case, result: result == _right(case),
    tells=lambda case: "",
    shows=lambda result: ", ".join(result) if isinstance(result, list) else words(result),
    otherwise=_letters,
    misconceptions=(
        Misconception(
            "all of them",
            None,
            "Not all: for one of them the way back from the output to x is lost or long.",
            "write down the slope of each, and see whether x itself is in it.",
            seen=lambda case, result: result == list(case["options"]),
        ),
        Misconception(
            "the others",
            None,
            "You have named those that need their input.",
            "name the ones whose slope can be had from the output.",
            seen=lambda case, result: result == [x for x in case["options"] if x not in _right(case)],
        ),
        *(_chosen(name) for name in OPERATIONS),
    ),
    given=options,
)
