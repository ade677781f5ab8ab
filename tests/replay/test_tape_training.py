"""Steps of training on the tape: the optimisers' formulas, batches by order, watched means, pieces of a run."""

from array import array
from random import Random

import numpy as np
import pytest

from micrograd_lab import optim
from micrograd_lab.replay.plan import Plan
from micrograd_lab.replay.program import Group, Program, Rows, check
from micrograd_lab.replay.tape import layout
from micrograd_lab.replay.tape.machine import Machine

from . import plainly

NUMBERS = {"SGD": [(0.0, 0.0), (0.9, 0.01)], "Adam": [(0.9, 0.999, 1e-8, 0.0), (0.85, 0.99, 1e-6, 0.02)]}
KINDS = [(name, numbers) for name, some in NUMBERS.items() for numbers in some]


class Parameter:
    def __init__(self, data):
        self.data, self.grad = data, 0.0


OPS = ("tanh", "matrix", "sum", "*", "+", "lookup", "sigmoid")


def program_of(samples, nth=0, ops=OPS):
    """The nth random program whose first parameter, and most of the others, have a gradient."""
    found, seed = -1, 0
    while found < nth:
        seed += 1
        made = plainly.Made(seed, 7, samples, ops=ops)
        grads, _ = plainly.backward(made.program, made.data)
        by_parameter = [grad for (grad,) in grads[False][: len(made.parameters)]]
        found += by_parameter[0] != 0 and sum(map(bool, by_parameter)) > len(by_parameter) / 2
    return made


def trained_plainly(made, name, numbers, rates, trained, batches=None):
    """Parameters and root's mean of each step, by optim.py and the plain run."""
    parameters = [Parameter(x) for x in made.parameters]
    names = ("momentum", "weight_decay") if name == "SGD" else ("b1", "b2", "eps", "weight_decay")
    settings = dict(zip(names, numbers, strict=True))
    if name == "Adam":
        settings["betas"] = settings.pop("b1"), settings.pop("b2")
    optimizer, means = getattr(optim, name)(parameters[:trained], **settings), []
    many, root = made.program.root
    for step, rate in enumerate(rates):
        columns = made.columns
        if batches is not None:
            columns = [[column[n] for n in batches[step]] for column in columns]
        data = plainly.forward(made.program, [p.data for p in parameters], columns)
        grads, _ = plainly.backward(made.program, data)
        means.append(sum(data[many][root]) / len(data[many][root]))
        for p, (grad,) in zip(parameters, grads[0], strict=False):
            p.grad = grad
        optimizer.lr = rate
        optimizer.step()
    return [p.data for p in parameters], means


def started(made, samples, machine_of=Machine):
    machine = machine_of(made.program)
    machine.allot(samples)
    machine.load([array("d", column[:samples]) for column in made.columns])
    machine.parameters[:] = array("d", made.parameters)
    return machine


def state(name, trained):
    return tuple(array("d", bytes(8 * trained)) for _ in range(1 if name == "SGD" else 2))


@pytest.mark.parametrize(("name", "numbers"), KINDS)
@pytest.mark.parametrize("samples", [1, 9, 20])
def test_steps_are_those_of_optim(name, numbers, samples):
    for nth in range(3):
        made = program_of(samples, nth)
        rates = [0.1 / (1 + n) for n in range(6)]
        for trained in {len(made.parameters), max(1, len(made.parameters) - 2)}:
            machine = started(made, samples)
            watch = (made.program.root,)
            ran = machine.run(Plan(6, trained, name, numbers, state(name, trained), 0, array("d", rates), watch=watch))
            parameters, means = trained_plainly(made, name, numbers, rates, trained)
            assert list(machine.parameters) == pytest.approx(parameters, rel=1e-9, abs=1e-9)
            assert list(ran.watched) == pytest.approx(means, rel=1e-9, abs=1e-9)
            assert ran.count == 6


@pytest.mark.parametrize("lanes", [1, 4, 7])
@pytest.mark.parametrize("room", [2**15, 2000])
def test_batches_are_the_samples_that_the_order_names(lanes, room, monkeypatch):
    monkeypatch.setattr(layout, "ROOM", room)
    monkeypatch.setattr(layout, "LEAST", 1)
    made, random = program_of(30), Random(5)
    batches = [[random.randrange(30) for _ in range(lanes)] for _ in range(10)]
    trained = len(made.parameters)
    machine = started(made, 30)
    order = array("q", [n for batch in batches for n in batch])
    columns = tuple(array("d", column) for column in made.columns)
    kept, rates, watch = state("Adam", trained), array("d", [0.05] * 10), (made.program.root,)
    ran = machine.run(Plan(10, trained, "Adam", NUMBERS["Adam"][0], kept, 0, rates, columns, order, lanes, watch))
    parameters, means = trained_plainly(made, "Adam", NUMBERS["Adam"][0], [0.05] * 10, trained, batches)
    assert list(machine.parameters) == pytest.approx(parameters, rel=1e-9, abs=1e-9)
    assert list(ran.watched) == pytest.approx(means, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize(("name", "numbers"), KINDS)
def test_a_run_in_pieces_is_the_run_to_the_last_digit(name, numbers):
    made = program_of(9)
    trained, rates, watch = len(made.parameters), [0.1 / (1 + n) for n in range(12)], (made.program.root, (False, 0))
    whole, pieces = started(made, 9), started(made, 9)
    kept = state(name, trained)
    ran = whole.run(Plan(12, trained, name, numbers, kept, 0, array("d", rates), watch=watch))
    some, count, watched = state(name, trained), 0, []
    for start, stop in ((0, 1), (1, 5), (5, 12)):
        piece = pieces.run(
            Plan(stop - start, trained, name, numbers, some, count, array("d", rates[start:stop]), watch=watch)
        )
        watched += piece.watched
        count = piece.count
    assert list(pieces.parameters) == list(whole.parameters)
    assert (watched, count, some) == (list(ran.watched), 12, kept)


def test_a_step_of_a_run_is_forward_and_backward_to_the_last_digit():
    made = program_of(9)
    trained = len(made.parameters)
    ran, stepped = started(made, 9), started(made, 9)
    ran.run(Plan(1, trained, "SGD", (0.0, 0.0), state("SGD", trained), 0, array("d", [0.5])))
    stepped.forward()
    stepped.backward()
    moved = [x - 0.5 * g for x, g in zip(stepped.parameters, stepped.parameter_grads, strict=True)]
    assert list(ran.parameters) == moved


def test_a_parameter_that_is_not_trained_stays():
    made = program_of(9)
    machine = started(made, 9)
    machine.run(Plan(3, 1, "Adam", NUMBERS["Adam"][0], state("Adam", 1), 0, array("d", [0.5] * 3)))
    assert machine.parameters[0] != made.parameters[0]
    assert list(machine.parameters[1:]) == made.parameters[1:]


def test_what_is_watched_is_the_mean_before_the_update():
    made = program_of(9)
    machine = started(made, 9)
    many, row = made.program.root
    watch = ((True, 0), (False, 0), (many, row))
    ran = machine.run(Plan(2, 1, "SGD", (0.0, 0.0), state("SGD", 1), 0, array("d", [0.5] * 2), watch=watch))
    column, *_ = made.columns
    assert ran.watched[0] == pytest.approx(sum(column) / 9, rel=1e-14)
    assert ran.watched[3] == ran.watched[0]
    assert ran.watched[1] == made.parameters[0]
    assert ran.watched[4] == ran.watched[1] - 0.5 * machine_grad(made)


def machine_grad(made):
    machine = started(made, 9)
    machine.forward()
    machine.backward()
    return machine.parameter_grads[0]


def test_no_steps_change_nothing():
    made = program_of(9)
    machine = started(made, 9)
    ran = machine.run(Plan(0, 1, "SGD", (0.0, 0.0), state("SGD", 1), 7, array("d")))
    assert (list(machine.parameters), list(ran.watched), ran.count) == (made.parameters, [], 7)


def test_numpys_arrays_and_lists_are_taken_as_buffers_are():
    made = program_of(9)
    trained, kept = len(made.parameters), np.zeros((2, len(made.parameters)))
    columns = np.array(made.columns).T  # so that a column's numbers are apart
    order = np.array([[0, 1, 2], [8, 8, 4]])
    first, second = started(made, 9), started(made, 9)
    first.run(
        Plan(2, trained, "Adam", NUMBERS["Adam"][0], tuple(kept), 0, [0.1, 0.2], tuple(columns.T), order.ravel(), 3)
    )
    plain, whole = state("Adam", trained), array("q", [0, 1, 2, 8, 8, 4])
    buffers = tuple(array("d", column) for column in made.columns)
    second.run(Plan(2, trained, "Adam", NUMBERS["Adam"][0], plain, 0, array("d", [0.1, 0.2]), buffers, whole, 3))
    assert list(first.parameters) == list(second.parameters)
    assert kept.tolist() == [list(part) for part in plain]


def test_a_sample_that_the_order_names_and_that_is_not_there_is_the_first():
    rows = Rows(True, (2,), True), (Rows(False, (0,), True), Rows(True, (1,), True))
    program = check(Program((1, 3), 1, 2, (), (), (Group("*", *rows),), (True, 2)))
    columns = array("d", [1.0, 2.0, 3.0]), array("d", [5.0, 7.0, 9.0])
    for number in (0, 3, -1, 2**31, 2**40):
        machine, order, kept = Machine(program), array("q", [1, number]), (array("d", [0.0]),)
        machine.run(Plan(1, 1, "SGD", (0.0, 0.0), kept, 0, array("d", [1.0]), columns, order, 2))
        assert machine.parameters[0] == -(7.0 + 5.0) / 2
