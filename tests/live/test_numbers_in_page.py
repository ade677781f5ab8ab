"""The browser's part writes a number as Python does, whatever number it is."""

import json
import math
import random
import subprocess

import pytest
from places import node

from micrograd_lab import engine
from micrograd_lab.draw.graphs.marks import fitted, marked
from micrograd_lab.graph import short
from micrograd_lab.live.base.view import STATIC
from micrograd_lab.replay.partials import SLOPES, slopes_of

pytestmark = pytest.mark.skipif(not node(), reason="there is no node here to run the page's part")
EDGES = [0.0, -0.0, math.nan, math.inf, -math.inf, 5e-5, -5e-5, 1e6, 999999.5, 9999.5, 0.99995, 0.99996, 1e-300, 5e-324]


def in_the_page(expression, given):
    """What the page's part makes of these numbers, written as text; nan and inf come through as they are."""
    script = (STATIC / "machine.js").read_text(encoding="utf-8")
    texts = json.dumps([[repr(x) for x in row] for row in given]).replace("inf", "Infinity").replace("nan", "NaN")
    script += f"\nconst rows = {texts}.map(row => row.map(Number));\n"
    script += f"console.log(JSON.stringify(rows.map(row => ({expression})(...row))));"
    found = subprocess.run([node(), "-"], input=script, capture_output=True, text=True, check=True)
    return json.loads(found.stdout)


def numbers(count):
    """Numbers of all sizes, most of them with few digits, and many that lie just between two that can be written."""
    pick = random.Random(1)
    found = [*EDGES, *[10.0**n for n in range(-12, 15)], *[math.nextafter(10.0**n, 0) for n in range(-7, 9)]]
    for _ in range(count):
        sign, size = pick.choice((1, -1)), 10 ** pick.uniform(-8, 9)
        found.append(sign * pick.choice((size, round(size, 4), round(size, 5), float(f"{size:.4g}"))))
        found.append(sign * (pick.randrange(2**14) + 0.5) / 2 ** pick.randrange(16))
        found.append(sign * (pick.randrange(10**4) * 10 + 5.0) * 10 ** pick.randrange(8))
    return found


def test_short_numbers_are_the_same_in_the_page():
    given = numbers(6000)
    expected = [short(x) for x in given]
    assert in_the_page("short", [[x] for x in given]) == expected
    ties = [x for x in given if 1 < abs(x) < 1000 and (x * 2**16).is_integer() and f"{x:.3f}" != f"{x + 1e-9:.3f}"]
    assert len(ties) > 20


def test_a_gradient_and_the_size_in_which_it_is_written_are_the_same_in_the_page():
    given = numbers(300)
    assert in_the_page("marked", [[x] for x in given]) == [marked(x) for x in given]
    sizes = [fitted(marked(x), 16, 60).get("style", "").removeprefix("font-size: ") for x in given]
    assert in_the_page("x => fitted(marked(x), 16, 60)", [[x] for x in given]) == sizes
    assert len(set(sizes)) > 3


@pytest.mark.parametrize("op", [*engine.OPS, "**2", "**-1", "**0.5"])
def test_local_derivatives_are_the_same_in_the_page(op):
    two = len(SLOPES.get(op, "1")) == 2
    given = [[0.3, 1.7, 2.5], [2.0, 0.5, -1.5], [1.5, 3.0, 0.25]]  # y, and its inputs, all of them numbers of their own
    given = [row if two else row[:2] for row in given]
    expected = [[short(x) for x in slopes_of(op, row[1:], row[0])] for row in given]
    assert in_the_page(f"(y, ...inputs) => slopes({json.dumps(op)}, y, inputs).map(short)", given) == expected
