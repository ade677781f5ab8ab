"""What is said of each slip in the rate of training on batches: misconceptions of 9.4, as in learn.py."""

from .. import learning as ways


def always(rate):
    """A rate that stays."""
    return lambda n, steps, size, count: rate


def line(first, last, off=0, short=0):
    """From `first` at step -off to `last` at step `steps - short`."""
    return lambda n, steps, size, count: first + (last - first) * (n + off) / (steps - short)


PLAN = "with 10 steps 1.0, 0.91, 0.82, and so on to 0.19: 1.0 less 0.9 times n / steps."

# (name, says, tries, what is changed in the right way)
RATES = (
    (
        "steps that keep their length",
        "The losses are those of steps that keep their length: the rate is the same at every step.",
        "let the rate fall with n: " + PLAN,
        tuple({"rate": always(rate)} for rate in (1.0, 0.1, 0.01, 0.05, 0.3, 0.5)),
    ),
    (
        "0.1 already at the last step",
        "Your rate is 0.1 at the last step already. It would be 0.1 one step later, which there isn't any more.",
        "divide n by steps, not by steps - 1.",
        ({"rate": line(1.0, 0.1, short=1)},),
    ),
    (
        "falling to 0",
        "Your rate falls to 0. The text has it fall to 0.1, so that the last steps still move something.",
        PLAN,
        ({"rate": line(1.0, 0.0)}, {"rate": line(1.0, 0.0, short=1)}),
    ),
    (
        "beginning at 0.9",
        "Your rate begins at 0.9. The first step has the whole: 1.0.",
        PLAN,
        ({"rate": line(0.9, 0.0)}, {"rate": line(0.9, 0.1)}),
    ),
    (
        "one step ahead",
        "Your rate is one step ahead: the first step is step 0, and has the rate 1.0.",
        "use n as train gives it, without + 1, or count after the step.",
        ({"rate": line(1.0, 0.1, off=1)},),
    ),
    (
        "less by a fixed amount",
        "Your rate falls by the same amount whatever `steps` is: by 0.09, as in the example with 10, or by 0.1.",
        "divide by steps: " + PLAN,
        tuple(
            {"rate": lambda n, steps, size, count, by=by, least=least: max(least, 1.0 - by * n)}
            for by in (0.09, 0.1)
            for least in (0.1, 0.0, -9.0)
        ),
    ),
    (
        "the rate of exercises 8",
        "Your rate falls as in exercises 8, by 1 / (1 + 0.1 n).",
        PLAN,
        tuple({"rate": lambda n, steps, size, count, by=by: by / (1 + 0.1 * n)} for by in (1.0, 0.1)),
    ),
    (
        "the rate rounded",
        "Your rate is rounded.",
        "leave out round(): the numbers in the text are written with few digits, and you calculate with all.",
        tuple({"rate": lambda n, steps, size, count, d=d: round(1.0 - 0.9 * n / steps, d)} for d in (1, 2)),
    ),
    (
        "growing",
        "Your rate grows from 0.1 to 1.0. Large steps are for the beginning.",
        PLAN,
        ({"rate": line(0.1, 1.0)},),
    ),
    (
        "falling by a factor",
        "Your rate falls by a factor at each step. Asked is the same amount at each.",
        PLAN,
        (
            {"rate": lambda n, steps, size, count: 0.1 ** (n / steps)},
            {"rate": lambda n, steps, size, count: 0.1 ** (n / (steps - 1))},
            {"rate": lambda n, steps, size, count: 0.9**n},
            {"rate": lambda n, steps, size, count: 1 / (1 + n)},
        ),
    ),
    (
        "falling on what has fallen",
        "You take the share of the last rate, not of the first, so it falls faster and faster.",
        "work each rate out of n alone: " + PLAN,
        ({"rate": ways.multiplied},),
    ),
    (
        "falling by the number of points",
        "Your rate falls by the number of points, where the number of steps is asked.",
        PLAN,
        ({"rate": lambda n, steps, size, count: 1.0 - 0.9 * n / count},),
    ),
    (
        "once an epoch",
        "Your rate stays the same for an epoch. It is to fall at each step.",
        "use n, the number of the step: " + PLAN,
        ({"rate": ways.fewer}, {"rate": ways.by_epoch}, {"rate": ways.by_whole_epoch}),
    ),
    (
        "the rate twice",
        "The rate has been multiplied twice, so that it falls to a hundredth.",
        "multiply the gradient by it once, in the step.",
        ({"rate": lambda n, steps, size, count: ways.falling(n, steps, size, count) ** 2},),
    ),
    (
        "divided by the size too",
        "Your steps are shorter by the size of a batch. The mean in hinge has divided by it already.",
        "rate * p.grad, and nothing else.",
        ({"rate": lambda n, steps, size, count: ways.falling(n, steps, size, count) / size},),
    ),
)
