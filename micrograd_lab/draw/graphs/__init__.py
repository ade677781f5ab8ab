"""Records of a graph to a picture: Graphviz lays out and draws, and what it can't draw is set into its SVG."""

from dataclasses import dataclass, field
from pathlib import Path

from ...fired import records_of
from ...graph import find, formula, part, sentences, short, snapshot, text
from .. import layout
from . import dot, look, svg
from .look import CALM, Moment

__all__ = ["CALM", "READABLE", "Moment", "Picture", "chosen", "graph", "moving", "picture", "sentence"]

READABLE = 40

NO_PICTURE = "asked: a picture in {path}\nfound: nothing on this machine that lays graphs out\ntry:   {remedy}"
SENTENCE = "Computation graph of {count} values. Output {name} = {data}."
LEFT_OUT = (
    "{shown} of {count} values: those nearest to {centre}. "
    "Ask for others with depth=3 or around='name', for all with limit=None."
)
CENTRE = "the output"
ROW = "{label}: {words}"


@dataclass(frozen=True, repr=False)
class Picture:
    """A graph as SVG, `width` by `height` pixels; in words, as `text`; and in a sentence, for those who hear it.

    `source` is what Graphviz drew it from, `parts` what another moment may change, {name: SVG}. Where nothing lays
    graphs out, `svg` is "", both sizes are 0, and the text says what to do.
    """

    svg: str
    text: str
    sentence: str
    width: float
    height: float
    source: str = ""
    parts: dict[str, str] = field(default_factory=dict)

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
        made = {**self.still(), "text/plain": self.text}
        # A mark for JupyterLab: what is wider than the page keeps its size, and scrolls.
        return (made, {"image/svg+xml": {"unconfined": True}}) if self.width * dot.SMALLEST > dot.PAGE else made


def graph(
    root,
    partials: bool | None = None,
    depth: int | None = None,
    around: str | int | None = None,
    limit: int | None = READABLE,
    layout: str | None = None,
) -> Picture:
    """Draw the computation graph below root, left to right.

    Each box is a value: its number, its name, at its left edge the sign of its operation, and its gradient once
    there is one. Leaves have round corners, the output a thick line. Once there are gradients, each arrow is a
    stream as wide as what went back along it, with the local derivative at the sign; `partials=True` shows local
    derivatives before that, `partials=False` neither them nor streams. `depth` keeps what is at most that many
    steps from the output, or from the value labelled `around`. More than `limit` values are not readable: then the
    nearest are drawn, and a line below says so. `layout` is "wheel" or "dot"; without it, the first that is there
    draws, and where none is, the graph is given in words.
    root may be a Value of ours, of micrograd, or of a class of your own.
    """
    records = snapshot(root) if not isinstance(root, tuple) else root
    shown, note = chosen(records, depth, around, limit)
    known = records[-1].grad is not None
    if (partials or (known and partials is None)) and not isinstance(root, tuple):
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


def picture(records, shown, note="", partials=None, by=None, moment=CALM, live=False):
    """The Picture of some of the records. A `live` one is a stop for Tab, and without its strip."""
    boxes = look.boxes(records, shown, moment, partials, {r.number: _title(r, records) for r in shown})
    edges, most = look.edges(records, shown, moment, partials), look.most(records, moment)
    streams = moment.room or any(edge.local is not None for edge in edges.values())
    source = dot.source(records, shown, boxes, edges, note, moment, most, streams and partials is not False)
    laid_out = layout.svg(source, by)
    strip = [ROW.format(label=label, words="".join(words for words, _ in pieces)) for label, pieces in moment.strip]
    lines = [text(records, shown, moment.old), *strip, note, "" if laid_out else layout.REMEDY]
    words, said = "\n".join(filter(None, lines)), sentence(records)
    if not laid_out:
        return Picture("", words, said, 0.0, 0.0, source)
    drawn = svg.drawn(laid_out, said, boxes, edges, moment, most, live)
    return Picture(drawn.svg, words, said, drawn.width, drawn.height, source, drawn.parts)


def moving(records, shown, drawing, moment=CALM):
    """What moves in a live picture when its numbers do, by record number.

    That is its sentence, what stands in its box, and of each of its arrows the stream and what stands on it.
    """
    said = sentences(records, shown, moment.old)
    return {
        r.number: {
            "sentence": said[r.number],
            "box": drawing.parts.get(f"v{r.number}", ""),
            "arrows": {
                name: drawing.parts[name]
                for place in range(len(r.inputs))
                for name in (f"e{r.number}_{place}", f"t{r.number}_{place}")
                if name in drawing.parts
            },
        }
        for r in shown
    }


def sentence(records):
    """The picture in a sentence, for those who hear it."""
    out = records[-1]
    return SENTENCE.format(count=len(records), name=out.name, data=short(out.data))


def _title(r, records):
    return f"{r.name} = {formula(r, records)}" if r.inputs else r.name
