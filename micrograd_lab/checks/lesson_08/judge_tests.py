"""8.2: tests that expose broken training loops, and refuse no right one.

A loop is a case, and where it comes among the others is drawn at random. What a test says of right loops decides
whether it counts.
"""

import random
from dataclasses import replace

from ..judge import Judge, Misconception
from ..outcome import Hint
from .probe import MOST_TESTS
from .right_loops import RIGHT_LOOPS
from .wrong_loops import WRONG_LOOPS

RIGHT = {text: name for name, text in RIGHT_LOOPS.items()}
WRONG = {one.text: one for one in WRONG_LOOPS}
MANY = len(WRONG_LOOPS)
SCORE = "{exposed} of {many} broken loops exposed. Still alive:"
ALL = "All {many} broken loops exposed, and none of {right} right ones refused, with {tests} tests."
REFUSED = (
    "`{test}` refuses {refused} of {right} loops that are right, so what it exposes does not count. One of them is the "
    "loop {loop}; there it gives {said}."
)
SEE = (
    "look at that loop, check.right_loop({loop!r}), and at what your test asks of it that was not promised in 8.1. "
    "Does it make all its parameters inside, so that this loop finds them as the others do?"
)
NEXT = "take the survivor whose nudge you like best, and write one test for it alone."
OWN = "run it on your own train of 8.1 first, and then once more: both times that is to pass."
GIVES = {"fail": "False, or what counts as False", "None": "None"}
NO_LOOP = "There is no such loop. There are: {names}."


def cases(seed):
    """Each loop a case, right ones and broken ones, in an order of this seed."""
    texts = [*RIGHT, *WRONG]
    random.Random(seed).shuffle(texts)
    return tuple({"loop": text} for text in texts)


def right_loop(name):
    """The text of a right loop, by the name that a check has told."""
    return Hint(RIGHT_LOOPS.get(name) or NO_LOOP.format(names=", ".join(RIGHT_LOOPS)))


def accepted(case, result):
    """Whether all tests pass a right loop, or one that counts refuses a broken one."""
    said = _said(result)
    if case["loop"] in RIGHT:
        return all(one == "pass" for one in said)
    return any(one != "pass" for n, one in enumerate(said) if n not in result["out"])


def _said(result):
    said, names = result["said"], result["names"]
    if not isinstance(said, list) or not isinstance(names, list) or not len(names) == len(said) <= MOST_TESTS:
        raise ValueError("no tests")
    if not all(isinstance(one, str) for one in (*said, *names)):
        raise ValueError("no words")
    return said


class TestsJudge(Judge):
    """A Judge of tests: what one says of a loop counts only where it passes all right ones."""

    def verdict(self, cases, results):
        try:
            result = self._together(cases, results)
        except (KeyError, TypeError, ValueError):  # of another shape, or an error: told as any other
            return super().verdict(cases, results)
        verdict = super().verdict(cases, result)
        if verdict.passed or verdict.untouched:
            return verdict
        return replace(verdict, misconception=_seen(cases, result))

    def _together(self, cases, results):
        """The results, each with the tests that do not count, {number: right loops that it refuses}."""
        out = {}
        for case, result in zip(cases, results, strict=True):
            said = _said(result)
            if said and result["names"] != results[0]["names"]:
                raise ValueError("other tests each time")
            for n, one in enumerate(said):
                if case["loop"] in RIGHT and one != "pass":
                    out.setdefault(n, {})[RIGHT[case["loop"]]] = one
        return [{"names": r["names"], "said": r["said"], "out": out} for r in results]


def _seen(cases, results):
    names, out = results[0]["names"], results[0]["out"]
    if not names:
        return NO_TESTS
    told = [result["said"] for result in results]
    for n, refused in sorted(out.items()):
        known = _known([said[n] for said in told], list(refused.values()))
        loop, said = min(refused.items(), key=lambda pair: list(RIGHT_LOOPS).index(pair[0]))
        says = REFUSED.format(
            test=names[n], refused=len(refused), right=len(RIGHT), loop=repr(loop), said=GIVES.get(said, said)
        )
        name, more, tries = known or ("refuses a right loop", "", SEE.format(loop=loop))
        return Misconception(name, None, "{says} {more}".format(says=says, more=more).strip(), tries)
    alive = {
        WRONG[case["loop"]].name
        for case, result in zip(cases, results, strict=True)
        if case["loop"] in WRONG and not accepted(case, result)
    }
    lines = [f"  {one.nickname}: {one.nudge}" for one in WRONG_LOOPS if one.name in alive]
    score = "\n".join([SCORE.format(exposed=MANY - len(alive), many=MANY), *lines])
    name, more = next(((name, more) for name, seen, more in BLIND if seen(alive)), ("", ""))
    return Misconception(name, None, "{more}\n{score}".format(more=more, score=score).strip(), NEXT)


def _known(said, refused):
    """(name, says, tries) of a test that refuses every right loop in one way; None of another. `said` is what it says
    of all loops, and `refused` what of the right ones that it refuses."""
    if len(refused) < len(RIGHT):
        return None
    if set(refused) == {"None"}:
        return (
            "returns nothing",
            "It gives None for every one of them.",
            "end it with return, and what is to be True: return ok, or return True below the asserts.",
        )
    if set(said) == {"fail"}:
        return "content with none", "It refuses whatever loop it gets.", OWN
    kinds = {one.partition(":")[0] for one in said}
    if len(kinds) == 1 and ":" in said[0]:
        return "does not run", "It stops so whatever the loop.", "run it on your own train of 8.1 first."
    if "pass" not in said:
        return "content with none", "No loop passes it, right or wrong.", OWN
    return "asks for something else", "No right loop passes it, and others do.", OWN


def _alive(*names, exposed=()):
    return lambda alive: {*names} <= alive and not {*exposed} & alive


# What survivors have in common: (name, seen in those alive, says).
BLIND = (
    (
        "content with everything",
        lambda alive: len(alive) == MANY,
        "Your tests pass whatever loop they get.",
    ),
    (
        "counts alone",
        lambda alive: len(alive) >= MANY - 4 and not {"one step too few", "one step too many"} & alive,
        "Your tests count what comes out, and hardly look at it.",
    ),
    (
        "one round alone",
        _alive(
            "no zero_grad",
            "zeroed every other time",
            "one graph for all rounds",
            "momentum sneaked in",
            "always the first rate",
            "the last parameter left out",
        ),
        "What goes wrong from the second round on is alive, all of it: your tests look at a single round.",
    ),
    (
        "one parameter alone",
        _alive("the first parameter alone", "gradients divided", exposed=("no zero_grad", "momentum sneaked in")),
        "Your tests have one parameter each, so nobody can leave one out, or divide by how many there are.",
    ),
    (
        "every round the same",
        _alive("always the same batch", "always the first rate", exposed=("no zero_grad", "momentum sneaked in")),
        "In your tests every round is like the others: neither the loss nor the rate depends on n.",
    ),
)
NO_TESTS = Misconception(
    "no tests", None, "There is no test yet.", "begin with one: def first(train), which gives True or False.", None
)

TESTS = TestsJudge(
    cases,
    expected=lambda case: None,
    accepts=accepted,
    tells=lambda case: "",
    shows=lambda result: "",
    guesses=(lambda case: {"names": ["any"], "said": ["pass"], "out": {}},),
    remarks=lambda cases, results: ALL.format(many=MANY, right=len(RIGHT), tests=len(results[0]["names"])),
    otherwise=lambda case, result: ("`tests` is no list of functions.", "write tests = [first, second]."),
    misconceptions=(
        Misconception(
            "too many",
            None,
            "These are more than six tests.",
            "leave out those that expose nothing new, or let one look at more.",
            seen=lambda case, result: "many" in result,
        ),
        Misconception(
            "no functions",
            None,
            "`tests` is to hold the functions themselves, and holds something else: what calling one gave, perhaps, or "
            "its name as text.",
            "write tests = [first, second], without brackets behind the names.",
            seen=lambda case, result: "shape" in result,
        ),
    ),
)
