"""Finding answers, and grading right ones: what passes in a notebook passes here."""

import ast
import json
import sys
from dataclasses import replace

import pytest
from known_wrong.bank import banks
from places import exercise_notebook, solution_notebook

from micrograd_lab.checks.handout import seed_of
from micrograd_lab.grading import sandbox
from micrograd_lab.grading.handout import handout, lessons
from micrograd_lab.grading.marking.cases import draw_cases
from micrograd_lab.grading.marking.notebook import Settings, grade_notebook

BANKS = banks()
ENGINE = "from micrograd_lab.engine"  # where the engine is what one builds, it is no answer
SETTINGS = Settings(b"a secret for tests", sandboxed=sandbox.kind() == "bubblewrap")
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the sandbox is Linux's")


def notebook(lesson, place=solution_notebook):
    return json.loads(place(lesson).read_text(encoding="utf-8"))


def graded(book, who=""):
    return grade_notebook(json.dumps(book).encode(), "nb.ipynb", who, SETTINGS)


def cell_of(book, number):
    wanted = f"{number.replace('.', '-')}-answer"
    return next(c for c in book["cells"] if c["metadata"].get("nbgrader", {}).get("grade_id") == wanted)


@pytest.mark.parametrize("lesson", lessons())
def test_solutions_earn_all_and_exercises_as_handed_out_nothing(lesson):
    record = graded(notebook(lesson))
    assert record["earned"] == record["points"] > 0, [e for e in record["exercises"] if e["state"] != "passed"]
    record = graded(notebook(lesson, exercise_notebook))
    assert record["earned"] == 0
    assert {one["state"] for one in record["exercises"]} == {"not attempted"}


def rounds():
    """(lesson, {exercise: a right answer}): so many notebooks that each right answer of the banks is in one."""
    for lesson, bank in BANKS.items():
        pools = {
            number: [a for a in bank.RIGHT if a.exercise == given.attribute and ENGINE not in a.source]
            for number, given in handout(lesson).given.items()
        }
        for n in range(max(map(len, pools.values()))):
            yield lesson, {number: pool[n] for number, pool in pools.items() if n < len(pool)}


@pytest.mark.parametrize(("lesson", "answers"), list(rounds()), ids=lambda it: it if isinstance(it, str) else None)
def test_every_right_answer_of_the_banks_passes_in_the_sandbox_too(lesson, answers):
    book = notebook(lesson)
    book["cells"].insert(0, {"cell_type": "code", "metadata": {}, "source": BANKS[lesson].GIVEN, "outputs": []})
    for number, answer in answers.items():
        cell_of(book, number)["source"] = named(answer.source, handout(lesson).given[number].learner)
    record = graded(book)
    wrong = [one for one in record["exercises"] if one["number"] in answers and one["state"] != "passed"]
    assert wrong == []


def named(source, learner):
    """The answer, under the name that the check of the notebook asks for."""
    body = ast.parse(source).body
    last = body[-1]
    if isinstance(last, ast.FunctionDef | ast.ClassDef):
        return source if last.name == learner else f"{source}\n{learner} = {last.name}"
    if isinstance(last, ast.Assign):
        name = ast.unparse(last.targets[0])
        return source if name == learner else f"{source}\n{learner} = {name}"
    return source


REPLACING = """
def backward(self):
    self.grad = 1.0
    for v in reversed(topological(self)):
        for i, partial in zip(v.inputs, v.partials):
            i.grad = partial * v.grad
"""


def test_what_nothing_ends_but_its_process_costs_its_own_exercise_alone():
    """A slow machine once ended by force what a fast one ended for want of memory, and then 5.2 lost its points."""
    book = notebook("05")
    cell_of(book, "5.1")["source"] = "def topological(root):\n    return sum(range(10**18))\n"
    settings = replace(SETTINGS, limits=sandbox.Limits(2, 6))
    record = grade_notebook(json.dumps(book).encode(), "nb.ipynb", "", settings)
    assert {one["number"]: one["earned"] for one in record["exercises"]} == {"5.1": 0, "5.2": 3, "5.4": 2, "5.5": 2}


def test_the_same_answer_earns_the_same_whoever_gives_it_and_whenever():
    book = notebook("05")
    cell_of(book, "5.2")["source"] = REPLACING  # right where only one road leads to each
    first, again, other = graded(book), graded(book), graded(book, "somebody else")
    assert first == again == other
    assert 0 < first["earned"] < first["points"]


def test_hidden_cases_come_from_the_secret():
    exercise = handout("05").given["5.2"].exercise
    one, same, other = (draw_cases(exercise, secret) for secret in (b"a", b"a", b"b"))
    assert one == same
    assert set(map(str, one.hidden)).isdisjoint(map(str, other.hidden))
    assert one.visible == other.visible == exercise.cases(0)


def test_each_can_have_numbers_of_their_own():
    settings = Settings(b"s", sandboxed=SETTINGS.sandboxed, personal=True)
    book = notebook("03")
    plain = grade_notebook(json.dumps(book).encode(), "nb", "alice", settings)
    by_hand = next(one for one in plain["exercises"] if one["number"] == "3.1")
    assert by_hand["earned"] < by_hand["points"]
    numbers = handout("03").given["3.1"].exercise.judge.given(seed_of("alice"))
    a, b, c, f = numbers.values()
    cell_of(book, "3.1")["source"] = f"grads = { ({'f': a * b + c, 'd': f, 'e': f, 'c': f, 'a': b * f, 'b': a * f}) }"
    own = grade_notebook(json.dumps(book).encode(), "nb", "alice", settings)
    assert own["earned"] == own["points"]
