"""What the values of a learner's class pass on, found by firing their own `_backward`: never by a rule of this kit.

A class that keeps its local derivatives in `partials` is read; one that keeps a function is asked. All that it changes
while it is asked is put back.
"""

import io
import math
import operator
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout, suppress
from copy import copy
from dataclasses import replace
from types import FunctionType
from typing import NamedTuple

from .engine import Value
from .graph import Records, snapshot, values
from .valuelike import attributes, inputs_of

STEP = "_backward"
HELD, AGAIN = 4.0, -2.5  # what inputs hold already, and a second upstream, to see what becomes of each
TWO = {"+": operator.add, "*": operator.mul, "-": operator.sub, "/": operator.truediv}
ONE = {"neg": operator.neg, "ReLU": Value.relu, "tanh": Value.tanh, "exp": Value.exp, "log": Value.log}


class Arrival(NamedTuple):
    """What one firing brings one input: `share` arrives, where `before` was, and `after` is there then.

    `place` is the input's place among the inputs of the value that fired, `local` what upstream was multiplied by.
    """

    place: int
    local: float
    share: float
    before: float
    after: float


class Fired(tuple):
    """The Records of a graph whose values are asked by firing. `replaces` holds the edges, (number, place), on which
    what arrives takes the place of what was there; `odd` those on which it is not in proportion to what was passed on;
    `failed` the errors of those whose step does not run, by number.
    """

    def __new__(cls, records, made, replaces=frozenset(), odd=frozenset(), failed=None):
        self = super().__new__(cls, records)
        self.made, self.replaces, self.odd, self.failed = made, replaces, odd, failed or {}
        return self

    def send(self, number, upstream, grads):
        """The Arrivals when this value fires, in turn: it holds `upstream`, and its inputs what `grads` has."""
        r = self[number]
        if not r.inputs:
            return []
        with _put_back(self.made):
            sent = _arrivals(r, self.made, upstream, [grads.get(i, 0.0) for i in r.inputs])
        known = [a._replace(local=r.partials[a.place]) for a in sent]  # as it is, where rounding alone says otherwise
        return [k if _close(k.local * upstream, a.share) else a for k, a in zip(known, sent, strict=True)]


def records_of(root, only=None) -> Records:
    """The Records below root; where its class keeps no partials but a `_backward`, they are found by firing it.

    `only` are the numbers of the values that are asked, all where it is None. A value without a step of its own, as
    before it is written, or one whose step raises an error, keeps partials of ().
    """
    records, made = snapshot(root), values(root)
    if isinstance(root, Value) or all(len(r.partials) == len(r.inputs) for r in records):
        return records
    leaves = {_code(made[r.number]) for r in records if not r.inputs} - {None}
    asked = [r for r in records if r.inputs and not r.partials and _has_step(made[r.number], leaves)]
    found, replaces, odd, failed = {}, set(), set(), {}
    for r in asked if only is None else [r for r in asked if r.number in only]:
        nothing, full = [0.0] * len(r.inputs), [HELD] * len(r.inputs)
        try:
            with _put_back([made[n] for n in (r.number, *r.inputs)]):
                ones, others, held = (
                    sorted(_arrivals(r, made, upstream, befores))
                    for upstream, befores in ((1.0, nothing), (AGAIN, nothing), (1.0, full))
                )
        except Exception as error:  # whatever a learner has written
            failed[r.number] = error
            continue
        found[r.number] = tuple(a.share for a in ones)
        replaces |= {(r.number, a.place) for a in held if _replaced(a)}
        odd |= {
            (r.number, a.place)
            for a, other in zip(ones, others, strict=True)
            if not _close(other.share, AGAIN * a.share)
        }
    return Fired([replace(r, partials=found.get(r.number, r.partials)) for r in records], made, replaces, odd, failed)


def right(records: Records) -> dict[int, float] | None:
    """The right gradients of a graph, {number: gradient}, as an engine that is checked works them out; None where it
    does not know an operation, or has another number for it."""
    try:
        made = _again(records)
    except (ArithmeticError, ValueError):
        made = None
    if made is None:
        return None
    made[-1].backward()
    return {r.number: v.grad for r, v in zip(records, made, strict=True)}


def _again(records):
    """The same graph of the kit's Values; None where that does not come to the same numbers."""
    made = []
    for r in records:
        power = _exponent(r.op)
        if not r.inputs:
            v = Value(r.data)
        elif len(r.inputs) == 2 and r.op in TWO:
            v = TWO[r.op](*(made[i] for i in r.inputs))
        elif len(r.inputs) == 1 and (r.op in ONE or power is not None):
            v = made[r.inputs[0]] ** power if power is not None else ONE[r.op](made[r.inputs[0]])
        else:
            return None
        if not _close(v.data, r.data):
            return None
        made.append(v)
    return made


def _arrivals(r, made, upstream, befores):
    """What arrives at each input of a value that holds `upstream`: Arrivals, the one that stays last."""
    v, inputs = made[r.number], [made[i] for i in r.inputs]
    step = getattr(v, STEP)
    after = _fire(v, step, inputs, upstream, befores)
    if len(set(r.inputs)) < len(inputs) and (apart := _told_apart(r, inputs, upstream)):
        for order in (apart, apart[::-1]):
            if _close((chained := _chained(order, befores[0]))[-1].after, after[0]):
                return chained
    shares = _fire(v, step, inputs, upstream, [0.0] * len(inputs))
    if len(set(r.inputs)) == len(inputs):
        return _paired(shares, after, befores, upstream)
    # They can't be told apart: each is given as much of what has arrived, or all of it where it replaces what is there.
    held = [HELD] * len(inputs)
    replaced = [_close(x, share) for x, share in zip(_fire(v, step, inputs, upstream, held), shares, strict=True)]
    shares = [s if gone else s / r.inputs.count(i) for s, gone, i in zip(shares, replaced, r.inputs, strict=True)]
    after = [s if gone else HELD + s for s, gone in zip(shares, replaced, strict=True)]
    return _chained(_paired(shares, after, held, upstream), befores[0])


def _paired(shares, after, befores, upstream):
    found = []
    for place, (share, before, then) in enumerate(zip(shares, befores, after, strict=True)):
        if not (_close(then, before + share) or _close(then, share)):
            share = then - before  # a step that asks what its inputs hold
        found.append(Arrival(place, share / upstream if upstream else share, share, before, then))
    return found


def _told_apart(r, inputs, upstream):
    """The Arrivals, where inputs hold 4, of the same operation on copies that are distinct; None where it can't be done
    again. The class does it, by its own rule."""
    for do in [TWO[r.op]] if r.op in TWO else TWO.values():
        copies = [copy(i) for i in inputs]
        try:
            again = do(*copies)
            if not _close(float(again.data), r.data) or [*map(id, inputs_of(again))] != [*map(id, copies)]:
                continue
            step = getattr(again, STEP)
            shares = _fire(again, step, copies, upstream, [0.0] * len(copies))
            held = [HELD] * len(copies)
            return _paired(shares, _fire(again, step, copies, upstream, held), held, upstream)
        except Exception:  # whatever a class does that has no such operation
            continue
    return None


def _chained(arrivals, there):
    """The same, one after the other at one input: each finds what the last has left."""
    found = []
    for a in arrivals:
        after = a.share if _replaced(a) else there + a.share
        found.append(a._replace(before=there, after=after))
        there = after
    return found


def _fire(v, step, inputs, upstream, befores):
    """The gradients of the inputs after v, holding `upstream`, has fired once. Inputs that recurse are kept from it."""
    for i, before in zip(inputs, befores, strict=True):
        i.grad = before
        with suppress(AttributeError):  # slots without it: then it is a method
            setattr(i, STEP, _nothing)
    v.grad = upstream
    with redirect_stdout(io.StringIO()):
        step()
    return [float(i.grad) for i in inputs]


def _nothing():
    return None


@contextmanager
def _put_back(made) -> Iterator[None]:
    """Whatever these values hold is what they held before, however this ends."""
    held = [(v, {name: getattr(v, name) for name in attributes(v) if hasattr(v, name)}) for v in made]
    inside = [(x, copy(x)) for _, names in held for x in names.values() if isinstance(x, (list, dict, set))]
    try:
        yield
    finally:
        for v, names in held:
            for name in set(attributes(v)) - names.keys():
                if hasattr(v, name):
                    delattr(v, name)
            for name, x in names.items():
                if getattr(v, name, None) is not x:
                    setattr(v, name, x)
        for x, was in inside:
            if _contents(x) != _contents(was):
                x.clear()
                x.extend(was) if isinstance(x, list) else x.update(was)


def _contents(x):
    if isinstance(x, dict):
        return [(id(name), id(held)) for name, held in x.items()]
    return [*map(id, x)] if isinstance(x, list) else {*map(id, x)}


def _has_step(v, of_leaves):
    """Whether v has a step of its own: not None, and not the function that leaves have too."""
    return callable(getattr(v, STEP, None)) and _code(v) not in of_leaves


def _code(v):
    step = getattr(v, STEP, None)
    return step.__code__ if isinstance(step, FunctionType) else None


def _replaced(a):
    return not _close(a.after, a.before + a.share) and _close(a.after, a.share)


def _close(x, y):
    return x == y or (x != x and y != y) or math.isclose(x, y, rel_tol=1e-9, abs_tol=1e-12)


def _exponent(op):
    try:
        return float(op.removeprefix("**")) if op.startswith("**") else None
    except ValueError:
        return None
