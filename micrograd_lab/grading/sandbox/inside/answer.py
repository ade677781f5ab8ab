"""One exercise in a process of its own: run the cells, then the probe on each case, and tell plain numbers."""

import base64
import builtins
import itertools
import json
import linecache
import pkgutil
import random
import sys
import types

from micrograd_lab.checks.beside.run import TimeUp, as_result, in_time, run_probe

from .cells import statements
from .stand_ins import INERT, Gives, face

LONGEST = 200_000  # of one result, in characters


def run(task, tell):
    """tell() what became of the cells, then one result per case."""
    for lesson, known in task["check_modules"].items():
        face(lesson, {name: real(what) for name, what in known.items()})
    names, troubles = notebook(), []
    for cell in task["cells"]:
        source = base64.b64decode(cell["code"]) if "code" in cell else cell["source"]
        trouble = do(source, cell["name"], names, task["seconds"])
        if trouble:
            troubles.append({"cell": cell["name"], **trouble})
    try:
        learner = eval(task["learner"], names)
    except Exception as error:
        tell({"troubles": troubles, "missing": f"{type(error).__name__}"})
        return
    tell({"troubles": troubles})
    probe = pkgutil.resolve_name(":".join(task["probe"]))
    late = None
    for case in task["cases"]:
        result = late or run_probe(probe, learner, [case], task["seconds"])[0]
        if len(json.dumps(result)) > LONGEST:
            result = {"type": "very large thing"}
        tell(result)
        if isinstance(result, dict) and result.get("error") == "TimeUp":
            late = result


def real(what):
    """What an answer may ask of `check`: a class of the probes, or the numbers that an exercise gives."""
    if isinstance(what, list):
        return pkgutil.resolve_name(":".join(what))
    return Gives(what)


def notebook():
    """The names that a notebook starts with, in a module that is `__main__`."""
    main = sys.modules["__main__"] = types.ModuleType("__main__")
    sys.argv = ["notebook"]
    random.seed(0)  # the same answer gets the same grade each time
    calls = itertools.count()

    def typed(*_):
        """What input() gives: nobody is there to type."""
        if next(calls) > 100:
            raise EOFError("input() was called again and again")
        return "0"

    builtins.input = typed
    main.__dict__.update(
        {"__builtins__": builtins, "display": INERT, "get_ipython": lambda: INERT, "exit": INERT, "quit": INERT}
    )
    return main.__dict__


def do(source, name, names, seconds):
    """Run a cell; its first error, if any, and where. What comes after a failing statement still runs."""
    if isinstance(source, str):
        linecache.cache[name] = (len(source), None, source.splitlines(True), name)
    first = None
    try:
        parts = statements(source, name)
    except Exception as error:
        return {"error": type(error).__name__, "line": getattr(error, "lineno", None), "says": str(error)[:500]}

    def through():
        nonlocal first
        for part in parts:
            try:
                exec(part, names)
            except (Exception, SystemExit, KeyboardInterrupt) as error:
                first = first or as_result(error)

    try:
        in_time(through, seconds)
    except TimeUp:
        return {"error": "TimeUp", "says": f"{seconds:g}"}
    return first
