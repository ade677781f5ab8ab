"""What a pointer drags in live.paper: a crease, the tip of its arrow, or the sheet from the side."""

import math

from .controls import NAMES
from .panels import middle


def held(view, message):
    """What a press holds, as a function of the messages that follow it; None where it holds nothing."""
    if message["panel"] == 1:
        return _turning(view, view.turned)
    what, _, n = message["key"].partition(" ")
    if not n:
        return None
    view.choose(int(n) + 1)
    ends = view.sheet.crease(int(n))
    foot = middle(ends) if ends else (message["x"], message["y"])
    return _tipped(view, int(n), foot) if what == "turn" else _moved(view, int(n))


def _turning(view, turned):
    def to(message):
        by = round(math.degrees(message["x0"] - message["x"]))  # a radian for half of the sheet's width
        view.turn((turned + by + 180) % 360 - 180)

    return to


def _tipped(view, n, foot):
    def to(message):
        fold = view.folds[n].turned(foot, (message["x"], message["y"]))
        view.put(dict(zip(NAMES, fold, strict=True)))

    return to


def _moved(view, n):
    def to(message):
        fold = view.folds[n]
        view.put({"b": -fold.w1 * message["x"] - fold.w2 * message["y"]})

    return to
