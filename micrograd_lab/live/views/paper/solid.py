"""The folded sheet as shapes to be painted, one over another: from above, and from the side, by parallel projection."""

import math

from ....draw.charts import Faces
from ....draw.colours import BLUE, ORANGE
from ....experiments.paper import NEAR, bands

LIMIT, STEP = 3.0, 0.5  # of the score: where the picture ends, and how far its contours are apart
LEVELS = tuple(STEP * n for n in range(-round(LIMIT / STEP), round(LIMIT / STEP) + 1))
TALL, TILT = 0.37, 26.0  # how high a score of 1 is, in halves of the sheet's width; degrees above the table
LAMP = (-0.48, -0.36, 0.8)  # from where light falls on the sheet, of length 1
DARKEST, UNDERSIDE, FULL = 0.8, 0.88, 0.75  # of full light; of what faces up; how full a colour gets
INK, CREASE, EDGE, CONTOUR = "#111111", "#4a4a4a", "#6a6a6a", 0.85
GLASS, RIM, RIM_OF_LINE = "#8c96a02e", "#8c8c8c", "#ffffffa0"
WIDE = {"crease": 1.3, "edge": 0.9, "cut": 2.8, "contour": 0.7, "seam": 0.7}


class Above:
    """Looks straight down: a place is drawn where it is."""

    ends = False  # the sheet goes on, however high it lies

    def __init__(self, sheet):
        self.half = (sheet.high[0] - sheet.low[0]) / 2

    def place(self, x1, x2, _score):
        """(across, up) on the picture: the place itself."""
        return x1, x2

    def far_first(self, sheet):
        """The cells as they come, since none hides another."""
        return sheet.cells


class Side:
    """Looks at the sheet from the side, from `TILT` degrees above the table, after it was turned by `turn` degrees.

    At 0 the learner stands where x2 is lowest and x1 goes to the right. Places come out in halves of the sheet's width,
    0, 0 where the middle of the table stands.
    """

    ends = True

    def __init__(self, sheet, turn):
        self.half = (sheet.high[0] - sheet.low[0]) / 2
        self.middle = tuple((low + high) / 2 for low, high in zip(sheet.low, sheet.high, strict=True))
        sin, cos = math.sin(math.radians(turn)), math.cos(math.radians(turn))
        self.right, self.away = (cos, sin), (-sin, cos)
        self.flat, self.tall = math.sin(math.radians(TILT)), math.cos(math.radians(TILT)) * TALL

    def place(self, x1, x2, score):
        """(across, up) on the picture."""
        from_middle = [(x - middle) / self.half for x, middle in zip((x1, x2), self.middle, strict=True)]
        return _dot(self.right, from_middle), self.flat * _dot(self.away, from_middle) + self.tall * score

    def far_first(self, sheet):
        """The cells in the order in which they are painted. At each crease, what lies beyond it goes first."""
        facing = [_dot(self.away, fold[:2]) < 0 for fold in sheet.folds]
        return sorted(sheet.cells, key=lambda cell: [up == to for up, to in zip(cell.opened, facing, strict=True)])

    def table(self, sheet):
        """The table, of glass, as a shape."""
        return [self.place(*corner, 0.0) for corner in square(sheet)], GLASS, RIM, WIDE["edge"]

    def front(self, sheet):
        """The table's edges that are turned to the learner, each of two corners (x1, x2)."""
        corners, outward = square(sheet), ((0, -1), (1, 0), (0, 1), (-1, 0))
        ends = zip(corners, (*corners[1:], corners[0]), strict=True)
        return [edge for edge, out in zip(ends, outward, strict=True) if _dot(self.away, out) < -1e-9]


def square(sheet):
    """The corners (x1, x2) of the sheet, in order around it."""
    (left, bottom), (right, top) = sheet.low, sheet.high
    return (left, bottom), (right, bottom), (right, top), (left, top)


def faces(sheet, camera, key=""):
    """The sheet as Faces: each flat piece in bands of its score, lit as it leans, with contours, creases and edges.

    Where the score is 0 the sheet is cut by the table: the widest line.
    """
    cells = [(cell, bands(cell, LEVELS)) for cell in camera.far_first(sheet)]
    if camera.ends:
        cells = [(cell, [part for part in parts if _seen(part)]) for cell, parts in cells]
    shapes = []
    # Nothing below the table ever hides what is above it: so first all that is below, then the table, then the rest.
    for cell, parts in cells:
        shapes += _painted(sheet, cell, [part for part in parts if part[2] <= 0], camera)
    if camera.ends:
        shapes.append(camera.table(sheet))
    for cell, parts in cells:
        shapes += _painted(sheet, cell, [part for part in parts if part[2] > 0], camera)
    return _faces(shapes, key)


def strokes(lines, width):
    """Lines, each of places, as Faces: dark with a light rim, so that they are seen on paper and on any page."""
    rims = [(places, "none", RIM_OF_LINE, width + 1.6) for places in lines]
    return _faces([*rims, *((places, "none", INK, width) for places in lines)])


def _faces(shapes, key=""):
    x, y = (tuple(tuple(place[k] for place in shape[0]) for shape in shapes) for k in (0, 1))
    return Faces("", x, y, *(tuple(shape[k] for shape in shapes) for k in (1, 2, 3)), key=key)


def _seen(part):
    return part[1] >= LEVELS[0] and part[2] <= LEVELS[-1]


def _painted(sheet, cell, parts, camera):
    """Parts of a cell as shapes: (places, fill, stroke, width of the stroke)."""
    light, shapes = _light(cell, camera), []
    for corners, low, high in parts:
        fill = colour(_between(low, high), light)
        shapes.append((_placed(corners, cell, camera), fill, fill, WIDE["seam"]))
    for corners, low, high in parts:
        for level in (low, high) if high == 0 else (low,):
            if level > LEVELS[0] and len(ends := _at(corners, cell, level)) == 2:
                cut = level == 0
                ink = INK if cut else colour(level, light * CONTOUR)
                shapes.append((_placed(ends, cell, camera), "none", ink, WIDE["cut" if cut else "contour"]))
    return shapes + _outline(sheet, cell, parts, camera)


def colour(score, light):
    """Paper at 0, orange above, blue below, in this light: as "#rrggbb"."""
    full = ORANGE if score > 0 else BLUE
    strength = FULL * abs(math.tanh(score / 2))
    parts = [255 + (int(full[n : n + 2], 16) - 255) * strength for n in (1, 3, 5)]
    return "#" + "".join(f"{min(255, max(0, round(part * light))):02x}" for part in parts)


def _light(cell, camera):
    """How bright a flat piece is, by how it leans to the lamp; darker where one sees its underside."""
    lean = [-TALL * camera.half * slope for slope in cell.slope]
    normal = (*lean, 1.0)
    straight = _dot(normal, LAMP) / math.hypot(*normal) / LAMP[2]  # 1 where it lies flat
    light = min(1.0, DARKEST + (1 - DARKEST) * max(0.0, straight))
    return light * (UNDERSIDE if _turned(_placed(cell.corners, cell, camera)) else 1.0)


def _turned(places):
    """Whether a polygon is seen from below: then its corners go round the other way."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(places, (*places[1:], places[0]), strict=True)) < 0


def _placed(corners, cell, camera):
    return [camera.place(x1, x2, cell.score(x1, x2)) for x1, x2 in corners]


def _between(low, high):
    if math.isinf(low) or math.isinf(high):
        return high - STEP / 2 if math.isinf(low) else low + STEP / 2
    return (low + high) / 2


def _at(corners, cell, level):
    """The two ends of a band's edge along which the score is at this level; fewer where it has none."""
    found = [corner for corner in corners if abs(cell.score(*corner) - level) < NEAR]
    return found if len(found) == 2 else []


def _outline(sheet, cell, parts, camera):
    """The edges of the bands that are edges of the cell: creases, or the sheet's own."""
    made = []
    for corners, _, _ in parts:
        for n, here in enumerate(corners):
            there, margin = corners[n - 1], _on_margin(sheet, corners[n - 1], here)
            if margin or _on_crease(sheet, there, here):
                ink, width = (EDGE, WIDE["edge"]) if margin else (CREASE, WIDE["crease"])
                made.append((_placed((there, here), cell, camera), "none", ink, width))
    return made


def _on_margin(sheet, *ends):
    places = zip(*ends, strict=True)
    return any(
        all(abs(x - limit) < NEAR for x in xs)
        for xs, limits in zip(places, zip(sheet.low, sheet.high, strict=True), strict=True)
        for limit in limits
    )


def _on_crease(sheet, *ends):
    return any(fold.bends and all(abs(fold.reach(*end)) < NEAR for end in ends) for fold in sheet.folds)


def _dot(one, other):
    return sum(a * b for a, b in zip(one, other, strict=True))
