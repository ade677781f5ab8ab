"""A walk of the chain rule over a graph: the steps taken, forwards and back, and what there is to say of each."""

import math

from ..backward_steps import backward_steps, calls
from ..graph import short
from . import act

TIMES = "\N{MULTIPLICATION SIGN}"

CALLS, CALL = "Step {step}. {count} calls.", "Step {step}. 1 call."
VISITS, VISIT = "Step {step}. {count} values visited.", "Step {step}. 1 value visited."
START = "Next: {name}. The output's own gradient is 1, so {name} sends first."
LAST = "That was the last step: all have sent."
SENT, TO = "{sender} passes its {upstream} on: {shares}.", "{share} to {receiver}"
LATE = "{receiver} has sent on its {before} already: what comes now lies there and goes nowhere."
REPLACED = "What was there, {before}, is thrown out."
ODD = "What {sender} passes on is not in proportion to what has arrived there."
AGAIN = "{sender} sends again what it has sent before."
EARLY, NOT = "sent too early", "✗ not {right}"  # the marks above boxes
MOST = 5  # bricks in a box; of more, the first ones are one


class Playback:
    """Steps over records, in an order's turn. `order` is an algorithm's name or the numbers that fire, in turn.

    `taken` are the steps pulled so far, `place` is how many of them count: the rest were taken back. Where a value
    has waited for several, its `turn` is a moment of its own, between what came and what it sends.
    """

    def __init__(self, records, order, right):
        self.records, self.order, self.right = records, order, right
        self.steps = backward_steps(records, order)
        self.taken, self.place, self.turn = [], 0, False
        self.names = {r.number: r.name for r in records}
        if not isinstance(order, str):
            self.finish()

    @property
    def current(self):
        """The step just taken, or None at the start."""
        return self.taken[self.place - 1] if self.place else None

    @property
    def gradients(self):
        """{number: gradient} as far as the steps have come."""
        found = {self.records[-1].number: 1.0}
        for step in self.taken[: self.place]:
            found[step.input] = step.after
        return found

    @property
    def calls(self):
        """Values visited so far; in a recursion, calls made."""
        return self.current.calls if self.place else 1

    @property
    def counted(self):
        """What there is to say of how far it has come."""
        one, many = (CALL, CALLS) if self.recursive else (VISIT, VISITS)
        return (one if self.calls == 1 else many).format(step=self.place, count=self.calls)

    @property
    def recursive(self):
        """Whether the order is one of recursive calls."""
        return self.order == "increment" or str(self.order).startswith("recursive")

    @property
    def ended(self):
        """Whether no step is left."""
        if isinstance(self.order, str):
            edges = sum(len(r.inputs) for r in self.records)
            return self.place == (calls(self.records, self.order) - 1 if self.recursive else edges)
        return len(self.order) == sum(bool(r.inputs) for r in self.records)

    @property
    def sender(self):
        """The number of the value whose act it is."""
        if self.turn:
            return self.taken[self.place].edge[0]
        return self.current.edge[0] if self.current else self.records[-1].number

    def forward(self):
        """Go on by a step, if there is one, or to the turn of the value that takes the next."""
        if self.place == len(self.taken):
            self.taken += [step for step in [next(self.steps, None)] if step]
        self.turn = not self.turn and self._begins()
        self.place = min(self.place + (not self.turn), len(self.taken))

    def back(self):
        """Take back what `forward` did last, if there was something."""
        was_turn, self.turn = self.turn, False
        self.place = max(0, self.place - (not was_turn))
        self.turn = not was_turn and self._begins()

    def finish(self):
        """Take all steps that are left."""
        self.taken += self.steps
        self.place, self.turn = len(self.taken), False

    @property
    def presses(self):
        """How often one goes forward to come here."""
        turns = [n for n in range(self.place) if self._begins(n)]
        return self.place + len(turns) + self.turn

    def _begins(self, place=None):
        """Whether a value that several send to sends first there, in the order in which none sends too early."""
        place = self.place if place is None else place
        if self.order != "topological" or not 0 < place < len(self.taken):
            return False
        number, first = self.taken[place].edge
        return first == 0 and sum(r.inputs.count(number) for r in self.records) > 1

    def wrong(self, number):
        """Whether this value's gradient is not what it must be in the end."""
        found, right = self.gradients.get(number, 0.0), self.right[number]
        return not (math.isclose(found, right, rel_tol=1e-9, abs_tol=1e-12) or (found != found and right != right))

    def early(self):
        """Those that fired before all had arrived, as far as it has shown."""
        return {step.input for step in self.taken[: self.place] if step.late}

    def again(self):
        """Whether the step in use sends once more what its value has sent before."""
        if not self.place or not self.recursive or self.order == "increment":
            return False
        return self.current.edge in [step.edge for step in self.taken[: self.place - 1]]

    def marks(self):
        """A few words above boxes, by number."""
        marks = {} if self.recursive else dict.fromkeys(self.early(), EARLY)
        wrong = [n for n in self.names if self.ended and self.wrong(n)]
        return marks | {n: NOT.format(right=short(self.right[n])) for n in wrong}

    @property
    def act(self):
        """The steps that are one act: the one in use; where firings are chosen, all of the last one."""
        if self.turn or not self.place:
            return []
        if isinstance(self.order, str):
            return self.taken[self.place - 1 : self.place]
        return [step for step in self.taken if step.edge[0] == self.order[-1]]

    @property
    def sent(self):
        """What each edge has carried last, {edge: amount}."""
        return {step.edge: step.local * step.upstream for step in self.taken[: self.place]}

    @property
    def arrived(self):
        """What has come to each value, in turn: ((amount, how), ...), where "left" has not gone on."""
        came, gone, thrown = {}, {}, {}
        for step in self.taken[: self.place]:
            gone[step.edge[0]] = len(came.get(step.edge[0], ()))
            if step.replaces:
                thrown[step.input] = len(came.get(step.input, ()))
            came.setdefault(step.input, []).append(step.local * step.upstream)
        if self.order == "increment":  # each goes on at once
            gone = {}
        return {n: _bricks(amounts, gone.get(n), thrown.get(n, 0)) for n, amounts in came.items()}

    @property
    def arrivals(self):
        """How often something comes to each value on the whole walk, {number: times}."""
        times = dict.fromkeys(self.names, 0) | {self.records[-1].number: 1}
        for r in reversed(self.records):
            for i in r.inputs:
                times[i] += times[r.number] if self.recursive else 1
        return times

    @property
    def most(self):
        """What the widest stream carries, of those sent and of those that will be."""
        right = (local * self.right[r.number] for r in self.records for local in r.partials)
        sizes = [abs(x) for x in (*right, *self.sent.values()) if math.isfinite(x)]
        return max(sizes, default=1.0) or 1.0

    def strip(self):
        """The act as code, as numbers and in words, in rows."""
        said = ((act.IN_WORDS, ((self.sentence(), ""),)),)
        if not self.place:
            out = self.names[self.records[-1].number]
            return ((act.CODE, ((f"{out}.grad = ", ""), ("1", act.UP))), *said)
        if self.turn:
            arrived = [brick for brick in self.arrived[self.sender] if brick[1] != "out"]
            return *act.turn(self.names[self.sender], arrived), *said
        return *(row for step in self.act for row in act.rows(step, self.records, not step.replaces)), *said

    def sentence(self):
        """The act in use, in words."""
        step = self.current
        if step is None:
            return START.format(name=self.names[self.records[-1].number])
        sender, receiver = self.names[step.edge[0]], self.names[step.input]
        if self.turn:
            return act.TURN.format(name=self.names[self.sender])
        said = [] if self.act[1:] else [act.words(step, self.records)]
        shares = [TO.format(share=short(s.local * s.upstream), receiver=self.names[s.input]) for s in self.act]
        said = said or [SENT.format(sender=sender, upstream=short(step.upstream), shares=", ".join(shares))]
        if late := [late for late in self.act if late.late and not self.recursive]:
            said += [LATE.format(receiver=self.names[late[0].input], before=short(late[0].before))]
        if step.replaces and step.before:
            said += [REPLACED.format(before=short(step.before))]
        said += [ODD.format(sender=sender)] if step.odd else []
        if self.again():
            said += [AGAIN.format(sender=sender)]
        said += [LAST] if self.ended else []
        if not self.records[step.input].inputs and not self.act[1:] and not self.wrong(step.input):
            said[:1] = [act.effect(receiver, self.right[step.input], self.names[self.records[-1].number])]
        return " ".join(said)


def _bricks(amounts, gone, thrown):
    few = amounts if len(amounts) <= MOST or thrown else [sum(amounts[: 1 - MOST]), *amounts[1 - MOST :]]
    left = 0 if gone is None else len(amounts) - gone
    how = ["out" if n < thrown else "left" if n >= len(few) - left else "" for n in range(len(few))]
    return tuple(zip(few, how, strict=True))[-MOST:]
