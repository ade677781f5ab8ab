"""Scores as SVG can hold them: a small PNG of their colours, and the lines on which they cross a level."""

import math
import struct
import zlib
from base64 import b64encode

BLUE, ORANGE, GREY, WHITE = (0, 114, 178), (230, 159, 0), (160, 160, 160), (255, 255, 255)
STEPS = 127  # colours from white to a full one
BLOCK = 65535  # bytes of a stored block, at most


def address(rows, heights=False):
    """Rows of scores as the address of an image, a pixel each: blue below 0, orange above, full at about 4.

    With `heights` they are white below 0, and grey above. What is no number is clear.
    """
    shades = [bytes(_shade(score) for score in row) for row in rows]
    below, above = (WHITE, GREY) if heights else (BLUE, ORANGE)
    palette = [WHITE] + [_mixed(below if n < 0 else above, abs(n) / STEPS) for n in range(-STEPS, STEPS + 1)]
    size = struct.pack(">IIBBBBB", len(shades[0]), len(shades), 8, 3, 0, 0, 0)
    chunks = (
        (b"IHDR", size),
        (b"PLTE", b"".join(map(bytes, palette))),
        (b"tRNS", b"\0"),
        (b"IDAT", _stored(b"".join(b"\0" + row for row in shades))),
        (b"IEND", b""),
    )
    png = b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks)
    return f"data:image/png;base64,{b64encode(png).decode()}"


def level_lines(rows, level):
    """Marching squares: ((column, row), (column, row)) of a line in each cell on whose edges the scores cross a level.

    A cell with a score that is no number has none.
    """
    made = []
    for r in range(len(rows) - 1):
        upper, lower = ([score - level for score in row] for row in rows[r : r + 2])
        for c in range(len(upper) - 1):
            a, b, d, e = upper[c], upper[c + 1], lower[c], lower[c + 1]
            if (a > 0) == (b > 0) == (d > 0) == (e > 0) or not math.isfinite(a + b + d + e):
                continue
            cuts = [
                *([(c + a / (a - b), r)] if (a > 0) != (b > 0) else []),
                *([(c + 1, r + b / (b - e))] if (b > 0) != (e > 0) else []),
                *([(c + d / (d - e), r + 1)] if (d > 0) != (e > 0) else []),
                *([(c, r + a / (a - d))] if (a > 0) != (d > 0) else []),
            ]
            made += zip(cuts[::2], cuts[1::2], strict=True)
    return made


def _shade(score):
    """The place in the palette: 0 for what is no number, then from full below 0 to full above."""
    return 0 if math.isnan(score) else 1 + STEPS + round(STEPS * math.tanh(score / 2))


def _mixed(colour, strength):
    return [round(255 + (part - 255) * strength) for part in colour]


def _stored(data):
    """Bytes as zlib keeps them without pressing them: pressed, they would differ from one zlib to another."""
    parts = [data[at : at + BLOCK] for at in range(0, len(data), BLOCK)]
    heads = [struct.pack("<BHH", part is parts[-1], len(part), len(part) ^ 0xFFFF) for part in parts]
    body = b"".join(head + part for head, part in zip(heads, parts, strict=True))
    return b"\x78\x01" + body + struct.pack(">I", zlib.adler32(data))


def _chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
