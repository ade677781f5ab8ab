"""Before lesson 1: what runs on a page, what a loss wants, and what is asked of each number."""

from ..item import Item

LARGER, SMALLER = "the same way again", "back the other way"
WHICH_WAY, WHAT_VALUE = "which way it should move, and how much it matters", "which value is the right one for it"
ERROR = "which of the answers it got wrong"

ITEMS = (
    Item(
        "a cell that has not run",
        "00",
        "A cell says x = 5, and has run. You change it to x = 8 and don't run it. The next cell is print(x). What does "
        "it print?",
        right=5.0,
        told="Python knows what has run, and not what stands on the page.",
        usual={8.0: "8 stands on the page, but nobody has told Python: a cell does nothing until it runs."},
        otherwise="Only a cell that runs changes x. Which one has run, and what did it say then?",
    ),
    Item(
        "what a loss wants",
        "00",
        "You move a slider to the right, and the loss goes from 0.8 to 0.5. Where do you move it next?",
        right=(LARGER,),
        told="The loss says how wrong the answers are, so less of it is better, and the way that made it less goes on.",
        usual={SMALLER: "That would be right if 0.8 were the better one. But a loss counts what is wrong."},
        otherwise="Does the loss count what is right, or what is wrong?",
        options=(LARGER, SMALLER),
    ),
    Item(
        "one question of each number",
        "00",
        "A network learns by small moves of its numbers. What must be known of each number before a move?",
        right=(WHICH_WAY,),
        told="Nobody knows where it will end: it is enough to know the next small move, for each of them.",
        usual={
            WHAT_VALUE: "Nobody knows that before the end. You found your three in the same way: by small moves.",
            ERROR: "One number has a hand in every answer, so none of them is its own.",
        },
        otherwise="Think of your own hand on the slider: what did you look for at each move?",
        options=(WHAT_VALUE, WHICH_WAY, ERROR),
    ),
    Item(
        "grows by",
        "00",
        "y = 4x + 3. You raise x from 2 to 5. By how much does y grow?",
        right=12.0,
        told="x grows by 3, and y four times as fast. The 3 that is added was there before, and is there after.",
        usual={
            3.0: "That is by how much x grows. What does y do meanwhile?",
            15.0: "4 · 3 + 3: but the 3 that is added stands in the old y and in the new one, so it adds no growth.",
            23.0: "That is the new y. Where was y before?",
        },
        otherwise="Work out y at 2 and y at 5, and look at the difference.",
    ),
)
