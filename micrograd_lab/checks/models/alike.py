"""The same slip in several operations at once: {kind: (name, what it is, what to try, send)}."""

from . import sending as send
from .kinds import LOOK

SHORT = "You add local derivatives alone. What has arrived from the output is missing."

OF_SOME = {
    "alone": (
        "without upstream",
        SHORT,
        "multiply each local derivative by out.grad.",
        send.each(lambda s, g, v, i: s),
    ),
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
