"""What is written in cells, in whatever form, stands in the file as one class that runs without a notebook."""

import subprocess
import sys

import pytest

from micrograd_lab import mine

from .notebook import Notebook

BOX = '''
class Value:
    """A number that remembers."""

    def __init__(self, data, inputs=(), op="", label=""):
        self.data, self.inputs, self.op, self.label = data, inputs, op, label
        self.grad = 0.0

    def __repr__(self):
        return f"Value({self.data})"

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, (self, other), "+")

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, (self, other), "*")
'''
ADD = "def reflected_add(self, other):\n    return self + other\n"
TIMES = "def reflected_multiply(self, other):\n    return self * other\n"
FORMS = {
    "an assignment": ADD + TIMES + "Value.__radd__ = reflected_add\nValue.__rmul__ = reflected_multiply",
    "a tuple": ADD + TIMES + "Value.__radd__, Value.__rmul__ = reflected_add, reflected_multiply",
    "lambdas in a tuple": "Value.__radd__, Value.__rmul__ = lambda self, n: self + n, lambda self, n: self * n",
    "lambdas": "Value.__radd__ = lambda self, n: self + n\nValue.__rmul__ = (lambda self, n:\n    self *\n    n)",
    "two targets": "Value.__radd__ = Value.plus = lambda self, n: self + n\nValue.__rmul__ = Value.__mul__",
    "the class's own": "Value.__radd__, Value.__rmul__ = Value.__add__, Value.__mul__",
    "setattr": ADD
    + TIMES
    + 'setattr(Value, "__radd__", reflected_add)\nsetattr(Value, "__rmul__", reflected_multiply)',
    "a loop": "for name in ('add', 'mul'):\n    setattr(Value, f'__r{name}__', getattr(Value, f'__{name}__'))",
    "a subclass of its name": (
        "class Value(Value):\n    def __radd__(self, n):\n        return self + n\n\n"
        "    def __rmul__(self, n):\n        return self * n"
    ),
    "a factory": (
        "def made(sign):\n    def method(self, n):\n        return self + n if sign == '+' else self * n\n"
        "    return method\n\nValue.__radd__, Value.__rmul__ = made('+'), made('*')"
    ),
    "a factory of rules": (
        "def made(rule):\n    return lambda self, n: rule(self, n)\n\n"
        "Value.__radd__, Value.__rmul__ = made(lambda a, b: a + b), made(lambda a, b: a * b)"
    ),
    "a loop over operators": (
        "import operator\n\ndef made(compute):\n    def method(self, n):\n        return Value(compute(self.data, n))\n"
        "    return method\n\nfor sign in ('add', 'mul'):\n"
        "    setattr(Value, f'__r{sign}__', made(getattr(operator, sign)))"
    ),
    "on one line": "def one(self, n): return self + n\ndef two(self, n): return self * n\n"
    "Value.__radd__ = one; Value.__rmul__ = two",
    "with helpers": (
        "import operator as o\nfrom functools import reduce\nSIGNS = {'+': 'add', '*': 'mul'}\n\n"
        "def apply(sign, *both):\n    return reduce(getattr(o, SIGNS[sign]), both)\n\n"
        "Value.__radd__ = lambda self, n: apply('+', self, n)\nValue.__rmul__ = lambda self, n: apply('*', self, n)"
    ),
    "with a decorator": (
        "def swapped(f):\n    def g(self, n):\n        return f(n, self)\n    return g\n\n"
        "class Value(Value):\n    @swapped\n    def __radd__(a, b):\n        return b + a\n\n"
        "    @swapped\n    def __rmul__(a, b):\n        return b * a"
    ),
    "with a decorator that wraps": (
        "import functools\n\ndef same(f):\n    @functools.wraps(f)\n    def g(*both):\n        return f(*both)\n"
        "    return g\n\n"
        "class Value(Value):\n    @same\n    def __radd__(self, n):\n        return self + n\n\n"
        "    __rmul__ = same(lambda self, n: self * n)"
    ),
    "functions from a decorator": (
        "def boxed(f):\n    def g(self, n):\n        return Value(f(self.data, n))\n    return g\n\n"
        "@boxed\ndef plus(x, n):\n    return x + n\n\n\n@boxed\ndef times(x, n):\n    return x * n\n\n"
        "Value.__radd__, Value.__rmul__ = plus, times"
    ),
    "a property with a setter": BOX.replace("self.data, self.inputs", "self._data, self.inputs")
    + "\n    @property\n    def data(self):\n        return self._data\n\n"
    "    @data.setter\n    def data(self, number):\n        self._data = number\n\n"
    "    __radd__, __rmul__ = __add__, __mul__",
    "names that come later, behind a colon": "from __future__ import annotations\n"
    + BOX.replace("(self, other):", "(self, other: Value | float) -> Value:").replace(
        "inputs=()", "inputs: tuple[Value, ...] = ()"
    )
    + "\n    __radd__, __rmul__ = __add__, __mul__",
    "a mixin": (
        "class Reflected:\n    def __radd__(self, n):\n        return self + n\n\n"
        "    def __rmul__(self, n):\n        return self * n\n\n"
        + BOX.replace("class Value:", "class Value(Reflected):")
    ),
    "under another name": BOX.replace("Value", "Number").replace("class Number:", "class Number:\n    extra = 1\n")
    + "\n    def __radd__(self, n):\n        return self + n\n\n    __rmul__ = __mul__\n\nValue = Number",
    "marks of a solution": BOX.replace(
        "        other = other", '        """Sum."""\n        ### BEGIN SOLUTION\n        other = other'
    )
    + "        ### END SOLUTION\n\n    __radd__, __rmul__ = __add__, __mul__",
    "slots": BOX.replace(
        "    def __init__", '    __slots__ = ("data", "grad", "inputs", "label", "op")\n\n    def __init__'
    )
    + "\n    __radd__, __rmul__ = __add__, __mul__",
    "a dataclass": (
        "from dataclasses import dataclass, field\n\n@dataclass(eq=False)\nclass Value:\n    data: float\n"
        "    inputs: tuple = ()\n    op: str = ''\n    label: str = ''\n"
        "    grad: float = field(default=0.0, repr=False)\n\n"
        "    def __add__(self, n):\n        n = n if isinstance(n, Value) else Value(n)\n"
        "        return Value(self.data + n.data, (self, n), '+')\n\n"
        "    def __mul__(self, n):\n        n = n if isinstance(n, Value) else Value(n)\n"
        "        return Value(self.data * n.data, (self, n), '*')\n\n    __radd__, __rmul__ = __add__, __mul__"
    ),
    "tabs": BOX.replace("    ", "\t") + "\n\t__radd__ = __add__\n\t__rmul__ = __mul__",
}
ALONE = "import sys; sys.path.insert(0, sys.argv[1]); from mine import Value; y = 3 + 2 * Value(4.0); print(y.data)"


def run_alone(folder):
    """What the file gives of 3 + 2 * 4 in a process that has nothing of this kit or of a notebook."""
    words = [sys.executable, "-I", "-S", "-c", ALONE, str(folder)]
    return subprocess.run(words, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("form", FORMS)
def test_a_class_in_any_form_is_kept_and_runs_without_a_notebook(form, folder):
    notebook = Notebook(BOX, FORMS[form])
    assert (3 + 2 * notebook["Value"](4.0)).data == 11
    assert mine.keep("Value", notebook["Value"], 2) == "Kept in mine.py: Value."
    done = run_alone(folder)
    assert done.stdout == "11.0\n", f"{done.stderr}\n{mine.show()}"
    assert "micrograd_lab" not in mine.show()


@pytest.mark.parametrize("form", FORMS)
def test_what_is_kept_twice_is_the_same(form):
    notebook = Notebook(BOX, FORMS[form])
    mine.keep("Value", notebook["Value"], 2)
    before = str(mine.show())
    assert mine.keep("Value", notebook["Value"], 2) == "Kept in mine.py: Value."
    assert mine.show() == before
    again = mine.Value
    assert mine.keep("Value", again, 2) == "Kept in mine.py: Value."
    assert mine.show() == before


def test_methods_from_outside_stand_inside_their_class_under_the_attributes_name():
    notebook = Notebook(BOX, FORMS["a tuple"])
    mine.keep("Value", notebook["Value"], 2)
    assert mine.show().endswith(
        "    def __radd__(self, other):\n        return self + other\n\n"
        "    def __rmul__(self, other):\n        return self * other\n"
    )
    assert "reflected_add" not in mine.show()


def test_a_file_begins_with_what_it_is_and_has_a_section_for_each_lesson():
    mine.keep("Value", Notebook(BOX)["Value"], 2)
    begins = (
        '"""My engine, as it stands after lesson 2."""\n\n\n# Lesson 2: numbers that remember how they were made.\n\n\n'
    )
    assert mine.show().startswith(begins + "class Value:\n")
    mine.keep("topological", Notebook("def topological(root):\n    return [root]")["topological"], 5)
    assert mine.show().startswith('"""My engine, as it stands after lesson 5."""\n')
    assert mine.show().endswith(
        "\n\n\n# Lesson 5: nobody sends before all of its users have.\n\n\ndef topological(root):\n    return [root]\n"
    )


def test_methods_of_earlier_lessons_stay_when_a_later_class_has_none_of_their_name():
    mine.keep("Value", Notebook(BOX, FORMS["a tuple"])["Value"], 2)
    later = BOX.replace("        self.grad = 0.0\n", "        self.grad = 0.0\n        self._backward = lambda: None\n")
    later = later.split("    def __mul__")[0] + "\n    def relu(self):\n        return Value(max(0.0, self.data))\n"
    assert mine.keep("Value", Notebook(later)["Value"], 4) == "Kept in mine.py: Value."
    said = mine.show()
    assert said.index("_backward") < said.index("__repr__") < said.index("__mul__") < said.index("__rmul__")
    assert said.index("__rmul__") < said.index("    # Lesson 4: each operation knows its own step back.")
    assert said.index("    # Lesson 4") < said.index("def relu")
    assert said.count("def __add__") == said.count("def __init__") == 1


def test_an_earlier_lesson_done_again_does_not_undo_a_later_one():
    mine.keep("Value", Notebook(BOX)["Value"], 2)
    with_step = BOX.replace('(self, other), "+")', '(self, other), "plus")').replace(
        "0.0\n", "0.0\n        self.b = 1\n"
    )
    mine.keep("Value", Notebook(with_step)["Value"], 4)
    after = str(mine.show())
    assert '"plus"' in after
    mine.keep("Value", Notebook(BOX, FORMS["lambdas"])["Value"], 2)
    assert '"plus"' in mine.show()
    assert "self.b = 1" in mine.show()
    assert "__radd__" in mine.show()


@pytest.mark.parametrize("reflected", ["Value.__radd__ = Value.__add__", "Value.__radd__ = Value.plus = Value.__add__"])
def test_a_second_name_of_a_method_goes_along_when_a_later_lesson_writes_the_method_anew(reflected):
    mine.keep("Value", Notebook(BOX, reflected)["Value"], 2)
    step = "def add(self, other):\n    return Value(self.data + getattr(other, 'data', other), (self,), 'step')\n"
    notebook = Notebook("from micrograd_lab import mine\nValue = mine.Value", step + "\nValue.__add__ = add")
    assert mine.keep("Value", notebook["Value"], 4) == "Kept in mine.py: Value."
    assert (3 + mine.Value(4.0)).op == (mine.Value(4.0) + 3).op == "step"
    before = str(mine.show())
    assert mine.keep("Value", mine.Value, 4) == "Kept in mine.py: Value."
    assert mine.show() == before


def test_a_method_that_was_written_as_a_function_calls_the_object_self():
    mine.keep("Value", Notebook(BOX)["Value"], 2)
    source = "def sweep(v):\n    v.grad = 1.0\n\ndef begin(root):\n    root.grad = 1.0\n    sweep(root)  # root\n"
    notebook = Notebook(source)
    assert mine.keep("Value.begin", notebook["begin"], 5) == "Kept in mine.py: Value.begin."
    assert "    def begin(self):\n        self.grad = 1.0\n        sweep(self)  # root\n" in mine.show()
    assert "\n\ndef sweep(v):\n    v.grad = 1.0\n" in mine.show()


def test_a_function_within_that_calls_its_own_input_root_keeps_that_name():
    mine.keep("Value", Notebook(BOX)["Value"], 2)
    source = "def begin(root):\n    def visit(root):\n        return root\n    visit(root).grad = 1.0\n"
    mine.keep("Value.begin", Notebook(source)["begin"], 5)
    assert "    def begin(root):\n        def visit(root):\n" in mine.show()


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ("import math\ndef topological(root):\n    return [math.pi]", "import math\n"),
        ("import numpy.linalg as la\ndef topological(root):\n    return la", "import numpy.linalg as la\n"),
        ("from math import pi as p, tau\ndef topological(root):\n    return p", "from math import pi as p\n"),
        ("EPS = 1e-6  # small\ndef topological(root):\n    return EPS", "EPS = 1e-6  # small\n"),
        ("a, b = 1, 2\ndef topological(root):\n    return a", "a = 1\n"),
        ("best = float('inf')\ndef topological(root):\n    return best", 'best = float("inf")\n'),
        ("import random\nrng = random.Random(3)\ndef topological(root):\n    return rng", "rng = random.Random(3)\n"),
        ("f = lambda x: (x,)\ndef topological(root):\n    return f(root)", "def f(x):\n    return (x,)\n"),
        (
            "from collections import deque\ndef topological(root):\n    return deque()",
            "from collections import deque\n",
        ),
        ("def one(x, many=()):\n    return x\n\ntopological = one", "def topological(x, many=()):\n    return x\n"),
        ("def topo(v):\n    return [*map(topo, v.inputs), v]\n\ntopological = topo", "\ntopological = topo\n"),
        (
            "class Stack(list):\n    pass\n\ndef topological(root):\n    return Stack()",
            "class Stack(list):\n    pass\n",
        ),
        (
            "from typing import NamedTuple\n\nclass Edge(NamedTuple):\n    start: object\n\n    def turned(self):\n"
            "        return self[::-1]\n\ndef topological(root):\n    return Edge(1).turned()",
            "class Edge(NamedTuple):\n    start: object\n\n    def turned(self):\n        return self[::-1]\n",
        ),
        (
            "from __future__ import annotations\nimport math\ndef topological(root: Box):\n    return math.pi",
            "\nfrom __future__ import annotations\nimport math\n",
        ),
        ('def topological(root):\n    return """a\n  b"""', '    return """a\n  b"""\n'),
        (
            "def topological(root):\n    ### BEGIN SOLUTION\n    return 1\n    ### END SOLUTION",
            "(root):\n    return 1\n",
        ),
        (
            "# Each after its inputs.\ndef topological(root):\n    return 1",
            "\n# Each after its inputs.\ndef topological",
        ),
    ],
)
def test_what_an_answer_reaches_comes_along(cells, says):
    assert mine.keep("topological", Notebook(cells)["topological"], 5) == "Kept in mine.py: topological."
    assert says in mine.show()
    assert mine.topological


def test_a_helper_that_a_class_needs_at_once_stands_above_it():
    mine.keep("Value", Notebook(BOX)["Value"], 2)
    later = "def noted(f):\n    return f\n\nOP = 'tanh'\n\nclass Value(Value):\n    @noted\n"
    later += "    def tanh(self, op=OP):\n        return self"
    assert mine.keep("Value", Notebook(BOX, later)["Value"], 4) == "Kept in mine.py: Value."
    assert mine.show().index("def noted") < mine.show().index("class Value")
    assert mine.show().index("OP = ") < mine.show().index("class Value")


def test_mine_in_an_answer_is_the_file_itself():
    mine.keep("Value", Notebook(BOX)["Value"], 2)
    mine.keep("topological", Notebook("def topological(root):\n    return [root]")["topological"], 5)
    source = (
        "from micrograd_lab import mine\ndef begin(root):\n    for v in mine.topological(root):\n        v.grad = 1.0\n"
    )
    assert mine.keep("Value.begin", Notebook(source)["begin"], 5) == "Kept in mine.py: Value.begin."
    assert "        for v in topological(self):\n" in mine.show()
    assert "micrograd_lab" not in mine.show()
