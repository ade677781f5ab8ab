"""An answer that passed, put into the learner's file: composed, tried in an empty process, written; or why not."""

import ast

from . import loading, shelf
from .classes import world
from .composing import composed
from .file_text import made, members_of
from .pieces import Gathering, Piece
from .reaching import PLAIN
from .trial import tried
from .trouble import CantKeep

KEPT, LEFT = "Kept in mine.py: {name}.", "Not kept in mine.py: {why}."
WITH_OWN = " {names} in it {are} the course's own (checkpoint {number})."
SHADOWS = " Your `{name}` hides Python's own of that name there too."
NO_CLASS = "it has no {cls} yet. Do exercise {exercise} first, whose check keeps yours, then this check again"
SLIP = (
    "there is a slip in its line {line} ({says}), so it was left as it is. Mend that line, or `mine.undo()`, then run "
)
SLIP += "this check again"
UNREADABLE = "{says}, so it was left as it is. Move it away, then run this check again"
FAILED = "on its own, without this notebook, it {how}. What was there stays"
RAISES = "raises {error}{where}: {says}"
NOT_TOGETHER = "it could not be put together with what is there ({error}). What was there stays"
WHERE = " at `{code}`"
BY_STEP = ". A Value of mine.py knows its step back as `_backward`, so say `v._backward()`"
GRADIENTS = "gives a = {a:g} and b = {b:g} as the gradients of a*b + a*b*a at a = 2, b = -3, where -15 and 6 are right"
DISK = (
    "{reason}. Your answer stands in this notebook, and what was kept before is as it was. Run this check again later"
)
UNDONE, NOTHING = (
    "mine.py is as it was before. What it was until now lies beside it, in mine_older.",
    ("There is no older version of mine.py."),
)
GIVEN = (
    "mine.py now holds checkpoint {number}, the course's own. What it was until now lies beside it, in mine_older; "
    "mine.undo() brings it back."
)
NO_CHECKPOINT = "asked: checkpoint {number}\nfound: this copy holds {found}\ntry:   {tries}"
ONE_OF, ASK = "one of these", "your teacher, who decides which a copy for a class holds"
FIRST_LINES = "# The course's own, up to lesson {number} (mine.checkpoint({number})).\n"


def keep(name: str, thing, lesson) -> str:
    """Put what passed into the file under this name, "Value", or as a method of a class there, "Value.backward".

    Gives the line that says so, or why it was not done; it raises nothing.
    """
    try:
        with shelf.alone():
            return _kept(name, thing, int(lesson))
    except CantKeep as why:
        return LEFT.format(why=why)
    except OSError as error:
        return LEFT.format(why=DISK.format(reason=error.strerror or error))
    except (SyntaxError, ValueError, RecursionError, LookupError, TypeError, AttributeError) as error:
        return LEFT.format(why=NOT_TOGETHER.format(error=type(error).__name__))


def undo() -> str:
    """Bring the older version of the file back; gives a sentence on it. What was there stays beside it."""
    with shelf.alone():
        return UNDONE if shelf.back() else NOTHING


def checkpoint(number: int) -> str:
    """Put the course's own file, as it stands after this lesson, in the place of the learner's; gives a sentence."""
    number = int(number)
    try:
        text = loading.text_of(number)
    except KeyError:
        found = ", ".join(map(str, loading.checkpoints())) or "none"
        tries = ONE_OF if loading.checkpoints() else ASK
        raise loading.CantRead(NO_CHECKPOINT.format(number=number, found=found, tries=tries)) from None
    with shelf.alone():
        shelf.write(_there(), FIRST_LINES.format(number=number) + text)
    return GIVEN.format(number=number)


def _kept(name, thing, lesson):
    file = _there()
    text = file.text if file else ""
    try:
        ast.parse(text)
    except (SyntaxError, ValueError) as error:
        line, says = getattr(error, "lineno", 1), getattr(error, "msg", error)
        raise CantKeep(SLIP.format(line=line, says=says)) from None
    cls, _, method = name.rpartition(".")
    gathering = Gathering(loading.origin)
    if cls:
        members = members_of(text, cls)
        if not members:
            _take_class(gathering, cls, lesson)
        body = gathering.method(cls, method, thing)
        pieces = [*gathering.pieces.values()]
        if not members:
            text = composed(text, pieces, lesson, ())
        pieces = [p for p in pieces if p.name != cls]
        pieces.append(Piece(cls, "", {method: body}))
        main = (cls,)
    else:
        gathering.take(name, thing, world(thing) or {name: thing})
        pieces, main = [*gathering.pieces.values()], (name, getattr(thing, "__name__", name))
    there = made(file.text if file else "")
    own = [p for p in gathering.pieces.values() if p.origin and p.name in loading.MADE_IN and p.name not in there]
    new = composed(text, pieces, lesson, main)
    if file is None or new != file.text:
        has = members_of(new, "Value")
        asks = "" if not has or name.partition(".")[0] != "Value" else "backward" if "backward" in has else "values"
        if found := tried(new, asks):
            raise CantKeep(FAILED.format(how=_how(found)))
        shelf.write(file, new)
    said = KEPT.format(name=name)
    if own:
        names = ", ".join(p.name for p in own)
        said += WITH_OWN.format(names=names, are="is" if len(own) == 1 else "are", number=own[-1].origin)
    hidden = [p.name for p in pieces if p.name in PLAIN]
    return said + "".join(SHADOWS.format(name=one) for one in hidden)


def _there():
    try:
        return shelf.read()
    except ValueError as error:
        raise CantKeep(UNREADABLE.format(says=error)) from None


def _take_class(gathering, cls, lesson):
    found = loading.newest(cls, lesson)
    if found is None:
        raise CantKeep(NO_CLASS.format(cls=cls, exercise=loading.MADE_IN.get(cls, "2.1")))
    gathering.take(cls, vars(found[1])[cls], vars(found[1]))


def _how(found):
    if found["error"] == "Gradients":
        a, b = found["got"]
        return GRADIENTS.format(a=a, b=b)
    where = WHERE.format(code=found["code"]) if "code" in found else ""
    more = BY_STEP if "no attribute 'partials'" in found["says"] else ""
    return RAISES.format(error=found["error"], where=where, says=found["says"]) + more
