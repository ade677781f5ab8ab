"""Lesson 8: the loop. `from micrograd_lab.checks import lesson_08 as check`."""

from ..exercise import Exercise
from ..practice import Practice
from ..summary import Lesson
from . import probe
from .judge_curves import SIX
from .judge_practice import STEP, WANTS
from .judge_tests import TESTS, right_loop
from .judge_train import TRAIN
from .sick_loops import sick_curve, treated_curve

__all__ = [
    "complete_wants",
    "diagnose_curves",
    "lesson",
    "loops",
    "mend_step",
    "right_loop",
    "sick_curve",
    "summary",
    "train",
    "treated_curve",
]

train = Exercise(
    "8.1",
    "train",
    3,
    probe.trained,
    TRAIN,
    hints=(
        "Which of the four acts needs what another one has left behind, and which of them spoils it?",
        "In each round: the loss of n; every gradient to 0.0; backward; step of n. Then hand out the loss's number and "
        "wait, which is what yield does.",
        "for n in range(steps): loss = loss_of(n); for p in parameters: p.grad = 0.0 - then loss.backward(); step(n); "
        "yield loss.data",
    ),
    keeps="train",
)

loops = Exercise(
    "8.2",
    "Break the loop",
    4,
    probe.told,
    TESTS,
    hints=(
        "If a loop forgot nothing, in which round would you see it first? If it left one parameter out, with how many?",
        "Work out by hand, or by a loop that you trust, what the losses are, and where the parameters are, after three "
        "rounds of two or three parameters; let the loss and the rate depend on n.",
        "losses = list(train(loss_of, [v, w], step, 3)), compared with those of your own train; next(rounds), and look "
        "where the parameters are then; count.",
    ),
)

complete_wants = Practice(
    "8.a",
    "Complete it: wants",
    probe.wants,
    WANTS,
    hints=("What is in w.grad when the second example begins?", "w.grad = 0.0"),
    answer="w.grad = 0.0",
)

mend_step = Practice(
    "8.b",
    "Mend it: step",
    probe.moved,
    STEP,
    hints=("What does p = ... do to the thing that was called p before?", "Change what stands in p.data."),
    answer="p.data -= lr * p.grad",
)

diagnose_curves = Practice(
    "8.c",
    "Six sick curves",
    probe.causes,
    SIX,
    hints=(
        "Which fault leaves the weights where they are, to the last digit? With which can the loss never fall?",
        "Of those that come down, compare the largest step up, where each ends with its lowest place, and how far it "
        "falls in its first 20 steps and in its last 20.",
    ),
)

lesson = Lesson("08", "The loop", (train, loops))
summary = lesson.summary
