"""A wiring turned into a program, one pass after another."""

from typing import NamedTuple

from ..choice import Choice
from ..program import Program
from .collapse import Collapsed
from .fold import Folded
from .layout import Layout
from .maxima import find_maxima
from .wiring import CHOSEN, CONSTANT, MANY, SINGLE, Wiring


class Turned(NamedTuple):
    """The program; the place (many, row) of each value that has one, by its number; the leaves that may not change.

    Those are ((value, data), ...).
    """

    program: Program
    place: dict
    constants: tuple


def turned(wiring: Wiring, keep, inputs, parameters, collapse: bool) -> Turned:
    """The program of this wiring. `keep` are the values that get a row of their own; the first is root."""
    number = wiring.number
    if strangers := [v for v in keep if v not in number]:
        raise ValueError(f"keep takes Values below root; got {len(strangers)} that are not. Leave them out.")
    # Without collapse a constant is like a parameter: it gets a gradient.
    otherwise = CONSTANT if collapse else SINGLE
    kind, choice = [otherwise] * len(wiring.ops), {}
    leaves = [_leaves(wiring, some, k, kind, choice) for some, k in ((parameters, SINGLE), (inputs, MANY))]
    given = {*leaves[0], *leaves[1], *choice}
    constants = []
    for v, (op, made) in enumerate(zip(wiring.ops, wiring.inputs, strict=True)):
        if op:
            kind[v] = min(MANY, max(map(kind.__getitem__, made)))
        elif v not in given:
            constants.append((wiring.values[v], wiring.data[v]))
    kept, still = [number[v] for v in keep], ()
    if collapse:
        still = [*find_maxima(wiring, kind, kept[0]), *[c for c, _, _ in choice.values()]]
        folded = Folded(wiring, kind, kept)
        named = {v: folded.same(v) for v in kept}
        found = Collapsed(folded, named.values(), choice)
        named = {v: found.need(same) for v, same in named.items()}
        cells, numbers = found.cells, found.numbers
    elif choice:
        raise ValueError("a choice needs collapsed sums; got collapse=False. Leave it out.")
    else:
        numbers = {number[v]: data for v, data in constants}
        cells = {v: (op, tuple([(i,) for i in wiring.inputs[v]])) for v, op in enumerate(wiring.ops) if op}
        named = {v: v for v in kept}
    layout = Layout(cells, kind, numbers, leaves, list(named.values()), named[kept[0]], still)
    return Turned(layout.program, layout.place | {v: layout.place[row] for v, row in named.items()}, tuple(constants))


def _leaves(wiring, leaves, k, kind, choice):
    """The numbers of these leaves; those outside the graph, and choices, get one."""
    found = []
    for v in leaves:
        n = None if isinstance(v, Choice) else wiring.number.get(v)
        if n is None:
            n = wiring.add("", (), 0.0)
            kind.append(k)
        kind[n] = k
        found.append(n)
        for place, leaf in enumerate(v.leaves if isinstance(v, Choice) else ()):
            if (one := wiring.number.get(leaf)) is not None:
                kind[one], choice[one] = CHOSEN, (n, place, len(v.leaves))
    return found
