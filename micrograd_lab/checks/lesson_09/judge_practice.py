"""What lesson 9 has completed and mended: what a score lacks, and points put aside that it has never seen."""

import random

from ..judge import Judge, Misconception, raised

PAIRS = ((1, 2.0), (1, 0.3), (1, -1.0), (-1, -1.5), (-1, -0.25), (-1, 3.0), (1, 1.0), (-1, 0.0), (1, 0.0))


def of(lacks):
    """What is missing, where the blank is filled with this."""
    return lambda case: max(0.0, lacks(case["label"], case["score"]))


MISSING = Judge(
    lambda seed: tuple({"label": y, "score": s} for y, s in PAIRS),
    of(lambda y, s: 1 - y * s),
    misconceptions=tuple(
        Misconception(name, of(lacks), says, tries)
        for name, lacks, says, tries in (
            (
                "no margin",
                lambda y, s: -y * s,
                "A score that is right and small lacks nothing here: 0.3 for +1 is 0.7 short of 1.",
                "begin at the margin, 1, and take off what is there already.",
            ),
            (
                "the wrong side alone",
                lambda y, s: 1 - y * s if y * s < 0 else 0.0,
                "Only a score on the wrong side lacks something here. One of 0.3 for +1 is 0.7 short of the margin.",
                "label * score off 1, on either side of 0.",
            ),
            (
                "the wrong side alone",
                lambda y, s: 1 - y * s if y * s <= 0 else 0.0,
                "Only a score on the wrong side lacks something here. One of 0.3 for +1 is 0.7 short of the margin.",
                "label * score off 1, on either side of 0.",
            ),
            (
                "squared",
                lambda y, s: (1 - y * s) ** 2,
                "A score that has more than its margin lacks something here, since a square is never below 0.",
                "take label * score off 1, without the square.",
            ),
            (
                "the sign turned",
                lambda y, s: 1 + y * s,
                "A score that is far on its own side lacks most here.",
                "label * score is what is there already: take it off 1.",
            ),
            (
                "the label left out",
                lambda y, s: 1 - s,
                "A score of -1.5 for -1 has its margin, and lacks something here.",
                "label * score is large where the score is on its own side, whichever that is.",
            ),
            (
                "the label alone",
                lambda y, s: y - s,
                "That is right for +1. For -1 the far side is missing something, and the wrong side nothing.",
                "label * score is large where the score is on its own side, whichever that is.",
            ),
            (
                "how far from the label",
                lambda y, s: abs(y - s),
                "A score of 2 for +1 is more than right, and lacks something here.",
                "nothing is missing beyond the margin: leave out abs().",
            ),
            (
                "the size of the score",
                lambda y, s: 1 - abs(s),
                "A score of -1 for +1 is wrong, and lacks nothing here.",
                "its side counts too: label * score.",
            ),
            (
                "what is there, not what is missing",
                lambda y, s: y * s,
                "It gives what is there on the right side, not what is missing up to 1.",
                "take that off 1.",
            ),
            (
                "the score left out",
                lambda y, s: 1 - y,
                "It looks at the label alone.",
                "label * score is what is there already: take it off 1.",
            ),
            (
                "1 for each",
                lambda y, s: float(y * s < 1),
                "It says whether something is missing. Asked is how much.",
                "take label * score off 1.",
            ),
        )
    ),
)


def split_cases(seed):
    """Points by number, in the order in which they came: one half before the other."""
    chance = random.Random(seed)
    return tuple(_split_case(chance, *sizes) for sizes in ((12, 0.5), (20, 0.7), (16, 0.75), (30, 0.5)))


def _split_case(chance, many, part):
    while True:
        case = {"points": list(range(many)), "share": part, "chance": chance.randrange(10**6)}
        if fair(case, halves(case)):
            return case


def _many(case):
    return round(case["share"] * len(case["points"]))


def _shuffled(case):
    points, chance = list(case["points"]), random.Random(case["chance"])
    chance.shuffle(points)
    return points, chance


def halves(case):
    """Both parts, after one shuffle."""
    points, _ = _shuffled(case)
    return {"learn": points[: _many(case)], "test": points[_many(case) :]}


def _mixed(case):
    points, chance = _shuffled(case)
    learn = points[: _many(case)]
    chance.shuffle(points)
    return {"learn": learn, "test": points[_many(case) :]}


def fair(case, result):
    """Whether no point is in both parts and each is in one, of the lengths that are asked, and not as they came."""
    learn, test = result["learn"], result["test"]
    whole = sorted([*learn, *test]) == case["points"] and len(learn) == _many(case)
    return whole and {*learn} != {*case["points"][: _many(case)]} and {*test} != {*case["points"][: len(test)]}


def _both(result):
    return {*result["learn"]} & {*result["test"]}


SPLIT = Judge(
    split_cases,
    halves,
    accepts=fair,
    tells=lambda case: "{many} points, share {share}".format(many=len(case["points"]), share=case["share"]),
    shows=lambda result: (
        "{both} points that are in both, {learn} to learn from and {test} to be asked about".format(
            both=len(_both(result)), learn=len(result["learn"]), test=len(result["test"])
        )
        if isinstance(result, dict) and "learn" in result
        else str(result)
    ),
    misconceptions=(
        Misconception(
            "all to be asked about",
            None,
            "It is asked about all points, those among them that it has learned from.",
            "test are the points behind those to learn from, and no others.",
            seen=lambda case, result: sorted(result["test"]) == case["points"],
        ),
        Misconception(
            "as many from the end",
            None,
            "As many are cut off the end as off the beginning: where share is more than a half some are in both, and "
            "where it is less some are in neither.",
            "learn ends where test begins: points[:many] and points[many:].",
            seen=lambda case, result: (
                len(result["learn"]) == len(result["test"]) == _many(case) != len(case["points"]) - _many(case)
                and len(_both(result)) == max(0, 2 * _many(case) - len(case["points"]))
            ),
        ),
        Misconception(
            "the two parts joined",
            None,
            "It gives one list of all points. Asked are two, those to learn from and those to be asked about.",
            "return learn, test.",
            seen=lambda case, result: result["shape"] == "a list of {n} numbers".format(n=len(case["points"])),
        ),
        Misconception(
            "what shuffle gives",
            None,
            "shuffle changes the list that it is given, and gives None, as random.shuffle does.",
            "write shuffle(points) in a line of its own, and go on with points.",
            seen=raised("TypeError", "NoneType"),
        ),
        Misconception(
            "asked about what it learned",
            None,
            "It is asked about points that it has learned from, and about no others.",
            "test are the points behind those to learn from.",
            seen=lambda case, result: {*result["test"]} <= {*result["learn"]},
        ),
        Misconception(
            "not shuffled",
            None,
            "No point is in both, but what was cut had not been shuffled: one moon to learn from, and the other to be "
            "asked about.",
            "one shuffle has to stay, before the first cut, and of the very list that is cut.",
            seen=lambda case, result: (
                not _both(result)
                and len(result["learn"]) == _many(case)
                and ({*result["learn"]} == {*case["points"][: _many(case)]})
            ),
        ),
        Misconception(
            "some in both",
            None,
            "Some points are still in both. Between the two cuts the order changes, so what was cut off first comes "
            "again.",
            "cut both parts off the same order.",
            seen=lambda case, result: (
                bool(_both(result)) and len(result["learn"]) + len(result["test"]) == len(case["points"])
            ),
        ),
        Misconception(
            "points left out",
            None,
            "Some points are in neither part.",
            "cut both off one order, so that learn ends where test begins, and take nothing out afterwards.",
            seen=lambda case, result: (
                not _both(result) and len(result["learn"]) + len(result["test"]) < len(case["points"])
            ),
        ),
        Misconception(
            "the parts swapped",
            None,
            "The two parts have each other's length: share is that of the points to learn from.",
            "learn = points[:many].",
            seen=lambda case, result: not _both(result) and len(result["test"]) == _many(case) != len(result["learn"]),
        ),
    ),
)
