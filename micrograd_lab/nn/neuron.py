"""Neurons, layers and multi-layer perceptrons on Values, with micrograd's names and numbers."""

import random

from ..engine import Value

ACTIVATIONS = {"relu": "ReLU", "tanh": "Tanh", "sigmoid": "Sigmoid", "linear": "Linear"}


class Module:
    """Anything with parameters."""

    def zero_grad(self) -> None:
        """Set each parameter's grad to 0, as before every backward() of a training."""
        for p in self.parameters():
            p.grad = 0.0

    def parameters(self) -> list[Value]:
        """The numbers that training moves, always in the same order; none of a bare Module."""
        return []


class Neuron(Module):
    """activation(w[0]*x[0] + ... + w[nin-1]*x[nin-1] + b), on nin inputs.

    Weights start uniform in [-1, 1], the bias at 0. `rng` draws them: by default Python's own
    `random`, so that `random.seed(n)` gives the network that micrograd gives.
    """

    def __init__(self, nin: int, nonlin: bool = True, activation: str = "relu", rng=random):
        if activation not in ACTIVATIONS:
            raise ValueError(f"an activation is one of {', '.join(ACTIVATIONS)}; got {activation!r}.")
        _count("nin", nin)
        self.w = [Value(rng.uniform(-1, 1)) for _ in range(nin)]
        self.b = Value(0.0)
        self.activation = activation if nonlin else "linear"

    def __call__(self, x):
        try:
            got = len(x)
        except TypeError:
            raise TypeError(
                f"{self!r} takes a list of {len(self.w)} inputs; got {type(x).__name__}. Try [x] for a single number."
            ) from None
        if got != len(self.w):
            raise ValueError(f"{self!r} takes {len(self.w)} inputs; got {got}. Check the layer before it.")
        score = self.b
        for wi, xi in zip(self.w, x, strict=True):
            score = score + wi * xi
        return score if self.activation == "linear" else getattr(score, self.activation)()

    def parameters(self) -> list[Value]:
        """nin + 1 Values: the weights, then the bias."""
        return [*self.w, self.b]

    @property
    def nonlin(self) -> bool:
        """Whether there is an activation; setting it to True on a linear neuron makes it ReLU, as in micrograd."""
        return self.activation != "linear"

    @nonlin.setter
    def nonlin(self, on):
        if bool(on) != self.nonlin:
            self.activation = "relu" if on else "linear"

    def __repr__(self):
        return f"{ACTIVATIONS[self.activation]}Neuron({len(self.w)})"


class Layer(Module):
    """nout neurons that see the same nin inputs. A layer of one neuron gives its Value, not a list."""

    def __init__(self, nin: int, nout: int, **kwargs):
        _count("nout", nout)
        self.neurons = [Neuron(nin, **kwargs) for _ in range(nout)]

    def __call__(self, x):
        out = [n(x) for n in self.neurons]
        return out[0] if len(out) == 1 else out

    def parameters(self) -> list[Value]:
        """nout * (nin + 1) Values, neuron by neuron."""
        return [p for n in self.neurons for p in n.parameters()]

    def __repr__(self):
        return f"Layer of [{', '.join(str(n) for n in self.neurons)}]"


class MLP(Module):
    """nin inputs, then one layer per entry of nouts; the last one is linear.

    `seed` fixes the starting weights; without it they come from Python's `random`.
    """

    def __init__(self, nin: int, nouts, activation: str = "relu", seed: int | None = None):
        if not hasattr(nouts, "__iter__"):
            raise TypeError(f"MLP(nin, nouts) takes a list of layers' sizes; got {nouts!r}. Try MLP(2, [16, 16, 1]).")
        if not len(nouts):
            raise ValueError("MLP(nin, nouts) needs a layer in nouts; got none. Try MLP(2, [16, 16, 1]).")
        rng = random if seed is None else random.Random(seed)
        sizes = [nin, *nouts]
        self.layers = [
            Layer(sizes[i], sizes[i + 1], nonlin=i != len(nouts) - 1, activation=activation, rng=rng)
            for i in range(len(nouts))
        ]

    def __call__(self, x):
        for i, layer in enumerate(self.layers):
            # A hidden layer of one neuron gives a Value: the next layer takes it as its only input.
            x = layer([x] if i and isinstance(x, Value) else x)
        return x

    def parameters(self) -> list[Value]:
        """The parameters of all layers, the first layer's first."""
        return [p for layer in self.layers for p in layer.parameters()]

    def __repr__(self):
        return f"MLP of [{', '.join(str(layer) for layer in self.layers)}]"


def _count(name, n):
    if not hasattr(type(n), "__index__") or n < 1:
        raise ValueError(f"{name} is a whole number, 1 or more; got {n!r}. Try nn.MLP(2, [16, 16, 1]).")
