"""Who is in the class, from a CSV file, and who of them a submission is from."""

import csv
import re
from dataclasses import dataclass

# As they head the lists of nbgrader, Moodle, Canvas and offices, where spaces are no matter.
IDS = (
    *("id", "student_id", "username", "user_name", "user", "login", "sis_login_id", "sis_user_id", "id_number"),
    *("idnumber", "matriculation_number", "matrikelnummer", "email", "email_address", "e_mail", "student"),
)
NAMES = ("name", "full_name", "student_name", "display_name", "student")
FIRST, LAST = ("first_name", "firstname", "given_name", "vorname"), ("last_name", "lastname", "surname", "nachname")

NO_ROSTER = "asked: to read the roster {path}\nfound: {error}\ntry:   the path of a CSV file of the class"
NO_IDS = (
    "asked: to read the roster {path}\nfound: columns {found}\ntry:   a first line with a column named {some} or email"
)


@dataclass(frozen=True)
class Person:
    id: str
    name: str = ""
    keys: frozenset = frozenset()


def roster(path):
    """The Persons of a CSV with a header: a column for ids, and one or two for names."""
    try:
        text = path.read_bytes().decode("utf-8-sig", "replace")
    except OSError as error:
        raise ValueError(NO_ROSTER.format(path=path, error=error.strerror)) from None
    sample = text.split("\n", 1)[0]
    rows = list(csv.reader(text.splitlines(), delimiter=max(",;\t", key=sample.count)))
    header = [re.sub(r"\W+", "_", cell.strip().casefold()).strip("_") for cell in rows[0]] if rows else []
    if not any(name in header for name in IDS):
        found, some = ", ".join(header) or "none", ", ".join(IDS[:3])
        raise ValueError(NO_IDS.format(path=path, found=found, some=some))
    people = []
    for row in rows[1:]:
        cells = dict(zip(header, (cell.strip() for cell in row), strict=False))
        ids = [cells[name] for name in IDS if cells.get(name)]
        if not ids:
            continue
        first, last = (next((cells[n] for n in heads if cells.get(n)), "") for heads in (FIRST, LAST))
        name = next((cells[n] for n in NAMES if cells.get(n)), f"{first} {last}".strip())
        name = "" if name == ids[0] else name
        words = [*ids, *(i.split("@")[0] for i in ids), name, f"{last}{first}", " ".join(name.split()[::-1])]
        people.append(Person(ids[0], name, frozenset(filter(None, map(key, words)))))
    return people


def key(text):
    """Letters and digits alone: "Doe, Jane" of one list is "doe jane" of another."""
    return re.sub(r"[\W_]+", "", text.casefold())


def person_of(who, people, number=""):
    """The one Person that this is, or None: no guess where it could be two. Of namesakes, the one with this number."""
    words = {key(who), key(number)} if number else {key(who)}
    found = [person for person in people if words <= person.keys]
    return found[0] if len(found) == 1 else None
