"""2.d: one nudge, carried forward along the record of a * b + c by hand."""

import random

from ..judge import Judge, Misconception


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
            "its own number",
            _moves(lambda case: case["b"]),
            "You took b, the gear for a nudge of a. Now b itself is nudged, and at × it is turned by the other one.",
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
            "That would be right at a +, which hands a nudge on as it is. At × it is turned by the other number.",
            "ask by how much a * b grows when b grows by 1.",
        ),
        Misconception(
            "the sum's other side",
            _moves(lambda case: case["c"]),
            "c comes in after the ×, at the +, and a + hands a nudge on as it is whatever stands on its other side.",
            "stay at the ×: by how much does a * b grow when b grows by 1?",
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
