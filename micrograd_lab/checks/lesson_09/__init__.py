"""Lesson 9: moons. `from micrograd_lab.checks import lesson_09 as check`."""

from ..exercise import Exercise
from ..practice import Practice
from ..summary import Lesson
from . import probe
from .judge_accuracy import ACCURACY
from .judge_batches import BATCHES
from .judge_hinge import HINGE
from .judge_learn import LEARN
from .judge_point import POINT
from .judge_practice import MISSING, SPLIT

__all__ = [
    "accuracy",
    "batches",
    "bring_over",
    "complete_missing",
    "hinge",
    "learn",
    "lesson",
    "mend_split",
    "summary",
]

hinge = Exercise(
    "9.1",
    "hinge",
    3,
    probe.hinge,
    HINGE,
    hints=(
        "What does a score of 2.0 lack, one of 0.3, and one of -1.0, where the label is +1? And where it is -1?",
        "Label times score is what a point has; 1 less that is what it lacks, and below 0 it lacks nothing. Your Value "
        "has an operation for that. Then the mean.",
        "sum((1 - y * s).relu() for y, s in zip(labels, scores)) * (1 / len(labels))",
    ),
    keeps="hinge",
)

accuracy = Exercise(
    "9.2",
    "accuracy",
    2,
    probe.accuracy,
    ACCURACY,
    hints=(
        "What does a score say, and what is a score of exactly 0 to say?",
        "For each pair: is the score above 0, and is the label? A point is right where both answers are the same. "
        "getattr(s, 'data', s) is the number of a Value, and of a number itself.",
        "sum((getattr(s, 'data', s) > 0) == (y > 0) for s, y in zip(scores, labels)) / len(labels)",
    ),
    keeps="accuracy",
)

batches = Exercise(
    "9.3",
    "batches",
    3,
    probe.batches,
    BATCHES,
    hints=(
        "What has to happen once, what once in each epoch, and what once for each batch?",
        "One list, made once. A loop without end, in it the shuffle, and in it a loop over the places where batches "
        "begin: 0, size, 2 * size...",
        "order = list(range(count)); while True: shuffle(order); for start in range(0, count, size): "
        "yield order[start : start + size]",
    ),
    keeps="batches",
)

learn = Exercise(
    "9.4",
    "Learn",
    4,
    probe.learn,
    LEARN,
    hints=(
        "train asks you for two functions: what does each of them know, and when is it called?",
        "loss_of(n) takes the next batch and gives hinge of its scores and labels. step(n) works out the rate of "
        "step n and moves each parameter. The batches are made once, before both.",
        "places = next(order); hinge([model(points[i]) for i in places], [labels[i] for i in places]). And "
        "p.data -= (1.0 - 0.9 * n / steps) * p.grad. Then list(train(loss_of, model.parameters(), step, steps)).",
    ),
)

bring_over = Exercise(
    "9.5",
    "One number",
    3,
    probe.one_number,
    POINT,
    hints=(
        "How would you know whether a change is a good one, if somebody proposed it?",
        "Try: for each parameter and each of some changes, add it, look whether all points are right, and take it off "
        "again.",
        "for place, p in enumerate(model.parameters()): for k in range(-20, 21): old = p.data; p.data += k / 10; "
        "good = accuracy([model(x) for x in points], labels) == 1.0; p.data = old; if good: return place, k / 10",
    ),
)

complete_missing = Practice(
    "9.a",
    "Complete it: missing",
    probe.missing,
    MISSING,
    hints=(
        "For which side is 2.0 a good score, and what does label * score come to there?",
        "label * score is what is there already, and 1 is what should be.",
        "1 - label * score",
    ),
    answer="return max(0.0, 1 - label * score)",
)

mend_split = Practice(
    "9.b",
    "Mend it: split",
    probe.split,
    SPLIT,
    hints=(
        "In which order are the points when learn is cut off, and in which when test is?",
        "One of the two shuffles stands between the cuts.",
    ),
    answer="leave out the second shuffle(points)",
)

lesson = Lesson("09", "Moons: learned, or learned by heart", (hinge, accuracy, batches, learn, bring_over))
summary = lesson.summary
