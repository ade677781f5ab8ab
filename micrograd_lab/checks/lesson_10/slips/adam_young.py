"""What can go wrong in Adam where it makes up for two means that begin at 0."""

from . import adam_ways as ways

MADE_UP = "divide m by 1 - beta1**t, and v by 1 - beta2**t, in two new names."

# (name, says, tries, ways to write it)
YOUNG = (
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
        "begun at the first gradient",
        "m and v begin at the first gradient and at its square, and nothing is divided. The first step is right; from "
        "then on the first gradient counts for too much.",
        "let both begin at 0, and divide m by 1 - beta1**t, and v by 1 - beta2**t, in two new names.",
        ({"remember": ways.begun_at_first, **ways.young(ways.one)},),
    ),
)
