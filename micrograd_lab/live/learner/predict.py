"""live.predict: first say what will happen, then see."""

import math

import ipywidgets

from ... import journal
from ..base.view import View, plain

SIGNS = ("falls \\", "stays —", "rises /")

PREDICT, YOURS, HAPPENS = "Predict.", "Your prediction", "What happens"
ASKED, HAPPENED = "Predict. {question}", "What happens: {outcome}"
ANSWERED, UNANSWERED = "Your prediction: {answer}", "Your prediction: none yet"
LAST_TIME, FIRST = "Last time you predicted {answer}. Predict again.", "Predict to unlock."
TRY_IT = "Your prediction: {answer}. Now try it. {trouble}"
KEPT = "Your sentence is kept."
RIGHT, SURPRISE = "As you predicted.", "It turned out differently. What explains it?"
NONE_CHOSEN, NO_OPTION = "No answer is chosen yet.", "{answer} is not one of the answers."
CHOOSE = "{found} Choose {others} or {last}: a guess is enough."
NOT_FINITE = "{answer} is not a number. Type one: a guess is enough."
NONE_TYPED, NO_NUMBER = "There is no number yet.", "{answer} is not a number."
TYPE = "{found} Type one, as 2.5: a guess is enough."
NO_OUTCOME = "the outcome must be one of the options; got {outcome!r} and {options!r}."


class Prediction(View):
    """A question above a view whose controls are locked until an answer is committed.

    Then, once the view has been tried, prediction and outcome stand side by side, and one line asks
    what was seen. From code: `commit(answer)`, then `saw(sentence)`.
    """

    def __init__(self, view, question, outcome, options, lesson, name, tried, hidden, within):
        self.view, self.question, self.lesson, self.name = view, question, lesson, name
        self.outcome, self.options, self.tried, self.hidden = outcome, options, tried, hidden
        self.within = within
        self.answer = self.happened = self.seen = None
        wide = {"width": "max-content"}
        if options == SIGNS:
            self.entry = ipywidgets.ToggleButtons(options=options, value=None)
        elif options:
            self.entry = ipywidgets.RadioButtons(options=options, value=None, layout=wide)
        else:
            # Not a FloatText, which starts at 0: that would be committed by whoever types nothing.
            self.entry = ipywidgets.Text(placeholder="a number", layout={"width": "120px"})
        self.button = ipywidgets.Button(description="commit", tooltip="commit this prediction", button_style="")
        self.status = ipywidgets.HTML()
        self.comparison = ipywidgets.HTML()
        self.sentence = ipywidgets.Text(
            placeholder="in one sentence", description="I saw", continuous_update=False, layout={"width": "480px"}
        )
        self.sentence.layout.display = "none"
        self.button.on_click(lambda _: self.commit(self.entry.value))
        self.sentence.observe(lambda change: self.saw(change.new), "value")
        view.observe(self._moved, "redraws")
        earlier = [e for e in journal.entries("prediction", lesson=lesson, name=name) if "answer" in e] if name else []
        self.status.value = plain(LAST_TIME.format(answer=earlier[-1]["answer"]) if earlier else FIRST)
        title = ipywidgets.HTML(f"<b>{PREDICT}</b> {plain(question)}")
        super().__init__(
            [title, self.entry, self.button, self.status, self.comparison, self.sentence, view], footer=False
        )
        self.add_class("micrograd-view")
        view.lock()
        view.layout.display = "none" if hidden else ""

    def commit(self, answer):
        """Commit an answer, once: it is stored in the journal, and the view's controls unlock."""
        if self.answer is not None:  # a double click; the first one counts
            return
        missing = self._missing(answer)
        if missing:
            self.status.value = plain(missing)
            return
        self.answer = answer if self.options else float(answer)
        self.entry.value = self.answer if self.options else f"{self.answer:g}"
        # Gone, and not only locked, so that view and outcome fit on a small screen together.
        self.entry.layout.display = self.button.layout.display = "none"
        trouble = self._keep("prediction", question=self.question, answer=self.answer)
        self.status.value = plain(TRY_IT.format(answer=self.answer, trouble=trouble).strip())
        self.view.lock(False)
        self.view.layout.display = ""
        if self.hidden:
            self._compare()

    def saw(self, sentence):
        """Keep the learner's own words on what happened."""
        self.seen = sentence
        trouble = self._keep("observation", sentence=sentence)
        self.status.value = plain(trouble or KEPT) if self.name else ""

    def text(self):
        lines = [ASKED.format(question=self.question)]
        if self.options:
            lines += [f"  - {option}" for option in self.options]
        lines.append(UNANSWERED if self.answer is None else ANSWERED.format(answer=self.answer))
        if self.compared:
            lines.append(HAPPENED.format(outcome=self.happened))
        return "\n".join(lines if self._covered else [*lines, "", self.view.text()])

    def still(self):
        return {} if self._covered else self.view.still()

    @property
    def _covered(self):
        return self.hidden and self.answer is None

    @property
    def compared(self):
        """Whether prediction and outcome stand side by side."""
        return bool(self.comparison.value)

    def _missing(self, answer):
        """What to do first; "" where the answer can be committed."""
        if self.options:
            found = NONE_CHOSEN if answer is None else NO_OPTION.format(answer=answer)
            *first, last = map(str, self.options)
            choose = CHOOSE.format(found=found, others=", ".join(first), last=last)
            return "" if answer in self.options else choose
        try:
            return "" if math.isfinite(float(answer)) else NOT_FINITE.format(answer=answer)
        except (TypeError, ValueError):
            found = NO_NUMBER.format(answer=answer) if answer else NONE_TYPED
            return TYPE.format(found=found)

    def _moved(self, _change):
        if self.answer is not None and not self.compared and self.tried(self.view):
            self._compare()

    def _compare(self):
        self.happened = self.outcome(self.view) if callable(self.outcome) else self.outcome
        right = self.answer == self.happened
        if self.within and isinstance(self.happened, (int, float)):
            right = abs(self.answer - self.happened) <= self.within
        self._keep("outcome", answer=self.answer, outcome=self.happened, as_predicted=right)
        verdict = RIGHT if right else SURPRISE
        self.comparison.value = (
            f"<table><tr><td>{YOURS}&nbsp;</td><td><b>{plain(str(self.answer))}</b></td></tr>"
            f"<tr><td>{HAPPENS}</td><td><b>{plain(str(self.happened))}</b></td></tr></table>{plain(verdict)}"
        )
        self.status.value = ""  # the table says it
        self.sentence.layout.display = ""

    def _keep(self, kind, **fields):
        return journal.add(kind, lesson=self.lesson, name=self.name, **fields) if self.name else ""


def predict(
    view, question, outcome, options=None, lesson="", name="", tried=lambda view: True, hidden=False, within=0.0
):
    """Put a question before a view.

    The answer is one of `options`, or a number, which counts as predicted when it is `within` so much of what
    happens. With options=live.SIGNS the learner says whether something falls, stays or rises.

    `outcome` is what will happen: one of `options`, a number, or a function that reads it off the view.
    It is shown as soon as the view is drawn again and `tried(view)` is true. A `hidden` view, one whose picture
    is the answer, appears with the outcome when the prediction is committed. `lesson` and `name` tell
    where the prediction is kept in the journal; without a name it is not kept.
    """
    if options and not callable(outcome) and outcome not in options:
        raise ValueError(NO_OUTCOME.format(outcome=outcome, options=options))
    return Prediction(view, question, outcome, options, lesson, name, tried, hidden, within)
