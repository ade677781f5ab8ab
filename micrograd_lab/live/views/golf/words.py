"""What live.golf says: the card, how the learner's round went, and the limit beside the mark."""

from html import escape

from ....draw.colours import COLOURS
from ....experiments.golf import IN, LIMIT, NAN, OUT, STOPPED
from .panels import KIT, OWN

CARD = {
    IN: "{n}",
    OUT: "out at {n}",
    NAN: "nan after {n}",
    STOPPED: "stopped",
}
SHORT = "not in {limit}"
ENDED = {
    IN: "{name} is in the hole after {n} steps.",
    OUT: "{name} has left the course at step {n}.",
    NAN: "{name} has no number any more after step {n}: nan, or infinite.",
}
NOT_YET = "{name} is not in the hole after {limit} steps; its loss is {loss:.3g}."
UPHILL = " Its first step went with the slope, not against it."
PLACED = (
    "You placed your mark at {mark:.4g}. In the steepest direction, {way}, the slope changes by {most:.4g} a unit, so "
    "the limit is 2 / {most:.4g} = {limit:.4g}. {verdict}"
)
THERE = "That is where your mark stands."
BEYOND = "At your mark each step there ends {times:.3g} times as far out as it began."
BELOW = "At your mark SGD stays on the course, and it could go {times:.3g} times as fast."
ASK = "Where does SGD begin to leave the {hole}? Place your mark, the largest rate at which it stays; then lr is yours."
ALL, ALONG, VECTOR = "which is any", "that of {name}", "({x:.2f}, {y:.2f})"
CUT = "The curve of {name} ends where its class took too long or stopped."
TABLE = '<table style="line-height: 24px; margin: 4px 0 4px 8px"><tr><th></th>{heads}</tr>{rows}</table>'
HEAD = (
    '<th style="text-align: left; padding: 0 8px; max-width: 56px; line-height: 16px; white-space: normal">{name}</th>'
)
ROW = "<tr>{cells}</tr>"
FIRST = '<th scope="row" style="text-align: left; white-space: nowrap; padding: 0">{sample} {text}</th>'
CELL = '<td style="padding: 0 8px; text-align: left">{text}</td>'
SAMPLE = (
    '<svg width="34" height="12" aria-hidden="true"><path d="M0,6H34" stroke="{colour}" stroke-width="2"{dash}/>'
    '<path d="{shape}" fill="{colour}" stroke="{colour}" stroke-width="1.5"/></svg>'
)
SHAPES = {
    "circle": "M12,6a5,5 0 1,0 10,0a5,5 0 1,0 -10,0Z",
    "square": "M12.5,1.5h9v9h-9Z",
    "triangle": "M17,0.5L22.5,11H11.5Z",
    "cross": "M12.5,1.5L21.5,10.5M21.5,1.5L12.5,10.5",
}
DASHES = {True: ' stroke-dasharray="6 4"', "dots": ' stroke-dasharray="2 3"', False: ""}


def short(played):
    """A round on the card."""
    return CARD.get(played.ended, SHORT).format(n=played.steps, limit=LIMIT)


def ended(name, played):
    """A round in a sentence, or why it was stopped, in three parts."""
    if played.ended == STOPPED:
        return played.stopped
    words = {"name": name[0].upper() + name[1:], "n": played.steps, "limit": LIMIT, "loss": played.losses[-1]}
    said = ENDED.get(played.ended, NOT_YET).format(**words)
    return said + (UPHILL if played.uphill and played.ended != IN else "")


def beside(mark, curved):
    """The limit beside the mark."""
    ratio = curved.limit / mark
    if abs(ratio - 1) <= 0.05:
        verdict = THERE
    elif ratio < 1:
        verdict = BEYOND.format(times=abs(1 - mark * curved.most))
    else:
        verdict = BELOW.format(times=ratio)
    return PLACED.format(mark=mark, way=_way(curved), most=curved.most, limit=curved.limit, verdict=verdict)


def table(card):
    """The card as HTML: {club: {hole: how the round ended}}."""
    heads = "".join(HEAD.format(name=escape(hole)) for hole in next(iter(card.values())))
    rows = []
    for name, by_hole in card.items():
        cells = FIRST.format(sample=_sample(KIT.get(name, OWN)), text=escape(name))
        cells += "".join(CELL.format(text=escape(x)) for x in by_hole.values())
        rows.append(ROW.format(cells=cells))
    return TABLE.format(heads=heads, rows="".join(rows))


def _sample(style):
    """A club's line and symbol, as they are in the pictures."""
    colour = "currentColor" if style.colour == "ink" else COLOURS[style.colour]
    return SAMPLE.format(colour=colour, dash=DASHES[style.dash], shape=SHAPES[style.shape])


def _way(curved):
    x, y = curved.across
    if curved.most - curved.least < 1e-6 * curved.most:
        return ALL
    if max(abs(x), abs(y)) > 0.999:
        return ALONG.format(name="x" if abs(x) > abs(y) else "y")
    return VECTOR.format(x=x, y=y)
