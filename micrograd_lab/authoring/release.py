"""A copy for a class: lessons and exercises, the package and start.py, and no solutions."""

import re
import shutil

from ..checks import handout
from .course import ROOT, built, sources, unsolved
from .verify import verify

FILES = (
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "README.md",
    "environment.yml",
    "hatch_build.py",
    "picture.png",
    "pyproject.toml",
    "requirements.lock",
    "start.py",
    "tests/conftest.py",
    "tests/sanitize.cfg",
)
PACKAGE = "micrograd_lab"
MARK = f"{PACKAGE}/checks/RELEASE.txt"  # what checks.exercise looks for
NOT_NEW = (
    "asked: a release in {folder}\nfound: it is {found}\n"
    "try:   a folder that is new or empty; what is there is never overwritten"
)
NOT_EMPTY, A_FILE = "not empty", "a file"
NOT_BUILT = "A release needs notebooks that are what their sources say."
SAYS = """This copy is for a class. Solutions are not part of it, and an exercise with fixed numbers asks for a name
or id, so that everyone has their own.
"""


def release(folder):
    """Write the copy into a folder that is new or empty. Gives the paths of its files, in order.

    A release protects the solutions: neither their notebooks nor their sources nor the tests' right answers are in
    it, and `check.x.solution()` says so. Exercises with fixed numbers want a name, and one learner's numbers are
    refused for another. It does not protect what the checks know: the judges in micrograd_lab/checks hold
    expected results and right functions, since they answer on the learner's machine, and the package holds an engine.
    Who wants to read those can. That is fine for learning; points for a grade are given by `micrograd-lab grade`, on
    your machine.
    """
    folder = folder.resolve()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(NOT_NEW.format(folder=folder, found=NOT_EMPTY if folder.is_dir() else A_FILE))
    troubles = verify()
    if troubles:
        raise ValueError("\n".join([NOT_BUILT, *troubles]))
    for path in contents():
        target = folder / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, target)
    (folder / "README.md").write_text(for_learners(), encoding="utf-8")
    (folder / MARK).write_text(SAYS, encoding="utf-8")
    return sorted(path for path in folder.rglob("*") if path.is_file())


def contents():
    """The files of this project that a class gets."""
    lessons = [path for source in sources(None, ("lesson",)) for path in (source, built(source))]
    exercises = [unsolved(source) for source in sources(None, ("exercises",))]
    answers = {handout.place(lesson, "reference") for lesson in handout.lessons()}
    package = [
        path
        for path in sorted((ROOT / PACKAGE).rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts and path not in answers
    ]
    linked = [ROOT / link for link in re.findall(r"\]\(([^)#:]+)\)", for_learners())]
    own = [*(ROOT / name for name in FILES), *sorted((ROOT / "settings").rglob("*.json"))]
    return list(dict.fromkeys(p for p in [*own, *lessons, *exercises, *package, *linked] if p.is_file()))


def for_learners():
    """README.md without what is for whoever hands out and grades."""
    return re.sub(r"(?ms)^## A class$.*?(?=^## )", "", (ROOT / "README.md").read_text(encoding="utf-8"))
