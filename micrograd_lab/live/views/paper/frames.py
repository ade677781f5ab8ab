"""What plays in live.paper: one of its buttons at a time, each with what a frame of it does."""

from ...base.player import PAUSE


class Frames:
    """Plays while one of the ToggleButtons in `steps`, {button: what a frame does}, is pressed. It says pause then."""

    def __init__(self, view, picture, steps):
        self._view, self._picture, self._steps = view, picture, steps
        self._labels = {button: (button.description, button.icon) for button in steps}
        for button in steps:
            view.on(button, lambda change, button=button: self._pressed(button, change.new))

    def stop(self):
        """Let no button be pressed."""
        for button in self._steps:
            button.value = False

    def frame(self, asked):
        """The picture asks for what comes after the frame `asked`. A second picture asks too, and it is given once."""
        if self._picture.playing and asked == self._picture.frame:
            self._view._guarded(self._play_on)

    def _play_on(self):
        try:
            for button, step in self._steps.items():
                if button.value:
                    step()
        except Exception:
            self.stop()
            raise

    def _pressed(self, button, playing):
        for other in self._steps:
            if playing and other is not button:
                other.value = False
        button.description, button.icon = PAUSE[:2] if playing else self._labels[button]
        self._picture.playing = any(each.value for each in self._steps)
