"""A learner's folder: made and brought up to date, and nothing that they wrote is ever lost."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from micrograd_lab import learner_folder, platform
from micrograd_lab.learner_folder import LEDGER, NoFolder, chosen, main, notebooks, update

LESSON, EXERCISE = "lessons/05_order.ipynb", "exercises/05_order_exercises.ipynb"
BESIDE = "exercises/05_order_exercises_new.ipynb"
SAID = f"You have changed {EXERCISE}, so it was kept. The new one is {BESIDE}: go on in either."


def page(*sources):
    cells = [nbformat.v4.new_code_cell(text, id=f"c{n}") for n, text in enumerate(sources)]
    return nbformat.writes(nbformat.v4.new_notebook(cells=cells)).encode()


@pytest.fixture
def source(tmp_path):
    """Notebooks to hand out."""
    give(tmp_path / "kit", "first")
    return tmp_path / "kit"


def give(kit, version):
    for name in (LESSON, EXERCISE):
        (kit / name).parent.mkdir(parents=True, exist_ok=True)
        (kit / name).write_bytes(page(version, f"print('{version}')"))


@pytest.fixture
def folder(tmp_path, source):
    assert update(tmp_path / "mine", source) == []
    return tmp_path / "mine"


def files(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def edit(path, text="my own answer"):
    book = nbformat.read(path, as_version=4)
    book.cells[0].source = text
    nbformat.write(book, path)
    return path.read_bytes()


def ran(path):
    """A notebook as JupyterLab leaves it after Run All: outputs, other metadata, an empty cell below."""
    book = nbformat.read(path, as_version=4)
    book.cells[1].outputs = [nbformat.v4.new_output("stream", text="first\n")]
    book.cells[1].execution_count = 7
    book.metadata["widgets"] = {}
    book.cells.append(nbformat.v4.new_code_cell(""))
    nbformat.write(book, path)
    return path.read_bytes()


def test_a_new_folder_holds_what_is_handed_out_to_the_byte(folder, source):
    assert files(folder) == [LEDGER, EXERCISE, LESSON]
    assert (folder / LESSON).read_bytes() == (source / LESSON).read_bytes()


def test_an_untouched_notebook_is_replaced(folder, source):
    give(source, "second")
    assert update(folder, source) == []
    assert (folder / LESSON).read_bytes() == (source / LESSON).read_bytes()
    assert files(folder) == [LEDGER, EXERCISE, LESSON]


def test_a_notebook_that_was_only_run_counts_as_untouched_and_keeps_what_it_shows(folder, source):
    shown = ran(folder / LESSON)
    assert update(folder, source) == []
    assert (folder / LESSON).read_bytes() == shown
    give(source, "second")
    assert update(folder, source) == []
    assert (folder / LESSON).read_bytes() == (source / LESSON).read_bytes()


def test_an_edited_notebook_is_kept_and_the_new_one_lies_beside_it(folder, source):
    mine = edit(folder / EXERCISE)
    assert update(folder, source) == []  # nothing new: nothing to say
    give(source, "second")
    assert update(folder, source) == [SAID]
    assert (folder / EXERCISE).read_bytes() == mine
    assert (folder / BESIDE).read_bytes() == (source / EXERCISE).read_bytes()
    assert update(folder, source) == []  # said once


def test_the_one_beside_is_replaced_while_untouched_and_kept_when_edited(folder, source):
    mine = edit(folder / EXERCISE)
    give(source, "second")
    update(folder, source)
    give(source, "third")
    assert update(folder, source) == [SAID]
    assert (folder / BESIDE).read_bytes() == (source / EXERCISE).read_bytes()
    other = edit(folder / BESIDE, "a second answer")
    give(source, "fourth")
    assert update(folder, source) == [SAID.replace("_new.", "_new2.")]
    assert ((folder / EXERCISE).read_bytes(), (folder / BESIDE).read_bytes()) == (mine, other)


def test_a_deleted_notebook_comes_back_as_it_was_handed_out(folder, source):
    edit(folder / EXERCISE)
    (folder / EXERCISE).unlink()
    assert update(folder, source) == []
    assert (folder / EXERCISE).read_bytes() == (source / EXERCISE).read_bytes()


def test_what_is_a_learners_own_is_left_alone(folder, source):
    (folder / "lessons" / "mine.ipynb").write_bytes(b"not even a notebook")
    (folder / "notes.txt").write_text("mine")
    give(source, "second")
    update(folder, source)
    assert (folder / "lessons" / "mine.ipynb").read_bytes() == b"not even a notebook"
    assert (folder / "notes.txt").read_text() == "mine"


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"lessons/05_order.ipynb": 3}', None])
def test_where_it_is_not_known_what_was_handed_out_everything_that_differs_is_kept(folder, source, damage):
    mine = edit(folder / EXERCISE)
    (folder / LEDGER).unlink() if damage is None else (folder / LEDGER).write_text(damage)
    assert update(folder, source) == [SAID]
    assert (folder / EXERCISE).read_bytes() == mine
    assert (folder / LESSON).read_bytes() == (source / LESSON).read_bytes()


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b'{"cells": 3}', b"\xff\xfe"])
def test_a_file_that_is_no_notebook_any_more_is_kept(folder, source, content):
    (folder / EXERCISE).write_bytes(content)
    give(source, "second")
    assert update(folder, source) == [SAID]
    assert (folder / EXERCISE).read_bytes() == content


def test_other_line_ends_are_no_edit(folder, source):
    text = (folder / LESSON).read_text(encoding="utf-8")
    (folder / LESSON).write_bytes(text.replace("\\n", "\\r\\n").replace("\n", "\r\n").encode())
    give(source, "second")
    assert update(folder, source) == []
    assert (folder / LESSON).read_bytes() == (source / LESSON).read_bytes()


def test_new_outputs_alone_reach_a_notebook_that_was_never_opened_and_no_other(folder, source):
    mine = ran(folder / EXERCISE)
    for name in (LESSON, EXERCISE):
        ran(source / name)
    assert update(folder, source) == []
    assert (folder / LESSON).read_bytes() == (source / LESSON).read_bytes()
    assert (folder / EXERCISE).read_bytes() == mine


def test_nothing_is_written_where_nothing_is_new(folder, source):
    before = {name: (folder / name).stat().st_mtime_ns for name in files(folder)}
    update(folder, source)
    assert {name: (folder / name).stat().st_mtime_ns for name in files(folder)} == before


def test_several_starts_at_once_end_with_whole_notebooks(tmp_path):
    command = [sys.executable, "-m", "micrograd_lab.learner_folder", str(tmp_path / "mine")]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(4)]
    assert [one.communicate()[1] for one in running] == [b""] * 4
    assert [one.returncode for one in running] == [0] * 4
    assert update(tmp_path / "mine") == []
    for path in (tmp_path / "mine").rglob("*.ipynb"):
        assert path.read_bytes() == (notebooks() / path.relative_to(tmp_path / "mine")).read_bytes()
    assert not list((tmp_path / "mine").rglob(".part-*"))


def refusing(monkeypatch):
    """As on a disk that can only be read; root may write everywhere."""

    def refuse(path, data):
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(platform, "write", refuse)


def test_a_disk_that_can_only_be_read_is_answered_in_three_parts(tmp_path, source, monkeypatch):
    refusing(monkeypatch)
    with pytest.raises(NoFolder) as error:
        update(tmp_path / "mine", source)
    assert [line[:7] for line in str(error.value).splitlines()] == ["asked: ", "found: ", "try:   "]
    assert "Read-only file system" in str(error.value)
    assert "--folder" in str(error.value)


def test_a_folder_that_is_whole_opens_on_a_disk_that_can_only_be_read(folder, source, monkeypatch):
    refusing(monkeypatch)
    assert update(folder, source) == []
    give(source, "second")
    (sentence,) = update(folder, source)
    assert sentence.endswith("could not be brought up to date: Read-only file system.")


def test_a_file_where_the_folder_should_be_is_answered_in_three_parts(tmp_path, source):
    (tmp_path / "mine").write_text("mine")
    with pytest.raises(NoFolder, match="asked: your notebooks in"):
        update(tmp_path / "mine", source)
    assert (tmp_path / "mine").read_text() == "mine"


def test_the_notebooks_that_are_handed_out_are_nobodys_own_folder(source):
    with pytest.raises(NoFolder, match="found: the notebooks that are handed out"):
        update(source, source)
    assert files(source) == [EXERCISE, LESSON]


def test_a_kit_without_notebooks_says_so(tmp_path):
    with pytest.raises(NoFolder, match="no notebooks in"):
        update(tmp_path / "mine", tmp_path / "empty")


def test_the_folder_is_the_one_asked_for_or_the_environments_or_in_ones_home(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.delenv("MICROGRAD_LAB_FOLDER", raising=False)
    assert chosen() == tmp_path / "micrograd-notebooks"
    monkeypatch.setenv("MICROGRAD_LAB_FOLDER", "~/theirs")
    assert chosen() == tmp_path / "theirs"
    monkeypatch.chdir(tmp_path)
    assert chosen("here") == tmp_path / "here"


def test_somebody_without_a_home_is_answered_in_three_parts(monkeypatch, capsys):
    monkeypatch.delenv("MICROGRAD_LAB_FOLDER", raising=False)
    monkeypatch.setattr(Path, "expanduser", lambda path: exec('raise RuntimeError("Could not determine home.")'))
    assert main([]) == 1
    assert [line[:7] for line in capsys.readouterr().err.splitlines()] == ["asked: ", "found: ", "try:   "]


def test_run_as_a_command_it_prints_the_folder_and_says_what_it_kept(folder, source, monkeypatch, capsys):
    monkeypatch.setattr(learner_folder, "notebooks", lambda: source)
    edit(folder / EXERCISE)
    give(source, "second")
    assert main([str(folder)]) == 0
    assert capsys.readouterr() == (f"{folder}\n", SAID + "\n")
    assert main([str(source)]) == 1
    assert capsys.readouterr().out == ""


def test_it_imports_the_standard_library_alone():
    others = "{'jupyter_core', 'nbformat', 'numpy', 'typer'}"
    code = f"import sys, micrograd_lab.learner_folder; print([*({others} & sys.modules.keys())])"
    assert subprocess.check_output([sys.executable, "-c", code], text=True) == "[]\n"


def test_an_installed_package_hands_out_its_own_notebooks_and_a_checkout_its_own():
    root = Path(__file__).resolve().parents[1]
    assert notebooks() == root
    assert not (root / "micrograd_lab" / "notebooks").exists()


def test_a_lesson_opened_and_run_in_it_leaves_the_checkout_as_it_was(tmp_path):
    root = Path(__file__).resolve().parents[1]
    before = {path: path.read_bytes() for kind in ("lessons", "exercises") for path in (root / kind).glob("*.ipynb")}
    update(tmp_path / "mine")
    path = tmp_path / "mine" / EXERCISE
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": path.parent}})
    client.execute(env={**os.environ, "MICROGRAD_LAB_DATA": str(tmp_path / "data")})
    nbformat.write(notebook, path)
    assert update(tmp_path / "mine") == []
    after = {path: path.read_bytes() for kind in ("lessons", "exercises") for path in (root / kind).glob("*.ipynb")}
    assert after == before


def test_links_between_its_notebooks_lead_somewhere(tmp_path):
    update(tmp_path / "mine")
    for path in (tmp_path / "mine").rglob("*.ipynb"):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        text = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
        for link in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", text):
            assert "://" in link or (path.parent / link).exists(), f"{path.name}: {link}"
