"""What the lessons say: predictions that come out right whatever was done first, and text shown as it is written."""

import linecache
import re
from html import unescape

import pytest
from markdown_it import MarkdownIt

from micrograd_lab import authoring, cells, checks, journal
from micrograd_lab.experiments.first import First

SOURCES = authoring.sources(None, ("lesson",))


def run(lesson, *sources):
    """Run the cells of a lesson with these texts in them, and give what they define."""
    (source,) = authoring.sources(lesson, ("lesson",))
    cells = [cell.source for cell in authoring.read(source).cells if cell.cell_type == "code"]
    defined = {}
    for text in sources:
        (cell,) = [cell for cell in cells if text in cell]
        exec(cell, defined)
    return defined


@pytest.fixture
def spreadsheet():
    prediction = run("02", "import draw, live", "spreadsheet = live")["spreadsheet"]
    prediction.commit("it follows a")
    return prediction


def move(view, name, value):
    view.sliders[name].value = value


def tick(view, on):
    view.rerun.value = on


@pytest.mark.parametrize(
    "first",
    [
        [],
        [(move, "a", 3.0)],
        [(move, "a", 5.0), (move, "b", 0.0)],
        [(tick, False), (move, "b", 4.0), (move, "c", -1.0)],
        [(move, "a", 7.0), (tick, False), (tick, True), (move, "a", 2.0)],
    ],
)
def test_lesson_2_spreadsheet_is_told_when_a_moves_without_the_tick_and_never_before(spreadsheet, first):
    view = spreadsheet.view
    for do, *arguments in first:
        do(view, *arguments)
    tick(view, False)
    assert not spreadsheet.compared
    before = view.root.data
    move(view, "a", view.sliders["a"].value + 1.5)
    assert view.root.data == before
    assert spreadsheet.happened == "it stays what it was"


def test_lesson_2_spreadsheet_stays_right_with_another_expression(spreadsheet):
    view = spreadsheet.view
    view.expression.value = "a / c"
    tick(view, False)
    move(view, "a", 4.0)
    assert view.root.data == 0.2
    assert spreadsheet.happened == "it stays what it was"


def test_lesson_0_is_told_when_all_points_are_right_and_not_on_the_way():
    prediction = run("00", "minute = live")["minute"]
    prediction.commit("about 300", reason="each finds its place", confidence="a guess")
    for steps in (1, 50, 33):
        prediction.view.step(steps)
        assert not prediction.compared
    prediction.view.step()
    assert prediction.compared


def test_what_lesson_0_and_the_landing_page_say_of_their_network_is_so():
    first = First()
    begun = [p.data for p in first.parameters]
    while not first.done:
        first.step()
    far = sorted(map(abs, first.moved))
    most = sum(way > 0.1 for way in far)
    prediction = run("00", "minute = live")["minute"]
    assert all(-1 < x < 1 for x in begun)
    assert f"the {first.count} numbers" in prediction.question
    assert prediction.outcome == f"about {round(most, -1)}"
    assert all(f"It was {most}" in said for said in prediction.answers.values())
    assert far[first.count // 2] < 0.02  # "half of all have moved by less than 0.02"
    assert f"{first.questions:,}: {first.steps} steps" in index()


def test_lesson_0_does_not_ask_again_what_the_landing_page_has_asked():
    prediction = run("00", "minute = live")["minute"]
    assert f'name="{prediction.name}"' not in index()
    assert not any(f'"{option}"' in index() for option in prediction.options)


def index():
    return (authoring.sources("00", ("lesson",))[0].parents[1] / "index" / "lesson.py").read_text(encoding="utf-8")


@pytest.fixture
def dark():
    return run("01", "import draw, live", "def loss(w1", "dark = live")["dark"]


def test_lesson_1_dark_is_told_with_the_light_on_where_it_is_flat_and_not_before(dark):
    view = dark.view
    dark.commit(0.0, reason="it is flat", confidence="sure")
    for step in (-0.5, 2.0, 0.4):
        view.take(step)
    assert view.walk.flat
    assert not dark.compared
    view.light()
    assert dark.compared
    assert dark.happened == round(view.walk.height(view.walk.x), 2) == 1.13


def test_lesson_1_dark_goes_on_with_the_light_on_until_it_is_flat(dark):
    dark.commit(1.0, reason="added up", confidence="a guess")
    dark.view.take(1.0)
    dark.view.light()
    assert not dark.compared
    dark.view.take(0.9)
    assert dark.compared


def test_lesson_1_dark_says_with_the_light_on_what_it_waits_for(dark):
    dark.commit(1.0, reason="added up", confidence="a guess")
    dark.view.take(2.3)  # the slope is 0.05 here, which somebody may take for flat
    dark.view.light()
    assert not dark.compared
    assert "not flat yet" in dark.view.message.value
    assert "0.02" in dark.view.message.value
    dark.view.take(-0.4)
    assert dark.compared


def test_lesson_1_counts_the_runs_of_the_network_on_the_first_page():
    first = First()
    while not first.done:
        first.step()
    (source,) = authoring.sources("01", ("lesson",))
    text = source.read_text(encoding="utf-8")
    assert f'("the net on the first page", {first.count}, {first.steps})' in text
    assert f"needed {first.steps} steps" in text
    assert f"{(first.count + 1) * first.steps:,} runs" in text


@pytest.mark.parametrize(("width", "steps", "expected"), [(16, 150, 2), (1, 1, 3)])
def test_lesson_9_bet_is_told_with_the_numbers_of_the_choice_that_was_made(width, steps, expected):
    defined = run("09", "import draw, live, mine", "choice = {")
    defined["choice"] |= {"width": width, "steps": steps}
    (source,) = authoring.sources("09", ("lesson",))
    (cell,) = [c.source for c in authoring.read(source).cells if c.source.startswith("BETS")]
    exec(cell, defined)
    bet, bets = defined["bet"], defined["BETS"]
    bet.commit({bets[0]: 10}, reason="all of them", confidence="sure")
    assert bet.happened == bets[expected]
    learned, new = bet.view.first
    said = defined["explained"](bets[0])
    assert f"{learned:.0f} right, and of 100 new ones {new:.0f}. " in said
    assert ("by heart besides" in said) == (expected == 2)


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_a_lesson_that_ran_to_its_end_has_left_nothing_in_the_journal(source, monkeypatch):
    monkeypatch.chdir(source.parent.parent)
    for exercise in (e for number in checks.lessons() for e in checks.lesson(number).exercises):
        monkeypatch.setattr(exercise, "outcome", None)  # as in a fresh kernel, whatever other tests have checked
    # As in a kernel of its own, where it is known which cell has made what.
    monkeypatch.setattr("micrograd_lab.mine.loading._loaded", {})
    defined, made = {"__name__": "__main__"}, {}
    monkeypatch.setattr(cells, "source_of", lambda thing: made.get(id(thing), ""))
    for number, cell in enumerate(authoring.read(source).cells):
        if cell.cell_type == "code":
            name, code = f"<cell {number}>", cell.source
            known = len(code), None, code.splitlines(True), name
            monkeypatch.setitem(linecache.cache, name, known)
            before = dict(defined)
            exec(compile(code, name, "exec"), defined)
            made |= {id(thing): code for key, thing in defined.items() if before.get(key) is not thing}
    assert journal.entries() == []


def text_cells():
    return [
        (path.parent.name, cell.source)
        for path in SOURCES
        for cell in authoring.read(path).cells
        if cell.cell_type == "markdown"
    ]


def words(html):
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())


def test_what_opens_shows_as_it_is_written():
    # `<code>a*b + a*c</code>` loses its stars: Markdown works inside such tags too, and not on the summary's line.
    found = 0
    for name, source in text_cells():
        for opens in re.findall("(?s)<details>.*?</details>", source):
            summary, text = re.fullmatch("(?s)<details>(<summary>.*?</summary>)\n\n(.*)</details>", opens).groups()
            assert not re.search("[`*_](?![^<]*</code>)", summary), f"{name}: {summary}"
            assert words(MarkdownIt().render(text)) == words(text.replace("`", "")), name
            found += 1
    assert found > 5


def test_no_lesson_points_to_a_place_in_the_list_of_lessons():
    for name, source in text_cells():
        assert not re.search(r"\b(next|last|previous|first|coming|later) lessons?\b", source), name
