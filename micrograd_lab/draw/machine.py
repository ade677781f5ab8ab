"""The whole machine that learns, as one small picture: at the head of each lesson the part is lit that it builds."""

import math
from html import escape

from .graphs import Picture

PARTS = {
    "data": "points with their right answers",
    "numbers": "numbers that remember how each was made",
    "loss": "one number that says how wrong the answers are",
    "gradient": "which way each number should move, and how much it matters",
    "step": "each number moves a little that way, and it begins again",
}
NO_PART = "asked: a picture of the machine with {part!r} lit\nfound: no such part\ntry:   some of {parts}"
WORDS = "The machine that learns. Lit: {lit}."
ROW = "{mark} {name:<10}{does}"
WIDTH, HEIGHT, ABOVE = 730, 182, 16  # ABOVE: room for the road of the right answers
INK, SOFT, EDGE, PAPER, SIGN, LIT, RISES = "#1f2328", "#5f6875", "#7f8894", "#ffffff", "#eef1f5", "#ffe894", "#b44c00"
FONT = "'DejaVu Sans', 'Segoe UI', Helvetica, Arial, sans-serif"
KNOBS = ((222, 24, -50), (222, 56, 20), (222, 88, 70))  # x, y, and where it points, in degrees
ROOMS = {"data": (12, 120), "numbers": (196, 268), "loss": (560, 150)}  # x and width of what lies on yellow


def machine(*parts: str) -> Picture:
    """Draw the machine that learns, with these parts lit: data, numbers, loss, gradient, step; without any, all.

    ValueError for another name.
    """
    for part in parts:
        if part not in PARTS:
            raise ValueError(NO_PART.format(part=part, parts=", ".join(PARTS)))
    lit = [name for name in PARTS if name in (parts or PARTS)]
    rows = [ROW.format(mark="*" if name in lit else " ", name=name, does=does) for name, does in PARTS.items()]
    said = WORDS.format(lit="all of it" if len(lit) == len(PARTS) else ", ".join(lit))
    drawn = [*_grounds(lit), *_data(lit), *_numbers(lit), *_loss(lit), *_arrows(lit), *_names(lit)]
    size = f'width="{WIDTH}px" height="{HEIGHT}px" viewBox="0 0 {WIDTH} {HEIGHT}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-label="{escape(said)}">'
    # Its own paper: so it reads on a dark page too, where a picture in an <img> cannot know the page's theme.
    paper = f'<rect width="{WIDTH}" height="{HEIGHT}" rx="8" fill="{PAPER}"/>'
    below = f'<g transform="translate(0 {ABOVE})">'
    svg = "\n".join([head, paper, below, *drawn, "</g></svg>"])
    return Picture(svg, "\n".join([said, *rows]), said, float(WIDTH), float(HEIGHT))


def _grounds(lit):
    return [
        f'<rect x="{x}" y="6" width="{width}" height="100" rx="12" fill="{LIT}"/>'
        for part, (x, width) in ROOMS.items()
        if part in lit
    ]


def _data(lit):
    """Two half moons: discs, and squares."""
    marks = []
    for k in range(8):
        across, up = 24 * math.cos(math.pi * k / 7), 24 * math.sin(math.pi * k / 7)
        marks.append(f'<circle cx="{64 + across:.1f}" cy="{50 - up:.1f}" r="4" fill="{INK}"/>')
        square = f'<rect x="{84 - across:.1f}" y="{34 + up:.1f}" width="7" height="7"'
        marks.append(f'{square} fill="{PAPER}" stroke="{INK}" stroke-width="1.6"/>')
    return _faded(marks, "data" in lit)


def _numbers(lit):
    """Three numbers that can be turned, and the graph that is made of them."""
    curves = "M236,24 C256,24 262,34 276,38 M236,56 C256,56 262,46 276,42 M302,40 C330,40 338,44 352,46"
    marks = [_line(f"{curves} M236,88 C300,88 330,66 354,54 M380,48 L424,48", EDGE, 2)]
    for x, y, sign in ((289, 40, "\N{MULTIPLICATION SIGN}"), (366, 48, "+")):
        marks.append(f'<circle cx="{x}" cy="{y}" r="13" fill="{SIGN}" stroke="{SOFT}" stroke-width="1.4"/>')
        marks.append(_text(x, y + 6, sign, 17, INK))
    box = f'<rect x="424" y="34" width="30" height="28" rx="5" fill="{PAPER}" stroke="{INK}" stroke-width="2.4"/>'
    knobs = []
    for x, y, degrees in KNOBS:
        turn = math.radians(degrees - 90)
        knobs.append(f'<circle cx="{x}" cy="{y}" r="11" fill="{PAPER}" stroke="{INK}" stroke-width="1.8"/>')
        hand = f"M{x},{y} L{x + 9 * math.cos(turn):.1f},{y + 9 * math.sin(turn):.1f}"
        knobs.append(_line(hand, INK, 3.4))
        if "step" in lit:
            knobs += _turn(x, y, 1 if degrees > 0 else -1)
    return [
        *_faded([*marks, box], {"numbers", "gradient"} & set(lit)),
        *_faded(knobs, {"numbers", "step"} & set(lit)),
    ]


def _turn(x, y, way):
    """A bent arrow outside a knob: it is turned to the right, or, `way` -1, to the left."""
    start, end = -15 * way, 11 * way
    return [
        _line(f"M{x + start},{y + 2} A15,15 0 0 {int(way > 0)} {x + end},{y - 10}", INK, 2),
        f'<path d="M{x + end + 4 * way},{y - 5} l{-8 * way},-1 l{5 * way},-7 z" fill="{INK}"/>',
    ]


def _loss(lit):
    """A valley, and a ball on its slope."""
    valley = _line("M586,20 C600,66 622,74 640,74 C660,74 676,56 688,34", INK, 2.6)
    return _faded([valley, f'<circle cx="609.5" cy="46.5" r="7.5" fill="{INK}"/>'], "loss" in lit)


def _arrows(lit):
    """Forward from the data to the loss, the right answers above, and the gradient back below."""
    marks = []
    for start, end in ((134, 190), (468, 554)):
        marks += [_line(f"M{start},46 L{end - 8},46", EDGE, 2), _head(end, 46, EDGE)]
    above = "M72,4 Q72,-6 90,-6 L464,-6 M560,-6 L617,-6 Q635,-6 635,0"
    marks.append(f'<path d="{above}" fill="none" stroke="{EDGE}" stroke-width="1.4" stroke-dasharray="4 4"/>')
    marks += [f'<path d="M635,6 l-4.5,-9 l9,0 z" fill="{EDGE}"/>', _text(512, -2, "right answers", 12, SOFT)]
    colour, width = (RISES, 8) if "gradient" in lit else (EDGE, 2.5)
    marks.append(_line("M635,108 C620,136 300,142 248,118", colour, width, "butt"))
    return [*marks, f'<path d="M230,108 l24,2 l-12,18 z" fill="{colour}"/>']


def _names(lit):
    said = (
        (72, 98, "data", "data"),
        (356, 98, "numbers", "numbers that remember"),
        (635, 98, "loss", "loss: how wrong?"),
        (440, 156, "gradient", "gradient: which way, and how much does each matter?"),
        (112, 130, "step", "step: turn each a little,"),
        (112, 148, "step", "and again ↻"),
    )
    return [_text(x, y, words, 13, *((INK, "bold") if part in lit else (SOFT,))) for x, y, part, words in said]


def _faded(marks, lit):
    return [f'<g opacity="{1 if lit else 0.4}">{"".join(marks)}</g>']


def _line(path, colour, width, cap="round"):
    return f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width}" stroke-linecap="{cap}"/>'


def _head(x, y, colour):
    return f'<path d="M{x},{y} l-9,-4.5 l0,9 z" fill="{colour}"/>'


def _text(x, y, words, size, fill, weight="normal"):
    font = f'font-family="{FONT}" font-size="{size}" font-weight="{weight}"'
    return f'<text x="{x}" y="{y}" {font} fill="{fill}" text-anchor="middle">{escape(words)}</text>'
