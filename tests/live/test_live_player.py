"""Play, step and reset: what the buttons do is the same in every view that has them."""

import pytest

from micrograd_lab import datasets, live
from micrograd_lab.live.base.player import Caption, Player

VIEWS = {"training": lambda: live.training(datasets.moons(20, seed=1), hidden=[3]), "landscape": live.landscape}


def faces(buttons):
    return [(button.description, button.icon, button.tooltip, button.layout.width) for button in buttons]


def test_each_view_keeps_its_own_words_on_the_buttons():
    training, landscape, loop, layers = VIEWS["training"](), live.landscape(), live.loop(), live.distributions()
    assert faces(training.player.buttons) == [
        ("play", "play", "train, a step a frame", "128px"),
        ("step", "step-forward", "one training step", "128px"),
        ("reset", "undo", "new weights, from the same seed", "128px"),
    ]
    assert faces(landscape.player.buttons) == [
        ("play", "play", "a step a frame", "128px"),
        ("step", "step-forward", "one step of each optimiser", "128px"),
        ("reset", "undo", "back to the start", "128px"),
    ]
    assert faces(loop.player.buttons) == [
        ("whole step", "play", "forward, zero, backward, update", "112px"),
        ("reset", "", "the same start; this run stays, dashed", "112px"),
    ]
    assert faces(layers.player.buttons) == [
        ("train 50 steps", "play", "gradient descent", None),
        ("reset", "undo", "the weights as they started", None),
    ]


@pytest.mark.parametrize("name", VIEWS)
def test_play_says_pause_while_it_plays(name):
    view = VIEWS[name]()
    view.play.value = True
    assert (view.play.description, view.play.icon, view.chart.playing) == ("pause", "pause", True)
    view.player.stop()
    assert (view.play.description, view.play.icon, view.chart.playing) == ("play", "play", False)


@pytest.mark.parametrize("name", VIEWS)
def test_a_frame_is_a_step_given_once_and_only_while_it_plays(name):
    view = VIEWS[name]()
    taken = []
    view.player._step = lambda: (taken.append(1), view.refresh())
    frame = view.chart.frame
    view.player.frame(frame)
    view.play.value = True
    view.player.frame(frame)
    view.player.frame(frame)
    assert len(taken) == 1


@pytest.mark.parametrize("name", VIEWS)
def test_a_step_that_fails_is_said_and_ends_the_play(name):
    def fail():
        raise ZeroDivisionError("by hand")

    view = VIEWS[name]()
    view.player._step = fail
    view.play.value = True
    view.player.frame(view.chart.frame)
    assert "ZeroDivisionError: by hand" in view.message.value
    assert (view.play.value, view.chart.playing) == (False, False)


def test_without_an_icon_play_stays_play():
    view = VIEWS["training"]()
    player = Player(Caption("step"), Caption("reset"), Caption("play"), width="90px")
    player.start(view, view.chart, view.step, view.reset)
    player.play.value = True
    assert (player.play.description, player.play.icon, player.play.tooltip) == ("play", "", None)
    assert view.chart.playing
