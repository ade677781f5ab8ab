"""What Graphviz has laid out, made into a picture: boxes in their gradients' colours, marks, and no ids."""

import re
from typing import NamedTuple
from xml.etree import ElementTree

from .colours import COLOURS

# A white rim keeps text legible on a dark page and across a line.
RIM = {"fill": "#333333", "stroke": "#ffffff", "stroke-width": "3", "paint-order": "stroke"}
SVG = "http://www.w3.org/2000/svg"
ElementTree.register_namespace("", SVG)


class Box(NamedTuple):
    """What is put into a value's box: its title, its gradient's colour, a dashed rim where that is old, and its mark.

    A mark of "" keeps its place for what may come; None has none.
    """

    title: str
    colour: str
    old: bool = False
    mark: str | None = None


def tidied(svg, sentence, boxes, edge=None, live=False):
    """(SVG text, width, height in points) of what Graphviz made. `boxes` are by number, `edge` is the one in use."""
    # Graphviz writes its version into a comment, and ids that would clash with the next picture on the page.
    root = ElementTree.fromstring(svg[svg.index("<svg") :])
    width, height = (float(root.get(side).removesuffix("pt")) for side in ("width", "height"))
    root.set("role", "img")
    root.set("aria-label", sentence)
    if live:
        root.set("tabindex", "0")  # one stop for Tab; arrow keys go on from there
    else:  # 12 pixels for 12 points: so the graphs of a lecture fit a notebook on a small laptop
        root.attrib |= {side: root.get(side).replace("pt", "px") for side in ("width", "height")}
    named = {f"node value v{number}": box for number, box in boxes.items()}
    for group in root.iter(f"{{{SVG}}}g"):
        group.attrib.pop("id", None)
        for title in group.findall(f"{{{SVG}}}title"):
            group.remove(title)
        texts = group.findall(f"{{{SVG}}}text")
        for t in texts:
            t.set("font-family", "'DejaVu Sans Mono', Menlo, Consolas, monospace")
        box = named.get(group.get("class"))
        if box:
            _mark_value(group, texts, box)
        elif group.get("class", "").startswith("edge"):
            if edge and group.get("class") == "edge e{}_{}".format(*edge):
                _mark_edge(group)
            for t in texts:
                t.attrib |= RIM
    return ElementTree.tostring(root, encoding="unicode"), width, height


def _mark_value(group, texts, box):
    """Name the texts that move, lay the gradient's colour below the last row, and put the mark above the box."""
    texts[-2].set("class", "data")
    texts[-1].set("class", "grad")
    texts[-3].set("font-weight", "bold")
    lines = group.findall(f"{{{SVG}}}polyline")
    (x0, y), (x1, _) = (map(float, point.split(",")) for point in lines[-1].get("points").split())
    row = 2 * (float(texts[-1].get("y")) - y) - 8  # the text's baseline stands 4 below the row's middle
    cell = {"class": "grad-cell", "x": f"{x0 + 2:.2f}", "y": f"{y:.2f}", "width": f"{x1 - x0 - 4:.2f}"}
    cell |= {"height": f"{row - 2:.2f}", "fill": box.colour}
    if box.old:
        cell |= {"stroke": "#444444", "stroke-dasharray": "4 3"}
    title = ElementTree.Element(f"{{{SVG}}}title")
    title.text = box.title
    group.insert(0, title)
    group.insert(list(group).index(lines[0]), ElementTree.Element(f"{{{SVG}}}rect", cell))
    if box.mark is not None:
        outline = next(e for e in group if e.get("d") or e.get("points"))
        top = min(float(y) for y in re.findall(r",(-?[\d.]+)", outline.get("d") or outline.get("points")))
        place = {"x": f"{(x0 + x1) / 2:.2f}", "y": f"{top - 4:.2f}", "text-anchor": "middle", **RIM}
        font = {"font-family": texts[-1].get("font-family"), "font-size": "13.00", "font-weight": "bold"}
        mark = ElementTree.SubElement(group, f"{{{SVG}}}text", {"class": "mark", **place, **font})
        mark.text = box.mark


def _mark_edge(group):
    for line in group.findall(f"{{{SVG}}}path"):
        line.attrib |= {"stroke": COLOURS["red"], "stroke-width": "4"}
    for head in group.findall(f"{{{SVG}}}polygon"):
        head.attrib |= {"stroke": COLOURS["red"], "fill": COLOURS["red"], "stroke-width": "3"}
    for t in group.findall(f"{{{SVG}}}text"):
        t.set("font-weight", "bold")
