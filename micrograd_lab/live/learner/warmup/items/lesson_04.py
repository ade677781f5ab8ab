"""Before lesson 4: what * and + send on, where two roads meet; and a difference over twice the step."""

from ..item import Item

ITEMS = (
    Item(
        "through a product",
        "03",
        "o = a * b at a = 3 and b = -4, and 5 has arrived at o. What goes on to a?",
        right=-20.0,
        told="What arrives, times how fast o turns when a is moved: and that is b.",
        usual={
            15.0: "5 times a itself. But when a moves by 1, o moves by b.",
            -4.0: "That is how fast o turns with a. And 5 arrived at o.",
            1.0: "5 and -4 added. One after the other they multiply.",
            -60.0: "5 times o itself. But how fast o turns with a is not o: it is b.",
            20.0: "That much. Look at the sign of b.",
        },
        otherwise="How fast does o turn when a is moved, and how much has arrived at o?",
    ),
    Item(
        "through a sum",
        "03",
        "o = a + b, and 7 has arrived at o. What goes on to b?",
        right=7.0,
        told="When b moves by 1, o moves by 1. A plus hands the same on to both, whole.",
        usual={
            3.5: "Nothing is shared out here: when b moves by 1, o moves by a whole 1, whatever a does.",
            1.0: "That is how fast o turns with b. And 7 arrived at o.",
            0.0: "A plus is no wall: when b moves by 1, o moves too.",
        },
        otherwise="How fast does o turn when b is moved, and how much has arrived at o?",
    ),
    Item(
        "from both sides",
        "01",
        "f is 3.8 at x = 1.9, and 4.2 at x = 2.1. Which slope does that make at x = 2?",
        right=2.0,
        told="The change is 0.4, and it took a way of 0.2: a step of 0.1 to each side.",
        usual={
            4.0: "0.4 over 0.1. But from 1.9 to 2.1 is twice that way.",
            0.4: "That is the change in f. Over which way in x?",
            0.2: "That is the way in x. What does f do on it?",
            0.5: "The wrong way up: change in f over change in x.",
        },
        otherwise="Change in f, over change in x.",
        within=1e-6,
    ),
    Item(
        "two roads",
        "03",
        "y = a * a at a = 3, and y's own gradient is 1. With which gradient does a end?",
        right=6.0,
        told="Two arrows lead to a, each brings 3, and what arrives is added.",
        usual={
            3.0: "That is what one of the two arrows brings.",
            9.0: "That is y; or 3 times 3. What arrives on two roads is added.",
            2.0: "The slope of a squared is twice a, and a is 3.",
        },
        otherwise="How many arrows leave a, and what does each of them bring?",
    ),
    Item(
        "one walk back",
        "03",
        "A graph has 200 leaves. To measure all slopes takes 201 runs. How many walks back from the output give them?",
        right=1.0,
        told="It begins at the output, where all roads meet, and passes every leaf.",
        usual={
            200.0: "One for each leaf is the way forward. Back from the output you come past all of them.",
            201.0: "That is for measuring. Back from the output you come past every leaf on one walk.",
            2.0: "Forward once to have the numbers, yes. And how many back?",
        },
        otherwise="Where do you begin, and which leaves do you come to on one walk?",
    ),
)
