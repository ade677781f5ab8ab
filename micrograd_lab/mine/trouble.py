"""Why something is not kept, in words."""

NO_SOURCE = "the text of `{name}` is not to be found. Run the cell that makes it once more, then this check"
OF_THE_KIT = "it uses `{name}`, which belongs to this kit, and your file runs without it. Write it without that"
UNWRITTEN = (
    "`{name}` is {kind}, which can't be written as code. Make it inside the function, or of plain numbers and text"
)


class CantKeep(Exception):
    """Something can't be written into the file; says why, and what to do."""


def kind(value):
    """What a thing is, in words: "a dict"."""
    name = type(value).__name__
    return ("an {name}" if name[:1] in "aeioAEIO" else "a {name}").format(name=name)
