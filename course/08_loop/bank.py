"""Lesson 8: training loops, and tests of training loops."""

from itertools import combinations

from known_wrong.bank import Right, Wrong

from micrograd_lab.checks.lesson_08.more_loops import MORE_LOOPS
from micrograd_lab.checks.lesson_08.right_loops import RIGHT_LOOPS
from micrograd_lab.checks.lesson_08.sick_loops import CAUSES, SICK
from micrograd_lab.checks.lesson_08.wrong_loops import WRONG_LOOPS

LESSON = "lesson_08"

# What the exercise notebook defines before 8.2, with a loop that is right.
GIVEN = """
from micrograd_lab import Value

def close(one, other):
    return len(one) == len(other) and all(abs(a - b) < 1e-9 for a, b in zip(one, other, strict=True))

def falls(train):
    w = Value(3.0)
    def step(n):
        w.data -= 0.1 * w.grad
    losses = list(train(lambda n: w * w, [w], step, 3))
    return losses[0] > losses[1] > losses[2]

def own(loss_of, parameters, step, steps):
    for n in range(steps):
        loss = loss_of(n)
        for p in parameters:
            p.grad = 0.0
        loss.backward()
        step(n)
        yield loss.data

def rounds_of(train, rates=(0.1, 0.05, 0.03), sizes=(1, 2, 3), steps=3):
    v, w = Value(2.0), Value(-1.0)
    def step(n):
        for p in (v, w):
            p.data -= rates[n % 3] * p.grad
    return (v, w), train(lambda n: (v * sizes[n % 3] + w * 2 - 3) ** 2 + v * v, [v, w], step, steps)

def alone(train):
    w = Value(3.0)
    def step(n):
        w.data -= 0.1 / (n + 1) * w.grad
    return w, train(lambda n: (w * (n + 1)) ** 2, [w], step, 3)
"""

HEAD = "def train(loss_of, parameters, step, steps):\n"
ROUND = HEAD + "    for n in range(steps):\n"


def rounds(*lines):
    """A loop of these lines, each indented as it would be in the loop."""
    return ROUND + "".join("        " + line + "\n" for line in lines)


F, Z, B, S, Y = (
    "loss = loss_of(n)",
    "for p in parameters: p.grad = 0.0",
    "loss.backward()",
    "step(n)",
    "yield loss.data",
)
WANTS = """
def wants(loss_of, examples, w):
    found = []
    for example in examples:
        {}
        loss_of(example).backward()
        found.append(w.grad)
    return found
"""
STEP = """
def step(parameters, lr):
    for p in parameters:
        {}
"""
SAME = """
def same(train):
    here, losses = rounds_of(train{more})
    there, right = rounds_of(own{more})
    losses, right = list(losses), list(right)
    return {says}
"""


def causes(given=None):
    """The cell that names the causes; `given` says what is named in the place of what: {cause: what}."""
    return "causes = {!r}".format({letter: (given or {}).get(cause, cause) for letter, cause in SICK.items()})


def ring(*around):
    """Each of these causes named where the one before it belongs."""
    return dict(zip(around, around[1:] + around[:1], strict=True))


WRONG = [
    *[Wrong("train", one.name, one.text) for one in WRONG_LOOPS],
    *[Wrong("train", name, text) for name, text, _, _ in MORE_LOOPS],
    Wrong("train", "gives nothing", rounds(F, Z, B, S)),
    Wrong("train", "return for yield", rounds(F, Z, B, S, "return loss.data")),
    Wrong("train", "the loss itself", rounds(F, Z, B, S, "return loss")),
    Wrong("train", "the loss alone, at the end", rounds(F, Z, B, S) + "    yield loss.data\n"),
    Wrong("train", "gradients of None", rounds(F, "for p in parameters: p.grad = None", B, S, Y)),
    Wrong("train", "loss_of without its n", rounds("loss = loss_of()", Z, B, S, Y)),
    Wrong("train", "step without its n", rounds(F, Z, B, "step()", Y)),
    Wrong("train", "backward of a number", rounds("loss = loss_of(n).data", Z, B, S, "yield loss")),
    Wrong("train", "zero_grad of the list", rounds(F, "parameters.zero_grad()", B, S, Y)),
    Wrong("train", "zero_grad of a parameter", rounds(F, "for p in parameters: p.zero_grad()", B, S, Y)),
    Wrong("train", "", rounds(F, Z, B, S, "yield -loss.data")),
    Wrong("train", "", rounds(F, "for p in parameters: p.grad *= 0.25", B, S, Y)),
    Wrong("loops", "", "tests = [falls]"),
    Wrong("loops", "content with everything", "tests = [lambda train: True]"),
    Wrong("loops", "returns nothing", "def quiet(train):\n    rounds_of(train)\n\ntests = [quiet]"),
    Wrong("loops", "content with none", "tests = [falls, lambda train: False]"),
    Wrong("loops", "does not run", "def broken(train):\n    return list(train(lambda n: n))\n\ntests = [broken]"),
    Wrong("loops", "too many", "tests = [falls] * 7"),
    Wrong("loops", "no functions", "tests = [falls(own)]"),
    Wrong("loops", "no functions", "tests = ['falls']"),
    Wrong("loops", "no tests", "tests = []"),
    Wrong(
        "loops",
        "refuses a right loop",
        "import inspect\n\ntests = [falls, lambda train: inspect.isgeneratorfunction(train)]",
    ),
    Wrong(
        "loops",
        "refuses a right loop",
        """
def grads_too(train):
    here, losses = rounds_of(train)
    there, right = rounds_of(own)
    return close(list(losses), list(right)) and close([p.grad for p in here], [p.grad for p in there])

tests = [grads_too]
""",
    ),
    Wrong(
        "loops",
        "asks for something else",
        "tests = [lambda train: len(list(rounds_of(train)[1])) == 4]",
    ),
    Wrong("loops", "counts alone", "tests = [lambda train: len(list(rounds_of(train)[1])) == 3]"),
    Wrong(
        "loops",
        "one round alone",
        SAME.format(more=", steps=1", says="close([p.data for p in here], [p.data for p in there])")
        + "\ntests = [same]",
    ),
    Wrong(
        "loops",
        "one parameter alone",
        """
def single(train):
    w, losses = alone(train)
    x, right = alone(own)
    return close([next(losses), w.data], [next(right), x.data]) and close([*losses, w.data], [*right, x.data])

tests = [single]
""",
    ),
    Wrong(
        "loops",
        "every round the same",
        SAME.format(
            more=", (0.05,) * 3, (1,) * 3",
            says="close(losses, right) and close([p.data for p in here], [p.data for p in there])",
        )
        + "\ntests = [same]",
    ),
    Wrong("loops", "", SAME.format(more="", says="close(losses, right)") + "\ntests = [same]"),
    Wrong("complete_wants", "added up", WANTS.format("w.grad += 0.0")),
    Wrong("complete_wants", "the weight emptied", WANTS.format("w.data = 0.0")),
    Wrong("complete_wants", "weight and gradient emptied", WANTS.format("w.data = w.grad = 0.0")),
    Wrong("complete_wants", "begins at 1", WANTS.format("w.grad = 1.0")),
    Wrong("complete_wants", "gradient of None", WANTS.format("w.grad = None")),
    Wrong("mend_step", "the name moves, not the number", STEP.format("p -= lr * p.grad")),
    Wrong("mend_step", "uphill", STEP.format("p.data += lr * p.grad")),
    Wrong("mend_step", "where it stood is lost", STEP.format("p.data = -lr * p.grad")),
    Wrong("mend_step", "lr left out", STEP.format("p.data -= p.grad")),
    Wrong("mend_step", "data becomes a Value", STEP.format("p.data = p - lr * p.grad")),
    Wrong("mend_step", "a share of the number", STEP.format("p.data *= 1 - lr * p.grad")),
    Wrong("mend_step", "where it stood is lost", STEP.format("p.data = lr * p.grad")),
    Wrong("mend_step", "emptied before it is used", STEP.format("p.grad = 0.0; p.data -= lr * p.grad")),
    Wrong("mend_step", "the gradient moves, not the number", STEP.format("p.grad -= lr * p.data")),
    Wrong("mend_step", "the first alone", STEP.format("p.data -= lr * p.grad; return")),
    Wrong("mend_step", "the sign alone", STEP.format("p.data -= lr * ((p.grad > 0) - (p.grad < 0))")),
    Wrong("mend_step", "divided by lr", STEP.format("p.data -= p.grad / lr")),
    Wrong("mend_step", "", STEP.format("p.data -= lr * p.grad**2")),
    *[
        Wrong("diagnose_curves", "{} and {}".format(*two), causes(ring(*two)))
        for two in combinations(CAUSES, 2)  # exchanged
    ],
    Wrong("diagnose_curves", "no zero_grad and rate too large", causes(ring(*CAUSES[:1], *CAUSES[2:4]))),
    Wrong("diagnose_curves", "rate too large and rate too small", causes({**ring(*CAUSES[:3]), **ring(*CAUSES[3:5])})),
    Wrong("diagnose_curves", "a cause twice", causes({"rate too small": "zero_grad before step"})),
    Wrong("diagnose_curves", "a cause twice", causes(dict.fromkeys(CAUSES, "rate too large"))),
    Wrong("diagnose_curves", "", causes({"rate too small": "no patience"})),
    Wrong("diagnose_curves", "", "causes = {'A': 'labels shuffled'}"),
]

RIGHT = [
    *[Right("train", style, text) for style, text in RIGHT_LOOPS.items()],
    Right(
        "train",
        "map over each",
        rounds(F, "any(map(lambda p: setattr(p, 'grad', 0.0), parameters))", B, S, Y),
    ),
    Right("train", "a tuple of rounds", rounds(F, Z, "(loss).backward()", "step(n)", "yield (loss.data)")),
    Right(
        "train",
        "deque",
        "from collections import deque\n\n"
        + rounds(
            F, "deque((p.__setattr__('grad', 0.0) for p in parameters), maxlen=0)", B, S, "yield float(loss.data)"
        ),
    ),
    Right(
        "loops",
        "beside one's own",
        SAME.format(more="", says="close(losses, right) and close([p.data for p in here], [p.data for p in there])")
        + """
def waits(train):
    here, losses = rounds_of(train)
    there, right = rounds_of(own)
    return close([next(iter(losses)), *[p.data for p in here]], [next(right), *[p.data for p in there]])

tests = [same, waits]
""",
    ),
    Right(
        "loops",
        "one that sees everything",
        """
def everything(train):
    here, losses = rounds_of(train)
    there, right = rounds_of(own)
    seen = [[loss, *[p.data for p in here]] for loss in losses]
    return all(close(a, b) for a, b in zip(seen, [[loss, *[p.data for p in there]] for loss in right], strict=True))

tests = everything
""",
    ),
    Right(
        "loops",
        "asserts",
        """
def test_losses(train):
    _, losses = rounds_of(train)
    assert close(list(losses), list(rounds_of(own)[1]))
    return True

def test_places(train):
    here, losses = rounds_of(train)
    there, right = rounds_of(own)
    for loss, other in zip(losses, right, strict=True):
        assert abs(loss - other) < 1e-9
        assert all(abs(p.data - q.data) < 1e-9 for p, q in zip(here, there))
    return True

tests = (test_losses, test_places)
""",
    ),
    Right(
        "loops",
        "a dict of tests",
        """
def places(train):
    here, losses = rounds_of(train)
    return [[p.data for p in here] for _ in losses]

tests = {
    "counts": lambda train: len(list(rounds_of(train)[1])) == 3,
    "losses": lambda train: close(list(rounds_of(train)[1]), list(rounds_of(own)[1])),
    "places": lambda train: all(map(close, places(train), places(own))),
}
""",
    ),
    Right("complete_wants", "as asked", WANTS.format("w.grad = 0.0")),
    Right("complete_wants", "taken off", WANTS.format("w.grad -= w.grad")),
    Right("complete_wants", "multiplied", WANTS.format("w.grad *= 0")),
    Right("mend_step", "as asked", STEP.format("p.data -= lr * p.grad")),
    Right("mend_step", "written out", STEP.format("p.data = p.data - lr * p.grad")),
    Right("diagnose_curves", "a dict", causes()),
    Right(
        "diagnose_curves",
        "dict(...)",
        "causes = dict({})".format(", ".join("{}={!r}".format(*one) for one in SICK.items())),
    ),
    Right("diagnose_curves", "spaces around", causes({cause: cause + " " for cause in CAUSES})),
    Right("mend_step", "setattr", STEP.format("setattr(p, 'data', p.data - p.grad * lr)")),
]
