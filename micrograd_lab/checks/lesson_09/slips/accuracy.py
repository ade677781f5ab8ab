"""What is said of each slip in an accuracy: the misconceptions of 9.2 that are a way to count (judge_accuracy.py)."""


def share(is_right, over=len, told=lambda part: part):
    """What somebody gives who counts what `is_right` of label and score, divided by what `over` makes of labels."""

    def given(case):
        counted = sum(is_right(y, s) for y, s in zip(case["labels"], case["scores"], strict=True))
        return told(counted / over(case["labels"]))

    return given


def says_right(y, s):
    """Whether the score says its label."""
    return (s > 0) == (y > 0)


def _off(chosen):
    def given(case):
        places = chosen(len(case["labels"]))
        right = sum(says_right(case["labels"][n], case["scores"][n]) for n in places)
        return right / len(case["labels"])

    return given


def _each_label(case):
    shares = [
        share(lambda y, s, side=side: y == side and says_right(y, s), lambda labels, side=side: labels.count(side))(
            case
        )
        for side in set(case["labels"])
    ]
    return sum(shares) / len(shares)


def _shifted(case):
    return share(says_right)({**case, "labels": case["labels"][::-1]})


def _of_the_first_equal(case):
    labels = [case["labels"][case["scores"].index(s)] for s in case["scores"]]
    return share(says_right)({**case, "labels": labels})


ZERO = "ask whether the score is above 0, and compare that with whether the label is."

# (name, says, tries, ways)
WAYS = (
    (
        "a score of 0 says +1",
        "A score of exactly 0 says +1 with you. It says -1, as every score does that isn't above 0.",
        ZERO,
        (share(lambda y, s: (s >= 0) == (y > 0)),),
    ),
    (
        "a score of 0 is never right",
        "A score of exactly 0 is right for nobody with you. It says -1, so for a label of -1 it is right.",
        ZERO,
        (share(lambda y, s: y * s > 0),),
    ),
    (
        "a score of 0 is always right",
        "A score of exactly 0 is right for both labels with you. It says -1, so for a label of +1 it is wrong.",
        ZERO,
        (share(lambda y, s: y * s >= 0),),
    ),
    (
        "how many, not which share",
        "You count those that are right. An accuracy is their share, a number between 0 and 1.",
        "divide by how many points there are.",
        (share(says_right, lambda labels: 1),),
    ),
    (
        "in percent",
        "It is in percent. Asked is a number between 0 and 1.",
        "leave out the 100.",
        (share(says_right, told=lambda part: 100 * part),),
    ),
    (
        "the share of those that are wrong",
        "It is the share of the points that are wrong.",
        "a point is right where score and label say the same.",
        (share(lambda y, s: not says_right(y, s)), share(lambda y, s: (s < 0) == (y > 0))),
    ),
    (
        "labels 0 and 1",
        "You compare with labels 0 and 1, so a label of -1 is never met. Here they are -1 and +1.",
        "let a score say -1 where it isn't above 0, or ask of the label too whether it is above 0.",
        (share(lambda y, s: (s > 0) == y),),
    ),
    (
        "labels left out",
        "You count the scores above 0, or those below, whatever their labels are.",
        "compare what each score says with its label.",
        (share(lambda y, s: s > 0), share(lambda y, s: s < 0), share(lambda y, s: s <= 0)),
    ),
    (
        "the size without the sign",
        "You look at the size of a score, without its sign: what is far below 0 says +1 too.",
        "ask whether it is above 0: what is below is no more true or false than what is above.",
        (share(lambda y, s: (abs(s) > 0) == (y > 0)),),
    ),
    (
        "right with a margin",
        "You ask for the margin. A score is right as soon as it is on its side; how far is the loss's business.",
        "compare with 0, not with 1.",
        (
            share(lambda y, s: y * s >= 1),
            share(lambda y, s: (s >= 1) == (y > 0)),
            share(lambda y, s: (1 if s > 1 else -1 if s < -1 else 0) == y),
        ),
    ),
    (
        "a border at one half",
        "Your border is at 0.5, as for probabilities. A score has it at 0.",
        "compare with 0.",
        (share(lambda y, s: (s > 0.5) == (y > 0)), share(lambda y, s: (s >= 0.5) == (y > 0))),
    ),
    (
        "the score is to be the label",
        "You ask whether the score is the label, as such or rounded. A score of 2.3 says +1 too.",
        "ask on which side of 0 it is.",
        (share(lambda y, s: s == y), share(lambda y, s: round(s) == y)),
    ),
    (
        "one label alone",
        "You count the right ones of one label, and divide by all points, or by those of that label.",
        "count every point that is right, of either label, and divide by how many points there are.",
        (
            share(lambda y, s: y < 0 and s <= 0),
            share(lambda y, s: y > 0 and s > 0, lambda labels: labels.count(1)),
            share(lambda y, s: y < 0 and s <= 0, lambda labels: labels.count(-1)),
        ),
    ),
    (
        "right less wrong",
        "The wrong ones are taken off the right ones, so half and half gives 0, and all wrong is below 0.",
        "count 1 for a right one and 0 for a wrong one.",
        (share(lambda y, s: 1 if says_right(y, s) else -1),),
    ),
    (
        "only all or nothing",
        "Only 0 or 1 comes out, and 1 only where all are right. Asked is which share of them is.",
        "count the right ones, and divide by how many points there are: with /, since // cuts off the rest.",
        (share(says_right, told=int),),
    ),
    (
        "rounded to a whole number",
        "Only 0 or 1 comes out, as where the share is rounded.",
        "leave out round().",
        (share(says_right, told=round),),
    ),
    (
        "rounded",
        "It is right, and then rounded.",
        "leave out round(); round where you print.",
        tuple(share(says_right, told=lambda part, d=d: round(part, d)) for d in (1, 2, 3, 4)),
    ),
    (
        "divided by one less",
        "You divide by one less than there are points.",
        "divide by len(labels).",
        (share(says_right, lambda labels: len(labels) - 1),),
    ),
    (
        "one point left out",
        "One point is not looked at, the first or the last.",
        "go through all of them.",
        (_off(lambda n: range(1, n)), _off(lambda n: range(n - 1))),
    ),
    (
        "one point alone",
        "One point alone counts, the first or the last: a return within the loop, or = where += should be.",
        "count, and give the share behind the loop.",
        (
            _off(lambda n: [0]),
            _off(lambda n: [n - 1]),
            lambda case: says_right(case["labels"][0], case["scores"][0]) / 1,
        ),
    ),
    (
        "the label of an equal score",
        "Where two scores are the same, both are compared with the label of the first: .index finds no other.",
        "zip(scores, labels) gives each score its own label.",
        (_of_the_first_equal,),
    ),
    (
        "1 less the loss",
        "It is 1 less the hinge loss. That asks how far each score is from its margin; a share counts the points that "
        "are right.",
        "count the points whose score is on their side, and divide by how many there are.",
        (lambda case: 1 - share(lambda y, s: max(0.0, 1 - y * s))(case),),
    ),
    (
        "the mean of two shares",
        "The share is taken for each label by itself, and then the mean of the two. Where there are more points of one "
        "label, that is another number.",
        "count every point that is right, and divide by how many points there are.",
        (_each_label,),
    ),
    (
        "labels in another order",
        "Each score is compared with a label that is not its own: the two lists go in different orders.",
        "zip(scores, labels), both as they are.",
        (_shifted,),
    ),
)
