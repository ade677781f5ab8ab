"""live.backward: the chain rule, one edge per press, by several algorithms or in an order of one's own."""

from dataclasses import replace
from html import escape
from typing import NamedTuple

import ipywidgets

from ...backward_steps import ORDERS, calls, records_of, right
from ...draw import graphs
from ...engine import Value
from ...experiments import act, typed_code
from ...experiments.moving_graph import made, typed_as
from ...experiments.playback import Playback
from ...graph import find, short
from ...naming import any_name
from ..base.graph_view import GraphView
from ..base.view import one_at_a_time

CHOOSE = "you choose"
MANY = 5000  # steps; more are not taken at once

TOO_MANY = "That would take {many:,} calls; topological order visits {few} values. Step through a few."
LEAF = "{name} is a leaf and has nobody to send to. Choose a box with inputs."
FIRED = "{name} has sent already; again, it would send what it has sent. Press back to try otherwise."
NOTHING_YET = "Nothing has arrived at {name} yet. Choose one that uses it first."
NOW = "order: {order}. {counted}"
WHOSE_TURN = "Whose turn is it? Click its box, or go to it with arrow keys and press Enter."
HEAD = ("order", "visits or calls")
NO_ORDER = "an order is one of {known}, or a list of names; got {order!r}."


class Result(NamedTuple):
    """What a whole walk has come to: calls made, or values visited, and the leaves' gradients, by name.

    `wrong` says of each leaf whether its gradient is.
    """

    calls: int
    gradients: dict
    wrong: dict


class BackwardView(GraphView):
    """A graph whose gradients arrive one chain-rule step at a time. No Value's grad changes.

    `walk` holds the steps taken and the gradients so far; `results` what each order that was walked to its end
    has come to, as {order: Result}; `right` the right gradients, {number: gradient}.
    """

    command = "backward"

    def __init__(self, root, order, limit, given, inputs, engine=Value, menu=True):
        self.limit, self.given, self.inputs, self.engine, self.menu = limit, given, inputs, engine, menu
        expression = given if isinstance(given, str) else ""
        self.expression = self.expression_box(expression)
        named = order if isinstance(order, str) else CHOOSE
        self.choice = ipywidgets.Dropdown(options=[*ORDERS, CHOOSE], value=named, description="order")
        self.on(self.choice, lambda _: self.reset())
        self.play = ipywidgets.ToggleButton(description="play", layout={"width": "90px"})
        self.on(self.play, lambda change: self._play(change.new))
        deeds = {"step": self.step, "back": self.back, "to the end": self.finish, "reset": self.reset}
        self.buttons = {name: ipywidgets.Button(description=name, layout={"width": "90px"}) for name in deeds}
        for name, do in deeds.items():
            self.on(self.buttons[name], lambda _, do=do: do())
        self.table = ipywidgets.HTML()
        step, back, end, reset = self.buttons.values()
        top = [self.expression] if expression else []
        row = [*([self.choice] if menu else []), step, back, self.play, end, reset]
        super().__init__([*top, ipywidgets.HBox(row)], [self.table])
        self.controls = [self.expression, self.choice, *self.buttons.values(), self.play]
        self._load(root)
        for which in [] if isinstance(order, str) else order:
            self.fire(which)

    @property
    def choosing(self):
        """Whether you say who sends next."""
        return self.choice.value == CHOOSE

    @one_at_a_time
    def step(self):
        """One chain-rule step forwards, or to the turn of the value that has waited for several."""
        if not self.choosing:
            self.walk.forward()
            self._show()

    @one_at_a_time
    def back(self):
        """One step back; where you choose, one firing."""
        if self.choosing:
            self.walk = Playback(self.records, self.walk.order[:-1], self.right)
        else:
            self.walk.back()
        self._show()

    @one_at_a_time
    def finish(self):
        """All steps that are left. Where you choose, none are."""
        if self.choosing:
            return
        if (many := calls(self.records, self.walk.order)) > MANY:
            self.say(TOO_MANY.format(many=many, few=len(self.records)))
        else:
            self.walk.finish()
            self._show()

    @one_at_a_time
    def reset(self):
        """Back to the output's own gradient, 1."""
        self.play.value = False
        for control in (self.buttons["step"], self.play, self.buttons["to the end"]):
            control.layout.display = "none" if self.choosing else ""
        self.picture.stepping = not self.choosing
        self.walk = Playback(self.records, [] if self.choosing else self.choice.value, self.right)
        self._show()

    @one_at_a_time
    def fire(self, which):
        """Let a value, by its label or number, send its gradient to its inputs now, where you choose the order."""
        r = find(self.records, which)
        if not r.inputs:
            self.say(LEAF.format(name=r.name))
        elif r.number in self.walk.order:
            self.say(FIRED.format(name=r.name))
        elif r.number not in self.walk.gradients:
            self.say(NOTHING_YET.format(name=r.name))
        else:
            self.walk = Playback(self.records, [*self.walk.order, r.number], self.right)
            self._show()

    def choose(self, which):
        self.fire(which)

    def stepped(self, ahead):
        if ahead > 0:
            self.step()
        else:
            self.back()

    def rows(self):
        """The results so far, as rows of text; a wrong gradient has a cross."""
        if not (self.results and self.menu):
            return []
        right = {r.name: self.right[r.number] for r in self._leaves()}
        rows = [
            [*HEAD, *right],
            ["backward()", str(len(self.records)), *map(short, right.values())],
        ]
        for order, result in self.results.items():
            marked = [short(g) + (" ✗" if result.wrong[name] else "") for name, g in result.gradients.items()]
            rows.append([order, f"{result.calls:,}", *marked])
        return rows

    def text(self):
        table = [f"{name:<28}" + "".join(f"{cell:<17}" for cell in row).rstrip() for name, *row in self.rows()]
        now = NOW.format(order=self.choice.value, counted=self.walk.counted) if self.menu else self.walk.counted
        return "\n".join([super().text(), "", now, self.line(), *table])

    def code(self):
        names = list(self.walk.names.values())
        if self.choosing:
            fired = [(n, self.walk.names[n]) for n in self.walk.order]
            senders = [typed_code.quoted(name) if names.count(name) == 1 else str(n) for n, name in fired]
        order = f"[{', '.join(senders)}]" if self.choosing else typed_code.quoted(self.choice.value)
        given, option = typed_as(self.given, self.root), typed_code.option("order", order, self.inputs)
        more = typed_code.engine(self.engine, self.inputs) + ([] if self.menu else ["menu=False"])
        call = f"live.backward({', '.join([given, option, *more, *typed_code.numbers(self.inputs)])})"
        if self.choosing or not self.walk.presses:
            return call
        return f"view = {call}\nfor _ in range({self.walk.presses}):\n    view.step()\nview"

    def read(self, expression):
        return made(self.command, expression, self.inputs, self.engine)

    def take(self, expression, found):
        self.given = expression
        self._load(found)

    def _load(self, root):
        self.root = root
        self.take_part(records_of(root))
        self.right, self.results = right(self.records), {}
        self.reset()

    def now(self):
        found = self.walk.gradients
        return tuple(replace(r, grad=found.get(r.number)) for r in self.records)

    def _leaves(self):
        leaves = [r for r in self.records if not r.inputs]
        return [r for r in leaves if r.label] or leaves[:8]

    def line(self):
        then = WHOSE_TURN if self.choosing and not self.walk.ended else ""
        return f"{self.walk.sentence()} {then}".rstrip()

    def _show(self):
        walk = self.walk
        if walk.ended:
            self.play.value = False
            found = walk.gradients
            self.results[self.choice.value] = Result(
                walk.calls,
                {r.name: found.get(r.number, 0.0) for r in self._leaves()},
                {r.name: walk.wrong(r.number) for r in self._leaves()},
            )
        self._tabulate()
        self.redraw()

    def moment(self):
        walk = self.walk
        taken = [act.taken_from(step, self.records) for step in walk.act]
        return graphs.Moment(
            act=walk.sender,
            next=not walk.act,
            now=tuple(step.edge for step in walk.act),
            ring=tuple(number for number in taken if number is not None),
            sent=walk.sent,
            arrived=walk.arrived,
            arrivals=walk.arrivals,
            most=walk.most,
            marks=walk.marks(),
            strip=walk.strip(),
            room=True,
        )

    def _tabulate(self):
        rows = [[escape(cell) for cell in row] for row in self.rows()]
        body = "".join(f"<tr>{''.join(f'<td>{cell}&emsp;</td>' for cell in row)}</tr>" for row in rows)
        self.table.value = f"<div>{self.walk.counted}</div><table>{body}</table>"

    def _play(self, playing):
        self.picture.playing = playing and not self.choosing


@any_name
def backward(y, inputs, order="topological", limit=graphs.READABLE, engine=Value, menu=True):
    """backward() on y, one chain-rule step per press, forwards and back.

    y is a Value, or a function or an expression of the inputs: `live.backward("a * b + c", a=2, b=-3, c=10)`.
    `order` is one of steps.ORDERS, "you choose", or a list of those who fire, in turn, by label or number.
    Values do not change. `engine` is the class of which the inputs are made, as your own; what a class passes on is
    found by firing its `_backward`. With `menu=False` there is the one order. Any name may be an input's: one that y
    has, as in "order * 2", is no option.
    """
    if isinstance(order, str) and order not in (*ORDERS, CHOOSE):
        raise ValueError(NO_ORDER.format(known=", ".join([*ORDERS, CHOOSE]), order=order))
    order = [] if order == CHOOSE else order
    return BackwardView(made("backward", y, inputs, engine), order, limit, y, inputs, engine, menu)
