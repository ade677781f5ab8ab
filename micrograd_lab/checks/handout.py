"""What was handed out for a lesson, and right answers to it: built from course/ (authoring.handout), read from here.

    {"lesson", "minutes", "files": names of its notebook, the first as it is handed out today, "order": ("given", code)
    and ("answer", number) in turn, "cells": of those given, as they are, "check_modules": {module: {name: (module,
    name)}}, "exercises": {number: {"attribute", "stub", "check", "learner", "names", "probe"}}}

A copy for a class has no right answers.
"""

import hashlib
import json
from pathlib import Path

CHECKS = Path(__file__).parent


def place(lesson, name="handout"):
    """The file of a lesson, as "05": its "handout", or its "reference", which holds {number: a right answer}."""
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


def right_answer(number):
    """The answer cell of an exercise, solved; "" where this copy has none."""
    return read(place(f"{int(number.split('.')[0]):02d}", "reference")).get(number, "")
