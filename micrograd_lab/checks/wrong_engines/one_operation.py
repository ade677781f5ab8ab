"""The right engine with one operation that sends in a wrong way: what a slip in a single `_backward` makes."""

from dataclasses import replace

from .engine import RIGHT
from .send import sending, slopes_alone

OPERATIONS = ("+", "*", "**", "relu", "tanh", "exp", "log")
WRITTEN = {"**": "x**k"}  # as a learner reads it, where that is not the operation's own sign

ALONE = (
    "At {name} you add the slope alone. What has arrived from the output is missing: that shows as soon as it is not 1."
)
AND_ALONE = "{says} And what has arrived from the output, out.grad, is missing."
AND_TIMES = "{tries}, and see that out.grad is a factor of it."


def with_send(op, send, name, says, tries):
    """The right engine, where this operation's values send otherwise."""

    def sent(v, slopes):
        (send if v.op == op else sending)(v, slopes)

    return replace(RIGHT, send=sent, name=name, says=says, tries=tries)


def with_share(op, name, share, says, tries):
    """The same, for an operation of one input: `share(out, a)` is all that a gets, whatever the slope."""

    def send(v, _slopes):
        v.inputs[0].grad += share(v, v.inputs[0])

    return with_send(op, send, name, says, tries)


def without_upstream(op):
    """At this operation alone out.grad is missing."""
    name = WRITTEN.get(op, op)
    return with_send(
        op,
        slopes_alone,
        f"without upstream in {name}",
        ALONE.format(name=name),
        "multiply the slope by out.grad.",
    )


def twin_without_upstream(engine):
    """An engine with a wrong slope at one operation, and without out.grad there as well."""
    op = next(op for op, slopes in engine.slopes.items() if RIGHT.slopes[op] is not slopes)
    return replace(
        with_send(op, slopes_alone, "", "", ""),
        slopes=engine.slopes,
        name=f"{engine.name}, without upstream",
        says=AND_ALONE.format(says=engine.says),
        tries=AND_TIMES.format(tries=engine.tries.removesuffix(".")),
    )
