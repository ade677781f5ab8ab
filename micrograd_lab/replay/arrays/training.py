"""Steps of training on whole arrays, in place: the formulas are those of optim.py."""

from collections import Counter
from functools import partial

import numpy as np

from ..plan import Ran
from .room import Room


def ran(machine, plan):
    """What became of the plan's steps on this machine."""
    if plan.columns is not None:
        machine.allot(plan.lanes)
        order, chosen = np.asarray(plan.order).reshape(plan.steps, plan.lanes), np.empty(plan.lanes, np.int64)
        columns = np.array([np.asarray(c) for c in plan.columns])
    else:
        order, chosen = None, None
        columns = np.concatenate([data[: machine.program.inputs] for _, data, _ in machine.room.stretches], axis=1)
    room = _room(machine, plan.watch)
    watched = np.zeros((plan.steps, len(plan.watch)))
    calls, means = _one_step(room, columns, chosen, plan)
    p, g = machine.parameters[: plan.trained], machine.single_grad[: plan.trained, 0]
    state = [np.asarray(s) for s in plan.state]
    move = {"SGD": _sgd, "Adam": _adam}[plan.optimizer](p, g, state, plan.numbers)
    rates = np.asarray(plan.rates, dtype=float).tolist()
    for n in range(plan.steps):
        if order is not None:
            chosen[:] = order[n]
        for call in calls:
            call()
        for k, mean in enumerate(means):
            watched[n, k] = mean()
        move(rates[n], plan.count + n + 1, n + 1 == plan.steps)
    return Ran(watched.reshape(-1), plan.count + plan.steps)


def _room(machine, watch):
    """One in which the samples pass: a stretch at a time forwards and backwards, in the same arrays."""
    kept = frozenset(watch)
    if kept not in machine.room.training:
        program = _in_place(machine.program, kept)
        machine.room.training[kept] = Room(program, (machine.single, machine.single_grad), machine.room.samples, True)
    return machine.room.training[kept]


def _in_place(program, kept):
    """The same with each ReLU written over what it is taken of, where nobody else reads that: half the numbers.

    Its slope follows from its result, so that backwards one gradient can be written over the other too.
    """
    groups = program.groups
    readers = Counter(place for group in groups for rows in group.operands for place in _places(rows))
    made = {place for group in groups for place in _places(group.result)}
    free = {place for place in made - kept - {tuple(program.root)} if readers[place] == 1}
    over = {}
    for group in groups:
        if group.op == "ReLU" and group.result.many and free.issuperset(_places(group.operands[0])):
            over |= zip(_places(group.operands[0]), group.result.index, strict=True)

    def moved(rows):
        return rows._replace(index=tuple(over.get(place, place[1]) for place in _places(rows)))

    return program._replace(
        groups=tuple(g._replace(result=moved(g.result), operands=tuple(map(moved, g.operands))) for g in groups)
    )


def _places(rows):
    return [(rows.many, row) for row in rows.index]


def _one_step(room, columns, chosen, plan):
    """The calls of a step before its update, and for each watched row one that gives its mean over the samples."""
    first, each, last = room.way_back(plan.trained)
    calls, sums = [*room.alone, *first], np.zeros((len(plan.watch), len(room.stretches)))
    single = [room.single[row] if not many else None for many, row in plan.watch]
    for n, (some, data, _) in enumerate(room.stretches):
        inputs = data[: len(columns)]
        if chosen is not None:
            calls.append(partial(columns.take, chosen[some], axis=1, out=inputs, mode="clip"))
        elif len(room.stretches) > 1:
            calls.append(partial(np.copyto, inputs, np.ascontiguousarray(columns[:, some])))
        else:
            inputs[:] = columns
        calls += room.forwards[n]
        for k, (many, row) in enumerate(plan.watch):
            if many:
                calls.append(partial(np.add.reduce, data[row], out=sums[k, n : n + 1].reshape(())))
        calls += each[n]
    means = [partial(_mean, s, room.samples) if one is None else one.item for s, one in zip(sums, single, strict=True)]
    return calls + last, means


def _mean(sums, samples):
    return sum(sums.tolist(), 0.0) / samples


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
