"""Record a graph of Values once, then run it again on new numbers or on whole arrays, both ways."""

import numpy as np

from .engine import Value, topological_order

# Per op: the array rule, and the partial derivatives by each input, given inputs a and b and result y.
RULES = {
    "+": (lambda a, b: a + b, lambda a, b, y: (1.0, 1.0)),
    "-": (lambda a, b: a - b, lambda a, b, y: (1.0, -1.0)),
    "*": (lambda a, b: a * b, lambda a, b, y: (b, a)),
    "/": (lambda a, b: a / b, lambda a, b, y: (1 / b, -y / b)),
    "**": (lambda a, b: a**b, lambda a, b, y: (b * a ** (b - 1), y * np.log(a))),
    "neg": (lambda a, b: -a, lambda a, b, y: (-1.0,)),
    # "not <=" lets NaN pass, as in the engine
    "ReLU": (lambda a, b: np.where(a <= 0, 0.0, a), lambda a, b, y: (np.where(a <= 0, 0.0, 1.0),)),
    "tanh": (lambda a, b: np.tanh(a), lambda a, b, y: (1 - y * y,)),
    "exp": (lambda a, b: np.exp(a), lambda a, b, y: (y,)),
    "log": (lambda a, b: np.log(a), lambda a, b, y: (1 / a,)),
    "sigmoid": (lambda a, b: _sigmoid(a), lambda a, b, y: (y * (1 - y),)),
}


def _sigmoid(a):
    z = np.exp(-np.abs(a))  # at most 1: no overflow
    return np.where(a >= 0, 1.0, z) / (1 + z)


class Replay:
    """A recorded graph. Use `record` to make one."""

    def __init__(self, root, inputs, parameters):
        self.parameters = list(parameters)
        self.order = topological_order(root)
        self.place = {v: n for n, v in enumerate(self.order)}
        unused = [i for i, v in enumerate(inputs) if v not in self.place]
        if unused and len(unused) == len(inputs):
            raise ValueError("none of the inputs is in the graph of root. Build root from these very Values.")
        self.inputs = [self.place.get(v) for v in inputs]
        self.live = [self.place[p] for p in self.parameters if p in self.place]
        self.data = [v.data for v in self.order]
        self.program = []
        for n, v in enumerate(self.order):
            if v.op:
                power = float(v.op[2:]) if v.op.startswith("**") and len(v.inputs) == 1 else None
                a, b = [*(self.place[i] for i in v.inputs), None][:2]
                self.program.append((n, a, b, power, *RULES["**" if power is not None else v.op]))

    def forward(self, *inputs):
        """Run the graph on new inputs, numbers or arrays of one length, and on the parameters' present data.

        Gives root's data: a float, or an array with one number per sample.
        """
        if len(inputs) != len(self.inputs):
            raise ValueError(
                f"this recording takes {len(self.inputs)} inputs; got {len(inputs)}. Pass one per input."
            )
        data = self.data
        for n, x in zip(self.inputs, inputs, strict=True):
            if n is not None:
                data[n] = np.asarray(x, dtype=float)
        for n in self.live:
            data[n] = self.order[n].data
        with np.errstate(all="ignore"):
            for n, a, b, power, rule, _ in self.program:
                data[n] = rule(data[a], power if b is None else data[b])
        return data[-1]

    def backward(self):
        """Add the gradient of root's mean over the samples to each parameter's grad."""
        data = self.data
        grad = [0.0] * len(data)
        samples = np.size(data[-1])
        grad[-1] = np.full(np.shape(data[-1]), 1.0 / samples)
        with np.errstate(all="ignore"):
            for n, a, b, power, _, partials in reversed(self.program):
                by = partials(data[a], power if b is None else data[b], data[n])
                grad[a] = grad[a] + _fit(by[0] * grad[n], data[a])
                if b is not None:
                    grad[b] = grad[b] + _fit(by[1] * grad[n], data[b])
        for n in self.live:
            self.order[n].grad += float(grad[n])

    def of(self, v):
        """The data that a recorded Value took in the last forward()."""
        return self.data[self.place[v]]


def record(root, inputs=(), parameters=()):
    """Record the graph below root. `inputs` and `parameters` are leaves that may change; all others are constants.

    What Python decided while the graph was built, as in an `if` on data, stays decided.
    """
    return Replay(root, inputs, parameters)


class Field:
    """A model's score at many places: recorded once, then as quick as array code. Parameters may change."""

    def __init__(self, model, features):
        x = [Value(0.0) for _ in range(features)]
        self.replay = record(model(x), x, model.parameters())

    def __call__(self, X):
        """One score for each row of X, an array of shape (n, features)."""
        X = np.asarray(X, dtype=float)
        return np.broadcast_to(self.replay.forward(*X.T), len(X))


def scores(model, X):
    """The model's score for each row of X, an array of shape (n, features): n scores, with no graph left over."""
    return Field(model, np.shape(X)[1])(X)


def _fit(grad, data):
    # What was one number for all samples gets the sum of their gradients.
    return np.sum(grad) if np.ndim(grad) > np.ndim(data) else grad
