"""live.breaking: something is typed that makes it break."""

import ipywidgets

from ..form import Form

TYPE = "type it here"
NOTHING = "There is nothing yet. {hint}"
THE_SAME = "It is still {start}, as it was. {hint}"
BROKE, HELD = "It breaks. {sentence}", "It holds. {sentence}"
ROOM = "as long as this " * 6  # for a sentence of two lines
NO_PAIR = (
    "what an outcome of live.breaking gives is (whether it breaks, a sentence); got {found!r}. Try return True, '...'."
)
NO_FUNCTION = "the outcome must be a function of the view and of what was typed; got {outcome!r}. Give a function."


class BreakEntry(ipywidgets.HBox):
    """A text to be changed, and beside it what may be typed."""

    def __init__(self, start, hint):
        self.typed = ipywidgets.Text(value=start, placeholder=hint or TYPE, layout={"width": "360px"})
        super().__init__([self.typed, ipywidgets.Label(hint)])

    @property
    def value(self):
        """What is typed."""
        return self.typed.value


class Breaking(Form):
    """Something typed. What happens is what the outcome says to it; as long as it holds, one may try again."""

    at_once = again = stays = True

    def __init__(self, start, hint):
        self.start, self.hint = start, hint

    def entry(self):
        return BreakEntry(self.start, self.hint)

    def missing(self, answer):
        typed = self.read(answer)
        if not typed:
            return NOTHING.format(hint=self.hint).strip()
        same = typed.replace(" ", "") == self.start.replace(" ", "")
        return THE_SAME.format(start=typed, hint=self.hint).strip() if same else ""

    def read(self, answer):
        return "" if answer is None else str(answer).strip()

    def lines(self):
        return [line for line in (f"  {self.start}", self.hint) if line.strip()]

    def outcomes(self):
        return (ROOM,)

    def check(self, outcome):
        if not callable(outcome):
            raise ValueError(NO_FUNCTION.format(outcome=outcome))

    def happened(self, outcome, view, answer):
        happened = outcome(view, answer)
        if not (isinstance(happened, tuple) and len(happened) == 2 and isinstance(happened[1], str)):
            raise TypeError(NO_PAIR.format(found=happened))
        return happened

    def told(self, happened):
        broke, sentence = happened
        return (BROKE if broke else HELD).format(sentence=sentence).strip()

    def right(self, answer, happened, _within):
        return bool(happened[0])

    def key(self, answer, right):
        return right

    def show(self, entry, answer, happened=None):
        entry.typed.value = answer
        entry.typed.disabled = bool(happened and happened[0])


def breaking(start="", hint=""):
    """Ask for something typed that makes it break, beginning at `start`; the `hint` says what may be typed.

    The outcome is a function (view, typed) -> (whether it breaks, a sentence). As long as it holds, one may try again.
    `answers` has the keys True, where it broke, and False.
    """
    return Breaking(start, hint)
