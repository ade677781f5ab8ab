"""A learner's way through exercise 5.2 in JupyterLab: a wrong answer, its message, a hint, the right answer."""

import shutil

import pytest

from .lab import ROOT

pytestmark = pytest.mark.browser

TOPOLOGICAL = """def topological(root):
    order = []

    def visit(v):
        if v not in order:
            for i in v.inputs:
                visit(i)
            order.append(v)

    visit(root)
    return order"""
RECURSIVE = """def backward(self):
    self.grad = 1.0

    def send(v):
        v._backward()
        for i in v.inputs:
            send(i)

    send(self)"""
RIGHT = """def backward(self):
    self.grad = 1.0
    for v in reversed(topological(self)):
        v._backward()"""
CHECK = "check.backward(backward)"


@pytest.fixture(scope="module")
def exercise(open_lesson, lab):
    shutil.copy(ROOT / "exercises" / "05_order_exercises.ipynb", lab.lessons / "exercise_05.ipynb")
    return open_lesson("exercise_05")


def write(exercise, cell, code):
    """Replace what stands in a cell by code, as by pasting it, and run the cell."""
    cell.locator(".cm-content").first.click()
    exercise.page.keyboard.press("ControlOrMeta+a")
    exercise.page.keyboard.insert_text(code)
    run(exercise)


def run(exercise):
    exercise.page.keyboard.press("ControlOrMeta+Enter")


def answer(exercise, cell):
    """Run a cell, and give what is shown below it once it has changed."""
    output = cell.locator(".jp-OutputArea")
    before = said(output)
    cell.locator(".cm-content").first.click()
    run(exercise)
    exercise.until(lambda: said(output) not in ("", before), True)
    return said(output)


def said(output):
    return output.first.inner_text().strip() if output.count() else ""


def test_wrong_then_a_hint_then_right(exercise, lab, shoot):
    page = exercise.page
    order, backward, check = map(exercise.cell, ("def topological(root)", "def backward(self)", CHECK))
    shown = check.locator(".jp-OutputArea")
    assert "not attempted yet" in said(shown)
    write(exercise, order, TOPOLOGICAL)

    write(exercise, backward, RECURSIVE)
    wrong = answer(exercise, check)
    assert "5.2 backward: not yet." in wrong
    assert "got a -18" in wrong
    assert "A box with two users sent twice" in wrong
    assert "Try: let a box send once" in wrong
    assert "Traceback" not in wrong
    check.scroll_into_view_if_needed()
    shoot(page, "exercise-wrong")

    check.locator(".cm-content").first.click()
    for key in ("Escape", "b", "Enter"):  # a new cell below: the check itself is locked
        page.keyboard.press(key)
    page.keyboard.insert_text("check.backward.hint()")
    run(exercise)
    new = page.locator(".jp-Notebook .jp-Cell.jp-mod-active .jp-OutputArea")
    exercise.until(lambda: "A question: When may a box send" in said(new), True)
    shoot(page, "exercise-hint")

    write(exercise, backward, RIGHT)
    assert "5.2 backward: passed, 3 of 3 points." in answer(exercise, check)
    check.scroll_into_view_if_needed()
    for theme in ("Dark", "Light"):
        exercise.theme(theme)
        shoot(page, f"exercise-passed-{theme.lower()}")

    kept = [e for e in lab.journal() if e.get("exercise") == "5.2" and e.get("outcome") != "NotAttempted"]
    tried = [(e["kind"], e.get("outcome"), e.get("misconception")) for e in kept]
    assert tried == [
        ("attempt", "Incorrect", "fires twice"),
        ("hint", None, None),
        ("attempt", "Passed", ""),
    ]
