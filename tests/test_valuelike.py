"""A class of values is read the same whatever it calls its parts, by everything that reads one."""

import ast
import math
import re
import subprocess
import sys
from pathlib import Path

import pytest

import micrograd_lab
from micrograd_lab import Value, draw, live, valuelike
from micrograd_lab.backward_steps import gradients
from micrograd_lab.checks import lesson_02, lesson_04, lesson_05
from micrograd_lab.engine import OPS
from micrograd_lab.grading.sandbox.stage import make
from micrograd_lab.graph import formula, snapshot, text

PACKAGE = Path(micrograd_lab.__file__).parent
KINDS = (tuple, list, set)
CLOSURES, LOCAL = "closures", "partials"
SPELLED = [(spelling, op) for op, others in valuelike.SPELLINGS.items() for spelling in (op, *others)]


def engine(inputs="inputs", kind=tuple, partials="partials", way=CLOSURES, spelled=lambda op: op, own=None):
    """A right class, as a learner may write it, which keeps its parts under these names."""

    class Scalar:
        def __init__(self, data, made=(), op="", slopes=()):
            self.data, self.grad, self.op = data, 0.0, spelled(op)
            setattr(self, inputs, kind(made) if own is None else own(made))
            if way == LOCAL:
                setattr(self, partials, tuple(slopes))
            elif way == CLOSURES:
                self._backward = lambda: send(self, made, slopes)

        def __add__(self, other):
            other = wrapped(other)
            return Scalar(self.data + other.data, (self, other), "+", (1.0, 1.0))

        def __mul__(self, other):
            other = wrapped(other)
            return Scalar(self.data * other.data, (self, other), "*", (other.data, self.data))

        def __pow__(self, k):
            if not isinstance(k, (int, float)) or (self.data < 0 and k % 1):
                raise ValueError("an exponent is a plain number, and a whole one where the base is negative")
            return Scalar(self.data**k, (self,), f"**{k}", (k * self.data ** (k - 1),))

        def relu(self):
            return Scalar(max(0.0, self.data), (self,), "relu", (float(self.data > 0),))

        def tanh(self):
            t = math.tanh(self.data)
            return Scalar(t, (self,), "tanh", (1 - t * t,))

        def exp(self):
            return Scalar(math.exp(self.data), (self,), "exp", (math.exp(self.data),))

        def log(self):
            return Scalar(math.log(self.data), (self,), "log", (1 / self.data,))

        __radd__ = __add__
        __rmul__ = __mul__
        __neg__ = lambda self: self * -1  # noqa: E731
        __sub__ = lambda self, other: self + -wrapped(other)  # noqa: E731
        __rsub__ = lambda self, other: wrapped(other) - self  # noqa: E731
        __truediv__ = lambda self, other: self * wrapped(other) ** -1  # noqa: E731
        __rtruediv__ = lambda self, other: wrapped(other) / self  # noqa: E731

    def wrapped(other):
        return other if isinstance(other, Scalar) else Scalar(other)

    def send(out, made, slopes):
        for i, slope in zip(made, slopes, strict=True):
            i.grad += slope * out.grad

    return Scalar


def example(cls):
    a, b, c = cls(2.0), cls(-3.0), cls(10.0)
    return (a * b + c).relu() ** 2


NAMES = [(name, kind) for name in valuelike.INPUTS for kind in KINDS]
IDS = [f"{name}-{kind.__name__}" for name, kind in NAMES]


@pytest.mark.parametrize(("name", "kind"), NAMES, ids=IDS)
def test_a_graph_is_recorded_and_drawn_alike_under_every_name(name, kind):
    theirs, ours = snapshot(example(engine(name, kind))), snapshot(example(Value))
    if kind is not set:
        assert [(r.op, r.data, r.inputs) for r in theirs] == [(r.op, r.data, r.inputs) for r in ours]
    assert len(theirs) == len(ours) == 7
    svg = draw.graph(example(engine(name, kind))).svg
    assert (svg.count('<g class="value'), len(re.findall(r'<g class="e\d+_\d+"', svg))) == (7, 6)


@pytest.mark.parametrize(("name", "kind"), NAMES, ids=IDS)
def test_the_checks_of_lessons_2_and_4_accept_a_right_class_under_every_name(name, kind):
    cls = engine(name, kind)
    for check in (lesson_02.first, lesson_02.reflected, lesson_02.rest):
        assert bool(check(cls)) is (kind is not set), check(cls)
        assert kind is not set or check(cls).misconception == "inputs in a set"
    for check in (lesson_04.plus_times, lesson_04.power_relu, lesson_04.functions, lesson_04.all_together):
        assert check(cls), check(cls)


@pytest.mark.parametrize("name", valuelike.PARTIALS)
def test_local_derivatives_are_found_under_every_name(name):
    cls = engine(partials=name, way=LOCAL)
    assert lesson_04.plus_times(cls)
    assert lesson_04.all_together(cls)
    assert gradients(example(cls)) == pytest.approx(gradients(example(Value)))
    view = live.backward(example(cls))
    view.finish()
    assert view.walk.gradients == pytest.approx(gradients(example(Value)))


@pytest.mark.parametrize("name", valuelike.INPUTS)
def test_what_is_handed_to_a_function_of_ones_own_answers_to_every_name(name):
    def topological(root):
        order, seen = [], set()

        def visit(v):
            if v not in seen:
                seen.add(v)
                for i in getattr(v, name):
                    visit(i)
                order.append(v)

        visit(root)
        return order

    def backward(root):
        for v in topological(root):
            v.grad = 0.0
        root.grad = 1.0
        for v in reversed(topological(root)):
            for i, partial in zip(getattr(v, name), v._local_grads, strict=True):
                i.grad += partial * v.grad

    def trace(root):
        nodes = topological(root)
        return nodes, [(i, v) for v in nodes for i in getattr(v, name)]

    assert lesson_02.trace(trace)
    assert lesson_05.order(topological)
    assert lesson_05.backward(backward)


@pytest.mark.parametrize(("spelling", "op"), SPELLED, ids=[spelling for spelling, _ in SPELLED])
def test_an_operation_has_one_spelling_whatever_a_class_calls_it(spelling, op):
    many = 2 if op in ("+", "-", "*", "/", "**") else 1
    for written in (spelling, f" {spelling}", spelling.capitalize(), spelling.upper()):
        assert valuelike.canonical(written, many) == op


@pytest.mark.parametrize(
    ("spelling", "op"),
    [
        ("**2", "**2"),
        ("**2.0", "**2"),
        ("** 2", "**2"),
        ("^2", "**2"),
        ("pow2", "**2"),
        ("pow(2)", "**2"),
        ("**-1", "**-1"),
        ("**0.5", "**0.5"),
        ("pow(-1.0)", "**-1"),
        ("power_3", "**3"),
        ("__pow__", "**"),
        ("__add__", "+"),
        ("", ""),
        ("sum", "sum"),
        ("mse loss", "mse loss"),
        ("**k", "**k"),
        ("powder", "powder"),
    ],
)
def test_a_power_by_a_number_says_which(spelling, op):
    assert valuelike.canonical(spelling) == op


@pytest.mark.parametrize("op", OPS)
def test_the_engines_own_operations_are_spelled_as_they_are(op):
    assert valuelike.canonical(op, 1 if op.isalpha() else 2) == op


def test_a_minus_with_one_input_is_neg_and_in_a_set_it_is_the_difference_of_one_value():
    assert valuelike.canonical("-", 1) == "neg"
    cls = engine(kind=set)
    a = cls(3.0)
    records = snapshot(cls(0.0, (a, a), "-"))
    assert formula(records[-1], records) == "3 - 3"


def test_an_operation_may_be_a_function_or_a_class_and_shows_no_address():
    cls = engine()
    for op in (max, lambda x: x, type("Relu", (), {}), 3, None):
        v = cls(1.0, (cls(1.0),))
        v.op = op
        assert "0x" not in text(snapshot(v))
    v.op = type("Relu", (), {})
    assert snapshot(v)[-1].op == "ReLU"


def test_a_check_takes_an_operation_by_its_name_in_words():
    words = {"+": "add", "*": "mul", "relu": "ReLU"}
    assert lesson_02.first(engine(spelled=lambda op: words.get(op, op)))
    assert lesson_02.first(engine(spelled=lambda op: "mul" if op else "")).misconception == "named by another operation"


@pytest.mark.parametrize("check", [lesson_04.plus_times, lesson_04.all_together])
def test_a_step_back_is_asked_for_whatever_the_inputs_are_called(check):
    assert check(engine("made_of"))


@pytest.mark.parametrize("check", [lesson_02.first, lesson_02.rest])
def test_a_check_says_which_attribute_it_saw_and_names_no_misconception(check):
    outcome = check(engine("made_of"))
    assert not outcome
    assert outcome.misconception == ""
    assert "values stand in `made_of`" in outcome.says
    assert ", ".join(valuelike.INPUTS) in outcome.says
    assert outcome.tries.startswith("call it `inputs`")


def test_two_attributes_that_hold_one_input_each_are_both_named():
    class Pair:
        def __init__(self, data, one=None, two=None, op=""):
            self.data, self.one, self.two, self.op = data, one, two, op

        def __add__(self, other):
            other = other if isinstance(other, Pair) else Pair(other)
            return Pair(self.data + other.data, self, other, "+")

        def __mul__(self, other):
            other = other if isinstance(other, Pair) else Pair(other)
            return Pair(self.data * other.data, self, other, "*")

    assert "values stand in `one` and `two`" in lesson_02.first(Pair).says
    with pytest.raises(TypeError, match="holds values in `one` and `two`, and none under a name that is known here"):
        draw.graph(Pair(1.0) + 2)
    assert len(snapshot(Pair(1.0))) == 1


def test_left_and_right_and_what_made_a_value_are_where_its_inputs_may_stand():
    class Maker:
        def __init__(self, parents):
            self.parents = parents

    class Pair:
        def __init__(self, data, left=None, right=None):
            self.data, self.left, self.right = data, left, right

    class Made:
        def __init__(self, data, *parents):
            self.data, self.creator = data, Maker(parents)

    for cls in (Pair, Made):
        a, b = cls(1.0), cls(2.0)
        assert valuelike.inputs_of(cls(3.0, a, b)) == (a, b)
        assert valuelike.inputs_of(a) == ()


def test_derivatives_under_a_name_that_may_be_something_else_are_named_and_not_read():
    cls = engine(partials="grads", way=LOCAL)
    outcome = lesson_04.plus_times(cls)
    assert (outcome.misconception, "a number for each input stands in `grads`" in outcome.says) == ("", True)
    assert snapshot(example(cls))[-1].partials == ()


def test_a_class_that_sends_back_by_itself_may_call_its_parts_what_it_likes():
    cls = engine("made_of")

    def backward(self):
        self.grad, todo = 1.0, [self]
        for v in todo:
            todo += v.made_of
        for v in todo:
            v._backward()

    cls.backward = backward
    assert lesson_04.plus_times(cls)


def test_a_set_of_several_has_no_order_for_its_derivatives():
    records = snapshot(example(engine(kind=set, way=LOCAL)))
    assert [len(r.partials) for r in records if r.inputs] == [0, 0, 1, 1]


def test_a_list_of_what_is_no_number_is_no_list_of_derivatives():
    cls = engine(way=LOCAL)
    assert snapshot(cls(1.0, (cls(1.0),), "tanh", (lambda g: g,)))[-1].partials == ()


def test_a_view_says_why_a_value_that_is_there_already_cannot_be_moved():
    with pytest.raises(TypeError, match=r"worked out once.*live\.graph\(f, engine=Scalar, a=2\.0\)"):
        live.graph(example(engine("parents")))


def test_no_other_file_has_a_list_of_these_names():
    private = {name for name in (*valuelike.INPUTS, *valuelike.PARTIALS, *valuelike.OPS) if name[0] == "_"}
    for path in PACKAGE.rglob("*.py"):
        if path.name != "valuelike.py":
            tree = ast.parse(path.read_text(encoding="utf-8"))
            found = {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)}
            found |= {n.attr for n in ast.walk(tree) if isinstance(n, ast.Attribute)}
            assert not found & private, path


@pytest.mark.parametrize("lesson", ["02", "04", "05"])
def test_the_names_are_laid_beside_a_learners_code(lesson, tmp_path):
    make(lesson, tmp_path)
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import micrograd_lab.checks.lesson_{lesson}.probe"
    code += "; import micrograd_lab.valuelike as v; print(v.__file__)"
    ran = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == str(tmp_path / "micrograd_lab" / "valuelike.py")
