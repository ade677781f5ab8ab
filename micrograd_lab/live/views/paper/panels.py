"""The panels of live.paper: the sheet from above, with its creases, and from the side, with the points on it."""

import math

from ....draw.charts import Axis, Label, Line, Panel, Points
from .solid import LIMIT, Above, Side, faces, strokes

SQUARE, WIDE = (290, 290), (390, 364)
ABOVE, SIDE = "from above", "from the side"
BEYOND, ROOM, DOWN, UP = 0.1, 1.5, -1.3, 1.5  # in halves of a width: a number off its crease; how far one sees
ARROW, TURN = 0.42, "turn"  # how long the arrow of a crease is, in halves of the sheet's width; the side's key
STYLES = {1: ("orange", "circle"), -1: ("blue", "square")}
WRONG, RIGHTWARDS, LEFTWARDS = "on the wrong side", "{name} →", "← {name}"
PIN = 0.55  # how far above the sheet the head of a pin is

SEEN = "From above: {pieces}. {creases} {cells}"
PIECES = {1: "one flat piece"}
MANY = "{count} flat pieces"
CREASE = "Crease {n} runs from {x1:.3g}, {x2:.3g} to {to1:.3g}, {to2:.3g}."
OFF, LEVEL = "Crease {n} lies beyond the sheet.", "Fold {n} makes no crease."
PIECE = "Where {opened}: score = {slope1:+.3g} x1 {slope2:+.3g} x2 {base:+.3g}."
FOLDED, BOTH, NOWHERE = "fold {names} is open", "folds {names} are open", "no fold is open"
STANDS = "From the side, turned by {turn:g} degrees, it lies between {low:.3g} and {high:.3g}. {points}"
POINT = "The point {x1:g}, {x2:g} stands at {score:.3g} and should be {side}."
HIGHER, LOWER = "above 0", "below 0"


def above(sheet, chosen):
    """The sheet from above: each crease with its number, and the chosen one's arrow to the side that it folds."""
    camera = Above(sheet)
    margin = 1.6 * BEYOND * camera.half
    marks, named = [faces(sheet, camera)], {}
    for n, fold in enumerate(sheet.folds):
        ends = sheet.crease(n) if fold.bends else ()
        if ends:
            marks.append(Line("", *zip(*ends, strict=True), "ink", False, 0.0, key=f"b {n}"))  # what a pointer grabs
            for place in _outside(ends, camera.half):
                near = next((other for other in named if math.dist(place, other) < BEYOND * camera.half), place)
                named.setdefault(near, []).append(str(n + 1))
            if n == chosen:
                marks += _arrow(fold, ends, camera.half, n)
    marks += [Label(", ".join(names), *place, "middle") for place, names in named.items()]
    marks += _points(sheet, lambda x1, x2: (x1, x2))
    axes = (Axis(f"x{k + 1}", sheet.low[k] - margin, sheet.high[k] + margin, ticks=_ticks(sheet, k)) for k in range(2))
    return Panel(ABOVE, *axes, tuple(marks), SQUARE, told=seen(sheet))


def side(sheet, turn):
    """The sheet from the side, where a table of glass cuts it, with a pin in it for each point."""
    camera = Side(sheet, turn)
    marks = [faces(sheet, camera, key=TURN), *(_named(camera, ends) for ends in camera.front(sheet))]

    def pinned(x1, x2, above=PIN):
        return camera.place(x1, x2, min(LIMIT, max(-LIMIT, sheet.score(x1, x2))) + above)

    marks.append(strokes([(pinned(x1, x2, 0.0), pinned(x1, x2)) for x1, x2, _ in sheet.points], 1.6))
    marks += _points(sheet, pinned, True)
    axes = Axis("", -ROOM, ROOM, ticks=()), Axis("", DOWN, UP, ticks=())
    return Panel(SIDE, *axes, tuple(marks), WIDE, click=True, told=stands(sheet, turn))


def seen(sheet):
    """The sheet from above, in words: its creases, and the linear piece of each cell."""
    count = len(sheet.pieces)
    creases = [_crease_said(sheet, n) for n in range(len(sheet.folds))]
    cells = []
    for cell in sheet.cells:
        opened = [str(n + 1) for n, up in enumerate(cell.opened) if up]
        said = (NOWHERE, FOLDED, BOTH)[min(2, len(opened))].format(names=" and ".join(opened))
        words = {"opened": said, "base": cell.base}
        cells.append(PIECE.format(**words, slope1=cell.slope[0], slope2=cell.slope[1]))
    pieces = PIECES.get(count, MANY.format(count=count))
    return SEEN.format(pieces=pieces, creases=" ".join(creases), cells=" ".join(cells))


def stands(sheet, turn):
    """The sheet from the side, in words: how high it goes, and where each point stands."""
    heights = [cell.score(*corner) for cell in sheet.cells for corner in cell.corners]
    points = [
        POINT.format(x1=x1, x2=x2, score=sheet.score(x1, x2), side=HIGHER if side > 0 else LOWER)
        for x1, x2, side in sheet.points
    ]
    return STANDS.format(turn=turn, low=min(heights), high=max(heights), points=" ".join(points))


def middle(ends):
    """The middle of a crease."""
    return tuple((a + b) / 2 for a, b in zip(*ends, strict=True))


def _crease_said(sheet, n):
    if not sheet.folds[n].bends:
        return LEVEL.format(n=n + 1)
    if not (ends := sheet.crease(n)):
        return OFF.format(n=n + 1)
    return CREASE.format(n=n + 1, x1=ends[0][0], x2=ends[0][1], to1=ends[1][0], to2=ends[1][1])


def _arrow(fold, ends, half, n):
    """From the middle of a crease to the side that is folded: its tip can be dragged, which turns the crease."""
    foot, size = middle(ends), math.hypot(fold.w1, fold.w2)
    way = fold.w1 / size, fold.w2 / size
    tip = tuple(a + ARROW * half * b for a, b in zip(foot, way, strict=True))
    barbs = [
        tuple(t - 0.09 * half * (a * 1.0 + sign * b * 0.6) for t, a, b in zip(tip, way, (-way[1], way[0]), strict=True))
        for sign in (1, -1)
    ]
    head = (barbs[0], tip, barbs[1])
    return [
        strokes([ends, (foot, tip), head], 1.8),
        Points("", (tip[0],), (tip[1],), "ink", "circle", 3.0, key=f"turn {n}"),
    ]


def _points(sheet, place, legend=False):
    marks = []
    wrong = [(x1, x2) for x1, x2, to in sheet.points if sheet.score(x1, x2) * to <= 0]
    if wrong:
        marks.append(Points(WRONG if legend else "", *zip(*(place(*p) for p in wrong), strict=True), "red", size=11.0))
    for to, (colour, shape) in STYLES.items():
        here = [place(x1, x2) for x1, x2, sign in sheet.points if sign * to > 0]
        if here:
            marks.append(Points(f"{to:+d}" if legend else "", *zip(*here, strict=True), colour, shape, 7.0))
    return marks


def _outside(ends, half):
    """Where a crease's number stands: beyond both of its ends."""
    (a, b), (c, d) = ends
    far = math.hypot(c - a, d - b) or 1.0
    across, up = ((c - a) / far * BEYOND * half, (d - b) / far * BEYOND * half)
    return (a - across, b - up), (c + across, d + up)


def _ticks(sheet, k):
    return tuple((x, f"{x:g}") for x in sorted({point[k] for point in sheet.points})[:5])


def _named(camera, ends):
    """The name of the axis along which an edge of the table runs, beside it."""
    (across, up), (other, _) = (camera.place(*end, 0.0) for end in sorted(ends, reverse=True))  # the largest first
    name = "x1" if ends[0][1] == ends[1][1] else "x2"
    return Label((RIGHTWARDS if across > other else LEFTWARDS).format(name=name), across, up - 0.1, "middle")
