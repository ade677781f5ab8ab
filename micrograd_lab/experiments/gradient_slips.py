"""The bank of slips of the chain rule, each by the number that it makes of a gradient.

A gradient is the sum over the ways on which it arrives, of local times upstream. A slip puts another share in the place
of that product, or has the shares meet in another way than by a sum.
"""

import math
from typing import NamedTuple


class Way(NamedTuple):
    """An edge on which a gradient arrives at an input: from `user`, a record, whose own gradient is `upstream`.

    `local` is the user's derivative by this input, `data` the input's number; `other_local` and `other_data` are those
    of the user's second input, NaN where there is none.
    """

    user: object
    local: float
    upstream: float
    data: float
    other_local: float
    other_data: float


def right(way):
    return way.local * way.upstream


def wrong_sign(way):
    return -way.local * way.upstream


def no_sign(way):
    return abs(way.local * way.upstream)


def local_alone(way):
    return way.local


def upstream_alone(way):
    return way.upstream


def upstream_twice(way):
    return way.local * way.upstream * way.upstream


def plus(way):
    return way.local + way.upstream


def swap(way):
    """Each of two operands takes what is the other's."""
    return way.other_local * way.upstream


def by_itself(way):
    """The input's own number as its local derivative."""
    return way.data * way.upstream


def by_the_other(way):
    """The other input's number as local derivative, as at a product."""
    return way.other_data * way.upstream


def data(way):
    return way.data


def nothing(way):
    return 0.0


def only(road):
    """One road's share, the others forgotten. Roads are counted as their users were made."""
    return lambda shares: shares[road]


def mean(shares):
    return sum(shares) / len(shares)


def first_less_rest(shares):
    return shares[0] - sum(shares[1:])


def edges_to(records, number):
    """[(user, place among the user's inputs)] of a value: the edges on which its gradient arrives."""
    return [(r, place) for r in records for place, i in enumerate(r.inputs) if i == number]


def ways(records, gradients, number):
    """The Ways to a value, where its users have these `gradients`, {number: gradient}."""
    found = []
    for user, place in edges_to(records, number):
        others = [n for n in range(len(user.inputs)) if n != place] if len(user.inputs) == 2 else []
        other_local = user.partials[others[0]] if others else math.nan
        other_data = records[user.inputs[others[0]]].data if others else math.nan
        own = user.partials[place], gradients[user.number], records[number].data
        found.append(Way(user, *own, other_local, other_data))
    return found


def walk(records, share=right, at=lambda number, way: True, inherits=True, meet=sum, seed=1.0):
    """The gradients {number: gradient} of someone who makes one slip `at` some edges: of an input's number and a Way.

    With `inherits` the slip is handed on to what lies below; without, each value is worked out from right ones.
    `meet` makes one number of the shares of several roads, `seed` is the output's own gradient.
    """
    gradients, made = {}, {}
    for r in reversed(records):
        there = ways(records, gradients, r.number)
        shares = [share(way) if at(r.number, way) else right(way) for way in there]
        made[r.number] = (meet(shares) if len(shares) > 1 else shares[0]) if shares else seed
        gradients[r.number] = made[r.number] if inherits or not there else sum(map(right, there))
    return made


def close(given, expected):
    """Whether a typed number, of few digits, means this one."""
    both_nan = given != given and expected != expected
    return both_nan or math.isclose(given, expected, rel_tol=2e-3, abs_tol=5e-4)
