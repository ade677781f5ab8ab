"""The benchmark's workloads on scalar engines, and on micrograd_lab's recordings of their graphs."""

import gc
import math
import random
import sys
import tracemalloc
from collections.abc import Callable
from contextlib import contextmanager, nullcontext
from functools import cache
from typing import NamedTuple

DEEP = 1_000_000


class Job(NamedTuple):
    """`check` gives numbers that all contenders must agree on; `step` is timed, and does this `share` of the work."""

    check: Callable
    step: Callable | None = None
    share: float = 1.0


class Eager:
    """An engine that builds its graph anew in each step."""

    def __init__(self, engine, collector="on"):
        self.Value, self.MLP, self.Neuron = ENGINES[engine]()
        self.leaf, self.number = self.Value, float
        if engine == "minigrad":
            # It reads a plain number as if it were a Value, and each leaf that is freed takes a reference from None,
            # until Python stops: so every number is a Value, made once and kept.
            self.leaf = self.number = cache(self.Value)
        self.around = self.within = nullcontext
        self.finish = lambda: None
        if collector == "paused":
            from micrograd_lab.replay import collector_paused

            self.around = collector_paused  # around the whole loop: there are no cycles to collect
        elif collector == "once a step":
            self.within, self.finish = collector_off, gc.collect

    def training(self, problem):
        model, loss = self.learner(problem)
        parameters = model.parameters()

        def gradients():
            total = loss()
            model.zero_grad()
            total.backward()
            return total.data

        def step():
            with self.within():
                gradients()
                for p in parameters:
                    p.data -= problem["lr"] * p.grad
            self.finish()

        return Job(lambda: [gradients(), *(p.grad for p in parameters)], step)

    def learner(self, problem):
        """The model at its start, and a function that builds its loss as micrograd's demo notebook does."""
        sys.setrecursionlimit(DEEP)  # micrograd visits its graph by recursion; a sum of n terms is n deep
        hidden = problem["hidden"]
        if problem["model"] == "MLP":
            model = self.MLP(2, [hidden, hidden, 1])
        else:
            model = Residual([self.Value(0.0) for _ in problem["start"]], hidden, problem["model"])
        for p, data in zip(model.parameters(), problem["start"], strict=True):
            p.data = data

        def loss():
            number = self.number
            scores = [model([self.leaf(x) for x in row]) for row in problem["X"]]
            if problem["loss"] == "hinge":
                terms = [(number(1) + number(-y) * s).relu() for y, s in zip(problem["y"], scores, strict=True)]
            else:
                terms = [(s - y) ** 2 for y, s in zip(problem["y"], scores, strict=True)]
            penalty = number(problem["alpha"]) * sum((p * p for p in model.parameters()), number(0))
            return sum(terms, number(0)) * number(1 / len(terms)) + penalty

        return model, loss

    def notebook(self, problem):
        """micrograd's demo notebook, its import replaced and nothing else."""
        import numpy as np
        from sklearn.datasets import make_moons

        Value, MLP = self.Value, self.MLP
        losses, accuracies = [], []

        def run():
            np.random.seed(1337)
            random.seed(1337)
            X, y = make_moons(n_samples=100, noise=0.1)
            y = y * 2 - 1
            model = MLP(2, [16, 16, 1])

            def loss():
                inputs = [list(map(Value, xrow)) for xrow in X]
                scores = list(map(model, inputs))
                losses = [(1 + -yi * scorei).relu() for yi, scorei in zip(y, scores)]  # noqa: B905 (as there)
                data_loss = sum(losses) * (1.0 / len(losses))
                alpha = 1e-4
                reg_loss = alpha * sum((p * p for p in model.parameters()))  # noqa: UP034 (as there)
                total_loss = data_loss + reg_loss
                accuracy = [(yi > 0) == (scorei.data > 0) for yi, scorei in zip(y, scores)]  # noqa: B905 (as there)
                return total_loss, sum(accuracy) / len(accuracy)

            for k in range(100):
                with self.within():
                    total_loss, acc = loss()
                    model.zero_grad()
                    total_loss.backward()
                    learning_rate = 1.0 - 0.9 * k / 100
                    for p in model.parameters():
                        p.data -= learning_rate * p.grad
                self.finish()
                losses.append(float(total_loss.data))
                accuracies.append(float(acc))
                yield

        steps = run()

        def part():
            for _ in range(100 // problem["slices"]):
                next(steps)

        return Job(lambda: [losses[0], losses[-1], accuracies[-1]], part, 1 / problem["slices"])

    def field(self, problem):
        model, _ = self.learner(problem)
        points, scores = iter(problem["points"]), []

        def part():
            rows = [next(points) for _ in range(len(problem["points"]) // problem["slices"])]
            inputs = [list(map(self.leaf, row)) for row in rows]
            scores.extend(s.data for s in map(model, inputs))
            self.finish()

        return Job(lambda: scores, part, 1 / problem["slices"])

    def neuron(self, problem):
        neuron = self.Neuron(3)
        for p, data in zip(neuron.parameters(), problem["start"], strict=True):
            p.data = data
        x = [self.Value(data) for data in problem["x"]]

        def step():
            y = neuron(x)
            y.backward()
            return y.data

        def check():
            neuron.zero_grad()
            return [step(), *(p.grad for p in neuron.parameters())]

        return Job(check, step)

    def chain(self, problem):
        x, a, b = self.Value(0.5), self.Value(0.999), self.Value(0.001)

        def step():
            y = x
            for _ in range(problem["operations"] // 2):
                y = y * a + b
            y.backward()
            return y.data

        def check():
            x.grad = a.grad = b.grad = 0.0
            return [step(), x.grad, a.grad, b.grad]

        return Job(check, step)

    def memory(self, problem):
        """Bytes of the graph of a loss after backward(), and its nodes (0 if the engine does not show them)."""
        _, loss = self.learner(problem)

        def check():
            loss().backward()
            gc.collect()
            tracemalloc.start()
            total = loss()
            total.backward()
            gc.collect()
            return [tracemalloc.get_traced_memory()[0], _count(total)]

        return Job(check)


class Whole:
    """micrograd_lab: the graph of a whole step, all samples in it, recorded and replayed."""

    def __init__(self):
        from micrograd_lab.replay import record

        self.eager, self.around, self.recorder = Eager("micrograd_lab"), nullcontext, record

    def record(self, problem):
        model, loss = self.eager.learner(problem)
        return self.recorder(loss(), parameters=model.parameters())

    def training(self, problem):
        replay = self.record(problem)

        def step(lr=problem["lr"]):
            loss = replay.forward()
            replay.backward()
            for p, grad in zip(replay.parameters, replay.parameter_grads.tolist(), strict=True):
                p.data -= lr * grad
            return loss

        return Job(lambda: [step(0.0), *replay.parameter_grads], step)

    def recording(self, problem):
        return Job(lambda: [], lambda: self.record(problem))

    def notebook(self, problem):
        losses = []

        def run():
            step = self.training(problem).step
            losses[:] = [step(1.0 - 0.9 * k / 100) for k in range(100)]

        return Job(lambda: [losses[0], losses[-1], None], run)


class Batched:
    """micrograd_lab: the graph of one sample, recorded and replayed on all of them."""

    def __init__(self):
        import numpy as np

        import micrograd_lab as lab

        self.eager, self.around, self.np, self.lab = Eager("micrograd_lab"), nullcontext, np, lab

    def learn(self, problem):
        lab, array = self.lab, self.np.array
        model, _ = self.eager.learner(problem)
        data = lab.datasets.Dataset(array(problem["X"]), array(problem["y"]))
        loss = lab.losses.hinge if problem["loss"] == "hinge" else lab.losses.mean_squared_error
        optimizer = lab.optim.SGD(model.parameters(), problem["lr"])
        return lab.steps.Training(model, data, optimizer, loss, problem["alpha"])

    def training(self, problem):
        training = self.learn(problem)

        def check():
            loss = training.measure().loss
            training.replay.backward()
            return [loss, *training.replay.parameter_grads[: len(problem["start"])]]  # then the penalty's strength

        return Job(check, lambda: next(training))

    def recording(self, problem):
        self.learn(problem)  # lazy imports
        return Job(lambda: [], lambda: self.learn(problem))

    def notebook(self, problem):
        seen = []
        self.learn(problem)  # lazy imports

        def run():
            training = self.learn(problem)
            seen.clear()
            for k in range(100):
                training.optimizer.lr = 1.0 - 0.9 * k / 100
                seen.append(next(training))

        return Job(lambda: [seen[0].loss, seen[-1].loss, seen[-1].accuracy], run)

    def field(self, problem):
        points = self.np.array(problem["points"])
        field = self.lab.replay.Field(self.eager.learner(problem)[0], 2)
        return Job(lambda: list(field(points)), lambda: field(points))


class Residual:
    """A model that no engine has a special case for: the inputs' product as a third one, and a layer around itself."""

    def __init__(self, parameters, hidden, squash):
        self.numbers, self.hidden, self.squash = parameters, hidden, squash

    def __call__(self, x):
        numbers = iter(self.numbers)
        h = [self.squashed(z) for z in _layer(numbers, [*x, x[0] * x[1]], self.hidden)]
        h = [hi + self.squashed(z) for hi, z in zip(h, _layer(numbers, h, self.hidden), strict=True)]
        return _layer(numbers, h, 1)[0]

    def squashed(self, z):
        return z.tanh() if self.squash == "tanh" else z * (z * z + 1) ** -0.5

    def parameters(self):
        return self.numbers

    def zero_grad(self):
        for p in self.numbers:
            p.grad = 0.0


class Value:
    """Slots, and children and local gradients as tuples: the design of Karpathy's microgpt, written anew."""

    __slots__ = ("children", "data", "grad", "locals")

    def __init__(self, data, children=(), locals=()):
        self.data, self.grad, self.children, self.locals = data, 0, children, locals

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, (self, other), (1, 1))

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, k):
        return Value(self.data**k, (self,), (k * self.data ** (k - 1),))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t * t,))

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def relu(self):
        return Value(max(0, self.data), (self,), (float(self.data > 0),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -other

    __radd__, __rmul__ = __add__, __mul__

    def backward(self):
        order, seen = [], set()

        def visit(v):
            if v not in seen:
                seen.add(v)
                for child in v.children:
                    visit(child)
                order.append(v)

        visit(self)
        self.grad = 1
        for v in reversed(order):
            for child, local in zip(v.children, v.locals):  # noqa: B905 (strict costs time)
                child.grad += local * v.grad


def _micrograd():
    from micrograd import nn
    from micrograd.engine import Value

    return Value, nn.MLP, nn.Neuron


def _microgpt():
    import micrograd.engine

    micrograd.engine.Value = Value  # microgpt has no neurons: micrograd's, on this Value
    return _micrograd()


def _minigrad():
    from minigrad import nn
    from minigrad.engine import Value

    return Value, nn.MLP, nn.Neuron


def _micrograd_lab():
    from micrograd_lab import Value, nn

    return Value, nn.MLP, nn.Neuron


ENGINES = {"micrograd": _micrograd, "microgpt": _microgpt, "minigrad": _minigrad, "micrograd_lab": _micrograd_lab}


def _layer(numbers, x, width):
    scores = []
    for _ in range(width):
        weights = [next(numbers) for _ in x]
        scores.append(sum((w * xi for w, xi in zip(weights, x, strict=True)), next(numbers)))
    return scores


def _count(root):
    seen, found = {root}, [root]
    for v in found:  # grows while it is read
        for child in getattr(v, "_prev", None) or getattr(v, "children", ()):
            if child not in seen:
                seen.add(child)
                found.append(child)
    return len(found) if len(found) > 1 else 0


@contextmanager
def collector_off():
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
