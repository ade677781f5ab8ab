"""Which machine runs a program: `arrays`, on NumPy, or `tape`, in WebAssembly. Each is a room of its own here."""

from functools import cache
from importlib.util import find_spec
from typing import Any

from .program import Program

MACHINES = {"arrays": "numpy", "tape": "wasmtime"}  # and what each needs
# A group costs NumPy's calls of some microseconds, in which the tape multiplies and adds some five thousand numbers; in
# matrices of some width NumPy's are twice as quick. Measured where both are equally fast.
WIDE, WORTH = 16, 4_500


@cache
def there() -> tuple:
    """The names of the machines that can run here."""
    return tuple(name for name, needs in MACHINES.items() if _found(needs) and _found(f"{__package__}.{name}"))


def asked(name: str | None) -> str | None:
    """The name itself, if there is such a machine here, or None. ValueError, or ImportError, where there is none."""
    found = there()
    if name is not None and name not in found:
        raise ValueError(f"a machine is one of {', '.join(found)} here; got {name!r}. Leave it out: size decides.")
    if not found:
        raise ImportError("a recording needs NumPy or wasmtime to run; found neither. Try `pip install numpy`.")
    return name


def wide(program: Program) -> float:
    """How wide a program is: its multiplications in wide matrices, for one sample, by what makes calls worth while."""
    work = 0
    for group in program.groups:
        if group.op == "matrix":
            m, p, k = group.lengths
            work += m * p * k if min(m, k) >= WIDE else 0
    return work / (WORTH * max(1, len(program.groups)))


def chosen(width: float, samples: int) -> str:
    """The name of the quicker machine for a program as wide as this, on so many samples."""
    found = there()
    return "arrays" if "arrays" in found and ("tape" not in found or width * samples > 1) else "tape"


def made(name: str, program: Program) -> Any:
    """A machine of this name for this program."""
    if name == "arrays":
        from .arrays import Machine
    else:
        from .tape import Machine
    return Machine(program)


def _found(module):
    try:
        return find_spec(module) is not None
    except ImportError:
        return False
