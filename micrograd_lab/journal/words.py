"""An entry of the journal as its owner reads it, in a terminal."""

from collections import defaultdict

# An entry of the journal, by its kind.
SAID = {
    "prediction": "lesson {lesson}  {question}  You said: {answer}.",
    "observation": "    you saw: {sentence}",
    "answer": "question {question} ({test} the course)  You said: {answer}.",
    "hint": "exercise {exercise}  hint {level}",
    "solution": "exercise {exercise}  a solution",
    "warmup": "warm-up {lesson}  {question}  You said: {answer}.",
}
MORE = (("confidence", "    you were: {confidence}"), ("reason", "    {reason}"))
BECAUSE, WITH_CAPITAL = "because {reason}", "because: {reason}"
AS_PREDICTED, IT_WAS = "    as predicted", "    it was: {outcome}"
ATTEMPT, MET = "exercise {exercise}  {state}{met}", " ({misconception})"
PRACTICE, HINTED = "practice {exercise}  {state}{met}", "practice {exercise}  hint {hint}"
KEPT = "\n    {kept}"  # in mine.py
STATES = {"Passed": "passed", "Incorrect": "not yet", "NotAttempted": "not attempted yet"}


def as_typed(x):
    """A number that was typed, as somebody types it: -15, where the journal has -15.0; anything else as text."""
    return str(int(x)) if isinstance(x, float) and x.is_integer() and abs(x) < 1e15 else str(x)


def because(reason: str) -> str:
    """A learner's reason as it is shown: with one "because", whether they wrote it or not, and behind a colon where
    theirs is a sentence of its own, with a capital."""
    first, _, rest = reason.strip().partition(" ")
    reason = rest if first.lower().strip(",:") == "because" and rest else reason.strip()
    word = reason.partition(" ")[0]
    own = word[:1].isupper() and word.partition("'")[0] != "I"
    return (WITH_CAPITAL if own else BECAUSE).format(reason=reason)


def in_words(entry: dict) -> str:
    """An entry in words, a line or more; "" where it holds none. What a damaged entry lacks stays a dash."""
    said = {name: "-" if value is None else as_typed(value) for name, value in entry.items()}
    said |= {"reason": because(said["reason"])} if entry.get("reason") else {}
    word = defaultdict(lambda: "-", said)
    if entry["kind"] == "outcome":
        right = entry.get("as_predicted", entry.get("answer") == entry.get("outcome"))
        return AS_PREDICTED if right else IT_WAS.format(outcome=word["outcome"])
    if entry["kind"] == "practice" and "hint" in entry:
        return HINTED.format_map(word)
    if entry["kind"] in ("attempt", "practice"):
        met = MET.format(misconception=entry["misconception"]) if entry.get("misconception") else ""
        said = ATTEMPT if entry["kind"] == "attempt" else PRACTICE
        kept = KEPT.format(kept=word["kept"]) if entry.get("kept") else ""
        return said.format(exercise=word["exercise"], state=STATES.get(word["outcome"], "-"), met=met) + kept
    more = [line.format_map(word) for name, line in MORE if entry["kind"] == "prediction" and entry.get(name)]
    return "\n".join([SAID.get(entry["kind"], "").format_map(word), *more])
