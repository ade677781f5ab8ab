"""Right answers of a shape that is refused, or refused with a word about something else."""

import sys

import pytest

from micrograd_lab import checks

from .notebooks import TOPOLOGICAL, answered, index, notebook, state

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the sandbox is Linux's")


@pytest.mark.parametrize(
    "source",
    [
        "def gradient(x, y, z):\n    return [6 * x, -3 * y**2, -1 / z**2]\n",
        "def plain(g):\n    def inner(*args):\n        return g(*args)\n    return inner\n\n"
        "@plain\ndef gradient(a, b, c):\n    return [6 * a, -3 * b**2, -1 / c**2]\n",
    ],
    ids=["other names", "a decorator"],
)
def test_a_function_may_name_its_inputs_as_it_likes(source):
    assert state(answered("1.3", source), "1.3") == "passed"


@pytest.mark.parametrize(
    ("number", "source"),
    [
        ("5.1", TOPOLOGICAL.replace("order.append", "print(v.data)\n            order.append")),
        ("5.1", TOPOLOGICAL.replace("    visit(root)", "    assert isinstance(root, Number)\n    visit(root)")),
        (
            "2.4",
            "def trace(root):\n    nodes, edges = [], []\n    def visit(v):\n        assert isinstance(v, Value)\n"
            "        if v not in nodes:\n            nodes.append(v)\n            for i in v.inputs:\n"
            "                edges.append((i, v))\n                visit(i)\n"
            "    visit(root)\n    return nodes, edges\n",
        ),
    ],
    ids=["its data", "a Number", "a Value"],
)
def test_a_node_is_what_the_text_says(number, source):
    assert state(answered(number, source), number) == "passed"


GRADCHECK = """import numpy as np

def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    found = []
    for n, x in enumerate(xs):
        up, down = list(xs), list(xs)
        up[n], down[n] = x + h, x - h
        slope = (f(*up) - f(*down)) / (2 * h)
        found.append(abs(slope - grads[n]) <= tolerance * max(abs(slope), abs(grads[n])))
    return np.array(found)
"""


@pytest.mark.parametrize(
    ("number", "source"),
    [
        ("6.1", GRADCHECK),
        ("5.1", TOPOLOGICAL.replace("return order", "return iter(order)")),
        ("5.1", TOPOLOGICAL.replace("return order", "from collections import deque\n    return deque(order)")),
    ],
    ids=["an array of bools", "a generator", "a deque"],
)
def test_a_list_may_be_any_that_can_be_gone_through(number, source):
    assert state(answered(number, source), number) == "passed"


PARTIALS = """def partials(f, xs, h=1e-6):
    def one(n):
        up = list(xs)
        up[n] += h
        return (f(*up) - f(*xs)) / h
    return {given}
"""


@pytest.mark.parametrize(
    "given",
    ["map(one, range(len(xs)))", "(one(n) for n in range(len(xs)))", "{n: one(n) for n in range(len(xs))}.values()"],
    ids=["a map", "a generator", "a view of a dict"],
)
def test_slopes_may_be_given_in_anything_that_can_be_gone_through(given):
    assert state(answered("1.4", PARTIALS.replace("{given}", given)), "1.4") == "passed"


@pytest.mark.parametrize(
    "written", ['"""\n    t = a * b\n    t + t * c\n"""', "lambda *v: (lambda t: t + t * v[2])(v[0] * v[1])"]
)
def test_an_expression_may_be_written_as_python_allows(written):
    solved = notebook("06")
    source = "".join(solved["cells"][index(solved, "6.2")]["source"]).replace('"t = a * b; t + t * c"', written)
    assert written in source
    assert state(answered("6.2", source), "6.2") == "passed"


def test_letters_may_stand_in_a_sentence():
    right = checks.lesson("04").exercises
    reuse = next(one for one in right if one.number == "4.5")
    (case,) = reuse.cases()
    letters = reuse.judge.expected(case)
    assert state(answered("4.5", f"letters = {' and '.join(letters)!r}"), "4.5") == "passed"
