"""One file harms others: names, folders and archives that stop or hang a class, or make one learner of several."""

import os
import struct
import sys
import threading
import unicodedata
import zipfile

import pytest
from places import lesson_notebook, solution_notebook

from micrograd_lab.grading.intake.roster import person_of, roster
from micrograd_lab.grading.intake.submissions import entries
from micrograd_lab.grading.report import tables
from micrograd_lab.grading.run import Row, run

from .notebooks import answered, entry

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the sandbox is Linux's")
NOTEBOOK = "05_order.ipynb"


def place(folder, *names, content="{}"):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    return folder


def packed(path, *names):
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, "{}")
    return path


def graded(tmp_path):
    rows, _ = run(tmp_path / "in", tmp_path / "out", quiet=True, jobs=1)
    return {row.id: row for row in rows}


def test_a_name_that_is_no_utf_8_stops_nobody(tmp_path):
    place(tmp_path / "in", f"ada/{NOTEBOOK}")
    with open(os.fsencode(tmp_path / "in") + b"/M\xfcller.ipynb", "w") as file:
        file.write("{}")
    assert len(graded(tmp_path)) == 2


def test_a_zip_of_a_version_that_is_not_known_stops_nobody(tmp_path):
    place(tmp_path / "in", f"ada/{NOTEBOOK}")
    path = packed(tmp_path / "in" / "bob" / "work.zip", NOTEBOOK)
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 6] = 99  # the version that is needed to read it
    path.write_bytes(data)
    assert {"ada", "bob"} <= {one.who for one in entries(tmp_path / "in")}


def test_a_file_that_goes_while_it_is_read_stops_nobody(tmp_path, monkeypatch):
    from micrograd_lab.grading import gradebook

    place(tmp_path / "in", f"ada/{NOTEBOOK}", f"bob/{NOTEBOOK}")
    key, gone = gradebook.key, tmp_path / "in" / "bob" / NOTEBOOK

    def key_and_gone(data, name, who, settings_key):
        if who == "bob":
            gone.unlink(missing_ok=True)
        return key(data, name, who, settings_key)

    monkeypatch.setattr(gradebook, "key", key_and_gone)
    assert set(graded(tmp_path)) == {"ada", "bob"}


def test_a_pipe_among_the_files_is_not_waited_for(tmp_path):
    (tmp_path / "bob").mkdir()
    os.mkfifo(tmp_path / "bob" / NOTEBOOK)
    (found,) = entries(tmp_path)
    reading = threading.Thread(target=found.data, daemon=True)
    reading.start()
    reading.join(1)
    hangs = reading.is_alive()
    if hangs:
        os.close(os.open(tmp_path / "bob" / NOTEBOOK, os.O_WRONLY))
    assert not hangs


def test_an_archive_is_opened_once_and_not_once_a_file(tmp_path, monkeypatch):
    path, opened = packed(tmp_path / "m.zip", *(f"learner{n}/{NOTEBOOK}" for n in range(20))), []
    make = zipfile.ZipFile.__init__
    monkeypatch.setattr(zipfile.ZipFile, "__init__", lambda self, *a, **k: opened.append(1) or make(self, *a, **k))
    assert len([one.data() for one in entries(path)]) == 20
    assert len(opened) <= 2


def test_an_honest_expression_of_twelve_doublings_is_judged(monkeypatch):
    source = "def expression(a, b, c):\n    t = a * b\n    for _ in range(12):\n        t = t + t\n    return t\n"
    assert entry(answered("5.4", source), "5.4")["state"] == "passed"


@pytest.mark.parametrize(
    ("names", "who"),
    [
        ([f"07_modules_{who}_meier.ipynb" for who in ("anna", "bob", "carl_otto")], 3),
        ([f"submitted/order/{who}/{NOTEBOOK}" for who in ("alice", "bob", "carol")], 3),
        ([f"homework/{who}/{NOTEBOOK}" for who in ("alice", "bob", "carol")], 3),
    ],
    ids=["two names", "an assignment's folder first", "a folder above"],
)
def test_several_files_of_one_lesson_are_several_learners(tmp_path, names, who):
    assert len({one.id for one in entries(place(tmp_path, *names))}) == who


def test_a_zip_with_a_folder_above_has_several_learners(tmp_path):
    path = packed(tmp_path / "m.zip", *(f"homework/{who}/{NOTEBOOK}" for who in ("alice", "bob", "carol")))
    assert len({one.id for one in entries(path)}) == 3


@pytest.mark.parametrize("archives", [["week.zip"], ["week1.zip", "week2.zip"]], ids=["one", "two weeks"])
def test_a_course_systems_zip_within_the_folder_has_several_learners(tmp_path, archives):
    for name in archives:
        packed(tmp_path / "in" / name, *(f"{who}/{NOTEBOOK}" for who in ("Jane Doe", "Max Roe")))
    assert {one.who for one in entries(tmp_path / "in")} == {"Jane Doe", "Max Roe"}


def test_a_file_in_ones_folder_that_is_named_like_anothers_is_ones_own(tmp_path):
    place(tmp_path, f"alice/{NOTEBOOK}", f"bob/alice_4711_assignsubmission_file_{NOTEBOOK}")
    assert [one.who for one in entries(tmp_path)] == ["alice", "bob"]


def test_a_lesson_that_lies_beside_the_exercise_does_not_count_in_its_place(tmp_path):
    folder = tmp_path / "in" / "ada"
    folder.mkdir(parents=True)
    for n, (name, notebook) in enumerate(
        [("05_order_exercises.ipynb", solution_notebook), (NOTEBOOK, lesson_notebook)], 1
    ):
        (folder / name).write_bytes(notebook("05").read_bytes())
        os.utime(folder / name, (1000 * n, 1000 * n))
    assert graded(tmp_path)["ada"].file == "05_order_exercises.ipynb"


def test_two_ids_have_two_pages():
    one, other = (Row(who, "", "", None, lesson="05") for who in ("\u4e02\u4e00", "\u4e00\u4e01"))
    assert tables.slug(one) != tables.slug(other)


def test_a_zip_with_a_damaged_directory_is_somebodys(tmp_path):
    path = packed(tmp_path / "bob" / "work.zip", NOTEBOOK)
    data = bytearray(path.read_bytes())
    at = data.index(b"PK\x01\x02")
    data[at : at + 46] = struct.pack("46x")
    path.write_bytes(data)
    assert [one.who for one in entries(tmp_path)] == ["bob"]


def test_a_folder_that_is_a_link_is_somebodys(tmp_path):
    place(tmp_path / "elsewhere", NOTEBOOK)
    place(tmp_path / "in", f"ada/{NOTEBOOK}")
    (tmp_path / "in" / "bob").symlink_to(tmp_path / "elsewhere")
    assert [one.who for one in entries(tmp_path / "in")] == ["ada", "bob"]


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_a_roster_is_read_as_a_spreadsheet_saves_it(tmp_path, encoding):
    (tmp_path / "r.csv").write_bytes("Matrikelnummer;Nachname;Vorname\r\n17;Müller;Jörg\r\n".encode(encoding))
    try:
        (person,) = roster(tmp_path / "r.csv")
    except ValueError:
        person = None
    assert person
    assert person.name == "Jörg Müller"


def test_a_name_is_one_whichever_way_its_letters_are_made(tmp_path):
    (tmp_path / "r.csv").write_text("id,first name,last name\n4001,Daniël,Müller\n", "utf-8")
    person = person_of(unicodedata.normalize("NFD", "Daniël Müller"), roster(tmp_path / "r.csv"))
    assert person
    assert person.id == "4001"


@pytest.mark.parametrize("who", ["a;=cmd()", 'a";=cmd()'])
def test_no_cell_begins_a_formula_where_a_spreadsheet_splits_at_semicolons(who):
    lines = tables.grades([Row(who, "", "", None)]).replace('"', "").splitlines()
    assert not [cell for line in lines for cell in line.split(";") if cell[:1] in "=+-@" and cell]
