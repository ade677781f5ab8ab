"""No page answers its own question.

A prediction says what would give its answer away: `live.predict(..., giveaways=("-18", "falls, then rises", 262144))`.
None of these may be met

- in its own notebook: in a heading, a sentence, a line of code or an output above it, in what its own locked view
  shows, or below it up to the next heading;
- anywhere in the others of lesson, exercise notebook, gallery and landing page: wherever a learner may look first.

Not read are: what is closed (`<details>`, which holds answers alone; the collapsed last part of a lesson; code that is
hidden, as each prediction's own must be, since it says the outcome), and the options, of which the answer is one.

A text is met where its words stand, in upper or lower case, as words of their own. A number is met where a number of
the same size stands: -15 in "15", "-15.0" and "y = -15.0000", not in "150" or "0.15"; 262144 in "262,144". In a
picture what is written counts, and its label, not its measures. Numbers of one digit and texts of one or two letters
can't be declared: they stand everywhere, and a fresh reader has to look for them.
"""

import ast
import re
from html import unescape
from pathlib import Path
from types import SimpleNamespace

import nbformat
import pytest

ROOT = Path(__file__).resolve().parents[1]
MINUS = "\N{MINUS SIGN}"
NUMBER = re.compile(r"(?<![\w.])(\d+(?:\.\d+)?(?:e[-+]?\d+)?)(?!\w|\.\d)")
LESSONS = sorted(path.stem for path in (ROOT / "lessons").glob("*.ipynb"))
EXERCISES = sorted(path.stem for path in (ROOT / "exercises").glob("*.ipynb"))


def read(path):
    return nbformat.read(path, as_version=4).cells if path.exists() else []


def declared(cell):
    """The giveaways of each live.predict in a cell that declares some."""
    if cell.cell_type != "code" or "giveaways" not in cell.source:
        return
    for call in ast.walk(ast.parse(cell.source)):
        if isinstance(call, ast.Call) and ast.unparse(call.func).split(".")[-1] == "predict":
            yield from (ast.literal_eval(named.value) for named in call.keywords if named.arg == "giveaways")


def hidden(cell):
    return cell.metadata.get("jupyter", {}).get("source_hidden", False)


def shown(output):
    """What a learner reads of an output: text, and what is written in a picture."""
    data = output.get("data", {})
    picture = "".join(data.get("image/svg+xml", ""))
    labels = re.findall(r'aria-label="([^"]*)"', picture)
    written = re.sub(r"<style.*?</style>|<[^>]*>", " ", picture, flags=re.DOTALL)
    texts = [output.get("text", ""), data.get("text/plain", ""), data.get("text/markdown", ""), written, *labels]
    return unescape("\n".join("".join(text) for text in texts))


def text_of(cell):
    """All that stands open in a cell; of a prediction that is not its options, which are lines of its twin."""
    if cell.cell_type != "code":
        return re.sub(r"<details>.*?</details>", " ", cell.source, flags=re.DOTALL)
    outputs = "\n".join(map(shown, cell.get("outputs", [])))
    if "predict(" in cell.source:
        outputs = re.sub(r"(?m)^  - .*$", "", outputs)
    return outputs if hidden(cell) else f"{cell.source}\n{outputs}"


def around(cells, place):
    """What stands before a cell, in it, and after it, to the next heading and with it."""
    after = place + 1
    while after < len(cells) and not heading(cells[after]):
        after += 1
    return [*cells[:after], *map(heading, cells[after : after + 1])]


def heading(cell):
    """The heading with which a cell begins, as a cell; None where there is none."""
    found = re.match("#{1,2} .*", cell.source) if cell.cell_type == "markdown" else None
    return md(found[0]) if found else None


def opened(cells):
    """A notebook without its last part, where that is collapsed."""
    ends = [n for n, cell in enumerate(cells) if cell.metadata.get("jp-MarkdownHeadingCollapsed")]
    return cells[: ends[0]] if ends else cells


def words(text):
    return " ".join(re.findall(r"[^\s*_`]+", text.replace(MINUS, "-"))).lower()


def meets(giveaway, text):
    """Whether a text gives it away."""
    try:
        number = abs(float(str(giveaway).replace(MINUS, "-")))
    except ValueError:
        return bool(re.search(rf"(?<!\w){re.escape(words(giveaway))}(?!\w)", words(text)))
    whole = re.sub(r"(?<=\d)[,_](?=\d{3}(?!\d))", "", text)
    return any(float(found) == number for found in NUMBER.findall(whole))


def small(giveaway):
    """Whether it is too small to be looked for."""
    text = str(giveaway).replace(MINUS, "-")
    return len(re.sub(r"\D", "", text)) < 2 if re.fullmatch(r"-?[\d.]+", text) else len(text.strip()) < 3


def given_away(cells, *others):
    """(giveaway, where it is met) for each prediction of a notebook."""
    found = []
    for place, cell in enumerate(cells):
        for giveaways in declared(cell):
            assert not isinstance(giveaways, str), f"giveaways is a tuple: ({giveaways!r},)"
            read = [*around(cells, place), *(cell for other in others for cell in opened(other))]
            found += [(giveaway, "too small to be looked for") for giveaway in giveaways if small(giveaway)]
            if not hidden(cell):
                found.append((giveaways, "its own code is not hidden"))
            found += [(g, one.source[:60]) for g in giveaways for one in read if meets(g, text_of(one))]
    return found


def pages(name):
    """Gallery and landing page, where `name` is not one of them."""
    return [read(ROOT / "lessons" / f"{other}.ipynb") for other in ("gallery", "index") if other != name]


@pytest.mark.parametrize("name", LESSONS)
def test_no_page_answers_a_question_of_its_lesson(name):
    others = [read(ROOT / "exercises" / f"{name}_exercises.ipynb"), *pages(name)]
    assert given_away(read(ROOT / "lessons" / f"{name}.ipynb"), *others) == []


@pytest.mark.parametrize("name", EXERCISES)
def test_no_page_answers_a_question_of_its_exercises(name):
    lesson = ROOT / "lessons" / f"{name.removesuffix('_exercises')}.ipynb"
    assert given_away(read(ROOT / "exercises" / f"{name}.ipynb"), read(lesson), *pages(name)) == []


@pytest.mark.parametrize("name", LESSONS)
def test_a_lesson_asks_one_big_question_at_most_and_says_what_would_give_it_away(name):
    cells = read(ROOT / "lessons" / f"{name}.ipynb")
    big = [cell for cell in cells if cell.cell_type == "code" and re.search(r"\bbig=True\b", cell.source)]
    assert len(big) <= 1
    for cell in big:
        assert any(declared(cell)), "no giveaways"
        assert "answers=" in cell.source


def committed(cells):
    """The variables of predictions that are kept for a learner, and that the notebook itself commits."""
    kept, said = set(), set()
    for cell in (cell for cell in cells if cell.cell_type == "code" and "predict" in cell.source):
        for node in ast.walk(ast.parse(cell.source)):
            if (
                isinstance(node, ast.Assign)
                and isinstance(node.value, ast.Call)
                and "predict" in ast.unparse(node.value)
            ):
                named = any(keyword.arg == "name" for keyword in node.value.keywords)
                (kept.update if named else kept.difference_update)(ast.unparse(target) for target in node.targets)
    for cell in (cell for cell in cells if cell.cell_type == "code" and ".commit(" in cell.source):
        for node in ast.walk(ast.parse(cell.source)):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(".commit"):
                said.add(ast.unparse(node.func).removesuffix(".commit"))
    return kept & said


@pytest.mark.parametrize("name", [f"lessons/{n}" for n in LESSONS] + [f"exercises/{n}" for n in EXERCISES])
def test_nothing_that_a_page_itself_runs_is_kept_as_a_learners_prediction(name):
    assert committed(read(ROOT / f"{name}.ipynb")) == set()


def test_a_page_that_commits_for_its_learner_is_noticed():
    kept, again = 'first = live.predict(view, "?", 1, name="x")', 'again = live.predict(view, "?", 1)'
    assert committed([code(kept), code(again), code("again.commit(1)")]) == set()
    assert committed([code(kept), code("print(first)\nfirst.commit(1)")]) == {"first"}


ASKED = 'live.predict(view, "What is y?", "-18", ["-15", "-18"], giveaways=("-18", "too early", 262144))'


def md(source, **metadata):
    return SimpleNamespace(cell_type="markdown", source=source, metadata=metadata)


def code(source, output="", hidden=False, **data):
    outputs = [nbformat.v4.new_output("display_data", data={"text/plain": output, **data})]
    metadata = {"jupyter": {"source_hidden": True}} if hidden else {}
    made = nbformat.v4.new_code_cell(source, metadata=metadata, outputs=outputs)
    return made


def page(before=(), below=(), output="Predict. What is y?\n  - -15\n  - -18\nYour prediction: none yet"):
    return [md("# A lesson"), *before, code(ASKED, output, hidden=True), *below, md("## Next"), md("It was -18.")]


def picture(inside, label=""):
    return code("draw.graph(y)", **{"image/svg+xml": f'<svg height="18" aria-label="{label}">{inside}</svg>'})


def test_a_page_that_gives_nothing_away_is_left_in_peace():
    closed = md("<details><summary>Why?</summary>\n\n-18, too early.\n</details>")
    near = [md("180 boxes, 0.18, x18 and early"), code("n = 262_143", "262143.5"), picture("<text x='18'>y</text>")]
    other = [md("nothing"), md("# Further", **{"jp-MarkdownHeadingCollapsed": True}), md("-18")]
    assert given_away(page(near, [closed]), other) == []


@pytest.mark.parametrize(
    "leak",
    [
        md("## It sends too early"),
        md(f"So `a` got 6 · {MINUS}3 = {MINUS}18."),
        md("It was sent *Too\nearly*"),
        code("assert y.grad == -18.0"),
        code("y", "y = -18.0000, the output"),
        code("view", "18 at last", hidden=True),
        picture(f"<text>{MINUS}18</text>"),
        picture("<text>y</text>", "Output y = -18."),
        code("n = 2**18\nassert n == 262144"),
        md("There are 262,144 roads."),
    ],
)
def test_a_planted_giveaway_is_found_before_and_below_and_in_the_others(leak):
    assert given_away(page(before=[leak])) != []
    assert given_away(page(below=[leak])) != []
    assert given_away(page(), [leak]) != []
    assert given_away(page(), [md("nothing")], [leak]) != []


def test_what_a_locked_view_shows_and_what_the_question_says_count():
    for output in ("Predict. What is y, if not -18?\n  - -15", "Predict. What is y?\n\nslope = -18.0"):
        assert given_away(page(output=output)) != []


def test_a_prediction_whose_code_can_be_read_and_a_giveaway_that_is_everywhere_are_told():
    assert given_away([code(ASKED)]) != []
    assert given_away([code('live.predict(v, "?", 3, giveaways=(3, "up", "-7"))', hidden=True)]) == [
        (giveaway, "too small to be looked for") for giveaway in (3, "up", "-7")
    ]
