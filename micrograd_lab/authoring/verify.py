"""Is everything that is built what its source says? And what must be built anew when one lesson has changed."""

import nbformat

from . import handout, index
from .build import read
from .course import COURSE, built, is_solution, sources, unsolved
from .exercises import exercise

FOLDERS = ("lessons", "exercises", "solutions")
DIFFERS = "{file} is not what {source} says. Run `micrograd-lab build {which}`."
NOT_BUILT = "{file} has not been built. Run `micrograd-lab build {which}`."
OTHER_LESSONS = "README.md lists other lessons than there are. Run `micrograd-lab build index`."
NO_SOURCE = "{file} has no source. Write course/{name}/{kind}.py for it, or remove it."


def verify(course=COURSE):
    """Sentences on everything committed that is not what its source says; none when all is."""
    root, troubles, known = course.parent, [], set()
    for source in sources(None, course=course):
        notebook = read(source)
        expected = {built(source): notebook}
        texts = {} if is_solution(source) else handout.page_files(source)
        if is_solution(source):
            expected[unsolved(source)] = exercise(notebook)
            texts = handout.files(source, notebook, expected[unsolved(source)])
        known |= expected.keys()
        differs = {path: not _holds(path, cells) for path, cells in expected.items()}
        differs |= {path: not path.exists() or path.read_text(encoding="utf-8") != said for path, said in texts.items()}
        for path in (path for path, differing in differs.items() if differing):
            said = DIFFERS if path.exists() else NOT_BUILT
            names = {"file": _name(path, root), "source": _name(source, root), "which": _short(source)}
            troubles.append(said.format(**names))
    if (root / "README.md").exists() and index.readme(course) != (root / "README.md").read_text(encoding="utf-8"):
        troubles.append(OTHER_LESSONS)
    return troubles + [_without_source(path, root) for path in _strays(root, known)]


def outdated(course=COURSE):
    """The scripts whose notebooks say something else than they do: their neighbours' titles, or the list."""
    return [source for source in sources(None, course=course) if not _holds(built(source), read(source))]


def _strays(root, known):
    return sorted(path for name in FOLDERS for path in (root / name).glob("*.ipynb") if path not in known)


def _without_source(path, root):
    kind = "lesson" if path.parent.name == "lessons" else "exercises"
    name = path.stem.removesuffix(f"_{path.parent.name}")
    return NO_SOURCE.format(file=_name(path, root), name=name, kind=kind)


def _holds(path, notebook):
    return path.exists() and _cells(nbformat.read(path, as_version=4)) == _cells(notebook)


def _name(path, root):
    return path.relative_to(root).as_posix()


def _short(source):
    name = source.parent.name
    return name[:2] if name[:2].isdigit() else name


def _cells(notebook):
    return [(cell.cell_type, cell.id, cell.source, dict(cell.metadata)) for cell in notebook.cells]
