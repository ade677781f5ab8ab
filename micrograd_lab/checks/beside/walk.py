"""Every value of a graph once, inputs before results."""

from ...valuelike import inputs_of


def below(root, inputs_of=inputs_of):
    """The values below root as a list, root last. Iterative, so that depth is no limit.

    Of several orders it is the one that goes down the last of `inputs_of(v)` first.
    """
    order, seen, stack = [], set(), [(root, False)]
    while stack:
        v, finished = stack.pop()
        if finished:
            order.append(v)
        elif id(v) not in seen:
            seen.add(id(v))
            stack.append((v, True))
            stack.extend((i, False) for i in inputs_of(v))
    return order
