"""The smallest parts of a picture: texts as wide as they are, rectangles, and numbers as short as they can be."""

import re
from xml.sax.saxutils import escape

from ...graph import short

MINUS = "\N{MINUS SIGN}"
TIMES = "\N{MULTIPLICATION SIGN}"
UP, DOWN, NONE = "up", "down", "none"
# In shares of the font's size, for the widest of the fonts that may show it.
NARROW, WIDE, USUAL = {".": 0.4, " ": 0.36, "i": 0.32, "l": 0.32, "(": 0.46, ")": 0.46}, "\N{MINUS SIGN}+×=▲▼mw%", 0.66


def number(x):
    """A number as it stands in a picture: 2, −3, 0.9993."""
    return short(x).replace("-", MINUS)


def typeset(words):
    """Words with a true minus before negative numbers."""
    return re.sub(r"(?<![\w)\]])-(?=\d)", MINUS, words)


def way(x):
    """Whether it rises, falls, or does neither, as a class of the style."""
    return UP if x > 0 else DOWN if x < 0 else NONE


def marked(x):
    """A gradient: the triangle says the sign a second time, for those who don't see the colour."""
    return f"{'▲ ' if x > 0 else '▼ ' if x < 0 else ''}{number(x)}"


def wide(words, size, bold=False):
    """How many pixels a text is wide, at most."""
    shares = (NARROW.get(c, 0.86 if c in WIDE else USUAL) for c in words)
    return size * sum(shares) * (1.07 if bold else 1.0)


def text(x, y, words, kind, **more):
    """A text, its left end, middle or right end at x, as its kind is set."""
    extra = "".join(f' {name}="{value}"' for name, value in more.items())
    return f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}"{extra}>{escape(words)}</text>'


def fitted(words, size, room):
    """What makes a bold text smaller where it would be wider than its room."""
    across = wide(words, size, True)
    return {} if across <= room else {"style": f"font-size: {size * room / across:.1f}px"}


def rect(x, y, w, h, kind, round=3):
    """A rectangle with round corners."""
    return f'<rect class="{kind}" x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}" rx="{round}"/>'
