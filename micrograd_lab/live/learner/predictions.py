"""live.predictions: what you predicted, and what happened."""

from html import escape

from ... import journal

NAMES = ("lesson", "question", "you said", "what happened", "")
NONE = "No prediction has met its outcome yet."
COUNT = "{right} of {count} as predicted. The others are worth a second look."
ENTRY = "lesson {lesson}  {question}  You said: {answer}; {happened}"
AS_PREDICTED, SURPRISE, IT_WAS = "as predicted", "a surprise", "it was: {outcome}"


class Predictions:
    """A table of the learner's own predictions, from the journal on their machine."""

    def __init__(self, kept, trouble=""):
        self.kept, self.trouble = kept, trouble
        self.surprises = [p for p in kept if not p["as_predicted"]]

    def __repr__(self):
        lines = [self._head()]
        for p in self.kept:
            happened = AS_PREDICTED if p["as_predicted"] else IT_WAS.format(outcome=p["outcome"])
            said = {name: p[name] for name in ("lesson", "question", "answer")}
            lines.append(ENTRY.format(**said, happened=happened))
        return "\n".join([*lines, self.trouble] if self.trouble else lines)

    def _repr_html_(self):
        rows = "".join(
            f"<tr><td>{escape(str(p['lesson']))}</td><td style='text-align:left'>{escape(str(p['question']))}</td>"
            f"<td>{escape(str(p['answer']))}</td><td>{escape(str(p['outcome']))}</td>"
            f"<td>{AS_PREDICTED if p['as_predicted'] else SURPRISE}</td></tr>"
            for p in self.kept
        )
        head = "".join(f"<th scope='col'>{name}</th>" for name in NAMES)
        trouble = f"<p>{escape(self.trouble)}</p>" if self.trouble else ""
        return (
            f"<p>{escape(self._head())}</p>{trouble}<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
        )

    def _head(self):
        if not self.kept:
            return NONE
        right = len(self.kept) - len(self.surprises)
        return COUNT.format(right=right, count=len(self.kept))


def predictions():
    """Your predictions so far, how often they came true, and where you were surprised."""
    return Predictions(journal.predictions(), journal.trouble())
