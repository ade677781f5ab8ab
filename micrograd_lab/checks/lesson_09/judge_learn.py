"""9.4: training on batches with smaller and smaller steps, compared loss by loss."""

import random
from dataclasses import replace
from functools import partial

from ...datasets import moon_points
from ..judge import Judge, Misconception, in_words, raised, same
from ..wrong_engines.exact import by_models
from .learn_slips import WAYS, always
from .learning import RIGHT, drawn, learned

SIZES = ((20, 8, 13), (20, 6, 10), (15, 5, 11))  # points, size of a batch, steps
LIVELY = 0.02  # by how much losses differ, at least, from those of steps that keep their length


def learn_cases(seed):
    """Moons and small networks, such that the length of a step shows in the losses."""
    chance = random.Random(seed)
    return tuple(_case(chance, *sizes) for sizes in SIZES)


def _case(chance, many, size, steps):
    points, labels = moon_points(many, 0.1, chance.randrange(10**6))
    points, labels = [[round(x, 3) for x in p] for p in points], [int(y) for y in labels]
    while True:
        case = {
            "points": points,
            "labels": labels,
            "size": size,
            "steps": steps,
            "chance": chance.randrange(10**6),
            "network": drawn(chance, 5),
        }
        losses, others = learned(RIGHT, case), learned(replace(RIGHT, rate=always(1.0)), case)
        if min(losses) > 0.01 and abs(losses[4] - others[4]) > LIVELY:
            return case


NAMED = [
    Misconception(name, partial(learned, replace(RIGHT, **change)), says, tries)
    for name, says, tries, changes in WAYS
    for change in changes
]


def _all_in_one(case, result):
    return result == {"shape": "one number"}


def _epochs_for_steps(case, result):
    """The right losses, and then those of more steps."""
    return len(result) > case["steps"] + 1 and same(result[:1], learned(RIGHT, case)[:1])


LEARN = Judge(
    learn_cases,
    partial(learned, RIGHT),
    tells=lambda case: "{many} points of two moons, batches of {size}, {steps} steps".format(
        many=len(case["points"]), size=case["size"], steps=case["steps"]
    ),
    shows=lambda result: (
        "losses " + ", ".join(f"{x:.4f}" for x in result)
        if isinstance(result, list) and all(isinstance(x, float) for x in result)
        else in_words(result)
    ),
    misconceptions=(
        Misconception(
            "one number",
            None,
            "It gives one number. Asked are the losses of all steps, in turn.",
            "give all that train yields: list(train(...)).",
            seen=_all_in_one,
        ),
        Misconception(
            "Values, not numbers",
            None,
            "It gives Values. Each of them keeps the whole graph that it came from, so none of these is ever let go.",
            "give numbers, as train does: loss.data.",
            seen=lambda case, result: any("of" in x["shape"] for x in result if isinstance(x, dict)),
        ),
        Misconception(
            "more losses than steps",
            None,
            "There are more losses than steps. It may go on by epochs, where steps are asked.",
            "give `steps` to train: each step takes one batch.",
            seen=_epochs_for_steps,
        ),
        Misconception(
            "batches gone through as a list",
            None,
            "What batches gives is a generator. It has no length and no places, and gives the next one when asked.",
            "order = batches(...), once, and next(order) in each step.",
            seen=raised("TypeError", "generator"),
        ),
        Misconception(
            "a list of places for a place",
            None,
            "A whole batch stands where one place is wanted: points[...] takes one at a time.",
            "[points[i] for i in places], and the labels likewise.",
            seen=raised("TypeError", "list indices must be integers"),
        ),
    ),
    models=by_models(NAMED),
)
