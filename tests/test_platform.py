"""Files that are whole, locked and added to; and a kit that imports and works where half of Python is missing."""

import subprocess
import sys

import pytest

from micrograd_lab import jsonlines, platform


def test_a_file_is_old_or_new_and_never_half(tmp_path):
    path = tmp_path / "page.html"
    platform.write(path, "old")
    with pytest.raises(AttributeError):
        platform.write(path, None)
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["page.html"]


@pytest.mark.skipif(sys.platform == "win32", reason="permissions as POSIX has them")
def test_who_may_read_a_file_may_read_what_takes_its_place(tmp_path):
    platform.write(tmp_path / "private", "old")
    assert (tmp_path / "private").stat().st_mode & 0o777 == 0o644
    (tmp_path / "private").chmod(0o600)
    platform.write(tmp_path / "private", "new", lasting=True)
    assert (tmp_path / "private").stat().st_mode & 0o777 == 0o600


def test_what_is_appended_begins_on_a_line_of_its_own(tmp_path):
    for data in (b"one\n", b"half", b"two\n"):
        platform.append(tmp_path / "lines", data, lasting=data == b"two\n")
    assert (tmp_path / "lines").read_bytes() == b"one\nhalf\ntwo\n"


@pytest.mark.parametrize("whole", [True, False])
def test_a_last_line_without_end_counts_where_it_may(tmp_path, whole):
    path, aside = tmp_path / "lines", tmp_path / "aside"
    path.write_bytes(b'{"n": 1}\n{"n": 2}')
    entries, damaged = jsonlines.read(path, lambda entry: True, aside, whole=whole)
    assert [entry["n"] for entry in entries] == ([1] if whole else [1, 2])
    assert damaged == []
    assert aside.exists() == whole
    assert path.read_bytes().startswith(b'{"n": 1}\n')


def test_damaged_lines_are_given_where_they_cannot_be_set_aside(tmp_path):
    path = tmp_path / "lines"
    jsonlines.append(path, {"n": "ü"}, ensure_ascii=False)
    platform.append(path, b"[1]\n")
    before = path.read_bytes()
    read = jsonlines.read(path, lambda entry: True, tmp_path / "no such folder" / "aside")
    assert read == ([{"n": "ü"}], [b"[1]"])
    assert path.read_bytes() == before == '{"n": "ü"}\n[1]\n'.encode()


LOCKED = """
import sys, time
from pathlib import Path
from micrograd_lab import platform
with platform.file_lock(Path(sys.argv[1])):
    print("in", flush=True)
    time.sleep(0.5)
    print("out", flush=True)
"""


def test_a_lock_is_held_by_one_process_at_a_time(tmp_path):
    out = (tmp_path / "out").open("ab")
    command = [sys.executable, "-c", LOCKED, str(tmp_path / "lock")]
    running = [subprocess.Popen(command, stdout=out) for _ in range(2)]
    assert [process.wait() for process in running] == [0, 0]
    assert (tmp_path / "out").read_text().split() == ["in", "out", "in", "out"]
