"""Progress: what was tried of each exercise, kept and shown."""

import os
import subprocess
import sys
from xml.etree import ElementTree

from micrograd_lab import journal, live
from micrograd_lab.checks import lesson_05
from micrograd_lab.checks import lesson_06 as check


def tried(number, outcome, misconception="", points=0.0, of=2.0, title="A title"):
    journal.add(
        "attempt", exercise=number, title=title, outcome=outcome, misconception=misconception, points=points, of=of
    )


def test_attempts_hints_and_solutions_make_a_record_for_each_exercise():
    tried("5.2", "NotAttempted")
    tried("5.2", "Incorrect", "just recurse", points=0.5)
    tried("5.2", "Incorrect", "just recurse", points=0.25)
    tried("5.2", "Incorrect", "no seed", points=0.25)
    journal.add("hint", exercise="5.2", level=2)
    journal.add("hint", exercise="5.2", level=1)
    tried("5.2", "Passed", points=2.0)
    tried("5.2", "Passed", points=2.0)
    tried("5.2", "Incorrect", points=1.0)
    journal.add("solution", exercise="5.2")
    (record,) = journal.progress()
    first = next(e["time"] for e in journal.entries("attempt") if e["outcome"] == "Passed")
    assert record == {
        "exercise": "5.2",
        "lesson": "5",
        "title": "A title",
        "attempts": 6,
        "passed": first,
        "took": 4,
        "misconceptions": {"just recurse": 2, "no seed": 1},
        "hints": 2,
        "solution": True,
        "points": 2.0,
        "of": 2.0,
    }


def test_records_stand_in_the_order_of_their_numbers():
    for number in ("10.1", "5.10", "5.9", "x", "5.2b", "5.2"):
        tried(number, "Incorrect")
    assert [r["exercise"] for r in journal.progress()] == ["5.2", "5.9", "5.10", "5.2b", "10.1", "x"]


def test_a_check_keeps_what_progress_needs():
    check.again([1.0, 1.0, 1.0])
    lesson_05.order(lambda root: [root])
    lesson_05.order.hint()
    given = {r["exercise"]: r for r in journal.progress()}
    order = given[lesson_05.order.number]
    assert (order["title"], order["of"]) == (lesson_05.order.title, lesson_05.order.points)
    assert (order["attempts"], order["passed"], order["hints"]) == (1, "", 1)
    assert order["points"] == lesson_05.order.earned() < order["of"]
    assert given[check.again.number]["attempts"] == 1


def some_progress():
    tried("5.1", "Passed", points=2.0)
    tried("5.2", "Incorrect", "= for <+=>", points=0.5)
    tried("5.2", "Incorrect", "= for <+=>", points=0.5)
    tried("6.1", "NotAttempted", title="Check & gradients")
    journal.add("hint", exercise="6.1", level=3)


def test_it_is_shown_by_lesson_with_words_and_shapes_and_without_times():
    some_progress()
    assert repr(live.progress()) == (
        "1 of 3 exercises passed, 2.5 of 6 points.\n"
        "lesson 5\n"
        "  ● passed  5.1 A title; passed at once; 2 of 2 points\n"
        "  ◐ tried  5.2 A title; 2 so far; 0.5 of 2 points; you met: = for <+=> (2 times)\n"
        "lesson 6\n"
        "  ○ not tried yet  6.1 Check & gradients; 0 of 2 points; seen: hints 1 to 3"
    )


def test_its_tables_have_captions_and_headings_for_rows_and_columns():
    some_progress()
    page = ElementTree.fromstring(f"<div>{live.progress()._repr_html_()}</div>")
    tables = page.findall("table")
    assert [table.find("caption").text for table in tables] == ["Lesson 5", "Lesson 6"]
    for table in tables:
        columns = table.findall("thead/tr/th")
        assert [th.get("scope") for th in columns] == ["col"] * 6
        for row in table.findall("tbody/tr"):
            assert row[0].get("scope") == "row"
            assert len(row) == 6
    states = ["".join(row[1].itertext()) for table in tables for row in table.findall("tbody/tr")]
    assert states == ["● passed", "◐ tried", "○ not tried yet"]
    assert "= for <+=> (2 times)" in "".join(page.itertext())
    hidden = [span.get("aria-hidden") for span in page.iter("span")]
    assert hidden == ["true"] * 3


def test_nothing_tried_is_said():
    assert repr(live.progress()) == "No exercise has been checked yet."
    assert "<table" not in live.progress()._repr_html_()


def test_it_is_the_same_in_another_process():
    some_progress()
    code = "from micrograd_lab import live; print(live.progress()); print(live.progress()._repr_html_())"
    run = subprocess.run([sys.executable, "-X", "utf8", "-c", code], capture_output=True, env=os.environ, check=True)
    assert run.stdout.decode() == f"{live.progress()}\n{live.progress()._repr_html_()}\n"
