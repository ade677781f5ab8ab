"""A copy for a class that is written again, as a folder or a zip: what we made is new, and all else is as it was."""

import datetime
import shutil
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from micrograd_lab import authoring, cli
from micrograd_lab.authoring.release.folder import LEDGER, lay
from micrograd_lab.authoring.release.packed import TOP, pack

NAMES = ("README.md", "lessons/a.ipynb", "lessons/b.ipynb", "deep/er/c.py")
PLACES = (*NAMES, "grades.csv", "lessons/mine.ipynb", "deep/er")
contents = st.binary(max_size=2)
releases = st.dictionaries(st.sampled_from(NAMES), contents)
# What others do between two releases: write a file, or delete one (None).
edits = st.dictionaries(st.sampled_from(PLACES), st.none() | contents)


def state(folder):
    """{path: bytes} of a folder's files, without the ledger."""
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return {name: data for name, data in found.items() if name != LEDGER}


def edit(folder, name, data):
    """Somebody's change; what cannot be is left out."""
    path = folder / name
    if data is None:
        path.unlink() if path.is_file() else None
    elif not path.exists() and all(not parent.is_file() for parent in path.parents):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    elif path.is_file():
        path.write_bytes(data)


@given(st.lists(st.tuples(releases, edits), min_size=1, max_size=4))
def test_what_others_wrote_is_never_overwritten_and_what_we_wrote_is_what_was_released_last(tmp_path_factory, steps):
    folder = tmp_path_factory.mktemp("class") / "it"
    ours = {}  # what stands there of ours, as we wrote it
    for release, changes in steps:
        before = state(folder) if folder.exists() else {}
        theirs = {name: data for name, data in before.items() if ours.get(name) != data}
        said = "\n".join(lay(release, folder))
        after = state(folder)
        for name, data in theirs.items():
            assert after[name] == data
            if release.get(name, data) != data:
                assert f"{name} is not as an earlier release left it" in said
        for name, data in release.items():
            stands_in_the_way = name in theirs or any(
                f"{name}/" in other or name.startswith(f"{other}/") for other in theirs
            )
            assert stands_in_the_way or after[name] == data
        # What was ours and is in no release any more is gone.
        assert {name for name in after if name not in release and name not in theirs} == set()
        ours = {name: data for name, data in release.items() if after.get(name) == data}
        for name, data in changes.items():
            edit(folder, name, data)


@pytest.fixture
def folder(tmp_path):
    lay({"README.md": b"1", "lessons/a.ipynb": b"a", "lessons/old/b.ipynb": b"b"}, tmp_path / "class")
    return tmp_path / "class"


def test_what_is_no_longer_released_goes_with_its_folder_and_is_counted(folder):
    assert lay({"README.md": b"1"}, folder) == ["2 files of the earlier release are not in this one, and were deleted."]
    assert {path.name for path in folder.iterdir()} == {"README.md", LEDGER}


def test_what_others_put_there_is_named_once_for_a_folder(folder):
    for name in ("grades.csv", "lessons/mine.ipynb", ".venv/bin/python", ".venv/lib/x.py", "lessons/__pycache__/x.pyc"):
        edit(folder, name, b"mine")
    said = lay({"README.md": b"2", "lessons/a.ipynb": b"a"}, folder)
    assert said[-1] == "Not part of the release, and left as it is: .venv, grades.csv, lessons/mine.ipynb."


def test_a_file_that_was_changed_is_kept_and_written_once_it_is_gone(folder):
    edit(folder, "README.md", b"our room is 204")
    kept = "README.md is not as an earlier release left it, so it was kept; the new one was not written."
    for _ in range(2):
        assert kept in lay({"README.md": b"2"}, folder)
        assert (folder / "README.md").read_bytes() == b"our room is 204"
    (folder / "README.md").unlink()
    assert lay({"README.md": b"2"}, folder) == []
    assert (folder / "README.md").read_bytes() == b"2"


def test_nothing_is_written_or_deleted_through_a_link_or_outside(folder, tmp_path):
    shutil.move(folder / "lessons", tmp_path / "elsewhere")
    (folder / "lessons").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "theirs").write_bytes(b"1")
    (folder / "README.md").unlink()
    (folder / "README.md").symlink_to(tmp_path / "theirs")
    ledger = (folder / LEDGER).read_text().replace('"README.md"', '"../theirs"')
    (folder / LEDGER).write_text(ledger)
    lay({"README.md": b"2", "lessons/a.ipynb": b"new"}, folder)
    assert (tmp_path / "theirs").read_bytes() == b"1"
    assert (tmp_path / "elsewhere" / "a.ipynb").read_bytes() == b"a"


def test_a_release_that_was_cut_off_is_finished_by_the_next(folder, monkeypatch):
    from micrograd_lab import platform

    whole, left = platform.write, [3]

    def full(path, data, lasting=False):
        left[0] -= 1
        if not left[0]:
            raise OSError(28, "No space left on device")
        whole(path, data, lasting)

    new = {"README.md": b"2", "lessons/a.ipynb": b"a2", "lessons/c.ipynb": b"c"}
    monkeypatch.setattr(platform, "write", full)
    with pytest.raises(OSError, match="No space left"):
        lay(new, folder)
    monkeypatch.setattr(platform, "write", whole)
    assert lay(new, folder) == ["1 file of the earlier release is not in this one, and was deleted."]
    assert state(folder) == new


@pytest.mark.parametrize("name", ["a file", "a folder with something in it", "a damaged ledger"])
def test_a_folder_without_a_release_is_refused_and_left_alone(name, tmp_path):
    folder = tmp_path / "class"
    if name == "a file":
        folder.write_text("mine")
    else:
        folder.mkdir()
        (folder / (LEDGER if name == "a damaged ledger" else "grades.csv")).write_text("mine")
    refused(folder)
    assert [path.read_text() for path in tmp_path.rglob("*") if path.is_file()] == ["mine"]


def refused(target):
    answer = CliRunner().invoke(cli.app, ["build", "--release", str(target)])
    assert answer.exit_code == 1
    assert [line[:7] for line in answer.output.splitlines()] == ["asked: ", "found: ", "try:   "]
    assert str(target) in answer.output


def test_a_folder_or_a_file_of_others_is_refused_where_a_zip_is_to_be(tmp_path):
    (tmp_path / "folder.zip").mkdir()
    (tmp_path / "notes.zip").write_text("mine")
    with zipfile.ZipFile(tmp_path / "theirs.zip", "w") as archive:
        archive.writestr("notes.txt", "mine")
    for name in ("folder.zip", "notes.zip", "theirs.zip"):
        before = state(tmp_path)
        refused(tmp_path / name)
        assert state(tmp_path) == before


@pytest.mark.parametrize("name", ["class", "class.zip"])
def test_a_place_that_cannot_be_written_is_said(name, tmp_path):
    (tmp_path / "file").write_text("mine")
    refused(tmp_path / "file" / name)
    assert state(tmp_path) == {"file": b"mine"}


def test_the_same_files_give_the_same_zip_on_any_day_and_under_any_name(tmp_path, monkeypatch):
    files = {"b.txt": b"b", "a/ä.txt": b"a" * 1000}
    pack(files, tmp_path / "one.zip")
    monkeypatch.setattr(time, "time", lambda: datetime.datetime(2031, 5, 6).timestamp())
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(0))
    pack(dict(reversed(files.items())), tmp_path / "two.ZIP")
    pack(files, tmp_path / "one.zip")  # again
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.ZIP").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert archive.namelist() == [f"{TOP}/{name}" for name in (LEDGER, "a/ä.txt", "b.txt")]
        assert archive.read(f"{TOP}/a/ä.txt") == b"a" * 1000


def test_two_builds_are_the_same_and_a_folder_holds_what_a_zip_does(tmp_path):
    count, said = authoring.release(tmp_path / "one.zip", ("05",))
    assert said == []
    assert authoring.release(tmp_path / "two.zip", ("05",)) == (count, [])
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    assert authoring.release(tmp_path / "folder", ("05",)) == (count, [])
    assert authoring.release(tmp_path / "folder", ("05",)) == (count, [])
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        archive.extractall(tmp_path)
    assert state(tmp_path / TOP) == state(tmp_path / "folder")
    assert (tmp_path / TOP / LEDGER).read_bytes() == (tmp_path / "folder" / LEDGER).read_bytes()


def test_another_choice_of_lessons_in_the_same_folder_changes_what_is_there(tmp_path):
    authoring.release(tmp_path / "class", ("04", "05"))
    (tmp_path / "class" / "dates.txt").write_text("mine")
    count, said = authoring.release(tmp_path / "class", ("05",))
    assert said == [
        "2 files of the earlier release are not in this one, and were deleted.",
        "Not part of the release, and left as it is: dates.txt.",
    ]
    assert [path.name for path in Path(tmp_path / "class" / "exercises").iterdir()] == ["05_order_exercises.ipynb"]
    assert len(state(tmp_path / "class")) == count + 1
