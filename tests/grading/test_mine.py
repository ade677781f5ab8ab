"""What a notebook takes from mine.py is a learner's code like any other: handed in, put together, or a right one."""

import base64
import json
import marshal
import os
import sys

import pytest

from micrograd_lab.checks.handout import right_answer
from micrograd_lab.grading.handout import handout
from micrograd_lab.grading.intake import submissions
from micrograd_lab.grading.marking import taken_out
from micrograd_lab.grading.marking.arrangement import handed_in
from micrograd_lab.grading.marking.attempts import Attempts
from micrograd_lab.grading.marking.notebook import _stage, grade_notebook
from micrograd_lab.grading.marking.own_file import RIGHT, OwnFile
from micrograd_lab.grading.report import look
from micrograd_lab.grading.report.entry import entries
from micrograd_lab.grading.run import Row, run
from micrograd_lab.mine import loading

from .notebooks import SETTINGS, SHORT, index, notebook

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the sandbox is Linux's")
FOUR = ("4.1", "4.2", "4.3", "4.4")


def on_mine():
    """The solved notebook of lesson 4, which begins with the Value of mine.py."""
    return notebook("04")


def earlier(**changes):
    """The solved notebook of lesson 2, its answers changed; as bytes."""
    book = notebook("02")
    for number, source in changes.items():
        book["cells"][index(book, number.replace("_", ".").removeprefix("."))]["source"] = source
    return json.dumps(book).encode()


def earned(book, files=None, before=None, settings=SETTINGS):
    """{number: points} of the exercises of lesson 4, and what is said of them."""
    record = grade_notebook(json.dumps(book).encode(), "nb.ipynb", "", settings, files, before)
    said = [note for one in record["exercises"] for note in one["notes"]]
    return {one["number"]: one["earned"] for one in record["exercises"]}, said, record


def full():
    return {number: given.exercise.points for number, given in handout("04").given.items()}


OWN = b'"""Mine."""\n' + loading.text_of(2).split('"""', 2)[2].encode()


def test_a_file_that_was_handed_in_is_what_an_answer_builds_on():
    points, said, record = earned(on_mine(), {"mine.py": OWN})
    assert points == full(), record
    assert not any(RIGHT in one for one in said)


def test_without_a_file_the_class_is_put_together_from_the_earlier_notebook():
    points, said, _ = earned(on_mine(), None, {"02": earlier()})
    assert points == full()
    assert not any(RIGHT in one for one in said)
    marked = right_answer("2.1").replace("self.grad = 0.0", "self.grad, self.mark = 0.0, 7")
    book = on_mine()
    book["cells"][index(book, "4.1")]["source"] = right_answer("4.1") + "\nassert Value(1.0).mark == 7"
    assert earned(book, None, {"02": earlier(_2_1=marked)})[0] == full()


def test_with_neither_a_right_one_of_an_earlier_lesson_is_taken():
    assert earned(on_mine())[0] == full()


@pytest.mark.parametrize(
    "file",
    [
        pytest.param(b"class Value:\n    def __init__(self, data):\n        raise OSError\n", marks=pytest.mark.long),
        b"class Value:\n    def __init__(self, data, inputs=(), op=''):\n        self.data = 2 * data\n",
        b"while True:\n    pass\n",
        pytest.param(b"raise SystemExit\n", marks=pytest.mark.long),
        b"import os\nos._exit(0)\n",
        b"def broken(:\n",
        pytest.param(b"\xff\xfe\x00", marks=pytest.mark.long),
        pytest.param(b"", marks=pytest.mark.long),
    ],
    ids=["raises", "wrong", "endless", "exits", "ends the process", "a slip", "no text", "empty"],
)
def test_what_is_wrong_in_it_costs_no_points_of_a_later_lesson(file):
    points, _, record = earned(on_mine(), {"mine.py": file}, settings=SHORT)
    assert points == full(), record


def test_what_is_wrong_in_an_earlier_notebook_costs_nothing_later_and_is_said():
    wrong = right_answer("2.1").replace("= data, inputs, op, label", "= data + 1, inputs, op, label")
    assert wrong != right_answer("2.1")
    points, said, record = earned(on_mine(), None, {"02": earlier(_2_1=wrong)})
    assert points == full(), record
    assert any(RIGHT in one for one in said)


@pytest.mark.parametrize(
    "files", [None, {"mine.py": loading.text_of(4).encode()}, {"mine.py": loading.text_of(6).encode()}]
)
def test_no_part_of_the_courses_earns_a_point_of_its_own_lesson(files):
    """The answers are gone from the notebook, and in mine.py is what the course has for whoever joins late."""
    book = on_mine()
    for number in FOUR:
        book["cells"][index(book, number)]["source"] = "pass  # it is in mine.py"
    points, _, record = earned(book, files)
    assert [points[number] for number in FOUR[:3]] == [0, 0, 0], record


def test_what_the_course_gave_is_taken_out_of_a_file_and_the_learners_own_stays():
    text = loading.text_of(5) + "\n\ndef my_own(x):\n    return x\n"
    left = taken_out.text_for(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode(), "05")
    assert "def topological" not in left
    assert "def backward" not in left
    assert "def my_own" in left
    assert "def tanh" in left
    assert "def tanh" not in taken_out.text_for(text.encode(), "04")
    assert taken_out.text_for(text.encode(), "06") == text
    names = {}
    exec(left, names)
    assert names["Value"](2.0).data == 2.0


def test_what_is_right_is_of_an_earlier_lesson():
    for lesson, has_backward in (("04", False), ("05", False), ("06", True), ("09", True)):
        own, names = OwnFile(lesson, {}, {}), {}
        assert own.task(right=True) == {"right": own.right}
        exec(marshal.loads(base64.b64decode(own.right)), names)
        assert hasattr(names["Value"], "backward") is has_backward
        assert ("topological" in names) is has_backward
        assert hasattr(names["Value"](1.0), "_backward") is (lesson != "04")
    assert OwnFile("02", {}, {}).right == OwnFile("00", {}, {}).right == ""


FORGERIES = {
    "the check": "from micrograd_lab.checks import lesson_04 as check\ncheck.plus_times = lambda *_: True",
    "every probe": """
import sys
for name, module in list(sys.modules.items()):
    if "probe" in name:
        for key in list(vars(module)):
            setattr(module, key, lambda *_: {"y": 1.0, "a": 1.0, "b": 1.0})
""",
    "what is said": """
import json, os
for number in range(3, 30):
    try:
        os.write(number, json.dumps({"result": {"y": 1.0}}).encode() + b"\\n")
    except OSError:
        pass
""",
    "the probe's mechanism": """
import micrograd_lab.checks.beside.engine as engine
engine.results = lambda *_: {"y": 1.0, "a": 1.0, "b": 1.0}
""",
}


@pytest.mark.parametrize("forgery", FORGERIES)
def test_a_forgery_in_mine_py_wins_nothing(forgery):
    book = on_mine()
    for number in FOUR:
        book["cells"][index(book, number)]["source"] = "Value.__add__ = lambda self, other: self"
    points, _, record = earned(book, {"mine.py": OWN + FORGERIES[forgery].encode()})
    assert [points[number] for number in FOUR[:3]] == [0, 0, 0], record


def test_a_notebook_without_the_word_runs_nothing_of_it():
    plan = handout("03")
    cells = [("".join(c["source"]), "", None) for c in notebook("03")["cells"] if c["cell_type"] == "code"]
    attempts = Attempts(plan, handed_in(cells, plan), _stage("03"), SETTINGS)
    assert "mine" not in attempts._task(attempts.own)


def test_what_the_course_gave_is_no_lead_and_a_copy_of_ones_own_is(tmp_path):
    own = loading.text_of(5).split("# Lesson 5: nobody sends before all of its users have.")[-1]
    copied = "def topological(root):\n    seen = {}\n    todo = [(0, root)]\n    while todo:\n        todo.sort()\n"
    copied += "        level, v = todo[0]\n        del todo[0]\n        seen[v] = max(level, seen.get(v, 0))\n"
    copied += "        todo.extend((level + 1, i) for i in v.inputs if seen.get(i, -1) < level + 1)\n"
    copied += "    return sorted(seen, key=lambda v: -seen[v])  # the lowest floor first, as I drew it\n"

    def row(who, source):
        exercise = {"number": "5.1", "title": "An order", "points": 2.0, "earned": 2.0, "state": "passed"}
        exercise |= {"outcome": "", "text": "", "misconception": "", "notes": [], "right": 1, "cases": 1}
        made = {"lesson": "05", "earned": 2.0, "points": 2.0, "exercises": [exercise], "notes": [], "trouble": ""}
        return Row(who, "", "a", {**made, "cells": {"5.1": source}, "me": ""}, lesson="05", state="graded")

    rows = [row("ada", own), row("bob", own), row("cy", copied), row("di", copied.replace("seen", "met"))]
    told = [[str(part) for part in line] for line in look._alike(entries(rows))]
    assert [("cy" in line[0], "di" in line[1]) for line in told] == [(True, True)]


def test_mine_py_is_a_file_of_the_learners_and_never_a_notebook_and_older_ones_are_nobodys(tmp_path):
    for who, lessons in (("ada", ("02", "04")), ("bob", ("02",))):
        home = tmp_path / who
        (home / "mine_older").mkdir(parents=True)
        for lesson in lessons:
            (home / f"{lesson}.ipynb").write_text(json.dumps(notebook(lesson)))
        (home / "mine.py").write_text(loading.text_of(2))
        (home / "mine_older" / "0001.py").write_text(loading.text_of(2))
        (home / ".mine.lock").touch()
    found = submissions.entries(tmp_path)
    assert sorted((one.id, one.name) for one in found) == [
        ("ada", "02.ipynb"),
        ("ada", "04.ipynb"),
        ("bob", "02.ipynb"),
    ]
    assert all([*one.own] == ["mine.py"] for one in found)


def test_of_a_learners_earlier_notebooks_the_newest_is_built_on(tmp_path):
    for name, book, age in (("02 old", {"cells": []}, 100), ("02", notebook("02"), 10), ("04", on_mine(), 5)):
        path = tmp_path / "class" / "ada" / f"{name}_exercises.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(book))
        os.utime(path, (1_700_000_000 - age,) * 2)
    rows, _ = run(tmp_path / "class", tmp_path / "report", quiet=True, jobs=1)
    of_four = next(row for row in rows if row.lesson == "04")
    assert of_four.earned == of_four.points
    assert not any(RIGHT in note for one in of_four.exercises for note in one["notes"])
