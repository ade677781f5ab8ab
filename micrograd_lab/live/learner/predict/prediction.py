"""The view that asks: a question above a view, an answer that is committed, and then what happened."""

import ipywidgets

from .... import journal
from ....journal.words import as_typed, because
from ...base.keys import Keys
from ...base.view import View, plain
from .asking import Asking
from .form import form_of
from .place import Place
from .said import COMES_BACK, board, verdict

PREDICT, ASKED, HAPPENED = "Predict.", "Predict. {question}", "What happens: {outcome}"
ANSWERED, UNANSWERED, REASON = "Your prediction: {answer}", "Your prediction: none yet", "  {reason}"
THEN = "Now try it. {then}"
SURE = " ({confidence})"
LAST_TIME, FIRST = "Last time you predicted {answer}. Predict again.", "Predict to unlock."
COMMIT, COMMIT_TIP, TRY_AGAIN = "commit", "commit this prediction", "try again"
SAW, SAW_HINT, KEPT = "I saw", "in one sentence", "Your sentence is kept."
FAILED = "That could not be tried. {kind}: {error}"


class NoView(View):
    """Nothing to try: the outcome comes with the answer."""

    def __init__(self):
        super().__init__([], footer=False)

    def text(self):
        return ""


class Prediction(View):
    """A question above a view whose controls are locked until an answer is committed.

    Then, once the view has been tried, prediction and outcome stand side by side, and one line asks
    what was seen. From code: `commit(answer)`, of a big one `commit(answer, reason="...", confidence="sure")`,
    then `saw(sentence)`.
    """

    def __init__(
        self, view, question, outcome, options, lesson, name, tried, hidden, within, big, answers, giveaways, then
    ):
        self.view, self.question, self.lesson, self.name = view or NoView(), question, lesson, name
        self.outcome, self.options, self.tried = outcome, options, tried
        self.hidden, self.within, self.answers, self.giveaways = hidden or view is None, within, answers, giveaways
        self.then = then
        self.form, self.lacking, self.trouble, self.tries = form_of(options), "", "", 0
        self.answer = self.happened = self.right = self.seen = self.reason = self.confidence = None
        self.entry, self.asking = self.form.entry(), Asking(big, self.form.bets)
        self.button = ipywidgets.Button(description=COMMIT, tooltip=COMMIT_TIP, button_style="")
        self.status, self.comparison, self.noted = ipywidgets.HTML(), ipywidgets.HTML(), ipywidgets.HTML()
        for heard in (self.status, self.comparison, self.noted):
            heard.add_class("micrograd-said")
        self.comparison.layout.display = "none"
        self.sentence = ipywidgets.Text(
            placeholder=SAW_HINT, description=SAW, continuous_update=False, layout={"width": "480px"}
        )
        self.sentence.style.description_width = "48px"
        self.sentence.layout.display = "none"
        self.button.on_click(
            lambda _: self.commit(self.entry.value, self.asking.reason.value, self.asking.confidence.value)
        )
        self.sentence.observe(lambda change: self.saw(change.new), "value")
        self.view.observe(self._moved, "redraws")
        earlier = [e for e in journal.entries("prediction", lesson=lesson, name=name) if "answer" in e] if name else []
        self.status.value = plain(LAST_TIME.format(answer=as_typed(earlier[-1]["answer"])) if earlier else FIRST)
        title = ipywidgets.HTML(f"<b>{PREDICT}</b> {plain(question)}")
        last = ipywidgets.HBox(
            [*self.asking.beside, self.button, self.status, Keys()], layout={"align_items": "center"}
        )
        # What is asked afterwards stands below the view: there it moves nothing.
        saw = ipywidgets.HBox([self.sentence, self.noted])
        asked = [self.entry, *self.asking.rows, last]
        self.place = Place(asked, self.comparison) if self._foreseen else None
        if self.place:
            self.comparison.value = board("n", "", None, None, self._room(), self.then)
        asked = [self.place] if self.place else [*asked, self.comparison]
        super().__init__([title, *asked, self.view, saw], footer=False)
        self.view.lock()
        self.view.layout.display = "none" if self.hidden else ""

    def commit(self, answer, reason="", confidence=None):
        """Commit an answer, once: it is stored in the journal, and the view's controls unlock.

        What is missing is said instead. Where the form is one that is tried until it is so, each try is an answer.
        """
        first = self.answer is None
        if not first and not (self.form.again and not self.right):  # a double click; the first one counts
            return
        self.lacking = self.form.missing(answer) or (self.asking.missing(reason, confidence) if first else "")
        answer = None if self.lacking else self.form.read(answer)
        if not self.lacking and self.form.at_once:
            try:
                happened = self.form.happened(self.outcome, self.view, answer)
            except Exception as error:  # whatever an author's function, or the view, raises on what was typed
                self.lacking = FAILED.format(kind=type(error).__name__, error=error)
        if self.lacking:
            self.status.value, self.status.layout.display = plain(self.lacking), ""
            return
        self.answer, self.tries = answer, self.tries + 1
        if first:
            self.reason, self.confidence = reason.strip(), self.form.sure(answer) if self.form.bets else confidence
        self.form.show(self.entry, answer)
        said = {"reason": self.reason, "confidence": self.confidence} if self.asking.big else {}
        said |= {"options": list(self.form.options)} if self.form.options and self.asking.big else {}
        said |= {"then": self.then} if self.then else {}
        self.trouble = self._keep("prediction", question=self.question, answer=self.form.said(answer), **said)
        self._close()
        self.view.lock(False)
        self.view.layout.display = ""
        if self.form.at_once or self.hidden:
            self._compare(happened if self.form.at_once else self.form.happened(self.outcome, self.view, answer))

    def saw(self, sentence):
        """Keep the learner's own words on what happened."""
        self.seen = sentence
        trouble = self._keep("observation", sentence=sentence)
        self.noted.value = plain(trouble or KEPT) if self.name else ""

    def text(self):
        lines = [ASKED.format(question=self.question), *self.form.lines()]
        if self.answer is None:
            lines += [*self.asking.lines(), UNANSWERED, *([self.lacking] if self.lacking else [])]
        else:
            sure = SURE.format(confidence=self.confidence) if self.confidence and not self.form.bets else ""
            lines.append(ANSWERED.format(answer=self.form.said(self.answer)) + sure)
            lines += [REASON.format(reason=because(self.reason))] if self.reason else []
            lines += [THEN.format(then=self.then)] if self.then and not self.compared else []
        if self.compared:
            lines.append(HAPPENED.format(outcome=self.form.told(self.happened)))
            lines += self._sentences(self.right) if self.asking.big or self.answers else []
        below = "" if self._covered else self.view.text()
        return "\n".join([*lines, "", below] if below else lines)

    def still(self):
        happened = self.happened if self.compared else None
        return self.form.still(self.answer, happened) or ({} if self._covered else self.view.still())

    @property
    def _covered(self):
        return self.hidden and self.answer is None

    @property
    def compared(self):
        """Whether prediction and outcome stand side by side."""
        return self.right is not None

    def _close(self):
        # Gone, and not only locked, so that view and outcome fit on a small screen together.
        self.asking.close()
        if not self.form.stays:
            self.entry.layout.display = "none"
        self.button.layout.display = "none"
        self.status.value = plain(self.trouble) if self.trouble else ""
        self.status.layout.display = "" if self.trouble else "none"
        self._tell()

    @property
    def _foreseen(self):
        """Whether what will stand in the place of the question is known as to its height, and the question goes."""
        return not (self.form.keeps_its_place or self.asking.big or self.hidden or callable(self.answers))

    def _room(self):
        """(outcome, sentences) of all that may be told, the longest outcome with each: nothing moves when it is."""
        longest = max(map(str, self.form.outcomes()), key=len, default="")
        if not self._foreseen:
            return [(longest, self._sentences(right)) for right in (True, False)] if not self.hidden else ()
        said = [(right, text) for text in (self.answers or {"": ""}).values() for right in (True, False)]
        return [(longest, [*filter(None, (self._verdict(right, text), text))]) for right, text in said]

    def _moved(self, _change):
        if self.answer is not None and not self.compared and self.tried(self.view):
            self._compare(self.form.happened(self.outcome, self.view, self.answer))

    def _compare(self, happened):
        self.happened = happened
        self.right = bool(self.form.right(self.answer, happened, self.within))
        said, told = self.form.said(self.answer), self.form.told(happened)
        self._keep("outcome", answer=said, outcome=told, as_predicted=self.right)
        self.form.show(self.entry, self.answer, happened)
        self._tell()
        again = self.form.again and not self.right
        self.sentence.layout.display = "none" if again else ""
        if again:
            self.button.description, self.button.layout.display = TRY_AGAIN, ""

    def _tell(self):
        """Show the answer, and beside it the outcome, as soon as there is one."""
        self.comparison.layout.display = ""
        if self.place:
            self.place.turn(bool(self.trouble))
        told = (self.form.brief_told(self.happened), self._sentences(self.right)) if self.compared else None
        brief, sure = self.form.brief(self.answer), "" if self.form.bets else self.confidence
        self.comparison.value = board(brief, self.reason, sure, told, self._room(), self.then)

    def _sentences(self, right):
        """What is said where the answer is right, or is not: a word on the two, and the author's to this answer."""
        explained = self._explained(right)
        sentences = [self._verdict(right, explained), explained]
        comes_back = not right and self.confidence == "sure" and self.name and not self.trouble
        return [text for text in (*sentences, COMES_BACK if comes_back else "") if text]

    def _verdict(self, right, explained):
        # What is tried until it is so says itself whether it is; only a first try was a prediction.
        said = not self.form.again or (self.tries == 1 and self.confidence and not right)
        return verdict(right, self.reason, self.confidence, bool(explained), self.form.bets) if said else ""

    def _explained(self, right):
        return self.form.explained(self.answers or {}, self.answer, right, self.within)

    def _keep(self, kind, **fields):
        return journal.add(kind, lesson=self.lesson, name=self.name, **fields) if self.name else ""


def predict(
    view,
    question,
    outcome,
    options=None,
    lesson="",
    name="",
    tried=lambda view: True,
    hidden=False,
    within=0.0,
    big=False,
    answers=None,
    giveaways=(),
    then="",
):
    """Put a question before a view, or before nothing where the view is None.

    The answer is one of `options`, or a number, which counts as predicted when it is `within` so much of what
    happens. With options=live.SIGNS the learner says whether something falls, stays or rises; other forms are
    live.ordering, live.drawing, live.pictures, live.breaking and live.betting.

    `outcome` is what will happen: one of `options`, a number, or a function that reads it off the view.
    It is shown as soon as the view is drawn again and `tried(view)` is true. A `hidden` view, one whose picture
    is the answer, appears with the outcome when the prediction is committed. `lesson` and `name` tell
    where the prediction is kept in the journal; without a name it is not kept.

    A `big` one asks for a reason and a confidence too. `answers` is {answer: sentence}, what is said to whoever gave
    that answer once the outcome is there, None for any other; or a function of the answer. `giveaways` are texts, and
    numbers of two digits or more, that would give the answer away: a test looks for them around the prediction.
    `then` is a sentence on what to do in the view until the outcome is there.
    """
    form_of(options).check(outcome)
    asked = question, outcome, options, lesson, name, tried, hidden, within, big, answers, giveaways
    return Prediction(view, *asked, then)
