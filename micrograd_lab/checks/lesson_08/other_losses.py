"""Training loops that give something else than the loss before each step: (name, text, says, tries)."""

from .written_loops import written

BEFORE = "the loss of round n is worked out from the parameters as they are before its step: yield loss.data."

OTHER_LOSSES = (
    (
        "the loss of the next round",
        written("FZBS", "yield loss_of(n + 1).data"),
        "What it gives is the loss of the next round, worked out anew.",
        BEFORE,
    ),
    (
        "all graphs made at the start",
        written("loss = losses[n]", "ZBSY", before="losses = [loss_of(n) for n in range(steps)]"),
        "All losses are worked out before the first step, from the parameters as they are at the start.",
        "call loss_of(n) inside the loop, after the steps before it.",
    ),
    (
        "a list of the losses",
        written("FZBS", "found.append(loss.data)", "yield found", before="found = []"),
        "In each round it gives the list of all losses so far. Asked is this round's number.",
        "yield loss.data.",
    ),
    (
        "a mean of the losses",
        written("FZBS", "total += loss.data", "yield total / (n + 1)", before="total = 0.0"),
        "What it gives is the mean of all losses so far.",
        "yield loss.data.",
    ),
    (
        "the losses added up",
        written("FZBS", "total += loss.data", "yield total", before="total = 0.0"),
        "What it gives is the sum of all losses so far.",
        "yield loss.data.",
    ),
    (
        "the least loss so far",
        written("FZBS", "least = min(least, loss.data)", "yield least", before="least = float('inf')"),
        "What it gives is the least loss so far, which hides that one rose.",
        "yield loss.data.",
    ),
    (
        "the gradient for the loss",
        written("FZBS", "yield loss.grad"),
        "What it gives is the loss's own gradient, which is always 1.",
        "yield loss.data.",
    ),
    (
        "the round for the loss",
        written("FZBS", "yield n"),
        "What it gives is the number of the round.",
        "yield loss.data.",
    ),
    *(
        (
            "the loss rounded",
            written("FZBS", "yield round(loss.data, {digits})".format(digits=digits)),
            "The losses are rounded. What is cut off is lost to whoever calculates on.",
            "yield loss.data, and round where you print.",
        )
        for digits in range(7)
    ),
    (
        "the round beside the loss",
        written("FZBS", "yield n, loss.data"),
        "It gives the number of the round beside each loss. Asked is the loss alone.",
        "yield loss.data. Whoever wants to count can: enumerate(train(...)).",
    ),
    (
        "the next loss before the step",
        written(
            "ZB",
            "now, loss = loss.data, loss_of(n + 1)",
            "S",
            "yield now",
            before="loss = loss_of(0)",
        ),
        "The loss of the next round is worked out before the step, so it knows nothing of that step.",
        "call loss_of(n) at the beginning of round n.",
    ),
)
