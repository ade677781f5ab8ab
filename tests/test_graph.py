import math
import os
import subprocess
import sys
from pathlib import Path

import pytest

from micrograd_lab import Value, graph
from micrograd_lab.graph import digits, part, short, snapshot, text


class Micrograd:
    """As in karpathy/micrograd: a set of children, an `_op`, no labels, no local derivatives."""

    def __init__(self, data, children=(), op=""):
        self.data, self.grad, self._prev, self._op = data, 0, set(children), op


class Learner(Micrograd):
    """With an ordered tuple, and a label as in the lecture."""

    def __init__(self, data, children=(), op="", label=""):
        super().__init__(data, (), op)
        self._prev, self.label = tuple(children), label


class Microgpt:
    """As in microgpt: children and local gradients, and no op."""

    def __init__(self, data, children=(), local_grads=()):
        self.data, self.grad, self._children, self._local_grads = data, 0, children, local_grads


def example():
    a, b, c = Value(2.0, label="a"), Value(-3.0, label="b"), Value(10.0, label="c")
    d = a * b + c
    out = (d * 0.1).tanh()
    out.label = "out"
    return out


def test_records_hold_numbers_and_places_inputs_first_and_root_last():
    out = example()
    out.backward()
    records = snapshot(out)
    assert [(r.number, r.op, r.label, r.inputs) for r in records] == [
        (0, "", "a", ()),
        (1, "", "b", ()),
        (2, "*", "", (0, 1)),
        (3, "", "c", ()),
        (4, "+", "", (2, 3)),
        (5, "", "", ()),
        (6, "*", "", (4, 5)),
        (7, "tanh", "out", (6,)),
    ]
    slope = 1 - math.tanh(0.4) ** 2
    assert [r.data for r in records[:4]] == [2.0, -3.0, -6.0, 10.0]
    assert [r.grad for r in records[-2:]] == [pytest.approx(slope), 1.0]
    assert records[2].partials == (-3.0, 2.0)


def test_a_root_without_backward_has_no_gradients_yet():
    out = example()
    assert {r.grad for r in snapshot(out)} == {None}
    out.backward()
    assert None not in {r.grad for r in snapshot(out)}


def test_a_gradient_of_zero_after_backward_is_a_number():
    a = Value(-1.0)
    out = a.relu()
    out.backward()
    assert snapshot(out)[0].grad == 0.0


def test_a_value_used_twice_is_one_record():
    a = Value(3.0)
    assert [r.inputs for r in snapshot(a * a)] == [(), (0, 0)]


def test_records_are_frozen_and_do_not_follow_the_values():
    a = Value(3.0)
    (record,) = snapshot(a)
    a.data = 4.0
    assert record.data == 3.0
    with pytest.raises(AttributeError):
        record.data = 5.0


def test_a_long_chain_needs_no_recursion():
    out = a = Value(1.0)
    for _ in range(20_000):
        out = out + a
    assert len(snapshot(out)) == 20_001


def test_a_learners_class_is_recorded_like_ours():
    a, b = Learner(2.0, label="a"), Learner(-3.0, label="b")
    out = Learner(-6.0, (a, b), "*", label="out")
    a.grad, b.grad, out.grad = -3.0, 2.0, 1.0
    x, y = Value(2.0, label="a"), Value(-3.0, label="b")
    ours = x * y
    ours.label = "out"
    ours.backward()
    assert text(snapshot(out)) == text(snapshot(ours))


def test_children_and_local_gradients_of_microgpt_are_read():
    a, b = Microgpt(2.0), Microgpt(-3.0)
    records = snapshot(Microgpt(-6.0, (a, b), (-3.0, 2.0)))
    assert records[-1].inputs == (0, 1)
    assert records[-1].partials == (-3.0, 2.0)
    assert text(records).splitlines()[-1] == "v2 = 2 ? -3 = -6, the output"


FRESH = """
import sys
from test_graph import Micrograd
from micrograd_lab.graph import snapshot, text

waste = [[Micrograd(0.0) for _ in range(n % 5)] for n in range(int(sys.argv[1]))]
leaves = [Micrograd(float(n)) for n in range(12)]
sums = [Micrograd(a.data + b.data, (a, b), "+") for a in leaves for b in leaves if a is not b]
root = Micrograd(sum(s.data for s in sums), sums, "sum")
print(text(snapshot(root)))
"""


def test_a_set_of_children_gives_the_same_records_in_every_process():
    def fresh(seed):
        environment = {**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONPATH": str(Path(__file__).parent)}
        arguments = [sys.executable, "-c", FRESH, str(17 * seed)]
        return subprocess.run(arguments, env=environment, capture_output=True, text=True, check=True).stdout

    assert len({fresh(seed) for seed in range(3)}) == 1


def test_a_child_in_a_set_twice_is_recorded_once():
    a = Micrograd(3.0)
    assert [r.inputs for r in snapshot(Micrograd(9.0, (a, a), "*"))] == [(), (0,)]


@pytest.mark.parametrize("length", [1, 2, 3])
def test_a_cycle_is_refused(length):
    ring = [Learner(1.0) for _ in range(length)]
    for n, v in enumerate(ring):
        v._prev = (ring[n - 1],)
    with pytest.raises(ValueError, match="a value is among its own inputs"):
        snapshot(ring[0])


def test_a_number_is_not_a_graph():
    with pytest.raises(TypeError, match=r"got float\. Pass the Value, not its data"):
        snapshot(3.0)


def test_part_keeps_what_is_near_the_output_under_its_own_numbers():
    records = snapshot(example())
    assert [r.number for r in part(records, depth=0)] == [7]
    assert [r.number for r in part(records, depth=2)] == [4, 5, 6, 7]
    assert part(records, depth=99) == part(records) == records


def test_part_around_a_value_keeps_its_inputs_and_its_users():
    records = snapshot(example())
    assert [r.number for r in part(records, around="a", depth=1)] == [0, 2]
    assert [r.number for r in part(records, around=4, depth=1)] == [2, 3, 4, 6]
    assert [r.number for r in part(records, around="v4", depth=1)] == [2, 3, 4, 6]


def test_part_with_a_limit_goes_as_far_as_the_limit_lets_it():
    records = snapshot(example())
    assert [len(part(records, limit=n)) for n in (1, 3, 4, 5, 6, 7, 8)] == [1, 2, 4, 4, 6, 6, 8]


def test_an_unknown_label_is_answered_with_the_labels_there_are():
    with pytest.raises(KeyError, match=r"'z'. Labels here: a, b, c, out"):
        part(snapshot(example()), around="z")


def test_of_two_values_with_one_label_the_last_is_found():
    a = Value(1.0, label="x")
    b = a + 1
    b.label = "x"
    assert graph.find(snapshot(b), "x").number == 2


@pytest.mark.parametrize(
    ("x", "written"),
    [
        (None, "not yet"),
        (0.0, "0.0000"),
        (-0.0, "0.0000"),
        (1.0, "1.0000"),
        (-1.23456, "-1.2346"),
        (5e-5, "0.0001"),
        (4e-5, "4.000e-05"),
        (-1e-300, "-1.000e-300"),
        (99999.0, "99999.0000"),
        (1e5, "1.000e+05"),
        (math.inf, "inf"),
        (-math.inf, "-inf"),
        (math.nan, "nan"),
    ],
)
def test_digits_are_few_and_fixed(x, written):
    assert digits(x) == written


@pytest.mark.parametrize(
    ("x", "written"),
    [
        (2.0, "2"),
        (-3.0, "-3"),
        (0.99932, "0.9993"),
        (-0.0, "0"),
        (0.1 + 0.2, "0.3"),
        (10.254, "10.25"),
        (120.0, "120"),
        (12345.678, "12345.7"),
        (0.999998, "0.999998"),
        (0.9999999999, "1"),
        (-1.20e-7, "-1.2e-7"),
        (3e12, "3e12"),
        (math.inf, "inf"),
        (math.nan, "nan"),
    ],
)
def test_a_number_in_a_graph_is_as_short_as_it_can_be(x, written):
    assert short(x) == written


def test_text_says_how_each_value_was_made_and_who_uses_it():
    out = example()
    assert text(snapshot(out)).splitlines() == [
        "a = 2, used by v2",
        "b = -3, used by v2",
        "v2 = a * b = -6, used by v4",
        "c = 10, used by v4",
        "v4 = v2 + c = 4, used by v6",
        "0.1, used by v6",
        "v6 = v4 * 0.1 = 0.4, used by out",
        "out = tanh(v6) = 0.3799, the output",
    ]
    out.backward()
    assert text(snapshot(out)).splitlines()[0] == "a = 2, grad -0.2567, used by v2"


def test_text_names_every_user_once():
    a = Value(3.0, label="a")
    assert "used by v1 and v2" in text(snapshot(a * a + (-a))).splitlines()[0]


@pytest.mark.parametrize(
    ("made", "formula"),
    [
        (lambda a, b: a - b, "a - b"),
        (lambda a, b: a**2, "a**2"),
        (lambda a, b: a**b, "a ** b"),
        (lambda a, b: -a, "-a"),
        (lambda a, b: a.relu(), "relu(a)"),
        (lambda a, b: a.exp(), "exp(a)"),
        (lambda a, b: 2 / a, "2 / a"),
        (lambda a, b: a * 1.5, "a * 1.5"),
    ],
)
def test_a_formula_reads_like_the_line_that_made_the_value(made, formula):
    records = snapshot(made(Value(2.0, label="a"), Value(3.0, label="b")))
    assert graph.formula(records[-1], records) == formula
