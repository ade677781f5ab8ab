"""The benchmark's GPT on scalar engines, and on micrograd_lab's recordings of its graph.

The model is the one of learner.py: one layer, four heads, rmsnorm, ReLU, no biases, places learned.
"""

import gc
import importlib.util
import random
import sys
from contextlib import nullcontext
from pathlib import Path

from scalars import DEEP, Job, Value, collector_off

LETTERS, BLOCK, WIDTH, HEADS = 27, 16, 16, 4
NAMES, LEARNER = (Path(__file__).with_name(name) for name in ("names.txt", "learner.py"))


def tokens(name):
    """A name as numbers: 1 to 26 its letters, 0 before and after it."""
    return [0, *(ord(letter) - ord("a") + 1 for letter in name), 0]


def problem(count=20):
    """So many names, of lengths as the whole list has them, and a start for the parameters."""
    names = sorted(NAMES.read_text(encoding="utf-8").split(), key=len)
    some = [names[(2 * i + 1) * len(names) // (2 * count)] for i in range(count)]
    rng = random.Random(1337)
    rng.shuffle(some)
    numbers = (2 * LETTERS + BLOCK + 12 * WIDTH) * WIDTH
    start = [rng.gauss(0, 0.08) for _ in range(numbers)]
    return {"names": some, "start": start, "lr": 0.01, "betas": (0.85, 0.99), "eps": 1e-8}


def engine(Value=None):
    """learner.py, fresh; on another Value where one is given."""
    spec = importlib.util.spec_from_file_location("learner", LEARNER)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.Value = Value or module.Value
    return module


class EagerGPT:
    """An engine that builds its graph anew for each name."""

    def __init__(self, value, collector="on"):
        self.engine = engine({"microgpt": Value, "learner": None}[value])
        self.around = collector_off if collector == "off" else nullcontext
        self.within = collector_off if collector == "once a step" else nullcontext
        self.finish = gc.collect if collector == "once a step" else lambda: None
        sys.setrecursionlimit(DEEP)

    def training(self, problem):
        model = self.engine.GPT(LETTERS, WIDTH, HEADS, BLOCK)
        parameters = model.parameters()
        for p, data in zip(parameters, problem["start"], strict=True):
            p.data = data
        update = self.engine.Adam(parameters, problem["lr"], *problem["betas"], problem["eps"]).step
        names = [tokens(name) for name in problem["names"]]
        losses = []

        def gradients(name):
            loss = self.engine.name_loss(model, name)
            for p in parameters:
                p.grad = 0.0
            loss.backward()
            return loss.data

        def step():
            losses.clear()
            for name in names:
                with self.within():
                    losses.append(gradients(name))
                    update()
                self.finish()

        def check():
            numbers = [gradients(names[0]), *(p.grad for p in parameters)]
            step()
            return [*numbers, *losses, *(p.data for p in parameters)]

        return Job(check, step, len(names))
