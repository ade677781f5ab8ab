"""Who is in the class, from a list of it, and who of them a submission is from."""

import difflib
from collections import Counter
from dataclasses import dataclass

from . import lists
from .names import letters as key

TWO_OF_ONE_ID = (
    "asked: to read the roster {path}\nfound: two persons with the id {id}: {one} and {other}\n"
    "try:   an id of their own for each, since grades are kept by it"
)
NEAR = 0.8


@dataclass(frozen=True)
class Person:
    id: str
    name: str = ""
    keys: frozenset = frozenset()


def roster(path):
    """The Persons of a CSV with a header: a column for ids, and one or two for names."""
    people = {}
    for ids, first, last, full in lists.rows(path):
        name = full or f"{first} {last}".strip() or ids[0]
        parts = name.split()[:8]
        turned = [
            "".join(parts[n:] + parts[:n]) for n in range(len(parts))
        ]  # the last name first, of however many words
        words = [*ids, *(i.split("@")[0] for i in ids), name, f"{last}{first}", "".join(parts[::-1]), *turned]
        name = "" if name == ids[0] else name
        person = Person(ids[0], name, frozenset(filter(None, map(key, words))))
        before = people.setdefault(person.id, person)
        if key(before.name) != key(name):
            raise ValueError(TWO_OF_ONE_ID.format(path=path, id=person.id, one=before.name, other=name))
    return list(people.values())


def person_of(who, people, number=""):
    """The one Person that this is, or None: no guess where it could be two. Of namesakes, the one with this number."""
    words = {key(who), key(number)} if number else {key(who)}
    found = [person for person in people if words <= person.keys]
    return found[0] if len(found) == 1 else None


def known_by(people):
    """A function that says whether some text is one person of these."""
    counts = Counter(one for person in people for one in person.keys)
    return lambda text: counts[key(text)] == 1


def near(who, people):
    """The names of those whom somebody may mean by this, the likest first: words for a teacher, and never a match.

    Numbers that are alike mean nothing, so what has a digit is like nobody.
    """
    text = key(who)
    if not text or any(sign.isdecimal() for sign in text):
        return []
    names = {key(way): person for person in people for way in (person.name, " ".join(person.name.split()[::-1])) if way}
    found = difflib.get_close_matches(text, [name for name in names if name], 3, NEAR)
    return list(dict.fromkeys(names[one].name for one in found))
