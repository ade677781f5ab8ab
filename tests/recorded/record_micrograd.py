"""Write micrograd.json: what karpathy/micrograd computes, from the lines of its README and its demo notebook.

Run `python tests/recorded/record_micrograd.py` where its package is installed (`pip install micrograd`);
an argument names another file. The tests run this very script with "micrograd." replaced by "micrograd_lab.".
"""

import json
import random
import sys
from pathlib import Path

import numpy as np
from micrograd.engine import Value
from micrograd.nn import MLP, Layer, Neuron
from sklearn.datasets import make_moons


def readme():
    a = Value(-4.0)
    b = Value(2.0)
    c = a + b
    d = a * b + b**3
    c += c + 1
    c += 1 + c + (-a)
    d += d * 2 + (b + a).relu()
    d += 3 * d + (b - a).relu()
    e = c - d
    f = e**2
    g = f / 2.0
    g += 10.0 / f
    g.backward()
    return [g.data, a.grad, b.grad]


def networks():
    random.seed(42)
    x = [Value(0.5), Value(-1.5), Value(2.0)]
    neuron, straight = Neuron(3), Neuron(3, nonlin=False)
    layer, single = Layer(3, 2), Layer(3, 1, nonlin=False)
    model = MLP(3, [4, 4, 1])
    out = model(x) + straight(x) + neuron(x) + single(x) * sum(layer(x))
    out.backward()
    parts = [neuron, straight, layer, single, model]
    return {
        "reprs": [repr(part) for part in parts],
        "counts": [len(part.parameters()) for part in parts],
        "data": [p.data for part in parts for p in part.parameters()],
        "grads": [p.grad for part in parts for p in part.parameters()] + [i.grad for i in x],
        "output": out.data,
    }


def demo(steps=3):
    np.random.seed(1337)
    random.seed(1337)
    X, y = make_moons(n_samples=100, noise=0.1)
    y = y * 2 - 1
    model = MLP(2, [16, 16, 1])

    def loss():
        inputs = [list(map(Value, xrow)) for xrow in X]
        scores = list(map(model, inputs))
        losses = [(1 + -yi * scorei).relu() for yi, scorei in zip(y, scores, strict=True)]
        data_loss = sum(losses) * (1.0 / len(losses))
        alpha = 1e-4
        reg_loss = alpha * sum(p * p for p in model.parameters())
        accuracy = [(yi > 0) == (scorei.data > 0) for yi, scorei in zip(y, scores, strict=True)]
        return data_loss + reg_loss, sum(accuracy) / len(accuracy)

    history = []
    for k in range(steps):
        total_loss, acc = loss()
        model.zero_grad()
        total_loss.backward()
        learning_rate = 1.0 - 0.9 * k / 100
        for p in model.parameters():
            p.data -= learning_rate * p.grad
        history.append([float(total_loss.data), float(acc)])
    return {
        "parameters": len(model.parameters()),
        "history": history,
        "first": [float(p.data) for p in model.parameters()[:10]],
        "last": float(model.parameters()[-1].data),
        "sum of squares": float(sum(p.data**2 for p in model.parameters())),
    }


def record():
    return {"readme": readme(), "networks": networks(), "demo": demo()}


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("micrograd.json")
    target.write_text(json.dumps(record(), indent=1) + "\n", encoding="utf-8")
