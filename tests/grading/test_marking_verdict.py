"""Whatever a sandboxed process says, it is judged: without an exception, and never passed unless it is right."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from micrograd_lab.grading.handout import handout, lessons
from micrograd_lab.grading.marking.cases import Cases, draw_cases
from micrograd_lab.grading.marking.reply import FORGED, Asked, First, plain
from micrograd_lab.grading.marking.verdict import grade_exercise

EXERCISES = [given for lesson in lessons() for given in handout(lesson).given.values()]
CASES = {one.exercise.number: draw_cases(one.exercise, b"secret") for one in EXERCISES}
WORDS = ["error", "says", "line", "code", "value", "type", "untouched", "inputs", "partials", "leaves", "programs"]
WORDS += ["steps", "output", "nodes", "edges", "gives", "data", "from", "strays", "changed", "op", "a", "b", "TimeUp"]
THREE = Cases(({}, {}), ({},))
SCALARS = (
    st.none() | st.booleans() | st.integers(-5, 5) | st.integers() | st.floats() | st.sampled_from(WORDS) | st.text()
)
JSON = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=6) | st.dictionaries(st.sampled_from(WORDS), inner, max_size=6)
)


def replied(lines, cases, end="done"):
    """The Reply of a process that says these lines when it has said that it is ready."""
    asked = Asked(lambda number, who: None, lambda who: cases)
    for line in ['{"ready": ""}', *lines]:
        asked(line.encode())
    return asked.reply(end, 5)


def results(*some):
    return [json.dumps({"result": result}) for result in some]


@pytest.mark.parametrize("one", EXERCISES, ids=lambda one: one.exercise.number)
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_any_json_is_judged_and_is_not_right(one, data):
    cases = CASES[one.exercise.number]
    result = data.draw(JSON)
    found = grade_exercise(one, cases, replied(results(*[result] * len(cases.all)), cases))
    assert found.state in ("passed", "not yet", "not attempted")
    assert 0 <= found.earned <= found.points
    if len(cases.all) > 1 and one.exercise.number != "6.2":
        assert found.state != "passed"
    assert len(found.text) < 1000


def test_time_that_is_up_in_a_hidden_case_is_told_as_such():
    one = next(one for one in EXERCISES if one.exercise.number == "5.5")
    cases = CASES["5.5"]
    right = [one.exercise.judge.expected(case) for case in cases.all]
    many = len(cases.visible)
    late = {"error": "TimeUp", "says": "5"}
    found = grade_exercise(one, cases, replied(results(*right[:-1], late), cases))
    assert found.state == "not yet"
    assert f"of {len(right) - many} others, 1 had no answer yet when their time was up" in found.text
    assert "negative ones" not in found.tries


@settings(max_examples=200, deadline=None)
@given(lines=st.lists(st.text() | JSON.map(json.dumps)), end=st.sampled_from(["done", "time"]))
def test_any_text_is_read(lines, end):
    assert len(replied(lines, THREE, end).results) == 3


@pytest.mark.parametrize("raw", ["[" * 10**5 + "]" * 10**5, "1" * 10**5, '{"a": ' * 5000 + "1" + "}" * 5000])
def test_what_would_break_a_reader_does_not(raw):
    assert replied([f'{{"result": {raw}}}'], THREE).results == [{"error": "Ended"}] * 3


def test_numbers_and_texts_are_of_sizes_that_can_be_compared():
    assert plain([10**400, 1 << 60, "x" * 9999]) == [float("inf"), float(1 << 60), "x" * 2000]
    deep = 1
    for _ in range(20):
        deep = [deep]
    assert "nest" in str(plain(deep))


def test_more_lines_than_questions_are_no_answer():
    assert replied(results(*[True] * 5), THREE).end == "more answers than questions"


def test_a_case_goes_when_the_one_before_has_come_back():
    asked = Asked(lambda number, who: None, lambda who: Cases(({"x": 1},), ({"x": 2},)))
    assert asked(b'{"result": 1}') == b""
    asked = Asked(lambda number, who: None, lambda who: Cases(({"x": 1},), ({"x": 2},)))
    assert json.loads(asked(b'{"ready": ""}')) == [{"x": 1}]
    assert json.loads(asked(b'{"result": 1}')) == [{"x": 2}]
    assert asked(b'{"result": 2}') == b"null"


@pytest.mark.parametrize(
    "program",
    [
        {"inputs": [9.0, 9.0, 9.0], "steps": [["+", 0, 0]], "output": 3},
        {"inputs": [-2.0, 3.0, 4.0], "steps": [["magic", 0, 0]], "output": 3},
        {"inputs": [-2.0, 3.0, 4.0], "steps": [["+", 0, 9]], "output": 3},
        {"inputs": [-2.0, 3.0, 4.0], "steps": [["+", 0, 0]] * 301, "output": 3},
    ],
)
def test_a_program_that_no_tape_has_written_exposes_no_engine(program):
    one = handout("06").given["6.2"]
    cases = CASES["6.2"]
    programs = [{"programs": [program]}] * len(cases.all)
    assert grade_exercise(one, cases, replied(results(*programs), cases)).earned == 0


def test_no_right_answer_raises_so_that_none_is_matched_by_raising():
    for one in EXERCISES:
        for case in CASES[one.exercise.number].all:
            one.exercise.judge.expected(case)


def test_who_says_more_than_was_asked_is_ended():
    cases = Cases(({"x": 1},), ({"x": 2},))
    for lines in (
        [b'{"result": 1}'],
        [b'{"ready": ""}', b'{"ready": ""}'],
        [b'{"ready": ""}', *[b'{"result": 1}'] * 3],
    ):
        asked = Asked(lambda number, who: None, lambda who: cases)
        assert [asked(line) for line in lines][-1] == b""
        assert asked.reply("stopped", 1.0).end == FORGED


def test_a_cell_that_there_is_not_has_no_place():
    first = First(lambda number, who: None, many=2)
    for line in (b'{"at": 1}', b'{"at": 99}', b'{"at": -1}', b'{"called": "5.1"}'):
        first(line)
    assert first.called == {"5.1": 1}
