"""Before lesson 6: whose turn it is, how often, what two roads bring; and how far a difference is from a slope."""

from ..item import Item

U_FIRST, T_FIRST, EITHER = "u, then t", "t, then u", "either, it comes out the same"

ITEMS = (
    Item(
        "whose turn",
        "05",
        "t = a * b, u = t * c, y = t + u. y has sent to both of its inputs. In which order do t and u send?",
        right=(U_FIRST,),
        told="u is made from t, so it still has something to send to t. t waits until everybody has sent.",
        usual={
            T_FIRST: "Then t sends before u has sent to it, and what u brings comes too late.",
            EITHER: "It would, if neither were made from the other. But u sends to t.",
        },
        otherwise="Who still gets something from whom?",
        options=(T_FIRST, U_FIRST, EITHER),
    ),
    Item(
        "two roads to a",
        "03",
        "y = a * a + 3 * a at a = 2. Which gradient has a?",
        right=7.0,
        told="The square brings 2 and 2, the 3 * a brings 3, and what arrives is added.",
        usual={
            4.0: "That is what the square brings. a stands in 3 * a too.",
            3.0: "That is what 3 * a brings. a stands in the square too.",
            5.0: "Two arrows lead from a to the square, and each brings 2.",
            10.0: "That is y itself.",
            12.0: "4 and 3, multiplied. What arrives on two roads is added.",
        },
        otherwise="Three arrows leave a. What does each of them bring?",
    ),
    Item(
        "a little too far",
        "01",
        "The slope of x * x at 3 is 6. You measure it from one side, as (f(3.1) - f(3)) / 0.1. What do you get?",
        right=6.1,
        told="The curve bends upwards, so from 3 on it is steeper than at 3. A smaller h, or both sides, come nearer.",
        usual={
            6.0: "A line would give just that. But the curve gets steeper on its way from 3 to 3.1.",
            0.61: "That is the change. And it is divided by 0.1.",
            5.9: "That is measured to the left. To the right the curve gets steeper.",
            6.2: "The square of 3.1 is 9.61.",
        },
        otherwise="3.1 times 3.1 is 9.61. Go on from there.",
        within=1e-6,
    ),
    Item(
        "how often",
        "05",
        "y = y + y, eighteen times over, makes 19 boxes and 262,144 roads. In the right order, how often does each "
        "box with inputs send?",
        right=1.0,
        told="For all roads that end in it at once, because it waits until all have come. That makes it cheap.",
        usual={
            2.0: "Two arrows lead from each to its input, and both are served in one turn.",
            18.0: "There are eighteen such boxes. How often has each its turn?",
            262144.0: "That is for whoever walks every road. A box that waits need not send again.",
        },
        otherwise="When a box has waited for everybody, is there a reason to send again?",
    ),
)
