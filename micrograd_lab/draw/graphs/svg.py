"""What Graphviz has drawn, made into a picture: signs, numbers, bricks, taps and the strip are set into it."""

import re
from typing import NamedTuple
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

from . import style
from .boxes import TALL, UNIT, inside, sign
from .dot import PAGE, SMALLEST, overhang
from .marks import TIMES, number, rect, wide
from .streams import Road, flow, labels, places, width
from .strip import strip

SVG = "{http://www.w3.org/2000/svg}"
GENERAL = 40.0  # how wide a pill or tap is taken to be, where its number may move


class Drawn(NamedTuple):
    """SVG text, its size in pixels, and its parts, by name: those that another moment may change."""

    svg: str
    width: float
    height: float
    parts: dict


def drawn(laid_out, sentence, boxes, edges, moment, most, live=False):
    """The Drawn of what Graphviz has laid out."""
    # Graphviz writes its version into a comment, and ids that would clash with the next picture on the page.
    root = ElementTree.fromstring(laid_out[laid_out.index("<svg") :])
    across, high = (float(root.get(side).removesuffix("pt")) for side in ("width", "height"))
    page = root.find(f"{SVG}g")
    groups = {g.get("class").split(" ", 1)[-1]: g for g in page.iter(f"{SVG}g") if g is not page}
    spaces = {n: _space(groups[f"value v{n}"], box) for n, box in boxes.items()}
    roads = {
        key: _road(groups["e{}_{}".format(*key)], edge, most, spaces[edge.input], spaces[key[0]])
        for key, edge in edges.items()
    }
    parts = {"ground": "".join(_ground(box, *spaces[n]) for n, box in boxes.items() if box.act)}
    parts |= {"e{}_{}".format(*key): flow(edge, roads[key], most) for key, edge in edges.items()}
    for n, box in boxes.items():
        *space, outline = spaces[n]
        parts[f"v{n}"] = f"<title>{escape(box.title)}</title>{outline}{inside(box, *space)}"
    spots = _spots(edges, roads, boxes, spaces, moment)
    parts |= {"t{}_{}".format(*key): labels(edge, spots[key]) for key, edge in edges.items() if key in spots}
    kinds = {f"v{n}": f"value v{n}{' output' if box.output else ''}" for n, box in boxes.items()}
    body = "".join(f'<g class="{kinds.get(name, name)}">{part}</g>' for name, part in parts.items())
    origin = f'<g transform="{page.get("transform")}">{body}{"".join(_others(page))}</g>'
    below, broad, more = ("", 0.0, 0.0) if live else strip(moment.strip, high, across)
    across = max(across, broad)
    head = _head(across, high + more, sentence, live)
    # Its own paper: so it reads on a dark page too, where a picture in an <img> cannot know the page's theme.
    paper = "" if live else rect(0, 0, across, high + more, "paper", 8)
    return Drawn(f"{head}{paper}{origin}{below}</svg>", across, high + more, parts)


def _head(width, height, sentence, live):
    # A picture wider than the page is shown as wide as the page is, but never so small that it can't be read.
    shown = 1.0 if live else max(SMALLEST, min(1.0, PAGE / width))
    size = f'width="{width * shown:.0f}px" height="{height * shown:.0f}px" viewBox="0 0 {width:.2f} {height:.2f}"'
    said = f'role="img" aria-label={quoteattr(sentence)}'
    # One stop for Tab; arrow keys go on from there.
    kind = 'tabindex="0"' if live else 'class="micrograd-still"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} {said} {kind}>'
    return head if live else f"{head}<style>{style.still()}</style>"


def _space(group, box):
    """(x, y, width, height, outline) of a box, without the room that Graphviz kept for its sign."""
    shape = next(e for e in group if e.get("d") or e.get("points"))
    ends = [float(x) for x in re.findall(r"-?[\d.]+", shape.get("d") or shape.get("points"))]
    xs, ys = ends[::2], ends[1::2]
    left, right, top, bottom = min(xs) + overhang(box), max(xs), min(ys), max(ys)
    outline = f'<path class="outline" d="{shape.get("d")}"/>'
    if box.op:
        outline = rect(left, top, right - left, bottom - top, "outline", 5)
    return left, top, right - left, bottom - top, outline


def _road(group, edge, most, start, end):
    """The Road of an edge; a stream's ends at the box that it goes to, and begins at the one that sends."""
    path = group.find(f"{SVG}path").get("d")
    if edge.carried is not None:
        return Road(
            path, (start[0] + start[2] + 2, start[1] + UNIT * (edge.leaves + 0.5)), end[0], width(edge.carried, most)
        )
    head = group.find(f"{SVG}polygon").get("points").split()
    return Road(path, tuple(map(float, head[1].split(","))), end[0])


def _ground(box, x, y, w, h, _):
    """What lies beneath the box whose act it is."""
    before = max(sign(box.op)[1] / 2 + 6, 8) if box.op else 8
    kind = "ground next" if box.next else "ground"
    return rect(x - before, y - 8, before + w + 8, h + 16, kind, 14 if box.op else 20)


def _spots(edges, roads, boxes, spaces, moment):
    tall = any(h == TALL for _, _, _, h, _ in spaces.values())
    if not tall and not any(edge.local is not None for edge in edges.values()):
        return {}
    sizes = {}
    for key, edge in edges.items():
        tap = wide(TIMES + number(edge.local), 13, True) + 8 if edge.local is not None else GENERAL
        pill = wide(number(edge.carried), 13, True) + 14 if edge.carried is not None else GENERAL
        settled = moment.sent is None and not moment.wide  # nothing may jump where numbers come later
        sizes[key] = (tap if settled else max(tap, GENERAL), pill if settled else GENERAL)
    taken = []
    for n, (x, y, w, h, _) in spaces.items():
        hang = sign(boxes[n].op)[1] / 2 if boxes[n].op else 0.0
        taken.append((x - hang, y, w + hang, h))
    return places(roads, sizes, taken)


def _others(page):
    """The note below the picture, and the dots for what is left out."""
    for e in page:
        if e.tag == f"{SVG}text":
            yield f'<text class="note" x="{e.get("x")}" y="{e.get("y")}">{escape(e.text)}</text>'
    for group in page.findall(f"{SVG}g"):
        kind, words = group.get("class"), group.find(f"{SVG}text")
        if kind == "node":
            yield f'<text class="note" x="{words.get("x")}" y="{words.get("y")}">{escape(words.text)}</text>'
        elif kind == "edge":
            yield f'<path class="plain" stroke-dasharray="4 3" d="{group.find(f"{SVG}path").get("d")}"/>'
