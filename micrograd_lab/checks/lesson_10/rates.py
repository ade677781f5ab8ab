"""Ways to get at the largest rate of a bowl: the right one, and the wrong ones with what is said of each."""

from .landscape import curvatures, dot, times


def limit(case):
    """The largest rate of a bowl."""
    return 2 / curvatures(case["rows"])[-1]


def _slopes(case):
    way = [x - h for x, h in zip(case["place"], case["hole"], strict=True)]
    return times(case["rows"], way)


def _along_the_slope(case):
    g = _slopes(case)
    return 2 * dot(g, g) / dot(g, times(case["rows"], g))


def _one_step(case):
    g = _slopes(case)
    change = times(case["rows"], g)
    return 2 * dot(g, change) / dot(change, change)


def _nearer_once(case):
    g, way = _slopes(case), [x - h for x, h in zip(case["place"], case["hole"], strict=True)]
    return 2 * dot(g, way) / dot(g, g)


def _diagonal(case):
    return [line[n] for n, line in enumerate(case["rows"])]


def _of(measured):
    """2 by a curvature that is measured so."""
    return lambda case: 2 / measured(case)


def _by_rows(case):
    return max(sum(map(abs, line)) for line in case["rows"])


def _lengths(case):
    return max(dot(line, line) ** 0.5 for line in case["rows"])


def of_all(case):
    """2 by the root of all squares added up: in a narrow bowl of two numbers that is right by chance."""
    return 2 / sum(dot(line, line) for line in case["rows"]) ** 0.5


def _together(case):
    return sum(map(sum, case["rows"])) / len(case["rows"])


def _steepest(case):
    return curvatures(case["rows"])[-1]


ALONG = (
    "It is measured along the slope at the place, where a step would go. The slope points to where it is steep, but "
    "not quite: the flat direction has its part in it."
)
SLANTED = "Right as long as the bowl lies along the axes. A slanted one is steepest between them."
BOUND = (
    "It is 2 by the largest sum of the sizes in a row. No curvature is larger than that; but in a slanted bowl even "
    "the largest is smaller, so the rate is too small."
)
TURN = "look for the direction in which the slopes change most: go where they point, measure again, and so on."
SLOPE = (
    "It is 2 by the slope at the place, which depends on where you stand. How curved it is says how much the slope "
    "changes when you go a little way."
)
# (name, says, tries, way)
WAYS = (
    (
        "half of it",
        "It is 1 by the largest curvature, where a single step lands in the hole. A rate may be larger: then it goes "
        "across, and lands nearer on the other side.",
        "at which rate does it land as far away on the other side as it was?",
        lambda case: 1 / _steepest(case),
    ),
    (
        "twice of it",
        "It is twice as large as it may be.",
        "if you measured a curvature by two slopes, by how far are the two places apart?",
        lambda case: 4 / _steepest(case),
    ),
    (
        "the curvature itself",
        "That is the largest curvature. The more curved, the smaller the rate has to be.",
        "a step moves by rate * curvature * way. How large may rate * curvature be?",
        _steepest,
    ),
    (
        "of the flattest",
        "It is what the flattest direction alone would bear. The steepest one throws the ball out long before.",
        "take the largest curvature.",
        lambda case: 2 / curvatures(case["rows"])[0],
    ),
    (
        "of the mean",
        "It is what the mean of the curvatures would bear. The steepest direction throws the ball out before.",
        "take the largest curvature, not the mean.",
        lambda case: 2 * len(case["rows"]) / sum(_diagonal(case)),
    ),
    (
        "of the sum",
        "It is 2 by the sum of the curvatures. Each direction goes its own way: only the steepest counts.",
        "take the largest curvature, not the sum.",
        lambda case: 2 / sum(_diagonal(case)),
    ),
    (
        "the quickest, not the largest",
        "It is 2 by the sum of the largest and the smallest curvature: the rate at which plain gradient descent is "
        "quickest. Asked is the largest that still comes nearer.",
        "leave out the smallest.",
        lambda case: 2 / (curvatures(case["rows"])[0] + _steepest(case)),
    ),
    ("along the axes only", SLANTED, TURN, _of(lambda case: max(_diagonal(case)))),
    ("along the axes only", SLANTED, TURN, _of(_lengths)),
    ("a bound, not the curvature", BOUND, TURN, _of(_by_rows)),
    ("along the axes only", SLANTED, TURN, of_all),
    (
        "the slope, not the curvature",
        SLOPE,
        "ask for the slopes at two places that are near each other: by how much have they changed on the way?",
        _of(lambda case: max(map(abs, _slopes(case)))),
    ),
    (
        "the slope, not the curvature",
        SLOPE,
        "ask for the slopes at two places that are near each other: by how much have they changed on the way?",
        _of(lambda case: dot(_slopes(case), _slopes(case)) ** 0.5),
    ),
    (
        "one axis alone",
        "It is measured along one axis alone.",
        TURN,
        _of(lambda case: case["rows"][0][0]),
    ),
    (
        "one axis alone",
        "It is measured along one axis alone.",
        TURN,
        _of(lambda case: case["rows"][-1][-1]),
    ),
    (
        "along one direction",
        "It is measured along one direction, where all numbers grow alike.",
        TURN,
        _of(_together),
    ),
    (
        "along the slope",
        ALONG,
        "turn towards the steepest: measure how the slopes change along it, go along that change, and so on.",
        _along_the_slope,
    ),
    (
        "along the slope",
        ALONG,
        "turn towards the steepest: measure how the slopes change along it, go along that change, and so on.",
        lambda case: (
            2 * dot(_slopes(case), _slopes(case)) ** 0.5 / dot(*[times(case["rows"], _slopes(case))] * 2) ** 0.5
        ),
    ),
    (
        "one step alone",
        "It is the rate at which one step still makes the slopes smaller. In the next ones the steep direction grows, "
        "while the flat one hides it.",
        "let it take many steps before you look whether it has come nearer.",
        _one_step,
    ),
    (
        "one step alone",
        "It is the rate at which one step still comes nearer. In the next ones the steep direction grows, while the "
        "flat one hides it.",
        "let it take many steps before you look whether it has come nearer.",
        _nearer_once,
    ),
)
BY_CHANCE = {"the slope, not the curvature"}  # depends on the place: it may be right in one bowl, and in no two
ALONG_THE_AXES = {"along the axes only", "a bound, not the curvature", "one axis alone"}
