"""2.c and 2.d: how many boxes a graph has, counted by walking through it; one nudge, carried along a * b + c."""

import random

from ..judge import Judge, Misconception, in_words, raised
from .judge_trace import CHAIN, GRAPHS, each_road, graph_in_words
from .walks import walked


def count_cases(seed):
    graphs = (GRAPHS[0], GRAPHS[3], GRAPHS[1], GRAPHS[2], CHAIN)
    return tuple({"graph": g, "data": {n: 1.0 + (m if i else 0) for m, (n, i) in enumerate(g.items())}} for g in graphs)


def boxes(case):
    """How many boxes there are."""
    return len(walked(case)["nodes"])


def _roads(case, once=False):
    found = {}
    for name, inputs in case["graph"].items():  # inputs before what is made of them
        found[name] = 1 + sum(found[i] for i in (dict.fromkeys(inputs) if once else inputs))
    return found[name]


def _counts(many):
    return lambda case: {"boxes": many(case)}


COUNT = Judge(
    count_cases,
    _counts(boxes),
    misconceptions=(
        Misconception(
            "as it was",
            _counts(_roads),
            "It still counts a box once for each road that leads to it. Does it look at what it has noted before it "
            "counts, and look for the box itself?",
            "note the boxes that you have met, and count each when you meet it first.",
        ),
        Misconception(
            "twins alone",
            _counts(lambda case: _roads(case, once=True)),
            "Now k - k comes out right, where both arrows end in one sign. A box whose arrows end in different places "
            "is still counted twice: the walk forgets, from one input to the next, whom it has met.",
            "keep one note for the whole walk, not one for each sign.",
        ),
        Misconception(
            "told apart by number",
            _counts(lambda case: len(set(case["data"].values()))),
            "You take boxes with the same number in them for one. They are different boxes.",
            "note the boxes themselves, not their data.",
        ),
        Misconception(
            "leaves alone",
            _counts(lambda case: sum(not inputs for inputs in case["graph"].values())),
            "You count the leaves. What was made of them are boxes too.",
            "count each box that the walk meets.",
        ),
        Misconception(
            "the output left out",
            _counts(lambda case: boxes(case) - 1),
            "One is missing everywhere: the box where the walk begins.",
            "note v itself too.",
        ),
        Misconception(
            "arrows",
            _counts(lambda case: len(walked(case)["edges"])),
            "That is how many arrows there are.",
            "count the boxes at their ends, each once.",
        ),
    ),
    tells=graph_in_words,
    shows=lambda found: in_words(found.get("boxes", found)),
    remarks=lambda cases, results: each_road(results),
    otherwise=lambda case, found: ("", "draw this graph, and count its boxes with a finger."),
)


def carry_cases(seed):
    chance = random.Random(seed)
    other = {name: round(chance.uniform(-4, 4), 1) or 1.0 for name in "abc"}
    return ({"nudge": 0.1, "a": 2.0, "b": -3.0, "c": 10.0}, {"nudge": 0.25, **other}, {"nudge": -0.5, **other})


def _moves(gear):
    return lambda case: case["nudge"] * gear(case)


CARRY = Judge(
    carry_cases,
    _moves(lambda case: case["a"]),
    misconceptions=(
        Misconception(
            ".data of a number",
            None,
            "Here a, b and c are plain numbers, not the Values of the cells above: a number has no data.",
            "write the name alone, without .data.",
            seen=raised("AttributeError", "has no attribute 'data'"),
        ),
        Misconception(
            "its own number",
            _moves(lambda case: case["b"]),
            "You took b, the gear for a nudge of a. Now b itself is nudged, and × multiplies that by the other one.",
            "ask what stands beside b at the ×.",
        ),
        Misconception(
            "the product",
            _moves(lambda case: case["a"] * case["b"]),
            "You took the product itself. How large a product is does not say how fast it grows.",
            "ask by how much a * b grows when b grows by 1.",
        ),
        Misconception(
            "one for one",
            _moves(lambda case: 1.0),
            "That would be right at a +, which hands a nudge on as it is. At × it is multiplied by the other number.",
            "ask by how much a * b grows when b grows by 1.",
        ),
        Misconception(
            "the sum's other side",
            _moves(lambda case: case["c"]),
            "c comes in after the ×, at the +, and a + hands a nudge on as it is whatever stands on its other side.",
            "stay at the ×: by how much does a * b grow when b grows by 1?",
        ),
        Misconception(
            "the sum's other side added",
            lambda case: case["nudge"] * case["a"] + case["c"],
            "The × is right now. But at the + you have added c, and c stands still when b is nudged: y gains what the "
            "product gains, and no more.",
            "ask what is left of c when you take the old y off the new one.",
        ),
        Misconception(
            "the whole output",
            _moves(lambda case: case["a"] * case["b"] + case["c"]),
            "You took y, which says where it stands, not how fast it moves.",
            "stay at the ×: by how much does a * b grow when b grows by 1?",
        ),
    ),
    tells=lambda case: "b nudged by {nudge:g}, at a = {a:g}, b = {b:g}, c = {c:g}".format(**case),
    otherwise=lambda case, found: ("", "work out a * b with the old b and with the new one, and compare."),
)
