"""What a page has done on the spot: in a real kernel, as the page runs it and as a learner does."""

import json
import os

import pytest
from jupyter_client.manager import start_new_kernel

from micrograd_lab import authoring
from micrograd_lab.checks import Incorrect, NotAttempted, Passed, Practice, handout, lessons, practices
from micrograd_lab.checks.judge import Judge, Misconception

BLANK, WRONG = "def double(x):\n    return ... * x", "def half(x):\n    return x // 2"
PAGE = f"""
from micrograd_lab import journal
from micrograd_lab.checks import Judge, Misconception, Practice, handout, practice
def number(function, case): return function(case["x"])
def judge(right, **wrong):
    known = [Misconception(name, f, name + " it is", "another sign") for name, f in wrong.items()]
    return Judge(lambda seed: ({{"x": 3.5}}, {{"x": 4.5}}), right, tuple(known))
practice.of_page = lambda lesson: {{handout.digest(cell) for cell in ({BLANK!r}, {WRONG!r}, "letter = 'A'")}}
twice = judge(lambda c: 2 * c["x"], squared=lambda c: c["x"] ** 2)
complete = Practice("2.a", "Complete it", number, twice, ("2 * x",))
mend = Practice("2.b", "Mend it", number, judge(lambda c: c["x"] / 2, rounded=lambda c: c["x"] // 2), ("which sign?",))
letter = Practice("2.c", "A letter", lambda thing, case: thing, judge(lambda c: "B"), ("no", "no", "B"))
"""


@pytest.fixture(scope="module")
def kernel(tmp_path_factory):
    env = {**os.environ, "MICROGRAD_LAB_DATA": str(tmp_path_factory.mktemp("data"))}
    manager, client = start_new_kernel(kernel_name="python3", env=env)
    yield client
    client.stop_channels()
    manager.shutdown_kernel(now=True)


@pytest.fixture
def run(kernel):
    """Run cells in turn, from the page's first on; gives what the last one prints."""

    def run(*sources):
        for source in ("%reset -f", PAGE, "journal.clear()", *sources):
            said = []
            kernel.execute_interactive(
                source, timeout=60, output_hook=lambda m, said=said: said.append(m["content"].get("text", ""))
            )
        return "".join(said)

    return run


def kept(run, *sources):
    """What the journal holds of these cells: (exercise, outcome, misconception)."""
    told = "print([(e['kind'], e['exercise'], e['outcome'], e['misconception']) for e in journal.entries()])"
    return eval(run(*sources, told))


def test_a_blank_of_the_page_is_not_attempted_and_not_kept(run):
    said = run(BLANK, "print(complete(double))")
    assert said == "2.a Complete it: not attempted yet. Fill in the cell above, run it, then run this one again.\n"
    assert kept(run, BLANK, "complete(double)") == []


def test_a_blank_in_a_cell_that_was_changed_is_said_to_be_there_still(run):
    assert "There is still a blank, `...`, in the cell that makes it." in run(BLANK + " + 0", "print(complete(double))")


def test_what_a_learner_completes_is_judged_and_kept_as_practice(run):
    assert run(BLANK, BLANK.replace("...", "2"), "print(complete(double))") == "2.a Complete it: passed.\n"
    assert kept(run, BLANK.replace("...", "2"), "complete(double)") == [("practice", "2.a", "Passed", "")]
    said = run(BLANK.replace("...", "x"), "print(complete(double))")
    assert "expected 7, got 12.25" in said
    assert "squared it is" in said
    assert kept(run, BLANK.replace("...", "x"), "complete(double)") == [("practice", "2.a", "Incorrect", "squared")]


def test_a_wrong_line_of_the_page_says_what_goes_wrong_and_neither_why_nor_to_the_journal(run):
    said = run(WRONG, "print(mend(half))")
    assert said.startswith("2.b Mend it: still as it was on the page.\nx = 3.5: expected 1.75, got 1.\nTry: find the")
    assert "rounded" not in said
    assert kept(run, WRONG, "mend(half)", "mend(half)") == []


def test_spaces_alone_change_nothing(run):
    assert "still as it was" in run("\n" + WRONG.replace("    ", "        ") + "\n\n", "print(mend(half))")


def test_a_mended_line_passes_and_a_wrong_mend_is_named(run):
    assert run(WRONG, WRONG.replace("//", "/"), "print(mend(half))") == "2.b Mend it: passed.\n"
    assert "rounded it is" in run(WRONG, WRONG.replace("x // 2", "int(x / 2)"), "print(mend(half))")


def test_a_plain_thing_is_known_by_the_cell_that_made_it(run):
    assert "still as it was" in run("check = letter", "letter = 'A'", "print(check(letter))")
    assert "passed" in run("check = letter", "letter = 'A'", "letter = 'B'", "print(check(letter))")


def test_a_cell_that_failed_is_said_to_have_and_the_page_is_not_blamed(run):
    said = run(WRONG, WRONG.replace("x // 2", "2x"), "print(mend(half))")
    assert said.startswith("2.b Mend it: not checked.")
    assert "that should make `half` failed" in said


def test_a_hint_is_kept_as_practice_and_no_exercise_of_it_shows_in_progress(run):
    assert run("print(mend.hint())") == "Nearly the code: which sign?\n"
    assert run("letter.hint(); print(letter.hint(), len(journal.progress()))") == "A pointer: no 0\n"
    assert run("mend.hint(); print([(e['kind'], e['hint']) for e in journal.entries()])") == "[('practice', 1)]\n"


def test_a_solution_shows_after_an_attempt_of_the_learners_own(run):
    assert "after an attempt" in run(WRONG, "mend(half); print(mend.solution())")
    assert "the last hint is nearly the code" in run(WRONG.replace("//", "/"), "mend(half); print(mend.solution())")


JUDGE = Judge(
    cases=lambda seed: ({"x": 3},),
    expected=lambda case: case["x"] + 1,
    misconceptions=(Misconception("itself", lambda case: case["x"], "That is x."),),
)


def practice(hints=("x + 1",)):
    return Practice("2.a", "One more", lambda f, case: f(case["x"]), JUDGE, hints)


def test_without_a_shell_every_answer_is_a_learners():
    one = practice()
    assert repr(one) == "2.a One more: not checked yet."
    assert isinstance(one(lambda x: x + 1), Passed)
    assert repr(one) == "2.a One more: passed."
    assert one(lambda x: x).misconception == "itself"
    assert isinstance(one(lambda x: x + 2), Incorrect)
    assert isinstance(one(...), NotAttempted)
    assert one.points == one.earned() == 0
    with pytest.raises(AssertionError, match="not yet"):
        one(lambda x: x, strict=True)


def test_one_to_three_hints():
    assert practice(("a", "b", "c")).hint(1) == "A question: a"
    for hints in ((), ("a", "b", "c", "d")):
        with pytest.raises(ValueError, match="hints"):
            practice(hints)


@pytest.mark.parametrize("number", lessons())
def test_a_practice_is_no_exercise_and_its_cell_stands_in_the_lesson(number):
    lesson = next(s for s in authoring.lessons(authoring.COURSE) if authoring.number(s) == number)
    cells = json.loads(authoring.built(lesson).read_text(encoding="utf-8"))["cells"]
    code = {"".join(c["source"]): json.dumps(c["outputs"]) for c in cells if c["cell_type"] == "code"}
    for name, one in practices(number).items():
        assert one.number.startswith(f"{int(number)}."), name
        (said,) = [out for source, out in code.items() if f"check.{name}(" in source]
        assert "not attempted yet." in said or "still as it was on the page." in said, name


@pytest.mark.parametrize("number", lessons())
def test_the_page_of_a_lesson_is_known_by_its_cells(number):
    lesson = next(s for s in authoring.lessons(authoring.COURSE) if authoring.number(s) == number)
    cells = authoring.read(lesson).cells
    assert {handout.digest(c.source) for c in cells if c.cell_type == "code"} == handout.of_page(number)


def test_a_walk_that_counts_right_and_goes_each_road_is_told_so():
    from micrograd_lab.checks import lesson_02

    def every_road(v, met):
        if v not in met:
            met.append(v)
        for i in v.inputs:
            every_road(i, met)
        return len(met)

    def each_once(v, met):
        met.append(v)
        for i in v.inputs:
            if i not in met:
                each_once(i, met)
        return len(met)

    assert "you asked one node 1024 times for its inputs" in str(lesson_02.mend_count(every_road))
    assert "times" not in str(lesson_02.mend_count(each_once))
