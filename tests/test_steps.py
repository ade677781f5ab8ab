"""Training against the four lines of an eager step."""

import math
import sys
import tracemalloc
from functools import partial
from itertools import chain, islice

import numpy as np
import pytest

from micrograd_lab import Value, datasets, losses, nn, optim, replay, steps
from micrograd_lab.datasets import Dataset
from micrograd_lab.replay import arrays, machines, recording, running
from micrograd_lab.steps import CHECK_EVERY, Training, TrainingStep, training_steps

OPTIMISERS = {
    "SGD": lambda p: optim.SGD(p, lr=0.1),
    "SGD with momentum and weight decay": lambda p: optim.SGD(p, lr=0.05, momentum=0.9, weight_decay=0.02),
    "Adam": lambda p: optim.Adam(p, lr=0.02, betas=(0.8, 0.99), weight_decay=0.01),
}


@pytest.fixture
def data():
    X, y = datasets.moons(23, seed=1)
    return Dataset(X, y)


def network(seed=1, **how):
    model = nn.MLP(2, [6, 5, 1], seed=seed, **how)
    for n, p in enumerate(model.parameters()):
        p.data += 0.01 * (n % 3)  # biases away from 0
    return model


def numbers(model):
    return [p.data for p in model.parameters()]


def eager_loss(model, data, loss=losses.hinge, alpha=0.0):
    return loss([model(x) for x in data.X], data.y) + losses.l2(model.parameters(), alpha)


def eager_step(model, data, optimizer, loss=losses.hinge, alpha=0.0):
    total = eager_loss(model, data, loss, alpha)
    model.zero_grad()
    total.backward()
    optimizer.step()
    return total.data


def close(x, rel=1e-12, abs=1e-13):
    return pytest.approx(x, rel=rel, abs=abs)


@pytest.mark.parametrize("activation", ["relu", "tanh", "sigmoid"])
@pytest.mark.parametrize("loss", [losses.hinge, losses.mean_squared_error])
@pytest.mark.parametrize("name", OPTIMISERS)
def test_a_step_is_an_eager_step(name, loss, activation, data):
    ours, theirs = network(activation=activation), network(activation=activation)
    training = Training(ours, data, OPTIMISERS[name](ours.parameters()), loss, alpha=0.01)
    optimizer = OPTIMISERS[name](theirs.parameters())
    for n in range(3):
        before = eager_loss(theirs, data, loss).data
        accuracy = losses.accuracy([theirs(x) for x in data.X], data.y)
        total = eager_step(theirs, data, optimizer, loss, alpha=0.01)
        step = next(training)
        assert isinstance(step, TrainingStep)
        assert step == (n, close(total), close(before), accuracy)
        assert numbers(ours) == close(numbers(theirs))


@pytest.mark.parametrize("name", OPTIMISERS)
def test_a_hundred_steps_are_a_hundred_eager_steps(name):
    data = datasets.moons(15, seed=1)
    ours, theirs = nn.MLP(2, [5, 1], activation="tanh", seed=2), nn.MLP(2, [5, 1], activation="tanh", seed=2)
    optimizer = OPTIMISERS[name](theirs.parameters())
    for step in training_steps(ours, data, OPTIMISERS[name](ours.parameters()), alpha=0.001):
        if step.number == 100:
            break
        assert step.loss == close(eager_step(theirs, data, optimizer, alpha=0.001), rel=1e-9)
    eager_step(theirs, data, optimizer, alpha=0.001)
    assert numbers(ours) == close(numbers(theirs), rel=1e-9)


def test_what_is_changed_between_steps_counts_from_the_next_on(data):
    ours, theirs = network(), network()
    optimizers = [optim.SGD(model.parameters(), lr=0.1, momentum=0.5) for model in (ours, theirs)]
    training = Training(ours, data, optimizers[0], alpha=0.0)
    alpha = 0.0
    for n in range(8):
        if n == 2:
            optimizers[0].lr = optimizers[1].lr = 0.03
        if n == 3:
            training.alpha = alpha = 0.05
        if n == 4:
            ours.parameters()[5].data = theirs.parameters()[5].data = 0.75
        if n == 5:
            optimizers[0].momentum = optimizers[1].momentum = 0.9
            optimizers[0].weight_decay = optimizers[1].weight_decay = 0.1
        assert next(training).loss == close(eager_step(theirs, data, optimizers[1], alpha=alpha))
        assert numbers(ours) == close(numbers(theirs))


def test_only_the_optimisers_parameters_are_trained_and_all_are_penalised(data):
    ours, theirs = network(), network()
    optimizers = [optim.Adam(model.layers[1].parameters(), lr=0.05) for model in (ours, theirs)]
    start = numbers(ours)
    for step in islice(training_steps(ours, data, optimizers[0], alpha=0.1), 5):
        assert step.loss == close(eager_step(theirs, data, optimizers[1], alpha=0.1))
    assert numbers(ours) == close(numbers(theirs))
    before = len(ours.layers[0].parameters())
    trained = before + len(ours.layers[1].parameters())
    assert numbers(ours)[:before] == start[:before]
    assert numbers(ours)[before:trained] != start[before:trained]
    assert numbers(ours)[trained:] == start[trained:]


def test_measuring_trains_nothing(data):
    model = network()
    training = Training(model, data, optim.SGD(model.parameters(), lr=0.1))
    start = numbers(model)
    assert training.measure() == training.measure()
    assert numbers(model) == start
    assert training.number == 0


def test_other_data_are_measured_without_training_on_them(data):
    model, other = network(), Dataset(*datasets.circles(31, seed=2))
    training = Training(model, data, optim.SGD(model.parameters(), lr=0.1), alpha=0.01)
    next(training)
    start, before = numbers(model), training.measure()
    measured = training.measure(other)
    assert measured.loss == close(eager_loss(model, other, alpha=0.01).data)
    assert measured.accuracy == losses.accuracy([model(x) for x in other.X], other.y)
    assert numbers(model) == start
    assert training.measure() == before
    with pytest.raises(ValueError, match=r"got \(0, 2\) and \(0,\)"):
        training.measure(Dataset(np.zeros((0, 2)), np.zeros(0)))


@pytest.mark.parametrize("batch", [None, 5])
def test_gradients_are_those_of_all_samples_at_the_parameters_as_they_are(data, batch):
    model = network()
    training = Training(model, data, optim.SGD(model.parameters(), lr=0.1), alpha=0.01, batch=batch)
    for _ in range(2):
        next(training)
        start = numbers(model)
        loss = eager_loss(model, data, alpha=0.01)
        model.zero_grad()
        loss.backward()
        assert training.gradients().tolist() == close([p.grad for p in model.parameters()])
        assert numbers(model) == start


def test_each_step_reports_the_state_before_it(data):
    model = network()
    training = Training(model, data, optim.SGD(model.parameters(), lr=0.1), alpha=0.01)
    for n in range(3):
        measured = training.measure()
        assert measured.number == n
        assert next(training) == measured
    assert training.number == 3


def test_a_score_of_zero_says_minus_one_as_in_losses_accuracy(data):
    model = nn.MLP(2, [1], seed=1)
    for p in model.parameters():
        p.data = 0.0
    training = Training(model, data, optim.SGD(model.parameters()))
    assert training.measure().accuracy == losses.accuracy([0.0] * len(data.y), data.y) == 11 / 23


def test_training_is_its_own_iterator(data):
    model = network()
    training = training_steps(model, data, optim.SGD(model.parameters()))
    assert iter(training) is training
    assert [step.number for step in islice(training, 3)] == [0, 1, 2]
    assert [step.number for step in islice(training, 2)] == [3, 4]


def test_the_optimiser_itself_does_not_move(data):
    model = network()
    optimizer = optim.Adam(model.parameters(), lr=0.05)
    for _ in islice(Training(model, data, optimizer), 3):
        pass
    assert optimizer.steps == 0
    assert set(optimizer.m) == {0.0}
    assert {p.grad for p in model.parameters()} == {0.0}


# Batches.


def test_a_step_on_a_batch_is_an_eager_step_on_its_samples(data):
    ours, theirs = network(), network()
    training = Training(ours, data, optim.SGD(ours.parameters(), lr=0.1, momentum=0.9), alpha=0.01, batch=5, seed=3)
    optimizer = optim.SGD(theirs.parameters(), lr=0.1, momentum=0.9)
    for n in range(12):
        epoch, place = divmod(n, 5)
        order = np.random.default_rng([3, epoch]).permutation(23)
        some = order[5 * place : 5 * place + 5]
        part = Dataset(data.X[some], data.y[some])
        accuracy = losses.accuracy([theirs(x) for x in part.X], part.y)
        step = next(training)
        assert step.accuracy == accuracy
        assert step.loss == close(eager_step(theirs, part, optimizer, alpha=0.01))
        assert numbers(ours) == close(numbers(theirs))
        assert training.measure().loss == close(eager_loss(theirs, data, alpha=0.01).data)


def seen(training, count):
    """Which samples each of the next steps trains on: each sample's first feature is its number."""
    chosen = []
    forward = training.replay.forward
    training.replay.forward = lambda y, number, *rest: chosen.append(number.tolist()) or forward(y, number, *rest)
    for _ in range(count):
        next(training)
    return chosen


@pytest.fixture
def numbered():
    X = np.stack([np.arange(10), np.zeros(10)], axis=1)
    return lambda **how: Training(
        model := nn.MLP(2, [1], seed=1),
        Dataset(X, np.where(X[:, 0] < 5, 1, -1)),
        optim.SGD(model.parameters(), lr=1e-3),
        **how,
    )


@pytest.mark.parametrize(("batch", "sizes"), [(1, [1] * 10), (3, [3, 3, 3, 1]), (5, [5, 5]), (9, [9, 1]), (10, [10])])
def test_an_epoch_takes_each_sample_once(numbered, batch, sizes):
    taken = seen(numbered(batch=batch), 3 * len(sizes))
    for epoch in range(3):
        batches = taken[epoch * len(sizes) : (epoch + 1) * len(sizes)]
        assert [len(b) for b in batches] == sizes
        assert sorted(chain.from_iterable(batches)) == list(range(10))


def test_the_seed_fixes_the_order(numbered):
    assert seen(numbered(batch=3, seed=1), 8) == seen(numbered(batch=3, seed=1), 8)
    assert seen(numbered(batch=3, seed=1), 8) != seen(numbered(batch=3, seed=2), 8)
    training = numbered(batch=3)
    assert seen(training, 4) != seen(training, 4)


def test_without_a_batch_each_step_takes_all_samples_in_order(numbered):
    assert seen(numbered(), 2) == [list(range(10))] * 2


@pytest.mark.parametrize("batch", [0, -1, 11, 2.5])
def test_a_batch_of_impossible_size_is_an_error(numbered, batch):
    with pytest.raises(ValueError, match=rf"from 1 to 10 samples here; got {batch}\. Leave it out"):
        numbered(batch=batch)


# Stopping.

FILES = {module.__file__ for module in (steps, replay, optim, recording, running, arrays.machine, arrays.training)}


def interrupted_at(line, training, step=None):
    """Whether a step was interrupted, as by Ctrl-C, before it came to run so many lines."""
    run = 0

    def trace(frame, event, _arg):
        nonlocal run
        if frame.f_code.co_filename not in FILES:
            return None
        run += event == "line"
        if run == line:
            raise KeyboardInterrupt
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        step() if step else next(training)
    except KeyboardInterrupt:
        return True
    finally:
        sys.settrace(before)
    return False


@pytest.mark.parametrize("optimiser", [optim.SGD, optim.Adam])
def test_wherever_a_step_is_interrupted_the_parameters_are_those_of_a_whole_step(optimiser):
    data = datasets.moons(6, seed=1)

    def start():
        model = nn.MLP(2, [2, 1], activation="tanh", seed=1)
        return model, Training(model, data, optimiser(model.parameters(), lr=0.1), alpha=0.1, batch=4)

    model, training = start()
    whole = []
    for _ in range(4):
        whole.append(numbers(model))
        next(training)
    line, interrupted, ends = 0, True, set()
    while interrupted:
        line += 1
        model, training = start()
        next(training)
        interrupted = interrupted_at(line, training)
        assert training.number in (1, 2), line
        assert numbers(model) == whole[training.number], line
        ends.add(training.number)
        assert next(training).number in (1, 2), line
    assert line > 50
    assert ends == {1, 2}


def test_leaving_the_loop_keeps_the_parameters_reached(data):
    ours, theirs = network(), network()
    optimizer = optim.SGD(theirs.parameters(), lr=0.1)
    for step in training_steps(ours, data, optim.SGD(ours.parameters(), lr=0.1)):
        eager_step(theirs, data, optimizer)
        if step.number == 4:
            break
    assert numbers(ours) == close(numbers(theirs))


@pytest.mark.parametrize("optimiser", [optim.SGD, optim.Adam])
def test_a_loss_that_is_no_longer_a_number_is_reported_and_raises_nothing(optimiser, data, recwarn):
    model = network()
    training = Training(model, data, optimiser(model.parameters(), lr=1e200), losses.mean_squared_error, alpha=0.1)
    found = [step.loss for step in islice(training, 2 * CHECK_EVERY + 10)]
    assert math.isfinite(found[0])
    assert not math.isfinite(found[1])
    assert math.isnan(found[-1])
    assert math.isnan(training.measure().loss)
    assert not recwarn.list


def test_a_parameter_set_to_nan_is_reported_and_recovers(data):
    model = network()
    training = Training(model, data, optim.SGD(model.parameters(), lr=0.0))
    before = next(training)
    was, model.parameters()[0].data = model.parameters()[0].data, math.nan
    assert math.isnan(training.measure().loss)
    model.parameters()[0].data = was
    assert training.measure()[1:] == before[1:]


# What can't be replayed.


class Turning(nn.MLP):
    """Decides in Python, by what `decide` says of the inputs and the score."""

    def __init__(self, decide, otherwise=lambda score: score * 3, **how):
        super().__init__(2, [4, 1], **how)
        self.decide, self.otherwise = decide, otherwise

    def __call__(self, x):
        score = super().__call__(x)
        return score * 2 if self.decide(x, score) else self.otherwise(score)


def run(training, count):
    for _ in range(count):
        next(training)


def training_of(model, data, **how):
    return Training(model, data, optim.SGD(model.parameters(), lr=0.1), **how)


def test_an_if_on_data_is_refused_when_recording(data):
    model = Turning(lambda x, score: x[0].data > 0.5, seed=1)
    with pytest.raises(
        ValueError, match=r"sample \d+ the model builds another: constant .\.0 became constant .\.0 in \*"
    ):
        training_of(model, data)


def test_the_error_names_the_first_op_that_differs_and_what_to_try(data):
    model = Turning(lambda x, score: x[0].data > 0.5, otherwise=lambda score: score.tanh(), seed=1)
    with pytest.raises(
        ValueError, match=r"(tanh became \*|\* became tanh) in \*\..*Let Values decide, as relu\(\) does"
    ):
        training_of(model, data)


def test_another_wiring_is_named_too(data):
    class Crossed(nn.MLP):
        def __call__(self, x):
            return super().__call__(x if x[0].data > 0 else x[::-1])

    with pytest.raises(ValueError, match=r"(input \d became input \d in \*|\* is made from other Values in \+)"):
        training_of(Crossed(2, [1], seed=1), data)


def test_an_if_on_the_score_is_found_once_a_sample_takes_another_turn(data):
    model = Turning(lambda x, score: score.data < 100, seed=1)
    training = Training(model, data, optim.SGD(model.parameters(), lr=0.0))
    next(training)
    model.parameters()[-1].data = 200.0
    with pytest.raises(ValueError, match="the model builds another"):
        run(training, CHECK_EVERY)


def test_an_if_that_few_samples_take_is_found_when_their_turn_comes(data):
    rare = data.X[4, 0]
    model = Turning(lambda x, score: x[0].data != rare, seed=1)
    training = training_of(model, data)
    with pytest.raises(ValueError, match="for sample 4 the model builds another"):
        run(training, 5 * CHECK_EVERY)
    assert training.number == 5 * CHECK_EVERY - 1


def test_a_rare_if_is_found_in_batches_too(data):
    rare = data.X[4, 0]
    model = Turning(lambda x, score: x[0].data != rare, seed=1)
    with pytest.raises(ValueError, match="for sample 4 the model builds another"):
        run(training_of(model, data, batch=1), 100 * CHECK_EVERY)


def test_a_constant_that_changes_nothing_is_no_hindrance(data):
    class Softmax(nn.MLP):
        def __call__(self, x):
            return losses.log_softmax([super().__call__(x), Value(0.3)])[0]

    ours, theirs = Softmax(2, [3, 1], seed=1), Softmax(2, [3, 1], seed=1)
    optimizer = optim.SGD(theirs.parameters(), lr=0.1)
    for step in islice(training_of(ours, data), CHECK_EVERY + 1):
        if step.number < 3:
            assert step.loss == close(eager_step(theirs, data, optimizer))


def test_a_model_resized_is_refused_by_the_next_loop_and_within_a_loop(data):
    for loop in (iter, lambda training: run(training, CHECK_EVERY)):
        model = network()
        training = training_of(model, data)
        next(training)
        model.layers[1] = nn.Layer(6, 3)
        with pytest.raises(
            ValueError, match=r"on 59 parameters; the model now has 45, of which 21 are new\. Record again"
        ):
            loop(training)


def test_a_model_with_a_layer_replaced_by_one_alike_is_refused(data):
    model = network()
    training = training_of(model, data)
    model.layers[0] = nn.Layer(2, 6)
    with pytest.raises(ValueError, match=r"on 59 parameters; the model now has 59, of which 18 are new"):
        iter(training)


def test_a_changed_constant_of_the_model_is_refused(data):
    class Scaled(nn.MLP):
        def __call__(self, x):
            return super().__call__(x) * self.scale

    model = Scaled(2, [3, 1], seed=1)
    model.scale = Value(2.0, label="scale")
    training = training_of(model, data)
    model.scale.data = 3.0
    with pytest.raises(ValueError, match="a constant, scale, is now 3"):
        next(training)


def test_a_loss_that_is_no_mean_is_refused(data):
    def total(scores, labels):
        return sum((1 - y * s).relu() for s, y in zip(scores, labels, strict=True))

    with pytest.raises(ValueError, match=r"needs a loss that is the mean .* Divide a sum by the number of samples"):
        training_of(network(), data, loss=total)


def test_labels_that_the_loss_refuses_are_refused(data):
    with pytest.raises(ValueError, match=r"hinge needs labels -1 or \+1; got 0"):
        training_of(network(), Dataset(data.X, (data.y + 1) / 2))


@pytest.mark.parametrize(
    ("X", "y", "found"),
    [
        (np.zeros((5, 2)), np.zeros(4), r"\(5, 2\) and \(4,\)"),
        (np.zeros((5, 2)), np.zeros((5, 1)), r"\(5, 2\) and \(5, 1\)"),
        (np.zeros(5), np.zeros(5), r"\(5,\) and \(5,\)"),
        (np.zeros((0, 2)), np.zeros(0), r"\(0, 2\) and \(0,\)"),
    ],
)
def test_data_of_other_shapes_is_an_error(X, y, found):
    with pytest.raises(ValueError, match=rf"X of shape \(samples, features\) .*got {found}\. Check that"):
        training_of(network(), Dataset(X, y))


def test_features_that_the_model_does_not_take_are_an_error(data):
    with pytest.raises(ValueError, match="takes 2 inputs; got 3"):
        training_of(network(), Dataset(np.zeros((23, 3)), data.y))


def test_a_model_with_several_scores_is_an_error(data):
    with pytest.raises(TypeError, match=r"one score, a Value; got a list\. End it with one neuron"):
        training_of(nn.MLP(2, [3, 2], seed=1), data)


@pytest.mark.parametrize("optimizer", [optim.SGD, None, 0.1])
def test_what_is_no_optimiser_is_an_error(data, optimizer):
    with pytest.raises(TypeError, match=r"training needs an optimiser; got \w+\. Try optim\.SGD\(model"):
        Training(network(), data, optimizer)


def test_another_models_optimiser_is_an_error(data):
    with pytest.raises(ValueError, match=r"got 59 that it does not have\. Make it anew"):
        Training(network(), data, optim.SGD(network().parameters()))


def test_a_parameter_listed_twice_is_an_error(data):
    model = network()
    with pytest.raises(ValueError, match="one of them twice"):
        Training(model, data, optim.SGD(model.parameters() * 2))


def test_an_optimiser_of_ones_own_trains_as_well(data):
    class Sign(optim.Optimizer):
        def __init__(self, parameters, lr=0.01):
            super().__init__(parameters, lr=lr)

        def step(self):
            for p in self.parameters:
                p.data -= self.lr * p.grad / (p.grad * p.grad + 1e-12) ** 0.5

    ours, theirs = network(), network()
    optimizer = Sign(theirs.parameters())
    for step in islice(Training(ours, data, Sign(ours.parameters()), alpha=0.1), 3):
        assert step.loss == close(eager_step(theirs, data, optimizer, alpha=0.1))
    assert numbers(ours) == close(numbers(theirs))


# Many steps in one call.


@pytest.mark.parametrize("batch", [None, 5, 23])
@pytest.mark.parametrize("name", OPTIMISERS)
def test_steps_in_one_call_are_as_many_single_steps(name, batch, data):
    ours, theirs = network(), network()
    training, stepped = (
        Training(model, data, OPTIMISERS[name](model.parameters()), alpha=0.01, batch=batch) for model in (ours, theirs)
    )
    training.check_every = stepped.check_every = 250
    found = [*training.run(3), next(training).loss, *training.run(500), *training.run(0)]
    assert found == close([step.loss for step in islice(stepped, 504)], rel=1e-9)
    assert numbers(ours) == close(numbers(theirs), rel=1e-9)
    assert training.number == stepped.number == 504
    assert training.measure().loss == close(stepped.measure().loss, rel=1e-9)


def test_whoever_is_called_between_steps_sees_the_model_there_and_may_change_it(data):
    ours, theirs = network(), network()
    optimizers = [optim.SGD(model.parameters(), lr=0.1, momentum=0.5) for model in (ours, theirs)]
    training, stepped = (Training(m, data, o, alpha=0.01) for m, o in zip((ours, theirs), optimizers, strict=True))
    seen = []

    def each(step):
        seen.append((step, numbers(ours)))
        optimizers[0].lr = 0.05
        ours.parameters()[3].data = 0.25

    losses_ = training.run(7, every=3, each=each)
    expected = []
    for n in range(7):
        expected.append(next(stepped).loss)
        if n in (2, 5):
            step, there = seen[len(expected) // 3 - 1]
            assert step.number == n + 1
            assert step.loss == close(stepped.measure().loss)
            assert there == close(numbers(theirs))
            optimizers[1].lr = 0.05
            theirs.parameters()[3].data = 0.25
    assert losses_.tolist() == close(expected)
    assert len(seen) == 2
    assert numbers(ours) == close(numbers(theirs))


def test_with_another_optimiser_steps_are_taken_one_by_one(data):
    class Sign(optim.SGD):
        def step(self):
            for p in self.parameters:
                p.data = p.data - self.lr * np.sign(p.grad)

    ours, theirs = network(), network()
    training, stepped = (Training(model, data, Sign(model.parameters(), lr=0.01)) for model in (ours, theirs))
    assert training.run(5).tolist() == [step.loss for step in islice(stepped, 5)]
    assert numbers(ours) == numbers(theirs)


@pytest.mark.parametrize("optimiser", [optim.SGD, optim.Adam])
def test_wherever_many_steps_are_interrupted_the_parameters_are_those_of_a_whole_step(optimiser):
    data = datasets.moons(6, seed=1)

    def start():
        model = nn.MLP(2, [2, 1], activation="tanh", seed=1)
        return model, Training(model, data, optimiser(model.parameters(), lr=0.1), alpha=0.1, batch=4)

    model, training = start()
    whole = []
    for _ in range(9):
        whole.append(numbers(model))
        next(training)
    line, interrupted, ends = 0, True, set()
    while interrupted:
        line += 3
        model, training = start()
        interrupted = interrupted_at(line, training, partial(training.run, 6))
        assert numbers(model) == close(whole[training.number]), line
        ends.add(training.number)
        training.run(2)
        assert numbers(model) == close(whole[training.number]), line
    assert ends >= {0, 6}


def test_a_model_that_decides_by_data_is_found_in_many_steps_too(data):
    rare = data.X[4, 0]
    model = Turning(lambda x, score: x[0].data != rare, seed=1)
    training = training_of(model, data)
    with pytest.raises(ValueError, match="for sample 4 the model builds another"):
        training.run(5 * CHECK_EVERY)
    assert training.number == 5 * CHECK_EVERY - 1


def test_each_is_called_every_so_many_steps_or_the_number_is_an_error(data):
    training = training_of(network(), data)
    with pytest.raises(ValueError, match="every 1 or more steps; got 0"):
        training.run(3, every=0, each=print)


@pytest.mark.parametrize("machine", machines.there())
def test_over_a_thousand_steps_no_array_is_made(machine):
    model, data = nn.MLP(2, [16, 16, 1], seed=1), datasets.moons(4000, seed=1)
    training = Training(model, data, optim.Adam(model.parameters(), lr=0.01), alpha=0.01, machine=machine)
    training.run(20)
    tracemalloc.start()
    try:
        for _ in range(5):
            tracemalloc.reset_peak()
            before, _ = tracemalloc.get_traced_memory()
            training.run(200)
            after, peak = tracemalloc.get_traced_memory()
            assert after - before < 100_000
            assert peak - before < 400_000  # what a layer comes to on all samples takes 512,000 bytes
    finally:
        tracemalloc.stop()


def test_a_large_network_is_compared_with_its_model_less_often(data):
    models = nn.MLP(2, [4, 1], seed=0), nn.MLP(2, [110, 110, 1], seed=0)
    small, large = (Training(model, data, optim.SGD(model.parameters(), lr=0.1)) for model in models)
    assert small.check_every == CHECK_EVERY
    assert large.check_every == len(models[1].parameters()) // 10 > CHECK_EVERY
