"""What a machine is asked to do in one call, many steps of a training, and what it tells afterwards."""

from typing import Any, NamedTuple


class Plan(NamedTuple):
    """Steps of training: the first `trained` parameters move, by "SGD" or "Adam", as in optim.py.

    `numbers` are (momentum, weight_decay) of SGD, (b1, b2, eps, weight_decay) of Adam. `state` are writable buffers
    with a float64 for each that is trained: (velocity,) of SGD, (m, v) of Adam; they go on where they are, after
    `count` earlier steps. `rates` has the learning rate of each step. With `columns`, a buffer of float64 for each
    input, a step works on the samples whose numbers stand in its row of `order`, a buffer of steps * lanes whole
    numbers (int64), one row after another; without it, on the samples that are loaded. `watch` are rows, (many, row).
    """

    steps: int
    trained: int
    optimizer: str
    numbers: tuple
    state: tuple
    count: int
    rates: Any
    columns: tuple | None = None
    order: Any = None
    lanes: int = 0
    watch: tuple = ()


class Ran(NamedTuple):
    """What became of a plan: of each step, before its update, the mean of each row that was watched.

    `watched` is a buffer of steps * len(watch) float64, one step after another; `count` the optimiser's steps by now.
    """

    watched: Any
    count: int
