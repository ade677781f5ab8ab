"""A slip: what replaces a method of an optimiser that is right, and what is said of it."""

from typing import NamedTuple


class Slip(NamedTuple):
    """One thing done otherwise: `methods` replace those of the class that is right; `says` and `tries` as in a
    Misconception."""

    name: str
    says: str
    tries: str
    methods: dict
