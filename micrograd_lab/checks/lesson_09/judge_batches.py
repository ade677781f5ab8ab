"""9.3: batches of places, without end, shuffled on before each epoch."""

import random

from ..judge import Judge, Misconception, in_words, raised
from ..wrong_engines.exact import by_models
from . import batching as cuts
from .batching import by
from .slips.batches import ENDS, WAYS, epoch


def batch_cases(seed):
    """Orders that come out even and do not, batches of one and of all."""
    chance = random.Random(seed)
    sizes = ((10, 4), (9, 3), (11, 5), (7, 2), (5, 1), (5, 5), (4, 6))  # the last two may never end
    return tuple(
        {"count": many, "size": size, "most": 4 * -(-many // size) + 1, "chance": chance.randrange(10**6)}
        for many, size in sizes
    )


def _told(case, result):
    """The places of each whole epoch that was given."""
    batches, many = result["batches"], epoch(case)
    epochs = [batches[n : n + many] for n in range(0, len(batches) - many + 1, many)]
    return [[place for batch in epoch for place in batch] for epoch in epochs]


def _nested(result):
    """Lists of shapes; LookupError or TypeError where one is no list of them."""
    return [[place["shape"] for place in batch] for batch in result["batches"]]


def _another_shuffle(case, result):
    """Every epoch has every place once, and the shuffle that was given has not been asked."""
    epochs = _told(case, result)
    return result["_shuffled"] == 0 and all(sorted(e) == list(range(case["count"])) for e in epochs) and len(epochs) > 3


def _with_replacement(case, result):
    """The batches are as long as they should be, their places are places, and within an epoch some come twice; the
    shuffle that was given has not been asked."""
    epochs, right = _told(case, result), cuts.RIGHT(case)["batches"]
    lengths = [len(b) for b in result["batches"]] == [len(b) for b in right]
    places = all(type(p) is int and 0 <= p < case["count"] for e in epochs for p in e)
    return result["_shuffled"] == 0 and lengths and places


NAMED = [
    Misconception(name, way, says, tries)
    for name, says, tries, ways in (*((n, s, t, tuple(map(by, ways))) for n, s, t, ways in WAYS), *ENDS)
    for way in ways
]

BATCHES = Judge(
    batch_cases,
    cuts.RIGHT,
    tells=lambda case: "count {count}, size {size}, the first {most} batches".format_map(case),
    shows=lambda result: in_words(result["batches"]) if "batches" in result else in_words(result),
    misconceptions=(
        Misconception(
            "what shuffle gives",
            None,
            "shuffle changes the list that it is given, and gives None, as random.shuffle does.",
            "write shuffle(order) in a line of its own, and go on with order.",
            seen=raised("TypeError", "NoneType"),
        ),
        Misconception(
            "a range is no list",
            None,
            "A range can't be shuffled, since nothing in it can be moved.",
            "make a list of it: list(range(count)).",
            seen=raised("TypeError", "'range' object does not support item assignment"),
        ),
        Misconception(
            "one list for all batches",
            None,
            "You give one and the same list each time, and fill it anew. Who has kept a batch finds other places in "
            "it then, or none.",
            "begin a list of its own for each batch: batch = [].",
            seen=lambda case, result: result["_one"],
        ),
        Misconception(
            "batches that are used up",
            None,
            "A batch can be gone through only once: it is a generator, by round brackets, or a map. The points of a "
            "batch are looked up by it, and then the labels.",
            "give a list: a slice, or square brackets.",
            seen=lambda case, result: all("once" in batch for batch in result["batches"]),
        ),
        Misconception(
            "sets, not lists",
            None,
            "A batch is a set here. Nothing can be looked up in it by its place, and its order is lost.",
            "give a list: the slice as it is.",
            seen=lambda case, result: all(batch["shape"].startswith("a set of") for batch in result["batches"]),
        ),
        Misconception(
            "places, not batches",
            None,
            "It gives single places. A batch is a list of them.",
            "yield a slice of the order, and not what is in it.",
            seen=lambda case, result: all(batch == {"shape": "one number"} for batch in result["batches"]),
        ),
        Misconception(
            "an epoch at once",
            None,
            "It gives all batches of an epoch at once. Asked is one batch after the other.",
            "yield each batch, in a loop of its own or with yield from.",
            seen=lambda case, result: all(len(epoch) == -(-case["count"] // case["size"]) for epoch in _nested(result)),
        ),
        Misconception(
            "another shuffle",
            None,
            "Every place comes once in each epoch, in an order that is not the given shuffle's.",
            "call shuffle(order), the third thing that batches is given.",
            seen=lambda case, result: _another_shuffle(case, result) and len(set(map(str, _told(case, result)))) > 1,
        ),
        Misconception(
            "drawn anew",
            None,
            "The places are drawn one by one, so that within an epoch some come twice and others not at all.",
            "shuffle the order by the given shuffle, and cut it: then each place comes once in each epoch.",
            seen=lambda case, result: (
                _with_replacement(case, result) and len({tuple(e) for e in _told(case, result)}) > 1
            ),
        ),
    ),
    models=by_models(NAMED),
)
