"""Play, step and reset: the buttons of a view, and the frames that its picture asks for."""

from typing import NamedTuple

import ipywidgets


class Caption(NamedTuple):
    """What is on a button, and what it says when the pointer rests there."""

    name: str
    icon: str = ""
    tip: str | None = None


PLAY, PAUSE = Caption("play", "play"), Caption("pause", "pause")


class Player:
    """The buttons `play`, `one` (a step) and `again` (a reset), and what they do.

    `play`, a ToggleButton or None, keeps its picture's trait `playing` as it is itself. With an icon it says pause
    while it plays. Give `start()` what a step and a reset are; from then on the buttons act.
    """

    def __init__(self, step, reset, play=None, width=None):
        self.labels = {"play": play, "one": step, "again": reset}
        self.play = play and _button(ipywidgets.ToggleButton, play, width)
        self.one, self.again = (_button(ipywidgets.Button, label, width) for label in (step, reset))
        self.buttons = tuple(button for button in (self.play, self.one, self.again) if button)

    def start(self, view, picture, step, reset):
        """Listen to the buttons, and to nothing before: a view's picture is made after its buttons."""
        self._view, self._picture, self._step = view, picture, step
        view.on(self.one, lambda _: step())
        view.on(self.again, lambda _: reset())
        if self.play:
            view.on(self.play, lambda change: self._played(change.new))
            picture.observe(lambda change: setattr(self.play, "value", change.new), "playing")

    def stop(self):
        """Stop playing, if there is a play button."""
        if self.play:
            self.play.value = False

    def frame(self, asked):
        """The picture asks for what comes after the frame `asked`.

        A second view of the same picture asks for the same frame: it is given once.
        """
        if self._picture.playing and asked == self._picture.frame:
            self._view._guarded(self._play_on)

    def _play_on(self):
        try:
            self._step()
        except Exception:
            self._picture.playing = False
            raise

    def _played(self, playing):
        self._picture.playing = playing
        if self.play.icon:
            self.play.description, self.play.icon = (PAUSE if playing else PLAY)[:2]


def _button(kind, label, width):
    button = kind(description=label.name, icon=label.icon, tooltip=label.tip)
    button.layout.width = width
    return button
