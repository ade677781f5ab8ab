"""Before lesson 5: what = throws out, what relu and tanh let through; arrows of a value in the middle; what matters."""

from ..item import Item

A_RIGHT, B_RIGHT = "A, to the right", "B, to the right"
C_LEFT, C_RIGHT = "C, to the left", "C, to the right"

ITEMS = (
    Item(
        "thrown out",
        "04",
        "Two operations send to a: first 2, then 5. Both write a.grad = ... with a plain equals sign. What does a hold "
        "at the end?",
        right=5.0,
        told="The second one threw the first one out. With += it would be 7.",
        usual={
            7.0: "That is with +=. A plain = forgets what stood there.",
            2.0: "That was there, until the second one wrote.",
            3.5: "Nothing is shared out, and nothing is averaged. What does = do with what stood there?",
        },
        otherwise="Do it line by line: a.grad = 2, and then a.grad = 5.",
    ),
    Item(
        "arrows",
        "02",
        "t = a * b, then u = t * c, then y = t + u. How many arrows leave the box of t?",
        right=2.0,
        told="One to u and one to y, because both were made from it.",
        usual={
            1.0: "t is used by u. Where else does it stand?",
            3.0: "One too many: count those to what was made from t.",
            4.0: "Two of those come into t, from a and b.",
        },
        otherwise="Look for t on the right of each equals sign.",
    ),
    Item(
        "which matters most",
        "00",
        "A little to the right, and the loss changes: by -0.001 for number A, by -0.4 for B, by 0.2 for C. One small "
        "move is yours: of which number, and which way?",
        right=(B_RIGHT,),
        told="It makes the loss less, and no other move does so much. Way and strength: one number says both.",
        usual={
            A_RIGHT: "That makes the loss less too, by a hair. Which number matters more?",
            C_RIGHT: "0.2 is more than the others, but it is more loss.",
            C_LEFT: "That way the loss falls, by about 0.2. Is there a stronger one?",
        },
        otherwise="Which way makes the loss less, and where by the most?",
        options=(A_RIGHT, B_RIGHT, C_LEFT, C_RIGHT),
    ),
    Item(
        "a shut gate",
        "04",
        "out = relu(x) at x = -2, and 3 has arrived at out. What goes on to x?",
        right=0.0,
        told="Below 0 the gate is shut: move x a little, and out stays 0.",
        usual={
            3.0: "That would be at an x above 0. Move -2 a little: does out move?",
            -6.0: "3 times x. But how fast out turns with x is not x.",
            -3.0: "A gate lets through or it doesn't: it never turns the sign.",
        },
        otherwise="Move x from -2 a little. What does out do?",
    ),
    Item(
        "from its own output",
        "04",
        "out = tanh(x) has come out as 0.5, and 1 has arrived at out. What goes on to x?",
        right=0.75,
        told="1 minus the square of the output. tanh keeps its slope in its own result.",
        usual={
            0.5: "That is the output itself, or 1 minus it. The slope takes its square.",
            0.25: "That is the square of the output. And 1 minus it?",
            1.0: "That would be at x = 0, where tanh is steepest.",
            0.7864477: "1 minus the square of tanh(0.5): but 0.5 is the output here, and no input.",
        },
        otherwise="The slope of tanh is 1 minus the square of something. Of what?",
        within=1e-6,
    ),
)
