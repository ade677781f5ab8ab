"""Before lesson 7: what arrives twice, what a gate lets through, a slope's sign, and what a test is worth."""

from ..item import Item

LARGER, SMALLER, STAYS = "larger", "smaller", "it stays"

ITEMS = (
    Item(
        "a number used twice",
        "04",
        "loss = 3 * w + (-5) * w. Which gradient has w?",
        right=-2.0,
        told="Over one arrow 3 arrives and over the other -5, and what arrives is added.",
        usual={
            8.0: "Those are the sizes, added. One of them is negative.",
            -5.0: "That is what arrives last. What came before stays, and is added.",
            3.0: "That is what arrives over the first arrow. Another leads from w to the second product.",
            -15.0: "Multiplied. Rates along one road multiply; what arrives over two roads is added.",
            0.0: "They pull opposite ways, and not equally hard.",
        },
        otherwise="Two arrows leave w. What does each of them bring, and what happens to what arrives?",
    ),
    Item(
        "downhill",
        "01",
        "The slope of the loss by w is -4. Which way should w move, to make the loss smaller?",
        right=(LARGER,),
        told="A slope below 0 says that the loss falls as w rises. A step is minus the slope.",
        usual={
            SMALLER: "Then the loss would rise: by a slope of -4 it falls as w *rises*.",
            STAYS: "It would at a slope of 0.",
        },
        otherwise="By a slope of -4 the loss falls by 4 for each 1 that w rises.",
        options=(LARGER, SMALLER, STAYS),
    ),
    Item(
        "a shut gate",
        "04",
        "y = (2 * w - 6).relu() at w = 1. Which gradient has w?",
        right=0.0,
        told="2 * 1 - 6 lies below 0, so the gate is shut: y is 0, and nothing goes back.",
        usual={
            2.0: "So it is where the gate is open. What goes into relu here is -4.",
            -4.0: "That is what goes into relu. Is the gate open there?",
            -8.0: "That is the slope times what goes in. A relu passes on what arrives, or nothing.",
        },
        otherwise="What goes into relu, and is its gate open there?",
    ),
    Item(
        "what a passing test says",
        "06",
        "How many of 1,000 expressions can an engine get right and still be wrong? Type the most that it can be.",
        right=1000.0,
        told="All of them, if none is a test for the mistake that it has. A test is worth what it would catch.",
        usual={
            999.0: "Then one of them would have caught it. It may be that none does.",
            0.0: "In lesson 6 an engine agreed on many graphs, and it was wrong.",
            500.0: "There is no such rule. How many of them must its mistake show in?",
        },
        otherwise="Must its mistake show in any of them?",
    ),
)
