"""What is said of right slopes that are sent in a wrong way, in one operation."""

from . import sending as send

ALONE = (
    "At {op} you add the slope alone. What has arrived from the output is missing: that shows as soon as it is not 1."
)
TIMES = "multiply the slope by out.grad."
ARRIVED = "What comes in from the output is out.grad."
NOTHING = (
    "The inputs of {op} get nothing: their gradients stay what they were. That is so where the step back is never "
    "called, adds to something else, or adds 0."
)
LOOK = "print out.grad in `_backward`, and what it adds; see that out holds it: out._backward = _backward."
REPLACED = (
    "At {op} the gradient is replaced, not added to. What was there already, from another road, is gone. (The check "
    "also runs this with a gradient in the inputs already.)"
)
TWICE = (
    "In {shown} with the same value on both sides, it is counted once. It moves the result from both sides: two shares."
)

# (name, what it is, what to try, send, of how many inputs an operation it is: 0 for any)
KINDS = (
    ("without upstream in {op}", ALONE, TIMES, send.each(lambda slope, g, v, i: slope), 0),
    (
        "adds upstream",
        "At {op} you add what arrives to the slope. Along a road slopes multiply.",
        "write slope * out.grad.",
        send.each(lambda slope, g, v, i: slope + g),
        0,
    ),
    (
        "without the local derivative",
        "At {op} the gradient passes through unchanged. Its slope is {right}.",
        "write {code}.",
        send.each(lambda slope, g, v, i: g),
        0,
    ),
    (
        "subtracts",
        "At {op} the gradients have the wrong sign. The slope is {right}.",
        "write {code}.",
        send.each(lambda slope, g, v, i: -slope * g),
        0,
    ),
    (
        "twice the slope in {op}",
        "At {op} the gradients are twice what they should be. The slope is {right}.",
        "write {code}, once.",
        send.each(lambda slope, g, v, i: 2 * slope * g),
        0,
    ),
    (
        "half the slope in {op}",
        "At {op} the gradients are half of what they should be. The slope is {right}.",
        "write {code}.",
        send.each(lambda slope, g, v, i: slope * g / 2),
        0,
    ),
    (
        "times out.data",
        "At {op} you multiply by out.data, the result. " + ARRIVED,
        "write out.grad.",
        send.each(lambda slope, g, v, i: slope * v.data),
        0,
    ),
    (
        "upstream times out.data in {op}",
        "At {op} you multiply by out.data as well. " + ARRIVED,
        "write {code}.",
        send.each(lambda slope, g, v, i: slope * g * v.data),
        0,
    ),
    (
        "self.grad for out.grad in {op}",
        "At {op} you multiply by the input's own gradient. " + ARRIVED,
        "write {code}.",
        send.each(lambda slope, g, v, i: slope * i.grad),
        0,
    ),
    (
        "out.grad twice in {op}",
        "At {op} you multiply by out.grad twice. It is a factor once: slope times upstream.",
        "write {code}.",
        send.each(lambda slope, g, v, i: slope * g * g),
        0,
    ),
    (
        "divides by upstream in {op}",
        "At {op} you divide by out.grad. Along a road slopes multiply.",
        "write {code}.",
        send.each(lambda slope, g, v, i: slope / g),
        0,
    ),
    (
        "adds 1 in {op}",
        "At {op} each input gets 1, whatever has arrived and whatever the slope is.",
        "write {code}.",
        send.each(lambda slope, g, v, i: 1.0),
        0,
    ),
    (
        "*= where it should add",
        "At {op} the input's gradient is multiplied by its share. Shares add up.",
        "write +=.",
        send.multiplying,
        0,
    ),
    ("nothing arrives", NOTHING, LOOK, lambda v, slopes: None, 0),
    ("= where it should add", REPLACED, "write +=.", send.replacing(0, 1), 0),
    ("= where it should add", REPLACED, "write +=, for self as for other.", send.replacing(0), 2),
    ("= where it should add", REPLACED, "write +=, for other as for self.", send.replacing(1), 2),
    ("= where it should add", REPLACED + " And out.grad is missing.", "write {code}.", send.replaced_alone, 0),
    (
        "= where it should add",
        REPLACED + " And the slope is missing: it is {right}.",
        "write {code}.",
        send.replaced_passing,
        0,
    ),
    (
        "upstream used up in {op}",
        "At {op} out.grad is 0 before the second share is made. It has arrived once, for both.",
        "leave out.grad as it is.",
        send.wiped_between,
        2,
    ),
    (
        "zeroes before sending",
        "At {op} the inputs' gradients are set to 0 first. What other roads had brought is lost.",
        "add, and set nothing to 0 within a step.",
        send.zeroing_first,
        0,
    ),
    (
        "only the first operand",
        "At {op} only the first operand gets its gradient. Both have moved the output.",
        "write a line for other too.",
        send.only(0),
        2,
    ),
    (
        "only the last operand",
        "At {op} only the second operand gets its gradient. Both have moved the output.",
        "write a line for self too.",
        send.only(1),
        2,
    ),
    (
        "both shares to self",
        "At {op} the first operand gets both shares, and the second none.",
        "write one line for self, and one for other.",
        send.all_to(0),
        2,
    ),
    (
        "both shares to other",
        "At {op} the second operand gets both shares, and the first none.",
        "write one line for self, and one for other.",
        send.all_to(1),
        2,
    ),
    (
        "shares exchanged in {op}",
        "At {op} the two operands got each other's share. The slope is {right}.",
        "write {code}.",
        send.exchanged,
        2,
    ),
    (
        "upstream used up in {op}",
        "At {op} out.grad itself is changed, and the second share is made of that. It has arrived once, for both.",
        "leave out.grad as it is, and multiply it by each slope anew.",
        send.used_up_in_place,
        2,
    ),
    ("used twice, counted once", TWICE, "add to self, then to other, also where they are the same.", send.once, 2),
)
