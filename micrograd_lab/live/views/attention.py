"""live.attention: which earlier tokens each token looks at, as a grid."""

import math

import ipywidgets

from ...draw.charts import Axis, Bars, Cells, Label, Line, Panel
from ...draw.scales import reach, ticks
from ...experiments.attention import HIDDEN, USUAL, WIDTH, Head, wrong
from ..base.chart import ChartView
from ..base.slider import DESCRIPTION, slider
from ..base.view import plain

STILL_NAME = "The picture is still that of {name}."
TOLD = "Attention weights, {size} rows."
NO_SCALE = "the scale of q . k is from 0 to 4 here; got {scale}. The usual one is {usual:g}."
NO_ROW = "a row is a token's number, 0 (BOS) to {last}; got {row}."
SCORES, WEIGHTS = "row {row}, {token}: scores", "row {row}, {token}: weights"


class AttentionView(ChartView):
    """One attention head on BOS and the letters of a name; all numbers come out of the engine.

    `scores`, `masked` and `weights` are what experiments.attention gives for the `tokens` on screen.
    """

    command = "attention"

    def __init__(self, name, causal, scale, row):
        style = {"description_width": DESCRIPTION}
        self.name = ipywidgets.Text(value=name, description="name", continuous_update=False, style=style)
        self.name.layout.width = "300px"
        self.mask = ipywidgets.Checkbox(value=causal, description="causal mask", indent=False)
        self.scale, self.scaling = slider("scale of q . k", scale, 0.0, 4.0, step=0.05)
        self.row, self.rows = slider("row", row, 0, len(name), step=1, whole=True)
        usual = ipywidgets.HTML(plain("usual: 1 / sqrt({width}) = {usual}".format(width=WIDTH, usual=f"{USUAL:g}")))
        self.controls = [self.name, self.mask, self.scale, self.scaling, self.row, self.rows]
        self.head = Head(name)
        top = ipywidgets.HBox([self.name, self.mask])
        super().__init__(
            [top, ipywidgets.HBox([self.scale, self.scaling, usual]), ipywidgets.HBox([self.row, self.rows])]
        )
        for control in (self.mask, self.scaling, self.rows):
            self.on(control, lambda _: self.refresh())
        self.on(self.name, lambda change: self.spell(change.new))

    def spell(self, name):
        """Put another name on screen; one that can't be read is told, and the last one stays."""
        if why := wrong(name):
            self.fail(why, STILL_NAME.format(name="".join(self.tokens[1:])))
            return
        self.name.value = name
        self.head = Head(name)
        self.row.max = len(name)
        self.refresh()

    def refresh(self):
        self.scores, self.masked, self.weights = self.head.attend(self.scaling.value, self.mask.value)
        super().refresh()

    @property
    def tokens(self):
        """BOS, and the letters of the name."""
        return self.head.tokens

    @property
    def chosen(self):
        """The row whose bars are shown."""
        return min(self.rows.value, len(self.tokens) - 1)

    def panels(self):
        return (self._grid(), *self._bars())

    def numbers(self):
        n, weights = self.chosen, self.weights[self.chosen]
        largest = max(range(len(weights)), key=weights.__getitem__)
        later = sum(sum(row[i + 1 :]) for i, row in enumerate(self.weights))
        return {
            "sum of row {row}".format(row=n): f"{sum(weights):.4f}",
            "its largest weight": "{weight} on {number}, {token}".format(
                weight=f"{weights[largest]:.4f}", number=largest, token=self.tokens[largest]
            ),
            "row 0 on itself": f"{self.weights[0][0]:.4f}",
            "weight on later tokens": f"{later:.4f}",
        }

    def text(self):
        lines = [super().text(), "weights, a row for each token:"]
        for token, row in zip(self.tokens, self.weights, strict=True):
            lines.append(f"{token:<4}" + " ".join(f"{w:.2f}" for w in row))
        return "\n".join(lines)

    def code(self):
        return (
            f'live.attention("{"".join(self.tokens[1:])}", causal={self.mask.value}, '
            f"scale={self.scaling.value:g}, row={self.chosen})"
        )

    def pointed(self, message):
        if message["panel"] == 0:
            self.rows.value = min(max(math.floor(message["y"]), 0), len(self.tokens) - 1)

    def _ticks(self):
        return tuple((n + 0.5, token) for n, token in enumerate(self.tokens))

    def _grid(self):
        size, n = len(self.tokens), self.chosen
        shown = [
            [None if s == HIDDEN else w for w, s in zip(*pair, strict=True)]
            for pair in zip(self.weights, self.masked, strict=True)
        ]
        texts = tuple(tuple("" if w is None else f"{w:.2f}" for w in row) for row in shown)
        inset = 0.02 * size / 3
        left, right, top, bottom = inset, size - inset, n + inset, n + 1 - inset
        frame = Line("", (left, right, right, left, left), (top, top, bottom, bottom, top), "orange", width=3)
        # Right of the steps stand the tokens that come later.
        stairs = [(j + 1, j + d) for j in range(size - 1) for d in (0, 1)]
        x, y = zip(*stairs, strict=True)
        later = Line("right of it: later tokens", (*x, size), (*y, size - 1), "red", dashed=True, width=2.5)
        across, down = Axis("looks at", 0.0, size, ticks=self._ticks()), Axis("token", size, 0.0, ticks=self._ticks())
        marks = (Cells("weights", tuple(map(tuple, shown)), texts), later, frame)
        told = " ".join([TOLD.format(size=size), *(f"{k} {v}." for k, v in self.numbers().items())])
        return Panel("attention weights", across, down, marks, (270, 270), click=True, told=told)

    def _bars(self):
        n, size = self.chosen, len(self.tokens)
        places, across = tuple(i + 0.5 for i in range(size)), Axis("", 0.0, size, ticks=self._ticks())
        scores, masked, weights = self.scores[n], self.masked[n], self.weights[n]
        low, high = reach(scores, (0.0,), least=1.0, pad=0.1)
        floor = low - 0.2 * (high - low)  # below all bars: there stands what the mask has put at -inf
        out = [i for i, s in enumerate(masked) if s == HIDDEN]
        kept = tuple(math.nan if i in out else s for i, s in enumerate(masked))
        hidden = tuple(Label("-inf", places[i], (low + floor) / 2, "middle") for i in out)
        scored, weighed = (title.format(row=n, token=self.tokens[n]) for title in (SCORES, WEIGHTS))
        before = Bars("before the mask", places, scores, 0.9, "sky")
        after = Bars("after it", places, kept, 0.45, "orange")
        share = Bars("weight", places, weights, 0.9, "orange")
        above = tuple(Label(f"{w:.2f}", x, w + 0.1, "middle") for x, w in zip(places, weights, strict=True))
        up = Axis("weight", 0.0, 1.2, ticks=ticks(Axis("", 0.0, 1.0)))
        return (
            Panel(scored, across, Axis("q . k x scale", floor, high), (before, after, *hidden), (320, 96)),
            Panel(weighed, across, up, (share, *above), (320, 96), below=True),
        )


def attention(tokens="emma", causal=True, scale=USUAL, row=None):
    """One attention head on a short name, as the grid of its weights: row i says how much token i looks at each.

    Weights are softmax(q . k x scale) along a row. With the causal mask no token sees those after it.
    """
    if why := wrong(tokens):
        raise ValueError(why)
    if not 0 <= scale <= 4:
        raise ValueError(NO_SCALE.format(scale=scale, usual=USUAL))
    row = len(tokens) if row is None else row
    if row not in range(len(tokens) + 1):
        raise ValueError(NO_ROW.format(last=len(tokens), row=row))
    return AttentionView(tokens, bool(causal), float(scale), int(row))
