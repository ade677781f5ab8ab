"""live.questions: ten questions before and ten after, kept and not judged; and what they are about is true."""

import ast
import re

import pytest

from micrograd_lab import Value, authoring, journal, live
from micrograd_lab.live.learner.questions import after
from micrograd_lab.live.learner.questions.ten import TEN, UNSURE

ABOUT = {question.about: question for question in TEN}
AFTER = {question.about: question for question in after.TEN}


@pytest.fixture(autouse=True)
def own_journal(tmp_path, monkeypatch):
    monkeypatch.setenv("MICROGRAD_LAB_DATA", str(tmp_path))


def answered(when, answers):
    view = live.questions(when)
    for option in answers:
        view.answer(option)
    return view


RIGHT = [question.right for question in TEN]
RIGHT_AFTER = [question.right for question in after.TEN]
UNSURE_ALL = [UNSURE] * len(TEN)


@pytest.mark.parametrize("ten", [TEN, after.TEN])
def test_there_are_ten_each_with_one_right_answer_among_its_options(ten):
    assert len(ten) == len(ABOUT) == 10
    for question in ten:
        assert len(set(question.options)) == len(question.options) >= 3
        assert question.options.count(question.right) == 1
        assert UNSURE not in question.options


def test_after_the_course_the_same_subjects_are_asked_by_other_questions():
    assert list(AFTER) == list(ABOUT)
    for about, question in AFTER.items():
        numbers = {re.sub(r"[^\d.]", "", word).strip(".") for word in question.text.split()} - {"", "0", "1"}
        assert question.text != ABOUT[about].text
        assert question.right != ABOUT[about].right
        assert len(numbers & {*re.findall(r"[\d.]*\d", ABOUT[about].text)}) <= 1, about


def test_no_prediction_of_a_lesson_asks_what_is_asked_after_the_course():
    asked = [call for source in authoring.sources(None, ("lesson",)) for call in predictions_of(source)]
    assert len(asked) > 10
    words = [{*re.findall(r"[a-z0-9.-]{2,}", text.lower())} for text in asked]
    for question in after.TEN:
        own = {*re.findall(r"[a-z0-9.-]{2,}", question.text.lower())}
        assert max(len(own & others) / len(own) for others in words) < 0.6, question.text


def predictions_of(source):
    """The questions that a lesson's predictions ask, as its script has them."""
    calls = [node for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    named = [word for call in calls for word in call.keywords if word.arg == "question"]
    return [word.value.value for word in named if isinstance(word.value, ast.Constant)]


def test_the_right_answers_after_the_course_are_those_of_the_engine():
    x = Value(5.0)
    (-8 * x).backward()
    assert -0.02 * x.grad == pytest.approx(0.16)
    assert AFTER["slope"].right == "it rises by 0.16"

    w = Value(2.0)
    (0.6 * w).backward()
    assert w.grad > 0
    assert AFTER["sign of a slope"].right == "to a smaller weight"

    def error(h):
        return abs((3 * (3 + h) ** 2 - 3 * 9) / h - 18)

    assert error(1e-8) < 1e-5 < error(1e-15)
    assert AFTER["tiny steps"].right == "the one with 1e-8"

    a, b = Value(2.0), Value(3.0)
    s = a + b
    y = s * s
    assert (y.inputs, s.inputs) == ((s, s), (a, b))
    assert AFTER["graph"].right == "once, with two arrows to y"

    w = Value(5.0)
    loss = w * w
    w.data = 4.0
    assert loss.data == 25.0
    assert (w * w).data == 16.0

    x = Value(1.0)
    (-4 * (0.5 * (0.5 * x))).backward()
    assert float(AFTER["chain rule"].right) == x.grad
    a, b = Value(2.0), Value(5.0)
    (a * b + a).backward()
    assert float(AFTER["several roads"].right) == a.grad

    # Sent at once and again: 2 first, then 2 + 3, where 2 + 3 in all was right.
    assert 2 + (2 + 3) > 2 + 3
    assert AFTER["order"].right == "too much"
    losses = [1.0]
    for _ in range(5):  # a curve of curvature 2, at a rate of 1.1
        losses.append(losses[-1] * (1 - 1.1 * 2) ** 2)
    assert losses[-1] > losses[0]
    assert AFTER["learning rate"].right == "a smaller one"
    apart, error = (860 - 800) / 1000, (0.8 * 0.2 / 1000 + 0.86 * 0.14 / 1000) ** 0.5
    assert apart > 3 * error
    assert AFTER["generalisation"].right == "the one with 860"


def test_the_right_answers_are_those_of_the_engine():
    x = Value(3.0)
    f = 3 * x**2 - 4 * x + 5
    f.backward()
    assert x.grad == 14
    assert float(ABOUT["slope"].right) == pytest.approx(x.grad * 0.01)

    def falls(x):
        return -2 * x

    assert falls(1 - 0.1) > falls(1)
    assert ABOUT["sign of a slope"].right == "to a smaller x"

    def error(h):
        return abs((3 * (3 + h) ** 2 - 4 * (3 + h) - 3 * 9 + 12) / h - 14)

    assert error(1e-8) < error(1e-6) < error(1e-15)
    assert ABOUT["tiny steps"].right == "falls, then rises"

    a = Value(2.0)
    boxes = {id(v) for v in (a, a + a)}
    assert ABOUT["graph"].right == str(len(boxes))
    c = a * Value(3.0)
    a.data = 10.0
    assert float(ABOUT["record"].right) == c.data

    a = Value(1.0)
    (-2 * (3 * a)).backward()
    assert float(ABOUT["chain rule"].right) == a.grad
    a = Value(3.0)
    (a * a + a).backward()
    assert float(ABOUT["several roads"].right) == a.grad


def test_answers_are_kept_one_by_one_and_nothing_says_whether_they_are_right():
    view = live.questions()
    shown = []
    for question in TEN:
        assert question.text in view.text()
        view.answer(question.right)
        shown += [view.message.value, view.status.value, view.title.value]
    assert [(e["test"], e["question"], e["answer"]) for e in journal.entries("answer")] == [
        ("before", question.about, question.right) for question in TEN
    ]
    assert not any("right" in text and "right on" not in text for text in shown)
    assert "10 of 10" not in view.text()
    assert view.text().startswith("All ten are answered.")


def test_no_answer_is_no_answer():
    view = live.questions()
    view.go.click()
    assert "Choose one" in view.message.value
    view.answer("42")
    assert view.number == 0
    assert journal.entries() == []
    view.answer(UNSURE)
    assert view.number == 1


def test_the_button_takes_the_chosen_option_and_back_shows_it_again():
    view = live.questions()
    view.entry.value = TEN[0].options[2]
    view.go.click()
    assert view.answers == {"slope": TEN[0].options[2]}
    assert view.entry.value is None
    view.back.click()
    assert view.entry.value == TEN[0].options[2]
    assert view.back.disabled


def test_a_later_view_goes_on_where_the_last_one_stopped():
    answered("before", UNSURE_ALL[:4])
    assert live.questions().text().startswith("Question 5 of 10.")
    view = answered("before", UNSURE_ALL[4:])
    assert view.text().startswith("All ten")
    view.answer("6")
    assert "All ten are answered" in view.message.value
    view.again.click()
    assert view.text().startswith("Question 1 of 10.")
    assert live.questions("after").text().startswith("Question 1 of 10.")


def test_after_the_course_both_scores_are_told():
    answered("before", [*RIGHT[:3], *UNSURE_ALL[3:]])
    assert answered("after", RIGHT_AFTER).text() == "Before: 3 of 10. Now: 10 of 10."


def test_after_the_course_without_answers_before_it():
    view = answered("after", UNSURE_ALL)
    assert view.text() == "You have not answered all ten before the course. Now: 0 of 10."
    assert view.score("before") is None


def test_what_cannot_be_kept_is_said(monkeypatch):
    monkeypatch.setenv("MICROGRAD_LAB_JOURNAL", "off")
    view = live.questions()
    view.answer(UNSURE)
    assert "The journal is off" in view.message.value
    assert view.number == 1


def test_strange_entries_of_the_journal_are_passed_over():
    journal.add("answer", test="before", question="slope", answer="banana")
    journal.add("answer", test="before", question=["slope"], answer=None)
    journal.add("answer", test="before")
    assert live.questions().answers == {}


def test_another_time_than_before_or_after_is_refused():
    with pytest.raises(ValueError, match='takes "before" or "after"; got \'now\''):
        live.questions("now")
