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
    def graph(*numbers):
        return snapshot(build(**{name: Value(number, name) for name, number in numbers}))

    def slip(share=slips.right, into=None, of=None, by_output=False, inherits=True, meet=sum):
        def gradients(**numbers):
            records = graph(*numbers.items())

            def here(number, way):
                return (into is None or way.user.name in into) and (of is None or records[number].name in of)

            seed = records[-1].data if by_output else 1.0
            found = slips.walk(records, share, here, inherits, meet, seed)
            return {r.name: found[r.number] for r in records[:-1]}

        return gradients

    return slip
