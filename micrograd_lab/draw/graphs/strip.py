"""The linked strip below a picture: the line of code, the same line with its numbers, the same in words."""

from .marks import rect, text, typeset

CHARACTER, ROW, LEFT = 9.05, 28, 104


def strip(rows, y, across):
    """(SVG text, height) of the rows, from y down; what is boxed in the picture is boxed in them."""
    if not rows:
        return "", 0.0
    high = 16.0 + ROW * len(rows)
    parts = [rect(2, y, across - 4, high, "panel", 8)]
    for n, (label, pieces) in enumerate(rows):
        at, base = float(LEFT), y + 26 + n * ROW
        parts.append(text(18, base, label, "label"))
        for words, kind in pieces:
            if kind == "tap":
                parts.append(rect(at - 3, base - 16, CHARACTER * len(words) + 6, 22, "tap now"))
            parts.append(text(at, base, typeset(words), f"code {kind}".strip()))
            at += CHARACTER * len(words)
    return "".join(parts), high + 2


def broad(rows):
    """How wide the rows are."""
    return max((LEFT + 20 + CHARACTER * sum(len(words) for words, _ in pieces) for _, pieces in rows), default=0.0)
