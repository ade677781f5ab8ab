"""Lesson 8: a training loop, run and watched; tests of training loops; what an example wants; a step; causes.

While a learner's code runs, nothing of the case is left here but what it is given.
"""

from collections.abc import Mapping
from itertools import islice

from ..beside.number import Number
from ..beside.plain import plain
from ..beside.shape import by_name, goes_through, named, number, shape, unordered
from ..beside.walk import below

MOST_TESTS, MORE = 6, 3  # tests, and what is taken beyond the rounds that were asked for
TOO_OFTEN = "{what} has been called {many} times, where {steps} rounds were asked for"


def trained(train, case):
    """What a loop does: {"losses" that it gives, "places" of the parameters after each, "grads" that step sees,
    "asked" and "stepped": the n of each loss_of(n) and step(n)}; or the "shape" of what can't be gone through.

    The loss of round n is that of one example, the squared error of a linear score. Where x is 0, its weight has
    no part in that loss.
    """
    parameters, lr, falls = [Number(x) for x in case["start"]], case["lr"], case["falls"]
    examples, steps = case["examples"], case["steps"]
    case.clear()
    losses, places, grads, asked, stepped = [], [], [], [], []

    def loss_of(n):
        _once_more(asked, n, "loss_of", steps)
        xs, y = examples[_round(n) % len(examples)]
        *weights, bias = parameters
        loss = (sum((w * x for w, x in zip(weights, xs, strict=True) if x), bias) - y) ** 2
        loss.backward = lambda: backward(loss)
        return loss

    def step(n):
        _once_more(stepped, n, "step", steps)
        grads.append([plain(p.grad) for p in parameters])
        for p in parameters:
            p.data -= lr / (1 + falls * _round(n)) * p.grad

    found = train(loss_of, list(parameters), step, steps)
    if isinstance(found, (str, bytes, Mapping)) or unordered(found) or not goes_through(found):
        return shape(found)
    for loss in islice(found, steps + MORE):
        losses.append([number(x) for x in loss] if isinstance(loss, list) else number(loss))
        places.append([plain(p.data) for p in parameters])
    return {"losses": losses, "places": places, "grads": grads, "asked": asked, "stepped": stepped}


def backward(loss):
    """Send gradients back from a Number, each to be added to what its inputs have."""
    order = below(loss, lambda v: v.inputs)
    for v in order:
        if v.inputs:
            v.grad = 0.0
    loss.grad = 1.0
    for v in order[::-1]:
        v._backward()


def _once_more(calls, n, what, steps):
    calls.append(plain(n))
    if len(calls) > 4 * (steps + MORE):
        raise RuntimeError(TOO_OFTEN.format(what=what, many=len(calls), steps=steps))


def _round(n):
    return int(n) if isinstance(n, (int, float)) and abs(n) < 1e9 else 0


def told(tests, case):
    """What a learner's tests say of one loop, each run on a loop of its own: {"names", "said": "pass" of what gives
    True, "fail", "None", or the error}; {"many": how many} of more than six, {"shape"} of what is no list of functions.
    """
    code = compile(case["loop"], "<loop>", "exec")
    case.clear()
    if callable(tests):
        tests = [tests]
    tests = list(tests.values()) if isinstance(tests, Mapping) else tests
    if isinstance(tests, (str, bytes)) or not goes_through(tests):
        return shape(tests)
    tests = list(islice(tests, MOST_TESTS + 1))
    if len(tests) > MOST_TESTS:
        return {"many": len(tests)}
    for test in tests:
        if not callable(test):
            return {"shape": "a list with {thing} in it".format(thing=shape(test)["shape"])}
    names = [str(getattr(test, "__name__", "a test"))[:60] for test in tests]
    return {"names": names, "said": [_said(test, code) for test in tests]}


def _said(test, code):
    made = {"__name__": "loops"}
    exec(code, made)
    try:
        found = test(made["train"])
        return "None" if found is None else "pass" if found else "fail"
    except Exception as error:
        return "{kind}: {says}".format(kind=type(error).__name__, says=error)[:200]


def wants(function, case):
    """What a learner's function says that each example wants of one weight."""
    w, examples = Number(case["w"]), [tuple(e) for e in case["examples"]]
    case.clear()

    def loss_of(example):
        x, y = example
        loss = (w * x - y) ** 2
        loss.backward = lambda: backward(loss)
        return loss

    found = plain(function(loss_of, examples, w))
    return {"wants": found, "w": plain(w.data)}


def moved(step, case):
    """Where a learner's step leaves the parameters that it was given, and their gradients."""
    parameters = [Number(x) for x in case["start"]]
    for p, grad in zip(parameters, case["grads"], strict=True):
        p.grad = grad
    lr = case["lr"]
    case.clear()
    step(list(parameters), lr)
    return {"data": [plain(p.data) for p in parameters], "grad": [plain(p.grad) for p in parameters]}


def causes(answer, case):
    """{curve: cause} as a learner gives it, words without the spaces around them; or the shape of what is no dict."""
    several = named(answer)
    if several is not None and any(one is ... for one in several.values()):
        return {"untouched": True}
    return {name: one.strip() if isinstance(one, str) else one for name, one in by_name(answer).items()}
