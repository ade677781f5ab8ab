"""Which folders are a learner's own, decided from the whole picture: their names, and what lies beside and in them.

A folder of a course system's shape, or of somebody in the roster, is a learner's. One that is called as courses call
theirs ("week 3", "exercises") holds several. Of the others, one holds several learners' work where folders in it, or
names of files, are several for one lesson, and fewer of those beside it are plainly a learner's; else it is one's own.
"""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cached_property

from . import shapes
from .names import ARCHIVE, folded, is_generic, is_teachers, letters, person_in, shown

NOTHING, NAMES, FOLDERS, SHAPES = range(4)  # how sure it is that a folder holds several learners' work
OF_NBGRADER = {"source", "release", "autograded", "feedback"}
OF_THE_COURSE = "It lies in a folder of the course's own, {folder}."


@dataclass(eq=False)
class Folder:
    """A folder or an archive: `person` where all in it is one learner's, `aside` where nothing of it is anybody's.

    `beside` where it is taken for several learners', and somebody's own work lies beside it: it may be somebody's too.
    """

    raw: str
    above: object = None
    archive: bool = False
    folders: dict = field(default_factory=dict)
    files: list = field(default_factory=list)
    person: bool = False
    sure: int | None = None
    aside: bool = False
    beside: bool = False

    @cached_property
    def shape(self):
        """The Shape that a course system gave it: a folder's, or, of an archive, that of the file that it is."""
        return shapes.of_folder(self.name) or (shapes.of_file(shown(self.raw)) if self.archive else None)

    @property
    def doubtful(self):
        """Whether it lies in what may be somebody else's."""
        return self.beside or (self.above is not None and self.above.doubtful)

    @cached_property
    def name(self):
        name = shown(self.raw)
        return ARCHIVE.sub("", name).strip() or name

    @cached_property
    def depth(self):
        return 0 if self.above is None else 1 + self.above.depth

    @cached_property
    def lessons(self):
        """For which lessons there are notebooks beneath it."""
        own = {_lesson(one) for one in self.files if one.notebook and not one.checkpoint}
        return own.union(*(folder.lessons for folder in self.folders.values()))

    def beneath(self):
        """Every Found in it, in order."""
        yield from self.files
        for folder in self.folders.values():
            yield from folder.beneath()


def folders(found, name):
    """The Folder of all that was found; `name` is what it is called."""
    top = Folder(name)
    for one in found:
        at = top
        for n, raw in enumerate(one.parts if one.empty_folder else one.parts[:-1]):
            at = at.folders.setdefault(raw, Folder(raw, at))
            at.archive = at.archive or n in one.archives
        if not one.empty_folder:
            at.files.append(one)
    return top


def settle(folder, known):
    """Find the learners' folders beneath one that holds several; known(name) says whether somebody is called so."""
    within = list(folder.folders.values())
    names = {folded(one.name) for one in within}
    if {"exercises", "lessons"} <= names and not any(one.lessons and not _of_course(one, known) for one in within):
        folder.person = True  # a copy of the course's folder
        return
    plain = []
    for one in within:
        if (
            len(within) > 1
            and not known(one.name)
            and (is_teachers(one.name) or ("submitted" in names and folded(one.name) in OF_NBGRADER))
        ):
            one.aside = True
        elif one.shape or known(one.name):
            one.person = True
        elif not is_generic(one.name):
            plain.append(one)
    sure = {one: several(one, known) for one in plain}
    single = {one for one in plain if not sure[one] and one.lessons and _holds_one_folder(one)}
    against = [one for one in plain if not sure[one] and one.lessons and one not in single]
    most = sum(map(bool, sure.values())) > len(against)
    alone = most and not _others(folder)
    for one in plain:
        of_class = sure[one] >= SHAPES or (most and (sure[one] or one in single))
        if one.archive:  # beside other work it is somebody's, whatever is in it, but as Moodle calls its own
            of_class = (alone and (sure[one] or one in single)) or _of_moodle(one)
        one.person = not of_class
    own = any(one.person and one.lessons for one in within) or _loose(folder)
    for one in within:
        if not (one.person or one.aside):
            one.beside = own
            settle(one, known)


def _others(folder):
    """Whether there is something beside its archives of classes: a folder, a file, or an archive that is somebody's."""
    return _loose(folder) or any((one.person or not one.archive) and one.lessons for one in folder.folders.values())


def _loose(folder):
    return any(one.notebook and not one.checkpoint for one in folder.files)


def _of_moodle(folder):
    """Whether an archive is called, and filled, as Moodle does it with all of an assignment: "ML-Sheet 4-3821.zip"."""
    filled = [one for one in folder.folders.values() if one.lessons]
    named = re.search(r"-\d+$", folder.name) and filled and not _loose(folder)
    return bool(named) and all(shapes.MOODLE.fullmatch(one.name) for one in filled)


def _holds_one_folder(folder):
    """Whether it could be a group of one learner: all that is in it lies in a folder of a name of its own."""
    held = [one for one in folder.folders.values() if one.lessons]
    return len(held) == 1 and not is_generic(held[0].name) and not any(one.notebook for one in folder.files)


def _of_course(folder, known):
    return is_generic(folder.name) and several(folder, known) == NOTHING


def several(folder, known):
    """How sure it is that this folder holds several learners' work."""
    if folder.sure is None:
        folder.sure = _several(folder, known)
    return folder.sure


def _several(folder, known):
    within = list(folder.folders.values())
    named = {shape.who for one in within if (shape := shapes.of_folder(one.name))}
    named |= {folded(one.name) for one in within if known(one.name)}
    if len(named) > 1 or (named and folder.archive):
        return SHAPES
    flat = [one for one in folder.files if one.notebook and not one.checkpoint]
    given = {shape.who for one in flat if (shape := shapes.of_file(one.name))}
    if len(given) > 1:
        return SHAPES if folder.archive else NAMES
    if named and not flat:
        return NAMES
    others = [one for one in within if not is_generic(one.name) and letters(folder.name) not in letters(one.name)]
    if any(many > 1 for many in Counter(lesson for one in others for lesson in one.lessons).values()):
        return FOLDERS
    by_lesson = defaultdict(set)
    for one in flat:
        who = letters(person_in(one.name, one.content)[0])
        by_lesson[_lesson(one)].add("" if who.startswith("sync") or letters(folder.name) in who else who)
    # In a learner's folder one is called as it was handed out, or by the learner's own name, and the others are copies.
    if any(len(names) > 1 and "" not in names for names in by_lesson.values()):
        return NAMES
    return max((several(one, known) for one in within), default=NOTHING) if not flat else NOTHING


def _lesson(one):
    return one.lesson or folded(one.name)
