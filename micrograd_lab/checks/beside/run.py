"""Run a probe on cases where the learner's code lives: JSON-like cases in, JSON-like results out.

A probe is a function of the learner's object and one case. This file and the probes import nothing that knows
an answer, so that they can run beside code that nobody has read.
"""

import contextlib
import json
import linecache
import os
import sysconfig
import threading
import time
import traceback
from pathlib import Path

try:
    import ctypes
except ImportError:  # a Python without it, as one in a browser may be
    ctypes = None

# What no learner has written: this package, and Python with its libraries.
LIBRARIES = {sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")}
OTHERS = tuple(f"{place}{os.sep}" for place in (Path(__file__).resolve().parents[2], *LIBRARIES))
STRIKES, ASLEEP = 200, 10
LEARNERS = "mine.py"  # the one file of a learner's own


class TimeUp(BaseException):
    """The learner's code took too long. No Exception, so that no `except Exception` in it swallows it."""


def run_probe(probe, learner, cases, seconds=5.0):
    """One result per case. What the learner's code raises is a result too: {"error": type, "says", "line", "code"},
    with the function "in" which it was raised, where that is the learner's.

    {"untouched": True} says that what was to be written is still the stub; {"error": "TimeUp"} ends the run.
    """
    results = []
    for case in cases:
        results.append(result_of(probe, learner, json.loads(json.dumps(case)), seconds))
        if isinstance(results[-1], dict) and results[-1].get("error") == "TimeUp":
            results += [results[-1]] * (len(cases) - len(results))
            break
    return results


def result_of(probe, learner, case, seconds):
    """The result of one case, which is the probe's own: it may empty it before it calls what the learner wrote."""
    if untouched(learner):
        return {"untouched": True}
    try:
        result = in_time(lambda: probe(learner, case), seconds)
        return json.loads(json.dumps(result))
    except TimeUp:
        return {"error": "TimeUp", "says": f"{seconds:g}"}
    except NotImplementedError:
        return {"untouched": True}
    except (Exception, SystemExit, KeyboardInterrupt) as error:
        return as_result(error)


def untouched(thing):
    """Is this what a stub leaves: `...`, None, a dict or list of nothing but `...`, or a function whose body is only
    `...`, `pass` or a docstring?"""
    if thing is None or thing is ...:
        return True
    if isinstance(thing, (dict, list, tuple)):
        return bool(thing) and all(item is ... for item in (thing.values() if isinstance(thing, dict) else thing))
    code = getattr(getattr(thing, "__func__", thing), "__code__", None)
    return code is not None and code.co_code in STUBS and set(code.co_consts) <= {None, thing.__doc__}


def _stub(): ...


def _documented_stub():
    """What it is for."""


STUBS = {_stub.__code__.co_code, _documented_stub.__code__.co_code}


def as_result(error):
    """A learner's exception, at the learner's own line: the last one that is neither ours nor a library's."""
    frames = [f for f in traceback.extract_tb(error.__traceback__) if not f.filename.startswith(OTHERS)]
    found = {"error": type(error).__name__, "says": str(error)[:500]}
    found |= {"in": frames[-1].name[:200]} if frames else {}
    frames = [f for f in frames if f.line or linecache.getline(f.filename, f.lineno)]
    if frames:
        found |= {"line": frames[-1].lineno, "code": (frames[-1].line or "").strip()[:200]}
        found |= {"within": _begins(frames[-1])} if _begins(frames[-1]) else {}
    return found


def _begins(frame):
    """What the cell of a frame begins with, where that is another line; the file's name, where that is a learner's."""
    if os.path.exists(frame.filename):
        return os.path.basename(frame.filename) if os.path.basename(frame.filename) == LEARNERS else ""
    lines = linecache.getlines(frame.filename)
    first = next((n for n, line in enumerate(lines, 1) if line.strip() and line.lstrip()[0] != "#"), frame.lineno)
    return "" if first == frame.lineno else lines[first - 1].strip()[:80]


def in_time(do, seconds):
    """Call do(); TimeUp is raised within it when it has computed for longer."""
    with Watch(seconds):
        return do()


class Watch:
    """Raises TimeUp in what stands under `with` when that has computed for so many seconds. Works in any thread and on
    any system, but not inside a single long call of C code, which Python cannot interrupt. In a Python without threads
    or ctypes, as in a browser, there is no limit."""

    def __init__(self, seconds):
        self.seconds, self.lock, self.over = seconds, threading.Lock(), threading.Event()

    def __enter__(self):
        if ctypes is None:
            return self
        self.target = threading.get_ident()
        with contextlib.suppress(RuntimeError):  # no threads
            threading.Thread(target=self._strike, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.stop()

    def stop(self):
        """No strike comes after this; one that is still under way does no harm."""
        while not self.over.is_set():
            try:
                with self.lock:
                    self.over.set()
                for _ in range(100):  # one that is still under way strikes here
                    pass
            except TimeUp:
                continue

    def _strike(self):
        used, began, strikes = time.process_time(), time.monotonic(), STRIKES
        while strikes and not self.over.wait(0.05):
            # The processor's time, so that a busy machine fails nobody; a sleep is ended too, but later.
            if time.process_time() - used < self.seconds and time.monotonic() - began < ASLEEP * self.seconds:
                continue
            strikes -= 1  # more than one: a bare `except:` in a loop may catch the first
            with self.lock:
                if not self.over.is_set():
                    _raise_in(self.target, TimeUp)


def _raise_in(thread, exception):
    # Never None, to take one back: Python 3.11 then looks for it at every jump and call, and a debugger hangs.
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(exception))
