"""Before lesson 3: a record and no spreadsheet, boxes of a graph, who answers for 2 * a; and a cell run again."""

from ..item import Item

ALONE, BELOW, ALL = "what that cell shows, alone", "that cell and all below it", "every cell that uses its name"

ITEMS = (
    Item(
        "a record",
        "02",
        "a and b are Values, 1 and 4, and c = a + b has run. Then you set a.data = 100. What is c.data?",
        right=5.0,
        told="c was worked out once, when its line ran. It keeps the note of how, and nobody watches a.",
        usual={
            104.0: "That is what a spreadsheet would do. Which line would have worked c out again?",
            100.0: "That is a. Has anything of c been run since?",
        },
        otherwise="When was c.data worked out, and what stood in a then?",
    ),
    Item(
        "boxes",
        "02",
        "How many boxes has the graph of a * a + a?",
        right=3.0,
        told="a, the product, and the sum. a is one Value, wherever it is used: three arrows leave one box.",
        usual={
            5.0: "You drew a box each time that a is written. It is one and the same Value: one box, several arrows.",
            4.0: "One a too many: both are the same Value, so they are one box with several arrows.",
            2.0: "Two operations, each with its result. And where do they begin?",
            1.0: "That is the leaf. Every operation makes a Value of its own.",
        },
        otherwise="Count the Values that there are: the ones put in, and one for each operation.",
    ),
    Item(
        "one cell run again",
        "00",
        "A page has run from top to bottom. You change a number in its third cell, and run that cell alone. What "
        "changes on the page?",
        right=(ALONE,),
        told="A notebook is no spreadsheet either: what stands below a cell is from when that cell last ran.",
        usual={
            BELOW: "That is what Run All does. You have run one cell.",
            ALL: "They would, if they watched that name. But each shows what it found when it last ran.",
        },
        otherwise="Which cells have run since you changed the number?",
        options=(ALL, ALONE, BELOW),
    ),
    Item(
        "who answers for 2 * a",
        "02",
        "a is a Value. Python reads 2 * a, and the 2 doesn't know what to do with a Value. Which method of a is asked "
        "then? Type its name.",
        right=("__rmul__", "rmul"),
        told="r as in right: a stands on the right of the sign.",
        usual={
            "__mul__": "That is asked when a stands on the left, as in a * 2.",
            "mul": "That is asked when a stands on the left, as in a * 2.",
            "__radd__": "Of the right side, yes. But the sign is a *.",
        },
        otherwise="It is the method of * for a Value that stands on the right of the sign.",
    ),
)
