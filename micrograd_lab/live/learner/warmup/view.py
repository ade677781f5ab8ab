"""live.warmup: a question at a time, answered and kept, and a sentence on each answer."""

from html import escape

import ipywidgets

from .... import journal
from ...base.keys import Keys
from ...base.view import View, plain
from .chosen import chosen

WARM_UP, FROM = "Warm-up.", "{number} of {count}, from lesson {lesson}."
ASKED = "{number}. (lesson {lesson}) {asks}"
YOURS, NONE_YET = "   Your answer: {answer}. {said}", "   Your answer: none yet"
NOT_ANSWERED, CHOOSE = "Type an answer first: a guess is enough.", "Choose an answer first: a guess is enough."
NO_NUMBER = "{typed} is not a number. Type one, as 2.5 or -3: a guess is enough."
AGAIN, IT_IS = "{said} Answer again, or go on.", "{said} The answer is {right}. {told}"
END = "That was the warm-up: {right} of {count} at the first go."
LEFT = "{count} left without an answer."


class WarmupView(View):
    """Three questions, one at a time; each answer gets its sentence, and is kept in the journal.

    A wrong answer may be given once more. `answers` is {item's name: the answers given to it}. From code: `answer(x)`
    to the question on screen, then `next()`.
    """

    command = "warmup"

    def __init__(self, lesson):
        self.lesson, self.items = lesson, chosen(lesson)
        self.title = ipywidgets.HTML()
        self.entry = ipywidgets.Text(description="your answer", layout={"width": "260px"})
        self.entry.style.description_width = "initial"
        self.choice = ipywidgets.RadioButtons(options=[""], value=None, layout={"width": "max-content"})
        self.go = ipywidgets.Button(description="answer", tooltip="give this answer")
        self.on_to = ipywidgets.Button(description="next", tooltip="to the next question")
        self.again = ipywidgets.Button(description="from the start", tooltip="all three once more")
        self.said = ipywidgets.HTML()
        self.said.add_class("micrograd-said")
        buttons = ipywidgets.HBox([self.go, self.on_to, self.again])
        super().__init__([self.title, self.entry, self.choice, buttons, self.said], footer=False)
        self.children = [*self.children, self.message, Keys()]
        self.entry.on_msg(self._entered)
        self.on(self.go, lambda _: self.answer(self.choice.value if self.item.options else self.entry.value))
        self.on(self.on_to, lambda _: self.next())
        self.on(self.again, lambda _: self._begin())
        self._begin()

    @property
    def item(self):
        """The Item on screen; None after the last."""
        return self.items[self.number] if self.number < len(self.items) else None

    def answer(self, typed):
        """Give an answer to the question on screen: it is kept, and a sentence says what it shows."""
        item = self.item
        if item is None or self._is_over(item):
            return
        read = None if typed is None or not str(typed).strip() else item.reads(typed)
        if read is None:
            empty = CHOOSE if item.options else NOT_ANSWERED
            self.say(NO_NUMBER.format(typed=typed) if str(typed or "").strip() and not item.options else empty)
            return
        self.answers[item.name].append(read)
        trouble = journal.add(
            "warmup",
            lesson=self.lesson,
            item=item.name,
            of=item.lesson,
            question=item.asks,
            answer=read,
            right=item.is_right(read),
        )
        self._show()
        if self._is_over(item):
            self.on_to.focus()  # where the keys were is gone
        self.redraws += 1
        if trouble:
            self.say(trouble)

    def next(self):
        """Go on to the next question, or after the last to what came of them."""
        self._ask(min(self.number + 1, len(self.items)))
        if self.item is None:
            self.again.focus()
        elif not self.item.options:
            self.entry.focus()

    def text(self):
        lines = []
        for number, item in enumerate(self.items, 1):
            lines.append(ASKED.format(number=number, lesson=int(item.lesson), asks=item.asks))
            lines += [f"   - {option}" for option in item.options]
            given = self.answers[item.name]
            lines.append(YOURS.format(answer=_short(given[-1]), said=self._sentence(item)) if given else NONE_YET)
        return "\n".join(lines)

    def code(self):
        return f'live.warmup("{self.lesson}")'

    def _begin(self):
        self.answers = {item.name: [] for item in self.items}
        self._ask(0)

    def _is_over(self, item):
        given = self.answers[item.name]
        return len(given) > 1 or (bool(given) and item.is_right(given[-1]))

    def _sentence(self, item):
        given = self.answers[item.name]
        said = item.says(given[-1])
        if item.is_right(given[-1]):
            return said
        return (IT_IS if len(given) > 1 else AGAIN).format(said=said, right=item.shown, told=item.told)

    def _ask(self, number):
        self.number = number
        item = self.item
        if item:
            which = FROM.format(number=number + 1, count=len(self.items), lesson=int(item.lesson))
            self.title.value = f"<b>{WARM_UP}</b> {escape(which)}<br>{escape(item.asks)}"
            self.entry.value = ""
            self.choice.value = None
            self.choice.options = item.options or [""]
            self.choice.value = None
        else:
            self.title.value = f"<b>{escape(self._end())}</b>"
        self._show()
        self.redraws += 1

    def _show(self):
        """What may be done now, and what is said to the last answer."""
        item = self.item
        over = item is None or self._is_over(item)
        _shown(self.entry, item and not item.options and not over)
        _shown(self.choice, item and item.options and not over)
        _shown(self.go, not over)
        _shown(self.on_to, item)
        _shown(self.again, not item)
        given = item and self.answers[item.name]
        sentence = YOURS.format(answer=_short(given[-1]), said=self._sentence(item)).strip() if given else ""
        # Set in as something new, so that a screen reader says it without being asked.
        self.said.value = f"<div role='alert'>{plain(sentence)}</div>" if given else ""

    def _entered(self, _widget, content, _buffers):
        if content.get("event") == "submit":  # the Enter key
            self._guarded(lambda: self.answer(self.entry.value))

    def _end(self):
        right = sum(bool(given) and item.is_right(given[0]) for item, given in self._given())
        left = sum(not given for _, given in self._given())
        said = END.format(right=right, count=len(self.items))
        return f"{said} {LEFT.format(count=left)}" if left else said

    def _given(self):
        return [(item, self.answers[item.name]) for item in self.items]


def _shown(widget, there):
    widget.layout.display = "" if there else "none"


def _short(answer):
    return "{:g}".format(answer) if isinstance(answer, (int, float)) else answer


def warmup(lesson):
    """Three questions from earlier lessons before this one, as "05", and from what you were sure of and wrong about.

    ValueError where the lesson has none.
    """
    return WarmupView(lesson)
