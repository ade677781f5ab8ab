"""live.golf: an optimiser of one's own beside the kit's, from the start to the hole."""

import contextlib
import io

import ipywidgets

from ....experiments.club import CLUBS, Own
from ....experiments.golf import HIGH, LOW, play, sweep
from ....experiments.holes import HOLES, curvature
from ...base.chart import ChartView
from ...base.slider import slider
from ...base.view import one_at_a_time
from .panels import course, heights, losses, rates
from .words import ASK, CUT, beside, ended, short, table

FIRST = 0.01  # where the mark stands before anybody moves it
PLACE, PLACE_TIP = "place the mark", "the largest rate at which SGD still stays; then the limit is shown"
LEAVES, ALONG = "{along:.3g} along, {across:.3g} across", "{least:.4g} to {most:.4g}"
HIDDEN = "covered"
NO_RATE = "{name} is a number from {low:g} to {high:g}; got {found!r}. Try {name}=0.05."
NO_HOLE = "the holes are {names}; got {found!r}. Try hole='ravine'."
PLACED_ALREADY = "the mark is placed, at {mark:.4g}; got another place for it. Make a new view for a new mark."


class GolfView(ChartView):
    """Each club's round at one rate on the hole shown, and a card of all. `mark` is None until it is placed.

    `rounds` are {club: Round}, `card` {club: {hole: how it ended}}, `sweeps` {club: Sweep} on the hole shown. From
    code: `place(0.06)`, `set(lr=0.07)`, `choose("plateau")`.
    """

    command = "golf"

    def __init__(self, club, lr, mark, hole):
        self.own = None if club is None else Own(club)
        self.clubs = {one.name: one for one in (*CLUBS, *([self.own] if self.own else []))}
        self.mark, self._marked, self._locked = mark, hole, False
        self._fields, self._swept, self._rounds = {}, {}, {}
        options = list(HOLES)
        self.holes = ipywidgets.ToggleButtons(options=options, value=hole)
        self.holes.style.button_width = "130px"
        self.marking, self.marked = slider("your mark", mark or FIRST, LOW, HIGH, step=0.01, log=True)
        self.placing = ipywidgets.Button(description=PLACE, tooltip=PLACE_TIP)
        self.lr, self.rate = slider("lr", lr, LOW, HIGH, step=0.01, log=True)
        self.scores = ipywidgets.HTML()
        self.controls = [self.holes, self.marking, self.marked, self.placing, self.lr, self.rate]
        rows = [[self.holes], [self.marking, self.marked], [self.placing], [self.lr, self.rate]]
        left = ipywidgets.VBox([ipywidgets.HBox(row) for row in rows])
        super().__init__([ipywidgets.HBox([left, self.scores], layout={"flex_flow": "row wrap"})])
        self.on(self.holes, lambda _: self.refresh())
        self.on(self.marked, lambda _: self.refresh())
        self.on(self.rate, lambda _: self.refresh())
        self.on(self.placing, lambda _: self.place())

    @one_at_a_time
    def place(self, mark=None):
        """Place the mark, where it stands or at this rate: the limit is shown, and lr can be moved."""
        if self.mark is not None:
            raise ValueError(PLACED_ALREADY.format(mark=self.mark))
        self.mark = self.marked.value if mark is None else _rate("mark", mark)
        self._marked = self.holes.value
        self.refresh()

    @one_at_a_time
    def set(self, lr):
        """Play every round at this rate."""
        self.rate.value = _rate("lr", lr)

    @one_at_a_time
    def choose(self, hole):
        """Show another hole, by its name."""
        self.holes.value = _hole(hole)

    @property
    def hole(self):
        """The Hole on screen."""
        return HOLES[self.holes.value]

    @property
    def curvature(self):
        """The Curvature at the hole on screen, with SGD's `limit`."""
        return curvature(self.hole)

    @property
    def rounds(self):
        """{club: Round} on the hole shown."""
        return {name: self._round(name, self.holes.value) for name in self.clubs}

    @property
    def card(self):
        """{club: {hole: how its round ended}}."""
        return {name: {hole: short(self._round(name, hole)) for hole in HOLES} for name in self.clubs}

    @property
    def sweeps(self):
        """{club: Sweep} on the hole shown; None until the mark is placed."""
        if self.mark is None:
            return None
        return {name: self._sweep(name) for name in self.clubs}

    @property
    def sentence(self):
        """What is said of the learner's club, and of the limit."""
        said = []
        if self.own:
            said.append(ended(self.own.name, self.rounds[self.own.name]))
        if self.mark is None:
            said.append(ASK.format(hole=self.holes.value))
        else:
            if self.own and not self.rounds[self.own.name].stopped and not self._sweep(self.own.name).whole:
                said.append(CUT.format(name=self.own.name))
            if self._marked == self.holes.value:
                said.append(beside(self.mark, self.curvature))
        return "\n".join(said)

    def refresh(self):
        if self.mark is not None and self.marked.value != self.mark:
            self.marked.value = self.mark
        self._allow()
        self.scores.value = table(self.card)
        super().refresh()
        self.say(self.sentence)

    def lock(self, locked=True):
        super().lock(locked)
        self._locked = locked
        self._allow()

    def panels(self):
        name, rounds = self.holes.value, self.rounds
        if name not in self._fields:
            self._fields[name] = heights(self.hole)
        mark = self.mark if self.mark is not None else self.marked.value
        if self.mark is not None and self._marked != name:
            mark = None
        last = rates(self.sweeps, self.curvature.limit, self.rate.value, mark)
        return course(self.hole, self._fields[name], rounds), losses(rounds), last

    def numbers(self):
        curved, rate = self.curvature, self.rate.value
        open_ = self.mark is not None
        words = {"along": 1 - rate * curved.least, "across": 1 - rate * curved.most}
        return {
            "lr": f"{rate:.4g}",
            "curvature": ALONG.format(least=curved.least, most=curved.most) if open_ else HIDDEN,
            "limit of SGD": f"{curved.limit:.4g}" if open_ else HIDDEN,
            "a step leaves": LEAVES.format(**words) if open_ else HIDDEN,
        }

    def text(self):
        rows = [f"{name:<24}{hole}: {ending}" for name, row in self.card.items() for hole, ending in row.items()]
        return "\n".join([*rows, super().text(), self.sentence])

    def code(self):
        given = ["Mine" if self.own and not self.own.called else self.own.called] if self.own else []
        given.append(f"lr={self.rate.value:.4g}")
        if self.mark is not None:
            given.append(f"mark={self.mark:.4g}")
        given += [f"hole={self.holes.value!r}"] if self.holes.value != next(iter(HOLES)) else []
        return f"live.golf({', '.join(given)})"

    def pointed(self, message):
        """A press on the rates moves the mark, and once it is placed, the rate."""
        if message["panel"] == 2:
            box = self.marked if self.mark is None else self.rate
            box.value = float(f"{min(HIGH, max(LOW, message['x'])):.3g}")

    def _allow(self):
        for control in (self.holes, self.lr, self.rate):
            control.disabled = self._locked or self.mark is None
        for control in (self.marking, self.marked, self.placing):
            control.disabled = self._locked or self.mark is not None

    def _round(self, name, hole):
        """One Round, played when it is first asked for; those of other rates are forgotten."""
        if self._rounds.get("rate") != self.rate.value:
            self._rounds = {"rate": self.rate.value}
        if (name, hole) not in self._rounds:
            self._rounds[name, hole] = play(HOLES[hole], self.clubs[name], self.rate.value)
        return self._rounds[name, hole]

    def _sweep(self, name):
        if (name, self.holes.value) not in self._swept:
            with contextlib.redirect_stdout(io.StringIO()):  # what a learner's step prints, thousands of times
                self._swept[name, self.holes.value] = sweep(self.hole, self.clubs[name])
        return self._swept[name, self.holes.value]


def golf(club=None, lr=0.05, mark=None, hole="ravine"):
    """Ravine golf: your optimiser beside SGD, momentum 0.9 and Adam of the kit, all at the same rate, on three courses.

    `club` is a class: club(parameters, lr) gives what has a step(), which moves p.data of both parameters by their
    p.grad. The ball is in the hole when a step ends within 0.2 of it and is shorter than that. Until a mark is placed
    on the axis of rates, by hand or as `mark`, lr stays and SGD's limit is covered. ValueError for a rate from
    outside 0.001 to 2, or for another hole than "ravine", "slanted ravine" or "plateau".
    """
    return GolfView(club, _rate("lr", lr), mark if mark is None else _rate("mark", mark), _hole(hole))


def _rate(name, x):
    if isinstance(x, bool) or not isinstance(x, (int, float)) or not LOW <= x <= HIGH:
        raise ValueError(NO_RATE.format(name=name, low=LOW, high=HIGH, found=x))
    return float(x)


def _hole(name):
    if name not in HOLES:
        raise ValueError(NO_HOLE.format(names=", ".join(HOLES), found=name))
    return name
