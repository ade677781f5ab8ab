"""The learner's file as a module, and the course's own parts where it has none: checkpoints, one a lesson."""

import ast
import hashlib
import linecache
import re
import sys
from pathlib import Path
from types import ModuleType

from . import shelf

CHECKPOINTS = Path(__file__).with_name("checkpoints")
FILE, OF_THE_COURSE = "mine", "checkpoint_"
# Which exercise puts the learner's own in the place of the course's.
MADE_IN = {"Value": "2.1", "trace": "2.4", "topological": "5.1", "gradcheck": "6.1"}
MADE_IN |= {"Neuron": "7.1", "Layer": "7.2", "MLP": "7.3"}
MADE_IN |= {"train": "8.1"}
MADE_IN |= {"hinge": "9.1", "accuracy": "9.2", "batches": "9.3"}
MADE_IN |= {"Momentum": "10.1", "Adam": "10.2"}
MADE_IN |= {"init": "11.1"}
INSTEAD = "mine.py has no {name} yet: this one is the course's own (checkpoint {number})."
YOURS = " Exercise {exercise} puts yours in its place."
BROKEN = "asked: {name} of mine.py\nfound: mine.py can't be run{where}: {error}: {says}\ntry:   {tries}"
MEND = "mend that line in mine.py, or `mine.undo()`, which brings back what was there before"
LINE = " in its line {line}"
# What a lesson's Value has, from the one after it on: which exercises give it that, and what it is.
STEPS = (
    (4, "_backward", "no step back yet{ops}: exercises 4 give it one"),
    (5, "backward", "no backward() yet: exercise 5.2 gives it one"),
)
NONE_HERE = "Your Value has {lacks}."
NO_OTHER = (
    " This copy holds none that may be taken instead: do those first. What needs none runs already, cell by cell."
)
LACKS = NONE_HERE + " Until then this page takes the course's; mine.checkpoint({number}) puts it into mine.py."
FOR = " for {ops}"
# What has its own step back after exercises 4.
OPERATIONS = {
    "+": lambda a, b: a + b,
    "*": lambda a, b: a * b,
    "**": lambda a, b: a**3,
    "/": lambda a, b: a / b,
    "relu": lambda a, b: a.relu(),
    "tanh": lambda a, b: a.tanh(),
    "exp": lambda a, b: a.exp(),
    "log": lambda a, b: a.log(),
}
NOT_THERE = "mine.py has no {name!r}; it has {names}"
NOT_HERE = (
    "asked: {name} of mine.py\nfound: mine.py has no {name} yet, and this copy holds none that may be taken instead\n"
    "try:   exercise {exercise}, whose check keeps yours; what needs no {name} runs already, a cell at a time"
)
_loaded, _texts, _said = {}, {}, set()


class CantRead(ImportError):
    """The file can't be run, or lacks a part that this copy does not have either; in three parts."""

    def _render_traceback_(self):
        """What a notebook shows of it: the three parts, and not the way to them through files that nobody has read."""
        return str(self).splitlines()


def module() -> ModuleType | None:
    """The file as a module, loaded anew when it has changed; None where there is none. CantRead where it fails."""
    try:
        file = shelf.read()
    except (OSError, ValueError) as error:
        says = getattr(error, "strerror", None) or error
        raise CantRead(
            BROKEN.format(name="a part", where="", error=type(error).__name__, says=says, tries=MEND)
        ) from None
    return None if file is None else made(FILE, file.text)


def made(name, text) -> ModuleType:
    """A module of this text. CantRead where it does not run."""
    key = (name, hashlib.sha256(text.encode()).hexdigest())
    if key not in _loaded:
        number = sum(one == name for one, _ in _loaded)
        file = "{name}.py{again}".format(name=name, again=" ({n})".format(n=number + 1) if number else "")
        lines = text.splitlines(keepends=True)
        linecache.cache[file] = (len(text), None, lines, file)  # for tracebacks, and to take methods from
        found, to_run = _begun(name, text)
        found.__file__ = file
        try:
            exec(compile(to_run, file, "exec"), vars(found))
        except Exception as error:
            trace, line = error.__traceback__, getattr(error, "lineno", None)
            while trace:
                line = trace.tb_lineno if trace.tb_frame.f_code.co_filename == file else line
                trace = trace.tb_next
            where = LINE.format(line=line) if line else ""
            says = getattr(error, "msg", None) or error
            said = {"name": "a part", "where": where, "error": type(error).__name__, "says": says, "tries": MEND}
            raise CantRead(BROKEN.format(**said)) from None
        _loaded[key] = found
        _texts[key] = text
    return _loaded[key]


def _begun(name, text):
    """(A module to run it in, the text that is to be run): the rest alone, where an earlier file went so far.

    So a Value of before is one of now, and `isinstance` says so, as long as what was there has not changed.
    """
    found = ModuleType(name)
    head, _, body = text.partition("\n")
    for key in reversed(_loaded):
        before = _texts[key].partition("\n")[2].rstrip()
        rest = body[len(before) :]
        if key[0] != name or not before or not body.startswith(before) or not _stands_alone(rest):
            continue
        named = re.findall(r"^(?:def|class)\s+(\w+)|^(\w+)\s*=", rest, re.MULTILINE)
        if not any(re.search(rf"\b{one or other}\b", before) for one, other in named):
            vars(found).update(vars(_loaded[key]), __doc__=head.strip('"'))
            return found, "\n" * (1 + before.count("\n")) + rest  # each line keeps its number
    return found, text


def _stands_alone(rest):
    """Whether this is a text of its own, and not the end of a line or of a class."""
    try:
        return rest.startswith("\n") and bool(ast.parse(rest).body)
    except (SyntaxError, ValueError):
        return False


def checkpoints() -> tuple[int, ...]:
    """The numbers of the lessons whose checkpoint this copy holds, in order."""
    return tuple(sorted(int(p.stem[-2:]) for p in CHECKPOINTS.glob(f"{OF_THE_COURSE}[0-9][0-9].py")))


def text_of(number: int) -> str:
    """A checkpoint as text. KeyError where this copy does not hold it."""
    if number not in checkpoints():
        raise KeyError(number)
    return (CHECKPOINTS / f"{OF_THE_COURSE}{number:02}.py").read_text(encoding="utf-8")


def newest(name: str, below: int = 99):
    """(number, module) of the newest checkpoint of a lesson before this one that has the name; None where none has."""
    for number in reversed([n for n in checkpoints() if n < below]):
        found = made(f"{OF_THE_COURSE}{number:02}", text_of(number))
        if hasattr(found, name):
            return number, found
    return None


def lesson_here() -> int:
    """The lesson whose checks this notebook has loaded, the highest; 99 where it has none."""
    found = [re.fullmatch(r"micrograd_lab\.checks\.lesson_(\d\d)", name) for name in list(sys.modules)]
    return max((int(match[1]) for match in found if match), default=99)


def part(name: str):
    """What the file defines under a name, or else, said once in a printed line, the course's own.

    AttributeError where neither has it; CantRead where this copy may not have it, or the file can't be run.
    """
    own = module()
    if own is not None and name in vars(own):
        return _whole(own.Value) if name == "Value" else vars(own)[name]
    found = None if name.startswith("_") else newest(name, lesson_here())
    if found is None:
        if name in MADE_IN:
            raise CantRead(NOT_HERE.format(name=name, exercise=MADE_IN[name]))
        names = [n for n in vars(own) if n[:1] != "_"] if own is not None else []
        raise AttributeError(NOT_THERE.format(name=name, names=", ".join(names) or "nothing yet"))
    number, there = found
    if (name, number) not in _said:
        _said.add((name, number))
        more = YOURS.format(exercise=MADE_IN[name]) if name in MADE_IN else ""
        print(INSTEAD.format(name=name, number=number) + more)
    return vars(there)[name]


def _whole(cls):
    """The learner's class; where it lacks what earlier lessons were to give it, the course's, which is said once."""
    for number, attribute, lacks in STEPS:
        without = _without(cls, attribute) if number < lesson_here() < 99 else []
        if without:
            ops = FOR.format(ops=", ".join(without)) if len(without) < len(OPERATIONS) and all(without) else ""
            there = newest("Value", lesson_here()) if number in checkpoints() else None
            if (cls, attribute) not in _said:
                _said.add((cls, attribute))
                said = {"lacks": lacks.format(ops=ops), "number": there and there[0]}
                print((LACKS if there else NONE_HERE + NO_OTHER).format(**said))
            return there[1].Value if there else cls
    return cls


def _without(cls, attribute):
    """The operations whose step back is not there; [""] where the attribute is not, and [] where nothing is missing."""
    try:
        leaf = cls(1.0)
    except Exception:  # whatever a learner's class raises: it is told where it is used
        return []
    if not hasattr(leaf, attribute):
        return [""]
    return [op for op, made in OPERATIONS.items() if not _steps(cls, made)] if attribute == "_backward" else []


def _steps(cls, made):
    """Whether a result of this operation hands something to an input; one that fails is told where it is used."""
    a, b = cls(0.5), cls(2.0)
    try:
        a.grad = b.grad = 0.0
        out = made(a, b)
        step = out._backward
        out.grad = 1.0
    except Exception:  # whatever a learner's class raises
        return False
    try:
        step()
    except Exception:  # whatever a learner's step raises
        return True
    return (a.grad, b.grad) != (0.0, 0.0)


def origin(world) -> tuple[bool, str] | None:
    """Whether what this module made is the file's own already, and of which checkpoint; None of any other module."""
    world = world or ""
    if world == FILE:
        return True, ""
    return (True, str(int(world[-2:]))) if re.fullmatch(OF_THE_COURSE + r"\d\d", world) else None
