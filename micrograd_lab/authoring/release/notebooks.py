"""The notebooks of a copy for a class: of the lessons that it has, with no link to others, and a word on handing in."""

import hashlib
import re
import shutil
import tempfile
from pathlib import Path

import nbformat

from .. import course
from ..build import read
from ..exercises import exercise

# The landing page's first picture brings the imports of all; which picture is first depends on the lessons.
IMPORTS = re.compile(r"\Afrom micrograd_lab import .*\n\n")
GIVEN = re.compile(r"\.given\(")
MINE = re.compile(r"\bmine\.")
HAND_IN = (
    "## Hand in\n\n{named}Save this notebook (Ctrl+S, on a Mac Cmd+S). Then hand in this file, under its name: "
    "`{file}`. Hand in what you have: each exercise counts by itself.\n\n"
    "It lies in the folder `exercises` of your notebooks, which is `micrograd-notebooks` in your home folder unless "
    "you have chosen another; the terminal in which you typed `start.py` shows where. Or download it: in JupyterLab's "
    "list of files on the left, right-click on it and choose *Download*.{mine}"
)
WITH_MINE = "\n\nHand in `mine.py` with it, because it runs on what you have there. That file lies beside the folder."
NAMED = "Is your name or id between the quotes of `me`? It should be the same each time.\n\n"


def notebooks(chosen):
    """{path: bytes} of the lessons' and exercises' notebooks of these lessons' scripts.

    The scripts are laid into a folder that has these lessons alone: what names another one, the list of lessons and
    the link to the next, is made from what is there.
    """
    found = {}
    with tempfile.TemporaryDirectory() as place:
        for source in chosen:
            shutil.copytree(source.parent, Path(place, "course", source.parent.name))
        for source in chosen:
            script = Path(place, "course", source.parent.name, source.name)
            found[_name(source, course.built)] = _shown(read(script), nbformat.read(course.built(source), as_version=4))
            if script.with_stem("exercises").exists():
                name = _name(source, course.unsolved)
                found[name] = handed_in(exercise(read(script.with_stem("exercises"))), Path(name).name)
    return {name: (nbformat.writes(notebook).rstrip("\n") + "\n").encode() for name, notebook in found.items()}


def owns_numbers(notebook):
    """Does an exercise notebook give each learner numbers of their own?"""
    return _says(notebook, GIVEN)


def needs_mine(notebook):
    """Does an exercise notebook run on what earlier ones have put into mine.py?"""
    return _says(notebook, MINE)


def _says(notebook, what):
    return any(what.search(cell.source) for cell in notebook.cells if cell.cell_type == "code")


def handed_in(notebook, file):
    """An exercise notebook with a cell that says how it is handed in, before the one that leads on."""
    named, mine = NAMED if owns_numbers(notebook) else "", WITH_MINE if needs_mine(notebook) else ""
    text = HAND_IN.format(file=file, named=named, mine=mine)
    digest = hashlib.sha256(text.encode()).hexdigest()[:10]
    notebook.cells.insert(len(notebook.cells) - 1, nbformat.v4.new_markdown_cell(text, id=digest))
    return notebook


def _shown(notebook, built):
    """A notebook with what its cells show, from the one that was built, of the same source."""
    outputs = {}
    for cell in built.cells:
        if cell.cell_type == "code":
            outputs.setdefault(IMPORTS.sub("", cell.source), []).append(cell)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            before = outputs[IMPORTS.sub("", cell.source)].pop(0)
            cell.outputs, cell.execution_count = before.outputs, before.execution_count
    return notebook


def _name(source, place):
    return place(source).relative_to(source.parents[2]).as_posix()
