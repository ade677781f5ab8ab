"""live.paper: the plane as a sheet of paper, which each ReLU of a small network folds."""

import math

from ....experiments.paper import Fold, Sheet, downhill, loss, partly
from ...base.chart import ChartView
from ...base.slider import rounded
from ...base.view import one_at_a_time
from . import words
from .code import typed
from .controls import MADE, NAMES, OUT, TURN, Controls, choices
from .drags import held
from .frames import Frames
from .panels import MANY, PIECES, above, side
from .start import MOST, TURNED, degrees, folded, placed, share

ANOTHER = Fold(-1.0, 1.0, 0.2, -2.0), Fold(1.0, -0.4, -0.3, 2.0), Fold(0.3, 1.0, -0.9, 2.0)  # as a new fold begins
FRAME, LISTED = 0.04, 4  # how much of a fold is made in a frame; points that are listed with their scores


class PaperView(ChartView):
    """A sheet that is folded by ReLUs. `folds` and `out` are the network's numbers, `sheet` is the sheet as it lies.

    `pieces` is how many flat pieces it has, `right` how many points stand on their side of the table. From code:
    `choose(2)` puts a fold on the sliders, `set(fold=2, b=-1.5)` moves its numbers, `set(out=-1)` the last bias,
    `fold(1.5)` says how many folds are made, `turn(60)` turns the sheet, `add(w1, w2, b, v)` adds a fold, `learn(100)`
    takes steps downhill, `reset()` goes back to the numbers of the call.
    """

    command = "paper"

    def __init__(self, folds, out, points, made, turn):
        self._called = folds, out, made, turn
        self.folds, self.out, self.points = folds, out, points
        self._setting, self._held = False, None
        self.parts = Controls(folds, out, made, turn)
        self.sliders, self.boxes = self.parts.sliders, self.parts.boxes
        self.controls = self.parts.all
        super().__init__([self.parts.box])
        for name, box in self.boxes.items():
            self.on(box, lambda change, name=name: self._setting or self._moved(name, change.new))
        self.on(self.parts.choice, lambda _: self._setting or self.refresh())
        self.on(self.parts.more, lambda _: self.add())
        self.on(self.parts.one, lambda _: self.next())
        self.on(self.parts.again, lambda _: self.reset())
        self.player = Frames(self, self.chart, {self.parts.play: self._fold_on, self.parts.learn: self._learn_on})

    @property
    def sheet(self):
        """The Sheet, with its folds as far as they are made."""
        return Sheet(partly(self.folds, self.made), self.out, self.points)

    @property
    def made(self):
        """How many folds are made: 1.5 is the first, and half of the second."""
        return min(self.boxes[MADE].value, float(len(self.folds)))

    @property
    def chosen(self):
        """The number of the fold whose numbers are on the sliders, from 1."""
        return self.parts.choice.value + 1

    @property
    def turned(self):
        """By how many degrees the sheet is turned."""
        return self.boxes[TURN].value

    @property
    def pieces(self):
        """How many flat pieces the sheet has."""
        return len(self.sheet.pieces)

    @property
    def right(self):
        """How many points stand where the score has their sign."""
        return self.sheet.right

    @property
    def loss(self):
        """The mean square by which the scores at the points miss their sides, -1 or +1."""
        return loss(self.sheet.folds, self.out, self.points)

    @one_at_a_time
    def choose(self, n):
        """Put the numbers of a fold on the sliders. ValueError where there is none of this number."""
        if isinstance(n, bool) or n not in range(1, len(self.folds) + 1):
            raise ValueError(words.NO_FOLD.format(count=len(self.folds), n=n))
        self.parts.choice.value = n - 1

    @one_at_a_time
    def set(self, fold=None, **numbers):
        """Move numbers of a fold, by default the chosen one, or `out`. ValueError for another name, or out of reach."""
        if strangers := set(numbers) - {*NAMES, "out"}:
            raise ValueError(words.NO_NUMBER.format(names=", ".join(sorted(strangers))))
        self._check(numbers)
        self.choose(self.chosen if fold is None else fold)
        self.put({name: float(x) for name, x in numbers.items()})

    @one_at_a_time
    def fold(self, made):
        """Say how many folds are made, from 0 to all."""
        self.boxes[MADE].value = share(made, len(self.folds))

    @one_at_a_time
    def next(self):
        """Make the next fold, all of it; after the last one, lay the sheet flat."""
        self.fold(0 if self.made >= len(self.folds) else math.floor(self.made) + 1)

    @one_at_a_time
    def learn(self, steps=1):
        """Take steps of gradient descent, all folds made: each number goes a little against its slope of the loss."""
        folds, out = self.folds, self.out
        for _ in range(steps):
            if loss(folds, out, self.points) > words.LOST:
                break
            folds, out = downhill(folds, out, self.points)
        self._lie(folds, out)
        self.refresh()

    @one_at_a_time
    def turn(self, degree):
        """Turn the sheet, from -180 to 180 degrees."""
        self.boxes[TURN].value = degrees(degree)

    @one_at_a_time
    def add(self, *numbers):
        """Another fold, of w1, w2, b and v; without numbers, one that crosses the sheet."""
        if len(self.folds) >= MOST:
            self.say(words.FULL.format(most=MOST))
            return
        fold = Fold(*map(float, numbers)) if numbers else ANOTHER[len(self.folds) - 1]
        self._check(fold._asdict())
        self._lie((*self.folds, fold), self.out, chosen=len(self.folds))
        self.refresh()

    @one_at_a_time
    def reset(self):
        """Back to the numbers of the call."""
        self.player.stop()
        folds, out, made, turn = self._called
        self._lie(folds, out, made, 0)
        self.turn(turn)
        self.refresh()

    def refresh(self):
        self._show_numbers()
        sheet = self.sheet
        pieces, told = len(sheet.pieces), {"right": sheet.right, "count": len(self.points)}
        self.parts.large.value = words.LARGE.format(pieces=PIECES.get(pieces, MANY.format(count=pieces)), **told)
        super().refresh()

    def panels(self):
        return above(self.sheet, self.chosen - 1), side(self.sheet, self.turned)

    def numbers(self):
        sheet = self.sheet
        found = {
            words.PIECES_OF: len(sheet.pieces),
            words.RIGHT: words.OF.format(right=sheet.right, count=len(self.points)),
        }
        found["loss"] = f"{self.loss:.4f}"
        for x1, x2, to in self.points[:LISTED]:
            found[words.STANDS.format(x1=x1, x2=x2)] = words.SHOULD.format(score=sheet.score(x1, x2), side=to)
        return found

    def code(self):
        return typed(self)

    def pointed(self, message):
        """A crease is dragged, or turned by its arrow's tip; a drag of the side turns the sheet."""
        if message["phase"] == "press":
            self._held = held(self, message)
        elif self._held:
            self._held(message)

    def _check(self, numbers):
        for name, x in numbers.items():
            box = self.boxes[OUT if name == "out" else name]
            if not box.min <= x <= box.max:
                raise ValueError(words.NO_PLACE.format(name=name, low=box.min, high=box.max, x=x))

    def put(self, numbers):
        """Move numbers of the chosen fold, or "out", within reach, and show them."""
        n = self.chosen - 1
        inside = {name: rounded(self.sliders[OUT if name == "out" else name], x) for name, x in numbers.items()}
        out = inside.pop("out", self.out)
        made = max(self.made, n + 1.0) if inside else self.made  # what is moved is seen
        self._lie((*self.folds[:n], self.folds[n]._replace(**inside), *self.folds[n + 1 :]), out, made)
        self.refresh()

    def _lie(self, folds, out, made=None, chosen=None):
        """Take these folds: by default all of them made."""
        chosen = min(self.chosen, len(folds)) - 1 if chosen is None else chosen
        self._setting = True
        try:
            self.folds, self.out = tuple(folds), out
            if len(self.parts.choice.options) != len(folds):
                self.parts.choice.options = choices(len(folds))
            self.parts.choice.value = chosen
            self.sliders[MADE].max = float(len(folds))
            self.boxes[MADE].value = len(folds) if made is None else made
        finally:
            self._setting = False

    def _show_numbers(self):
        """Let sliders and boxes say the numbers of the chosen fold."""
        before, self._setting = self._setting, True
        try:
            for name, x in (*self.folds[self.chosen - 1]._asdict().items(), (OUT, self.out)):
                self.boxes[name].value = round(x, 4)
        finally:
            self._setting = before

    def _moved(self, name, x):
        """A slider or a box was moved by hand."""
        if name in (MADE, TURN):
            self.refresh()
        else:
            self.put({"out" if name == OUT else name: x})

    def _fold_on(self):
        if self.made == len(self.folds):  # it has stopped there, and begins anew
            self.fold(0)
            return
        self.fold(min(round(self.made + FRAME, 6), float(len(self.folds))))
        if self.made == len(self.folds):
            self.player.stop()

    def _learn_on(self):
        before = self.loss
        self.learn()
        if said := words.ended(before, self.loss):
            self.player.stop()
            self.say(said)


def paper(numbers=None, points=None, made=None, turn=TURNED):
    """The plane as a sheet of paper, which each ReLU of one hidden layer folds: from above, and from the side.

    `numbers` are w1, w2, b of each of 1 to 4 ReLUs, then a v for each, then the last neuron's bias, as numbers or
    Values; or a network, such as MLP(2, [2, 1]); by default lesson 7's nine numbers. `points` are triples
    (x1, x2, side). `made` is how many of the folds are made: 0 is a sheet that nobody has folded yet. `turn` is by how
    many degrees the sheet is turned. ValueError for what is none of these.
    """
    folds, out = folded(numbers)
    return PaperView(folds, out, placed(points), share(made, len(folds)), degrees(turn))
