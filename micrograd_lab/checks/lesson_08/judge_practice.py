"""What lesson 8 has completed and mended: what each example wants of a weight, and a step that moves nothing."""

import math

from ..judge import Judge, Misconception, in_words, raised

EXAMPLES = (
    (0.5, ((1.0, 1.0), (2.0, -1.0))),
    (0.5, ((2.0, -1.0), (1.0, 1.0))),
    (-1.5, ((1.0, 0.5), (-0.5, 2.0), (3.0, 1.0))),
    (2.0, ((1.5, -1.0),)),
)


def _cases(seed):
    return tuple({"w": w, "examples": [list(e) for e in examples]} for w, examples in EXAMPLES)


def _slopes(case):
    return [2 * (case["w"] * x - y) * x for x, y in case["examples"]]


def _wants(change=lambda slopes: slopes, w=lambda case: case["w"]):
    return lambda case: {"wants": change(_slopes(case)), "w": w(case)}


def _added_up(slopes):
    return [math.fsum(slopes[: n + 1]) for n in range(len(slopes))]


def _erased(case):
    return {"wants": _added_up([-2 * y * x for x, y in case["examples"]]), "w": 0.0}


def _erased_to(case):
    return {"wants": [-2 * y * x for x, y in case["examples"]], "w": 0.0}


WANTS = Judge(
    _cases,
    _wants(),
    tells=lambda case: "w = {w:g}, examples {examples}".format(w=case["w"], examples=in_words(case["examples"])),
    shows=lambda result: in_words(result["wants"]),
    beyond=lambda result: "w = {w:g} afterwards".format(w=result["w"]),
    misconceptions=(
        Misconception(
            "added up",
            _wants(_added_up),
            "From the second example on there is more in w.grad than it wants: what the ones before it wanted is still "
            "there.",
            "empty w.grad before the next example sends: w.grad = 0.0.",
        ),
        Misconception(
            "the weight emptied",
            _erased,
            "It is w itself that is set to 0, and its gradient that should be.",
            "write w.grad = 0.0.",
        ),
        Misconception(
            "weight and gradient emptied",
            _erased_to,
            "The gradient is emptied, and w itself too, so that each example is asked at w = 0.",
            "write w.grad = 0.0, and leave w.data alone.",
        ),
        Misconception(
            "begins at 1",
            _wants(lambda slopes: [s + 1 for s in slopes]),
            "In each of them stands 1 too much: the gradient begins at 1.",
            "write w.grad = 0.0.",
        ),
        Misconception(
            "only zeros",
            _wants(lambda slopes: [0.0] * len(slopes)),
            "Only zeros are found. Either w.grad is emptied between sending and looking, or it is looked for in "
            "another w than the one that loss_of knows.",
            "empty w.grad before the example sends, and leave w what it is.",
        ),
        Misconception(
            "the list emptied",
            _wants(lambda slopes: [math.fsum(slopes)]),
            "There is one number for all: the list is emptied in each round, and w.grad is not.",
            "write w.grad = 0.0 there, and leave found alone.",
        ),
        Misconception(
            "the last want alone",
            _wants(lambda slopes: slopes[-1:]),
            "Only the last example's want is found.",
            "append inside the loop, after each has sent.",
        ),
        Misconception(
            "zero_grad of a Value",
            None,
            "A Value is asked to empty its gradient by itself, and has no method for that.",
            "write w.grad = 0.0.",
            seen=raised("AttributeError", "no attribute 'zero"),
        ),
        Misconception(
            "gradient of None",
            None,
            "The gradient is set to None, and backward can't add to None.",
            "set it to 0.0.",
            seen=raised("TypeError", "NoneType"),
        ),
    ),
)

STARTS = (
    ((1.0, -2.0, 0.5), (4.0, -1.0, 0.0), 0.1),
    ((0.0, 3.0), (-2.0, 5.0), 0.5),
    ((-1.5,), (0.25,), 1.0),
)


def _starts(seed):
    return tuple({"start": list(s), "grads": list(g), "lr": lr} for s, g, lr in STARTS)


def _moved(to, grad=lambda g: g):
    return lambda case: {
        "data": [to(x, g, case["lr"]) for x, g in zip(case["start"], case["grads"], strict=True)],
        "grad": [grad(g) for g in case["grads"]],
    }


def _first_alone(case):
    moved = _moved(lambda x, g, lr: x - lr * g)(case)
    return {**moved, "data": moved["data"][:1] + list(case["start"][1:])}


STEP = Judge(
    _starts,
    _moved(lambda x, g, lr: x - lr * g),
    tells=lambda case: "data {start}, gradients {grads}, lr = {lr:g}".format(
        start=in_words(case["start"]), grads=in_words(case["grads"]), lr=case["lr"]
    ),
    shows=lambda result: "data {data}".format(data=in_words(result["data"])),
    beyond=lambda result: "gradients {grad} afterwards".format(grad=in_words(result["grad"])),
    misconceptions=(
        Misconception(
            "the name moves, not the number",
            _moved(lambda x, g, lr: x),
            "Nothing has moved. What is worked out stands under a name of its own (p = ... gives one too), or in a new "
            "Value, or nowhere, and the parameter knows nothing of it.",
            "change what stands in the parameter itself: p.data = ...",
        ),
        Misconception(
            "uphill",
            _moved(lambda x, g, lr: x + lr * g),
            "It goes up: the gradient says where the loss rises.",
            "take lr times the gradient off.",
        ),
        Misconception(
            "where it stood is lost",
            _moved(lambda x, g, lr: -lr * g),
            "The step itself stands where the new number belongs.",
            "write p.data -= lr * p.grad.",
        ),
        Misconception(
            "where it stood is lost",
            _moved(lambda x, g, lr: lr * g),
            "The step itself stands where the new number belongs.",
            "write p.data -= lr * p.grad.",
        ),
        Misconception(
            "emptied before it is used",
            _moved(lambda x, g, lr: x, grad=lambda g: 0.0),
            "Nothing has moved, and the gradients are empty: they were emptied before the step used them.",
            "leave the gradients to the loop, or empty them after the step.",
        ),
        Misconception(
            "the gradient moves, not the number",
            None,
            "The numbers stand where they were, and the gradients have changed.",
            "it is p.data that moves, by lr times p.grad.",
            seen=lambda case, result: result["data"] == case["start"] and result["grad"] != case["grads"],
        ),
        Misconception(
            "the first alone",
            _first_alone,
            "Only the first parameter moves. Is there a return inside the loop?",
            "go through all of them.",
        ),
        Misconception(
            "the sign alone",
            _moved(lambda x, g, lr: x - lr * ((g > 0) - (g < 0))),
            "Every number moves equally far: only the sign of the gradient is used.",
            "take lr times the gradient itself off.",
        ),
        Misconception(
            "the sign alone",
            _moved(lambda x, g, lr: x - lr * (1 if g > 0 else -1)),
            "Every number moves equally far: only the sign of the gradient is used.",
            "take lr times the gradient itself off.",
        ),
        Misconception(
            "a share of the number",
            _moved(lambda x, g, lr: x - lr * g * x),
            "The step is multiplied by the number itself, so a number at 0 could never move.",
            "take lr times the gradient off, and nothing else.",
        ),
        Misconception(
            "divided by lr",
            _moved(lambda x, g, lr: x - g / lr),
            "The gradient is divided by lr, so a small rate makes large steps.",
            "multiply it by lr.",
        ),
        Misconception(
            "lr left out",
            _moved(lambda x, g, lr: x - g),
            "Each step is as long as the gradient itself.",
            "multiply it by lr.",
        ),
        Misconception(
            "data becomes a Value",
            None,
            "p.data is no plain number any more: a Value has been put there.",
            "calculate with p.data and p.grad, which are plain numbers.",
            seen=lambda case, result: any(isinstance(x, dict) and "value" in x for x in result["data"]),
        ),
    ),
)
