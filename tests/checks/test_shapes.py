"""What a learner may give where a number, a list or letters are asked; and what is told of any other shape."""

from array import array
from collections import OrderedDict, UserDict, deque, namedtuple
from decimal import Decimal
from fractions import Fraction
from functools import partial, wraps

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from micrograd_lab import Value
from micrograd_lab.checks import Incorrect, lesson_00, lesson_01, lesson_02, lesson_03, lesson_04
from micrograd_lab.checks.beside.call import called
from micrograd_lab.checks.beside.choice import letters
from micrograd_lab.checks.beside.shape import by_name, number, row

Three = namedtuple("Three", "a b c")
NUMBERS = [
    13,
    13.0,
    Fraction(13),
    Decimal(13),
    np.float32(13),
    np.int8(13),
    np.array(13),
    np.array(13.0),
    Value(13).data,
]
GONE_THROUGH = {
    "a list": list,
    "a tuple": tuple,
    "a generator": lambda xs: (x for x in xs),
    "an iterator": iter,
    "a map": lambda xs: map(float, xs),
    "a filter": lambda xs: filter(lambda x: True, xs),
    "a deque": deque,
    "a view of a dict": lambda xs: dict(enumerate(xs)).values(),
    "keys": lambda xs: dict.fromkeys(xs).keys(),
    "an array": np.array,
    "an array of ints": lambda xs: np.array(xs).astype(int),
    "array.array": lambda xs: array("d", xs),
}


@pytest.mark.parametrize("thing", NUMBERS, ids=lambda x: type(x).__name__)
def test_a_number_may_be_of_any_kind(thing):
    assert number(thing) == 13
    assert type(number(thing)) in (int, float)
    assert lesson_00.line(thing)


@pytest.mark.parametrize(
    ("thing", "said"),
    [
        (True, "the truth value True"),
        (np.True_, "the truth value True"),
        ([13], "a list of 1 number"),
        ((13, 1), "a tuple of 2 numbers"),
        ({13}, "a set of 1 number"),
        ({"y": 13}, "a dict with y"),
        (np.array([13]), "an array of 1 number"),
        (np.eye(2), "an array of 2 by 2"),
        (13 + 0j, "a complex number"),
        (np.complex128(13), "a complex number"),
        ("thirteen", "the text 'thirteen'"),
        (print, "a function"),
        (lambda x: x, "a function"),
        (int, "the class int"),
        (iter([13]), "an iterator"),
        ((x for x in [13]), "a generator"),
        (Value(13), "a Value of 13"),
        (range(3), "a range of 3 numbers"),
        ([[1], [2]], "a list of 2 things"),
        (object(), "an object"),
    ],
    ids=lambda x: x if isinstance(x, str) else "",
)
def test_another_shape_than_a_number_is_refused_by_its_name_and_is_no_misconception(thing, said):
    for outcome in (lesson_00.line(thing), lesson_00.machine(lambda x: thing), lesson_01.slope(lambda f, x, h: thing)):
        assert isinstance(outcome, Incorrect)
        assert f"It gave {said}; asked is one number" in outcome.says
        assert outcome.misconception == ""


@pytest.mark.parametrize("made", GONE_THROUGH.values(), ids=GONE_THROUGH)
@given(xs=st.lists(st.integers(-9, 9), max_size=5, unique=True))
def test_a_row_may_be_anything_that_can_be_gone_through_in_order(made, xs):
    assert row(made(xs)) == xs


@pytest.mark.parametrize("made", [GONE_THROUGH[name] for name in GONE_THROUGH if name != "an array of ints"])
def test_gradients_may_be_given_in_any_row(made):
    def slopes(f, xs, h):
        return made([(f(*xs[:n], x + h, *xs[n + 1 :]) - f(*xs)) / h for n, x in enumerate(xs)])

    assert lesson_03.roads(lambda a, b: made([b * b + 2 * a * b, a * a + 2 * a * b]))
    assert lesson_01.partials(slopes)


@pytest.mark.parametrize("thing", ["abc", {1, 2}, {"a": 1}, 3, Value(3), int, b"ab"])
def test_what_has_no_order_or_is_one_thing_is_no_row(thing):
    assert set(row(thing)) == {"shape"}


def test_what_has_no_end_is_cut():
    def count():
        while True:
            yield 1

    assert len(row(count())) == 1000


@pytest.mark.parametrize("made", [dict, OrderedDict, UserDict, lambda d: Three(**d)])
def test_numbers_by_name_may_be_in_anything_that_has_names(made):
    assert by_name(made({"a": 1, "b": 2.5, "c": Fraction(1, 2)})) == {"a": 1, "b": 2.5, "c": 0.5}


@pytest.mark.parametrize("thing", [[1, 2], (1, 2), "ab", 3, None, print, {1}])
def test_numbers_without_names_are_told_by_their_shape(thing):
    outcome = lesson_03.neuron(lambda x1, x2, w1, w2, b: thing)
    assert outcome.misconception == ""
    assert "asked is the six gradients, by name" in outcome.says or thing is None


def plain(x, by):
    return x, by


def decorated(x, by):
    @wraps(plain)
    def inner(*args):
        return args

    return inner(x, by)


class Called:
    def __call__(self, p, q):
        return p, q


@pytest.mark.parametrize(
    "function",
    [
        plain,
        lambda p, q: (p, q),
        lambda *args: args,
        lambda **names: (names["x"], names["by"]),
        lambda x, **names: (x, names["by"]),
        lambda p, q=0, *rest: (p, q),
        wraps(plain)(lambda *args: args),
        partial(lambda sign, p, q: (p, q), 1),
        Called(),
        Called().__call__,
        divmod,
    ],
)
def test_a_function_is_called_by_position_and_by_name_where_it_must(function):
    assert called(function, {"x": 7, "by": 2}) in ((7, 2), (3, 1))


def test_inputs_in_another_order_are_told_of():
    def neuron(x1, w1, x2, w2, b):
        n = 1 - np.tanh(x1 * w1 + x2 * w2 + b) ** 2
        return {"n": n, "b": n, "x1": w1 * n, "w1": x1 * n, "x2": w2 * n, "w2": x2 * n}

    outcome = lesson_03.neuron(neuron)
    assert outcome.misconception == "inputs in another order"
    assert "takes its inputs in the order x1, w1, x2, w2, b" in outcome.says


@pytest.mark.parametrize("function", [lambda: 1, lambda x, y, z: 1, lambda *, z: 1])
def test_a_function_of_other_inputs_is_told_how_it_is_called(function):
    assert "called with the inputs of the text" in lesson_00.machine(function).tries


SETS = [
    *("BDE", "bde", "B, D, E", "B and D and E", "b and d and e", "B und D und E", "'B' 'D' 'E'", '["B", "D", "E"]'),
    *("(B), (D), (E)", "B; D; E", "B\nD\nE", "I think that B, D and E are right.", "The letters are b, d, e", "B/D/E"),
    *(["B", "D", "E"], ("b", "d", "e"), {"B", "D", "E"}, deque("BDE"), iter("BDE"), map(str.lower, "BDE"), b"BDE"),
    *(
        np.array(["B", "D", "E"]),
        np.array("BDE"),
        ["B and D", "E"],
        ["B)", "D)", "E)"],
        dict.fromkeys("BDE"),
        "E, D, B",
    ),
    {"A": False, "B": True, "C": False, "D": True, "E": True},
]


@pytest.mark.parametrize("answer", SETS, ids=lambda answer: type(answer).__name__)
def test_letters_are_found_however_they_are_written(answer):
    assert letters(answer, {"options": "ABCDE", "ordered": False}) == ["B", "D", "E"]


@pytest.mark.parametrize(
    "answer", ["C, A, D, B, E", "C < A < D < B < E", "first C, then A, D, B, and E", list("cadbe")]
)
def test_letters_keep_their_order_where_it_counts(answer):
    assert lesson_01.order(answer)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("all but A", "can't be told from this sentence: all but A"),
        ("B and D, not E", "can't be told from this sentence"),
        ([("A", 1.0)], "there is a tuple"),
        ([True, False], "there is a bool"),
        (Value(2.0), "without quotes Python takes a name"),
        (print, "without quotes Python takes a name"),
        ("", "An empty answer"),
        ("Z", "Z is none of the"),
        (7, "7 is none of the"),
        ("sin", "SIN is none of the"),
    ],
)
def test_what_holds_no_letters_is_told_and_chooses_nothing(answer, said):
    for check in (lesson_02.hunt, lesson_04.reuse):
        outcome = check(answer)
        assert isinstance(outcome, Incorrect)
        if answer == "" and check is lesson_04.reuse:  # where several are asked for, it says that there are none
            assert outcome.misconception == "none of them"
            continue
        assert outcome.misconception in ("", "no quotes")
    assert said in lesson_02.hunt(answer).says


def test_a_set_has_no_order():
    assert "there is a set" in lesson_01.order(set("CADBE")).says
