"""backward(), one chain-rule step at a time, by several algorithms: some are right, some are not."""

from collections.abc import Iterator
from typing import NamedTuple

from . import fired, orders
from .graph import Record, Records, find

NO_STEP = (
    "the stepper needs to know what each value passes on; {name} has no step back yet. Give what its operation makes a "
    "`_backward`, or its local derivatives as `partials`, one for each input."
)
FAILED = (
    "the stepper asks each value's `_backward`; that of {name} raised {kind}: {error}. Mend it, then make the graph "
    "anew."
)
ORDERS = ("topological", "recursive", "recursive, last input first", "increment", "pre-order", "breadth-first")


class BackwardStep(NamedTuple):
    """One edge of a graph in use: after = before + local * upstream.

    `edge` is (output, place): the number of the value that sends, and the place of the one that receives among
    its inputs, whose number is `input`. `upstream` is what the output sends. `calls` counts the values visited
    so far, or the calls made, those that are due included. `late` says that the input had sent its own
    gradient on before this arrived.

    Of a learner's class the numbers are those of its own `_backward`: it `replaces` where after is local * upstream
    alone, and is `odd` where local depends on upstream.
    """

    edge: tuple
    input: int
    local: float
    upstream: float
    before: float
    after: float
    calls: int
    late: bool
    replaces: bool = False
    odd: bool = False


def backward_steps(root, order="topological") -> Iterator[BackwardStep]:
    """Yield the BackwardSteps below root, a Value or the Records of one; no Value's grad changes.

    `order` is one of ORDERS, or the numbers or labels of the values that send, in turn.

    "topological": all users of a value before the value itself; ends with what backward() gives.
    "recursive": a value sends its grad as it is now, then each input does the same.
    "increment": a value passes on only what has just arrived: right, but one call for each road.
    "pre-order", "breadth-first": a value sends once, as soon as it is met in depth or in breadth.
    """
    records = records_of(root)
    if not isinstance(order, str):
        if not hasattr(order, "__iter__"):
            raise TypeError(f"an order is a name or a list of those who send; got {order!r}. Try {ORDERS[0]!r}.")
        senders = [find(records, which).number for which in order]
    elif order not in ORDERS:
        raise ValueError(f"an order is one of {', '.join(ORDERS)}; got {order!r}.")
    elif order == "increment":
        return _increments(records)
    else:
        senders = _SENDERS[order](records)
    return _sent(records, senders, counts_calls=str(order).startswith("recursive"))


def gradients(root, order="topological") -> dict[int, float]:
    """What an order comes to, as {number: gradient}."""
    records = records_of(root)
    found = {records[-1].number: 1.0}
    for step in backward_steps(records, order):
        found[step.input] = step.after
    return found


def calls(root, order: str = "topological") -> int:
    """How many values an order visits, or how many calls it makes, without making them."""
    records = records_of(root)
    if order == "increment" or order.startswith("recursive"):
        roads = {records[-1].number: 1}  # from the output to each value
        for r in reversed(records):
            for i in r.inputs:
                roads[i] = roads.get(i, 0) + roads[r.number]
        return sum(roads.values())
    return len(records)


def right(root) -> dict[int, float]:
    """The right gradients, {number: gradient}: of a learner's class not those that it comes to itself."""
    records = records_of(root)
    return (isinstance(records, fired.Fired) and fired.right(records)) or gradients(records)


def records_of(root) -> Records:
    """The Records of a Value; of Records, themselves. ValueError where nothing says what a value passes on.

    A class that keeps no local derivatives is asked by firing its `_backward`: see `fired`.
    """
    records = root if isinstance(root, tuple) and root and isinstance(root[0], Record) else fired.records_of(root)
    if blank := [r for r in records if len(r.partials) != len(r.inputs)]:
        if error := getattr(records, "failed", {}).get(blank[0].number):
            raise ValueError(FAILED.format(name=blank[0].name, kind=type(error).__name__, error=error)) from error
        raise ValueError(NO_STEP.format(name=blank[0].name))
    return records


def _sent(records, senders, counts_calls):
    """Each sender's edges in turn. It sends its grad as it is at that moment."""
    grads, done, met, made = {records[-1].number: 1.0}, set(), {records[-1].number}, 1
    theirs = isinstance(records, fired.Fired)
    send = records.send if theirs else lambda number, *_: enumerate(records[number].partials)
    for number in senders:
        r, upstream = records[number], grads.get(number, 0.0)
        done.add(number)
        for place, local, *arrived in send(number, upstream, grads):
            i, edge = r.inputs[place], (number, place)
            before = grads.get(i, 0.0)
            grads[i] = arrived[-1] if theirs else before + local * upstream
            met.add(i)
            made += 1
            count = made if counts_calls else len(met)
            late = i in done and bool(records[i].inputs)
            says = (edge in records.replaces, edge in records.odd) if theirs else ()
            yield BackwardStep(edge, i, local, upstream, before, grads[i], count, late, *says)


def _increments(records):
    grads, made, stack = {records[-1].number: 1.0}, 1, [(records[-1].number, 0, 1.0)]
    while stack:
        number, place, increment = stack.pop()
        r = records[number]
        if place == len(r.inputs):
            continue
        stack.append((number, place + 1, increment))
        i, local = r.inputs[place], r.partials[place]
        before = grads.get(i, 0.0)
        grads[i] = before + local * increment
        made += 1
        yield BackwardStep((number, place), i, local, increment, before, grads[i], made, False)
        stack.append((i, 0, local * increment))


def _topological(records):
    # From the highest level down, as the engine does, and in its order within a level: so sums agree to the last bit.
    level = {}
    for r in records:
        level[r.number] = 1 + max((level[i] for i in r.inputs), default=-1)
    root = records[-1].number
    todo, met = {level[root]: [root]}, {root}
    for height in range(level[root], 0, -1):
        for number in todo.pop(height, ()):
            yield number
            for i in records[number].inputs:
                if i not in met:
                    met.add(i)
                    todo.setdefault(level[i], []).append(i)


def _by(order):
    """An order of a graph's nodes as one of the numbers of records."""
    return lambda records: order(records[-1].number, lambda number: records[number].inputs)


_SENDERS = {
    "topological": _topological,
    "recursive": _by(orders.recursive),
    "recursive, last input first": _by(orders.last_input_first(orders.recursive)),
    "pre-order": _by(orders.once),
    "breadth-first": _by(orders.level_by_level),
}
