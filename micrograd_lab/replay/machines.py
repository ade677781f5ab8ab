"""Which machine runs a program: `arrays`, on NumPy, or `tape`, in WebAssembly. Each is a room of its own here."""

from importlib.util import find_spec

MACHINES = {"arrays": "numpy", "tape": "wasmtime"}  # and what each needs


def there() -> tuple:
    """The names of the machines that can run here."""
    return tuple(name for name, needs in MACHINES.items() if _found(needs) and _found(f"{__package__}.{name}"))


def chosen(program, asked: str | None = None) -> str:
    """The name of the machine that is asked for, or of the quicker one for this program."""
    found = there()
    if asked is not None:
        if asked not in found:
            raise ValueError(f"a machine is one of {', '.join(found)} here; got {asked!r}. Leave it out: size decides.")
        return asked
    if not found:
        raise ImportError("a recording needs NumPy or wasmtime to run; found neither. Try `pip install numpy`.")
    return found[0]


def made(name: str, program):
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
