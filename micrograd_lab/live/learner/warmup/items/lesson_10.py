"""Before lesson 10: a point that has its margin, a weight that is used twice, and who sends when."""

from ..item import Item

NOTHING, LITTLE, MORE = "nothing", "a little", "more than the others"
TO_AND_FRO, LARGER, FIRST = "their sum, which may be 0", "the larger of the two", "what the first one wants"
ALL_SENT, FIRST_SENT, AT_ONCE = (
    "when all of its users have sent",
    "when its first user has sent",
    "as soon as it is made",
)

ITEMS = (
    Item(
        "a point at ease",
        "09",
        "The label is -1 and the score is -1.5. What does this point want of the weights, by the hinge loss?",
        right=(NOTHING,),
        told="It has its margin of 1 and more, so its hinge is shut, and no slope goes through it.",
        usual={
            LITTLE: "Beyond the margin the hinge is exactly 0, and so is its slope.",
            MORE: "The farther on its own side, the less it lacks: from 1 on, nothing.",
        },
        otherwise="What does a score of -1.5 lack, where -1 is enough?",
        options=(LITTLE, NOTHING, MORE),
    ),
    Item(
        "two that disagree",
        "07",
        "Two points pull one weight opposite ways. What moves it?",
        right=(TO_AND_FRO,),
        told="What arrives is added, with its sign. Where two pull as hard as each other, the weight stays.",
        usual={
            LARGER: "Nothing that arrives is thrown away: it is added.",
            FIRST: "The second adds to what is there already, with +=.",
        },
        otherwise="What does += do with the second one that arrives?",
        options=(LARGER, TO_AND_FRO, FIRST),
    ),
    Item(
        "when a box may send",
        "05",
        "When may a box send its gradient on?",
        right=(ALL_SENT,),
        told="Before that it holds a part only of what it is to pass on.",
        usual={
            FIRST_SENT: "Then it sends too little, and would have to send again, with what it has sent already.",
            AT_ONCE: "Nothing has arrived there yet.",
        },
        otherwise="What would be missing, if one of its users had not sent yet?",
        options=(FIRST_SENT, ALL_SENT, AT_ONCE),
    ),
)
