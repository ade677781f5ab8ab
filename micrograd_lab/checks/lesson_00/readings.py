"""Lesson 0: y = 2x + 1, and what becomes of it for someone who reads it otherwise."""

from ..judge import Misconception, same


def y(x):
    return 2 * x + 1


def at(function):
    """The function of a case's numbers, by name, as a function of the case."""
    return lambda case: function(**case)


def _is_y_in_quotes(case, result):
    return isinstance(result, str) and same(float(result), y(**case))


TEXT = Misconception(
    "text for a number",
    None,
    "That is text: Python cannot calculate with what stands in quotes.",
    "leave out the quotes.",
    seen=_is_y_in_quotes,
)

_SLIPS = (
    (
        lambda x: 2 * x,
        "the 1 left out",
        "That is 2 times x. The 1 is still to be added.",
        "add 1 at the end.",
    ),
    (
        lambda x: 2 * (x + 1),
        "added first",
        "You added 1 first, then doubled. Without brackets, times comes before plus.",
        "double x first, then add 1.",
    ),
    (
        lambda x: x + 3,
        "2x as 2 + x",
        "You added the 2. In 2x no sign stands between them, and that means times.",
        "multiply x by 2, then add 1.",
    ),
    (
        lambda x: 3 * x,
        "2x + 1 as 3x",
        "You put 2x and 1 together to 3x. The 1 is a plain number, not one more x.",
        "double x, then add 1 once.",
    ),
    (
        lambda x: 2 * x - 1,
        "1 taken off",
        "You took 1 off. It is to be added.",
        "write + 1.",
    ),
    (
        lambda x: x**2 + 1,
        "2x as x²",
        "You squared x. 2x is x + x, x² is x times x: they are the same at 0 and 2 only.",
        "write 2 * x, with one star.",
    ),
    (
        lambda x: 2**x + 1,
        "2x as 2 to the power x",
        "You raised 2 to the power x. In Python ** means a power, and * means times.",
        "write 2 * x, with one star.",
    ),
    (
        lambda x: x,
        "x itself",
        "That is x, unchanged.",
        "double it, then add 1.",
    ),
)

# Shared by 0.1 and 0.2.
READINGS = (TEXT, *(Misconception(name, at(slip), says, tries) for slip, name, says, tries in _SLIPS))
