"""In which order the values of an engine send: the right order first, then what is done instead."""

FIRINGS = 20_000  # recursion takes one for each road; more is a graph to leave alone
TOO_MANY = "more than {most} calls"


def topological(root):
    """Every value once, after all of its users: the output first."""
    order, seen, stack = [], set(), [(root, False)]
    while stack:
        v, finished = stack.pop()
        if finished:
            order.append(v)
        elif v not in seen:
            seen.add(v)
            stack.append((v, True))
            stack.extend((i, False) for i in v.inputs)
    return order[::-1]


def leaves_first(root):
    return topological(root)[::-1]


def recursive(root, last_first=False):
    """As a function does that sends and then calls itself on each input: once for each road."""
    stack, fired = [root], 0
    while stack:
        yield (v := stack.pop())
        if (fired := fired + 1) > FIRINGS:
            raise RecursionError(TOO_MANY.format(most=FIRINGS))
        stack.extend(v.inputs if last_first else v.inputs[::-1])


def once(root, last_first=False):
    """The same, but what was met already is skipped: depth first, users or no users."""
    seen, stack = set(), [root]
    while stack:
        v = stack.pop()
        if v not in seen:
            seen.add(v)
            yield v
            stack.extend(v.inputs if last_first else v.inputs[::-1])


def level_by_level(root):
    order = [root]
    for v in order:
        order += [i for i in dict.fromkeys(v.inputs) if i not in order]
    return order


def level_by_level_again(root):
    """A queue that nobody looks through: who has two users stands in it twice."""
    queue = [root]
    for v in queue:
        queue += v.inputs
        if len(queue) > FIRINGS:
            raise RecursionError(TOO_MANY.format(most=FIRINGS))
    return queue
