"""The generated misconceptions: a class that has a slip gets that slip's name or none, and never another's."""

import math
from collections import Counter

import pytest

from micrograd_lab.checks import Incorrect, Passed, lesson_02, lesson_04
from micrograd_lab.checks.lesson_02.judge_first import SLIPS as FIRST
from micrograd_lab.checks.lesson_02.judge_reflected import SLIPS as REFLECTED
from micrograd_lab.checks.lesson_02.rest_slips import SLIPS as REST
from micrograd_lab.checks.lesson_02.walks import misconceptions, walked
from micrograd_lab.checks.lesson_04.judge_combined import SLIPS as COMBINED
from micrograd_lab.checks.lesson_04.judge_functions import SLIPS as FUNCTIONS
from micrograd_lab.checks.lesson_04.judge_plus_times import SLIPS as PLUS_TIMES
from micrograd_lab.checks.lesson_04.judge_power_relu import SLIPS as POWER_RELU
from micrograd_lab.checks.models import Value, made, rules
from micrograd_lab.checks.models.methods import TOGETHER
from micrograd_lab.checks.models.value import SLOPES, filled

EACH = (
    (lesson_02.first, FIRST),
    (lesson_02.reflected, REFLECTED),
    (lesson_02.rest, REST),
    (lesson_04.plus_times, PLUS_TIMES),
    (lesson_04.power_relu, POWER_RELU),
    (lesson_04.functions, FUNCTIONS),
    (lesson_04.all_together, COMBINED),
)
# What a fact of the result is told of first, though the class has another slip as well.
FACTS = (
    "nothing returned",
    "a plain number",
    "changed in place",
    "inputs forgotten",
    "copies as inputs",
    "no wrapping",
)
FACTS += ("one input forgotten", "named by another operation", "numbers as inputs", "inputs turned round")
FACTS += ("a number not wrapped", "the same input twice", "complex", "exponent forgotten", ".data of a number")
FACTS += ("whole numbers not wrapped", "the number has no data", "a Value as data", ".data forgotten", "not refused")
FACTS += (
    "written with itself",
    "reflected into itself",
    "asks for itself again",
    "no reflected form",
    "no reflected -",
)
FACTS += ("no division", "an error without a sentence", "no reflected +", "no reflected *", "no name of the operation")


@pytest.mark.parametrize("style", TOGETHER, ids=range(len(TOGETHER)))
def test_the_right_class_passes_in_every_form(style):
    for check, _ in EACH:
        assert isinstance(check(made(style)), Passed), check.outcome


@pytest.mark.parametrize(("check", "slips"), EACH, ids=[check.number for check, _ in EACH])
def test_a_class_with_a_slip_is_told_of_that_one_or_of_none(check, slips, request):
    step = min(10 if request.config.getoption("--all") else 50, max(1, len(slips) // 20))
    told = Counter()
    for number, slip in enumerate(slips[::step]):
        outcome = check(made(slip.methods, slip.rules), seed=number % 5)
        if isinstance(outcome, Passed):
            told["passed"] += 1  # it shows where another operation is asked for
            continue
        assert isinstance(outcome, Incorrect)
        named = outcome.misconception
        assert named in ("", slip.name, *FACTS), f"{slip.name}: {outcome}"
        told["named" if named else "none"] += 1
    assert told["named"] >= 0.75 * told.total(), told


@pytest.mark.parametrize("op", SLOPES)
def test_the_slope_of_the_right_class_is_the_measured_one(op):
    run = {
        "+": lambda a, b: a + b,
        "*": lambda a, b: a * b,
        "-": lambda a, b: a.node(a.data - b.data, "-", a, b),
        "/": lambda a, b: a.node(a.data / b.data, "/", a, b),
        "neg": lambda a: a.node(-a.data, "neg", a),
        "**": lambda a: a**3,
    }.get(op) or (lambda a: getattr(a, op)())
    numbers = (1.7, 0.6)[: len(SLOPES[op])]
    inputs, h = [Value(x) for x in numbers], 1e-6
    filled(run(*inputs))
    for n, v in enumerate(inputs):
        moved = [[x + (h if i == n else 0) * sign for i, x in enumerate(numbers)] for sign in (1, -1)]
        up, down = (run(*map(Value, one)).data for one in moved)
        assert math.isclose(v.grad, (up - down) / (2 * h), rel_tol=1e-6)


@pytest.mark.parametrize("op", SLOPES)
def test_no_two_slips_of_a_rule_do_the_same(op):
    slips = rules.slips_of(op)
    done = [rules._done(op, slip.rules[op]) for slip in slips]
    assert len(set(done)) == len(done)
    assert rules._done(op, rules.RULES[op]) not in done


@pytest.mark.parametrize("many", [1, 2])
def test_a_wrong_walk_is_told_of_one_of_its_slips_or_of_none(many):
    judge, cases = lesson_02.trace.judge, lesson_02.trace.cases(1)
    walks = misconceptions(many)[:: 1 if many == 1 else 7]
    for slips in walks:
        (walk, _), *_ = slips
        verdict = judge.verdict(cases, [walk.wrong(case) for case in cases])
        if not verdict.passed and verdict.misconception is not None and many == 1:
            assert verdict.misconception.name == walk.name


def test_of_two_slips_in_a_walk_the_one_is_told_that_its_example_shows():
    judge, cases = lesson_02.trace.judge, lesson_02.trace.cases(1)
    told = 0
    for slips in misconceptions(2)[::7]:
        verdict = judge.verdict(cases, [slips[0][0].wrong(case) for case in cases])
        alone = {one.name: walk for one, walk in slips}
        seen = verdict.misconception
        if seen is not None and seen.name in alone:
            case = cases[verdict.first]
            shown = [name for name, walk in alone.items() if not judge.also(case, walk(case))]
            assert not shown or seen.name in shown
            told += bool(shown)
    assert told > 5


def test_the_right_walk_passes_in_every_way():
    judge, cases = lesson_02.trace.judge, lesson_02.trace.cases(3)
    for way in ("recursive", "stack", "stack, marked when pushed", "queue", "queue, marked when pushed"):
        assert judge.verdict(cases, [walked(case, way) for case in cases]).passed
