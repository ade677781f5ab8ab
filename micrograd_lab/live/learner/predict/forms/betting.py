"""live.betting: points are spread over what may happen."""

import ipywidgets

from ..form import Form

SPREAD = "{points} chips are to be spread."
POINT, LEFT, ALL = "●", "{left} of {points} chips are left.", "All {points} chips are placed."
PLACED, JOIN = "{points} on {option}", ", "
PLACE = "{found} Place them all: on one, or on several where you are not sure."
TAKE_BACK = "That makes {sum} chips, and there are {points}. Take {over} back."
NO_BET = "{found} is no bet. In code: {{{example!r}: {points}}}, whole chips of 0 or more, {points} in all."
NO_OUTCOME = "the outcome must be one of {options!r}; got {outcome!r}. Name one of them."
NO_POINTS = "a bet needs chips, a whole number from 1, and two options or more; got {points!r} and {options!r}. {tip}"
TIP = "Try live.betting(10, ['up', 'down'])."


class BetEntry(ipywidgets.VBox):
    """A box of points for each option, never more in all than there are."""

    def __init__(self, points, options):
        self.points = points
        self.boxes, self.shown = {}, {}
        rows = []
        width = f"{min(36, 2 + max(map(len, options)))}ch"
        for option in options:
            box = ipywidgets.BoundedIntText(value=0, min=0, max=points, description=option)
            box.style.description_width, box.layout.width = width, f"calc({width} + 72px)"
            box.observe(lambda change, box=box: self._changed(box), "value")
            self.boxes[option], self.shown[option] = box, ipywidgets.HTML()
            rows.append(ipywidgets.HBox([box, self.shown[option]]))
        self.left = ipywidgets.HTML(LEFT.format(left=points, points=points))
        super().__init__([*rows, self.left])

    @property
    def value(self):
        """The bet, as {option: points}."""
        return {option: box.value for option, box in self.boxes.items()}

    def put(self, bet):
        """Show this bet."""
        for box in self.boxes.values():
            box.value = 0
        for option, box in self.boxes.items():
            box.value = bet.get(option, 0)

    def _changed(self, box):
        over = sum(self.value.values()) - self.points
        if over > 0:
            box.value -= over
            return
        for option, shown in self.shown.items():
            shown.value = POINT * self.boxes[option].value
        self.left.value = (ALL if not over else LEFT).format(left=-over, points=self.points)


class Betting(Form):
    """Points on options. It is as predicted where most of them lie on what happens."""

    bets = True

    def __init__(self, points, options):
        self.points, self.options = points, options

    def entry(self):
        return BetEntry(self.points, self.options)

    def missing(self, answer):
        whole = isinstance(answer, dict) and all(isinstance(n, int) and n >= 0 for n in answer.values())
        if not whole or not {*answer} <= {*self.options}:
            return NO_BET.format(found=answer, example=self.options[0], points=self.points)
        left = self.points - sum(answer.values())
        if left < 0:
            return TAKE_BACK.format(sum=self.points - left, points=self.points, over=-left)
        return PLACE.format(found=LEFT.format(left=left, points=self.points)) if left else ""

    def read(self, answer):
        return {option: answer.get(option, 0) for option in self.options}

    def said(self, answer):
        return JOIN.join(PLACED.format(points=n, option=option) for option, n in answer.items() if n)

    def lines(self):
        return [f"  - {option}" for option in self.options] + [SPREAD.format(points=self.points)]

    def outcomes(self):
        return self.options

    def check(self, outcome):
        if not callable(outcome) and outcome not in self.options:
            raise ValueError(NO_OUTCOME.format(options=self.options, outcome=outcome))

    def right(self, answer, happened, _within):
        return self.key(answer, True) == happened

    def key(self, answer, _right):
        most = max(answer.values())
        first = [option for option, n in answer.items() if n == most]
        return first[0] if len(first) == 1 else None

    def sure(self, answer):
        share = max(answer.values()) / self.points
        return "sure" if share >= 0.9 else "fairly sure" if share > 0.5 else "a guess"

    def show(self, entry, answer, happened=None):
        entry.put(answer)


def betting(points, options):
    """Ask for so many points to be spread over these options: all on one, or on several where one is not sure.

    The answer is {option: points}; it says itself how sure one is: sure with nine tenths of the points on one, fairly
    sure with more than half, else a guess. As predicted is a bet most of whose points lie on what happens. `answers`
    goes by the option that most points lie on, None where two hold as many.
    """
    if not isinstance(points, int) or points < 1 or len(options) < 2:
        raise ValueError(NO_POINTS.format(points=points, options=options, tip=TIP))
    return Betting(points, list(options))
