"""What was handed out for a lesson, and right answers to it: built from course/ (authoring.handout), read from here.

    {"lesson", "minutes", "files": names of its notebook, the first as it is handed out today, "order": ("given", code)
    and ("answer", number) in turn, "cells": of those given, as they are, "check_modules": {module: {name: (module,
    name)}}, "exercises": {number: {"attribute", "stub", "check", "learner", "names", "probe"}}}

Of the lesson's own page there is {"cells": digests of its code cells}: what they define is nobody's answer. A copy for
a class has the page, and neither handout nor right answers.
"""

import hashlib
import json
from pathlib import Path

CHECKS = Path(__file__).parent


def place(lesson, name="handout"):
    """The file of a lesson, as "05": its "handout", its "page", or its "reference", with {number: a right answer}."""
    return CHECKS / f"lesson_{lesson}" / f"{name}.json"


def digest(source):
    """A cell's, but for its spaces."""
    return hashlib.sha256(" ".join(source.split()).encode()).hexdigest()[:16]


def lessons():
    """The numbers of the lessons that have a handout, in order."""
    return tuple(sorted(path.parent.name.removeprefix("lesson_") for path in CHECKS.glob("lesson_*/handout.json")))


def read(path):
    """What such a file holds; {} where there is none."""
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def of_page(lesson):
    """Digests of the code cells of a lesson, as "05", as its page has them; none where it has not been built."""
    return frozenset(read(place(lesson, "page")).get("cells", ()))


def right_answer(number):
    """The answer cell of an exercise, solved; "" where this copy has none."""
    return read(place(f"{int(number.split('.')[0]):02d}", "reference")).get(number, "")


def seed_of(who):
    """The seed of one learner's own numbers, from a name or id; 0 for nobody. Case and spaces around do not matter."""
    who = str(who).strip().casefold()
    return 1 + int(hashlib.sha256(who.encode()).hexdigest()[:12], 16) if who else 0
