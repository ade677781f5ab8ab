"""What the journal's entries tell: predictions and what became of them, and how far each exercise is."""

from .store import entries

CONFIDENCES = ("a guess", "fairly sure", "sure")  # how sure one is of a prediction


def predictions() -> list[dict]:
    """Each prediction that met its outcome, oldest first.

    {lesson, name, question, options, answer, reason, confidence, outcome, as_predicted, saw}: `confidence` is one of
    CONFIDENCES; it and the learner's sentences `reason` and `saw` are "" where none was given. `options` are those of
    which one was chosen, where they were kept. A question answered several times counts each time.
    """
    asked, met, last = {}, [], {}
    for entry in entries():
        which = str(entry.get("lesson")), str(entry.get("name"))
        if entry["kind"] == "prediction":
            asked[which] = entry
        elif entry["kind"] == "outcome" and which in asked:
            right = entry.get("as_predicted", entry.get("answer") == entry.get("outcome"))
            fields = {name: entry.get(name) for name in ("lesson", "name", "answer", "outcome")}
            said = {name: str(asked[which].get(name) or "") for name in ("reason", "confidence")}
            question = asked[which].get("question", "")
            options = asked[which].get("options")
            said["options"] = options if isinstance(options, list) else []
            last[which] = {**fields, "question": question, **said, "as_predicted": right, "saw": ""}
            met.append(last[which])
        elif entry["kind"] == "observation" and which in last:
            last[which]["saw"] = str(entry.get("sentence") or "")
    return met


def waiting() -> list[dict]:
    """Each prediction that was committed and has not met its outcome, oldest first: the last one of its question.

    {lesson, name, question, answer, reason, confidence, then}: `then` is the sentence on what there is to do until
    the outcome is there, "" where the page says it.
    """
    found = {}
    for entry in entries():
        which = str(entry.get("lesson")), str(entry.get("name"))
        if entry["kind"] == "prediction":
            found.pop(which, None)
            found[which] = {name: entry.get(name) for name in ("lesson", "name", "answer")} | {
                name: str(entry.get(name) or "") for name in ("question", "reason", "confidence", "then")
            }
        elif entry["kind"] == "outcome":
            found.pop(which, None)
    return list(found.values())


def misses(before: str, apart: int = 2) -> list[dict]:
    """The predictions that went wrong though the learner was sure of them, or fairly sure, as of `predictions`.

    Those of lessons that are at least `apart` before the lesson `before`, "05" say; the newest lesson first, and in
    each those that were sure before those that were fairly sure. A question that was answered rightly later on is no
    miss.
    """
    answered = {(str(p["lesson"]), str(p["name"])): p for p in predictions()}  # the last answer to each
    wrong = [p for p in answered.values() if not p["as_predicted"] and p["confidence"] in CONFIDENCES[1:]]
    old = [p for p in wrong if str(p["lesson"]).isdecimal() and int(p["lesson"]) <= int(before) - apart]
    return sorted(old, key=lambda p: (-int(p["lesson"]), -CONFIDENCES.index(p["confidence"])))


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
