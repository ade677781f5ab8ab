"""Sliders, each with the box of its number."""

import math

import ipywidgets

NO_RANGE = "{name} needs a range from low to high; got {low:g} to {high:g}. Try 0.1 to 10."
NO_LOG_RANGE = "{name} needs a range above 0, from low to high; got {low:g} to {high:g}. Try 0.1 to 10."
WIDTH, DESCRIPTION = "300px", "90px"  # of a slider, and of its name


def slider(name, value, low, high, step=0.1, whole=False, log=False):
    """A slider, and the number box that holds what it stands for: drag the one, or type into the other.

    Read the box: a handle stands only on the slider's own steps. A step of which the range holds too few or too many
    gives way to one that fits; a `log` slider's step is in powers of ten. ValueError for a range that holds nothing.
    """
    if not (math.isfinite(high - low) and (low <= high if whole else low < high) and (low > 0 or not log)):
        raise ValueError((NO_LOG_RANGE if log else NO_RANGE).format(name=name, low=low, high=high))
    step = step if whole or log else _fitting(step, high - low)
    shared = {"value": value, "min": low, "max": high, "step": step}
    shown = {
        "description": name,
        "readout": False,
        "layout": {"width": WIDTH},
        "style": {"description_width": DESCRIPTION},
    }
    if log:
        powers = {"value": value, "min": math.log10(low), "max": math.log10(high), "step": step}
        handle = ipywidgets.FloatLogSlider(**powers, **shown)
        handle.add_class("micrograd-log")
    else:
        handle = (ipywidgets.IntSlider if whole else ipywidgets.FloatSlider)(**shared, **shown)
    room = {"width": "96px" if log else "80px"}  # for 0.000001
    box = (ipywidgets.BoundedIntText if whole else ipywidgets.BoundedFloatText)(**shared, layout=room)
    if not log:
        ipywidgets.dlink((handle, "max"), (box, "max"))

    def short(x):
        return float(f"{x:.{4 if log else 12}g}")

    def stands(x):
        there, here = (math.log10(at) if log else at for at in (stop(handle, x), handle.value))
        return abs(there - here) < 1e-6 * step

    def moved(change):
        if not stands(box.value):  # else it only answers to what the box says
            box.value = short(change.new)

    def typed(change):
        if not stands(change.new):  # else it was dragged, and an echo would tear it out of the hand
            handle.value = stop(handle, change.new)

    handle.value = stop(handle, value)
    handle.observe(moved, "value")
    box.observe(typed, "value")
    return handle, box


def _fitting(step, reach):
    """The step, where a slider of this reach has from 10 to 2000 of it; else one of 1, 2, 5, 10, ... with about 200."""
    if 10 <= reach / step <= 2000:
        return step
    power = 10.0 ** math.floor(math.log10(reach / 200))
    return next((m * power for m in (1, 2, 5) if m * power >= reach / 200), 10 * power)


def stop(handle, x):
    """Where a slider's handle stands for the number x, to the last digit: 2.0999999999999996 for 2.1, say.

    The browser counts in percent (noUiSlider 15). A handle that is told any other number answers with this one, and
    when the answer is late and x has moved on, it would take x back.
    """
    if isinstance(handle, ipywidgets.IntSlider):
        return x
    log, low, high = isinstance(handle, ipywidgets.FloatLogSlider), handle.min, handle.max
    at, one = math.log10(x) if log else x, 100 * handle.step / (high - low)
    percent = 100 * (at + abs(low) if low < 0 else at - low) / (high - low)
    percent = 100 if percent >= 100 else max(0, math.floor(percent / one + 0.5) * one)
    at = high if percent >= 100 else percent * (high - low) / 100 + low
    return handle.base**at if log else at


def rounded(handle, x):
    """A place that a pointer gives, within the slider's range, to a tenth of its step."""
    return round(min(max(x, handle.min), handle.max), 1 - math.floor(math.log10(handle.step)))


def in_columns(rows):
    """Rows of controls, two beside each other where there is room: they and the picture fit on a small screen."""
    boxes = [ipywidgets.HBox(row) for row in rows]
    return ipywidgets.GridBox(boxes, layout={"grid_template_columns": "repeat(auto-fill, 410px)", "max_width": "840px"})
