"""The engine beside a learner's: right but for the line that stands in lesson 4's page."""

import ast
import inspect
import re
from pathlib import Path
from textwrap import dedent

import pytest

from micrograd_lab import gradcheck
from micrograd_lab.checks import lesson_06
from micrograd_lab.checks.beside.tape import taped
from micrograd_lab.checks.lesson_06.on_engines import TELLING
from micrograd_lab.checks.lesson_06.told_programs import NUMBERS
from micrograd_lab.checks.wrong_engines import RIGHT, WRONG, composed, exposed
from micrograd_lab.experiments.second_engine import Value
from micrograd_lab.mine import loading

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "course" / "04_node" / "lesson.py"
AFTER_6 = (ROOT / "micrograd_lab" / "mine" / "checkpoints" / "checkpoint_06.py").read_text(encoding="utf-8")
LECTURES = ["a * b + c", "a + a", "(a * b) * (a + b)", "(a * b + c).tanh()"]


def test_its_exp_is_the_one_of_lesson_4s_page_letter_for_letter():
    own = ast.unparse(ast.parse(dedent(inspect.getsource(Value.exp))))
    page = {n.name: ast.unparse(n) for n in ast.parse(PAGE.read_text(encoding="utf-8")).body if hasattr(n, "name")}
    assert page["exp"] == own
    assert "self.grad = out.data" in own


@pytest.mark.parametrize("probe", LECTURES)
def test_what_lectures_draw_lets_it_pass(probe):
    assert str(lesson_06.tested([probe], Value)).endswith("agrees")


def test_only_exp_is_wrong_and_only_where_its_input_is_used_twice():
    assert gradcheck.check(lambda a, b: (a * b).exp() + b.tanh() ** 3 - a.relu(), a=0.5, b=1.5, value=Value)
    assert gradcheck.check(lambda a, b: (a * a.tanh() / b).log(), a=0.5, b=1.5, value=Value)
    assert not gradcheck.check(lambda a: a * a.exp(), a=2.0, value=Value)
    assert not gradcheck.check(lambda a: (a * a.exp() / 16).tanh(), a=2.0, value=Value)  # lesson 5's sixth
    says = str(lesson_06.tested(["a.exp() * a"], Value))
    assert "disagrees: a gets -0.2707, measured is -0.1353" in says


def test_nine_expressions_expose_all_38():
    programs = [taped({"inputs": NUMBERS, "lines": lines}) for lines in TELLING]
    assert len(programs) == 9
    assert not [engine.name for engine in WRONG if not any(exposed(engine, program) for program in programs)]


def test_the_fault_of_a_class_is_told_by_its_name():
    assert "= in exp" in lesson_06.faults(Value)

    class Shifted(Value):
        def backward(self):
            super().backward()
            self.grad = 2.0

    assert lesson_06.faults(Shifted) == lesson_06.faults(Value)  # the root's own grad is nobody's gradient
    assert lesson_06.faults(type("Bare", (), {"__init__": lambda self, x: None})).startswith("yours: none of the 38")


@pytest.mark.parametrize("division", ["of its own", "made of * and **"])
def test_a_fault_is_told_by_its_name_where_an_operation_is_made_of_others(division):
    """As it is in the course's own class: a - b is a + -b, and -a is a * -1."""
    alone = re.sub(r" \* out\.grad", "", re.sub(r"\+= out\.grad( / )?", lambda m: "+= 1.0" + (m[1] or ""), AFTER_6))
    if division != "of its own":
        divided = r"(?s)(def __truediv__\(self, other\):\n).*?return out\n"
        alone = re.sub(divided, r"\1        return self * value(other) ** -1\n", alone)
    said = str(lesson_06.faults(loading.made("checkpoint_00", alone).Value))
    assert said.startswith("yours: 1 of 38 faults, without upstream. "), said


def test_a_program_comes_to_the_same_where_an_operation_is_made_of_others():
    programs = [taped({"inputs": NUMBERS, "lines": [line]}) for line in ("y = (2 - a) * (6 / a)", "y = -a / b - c")]
    ways = list(composed.ways(programs))
    assert len({str(way) for way in ways}) == 8
    for way in ways:
        for program, other in zip(programs, way, strict=True):
            (data, grads), (again, others) = RIGHT.run(program), RIGHT.run(other)
            assert [again, *others] == pytest.approx([data, *grads])


def test_the_wall_counts_what_is_exposed():
    assert lesson_06.wall(LECTURES).endswith("17 of 38 exposed by 4 expressions")
    assert "\N{BLACK SQUARE} still alive   \N{MIDDLE DOT} exposed\n" in lesson_06.wall(LECTURES)
    assert lesson_06.wall(...) == lesson_06.tested(..., Value)
    assert "does not run" in lesson_06.wall(["a ^ b"])
