"""What a learner's function does to Numbers while it runs, where what it leaves behind does not show it."""

from contextlib import contextmanager


@contextmanager
def grads_set(number):
    """The ids of those Numbers that ever had a gradient other than 0."""
    ever = set()

    def note(v, name, x):
        if name == "grad" and not (isinstance(x, (int, float)) and x == 0):
            ever.add(id(v))
        object.__setattr__(v, name, x)

    number.__setattr__ = note
    try:
        yield ever
    finally:
        del number.__setattr__


@contextmanager
def calls_deeper_than(most, number):
    """[most] as soon as a Number's inputs have been read more than so many calls deep; or by a second thread, which
    may be as deep again.

    That takes a higher recursion limit, and is seen whatever sys says of limits and frames. Numbers made meanwhile
    keep their inputs here, and not in themselves. It shows who has not understood; no watch in the learner's own
    process is proof against whoever looks for it.
    """
    deeper, bottoms, kept = [], set(), {}

    def inputs(v):
        if not deeper:
            calls, bottom = _stack()
            bottoms.add(bottom)  # each thread has its own
            if calls > most or len(bottoms) > 1:
                deeper.append(most)
        return kept[v] if v in kept else v.__dict__["inputs"]

    def keep(v, found):
        kept[v] = found

    number.inputs = property(inputs, keep)
    try:
        yield deeper
    finally:
        del number.inputs


def _stack():
    """How many calls lead here, and the first one's frame. Counted from a traceback: sys._getframe is a name that
    anybody can give something else."""
    try:
        raise LookupError
    except LookupError as error:
        frame = error.__traceback__.tb_frame
    calls = 1
    while frame.f_back:
        frame, calls = frame.f_back, calls + 1
    return calls, frame
