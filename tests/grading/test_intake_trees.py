"""Whole classes by seeds: nobody is merged, no notebook goes unsaid, no grade is lost between two runs."""

import importlib
import re
import sys
import time
import unicodedata
from pathlib import Path

import pytest

from micrograd_lab.grading import run as running
from micrograd_lab.grading.intake import answers
from micrograd_lab.grading.intake.roster import roster
from micrograd_lab.grading.marking.notebook import record

from . import class_trees

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="pipes and names of any bytes")
SECONDS = 2.0  # of the processor's own time, for a class of at most some dozens of files: a busy machine fails nobody


def stand_in(data, name, who, settings, files=(), earlier=()):
    """What grading would say, without running anything."""
    try:
        cells, _ = answers.notebook(data)
    except answers.Unreadable as error:
        return record(trouble=str(error))
    lesson = answers.lesson_of(cells, name, class_trees_lessons())
    if not lesson:
        return record(trouble="another course")
    filled = "filled" in cells[0][0]
    one = {"number": f"{int(lesson)}.1", "state": "passed" if filled else "not attempted", "points": 2.0}
    return record(lesson, [{**one, "earned": 2.0 * filled}])


def class_trees_lessons():
    return [lesson[:2] for lesson in class_trees.LESSONS]


def all_rows(rows):
    return [one for row in rows for one in (row, *row.others)]


def graded(rows):
    return {(row.id, row.lesson): row.earned for row in rows if row.state == "graded"}


def faults(seed, folder):
    """What does not hold of the class of this seed, in words."""
    made = class_trees.made(seed)
    (folder / "in").mkdir(parents=True)
    class_trees.lay(made, folder / "in")
    begun = time.process_time()
    people = roster(listed(made, folder)) if seed % 3 == 0 and made.shape in NAMED else ()
    rows, _ = running.run(folder / "in", folder / "out", people, quiet=True, jobs=1)
    seconds = time.process_time() - begun
    found = [f"computed for {seconds:.1f} s"] if seconds > SECONDS else []
    places = {row.place: row for row in all_rows(rows)}
    ids = {}
    for path, person in made.owners.items():
        row = places.get(class_trees.place(path))
        if row is None:
            found.append(f"no row: {path!r}")
        else:
            ids.setdefault(person, set()).add(row.id)
    found += [f"{made.people[n]!r} is {sorted(several)}" for n, several in ids.items() if len(several) > 1]
    taken = [one for several in ids.values() for one in several]
    found += [f"merged: {one!r}" for one in sorted({one for one in taken if taken.count(one) > 1})]
    everybody = {row.id for row in rows if row.state != "not counted"}
    found += [f"nobody: {one!r}" for one in sorted(everybody - {*taken})]
    if people:
        found += [f"{made.people[n]!r} is {one}" for n, several in ids.items() for one in several if one != f"r{n}x"]
    first = graded(rows)
    points = {(n, lesson) for n, lesson in _lessons(made)}
    if len(first) != len(points) or not all(first.values()):
        found.append(f"{len(first)} grades of {len(points)}, {list(first.values())}")
    journal = (folder / "out" / "private" / "journal.jsonl").read_bytes()
    again, _ = running.run(folder / "in", folder / "out", people, quiet=True, jobs=1)
    if graded(again) != first or (folder / "out" / "private" / "journal.jsonl").read_bytes() != journal:
        found.append("another run, other grades")
    return [f"{seed} {made.shape}: {one}" for one in found]


NAMED = {"folder_each", "folder_and_lesson", "lesson_and_folder", "name_behind", "name_in_front", "moodle_folders"}
NAMED |= {"moodle_flat", "zip_each", "zip_in_folder", "weekly_zips", "zips_in_a_zip", "google", "some_flat", "groups"}
HEADS = (
    ("Vorname;Nachname;ID-Nummer;E-Mail-Adresse", "cp1252"),
    ("First name,Last name,ID number,Email address", "utf-8-sig"),
    ("Prénom;Nom;Numéro d'identification;Adresse de courriel", "utf-8"),
    ("First name\tLast name\tStudent Number\tEmail", "utf-16"),
)


def listed(made, folder):
    """The path of a list of the class, as one of several systems saves it."""
    heads, encoding = HEADS[len(made.files) % len(HEADS)]
    by = max(",;\t", key=heads.count)
    lines = [heads]
    for n, name in enumerate(made.people):
        first, last = unicodedata.normalize("NFC", name).split(" ", 1)
        lines.append(by.join((first, last, f"r{n}x", f"mail{n}x@uni.example")))
    text = "\r\n".join(lines)
    if encoding == "cp1252" and not re.fullmatch("[\x00-\xff]*", text):
        encoding = "utf-8"
    (folder / "list.csv").write_bytes(text.encode(encoding))
    return folder / "list.csv"


def _lessons(made):
    """{(person, lesson)} of all that was handed in."""
    for path, person in made.owners.items():
        for lesson in class_trees.LESSONS:
            text = class_trees.place(path).rpartition("/")[2]
            if f"{lesson}_exercises" in text and "odd.zip" not in class_trees.place(path):
                yield person, lesson


def tried(seeds, folder, monkeypatch):
    monkeypatch.setattr(running, "grade_notebook", stand_in)
    return [fault for seed in seeds for fault in faults(seed, folder / str(seed))]


def test_a_class_by_seed_has_each_its_row(tmp_path, monkeypatch):
    assert tried(range(100), tmp_path, monkeypatch) == []


@pytest.mark.long
def test_three_hundred_more_have_each_their_rows(tmp_path, monkeypatch):
    """Ten thousand are benchmarks/intake.py."""
    assert tried(range(1000, 1300), tmp_path, monkeypatch) == []


def test_trees_that_a_stranger_has_written_hold(monkeypatch):
    monkeypatch.syspath_prepend(Path(__file__).resolve().parents[1] / "second_set")
    trees = importlib.import_module("trees")
    monkeypatch.setattr(running, "grade_notebook", trees.stand_in)
    found = {tree["what"]: trees.tried(tree) for tree in trees.TREES}
    assert {what: wrong for what, (_, wrong) in found.items() if wrong} == {}
    counts = {tree["what"] for tree in trees.TREES if len(found[tree["what"]][0]) != tree["people"]}
    assert counts == {"one empty folder of a learner who has handed in nothing"}  # who is told of, and counted
