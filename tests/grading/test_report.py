"""What a report shows: escaped, complete, and in the forms that other systems take."""

import csv
import hashlib
import io
import json
import re
from html import unescape
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from micrograd_lab.checks import lesson
from micrograd_lab.grading import report
from micrograd_lab.grading.handout import handout
from micrograd_lab.grading.intake import submissions
from micrograd_lab.grading.intake.roster import addresses
from micrograd_lab.grading.marking.notebook import record
from micrograd_lab.grading.notes import COPY, LATE, UNREAD, Note
from micrograd_lab.grading.report import entries, similarity, summary, tables
from micrograd_lab.grading.report.learner import LINES, SIGNS
from micrograd_lab.grading.run import Row, _row

NASTY = "<script>alert(1)</script>\"'&\x1b[2J=cmd()"


def one(number="5.1", earned=1.0, state="not yet", text=NASTY):
    return {
        "number": number,
        "title": "An order",
        "points": 2.0,
        "earned": earned,
        "state": state,
        "text": text,
        "tries": NASTY,
        "misconception": "output first",
        "right": 1,
        "cases": 2,
        "notes": [NASTY],
    }


def shown(path):
    """The text of a page, without its tags."""
    return unescape(re.sub("<[^>]+>", "", path.read_text(encoding="utf-8").partition("<main>")[2]))


@pytest.fixture
def rows():
    good = record("05", [one(), one("5.2", 2.0, "passed", "")], [NASTY], cells={"5.1": "x = 1"})
    return [
        Row("ada", "Ada Lovelace", "05_order.ipynb", good, lesson="05"),
        Row(NASTY, NASTY, NASTY, record(trouble=NASTY)),
        Row("../../etc/passwd", "", "05_order.ipynb", good, lesson="05"),
        Row("gone", "Not Here", "", None),
    ]


def test_every_text_is_escaped_and_no_page_needs_another_file(rows, tmp_path):
    report.write(rows, tmp_path, sandboxed=True)
    pages = [tmp_path / "index.html", *(tmp_path / "learners").glob("*.html")]
    assert len(pages) == 5
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert "<script" not in text
        assert "\x1b" not in text
        assert not re.search(r"<(link|img|iframe|object)|src=|url\(|@import|https?:", text)
        assert "default-src 'none'" in text


def test_no_name_leads_out_of_the_report(rows, tmp_path):
    report.write(rows, tmp_path / "out", sandboxed=True)
    assert [p.name for p in tmp_path.iterdir()] == ["out"]
    assert len({tables.slug(row) for row in rows}) == len(rows)
    assert all(re.fullmatch(r"[\w-]+", tables.slug(row)) for row in rows)


def test_the_class_page_says_what_was_not_protected(rows, tmp_path):
    report.write(rows, tmp_path, sandboxed=False)
    assert "without a sandbox" in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_a_spreadsheet_takes_no_cell_for_a_formula(rows):
    lines = list(csv.reader(io.StringIO(tables.grades([Row("=1+1", "@x", "+f", record(trouble="-t"))]))))
    assert lines[1][:2] == ["'=1+1", "'@x"]
    lines = list(csv.DictReader(io.StringIO(tables.grades(rows))))
    assert [(line["points"], line["5.1"], line["5.2"]) for line in lines] == [
        ("3", "1", "2"),
        ("0", "", ""),
        ("3", "1", "2"),
        ("", "", ""),
    ]


@given(st.text("a=+-@;,\t|\"' \uff1d\r\n", max_size=12))
def test_no_part_of_a_cell_is_a_formula_however_a_spreadsheet_splits_it(who):
    made = tables.grades([Row(who, who, who, None, notes=[who])]) + tables.totals([Row(who, who, who, None)])
    cells = [cell for line in csv.reader(io.StringIO(made)) for cell in line]
    for text in [*cells, *made.splitlines()]:
        for part in re.split('[;,\t|"]', text):
            assert not re.match("\\s*[=+\\-@\uff1d]", part), part


@given(st.lists(st.text(max_size=5), min_size=2, max_size=6, unique=True))
def test_no_two_ids_have_one_page(ids):
    pages = [one.page for one in entries([Row(who, "", "", None, lesson="05") for who in ids])]
    assert len({page.casefold() for page in pages}) == len(ids)
    assert all(re.fullmatch(r"[a-zA-Z0-9-]+", page) for page in pages)


def test_two_files_that_nobody_can_read_have_two_pages():
    lost = [Row("ada", "", name, record(trouble="damaged")) for name in ("a", "b")]
    assert len({one.page for one in entries(lost)}) == 2


def test_the_csv_has_the_columns_of_nbgraders_export(rows):
    import inspect

    from nbgrader.plugins.export import CsvExportPlugin

    keys = re.search(r"keys = \[(.*?)\]", inspect.getsource(CsvExportPlugin), re.DOTALL)[1]
    lines = list(csv.DictReader(io.StringIO(tables.nbgrader(rows))))
    assert list(lines[0]) == re.findall(r'"(\w+)"', keys)
    assert (lines[0]["assignment"], lines[0]["student_id"], lines[0]["last_name"]) == ("05_order", "ada", "Lovelace")
    assert (lines[0]["score"], lines[0]["max_score"]) == ("3", "9")


def test_nbgraders_columns_have_the_addresses_of_the_roster(rows, tmp_path):
    (tmp_path / "class.csv").write_text("Matrikel;Vorname;Nachname;E-Mail\nada;Ada;Lovelace;ada@x.org\ngone;No;One;\n")
    emails = addresses(tmp_path / "class.csv")
    assert emails == {"ada": "ada@x.org"}
    lines = list(csv.DictReader(io.StringIO(tables.nbgrader(rows, emails=emails))))
    assert [line["email"] for line in lines] == ["ada@x.org", "", "", ""]


def test_a_lesson_is_said_with_its_title(rows, tmp_path):
    report.write(rows, tmp_path, True)
    title = lesson("05").title
    assert f"<h2>Lesson 05, {title}</h2>" in (tmp_path / "index.html").read_text("utf-8")
    assert f"<h1>Ada Lovelace, lesson 05, {title}</h1>" in (
        tmp_path / "learners" / f"{tables.slug(rows[0])}.html"
    ).read_text("utf-8")


def test_an_assignment_is_called_as_most_folders_of_its_lesson_and_never_after_one_learners(rows):
    def assignments():
        return [line["assignment"] for line in csv.DictReader(io.StringIO(tables.nbgrader(rows)))]

    rows[0].assignment = "my homework"
    assert assignments() == ["05_order", "", "05_order", ""]
    rows[2].assignment = "my homework"
    rows.append(Row("zoe", "", "05.ipynb", rows[0].record, lesson="05", assignment="order"))
    rows.append(Row("gone", "", "", None, lesson="05"))
    assert assignments() == ["my homework", "", "my homework", "", "my homework", "my homework"]


def test_a_line_for_each_learner_has_all_lessons_and_the_sum(rows):
    rows.append(Row("ada", "Ada Lovelace", "02_expressions.ipynb", record("02", [one("2.1", 0.5)]), lesson="02"))
    lines = list(csv.DictReader(io.StringIO(tables.totals(rows))))
    assert len(lines) == 4
    assert list(lines[0]) == [
        "id",
        "name",
        "lesson 02, of 7",
        "lesson 05, of 9",
        *SUMS,
        "lesson 02 is",
        "lesson 05 is",
    ]
    assert list(lines[0].values())[:10] == [
        *("ada", "Ada Lovelace", "0.5", "3"),
        *("3.5", "0", "0", "3.5", "16", "21.9"),
    ]


SUMS = ["by the checks", "by hand", "late", "sum", "of", "percent"]


def test_nothing_handed_in_untouched_unreadable_and_wrong_are_told_apart():
    idle = [one(earned=0.0, state="not attempted"), one("5.2", 0.0, "missing")]
    wrong = [one(earned=0.0), one("5.2", 0.0)]
    rows = [
        Row("gone", "", "", None, lesson="05"),
        Row("idle", "", "a", record("05", idle), lesson="05"),
        Row("lost", "", "a", record(trouble="damaged")),
        Row("wrong", "", "a", record("05", wrong), lesson="05"),
    ]
    lines = list(csv.DictReader(io.StringIO(tables.totals(rows))))
    assert [(line["id"], line["lesson 05, of 9"], line["lesson 05 is"]) for line in lines] == [
        ("gone", "", "nothing handed in"),
        ("idle", "0", "untouched"),
        ("lost", "0", "unreadable"),
        ("wrong", "0", "graded"),
    ]


def test_a_row_that_does_not_count_is_said_and_has_no_points(rows, tmp_path):
    rows.append(Row("ada", "Ada Lovelace", "old.ipynb", rows[0].record, lesson="05", place="ada/old.ipynb"))
    rows.append(Row("x.zip", "", "", record(trouble="a zip that is damaged"), place="x.zip"))
    for row in rows[-2:]:
        row.state = "not counted"
    report.write(rows, tmp_path, True)
    assert len(list((tmp_path / "learners").glob("ada-*"))) == 1
    assert (tmp_path / "totals.csv").read_text("utf-8").count("Ada Lovelace,3,3,") == 1
    text = " ".join(shown(tmp_path / "index.html").split())
    assert "ada/old.ipynb: does not count" in text
    assert "x.zip a zip that is damaged" in text
    assert not list((tmp_path / "learners").glob("x-zip*"))
    states = [one["state"] for one in json.loads((tmp_path / "grades.json").read_text("utf-8"))["learners"]]
    assert states.count("not counted") == 2


def test_a_spreadsheet_reads_names_as_they_are(rows, tmp_path):
    report.write(rows, tmp_path, sandboxed=True)
    for name in ("grades.csv", "totals.csv"):
        assert (tmp_path / name).read_bytes().startswith(b"\xef\xbb\xbfid,name,")


def test_a_learners_page_stands_alone_and_pages_of_an_earlier_run_go(rows, tmp_path):
    (tmp_path / "learners").mkdir()
    (tmp_path / "learners" / "earlier-0001-05.html").write_text("")
    report.write(rows, tmp_path, sandboxed=True)
    pages = {page.name: page.read_text(encoding="utf-8") for page in (tmp_path / "learners").glob("*.html")}
    assert len(pages) == 4
    assert not any("<a " in page for page in pages.values())
    page = pages[f"{tables.slug(rows[0])}.html"]
    assert "Graded: 05_order.ipynb." in page
    assert "<code>x = 1</code>" in page
    assert "beyond what a guess gets" in page


def test_why_an_exercise_that_is_partly_right_has_its_points_stands_beside_them(rows, tmp_path):
    part = one("5.2", 1.88, "not yet", "wrong") | {"points": 3.0, "right": 7, "cases": 12}
    plain = one("5.5", 1.88, "not yet", "wrong") | {"points": 3.0, "right": 10, "cases": 16}
    after = one("5.1", 0.4, "not yet", "Graded with a right answer: 2 of 16 cases came out right.") | {"points": 1.0}
    none = one("5.4", 0.0, "not yet", "") | {"right": 0, "cases": 10}
    rows[0].record = record("05", [after | {"right": 2, "cases": 16}, part, none, plain])
    report.write(rows, tmp_path, True)
    page = shown(tmp_path / "learners" / f"{tables.slug(rows[0])}.html")
    assert "1.88 of 3 points" in page
    assert "0.4 of 1 point\n" in page
    assert "7 of 12 cases came out right, those of the notebook and others together. Points are for those bey" in page
    assert (
        "10 of 16 cases came out right, those of the notebook and others together. That share of 3 points is 1." in page
    )
    assert page.count("2 of 16 cases came out right") == 1
    assert "0 of 10 cases came out right" in page
    assert page.count("beyond what a guess gets right") == 2
    tests = json.loads(tables.gradescope(entries(rows)[0]))["tests"]
    assert "7 of 12 cases" in tests[1]["output"]


def test_gradescope_gets_scores_and_texts_of_its_own_names(rows):
    made = json.loads(tables.gradescope(entries(rows)[0]))
    assert made["score"] == sum(test["score"] for test in made["tests"]) == 3
    assert {"score", "max_score", "name", "number", "output", "visibility", "status"} <= made["tests"][0].keys()
    assert made["tests"][1]["status"] == "passed"


def test_an_answer_is_shown_escaped_and_bounded(rows, tmp_path):
    stub = handout("05").given["5.2"].stub
    for source, shown, cut in (
        ("if a < b:\n\tpass", "if a &lt; b:\n\tpass</code>", False),
        ("x = 1\n" * 2 * LINES, "The answer, 600 lines", True),
        ("'" + "a" * 1_000_000 + "'", "The answer, 1 line", True),
        (f"{stub}\n", "The cell is as it was handed out.", False),
    ):
        rows[0].record["cells"] = {"5.2": source}
        report.write(rows, tmp_path, True)
        page = (tmp_path / "learners" / f"{tables.slug(rows[0])}.html").read_text("utf-8")
        assert shown in page
        assert ("Cut here: the answer has" in page) == cut
        assert len(page) < 12_000 + SIGNS


def test_the_page_begins_with_what_needs_a_look_and_ends_with_who_has_handed_in_nothing(rows, tmp_path):
    rows[0].notes = ["not in the roster", Note("also handed in: old/x.ipynb. x.ipynb counts", COPY)]
    rows[2].notes = [Note("handed in late", LATE), Note("also handed in: y.ipynb. The file is empty.", UNREAD)]
    report.write(rows, tmp_path, True, roster=True)
    text = shown(tmp_path / "index.html")
    order = (
        *("1 person has handed in nothing.", "What needs a look", "Files that cannot be read", "y.ipynb"),
        *("Whose it is", "not in the roster", "Late, as", "Points", "lesson 05, of 9", "Lesson 05", "Exercises"),
        *("5.1 An order", "Each learner's exercises", "Also handed in", "Nothing handed in", "Not Here"),
    )
    places = [text.index(word) for word in order]
    assert text.rindex("old/x.ipynb") > text.index("Also handed in")
    assert places == sorted(places)


def test_a_learners_page_says_what_else_was_handed_in_and_no_doubt_of_the_teachers(rows, tmp_path):
    rows[0].notes = ["not in the roster", Note("also handed in: old/x.ipynb. x.ipynb counts", COPY)]
    report.write(rows, tmp_path, True)
    page = (tmp_path / "learners" / f"{tables.slug(rows[0])}.html").read_text("utf-8")
    assert "old/x.ipynb" in page
    assert "roster" not in page
    assert "roster" not in (tmp_path / "gradescope" / f"{tables.slug(rows[0])}.json").read_text("utf-8")


def test_what_all_have_handed_in_reads_as_done_and_not_as_failure(rows):
    def said(rows, roster=True):
        return summary(entries(rows), roster)

    assert said(rows[:1]) == "1 notebook handed in, graded; nobody is missing."
    assert said([rows[0], rows[2]], False) == "2 notebooks handed in, all graded."
    assert said([rows[0], rows[2], rows[3]]) == "2 notebooks handed in, all graded; 1 person has handed in nothing."
    assert said(rows).startswith("3 files handed in: 2 graded, 1 that cannot be read; ")
    other = Row("ada", "", "", None, lesson="02")
    assert said([rows[0], other]).endswith("; 0 people have handed in nothing, 1 not every lesson.")


def test_the_same_or_no_name_where_numbers_are_ones_own_is_said(tmp_path):
    def row(who, me, lesson="03"):
        made = record(lesson, [one(f"{int(lesson)}.1")], me=me)
        return Row(who, "", "a", made, lesson=lesson)

    rows = [row("a", ""), row("b", "Anna  B"), row("c", "anna b"), row("d", "d"), row("e", "", "05"), row("f", None)]
    report.write(rows, tmp_path, True)
    text = shown(tmp_path / "index.html")
    text = text[text.index("The same numbers") : text.index("Points")]
    assert " ".join(text.split()).endswith("me = who 03 nothing a 03 Anna B b, c")


@pytest.mark.parametrize("name", ["totals.csv", "grades.csv", "nbgrader.csv"])
def test_a_table_that_was_edited_is_kept_and_said(rows, tmp_path, name):
    assert report.write(rows, tmp_path, True) == []
    rows[0].name = "Ada King"
    assert report.write(rows, tmp_path, True) == []
    for n, text in enumerate(["mine", "mine again"], 1):
        (tmp_path / name).write_text(text)
        (said,) = report.write(rows, tmp_path, True)
        aside = f"{name[:-4]}.edited-by-hand{'-2' if n == 2 else ''}.csv"
        assert said.startswith(f"{name} was edited after it was written; what was in it is kept in {aside}. ")
        assert (tmp_path / aside).read_text() == text
        assert said in (tmp_path / "index.html").read_text("utf-8")
        assert "Ada King" in (tmp_path / name).read_text("utf-8") or name == "nbgrader.csv"
    (tmp_path / "private" / "written.json").write_text("[")
    (tmp_path / name).write_text("a third time")
    assert len(report.write(rows, tmp_path, True)) == 1
    (tmp_path / name).write_text("mine")  # as it was edited before
    assert len(report.write(rows, tmp_path, True)) == 1


def saved(text, how):
    """A table as a spreadsheet saves it again, without a change."""
    lines = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    if how == "one cell":
        return "\ufeff" + "".join('"' + line.replace('"', '""') + '"\r\n' for line in text[1:].splitlines())
    made = io.StringIO()
    for line in lines:
        line = [cell.replace(".", ",") if re.fullmatch(r"-?\d+\.\d+", cell) else cell for cell in line]
        line = ["4,71E+12" if cell == "4710000000000" else cell.removeprefix("00") for cell in line]
        csv.writer(made, delimiter=";", quoting=csv.QUOTE_ALL if how == "quoted" else csv.QUOTE_MINIMAL).writerow(line)
    return ("\ufeff" if how == "quoted" else "") + made.getvalue()


@pytest.mark.parametrize("how", ["quoted", "comma", "one cell"])
def test_a_table_that_was_saved_again_without_a_change_is_no_edit(rows, tmp_path, how):
    more = [Row(who, "Zo\u00e9 Ray", "a", rows[0].record, lesson="05") for who in ("00471", "4710000000000")]
    more[0].record = record("05", [one("5.1", 1.35), one("5.2", 0.5)])
    rows = [rows[0], *more]
    report.write(rows, tmp_path, True)
    place = tmp_path / "totals.csv"
    text = saved(place.read_text("utf-8"), how)
    place.write_bytes(text.encode("utf-8" if how != "comma" else "cp1252"))
    assert report.write(rows, tmp_path, True) == []
    assert place.read_text("utf-8").startswith("\ufeffid,name")
    place.write_text(text.replace("1,85", "1,86").replace("1.85", "1.86"))
    assert len(report.write(rows, tmp_path, True)) == 1


def test_a_record_of_tables_by_their_bytes_still_holds(rows, tmp_path):
    report.write(rows, tmp_path, True)
    place = tmp_path / "private" / "written.json"
    names = json.loads(place.read_text())
    place.write_text(json.dumps({n: [hashlib.sha256((tmp_path / n).read_bytes()).hexdigest()] for n in names}))
    rows[0].name = "Ada King"
    assert report.write(rows, tmp_path, True) == []


LONG = """
def topological(root):
    order, seen = [], set()
    def visit(v):
        if v in seen:
            return
        seen.add(v)
        for i in v.inputs:
            visit(i)
        order.append(v)
    visit(root)
    return order
"""
RENAMED = re.sub(r"\bv\b", "box", LONG.replace("order", "mine").replace("seen", "met")).replace("visit", "go")
OTHER = """
def topological(root):
    stack, done = [root], {}
    while stack:
        v = stack[-1]
        left = [i for i in v.inputs if id(i) not in done]
        if left:
            stack.extend(left)
        else:
            stack.pop()
            done.setdefault(id(v), v)
    return list(done.values())
"""


def test_other_names_and_comments_do_not_hide_a_copy():
    found = similarity.leads({"a": {"5.1": LONG}, "b": {"5.1": f"# mine\n{RENAMED}"}, "c": {"5.1": OTHER}}, {})
    assert [(one, other) for _, _, one, other, _ in found] == [("a", "b")]
    assert found[0][0] == 1.0


def test_what_was_handed_out_or_many_have_written_is_no_lead():
    assert similarity.leads({"a": {"5.1": LONG}, "b": {"5.1": LONG}}, {"5.1": LONG}) == []
    assert similarity.leads({str(n): {"5.1": LONG} for n in range(20)}, {}) == []


def test_what_is_the_same_letter_for_letter_is_said_however_many_have_written_its_code(rows, tmp_path):
    def row(who, source, digest=""):
        made = record("05", [one("5.1", 2.0, "passed")], cells={"5.1": source, "5.4": "x = 1"})
        return Row(who, "", "a", made, lesson="05", digest=digest)

    said = f"# I go round it from the root, as on the blackboard\n{LONG}"
    own = [row(f"o{n}", LONG.replace("order", f"mine{n}")) for n in range(20)]
    rows = [*own, row("tim", said), row("anna", said + "  \n"), row("eve", "y = 2", "1"), row("zoe", "y = 2", "1")]
    report.write(rows, tmp_path, True)
    text = " ".join(shown(tmp_path / "index.html").split())
    assert "tim anna the same answers, comments and names included all of lesson 05" in text
    assert "eve zoe the same file all of lesson 05" in text
    assert text.count("the same answers") == 1


def test_the_same_file_is_the_same_wherever_it_lies(tmp_path):
    for who, data in (("tim", "{}"), ("anna", "{}"), ("eve", "{ }")):
        (tmp_path / who).mkdir()
        (tmp_path / who / "05_order_exercises.ipynb").write_text(data)
    digests = {one.id: _row(one, ()).digest for one in submissions.entries(tmp_path)}
    assert digests["tim"] == digests["anna"] != digests["eve"]
    assert "" not in digests.values()


def test_short_answers_and_what_was_handed_out_or_is_right_are_the_same_by_chance():
    def same(source, known=()):
        return similarity.same({"a": {"5.1": source}, "b": {"5.1": source}}, {"5.1": known})

    assert same(LONG) == [["a", "b"]]
    assert same(LONG, [LONG]) == same(LONG + "x = 1", ["", LONG]) == []
    assert same("\n".join(f"slope_{n} = [-{n}.5, 'up']" for n in range(9))) == []


def test_an_answer_of_megabytes_takes_no_time_and_is_shown_in_part(rows, tmp_path):
    rows[0].record["cells"] = {"5.1": "x = f(1, 2)\n" * 700_000, "5.2": "a" * 8_000_000}
    began = perf_counter()
    report.write(rows, tmp_path, True)
    assert perf_counter() - began < 2
    assert all(len(source) == 100_000 for source in entries(rows)[0].cells.values())
    assert "100,000 signs or more" in shown(tmp_path / "learners" / f"{tables.slug(rows[0])}.html")


def test_code_that_is_no_python_is_no_reason_to_stop():
    similarity.leads({"a": {"5.1": "def (((("}, "b": {"5.1": "'''"}, "c": {"5.1": "\x00\x00 if"}}, {})
