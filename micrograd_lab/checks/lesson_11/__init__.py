"""Lesson 11: keep the signal alive. `from micrograd_lab.checks import lesson_11 as check`."""

from ..exercise import Exercise
from ..practice import Practice
from ..summary import Lesson
from . import probe
from .examine import examine, patient
from .judge_dead import DEAD
from .judge_init import INIT
from .judge_practice import BEGIN, SUM
from .judge_treat import TREAT
from .ward import PATIENTS

__all__ = [
    "PATIENTS",
    "complete_sum",
    "dead",
    "examine",
    "init",
    "lesson",
    "mend_begin",
    "patient",
    "summary",
    "treat",
]

init = Exercise(
    "11.1",
    "init",
    3,
    probe.init,
    INIT,
    hints=(
        "By how much does the spread of a sum grow, if it has nin products, and what makes up for that?",
        "One number is random.gauss(0, spread). A row holds nin of them, each drawn anew, and there are nout rows. The "
        "spread is the gain divided by nin ** 0.5.",
        "gain = 2**0.5 if activation == 'relu' else 1.0, and then "
        "[[random.gauss(0, gain / nin**0.5) for _ in range(nin)] for _ in range(nout)].",
    ),
    keeps="init",
)

dead = Exercise(
    "11.2",
    "dead",
    2,
    probe.dead,
    DEAD,
    hints=(
        "What do you have to know of a unit to be sure that it is dead, and which answers tell you that?",
        "Go through the units with enumerate, and ask of each whether all of its answers are 0.",
        "[unit for unit, answers in enumerate(outputs) if all(a == 0 for a in answers)].",
    ),
)

treat = Exercise(
    "11.3",
    "The ward",
    5,
    probe.treat,
    TREAT,
    hints=(
        "Which number of a patient's instruments is not what it would be in a network that learns? Look at the column "
        "on the left first, then at the layers from left to right, and last at the losses.",
        "Equal rows and small weights want new weights, dead units other biases, large inputs a division, and a rate "
        "that is too high a lower one. Which of them fits whom?",
        "if name == 'Ben': patient['biases'] = [[0.0 for _ in layer] for layer in patient['biases']]; return 'dead "
        "units', patient. For new weights: init(len(rows[0]), len(rows), 'relu') for each layer's rows.",
    ),
)

complete_sum = Practice(
    "11.a",
    "Complete it: a sum of products",
    probe.spread_of_sum,
    SUM,
    hints=(
        "How many times as large was the spread of 100 products as that of one, and how many times that of 400?",
        "10 and 20: which function of 100 and of 400 is that?",
        "nin**0.5",
    ),
    answer="return w * x * nin**0.5",
)

mend_begin = Practice(
    "11.b",
    "Mend it: the same start again",
    probe.begin,
    BEGIN,
    hints=(
        "How often is random.Random(seed) made, and what does it give first, each time?",
        "It has to be made once, for all units together.",
    ),
    answer="chance = random.Random(seed) stands before the loop",
)

lesson = Lesson("11", "Keep the signal alive", (init, dead, treat))
summary = lesson.summary
