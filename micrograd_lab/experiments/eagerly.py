"""Steps of a learner's own engine, with Python's collector out of their way.

The closures of such an engine refer to their own results, so that only the collector frees a graph. Left alone it sets
itself off over and over while the next graph is built, and is most of the time that a step takes.
"""

import gc
from collections.abc import Iterator
from typing import Any

from ..replay import collector_paused

EVERY = 5  # steps from one collection to the next: each of the moons leaves some 8 MB
SAID = (
    "Each step leaves a graph that nobody needs any more, and Python's garbage collector is what throws it away. "
    "So that it does not stop each step over and over, it is paused while one is made, and run every {every} steps."
)


def eagerly(steps: Any, every: int = EVERY) -> Iterator[Any]:
    """What the iterator `steps` gives, each step made with the collector paused, which is run after every few.

    Whatever happens, in a step or between two, the collector is as it was before. It is run for all, old and young: a
    loop still holds the graph of its last step when it is run, so that what is left of that is old the next time.
    """
    steps, made = iter(steps), 0
    while True:
        with collector_paused():
            try:
                step = next(steps)
            except StopIteration:
                return
            made += 1
            if made % every == 0:
                gc.collect()
        yield step
