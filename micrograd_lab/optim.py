"""Optimisers: what to do with the gradients. Their formulas and names are PyTorch's."""

NUMBERS = ("lr", "momentum", "weight_decay", "eps", "betas")


class Optimizer:
    """Holds the parameters; `lr`, the learning rate, may be changed between steps.

    A parameter is whatever has `data` and `grad`: a Value, or a block of numbers as an array.
    """

    def __init__(self, parameters, **settings):
        if not hasattr(parameters, "__iter__"):
            found = type(parameters).__name__
            raise TypeError(f"an optimiser takes a list of parameters; got {found}. Pass model.parameters().")
        self.parameters = list(parameters)
        if not self.parameters:
            raise ValueError("an optimiser needs parameters; got an empty list. Pass model.parameters().")
        for p in self.parameters:
            if not hasattr(p, "grad"):
                found = type(p).__name__
                raise TypeError(f"a parameter has data and grad; got {found}. Pass model.parameters().")
        settings = {name: _plain(name, x) if name in NUMBERS else x for name, x in settings.items()}
        self.settings = settings
        vars(self).update(settings)

    def on(self, parameters) -> "Optimizer":
        """The same optimiser, from its start, on other parameters."""
        return type(self)(parameters, **{name: getattr(self, name) for name in self.settings})

    def zero_grad(self) -> None:
        """Set each parameter's grad to 0."""
        for p in self.parameters:
            p.grad = 0.0


class SGD(Optimizer):
    """p -= lr * v, where v = momentum * v + p.grad + weight_decay * p (momentum: Polyak 1964)."""

    def __init__(self, parameters, lr: float = 0.01, momentum: float = 0.0, weight_decay: float = 0.0):
        super().__init__(parameters, lr=lr, momentum=momentum, weight_decay=weight_decay)
        self.velocity = [0.0] * len(self.parameters)

    def step(self) -> None:
        """Move each parameter's data once, against its grad."""
        lr, momentum, decay = float(self.lr), float(self.momentum), float(self.weight_decay)
        for i, p in enumerate(self.parameters):
            self.velocity[i] = momentum * self.velocity[i] + p.grad + decay * p.data
            p.data -= lr * self.velocity[i]


class Adam(Optimizer):
    """Steps of about lr, whatever the gradient's size (Kingma & Ba 2015, algorithm 1).

    m and v are running means of the gradient and of its square. Both start at 0, which is too
    small; dividing by 1 - beta**t (the bias correction) makes up for it.
    """

    def __init__(self, parameters, lr: float = 0.001, betas=(0.9, 0.999), eps: float = 1e-8, weight_decay: float = 0.0):
        super().__init__(parameters, lr=lr, betas=betas, eps=eps, weight_decay=weight_decay)
        self.steps = 0
        self.m = [0.0] * len(self.parameters)
        self.v = [0.0] * len(self.parameters)

    def step(self) -> None:
        """Move each parameter's data once, by the means of its gradients so far."""
        self.steps += 1
        lr, eps, decay = float(self.lr), float(self.eps), float(self.weight_decay)
        b1, b2 = map(float, self.betas)
        for i, p in enumerate(self.parameters):
            g = p.grad + decay * p.data
            self.m[i] = b1 * self.m[i] + (1 - b1) * g
            self.v[i] = b2 * self.v[i] + (1 - b2) * g * g
            m = self.m[i] / (1 - b1**self.steps)
            v = self.v[i] / (1 - b2**self.steps)
            p.data -= lr * m / (v**0.5 + eps)


def _plain(name, x):
    """A setting as a float, whatever number it is; betas as two."""
    try:
        if name != "betas":
            return float(x + 0.0)  # text has no sum with a number
        b1, b2 = map(float, x)
    except (TypeError, ValueError):
        wanted = "two numbers, as (0.9, 0.999)" if name == "betas" else "one number, as 0.1"
        raise TypeError(f"{name} is {wanted}; got {x!r}. Change it between steps for a schedule.") from None
    if not (0 <= b1 < 1 and 0 <= b2 < 1):
        raise ValueError(f"betas are from 0 to below 1; got {x!r}. Try (0.9, 0.999).")
    return b1, b2
