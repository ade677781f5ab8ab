"""What is said of each wrong order in backward()."""

from collections import deque
from functools import partial

from . import sweeps, turns
from .sweeps import swept

TWICE = (
    "A box with two users sent twice: the second time it sent on everything it held, and with it what it had "
    "already sent."
)
EARLY = "A box sent before all of its gradient had arrived. What came later was never sent on."
EARLY_BY_LEVEL = (
    "Level by level from the output: a box sent before all of its gradient had arrived. What came later was never "
    "sent on."
)
WAIT = "let a box send once, when all of its users have sent: walk your topological order in reverse."


def _either_way(order):
    """From a queue and from a stack, the first input first and the last."""
    return tuple(
        swept(partial(order, take=take, backwards=backwards))
        for take in (deque.popleft, deque.pop)
        for backwards in (False, True)
    )


ORDERS = (
    (
        "fires twice",
        TWICE,
        WAIT,
        (
            swept(turns.recursive),
            swept(turns.waiting_list),
            swept(turns.counted_never_waited),
            swept(turns.counted_never_waited_queue),
        ),
    ),
    (
        "fires twice, last input first",
        TWICE,
        WAIT,
        (swept(turns.recursive_last), swept(turns.waiting_stack)),
    ),
    ("fires twice, edge by edge", TWICE, WAIT, (sweeps.edge_by_edge,)),
    ("fires too early", EARLY, WAIT, (swept(turns.once), swept(turns.met_when_pushed_backwards))),
    ("fires too early, last input first", EARLY, WAIT, (swept(turns.once_last), swept(turns.met_when_pushed))),
    ("level by level", EARLY_BY_LEVEL, WAIT, (swept(turns.level_by_level),)),
    ("level by level, again for each user", TWICE, WAIT, (swept(turns.level_by_level_again),)),
    (
        "counted by pair",
        "A box that another uses twice, as in t * t, has two arrows from it and never had its turn: it waits for ever.",
        "count each edge, or each pair, both times: when you count users, and when you take them off.",
        _either_way(turns.counted_by_pair),
    ),
    (
        "counted once, taken off twice",
        "A node that another uses twice, as in t * t, was counted once and taken off twice. So it had its turn while "
        "a user was still to come.",
        "count each edge, or each pair, both times: when you count users, and when you take them off.",
        _either_way(turns.counted_once_taken_twice),
    ),
    (
        "ends at a gradient of 0",
        "Your loop ends at the first node whose gradient is 0. That node has nothing to send; those after it have.",
        "write continue where you write break or return, or nothing at all: 0 times a slope adds 0.",
        tuple(sweeps.ended_at_zero(order) for order in turns.RIGHT),
    ),
    (
        "leaves first",
        "Only the output has sent something. When the others had their turn, nothing had arrived yet, or they had "
        "none.",
        "walk the topological order in reverse, the output first, to its end: a return or a break ends it early.",
        (swept(turns.leaves_first),),
    ),
    (
        "one road alone",
        "Only first inputs have had their turn, one after the other. Other inputs have never sent.",
        "look for a return or a break inside the loop over the inputs.",
        (swept(turns.first_input_alone),),
    ),
)
