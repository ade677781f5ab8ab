"""A learner's page: what passed, the answer, what it shows, and what to do next. No right answer, no hidden case."""

from ...checks import lesson as titled
from ...checks.outcome import in_points
from ..handout import handout
from ..spreadsheet import figure
from .entry import MOST_SIGNS, counted
from .page import page
from .tables import TRY

HOW = (
    "Each answer was called on the cases of its check in the notebook, and on others that were drawn for this class. "
    "Points are for the share that came out right, beyond what a guess gets."
)

TITLE = "{who}, lesson {lesson}, {title}"
POINTS = "{earned} of {of}"
SENTENCE = "{points}."
SUMS = "By the checks {checks}{by_hand}{late}."
BY_HAND, LATE = ", by hand {change}", ", late {points} off"
GRADED = "Graded: {place}."
COUNTS_NOT = "This lesson does not count in the sum."
COUNTS = "This lesson counts {weight} times in the sum."
LIES = "The file: {place}."
HINT = "A hint: {hint}"
ANSWER, ONE_LINE = "The answer, {lines:,} lines", "The answer, 1 line"
AS_HANDED_OUT = "The cell is as it was handed out."
CUT = "Cut here: the answer has {lines:,} lines, {signs:,} signs."
CUT_BEFORE = "Cut here: the answer has {signs:,} signs or more."
# An answer has ten lines. More than these are folded, and what is longer than any answer is cut.
SHORT, LINES, SIGNS = 15, 300, 20_000


def learner(one):
    """The HTML of an Entry's page. It leads to no other page: a teacher may send it as it is."""
    row, final = one.row, one.final
    who = row.name or row.id
    points = POINTS.format(earned=figure(final.total), of=in_points(row.points)) if row.points else ""
    place = (GRADED if row.exercises else LIES).format(place=one.place) if one.place else ""
    shown = {done["number"] for done in row.exercises}
    return page(
        "learner",
        title=TITLE.format(who=who, lesson=row.lesson, title=titled(row.lesson).title) if row.lesson else who,
        points=SENTENCE.format(points=points) if points else "",
        sums=_sums(final),
        counts=_counts(final.weight),
        reasons=[reason for (number, _), reason in zip(final.said, final.reasons, strict=True) if number not in shown],
        place=place,
        remarks=one.for_learner,
        exercises=[exercise(done, one) for done in row.exercises],
        how=HOW if row.exercises else "",
    )


def _counts(weight):
    """How often a lesson counts, in a sentence; "" where it is once."""
    return "" if weight == 1 else COUNTS.format(weight=figure(weight)) if weight else COUNTS_NOT


def _sums(final):
    if not (final.by_hand or final.late):
        return ""
    sign = "+" if final.by_hand > 0 else ""
    by_hand = BY_HAND.format(change=sign + figure(final.by_hand)) if final.by_hand else ""
    late = LATE.format(points=figure(final.late)) if final.late else ""
    return SUMS.format(checks=figure(final.checks), by_hand=by_hand, late=late)


def exercise(done, one):
    """What the page shows of a graded exercise of an Entry."""
    number, lesson = done["number"], one.row.lesson
    earned = one.final.exercises[number]
    given = handout(lesson).given[number]
    return {
        "number": number,
        "title": done["title"],
        "state": done["state"],
        "kind": "passed" if done["state"] == "passed" else "part" if done["earned"] else "none",
        "points": POINTS.format(earned=figure(earned), of=in_points(done["points"])),
        "reasons": [said for of, said in one.final.said if of == number],
        "misconception": done["misconception"],
        "text": done["text"],
        "counted": counted(done),
        "tries": TRY.format(tries=done["tries"]) if done["tries"] else "",
        "hint": "" if done["state"] == "passed" else HINT.format(hint=hint(done, given)),
        "notes": done["notes"],
        **answer(one.cells.get(number, ""), given.stub),
    }


def answer(source, stub):
    """The source of an answer as the page shows it: "code", "answer" (what stands above it), "folded", "cut"."""
    source, none = str(source).strip("\n"), {"code": "", "answer": "", "folded": False, "cut": ""}
    if not source.strip():
        return none
    if source.split() == stub.split():
        return none | {"answer": AS_HANDED_OUT}
    lines, signs = source.count("\n") + 1, len(source)
    shown = "\n".join(source[:SIGNS].split("\n")[:LINES])
    says = CUT if signs < MOST_SIGNS else CUT_BEFORE
    cut = says.format(lines=lines, signs=signs) if len(shown) < signs else ""
    above = ONE_LINE if lines == 1 else ANSWER.format(lines=lines)
    return {"code": shown, "answer": above, "folded": lines > SHORT or signs > 80 * SHORT, "cut": cut}


def hint(done, given):
    """The first hint, which is a question, or the second one where half of it is there."""
    return given.exercise.hints[1 if done["earned"] >= done["points"] / 2 else 0]
