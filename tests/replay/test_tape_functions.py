"""The tape's own exp, ln, tanh and power against mpmath, and at their edges against the engine."""

import math
from array import array
from random import Random

import mpmath
import pytest

from micrograd_lab import Value
from micrograd_lab.replay.program import Group, Program, Rows, check
from micrograd_lab.replay.tape.machine import Machine

NAN, INF = math.nan, math.inf
LARGEST, LEAST, NORMAL = 1.7976931348623157e308, 5e-324, 2.2250738585072014e-308
N, LONG = 1_000, 10_000
KINDS = {
    "exp": (mpmath.exp, 1), "log": (mpmath.log, 1), "tanh": (mpmath.tanh, 1), "**": (mpmath.power, 2),
    "**3": (lambda x: x**3, 2), "**-2": (lambda x: x**-2, 2), "**-0.5": (lambda x: 1 / mpmath.sqrt(x), 2),
    "**0.3": (lambda x: mpmath.power(x, mpmath.mpf(0.3)), 2), "**2": (lambda x: x * x, 0.5),
    "**-1": (lambda x: 1 / x, 0.5), "**0.5": (mpmath.sqrt, 0.5),
}  # fmt: skip


def on_tape(op, *columns):
    """The op of one or two columns, and the gradients of its mean by each of them, times the samples."""
    operands = tuple(Rows(True, (n,), True) for n in range(len(columns)))
    last = len(operands)
    group = Group(op, Rows(True, (last,), True), operands)
    machine = Machine(check(Program((0, last + 1), 0, last, (), (), (group,), (True, last))))
    samples = len(columns[0])
    machine.allot(samples)
    machine.load([array("d", column) for column in columns])
    machine.forward()
    machine.backward()
    return list(machine.data(True, last)), [[g * samples for g in machine.grad(True, n)] for n in range(last)]


def ulps(y, exact):
    """By how many units in the last place y differs from the exact number."""
    place = max(mpmath.frexp(abs(exact))[1] - 53, -1074)
    return float(abs(mpmath.mpf(y) - exact) / mpmath.ldexp(1, place))


def points(op, n, seed):
    """Columns of n points for an op, spread over all sizes, and dense where its formula changes."""
    random = Random(seed)
    sizes = [2.0 ** random.uniform(-60, 9) for _ in range(n)]
    if op == "exp":
        return [[x for _ in range(n // 2) for x in (random.uniform(-745, 709.78), random.uniform(-3, 3))]]
    if op == "tanh":
        return [[x for size in sizes[: n // 2] for x in (random.choice((-1, 1)) * size, random.uniform(-2, 2))]]
    if op == "log":
        wide = [math.ldexp(random.uniform(0.5, 1), random.randint(-1073, 1024)) for _ in range(n // 2)]
        near = [1 + random.choice((-0.4, 1)) * min(1, size) for size in sizes]
        return [[x for pair in zip(wide, near, strict=False) for x in pair]]
    bases = [math.ldexp(random.uniform(0.5, 1), random.randint(-300, 300)) for _ in range(n // 2)]
    bases = [x for b in bases for x in (b, random.uniform(0.5, 2))]
    if op == "**":
        return [bases, [random.uniform(-700, 700) / max(abs(math.log(x)), 1e-9) for x in bases]]
    return [[x if 1e-90 < x < 1e90 else 1.5 for x in bases]]


def furthest(op, n, seed):
    exact, _ = KINDS[op]
    columns = points(op, n, seed)
    with mpmath.workprec(200):
        found = zip(on_tape(op, *columns)[0], *columns, strict=True)
        return max((ulps(y, exact(*map(mpmath.mpf, at))), at) for y, *at in found)


@pytest.mark.parametrize("op", KINDS)
def test_each_is_as_near_to_the_exact_number_as_is_said(op):
    assert furthest(op, N, seed=1)[0] <= KINDS[op][1]


@pytest.mark.long
@pytest.mark.parametrize("op", KINDS)
def test_each_is_at_ten_thousand_points(op):
    assert furthest(op, LONG, seed=2)[0] <= KINDS[op][1]


def same(x, y):
    return repr(x) == repr(y)


@pytest.mark.parametrize(
    ("op", "x", "y"),
    [
        ("exp", 0.0, 1.0), ("exp", -0.0, 1.0), ("exp", INF, INF), ("exp", -INF, 0.0), ("exp", NAN, NAN),
        ("exp", 709.79, INF), ("exp", 1e300, INF), ("exp", -745.2, 0.0), ("exp", -1e300, 0.0), ("exp", -745.0, LEAST),
        ("log", 1.0, 0.0), ("log", 0.0, -INF), ("log", -0.0, -INF), ("log", -1.0, NAN), ("log", -LEAST, NAN),
        ("log", INF, INF), ("log", -INF, NAN), ("log", NAN, NAN), ("log", LEAST, math.log(LEAST)),
        ("tanh", 0.0, 0.0), ("tanh", -0.0, -0.0), ("tanh", INF, 1.0), ("tanh", -INF, -1.0), ("tanh", NAN, NAN),
        ("tanh", 1e300, 1.0), ("tanh", -20.0, -1.0), ("tanh", LEAST, LEAST), ("tanh", -NORMAL, -NORMAL),
        ("sigmoid", INF, 1.0), ("sigmoid", -INF, 0.0), ("sigmoid", 0.0, 0.5), ("sigmoid", NAN, NAN),
        ("sigmoid", -745.0, LEAST), ("sigmoid", 1e300, 1.0),
        ("ReLU", -0.0, 0.0), ("ReLU", NAN, NAN), ("ReLU", -INF, 0.0), ("ReLU", INF, INF), ("ReLU", LEAST, LEAST),
        ("neg", 0.0, -0.0), ("neg", NAN, NAN),
        ("**2", -INF, INF), ("**2", -1e200, INF), ("**2", -3.0, 9.0), ("**-1", 0.0, INF), ("**-1", -0.0, -INF),
        ("**3", -2.0, -8.0), ("**3", -INF, -INF), ("**3", -0.0, -0.0), ("**3", 1e200, INF), ("**3", NAN, NAN),
        ("**0.5", INF, INF), ("**0.5", -1.0, NAN), ("**0.5", -0.0, 0.0), ("**0.5", -INF, INF),
        ("**-0.5", 0.0, INF), ("**-0.5", INF, 0.0), ("**-2", -1e200, 0.0), ("**-3", -0.0, -INF), ("**-3", -INF, -0.0),
        ("**0", NAN, 1.0), ("**0", 0.0, 1.0), ("**1", -7.5, -7.5), ("**1", NAN, NAN),
        ("**1e300", 2.0, INF), ("**1e300", 0.5, 0.0), ("**1e300", -1.0, 1.0), ("**-1e300", 0.5, INF),
        ("**1001", -2.0, -(2.0**1001)), ("**inf", -1.0, 1.0), ("**inf", 0.5, 0.0), ("**-inf", 0.5, INF),
    ],
)  # fmt: skip
def test_edges_are_those_of_the_standard_and_of_the_engine(op, x, y):
    assert [same(found, y) for found in on_tape(op, [x] * 3)[0]] == [True] * 3


def in_engine(op, x):
    v = Value(x)
    calls = {"ReLU": v.relu, "tanh": v.tanh, "exp": v.exp, "log": v.log, "sigmoid": v.sigmoid, "neg": v.__neg__}
    y = calls[op]() if op in calls else v ** float(op[2:])
    y.backward()
    return y.data, v.grad


EDGES = [0.0, -0.0, 1.0, -1.0, 2.0, -2.0, 0.5, INF, -INF, NAN, LEAST, -LEAST, NORMAL, LARGEST, -LARGEST, 700.0, -745.0]
OPS = ["ReLU", "tanh", "exp", "log", "sigmoid", "neg", "**2", "**3", "**-1", "**0.5", "**-0.5", "**0", "**1", "**0.3"]


@pytest.mark.parametrize("x", EDGES)
@pytest.mark.parametrize("op", OPS)
def test_what_the_engine_gives_the_tape_gives_and_where_it_raises_no_finite_number(op, x):
    (y,), ((slope,),) = on_tape(op, [x])
    try:
        exact, grad = in_engine(op, x)
    except (ValueError, ZeroDivisionError, OverflowError):
        assert not math.isfinite(y)
        return
    assert y == pytest.approx(exact, rel=1e-15, abs=0, nan_ok=True)
    assert slope == pytest.approx(grad, rel=1e-15, abs=0, nan_ok=True)


def test_what_is_bitwise_the_engines():
    random = Random(3)
    a, b = ([random.choice((-1, 1)) * 2.0 ** random.uniform(-300, 300) for _ in range(999)] for _ in range(2))
    for op, rule in {
        "+": Value.__add__, "-": Value.__sub__, "*": Value.__mul__, "/": Value.__truediv__,
    }.items():  # fmt: skip
        data, grads = on_tape(op, a, b)
        values = [(Value(x), Value(z)) for x, z in zip(a, b, strict=True)]
        results = [rule(*pair) for pair in values]
        assert data == [y.data for y in results]
        for y in results:
            y.backward()
        for n in range(2):
            assert grads[n] == pytest.approx([pair[n].grad for pair in values], rel=1e-15)
