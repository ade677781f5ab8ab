"""What the gradients of 5.2 and 5.5 show by themselves, whoever has made them: 0 everywhere, or words of an error."""

from ..judge import Misconception, raised


def _all_zero(result):
    return all(x == 0 for name, x in result.items() if name[:1] != "_" and name != "between")


def _only_the_seed(result):
    """1 at the output, 0 elsewhere, and nothing else at any time."""
    grads = {name: x for name, x in result.items() if name[:1] != "_" and name != "between"}
    return all(x == (1 if name == "y" else 0) for name, x in grads.items()) and result["_set"] <= 1


FACTS = (
    Misconception(
        "gradients returned",
        None,
        "Your function gives something back, and no Number has a gradient: they are to stand in the Numbers' own grad.",
        "put them there: v.grad = ..., for every node. Nothing needs to be returned.",
        seen=lambda case, result: _all_zero(result) and "_gives" in result,
    ),
    Misconception(
        "no seed",
        None,
        "All gradients are 0, and none was ever anything else: nothing was there to send. The derivative of the output "
        "by itself is 1.",
        "set the output's grad to 1.0 before the loop.",
        seen=lambda case, result: _all_zero(result) and result["_set"] == 0,
    ),
    Misconception(
        "wiped out",
        None,
        "There were gradients, and in the end all are 0.",
        "look for the line that sets grad to 0 after something has arrived.",
        seen=lambda case, result: _all_zero(result) and result["_set"] > 0,
    ),
    Misconception(
        "the output sends nothing",
        None,
        "The output has 1, and all others stayed 0. That has several causes: the output had no turn, as where the "
        "order is empty or stops half way; a node takes from its inputs, v.grad += partial * i.grad, in place of "
        "sending to them; or *= multiplies the 0 that is there.",
        "print the length of the order that you walk, and in the output's turn what is added, and to whose grad.",
        seen=lambda case, result: _only_the_seed(result),
    ),
    Misconception(
        "nothing to call",
        None,
        "What you call is not there. A Number's own step back is called `_backward()`, with an underscore in front.",
        "in v's turn call v._backward(), or add partial * v.grad to each input's grad.",
        seen=raised("AttributeError", ("attribute '_backward'", "attribute 'backward'")),
    ),
    Misconception(
        "all partials at once",
        None,
        "`partials` is a tuple, one local derivative per input. A tuple can't be multiplied by a gradient.",
        "take them one by one: for i, partial in zip(v.inputs, v.partials).",
        seen=raised("TypeError", ("can't multiply sequence by", "'tuple' and 'float'", "'float' and 'tuple'")),
    ),
)
