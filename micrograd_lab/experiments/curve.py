"""A function of one number: what it is at a place, and its slope there, measured and true."""

import math

from ..engine import Value


class Curve:
    """f, called with Values where it takes them and with floats where not. NaN stands where it has no value.

    `true` is its slope, a number or a function of x, for a function that the engine cannot follow.
    """

    def __init__(self, f, true, at):
        self.f, self.given = f, true
        self.on_values = self._takes_values(at)

    def __call__(self, x):
        try:
            return self.f(Value(x)).data if self.on_values else float(self.f(x))
        except (ValueError, ArithmeticError):
            return math.nan

    def forward(self, x, h):
        """The slope measured over a step ahead: (f(x + h) - f(x)) / h."""
        return (self(x + h) - self(x)) / h

    def central(self, x, h):
        """The slope measured over a step both ways: (f(x + h) - f(x - h)) / 2h."""
        return (self(x + h) - self(x - h)) / (2 * h)

    def true(self, x):
        """The slope by the engine, or as given; NaN where there is none, or no one knows it."""
        try:
            if self.given is not None:
                return float(self.given(x) if callable(self.given) else self.given)
            if self.on_values:
                v = Value(x)
                self.f(v).backward()
                return v.grad
        except (ValueError, ArithmeticError):
            pass
        return math.nan

    @property
    def known(self):
        """Whether there is a true slope to compare with."""
        return self.on_values or self.given is not None

    def _takes_values(self, at):
        try:
            return isinstance(self.f(Value(at)), Value)
        except (ValueError, ArithmeticError):
            return True  # it has no value there: log at -1
        except (TypeError, AttributeError):
            return False


def gap(x):
    """From x up to the next float."""
    return math.nextafter(x, math.inf) - x
