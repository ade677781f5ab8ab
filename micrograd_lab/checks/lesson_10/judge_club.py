"""10.4: an optimiser of one's own, on six bowls: what counts is the mean of its steps."""

import math
import random

from ..judge import Judge, Misconception
from . import probe
from .judging import SEEN, STRANGE
from .landscape import bowl, dot
from .probe import FAR, STEPS, in_hole, slopes_of

BARS = (80, 110, 160)  # means that earn a point each, besides one for being there each time
SIZES = (2, 2, 3, 3, 4, 4)
SAID = "{mean:.1f} steps in the mean of six: {each}."


def club_cases(seed):
    """The same six bowls four times, each time in another order, with the most that the mean of their steps may be."""
    chance = random.Random(seed + 4000)
    bowls = [_bowl(chance, many) for many in SIZES]
    bars = enumerate((STEPS, *BARS[::-1]))
    return tuple({"bowls": [*bowls[n:], *bowls[:n]], "most": most} for n, most in bars)


def _bowl(chance, many):
    steepest = chance.uniform(10, 20)
    flattest = steepest / chance.uniform(40, 60)
    between = [math.exp(chance.uniform(math.log(flattest), math.log(steepest))) for _ in range(many - 2)]
    way = [chance.choice((-1, 1)) * share for share in (1.0, *[0.3] * (many - 2), 0.05)]
    size, far = dot(way, way) ** 0.5, chance.uniform(8, 12)
    return bowl(chance, [flattest, *between, steepest], [w / size * far for w in way])


def counted(one, way):
    """How many steps a round took: 300 where it did not get there. ValueError of what is no way of a ball."""
    before = one["place"]
    for n, place in enumerate(way[:STEPS], 1):
        if len(place) != len(before) or not all(type(x) in (int, float) for x in place):
            raise ValueError("no place")
        if in_hole(before, place, one["hole"]):
            return n
        before = place
    return STEPS


def all_counted(case, result):
    """The steps of all rounds, in turn."""
    return [counted(one, way) for one, way in zip(case["bowls"], result["ways"], strict=True)]


def accepts(case, result):
    """Whether the mean of the steps is small enough; of the loosest bar, whether it got there each time."""
    steps = all_counted(case, result)
    return max(steps) < STEPS if case["most"] == STEPS else sum(steps) / len(steps) <= case["most"]


def said(case, result):
    """The mean and the steps, in words."""
    steps = all_counted(case, result)
    return SAID.format(mean=sum(steps) / len(steps), each=", ".join(map(str, steps)))


def shows(result):
    """How long the rounds were."""
    if "ways" not in result:
        return STRANGE.get(next(iter(result)), "{found}").format(found=next(iter(result.values())))
    return "rounds of {steps} steps".format(steps=", ".join(str(len(way)) for way in result["ways"]))


def _ways(case, result):
    return zip(case["bowls"], result["ways"], strict=True)


def _numbers(place):
    return all(type(x) in (int, float) for x in place)


def _still(case, result):
    return all(all(place == one["place"] for place in way) for one, way in _ways(case, result))


def _far(one, place):
    return not math.dist(place, one["hole"]) <= FAR


def _thrown_out(case, result):
    return any(_far(one, way[-1]) for one, way in _ways(case, result))


def _uphill(case, result):
    """The first step of each round goes straight away from where the slope leads down, and all are thrown out."""
    for one, way in _ways(case, result):
        slopes = slopes_of(one["rows"], one["hole"])(one["place"])
        step = [b - a for a, b in zip(one["place"], way[0], strict=True)]
        if not (_far(one, way[-1]) and dot(slopes, step) > 0.999 * (dot(slopes, slopes) * dot(step, step)) ** 0.5):
            return False
    return True


def _plain(case, result):
    """Every step of every round is one and the same rate times the slopes."""
    rates = []
    for one, way in _ways(case, result):
        slopes, before = slopes_of(one["rows"], one["hole"]), one["place"]
        for place in way:
            g, step = slopes(before), [a - b for a, b in zip(before, place, strict=True)]
            rate = dot(g, step) / dot(g, g)
            if rate <= 0 or max(abs(s - rate * x) for s, x in zip(step, g, strict=True)) > 1e-6 * math.hypot(*step):
                return False
            rates.append(rate)
            before = place
    return max(rates) - min(rates) < 1e-6 * max(rates)


def _over_it(case, result):
    """Some round that did not end has come within reach of the hole, too fast."""
    return any(
        counted(one, way) == STEPS and any(math.dist(place, one["hole"]) < probe.NEAR for place in way)
        for one, way in _ways(case, result)
    )


def _not_there(case, result):
    return any(counted(one, way) == STEPS for one, way in _ways(case, result))


CLUB = Judge(
    club_cases,
    expected=lambda case: None,
    accepts=accepts,
    tells=lambda case: (
        "six landscapes, to be there each time"
        if case["most"] == STEPS
        else "six landscapes, at most {most} steps in the mean".format(most=case["most"])
    ),
    shows=shows,
    remarks=lambda cases, results: said(cases[0], results[0]),
    otherwise=lambda case, result: (
        "It gets there each time: {said}".format(said=said(case, result)),
        "try its settings on a bowl of your own: curvatures of 15 and 0.3, from (10, 0.5).",
    ),
    misconceptions=(
        *SEEN,
        Misconception(
            "lr without a value",
            None,
            "It is called as Club(parameters), so lr needs a value of its own.",
            "write lr=0.05, or another number, in the first line of __init__.",
            seen=lambda case, result: result["error"] == "TypeError" and "missing" in result["says"],
        ),
        Misconception(
            "no number as data",
            None,
            "After a step the data is no plain number.",
            "set p.data to a number: calculate with p.data and p.grad.",
            seen=lambda case, result: not all(_numbers(way[-1]) for way in result["ways"]),
        ),
        Misconception("nothing moves", None, "The ball lies where it lay.", "change p.data in step().", seen=_still),
        Misconception(
            "uphill",
            None,
            "The first step goes uphill, and so do the others.",
            "take the step off p.data: -= and not +=.",
            seen=_uphill,
        ),
        Misconception(
            "plain gradient descent, thrown out",
            None,
            "That is plain gradient descent, at a rate that throws the ball out: one of the bowls is too steep for it.",
            "the steepest curvature may be 20, and 2/20 is the limit. But a smaller rate is slow: let it remember.",
            seen=lambda case, result: _plain(case, result) and _thrown_out(case, result),
        ),
        Misconception(
            "plain gradient descent",
            None,
            "That is plain gradient descent: each step is the same rate times the slope, and remembers nothing. The "
            "steep direction sets the rate, and the flat one waits.",
            "let it have a velocity.",
            seen=_plain,
        ),
        Misconception(
            "thrown out",
            None,
            "In some landscape the ball is thrown out, more than a thousand away.",
            "make lr smaller, and take one step in each step(): the slopes are set anew in between.",
            seen=_thrown_out,
        ),
        Misconception(
            "over the hole",
            None,
            "It comes to the hole, and runs over it: there its steps are longer than 0.2.",
            "let it remember less, or make its steps shorter as it goes on.",
            seen=_over_it,
        ),
        Misconception(
            "not there in 300 steps",
            None,
            "In some landscape it is not in the hole after 300 steps.",
            "look at its places. Where they creep, lr may be larger; where they swing or jump, its steps must shrink.",
            seen=_not_there,
        ),
    ),
)
