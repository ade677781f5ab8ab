"""What is right, what is wrong, and which misconception a wrong answer shows.

A misconception is a small wrong implementation with a message. It is recognised by its numbers: the learner's
results are those of the wrong implementation, all of them, and of no other implementation that has another name.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, field

from .memory import Memory


@dataclass(frozen=True)
class Misconception:
    """`wrong(case)` gives what someone who has it gets for a case; `says` names it, `tries` is the next thing to do.

    Where no single result shows it, `seen(case, result)` recognises it instead, and `wrong` is None. `name` is its id
    in journals and reports, and stays.
    """

    name: str
    wrong: Callable | None
    says: str
    tries: str = ""
    seen: Callable | None = None

    def explains(self, case, result, agrees):
        """Is this the result of someone who has it? `agrees(function, case, result)` compares, as Judge.agrees does.

        A `seen` that raises has not seen it: the result has another shape.
        """
        return agrees(self.wrong, case, result) if self.seen is None else self.seen_in(case, result)

    def seen_in(self, case, result):
        """Whether this result shows it by itself."""
        try:
            return bool(self.seen(case, result))
        except Exception:  # a result of another shape
            return False


@dataclass(frozen=True)
class Verdict:
    """What the results show: which cases are right, the first that is not, and the misconception recognised.

    `right` has a bool a case. `first` is the place of the first wrong one, and `expected` its right result: None where
    several are right, as where all came out right. `untouched` says that nothing was filled in.
    """

    right: tuple
    first: int | None = None
    misconception: Misconception | None = None
    untouched: bool = False
    expected: object = None

    @property
    def passed(self):
        """Whether every case came out right."""
        return all(self.right) and not self.untouched


@dataclass(frozen=True)
class Judge:
    """Knows the answers to an exercise; never runs a learner's code.

    `cases(seed)` gives a tuple of JSON-like dicts, the same for the same seed. `expected(case)` is the right result;
    numbers agree within the relative `tolerance`. `misconceptions` are tried in turn: the first that fits is told,
    unless it is an implementation and another fits as well. Where none fits, `models(cases, results)` may give one;
    else what the first wrong case raised is told, whatever became of those that raised nothing.
    What `unless(case, result)` finds wrong is wrong though its numbers are right. Where several are right,
    `accepts(case, result)` decides instead, or `also(case, result)` lets others pass too.
    `tells(case)` is the case in words, `shows(result)` a result in words, `beyond(result)` what is shown of two results
    that look the same in these; `otherwise(case, result)` gives (what is
    wrong, what to try) where no misconception is seen. `remarks(cases, results)` is a sentence for a right answer,
    or "". An answer to fixed numbers has `given(seed)`, {name: number}: those of the lesson at 0, and of one learner
    at any other seed; its cases then stay the same at each attempt. Where each case stands for itself, `one_by_one`
    tells of the first slip when no single one explains all that is wrong. `guesses` are answers that look at nothing,
    or do what an earlier exercise asked, as a function of the case: what they get right earns nothing.
    """

    cases: Callable
    expected: Callable
    misconceptions: tuple = ()
    accepts: Callable | None = None
    tells: Callable = field(default=lambda case: ", ".join(f"{name} = {in_words(x)}" for name, x in case.items()))
    shows: Callable = field(default=lambda result: in_words(result))
    beyond: Callable = field(default=lambda result: "")
    otherwise: Callable = field(default=lambda case, result: ("", ""))
    tolerance: float = 1e-6
    also: Callable = field(default=lambda case, result: False)
    remarks: Callable = field(default=lambda cases, results: "")
    given: Callable | None = None
    one_by_one: bool = False
    guesses: tuple = ()
    models: Callable = field(default=lambda cases, results: None)
    unless: Callable = field(default=lambda case, result: False)
    memory: Memory = field(default_factory=Memory, init=False, repr=False, compare=False)

    def verdict(self, cases, results):
        """The Verdict on one result per case; ValueError where there are more of one than of the other."""
        if any(isinstance(r, dict) and r.get("untouched") for r in results):
            return Verdict(tuple(False for _ in results), untouched=True)
        right = tuple(self._is_right(case, result) for case, result in zip(cases, results, strict=True))
        if all(right):
            return Verdict(right)
        wrong = [n for n, ok in enumerate(right) if not ok]
        expected = None if self.accepts else self.memory.outcome_of(self.expected, cases[wrong[0]])
        return Verdict(right, wrong[0], self._misconception(cases, results, wrong), expected=expected)

    def share(self, cases, right):
        """How much of the points it is worth that `right` of these cases came out right, a count: from 0 to 1."""
        lucky = max((sum(self._is_right(c, guess(c)) for c in cases) for guess in self.guesses), default=0)
        return max(0, right - lucky) / (len(cases) - lucky)

    def agrees(self, function, case, result):
        """Is this result, within the tolerance, what a right or wrong implementation gives for the case?"""
        return same(result, self.memory.outcome_of(function, case), self.tolerance)

    def _misconception(self, cases, results, wrong):
        """The one that explains every wrong case, or None; `wrong` are their places."""
        fits = [m for m in self.misconceptions if all(m.explains(cases[n], results[n], self.agrees) for n in wrong)]
        if fits and fits[0].seen is not None:
            return fits[0]
        if fits:
            exact = [m for m in fits if m.seen is None and self._is_right_elsewhere(m, cases, wrong)]
            return exact[0] if len({m.name for m in exact}) == 1 else None
        first = self._of_the_first(cases, results, wrong) if self.one_by_one else None
        return first or self._of_models(cases, results) or self._of_what_was_raised(cases, results, wrong)

    def _of_what_was_raised(self, cases, results, wrong):
        """The first that is seen by an error, where the first wrong case has raised one, and all that did the same."""
        raised_at = [n for n in wrong if isinstance(results[n], dict) and "error" in results[n]]
        if wrong[0] not in raised_at:
            return None
        seen = (m for m in self.misconceptions if m.seen is not None)
        return next((m for m in seen if all(m.seen_in(cases[n], results[n]) for n in raised_at)), None)

    def _of_models(self, cases, results):
        try:
            return self.models(cases, results)
        except Exception:  # a result of another shape
            return None

    def _is_right_elsewhere(self, misconception, cases, wrong):
        """Whether it is right wherever the learner is: a model that is not has been met by chance."""
        others = [case for n, case in enumerate(cases) if n not in wrong]
        return all(self._is_right(case, self.memory.outcome_of(misconception.wrong, case)) for case in others)

    def _of_the_first(self, cases, results, wrong):
        """The misconception behind the first wrong case; of several, the one that explains the most others."""

        def explained(m):
            return [m.explains(cases[n], results[n], self.agrees) for n in wrong]

        counts = [(sum(found), m) for m in self.misconceptions if (found := explained(m))[0]]
        return max(counts, key=lambda count: count[0], default=(0, None))[1]

    def _is_right(self, case, result):
        try:
            if self.unless(case, result):
                return False
            if self.accepts is None and self.agrees(self.expected, case, result):
                return True
            return bool((self.accepts or self.also)(case, result))
        except Exception:  # a result of another shape than any right one
            return False


def same(a, b, tolerance=1e-6):
    """Do two results agree? Numbers within a relative tolerance; of exceptions, the type alone counts.

    What a dict holds under a name that starts with _ is there for remarks, and not compared.
    """
    if isinstance(a, dict) and isinstance(b, dict):
        if "error" in a or "error" in b:
            return "error" in a and "error" in b and a["error"] == b["error"]
        a, b = ({key: value for key, value in d.items() if not key.startswith("_")} for d in (a, b))
        return a.keys() == b.keys() and all(same(a[key], b[key], tolerance) for key in a)
    if isinstance(a, (list, tuple)) and isinstance(b, (list, tuple)):
        return len(a) == len(b) and all(same(x, y, tolerance) for x, y in zip(a, b, strict=True))
    if _is_number(a) and _is_number(b):
        if math.isnan(a) or math.isnan(b):
            return math.isnan(a) and math.isnan(b)
        return math.isclose(a, b, rel_tol=tolerance, abs_tol=1e-3 * tolerance)
    return type(a) is type(b) and a == b


def raised(error, *parts):
    """Recognises a learner's exception of this type whose words hold all of these parts; of a tuple, any."""

    def seen(_case, result):
        held = [any(word in result["says"] for word in ([part] if isinstance(part, str) else part)) for part in parts]
        return result.get("error") == error and all(held)

    return seen


def in_words(result):
    """A result as a learner reads it: numbers short, names as they are."""
    if isinstance(result, float):
        return f"{result:.6g}"
    if isinstance(result, dict):
        if "error" in result:
            return f"{result['error']}"
        if set(result) == {"value"}:
            return "a Value of {number}".format(number=in_words(result["value"]))
        if set(result) == {"shape"}:
            return f"{result['shape']}"
        if set(result) == {"type"}:
            return "a {type}".format(type=result["type"])
        return ", ".join(f"{name} {in_words(value)}" for name, value in result.items() if name[:1] != "_")
    if isinstance(result, (list, tuple)):
        return "[" + ", ".join(in_words(item) for item in result) + "]"
    return str(result)


def _is_number(x):
    return isinstance(x, (int, float)) and not isinstance(x, bool)
