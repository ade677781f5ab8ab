"""live.fill: work out each gradient by hand, from the output to the leaves."""

from dataclasses import replace
from math import isfinite

import ipywidgets

from ...backward_steps import gradients, records_of
from ...draw import graphs
from ...engine import Value
from ...experiments import typed_code
from ...experiments.gradient_answer import answer
from ...experiments.gradient_slips import close, edges_to, right, ways
from ...experiments.moving_graph import made, output, typed_as
from ...graph import find, short, values
from ...naming import any_name
from ..base.graph_view import GraphView
from ..base.keys import Keys
from ..base.slider import slider
from ..base.view import plain

NOT_ASKED = "Nothing is asked here: live.fill without asking=False asks for the gradients."
START = "Start at the output, and go on to what it is made from."
QUESTION, ASKED = "Which gradient has {name}?", "gradient of {name} ="
ALL, DONE = "All are filled in.", "All gradients are filled in."
NOTHING = "Nothing is not a number. Type one, as -1.5."
NO_NUMBER = "{typed} is not a number. Type one, as -1.5."
WAITING = "{name} gets its gradient from {users}: fill in first what is there."
FOUND, SUM = "{name}.grad = {total}.", "{name}.grad = {shares} = {total}."
SAME = "All are filled in: backward() gives the same."
CHANGE = "{name} moves by {h:g}: {out} changes by {change}."
TIMES = "\N{MULTIPLICATION SIGN}"
REPLY = '<div style="line-height:18px">{sentence}</div>'
COMPARE, EXPECTED = "Fill in {name}'s gradient to compare.", "{name}.grad {times} h = {expected}."
NO_GRAPH = "live.fill takes a Value, a function or an expression; got {kind}. Pass the last Value."


class FillView(GraphView):
    """A graph without gradients: a right one unlocks the next. No Value's grad changes.

    `current` is the number of the value asked for, None when all are known; `known` the numbers of those filled
    in, in turn; `said` the last answer; `nudged` (change of the output, gradient times h or None) for the leaf
    that is nudged.
    """

    command = "fill"

    def __init__(self, root, given, inputs, limit, partials, asking):
        self.root, self.given, self.inputs, self.limit = root, given, inputs, limit
        self.partials = True if partials else None  # hidden, it comes with the stream that it is a tap of
        self.take_part(records_of(root))
        self.right = gradients(self.records)
        self.choosing = asking  # else there is nothing to fill in, and only the leaves are nudged
        self.known, self.current, self.nudged = [], self.records[-1].number if asking else None, (0.0, None)
        self.said, self.missed = START if asking else "", set()
        self.question = ipywidgets.HTML()
        self.entry = ipywidgets.Text(placeholder="a number", layout={"width": "120px"})
        self.entry.on_msg(self._entered)
        self.button = ipywidgets.Button(description="check", layout={"width": "90px"})
        # Beside the entry, where one looks who has just typed, with room for two lines: so it moves nothing.
        self.reply = ipywidgets.HTML(layout={"flex": "1 1 300px", "min_height": "36px", "margin": "0 0 0 8px"})
        self.reply.add_class("micrograd-said")
        self.on(self.button, lambda _: self.check(self.entry.value))
        self.leaves = {r.name: values(root)[r.number] for r in self._leaves()}
        self.which = ipywidgets.Dropdown(options=list(self.leaves), description="nudge", layout={"width": "160px"})
        self.handle, self.box = slider("by h", 0.0, -1.0, 1.0, step=0.01)
        self.on(self.which, lambda _: self._show())
        self.on(self.box, lambda _: self._show())
        self.difference = ipywidgets.HTML()
        nudging = ipywidgets.HBox([self.which, ipywidgets.HBox([self.handle, self.box])])
        if asking:
            asked = ipywidgets.HBox([self.question, self.entry, self.button])
            super().__init__([ipywidgets.HBox([asked, self.reply, Keys()])], [nudging, self.difference])
        else:
            super().__init__([nudging, self.difference])
        self._tell(self.said)
        self.controls = [self.entry, self.button, self.which, self.handle, self.box]
        self._show()

    def check(self, typed, which=None):
        """Answer for the value asked for, or for another that is ready; gives whether it is right."""
        if which is not None:
            self.choose(which)
        if self.current is None:
            self._tell(DONE if self.choosing else NOT_ASKED)
            return False
        try:
            given = float(typed)
        except ValueError:
            self._tell(NO_NUMBER.format(typed=typed) if typed else NOTHING)
            return False
        number, passed = self.current, close(given, self.right[self.current])
        if passed:
            self.known.append(number)
            self.current = next((r.number for r in reversed(self.records) if self._ready(r.number)), None)
        self._show()
        first = number not in self.missed
        self._tell(self._found(number) if passed else answer(self.records, self.right, number, given, first))
        self.missed.add(number)
        return passed

    def choose(self, which):
        """Ask for this value's gradient next, by label or number, if those of its users are known."""
        r = find(self.records, which)
        if not self.choosing:
            self._tell(NOT_ASKED)
        elif self._ready(r.number):
            self.current = r.number
            self._show()
        elif r.number not in self.known:
            waiting = [user.name for user, _ in edges_to(self.records, r.number) if user.number not in self.known]
            self._tell(WAITING.format(name=r.name, users=" and ".join(dict.fromkeys(waiting))))

    def text(self):
        question = QUESTION.format(name=self._name()) if self.current is not None else ALL
        return "\n".join([super().text(), "", *([question] if self.choosing else []), self._difference()])

    def code(self):
        hidden = [] if self.partials else [typed_code.option("partials", "False", self.inputs)]
        if not self.choosing:
            hidden.append(typed_code.option("asking", "False", self.inputs))
        given = [typed_as(self.given, self.root), *hidden, *typed_code.numbers(self.inputs)]
        lines = [f"view = live.fill({', '.join(given)})"]
        lines += [f"view.check({typed_code.number(self.right[n])}, {n})" for n in self.known]
        if self.box.value:
            lines += [
                f"view.which.value = {typed_code.quoted(self.which.value)}",
                f"view.box.value = {self.box.value!r}",
            ]
        return "\n".join([*lines, "view"]) if len(lines) > 1 else lines[0].removeprefix("view = ")

    def _entered(self, _entry, message, _buffers):
        if message.get("event") == "submit":  # the Enter key
            self._guarded(lambda: self.check(self.entry.value))

    def _ready(self, number):
        users = {user.number for user, _ in edges_to(self.records, number)}
        return number not in self.known and users <= set(self.known)

    def _found(self, number):
        name = self.records[number].name
        shares = [short(right(way)) for way in ways(self.records, self.right, number)]
        total = short(self.right[number])
        said = (SUM if len(shares) > 1 else FOUND).format(name=name, shares=" + ".join(shares), total=total)
        return said if self.current is not None else f"{said} {SAME}"

    def _name(self):
        return self.records[self.current].name

    def _leaves(self):
        leaves = [r for r in self.records if not r.inputs]
        return [r for r in leaves if r.label] or leaves

    def now(self):
        return tuple(replace(r, grad=self.right[r.number] if r.number in self.known else None) for r in self.records)

    def moment(self):
        if not self.choosing:
            return graphs.CALM  # no gradient will come: no room for one
        most = (abs(local * self.right[r.number]) for r in self.records for local in r.partials)
        most = max((size for size in most if isfinite(size)), default=None)  # so that no stream is drawn anew
        return graphs.Moment(act=self.current, asked=self.current, most=most, room=True)

    def _nudge(self):
        leaf, h = self.leaves[self.which.value], self.box.value
        moved = output(self.root, {leaf: leaf.data + h})
        number = next(r.number for r in self._leaves() if r.name == self.which.value)
        expected = self.right[number] * h if number in self.known else None
        return moved - self.root.data, expected

    def _difference(self):
        change, expected = self.nudged
        name, h, out = self.which.value, self.box.value, self.records[-1].name
        said = CHANGE.format(name=name, h=h, out=out, change=short(change))
        if not self.choosing:
            return said
        if expected is None:
            return f"{said} {COMPARE.format(name=name)}"
        return f"{said} {EXPECTED.format(name=name, times=TIMES, expected=short(expected))}"

    def _tell(self, sentence):
        self.said, self.reply.value = sentence, REPLY.format(sentence=plain(sentence))

    def _show(self):
        self.nudged = self._nudge()
        self.question.value = plain(ASKED.format(name=self._name())) if self.current is not None else ""
        self.difference.value = plain(self._difference())
        self.redraw()


@any_name
def fill(y, inputs, partials=True, limit=graphs.READABLE, asking=True):
    """The graph of y, its gradients to be filled in by hand; each right one unlocks the next.

    y is a Value, or a function or an expression of the inputs: `live.fill("a * b + c", a=2, b=-3, c=10)`.
    A wrong number is answered with the slip that makes it; of one that no known slip makes, you are told what to look
    at, and at a second miss both factors. A leaf can be nudged, to see by how much y changes. With
    `partials=False` a local derivative shows only when both gradients at its arrow are known.
    With `asking=False` nothing is to be filled in: there is the nudging alone.
    Any name may be an input's: one that y has, as in "limit * 2", is no option.
    """
    root = made("fill", y, inputs)
    if not isinstance(root, Value):
        raise TypeError(NO_GRAPH.format(kind=type(root).__name__))
    return FillView(root, y, inputs, limit, partials, asking)
