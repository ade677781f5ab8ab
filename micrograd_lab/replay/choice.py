"""One of several, as a number: what a table is looked up by."""


class Choice:
    """Leaves of which one is 1 and all others 0, as one input of a recording: a whole number, from 0, per sample.

    They may be used in one way, in sums over all of them, as in sum(one * x for one, x in zip(leaves, table)).
    """

    def __init__(self, leaves):
        if not hasattr(leaves, "__iter__"):
            raise TypeError(f"a choice takes a list of leaves; got {type(leaves).__name__}. Put them into [ ].")
        self.leaves = tuple(leaves)
        if not self.leaves:
            raise ValueError("a choice is one of several leaves; got none. Pass one for each candidate.")

    def __repr__(self):
        return f"Choice of {len(self.leaves)}"
