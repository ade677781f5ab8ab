"""Optimisers: what to do with the gradients. Their formulas and names are PyTorch's."""


class Optimizer:
    """Holds the parameters; `lr`, the learning rate, may be changed between steps.

    A parameter is whatever has `data` and `grad`: a Value, or a block of numbers as an array.
    """

    def __init__(self, parameters, **settings):
        self.parameters = list(parameters)
        if not self.parameters:
            raise ValueError("an optimiser needs parameters; got an empty list. Pass model.parameters().")
        self.settings = settings
        vars(self).update(settings)

    def on(self, parameters):
        """The same optimiser, from its start, on other parameters."""
        return type(self)(parameters, **{name: getattr(self, name) for name in self.settings})

    def zero_grad(self):
        for p in self.parameters:
            p.grad = 0.0


class SGD(Optimizer):
    """p -= lr * v, where v = momentum * v + p.grad + weight_decay * p (momentum: Polyak 1964)."""

    def __init__(self, parameters, lr=0.01, momentum=0.0, weight_decay=0.0):
        super().__init__(parameters, lr=lr, momentum=momentum, weight_decay=weight_decay)
        self.velocity = [0.0] * len(self.parameters)

    def step(self):
        for i, p in enumerate(self.parameters):
            self.velocity[i] = self.momentum * self.velocity[i] + p.grad + self.weight_decay * p.data
            p.data -= self.lr * self.velocity[i]


class Adam(Optimizer):
    """Steps of about lr, whatever the gradient's size (Kingma & Ba 2015, algorithm 1).

    m and v are running means of the gradient and of its square. Both start at 0, which is too
    small; dividing by 1 - beta**t (the bias correction) makes up for it.
    """

    def __init__(self, parameters, lr=0.001, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.0):
        super().__init__(parameters, lr=lr, betas=betas, eps=eps, weight_decay=weight_decay)
        self.steps = 0
        self.m = [0.0] * len(self.parameters)
        self.v = [0.0] * len(self.parameters)

    def step(self):
        self.steps += 1
        b1, b2 = self.betas
        for i, p in enumerate(self.parameters):
            g = p.grad + self.weight_decay * p.data
            self.m[i] = b1 * self.m[i] + (1 - b1) * g
            self.v[i] = b2 * self.v[i] + (1 - b2) * g * g
            m = self.m[i] / (1 - b1**self.steps)
            v = self.v[i] / (1 - b2**self.steps)
            p.data -= self.lr * m / (v**0.5 + self.eps)
