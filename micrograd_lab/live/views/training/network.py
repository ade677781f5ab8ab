"""A network as a panel: each unit as a small field of what it answers, each weight as an edge between two."""

import numpy as np

from ....draw.charts import Axis, Edges, Label, Line, Panel, Points, Tiles

WIDEST = 24  # of a unit's field, in pixels
WIDTH, HEIGHT = 240, 280
PULL = 40  # pixels to drag an edge for its weight to change by 1
TITLE = "network {sizes}"
TOLD = "The network {sizes}: {dead} units are dead, {saturated} are saturated. Parameter {number} is {weight}."


def network_panel(session, chosen):
    """The network of a Session that watches its units; `chosen` is the number of a parameter."""
    units, gone, full = session.units, session.dead, session.saturated
    weights = [p.data for p in session.model.parameters()]
    sizes, side = units.sizes, min(WIDEST, 0.94 * HEIGHT / max(units.sizes))
    across = np.linspace(side, WIDTH - side, len(sizes)).tolist()
    places = [[(x, HEIGHT * (1 - (j + 0.5) / n)) for j in range(n)] for x, n in zip(across, sizes, strict=True)]
    spots = [spot for layer in places for spot in layer]
    ends = [(x + shift * side / 2, y) for x, y in spots for shift in (-1, 1)]  # of an edge: left and right of a unit
    pairs, keys, first = [], [], 0
    for before, layer in zip(sizes, units.numbers, strict=False):
        for j, numbers in enumerate(layer):
            pairs += [(2 * (first + i) + 1, 2 * (first + before + j)) for i in range(before)]
            keys += list(numbers)[:-1]
        first += before
    biases = [str(numbers[-1]) for layer in units.numbers for numbers in layer]
    ex, ey = zip(*ends, strict=True)
    tx, ty = zip(*spots, strict=True)
    ring = _halo(chosen, keys, pairs, ends, biases, spots, side)
    edges = Edges("weights", ex, ey, tuple(pairs), tuple(weights[k] for k in keys), tuple(map(str, keys)))
    tiles = Tiles("units", np.concatenate(session.tiles), tx, ty, side, ("", "", *biases))
    hidden = [spot for layer in places[1:-1] for spot in layer]
    marks = [
        _marked("dead", hidden, gone, "red", "cross", side / 2),
        _marked("saturated", hidden, full, "purple", "triangle", side / 2),
    ]
    names = [Label(f"x{i}", x, y - side / 2 - 9, "middle") for i, (x, y) in enumerate(places[0])]
    named = "-".join(map(str, sizes))
    told = TOLD.format(sizes=named, dead=sum(gone), saturated=sum(full), number=chosen, weight=f"{weights[chosen]:.4g}")
    empty = (Axis("", 0.0, WIDTH, ticks=()), Axis("", 0.0, HEIGHT, ticks=()))
    return Panel(TITLE.format(sizes=named), *empty, (ring, edges, tiles, *marks, *names), (WIDTH, HEIGHT), told=told)


def _halo(chosen, keys, pairs, ends, biases, spots, side):
    """A broad line below the chosen edge, or around the unit of the chosen bias."""
    if chosen in keys:
        (x0, y0), (x1, y1) = (ends[end] for end in pairs[keys.index(chosen)])
        return Line("", (x0, x1), (y0, y1), "green", width=7.0)
    (x, y), r = spots[2 + biases.index(str(chosen))], side / 2 + 2
    return Line("", (x - r, x + r, x + r, x - r, x - r), (y - r, y - r, y + r, y + r, y - r), "green", width=5.0)


def _marked(name, spots, which, colour, shape, size):
    there = [spot for spot, yes in zip(spots, which, strict=True) if yes]
    x, y = zip(*there, strict=True) if there else ((), ())
    return Points(name, x, y, colour, shape, min(6.0, size))
