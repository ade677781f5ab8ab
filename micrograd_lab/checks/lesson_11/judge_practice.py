"""What lesson 11 has completed and mended: the spread of a sum, and a start whose units are copies of each other."""

import random

from ..accident import odd
from ..judge import Judge, Misconception

SUMS = ((100, 1.0, 1.0), (4, 0.5, 2.0), (25, 0.2, 3.0), (1, 0.7, 1.0), (64, 0.125, 1.0), (9, 1.5, 0.0), (50, 0.3, 0.4))


def of(factor):
    """What is returned where this stands in the blank."""
    return lambda case: case["w"] * case["x"] * factor(case["nin"])


CANCEL = "Products above 0 and below cancel in part, so the sum grows more slowly than their number."
SUM = Judge(
    lambda seed: tuple({"nin": nin, "w": w, "x": x} for nin, w, x in SUMS),
    of(lambda nin: nin**0.5),
    misconceptions=tuple(
        Misconception(name, way, says, tries)
        for name, way, says, tries in (
            (
                "nin times as much",
                of(lambda nin: nin),
                "That would be so if all products pointed the same way. {cancel}".format(cancel=CANCEL),
                "look at the printed spreads of 100 and of 400 products: which root are they?",
            ),
            (
                "as much as one",
                of(lambda nin: 1),
                "That is the spread of one product. They don't cancel altogether.",
                "look at the printed spread of 100 products.",
            ),
            (
                "their mean",
                of(lambda nin: 1 / nin**0.5),
                "That is the spread of their mean. The products are added up, and not divided by how many they are.",
                "multiply by the root.",
            ),
            (
                "divided by nin",
                of(lambda nin: 1 / nin),
                "A sum of more products is no smaller.",
                "look at the printed spread of 100 products.",
            ),
            (
                "half of nin",
                of(lambda nin: nin / 2),
                "That is half of nin, as nin ** 1/2 is too: ** comes before /. {cancel}".format(cancel=CANCEL),
                "the root is nin ** 0.5.",
            ),
            (
                "the square",
                of(lambda nin: nin**2),
                "It is the root of nin, and not its square.",
                "nin ** 0.5.",
            ),
            (
                "the root of 2 as well",
                of(lambda nin: (2 * nin) ** 0.5),
                "A factor of the root of 2 is too much: there is no ReLU here.",
                "nin ** 0.5.",
            ),
            (
                "the root of half",
                of(lambda nin: (nin / 2) ** 0.5),
                "It is smaller by the root of 2: no ReLU stands here that would let only half through.",
                "nin ** 0.5.",
            ),
            (
                "the bias counted",
                of(lambda nin: (nin + 1) ** 0.5),
                "It counts one product too many.",
                "there are nin of them.",
            ),
            (
                "one less",
                of(lambda nin: (nin - 1) ** 0.5),
                "It counts one product too few.",
                "there are nin of them.",
            ),
            (
                "a whole number",
                of(lambda nin: int(nin**0.5)),
                "The root is cut off to a whole number.",
                "nin ** 0.5, without int() and //.",
            ),
            (
                "the root of all",
                lambda case: (case["w"] * case["x"] * case["nin"]) ** 0.5,
                "The root is taken of w and x too. One product has a spread of w * x, and so that stands outside.",
                "w * x * nin ** 0.5: ** comes before *.",
            ),
        )
    ),
)


def begin_cases(seed):
    """Some widths, with two seeds each; the last has a seed of 0."""
    chance = random.Random(seed)
    sizes = ((8, 60), (40, 12), (3, 150), (25, 20))
    return tuple(
        {
            "nin": nin,
            "nout": nout,
            "seed": chance.randrange(1, 1000) if n < len(sizes) else 0,
            "other": 1000 + chance.randrange(1000),
            "chance": chance.randrange(10**6),
        }
        for n, (nin, nout) in enumerate(sizes, 1)
    )


def _rows(case, seed):
    chance = random.Random(seed)
    return [[chance.gauss(0, 1) for _ in range(case["nin"])] for _ in range(case["nout"])]


def begun(case):
    """One stream of numbers, made before the loop."""
    first = _rows(case, case["seed"])
    return {"first": first, "again": first, "other": _rows(case, case["other"])}


def _formed(case, rows):
    return len(rows) == case["nout"] and all(
        len(row) == case["nin"] and all(type(x) in (int, float) for x in row) for row in rows
    )


def _distinct(rows):
    return len({tuple(row) for row in rows}) == len(rows)


def _apart(case, rows):
    """Whether no number stands in two places, at most by the accident of one."""
    return len({x for row in rows for x in row}) >= case["nin"] * case["nout"] - 1


def fresh(case, result):
    """Whether the rows differ, come again with their seed and are others with another, and have a spread of 1."""
    rows = [result[name] for name in ("first", "again", "other")]
    if not all(_formed(case, one) for one in rows):
        return False
    numbers = [x for row in rows[0] for x in row]
    mean = sum(numbers) / len(numbers)
    spread = (sum((x - mean) ** 2 for x in numbers) / len(numbers)) ** 0.5
    return (
        rows[0] == rows[1]
        and rows[0] != rows[2]
        and all(_apart(case, one) for one in rows)
        and abs(mean) < 0.35  # of 450 numbers and more: 0.047 is usual
        and 0.7 < spread < 1.35
    )


BEGIN = Judge(
    begin_cases,
    begun,
    accepts=fresh,
    tells=lambda case: "nin {nin}, nout {nout}, seed {seed}".format_map(case),
    shows=lambda result: "{many} different rows of {of}".format(
        many=len({tuple(row) for row in result["first"]}), of=len(result["first"])
    ),
    otherwise=lambda case, result: odd(result, "rows of numbers", "give the rows that were collected.") or ("", ""),
    misconceptions=(
        Misconception(
            "the same rows where the seed is 0",
            None,
            "The rows differ now, but where the seed is 0 all units get the same row: 0 times anything is 0.",
            "make random.Random(seed) once for all units, or add the unit to the seed.",
            seen=lambda case, result: case["seed"] == 0 and len({tuple(row) for row in result["first"]}) == 1,
        ),
        Misconception(
            "rows are still the same",
            None,
            "All units still get the same row: each begins at the same place of the numbers, or one row is for all.",
            "which line makes the numbers begin again, and which one draws a row? Only the second is for each unit.",
            seen=lambda case, result: len({tuple(row) for row in result["first"]}) == 1 < case["nout"],
        ),
        Misconception(
            "the seed left out",
            None,
            "The rows differ now, and with the same seed others come each time.",
            "make random.Random(seed) anew in every call of begin, once, elsewhere than now, and draw from it alone.",
            seen=lambda case, result: (
                _distinct(result["first"]) and _formed(case, result["first"]) and result["first"] != result["again"]
            ),
        ),
        Misconception(
            "another seed, the same rows",
            None,
            "The rows differ now, but they are the same whatever seed is given.",
            "random.Random(seed): the seed has to come in once.",
            seen=lambda case, result: (
                _distinct(result["first"]) and _formed(case, result["first"]) and result["first"] == result["other"]
            ),
        ),
        Misconception(
            "each row one number",
            None,
            "In each row all numbers are the same: a number is drawn once for a row.",
            "leave the line that draws as it was; another one is wrong.",
            seen=lambda case, result: all(len(set(row)) == 1 for row in result["first"]) and case["nin"] > 1,
        ),
        Misconception(
            "one row",
            None,
            "It gives one row, or none, where nout are asked.",
            "leave the loop over the units as it was.",
            seen=lambda case, result: len(result["first"]) < case["nout"],
        ),
    ),
)
