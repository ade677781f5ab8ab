"""A notebook's cells as its kernel would run them, one after another, each with its first error and no more."""

import ast
import builtins
import inspect
import itertools
import linecache
import marshal
import random
import signal
import sys
import types

from micrograd_lab.checks.beside.run import TimeUp, Watch, as_result

FLAGS = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
ASLEEP = 5  # times its processor's time may a cell take by the clock
FUTURES = 0x1FE0000  # what a cell imports from __future__ holds in those after it


class Kernel:
    """`names` is what the cells have made; `watch` ends the one that runs, unless it is stopped.

    One that forgives goes on in a cell after a statement that fails, as where a library is not there.
    """

    def __init__(self, place, forgives=False):
        main = sys.modules["__main__"] = types.ModuleType("__main__")
        sys.argv = ["notebook"]
        sys.path.insert(0, place)  # where a learner's own files are
        random.seed(0)  # the same answer gets the same grade each time
        builtins.input = _typed(itertools.count())
        self.names, self.flags, self.watch, self.forgives = main.__dict__, 0, None, forgives
        self.names |= {"__builtins__": builtins, "exit": _nothing, "quit": _nothing, "display": _nothing}
        self.names["get_ipython"] = self.shell

    def shell(self):
        """IPython's shell for these names, made when the first cell asks for one."""
        from .shell import shell_for

        made = shell_for(self)
        self.names["get_ipython"] = builtins.get_ipython = lambda: made
        return made

    def run(self, source, name, seconds):
        """Its error, if any, as {"error", "says", "line", "code"}; {"error": "TimeUp"} after so many seconds."""
        if isinstance(source, str):
            linecache.cache[name] = (len(source), None, source.splitlines(True), name)
        try:
            self.timed(lambda: self.do(source, name), seconds)
        except TimeUp:
            return {"error": "TimeUp", "says": f"{seconds:g}"}
        except (Exception, SystemExit, KeyboardInterrupt) as error:
            return as_result(error)
        return None

    def timed(self, do, seconds):
        """What do() gives; TimeUp when it has computed for so many seconds, or slept for ASLEEP times as many."""
        self.watch = Watch(seconds)
        signal.signal(signal.SIGALRM, _wake)
        signal.setitimer(signal.ITIMER_REAL, ASLEEP * seconds)
        try:
            with self.watch:
                return do()
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)

    def still(self):
        """No time is up any more."""
        signal.setitimer(signal.ITIMER_REAL, 0)
        self.watch.stop()

    def do(self, source, name):
        """Run the statements; the value of the last one, as a cell shows it, is `_`."""
        if isinstance(source, bytes):  # a right answer to another exercise: it comes from us
            exec(marshal.loads(source), self.names)
            return None
        tree = ast.parse(python(source), name)
        if self.forgives:
            return self._each(tree.body, name)
        last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
        self._step(tree, name, "exec")
        if last is None:
            return None
        value = self._step(ast.Expression(last.value), name, "eval")
        if value is not None and not source.rstrip().endswith(";"):
            self.names["_"] = value
        return value

    def _each(self, statements, name):
        """Run all that can be run; the first error is the cell's."""
        first = None
        for statement in statements:
            try:
                self._step(ast.Module([statement], []), name, "exec")
            except (Exception, SystemExit, KeyboardInterrupt) as error:
                first = first or error
        if first:
            raise first

    def _step(self, tree, name, kind):
        code = compile(tree, name, kind, FLAGS | self.flags, dont_inherit=True)
        self.flags |= code.co_flags & FUTURES
        value = eval(code, self.names)
        if code.co_flags & inspect.CO_COROUTINE:
            import asyncio

            value = asyncio.run(value)
        return value


def python(source):
    """A cell in Python: as it is, or, where it is none, translated by IPython."""
    try:
        ast.parse(source)
    except SyntaxError:
        with_commands = _translated(source)
        return source if with_commands is None else with_commands
    return source


def _translated(source):
    try:
        from IPython.core.inputtransformer2 import TransformerManager
    except ImportError:
        return None
    try:
        return TransformerManager().transform_cell(source)
    except SyntaxError:
        return None


def _wake(*_):
    """A cell that sleeps uses no processor, and nothing but a signal ends it."""
    raise TimeUp


def _nothing(*_, **__):
    return None


def _typed(calls):
    def typed(*_):
        """What input() gives: nobody is there to type."""
        if next(calls) > 100:
            raise EOFError("input() was called again and again")
        return "0"

    return typed
