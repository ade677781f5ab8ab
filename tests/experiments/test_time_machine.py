import numpy as np
import pytest

from micrograd_lab.experiments.own_training import KIT, OwnTraining
from micrograd_lab.experiments.time_machine import TimeMachine


@pytest.fixture(scope="module")
def machine():
    return TimeMachine(KIT)


@pytest.fixture(scope="module")
def eager():
    """The same training on the engine, step by step: its numbers and who was right, after each."""
    training = OwnTraining(KIT)
    seen = [([p.data for p in training.parameters], training.right, training.scores)]
    while not training.done:
        training.step()
        seen.append(([p.data for p in training.parameters], training.right, training.scores))
    return training, seen


def test_a_kept_step_is_the_numbers_that_the_engine_had(machine, eager):
    _, seen = eager
    assert machine.kept.shape == (54, 337)
    assert machine.kept == pytest.approx(np.array([numbers for numbers, _, _ in seen]), rel=1e-9, abs=1e-12)


@pytest.mark.parametrize("number", [40, 7, 0, 53])
def test_the_scores_of_a_kept_step_are_the_engines(machine, eager, number):
    training, seen = eager
    machine.look(number)
    assert machine.scores == pytest.approx(np.array(seen[number][2]), rel=1e-9, abs=1e-12)
    for p, x in zip(training.parameters, seen[number][0], strict=True):
        p.data = x
    scores = [training.model(list(point)).data for point in machine.points]
    recorded = machine.recorded.scores(*machine.columns[1:])
    assert recorded == pytest.approx(scores, rel=1e-9, abs=1e-12)


def test_who_is_right_at_each_step_is_as_the_engine_had_it(machine, eager):
    assert [tuple(row) for row in machine.wins.tolist()] == [right for _, right, _ in eager[1]]


def test_won_and_lost_by_hand(machine, eager):
    rows = [right for _, right, _ in eager[1]]
    for point in range(100):
        story = "".join("+" if row[point] else "-" for row in rows)
        assert machine.lost[point] == story.count("+-")
        assert machine.won[point] == len(story.rstrip("+"))
    assert (sum(map(bool, machine.lost)), sum(machine.lost), max(machine.lost)) == (30, 83, 8)
    assert len(machine.rows) == sum(not all(row[point] for row in rows) for point in range(100))
    assert [machine.won[point] for point in machine.rows] == sorted(filter(None, machine.won))


def test_what_a_step_wins_and_loses_makes_up_the_change(machine):
    for number in range(1, 54):
        machine.look(number)
        won, lost = machine.changed()
        assert machine.rights[number] - machine.rights[number - 1] == len(won) - len(lost)
    machine.look(0)
    assert machine.changed() == ([], [])


def test_one_that_never_gets_there_is_kept_to_its_last_step():
    machine = TimeMachine(KIT, hidden=[1, 1], steps=20)
    assert (machine.first, machine.last, machine.number, len(machine.kept)) == (None, 20, 20, 21)
    assert machine.won.count(None) == 100 - machine.rights[-1]
