"""What an expression does, written down: each operation as its name and the places of what it is applied to.

Any engine can then do the same, right ones and wrong ones, without running the expression again.
"""

import math

from .lines import graph

MOST = 300  # operations of one expression
TOO_MANY = "an expression has at most {most} operations; this one has more. Try a smaller one."


class Tape:
    """`steps` are [operation, place, ...] or ["number", x]; places count the inputs first, then the steps."""

    def __init__(self):
        self.inputs, self.steps = [], []

    def input(self, number):
        self.inputs.append(float(number))
        return Taped(self, len(self.inputs) - 1, float(number))

    def note(self, step, data):
        if len(self.steps) >= MOST:
            raise ValueError(TOO_MANY.format(most=MOST))
        self.steps.append(step)
        return Taped(self, len(self.inputs) + len(self.steps) - 1, data)

    def program(self, output):
        return {"inputs": self.inputs, "steps": self.steps, "output": output.place}


class Taped:
    """A number that writes down what is done with it."""

    def __init__(self, tape, place, data):
        self.tape, self.place, self.data = tape, place, data

    def __repr__(self):
        return f"Taped(data={self.data})"

    def _other(self, x):
        return x if isinstance(x, Taped) else self.tape.note(["number", float(x)], float(x))

    def _two(self, op, other, data):
        other = self._other(other)
        return self.tape.note([op, self.place, other.place], data(self.data, other.data))

    def __add__(self, other):
        return self._two("+", other, lambda a, b: a + b)

    def __mul__(self, other):
        return self._two("*", other, lambda a, b: a * b)

    def __sub__(self, other):
        return self._two("-", other, lambda a, b: a - b)

    def __truediv__(self, other):
        return self._two("/", other, lambda a, b: a / b)

    # The reflected forms are noted as such: engines differ in what they make of them.
    def __radd__(self, other):
        return self._two("radd", other, lambda a, b: b + a)

    def __rmul__(self, other):
        return self._two("rmul", other, lambda a, b: b * a)

    def __rsub__(self, other):
        return self._two("rsub", other, lambda a, b: b - a)

    def __rtruediv__(self, other):
        return self._two("rdiv", other, lambda a, b: b / a)

    def __pow__(self, k):
        if isinstance(k, Taped):
            raise TypeError("the exponent here is a plain number, as in a**3. Use (b.log() * k).exp() for another.")
        return self.tape.note([f"**{float(k)!r}", self.place], self.data**k)

    def __neg__(self):
        return self.tape.note(["neg", self.place], -self.data)

    def relu(self):
        return self.tape.note(["relu", self.place], max(0.0, self.data))

    def tanh(self):
        return self.tape.note(["tanh", self.place], math.tanh(self.data))

    def exp(self):
        return self.tape.note(["exp", self.place], math.exp(self.data))

    def log(self):
        return self.tape.note(["log", self.place], math.log(self.data))


def taped(case):
    """The program of a case's lines: {"inputs": numbers, "steps": [...], "output": place}."""
    tape = Tape()
    output, _ = graph(case, tape.input)
    return tape.program(output)
