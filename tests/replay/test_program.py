"""A program is plain data; whatever is none is refused with a sentence before a machine runs it."""

import json
import math
import random

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from micrograd_lab import Value, losses, nn
from micrograd_lab.replay import Choice, machines, record
from micrograd_lab.replay.program import Group, Program, Rows, check, exponent, from_json, spaced, to_json

from .learners import GPT

random_cases = settings(
    derandomize=True, deadline=None, database=None, max_examples=300, suppress_health_check=list(HealthCheck)
)


def of_a_network():
    model = nn.MLP(2, [4, 3, 1], activation="tanh", seed=1)
    x, y = [Value(1.0), Value(2.0)], Value(3.0)
    loss = losses.mean_squared_error([model(x)], [y]) + losses.l2(model.parameters(), 0.1)
    return record(loss, [*x, y], model.parameters()).program


def of_a_gpt():
    gpt = GPT(Value)
    letters, afters, weights = gpt.leaves([0, 1, 2])
    inputs = [*map(Choice, letters), *map(Choice, afters), *weights]
    return record(gpt.loss_of_all(letters, afters, weights), inputs, gpt.parameters()).program


def of_every_op():
    a, w = Value(0.5), Value(0.7)
    root = (a / w - w**a).sigmoid() + (-a.tanh()).exp().log().relu() ** 3 + (w * 2 + 1) * a
    return record(root, [a], [w], collapse=False).program


PROGRAMS = [of_a_network(), of_a_gpt(), of_every_op()]


def program(**other):
    """tanh(w * x + b), as in PROGRAM.md, or with something else in it."""
    groups = (
        Group("matrix", Rows(True, (2,), True), (Rows(False, (0, 1), True), Rows(True, (0, 1), True)), (1, 1, 2)),
        Group("tanh", Rows(True, (3,), True), (Rows(True, (2,), True),)),
    )
    return Program((2, 4), 2, 1, (), (1,), groups, (True, 3))._replace(**other)


def test_the_page_about_the_format_shows_a_program_that_runs():
    machine = machines.made(machines.there()[0], check(program()))
    machine.allot(3)
    machine.parameters[:] = np.array([0.5, 0.25])
    machine.load([np.array([1.0, 2.0, -1.0])])
    machine.forward()
    assert machine.data(True, 3) == pytest.approx(np.tanh([0.75, 1.25, -0.25]))


@pytest.mark.parametrize("found", [*PROGRAMS, program()])
def test_a_program_is_the_same_after_json(found):
    assert from_json(to_json(found)) == found
    assert from_json(json.dumps(json.loads(to_json(found)), indent=1)) == found


def test_constants_that_json_has_no_number_for_are_text_there():
    a = Value(1.0)
    found = record(a * math.inf + Value(math.nan) + a * -math.inf, [a], collapse=False).program
    text = to_json(found)
    assert json.loads(text, parse_constant=lambda name: pytest.fail(name))
    assert repr(from_json(text)) == repr(found)


def test_an_exponent_is_read_from_an_op():
    assert [exponent(op) for op in ("**2", "**-0.5", "**", "+", "**x")] == [2.0, -0.5, None, None, None]


def test_rows_that_are_evenly_spaced_have_a_first_and_a_step():
    assert [spaced(i) for i in [(7, 9, 11), (4,), (3, 3), (5, 4, 3), (1, 2, 4)]] == [
        (7, 2),
        (4, 1),
        (3, 0),
        (5, -1),
        None,
    ]


WEIGHTS, VECTOR, MADE = Rows(False, (0, 1), True), Rows(True, (0, 1), True), Rows(True, (2,), True)


def one(*group, **other):
    return program(groups=(Group(*group),), root=(True, 2), **other)


@pytest.mark.parametrize(
    ("wrong", "found"),
    [
        (one("sin", MADE, (VECTOR,)), "knows .*; got group 0, 'sin'"),
        (one("**x", MADE, (VECTOR,)), r"knows .*; got group 0, '\*\*x'"),
        (one(7, MADE, (VECTOR,)), "knows .*; got group 0, 7"),
        (one("matrix", MADE, (WEIGHTS, VECTOR), (1, 1, 3)), "as many rows as its lengths say"),
        (one("matrix", MADE, (WEIGHTS, VECTOR), (1, 2)), "m, p and k; got 2 lengths"),
        (one("matrix", MADE, (WEIGHTS, VECTOR), (1, 1, 2.0)), "whole numbers"),
        (one("matrix", MADE, (WEIGHTS, VECTOR), (-1, -1, 2)), "from 1 to"),
        (one("dot", MADE, (WEIGHTS, VECTOR), (3,)), "as many rows"),
        (one("dot", MADE, (WEIGHTS, VECTOR), (2, 0)), "from 1 to"),
        (one("dot", MADE, (VECTOR,), (2,)), "gives each op its operands; got 1"),
        (one("sum", MADE, (VECTOR,)), "as many rows"),
        (one("tanh", MADE, (VECTOR,)), "as many rows"),
        (one("tanh", MADE, (Rows(True, (0,), True),), (1,)), "as many rows"),
        (one("tanh", Rows(False, (2,), True), (Rows(True, (0,), True),), heights=(3, 4)), "where an operand has"),
        (one("tanh", MADE, (Rows(True, (4,), True),)), "from 0 to 3; got 4"),
        (one("tanh", MADE, (Rows(True, (-1,), True),)), "from 0 to 3; got -1"),
        (one("tanh", MADE, (Rows(True, (0.0,), True),)), "whole numbers"),
        (one("tanh", MADE, (Rows(True, (3,), True),)), "row 3 in group 0, 'tanh', before it is made"),
        (one("tanh", Rows(True, (0,), True), (Rows(True, (0,), True),)), "writes each row once"),
        (one("neg", Rows(True, (2, 2), True), (VECTOR,)), "writes each row once"),
        (one("neg", Rows(True, (1,), True), (Rows(True, (0,), True),)), "writes each row once"),
        (one("tanh", MADE, (Rows(1, (0,), True),)), "many and moving"),
        (one("max", MADE, (Rows(True, (0, 1), False),), (2,)), "through a maximum"),
        (one("lookup", MADE, (Rows(True, (1,), False), WEIGHTS), (2,)), "looks up by inputs"),
        (one("lookup", MADE, (Rows(True, (0,), True), WEIGHTS), (2,)), "to a choice"),
        (one("lookup", MADE, (Rows(True, (0,), False), WEIGHTS), (3,)), "as many rows"),
        (program(root=(True, 4)), "from 0 to 3; got 4"),
        (program(root=(2, 3)), r"a root \(many, row\)"),
        (program(root=(False, 3)), "from 0 to 1; got 3"),
        (program(root=3), "plain numbers, text and tuples"),
        (program(groups=program().groups[1:]), "row 2 in group 0, 'tanh', before it is made"),
        (program(groups=program().groups * 2), "writes each row once"),
        (program(groups=((1, 2),)), "plain numbers, text and tuples|knows"),
        (program(groups=None), "plain numbers, text and tuples"),
        (program(heights=(2,)), "has two heights; got 1"),
        (program(heights=(2, 10**12)), "heights from 0 to"),
        (program(parameters=3), "parameters"),
        (program(inputs=-1), "inputs"),
        (program(constants=((0, 1.0),)), "writes each row once"),
        (program(constants=((2, 1.0),)), "a constant"),
        (program(constants=((1, "x"),)), "constants that are floats"),
        (program(ones=(1, 1)), "writes each row once"),
    ],
)
def test_what_is_no_program_is_refused_with_a_sentence(wrong, found):
    with pytest.raises(ValueError, match=rf"a program .*({found}).*Record the graph again\."):
        check(wrong)


def places(data, path=()):
    """Where something stands in plain data."""
    yield path
    if isinstance(data, list | dict):
        for key, part in data.items() if isinstance(data, dict) else enumerate(data):
            yield from places(part, (*path, key))


WRONG = [
    0,
    1,
    -1,
    2,
    3,
    5,
    10**9,
    -(10**9),
    2**63,
    0.5,
    math.nan,
    True,
    False,
    None,
    "",
    "+",
    "dot",
    "sum",
    [],
    [0],
    {},
]


def damaged(data, rng):
    """Plain data with one thing in it changed, doubled, left out, or put elsewhere."""
    spots = [path for path in places(data) if path]
    *above, last = rng.choice(spots)
    inside = data
    for key in above:
        inside = inside[key]
    way = rng.randrange(4)
    if way == 0 or not isinstance(inside, list):
        inside[last] = rng.choice(WRONG)
    elif way == 1:
        inside.insert(last, inside[rng.randrange(len(inside))])
    elif way == 2:
        del inside[last]
    else:
        other = rng.randrange(len(inside))
        inside[last], inside[other] = inside[other], inside[last]
    return data


def runs(found):
    """Both ways on three samples, on every machine that there is."""
    for name in machines.there():
        machine = machines.made(name, found)
        machine.allot(3)
        machine.load([np.array([0.0, 1.0, 2.0])] * found.inputs)
        machine.forward()
        machine.backward()
        machine.data(*found.root)
        assert len(machine.parameter_grads) == found.parameters


def refused_or_runs(text):
    refused = None
    try:
        found = from_json(text)
    except ValueError as refusal:
        refused = str(refusal)
    if refused:
        assert refused.startswith("a program ")
        assert refused.endswith("Record the graph again.")
    elif max(found.heights) < 10**5:
        runs(found)


@random_cases
@given(st.integers(0, 10**9), st.sampled_from(PROGRAMS), st.integers(1, 3))
def test_a_damaged_program_is_refused_with_a_sentence_or_runs(seed, whole, slips):
    rng = random.Random(seed)
    data = json.loads(to_json(whole))
    for _ in range(slips):
        data = damaged(data, rng)
    refused_or_runs(json.dumps(data))


@random_cases
@given(st.integers(0, 10**9), st.sampled_from(PROGRAMS))
def test_damaged_text_is_refused_with_a_sentence_or_is_a_program(seed, whole):
    rng, text = random.Random(seed), to_json(whole)
    place = rng.randrange(len(text))
    text = (
        text[:place]
        + rng.choice(["", "0", "]", "[", '"', ",", "x", "\0", "9" * 400])
        + text[place + rng.randrange(9) :]
    )
    refused_or_runs(text)
