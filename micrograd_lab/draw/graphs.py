"""Records of a graph to a Graphviz picture."""

import math
import re
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import graphviz

from ..graph import digits, find, formula, part, snapshot, text, users
from . import layout

ORANGE, BLUE = (230, 159, 0), (86, 180, 233)  # Okabe & Ito 2008: told apart by every eye
RED = "#d55e00"
# A white rim keeps text legible on a dark page and across a line.
RIM = {"fill": "#333333", "stroke": "#ffffff", "stroke-width": "3", "paint-order": "stroke"}
READABLE = 40
FONT = "Courier"
SVG = "http://www.w3.org/2000/svg"
ElementTree.register_namespace("", SVG)


@dataclass(frozen=True, repr=False)
class Picture:
    """A graph as SVG, and the same graph in words as `text`."""

    svg: str
    text: str

    def save(self, path):
        Path(path).write_text(self.svg, encoding="utf-8")

    def __repr__(self):
        return self.text

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"image/svg+xml": self.svg, "text/plain": self.text}


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


def graph(root, partials=True, depth=None, around=None, limit=READABLE, layout="wheel"):
    """Draw the computation graph below root, left to right.

    Each box is a value: its operation, name, data and grad. Leaves have round corners, the output a
    thick line. `partials` puts the local derivative on each edge, `depth` keeps what is at most that
    many steps from the output, or from the value labelled `around`. More than `limit` values are not
    readable: then the nearest are drawn, and a line below says so. `layout` is "wheel" or "dot".
    root may be a Value of ours, of micrograd, or of a class of your own.
    """
    records = snapshot(root) if not isinstance(root, tuple) else root
    shown, note = chosen(records, depth, around, limit)
    return picture(records, shown, note, partials, layout)


def chosen(records, depth=None, around=None, limit=READABLE):
    """The records to draw, and the sentence that says what is left out ("" if nothing is)."""
    asked = depth is not None or around is not None
    shown = part(records, around, depth, None if depth is not None else limit) if asked else records
    if limit and len(records) > limit and not asked:
        shown = part(records, limit=limit)
    if len(shown) == len(records):
        return shown, ""
    centre = "the output" if around is None else find(records, around).name
    return shown, (
        f"{len(shown)} of {len(records)} values: those nearest to {centre}. "
        "Ask for others with depth=3 or around='name', for all with limit=None."
    )


def picture(records, shown, note="", partials=True, by="wheel", moment=CALM, live=False):
    """The Picture of some of the records. A `live` one also holds what the browser says of each value."""
    svg = layout.svg(_dot(records, shown, note, partials, moment), by)
    words = "\n".join(filter(None, [text(records, shown, moment.old), note]))
    return Picture(_tidied(svg, records, shown, moment, live), words)


def look(records, shown, moment=CALM):
    """What moves in a picture when its numbers do, by record number: data, grad, colour, edges' partials, marks."""
    grads = [abs(r.grad) for r in shown if r.grad and math.isfinite(r.grad)]
    scale = max(grads, default=1.0)
    return {
        r.number: {
            "data": _row("data", digits(r.data)),
            "grad": _row("old " if r.number in moment.old else "grad", _marked(r.grad)),
            "colour": _colour(None if r.number in moment.old else r.grad, scale),
            # The gradient goes against the arrow.
            "partials": ["◀ " * (moment.edge == (r.number, n)) + digits(p) for n, p in enumerate(r.partials)],
            **({"old": True} if r.number in moment.old else {}),
            **({"mark": moment.marks.get(r.number, "")} if moment.marks is not None else {}),
        }
        for r in shown
    }


def label(records):
    """The picture in a sentence, for those who hear it."""
    out = records[-1]
    return f"Computation graph of {len(records)} values. Output {out.name} = {digits(out.data)}."


def _row(name, number):
    # No-break spaces hold the width, so that a number can change without a new layout.
    return f"{name}{number:>13}".replace(" ", "\u00a0")


def _marked(grad):
    # The triangle says the sign a second time, for those who do not see the colour.
    return digits(grad) if not grad or grad != grad else ("▲ " if grad > 0 else "▼ ") + digits(grad)


def _colour(grad, scale):
    if grad is None:
        return "#d9d9d9"
    if not grad or grad != grad:
        return "#ffffff"
    strength = 0.25 + 0.75 * min(1.0, abs(grad) / scale)
    return "#" + "".join(f"{round(255 + (c - 255) * strength):02x}" for c in (ORANGE if grad > 0 else BLUE))


def _dot(records, shown, note, partials, moment=CALM):
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
    moving, inside = look(records, shown, moment), {r.number for r in shown}
    for r in shown:
        head = f"{{{_escaped(r.op or '?')}|{_escaped(r.name)}}}" if r.inputs else _escaped(r.name)
        dot.node(
            str(r.number),
            f"{head}|{moving[r.number]['data']}|{moving[r.number]['grad']}",
            shape="record" if r.inputs else "Mrecord",
            penwidth="3" if r is records[-1] else "1",
            **{"class": f"value v{r.number}"},
        )
        for place, i in enumerate(r.inputs):
            if i in inside:
                known = partials and place < len(r.partials)
                dot.edge(
                    str(i),
                    str(r.number),
                    f" {moving[r.number]['partials'][place]} " if known else None,
                    **{"class": f"e{r.number}_{place}"},
                )
        if not inside.issuperset(r.inputs):
            dot.node(f"more{r.number}", "...", shape="plaintext", fillcolor="none", fontcolor="#7a7a7a")
            dot.edge(f"more{r.number}", str(r.number), style="dashed")
    return dot.source


def _escaped(name):
    # Graphviz reads & as the start of an entity, and makes one space of several.
    return re.sub(r"([\\{}|<> ])", r"\\\1", " ".join(name.split()).replace("&", "&amp;"))


def _tidied(svg, records, shown, moment, live):
    # Graphviz writes its version into a comment, and ids that would clash with the next picture on the page.
    root = ElementTree.fromstring(svg[svg.index("<svg") :])
    root.set("role", "img")
    root.set("aria-label", label(records))
    named = {f"node value v{r.number}": r for r in shown}
    moving, used_by = look(records, shown, moment), users(records) if live else {}
    if live:
        root.set("tabindex", "0")  # one stop for Tab; arrow keys go on from there
    else:  # 12 pixels for 12 points: so the graphs of a lecture fit a notebook on a small laptop
        root.attrib |= {side: root.get(side).replace("pt", "px") for side in ("width", "height")}
    for group in root.iter(f"{{{SVG}}}g"):
        group.attrib.pop("id", None)
        for title in group.findall(f"{{{SVG}}}title"):
            group.remove(title)
        texts = group.findall(f"{{{SVG}}}text")
        for t in texts:
            t.set("font-family", "'DejaVu Sans Mono', Menlo, Consolas, monospace")
        r = named.get(group.get("class"))
        if r:
            _mark_value(group, texts, r, records, moving[r.number])
            if live:
                group.set("data-made", formula(r, records))
                group.set("data-shows", "data" if r.inputs or r.label else "")
                group.set("data-users", " and ".join(used_by[r.number]))
        elif group.get("class", "").startswith("edge"):
            if moment.edge and group.get("class") == "edge e{}_{}".format(*moment.edge):
                _mark_edge(group)
            for t in texts:
                t.attrib |= RIM
    return ElementTree.tostring(root, encoding="unicode")


def _mark_value(group, texts, r, records, moving):
    """Name the texts that move, lay the gradient's colour below the last row, and put the mark above the box."""
    texts[-2].set("class", "data")
    texts[-1].set("class", "grad")
    texts[-3].set("font-weight", "bold")
    lines = group.findall(f"{{{SVG}}}polyline")
    (x0, y), (x1, _) = (map(float, point.split(",")) for point in lines[-1].get("points").split())
    row = 2 * (float(texts[-1].get("y")) - y) - 8  # the text's baseline stands 4 below the row's middle
    cell = {"class": "grad-cell", "x": f"{x0 + 2:.2f}", "y": f"{y:.2f}", "width": f"{x1 - x0 - 4:.2f}"}
    cell |= {"height": f"{row - 2:.2f}", "fill": moving["colour"]}
    if "old" in moving:
        cell |= {"stroke": "#444444", "stroke-dasharray": "4 3"}
    title = ElementTree.Element(f"{{{SVG}}}title")
    title.text = f"{r.name} = {formula(r, records)}" if r.inputs else r.name
    group.insert(0, title)
    group.insert(list(group).index(lines[0]), ElementTree.Element(f"{{{SVG}}}rect", cell))
    if "mark" in moving:
        outline = next(e for e in group if e.get("d") or e.get("points"))
        top = min(float(y) for y in re.findall(r",(-?[\d.]+)", outline.get("d") or outline.get("points")))
        place = {"x": f"{(x0 + x1) / 2:.2f}", "y": f"{top - 4:.2f}", "text-anchor": "middle", **RIM}
        font = {"font-family": texts[-1].get("font-family"), "font-size": "13.00", "font-weight": "bold"}
        mark = ElementTree.SubElement(group, f"{{{SVG}}}text", {"class": "mark", **place, **font})
        mark.text = moving["mark"]


def _mark_edge(group):
    for line in group.findall(f"{{{SVG}}}path"):
        line.attrib |= {"stroke": RED, "stroke-width": "4"}
    for head in group.findall(f"{{{SVG}}}polygon"):
        head.attrib |= {"stroke": RED, "fill": RED, "stroke-width": "3"}
    for t in group.findall(f"{{{SVG}}}text"):
        t.set("font-weight", "bold")
