"""Methods that are written with each other, and call each other without end."""

from itertools import combinations

from ..judge import Misconception

REFLECTED = ("__radd__", "__rmul__", "__rsub__", "__rtruediv__")
CALLING = sorted((*REFLECTED, "__add__", "__mul__", "__neg__", "__sub__", "__truediv__", "__pow__"))
CIRCLE = "{methods} {calls} without end: none of them comes to an operation that stands by itself."
ITSELF, EACH_OTHER = (
    "is written with itself, and goes on calling itself",
    "are written with each other, and go on calling",
)
MAKE = "make it of operations that you have: -a is self * -1, a - b is self + (-b), a / b is self * b ** -1."
TURN = (
    "put self on the left, self + other, or wrap other first, value(other) - self: a plain number on the left asks the "
)
TURN += "reflected form again."
POWER = "write self.data ** k: self ** k asks __pow__ again."


def circles():
    """What goes on calling itself, by the methods that were running."""
    for many in (1, 2, 3, 4):
        for names in combinations(CALLING, many):
            reflected = set(names) <= set(REFLECTED)
            says = CIRCLE.format(methods=" and ".join(names), calls=ITSELF if many == 1 else EACH_OTHER)
            yield Misconception(
                "reflected into itself" if reflected else "written with itself",
                None,
                says,
                TURN if reflected else POWER if names == ("__pow__",) else MAKE,
                seen=lambda case, result, names=names: (
                    result["error"] == "RecursionError" and result["in"] == list(names)
                ),
            )
