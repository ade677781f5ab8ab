"""Stand-ins for what an answer may mention and does not need: the checks, and the parts of micrograd_lab that draw.

Libraries are real, or absent, as they would be in a kernel.
"""

import importlib
import importlib.machinery
import sys
import types

PACKAGE = "micrograd_lab"
NOT_FIXED = "{number} has no fixed numbers."


class Inert:
    """Any attribute, call, item or sum of it is itself again. False, empty, and no number."""

    __slots__ = ()

    def __getattr__(self, name):
        if name[:2] == "__" or name[:6] in ("_repr_", "_ipyth"):
            raise AttributeError(name)
        return self

    def __setattr__(self, name, value):
        pass

    def __call__(self, *given, **named):
        # As a decorator it leaves the function as it is.
        return given[0] if len(given) == 1 and not named and callable(given[0]) else self

    def _itself(self, *_):
        return self

    __getitem__ = __enter__ = __add__ = __sub__ = __mul__ = __truediv__ = __pow__ = __neg__ = _itself
    __radd__ = __rsub__ = __rmul__ = __rtruediv__ = __rpow__ = __matmul__ = _itself

    def __setitem__(self, key, value):
        pass

    def __exit__(self, *_):
        return False

    def __iter__(self):
        return iter(())

    def __len__(self):
        return 0

    def __bool__(self):
        return False

    def __mro_entries__(self, bases):
        return ()

    def __repr__(self):
        return "<not in the sandbox>"


INERT = Inert()


class Check:
    """A check that tells what it is called with. What it gives looks like an attempt that passed."""

    def __init__(self, number, run):
        self._number, self._run = number, run
        self.outcome, self.hinted = None, 0

    def __call__(self, learner, seed=0, strict=None, who=""):
        self._run.reached(self._number, learner, who)
        self.outcome = Passed()
        return self.outcome

    def given(self, who=""):
        numbers = self._run.given(self._number, who)
        if numbers is None:
            raise ValueError(NOT_FIXED.format(number=self._number))
        return numbers

    def __getattr__(self, name):
        return getattr(INERT, name)


class Passed:
    """What a check gives where it passes, for code that looks at it."""

    state, text, remark = "passed", "", ""

    def __repr__(self):
        return self.state


class InertModule(types.ModuleType):
    """A module whose every name is a stand-in, but for those that it is given."""

    def __getattr__(self, name):
        if name[:2] == "__":
            raise AttributeError(name)
        return INERT


class Finder:
    """The last to be asked for a module: makes stand-ins for the parts of the package that are not there."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        if name.split(".")[0] == PACKAGE:
            return importlib.machinery.ModuleSpec(name, Finder, is_package=True)
        return None

    @staticmethod
    def create_module(spec):
        return InertModule(spec.name)

    @staticmethod
    def exec_module(module):
        pass


def install():
    sys.meta_path.append(Finder)


def face(name, known):
    """`micrograd_lab.checks.<name>` as a learner's cells import it: its checks and classes, and no more."""
    importlib.import_module(f"{PACKAGE}.checks.{name}").__dict__.update(known)
