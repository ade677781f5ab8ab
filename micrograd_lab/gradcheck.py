"""Compare backward() with the slope measured by moving each input a little."""

import math
from inspect import signature
from typing import NamedTuple

from .engine import Value
from .naming import any_name


class Row(NamedTuple):
    """One input: its gradient by backward(), by measurement, and how far apart they are, relative."""

    name: str
    backward: float
    measured: float
    error: float


class Report(NamedTuple):
    """True when every input's two gradients agree within the tolerance."""

    rows: tuple
    tolerance: float

    @property
    def wrong(self) -> tuple[Row, ...]:
        """The rows whose two gradients are further apart than the tolerance, or no numbers."""
        # "not ... <=" counts NaN as wrong
        return tuple(row for row in self.rows if not row.error <= self.tolerance)

    def __bool__(self):
        return not self.wrong

    def __repr__(self):
        lines = []
        for row in self.rows:
            verdict = "disagrees" if row in self.wrong else "agrees"
            lines.append(f"{row.name}: backward {row.backward:.6g}, measured {row.measured:.6g}, {verdict}")
        return "\n".join(lines)


@any_name
def check(f, named, *xs, h: float = 1e-6, tolerance: float = 1e-6, value: type = Value) -> Report:
    """Check the gradients of f at the given numbers, by central differences.

    f takes one Value per number and gives a Value; `check(f, a=2.0, b=-3.0)` names the inputs.
    Only one input moves at a time, by h times its size; near 0 by h, or less where h would carry it to the
    other side of 0 or nearly there. The error is relative, so the scale of f does not matter. At a kink, as
    relu's at 0, the two may rightly disagree.
    `value` is the class to check, when it is your own. A name that f has, as h in lambda x, h: x * h, is an input.
    """
    names = [f"input {i}" for i in range(len(xs))] + list(named)
    numbers = [_number(name, x) for name, x in zip(names, (*xs, *named.values()), strict=True)]
    if not callable(f):
        raise TypeError(f"check takes a function; got {type(f).__name__}. Try check(lambda a: a * a, a=2.0).")
    if not _number("h", h) > 0:
        raise ValueError(f"h is greater than 0; got {h}. Try 1e-6.")
    if not numbers:
        raise ValueError("check needs numbers to check at; got none. Try check(f, a=2.0, b=-3.0).")

    def run(at):
        inputs = [value(x) for x in at]
        n = len(xs)
        return inputs, f(*inputs[:n], **dict(zip(named, inputs[n:], strict=True)))

    _check_names(f, xs, named)
    inputs, output = run(numbers)
    if not hasattr(output, "backward"):
        raise TypeError(
            f"f must give a {value.__name__}; got {type(output).__name__}. Return the Value itself, not its data."
        )
    output.backward()
    rows = []
    for i, (name, x) in enumerate(zip(names, numbers, strict=True)):
        step = _step(h, x, inputs[i].grad, output.data)
        up, down = ([*numbers[:i], moved, *numbers[i + 1 :]] for moved in (x + step, x - step))
        # f' = (f(x + h) - f(x - h)) / 2h
        measured = (run(up)[1].data - run(down)[1].data) / (2 * step)
        rows.append(Row(name, inputs[i].grad, measured, _relative(inputs[i].grad, measured, output.data * h / step)))
    return Report(tuple(rows), tolerance)


def _number(name, x):
    try:
        return float(x.data if isinstance(x, Value) else x)
    except (TypeError, ValueError):
        raise TypeError(f"{name} is one number; got {x!r}. Try check(f, a=2.0, b=-3.0).") from None


def _check_names(f, xs, named):
    try:
        signature(f).bind(*xs, **named)
    except TypeError as error:
        given = ", ".join([*(str(x) for x in xs), *named])
        raise TypeError(f"f must take the inputs given; got {given}: {error}. Give each input of f a number.") from None
    except ValueError:  # one written in C does not say what it takes
        return


def _step(h, x, slope, output):
    wide = h * max(1.0, abs(x))
    if x == 0 or (slope == 0 and output != 0):
        return wide
    # A ten-thousandth of x, when h is 1e-6: log and 1 / x are nearly straight so far. But f must change by more than
    # its rounding: a step of 1e-12 |f| / |slope| keeps the noise below a thousandth of the slope.
    near = max(100 * h * abs(x), 1e-12 * abs(output / slope) if output else 0.0)
    return min(wide, near) or wide


def _relative(a, b, output):
    # Rounding makes noise of about 1e-16 |f| / step in the measured slope: slopes far below |f| are held to that.
    scale = max(abs(a), abs(b), 1e-3 * abs(output))
    return math.nan if math.isnan(a - b) else abs(a - b) / scale if scale else 0.0
