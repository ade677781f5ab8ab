"""A slip of the bank, made in a graph of the lesson."""

from functools import lru_cache

from ...engine import Value
from ...experiments import gradient_slips as slips
from ...graph import snapshot


def slips_in(build):
    """What makes a slip in the graph of `build`, which takes labelled Values by name and gives the output.

    The slip is made at the edges into the values named, or from them, or at all. It gives the gradients by name, all
    but the output's, as a function of the numbers by name.
    """

    @lru_cache(maxsize=64)
    def edges(*numbers):
        records = snapshot(build(**{name: Value(number, name) for name, number in numbers}))
        known = {r.number: 0.0 for r in records}
        return records[-1], [(r, slips.ways(records, known, r.number)) for r in reversed(records[:-1])]

    def slip(share=slips.right, into=None, of=None, by_output=False, inherits=True, meet=sum):
        def gradients(**numbers):
            output, rest = edges(*numbers.items())
            arrived, made = {output.number: output.data if by_output else 1.0}, {}
            for r, ways in rest:
                there = [way._replace(upstream=arrived[way.user.number]) for way in ways]
                at = [(into is None or way.user.name in into) and (of is None or r.name in of) for way in ways]
                shares = [share(way) if here else slips.right(way) for way, here in zip(there, at, strict=True)]
                made[r.name] = meet(shares) if len(shares) > 1 else shares[0]
                arrived[r.number] = made[r.name] if inherits else sum(map(slips.right, there))
            return made

        return gradients

    return slip
