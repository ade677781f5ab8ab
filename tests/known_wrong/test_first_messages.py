"""What a wrong answer of lesson 2 is told says what differs and where to look; the line itself is for the last hint."""

import re

import pytest

from micrograd_lab.checks import handout

from .bank import learner
from .test_known_wrong import WRONG, exercise_of, name, quick

__all__ = ["quick"]
BUILT = [entry for entry in WRONG if entry[0].LESSON == "lesson_02" and exercise_of(*entry).points]


def lines_of(number):
    """What the lines of a solution that were not handed out work out, without spaces."""
    handed_out = bare(handout.read(handout.place("02"))["exercises"][number]["stub"])
    lines = [re.sub(r"^return |^\w+ = ", "", line.strip()) for line in handout.right_answer(number).splitlines()]
    return {bare(line) for line in lines if re.search(r"\w\(|[-+*/] ?\w", line) and bare(line) not in handed_out}


def bare(text):
    return re.sub(r"[\s`'\"]", "", text)


def test_what_a_solution_adds_to_what_was_handed_out_is_known():
    assert lines_of("2.2") == {"self+other"}
    assert {"self*other**-1", "self+-other"} < lines_of("2.3")


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(("bank", "answer"), BUILT, ids=map(name, BUILT))
def test_no_message_holds_a_line_of_the_solution(bank, answer):
    exercise = exercise_of(bank, answer)
    outcome = exercise(learner(answer.source, bank.GIVEN))
    said = bare(re.sub(r"in your line \d+, `[^`]*`|in line \d+, `[^`]*`", "", f"{outcome.says} {outcome.tries}"))
    assert [line for line in lines_of(exercise.number) if line in said] == []
