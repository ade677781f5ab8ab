"""What README.md shows works as it says."""

import re
from pathlib import Path

from micrograd_lab import live

README = (Path(__file__).resolve().parent.parent / "README.md").read_text(encoding="utf-8")


def test_its_python_runs_and_gives_the_numbers_beside_it():
    (block,) = re.findall("(?s)```python\n(.*?)```", README)
    shown = {}
    exec(block, shown)
    assert f"# {shown['y'].data:.4f}" in block
    assert f"dy/dx: {shown['x'].grad:.4f}" in block


def test_its_graph_moves_where_its_sliders_start():
    (call,) = re.findall(r"^live\.graph\(.*?\)(?=  #)", README, re.MULTILINE)
    view = eval(call, {"live": live})
    # A tanh near 1 has a slope near 0: nothing would be seen to flow back.
    assert min(abs(leaf.grad) for leaf in view.leaves.values()) > 0.1


def test_every_file_that_it_points_to_is_there():
    places = [place for place in re.findall(r"\]\(([^)]+)\)", README) if "://" not in place]
    assert len(places) > 3
    assert [place for place in places if not (Path(__file__).resolve().parent.parent / place).exists()] == []
