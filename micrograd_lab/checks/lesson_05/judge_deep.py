"""5.5: graphs of any depth.

No function may call itself: seen is a recursion deeper than Python lets it, whether the limit is raised for good or put
back. Whoever goes along each road by itself is not done in time: the last graph has 2**60 of them.
"""

import random
from functools import lru_cache, partial

from ..judge import Judge, Misconception, in_words
from ..wrong_engines.backwards import misconceptions
from ..wrong_engines.exact import by_models
from ..wrong_engines.facts import FACTS
from ..wrong_engines.places import by_name, described, graph_of, numbers_of
from ..wrong_engines.sweeps import right
from ..wrong_engines.turns import Endless
from .judge_backward import A_LEAF, LEAF, LINES, numbers, tells
from .probe import LIMITED

SECONDS = 3.0  # of a case, in the notebook and where it is graded: all of them together fit into a grader's time
TERMS, FEWER, DOUBLINGS = 4900, 1500, 60  # Python stops at 1,000 calls
SMALL = (3, 4, 7, 8, 9, LEAF)  # of 5.2's
# On the first deep one alone every order is right.
DEEP = (
    ("y = a", "y = y + b", TERMS),
    ("t = a * b; y = t", "y = y + t", FEWER),
    ("t = a * b; y = t", "y = t + y", FEWER),
    ("y = a * b", "y = y + y", DOUBLINGS),
)
TOLD = "{first}; and {times:,} times {again} at {numbers}"


@lru_cache(maxsize=8)  # they are long, and a class is asked the same
def deep_cases(seed):
    """About as many small graphs as deep ones."""
    chance = random.Random(seed)
    small = [described(numbers(n, chance), LINES[n], chance, bool(seed)) for n in SMALL]
    return (*small, *(_deep(shape, chance) for shape in range(len(DEEP))))


def _deep(shape, chance):
    first, again, times = DEEP[shape]
    inputs = {name: chance.choice((-0.75, -0.5, -0.25, 0.25, 0.5, 0.75)) for name in "ab" if name in f"{first}{again}"}
    return {**described(inputs, [*first.split("; "), *[again] * times], chance), "shape": shape}


def tells_deep(case):
    if "shape" not in case:
        return tells(case)
    first, again, times = DEEP[case["shape"]]
    return TOLD.format(first=first, times=times, again=again, numbers=numbers_of(case))


def result_of(case, backward):
    """What the probe gives after this backward() of a Graph."""
    grads = backward(graph_of(case))
    return by_name(case, grads) | ({"between": grads} if len(grads) > len(case["names"]) else {})


def shows_deep(result):
    if isinstance(result, dict) and "between" in result:
        return in_words({name: x for name, x in result.items() if name != "between"})
    return in_words(result)


def _of(backward, recursive=False):
    """What somebody with this backward() gives, who has found an order by recursion or without."""

    def wrong(case):
        if recursive and case.get("shape", 3) < 3:
            raise RecursionError
        try:
            return result_of(case, backward)
        except Endless:
            return {"error": "TimeUp"}

    return wrong


def _shallow(case):
    """Where 5.2's answer comes out right; None elsewhere. What is asked here is the rest."""
    return None if case.get("shape", 3) < 3 else result_of(case, right)


MODELS = misconceptions(_of, partial(_of, recursive=True))

DEEP_JUDGE = Judge(
    deep_cases,
    _of(right),
    tells=tells_deep,
    shows=shows_deep,
    misconceptions=(
        Misconception(
            "recursion limit raised",
            None,
            "Your function calls itself more than 1,000 times deep, with a higher limit. That only moves the end: the "
            "next graph is deeper.",
            "use a stack of your own: a list of what is still to visit, and a while loop that takes from its end.",
            seen=lambda case, result: LIMITED in result,
        ),
        Misconception(
            "recursion on a deep graph",
            _of(right, recursive=True),
            "Python stops a recursion after about 1,000 calls. That is Python's stack, not mathematics: the order is "
            "right, the way to find it is too deep.",
            "keep a list of what is still to visit, and take from its end in a while loop.",
        ),
        Misconception(
            "each road by itself",
            None,
            "This graph has 61 nodes, and 2**60 roads from the output to a. Nobody goes along each of them.",
            "let every node send once: all that has arrived there, when all of it has.",
            seen=lambda case, result: result["error"] == "TimeUp" and case.get("shape") == 3,
        ),
        A_LEAF,
        *FACTS,
    ),
    models=by_models(MODELS),
    guesses=(_shallow,),
)
