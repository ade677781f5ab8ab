"""The widget that shows some pictures and takes one of them."""

import anywidget
import traitlets

from ...base.view import module, style

WORDS = {
    "group": "pictures to choose from",
    "picture": "{name}. {text}",
    "yours": "your prediction",
    "happened": "what happens",
}


class PictureEntry(anywidget.AnyWidget):
    """Pictures beside each other: a click, or the arrow keys, choose one. `value` is its name."""

    _esm = module("predict/pictures.js")
    _css = style("predict/pictures.css")
    pictures = traitlets.List().tag(sync=True)  # {"name", "image": an address, "text"}
    words = traitlets.Dict(WORDS).tag(sync=True)
    value = traitlets.Unicode("").tag(sync=True)
    happened = traitlets.Unicode("").tag(sync=True)  # the name of the one that happened, when it has
    disabled = traitlets.Bool(False).tag(sync=True)

    def __repr__(self):
        return "PictureEntry()"
