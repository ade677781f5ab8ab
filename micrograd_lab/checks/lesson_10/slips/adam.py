"""What can go wrong in Adam: its two means, what makes up for their beginning at 0, and the step."""

from . import adam_ways as ways
from .adam_young import YOUNG
from .common import COMMON
from .slip import Slip

BESIDE = "v_hat**0.5 + eps."
OWN = "keep m and v in two lists, with a number for each parameter."
MEANS = "beta1 * m + (1 - beta1) * g, and beta2 * v + (1 - beta2) * g**2."

# (name, says, tries, ways to write it)
WAYS = (
    (
        "eps under the root",
        "eps is under the root, where its own root is added in effect: of 1e-8 that is 1e-4.",
        BESIDE,
        (ways.stepping(lambda m, v, eps: m / (v + eps) ** 0.5),),
    ),
    (
        "eps before the correction",
        "eps is added to the root of v before that is corrected. Some write it so, but it is another convention.",
        BESIDE,
        ({"way": ways.early},),
    ),
    (
        "no eps",
        "eps is left out. Where all gradients of a parameter have been 0, you divide 0 by 0.",
        BESIDE,
        (ways.stepping(lambda m, v, eps: m / v**0.5),),
    ),
    (
        "eps as the least",
        "eps is the least that you divide by. Asked is the root with eps added, always.",
        BESIDE,
        (ways.stepping(lambda m, v, eps: m / max(v**0.5, eps)),),
    ),
    (
        "no eps, but a question",
        "eps is left out: where v is above 0 you divide by its root alone, and otherwise nothing moves.",
        BESIDE,
        (ways.stepping(lambda m, v, eps: m / v**0.5 if v > 0 else 0.0),),
    ),
    (
        "the root before the correction",
        "The root of v is taken first, and then it is divided by 1 - beta2**t. That belongs under the root.",
        "divide v by 1 - beta2**t first, and take the root of that.",
        (ways.rooted(lambda v, other: v**0.5 / other),),
    ),
    (
        "eps taken off",
        "eps is taken off the root, not added to it.",
        BESIDE,
        (ways.stepping(lambda m, v, eps: m / (v**0.5 - eps)),),
    ),
    (
        "no root",
        "You divide by v itself. A gradient that is twice as large then makes a step that is half as long.",
        BESIDE,
        (ways.stepping(lambda m, v, eps: m / (v + eps)),),
    ),
    (
        "the gradient not squared",
        "v is a mean of the gradients, not of their squares. Where they are below 0 it has no root.",
        "(1 - beta2) * g**2.",
        (ways.remembering(v=lambda v, g, b: b * v + (1 - b) * g),),
    ),
    (
        "the size, not the square",
        "v is a mean of the gradients' sizes, and then a root is taken of it. Asked are their squares.",
        "(1 - beta2) * g**2.",
        (ways.remembering(v=lambda v, g, b: b * v + (1 - b) * abs(g)),),
    ),
    (
        "the square of the mean",
        "v is made of m's square. Asked is that of the gradient: what changes its sign all the time has a small mean "
        "and large squares.",
        "(1 - beta2) * g**2.",
        ({"remember": ways.square_of_mean}, {"remember": ways.squared_mean}),
    ),
    (
        "the mean size, without a root",
        "v is a mean of the gradients' sizes, and no root is taken. Asked is the root of a mean of their squares.",
        "(1 - beta2) * g**2, and its root where you divide.",
        ({**ways.remembering(v=lambda v, g, b: b * v + (1 - b) * abs(g)), **ways.unrooted},),
    ),
    (
        "the betas swapped",
        "beta1 is for m and beta2 for v: you have them the other way round.",
        MEANS,
        (ways.betas("beta2", "beta1"),),
    ),
    (
        "one beta for both",
        "Both means go by the same beta.",
        MEANS,
        (ways.betas("beta1", "beta1"), ways.betas("beta2", "beta2")),
    ),
    (
        "the shares swapped",
        "What is remembered takes the small share, `1 - beta`, and the new gradient the large one.",
        MEANS,
        (
            ways.remembering(lambda m, g, b: (1 - b) * m + b * g, lambda v, g, b: (1 - b) * v + b * g * g),
            ways.remembering(m=lambda m, g, b: (1 - b) * m + b * g),
            ways.remembering(v=lambda v, g, b: (1 - b) * v + b * g * g),
        ),
    ),
    (
        "no share for the new one",
        "The new gradient counts whole, so m or v is no mean but a sum that fades.",
        MEANS,
        (
            ways.remembering(lambda m, g, b: b * m + g, lambda v, g, b: b * v + g * g),
            ways.remembering(m=lambda m, g, b: b * m + g),
            ways.remembering(v=lambda v, g, b: b * v + g * g),
        ),
    ),
    (
        "nothing is forgotten",
        "v is the sum of all squares, so that the steps become shorter and shorter. (That is Adagrad's.)",
        MEANS,
        (ways.remembering(v=lambda v, g, b: v + g * g), ways.remembering(v=lambda v, g, b: v + (1 - b) * g * g)),
    ),
    (
        "the gradient, not its mean",
        "You step by the gradient itself, divided by its size so far. (That is RMSprop's, or near it.) m is not used.",
        "divide m, corrected, by the root of v.",
        (
            {"way": lambda self, i, g, before: g / ((self.v[i] / self.young()[1]) ** 0.5 + self.eps)},
            {"way": lambda self, i, g, before: g / (self.v[i] ** 0.5 + self.eps)},
        ),
    ),
    (
        "m alone",
        "You step by m, corrected, and do not divide by the root of v. So there is one rate for all again.",
        "divide by the root of v, corrected, plus eps.",
        (
            {"way": lambda self, i, g, before: self.m[i] / self.young()[0]},
            {"way": lambda self, i, g, before: self.m[i]},
        ),
    ),
    (
        "m and v of the step before",
        "The step is made of what was remembered before this gradient came.",
        "change m and v first, and then step by them.",
        (ways.old(True, True), ways.old(True, False), ways.old(False, True)),
    ),
    (
        "the corrected ones kept",
        "What is corrected is put back into m or v, so the next step corrects it once more.",
        "use two new names for what is divided, and keep m and v as they were.",
        (ways.kept(True, True), ways.kept(True, False), ways.kept(False, True)),
    ),
    (
        "one memory for all",
        "m or v is one number for all parameters, so that the gradient of one counts for the others.",
        OWN,
        (ways.shared(True, True), ways.shared(True, False), ways.shared(False, True)),
    ),
    (
        "m and v not kept",
        "m and v begin at 0 in each step: nothing is remembered.",
        "make them in __init__, and change them in step().",
        ({"count": ways.anew},),
    ),
    (
        "the rate inside m",
        "The rate is inside m. As long as lr stays that is the same; once it is changed, what is remembered goes on at "
        "the old rate.",
        "multiply by self.lr where p.data is moved.",
        ({"remember": ways.rate_inside, "move": ways.by_itself},),
    ),
    (
        "always 0.9 and 0.999",
        "The betas are 0.9 and 0.999 whatever it is made with.",
        "keep what __init__ is given, and use that.",
        ({"remember": ways.fixed, "young": lambda self: (1 - 0.9**self.t, 1 - 0.999**self.t)},),
    ),
    (
        "always 1e-8",
        "eps is 1e-8 whatever it is made with.",
        "keep what __init__ is given, and use that.",
        (ways.stepping(lambda m, v, eps: m / (v**0.5 + 1e-8)),),
    ),
    (
        "the sign alone",
        "Each step is lr long, whatever has been remembered: it goes by the sign of the gradient.",
        "divide m, corrected, by the root of v, corrected, plus eps.",
        ({"way": lambda self, i, g, before: g / (abs(g) + self.eps)},),
    ),
)
SLIPS = (
    *COMMON,
    *(Slip(name, says, tries, methods) for name, says, tries, written in (*YOUNG, *WAYS) for methods in written),
)
