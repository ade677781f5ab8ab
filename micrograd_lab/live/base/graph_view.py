"""The view whose picture is a computation graph: what is drawn, what is said of it, and what is pressed on it."""

import ipywidgets

from ...draw import graphs
from ...graph import text
from .graph_picture import GraphPicture
from .view import View, one_at_a_time

UNDRAWN = "This can't be drawn: {error}"
STILL_TEXT = "The picture is still that of y = {text}."


class GraphView(View):
    """A view whose `picture` is a graph. `take_part(records)` says of what, `redraw()` shows it as it is now.

    `now()` gives the records with the gradients there are, `moment()` what stands beside the numbers, `line()` the
    line below. `chosen` is the number of the box that was pressed last. `choose(number)` is called for it while
    `choosing`, `stepped(1 or -1)` for an arrow key while `picture.stepping`, `step()` for each frame while
    `picture.playing`; `partials` is the picture's. Of an expression that is typed, `read(expression)` gives what it
    stands for, or raises; then `take(expression, found)` is called. `formula` is what was taken last, "" where the
    picture is of no such text.
    """

    choosing, formula, partials = False, "", None
    limit = graphs.READABLE  # values in the picture

    def __init__(self, above, below=()):
        self.picture, self.chosen = GraphPicture(), None
        self.picture.on_msg(self._asked)
        super().__init__([*above, self.picture, *below])

    def take_part(self, records):
        """Take these records as the graph's, and choose those of them that the picture has room for."""
        part, self.note = graphs.chosen(records, limit=self.limit)
        self.records, self._inside = records, {r.number for r in part}

    def now(self):
        """The records, with the gradients there are now."""
        return self.records

    @property
    def shown(self):
        """Those of the records that are in the picture."""
        return self._part(self.now())

    def moment(self):
        """What the picture shows beside the numbers, as a Moment."""
        return graphs.CALM

    def line(self):
        """The line below the picture, while no box is pointed at."""
        return ""

    @one_at_a_time
    def redraw(self):
        """Show the numbers, the moment and the line below the picture as they are now."""
        records = self.now()
        self.picture.show(records, self._part(records), self.note, self.moment(), self.line(), self.partials)
        self.redraws += 1
        if self.formula and self.expression.value.strip() != self.formula.strip():
            self.fail("", STILL_TEXT.format(text=self.formula))

    def text(self):
        records, moment = self.now(), self.moment()
        rows = [graphs.ROW.format(label=label, words="".join(w for w, _ in pieces)) for label, pieces in moment.strip]
        return "\n".join([text(records, self._part(records), moment.old), *rows[:-1]])

    def still(self):
        records = self.now()
        return graphs.picture(records, self._part(records), self.note, self.partials, moment=self.moment()).still()

    def lock(self, locked=True):
        super().lock(locked)
        self.picture.locked = locked

    def expression_box(self, expression):
        """A box to type another expression into: the view's `expression`."""
        self.formula = expression
        box = ipywidgets.Text(value=expression, description="y =", continuous_update=False)
        self.on(box, lambda change: self._typed(change.new))
        return box

    def choose(self, which):
        """A box was pressed. Views that listen say what it does."""

    def stepped(self, ahead):
        """An arrow key. Views that step say what it does."""

    def step(self):
        """One frame of playing. Views that play say what it does."""

    def read(self, expression):
        """Give what the expression makes; raise, with a sentence, where it makes nothing that can be shown."""
        raise NotImplementedError

    def take(self, expression, found):
        """Put on screen what `read` has found."""
        raise NotImplementedError

    def _part(self, records):
        return tuple(r for r in records if r.number in self._inside)

    def _typed(self, expression):
        try:
            found = self.read(expression)
        except Exception as error:  # whatever was typed
            self.fail(UNDRAWN.format(error=error), STILL_TEXT.format(text=self.formula))
        else:
            self.formula = expression
            self.take(expression, found)

    @one_at_a_time
    def _asked(self, _picture, message, _buffers):
        # A second view of the same picture asks for the same frame: it is given once.
        if "chosen" in message:
            self.chosen = message["chosen"]
            if self.choosing:
                self._guarded(lambda: self.choose(self.chosen))
        elif "step" in message:
            self._guarded(lambda: self.stepped(message["step"]))
        elif "next" in message and self.picture.playing and message["next"] == self.picture.frame:
            self._guarded(self.step)
