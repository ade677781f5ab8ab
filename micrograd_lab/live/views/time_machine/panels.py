"""The panels of live.time_machine beside the border: the loss, and which points were wrong at which step."""

from ....draw.charts import Axis, Line, Panel, Points

LOSS = "The loss on the mini-batch over {count} steps; on show is the network after {number}."
WRONG = (
    "A row for each of the {rows} points that are wrong at some step, with a mark at each step at which it is; the "
    "other {rest} are right all the time. {lost} of all {count} are lost at least once, having been right. The last "
    "to be won for good: {late}."
)
LATE, NEVER = "point {point} from step {won} on", "point {point}, which is not won"
LAST = 5  # points that are told
SIZE, HIGH = (300, 60), 150  # in pixels


def loss(machine):
    """The loss of each step on its mini-batch, and a marker at the step on show."""
    high = min(10.0, max([1.0, *machine.losses]))
    line = Line("", tuple(range(1, machine.last + 1)), tuple(min(x, high) for x in machine.losses), "ink", width=1.5)
    told = LOSS.format(count=machine.last, number=machine.number)
    marks = (_here(machine, high), line)
    return Panel("loss on the mini-batch", _steps(machine), Axis("loss", 0.0, high), marks, SIZE, click=True, told=told)


def wrong(machine):
    """A mark for each point at each step at which it is wrong; the lower a row, the later it is won."""
    rows = machine.rows
    marks = [_here(machine, len(rows) + 0.5)]
    if machine.point in rows:
        height = len(rows) - rows.index(machine.point)
        marks.append(Line("", (0.0, float(machine.last)), (height, height), "green", width=1.5))
    for sign, colour, shape in ((1.0, "orange", "circle"), (-1.0, "blue", "square")):
        found = [
            (step, len(rows) - n)
            for n, point in enumerate(rows)
            if machine.labels[point] == sign
            for step in range(machine.last + 1)
            if not machine.wins[step, point]
        ]
        marks.append(Points("", tuple(x for x, _ in found), tuple(y for _, y in found), colour, shape, 2.0))
    axes = _steps(machine), Axis("points", 0.0, len(rows) + 1.0, ticks=())
    size = SIZE[0], HIGH
    return Panel("who is wrong, a row a point", *axes, tuple(marks), size, click=True, below=True, told=_told(machine))


def _told(machine):
    late = []
    for point in machine.rows[::-1][:LAST]:
        won = machine.won[point]
        late.append((NEVER if won is None else LATE).format(point=point + 1, won=won))
    rows, count = len(machine.rows), len(machine.points)
    lost = sum(map(bool, machine.lost))
    return WRONG.format(rows=rows, rest=count - rows, lost=lost, count=count, late=", ".join(late) or "none")


def _here(machine, high):
    return Line("", (machine.number, machine.number), (0.0, high), "green", width=2.0)


def _steps(machine):
    return Axis("step", 0.0, float(max(1, machine.last)))
