"""The graph in Graphviz's language: boxes as large as what stands in them, arrows as wide as what they carry."""

import re

import graphviz

from .boxes import UNIT, sign, size
from .look import MIDDLE, arrives
from .marks import DOWN, UP, way
from .streams import width
from .style import LIGHT

PAGE = 900
SMALLEST = 0.55  # no picture is made smaller: letters of 16 pixels have 9 then; what is wider scrolls
INCH = 72
CLOSE, APART = 52, 128  # pixels between columns: plain, and where streams have taps
EMPTY = r"\ "
COLOURS = {UP: LIGHT["up"], DOWN: LIGHT["down"]}


def source(records, shown, boxes, edges, note, moment, most, streams):
    """DOT text of the boxes and edges. Of one graph at another moment, it is laid out the same."""
    sizes = {n: size(box, moment) for n, box in boxes.items()}
    space = {"nodesep": "0.5", "pad": "0.19,0.31"} if moment.marks is not None else {"nodesep": "0.3", "pad": "0.19"}
    dot = graphviz.Digraph(
        graph_attr={
            "rankdir": "LR",
            "bgcolor": "transparent",
            "outputorder": "edgesfirst",
            "ranksep": f"{_between(shown, boxes, sizes, streams) / INCH:.3f}",
            **space,
        },
        node_attr={"fontsize": "10", "margin": "0", "color": LIGHT["soft"]},
        edge_attr={"color": LIGHT["edge"], "arrowsize": "0.9", "penwidth": "1.6"},
    )
    if note:
        dot.attr(label=note, fontsize="12")
    for r in shown:
        box, (across, high) = boxes[r.number], sizes[r.number]
        dot.node(
            str(r.number),
            _label(box, high // UNIT),
            shape="record" if box.op else "Mrecord",
            width=f"{(across + overhang(box)) / INCH:.4f}",
            height=f"{high / INCH:.4f}",
            penwidth="3" if box.output else "1.4",
            **{"class": f"value v{r.number}"},
        )
        for place, i in enumerate(r.inputs):
            if edge := edges.get((r.number, place)):
                dot.edge(f"{i}:o{edge.leaves}:e", f"{r.number}:i{arrives(box.inputs, place)}:w", **_stream(edge, most))
        if not boxes.keys() >= set(r.inputs):
            dot.node(f"more{r.number}", "...", shape="plaintext")
            dot.edge(f"more{r.number}", str(r.number), style="dashed")
    return dot.source


def overhang(box):
    """How far arrows end before the box, at the rim of its sign."""
    return sign(box.op)[1] / 2 - (5 if box.inputs > 1 else 0) if box.op else 0.0


def _stream(edge, most):
    name = {"class": "e{}_{}".format(*edge.key)}
    if edge.carried is None:
        return name
    across = width(edge.carried, most)
    head = {"dir": "back", "arrowsize": f"{1 + 0.07 * across:.2f}", "penwidth": f"{across:.2f}"}
    dotted = {} if edge.carried else {"style": "dotted"}
    return {**name, **head, **dotted, "color": COLOURS.get(way(edge.carried), LIGHT["edge"])}


def _between(shown, boxes, sizes, streams):
    """Pixels between columns: enough for what stands on streams; less where a long chain would not fit the page."""
    columns, level = {}, {}
    for r in shown:
        level[r.number] = 1 + max((level[i] for i in r.inputs if i in level), default=-1)
        across = sizes[r.number][0] + overhang(boxes[r.number])
        columns[level[r.number]] = max(columns.get(level[r.number], 0), across)
    usual, least = (APART, 76) if streams else (CLOSE, 34)
    free = (PAGE - 30 - sum(columns.values())) / max(1, len(columns) - 1)
    if sum(columns.values()) + least * len(columns) > PAGE / SMALLEST:
        return usual  # it scrolls anyway
    return max(min(free, usual), least)


def _label(box, rows):
    """The box as a record of rows as high as one unit: arrows arrive at some of them, from above to below."""
    held = [EMPTY] * rows
    held[MIDDLE] = _escaped(f"{box.name} = {box.data}" if box.name else box.data)
    right = "|".join(f"<o{row}>{word}" for row, word in enumerate(held))
    if not box.op:
        return right
    left = "|".join(f"<i{row}>{_escaped(box.op) if row == MIDDLE else EMPTY}" for row in range(rows))
    return f"{{{{{left}}}|{{{right}}}}}"


def _escaped(name):
    # Graphviz reads & as the start of an entity, and makes one space of several.
    return re.sub(r"([\\{}|<> ])", r"\\\1", " ".join(name.split()).replace("&", "&amp;"))
