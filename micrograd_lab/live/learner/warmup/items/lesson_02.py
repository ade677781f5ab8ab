"""Before lesson 2: what a slope says of the next small step, what it costs, and gears."""

from ..item import Item

LARGER, SMALLER, EITHER = "larger", "smaller", "that depends on whether f is above 0"

ITEMS = (
    Item(
        "a step along the slope",
        "01",
        "At x = 2 the value of f is 10, and its slope is -5. About what is f at 2.1?",
        right=9.5,
        told="x grows by 0.1, so f grows by -5 times that: it falls by 0.5.",
        usual={
            5.0: "That would be a step of a whole 1. x grows by 0.1 only.",
            10.5: "A negative slope: f falls where x grows.",
            -0.5: "That is by how much f changes. From where?",
            -5.0: "That is the slope: how fast f changes, and not where it stands.",
            9.9: "f fell by as much as x grew, as if the slope were -1.",
        },
        otherwise="Change in f = slope times change in x. Then add it to where f stood.",
        within=0.02,
    ),
    Item(
        "downhill",
        "01",
        "The slope of a loss by some number is -3. Should that number get larger or smaller, so that the loss falls?",
        right=(LARGER,),
        told="A negative slope says that the loss falls where the number grows. Downhill is against the slope's sign.",
        usual={
            SMALLER: "The minus is the slope's: where the number grows, the loss falls. So which way is down?",
            EITHER: "The slope says which way is down, wherever f itself stands.",
        },
        otherwise="Where the number grows by a little, what does the loss do?",
        options=(LARGER, SMALLER, EITHER),
    ),
    Item(
        "the cost of nudging",
        "01",
        "A function has 5 inputs. You nudge each by itself, and use one run without a nudge for all. How many runs "
        "give all five slopes?",
        right=6.0,
        told="Five nudged ones, and one to compare them with. For the net on the first page that makes 338.",
        usual={
            5.0: "And with what do you compare the five nudged ones?",
            1.0: "All nudged at once gives one number, in which the five slopes can't be told apart.",
            2.0: "All nudged at once gives one number, in which the five slopes can't be told apart.",
            10.0: "That is with a nudge to each side. Here one run without a nudge serves all five.",
        },
        otherwise="One run for each nudge, and what else is there to run?",
    ),
    Item(
        "gears",
        "01",
        "y turns 4 times as fast as x. z turns -2 times as fast as y: the other way round. How many times as fast as x "
        "does z turn?",
        right=-8.0,
        told="When x moves by 1, y moves by 4, and each of those moves z by -2. Rates one after the other multiply.",
        usual={
            2.0: "You added them. When x moves by 1, y moves by 4: how far does z go for those 4?",
            8.0: "That far, but which way?",
            -2.0: "That is z against y. And y is faster than x.",
        },
        otherwise="Let x move by 1. How far does y move, and how far does z for that?",
    ),
)
