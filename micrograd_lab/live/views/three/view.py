"""live.three: three numbers to find, by hand or by backward()."""

from time import monotonic

import ipywidgets

from ....experiments.three import GOAL, NAMES, POINTS, RATE, REACH, START, NoGradient, Three
from ...base.chart import ChartView
from ...base.clock import Clock
from ...base.player import Caption, Player
from ...base.slider import slider
from ...base.view import one_at_a_time
from .panels import curve, plane

STEP = Caption("one step", tip="backward() once, and each slider a little against its gradient")
RESET = Caption("start again", tip="the three numbers as they were at the beginning")
PLAY = Caption("let backward() move them", tip="step by step, until the loss is below 0.1")
STEPS, SECONDS = 40, 2.0  # how long backward() takes, where somebody watches
LARGE = '<span style="font-size: 26px; line-height: 34px">loss <b>{loss:.3f}</b></span>&nbsp; {goal}'
FORMULA = "y = tanh(w1 · x1 + w2 · x2 + b)"
TO_DO, DONE, MOVED_ON = "bring it below {goal}", "below {goal}", "it was below {goal}, and you moved on"
BY_HAND = "Below {goal}, by hand: {changes} changes of three numbers."
BY_BACKWARD = "Below {goal}, by backward(): {steps}, and each moved all three numbers."
NOT_YET = "After {steps} of backward() the loss is {loss:.3f}."
ONE_STEP, MANY = "1 step", "{n} steps"
NO_NUMBER = "the numbers here are w1, w2 and b; got {names}. Try view.set(w1=1.0)."
NO_ENGINE = "learn() needs a class with backward(), and this view has none. Try live.three(engine=mine.Value)."
OUTSIDE = "{name} is from -{reach:g} to {reach:g} here; got {x}. Try 1.0."
NO_CLASS = "the engine is a class; got {found}. Try live.three(engine=mine.Value)."
NO_STEPS = "learn() takes a number of steps from 1 up; got {steps!r}. Try view.learn(40)."


class ThreeView(ChartView):
    """Sliders for w1, w2 and b, six points, and the loss. A minute is counted from the first move on; it ends nothing.

    `three` is the experiment. From code: `set(w1=1.0)`, `reset()`, and, where there is a class, `learn(steps)`.
    """

    command = "three"

    def __init__(self, three):
        self.three, self._setting = three, False
        self._forget()
        pairs = {name: slider(name, x, -REACH, REACH) for name, x in zip(NAMES, three.numbers, strict=True)}
        self.sliders = {name: pair[0] for name, pair in pairs.items()}
        self.boxes = {name: pair[1] for name, pair in pairs.items()}
        self.player = Player(STEP, RESET, PLAY if three.engine else None, width="110px")
        self.play, self.one, self.again = self.player.play, self.player.one, self.player.again
        buttons = self.player.buttons if three.engine else (self.again,)
        if three.engine:
            self.play.layout.width = "200px"
        self.large, self.clock = ipywidgets.HTML(), Clock()
        hand = ipywidgets.VBox([*(ipywidgets.HBox(pair) for pair in pairs.values()), ipywidgets.HBox(buttons)])
        head = ipywidgets.VBox([self.large, self.clock, ipywidgets.HTML(FORMULA)], layout={"margin": "0 0 0 24px"})
        self.controls = [*(widget for pair in pairs.values() for widget in pair), *buttons]
        super().__init__([ipywidgets.HBox([hand, head], layout={"flex_flow": "row wrap"})])
        for box in self.boxes.values():
            self.on(box, lambda _: self._moved())
        self.player.start(self, self.chart, self._next, self.reset)

    @one_at_a_time
    def set(self, **numbers):
        """Set some of the three at once: set(w1=1, b=-0.5). ValueError for another name."""
        if strangers := set(numbers) - set(NAMES):
            raise ValueError(NO_NUMBER.format(names=", ".join(sorted(strangers))))
        now = dict(zip(NAMES, self.three.numbers, strict=True)) | numbers
        self.three.set([min(REACH, max(-REACH, float(x))) for x in now.values()])
        self._show()

    @one_at_a_time
    def reset(self):
        """Back to the start, the clock too."""
        self.player.stop()
        self.clock.reset()
        self.three.reset()
        self._forget()
        self.refresh()

    @one_at_a_time
    def learn(self, steps=STEPS):
        """Let the class's backward() move the three numbers, so many steps or until the loss is below the goal.

        RuntimeError where the view has no class. What the class itself does wrong is said below the picture.
        """
        if not self.three.engine:
            raise RuntimeError(NO_ENGINE)
        if isinstance(steps, bool) or not isinstance(steps, int) or steps < 1:
            raise ValueError(NO_STEPS.format(steps=steps))
        self._step(steps)
        self._show()

    def refresh(self):
        waiting = MOVED_ON if self.clock.stopped else TO_DO
        goal = (DONE if self.three.found else waiting).format(goal=GOAL)
        self.large.value = LARGE.format(loss=self.three.loss, goal=goal)
        waits = not (self.clock.running or self.clock.stopped)
        self.clock.layout.visibility = "hidden" if waits and self._steps else "visible"  # no move of yours to wait for
        self._setting = True
        try:
            for box, x in zip(self.boxes.values(), self.three.numbers, strict=True):
                box.value = round(x, 3)
        finally:
            self._setting = False
        super().refresh()

    def panels(self):
        return plane(self.three), curve(self.three)

    def numbers(self):
        three = self.three
        return {
            "points on their side": f"{three.right} of {len(POINTS)}",
            "changes": three.changes,
        }

    def text(self):
        rows = {"loss": self.three.loss, **dict(zip(NAMES, self.three.numbers, strict=True))}
        lines = [*(f"{name:<24}{x:.3f}" for name, x in rows.items()), super().text(), self.said]
        return "\n".join(filter(None, lines))

    def code(self):
        engine = getattr(self.three.engine, "__name__", "")
        given = [f"engine={engine}"] if engine else []
        given += [f"{name}={round(x, 3):g}" for name, x in zip(NAMES, self.three.numbers, strict=True)]
        return f"live.three({', '.join(given)})"

    def _forget(self):
        self.said, self._steps, self._trouble, self._doubt, self._began = "", 0, "", "", None

    def _moved(self):
        """A slider or a box was moved by hand."""
        if self._setting:
            return
        self.clock.start()
        self._steps, self._trouble, self._doubt = 0, "", ""  # from here on it is by hand again
        self.three.set([box.value for box in self.boxes.values()])
        self._show()

    def _next(self):
        """One step at a press; while it plays, as many as bring STEPS of them into SECONDS, on any machine."""
        if not self.chart.playing:
            self._step(1)
            self._show()
            return
        if self._began is None:
            self._began = monotonic(), self._steps
        began, first = self._began
        due = first + 1 + int((monotonic() - began) / SECONDS * STEPS)
        self._step(due - self._steps)
        if self._trouble or self.three.found or due > first + STEPS:
            self.player.stop()
            self._began = None
            self._show()
        else:
            self.refresh()

    def _step(self, steps):
        """Let backward() move the numbers: until the goal, or where the class gives no gradients."""
        self._trouble = ""
        for _ in range(steps):
            if self.three.found:
                return
            try:
                self._doubt = self.three.step(RATE) or self._doubt
            except NoGradient as lacking:
                self._trouble = str(lacking)
                return
            self._steps += 1

    def _show(self):
        """Draw, and say what has come of it."""
        steps = ONE_STEP if self._steps == 1 else MANY.format(n=self._steps)
        words = {"goal": GOAL, "steps": steps, "loss": self.three.loss, "changes": self.three.changes}
        if self.three.found:
            self.said = (BY_BACKWARD if self._steps else BY_HAND).format(**words)
            self.clock.stop()
        else:
            self.said = self._trouble or (NOT_YET.format(**words) if self._steps else "")
        self.said = "\n".join(filter(None, [self.said, self._doubt]))
        self.refresh()
        self.say(self.said)


def three(engine=None, w1=START[0], w2=START[1], b=START[2]):
    """Find three numbers: y = tanh(w1 * x1 + w2 * x2 + b) is to be +1 or -1 at six points, loss below 0.1.

    They begin at w1, w2 and b, from -4 to 4. `engine` is a class like Value, with *, +, tanh() and backward(): a
    button then lets its backward() move the sliders, and `view.learn(40)` does so from code.
    """
    for name, x in zip(NAMES, (w1, w2, b), strict=True):
        if not -REACH <= x <= REACH:
            raise ValueError(OUTSIDE.format(name=name, reach=REACH, x=x))
    if engine is not None and not callable(engine):
        raise TypeError(NO_CLASS.format(found=type(engine).__name__))
    return ThreeView(Three((w1, w2, b), engine))
