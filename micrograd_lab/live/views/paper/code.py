"""What one would type for the sheet on screen."""

from ....experiments.paper import CORNERS, XOR, to_numbers
from .start import TURNED


def typed(view):
    """live.paper(...) with its arguments that are not as usual, and below it the fold that is chosen."""
    numbers = to_numbers(view.folds, view.out)
    given = [] if numbers == XOR else [f"[{', '.join(f'{x:.6g}' for x in numbers)}]"]
    given += [f"points={list(view.points)}"] if view.points != CORNERS else []
    given += [f"made={view.made:g}"] if view.made < len(view.folds) else []
    given += [f"turn={view.turned:g}"] if view.turned != TURNED else []
    call = f"live.paper({', '.join(given)})"
    return call if view.chosen == 1 else f"view = {call}\nview.choose({view.chosen})\nview"
