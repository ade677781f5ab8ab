"""Lessons 0 to 6 and their solutions, where NumPy and what needs it is not installed: they say what they always say."""

import json
import os
import subprocess
import sys

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output
from places import ROOT, lesson_notebook, solution_notebook

BLOCKED = ("numpy", "scipy", "sklearn", "matplotlib", "pandas")
LESSONS = [f"{number:02d}" for number in range(7)]
INDEX = ROOT / "lessons" / "index.ipynb"
NOTEBOOKS = [INDEX, *(find(lesson) for find in (lesson_notebook, solution_notebook) for lesson in LESSONS)]
# What runs by default: the network of the first page, a graph by hand with its steps, and a curve.
FEW = (lesson_notebook("00"), lesson_notebook("03"), solution_notebook("01"))


# live.ready says what is missing, and the landing page shows a picture of lesson 9; everything else is as always.
OTHERWISE = {
    lesson_notebook("00"): "Not installed: numpy, matplotlib, sklearn. Lessons 0 to 6 do without.",
    INDEX: "ImportError: asked: a data set",
}


def differences(notebook, folder, blocked=BLOCKED):
    """Where a notebook says something else without these modules: see run_without.py."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), "MICROGRAD_LAB_DATA": str(folder), "MICROGRAD_LAB_MINE": "fresh"}
    command = [sys.executable, str(ROOT / "tests" / "run_without.py"), str(notebook), *blocked]
    run = subprocess.run(command, capture_output=True, text=True, env=env, cwd=notebook.parent)
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


@pytest.mark.parametrize(
    "notebook",
    [pytest.param(path, marks=() if path in FEW else pytest.mark.long) for path in NOTEBOOKS],
    ids=lambda path: path.stem,
)
def test_a_notebook_says_without_numpy_what_it_says_with_it(notebook, tmp_path):
    found = [said for _, said, _ in differences(notebook, tmp_path)]
    if notebook in OTHERWISE:
        assert OTHERWISE[notebook] in found.pop(0)
    assert found == []


def test_a_module_that_is_missed_and_a_text_that_differs_are_noticed(tmp_path):
    first, *_ = differences(solution_notebook("01"), tmp_path, ["graphviz"])
    assert first[1].startswith("ImportError: asked: micrograd_lab.draw")
    said = [new_output("stream", text="1\n"), new_output("execute_result", data={"text/plain": "2"})]
    other = [new_output("stream", text="1\n"), new_output("execute_result", data={"text/plain": "3"})]
    cells = [new_code_cell("print(1)\n2", outputs=outputs) for outputs in (said, other)]
    nbformat.write(new_notebook(cells=[*cells, new_code_cell("import json")]), tmp_path / "pages.ipynb")
    assert differences(tmp_path / "pages.ipynb", tmp_path, ["json"]) == [
        [1, "1\n\n2", "1\n\n3"],
        [-1, "json", "not loaded"],
    ]
