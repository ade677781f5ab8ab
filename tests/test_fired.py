"""What a learner's class passes on, by firing its own steps, against the kit's local derivatives and by hand."""

import math
import random

import pytest

from micrograd_lab import Value, draw, fired, live, steps
from micrograd_lab.backward_steps import gradients, right
from micrograd_lab.graph import snapshot, values


class Theirs:
    """A class as lessons 2 and 4 make it: a closure for each operation, and no partials."""

    def __init__(self, data, inputs=(), op="", label=""):
        self.data, self.inputs, self.op, self.label = data, inputs, op, label
        self.grad = 0.0
        self._backward = lambda: None

    def made(self, data, inputs, op, *slopes):
        out = type(self)(data, inputs, op)

        def _backward():
            for i, slope in zip(inputs, slopes, strict=True):
                i.grad += slope * out.grad

        out._backward = _backward
        return out

    def __add__(self, other):
        return self.made(self.data + other.data, (self, other), "+", 1.0, 1.0)

    def __sub__(self, other):
        return self.made(self.data - other.data, (self, other), "-", 1.0, -1.0)

    def __mul__(self, other):
        return self.made(self.data * other.data, (self, other), "*", other.data, self.data)

    def tanh(self):
        t = math.tanh(self.data)
        return self.made(t, (self,), "tanh", 1 - t * t)

    def relu(self):
        return self.made(max(0.0, self.data), (self,), "relu", float(self.data > 0))


class ByMethod(Theirs):
    """The same with one method for all, which asks what each value keeps."""

    def __init__(self, data, inputs=(), op="", label=""):
        self.data, self.inputs, self.op, self.label = data, inputs, op, label
        self.grad, self.by = 0.0, ()

    def made(self, data, inputs, op, *by):
        out = type(self)(data, inputs, op)
        out.by = by
        return out

    def _backward(self):
        for i, slope in zip(self.inputs, self.by, strict=True):
            i.grad += slope * self.grad


class Slotted(ByMethod):
    __slots__ = ()


def product(self, other, step):
    """self * other of Theirs, whose step is step(self, other, out)."""
    out = Theirs(self.data * other.data, (self, other), "*")
    out._backward = lambda: step(self, other, out)
    return out


def grown(cls, seed):
    chance = random.Random(seed)
    made = [cls(chance.uniform(-2, 2)) for _ in range(4)]
    for _ in range(20):
        a, b = chance.choice(made), chance.choice(made)
        made.append(chance.choice([a.__add__, a.__mul__, a.__sub__])(b) if chance.random() < 0.7 else a.tanh().relu())
    root = made[0]
    for v in made[1:]:
        root = root + v
    return root


def held(root):
    return [(id(v), dict(vars(v))) for v in values(root)]


@pytest.mark.parametrize("cls", [Theirs, ByMethod, Slotted])
@pytest.mark.parametrize("seed", range(25))
def test_what_is_found_is_what_the_kit_keeps_and_nothing_is_changed(cls, seed):
    root, twin = grown(cls, seed), snapshot(grown(Value, seed))
    before = held(root)
    records = fired.records_of(root)
    assert [r.inputs for r in records] == [r.inputs for r in twin]
    for r, other in zip(records, twin, strict=True):
        assert r.partials == pytest.approx(other.partials, rel=1e-12)
    assert (records.replaces, records.odd) == (set(), set())
    for order in steps.ORDERS if seed < 3 else ["topological"]:
        if order != "increment":
            assert gradients(root, order) == pytest.approx(gradients(twin, order))
    assert held(root) == before


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (lambda a: a + a, (1.0, 1.0)),
        (lambda a: a - a, (1.0, -1.0)),
        (lambda a: a * a, (3.0, 3.0)),
    ],
)
def test_two_arrows_from_one_box_are_told_apart(make, expected):
    a = Theirs(3.0, label="a")
    assert fired.records_of(make(a))[-1].partials == expected
    assert [(s.edge[1], s.after) for s in steps.backward_steps(make(a))] == [(0, expected[0]), (1, sum(expected))]


def test_where_they_cannot_be_told_apart_each_gets_as_much():
    a = Theirs(3.0)
    cube = a.made(27.0, (a, a, a), "cube", 9.0, 9.0, 9.0)
    assert fired.records_of(cube)[-1].partials == (9.0, 9.0, 9.0)


def test_an_operation_of_an_unknown_name_is_told_apart_by_its_number():
    class Unnamed(Theirs):
        def made(self, data, inputs, op, *slopes):
            return super().made(data, inputs, "", *slopes)

    a = Unnamed(3.0)
    assert fired.records_of(a - a)[-1].partials == (1.0, -1.0)


def test_an_equals_sign_throws_out_what_was_there():
    def step(a, b, out):
        a.grad = b.data * out.grad
        b.grad = a.data * out.grad

    a, b, c = Theirs(2.0, label="a"), Theirs(-3.0, label="b"), Theirs(4.0, label="c")
    root = product(a, b, step) + product(a, c, step)
    arrived = [s for s in steps.backward_steps(root) if snapshot(root)[s.input].label == "a"]
    assert [(s.before, s.local * s.upstream, s.after, s.replaces) for s in arrived] == [
        (0.0, -3.0, -3.0, True),
        (-3.0, 4.0, 4.0, True),
    ]
    assert right(root)[arrived[0].input] == 1.0  # -3 + 4, as it should be
    twice = product(a, a, step)
    assert [(s.before, s.after) for s in steps.backward_steps(twice)] == [(0.0, 2.0), (2.0, 2.0)]


def test_wrong_numbers_are_shown_as_they_are():
    def swapped(a, b, out):
        a.grad += a.data * out.grad
        b.grad += b.data * out.grad

    def forgets_upstream(a, b, out):
        a.grad += b.data
        b.grad += a.data

    a, b = Theirs(2.0, label="a"), Theirs(-3.0, label="b")
    assert fired.records_of(product(a, b, swapped))[-1].partials == (2.0, -3.0)
    root = product(a, b, forgets_upstream).tanh()
    *_, first, second = steps.backward_steps(root)
    assert (first.after, second.after, first.odd) == (-3.0, 2.0, True)
    assert first.local * first.upstream == pytest.approx(-3.0)


def test_a_step_that_goes_on_into_its_inputs_is_kept_from_it():
    def recursing(a, b, out):
        for i, slope in ((a, b.data), (b, a.data)):
            i.grad += slope * out.grad
            i._backward()

    a, b = Theirs(2.0), Theirs(-3.0)
    root = product(a + b, b, recursing)
    before = held(root)
    assert fired.records_of(root)[-1].partials == (-3.0, -1.0)
    assert held(root) == before


def test_what_a_step_prints_counts_and_collects_leaves_no_trace(capsys):
    def talks(a, b, out):
        print("fired")
        out.count = getattr(out, "count", 0) + 1
        a.log.append(out.grad)
        a.grad += b.data * out.grad
        b.grad += a.data * out.grad

    a, b = Theirs(2.0), Theirs(-3.0)
    a.log = [7.0]
    root = product(a, b, talks)
    assert fired.records_of(root)[-1].partials == (-3.0, 2.0)
    assert (capsys.readouterr().out, a.log, hasattr(root, "count")) == ("", [7.0], False)


def test_a_class_that_has_no_steps_yet_is_drawn_and_not_stepped():
    def unwritten(a, b):
        return Theirs(a.data * b.data, (a, b), "*", "y")

    root = unwritten(Theirs(2.0), Theirs(-3.0))
    assert fired.records_of(root)[-1].partials == ()
    assert "y" in draw.graph(root).text
    with pytest.raises(ValueError, match="y has no step back yet"):
        live.backward(root)


def test_a_step_that_raises_is_named_and_what_it_has_done_is_undone():
    def fails(a, b, out):
        a.grad += 5.0
        b.grad += a * out.grad

    root = product(Theirs(2.0), Theirs(-3.0), fails)
    root.label = "y"
    before = held(root)
    assert draw.graph(root).text
    with pytest.raises(ValueError, match=r"that of y raised .*Error"):
        live.backward(root)
    assert held(root) == before


def example(a, b, c):
    t = a * b
    u = t * c
    t.label, u.label = "t", "u"
    return t + u


def test_the_views_take_a_class_of_ones_own():
    at = {"a": 2.0, "b": -3.0, "c": 4.0}
    moving = live.graph(example, engine=Theirs, **at)
    assert isinstance(moving.root, Theirs)
    assert [moving.leaves[name].grad for name in at] == [-15.0, 10.0, -6.0]
    moving.sliders["a"].value = 3.0
    assert (moving.root.data, moving.leaves["b"].grad) == (-45.0, 15.0)
    again = eval(moving.code(), {"live": live, "example": example, "Value": Theirs, "Theirs": Theirs})
    assert again.text() == moving.text()
    stepper = live.backward(example, engine=Theirs, order="recursive", **at)
    stepper.finish()
    assert stepper.results["recursive"].gradients == {"a": -18.0, "b": 12.0, "c": -6.0}
    assert "engine=Theirs" in stepper.code()
    assert live.roads("a * a", engine=Theirs, a=3.0).gradients == {"a": 6.0}
    assert live.roads(moving.root).gradients == {"a": -15.0, "b": 15.0, "c": -9.0}


def test_roads_show_what_a_class_does_with_what_was_there():
    class Replacing(Theirs):
        def __add__(self, other):
            out = Replacing(self.data + other.data, (self, other), "+")

            def _backward():
                self.grad = out.grad
                other.grad = out.grad

            out._backward = _backward
            return out

    view = live.roads("a + a", engine=Replacing, a=2.0)
    assert (view.gradients, view.right, view.wrong) == ({"a": 1.0}, {"a": 2.0}, ["a"])
    view.rule.value = "+="
    assert view.gradients == {"a": 2.0}


def test_a_class_without_steps_moves_without_gradients():
    class Early(Theirs):
        def __mul__(self, other):
            return Early(self.data * other.data, (self, other), "*")

    view = live.graph(lambda a, b: a * b, engine=Early, a=2.0, b=3.0)
    view.sliders["a"].value = 5.0
    assert view.root.data == 15.0
    assert all(r.grad is None for r in view.records)
