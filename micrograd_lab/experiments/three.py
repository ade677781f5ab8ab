"""Three numbers to find: y = tanh(w1 * x1 + w2 * x2 + b) on six points, by hand or along somebody's gradients."""

import math

NAMES = ("w1", "w2", "b")
# x1, x2, and what y should be there.
POINTS = (
    (1.0, 1.0, 1.0),
    (2.0, 0.5, 1.0),
    (2.4, 1.6, 1.0),
    (0.2, 0.4, -1.0),
    (0.6, -0.8, -1.0),
    (-1.0, 1.2, -1.0),
)
# As bad as they come: every point lies on the wrong side.
START = (-1.0, -1.0, 1.0)
GOAL, REACH, RATE = 0.1, 4.0, 0.2
KEPT = 300  # losses of the curve: the newest

STOPPED = (
    "asked: {step}, with your class {name}\nfound: {kind}: {error}\n"
    "try:   {line} in a cell of its own, with w1, w2, b = {name}(-1.0), {name}(-1.0), {name}(1.0)"
)
FORWARD = "the loss of three numbers", "y = (w1 * 2.0 + w2 * 0.5 + b).tanh()"
BACKWARD = "the gradients of three numbers", "(w1 * 2.0 + w2 * 0.5 + b).backward()"
NO_BACKWARD = (
    "asked: the gradients of three numbers, with your class {name}\nfound: {name} has no backward() yet\n"
    "try:   exercise 5.2, where you write it; then come back and run this cell again"
)
OTHER_LOSS = (
    "asked: the loss at these three numbers, {ours:.4f}\nfound: {theirs} with your class\n"
    "try:   draw.graph of a small expression: which box holds another number than it should?"
)
NO_NUMBER = (
    "asked: a number in {parameter}.grad, once backward() has run\nfound: {found}\n"
    "try:   let backward() begin with a grad of 1.0 in the output, and send it on to the inputs"
)
UNEQUAL = (
    "backward() says that the slope of the loss by {parameter} is {said:.4f}. Measured, by nudging {parameter}, it is "
    "{measured:.4f}. The sliders go where backward() says."
)


class NoGradient(Exception):
    """What a class lacks to move the three numbers, in three parts, for the learner who wrote it."""


class Three:
    """The three numbers in `numbers`, and the losses so far in `losses`: the newest KEPT, the last one that of now.

    `engine` is a class like Value, or None; `changes` counts how often the numbers were set.
    """

    def __init__(self, numbers=START, engine=None):
        self.engine, self.begun = engine, tuple(map(float, numbers))
        self.reset()

    def reset(self):
        """Put the numbers back to where they began, and forget the losses."""
        self.numbers, self.changes = self.begun, 0
        self.losses = [self.loss]

    def set(self, numbers):
        """Set the three numbers."""
        if tuple(numbers) != self.numbers:
            self.numbers = tuple(numbers)
            self.changes += 1
            self.losses = [*self.losses, self.loss][-KEPT:]

    @property
    def loss(self):
        """The mean of (y - what it should be)², over the six points."""
        return loss(self.numbers)

    @property
    def right(self):
        """How many of the six points have a y of the right sign."""
        return sum((output(self.numbers, *x) > 0) == (t > 0) for *x, t in POINTS)

    @property
    def found(self):
        """Whether the loss is below GOAL."""
        return self.loss < GOAL

    def scores(self, low, high, size):
        """Twice w1 * x1 + w2 * x2 + b in rows from the top, over the square from low to high, each (x1, x2)."""
        w1, w2, b = self.numbers
        (x0, y0), (x1, y1) = low, high
        across = [x0 + (x1 - x0) * (k + 0.5) / size for k in range(size)]
        up = [y1 - (y1 - y0) * (k + 0.5) / size for k in range(size)]
        return [[2 * (w1 * x + w2 * y + b) for x in across] for y in up]

    def step(self, rate=RATE):
        """Move all three against the gradients that the engine's backward() gives. NoGradient where it gives none.

        Gives a sentence where a gradient is not the measured slope, else "".
        """
        grads = gradients(self.engine, self.numbers)
        said = ""
        for k, (name, grad) in enumerate(zip(NAMES, grads, strict=True)):
            measured = slope(self.numbers, k)
            if not said and not math.isclose(grad, measured, rel_tol=1e-3, abs_tol=1e-5):
                said = UNEQUAL.format(parameter=name, said=grad, measured=measured)
        moved = (x - rate * grad for x, grad in zip(self.numbers, grads, strict=True))
        self.set(tuple(min(REACH, max(-REACH, x)) for x in moved))
        return said


def output(numbers, x1, x2):
    """Y at one point."""
    w1, w2, b = numbers
    return math.tanh(w1 * x1 + w2 * x2 + b)


def loss(numbers):
    """The mean squared error over the six points."""
    return sum((output(numbers, *x) - t) ** 2 for *x, t in POINTS) / len(POINTS)


def slope(numbers, k, h=1e-5):
    """The slope of the loss by number k, measured on both sides."""
    up, down = ([x + by * (n == k) for n, x in enumerate(numbers)] for by in (h, -h))
    return (loss(up) - loss(down)) / (2 * h)


def gradients(engine, numbers):
    """The three gradients of the loss, as the class `engine` finds them: its *, +, tanh() and backward(), no other.

    NoGradient where it comes to none.
    """
    name = getattr(engine, "__name__", str(engine))
    step, line = FORWARD
    try:
        leaves = [engine(x) for x in numbers]
        found = _theirs(*leaves)
        theirs, ours = float(found.data), loss(numbers)
        step, line = BACKWARD
        if not hasattr(found, "backward"):
            raise NoGradient(NO_BACKWARD.format(name=name))
        if math.isclose(theirs, ours, rel_tol=1e-6, abs_tol=1e-9):
            found.backward()
    except NoGradient:
        raise
    except Exception as error:  # whatever a learner's class raises
        said = {"kind": type(error).__name__, "error": error}
        raise NoGradient(STOPPED.format(step=step, name=name, line=line, **said)) from error
    if not math.isclose(theirs, ours, rel_tol=1e-6, abs_tol=1e-9):
        raise NoGradient(OTHER_LOSS.format(ours=ours, theirs=theirs))
    return tuple(_grad(leaf, parameter) for leaf, parameter in zip(leaves, NAMES, strict=True))


def _theirs(w1, w2, b):
    """The loss, as a number of the class that the three are of."""
    total = None
    for x1, x2, t in POINTS:
        off = (w1 * x1 + w2 * x2 + b).tanh() + -t
        total = off * off if total is None else total + off * off
    return total * (1 / len(POINTS))


def _grad(leaf, parameter):
    try:
        grad = float(leaf.grad)
    except (AttributeError, TypeError, ValueError):
        grad = math.nan
    if not math.isfinite(grad):
        raise NoGradient(NO_NUMBER.format(parameter=parameter, found=getattr(leaf, "grad", "no grad at all")))
    return grad
