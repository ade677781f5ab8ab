"""What a report shows: escaped, complete, and in the forms that other systems take."""

import csv
import io
import json
import re

import pytest

from micrograd_lab.grading import report
from micrograd_lab.grading.marking.notebook import record
from micrograd_lab.grading.report import similarity, tables
from micrograd_lab.grading.run import Row

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
        ("0", "", ""),
    ]


def test_the_csv_has_the_columns_of_nbgraders_export(rows):
    import inspect

    from nbgrader.plugins.export import CsvExportPlugin

    keys = re.search(r"keys = \[(.*?)\]", inspect.getsource(CsvExportPlugin), re.DOTALL)[1]
    lines = list(csv.DictReader(io.StringIO(tables.nbgrader(rows))))
    assert list(lines[0]) == re.findall(r'"(\w+)"', keys)
    assert (lines[0]["assignment"], lines[0]["student_id"], lines[0]["last_name"]) == ("05_order", "ada", "Lovelace")
    assert (lines[0]["score"], lines[0]["max_score"]) == ("3", "9")
    rows[0].assignment = "order"
    assert next(csv.DictReader(io.StringIO(tables.nbgrader(rows))))["assignment"] == "order"


def test_a_line_for_each_learner_has_all_lessons_and_the_sum(rows):
    rows.append(Row("ada", "Ada Lovelace", "02_expressions.ipynb", record("02", [one("2.1", 0.5)]), lesson="02"))
    lines = list(csv.DictReader(io.StringIO(tables.totals(rows))))
    assert len(lines) == 4
    assert list(lines[0]) == ["id", "name", "lesson 02, of 11", "lesson 05, of 9", "sum"]
    assert list(lines[0].values()) == ["ada", "Ada Lovelace", "0.5", "3", "3.5"]


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
    assert "beyond what a guess gets" in page


def test_gradescope_gets_scores_and_texts_of_its_own_names(rows):
    made = json.loads(tables.gradescope(rows[0]))
    assert made["score"] == sum(test["score"] for test in made["tests"]) == 3
    assert {"score", "max_score", "name", "number", "output", "visibility", "status"} <= made["tests"][0].keys()
    assert made["tests"][1]["status"] == "passed"


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


def test_code_that_is_no_python_is_no_reason_to_stop():
    similarity.leads({"a": {"5.1": "def (((("}, "b": {"5.1": "'''"}, "c": {"5.1": "\x00\x00 if"}}, {})
