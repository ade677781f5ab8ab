"""What live.orders says: of each card, and of each order that is sorted."""

from ....experiments.loop_orders import RATE, ROUNDS

NAMES = {"same": "same", "late": "late by one", "dead": "dead", "old": "something else"}
TIPS = {
    "same": "after each round every weight is that of the right order",
    "late": "after each round every weight is what it is one round earlier in the right order",
    "dead": "no weight ever moves",
    "old": "the weights move, but their course is another",
}
CODE = {
    "f": "loss = loss_of(xs, ys)",
    "z": "for p in parameters: p.grad = 0.0",
    "b": "loss.backward()",
    "s": "for p in parameters: p.data -= {rate:g} * p.grad".format(rate=RATE),
}
DID = {
    "f": "works out the loss: {known:.4f}",
    "z": "empties the grad: it was {before}",
    "b": "adds {added} to the grad",
    "s": "moves the weight by {moved}",
}
PASSED = "passed over: no loss yet (Python: NameError)"
RIGHT = {
    "same": "Yes: after each of the {rounds} rounds every weight is that of the right order, to the last digit.",
    "late": "Yes: after each round every weight is what the right order has one round earlier, to the last digit.",
    "dead": "Yes: no weight ever moves. Whenever step has its turn, every grad is 0.",
    "old": (
        "Yes, something else: each step goes by the gradient of the weights as they were one step ago, because "
        "backward walks a graph from before the last step."
    ),
}
WRONG = {
    "same": "Not the same: after round {n} the weight is {here:.4f} here, and {there:.4f} in the right order.",
    "late": (
        "Not late by one: after round {n} the weight is {here:.4f} here. The right order had {there:.4f} one round "
        "earlier."
    ),
    "dead": "Not dead: after round {n} the weight is {here:.4f}, and at the start it was {there:.4f}.",
    "old": (
        "Not something else: this course is one of the other three. Both are drawn to the end; compare the blue "
        "squares with the grey dots, and with where they began."
    ),
}
DOTTED = {"same": "if the same", "late": "if late by one", "dead": "if dead", "old": ""}
COUNT, ALL = "sorted {n} of {all}", "All 24 are sorted: {counts}."
EACH = "{count} {name}"
NO_ORDER = "an order is the letters {letters} in any order, each once; got {order!r}. Try 'fbzs'."
NO_TURNS = "turns are from 0 to {most}, {rounds} rounds of four; got {turns!r}. Try 4, for one round."
NO_PARAMETER = "the parameters of this MLP are numbered 0 to 40; got {parameter!r}. Try 2."
NO_KIND = "an order is sorted into {names}; got {kind!r}. Try view.sort('dead')."


def did(run, k, number):
    """What card k of some Rounds did, in words, to parameter `number`."""
    if k in run.passed:
        return PASSED
    before, data, grad = run.grad[k - 1][number], run.data, run.grad
    moved, added = data[k][number] - data[k - 1][number], grad[k][number] - before
    signs = {"before": _signed(before), "moved": _signed(moved), "added": _signed(added)}
    return DID[run.letter(k)].format(known=run.known[k] or 0.0, **signs)


def spelled(order):
    """An order as it is written on the cards: "f z b s"."""
    return " ".join(order)


def answer(kind, claimed, numbers):
    """The sentence for an order of this kind that was sorted as `claimed`."""
    return (RIGHT if kind == claimed else WRONG)[claimed].format(rounds=ROUNDS, **numbers)


def all_sorted(heap):
    """The sentence for 24 orders that are sorted."""
    counts = (EACH.format(count=list(heap.values()).count(kind), name=name) for kind, name in NAMES.items())
    return ALL.format(counts=", ".join(counts))


def unsigned(x):
    """The number, without the sign of what is shown as zero."""
    return x if abs(x) >= 5e-5 else 0.0


def _signed(x):
    return f"{x:+.4f}" if unsigned(x) else "0"
