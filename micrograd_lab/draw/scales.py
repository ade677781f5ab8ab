"""Where things stand on an axis: its round numbers, how far it reaches, the place of 0; and how wide an edge is."""

import math


def ticks(axis):
    """(place, text) pairs on an axis: about five round numbers, or powers of ten on a log scale."""
    if axis.ticks is not None:
        return axis.ticks
    if axis.log:
        first, last = math.ceil(math.log10(axis.low) - 1e-9), math.floor(math.log10(axis.high) + 1e-9)
        every = max(1, math.ceil((last - first) / 5))
        zero = ((place_of_zero(axis), "0"),) if axis.zero else ()
        powers = range(last, first + axis.zero - 1, -every)[::-1] if axis.zero else range(first, last + 1, every)
        return (*zero, *[(10.0**n, f"1e{n}" if abs(n) > 3 else f"{10.0**n:g}") for n in powers])
    step = 10.0 ** math.floor(math.log10((axis.high - axis.low) / 2))
    step *= next(m for m in (0.2, 0.5, 1, 2, 5) if (axis.high - axis.low) / (m * step) <= 7)
    places = range(math.ceil(axis.low / step - 1e-9), math.floor(axis.high / step + 1e-9) + 1)
    return tuple((n * step, f"{n * step:.6g}") for n in places)


def evenly(low, high, count):
    """So many places from low to high, both among them."""
    step = (high - low) / (count - 1)
    return [*(low + n * step for n in range(count - 1)), high]


def reach(*columns, least=1.0, pad=0.08):
    """(low, high) around all finite numbers in these columns, at least `least` apart."""
    numbers = [x for column in columns for x in column if x is not None and math.isfinite(x)] or [0.0]
    low, high = min(numbers), max(numbers)
    room = max(pad * (high - low), (least - (high - low)) / 2, 0.0)
    return low - room, high + room


def place_of_zero(axis):
    """Where a log axis with `zero` shows exactly 0: in the middle of its lowest decade."""
    return axis.low * math.sqrt(10)


def edge_width(weight):
    """How wide an edge is, in pixels: steps of a half, so that edges alike are drawn as one."""
    return round(2 * min(4.0, 0.5 + 1.5 * abs(weight))) / 2 if math.isfinite(weight) else 0.5
