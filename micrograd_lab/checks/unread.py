"""What is told of a class that keeps what is looked for under a name of its own: which one, and no misconception."""

from ..valuelike import INPUTS, PARTIALS, named

HELD = {
    "inputs": "Your class may well remember what it was made from: values stand in {attributes}. The check looks for "
    "them under other names, the first it finds of {names}.",
    "local derivatives": "Your class may well keep its local derivatives: a number for each input stands in "
    "{attributes}. The check looks for them under other names, the first it finds of {names}; or for a `_backward` in "
    "each result.",
    "a step back": "Your values have {attributes}. The check looks for a `_backward` in each result, or for local "
    "derivatives beside the inputs, the first it finds of {names}; or for a `backward()` of the class.",
}
TRY = {
    "inputs": "call it `inputs`, a tuple: self.inputs = (self, other) in what + and * make.",
    "local derivatives": "call it `partials`, a tuple with one number for each input.",
    "a step back": "give each result its step: out._backward = _backward.",
}
NAMES = {"inputs": INPUTS, "local derivatives": PARTIALS, "a step back": PARTIALS}


def is_unread(found):
    return isinstance(found, dict) and "unread" in found


def otherwise(case, found):
    """(what is wrong, what to try) where a result says which attributes were seen; ("", "") of any other."""
    if not is_unread(found):
        return "", ""
    wanted = found["wanted"]
    return HELD[wanted].format(attributes=named(found["unread"]), names=", ".join(NAMES[wanted])), TRY[wanted]


def in_words(found):
    """The result in words."""
    if found["wanted"] == "a step back":
        return "a Value without a step back"
    return "a Value whose {wanted} stand under no known name".format(wanted=found["wanted"])
