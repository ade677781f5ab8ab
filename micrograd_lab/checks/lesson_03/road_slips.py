"""Lesson 3: what somebody may give for the two roads to a and b, generated: a share for each, and how they meet."""

import math
from itertools import product

from ..candidates import Candidate, alike
from ..judge import Misconception

# With x for the input whose gradient it is, and z for the other one.
SHARES = {
    "{z} * (a + b)": lambda x, z: z * (x + z),
    "{x} * (a + b)": lambda x, z: x * (x + z),
    "a * b": lambda x, z: x * z,
    "(a + b)": lambda x, z: x + z,
    "{z}": lambda x, z: z,
    "{x}": lambda x, z: x,
    "0": lambda x, z: 0.0,
    "1": lambda x, z: 1.0,
    "2": lambda x, z: 2.0,
    "{z} * a * b": lambda x, z: z * x * z,
    "{x} * a * b": lambda x, z: x * x * z,
    "a * b * (a + b)": lambda x, z: x * z * (x + z),
    "(a * b)**2": lambda x, z: (x * z) ** 2,
    "(a + b)**2": lambda x, z: (x + z) ** 2,
    "{z}**2": lambda x, z: z * z,
    "{x}**2": lambda x, z: x * x,
    "({z} + (a + b))": lambda x, z: z + (x + z),
    "(1 + a * b)": lambda x, z: 1 + x * z,
}
TIMES = {"": 1, "2 * ": 2, "-": -1, "3 * ": 3}
MEET = {
    "{one} + {other}": lambda one, other: one + other,
    "{one} - {other}": lambda one, other: one - other,
    "{one} * {other}": lambda one, other: one * other,
    "({one} + {other}) / 2": lambda one, other: (one + other) / 2,
    "{one}": lambda one, other: one,
}
RIGHT = {"a": "b * (a + b) + a * b", "b": "a * (a + b) + a * b"}
OF_THE_RIGHT = {"{right}": 1, "-({right})": -1, "2 * ({right})": 2, "({right}) / 2": 0.5, "3 * ({right})": 3}
BOTH = "Your numbers are those of `{a}` for a, and of `{b}` for b."
ONE = "Your numbers for {name} are those of `{formula}`; those for {other} are right."
TRY = "go along each road to {name} once more: `{z} * (a + b)` comes over the product, `a * b` over the sum."


def road_slips(cases, results):
    """The Candidate of the shortest formulas that give these results, one for each input."""
    if any(len(result) != 2 for result in results):
        return
    told = {name: _formula(cases, results, place, name) for place, name in enumerate("ab")}
    if not all(told.values()):
        return
    wrong = [name for name in "ab" if told[name] != RIGHT[name]]
    if not wrong:
        return
    if len(wrong) == 2:
        says = BOTH.format(**told)
    else:
        says = ONE.format(name=wrong[0], formula=told[wrong[0]], other="b" if wrong == ["a"] else "a")
    tries = TRY.format(name=wrong[0], z="b" if wrong[0] == "a" else "a")
    known = Misconception("; ".join(told[name] for name in wrong), None, says, tries)
    yield Candidate(known, tuple(results), 2)


def _formula(cases, results, place, name):
    """The shortest formula of the results' number at this place, that of the right one before all; "" of none."""
    pairs = [(c["inputs"][name], c["inputs"]["b" if name == "a" else "a"]) for c in cases]
    given = [result[place] for result in results]
    x, z = pairs[0]
    shares = {
        times + share: (k * made(x, z), k, made) for (share, made), (times, k) in product(SHARES.items(), TIMES.items())
    }
    right = [z * (x + z) + x * z for x, z in pairs]
    for text, times in OF_THE_RIGHT.items():
        if alike(given, [times * r for r in right], 1e-4):
            return text.format(right=RIGHT[name])
    found = []
    for (one, (u, k, made)), (other, (v, m, second)) in product(shares.items(), shares.items()):
        for text, meet in MEET.items():
            if not math.isclose(meet(u, v), given[0], rel_tol=1e-4, abs_tol=1e-6) or (text == "{one}" and one != other):
                continue
            numbers = [meet(k * made(*pair), m * second(*pair)) for pair in pairs]
            if alike(given, numbers, 1e-4):
                found.append(text.format(one=one, other=other))
    named = [text.format(x=name, z="b" if name == "a" else "a") for text in found]
    return min(named, key=lambda text: (len(text), text), default="")
