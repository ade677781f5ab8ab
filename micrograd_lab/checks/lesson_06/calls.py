"""Ways to call backward() again on values that have gradients, by gradients by place: the right one, and the slips."""


def called(case, backward, graph_of):
    """The gradients by place after all calls of a case. `backward(g, grads, before)` changes `grads`, where `before`
    are the outputs that it has been called on already."""
    grads, before = [0.0] * len(case["graph"]["data"]), []
    for n in case["calls"]:
        g = graph_of(case, case["roots"][n])
        backward(g, grads, before)
        before.append(g.root)
    return grads


def is_inner(g, v):
    return bool(g.inputs[v])


def everywhere(g, v):
    return True


def nowhere(g, v):
    return False


def once_more(zeroed=is_inner, seed=1.0, adds=False, sends_on=True, replaced=False, zeroed_last=False):
    """One call: zero some, start, send. `adds` is whether the seed is added to what the output holds."""

    def backward(g, grads, before):
        if not zeroed_last:
            _zero(g, grads, zeroed)
        grads[g.root] = (grads[g.root] if adds else 0.0) + seed
        if zeroed_last:
            _zero(g, grads, zeroed)
        send(g, grads, sends_on, replaced)

    return backward


def _zero(g, grads, zeroed):
    for v in g.order:
        if zeroed(g, v):
            grads[v] = 0.0


def send(g, grads, output_first=True, replaced=False):
    for v in g.order[::-1] if output_first else g.order:
        for i, partial in zip(g.inputs[v], g.partials[v], strict=True):
            grads[i] = partial * grads[v] + (0.0 if replaced else grads[i])


twice = once_more()


def only_once(zeroed):
    """A second call on an output that has been done does nothing."""

    def backward(g, grads, before):
        if g.root not in before:
            once_more(zeroed)(g, grads, before)

    return backward


def put_back(g, grads, before):
    """The leaves' old gradients over the new ones."""
    old = {v: grads[v] for v in g.order if not g.inputs[v]}
    once_more(everywhere)(g, grads, before)
    for v, grad in old.items():
        grads[v] = grad


def added_to_all(but_output=False):
    def backward(g, grads, before):
        old = list(grads)
        once_more(everywhere)(g, grads, before)
        for v in g.order:
            if not (but_output and v == g.root):
                grads[v] += old[v]

    return backward


def amounts_added(g, grads, before):
    """Each road's own amount, added up wherever it comes: also to what lies between."""
    stack = [(g.root, 1.0)]
    while stack:
        v, amount = stack.pop()
        grads[v] += amount
        stack += [(i, amount * partial) for i, partial in zip(g.inputs[v], g.partials[v], strict=True)]


def ones_zeroed(but_output):
    def backward(g, grads, before):
        for v in g.order:
            if grads[v] == 1.0 and g.inputs[v] and not (but_output and v == g.root):
                grads[v] = 0.0
        once_more(nowhere)(g, grads, before)

    return backward


def zeroed_in_the_first(g, grads, before):
    (once_more() if not before else once_more(nowhere))(g, grads, before)


def swept_twice(g, grads, before):
    once_more()(g, grads, before)
    send(g, grads)


LAST = (
    "in every call, before you send, set the grad of each value that has inputs to 0, and print it there: where it is "
    "not 0, your line has not been reached, or does not set it."
)

# (name, says, tries, ways)
WAYS = (
    (
        "what lies between keeps its gradient",
        "What lies between still holds what the first call has left, and sends that again: of two calls a leaf behind "
        "it gets three times as much as of one, not twice. Leaves are to add up; what lies between is to begin anew.",
        LAST,
        (once_more(nowhere), zeroed_in_the_first),
    ),
    (
        "everything zeroed",
        "After a second call nothing is there of what the first has left, in the leaves too. Two losses, 3 a and 5 a, "
        "give 5 instead of 8.",
        "add to the leaves' grad, and set nothing there. Only values that have inputs begin anew; when leaves do is "
        "for the caller to say.",
        (once_more(everywhere),),
    ),
    (
        "leaves zeroed",
        "You zero the leaves, and what lies between keeps its gradient: the other way round. Called twice it gives "
        "2 by luck, three times 3; but two losses do not add up.",
        "zero the values that have inputs, and leave the leaves alone.",
        (once_more(lambda g, v: not g.inputs[v]),),
    ),
    (
        "the seed adds up",
        "The output's own gradient adds up as well: it starts the second call with 2.",
        "set root.grad = 1.0, after the values between have been set to 0.",
        (once_more(nowhere, adds=True),),
    ),
    (
        "the seed alone adds up",
        "All that lies between begins anew but the output, whose gradient is 2 in the second call.",
        "set root.grad = 1.0.",
        (once_more(lambda g, v: is_inner(g, v) and v != g.root, adds=True),),
    ),
    (
        "starts from 2",
        "The output's own gradient is 1, also where two calls shall give 2: each call brings its own 1.",
        "set root.grad = 1.0.",
        (once_more(seed=2.0),),
    ),
    (
        "the second call does nothing",
        "The second call on the same output adds nothing. Whoever calls twice wants twice.",
        "let every call send, from values between that begin at 0.",
        (only_once(is_inner), only_once(nowhere), only_once(lambda g, v: is_inner(g, v) and v != g.root)),
    ),
    (
        "the output's inputs alone zeroed",
        "You zero the inputs of the output, and its leaves with them. What lies deeper keeps its gradient.",
        "go through topological(root), and zero each value that has inputs.",
        (once_more(lambda g, v: v in g.inputs[g.root]), once_more(lambda g, v: v == g.root or v in g.inputs[g.root])),
    ),
    (
        "the output's results alone zeroed",
        "You zero the inputs of the output that have inputs themselves. What lies deeper keeps its gradient.",
        "go through topological(root), and zero each value that has inputs.",
        (once_more(lambda g, v: v in g.inputs[g.root] and is_inner(g, v)),),
    ),
    (
        "one leaf kept",
        "The first leaf of the order keeps what it had; the other leaves are set to 0 as well.",
        "ask each value whether it has inputs: order[1:] leaves out one leaf alone.",
        (once_more(lambda g, v: v != g.order[0]), once_more(lambda g, v: v not in (g.order[0], g.root))),
    ),
    (
        "zeroed where it is 1",
        "You zero what has a gradient of exactly 1, as in the example. Elsewhere it is another number.",
        "ask whether a value has inputs, not what its gradient is.",
        (ones_zeroed(True), ones_zeroed(False)),
    ),
    (
        "put back over the new ones",
        "The leaves have what they had before the call: the old gradients stand where the new ones were.",
        "add what they had: v.grad += old.",
        (put_back,),
    ),
    (
        "what lies between adds up",
        "The leaves are right. What lies between has the sum of all calls, and is to begin anew.",
        "add up in leaves alone.",
        (added_to_all(), added_to_all(True), amounts_added),
    ),
    (
        "leaves first",
        "Only the output has sent something, as where the inputs have their turn first.",
        "give sweep the order as topological gives it: sweep turns it round itself.",
        (once_more(sends_on=False), once_more(nowhere, sends_on=False), once_more(everywhere, sends_on=False)),
    ),
    (
        "replaces instead of adding",
        "What arrives replaces what was there, at the leaves too.",
        "write += where a gradient arrives.",
        (once_more(replaced=True), once_more(nowhere, replaced=True)),
    ),
    (
        "swept twice",
        "Each call sends twice, the second time on top of what the first has left.",
        "call sweep once.",
        (swept_twice,),
    ),
)
