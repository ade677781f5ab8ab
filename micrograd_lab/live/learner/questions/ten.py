"""Ten questions on what the course is about, asked before it."""

from typing import NamedTuple

UNSURE = "I don't know yet"


class Question(NamedTuple):
    """`about` is its subject, and its name in the journal. `right` is one of `options`."""

    about: str
    text: str
    options: tuple
    right: str


TEN = (
    Question(
        "slope",
        "At x = 3 the slope of f is 14. You raise x by 0.01. By about how much does f grow?",
        ("0.01", "0.14", "14", "14.01"),
        "0.14",
    ),
    Question(
        "sign of a slope",
        "At some x the slope of f is -2. Which small step of x makes f larger?",
        ("to a larger x", "to a smaller x", "either", "none: f is below 0"),
        "to a smaller x",
    ),
    Question(
        "tiny steps",
        "A computer measures a slope as (f(x + h) - f(x)) / h, with h smaller and smaller. Its error ...",
        ("falls all the way to 0", "stays the same", "falls, then rises"),
        "falls, then rises",
    ),
    Question(
        "graph",
        "The graph of an expression has one box for each value, and arrows for what it is made of. How many boxes has "
        "the graph of a + a?",
        ("1", "2", "3"),
        "2",
    ),
    Question(
        "record",
        "a = 2, b = 3, and c = a * b has been computed. Now a is set to 10. What is c?",
        ("6", "30", "not known until it is asked for"),
        "6",
    ),
    Question(
        "chain rule",
        "e grows 3 times as fast as a. L grows -2 times as fast as e. How many times as fast as a does L grow?",
        ("1", "-2", "3", "-6"),
        "-6",
    ),
    Question(
        "several roads",
        "y = a * a + a, at a = 3. When a grows by a little, how many times as fast does y grow?",
        ("1", "6", "7", "12"),
        "7",
    ),
    Question(
        "order",
        "Slopes flow back through a graph. A value in the middle was used in two places. When may it send on what it "
        "has got?",
        ("as soon as one of the two has sent", "when both have sent", "at any time", "once for each of the two"),
        "when both have sent",
    ),
    Question(
        "learning rate",
        "You make the learning rate of a training ten times as large. The training ...",
        ("gets ten times as fast", "may get faster, or fail", "gets more exact", "stays as it is"),
        "may get faster, or fail",
    ),
    Question(
        "generalisation",
        "A network is right on all 20 examples that it was trained on, and on 77 of 100 new ones. How often will it be "
        "right on others like these?",
        ("always", "about 77 times in 100", "about 88 times in 100"),
        "about 77 times in 100",
    ),
)
