"""Build a notebook from its percent script: the same script gives the same notebook, outputs included."""

import hashlib
import os
import re
import tempfile

import jupytext
import nbformat
from nbclient import NotebookClient

from . import handout, index
from .course import built, is_solution, number, text, unsolved
from .exercises import exercise, marked

METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
WIDGET = "application/vnd.jupyter.widget-view+json"


def read(source):
    """A percent script as a notebook without outputs."""
    notebook = jupytext.reads(text(source), fmt="py:percent")
    notebook.metadata = nbformat.from_dict(METADATA)
    notebook.cells[0].source = index.heading(source) + notebook.cells[0].source
    notebook.cells = [part for cell in notebook.cells for part in _apart(cell)]
    if source.parent.name == index.INDEX:
        notebook.cells += index.listing(source.parents[1])
    else:
        notebook.cells.append(index.following(source))
    seen = {}
    for cell in notebook.cells:
        # An id made of the text stays with its cell when others come or go.
        digest = hashlib.sha256(f"{cell.cell_type}\n{cell.source}".encode()).hexdigest()[:10]
        seen[digest] = seen.get(digest, 0) + 1
        cell.id = digest if seen[digest] == 1 else f"{digest}-{seen[digest]}"
    return marked(notebook, number(source)) if is_solution(source) else notebook


def _apart(cell):
    """A cell's text after </details> is a cell of its own: in one cell, what is closed sticks to the line below it."""
    if cell.cell_type != "markdown":
        return [cell]
    first, *rest = re.split(r"(?<=</details>)\n\n", cell.source)
    cell.source = first
    return [cell, *(nbformat.v4.new_markdown_cell(text) for text in rest)]


def build(source):
    """Run a percent script's notebook from top to bottom, with an empty journal, and write it.

    A solution's exercise notebook and handout are written too, from the same cells; and the digests of a lesson's
    cells, before they run.
    """
    notebook = read(source)
    built(source).parent.mkdir(exist_ok=True)
    if is_solution(source):
        hand_out(source)
    else:
        handout.write(handout.page_files(source))
    with tempfile.TemporaryDirectory() as empty:
        client = NotebookClient(
            notebook,
            timeout=120,
            kernel_name="python3",
            resources={"metadata": {"path": str(built(source).parent)}},
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


def hand_out(source):
    """Write the exercise notebook of a solution's script, its handout, its right answers, and what its page holds."""
    solved = read(source)
    unsolved(source).parent.mkdir(exist_ok=True)
    nbformat.write(exercise(solved), unsolved(source))
    handout.write(handout.files(source, solved, exercise(solved)))
    if source.with_stem("lesson").exists():
        handout.write(handout.page_files(source.with_stem("lesson")))
