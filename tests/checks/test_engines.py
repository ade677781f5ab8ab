"""The bank of wrong engines: each is wrong somewhere, and which expressions show it."""

from itertools import combinations

import pytest

from micrograd_lab import Value
from micrograd_lab.checks.beside.lines import graph
from micrograd_lab.checks.beside.tape import taped
from micrograd_lab.checks.judge import same
from micrograd_lab.checks.wrong_engines import NAMED, RIGHT, WRONG, exposed

AT = {"a": -2.0, "b": 3.0, "c": 4.0}
SEVEN = (
    ["y = a + a"],
    ["t = a * b", "y = t + t * c"],
    ["t = a * b", "y = t * c + t"],
    ["y = (a * b) * (a + b)"],
    ["y = a.tanh() + a.exp() + a ** 3"],
    ["y = a.relu() * c + (-a).relu() - 3 * b.relu()"],
    ["y = (2 - a) * (6 / a)"],
)
LECTURE = (["y = a * b + c"], ["y = a + a"], ["y = (a * b) * (a + b)"], ["y = (a * b + c).tanh()"])
DEEPER = (
    ["t = a * b", "u = t * c", "v = u * t", "y = v + u * a + t"],
    ["t = a + b", "u = t * t", "v = u * c", "y = v * a + u * t"],
    ["y = (a.exp() * b).tanh() * c - a.relu() + (3 + b).log()"],
    ["t = a * b", "u = t * c", "v = u + b", "y = (v * a) + t * u"],
)
by_name = pytest.mark.parametrize("engine", WRONG, ids=lambda engine: engine.name)


def program(lines):
    return taped({"inputs": AT, "lines": lines})


def exposing(engine, expressions):
    return [lines for lines in expressions if exposed(engine, program(lines))]


@pytest.mark.parametrize("lines", [*SEVEN, *LECTURE, *DEEPER], ids="; ".join)
def test_the_right_engine_agrees_with_ours(lines):
    y, leaves = graph({"inputs": AT, "lines": lines}, Value)
    y.backward()
    data, grads = RIGHT.run(program(lines))
    assert data == pytest.approx(y.data, rel=1e-12)
    assert grads == pytest.approx([leaf.grad for leaf in leaves.values()], rel=1e-12)
    assert not exposed(RIGHT, program(lines))


@by_name
def test_each_wrong_engine_is_exposed_by_one_of_the_seven_probes(engine):
    assert exposing(engine, SEVEN)


@pytest.mark.parametrize("left_out", range(7))
def test_each_of_the_seven_probes_but_the_first_and_fourth_is_needed(left_out):
    six = SEVEN[:left_out] + SEVEN[left_out + 1 :]
    alive = [engine for engine in WRONG if not exposing(engine, six)]
    assert bool(alive) == (left_out not in (0, 3))


def test_the_lectures_graphs_leave_about_half_of_them_alive():
    alive = [engine.name for engine in WRONG if not exposing(engine, LECTURE)]
    assert (len(alive), len(WRONG)) == (21, 38)
    assert {"just recurse", "just recurse, last input first", "= in exp and pow", "relu always passes"} <= set(alive)


def test_no_two_wrong_engines_are_the_same():
    results = {engine.name: [_result(engine, lines) for lines in (*SEVEN, *LECTURE, *DEEPER)] for engine in WRONG}
    for one, other in combinations(results, 2):
        assert not same(results[one], results[other]), f"{one} is {other}"


def _result(engine, lines):
    data, grads = engine.run(program(lines))
    return [data, *grads]


def test_the_recursive_engines_give_what_is_known_of_them():
    at = {"inputs": {"a": 2.0, "b": -3.0, "c": 4.0}, "lines": SEVEN[1]}
    assert list(RIGHT.gradients(at).values()) == [-15, 10, -6]
    assert list(NAMED["just recurse"].gradients(at).values()) == [-18, 12, -6]
    assert list(NAMED["just recurse, last input first"].gradients(at).values()) == [-30, 20, -6]


def test_recursion_that_never_seems_to_end_is_stopped_and_counts_as_exposed():
    assert exposed(NAMED["just recurse"], program(["y = a", *["y = y + y"] * 30]))
    assert not exposed(NAMED["recurse once"], program(["y = a", *["y = y + y"] * 30]))


@by_name
def test_each_wrong_engine_has_its_names_and_sentences(engine):
    assert len({e.nickname for e in WRONG}) == len(WRONG) == len(NAMED)
    assert engine.nudge.endswith((".", "?"))
    assert engine.says.endswith((".", "?"))
    assert engine.tries.endswith(".")


def test_a_tape_notes_what_is_done_and_to_what():
    assert program(["t = a * b", "y = 2 - t ** 3 / 4"]) == {
        "inputs": [-2.0, 3.0, 4.0],
        "steps": [["*", 0, 1], ["**3.0", 3], ["number", 4.0], ["/", 4, 5], ["number", 2.0], ["rsub", 6, 7]],
        "output": 8,
    }


@pytest.mark.parametrize(
    ("line", "shows"),
    [("y = a.relu() * b", True), ("y = b.relu() * a", True), ("y = a.relu() * a", False), ("y = b.relu() * c", False)],
)
def test_a_gate_that_asks_for_the_gradient_is_exposed_where_just_one_of_the_two_is_negative(line, shows):
    engine = NAMED["relu tests out.grad"]
    assert "just one of the two" in engine.nudge
    assert exposed(engine, program([line])) == shows


def test_a_tape_has_an_end():
    with pytest.raises(ValueError, match="at most 300"):
        program(["y = a", *["y = y + a"] * 301])
