"""6.1: a gradient check, written by the learner."""

import math
import random

from ..judge import Judge, Misconception


def check_cases(seed):
    """Functions with gradients claimed for them: right ones, and wrong ones of many kinds."""
    chance = random.Random(seed)

    def some(low=1.2, high=2.8):
        return round(chance.uniform(low, high), 2)

    x, y, z = some(), -some(), some()
    one, two, three = {"x": x}, {"x": x, "y": y}, {"x": x, "y": y, "z": z}
    small = round(chance.uniform(0.002, 0.004), 4)
    return (
        _case("x * y + z", three, [y, x, 1.0]),
        _case("x * y + z", three, [x, y, 1.0]),
        _case("x * y", two, [-y, x]),
        _case("x * y", two, [5 * y, x]),
        _case("x * y", two, [y, 1.01 * x]),
        _case("1e9 * x**3 * y", two, [3e9 * x * x * y, 1e9 * x**3]),
        _case("1e9 * x**3 * y", two, [3e9 * x * x * y, 1e9 * x**2]),
        _case("1e-6 * x * y", two, [2e-6 * y, 1e-6 * x]),
        _case("x * y", {"x": x, "y": 0.0}, [0.0, x]),
        _case("x * x + 2 * y", {"x": small, "y": y}, [2 * small, 2.0]),
        _case("exp(5 * x)", {"x": 0.1 * x}, [5 * math.exp(0.5 * x)]),
        _case("x + 1000", one, [1.0]),
        _case("x * y", two, [y, "nan"]),
    )


def _case(f, xs, grads):
    return {"f": f, "xs": xs, "grads": grads}


def checked(case, h=1e-6, how="central", error="relative", tolerance=1e-4, together=False, blind=()):
    """Which claimed gradients agree with the measured slopes, by a right way or one of the wrong ones."""
    names, xs, found = list(case["xs"]), list(case["xs"].values()), []

    def f(at):
        return eval(case["f"], {"__builtins__": {}, "exp": math.exp}, dict(zip(names, at, strict=True)))

    for n, claimed in enumerate(case["grads"]):
        claimed = math.nan if claimed == "nan" else claimed
        up = [x + h if together or i == n else x for i, x in enumerate(xs)]
        down = [x - h if together or i == n else x for i, x in enumerate(xs)]
        slope = {
            "central": lambda up=up, down=down: (f(up) - f(down)) / (2 * h),
            "half": lambda up=up, down=down: (f(up) - f(down)) / h,
            "forward": lambda up=up: (f(up) - f(xs)) / h,
            "change": lambda up=up, down=down: f(up) - f(down),
        }[how]()
        if blind:
            claimed, slope = (blind[0](number) for number in (claimed, slope))
        apart = abs(claimed - slope)
        size = {
            "relative": max(abs(claimed), abs(slope)) or 1.0,
            "absolute": 1.0,
            "at least 1": max(1.0, abs(claimed), abs(slope)),
            "no zero": max(abs(claimed), abs(slope)),
        }[error]
        found.append(apart / size <= tolerance)
    return found


def _nan_agrees(case):
    return [ok or claimed == "nan" for ok, claimed in zip(checked(case), case["grads"], strict=True)]


def _signed(case):
    """Without abs: whatever is too small agrees."""
    found = []
    for n, claimed in enumerate(case["grads"]):
        slope = _slope(case, n)
        claimed = math.nan if claimed == "nan" else claimed
        found.append((claimed - slope) / (max(abs(claimed), abs(slope)) or 1.0) <= 1e-4)
    return found


def _slope(case, n, h=1e-6):
    names, xs = list(case["xs"]), list(case["xs"].values())

    def f(x):
        at = dict(zip(names, [*xs[:n], x, *xs[n + 1 :]], strict=True))
        return eval(case["f"], {"__builtins__": {}, "exp": math.exp}, at)

    return (f(xs[n] + h) - f(xs[n] - h)) / (2 * h)


def shows_truth(result):
    if isinstance(result, list):
        return "[" + ", ".join(str(one) for one in result) + "]"
    return str(result)


def tells_check(case):
    xs = ", ".join(f"{name} = {x:g}" for name, x in case["xs"].items())
    grads = ", ".join(g if g == "nan" else f"{g:.6g}" for g in case["grads"])
    return "f = {f} at {xs}, gradients claimed: [{grads}]".format(f=case["f"], xs=xs, grads=grads)


GRADCHECK = Judge(
    check_cases,
    checked,
    tells=tells_check,
    shows=shows_truth,
    guesses=(lambda case: [True] * len(case["grads"]), lambda case: [False] * len(case["grads"])),
    misconceptions=(
        Misconception(
            "one answer for all",
            None,
            "You give one answer for all inputs. Which of them is wrong is what one wants to know.",
            "return a list: True or False for each input.",
            seen=lambda case, result: isinstance(result, bool),
        ),
        Misconception(
            "one input alone",
            None,
            "Your list does not have one answer for each input.",
            "append an answer inside the loop over the inputs.",
            seen=lambda case, result: isinstance(result, list) and len(result) != len(case["xs"]),
        ),
        Misconception(
            "errors, not answers",
            None,
            "You give the errors themselves. Asked is whether each is small enough.",
            "compare each error with the tolerance, and give the list of True and False.",
            seen=lambda case, result: isinstance(result, list) and all(type(x) in (int, float) for x in result),
        ),
        Misconception(
            "xs changed",
            None,
            "Afterwards the list xs holds other numbers than before. Whoever called you still needs them.",
            "work on a copy: moved = list(xs), then change moved[i].",
            seen=lambda case, result: result == {"changed": "xs"},
        ),
        Misconception(
            "all inputs moved",
            lambda case: checked(case, together=True),
            "You move all inputs at once: that measures the sum of all slopes. One input moves, the others stay.",
            "make a copy of xs for each input, and change that one place in it.",
        ),
        Misconception(
            "divided by h",
            lambda case: checked(case, how="half"),
            "Every slope is twice too large: the two points are 2h apart.",
            "divide by 2 * h.",
        ),
        Misconception(
            "not divided",
            lambda case: checked(case, how="change"),
            "You compare the change of f with a slope. A slope is change in output over change in input.",
            "divide by 2 * h.",
        ),
        Misconception(
            "relative above 1 only",
            lambda case: checked(case, error="at least 1"),
            "The difference is divided by at least 1. Then a tiny gradient passes that is twice the right one.",
            "divide by max(abs(claimed), abs(measured)) alone, and treat 0 against 0 as agreeing.",
        ),
        Misconception(
            "absolute error",
            lambda case: checked(case, error="absolute"),
            "You compare the plain difference with the tolerance. Where f is in billions, rounding alone is larger; "
            "where f is in millionths, anything passes.",
            "divide the difference by the larger of the two sizes.",
        ),
        Misconception(
            "0 divided by 0",
            lambda case: checked(case, error="no zero"),
            "Both are 0, so they agree; and you divide 0 by 0.",
            "where both are 0, the error is 0: use max(...) or 1.0 as the divisor.",
        ),
        Misconception(
            "forward difference",
            lambda case: checked(case, how="forward"),
            "One point ahead is not enough where f is curved: near a slope of 0 the error is as large as the slope.",
            "take a point on either side: (f(x + h) - f(x - h)) / 2h.",
        ),
        Misconception(
            "h too large",
            lambda case: checked(case, h=0.1),
            "Your step is so large that the curve bends in between: right gradients are refused.",
            "take h = 1e-6.",
        ),
        Misconception(
            "h too small",
            lambda case: checked(case, h=1e-12),
            "Your step is so small that f hardly changes, and rounding is all that is left of the difference.",
            "take h = 1e-6.",
        ),
        Misconception(
            "sizes alone",
            lambda case: checked(case, blind=(abs,)),
            "You compare sizes: a gradient with the wrong sign passes.",
            "take the difference first, then its size: abs(claimed - measured).",
        ),
        Misconception(
            "tolerance too large",
            lambda case: checked(case, tolerance=0.05),
            "A gradient that is off by one in a hundred passes. Right ones are off by less than one in a million.",
            "compare with the tolerance that is given, 1e-4.",
        ),
        Misconception(
            "signs alone",
            lambda case: checked(case, blind=(lambda x: math.copysign(1.0, x) if x == x and abs(x) > 1e-12 else x,)),
            "You compare signs: a gradient five times too large passes.",
            "compare the numbers: abs(claimed - measured), relative to their size.",
        ),
        Misconception(
            "without abs",
            _signed,
            "Without abs a difference below 0 always is small enough: a gradient that is too small passes.",
            "write abs(claimed - measured).",
        ),
        Misconception(
            "NaN agrees",
            _nan_agrees,
            "NaN passes as agreeing: every comparison with it is False, also error > tolerance.",
            "ask whether the error *is* small enough: error <= tolerance.",
        ),
    ),
)
