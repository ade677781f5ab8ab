"""A learner's page: what passed, what an answer shows, and what to do next. No right answer, and no hidden case."""

from html import escape

from ..handout import handout
from .page import page
from .tables import TRY, points, remarks

HOW = (
    "Each answer was called on the cases of its check in the notebook, and on others that were drawn for this class. "
    "Points are for the share that came out right, beyond what a guess gets."
)

TITLE = "{who}, lesson {lesson}"
POINTS = "{earned} of {of} points"
GRADED = "Graded: {file}."
HINT = "A hint: {hint}"


def learner(row):
    """The HTML of one row's page. It leads to no other page: a teacher may send it as it is."""
    title = TITLE.format(who=row.name or row.id, lesson=row.lesson) if row.lesson else row.name or row.id
    head = [f"<p>{POINTS.format(earned=points(row.earned), of=points(row.points))}.</p>"] if row.points else []
    head += [f'<p class="soft">{GRADED.format(file=escape(row.file))} {HOW}</p>'] if row.exercises else []
    # What is the teacher's alone stays on the class page.
    own = [note for note in row.notes if note.startswith("also handed in")]
    notes = [*filter(None, [row.record["trouble"]]), *row.record["notes"], *own] if row.record else remarks(row)
    head += [f"<p>{escape(remark)}</p>" for remark in notes]
    return page(title, "\n".join([*head, *(exercise(one, row.lesson) for one in row.exercises)]))


def exercise(one, lesson):
    kind = kind_of(one)
    earned = POINTS.format(earned=points(one["earned"]), of=points(one["points"]))
    parts = [
        f'<section class="exercise"><h2>{escape(one["number"])} {escape(one["title"])}</h2>',
        f'<p><span class="state {kind}">{escape(one["state"])}</span>, {earned}</p>',
    ]
    if one["misconception"]:
        parts.append(f"<p><strong>{escape(one['misconception'])}</strong></p>")
    if one["text"]:
        parts.append(f"<pre>{escape(one['text'])}</pre>")
    if one["tries"]:
        parts.append(f"<p>{TRY.format(tries=escape(one['tries']))}</p>")
    if one["state"] != "passed":
        parts.append(f'<p class="soft">{HINT.format(hint=escape(hint(one, lesson)))}</p>')
    parts += [f'<p class="soft">{escape(note)}</p>' for note in one["notes"]]
    return "\n".join([*parts, "</section>"])


def hint(one, lesson):
    """The first hint, which is a question, or the second one where half of it is there."""
    hints = handout(lesson).given[one["number"]].exercise.hints
    return hints[1 if one["earned"] >= one["points"] / 2 else 0]


def kind_of(one):
    return "passed" if one["state"] == "passed" else "part" if one["earned"] else "none"
