"""Notebooks taken apart and put together again as learners do, and what a kernel says of them."""

import ast
import contextlib
import copy
import io
import json
import os
import random
import tempfile
from itertools import pairwise
from unittest import mock

from micrograd_lab import checks
from micrograd_lab.mine import loading

from .notebooks import code, notebook

LESSONS = ("00", "01", "02", "03", "04", "05", "06")
OWN = (
    "import math",
    "# what I have learnt so far",
    "1 / 0",
    "def helper(*given):\n    return given[0] if given else None",
    "print('here')",
    "me2 = 'nobody'",
    "undefined_name",
    "numbers = [n * n for n in range(5)]\nnumbers",
    "%time total = sum(range(10))",
    "!echo done",
    "raise SystemExit",
)
WRONG = {"+=": "=", "return ": "return 0 * ", " * ": " + "}


def grade_id(cell):
    return cell["metadata"].get("nbgrader", {}).get("grade_id", "")


def text(cell):
    return "".join(cell["source"])


def split(book, rng):
    """Split Cell: both halves keep the id."""
    able = [n for n, c in enumerate(book["cells"]) if c["cell_type"] == "code" and len(_statements(text(c))) > 1]
    if able:
        n = rng.choice(able)
        cell, statements = book["cells"][n], _statements(text(book["cells"][n]))
        at = rng.randrange(1, len(statements))
        lines = text(cell).split("\n")
        cut = statements[at].lineno - 1 - len(getattr(statements[at], "decorator_list", ()))
        halves = "\n".join(lines[:cut]), "\n".join(lines[cut:])
        book["cells"][n : n + 1] = [{**copy.deepcopy(cell), "source": half} for half in halves]


def _statements(source):
    try:
        return ast.parse(source).body
    except SyntaxError:
        return []


def merge(book, rng):
    """Merge with the code cell below: the id of the first stays."""
    cells = [n for n, c in enumerate(book["cells"]) if c["cell_type"] == "code"]
    first, second = rng.choice(list(pairwise(cells)))
    book["cells"][first]["source"] = text(book["cells"][first]) + "\n" + text(book["cells"][second])
    del book["cells"][second]


def insert(book, rng):
    book["cells"].insert(rng.randrange(len(book["cells"]) + 1), code(rng.choice(OWN)))


def move(book, rng):
    """A cell of one's choice goes one or two places up or down."""
    n = rng.randrange(len(book["cells"]))
    cell = book["cells"].pop(n)
    book["cells"].insert(max(0, n + rng.choice((-2, -1, 1, 2))), cell)


def rename(book, rng):
    """The learner's own name for an answer, in its cell and its check."""
    answers = [c for c in book["cells"] if grade_id(c).endswith("-answer") and text(c).startswith("def ")]
    if answers:
        cell = rng.choice(answers)
        name = text(cell)[4:].partition("(")[0]
        for one in book["cells"]:
            if one["cell_type"] == "code" and not text(one).startswith(("from ", "%", "!")):
                one["source"] = text(one).replace(f"{name}(", f"my_{name}(").replace(f"({name})", f"(my_{name})")


def retype(book, rng):
    """An answer becomes Markdown or raw by a slip of one key."""
    answers = [c for c in book["cells"] if grade_id(c).endswith("-answer")]
    if answers:
        rng.choice(answers)["cell_type"] = rng.choice(("markdown", "raw"))


def drop_ids(book, rng):
    for cell in book["cells"]:
        cell["metadata"] = {}
        cell.pop("id", None)


def delete(book, rng):
    del book["cells"][rng.randrange(len(book["cells"]))]


def spoil(book, rng):
    """An answer becomes a wrong one."""
    answers = [c for c in book["cells"] if grade_id(c).endswith("-answer")]
    if answers:
        cell, (old, new) = rng.choice(answers), rng.choice(list(WRONG.items()))
        cell["source"] = text(cell).replace(old, new)


def again(book, rng):
    """A check is called again below, by a copy of its cell or in a function."""
    own = [c for c in book["cells"] if grade_id(c).endswith("-check")]
    if own:
        source = text(rng.choice(own))
        shapes = (source, f"def look():\n    return {source}\nlook()", f"found = {source}\nassert found or True")
        book["cells"].append(code(rng.choice(shapes)))


KEEPS = (split, merge, insert, insert, rename, drop_ids, spoil, again)
LOSES = (move, retype, delete)  # what may hide an answer from its notebook's check, and not from the grade


def made(seed):
    """(the notebook, the names of the changes, whether one may lose an answer in the notebook)."""
    rng = random.Random(seed)
    lesson = LESSONS[seed % len(LESSONS)]
    book, changes = notebook(lesson), rng.choices((*KEEPS, *LOSES), k=rng.randrange(2, 7))
    for change in changes:
        change(book, rng)
    return lesson, book, [change.__name__ for change in changes], any(change in LOSES for change in changes)


PICTURES = "from micrograd_lab.grading.sandbox.inside.stand_ins import INERT as draw\n"  # real ones take time


def passed_in_this_process(lesson, book):
    """The exercises whose check has passed when all cells have run, each as far as it goes."""
    from IPython.core.inputtransformer2 import TransformerManager

    exercises = checks.lesson(lesson).exercises
    for one in exercises:
        one.outcome = None
    loading._loaded.clear()  # a kernel of its own has classes of its own, into which no other notebook has put methods
    shell = type("Shell", (), {"run_line_magic": lambda *_: None, "system": lambda *_: None})()
    names = {"__name__": "__main__", "get_ipython": lambda: shell}
    with tempfile.TemporaryDirectory() as folder, mock.patch.dict(os.environ, MICROGRAD_LAB_MINE=folder):
        for cell in book["cells"]:
            if cell["cell_type"] == "code":
                source = text(cell).replace("from micrograd_lab import draw\n", PICTURES)
                with contextlib.suppress(Exception, SystemExit), contextlib.redirect_stdout(io.StringIO()):
                    exec(compile(TransformerManager().transform_cell(source), "cell", "exec"), names)
    return {one.number for one in exercises if one.outcome}


TELL = (
    "import json\nfrom micrograd_lab import checks\n"
    "print('PASSED', json.dumps([one.number for one in checks.lesson({lesson!r}).exercises if one.outcome]))"
)


def passed_in_a_kernel(lesson, book):
    """The same, by a real ipykernel."""
    import nbformat
    from nbclient import NotebookClient

    run = copy.deepcopy(book)
    run["cells"].append(code(TELL.format(lesson=lesson)))
    for cell in run["cells"]:
        cell.pop("id", None)
        cell["source"] = text(cell)
        if cell["cell_type"] == "code":
            cell.setdefault("outputs", [])
            cell.setdefault("execution_count", None)
        else:
            cell.pop("outputs", None)
            cell.pop("execution_count", None)
    opened = nbformat.from_dict({**run, "nbformat": 4, "nbformat_minor": 4})
    client = NotebookClient(opened, allow_errors=True, timeout=120, kernel_name="python3")
    with tempfile.TemporaryDirectory() as folder:
        client.execute(env={**os.environ, "MICROGRAD_LAB_MINE": folder})
    said = "".join(o.get("text", "") for o in opened.cells[-1].outputs)
    return set(json.loads(said.partition("PASSED ")[2]))
