"""One answer in a process of its own: the notebook's cells, as a kernel runs them, then what its check was called with.

A task without "ask" is a first run: it tells which checks are called, and asks nothing. One with "ask" ends at the
call that it names, where the cases come, one at a time, and each goes before the next one comes.
"""

import base64
import json
import os
import pkgutil

from micrograd_lab.checks.beside.run import TimeUp, result_of

from . import mine
from .cells import Kernel
from .stand_ins import INERT, Check, face, install  # noqa: F401 - the spawner installs

LONGEST = 200_000  # of one result, in characters
SOON = 1.0  # seconds for what a name holds, or says of itself


class Line:
    """What an answer's process says, and is told: a line of JSON at a time."""

    def __init__(self, heard, said):
        self.heard, self.said, self.left = heard, said, b""

    def tell(self, thing):
        line = json.dumps(thing).encode() + b"\n"
        while line:
            line = line[os.write(self.said, line) :]

    def ask(self, thing):
        self.tell(thing)
        while b"\n" not in self.left:
            more = os.read(self.heard, 1 << 16)
            if not more:
                os._exit(0)
            self.left += more
        line, self.left = self.left.split(b"\n", 1)
        return json.loads(line)


class Run:
    """A notebook's run. `called` holds, for each exercise, what its check was called with last, and how often."""

    def __init__(self, task, line):
        self.line, self.wanted, self.called, self.counts = line, task.get("ask"), {}, {}
        for path, content in task["files"].items():
            os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
            with open(path, "wb") as file:
                file.write(base64.b64decode(content))
        self.kernel = Kernel(os.getcwd(), task["forgives"])
        mine.install(task.get("mine", {}))
        for lesson, known in task["check_modules"].items():
            checks = {name: Check(number, self) for name, number in known["checks"].items()}
            classes = {name: pkgutil.resolve_name(":".join(place)) for name, place in known["classes"].items()}
            face(lesson, {**checks, **classes})

    def given(self, number, who):
        """The numbers of an exercise for whoever it is: who is graded has no others."""
        return self.line.ask({"given": number, "who": str(who)[:200]})

    def reached(self, number, learner, who):
        """A check is called: where it is the one that is asked for, this is the end."""
        self.called[number] = learner
        self.counts[number] = self.counts.get(number, 0) + 1
        ask = self.wanted
        if ask is None:
            self.line.tell({"called": number})
        elif (number, self.counts[number]) == (ask["number"], ask["call"]):
            who = _text(who)  # whatever it is: as long as the cell may take
            self.kernel.still()
            self.probed(learner, who)

    def probed(self, learner, who):
        """Give this to the probe, case by case, and end the process."""
        if learner is INERT:
            self.line.tell({"missing": "inert"})
            os._exit(0)
        probe, seconds = pkgutil.resolve_name(":".join(self.wanted["probe"])), self.wanted["seconds"]
        reply = self.line.ask({"ready": who})
        while reply is not None:
            reply = self.line.ask({"result": self.result(probe, learner, reply.pop(), seconds)})
        os._exit(0)

    def result(self, probe, learner, case, seconds):
        """Of a case; "TimeUp" too where the function sleeps, or what it gives does when it is read."""
        try:
            return self.kernel.timed(lambda: _result(probe, learner, case, seconds), seconds + SOON)
        except TimeUp:
            return {"error": "TimeUp", "says": f"{seconds:g}"}

    def end(self, names):
        """Tell whether what bears each name, {number: expression}, may be another than was checked; and who it is."""
        found = {}
        for number, name in names.items():
            try:
                thing = self.named(name)
            except (Exception, TimeUp):
                continue
            same = self.called.get(number, self) is thing and not isinstance(thing, type)
            found[number] = "same" if same else "other"
        self.line.tell({"names": found, "me": self.me()})

    def named(self, expression):
        """What it gives with the names that the cells have made; these may compute for ever."""
        return self.kernel.timed(lambda: eval(expression, self.kernel.names), SOON)

    def me(self):
        """Who the cells say that the learner is; "" where that cannot be said."""
        try:
            return self.kernel.timed(lambda: _text(self.kernel.names.get("me", "")), SOON)
        except (Exception, TimeUp):
            return ""


def _text(thing):
    """What it says of itself, as a text and of no class of a learner's."""
    return "".join([str(thing)])[:200]


def _result(probe, learner, case, seconds):
    result = result_of(probe, learner, case, seconds)
    return {"type": "very large thing"} if len(json.dumps(result)) > LONGEST else result


def run(task, heard, said):
    """Run the cells, and tell of each; then what the task is for."""
    done = Run(task, Line(heard, said))
    for number, cell in enumerate(task["cells"]):
        done.line.tell({"at": number})
        source = base64.b64decode(cell["code"]) if "code" in cell else cell["source"]
        trouble = done.kernel.run(source, cell["name"], cell["seconds"])
        if trouble:
            done.line.tell({"at": number, "trouble": trouble})
    ask = task.get("ask")
    if ask is None:
        done.end(task["names"])
        return
    try:
        learner = done.named(ask["learner"])
    except (Exception, TimeUp) as error:
        done.line.tell({"missing": type(error).__name__})
        return
    done.probed(learner, done.me())
