"""What the page needs to compute a moving graph by itself: program, machine, and where each number stands."""

import math
from contextlib import suppress
from functools import cache
from pathlib import Path

from ...replay import tape
from ...replay.tape.layout import Layout

MOST = 20_000  # values: of larger graphs recording would take longer than it saves


@cache
def machine():
    """The bytes of the machine in WebAssembly."""
    return Path(tape.__file__).with_name("machine.wasm").read_bytes()


class InPage:
    """Keeps a picture's program that of its graph. `sliders` and `boxes` are the controls of its inputs, by name.

    The page runs ahead of the kernel, which is told as ever and says at which numbers its picture is: `at`, for each
    input in turn. Where nothing can be recorded, or where numbers besides the inputs move, the page waits.
    """

    def __init__(self, picture, sliders, boxes):
        self._picture, self._sliders, self._boxes = picture, sliders, boxes
        self._shape = self._constants = None

    def tell(self, graph, records, shown, runs, sweeps):
        """Say what the picture shows now; `runs` is whether a slider runs the graph, `sweeps` whether backward too."""
        picture, inputs = self._picture, {id(leaf) for leaf in graph.leaves.values()}
        made = graph.made()
        constants = [r.data for r, v in zip(records, made, strict=True) if not r.inputs and id(v) not in inputs]
        shape = graph.shape, [r.number for r in shown]
        if shape != self._shape:
            picture.program = self._program(graph, records, shown, made) if len(records) <= MOST else {}
            picture.machine = machine() if picture.program else b""
        elif constants != self._constants and picture.program:
            picture.program = {}
        self._shape, self._constants = shape, constants
        picture.refused = []
        picture.runs, picture.sweeps, picture.at = runs, sweeps, _plain(graph.ran_at.values())

    def refuse(self, numbers):
        """Say that there is no picture at these numbers: the one from before stays."""
        self._picture.refused = _plain(numbers)

    def _program(self, graph, records, shown, made):
        replay = None
        with suppress(Exception):  # whatever a learner's class is: then the page waits for the kernel
            replay = graph.recording()
        if replay is None:
            return {}
        layout, number = Layout(replay.program, 1), {id(v): n for n, v in enumerate(made)}
        rows = {
            number[id(v)]: layout.place(*replay.place[n])
            for n, v in enumerate(replay.values)
            if id(v) in number and n in replay.place
        }
        inside = [r.number for r in shown]
        needed = sorted({*inside, *[i for r in shown for i in r.inputs], records[-1].number})
        if any(n not in rows for n in needed):
            return {}
        first = bytearray(layout.many + layout.stretch)
        *start, (groups, words) = layout.image
        for address, written in start:
            first[address : address + len(written)] = written
        return {
            "image": [[0, bytes(first)], [groups, words]],
            "end": layout.end + 64,
            "loaded": layout.loaded,
            "grads": layout.grads,
            "rows": [[n, rows[n]] for n in needed],
            "root": records[-1].number,
            "shown": inside,
            "made": [[r.number, r.op, list(r.inputs)] for r in shown if r.inputs],
            "controls": [[self._sliders[name].model_id, self._boxes[name].model_id] for name in graph.leaves],
        }


def _plain(numbers):
    return [x if math.isfinite(x) else None for x in map(float, numbers)]
