"""Records of a graph to a Graphviz picture."""

import math
import re
from dataclasses import dataclass
from pathlib import Path

import graphviz

from ..fired import records_of
from ..graph import digits, find, formula, part, sentences, snapshot, text
from . import layout
from .colours import of_gradient
from .graph_svg import Box, tidied

READABLE = 40
FONT = "Courier"

NO_PICTURE = "asked: a picture in {path}\nfound: nothing on this machine that lays graphs out\ntry:   {remedy}"
SENTENCE = "Computation graph of {count} values. Output {name} = {data}."
LEFT_OUT = (
    "{shown} of {count} values: those nearest to {centre}. "
    "Ask for others with depth=3 or around='name', for all with limit=None."
)
CENTRE = "the output"
DATA, GRAD, OLD = "data", "grad", "old "  # the names of a box's rows


@dataclass(frozen=True, repr=False)
class Picture:
    """A graph as SVG, `width` by `height` points; in words, as `text`; and in a sentence, for those who hear it.

    Where nothing lays graphs out, `svg` is "", both sizes are 0, and the text says what to do.
    """

    svg: str
    text: str
    sentence: str
    width: float
    height: float

    def save(self, path: str | Path) -> None:
        """Write the SVG. RuntimeError where there is none."""
        if not self.svg:
            raise RuntimeError(NO_PICTURE.format(path=path, remedy=layout.REMEDY))
        Path(path).write_text(self.svg, encoding="utf-8")

    def still(self) -> dict[str, str]:
        """{MIME type: picture}, with nothing in it where there is no picture."""
        return {"image/svg+xml": self.svg} if self.svg else {}

    def __repr__(self):
        return self.text

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {**self.still(), "text/plain": self.text}


@dataclass(frozen=True)
class Moment:
    """What a picture shows beside the numbers, at one moment.

    `old` are the numbers of values whose gradient belongs to earlier data; `marks` a few words above a value's
    box, by its number (None keeps no room for them); `edge` the one in use: (output's number, place of the input).
    """

    old: frozenset = frozenset()
    marks: dict | None = None
    edge: tuple | None = None


CALM = Moment()


def graph(
    root,
    partials: bool = True,
    depth: int | None = None,
    around: str | int | None = None,
    limit: int | None = READABLE,
    layout: str | None = None,
) -> Picture:
    """Draw the computation graph below root, left to right.

    Each box is a value: its operation, name, data and grad. Leaves have round corners, the output a
    thick line. `partials` puts the local derivative on each edge, `depth` keeps what is at most that
    many steps from the output, or from the value labelled `around`. More than `limit` values are not
    readable: then the nearest are drawn, and a line below says so. `layout` is "wheel" or "dot"; without it, the
    first that is there draws, and where none is, the graph is given in words.
    root may be a Value of ours, of micrograd, or of a class of your own.
    """
    records = snapshot(root) if not isinstance(root, tuple) else root
    shown, note = chosen(records, depth, around, limit)
    if partials and not isinstance(root, tuple):
        records = records_of(root, {r.number for r in shown})
        shown = tuple(records[r.number] for r in shown)
    return picture(records, shown, note, partials, layout)


def chosen(records, depth=None, around=None, limit=READABLE):
    """The records to draw, and the sentence that says what is left out ("" if nothing is)."""
    asked = depth is not None or around is not None
    shown = part(records, around, depth, None if depth is not None else limit) if asked else records
    if limit and len(records) > limit and not asked:
        shown = part(records, limit=limit)
    if len(shown) == len(records):
        return shown, ""
    centre = CENTRE if around is None else find(records, around).name
    return shown, LEFT_OUT.format(shown=len(shown), count=len(records), centre=centre)


def picture(records, shown, note="", partials=True, by=None, moment=CALM, live=False):
    """The Picture of some of the records. A `live` one is a stop for Tab, and as large as Graphviz made it."""
    now = moving(records, shown, moment)
    svg = layout.svg(_dot(records, shown, note, partials, moment, now), by)
    words = "\n".join(filter(None, [text(records, shown, moment.old), note, "" if svg else layout.REMEDY]))
    said = sentence(records)
    if not svg:
        return Picture("", words, said, 0.0, 0.0)
    boxes = {r.number: _box(_title(r, records), now[r.number]) for r in shown}
    svg, width, height = tidied(svg, said, boxes, moment.edge, live)
    return Picture(svg, words, said, width, height)


def moving(records, shown, moment=CALM):
    """What moves in a picture when its numbers do, by record number.

    That is its sentence, the rows data and grad, the colour, its edges' partials, whether it is old, and its mark.
    """
    grads = [abs(r.grad) for r in shown if r.grad and math.isfinite(r.grad)]
    scale, said = max(grads, default=1.0), sentences(records, shown, moment.old)
    return {
        r.number: {
            "sentence": said[r.number],
            "data": _row(DATA, digits(r.data)),
            "grad": _row(OLD if r.number in moment.old else GRAD, _marked(r.grad)),
            "colour": of_gradient(None if r.number in moment.old else r.grad, scale),
            # The gradient goes against the arrow.
            "partials": ["◀ " * (moment.edge == (r.number, n)) + digits(p) for n, p in enumerate(r.partials)],
            **({"old": True} if r.number in moment.old else {}),
            **({"mark": moment.marks.get(r.number, "")} if moment.marks is not None else {}),
        }
        for r in shown
    }


def sentence(records):
    """The picture in a sentence, for those who hear it."""
    out = records[-1]
    return SENTENCE.format(count=len(records), name=out.name, data=digits(out.data))


def _row(name, number):
    # No-break spaces hold the width, so that a number can change without a new layout.
    return f"{name}{number:>13}".replace(" ", "\u00a0")


def _marked(grad):
    # The triangle says the sign a second time, for those who do not see the colour.
    return digits(grad) if not grad or grad != grad else ("▲ " if grad > 0 else "▼ ") + digits(grad)


def _box(title, row):
    return Box(title, row["colour"], "old" in row, row.get("mark"))


def _title(r, records):
    return f"{r.name} = {formula(r, records)}" if r.inputs else r.name


def _dot(records, shown, note, partials, moment, now):
    room = {} if moment.marks is None else {"nodesep": "0.35", "pad": "0.06,0.25"}  # for the words above a box
    dot = graphviz.Digraph(
        graph_attr={"rankdir": "LR", "bgcolor": "transparent", "nodesep": "0.25", "ranksep": "0.5", **room},
        node_attr={
            "fontname": FONT,
            "fontsize": "12",
            "style": "filled",
            "fillcolor": "#ffffff",
            "color": "#444444",
        },
        edge_attr={"color": "#7a7a7a", "fontname": FONT, "fontsize": "10", "arrowsize": "0.7"},
    )
    if note:
        dot.attr(label=note, fontname=FONT, fontsize="11", fontcolor="#7a7a7a")
    inside = {r.number for r in shown}
    for r in shown:
        head = f"{{{_escaped(r.op or '?')}|{_escaped(r.name)}}}" if r.inputs else _escaped(r.name)
        dot.node(
            str(r.number),
            f"{head}|{now[r.number]['data']}|{now[r.number]['grad']}",
            shape="record" if r.inputs else "Mrecord",
            penwidth="3" if r.number == records[-1].number else "1",
            **{"class": f"value v{r.number}"},
        )
        for place, i in enumerate(r.inputs):
            if i in inside:
                known = partials and place < len(r.partials)
                dot.edge(
                    str(i),
                    str(r.number),
                    f" {now[r.number]['partials'][place]} " if known else None,
                    **{"class": f"e{r.number}_{place}"},
                )
        if not inside.issuperset(r.inputs):
            dot.node(f"more{r.number}", "...", shape="plaintext", fillcolor="none", fontcolor="#7a7a7a")
            dot.edge(f"more{r.number}", str(r.number), style="dashed")
    return dot.source


def _escaped(name):
    # Graphviz reads & as the start of an entity, and makes one space of several.
    return re.sub(r"([\\{}|<> ])", r"\\\1", " ".join(name.split()).replace("&", "&amp;"))
