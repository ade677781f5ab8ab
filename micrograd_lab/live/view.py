"""What every live view has in common."""

import math
from html import escape
from pathlib import Path

import ipywidgets

HERE = Path(__file__).parent


def module(name):
    """The JavaScript of a view: the shared part, then its own."""
    return (HERE / "shared.js").read_text(encoding="utf-8") + (HERE / name).read_text(encoding="utf-8")


class View(ipywidgets.VBox):
    """A box of controls and pictures.

    `controls` are what a prediction locks. Where no widgets can be shown, as on a printed page, the
    view shows its still twin: `words()` and `still()`.
    """

    controls = ()

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
    """A slider and a number box that hold the same number: drag one, or type into the other."""
    shared = {"value": value, "min": low, "max": high, "step": step}
    look = {
        "description": name,
        "readout": False,
        "layout": {"width": "320px"},
        "style": {"description_width": "90px"},
    }
    if log:
        powers = {"value": value, "min": math.log10(low), "max": math.log10(high), "step": step}
        handle = ipywidgets.FloatLogSlider(**powers, **look)
    else:
        handle = (ipywidgets.IntSlider if whole else ipywidgets.FloatSlider)(**shared, **look)
    box = (ipywidgets.BoundedIntText if whole else ipywidgets.BoundedFloatText)(**shared, layout={"width": "90px"})
    ipywidgets.link((handle, "value"), (box, "value"))
    return handle, box


def plain(sentence):
    """A sentence for an HTML widget: what a learner typed shows as they typed it."""
    return f"<span>{escape(sentence)}</span>"
