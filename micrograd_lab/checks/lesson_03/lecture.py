"""The lecture's graph, and answers that are right there alone."""

LECTURE = {"a": 2.0, "b": -3.0, "c": 10.0, "f": -2.0}  # the numbers of the lesson

# What is told of a function that is right there, and not elsewhere.
OTHERS_TOO = "It is right for the lesson's numbers. The check tries others too."

TYPED_IN = (
    OTHERS_TOO,
    "write formulas, made of the names that your function is given, instead of the numbers they had in the lesson.",
)

RIGHT_THERE = (
    OTHERS_TOO,
    "do numbers of the lesson stand in your code? Write names for them. If not, work this case out by hand.",
)


def at(case):
    return ", ".join(f"{name} = {number:g}" for name, number in case["inputs"].items())
