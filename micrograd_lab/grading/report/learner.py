"""A learner's page: what passed, what an answer shows, and what to do next. No right answer, and no hidden case."""

from html import escape

from ..course import course
from .page import page
from .tables import points, remarks


def learner(row, back="../index.html"):
    """The HTML of one row's page."""
    record = row.record or {"lesson": "", "earned": 0.0, "points": 0.0, "exercises": []}
    title = f"{row.name or row.id}, lesson {record['lesson']}" if record["lesson"] else row.name or row.id
    head = [f"<p>{points(record['earned'])} of {points(record['points'])} points.</p>"] if record["exercises"] else []
    said = [*filter(None, [record["trouble"]]), *record["notes"]] if row.record else remarks(row)
    head += [f"<p>{escape(remark)}</p>" for remark in said]  # what is the teacher's alone stays on the class page
    return page(title, "\n".join([*head, *(exercise(one, record["lesson"]) for one in record["exercises"])]), back)


def exercise(one, lesson):
    kind = kind_of(one)
    earned = f"{points(one['earned'])} of {points(one['points'])} points"
    parts = [
        f'<section class="exercise"><h2>{escape(one["number"])} {escape(one["title"])}</h2>',
        f'<p><span class="state {kind}">{escape(one["state"])}</span>, {earned}</p>',
    ]
    if one["misconception"]:
        parts.append(f"<p><strong>{escape(one['misconception'])}</strong></p>")
    if one["text"]:
        parts.append(f"<pre>{escape(one['text'])}</pre>")
    if one["tries"]:
        parts.append(f"<p>Try: {escape(one['tries'])}</p>")
    if one["state"] != "passed":
        parts.append(f'<p class="soft">A hint: {escape(hint(one, lesson))}</p>')
    parts += [f'<p class="soft">{escape(note)}</p>' for note in one["notes"]]
    return "\n".join([*parts, "</section>"])


def hint(one, lesson):
    """The first hint, which is a question, or the second one where half of it is there."""
    hints = course(lesson).given[one["number"]].exercise.hints
    return hints[1 if one["earned"] >= one["points"] / 2 else 0]


def kind_of(one):
    return "passed" if one["state"] == "passed" else "part" if one["earned"] else "none"
