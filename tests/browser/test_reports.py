"""The pages of a report in a browser: they read well by axe's measure, stay on the screen, and run nothing."""

import subprocess
import sys

import pytest
from axe_playwright_python.sync_playwright import Axe
from hostile.attacks import ATTACKS
from hostile.submission import answered

pytestmark = [pytest.mark.browser, pytest.mark.skipif(sys.platform != "linux", reason="the sandbox is Linux's")]
MARKUP = [submission for submission in ATTACKS if submission.family == "markup"]

LONG = "numbers = [" + "1, " * 200 + "]\n" + "\n".join(f"x = {n}" for n in range(400))


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """A class of five: two who write markup, one right, one partly, one who has handed in nothing that can be read."""
    folder = tmp_path_factory.mktemp("class")
    named = [(f"<b>learner {n}</b>", submission.data) for n, submission in enumerate(MARKUP)]
    named += [
        ("right", answered({"5.1": LONG})),
        ("partly", answered({"5.2": "def backward(root):\n    root.grad = 1.0\n"})),
    ]
    right = len(MARKUP)
    for n, (_, data) in enumerate([*named, ("broken", b"{")]):
        (folder / "in" / f"id{n}").mkdir(parents=True)
        (folder / "in" / f"id{n}" / "05_order.ipynb").write_bytes(data)
    lines = [f"id{n},{name}" for n, (name, _) in enumerate(named)]
    (folder / "roster.csv").write_text("\n".join(["id,name", *lines, "gone,Not Here"]))
    command = [sys.executable, "-c", "from micrograd_lab.cli import app; app()", "grade", folder / "in"]
    command += ["--out", folder / "out", "--roster", folder / "roster.csv"]
    (folder / "hand.csv").write_text(f"id,exercise,change,late_days,comment\nid{right},5.2,-1,,long\nx,5.2,1,,y\n")
    command += ["--adjustments", folder / "hand.csv"]
    run = subprocess.run(command, capture_output=True, text=True)
    assert run.returncode == 1, run.stdout + run.stderr
    assert "asked: line 3 of " in run.stderr
    return folder / "out"


def opened(browser, path, scheme="light", width=1000):
    page = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 800})
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: pytest.fail(f"a page has run something: {dialog.message}"))
    page.goto(path.as_uri())
    assert asked == [path.as_uri()]
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_on_any_page(report, chromium, scheme):
    for path in [report / "index.html", *sorted((report / "learners").glob("*.html"))]:
        page = opened(chromium, path, scheme)
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
        serious = [v["id"] for v in found if v["impact"] in ("serious", "critical")]
        assert serious == [], (path.name, [v["nodes"][0]["html"] for v in found])
        page.close()


def test_markup_is_read_and_not_run(report, chromium):
    page = opened(chromium, report / "index.html")
    assert "<b>learner 0</b>" in page.inner_text("main")
    page.locator("a", has_text="<b>learner 0</b>").first.click()
    assert "<script>alert(1)</script>" in page.inner_text("main")
    assert page.locator("main script, main b, main img").count() == 0
    assert page.locator("a").count() == 0  # a teacher may send this page: it leads to nobody else's
    page.go_back()
    assert page.title() == "The class"


def test_a_narrow_screen_scrolls_tables_and_code_and_not_the_page(report, chromium):
    for path in [report / "index.html", *sorted((report / "learners").glob("*.html"))]:
        page = opened(chromium, path, width=360)
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        page.close()


def test_an_answer_stands_below_its_verdict_and_is_code_as_it_was_written(report, chromium):
    (path,) = (path for path in (report / "learners").glob("*.html") if ">partly, " in path.read_text("utf-8"))
    exercise = opened(chromium, path).locator("section", has_text="5.2 backward")
    assert exercise.locator("pre.code").inner_text() == "def backward(root):\n    root.grad = 1.0"


def test_the_class_page_tells_who_is_missing_and_what_is_wrong(report, chromium):
    page = opened(chromium, report / "index.html")
    text = page.inner_text("main")
    assert "1 person has handed in nothing" in text
    assert "Not Here" not in text
    page.locator("summary", has_text="Nothing at all: 1").click()
    assert "Not Here" in page.inner_text("main")
    assert "damaged" in text
    assert "the output sends nothing (1)" in text  # the misconception of whoever stops at the output
