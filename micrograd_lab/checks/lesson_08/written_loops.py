"""Training loops as text, put together from acts: forward, zero, backward, step, yield."""

from textwrap import indent

ACTS = {
    "F": "loss = loss_of(n)",
    "Z": "for p in parameters:\n    p.grad = 0.0",
    "B": "loss.backward()",
    "S": "step(n)",
    "Y": "yield loss.data",
}
HEAD, ROUND = "def train(loss_of, parameters, step, steps):\n", "for n in {over}:\n"


def written(*acts, over="range(steps)", before="", after=""):
    """The text of a loop that does these acts in each round: letters of ACTS, or lines of Python."""
    lines = "\n".join(line for act in acts for line in ([ACTS[a] for a in act] if set(act) <= set(ACTS) else [act]))
    parts = [before, ROUND.format(over=over) + indent(lines, "    "), after]
    return HEAD + "".join(indent(part.rstrip("\n"), "    ") + "\n" for part in parts if part)


RIGHT = written("FZBSY")
