"""1.6: steps downhill, each as long as the slope is steep, times a learning rate."""

import random
from itertools import combinations, pairwise, product

from ..accident import odd
from ..candidates import Candidate, ModelJudge, rounded, run
from ..judge import Misconception, in_words
from .judge_slope import PARABOLA, central
from .probe import function

LATE = 1e-6  # how far a model nudges: so near that a learner's own nudge gives the same place


def descend_cases(seed):
    chance = random.Random(seed)
    return (
        {"f": PARABOLA, "x": 3.0, "lr": 0.1, "steps": 1},
        {"f": PARABOLA, "x": -1.0, "lr": 0.05, "steps": 3},
        {"f": PARABOLA, "x": 1.0, "lr": 0.36, "steps": 2},  # so long a step that it leads uphill
        {"f": "sin(3 * x)", "x": round(chance.uniform(0.7, 0.9), 2), "lr": 0.08, "steps": 4},
        {"f": "exp(x) - 4 * x", "x": round(chance.uniform(-1.0, -0.5), 2), "lr": 0.15, "steps": 5},
        {"f": "x**3 - 2 * x", "x": round(chance.uniform(1.2, 1.8), 2), "lr": 0.05, "steps": 2},
        {"f": PARABOLA, "x": round(chance.uniform(4.0, 6.0), 1), "lr": 0.02, "steps": 0},
    )


def _slope(f, x, lr):
    return central(f, x, LATE)


# What may be taken for the slope, f, x and lr given; the right one first.
SLOPES = {
    "slope": (_slope, None),
    "at the start": (
        None,
        (
            "slope not measured anew",
            "Every step of yours goes by the slope of the place where you began. Underfoot it changes with each step.",
            "measure the slope inside the loop, at the x where you then stand.",
        ),
    ),
    "value": (
        lambda f, x, lr: f(x),
        (
            "the height for the slope",
            "You went by how high f stands, not by how fast it rises.",
            "measure the slope at x, as in 1.1 or 1.2, and step by that.",
        ),
    ),
    "one": (
        lambda f, x, lr: 1.0,
        (
            "always to the left",
            "Each step of yours is lr long and goes to the left, whatever f does there.",
            "step by lr times the slope: its sign says which way, its size how far.",
        ),
    ),
    "sign": (
        lambda f, x, lr: (s := _slope(f, x, lr)) and s / abs(s),
        (
            "steps of one length",
            "Your steps go the right way, and all are lr long. Where it is steep a step should be longer.",
            "multiply lr by the slope, not by its sign alone.",
        ),
    ),
    "size": (
        lambda f, x, lr: abs(_slope(f, x, lr)),
        ("sign of the slope left out", "All your steps go one way. Slopes below 0 mean: right.", "leave out abs()."),
    ),
    "twice": (
        lambda f, x, lr: 2 * _slope(f, x, lr),
        (
            "slope twice too large",
            "Your steps are twice as long as they should be. From x - h to x + h it is 2h.",
            "divide by 2 * h, or measure with a step ahead alone.",
        ),
    ),
    "over lr": (
        lambda f, x, lr: (f(x + lr) - f(x)) / lr,
        (
            "lr for h",
            "You measured the slope over a step of lr. For measuring, the step must be tiny; lr says how far to go.",
            "measure with an h of its own, as 1e-6.",
        ),
    ),
}
# How x changes: x, lr and the slope given.
MOVES = {
    "down": (lambda x, lr, s: x - lr * s, None),
    "up": (
        lambda x, lr, s: x + lr * s,
        (
            "uphill",
            "You go uphill: where f rises to the right, you step to the right.",
            "take lr times the slope off x.",
        ),
    ),
    "unscaled": (
        lambda x, lr, s: x - s,
        (
            "not scaled by lr",
            "Each step is as long as the slope itself. That is far too far: you jump over the dip.",
            "multiply the slope by lr.",
        ),
    ),
    "divided": (
        lambda x, lr, s: x - s / lr,
        (
            "divided by lr",
            "You divided by lr, so that a smaller rate makes longer steps.",
            "multiply the slope by lr.",
        ),
    ),
    "x lost": (
        lambda x, lr, s: -lr * s,
        (
            "where you stood is lost",
            "The step itself stands where the new place belongs. A step is taken from where you are.",
            "write x = x - lr * slope.",
        ),
    ),
    "scaled x": (
        lambda x, lr, s: x - lr * x,
        (
            "x for the slope",
            "You took lr times x off x. How far to go is said by the slope there.",
            "measure the slope at x, and take lr times that off x.",
        ),
    ),
    "lr alone": (
        lambda x, lr, s: x - (lr + s),
        (
            "added in place of multiplied",
            "You added lr and the slope. The rate says how much of the slope a step is.",
            "multiply the two.",
        ),
    ),
}
# How many steps, of n.
COUNTS = {
    "n": (lambda n: n, None),
    "more": (
        lambda n: n + 1,
        ("one step too many", "You take one step more than is asked for.", "let the loop run over range(steps)."),
    ),
    "fewer": (
        lambda n: n - 1 if n else 0,
        ("one step too few", "You take one step less than is asked for.", "let the loop run over range(steps)."),
    ),
    "one": (
        lambda n: min(n, 1),
        (
            "one step alone",
            "You take a single step, however many are asked for. Does the return stand inside the loop?",
            "let the return stand below the loop, as far to the left as the for.",
        ),
    ),
    "always one": (
        lambda n: 1,
        ("one step alone", "You take a single step, however many are asked for.", "step in a loop over range(steps)."),
    ),
    "none": (
        lambda n: 0,
        (
            "it stays where it was",
            "x is where it began. Either the new place is not kept, or the change of f is not divided by h, and the "
            "step is far too small to be seen.",
            "keep it, x = x - lr * slope, and print the slope that you step by.",
        ),
    ),
}
# What is given in the end, of f and of the places from first to last.
GIVES = {
    "x": (lambda f, path: path[-1], None),
    "f(x)": (
        lambda f, path: f(path[-1]),
        ("the height, not the place", "You gave how high f is where you end. Asked is the place, x.", "return x."),
    ),
    "slope": (
        lambda f, path: central(f, path[-1], LATE),
        ("the slope, not the place", "You gave the slope where you end. Asked is the place, x.", "return x."),
    ),
    "moved": (
        lambda f, path: path[-1] - path[0],
        ("how far, not where", "You gave how far you have come. Asked is the place, x.", "return x itself."),
    ),
    "before it rises": (
        lambda f, path: next((a for a, b in pairwise(path) if f(b) >= f(a)), path[-1]),
        ("stops where it would rise", "You stop before a step uphill.", "take every step, wherever it leads."),
    ),
}
PARTS = (SLOPES, MOVES, COUNTS, GIVES)


def walked(case, slope="slope", moves="down", count="n", gives="x"):
    """Where somebody ends who takes this for the slope, moves so, so often, and gives that."""
    f, x, lr = function(case["f"], "x"), case["x"], case["lr"]
    path, first = [x], central(f, x, LATE)
    for _ in range(COUNTS[count][0](case["steps"])):
        steep = first if slope == "at the start" else SLOPES[slope][0](f, path[-1], lr)
        path.append(MOVES[moves][0](path[-1], lr, steep))
    return GIVES[gives][0](f, path)


def _walks():
    """(slips, how) of every walk with one slip or two."""
    names = ("slope", "moves", "count", "gives")
    for many in (1, 2):
        for places in combinations(range(len(PARTS)), many):
            tables = [[key for key, (_, told) in PARTS[n].items() if told] for n in places]
            for keys in product(*tables):
                told = [PARTS[n][key][1] for n, key in zip(places, keys, strict=True)]
                yield told, {names[n]: key for n, key in zip(places, keys, strict=True)}


WALKS = tuple(_walks())
PATH = Misconception(
    "the path, not the place",
    None,
    "You gave all the places on the way. Asked is the one where you end.",
    "return x alone, once the loop has ended.",
    seen=lambda case, found: "many" in found and abs(found["many"][-1] - walked(case)) < 1e-3,
)


def _candidates(cases, results):
    for told, how in WALKS:
        names, says, tries = zip(*told, strict=True)
        known = Misconception(" and ".join(names), None, " ".join(says), tries[0])
        yield Candidate(known, run(lambda case, how=how: walked(case, **how), cases), len(told))
    yield from rounded(cases, results, walked)


def _otherwise(case, found):
    if isinstance(found, dict) and "many" in found:
        return "It gave several numbers; asked is one, the place where you end.", "return x."
    return odd(found, "one number: the place where you end", "return x.") or ("", "print x and the slope at each step.")


DESCEND = ModelJudge(
    descend_cases,
    expected=walked,
    tells=lambda case: "f(x) = {f}, from x = {x:g}, lr = {lr:g}, {steps} steps".format(**case),
    shows=lambda found: in_words(found["many"]) if isinstance(found, dict) and "many" in found else in_words(found),
    otherwise=_otherwise,
    misconceptions=(PATH,),
    tolerance=1e-3,  # a slope measured with a step of 0.001 will do
    candidates=_candidates,
)
