"""Many steps of training in a machine, a moment's worth at a time: between two of these somebody may interrupt."""

from __future__ import annotations

from time import perf_counter

from .. import optim
from .columns import numpy
from .plan import Plan

np = numpy()  # None where there is none: then nothing is trained
MOMENT = 0.05  # seconds that a machine may run without listening
FIRST = 4  # steps of the first call, whose time says how many fit in a moment
KNOWN = {
    optim.SGD: ("SGD", ("velocity",), lambda o: (o.momentum, o.weight_decay), None),
    optim.Adam: ("Adam", ("m", "v"), lambda o: (*o.betas, o.eps, o.weight_decay), "steps"),
}


class FlatParameters:
    """All parameters as one: `data` and `grad` are arrays, and an optimiser's step moves every number in it."""

    def __init__(self, data):
        self.data, self.grad = data, np.zeros_like(data)


class Runner:
    """Steps of `moves`, an optimiser of one FlatParameters, on a recording whose first parameters these are.

    `reached` is (number of the next step, the parameters' data, the optimiser's state, its count): of a whole step at
    any moment, None where all is in the Values. `put` brings data and number there.
    """

    def __init__(self, replay, moves, put):
        self.replay, self.moves, self.put, self.reached, self.most = replay, moves, put, None, FIRST
        self.able, self.loaded = type(moves) in KNOWN, False

    def begin(self, number: int, settings: dict) -> None:
        """Start from the Values and the optimiser as they are, with its settings."""
        vars(self.moves).update(settings)
        _, names, _, count = KNOWN[type(self.moves)]
        data = np.array([p.data for p in self.replay.parameters], dtype=float)
        trained = len(self.moves.parameters[0].data)
        self.fixed, self.loaded = data[trained:], False
        state = [np.zeros(trained) + getattr(self.moves, name)[0] for name in names]
        self.reached = number, data[:trained], state, getattr(self.moves, count) if count else 0

    def run(self, steps: int, columns, order=None, rates=None) -> list[float]:
        """The losses of so many steps: on all samples, the columns' columns, or on those of each row of `order`."""
        number, data, state, count = self.reached
        lanes = columns.shape[1] if order is None else len(order[0])
        machine = self.replay.started(lanes)
        machine.parameters[:] = np.concatenate([data, self.fixed])
        self.replay.samples, self.replay.differentiated = None, False  # backward() needs a forward() again
        if order is None and not self.loaded:
            machine.load(list(columns))
            self.loaded = True
        name, _, numbers, _ = KNOWN[type(self.moves)]
        state = [np.array(x) for x in state]
        rates = np.full(steps, float(self.moves.lr)) if rates is None else np.array(rates, dtype=float)
        numbers, watch = tuple(map(float, numbers(self.moves))), (self.replay.program.root,)
        plan = Plan(steps, len(data), name, numbers, tuple(state), count, rates, watch=watch)
        if order is not None:
            plan = plan._replace(columns=tuple(columns), order=np.array(order, dtype=np.int64).reshape(-1), lanes=lanes)
        start = perf_counter()
        ran = machine.run(plan)
        took = (perf_counter() - start) / steps
        self.most = max(1, min(2 * self.most, int(MOMENT / max(took, 1e-7))))
        self.reached = number + steps, np.array(machine.parameters)[: len(data)], state, ran.count
        return np.asarray(ran.watched).tolist()

    def settle(self) -> None:
        """Put what was reached into the Values and the optimiser; an interruption meanwhile waits until it is there."""
        while self.reached is not None:
            try:
                self._settle()
            except KeyboardInterrupt:
                self._settle()
                raise

    def _settle(self):
        number, data, state, steps = self.reached
        _, names, _, count = KNOWN[type(self.moves)]
        for name, x in zip(names, state, strict=True):
            setattr(self.moves, name, [x])
        if count:
            setattr(self.moves, count, steps)
        self.moves.parameters[0].data = data
        self.put(data.tolist(), number)
        self.reached = None


class Steps:
    """Steps of training on any recording, with the parameters in the machine; afterwards they are in their Values.

    `optimizer` is optim.SGD or optim.Adam; it holds the recording's first parameters, whatever class they are of,
    and its own means stay what they are. `columns` is an array of shape (inputs, samples).
    """

    def __init__(self, replay, optimizer, columns):
        if type(optimizer) not in KNOWN:
            found = getattr(optimizer, "__name__", type(optimizer).__name__)
            raise TypeError(f"these steps are those of optim.SGD or optim.Adam; got {found}. Make one of the two.")
        self.replay, self.optimizer, self.columns = replay, optimizer, np.array(columns, dtype=float)
        if self.columns.ndim != 2 or len(self.columns) != len(replay.inputs):
            raise ValueError(
                f"columns have shape (inputs, samples), with {len(replay.inputs)} inputs here; got "
                f"{self.columns.shape}. Give each input a row."
            )
        first = replay.parameters[: len(optimizer.parameters)]
        if [id(p) for p in first] != [id(p) for p in optimizer.parameters]:
            raise ValueError(
                "an optimiser moves the first parameters of a recording, in their order; got others. Record with "
                "[*optimizer.parameters, *others]."
            )
        replay.check(self.columns)
        self.trained, self.number = first, 0
        self.moves = optimizer.on([FlatParameters(np.array([p.data for p in first], dtype=float))])
        self.most = FIRST

    def run(self, steps: int, order=None, rates=None) -> np.ndarray:
        """The losses of so many steps, each before its update, on all samples.

        With `order`, a step works on the samples whose numbers stand in its row, as many in each; with `rates`, it
        has a learning rate of its own.
        """
        for name, given in (("order", order), ("rates", rates)):
            if given is not None and len(given) != steps:
                raise ValueError(f"{name} has a row for each of {steps} steps; got {len(given)}. Pass one for each.")
        order = None if order is None else np.array(order, dtype=np.int64).reshape(steps, -1)
        if order is not None and steps and not (order.min() >= 0 and order.max() < self.columns.shape[1]):
            raise ValueError(
                f"samples have numbers from 0 to {self.columns.shape[1] - 1}; got {order.min()} to {order.max()}. "
                "Pass their places in the columns."
            )
        runner, found = Runner(self.replay, self.moves, self._put), []
        runner.most = self.most
        settings = {name: getattr(self.optimizer, name) for name in self.optimizer.settings}
        try:
            while len(found) < steps:
                if runner.reached is None:
                    runner.begin(self.number, settings)
                some = slice(len(found), min(len(found) + runner.most, steps))
                parts = [None if given is None else given[some] for given in (order, rates)]
                found += runner.run(some.stop - some.start, self.columns, *parts)
        finally:
            runner.settle()
            self.most = runner.most
        return np.array(found)

    def _put(self, data, number):
        for p, x in zip(self.trained, data, strict=True):
            p.data = x
        self.number = number
