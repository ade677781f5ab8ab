"""Training loops that take fewer rounds or steps than are asked for, or more: (name, text, says, tries)."""

from .written_loops import written

EVERY = "take every round that is asked for."
SMALL = "as soon as a loss is 0, or nearly. The next round may take other points, and their loss is another."

STOPPING_LOOPS = (
    (
        "stops where the loss rises",
        written("F", "if loss.data > last:\n    return\nlast = loss.data", "ZBSY", before="last = float('inf')"),
        "It stops as soon as a loss is larger than the one before. With a batch for each round that happens all the "
        "time.",
        EVERY,
    ),
    *(
        ("stops at a small loss", text, "It stops " + SMALL, EVERY)
        for text in (
            written("F", "if loss.data < 1e-6:\n    return", "ZBSY"),
            written("FZBSY", "if loss.data < 1e-6:\n    return"),
        )
    ),
    (
        "the last step left out",
        written("FZB", "if n < steps - 1:\n    step(n)", "Y"),
        "The last round takes no step.",
        "call step(n) in every round.",
    ),
    (
        "no step in the first round",
        written("FZB", "if n > 0:\n    step(n)", "Y"),
        "The first round takes no step. Its loss is that before the step, and then the step comes.",
        "call step(n) in every round.",
    ),
    (
        "a round where none is asked for",
        written("FZBSY", "if n + 1 == steps:\n    return", over="count()", before="from itertools import count"),
        "It asks for the end only after a round, so with 0 steps it takes one, and then goes on and on.",
        "ask before each round: for n in range(steps).",
    ),
    (
        "stepped once for each parameter",
        written("FZB", "for p in parameters:\n    step(n)", "Y"),
        "step is called once for each parameter. It moves all of them by itself.",
        "call step(n) once in each round.",
    ),
    (
        "a round for each parameter",
        written("for p in parameters:\n    p.grad = 0.0\n    loss = loss_of(n)\n    loss.backward()\n    step(n)", "Y"),
        "A whole round is taken for each parameter: everything is indented into the loop that empties.",
        "only p.grad = 0.0 belongs into the loop over parameters.",
    ),
    (
        "rests at a small loss",
        written(
            "Z",
            "if loss is None or loss.data > 1e-6:\n    loss = loss_of(n)\n    loss.backward()\n    step(n)",
            "Y",
            before="loss = None",
        ),
        "It does nothing more " + SMALL,
        "work out the loss of every round, and take its step.",
    ),
)
