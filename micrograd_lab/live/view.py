"""What every live view has in common."""

import math
from html import escape
from pathlib import Path

import ipywidgets
import traitlets

HERE = Path(__file__).parent
WIDTH, DESCRIPTION = "300px", "90px"  # of a slider, and of its name


def module(name):
    """The JavaScript of a view: the shared part, then its own."""
    return (HERE / "shared.js").read_text(encoding="utf-8") + (HERE / name).read_text(encoding="utf-8")


def style(name):
    """The CSS of a view."""
    return (HERE / name).read_text(encoding="utf-8")


class View(ipywidgets.VBox):
    """A box of controls and pictures.

    `controls` are what a prediction locks; `redraws` counts how often the picture was drawn. Where no
    widgets can be shown, as on a printed page, the view shows its still twin: `words()` and `still()`.
    """

    controls = ()
    redraws = traitlets.Int(0)

    def words(self):
        """What is on screen, as text that is the same in every run."""
        raise NotImplementedError

    def still(self):
        """What is on screen, as {MIME type: picture}."""
        return {}

    def lock(self, locked=True):
        for control in self.controls:
            control.disabled = locked

    def __repr__(self):
        return self.words()

    def _repr_mimebundle_(self, **kwargs):
        bundle = super()._repr_mimebundle_(**kwargs)
        return {**bundle, **self.still(), "text/plain": repr(self)}


def slider(name, value, low, high, step=0.1, whole=False, log=False):
    """A slider, and the number box that holds what it stands for: drag the one, or type into the other.

    Read the box. In the browser a slider stands only on its own steps, so it answers 2.3 when told 2.345, and
    2.0999999999999996 when dragged to 2.1.
    """
    shared = {"value": value, "min": low, "max": high, "step": step}
    look = {
        "description": name,
        "readout": False,
        "layout": {"width": WIDTH},
        "style": {"description_width": DESCRIPTION},
    }
    if log:
        powers = {"value": value, "min": math.log10(low), "max": math.log10(high), "step": step}
        handle = ipywidgets.FloatLogSlider(**powers, **look)
    else:
        handle = (ipywidgets.IntSlider if whole else ipywidgets.FloatSlider)(**shared, **look)
    box = (ipywidgets.BoundedIntText if whole else ipywidgets.BoundedFloatText)(**shared, layout={"width": "80px"})
    if not log:
        ipywidgets.dlink((handle, "max"), (box, "max"))

    def on_scale(x):
        return math.log10(x) if log else x

    def short(x):
        return float(f"{x:.{4 if log else 12}g}")

    def moved(change):
        nearest = handle.min + step * math.floor((on_scale(box.value) - handle.min) / step + 0.5)
        if abs(on_scale(change.new) - nearest) > 1e-6 * step:  # else it only answers to what the box says
            box.value = short(change.new)

    def typed(change):
        if change.new != short(handle.value):  # else it was dragged, and an echo would tear it out of the hand
            handle.value = change.new

    handle.observe(moved, "value")
    box.observe(typed, "value")
    return handle, box


def plain(sentence):
    """A sentence for an HTML widget: what a learner typed shows as they typed it."""
    return f"<span>{escape(sentence)}</span>"
