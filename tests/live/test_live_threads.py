"""A kernel may answer a view that plays in one thread, and its buttons or a cell in another."""

import sys
from threading import Thread

import pytest

from micrograd_lab import datasets, live

DATA = datasets.moons(20, seed=1)


@pytest.fixture(autouse=True)
def often():
    """Let threads take turns a thousand times more often than usual."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(usual / 1000)
    yield
    sys.setswitchinterval(usual)


def beside(playing, doing, times=25):
    """Ask a playing view for its next frames in one thread while `doing` goes on in another."""

    def ask():
        while not done:
            playing.chart.playing = True
            playing._asked(playing.chart, {"next": playing.chart.frame}, [])
            said.add(playing.message.value)

    done, said = [], set()
    thread = Thread(target=ask)
    thread.start()
    try:
        for _ in range(times):
            doing()
            said.add(playing.message.value)
    finally:
        done.append(True)
        thread.join()
    return {sentence for sentence in said if "did not work" in sentence}


def test_a_network_is_reset_by_its_button_while_it_plays():
    view = live.training(DATA, hidden=[4])
    assert beside(view, view.again.click) == set()


def test_a_cell_trains_a_network_that_plays():
    view = live.training(DATA, hidden=[4])
    before, steps = view.redraws, view.training
    assert beside(view, lambda: view.step(3), times=100) == set()
    # Each step was one step, though two threads made them.
    assert view.training is steps
    assert view.training.number == 3 * 100 + (view.redraws - before - 100)


def test_a_race_is_started_anew_while_it_plays():
    view = live.landscape()
    assert beside(view, view.again.click) == set()
