"""11.1: rows of numbers drawn at random, judged by their spread, their mean and whether each is drawn for itself."""

import random

from ..accident import odd
from ..judge import Judge, Misconception
from .drawing import NUMBERS, accepts, excess, going_together, mean_and_spread, rows_of, wanted
from .start_slips import the_slip

LAYERS = 30
SIZES = (  # (nin, nout) and what stands behind, each as often as makes NUMBERS
    (40, 100, "relu"),
    (100, 40, "relu"),
    (64, 64, "relu"),
    (25, 80, "linear"),
    (90, 45, "linear"),
    (50, 70, "tanh"),
    (1, 1000, "relu"),
    (1000, 1, "linear"),
)


def init_cases(seed):
    """Wide layers and narrow ones, with each of the three behind."""
    chance = random.Random(seed)
    found = []
    for nin, nout, activation in SIZES:
        nin, nout = (n if n in (1, 1000) else n + chance.randrange(5) for n in (nin, nout))
        calls = max(2, -(-NUMBERS // (nin * nout)))
        case = {"nin": nin, "nout": nout, "activation": activation, "draws": calls, "chance": chance.randrange(10**6)}
        found.append(case)
    return tuple(found)


def right(case):
    """One right answer."""
    chance = random.Random(case["chance"])
    spread = wanted(case["nin"], case["activation"])[0]
    calls, rows, row = (range(case[name]) for name in ("draws", "nout", "nin"))
    return {"draws": [[[chance.gauss(0, spread) for _ in row] for _ in rows] for _ in calls]}


def _first(result):
    return result["draws"][0]


def _flat(case, result):
    first = _first(result)
    return len(first) == case["nin"] * case["nout"] and all(type(x) in (int, float) for x in first)


def _one_row(case, result):
    first = _first(result)
    return len(first) == case["nin"] and all(type(x) in (int, float) for x in first)


def _transposed(case, result):
    turned = case | {"nin": case["nout"], "nout": case["nin"]}
    return rows_of(turned, result) is not None


def _values(case, result):
    return any("Value of" in x["shape"] for row in _first(result) for x in row if isinstance(x, dict))


def _all_one(case, result):
    return len({x for row in rows_of(case, result)[0] for x in row}) == 1


def _constant_rows(case, result):
    rows = rows_of(case, result)[0]
    return case["nin"] > 1 and all(len(set(row)) == 1 for row in rows)


def _same_rows(case, result):
    rows = rows_of(case, result)[0]
    return case["nout"] > 1 and len({tuple(row) for row in rows}) == 1


def _again(case, result):
    draws = rows_of(case, result)
    return draws[0] == draws[1]


def _bias(case, result):
    turned = case | {"nin": case["nin"] + 1}
    return rows_of(turned, result) is not None


def _nothing_left(case, result):
    return case["nin"] == 1 < case["nout"] and not any(x for draw in rows_of(case, result) for row in draw for x in row)


def _by_itself(case, result):
    return case["nout"] == 1 and _flat(case, result)


SHAPES = (
    (
        "nothing left of one input",
        "Where there is one input all numbers are 0. Is something taken off that is the number itself there, as the "
        "mean of its row is?",
        "leave every number as it is drawn: it is around 0 by itself.",
        _nothing_left,
    ),
    (
        "a single row by itself",
        "Where there is one unit its row comes by itself. Asked are rows, though it be a list of one.",
        "give [row] there too: it is the same for one unit as for many.",
        _by_itself,
    ),
    (
        "Values, not numbers",
        "It gives Values. Asked are plain numbers: whoever begins a layer makes Values of them.",
        "leave out Value(...).",
        _values,
    ),
    (
        "all the same",
        "All numbers are the same. Then all units do the same, and every step changes them by the same amount, so that "
        "they stay copies of each other.",
        "draw a number by random for every place.",
        _all_one,
    ),
    (
        "a row given to all units",
        "All units have the same row. They do the same, and they go on doing the same after every step.",
        "draw a new row for each unit: [... for _ in range(nin)] stands within the loop over units.",
        _same_rows,
    ),
    (
        "one number a row",
        "In each row all numbers are the same.",
        "[x] * nin is one number nin times: draw one for each place, [... for _ in range(nin)].",
        _constant_rows,
    ),
    (
        "the same at each call",
        "Two calls give the same numbers, so two layers begin as one and the same.",
        "does a seed stand in the function, or is kept what it gave before? Draw anew in each call.",
        _again,
    ),
    (
        "rows and columns swapped",
        "It gives nin rows of nout numbers. A unit has a row, with a number for each of its inputs.",
        "nout rows, each with nin numbers.",
        _transposed,
    ),
    (
        "one long list",
        "It gives one list of all numbers. Asked is a list of rows, one for each unit.",
        "put the numbers of each unit in a list of their own.",
        _flat,
    ),
    (
        "one row",
        "It gives a single row.",
        "give nout of them, in a list.",
        _one_row,
    ),
    (
        "a bias in the row",
        "Its rows have a number more than there are inputs.",
        "nin numbers a row: the bias begins at 0, and stands elsewhere.",
        _bias,
    ),
)


def _shows(result):
    """What was drawn, in words."""
    draws = result["draws"]
    case = {"draws": len(draws), "nout": len(draws[0]), "nin": len(draws[0][0]) if isinstance(draws[0][0], list) else 0}
    if rows_of(case, result) is None:
        return "a list of {many}".format(many=len(draws[0]))
    mean, spread = mean_and_spread(case, result)
    return "a spread of {spread:.3g} and a mean of {mean:.2g}".format(spread=spread, mean=mean)


def _otherwise(case, result):
    """(what is wrong, what to try) where no slip is known by its numbers."""
    if strange := odd(result, "rows of plain numbers", "give a list of nout lists with nin plain numbers in each."):
        return strange
    if rows_of(case, result) is None:
        return "That is not nout rows of nin numbers each.", "count the rows, and the numbers in a row."
    mean, spread = mean_and_spread(case, result)
    least, largest = wanted(case["nin"], case["activation"])
    if abs(mean) > 0.1 * spread or abs(excess(case, result)) > 0.12:
        return (
            "Above and below 0 are not equally likely.",
            "draw so that a number and its opposite come equally often, as random.gauss(0, spread) does.",
        )
    if max(going_together(case, result)) > 3:
        return "Numbers go together that should be drawn for themselves.", "call random anew for every place."
    times = spread / (least if spread < least else largest)
    return (
        "Its spread is {times:.3g} times what is asked. Through {layers} such layers that makes {far:.2g}.".format(
            times=times, layers=LAYERS, far=times**LAYERS
        ),
        "the spread is the gain divided by nin ** 0.5: print both, and the spread of what you have drawn.",
    )


INIT = Judge(
    init_cases,
    right,
    accepts=accepts,
    guesses=(),
    tells=lambda case: "init({nin}, {nout}, {activation!r}), {draws} calls".format_map(case),
    shows=_shows,
    otherwise=_otherwise,
    misconceptions=(
        *(Misconception(name, None, says, tries, seen=seen) for name, says, tries, seen in SHAPES),
        Misconception(
            "no gain for one of the three",
            None,
            "It knows no gain for one of the three words that activation may be.",
            'it is "relu", "linear" or "tanh": give each a gain.',
            seen=lambda case, result: result["error"] == "KeyError" and result["says"] == repr(case["activation"]),
        ),
    ),
    models=the_slip,
)
