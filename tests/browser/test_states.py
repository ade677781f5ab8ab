"""Every state in which a learner meets a page: what stands there is true, and says what to do."""

import nbformat
import pytest
from nbformat.sign import NotebookNotary

from .lab import PATIENCE, Lesson

pytestmark = pytest.mark.browser

PLAIN = "from micrograd_lab import Value, draw, live\nprint(2 * 3 + 1)"
PICTURE = 'x = Value(2.0, "x")\ndraw.graph(x * 3)'
VIEW = 'live.graph("a * b", a=2.0, b=3.0)'
WORDS = 'live.warmup("05")'
LAST = "late = 1\nlate"
CELLS = (PLAIN, PICTURE, VIEW, WORDS, LAST)
NOT_FOUND = "model not found"


@pytest.fixture(scope="module")
def window(chromium):
    context = chromium.new_context(viewport={"width": 1280, "height": 720})
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


@pytest.fixture(scope="module")
def page_of_the_course(lab, window):
    """A page that was built: with numbers, outputs and stills, and without what only a kernel can show; signed."""
    lab.write("states", CELLS)
    path = lab.lessons / "states.ipynb"
    lesson = lab.open(window.new_page(), path.name)
    lesson.page.evaluate("jupyterapp.commands.execute('docmanager:save')")
    lesson.until(lambda: "widget-view" in path.read_text(), True)
    ended(lesson)
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        for output in cell.outputs:
            output.get("data", {}).pop("application/vnd.jupyter.widget-view+json", None)
    nbformat.write(notebook, path)
    NotebookNotary().sign(notebook)
    return path.name


def ended(lesson):
    lesson.page.evaluate("() => jupyterapp.serviceManager.sessions.shutdownAll()")
    lesson.page.close()


def state(lesson, source):
    """(what stands at the left, whether a text is shown, whether a picture, whether a view) of a cell."""
    return tuple(
        lesson.cell(source).evaluate(
            """cell => {
                const seen = what => [...cell.querySelectorAll(`.jp-OutputArea-output ${what}, ` +
                    `.jp-OutputArea-output${what}`)].some(e => e.checkVisibility());
                const prompt = cell.querySelector(".jp-InputPrompt");
                const shown = getComputedStyle(prompt, "::after").content.replaceAll('"', "");
                const number = getComputedStyle(prompt).fontSize === "0px" ? shown : prompt.textContent;
                return [number, seen(":is(pre)"), seen(":is(img, svg)"), seen(".micrograd-view")];
            }"""
        )
    )


def said(lesson, source):
    """What stands above a cell's output."""
    area = lesson.cell(source).locator(".jp-Cell-outputArea")
    return area.evaluate("area => getComputedStyle(area, '::before').content.replaceAll('\"', '')")


def test_what_is_run_before_its_kernel_has_come_waits_for_it(lab, window, page_of_the_course):
    page = window.new_page()
    page.goto(f"http://127.0.0.1:{lab.port}/lab/tree/{page_of_the_course}?reset")
    lesson = Lesson(page, page_of_the_course)
    waited = page.evaluate(
        """async () => {
            const soon = () => window.jupyterapp?.shell.currentWidget?.content?.widgets?.length;
            while (!soon()) await new Promise(done => setTimeout(done, 5));
            const { sessionContext } = jupyterapp.shell.currentWidget;
            const early = !sessionContext.session?.kernel;
            jupyterapp.commands.execute("notebook:run-all-cells");
            return early;
        }"""
    )
    assert waited, "the kernel was there before anything could be run"
    lesson.until(lambda: page.locator(".jp-Dialog").count() or state(lesson, PLAIN)[:2] == ("[1]:", True), True)
    lesson.until(lambda: state(lesson, VIEW)[3], True)
    ended(lesson)


def test_a_cell_that_has_not_run_does_not_look_as_if_it_had(lab, window, page_of_the_course, shoot):
    lesson = lab.show(window.new_page(), page_of_the_course)
    lesson.until(lambda: state(lesson, PLAIN), ("[ ]:", False, False, False))
    assert state(lesson, PICTURE) == ("[ ]:", False, True, False)
    assert state(lesson, VIEW) == ("[ ]:", False, True, False)
    assert state(lesson, WORDS) == ("[ ]:", True, False, False)
    assert said(lesson, VIEW) == said(lesson, WORDS) == "A still. Run this cell, and it comes alive."
    assert said(lesson, PICTURE) == "none"
    assert lesson.page.locator(".micrograd-asleep").count() == 0  # it has never moved here
    shoot(lesson.page, "states_handed_out")
    run(lesson, 0)
    lesson.until(lambda: state(lesson, PLAIN)[:2], ("[1]:", True))
    assert state(lesson, PICTURE)[0] == "[ ]:"
    run(lesson, 2)
    lesson.until(lambda: state(lesson, VIEW)[3], True)
    assert said(lesson, VIEW) == "none"
    ended(lesson)


def run(lesson, number):
    lesson.page.evaluate(
        """number => {
            jupyterapp.shell.currentWidget.content.activeCellIndex = number;
            return jupyterapp.commands.execute("notebook:run-cell");
        }""",
        number,
    )


WHERE = """() => {
    const notebook = jupyterapp.shell.currentWidget.content;
    return [notebook.activeCellIndex, Math.round(notebook.activeCell.node.getBoundingClientRect().top)];
}"""


def test_run_all_leaves_the_reader_where_they_are(lab, window):
    lesson = lab.show(window.new_page(), "05_order.ipynb")
    for number in (0, 9):
        lesson.page.evaluate(
            """number => {
                const notebook = jupyterapp.shell.currentWidget.content;
                notebook.activeCellIndex = number;
                notebook.activeCell.node.scrollIntoView();
            }""",
            number,
        )
        lesson.page.wait_for_timeout(300)
        before = lesson.page.evaluate(WHERE)
        lesson.page.evaluate("jupyterapp.commands.execute('notebook:run-all-cells')")
        lesson.page.wait_for_timeout(1000)
        after = lesson.page.evaluate(WHERE)
        assert (after[0], abs(after[1] - before[1]) < 5) == (number, True), (before, after)
    ended(lesson)


def views(lesson):
    return lesson.page.locator(".jp-Notebook .micrograd-view").count()


def test_a_page_opened_the_next_day_shows_its_stills_and_says_what_to_do(lab, window, shoot):
    lab.write("next_day", CELLS)
    lesson = lab.open(window.new_page(), "next_day.ipynb")
    lesson.page.evaluate("jupyterapp.commands.execute('docmanager:save')")
    lesson.until(lambda: "widget-view" in (lab.lessons / "next_day.ipynb").read_text(), True)
    lesson.page.close()
    lab.restart()
    lesson = lab.show(window.new_page(), "next_day.ipynb")
    line = lesson.page.locator(".micrograd-asleep")
    line.wait_for()
    assert line.get_attribute("role") == "status"
    assert "This page is as you left it, but Python has begun anew" in line.inner_text()
    assert state(lesson, VIEW) == ("[ ]:", False, True, False)
    assert state(lesson, WORDS)[:2] == ("[ ]:", True)
    assert NOT_FOUND not in lesson.page.locator(".jp-Notebook").inner_text()
    shoot(lesson.page, "states_next_day")
    line.get_by_role("button", name="Run all cells").click()
    lesson.until(lambda: views(lesson), 2)
    lesson.until(lambda: state(lesson, LAST)[0], "[5]:")
    assert line.count() == 0
    assert said(lesson, VIEW) == "none"
    # While that kernel lives, the page can be loaded anew, and all of it is alive.
    lesson.page.evaluate("jupyterapp.commands.execute('docmanager:save')")
    lesson.page.wait_for_timeout(500)
    lesson = lab.show(lesson.page, "next_day.ipynb")
    lesson.until(lambda: views(lesson), 2)
    assert (line.count(), lesson.page.locator(".micrograd-unrun").count()) == (0, 0)
    # And when it is restarted, that is said at once.
    lesson.page.evaluate("() => jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart()")
    line.wait_for()
    assert views(lesson) == 0
    assert state(lesson, PLAIN)[:2] == ("[ ]:", False)
    line.get_by_role("button", name="Close this line").click()
    assert line.count() == 0
    ended(lesson)


def test_another_page_than_the_courses_is_left_as_it_is(lab, window):
    lab.write("own", ["print(7)"])
    lesson = lab.open(window.new_page(), "own.ipynb")
    lesson.page.evaluate("jupyterapp.commands.execute('docmanager:save')")
    lesson.page.wait_for_timeout(500)
    ended(lesson)
    lesson = lab.show(window.new_page(), "own.ipynb")
    lesson.page.wait_for_timeout(1000)
    assert state(lesson, "print(7)")[:2] == ("[1]:", True)
    ended(lesson)
