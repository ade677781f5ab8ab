"""Lessons 0 and 1 in JupyterLab: the first minute, three sliders, ten questions, and a button that is heard."""

import re

import pytest

from micrograd_lab.live.learner.questions.ten import TEN, UNSURE

from .page import box, handle, message_of, place, press, type_into
from .test_access import serious

pytestmark = pytest.mark.browser

VIEWS = {
    "00_start": ["minute = live", "hand = live", "everything = live", "before = live"],
    "01_slopes": ['live.warmup("01")', "dark = live", "ridge = live", "secant = live"],
}


@pytest.fixture(scope="module")
def journal_before():
    return {}


@pytest.fixture(scope="module")
def start(open_lesson, lab, journal_before):
    lesson = open_lesson("00_start")
    journal_before["00_start"] = lab.journal()
    return lesson


@pytest.fixture(scope="module")
def slopes(open_lesson, lab, journal_before):
    lesson = open_lesson("01_slopes")
    journal_before["01_slopes"] = lab.journal()
    return lesson


@pytest.fixture(params=["start", "slopes"])
def opened(request):
    return request.getfixturevalue(request.param)


def test_every_cell_runs_and_run_all_predicts_and_answers_nothing(opened, journal_before):
    cells = opened.cells()
    assert [cell["errors"] for cell in cells if cell["errors"]] == []
    assert opened.complaints == []
    shown = [cell for cell in cells if "application/vnd.jupyter.widget-view+json" in cell["types"]]
    assert len(shown) == len(VIEWS[opened.name])
    lesson = opened.name[:2]
    assert [
        e for e in journal_before[opened.name] if e.get("lesson") == lesson or e["kind"] in ("answer", "attempt")
    ] == []


def test_what_gives_an_outcome_away_is_folded(opened):
    assert opened.cell("again.commit").is_hidden()


def test_views_fit_a_small_laptops_window(opened):
    window = opened.page.locator(".jp-WindowedPanel-outer").first.evaluate("e => e.clientHeight")
    for name in VIEWS[opened.name]:
        view = opened.view(name)
        view.evaluate("e => e.scrollIntoView()")
        moving = view.locator(".micrograd-view") if view.locator(".micrograd-view").count() else view
        wide, shown, high = moving.evaluate("e => [e.scrollWidth, e.clientWidth, e.clientHeight]")
        assert high <= window, name
        assert wide <= shown, name


@pytest.mark.parametrize("theme", ["Dark", "Light"])
def test_axe_finds_nothing_serious(opened, theme):
    opened.theme(theme)
    opened.page.wait_for_timeout(500)  # names reach the handles twice in this time
    assert serious(opened.page, theme) == []


def test_the_network_of_lesson_0_learns_when_a_guess_is_committed(start, lab):
    view = start.view("minute = live")
    learn = view.get_by_role("button", name="let it learn")
    start.until(learn.is_disabled, True)
    press(view, "commit")
    view.get_by_text("No answer is chosen yet.").wait_for()
    view.get_by_role("radio").nth(0).focus()
    start.page.keyboard.press("Space")
    view.get_by_role("textbox", name="because").fill("they are many")
    press(view, "a guess")
    press(view, "commit")
    start.until(learn.is_disabled, False)
    learn.click()
    start.until(lambda: view.get_by_role("button", name="pause").count(), 1)
    seen = set()
    while "All 100 points" not in (said := view.inner_text()):
        seen.add(re.search(r"(\d+) of 100 right", said)[1])
        start.page.wait_for_timeout(100)
    assert len(seen) > 10  # the border bends before one's eyes
    view.get_by_text("It was 40. At each step a number moves").wait_for()
    assert re.search(r"What happens\s+about 40", view.inner_text())
    kept = [(e["kind"], e["answer"]) for e in lab.journal() if e.get("lesson") == "00" and "answer" in e]
    assert kept[-2:] == [("prediction", "about 40"), ("outcome", "about 40")]


def test_three_sliders_are_moved_below_the_goal_with_keys(start):
    view = start.view("hand = live")
    waits = view.get_by_role("timer")
    assert "from your first move" in waits.inner_text()
    handle(view, "w1").press("ArrowRight")
    start.until(lambda: waits.inner_text().endswith("s left"), True)
    for name, x in (("w1", "1.8"), ("b", "-2.2"), ("w2", "1.2")):
        type_into(box(view, name), x)
    view.get_by_text("Below 0.1, by hand").wait_for()
    start.until(lambda: waits.inner_text().startswith("done in"), True)
    press(view, "start again")
    start.until(lambda: place(view, "b"), 1.0)
    start.until(lambda: "from your first move" in waits.inner_text(), True)


def test_python_hears_the_button(start):
    view = start.view("everything = live")
    assert "Python has heard" not in view.inner_text()
    press(view, "press me")
    start.until(lambda: message_of(view), "Python has heard you: buttons and sliders work.")


def test_ten_questions_are_answered_one_by_one_and_kept(start, lab):
    view = start.view("before = live")
    for number, question in enumerate(TEN, 1):
        view.get_by_text(f"Question {number} of 10.").wait_for()
        options = view.get_by_role("radio")
        start.until(options.count, len(question.options) + 1)
        press(view, "answer")
        start.until(lambda: message_of(view), f"Choose one. “{UNSURE}” is an answer too.")
        options.nth(0).click()
        press(view, "answer")
    view.get_by_text("All ten are answered.").wait_for()
    kept = [(e["question"], e["answer"]) for e in lab.journal() if e["kind"] == "answer"]
    assert kept == [(question.about, question.options[0]) for question in TEN]


@pytest.mark.parametrize("theme", ["Dark", "Light"])
def test_pictures_for_a_person_to_look_at(opened, shoot, theme):
    opened.theme(theme)
    for name in VIEWS[opened.name]:
        opened.view(name).evaluate("e => e.scrollIntoView()")
        shoot(opened.page, f"{opened.name}-{theme.lower()}-{re.search('[a-z]+', name)[0]}")
    assert not opened.complaints
