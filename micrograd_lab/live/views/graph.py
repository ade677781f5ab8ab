"""live.graph: a computation graph that moves with its inputs."""

import math

import ipywidgets

from ...draw import graphs
from ...engine import Value
from ...experiments import typed_code
from ...experiments.expression import compiled
from ...experiments.moving_graph import SLIDERS, Built, Replayed, leaves_of, root_of, typed_as
from ...experiments.typed_code import quoted
from ...naming import any_name
from ..base.graph_view import GraphView
from ..base.in_page import InPage
from ..base.slider import slider
from ..base.view import plain

USUAL = {"rerun": False, "backward": False, "limit": graphs.READABLE, "gradients": True}

LEFT_OUT = "{count} leaves could move; the first {shown} have a slider. Label fewer to choose."
NO_RESULT = "No result here: {error}"
STILL_AT = "The picture is still the one at {numbers}."
OLD = "The gradients are old: they are those at {numbers}."
NOT_FINITE = "Some numbers here are no longer finite: inf is too large to write, nan has no value."
NO_GRAPH = "live.graph takes a function, an expression or a Value; got {kind}. Try live.graph(lambda a: a * a, a=2.0)."
READY = (
    "live.graph can't move a {kind} that is there already: its numbers were worked out once, and only the function "
    "that made it can do so again. Pass the function and its class: live.graph(f, engine={kind}, a=2.0). Or see it as "
    "it is: draw.graph(y)."
)
NO_SLIDER = "this graph has sliders for {there}; got {strangers}. Leave it out."
NO_NUMBER = "input {name} takes a number, or (number, low, high); got {given!r}. Try (2.0, 0, 5)."
NOT_A_START = "input {name} starts at a number on its slider; got {value}. Try 2.0."
EMPTY_RANGE = "input {name} needs a range from low to high; got {low:g} to {high:g}. Try (2.0, 0, 5)."
OUT_OF_RANGE = "input {name} must start within its slider's range; got {value} in {low} to {high}. Widen the range."


class MovingGraphView(GraphView):
    """Sliders and the graph they move. `sliders["a"].value = 3` does what a drag does; `root` is the output.

    `leaves` are its inputs now, `ran_at` the numbers they had when the graph was computed, `old` the numbers
    of the records whose gradient belongs to earlier data.
    """

    command = "graph"

    def __init__(self, graph, inputs, rerun, backward, limit, gradients, engine=Value, expression=""):
        self.graph, self.limit, self.given = graph, limit, inputs
        self.gradients, self.partials, self.engine = gradients, None if gradients else False, engine
        self.sliders, self.boxes, rows = {}, {}, []
        for name, given in inputs.items():
            value, low, high = _range(name, given)
            handle, box = slider(name, value, low, high)
            self.on(box, lambda _: self._moved())
            self.sliders[name], self.boxes[name] = handle, box
            rows.append(ipywidgets.HBox([handle, box]))
        self.rerun = ipywidgets.Checkbox(value=True, description="run forward after each change", indent=False)
        self.backward = ipywidgets.Checkbox(value=gradients, description="run backward after each change", indent=False)
        self.switches = [s for s, shown in ((self.rerun, rerun), (self.backward, backward)) if shown]
        for switch in self.switches:
            switch.layout.width = "max-content"
            self.on(switch, lambda _: self._moved())
        self.expression = self.expression_box(expression)
        more = getattr(graph, "count", 0) - SLIDERS
        left_out = LEFT_OUT.format(count=SLIDERS + more, shown=SLIDERS)
        super().__init__(
            [
                *([self.expression] if expression else []),
                *rows,
                *([ipywidgets.HTML(plain(left_out))] if more > 0 else []),
                *([ipywidgets.HBox(self.switches)] if self.switches else []),
            ]
        )
        self._in_page = InPage(self.picture, self.sliders, self.boxes)
        self._run()
        self.controls = [self.expression, *self.sliders.values(), *self.boxes.values(), *self.switches]

    @property
    def fn(self):
        """The function that makes the graph; None where a Value was given."""
        return getattr(self.graph, "fn", None)

    @property
    def root(self):
        """The output on screen: a Value."""
        return self.graph.root

    @property
    def leaves(self):
        """The Values that have a slider, {name: Value}."""
        return self.graph.leaves

    @property
    def ran_at(self):
        """The numbers at which forward last ran, {name: number}."""
        return self.graph.ran_at

    @property
    def old(self):
        """The numbers of the records whose gradients belong to earlier data."""
        return frozenset(r.number for r in self.records) if self.graph.stale else frozenset()

    def moment(self):
        return graphs.Moment(self.old, room=self.gradients, wide=True)

    def code(self):
        now = self._numbers()
        swept = self.backward.value or not self.gradients
        start = self.ran_at if swept else self.graph.differentiated_at or self.ran_at
        inputs = {name: _number(self.given[name], number) for name, number in start.items()}
        placed, options = self._options(inputs)
        given = typed_as(self.formula or self.fn or self.root, self.root)
        kind = typed_code.engine(self.engine, inputs)
        call = ", ".join([given, *placed, *kind, *typed_code.inputs(inputs), *options])
        lines, at = [f"view = live.graph({call})"], start
        for runs, name, there in ((swept, "backward", self.ran_at), (self.rerun.value, "rerun", now)):
            if not runs:
                lines.append(f"view.{name}.value = False")
                lines += [f"view.boxes[{quoted(n)}].value = {there[n]!r}" for n in there if there[n] != at[n]]
                at = there
        return f"live.graph({call})" if len(lines) == 1 else "\n".join([*lines, "view"])

    def _options(self, inputs):
        shown = {"rerun": self.rerun in self.switches, "backward": self.backward in self.switches}
        options = {**shown, "limit": self.limit, "gradients": self.gradients}
        if options.keys() & inputs.keys():  # by their places alone
            return [repr(x) for x in options.values()] if options != USUAL else [], []
        return [], [f"{name}={x!r}" for name, x in options.items() if x != USUAL[name]]

    def _numbers(self):
        return {name: box.value for name, box in self.boxes.items()}

    def read(self, expression):
        fn = compiled(expression, self.sliders)
        root_of(fn, leaves_of(self._numbers(), self.engine), self.engine)
        return fn

    def take(self, expression, found):
        self.graph.fn = found
        self._run()

    def _moved(self):
        if self.rerun.value:
            self._run()
            return
        if self.backward.value and self.graph.stale:
            self.graph.place(self.ran_at)
            self.graph.backward()
        self.graph.place(self._numbers())
        self._show()

    def _run(self):
        try:
            self.graph.forward(self._numbers())
        except Exception as error:  # a slider has no one to raise to: the last graph stays and the reason is shown
            if self.root is None:
                raise
            self.fail(NO_RESULT.format(error=error), STILL_AT.format(numbers=_listed(self.ran_at)))
            self._in_page.refuse(self._numbers().values())
            return
        if self.backward.value:
            self.graph.backward()
        self._show()

    def _show(self):
        self.take_part(self.graph.records())
        with self.picture.hold_sync():
            self._in_page.tell(self.graph, self.records, self.shown, self.rerun.value, self.backward.value)
            self.redraw()
        if self.graph.stale:
            self.say(OLD.format(numbers=_listed(self.graph.differentiated_at)))
        elif not all(math.isfinite(r.data) and math.isfinite(r.grad or 0.0) for r in self.records):
            self.say(NOT_FINITE)


@any_name
def graph(fn, inputs, rerun=False, backward=False, limit=graphs.READABLE, gradients=True, engine=Value):
    """The computation graph of fn, with a slider for each of its inputs.

    `live.graph(lambda a, b: (a * b).tanh(), a=2.0, b=-3.0)`. An input may give its slider's range too:
    `a=(2.0, 0, 5)`. fn may be text, as "a * b + c": then it can be changed on screen. Or it is a Value that is
    there already, `live.graph(y)`: its labelled leaves get sliders (all leaves, where none has a label), and
    moving them moves y. `rerun=True` adds a switch to leave the results as they are when an input changes,
    `backward=True` one to leave the gradients. With `gradients=False` none are computed. `engine` is the class of which
    the inputs are made, as your own: `live.graph(f, engine=Value, a=2.0)`.
    Any name may be an input's: one that fn has, as in "limit * 2", is no option, which then goes by its place alone.
    `**{"w[0]": 2.0}` gives an odd name.
    """
    if backward and not gradients:
        raise ValueError("a switch for backward needs gradients; got gradients=False. Leave one of the two out.")
    if not callable(fn) and not isinstance(fn, (str, Value)):
        sentence = READY if hasattr(fn, "data") else NO_GRAPH
        raise TypeError(sentence.format(kind=type(fn).__name__))
    if isinstance(fn, Value):
        source = Replayed(fn)
        if strangers := inputs.keys() - source.leaves.keys():
            there = ", ".join(source.leaves)
            raise ValueError(NO_SLIDER.format(there=there, strangers=", ".join(sorted(strangers))))
        inputs = {name: inputs.get(name, leaf.data) for name, leaf in source.leaves.items()}
        return MovingGraphView(source, inputs, rerun, backward, limit, gradients)
    if not inputs:
        raise ValueError("live.graph needs an input to put a slider on; got none. Try live.graph(f, a=2.0).")
    if isinstance(fn, str):
        moving = Built(compiled(fn, inputs), engine)
        return MovingGraphView(moving, inputs, rerun, backward, limit, gradients, engine, expression=fn)
    return MovingGraphView(Built(fn, engine), inputs, rerun, backward, limit, gradients, engine)


def _range(name, given):
    try:
        value, low, high = map(float, given) if isinstance(given, (tuple, list)) else (float(given), None, None)
    except (TypeError, ValueError):
        raise TypeError(NO_NUMBER.format(name=name, given=given)) from None
    if not math.isfinite(value):
        raise ValueError(NOT_A_START.format(name=name, value=value))
    reach = max(10.0, 2 * abs(value))
    low, high = (-reach, reach) if low is None else (low, high)
    if not low < high:
        raise ValueError(EMPTY_RANGE.format(name=name, low=low, high=high))
    if not low <= value <= high:
        raise ValueError(OUT_OF_RANGE.format(name=name, value=value, low=low, high=high))
    return value, low, high


def _number(given, number):
    ends = map(float, given[1:]) if isinstance(given, (tuple, list)) else ()
    value, *ends = (repr(x).removesuffix(".0") for x in (number, *ends))
    return f"({', '.join([value, *ends])})" if ends else value


def _listed(numbers):
    return ", ".join(f"{name} = {number:g}" for name, number in numbers.items())
