"""A step on one sample runs what leads to the loss there: where a factor is 0, what it alone lets through does not."""

from array import array
from random import Random

import pytest

from micrograd_lab.replay.plan import Plan
from micrograd_lab.replay.program import Group, Rows, check
from micrograd_lab.replay.tape import machine as tape
from micrograd_lab.replay.tape.narrow import gates, narrowed

from . import plainly
from .test_tape_training import started, state, trained_plainly


class Gated(plainly.Made):
    """A random program whose root is a sum of computed numbers, each times an input: 0, 1 or 2."""

    def __init__(self, seed, groups=9, samples=8):
        super().__init__(seed, groups, samples)
        random = Random(seed)
        computed = [row for group in self.program.groups if group.result.many for row in group.result.index]
        if not computed:
            computed = list(range(len(self.columns) - 2))
        k = random.randint(1, 6)
        factors, inputs = ([random.choice(some) for _ in range(k)] for some in (computed, self.choices))
        rows = Rows(True, tuple(factors), True), Rows(True, tuple(inputs), False)
        op, lengths = random.choice((("dot", (k,)), ("matrix", (1, 1, k))))
        root = self.free[True].pop()
        group = Group(op, Rows(True, (root,), True), rows[:: random.choice((1, -1))], lengths)
        self.program = check(self.program._replace(groups=(*self.program.groups, group), root=(True, root)))
        self.data = plainly.forward(self.program, self.parameters, self.columns)


def zeros_of(made, sample):
    return frozenset(row for row in gates(made.program) if made.columns[row][sample] == 0)


@pytest.mark.parametrize("some", [0, 1, *[pytest.param(n, marks=pytest.mark.long) for n in range(2, 10)]])
def test_less_of_a_program_has_the_same_root_and_the_same_gradients(some):
    less = 0
    for seed in range(40 * some, 40 * some + 40):
        made = Gated(seed)
        for sample in range(8):
            found, height = narrowed(made.program, zeros_of(made, sample))
            check(found)
            assert height <= made.program.heights[True]
            column = [[column[sample]] for column in made.columns]
            whole, part = (plainly.forward(p, made.parameters, column) for p in (made.program, found))
            many, root = made.program.root
            assert part[many][root] == pytest.approx(whole[many][root], rel=1e-12)
            (mine, _), (theirs, sizes) = (
                plainly.backward(p, data) for p, data in ((found, part), (made.program, whole))
            )
            for n in range(len(made.parameters)):
                assert mine[0][n][0] == pytest.approx(theirs[0][n][0], rel=1e-12, abs=1e-12 * sizes[0][n][0])
            less += sum(len(g.result.index) for g in found.groups) < sum(
                len(g.result.index) for g in made.program.groups
            )
    assert less > 20


@pytest.mark.parametrize("name", ["SGD", "Adam"])
def test_a_run_of_single_samples_is_that_of_the_whole_program(name, monkeypatch):
    monkeypatch.setattr(tape, "WORTH", 2)
    numbers = {"SGD": (0.9, 0.01), "Adam": (0.9, 0.99, 1e-8, 0.0)}[name]
    made_less = 0
    for seed in range(60):
        made, random = Gated(seed), Random(seed)
        batches = [[random.randrange(8)] for _ in range(6)]
        trained, rates = len(made.parameters), array("d", [1e-3] * 6)
        machine = started(made, 1)
        order, watch = array("q", [n for (n,) in batches]), (made.program.root,)
        columns = tuple(array("d", column) for column in made.columns)
        plan = Plan(6, trained, name, numbers, state(name, trained), 0, rates, columns, order, 1, watch)
        ran = machine.run(plan)
        parameters, means = trained_plainly(made, name, numbers, list(rates), trained, batches)
        assert list(machine.parameters) == pytest.approx(parameters, rel=1e-8, abs=1e-8)
        assert list(ran.watched) == pytest.approx(means, rel=1e-8, abs=1e-8)
        made_less += len(set(machine._narrow.values())) > 1
        machine.load([array("d", column[:1]) for column in made.columns])  # afterwards it runs all of it again
        machine.forward()
        data = plainly.forward(made.program, list(machine.parameters), [column[:1] for column in made.columns])
        rows = [row for group in made.program.groups if group.result.many for row in group.result.index]
        there = [machine.data(True, row)[0] for row in rows]
        assert there == pytest.approx([data[True][row][0] for row in rows], rel=1e-9, abs=1e-9)
    assert made_less > 20


def test_what_is_watched_beside_the_root_is_computed():
    made = next(made for made in map(Gated, range(99)) if len({zeros_of(made, n) for n in range(8)}) > 2)
    row = next(row for group in made.program.groups if group.result.many for row in group.result.index)
    machine, order = started(made, 1), array("q", range(8))
    columns = tuple(array("d", column) for column in made.columns)
    watch, none = ((True, row), made.program.root), array("d", [0.0] * 8)
    ran = machine.run(Plan(8, 1, "SGD", (0.0, 0.0), state("SGD", 1), 0, none, columns, order, 1, watch))
    assert list(ran.watched)[::2] == pytest.approx(made.data[True][row], rel=1e-12)


def test_a_factor_that_is_a_label_of_every_sample_is_no_reason_to_run_less():
    """A label is never 0: one program for all, and nothing is made for it."""
    made = Gated(3)
    for row in gates(made.program):
        made.columns[row] = [1.0] * 8
    machine, order = started(made, 1), array("q", range(8))
    columns = tuple(array("d", column) for column in made.columns)
    rates = array("d", [0.0] * 8)
    machine.run(Plan(8, 1, "SGD", (0.0, 0.0), state("SGD", 1), 0, rates, columns, order, 1, (made.program.root,)))
    assert list(machine._narrow) == [frozenset()]
