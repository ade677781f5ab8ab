import ast
import copy
import gc
import math
import pickle
import sys
import tracemalloc

import numpy as np
import pytest

from micrograd_lab import Value, engine, nn
from micrograd_lab.engine import OPS, topological_order

NUMPY_SCALARS = [np.float64(2), np.float32(2), np.float16(2), np.int64(2), np.uint8(2), np.array(2.0)]
OPERATORS = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "**": lambda a, b: a**b,
}
FUNCTIONS = {
    "neg": lambda a: -a,
    "ReLU": lambda a: a.relu(),
    "tanh": lambda a: a.tanh(),
    "exp": lambda a: a.exp(),
    "log": lambda a: a.log(),
    "sigmoid": lambda a: a.sigmoid(),
}


def grads(f, *numbers):
    """The gradients of f at these numbers, by backward()."""
    inputs = [Value(x) for x in numbers]
    f(*inputs).backward()
    return [v.grad for v in inputs]


def slopes(f, *numbers, h=1e-5):
    """The same, by moving one input at a time: f' = (f(x + h) - f(x - h)) / 2h."""
    found = []
    for i, x in enumerate(numbers):
        up, down = (f(*(Value(moved if j == i else n) for j, n in enumerate(numbers))) for moved in (x + h, x - h))
        found.append((up.data - down.data) / (2 * h))
    return found


@pytest.mark.parametrize("op", OPS)
def test_gradient_is_the_measured_slope(op):
    if op in OPERATORS:
        for a, b in [(0.7, 1.3), (2.5, -0.8), (1.9, 3.1)]:
            assert grads(OPERATORS[op], a, b) == pytest.approx(slopes(OPERATORS[op], a, b), rel=1e-8)
    else:
        for a in (0.3, 1.1, 2.4) if op == "log" else (-1.7, 0.3, 2.4):
            assert grads(FUNCTIONS[op], a) == pytest.approx(slopes(FUNCTIONS[op], a), rel=1e-8)


@pytest.mark.parametrize("k", [3, 2, 1, 0, -1, -2, 0.5, 2.5])
def test_power_with_a_fixed_exponent_has_the_measured_slope(k):
    for x in (0.4, 1.9) if k % 1 else (0.4, 1.9, -1.3):
        assert grads(lambda a: a**k, x) == pytest.approx(slopes(lambda a: a**k, x), rel=1e-8, abs=1e-12)


@pytest.mark.parametrize("op", OPERATORS)
@pytest.mark.parametrize("swap", [False, True], ids=["number right", "number left"])
def test_a_plain_number_may_stand_on_either_side(op, swap):
    f = OPERATORS[op]
    out = f(3, Value(2.0)) if swap else f(Value(3.0), 2)
    assert isinstance(out, Value)
    assert out.data == f(3.0, 2.0)
    assert type(out.data) is float


@pytest.mark.parametrize("op", OPERATORS)
@pytest.mark.parametrize("scalar", NUMPY_SCALARS, ids=lambda s: type(s).__name__)
def test_a_numpy_scalar_on_either_side_leaves_a_python_float(op, scalar):
    f = OPERATORS[op]
    for out, expected in [(f(scalar, Value(3.0)), f(2.0, 3.0)), (f(Value(3.0), scalar), f(3.0, 2.0))]:
        assert isinstance(out, Value)
        assert out.data == expected
        assert {type(v.data) for v in topological_order(out)} == {float}
        assert {type(p) for p in out.partials} == {float}


@pytest.mark.parametrize("op", OPS)
def test_an_op_is_named_and_keeps_its_inputs_in_order(op):
    a, b = Value(2.0), Value(3.0)
    out = OPERATORS[op](b, a) if op in OPERATORS else FUNCTIONS[op](b)
    assert out.op == out._op == op
    assert out.inputs == out._prev == ((b, a) if op in OPERATORS else (b,))
    assert len(out.partials) == len(out.inputs)


def test_a_power_with_a_fixed_exponent_carries_it():
    a = Value(2.0)
    assert [(a**k).op for k in (2, 2.0, -1, 0.5, 1e3)] == ["**2", "**2", "**-1", "**0.5", "**1000"]
    assert (a**2).inputs == (a,)


def test_a_leaf_has_no_op_no_inputs_and_no_gradient_yet():
    a = Value(2, label="a")
    assert (a.data, a.grad, a.op, a.inputs, a.partials, a.label) == (2.0, 0.0, "", (), (), "a")
    assert type(a.data) is float


def test_repr_is_that_of_micrograd():
    assert repr(Value(2.0)) == "Value(data=2.0, grad=0.0)"


def test_assignment_operators_make_new_values():
    a = first = Value(2.0)
    a += 1
    a *= 3
    a -= 1
    a /= 2
    a **= 2
    assert (a.data, first.data) == (16.0, 2.0)


def test_the_readme_of_micrograd_gives_its_numbers():
    a, b = Value(-4.0), Value(2.0)
    c = a + b
    d = a * b + b**3
    c += c + 1
    c += 1 + c + (-a)
    d += d * 2 + (b + a).relu()
    d += 3 * d + (b - a).relu()
    e = c - d
    f = e**2
    g = f / 2.0
    g += 10.0 / f
    g.backward()
    assert f"{g.data:.4f} {a.grad:.4f} {b.grad:.4f}" == "24.7041 138.8338 645.5773"


def test_shared_input_receives_both_gradients():
    assert grads(lambda a: a + a, 3.0) == [2.0]
    assert grads(lambda a: a * a, 3.0) == [6.0]
    assert grads(lambda a, b: a * b + a, 3.0, 5.0) == [6.0, 3.0]


def test_a_value_waits_for_all_its_users_before_it_passes_its_gradient_on():
    def diamond(a):
        b = a * 2
        return b + (b * b).tanh() * b

    assert grads(diamond, 0.3) == pytest.approx(slopes(diamond, 0.3), rel=1e-8)


def test_inputs_come_before_outputs_and_none_twice():
    a = Value(1.0)
    b = a + a
    order = topological_order(b * (b + a).exp())
    place = {v: n for n, v in enumerate(order)}
    assert len(place) == len(order) == 5
    assert all(place[i] < place[v] for v in order for i in v.inputs)


def test_backward_twice_gives_twice_the_gradient():
    a = Value(3.0)
    b = a * a
    out = b.tanh() + b
    out.backward()
    once = (a.grad, b.grad, out.grad)
    out.backward()
    assert (a.grad, b.grad, out.grad) == (2 * once[0], once[1], 1.0)


def test_backward_on_a_leaf_twice_gives_two():
    a = Value(3.0)
    a.backward()
    a.backward()
    assert a.grad == 2.0


def test_two_losses_add_up_in_the_leaves_and_not_between():
    a = Value(3.0)
    shared = a * 2
    (shared * 5).backward()
    (shared * 7).backward()
    assert (a.grad, shared.grad) == (24.0, 7.0)


def test_a_gradient_set_to_zero_starts_again():
    a = Value(3.0)
    for _ in range(3):
        a.grad = 0
        (a * a).backward()
    assert a.grad == 6.0


def test_partials_are_as_they_were_when_the_value_was_made():
    a = Value(3.0)
    out = a * a
    a.data = 100.0
    out.backward()
    assert a.grad == 6.0


@pytest.mark.parametrize(("x", "y", "slope"), [(2.0, 2.0, 1.0), (-2.0, 0.0, 0.0), (0.0, 0.0, 0.0), (-0.0, 0.0, 0.0)])
def test_relu_is_flat_up_to_zero(x, y, slope):
    out = Value(x).relu()
    assert (out.data, out.partials) == (y, (slope,))
    assert math.copysign(1, out.data) == 1


@pytest.mark.parametrize("op", OPS)
def test_nan_passes_through(op):
    a = Value(math.nan)
    outs = [OPERATORS[op](a, 2), OPERATORS[op](2, a)] if op in OPERATORS else [FUNCTIONS[op](a)]
    assert all(math.isnan(out.data) for out in outs)


def test_relu_passes_gradients_on_at_nan():
    assert Value(math.nan).relu().partials == (1.0,)


def test_the_square_root_is_vertical_at_zero():
    assert (Value(0.0) ** 0.5).partials == (math.inf,)
    assert (Value(-0.0) ** 0.5).partials == (math.inf,)


def test_zero_to_a_whole_power_has_the_slope_of_the_formula():
    assert [(Value(0.0) ** k).partials for k in (0, 1, 2, 3)] == [(0.0,), (1.0,), (0.0,), (0.0,)]


def test_sigmoid_and_tanh_are_calm_far_out():
    assert [Value(x).sigmoid().data for x in (-800.0, -math.inf, 800.0, math.inf)] == [0.0, 0.0, 1.0, 1.0]
    assert Value(-700.0).sigmoid().data == pytest.approx(math.exp(-700), rel=1e-12)
    assert [Value(x).tanh().data for x in (-1e300, math.inf)] == [-1.0, 1.0]


def test_exp_goes_as_far_as_floats_do():
    assert Value(math.log(sys.float_info.max)).exp().data == pytest.approx(sys.float_info.max, rel=1e-12)
    assert Value(-math.inf).exp().data == 0.0


def test_a_slope_too_large_for_a_float_is_infinite_and_not_an_error():
    assert (Value(1e-200) ** -0.6).partials == (-math.inf,)
    assert Value(5e-324).log().partials == (math.inf,)


ERRORS = {
    "negative base, fractional power": (lambda: Value(-8.0) ** (1 / 3), ValueError, "-8.0 ** 0.3333333333333333"),
    "negative base of a Value power": (lambda: Value(-2.0) ** Value(2.0), ValueError, "-2.0 ** 2.0"),
    "zero base of a Value power": (lambda: Value(0.0) ** Value(2.0), ValueError, "0.0 ** 2.0"),
    "negative number to a Value": (lambda: (-2) ** Value(2.0), ValueError, "-2.0 ** 2.0"),
    "zero to a negative power": (lambda: Value(0.0) ** -1, ZeroDivisionError, "0 has no power -1.0"),
    "power overflow": (lambda: Value(1e200) ** 2, OverflowError, "1e+200 ** 2.0"),
    "power overflow by a Value": (lambda: 10 ** Value(400.0), OverflowError, "10.0 ** 400.0"),
    "log of zero": (lambda: Value(0.0).log(), ValueError, "got 0.0"),
    "log of a negative": (lambda: Value(-1.5).log(), ValueError, "got -1.5"),
    "division by 0": (lambda: Value(3.0) / 0, ZeroDivisionError, "3.0 / 0.0"),
    "division by Value(0)": (lambda: 3 / Value(0.0), ZeroDivisionError, "3.0 / 0.0"),
    "division by -0.0": (lambda: 3 / Value(-0.0), ZeroDivisionError, "3.0 / -0.0"),
    "exp overflow": (lambda: Value(710.0).exp(), OverflowError, "got 710.0"),
    "a whole number too large": (lambda: Value(1.0) * 10**400, OverflowError, "got a larger one"),
    "exp of infinity": (lambda: Value(math.inf).exp(), OverflowError, "got inf"),
}


@pytest.mark.parametrize("case", ERRORS)
def test_an_undefined_result_says_what_was_found_and_what_to_try(case):
    ask, error, found = ERRORS[case]
    with pytest.raises(error) as raised:
        ask()
    message = str(raised.value)
    assert found in message
    assert message.endswith(".")
    assert message.count(". ") >= 1  # a second sentence: what to try


NOT_NUMBERS = {
    "str": ("3", "float(text)"),
    "complex": (3j, "x.real"),
    "complex128": (np.complex128(3j), "x.real"),
    "NoneType": (None, "return"),
    "list": ([1.0], "[Value(x) for x in xs]"),
    "tuple": ((1.0,), "[Value(x) for x in xs]"),
    "dict": ({}, "[Value(x) for x in xs]"),
    "bytes": (b"3", "a Value works with one real number"),
    "ndarray": (np.array([1.0, 2.0]), "[Value(x) for x in xs]"),
}


@pytest.mark.parametrize("kind", NOT_NUMBERS)
@pytest.mark.parametrize("op", [None, *OPERATORS])
def test_what_is_not_a_number_is_refused_by_name_on_either_side(kind, op):
    thing, hint = NOT_NUMBERS[kind]
    if op is None:
        asked = [lambda: Value(thing)]
    else:
        asked = [lambda: OPERATORS[op](Value(2.0), thing), lambda: OPERATORS[op](thing, Value(2.0))]
    for ask in asked:
        with pytest.raises(TypeError) as raised:
            ask()
        assert f"got {kind}." in str(raised.value)
        assert hint in str(raised.value)


def test_a_value_of_a_value_is_refused():
    with pytest.raises(TypeError, match=r"got Value\. It is a Value already"):
        Value(Value(2.0))


def test_booleans_and_integers_become_floats():
    assert [(Value(x).data, type(Value(x).data)) for x in (True, 7)] == [(1.0, float), (7.0, float)]


def test_a_million_ops_forward_and_backward_and_freed():
    gc.collect()
    before = sys.getallocatedblocks()
    a = Value(1e-6)
    out = a
    for _ in range(1_000_000):
        out = out + a
    out.backward()
    assert a.grad == 1_000_001.0
    assert out.data == pytest.approx(1.000001, rel=1e-9)
    a = out = None
    assert sys.getallocatedblocks() - before < 1000


def test_a_dropped_graph_is_no_work_for_the_cycle_collector():
    model = nn.MLP(2, [8, 1], seed=0)
    gc.collect()
    gc.disable()
    try:
        loss = (model([1.0, 2.0]) - 1) ** 2
        loss.backward()
        del loss
        assert gc.collect() == 0
    finally:
        gc.enable()


def bytes_a_node(build):
    gc.collect()
    tracemalloc.start()
    out = build()
    out.backward()
    gc.collect()
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return held / len(topological_order(out))


def test_a_node_takes_200_bytes_or_less_after_backward():
    model = nn.MLP(2, [16, 16, 1], seed=0)

    def network():
        return sum(model([i / 40, 1 - i / 40]).relu() for i in range(40)) * (1 / 40)

    def chain():
        out = a = Value(1e-3)
        for i in range(10_000):
            out = out + a if i % 2 else out * a
        return out

    network().backward()  # the parameters' own gradients are there before the measurement
    for build in (network, chain):
        measured = bytes_a_node(build)
        print(f"{build.__name__}: {measured:.0f} bytes a node")
        assert measured <= 200, f"{build.__name__}: {measured:.0f} bytes a node"


def test_the_engine_imports_math_alone():
    with open(engine.__file__, encoding="utf-8") as file:
        tree = ast.parse(file.read())
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    assert [ast.unparse(node) for node in imports] == ["import math"]


def test_every_op_of_the_table_is_one_that_the_engine_makes():
    assert {*OPERATORS, *FUNCTIONS} == set(OPS)


def again_by_pickle(x):
    return pickle.loads(pickle.dumps(x))


@pytest.mark.parametrize("again", [copy.deepcopy, again_by_pickle])
def test_a_copied_graph_works_with_values_from_before_and_after(again):
    a = Value(3.0, label="a")
    out = (a * a).tanh() + a
    twin = again(out)
    assert [(v.data, v.op, v.label) for v in topological_order(twin)] == [
        (v.data, v.op, v.label) for v in topological_order(out)
    ]
    mixed = twin * 2 + Value(5.0) * out
    mixed.backward()
    twin_a = topological_order(twin)[0]
    assert twin_a is not a
    (slope,) = grads(lambda a: (a * a).tanh() + a, 3.0)
    assert (twin_a.grad, a.grad) == pytest.approx((2 * slope, 5 * slope))


@pytest.mark.parametrize("again", [copy.deepcopy, again_by_pickle])
def test_a_copied_model_gives_the_same_numbers_and_trains_alone(again):
    model = nn.MLP(2, [4, 1], seed=1)
    model([1.0, 2.0]).backward()
    twin = again(model)
    assert [p.grad for p in twin.parameters()] == [p.grad for p in model.parameters()]
    assert twin([0.5, -0.5]).data == model([0.5, -0.5]).data
    twin.parameters()[-1].data += 1.0
    assert twin([0.5, -0.5]).data == model([0.5, -0.5]).data + 1.0


@pytest.mark.parametrize("hat", [lambda a: a ^ 2, lambda a: 2 ^ a, lambda a: a ^ a, lambda a: np.float64(2) ^ a])
def test_a_hat_is_answered_with_two_stars(hat):
    with pytest.raises(TypeError, match=r"\^ is no power .* Write a \*\* b\."):
        hat(Value(3.0))


def test_an_array_of_values_is_told_to_calculate_with_each():
    values = [Value(1.0), Value(2.0)]
    with pytest.raises(TypeError, match=r"got ndarray\. Calculate with each .* \[x / total for x in xs\]"):
        np.array(values) / sum(values)


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("number", [np.float64, np.float32, np.int64, int])
def test_a_number_of_numpy_that_was_assigned_meets_the_same_guards(number):
    def assigned(x):
        v = Value(1.0)
        v.data = number(x)
        return v

    asked = {
        ValueError: [lambda: assigned(-8) ** 0.5, lambda: assigned(-8) ** Value(2.0), lambda: assigned(-8).log()],
        ZeroDivisionError: [lambda: assigned(0) ** -1, lambda: 1 / assigned(0)],
        OverflowError: [lambda: assigned(10) ** 400, lambda: 10 ** assigned(400), lambda: assigned(710).exp()],
    }
    for error, cases in asked.items():
        for ask in cases:
            with pytest.raises(error):
                ask()


def test_an_operation_made_by_hand_as_in_micrograd_gets_and_passes_its_gradient():
    a = Value(0.5)
    b = a * 3
    out = Value(math.sin(b.data), (b,), "sin")

    def send():
        b.grad += math.cos(b.data) * out.grad

    out._backward = send
    y = out * out + b
    y.backward()
    assert (out.op, out.inputs, out.partials) == ("sin", (b,), (math.cos(1.5),))
    assert a.grad == pytest.approx(3 * (2 * math.sin(1.5) * math.cos(1.5) + 1))
    y.backward()
    assert a.grad == pytest.approx(6 * (2 * math.sin(1.5) * math.cos(1.5) + 1))


def test_an_operation_by_hand_on_two_values_sends_to_both_and_on_one_twice_the_sum():
    a, b = Value(2.0), Value(3.0)
    for left, right, grads_of in [(a, b, (3.0, 2.0)), (a, a, (4.0,))]:
        out = Value(left.data * right.data, (left, right), "times")

        def send(left=left, right=right, out=out):
            left.grad += right.data * out.grad
            right.grad += left.data * out.grad

        a.grad, b.grad = 7.0, 8.0
        out._backward = send
        assert (a.grad, b.grad, out.grad) == (7.0, 8.0, 0.0)
        assert out.partials == grads_of


def test_inputs_in_the_second_place_are_no_label():
    out = Value(6.0, (Value(2.0), Value(3.0)))
    assert ([v.data for v in out.inputs], out.label) == ([2.0, 3.0], "")
    with pytest.raises(TypeError, match=r"one or two Values; got 3: .*\. Make it in steps\."):
        Value(6.0, (Value(1.0), Value(2.0), Value(3.0)))


def test_a_single_chain_rule_step_by_hand_is_that_of_micrograd():
    a, b = Value(2.0), Value(3.0)
    product = a * b
    out = product + a
    out.grad = 1.0
    out._backward()
    product._backward()
    a._backward()
    assert (a.grad, b.grad, product.grad) == (4.0, 2.0, 1.0)


@pytest.mark.parametrize("again", [copy.deepcopy, again_by_pickle])
def test_a_graph_too_deep_to_copy_says_so(again):
    out = Value(1.0)
    for _ in range(3000):
        out = out + 1
    with pytest.raises(RecursionError, match=r"3000 levels deep\. Keep the model instead\."):
        again(out)
