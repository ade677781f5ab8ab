"""What the lessons' headers are said in: README's rows, the landing page, headings, and the ways between notebooks."""

import ast
import builtins
import re
from itertools import pairwise

import nbformat

from .course import built, header, is_solution, number, sources, unsolved

INDEX = "index"
HEAD = "| lesson | minutes | what you can do afterwards | exercises, minutes |\n|---|---|---|---|\n"
TABLE = re.compile(re.escape(HEAD) + r"(?:\|.*\n)*")
# What notebooks and README say of a lesson, in Markdown.
LESSON, EXERCISES, MINUTES = "{number} {title}", "Exercises {number}: {title}", "# {heading}\n\n{minutes} minutes. "
BACK = "[Back to lesson {number}]({place}{notebook}). "
NEXT, LIST = "## Next\n\n{ways}", "Back to the [list of lessons]({place}{index}.ipynb)."
YOUR_TURN = "Your turn: [exercises {number}](../exercises/{notebook}), {minutes} minutes."
ON, THEN = (
    "On to [lesson {number}: {title}]({place}{notebook}).",
    "Then on to [lesson {number}: {title}]({place}{notebook}).",
)
NOT_HERE = "{missing} not here yet, so it goes on with [lesson {number}: {title}]({place}{notebook})."
ONE_MISSING, SOME_MISSING = "Lesson {numbers} is", "Lessons {numbers} and {last} are"
LESSONS = "../lessons/"  # from an exercise
LISTED = "## [{number} {title}]({notebook})\n\n{minutes} minutes. Afterwards you can {afterwards}."
LISTED_EXERCISES = "\n[Exercises](../exercises/{notebook}), {minutes} minutes."
IMPORT = "from micrograd_lab import {names}"
ROW = "| [{number} {title}](lessons/{notebook}) | {minutes} | {afterwards} | {exercises} |\n"
GAP_ROW, NOT_WRITTEN, NOT_IN_IT = "| {numbers} | | {why} | |\n", "not written yet", "not here yet"
GAP, LISTED_GAP = "{missing} not here yet.", "{first} and {last}"
ROW_EXERCISES = "[exercises {number}](exercises/{notebook}), {minutes}"
HIDDEN = {"jupyter": {"source_hidden": True}}


def lessons(course):
    """The lessons' scripts, in order."""
    return [source for source in sources(None, ("lesson",), course) if number(source)]


def heading(source):
    """The first words of a notebook, down to its minutes; "" of a page that is no lesson."""
    if not number(source):
        return ""
    n, title, minutes = int(number(source)), header(source.with_stem("lesson")).title, header(source).minutes
    said, title = (EXERCISES, _in_a_sentence(title)) if is_solution(source) else (LESSON, title)
    words = MINUTES.format(heading=said.format(number=n, title=title), minutes=minutes)
    if not is_solution(source) or not source.with_stem("lesson").exists():
        return words
    return words + BACK.format(number=n, place=LESSONS, notebook=built(source.with_stem("lesson")).name)


def following(source):
    """The last cell of a notebook: where to go from here."""
    place, ways = LESSONS if is_solution(source) else "", []
    if not is_solution(source) and exercise_minutes(source):
        of = {"notebook": unsolved(source).name, "minutes": exercise_minutes(source)}
        ways.append(YOUR_TURN.format(number=int(number(source)), **of))
    ways += _onward(source, place, THEN if ways else ON) if number(source) else []
    ways.append(LIST.format(place=place, index=INDEX))
    return nbformat.v4.new_markdown_cell(NEXT.format(ways=" ".join(ways)))


def _onward(source, place, said):
    """The sentence that leads to the next lesson there is, and names those that are missing before it; or none."""
    here = int(number(source))
    other = next((s for s in lessons(source.parents[1]) if int(number(s)) > here), None)
    if other is None:
        return []
    n, title = int(number(other)), _in_a_sentence(header(other).title)
    missing = _missing(range(here + 1, n))
    said = NOT_HERE if missing else said
    return [said.format(missing=missing, number=n, title=title, place=place, notebook=built(other).name)]


def _missing(gap):
    """The lessons of a gap as the beginning of a sentence, with their verb; "" where there is no gap."""
    if not gap:
        return ""
    *first, last = gap
    return (SOME_MISSING if first else ONE_MISSING).format(numbers=", ".join(map(str, first or [last])), last=last)


def _before(chosen):
    """(gap, script) for each of these lessons' scripts: the numbers that are missing before it, after the last one."""
    numbers = [int(number(source)) for source in chosen]
    gaps = [range(earlier + 1, n) for earlier, n in pairwise(numbers)]
    return zip([range(0), *gaps], chosen, strict=False)


def listing(course):
    """The cells of the landing page below its first one: for each lesson a text and a picture, and what is missing."""
    names = ", ".join(_free([header(s).picture for s in lessons(course)]))
    cells, missing = [], IMPORT.format(names=names)
    for gap, source in _before(lessons(course)):
        if gap:
            cells.append(nbformat.v4.new_markdown_cell(GAP.format(missing=_missing(gap))))
        said, minutes = header(source), exercise_minutes(source)
        of = {"title": said.title, "minutes": said.minutes, "afterwards": said.afterwards}
        text = LISTED.format(number=int(number(source)), notebook=built(source).name, **of)
        if minutes:
            text += LISTED_EXERCISES.format(notebook=unsolved(source).name, minutes=minutes)
        cells.append(nbformat.v4.new_markdown_cell(text))
        cells.append(nbformat.v4.new_code_cell("\n\n".join(filter(None, [missing, said.picture])), metadata=HIDDEN))
        missing = ""
    return cells


def readme(course):
    """README.md as it should be: with a row for each lesson."""
    text = (course.parent / "README.md").read_text(encoding="utf-8")
    return TABLE.sub(lambda _: table(lessons(course), NOT_WRITTEN), text)


def table(chosen, why=NOT_IN_IT):
    """A row for each of these lessons' scripts, below a head; and one, with the reason, for those missing between."""
    rows = []
    for gap, source in _before(chosen):
        if gap:
            rows.append(GAP_ROW.format(numbers=_listed(gap), why=why))
        said, n, minutes = header(source), int(number(source)), exercise_minutes(source)
        own = ROW_EXERCISES.format(number=n, notebook=unsolved(source).name, minutes=minutes) if minutes else ""
        of = {"title": said.title, "minutes": said.minutes, "afterwards": said.afterwards}
        rows.append(ROW.format(number=n, notebook=built(source).name, exercises=own, **of))
    return HEAD + "".join(rows)


def _listed(gap):
    *first, last = map(str, gap)
    return LISTED_GAP.format(first=", ".join(first), last=last) if first else last


def write_readme(course):
    (course.parent / "README.md").write_text(readme(course), encoding="utf-8", newline="\n")


def exercise_minutes(source):
    """How long a lesson's exercises take; 0 where it has none."""
    script = source.with_stem("exercises")
    return header(script).minutes if script.exists() else 0


def _free(codes):
    """The names that these cells need, one after the other, and do not make."""
    names = [node for code in codes for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Name)]
    made = {node.id for node in names if isinstance(node.ctx, ast.Store)}
    return sorted({node.id for node in names} - made - set(dir(builtins)))


def _in_a_sentence(title):
    return title[:1].lower() + title[1:]
