"""Before lesson 9: gradients that nobody emptied, wants that disagree, how many numbers there are, a measured slope."""

from ..item import Item

LARGER, SMALLER, STAYS = "it rises", "it falls", "it stays"

ITEMS = (
    Item(
        "not emptied",
        "08",
        "A loop has no zero_grad. In round 1 the slope of its loss by w is 2, in round 2 it is 3, and the rate is 0.1. "
        "By how much does w fall in round 2?",
        right=0.5,
        told="In w.grad stand 2 and 3 together, so the step is 0.1 times 5.",
        usual={
            0.3: "So it would be if somebody had emptied the grad before round 2.",
            0.2: "That is the step of round 1. In round 2 something is added to what was left.",
            0.7: "That is how far it has fallen in both rounds. What stands in w.grad in round 2?",
            5.0: "That is what stands in w.grad. A step is the rate times that.",
        },
        otherwise="What stands in w.grad in round 2, when round 1 has left its own there?",
    ),
    Item(
        "two points",
        "07",
        "One point adds 3 to the slope of the loss by w, another adds -5. You go one step downhill. What does w do?",
        right=(LARGER,),
        told="Together they are -2, and where the slope is below 0 the loss falls as w rises.",
        usual={
            SMALLER: "Together they are -2. By a slope below 0, which way does the loss fall?",
            STAYS: "They pull opposite ways, but not equally hard: 3 and -5 are not 0.",
        },
        otherwise="Add the two up, then go against the slope.",
        options=(LARGER, SMALLER, STAYS),
    ),
    Item(
        "how many numbers",
        "07",
        "How many parameters has MLP(2, [3, 1])?",
        right=13.0,
        told="Three neurons with 2 weights and a bias, and one with 3 weights and a bias: 9 and 4.",
        usual={
            9.0: "Those are the weights, 6 and 3. Each neuron has a bias besides.",
            4.0: "So many neurons there are. How many numbers has each?",
            12.0: "The last neuron hears three others, so it has 3 weights, and a bias too.",
            10.0: "The neurons of the first layer have biases too.",
        },
        otherwise="Count a neuron at a time: a weight for each input, and a bias.",
    ),
    Item(
        "measured from both sides",
        "06",
        "f(x) = x * x. You measure its slope at 3 by (f(3.1) - f(2.9)) / 0.2. What comes out, apart from rounding?",
        right=6.0,
        told="9.61 - 8.41 is 1.2, by 0.2 that is 6: of a parabola, measuring from both sides gives the slope itself.",
        usual={
            6.1: "That is measured from 3 to 3.1, to one side alone.",
            5.9: "That is measured from 2.9 to 3, to one side alone.",
            9.0: "That is f(3), and not how fast it changes there.",
            1.2: "That is the difference. It belongs to a way of 0.2.",
        },
        otherwise="3.1 squared is 9.61, and 2.9 squared is 8.41.",
    ),
)
