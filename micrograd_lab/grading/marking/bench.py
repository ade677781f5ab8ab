"""Where what learners have handed in is read and judged: by our code, in a process of its own for each piece, which may
use up its own time and memory and nobody else's."""

import atexit
import contextlib
import json
import os
import select
import signal
import subprocess
import sys
import threading
from dataclasses import asdict
from pathlib import Path

from ...checks import lesson
from ..handout import handout, lessons
from ..intake.answers import Unreadable, notebook
from ..sandbox.inside import frames
from . import taken_out, verdict
from .cases import draw_cases
from .reply import Reply

PROJECT = Path(__file__).resolve().parents[3]
START = "import sys; sys.path.insert(0, {project!r}); from micrograd_lab.grading.marking import bench; bench.serve()"
MEMORY, SECONDS, WALL = 1 << 30, 20, 120  # of one piece of work
kept = threading.local()

TOO_MUCH = "It takes more time or memory to read than a notebook may."


def grade(given, secret, who, reply):
    """The Grade of this Reply to the cases of `who`; one without points where a judge cannot bear it."""
    where = {"lesson": f"{int(given.exercise.number.split('.')[0]):02d}", "number": given.exercise.number}
    asked = {"work": "grade", "secret": secret.hex(), "who": who, "reply": vars(reply), **where}
    found = _done(json.dumps(asked).encode(), b"")
    if not found or "grade" not in found:
        return verdict.unreadable(given)
    return verdict.Grade(**{**found["grade"], "notes": tuple(found["grade"]["notes"])})


def read_notebook(data):
    """(cells, notes) of a notebook's bytes. Unreadable where there are none."""
    found = _done(json.dumps({"work": "read"}).encode(), data)
    if not found or "cells" not in found:
        raise Unreadable((found or {}).get("why", TOO_MUCH))
    return [tuple(cell) for cell in found["cells"]], found["notes"]


def own_file(data, lesson):
    """The text of a mine.py that was handed in, for this lesson (marking/taken_out.py); None where it is no Python."""
    found = _done(json.dumps({"work": "own file", "lesson": lesson}).encode(), data)
    return found.get("text") if found else None


def _done(asked, data):
    """What comes of a piece of work, as a dict; None where it has used up what it may."""
    for _ in range(2):
        try:
            process = _server()
            for letter, body in ((b"A", asked), (b"D", data)):
                frames.write(process.stdin.fileno(), letter, body)
            if select.select([process.stdout], [], [], WALL + 10)[0]:
                letter, body = frames.read(process.stdout.fileno())
                if letter:
                    return json.loads(body) if body else None
        except OSError:
            pass
        _end(kept.server)
        kept.server = None
    return None


def _server():
    if getattr(kept, "server", None) is None or kept.pid != os.getpid():
        kept.pid = os.getpid()
        kept.server = subprocess.Popen(
            [sys.executable, "-c", START.format(project=str(PROJECT))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
            bufsize=0,
        )
        atexit.register(_end, kept.server)
    return kept.server


def _end(process):
    with contextlib.suppress(OSError, AttributeError):
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        process.stdin.close()
        process.stdout.close()


def serve():
    """Do pieces of work until standard input is closed, each in a new process."""
    for number in lessons():
        lesson(number)
    while True:
        (letter, asked), (_, data) = frames.read(0), frames.read(0)
        if not letter:
            return
        told = json.loads(asked)
        if told["work"] == "grade":
            _right(told)
        inside, outside = os.pipe()
        child = os.fork()
        if not child:
            with contextlib.suppress(BaseException):
                os.close(inside)
                _limited()
                frames.write(outside, b"D", json.dumps(_work(told, data)).encode())
            os._exit(0)
        os.close(outside)
        frames.write(1, b"D", _answer(inside))
        os.close(inside)
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _right(asked):
    """What is asked of whom, and what is right there, which is worked out once, before anything of a learner's is."""
    given = handout(asked["lesson"]).given[asked["number"]]
    cases = draw_cases(given.exercise, bytes.fromhex(asked["secret"]), asked["who"])
    judge = given.exercise.judge
    if judge.accepts is None:
        for case in cases.all:
            judge.memory.outcome_of(judge.expected, case)
    return given, cases


def _answer(inside):
    return frames.read(inside)[1] if select.select([inside], [], [], WALL)[0] else b""


def _limited():
    import resource

    for name, most in (("RLIMIT_CPU", SECONDS), ("RLIMIT_AS", MEMORY), ("RLIMIT_CORE", 0)):
        with contextlib.suppress(AttributeError, ValueError, OSError):
            resource.setrlimit(getattr(resource, name), (most, most))


def _work(asked, data):
    if asked["work"] == "read":
        try:
            cells, notes = notebook(data)
        except Unreadable as error:
            return {"why": str(error)}
        return {"cells": cells, "notes": notes}
    if asked["work"] == "own file":
        return {"text": taken_out.text_for(data, asked["lesson"])}
    given, cases = _right(asked)
    reply = Reply(**{**asked["reply"], "troubles": tuple(asked["reply"]["troubles"])})
    return {"grade": asdict(verdict.grade_exercise(given, cases, reply))}
