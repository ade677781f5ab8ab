"""A computation graph in the page, whose numbers move."""

import anywidget
import traitlets

from ...draw import graphs
from ...draw.graphs.marks import typeset
from ...draw.graphs.style import live as colours
from .view import module, style
from .words import WORDS


class GraphPicture(anywidget.AnyWidget):
    """A Graphviz SVG whose numbers, streams and bricks move without a new layout.

    Below it stand the rows of `strip`, a line of code and its numbers, and in the place of the last one a line in
    words: what the value under the pointer is, or where arrow keys have gone to; else `said`. `watched` is the box
    that is kept on screen.
    Messages are {"chosen": number} for a click or Enter, {"step": 1 or -1} for an arrow key while `stepping`, and
    {"next": frame} while `playing`. While `locked` it sends none of the first two. `drawing` is the Picture laid out;
    where nothing lays graphs out, `svg` is "", and `twin` the graph in words.
    With a `program`, which in_page.py makes, the page computes the numbers itself as soon as a slider moves.
    """

    _esm = module("machine.js", "ahead.js", "on_screen.js", "tiles.js", "graph.js")
    _css = style("graph.css") + colours()
    svg = traitlets.Unicode("").tag(sync=True)
    twin = traitlets.Unicode("").tag(sync=True)
    moving = traitlets.Dict().tag(sync=True)
    ground = traitlets.Unicode("").tag(sync=True)
    sentence = traitlets.Unicode("").tag(sync=True)
    words = traitlets.Dict(WORDS).tag(sync=True)
    watched = traitlets.Int(None, allow_none=True).tag(sync=True)
    strip = traitlets.List().tag(sync=True)
    said = traitlets.Unicode("").tag(sync=True)
    stepping = traitlets.Bool(False).tag(sync=True)
    playing = traitlets.Bool(False).tag(sync=True)
    frame = traitlets.Int(0).tag(sync=True)
    locked = traitlets.Bool(False).tag(sync=True)
    program = traitlets.Dict().tag(sync=True)
    machine = traitlets.Bytes(b"").tag(sync=True)
    at = traitlets.List().tag(sync=True)
    refused = traitlets.List().tag(sync=True)
    runs = traitlets.Bool(False).tag(sync=True)
    sweeps = traitlets.Bool(False).tag(sync=True)

    def __init__(self):
        self._laid_out = self.drawing = None
        super().__init__()

    def show(self, records, shown, note="", moment=graphs.CALM, said="", partials=None):
        """Send what has changed; the SVG only where its boxes or arrows are others, words where there is no SVG."""
        self.drawing = drawing = graphs.picture(records, shown, note, partials, moment=moment, live=True)
        layout = [(r.number, r.op, r.name, r.inputs) for r in shown], note, drawing.width, drawing.height
        with self.hold_sync():
            if layout != self._laid_out or not self.svg:
                self._laid_out = layout
                self.svg, self.twin = drawing.svg, "" if drawing.svg else drawing.text
            self.moving = graphs.moving(records, shown, drawing, moment)
            self.ground = drawing.parts.get("ground", "")
            self.sentence = graphs.sentence(records)
            self.watched = moment.act if moment.asked is None else moment.asked
            self.strip = [[label, [[typeset(words), kind] for words, kind in pieces]] for label, pieces in moment.strip]
            self.said = said
            self.frame += 1

    def __repr__(self):
        return "GraphPicture()"
