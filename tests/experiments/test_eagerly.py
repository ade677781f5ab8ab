import gc

import pytest

from micrograd_lab.experiments.eagerly import eagerly


@pytest.fixture(autouse=True)
def on():
    gc.enable()
    yield
    gc.enable()


def states(many):
    for _ in range(many):
        yield gc.isenabled()


def test_the_collector_is_paused_in_a_step_and_not_between_two():
    between = []
    for paused in eagerly(states(3)):
        assert paused is False
        between.append(gc.isenabled())
    assert between == [True] * 3
    assert gc.isenabled()


def test_it_is_on_again_when_a_step_fails_and_when_somebody_stops_halfway():
    def failing():
        yield 1
        raise ArithmeticError

    steps = eagerly(failing())
    assert next(steps) == 1
    assert gc.isenabled()
    with pytest.raises(ArithmeticError):
        next(steps)
    assert gc.isenabled()
    halfway = eagerly(states(9))
    next(halfway)
    del halfway
    assert gc.isenabled()


def test_it_stays_off_where_it_was_off():
    gc.disable()
    assert list(eagerly(states(2))) == [False, False]
    assert not gc.isenabled()


class Ring:
    """Refers to itself, as the Values of an engine with closures do."""

    alive = 0

    def __init__(self):
        self.itself = self
        Ring.alive += 1

    def __del__(self):
        Ring.alive -= 1


def test_what_steps_leave_is_collected_every_few_of_them():
    def steps():
        for _ in range(10):
            for _ in range(100):
                Ring()
            yield Ring.alive

    gc.collect()
    gc.disable()  # so that nothing else collects between two steps
    alive = list(eagerly(steps(), every=5))
    assert alive[:5] == [100, 200, 300, 400, 500]
    assert alive[5:] == alive[:5]


def test_the_graphs_that_a_loop_still_held_are_collected_every_few_steps():
    def steps():
        for _ in range(30):
            held = Ring()
            yield held.alive

    gc.collect()
    gc.disable()
    alive = list(eagerly(steps(), every=5))
    assert max(alive) <= 7
    assert alive[10:15] == alive[20:25]


def test_no_steps_are_no_steps():
    assert list(eagerly([])) == []
