"""Steps of training on whole arrays: stretches that pass through the same arrays, ReLUs written over their operands."""

from array import array
from random import Random

import numpy as np
import pytest

from micrograd_lab import Value, nn, optim
from micrograd_lab.replay import record
from micrograd_lab.replay.arrays import room, training
from micrograd_lab.replay.arrays.machine import Machine
from micrograd_lab.replay.plan import Plan

from .test_tape_training import KINDS, NUMBERS, program_of, started, state, trained_plainly

OPS = ("ReLU", "matrix", "ReLU", "sum", "*", "+", "ReLU", "tanh", "lookup")
RATES = [0.1 / (1 + n) for n in range(6)]


def stretches_of(samples, made, monkeypatch):
    monkeypatch.setattr(room, "STRETCH", samples * made.program.heights[True] - 1)


@pytest.mark.parametrize(("name", "numbers"), KINDS)
@pytest.mark.parametrize(("samples", "length"), [(1, 1), (9, 9), (9, 3), (20, 7), (21, 1)])
def test_steps_are_those_of_optim_in_stretches_of_any_length(name, numbers, samples, length, monkeypatch):
    for nth in range(4):
        made = program_of(samples, nth, OPS)
        stretches_of(length, made, monkeypatch)
        for trained in {len(made.parameters), max(1, len(made.parameters) - 2)}:
            machine = started(made, samples, Machine)
            plan = Plan(
                6, trained, name, numbers, state(name, trained), 0, array("d", RATES), watch=(made.program.root,)
            )
            ran = machine.run(plan)
            parameters, means = trained_plainly(made, name, numbers, RATES, trained)
            assert list(machine.parameters) == pytest.approx(parameters, rel=1e-9, abs=1e-9)
            assert list(ran.watched) == pytest.approx(means, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize(("lanes", "length"), [(1, 4), (7, 7), (7, 3), (10, 4)])
def test_batches_are_the_samples_that_the_order_names(lanes, length, monkeypatch):
    made, random = program_of(30, 0, OPS), Random(5)
    stretches_of(length, made, monkeypatch)
    batches = [[random.randrange(30) for _ in range(lanes)] for _ in range(6)]
    order, columns = array("q", [n for batch in batches for n in batch]), tuple(array("d", c) for c in made.columns)
    machine, trained, watch = started(made, 30, Machine), len(made.parameters), (made.program.root,)
    kept, rates = state("Adam", trained), array("d", RATES)
    ran = machine.run(Plan(6, trained, "Adam", NUMBERS["Adam"][0], kept, 0, rates, columns, order, lanes, watch))
    parameters, means = trained_plainly(made, "Adam", NUMBERS["Adam"][0], RATES, trained, batches)
    assert list(machine.parameters) == pytest.approx(parameters, rel=1e-9, abs=1e-9)
    assert list(ran.watched) == pytest.approx(means, rel=1e-9, abs=1e-9)


def network(samples=40):
    model, x = nn.MLP(2, [5, 4, 1], seed=3), [Value(0.0), Value(0.0)]
    recording, columns = record(model(x) ** 2, x, model.parameters(), machine="arrays"), points(samples)
    machine = recording.started(samples)
    machine.load(list(columns))
    machine.parameters[:] = [p.data for p in model.parameters()]
    machine.forward()
    return recording, machine, model


def points(samples):
    return np.random.default_rng(2).normal(size=(2, samples))


def trained_eagerly(model, columns, steps, lr):
    optimizer = optim.SGD(model.parameters(), lr)
    for _ in range(steps):
        optimizer.zero_grad()
        loss = sum(model([Value(a), Value(b)]) ** 2 for a, b in columns.T) / columns.shape[1]
        loss.backward()
        optimizer.step()
    return [p.data for p in model.parameters()]


@pytest.mark.parametrize("length", [40, 15, 8])
def test_a_network_trains_in_place_and_nobody_else_notices(length, monkeypatch):
    height = network()[0].program.heights[True]
    monkeypatch.setattr(room, "STRETCH", length * height - 1)
    recording, machine, model = network()
    inner = training._in_place(recording.program, frozenset())
    assert [group.operands[0] == group.result for group in inner.groups if group.op == "ReLU"] == [True] * 2
    before = [machine.data(True, row) for row in range(height)]
    count = recording.program.parameters
    machine.run(Plan(3, count, "SGD", (0.0, 0.0), state("SGD", count), 0, array("d", [0.05] * 3)))
    assert list(machine.parameters) == pytest.approx(trained_eagerly(model, points(40), 3, 0.05), rel=1e-12)
    for row, data in enumerate(before):
        assert np.array_equal(machine.data(True, row), data)


def test_what_is_watched_stays_what_it_is():
    recording, machine, _ = network()
    (relu,) = [group for group in recording.program.groups if group.op == "ReLU"][:1]
    row = relu.operands[0].index[0]  # before it is bent
    mean, count = machine.data(True, row).mean(), recording.program.parameters
    watch = ((True, row), (True, relu.result.index[0]))
    ran = machine.run(Plan(1, count, "SGD", (0.0, 0.0), state("SGD", count), 0, array("d", [0.0]), watch=watch))
    assert ran.watched[0] == pytest.approx(mean, rel=1e-14)
    assert ran.watched[0] < ran.watched[1]


def test_a_relu_whose_operand_somebody_else_reads_is_not_written_over_it():
    x, w = Value(0.0), Value(0.7)
    before = w * x
    recording = record(before.relu() + before * before, [x], [w], machine="arrays")
    inner = training._in_place(recording.program, frozenset())
    assert inner == recording.program
    columns = np.array([[-1.0, 2.0, 0.5]])
    machine = recording.started(3)
    machine.load(list(columns))
    machine.parameters[0] = 0.7
    machine.run(Plan(1, 1, "SGD", (0.0, 0.0), state("SGD", 1), 0, array("d", [1.0])))
    slope = sum(x * (w.data * x > 0) + 2 * w.data * x * x for x in columns[0]) / 3
    assert machine.parameters[0] == pytest.approx(0.7 - slope, rel=1e-14)
