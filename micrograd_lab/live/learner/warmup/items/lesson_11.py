"""Before lesson 11: Adam's first step, an act of the loop in the wrong place, and what a test on one use can't see."""

from ..item import Item

NOTHING, DOUBLE, HALF = "no parameter ever moves", "each step is twice as long", "every other step is lost"
ONCE, EVERY, BELOW = "none: it shows only where a value is used twice", "all of them", "those with a negative slope"

ITEMS = (
    Item(
        "the first step of Adam",
        "10",
        "Adam has a rate of 0.1, and its very first gradient is 100. By how much does it move that number down?",
        right=0.1,
        told="Divided by its own size, any first gradient is 1 or -1. So the first step is the rate.",
        usual={
            10.0: "So plain gradient descent would. Adam divides by the size of the gradients so far.",
            0.01: "m begins with a tenth of the gradient. What becomes of it by the correction?",
            1.0: "m begins with a tenth of the gradient, and the correction makes up for that. Then it is divided by "
            "the root of v.",
            0.001: "The size of the gradient doesn't count: it is divided by itself.",
        },
        otherwise="What are m and v after one gradient, corrected, and what is m divided by?",
        within=1e-3,
    ),
    Item(
        "emptied too late",
        "08",
        "In a loop the gradients are set to 0 after backward() and before the step. What happens?",
        right=(NOTHING,),
        told="The step finds nothing but zeros, and the loss stays where it was, without an error.",
        usual={
            DOUBLE: "That comes of gradients that are not set to 0 at all. Here they are, too early for the step.",
            HALF: "They are set to 0 in each round, so each round is the same.",
        },
        otherwise="What does the step find in grad?",
        options=(DOUBLE, HALF, NOTHING),
    ),
    Item(
        "where it shows",
        "06",
        "In an engine, + sets the gradients of its inputs with = where it should add with +=. In which graphs that use "
        "each value once are the gradients wrong?",
        right=(ONCE,),
        told="So a test needs a value that is used twice, or the fault passes it.",
        usual={
            BELOW: "The sign doesn't count. What was in grad before?",
            EVERY: "Where one arrow arrives, 0 + g and g are the same.",
        },
        otherwise="What is in grad before the first arrow arrives?",
        options=(EVERY, ONCE, BELOW),
    ),
)
