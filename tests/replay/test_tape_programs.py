"""The tape against a program run plainly, number by number, on random programs of all kinds of groups."""

from array import array

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from micrograd_lab.replay.program import Group, Program, Rows, check, from_json, to_json
from micrograd_lab.replay.tape import encode, layout
from micrograd_lab.replay.tape.machine import Machine

from . import plainly

random = settings(derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck))
made = st.builds(
    plainly.Made,
    st.integers(0, 10**9),
    st.integers(1, 9),
    st.sampled_from([1, 1, 2, 3, 4, 5, 7, 8, 13, 32, 61]),
)


def on_tape(made):
    machine = Machine(made.program)
    machine.allot(len(made.columns[0]))
    machine.load([array("d", column) for column in made.columns])
    machine.parameters[:] = array("d", made.parameters)
    machine.forward()
    machine.backward()
    return machine


def agree(machine, made):
    data = plainly.forward(made.program, made.parameters, made.columns)
    grads, sizes = plainly.backward(made.program, data)
    for group in made.program.groups:
        many = group.result.many
        for row in group.result.index:
            assert list(machine.data(many, row)) == pytest.approx(data[many][row], rel=1e-11, abs=1e-11), group
    for many in (False, True):
        for row, (grad, size) in enumerate(zip(grads[many], sizes[many], strict=True)):
            found = machine.grad(many, row)
            wrong = [
                (x, y) for x, y, bound in zip(found, grad, size, strict=True) if not abs(x - y) <= 1e-9 * bound + 1e-300
            ]
            assert not wrong, (many, row)


@settings(random, max_examples=150)
@given(made)
def test_all_numbers_and_gradients_are_those_of_the_plain_run(made):
    agree(on_tape(made), made)


@settings(random, max_examples=40)
@given(made)
def test_they_are_where_samples_are_computed_in_many_stretches(made):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(layout, "ROOM", 4000)
        patch.setattr(layout, "LEAST", 1)
        machine = on_tape(made)
    agree(machine, made)


@pytest.mark.long
@settings(random, max_examples=2000)
@given(made)
def test_they_are_in_two_thousand_programs(made):
    agree(on_tape(made), made)


@pytest.mark.parametrize("op", plainly.ALL)
@pytest.mark.parametrize("samples", [1, 2, 3, 300])
def test_each_op_alone_is_that_of_the_plain_run(op, samples):
    for seed in range(3 if samples == 300 else 10):
        made = plainly.Made(seed, 2, samples, ops=(op,))
        agree(on_tape(made), made)


def test_random_programs_use_each_kernel_and_each_way_to_fetch():
    kernels, ways = set(), set()
    for seed in range(200):
        program = plainly.Made(seed, 5, 2).program
        for samples in (1, 2):
            words = layout.Layout(program, samples).words
            for start in range(0, len(program.groups) * encode.WORDS, encode.WORDS):
                kernels.add(encode.KERNELS[words[start]])
                ways |= {(rows, words[start + rows + 4]) for rows in (8, 18, 28)}
    assert kernels == {*encode.KERNELS}
    operands = {(rows, way) for rows in (18, 28) for way in range(4)}
    assert ways == {(8, encode.IN_PLACE), (8, encode.GATHER), (8, encode.GATHER_MANY)} | operands


@settings(random, max_examples=30)
@given(made)
def test_running_again_gives_the_same_digits(made):
    machine = on_tape(made)
    first = [machine.sample(0), list(machine.parameter_grads)]
    machine.forward()
    machine.backward()
    assert [machine.sample(0), list(machine.parameter_grads)] == first


@settings(random, max_examples=30)
@given(made, st.sampled_from([1, 2, 9, 50]))
def test_room_for_other_samples_between_changes_nothing(made, others):
    machine = on_tape(made)
    first = list(machine.parameter_grads)
    samples = machine.samples
    machine.allot(others)
    machine.allot(samples)
    machine.load([array("d", column) for column in made.columns])
    machine.forward()
    machine.backward()
    assert list(machine.parameter_grads) == first


def test_a_sample_has_the_numbers_of_its_rows():
    made = plainly.Made(3, 6, 11)
    machine = on_tape(made)
    heights = made.program.heights
    (singles, many), (single_grads, many_grads) = machine.sample(7)
    assert singles == [machine.data(False, row)[0] for row in range(heights[0])]
    assert many == [machine.data(True, row)[7] for row in range(heights[1])]
    assert single_grads == [machine.grad(False, row)[0] for row in range(heights[0])]
    assert many_grads == [machine.grad(True, row)[7] for row in range(heights[1])]


def test_a_program_that_was_written_and_read_runs_alike():
    made = plainly.Made(5, 7, 9)
    first = on_tape(made)
    made.program = from_json(to_json(made.program))
    assert on_tape(made).parameter_grads == first.parameter_grads


def test_a_number_stands_for_all_samples():
    made = plainly.Made(5, 5, 9)
    made.columns = [[column[0]] * 9 for column in made.columns]
    machine = on_tape(made)
    grads = machine.parameter_grads
    machine.load([column[0] for column in made.columns])
    machine.forward()
    machine.backward()
    assert machine.parameter_grads == grads


def test_what_is_looked_up_and_not_there_is_no_number():
    rows = Rows(True, (1,), True), (Rows(True, (0,), False), Rows(False, (0, 1, 2), True))
    program = check(Program((3, 2), 3, 1, (), (), (Group("lookup", *rows, (3,)),), (True, 1)))
    machine = Machine(program)
    machine.allot(6)
    machine.parameters[:] = array("d", [10.0, 20.0, 30.0])
    machine.load([array("d", [0.0, 2.0, -1.0, 3.0, float("nan"), 1.9])])
    machine.forward()
    machine.backward()
    assert [repr(x) for x in machine.data(True, 1)] == ["10.0", "30.0", "nan", "nan", "nan", "20.0"]
    assert list(machine.parameter_grads) == pytest.approx([1 / 6, 1 / 6, 1 / 6])


def one(*index):
    return Rows(False, index, True)


def many(*index):
    return Rows(True, index, True)


@pytest.mark.parametrize("samples", [2, 3, 5])
def test_what_stands_beyond_the_last_sample_reaches_nobody(samples):
    groups = (
        Group("log", many(2), (many(0),)),  # of 0 there: minus infinity
        Group("lookup", many(3), (Rows(True, (1,), False), one(0, 1)), (2,)),
        Group("*", many(4), (many(3), many(2))),
        Group("dot", many(5, 6), (one(2, 3, 2), many(2, 4, 2)), (2, 1)),
        Group("matrix", many(7), (one(4, 5), many(5, 2)), (1, 1, 2)),
        Group("+", many(8), (many(7), one(6))),
        Group("sum", many(9), (many(8, 6),), (2,)),
    )
    program = check(Program((7, 10), 7, 2, (), (), groups, (True, 9)))
    made = plainly.Made(1, 1, samples)
    made.program, made.parameters = program, [0.5, -1.5, 2.0, 0.25, 3.0, -2.0, 1.0]
    made.columns = [[1.0 + n for n in range(samples)], [float(n % 2) for n in range(samples)]]
    agree(on_tape(made), made)


@pytest.mark.parametrize("samples", [1, 2, 7])
def test_what_is_gathered_may_be_more_than_all_numbers_together(samples):
    made = plainly.Made(1, 1, samples)
    n = 90
    here, there = Rows(True, (0,) * n, True), Rows(False, (0,) * n, True)
    added = Group("+", Rows(True, tuple(range(n, 0, -1)), True), (here, there))
    scaled = Group("*", Rows(True, tuple(range(n + 1, 2 * n + 1)), True), (here._replace(index=(5,) * n), there))
    made.program = check(Program((1, 2 * n + 1), 1, 1, (), (), (added, scaled), (True, n + 7)))
    made.parameters, made.columns = made.parameters[:1], made.columns[:1]
    agree(on_tape(made), made)


def test_no_samples_are_computed_as_well():
    made = plainly.Made(5, 5, 1)
    made.columns = [[] for _ in made.columns]
    machine = on_tape(made)
    assert len(machine.data(*made.program.root)) == (0 if made.program.root[0] else 1)


def test_more_samples_than_there_is_room_for_are_refused_and_the_last_ones_stay():
    made = plainly.Made(5, 5, 9)
    machine = on_tape(made)
    grads = machine.parameter_grads
    with pytest.raises(MemoryError, match=r"room for 2 GiB; got 5\d\.\d GiB of numbers, 9,000,000 samples"):
        machine.allot(9_000_000)
    machine.forward()
    machine.backward()
    assert machine.parameter_grads == grads
