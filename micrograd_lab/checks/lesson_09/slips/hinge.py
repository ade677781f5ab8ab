"""What is said of each slip in a hinge loss: the misconceptions of 9.1 that are a way to add up (judge_hinge.py)."""

import math


def lacking(z, slope):
    """What is above 0 of z, with its slope."""
    return (z, slope) if z > 0 else (0.0, 0.0)


def squared(y, s):
    """The square of what is missing."""
    z = max(0.0, 1 - y * s)
    return z * z, -2 * z * y


def softly(y, s):
    """The logistic loss."""
    return math.log1p(math.exp(-y * s)), -y / (1 + math.exp(y * s))


def size(z, slope):
    """The size of z, with its slope."""
    return (z, slope) if z > 0 else (-z, -slope)


def opened(y, s):
    """One less a ReLU of what label and score make."""
    return (1 - y * s, -y) if y * s > 0 else (1.0, 0.0)


MARGIN = "what is missing up to the margin of 1: where label times score is 0.3, that is 0.7"

# (name, says, tries, what is changed in the right way)
WAYS = (
    (
        "labels 0 and 1",
        "That is a loss for labels 0 and 1: here they are -1 and +1 already, and turned once more they are -3 and 1.",
        "take the labels as they are.",
        ({"told": lambda labels: [2 * y - 1 for y in labels]},),
    ),
    (
        "a label of -1 taken for 0",
        "A label of -1 counts as 0, and 0 times a score is nothing: each such point lacks 1, whatever its score.",
        "multiply the score by its label, -1 or +1.",
        ({"told": lambda labels: [max(0, y) for y in labels]},),
    ),
    (
        "no margin",
        "It is content with the right side. Asked is a margin: a score that is right and small lacks something too.",
        "count " + MARGIN + ".",
        ({"term": lambda y, s: lacking(-y * s, -y)},),
    ),
    (
        "another margin",
        "The margin is 1 and not another number: a score that has it lacks something with you, or one without nothing.",
        "count " + MARGIN + ".",
        tuple({"term": lambda y, s, m=m: lacking(m - y * s, -y)} for m in (0.5, 2)),
    ),
    (
        "the sign turned",
        "You count what is right: a score far on its own side has the largest loss, and one on the wrong side none.",
        "label times score is above 0 on the right side, and that is to make the loss smaller.",
        ({"term": lambda y, s: lacking(1 + y * s, y)},),
    ),
    (
        "a negative loss",
        "All is there, and its sign is turned: the more is missing, the smaller your loss. Going down makes it worse.",
        "look for the minus in front of the whole.",
        ({"whole": "negative"},),
    ),
    (
        "the smaller instead of the larger",
        "You take the smaller of 0 and what is missing. So the points at ease count, with a loss below 0, and those "
        "that lack something do not.",
        "take what is above 0, and 0 else.",
        ({"term": lambda y, s: (0.0, 0.0) if y * s < 1 else (1 - y * s, -y)},),
    ),
    (
        "the sum",
        "It is the sum. With twice as many points the same network would have twice the loss, and every step would be "
        "twice as long.",
        "divide by how many points there are.",
        ({"over": "none"},),
    ),
    (
        "the mean of those that lack something",
        "You divide by how many points lack something. So a point that gets its margin raises what the others count.",
        "divide by how many points there are, those at ease among them.",
        ({"over": "missing"},),
    ),
    (
        "divided by one less",
        "You divide by one less than there are points.",
        "divide by len(labels).",
        ({"over": "one less"},),
    ),
    (
        "half of it",
        "It is half of what it should be.",
        "divide by how many points there are, and by nothing else.",
        ({"over": "two"},),
    ),
    (
        "divided twice",
        "You divide by the number of points, and then once more: perhaps each term, and later the sum of them.",
        "divide once.",
        ({"over": "twice"},),
    ),
    (
        "0 at least for the whole",
        "You take what is above 0 of the mean. So what one point has beyond its margin makes up for what others lack.",
        "take what is above 0 of each point, before you add up.",
        ({"term": lambda y, s: (1 - y * s, -y), "whole": "max of 0"},),
    ),
    (
        "no end at the margin",
        "What a score has beyond its margin is taken off the loss, so one that is far right hides one that is wrong.",
        "a point that has its margin lacks nothing: take what is above 0 of each.",
        ({"term": lambda y, s: (1 - y * s, -y)},),
    ),
    (
        "the ReLU too early",
        "The ReLU stands around label times score, so on the wrong side everything lacks 1, however far it is, and no "
        "slope leads back.",
        "put it around all of what is missing.",
        (
            {"term": opened},
            {"term": lambda y, s: lacking(opened(y, s)[0], opened(y, s)[1] if y * s < 1 else 0.0)},
        ),
    ),
    (
        "the ReLU on the score",
        "A ReLU has been at the score itself: nothing is left of those below 0.",
        "put it around all of what is missing.",
        (
            {"term": lambda y, s: (1 - y * s, -y) if s > 0 else (1.0, 0.0)},
            {"term": lambda y, s: lacking(1 - y * max(s, 0.0), -y if s > 0 else 0.0)},
        ),
    ),
    (
        "squared",
        "You square what is missing. That is a loss as well, and another: it hardly minds a small lack.",
        "take what is missing as it is.",
        ({"term": squared}, {"term": lambda y, s: tuple(x / 2 for x in squared(y, s))}),
    ),
    (
        "the distance from the label",
        "You measure how far the score is from its label. So a score of 3 for +1 has a loss, though it is as right as "
        "can be.",
        "count " + MARGIN + ", and nothing beyond.",
        (
            {"term": lambda y, s: ((y - s) ** 2, 2 * (s - y))},
            {"term": lambda y, s: ((y - s) ** 2 / 2, s - y)},
            {"term": lambda y, s: size(s - y, 1.0)},
        ),
    ),
    (
        "right for +1 alone",
        "That is right for +1. For -1 it is not: there 1 + score is missing.",
        "1 - label * score is right for both.",
        (
            {"term": lambda y, s: lacking(y - s, -1.0)},
            {"term": lambda y, s: lacking(1 - s, -1.0) if y > 0 else lacking(-1 + s, 1.0)},
        ),
    ),
    (
        "tanh on the score",
        "The scores go through tanh first, so none ever has its margin.",
        "take the scores as they are.",
        ({"term": lambda y, s: lacking(1 - y * math.tanh(s), -y * (1 - math.tanh(s) ** 2))},),
    ),
    (
        "divided by 2",
        "You divide by 2, however many points there are.",
        "divide by len(labels).",
        ({"over": "sides"},),
    ),
    (
        "the logistic loss",
        "That is the logistic loss, which never is content. Asked is one that is 0 as soon as a score has its margin.",
        "count " + MARGIN + ".",
        ({"term": softly},),
    ),
    (
        "labels left out",
        "The labels have no say: every score is asked to be at least 1, those of -1 too.",
        "multiply each score by its label.",
        ({"told": lambda labels: [1] * len(labels)},),
    ),
    (
        "wrong points alone",
        "A point on its own side counts nothing, also where its score is too small for the margin.",
        "count " + MARGIN + ".",
        ({"term": lambda y, s: (1 - y * s, -y) if y * s < 0 else (0.0, 0.0)},),
    ),
    (
        "how many, not how much",
        "Each point that lacks something counts 1. Such a loss has no slope: it can't say which way is better.",
        "count how much each one lacks.",
        ({"term": lambda y, s: (float(y * s < 1), 0.0)}, {"term": lambda y, s: (float(y * s < 0), 0.0)}),
    ),
    (
        "no way back",
        "The number is right, and every slope is 0: the scores were read as numbers, and a new Value made of those.",
        "calculate with the scores themselves, without .data.",
        ({"cut": True},),
    ),
    (
        "the worst point alone",
        "Only the point that lacks most counts, so the others have no say in which way to move.",
        "take the mean of what they all lack.",
        ({"worst": True, "over": "none"}, {"worst": True}),
    ),
    (
        "the first left out",
        "The first point is left out.",
        "go through all of them: a range over places begins at 0.",
        ({"chosen": lambda n: range(1, n)}, {"chosen": lambda n: range(1, n), "over": "one less"}),
    ),
    (
        "the last left out",
        "The last point is left out.",
        "go through all of them: range(len(labels)), or zip.",
        ({"chosen": lambda n: range(n - 1)}, {"chosen": lambda n: range(n - 1), "over": "one less"}),
    ),
    (
        "one point alone",
        "One point alone counts, the first or the last: a return within the loop, or = where += should be.",
        "add up, and give the sum behind the loop.",
        tuple(
            {"chosen": chosen, "over": over}
            for chosen in (lambda n: [0], lambda n: [n - 1])
            for over in ("none", "many")
        ),
    ),
    (
        "labels in another order",
        "Each score is multiplied by a label that is not its own: the two lists go in different orders.",
        "zip(scores, labels), both as they are.",
        ({"told": lambda labels: labels[::-1]}, {"told": sorted}),
    ),
)
