"""The cases of one operation's step backward, and the slips that each operation meets."""

import random
import re

from .. import unread
from ..beside.tape import taped
from ..judge import Judge, Misconception, in_words
from ..wrong_engines import NAMED, RIGHT
from ..wrong_engines.engine import but, with_rule
from ..wrong_engines.one_operation import twin_without_upstream, without_upstream


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
    """Neither 0 nor 1 nor each other, so that no slip comes out right; n is negative, p and q are positive."""
    sizes = chance.sample([round(0.1 * n, 1) for n in range(12, 30)], 7)
    signs = {"n": -1, "p": 1, "q": 1, "a": chance.choice((-1, 1)), "b": -1, "c": 1, "d": -1}
    used = [name for name in signs if any(name in _names(line) for line in lines)]
    return {name: signs[name] * size for name, size in zip(used, sizes, strict=False)}


def _names(line):
    return "".join(sign if sign.isalpha() else " " for sign in line.replace("y =", "", 1)).split()


def shows(result):
    return unread.in_words(result) if unread.is_unread(result) else in_words(result)


def gives(engine, composed=False):
    """What the probe gives for a class that is this engine."""

    def result(case):
        program = taped(case)
        return result_of(engine, case, in_basics(program) if composed else program)

    return result


def result_of(engine, case, program):
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


def of_bank(*names):
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


def without(slips, *operations):
    """The same slips where out.grad is missing too, and operations where nothing but out.grad is."""
    rules = [slip for slip in slips if slip.send is RIGHT.send]
    return (*map(without_upstream, operations), *map(twin_without_upstream, rules))


def of_one_input(slips, *operations):
    """What goes wrong in operations of one input: their own slips, and those that any operation can have."""
    anywhere = [NAMED[name] for name in ("adds upstream", "without the local derivative")]
    return (
        *of_bank("without upstream at one input"),
        *also(*slips, *anywhere, MINUS, DATA, *without(slips, *operations)),
    )


def judge(cases, *misconceptions):
    """The Judge of one operation's step backward. Each case stands for itself."""
    in_text = {"tells": at, "shows": shows, "otherwise": unread.otherwise}
    return Judge(cases, gives(RIGHT), (*FORMS, REPLACED, NOTHING, *misconceptions), one_by_one=True, **in_text)
