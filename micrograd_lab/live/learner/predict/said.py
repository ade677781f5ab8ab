"""What is said to a learner who predicted: the answer and below it the outcome, and a sentence on the two."""

import re
from html import escape

from ....journal.words import because

YOURS, NEXT, HAPPENS = "Your prediction", "What is next", "What happens"
TRY = "Now try it."
RIGHT, DIFFERENT = "As you predicted.", "It turned out differently."
SURPRISE = "It turned out differently. What explains it?"
SAME_REASON = "As you predicted. Is it so for the reason that you gave?"
GUESSED = "As you predicted, and you called it a guess. What made it likely?"
ONLY_A_GUESS = "It turned out differently. You had called it a guess."
OTHER_CHIPS = "It turned out differently: most of your chips lay elsewhere."
FAIRLY = "It turned out differently, and you were fairly sure."
SURE = "You were sure, and it is not so. A belief that is found out can be mended, and this one is found."
COMES_BACK = "The question comes back two lessons from now."

BOARD = (
    '<div style="border:1px solid {frame};border-left:4px solid {edge};border-radius:4px;'
    "padding:3px 12px 5px;max-width:960px;box-sizing:border-box;line-height:1.4;margin:2px 0 4px;"
    'overflow-wrap:anywhere">{rows}</div>'
)
SIDE = (
    '<div role="group" aria-label="{head}" style="display:flex;align-items:baseline">'
    '<span style="flex:0 0 108px;font-size:12px;color:var(--jp-content-font-color2,#666)">{head}</span>'
    '<div style="flex:1;min-width:0;display:grid">{body}</div></div>'
)
# What stands in one cell of a grid makes it as high as the highest of it.
BODY, ROOM = '<div style="grid-area:1/1">{body}</div>', '<div style="grid-area:1/1;visibility:hidden">{body}</div>'
LARGE, BECAUSE = '<div><b style="font-size:15px">{text}</b>{beside}</div>', ", <i>{text}</i>"
SMALL, NOW = "<div>{text}</div>", '<div style="padding-top:2px">{text}</div>'
WIDTHS = dict.fromkeys("ijlI.,:;'!|", "i") | dict.fromkeys("frt()[]-", "r") | dict.fromkeys("mwMW%", "m")
INK, GREY = "var(--jp-content-font-color1,#222)", "var(--jp-border-color1,#bdbdbd)"


def verdict(right, reason="", confidence="", explained=False, bet=False):
    """The sentence on an answer that was right or not, given how sure its learner was; of a bet its chips say that."""
    if bet and confidence != "sure":
        return RIGHT if right else OTHER_CHIPS
    if right:
        if confidence == "a guess":
            return GUESSED
        return SAME_REASON if reason else RIGHT
    if confidence == "sure":
        return SURE
    if confidence:
        return ONLY_A_GUESS if confidence == "a guess" else FAIRLY
    return DIFFERENT if explained else SURPRISE


def board(answer, reason, confidence, told=None, room=(), then=""):
    """The learner's answer, and below it what happens, as HTML.

    `told` is (outcome, sentences), when it is there. Until then stands there what to do, `then`, in a place as high as
    any of those in `room` would make it, of which it shows no letter, so that nothing moves when it is told.
    """
    sure = f", {escape(confidence)}" if confidence else ""
    why = BECAUSE.format(text=escape(because(reason))) if reason else ""
    yours = BODY.format(body=LARGE.format(text=escape(str(answer)), beside=sure + why))
    now = _told(*told) if told else NOW.format(text=escape(f"{TRY} {then}".strip()))
    below = BODY.format(body=now)
    below += "".join(ROOM.format(body=_told(_blank(outcome) or "n", map(_blank, said))) for outcome, said in room)
    rows = [(YOURS, yours), (HAPPENS if told else NEXT, below)]
    # An outcome is framed. Room for one is not: a frame around nothing looks as if something were missing.
    frame, edge = (GREY, INK) if told else ("transparent", GREY)
    return BOARD.format(rows="".join(SIDE.format(head=h, body=b) for h, b in rows), frame=frame, edge=edge)


def _told(outcome, sentences):
    # In one paragraph: so it takes fewer lines, and the view below it more of the screen.
    said = " ".join(escape(text) for text in sentences)
    return LARGE.format(text=escape(str(outcome)), beside="") + (SMALL.format(text=said) if said else "")


def _blank(text):
    """As much text, as wide as it is, and no word of it."""
    return re.sub(r"\S", lambda found: WIDTHS.get(found[0], "n"), str(text))
