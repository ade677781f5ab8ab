"""From results to points, and to what a learner reads: no hidden case, and no word that came from a right answer."""

from dataclasses import dataclass

from ...checks import Incorrect, NotAttempted, Passed
from .reply import ENDED

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


def grade_exercise(given, cases, reply):
    """The Grade of this Reply to these Cases."""
    exercise = given.exercise
    if reply.missing:
        return _grade(exercise, "missing", f"After your cells have run there is no `{given.learner}`.", _where(reply))
    many = len(cases.visible)
    outcome = exercise.judged(cases.visible, reply.results[:many])
    if isinstance(outcome, NotAttempted):
        return _grade(
            exercise, "not attempted", "There is nothing to check yet.", _where(reply) if reply.troubles else ""
        )
    verdict = exercise.judge.verdict(cases.hidden, reply.results[many:])
    right = many if isinstance(outcome, Passed) else outcome.right
    total, hidden = right + sum(verdict.right), len(cases.hidden)
    counts = {"right": total, "cases": len(cases.all)}
    if isinstance(outcome, Passed) and all(verdict.right):
        return _grade(exercise, "passed", outcome.remark, earned=float(exercise.points), **counts)
    # Who has learnt the notebook's own cases by heart has answered none of the others.
    share = min(exercise.judge.share(cases.all, total), sum(verdict.right) / hidden if hidden else 1.0)
    counts["earned"] = round(exercise.points * share, 2)
    ended = next((r for r in reply.results if isinstance(r, dict) and r.get("error") == ENDED), None)
    if ended and reply.results[0] == ended:
        return _grade(exercise, "not yet", f"{ENDINGS.get(reply.end, OTHERWISE)}", _where(reply), **counts)
    if isinstance(outcome, Incorrect):
        numbers = [line for line in outcome.text.splitlines()[1:] if not line.startswith("Try: ")]
        return _grade(exercise, "not yet", "\n".join(numbers), outcome.tries, outcome.misconception, **counts)
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


def _where(reply):
    """What went wrong in the cells, in a sentence: the last thing that did."""
    if not reply.troubles:
        return "run all cells from the top, in a fresh kernel."
    trouble = reply.troubles[-1]
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
