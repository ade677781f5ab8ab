"""Who has handed in what, in the shapes that course systems give."""

import os
import sys
import zipfile

import pytest

from micrograd_lab.grading.intake.roster import person_of, roster
from micrograd_lab.grading.intake.submissions import entries


def found(root):
    return [(entry.who, entry.name) for entry in entries(root)]


def place(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("{}")
    return folder


def packed(path, *names):
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, "{}")
    return path


@pytest.mark.parametrize(
    ("name", "who"),
    [
        ("alice.ipynb", "alice"),
        ("alice_05_order.ipynb", "alice"),
        ("alice_05_order_exercises.ipynb", "alice"),
        ("05_order_exercises_alice.ipynb", "alice"),
        ("05_order_exercises-Alice Doe (2).ipynb", "Alice Doe"),
        ("alice_03_by_hand.ipynb", "alice"),
        ("03_by_hand_exercises_de_la_cruz.ipynb", "de_la_cruz"),
        ("alice_07_another_courses.ipynb", "alice_07_another_courses"),  # one alone shows no pattern
        ("05_order_exercises.ipynb", "05_order_exercises"),
        ("05_order_alice.ipynb", "alice"),
        ("05_order-alice.ipynb", "alice"),
        ("Jane Doe 05_order.ipynb", "Jane Doe"),
        ("bob.ipynb.txt", "bob"),
        ("s1234567.ipynb", "s1234567"),
        ("student-1.ipynb", "student-1"),
        ("quinn_05_order (1).ipynb", "quinn"),
        ("quinn_05_order-Copy2.ipynb", "quinn"),
        ("doejane_12345_67890_05_order-1.ipynb", "doejane"),
        ("doejane_LATE_12345_67890_05_order.ipynb", "doejane"),
        ("Jane Doe_4711_assignsubmission_file_05_order.ipynb", "Jane Doe"),
    ],
)
def test_a_flat_file_tells_whose_it_is(tmp_path, name, who):
    assert [entry.who for entry in entries(place(tmp_path, name))] == [who]


def test_a_folder_for_each_learner(tmp_path):
    place(tmp_path, "bob/05_order.ipynb", "alice/homework/05_order.ipynb", "alice/.ipynb_checkpoints/05_order.ipynb")
    assert found(tmp_path) == [("alice", "05_order.ipynb"), ("bob", "05_order.ipynb")]


def test_nbgraders_folder_of_submissions(tmp_path):
    place(tmp_path, "submitted/alice/order/05_order.ipynb", "submitted/alice/order/timestamp.txt")
    assert found(tmp_path) == found(tmp_path / "submitted") == [("alice", "05_order.ipynb")]
    for root in (tmp_path, tmp_path / "submitted"):  # a folder above it, or as README.md gives it
        assert [entry.assignment for entry in entries(root)] == ["order"]


@pytest.mark.parametrize(
    "names",
    [
        ("Jane Doe_4711_assignsubmission_file_/05_order.ipynb", "Max Roe_4712_assignsubmission_file_/05_order.ipynb"),
        ("Jane Doe_4711_assignsubmission_file_05_order.ipynb", "Max Roe_4712_assignsubmission_file_05_order.ipynb"),
    ],
)
def test_a_moodle_zip(tmp_path, names):
    assert found(packed(tmp_path / "m.zip", *names)) == [("Jane Doe", "05_order.ipynb"), ("Max Roe", "05_order.ipynb")]


def test_two_learners_of_one_name_are_two(tmp_path):
    path = packed(
        tmp_path / "m.zip",
        "Anna Adams_1001_assignsubmission_file_/05_order.ipynb",
        "Anna Adams_1040_assignsubmission_file_/05_order.ipynb",
        "Max Roe_1002_assignsubmission_file_/05_order.ipynb",
        "Max Roe_2002_assignsubmission_file_/04_node.ipynb",  # another assignment, other numbers
    )
    there = entries(path)
    assert [entry.id for entry in there] == ["Anna Adams (1001)", "Anna Adams (1040)", "Max Roe", "Max Roe"]
    (tmp_path / "roster.csv").write_text("id,name\n1001,Anna Adams\n1040,Anna Adams\n1002,Max Roe\n")
    people = roster(tmp_path / "roster.csv")
    assert [person_of(entry.who, people, entry.number).id for entry in there[:2]] == ["1001", "1040"]
    assert person_of("Anna Adams", people) is None
    # Somebody else's id that happens to be a number of Moodle's is nobody's.
    assert person_of("Anna Adams", people, "1002") is None


def test_a_canvas_zip_says_who_was_late(tmp_path):
    path = packed(tmp_path / "c.zip", "doejane_LATE_1_2_05_order-1.ipynb", "roemax_3_4_05_order.ipynb", "__MACOSX/x")
    assert found(path) == [("doejane", "05_order.ipynb"), ("roemax", "05_order.ipynb")]
    assert entries(path)[0].notes == ["handed in late"]


def test_a_zip_within_a_learners_folder(tmp_path):
    (tmp_path / "alice").mkdir()
    packed(tmp_path / "alice" / "work.zip", "05_order.ipynb")
    assert found(tmp_path) == [("alice", "05_order.ipynb")]


def test_a_path_that_climbs_out_of_a_zip_writes_nothing(tmp_path):
    (tmp_path / "in").mkdir()
    path = packed(tmp_path / "in" / "z.zip", "../../x.ipynb")
    assert [entry.data() for entry in entries(path)] == [b"{}"]
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["in", "z.zip"]


def test_a_link_is_not_followed(tmp_path):
    (tmp_path / "secret").write_text("secret")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "alice.ipynb").symlink_to(tmp_path / "secret")
    assert [entry.data() for entry in entries(tmp_path / "in")] == [b""]


def test_what_is_not_there_or_damaged_is_said(tmp_path):
    with pytest.raises(FileNotFoundError, match="a folder of notebooks"):
        entries(tmp_path / "nothing")
    (tmp_path / "bad.zip").write_bytes(b"PK\x03\x04 and then no more")
    with pytest.raises(ValueError, match="damaged"):
        entries(tmp_path / "bad.zip")


@pytest.fixture
def people(tmp_path):
    path = tmp_path / "roster.csv"
    path.write_text("\ufeffStudent ID;Name;Email\n17;Jane Doe;jd@uni.example\n18;Max Roe;mr@uni.example\n", "utf-8")
    return roster(path)


@pytest.mark.parametrize("who", ["17", "jd", "JD@uni.example", "Jane Doe", "Doe, Jane", "jane_doe"])
def test_a_learner_is_known_by_id_mail_or_name(people, who):
    assert person_of(who, people).id == "17"


def test_nobody_is_guessed(people):
    assert person_of("Jane", people) is None
    assert person_of("jd", [*people, *people]) is None


@pytest.mark.parametrize(
    "lines",
    [
        "Email address,First name,Surname\njd@uni.example,Jane,Doe",
        "First name,Last name,ID number,Email address\nJane,Doe,17,jd@uni.example",
        "Nachname;Vorname;Matrikelnummer\nDoe;Jane;17",
        'Student,ID,SIS User ID,SIS Login ID,Section\n"Doe, Jane",17,s17,jd,1',
        "username\tname\njd\tJane Doe",
    ],
)
def test_rosters_as_course_systems_write_them(tmp_path, lines):
    (tmp_path / "r.csv").write_text(lines)
    (person,) = roster(tmp_path / "r.csv")
    assert person.name in ("Jane Doe", "Doe, Jane")
    assert person_of("Jane Doe", [person]) is person


def test_a_roster_that_is_not_there_is_said(tmp_path):
    with pytest.raises(ValueError, match="found: No such file"):
        roster(tmp_path / "r.csv")


def test_a_roster_without_ids_says_which_columns_it_has(tmp_path):
    (tmp_path / "r.csv").write_text("group,seat\na,1\n")
    with pytest.raises(ValueError, match="columns group, seat"):
        roster(tmp_path / "r.csv")


def ids(folder, *names):
    return sorted({entry.id for entry in entries(place(folder, *names)) if not entry.nobodys})


FILE = "05_order.ipynb"
linux = pytest.mark.skipif(sys.platform != "linux", reason="names of any bytes, and Ada beside ada")


@linux
@pytest.mark.parametrize(
    ("names", "who"),
    [
        ([f"course/submitted/{who}/order/{FILE}" for who in ("alice", "bob")], ["alice", "bob"]),
        ([f"Informatik/{who}/{FILE}" for who in ("alice", "bob")], ["alice", "bob"]),
        ([f"Informatik/{who}_{FILE}" for who in ("alice", "bob")], ["alice", "bob"]),
        ([f"Moodle/Jane Doe_4711_assignsubmission_file_/{FILE}"], ["Jane Doe"]),
        ([f"alice/draft/{FILE}", f"alice/final/{FILE}", f"bob/{FILE}"], ["alice", "bob"]),
        ([f"{n}/{FILE}" for n in (4711, 4712)], ["4711", "4712"]),
        ([f"10a/Paul/{FILE}", f"10b/Paul/{FILE}"], ["Paul (10a)", "Paul (10b)"]),
        (
            [f"{g}/{w}/{FILE}" for g, w in (("Rot", "Eva"), ("Rot", "Max"), ("Blau", "Eva"))],
            ["Eva (Blau)", "Eva (Rot)", "Max"],
        ),
        ([f"week {n}/Eva/{FILE}" for n in (1, 2)], ["Eva"]),
        ([f"Participant_{n}_assignsubmission_file_/{FILE}" for n in (7, 8)], ["Participant 7", "Participant 8"]),
        ([f"lab-05-{who}/{FILE}" for who in ("adal", "aturing")], ["adal", "aturing"]),
        ([f"hw1-{who}.ipynb" for who in ("anna", "bob")], ["anna", "bob"]),
        (["anna.ipynb", "anna (1).ipynb"], ["anna", "anna (1)"]),
        ([f"Ada/{FILE}", f"ada/{FILE}"], ["Ada", "Ada (ada)"]),
        (["Ada/04_node.ipynb", f"ada/{FILE}"], ["Ada"]),
        ([f"exercises/{who}/{FILE}" for who in ("alice", "bob")] + [f"lessons/{FILE}"], ["alice", "bob", "lessons"]),
        ([f"anna/{FILE}", f"lehrer/{FILE}", f"Musterlösung/{FILE}"], ["anna", "lehrer"]),
        ([f"anna/{FILE}", "README.md", "points.csv", "winmail.dat"], ["anna"]),
        ([f"anna/{FILE}", "bob.pdf", "carl_05_order.html"], ["anna", "bob", "carl"]),
    ],
    ids=lambda value: None if isinstance(value, str) else value[0],
)
def test_who_is_decided_from_the_whole_picture(tmp_path, names, who):
    assert ids(tmp_path, *names) == who


@linux
@pytest.mark.parametrize("name", [b"M\xfcller", b"\xff\xfe", b"a\nb\tc", b"\x1b[31m", b"x" * 250, "\u202eabc".encode()])
def test_a_name_of_any_bytes_is_shown_in_a_fixed_form(tmp_path, name):
    path = os.fsencode(tmp_path) + b"/" + name
    os.mkdir(path)
    with open(path + b"/05_order.ipynb", "wb") as file:
        file.write(b"{}")
    (first,), (again,) = entries(tmp_path), entries(tmp_path)
    assert first.id == again.id
    assert first.id.isprintable()
    first.id.encode()


@linux
def test_names_that_would_be_shown_alike_are_two(tmp_path):
    for name in (b"M\xfcller", b"M\\xfcller"):
        os.mkdir(os.fsencode(tmp_path) + b"/" + name)
        with open(os.fsencode(tmp_path) + b"/" + name + b"/05_order.ipynb", "wb") as file:
            file.write(b"{}")
    assert len({entry.id for entry in entries(tmp_path)}) == 2


def test_a_folder_called_as_courses_call_theirs_is_somebodys_where_one_notebook_without_a_name_lies_in_it(tmp_path):
    for name in ("h_file", "k_code", "Lukas"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "05_order_exercises.ipynb").write_text("{}")
        (tmp_path / name / "notes.txt").write_text("1.0")
    ids = {one.place.split("/")[0]: one.id for one in entries(tmp_path) if not one.nobodys and one.notebook}
    assert ids == {"h_file": "h_file", "k_code": "k_code", "Lukas": "Lukas"}


def test_files_without_a_name_in_two_folders_beside_others_are_two_learners(tmp_path):
    for n in (1, 2):
        (tmp_path / f"week {n}").mkdir()
        for name in ("05_order_exercises.ipynb", f"05_order_exercises-{'ab'[n - 1]}lice.ipynb"):
            (tmp_path / f"week {n}" / name).write_text("{}")
    assert len({one.id for one in entries(tmp_path)}) == 4
