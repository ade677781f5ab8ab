"""What a big prediction asks beside the answer: why, in one sentence, and how sure one is."""

import ipywidgets

from .... import journal

BECAUSE, HOW_SURE = "because", "how sure?"
NAMES = "72px"  # the width of what stands before an entry
ONE_SENTENCE = "one sentence, in your own words"
NOT_SAID = "How sure are you? Choose {choices} or {last}."
NO_SUCH = "{found} is no answer to how sure you are. Choose {choices} or {last}."
WHY = "Why do you think so? Half a sentence will do; or press commit once more, and go without."
ASKED = "Then why, in one sentence, and how sure: {choices} or {last}."
ASKED_WHY = "Then why, in one sentence."


class Asking:
    """The entries `reason` and `confidence`, in `rows` and `beside` the button.

    A prediction that is not big has neither; a bet no confidence. The confidence must be chosen; a reason is asked for
    once, and may be left out.
    """

    def __init__(self, big, bets):
        self.big, self.sure = big, big and not bets
        self.asked = False
        wide = {"width": "100%", "max_width": "640px"}
        self.reason = ipywidgets.Text(placeholder=ONE_SENTENCE, description=BECAUSE, layout=wide)
        self.reason.style.description_width = NAMES
        self.confidence = ipywidgets.ToggleButtons(options=journal.CONFIDENCES, value=None, tooltips=[HOW_SURE] * 3)
        self.confidence.style.button_width = "96px"
        named = ipywidgets.Label(HOW_SURE, layout={"width": NAMES, "justify_content": "flex-end", "margin": "2px 4px"})
        sure = ipywidgets.HBox([named, self.confidence])
        self.rows = [self.reason] if big else []
        self.beside = [sure] if self.sure else []  # what stands in the row of the button: a small screen has few rows

    def missing(self, reason, confidence):
        """What to do first, in a sentence; "" where nothing is missing."""
        if not self.big:
            return ""
        if self.sure and confidence not in journal.CONFIDENCES:
            *first, last = journal.CONFIDENCES
            said = NO_SUCH if confidence else NOT_SAID
            return said.format(found=confidence, choices=", ".join(first), last=last)
        if not reason.strip() and not self.asked:
            self.asked = True
            return WHY
        return ""

    def lines(self):
        """What is asked for, as a line of the twin."""
        *first, last = journal.CONFIDENCES
        asked = ASKED.format(choices=", ".join(first), last=last) if self.sure else ASKED_WHY
        return [asked] if self.big else []

    def close(self):
        """Take the entries away."""
        for row in (*self.rows, *self.beside):
            row.layout.display = "none"
