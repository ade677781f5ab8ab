"""live.own_training: a learner's own classes learn the moons, a step a frame."""

import ipywidgets

from ....experiments.eagerly import EVERY, SAID
from ....experiments.own_training import BATCH, FOLLOWED, HIDDEN, RATE, SEED, STEPS, OwnTraining, parts_of
from ...base.border import border
from ...base.chart import ChartView
from ...base.player import Caption, Player
from ...base.view import one_at_a_time, plain
from .panels import curve, shares

PLAY = Caption("let it learn", tip="step by step, until all points are right; press again to pause")
PAUSE = "pause"
STEP = Caption("one step", "step-forward", "one mini-batch: forward, backward, and each number a little")
RESET = Caption("start again", "undo", "a new network from the same seed")
LARGE = (
    '<span style="font-size: 22px; line-height: 30px; margin-left: 16px"><b>{right}</b> of {count} right, '
    "step <b>{number}</b></span>"
)
DONE = "All {count} points are right, after {number} steps of {size} points each."
LEFT = "{number} steps were made, and {right} of {count} points are right. Another seed, or a smaller rate, may do it."
LENT = {
    "hinge": "The loss is the course's, as long as mine.py has no hinge.",
    "accuracy": "The course counts what is right, as long as mine.py has no accuracy.",
}
NO_STEPS = "step() takes a number of steps from 1 up; got {steps!r}. Try view.step(10)."
NO_RATE = "a learning rate is greater than 0; got {rate}. Try 0.3."
NO_WHOLE = "{name} is a whole number from {low} to {high}; got {found!r}. Try {usual}."


class OwnTrainingView(ChartView):
    """Somebody's own network, loop and loss learn 100 points on their own engine, and stop when all are right.

    `training` is the experiment. From code: `step(10)`, `learn()` to the end, `reset()`; `learned` says whether all
    points are right.
    """

    command = "own_training"

    def __init__(self, training):
        self.training = training
        self.player = Player(STEP, RESET, PLAY, width="120px")
        self.play, self.one, self.again = self.player.buttons
        self.large = ipywidgets.HTML()
        said = [SAID.format(every=EVERY), *(LENT[name] for name in training.parts.lent)]
        self.notes = " ".join(said)
        self.controls = list(self.player.buttons)
        below = ipywidgets.HTML(plain(self.notes))
        super().__init__([ipywidgets.HBox([*self.player.buttons, self.large], layout={"flex_flow": "row wrap"}), below])
        self.player.start(self, self.chart, self._next, self.reset)
        self.play.observe(self._named, "value")

    @property
    def learned(self):
        """Whether every point is right."""
        return self.training.learned

    @one_at_a_time
    def step(self, steps=1):
        """Make so many steps, or as many as it takes until all points are right."""
        if isinstance(steps, bool) or not isinstance(steps, int) or steps < 1:
            raise ValueError(NO_STEPS.format(steps=steps))
        try:
            while steps and not self.training.done:
                self.training.step()
                steps -= 1
        finally:
            self._show()

    @one_at_a_time
    def learn(self):
        """Step until all points are right, or no step is left."""
        self.step(self.training.most)

    @one_at_a_time
    def reset(self):
        """A new network from the same seed, as at the start."""
        self.player.stop()
        self.training.reset()
        self.refresh()

    def refresh(self):
        training = self.training
        words = {"right": sum(training.right), "count": len(training.right), "number": training.number}
        self.large.value = LARGE.format(**words)
        super().refresh()

    def panels(self):
        return border(self.training), curve(self.training), shares(self.training)

    def numbers(self):
        training = self.training
        rows = {"loss": f"{training.losses[-1]:.4f}" if training.losses else "no step yet"}
        if training.count > FOLLOWED:
            rows["w1, one of {n}".format(n=training.count)] = f"{training.parameters[FOLLOWED].data:.3f}"
        return rows

    def text(self):
        training = self.training
        rows = {"points that are right": f"{sum(training.right)} of {len(training.right)}", "steps": training.number}
        lines = [f"{name:<24}{text}" for name, text in rows.items()]
        return "\n".join([*lines, super().text(), *filter(None, [self._ending()]), self.notes])

    def code(self):
        training = self.training
        given = {
            "hidden": (list(training.hidden), list(HIDDEN)),
            "rate": (training.rate, RATE),
            "batch": (training.batch, BATCH),
            "steps": (training.most, STEPS),
            "seed": (training.seed, SEED),
        }
        told = [f"{name}={now}" for name, (now, usual) in given.items() if now != usual]
        made = f"live.own_training({', '.join(['mine', *told])})"
        return f"view = {made}\nview.step({training.number})\nview" if training.number else made

    def _ending(self):
        """What has come of it; "" while it goes on."""
        training = self.training
        words = {"count": len(training.right), "right": sum(training.right), "number": training.number}
        if training.learned and training.number:
            return DONE.format(**words, size=training.batch)
        return LEFT.format(**words) if training.done else ""

    def _named(self, change):
        self.play.description = PAUSE if change.new else PLAY.name

    def _show(self):
        self.refresh()
        if self.training.done:
            self.player.stop()
            self.say(self._ending())

    def _next(self):
        if self.training.done:
            self.player.stop()
        else:
            self.step()


def own_training(parts, hidden=HIDDEN, rate=RATE, batch=BATCH, steps=STEPS, seed=SEED):
    """See your own classes learn the 100 points of the first page: live.own_training(mine).

    `parts` has MLP and train, and hinge and accuracy as soon as there are some; as long as there are none, it takes the
    course's. `hidden` are the sizes of the hidden layers, `rate` is the learning rate; a step is one mini-batch of
    `batch` points. It ends when all points are right, or after so many `steps`. `seed` is that of the network's first
    numbers and of the order of the points.
    """
    check(rate, batch, steps)
    return OwnTrainingView(OwnTraining(parts_of(parts), tuple(hidden), rate, batch, steps, seed))


def check(rate, batch, steps):
    """ValueError for a rate that is not above 0, or a number that is not whole or out of range."""
    if not (isinstance(rate, (int, float)) and 0 < rate < float("inf")):
        raise ValueError(NO_RATE.format(rate=rate))
    for name, found, high, usual in (("batch", batch, 100, BATCH), ("steps", steps, 100_000, STEPS)):
        if isinstance(found, bool) or not isinstance(found, int) or not 1 <= found <= high:
            raise ValueError(NO_WHOLE.format(name=name, low=1, high=high, found=found, usual=usual))
