"""Lesson 0: y = 2x + 1 as a number, as a function, and as a change."""

import random

from ..judge import Judge, Misconception, same, words


def y(x):
    return 2 * x + 1


def _text_of(right):
    """A number in quotes: the right one, but text."""

    def seen(case, result):
        return isinstance(result, str) and same(float(result), right(case))

    return Misconception(
        "text for a number",
        None,
        "That is text: Python cannot calculate with what stands in quotes.",
        "leave out the quotes.",
        seen=seen,
    )


def _at(slip):
    return lambda case: slip(**case)


# What becomes of 2x + 1 for someone who reads it otherwise: shared by 0.1 and 0.2.
READINGS = (
    (
        lambda x: 2 * x,
        "the 1 left out",
        "That is 2 times x. The 1 is still to be added.",
        "add 1 at the end.",
    ),
    (
        lambda x: 2 * (x + 1),
        "added first",
        "You added 1 first, then doubled. Without brackets, times comes before plus.",
        "double x first, then add 1.",
    ),
    (
        lambda x: x + 3,
        "2x as 2 + x",
        "You added the 2. In 2x no sign stands between them, and that means times.",
        "multiply x by 2, then add 1.",
    ),
    (
        lambda x: 3 * x,
        "2x + 1 as 3x",
        "You put 2x and 1 together to 3x. The 1 is a plain number, not one more x.",
        "double x, then add 1 once.",
    ),
    (
        lambda x: 2 * x - 1,
        "1 taken off",
        "You took 1 off. It is to be added.",
        "write + 1.",
    ),
    (
        lambda x: x**2 + 1,
        "2x as x²",
        "You squared x. 2x is x + x, x² is x times x: they are the same at 0 and 2 only.",
        "write 2 * x, with one star.",
    ),
    (
        lambda x: 2**x + 1,
        "2x as 2 to the power x",
        "You raised 2 to the power x. In Python ** means a power, and * means times.",
        "write 2 * x, with one star.",
    ),
    (
        lambda x: x,
        "x itself",
        "That is x, unchanged.",
        "double it, then add 1.",
    ),
)


# The lesson's example

DOUBLE = Judge(
    cases=lambda seed: ({"x": 2}, {"x": 5}, {"x": -1.5}),
    expected=_at(lambda x: 2 * x),
    otherwise=lambda case, result: ("", "call your function with this x in a cell of its own."),
    misconceptions=(
        Misconception(
            "2 added",
            _at(lambda x: x + 2),
            "You added 2. That is the double at x = 2 alone.",
            "write a star for times.",
        ),
        Misconception(
            "squared",
            _at(lambda x: x**2),
            "You multiplied x by itself. That is the double at x = 2 alone.",
            "write 2 * x, with one star.",
        ),
    ),
)


# 0.1


def line_numbers(seed):
    """x is 6 in the lesson, and from 7 to 99 for one learner."""
    return {"x": random.Random(seed).randint(7, 99) if seed else 6}


def _line(case):
    return y(**case)


LINE = Judge(
    cases=lambda seed: (line_numbers(seed),),
    expected=_line,
    # Not by `expected` alone, which a check shows: here it would give the answer away.
    accepts=lambda case, result: same(result, _line(case)),
    tells=lambda case: f"y = 2x + 1, at x = {case['x']}",
    shows=lambda result: repr(result) if isinstance(result, str) else words(result),
    given=line_numbers,
    otherwise=lambda case, result: ("That is another number than 2x + 1.", "multiply x by 2, then add 1."),
    misconceptions=(
        _text_of(_line),
        *(Misconception(name, _at(slip), says, tries) for slip, name, says, tries in READINGS),
        Misconception(
            "2x as digits",
            lambda case: int(f"2{case['x']}") + 1,
            "You put the digits of x behind the 2. 2x means 2 times x.",
            "multiply x by 2, then add 1.",
        ),
        Misconception(
            "no number",
            None,
            "That is no number.",
            "write the number, or 2 * x + 1. Does the cell above run without an error? If not, y is an old one.",
            seen=lambda case, result: not isinstance(result, (int, float)),
        ),
    ),
)


# 0.2


def machine_cases(seed):
    chance = random.Random(seed)
    others = (round(chance.uniform(2.5, 9.5), 1), -round(chance.uniform(1.1, 5.9), 1))
    return tuple({"x": x} for x in (6, 0, *others))


MACHINE = Judge(
    machine_cases,
    expected=_at(y),
    otherwise=lambda case, result: ("", "call your function with this x in a cell of its own."),
    misconceptions=(
        _text_of(_line),
        *(Misconception(name, _at(slip), says, tries) for slip, name, says, tries in READINGS),
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


# 0.3


def change_cases(seed):
    chance = random.Random(seed)
    others = ((round(chance.uniform(-4, 4), 1), round(chance.uniform(0.2, 0.9), 2)), (2.5, -0.75))
    return tuple({"x": x, "by": by} for x, by in ((1.0, 3.0), *others))


CHANGE = Judge(
    change_cases,
    expected=_at(lambda x, by: 2 * by),
    otherwise=lambda case, result: ("", "print the old y and the new y, then what you return."),
    misconceptions=(
        Misconception(
            "the new y",
            _at(lambda x, by: y(x + by)),
            "That is the new y. Asked is by how much y has grown: the new y minus the old y.",
            "take off 2 * x + 1.",
        ),
        Misconception(
            "the old y",
            _at(lambda x, by: y(x)),
            "That is the old y, before x has grown.",
            "compute y at x + by too, and take the old one off.",
        ),
        Misconception(
            "x's own change",
            _at(lambda x, by: by),
            "That is by how much x grows. y grows twice as fast: 2 * (x + by) doubles `by` too.",
            "compute the new y minus the old y, with a line for each.",
        ),
        Misconception(
            "the slope alone",
            _at(lambda x, by: 2.0),
            "2 is by how much y grows when x grows by 1. Here x grows by `by`.",
            "multiply 2 by how much x grows.",
        ),
        Misconception(
            "1 added to the change",
            _at(lambda x, by: 2 * by + 1),
            "It is 1 too large. The 1 is in the old y and in the new y, so it falls out of the change.",
            "write new - old, with a line for each.",
        ),
        Misconception(
            "brackets left out",
            _at(lambda x, by: 2 * (x + by) + 1 - 2 * x + 1),
            "Brackets are missing: `- 2 * x + 1` takes off 2x and then adds 1 once more.",
            "write new - old, with a line for each; or - (2 * x + 1).",
        ),
        Misconception(
            "sign left out",
            _at(lambda x, by: abs(2 * by)),
            "Where x falls, y falls: the change is below 0 there.",
            "leave out abs().",
        ),
        Misconception(
            "old minus new",
            _at(lambda x, by: -2 * by),
            "The size is right, the sign is turned round: you took the new y off the old one.",
            "compute new - old.",
        ),
        Misconception(
            "x for the change",
            _at(lambda x, by: 2 * x),
            "That is 2 times x, where x stands. Asked is what `by` adds.",
            "compute y at x + by, and take off y at x.",
        ),
    ),
)
