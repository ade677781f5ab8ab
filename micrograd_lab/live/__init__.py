"""Views that move: sliders and buttons around the pictures of `draw`.

A view is a file or a folder of `views` or `learner`, and is called by its name: `live.slope` is the function `slope`
of views/slope.py. The forms of a prediction are found in the same way. A file is loaded when its name is
first asked for.
"""

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from ..extras import needing

HERE = Path(__file__).parent
VIEWS = {
    found.name: f"{__name__}.{room}.{found.name}"
    for room in ("views", "learner")
    for found in iter_modules([str(HERE / room)])
}
# What a prediction may ask for, beside one of some texts or a number: `live.ordering`, say.
FORMS = {
    found.name: f"{VIEWS['predict']}.forms.{found.name}"
    for found in iter_modules([str(HERE / "learner" / "predict" / "forms")])
}
NO_VIEW = "there is no live.{name}; there are {names}."
__all__ = ["SIGNS", *sorted({*VIEWS, *FORMS})]


def __getattr__(name):
    place = (
        VIEWS["predict"] if name == "SIGNS" else (VIEWS | FORMS).get(name)
    )  # SIGNS: the options of many a prediction
    if place:
        with needing("lab", f"live.{name}"):
            return getattr(import_module(place), name)
    raise AttributeError(NO_VIEW.format(name=name, names=", ".join(__all__)))


def __dir__():
    return __all__
