"""What an error in a learner's class shows beside its words: where it was raised, and by which methods."""

from .lines import LINE
from .run import as_result

METHODS = (
    "__add__",
    "__radd__",
    "__mul__",
    "__rmul__",
    "__neg__",
    "__sub__",
    "__rsub__",
    "__truediv__",
    "__rtruediv__",
)
METHODS += ("__pow__", "relu", "tanh", "exp", "log")
# Python's words where a number is wanted and something else was found.
A_NUMBER_WANTED = ("unsupported operand", "not supported between", "must be real number", "bad operand type")
A_NUMBER_WANTED += ("must be a", "argument must be", "is required")
NAMED = "'{name}'", "not {name}"  # as Python's words have a class
LAST = 60  # frames of a traceback that are looked at: a circle of calls shows in few


def facts_of(error, cls, at):
    """The error as a result, with "of": whether its words name the class, as Python does, 'Value' or "not Value";
    "a number wanted": whether they say so; "at":
    "the line" where no line of the learner's had begun, else `at`; "lacks": which METHODS the class has not got; "in":
    those that were running, the innermost last."""
    frames = _frames(error)
    code = {getattr(getattr(cls, name, None), "__code__", None): name for name in METHODS[::-1]}
    running = [code[frame.f_code] for frame in frames if frame.f_code in code]
    return {
        **as_result(error),
        "of": any(form.format(name=c.__name__) in str(error) for c in kin_of(cls) for form in NAMED),
        "a number wanted": any(words in str(error) for words in A_NUMBER_WANTED) and "NoneType" not in str(error),
        "at": "the line" if frames[-1].f_code.co_filename == LINE else at,
        "lacks": [name for name in METHODS if not hasattr(cls, name)],
        "in": sorted(set(running)) if isinstance(error, RecursionError) else running[-1:],
    }


def kin_of(cls):
    """The class and those it is made of: a subclass may give values of its parent's."""
    cls = cls if isinstance(cls, type) else type(cls(1.0))
    return tuple(c for c in cls.__mro__ if c.__module__ != "builtins")


def _frames(error):
    found, step = [], error.__traceback__
    while step is not None:
        found = [*found[1 - LAST :], step.tb_frame]
        step = step.tb_next
    return found
