"""The panels of live.orders: the loss after each round beside that of the right order, one weight, and its grad."""

from ....draw.charts import Axis, Line, Panel, Points
from ....draw.scales import reach
from ....experiments.loop_orders import CARDS, RIGHT, ROUNDS, loss_if_it_were, parameters_if_it_were, rounds

SIZE = (215, 150)  # three beside each other
THIS, BESIDE = "this", "right"
LOSS, WEIGHT, GRAD = "loss after each round", "the weight", "its grad"
TOLD = "{title}. This order: {here}. Right order: {right}."
GRADS = "{title} after turn {turns}: {here:.4f}; so far from {low:.4f} to {high:.4f}."
WOULD = " {name}: {there}. They part after round {n}."


def loss(order, turns, claimed="", name="", parted=None):
    """The Panel of the losses after the whole rounds so far; with the course of a kind that was claimed, dotted."""
    here, right = rounds(order).losses[: turns // len(CARDS) + 1], rounds(RIGHT).losses
    would = loss_if_it_were(claimed) if parted else None
    return _beside(LOSS, here, right, would, name, parted)


def weight(order, turns, number, claimed="", name="", parted=None):
    """The Panel of one parameter after the whole rounds so far."""
    here, right = ([row[number] for row in rounds(which).after] for which in (order, RIGHT))
    would = [row[number] for row in parameters_if_it_were(claimed)] if parted else None
    return _beside(WEIGHT, here[: turns // len(CARDS) + 1], right, would, name, parted)


def grad(order, turns, number):
    """The Panel of the grad of that parameter after each card so far."""
    here = [row[number] for row in rounds(order).grad[: turns + 1]]
    places = tuple(k / len(CARDS) for k in range(turns + 1))
    low, high = reach([row[number] for row in rounds(order).grad], (0.0,), least=0.2, pad=0.15)
    marks = (Line("", places, tuple(here), "purple"), Points("", places[-1:], tuple(here[-1:]), "purple"))
    told = GRADS.format(title=GRAD, turns=turns, here=here[-1], low=min(here), high=max(here))
    return Panel(GRAD, _across(), Axis("", low, high), marks, SIZE, told=told)


def _beside(title, here, right, would, name, parted):
    seen = [*here, *right, *(would or ())]
    low, high = reach(seen, (0.0,) if title == LOSS else (), least=0.2, pad=0.1)
    beside, would_be, this = (BESIDE, name, THIS) if title == LOSS else ("", "", "")  # one legend, for both panels
    marks = [Line(beside, *_places(right), "grey", dashed=True), Points("", *_places(right), "grey", size=3.5)]
    if would:
        marks.append(Line(would_be, *_places(would), "orange", dashed="dots"))
    marks += [Line(this, *_places(here), "blue"), Points("", *_places(here), "blue", "square", 3.0)]
    if parted and parted < len(here):
        places = (float(parted),) * 2, (here[parted], would[parted])
        marks += [Line("", *places, "orange", width=1.5), Points("", *places, "orange", "cross", 6.0)]
    told = TOLD.format(title=title, here=_listed(here), right=_listed(right))
    if parted:
        told += WOULD.format(name=name[0].upper() + name[1:], there=_listed(would), n=parted)
    return Panel(title, _across(), Axis("", low, high), tuple(marks), SIZE, told=told)


def _across():
    return Axis("rounds", 0.0, ROUNDS + 0.3)


def _places(numbers):
    return tuple(map(float, range(len(numbers)))), tuple(numbers)


def _listed(numbers):
    return ", ".join(f"{x:.4f}" for x in numbers)
