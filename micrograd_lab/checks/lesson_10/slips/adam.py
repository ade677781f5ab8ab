"""What can go wrong in Adam: its two means, what makes up for their beginning at 0, and the step."""

from . import adam_ways as ways
from .common import COMMON
from .slip import Slip

MADE_UP = "divide m by 1 - beta1**t, and v by 1 - beta2**t, in two new names."
BESIDE = "v_hat**0.5 + eps."
OWN = "keep m and v in two lists, with a number for each parameter."
MEANS = "beta1 * m + (1 - beta1) * g, and beta2 * v + (1 - beta2) * g**2."

# (name, says, tries, ways to write it)
WAYS = (
    (
        "no bias correction",
        "Nothing makes up for m and v beginning at 0. So the first step is not lr long: with the usual betas it is "
        "3.16 times that, whatever the gradient.",
        MADE_UP,
        (ways.young(ways.one),),
    ),
    (
        "only m corrected",
        "v is used as it is, too small at first. So the steps are too long.",
        MADE_UP,
        (ways.off(ways.right, ways.one),),
    ),
    (
        "only v corrected",
        "m is used as it is, too small at first. So the steps are too short.",
        MADE_UP,
        (ways.off(ways.one, ways.right),),
    ),
    (
        "the corrections swapped",
        "m is divided by what belongs to v, and v by what belongs to m.",
        MADE_UP,
        ({"young": lambda self: (1 - self.beta2**self.t, 1 - self.beta1**self.t)},),
    ),
    (
        "multiplied, not divided",
        "m and v are multiplied by what they should be divided by, and so they become smaller still.",
        MADE_UP,
        (ways.young(lambda b, t: 1 / (1 - b**t)),),
    ),
    (
        "the power of the rest",
        "You divide by (1 - beta)**t. At the first step it is the same; then it becomes smaller and smaller, where it "
        "should go towards 1.",
        "raise beta to the power, and take that off 1: 1 - beta**t.",
        (ways.young(lambda b, t: (1 - b) ** t),),
    ),
    (
        "the correction of the first step",
        "You divide by 1 - beta at every step, as if each were the first.",
        "count the steps in self.t, and use beta**t.",
        (ways.young(lambda b, t: 1 - b),),
    ),
    (
        "times t, not to the power t",
        "You divide by 1 - beta * t. At the first step it is the same; then it is below 0.",
        "** is the power: 1 - beta**t.",
        (ways.young(lambda b, t: 1 - b * t),),
    ),
    (
        "the first step is 0",
        "Your t is 0 at the first step. Then 1 - beta**t is 0, and nothing can be divided by that.",
        "count before you use it: self.t += 1 at the beginning of step().",
        (ways.young(lambda b, t: 1 - b ** (t - 1)),),
    ),
    (
        "one step ahead",
        "Your t is 2 at the first step.",
        "begin with 0 and count once, at the beginning of step().",
        (ways.young(lambda b, t: 1 - b ** (t + 1)),),
    ),
    (
        "steps counted for each parameter",
        "Your t grows with each parameter, and not with each step. So all but the first are corrected too little.",
        "count once, before the loop over the parameters.",
        (ways.counts_each(),),
    ),
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
        ({"remember": ways.square_of_mean},),
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
SLIPS = (*COMMON, *(Slip(name, says, tries, methods) for name, says, tries, written in WAYS for methods in written))
