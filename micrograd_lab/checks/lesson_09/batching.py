"""Ways to cut an order into batches, epoch by epoch: the right one, and the slips. Each gives batches without end."""

import random
from itertools import count, islice, pairwise


def by(epochs):
    """{"batches"} of a case, by a way that is given count, size and shuffle, and gives batches as it goes."""

    def given(case):
        shuffle = random.Random(case["chance"]).shuffle
        found = epochs(case["count"], case["size"], shuffle)
        return {"batches": list(islice(found, case["most"]))}

    return given


class TimeUp(Exception):
    """An epoch without a batch: looking for the next one would never end."""


def cut(order, size):
    """The order in pieces."""
    return [order[start : start + size] for start in range(0, len(order), size)]


def epochs_of(pieces=cut, before=lambda order, shuffle: shuffle(order), start=0, fresh=False, limit=None):
    """Epochs that cut the order by `pieces`, after something has been done to it; the order begins at `start`, and
    anew in each epoch where it is `fresh`; without end, or so many."""

    def given(many, size, shuffle):
        order = list(range(start, start + many))
        for _ in range(limit) if limit else count():
            if fresh:
                order = list(range(start, start + many))
            before(order, shuffle)
            found = pieces(list(order), size)
            if not found:
                raise TimeUp
            yield from found

    return given


RIGHT = by(epochs_of())


def nothing(order, shuffle):
    """The order stays."""


def twice(order, shuffle):
    """Two shuffles."""
    shuffle(order)
    shuffle(order)


def put_in_order(order, shuffle):
    """A shuffle, and the order put back."""
    shuffle(order)
    order.sort()


def turned(order, shuffle):
    """A shuffle, and the order from behind."""
    shuffle(order)
    order.reverse()


def shuffled_once(pieces=cut):
    """One shuffle, and the same order in each epoch."""

    def given(many, size, shuffle):
        order = list(range(many))
        shuffle(order)
        while True:
            yield from pieces(order, size)

    return given


def shuffled_after(many, size, shuffle):
    """The first epoch in order."""
    order = list(range(many))
    while True:
        yield from cut(list(order), size)
        shuffle(order)


def shuffled_each_batch(first_alone, fresh=False):
    """A shuffle before each batch, which is the next piece, or the first one always."""

    def given(many, size, shuffle):
        order = list(range(many))
        while True:
            for start in range(0, many, size):
                if fresh:
                    order = list(range(many))
                shuffle(order)
                yield order[:size] if first_alone else order[start : start + size]

    return given


def filled(many, size, shuffle):
    """A batch goes on into the next epoch."""
    order = list(range(many))

    def places():
        while True:
            shuffle(order)
            yield from list(order)

    going = places()
    while True:
        yield list(islice(going, size))


def pieces_shuffled(many, size, shuffle):
    """The batches are shuffled, and not the places."""
    pieces = cut(list(range(many)), size)
    while True:
        shuffle(pieces)
        yield from list(pieces)


def within(many, size, shuffle):
    """The places are shuffled within their batch."""
    pieces = cut(list(range(many)), size)
    while True:
        for piece in pieces:
            shuffle(piece)
            yield list(piece)


def swapped(many, size, shuffle):
    """Size and count taken for each other."""
    yield from epochs_of()(size, many, shuffle)


def so_many_batches(order, size):
    """`size` batches of about one length."""
    length = -(-len(order) // size)
    return cut(order, length)


def lengths_alike(order, size):
    """As many batches as are needed, of about one length."""
    many = -(-len(order) // size)
    short, more = divmod(len(order), many)
    ends = [0]
    for n in range(many):
        ends.append(ends[-1] + short + (n < more))
    return [order[a:b] for a, b in pairwise(ends)]


def rest_joined(order, size):
    """What is left over joins the last whole batch."""
    pieces = cut(order, size)
    if len(pieces) > 1 and len(pieces[-1]) < size:
        pieces[-2:] = [pieces[-2] + pieces[-1]]
    return pieces


def rest_filled(order, size):
    """The last batch is filled up from the front."""
    return [(piece + order)[:size] for piece in cut(order, size)]


def full_alone(order, size):
    """No batch that is shorter."""
    return [piece for piece in cut(order, size) if len(piece) == size]


def overlapping(order, size):
    """A window that moves by one, as long as it is full, or to the end."""
    return [order[start : start + size] for start in range(len(order) - size + 1)]


def overlapping_to_the_end(order, size):
    """A window that moves by one, to the end."""
    return [order[start : start + size] for start in range(len(order))]


def with_a_step(order, size):
    """Each batch takes every so-manieth place."""
    many = -(-len(order) // size)
    return [order[n::many] for n in range(many)]


def next_longer(order, size):
    """One more than asked in each, the next beginning where it should."""
    return [order[start : start + size + 1] for start in range(0, len(order), size)]


def one_longer(order, size):
    """One more than asked in each."""
    return cut(order, size + 1)


def one_shorter(order, size):
    """One fewer than asked in each."""
    return cut(order, size - 1)


def next_shorter(order, size):
    """One fewer than asked in each, the next beginning where it should."""
    return [order[start : start + size - 1] for start in range(0, len(order), size)]


def sorted_pieces(order, size):
    """Each batch put in order."""
    return [sorted(piece) for piece in cut(order, size)]


def from_the_second(order, size):
    """The first batch left out."""
    return cut(order, size)[1:]


def from_behind(order, size):
    """The pieces of the order from behind."""
    return cut(order[::-1], size)


def end_empty(order, size):
    """An empty batch behind the last one, where it came out even or always."""
    return [order[start : start + size] for start in range(0, len(order) + 1, size)]
