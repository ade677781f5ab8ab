"""What a teacher adds by hand: it counts, it is shown with its reason, and a wrong line is told and loses nothing."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from micrograd_lab.grading import adjustments, report
from micrograd_lab.grading.command import _told
from micrograd_lab.grading.final import NOTHING
from micrograd_lab.grading.marking.notebook import record
from micrograd_lab.grading.report import tables
from micrograd_lab.grading.run import Row

HEADER = "id,lesson,exercise,points,change,late_days,weight,comment"


def done(number, earned, points):
    made = {"number": number, "title": "t", "points": points, "earned": earned, "state": "not yet", "text": ""}
    return made | {"tries": "", "misconception": "", "right": 0, "cases": 2, "notes": []}


@pytest.fixture
def rows():
    """Ada has 3 of 9 in lesson 05 and 2 of 7 in lesson 02, Bob nothing in 05, Eve a file that nobody can read."""
    five = record("05", [done("5.1", 1.0, 2.0), done("5.2", 2.0, 3.0)], cells={"5.1": "x = 1"})
    two = record("02", [done("2.1", 2.0, 2.0)])
    return [
        Row("00471", "Ada Lovelace", "05_order.ipynb", five, lesson="05"),
        Row("00471", "Ada Lovelace", "02.ipynb", two, lesson="02"),
        Row("bob", "Bob Ross", "", None, lesson="05"),
        Row("eve", "Eve Wu", "x.ipynb", record(trouble="The file is empty.")),
    ]


@pytest.fixture
def adjusted(rows, tmp_path):
    def adjusted(*lines, header=HEADER, encoding="utf-8", separator=",", **policy):
        path = tmp_path / "mine.csv"
        path.write_bytes("\r\n".join([header, *lines]).replace(",", separator).encode(encoding))
        return adjustments.adjusted(path, rows, **policy)

    return adjusted


def final(made, who="00471", lesson="05"):
    rows, found = made
    assert found.wrong == ()
    return next(found.final(row) for row in rows if (row.id, row.lesson) == (who, lesson))


def wrong(made):
    """(found, try) of the one line that is left out; its text has three parts and the line's number."""
    (one,) = made[1].wrong
    asked, found, tries = str(one).split("\n")
    assert asked.startswith("asked: line 2 of ")
    return found.removeprefix("found: "), tries.removeprefix("try:   ")


def test_points_by_hand_take_the_place_of_an_exercises_or_are_added_to_them(adjusted):
    made = final(adjusted("00471,05,5.1,2,,,,a good idea", "00471,05,5.2,,-0.5,,,copied"))
    assert (made.checks, made.by_hand, made.total) == (3, 0.5, 3.5)
    assert made.exercises == {"5.1": 2, "5.2": 1.5}
    assert made.reasons == ["5.1: 2 of 2 points by hand: a good idea", "5.2: -0.5 by hand: copied"]


@pytest.mark.parametrize("text", ["+1", "-1", "\u22121"])
def test_points_with_a_sign_are_a_change(adjusted, text):
    assert final(adjusted(f"00471,05,5.1,{text},,,,why")).exercises["5.1"] == (2 if text == "+1" else 0)


def test_what_is_added_goes_no_further_than_an_exercise_and_that_is_said(adjusted):
    made = final(adjusted("00471,05,5.1,,2,,,why"))
    assert made.exercises["5.1"] == 2
    assert "it comes to 2, and no further" in made.reasons[0]


def test_an_exercise_says_its_lesson_and_a_spreadsheets_spelling_is_taken(adjusted):
    for line in ("00471,,5.1,2,,,,why", "00471,5,5.1,2,,,,why", "471,lesson 5,exercise 5.1,2,,,,why"):
        assert final(adjusted(line)).exercises["5.1"] == 2


def test_a_lesson_is_given_points_and_who_has_handed_in_nothing_gets_a_grade(adjusted):
    assert final(adjusted("bob,05,,4,,,,on paper"), "bob").total == 4
    assert final(adjusted("bob,02,,4,,,,on paper"), "bob", "02").total == 4
    assert final(adjusted("00471,05,,9,,,,oral")).by_hand == 6


def test_late_days_take_a_share_of_what_counts_off_and_free_ones_none(adjusted):
    lines = "00471,05,5.1,2,,,,why", "00471,05,,,,3,,"
    made = final(adjusted(*lines, penalty=10, free=1))
    assert (made.total, made.late, made.late_days) == (3.2, 0.8, 3)
    assert made.reasons[-1] == "3 days late: 0.8 off, 10 % for each after 1"
    assert final(adjusted(*lines)).late == 0
    assert final(adjusted(*lines, penalty=50)).total == 0
    assert final(adjusted(*lines, penalty=10, free=3)).reasons[-1] == "3 days late: nothing off"


def test_late_days_without_a_lesson_are_those_of_all_that_was_handed_in(adjusted):
    made = adjusted("00471,,,,,2,,", "00471,05,,,,1,,", "bob,,,,,2,,", penalty=10)
    assert final(made).late_days == 1
    assert (final(made, lesson="02").late_days, final(made, lesson="02").late) == (2, 0.4)
    assert final(made, "bob").reasons == []
    assert final(adjusted("bob,05,,,,2,,"), "bob").reasons == ["2 days late: nothing off"]


def test_points_by_hand_that_are_fewer_than_without_are_told(adjusted, tmp_path):
    rows, found = adjusted("00471,05,5.2,0,,,,at the board", "00471,02,,1,,,,oral", "00471,05,5.1,2,,,,more")
    finals = {row.lesson: found.final(row) for row in rows if row.id == "00471"}
    assert finals["05"].warnings == ["5.2: 0 of 3 points by hand: at the board (this takes 2 points away)"]
    assert finals["02"].warnings == ["1 of 7 points by hand: oral (this takes 1 point away)"]
    report.write(rows, tmp_path / "out", True, found)
    page = (tmp_path / "out" / "index.html").read_text("utf-8")
    assert page.index("What needs a look") < page.index("Points by hand that are fewer") < page.index("<h2>Points")


def test_which_penalty_counts_is_said_where_an_option_and_the_file_differ(adjusted):
    header = "id,lesson,late_penalty,late_free"
    _, found = adjusted("*,05,10,1", "*,02,20,", header=header, penalty=20.0, free=1.0)
    said = list(found.settled("a.csv"))
    assert said == ["--late-penalty 20 counts, and not the late_penalty 10 in line 2 of a.csv."]


def test_the_same_is_said_of_a_person_once_and_under_the_name(rows):
    for row in rows[:2]:
        row.notes = ["handed in late"]
    assert _told(report.entries(rows)) == [
        "Ada Lovelace (00471): handed in late",
        "Eve Wu (eve): x.ipynb: The file is empty.",
    ]


def test_the_file_may_hold_the_policy_and_options_come_before_it(adjusted):
    header = "id,lesson,late_days,late_penalty,late_free"
    lines = "*,,,20,1", "*,05,,50,", "00471,05,2,,", "00471,02,2,,"
    assert final(adjusted(*lines, header=header)).late == 1.5
    assert final(adjusted(*lines, header=header), lesson="02").late == 0.4
    assert final(adjusted(*lines, header=header, penalty=0)).late == 0


def test_a_line_for_the_class_holds_for_who_has_handed_in_and_ones_own_comes_before_it(adjusted):
    rows, found = adjusted("*,05,5.1,2,,,,it was not clear", "00471,05,5.1,0,,,,copied", "*,02,2.1,0,,,,void")
    assert found.wrong == ()
    finals = {(row.id, row.lesson): found.final(row) for row in rows}
    assert finals["00471", "05"].exercises["5.1"] == 0
    assert finals["00471", "02"].exercises["2.1"] == 0
    assert not finals["bob", "05"].given


def test_weights_make_the_sum_and_one_may_be_let_off_a_lesson(adjusted):
    rows, found = adjusted("*,05,,,,,2,", "bob,05,,,,,0,ill")
    lines = {line["id"]: line for line in csv.DictReader(io.StringIO(tables.totals(rows, found)))}
    assert (lines["00471"]["weighted sum"], lines["00471"]["weighted of"]) == ("8", "25")
    assert (lines["00471"]["sum"], lines["00471"]["of"], lines["00471"]["weighted percent"]) == ("5", "16", "32")
    assert lines["bob"]["weighted of"] == "7"


def test_who_is_let_off_a_lesson_reads_so_and_has_another_sum_to_reach(adjusted, tmp_path):
    rows, found = adjusted("00471,05,,,,,0,ill", "*,02,,,,,2,")
    report.write([*rows, Row("zoe", "", "z", rows[0].record, lesson="05")], tmp_path, True, found)
    pages = [(tmp_path / "learners" / f"{tables.slug(row)}.html").read_text("utf-8") for row in rows[:2]]
    assert "This lesson does not count in the sum." in pages[0]
    assert "This lesson counts 2 times in the sum." in pages[1]
    text = (tmp_path / "index.html").read_text("utf-8")
    assert "weighted sum, of 23" in text
    assert text.count("<small>does not count</small>") == 1
    assert text.count("<small>of 14</small>") == 1


def test_the_columns_of_the_totals_add_up(adjusted):
    rows, found = adjusted("00471,05,5.1,2,,,,why", "00471,05,,,,3,,", "00471,02,,,1,,2,more", penalty=10)
    for text in (tables.totals(rows, found), tables.grades(rows, found)):
        for line in csv.DictReader(io.StringIO(text)):
            sums = "sum" if "sum" in line else "points"
            if line[sums]:
                parts = [float(line[name]) for name in ("by the checks", "by hand", "late")]
                assert sum(parts) == pytest.approx(float(line[sums]))
                assert sums == "points" or float(line["sum"]) == pytest.approx(
                    sum(float(line[n] or 0) for n in line if n.startswith("lesson ") and n.endswith(("of 9", "of 7")))
                )


def test_what_is_said_to_all_stands_on_each_page_and_once_on_the_class_page(adjusted, tmp_path):
    rows, found = adjusted("*,05,,,,,2,counts twice")
    report.write([*rows, Row("zoe", "", "z", rows[0].record, lesson="05")], tmp_path / "out", True, found)
    assert "counts twice" in (tmp_path / "out" / "learners" / f"{tables.slug(rows[0])}.html").read_text("utf-8")
    assert (tmp_path / "out" / "index.html").read_text("utf-8").count("counts twice") == 1


def test_a_comment_alone_is_shown_and_changes_nothing(adjusted):
    made = final(adjusted("00471,05,,,,,,see me"))
    assert (made.total, made.reasons, made.given) == (3, ["see me"], False)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("nobody,05,5.1,1,,,,why", "nobody with this id"),
        ("00471,05,5.9,1,,,,why", "exercise 5.9, which there is not"),
        ("00471,05,05. Feb,1,,,,why", "exercise 05. Feb, which there is not"),
        ("00471,02,5.1,1,,,,why", "exercise 5.1 with lesson 02"),
        ("00471,77,,1,,,,why", "lesson 77, which has no exercises"),
        ("00471,05,5.1,one,,,,why", "points one, which is no number"),
        ("00471,05,5.1,nan,,,,why", "points nan, which is no number"),
        ("00471,05,5.1,1e5,,,,why", "points 1e5, which is no number"),
        ("00471,05,5.1,3,,,,why", "3 points, where there are 2"),
        ("00471,05,5.1,,-3,,,why", "3 points, where there are 2"),
        ("00471,05,,10,,,,why", "10 points, where there are 9"),
        ("00471,05,5.1,1,,,,", "points by hand, and no reason"),
        ("00471,05,5.1,1,1,,,why", "points and a change of points"),
        ("00471,,,1,,,,why", "no lesson, and a class that has handed in several"),
        ("00471,05,,,,-1,,", "late_days -1"),
        ("00471,05,,,,,-1,", "weight -1"),
        ("00471,05,5.1,,,1,,", "late_days for an exercise"),
        ("*,05,,,,1,,", "late days for the class"),
        ("00471,05,5.1,,,,,", "nothing to change"),
        (",05,5.1,1,,,,why", "nobody with this id"),
    ],
)
def test_a_wrong_line_is_told_and_the_others_count(adjusted, line, found):
    made = adjusted(line, "00471,05,5.2,3,,,,fine")
    assert wrong(made)[0] == found
    assert [one.exercise for one in made[1].lines] == ["5.2"]


def test_a_misspelt_id_or_a_name_is_given_the_id_that_is_near(adjusted):
    assert wrong(adjusted("Ada Lovelac,05,5.1,1,,,,why"))[1].startswith("perhaps 00471 (Ada Lovelace)? Or an id")


def test_points_that_are_given_twice_are_given_once(adjusted):
    _, found = adjusted("00471,05,5.1,1,,,,one", "00471,05,5.1,2,,,,other")
    assert [line.comment for line in found.lines] == ["one"]
    assert found.wrong[0].found == "points that line 2 has given"


@pytest.mark.parametrize(
    ("encoding", "separator"),
    [("utf-8-sig", ","), ("utf-8", ";"), ("utf-16", "\t"), ("cp1252", ";"), ("utf-16-le", ";")],
)
def test_a_spreadsheets_encoding_and_separator_are_read(adjusted, encoding, separator):
    made = final(adjusted("00471,05,5.1,2,,,,schön früh", encoding=encoding, separator=separator))
    assert made.reasons == ["5.1: 2 of 2 points by hand: schön früh"]


def test_numbers_with_a_comma_and_a_comment_with_the_separator_are_read(adjusted):
    assert final(adjusted('00471;05;5.1;"1,5";;;;good; but late', header=HEADER.replace(",", ";"))).said == (
        ("5.1", "1.5 of 2 points by hand: good; but late"),
    )


def test_an_id_is_one_whatever_it_begins_with_and_the_class_is_nobodys(adjusted, rows):
    rows += [Row(who, "", "a", rows[0].record, lesson="05") for who in ("#1", "*", "=1")]
    made = adjusted(
        "#1,05,5.1,,1,,,one", "# 2,05,5.1,,1,,,no line", "'=1,05,5.1,,1,,,as in grades.csv", "*,05,,,0.5,,,all"
    )
    assert [final(made, who).by_hand for who in ("#1", "=1", "*", "00471")] == [1.5, 1.5, 0.5, 0.5]


def test_a_first_line_that_names_the_separator_is_no_header(adjusted):
    made = adjusted("00471;05;5.1;2;;;;why", "x;;;;;;;", header="sep=;\r\n" + HEADER.replace(",", ";"))
    assert [(one.exercise, one.points) for one in made[1].lines] == [("5.1", 2)]
    assert [one.number for one in made[1].wrong] == [4]


def test_empty_columns_that_a_spreadsheet_adds_hide_nothing(adjusted):
    made = final(adjusted("00471,05,5.1,2,,,,good, but late,", header=HEADER + ",,"))
    assert made.said == (("5.1", "2 of 2 points by hand: good, but late"),)


def test_a_line_number_is_that_of_the_file_below_texts_of_several_lines(adjusted):
    made = adjusted('00471,05,5.1,2,,,,"two', 'lines"', "", "nobody,05,5.1,1,,,,why")
    assert [one.number for one in made[1].wrong] == [5]


@pytest.mark.parametrize(
    "content",
    [b"", b"lesson,points\n05,1\n", b"id,mark\n1,2\n", b"id,id,points\n", b"\xff\xfe\x00", b'id,"\n' + b"a" * 200_000],
)
def test_a_file_that_is_no_such_table_is_refused_before_anything_is_graded(tmp_path, content):
    (tmp_path / "a.csv").write_bytes(content)
    with pytest.raises(ValueError, match=r"(?s)^asked: the adjustments in .*found: .*try:   "):
        adjustments.given(tmp_path / "a.csv")
    with pytest.raises(ValueError, match="No such file"):
        adjustments.given(tmp_path / "nowhere.csv")


def test_the_file_is_made_once_and_what_it_shows_counts_for_nothing(tmp_path, rows):
    path = adjustments.place(tmp_path)
    assert path == tmp_path / "adjustments.csv"
    assert adjustments.adjusted(path, rows) == (rows, NOTHING)
    path.write_text("id,comment\n00471,mine\n")
    assert adjustments.place(tmp_path).read_text() == "id,comment\n00471,mine\n"
    assert adjustments.adjusted(path, rows)[1].lines[0].comment == "mine"
    other = tmp_path / "new" / "mine.csv"
    assert adjustments.place(tmp_path / "new", other) == other
    assert not (tmp_path / "new").exists()


def test_the_examples_that_the_file_shows_would_hold(tmp_path, rows):
    path = adjustments.place(tmp_path)
    rows.append(Row("4711", "", "", None, lesson="05"))
    path.write_text(path.read_text("utf-8-sig").replace("# ", "", 3), "utf-8")
    _, found = adjustments.adjusted(path, rows)
    assert found.wrong == ()
    assert len(found.lines) == 3
    assert found.final(rows[-1]).total == 0.8


def test_reasons_stand_on_the_page_and_in_the_tables(adjusted, tmp_path):
    rows, found = adjusted("00471,05,5.1,2,,,,a <b>good</b> idea", "00471,05,,,,2,,", "x,,,,,,,", penalty=10)
    report.write(rows, tmp_path / "out", True, found)
    page = (tmp_path / "out" / "learners" / f"{tables.slug(rows[0])}.html").read_text("utf-8")
    assert "2 of 2 points by hand: a &lt;b&gt;good&lt;/b&gt; idea" in page
    assert "3.2 of 9 points." in page
    assert "By the checks 3, by hand +1, late 0.8 off." in page
    for name in ("grades.csv", "grades.json"):
        assert "a <b>good</b> idea" in (tmp_path / "out" / name).read_text("utf-8")
    assert "nobody with this id" in (tmp_path / "out" / "index.html").read_text("utf-8")


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["00471", "bob", "*", "x"]),
            st.sampled_from(["05", "02", "", "7"]),
            st.sampled_from(["5.1", "5.2", "2.1", "", "9.9"]),
            *(st.sampled_from(["", "0", "1", "-1", "+2", "0,5", "99", "a"]) for _ in range(4)),
            st.sampled_from(["", "why"]),
        ),
        max_size=6,
    )
)
def test_whatever_stands_in_the_file_each_line_counts_or_is_told(tmp_path_factory, lines):
    five = record("05", [done("5.1", 1.0, 2.0), done("5.2", 2.0, 3.0)])
    rows = [Row("00471", "", "a", five, lesson="05"), Row("bob", "", "", None, lesson="02")]
    path = tmp_path_factory.mktemp("any") / "a.csv"
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows([HEADER.split(","), *lines])
    path.write_text(text.getvalue(), "utf-8")
    made, found = adjustments.adjusted(path, rows, penalty=10)
    assert len(found.lines) + len(found.wrong) == len(lines)
    for row in made:
        final = found.final(row)
        assert 0 <= final.late <= final.total + final.late
        assert final.total == pytest.approx(final.checks + final.by_hand - final.late)
        assert final.total == final.checks or final.reasons
