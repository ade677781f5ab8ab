import numpy as np
import pytest

from micrograd_lab import losses, nn
from micrograd_lab.datasets import moons
from micrograd_lab.experiments.first import FOLLOWED, LONGEST, RATE, First
from micrograd_lab.experiments.session import Session


@pytest.fixture(scope="module")
def learned():
    first, course = First(), []
    while not first.done:
        first.step()
        course.append((sum(first.right), first.worth))
    return first, course


def test_all_points_are_right_after_some_30_000_questions(learned):
    first, _ = learned
    assert (first.steps, first.count, first.questions) == (85, 337, 28_645)
    assert len(first.right) == 100


def test_they_are_right_by_the_engine_itself(learned):
    first, _ = learned
    scores = [first.model(point).data for point in first.points]
    assert [score > 0 for score in scores] == [label > 0 for label in first.labels]


def test_a_step_is_one_of_the_engine_s_own():
    first = First()
    first.step()
    model = nn.MLP(2, [16, 16, 1], activation="relu", seed=1)
    loss = losses.hinge([model(point) for point in first.points], first.labels)
    loss.backward()
    own = [p.data - RATE * p.grad for p in model.parameters()]
    assert [p.data for p in first.parameters] == pytest.approx(own, abs=1e-12)


def test_no_straight_line_gets_there():
    first = First()
    X, t = np.c_[first.points, np.ones(100)], np.array(first.labels)
    w = np.zeros(3)
    for _ in range(2000):  # the perceptron ends where a line divides them (Novikoff 1962)
        wrong = np.flatnonzero(t * (X @ w) <= 0)
        if not len(wrong):
            break
        w += t[wrong[0]] * X[wrong[0]]
    assert len(wrong)


def test_most_of_the_time_goes_where_points_change_sides(learned):
    _, course = learned
    seconds = [worth for _, worth in course]
    assert 9 < sum(seconds) < 14
    changes = [n for n in range(1, len(course)) if course[n][0] != course[n - 1][0]]
    calm = [n for n in range(1, len(course)) if n not in changes]
    assert np.mean([seconds[n] for n in changes]) > 2 * np.mean([seconds[n] for n in calm])
    assert max(seconds) < 1.5 * LONGEST


def test_the_weight_that_is_followed_is_a_first_weight_and_moves_a_good_way(learned):
    first, _ = learned
    assert FOLLOWED % 3 == 0  # w1, w2, b, w1, ...
    assert (first.followed - first.moved[FOLLOWED], first.followed) == pytest.approx((0.304, 0.645), abs=0.002)


def test_a_reset_is_the_beginning():
    first = First()
    scores, followed = first.scores, first.followed
    first.step()
    assert any(first.moved)
    first.reset()
    assert first.scores == scores
    assert (first.steps, first.followed, any(first.moved)) == (0, followed, False)


def test_its_steps_are_those_of_a_session_and_its_field_too(learned):
    _, course = learned
    session, first = Session(moons(100, seed=1), lr=RATE, seed=1, size=80), First()
    for right, _ in course:
        first.step()
        session.step()
        session.measure()
        assert sum(first.right) == right
        assert [p.data for p in first.parameters] == pytest.approx([p.data for p in session.model.parameters()])
    assert np.array(first.scores) == pytest.approx(session.scores)
    assert first.limits == pytest.approx(session.limits)
