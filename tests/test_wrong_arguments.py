"""What is plausibly given by mistake is answered in three parts: what was asked, what was found, what to try."""

import re

import pytest

from micrograd_lab import Value, datasets, gradcheck, losses, nn, optim, replay, steps

V, DATA, MODEL = Value, datasets.xor(8), nn.MLP(2, [4, 1], seed=1)
P, SGD = MODEL.parameters(), optim.SGD(MODEL.parameters())


def double(a):
    return a * 2


CASES = {
    "a number for a list": lambda: nn.MLP(1, [4, 1])(0.5),
    "a Value for a list": lambda: MODEL(V(1.0)),
    "nothing for a list": lambda: MODEL(None),
    "text in a list": lambda: MODEL(["a", "b"]),
    "all samples at once": lambda: MODEL(DATA.X),
    "one size for a list": lambda: nn.MLP(2, 4),
    "a layer of none": lambda: nn.MLP(2, [4, 0]),
    "a layer of text": lambda: nn.MLP(2, [4, "a"]),
    "half a neuron": lambda: nn.MLP(2, [2.5]),
    "half an input": lambda: nn.MLP(2.5, [2]),
    "a layer of nothing": lambda: nn.Layer(2, None),
    "inputs as text": lambda: nn.Neuron("2"),
    "one score": lambda: losses.hinge(V(1.0), 1),
    "one score, listed label": lambda: losses.hinge(V(1.0), [1]),
    "a label as text": lambda: losses.hinge([V(1.0)], ["a"]),
    "no label": lambda: losses.hinge([V(1.0)], [None]),
    "scores in lists": lambda: losses.hinge([[V(1.0)]], [1]),
    "scores that are numbers": lambda: losses.hinge([1.0], [1]),
    "one prediction": lambda: losses.mean_squared_error(V(1.0), 2.0),
    "predictions in lists": lambda: losses.mean_squared_error([[V(1.0)]], [2.0]),
    "one logit": lambda: losses.log_softmax(V(1.0)),
    "no logits": lambda: losses.softmax([]),
    "logits that are numbers": lambda: losses.softmax([1.0, 2.0]),
    "one sample's logits": lambda: losses.cross_entropy([V(1.0)], [0]),
    "one label": lambda: losses.cross_entropy([[V(1.0), V(2.0)]], 0),
    "a model for parameters": lambda: losses.l2(MODEL),
    "scores as text": lambda: losses.accuracy(["a"], [1]),
    "an optimiser of a model": lambda: optim.SGD(MODEL),
    "an optimiser of one Value": lambda: optim.Adam(V(1.0)),
    "an optimiser of numbers": lambda: optim.SGD([1.0, 2.0]),
    "a rate as text": lambda: optim.SGD(P, lr="0.1"),
    "a list of rates": lambda: optim.SGD(P, lr=[0.1]),
    "one beta": lambda: optim.Adam(P, betas=0.9),
    "betas that divide by zero": lambda: optim.Adam(P, betas=(1.0, 1.0)),
    "points as text": lambda: datasets.xor("a"),
    "no points": lambda: datasets.spirals(0),
    "half a point": lambda: datasets.moons(2.5),
    "noise below 0": lambda: datasets.xor(4, noise=-1),
    "more than all to test": lambda: datasets.split(DATA, test=2),
    "a pair for a data set": lambda: datasets.split((DATA.X, DATA.y)),
    "training on a pair": lambda: steps.Training(MODEL, (DATA.X, DATA.y), SGD),
    "a loss by name": lambda: steps.Training(MODEL, DATA, SGD, loss="hinge"),
    "a function for a model": lambda: steps.Training(lambda x: x[0], DATA, SGD),
    "an order by number": lambda: list(steps.backward_steps(V(1.0) * 2, order=5)),
    "text to check": lambda: gradcheck.check("a * b", a=1.0, b=2.0),
    "an input as text": lambda: gradcheck.check(double, a="x"),
    "an input in a list": lambda: gradcheck.check(double, [1.0]),
    "an input that f lacks": lambda: gradcheck.check(double, b=1.0),
    "one input too many": lambda: gradcheck.check(double, 1.0, 2.0),
    "a step of 0": lambda: gradcheck.check(double, 1.0, h=0),
    "a step as text": lambda: gradcheck.check(double, 1.0, h="a"),
    "one input of a recording": lambda: replay.record(V(1.0) * 2, V(1.0)),
    "an operation of one's own": lambda: replay.record(V(0.8, (P[0],), "sin"), P[:1]).forward(1),
}


@pytest.mark.parametrize("case", CASES)
def test_a_wrong_argument_is_told_what_was_asked_what_was_found_and_what_to_try(case):
    with pytest.raises((TypeError, ValueError)) as raised:
        CASES[case]()
    message = str(raised.value)
    assert re.search(r"got .+[.:] [A-Z].+\.$", message.replace("\n", " ")), message


def test_gradcheck_takes_the_numbers_of_values():
    assert gradcheck.check(double, V(3.0))
