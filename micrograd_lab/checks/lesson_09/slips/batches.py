"""What is said of each slip in batches: the misconceptions of 9.3 that are a way to cut an order (batching.py)."""

from .. import batching as cuts
from ..batching import by, epochs_of


def epoch(case):
    """How many batches an epoch has."""
    return -(-case["count"] // case["size"])


def ended(limit):
    """The first epochs alone."""

    def given(case):
        return {"batches": cuts.RIGHT(case)["batches"][: limit * epoch(case)]}

    return given


def _so_many(order, size):
    return [order[n * len(order) // size : (n + 1) * len(order) // size] for n in range(size)]


def _within(many, size, shuffle):
    order = list(range(many))
    while True:
        for batch in cuts.cut(order, size):
            shuffle(batch)
            yield batch


def _all_for_none_left(order, size):
    whole = len(order) // size * size
    return [*cuts.cut(order[:whole], size), order[-(len(order) % size) :]]


# (name, says, tries, ways)
WAYS = (
    (
        "size taken for how many",
        "You cut the order into `size` batches. It says how many places a batch has.",
        "go on by `size`: range(0, count, size).",
        (epochs_of(_so_many),),
    ),
    (
        "shuffled within a batch",
        "Each batch is shuffled by itself, so the same places always meet.",
        "shuffle the whole order at the beginning of each epoch, and then cut it.",
        (_within,),
    ),
    (
        "the whole order where nothing is left",
        "Where it comes out even, each epoch ends with a batch of all places: order[-0:] is order[0:].",
        "go on by `size` to the end, range(0, count, size): a slice stops by itself where the order ends.",
        (epochs_of(_all_for_none_left),),
    ),
    (
        "the rest left out",
        "Where it doesn't come out even, the places that are left over are in no batch. So in each epoch some points "
        "are not asked.",
        "go on to the end of the order: the last batch may be shorter.",
        (epochs_of(cuts.full_alone),),
    ),
    (
        "the rest joined to the last",
        "What is left over is put to the last whole batch, which is then longer than `size`.",
        "let what is left over be a batch of its own.",
        (epochs_of(cuts.rest_joined),),
    ),
    (
        "the last filled up from the front",
        "The last batch is filled up with places from the front of the order, which so come twice in an epoch.",
        "let the last batch be shorter.",
        (epochs_of(cuts.rest_filled),),
    ),
    (
        "the last filled up from the next epoch",
        "The last batch is filled up with places of the next epoch.",
        "let the last batch of an epoch be shorter, and begin the next one with a shuffle.",
        (cuts.filled,),
    ),
    (
        "overlapping",
        "A batch begins one place behind the last one, so that most places are in several.",
        "go on by `size`: range(0, count, size).",
        (epochs_of(cuts.overlapping), epochs_of(cuts.overlapping_to_the_end)),
    ),
    (
        "one place too many",
        "Batches have one place more than asked.",
        "order[start : start + size] has `size` places already: the end of a slice isn't in it.",
        (epochs_of(cuts.next_longer), epochs_of(cuts.one_longer)),
    ),
    (
        "one place too few",
        "Batches have one place fewer than asked.",
        "order[start : start + size] has `size` places: the end of a slice isn't in it.",
        (epochs_of(cuts.next_shorter), epochs_of(cuts.one_shorter)),
    ),
    (
        "an empty batch",
        "An empty batch stands behind the last one. A mean of nothing is a division by 0.",
        "stop where the order ends: range(0, count, size).",
        (
            epochs_of(cuts.end_empty),
            epochs_of(lambda order, size: [order[n * size :][:size] for n in range(len(order) // size + 1)]),
        ),
    ),
    (
        "shuffled from scratch",
        "Each epoch begins again with 0, 1, 2, ..., and shuffles that. Asked is to shuffle on: what the last epoch has "
        "left is shuffled next.",
        "make the list once, before the loop over epochs.",
        (epochs_of(fresh=True),),
    ),
    (
        "shuffled for each batch",
        "You shuffle before each batch. So within an epoch some places come twice and others not at all.",
        "shuffle once before each epoch, and then cut the whole order.",
        tuple(cuts.shuffled_each_batch(first, fresh) for first in (True, False) for fresh in (True, False)),
    ),
    (
        "shuffled once",
        "You shuffle once, so that every epoch has the same batches.",
        "shuffle before each epoch: within the loop without end, and outside the one over batches.",
        (cuts.shuffled_once(),),
    ),
    (
        "the first epoch in order",
        "The first epoch comes as 0, 1, 2, ..., and the shuffle after it.",
        "shuffle before the first epoch too.",
        (cuts.shuffled_after,),
    ),
    (
        "put in order again",
        "It is shuffled and yet comes in order: 0, 1, 2, ... as without a shuffle.",
        "cut the very list that you gave to shuffle, no copy of it, and as it stands then.",
        (epochs_of(before=cuts.put_in_order), epochs_of(before=cuts.nothing)),
    ),
    (
        "batches put in order",
        "The batches are right, and the places in each are put in order. Give them as they stand in the order.",
        "leave out sorted().",
        (epochs_of(cuts.sorted_pieces),),
    ),
    (
        "shuffled twice",
        "You shuffle twice before an epoch.",
        "call shuffle(order) once before each epoch.",
        (epochs_of(before=cuts.twice),),
    ),
    (
        "from behind",
        "The order is cut from behind.",
        "cut it as it stands after the shuffle.",
        (epochs_of(before=cuts.turned), epochs_of(cuts.from_behind)),
    ),
    (
        "batches shuffled, not places",
        "Whole batches are shuffled: the same places always stand together.",
        "shuffle the places, and cut them then.",
        (cuts.pieces_shuffled,),
    ),
    (
        "shuffled within the batches",
        "The places of a batch are shuffled among each other: the same always stand together.",
        "shuffle the whole order, and cut it then.",
        (cuts.within,),
    ),
    (
        "places from 1 on",
        "Your places begin at 1. So the first point is in no batch, and the last place is that of no point.",
        "range(count) begins at 0.",
        (epochs_of(start=1),),
    ),
    (
        "size and count swapped",
        "You have taken size and count for each other.",
        "count says how many places there are, and size how many of them are in a batch.",
        (cuts.swapped,),
    ),
    (
        "so many batches",
        "You make `size` batches. Asked are batches of `size` places.",
        "cut by size: order[start : start + size].",
        (epochs_of(cuts.so_many_batches),),
    ),
    (
        "batches of about one length",
        "Your batches are all about as long. Asked is that each has `size` places, and the last what is left.",
        "cut by size: order[start : start + size].",
        (epochs_of(cuts.lengths_alike),),
    ),
    (
        "every so-manieth place",
        "A batch takes places that lie apart in the order. Asked are neighbours: the first `size`, the next...",
        "order[start : start + size].",
        (epochs_of(cuts.with_a_step),),
    ),
    (
        "the first batch left out",
        "The first batch of each epoch is left out.",
        "begin at 0: range(0, count, size).",
        (epochs_of(cuts.from_the_second),),
    ),
)

ENDS = (
    (
        "one epoch alone",
        "There is one epoch, and then it ends. Training asks for the next batch as long as it likes.",
        "put the shuffle and the loop over batches into a `while True`.",
        (ended(1), by(epochs_of(before=cuts.nothing, limit=1))),
    ),
    (
        "it ends",
        "It ends after some epochs. Training asks for the next batch as long as it likes.",
        "put the shuffle and the loop over batches into a `while True`.",
        (ended(2), ended(3), ended(4)),
    ),
)
