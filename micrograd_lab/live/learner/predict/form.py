"""The forms of an answer: what they have in common, and the two plainest: one of some texts, and a number."""

import math

import ipywidgets

ONE_LINE = 32  # letters of options that stand side by side: so the picture below comes up by as many lines
SIGNS = ("falls \\", "stays —", "rises /")

NONE_CHOSEN, NO_OPTION = "No answer is chosen yet.", "{answer} is not one of the answers."
CHOOSE = "{found} Choose {others} or {last}: a guess is enough."
NOT_FINITE = "{answer} is not a number. Type one: a guess is enough."
NONE_TYPED, NO_NUMBER = "There is no number yet.", "{answer} is not a number."
TYPE = "{found} Type one, as 2.5: a guess is enough."
NUMBER = "a number"
NO_OUTCOME = "the outcome must be one of the options; got {outcome!r} and {options!r}."


class Form:
    """What may be answered, how it is put in and said, and when it counts as what happened."""

    at_once = False  # whether the outcome comes with the answer, and waits for nothing that is done in the view
    again = False  # whether one may try once more where it turned out otherwise
    bets = False  # whether the answer itself says how sure one is: then `sure(answer)` reads it off
    stays = False  # whether the entry is still shown when the answer is committed
    options = ()  # the texts or numbers of which one is chosen; kept with the answer, so that it can be asked again

    @property
    def keeps_its_place(self):
        """Whether something of the question still stands there when an answer is committed, or all comes at once."""
        return self.stays or self.again or self.at_once

    def entry(self):
        """The widget that takes an answer; its `value` is what `commit` is given."""
        raise NotImplementedError

    def missing(self, answer):
        """What to do first, in a sentence; "" where the answer can be committed."""
        raise NotImplementedError

    def read(self, answer):
        """The answer as it is compared."""
        return answer

    def said(self, answer):
        """The answer as it is shown, and kept in the journal: a number, or a text."""
        return answer

    def lines(self):
        """What there is to choose from, a line each."""
        return []

    def check(self, outcome):
        """ValueError where this can't be what happens."""

    def happened(self, outcome, view, _answer):
        """What happens: the outcome, or what it reads off the view."""
        return outcome(view) if callable(outcome) else outcome

    def outcomes(self):
        """What may be told, as far as it is known: room is kept for the longest."""
        return ()

    def told(self, happened):
        """What happened, as it is shown and kept."""
        return happened

    def brief(self, answer):
        """The answer as it stands beside the outcome, where a picture says the rest."""
        return self.said(answer)

    def brief_told(self, happened):
        """What happened, as it stands beside the answer."""
        return self.told(happened)

    def right(self, answer, happened, _within):
        """Whether what was answered is what happened."""
        return answer == happened

    def key(self, answer, _right):
        """The key under which an author says something to whoever answered this."""
        return answer

    def explained(self, answers, answer, right, _within):
        """What an author says to whoever answered this: `answers` is {key: sentence}, or a function of the key."""
        key = self.key(answer, right)
        return answers(key) if callable(answers) else answers.get(key, answers.get(None, ""))

    def sure(self, _answer):
        """How sure an answer says that one is, where it is a bet."""

    def still(self, _answer, _happened):
        """A picture of the answer, as {MIME type: picture}; none where words say it all."""
        return {}

    def show(self, entry, answer, happened=None):
        """Put an answer that came from code into the entry; with what happened laid over it, once it has."""


class Choice(Form):
    """One of some texts or numbers."""

    def __init__(self, options):
        self.options = options

    def entry(self):
        if self.options == SIGNS:
            return ipywidgets.ToggleButtons(options=self.options, value=None)
        side_by_side = sum(len(str(option)) for option in self.options) <= ONE_LINE
        way = "horizontal" if side_by_side else "vertical"
        return ipywidgets.RadioButtons(
            options=self.options, value=None, orientation=way, layout={"width": "max-content"}
        )

    def missing(self, answer):
        return "" if answer in self.options else choose(answer, self.options)

    def lines(self):
        return [f"  - {option}" for option in self.options]

    def outcomes(self):
        return self.options

    def check(self, outcome):
        if not callable(outcome) and outcome not in self.options:
            raise ValueError(NO_OUTCOME.format(outcome=outcome, options=self.options))

    def show(self, entry, answer, happened=None):
        entry.value = answer


class Number(Form):
    """A number that is typed."""

    def entry(self):
        # Not a FloatText, which starts at 0: that would be committed by whoever types nothing.
        return ipywidgets.Text(placeholder=NUMBER, layout={"width": "120px"})

    def missing(self, answer):
        try:
            return "" if math.isfinite(float(answer)) else NOT_FINITE.format(answer=answer)
        except (TypeError, ValueError):
            found = NO_NUMBER.format(answer=answer) if answer else NONE_TYPED
            return TYPE.format(found=found)

    def read(self, answer):
        return float(answer)

    def brief(self, answer):
        return f"{answer:.6g}"

    def brief_told(self, happened):
        return f"{happened:.6g}" if isinstance(happened, float) else happened

    def right(self, answer, happened, within):
        near = bool(within) and isinstance(happened, (int, float)) and abs(answer - happened) <= within
        return near or answer == happened

    def explained(self, answers, answer, right, within):
        if not callable(answers):
            near = [key for key in answers if key is not None and abs(key - answer) <= within]
            answer = min(near, key=lambda key: abs(key - answer), default=answer)
        return super().explained(answers, answer, right, within)

    def show(self, entry, answer, happened=None):
        entry.value = f"{answer:g}"


def form_of(options):
    """The form that these options are, or that they ask for."""
    if isinstance(options, Form):
        return options
    return Choice(options) if options else Number()


def choose(answer, options):
    """What to say where the answer is none of the options."""
    found = NONE_CHOSEN if answer is None else NO_OPTION.format(answer=answer)
    *first, last = map(str, options)
    return CHOOSE.format(found=found, others=", ".join(first), last=last)
