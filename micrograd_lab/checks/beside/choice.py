"""A choice among options: nothing to run."""

import re
from collections.abc import Mapping

from .shape import unordered

LONGEST, MOST = 400, 50  # of a text, in signs; of letters, where no end is known
KNOWN = ("options", "places")  # where a case says which letters there are
# What says that letters which are named do not count, in a sentence that then can't be read without its grammar.
NEGATIONS = "not no none neither nor but except without all every each isnt dont nicht kein ohne außer alle pas"


def letters(learner, case):
    """The letters chosen, as a list, in order where order counts.

    From "B", "b", "A, C", "B and D and E", "(B), because ...", ["A", "C"], {"A", "C"}, {"A": True, "B": False} or
    whatever else can be gone through. What is no letter stands in it as it is, or as its type, "a Value".
    """
    options = next((set(case[name]) for name in KNOWN if name in case), None)
    if case["ordered"] and unordered(learner):
        return ["a set"]  # it has no order
    chosen = [letter for one in _gone_through(learner) for letter in _letters_in(one, options)]
    return chosen if case["ordered"] else sorted(set(chosen))


def _gone_through(learner):
    if hasattr(learner, "item") and not getattr(learner, "ndim", 1):
        learner = learner.item()  # an array of no dimension
    if isinstance(learner, Mapping):
        marked = all(isinstance(value, bool) for value in learner.values())
        return [key for key, value in learner.items() if value or not marked]
    if isinstance(learner, bytes):
        return [learner.decode(errors="replace")]
    if isinstance(learner, (str, type)) or not hasattr(learner, "__iter__"):
        return [learner]
    return [one for _, one in zip(range(MOST), learner, strict=False)]


def _letters_in(one, options):
    """In capitals; of what is no text its type, of a sentence without letters the sentence."""
    if isinstance(one, (int, float)) and not isinstance(one, bool):
        return [str(one)]
    if not isinstance(one, str):
        return ["a {type}".format(type=type(one).__name__)]
    words = re.findall(r"[^\W\d_]+", one.replace("'", "").replace("\N{RIGHT SINGLE QUOTATION MARK}", ""))
    if len(one) > LONGEST or {word.lower() for word in words} & {*NEGATIONS.split()}:
        return [one.strip()[:LONGEST]]
    found = _said(words, options)
    return found or ([one.strip()[:LONGEST]] if one.strip() else [])


def _said(words, options):
    """The letters among these words: those that stand alone, or all where every word is made of letters alone."""

    def known(word):
        return all(options is None or sign in options for sign in word.upper())

    alone = [word for word in words if len(word) == 1]
    if alone and len(alone) < len(words) and not all(known(word) and word.isupper() for word in words):
        # In a sentence "I" and "a" are words, unless nothing else stands alone.
        capitals = [word for word in alone if word.isupper() and known(word)]
        return [word.upper() for word in capitals or [word for word in alone if known(word)] or alone]
    if alone and len(alone) == len(words):
        return [word.upper() for word in alone]
    if options is None or all(known(word) for word in words):
        return [sign.upper() for word in words for sign in word]
    return [word.upper() for word in words] if len(words) == 1 and len(words[0]) > 1 else []
