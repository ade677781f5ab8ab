"""What a hostile or unlucky submission is, and how its notebook is made from the one that was handed out."""

import copy
import json
from typing import NamedTuple

from places import exercise_notebook, solution_notebook

FULL = {
    "02": {"2.1": 2, "2.2": 1, "2.3": 1, "2.4": 2, "2.5": 1},
    "04": {"4.1": 2, "4.2": 2, "4.3": 3, "4.4": 3, "4.5": 1},
    "05": {"5.1": 2, "5.2": 3, "5.4": 2, "5.5": 2},
    "06": {"6.1": 3, "6.2": 4, "6.3": 2, "6.4": 2},
}


class Submission(NamedTuple):
    """`data` is the file; `expected` {number: points}, or a word of the line that says why there are none."""

    family: str
    name: str
    data: bytes
    expected: object
    file: str = "05_order.ipynb"
    forged: tuple = ()  # numbers that an unprotected judge gives full marks for
    judge: str = "checks"  # which unprotected judge


def full(lesson="05", **but):
    """The full points of a lesson, `but` for some: full(five_2=0)."""
    names = {"_".join(["n", *number.split(".")]): number for number in FULL[lesson]}
    return FULL[lesson] | {names[name]: points for name, points in but.items()}


def none(lesson="05"):
    return dict.fromkeys(FULL[lesson], 0)


def notebook(lesson="05", solved=True):
    place = solution_notebook(lesson) if solved else exercise_notebook(lesson)
    return json.loads(place.read_text(encoding="utf-8"))


def cell_of(book, number, kind="answer"):
    wanted = f"{number.replace('.', '-')}-{kind}"
    return next(c for c in book["cells"] if c["metadata"].get("nbgrader", {}).get("grade_id") == wanted)


def code(source):
    return {"cell_type": "code", "metadata": {}, "source": source, "outputs": [], "execution_count": None}


def made(book):
    return json.dumps(book).encode()


def answered(answers, lesson="05", solved=True):
    """The notebook, solved or not, with these sources as answers; "{old}" in one stands for what was there."""
    book = copy.deepcopy(notebook(lesson, solved))
    for number, source in answers.items():
        cell = cell_of(book, number)
        cell["source"] = source.replace("{old}", "".join(cell["source"]))
    return made(book)
