"""5.5: graphs of any depth."""

import random
from dataclasses import replace

from ..judge import Judge, Misconception
from .judge_backward import BACKWARD, WRONG_ORDERS, cases, right
from .probe import LIMITED, written_out

TERMS = 5000
AGAIN = "; and {times:,} times {line}"


def deep_cases(seed):
    """As many small graphs as deep ones. On the first deep one alone every order is right."""
    known = cases(seed)
    chance = random.Random(f"{seed} deep")
    deep = (["y = a"], "y = y + a * b"), (["t = a * b", "y = t"], "y = y + t"), (["t = a * b", "y = t"], "y = t + y")
    return (
        *(known[n] for n in (2, 3, 6)),
        *({"inputs": _below_one(chance), "lines": lines, "again": again, "times": TERMS} for lines, again in deep),
    )


def _below_one(chance):
    return {name: chance.choice((-1, 1)) * round(chance.uniform(0.1, 0.9), 2) for name in "ab"}


def _of_any_depth(misconception):
    """The same misconception, where a case may say how often its last line comes again."""
    wrong = misconception.wrong
    return replace(misconception, wrong=wrong and (lambda case: wrong(written_out(case))))


def _stack_overflow(case):
    if case.get("times", 0) > 900:
        raise RecursionError
    return right(case)


def _in_words(case):
    again = AGAIN.format(times=case["times"], line=case["again"]) if "again" in case else ""
    numbers = ", ".join(f"{k} = {v:g}" for k, v in case["inputs"].items())
    return "{lines}{again} at {numbers}".format(lines="; ".join(case["lines"]), again=again, numbers=numbers)


DEEP = Judge(
    deep_cases,
    lambda case: right(written_out(case)),
    tells=_in_words,
    one_by_one=True,  # someone may have a wrong order and recursion both
    misconceptions=(
        Misconception(
            "recursion limit raised",
            None,
            "You raised Python's recursion limit. That only moves the end: the next graph is deeper.",
            "use a stack of your own: a list of what is still to visit, and a while loop that takes from its end.",
            seen=lambda case, result: LIMITED in result,
        ),
        Misconception(
            "recursion on a deep graph",
            _stack_overflow,
            "Python stops a recursion after about 1,000 calls. That is Python's stack, not mathematics: the order is "
            "right, the way to find it is too deep.",
            "keep a list of what is still to visit, and take from its end in a while loop.",
        ),
        # Wrong orders first: whoever is here has backward() itself right.
        *map(_of_any_depth, sorted(BACKWARD.misconceptions, key=lambda m: m not in WRONG_ORDERS)),
    ),
)
