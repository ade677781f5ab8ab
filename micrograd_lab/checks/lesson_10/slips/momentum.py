"""What can go wrong in momentum: its velocity, and the step that is made of it."""

from .common import COMMON, Shared
from .slip import Slip


def velocity(*ways):
    """Methods that make the new velocity of the old one, the gradient, the momentum and the count of the steps."""
    return [{"remember": _remembering(way)} for way in ways]


def _remembering(way):
    def remember(self, i, g):
        self.m[i] = way(self.m[i], g, self.momentum, self.t)

    return remember


def _rate_inside(self, i, g):
    self.m[i] = self.momentum * self.m[i] + self.lr * g


def _by_itself(self, i, p, before):
    p.data -= self.m[i]


def _summed(self):
    total = sum(p.grad for p in self.parameters)
    self.m[0] = self.momentum * self.m[0] + total
    for p in self.parameters:
        p.data -= self.lr * self.m[0]


def _together(self):
    for p in self.parameters:
        self.m[0] = self.momentum * self.m[0] + p.grad
    for p in self.parameters:
        p.data -= self.lr * self.m[0]


def _the_last(self):
    for i, p in enumerate(self.parameters):
        self.remember(i, p.grad)
    for p in self.parameters:
        p.data -= self.lr * self.m[-1]


def _in_the_grad(self, i, p, before):
    p.grad = self.m[i]
    p.data -= self.lr * p.grad


def _decayed(self, i, p, before):
    p.data = self.momentum * p.data - self.lr * p.grad


def _begun_anew_when_turned(self, i, g):
    self.m[i] = g if self.m[i] * g < 0 else self.momentum * self.m[i] + g


def _forgotten_each_step(self):
    self.m = Shared()


ONE = "keep a list of velocities, one for each parameter, and let each be changed by its own gradient alone."
SHARE = (
    "Your velocity takes `1 - momentum` of the gradient. That is another convention, a running mean, and its steps are "
    "shorter by that factor. Here, as in PyTorch, the gradient counts whole."
)
HALF = "momentum * velocity + p.grad, where the velocity is the old one."

# (name, says, tries, ways to write it)
WAYS = (
    (
        "one velocity for all",
        "One velocity serves all parameters, so that the gradient of one moves the others too.",
        ONE,
        (
            {"memory": lambda self: Shared()},
            {"step": _summed},
            {"step": _together},
            {"step": _the_last},
            {"count": _forgotten_each_step},
        ),
    ),
    (
        "the velocity not kept",
        "Each step begins with a velocity of 0, so it is plain gradient descent: nothing is remembered.",
        "make the velocities in __init__, change them in step(), and look for each in the same place every time.",
        velocity(lambda v, g, k, t: g),
    ),
    ("a share of the gradient", SHARE, "add the gradient itself.", velocity(lambda v, g, k, t: k * v + (1 - k) * g)),
    (
        "a share of the gradient, after the first",
        SHARE,
        "add the gradient itself.",
        velocity(lambda v, g, k, t: g if t == 1 else k * v + (1 - k) * g),
    ),
    (
        "the shares swapped",
        "The momentum is on the gradient, and `1 - momentum` on the velocity.",
        HALF,
        velocity(lambda v, g, k, t: (1 - k) * v + k * g, lambda v, g, k, t: (1 - k) * v + g),
    ),
    (
        "the velocity of the step before",
        "The data is moved by the velocity as it was before this step's gradient.",
        "change the velocity first, and then move the data by it.",
        ({"way": lambda self, i, g, before: before[0]},),
    ),
    (
        "the rate inside the velocity",
        "The rate is inside the velocity. As long as lr stays that is the same; once it is changed, the way that is "
        "remembered goes on at the old rate.",
        "keep velocities without the rate, and multiply by self.lr where p.data is moved.",
        ({"remember": _rate_inside, "move": _by_itself},),
    ),
    (
        "the rate twice",
        "The rate is inside the velocity, and multiplied once more where the data is moved.",
        "multiply by self.lr once, where p.data is moved.",
        ({"remember": _rate_inside},),
    ),
    (
        "nothing is forgotten",
        "The velocity is the sum of all gradients: the momentum, by which the old ones fade, is left out.",
        HALF,
        velocity(lambda v, g, k, t: v + g),
    ),
    (
        "momentum on the gradient",
        "The momentum multiplies the gradient too, or alone. It is for the old velocity.",
        HALF,
        velocity(lambda v, g, k, t: v + k * g, lambda v, g, k, t: k * (v + g), lambda v, g, k, t: k * g),
    ),
    (
        "the gradient taken off",
        "The old velocity and the gradient have opposite signs: what is remembered pulls the other way.",
        "momentum * velocity + p.grad, and that is taken off p.data.",
        velocity(lambda v, g, k, t: g - k * v),
    ),
    (
        "a step ahead",
        "That is Nesterov's momentum: it moves by what the velocity would be one step later. It is a good one, but "
        "another one.",
        "move the data by the new velocity itself.",
        ({"way": lambda self, i, g, before: self.momentum * self.m[i] + g},),
    ),
    (
        "the gradient once more",
        "The gradient counts twice: it is in the velocity, and the data is moved by it once more.",
        "move the data by the velocity alone.",
        ({"way": lambda self, i, g, before: self.m[i] + g},),
    ),
    (
        "the old velocity counted twice",
        "What is remembered counts once in the new velocity, and once more where the data is moved.",
        "move the data by the new velocity alone.",
        ({"way": lambda self, i, g, before: self.m[i] + before[0]},),
    ),
    (
        "the velocity in the grad",
        "The steps are right, but the velocity has been put into p.grad, which is not yours to change.",
        "keep the velocities in a list of your own.",
        ({"move": _in_the_grad},),
    ),
    (
        "momentum on the data",
        "The momentum multiplies the data itself, so each step draws it towards 0.",
        "keep a velocity beside the data, and let the momentum multiply that.",
        ({"move": _decayed},),
    ),
    (
        "always 0.9",
        "The momentum is 0.9 whatever it is made with.",
        "keep what __init__ is given, and use that.",
        ({"remember": _remembering(lambda v, g, k, t: 0.9 * v + g)},),
    ),
    (
        "begun anew when it turns",
        "The velocity is given up as soon as the gradient turns against it.",
        HALF,
        ({"remember": _begun_anew_when_turned},),
    ),
    (
        "the power of the momentum",
        "The momentum is raised to the number of the step, so the velocity is forgotten more and more.",
        "multiply the velocity by self.momentum once in each step.",
        velocity(lambda v, g, k, t: k**t * v + g),
    ),
)
SLIPS = (*COMMON, *(Slip(name, says, tries, methods) for name, says, tries, written in WAYS for methods in written))
