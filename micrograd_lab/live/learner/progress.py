"""live.progress: how far you are, exercise by exercise."""

from html import escape

from ... import journal

LEFT = "style='text-align:left'"
PASSED, TRIED, OPEN = ("●", "passed"), ("◐", "tried"), ("○", "not tried yet")

NAMES = ("exercise", "state", "attempts", "points", "misconceptions met", "help seen")
NONE = "No exercise has been checked yet."
COUNT = "{passed} of {count} exercises passed, {points:g} of {total:g} points."
LESSON, CAPTION = "lesson {lesson}", "Lesson {lesson}"
POINTS, POINTS_TOLD = "{points:g} of {total:g}", "{points} points"
AT_ONCE, LATER, SO_FAR = "passed at once", "passed at attempt {number}", "{count} so far"
MET, MET_OFTEN = "you met: {misconceptions}", "{name} ({times} times)"
HINTS, SOLUTION = ("", "hint 1", "hints 1 and 2", "hints 1 to 3"), "a solution"
SEEN = "seen: {help}"


class Progress:
    """A table of the learner's own attempts, from the journal on their machine."""

    def __init__(self, records, trouble=""):
        self.records, self.trouble = records, trouble

    def __repr__(self):
        lines = [self._head()]
        for lesson, records in self._lessons().items():
            lines.append(LESSON.format(lesson=lesson))
            lines += [f"  {' '.join(_state(r))}  {r['exercise']} {r['title']}{_told(r)}" for r in records]
        return "\n".join([*lines, self.trouble] if self.trouble else lines)

    def _repr_html_(self):
        head = "".join(f"<th scope='col' {LEFT}>{name}</th>" for name in NAMES)
        tables = "".join(
            f"<table><caption {LEFT}>{escape(CAPTION.format(lesson=lesson))}</caption><thead><tr>{head}</tr></thead>"
            f"<tbody>{''.join(map(_row, records))}</tbody></table>"
            for lesson, records in self._lessons().items()
        )
        trouble = f"<p>{escape(self.trouble)}</p>" if self.trouble else ""
        return f"<p>{escape(self._head())}</p>{trouble}{tables}"

    def _lessons(self):
        lessons = {}
        for record in self.records:
            lessons.setdefault(record["lesson"], []).append(record)
        return lessons

    def _head(self):
        if not self.records:
            return NONE
        passed = sum(bool(r["passed"]) for r in self.records)
        points, total = (sum(r[name] for r in self.records) for name in ("points", "of"))
        return COUNT.format(passed=passed, count=len(self.records), points=points, total=total)


def progress():
    """Your exercises so far: which passed, how many attempts they took, and which misconceptions you met."""
    return Progress(journal.progress(), journal.trouble())


def _state(record):
    return PASSED if record["passed"] else TRIED if record["attempts"] else OPEN


def _points(record):
    return POINTS.format(points=record["points"], total=record["of"]) if record["of"] else ""


def _attempts(record):
    if record["passed"]:
        return LATER.format(number=record["took"]) if record["took"] > 1 else AT_ONCE
    return SO_FAR.format(count=record["attempts"]) if record["attempts"] else ""


def _met(record):
    return ", ".join(
        MET_OFTEN.format(name=name, times=times) if times > 1 else name
        for name, times in record["misconceptions"].items()
    )


def _help(record):
    levels = HINTS[min(record["hints"], 3)]
    return ", ".join(filter(None, [levels, record["solution"] and SOLUTION]))


def _told(record):
    met = _met(record) and MET.format(misconceptions=_met(record))
    points = _points(record) and POINTS_TOLD.format(points=_points(record))
    told = [part for part in (_attempts(record), points, met) if part]
    told += [SEEN.format(help=_help(record))] if _help(record) else []
    return "".join(f"; {part}" for part in told)


def _row(record):
    shape, word = _state(record)
    name = f"{record['exercise']} {record['title']}".strip()
    cells = (_attempts(record), _points(record), _met(record), _help(record))
    return (
        f"<tr><th scope='row' {LEFT}>{escape(name)}</th>"
        f"<td {LEFT}><span aria-hidden='true'>{shape}</span> {word}</td>"
        + "".join(f"<td {LEFT}>{escape(cell)}</td>" for cell in cells)
        + "</tr>"
    )
