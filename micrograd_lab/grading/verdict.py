"""From results to points, and to what a learner reads: no hidden case, and no word that came from a right answer."""

from dataclasses import dataclass

from ..checks import Incorrect, NotAttempted, Passed
from .results import ENDED

LONGEST = 400


@dataclass(frozen=True)
class Grade:
    """Of one exercise. `state` is "passed", "not yet", "not attempted" or "missing"; `text` is for the learner."""

    number: str
    title: str
    points: float
    earned: float
    state: str
    text: str = ""
    tries: str = ""
    misconception: str = ""
    right: int = 0
    cases: int = 0
    notes: tuple = ()


def grade(given, asked, said):
    """The Grade of what was Said to these Questions."""
    exercise = given.exercise
    if said.missing:
        return _grade(exercise, "missing", f"After your cells have run there is no `{given.learner}`.", _where(said))
    many = len(asked.shown)
    shown = exercise.judged(asked.shown, said.results[:many])
    if isinstance(shown, NotAttempted):
        return _grade(
            exercise, "not attempted", "There is nothing to check yet.", _where(said) if said.troubles else ""
        )
    verdict = exercise.judge.verdict(asked.hidden, said.results[many:])
    right = many if isinstance(shown, Passed) else shown.right
    total, hidden = right + sum(verdict.right), len(asked.hidden)
    counts = {"right": total, "cases": len(asked.cases)}
    if isinstance(shown, Passed) and all(verdict.right):
        return _grade(exercise, "passed", shown.remark, earned=float(exercise.points), **counts)
    # Who has learnt the notebook's own cases by heart has answered none of the others.
    share = min(exercise.judge.share(asked.cases, total), sum(verdict.right) / hidden if hidden else 1.0)
    counts["earned"] = round(exercise.points * share, 2)
    ended = next((r for r in said.results if isinstance(r, dict) and r.get("error") == ENDED), None)
    if ended and said.results[0] == ended:
        return _grade(exercise, "not yet", f"{ENDINGS.get(said.end, OTHERWISE)}", _where(said), **counts)
    if isinstance(shown, Incorrect):
        numbers = [line for line in shown.text.splitlines()[1:] if not line.startswith("Try: ")]
        return _grade(exercise, "not yet", "\n".join(numbers), shown.tries, shown.misconception, **counts)
    known = verdict.misconception
    text = f"Right on the cases of the notebook; of {hidden} others, {hidden - sum(verdict.right)} came out wrong."
    if known:
        return _grade(exercise, "not yet", f"{text} {known.says}", known.tries, known.name, **counts)
    return _grade(exercise, "not yet", text, "call it with other numbers: negative ones, 0, large ones.", **counts)


def unreadable(given):
    """The Grade of results that a judge cannot make anything of."""
    return _grade(given.exercise, "not yet", "It gave something that cannot be judged.", "look at what it returns.")


def without_details(grade, replaced):
    """The same for a run that had right answers to earlier exercises in it: only what the judge itself says is left."""
    names = " and ".join(replaced)
    text = (
        f"Graded with a right answer to {names} in place of yours: {grade.right} of {grade.cases} cases came out right."
    )
    tries = "get the earlier exercise to pass, then look at this one again." if grade.state != "passed" else ""
    return Grade(
        **{**vars(grade), "text": text, "tries": tries, "misconception": grade.misconception and "after an earlier one"}
    )


ENDINGS = {
    "flood": "It gave more than can be read.",
    "more answers than questions": "It wrote where only the grader writes.",
    "answers that cannot be read": "It wrote where only the grader writes.",
}
OTHERWISE = "The process in which your code ran has ended before it could answer."


def _where(said):
    """What went wrong in the cells, in a sentence: the last thing that did."""
    if not said.troubles:
        return "run all cells from the top, in a fresh kernel."
    trouble = said.troubles[-1]
    if trouble.get("error") == "TimeUp":
        return f"look at {trouble.get('cell', 'your cell')}: it was still running when its time was up."
    line = f" in its line {trouble['line']}" if isinstance(trouble.get("line"), int) else ""
    return f"look at {trouble.get('cell', 'your cell')}: {trouble.get('error', 'an error')}{line}."


def _grade(exercise, state, text="", tries="", misconception="", **counts):
    made = {"earned": 0.0, **counts}
    return Grade(
        exercise.number,
        exercise.title,
        float(exercise.points),
        state=state,
        text=clean(text),
        tries=clean(tries),
        misconception=misconception,
        **made,
    )


def clean(text):
    """Text that may come from a learner: short, and without signs that steer a terminal."""
    text = "".join(sign if sign.isprintable() or sign == "\n" else " " for sign in str(text))
    return text if len(text) <= LONGEST else text[:LONGEST] + "..."


def noted(grade, note):
    return Grade(**{**vars(grade), "notes": (*grade.notes, note)})
