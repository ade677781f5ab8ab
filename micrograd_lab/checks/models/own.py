"""Slips of one operation alone: {operation: (name, what it is, what to try, send)}."""

from . import sending as send

BRACKETS = "At {op} brackets are missing: "
BY_SELF = "At * you multiply by self.grad, what the input has got so far. What comes in from the output is out.grad."
GRAD = "At {op} the slope is made of a gradient where data is meant: it is {right}."
BY_GRAD = "At a * you multiply by the other operand's grad. The local derivative is the other operand's data."

OWN = {
    "*": (
        ("self.grad for out.grad in *", BY_SELF, "write out.grad in both lines.", send.by_self_grad),
        ("uses other.grad", BY_GRAD, "write other.data * out.grad.", send.by_other_grad_at(0)),
        ("uses other.grad", BY_GRAD, "write self.data * out.grad.", send.by_other_grad_at(1)),
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
            "At relu you ask whether the gradient is positive, and add 1. Whether the gate is open is a question of "
            "the data, and what passes is out.grad.",
            "write (out.data > 0) * out.grad.",
            send.relu_by_upstream,
        ),
        (
            "relu tests self.grad",
            "At relu you ask whether the input's gradient is positive. Whether the gate is open is for data to say.",
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
        (
            "grad for data in exp",
            GRAD.format(op="exp", right="exp(x), which is out.data"),
            "write out.data * out.grad.",
            send.each(lambda slope, g, v, i: g * g),
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
            "At x**k brackets are missing, and the factor k: in `x ** k - 1 * g` Python takes x ** k, and then "
            "subtracts 1 * g.",
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
            "grad for data in log",
            GRAD.format(op="log", right="1 / self.data"),
            "write out.grad / self.data.",
            send.each(lambda slope, g, v, i: g / i.grad),
        ),
        (
            "divides by upstream in log",
            "At log out.grad stands below the line. What arrives is a factor: out.grad times 1 / x.",
            "write out.grad / self.data.",
            send.each(lambda slope, g, v, i: 1 / (i.data * g)),
        ),
    ),
}
