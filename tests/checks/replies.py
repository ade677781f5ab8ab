"""Replies such as a sandbox may give: of any size, depth and type, and right ones with a lie in them.

A reply is one result per case, as grading/marking/reply.py lets it through: bounded, but by nobody that can be trusted.
"""

import copy
import random

LONG, DEEP = 5000, 8
WORDS = ("", "a", "y", "t = a * b", "error", "data", "x" * 2000, "**2", "+", "number", "NaN", "B", "True")
NAMES = ("error", "says", "value", "type", "shape", "data", "inputs", "ops", "root", "leaves", "programs", "steps")
NAMES += ("output", "broken", "probe", "many", "a", "b", "c", "y", "between", "first", "again", "_set", "untouched")
NUMBERS = (0, 1, -1, 2, 0.0, -0.0, 1.5, 1e-300, 1e300, float("inf"), float("-inf"), float("nan"), 2**53 - 1, -(2**53))


def junk(chance, depth=DEEP):
    """Anything that JSON can say."""
    kind = chance.randrange(8 if depth else 5)
    if kind < 2:
        return chance.choice(NUMBERS)
    if kind < 5:
        return (None, chance.choice((True, False)), chance.choice(WORDS))[kind - 2]
    if kind == 5:
        return {chance.choice(NAMES): junk(chance, depth - 1) for _ in range(chance.randrange(6))}
    return [junk(chance, depth - 1) for _ in range(chance.randrange(6))]


def huge(chance):
    """As large as a result may be: long, or deep, or both."""
    one = junk(chance, 2)
    wide = [one] * chance.choice((LONG, 300, 40))
    for _ in range(chance.randrange(DEEP - 4)):
        wide = [wide, one] if chance.random() < 0.5 else {chance.choice(NAMES): wide}
    return wide


def lie(result, chance):
    """The same result with one thing in it changed, at any depth."""
    result = copy.deepcopy(result)
    at, key, held = None, None, result
    while isinstance(held, (list, dict)) and held and (at is None or chance.random() < 0.8):
        key = chance.choice(list(held) if isinstance(held, dict) else range(len(held)))
        at, held = held, held[key]
    told = _other(held, chance)
    if at is None:
        return told
    at[key] = told
    if chance.random() < 0.1:
        del at[key]
    return result


def _other(held, chance):
    if type(held) is bool:
        return not held
    if isinstance(held, (int, float)):
        return chance.choice((held + 1, -held, held * 1.01 + 0.001, chance.choice(NUMBERS), str(held), [held]))
    if isinstance(held, list) and held and chance.random() < 0.7:
        return chance.choice((held[::-1], held[:-1], [*held, held[0]], held * 40))
    return junk(chance, 3)


def replies(seed, many, right):
    """(kind, reply): `many` of them for as many cases as `right` has results."""
    for n in range(many):
        chance = random.Random(f"{seed} {n}")
        kind = ("junk", "huge", "lies", "a lie", "exchanged", "one for all")[n % 6]
        if kind == "junk":
            yield kind, [junk(chance) for _ in right]
        elif kind == "huge":
            yield kind, [huge(chance) for _ in right]
        elif kind == "lies":
            yield kind, [lie(result, chance) for result in right]
        elif kind == "a lie":
            told, at = copy.deepcopy(right), chance.randrange(len(right))
            told[at] = lie(told[at], chance)
            yield kind, told
        elif kind == "exchanged":
            yield kind, chance.sample(right, len(right))
        else:
            yield kind, [chance.choice((junk(chance, 3), lie(right[0], chance)))] * len(right)
