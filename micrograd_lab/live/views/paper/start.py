"""What live.paper is called with, looked over."""

import math

from ....experiments.paper import CORNERS, XOR, from_numbers

MOST, POINTS, TURNED = 4, 8, 32  # folds, points, and degrees by which a sheet is turned at first
NO_NUMBERS = (
    "asked: the numbers of one hidden layer: w1, w2, b of each ReLU, then a v for each, then the last bias\n"
    "found: {found}\n"
    "try:   live.paper([1, 1, 0, 1, 1, -1, 2, -4, -1]), or a network such as MLP(2, [2, 1])"
)
COUNT, NO_NUMBER = "{count} numbers, where 1 to {most} ReLUs have 5, 9, 13 or 17", "{found!r}, which is no number"
OTHER = (
    "asked: a network of two inputs and one hidden layer of ReLUs\n"
    "found: at {x1:g}, {x2:g} it gives {given}, and a sheet of its {count} parameters lies at {here:.4g}\n"
    "try:   live.paper with the numbers themselves: w1, w2, b of each ReLU, then the last neuron's"
)
NO_POINTS = "points are 1 to {most} triples (x1, x2, side), side +1 or -1; got {points!r}. Try points=[(0, 1, -1)]."
NO_MADE = "made is how many folds are made, from 0 to {count}; got {made!r}. Try made=1.5."
NO_TURN = "turn is from -180 to 180 degrees; got {turn!r}. Try turn=32."
PLACES = ((0.3, -0.7), (-1.1, 0.4), (0.9, 1.3), (2.0, -1.7))  # where a network is asked


def folded(numbers):
    """(Folds, bias of the last neuron) of numbers, Values, or a network. ValueError for anything else."""
    given = XOR if numbers is None else numbers
    given = given.parameters() if hasattr(given, "parameters") else given
    try:
        found = [float(getattr(x, "data", x)) for x in given]
    except (TypeError, ValueError):
        raise ValueError(NO_NUMBERS.format(found=NO_NUMBER.format(found=given))) from None
    if len(found) not in [4 * k + 1 for k in range(1, MOST + 1)]:
        raise ValueError(NO_NUMBERS.format(found=COUNT.format(count=len(found), most=MOST)))
    if lost := [x for x in found if not math.isfinite(x)]:
        raise ValueError(NO_NUMBERS.format(found=NO_NUMBER.format(found=lost[0])))
    folds, out = from_numbers(found)
    if hasattr(numbers, "parameters"):
        _agree(numbers, folds, out)
    return folds, out


def placed(points):
    """The points as triples of numbers. ValueError for anything else."""
    try:
        found = tuple(tuple(map(float, point)) for point in (CORNERS if points is None else points))
    except (TypeError, ValueError):
        found = ()
    good = all(len(point) == 3 and point[2] in (-1, 1) and all(map(math.isfinite, point)) for point in found)
    if not good or not 1 <= len(found) <= POINTS:
        raise ValueError(NO_POINTS.format(most=POINTS, points=points))
    return found


def share(made, count):
    """How many folds are made. ValueError for no number from 0 to `count`."""
    made = count if made is None else made
    if isinstance(made, bool) or not isinstance(made, (int, float)) or not 0 <= made <= count:
        raise ValueError(NO_MADE.format(count=count, made=made))
    return float(made)


def degrees(turn):
    """How far the sheet is turned. ValueError for no number from -180 to 180."""
    if isinstance(turn, bool) or not isinstance(turn, (int, float)) or not -180 <= turn <= 180:
        raise ValueError(NO_TURN.format(turn=turn))
    return float(turn)


def _agree(net, folds, out):
    """Ask the network itself: its parameters may stand in another order, or it may have another shape."""
    for x1, x2 in PLACES:
        here = sum((fold.v * max(0.0, fold.reach(x1, x2)) for fold in folds), out)
        given = net([x1, x2])
        given = given[0] if isinstance(given, (list, tuple)) and len(given) == 1 else given
        given = getattr(given, "data", given)
        if not isinstance(given, (int, float)) or not math.isclose(given, here, rel_tol=1e-6, abs_tol=1e-9):
            count = 4 * len(folds) + 1
            raise ValueError(OTHER.format(x1=x1, x2=x2, given=given, count=count, here=here))
