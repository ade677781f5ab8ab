"""What goes wrong in minus, division and powers, beside what any method can have."""

from ..models import Slip, Value, methods
from ..models.methods import fixed

REPEATED = (
    "Multiplying again and again gives whole powers from 1 on, and neither -1, which division needs, nor 0.5.",
    "use Python's own power, which has them all.",
)
TURNED = (
    "Your __rsub__ and __rtruediv__ compute self - other and self / other. Reflected means that self stands on the "
    "right."
)

KNOWN = {
    "__neg__": dict.fromkeys(
        ("self", "self, as a new Value made from it"),
        ("no change of sign", "Your -a gives a.", "ask by which number a is to be multiplied for that."),
    ),
    "__sub__": {
        "self + other": ("- adds", "Your - adds.", "ask what has to be added to a, so that a - b comes out."),
        "other - self": (
            "- the wrong way round",
            "Your - takes the left from the right: a - b asks for self - other.",
            "look which of the two gets the other sign.",
        ),
    },
    "__truediv__": {
        "self // other": (
            "/ rounds down",
            "Your / rounds down to whole numbers.",
            "look at the sign: // cuts off at the point.",
        ),
    },
    "__rsub__": {
        "self - other": (
            "rsub as sub",
            "Your __rsub__ computes self - other. Reflected means that self stands on the right: 2 - a asks for "
            "other - self.",
            "give self the other sign, and add.",
        ),
    },
    "__rtruediv__": {
        "self / other": (
            "rdiv as div",
            "Your __rtruediv__ computes self / other. Reflected means that self stands on the right: 6 / a asks for "
            "other / self.",
            "ask which of the two is to be turned upside down.",
        ),
    },
    "__pow__": {
        "self * k": (
            "power as product",
            "Your ** multiplies by the exponent.",
            "use Python's own power of the number.",
        ),
        "self * self": (
            "only squares",
            "Your ** always squares. Division needs the power -1 too.",
            "look where the exponent goes in.",
        ),
    },
}


def _repeated(s, k):
    """self times itself, k times."""
    number = 1.0
    for _ in range(k):
        number *= s.data
    return s.node(number, "**", s, k=k)


def _from_self(s, k):
    number = s.data
    for _ in range(k - 1):
        number *= s.data
    return s.node(number, "**", s, k=k)


REFUSED = "Your ** refuses {what}, which {has}."
REFUSE_LESS = "refuse a Value as exponent, and nothing else."
TOO_MUCH = (
    ("every negative base", "has whole powers: (-2)**2 is 4", lambda x, k: x < 0),
    ("negative exponents", "are what division needs: a**-1 is 1 / a", lambda x, k: k < 0 or (x < 0 and k != int(k))),
    ("exponents that are no whole numbers", "a positive base may have", lambda x, k: k != int(k)),
    ("whole exponents", "are plain numbers too", lambda x, k: k == int(k) or x < 0),
)


def _refuses(when, error, s, k):
    if not isinstance(k, (int, float)) or when(s.data, k):
        raise error("refused")
    return s.node(s.data**k, "**", s, k=k)


def _too_much():
    for what, has, when in TOO_MUCH:
        for error in (ValueError, TypeError, AssertionError, ArithmeticError):
            says = REFUSED.format(what=what, has=has)
            yield Slip("refuses too much", says, REFUSE_LESS, methods={"__pow__": fixed(_refuses, when, error)})


EXPONENT = Slip(
    "the exponent kept for the base",
    "The number is right, but what your ** makes remembers the exponent, as a Value, and not the base.",
    "keep the base alone, in a tuple of one.",
    methods={"__pow__": lambda s, k: s.node(Value.__pow__(s, k).data, "**", s.wrapped(k), k=k)},
)

SLIPS = (
    *(slip for method in KNOWN for slip in methods.others(method, KNOWN[method])),
    *(slip for method in KNOWN for slip in methods.forgetting(method)),
    EXPONENT,
    Slip(
        "both reflections unreflected",
        TURNED,
        "look at their lines below your own in this cell, as they were: which of the two stands first?",
        methods={"__rsub__": lambda s, o: s - o, "__rtruediv__": lambda s, o: s / o},
    ),
    Slip("only whole powers", *REPEATED, methods={"__pow__": _repeated}),
    Slip("only whole powers, from self on", *REPEATED, methods={"__pow__": _from_self}),
    *_too_much(),
)
