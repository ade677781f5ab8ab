import itertools
import math
import sys

import pytest

from micrograd_lab import Value, optim
from micrograd_lab.experiments.club import CLUBS, MOST, NoRound, Own, TooLong, bounded
from micrograd_lab.experiments.golf import HIGH, IN, LIMIT, LOW, NAN, OUT, RADIUS, RATES, SHORT, STOPPED, play, sweep
from micrograd_lab.experiments.holes import HOLES, curvature

RAVINE, SLANTED, PLATEAU = HOLES.values()
SGD, MOMENTUM, ADAM = CLUBS


class Plain:
    def __init__(self, parameters, lr):
        self.parameters, self.lr = parameters, lr

    def step(self):
        for p in self.parameters:
            p.data -= self.lr * p.grad


@pytest.mark.parametrize("hole", HOLES.values(), ids=HOLES)
def test_the_slopes_are_those_of_backward_and_the_hole_is_the_lowest_place(hole):
    for place in [hole.start, (0.3, -0.7), (-2.0, 1.5), (0.0, 0.0)]:
        x, y = leaves = [Value(number) for number in place]
        loss = hole.f(x, y)
        loss.backward()
        assert hole.f(*place) == pytest.approx(loss.data)
        assert hole.slopes(*place) == pytest.approx([leaf.grad for leaf in leaves], abs=1e-12)
        assert hole.f(*place) >= hole.f(0.0, 0.0) == 0


@pytest.mark.parametrize("rate", [0.01, 0.05, 0.0769, 0.079, 0.081])
def test_sgd_in_the_ravine_is_the_closed_form(rate):
    played = play(RAVINE, SGD, rate)
    closed = [(10 * (1 - rate) ** n, (1 - 25 * rate) ** n) for n in range(played.steps + 1)]
    assert played.places == [pytest.approx(place, rel=1e-9, abs=1e-12) for place in closed]
    assert played.losses == pytest.approx([0.5 * (x * x + 25 * y * y) for x, y in closed[: len(played.losses)]])


@pytest.mark.parametrize("hole", HOLES.values(), ids=HOLES)
@pytest.mark.parametrize(
    ("club", "make"),
    [
        (SGD, lambda ball: optim.SGD(ball, lr=0.03)),
        (MOMENTUM, lambda ball: optim.SGD(ball, lr=0.03, momentum=0.9)),
        (ADAM, lambda ball: optim.Adam(ball, lr=0.03)),
    ],
)
def test_every_step_is_that_of_the_kit_s_optimiser_along_backward(hole, club, make):
    ball = [Value(x) for x in hole.start]
    optimizer, places = make(ball), [hole.start]
    played = play(hole, club, 0.03)
    for _ in range(played.steps):
        optimizer.zero_grad()
        hole.f(*ball).backward()
        optimizer.step()
        places.append(tuple(p.data for p in ball))
    assert played.steps > 30
    assert played.places == [pytest.approx(place, rel=1e-6, abs=1e-9) for place in places]


@pytest.mark.parametrize(("hole", "most"), [(RAVINE, 25), (SLANTED, 25), (PLATEAU, 2)])
def test_the_limit_is_2_over_the_largest_curvature_found_by_bisection(hole, most):
    curved = curvature(hole)
    assert curved.most == pytest.approx(most, rel=1e-6)

    def nearer(rate):
        """Whether 2,000 steps of SGD from close by in the steepest direction end nearer."""
        place = tuple(1e-7 * x for x in curved.across)
        for _ in range(2000):
            place = tuple(x - rate * slope for x, slope in zip(place, hole.slopes(*place), strict=True))
            if math.hypot(*place) > 2e-7:
                return False
        return math.hypot(*place) < 1e-7

    stays, leaves = 0.001, 1.9
    assert nearer(stays)
    assert not nearer(leaves)
    while leaves - stays > 1e-8:
        middle = (stays + leaves) / 2
        stays, leaves = (middle, leaves) if nearer(middle) else (stays, middle)
    assert curved.limit == pytest.approx(stays, abs=1e-6)


def test_the_steepest_direction_lies_across_the_ravine_and_turns_with_it():
    assert [abs(x) for x in curvature(RAVINE).across] == pytest.approx([0, 1])
    assert curvature(SLANTED).across == pytest.approx([math.sqrt(0.5), -math.sqrt(0.5)])
    for hole in HOLES.values():
        curved = curvature(hole)
        assert sum(a * b for a, b in zip(curved.along, curved.across, strict=True)) == pytest.approx(0)
    assert (curvature(SLANTED).least, curvature(PLATEAU).least) == pytest.approx((1, 2))


def test_a_round_ends_in_the_hole_outside_or_after_its_last_step():
    played = play(RAVINE, SGD, 0.05)
    # 10 * 0.95**n < 0.2 from step 77 on, and y is 0 long before
    assert (played.ended, played.steps) == (IN, math.ceil(math.log(0.02) / math.log(0.95)))
    # 1.5**n > 6 from step 5 on
    assert (play(RAVINE, SGD, 0.1).ended, play(RAVINE, SGD, 0.1).steps) == (OUT, 5)
    assert (play(RAVINE, SGD, 0.01).ended, play(RAVINE, SGD, 0.01).steps) == (SHORT, LIMIT)


def test_a_ball_that_is_too_fast_runs_over_the_hole():
    class Over(Plain):
        at = 10.0

        def step(self):
            self.at = 0.05 if self.at > 1 else 0.0
            for p, x in zip(self.parameters, (self.at, 0.0), strict=True):
                p.data = x

    played = play(RAVINE, Own(Over), 0.05)
    assert math.hypot(*played.places[1]) < RADIUS
    assert (played.ended, played.steps) == (IN, 2)


def test_a_learner_s_class_that_is_sgd_goes_as_sgd():
    for hole, rate in itertools.product(HOLES.values(), (0.02, 0.07, 0.5)):
        assert play(hole, Own(Plain), rate)[:4] == play(hole, SGD, rate)[:4]
    still = itertools.repeat(0.0)
    mine = sweep(RAVINE, Own(Plain, clock=still.__next__), clock=still.__next__)
    assert mine == sweep(RAVINE, SGD, clock=still.__next__)


def test_a_sweep_has_a_cliff_at_the_limit():
    swept = sweep(RAVINE, SGD)
    assert (len(swept.rates), swept.whole) == (RATES, True)
    assert (swept.rates[0], swept.rates[-1]) == pytest.approx((LOW, HIGH))
    assert max(rate for rate, n in zip(swept.rates, swept.steps, strict=True) if n) < 0.08
    n, rate = swept.best
    assert play(RAVINE, SGD, rate).steps == n == min(m for m in swept.steps if m)


def own(step, init=None):
    return type("Mine", (), {"__init__": init or Plain.__init__, "step": step})


scope = {}
exec("def endless(self):\n    while True: pass\n", scope)  # on one line, where Python traces no new line
endless = scope["endless"]


def endless_list(self):
    [n + 1 for n in itertools.count()]


def swallowing(self):
    try:  # noqa: SIM105
        endless(self)
    except:  # noqa: E722
        pass


def kept_apart(self):
    self.parameters = [Value(p.data - self.lr * p.grad) for p in self.parameters]


def divides(self):
    self.parameters[0].data /= 0


def of_values(self):
    for p in self.parameters:
        p.data = p - self.lr * p.grad


def text(self):
    self.parameters[1].data = "0.5"


def leaves_python(self):
    sys.exit(3)


STOPS = {
    "no class": (3, "found: 3\n"),
    "an object": (Plain([], 0.1), "found: an object of the class Plain\n"),
    "no rate": (lambda ball: Plain(ball, 0.1), "asked: an optimiser of your club"),
    "no step": (lambda ball, rate: None, "no step() there"),
    "raises": (
        own(divides),
        "step 1 of your Mine with lr = 0.05\nfound: ZeroDivisionError: float division by zero, in line",
    ),
    "its line": (own(divides), "self.parameters[0].data /= 0"),
    "exits": (own(leaves_python), "found: SystemExit: 3"),
    "still": (own(lambda self: None), "x and y are where they were, after 10 steps"),
    "apart": (own(kept_apart), "x and y are where they were"),
    "Values": (own(of_values), "a number in x.data after step 1"),
    "text": (own(text), "a number in y.data after step 1 of your Mine\nfound: '0.5'"),
    "endless": (own(endless), "in no more than 100,000 instructions"),
    "endless list": (own(endless_list), "step 1 of your Mine, in no more"),
    "swallowed": (own(swallowing), "step 1 of your Mine, in no more"),
    "endless from the start": (
        own(Plain.step, lambda self, *_: endless(self)),
        "an optimiser of your Mine, in no more",
    ),
}


@pytest.mark.parametrize("name", STOPS)
def test_what_goes_wrong_in_a_learner_s_class_stops_the_round_in_three_parts(name):
    make, said = STOPS[name]
    before = sys.gettrace()
    played = play(RAVINE, Own(make), 0.05)
    assert sys.gettrace() is before
    assert played.ended == STOPPED
    assert said in played.stopped
    assert [line.split(":")[0] for line in played.stopped.splitlines()] == ["asked", "found", "try"]
    assert all(math.isfinite(x) for place in played.places for x in place)


def test_nan_and_uphill_are_no_troubles_but_ends():
    class Nan(Plain):
        def step(self):
            self.parameters[0].data = math.nan

    class Uphill(Plain):
        def step(self):
            for p in self.parameters:
                p.data += self.lr * p.grad

    assert play(RAVINE, Own(Nan), 0.05).ended == NAN
    assert play(RAVINE, Own(Uphill), 0.05).uphill
    assert not play(RAVINE, Own(Plain), 0.05).uphill


def test_a_class_that_is_slow_is_stopped_by_the_clock_between_two_steps():
    told = itertools.count(0.0, 0.6)
    played = play(RAVINE, Own(Plain, clock=lambda: next(told)), 0.05)
    assert played.ended == STOPPED
    assert "found: only 4 steps were done by then" in played.stopped
    hours = itertools.count(0.0, 4.0)
    swept = sweep(RAVINE, SGD, clock=lambda: next(hours))
    assert not swept.whole
    assert swept.steps[5:] == [None] * (RATES - 5)


def test_a_sweep_ends_with_the_first_round_that_is_stopped():
    calls = []

    class Once(Plain):
        def step(self):
            calls.append(self.lr)
            raise RuntimeError

    assert not sweep(RAVINE, Own(Once)).whole
    assert len(calls) == 1


def test_a_class_may_have_any_name():
    assert [Own(make).name for make in (Plain, lambda p, lr: None, 3, optim.Adam)] == [
        "your Plain",
        "your club",
        "your club",
        "your Adam",
    ]


def test_instructions_are_counted_and_a_tracer_is_put_back():
    assert bounded(lambda: sum(n for n in range(100)), MOST) == 4950
    with pytest.raises(TooLong):
        bounded(lambda: sum(n for n in range(MOST)), MOST)
    with pytest.raises(NoRound):
        Own(3).take([Value(1.0)], 0.05)
