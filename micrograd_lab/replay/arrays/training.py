"""Steps of training on whole arrays, in place: the formulas are those of optim.py."""

from functools import partial

import numpy as np

from ..plan import Ran


def ran(machine, plan):
    """What became of the plan's steps on this machine."""
    columns = None if plan.columns is None else np.array([np.asarray(c) for c in plan.columns])
    if columns is not None:
        machine.allot(plan.lanes)
        order = np.asarray(plan.order).reshape(plan.steps, plan.lanes)
    forward, backward = machine.room.forwards, machine.room.way_back(plan.trained)
    p, g = machine.parameters[: plan.trained], machine.single_grad[: plan.trained, 0]
    state = [np.asarray(s) for s in plan.state]
    move = {"SGD": _sgd, "Adam": _adam}[plan.optimizer](p, g, state, plan.numbers)
    rates, watched = np.asarray(plan.rates, dtype=float).tolist(), np.zeros((plan.steps, len(plan.watch)))
    watches = [_mean(machine, many, row) for many, row in plan.watch]
    for n in range(plan.steps):
        if columns is not None:
            for some, data, _ in machine.room.stretches:
                columns.take(order[n, some], axis=1, out=data[: len(columns)], mode="clip")
        for call in forward:
            call()
        for k, mean in enumerate(watches):
            watched[n, k] = mean()
        for call in backward:
            call()
        move(rates[n], plan.count + n + 1, n + 1 == plan.steps)
    return Ran(watched.reshape(-1), plan.count + plan.steps)


def _mean(machine, many, row):
    if not many:
        return lambda: machine.single[row, 0]
    samples = machine.room.samples
    sums = [partial(np.add.reduce, data[row]) for _, data, _ in machine.room.stretches]
    if len(sums) == 1:
        return lambda: (0.0 + sums[0]()) / samples
    return lambda: sum(total() for total in sums) / samples


def _sgd(p, g, state, numbers):
    (velocity,), (momentum, decay) = state, numbers
    change = np.empty_like(p)

    def move(lr, step, last):
        if momentum or decay:
            np.multiply(velocity, momentum, velocity)
            np.add(velocity, g, velocity)
            np.multiply(p, decay, change)
            np.add(velocity, change, velocity)
        elif last:  # without either the velocity is the gradient
            np.copyto(velocity, g)
        np.multiply(velocity if momentum or decay else g, lr, change)
        np.subtract(p, change, p)

    return move


def _adam(p, g, state, numbers):
    (m, v), (b1, b2, eps, decay) = state, numbers
    one, other = np.empty_like(p), np.empty_like(p)

    def move(lr, step, last):
        np.multiply(p, decay, out=one)
        np.add(g, one, out=one)
        np.multiply(m, b1, out=m)
        np.multiply(one, 1 - b1, out=other)
        np.add(m, other, out=m)
        np.multiply(v, b2, out=v)
        np.multiply(one, 1 - b2, out=other)
        np.multiply(other, one, out=other)
        np.add(v, other, out=v)
        np.divide(v, 1 - b2**step, out=other)
        np.sqrt(other, out=other)
        np.add(other, eps, out=other)
        np.divide(m, 1 - b1**step, out=one)
        np.multiply(one, lr, out=one)
        np.divide(one, other, out=one)
        np.subtract(p, one, out=p)

    return move
