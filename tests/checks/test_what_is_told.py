"""What is told of a wrong answer is true of it, and what it advises makes it right."""

import linecache
from itertools import product

import pytest

from micrograd_lab.checks import lesson_03, lesson_05

COUNTED = """
def topological(root):
    count, todo = {root: 0}, [root]
    for v in todo:
        for i in v.inputs:
            if i not in count:
                count[i] = 0
                todo.append(i)
            count[i] += 1
    order, due = [], [root]
    while due:
        v = due.pop()
        order.append(v)
        for i in v.inputs:
            count[i] -= 1
            if count[i] == 0:
                due.append(i)
    return order
"""
IN_LINE = """
def in_line(root):
    order, seen = [], []

    def visit(v):
        if (v.data, v.inputs) not in seen:
            seen.append((v.data, v.inputs))
            for i in v.inputs:
                visit(i)
            order.insert(0, v)

    visit(root)
    return order
"""
TANH = """
import math
def local(n): return 1 - math.tanh(n) ** 2
def tanh(n, arrived):
    return {}
"""


def made(name, source):
    """What a cell of this text defines under the name."""
    cell, names = f"<a cell that makes {name}>", {}
    linecache.cache[cell] = (len(source), None, source.splitlines(True), cell)
    exec(compile(source, cell, "exec"), names)
    return names[name]


def test_an_order_that_was_counted_right_is_told_to_turn_it_round_and_then_is_right():
    told = lesson_05.order(made("topological", COUNTED))
    assert told.misconception == "output first"
    assert "order.reverse()" in told.tries
    assert lesson_05.order(made("topological", COUNTED.replace("return order", "order.reverse(); return order")))


def test_of_a_list_that_lacks_a_leaf_the_leaf_is_named():
    told = lesson_05.mend_in_line(made("in_line", IN_LINE))
    assert told.got == "[y, u, t, b, a]"
    assert told.says == "c is missing: it never has a turn."


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("order[:] = [v, *order[::-1]]", "stands behind"),
        ("order[:0] = [v, v]", "stands in the list 2 times"),
        ("order.insert(0, v if v.inputs else None)", "something that is no box"),
    ],
)
def test_of_any_other_list_it_is_said_what_is_wrong_in_it(line, says):
    right = IN_LINE.replace("(v.data, v.inputs)", "v")
    assert says in lesson_05.mend_in_line(made("in_line", right.replace("order.insert(0, v)", line))).says


def test_an_error_within_a_list_of_turns_is_not_taken_for_a_list():
    turns = IN_LINE.replace("(v.data, v.inputs)", "v").replace("in_line", "turns")
    assigned = lesson_05.complete_turns(made("turns", turns.replace("order.insert(0, v)", "order = [v] + order")))
    assert assigned.misconception == "a name of visit's own"
    assert not lesson_05.complete_turns(made("turns", turns.replace("0, v)", "0, w)"))).misconception


def test_a_function_that_calls_itself_where_maths_is_meant_is_told_so():
    told = lesson_03.mend_tanh(made("tanh", TANH.format("(1 - tanh(n) ** 2) * arrived")))
    assert told.tries == "`tanh` is your own function there, so it calls itself. The one of math is math.tanh."


def test_a_call_within_that_gives_too_much_is_not_taken_for_the_checks_own():
    told = lesson_03.mend_tanh(made("tanh", TANH.format("local(n, arrived) * arrived")))
    assert told.tries == "look how many inputs `local` takes where it is made, and give it just as many there."
    called = lesson_03.mend_tanh(made("tanh", TANH.replace("n, arrived", "n").format("local(n)")))
    assert called.tries.startswith("it is called with the inputs of the text")


WRITTEN = [
    f"t = {'a * b' if a else 'b * a'}; return " + (f"t + {u}" if t else f"{u} + t")
    for a, t, u in product((True, False), (True, False), ("t * c", "c * t"))
]


@pytest.mark.parametrize("written", WRITTEN)
def test_the_lessons_own_expression_is_known_in_whatever_order_it_is_written(written):
    told = lesson_05.counterexample(made("expression", f"def expression(a, b, c): {written}"))
    assert told.misconception == "the lesson's own"


@pytest.mark.parametrize(
    "written", ["t = a + b; return t + t * c", "t = a * b; return t * t + c", "t = a * b; return t + t"]
)
def test_another_expression_of_as_many_boxes_is_none_of_the_lessons(written):
    assert lesson_05.counterexample(made("expression", f"def expression(a, b, c): {written}"))
