"""Checks whatever a learner hands them: an Outcome comes back, and never our traceback."""

import ast
import json
import shutil
import subprocess
import sys
import time
from dataclasses import replace
from html import escape
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from micrograd_lab import Value, checks, draw, journal
from micrograd_lab.checks import Exercise, Incorrect, Judge, Lesson, Misconception, NotAttempted, Passed, handout
from micrograd_lab.checks.beside.run import run_probe, untouched
from micrograd_lab.checks.choice import Choice
from micrograd_lab.checks.judge import in_words, same
from micrograd_lab.checks.outcome import _escaped

CHECKS = Path(checks.__file__).parent


def squared(learner, case):
    return learner(case["x"])


JUDGE = Judge(
    cases=lambda seed: ({"x": 3.0}, {"x": float(seed)}, {"x": -2.0}),
    expected=lambda case: case["x"] ** 2,
    misconceptions=(Misconception("twice", lambda case: 2 * case["x"], "You doubled x.", "multiply x by itself."),),
)
HINTS = ("What is a square?", "A number times itself.", "return x * x")


@pytest.fixture
def square():
    return Exercise("0.1", "Square", 3, squared, JUDGE, HINTS, seconds=0.3)


def test_a_right_answer_passes(square):
    outcome = square(lambda x: x * x)
    assert isinstance(outcome, Passed)
    assert outcome
    assert outcome.text == "0.1 Square: passed, 3 of 3 points."


def test_a_misconception_is_recognised_by_its_numbers(square):
    outcome = square(lambda x: x + x, seed=7)
    assert not outcome
    assert (outcome.misconception, outcome.says, outcome.tries) == ("twice", "You doubled x.", "multiply x by itself.")
    assert outcome.text.splitlines()[1] == "x = 3: expected 9, got 6."
    assert (outcome.right, outcome.cases) == (0, 3)


def test_another_wrong_answer_shows_the_case(square):
    outcome = square(abs)
    assert (outcome.asked, outcome.expected, outcome.got, outcome.misconception) == ("x = 3", "9", "3", "")
    assert outcome.right == 1  # 0 at seed 0


def stub(x): ...


def documented_stub(x):
    """Gives x squared."""
    ...


def passing(x):
    pass


def not_implemented(x):
    raise NotImplementedError


@pytest.mark.parametrize(
    "learner", [None, ..., [...], {"a": ..., "b": ...}, stub, documented_stub, passing, not_implemented]
)
def test_an_untouched_stub_is_not_attempted(square, learner):
    assert isinstance(square(learner), NotAttempted)


@pytest.mark.parametrize("learner", [lambda x: x, 3.0, "x", len, print, [], {"a": 1.0, "b": ...}])
def test_anything_else_is_attempted(square, learner):
    assert not untouched(learner)
    assert isinstance(square(learner), Incorrect)


def endless(x):
    while True:
        pass


def endless_and_deaf(x):
    while True:
        try:
            while True:
                pass
        except:  # noqa: E722 - as a learner may write
            if x == "never":
                raise


def stubborn(x):
    for _ in range(3):
        try:
            while True:
                pass
        except BaseException:
            continue
    return x * x


@pytest.mark.parametrize("learner", [endless, stubborn])
def test_a_loop_without_end_is_ended(square, learner):
    began = time.monotonic()
    outcome = square(learner)
    assert isinstance(outcome, Incorrect) or learner is stubborn
    assert time.monotonic() - began < 60
    if learner is endless:
        assert outcome.says == "Your code was still running after 0.3 seconds."


def test_nothing_strikes_after_the_check_is_over(square):
    for _ in range(3):
        square(endless)
    deadline = time.monotonic() + 1.0
    while time.monotonic() < deadline:
        sum(range(100))


def deep(x):
    return deep(x)


def test_a_debugger_works_after_a_check():
    """Python 3.11 repeats a traced call for ever while it believes that an exception is still to be raised in it."""
    code = """
import sys
from micrograd_lab.checks.beside.run import run_probe

def endless(learner, case):
    while case["x"]:
        pass

def called():
    return 3

run_probe(endless, called, [{"x": 0}, {"x": 1}], seconds=0.1)
sys.settrace(lambda frame, event, argument: None)
print(called())
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert run.stdout == "3\n", run.stderr


def test_endless_recursion_is_told_with_its_line(square):
    outcome = square(deep)
    assert "went on calling itself in your line" in outcome.says
    assert "`return deep(x)`" in outcome.says


def raising(x):
    return x / 0


def leaving(x):
    sys.exit(3)


def interrupted(x):
    raise KeyboardInterrupt


def through_a_library(x):
    return json.loads("no JSON")


def test_an_error_within_a_library_is_told_at_the_line_that_called_it(square):
    line = through_a_library.__code__.co_firstlineno + 1
    outcome = square(through_a_library)
    assert f"raised JSONDecodeError in your line {line}, `return json.loads(" in outcome.says


def test_a_line_of_the_learners_file_is_told_to_be_there(square, tmp_path):
    path = tmp_path / "mine.py"
    path.write_text("def square(x):\n    return x / 0\n")
    names = {}
    exec(compile(path.read_text(), str(path), "exec"), names)
    assert "ZeroDivisionError in line 2 of your mine.py, `return x / 0`: " in square(names["square"]).says


@pytest.mark.parametrize(
    ("learner", "said"),
    [
        (raising, "Your code raised ZeroDivisionError in your line"),
        (leaving, "SystemExit"),
        (interrupted, "KeyboardInterrupt"),
        (lambda: 1, "TypeError"),
        ("x", "'str' object is not callable"),
    ],
)
def test_what_the_learners_code_raises_is_told_and_not_raised(square, learner, said):
    outcome = square(learner)
    assert said in outcome.says
    assert "Traceback" not in outcome.text
    assert "micrograd_lab" not in outcome.text


@pytest.mark.parametrize(
    ("given", "said"),
    [(None, "It gave None."), (object(), "could not"), (float("nan"), "got nan"), (True, "got True"), ([9.0], "[9]")],
)
def test_a_result_of_another_kind_is_told(square, given, said):
    outcome = square(lambda x: given)
    assert isinstance(outcome, Incorrect)
    if said != "could not":
        assert said in outcome.text
    assert outcome.says or outcome.got


def test_a_case_cannot_be_changed_for_the_next_attempt():
    lists = Judge(lambda seed: ({"xs": [1.0, 2.0]},) * 2, lambda case: sum(case["xs"]))

    def clearing(xs):
        total = sum(xs)
        xs.clear()
        return total

    check = Exercise("0.2", "Sum", 1, lambda learner, case: learner(case["xs"]), lists, HINTS)
    assert check(clearing)
    assert check(sum)


def test_strict_raises_what_it_would_show(square):
    with pytest.raises(AssertionError, match="You doubled x"):
        square(lambda x: x + x, strict=True)
    assert square(lambda x: x * x, strict=True)


def test_nbgrader_is_given_points(square, monkeypatch, capsys):
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    assert square(lambda x: x * x) == 3.0
    assert square(abs) == 1.0
    assert square(stub) == 0.0
    assert "expected 9, got 3" in capsys.readouterr().out


def test_what_a_page_imports_of_the_kit_is_no_answer(square):
    for thing in (Value, draw.graph):
        outcome = square(thing)
        assert isinstance(outcome, NotAttempted)
        assert f"`{thing.__name__}` is the course's own here." in outcome.text
    assert square(type("Value", (Value,), {"__module__": "__main__"})).text != outcome.text


def test_hints_come_one_by_one(square):
    assert [str(square.hint()) for _ in range(4)] == [
        "A question: What is a square?",
        "A pointer: A number times itself.",
        "Nearly the code: return x * x",
        "Nearly the code: return x * x",
    ]
    assert repr(square.hint(1)) == "A question: What is a square?"


def test_the_solution_shows_after_an_attempt(square, tmp_path, monkeypatch):
    monkeypatch.setattr(handout, "CHECKS", tmp_path)
    handout.place("00").parent.mkdir()
    handout.place("00", "reference").write_text('{"0.1": "def square(x):\\n    return x * x"}')
    assert "after an attempt" in square.solution()
    square(stub)
    assert "after an attempt" in square.solution()
    square(abs)
    assert square.solution() == "def square(x):\n    return x * x"
    handout.place("00", "reference").unlink()
    assert square.solution() == "Solutions are not part of this copy."


def test_attempts_are_kept_in_the_journal(square, tmp_path, monkeypatch):
    monkeypatch.setenv("MICROGRAD_LAB_DATA", str(tmp_path))
    square(stub)
    square(lambda x: x + x)
    square.hint()
    square(lambda x: x * x)
    kept = [(e["kind"], e.get("outcome"), e.get("misconception")) for e in journal.entries()]
    assert kept == [
        ("attempt", "NotAttempted", ""),
        ("attempt", "Incorrect", "twice"),
        ("hint", None, None),
        ("attempt", "Passed", ""),
    ]


def test_the_summary_adds_up(square):
    lesson = Lesson("00", "Start", [square, Exercise("0.2", "Other", 2, squared, JUDGE, HINTS)])
    assert lesson.summary().splitlines()[-1] == "Lesson 00: 0 of 5 points."
    square(abs)
    assert lesson.summary().splitlines() == [
        "0.1 Square: not yet, 1 of 3 points.",
        "0.2 Other: not checked yet, 0 of 2 points.",
        "Lesson 00: 1 of 5 points.",
    ]
    square(stub)
    assert repr(square) == "0.1 Square: not attempted yet, 0 of 3 points."
    square(lambda x: x * x)
    assert repr(square) == "0.1 Square: passed, 3 of 3 points."


@pytest.mark.parametrize(("name", "said"), [("tanh", "write math.tanh;"), ("e", "how e is spelled"), ("o", "how o is")])
def test_an_unknown_name_is_told_how_to_be_known(square, name, said):
    outcome = square(eval(f"lambda x: {name}"))
    assert f"name '{name}' is not defined" in outcome.says
    assert said in outcome.tries


@pytest.mark.parametrize(
    ("a", "b", "alike"),
    [
        (1.0, 1.0 + 1e-9, True),
        (1, 1.0, True),
        (1.0, 1.1, False),
        (True, 1, False),
        (float("nan"), float("nan"), True),
        (float("inf"), float("inf"), True),
        ([1.0, "a"], [1, "a"], True),
        ([1.0], [1.0, 2.0], False),
        ({"a": 1.0}, {"a": 1}, True),
        ({"a": 1.0}, {"b": 1.0}, False),
        ({"error": "TypeError", "says": "x"}, {"error": "TypeError"}, True),
        ({"error": "TypeError"}, {"a": 1.0}, False),
        (None, 0.0, False),
        ("1", 1.0, False),
        (0.0, 1e-12, True),
        ({"a": 1.0, "_set": True}, {"a": 1.0}, True),
    ],
)
def test_results_are_the_same_within_a_tolerance(a, b, alike):
    assert same(a, b) is alike
    assert same(b, a) is alike


def test_words_are_short():
    assert in_words({"a": 1 / 3, "b": [1, None]}) == "a 0.333333, b [1, None]"
    assert in_words({"value": 2.0}) == "a Value of 2"
    assert in_words({"type": "float"}) == "a float"


def test_a_learners_stars_are_no_markdown():
    assert _escaped("a*b <i> $x$") == "a\\*b &lt;i&gt; \\$x\\$"
    assert _escaped("a lone ` and ``two``") == "a lone \\` and \\`\\`two\\`\\`"


@pytest.mark.parametrize("code", ["return", "a*b", "x < y", "_backward()", "a_b_c[0]"])
def test_code_in_a_message_shows_as_code(code):
    html = MarkdownIt().render(Incorrect("0.1", 1, says=f"Is `{code}` right? a*b*c")._repr_markdown_())
    assert f"<code>{escape(code)}</code>" in html
    assert "a*b*c" in html
    assert "`" not in html


def test_no_message_shows_a_backtick(square):
    html = MarkdownIt().render(square(lambda x: [][:0].sort())._repr_markdown_())
    assert "is a <code>return</code> missing?" in html


def test_markup_in_a_learners_code_stays_text(square):
    html = MarkdownIt().render(square(lambda x: {}["`<img src=x>` **b** <i>"])._repr_markdown_())
    assert "<img" not in html
    assert "<i>" not in html
    assert "<strong>b" not in html


@pytest.mark.parametrize("power", [lambda x: x ^ 2, lambda x: Value(x) ^ 2, lambda x: 2.0 ^ Value(x)])
def test_a_hat_for_a_power_is_told_of_two_stars(square, power):
    outcome = square(power)
    assert outcome.tries.startswith("a power is written **")
    assert "^2" not in outcome.tries


def near(seed):
    return {"x": 3.0 + seed % 7}


FIXED = Judge(
    cases=lambda seed: (near(seed),),
    expected=lambda case: case["x"] ** 2,
    also=lambda case, result: result == -(case["x"] ** 2),
    remarks=lambda cases, results: "A negative one." if results[0] < 0 else "",
    given=near,
)


def test_each_learner_has_numbers_of_their_own():
    fixed = Exercise("0.3", "Square", 1, lambda learner, case: learner, FIXED, HINTS)
    assert fixed.given() == fixed.given("") == {"x": 3.0}
    assert fixed.given("Ada") == fixed.given(" ada ")
    whos = [f"learner {n}" for n in range(50)]
    assert len({fixed.given(who)["x"] for who in whos}) == 7
    for who in whos:
        right = fixed.given(who)["x"] ** 2
        assert fixed(right, who=who)
        assert bool(fixed(9.0, who=who)) is (right == 9.0)
    assert all(fixed(9.0, seed=seed) for seed in range(5))


def test_of_two_slips_at_once_the_first_is_told_where_cases_stand_for_themselves():
    wrong = {name: Misconception(name, lambda case, n=n: n, f"It is not {n}.", "add.") for n, name in enumerate("abc")}
    cases = tuple({"n": n} for n in range(3))
    answers = {}
    judge = Judge(lambda seed: cases, lambda case: 9, tuple(wrong.values()), one_by_one=True)
    check = Exercise("0.7", "Nines", 1, lambda learner, case: learner[case["n"]], judge, HINTS)
    answers = {(9, 1, 2): "b", (0, 2, 2): "a", (9, 5, 2): "", (2, 0, 2): "c"}
    assert {answer: check(list(answer)).misconception for answer in answers} == answers


def test_only_fixed_numbers_can_be_given(square):
    with pytest.raises(ValueError, match=r"0\.1 Square has no fixed numbers"):
        square.given("Ada")


def test_a_right_answer_can_earn_a_remark_and_need_not_be_the_expected_one():
    fixed = Exercise("0.3", "Square", 1, lambda learner, case: learner, FIXED, HINTS)
    assert fixed(9.0).text == "0.3 Square: passed, 1 of 1 point."
    assert fixed(-9.0).text == "0.3 Square: passed, 1 of 1 point.\nA negative one."
    assert "expected 9, got 8" in fixed(8.0).text


ONE = Choice(
    "0.4",
    "One",
    1,
    {"A": "two", "B": "four", "C": "five"},
    "B",
    {"A": ("That is 1 + 1.", "count again."), "B": ("Two and two.", ""), "C": ("One too many.", "count again.")},
    HINTS,
)
SEVERAL = Choice(
    "0.5",
    "Several",
    1,
    {"A": "2", "B": "3", "C": "4"},
    "AC",
    {"A": ("2 is even.", "halve it."), "B": ("3 is odd.", "halve it."), "ABC": ("Not all are even.", "halve each.")},
    HINTS,
)
ORDERED = Choice("0.6", "Order", 1, {"A": 2, "B": 1}, "BA", {"AB": ("The larger first.", "turn it.")}, HINTS, True)


@pytest.mark.parametrize(
    ("choice", "answer", "known", "said"),
    [
        (ONE, "A", "A", "That is 1 + 1."),
        (ONE, "c", "C", "One too many."),
        (ONE, ["A"], "A", "That is 1 + 1."),
        (ONE, "AB", "", "One option is right."),
        (ONE, "Z", "", "Z is none of the options."),
        (ONE, "", "", "An empty answer is none of the options."),
        (ONE, 3, "", "3 is none of the options."),
        (ONE, print, "no quotes", "That is no letter"),
        (SEVERAL, "C", "A left out", "2 is even."),
        (SEVERAL, ["B", "A"], "B chosen", "3 is odd."),
        (SEVERAL, "ABC", "A B C", "Not all are even."),
        (SEVERAL, "A", "", "Not all of it is right."),
        (SEVERAL, ["A", "B", "C", "A"], "A B C", "Not all are even."),
        (ORDERED, "AB", "A B", "The larger first."),
        (ORDERED, "B", "", "An order holds each option once."),
    ],
)
def test_a_wrong_choice_is_explained_and_gives_nothing_away(choice, answer, known, said):
    outcome = choice(answer)
    assert isinstance(outcome, Incorrect)
    assert outcome.misconception == known
    assert said in outcome.says
    assert not outcome.expected


@pytest.mark.parametrize(
    ("choice", "answer"),
    [(ONE, "B"), (ONE, " b"), (ONE, {"B"}), (SEVERAL, "AC"), (SEVERAL, "c, a"), (SEVERAL, ["C", "A"]), (ORDERED, "BA")],
)
def test_a_right_choice_passes(choice, answer):
    assert choice(answer)


def test_the_right_choice_says_why_and_a_stub_is_no_choice():
    assert ONE("B").remark == "Two and two."
    assert isinstance(ONE(...), NotAttempted)
    assert ONE.show().splitlines()[0] == "A  two"


def test_an_exercise_has_three_hints():
    with pytest.raises(ValueError, match=r"3 hints; 0\.1 has 1"):
        Exercise("0.1", "Square", 3, squared, JUDGE, ("only one",))


# The boundary between what runs beside a learner's code and what knows the answers


BESIDE = sorted([*(CHECKS / "beside").glob("*.py"), *CHECKS.glob("lesson_*/probe.py")])


@pytest.mark.parametrize("path", BESIDE, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_probe_imports_what_runs_beside_a_learner_and_the_standard_library_alone(path):
    package = ["micrograd_lab", *path.relative_to(CHECKS.parent).parts[:-1]]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            start = package[: len(package) + 1 - node.level]
            place = ".".join([*start, *filter(None, [node.module])])
            known = f"{place}.".startswith("micrograd_lab.checks.beside.") or place == "micrograd_lab.valuelike"
            assert known, f"{path.name} imports {place}"
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            names = [node.module] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names]
            assert all(name.split(".")[0] in sys.stdlib_module_names for name in names), names


EXERCISES = [exercise for number in checks.lessons() for exercise in checks.lesson(number).exercises]


@pytest.mark.parametrize("one", EXERCISES, ids=lambda one: one.name)
def test_cases_survive_json_and_come_from_the_seed(one):
    for seed in range(3):
        cases = one.judge.cases(seed)
        assert json.loads(json.dumps(cases)) == list(map(dict, cases))
        assert one.judge.cases(seed) == cases


@pytest.mark.parametrize("one", EXERCISES, ids=lambda one: one.name)
def test_every_misconception_is_wrong_somewhere_and_has_its_sentences(one):
    told = [(m.name, m.says, m.tries, m.wrong or m.seen) for m in one.judge.misconceptions]
    assert len(told) == len(set(told))  # one name may have several ways to it
    for m in one.judge.misconceptions:
        assert m.says.endswith((".", "?", '"'))
        assert m.tries
        if m.seen is None:
            cases = [case for seed in range(5) for case in one.judge.cases(seed)]
            results = [checks.memory.outcome_of(m.wrong, case) for case in cases]
            raised = {result["error"] for result in results if isinstance(result, dict) and "error" in result}
            assert not raised & {"ModuleNotFoundError", "ImportError", "NameError"}, f"{m.name} is broken itself"
            right = [one.judge._is_right(case, result) for case, result in zip(cases, results, strict=True)]
            assert not all(right), f"{m.name} gives the right answer"


def test_a_class_that_is_asked_the_same_has_each_case_worked_out_once(monkeypatch):
    asked = []

    def noting(name, function):
        def noted(case):
            asked.append((name, case["x"]))
            return function(case["x"])

        return noted

    wrong = (
        Misconception("twice", noting("twice", lambda x: 2 * x), "Twice.", "multiply."),
        Misconception("shared", noting("shared", lambda x: x / 0), "Shared.", "multiply."),
    )
    judge = Judge(lambda seed: ({"x": 3.0}, {"x": 5.0}), noting("right", lambda x: x * x), wrong)
    one = Exercise("0.9", "Square", 1, squared, judge, HINTS)
    learners = (lambda x: x + x, lambda x: x / 0, abs)
    texts = [[one(learner).text for learner in learners] for _ in range(3)]
    assert texts[1:] == texts[:1] * 2
    assert texts[0][0].splitlines()[1] == "x = 3: expected 9, got 6."
    assert sorted(asked) == sorted((name, x) for name in ("right", "twice", "shared") for x in (3.0, 5.0))
    monkeypatch.setattr(checks.memory, "MOST", 1)
    one.judge = replace(judge)  # with a memory of its own
    assert [one(learner).text for learner in learners] == texts[0]
    assert len(one.judge.memory._kept) == 1


def test_a_verdict_carries_what_the_first_wrong_case_should_have_given():
    cases = JUDGE.cases(7)
    assert JUDGE.verdict(cases, [9.0, 14.0, -4.0]).expected == 49.0
    assert JUDGE.verdict(cases, [9.0, 49.0, 4.0]).expected is None


@pytest.mark.parametrize("one", [e for e in EXERCISES if e.judge.guesses], ids=lambda one: one.name)
def test_an_answer_that_looks_at_nothing_earns_nothing(one):
    for seed in range(20):
        cases = one.judge.cases(seed)
        for guess in one.judge.guesses:
            outcome = one.judged(cases, [guess(case) for case in cases])
            assert isinstance(outcome, Incorrect)
            assert outcome.share == 0.0


def test_what_a_guess_gets_right_is_no_part_of_the_share():
    cases = tuple({"n": n} for n in range(10))
    judge = Judge(lambda seed: cases, lambda case: case["n"] > 3, guesses=(lambda case: True, lambda case: False))
    one = Exercise("0.8", "More than three", 4, lambda learner, case: learner(case["n"]), judge, HINTS)
    shares = {1: (8, 0.5), 2: (9, 0.75), -1: (6, 0.0), 99: (4, 0.0)}
    assert {n: (one(lambda x, n=n: x > n).right, one.outcome.share) for n in shares} == shares
    assert one.earned() == 0.0


def test_the_probes_run_without_the_package_around_them(tmp_path):
    """As a grader's sandbox has them: no judge, no engine."""
    kit = tmp_path / "kit"
    for path in [CHECKS.parent / "valuelike.py", *BESIDE]:
        copied = kit / path.relative_to(CHECKS.parent)
        copied.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copied)
    code = (
        "from kit.checks.beside.run import run_probe\nfrom kit.checks.lesson_05.probe import order\nimport json\n"
        "graph = {'data': [2, 1], 'inputs': [[1], []], 'partials': [[1.0], []], 'op': ['exp', '']}\n"
        "case = {'graph': graph, 'names': {'a': 1, 'b': 0}, 'root': 0}\n"
        "print(json.dumps(run_probe(order, lambda root: [*root.inputs, root], [case])))"
    )
    run = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n{code}"],
        capture_output=True,
        text=True,
    )
    assert run.stdout.strip() == '[["a", "b"]]', run.stderr


def test_results_are_plain_whatever_the_probe_gives():
    assert run_probe(lambda learner, case: object(), len, [{}])[0]["error"] == "TypeError"


@pytest.mark.parametrize("error", [None, "NameError", 0])
def test_an_error_without_words_is_told_too(square, error):
    case = square.cases()
    assert isinstance(square.judged(case, [{"error": error, "says": None}] * len(case)), Incorrect)


@pytest.mark.parametrize("number", checks.lessons())
def test_a_hint_is_plain_text_and_shows_no_backtick(number):
    assert [hint for one in checks.lesson(number).exercises for hint in one.hints if "`" in hint] == []


def test_a_deep_case_has_the_same_time_in_the_notebook_and_where_it_is_graded():
    from micrograd_lab.grading.sandbox import Limits

    one = next(one for one in checks.lesson("05").exercises if one.number == "5.5")
    asked = [case for seed in (0, 1) for case in one.cases(seed) if len(case["graph"]["data"]) > 1000]
    assert len(asked) * one.seconds <= Limits().seconds
