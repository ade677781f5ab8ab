"""The training loop, taken apart: forward, zero, backward and update in any order, and what each left behind."""

import math

import numpy as np

from .. import losses, nn, optim

# The four examples of Karpathy's micrograd lecture (2022).
XS = ((2.0, 3.0, -1.0), (3.0, -1.0, 0.5), (0.5, 1.0, 1.0), (1.0, 1.0, -1.0))
YS = (1.0, -1.0, -1.0, 1.0)
ORDER = ("forward", "zero", "backward", "update")

NO_GRAPH = "backward() needs a graph. Press forward first: it builds one, and its last Value is the loss."
FORGOTTEN = "Forgotten: nothing calls zero_grad(), and the gradients stay."
WIPED = "The last backward()'s gradients are gone before an update used them."
BEHIND = "This graph is from before the last update: so are its gradients. Press forward for a new graph."
SAME_GRAPH = "The same graph gives the same gradients once more: {calls} backward() calls have added up."
ADD_UP = "These gradients are added to older ones: {calls} backward() calls have added up."
ALL_ZERO = "Every gradient is 0, so the update moves nothing."
MOVES_AGAIN = "No new backward(): the update uses the same gradients and moves the parameters again."
AS_FAR = "No new backward(): the update uses the same gradients and moves the parameters again, just as far."
LOSS = "The loss is {loss} after {updates} updates: they were too large. Lower the learning rate and reset."
NO_NUMBERS = (
    "The parameters are no longer numbers after {updates} updates: they were too large. Lower the learning rate and "
    "reset."
)
TOO_FAR = "this model has {count} parameters; there is none so far on. Take a lower one."


class Loop:
    """An MLP 3-4-4-1 with tanh, its mean squared error on the lecture's examples, and plain gradient descent.

    `press(name)` does one of ORDER and gives a sentence where it does not do what its name suggests, else "".
    `loss` is the last forward()'s Value, `behind` the updates since. `calls` are the backward() calls since the
    last zero. `data[k]` and `grad[k]` are all parameters after press k, as arrays; k = 0 is the start. `losses`
    are (press, loss) pairs, `updates` are presses, `moves` how far each update moved the parameters.
    """

    def __init__(self, lr, seed):
        self.model = nn.MLP(3, [4, 4, 1], activation="tanh", seed=seed)
        self.parameters = self.model.parameters()
        self.optimizer = optim.SGD(self.parameters, lr=lr)
        self.loss, self.behind, self.calls, self.used = None, 0, 0, True
        self.presses, self.losses, self.updates, self.moves = [], [], [], []
        self.data, self.grad = [self._all("data")], [self._all("grad")]
        self._added = None  # by the last backward() on this graph

    @property
    def finite(self):
        """Whether the last loss and all parameters are numbers."""
        known = not self.losses or math.isfinite(self.losses[-1][1])
        return known and bool(np.isfinite(self.data[-1]).all())

    def press(self, name, forget=False):
        """Do it. With `forget`, "zero" takes its turn and calls nothing."""
        if name == "backward" and self.loss is None:
            return NO_GRAPH
        said = self._zero(forget) if name == "zero" else getattr(self, "_" + name)()
        self.presses.append(name)
        self.data.append(self._all("data"))
        self.grad.append(self._all("grad"))
        return said if self.finite or name == "zero" else self._not_finite()

    def _forward(self):
        self.behind, self._added = 0, None
        try:
            scores = [self.model(x) for x in XS]
            self.loss = losses.mean_squared_error(scores, YS)
        except OverflowError:  # of a square: a loss too large for a float
            self.loss = None
        self.losses.append((len(self.presses) + 1, self.loss.data if self.loss else math.inf))
        return ""

    def _zero(self, forget):
        if forget:
            return FORGOTTEN
        wiped = not self.used and self.grad[-1].any()
        self.model.zero_grad()
        self.calls, self.used = 0, True
        return WIPED if wiped else ""

    def _backward(self):
        before = self._all("grad")
        self.loss.backward()
        self.calls, self.used = self.calls + 1, False
        added, last = self._all("grad") - before, self._added
        self._added = added
        if self.behind:
            return BEHIND
        if last is not None and np.allclose(added, last) and before.any():
            return SAME_GRAPH.format(calls=self.calls)
        if before.any():
            return ADD_UP.format(calls=self.calls)
        return ""

    def _update(self):
        before = self._all("data")
        self.optimizer.step()
        moved = math.hypot(*(self._all("data") - before))
        again = self.used and bool(self.moves) and math.isclose(moved, self.moves[-1])
        used, self.used = self.used, True
        self.moves.append(moved)
        self.updates.append(len(self.presses) + 1)
        self.behind += 1
        if not self.grad[-1].any():
            return ALL_ZERO
        if used:
            return AS_FAR if again else MOVES_AGAIN
        return ""

    def _not_finite(self):
        sentence, loss = (LOSS, self.losses[-1][1]) if self.losses else (NO_NUMBERS, None)
        return sentence.format(loss=loss, updates=len(self.updates))

    def _all(self, what):
        return np.array([getattr(p, what) for p in self.parameters])


def name_of(number, model):
    """What one types for parameter `number` of an MLP, after `model.`: "layers[0].neurons[1].w[2]"."""
    for k, layer in enumerate(model.layers):
        for j, neuron in enumerate(layer.neurons):
            if number <= len(neuron.w):
                return f"layers[{k}].neurons[{j}]." + (f"w[{number}]" if number < len(neuron.w) else "b")
            number -= len(neuron.parameters())
    raise IndexError(TOO_FAR.format(count=len(model.parameters())))
