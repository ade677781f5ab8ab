"""What somebody packs or calls a file takes nobody else's points."""

import io
import random
import sys
import zipfile

import pytest

from micrograd_lab.grading import run as running
from micrograd_lab.grading.handout import lessons
from micrograd_lab.grading.intake import answers
from micrograd_lab.grading.marking.notebook import record
from micrograd_lab.grading.notes import DOUBT, kind

from . import class_trees
from .class_trees import notebook

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="trees of any names")
ORDER = "05_order_exercises.ipynb"
RIGHT, WRONG = notebook("05_order", "right"), notebook("05_order", "wrong")
PEOPLE = list(enumerate(("Bert Kuhn", "Carl Otto", "Dora Lang", "Emil Roth")))


def stand_in(data, name, who, settings, files=(), earlier=()):
    """Two points for what is marked right, none for what is marked wrong, though both are answered."""
    try:
        cells, _ = answers.notebook(data)
    except answers.Unreadable as error:
        return record(trouble=str(error))
    lesson, points = answers.lesson_of(cells, name, lessons()), 2.0 * ("wrong" not in cells[0][0])
    one = {"number": f"{int(lesson)}.1", "state": "passed" if points else "failed", "points": 2.0, "earned": points}
    return record(lesson, [one])


def zipped(files):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2099, 5, 4, 12, 0, 0)), data)  # newer than all
    return buffer.getvalue()


@pytest.fixture
def rows_of(tmp_path, monkeypatch):
    monkeypatch.setattr(running, "grade_notebook", stand_in)
    count = iter(range(100))

    def rows(files, people=()):
        place = tmp_path / str(next(count))
        for name, data in files.items():
            path = place / "in" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return running.run(place / "in", place / "out", people, quiet=True, jobs=1)[0]

    return rows


def earned(rows):
    return {row.id: row.earned for row in rows if row.state == "graded"}


def test_a_zip_of_a_flat_download_is_whose_name_it_bears(rows_of):
    inner = {f"bert_LATE_12_102_{ORDER}": WRONG, f"carl_13_103_{ORDER}": WRONG}
    files = {f"bert_12_102_{ORDER}": RIGHT, f"carl_13_103_{ORDER}": RIGHT, "anna_LATE_11_101_work.zip": zipped(inner)}
    rows = rows_of(files)
    assert earned(rows) == {"anna": 0.0, "bert": 2.0, "carl": 2.0}
    assert "handed in late" in next(row.notes for row in rows if row.id == "anna")


@pytest.mark.parametrize(
    "name", ["anna.zip", "work.zip", "Nachzügler.zip", "week 1.zip", "KI-Sheet 4-3821.zip", "all/anna.zip"]
)
def test_an_archive_beside_others_folders_takes_none_of_their_points(rows_of, name):
    class_of = {f"bert/{ORDER}": RIGHT, f"carl/{ORDER}": RIGHT}
    got = earned(rows_of({**class_of, name: zipped({f"bert/{ORDER}": WRONG, f"carl/{ORDER}": WRONG})}))
    assert (got["bert"], got["carl"]) == (2.0, 2.0)


WAYS = ("folder_each", "folder_and_lesson", "name_behind", "name_in_front", "moodle_folders", "moodle_flat", "canvas")
WAYS += ("zip_each", "zip_in_folder", "google", "blackboard", "ilias", "teams", "some_flat", "github", "nbgrader")


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("lesson", ["05_order", "04_node"])
def test_a_class_keeps_its_points_whatever_one_of_it_packs(rows_of, way, lesson):
    """The same paths, answered wrongly and newer, in the zip of one more learner, as the way has it."""
    paths = class_trees.SHAPES[way](random.Random(7), [*PEOPLE, (4, "Mallory Vance")], [lesson])
    own = paths.pop((4, lesson))
    right, wrong = notebook(lesson, "right"), notebook(lesson, "wrong")
    class_of = {
        path.split("!/")[0]: zipped({path.split("!/")[1]: right}) if "!/" in path else right for path in paths.values()
    }
    before = earned(rows_of(class_of))
    flat = {path.rpartition("/")[2]: wrong for path in paths.values()}
    nested = {path.replace(".zip!/", "/").partition("Submitted files/")[-1] or path: wrong for path in paths.values()}
    for inner in ({path.replace(".zip!/", "/"): wrong for path in paths.values()}, nested, flat):
        name = own.split("!/")[0].removesuffix(".ipynb").removesuffix(".zip") + ".zip"
        after = earned(rows_of({**class_of, name: zipped(inner)}))
        assert {who: after.get(who) for who in before} == before


def test_of_two_places_the_surer_counts_and_a_doubt_is_said(rows_of):
    late = zipped({f"bert/{ORDER}": WRONG, f"dora/{ORDER}": RIGHT})
    rows = {row.id: row for row in rows_of({f"bert/{ORDER}": RIGHT, f"carl/{ORDER}": RIGHT, "late.zip": late})}
    assert earned(rows.values()) == {"bert": 2.0, "carl": 2.0, "dora": 2.0}
    doubts = [str(note) for note in rows["bert"].notes if kind(note) == DOUBT]
    said = f"found in two places, so perhaps of two people: bert/{ORDER} counts, and late.zip/bert/{ORDER} does not"
    assert doubts == [said]
    assert not rows["carl"].notes


def test_between_two_weeks_zips_nothing_is_chosen_without_a_word(rows_of):
    files = {
        f"week{n}.zip": zipped({f"{who}/{ORDER}": notebook("05_order", f"{n} {who}") for who in ("ada", "bob")})
        for n in (1, 2)
    }
    rows = rows_of(files)
    assert earned(rows) == {"ada": 2.0, "bob": 2.0}
    assert all(any("two places" in note for note in row.notes) for row in rows)


def test_the_same_file_in_two_places_is_no_doubt(rows_of):
    rows = rows_of({f"bert/{ORDER}": RIGHT, f"carl/{ORDER}": RIGHT, "late.zip": zipped({f"bert/{ORDER}": RIGHT})})
    assert [note for row in rows for note in row.notes if "two places" in note] == []


def test_more_newer_files_than_are_tried_push_nobodys_own_out(rows_of):
    late = zipped({f"bert/{n}/{ORDER}": notebook("05_order", f"wrong {n}") for n in range(30)})
    rows = rows_of({f"bert/{ORDER}": RIGHT, f"carl/{ORDER}": RIGHT, "late.zip": late})
    assert earned(rows)["bert"] == 2.0
