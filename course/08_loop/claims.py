"""What lesson 8 says of many starts: the loop with zero_grad and without, and weights that start equal."""

from functools import cache

import numpy as np

from micrograd_lab import Value, datasets, losses, nn, replay
from micrograd_lab.authoring.claims import claim
from micrograd_lab.experiments.loop import Loop

LOW, HIGH, STEPS = 0.01, 1.0, 60
EQUAL, HIDDEN = 0.1, [16, 16]


@cache
def last_loss(seed, lr, forget):
    """The hinge loss on 100 points of moons after STEPS of 2-8-8-1; with `forget` nothing empties the gradients."""
    model, run = recorded(nn.MLP(2, [8, 8, 1], seed=seed), datasets.moons(100, noise=0.1, seed=1))
    train(model, run, lr, STEPS, forget)
    return float(np.mean(run()))


def recorded(model, data):
    """The model, and a function that runs it on the data and gives the loss of each point."""
    leaves = [Value(1.0), Value(0.0), Value(0.0)]
    loss = replay.record(losses.hinge([model(leaves[1:])], leaves[:1]), leaves, model.parameters())

    def run(backward=False):
        found = loss.forward(data.y, *data.X.T)
        if not backward:
            return found
        loss.backward()
        return loss.parameter_grads

    return model, run


def train(model, run, lr, steps, forget=False):
    """Plain gradient descent, the mean of all points at each step."""
    grads = 0.0
    for _ in range(steps):
        grads = (grads if forget else 0.0) + run(backward=True)
        for p, by in zip(model.parameters(), lr * grads, strict=True):
            p.data -= float(by)


@claim("At this small rate, 0.01, the loop without zero_grad ends lower in 27 of 30 starts", exactly=27)
def without_zero_grad_lower_at_a_low_rate(seed):
    return last_loss(seed, LOW, True) < last_loss(seed, LOW, False)


@claim("at a rate of 1 the same sums are fatal: the loop without zero_grad ends higher in all 30", exactly=30)
def without_zero_grad_higher_at_a_high_rate(seed):
    return last_loss(seed, HIGH, True) > last_loss(seed, HIGH, False)


@cache
def from_equal_weights(seed):
    """(Share of 100 points that are right, whether the units of each layer are still equal), after 100 steps."""
    data, model = datasets.moons(100, noise=0.1, seed=seed), nn.MLP(2, [*HIDDEN, 1], seed=seed)
    for layer in model.layers:
        for w in (w for neuron in layer.neurons for w in neuron.w):
            w.data = EQUAL
    train(*recorded(model, data), HIGH, 100)
    right = [(model([float(x) for x in point]).data > 0) == (y > 0) for point, y in zip(data.X, data.y, strict=True)]
    copies = [len({tuple(p.data for p in neuron.parameters()) for neuron in layer.neurons}) for layer in model.layers]
    return sum(right) / len(right), copies == [1] * len(copies)


@claim("and some 87 of 100 points are right", close=(0.87, 0.01))
def share_right_from_equal_weights(seed):
    return from_equal_weights(seed)[0]


@claim("they stay copies of each other, in 30 of 30 tries", exactly=30)
def equal_weights_stay_equal(seed):
    return from_equal_weights(seed)[1]


@claim("no parameter moves, in 30 of 30 starts", exactly=30)
def nothing_moves_where_zero_stands_after_backward(seed):
    loop = Loop(0.2, seed)
    for _ in range(12):
        for name in ("forward", "backward", "zero", "update"):
            loop.press(name)
    return bool((loop.data[0] == loop.data[-1]).all())
