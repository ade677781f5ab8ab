"""Arrow keys that reach a radio button: JupyterLab takes them for its own, to walk from cell to cell."""

import anywidget

from .view import module


class Keys(anywidget.AnyWidget):
    """Nothing to see: it keeps the arrow keys of all radio buttons in views where they are pressed."""

    _esm = module("predict/keys.js")

    def __init__(self):
        super().__init__(layout={"display": "none"})

    def __repr__(self):
        return "Keys()"
