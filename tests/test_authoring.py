"""From percent scripts to notebooks: the same script, the same notebook; and what every lesson must keep to."""

import re
import shutil
from importlib import import_module

import nbformat
import pytest
from typer.testing import CliRunner

from micrograd_lab import authoring, cli
from micrograd_lab.authoring.exercises import exercise

SCRIPT = """# %% [markdown]
# # A title

# %%
from micrograd_lab import Value, draw, live

print("one", flush=True)
print("two")

# %%
live.graph("a * b", a=2.0, b=3.0)

# %%
draw.graph(Value(2.0, "a") * 3)
"""
NOTEBOOKS = [authoring.built(source) for source in authoring.sources(None, authoring.LESSONS)]


@pytest.fixture
def lessons(tmp_path):
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "03_title.py").write_text(SCRIPT, encoding="utf-8")
    return tmp_path


def test_the_same_script_gives_the_same_notebook_to_the_byte(lessons):
    (source,) = authoring.sources(None, lessons)
    first = authoring.build(source).read_bytes()
    assert authoring.build(source).read_bytes() == first
    notebook = nbformat.reads(first.decode(), as_version=4)
    nbformat.validate(notebook)
    assert notebook.metadata == {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    prints, view, picture = notebook.cells[1:]
    assert [output.text for output in prints.outputs] == ["one\ntwo\n"]
    assert set(view.outputs[0].data) == {"text/plain", "image/svg+xml"}
    assert set(picture.outputs[0].data) == {"text/plain", "image/svg+xml"}


def test_text_below_what_opens_is_a_cell_of_its_own(lessons):
    (source,) = authoring.sources(None, lessons)
    text = "# %% [markdown]\n# <details><summary>Why?</summary>\n#\n# So.\n# </details>\n#\n# And on.\n"
    source.write_text(text, encoding="utf-8")
    assert [cell.source.splitlines()[-1] for cell in authoring.read(source).cells] == ["</details>", "And on."]
    for source in authoring.sources(None):
        for cell in authoring.read(source).cells:
            assert cell.cell_type == "code" or not cell.source.partition("</details>")[2], source.stem


def test_a_cell_keeps_its_id_when_others_come_and_go(lessons):
    (source,) = authoring.sources(None, lessons)
    ids = [cell.id for cell in authoring.read(source).cells]
    source.write_text(SCRIPT.replace("# %%\nlive", "# %%\n1 + 1\n\n# %%\nlive"), encoding="utf-8")
    after = [cell.id for cell in authoring.read(source).cells]
    assert len(set(after)) == len(after) == 5
    assert [i for i in after if i in ids] == ids


def test_verify_names_the_notebook_and_the_command_that_mends_it(lessons):
    (source,) = authoring.sources(None, lessons)
    assert authoring.verify(lessons) == [
        f"{lessons.name}/03_title.ipynb has not been built. Run `micrograd-lab build 03`."
    ]
    notebook = authoring.build(source)
    assert authoring.verify(lessons) == []
    text = notebook.read_text(encoding="utf-8")
    notebook.write_text(text.replace("A title", "Another title"), encoding="utf-8")
    (trouble,) = authoring.verify(lessons)
    assert trouble.startswith(f"{lessons.name}/03_title.ipynb is not what {lessons.name}/source/03_title.py says.")
    assert trouble.endswith("Run `micrograd-lab build 03`.")
    notebook.write_text(text, encoding="utf-8")
    (lessons / "04_stray.ipynb").write_text(text, encoding="utf-8")
    assert [trouble for trouble in authoring.verify(lessons) if "04_stray.ipynb has no source" in trouble]


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project with a lesson and a pair of exercise and solution, written as they would be after a build."""
    (tmp_path / "lessons" / "source").mkdir(parents=True)
    (tmp_path / "lessons" / "source" / "05_order.py").write_text(SCRIPT, encoding="utf-8")
    (tmp_path / "solutions" / "source").mkdir(parents=True)
    shutil.copy(authoring.SOLUTIONS / "source" / "05_order.py", tmp_path / "solutions" / "source")
    (tmp_path / "exercises").mkdir()
    for name in ("lessons", "solutions"):
        (source,) = (tmp_path / name / "source").glob("*.py")
        nbformat.write(authoring.read(source), authoring.built(source))
    nbformat.write(exercise(authoring.read(source)), authoring.unsolved(source))
    build = import_module("micrograd_lab.authoring.build")
    for name in ("lessons", "solutions"):
        monkeypatch.setattr(build, name.upper(), tmp_path / name)
    return tmp_path


def verified():
    return CliRunner().invoke(cli.app, ["verify"])


def test_verify_says_that_all_is_well(project):
    assert (verified().exit_code, verified().output) == (0, "Every notebook is what its source says.\n")


@pytest.mark.parametrize("place", ["lessons", "solutions", "exercises"])
@pytest.mark.parametrize("change", ["text", "code", "cell", "metadata", "missing", "stray", "source"])
def test_verify_fails_for_any_notebook_that_is_not_what_its_source_says(project, place, change):
    path = project / place / "05_order.ipynb"
    notebook = nbformat.read(path, as_version=4)
    if change == "text":
        notebook.cells[0].source += " And more."
    elif change == "code":
        next(cell for cell in notebook.cells if cell.cell_type == "code").source += "\n1 / 1"
    elif change == "cell":
        del notebook.cells[-1]
    elif change == "metadata":
        notebook.cells[1].metadata["editable"] = False
    elif change == "source":
        source = project / ("lessons" if place == "lessons" else "solutions") / "source" / "05_order.py"
        text = source.read_text(encoding="utf-8")
        source.write_text(text.replace("# %% [markdown]\n", "# %% [markdown]\n# First. ", 1), encoding="utf-8")
    nbformat.write(notebook, path.with_stem("06_stray") if change == "stray" else path)
    if change == "missing":
        path.unlink()
    answer = verified()
    assert answer.exit_code == 1
    said = next(line for line in answer.output.splitlines() if line.startswith(f"{place}/"))
    if change == "stray":
        assert said == f"{place}/06_stray.ipynb has no source. Write 06_stray.py for it, or remove it."
    else:
        verb = "has not been built" if change == "missing" else "is not what"
        assert said.startswith(f"{place}/05_order.ipynb {verb}")
        assert said.endswith("Run `micrograd-lab build 05`.")


def test_build_with_a_wrong_number_says_which_there_are(project):
    answer = CliRunner().invoke(cli.app, ["build", "17"])
    assert answer.exit_code == 1
    assert answer.output == "no lesson source starts with '17'; there are 05_order.\n"


def test_a_cell_that_fails_fails_the_build(lessons):
    (source,) = authoring.sources(None, lessons)
    source.write_text("# %%\n1 / 0\n", encoding="utf-8")
    with pytest.raises(Exception, match="ZeroDivisionError"):
        authoring.build(source)
    assert not authoring.built(source).exists()


def test_an_unknown_lesson_is_answered_with_those_there_are(lessons):
    with pytest.raises(FileNotFoundError, match="there are 03_title"):
        authoring.sources("17", lessons)


def test_the_committed_notebooks_are_what_their_sources_say():
    assert authoring.verify() == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_holds_its_outputs_and_nothing_of_the_machine(path):
    notebook = nbformat.read(path, as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    shown = [output for cell in code for output in cell.outputs]
    assert shown
    for output in shown:
        assert output.output_type != "error"
        data = output.get("data", {})
        assert "application/vnd.jupyter.widget-view+json" not in data
        words = output.get("text", "") + "".join(text for kind, text in data.items() if kind != "image/png")
        assert str(path.parents[1]) not in words
        assert not re.search(r"0x[0-9a-f]{6}|site-packages|/home/|/tmp/|\\Users\\|version \d", words)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_no_png_stands_alone(path):
    # nbval never compares a PNG: the numbers that it shows must stand beside it or be printed next.
    code = [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
    for cell, following in zip(code, [*code[1:], None], strict=True):
        for output in cell.outputs:
            if "image/png" in output.get("data", {}):
                beside = re.search(r"\d", output.data["text/plain"])
                printed = following and any(re.search(r"\d", o.get("text", "")) for o in following.outputs)
                assert beside or printed, cell.source


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_cells_are_short(path):
    cells = [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
    seen = [len(cell.source.splitlines()) for cell in cells if not cell.metadata.get("jupyter")]
    assert not seen or sum(seen) / len(seen) <= 6
    assert max(seen, default=0) <= 12
