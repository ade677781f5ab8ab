"""One attention head on the letters of a name: what each token looks at, by the engine."""

import math
import random
from typing import NamedTuple

from .. import losses
from ..engine import Value

WIDTH, LETTERS, SEED = 4, 7, 1
USUAL = 1 / math.sqrt(WIDTH)
HIDDEN = -math.inf  # what the mask adds to a score: exp(-inf) is 0
READABLE = "A name here is 1 to {letters} letters from a to z; got {name}. Try emma."


class Attended(NamedTuple):
    """A row of numbers for each token. `scores[i][j]` is q[i] . k[j] x scale, `masked` the same with -inf where the
    mask hides j, and `weights` the softmax of each row of `masked`."""

    scores: tuple
    masked: tuple
    weights: tuple


class Head:
    """Queries and keys of `tokens`, BOS and the letters of a name, from an embedding that is drawn from one seed.

    Nothing here is trained.
    """

    def __init__(self, name):
        self.tokens = ("BOS", *name)
        q, k = _queries_and_keys([0, *(ord(letter) - ord("a") + 1 for letter in name)])
        self.products = [[sum(a * b for a, b in zip(qi, kj, strict=True)) for kj in k] for qi in q]

    def attend(self, scale, causal):
        """The scores at this scale, and what the mask and the softmax make of them: Attended."""
        scaled = [[product * scale for product in row] for row in self.products]
        masked = [[s + HIDDEN if causal and j > i else s for j, s in enumerate(row)] for i, row in enumerate(scaled)]
        return Attended(*map(_data, (scaled, masked, [losses.softmax(row) for row in masked])))


def wrong(name):
    """Why a name can't be read; "" where it can."""
    if isinstance(name, str) and 1 <= len(name) <= LETTERS and all("a" <= letter <= "z" for letter in name):
        return ""
    return READABLE.format(letters=LETTERS, name=repr(name))


def _queries_and_keys(tokens):
    """q and k for each token, as rows of Values: two matrices times (its embedding + its position's)."""
    rng = random.Random(SEED)

    def table(rows, spread):
        return [[Value(rng.gauss(0, spread)) for _ in range(WIDTH)] for _ in range(rows)]

    letters, positions = table(27, 1.0), table(LETTERS + 1, 0.7)
    x = [[a + b for a, b in zip(letters[t], positions[n], strict=True)] for n, t in enumerate(tokens)]
    by_q, by_k = table(WIDTH, 0.5), table(WIDTH, 0.5)
    return tuple(
        [[sum(w * v for w, v in zip(m, xi, strict=True)) for m in matrix] for xi in x] for matrix in (by_q, by_k)
    )


def _data(table):
    return tuple(tuple(v.data for v in row) for row in table)
