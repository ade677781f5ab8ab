"""Clubs on all numbers of a network, where ravine golf has two numbers: the kit's, and a learner's class."""

from ..engine import Value
from .club import CLUBS, MOST, Own

COUNTED = 2  # steps whose instructions are counted: to count them takes longer than to do them
NO_CLASS = (
    "asked: an optimiser's class, from which each run makes one of its own\nfound: {found}\n"
    "try:   live.ravine(mine, Mine), with the class itself and no brackets behind it"
)
NO_MOVE = (
    "asked: numbers that move, with {name}\nfound: all of them are where they were, after {n} steps\n"
    "try:   let step() change p.data itself; a new p, or a name of its own for the number, moves nothing"
)
SLOW = (
    "asked: a run with {name} within {seconds:g} s\nfound: only {n} steps were done by then\n"
    "try:   go through the parameters once a step, with some ten lines for each"
)
NUMBER = "number {n}"


class OnNetwork(Own):
    """A learner's class on hundreds of numbers. Its first steps are counted; the others are only timed."""

    most, seconds, no_class, no_move, slow = 40 * MOST, 20.0, NO_CLASS, NO_MOVE, SLOW

    def bounded(self, do, n):
        return super().bounded(do, n) if n <= COUNTED else do()


def clubs_of(club) -> dict:
    """{name: Club}: the kit's three, and a learner's class, where there is one."""
    return {one.name: one for one in (*CLUBS, *([] if club is None else [OnNetwork(club)]))}


def walk(club, rate, numbers, slopes_of):
    """All numbers after each step of this club, as lists without end: slopes_of(n, numbers) are those of step n.

    NoRound, in three parts, where a learner's class can't go on.
    """
    ball = [Value(x, NUMBER.format(n=n)) for n, x in enumerate(numbers, 1)]
    club.take(ball, rate)
    n = 0
    while True:
        for p, slope in zip(ball, slopes_of(n, [p.data for p in ball]), strict=True):
            p.grad = slope
        n += 1
        club.step(n)
        yield [p.data for p in ball]
