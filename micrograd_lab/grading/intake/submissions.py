"""Who has handed in what: from a folder or an archive, in the shapes that course systems give them."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from . import own, whose
from .names import shown
from .roster import known_by
from .spool import Spool
from .tree import walk

NOTHING_THERE = (
    "asked: to grade {root}\nfound: nothing there\ntry:   a folder of notebooks, or a zip from your course system"
)
NOT_OPENED = "asked: to grade {root}\nfound: a zip that is damaged, or none: {trouble}\ntry:   download it again"


@dataclass
class Entry:
    """A file that was handed in: `who` by its place, `name` as it was called, and how to read it.

    `id` is who it is where nothing better is known, `number` the course system's for a learner, and `assignment` the
    notebook's folder in theirs. `within` is its place in the learner's own folder, and `origin` is (how sure it is that
    it is theirs, where it comes from). `trouble` says why there is nothing to read, and `nobodys` that it is no
    learner's. `digest` is that of its bytes and of `own`, the learner's own files; `earlier` is {lesson: Entry} of
    notebooks of earlier lessons that it builds on.
    """

    who: str
    name: str
    place: str
    id: str = ""
    time: datetime | None = None
    notes: list = field(default_factory=list)
    number: str = ""
    assignment: str = ""
    namesakes: bool = False
    within: str = ""
    trouble: str = ""
    nobodys: bool = False
    nothing: bool = False
    lesson: str = ""
    notebook: bool = False
    exercise: bool = False
    digest: bytes = b""
    kept: tuple | None = None
    spool: object = None
    own: dict = field(default_factory=dict)
    origin: tuple = (0, "")
    earlier: dict = field(default_factory=dict)

    def data(self):
        """Its bytes, as they were when it was found; none where there is trouble."""
        return self.spool.read(self.kept) if self.kept else b""

    @property
    def files(self):
        """{path: bytes} of the learner's own Python files beside it."""
        return {path: self.spool.read(one.kept) for path, one in self.own.items()}

    @property
    def files_digest(self):
        """What a grade depends on beside the notebook: b"" where there is nothing beside it."""
        beside = {**self.own, **self.earlier}
        return b"".join(path.encode("utf-8", "replace") + b"\0" + one.digest for path, one in beside.items())


def entries(root, people=()):
    """Every file that somebody handed in, in order, each read once; those that are nobody's are said to be so.

    `people` are the Persons of the class, where there is a list of them: a folder that bears the name of one is theirs.
    """
    root, spool = Path(root), Spool()
    if not root.exists():
        raise FileNotFoundError(NOTHING_THERE.format(root=root))
    found = walk(root, spool)
    if len(found) == 1 and found[0].trouble and root.suffix == ".zip" and len(found[0].parts) == 1 and root.is_file():
        raise ValueError(NOT_OPENED.format(root=root, trouble=found[0].trouble))
    claims = whose.claims(found, root.resolve().name, known_by(people))
    if len(found) == 1 and not root.is_dir():  # what is given by name is somebody's
        for claim in claims:
            claim.nobodys, claim.trouble = False, claim.found.trouble
    beside = own.beside(claims, spool.read)
    made = [_entry(claim, spool, *beside.get(claim, ({}, ()))) for claim in claims if claim not in beside.taken]
    return sorted(made, key=lambda entry: (entry.id.casefold(), entry.place))


def _entry(claim, spool, files, notes):
    one, home = claim.found, claim.home
    if one is None:
        how = {"number": claim.number, "notes": claim.notes, "trouble": claim.trouble, "nothing": True}
        return Entry(claim.who, "", shown(home.raw), claim.id, namesakes=claim.namesakes, **how)
    within = "/".join(one.names[home.depth :]) if home else one.place
    return Entry(
        who=claim.who,
        name=claim.name or one.name,
        place=one.place,
        id=claim.id,
        time=one.time,
        notes=[*claim.notes, *notes],
        number=claim.number,
        assignment=claim.assignment,
        namesakes=claim.namesakes,
        within=within,
        trouble=claim.trouble or one.trouble,
        nobodys=claim.nobodys,
        lesson=one.lesson,
        notebook=one.notebook,
        exercise=one.exercise,
        digest=one.digest,
        kept=one.kept,
        spool=spool,
        own=files,
        origin=claim.origin,
    )
