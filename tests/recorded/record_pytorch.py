"""Write pytorch.json: what PyTorch computes for fixed expressions, losses, optimisers and a small network.

Run `python tests/recorded/record_pytorch.py` where PyTorch is installed; an argument names another file.
The expressions are text that PyTorch's scalars and our Values both understand.
"""

import itertools
import json
import random
import sys
from pathlib import Path

import torch

EXPRESSIONS = [
    ("a + b", (1.5, -2.25)),
    ("2 + a", (0.1,)),
    ("a + 2", (-0.7,)),
    ("a - b", (0.3, 0.1)),
    ("5 - a", (0.3,)),
    ("a - 5", (0.3,)),
    ("a * b", (1.1, -3.7)),
    ("-3 * a", (0.9,)),
    ("a * 0.1", (0.7,)),
    ("a / b", (1.0, 3.0)),
    ("a / b", (-7.5, 0.01)),
    ("2 / a", (-0.3,)),
    ("a / 7", (2.2,)),
    ("-a", (4.5,)),
    ("a ** 2", (-3.0,)),
    ("a ** 3", (-1.7,)),
    ("a ** -1", (-0.4,)),
    ("a ** 0.5", (2.0,)),
    ("a ** -2.5", (1.3,)),
    ("a ** 0", (2.0,)),
    ("a ** 1", (0.0,)),
    ("a ** 2", (0.0,)),
    ("2 ** a", (1.5,)),
    ("0.3 ** a", (-1.2,)),
    ("a ** b", (1.7, -2.3)),
    ("a ** a", (0.6,)),
    ("a.relu()", (1.5,)),
    ("a.relu()", (-1.5,)),
    ("a.relu()", (0.0,)),
    ("a.tanh()", (0.5,)),
    ("a.tanh()", (-3.0,)),
    ("a.exp()", (-2.5,)),
    ("a.exp()", (20.0,)),
    ("a.log()", (0.01,)),
    ("a.log()", (300.0,)),
    ("a.sigmoid()", (0.5,)),
    ("a.sigmoid()", (-9.0,)),
    ("a.sigmoid()", (-700.0,)),
    ("a * a", (3.0,)),
    ("a + a + a", (0.1,)),
    ("(s := a * b) + s * s", (0.5, -1.5)),
    ("(s := a + b) * s * (t := s.tanh()) + t", (0.2, 0.4)),
    ("(a * b + c).tanh()", (2.0, -3.0, 6.881373587019543)),
    ("(-(a * a).exp() + b / c).sigmoid()", (0.3, 2.0, 0.7)),
    ("((a.exp() + b.exp() + c.exp()).log() - a) ** 2", (0.1, 1.2, -0.4)),
    ("(a - b).relu() * c + (b - a).relu() * 2", (0.7, -0.2, 1.3)),
    ("((a ** 2 + b ** 2) ** 0.5).log() / (c * c + 1)", (3.0, -4.0, 0.25)),
    # The two expressions of micrograd's own tests.
    ("((z := 2 * a + 2 + a) * z).relu() + (q := z.relu() + z * a) + q * a", (-4.0,)),
    (
        "(f := ((p := (q := a + b) + q + 1) + 1 + p + (-a) - ((s := (r := a * b + b ** 3) + r * 2 + (b + a).relu())"
        " + 3 * s + (b - a).relu())) ** 2) / 2.0 + 10.0 / f",
        (-4.0, 2.0),
    ),
]

OPTIMISERS = [
    ("SGD", {"lr": 0.05}),
    ("SGD", {"lr": 0.05, "momentum": 0.9}),
    ("SGD", {"lr": 0.05, "weight_decay": 0.1}),
    ("SGD", {"lr": 0.02, "momentum": 0.8, "weight_decay": 0.3}),
    ("Adam", {"lr": 0.1}),
    ("Adam", {"lr": 0.01, "betas": [0.5, 0.9], "eps": 1e-3}),
    ("Adam", {"lr": 0.1, "weight_decay": 0.2}),
]
OBJECTIVE = "(a - 1) ** 2 + 10 * (b - a * a) ** 2 + (c * a).tanh()"
START = [-0.5, 0.8, 0.3]

# The three numbers of lesson 0, and one step of training: x1, x2 and what y should be there.
POINTS = ((1.0, 1.0, 1.0), (2.0, 0.5, 1.0), (2.4, 1.6, 1.0), (0.2, 0.4, -1.0), (0.6, -0.8, -1.0), (-1.0, 1.2, -1.0))
THREE, RATE = (-1.0, -1.0, 1.0), 0.2

LOSSES = [
    ("hinge", [0.3, -2.0, 1.5, 1000.0], [1, -1, -1, 1]),
    ("mean_squared_error", [0.3, -2.0, 1.5], [1.0, 0.5, -2.0]),
    ("cross_entropy", [[0.2, -1.0, 0.7], [2.0, 2.0, 2.0]], [2, 0]),
    ("cross_entropy", [[1000.0, 0.0, -1000.0], [1000.0, 999.0, 998.0]], [1, 2]),
    ("cross_entropy", [[-1000.0, -1001.0]], [0]),
]


def scalar(x):
    return torch.tensor(x, dtype=torch.float64, requires_grad=True)


def record_expression(text, numbers):
    inputs = {name: scalar(x) for name, x in zip("abc", numbers, strict=False)}
    out = eval(text, {}, dict(inputs))
    out.backward()
    grads = [i.grad.item() for i in inputs.values()]
    return {"text": text, "inputs": list(numbers), "data": out.item(), "grads": grads}


def record_optimiser(name, options):
    parameters = [scalar(x) for x in START]
    optimiser = getattr(torch.optim, name)(parameters, **options)
    trajectory = []
    for _ in range(10):
        optimiser.zero_grad()
        eval(OBJECTIVE, {}, dict(zip("abc", parameters, strict=True))).backward()
        optimiser.step()
        trajectory.append([p.item() for p in parameters])
    return {"name": name, "options": options, "objective": OBJECTIVE, "start": START, "trajectory": trajectory}


def record_loss(name, numbers, labels):
    x = scalar(numbers)
    if name == "hinge":
        out = (1 - torch.tensor(labels) * x).relu().mean()
    elif name == "mean_squared_error":
        out = torch.nn.functional.mse_loss(x, torch.tensor(labels, dtype=torch.float64))
    else:
        out = torch.nn.functional.cross_entropy(x, torch.tensor(labels))
    out.backward()
    return {"name": name, "x": numbers, "labels": labels, "data": out.item(), "grads": x.grad.tolist()}


def record_network(activation, sizes=(3, 4, 4, 1)):
    """A network of nn.MLP's shape, its parameters in nn's order: each neuron's weights, then its bias."""
    rng = random.Random(activation)
    layers = [
        scalar([[rng.uniform(-1, 1) for _ in range(nin + 1)] for _ in range(nout)])
        for nin, nout in itertools.pairwise(sizes)
    ]
    X = [[rng.uniform(-1, 1) for _ in range(sizes[0])] for _ in range(5)]
    y = [rng.uniform(-1, 1) for _ in range(5)]
    h = torch.tensor(X, dtype=torch.float64)
    for i, layer in enumerate(layers):
        h = h @ layer[:, :-1].T + layer[:, -1]
        h = h if i == len(layers) - 1 else getattr(h, activation)()
    loss = torch.nn.functional.mse_loss(h[:, 0], torch.tensor(y, dtype=torch.float64))
    loss.backward()
    return {
        "activation": activation,
        "sizes": list(sizes),
        "parameters": [p for layer in layers for p in layer.flatten().tolist()],
        "X": X,
        "y": y,
        "scores": h[:, 0].tolist(),
        "loss": loss.item(),
        "grads": [g for layer in layers for g in layer.grad.flatten().tolist()],
    }


def record_three():
    """The loss, its gradients, the three numbers after one step of SGD, and the loss there."""
    numbers = [scalar(x) for x in THREE]
    optimiser = torch.optim.SGD(numbers, lr=RATE)

    def loss():
        w1, w2, b = numbers
        return sum(((w1 * x1 + w2 * x2 + b).tanh() - t) ** 2 for x1, x2, t in POINTS) / len(POINTS)

    before = loss()
    before.backward()
    optimiser.step()
    grads = [p.grad.item() for p in numbers]
    after = [p.item() for p in numbers]
    return {"start": THREE, "lr": RATE, "loss": before.item(), "grads": grads, "stepped": after, "then": loss().item()}


def record():
    return {
        "expressions": [record_expression(*e) for e in EXPRESSIONS],
        "optimisers": [record_optimiser(*o) for o in OPTIMISERS],
        "losses": [record_loss(*case) for case in LOSSES],
        "networks": [record_network(a) for a in ("relu", "tanh", "sigmoid")],
        "three": record_three(),
    }


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("pytorch.json")
    target.write_text(json.dumps(record(), indent=1) + "\n", encoding="utf-8")
