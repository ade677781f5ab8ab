"""What the journal's entries tell: predictions that met their outcome, and how far each exercise is."""

from .store import entries


def predictions() -> list[dict]:
    """Each prediction that met its outcome, oldest first: {lesson, name, question, answer, outcome, as_predicted}.

    A question answered several times counts each time.
    """
    asked, met = {}, []
    for entry in entries():
        which = str(entry.get("lesson")), str(entry.get("name"))
        if entry["kind"] == "prediction":
            asked[which] = entry.get("question", "")
        elif entry["kind"] == "outcome" and which in asked:
            right = entry.get("as_predicted", entry.get("answer") == entry.get("outcome"))
            fields = {name: entry.get(name) for name in ("lesson", "name", "answer", "outcome")}
            met.append({**fields, "question": asked[which], "as_predicted": right})
    return met


def progress() -> list[dict]:
    """How far each exercise is that was ever checked, or whose help was asked for, in the order of their numbers.

    {exercise, lesson, title, attempts, passed, took, misconceptions, hints, solution, points, of}: `passed` is when
    it first passed, an ISO time, or ""; `took` the number of attempts until then, or 0. `misconceptions` is {name:
    times}; `hints` the highest level seen, 0 to 3; `solution` whether one was shown. `points` is the best so far `of`
    those there are. An exercise left as it was given is no attempt.
    """
    records = {}
    for entry in entries():
        number = entry.get("exercise")
        if isinstance(number, str) and entry["kind"] in _NOTED:
            _NOTED[entry["kind"]](records.setdefault(number, _new(number)), entry)
    return sorted(records.values(), key=lambda record: _in_order(record["exercise"]))


def _new(number):
    counts = {"attempts": 0, "passed": "", "took": 0, "misconceptions": {}, "hints": 0, "solution": False}
    return {"exercise": number, "lesson": number.split(".")[0], "title": "", **counts, "points": 0.0, "of": 0.0}


def _attempt(record, entry):
    record["title"] = str(entry.get("title") or record["title"])
    record["of"] = _number(entry.get("of")) or record["of"]
    outcome, met = entry.get("outcome"), entry.get("misconception")
    if outcome not in ("Passed", "Incorrect"):
        return
    record["attempts"] += 1
    record["points"] = max(record["points"], _number(entry.get("points")))
    if outcome == "Passed" and not record["passed"]:
        record["passed"], record["took"] = str(entry.get("time") or "earlier"), record["attempts"]
    if met and isinstance(met, str):
        record["misconceptions"][met] = record["misconceptions"].get(met, 0) + 1


def _hint(record, entry):
    record["hints"] = max(record["hints"], int(_number(entry.get("level"))))


def _solution(record, entry):
    record["solution"] = True


_NOTED = {"attempt": _attempt, "hint": _hint, "solution": _solution}


def _number(x):
    return x if isinstance(x, (int, float)) and 0 <= x < 1e6 else 0.0


def _in_order(number):
    # 5.10 after 5.9, and whatever is no number after all that are.
    return [(not part.isdecimal(), int(part) if part.isdecimal() else 0, part) for part in number.split(".")]
