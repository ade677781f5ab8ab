"""live.predictions: what you predicted and why, what happened, and what is still open."""

from html import escape

from ... import journal
from ...journal.words import as_typed, because

NAMES = ("lesson", "question", "you said", "because", "what happened", "as you thought?", "you saw")
NONE = "No prediction has met its outcome yet."
COUNT = "{right} of {count} as predicted. The others are worth a second look."
OPEN_ONE = "1 is still open: its outcome is not there yet. Run its cell, commit again, and try the view."
OPEN = "{count} are still open: their outcomes are not there yet. Run the cell of each, commit again, and try the view."
STILL_OPEN, TO_DO = "still open", "still open. {then}"
ENTRY = "lesson {lesson}  {question}  You said: {answer}{sure}; {happened}"
SURE, REASON, SAW = " ({confidence})", "    {reason}", "    you saw: {saw}"
AS_PREDICTED, SURPRISE, IT_WAS = "as predicted", "a surprise", "it was: {outcome}"
SURE_SURPRISE = "a surprise: you were sure"
LEFT = "text-align:left;max-width:24em;white-space:normal"


class Predictions:
    """A table of the learner's own predictions, from the journal on their machine."""

    def __init__(self, kept, waiting=(), trouble=""):
        self.kept, self.waiting, self.trouble = kept, waiting, trouble
        self.surprises = [p for p in kept if not p["as_predicted"]]

    def __repr__(self):
        lines = [self._head()]
        for p in (*self.kept, *self.waiting):
            if "outcome" not in p:
                happened = _to_do(p)
            else:
                happened = AS_PREDICTED if p["as_predicted"] else IT_WAS.format(outcome=as_typed(p["outcome"]))
            said = {"lesson": p["lesson"], "question": p["question"], "answer": as_typed(p["answer"])}
            lines.append(ENTRY.format(**said, sure=_sure(p), happened=happened))
            lines += [REASON.format(reason=because(p["reason"]))] if p["reason"] else []
            lines += [SAW.format(saw=p["saw"])] if p.get("saw") else []
        return "\n".join([*lines, self.trouble] if self.trouble else lines)

    def _repr_html_(self):
        shown = [self._row(p) for p in (*self.kept, *self.waiting)]
        # A column in which nothing stands is left out: who has only chosen so far has given no reason yet.
        full = [n for n, name in enumerate(NAMES) if name not in ("because", "you saw") or any(row[n] for row in shown)]
        rows = "".join(f"<tr>{''.join(_cell(row[n]) for n in full)}</tr>" for row in shown)
        head = "".join(f"<th scope='col' style='text-align:left'>{NAMES[n]}</th>" for n in full)
        trouble = f"<p>{escape(self.trouble)}</p>" if self.trouble else ""
        return (
            f"<p>{escape(self._head())}</p>{trouble}<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
        )

    def _row(self, p):
        if "outcome" not in p:
            return (p["lesson"], p["question"], as_typed(p["answer"]) + _sure(p), p["reason"], _to_do(p), "", "")
        surprise = SURE_SURPRISE if p["confidence"] == "sure" else SURPRISE
        verdict = AS_PREDICTED if p["as_predicted"] else surprise
        answer, outcome = as_typed(p["answer"]) + _sure(p), as_typed(p["outcome"])
        return (p["lesson"], p["question"], answer, p["reason"], outcome, verdict, p["saw"])

    def _head(self):
        right, count = len(self.kept) - len(self.surprises), len(self.waiting)
        met = COUNT.format(right=right, count=len(self.kept)) if self.kept else NONE
        return " ".join([met, *([(OPEN if count > 1 else OPEN_ONE).format(count=count)] if count else [])])


def predictions():
    """Your predictions so far: how often they came true, where you were surprised, and which are still open."""
    return Predictions(journal.predictions(), journal.waiting(), journal.trouble())


def _to_do(p):
    return TO_DO.format(then=p["then"]) if p["then"] else STILL_OPEN


def _sure(p):
    return SURE.format(confidence=p["confidence"]) if p["confidence"] else ""


def _cell(text):
    return f"<td style='{LEFT}'>{escape(str(text))}</td>"
