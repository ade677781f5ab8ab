"""live.time_machine: every step of a training, to be gone through back and forth."""

from ....experiments.own_training import POINTS, RATE, SEED, parts_of
from ....experiments.time_machine import TimeMachine
from ...base.border import border
from ...base.chart import ChartView
from ...base.slider import in_columns, slider
from ...base.view import one_at_a_time
from .panels import loss, wrong

NO_RATE = "a rate is above 0 and at most 10; got {found!r}. Try {usual:g}."
NO_SEED = "a seed is a whole number from 0 up; got {found!r}. Try {usual}."
NO_POINT = "a point is from 1 to {count}, or None for none of them; got {found!r}. Try 86."
NO_STEP = "a step is a whole number; got {found!r}. Try 30."
ALWAYS, WON, NEVER = "always", "from step {n}", "never"


class TimeMachineView(ChartView):
    """A training of somebody's own classes with every step kept.

    `machine` is the experiment. From code: `look(30)`, the network after 30 steps; `choose(86)`, a ring around point
    86, the first being 1, and None around none.
    """

    command = "time_machine"

    def __init__(self, machine):
        self.machine, self._listening = machine, True
        pairs = [
            slider("after step", machine.number, 0, machine.last, 1, whole=True),
            slider("point no.", 0, 0, POINTS, 1, whole=True),
        ]
        (self.slider, self.box), (self.point_slider, self.point_box) = pairs
        self.controls = [widget for pair in pairs for widget in pair]
        super().__init__([in_columns(pairs)])
        self.on(self.box, lambda change: self._listening and self.look(change.new))
        self.on(self.point_box, lambda change: self._listening and self.choose(change.new or None))

    @one_at_a_time
    def look(self, number):
        """Show the network as it was after so many steps; before the first or after the last, that one."""
        if isinstance(number, bool) or not isinstance(number, int):
            raise ValueError(NO_STEP.format(found=number))
        self.machine.look(max(0, number))
        self._show()

    @one_at_a_time
    def choose(self, point):
        """Put a ring around a point, from 1 to 100, and a line behind its row; None takes them away."""
        if point is not None and (isinstance(point, bool) or point not in range(1, POINTS + 1)):
            raise ValueError(NO_POINT.format(found=point, count=POINTS))
        self.machine.point = None if point is None else point - 1
        self._show()

    def panels(self):
        machine = self.machine
        return border(machine, machine.point, click=True), loss(machine), wrong(machine)

    def numbers(self):
        machine, (won, lost) = self.machine, self.machine.changed()
        rows = {
            "step": "{n} of {last}".format(n=machine.number, last=machine.last),
            "right": "{n} of {count}".format(n=sum(machine.right), count=POINTS),
            "won just now": len(won),
            "lost just now": len(lost),
        }
        if machine.point is not None:
            since = machine.won[machine.point]
            said = NEVER if since is None else WON.format(n=since) if since else ALWAYS
            rows["point {n} won".format(n=machine.point + 1)] = said
            rows["lost in all"] = "{n} times".format(n=machine.lost[machine.point])
        return rows

    def code(self):
        machine = self.machine
        given = {"rate": (machine.rate, RATE), "seed": (machine.seed, SEED)}
        told = [f"{name}={now:g}" for name, (now, usual) in given.items() if now != usual]
        lines = [f"view = live.time_machine({', '.join(['mine', *told])})", f"view.look({machine.number})"]
        lines += [f"view.choose({machine.point + 1})"] if machine.point is not None else []
        return "\n".join([*lines, "view"])

    def pointed(self, message):
        """A press in the field chooses the nearest point; a press or a drag beside it goes to a step."""
        if message["panel"] == 0:
            if message["phase"] == "press":
                self.choose(self.machine.nearest(message["x"], message["y"]) + 1)
        elif message["phase"] != "release":
            self.look(round(message["x"]))

    def _show(self):
        machine, self._listening = self.machine, False
        try:
            self.box.value = machine.number
            self.point_box.value = 0 if machine.point is None else machine.point + 1
        finally:
            self._listening = True
        self.refresh()


def time_machine(parts, rate=RATE, seed=SEED):
    """Go back and forth through a training of your own classes on the moons: live.time_machine(mine).

    It ends when all points are right, or after 300 steps. Each step's numbers are kept, and what the network made of
    the plane is computed anew when you look at it. A click chooses a point; a press or a drag in the loss, or in the
    rows below it, goes to that step.
    """
    if isinstance(rate, bool) or not isinstance(rate, (int, float)) or not 0 < rate <= 10:
        raise ValueError(NO_RATE.format(found=rate, usual=RATE))
    if isinstance(seed, bool) or not isinstance(seed, int) or seed < 0:
        raise ValueError(NO_SEED.format(found=seed, usual=SEED))
    return TimeMachineView(TimeMachine(parts_of(parts), rate=rate, seed=seed))
