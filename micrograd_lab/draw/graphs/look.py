"""What a picture of a graph shows of each box and each arrow, worked out from records and from one moment."""

import math
from dataclasses import dataclass, field
from typing import NamedTuple

from .marks import number


@dataclass(frozen=True)
class Moment:
    """What a picture shows beside the numbers, at one moment. An edge is (output's number, place of the input)."""

    old: frozenset = frozenset()  # values whose gradient belongs to earlier data
    act: int | None = None  # the value whose act it is, on yellow
    next: bool = False  # whether that one is next and has not begun: then it is framed only
    now: tuple = ()  # the edges in use
    ring: tuple = ()  # values whose number a tap takes
    sent: dict | None = None  # {edge: what it has carried}; None for what the gradients say
    # {number: ((amount, how), ...)} in turn, where how is "", "left" for what came too late to go on, or "out" for what
    # a later one threw out; None for what the edges carry.
    arrived: dict | None = None
    arrivals: dict | None = None  # {number: how many come to it in the end}; None for one by each edge
    most: float | None = None  # what the widest stream carries
    asked: int | None = None  # the value whose gradient is asked for
    marks: dict | None = None  # {number: a few words above its box}; None keeps no room for them
    strip: tuple = ()  # the rows below: (label, ((text, kind), ...))
    room: bool = False  # whether boxes have a place for a gradient before there is one
    wide: bool = False  # whether boxes have a place for any number


CALM = Moment()
MIDDLE = 2  # of the five rows beside a box's number, the one at which an arrow leaves and a single one arrives


class Edge(NamedTuple):
    """One arrow from the box of `input`, which it leaves at row `leaves`.

    It carries back what the `local` derivative made of it (None: nothing has gone), and is in use `now`.
    """

    key: tuple
    input: int
    carried: float | None
    local: float | None
    now: bool
    leaves: int = MIDDLE


def arrives(inputs, place):
    """The row of a box at which an input's arrow arrives: in their order, from above to below."""
    few = {1: (MIDDLE,), 2: (1, 3), 3: (0, 2, 4)}
    return few[inputs][place] if inputs in few else place * 5 // inputs


@dataclass(frozen=True)
class Box:
    """One value's box. `grad` is None where none is shown; `arrived` are the bricks, where more than one has come."""

    number: int
    name: str
    data: str
    op: str
    inputs: int
    title: str
    grad: float | None
    output: bool = False
    old: bool = False
    asked: bool = False
    ring: bool = False
    act: bool = False
    next: bool = False
    waits: bool = False  # whether its gradient is still to come, and a place for it is there
    mark: str = ""
    arrivals: int = 1
    arrived: tuple = field(default=())


def edges(records, shown, moment, partials):
    """{(output, place): Edge} of all arrows in the picture."""
    found, inside = {}, {r.number for r in shown}
    for r in shown:
        for place, i in enumerate(r.inputs):
            if i in inside:
                key, local = (r.number, place), r.partials[place] if place < len(r.partials) else None
                carried = _carried(r, key, local, moment, records[i], partials)
                tap = local if partials or carried is not None else None
                row = arrives(len(r.inputs), place) if r.inputs.count(i) > 1 else MIDDLE  # a + a has two arrows
                found[key] = Edge(key, i, carried, tap, key in moment.now, row)
    return found


def _carried(r, key, local, moment, receiver, partials):
    if moment.sent is not None:
        return moment.sent.get(key)
    if partials is False or r.grad is None or receiver.grad is None or local is None or r.number in moment.old:
        return None
    return local * r.grad


def most(records, moment):
    """What the widest stream of the picture carries."""
    if moment.most:
        return moment.most
    all_sent = (local * r.grad for r in records for local in r.partials if r.grad is not None)
    return max((abs(x) for x in all_sent if math.isfinite(x)), default=0.0) or 1.0


def boxes(records, shown, moment, partials, titles):
    """{number: Box} of all values in the picture."""
    came, users = {r.number: [] for r in records}, {r.number: 0 for r in records}
    replaces = getattr(records, "replaces", ())  # edges on which a learner's class writes = for +=
    for r in reversed(records):
        for place, i in enumerate(r.inputs):
            users[i] += 1
            if moment.arrived is None and partials is not False and place < len(r.partials) and r.grad is not None:
                before = [(amount, "out") for amount, _ in came[i]] if (r.number, place) in replaces else came[i]
                came[i] = [*before, (r.partials[place] * r.grad, "")]
    if moment.arrived is not None:
        came |= {n: list(bricks) for n, bricks in moment.arrived.items()}
    return {
        r.number: Box(
            number=r.number,
            name=r.name if r.label or r.inputs else "",
            data=number(r.data),
            op=r.op or "?" if r.inputs else "",
            inputs=len(r.inputs),
            title=titles[r.number],
            grad=r.grad,
            output=r.number == records[-1].number,
            old=r.number in moment.old,
            asked=r.number == moment.asked,
            ring=r.number in moment.ring,
            act=r.number == moment.act,
            next=r.number == moment.act and moment.next,
            waits=moment.room and r.grad is None and r.number != moment.asked,
            mark=(moment.marks or {}).get(r.number, ""),
            arrivals=(moment.arrivals or users)[r.number] if partials is not False else 1,
            arrived=tuple(came[r.number]) if r.grad is not None and r.number not in moment.old else (),
        )
        for r in shown
    }
