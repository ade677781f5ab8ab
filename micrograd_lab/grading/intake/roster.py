"""Who is in the class, from a list of it, and who of them a submission is from."""

import difflib
from collections import Counter
from dataclasses import dataclass

from . import lists
from .names import folded
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
    logins: frozenset = frozenset()


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
        logins = [folded(one) for i in ids for one in (i, i.split("@")[0])]
        person = Person(ids[0], name, frozenset(filter(None, map(key, words))), frozenset(logins))
        before = people.setdefault(person.id, person)
        if key(before.name) != key(name):
            raise ValueError(TWO_OF_ONE_ID.format(path=path, id=person.id, one=before.name, other=name))
    return list(people.values())


def addresses(path):
    """{id: the e-mail address} of those in a roster who have one there."""
    found = {ids[0]: next((one for one in ids if "@" in one), "") for ids, *_ in lists.rows(path)}
    return {who: address for who, address in found.items() if address}


def person_of(who, people, number="", apart=False):
    """The one Person that this is, or None: no guess where it could be two.

    `number` is a course system's: where it is an id of this list, it tells apart namesakes, and finds who is misspelt;
    where they are told `apart` by it, nothing but it does. An id or a mail's name as it is written comes before a name
    of the same letters.
    """
    numbered = [person for person in people if number and key(number) in person.keys]
    if len(numbered) == 1 and (not numbered[0].name or key(who) in numbered[0].keys or near(who, numbered)):
        return numbered[0]
    if apart and number:
        return None
    written = [person for person in people if folded(who) in person.logins]
    found = [person for person in people if key(who) in person.keys]
    return next((several[0] for several in (written, found) if len(several) == 1), None)


def known_by(people):
    """A function that says whether some text is one person of these."""
    counts = Counter(one for person in people for one in person.keys)
    logins = Counter(one for person in people for one in person.logins)
    return lambda text: counts[key(text)] == 1 or logins[folded(text)] == 1


def near(who, people):
    """The names of those whom somebody may mean by this, the likest first: words for a teacher, and never a match.

    Of namesakes, with their ids. Numbers that are alike mean nothing, so what has a digit is like nobody.
    """
    text = key(who)
    if not text or any(sign.isdecimal() for sign in text):
        return []
    names = {}
    for person in people:
        for way in {person.name, " ".join(person.name.split()[::-1])}:
            names.setdefault(key(way), []).append(person)
    found = difflib.get_close_matches(text, [name for name in names if name], 3, NEAR)
    return list(dict.fromkeys(_said(person, names[one]) for one in found for person in names[one]))


def _said(person, several):
    return f"{person.name} ({person.id})" if len(several) > 1 else person.name
