"""What stands under "Further" has views of its own: whoever runs a whole page finds the views above as they were."""

import ast

import pytest

from micrograd_lab import authoring

SOURCES = authoring.sources(None, ("lesson",))


def moved(cell, views):
    """The views that a cell changes: by an assignment to what they hold, or by a call."""
    for node in ast.walk(ast.parse(cell)):
        targets = node.targets if isinstance(node, ast.Assign) else [node.func] if isinstance(node, ast.Call) else []
        for target in (t for t in targets if isinstance(t, ast.Attribute)):
            while isinstance(target, ast.Attribute):
                target = target.value
            if isinstance(target, ast.Name) and target.id in views:
                yield target.id
        if isinstance(node, ast.Attribute) and node.attr == "view" and getattr(node.value, "id", "") in views:
            yield node.value.id  # a prediction's view, handed on


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.parent.name)
def test_what_stands_further_down_moves_no_view_of_the_page_above_it(source):
    page = authoring.read(source).cells
    ends = [n for n, cell in enumerate(page) if cell.source.startswith("## Further")]
    views = set()
    for n, cell in enumerate(page):
        if cell.cell_type != "code" or not ends:
            continue
        if n > ends[0]:
            assert not {*moved(cell.source, views)}, cell.source
            continue
        for node in ast.parse(cell.source).body:
            if isinstance(node, ast.Assign) and ast.unparse(node.value).startswith("live."):
                views |= {target.id for target in node.targets if isinstance(target, ast.Name)}
