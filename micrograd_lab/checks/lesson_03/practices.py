"""3.a to 3.d: a product and a relu to be completed, a tanh and two roads to be mended."""

import math
import random
from functools import partial

from ..accident import odd
from ..candidates import Candidate, ModelJudge, of, run
from ..judge import Misconception
from .lecture import at

# {name: (what is told, what to try)}, of a gate that gives something else than local times upstream
LOCAL_ALONE = (
    "local alone",
    "That is the local derivative alone. What has arrived is missing.",
    "multiply it by arrived.",
)
UPSTREAM_ALONE = (
    "upstream alone",
    "What has arrived is passed on as it is. A + does that; this operation multiplies it by its local derivative.",
    "multiply arrived by the local derivative.",
)
ADDED = (
    "added instead of multiplied",
    "The local derivative is added to what has arrived. Rates along one road multiply.",
    "write * in the place of +.",
)
NOTHING = (
    "nothing goes on",
    "It gives 0: nothing goes on.",
    "ask by how much the output grows for each 1 of the input.",
)


def _uniform(chance):
    """Away from 0, from 1 and from -1, of either sign."""
    return round(chance.choice((-1, 1)) * chance.uniform(1.2, 3.0), 1)


def _judge(inputs, right, slips, wanted, tries):
    """The Judge of a function of these inputs, given by a Random and the case's number.

    `right` and the slips, {(name, says, tries): function}, are functions of them too.
    """
    expected = partial(_called, right)
    known = [Misconception(name, partial(_called, f), says, what) for (name, says, what), f in slips.items()]
    return ModelJudge(
        lambda seed: tuple({"inputs": inputs(random.Random("{} {}".format(seed, n)), n)} for n in range(5)),
        expected,
        tells=at,
        otherwise=lambda case, result: odd(result, wanted, tries) or ("", ""),
        candidates=lambda cases, results: [*of(known, cases), *_one_of_two(known, cases, expected)],
    )


def _called(function, case):
    found = function(**case["inputs"])
    return [float(x) for x in found] if isinstance(found, tuple) else float(found)


def _one_of_two(known, cases, expected):
    """What is right for the first of two inputs, and a slip for the second: there stood the blank."""
    for one in known:
        made, right = run(one.wrong, cases), run(expected, cases)
        if all(isinstance(m, list) for m in made):
            yield Candidate(one, tuple([r[0], m[1]] for m, r in zip(made, right, strict=True)), 1.5)


TIMES = _judge(
    lambda chance, n: {name: _uniform(chance) for name in ("a", "b", "arrived")},
    lambda a, b, arrived: (b * arrived, a * arrived),
    {
        LOCAL_ALONE: lambda a, b, arrived: (b, a),
        UPSTREAM_ALONE: lambda a, b, arrived: (arrived, arrived),
        ADDED: lambda a, b, arrived: (b + arrived, a + arrived),
        NOTHING: lambda a, b, arrived: (0, 0),
        (
            "operands swapped",
            "An input has got its own number. When b grows by 1, a * b grows by a.",
            "take the other input for each of the two.",
        ): lambda a, b, arrived: (a * arrived, b * arrived),
        (
            "the whole product",
            "What has arrived is multiplied by the product a * b. When b grows by 1, it grows by a alone.",
            "multiply by the other input, and not by both.",
        ): lambda a, b, arrived: (a * b * arrived, a * b * arrived),
        (
            "signs turned round",
            "The size is right, and the sign is turned round.",
            "leave the minus out.",
        ): lambda a, b, arrived: (-b * arrived, -a * arrived),
    },
    "two numbers: what a gets, and what b gets",
    "return b * arrived, and after the comma what b gets.",
)


def _sometimes_shut(chance, n):
    """Each of the four pairs of signs, and one more."""
    signs = {"x": 1 if n % 2 == 0 else -1, "arrived": 1 if n % 4 < 2 else -1}
    return {name: sign * abs(_uniform(chance)) for name, sign in signs.items()}


RELU = _judge(
    _sometimes_shut,
    lambda x, arrived: arrived if x > 0 else 0.0,
    {
        (
            "local alone",
            "That is 1, the local derivative of an open gate. What has arrived is missing.",
            "let the open gate give what has arrived.",
        ): lambda x, arrived: 1.0 if x > 0 else 0.0,
        (
            "relu itself",
            "It gives x, what came through on the way forward. On the way back goes what has arrived.",
            "ask what an open gate does to what has arrived.",
        ): lambda x, arrived: x if x > 0 else 0.0,
        (
            "times its own number",
            "What has arrived is multiplied by x. An open gate multiplies by 1: when x grows by 1, so does the output.",
            "take x out of the line: it has decided whether the gate is open, and no more.",
        ): lambda x, arrived: x * arrived if x > 0 else 0.0,
        ADDED: lambda x, arrived: 1 + arrived if x > 0 else 0.0,
        (
            "always open",
            "The gate is open where x is below 0 too. There the output is 0 and stays 0.",
            "give 0.0 where x is below 0.",
        ): lambda x, arrived: arrived,
        NOTHING: lambda x, arrived: 0.0,
        (
            "asks what has arrived",
            "The gate asks for the sign of what has arrived. Whether it is open, x has decided on the way forward.",
            "ask whether x is above 0, and give what has arrived, be it positive or not.",
        ): lambda x, arrived: max(0.0, arrived) if x > 0 else 0.0,
    },
    "one number",
    "return one number.",
)
TANH = _judge(
    lambda chance, place: {
        "n": round(chance.choice((-1, 1)) * chance.uniform(0.3, 1.4), 2),
        "arrived": _uniform(chance),
    },
    lambda n, arrived: (1 - math.tanh(n) ** 2) * arrived,
    {
        (
            "1 - n²",
            "It squares n, which goes into the tanh. The local derivative is made of what comes out.",
            "work out what comes out of the tanh first, and square that.",
        ): lambda n, arrived: (1 - n**2) * arrived,
        (
            "1 - o",
            "The square is missing: the local derivative is 1 - y².",
            "square what comes out.",
        ): lambda n, arrived: (1 - math.tanh(n)) * arrived,
        (
            "o²",
            "That is y². The local derivative is what y² leaves of 1.",
            "take it off 1.",
        ): lambda n, arrived: math.tanh(n) ** 2 * arrived,
        (
            "1 + o²",
            "The sign before the square is the wrong one: tanh is steepest in the middle, where y is 0, and flat "
            "outside.",
            "look at the sign before the square.",
        ): lambda n, arrived: (1 + math.tanh(n) ** 2) * arrived,
        (
            "the output itself",
            "What has arrived is multiplied by y, the output.",
            "multiply it by the local derivative, which is made of y.",
        ): lambda n, arrived: math.tanh(n) * arrived,
        (
            "1 - n², local alone",
            "Two things. It squares n, which goes into the tanh, and the local derivative is made of what comes out. "
            "And what has arrived is missing.",
            "bring back arrived first; then ask what comes out of a tanh at n.",
        ): lambda n, arrived: 1 - n**2,
        (
            "1 - o, local alone",
            "Two things. The square is missing: the local derivative is 1 - y². And so is what has arrived.",
            "square what comes out, and multiply by arrived.",
        ): lambda n, arrived: 1 - math.tanh(n),
        LOCAL_ALONE: lambda n, arrived: 1 - math.tanh(n) ** 2,
        UPSTREAM_ALONE: lambda n, arrived: arrived,
        ADDED: lambda n, arrived: 1 - math.tanh(n) ** 2 + arrived,
    },
    "one number",
    "return one number.",
)
ROADS = _judge(
    lambda chance, n: {"a": _uniform(chance), "b": _uniform(chance)},
    lambda a, b: 2 * a + b,
    {
        (
            "the last road alone",
            "That is what comes over s alone: the second line puts it in the place of what the first had found.",
            "let the second line leave what the first has found.",
        ): lambda a, b: a,
        (
            "the first road alone",
            "That is what comes directly. Over s comes something too.",
            "add what comes over s.",
        ): lambda a, b: a + b,
        (
            "roads multiplied",
            "What comes over the two roads is multiplied. Along one road you multiply; where roads meet you add.",
            "look at the sign in the second line.",
        ): lambda a, b: a * (a + b),
        (
            "roads subtracted",
            "One road is taken off the other. When a moves, both happen at once, each with its own sign.",
            "add them.",
        ): lambda a, b: b,
        (
            "roads averaged",
            "That is the mean of both roads. When a moves, y feels both in full.",
            "add them, and do not halve.",
        ): lambda a, b: (2 * a + b) / 2,
        (
            "no upstream on the road over s",
            "Over s comes more than 1: the + copies what the * has handed to s, and that is a.",
            "add a, and not 1.",
        ): lambda a, b: a + b + 1,
    },
    "one number",
    "return a_grad.",
)
