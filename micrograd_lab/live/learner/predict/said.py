"""What is said to a learner who predicted: the answer and the outcome side by side, and a sentence on the two."""

import re
from html import escape

from ....journal.words import because

YOURS, HAPPENS, TRY = "Your prediction", "What happens", "Now try it."
RIGHT, DIFFERENT = "As you predicted.", "It turned out differently."
SURPRISE = "It turned out differently. What explains it?"
SAME_REASON = "As you predicted. Is it so for the reason that you gave?"
GUESSED = "As you predicted, and you called it a guess. What made it likely?"
ONLY_A_GUESS = "It turned out differently. You had called it a guess."
FAIRLY = "It turned out differently, and you were fairly sure."
SURE = "You were sure, and it is not so. A belief that is found out can be mended, and this one is found."
COMES_BACK = "The question comes back two lessons from now."

BOARD = (
    '<div style="display:grid;grid-template-columns:repeat(auto-fit,minmax(260px,1fr));gap:8px;max-width:860px;'
    'line-height:1.4;margin:2px 0 4px">{cards}</div>'
)
CARD = (
    '<div role="group" aria-label="{head}" style="border:1px solid var(--jp-border-color1,#bdbdbd);'
    'border-left:4px solid {edge};border-radius:4px;padding:5px 12px 7px;overflow-wrap:anywhere;box-sizing:border-box">'
    '<div style="font-size:12px;color:var(--jp-content-font-color2,#666)">{head}</div>'
    '<div style="display:grid">{body}</div></div>'
)
# What stands in one cell of a grid makes it as high as the highest of it.
BODY, ROOM = '<div style="grid-area:1/1">{body}</div>', '<div style="grid-area:1/1;visibility:hidden">{body}</div>'
LARGE = '<div style="margin:1px 0 2px"><b style="font-size:15px">{text}</b>{beside}</div>'
SMALL, BECAUSE = "<div>{text}</div>", '<div style="font-style:italic">{text}</div>'
INK, GREY = "var(--jp-content-font-color1,#222)", "var(--jp-border-color1,#bdbdbd)"


def verdict(right, reason="", confidence="", explained=False):
    """The sentence on an answer that was right or not, given how sure its learner was."""
    if right:
        if confidence == "a guess":
            return GUESSED
        return SAME_REASON if reason else RIGHT
    if confidence == "sure":
        return SURE
    if confidence:
        return ONLY_A_GUESS if confidence == "a guess" else FAIRLY
    return DIFFERENT if explained else SURPRISE


def board(answer, reason, confidence, told=None, room=()):
    """The learner's answer on the left, and on the right what happens, as HTML.

    `told` is (outcome, sentences), when it is there. Until then the right side is as high as any of those in `room`
    would make it, of which it shows no letter, so that nothing moves when it is told.
    """
    sure = f", {escape(confidence)}" if confidence else ""
    why = BECAUSE.format(text=escape(because(reason))) if reason else ""
    left = BODY.format(body=LARGE.format(text=escape(str(answer)), beside=sure) + why)
    right = BODY.format(body=_told(*told) if told else "")
    right += "".join(ROOM.format(body=_told(_blank(outcome), map(_blank, said))) for outcome, said in room)
    cards = [(YOURS, left, GREY), (HAPPENS if told else TRY, right, INK if told else GREY)]
    return BOARD.format(cards="".join(CARD.format(head=head, body=body, edge=edge) for head, body, edge in cards))


def _told(outcome, sentences):
    said = "".join(SMALL.format(text=escape(text)) for text in sentences)
    return LARGE.format(text=escape(str(outcome)), beside="") + said


def _blank(text):
    """As much text, and no word of it."""
    return re.sub(r"\S", "n", str(text))
