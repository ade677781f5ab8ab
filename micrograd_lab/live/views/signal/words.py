"""What live.signal says of a signal, there and back."""

import math

DIES, EXPLODES, LIVES, GONE, NONE = "dies", "explodes", "lives", "is gone", "is no number any more"
FAR = 100.0  # so many times smaller or larger than it began
BOTH = "{whose} {verdict}: in {layers} layers a spread of 1 becomes {there:.2g} there, {back:.2g} back."
EACH = "{whose} {verdict} there: in {layers} layers a spread of 1 becomes {there:.2g}. Back it {other}: {back:.2g}."
KIT, OWN = "The signal", "With {name} it"
DEAD = " In the last layer {count} of {width} are dead."
SATURATED = " In the first layer {first} of {width} are saturated, in the last {last}."
BECOMES, TIMES = "1 becomes {times:.2g}", "times {there:.2g}, {back:.2g}"
COUNT = "{count} of {width}"


def verdict(times):
    """What becomes of a signal whose spread is multiplied by this."""
    if not math.isfinite(times):
        return NONE
    if times == 0:
        return GONE
    return DIES if times < 1 / FAR else EXPLODES if times > FAR else LIVES


def sentence(passage, width, activation, name=""):
    """How the signal fares; `name` says whose weights they are, where they are a learner's."""
    words = {"whose": OWN.format(name=name) if name else KIT, "layers": len(passage.dead)}
    words |= {"there": passage.there, "back": passage.back}
    words |= {"verdict": verdict(passage.there), "other": verdict(passage.back)}
    said = (BOTH if words["verdict"] == words["other"] else EACH).format(**words)
    if activation == "relu" and passage.dead[-1]:
        said += DEAD.format(count=passage.dead[-1], width=width)
    if activation == "tanh" and (passage.saturated[0] or passage.saturated[-1]):
        said += SATURATED.format(first=passage.saturated[0], last=passage.saturated[-1], width=width)
    return said


def numbers(passage, width, activation, prefix=""):
    """{name: text} of a Passage."""
    layers = len(passage.dead)
    roots = {"there": passage.there ** (1 / layers), "back": passage.back ** (1 / layers)}
    found = {
        "there": BECOMES.format(times=passage.there),
        "back": BECOMES.format(times=passage.back),
        "each layer": TIMES.format(**roots),
    }
    if activation == "relu":
        found["dead, last layer"] = COUNT.format(count=passage.dead[-1], width=width)
    if activation == "tanh":
        found["saturated, last"] = COUNT.format(count=passage.saturated[-1], width=width)
    return {prefix + key: text for key, text in found.items()}
