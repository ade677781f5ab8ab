"""What a judge makes of replies: in what time and memory, and whether it ever gives a point for what is not right."""

import json
import math
import time
import tracemalloc
from typing import NamedTuple

import numpy as np
from known_wrong.bank import banks, learner

from micrograd_lab import Value, checks
from micrograd_lab.checks import Passed, lesson_06
from micrograd_lab.checks.beside.run import run_probe
from micrograd_lab.checks.judge import same
from micrograd_lab.checks.lesson_06.checking import RIGHT, checked
from micrograd_lab.checks.lesson_08.right_loops import RIGHT_LOOPS
from micrograd_lab.checks.wrong_engines import WRONG, exposed

from .replies import replies

SECONDS, MEMORY = 5.0, 96 << 20  # of one reply; a hundredth of a second and little more is usual


def exercises():
    return [(number, one) for number in checks.lessons() for one in checks.lesson(number).exercises]


def right_results(number, one, cases):
    """What a right answer of the bank gives."""
    bank = banks()[number]
    module = checks.import_module(f"micrograd_lab.checks.{bank.LESSON}")
    called = next(name for name, e in vars(module).items() if e is one)
    source = next(answer.source for answer in bank.RIGHT if answer.exercise == called)
    return run_probe(one.probe, learner(source, bank.GIVEN), cases, 5.0)


class Judged(NamedTuple):
    """What became of one reply: seconds of the processor, and bytes at most."""

    kind: str
    reply: list
    outcome: object
    seconds: float
    bytes: int


def judged(one, cases, right, many, seed=0):
    """[Judged] of so many replies to these cases."""
    found = []
    one.judged(cases, right)  # what is worked out once for a class
    for kind, told in replies(seed, many, right):
        reply = json.loads(json.dumps(told))
        tracemalloc.start()
        began = time.process_time()
        outcome = one.judged(cases, reply)
        taken, held = time.process_time() - began, tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        found.append(Judged(kind, reply, outcome, taken, held))
    return found


def faults(one, cases, right, found):
    """What is wrong with what a judge made of them, in words."""
    for kind, reply, outcome, seconds, held in found:
        told = json.dumps(reply)[:400]
        if seconds > SECONDS:
            yield f"{kind}: {seconds:.1f} s for {told}"
        if held > MEMORY:
            yield f"{kind}: {held >> 20} MB for {told}"
        if len(outcome.text) > 1 << 20:
            yield f"{kind}: a text without end for {told}"
        if isinstance(outcome, Passed) and not _is_right(one, cases, right, reply):
            yield f"{kind}: passed by {told}"
        if kind in ("junk", "huge") and getattr(outcome, "share", 0) > 0 and not _by_luck(reply):
            yield f"{kind}: {outcome.share} of the points for {told}"


def _is_right(one, cases, right, reply):
    """Right by another way than its judge: the right results, or what an oracle says."""
    oracle = ORACLES.get(one.number)
    return all(
        same(r, own, one.judge.tolerance) or (oracle and oracle(case, own))
        for case, r, own in zip(cases, right, reply, strict=True)
    )


def _by_luck(reply):
    """Is something so short among them that it may be a right letter or truth value?"""
    return any(len(json.dumps(own)) < 12 for own in reply)


def _is_an_order(case, names):
    graph, place = case["graph"], case["names"]
    if isinstance(names, dict):
        return all(_is_an_order(case, names[key]) for key in ("first", "again"))
    at = {place[name]: n for n, name in enumerate(names)}
    return len(names) == len(at) == len(place) and all(
        at[i] < at[v] for v, inputs in enumerate(graph["inputs"]) for i in inputs
    )


def _recursion_fails(case, told):
    """5.4, on Values made from what was told, by a recursion that is written out."""
    made = {}

    def make(v):
        if v not in made:
            of = [make(i) for i in told["inputs"][v]]
            op, here = told["ops"][v], told["data"][v]
            made[v] = Value(here) if not of else of[0] + of[1] if op == "+" else of[0] * of[1]
        return made[v]

    y = make(told["root"])
    y.backward()
    leaves = [made[place] for place in told["leaves"].values() if place in made]
    right = [leaf.grad for leaf in leaves]
    for v in made.values():
        v.grad = 0.0

    def send(v):
        for i, partial in zip(v.inputs, v.partials, strict=True):
            i.grad += partial * v.grad
        for i in v.inputs:
            send(i)

    y.grad = 1.0
    send(y)
    numbers = all(abs(v.data - told["data"][place]) < 1e-9 for place, v in made.items())
    return numbers and [leaf.grad for leaf in leaves] != right


def _exposes(case, told):
    return any(exposed(WRONG[case["engine"]], program) for program in told["programs"])


def _tells_apart(case, told):
    """8.2: what a test says of a loop is its own word; all pass a right one, and some refuse a broken one."""
    return (set(told["said"]) == {"pass"}) == (case["loop"] in RIGHT_LOOPS.values())


def _parts_corners(case, nine):
    """7.4: the nine numbers' own net, a score of at least 1 on the side of each corner."""
    (w1, w2, b1, w3, w4, b2, v1, v2, b), relu = nine, lambda x: max(0.0, x)
    scores = (
        side * (v1 * relu(w1 * x1 + w2 * x2 + b1) + v2 * relu(w3 * x1 + w4 * x2 + b2) + b)
        for x1, x2, side in case["corners"].values()
    )
    return min(scores) >= 1 - 1e-9


def _brings_over(case, told):
    """9.5: with so much added to the number at that place, each point is on the side of its label."""
    place, by = told
    hidden, out = ([*map(list, case["network"]["hidden"])], list(case["network"]["out"]))
    flat = [(unit, n) for unit in (*hidden, out) for n in range(len(unit))]
    unit, n = flat[int(place)]
    unit[n] += by
    for (x1, x2), label in zip(case["points"], case["labels"], strict=True):
        opened = [max(0.0, w1 * x1 + w2 * x2 + b) for w1, w2, b in hidden]
        score = sum(v * h for v, h in zip(out[:-1], opened, strict=True)) + out[-1]
        if (score > 0) != (label > 0):
            return False
    return True


def _keeps_the_spread(case, told):
    """11.1: of all its numbers, as an array."""
    numbers = np.array(told["draws"])
    wanted = {"relu": 2**0.5, "linear": 1.0, "tanh": 4 / 3}[case["activation"]] / case["nin"] ** 0.5
    off = {"relu": 0.11, "linear": 0.11, "tanh": 0.4}[case["activation"]]
    whole = numbers.shape == (case["draws"], case["nout"], case["nin"])
    return whole and abs(numbers.std() / wanted - 1) < off and abs(numbers.mean()) < 0.11 * numbers.std()


def _recovers(case, told):
    """11.3: the patient, trained as arrays."""
    patient = told["patient"]
    weights, biases = ([np.array(x, float) for x in patient[name]] for name in ("weights", "biases"))
    points, labels = np.array(patient["points"], float), np.array(patient["labels"], float)
    with np.errstate(all="ignore"):
        for _ in range(201):
            answers = [points]
            for n, (w, b) in enumerate(zip(weights, biases, strict=True)):
                z = answers[-1] @ w.T + b
                bent = np.maximum(z, 0) if patient["activation"] == "relu" else np.tanh(z)
                answers.append(z if n == len(weights) - 1 else bent)
            lacks = 1 - labels * answers[-1][:, 0]
            back = (-labels * (lacks > 0) / len(labels))[:, None]
            for n in reversed(range(len(weights))):
                slopes, bias_slopes = back.T @ answers[n], back.sum(0)
                a = answers[n]
                back = (back @ weights[n]) * ((a > 0) if patient["activation"] == "relu" else 1 - a * a)
                weights[n] = weights[n] - patient["rate"] * slopes
                biases[n] = biases[n] - patient["rate"] * bias_slopes
    return bool((lacks < 1).sum() >= 15 and np.maximum(lacks, 0).mean() < 0.3)


def _but_for_nan(case, told):
    """6.1: nobody says what NaN agrees with."""
    right = checked(RIGHT)(case)
    pairs = zip(told, right, case["grads"], strict=True)
    return all(own is expected or (claim == "nan" and own is True) for own, expected, claim in pairs)


def _cleared_between(case, told):
    """6.3: what lies between may have 0 in the end."""
    expected = lesson_06.again.judge.expected(case)
    inner = {name for name, place in case["names"].items() if case["graph"]["inputs"][place]}
    return all(same(told[name], x) or (name in inner and told[name] == 0) for name, x in expected.items())


def _in_the_hole_soon(case, told):
    """Whether a ball that goes this way is in each hole, and early enough: any way may be somebody's club's."""
    counts = []
    for one, way in zip(case["bowls"], told["ways"], strict=True):
        before, count = one["place"], 300
        for n, place in enumerate(way[:300], 1):
            if math.dist(place, one["hole"]) < 0.2 and math.dist(place, before) < 0.2:
                count = n
                break
            before = place
        counts.append(count)
    return max(counts) < 300 if case["most"] == 300 else sum(counts) <= case["most"] * len(counts)


ORACLES = {
    "10.4": _in_the_hole_soon,
    "6.1": _but_for_nan,
    "6.3": _cleared_between,
    "5.1": _is_an_order,
    "5.4": _recursion_fails,
    "6.2": _exposes,
    "7.4": _parts_corners,
    "8.2": _tells_apart,
    "9.5": _brings_over,
    "11.1": _keeps_the_spread,
    "11.2": lambda case, told: sorted(told) == [n for n, a in enumerate(case["outputs"]) if max(a) == 0],
    "11.3": _recovers,
}
