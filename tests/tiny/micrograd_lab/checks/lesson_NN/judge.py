"""Twice and half of numbers that are neither whole nor alike."""

import random

from ..judge import Judge, Misconception


def numbers(seed):
    """Three cases, each a number x between 3 and 9, with a half that is no whole number."""
    chance = random.Random(seed)
    return tuple({"x": chance.randint(3, 8) + 0.25} for _ in range(3))


TWICE = Judge(
    cases=numbers,
    expected=lambda case: 2 * case["x"],
    misconceptions=(
        Misconception("squared", lambda case: case["x"] ** 2, "That is x times x.", "take x two times."),
        Misconception("two more", lambda case: case["x"] + 2, "That is 2 more than x.", "multiply by 2."),
        Misconception("x itself", lambda case: case["x"], "That is x as it was.", "multiply it by 2."),
    ),
)
HALF = Judge(
    cases=numbers,
    expected=lambda case: case["x"] / 2,
    misconceptions=(
        Misconception("twice for half", lambda case: 2 * case["x"], "That is twice x.", "divide by 2."),
        Misconception("rounded down", lambda case: case["x"] // 2, "// rounds down.", "write one /."),
        Misconception("x itself", lambda case: case["x"], "That is x as it was.", "divide it by 2."),
    ),
)
