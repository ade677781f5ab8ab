"""What a wrong gradient, typed for one value of a graph, tells about how it was found."""

import math
from itertools import combinations

from .playback import TIMES, short


def roads(records, number):
    """The ways by which a gradient arrives: (user, place among the user's inputs)."""
    return [(r, place) for r in records for place, i in enumerate(r.inputs) if i == number]


def close(given, expected):
    """Whether a typed number, of few digits, means this one."""
    both_nan = given != given and expected != expected
    return both_nan or math.isclose(given, expected, rel_tol=2e-3, abs_tol=5e-4)


def slip(records, gradients, number, given):
    """The sentence for a wrong number: which slip makes it, or else the parts of the right one."""
    name, ways = records[number].name, roads(records, number)
    if not ways:
        return f"{name} is the output: when it grows by 1, it grows by 1. So its own gradient is 1."
    users = [user.name for user, _ in ways]
    upstream = [gradients[user.number] for user, _ in ways]
    local = [user.partials[place] for user, place in ways]
    arriving = [a * b for a, b in zip(local, upstream, strict=True)]
    other = [user.partials[1 - place] if len(user.inputs) == 2 else math.nan for user, place in ways]
    swapped = sum(a * b for a, b in zip(other, upstream, strict=True))
    some = [sum(part) for count in range(1, len(ways)) for part in combinations(arriving[:8], count)]
    if any(close(given, part) for part in some):
        return (
            f"That arrives on one road only. {name} is used by {' and by '.join(users)}: add up what arrives on each."
        )
    if close(given, -sum(arriving)):
        return "The size is right, the sign is not. Look at the signs on the arrow and of what arrives."
    if close(given, sum(local)):
        return f"That is the local derivative alone. Multiply it by what arrives from {users[0]}: {short(upstream[0])}."
    if close(given, swapped):
        return f"The operands are swapped. When {name} grows, {users[0]} grows {short(local[0])} times as much."
    if close(given, sum(upstream)):
        return f"That is what arrives from {' and '.join(users)}. Multiply it by the number on the arrow."
    parts = [
        f"{user} → {name}: local {short(a)}, upstream {short(b)}."
        for user, a, b in zip(users, local, upstream, strict=True)
    ]
    return " ".join([*parts, f"Local {TIMES} upstream{', then add up the roads' if len(ways) > 1 else ''}."])
