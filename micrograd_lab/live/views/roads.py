"""live.roads: what arrives at a value along each road, and what becomes of it with = and with +=."""

from dataclasses import replace
from html import escape
from typing import NamedTuple

import ipywidgets

from ...backward_steps import backward_steps, records_of, right
from ...draw import graphs
from ...engine import Value
from ...experiments import act, typed_code
from ...experiments.gradient_slips import close
from ...experiments.moving_graph import made, typed_as
from ...experiments.playback import NOT, REPLACED
from ...graph import short
from ...naming import any_name
from ..base.graph_view import GraphView
from ..base.slider import slider

# Which operations put a gradient in the place of what is there. "" stands for all of them.
RULES = {"+=": (), "=": ("",), "= in exp and **": ("exp", "**")}
EXPRESSIONS = ("a + a", "a * a", "(a * b) * (a + b)", "a.tanh() + a.exp() + a**3")
TYPED = "another"
YOURS = "as your class does"
ARRIVES = "with what arrives:"
TOLD = "what your own _backward does"
TOOLTIPS = ("add to what is there", "replace what is there", "replace, but only in exp and powers")
FROM, FIRST, LATER = "from {user}", "{after}", "{before} becomes {after}"
RIGHT = "All gradients are right."
WRONG = "{name} ends with {found}, the right gradient is {right}"
TIMES, RULE = "\N{MULTIPLICATION SIGN}", "rule: {rule}"
NO_RULE = "a rule is one of {rules}; got {rule!r}."
NO_TEXT = 'live.roads takes an expression as text, or a Value; got {kind}. Try "a * a".'


class Arrival(NamedTuple):
    """One edge in use: `before` and `after` are the gradient of the input, which is a record's number.

    `edge` is (the user's number, the input's place); `replaces` says that what arrives throws out what is there.
    """

    user: int
    input: int
    local: float
    upstream: float
    before: float
    after: float
    edge: tuple
    replaces: bool


def arrivals(records, rule):
    """Every edge once, from the output down."""
    if rule == YOURS:
        for s in backward_steps(records):
            yield Arrival(s.edge[0], s.input, s.local, s.upstream, s.before, s.after, s.edge, s.replaces)
        return
    grads = {records[-1].number: 1.0}
    for r in reversed(records):
        replaces = r.inputs and r.op.startswith(RULES[rule] or "no operation")
        for place, (i, local) in enumerate(zip(r.inputs, r.partials, strict=True)):
            upstream, before = grads[r.number], grads.get(i, 0.0)
            grads[i] = local * upstream + (0.0 if replaces else before)
            yield Arrival(r.number, i, local, upstream, before, grads[i], (r.number, place), bool(replaces))


class RoadsView(GraphView):
    """A graph whose gradients were added up, or replaced. `gradients` are those of the leaves by the rule chosen,
    `right` those of the engine, {name: number}; `arrived` holds what happened on each edge."""

    command = "roads"

    def __init__(self, expression, rule, inputs, engine=Value):
        self.given, self.engine = expression, engine
        there = not isinstance(expression, str)  # a Value, which nothing moves
        rules = list(RULES) if isinstance(expression, Value) or (engine is Value and not there) else [YOURS, *RULES]
        self.sliders, self.boxes, rows = {}, {}, []
        for name, number in inputs.items():
            number = typed_code.one_number(name, number)
            self.sliders[name], self.boxes[name] = slider(name, number, min(-3.0, number), max(3.0, number))
            rows.append(ipywidgets.HBox([self.sliders[name], self.boxes[name]]))
        self.choice = ipywidgets.Dropdown(options=[*EXPRESSIONS, TYPED], description="try", value=None)
        self.expression = ipywidgets.Text(value="" if there else expression, description="y =", continuous_update=False)
        self.rule = ipywidgets.ToggleButtons(
            options=rules,
            value=rule or rules[0],
            tooltips=[TOLD, *TOOLTIPS][-len(rules) :],
            style={"button_width": "130px"},
        )
        self.table = ipywidgets.HTML()
        self.controls = [self.choice, self.expression, self.rule, *self.sliders.values(), *self.boxes.values()]
        top = ipywidgets.HBox([self.expression, self.choice])
        middle = ipywidgets.HBox([ipywidgets.Label(ARRIVES), self.rule])
        super().__init__([*([] if there else [top]), middle, *rows], [self.table])
        self.show()
        self.on(self.choice, lambda change: self._choose(change.new))
        for control in (self.expression, self.rule, *self.boxes.values()):
            self.on(control, lambda _: self.show())

    def show(self):
        """Run the expression, and send its gradients back by the rule chosen."""
        given = self.expression.value if isinstance(self.given, str) else self.given
        root = made(self.command, given, {name: box.value for name, box in self.boxes.items()}, self.engine)
        self.choice.value = self.expression.value if self.expression.value in EXPRESSIONS else TYPED
        records = records_of(root)
        self.root, best = root, right(records)
        self.arrived = tuple(arrivals(records, self.rule.value))
        found = {records[-1].number: 1.0} | {step.input: step.after for step in self.arrived}
        leaves = [r for r in records if not r.inputs]
        leaves = [r for r in leaves if (r.label in self.boxes if self.boxes else r.label)] or leaves
        self.right = {r.name: best[r.number] for r in leaves}
        self.gradients = {r.name: found[r.number] for r in leaves}
        self.wrong = [name for name in self.right if not close(self.gradients[name], self.right[name])]
        self.take_part(tuple(replace(r, grad=found[r.number]) for r in records))
        rows = "".join(f"<tr>{''.join(f'<td>{escape(cell)}&emsp;</td>' for cell in row)}</tr>" for row in self.rows())
        self.table.value = f"<table>{rows}</table>{escape(self.sentence())}"
        self.redraw()

    def rows(self):
        """What happened at each leaf, edge by edge."""
        names = {r.number: r.name for r in self.records}
        uses = [step.input for step in self.arrived]
        table = []
        for step in self.arrived:
            name, part = names[step.input], step.local * step.upstream
            if name in self.right:
                first = uses.count(step.input) == 1 or not table or not any(name == row[0] for row in table)
                then = (FIRST if first else LATER).format(before=short(step.before), after=short(step.after))
                table.append([name, FROM.format(user=names[step.user]), f"{_product(step)} = {short(part)}", then])
        return sorted(table, key=lambda row: list(self.right).index(row[0]))

    def sentence(self):
        """How the leaves' gradients compare with the true ones."""
        if not self.wrong:
            return RIGHT
        ends = [(name, short(self.gradients[name]), short(self.right[name])) for name in self.wrong]
        return "; ".join(WRONG.format(name=name, found=found, right=right) for name, found, right in ends) + "."

    def text(self):
        lines = ["".join(f"{cell:<24}" for cell in row).rstrip() for row in self.rows()]
        return "\n".join([super().text(), "", RULE.format(rule=self.rule.value), *lines, self.sentence()])

    def code(self):
        inputs = typed_code.inputs({name: f"{box.value:.12g}" for name, box in self.boxes.items()})
        rule = typed_code.option("rule", typed_code.quoted(self.rule.value), self.boxes)
        shown = self.expression.value if isinstance(self.given, str) else self.given
        given = [typed_as(shown, self.root), rule, *typed_code.engine(self.engine, self.boxes), *inputs]
        return f"live.roads({', '.join(given)})"

    def _choose(self, expression):
        if expression != TYPED:
            self.expression.value = expression

    def line(self):
        said = [act.words(step, self.records) for step in self.arrived[-1:]]
        said += [
            REPLACED.format(before=short(step.before)) for step in self.arrived[-1:] if step.replaces and step.before
        ]
        return " ".join(said)

    def moment(self):
        numbers, arrived = {r.name: r.number for r in self.records}, {}
        for step in self.arrived:
            before = [(amount, "out" if step.replaces else how) for amount, how in arrived.get(step.input, ())]
            arrived[step.input] = (*before, (step.local * step.upstream, ""))
        last = self.arrived[-1:]
        rows = [row for step in last for row in act.rows(step, self.records, not step.replaces)]
        return graphs.Moment(
            act=last[0].user if last else None,
            now=tuple(step.edge for step in last),
            ring=tuple(n for step in last if (n := act.taken_from(step, self.records)) is not None),
            strip=(*rows, (act.IN_WORDS, ((self.line(), ""),))) if rows else (),
            sent={step.edge: step.local * step.upstream for step in self.arrived},
            arrived=arrived,
            marks={numbers[name]: NOT.format(right=short(self.right[name])) for name in self.wrong},
            room=True,
            wide=True,
        )


def _product(step):
    return f"{short(step.local)} {TIMES} {short(step.upstream)}"


@any_name
def roads(expression="a + a", inputs=None, rule="", engine=Value):
    """What arrives at each leaf along each road, and what becomes of it where a gradient is added or replaced.

    `expression` is text in the inputs, by default a and b, or a Value of any class; `rule` is one of "+=", "=" and
    "= in exp and **", and "as your class does" where the Values are of a class of your own: the expression's are of
    `engine`. Any name may be an input's: one that the expression has, as in "rule * 2", is no option.
    """
    if rule and rule not in (*RULES, YOURS):
        raise ValueError(NO_RULE.format(rules=", ".join(RULES), rule=rule))
    if not isinstance(expression, str) and not hasattr(expression, "data"):
        raise TypeError(NO_TEXT.format(kind=type(expression).__name__))
    usual = {"a": 2.0, "b": 3.0} if isinstance(expression, str) else {}
    return RoadsView(expression, rule, inputs or usual, engine)
