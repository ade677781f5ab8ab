"""7.5: four whole numbers by which the wants of four corners, added up, say 0 > 0."""

from math import gcd

from ..accident import odd
from ..judge import Judge, Misconception, in_words
from .crossing import corners, weights

MOST = 10**9


def game_cases(seed):
    return ({"corners": corners(seed)},)


def _four(case, result):
    if not isinstance(result, dict) or set(result) != set(case["corners"]):
        raise ValueError("not the four corners")
    if not all(type(n) in (int, float) and abs(n) <= MOST for n in result.values()):
        raise ValueError("no numbers")
    return result


def added(case, result):
    """What stands in front of w1, w2 and b in the sum of all four wants."""
    found = _four(case, result)
    rows = [(found[name] * side, x1, x2) for name, (x1, x2, side) in case["corners"].items()]
    return [sum(k * x1 for k, x1, _ in rows), sum(k * x2 for k, _, x2 in rows), sum(k for k, *_ in rows)]


def _vanish(case, result):
    size = max(1.0, *map(abs, result.values()))
    return all(abs(x) <= 1e-6 * size for x in added(case, result))


def _whole(result):
    return all(float(n).is_integer() for n in result.values())


def right(case, result):
    found = _four(case, result)
    return all(n > 0 for n in found.values()) and _whole(found) and not any(added(case, found))


def _proportional(case, result, change):
    """Are they those that come of a change of the right ones, or a multiple?"""
    found, wanted = _four(case, result), change(dict(weights(case["corners"])))
    k = found["A"] / wanted["A"]
    return k > 0 and all(abs(found[name] - k * wanted[name]) <= 1e-9 * max(1.0, k) for name in wanted)


def _as(change):
    return lambda case, result: _proportional(case, result, change)


def _swap_each(w):
    return {"A": w["B"], "B": w["A"], "C": w["D"], "D": w["C"]}


def _swap_lines(w):
    return {"A": w["C"], "B": w["D"], "C": w["A"], "D": w["B"]}


def _each_line_alone(w):
    a, c = gcd(w["A"], w["B"]), gcd(w["C"], w["D"])
    return {"A": w["A"] // a, "B": w["B"] // a, "C": w["C"] // c, "D": w["D"] // c}


def _signed(case, result):
    found = _four(case, result)
    return min(found.values()) < 0 < max(found.values()) and _vanish(case, {name: abs(n) for name, n in found.items()})


def _without_side(case, result):
    """Negative numbers by which the sum vanishes if a want's side is left out."""
    found = _four(case, result)
    turned = {name: n * case["corners"][name][2] for name, n in found.items()}
    return min(found.values()) < 0 and _vanish(case, turned)


def _only(vanishing):
    """Do just these of w1, w2 and b vanish?"""

    def seen(case, result):
        found = _four(case, result)
        return min(found.values()) > 0 and [abs(x) < 1e-9 for x in added(case, found)] == vanishing

    return seen


LEFT = "Added up, they say {sum} > 0, and that can be had."
SHOWN = "{w1:+g} w1 {w2:+g} w2 {b:+g} b"


def shown_sum(case, result):
    w1, w2, b = added(case, result)
    return SHOWN.format(w1=w1 + 0.0, w2=w2 + 0.0, b=b + 0.0)


def _otherwise(case, result):
    strange = odd(result, "a whole number for each corner", 'write {"A": 1, "B": 1, "C": 1, "D": 1}, with yours.')
    if strange:
        return strange
    if not all(type(n) in (int, float) and abs(n) <= MOST for n in result.values()):
        return "One of them is no finite number, or far too large to be meant.", "choose small whole numbers above 0."
    return LEFT.format(sum=shown_sum(case, result)), (
        "write the four wants below each other, side * (x1 * w1 + x2 * w2 + b) > 0, and multiply each by its number: "
        "what stands before w1, before w2 and before b is to be 0."
    )


PROPORTION = "write the sum down: 0 is to stand before w1, before w2 and before b. Those are three equations for four "
PROPORTION += "numbers, so choose one of them, and the others follow."
GAME = Judge(
    game_cases,
    lambda case: weights(case["corners"]),
    given=corners,
    accepts=right,
    tells=lambda case: "",
    shows=lambda result: "" if isinstance(result, dict) and "shape" not in result else in_words(result),
    otherwise=_otherwise,
    misconceptions=(
        Misconception(
            "not the four corners",
            None,
            "Asked is one number for each of the four corners, A to D.",
            'write {"A": 1, "B": 1, "C": 1, "D": 1}, with your numbers.',
            seen=lambda case, result: (
                isinstance(result, (dict, list))
                and not {"shape", "error"} & set(result)
                and (isinstance(result, list) or set(result) != set(case["corners"]))
            ),
        ),
        Misconception(
            "all 0",
            None,
            "By 0 anything says 0 > 0, and nothing is proved: the wants have disappeared.",
            "choose numbers above 0.",
            seen=lambda case, result: not any(_four(case, result).values()),
        ),
        Misconception(
            "a corner left out",
            None,
            "A number is 0, and so that corner's want has disappeared. The other three can all be had.",
            "choose four numbers above 0.",
            seen=lambda case, result: min(map(abs, _four(case, result).values())) == 0,
        ),
        Misconception(
            "the sides once more",
            None,
            "The sizes are right, and some have a minus. The side stands in the want already, and an inequality times "
            "a number below 0 turns round: < 0.",
            "leave the signs away.",
            seen=lambda case, result: _signed(case, result) or _without_side(case, result),
        ),
        Misconception(
            "below 0",
            None,
            "A number is below 0. An inequality that is multiplied by such a number turns round, and can't be added to "
            "the others any more.",
            "choose four numbers above 0.",
            seen=lambda case, result: min(_four(case, result).values()) < 0,
        ),
        Misconception(
            "not whole",
            None,
            "The proportions are right. Asked are whole numbers.",
            "multiply all four by the same number, until they are whole.",
            seen=lambda case, result: not _whole(_four(case, result)) and _vanish(case, result),
        ),
        Misconception(
            "the page's numbers",
            None,
            "1, 1, 1, 1 proves it for the page's square, whose diagonals cross in the middle. Yours do not.",
            PROPORTION,
            seen=lambda case, result: len(set(_four(case, result).values())) == 1,
        ),
        Misconception(
            "the near and the far one swapped",
            None,
            "On both lines the two numbers are swapped: the corner that lies nearer to the crossing counts more.",
            "swap A with B, and C with D.",
            seen=_as(_swap_each),
        ),
        Misconception(
            "one line swapped",
            None,
            "On one of the two lines the two numbers are swapped: the corner that lies nearer to the crossing counts "
            "more.",
            PROPORTION,
            seen=lambda case, result: any(
                _proportional(case, result, change)
                for change in (
                    lambda w: {**w, "A": w["B"], "B": w["A"]},
                    lambda w: {**w, "C": w["D"], "D": w["C"]},
                )
            ),
        ),
        Misconception(
            "the two lines swapped",
            None,
            "The numbers of A and B stand at C and D, and the other way round.",
            "look which corner each of them belongs to.",
            seen=_as(_swap_lines),
        ),
        Misconception(
            "each line by itself",
            None,
            "A to B and C to D are each in the right proportion, and the two lines do not weigh the same, so b is left "
            "over.",
            "multiply the numbers of one line, or of both, until the two sums are equal.",
            seen=lambda case, result: (
                _as(_each_line_alone)(case, result) or (_lines_right(case, result) and added(case, result)[2] != 0)
            ),
        ),
        Misconception(
            "for the exercise's corners",
            None,
            "They are right for the corners that the exercise shows while there is no name, and yours lie elsewhere.",
            "look at the numbers in `corners` once more, after you have put your name in.",
            seen=lambda case, result: right({"corners": corners(0)}, result),
        ),
        Misconception(
            "b alone",
            None,
            "Before b stands 0, and before w1 and w2 something is left.",
            PROPORTION,
            seen=_only([False, False, True]),
        ),
        Misconception(
            "w1 and w2 alone",
            None,
            "Before w1 and w2 stands 0, and b is left over.",
            "the numbers of both sides have to add up to the same as well.",
            seen=_only([True, True, False]),
        ),
    ),
)


def _lines_right(case, result):
    found, wanted = _four(case, result), weights(case["corners"])
    return found["A"] * wanted["B"] == found["B"] * wanted["A"] and found["C"] * wanted["D"] == found["D"] * wanted["C"]
