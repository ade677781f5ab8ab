"""live.tiny: a number on a slider, twice it and half of it."""

from ...draw.charts import Axis, Bars, Panel
from ...experiments.tiny import twice_and_half
from ..base.chart import ChartView
from ..base.slider import in_columns, slider

OUTSIDE = "x is from -5 to 5 here; got {x}. Try 1."


class TinyView(ChartView):
    """A slider for x, and two panels; `twice` and `half` are the engine's numbers."""

    command = "tiny"

    def __init__(self, x):
        self.x, self.place = slider("x", x, -5.0, 5.0)
        self.controls = [self.x, self.place]
        super().__init__([in_columns([(self.x, self.place)])])
        self.on(self.place, lambda _: self.refresh())

    def refresh(self):
        self.twice, self.half = twice_and_half(self.place.value)
        super().refresh()

    def panels(self):
        across = Axis("", -0.6, 0.6, ticks=())
        return tuple(
            Panel(name, across, Axis(name, -10.0, 10.0), (Bars(name, (0,), (number,)),))
            for name, number in (("twice x", self.twice), ("half of x", self.half))
        )

    def numbers(self):
        return {"twice x": f"{self.twice:g}", "half of x": f"{self.half:g}"}

    def code(self):
        return f"live.tiny(x={self.place.value:g})"


def tiny(x=1.0):
    """Twice x and half of x, with a slider for x from -5 to 5. ValueError where x is not there."""
    if not -5 <= x <= 5:
        raise ValueError(OUTSIDE.format(x=x))
    return TinyView(float(x))
