"""The benchmark's workloads on micrograd_lab's recordings, in each of its two machines."""

from contextlib import nullcontext

import numpy as np
from gpt_scalars import BLOCK, HEADS, LETTERS, WIDTH, engine, tokens
from scalars import Eager, Job

import micrograd_lab as lab

MACHINES = ["arrays", "tape"]
RUN = 100  # steps in one call


class Moons:
    """Training.run(), its parameters kept in the machine; `machine` None lets the size decide."""

    def __init__(self, machine=None):
        self.machine, self.around = machine, nullcontext

    def learn(self, problem):
        model, _ = Eager("micrograd_lab").learner(problem)
        data = lab.datasets.Dataset(np.array(problem["X"]), np.array(problem["y"]))
        optimizer = lab.optim.SGD(model.parameters(), problem["lr"])
        return lab.steps.Training(model, data, optimizer, lab.losses.hinge, problem["alpha"], machine=self.machine)

    def training(self, problem):
        training, count = self.learn(problem), len(problem["start"])
        return Job(lambda: [training.measure().loss, *training.gradients()[:count]], lambda: training.run(RUN), RUN)

    def stepping(self, problem):
        return self.training(problem)._replace(step=self.learn(problem).__next__, share=1)

    def recording(self, problem):
        self.learn(problem)  # lazy imports
        return Job(lambda: [], lambda: self.learn(problem))

    def chosen(self, problem):
        """The place among MACHINES of the one that runs it."""
        return Job(lambda: [MACHINES.index(self.learn(problem).replay.machine)])


class LearnersMoons(Moons):
    """The same on a class of a learner's own, recorded as it is."""

    def record(self, problem):
        mine = engine()
        model = mine.MLP(2, [problem["hidden"], problem["hidden"], 1])
        parameters = model.parameters()
        for p, data in zip(parameters, problem["start"], strict=True):
            p.data = data
        leaves = [mine.Value(data) for data in (*problem["X"][0], problem["y"][0])]
        loss = mine.hinge([model(leaves[:2])], leaves[2:]) + problem["alpha"] * sum(p * p for p in parameters)
        return lab.replay.record(loss, leaves, parameters, machine=self.machine)

    def training(self, problem):
        replay, columns = self.record(problem), np.array([*zip(*problem["X"], strict=True), problem["y"]])
        steps = lab.replay.Steps(replay, lab.optim.SGD(replay.parameters, problem["lr"]), columns)

        def check():
            loss = replay.forward(*columns).mean()
            replay.backward()
            return [loss, *replay.parameter_grads]

        return Job(check, lambda: steps.run(RUN), RUN)

    def recording(self, problem):
        return Job(lambda: [], lambda: self.record(problem))


class GPT:
    """A full block recorded once, for names of all lengths: letters are choices, and a guess has a weight, 0 or 1/n."""

    def __init__(self, machine=None, values="kit"):
        self.machine, self.around = machine, nullcontext
        self.engine = engine(lab.Value if values == "kit" else None)

    def record(self, problem):
        """The graph of a block on the first name, built and recorded while the collector waits."""
        with lab.replay.collector_paused():
            return self.recorded(problem)

    def recorded(self, problem):
        Value, model = self.engine.Value, self.engine.GPT(LETTERS, WIDTH, HEADS, BLOCK)
        parameters = model.parameters()
        for p, data in zip(parameters, problem["start"], strict=True):
            p.data = data
        model.letter = Table(model.letter)
        columns = [column[0] for column in self.columns(problem["names"][:1])]
        letters, targets = (
            [[Value(float(place == column)) for place in range(LETTERS)] for column in some]
            for some in (columns[:BLOCK], columns[BLOCK : 2 * BLOCK])
        )
        weights = [Value(float(weight)) for weight in columns[2 * BLOCK :]]
        keys, values, loss = [], [], Value(0.0)
        for place, (letter, target, weight) in enumerate(zip(letters, targets, weights, strict=True)):
            bets = self.engine.log_softmax(model(letter, place, keys, values))
            loss = loss - sum(one * bet for one, bet in zip(target, bets, strict=True)) * weight
        inputs = [*map(lab.replay.Choice, letters), *map(lab.replay.Choice, targets), *weights]
        return lab.replay.record(loss, inputs, parameters, machine=self.machine)

    def columns(self, names):
        """A number per name for each input."""
        found = np.zeros((3 * BLOCK, len(names)))
        for n, name in enumerate(map(tokens, names)):
            guesses = min(BLOCK, len(name) - 1)
            found[:guesses, n] = name[:guesses]
            found[BLOCK : BLOCK + guesses, n] = name[1 : guesses + 1]
            found[2 * BLOCK : 2 * BLOCK + guesses, n] = 1 / guesses
        return found

    def training(self, problem, steps=RUN):
        names = problem["names"]
        replay, columns = self.record(problem), self.columns(names)
        adam = lab.optim.Adam(replay.parameters, problem["lr"], tuple(problem["betas"]), problem["eps"])
        training = lab.replay.Steps(replay, adam, columns)
        each, order = (np.arange(n)[:, None] % len(names) for n in (len(names), steps))

        def check():
            numbers = [replay.forward(*columns[:, 0])]
            replay.backward()
            gradients, losses = list(replay.parameter_grads), training.run(len(each), each)
            return [*numbers, *gradients, *losses, *(p.data for p in replay.parameters)]

        return Job(check, lambda: training.run(steps, order), steps)

    def thousand(self, problem):
        """1,000 steps in one call, one name after another."""
        return self.training(problem, 1000)._replace(share=1)

    def recording(self, problem):
        return Job(lambda: [], lambda: self.record(problem))


class Table(list):
    """Rows, looked up by a number or by a list of Values of which one is 1 and all others 0."""

    def __getitem__(self, which):
        if not isinstance(which, list):
            return super().__getitem__(which)
        return [sum(one * x for one, x in zip(which, column, strict=True)) for column in zip(*self, strict=True)]
