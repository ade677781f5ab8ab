"""Ten other questions on the same subjects in the same order, asked after the course."""

from .ten import Question

TEN = (
    Question(
        "slope",
        "At x = 5 the slope of f is -8. You make x smaller by 0.02. About what does f do?",
        ("it falls by 0.16", "it rises by 0.16", "it falls by 8", "it rises by 7.98"),
        "it rises by 0.16",
    ),
    Question(
        "sign of a slope",
        "The slope of a loss by one of the weights is 0.6. Which small step of that weight makes the loss smaller?",
        ("to a larger weight", "to a smaller weight", "either", "none: the slope is above 0"),
        "to a smaller weight",
    ),
    Question(
        "tiny steps",
        "Two people measure a slope near 3 as (f(x + h) - f(x)) / h: one with h = 1e-8, one with h = 1e-15. Who comes "
        "closer?",
        ("the one with 1e-8", "the one with 1e-15", "both come equally close"),
        "the one with 1e-8",
    ),
    Question(
        "graph",
        "s = a + b, and y = s * s. How does s stand in the graph of y?",
        ("once, with two arrows to y", "twice, with one arrow to y each", "not at all: only a, b and y do"),
        "once, with two arrows to y",
    ),
    Question(
        "record",
        "w is 5, and loss = w * w has been computed: 25. Now w is set to 4. What must happen before loss is 16?",
        ("nothing: it follows w", "loss must be looked at again", "loss = w * w must run again"),
        "loss = w * w must run again",
    ),
    Question(
        "chain rule",
        "u grows half as fast as x, v half as fast as u, and L grows -4 times as fast as v. How many times as fast as "
        "x does L grow?",
        ("-1", "-3", "-4", "1"),
        "-1",
    ),
    Question(
        "several roads",
        "y = a * b + a, at a = 2 and b = 5. When a grows by a little, how many times as fast does y grow?",
        ("1", "5", "6", "12"),
        "6",
    ),
    Question(
        "order",
        "A value has two users. One has sent to it, and it sends on all that it holds. Then the other sends to it, and "
        "it sends on all that it holds once more. What do its inputs get?",
        ("just what they should", "too much", "too little", "only what came last"),
        "too much",
    ),
    Question(
        "learning rate",
        "The loss of a training jumps up and down, and gets larger all the while. Which learning rate do you try next?",
        ("a larger one", "a smaller one", "the same, for longer"),
        "a smaller one",
    ),
    Question(
        "generalisation",
        "Two networks have learned from the same 50 examples. One is right on all 50, and on 800 of 1,000 new ones; "
        "the other on 44 of the 50, and on 860 of the same new ones. Which do you ask about the next one?",
        ("the one with all 50", "the one with 860", "either: they have learned from the same"),
        "the one with 860",
    ),
)
