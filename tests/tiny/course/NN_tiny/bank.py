"""Twice and half: answers that are wrong, and right ones."""

from known_wrong.bank import Right, Wrong

LESSON = "lesson_NN"
GIVEN = ""

TWICE, HALF = "def twice(x):\n    return {}", "def half(x):\n    return {}"

WRONG = [
    Wrong("twice", "squared", TWICE.format("x * x")),
    Wrong("twice", "two more", TWICE.format("x + 2")),
    Wrong("twice", "x itself", TWICE.format("x")),
    Wrong("half", "twice for half", HALF.format("2 * x")),
    Wrong("half", "rounded down", HALF.format("x // 2")),
    Wrong("half", "x itself", HALF.format("x")),
    Wrong("complete_twice", "two more", TWICE.format("2 + x")),
    Wrong("complete_twice", "squared", TWICE.format("x * x")),
    Wrong("mend_half", "rounded down", HALF.format("x // 2")),
    Wrong("mend_half", "twice for half", HALF.format("x * 2")),
]
RIGHT = [
    Right("twice", "a product", TWICE.format("2 * x")),
    Right("twice", "a sum", TWICE.format("x + x")),
    Right("twice", "lambda", "twice = lambda x: x * 2"),
    Right("twice", "a list", TWICE.format("sum([x, x])")),
    Right("half", "a quotient", HALF.format("x / 2")),
    Right("half", "a product", HALF.format("0.5 * x")),
    Right("half", "lambda", "half = lambda x: x / 2"),
    Right("half", "a power", HALF.format("x * 2**-1")),
    Right("complete_twice", "as asked", TWICE.format("2 * x")),
    Right("complete_twice", "a sum", TWICE.format("x + x")),
    Right("mend_half", "as asked", HALF.format("x / 2")),
    Right("mend_half", "a product", HALF.format("0.5 * x")),
]
