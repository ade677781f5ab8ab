"""What helps with an exercise, shown as it is."""

LEVELS = ("A question", "A pointer", "Nearly the code")


class Hint(str):
    """Text that shows itself without quotes."""

    __slots__ = ()

    def __repr__(self):
        return str(self)
