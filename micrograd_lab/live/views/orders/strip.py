"""The strip of live.orders: what each card of a round did, as a table; and the heaps of orders that are sorted."""

from html import escape

from ....experiments.loop_orders import CARDS, KINDS, ROUNDS
from .words import CODE, NAMES, did, spelled, unsigned

TABLE = (
    '<table aria-label="{label}" style="border-collapse: collapse; font-size: 13px; line-height: 20px">{rows}</table>'
)
CELL = '<{tag} style="padding: 0 12px 0 4px; text-align: left; {style}">{text}</{tag}>'
LIT, NOW = "background: #ffe58a; color: #222", ' aria-current="step"'  # yellow marks whose act it is
MONO = "font-family: var(--jp-code-font-family, monospace); font-size: 12px; white-space: nowrap"
COLUMNS = ("card", "line of code", "weight", "grad", "what it did")
WIDTHS = (11, 45, 9, 9, 0)  # letters of a column, as text
CAPTION = "<b>{where}</b>"
ROUND, BEFORE = "Round {n} of {all}: what each card does to {weight}", "Before round 1 of {all}: {weight} is {x:.4f}"
HERE = "> "
LIST = '<div style="line-height: 18px">{lines}</div>'
HEAP, EMPTY = "{name}: {orders}", "none yet"


def where(run, turns, number, weight):
    """The round in which so many turns end, and the name of the weight."""
    if not turns:
        return BEFORE.format(all=ROUNDS, weight=weight, x=run.data[0][number])
    return ROUND.format(n=-(-turns // len(CARDS)), all=ROUNDS, weight=weight)


def rows(run, turns, number):
    """(card, line of code, weight, grad, what it did, whether it is lit) of each card of the round after `turns`.

    The numbers of a card that has not yet had its turn are "".
    """
    first = max(0, turns - 1) // len(CARDS) * len(CARDS)
    for k in range(first + 1, first + len(CARDS) + 1):
        letter, told = run.letter(k), ("", "", "")
        if k <= turns:
            told = f"{unsigned(run.data[k][number]):.4f}", f"{unsigned(run.grad[k][number]):.4f}", did(run, k, number)
        yield (CARDS[letter], CODE[letter], *told, k == turns)


def table(run, turns, number, weight):
    """The strip as HTML: a row a card, the last one that had its turn on yellow."""
    label = where(run, turns, number, weight)
    lines = ["<tr>" + "".join(CELL.format(tag="th", style="", text=name) for name in COLUMNS) + "</tr>"]
    for *told, lit in rows(run, turns, number):
        styles = ("", MONO, MONO, MONO, "")
        cells = (
            CELL.format(tag="td", style=style, text=escape(text)) for style, text in zip(styles, told, strict=True)
        )
        lit = f'{NOW} style="{LIT}"' if lit else ""
        lines.append(f"<tr{lit}>{''.join(cells)}</tr>")
    return CAPTION.format(where=escape(label)) + TABLE.format(label=escape(label), rows="".join(lines))


def lines(run, turns, number, weight):
    """The same as text, a line a card; the one that had its turn last has a sign before it."""
    yield where(run, turns, number, weight)
    for *told, lit in ((*COLUMNS, False), *rows(run, turns, number)):
        cells = (f"{text:<{width}}" for text, width in zip(told, WIDTHS, strict=True))
        yield ((HERE if lit else "  ") + "".join(cells)).rstrip()


def heaps(heap):
    """A line for each kind: its name, and the orders that were sorted into it."""
    for kind in KINDS:
        orders = ", ".join(spelled(order) for order in heap if heap[order] == kind)
        yield HEAP.format(name=NAMES[kind], orders=orders or EMPTY)


def list_of(heap):
    """The heaps as HTML."""
    return LIST.format(lines="<br>".join(escape(line) for line in heaps(heap)))
