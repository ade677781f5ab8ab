"""What is asked of an answer: the cases of the notebook, and others that nobody has seen."""

import hashlib
import hmac
import json
import random
from dataclasses import dataclass
from functools import lru_cache

DRAWS, ENOUGH = 3, 4  # so many draws at most, and no more where there are enough hidden cases already


@dataclass(frozen=True)
class Cases:
    """`visible` are the notebook's own cases, `hidden` the drawn ones; an answer is run on all of them."""

    visible: tuple
    hidden: tuple

    @property
    def all(self):
        return (*self.visible, *self.hidden)


@lru_cache(maxsize=256)
def draw_cases(exercise, secret, who=""):
    """The Cases of an exercise. The same for everybody: the same answer earns the same, whoever gives it.

    The hidden ones are in an order of their own, so that no list of remembered answers fits them.
    """
    visible = exercise.cases(0, who)
    seen, hidden = {_text(case) for case in visible}, []
    for draw in range(DRAWS):
        if len(hidden) >= ENOUGH:
            break
        for case in exercise.cases(seed(secret, exercise.number, draw), who):
            if _text(case) not in seen:
                seen.add(_text(case))
                hidden.append(case)
    random.Random(seed(secret, exercise.number, "order")).shuffle(hidden)
    return Cases(tuple(visible), tuple(hidden))


def seed(secret, *of):
    """A seed that only whoever has the secret can tell."""
    digest = hmac.new(secret, json.dumps(of).encode(), hashlib.sha256).digest()
    return 1 + int.from_bytes(digest[:7], "big")


def _text(case):
    return json.dumps(case, sort_keys=True)
