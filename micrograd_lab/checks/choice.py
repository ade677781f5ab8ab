"""An exercise whose answer is one of several options, several of them, or all of them in order."""

import re

from .beside.choice import letters
from .exercise import Exercise
from .judge import Judge, Misconception

# What is put there on purpose, and can't be gone through for letters.
UNREAD = tuple("a {type}".format(type=name) for name in ("tuple", "list", "dict", "set", "bool", "NoneType", "complex"))
UNQUOTED = Misconception(
    "no quotes",
    None,
    "That is no letter: without quotes Python takes a name, and hands over what the name stands for.",
    'write the letter in quotes, as in letter = "...".',
    seen=lambda case, result: any(one.startswith("a ") and one not in UNREAD for one in result),
)

NO_OPTION = "{typed} is none of the options."
SENTENCE = "Which letters count can't be told from this sentence: {typed}."
NO_LETTER = "Where a letter should stand there is {typed}."
LETTERS_ALONE = 'give the letters alone, in quotes, as in "{first}".'
EMPTY = "An empty answer"
CHOOSE = "choose from {options}."
PUT_ALL = "put all of {options} in order."
UNEXPLAINED = "each option needs a sentence in `why`; {number} has none for {options}."


def not_letters(strange, first):
    """(what is wrong, what to try) where the first of these is a sentence or a type, and no letter; () of any other."""
    if not strange or " " not in strange[0]:
        return ()
    says = NO_LETTER if re.fullmatch(r"a \w+", strange[0]) else SENTENCE
    return says.format(typed=strange[0]), LETTERS_ALONE.format(first=first)


class Choice(Exercise):
    """Call it with a letter, or with a list of letters: `check.hunt("B")`. `options` is {letter: text}.

    `why` is {letter: (what choosing it, or leaving it out, tells; what to try)}. A key of several letters stands for
    just that answer. The sentence of the right answer is shown when it passes. `right` are the right letters, in order
    where `ordered`. Where one letter is right and an option has no sentence, it is a ValueError.
    """

    def __init__(self, number, title, points, options, right, why, hints, ordered=False):
        self.options, self.right, self.ordered = dict(options), list(right), ordered
        missing = [letter for letter in options if letter not in why]
        if len(self.right) == 1 and missing:
            raise ValueError(UNEXPLAINED.format(number=number, options=", ".join(missing)))
        keys = sorted(why, key=len, reverse=True)  # a whole answer before any of its letters
        named = [self._misconception(key, *why[key]) for key in keys if list(key) != self.right]
        remark = why.get("".join(self.right), ("", ""))[0]
        judge = Judge(
            cases=lambda seed: ({"options": "".join(self.options), "ordered": ordered},),
            expected=lambda case: self.right,
            accepts=lambda case, result: result == self.right,
            tells=lambda case: "",
            shows=lambda result: ", ".join(result) or "no letter",
            otherwise=self._otherwise_by_letters,
            remarks=lambda cases, results: remark,
            misconceptions=(*named, UNQUOTED),
        )
        super().__init__(number, title, points, letters, judge, hints)

    def show(self):
        """The options as text, a line each."""
        return "\n".join(f"{letter}  {text}" for letter, text in self.options.items())

    def _misconception(self, key, says, tries):
        if len(key) > 1 or self.ordered or len(self.right) == 1:
            answer = list(key) if self.ordered else sorted(key)
            return Misconception(" ".join(key), None, says, tries, seen=lambda case, result: result == answer)
        # Of several right ones: an option that was left out, or one that does not belong there.
        wanted = key in self.right
        name = f"{key} left out" if wanted else f"{key} chosen"

        def seen(case, result):
            return bool(result) and set(result) <= set(self.options) and (key in result) is not wanted

        return Misconception(name, None, says, tries, seen=seen)

    def _otherwise_by_letters(self, case, result):
        options = ", ".join(self.options)
        strange = [letter for letter in result if letter not in self.options]
        if unread := not_letters(strange, options[0]):
            return unread
        if strange or not result:
            return NO_OPTION.format(typed=strange[0] if strange else EMPTY), CHOOSE.format(options=options)
        if self.ordered and sorted(result) != sorted(self.options):
            return "An order holds each option once.", PUT_ALL.format(options=options)
        if len(self.right) == 1 and len(result) > 1:
            return "One option is right.", "decide for one letter."
        return "Not all of it is right.", "go through the options one by one, and say to each why it fits or not."
