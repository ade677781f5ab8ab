"""A clock that begins with the first touch."""

import anywidget
import traitlets

from .view import STATIC, style

WORDS = {
    "waits": "a minute, from your first move on",
    "left": "{n} s left",
    "over": "{n} s. The minute is over, and nothing is lost: go on",
    "took": "done in {n} s",
    "longer": "done in {n} s: more than a minute, and done all the same",
}


class Clock(anywidget.AnyWidget):
    """A minute that the browser counts: no number of it reaches Python, so what a view says stays the same."""

    _esm = (STATIC / "clock.js").read_text(encoding="utf-8")
    _css = style("clock.css")
    limit = traitlets.Int(60).tag(sync=True)
    running = traitlets.Bool(False).tag(sync=True)
    stopped = traitlets.Bool(False).tag(sync=True)
    words = traitlets.Dict(WORDS).tag(sync=True)

    def start(self):
        """Begin, once: a clock that runs or has stopped stays as it is."""
        if not self.stopped:
            self.running = True

    def stop(self):
        """Stop, and say how long it took."""
        if self.running:
            with self.hold_sync():
                self.stopped, self.running = True, False

    def reset(self):
        """Wait for the first touch again."""
        with self.hold_sync():
            self.stopped, self.running = False, False

    def __repr__(self):
        return "Clock()"
