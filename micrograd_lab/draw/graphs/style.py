"""The colours of a graph: light in a still picture, and those of the page's theme in a live one.

Colour belongs to gradients alone: `up` rises, `down` falls and is drawn hollow, so that grey paper keeps the sign.
"""

LIGHT = {
    "up": "#b44c00",
    "down": "#0069a6",
    "hollow": "#d3e6f4",
    "ink": "#1f2328",
    "soft": "#5f6875",
    "box": "#ffffff",
    "rule": "#d5d9df",
    "edge": "#7f8894",
    "sign": "#eef1f5",
    "lit": "#ffe07a",
    "panel": "#f6f8fa",
    "on": "#ffffff",
    "page": "#ffffff",
}
DARK = {
    "up": "#ff9b4a",
    "down": "#6cb8f0",
    "hollow": "#1c3346",
    "ink": "#e6e9ee",
    "soft": "#a3adba",
    "box": "#1d2229",
    "rule": "#3a424d",
    "edge": "#8b95a3",
    "sign": "#2a313b",
    "lit": "#8a7416",
    "panel": "#1d2229",
    "on": "#14171c",
    "page": "#111111",
}
SANS = "'DejaVu Sans', 'Segoe UI', Helvetica, Arial, sans-serif"
MONO = "'DejaVu Sans Mono', Menlo, Consolas, monospace"

# Selector and what holds there; a colour's name stands for the colour.
RULES = (
    ("text", f"font-family: {SANS}; fill: @ink; stroke: none"),
    (".outline", "fill: @box; stroke: @soft; stroke-width: 1.4"),
    (".output > .outline", "stroke: @ink; stroke-width: 3"),
    (".ground", "fill: @lit; stroke: @ink; stroke-width: 1.2; stroke-dasharray: 3 3"),
    (".ground.next", "fill: none; stroke-width: 2; stroke-dasharray: 7 4"),
    (".paper", "fill: @page"),
    (".data", "font-size: 23px; font-weight: bold; text-anchor: middle"),
    (".name", f"font-family: {MONO}; font-size: 16px; font-style: italic; text-anchor: end; fill: @soft"),
    (".ring", "fill: none; stroke: @ink; stroke-width: 2"),
    (".rule", "stroke: @rule; stroke-width: 1"),
    (".sign", "fill: @sign; stroke: @soft; stroke-width: 1.4"),
    (".op", "text-anchor: middle; font-size: 22px"),
    (".word", "font-size: 13px"),
    (".grad", "font-size: 16px; font-weight: bold; text-anchor: middle"),
    (".later", "font-size: 13px; text-anchor: middle; fill: @soft"),
    (".sum", "font-size: 15px; font-weight: bold; text-anchor: end"),
    (".and", "font-size: 15px; text-anchor: middle"),
    (".figure", "font-size: 13px; font-weight: bold; text-anchor: middle"),
    ("text.up", "fill: @up"),
    ("text.down", "fill: @down"),
    ("text.soft", "fill: @soft"),
    (".brick.up", "fill: @up; stroke: @up; stroke-width: 2"),
    (".brick.down", "fill: @hollow; stroke: @down; stroke-width: 2"),
    (".brick.none", "fill: @box; stroke: @edge; stroke-width: 2"),
    (".brick.left, .brick.out", "fill: @box; stroke-dasharray: 3 3"),
    ("text.on", "fill: @on"),
    (".strike", "stroke: @ink; stroke-width: 2"),
    (".plain", "fill: none; stroke: @edge; stroke-width: 1.6"),
    (".head", "fill: @edge; stroke: @edge; stroke-width: 1"),
    (".rim", "fill: none; stroke: @ink"),
    (".stream", "fill: none"),
    (".stream.up", "stroke: @up"),
    (".stream.down", "stroke: @down"),
    (".stream.none", "stroke: @edge"),
    (".stream.hollow", "stroke: @hollow"),
    (".tip", "stroke-width: 2"),
    (".tip.up", "fill: @up; stroke: @up"),
    (".tip.down", "fill: @hollow; stroke: @down"),
    (".tip.none", "fill: @edge; stroke: @edge"),
    (".tip.now", "stroke: @ink"),
    (".pill", "fill: @box; stroke-width: 2"),
    (".pill.up", "stroke: @up"),
    (".pill.down", "stroke: @down"),
    (".pill.none", "stroke: @edge"),
    ("rect.tap", "fill: @box; stroke: @ink; stroke-width: 1.2"),
    ("rect.tap.now", "stroke-width: 2.2"),
    (".factor", "font-size: 13px; text-anchor: middle"),
    (".factor.now", "font-weight: bold"),
    (".mark", "font-size: 13px; font-weight: bold; text-anchor: middle; @loose"),
    (".note", "font-size: 12px; text-anchor: middle; @loose"),
    (".panel", "fill: @panel; stroke: @rule"),
    (".label", "font-size: 12px; fill: @soft"),
    (".code", f"font-family: {MONO}; font-size: 15px; white-space: pre"),
    (".code.up, .code.down, .code.tap", "font-weight: bold"),
)
# What stands on the page itself, and not in a box: a rim keeps it legible.
LOOSE = "stroke: @page; stroke-width: 3; paint-order: stroke"


def still():
    """The style of a picture that stands alone."""
    return _sheet(".micrograd-still", lambda name: LIGHT[name])


def live():
    """The style of pictures in the page, in the colours of its theme."""
    light, dark = ("; ".join(f"--graph-{name}: {colour}" for name, colour in names.items()) for names in (LIGHT, DARK))
    page = "--graph-page: var(--jp-layout-color0, #fff)"
    return (
        f".micrograd-graph {{ {light}; {page} }}\n"
        f'[data-jp-theme-light="false"] .micrograd-graph {{ {dark}; {page} }}\n'
        + _sheet(".micrograd-graph svg", lambda name: f"var(--graph-{name})")
    )


def _sheet(where, colour):
    lines = []
    for selectors, declarations in RULES:
        declarations = declarations.replace("@loose", LOOSE)
        for name in sorted(LIGHT, key=len, reverse=True):
            declarations = declarations.replace(f"@{name}", colour(name))
        lines.append(", ".join(f"{where} {s}" for s in selectors.split(", ")) + f" {{ {declarations} }}")
    return "\n".join(lines) + "\n"
