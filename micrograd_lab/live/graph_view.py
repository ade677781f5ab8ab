"""live.graph: a computation graph that moves with its inputs."""

import anywidget
import ipywidgets
import traitlets

from ..draw import graphs
from ..engine import Value
from ..graph import snapshot, text
from .expression import compiled
from .view import View, module, plain, slider, style


class GraphPicture(anywidget.AnyWidget):
    """A Graphviz SVG whose numbers and colours move without a new layout."""

    _esm = module("graph.js")
    _css = style("graph.css")
    svg = traitlets.Unicode("").tag(sync=True)
    look = traitlets.Dict().tag(sync=True)
    label = traitlets.Unicode("").tag(sync=True)

    def __repr__(self):
        return "GraphPicture()"


class GraphView(View):
    """Sliders and the graph they move. `sliders["a"].value = 3` does what a drag does; `root` is the output.

    `leaves` are its inputs now, and `ran_at` the numbers they had when the graph was built.
    """

    command = "graph"

    def __init__(self, fn, inputs, rerun, limit):
        self.limit = limit
        self.sliders, self.boxes, rows = {}, {}, []
        for name, given in inputs.items():
            value, low, high = _range(name, given)
            handle, box = slider(name, value, low, high)
            box.observe(self._moved, "value")
            self.sliders[name], self.boxes[name] = handle, box
            rows.append(ipywidgets.HBox([handle, box]))
        self.rerun = ipywidgets.Checkbox(value=True, description="run forward after each change", indent=False)
        self.rerun.observe(self._moved, "value")
        self.expression = ipywidgets.Text(description="y =", continuous_update=False)
        self.picture = GraphPicture()
        top = []
        if isinstance(fn, str):
            self.expression.value = fn
            self.expression.observe(self._typed, "value")
            top = [self.expression]
            fn = compiled(fn, self.sliders)
        self.fn = fn
        self.root = self._laid_out = None
        super().__init__([*top, *rows, *([self.rerun] if rerun else []), self.picture])
        self._draw()
        self.controls = [self.expression, *self.sliders.values(), *self.boxes.values(), self.rerun]

    def words(self):
        return text(self.records, self.shown)

    def still(self):
        return {"image/svg+xml": graphs.picture(self.records, self.shown, self.note).svg}

    def code(self):
        fn = f'"{self.expression.value}"' if self.expression.value else getattr(self.fn, "__name__", "f")
        inputs = ", ".join(f"{name}={box.value:g}" for name, box in self.boxes.items())
        return f"live.graph({'f' if fn == '<lambda>' else fn}, {inputs})"

    def _typed(self, change):
        try:
            fn = compiled(change.new, self.sliders)
            _result(fn, self._leaves())
        except Exception as error:  # whatever was typed
            self.message.value = plain(f"This can't be drawn: {error}")
            return
        self.fn = fn
        self._draw()

    def _moved(self, _change):
        if self.rerun.value:
            self._draw()
            return
        self.message.value = ""
        # Only the leaves change, as for `a.data = 3`: the rest stays what it was computed to be.
        for name, box in self.boxes.items():
            self.leaves[name].data = box.value
        self._show(snapshot(self.root))

    def _leaves(self):
        return {name: Value(box.value, name) for name, box in self.boxes.items()}

    def _draw(self):
        leaves = self._leaves()
        try:
            root = _result(self.fn, leaves)
        except Exception as error:  # a slider has no one to raise to: the last graph stays and the reason is shown
            if self.root is None:
                raise
            self.message.value = plain(f"No result here: {error}")
            return
        self.message.value = ""
        if not root.label and root.op:
            root.label = "y"
        root.backward()
        self.root, self.leaves, self.ran_at = root, leaves, {name: leaf.data for name, leaf in leaves.items()}
        self._show(snapshot(root))

    def _show(self, records):
        self.records = records
        self.shown, self.note = graphs.chosen(records, limit=self.limit)
        layout = [(r.number, r.op, r.name, r.inputs) for r in self.shown]
        with self.picture.hold_sync():
            if layout != self._laid_out:
                self._laid_out = layout
                self.picture.svg = graphs.picture(records, self.shown, self.note).svg
            self.picture.look = graphs.look(records, self.shown)
            self.picture.label = graphs.label(records)
        self.redraws += 1


def graph(fn, rerun=False, limit=graphs.READABLE, **inputs):
    """The computation graph of fn, with a slider for each of its inputs.

    `live.graph(lambda a, b: (a * b).tanh(), a=2.0, b=-3.0)`. An input may give its slider's range too:
    `a=(2.0, 0, 5)`. fn may be text, as "a * b + c": then it can be changed on screen. `rerun=True` adds
    a switch to leave the results as they are when an input changes.
    """
    if not inputs:
        raise ValueError("live.graph needs an input to put a slider on; got none. Try live.graph(f, a=2.0).")
    return GraphView(fn, inputs, rerun, limit)


def _range(name, given):
    try:
        value, low, high = map(float, given) if isinstance(given, (tuple, list)) else (float(given), None, None)
    except (TypeError, ValueError):
        raise TypeError(f"input {name} takes a number, or (number, low, high); got {given!r}.") from None
    reach = max(10.0, 2 * abs(value))
    low, high = (-reach, reach) if low is None else (low, high)
    if not low <= value <= high:
        raise ValueError(f"input {name} must start within its slider's range; got {value} in {low} to {high}.")
    return value, low, high


def _result(fn, leaves):
    root = fn(**leaves)
    if not isinstance(root, Value):
        remedy = "Is a return missing?" if root is None else "Calculate with its inputs as they are, without .data."
        raise TypeError(f"the function must give a Value; got {type(root).__name__}. {remedy}")
    return root
