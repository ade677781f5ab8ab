"""`mine.Value` is the learner's; where there is none yet, the course's own, and a line says so."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from micrograd_lab import checks, learner_folder, mine
from micrograd_lab.mine import loading, shelf

from .notebook import Notebook
from .test_composing import BOX
from .test_keeping import RIGHT_ORDER

CHECKPOINTS = (2, 4, 5, 6, 7, 8, 9, 10, 11)


def test_a_name_is_the_learners_own_and_anew_when_the_file_has_changed():
    mine.keep("Value", Notebook(BOX)["Value"], 2)
    first = mine.Value
    assert mine.Value is first
    assert first(2.0).data == 2.0
    assert first.__module__ == "mine"
    mine.path().write_text(mine.show() + "\n\nLUCK = 7\n")
    assert mine.LUCK == 7


def test_a_missing_name_is_the_courses_own_of_an_earlier_lesson_and_is_said_once(capsys, monkeypatch):
    monkeypatch.setattr(loading, "lesson_here", lambda: 4)
    assert not hasattr(mine.Value(2.0), "_backward")
    assert mine.Value(3.0) + mine.Value(4.0)
    assert capsys.readouterr().out == (
        "mine.py has no Value yet: this one is the course's own (checkpoint 2). Exercise 2.1 puts yours in its place.\n"
    )
    monkeypatch.setattr(loading, "lesson_here", lambda: 5)
    y = mine.Value(3.0) * mine.Value(4.0)
    y._backward()
    assert not hasattr(mine.Value, "backward")
    assert "(checkpoint 4)" in capsys.readouterr().out


def test_the_lesson_is_that_of_the_checks_that_a_notebook_has_loaded():
    program = "from micrograd_lab.checks import lesson_04; from micrograd_lab import mine; v = mine.Value(1.0)\n"
    program += "print(hasattr(v, '_backward'))"
    words = [sys.executable, "-c", program]
    done = subprocess.run(words, capture_output=True, text=True, check=True, env={**os.environ})
    assert done.stdout.splitlines() == [
        "mine.py has no Value yet: this one is the course's own (checkpoint 2). Exercise 2.1 puts yours in its place.",
        "False",
    ]


def test_what_ones_own_class_lacks_of_earlier_lessons_is_said_once_and_lent(capsys, monkeypatch):
    mine.keep("Value", Notebook(BOX)["Value"], 2)
    for lesson, says in (
        (4, ""),
        (
            5,
            "Your Value has no step back yet: exercises 4 give it one. "
            "Until then this page takes the course's; mine.checkpoint(4) puts it into mine.py.\n",
        ),
        (6, ""),
    ):
        monkeypatch.setattr(loading, "lesson_here", lambda lesson=lesson: lesson)
        assert mine.Value(2.0).data == 2.0
        assert capsys.readouterr().out == says
        assert mine.Value.__module__ == {4: "mine", 5: "checkpoint_04", 6: "checkpoint_05"}[lesson]
    mine.checkpoint(4)
    assert mine.Value(2.0).data == 2.0
    assert capsys.readouterr().out.startswith("Your Value has no backward() yet: exercise 5.2 gives it one.")
    assert hasattr(mine.Value, "backward")
    mine.checkpoint(5)
    assert mine.Value(2.0).data == 2.0
    assert capsys.readouterr().out == ""


def test_a_class_of_which_some_operations_have_their_step_is_told_the_others(capsys, monkeypatch):
    mine.checkpoint(4)
    text = mine.show().replace("        self.grad += (1 - out.data**2) * out.grad\n", "        pass\n")
    mine.path().write_text(text.replace("def exp(self)", "def other_exp(self)"))
    monkeypatch.setattr(loading, "lesson_here", lambda: 5)
    assert mine.Value.__module__ == "checkpoint_04"
    assert capsys.readouterr().out.startswith("Your Value has no step back yet for tanh, exp: exercises 4 give it one.")


@pytest.mark.parametrize("number", [4, 5, 6])
def test_a_class_that_lacks_nothing_is_never_the_courses(number, monkeypatch, capsys):
    mine.checkpoint(number)
    monkeypatch.setattr(loading, "lesson_here", lambda: min(number + 1, 6))
    assert mine.Value.__module__ == "mine"
    assert capsys.readouterr().out == ""


def test_a_name_that_nobody_has_is_answered_with_those_there_are():
    with pytest.raises(AttributeError, match=r"mine.py has no 'Tensor'; it has nothing yet"):
        mine.Tensor  # noqa: B018 - the access is the test
    mine.keep("Value", Notebook(BOX)["Value"], 2)
    with pytest.raises(AttributeError, match=r"mine.py has no 'Tensor'; it has Value"):
        mine.Tensor  # noqa: B018


def test_a_copy_without_checkpoints_says_so_in_three_parts(monkeypatch, tmp_path):
    monkeypatch.setattr(loading, "CHECKPOINTS", tmp_path)
    with pytest.raises(ImportError, match=r"(?s)^asked: Value of mine.py\nfound: .*\ntry:   exercise 2.1,"):
        mine.Value  # noqa: B018
    with pytest.raises(
        ImportError, match=r"(?s)^asked: checkpoint 4\nfound: this copy holds none\ntry:   your teacher"
    ):
        mine.checkpoint(4)


def test_methods_put_into_the_courses_class_stand_in_it_and_the_rest_is_said_to_be_the_courses(capsys, monkeypatch):
    monkeypatch.setattr(loading, "lesson_here", lambda: 4)
    notebook = Notebook(
        "from micrograd_lab import mine\nValue = mine.Value\n",
        "def relu(self):\n    return Value(max(0.0, self.data), (self,), 'relu')\n\nValue.relu = relu",
    )
    capsys.readouterr()
    said = mine.keep("Value", notebook["Value"], 4)
    assert said == "Kept in mine.py: Value. Value in it is the course's own (checkpoint 2)."
    assert "# The course's own (checkpoint 2), where mine.py had none yet.\nclass Value:" in mine.show()
    assert "    # Lesson 4: each operation knows its own step back.\n\n    def relu(self):" in mine.show()
    assert "relu" not in loading.text_of(2)


def test_backward_without_a_class_of_ones_own_goes_into_the_courses():
    source = RIGHT_ORDER + "\ndef backward(root):\n    root.grad = 1.0\n    for v in reversed(topological(root)):\n"
    source += "        v._backward()\n"
    said = mine.keep("Value.backward", Notebook(source)["backward"], 5)
    assert said == "Kept in mine.py: Value.backward. Value in it is the course's own (checkpoint 4)."
    a = mine.Value(3.0)
    (a * a + a).backward()
    assert a.grad == 7


def test_a_checkpoint_is_said_to_be_one_and_what_was_there_comes_back():
    mine.keep("Value", Notebook(BOX)["Value"], 2)
    before = mine.show()
    assert mine.checkpoint(5).startswith("mine.py now holds checkpoint 5, the course's own.")
    assert mine.show().startswith("# The course's own, up to lesson 5 (mine.checkpoint(5)).\n")
    assert mine.Value(2.0).backward
    mine.undo()
    assert mine.show() == before
    with pytest.raises(ImportError, match="asked: checkpoint 3\nfound: this copy holds 2, 4, 5, 6"):
        mine.checkpoint(3)


def test_checkpoints_are_these():
    assert loading.checkpoints() == CHECKPOINTS


@pytest.mark.parametrize("number", CHECKPOINTS)
def test_a_checkpoint_passes_the_checks_of_its_lessons(number, monkeypatch):
    monkeypatch.setattr(loading, "_loaded", {})  # as in a kernel of its own: no other test has put methods into it
    there = loading.made(f"checkpoint_{number:02}", loading.text_of(number))
    tried = 0
    for lesson in range(number + 1):
        for exercise in checks.lesson(f"{lesson:02}").exercises if f"{lesson:02}" in checks.lessons() else ():
            name, _, method = exercise.keeps.partition(".")
            if exercise.keeps:
                thing = getattr(there, name)
                for seed in range(3):
                    outcome = exercise(getattr(thing, method) if method else thing, seed=seed)
                    assert outcome, outcome.text
                tried += 1
    assert tried >= 4


@pytest.mark.parametrize("number", CHECKPOINTS)
def test_a_checkpoint_says_nothing_of_the_kit_and_goes_on_from_the_one_before(number):
    text = loading.text_of(number)
    assert "micrograd" not in text
    assert not any(f"# Lesson {later}" in text for later in range(number + 1, 20))
    before = [n for n in CHECKPOINTS if n < number]
    if before:
        there, earlier = (loading.made(f"checkpoint_{n:02}", loading.text_of(n)) for n in (number, before[-1]))
        assert {n for n in vars(earlier) if n[:2] != "__"} <= set(vars(there))


def test_where_a_part_is_made_is_what_the_exercises_keep():
    kept = {
        e.keeps: e.number for n in reversed(checks.lessons()) for e in reversed(checks.lesson(n).exercises) if e.keeps
    }
    assert {name: number for name, number in kept.items() if "." not in name} == loading.MADE_IN


def test_the_file_lies_in_the_learners_folder_however_deep_the_notebook(tmp_path, monkeypatch):
    monkeypatch.delenv("MICROGRAD_LAB_MINE")
    own = tmp_path / "own"
    (own / "exercises" / "week 1").mkdir(parents=True)
    (own / learner_folder.LEDGER).write_text(json.dumps({}))
    monkeypatch.chdir(own / "exercises" / "week 1")
    assert mine.path() == own / "mine.py"


def test_without_a_ledger_it_lies_beside_the_notebooks_or_in_the_folder_that_is_named(tmp_path, monkeypatch):
    monkeypatch.delenv("MICROGRAD_LAB_MINE")
    monkeypatch.chdir(tmp_path)
    assert mine.path() == Path(os.environ["MICROGRAD_LAB_DATA"]) / "mine.py"
    monkeypatch.delenv("MICROGRAD_LAB_DATA")
    monkeypatch.setenv("MICROGRAD_LAB_FOLDER", str(tmp_path / "theirs"))
    assert mine.path() == tmp_path / "theirs" / "mine.py"
    for kind in learner_folder.KINDS:
        (tmp_path / "copy" / kind).mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "copy" / "exercises")
    assert shelf.path() == tmp_path / "copy" / "mine.py"


def test_nbgrader_takes_the_file_beside_the_notebook_and_never_that_of_who_grades(tmp_path, monkeypatch):
    monkeypatch.delenv("MICROGRAD_LAB_MINE")
    (tmp_path / "own" / "submitted" / "ada").mkdir(parents=True)
    (tmp_path / "own" / learner_folder.LEDGER).write_text("{}")
    monkeypatch.chdir(tmp_path / "own" / "submitted" / "ada")
    assert mine.path() == tmp_path / "own" / "mine.py"
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    assert mine.path() == tmp_path / "own" / "submitted" / "ada" / "mine.py"


HEAD = '"""My engine, as it stands after lesson {n}."""\n\n\n'
HEAD += "class Value:\n    pass\n\n\ndef made():\n    return Value()\n"
MORE = "\n\ndef later(x):\n    raise ValueError(isinstance(x, Value))\n"


def test_a_class_stays_the_same_as_long_as_the_file_only_goes_on(monkeypatch):
    monkeypatch.setattr(loading, "_loaded", {})
    monkeypatch.setattr(loading, "_texts", {})
    before = loading.made("mine", HEAD.format(n=2))
    after = loading.made("mine", HEAD.format(n=9) + MORE)
    assert after.Value is before.Value
    assert not hasattr(before, "later")
    assert after.__doc__.endswith("after lesson 9.")
    with pytest.raises(ValueError, match="True") as error:
        after.later(before.made())
    assert error.traceback[-1].lineno + 1 == HEAD.format(n=9).count("\n") + 4
    assert loading.made("mine", HEAD.format(n=9).replace("pass", "data = 1") + MORE).Value is not before.Value


def test_it_runs_as_a_whole_where_what_was_there_uses_what_comes_after(monkeypatch):
    monkeypatch.setattr(loading, "_loaded", {})
    monkeypatch.setattr(loading, "_texts", {})
    before = HEAD.format(n=2).replace("return Value()", "return later(Value())")
    loading.made("mine", before)
    assert loading.made("mine", before + MORE.replace("raise ValueError", "return ")).made() is True
