"""live.questions: ten questions before the course, and ten others on the same subjects after it."""

from html import escape

import ipywidgets

from .... import journal
from ...base.keys import Keys
from ...base.view import View, plain
from . import after, ten
from .ten import UNSURE

TESTS = {"before": ten.TEN, "after": after.TEN}

NUMBER, ASKED = "Question {number} of {count}.", "Question {number} of {count}. {question}"
ANSWERED = "{answered} of {count} answered."
ALL = "All ten are answered."
CHOOSE = "Choose one. “{unsure}” is an answer too."
END = "All ten are answered. The end of the course asks ten others like them, and then tells what has changed."
BEFORE, NOT_BEFORE = "Before: {score} of 10.", "You have not answered all ten before the course."
NOW = "{before} Now: {score} of 10."
NO_SUCH = 'live.questions takes "before" or "after"; got {when!r}.'


class QuestionsView(View):
    """One question at a time, with no word on whether an answer is right. Answers are kept in the journal.

    `answers` is {subject: option}. From code: `answer(option)`, then the next question is asked. When all are answered
    after the course, `score` tells how many were right before and how many are now.
    """

    command = "questions"

    def __init__(self, when):
        self.when, self.ten, self.answers = when, TESTS[when], self._kept(when)
        self.number = len(self.ten)
        self.title = ipywidgets.HTML()
        self.entry = ipywidgets.RadioButtons(options=[UNSURE], value=None, layout={"width": "max-content"})
        self.go = ipywidgets.Button(description="answer", tooltip="keep this answer and go on")
        self.back = ipywidgets.Button(description="back", tooltip="to the question before")
        self.again = ipywidgets.Button(description="from the start", tooltip="answer all ten anew")
        self.status = ipywidgets.HTML()
        super().__init__(
            [self.title, self.entry, ipywidgets.HBox([self.go, self.back, self.again]), self.status], footer=False
        )
        self.children = [*self.children, self.message, Keys()]
        self.on(self.go, lambda _: self.answer(self.entry.value))
        self.on(self.back, lambda _: self._ask(self.number - 1))
        self.on(self.again, lambda _: self._ask(0))
        self._ask(self._first_open())

    def answer(self, option):
        """Keep this answer to the question on screen, and ask the next one."""
        if self.number == len(self.ten):
            self.say(ALL)
            return
        question = self.ten[self.number]
        if option not in (*question.options, UNSURE):
            self.say(CHOOSE.format(unsure=UNSURE))
            return
        self.answers[question.about] = option
        trouble = journal.add("answer", test=self.when, question=question.about, answer=option)
        self._ask(self.number + 1)
        if trouble:
            self.say(trouble)

    def score(self, when):
        """How many answers were right; None where not all ten are given."""
        answers = self.answers if when == self.when else self._kept(when)
        if any(question.about not in answers for question in TESTS[when]):
            return None
        return sum(answers[question.about] == question.right for question in TESTS[when])

    def text(self):
        if self.number == len(self.ten):
            return self._end()
        question = self.ten[self.number]
        lines = [ASKED.format(number=self.number + 1, count=len(self.ten), question=question.text)]
        return "\n".join([*lines, *(f"  - {option}" for option in (*question.options, UNSURE))])

    def code(self):
        return f'live.questions("{self.when}")'

    def _kept(self, when):
        known = {question.about: (*question.options, UNSURE) for question in TESTS[when]}
        entries = journal.entries("answer", test=when)
        return {e["question"]: e["answer"] for e in entries if e.get("answer") in known.get(str(e.get("question")), ())}

    def _first_open(self):
        return next((n for n, question in enumerate(self.ten) if question.about not in self.answers), len(self.ten))

    def _ask(self, number):
        self.number = number
        ended = number == len(self.ten)
        self.again.layout.display = "" if ended else "none"
        self.entry.layout.display = self.go.layout.display = "none" if ended else ""
        self.back.disabled = number == 0
        if ended:
            self.title.value, self.status.value = f"<b>{plain(self._end())}</b>", ""
        else:
            question = self.ten[number]
            which = NUMBER.format(number=number + 1, count=len(self.ten))
            self.title.value = f"<b>{which}</b> {escape(question.text)}"
            self.entry.value = None
            self.entry.options = (*question.options, UNSURE)
            self.entry.value = self.answers.get(question.about)
            self.status.value = plain(ANSWERED.format(answered=len(self.answers), count=len(self.ten)))
        self.redraws += 1

    def _end(self):
        if self.when == "before":
            return END
        before, after = (self.score(when) for when in TESTS)
        earlier = NOT_BEFORE if before is None else BEFORE.format(score=before)
        return NOW.format(before=earlier, score=after)


def questions(when="before"):
    """Ten questions on slopes, graphs and training: "before" the course, and ten others "after" it."""
    if when not in TESTS:
        raise ValueError(NO_SUCH.format(when=when))
    return QuestionsView(when)
