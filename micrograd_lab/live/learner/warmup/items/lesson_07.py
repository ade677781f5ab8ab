"""Before lesson 7: what agreement says, what two arrows bring, what a gate lets through, and what a line records."""

from ..item import Item

RIGHT, NOT_THERE, NOTHING = "that it is right", "that nothing is wrong that would show in these", "nothing at all"

ITEMS = (
    Item(
        "ten that agree",
        "06",
        "An engine agrees with PyTorch on ten expressions. What do you know of it?",
        right=(NOT_THERE,),
        told="A test is worth what it would catch. What these ten would not show may still be wrong.",
        usual={
            RIGHT: "The second engine of lesson 6 agreed too, until a graph used the input of exp twice.",
            NOTHING: "A mistake that would have shown in one of the ten is not there. That is something.",
        },
        otherwise="Which mistakes would have shown, and which would not?",
        options=(RIGHT, NOT_THERE, NOTHING),
    ),
    Item(
        "pulled two ways",
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
        "boxes of a neuron",
        "02",
        "How many boxes does the graph of (w * x + b).relu() have?",
        right=6.0,
        told="Three leaves, and one for each operation: the product, the sum, the relu.",
        usual={
            3.0: "Those are the leaves, or the operations. Each of both has a box.",
            4.0: "Each operation makes a Value of its own: the product, the sum, and what relu gives.",
            5.0: "What relu gives is a Value too.",
            7.0: "Count the leaves once more: w, x and b. Then the operations.",
        },
        otherwise="Count the leaves, and then the operations.",
    ),
    Item(
        "a neuron that is shut",
        "04",
        "y = (2 * w - 6).relu() at w = 1. Which gradient has w?",
        right=0.0,
        told="2 * 1 - 6 lies below 0, so the gate is shut: nothing goes back.",
        usual={
            2.0: "So it is where the gate is open. What goes into relu here is -4.",
            -4.0: "That is what goes into relu. Is the gate open there?",
            -8.0: "That is the slope times what goes in. A relu passes on what arrives, or nothing.",
        },
        otherwise="What goes into relu, and is its gate open there?",
    ),
)
