"""What other people's classes of values call their parts: the one list of such names.

Whatever reads a value of a learner, of micrograd or of microgpt asks here. Stands alone, since it is also laid
beside a learner's code where that is graded.
"""

from functools import lru_cache
from numbers import Real

# What a value was made from: as in this course, in micrograd, in microgpt, and by others. Of several, the first counts.
INPUTS = ("inputs", "_prev", "_inputs", "prev", "_children", "children", "parents", "_parents")
INPUTS += ("operands", "_operands", "args", "_args", "sources", "_sources", "deps", "_deps", "src", "_src", "srcs")
# Two attributes with one input each, None where there is none.
PAIRS = (("left", "right"), ("_left", "_right"), ("lhs", "rhs"), ("first", "second"))
# What made a value and keeps its inputs in its stead.
MAKERS = ("creator", "_ctx", "ctx", "grad_fn", "maker", "origin", "node", "_node", "op", "_op")
# Its derivative by each of them. Not `grads`: where that is a list, it may as well hold what has arrived so far.
PARTIALS = ("partials", "_partials", "_local_grads", "local_grads", "local_derivatives", "slopes", "_slopes")
OPS = ("op", "_op", "operation", "_operation")

SPELLINGS = {
    "+": ("add", "plus", "radd"),
    "-": ("sub", "minus", "subtract", "\N{MINUS SIGN}"),
    "*": ("mul", "times", "multiply", "rmul", "\N{MULTIPLICATION SIGN}", "\N{MIDDLE DOT}"),
    "/": ("div", "truediv", "divide", "\N{DIVISION SIGN}"),
    "**": ("pow", "power", "^"),
    "neg": ("negative", "negate", "negation"),
    "ReLU": ("relu",),
    "tanh": (),
    "exp": (),
    "log": ("ln",),
    "sigmoid": ("logistic", "\N{GREEK SMALL LETTER SIGMA}"),
}
_CANONICAL = {spelling: op for op, others in SPELLINGS.items() for spelling in (op.lower(), *others)}
_NONE = object()
_POWERS = ("**", "^", "power", "pow")


def kept(v, names=INPUTS):
    """What v holds under the first of these names that it has, as it is; None where it has none of them."""
    for name in names:
        found = getattr(v, name, None)
        if found is not None and not callable(found):
            return found
    return None


def inputs_of(v):
    """What v was made from, as a tuple: () for a leaf. A set comes in an order of its own."""
    found = kept(v)
    if found is not None:
        return _several(found)
    for names in PAIRS:
        pair = tuple(getattr(v, name, None) for name in names)
        if any(_of_a_kind(v, one) for one in pair):
            return tuple(one for one in pair if one is not None)
    makers = (getattr(v, name, None) for name in MAKERS)
    makers = (m for m in makers if m is not None and not isinstance(m, (str, type)) and not _of_a_kind(v, m))
    found = next((found for maker in makers if (found := kept(maker)) is not None), None)
    return tuple(i for i in _several(found) if _of_a_kind(v, i))


def partials_of(v):
    """The derivatives of v by its inputs, as floats; () where its class keeps no numbers for them."""
    found = _several(kept(v, PARTIALS))
    try:
        return tuple(map(float, found))
    except (TypeError, ValueError):
        return ()


def op_of(v, otherwise=""):
    """The operation that made v, as this kit spells it; `otherwise` where its class has no name for that."""
    op = otherwise
    for name in OPS:
        if (found := getattr(v, name, _NONE)) is not _NONE:
            op = found
            break
    op = op if isinstance(op, str) else getattr(op, "__name__", "")  # text, a function or a class
    if (plain := canonical(op)) != "-":
        return plain
    found = kept(v)
    # A set forgets that a - a has two inputs.
    return canonical(op, 2 if isinstance(found, (set, frozenset)) else len(_several(found)))


@lru_cache(maxsize=1024)
def canonical(op, inputs=2):
    """One spelling of an operation for all: "add" is "+", "relu" is "ReLU", "pow(2)" and "**2.0" are "**2".

    A minus of one input is "neg". What is not known stays as it is.
    """
    plain = op.strip().strip("_").lower()
    found = _CANONICAL.get(plain)
    if found == "-" and inputs == 1:
        return "neg"
    return found or _power(plain) or op.strip()


def named(names):
    """Names in a sentence: "`left` and `right`"."""
    *first, last = [f"`{name}`" for name in names]
    return f"{', '.join(first)} and {last}" if first else last


def unread_inputs(v):
    """The attributes in which v holds values of its own class, and where nobody looks for its inputs."""

    def holds_values(found):
        several = found if isinstance(found, (tuple, list, set, frozenset, dict)) else (found,)
        return bool(several) and all(_of_a_kind(v, i) and i is not v for i in several)

    return _unread(v, INPUTS, holds_values)


def unread_partials(v):
    """The attributes in which v holds a number for each input, and where nobody looks for its derivatives."""
    many = len(inputs_of(v))

    def holds_numbers(found):
        several = found if isinstance(found, (tuple, list)) else ()
        return 0 < len(several) == many and all(isinstance(x, Real) for x in several)

    return _unread(v, PARTIALS, holds_numbers)


def under_every_name(cls):
    """Let a class that has `inputs` and the like answer to all other names for them too."""
    for first, *others in (INPUTS, PARTIALS, OPS):
        for name in others:
            setattr(cls, name, property(lambda v, first=first: getattr(v, first)))
    return cls


def attributes(v):
    """The names of what v holds itself, in a `__dict__` or in slots."""
    slots = [getattr(c, "__slots__", ()) for c in type(v).__mro__]
    slots = [name for given in slots for name in ([given] if isinstance(given, str) else given)]
    return tuple(name for name in (*getattr(v, "__dict__", {}), *slots) if name not in ("__dict__", "__weakref__"))


def _of_a_kind(v, other):
    """Whether other is a value as v is: of its class, or of one that both are made of."""
    return isinstance(other, tuple(c for c in type(v).__mro__ if c.__module__ != "builtins"))


def _several(found):
    if found is None:
        return ()
    return tuple(found) if hasattr(found, "__iter__") else (found,)


def _unread(v, names, holds):
    read = kept(v, names)
    held = {name: getattr(v, name, None) for name in attributes(v)}
    own = ("data", "grad", "label")  # a value there is a slip of another kind
    return tuple(name for name, found in held.items() if name not in own and found is not read and holds(found))


def _power(plain):
    """ "**2" for "**2.0", "^2", "pow2" and "pow(2)"; "" for what is no power by a number."""
    sign = next((sign for sign in _POWERS if plain.startswith(sign)), None)
    if sign is None:
        return ""
    try:
        return "**" + repr(float(plain[len(sign) :].strip(" ()_"))).removesuffix(".0")
    except ValueError:
        return ""
