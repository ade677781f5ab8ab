"""What is right never loses: what passes in the notebook passes in the grade."""

import json
import sys

import pytest
from places import lesson_notebook

from micrograd_lab.checks.exercise import seed_of
from micrograd_lab.grading import sandbox
from micrograd_lab.grading.handout import handout
from micrograd_lab.grading.marking.notebook import Settings, grade_notebook

from .notebooks import (
    SECRET,
    SETTINGS,
    SHORT,
    TOPOLOGICAL,
    answered,
    entry,
    graded,
    handed_out,
    index,
    notebook,
    passes_in_the_notebook,
    split,
    state,
    with_me,
)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the sandbox is Linux's")
SLOPE = "def slope(f, x, h):\n    return (f(x + h) - f(x)) / h\n"


def by_hand(who):
    """3.1 for a learner, as numbers."""
    a, b, c, f = handout("03").given["3.1"].exercise.judge.given(seed_of(who)).values()
    return f"grads = { ({'f': a * b + c, 'd': f, 'e': f, 'c': f, 'a': b * f, 'b': a * f}) }"


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("me = 471100", "471100"),
        ('me = "Niall O\'Brien"', "Niall O'Brien"),
        ('me = f"anna b"', "anna b"),
        ('student = "anna b"\nme = student', "anna b"),
        ('me = ("anna b")', "anna b"),
        ('if True:\n    me = "anna b"', "anna b"),
    ],
    ids=["a number", "a quote", "an f-string", "another name", "brackets", "indented"],
)
def test_me_earns_what_the_notebook_said_however_it_is_written(line, who):
    book = with_me(answered("3.1", by_hand(who)), line)
    assert passes_in_the_notebook(book, "3.1")
    assert state(book, "3.1") == "passed"


@pytest.mark.parametrize(
    "book",
    [
        answered("5.1", "def topological(root):\n    return walk(root)\n", TOPOLOGICAL.replace("topological", "walk")),
        answered("5.1", "def topological(root):\n    return [root]\n", TOPOLOGICAL),
        answered("2.2", "", "setattr(Value, '__radd__', Value.__add__)\nsetattr(Value, '__rmul__', Value.__mul__)"),
    ],
    ids=["a helper", "a draft above", "setattr"],
)
def test_own_code_between_an_answer_and_its_check_counts(book):
    number = "2.2" if "reflected" in str(book) else "5.1"
    assert passes_in_the_notebook(book, number)
    assert state(book, number) == "passed"


@pytest.mark.parametrize("last", ["def other(x):\n    return x", "import math", "# done", ""])
def test_an_answer_that_was_split_is_run_in_order(last):
    book = split(notebook("05"), "5.1", TOPOLOGICAL, last)
    assert passes_in_the_notebook(book, "5.1")
    assert state(book, "5.1") == "passed"


def test_an_answer_that_was_merged_into_the_one_before_counts():
    book = notebook("04")
    above, below = index(book, "4.2"), index(book, "4.3")
    sources = ["".join(book["cells"][n]["source"]) for n in (above, below)]
    book["cells"][above]["source"] = "\n".join(sources)
    del book["cells"][below]
    assert passes_in_the_notebook(book, "4.3")
    assert state(book, "4.3") == "passed"


@pytest.mark.parametrize(
    ("answer", "check"),
    [
        (SLOPE.replace("slope", "my_slope"), "check.slope(my_slope)"),
        ("", f"{SLOPE}\ncheck.slope(slope)"),
        ("", "check.slope(lambda f, x, h: (f(x + h) - f(x)) / h)"),
    ],
    ids=["another name", "in the check's cell", "no name"],
)
def test_what_the_check_was_given_is_what_is_graded(answer, check):
    book = answered("1.1", answer)
    book["cells"][index(book, "1.1", "check")]["source"] = check
    assert passes_in_the_notebook(book, "1.1")
    assert state(book, "1.1") == "passed"


@pytest.mark.parametrize(
    "source",
    [
        'grads = {"f": d.data, "d": f.data, "e": f.data, "c": f.data, "a": b.data * f.data, "b": a.data * f.data}',
        'H0 = L.data\ngrads = {"f": H0 / f.data, "d": f.data, "e": f.data, "c": f.data, "a": b.data * f.data,'
        ' "b": a.data * f.data}',
    ],
    ids=["their numbers", "a constant"],
)
def test_an_answer_may_use_what_a_given_cell_has_made(source):
    book = answered("3.1", source)
    assert passes_in_the_notebook(book, "3.1")
    assert state(book, "3.1") == "passed"


def test_one_class_of_ones_own_in_place_of_all_cells_earns_what_they_do():
    numbers = ["4.1", "4.2", "4.3", "4.4"]
    solved, book = notebook("04"), handed_out("04")
    given = next(n for n, c in enumerate(book["cells"]) if "Value = mine.Value" in "".join(c["source"]))
    sources = ["".join(solved["cells"][index(solved, number)]["source"]) for number in numbers]
    book["cells"][given]["source"] = "\n".join(["".join(book["cells"][given]["source"]), *sources])
    for number in numbers:
        del book["cells"][index(book, number)]
    assert passes_in_the_notebook(book, *numbers)
    assert [state(book, number) for number in numbers] == ["passed"] * 4


@pytest.mark.parametrize(
    "line",
    [
        "import matplotlib.pyplot as plt\nfig, ax = plt.subplots()",
        "import matplotlib.pyplot as plt\nline, = plt.plot([1, 2], [3, 4])",
        "try:\n    from tqdm import tqdm\nexcept ImportError:\n    tqdm = list\n"
        "for one in tqdm([1]):\n    h *= one\none",
    ],
    ids=["subplots", "plot", "tqdm"],
)
def test_a_picture_within_an_answer_costs_nothing(line):
    indented = line.replace("\n", "\n    ")
    book = answered("1.1", f"def slope(f, x, h):\n    {indented}\n    return (f(x + h) - f(x)) / h\n")
    assert passes_in_the_notebook(book, "1.1")
    assert state(book, "1.1") == "passed"


@pytest.mark.parametrize(
    ("number", "source"),
    [
        ("1.1", f"from typing_extensions import override\n\n@override\n{SLOPE}"),
        (
            "1.4",
            "import numpy as np\nfrom scipy.optimize import approx_fprime\n\ndef partials(f, xs, h=1e-6):\n"
            "    return [float(s) for s in approx_fprime(np.array(xs), lambda v: f(*v), h)]\n",
        ),
    ],
    ids=["typing_extensions", "scipy"],
)
def test_an_answer_may_import_what_the_kit_installs(number, source):
    book = answered(number, source)
    assert passes_in_the_notebook(book, number)
    assert state(book, number) == "passed"


@pytest.mark.parametrize(
    "source",
    [
        f"%time slope = {SLOPE.splitlines()[1].strip().replace('return', 'lambda f, x, h:')}",
        f"import asyncio\nawait asyncio.sleep(0)\n{SLOPE}",
        f"!echo a \\\n  b\n{SLOPE}",
        "%precision 3\ndef slope(f, x, h):\n    n = (7\n        % 3)\n    return (f(x + h) - f(x)) / h * n\n",
    ],
    ids=["%time", "await", "a line that goes on", "the operator %"],
)
def test_a_notebooks_own_language_costs_nothing(source):
    assert state(answered("1.1", source), "1.1") == "passed"


@pytest.mark.long
def test_an_answer_may_take_as_long_as_in_its_check():
    solved = notebook("05")
    slow = "import time\n" + "".join(solved["cells"][index(solved, "5.5")]["source"])
    slow = slow.replace(
        "    root.grad = 1.0",
        "    until = time.process_time() + 0.3\n"
        "    while time.process_time() < until:\n        pass\n    root.grad = 1.0",
    )
    settings = Settings(SECRET, sandbox.Limits(seconds=2, wall=200), sandboxed=SETTINGS.sandboxed)
    assert state(answered("5.5", slow), "5.5", settings=settings) == "passed"


def test_an_answer_whose_time_was_up_is_told_so(monkeypatch):
    monkeypatch.setattr(handout("01").given["1.1"].exercise, "seconds", 1.0)
    never = "def slope(f, x, h):\n    while f(x) != f(-0.5):\n        pass\n    return (f(x + h) - f(x)) / h\n"
    found = entry(answered("1.1", never), "1.1")
    assert found["state"] == "not yet"
    assert "still running" in found["text"]


@pytest.mark.parametrize("kind", ["markdown", "raw"])
def test_an_answer_whose_cell_has_become_text_is_taken_as_code(kind):
    book = notebook("05")
    cell = book["cells"][index(book, "5.1")]
    cell["cell_type"] = kind
    assert state(book, "5.1") == "passed"


@pytest.mark.parametrize("path", ["mine.py", "lib/mine.py"])
def test_a_module_of_ones_own_that_lies_beside_is_there(path):
    book = answered("5.1", f"import sys\nsys.path.insert(0, {path.rpartition('/')[0]!r})\nfrom mine import topological")
    content = json.dumps(book).encode()
    record = grade_notebook(content, "nb.ipynb", "", SETTINGS, {path: TOPOLOGICAL.encode()})
    assert record["earned"] == record["points"]
    assert grade_notebook(content, "nb.ipynb", "", SETTINGS)["exercises"][0]["state"] == "missing"


def test_a_module_of_ones_own_is_graded_with_the_notebook_that_lies_beside_it(tmp_path):
    from micrograd_lab.grading.run import run

    book = answered("5.1", "from mine import topological")
    for who, content in (("ada", TOPOLOGICAL), ("bob", "def topological(root):\n    return [root]\n")):
        folder = tmp_path / "in" / who
        folder.mkdir(parents=True)
        (folder / "05_order_exercises.ipynb").write_text(json.dumps(book))
        (folder / "mine.py").write_text(content)
    rows, _ = run(tmp_path / "in", tmp_path / "out", quiet=True, jobs=1)
    assert {row.id: row.record["earned"] for row in rows if row.record} == {"ada": 9.0, "bob": 7.0}


def test_a_slip_of_ones_own_is_told_beside_a_right_answer_to_an_earlier_exercise():
    book = answered("5.2", "def backward(root):\n    root.grad = 1.0\n    for v in reversed(topological(root)):\n"
                    "        for i, p in zip(v.inputs, v.partials):\n            i.grad = p * v.grad\n")  # fmt: skip
    book = answered("5.1", "def topological(root):\n    return [root]\n", book=book)
    found = entry(book, "5.2")
    assert "in place of yours" in found["text"]
    assert found["misconception"] not in ("", "after an earlier one")


def test_the_kits_own_engine_is_said_not_to_be_had():
    book = notebook("04")
    for cell in book["cells"]:
        if cell["cell_type"] == "code":
            cell["source"] = "".join(cell["source"]).replace("Value = mine.Value", "from micrograd_lab import Value")
    assert "not to be had in the grade" in entry(book, "4.1")["text"]


def test_a_cell_that_does_not_end_is_said():
    record = graded(answered("5.1", TOPOLOGICAL, "while True:\n    pass"), settings=SHORT)
    assert record["earned"] == record["points"]
    assert "did not end" in " ".join(record["notes"])


def test_a_lesson_in_place_of_its_exercises_is_told_so():
    found = graded(notebook("05", lesson_notebook), "05_order.ipynb")
    assert "05_order_exercises.ipynb" in found["trouble"]
