"""What a view without a picture of its own lacks for those who use keys, and for those who hear the page."""

import anywidget

from .view import module


class Keys(anywidget.AnyWidget):
    """Nothing to see. Arrow keys reach radio buttons: JupyterLab takes them for its own, to walk from cell to cell.

    And what changes in a widget of the class `micrograd-said` beside it is read aloud.
    """

    _esm = module("predict/keys.js")

    def __init__(self):
        super().__init__(layout={"display": "none"})

    def __repr__(self):
        return "Keys()"
