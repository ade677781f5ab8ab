"""9.4: training on batches with smaller and smaller steps, compared loss by loss, and the network afterwards."""

import random
from dataclasses import replace
from functools import partial

from ...datasets import moon_points
from ..judge import Judge, Misconception, in_words, raised, same
from ..wrong_engines.exact import by_models
from .learning import RIGHT, drawn, learned, trained
from .slips.learn import ENDS, OLD_SCORES, WAYS
from .slips.rates import always

SIZES = ((20, 8, 13), (20, 6, 10), (15, 5, 11))  # points, size of a batch, steps
EARLY = (8, 4, 10)  # and of those that are all right some steps before the last
LIVELY = 0.02  # by how much losses differ, at least, from those of steps that keep their length


def learn_cases(seed):
    """Moons and small networks, such that the length of a step shows in the losses; and points on both sides of a line,
    which are soon all right."""
    chance = random.Random(seed)
    return (*(_case(chance, *sizes) for sizes in SIZES), _case(chance, *EARLY, early=True))


def _case(chance, many, size, steps, early=False):
    points, labels = moon_points(many, 0.1, chance.randrange(10**6))
    points, labels = [[round(x, 3) for x in p] for p in points], [int(y) for y in labels]
    while True:
        if early:
            labels = [(-1) ** n for n in range(many)]
            points = [[round(y * chance.uniform(0.1, 0.5), 3), round(chance.uniform(-1, 1), 3)] for y in labels]
        case = {
            "points": points,
            "labels": labels,
            "size": size,
            "steps": steps,
            "chance": chance.randrange(10**6),
            "network": drawn(chance, 5),
            "where": "on both sides of a line" if early else "of two moons",
        }
        losses, others = learned(RIGHT, case), learned(replace(RIGHT, rate=always(1.0)), case)
        if min(losses) > 0.01 and abs(losses[4] - others[4]) > LIVELY and (not early or _early(case, losses)):
            return case


def _early(case, losses):
    """Whether all points are right some steps before the last, and the smallest loss isn't the last one."""
    right = len(learned(replace(RIGHT, stops=True), case))
    return right < case["steps"] - 1 and losses.index(min(losses)) < case["steps"] - 1


def _named(slips, how):
    """A Misconception for each slip, which gives what training with it does by `how`."""
    return [
        Misconception(name, partial(how, replace(RIGHT, **change)), says, tries)
        for name, says, tries, changes in slips
        for change in changes
    ]


NAMED = _named((*WAYS, *ENDS), trained)
BY_LOSSES, BY_ALL = by_models(_named((*WAYS, OLD_SCORES), learned)), by_models(_named(ENDS, trained))


def models(cases, results):
    """The one slip that leaves this network after these losses; else the one that gives these losses."""
    return BY_ALL(cases, results) or BY_LOSSES(cases, [result["losses"] for result in results])


def _all_in_one(case, result):
    return result == {"shape": "one number"}


def _epochs_for_steps(case, result):
    """The right losses, and then those of more steps."""
    losses = result["losses"]
    return len(losses) > case["steps"] + 1 and same(losses[:1], learned(RIGHT, case)[:1])


def _otherwise(case, result):
    """What is to be said of a network that is another one, though the losses are right."""
    if isinstance(result, dict) and "losses" in result and same(result["losses"], learned(RIGHT, case)):
        return MOVED, "change p.data in each step, for each p of model.parameters(), and nothing else."
    return "", ""


MOVED = "The losses are right, and yet the network afterwards is not the one that these steps make of it."


LEARN = Judge(
    learn_cases,
    partial(trained, RIGHT),
    otherwise=_otherwise,
    tells=lambda case: "{many} points {where}, batches of {size}, {steps} steps".format(
        many=len(case["points"]), where=case["where"], size=case["size"], steps=case["steps"]
    ),
    shows=lambda result: (
        "losses " + ", ".join(f"{x:.4f}" for x in result["losses"])
        if "losses" in result and all(isinstance(x, float) for x in result["losses"])
        else in_words(result.get("losses", result))
    ),
    beyond=lambda result: "the network's numbers afterwards {numbers}".format(numbers=in_words(result["numbers"][:4])),
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
            seen=lambda case, result: any("of" in x["shape"] for x in result["losses"] if isinstance(x, dict)),
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
    models=models,
)
