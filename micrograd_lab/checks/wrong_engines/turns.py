"""In which order the places of a graph may have their turn: right orders, output first, and what is done instead.

Each is a function of a Graph (places.py); a wrong one may give a place several times, or leave some out.
"""

from collections import deque

from ... import orders

FIRINGS = 20_000  # recursion takes one for each road; more of them do not end


class Endless(Exception):
    """More turns than can be waited for."""


def depth_first(g):
    return g.order[::-1]


def depth_first_last_input(g):
    """As a stack finds it, which gives back the last input first."""
    order, seen, stack = [], set(), [(g.root, False)]
    while stack:
        v, done = stack.pop()
        if done:
            order.append(v)
        elif v not in seen:
            seen.add(v)
            stack.append((v, True))
            stack.extend((i, False) for i in g.inputs[v])
    return order[::-1]


def users_first(g, take=deque.popleft):
    """Each as soon as all of its users have had their turn: from a queue, or from a stack."""
    waiting = dict.fromkeys(g.order, 0)
    for v in g.order:
        for i in g.inputs[v]:
            waiting[i] += 1
    order, ready = [], deque([g.root])
    while ready:
        order.append(v := take(ready))
        for i in g.inputs[v]:
            waiting[i] -= 1
            if not waiting[i]:
                ready.append(i)
    return order


def users_first_stacked(g):
    return users_first(g, deque.pop)


def by_height(g):
    """Those with the longest way down to a leaf first."""
    height = {}
    for v in g.order:
        height[v] = 1 + max((height[i] for i in g.inputs[v]), default=0)
    return sorted(g.order, key=height.get, reverse=True)


RIGHT = (depth_first, depth_first_last_input, users_first, users_first_stacked, by_height)


def _of_orders(order):
    def turns(g):
        for turn, v in enumerate(order(g.root, g.inputs.__getitem__), 1):
            if turn > FIRINGS:
                raise Endless
            yield v

    return turns


recursive = _of_orders(orders.recursive)
recursive_last = _of_orders(orders.last_input_first(orders.recursive))
once = _of_orders(orders.once)
once_last = _of_orders(orders.last_input_first(orders.once))
level_by_level = _of_orders(orders.level_by_level)
level_by_level_again = _of_orders(orders.level_by_level_again)


def leaves_first(g):
    return g.order


def met_when_pushed(g, backwards=False):
    """A stack on which nobody is put twice: marked when pushed, not when taken."""
    met, stack = {g.root}, [g.root]
    while stack:
        v = stack.pop()
        yield v
        for i in reversed(g.inputs[v]) if backwards else g.inputs[v]:
            if i not in met:
                met.add(i)
                stack.append(i)


def met_when_pushed_backwards(g):
    return met_when_pushed(g, True)


def waiting_list(g, take=deque.popleft):
    """Nobody stands in the list twice at a time; who has had a turn may come again."""
    todo, turns = deque([g.root]), 0
    while todo:
        turns += 1
        if turns > FIRINGS:
            raise Endless
        v = take(todo)
        yield v
        for i in g.inputs[v]:
            if i not in todo:
                todo.append(i)


def waiting_stack(g):
    return waiting_list(g, deque.pop)


def counted_by_pair(g, take=deque.popleft, backwards=False):
    """Users are counted once for each pair, and taken off once for each edge: who is used twice by one never comes."""
    waiting = dict.fromkeys(g.order, 0)
    for v in g.order:
        for i in {*g.inputs[v]}:
            waiting[i] += 1
    ready = deque([g.root])
    while ready:
        yield (v := take(ready))
        for i in g.inputs[v]:
            waiting[i] -= 1
        inputs = dict.fromkeys(reversed(g.inputs[v]) if backwards else g.inputs[v])
        ready.extend(i for i in inputs if waiting[i] == 0)


def counted_once_taken_twice(g, take=deque.popleft, backwards=False):
    """The same, but who is used twice by one comes as soon as nobody is left, and may be early."""
    waiting = dict.fromkeys(g.order, 0)
    for v in g.order:
        for i in {*g.inputs[v]}:
            waiting[i] += 1
    ready = deque([g.root])
    while ready:
        yield (v := take(ready))
        for i in reversed(g.inputs[v]) if backwards else g.inputs[v]:
            waiting[i] -= 1
            if waiting[i] == 0:
                ready.append(i)


def counted_never_waited(g, take=deque.pop):
    """Users are counted down, and nobody waits until there is none left: a turn for each edge, at most."""
    left = dict.fromkeys(g.order, 0)
    for v in g.order:
        for i in g.inputs[v]:
            left[i] += 1
    ready = deque([g.root])
    while ready:
        yield (v := take(ready))
        for i in g.inputs[v]:
            left[i] -= 1
            if left[i] >= 0:
                ready.append(i)


def counted_never_waited_queue(g):
    return counted_never_waited(g, deque.popleft)


def first_input_alone(g):
    """A road of first inputs, as a return inside the loop leaves it."""
    v = g.root
    while True:
        yield v
        if not g.inputs[v]:
            return
        v = g.inputs[v][0]
