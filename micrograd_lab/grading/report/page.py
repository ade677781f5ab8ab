"""A page of HTML that needs no other file; every text in it is escaped."""

from html import escape

STYLE = """
:root { color-scheme: light dark; --ink: #1c1f23; --soft: #565d66; --line: #d5d9de; --ground: #fff; --band: #f4f6f8;
  --good: #14693f; --part: #7a4b00; --none: #9b1c1c; --bar: #3b6fb5; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eaed; --soft: #aab1ba; --line: #3a4048; --ground: #16181b;
  --band: #1f2328; --good: #5fcf96; --part: #e3b04b; --none: #ff8f87; --bar: #7fb0ee; } }
body { margin: 0 auto; max-width: 62rem; padding: 1.5rem 1rem 4rem; color: var(--ink); background: var(--ground);
  font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
p, pre { margin: .25rem 0; } .soft { color: var(--soft); } a { color: inherit; }
.scroll { overflow-x: auto; } .scroll:focus-visible { outline: 2px solid var(--bar); }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: .35rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
thead th { background: var(--band); } td.number, th.number { text-align: right; }
section.exercise { border: 1px solid var(--line); border-radius: .5rem; padding: .75rem 1rem; margin: .75rem 0; }
section.exercise h2 { margin: 0; } .state { font-weight: 600; }
.passed { color: var(--good); } .part { color: var(--part); } .none { color: var(--none); }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
svg { max-width: 100%; height: auto; } svg text { fill: var(--ink); font: 13px system-ui, sans-serif; }
svg rect { fill: var(--bar); } svg line { stroke: var(--line); }
"""


def page(title, body):
    """A whole page; `body` is HTML."""
    # A sign that is none, such as one that steers a terminal, has no business on a page.
    title, body = ("".join(s for s in text if s.isprintable() or s == "\n") for text in (title, body))
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{escape(title)}</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        # Even a text that got through would find nothing to run and nowhere to send.
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{escape(title)}</h1>\n{body}\n</main>\n"
        "</body>\n</html>\n"
    )


def table(label, head, rows):
    """A table; a cell is a text, a number, or (HTML,) as it is."""
    top = "".join(f'<th scope="col"{_kind(rows, n)}>{escape(text)}</th>' for n, text in enumerate(head))
    lines = []
    for row in rows:
        first, *rest = row
        cells = "".join(f"<td{_number(cell)}>{_html(cell)}</td>" for cell in rest)
        lines.append(f'<tr><th scope="row">{_html(first)}</th>{cells}</tr>')
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(label)}"><table>'
        f"<thead><tr>{top}</tr></thead><tbody>\n" + "\n".join(lines) + "\n</tbody></table></div>"
    )


def bars(label, counts):
    """A histogram as SVG: [(name, count)]."""
    most, wide, high = max([1, *(count for _, count in counts)]), 80, 120
    parts = []
    for n, (name, count) in enumerate(counts):
        tall = round(high * count / most)
        x = n * wide + 8
        parts.append(f'<rect x="{x}" y="{20 + high - tall}" width="{wide - 12}" height="{tall}"/>')
        middle = x + (wide - 12) // 2
        parts.append(f'<text x="{middle}" y="{14 + high - tall}" text-anchor="middle">{count}</text>')
        parts.append(f'<text x="{middle}" y="{high + 38}" text-anchor="middle">{escape(name)}</text>')
    width = wide * len(counts) + 8
    parts.append(f'<line x1="0" x2="{width}" y1="{20 + high}" y2="{20 + high}"/>')
    text = escape(f"{label}: " + "; ".join(f"{name}: {count}" for name, count in counts))
    return (
        f'<svg role="img" aria-label="{text}" viewBox="0 0 {width} {high + 46}" width="{width}" height="{high + 46}">'
        + "".join(parts)
        + "</svg>"
    )


def _kind(rows, n):
    return ' class="number"' if rows and n and _number(rows[0][n]) else ""


def _number(cell):
    return ' class="number"' if isinstance(cell, (int, float)) else ""


def _html(cell):
    if isinstance(cell, tuple):
        return cell[0]
    return f"{round(cell, 3):g}" if isinstance(cell, (int, float)) else escape(str(cell))
