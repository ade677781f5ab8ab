"""From percent scripts to notebooks: the same script, the same notebook; and what every lesson must keep to."""

import re
import shutil

import nbformat
import pytest
from typer.testing import CliRunner

from micrograd_lab import authoring, cli
from micrograd_lab.authoring.course import KINDS
from micrograd_lab.authoring.index import HEAD

SCRIPT = """# %% [markdown]
# You need: nothing.

# %%
from micrograd_lab import Value, draw, live

print("one", flush=True)
print("two")

# %%
live.graph("a * b", a=2.0, b=3.0)

# %%
draw.graph(Value(2.0, "a") * 3)
"""
NOTEBOOKS = [authoring.built(source) for source in authoring.sources(None, ("lesson",))]
HEADER = '# /// lesson\n# title = "A title"\n# minutes = 5\n# afterwards = "read it"\n# picture = "1 + 1"\n# ///\n\n'


@pytest.fixture
def course(tmp_path):
    """A project with one lesson, and no exercises."""
    source = tmp_path / "course" / "08_title" / "lesson.py"
    source.parent.mkdir(parents=True)
    source.write_text(HEADER + SCRIPT, encoding="utf-8")
    return tmp_path / "course"


def test_the_same_script_gives_the_same_notebook_to_the_byte(course):
    (source,) = authoring.sources(None, course=course)
    first = authoring.build(source).read_bytes()
    assert authoring.build(source).read_bytes() == first
    notebook = nbformat.reads(first.decode(), as_version=4)
    nbformat.validate(notebook)
    assert notebook.metadata == {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    first, prints, view, picture, last = notebook.cells
    assert first.source == "# 8 A title\n\n5 minutes. You need: nothing."
    assert last.source == "## Next\n\nBack to the [list of lessons](index.ipynb)."
    assert [output.text for output in prints.outputs] == ["one\ntwo\n"]
    assert set(view.outputs[0].data) == {"text/plain", "image/svg+xml"}
    assert set(picture.outputs[0].data) == {"text/plain", "image/svg+xml"}


def test_text_below_what_opens_is_a_cell_of_its_own(course):
    (source,) = authoring.sources(None, course=course)
    text = "# %% [markdown]\n# <details><summary>Why?</summary>\n#\n# So.\n# </details>\n#\n# And on.\n"
    source.write_text(HEADER + text, encoding="utf-8")
    assert [cell.source.splitlines()[-1] for cell in authoring.read(source).cells][:2] == ["</details>", "And on."]
    for source in authoring.sources(None):
        for cell in authoring.read(source).cells:
            assert cell.cell_type == "code" or not cell.source.partition("</details>")[2], source.parent.name


def test_a_cell_keeps_its_id_when_others_come_and_go(course):
    (source,) = authoring.sources(None, course=course)
    ids = [cell.id for cell in authoring.read(source).cells]
    source.write_text(HEADER + SCRIPT.replace("# %%\nlive", "# %%\n1 + 1\n\n# %%\nlive"), encoding="utf-8")
    after = [cell.id for cell in authoring.read(source).cells]
    assert len(set(after)) == len(after) == 6
    assert [i for i in after if i in ids] == ids


def test_verify_names_the_notebook_and_the_command_that_mends_it(course):
    (source,) = authoring.sources(None, course=course)
    assert authoring.verify(course) == ["lessons/08_title.ipynb has not been built. Run `micrograd-lab build 08`."]
    notebook = authoring.build(source)
    assert authoring.verify(course) == []
    text = notebook.read_text(encoding="utf-8")
    notebook.write_text(text.replace("A title", "Another title"), encoding="utf-8")
    (trouble,) = authoring.verify(course)
    assert trouble == (
        "lessons/08_title.ipynb is not what course/08_title/lesson.py says. Run `micrograd-lab build 08`."
    )
    notebook.write_text(text, encoding="utf-8")
    (notebook.parent / "04_stray.ipynb").write_text(text, encoding="utf-8")
    assert [trouble for trouble in authoring.verify(course) if "04_stray.ipynb has no source" in trouble]


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project with a lesson and a pair of exercise and solution, written as they would be after a build."""
    shutil.copytree(authoring.COURSE / "05_order", tmp_path / "course" / "05_order")
    (tmp_path / "course" / "05_order" / "lesson.py").write_text(HEADER + SCRIPT, encoding="utf-8")
    (tmp_path / "README.md").write_text(HEAD, encoding="utf-8")
    for name in ("lessons", "solutions"):
        (tmp_path / name).mkdir()
    for source in authoring.sources(None, course=tmp_path / "course"):
        nbformat.write(authoring.read(source), authoring.built(source))
    authoring.hand_out(source)
    authoring.write_readme(tmp_path / "course")
    monkeypatch.setattr(authoring.sources, "__defaults__", (None, KINDS, tmp_path / "course"))
    monkeypatch.setattr(authoring.verify, "__defaults__", (tmp_path / "course",))
    return tmp_path


def verified():
    return CliRunner().invoke(cli.app, ["verify"])


def test_verify_says_that_all_is_well(project):
    assert (verified().exit_code, verified().output) == (0, "Every notebook is what its source says.\n")


@pytest.mark.parametrize("place", ["lessons", "solutions", "exercises"])
@pytest.mark.parametrize("change", ["text", "code", "cell", "metadata", "missing", "stray", "source"])
def test_verify_fails_for_any_notebook_that_is_not_what_its_source_says(project, place, change):
    name = "05_order" if place == "lessons" else f"05_order_{place}"
    path = project / place / f"{name}.ipynb"
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
        source = project / "course" / "05_order" / ("lesson.py" if place == "lessons" else "exercises.py")
        text = source.read_text(encoding="utf-8")
        source.write_text(text.replace("# %% [markdown]\n", "# %% [markdown]\n# First. ", 1), encoding="utf-8")
    nbformat.write(notebook, path.with_stem(name.replace("05_order", "06_stray")) if change == "stray" else path)
    if change == "missing":
        path.unlink()
    answer = verified()
    assert answer.exit_code == 1
    said = next(line for line in answer.output.splitlines() if line.startswith(f"{place}/"))
    if change == "stray":
        script = "lesson" if place == "lessons" else "exercises"
        assert said.endswith(f" has no source. Write course/06_stray/{script}.py for it, or remove it.")
    else:
        verb = "has not been built" if change == "missing" else "is not what"
        assert said.startswith(f"{place}/{name}.ipynb {verb}")
        assert said.endswith("Run `micrograd-lab build 05`.")


def test_build_with_a_wrong_number_says_which_there_are(project):
    answer = CliRunner().invoke(cli.app, ["build", "17"])
    assert answer.exit_code == 1
    assert answer.output == "no lesson's folder in course/ starts with '17'; there are 05_order.\n"


def test_a_cell_that_fails_fails_the_build(course):
    (source,) = authoring.sources(None, course=course)
    source.write_text(HEADER + "# %% [markdown]\n# One.\n\n# %%\n1 / 0\n", encoding="utf-8")
    with pytest.raises(Exception, match="ZeroDivisionError"):
        authoring.build(source)
    assert not authoring.built(source).exists()


def test_an_unknown_lesson_is_answered_with_those_there_are(course):
    with pytest.raises(FileNotFoundError, match="there are 08_title"):
        authoring.sources("17", course=course)


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
    lines = [cell.source.splitlines() for cell in cells if not cell.metadata.get("jupyter")]
    # Blank lines are not counted: two belong round a def.
    seen = [len([line for line in those if line.strip()]) for those in lines]
    assert not seen or sum(seen) / len(seen) <= 6
    assert max(seen, default=0) <= 11
