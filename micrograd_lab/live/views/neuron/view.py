"""live.neuron: a neuron as a line across the plane, and hidden units as folds of it."""

import ipywidgets
import numpy as np

from .... import losses, nn, replay
from ....draw import graphs
from ....draw.charts import Axis, Field, Panel, Points
from ....engine import Value
from ....experiments.lines import around, crossings, kinks
from ....experiments.neuron_start import REACH, START, blobs, check, inside, weights_for
from ....experiments.one_unit import one_unit
from ....graph import digits, snapshot, text
from ...base.chart import ChartView
from ...base.graph_picture import GraphPicture
from ...base.slider import slider
from ...base.view import one_at_a_time
from . import words
from .panels import equation, marks_of, weights_of

SIZE = 100  # places a side of the heat map
GRAPH = 310  # pixels that the graph may be high


class NeuronView(ChartView):
    """A slider for each weight of one unit, and the plane with its line.

    In the plane a line is dragged, which moves b; its arrow (w1, w2) is turned about its foot; a press elsewhere
    puts the point there at which the graph is computed. `model` is the neuron, or the network of `hidden` units;
    `score` is what it gives at `point`. `accuracy`, `folds` and `bends` are what the numbers say.
    """

    command = "neuron"

    def __init__(self, data, hidden, activation, weights, point, unit, backward):
        self.data, self.hidden, self._given = data, hidden, data is not None
        if data is None:
            self.data = blobs()
        self.activation = activation
        self.model = nn.MLP(2, [hidden, 1], activation, seed=0) if hidden else nn.Neuron(2, activation=activation)
        neurons = [n for layer in self.model.layers for n in layer.neurons] if hidden else [self.model]
        self.units = dict(zip([*[f"h{n + 1}" for n in range(hidden)], "out"], neurons, strict=True))
        for neuron, row in zip(neurons, weights, strict=True):
            for n, w in enumerate(neuron.w):
                w.label = f"w{n + 1}"
            neuron.b.label = "b"
            for parameter, number in zip(neuron.parameters(), row, strict=True):
                parameter.data = float(number)
        self.field, self.square = replay.Field(self.model, 2), around(self.data.X)
        point = inside(self.square, point)
        self._places, self._setting, self._held = self.square.grid(SIZE), False, None
        self._make_controls(point, unit, backward)
        self.graph = GraphPicture()
        super().__init__([])
        self.chart.layout.width = "400px"
        column = ipywidgets.VBox([*self._rows, self.graph], layout={"flex": "1 1 400px", "width": "auto"})
        beside = ipywidgets.HBox([self.chart, column], layout={"flex_flow": "row wrap", "align_items": "flex-start"})
        self.children = [beside if child is self.chart else child for child in self.children]

    def _make_controls(self, point, unit, backward):
        names = ["w1", "w2", *(["w3"] if self.hidden == 3 else []), "b"]
        pairs = {name: slider(name, 0.0, -REACH, REACH) for name in names}
        for name, number, low, high in zip(("x1", "x2"), point, self.square.low, self.square.high, strict=True):
            pairs[name] = slider(name, float(number), float(low), float(high))
        self.sliders = {name: pair[0] for name, pair in pairs.items()}
        self.boxes = {name: pair[1] for name, pair in pairs.items()}
        self._pairs = {name: ipywidgets.HBox(pair) for name, pair in pairs.items()}
        options = [(words.UNIT.format(unit=unit), unit) for unit in self.units]
        self.choice = ipywidgets.ToggleButtons(options=options, value=unit, style={"button_width": "80px"})
        self.backward = ipywidgets.Checkbox(value=backward, description="run backward", indent=False)
        self.controls = [*self.sliders.values(), *self.boxes.values(), self.choice, self.backward]
        self._rows = [*([self.choice] if self.hidden else []), *self._pairs.values(), self.backward]
        self._fill()
        for box in self.boxes.values():
            self.on(box, lambda _: self._moved())
        self.on(self.choice, lambda _: self._chosen())
        self.on(self.backward, lambda _: self.refresh())

    @property
    def unit(self):
        """The name of the unit whose weights are on the sliders: "h1", "h2", "h3" or "out"."""
        return self.choice.value

    @property
    def point(self):
        """(x1, x2), as its two boxes say."""
        return self.boxes["x1"].value, self.boxes["x2"].value

    @one_at_a_time
    def choose(self, unit):
        """Put another unit's weights on the sliders."""
        self.choice.value = unit

    @one_at_a_time
    def set(self, **numbers):
        """Set several sliders at once: set(w1=1, b=-0.5)."""
        self._setting = True
        try:
            for name, number in numbers.items():
                self.boxes[name].value = min(max(number, self.boxes[name].min), self.boxes[name].max)
        finally:
            self._setting = False
        self._moved()

    def refresh(self):
        inputs = [Value(number, name) for number, name in zip(self.point, ("x1", "x2"), strict=True)]
        first = self.model.layers[0](inputs) if self.hidden else inputs
        for n, h in enumerate(first if self.hidden else []):
            h.label = f"h{n + 1}"
        root = self.model.layers[1](first) if self.hidden else self.model(inputs)
        root.label = "out"
        if self.backward.value:
            self.model.zero_grad()  # the weights are the same Values as before
            root.backward()
        self.score = root.data
        self.records = one_unit(snapshot(root), self.unit, [f"h{n + 1}" for n in range(self.hidden)])
        self.scores = self.field(self._places).reshape(SIZE, SIZE)
        self.accuracy = losses.accuracy(self.field(self.data.X) - self._border, self.data.y)
        found = self._folds()
        self.folds = len(found)
        self.bends = sum(crossings(self.field, self.square.line(*fold)) for fold in found)
        before = self.graph.svg
        self.graph.show(
            self.records, self.records, moment=graphs.Moment(room=self.backward.value, wide=True), partials=False
        )
        if self.graph.svg not in ("", before):
            drawing = self.graph.drawing
            self.graph.layout.max_width = f"{GRAPH * drawing.width / drawing.height:.0f}px"
        super().refresh()

    def panels(self):
        low, high = self.square.low, self.square.high
        marks = [Field("score", self.scores, (self._border,) if self.hidden else ())]
        for sign, colour, shape in ((1, "orange", "circle"), (-1, "blue", "square")):
            here = self.data.X[self.data.y == sign]
            marks.append(Points(f"{sign:+d}", tuple(here[:, 0]), tuple(here[:, 1]), colour, shape))
        marks += marks_of(self._lined, self.square, self.unit)
        x, y = self.point
        marks.append(Points("point", (x,), (y,), "ink", "cross", 7, key="point"))
        axes = (Axis(f"x{n + 1}", float(low[n]), float(high[n])) for n in range(2))
        told = "; ".join(f"{name} {number}" for name, number in self.numbers().items())
        title, told = words.OUTPUT if self.hidden else words.SCORE, words.PLANE.format(numbers=told)
        return (Panel(title, *axes, tuple(marks), (320, 320), click=True, told=told),)

    def numbers(self):
        rows = {
            (words.LINE_OF if self.hidden else words.LINE).format(name=name): equation(unit)
            for name, unit in self._lined.items()
        }
        if self.hidden:
            rows |= {"folds": self.folds, "bends of the boundary": self.bends}
        right = round(self.accuracy * len(self.data.y))
        return rows | {
            "accuracy": words.RIGHT.format(share=self.accuracy, right=right, count=len(self.data.y)),
            "out at the point": digits(self.score),
        }

    def text(self):
        return f"{super().text()}\n{text(self.records)}"

    def code(self):
        rows = [[p.data for p in unit.parameters()] for unit in self.units.values()]
        weights = ", ".join("(" + ", ".join(f"{x:g}" for x in row) + ")" for row in rows)
        given = ["data"] if self._given else []
        if self.hidden:
            given += [f"hidden={self.hidden}", f'unit="{self.unit}"']
        given += [f'activation="{self.activation}"', f"weights=[{weights}]"]
        given += [f"point=({self.point[0]:g}, {self.point[1]:g})", *(["backward=True"] if self.backward.value else [])]
        return f"live.neuron({', '.join(given)})"

    def pointed(self, message):
        key = message["key"]
        here, start = (np.array([message[name] for name in names]) for names in (("x", "y"), ("x0", "y0")))
        if message["phase"] == "press":
            name = key.partition(" ")[0]
            if name in self.units and name != self.unit:
                self.choose(name)
            weights = tuple(self.boxes[name].value for name in ("w1", "w2", "b"))
            self._held = weights, np.array(self.point)
            if key:
                return
        if self._held is None:
            return
        (*w, b), point = self._held
        kind, moved = key.rpartition(" ")[2], here - start
        if kind in ("line", "arrow"):
            self.set(**self.square.dragged(kind, w, b, moved))
        else:
            x, y = np.round(point + moved if key else here, 2)
            self.set(x1=float(x), x2=float(y))

    @property
    def _border(self):
        return 0.5 if not self.hidden and self.activation == "sigmoid" else 0.0  # sigmoid(0) = 0.5

    @property
    def _lined(self):
        """The units that see the plane: all but the output of hidden ones."""
        return {name: unit for name, unit in self.units.items() if not self.hidden or name != "out"}

    def _folds(self):
        if not self.hidden or self.activation != "relu":
            return []
        lines = [weights_of(unit) for unit in self._lined.values()]
        return kinks(lines, [v.data for v in self.units["out"].w], self.square)

    def _chosen(self):
        self._fill()
        self.refresh()

    def _fill(self):
        """The chosen unit's weights, on the sliders."""
        unit = self.units[self.unit]
        self._setting = True
        try:
            for w in unit.w:
                self.boxes[w.label].value = w.data
            self.boxes["b"].value = unit.b.data
        finally:
            self._setting = False
        if "w3" in self._pairs:
            self._pairs["w3"].layout.display = "" if len(unit.w) == 3 else "none"

    def _moved(self):
        if self._setting:
            return
        for p in self.units[self.unit].parameters():
            p.data = self.boxes[p.label].value
        self.refresh()


def neuron(data=None, hidden=0, activation=None, weights=None, point=None, unit=None, backward=False):
    """A neuron on two inputs, as the line where w1 * x1 + w2 * x2 + b is 0.

    With 2 or 3 `hidden` units, by default ReLUs, the plane is folded along each unit's own line. `weights` is one
    row (w1, w2, b) for each hidden unit, then one for the output: (w1, ..., b). `unit` is whose are on the sliders.
    """
    if hidden not in START:
        raise ValueError(words.NO_HIDDEN.format(hidden=hidden))
    activation = activation or ("relu" if hidden else "linear")
    if activation not in nn.ACTIVATIONS:
        raise ValueError(words.NO_ACTIVATION.format(known=", ".join(nn.ACTIVATIONS), activation=activation))
    if data is not None:
        check(data)
    rows = weights_for(hidden, weights)
    units = [f"h{n + 1}" for n in range(hidden)] + ["out"]
    if unit is not None and unit not in units:
        raise ValueError(words.NO_UNIT.format(units=", ".join(units), unit=unit))
    return NeuronView(data, hidden, activation, rows, point, unit or units[0], backward)
