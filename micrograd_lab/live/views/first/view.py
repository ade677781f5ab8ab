"""live.first: a network learns two moons, as slowly as one can follow."""

from time import monotonic

import ipywidgets

from ....experiments.first import First
from ...base.chart import ChartView
from ...base.player import Caption, Player
from ...base.view import one_at_a_time
from .panels import border, moved

PLAY = Caption("let it learn", tip="step by step, until all points are right; press again to pause")
PAUSE = "pause"
STEP = Caption("one step", "step-forward", "each number is asked once")
RESET = Caption("start again", "undo", "the numbers as they were at the beginning")
LARGE = (
    '<span style="font-size: 22px; line-height: 30px; margin-left: 16px"><b>{right}</b> of {count} right, '
    "<b>{questions:,}</b> questions asked</span>"
)
DONE = "All {points} points are right, after {steps} steps of {count} questions each: {questions:,}."
LATE = 0.25  # seconds: a machine that was busy for longer does not catch up
NO_STEPS = "step() takes a number of steps from 1 up; got {steps!r}. Try view.step(10)."


class FirstView(ChartView):
    """A network of 337 numbers that learns 100 points, and stops when all of them are right.

    `first` is the experiment. From code: `step(10)`, `learn()` to the end, `reset()`; `done` says whether it is there.
    """

    command = "first"

    def __init__(self, first):
        self.first, self._due = first, None
        self.player = Player(STEP, RESET, PLAY, width="120px")
        self.play, self.one, self.again = self.player.buttons
        self.large = ipywidgets.HTML()
        self.controls = list(self.player.buttons)
        super().__init__([ipywidgets.HBox([*self.player.buttons, self.large])])
        self.player.start(self, self.chart, self._next, self.reset)
        self.play.observe(self._named, "value")

    @property
    def done(self):
        """Whether every point is right."""
        return self.first.done

    @one_at_a_time
    def step(self, steps=1):
        """Ask each number so many times, or until all points are right."""
        if isinstance(steps, bool) or not isinstance(steps, int) or steps < 1:
            raise ValueError(NO_STEPS.format(steps=steps))
        while steps and not self.done:
            self.first.step()
            steps -= 1
        self._show()

    @one_at_a_time
    def learn(self):
        """Step until all points are right."""
        self.step(10_000)

    @one_at_a_time
    def reset(self):
        """Back to the beginning."""
        self.player.stop()
        self.first.reset()
        self._due = None
        self.refresh()

    def refresh(self):
        first = self.first
        words = {"right": sum(first.right), "count": len(first.right), "questions": first.questions}
        self.large.value = LARGE.format(**words)
        super().refresh()

    def panels(self):
        return border(self.first), moved(self.first)

    def numbers(self):
        first = self.first
        return {"steps": first.steps, "w1, one of the {n}".format(n=first.count): f"{first.followed:.3f}"}

    def text(self):
        first = self.first
        rows = {"points that are right": f"{sum(first.right)} of {len(first.right)}"}
        rows["questions"] = f"{first.questions:,}"
        lines = [f"{name:<24}{text}" for name, text in rows.items()]
        return "\n".join([*lines, super().text(), *([self._told_at_the_end()] if self.done else [])])

    def code(self):
        steps = self.first.steps
        return f"view = live.first()\nview.step({steps})\nview" if steps else "live.first()"

    def _told_at_the_end(self):
        first = self.first
        words = {"points": len(first.right), "steps": first.steps, "count": first.count, "questions": first.questions}
        return DONE.format(**words)

    def _named(self, change):
        self.play.description = PAUSE if change.new else PLAY.name

    def _show(self):
        self.refresh()
        if self.done:
            self.player.stop()
            self.say(self._told_at_the_end())

    def _next(self):
        """One step at a press; while it plays, the next step when the last one has been seen for long enough."""
        if not self.chart.playing:
            self.step()
            return
        if self.done:
            self.player.stop()
            return
        now = monotonic()
        if self._due is None or now - self._due > LATE:
            self._due = now
        if now < self._due:
            self.chart.frame += 1  # nothing new: the browser asks again
            return
        self.step()
        self._due += self.first.worth


def first():
    """See a network of 337 numbers learn 100 points that no straight line divides."""
    return FirstView(First())
