"""A walk of the chain rule over a graph: the steps taken, forwards and back, and what there is to say of each."""

import math

from ..backward_steps import backward_steps, calls
from ..graph import digits

TIMES = "\N{MULTIPLICATION SIGN}"

CALLS = "Step {step}. {count} calls."
VISITS = "Step {step}. {count} values visited."
START = "{name}'s own gradient is 1."
STEP = "{sender} → {receiver}: local {local} {times} upstream {upstream} = {share}, added to {before} gives {after}."
LATE = "{receiver} has fired with {before} already: too early."
REPLACED = "{sender} → {receiver}: local {local} {times} upstream {upstream} = {share}, in the place of {before}."
ODD = "What {sender} passes on is not in proportion to what has arrived there."
AGAIN = "{sender} sends again what it has sent before."
# The marks above boxes: a few words each.
ADDED, THROWN = "{before} + {share}", "{share} for {before}"
SENDS, SENDS_AGAIN, EARLY, NOT = "sends {upstream}", "sends {upstream} again", "fired too early", "✗ not {right}"


class Playback:
    """Steps over records, in an order's turn. `order` is an algorithm's name or the numbers that fire, in turn.

    `taken` are the steps pulled so far, `place` is how many of them count: the rest were taken back.
    """

    def __init__(self, records, order, right):
        self.records, self.order, self.right = records, order, right
        self.steps = backward_steps(records, order)
        self.taken, self.place = [], 0
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
        return (CALLS if self.recursive else VISITS).format(step=self.place, count=self.calls)

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

    def forward(self):
        """Take the next step, if there is one."""
        if self.place == len(self.taken):
            self.taken += [step for step in [next(self.steps, None)] if step]
        self.place = min(self.place + 1, len(self.taken))

    def back(self):
        """Take the last step back, if there was one."""
        self.place = max(0, self.place - 1)

    def finish(self):
        """Take all steps that are left."""
        self.taken += self.steps
        self.place = len(self.taken)

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
        marks = dict.fromkeys(self.early(), EARLY)
        if self.current:
            step = self.current
            marks[step.edge[0]] = (SENDS_AGAIN if self.again() else SENDS).format(upstream=short(step.upstream))
            meet = THROWN if step.replaces and step.before else ADDED
            marks[step.input] = meet.format(before=short(step.before), share=short(step.local * step.upstream))
        if self.ended:
            marks |= {n: NOT.format(right=short(self.right[n])) for n in self.names if self.wrong(n)}
        return marks

    def sentence(self):
        """The step in use, in words."""
        step = self.current
        if step is None:
            return START.format(name=self.names[self.records[-1].number])
        sender, receiver = self.names[step.edge[0]], self.names[step.input]
        share = short(step.local * step.upstream)
        numbers = {name: short(getattr(step, name)) for name in ("local", "upstream", "before", "after")}
        sentence = REPLACED if step.replaces and step.before else STEP
        said = [sentence.format(sender=sender, receiver=receiver, times=TIMES, share=share, **numbers)]
        said += [ODD.format(sender=sender)] if step.odd else []
        said += [LATE.format(receiver=receiver, before=numbers["before"])] if step.late else []
        said += [AGAIN.format(sender=sender)] if self.again() else []
        return " ".join(said)


def short(x):
    """A number with the decimals it needs, at most four and at least one."""
    text = digits(x)
    if "." not in text or "e" in text:
        return text
    text = text.rstrip("0")
    return text + "0" if text.endswith(".") else text
