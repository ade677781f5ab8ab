"""live.ordering: some things are put in order, first to last."""

import ipywidgets

from ..form import Form

NUMBERED, ARROW, SO_FAR = "{place}. {item}", " → ", "so far: {order}"
NONE, FIRST = "Nothing is in order yet.", "Press what comes first, then what comes next."
LEFT = "Still without a place: {items}. Press them in their order; a second press takes a place back."
NOT_THESE = "{found} is not an order of {items}: name each once. "
ONE = "an order is made of two things or more, each named once; got {items!r}. Try live.ordering('a', 'b')."
NO_ORDER = "the outcome must be an order of {items!r}; got {outcome!r}. Name each of them once."


class OrderEntry(ipywidgets.VBox):
    """A button for each thing: each press gives the next place, and a second press takes it back."""

    def __init__(self, items):
        self.items, self.value = items, ()
        self.buttons = {item: ipywidgets.Button(description=item) for item in items}
        for item, button in self.buttons.items():
            button.layout = {"width": "auto", "min_width": "96px"}
            button.on_click(lambda _, item=item: self.press(item))
        self.order = ipywidgets.HTML(FIRST)
        row = ipywidgets.HBox(list(self.buttons.values()), layout={"flex_flow": "row wrap"})
        super().__init__([row, self.order])

    def press(self, item):
        """Give this thing the next place; or take its place back."""
        self.put(tuple(i for i in self.value if i != item) if item in self.value else (*self.value, item))

    def put(self, value):
        """Show this order, which need not be whole."""
        self.value = value
        for item, button in self.buttons.items():
            placed = item in value
            button.description = NUMBERED.format(place=value.index(item) + 1, item=item) if placed else item
            (button.add_class if placed else button.remove_class)("mod-active")  # as a button that is pressed
        self.order.value = SO_FAR.format(order=_told(value)) if value else FIRST


class Ordering(Form):
    """An order of these things. The answer is a tuple, in code a list too; what happens, one or a set of them."""

    def __init__(self, items):
        self.items = items

    def entry(self):
        return OrderEntry(self.items)

    def missing(self, answer):
        order = self.read(answer)
        if not order:
            return f"{NONE} {FIRST}"
        if len(order) < len(self.items) and len({*order}) == len(order) and {*order} <= {*self.items}:
            return LEFT.format(items=", ".join(item for item in self.items if item not in order))
        if not self._whole(order):
            return NOT_THESE.format(found=_told(order), items=", ".join(self.items)) + FIRST
        return ""

    def read(self, answer):
        return (
            tuple(map(str, answer)) if isinstance(answer, (tuple, list)) else () if answer is None else (str(answer),)
        )

    def said(self, answer):
        return _told(answer)

    def lines(self):
        return [f"  - {item}" for item in self.items]

    def outcomes(self):
        return (_told(self.items),)

    def check(self, outcome):
        for order in () if callable(outcome) else _orders(outcome):
            if not self._whole(order):
                raise ValueError(NO_ORDER.format(items=self.items, outcome=outcome))

    def told(self, happened):
        return _told(_orders(happened)[0])

    def right(self, answer, happened, _within):
        return answer in _orders(happened)

    def show(self, entry, answer, happened=None):
        entry.put(answer)

    def _whole(self, order):
        return len(order) == len(self.items) and {*order} == {*self.items}


def ordering(*items):
    """Ask for an order of these things, which are pressed one after another.

    The outcome is a tuple, or a list of tuples where several are right: the first of them is shown.
    """
    if len(items) < 2 or len({*items}) < len(items) or not all(isinstance(item, str) for item in items):
        raise ValueError(ONE.format(items=items))
    return Ordering(items)


def _orders(happened):
    return [tuple(order) for order in happened] if isinstance(happened, list) else [tuple(happened)]


def _told(order):
    return ARROW.join(order)
