"""The first process in the sandbox: it never runs a learner's code, and keeps no trace of what it has started.

Each answer is begun by a keeper, a new process from this one: its memory is as if it were the first. Python is started
with -P and not with -I: that would leave out PYTHONHASHSEED, by which sets of names have the same order in every run.
"""

import gc
import importlib
import json
import os
import select
import sys
import warnings

from . import answer, calls, confine, frames, keeper


def main(setting):
    """Serve until standard input is closed. `setting` is {"path", "import"}: where packages are, and those that its
    answers ask for."""
    out = os.dup(1)
    null = os.open(os.devnull, os.O_RDWR)
    for number in (1, 2):  # what is printed costs nothing, however much it is
        os.dup2(null, number)
    sys.path += setting["path"]
    warnings.simplefilter("ignore")
    answer.install()
    for name in setting["import"]:  # once for all, in an order that is always the same
        try:
            importlib.import_module(name)
        except Exception:
            continue  # the answer that asks for it hears of it
    confine.alone()
    gc.collect()
    gc.freeze()
    frames.write(out, b"R", json.dumps({"filter": calls.known()}).encode())
    while select.select([0], [], []):
        child = os.fork()
        if not child:
            os._exit(keeper.main(out))
        if os.waitpid(child, 0)[1]:
            os._exit(0)
