"""What is said to a learner who predicted: the answer and the outcome side by side, and a sentence on the two."""

from html import escape
from math import ceil

YOURS, HAPPENS, WHY, TRY = "Your prediction", "What happens", "because {reason}", "Now try it."
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
    '<div style="border:1px solid var(--jp-border-color1,#bdbdbd);border-left:4px solid {edge};border-radius:4px;'
    'padding:5px 12px 7px;overflow-wrap:anywhere;box-sizing:border-box;min-height:{height}px">'
    '<div style="font-size:12px;color:var(--jp-content-font-color2,#666)">{head}</div>{body}</div>'
)
LARGE = '<div style="margin:1px 0 2px"><b style="font-size:15px">{text}</b>{beside}</div>'
SMALL = '<div style="{style}">{text}</div>'
QUIET, ITALIC = "color:var(--jp-content-font-color2,#666)", "font-style:italic"
INK, GREY = "var(--jp-content-font-color1,#222)", "var(--jp-border-color1,#bdbdbd)"
# Room for what will be said, so that nothing moves when it is: a card's letters in a line, and its pixels a line.
LETTERS, LINE, FRAME = 52, 18.2, 56


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


def why(reason):
    """The learner's reason, as it is shown: with one "because", whether they wrote it or not."""
    first, _, rest = reason.strip().partition(" ")
    return WHY.format(reason=rest if first.lower() == "because" and rest else reason.strip())


def room(said, outcomes):
    """The height in pixels of a card in which any of these outcomes, below the longest thing said, has its place."""
    lines = [ceil(len(str(text)) / LETTERS) for text in said if text]
    more = max((ceil(len(str(text)) / LETTERS) - 1 for text in outcomes), default=0)
    return ceil(FRAME + LINE * (sum(lines) + more))


def board(said, reason, confidence, height, outcome=None, sentences=()):
    """The learner's answer on the left, and what happens on the right, as HTML.

    The right side stands from the beginning, as high as it will be.
    """
    sure = f", {escape(confidence)}" if confidence else ""
    because = SMALL.format(style=ITALIC, text=escape(why(reason))) if reason else ""
    left = LARGE.format(text=escape(str(said)), beside=sure) + because
    if outcome is None:
        right = SMALL.format(style=QUIET, text=TRY)
    else:
        told = "".join(SMALL.format(style="", text=escape(text)) for text in sentences if text)
        right = LARGE.format(text=escape(str(outcome)), beside="") + told
    edges = GREY, INK if outcome is not None else GREY
    cards = [(YOURS, left, edges[0]), (HAPPENS, right, edges[1])]
    made = "".join(CARD.format(head=head, body=body, edge=edge, height=height) for head, body, edge in cards)
    return BOARD.format(cards=made)
