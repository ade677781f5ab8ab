"""How a graph is made, told in a way that can be compared."""

from ..engine import Value


def fingerprint(root: Value, inputs=(), parameters=()) -> tuple:
    """How the graph below root is made, from the root down: ops, wiring and constants, but no data that may change.

    One entry per Value: ("input 0",), ("parameter 3",), ("constant 2.0",), or an op and the places of what it is
    made from, as in ("*", 4, 5). The same code gives the same on any data, unless it decides by data.
    """
    leaf = {v: (f"input {n}",) for n, v in enumerate(inputs)}
    leaf |= {v: (f"parameter {n}",) for n, v in enumerate(parameters)}
    place, order, entries = {root: 0}, [root], []
    for v in order:  # grows while it is read
        for i in v.inputs:
            if i not in place:
                place[i] = len(order)
                order.append(i)
        entries.append((v.op, *[place[i] for i in v.inputs]) if v.op else leaf.get(v) or (f"constant {v.data}",))
    return tuple(entries)


def first_difference(before: tuple, after: tuple) -> str:
    """In words, where two fingerprints differ first."""
    n = next(n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b)
    was, now = before[n][0], after[n][0]
    user = next((f" in {op}" for op, *inputs in before if n in inputs), "")
    return f"{was} became {now}{user}" if was != now else f"{was} is made from other Values{user}"
