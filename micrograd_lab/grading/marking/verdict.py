"""From results to points, and to what a learner reads: no hidden case, and no word that came from a right answer."""

from dataclasses import dataclass

from ...checks import Incorrect, NotAttempted, Passed
from .reply import ENDED, INERT

LONGEST = 400

ENDINGS = {
    "flood": "It gave more than can be read.",
    "more answers than questions": "It wrote where only the grader writes.",
    "answers that cannot be read": "It wrote where only the grader writes.",
}
OTHERWISE = "The process in which your code ran has ended before it could answer."
NO_CELL = "No cell holds an answer."
NOT_HERE = "It is a part of micrograd_lab that is not to be had in the grade: here it is what you build, or a picture."
NO_LEARNER = "After your cells have run there is no `{name}`."
NOTHING_YET = "There is nothing to check yet."
HIDDEN_WRONG = "Right on the cases of the notebook; of {others} others, {wrong} came out wrong."
HIDDEN_LATE = "Right on the cases of the notebook; of {others} others, {late} had no answer yet when their time was up."
FASTER = "it may be right, and slow: look for work that is done again and again, or for a loop that does not end."
OTHER_NUMBERS = "call it with other numbers: negative ones, 0, large ones."
UNJUDGED, LOOK_AT_RETURNED = "It gave something that cannot be judged.", "look at what it returns."
IN_PLACE = "Graded with a right answer to {names} in place of yours: {right} of {cases} cases came out right."
EARLIER_FIRST = "get the earlier exercise to pass, then look at this one again."
AFTER_EARLIER = "after an earlier one"
RUN_ALL = "run all cells from the top, in a fresh kernel."
STILL_RUNNING = "look at {cell}: it was still running when its time was up."
FAILED, FAILED_IN_LINE = "look at {cell}: {error}.", "look at {cell}: {error} in its line {line}."


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
    said: str = ""  # what a misconception says by itself, without anything that came back


def grade_exercise(given, cases, reply):
    """The Grade of this Reply to these Cases."""
    exercise = given.exercise
    if reply.missing:
        text = NOT_HERE if reply.missing == INERT else NO_LEARNER.format(name=given.learner)
        return _grade(exercise, "missing", text, "" if reply.missing == INERT else _where(reply))
    many = len(cases.visible)
    outcome = exercise.judged(cases.visible, reply.results[:many])
    if isinstance(outcome, NotAttempted):
        return _grade(exercise, "not attempted", NOTHING_YET, _where(reply) if reply.troubles else "")
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
        return _grade(exercise, "not yet", ENDINGS.get(reply.end, OTHERWISE), _where(reply), **counts)
    if isinstance(outcome, Incorrect):
        numbers = [line for line in outcome.text.splitlines()[1:] if not line.startswith("Try: ")]
        counts["said"] = outcome.says if outcome.misconception and outcome.got else ""
        return _grade(exercise, "not yet", "\n".join(numbers), outcome.tries, outcome.misconception, **counts)
    late = sum(isinstance(r, dict) and r.get("error") == "TimeUp" for r in reply.results[many:])
    if late:
        return _grade(exercise, "not yet", HIDDEN_LATE.format(others=hidden, late=late), FASTER, **counts)
    known = verdict.misconception
    text = HIDDEN_WRONG.format(others=hidden, wrong=hidden - sum(verdict.right))
    if known:
        return _grade(exercise, "not yet", f"{text} {known.says}", known.tries, known.name, **counts)
    return _grade(exercise, "not yet", text, OTHER_NUMBERS, **counts)


def without_answer(given):
    """The Grade of an exercise for which there is nothing in the notebook."""
    return _grade(given.exercise, "missing", NO_CELL)


def unreadable(given):
    """The Grade of results that a judge cannot make anything of."""
    return _grade(given.exercise, "not yet", UNJUDGED, LOOK_AT_RETURNED)


def without_details(grade, replaced):
    """The same for a run that had right answers to earlier exercises in it: only what the judge itself says is left."""
    names = " and ".join(replaced)
    text = IN_PLACE.format(names=names, right=grade.right, cases=grade.cases)
    if grade.said:
        return Grade(**{**vars(grade), "text": f"{text} {clean(grade.said)}"})
    tries = EARLIER_FIRST if grade.state != "passed" else ""
    return Grade(
        **{**vars(grade), "text": text, "tries": tries, "misconception": grade.misconception and AFTER_EARLIER}
    )


def _where(reply):
    """What went wrong in the cells, in a sentence: the last thing that did."""
    if not reply.troubles:
        return RUN_ALL
    trouble = reply.troubles[-1]
    cell, error, line = trouble.get("cell", "your cell"), trouble.get("error", "an error"), trouble.get("line")
    if error == "TimeUp":
        return STILL_RUNNING.format(cell=cell)
    found = FAILED_IN_LINE if isinstance(line, int) else FAILED
    return found.format(cell=cell, error=error, line=line)


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
