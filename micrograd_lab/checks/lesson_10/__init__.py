"""Lesson 10: optimisers. `from micrograd_lab.checks import lesson_10 as check`."""

from ..exercise import Exercise
from ..practice import Practice
from ..summary import Lesson
from . import probe
from .judge_adam import ADAM
from .judge_club import CLUB
from .judge_momentum import MOMENTUM
from .judge_practice import LEFT, MEANS
from .judge_rate import RATE

__all__ = [
    "adam",
    "club",
    "complete_left",
    "largest_rate",
    "lesson",
    "mend_means",
    "momentum",
    "summary",
]

momentum = Exercise(
    "10.1",
    "Momentum",
    3,
    probe.steps,
    MOMENTUM,
    hints=(
        "What has to be there from one step to the next, and for how many parameters?",
        "In __init__: a list of the parameters, lr, momentum, and a list of as many velocities, all 0. In step(), for "
        "each parameter: first its new velocity, then its data.",
        "self.v[i] = self.momentum * self.v[i] + p.grad; p.data -= self.lr * self.v[i]",
    ),
    keeps="Momentum",
)

adam = Exercise(
    "10.2",
    "Adam",
    4,
    probe.steps,
    ADAM,
    hints=(
        "Which of all these numbers are there once for each parameter, which once for all, and which are gone after "
        "the step?",
        "Count first: t is 1 at the first step. Then for each parameter: m, v, both divided, in two new names, and the "
        "data. Only m and v are kept.",
        "self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad, v likewise with p.grad**2; then "
        "p.data -= self.lr * (m / (1 - self.beta1**t)) / ((v / (1 - self.beta2**t))**0.5 + self.eps)",
    ),
    keeps="Adam",
)

largest_rate = Exercise(
    "10.3",
    "The largest rate",
    3,
    probe.largest_rate,
    RATE,
    hints=(
        "You walk a little along some direction. How do the slopes tell how curved it is there, and in which direction "
        "is it curved most?",
        "The change of the slopes along a way points more to the steep side than the way did. So go along that change, "
        "measure again, and so on: it ends at the steepest, and how long the change is by then is the curvature.",
        "Again and again: way = way divided by its length; way = gradient(place + way) - gradient(place), number by "
        "number. Then 2 divided by the length of way.",
    ),
)

club = Exercise(
    "10.4",
    "Your own club",
    4,
    probe.rounds,
    CLUB,
    hints=(
        "The steepest curvature is 20 at most. Which rate do all six landscapes bear, and how many steps does the "
        "flattest direction need at that rate, without memory and with?",
        "A memory that is too long runs over the hole, and one that is too short is slow. Try a momentum of 0.8 or "
        "0.9, or Adam with lr near 0.5, on a bowl that you write yourself.",
        "class Club(Momentum), whose __init__(self, parameters, lr=0.05) calls "
        "super().__init__(parameters, lr, momentum=0.8)",
    ),
)

complete_left = Practice(
    "10.a",
    "Complete it: left",
    probe.left,
    LEFT,
    hints=(
        "You are 10 away, the curvature is 25, the rate 0.01. How large is the slope, how long the step, and which "
        "share of the 10 is that?",
        "The step is rate * curvature * way.",
        "rate * curvature",
    ),
    answer="return 1 - rate * curvature",
)

mend_means = Practice(
    "10.b",
    "Mend it: means",
    probe.means,
    MEANS,
    hints=(
        "What does it give for 5, 5, and what is m after the second 5?",
        "m began at 0. After one step that 0 counts for beta, after two for beta * beta. All else is what has come.",
        "1 - beta**t",
    ),
    answer="found.append(m / (1 - beta**t))",
)

lesson = Lesson("10", "Fewer steps", (momentum, adam, largest_rate, club))
summary = lesson.summary
