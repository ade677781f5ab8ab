"""A Value that can be calculated with, and sends no gradients: those are worked out by hand."""


class Value:
    """A number with a name."""

    def __init__(self, data, label=""):
        self.data, self.label, self.grad = float(data), label, 0.0

    def __add__(self, other):
        return Value(self.data + _number(other))

    def __mul__(self, other):
        return Value(self.data * _number(other))

    def __pow__(self, k):
        return Value(self.data**k)

    def __neg__(self):
        return Value(-self.data)

    def __sub__(self, other):
        return Value(self.data - _number(other))

    def __truediv__(self, other):
        return Value(self.data / _number(other))

    def __rsub__(self, other):
        return Value(other - self.data)

    def __rtruediv__(self, other):
        return Value(other / self.data)

    __radd__, __rmul__ = __add__, __mul__

    def __repr__(self):
        return f"Value(data={self.data})"


def _number(x):
    return x.data if isinstance(x, Value) else x
