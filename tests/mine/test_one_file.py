"""One mine.py through the exercises that keep something, each lesson in a kernel of its own, as a learner does them."""

import os
import re

import nbformat
import pytest
from nbclient import NotebookClient

from micrograd_lab import authoring, mine
from micrograd_lab.checks import lesson_06
from micrograd_lab.checks.handout import right_answer
from micrograd_lab.experiments import own_training
from micrograd_lab.experiments.own_training import OwnTraining
from micrograd_lab.mine import loading

LESSONS = ("02", "04", "05", "06", "07", "08", "09", "10", "11")


def done(lesson, folder, data):
    """What a lesson's exercise notebook shows, run from top to bottom with right answers."""
    (source,) = authoring.sources(lesson, ("exercises",))
    notebook = nbformat.read(authoring.unsolved(source), as_version=4)
    for cell in notebook.cells:
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id", "")
        if grade_id.endswith("-answer"):
            cell.source = right_answer(grade_id.removesuffix("-answer").replace("-", ".")) or cell.source
    resources = {"metadata": {"path": str(folder)}}
    client = NotebookClient(notebook, timeout=120, kernel_name="python3", resources=resources)
    client.execute(env={**os.environ, "MICROGRAD_LAB_MINE": str(folder), "MICROGRAD_LAB_DATA": str(data)})
    shown = [o for cell in notebook.cells for o in cell.get("outputs", ())]
    return "\n".join(o.get("text") or o.get("data", {}).get("text/plain", "") for o in shown)


@pytest.fixture(scope="module")
def through(tmp_path_factory):
    """(the folder, {lesson: what its notebook shows}), afterwards."""
    folder = tmp_path_factory.mktemp("learner")
    return folder, {lesson: done(lesson, folder, folder / "data") for lesson in LESSONS}


@pytest.fixture
def file(through, monkeypatch):
    """The text of the file at the end, and the file itself as mine.py."""
    monkeypatch.setenv("MICROGRAD_LAB_MINE", str(through[0]))
    return str(mine.show())


def test_each_answer_that_is_to_be_kept_is_kept(through):
    kept = {lesson: shown.count("Kept in mine.py: ") for lesson, shown in through[1].items()}
    assert kept == {"02": 4, "04": 4, "05": 3, "06": 1, "07": 3, "08": 1, "09": 3, "10": 2, "11": 1}
    assert not any("Not kept" in shown or "the course's own" in shown for shown in through[1].values())


def test_the_file_reads_from_lesson_to_lesson_and_runs_without_the_kit(file, capsys):
    with capsys.disabled():
        if os.environ.get("MICROGRAD_LAB_SHOW_MINE"):
            print(f"\n{file}")
    assert file.startswith('"""My engine, as it stands after lesson 11."""\n')
    heads = [line for line in file.splitlines() if line.startswith("# Lesson")]
    assert [head.partition(":")[0] for head in heads] == [f"# Lesson {int(lesson)}" for lesson in LESSONS]
    assert "micrograd_lab" not in file
    assert file.count("class Value") == file.count("    def backward(") == file.count("    def __add__(") == 1
    before, _, after = file.partition("    # Lesson 4: each operation knows its own step back.")
    assert "def __init__" in before
    assert "def __add__" in after
    loading.made("checkpoint_00", file)


def test_it_has_none_of_the_38_faults(file):
    assert lesson_06.faults(mine.Value) == "yours: 0 of 38 faults"


def test_it_learns_the_moons_to_the_last_point(file):
    """In as many steps as the kit's own parts, and with the same losses."""
    yours, course = (OwnTraining(part) for part in (own_training.parts_of(mine), own_training.KIT))
    assert not own_training.parts_of(mine).lent
    for training in (yours, course):
        while not training.done:
            training.step()
    assert yours.learned
    assert yours.losses == pytest.approx(course.losses, rel=1e-9)


def test_its_older_versions_come_back_one_by_one(through, file, tmp_path, monkeypatch):
    versions = sorted((through[0] / "mine_older").glob("[0-9]*.py"))
    assert len(versions) >= 10
    texts = [path.read_text(encoding="utf-8") for path in versions]
    assert len({*texts, file}) == len(texts) + 1
    for text in texts:
        assert loading.made("checkpoint_00", text)


RECURSE = """    def backward(self, first=True):
        if first:
            self.grad = 1.0
        self._backward()
        for i in self.inputs:
            if i.inputs:
                i.backward(False)
"""
# What learners write: {its name: [(what stands in the file, what stands there instead)]}.
VARIANTS = {
    "= for +=": [(r"\.grad \+= ", ".grad = ")],
    "tanh uses its input": [(r"1 - out\.data\*\*2", "1 - self.data**2")],
    "relu always passes": [(r"\(out\.data > 0\) \* ", "")],
    "leaves first": [(r"reversed\(order\)", "order")],
    "no seed": [(r"self\.grad = 1\.0", "pass")],
    "just recurse": [(r"(?s)    def backward\(self\):.*?(?=\n\n\S)", RECURSE)],
    "rsub is self - other": [(r"return -self \+ other", "return self - other")],
}


ALIKE = "yours: one of 38 faults, and these look alike on all that was asked:"


@pytest.mark.parametrize("name", VARIANTS)
def test_a_usual_slip_in_it_is_told_by_its_name(name, file):
    text = file
    for found, instead in VARIANTS[name]:
        text, many = re.subn(found, instead, text, flags=re.MULTILINE)
        assert many, found
    mine.path().write_text(text, encoding="utf-8")
    try:
        said = lesson_06.faults(mine.Value)
    finally:
        mine.path().write_text(file, encoding="utf-8")
    if name == "just recurse":  # where the short road comes first, to go by levels again and again gives the same
        assert said == f"{ALIKE} {name}; level by level, again for each user."
        return
    assert said.startswith(f"yours: 1 of 38 faults, {name}. "), said
    assert "\nTry: " in said
