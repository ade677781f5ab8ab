"""Build a notebook from its percent script: the same script gives the same notebook, outputs included."""

import hashlib
import os
import re
import tempfile
from pathlib import Path

import jupytext
import nbformat
from nbclient import NotebookClient

from .exercises import exercise, marked

ROOT = Path(__file__).resolve().parents[2]
LESSONS, SOLUTIONS, EXERCISES = (ROOT / name for name in ("lessons", "solutions", "exercises"))
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
WIDGET = "application/vnd.jupyter.widget-view+json"


def sources(which=None, *folders):
    """The percent scripts of all lessons and solutions, or of those whose names start with `which`, as "02"."""
    found = [path for folder in folders or (LESSONS, SOLUTIONS) for path in sorted((folder / "source").glob("*.py"))]
    chosen = [path for path in found if which is None or path.stem.startswith(which)]
    if not chosen:
        names = ", ".join(dict.fromkeys(path.stem for path in found))
        raise FileNotFoundError(f"no lesson source starts with {which!r}; there are {names}.")
    return chosen


def built(source):
    """Where the notebook of a percent script stands."""
    return source.parent.parent / f"{source.stem}.ipynb"


def unsolved(source):
    """Where the exercise notebook of a solution's percent script stands."""
    return source.parents[2] / EXERCISES.name / f"{source.stem}.ipynb"


def is_solution(source):
    return source.parents[1].name == SOLUTIONS.name


def read(source):
    """A percent script as a notebook without outputs."""
    notebook = jupytext.read(source, fmt="py:percent")
    notebook.metadata = nbformat.from_dict(METADATA)
    notebook.cells = [part for cell in notebook.cells for part in _apart(cell)]
    seen = {}
    for cell in notebook.cells:
        # An id made of the text stays with its cell when others come or go.
        digest = hashlib.sha256(f"{cell.cell_type}\n{cell.source}".encode()).hexdigest()[:10]
        seen[digest] = seen.get(digest, 0) + 1
        cell.id = digest if seen[digest] == 1 else f"{digest}-{seen[digest]}"
    return marked(notebook, source.stem.split("_")[0]) if is_solution(source) else notebook


def _apart(cell):
    """A cell's text after </details> is a cell of its own: in one cell, what is closed sticks to the line below it."""
    if cell.cell_type != "markdown":
        return [cell]
    first, *rest = re.split(r"(?<=</details>)\n\n", cell.source)
    cell.source = first
    return [cell, *(nbformat.v4.new_markdown_cell(text) for text in rest)]


def build(source):
    """Run a percent script's notebook from top to bottom, with an empty journal, and write it.

    A solution's exercise notebook is written too, from the same cells.
    """
    notebook = read(source)
    if is_solution(source):
        unsolved(source).parent.mkdir(exist_ok=True)
        nbformat.write(exercise(notebook), unsolved(source))
    with tempfile.TemporaryDirectory() as empty:
        client = NotebookClient(
            notebook,
            timeout=120,
            kernel_name="python3",
            resources={"metadata": {"path": str(source.parent.parent)}},
            store_widget_state=False,
        )
        client.execute(env={**os.environ, "MICROGRAD_LAB_DATA": empty})
    notebook.metadata = nbformat.from_dict(METADATA)  # the kernel has put its version there
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        if "outputs" in cell:
            cell.outputs = _joined(cell.outputs)
        for output in cell.get("outputs", []):
            # A widget's view is of use only while its kernel runs; its still twin stays.
            output.get("data", {}).pop(WIDGET, None)
    nbformat.write(notebook, built(source))
    return built(source)


def _joined(outputs):
    # One print may arrive in one piece or in several, as the machine pleases.
    joined = []
    for output in outputs:
        if output.output_type == "stream" and joined and joined[-1].get("name") == output.name:
            joined[-1].text += output.text
        else:
            joined.append(output)
    return joined


def verify(*folders):
    """Sentences on every committed notebook that is not what its source says; none when all are."""
    folders = folders or (LESSONS, SOLUTIONS)
    troubles, known = [], set()
    for source in sources(None, *folders):
        expected = {built(source): read(source)}
        if is_solution(source):
            expected[unsolved(source)] = exercise(read(source))
        known |= expected.keys()
        for notebook, cells in expected.items():
            name, repair = _name(notebook), f"Run `micrograd-lab build {source.stem.split('_')[0]}`."
            if not notebook.exists():
                troubles.append(f"{name} has not been built. {repair}")
            elif _cells(nbformat.read(notebook, as_version=4)) != _cells(cells):
                troubles.append(f"{name} is not what {_name(source)} says. {repair}")
    solved = [folder for folder in folders if folder.name == SOLUTIONS.name and folder.exists()]  # a release has none
    places = [*folders, *(folder.parent / EXERCISES.name for folder in solved)]
    for notebook in sorted(notebook for folder in places for notebook in folder.glob("*.ipynb")):
        if notebook not in known:
            troubles.append(f"{_name(notebook)} has no source. Write {notebook.stem}.py for it, or remove it.")
    return troubles


def _name(path):
    return path.relative_to(path.parents[2 if path.parent.name == "source" else 1]).as_posix()


def _cells(notebook):
    return [(cell.cell_type, cell.id, cell.source, dict(cell.metadata)) for cell in notebook.cells]
