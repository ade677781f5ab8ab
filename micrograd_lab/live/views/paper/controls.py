"""What is moved in live.paper."""

import math

import ipywidgets

from ...base.player import Caption
from ...base.slider import in_columns, slider

PLAY = Caption("fold it", "play", "one fold after the other, from the flat sheet on")
NEXT = Caption("next fold", "step-forward", "make the next fold, all of it")
RESET = Caption("start again", "undo", "the numbers that it was called with")
MORE = Caption("add a fold", "plus", "another ReLU in the same layer, up to four")
LEARN = Caption("let it learn", "play", "gradient descent on all of its numbers, a step a frame")
FOLD, WHICH = "fold {n}", "the fold whose numbers are on the sliders"
NAMES = ("w1", "w2", "b", "v")  # of a fold
OUT, MADE, TURN = "last bias", "folds made", "turn"
REACH = {"w1": 3.0, "w2": 3.0, "b": 3.0, "v": 5.0, OUT: 5.0}  # and as far as the numbers need


class Controls:
    """The widgets: `sliders` and `boxes` by name, `choice` of a fold, the buttons, and what is told in `large`."""

    def __init__(self, folds, out, made, turn):
        self.play, self.learn = (_button(ipywidgets.ToggleButton, caption) for caption in (PLAY, LEARN))
        self.one, self.again, self.more = (_button(ipywidgets.Button, caption) for caption in (NEXT, RESET, MORE))
        self.choice = ipywidgets.ToggleButtons(options=choices(len(folds)), value=0, tooltip=WHICH)
        self.choice.style.button_width = "80px"
        reach = {name: _reach(name, [getattr(fold, name) for fold in folds]) for name in NAMES}
        reach[OUT] = _reach(OUT, [out])
        pairs = {name: slider(name, getattr(folds[0], name), -reach[name], reach[name]) for name in NAMES}
        pairs[OUT] = slider(OUT, out, -reach[OUT], reach[OUT])
        pairs[MADE] = slider(MADE, made, 0.0, float(len(folds)), step=0.05)
        pairs[TURN] = slider(TURN, turn, -180.0, 180.0, step=4.0)
        self.sliders = {name: pair[0] for name, pair in pairs.items()}
        self.boxes = {name: pair[1] for name, pair in pairs.items()}
        self.large = ipywidgets.HTML()
        buttons = [self.play, self.one, self.learn, self.more, self.again]
        rows = in_columns([pairs[name] for name in ("w1", "w2", "b", "v", OUT, MADE, TURN)])
        second = ipywidgets.HBox([self.choice, self.large])
        self.box = ipywidgets.VBox([ipywidgets.HBox(buttons), second, rows])
        self.all = [*buttons, self.choice, *(w for pair in pairs.values() for w in pair)]


def _button(kind, caption):
    name, icon, tip = caption
    return kind(description=name, icon=icon, tooltip=tip, layout={"width": "125px"})


def choices(count):
    """What stands on the buttons that choose a fold."""
    return [(FOLD.format(n=n + 1), n) for n in range(count)]


def _reach(name, numbers):
    return max(REACH[name], *(float(math.ceil(abs(x))) for x in numbers))
