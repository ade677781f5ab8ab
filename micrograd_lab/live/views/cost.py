"""live.cost: what n slopes cost, measured one by one or in one walk back."""

from functools import lru_cache

import ipywidgets

from ...draw.charts import Axis, Panel, Points
from ...experiments import cost as counting
from ..base.chart import ChartView
from ..base.slider import slider

MOST, ROW = 337, 26  # 338 runs are 13 full rows
SIDE = 12  # pixels of a square and its gap
MEASURED, WALKED = "by measuring: {runs} runs", "by walking back: 1 run, 1 walk"
TOLD = {"measured": "By measuring, {runs} runs, a square for each.", "walked": "By walking back, 1 run and 1 walk."}
OUT_OF_RANGE = "a neuron here has from 1 to {most} numbers; got {n}. Try 3, for w1, w2 and b."


class CostView(ChartView):
    """A slider for the count of numbers; `cost` has what their slopes take, both ways."""

    command = "cost"

    def __init__(self, n):
        self.handle, self.count = slider("numbers", n, 1, MOST, whole=True)
        self.controls = [self.handle, self.count]
        super().__init__([ipywidgets.HBox([self.handle, self.count])])
        self.on(self.count, lambda _: self.refresh())

    def refresh(self):
        self.cost = _cost(self.count.value)
        super().refresh()

    def panels(self):
        runs = self.cost.runs
        places = [(n % ROW, -(n // ROW)) for n in range(runs)]
        return (
            _squares(
                MEASURED.format(runs=runs),
                (Points("runs", *_apart(places), "ink", "square", 4),),
                "measured",
                runs,
            ),
            _squares(
                WALKED,
                (Points("run", (0,), (0,), "ink", "square", 4), Points("walk", (1,), (0,), "orange", "triangle", 5)),
                "walked",
                runs,
            ),
        )

    def numbers(self):
        cost = self.cost
        return {
            "operations in a run": f"{cost.operations:,}",
            "measured, in all": f"{cost.measured:,}",
            "arrows in a walk back": f"{cost.arrows:,}",
            "walked back, in all": f"{cost.walked:,}",
            "times as much": f"{cost.measured / cost.walked:.1f}",
            "slopes that agree": "{same} of {n}".format(same=cost.same, n=self.count.value),
        }

    def code(self):
        return f"live.cost({self.count.value})"


def _squares(title, marks, told, runs):
    across, down = Axis("", -1, ROW, ticks=()), Axis("", -13, 1, ticks=())
    return Panel(title, across, down, marks, (SIDE * (ROW + 1), SIDE * 14), told=TOLD[told].format(runs=runs))


def _apart(places):
    return tuple(x for x, _ in places), tuple(y for _, y in places)


_cost = lru_cache(maxsize=None)(counting.cost)


def cost(n=3):
    """What the slopes of a neuron of n numbers, from 1 to 337, cost: one run for each and one more, or one walk back.

    Both ways are really gone, and what they work out is counted.
    """
    if not (isinstance(n, int) and 1 <= n <= MOST):
        raise ValueError(OUT_OF_RANGE.format(most=MOST, n=n))
    return CostView(n)
