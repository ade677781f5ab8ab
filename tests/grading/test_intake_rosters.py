"""Lists of a class as systems and offices save them, and who may be meant by a name that is not in one."""

import sys
import unicodedata

import pytest

from micrograd_lab.grading import run as running
from micrograd_lab.grading.intake.roster import near, person_of, roster

from .class_trees import exercises, notebook
from .test_intake_trees import stand_in

ORDER = exercises("05_order")
PERSON = "Jörg Müller"


def listed(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "list.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
    return path


@pytest.mark.parametrize(
    ("lines", "who"),
    [
        ("First name,Last name,ID number,Email address,Groups\nJörg,Müller,17,jm@uni.example,", "17"),
        ("Vorname;Nachname;ID-Nummer;E-Mail-Adresse\nJörg;Müller;17;jm@uni.example", "17"),
        ("Vorname;Nachname;Anmeldename;E-Mail-Adresse\nJörg;Müller;jm;jm@uni.example", "jm"),
        ("Vollständiger Name,E-Mail-Adresse\nJörg Müller,jm@uni.example", "jm@uni.example"),
        ("Prénom,Nom,Numéro d'identification,Adresse de courriel\nJörg,Müller,17,jm@uni.example", "17"),
        ("Prénom;Nom de famille;Nom d\u2019utilisateur;Adresse de courriel\nJörg;Müller;jm;jm@uni.example", "jm"),
        ("Nombre,Apellido(s),Número de ID,Dirección de correo\nJörg,Müller,17,jm@uni.example", "17"),
        ('Student,ID,SIS User ID,SIS Login ID,Section\n    Points Possible,,,,\n"Müller, Jörg",17,s17,jm,1', "17"),
        ("id,first_name,last_name,email,lms_user_id\njm,Jörg,Müller,,", "jm"),
        ("identifier,github_username,github_id,name\n17,joergm,99,Jörg Müller", "17"),
        ('"identifier","github_username","github_id","name"\n"Jörg Müller","joergm","99",""', "Jörg Müller"),
        ("Student Number\tSurname\tFirst Name\n17\tMüller\tJörg", "17"),
        ("Nr;Matrikelnummer;Nachname;Vorname\n1;17;Müller;Jörg", "17"),
        ("Klasse 11b, 2026\n\nMatrikelnummer,Name\n17,Jörg Müller", "17"),
        ("sep=;\nID;Name\n17;Jörg Müller", "17"),
    ],
)
def test_headings_are_known_as_systems_write_them(tmp_path, lines, who):
    (person,) = roster(listed(tmp_path, lines))
    assert person.id == who
    assert person_of(PERSON, [person]) is person
    assert person_of("Müller, Jörg", [person]) is person
    assert person_of(unicodedata.normalize("NFD", "MÜLLER_jörg"), [person]) is person


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "latin-1", "utf-16", "utf-16-le", "utf-16-be"])
def test_the_encodings_of_spreadsheets_are_read(tmp_path, encoding):
    (person,) = roster(listed(tmp_path, "Matrikelnummer;Nachname;Vorname\r\n17;Müller;Jörg\r\n", encoding))
    assert (person.id, person.name) == ("17", PERSON)


@pytest.mark.parametrize("encoding", ["cp437", "cp850", "mac_roman", "shift_jis", "koi8-r", "cp1251", "gb18030"])
def test_what_cannot_be_told_is_refused_and_never_guessed(tmp_path, encoding):
    name = {"shift_jis": "山田", "koi8-r": "Иван Петров", "cp1251": "Иван Петров", "gb18030": "王小明"}.get(
        encoding, PERSON
    )
    with pytest.raises(ValueError, match="found: letters in an encoding"):
        roster(listed(tmp_path, f"ID;Name\r\n17;{name}\r\n", encoding))


def test_a_workbook_is_no_list(tmp_path):
    with pytest.raises(ValueError, match="found: a workbook"):
        roster(listed(tmp_path, b"PK\x03\x04\x14\x00"))


def test_two_persons_with_one_id_are_said_and_one_twice_is_one(tmp_path):
    with pytest.raises(ValueError, match="two persons with the id 17: Jane Doe and Max Roe"):
        roster(listed(tmp_path, "ID,Name\n17,Jane Doe\n17,Max Roe\n"))
    assert len(roster(listed(tmp_path, "ID,Name,Group\n17,Jane Doe,a\n17,Jane Doe,b\n"))) == 1


@pytest.mark.parametrize(
    ("who", "names"),
    [
        ("Eva Meier", ["Eva Maier"]),
        ("Maier_Evaa", ["Eva Maier"]),
        ("eva maierr", ["Eva Maier"]),
        ("Jane Do", ["Jane Doe"]),
        ("Nobody Else", []),
        ("s1234567", []),
    ],
)
def test_a_near_miss_is_a_suggestion(tmp_path, who, names):
    people = roster(listed(tmp_path, "ID,Name\ns1234568,Jane Doe\n18,Eva Maier\n19,Max Roe\n"))
    assert near(who, people) == names
    assert person_of(who, people) is None


@pytest.mark.skipif(sys.platform != "linux", reason="grading is for Linux")
def test_a_near_miss_is_said_and_takes_nobodys_place(tmp_path, monkeypatch):
    monkeypatch.setattr(running, "grade_notebook", stand_in)
    for who in ("Eva Meier", "Jane Doe", "x77"):
        (tmp_path / "in" / who).mkdir(parents=True)
        (tmp_path / "in" / who / ORDER).write_bytes(notebook("05_order", who))
    people = roster(listed(tmp_path, "ID,Name\n17,Jane Doe\n18,Eva Maier\n"))
    rows, _ = running.run(tmp_path / "in", tmp_path / "out", people, quiet=True, jobs=1)
    assert {(row.id, row.state): row.notes for row in rows} == {
        ("17", "graded"): [],
        ("18", "missing"): [],
        ("Eva Meier", "graded"): ["not in the roster; perhaps Eva Maier?"],
        ("x77", "graded"): ["not in the roster"],
    }


@pytest.mark.skipif(sys.platform != "linux", reason="grading is for Linux")
def test_folders_of_the_rosters_people_are_theirs_wherever_they_lie(tmp_path, monkeypatch):
    monkeypatch.setattr(running, "grade_notebook", stand_in)
    names = ["Nora Silva", "kram/Jane Doe", "kram/Eva Maier", "Max Roe/kram", "Max Roe/zeug"]
    for who in names:
        (tmp_path / "in" / who).mkdir(parents=True)
        (tmp_path / "in" / who / ORDER).write_bytes(notebook("05_order", who))
    people = roster(listed(tmp_path, "ID,Name\n17,Jane Doe\n18,Eva Maier\n19,Max Roe\n20,Nora Silva\n"))
    rows, _ = running.run(tmp_path / "in", tmp_path / "out", people, quiet=True, jobs=1)
    assert [(row.id, row.state) for row in rows] == [(n, "graded") for n in ("17", "18", "19", "20")]


@pytest.mark.skipif(sys.platform != "linux", reason="grading is for Linux")
def test_who_is_told_apart_is_not_merged_by_the_roster(tmp_path, monkeypatch):
    monkeypatch.setattr(running, "grade_notebook", stand_in)
    for who in ("10a/Paul Otto", "10b/Paul Otto", "10a/Eva", "10b/eva", "10b/Max", "10b/max"):
        (tmp_path / "in" / who).mkdir(parents=True)
        (tmp_path / "in" / who / ORDER).write_bytes(notebook("05_order", who))
    people = roster(listed(tmp_path, "ID,Name\n17,Paul Otto\n18,Eva\n19,Max\n"))
    rows, _ = running.run(tmp_path / "in", tmp_path / "out", people, quiet=True, jobs=1)
    graded = {row.id for row in rows if row.state == "graded"}
    assert len(graded) == 6
    assert not any(row.others for row in rows)
    (row,) = [row for row in rows if row.id == "Paul Otto (10a)"]
    assert row.notes == ["somebody else has the same name", "not in the roster; perhaps Paul Otto?"]


@pytest.mark.skipif(sys.platform != "linux", reason="grading is for Linux")
def test_an_id_of_the_roster_is_nobody_elses(tmp_path, monkeypatch):
    monkeypatch.setattr(running, "grade_notebook", stand_in)
    (tmp_path / "in" / "anna").mkdir(parents=True)
    (tmp_path / "in" / "anna" / ORDER).write_bytes(notebook("05_order", "anna"))
    people = roster(listed(tmp_path, "ID,Name,Email\nanna,Anna Adams,aa@uni.example\n7,Anna Berg,anna@uni.example\n"))
    rows, _ = running.run(tmp_path / "in", tmp_path / "out", people, quiet=True, jobs=1)
    assert {(row.id, row.state) for row in rows} == {
        ("anna (not in the roster)", "graded"),
        ("anna", "missing"),
        ("7", "missing"),
    }


TWO = (
    "id,first name,last name,email\n7004106,Lukas,Meyer,lukas.meyer@uni.example\n7004107,Lukas,Meyer,lm2@uni.example\n"
)
TWO += "7004122,Uwe,Zandr,uz@uni.example\n"


@pytest.mark.parametrize(
    ("who", "number", "id_"),
    [
        ("Lukas Meyer", "7004107", "7004107"),
        ("Uwe Zander", "7004122", "7004122"),  # misspelt, and the number is theirs
        ("Anna Bauer", "7004107", None),  # a system's number that is by chance somebody's id
        ("Lukas Meyer", "100207", None),
        ("lukas.meyer", "", "7004106"),
        ("LUKAS.MEYER", "", "7004106"),
        ("lm2@uni.example", "", "7004107"),
        ("lukas_meyer", "", None),
    ],
)
def test_namesakes_are_told_apart_by_a_number_or_a_mails_name(tmp_path, who, number, id_):
    person = person_of(who, roster(listed(tmp_path, TWO)), number)
    assert (person.id if person else None) == id_


def test_a_folder_with_the_number_of_one_of_two_namesakes_is_theirs(tmp_path, monkeypatch):
    monkeypatch.setattr(running, "grade_notebook", stand_in)
    folders = ("Lukas Meyer_7004107_assignsubmission_file", "lukas.meyer", "Lukas Meyer")
    for n, name in enumerate(folders):
        (tmp_path / "in" / name).mkdir(parents=True)
        (tmp_path / "in" / name / ORDER).write_bytes(notebook("05_order", n))
    rows, _ = running.run(tmp_path / "in", tmp_path / "out", roster(listed(tmp_path, TWO)), quiet=True, jobs=1)
    ids = {row.place.split("/")[0]: row.id for one in rows for row in (one, *one.others) if row.place}
    assert [ids[name] for name in folders[:2]] == ["7004107", "7004106"]


def test_namesakes_who_may_be_meant_are_named_with_their_ids(tmp_path):
    people = roster(listed(tmp_path, TWO))
    assert near("Lukas Meyr", people) == ["Lukas Meyer (7004106)", "Lukas Meyer (7004107)"]
    assert near("Uwe Zander", people) == ["Uwe Zandr"]
