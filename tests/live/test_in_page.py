"""What live.graph gives the page to compute with, run here by the same machine, against the engine."""

import struct
from array import array

import pytest

from micrograd_lab import Value, live, nn
from micrograd_lab.replay.tape.layout import NUMBERS
from micrograd_lab.replay.tape.machine import started

TEXT = "((a * b + c).tanh() * (a + b)).relu() + (b * b / 9 + a).exp() + (c * c + 1).log()"
START = {"a": 0.5, "b": -1.0, "c": 0.5}


class Own:
    """A learner's class, as in micrograd."""

    def __init__(self, data, children=(), op=""):
        self.data, self.grad, self._prev, self._op, self._backward = float(data), 0.0, tuple(children), op, None

    def __add__(self, other):
        out = Own(self.data + other.data, (self, other), "+")

        def step():
            self.grad += out.grad
            other.grad += out.grad

        out._backward = step
        return out

    def __mul__(self, other):
        out = Own(self.data * other.data, (self, other), "*")

        def step():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out._backward = step
        return out

    def cubed(self):
        out = Own(self.data**3, (self,), "cubed")

        def step():
            self.grad += 3 * self.data**2 * out.grad

        out._backward = step
        return out

    def backward(self):
        done, seen = [], set()

        def visit(v):
            if id(v) not in seen:
                seen.add(id(v))
                for i in v._prev:
                    visit(i)
                done.append(v)

        visit(self)
        self.grad = 1.0
        for v in reversed(done):
            if v._backward:
                v._backward()


def computed(view, *numbers):
    """{number: (data, gradient)}, from what the page is given and nothing else."""
    program, (store, (memory, forward, backward, _)) = view.picture.program, started()
    if memory.data_len(store) < program["end"]:
        memory.grow(store, -(-program["end"] // 65536))
    for address, written in [*program["image"], (program["loaded"], array("d", numbers).tobytes())]:
        memory.write(store, written, address)
    forward(store)
    backward(store)

    def number(address):
        return struct.unpack("<d", memory.read(store, address, address + 8))[0]

    return {n: (number(address), number(address + program["grads"])) for n, address in program["rows"]}


def close(view):
    return {r.number: pytest.approx((r.data, r.grad), rel=1e-12, abs=1e-14) for r in view.records}


def test_the_page_computes_what_the_engine_does_wherever_the_sliders_are():
    view = live.graph(TEXT, **START)
    program = view.picture.program
    for a, b, c in ((0.5, -1.0, 0.5), (2.0, 3.0, -1.5), (-4.0, 0.1, 10.0)):
        for box, number in zip(view.boxes.values(), (a, b, c), strict=True):
            box.value = number
        assert computed(view, a, b, c) == close(view)
        assert view.picture.at == [a, b, c]
    assert view.picture.program is program
    assert view.picture.machine.startswith(b"\0asm")
    assert all(address >= NUMBERS for _, address in program["rows"])


def test_a_part_of_a_graph_computes_what_is_in_the_picture_and_what_that_needs():
    model = nn.MLP(2, [8, 8, 1], seed=1)
    view = live.graph(lambda a, b: model([a, b]), a=0.5, b=-1.0)
    found, shown = computed(view, 0.5, -1.0), {r.number for r in view.shown}
    assert shown <= found.keys()
    assert len(found) < len(view.records)
    assert found == {n: all_of for n, all_of in close(view).items() if n in found}


def test_a_value_that_is_there_already_is_computed_from_its_own_recording():
    a = Value(2.0, "a")
    y = (a * a + 1).tanh()
    view = live.graph(y)
    view.boxes["a"].value = -0.75
    assert computed(view, -0.75) == close(view)


def test_a_learners_class_is_computed_in_the_page_where_it_can_be_recorded():
    view = live.graph(lambda a, b: a * b + a, engine=Own, a=2.0, b=3.0)
    assert computed(view, 2.0, 3.0) == close(view)
    assert live.graph(lambda a: a.cubed() + a, engine=Own, a=2.0).picture.program == {}


def test_where_other_numbers_than_the_inputs_move_the_page_is_given_nothing():
    view = live.graph(lambda a: a * a.data, a=2.0)
    assert view.picture.program
    view.boxes["a"].value = 3.0
    assert view.picture.program == {}


def test_a_new_shape_is_recorded_anew_and_a_failure_is_told_with_its_numbers():
    view = live.graph(lambda a: 1 / a if a.data < 3 else a + a, a=2.0)
    first = view.picture.program
    view.boxes["a"].value = 4.0
    assert view.picture.program != first
    assert computed(view, 4.0) == close(view)
    view.boxes["a"].value = 0.0
    assert (view.picture.refused, view.picture.at) == ([0.0], [4.0])


def test_switches_say_what_the_page_runs():
    view = live.graph("a * a", a=2.0, rerun=True, backward=True)
    assert (view.picture.runs, view.picture.sweeps) == (True, True)
    view.backward.value = False
    assert (view.picture.runs, view.picture.sweeps) == (True, False)
    view.rerun.value = False
    assert not view.picture.runs
    assert not live.graph("a * a", a=2.0, gradients=False).picture.sweeps
