"""What live.paper says of a sheet, and of what it learns."""

LARGE = '<span style="font-size: 18px; line-height: 30px">&nbsp;<b>{pieces}</b>, {right} of {count} points right</span>'
PIECES_OF, RIGHT, OF = "flat pieces", "points on their side", "{right} of {count}"
STANDS, SHOULD = "at {x1:g}, {x2:g}", "{score:+.2f}, to be {side:+g}"
DONE = "It has learned these points: the loss is {loss:.2g}."
STUCK = "The loss falls no further: it is {loss:.2g}. Move a number, or start again."
LONG = "The steps are too long here: the loss has grown to {loss:.2g}. Start again."
FULL = "A layer has up to {most} folds here. Move one of them, or start again."
NO_NUMBER = "the numbers of a fold are w1, w2, b and v, and there is out; got {names}. Try view.set(fold=1, b=-0.5)."
NO_PLACE = "{name} is a number from {low:g} to {high:g} here; got {x!r}. Try 1.0."
NO_FOLD = "folds are numbered from 1 to {count}; got {n!r}. Try view.choose(1)."
LEARNED, LEVEL, LOST = 1e-4, 1e-6, 1e4  # a loss that is none any more, a change of it that is none, and one too far


def ended(before, now):
    """Why a sheet learns no more, whose loss has gone from `before` to `now` in a step; "" where it goes on."""
    if now < LEARNED:
        return DONE.format(loss=now)
    if now > LOST:
        return LONG.format(loss=now)
    return STUCK.format(loss=now) if abs(before - now) < LEVEL * before else ""
