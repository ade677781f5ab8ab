"""What is said of right slopes that are sent in a wrong way, in one operation or in several."""

from . import sending as send

ALONE = "At {op} you add the slope alone. What has arrived from the output is missing: that shows as soon as it is not 1."
TIMES = "multiply the slope by out.grad."
BRACKETS = "At {op} brackets are missing: "
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
TWICE = "In {shown} with the same value on both sides, it is counted once. It moves the result from both sides: two shares."
BY_SELF = "At * you multiply by self.grad, what the input has got so far. " + ARRIVED
GRAD = "At {op} the slope is made of a gradient where data is meant: it is {right}."
BY_GRAD = "At a * you multiply by the other operand's grad. The local derivative is the other operand's data."

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
        "At {op} the second share is made of the first: what arrived has been changed before it was used again.",
        "leave out.grad as it is, and multiply it by each slope anew.",
        send.used_up,
        2,
    ),
    (
        "upstream used up in {op}",
        "At {op} out.grad itself is changed, and the second share is made of what is left. It has arrived once, for both.",
        "leave out.grad as it is, and multiply it by each slope anew.",
        send.used_up_in_place,
        2,
    ),
    ("used twice, counted once", TWICE, "add to self, then to other, also where they are the same.", send.once, 2),
)

# Slips of one operation alone: {operation: the same}
OWN = {
    "*": (
        ("self.grad for out.grad in *", BY_SELF, "write out.grad in both lines.", send.by_self_grad),
        ("self.grad for out.grad in *", BY_SELF, "write out.grad in both lines.", send.by_self_grad_first),
        ("uses other.grad", BY_GRAD, "write other.data * out.grad.", send.by_other_grad),
        ("uses other.grad", BY_GRAD, "write other.data * out.grad.", send.by_other_grad_in_turn),
        ("uses other.grad", BY_GRAD, "write other.data * out.grad.", send.by_other_grad_kept),
    ),
    "relu": (
        (
            "relu tests out.grad",
            "At relu you ask whether the gradient is positive. Whether the gate is open is a question of the data.",
            "test out.data > 0 or self.data > 0.",
            send.relu_of_upstream,
        ),
        (
            "relu tests out.grad, without upstream",
            "At relu you ask whether the gradient is positive, and add 1. Whether the gate is open is a question of the "
            "data, and what passes is out.grad.",
            "write (out.data > 0) * out.grad.",
            send.relu_by_upstream,
        ),
        (
            "relu tests self.grad",
            "At relu you ask whether the input's gradient is positive. Whether the gate is open is a question of the data.",
            "test out.data > 0 or self.data > 0.",
            send.relu_by_own,
        ),
        (
            "= where it should add",
            "Where relu is open, the gradient is replaced, not added to. What was there already, from another road, is "
            "gone.",
            "write self.grad += out.grad there.",
            send.relu_replaces_open,
        ),
        (
            "relu wipes the gradient",
            "Where relu is closed, your input's gradient is set to 0. Nothing comes this way; what other roads have "
            "brought must stay.",
            "add 0 there, or do nothing.",
            send.relu_wipes,
        ),
    ),
    "exp": (
        (
            "grad for data in exp",
            GRAD.format(op="exp", right="exp(x), which is out.data"),
            "write out.data * out.grad.",
            send.each(lambda slope, g, v, i: i.grad * g),
        ),
    ),
    "tanh": (
        *(
            (
                "grad for data in tanh",
                GRAD.format(op="tanh", right="1 - out.data**2"),
                "write (1 - out.data ** 2) * out.grad.",
                send.each(share),
            )
            for share in (
                lambda slope, g, v, i: (1 - g**2) * g,
                lambda slope, g, v, i: (1 - g**2) * v.data,
                lambda slope, g, v, i: 1 - g**2,
                lambda slope, g, v, i: (1 - i.grad**2) * g,
            )
        ),
        (
            "1 - t**2 without brackets",
            BRACKETS.format(op="tanh") + "in `1 - t ** 2 * g` Python multiplies the square by g, and subtracts that "
            "from 1.",
            "write (1 - out.data ** 2) * out.grad.",
            send.each(lambda slope, g, v, i: 1 - v.data**2 * g),
        ),
        (
            "1 - x**2 without brackets",
            "At tanh brackets are missing, and the square is that of the output, not of the input.",
            "write (1 - out.data ** 2) * out.grad.",
            send.each(lambda slope, g, v, i: 1 - i.data**2 * g),
        ),
    ),
    "**": (
        *(
            (
                "grad for data in x**k",
                GRAD.format(op="x**k", right="k * self.data**(k - 1)"),
                "write k * self.data ** (k - 1) * out.grad.",
                send.each(share),
            )
            for share in (
                lambda slope, g, v, i: v.k * i.grad ** (v.k - 1) * g,
                lambda slope, g, v, i: v.k * g ** (v.k - 1) * i.data,
                lambda slope, g, v, i: v.k * g ** (v.k - 1),
            )
        ),
        (
            "k - 1 without brackets",
            "At x**k brackets are missing, and the factor k: in `x ** k - 1 * g` Python takes x ** k, and then subtracts "
            "1 * g.",
            "write k * self.data ** (k - 1) * out.grad.",
            send.each(lambda slope, g, v, i: i.data**v.k - g),
        ),
        (
            "k - 1 without brackets",
            "At x**k brackets are missing: in `x ** k - 1 * g` Python takes x ** k, and then subtracts 1 * g.",
            "write k * self.data ** (k - 1) * out.grad.",
            send.each(lambda slope, g, v, i: v.k * i.data**v.k - g),
        ),
    ),
    "log": (
        (
            "divides by upstream in log",
            "At log out.grad stands below the line. What arrives is a factor: out.grad times 1 / x.",
            "write out.grad / self.data.",
            send.each(lambda slope, g, v, i: 1 / (i.data * g)),
        ),
    ),
}

SHORT = "You add local derivatives alone. What has arrived from the output is missing."

# The same slip in several operations: {kind: (name, what it is, what to try, send)}
OF_SOME = {
    "alone": ("without upstream", SHORT, "multiply each local derivative by out.grad.", send.each(lambda s, g, v, i: s)),
    "alone at one input": (
        "without upstream at one input",
        "At operations of one input out.grad is missing. That shows as soon as it is not 1.",
        "multiply the slope by out.grad in tanh, exp, relu and ** too.",
        send.each(lambda s, g, v, i: s),
    ),
    "added": (
        "adds upstream",
        "You add what arrives to the local derivative. Along a road slopes multiply: twice as steep, then three times, "
        "is six times.",
        "write local derivative * out.grad.",
        send.each(lambda s, g, v, i: s + g),
    ),
    "passed on": (
        "without the local derivative",
        "Gradients pass through unchanged. Each operation has a local derivative for each of its inputs.",
        "multiply out.grad by the local derivative.",
        send.each(lambda s, g, v, i: g),
    ),
    "subtracted": (
        "subtracts",
        "All signs are turned round at every step back: a gradient is added to, not subtracted from.",
        "write +=.",
        send.each(lambda s, g, v, i: -s * g),
    ),
    "by out.data": (
        "times out.data",
        "You multiply by out.data, the result. What flows back is out.grad.",
        "write out.grad.",
        send.each(lambda s, g, v, i: s * v.data),
    ),
    "by self.grad": (
        "self.grad for out.grad",
        "You multiply by the input's own gradient. What comes in from the output is out.grad.",
        "write slope * out.grad.",
        send.each(lambda s, g, v, i: s * i.grad),
    ),
    "squared": (
        "out.grad twice",
        "You multiply by out.grad twice. It is a factor once: slope times upstream.",
        "write slope * out.grad.",
        send.each(lambda s, g, v, i: s * g * g),
    ),
    "nothing": (
        "nothing arrives",
        "Nothing arrives at the inputs: their gradients stay what they were. That is so where the step back is never "
        "called, adds to something else, or adds 0.",
        LOOK,
        lambda v, slopes: None,
    ),
    "replaced": (
        "= where it should add",
        "The gradient is replaced, not added to. (The check also runs this with a gradient in the inputs already.) "
        "Along another road something may have arrived before.",
        "write self.grad += ..., and the same for other.",
        send.replacing(0, 1),
    ),
    "replaced everywhere": (
        "= for +=",
        "Two roads lead to one value, and only the last counts: its gradient was replaced, not added to.",
        "write += where a gradient arrives, at both operands.",
        send.replacing(0, 1),
    ),
    "replaced in exp and **": (
        "= in exp and pow",
        "In exp and ** the gradient is replaced, not added to. All goes well until their input has another user.",
        "write += there too.",
        send.replacing(0, 1),
    ),
    "replaced in some": (
        "= in some operations",
        "In some of the operations here the gradient is replaced, not added to. What the input had got along another "
        "road is lost.",
        "write += in each of them, at both operands.",
        send.replacing(0, 1),
    ),
    "wiped": (
        "zeroes before sending",
        "An operation sets its inputs' grads to 0 before it sends. What other users had sent is lost.",
        "zero gradients once, before backward, and never inside an operation.",
        send.zeroing_first,
    ),
    "first": (
        "only the first operand",
        "Only the first operand gets its gradient. Both have moved the output.",
        "write a line for other too.",
        send.only(0),
    ),
    "last": (
        "only the last operand",
        "Only the second operand gets its gradient. Both have moved the output.",
        "write a line for self too.",
        send.only(-1),
    ),
    "once": (
        "used twice, counted once",
        "A value that stands on both sides of an operation is counted once. It moves the result from both sides: two "
        "shares.",
        "add to self, then to other, also where they are the same.",
        send.once,
    ),
}
