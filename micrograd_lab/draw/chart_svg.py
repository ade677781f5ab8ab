"""A chart as SVG, on the standard library alone: what is shown where matplotlib is not installed."""

from dataclasses import replace
from html import escape

from .charts import Axis, Bars, Cells, Field, Line, Panel, Points
from .colours import COLOURS
from .graphs import Picture
from .scales import ticks
from .svg_marks import Plane, drawn, short, words

FONT = 'font-family="sans-serif" font-size="11px"'
TITLE, LEGEND, LETTER = 22, 18, 6.2  # pixels; a letter as wide as most are
SYMBOL = Panel("", Axis("", 0.0, 1.0), Axis("", 0.0, 1.0), (), (18, 10))  # of the legend


def picture(columns, text) -> Picture:
    """The chart of columns of Panels, from left to right, as a Picture; `text` is the same in words."""
    made, across, high = [], 0.0, 0.0
    for column in columns:
        wide, down = 0.0, 0.0
        for panel in column:
            room = _room(panel)
            made.append(_panel(panel, across + room["left"], down + room["top"]))
            wide = max(wide, room["left"] + panel.size[0] + room["right"])
            down += room["top"] + panel.size[1] + room["bottom"]
        across, high = across + wide, max(high, down)
    said = " ".join(text.split())
    size = f'width="{short(across)}" height="{short(high)}" viewBox="0 0 {short(across)} {short(high)}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-label="{escape(said)}" {FONT}>'
    # Its own paper, since a picture cannot know whether the page is dark.
    paper = f'<rect width="{short(across)}" height="{short(high)}" fill="#ffffff"/>'
    return Picture("\n".join([head, paper, *made, "</svg>"]), text, said, across, high)


def _room(panel):
    """Pixels around what is plotted, for what its axes, its title and its legend say."""
    x, y = ticks(panel.x), ticks(panel.y)
    widest = max([0, *(len(said) for _, said in y)])
    named = 18 if panel.y.label else 6
    above = TITLE if panel.title else 8
    return {
        "left": named + (8 + LETTER * widest if y else 0),
        "right": 16,
        "top": above + (LEGEND if _named(panel) else 0),
        "bottom": 10 + (14 if x else 0) + (16 if panel.x.label else 0),
    }


def _panel(panel, left, top):
    plane = Plane(panel)
    width, height = panel.size
    marks = "".join(drawn(mark, plane) for mark in panel.marks)
    parts = [
        _axes(panel, plane),
        f'<svg width="{width}" height="{height}" overflow="hidden">{marks}</svg>',  # what stands outside is cut off
        _frame(panel, width, height),
        _legend(panel),
    ]
    if panel.title:
        up = -8 - (LEGEND if _named(panel) else 0)
        parts.append(words(panel.title, width / 2, up).replace("<text", '<text font-size="13px"'))
    return f'<g transform="translate({short(left)},{short(top)})">{"".join(parts)}</g>'


def _named(panel):
    return [mark for mark in panel.marks if mark.name and isinstance(mark, Line | Points | Bars)]


def _axes(panel, plane):
    """The grid, the numbers on it, and the axes' names."""
    width, height = panel.size
    made, grid = [], not any(isinstance(mark, Field | Cells) for mark in panel.marks)
    for place, said in ticks(panel.x):
        at = plane.x(place)
        made += [_grey(f"M{short(at)},0v{height}", 0.25)] if grid else []
        made.append(words(said, at, height + 14))
    for place, said in ticks(panel.y):
        at = plane.y(place)
        made += [_grey(f"M0,{short(at)}h{width}", 0.25)] if grid else []
        made.append(words(said, -5, at + 4, "end"))
    if panel.x.label:
        made.append(words(panel.x.label, width / 2, height + (30 if ticks(panel.x) else 14)))
    if panel.y.label:
        out = -10 - LETTER * max([0, *(len(said) for _, said in ticks(panel.y))])
        made.append(
            f'<g transform="translate({short(out)},{height / 2:g}) rotate(-90)">{words(panel.y.label, 0, 0)}</g>'
        )
    return "".join(made)


def _frame(panel, width, height):
    made = [_grey(f"M0,{height}h{width}", 1)] if panel.x.label or ticks(panel.x) else []
    return "".join(made + ([_grey(f"M0,0v{height}", 1)] if panel.y.label or ticks(panel.y) else []))


def _grey(path, opacity):
    return f'<path d="{path}" stroke="{COLOURS["grey"]}" stroke-opacity="{opacity}"/>'


def _legend(panel):
    """A symbol and a name for each mark that has both, above the plot."""
    made, left = [], 0.0
    for mark in _named(panel):
        small = {
            Line: {"x": (0.0, 1.0), "y": (0.5, 0.5)},
            Points: {"x": (0.5,), "y": (0.5,), "size": 5.0},
            Bars: {"x": (0.5,), "y": (1.0,), "width": 0.6},
        }[type(mark)]
        symbol = drawn(replace(mark, **small), Plane(SYMBOL))
        made.append(f'<g transform="translate({short(left)},-14)">{symbol}</g>')
        made.append(words(mark.name, left + SYMBOL.size[0] + 4, -5, "start"))
        left += SYMBOL.size[0] + 14 + LETTER * len(mark.name)
    return "".join(made)
