"""What lesson 7 has completed and mended: the pulls of several points on one weight, and a row of neurons."""

import math
import random

from ..judge import Judge, Misconception, raised


def pull(w, x, t):
    """The slope of (w * x - t) ** 2 by w."""
    return 2 * (w * x - t) * x


def _pulls(case):
    return [pull(case["w"], x, t) for x, t in case["points"]]


def _cases(seed):
    chance, found = random.Random(seed + 71), []
    for many in (2, 3, 5, 2, 1):
        points = [[round(chance.uniform(-3, 3), 1), round(chance.uniform(-2, 2), 1)] for _ in range(many)]
        found.append({"w": round(chance.uniform(-2, 2), 1), "points": points})
    return tuple(found)


def _by(step):
    """What a total becomes that begins at 0, if each pull does this to it."""

    def wrong(case):
        total = 0.0
        for found in _pulls(case):
            total = step(total, found, case)
        return total

    return wrong


PULLS = Judge(
    _cases,
    lambda case: math.fsum(_pulls(case)),
    tells=lambda case: "w = {w:g}, points = {points}".format(w=case["w"], points=case["points"]),
    misconceptions=(
        Misconception(
            "the last one alone",
            lambda case: _pulls(case)[-1],
            "Each point throws out what the one before wanted, so the last one decides alone.",
            "add what arrives to what is there: total + ...",
        ),
        Misconception(
            "the first one alone",
            lambda case: _pulls(case)[0],
            "Only the first point counts. Is there a return inside the loop?",
            "return total after the loop.",
        ),
        Misconception(
            "taken off",
            lambda case: -math.fsum(_pulls(case)),
            "What the points want is taken off instead of added. That is for the step, and not for the gradient.",
            "total + pull(w, x, t)",
        ),
        Misconception(
            "the mean",
            lambda case: math.fsum(_pulls(case)) / len(case["points"]),
            "It gives the mean. Added up is what is asked, and what `+=` does.",
            "divide by nothing.",
        ),
        Misconception(
            "sizes added",
            lambda case: math.fsum(map(abs, _pulls(case))),
            "The sizes are added, without their signs. Two that pull opposite ways then look like two that agree.",
            "leave out abs(...).",
        ),
        Misconception(
            "the strongest alone",
            lambda case: max(_pulls(case), key=abs),
            "Only the strongest pull counts. The others are not lost: all are added up.",
            "total + pull(w, x, t)",
        ),
        Misconception(
            "the largest so far",
            _by(lambda total, found, case: max(total, found)),
            "What a point wants counts only where it is larger than all before it. But all are added up, small ones "
            "and those below 0 too.",
            "total + pull(w, x, t)",
        ),
        Misconception(
            "the last one twice",
            _by(lambda total, found, case: found + found),
            "What a point wants is added to itself, so only the last one is left, twice.",
            "total carries the sum on: total + pull(w, x, t).",
        ),
        Misconception(
            "taken from each other",
            _by(lambda total, found, case: found - total),
            "Each time the total is taken off what the next point wants. Wants that disagree have different signs, and "
            "are added too.",
            "total + pull(w, x, t)",
        ),
        Misconception(
            "added to the weight",
            _by(lambda total, found, case: case["w"] + found),
            "What a point wants is added to the weight, which would be a step. Asked is what they want together.",
            "total + pull(w, x, t)",
        ),
        Misconception(
            "multiplied",
            lambda case: math.prod(_pulls(case)),
            "The pulls are multiplied. Rates along one road multiply, and what arrives on several is added.",
            "total + pull(w, x, t)",
        ),
        Misconception(
            "nothing added",
            lambda case: 0.0,
            "The total stays at 0: what a point wants is worked out, and nothing becomes of it.",
            "total = total + pull(w, x, t)",
        ),
        Misconception(
            "errors, not pulls",
            lambda case: math.fsum(case["w"] * x - t for x, t in case["points"]),
            "It adds up how far each answer is off, and a pull has x in it as well.",
            "call pull(w, x, t), and add what it gives.",
        ),
        Misconception(
            "losses, not pulls",
            lambda case: math.fsum((case["w"] * x - t) ** 2 for x, t in case["points"]),
            "It adds up the losses, and asked are their slopes.",
            "call pull(w, x, t), and add what it gives.",
        ),
    ),
)


def _seats(seed):
    return tuple({"nout": nout} for nout in (3, 1, 5))


def seats(row, made):
    return lambda case: {"row": row(case["nout"]), "made": made(case["nout"])}


ROW = Judge(
    _seats,
    seats(lambda n: list(range(n)), lambda n: n),
    also=lambda case, result: sorted(result["row"]) == list(range(case["nout"])) and result["made"] == case["nout"],
    tells=lambda case: "nout = {nout}".format(**case),
    shows=lambda result: "{many} places, {different} different in them, {made} made".format(
        many=len(result["row"]), different=len(set(result["row"])), made=result["made"]
    ),
    misconceptions=(
        Misconception(
            "one, several times",
            seats(lambda n: [0] * n, lambda n: 1),
            "One neuron is made, and it sits in all places. Whoever moves one of them, moves them all.",
            "call make() once for each place.",
        ),
        Misconception(
            "the last one, several times",
            seats(lambda n: [n - 1] * n, lambda n: n),
            "Enough are made, and the last one sits in all places.",
            "put each into the list as soon as it is made.",
        ),
        Misconception(
            "one too few",
            seats(lambda n: list(range(n - 1)), lambda n: n - 1),
            "There is one too few.",
            "range(nout) has nout numbers, from 0 on.",
        ),
        Misconception(
            "one too many",
            seats(lambda n: list(range(n + 1)), lambda n: n + 1),
            "There is one too many.",
            "begin with an empty list.",
        ),
        Misconception(
            "one made for nothing",
            seats(lambda n: list(range(1, n + 1)), lambda n: n + 1),
            "The row is right, and one more has been made that sits nowhere. It would have drawn random numbers too.",
            "call make() once for each place, and nowhere else.",
        ),
        Misconception(
            "the first, and one several times",
            seats(lambda n: [0] + [1] * (n - 1), lambda n: 2),
            "Two are made, however many are asked for, and the second sits in all places but the first.",
            "call make() once for each place.",
        ),
        Misconception(
            "the whole row several times",
            seats(lambda n: list(range(n)) * n, lambda n: n),
            "Enough are made, and then the whole row is written several times.",
            "leave out the * nout: the list is long enough.",
        ),
        Misconception(
            "a row of one",
            seats(lambda n: [0], lambda n: 1),
            "There is one in the row, however many are asked for. Is there a return inside the loop?",
            "return after the loop.",
        ),
        Misconception(
            "wrapped",
            seats(lambda n: [-1] * n, lambda n: n),
            "Enough are made, and what sits in the places is something else: a list around each of them, perhaps.",
            "put into the list what make() gives, as it is.",
        ),
        Misconception(
            "the row not given back",
            None,
            "It gives None.",
            "return the row, after the loop.",
            seen=lambda case, result: result == {"shape": "None"},
        ),
        Misconception(
            "make with an argument",
            None,
            "make is called with an argument, and it takes none.",
            "make(), with nothing between the brackets.",
            seen=raised("TypeError", "takes 1 positional argument but"),
        ),
        Misconception(
            "the neuron multiplied",
            None,
            "It is the neuron that is multiplied, and not a list.",
            "call make() once for each place, in a list.",
            seen=raised("TypeError", "*: 'Made'"),
        ),
        Misconception(
            "not made",
            seats(lambda n: [-1] * n, lambda n: 0),
            "In the places sits what makes a neuron, and no neuron.",
            "call it: make(), with brackets.",
        ),
        Misconception(
            "copies",
            seats(lambda n: [-1] * n, lambda n: 1),
            "One is made, and copies of it are in the row. They would all begin at the same numbers.",
            "call make() once for each place.",
        ),
        Misconception(
            "copies but the first",
            seats(lambda n: [0] + [-1] * (n - 1), lambda n: 1),
            "One is made, and copies of it sit beside it. They would all begin at the same numbers.",
            "call make() once for each place.",
        ),
    ),
)
