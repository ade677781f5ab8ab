"""Many steps of training in a machine, a moment's worth at a time: between two of these somebody may interrupt."""

from time import perf_counter

import numpy as np

from .. import optim
from .plan import Plan

MOMENT = 0.05  # seconds that a machine may run without listening
KNOWN = {
    optim.SGD: ("SGD", ("velocity",), lambda o: (o.momentum, o.weight_decay), None),
    optim.Adam: ("Adam", ("m", "v"), lambda o: (*o.betas, o.eps, o.weight_decay), "steps"),
}


class Runner:
    """Steps of `moves`, an optimiser of one array of parameters, on a recording whose first parameters these are.

    `reached` is (number of the next step, the parameters' data, the optimiser's state, its count), of a whole step
    at any moment; None before begin().
    """

    def __init__(self, replay, moves):
        self.replay, self.moves, self.reached, self.most = replay, moves, None, 4
        self.able, self.loaded = type(moves) in KNOWN, False

    def begin(self, number: int, settings: dict) -> None:
        """Start from the parameters and the optimiser as they are."""
        vars(self.moves).update(settings)
        _, names, _, count = KNOWN[type(self.moves)]
        shape = self.moves.parameters[0].data.shape
        machine = self.replay.started(self.replay.samples or 1)
        machine.parameters[:] = np.array([p.data for p in self.replay.parameters])
        self.replay.differentiated = self.loaded = False
        state = [np.zeros(shape) + getattr(self.moves, name)[0] for name in names]
        data = np.array(machine.parameters)[: shape[0]]
        self.reached = number, data, state, getattr(self.moves, count) if count else 0

    def run(self, steps: int, columns, order=None, lanes: int = 0) -> list[float]:
        """The losses of so many steps, on all samples, the columns' columns, or on those of each row of `order`."""
        number, data, state, count = self.reached
        samples = columns.shape[1]
        machine = self.replay.started(samples if order is None else lanes)
        machine.parameters[: len(data)] = data
        if order is None and not self.loaded:
            machine.load(list(columns))
            self.loaded = True
        name, _, numbers, _ = KNOWN[type(self.moves)]
        state = [np.array(x) for x in state]
        plan = Plan(
            steps, len(data), name, tuple(map(float, numbers(self.moves))), tuple(state), count,
            np.full(steps, float(self.moves.lr)), watch=(self.replay.program.root,),
        )  # fmt: skip
        if order is not None:
            plan = plan._replace(columns=tuple(columns), order=np.array(order, dtype=np.int64).reshape(-1), lanes=lanes)
        start = perf_counter()
        ran = machine.run(plan)
        took = (perf_counter() - start) / steps
        self.most = max(1, min(2 * self.most, int(MOMENT / max(took, 1e-7))))
        self.reached = number + steps, np.array(machine.parameters)[: len(data)], state, ran.count
        return np.asarray(ran.watched).tolist()

    def end(self) -> tuple:
        """(The parameters' data, the number of the next step); the optimiser is where they are."""
        number, data, state, reached = self.reached
        _, names, _, count = KNOWN[type(self.moves)]
        for name, x in zip(names, state, strict=True):
            setattr(self.moves, name, [x])
        if count:
            setattr(self.moves, count, reached)
        self.moves.parameters[0].data = data
        return data.tolist(), number
