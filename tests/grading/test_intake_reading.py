"""What is read, how often, how much of it, and what is said of what cannot be."""

import io
import os
import sys
import tarfile
import time
import tracemalloc
import zipfile
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from places import exercise_notebook

from micrograd_lab.grading import run as running
from micrograd_lab.grading.gradebook import key
from micrograd_lab.grading.intake import archives, found, tree
from micrograd_lab.grading.intake.submissions import entries

from .class_trees import notebook
from .test_intake_trees import all_rows, stand_in

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="pipes and names of any bytes")
ORDER, NODE = "05_order_exercises.ipynb", "04_node_exercises.ipynb"


def put(path, data=None, when=None):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(notebook("05_order", path.name) if data is None else data)
    if when:
        os.utime(path, (when, when))
    return path


def zipped(files, when=(2026, 5, 4, 12, 0, 0), **how):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, when), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


@pytest.fixture
def rows_of(tmp_path, monkeypatch):
    monkeypatch.setattr(running, "grade_notebook", stand_in)

    def rows(root, *people, **how):
        return running.run(root, tmp_path / "out", *people, quiet=True, jobs=1, **how)[0]

    return rows


SEGMENT = st.binary(min_size=1, max_size=12).filter(lambda raw: not {*raw} & {0, 47} and raw not in (b".", b".."))
NAMES = st.one_of(
    SEGMENT,
    st.sampled_from([ORDER, NODE, "Ada", "bob", "week 1", "submitted", "05", "a.zip", "mine.py", "x.tar.gz"]).map(
        os.fsencode
    ),
    st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1, max_size=12)
    .filter(lambda text: text not in (".", ".."))
    .map(os.fsencode),
)
CONTENTS = st.one_of(
    st.binary(max_size=60),
    st.sampled_from(
        [notebook("05_order", "a"), notebook("04_node", "b"), zipped({"x/" + ORDER: notebook("05_order", "z")})]
    ),
    st.builds(
        lambda at, to: zipped({"bob/" + ORDER: b"{}", "a.ipynb": b"{}"})[:at] + to,
        st.integers(0, 300),
        st.binary(max_size=30),
    ),
)
TREES = st.lists(st.tuples(st.lists(NAMES, min_size=1, max_size=5), CONTENTS), max_size=12)


def laid(root, files):
    """Lay files out, and give the places of those that could be."""
    made = set()
    for parts, data in files:
        place = b"/".join([os.fsencode(root), *parts])
        try:
            os.makedirs(os.path.dirname(place), exist_ok=True)
            with open(place, "xb") as file:
                file.write(data)
            made.add(tuple(map(os.fsdecode, parts)))
        except OSError:
            continue
    return made


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TREES)
def test_whatever_is_handed_in_has_a_row_and_stops_nobody(tmp_path_factory, files):
    folder = tmp_path_factory.mktemp("any")
    (folder / "in").mkdir()
    made = laid(folder / "in", files)
    running_grade, running.grade_notebook = running.grade_notebook, stand_in
    try:
        rows, _ = running.run(folder / "in", folder / "out", quiet=True, jobs=1)
        again, _ = running.run(folder / "in", folder / "out", quiet=True, jobs=1)
    finally:
        running.grade_notebook = running_grade
    places = {row.place for row in all_rows(rows)}
    for parts in made:
        shown = "/".join(map(found.shown, parts))
        litter = any(found.passed_over(parts[: n + 1]) for n in range(len(parts)))
        beside = parts[-1].lower().endswith(".py") or found.saved_by_jupyter(parts)
        assert litter or beside or any(one == shown or one.startswith(shown + "/") for one in places), parts
    assert [(r.id, r.lesson, r.state, r.earned) for r in rows] == [(r.id, r.lesson, r.state, r.earned) for r in again]
    ids = [row.id for row in rows]
    assert all(text.isprintable() for text in ids)


def test_the_key_is_of_the_bytes_that_are_graded(tmp_path, rows_of, monkeypatch):
    path = put(tmp_path / "in" / "ada" / ORDER)
    seen = []

    def swapped(data, *rest):
        path.write_bytes(b"another")
        return key(data, *rest)

    def graded(data, *rest):
        seen.append(data)
        return stand_in(data, *rest)

    monkeypatch.setattr(running.gradebook, "key", swapped)
    monkeypatch.setattr(running, "grade_notebook", graded)
    assert rows_of(tmp_path / "in")[0].state == "graded"
    assert b"filled" in seen[0]


def test_a_link_put_in_a_files_place_before_it_is_opened_is_not_followed(tmp_path, monkeypatch):
    path = put(tmp_path / "in" / "ada" / ORDER)
    secret = put(tmp_path / "secret", b"secret")
    stat = os.stat

    def replaced(name, *args, **how):
        result = stat(name, *args, **how)
        if name == ORDER:
            path.unlink()
            path.symlink_to(secret)
        return result

    monkeypatch.setattr(tree.os, "stat", replaced)
    (one,) = entries(tmp_path / "in")
    assert (one.data(), one.trouble) == (b"", found.LINK)


def test_a_zips_old_notebook_does_not_beat_todays(tmp_path, rows_of):
    put(tmp_path / "in" / "ada" / "old.zip", zipped({ORDER: notebook("05_order", "old")}, (2020, 1, 1, 0, 0, 0)))
    put(tmp_path / "in" / "ada" / ORDER)
    (row,) = rows_of(tmp_path / "in")
    assert row.within == ORDER
    assert row.notes == [f"also handed in: old.zip/{ORDER}. {ORDER} counts"]


def test_times_are_aware_and_of_one_kind(tmp_path):
    put(tmp_path / "ada" / ORDER, when=1_700_000_000)
    put(tmp_path / "bob.zip", zipped({ORDER: b"{}"}, (2026, 5, 4, 12, 0, 0)))
    times = {one.who: one.time for one in entries(tmp_path)}
    assert times["ada"] == datetime.fromtimestamp(1_700_000_000, UTC)
    assert times["bob"] == datetime(2026, 5, 4, 12, 0, 0).astimezone()


def test_a_bomb_costs_what_its_archive_weighs(tmp_path):
    many = {f"{n}/{ORDER}": b"0" * (19 << 20) for n in range(10)}
    put(tmp_path / "in" / "ada" / "bomb.zip", zipped(many))
    put(tmp_path / "in" / "bob" / ORDER)
    begun = time.perf_counter()
    tracemalloc.start()
    there = entries(tmp_path / "in")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert time.perf_counter() - begun < 10
    assert peak < 150 << 20
    assert [one.trouble for one in there if one.who == "bob"] == [""]
    assert any("more than is looked at" in one.trouble for one in there)


def test_thousands_of_tiny_files_in_a_zip_are_bounded(tmp_path):
    put(tmp_path / "in" / "ada" / "many.zip", zipped({f"{n}.ipynb": b"{}" for n in range(9000)}))
    put(tmp_path / "in" / "bob" / ORDER)
    begun = time.perf_counter()
    there = entries(tmp_path / "in")
    assert time.perf_counter() - begun < 5
    assert len([one for one in there if one.who == "ada"]) <= 2001
    assert [one.trouble for one in there if one.who == "bob"] == [""]


def test_a_directory_that_is_too_large_is_not_taken_into_memory(tmp_path):
    put(tmp_path / "in" / "ada" / "many.zip", zipped({f"{n:05}{'x' * 200}": b"" for n in range(6000)}))
    (one,) = entries(tmp_path / "in")
    assert one.trouble == archives.TOO_MUCH_IN


def test_very_long_and_very_deep_names_in_a_zip_are_cut(tmp_path):
    names = ["_" * 60_000 + ".ipynb", "a/" * 20_000 + ORDER, "x" * 60_000 + "/" + ORDER, "y" * 60_000 + "/" + ORDER]
    put(tmp_path / "any.zip", zipped({name: notebook("05_order", name[:9]) for name in names}))
    begun = time.perf_counter()
    there = entries(tmp_path / "any.zip")
    assert time.perf_counter() - begun < 2
    assert len({one.place for one in there}) == 4
    assert len({one.id for one in there}) == 4


def test_tens_of_thousands_of_files_without_a_name_are_told_apart_in_time(tmp_path):
    put(tmp_path / "any.zip", zipped({f"05_order_exercises ({n}).ipynb": b"{}" for n in range(10_000)}))
    begun = time.perf_counter()
    assert len({one.id for one in entries(tmp_path / "any.zip")}) == 10_000
    assert time.perf_counter() - begun < 20


def test_of_very_many_of_one_learner_the_newest_are_graded_and_all_have_a_row(tmp_path, rows_of, monkeypatch):
    for n in range(50):
        put(tmp_path / "in" / "ada" / f"05_order_exercises ({n}).ipynb", None, 1_700_000_000 + n)
    for n in range(500):
        put(tmp_path / "in" / "ada" / f"{n}.txt", b"no notebook")
    put(tmp_path / "in" / "bob" / ORDER)
    graded = []
    monkeypatch.setattr(running, "grade_notebook", lambda *args: graded.append(args[1]) or stand_in(*args))
    ada, bob = rows_of(tmp_path / "in")
    assert len(graded) == 21
    assert (ada.file, len(ada.others), bob.state) == ("05_order_exercises (49).ipynb", 549, "graded")
    assert len(ada.notes) == 31


def test_zips_within_zips_are_opened_to_a_depth(tmp_path):
    data = notebook("05_order", "a")
    for n in range(6):
        data = zipped({ORDER if n == 0 else f"{n}.zip": data})
        put(tmp_path / str(n) / "ada" / "work.zip", data)
    troubles = [entries(tmp_path / str(n))[0].trouble for n in range(6)]
    assert troubles[:3] == ["", "", ""]
    assert all(troubles[3:])


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:bz2", "w:xz"])
def test_a_tar_is_opened_as_a_zip_is(tmp_path, mode):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode=mode) as archive:
        data = notebook("05_order", "a")
        info = tarfile.TarInfo(f"../exercises/{ORDER}")
        info.size, info.mtime = len(data), 1_700_000_000
        archive.addfile(info, io.BytesIO(data))
        link = tarfile.TarInfo("link.ipynb")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    put(tmp_path / "Ada Lovelace.tar.gz", buffer.getvalue())
    one, other = entries(tmp_path)
    assert (one.who, one.lesson, one.time) == ("Ada Lovelace", "05", datetime.fromtimestamp(1_700_000_000, UTC))
    assert other.trouble == archives.LINK_IN


def test_a_class_is_not_in_memory(tmp_path):
    for n in range(20):
        put(tmp_path / "in" / f"learner{n}x" / ORDER, notebook("05_order", os.urandom(1 << 19).hex()))
    tracemalloc.start()
    there = entries(tmp_path / "in")
    kept, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(there) == 20
    assert kept < 1 << 20
    assert peak < 12 << 20


def test_a_learners_own_files_go_with_the_notebook_and_into_its_key(tmp_path, rows_of, monkeypatch):
    put(tmp_path / "in" / "ada" / "exercises" / ORDER)
    put(tmp_path / "in" / "ada" / "mine.py", b"x = 1")
    put(tmp_path / "in" / "ada" / "exercises" / "pack" / "__init__.py", b"")
    put(tmp_path / "in" / "ada" / "micrograd_lab" / "engine.py", b"")
    given = []
    monkeypatch.setattr(running, "grade_notebook", lambda *args: given.append(args[4]) or stand_in(*args))
    (row,) = rows_of(tmp_path / "in")
    assert given == [{"pack/__init__.py": b"", "mine.py": b"x = 1"}]
    assert row.notes == ["1 Python files beside it were left out: 20 count, of 1 MB together, and none of the kit's"]
    rows_of(tmp_path / "in")
    assert len(given) == 1
    put(tmp_path / "in" / "ada" / "mine.py", b"x = 2")
    rows_of(tmp_path / "in")
    assert given[1]["mine.py"] == b"x = 2"


def test_too_many_of_ones_own_files_are_left_out_and_that_is_said(tmp_path):
    put(tmp_path / "ada" / ORDER)
    for n in range(30):
        put(tmp_path / "ada" / f"m{n:02}.py", b"x" * 1000)
    (one,) = entries(tmp_path)
    assert len(one.files) == 20
    assert one.notes[0].startswith("10 Python files")


@pytest.mark.parametrize(
    ("name", "source", "lesson"),
    [
        ("05_order_exercises.py", b"x = 1", "05"),
        ("Hannes 05_order.py", b"x = 1", "05"),
        ("order.py", b"def topological(root):\n    return []\n", "05"),
        ("hw.py", b"from micrograd_lab.checks import lesson_05 as check\n", "05"),
    ],
)
def test_python_in_place_of_a_notebook_is_a_row_that_says_so(tmp_path, rows_of, name, source, lesson):
    put(tmp_path / "in" / "ada" / NODE, notebook("04_node", "ada"))
    put(tmp_path / "in" / "ada" / name, source)
    put(tmp_path / "in" / "bob" / NODE, notebook("04_node", "bob"))
    (row,) = [row for row in rows_of(tmp_path / "in") if row.file == name]
    assert (row.id, row.lesson, row.state) == ("ada", lesson, "unreadable")
    assert row.record["trouble"]


def test_python_with_cells_that_no_notebook_imports_is_told_of(tmp_path, rows_of):
    put(tmp_path / "in" / "ada" / NODE, notebook("04_node", "ada"))
    put(tmp_path / "in" / "ada" / "work.py", b"# %%\nx = 1\n")
    (row,) = rows_of(tmp_path / "in")
    assert [other.file for other in row.others] == ["work.py"]
    assert any("work.py" in note for note in row.notes)


def test_the_words_of_a_notebook_import_nothing(tmp_path):
    put(tmp_path / "ada" / ORDER, exercise_notebook("05").read_bytes())
    for name in ("order.py", "backward.py", "graph.py", "nodes.py"):
        put(tmp_path / "ada" / name, b"def backward_deep(root):\n    pass\n")
    assert [len(one.files) for one in entries(tmp_path)] == [0] * 5


@pytest.mark.parametrize(
    "line", ["from mine import topological", "import math, mine", "%run mine.py", "exec(open('mine.py').read())"]
)
def test_a_module_with_answers_that_a_notebook_imports_stays_one(tmp_path, line):
    put(tmp_path / "ada" / ORDER, notebook("05_order", f"x\n{line}\n"))
    put(tmp_path / "ada" / "mine.py", b"from more import *\n\n\ndef topological(root):\n    return []\n")
    put(tmp_path / "ada" / "more.py", b"def backward(root):\n    pass\n")
    (one,) = entries(tmp_path)
    assert sorted(one.files) == ["mine.py", "more.py"]


def test_python_files_alone_are_rows(tmp_path):
    put(tmp_path / "ada" / "04_node.py", b"x = 1")
    put(tmp_path / "bob" / ORDER)
    assert [(one.who, one.name) for one in entries(tmp_path)] == [("ada", "04_node.py"), ("bob", ORDER)]


def test_a_weeks_more_files_lose_no_grade(tmp_path, rows_of):
    for n, who in enumerate(("Ada Lovelace", "Bob_Meier", "Carl Otto Meier")):
        put(tmp_path / "in" / f"a_{who}_47{n}_assignsubmission_file_" / ORDER)
        put(tmp_path / "in" / f"05_order_exercises_{who}2.ipynb")
    before = {(row.id, row.lesson) for row in rows_of(tmp_path / "in")}
    for n, who in enumerate(("Ada Lovelace", "Bob_Meier", "Dora Meier")):
        put(tmp_path / "in" / f"a_{who}_57{n}_assignsubmission_file_" / NODE, notebook("04_node", who))
        put(tmp_path / "in" / f"04_node_exercises_{who}2.ipynb", notebook("04_node", who))
    after = {(row.id, row.lesson) for row in rows_of(tmp_path / "in")}
    assert before < after


@pytest.mark.parametrize(
    ("names", "counts"),
    [
        ({"05_order_exercises.ipynb": "blank", "05_order_final.ipynb": "filled"}, "05_order_final.ipynb"),
        ({"b.ipynb": "filled", "a.ipynb": "filled"}, "a.ipynb"),  # the newer
        ({"05_order_exercises (1).ipynb": "blank", "x/05_order_exercises.ipynb": "filled"}, "05_order_exercises.ipynb"),
    ],
)
def test_of_several_the_one_with_answers_and_then_the_newest_counts(tmp_path, rows_of, names, counts):
    put(tmp_path / "in" / "bob" / ORDER)
    for n, (name, how) in enumerate(names.items()):
        put(tmp_path / "in" / "ada" / name, notebook("05_order", name, how == "filled"), 1_700_000_000 + n)
    row, _ = rows_of(tmp_path / "in")
    assert row.file == counts
    assert row.state == "graded"
    assert [one.state for one in row.others] == ["not counted"]


def test_what_is_unreadable_stands_for_its_lesson_where_nothing_else_does(tmp_path, rows_of):
    put(tmp_path / "in" / "ada" / NODE, notebook("04_node", "a"))
    put(tmp_path / "in" / "ada" / ORDER, b'{"cells": [')
    put(tmp_path / "in" / "bob" / NODE, notebook("04_node", "b"))
    rows = rows_of(tmp_path / "in")
    assert {(row.id, row.lesson, row.state) for row in rows} == {
        ("ada", "04", "graded"),
        ("ada", "05", "unreadable"),
        ("bob", "04", "graded"),
    }


def test_a_lessons_assignment_is_not_one_learners_folder(tmp_path, rows_of):
    for who, folder in (("ada", "homework/"), ("bob", ""), ("carl", "")):
        put(tmp_path / "in" / who / (folder + ORDER))
    assert {row.assignment for row in rows_of(tmp_path / "in")} == {""}


def test_an_empty_folder_is_somebody_who_handed_in_nothing(tmp_path, rows_of):
    put(tmp_path / "in" / "ada" / ORDER)
    (tmp_path / "in" / "bob").mkdir()
    states = {row.id: (row.state, row.lesson, row.notes) for row in rows_of(tmp_path / "in")}
    assert states["bob"] == ("missing", "05", ["The folder is empty."])
