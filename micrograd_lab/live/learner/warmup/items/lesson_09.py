"""Before lesson 9: gradients that were not forgotten, what a test says that passes, and a gate that is shut."""

from ..item import Item

SUM, LAST, NOTHING = "the sum of all gradients so far", "its last gradient alone", "0, so that nothing moves"
CAUGHT, RIGHT, NONE_AT_ALL = "it has no mistake that this test would catch", "it is right", "nothing at all"
SHUT, MINUS, PLUS = "0", "-1", "1"

ITEMS = (
    Item(
        "grads that stay",
        "08",
        "A loop never sets the grads to 0. By what, times the rate, does a step move each number?",
        right=(SUM,),
        told="backward() adds to what is there, and what is there is never taken away.",
        usual={
            LAST: "It would, if backward() replaced what is there. But it adds.",
            NOTHING: "That comes of grads that are set to 0 between backward() and the step.",
        },
        otherwise="What does backward() do with what is in grad already?",
        options=(LAST, SUM, NOTHING),
    ),
    Item(
        "a test that passes",
        "06",
        "A test passes on an engine. What do you know of that engine?",
        right=(CAUGHT,),
        told="So it is worth knowing what a test would catch, before one is glad that it passes.",
        usual={
            RIGHT: "The second engine passed five, and was wrong.",
            NONE_AT_ALL: "A little: some mistakes would have made it fail.",
        },
        otherwise="Think of the second engine, and of the 38.",
        options=(RIGHT, CAUGHT, NONE_AT_ALL),
    ),
    Item(
        "through a shut gate",
        "04",
        "y = (1 - s).relu() at s = 3, and y.grad is 1. What arrives at s?",
        right=(SHUT,),
        told="1 - 3 lies below 0, so the gate is shut, forward and backward.",
        usual={
            MINUS: "So it is where the gate is open, below s = 1. What goes into relu here is -2.",
            PLUS: "A relu passes on what arrives, or nothing. And s has a minus before it.",
        },
        otherwise="What goes into relu, and is its gate open there?",
        options=(MINUS, SHUT, PLUS),
    ),
)
