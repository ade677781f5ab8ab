"""What the page needs to train and to draw a field by itself, and what becomes of the steps that it has trained.

The kernel owns the training, but for the time between play and pause, when the page does: it takes the steps, paints
field, curve and numbers, and about once a second tells what it has reached. Each state that the kernel lays down has a
`turn`, which counts up whenever anything but the page has changed it: a step, a reset, other data, a dragged weight.
What the page tells of an earlier turn is passed over whole; a page that sees a later turn drops what it has computed.

The page plays where all samples are trained on at once by plain SGD, without momentum. While Adam, momentum, an
optimiser of one's own or batches train, and where a page has no WebAssembly, the kernel plays and the page asks for
each frame; so it does where there is more to show than the page computes: a test set, units, gradients. A weight that
is dragged moves field and numbers in the page, whatever trains it, unless there is more to show.
"""

from contextlib import suppress

import numpy as np
import traitlets

from .... import optim
from ....replay.tape.layout import NUMBERS, Layout
from ...base.chart import DRAWN, Chart
from ...base.in_page import machine
from ...base.view import module
from .panels import CURVE, RIGHT_SIDE

PLAYING = [f"playing/{part}.js" for part in ("tape", "picture", "owner", "source")]


class TrainingChart(Chart):
    """A chart that the page may compute by itself, with `machine` and `program`, from the state that is `laid` down."""

    _esm = module("machine.js", *DRAWN, *PLAYING, "chart/chart.js")
    machine = traitlets.Bytes(b"").tag(sync=True)
    program = traitlets.Dict({}).tag(sync=True)
    laid = traitlets.Dict({}).tag(sync=True)


class InPage:
    """Keeps a chart's program that of its training. `controls` are buttons, and the slider and the box of a weight.

    `player` is the page whose steps were the last to be adopted in the present turn, None before any were.
    """

    def __init__(self, controls):
        self._controls, self._recorded, self._stood = controls, (), None
        self.turn, self.player = 0, None

    def listen(self, react):
        """Hear of steps from the controls too: what one of them does next must not come before."""
        for name, widget in self._controls.items():
            if name != "play":
                widget.on_msg(lambda widget, message, buffers: "played" in message and react(widget, message, buffers))

    def tell(self, chart, session, shown):
        """Lay down what a session is now."""
        training, parameters = session.training, np.array([p.data for p in session.model.parameters()], dtype="<f8")
        number = training.number if training else 0
        stands = training, number, parameters.tobytes()
        if stands != self._stood:
            self._stood, self.turn, self.player = stands, self.turn + 1, None
        recorded = training, session.field.replay, session.test
        if recorded != self._recorded:
            self._recorded = recorded
            chart.program = self._program(session, shown)
            chart.machine = machine() if chart.program else b""
        chart.laid = {
            "turn": self.turn,
            "player": self.player,
            "number": number,
            "parameters": stands[-1],
            "every": session.every,
            "lr": float(session.lr),
            "alpha": float(session.alpha),
            "which": session.which,
            "base": float(session.base),
            "added": self._controls["box"].value,
            "plays": bool(training and training.batch is None and _plain(training.optimizer)),
        }

    def adopted(self, session, message, buffers):
        """Whether these steps of a page go on from where the session is; then they are taken over."""
        training = session.training
        if not training or (message["turn"], message["from"]) != (self.turn, training.number):
            return False
        parameters = np.frombuffer(bytes(buffers[0]), dtype="<f8").tolist()
        session.adopt(parameters, message["losses"])
        self._stood, self.player = (training, training.number, bytes(buffers[0])), message["page"]
        return True

    def _program(self, session, shown):
        training, field = session.training, session.field.replay
        more = session.test or {"units", "gradients"} & {*shown}
        if not training or not field or more or training.trained != list(session.model.parameters()):
            return {}
        rows = {"loss": training.replay.root, "data": training.data_loss, "score": training.score}
        network = "-".join(map(str, [2, *session.sizes, 1]))
        with suppress(MemoryError):
            return {
                "training": _tape(training.replay, training.columns, rows),
                "field": _tape(field, session.grid.T, {"score": field.root}) | _sides(session),
                "controls": {name: widget.model_id for name, widget in self._controls.items()},
                "words": {"field": RIGHT_SIDE.format(network=network, share="{share}"), "curve": CURVE},
            }
        return {}


def _plain(optimizer):
    return type(optimizer) is optim.SGD and not optimizer.momentum and not optimizer.weight_decay


def _sides(session):
    """The places of the field, in place of its columns: from left to right, and from top to bottom."""
    across, down = session.grid[: session.size, 0], session.grid[:: session.size, 1]
    return {"columns": b"", "across": across.astype("<f8").tobytes(), "down": down.astype("<f8").tobytes()}


def _tape(replay, columns, rows):
    """A program as it stands in the machine's memory, on these columns, an array of shape (inputs, samples).

    `rows` are Values, by name: for each whether it has a number per sample, and where.
    """
    program, samples = replay.program, columns.shape[1]
    layout, number = Layout(program, samples), {id(v): n for n, v in enumerate(replay.values)}
    places = {name: replay.place[number[id(v)]] for name, v in rows.items()}
    ones = [layout.place(True, row) + some * layout.stretch for row in program.ones for some in range(layout.stretches)]
    return {
        "image": [[address, bytes(written)] for address, written in layout.image if address not in {*ones}],
        "ones": ones,
        "filled": layout.stride // 8,
        "end": layout.end + 64,
        "loaded": layout.loaded,
        "columns": np.ascontiguousarray(columns, dtype="<f8").tobytes(),
        "samples": samples,
        "width": layout.width,
        "stretch": layout.stretch,
        "grads": layout.grads,
        "first": NUMBERS,
        "parameters": program.parameters,
        "rows": {name: [many, layout.place(many, row)] for name, (many, row) in places.items()},
    }
