"""In which order the values of a graph might send their gradients: the right one, and orders that are wrong where roads
meet.

Each of those is a generator over the nodes below a root, which are whatever can stand in a set: values, or the numbers
of records. `inputs_of(node)` gives a node's inputs. Lessons 4 to 6 recognise them in what a learner has written, and
`backward_steps` shows them one step at a time.
"""

from collections import deque
from operator import attrgetter

INPUTS = attrgetter("inputs")


def in_turn(root, inputs_of=INPUTS):
    """The right order, as a list: each node after all of its users, root first."""
    order, seen, stack = [], set(), [(root, False)]
    while stack:
        node, finished = stack.pop()
        if finished:
            order.append(node)
        elif node not in seen:
            seen.add(node)
            stack.append((node, True))
            stack.extend((i, False) for i in reversed(inputs_of(node)))
    return order[::-1]


def recursive(root, inputs_of=INPUTS, last_first=False):
    """As a function does that sends and then calls itself on each input: once for each road."""
    stack = [root]
    while stack:
        yield (node := stack.pop())
        stack.extend(_to_pop(inputs_of(node), last_first))


def once(root, inputs_of=INPUTS, last_first=False):
    """The same, but what was met already is skipped: depth first, users or no users."""
    met, stack = set(), [root]
    while stack:
        node = stack.pop()
        if node not in met:
            met.add(node)
            yield node
            stack.extend(_to_pop(inputs_of(node), last_first))


def level_by_level(root, inputs_of=INPUTS):
    """Breadth first: each node when it is first met, users or no users."""
    met, queue = {root}, deque([root])
    while queue:
        yield (node := queue.popleft())
        for i in inputs_of(node):
            if i not in met:
                met.add(i)
                queue.append(i)


def level_by_level_again(root, inputs_of=INPUTS):
    """A queue that nobody looks through: who has two users stands in it twice."""
    queue = deque([root])
    while queue:
        yield (node := queue.popleft())
        queue.extend(inputs_of(node))


def last_input_first(order):
    """One of those that go deep, by its last inputs first."""
    return lambda root, inputs_of=INPUTS: order(root, inputs_of, last_first=True)


def limited(order, most):
    """The same order, but RecursionError where it has more than `most` turns: there can be one for each road."""

    def turns(root, inputs_of=INPUTS):
        for turn, node in enumerate(order(root, inputs_of), 1):
            if turn > most:
                raise RecursionError(TOO_MANY.format(most=most))
            yield node

    return turns


TOO_MANY = "more than {most} calls"


def _to_pop(inputs, last_first):
    return inputs if last_first else reversed(inputs)  # a stack gives back what was put on it last
