"""Every view of live, found by its name and made as one would type it; its controls, found by walking through it."""

import sys

import ipywidgets

from micrograd_lab import Value, datasets, live
from micrograd_lab.experiments.own_training import KIT

DATA = datasets.moons(20, seed=1)
# What a view cannot do without, or what brings out all its controls.
ARGUMENTS = {
    "graph": (("(a * b + c).tanh()",), {"a": 2.0, "b": -3.0, "c": 1.0, "rerun": True, "backward": True}),
    "backward": (("(a * b + c).tanh() * a",), {"a": 0.5, "b": -1.0, "c": 1.0}),
    "warmup": (("05",), {}),
    "fill": (("(a * b + c).tanh() * a",), {"a": 0.5, "b": -1.0, "c": 1.0}),
    "own_training": ((KIT,), {}),
    "ravine": ((KIT,), {}),
    "three": ((Value,), {}),
    "time_machine": ((KIT,), {}),
    "training": ((DATA,), {"controls": "all", "hidden": (4, 3), "size": 20, "test": datasets.moons(10, seed=2)}),
    "what_if": ((KIT,), {"width": 4}),
    "worlds": ((KIT,), {"width": 4, "count": 3}),
}
SLIDERS = (ipywidgets.FloatSlider, ipywidgets.IntSlider, ipywidgets.FloatLogSlider)
BOXES = (ipywidgets.BoundedFloatText, ipywidgets.BoundedIntText)
SWITCHES = (ipywidgets.Checkbox, ipywidgets.ToggleButton)


def made(name):
    """The view live.name(...)."""
    if name == "predict":
        return live.predict(live.softmax(), "Up or down?", "up", options=["up", "down"], lesson="00", name="test")
    arguments, named = ARGUMENTS.get(name, ((), {}))
    return getattr(live, name)(*arguments, **named)


def _widget(name):
    """The class of widget that live.name gives, found beside it; None for a table or a constant."""
    module = getattr(getattr(live, name), "__module__", "")
    found = [one for one in vars(sys.modules[module]).values() if isinstance(one, type)] if module else []
    widgets = [one for one in found if issubclass(one, ipywidgets.Widget) and one.__module__ == module]
    return widgets[0] if widgets else None


VIEWS = tuple(name for name in live.__all__ if name not in live.FORMS and _widget(name))
CHARTS = tuple(name for name in VIEWS if callable(getattr(_widget(name), "panels", None)))


def within(widget):
    """Every widget in this one, in the order in which they stand."""
    for child in getattr(widget, "children", ()):
        yield child
        yield from within(child)


def interactive(widget):
    """Whether a learner can put it somewhere else: it has a value that is no text of ours, or it is a button."""
    shown = isinstance(widget, (ipywidgets.HTML, ipywidgets.Label))
    return isinstance(widget, ipywidgets.Button) or ("value" in widget.traits() and not shown)


def controls(view):
    """{name: control}, the name being what stands beside it; a box without words goes by its slider's."""
    found, before = {}, None
    for widget in filter(interactive, within(view)):
        name = getattr(widget, "description", "") or type(widget).__name__
        if isinstance(widget, BOXES) and not widget.description:
            name = f"{before}, typed"
        if name in found:
            name = f"{name}, {type(widget).__name__}"
        assert name not in found
        found[name] = widget
        before = name
    return found


def shown(widget):
    """Whether it is on screen: it may be gone, or leave its room empty."""
    return widget.layout.display != "none" and widget.layout.visibility != "hidden"


def reachable(view, control):
    """Whether a learner sees it and may use it."""

    def path(widget):
        if widget is control:
            return [widget]
        below = next(filter(None, map(path, getattr(widget, "children", ()))), [])
        return [widget, *below] if below else []

    return not getattr(control, "disabled", False) and all(shown(w) for w in path(view))


def move(control, text=""):
    """Put a control somewhere else, as a learner does: one step, the next option, another text."""
    if isinstance(control, ipywidgets.Button):
        control.click()
    elif isinstance(control, SWITCHES):
        control.value = not control.value
    elif hasattr(control, "options"):
        # index None: nothing is chosen yet
        control.index = 0 if control.index is None else (control.index + 1) % len(control.options)
    elif isinstance(control, ipywidgets.FloatLogSlider):
        control.value = control.value * (2.0 if control.value * 2.0 <= control.base**control.max else 0.5)
    elif isinstance(control, (*SLIDERS, *BOXES)):
        step = 1 if isinstance(control, (ipywidgets.IntSlider, ipywidgets.BoundedIntText)) else 5 * control.step
        control.value += step if control.value + step <= control.max else -step
    elif isinstance(control, ipywidgets.Text):
        control.value = text
    else:
        raise TypeError(f"nothing here moves a {type(control).__name__}; say how, so that its effect is tested.")
