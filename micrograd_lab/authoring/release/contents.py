"""The files of a copy for a class. What is for authors and teachers is not among them: no course, tests, grading."""

from ...checks import handout
from .. import course
from ..course import ROOT
from .notebooks import notebooks
from .readme import readme

PACKAGE = "micrograd_lab"
FILES = ("LICENSE", "hatch_build.py", "pyproject.toml", "requirements.lock", "start.py")
# Rooms of the package that a class has no use for, and kinds of file that the package is made of.
ROOMS = ("authoring", "grading")
KINDS = (".py", ".json", ".js", ".css", ".wasm", ".wat", ".md")
# Right answers, and what grading needs: a lesson gives cells in which the one before it is solved.
BUILT = [handout.place("00", name).name for name in ("reference", "handout")]
MARK = f"{PACKAGE}/checks/RELEASE.txt"  # what checks.exercise and start.py look for
NO_CHECKPOINT = "asked: checkpoint {number}\nfound: there are {there}\ntry:   --checkpoints with one of these"
SAYS = """This copy is for a class. Solutions are not part of it, and the check of an exercise with fixed numbers asks
for a name or id, so that everyone has their own.
"""


CHECKPOINT = f"{PACKAGE}/mine/checkpoints/checkpoint_{{}}.py"  # right answers too, for whoever joins late


def contents(lessons=None, checkpoints=()):
    """{path: bytes} of a copy with these lessons, as ("04", "05"), or all, and these checkpoints of mine.py alone: in
    order of the paths, relative ones. ValueError where there is no such checkpoint."""
    chosen = course.sources(None, ("lesson",))
    chosen = [source for source in chosen if lessons is None or course.number(source) in ("", *lessons)]
    files = {name: (ROOT / name).read_bytes() for name in FILES}
    for path in [*(ROOT / PACKAGE).rglob("*"), *(ROOT / "settings").rglob("*")]:
        name = path.relative_to(ROOT)
        if path.is_file() and path.suffix in KINDS and path.name not in BUILT and not _left_out(name):
            files[name.as_posix()] = path.read_bytes()
    for number in checkpoints:
        place = ROOT / CHECKPOINT.format(number)
        if not place.exists():
            there = ", ".join(path.stem[-2:] for path in sorted(place.parent.glob("*.py")))
            raise ValueError(NO_CHECKPOINT.format(number=number, there=there))
        files[CHECKPOINT.format(number)] = place.read_bytes()
    files |= notebooks(chosen)
    files["README.md"] = readme(chosen).encode()
    files[MARK] = SAYS.encode()
    return dict(sorted(files.items()))


def _left_out(name):
    """What is hidden, cached, or in a room of the package that is for others."""
    hidden = any(part.startswith(".") or part == "__pycache__" for part in name.parts)
    return hidden or "checkpoints" in name.parts or name.parts[:2] in [(PACKAGE, room) for room in ROOMS]
