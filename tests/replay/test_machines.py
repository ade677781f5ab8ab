"""Which machine runs a recording, that both give the same, and that a recording needs no NumPy."""

import gc
import subprocess
import sys
import tracemalloc
from itertools import islice

import numpy as np
import pytest

from micrograd_lab import Value, datasets, losses, nn, optim, replay
from micrograd_lab.replay import machines, record
from micrograd_lab.steps import Training

HERE = machines.there()
both = pytest.mark.skipif(len(HERE) < 2, reason="one machine here")


def recorded(hidden, **how):
    model, x = nn.MLP(2, [hidden, hidden, 1], seed=1), [Value(0.1), Value(0.2)]
    return record(model(x) ** 2, x, model.parameters(), **how)


def test_a_machine_that_is_asked_for_runs_it_and_another_name_is_an_error():
    for name in HERE:
        recording = recorded(3, machine=name)
        recording.forward([1.0, 2.0], 3.0)
        assert recording.machine == name
    with pytest.raises(ValueError, match=r"a machine is one of .*arrays.* here; got 'abacus'\. Leave it out"):
        recorded(3, machine="abacus")


@both
def test_size_chooses_the_machine():
    narrow, broad = recorded(8), recorded(64)
    assert (narrow.machine, broad.machine) == ("tape", "tape")
    for recording, samples, name in (
        (narrow, 5000, "tape"),
        (broad, 1, "tape"),
        (broad, 500, "arrays"),
        (broad, 1, "tape"),
    ):
        assert recording.forward(np.ones(samples), np.ones(samples)).shape == (samples,)
        assert recording.machine == name


@both
def test_where_machines_take_turns_the_numbers_are_those_of_one():
    model, theirs = nn.MLP(2, [64, 64, 1], seed=1), nn.MLP(2, [64, 64, 1], seed=1)
    data = datasets.moons(100, seed=1)
    how = {"batch": 90, "alpha": 1e-3}
    training = Training(model, data, optim.Adam(model.parameters(), lr=0.01), **how)
    alone = Training(theirs, data, optim.Adam(theirs.parameters(), lr=0.01), machine="arrays", **how)
    assert training.run(9) == pytest.approx(alone.run(9), rel=1e-8)
    assert [p.data for p in model.parameters()] == pytest.approx(
        [p.data for p in theirs.parameters()], rel=1e-6, abs=1e-9
    )


@pytest.mark.parametrize("name", HERE)
def test_a_training_runs_on_the_machine_that_is_asked_for(name):
    model = nn.MLP(2, [4, 1], seed=1)
    training = Training(model, datasets.moons(20, seed=1), optim.SGD(model.parameters(), lr=0.1), machine=name)
    before = training.measure().loss
    assert training.run(50)[-1] < before
    assert training.replay.machine == name


def test_backward_after_many_steps_needs_a_forward():
    model = nn.MLP(2, [4, 1], seed=1)
    training = Training(model, datasets.moons(20, seed=1), optim.SGD(model.parameters(), lr=0.1))
    training.run(3)
    with pytest.raises(RuntimeError, match=r"got no forward\(\) yet"):
        training.replay.backward()


def test_rooms_for_the_last_few_sizes_are_kept():
    recording = recorded(3, machine="arrays")
    for samples in (1, 2, 3, 4, 2, 5):
        assert len(recording.forward([1.0] * samples, 2.0)) == samples
    assert len(recording.started(5).rooms) == 3


WITHOUT_NUMPY = """
import sys
sys.modules["numpy"] = None
from micrograd_lab import Value, replay
a, b, w = Value(1.0), Value(2.0), Value(3.0)
root = (w * a + b).tanh()
recording = replay.record(root, [a, b], [w])
print(recording.machine, round(recording.forward(0.5, -1.0), 12))
recording.backward()
recording.write_back()
print(round(w.grad, 12), [round(x, 12) for x in recording.parameter_grads])
print([round(x, 12) for x in recording.forward([0.5, 1.0], -1.0)])
recording.backward()
print([[round(x, 12) for x in row] for row in recording.input_grads])
try:
    recording.forward([1.0], [1.0, 2.0])
except ValueError as error:
    print(error)
"""


@pytest.mark.skipif("tape" not in HERE, reason="the tape is not here")
def test_a_recording_runs_without_numpy():
    run = subprocess.run([sys.executable, "-c", WITHOUT_NUMPY], capture_output=True, text=True, check=True)
    a, b, w = np.array([0.5, 1.0]), -1.0, 3.0
    y = np.tanh(w * a + b)
    slope = 1 - y**2
    assert run.stdout.splitlines() == [
        f"tape {round(y[0], 12)}",
        f"{round(slope[0] * 0.5, 12)} [{round(slope[0] * 0.5, 12)}]",
        str([round(float(x), 12) for x in y]),
        str([[round(float(x), 12) for x in row] for row in (slope * w / 2, slope / 2)]),
        "inputs are numbers or arrays of one length; got shapes (1,) and (2,). Pass X[:, 0], X[:, 1].",
    ]


def test_names_that_need_numpy_are_loaded_when_asked_for():
    for name in replay.__all__:
        assert getattr(replay, name)
    with pytest.raises(AttributeError, match="has no 'Tape'; it has RULES, Choice"):
        replay.Tape  # noqa: B018 - the access is the test


def test_a_hinge_loss_needs_a_group_for_each_of_its_steps_and_no_more():
    model, x, y = nn.MLP(2, [4, 1], seed=1), [Value(0.1), Value(0.2)], Value(1.0)
    groups = record(losses.hinge([model(x)], [y]), [y, *x], model.parameters()).groups
    assert [group.op for group in groups] == ["matrix", "ReLU", "matrix", "*", "-", "ReLU"]


@pytest.mark.parametrize("name", HERE)
def test_a_machine_that_was_interrupted_while_it_made_room_is_made_anew(name, monkeypatch):
    recording = recorded(3, machine=name)
    expected = recording.forward([1.0, 2.0], 3.0)
    before = recording.started(2)

    def interrupted(samples):
        before.samples = samples  # as far as it came
        raise KeyboardInterrupt

    monkeypatch.setattr(before, "allot", interrupted)
    with pytest.raises(KeyboardInterrupt):
        recording.forward([1.0, 2.0, 3.0], 3.0)
    assert recording.forward([1.0, 2.0, 3.0], 3.0)[:2] == pytest.approx(expected)


@pytest.mark.parametrize("name", HERE)
@pytest.mark.parametrize("at_once", [True, False])
def test_a_thousand_steps_take_no_more_memory_than_the_first(name, at_once):
    """What is computed goes into arrays that are there."""
    model, data = nn.MLP(2, [8, 1], seed=1), datasets.moons(100, seed=1)
    training = Training(model, data, optim.Adam(model.parameters(), lr=0.01), alpha=1e-3, machine=name)
    steps = training.run if at_once else lambda count: list(map(type, islice(training, count)))
    steps(300)  # imports, rooms, and how many steps fit in a moment
    peaks = []
    tracemalloc.start()
    try:
        for _ in range(4):
            gc.collect()
            tracemalloc.reset_peak()
            before = tracemalloc.get_traced_memory()[0]
            steps(250)
            peaks.append(tracemalloc.get_traced_memory()[1] - before)
        held = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
    assert max(peaks) < min(peaks) + 50_000
    assert held < 100_000
