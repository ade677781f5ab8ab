"""The panels of live.duel: the points and the neuron's line, the three rounds' losses, and what each point pulls."""

from ....draw.charts import Axis, Field, Label, Line, Panel, Points
from ....experiments.duel import ARROWS, BY_HAND, DESCENT, MOVES, NAMES, border

SIZE, MARGIN, SQUARE = 80, 0.9, (200, 200)  # places a side of the field; its room beyond the points
# Of each round: what the legend calls it, its colour, its dashes, its symbol.
STYLES = {
    BY_HAND: ("hand", "ink", False, "circle"),
    ARROWS: ("arrows", "purple", "dots", "square"),
    DESCENT: ("descent", "green", True, "triangle"),
}
BRICKS, SUM, WIDE = (-0.26, 0.04), (0.14, 0.36), (230, 200)  # of a column: where its bricks stand, and their sum
ROW, GAP = 1.5, 1.8  # pixels between the strokes that fill a brick, and from a brick's edge to where it ends
LEAST = 0.045  # of the panel's height: a brick that is lower has no room for its letter

PLANE = "Plane of x1 and x2: {right} of {count} points lie where the score has their sign. {points}"
POINT = "{name} at {x1:g}, {x2:g}, side {side:+d}"
CURVES = "Loss, from the start on. {rounds}."
CURVE = "{name}: {losses}"
TITLE, COVERED, UNTIL = "what each point pulls", "covered", "in round 1"
HIDDEN = "What each point pulls is covered in round 1."
PULLS = "What each point adds to the slope of the loss. {rows}"
ROW_SAID = "{number}: {pulls}; together {total}, so {wish} makes the loss smaller."
NO_WISH = "{number}: {pulls}; together 0, so it stays."
SILENT = "nothing pulls"
LIT = "Only the pulls of {name} are lit."
LARGER, SMALLER = "larger", "smaller"


def limits(duel):
    """The corners of a square around all points."""
    across, up = zip(*duel.points, strict=True)
    half = max(max(across) - min(across), max(up) - min(up)) / 2 + MARGIN
    middle = (max(across) + min(across)) / 2, (max(up) + min(up)) / 2
    return tuple(x - half for x in middle), tuple(x + half for x in middle)


def plane(duel, ahead, chosen):
    """The points with their letters, the score at every place, and dashed where the line would be after the move."""
    low, high = limits(duel)
    marks, named = [Field("score", duel.scores(low, high, SIZE))], set()
    if ahead != duel.numbers and (ends := border(ahead, low, high)):
        marks.append(Line("after this move", *zip(*ends, strict=True), "ink", True, 1.5))
    for name, (x1, x2), side in zip(duel.names, duel.points, duel.sides, strict=True):
        colour, shape = ("orange", "circle") if side > 0 else ("blue", "square")
        legend = "" if side in named else f"{side:+d}"
        named.add(side)
        marks.append(Points(legend, (x1,), (x2,), colour, shape, 11.0 if name == chosen else 7.0, key=name))
    off = 0.075 * (high[0] - low[0])
    marks += [Label(name, x1 + off, x2, "middle") for name, (x1, x2) in zip(duel.names, duel.points, strict=True)]
    each = zip(duel.names, duel.points, duel.sides, strict=True)
    points = "; ".join(POINT.format(name=name, x1=x1, x2=x2, side=side) for name, (x1, x2), side in each)
    told = PLANE.format(right=duel.right, count=len(duel.points), points=points + ".")
    axes = (Axis(name, *ends) for name, *ends in zip(("x1", "x2"), low, high, strict=True))
    return Panel("score, and the points", *axes, tuple(marks), SQUARE, told=told)


def curves(duel):
    """The losses of the rounds that have been played, over one another."""
    marks, said, top = [], [], 0.0
    for name, losses in duel.losses.items():
        legend, colour, dashed, shape = STYLES[name]
        top = max(top, *losses)
        if len(losses) > 1 or name == duel.turn:
            said.append(CURVE.format(name=name, losses=", ".join(f"{loss:.3f}" for loss in losses)))
            places = tuple(range(len(losses)))
            marks.append(Line(legend, places, losses, colour, dashed))
            marks.append(Points("", places, losses, colour, shape, 5.0))
    axes = Axis("moves", 0, MOVES, ticks=tuple((n, str(n)) for n in range(MOVES + 1))), Axis("", 0.0, 1.1 * top)
    return Panel("loss", *axes, tuple(marks), (180, 200), told=CURVES.format(rounds="; ".join(said)))


def reach(duel):
    """(low, high): what all bricks of one number come to, were every point to pull."""
    count = len(duel.points)
    columns = list(zip(*((-t * x1 / count, -t * x2 / count, -t / count) for x1, x2, t in _rows(duel)), strict=True))
    low = min(sum(min(0.0, pull) for pull in column) for column in columns)
    high = max(sum(max(0.0, pull) for pull in column) for column in columns)
    return low, high


def bricks(duel, chosen, covered):
    """For each number the pulls, stacked: above 0 orange, below 0 blue and hollow; beside them their sum.

    Only the bricks of the chosen point are lit, where one is chosen.
    """
    low, high = reach(duel)
    room = 0.12 * (high - low)
    axes = Axis("", -0.5, 2.5, ticks=tuple(enumerate(NAMES))), Axis("", low - room / 3, high + 1.6 * room)
    if covered:
        words = (Label(COVERED, 1.0, high, "middle"), Label(UNTIL, 1.0, high - room, "middle"))
        return Panel(TITLE, *axes, words, WIDE, told=HIDDEN)
    pixel = (axes[1].high - axes[1].low) / WIDE[1]
    marks = [Line("", (-0.5, 2.5), (0.0, 0.0), "ink", False, 1.0)]
    for k, total in enumerate(duel.gradient()):
        ends = {True: 0.0, False: 0.0}
        for name, pull in duel.pulls().items():
            if not pull[k]:
                continue
            begun = ends[pull[k] > 0]
            ends[pull[k] > 0] = end = begun + pull[k]
            lit = chosen in ("", name)
            marks += _brick(k + BRICKS[0], k + BRICKS[1], begun, end, pixel, lit)
            if abs(pull[k]) > LEAST * (axes[1].high - axes[1].low):
                marks.append(Label(name, k + BRICKS[0] - 0.1, (begun + end) / 2, "middle", "ink" if lit else "grey"))
        if abs(total) > 1e-12:
            marks += _brick(k + SUM[0], k + SUM[1], 0.0, total, pixel, not chosen)
        marks.append(Label("= " + signed(total), k, high + room, "middle"))
    return Panel(TITLE, *axes, tuple(marks), WIDE, told=said(duel, chosen))


def signed(slope):
    """A sum with its triangle: ▲ 0.25 rises with the number, ▼ 0.25 falls."""
    if abs(slope) < 5e-4:
        return "0"
    return f"{'▲' if slope > 0 else '▼'} {round(abs(slope), 3):g}"


def said(duel, chosen):
    """The bricks in words."""
    rows = []
    for k, total in enumerate(duel.gradient()):
        pulls = ", ".join(f"{name} {pull[k]:+.3g}" for name, pull in duel.pulls().items() if pull[k]) or SILENT
        words = {"number": NAMES[k], "pulls": pulls, "total": f"{total:+.3g}", "wish": wish(total)}
        rows.append((ROW_SAID if abs(total) >= 5e-4 else NO_WISH).format(**words))
    return PULLS.format(rows=" ".join([*rows, *([LIT.format(name=chosen)] if chosen else [])]))


def wish(slope):
    """Which way makes the loss smaller."""
    return SMALLER if slope > 0 else LARGER


def _rows(duel):
    return [(x1, x2, t) for (x1, x2), t in zip(duel.points, duel.sides, strict=True)]


def _brick(left, right, begun, end, pixel, lit):
    """An outline, with a small gap to the next brick; an orange one is filled where it is lit."""
    up = end > begun
    low, high = min(begun, end) + GAP * pixel, max(begun, end) - GAP * pixel
    if high <= low:  # a hair
        low = high = (begun + end) / 2
    colour = ("orange" if up else "blue") if lit else "grey"
    marks = [
        Line("", (left, right, right, left, left), (low, low, high, high, low), colour, False, 2.0 if lit else 1.0)
    ]
    if up and lit:
        rows = max(1, int((high - low) / (ROW * pixel)))
        heights = [low + (high - low) * n / rows for n in range(rows + 1)]
        across = [x for n in range(rows + 1) for x in ((left, right) if n % 2 == 0 else (right, left))]
        marks.append(Line("", tuple(across), tuple(y for y in heights for _ in (0, 1)), colour, False, 2.0))
    return marks
