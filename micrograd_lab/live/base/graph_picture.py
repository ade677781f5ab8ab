"""A computation graph in the page, whose numbers move."""

import anywidget
import traitlets

from ...draw import graphs
from .view import module, style
from .words import WORDS


class GraphPicture(anywidget.AnyWidget):
    """A Graphviz SVG whose numbers, colours and marks move without a new layout.

    Below it stands one line: what the value under the pointer is, or where arrow keys have gone to; else `said`.
    Messages are {"chosen": number} for a click or Enter, {"step": 1 or -1} for an arrow key while `stepping`, and
    {"next": frame} while `playing`. While `locked` it sends none of the first two. `drawing` is the Picture laid out;
    where nothing lays graphs out, `svg` is "", and `twin` the graph in words.
    """

    _esm = module("graph.js")
    _css = style("graph.css")
    svg = traitlets.Unicode("").tag(sync=True)
    twin = traitlets.Unicode("").tag(sync=True)
    moving = traitlets.Dict().tag(sync=True)
    sentence = traitlets.Unicode("").tag(sync=True)
    words = traitlets.Dict(WORDS).tag(sync=True)
    edge = traitlets.List().tag(sync=True)
    said = traitlets.Unicode("").tag(sync=True)
    stepping = traitlets.Bool(False).tag(sync=True)
    playing = traitlets.Bool(False).tag(sync=True)
    frame = traitlets.Int(0).tag(sync=True)
    locked = traitlets.Bool(False).tag(sync=True)

    def __init__(self):
        self._laid_out = self.drawing = None
        super().__init__()

    def show(self, records, shown, note="", moment=graphs.CALM, said="", partials=True):
        """Send what has changed; the SVG only where its boxes or edges are others, words where there is no SVG."""
        layout = [(r.number, r.op, r.name, r.inputs) for r in shown], note
        with self.hold_sync():
            if layout != self._laid_out or not self.svg:
                self._laid_out = layout
                self.drawing = graphs.picture(records, shown, note, partials, moment=moment, live=True)
                self.svg, self.twin = self.drawing.svg, "" if self.drawing.svg else self.drawing.text
            self.moving = graphs.moving(records, shown, moment)
            self.sentence = graphs.sentence(records)
            self.edge = list(moment.edge or ())
            self.said = said
            self.frame += 1

    def __repr__(self):
        return "GraphPicture()"
