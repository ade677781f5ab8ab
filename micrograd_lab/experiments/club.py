"""An optimiser as a club of ravine golf: the kit's own, and a learner's class, from which anything may come."""

import linecache
import math
import sys
import time
import traceback
from pathlib import Path

from .. import optim

PACKAGE = str(Path(__file__).parents[1])
MOST, SECONDS, STILL = 100_000, 2.0, 10  # instructions a step; seconds a round; steps in one place
YOURS, UNNAMED = "your {name}", "your club"

NO_CLASS = (
    "asked: an optimiser's class, from which each round makes one of its own\nfound: {found}\n"
    "try:   live.golf(Mine), with the class itself and no brackets behind it"
)
NO_STEP = (
    "asked: {name}(parameters, lr).step(), to move the ball once\nfound: no step() there\n"
    "try:   def step(self): which goes through self.parameters and changes each p.data"
)
RAISED = "asked: {what} of {name} with lr = {rate:.4g}\nfound: {kind}: {error}{where}\ntry:   {way}"
FIRST, NTH = "an optimiser", "step {n}"
MEND = "mend that line and run the cell again; p.data and p.grad are plain numbers there"
SHAPE = "def __init__(self, parameters, lr): and def step(self): in a class, and then live.golf with the class"
ONE_OF = "an object of the class {kind}"
WHERE = ", in line {number}, {code}"
NO_NUMBER = (
    "asked: a number in {label}.data after step {n} of {name}\nfound: {found}\n"
    "try:   p.data = p.data - self.lr * p.grad, in which p.data and p.grad are plain numbers"
)
NO_MOVE = (
    "asked: a ball that moves, with {name}\nfound: x and y are where they were, after {n} steps\n"
    "try:   let step() change p.data itself; a new p, or a name of its own for the number, moves no ball"
)
LONG = (
    "asked: {what} of {name}, in no more than {most:,} instructions\nfound: it was still not done\n"
    "try:   look at what ends the loop in it: step() moves each number once, and the next step is the next call"
)
SLOW = (
    "asked: a round with {name} within {seconds:g} s\nfound: only {n} steps were done by then\n"
    "try:   take out of step() whatever waits or counts far; two numbers need some ten lines a step"
)


class NoRound(Exception):
    """Why a learner's class can't go on, in three parts."""


class TooLong(BaseException):
    """More instructions than a step has. No Exception, so that no `except Exception` in a step swallows it."""


class Club:
    """An optimiser of the kit: `take` it to the ball, two Values in a list, and `step`."""

    def __init__(self, name, make):
        self.name, self.make = name, make

    def take(self, ball, rate):
        """A new one, for a new round."""
        self.ball, self.optimizer = ball, self.make(ball, rate)

    def step(self, n):
        """Move the ball for the nth time. Its Values have their slopes in grad."""
        self.optimizer.step()


class Own(Club):
    """A learner's class. `take` and `step` raise NoRound, and nothing else, for whatever goes wrong in it."""

    most, seconds, no_class, no_move, slow = MOST, SECONDS, NO_CLASS, NO_MOVE, SLOW

    def __init__(self, make, clock=time.monotonic):
        called = getattr(make, "__name__", "") if callable(make) else ""
        self.called = called if isinstance(called, str) and called.isidentifier() else ""
        super().__init__(YOURS.format(name=called) if self.called else UNNAMED, make)
        self.clock = clock

    def take(self, ball, rate):
        self.ball, self.rate, self.began = ball, rate, self.clock()
        self.start = [p.data for p in ball]
        if not callable(self.make) or self.make is None:
            raise NoRound(self.no_class.format(found=_shortly(self.make)))
        self.optimizer = self._guarded(lambda: self.make(ball, rate), 0)
        if not callable(getattr(self.optimizer, "step", None)):
            raise NoRound(NO_STEP.format(name=self.name))

    def step(self, n):
        self._guarded(self.optimizer.step, n)
        for p in self.ball:
            try:
                p.data = float(p.data + 0.0)  # text has no sum with a number
            except Exception:
                found = NO_NUMBER.format(label=p.label, n=n, name=self.name, found=_shortly(p.data))
                raise NoRound(found) from None
        if n == STILL and [p.data for p in self.ball] == self.start:
            raise NoRound(self.no_move.format(name=self.name, n=n))
        if self.clock() - self.began > self.seconds:
            raise NoRound(self.slow.format(name=self.name, seconds=self.seconds, n=n))

    def bounded(self, do, _n):
        """Call what is the learner's, for the nth step; TooLong is raised within it where it doesn't end."""
        return bounded(do, self.most)

    def _guarded(self, do, n):
        what = NTH.format(n=n) if n else FIRST
        try:
            return self.bounded(do, n)
        except TooLong:
            raise NoRound(LONG.format(what=what, name=self.name, most=self.most)) from None
        except (Exception, SystemExit) as error:
            where = _where(error)
            said = {"kind": type(error).__name__, "error": _shortly(error), "where": where}
            said["way"] = MEND if where else SHAPE
            raise NoRound(RAISED.format(what=what, name=self.name, rate=self.rate, **said)) from None


CLUBS = (
    Club("SGD", lambda ball, rate: optim.SGD(ball, lr=rate)),
    Club("momentum", lambda ball, rate: optim.SGD(ball, lr=rate, momentum=0.9)),
    Club("Adam", lambda ball, rate: optim.Adam(ball, lr=rate)),
)


def bounded(do, most):
    """Call do(); TooLong is raised within it once Python has worked off more than so many of its instructions.

    It counts and does not time, so a busy machine changes nothing. What waits in a single call of C goes on.
    """
    count, before = 0, sys.gettrace()

    def trace(frame, event, _found):
        nonlocal count
        if event == "call":
            frame.f_trace_opcodes, frame.f_trace_lines = True, False  # `while True: pass` is no new line each time
        count += 1
        if count > most:
            raise TooLong
        return trace

    sys.settrace(trace)
    try:
        result = do()
    finally:
        sys.settrace(before)
    if count > most:  # a bare `except:` has swallowed it
        raise TooLong
    return result


def lost(ball):
    """Whether a number of the ball is no longer one."""
    return not all(math.isfinite(p.data) for p in ball)


def _where(error):
    """The learner's own line at which it was raised, where Python has kept it."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        code = (frame.line or linecache.getline(frame.filename, frame.lineno)).strip()
        if not frame.filename.startswith(PACKAGE) and code:
            return WHERE.format(number=frame.lineno, code=code[:80])
    return ""


def _shortly(thing):
    """What somebody's object says of itself, in a line; its kind, where it says nothing."""
    try:
        said = str(thing) if isinstance(thing, BaseException) else repr(thing)
        if " object at 0x" in said:  # another address in each run
            said = ONE_OF.format(kind=type(thing).__name__)
        return " ".join(said.split())[:120] or type(thing).__name__
    except Exception:
        return type(thing).__name__
