"""Whose each file is, and what its learner is called: one folder, number or name is one learner; in doubt, two."""

from collections import defaultdict
from dataclasses import dataclass, field

from . import flat, shapes
from .folders import OF_THE_COURSE, folders, settle
from .names import CLASS, folded, is_generic, words

NAMESAKES = "somebody else has the same name"
NOBODYS = "It is no notebook, and nothing says whose it is."
EMPTY_FOLDER = "The folder is empty."
SAVED_ONLY = "There is only what Jupyter keeps by itself of it, and not the notebook."


@dataclass(eq=False)
class Claim:
    """A file, and whose it is said to be. `number` is a course system's, `home` the learner's own folder, if any."""

    found: object
    who: str
    number: str = ""
    lasting: bool = False
    name: str = ""
    assignment: str = ""
    home: object = None
    parent: object = None
    trouble: str = ""
    notes: list = field(default_factory=list)
    nobodys: bool = False
    namesakes: bool = False
    id: str = ""

    @property
    def sure(self):
        """How sure it is that this is theirs: in a folder of theirs or by a system's name 2, by its name alone 1, and 0
        where it lies in what may be somebody else's."""
        if self.parent is not None and self.parent.doubtful:
            return 0
        return 2 if self.home is not None or self.number else 1

    @property
    def origin(self):
        """Where it comes from: files of one learner from two of these may be two people's."""
        place = self.home if self.home is not None else self.parent
        return self.sure, self.number or id(place)


def claims(found, name, known):
    """The Claims of all that was found in a folder called `name`; known(text): whether somebody is called so."""
    top = folders(found, name)
    settle(top, known)
    result = []
    _gather(top, result, known)
    for several in _by_name(result).values():
        _tell_apart(several)
    _one_id_each(result)
    return result


def _gather(folder, result, known):
    if folder.person or folder.aside:
        result += _of_learner(folder) if folder.person else _aside(folder)
        return
    for one, (who, _, shape, note) in flat.owners(folder.files, folder, known).items():
        notes = [*filter(None, [note]), *(shape.notes if shape else ())]
        if shape:
            result.append(Claim(one, who, shape.number, shape.lasting, shape.file, parent=folder, notes=notes))
        elif who and not one.checkpoint:
            result.append(Claim(one, who, parent=folder, notes=notes))
        elif not one.checkpoint:
            result.append(Claim(one, one.place, trouble=one.trouble or NOBODYS, nobodys=True))
    for within in folder.folders.values():
        _gather(within, result, known)


def _aside(folder):
    for one in folder.beneath():
        if not one.checkpoint:
            yield Claim(one, one.place, trouble=OF_THE_COURSE.format(folder=folder.name), nobodys=True)


def _of_learner(folder):
    """What lies in a learner's folder, whatever it is called."""
    shape = folder.shape
    who, number = (shape.who, shape.number) if shape else (_login(folder), "")
    every = list(folder.beneath())
    own = [one for one in every if not one.checkpoint]
    made = {"number": number, "lasting": bool(shape and shape.lasting), "home": folder, "parent": folder.above}
    if not every:
        yield Claim(None, who, trouble=EMPTY_FOLDER, **made)
    for one in own or every[:1]:
        below = one.names[folder.depth : -1]
        assignment = shape.assignment if shape and shape.assignment else below[0] if len(below) == 1 else ""
        name = inner.file if (inner := shapes.of_file(one.name)) and inner.file else one.name
        notes = list(shape.notes) if shape else []
        trouble = "" if own else SAVED_ONLY
        yield Claim(one, who, name=name, assignment=assignment, trouble=trouble, notes=notes, **made)


def _login(folder):
    """A folder's name without what GitHub Classroom puts before a login, and GitHub behind a repository."""
    parts = folder.name.split("-")
    whole = parts
    while len(parts) > 1 and (is_generic(parts[0]) or (parts != whole and parts[0].isdecimal())):
        parts = parts[1:]
    while len(parts) > 1 and is_generic(parts[-1]):
        parts = parts[:-1]
    return "-".join(parts) if any(words(part) for part in parts) else folder.name


def _by_name(result):
    named = defaultdict(list)
    for claim in result:
        if not claim.nobodys:
            named[folded(claim.who)].append(claim)
    return named


def _tell_apart(several):
    """Give one id to all of one name, or several where numbers, folders or classes say that they are several."""
    who = several[0].who
    marks = _numbers(several) or _classes(several) or _groups(several) or _beside(several)
    for claim in several:
        mark = marks.get(claim, "")
        claim.namesakes = bool(marks)
        claim.id = f"{who} ({mark})" if mark else who
        claim.who = who
        if marks:
            claim.notes.append(NAMESAKES)


def _numbers(several):
    """Canvas's numbers are a learner's own; Moodle gives others for each assignment, where they tell learners apart."""
    lasting = {claim.number for claim in several if claim.lasting}
    together = defaultdict(set)
    for claim in several:
        if claim.number and not claim.lasting:
            together[claim.parent, claim.name or (claim.found.name if claim.found else "")].add(claim.number)
            if claim.found and claim.found.lesson and claim.found.notebook:
                together[claim.parent, claim.found.lesson].add(claim.number)
    if len(lasting) > 1 or any(len(numbers) > 1 for numbers in together.values()):
        return {claim: claim.number for claim in several if claim.number}
    return {}


def _classes(several):
    """In folders of two classes, two learners."""
    of = {claim: _class_of(claim.parent) for claim in several}
    return of if len(set(of.values())) > 1 else {}


def _class_of(folder):
    while folder is not None and folder.above is not None:
        if CLASS.fullmatch(folder.name) and not folder.name.isdecimal():
            return folder.name
        folder = folder.above
    return ""


def _groups(several):
    """In two other folders of several learners, two learners, where both have something for one lesson.

    In folders of weeks and lessons, and in archives, it is the same learner again.
    """
    of, lessons = {claim: _group_of(claim.parent) for claim in several}, defaultdict(set)
    for claim in several:
        if claim.found and claim.found.notebook:
            lessons[claim.found.lesson].add(of[claim])
    if any(len(groups) > 1 for groups in lessons.values()):
        return {claim: group for claim, group in of.items() if group}
    return {}


def _group_of(folder):
    while folder is not None and folder.above is not None:
        if not folder.archive and not is_generic(folder.name):
            return folder.name
        folder = folder.above
    return ""


def _beside(several):
    """Two folders side by side, whose names differ in their letters' form alone, with files for one lesson."""
    homes = list(dict.fromkeys(claim.home for claim in several if claim.home and not claim.home.shape))
    marks = {}
    for n, home in enumerate(homes):
        for other in homes[:n]:
            if home.above is other.above and _raw(home) != _raw(other) and home.lessons & other.lessons:
                marks[home] = home.name if home.name != several[0].who else str(n + 1)
    return {claim: marks.get(claim.home, "") for claim in several} if marks else {}


def _raw(folder):
    return folder.raw.removesuffix(".zip") if folder.archive else folder.raw


def _one_id_each(result):
    """No two learners have one id, whatever they are called."""
    owners = {}
    for claim in result:
        if claim.nobodys:
            claim.id = claim.who
            continue
        key, n, made = (folded(claim.who), claim.id), 1, claim.id
        while owners.setdefault(folded(made), key) != key:
            n += 1
            made = f"{claim.id} [{n}]"
        claim.id = made
