"""What is moved in live.duel, and the arrow beside each slider."""

from html import escape

import ipywidgets

from ....experiments.duel import ARROWS, BY_HAND, DESCENT, NAMES, REACH
from ...base.slider import slider
from .panels import signed, wish

ROUNDS = {"1 by hand": BY_HAND, "2 along arrows": ARROWS, "3 descent": DESCENT}
EVERYBODY = "all points"
GO, STEP, AGAIN = "move", "step downhill", "start again"
GO_TIP = "one of five moves: the three numbers go where the sliders stand"
STEP_TIP = "one of five steps: each number goes lr times its slope, against it"
AGAIN_TIP = "all three rounds from the start"
FULL, HALF, HIGH = 140, 62, 22  # pixels of an arrow's picture: its width, the longest arrow, its height
ORANGE, BLUE = "#e69f00", "#2b8ac6"  # a blue that is seen on white and on black
SAID, LEVEL_SAID = "{number} {wish} makes the loss smaller; slope {slope:+.3g}", "the loss is level along {number}"
ARROW = (
    '<span style="display: inline-flex; align-items: center; white-space: nowrap">'
    '<svg width="{full}" height="{high}" role="img" aria-label="{said}">'
    '<line x1="{middle}" x2="{middle}" y1="2" y2="{low}" stroke="currentColor"/>{shape}</svg>&nbsp;slope {words}</span>'
)
SHAPE = '<polygon points="{points}" fill="{fill}" stroke="{colour}" stroke-width="2" stroke-linejoin="round"/>'


class Controls:
    """The widgets: `sliders` and `boxes` by number, `arrows` beside them, the round, the point that is lit, buttons."""

    def __init__(self, numbers, names):
        pairs = {name: slider(name, x, -REACH, REACH) for name, x in zip(NAMES, numbers, strict=True)}
        self.sliders = {name: pair[0] for name, pair in pairs.items()}
        self.boxes = {name: pair[1] for name, pair in pairs.items()}
        self.arrows = {name: ipywidgets.HTML(layout={"width": "230px", "height": "32px"}) for name in NAMES}
        self.turns = ipywidgets.ToggleButtons(options=list(ROUNDS.items()), value=BY_HAND)
        self.turns.style.button_width = "120px"
        options = [(EVERYBODY, ""), *((f"point {name}", name) for name in names)]
        self.points = ipywidgets.Dropdown(options=options, value="", description="light up")
        self.points.layout.width = "210px"
        self.go = ipywidgets.Button(description=GO, tooltip=GO_TIP)
        self.again = ipywidgets.Button(description=AGAIN, tooltip=AGAIN_TIP)
        self.large = ipywidgets.HTML()
        for button in (self.go, self.again):
            button.layout.width = "120px"
        rows = [ipywidgets.HBox([*pair, self.arrows[name]]) for name, pair in pairs.items()]
        buttons = ipywidgets.HBox([self.go, self.again, self.points, self.large])
        self.box = ipywidgets.VBox([self.turns, *rows, buttons])
        moved = [widget for pair in pairs.values() for widget in pair]
        self.moved, self.all = moved, [self.turns, *moved, self.go, self.again, self.points]


def arrow(number, slope, largest):
    """The arrow of one number as HTML: the way that makes the loss smaller, as long as the slope is steep.

    Right is larger. It is orange where the loss rises with the number, and hollow blue where it falls. `largest` is
    the slope that fills the picture.
    """
    middle, y = FULL / 2, HIGH / 2
    level = abs(slope) < 5e-4
    shape = ""
    if not level:
        way = -1 if slope > 0 else 1
        far = max(3.0, min(1.0, abs(slope) / largest) * HALF)
        head = min(far, 9.0)
        tip, neck = middle + way * far, middle + way * (far - head)
        outline = (
            (middle, y - 4),
            (neck, y - 4),
            (neck, y - 8),
            (tip, y),
            (neck, y + 8),
            (neck, y + 4),
            (middle, y + 4),
        )
        points = " ".join(f"{left:.1f},{top:g}" for left, top in outline)
        colour = ORANGE if slope > 0 else BLUE
        shape = SHAPE.format(points=points, fill=colour if slope > 0 else "none", colour=colour)
    said = LEVEL_SAID.format(number=number) if level else SAID.format(number=number, wish=wish(slope), slope=slope)
    sizes = {"full": FULL, "high": HIGH, "middle": middle, "low": HIGH - 2}
    return ARROW.format(said=escape(said), shape=shape, words=signed(slope), **sizes)
