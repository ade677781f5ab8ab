"""live.loop: the training loop as four buttons that are pressed in any order."""

import math

import ipywidgets

from ....draw.charts import Axis
from ....experiments.loop import ORDER, Loop, name_of
from ....graph import digits
from ...base.chart import ChartView
from ...base.player import Caption, Player
from ...base.slider import in_columns, slider
from ...base.view import one_at_a_time
from .panels import course, loss_over_presses

STEP = Caption("whole step", "play", "forward, zero, backward, update")
RESET = Caption("reset", tip="the same start; this run stays, dashed")
NO_BUTTON = "the buttons are {names}; got {name!r}. Press one of them."
NO_RATE = "a learning rate is greater than 0; got {lr}. Try 0.05."
NO_PARAMETER = "the parameters of this MLP are numbered 0 to 40; got {parameter}. Try 2."
OLD = "{loss}, of the parameters before the last update"
OLDER = "{loss}, of the parameters before the last {number} updates"
TIPS = {
    "forward": "loss = mean_squared_error([model(x) for x in xs], ys)",
    "zero": "model.zero_grad()",
    "backward": "loss.backward()",
    "update": "optimizer.step(): p.data -= lr * p.grad",
}


class LoopView(ChartView):
    """Four buttons, and a whole step of all four. Each does what its name says and nothing else.

    `loop` holds what the engine's calls have left behind; `before` is the loop before the last reset, or None.
    From code: `press("forward", "zero")`, `step(10)`, `reset()`.
    """

    command = "loop"

    def __init__(self, lr, forget, parameter, seed):
        self.seed, self.sentence, self.loop, self.before = seed, "", Loop(lr, seed), None
        self.buttons = {name: ipywidgets.Button(description=name, tooltip=TIPS[name]) for name in ORDER}
        self.player = Player(STEP, RESET, width="112px")
        self.whole, self.again = self.player.buttons
        self.forget = ipywidgets.ToggleButton(value=forget, description="forget zero_grad", icon="ban")
        for button in self.buttons.values():
            button.layout.width = "112px"
        self.times, self.count = slider("whole steps", 1, 1, 60, step=1, whole=True)
        self.lr, self.rate = slider("learning rate", lr, min(1e-3, lr), max(1.0, lr), step=0.05, log=True)
        last = len(self.loop.parameters) - 1
        self.which, self.number = slider("parameter", parameter, 0, last, step=1, whole=True)
        pairs = [(self.times, self.count), (self.lr, self.rate), (self.which, self.number)]
        presses = (*self.buttons.values(), *self.player.buttons, self.forget)
        self.controls = [*presses, *(widget for pair in pairs for widget in pair)]
        self._runs = [self._run()]
        super().__init__([ipywidgets.HBox(presses, layout={"flex_flow": "row wrap"}), in_columns(pairs)])
        for name, button in self.buttons.items():
            self.on(button, lambda _, name=name: self.press(name))
        self.player.start(self, self.chart, lambda: self.step(self.count.value), self.reset)
        self.on(self.forget, lambda change: self._set("forget", change.new))
        self.on(self.rate, lambda change: self._set("rate", change.new))
        self.on(self.number, lambda _: self.refresh())

    @one_at_a_time
    def press(self, *names):
        """Press buttons by their names, one after another. Says what the last one did, where that is unusual."""
        for name in names:
            if name not in ORDER:
                raise ValueError(NO_BUTTON.format(names=", ".join(ORDER), name=name))
            self._tell(self.loop.press(name, self.forget.value))
            self._note("press", (name,))
        self.refresh()

    @one_at_a_time
    def step(self, n=1):
        """Press all four in order, n times. Stops where the loss is no longer a number."""
        self._note("step", n, merge=self.loop.finite)
        said = []
        for _ in range(n):
            said = [self.loop.press(name, self.forget.value) for name in ORDER]
            if not self.loop.finite:
                break
        self._tell(next((sentence for sentence in reversed(said) if sentence), ""))
        self.refresh()

    @one_at_a_time
    def reset(self):
        """Back to the start, with the same weights. The run until now stays on the picture, dashed."""
        if self.loop.presses:
            self.before, self.loop = self.loop, Loop(self.rate.value, self.seed)
            self._runs = [self._runs[-1], self._run()]
        self._tell("")
        self.refresh()

    def panels(self):
        runs, which = [run for run in (self.loop, self.before) if run], self.number.value
        most = max(len(run.presses) for run in runs)
        across = Axis("presses", 0.0, max(8.0, 1.03 * most))  # so that the last mark is whole
        return (
            loss_over_presses(across, *runs),
            course("data of one parameter", across, [row[which] for row in self.loop.data], "green"),
            course("grad of the same", across, [row[which] for row in self.loop.grad], "purple"),
        )

    def numbers(self):
        loop, which = self.loop, self.number.value
        return {
            "loss": self._loss(),
            "updates": len(loop.updates),
            "backward() since zero": loop.calls,
            "parameter": name_of(which, loop.model),
            "its data": digits(float(loop.data[-1][which])),
            "its grad": digits(float(loop.grad[-1][which])),
        }

    def text(self):
        return super().text() + (f"\n{self.sentence}" if self.sentence else "")

    def code(self):
        first = self._runs[0]
        lines = [
            f"view = live.loop(lr={first['lr']:g}, forget={first['forget']}, parameter={self.number.value}, "
            f"seed={self.seed})"
        ]
        for n, run in enumerate(self._runs):
            lines += ["view.reset()"] * bool(n) + [_line(*did) for did in run["did"]]
        return "\n".join([*lines, "view"])

    def _loss(self):
        loop = self.loop
        if not loop.losses:
            return "not computed yet"
        old = {0: "{loss}", 1: OLD}.get(loop.behind, OLDER)
        return old.format(loss=digits(loop.losses[-1][1]), number=loop.behind)

    def _set(self, name, value):
        if name == "rate":
            self.loop.optimizer.lr = value
        self._note(name, value)
        self.refresh()

    def _run(self):
        return {"lr": self.rate.value, "forget": self.forget.value, "did": []}

    def _note(self, kind, what, merge=True):
        """Keep what was done, for code(): presses and steps in a row as one, of settings the last."""
        did = self._runs[-1]["did"]
        if merge and did and did[-1][0] == kind:
            what = what if kind in ("rate", "forget") else did[-1][1] + what
            did.pop()
        did.append((kind, what))

    def _tell(self, sentence):
        self.sentence = sentence
        self.say(sentence)


def loop(lr=0.05, forget=False, parameter=2, seed=1):
    """Train by hand: forward, zero, backward and update, in any order.

    An MLP 3-4-4-1 with tanh learns the four examples of the micrograd lecture. The loss is
    losses.mean_squared_error, the mean over the four; the lecture takes their sum, so its rate 0.05 is 0.2 here.
    With `forget` the button "zero" calls nothing. `parameter` is the number of the one whose data and grad
    are shown.
    """
    if not 0 < lr < math.inf:
        raise ValueError(NO_RATE.format(lr=lr))
    if parameter not in range(41):
        raise ValueError(NO_PARAMETER.format(parameter=parameter))
    return LoopView(float(lr), bool(forget), int(parameter), seed)


def _line(kind, what):
    """One line of code() for something that was done."""
    if kind == "press":
        return f"view.press({', '.join(map(repr, what))})".replace("'", '"')
    return f"view.step({what})" if kind == "step" else f"view.{kind}.value = {what!r}"
