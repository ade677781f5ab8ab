"""Build a notebook from its percent script: the same script gives the same notebook, outputs included."""

import hashlib
import os
import tempfile
from pathlib import Path

import jupytext
import nbformat
from nbclient import NotebookClient

LESSONS = Path(__file__).resolve().parents[2] / "lessons"
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
WIDGET = "application/vnd.jupyter.widget-view+json"


def sources(which=None, lessons=LESSONS):
    """The percent scripts of all lessons, or of the one whose name starts with `which`, as "02"."""
    found = sorted((lessons / "source").glob("*.py"))
    chosen = [path for path in found if which is None or path.stem.startswith(which)]
    if not chosen:
        names = ", ".join(path.stem for path in found)
        raise FileNotFoundError(f"no lesson source starts with {which!r}; there are {names}.")
    return chosen


def built(source):
    """Where the notebook of a percent script stands."""
    return source.parent.parent / f"{source.stem}.ipynb"


def read(source):
    """A percent script as a notebook without outputs."""
    notebook = jupytext.read(source, fmt="py:percent")
    notebook.metadata = nbformat.from_dict(METADATA)
    seen = {}
    for cell in notebook.cells:
        # An id made of the text stays with its cell when others come or go.
        digest = hashlib.sha256(f"{cell.cell_type}\n{cell.source}".encode()).hexdigest()[:10]
        seen[digest] = seen.get(digest, 0) + 1
        cell.id = digest if seen[digest] == 1 else f"{digest}-{seen[digest]}"
    return notebook


def build(source):
    """Run a percent script's notebook from top to bottom, with an empty journal, and write it."""
    notebook = read(source)
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


def verify(lessons=LESSONS):
    """Sentences on every committed notebook that is not what its source says; none when all are."""
    troubles = []
    for source in sources(lessons=lessons):
        number = source.stem.split("_")[0]
        notebook = built(source)
        if not notebook.exists():
            troubles.append(f"{notebook.name} has not been built. Run `micrograd-lab build {number}`.")
        elif _cells(nbformat.read(notebook, as_version=4)) != _cells(read(source)):
            troubles.append(f"{notebook.name} is not what {source.name} says. Run `micrograd-lab build {number}`.")
    known = {built(source).name for source in sources(lessons=lessons)}
    for notebook in sorted(lessons.glob("*.ipynb")):
        if notebook.name not in known:
            troubles.append(f"{notebook.name} has no source. Write lessons/source/{notebook.stem}.py, or remove it.")
    return troubles


def _cells(notebook):
    return [(cell.cell_type, cell.id, cell.source, dict(cell.metadata)) for cell in notebook.cells]
