"""The journal and the files of a report, through kills and second runs."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest
from places import exercise_notebook, solution_notebook
from typer.testing import CliRunner

from micrograd_lab.cli import app
from micrograd_lab.grading import gradebook
from micrograd_lab.grading.handout import handout
from micrograd_lab.grading.notes import COPY, UNREAD, kind
from micrograd_lab.grading.run import run

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the sandbox is Linux's")
FILE = f"{handout('02').file}.ipynb"


@pytest.fixture
def class_of_six(tmp_path):
    for n, notebook in enumerate([solution_notebook, exercise_notebook] * 3):
        place = tmp_path / "in" / f"learner{n}"
        place.mkdir(parents=True)
        book = json.loads(notebook("02").read_text(encoding="utf-8"))
        book["cells"].append({"cell_type": "code", "metadata": {}, "source": f"mine = {n}", "outputs": []})
        (place / FILE).write_text(json.dumps(book), encoding="utf-8")
    return tmp_path / "in"


def earned(rows):
    return {row.id: row.record["earned"] for row in rows}


def test_a_line_cut_short_is_dropped_and_what_came_before_is_kept(tmp_path):
    book = gradebook.Gradebook(tmp_path)
    book.add("a", {"earned": 1})
    book.add("b", {"earned": 2})
    whole = book.path.read_bytes()
    for cut in (1, 5, len(whole) // 2 - 1):
        book.path.write_bytes(whole[:-cut])
        kept = book.graded()
        assert kept["a"] == {"earned": 1}
        assert "b" not in kept
        book.add("b", {"earned": 2})
        assert book.path.read_bytes() == whole


def test_nothing_is_graded_twice_and_a_changed_submission_is_graded_again(tmp_path, class_of_six):
    first, _ = run(class_of_six, tmp_path / "out", quiet=True, jobs=1)
    lines = (tmp_path / "out" / "private" / "journal.jsonl").read_text().splitlines()
    assert len(lines) == 6
    again, _ = run(class_of_six, tmp_path / "out", quiet=True, jobs=1)
    assert earned(first) == earned(again)
    assert (tmp_path / "out" / "private" / "journal.jsonl").read_text().splitlines() == lines
    (class_of_six / "learner0" / FILE).write_text("{}")
    changed, _ = run(class_of_six, tmp_path / "out", quiet=True, jobs=1)
    assert earned(changed)["learner0"] == 0
    assert earned(changed).items() >= {k: v for k, v in earned(first).items() if k != "learner0"}.items()


def test_what_a_kill_interrupted_goes_on_with_the_same_grades(tmp_path, class_of_six):
    whole, _ = run(class_of_six, tmp_path / "whole", quiet=True, jobs=1)
    out = tmp_path / "out"
    (out / "private").mkdir(parents=True)
    (out / "private" / "seed").write_bytes((tmp_path / "whole" / "private" / "seed").read_bytes())
    command = [sys.executable, "-c", "from micrograd_lab.cli import app; app()", "grade", class_of_six, "--out", out]
    process = subprocess.Popen([*command, "--jobs", "1"], stdout=subprocess.DEVNULL, start_new_session=True)
    journal = out / "private" / "journal.jsonl"
    until = time.monotonic() + 60
    while not (journal.exists() and journal.read_bytes().count(b"\n") >= 2) and time.monotonic() < until:
        time.sleep(0.01)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    kept = journal.read_bytes().count(b"\n")
    assert 2 <= kept < 6
    with journal.open("ab") as file:
        file.write(b'{"key": "half a li')
    rows, _ = run(class_of_six, out, quiet=True, jobs=1)
    assert earned(rows) == earned(whole)
    assert journal.read_bytes().count(b"\n") == 6


def test_the_seed_is_kept_and_is_for_the_teacher_alone(tmp_path):
    book = gradebook.Gradebook(tmp_path)
    secret = book.secret()
    assert gradebook.Gradebook(tmp_path).secret() == secret
    assert len(secret) == 64
    assert (tmp_path / "private").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "private" / "seed").stat().st_mode & 0o777 == 0o600


def test_a_damaged_line_costs_no_later_grade(tmp_path):
    book = gradebook.Gradebook(tmp_path)
    book.add("a", {"earned": 1})
    with book.path.open("ab") as file:
        file.write(b'{"key": "b", "rec\n\xff\n{"key": 3, "record": {}}\n')
    book.add("c", {"earned": 3, "says": "\ud800"})
    for _ in range(2):
        assert book.graded() == {"a": {"earned": 1}, "c": {"earned": 3, "says": "\ud800"}}
    assert (tmp_path / "private" / "journal.damaged.txt").read_bytes().count(b"\n") == 3
    assert book.path.stat().st_mode & 0o777 == 0o600


def test_who_is_missing_and_who_handed_in_twice_is_said(tmp_path, class_of_six):
    from micrograd_lab.grading.intake.roster import Person

    (class_of_six / "learner1" / "copy.ipynb").write_bytes((class_of_six / "learner0" / FILE).read_bytes())
    (class_of_six / "learner1" / "notes.txt").write_text("notes")
    people = [Person(f"learner{n}", f"L {n}", frozenset({f"learner{n}"})) for n in range(1, 8)]
    rows, _ = run(class_of_six, tmp_path / "out", people, quiet=True, jobs=1)
    by_id = {row.id: row for row in rows}
    assert by_id["learner7"].record is None
    assert by_id["learner0"].notes == ["not in the roster"]
    assert by_id["learner1"].notes == [
        f"also handed in: {FILE}. copy.ipynb counts",  # which was left as it was handed out
        "also handed in: notes.txt. This is no notebook. A notebook's name ends in .ipynb.",
    ]
    assert by_id["learner1"].earned == by_id["learner1"].points > 0
    assert [row.state for row in by_id["learner1"].others] == ["not counted", "not counted"]
    assert {row.state for row in rows} == {"graded", "missing"}


def test_a_remark_names_the_folder_and_is_of_a_kind(tmp_path, class_of_six):
    old = class_of_six / "learner1" / "old" / FILE
    old.parent.mkdir()
    old.write_bytes((class_of_six / "learner1" / FILE).read_bytes())
    os.utime(old, (1000, 1000))
    (class_of_six / "learner1" / "notes.txt").write_text("notes")
    rows, _ = run(class_of_six, tmp_path / "out", quiet=True, jobs=1)
    (row,) = [row for row in rows if row.id == "learner1"]
    assert row.place == f"learner1/{FILE}"
    assert {note: kind(note) for note in row.notes} == {
        f"also handed in: old/{FILE}. {FILE} counts": COPY,
        "also handed in: notes.txt. This is no notebook. A notebook's name ends in .ipynb.": UNREAD,
    }


@pytest.mark.parametrize("added", [" (1)", "-Copy1", "_new", "_new2"])
def test_of_two_files_of_one_name_the_newer_counts(tmp_path, class_of_six, added):
    place = class_of_six / "learner1"
    os.utime(place / FILE, (1000, 1000))
    again = place / FILE.replace(".ipynb", f"{added}.ipynb")
    again.write_bytes((class_of_six / "learner0" / FILE).read_bytes())
    os.utime(again, (2000, 2000))
    rows, _ = run(class_of_six, tmp_path / "out", quiet=True, jobs=1)
    (row,) = [row for row in rows if row.id == "learner1"]
    assert row.file == again.name
    assert row.notes == [f"also handed in: {FILE}. {again.name} counts"]
    assert row.earned == row.points > 0


@pytest.mark.parametrize("name", ["02_expressions.ipynb", "02_expressions_exercises.ipynb"])
def test_a_notebook_counts_under_the_name_that_it_had_when_it_was_handed_out(tmp_path, class_of_six, name):
    place = class_of_six / "learner0"
    (place / FILE).rename(place / name)
    other = place / "my copy.ipynb"
    other.write_bytes((class_of_six / "learner1" / FILE).read_bytes())
    rows, _ = run(class_of_six, tmp_path / "out", quiet=True, jobs=1)
    (row,) = [row for row in rows if row.id == "learner0"]
    assert (row.file, row.earned == row.points > 0) == (name, True)
    assert row.notes == [f"also handed in: my copy.ipynb. {name} counts"]


def test_who_is_missing_is_said_for_each_lesson_and_has_its_points(tmp_path, class_of_six):
    from micrograd_lab.grading.intake.roster import Person

    first = exercise_notebook("01")
    for n in (1, 2):
        (class_of_six / f"learner{n}" / first.name).write_bytes(first.read_bytes())
    people = [Person(f"learner{n}", "", frozenset({f"learner{n}"})) for n in range(7)]
    rows, _ = run(class_of_six, tmp_path / "out", people, quiet=True, jobs=1)
    missing = {(row.id, row.lesson, row.points) for row in rows if row.record is None}
    of = {lesson: sum(g.exercise.points for g in handout(lesson).given.values()) for lesson in ("01", "02")}
    expected = {(f"learner{n}", "01", of["01"]) for n in (0, 3, 4, 5, 6)} | {("learner6", "02", of["02"])}
    assert missing == expected


def test_one_notebook_of_another_lesson_makes_nobody_elses_missing(tmp_path, class_of_six):
    from micrograd_lab.grading.intake.roster import Person

    stray = exercise_notebook("01")
    (class_of_six / "learner1" / stray.name).write_bytes(stray.read_bytes())
    people = [Person(f"learner{n}", "", frozenset({f"learner{n}"})) for n in range(7)]
    rows, _ = run(class_of_six, tmp_path / "out", people, quiet=True, jobs=1)
    assert {(row.id, row.lesson) for row in rows if row.state == "missing"} == {("learner6", "02")}
    assert ("learner1", "01", "graded") in {(row.id, row.lesson, row.state) for row in rows}
    named, _ = run(class_of_six, tmp_path / "named", people, quiet=True, jobs=1, lesson="01")
    assert {(row.id, row.lesson) for row in named if row.state == "missing"} == {("learner6", "01")}


def graded(*words):
    return CliRunner().invoke(app, ["grade", *map(str, words), "--jobs", "1"])


def test_a_report_that_would_lose_somebody_is_refused(tmp_path, class_of_six):
    out = tmp_path / "out"
    assert graded(class_of_six, "--out", out).exit_code == 0
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    one = class_of_six / "learner0" / FILE
    answer = graded(one, "--out", out)
    assert answer.exit_code == 1
    assert "found: 5 grades there that it would lose: learner1, lesson 02; " in answer.output
    assert {path: path.read_bytes() for path in before if path.name != "journal.jsonl"}.items() <= before.items()
    (class_of_six / "learner5" / FILE).unlink()
    (class_of_six / "learner5").rmdir()
    assert "1 grades there that it would lose: learner5, lesson 02\n" in graded(class_of_six, "--out", out).output
    assert graded(class_of_six, "--out", out, "--replace").exit_code == 0
    assert not list((out / "learners").glob("learner5*"))
    assert len(list((out / "learners").glob("*.html"))) == 5


def test_a_file_that_is_graded_again_under_another_id_is_not_lost(tmp_path, class_of_six):
    out = tmp_path / "out"
    assert graded(class_of_six, "--out", out).exit_code == 0
    (class_of_six / "learner0").rename(class_of_six / "ada")
    (class_of_six / "learner1").rename(class_of_six / "learner2" / "ada")  # beside the file of another
    answer = graded(class_of_six, "--out", out)
    assert answer.exit_code == 0, answer.output
    (class_of_six / "ada" / FILE).write_bytes(solution_notebook("02").read_bytes())
    (class_of_six / "ada").rename(class_of_six / "bob")
    assert "1 grades there that it would lose: ada, lesson 02\n" in graded(class_of_six, "--out", out).output


def test_one_file_is_not_another_learners_of_the_same_bytes(tmp_path, class_of_six):
    same, out = solution_notebook("02").read_bytes(), tmp_path / "out"
    for n in (0, 1):
        (class_of_six / f"learner{n}" / FILE).write_bytes(same)
    assert graded(class_of_six, "--out", out).exit_code == 0
    (class_of_six / "learner1" / FILE).unlink()
    (class_of_six / "learner1").rmdir()
    assert "1 grades there that it would lose: learner1, lesson 02\n" in graded(class_of_six, "--out", out).output
    (class_of_six / "learner0").rename(class_of_six / "ada")
    answer = graded(class_of_six, "--out", out)
    assert "1 grades there that it would lose: learner1, lesson 02\n" in answer.output


def test_a_report_that_would_lose_a_grade_to_a_damaged_file_is_refused(tmp_path, class_of_six):
    for n in range(1, 6):
        (class_of_six / f"learner{n}" / FILE).unlink()
        (class_of_six / f"learner{n}").rmdir()
    assert graded(class_of_six, "--out", tmp_path / "out").exit_code == 0
    (class_of_six / "learner0" / FILE).write_bytes(b'{"cells": [')
    answer = graded(class_of_six, "--out", tmp_path / "out")
    assert answer.exit_code == 1
    assert "1 grades there that it would lose: learner0, lesson 02\n" in answer.output


def test_places_for_a_report_that_are_none_are_refused(tmp_path, class_of_six):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "x.txt").write_text("x")
    for place, found in (
        (tmp_path / "mine", "a folder that is not empty"),
        (tmp_path / "mine" / "x.txt", "a file"),
        (class_of_six, "a folder that is not empty"),
        (class_of_six / "report", "a place within"),
    ):
        answer = graded(class_of_six, "--out", place)
        assert answer.exit_code == 1
        assert f"found: {found}" in answer.output
    assert sorted(path.name for path in (tmp_path / "mine").iterdir()) == ["x.txt"]


def test_a_seed_is_one_and_never_takes_anothers_place(tmp_path):
    book = gradebook.Gradebook(tmp_path / "one")
    secret = book.secret()
    other = gradebook.Gradebook(tmp_path / "other")
    assert other.secret(tmp_path / "one" / "private" / "seed") == secret == other.secret()
    third = gradebook.Gradebook(tmp_path / "third")
    kept = third.secret()
    with pytest.raises(ValueError, match="another seed in"):
        third.secret(tmp_path / "one" / "private" / "seed")
    assert third.secret() == kept
    (tmp_path / "junk").write_text("junk")
    with pytest.raises(ValueError, match="one line of 64 digits"):
        other.secret(tmp_path / "junk")
    with pytest.raises(ValueError, match="nothing to read: No such file"):
        other.secret(tmp_path / "nowhere")


def test_points_by_hand_are_read_each_time_and_a_wrong_line_costs_no_report(tmp_path, class_of_six):
    out = tmp_path / "out"
    assert graded(class_of_six, "--out", out).exit_code == 0
    (out / "adjustments.csv").write_text("id,exercise,change,comment\nlearner1,2.1,1,why\nnobody,2.1,1,why\n")
    (out / "totals.csv").write_text("mine")
    answer = graded(class_of_six, "--out", out, "--late-penalty", 10)
    assert answer.exit_code == 1
    assert "found: nobody with this id\n" in answer.output
    assert "kept in totals.edited-by-hand.csv" in answer.output
    assert "6 notebooks handed in, all graded." in answer.output
    assert "learner1,,1,0,1,0,1," in (out / "totals.csv").read_text("utf-8-sig")
    (out / "adjustments.csv").write_text("name,points\n")
    before = (out / "totals.csv").read_bytes()
    assert "asked: the adjustments in" in graded(class_of_six, "--out", out).output
    assert (out / "totals.csv").read_bytes() == before
