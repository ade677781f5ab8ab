"""What is typed as an expression: what it comes to, and what is said where it can't be drawn."""

import re
from html import unescape

import pytest

from micrograd_lab import live
from micrograd_lab.experiments.expression import FUNCTIONS, compiled


@pytest.mark.parametrize(
    ("typed", "comes_to"),
    [
        ("a", 2.0),
        ("-a", -2.0),
        (" a * b + 1 ", 7.0),
        ("(a - b)**2 / a", 0.5),
        ("2**a", 4.0),
        ("(a - 3).relu() + b", 3.0),
    ],
)
def test_what_is_typed_is_calculated(typed, comes_to):
    assert live.graph(typed, a=2.0, b=3.0).root.data == comes_to


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_function_of_the_engine_is_known(name):
    assert live.graph(f"(a * b).{name}()", a=2.0, b=3.0).root.op.lower() == name


@pytest.mark.parametrize(
    ("typed", "remedy"),
    [
        ("", "got nothing. Type one, as a * b."),
        ("3", "got 3. It has no input in it: write one, as in 3 * a."),
        ("a == b", "a == b is true or false, not a number: try a - b."),
        ("not a", "not a is true or false, not a number: try a - b."),
        ("tanh(a)", "tanh is a method here: write a.tanh()."),
        ("b + log(a * b)", "log is a method here: write (a * b).log()."),
        ("sqrt(a)", "sqrt is a power: write a**0.5."),
        ("sin(a)", "There is no sin here: there are relu, tanh, exp, log and sigmoid, as in a.tanh()."),
        ("a.tan()", "There is no a.tan here: there are relu, tanh, exp, log and sigmoid, as in a.tanh()."),
        ("a.tanh", "tanh is called with brackets: write a.tanh()."),
        ("a.tanh(3)", "tanh takes nothing in its brackets: write a.tanh()."),
        ("a.data * b", "a.data is a plain number, which forgets how it was made: write a."),
        ("a^2", "^ is not a power in Python: write a**2."),
        ("(a + b)^2", "^ is not a power in Python: write (a + b)**2."),
        ("a*b + d^2", "^ is not a power in Python: write a*b + d**2."),
        ("-3*a^2", "^ is not a power in Python: write -3*a**2."),
        ("a^2 + b^2", "^ is not a power in Python: write a**2 + b**2."),
        ("a * b³", "A raised number is not a power in Python: write a * b**3."),
        ("a²", "A raised number is not a power in Python: write a**2."),
        ("2a", "A product needs its sign: write 2 * a."),
        ("b + 2.5 a", "A product needs its sign: write 2.5 * a."),
        ("2(a + b)", "A product needs its sign: write 2 * (a + b)."),
        ("a(b)", "A product needs its sign: write a * (b)."),
        ("a % b", "Calculate with + - * / and **."),
        ("a + q", "q is not an input here: use a and b."),
        ("(q * a).tanh()", "q is not an input here: use a and b."),
        ("y = a * b", "Type only what stands right of the =."),
        ("(a * b", "A bracket is missing, or one too many."),
        ("a +", "Python can't read it (invalid syntax): is a sign missing, or one too many?"),
        ("a, b", "Write inputs and numbers, and + - * / and ** between them."),
        ("[a for a in b]", "Write inputs and numbers, and + - * / and ** between them."),
        ("a.__class__", "There is no a.__class__ here"),
        ("__import__('os')", "There is no __import__ here"),
    ],
)
def test_what_is_mistyped_is_answered_with_what_to_type(typed, remedy):
    view = live.graph("a * b", a=2.0, b=3.0)
    view.expression.value = typed
    told = unescape(view.message.value)
    assert f"y is an expression in a and b; got {typed}" in told or not typed
    assert remedy in told
    assert view.root.data == 6.0
    with pytest.raises(ValueError, match="y is an expression in a and b; got"):
        compiled(typed, ["a", "b"])


def test_with_one_input_the_advice_fits_it():
    with pytest.raises(ValueError, match=r"y is an expression in a; got nothing\. Type one, as a \* 2\."):
        compiled("", ["a"])
    with pytest.raises(ValueError, match="try a - 1"):
        compiled("a > 1", ["a"])


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("a * 10**400", "10 ** 400 is larger than a float can be"),
        ("a * 9**9**9", "9 ** 9 ** 9 is larger than a float can be"),
        ("a * (1 / 0)", "1 / 0 divides by 0"),
        ("a#b", "# begins a remark in Python"),
        ("a #", "# begins a remark in Python"),
        ("a # = 2b", "# begins a remark in Python"),
        ("a * (2 * (5 % 3))", "Calculate with + - * / and **."),
        ("a * (2 * (3 > 1))", "3 > 1 is true or false"),
        ("a + 2 * 'b'", "Write inputs and numbers"),
    ],
)
def test_numbers_too_large_and_remarks_are_answered(typed, said):
    with pytest.raises(ValueError, match=re.escape(said)):
        compiled(typed, ["a", "b"])
