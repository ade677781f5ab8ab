"""What is set into the boxes that Graphviz has drawn: name, number, the operation's sign, bricks that arrive."""

import math

from .marks import DOWN, MINUS, TIMES, UP, fitted, marked, number, rect, text, typeset, way, wide

ROW, TALL, UNIT = 60, 96, 12  # a box without a gradient, with one; the grid of both, on which arrows arrive
NARROWEST, LATER, ROOMY = 104, 106, 140  # pixels: for a box, with room for a gradient, for any number
SIGNS = {"*": TIMES, "-": MINUS, "/": "÷", "sum": "+"}
OLD, ASKED, NOT_YET = "old ", "grad = ?", "no grad yet"
BRICK, GAP = 20, 14  # how high a brick is, and how far from the next
NOWHERE = {}


def sign(op):
    """The operation as it stands at the edge of a box, and how wide its round sign is."""
    shown = typeset(SIGNS.get(op, op))
    return shown, 34.0 if len(shown) == 1 else max(44.0, wide(shown, 13) + 16)


def size(box, moment):
    """(width, height) of a box, which hold at all moments of one graph."""
    room, tall = sign(box.op)[1] / 2 if box.op else 0, moment.room or box.grad is not None
    widths = [ROOMY if moment.wide else LATER if moment.room else NARROWEST, wide(box.name, 16) + room + 18]
    if not moment.wide:
        widths.append(wide(box.data, 23, True) + room + 30)
    if box.grad is not None and not moment.room:
        widths.append(wide(marked(box.grad), 16, True) + (wide(OLD, 16, True) if box.old else 0) + 24)
    if tall and box.arrivals > 1:
        widths.append(min(72 + 52 * box.arrivals, 230))
    return round(max(widths)), TALL if tall else ROW


def inside(box, x, y, w, h):
    """All that stands in a box whose upper left corner is (x, y)."""
    shown, across = sign(box.op) if box.op else ("", 0.0)
    smaller = fitted(box.data, 23, w - across / 2 - 16)
    half = min(wide(box.data, 23, True), w - across / 2 - 16) / 2
    centre = max(x + w / 2 + (2 if box.op else 0), x + across / 2 + 6 + half)
    parts = [text(x + w - 9, y + 18, box.name, "name")] if box.name else []
    parts.append(text(centre, y + 45, box.data, "data", **smaller))
    if box.ring:
        parts.append(rect(centre - half - 5, y + 23, 2 * half + 10, 29, "ring", 4))
    if box.asked or box.grad is not None:
        parts.append(f'<line class="rule" x1="{x:.1f}" y1="{y + ROW}" x2="{x + w:.1f}" y2="{y + ROW}"/>')
        parts.append(_row(box, x, y, w))
    elif box.waits:
        parts.append(text(x + w / 2, y + 83, NOT_YET, "later"))
    if box.op:
        high = 34 if box.inputs < 3 else ROW - 4
        parts.append(rect(x - across / 2, y + ROW / 2 - high / 2, across, high, "sign", 17))
        small = len(shown) > 1
        parts.append(text(x, y + ROW / 2 + (5 if small else 8), shown, "op word" if small else "op"))
    if box.mark:
        parts.append(text(x + w / 2, y - 6, typeset(box.mark), "mark"))
    return "".join(parts)


def _row(box, x, y, w):
    if box.asked:
        return text(x + w / 2, y + 84, ASKED, "grad")
    if len(box.arrived) < 2:
        kind = "soft" if box.old else way(box.grad)
        words = (OLD if box.old else "") + marked(box.grad)
        return text(x + w / 2, y + 84, words, f"grad {kind}", **fitted(words, 16, w - 12))
    total = sum(amount for amount, how in box.arrived if how != "out")
    same = box.grad == total or abs(box.grad - total) <= 1e-9 * abs(total)
    result = f"{'=' if same else '≠'} {marked(box.grad)}"
    ending = text(x + w - 7, y + 84, result, f"sum {way(box.grad)}")
    return _bricks(box.arrived, x + 8, y + 68, w - 20 - wide(result, 15, True)) + ending


def _bricks(arrived, x, y, room):
    """Bricks as long as they are large, with a sign between; the number stands beside one that is too short for it.

    Where there is no room for numbers, bricks stand alone: the numbers are on the arrows too.
    """
    words = [number(amount) for amount, _ in arrived]
    sizes = [abs(amount) if math.isfinite(amount) else 0.0 for amount, _ in arrived]
    scale, outside = _scaled(sizes, [wide(word, 13, True) + 6 for word in words], room - GAP * (len(arrived) - 1))
    parts = []
    for n, ((amount, how), word) in enumerate(zip(arrived, words, strict=True)):
        if n:
            parts.append(text(x + GAP / 2, y + 15, "+" if arrived[n - 1][1] != "out" else "→", "and"))
            x += GAP
        start, length, kind = x, max(2.0, scale * sizes[n]), way(amount)
        parts.append(rect(x, y, length, BRICK, f"brick {kind} {how}".strip(), 3 if length > 8 else 1))
        x += length
        if n in outside:
            parts.append(text(x + outside[n] / 2, y + 15, word, f"figure {kind}"))
            x += outside[n]
        elif outside is not NOWHERE:
            on = kind if kind == DOWN or how else "on" if kind == UP else ""
            parts.append(text(x - length / 2, y + 15, word, f"figure {on}".strip()))
        if how == "out":
            ends = f'x1="{start - 2:.1f}" y1="{y + BRICK + 1}" x2="{x + 2:.1f}" y2="{y - 1}"'
            parts.append(f'<line class="strike" {ends}/>')
    return "".join(parts)


def _scaled(sizes, needed, room):
    """(pixels for one, {brick: room for its number beside it}); NOWHERE where there is no room for numbers."""
    total, outside = sum(sizes) or 1.0, {}
    for _ in sizes:
        scale = min(14.0, max(room - sum(outside.values()), 0.0) / total)
        short = {n: needed[n] for n, size in enumerate(sizes) if scale * size < needed[n] - 4}
        if short.keys() <= outside.keys():
            break
        outside |= short
    if sum(outside.values()) > room - 20:
        return max(room, 10.0) / total, NOWHERE
    return scale, outside
