"""The two tests that lesson 6 has mended: a check that measures wrongly, and one that looks where nothing shows."""

import math

from ..judge import Judge, Misconception

H = 1e-6
CLAIMS = (
    ("a * b", {"a": 2.0, "b": -3.0}, (-3.0, 2.0), True),
    ("a * b", {"a": 2.0, "b": -3.0}, (2.0, -3.0), False),
    ("a * b", {"a": 2.0, "b": -3.0}, (-3.0, -1.0), False),
    ("a**3 + b", {"a": 2.0, "b": 5.0}, (12.0, 1.0), True),
    ("a**3 + b", {"a": 2.0, "b": 5.0}, (12.0, 13.0), False),
    # what those find who move all inputs, none, none from the second on, or who put back one copy, or take means
    *(
        ("a**3 + b", {"a": 2.0, "b": 5.0}, claimed, False)
        for claimed in ((13.0, 13.0), (0.0, 0.0), (12.0, 0.0), (12.0, 7.0), (12.0, 6.5))
    ),
    ("exp(a) * b + c", {"a": 0.5, "b": 2.0, "c": 1.0}, (2 * math.exp(0.5), math.exp(0.5), 1.0), True),
    ("exp(a) * b + c", {"a": 0.5, "b": 2.0, "c": 1.0}, (2 * math.exp(0.5), math.exp(0.5), 2.0), False),
    ("a * a", {"a": 3.0}, (6.0,), True),
    ("a * a", {"a": 3.0}, (3.0,), False),
)


def _claimed(up, down=None, share=lambda i: 1):
    """What a check says that measures with these inputs moved at input i: functions of (i, n) that say which n are
    moved up, and which down, the same where there is no other; a slope is divided by its `share`."""

    def says(case):
        xs, code = list(case["xs"].values()), compile(case["f"], "<f>", "eval")

        def f(i, by, moved):
            at = [x + by * moved(i, n) for n, x in enumerate(xs)]
            return eval(code, {"__builtins__": {}, "exp": math.exp}, dict(zip(case["xs"], at, strict=True)))

        slopes = [(f(i, H, up) - f(i, -H, down or up)) / (2 * H * share(i)) for i in range(len(xs))]
        return all(math.isclose(g, s, rel_tol=1e-4) for g, s in zip(case["grads"], slopes, strict=True))

    return says


def _claims(seed):
    return tuple({"f": f, "xs": dict(xs), "grads": list(grads)} for f, xs, grads, _ in CLAIMS)


MEND_CARELESS = Judge(
    _claims,
    _claimed(lambda i, n: n == i),
    tells=lambda case: "f = {f}, xs = {xs}, grads = {grads}".format(
        f=case["f"], xs=list(case["xs"].values()), grads=[round(g, 3) for g in case["grads"]]
    ),
    misconceptions=(
        Misconception(
            "more and more",
            _claimed(lambda i, n: n <= i),
            "When it comes to the second input, the first is still where it was moved to, so it measures both at once.",
            "let each input begin with copies that nothing has been done to.",
        ),
        Misconception(
            "all inputs move",
            _claimed(lambda i, n: True),
            "It moves all inputs at once, and so it measures the sum of all slopes.",
            "move one input at a time.",
        ),
        *(
            Misconception(
                "nothing moves",
                _claimed(moved),
                "It asks f twice at the same place, and finds a slope of 0: for every input, or from the second on. "
                "That is so where up and down are names of one list, or where copies are made after a move.",
                "make two copies for each input, list(xs) and list(xs), before you move anything.",
            )
            for moved in (lambda i, n: False, lambda i, n: i == n == 0)
        ),
        Misconception(
            "divided by how many have moved",
            _claimed(lambda i, n: n <= i, share=lambda i: i + 1),
            "It still measures several inputs at once, and takes the mean of their slopes.",
            "let each input begin with copies that nothing has been done to; then 2 * h is right.",
        ),
        Misconception(
            "one copy put back",
            _claimed(lambda i, n: n == i, lambda i, n: n <= i),
            "One of the two copies begins anew for each input, and the other still holds what was moved before.",
            "let both begin with copies that nothing has been done to.",
        ),
        Misconception(
            "content with everything",
            lambda case: True,
            "It is content with whatever is claimed.",
            "it should say False as soon as one gradient is not the measured slope.",
        ),
        Misconception(
            "content with nothing",
            lambda case: False,
            "It refuses whatever is claimed, right gradients too.",
            "it should say True when all of them are the measured slopes.",
        ),
        Misconception(
            "the first alone",
            lambda case: _first_alone(case),
            "It looks at the first input and is done.",
            "the return True belongs behind the loop, not in it.",
        ),
    ),
)


def _first_alone(case):
    name, *_ = case["xs"]
    code = compile(case["f"], "<f>", "eval")

    def f(by):
        at = {**case["xs"], name: case["xs"][name] + by}
        return eval(code, {"__builtins__": {}, "exp": math.exp}, at)

    return math.isclose(case["grads"][0], (f(H) - f(-H)) / (2 * H), rel_tol=1e-4)


RULES = {
    "1.0 if x > 0 else 0.0": True,
    "1.0 if x >= 0 else 0.0": True,
    "max(0.0, x)": False,
    "1.0": False,
    "0.0": False,
    "1.0 if x > 0 else -1.0": False,
    "1.0 if x < 0 else 0.0": False,
    "x": False,
    "0.5 if x > 0 else 0.0": False,
}


def _tried(*numbers):
    """What a test says that tries the slope at these numbers, where it should be 1 above 0 and else 0."""

    def says(case):
        code = compile(case["rule"], "<rule>", "eval")
        got = [float(eval(code, {"__builtins__": {}, "max": max}, {"x": x})) for x in numbers]
        return all(g == (x > 0) for g, x in zip(got, numbers, strict=True))

    return says


MEND_GATE = Judge(
    lambda seed: tuple({"rule": rule} for rule in RULES),
    lambda case: RULES[case["rule"]],
    tells=lambda case: "slope(x) = {rule}".format(rule=case["rule"]),
    misconceptions=(
        Misconception(
            "at 0 and 1",
            _tried(0.0, 1.0),
            "At 1 a relu that multiplies by its output comes to the same, and at 0 there is no slope: a rule that says "
            "1 there is as good as yours.",
            "try numbers that are neither 0 nor 1, on both sides.",
        ),
        Misconception(
            "still at 1",
            _tried(1.0, -3.0),
            "At 1 a relu that multiplies by its output comes to the same.",
            "try another number above 0.",
        ),
        Misconception(
            "still at 0",
            _tried(0.0, 2.0),
            "At 0 there is no slope: left of it 0, right of it 1. A rule that says 1 there is refused, and is right.",
            "try a number below 0 instead.",
        ),
        Misconception(
            "one side alone",
            _tried(2.0, 3.0),
            "Below 0 nothing is tried, so a relu that is always open passes.",
            "try a number below 0 as well.",
        ),
        Misconception(
            "the shut side alone",
            _tried(-2.0, -3.0),
            "Above 0 nothing is tried, so a relu that never opens passes.",
            "try a number above 0 as well.",
        ),
    ),
)
