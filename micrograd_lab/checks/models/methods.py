"""Slips in a method, generated: another result, or no road back from it; and right methods of other forms."""

from itertools import product

from .bodies import FUNCTIONS, ONE, POWERS, TWO
from .slip import SIGNS, Slip
from .value import Value, sends

# {method: (as it is asked for, what it asks for, where to look)}
ASKED = {
    "__add__": ("a + b", "the sum", "add the two numbers, and hand the new Value both inputs and the sign"),
    "__mul__": ("a * b", "the product", "multiply the two numbers, and hand the new Value both inputs and the sign"),
    "__neg__": ("-a", "the number with the other sign", "say it as a product"),
    "__sub__": ("a - b", "self - other", "say it as a sum"),
    "__truediv__": ("a / b", "self / other", "say it as a product"),
    "__radd__": ("2 + a", "other + self, and the order of a sum does not matter", "let the + that you have do it"),
    "__rmul__": ("2 * a", "other * self, and the order of a product does not matter", "let the * that you have do it"),
    "__rsub__": ("2 - a", "other - self: in the reflected form self stands on the right", "say it as a sum"),
    "__rtruediv__": ("6 / a", "other / self: in the reflected form self stands on the right", "say it as a product"),
    "__pow__": ("a ** k", "self.data to the power of k", "take Python's power of the number, and keep the base alone"),
    "relu": ("relu(x)", "x where it is above 0, and 0 elsewhere", "return max(0.0, self.data)"),
    "tanh": ("tanh(x)", "the hyperbolic tangent", "return math.tanh(self.data)"),
    "exp": ("exp(x)", "e to the power of x", "return math.exp(self.data)"),
    "log": ("log(x)", "the natural logarithm", "return math.log(self.data)"),
}
NAME = "{method} gives {formula}"
GIVES = "Your {method} gives {formula}. {shown} asks for {asked}."
LOOK = "{where}."
LOST = "The number is right, but nothing goes back from what your {method} makes to {lost}: no gradient comes that way."
CUT = "a plain number on the way"
MAKE = "make it of operations that you have, which remember for you: {where}."
TWO_SIDED = ("__add__", "__mul__", "__sub__", "__truediv__", "__radd__", "__rmul__", "__rsub__", "__rtruediv__")
NUMBER = {
    "add": lambda a, b: a + b,
    "mul": lambda a, b: a * b,
    "sub": lambda a, b: a - b,
    "truediv": lambda a, b: a / b,
}


def slips_of(method, known=None):
    """All slips of one method. `known` are those that have a name already: {formula: (name, says, tries)}."""
    return (*others(method, known or {}), *_lost(method))


def others(method, known):
    """Those that give another result."""
    shown, asked, where = ASKED[method]
    for formula, body in _bodies(method):
        told = {"method": method, "formula": formula, "shown": shown, "asked": asked, "where": where}
        words = known.get(formula, (NAME.format(**told), GIVES.format(**told), LOOK.format(**told)))
        yield Slip(*words, methods={method: body})
        if method == "relu":  # whose gate may be asked of x or of the output: that differs where the output is wrong
            yield Slip(*words, rules={method: sends((_open,))}, methods={method: body})


def _open(v):
    return 1.0 if v.data > 0 else 0.0


def _bodies(method):
    if method in TWO_SIDED:
        for formula, body in TWO.items():
            yield formula, fixed(_of_two, body)
            if method in SIGNS:  # the number of the one, and the step back of the other
                yield formula, fixed(_labelled, SIGNS[method], body)
    elif method == "__neg__":
        yield from ONE.items()
    elif method == "__pow__":
        for formula, body in POWERS.items():
            yield formula, fixed(_of_power, body)
    else:
        for formula, number in FUNCTIONS[method].items():
            yield formula, fixed(_of_one, method, number)
        for other in FUNCTIONS:
            if other != method:
                yield f"{other}(x)", getattr(Value, other)
                yield f"{other}(x)", fixed(_of_one, method, fixed(_number, other))


def fixed(function, *given):
    """A function with its first arguments given: unlike a partial object, it makes a method."""
    return lambda *others: function(*given, *others)


def _of_two(body, s, o):
    return body(s, o, s.wrapped(o))


def _labelled(op, body, s, o):
    w = s.wrapped(o)
    return s.node(body(s, o, w).data, op, s, w)


def _of_power(body, s, k):
    Value.__pow__(s, k)  # refuses what the right one refuses
    return body(s, k)


def _of_one(op, number, s):
    return s.node(number(s.data), op, s)


def _number(function, x):
    return getattr(Value(x), function)().data


def _lost(method):
    """Right numbers, and no road back to self, to other, or to both."""
    told = {"method": method, "where": ASKED[method][-1]}
    if method == "__neg__":
        yield _cut(told, "self", lambda s: s.node(-s.data, "cut", s))
    elif method in TWO_SIDED:
        number = NUMBER[method.strip("_").removeprefix("r")]
        turned = method.startswith("__r")
        for kept, lost in (((), "either operand"), ((0,), "other"), ((1,), "self")):
            if not turned and kept == (0,):
                yield _cut(told, lost, fixed(_of_data, method))
            if not turned or not kept:
                yield _cut(told, lost if not turned else "self", fixed(_cut_at, method, number, turned, kept))


FORGETS = "The number is right, but what your {method} makes does not know what it was made from."
COPIES = (
    "The number is right, but your {method} remembers new Values with the same numbers, and not those it was made from."
)
PART = "The number is right, but what your {method} makes remembers {kept} alone."


def forgetting(method):
    """Right numbers, and no memory of what they were made from, or of other things, or of a part."""
    told, tries = {"method": method}, MAKE.format(where=ASKED[method][-1])

    def inputs(*found):
        return lambda s, o=-1: s.node(_right(method, s, o), "", *(one(s, o) for one in found))

    copy_self, copy_other = (lambda s, o: type(s)(s.data)), (lambda s, o: type(s)(getattr(o, "data", o)))
    itself, other = (lambda s, o: s), (lambda s, o: s.wrapped(o))
    yield Slip("inputs forgotten", FORGETS.format(**told), tries, methods={method: inputs()})
    both = (copy_self, copy_other) if method in TWO_SIDED else (copy_self,)
    yield Slip("copies as inputs", COPIES.format(**told), tries, methods={method: inputs(*both)})
    if method in TWO_SIDED:
        for kept, part in (("self", (itself,)), ("other", (other,)), ("self", (itself, copy_other))):
            yield Slip("one input forgotten", PART.format(kept=kept, **told), tries, methods={method: inputs(*part)})
        yield Slip("copies as inputs", COPIES.format(**told), tries, methods={method: inputs(copy_self, other)})


def _right(method, s, o):
    if method == "__pow__":
        return Value.__pow__(s, o).data
    if method == "__neg__":
        return -s.data
    number, other = NUMBER[method.strip("_").removeprefix("r")], s.wrapped(o).data
    return number(other, s.data) if method.startswith("__r") else number(s.data, other)


def _cut(told, lost, body):
    return Slip(CUT, LOST.format(lost=lost, **told), MAKE.format(**told), methods={told["method"]: body})


def _cut_at(method, number, turned, kept, s, o):
    w = s.wrapped(o)
    a, b = (w, s) if turned else (s, w)
    if not kept:
        return s.node(number(a.data, b.data), "cut", a, b)
    a, b = (v if n in kept else type(s)(v.data) for n, v in enumerate((a, b)))
    return getattr(Value, method)(a, b)


def _of_data(method, s, o):
    return getattr(Value, method)(s, type(s)(o.data))  # which a plain number has not got


# Right methods of other forms: a slip elsewhere shows otherwise where they rest on it.
SUB = (
    lambda s, o: s + -s.wrapped(o),
    lambda s, o: s + -o,
    lambda s, o: s + s.wrapped(o) * -1,
    lambda s, o: s.node(s.data - s.wrapped(o).data, "-", s, s.wrapped(o)),
)
RSUB = (
    lambda s, o: s.wrapped(o) - s,
    lambda s, o: -s + o,
    lambda s, o: s.node(s.wrapped(o).data - s.data, "-", s.wrapped(o), s),
    lambda s, o: o + -s,
)
DIV = (
    lambda s, o: s * s.wrapped(o) ** -1,
    lambda s, o: s * o**-1,
    lambda s, o: s.node(s.data / s.wrapped(o).data, "/", s, s.wrapped(o)),
)
RDIV = (
    lambda s, o: s.wrapped(o) / s,
    lambda s, o: s**-1 * o,
    lambda s, o: o * s**-1,
    lambda s, o: s.node(s.wrapped(o).data / s.data, "/", s.wrapped(o), s),
)
NEG = (lambda s: s * -1, lambda s: s.node(-s.data, "neg", s), lambda s: s.wrapped(-1) * s)
RADD = (lambda s, o: s + o, lambda s, o: s.wrapped(o) + s)
RMUL = (lambda s, o: s * o, lambda s, o: s.wrapped(o) * s)
FORMS = {
    "__neg__": NEG,
    "__sub__": SUB,
    "__rsub__": RSUB,
    "__truediv__": DIV,
    "__rtruediv__": RDIV,
    "__radd__": RADD,
    "__rmul__": RMUL,
}
# Which methods rest on another: those may have each of their forms.
ON = {
    "__neg__": ("__sub__", "__rsub__"),
    "**": ("__truediv__", "__rtruediv__"),
    "__sub__": ("__rsub__",),
    "__truediv__": ("__rtruediv__",),
}


def _together(*places):
    return {name: forms[min(n, len(forms) - 1)] for (name, forms), n in zip(FORMS.items(), places, strict=True)}


# Neg, sub, rsub, truediv, rtruediv, radd and rmul, as they are found together: the places in the tables above.
TOGETHER = (
    _together(0, 0, 0, 0, 0, 0, 0),
    _together(0, 1, 1, 1, 1, 0, 0),
    _together(0, 1, 3, 1, 2, 0, 0),
    _together(0, 2, 0, 0, 0, 1, 1),
    _together(1, 3, 2, 2, 3, 1, 1),
    _together(1, 3, 0, 2, 0, 0, 0),
)


def styles(slip):
    """The right methods that a class with this slip may have: a tuple of {name: method}."""
    if slip.rules:
        return TOGETHER
    names = sorted({name for part in slip.parts for name in ON.get(part, ())} - set(slip.methods))
    return tuple(dict(zip(names, chosen, strict=True)) for chosen in product(*(FORMS[name] for name in names)))
