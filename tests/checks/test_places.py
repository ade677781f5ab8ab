"""While a learner's function runs, nothing within its reach is an order of its nodes, or says what it is asked."""

import gc
import inspect
import json
import os
import random
import subprocess
import sys
from importlib import import_module

import pytest
from places import ROOT

from micrograd_lab import checks
from micrograd_lab.checks import lesson_05, lesson_06
from micrograd_lab.checks.beside.number import Number, placed
from micrograd_lab.checks.beside.run import run_probe
from micrograd_lab.checks.lesson_05.judge_order import is_order
from micrograd_lab.checks.wrong_engines.places import described, graph_of, lines_of
from micrograd_lab.grading.sandbox.stage import files_for

SEEDS = range(5)
ALONE = os.environ | {"PYTHONPATH": str(ROOT)}


def below(root):
    found = [root]
    for v in found:
        found += [i for i in v.inputs if not any(i is o for o in found)]
    return found


def as_made(root):
    return [v for v in gc.get_objects() if type(v) is type(root) and any(v is o for o in below(root))]


def first(of):
    return lambda root: sorted(below(root), key=of)


SHORT_WAYS = {
    "the collector's order": as_made,
    "where they lie": first(id),
    "where their inputs lie": first(lambda v: id(v.inputs)),
    "where their derivatives lie": first(lambda v: id(v.partials)),
    "where their numbers lie": first(lambda v: id(v.data)),
    "where their attributes lie": first(lambda v: id(v.__dict__)),
    "as a set has them": lambda root: list(set(below(root))),
    "by their numbers": first(lambda v: v.data),
    "by how many inputs": first(lambda v: len(v.inputs)),
    "by what they say": first(repr),
}


@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize("way", SHORT_WAYS)
def test_no_short_way_finds_an_order(way, backwards):
    def topological(root):
        found = SHORT_WAYS[way](root)
        return found[::-1] if backwards else found

    for seed in SEEDS:
        outcome = lesson_05.order(topological, seed=seed)
        assert not outcome
        assert outcome.right < outcome.cases / 2 + 1


# As in a sandbox: no judge is there, and the case is in nobody's hands but the probe's.
LOOKS = """
import contextlib, gc, json, sys
from importlib import import_module

def ask(module, name):
    asked = getattr(import_module(module), name)

    def looks(*given):
        gc.collect()
        text = open(sys.argv[1]).read()
        known = list(json.loads(text)["graph"].values())[1:3]
        own = {id(one) for one in known}
        frame, held = sys._getframe(1), []
        while frame:
            held += frame.f_locals.values()
            frame = frame.f_back
        for thing in [*held, *gc.get_objects()]:
            if isinstance(thing, dict) and any(isinstance(thing.get(key), dict) for key in ("graph", "names")):
                print("a case")
            if isinstance(thing, list) and id(thing) not in own and thing in known:
                print("a list of the graph's")
            if isinstance(thing, str) and '"partials"' in thing:
                print("a case as text")

    with contextlib.suppress(TypeError):  # what it gives is no answer
        asked(looks, json.load(open(sys.argv[1])))
    print("looked")

ask(*sys.argv[2:])
"""


@pytest.mark.parametrize("exercise", [lesson_05.order, lesson_05.backward, lesson_05.deep, lesson_06.again])
def test_a_probe_leaves_nothing_of_a_case_in_reach(exercise, tmp_path):
    (tmp_path / "case").write_text(json.dumps(exercise.cases(3)[3]))
    asked = [exercise.probe.__module__, exercise.probe.__name__]
    run = subprocess.run(
        [sys.executable, "-c", LOOKS, str(tmp_path / "case"), *asked], capture_output=True, text=True, env=ALONE
    )
    assert {*run.stdout.split("\n")} == {"looked", ""}, run.stdout + run.stderr


def reachable(lesson):
    """Every function and method in the modules that lie beside an answer of this lesson."""
    for path in files_for(lesson):
        module = import_module(".".join(["micrograd_lab", *path.with_suffix("").parts]))
        for name, thing in vars(module).items():
            if inspect.isfunction(thing):
                yield f"{path}: {name}", thing
            if inspect.isclass(thing) and thing.__module__ == module.__name__:
                yield from ((f"{path}: {name}.{method}", f) for method, f in vars(thing).items() if callable(f))


@pytest.mark.parametrize("lesson", ["05", "06"])
def test_nothing_that_lies_beside_an_answer_is_one(lesson):
    for exercise in checks.lesson(lesson).exercises:
        cases = exercise.cases(0)
        for name, thing in reachable(lesson):
            results = run_probe(exercise.probe, thing, cases, 0.2)
            right = exercise.judge.verdict(cases, results).right
            assert sum(right) < len(right) / 2, f"{name} answers {exercise.number}"


@pytest.mark.parametrize("lesson", ["05", "06"])
def test_no_walk_no_wrong_engine_and_no_wrong_order_lies_beside_an_answer(lesson):
    names = {path.as_posix() for path in files_for(lesson)}
    assert [name for name in names if "wrong_engines" in name or "walk" in name or "orders" in name] == []


def test_the_places_of_a_graph_are_in_no_order():
    lines, right = ["t = a * b", "u = t + c", "v = u * t", "y = v + a"], 0
    for seed in range(200):
        case = described({"a": 2.0, "b": -3.0, "c": 4.0}, lines, random.Random(seed))
        names = sorted(case["names"], key=case["names"].get)
        right += is_order(case, names) or is_order(case, names[::-1])
    assert right < 20  # of 5,040 orders few are right


def test_a_graph_that_is_laid_out_is_the_one_that_was_described():
    case = described({"a": 2.0, "b": -3.0}, ["t = a * b", "y = t + t * a"], random.Random(1))
    g, told = graph_of(case), lines_of(case)
    assert told == ["t = a * b", "u = t * a", "y = t + u"]
    nodes = placed(case)
    assert "graph" not in case
    assert all(isinstance(v, Number) for v in nodes)
    assert [v.data for v in nodes] == g.data
    assert [[nodes.index(i) for i in v.inputs] for v in nodes] == g.inputs
    assert [list(v.partials) for v in nodes] == g.partials
