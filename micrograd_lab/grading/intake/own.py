"""The Python files that a learner has handed in with a notebook, which its cells may import.

One that is called as a notebook was, or that no notebook imports and that holds answers, is handed in in a notebook's
place: it is a row, and what is said of it is that it is no notebook.
"""

import re
from collections import defaultdict
from dataclasses import replace
from functools import cache

from ..handout import handout, lessons
from .names import names_lesson

MOST, SIZE = 20, 1 << 20
KIT = "micrograd_lab"
MINE = "mine.py"  # what the checks have kept: it holds answers, and stands for no notebook
CELLS = re.compile(r"^# ?(?:%%|In ?\[)", re.M)
DEFINED = re.compile(r"^(?:async )?(?:def|class) (\w+)", re.M)
# Lines of a cell end in \\n in its file; what is run or opened is named with its ending, or in quotes.
IMPORTED = (
    r"from[ ]+[\w.]*\b{module}\b[\w.]*[ ]+import|import[ ]+[\w., ]*\b{module}\b|\b{module}\.py\b"
    r"|[\"']{module}\\?[\"']"
)
LEFT_OUT = "{number} Python files beside it were left out: {most} count, of 1 MB together, and none of the kit's"


class Beside(dict):
    """{Claim of a notebook: ({path: Found}, notes)}; `taken` are the Claims of the files in it, which are no rows."""

    def __init__(self):
        super().__init__()
        self.taken = set()


def beside(claims, read):
    """The Beside of these Claims: of a learner with a notebook, the Python files in the learner's folder.

    read(place): the bytes that were kept there. A file in a notebook's place has its `lesson` in its Claim's Found.
    """
    result, homes = Beside(), defaultdict(list)
    for claim in claims:
        if claim.home is not None and claim.found is not None:
            homes[claim.home].append(claim)
    for home, several in homes.items():
        notebooks = [claim for claim in several if claim.found.notebook]
        python = [c for c in several if c.found.kept and not c.found.notebook and c.found.name.lower().endswith(".py")]
        if notebooks and python:
            python = _modules(python, notebooks, read)
            result.taken.update(python)
            for claim in notebooks:
                result[claim] = _files(claim, [one.found for one in python], home)
    return result


def _modules(python, notebooks, read):
    """Those of these Python files that are modules; of the others it is marked that they stand for a notebook."""
    texts = {claim: read(claim.found.kept).decode("utf-8", "replace") for claim in notebooks if claim.found.kept}
    sources = {claim: read(claim.found.kept).decode("utf-8", "replace") for claim in python}
    modules = []
    for claim, source in sources.items():
        one, lesson = claim.found, _lesson(source)
        if one.name.lower() == MINE:
            modules.append(claim)
        elif names_lesson(one.name) or (
            (lesson or CELLS.search(source)) and not _imported(claim, {**texts, **sources})
        ):
            claim.found = replace(one, content=one.lesson or lesson, meant=True)
        else:
            modules.append(claim)
    return modules


def _imported(claim, texts):
    """Whether another of these files imports it, by its name or, of what makes a package, by its folder's."""
    name = claim.found.name[: -len(".py")]
    name = claim.found.names[-2] if name == "__init__" and len(claim.found.names) > 1 else name
    pattern = re.compile(IMPORTED.format(module=re.escape(name)))
    return any(pattern.search(text) for other, text in texts.items() if other is not claim)


def _lesson(source):
    """The lesson whose checks a Python file calls for, or most of whose answers it defines; "" of any other."""
    if (match := re.search(r"checks import lesson_(\d\d)\b", source)) and match[1] in lessons():
        return match[1]
    defined = {*DEFINED.findall(source)}
    counts = {lesson: len(defined & names) for lesson, names in _answers().items()}
    most = max(counts, key=counts.get, default="")
    return most if counts.get(most) else ""


@cache
def _answers():
    """{lesson: the names that its answers define}."""
    return {n: {name for one in handout(n).given.values() for name in one.names} for n in lessons()}


def _files(claim, python, home):
    """({path: Found}, notes): those in the notebook's own folder by their place in it, others by that in the learner's.

    The nearest come first, and have a name that two would have.
    """
    folder, top = claim.found.parts[:-1], home.depth
    files, size = {}, 0
    for one in sorted(python, key=lambda one: (one.parts[: len(folder)] != folder, len(one.parts), one.parts)):
        near = one.parts[: len(folder)] == folder
        names = one.names[len(folder) if near else top :]
        path = "/".join(names)
        if KIT not in names[:-1] and path not in files and len(files) < MOST and size + one.size <= SIZE:
            files[path] = one
            size += one.size
    left = len(python) - len(files)
    return files, [LEFT_OUT.format(number=left, most=MOST)] if left else []
