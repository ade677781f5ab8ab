"""Before lesson 8: what arrives in a shared weight, what a shut gate lets back, backward twice, and a step downhill."""

from ..item import Item

LARGER, SMALLER, STAYS = "it rises", "it falls", "it stays"

ITEMS = (
    Item(
        "shut gate",
        "07",
        "A neuron gives relu(w * x + b) with w = 2, x = 1 and b = -3. Its output is sent the gradient 5. What arrives "
        "at w?",
        right=0.0,
        told="The sum is -1, so the gate is shut, and nothing goes back through it.",
        usual={
            5.0: "So it would be if the gate were open. The sum is 2 - 3.",
            1.0: "That is x. The sum is 2 - 3, and relu lets nothing back there.",
            -5.0: "The sum is below 0, but that does not turn the gradient round: relu shuts.",
            10.0: "That is w times 5. And first it has to get through relu, at 2 - 3.",
        },
        otherwise="Work out the sum first: is the gate open?",
    ),
    Item(
        "two calls",
        "05",
        "y = 3 * a, a = 2. You call y.backward(), and then y.backward() once more. What is a.grad?",
        right=6.0,
        told="Each call adds 3. A grad keeps what it has until somebody empties it.",
        usual={
            3.0: "So it is after the first call. What does += do with it in the second?",
            9.0: "That is 3 times 3. The second call adds, and multiplies nothing.",
            2.0: "That is a itself.",
            12.0: "Each call brings the slope of y by a, and that is not y.",
        },
        otherwise="What does one call add, and what is there already?",
    ),
    Item(
        "which way from a gradient",
        "03",
        "You walk back from a loss, and -4 arrives at u. Now u = 2 * w. To make the loss smaller, what should w do?",
        right=(LARGER,),
        told="At w arrive 2 times -4, which is -8, so the loss falls as w rises.",
        usual={
            SMALLER: "At w arrives a gradient below 0. Which way does the loss fall, then?",
            STAYS: "It would if 0 arrived. What comes of -4 on its way through 2 * w?",
        },
        otherwise="Multiply what arrives by 2, then go against the sign.",
        options=(LARGER, SMALLER, STAYS),
    ),
)
