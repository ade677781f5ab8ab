"""live.softmax: logits, the probabilities they become, and the gradient of the loss by each."""

import ipywidgets

from ... import losses
from ...draw.charts import Axis, Bars, Label, Panel, Points
from ...draw.scales import reach
from ...engine import Value
from ...experiments import typed_code
from ...graph import digits
from ..base.chart import ChartView
from ..base.slider import in_columns, slider

LOGIT = "logit {n}"
NO_LIST = "live.softmax takes a list of logits; got {kind}. Try [0, 3, -2, 1]."
OTHER_COUNT = "live.softmax shows from 2 to 8 logits; got {count}. Try [0, 3, -2, 1]."
NO_LABEL = "the label is one of the logits' numbers, 0 to {last}; got {label}."
NO_TEMPERATURE = "a temperature here is from 0.1 to 10; got {temperature}. Try 1.0."


class SoftmaxView(ChartView):
    """A slider for each logit and for the temperature. `losses` and gradients are the engine's own."""

    command = "softmax"

    def __init__(self, logits, label, temperature):
        self.sliders, self.boxes = [], []
        for n, logit in enumerate(logits):
            handle, box = slider(LOGIT.format(n=n), float(logit), min(-6.0, logit), max(6.0, logit))
            self.sliders.append(handle)
            self.boxes.append(box)
        self.temperature, self.warmth = slider("temperature", float(temperature), 0.1, 10.0, step=0.05, log=True)
        self.label = ipywidgets.ToggleButtons(
            options=[(str(n), n) for n in range(len(logits))],
            value=label,
            tooltips=["logit {n} is the right one".format(n=n) for n in range(len(logits))],
            style={"button_width": "48px"},
        )
        self.controls = [*self.sliders, *self.boxes, self.temperature, self.warmth, self.label]
        rows = [*zip(self.sliders, self.boxes, strict=True), (self.temperature, self.warmth)]
        super().__init__([in_columns(rows), ipywidgets.HBox([ipywidgets.Label("label"), self.label])])
        for control in (*self.boxes, self.warmth, self.label):
            self.on(control, lambda _: self.refresh())

    def refresh(self):
        leaves = [Value(box.value, LOGIT.format(n=n)) for n, box in enumerate(self.boxes)]
        scaled = [x / self.warmth.value for x in leaves]
        loss = losses.cross_entropy([scaled], [self.label.value])
        loss.backward()
        self.loss, self.gradients = loss.data, tuple(x.grad for x in leaves)
        self.probabilities = tuple(p.data for p in losses.softmax(scaled))
        super().refresh()

    def panels(self):
        places, label = tuple(range(len(self.boxes))), self.label.value
        ticks = tuple((n, str(n)) for n in places)
        across = Axis("logit", -0.6, len(places) - 0.4, ticks=ticks)
        low, high = reach(self.gradients, (0.0,), least=0.5, pad=0.2)
        share = Bars("probability", places, self.probabilities)
        target = Points("label", (label,), (min(1.0, self.probabilities[label] + 0.05),), "orange", "triangle", 7)
        slopes = Bars("gradient", places, self.gradients, colour="purple")
        above = tuple(
            Label(f"{g:+.3f}", n, g + (0.05 if g >= 0 else -0.05) * (high - low), "middle")
            for n, g in zip(places, self.gradients, strict=True)
        )
        return (
            Panel("probabilities", across, Axis("share", 0.0, 1.0), (share, target)),
            Panel("gradient of the loss", across, Axis("d loss / d logit", low, high), (slopes, *above)),
        )

    def numbers(self):
        rows = {"probability {n}".format(n=n): f"{p:.4f}" for n, p in enumerate(self.probabilities)}
        rows |= {"gradient {n}".format(n=n): f"{g:+.4f}" for n, g in enumerate(self.gradients)}
        return rows | {"sum of gradients": digits(round(sum(self.gradients), 12)), "loss": digits(self.loss)}

    def code(self):
        logits = ", ".join(f"{box.value:g}" for box in self.boxes)
        return f"live.softmax([{logits}], label={self.label.value}, temperature={self.warmth.value:g})"


def softmax(logits=(0.0, 3.0, -2.0, 1.0), label=0, temperature=1.0):
    """Softmax and cross-entropy of some logits, with a slider for each.

    The loss is -log p[label], where p = softmax(logits / temperature).
    """
    if not hasattr(logits, "__len__"):
        raise TypeError(NO_LIST.format(kind=type(logits).__name__))
    if not 2 <= len(logits) <= 8:
        raise ValueError(OTHER_COUNT.format(count=len(logits)))
    if label not in range(len(logits)):
        raise ValueError(NO_LABEL.format(last=len(logits) - 1, label=label))
    if not 0.1 <= temperature <= 10:
        raise ValueError(NO_TEMPERATURE.format(temperature=temperature))
    numbers = [typed_code.one_number(LOGIT.format(n=n), x) for n, x in enumerate(logits)]
    return SoftmaxView(numbers, int(label), temperature)
