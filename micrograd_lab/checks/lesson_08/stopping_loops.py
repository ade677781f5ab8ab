"""Training loops that end, or rest, before they have taken every round: (name, text, says, tries)."""

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
