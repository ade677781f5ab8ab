"""The graphs that 5.1 asks an order of."""

import math
import random

from ..wrong_engines.places import described

# 2 and -3 stand twice: a number is no name of a node, and the larger of two is not the later one.
GRAPHS = (
    ({"a": 2.0}, ["b = a * a", "y = b * a"]),
    ({"a": 2.0, "b": -3.0, "c": 2.0}, ["t = a * b", "u = t * c", "y = t + u"]),
    ({"a": -3.0}, ["t = a + a", "u = a * a", "y = t * u"]),
    ({"a": 2.0, "b": -3.0}, ["t = a * b", "u = t.tanh()", "y = u + t"]),
    # t is met along a short road first, whichever input comes first, and used at the end of a longer one
    ({"a": 2.0, "b": -3.0}, ["t = a * b", "u = t.tanh()", "v = u * a", "w = v + t", "y = t + w"]),
    # whoever counts t * t as one user and takes two away is early in any order of the users
    ({"a": 2.0, "b": -3.0}, ["t = a * b", "u = t + b", "v = u * a * b", "w = v + t * t", "y = t * t + w"]),
)


WAYS = ("{name} = {one} + {other}", "{name} = {one} * {other}", "{name} = {one}.relu()")


def order_cases(seed):
    chance = random.Random(seed)
    graphs = (*GRAPHS, _random_graph(chance))
    return tuple(described(_others(inputs, seed, chance), lines, chance, bool(seed)) for inputs, lines in graphs)


def _others(inputs, seed, chance):
    """Numbers for others at another seed, alike where they are alike: the lesson's own can be learnt by heart."""
    numbers = {x: round(math.copysign(chance.uniform(1.5, 3.5), x), 2) if seed else x for x in inputs.values()}
    return {name: numbers[x] for name, x in inputs.items()}


def _random_graph(chance):
    """Three inputs, five results of one or two earlier ones, and what is left over added up."""
    names, lines = ["a", "b", "c"], []
    unused = {*names}
    for name in "tuvwp":
        one, other = chance.choice(names), chance.choice(names)
        way = chance.choice(WAYS[:2]) if name != "v" else WAYS[2]
        lines.append(way.format(name=name, one=one, other=other))
        unused = unused - ({one, other} if name != "v" else {one}) | {name}
        names.append(name)
    first, *others = sorted(unused)
    lines.append("y = " + " + ".join([first, *(others or ["a"])]))
    return {"a": 2.0, "b": -3.0, "c": 2.0}, lines
