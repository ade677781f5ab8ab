"""live.ravine: where a training of one's own stands in its loss, and which numbers wait."""

import ipywidgets

from ....experiments.club import NoRound
from ....experiments.own_training import RATE, SEED, parts_of
from ....experiments.ravine import BEST, LOOK, SEEDS, Ravine
from ...base.chart import ChartView
from ...base.slider import in_columns, slider
from ...base.view import one_at_a_time
from .panels import above, cuts, ground, race, shown, two_cuts, waits

LOW, HIGH = 0.001, 2.0
RACING, RACING_TIP = (
    "race of {n} networks",
    "steps until all points are right: three at their best rates, and the chosen one",
)
NO_RATE = "{name} is a number from {low:g} to {high:g}; got {found!r}. Try {name}=0.3."
NO_SEED = "seed is a whole number from 1 up; got {found!r}. Try seed=1."
NO_CLUB = "the clubs here are {names}; got {found!r}. Try choose('SGD')."
STANDS = (
    "A tenth to either side, the slope changes by {across:.2g} a unit across and by {along:.2g} along. "
    "One step of SGD at {rate:.3g} goes {by:.2g} across and {on:.2g} along, and {left:.2g} are left to go."
)


class RavineView(ChartView):
    """A training of somebody's own classes, stopped after some steps, in the landscape of its loss.

    `ravine` is the experiment, `numbers_from_here` all numbers after each step of the chosen club on all points,
    `races` {(club, rate): steps}. From code: `look(20)`, `set(rate=0.7)`, `choose("momentum")`, `race()`.
    """

    command = "ravine"

    def __init__(self, ravine):
        self.ravine, self.races, self._made, self._stopped = ravine, {}, (), ""
        self.clubs = ipywidgets.ToggleButtons(options=list(ravine.clubs), value=next(iter(ravine.clubs)))
        self.clubs.style.button_width = "110px"
        self.stepping, self.number = slider("after step", ravine.number, 0, max(1, ravine.last - 1), 1, whole=True)
        self.rating, self.rate = slider("rate", ravine.rate, LOW, HIGH, step=0.01, log=True)
        self.racing = ipywidgets.Button(description=RACING.format(n=SEEDS), tooltip=RACING_TIP)
        self.racing.layout.width = "180px"
        self.controls = [self.clubs, self.stepping, self.number, self.rating, self.rate, self.racing]
        buttons = ipywidgets.HBox([self.clubs, self.racing], layout={"flex_flow": "row wrap"})
        super().__init__([buttons, in_columns([(self.stepping, self.number), (self.rating, self.rate)])])
        self.on(self.clubs, lambda _: self.refresh())
        self.on(self.number, lambda _: self.refresh())
        self.on(self.rate, lambda _: self.refresh())
        self.on(self.racing, lambda _: self.race())

    @one_at_a_time
    def look(self, number):
        """Stand where the training was after so many steps."""
        self.number.value = max(0, min(int(number), self.number.max))

    @one_at_a_time
    def set(self, rate):
        """Go on from here at this rate."""
        self.rate.value = _rate("rate", rate)

    @one_at_a_time
    def choose(self, name):
        """Go on from here with another club, by its name."""
        if name not in self.ravine.clubs:
            raise ValueError(NO_CLUB.format(names=", ".join(self.ravine.clubs), found=name))
        self.clubs.value = name

    @one_at_a_time
    def race(self):
        """Let the kit's clubs at their best rates, and the chosen one at its rate, train networks 1 to 5."""
        for name, rate in (*BEST.items(), (self.clubs.value, self.rate.value)):
            if (name, rate) not in self.races:
                try:
                    self.races[name, rate] = self.ravine.race(name, rate)
                except NoRound as lacking:
                    self._stopped = str(lacking)
        self.refresh()

    @property
    def numbers_from_here(self):
        """All numbers here and after each step of the chosen club at its rate, on all points."""
        self._stopped = ""
        try:
            return self.ravine.steps(self.clubs.value, self.rate.value)
        except NoRound as lacking:
            self._stopped = str(lacking)
            return [self.ravine.numbers]

    @property
    def sentence(self):
        """What is said of this place, or why a learner's class can't go on."""
        ravine, rate = self.ravine, self.rate.value
        by, on = (rate * float(ravine.pulls @ way) for way in (ravine.across, ravine.along))
        left = float((ravine.left @ ravine.left) ** 0.5)
        return self._stopped or STANDS.format(**ravine.bends._asdict(), rate=rate, by=by, on=on, left=left)

    def refresh(self):
        super().refresh()
        self.say(self.sentence)

    def panels(self):
        ravine, rate = self.ravine, self.rate.value
        if not self._made or self._made[0] != self.number.value:
            ravine.look(self.number.value)
            self._made = self.number.value, ground(ravine), cuts(ravine)
        _, field, lines = self._made
        first = above(ravine, field, self.clubs.value, rate, self.numbers_from_here)
        return first, waits(ravine, rate), two_cuts(ravine, lines, rate), race(shown(self.races))

    def numbers(self):
        ravine = self.ravine
        return {
            "all right": "never" if ravine.first is None else "step {n}".format(n=ravine.first),
            "shown": "step {n}".format(n=ravine.number),
            "right": "{n} of 100".format(n=ravine.right),
            "loss": "{x:.3f}".format(x=ravine.loss),
            "bends across": "{x:.2g}".format(x=ravine.bends.across),
            "bends along": "{x:.2g}".format(x=ravine.bends.along),
            "its detour": "{x:.1f} times".format(x=ravine.longer()),
        }

    def text(self):
        return "\n".join([super().text(), self.sentence])

    def code(self):
        own = list(self.ravine.clubs.values())[3:]
        given = ["mine", *(one.called or "club" for one in own)]
        given += [f"lr={self.ravine.rate:.4g}"] if self.ravine.rate != RATE else []
        given += [f"seed={self.ravine.seed}"] if self.ravine.seed != SEED else []
        lines = [f"view = live.ravine({', '.join(given)})", f"view.look({self.number.value})"]
        lines += [f"view.choose({self.clubs.value!r})"] if self.clubs.value != "SGD" else []
        lines += [f"view.set(rate={self.rate.value:.4g})"] if self.rate.value != self.ravine.rate else []
        lines += ["view.race()"] if self.races else []
        return "\n".join([*lines, "view"])


def ravine(parts, club=None, lr=RATE, seed=SEED):
    """Look at a training of your own classes after some steps: live.ravine(mine).

    It is trained on the moons by SGD at rate `lr`, on mini-batches, from `seed`, by a recording of your own graph. The
    map shows the loss of all points around the place where it stood: across, the steepest direction, and along, the
    rest of its way. From there SGD, momentum 0.9, Adam or `club`, a class called as club(parameters, lr) with a step(),
    goes on. Beside each number's way that is left stands how far a step lets it go.
    """
    if isinstance(seed, bool) or not isinstance(seed, int) or seed < 1:
        raise ValueError(NO_SEED.format(found=seed))
    return RavineView(Ravine(parts_of(parts), _rate("lr", lr), seed, club, LOOK))


def _rate(name, x):
    """The rate as it was given; ValueError where it is no number in range."""
    if isinstance(x, bool) or not isinstance(x, (int, float)) or not LOW <= x <= HIGH:
        raise ValueError(NO_RATE.format(name=name, low=LOW, high=HIGH, found=x))
    return float(x)
