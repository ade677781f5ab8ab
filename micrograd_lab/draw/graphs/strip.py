"""The linked strip below a picture: the line of code, the same line with its numbers, the same in words."""

import textwrap

from .marks import rect, text, typeset

CHARACTER, ROW, LEFT = 9.05, 28, 104
NARROWEST, PAGE = 560.0, 900.0


def strip(rows, y, across):
    """(SVG text, width, height) of the rows, from y down; what is boxed in the picture is boxed in them.

    As wide as the picture or its code is, where that is not too narrow: then words go on in the next line.
    """
    if not rows:
        return "", 0.0, 0.0
    broad = min(PAGE, max(NARROWEST, across, *(_long(pieces) for _, pieces in rows if len(pieces) > 1)))
    lines = [line for label, pieces in rows for line in _wrapped(label, pieces, broad)]
    parts = [rect(2, y, broad - 4, 16.0 + ROW * len(lines), "panel", 8)]
    for n, (label, pieces) in enumerate(lines):
        at, base = float(LEFT), y + 26 + n * ROW
        if label:
            parts.append(text(18, base, label, "label"))
        for words, kind in pieces:
            if kind == "tap":
                parts.append(rect(at - 3, base - 16, CHARACTER * len(words) + 6, 22, "tap now"))
            parts.append(text(at, base, typeset(words), f"code {kind}".strip()))
            at += CHARACTER * len(words)
    return "".join(parts), broad, 18.0 + ROW * len(lines)


def _long(pieces):
    return LEFT + 20 + CHARACTER * sum(len(words) for words, _ in pieces)


def _wrapped(label, pieces, broad):
    if _long(pieces) <= broad or len(pieces) > 1:
        return [(label, pieces)]
    ((words, kind),) = pieces
    lines = textwrap.wrap(words, int((broad - LEFT - 20) / CHARACTER))
    return [("" if n else label, ((line, kind),)) for n, line in enumerate(lines)]
