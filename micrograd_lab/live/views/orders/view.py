"""live.orders: four cards in any order, a dozen rounds of them, and all 24 orders to be sorted."""

import ipywidgets

from ....experiments.loop_orders import (
    CARDS,
    KINDS,
    ORDERS,
    RIGHT,
    ROUNDS,
    WHOLE,
    differs,
    kind,
    named,
    parameters_if_it_were,
    rounds,
)
from ...base.chart import ChartView
from ...base.player import Caption, Player
from ...base.slider import slider
from ...base.view import one_at_a_time
from . import panels, strip, words

PARAMETER, PARAMETERS = 2, 41
STEP = Caption("next card", tip="one card has its turn")
RESET = Caption("start again", tip="before the first turn; what is sorted stays")
ALL, NEXT = "twelve rounds", "next order"
ALL_TIP, NEXT_TIP = "each card has its turn twelve times", "an order that is not yet sorted"
PLACED, CARD_TIP = "{place}. {card}", "press two cards, and they change places"
HELD = "{card} is in your hand: press the card with which it changes places, or itself to put it back."
IS = "This order is:"


class OrdersView(ChartView):
    """Four cards, a slider through their turns, and four kinds into which an order is sorted.

    `order` is the order on the cards, `turns.value` how many cards have had their turn, `heap` {order: kind} what is
    sorted. From code: `lay("fbzs")`, `go(48)` to where so many cards have had their turn, `sort("dead")`, `next()`.
    """

    command = "orders"

    def __init__(self, order, turns, heap, parameter):
        self.order, self.heap, self.parameter = order, {other: kind(other) for other in heap}, parameter
        self.held, self._going = "", False
        self._forget()
        self.cards = {place: _button("", "140px", CARD_TIP) for place in range(len(CARDS))}
        self.kinds = {name: _button(words.NAMES[name], "auto", words.TIPS[name]) for name in KINDS}
        self.forth, self.whole = _button(NEXT, "110px", NEXT_TIP), _button(ALL, "120px", ALL_TIP)
        self.player = Player(STEP, RESET, width="110px")
        self.handle, self.turns = slider("turns", turns, 0, WHOLE, step=1, whole=True)
        self.count, self.strip, self.listing = ipywidgets.HTML(), ipywidgets.HTML(), ipywidgets.HTML()
        moving = (self.player.one, self.whole, self.player.again)
        rows = (
            self.cards.values(),
            (self.handle, self.turns, *moving),
            (ipywidgets.HTML(IS), *self.kinds.values(), self.forth, self.count),
        )
        self.controls = [widget for row in rows for widget in row if not isinstance(widget, ipywidgets.HTML)]
        laid, moved, sorted_into = (ipywidgets.HBox(list(row)) for row in rows)
        super().__init__([laid, moved, self.strip])
        below = self.children.index(self.chart) + 1  # what is answered stands below the buttons that ask
        self.children = (*self.children[:below], sorted_into, *self.children[below:], self.listing)
        for place, button in self.cards.items():
            self.on(button, lambda _, place=place: self._take(place))
        for name, button in self.kinds.items():
            self.on(button, lambda _, name=name: self.sort(name))
        self.on(self.forth, lambda _: self.next())
        self.on(self.whole, lambda _: self.go(WHOLE))
        self.on(self.turns, lambda _: self._turned())
        self.player.start(self, self.chart, lambda: self.go(min(WHOLE, self.turns.value + 1)), lambda: self.go(0))

    @one_at_a_time
    def lay(self, order):
        """Lay the cards in this order, "fbzs" say, before the first turn. ValueError for what is no order."""
        self.order, self.held = read(order), ""
        self._forget()
        self._put(0)

    @one_at_a_time
    def go(self, turns):
        """To where so many cards have had their turn. ValueError for a number that is not there."""
        if not counted(turns):
            self._forget()
        self._put(turns)

    @one_at_a_time
    def next(self):
        """Lay the next order that is not yet sorted, after this one; the next of all, where all are."""
        here = ORDERS.index(self.order) + 1
        after = [*ORDERS[here:], *ORDERS[:here]]
        self.lay(next((order for order in after if order not in self.heap), after[0]))

    @one_at_a_time
    def sort(self, claimed):
        """Sort this order into a kind: "same", "late", "dead" or "old", which is something else. ValueError for others.

        Where it is of another kind, all rounds are run, and both courses shown where they part.
        """
        if claimed not in KINDS:
            raise ValueError(words.NO_KIND.format(names=", ".join(map(repr, KINDS)), kind=claimed))
        self.held, self.claimed, self.parted = "", claimed, differs(self.order, claimed)
        if kind(self.order) == claimed:
            self.heap[self.order] = claimed
        self._put(WHOLE)

    def refresh(self):
        for place, button in self.cards.items():
            letter = self.order[place]
            button.description = PLACED.format(place=place + 1, card=CARDS[letter])
            button.icon = "hand-pointer-o" if letter == self.held else ""
        self.strip.value = strip.table(*self._at())
        self.count.value, self.listing.value = self._count(), strip.list_of(self.heap)
        super().refresh()

    def panels(self):
        at, number = (self.order, self.turns.value), self.parameter
        claim = (self.claimed, words.DOTTED.get(self.claimed, ""), self.parted)
        return panels.loss(*at, *claim), panels.weight(*at, number, *claim), panels.grad(*at, number)

    def text(self):
        said = [super().text(), self._count(), *strip.heaps(self.heap), self.sentence]
        return "\n".join(filter(None, [*strip.lines(*self._at()), *said]))

    def code(self):
        given = [f'"{self.order}"'] + ([f"turns={self.turns.value}"] if self.turns.value else [])
        given += ["heap=[{}]".format(", ".join(f'"{order}"' for order in self.heap))] if self.heap else []
        given += [f"parameter={self.parameter}"] if self.parameter != PARAMETER else []
        call = f"live.orders({', '.join(given)})"
        if not self.claimed:
            return call
        return "\n".join([f"view = {call}", f'view.sort("{self.claimed}")', f"view.go({self.turns.value})", "view"])

    @property
    def sentence(self):
        """What is said of the order as it was sorted last; "" before it is."""
        if not self.claimed:
            return ""
        n, number, numbers = self.parted, self.parameter, {}
        if n:
            here, there = rounds(self.order).after[n], parameters_if_it_were(self.claimed)[n]
            numbers = {"n": n, "here": here[number], "there": there[number]}
        said = words.answer(kind(self.order), self.claimed, numbers)
        if len(self.heap) == len(ORDERS):
            said += " " + words.all_sorted(self.heap)
        return said

    def _count(self):
        return words.COUNT.format(n=len(self.heap), all=len(ORDERS))

    def _at(self):
        return rounds(self.order), self.turns.value, self.parameter, named(self.parameter)

    def _take(self, place):
        """A card is pressed: the first of two is held, and with the second it changes places."""
        letter = self.order[place]
        if self.held not in ("", letter):
            self.lay(self.order.translate(str.maketrans(letter + self.held, self.held + letter)))
            return
        self.held = "" if self.held else letter
        self.refresh()
        self.say(HELD.format(card=CARDS[letter]) if self.held else self.sentence)

    def _put(self, turns):
        """Put the slider there, and show what is then."""
        self._going = True
        try:
            self.turns.value = turns
        finally:
            self._going = False
        self.refresh()
        self.say(self.sentence)

    def _turned(self):
        if not self._going:
            self._put(self.turns.value)

    def _forget(self):
        self.claimed, self.parted = "", None


def orders(order=RIGHT, turns=0, heap=(), parameter=PARAMETER):
    """The four cards of a training loop, in any of their 24 orders: forward, zero_grad, backward, step.

    An order is its letters, "fzbs" the right one. The loop runs twelve rounds of it on the four examples of the
    micrograd lecture, with an MLP 3-4-4-1 with tanh, its mean squared error and a rate of 0.4. `turns` of the 48
    have been; `heap` are orders that are sorted already; `parameter` is the number of the weight that is shown.
    """
    if not isinstance(parameter, int) or parameter not in range(PARAMETERS):
        raise ValueError(words.NO_PARAMETER.format(parameter=parameter))
    return OrdersView(read(order), counted(turns), [read(other) for other in heap], parameter)


def read(order):
    """An order, as it is. ValueError for what is none."""
    if order not in ORDERS:
        raise ValueError(words.NO_ORDER.format(letters=", ".join(CARDS), order=order))
    return order


def counted(turns):
    """A number of turns, as it is. ValueError for what is none."""
    if isinstance(turns, bool) or turns not in range(WHOLE + 1):
        raise ValueError(words.NO_TURNS.format(most=WHOLE, rounds=ROUNDS, turns=turns))
    return int(turns)


def _button(name, width, tip):
    return ipywidgets.Button(description=name, tooltip=tip, layout={"width": width})
