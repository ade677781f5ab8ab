"""0.2: y = 2x + 1 as a function."""

import random

from ..judge import Judge, Misconception
from .readings import READINGS, at, y


def machine_cases(seed):
    chance = random.Random(seed)
    others = (round(chance.uniform(2.5, 9.5), 1), -round(chance.uniform(1.1, 5.9), 1))
    return tuple({"x": x} for x in (6, 0, *others))


MACHINE = Judge(
    machine_cases,
    expected=at(y),
    otherwise=lambda case, result: ("", "call your function with this x in a cell of its own."),
    misconceptions=(
        *READINGS,
        Misconception(
            "always the same",
            lambda case: y(6),
            "It gives 13, whatever x is. That was the answer for one x.",
            "let x stand in the line: 2 * x + 1.",
        ),
        Misconception(
            "whole numbers only",
            lambda case: int(y(**case)),
            "It cuts off what stands behind the point.",
            "leave out int() and //.",
        ),
        Misconception(
            "rounded",
            lambda case: round(y(**case)),
            "It rounds. Numbers with a point are numbers like others here.",
            "leave out round().",
        ),
    ),
)
