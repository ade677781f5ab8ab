"""backward() over a graph of Numbers, and its usual slips: each order, way of sending, share and start, and what
several of them make together. A slip is a function of a Graph (places.py) that gives the gradients by place."""

from . import turns


def swept(order=turns.depth_first, seed=1.0, share=None, arrives=None, edges=None, first=None):
    """The gradients after each place in `order` has had its turn.

    `seed(g)` or a number is where the output starts, `edges(g, v)` gives the (input, partial) pairs that v sends along,
    `share(g, v, i, partial, grads)` what goes along one, `arrives(had, share)` what the input has then, and
    `first(g, v, grads)` comes before v sends.
    """

    def backward(g):
        grads = [0.0] * len(g.data)
        grads[g.root] = seed(g) if callable(seed) else seed
        for v in order(g):
            if first:
                first(g, v, grads)
            for i, partial in edges(g, v) if edges else zip(g.inputs[v], g.partials[v], strict=True):
                part = share(g, v, i, partial, grads) if share else partial * grads[v]
                grads[i] = arrives(grads[i], part) if arrives else grads[i] + part
        return grads

    return backward


def ended_at_zero(order):
    """The whole loop ends where a node has 0."""

    def backward(g):
        grads = [0.0] * len(g.data)
        grads[g.root] = 1.0
        for v in order(g):
            if grads[v] == 0:
                break
            for i, partial in zip(g.inputs[v], g.partials[v], strict=True):
                grads[i] += partial * grads[v]
        return grads

    return backward


def right(g):
    return swept()(g)


def edge_by_edge(g, share=None, arrives=None):
    """Recursion that goes down each edge as soon as it has sent something along it."""
    grads = [0.0] * len(g.data)
    grads[g.root] = 1.0
    stack, turn = [(g.root, 0)], 0
    while stack:
        v, at = stack.pop()
        if at == len(g.inputs[v]):
            continue
        turn += 1
        if turn > turns.FIRINGS:
            raise turns.Endless
        i, partial = g.inputs[v][at], g.partials[v][at]
        part = share(g, v, i, partial, grads) if share else partial * grads[v]
        grads[i] = arrives(grads[i], part) if arrives else grads[i] + part
        stack += [(v, at + 1), (i, 0)]
    return grads


def replaced(had, part):
    return part


def taken_away(had, part):
    return had - part


def the_first_alone(had, part):
    return had or part


def inputs_zeroed(g, v, grads):
    for i in g.inputs[v]:
        grads[i] = 0.0


SHARES = {
    "without the local derivative": lambda g, v, i, partial, grads: grads[v],
    "without upstream": lambda g, v, i, partial, grads: partial,
    "times the node's data": lambda g, v, i, partial, grads: partial * g.data[v],
    "times the input's data": lambda g, v, i, partial, grads: g.data[i] * grads[v],
    "adds upstream": lambda g, v, i, partial, grads: partial + grads[v],
}


def each_input_once(g, v):
    return dict(zip(g.inputs[v], g.partials[v], strict=True)).items()


def exchanged(g, v):
    return zip(g.inputs[v], reversed(g.partials[v]), strict=True)


def first_partial(g, v):
    return [(i, g.partials[v][0]) for i in g.inputs[v]]


def last_partial(g, v):
    return [(i, g.partials[v][-1]) for i in g.inputs[v]]


def first_edge(g, v):
    return list(zip(g.inputs[v], g.partials[v], strict=True))[:1]


def last_edge(g, v):
    return list(zip(g.inputs[v], g.partials[v], strict=True))[-1:]


def to_itself(g, v):
    return [(v, partial) for partial in g.partials[v]]


def at_the_end(change, backward=right):
    """What a change of all gradients by place leaves: change(g, place, gradient)."""
    return lambda g: [change(g, place, grad) for place, grad in enumerate(backward(g))]


def inner_zero(g, place, grad):
    return grad if not g.inputs[place] else 0.0


def inner_zero_but_the_output(g, place, grad):
    return grad if not g.inputs[place] or place == g.root else 0.0


def output_zero(g, place, grad):
    return 0.0 if place == g.root else grad


def inner_twice(g, place, grad):
    return 2 * grad if g.inputs[place] and place != g.root else grad


def inner_and_output_twice(g, place, grad):
    return 2 * grad if g.inputs[place] else grad


def all_twice_but_the_output(g, place, grad):
    return grad if place == g.root else 2 * grad


def all_ones(g):
    return [1.0] * len(g.data)


def ones_between(g):
    """Recursion of the whole function that ends at leaves: each call begins at 1, and leaves add up."""
    grads = swept(turns.recursive, share=SHARES["without upstream"])(g)
    return [1.0 if g.inputs[place] else grad for place, grad in enumerate(grads)]


def started_at_one(g):
    """All gradients are 1 before the sweep."""
    grads = [1.0] * len(g.data)
    for v in turns.depth_first(g):
        for i, partial in zip(g.inputs[v], g.partials[v], strict=True):
            grads[i] += partial * grads[v]
    return grads


def swept_twice(g):
    """The same sweep again, on what it has left; the output starts at 1 again."""
    grads = right(g)
    for v in turns.depth_first(g):
        for i, partial in zip(g.inputs[v], g.partials[v], strict=True):
            grads[i] += partial * grads[v]
    return grads


def seed_at(choose):
    """Where the 1 stands at another place, and nothing can be sent from there."""

    def backward(g):
        grads = [0.0] * len(g.data)
        grads[choose(g)] = 1.0
        for v in turns.depth_first(g):
            for i, partial in zip(g.inputs[v], g.partials[v], strict=True):
                grads[i] += partial * grads[v]
        return grads

    return backward
