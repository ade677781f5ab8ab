"""What measures the sets that others wrote: an answer finds there what a learner's own kernel would hold."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

MEASURE = Path(__file__).parent / "second_set" / "measure.py"
# Its step back is a method, which a `_backward` that each instance is given hides: the class of later lessons does so.
A_METHOD = """class Plus(Value):
    def _backward(self):
        for i in self.inputs:
            i.grad += self.grad


class Times(Value):
    def _backward(self):
        a, b = self.inputs
        a.grad += b.data * self.grad
        b.grad += a.data * self.grad


Value.__add__ = lambda self, other: Plus(self.data + value(other).data, (self, value(other)), "+")
Value.__mul__ = lambda self, other: Times(self.data * value(other).data, (self, value(other)), "*")
"""
DECORATED = """import functools


@functools.wraps(Value.__add__)
def reflected_add(self, other):
    return self + other


Value.__radd__ = reflected_add
"""
IN_THE_CELL_OF_THE_CHECK = "def double(x):\n    return x + x\n"
RIGHT = [("4.1", A_METHOD), ("2.2", DECORATED), ("00 double", IN_THE_CELL_OF_THE_CHECK)]


@pytest.fixture(scope="module")
def measured(tmp_path_factory):
    """What the measure prints of these right answers."""
    place = tmp_path_factory.mktemp("a_set")
    answers = [{"exercise": exercise, "source": source, "style": ""} for exercise, source in RIGHT]
    (place / "right_answers.py").write_text(f"ANSWERS = {answers!r}\n", encoding="utf-8")
    run = subprocess.run(
        [sys.executable, MEASURE, place, "--all"], capture_output=True, text=True, check=False, encoding="utf-8"
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


@pytest.mark.parametrize("exercise", [exercise for exercise, _ in RIGHT])
def test_a_right_answer_is_measured_among_what_stands_before_it(measured, exercise):
    assert re.findall(rf'\["(\w+)", "{exercise}"', measured) == ["accepted"]
    assert f"  {exercise}: accepted 1\n" in measured
