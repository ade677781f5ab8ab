"""The notebook decides: however it was taken apart, what its checks have said is what the grade says."""

import sys

import pytest

from .notebooks import graded
from .taken_apart import made, passed_in_a_kernel, passed_in_this_process

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the sandbox is Linux's")


def some(step):
    """Seeds of 500 notebooks, of which five run by default. benchmarks/taken_apart.py is the recorded run of all."""
    return [pytest.param(n, marks=[] if n % 100 == 0 else [pytest.mark.long]) for n in range(0, 500, step)]


def differs(seed, passed):
    """What the grade says otherwise than the notebook, in words; "" where it says the same.

    It may say passed where the notebook does not, and then says by what other road.
    """
    lesson, book, changes, _ = made(seed)
    # What one notebook has put into a class is found by the next one in the same process.
    run = passed_in_a_kernel if lesson == "04" else passed
    said, record = run(lesson, book), graded(book, f"{lesson}_.ipynb")
    found = {one["number"]: one for one in record["exercises"] if one["state"] == "passed"}
    more = [n for n in found.keys() - said if not (found[n]["notes"] or "in place of yours" in found[n]["text"])]
    more = [n for n in more if "no code cell" not in " ".join(record["notes"])]
    wrong = said - found.keys() or more
    return f"{seed} {lesson} {changes}: notebook {sorted(said)}, grade {sorted(found)}" if wrong else ""


@pytest.mark.parametrize("seed", some(25))
def test_the_grade_says_what_the_notebook_said(seed):
    assert differs(seed, passed_in_this_process) == ""


@pytest.mark.parametrize("seed", some(100))
def test_the_grade_says_what_a_real_kernel_said(seed):
    assert differs(seed, passed_in_a_kernel) == ""
