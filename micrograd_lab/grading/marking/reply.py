"""What is said with an answer's process: bounded, typed data; nothing in it is trusted, not even its shape."""

import json
import math
from dataclasses import dataclass

INERT = "inert"  # what is missing is there, and a stand-in
ENDED = "Ended"  # the "error" of cases that the process did not live to answer
FORGED = "more answers than questions"
DEEPEST, LONGEST, MOST = 8, 2000, 5000
ASKS = 1000  # so often a run may ask for its numbers
ENOUGH = b""  # to a process that says what it cannot have been asked: it is ended


@dataclass(frozen=True)
class Reply:
    """`results`, one per case; `troubles` of cells; `missing` where there is nothing to check; how it ended, if not
    well."""

    results: list
    troubles: tuple = ()
    missing: str = ""
    end: str = "done"


class First:
    """The first run of a notebook's cells: which checks are called, what bears which name, and who the learner is.

    `calls` is {number: how often}, `called` {number: the cell of the last call}, `at` the cell that runs.
    `numbers(number, who)` gives an exercise's own numbers, or None; `many` cells are run.
    """

    def __init__(self, numbers, many=MOST):
        self.numbers, self.many = numbers, many
        self.begin()

    def begin(self):
        self.at, self.asks, self.calls, self.called, self.troubles = -1, 0, {}, {}, []
        self.names, self.me, self.whole = {}, "", False

    def __call__(self, line):
        """What is said to this line, as bytes; None is the start of another try."""
        if line is None:
            self.begin()
            return None
        said = read(line)
        number = said.get("called")
        if type(said.get("at")) is int and 0 <= said["at"] < self.many:
            self.at = said["at"]
            if isinstance(said.get("trouble"), dict):
                self.troubles.append({"cell": self.at, **error(said["trouble"])})
        elif isinstance(number, str):
            self.calls[number] = self.calls.get(number, 0) + 1
            self.called[number] = self.at
        elif isinstance(said.get("names"), dict):
            self.names = {n: how for n, how in said["names"].items() if isinstance(how, str)}
            self.me, self.whole = str(said.get("me", ""))[:200], True
        elif "ready" in said or "result" in said:
            return ENOUGH
        elif "given" in said:
            self.asks += 1
            numbers = self.numbers(str(said["given"]), str(said.get("who", ""))) if self.asks <= ASKS else None
            return json.dumps(numbers).encode()
        return None


class Asked(First):
    """The run in which an answer gets its cases: `draw(who)` gives them when it is ready, and each goes when the one
    before has come back."""

    def __init__(self, numbers, draw, many=MOST):
        self.draw = draw
        super().__init__(numbers, many)

    def begin(self):
        super().begin()
        self.cases, self.results, self.who, self.missing, self.forged = None, [], "", "", False

    def __call__(self, line):
        said = read(line) if line is not None else {}
        if "ready" in said and self.cases is None:
            self.who = str(said["ready"])[:200]
            self.cases = self.draw(self.who)
            return self.next()
        if "result" in said:
            if self.cases is None or len(self.results) == len(self.cases.all):
                self.forged = True
                return ENOUGH
            result = plain(said["result"])
            self.results.append(error(result) if isinstance(result, dict) and "error" in result else result)
            late = isinstance(result, dict) and result.get("error") == "TimeUp"
            if late:  # it is as slow with the others
                self.results += [self.results[-1]] * (len(self.cases.all) - len(self.results))
            return self.next()
        if "missing" in said and self.cases is None:
            self.missing = str(said["missing"])[:200] or "nothing"
            return None
        if self.cases is not None and "given" not in said:
            self.forged = self.forged or "ready" in said
            return ENOUGH if self.forged else None  # what is told of cells from now on may hold hidden cases
        return super().__call__(line)

    def next(self):
        done = len(self.results)
        return json.dumps([self.cases.all[done]]).encode() if done < len(self.cases.all) else b"null"

    def reply(self, end, seconds):
        """The Reply, one result per case, where the process ended so."""
        if self.cases is None:
            self.cases = self.draw("")
        many = len(self.cases.all)
        if self.forged or end == "flood":
            return Reply([{"error": ENDED}] * many, self.told(), end=FORGED if self.forged else end)
        if self.missing:
            return Reply([{"error": ENDED}] * many, self.told(), missing=self.missing, end=end)
        if len(self.results) == many:
            return Reply(self.results, self.told())
        out_of_time = end in ("time", "signal 24") or (end == "signal 9" and not self.results)
        fill = {"error": "TimeUp", "says": f"{seconds:g}"} if out_of_time else {"error": ENDED}
        left = [fill] * (many - len(self.results))
        return Reply(self.results + left, self.told(), end=end if end != "done" else "exit")

    def told(self):
        return tuple(self.troubles)


def read(line):
    """A line as the dict that it should be; {} where it is none."""
    try:
        said = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def error(read):
    """An error's type, text, line and code, and nothing of another kind under these names."""
    texts = {name: read[name][:LONGEST] for name in ("error", "says", "code") if isinstance(read.get(name), str)}
    line = {"line": read["line"]} if type(read.get("line")) is int else {}
    return {"error": ENDED, "says": "", **texts, **line}


def plain(thing, depth=DEEPEST):
    """JSON as it is, but shallow, with numbers that are floats or small, and texts that fit on a page."""
    if isinstance(thing, bool) or thing is None or isinstance(thing, float):
        return thing
    if isinstance(thing, int):
        return thing if abs(thing) < 1 << 53 else float(thing) if abs(thing) < 1 << 1000 else math.inf
    if isinstance(thing, str):
        return thing[:LONGEST]
    if not depth:
        return {"type": "nest of lists"}
    if isinstance(thing, list):
        return [plain(item, depth - 1) for item in thing[:MOST]]
    return {key[:LONGEST]: plain(value, depth - 1) for key, value in list(thing.items())[:MOST]}
