"""The journal as it is listed: each entry in words."""

from collections import defaultdict

# An entry of the journal, by its kind.
SAID = {
    "prediction": "lesson {lesson}  {question}  You said: {answer}.",
    "observation": "    you saw: {sentence}",
    "answer": "question {question} ({test} the course)  You said: {answer}.",
    "hint": "exercise {exercise}  hint {level}",
    "solution": "exercise {exercise}  a solution",
}
AS_PREDICTED, IT_WAS = "    as predicted", "    it was: {outcome}"
ATTEMPT, MET = "exercise {exercise}  {state}{met}", " ({misconception})"
KEPT = "\n    {kept}"
STATES = {"Passed": "passed", "Incorrect": "not yet", "NotAttempted": "not attempted yet"}


def in_words(entry: dict) -> str:
    """An entry in words, a line or two; "" where it holds none. What a damaged entry lacks stays a dash."""
    said = {name: "-" if value is None else str(value) for name, value in entry.items()}
    word = defaultdict(lambda: "-", said)
    if entry["kind"] == "outcome":
        right = entry.get("as_predicted", entry.get("answer") == entry.get("outcome"))
        return AS_PREDICTED if right else IT_WAS.format(outcome=word["outcome"])
    if entry["kind"] == "attempt":
        met = MET.format(misconception=entry["misconception"]) if entry.get("misconception") else ""
        said = ATTEMPT.format(exercise=word["exercise"], state=STATES.get(word["outcome"], "-"), met=met)
        return said + (KEPT.format(kept=word["kept"]) if entry.get("kept") else "")
    return SAID.get(entry["kind"], "").format_map(word)
