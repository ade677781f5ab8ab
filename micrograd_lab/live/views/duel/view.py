"""live.duel: one neuron, moved by hand, along arrows, and by gradient descent."""

import math

from ....experiments.duel import (
    BY_HAND,
    DESCENT,
    MOVES,
    NAMES,
    RATE,
    REACH,
    ROUNDS,
)
from ...base.chart import ChartView
from ...base.view import one_at_a_time
from .code import typed
from .controls import GO, GO_TIP, STEP, STEP_TIP, Controls, arrow
from .panels import bricks, curves, plane, reach
from .start import begun

LARGE = '<span style="font-size: 22px; line-height: 30px">&nbsp;loss <b>{loss:.3f}</b></span>'
MADE = "{round}, move {n} of {of}: the loss goes from {before:.3f} to {after:.3f}."
SHORT = " That was farther than a move may go, so it stopped on its way."
OVER = " The round is over."
ALREADY = "This round has had its {of} moves. Choose another round, or start again."
STANDS = "Move a slider first: a move that goes nowhere is none."
NUMBER_OF_ROUND, OF, SIDE = "{n} of 3, {name}", "{n} of {of}", "{right} of {count}"
SHORTENED, NONE_LEFT = "{far:.3f}, not {wished:.3f}", "none left"
NO_NUMBER = "the numbers here are w1, w2 and b; got {names}. Try view.set(w1=1.0)."
NO_PLACE = "{name} is a number from -{reach:g} to {reach:g} here; got {x!r}. Try 1.0."
NO_POINT = "there is no point {name!r} here; there are {names}. Try view.choose('A')."
NO_ROUND = "rounds are 1, 2 and 3; got {n!r}. Try view.turn(2)."
NO_MOVES = "a round has {of} moves; got {n}. Leave some out, or view.reset() first."


class DuelView(ChartView):
    """Three rounds of five moves with one neuron, and every point's pulls. No move is longer than `duel.longest`.

    `duel` is the experiment; `losses` and `pulls()` are its numbers. From code: `turn(2)` chooses the round,
    `set(w1=1.0)` says where the move is to lead, `move()` makes it (in round 3 a step downhill), `choose("A")` lights
    a point, `play(hand=[(w1, w2, b), ...], descent=5)` makes many moves at once, `reset()` forgets all.
    """

    command = "duel"

    def __init__(self, duel, seed=None):
        self.duel, self.seed, self.chosen = duel, seed, ""
        self._setting, self._locked, self._target = False, False, duel.numbers
        self.parts = Controls(duel.numbers, duel.names)
        self.sliders, self.boxes = self.parts.sliders, self.parts.boxes
        self.controls = self.parts.all
        super().__init__([self.parts.box])
        for name, box in self.boxes.items():
            self.on(box, lambda change, name=name: self._moved(name, change.new))
        self.on(self.parts.turns, lambda change: self._setting or self._turned(change.new))
        self.on(self.parts.points, lambda change: self._setting or self.choose(change.new))
        self.on(self.parts.go, lambda _: self.move())
        self.on(self.parts.again, lambda _: self.reset())

    @property
    def losses(self):
        """{"by hand": (...), "along arrows": (...), "descent": (...)}: the loss at the start and after each move."""
        return self.duel.losses

    def pulls(self):
        """{letter: what the point adds to the slope of the loss by w1, w2 and b}, at the numbers of now."""
        return self.duel.pulls()

    def gradient(self):
        """The slopes of the loss by w1, w2 and b, at the numbers of now: all pulls, added up."""
        return self.duel.gradient()

    @one_at_a_time
    def turn(self, n):
        """Go to round 1, 2 or 3, where it stands."""
        if isinstance(n, bool) or n not in (1, 2, 3):
            raise ValueError(NO_ROUND.format(n=n))
        self._turned(ROUNDS[n - 1])

    @one_at_a_time
    def set(self, **numbers):
        """Say where the next move is to lead: set(w1=1, b=-0.5). ValueError for another name, or out of reach."""
        if strangers := set(numbers) - set(NAMES):
            raise ValueError(NO_NUMBER.format(names=", ".join(sorted(strangers))))
        for name, x in numbers.items():
            if not -REACH <= x <= REACH:
                raise ValueError(NO_PLACE.format(name=name, reach=REACH, x=x))
        now = dict(zip(NAMES, self._target, strict=True)) | numbers
        self._target = tuple(float(x) for x in now.values())
        self.refresh()

    @one_at_a_time
    def move(self):
        """Make one of the five moves: to where the sliders stand; in round 3 a step of gradient descent."""
        duel, before, short = self.duel, self.duel.loss, False
        if duel.over:
            self.say(ALREADY.format(of=MOVES))
            return
        if duel.turn == DESCENT:
            duel.step()
        elif self._target == duel.numbers:
            self.say(STANDS)
            return
        else:
            short = duel.move(self._target)
        self._target = duel.numbers
        self.refresh()
        words = {"round": duel.turn.capitalize(), "n": duel.moves, "of": MOVES, "before": before, "after": duel.loss}
        self.say(MADE.format(**words) + (SHORT if short else "") + (OVER if duel.over else ""))

    @one_at_a_time
    def play(self, hand=(), arrows=(), descent=0):
        """Make moves at once: by hand and along arrows to each (w1, w2, b), and so many steps of descent.

        ValueError for more than a round has left.
        """
        rounds = dict(zip(ROUNDS, (list(hand), list(arrows), [None] * descent), strict=True))
        for name, moves in rounds.items():
            if len(self.duel.paths[name]) - 1 + len(moves) > MOVES:
                raise ValueError(NO_MOVES.format(of=MOVES, n=len(self.duel.paths[name]) - 1 + len(moves)))
        for name, moves in rounds.items():
            for numbers in moves:
                self.duel.turn = name
                if numbers is None:
                    self.duel.step()
                else:
                    self.duel.move(tuple(map(float, numbers)))
        self._target = self.duel.numbers
        self.refresh()

    @one_at_a_time
    def choose(self, name):
        """Light the pulls of one point, by its letter; of all with ""."""
        if name not in ("", *self.duel.names):
            raise ValueError(NO_POINT.format(name=name, names=", ".join(self.duel.names)))
        self.chosen = name
        self.refresh()

    @one_at_a_time
    def reset(self):
        """All three rounds from the start."""
        self.duel.reset()
        self._target, self.chosen = self.duel.numbers, ""
        self.refresh()

    def refresh(self):
        duel, parts = self.duel, self.parts
        parts.large.value = LARGE.format(loss=duel.loss)
        descent, largest = duel.turn == DESCENT, max(map(abs, reach(duel)))
        parts.go.description, parts.go.tooltip = (STEP, STEP_TIP) if descent else (GO, GO_TIP)
        for name, slope in zip(NAMES, duel.gradient(), strict=True):
            parts.arrows[name].value = "" if self._covered else arrow(name, slope, largest)
        self._setting = True
        try:
            parts.turns.value, parts.points.value = duel.turn, self.chosen
            for box, x in zip(self.boxes.values(), self._target, strict=True):
                box.value = min(REACH, max(-REACH, round(x, 3)))
        finally:
            self._setting = False
        self._allow()
        super().refresh()

    def lock(self, locked=True):
        super().lock(locked)
        self._locked = locked
        self._allow()

    def panels(self):
        duel = self.duel
        return plane(duel, self._ahead, self.chosen), curves(duel), bricks(duel, self.chosen, self._covered)

    def numbers(self):
        duel = self.duel
        return {
            "round": NUMBER_OF_ROUND.format(n=ROUNDS.index(duel.turn) + 1, name=duel.turn),
            "moves": OF.format(n=duel.moves, of=MOVES),
            "loss": f"{duel.loss:.3f}",
            "points on their side": SIDE.format(right=duel.right, count=len(duel.points)),
            "longest move": f"{duel.longest:.3f}",
            "next move": self._far(),
        }

    def text(self):
        rows = [f"{name:<24}{x:.3f}" for name, x in zip(NAMES, self.duel.numbers, strict=True)]
        return "\n".join([*rows, super().text()])

    def code(self):
        return typed(self.duel, self.seed, self.chosen, self.duel.turn)

    def pointed(self, message):
        """A click on a point lights its pulls; another click on it lights all."""
        if message["phase"] == "press" and message["key"] in self.duel.names:
            self.choose("" if message["key"] == self.chosen else message["key"])

    @property
    def _covered(self):
        """Whether nothing is shown of slopes: in round 1."""
        return self.duel.turn == BY_HAND

    @property
    def _ahead(self):
        """Where the next move would end, were it made now: here, where the round has none left."""
        duel = self.duel
        if duel.over:
            return duel.numbers
        return duel.downhill(duel.numbers) if duel.turn == DESCENT else duel.ahead(self._target)

    def _far(self):
        """How far the next move leads, and from what it was shortened."""
        if self.duel.over:
            return NONE_LEFT
        far, wished = (math.dist(self.duel.numbers, there) for there in (self._ahead, self._target))
        shortened = self.duel.turn != DESCENT and self._ahead != self._target
        return SHORTENED.format(far=far, wished=wished) if shortened else f"{far:.3f}"

    def _allow(self):
        for control in self.parts.moved:
            control.disabled = self._locked or self.duel.turn == DESCENT
        self.parts.go.disabled = self._locked or self.duel.over

    def _turned(self, name):
        self.duel.turn = name
        self._target = self.duel.numbers
        self.refresh()

    def _moved(self, name, x):
        """A slider or a box was moved by hand."""
        if not self._setting:
            now = dict(zip(NAMES, self._target, strict=True)) | {name: x}
            self._target = tuple(now.values())
            self.refresh()


def duel(points=None, sides=None, lr=RATE, seed=None):
    """A duel with one neuron: five moves by hand, five along arrows, five steps of gradient descent.

    score = w1 * x1 + w2 * x2 + b; the loss is the mean hinge loss of the points, pairs (x1, x2), whose sides are +1 or
    -1. With `seed` it starts as Neuron(2) after random.seed(seed). `lr` is descent's; no move of anybody is longer
    than the longest of descent's five.
    """
    return DuelView(begun(points, sides, lr, seed), seed)
