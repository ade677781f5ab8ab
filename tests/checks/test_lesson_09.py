"""The judges of lesson 9 against the kit's engine, and their slips against each other."""

import random
from dataclasses import replace

import pytest

from micrograd_lab import Value, losses
from micrograd_lab.checks import Incorrect, Passed, lesson_09
from micrograd_lab.checks.beside.number import Number
from micrograd_lab.checks.judge import same
from micrograd_lab.checks.lesson_09 import (
    batching,
    judge_accuracy,
    judge_batches,
    judge_hinge,
    judge_learn,
    judge_point,
)
from micrograd_lab.checks.lesson_09.learning import add_slopes, learned, numbers_of, score, trained
from micrograd_lab.checks.lesson_09.probe import Network, values_of
from micrograd_lab.checks.memory import outcome_of

SEEDS = range(5)
JUDGES = {
    "9.1": (judge_hinge.HINGE, judge_hinge.HINGE.misconceptions),
    "9.2": (judge_accuracy.ACCURACY, judge_accuracy.ACCURACY.misconceptions),
    "9.3": (judge_batches.BATCHES, judge_batches.NAMED),
    "9.4": (judge_learn.LEARN, judge_learn.NAMED),
}
MICROGRADS = """
class Value:
    def __init__(self, data, _children=(), _op=""):
        self.data, self.grad, self._prev, self._op = data, 0, set(_children), _op
        self._backward = lambda: None
    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data + other.data, (self, other), "+")
        def _backward():
            self.grad += out.grad
            other.grad += out.grad
        out._backward = _backward
        return out
    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data * other.data, (self, other), "*")
        def _backward():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad
        out._backward = _backward
        return out
    def relu(self):
        out = Value(0 if self.data < 0 else self.data, (self,), "ReLU")
        def _backward():
            self.grad += (out.data > 0) * out.grad
        out._backward = _backward
        return out
    __radd__, __rmul__ = __add__, __mul__
    def __neg__(self):
        return self * -1
    def __rsub__(self, other):
        return other + (-self)

def hinge(scores, labels):
    return sum((1 - y * s).relu() for s, y in zip(scores, labels)) * (1 / len(scores))
"""


@pytest.mark.parametrize("seed", SEEDS)
def test_a_hinge_is_that_of_the_kit(seed):
    for case in judge_hinge.hinge_cases(seed):
        scores = [Value(x) for x in case["scores"]]
        loss = losses.hinge(scores, case["labels"])
        loss.backward()
        assert same(judge_hinge.HINGE.expected(case), {"loss": loss.data, "slopes": [s.grad for s in scores]}, 1e-12)


@pytest.mark.parametrize("seed", SEEDS)
def test_an_accuracy_is_that_of_the_kit(seed):
    for case in judge_accuracy.accuracy_cases(seed):
        right = losses.accuracy(case["scores"], case["labels"])
        assert judge_accuracy.ACCURACY.expected(case) == pytest.approx(right, abs=1e-12)


@pytest.mark.parametrize("seed", SEEDS)
def test_batches_hold_each_place_once_an_epoch_and_go_on_shuffling(seed):
    for case in judge_batches.batch_cases(seed):
        chance, order = random.Random(case["chance"]), list(range(case["count"]))
        epochs = judge_batches._told(case, batching.RIGHT(case))
        assert len(epochs) >= 4
        for epoch in epochs:
            chance.shuffle(order)
            assert epoch == order


@pytest.mark.parametrize("seed", SEEDS)
def test_a_network_of_plain_numbers_is_the_probes_in_score_and_slopes(seed):
    case = judge_learn.learn_cases(seed)[0]
    numbers, model = numbers_of(case["network"]), Network(Value, case["network"])
    assert [p.data for p in model.parameters()] == numbers
    for x in case["points"]:
        for p in model.parameters():
            p.grad = 0.0
        y = model(x)
        y.backward()
        slopes = [0.0] * len(numbers)
        add_slopes(numbers, x, 1.0, slopes)
        assert y.data == pytest.approx(score(numbers, x), abs=1e-12)
        assert slopes == pytest.approx([p.grad for p in model.parameters()], abs=1e-12)


@pytest.mark.parametrize("seed", SEEDS)
def test_losses_of_training_are_those_of_the_kits_engine(seed):
    for case in judge_learn.learn_cases(seed):
        model, shuffle = Network(Value, case["network"]), random.Random(case["chance"]).shuffle
        order, queue, found = list(range(len(case["points"]))), [], []
        for n in range(case["steps"]):
            if not queue:
                shuffle(order)
                queue = list(order)
            places, queue = queue[: case["size"]], queue[case["size"] :]
            loss = losses.hinge([model(case["points"][i]) for i in places], [case["labels"][i] for i in places])
            for p in model.parameters():
                p.grad = 0.0
            loss.backward()
            for p in model.parameters():
                p.data -= (0.1 * n + (case["steps"] - n)) / case["steps"] * p.grad
            found.append(loss.data)
        assert learned(judge_learn.RIGHT, case) == pytest.approx(found, rel=1e-9)
        numbers = [p.data for p in model.parameters()]
        assert trained(judge_learn.RIGHT, case)["numbers"] == pytest.approx(numbers, rel=1e-9)


@pytest.mark.parametrize("seed", SEEDS)
def test_one_number_brings_a_point_over_on_the_kits_engine_and_the_last_bias_hardly_ever_does(seed):
    for n, case in enumerate(judge_point.point_cases(seed)):
        model = Network(Value, case["network"])
        parameters = model.parameters()

        def right(model=model, case=case):
            return losses.accuracy([model(x) for x in case["points"]], case["labels"])

        assert right() == pytest.approx(1 - 1 / len(case["points"]))
        place, by = judge_point.right(case)
        parameters[place].data += by
        assert right() == 1.0
        by_bias = [judge_point.does(case, len(parameters) - 1, k / 100) for k in range(-400, 401)]
        assert n == 3 or not any(by_bias)


@pytest.mark.parametrize("seed", SEEDS)
def test_each_network_of_one_number_asks_for_something_else(seed):
    last, fine, many, at_0 = judge_point.point_cases(seed)
    changes = [(place, k / 10) for place in range(13) for k in range(-20, 21)]
    assert [one for one in changes if judge_point.does(last, *one)] == [(0, 2.0)]
    assert not any(judge_point.does(fine, place, by) for place, by in changes if by == int(by))
    assert len(many["points"]) == 12
    assert not any(judge_point.does(many, place, by) for place, by in changes if by >= 0)
    scores = [score(numbers_of(at_0["network"]), x) for x in at_0["points"]]
    assert (scores[0], at_0["labels"][0]) == (0.0, 1)


@pytest.mark.parametrize("seed", SEEDS)
def test_all_points_are_right_before_the_last_step_and_the_least_loss_is_no_last_one(seed):
    case = judge_learn.learn_cases(seed)[-1]
    losses = learned(judge_learn.RIGHT, case)
    assert len(learned(replace(judge_learn.RIGHT, stops=True), case)) < len(losses) - 1
    assert losses.index(min(losses)) < len(losses) - 1


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("number", JUDGES)
def test_no_slip_is_right_and_none_gives_what_one_of_another_name_does(number, seed):
    judge, named = JUDGES[number]
    cases, known = judge.cases(seed), {}
    for one in named:
        if one.wrong is None:
            continue
        results = [outcome_of(one.wrong, case) for case in cases]
        assert not all(judge.agrees(judge.expected, case, r) for case, r in zip(cases, results, strict=True)), one.name
        for other, theirs in known.values():
            assert other == one.name or not same(results, theirs), (one.name, other)
        known[len(known)] = one.name, results


def test_a_hinge_on_a_class_of_ones_own_is_asked_on_that_class():
    names = {"__name__": "__main__"}
    exec(MICROGRADS, names)
    assert values_of(names["hinge"]) is names["Value"]
    assert isinstance(lesson_09.hinge(names["hinge"]), Passed)
    alone = {"__name__": "__main__"}
    exec(MICROGRADS[MICROGRADS.index("def hinge") :], alone)
    assert values_of(alone["hinge"]) is Number
    assert isinstance(lesson_09.hinge(alone["hinge"]), Passed)


def test_a_class_whose_relu_forgets_its_step_is_not_right():
    names = {"__name__": "__main__"}
    exec(MICROGRADS.replace("self.grad += (out.data > 0) * out.grad", "pass"), names)
    assert isinstance(lesson_09.hinge(names["hinge"]), Incorrect)


def test_what_looks_at_nothing_earns_nothing():
    cases = lesson_09.accuracy.cases()
    assert lesson_09.accuracy.judged(cases, [1.0] * len(cases)).share == 0
    lesson_09.hinge(lambda scores, labels: 0 * sum(scores))
    assert lesson_09.hinge.earned() == 0
