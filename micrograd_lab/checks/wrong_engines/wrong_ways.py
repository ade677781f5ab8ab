"""Engines whose local derivatives are right: what they do with them is not."""

from . import order, send
from .engine import but

TWICE = "A value with two users sent twice: the second time it sent all it held, and with it what it had sent before."
EARLY = "A value sent before all of its gradient had arrived. What came later was never sent on."
WAIT = "let a value send once, when all of its users have: walk a topological order in reverse."

WAYS = (
    # What reflected forms make
    but(
        "rsub is self - other",
        "Mirror Minus",
        "Which operand of a minus has not been a plain number yet?",
        "2 - a came out as a - 2. In the reflected form self stands on the right.",
        "return other - self, with other wrapped, or other + (-self).",
        swaps=("rdiv",),
    ),
    but(
        "rdiv is self / other",
        "Mirror Slash",
        "Which operand of a slash has not been a plain number yet?",
        "6 / a came out as a / 6. In the reflected form self stands on the right.",
        "return other / self, with other wrapped, or other * self**-1.",
        swaps=("rsub",),
    ),
    # How values send
    but(
        "= for +=",
        "Forgetful",
        "Use one number twice.",
        "Two roads lead to one value, and only the last counts: its gradient was replaced, not added to.",
        "write += where a gradient arrives, at both operands.",
        send=send.replacing,
    ),
    but(
        "= in exp and pow",
        "The Lecture's Slip",
        "It forgets only in two operations. Use one number twice, and let those be among its users.",
        "In exp and ** the gradient is replaced, not added to. All goes well until their input has another user.",
        "write += there too.",
        send=send.replacing_in_exp_and_pow,
    ),
    but(
        "zeroes before sending",
        "Clean Sweep",
        "a + a is no trouble for it. Let two different operations use the same number.",
        "An operation sets its inputs' grads to 0 before it sends. What other users had sent is lost.",
        "zero gradients once, before backward, and never inside an operation.",
        send=send.zeroing_first,
    ),
    but(
        "without upstream",
        "Short Sight",
        "Two operations in a row that both have a slope other than 1.",
        "You add local derivatives alone. What has arrived from the output is missing.",
        "multiply each local derivative by out.grad.",
        send=send.slopes_alone,
    ),
    but(
        "without upstream at one input",
        "Half Short Sight",
        "Let an operation of one input not be the last one, and multiply after it.",
        "At operations of one input out.grad is missing. That shows as soon as it is not 1.",
        "multiply the slope by out.grad in tanh, exp, relu and ** too.",
        send=send.slopes_alone_where_one_input,
    ),
    but(
        "adds upstream",
        "Plus for Times",
        "Two operations in a row that both have a slope other than 1.",
        "You add what arrives to the local derivative. Along a road slopes multiply: twice as steep, then three times, "
        "is six times.",
        "write local derivative * out.grad.",
        send=send.adding_upstream,
    ),
    but(
        "without the local derivative",
        "Plain Pipe",
        "Anything but a sum.",
        "Gradients pass through unchanged. Each operation has a local derivative for each of its inputs.",
        "multiply out.grad by the local derivative.",
        send=send.upstream_alone,
    ),
    but(
        "only the last operand",
        "The Other Arm",
        "Look at the gradients of all inputs.",
        "Only the second operand gets its gradient. Both have moved the output.",
        "write a line for self too.",
        send=send.to_the_last_alone,
    ),
    but(
        "only the first operand",
        "One-Armed",
        "Look at the gradients of all inputs.",
        "Only the first operand gets its gradient. Both have moved the output.",
        "write a line for other too.",
        send=send.to_the_first_alone,
    ),
    # Where they start
    but(
        "no seed",
        "Silent Start",
        "Anything.",
        "All gradients are 0: nothing was there to send. The derivative of the output by itself is 1.",
        "set self.grad = 1.0 first.",
        seed=lambda root: 0.0,
    ),
    but(
        "starts from the output's data",
        "Loud Start",
        "Anything whose result is not 1.",
        "All gradients are too large by the same factor, the output's data. The output's own gradient is 1.",
        "set self.grad = 1.0 first.",
        seed=lambda root: root.data,
    ),
    # In which order
    but(
        "leaves first",
        "Early Bird",
        "Two operations in a row.",
        "Only the output has sent something. When the others had their turn, nothing had arrived yet.",
        "walk the topological order in reverse, the output first.",
        order=order.leaves_first,
    ),
    but(
        "just recurse",
        "Just Recurse",
        "A leaf used twice is no trouble for it. Use a result twice.",
        TWICE,
        WAIT,
        order=order.recursive,
    ),
    but(
        "just recurse, last input first",
        "Just Recurse, Backwards",
        "A leaf used twice is no trouble for it. Use a result twice.",
        TWICE,
        WAIT,
        order=order.recursive_last_first,
    ),
    but(
        "recurse once",
        "Once Is Enough",
        "Use a result twice. The shorter road should come first.",
        EARLY,
        WAIT,
        order=order.once,
    ),
    but(
        "recurse once, last input first",
        "Once Is Enough, Backwards",
        "Use a result twice. The longer road should come first.",
        EARLY,
        WAIT,
        order=order.once_last_first,
    ),
    but(
        "level by level",
        "Floor by Floor",
        "Use a result twice, on roads of different length: then it stands on two floors.",
        EARLY,
        WAIT,
        order=order.level_by_level,
    ),
    but(
        "level by level, again for each user",
        "Floor by Floor, Again",
        "Use a result twice.",
        TWICE,
        WAIT,
        order=order.level_by_level_again,
    ),
)
