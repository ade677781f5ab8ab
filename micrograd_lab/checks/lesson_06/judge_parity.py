"""6.4: the same numbers as PyTorch."""

import math
import random
from functools import partial

from ...engine import Value
from ..beside.lines import graph
from ..judge import Judge, Misconception, raised, same
from ..wrong_engines.exact import by_models

SANITY = ("z = 2 * a + 2 + a", "q = z.relu() + z * a", "h = (z * z).relu()", "y = h + q + q * a")
MORE = (
    "c = a + b",
    "d = a * b + b**3",
    "c = c + c + 1",
    "c = c + 1 + c + (-a)",
    "d = d + d * 2 + (b + a).relu()",
    "d = d + 3 * d + (b - a).relu()",
    "e = c - d",
    "f = e**2",
    "y = f / 2.0 + 10.0 / f",
)
EQUAL = ("c = a * b + b**3", "y = (c - a).relu() ** 2 / b")  # for two equal numbers, where MORE has a kink
# What PyTorch 2.13 gave, in double precision: the result, then the gradients.
PYTORCH = {
    (SANITY, (-4.0,)): [-20.0, 46.0],
    (MORE, (-4.0, 2.0)): [24.70408163265306, 138.83381924198252, 645.5772594752186],
}


def parity_cases(seed):
    chance = random.Random(seed)
    others = [round(chance.uniform(1.1, 2.5), 2) for _ in range(4)]
    several = ((SANITY, (-4.0,)), (MORE, (-4.0, 2.0)), (SANITY, (others[0],)), (MORE, (others[1], others[2])))
    several = (*several, (EQUAL, (others[3], others[3])))
    return tuple({"inputs": dict(zip("ab", numbers, strict=False)), "lines": list(lines)} for lines, numbers in several)


def by_pytorch(case):
    """PyTorch's numbers where they are recorded; elsewhere those of an engine that agrees with it."""
    known = PYTORCH.get((tuple(case["lines"]), tuple(case["inputs"].values())))
    if known:
        return known
    y, leaves = graph(case, Value)
    y.backward()
    return [y.data, *(leaf.grad for leaf in leaves.values())]


def _forgot_backward(case):
    return [by_pytorch(case)[0], *[0.0] * len(case["inputs"])]


def _near(case, result):
    right = by_pytorch(case)
    return len(result) == len(right) and all(
        math.isclose(x, y, rel_tol=1e-3, abs_tol=5e-3) for x, y in zip(result, right, strict=True)
    )


OFTEN = "The gradients are too large by a whole number: backward() ran several times on the same Values."


def _often(case, times):
    """Where backward() ran so many times, of the number of inputs."""
    result, *grads = by_pytorch(case)
    return [result, *(times(len(grads)) * g for g in grads)]


def _one_value(case, which):
    """What comes out where all inputs are one Value of this number."""
    number = list(case["inputs"].values())[which]
    y, leaves = graph({**case, "inputs": {"a": number}, "lines": ["b = a", *case["lines"]]}, Value)
    y.backward()
    return [y.data, *[leaves["a"].grad] * len(case["inputs"])]


def _one_for_equal(case):
    """What comes out where equal numbers are one Value."""
    return by_pytorch(case) if len({*case["inputs"].values()}) == len(case["inputs"]) else _one_value(case, 0)


def _flat(result):
    return [y for x in result for y in (x if isinstance(x, list) else [x])]


PARITY = Judge(
    parity_cases,
    by_pytorch,
    tolerance=1e-12,  # slopes measured over a step agree to 1e-10 or so
    tells=lambda case: (
        "; ".join(case["lines"]) + " at " + ", ".join(f"{name} = {x:g}" for name, x in case["inputs"].items())
    ),
    misconceptions=(
        Misconception(
            "plain numbers into f",
            None,
            "f was given plain numbers: they have no relu, and no memory of what was done with them.",
            "make a Value of each number first.",
            seen=lambda case, result: result["error"] == "AttributeError" and "'float' object" in result["says"],
        ),
        Misconception(
            "no backward",
            _forgot_backward,
            "The result is right, and all gradients are 0. That is so where no backward() has reached the Values that "
            "you read, and where their grad is set to 0 before you read it.",
            "call y.backward() on the output, then at once read the grad of the very Values that f was given.",
        ),
        Misconception(
            "Values given",
            None,
            "You give Values. PyTorch's numbers can only be compared with plain numbers.",
            "take .data of the output and .grad of each input.",
            seen=lambda case, result: any(isinstance(x, dict) and "value" in x for x in result),
        ),
        Misconception(
            "the result left out",
            lambda case: by_pytorch(case)[1:],
            "The gradients are there. The result itself is missing: a wrong forward pass should be noticed too.",
            "begin the list with the output's data.",
        ),
        Misconception(
            "the result alone",
            None,
            "Only the result is there. What we want to compare most are the gradients.",
            "go on with each input's grad, in order. Keep the inputs in a list: a map can be gone through once.",
            seen=lambda case, result: result in (by_pytorch(case)[:1], by_pytorch(case)[0]),
        ),
        Misconception(
            "the result last",
            lambda case: [*by_pytorch(case)[1:], by_pytorch(case)[0]],
            "The numbers are right, and in another order: the result comes first.",
            "return [y.data, *gradients].",
        ),
        Misconception(
            "data for grad",
            lambda case: [by_pytorch(case)[0], *case["inputs"].values()],
            "Where gradients should stand are the inputs' numbers.",
            "read .grad of each input, not .data.",
        ),
        Misconception(
            "one Value for all inputs",
            lambda case: _one_value(case, 0),
            "All inputs have the same gradient, and the result is another: they are one and the same Value.",
            "make a new Value for each number: [Value(x) for x in numbers].",
        ),
        Misconception(
            "equal numbers, one Value",
            _one_for_equal,
            "Two inputs have the same number here, and each has the gradient of both together: they are one Value.",
            "keep the Values in a list, by place: a dict by number holds one for two that are equal.",
        ),
        Misconception(
            "grad for data",
            lambda case: [1.0, *by_pytorch(case)[1:]],
            "The gradients are right. Where the result should stand is the output's gradient, 1.",
            "begin the list with y.data.",
        ),
        Misconception(
            "a list in the list",
            None,
            "The numbers are right, and some stand in a list of their own within yours.",
            "return one list: [y.data, *gradients].",
            seen=lambda case, result: (
                any(isinstance(x, list) for x in result) and same(_flat(result), by_pytorch(case))
            ),
        ),
        Misconception(
            "f given a list",
            None,
            "f takes its Values one by one, and you give them as one thing.",
            "write f(*inputs).",
            seen=raised("TypeError", "one by one"),
        ),
        Misconception(
            "None for a Value",
            None,
            "Something that you ask for its number or its gradient is None. backward(), for one, gives nothing back.",
            "keep the output in a name of its own, y = f(*inputs), and call y.backward() in the next line.",
            seen=raised("AttributeError", "'NoneType'"),
        ),
        Misconception(
            "measured or rounded",
            None,
            "These are near, and not equal. Rounded numbers, or slopes measured over a step, agree in a few digits; "
            "two engines agree in about fifteen.",
            "let backward() compute the gradients, and give them as they are.",
            seen=_near,
        ),
    ),
    models=by_models(
        [
            Misconception("backward twice", partial(_often, times=times), OFTEN, "call backward() once, on new Values.")
            for times in (lambda inputs: 2, lambda inputs: inputs)
        ]
    ),
)
