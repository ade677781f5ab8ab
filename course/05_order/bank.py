"""Lesson 5: the order of backward()."""

from known_wrong.bank import Right, Wrong

LESSON = "lesson_05"

# What the exercise notebook defines before 5.2 and 5.5.
GIVEN = """
def topological(root):
    order, seen = [], set()
    def visit(v):
        if v in seen:
            return
        seen.add(v)
        for i in v.inputs:
            visit(i)
        order.append(v)
    visit(root)
    return order
"""

LOOP = """
    root.grad = 1.0
    for v in reversed(order):
        for i, partial in zip(v.inputs, v.partials):
            i.grad += partial * v.grad
"""
STACK = """
    order, seen, stack = [], set(), [(root, False)]
    while stack:
        v, done = stack.pop()
        if done:
            order.append(v)
        elif v not in seen:
            seen.add(v)
            stack.append((v, True))
            stack.extend((i, False) for i in v.inputs)
"""
PAIRS = """
    users, stack, seen = {}, [root], set()
    while stack:
        v = stack.pop()
        if v in seen:
            continue
        seen.add(v)
        for i in set(v.inputs):
            users[i] = users.get(i, 0) + 1
            stack.append(i)
    root.grad, ready = 1.0, [root]
    while ready:
        v = ready.pop()
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
            users[i] -= 1
            if users[i] == 0:
                ready.append(i)
"""
BY_USERS = """
def topological(root):
    count, todo = {{root: 0}}, [root]
    for v in todo:
        for i in {of}:
            if i not in count:
                count[i] = 0
                todo.append(i)
            count[i] += 1
    order, due = [], [root]
    while due:
        v = due.{take}
        order.append(v)
        for i in {by}:
            count[i] -= 1
            if count[i] == 0:
                due.append(i)
    return order[::-1]
"""

TURNS = """
def turns(root):
    order, seen = [], set()
    def visit(v):
        if v not in seen:
            seen.add(v)
            for i in v.inputs:
                visit(i)
            {}
    visit(root)
    return order
"""
USERS = """
def users(root):
    count, todo = {{root: 0}}, [root]
    for v in todo:
        for i in v.inputs:
            if i not in count:
                count[i] = 0
                todo.append(i)
            count[i] = {}
    return count
"""
SWEPT = """
def sweep(root):
    order, seen = [], set()
    def visit(v):
        if v not in seen:
            seen.add(v)
            for i in v.inputs:
                visit(i)
            order.append(v)
    visit(root)
    {}
    {}
        {}
"""
IN_LINE = """
def in_line(root):
    order, seen = [], []
    def visit(v):
        if {}:
            {}
            for i in v.inputs:
                visit(i)
            order.insert({})
    visit(root)
    return order
"""

WRONG = [
    Wrong(
        "order",
        "met twice, listed twice",
        """
def topological(root):
    order = []
    def visit(v):
        for i in v.inputs:
            visit(i)
        order.append(v)
    visit(root)
    return order
""",
    ),
    *[
        Wrong("order", "counted once, taken off twice", BY_USERS.format(of="set(v.inputs)", take=take, by=by))
        for take in ("pop(0)", "pop()")
        for by in ("v.inputs", "v.inputs[::-1]")
    ],
    Wrong("order", "output first", "def f(root):\n    return topological(root)[::-1]"),
    Wrong(
        "order",
        "appended before its inputs",
        """
def f(root):
    order = []
    def visit(v):
        if v not in order:
            order.append(v)
            for i in v.inputs:
                visit(i)
    visit(root)
    return order
""",
    ),
    Wrong(
        "order",
        "appended first, then turned round",
        """
def f(root):
    order = []
    def visit(v):
        if v not in order:
            order.append(v)
            for i in v.inputs:
                visit(i)
    visit(root)
    order.reverse()
    return order
""",
    ),
    Wrong(
        "order",
        "breadth first",
        """
def f(root):
    order = [root]
    for v in order:
        for i in v.inputs:
            if i not in order:
                order.append(i)
    return order
""",
    ),
    Wrong(
        "order",
        "breadth first, turned round",
        """
def f(root):
    order = [root]
    for v in order:
        for i in v.inputs:
            if i not in order:
                order.append(i)
    return list(reversed(order))
""",
    ),
    Wrong(
        "order",
        "only the output's inputs",
        "def f(root):\n    order = []\n    for i in root.inputs:\n        if i not in order: order.append(i)\n"
        "    return order + [root]",
    ),
    Wrong("order", "leaves left out", "def f(root):\n    return [v for v in topological(root) if v.inputs]"),
    Wrong("order", "output left out", "def f(root):\n    return topological(root)[:-1]"),
    Wrong(
        "order",
        "empty",
        """
def topological(root):
    order, seen = [], set()
    def visit(v):
        if v in seen:
            return
        seen.add(v)
        for i in v.inputs:
            visit(i)
        order.append(v)
    return order
""",
    ),
    Wrong("order", "", "def f(root):\n    topological(root)"),
    Wrong("order", "a set", "def f(root):\n    return set(topological(root))"),
    Wrong("order", "", "def f(root):\n    return sorted(topological(root), key=lambda v: len(v.inputs))"),
    Wrong(
        "order",
        "by depth at first visit",
        """
def f(root):
    depth = {}
    def visit(v, d):
        if v not in depth:
            depth[v] = d
            for i in v.inputs:
                visit(i, d + 1)
    visit(root, 0)
    return sorted(depth, key=lambda v: -depth[v])
""",
    ),
    Wrong(
        "order",
        "by depth at first visit",
        """
def f(root):
    depth, stack = {}, [(root, 0)]
    while stack:
        v, d = stack.pop()
        if v not in depth:
            depth[v] = d
            stack.extend((i, d + 1) for i in v.inputs)
    return sorted(depth, key=depth.get)[::-1]
""",
    ),
    Wrong(
        "backward",
        "ends at a gradient of 0",
        "def f(root):\n    root.grad = 1.0\n    for v in reversed(topological(root)):\n"
        "        if v.grad == 0: break\n        for i, p in zip(v.inputs, v.partials): i.grad += p * v.grad",
    ),
    Wrong(
        "backward",
        "a leaf as root",
        "def f(root):\n    if not root.inputs: return\n    root.grad = 1.0\n"
        "    for v in reversed(topological(root)):\n"
        "        for i, p in zip(v.inputs, v.partials): i.grad += p * v.grad",
    ),
    Wrong("backward", "counted once, taken off twice", f"def f(root):{PAIRS}"),
    Wrong("deep", "counted once, taken off twice", f"def f(root):{PAIRS.replace('pop()', 'pop(0)')}"),
    Wrong(
        "deep",
        "ends at a gradient of 0",
        f"def f(root):{STACK}{LOOP.replace('(order):', '(order):' + chr(10) + '        if not v.grad: return')}",
    ),
    Wrong("deep", "a leaf as root", f"def f(root):\n    if not root.inputs: return{STACK}{LOOP}"),
    Wrong(
        "backward",
        "no seed",
        "def f(root):\n    for v in reversed(topological(root)):\n"
        "        for i, p in zip(v.inputs, v.partials): i.grad += p * v.grad",
    ),
    Wrong(
        "backward",
        "leaves first",
        "def f(root):\n    root.grad = 1.0\n    for v in topological(root):\n"
        "        for i, p in zip(v.inputs, v.partials): i.grad += p * v.grad",
    ),
    Wrong(
        "backward",
        "replaces instead of adding",
        "def f(root):\n    root.grad = 1.0\n    for v in reversed(topological(root)):\n"
        "        for i, p in zip(v.inputs, v.partials): i.grad = p * v.grad",
    ),
    Wrong(
        "backward",
        "without the local derivative",
        "def f(root):\n    root.grad = 1.0\n    for v in reversed(topological(root)):\n"
        "        for i in v.inputs: i.grad += v.grad",
    ),
    Wrong(
        "backward",
        "without upstream",
        "def f(root):\n    root.grad = 1.0\n    for v in reversed(topological(root)):\n"
        "        for i, p in zip(v.inputs, v.partials): i.grad += p",
    ),
    Wrong(
        "backward",
        "fires twice",
        """
def f(root):
    root.grad = 1.0
    def visit(v):
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
        for i in v.inputs:
            visit(i)
    visit(root)
""",
    ),
    Wrong(
        "backward",
        "fires twice, edge by edge",
        """
def f(root):
    root.grad = 1.0
    def visit(v):
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
            visit(i)
    visit(root)
""",
    ),
    Wrong(
        "backward",
        "fires twice, last input first",
        """
def f(root):
    root.grad = 1.0
    stack = [root]
    while stack:
        v = stack.pop()
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
            stack.append(i)
""",
    ),
    Wrong(
        "backward",
        "fires too early",
        """
def f(root):
    root.grad, seen = 1.0, set()
    def visit(v):
        if v in seen:
            return
        seen.add(v)
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
        for i in v.inputs:
            visit(i)
    visit(root)
""",
    ),
    Wrong(
        "backward",
        "fires too early, last input first",
        """
def f(root):
    root.grad, seen, stack = 1.0, set(), [root]
    while stack:
        v = stack.pop()
        if v not in seen:
            seen.add(v)
            for i, p in zip(v.inputs, v.partials):
                i.grad += p * v.grad
            stack.extend(v.inputs)
""",
    ),
    Wrong(
        "backward",
        "level by level",
        """
def f(root):
    root.grad, queue = 1.0, [root]
    for v in queue:
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
            if i not in queue:
                queue.append(i)
""",
    ),
    Wrong(
        "backward",
        "level by level, again for each user",
        """
def f(root):
    root.grad, queue = 1.0, [root]
    for v in queue:
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
        queue.extend(v.inputs)
""",
    ),
    Wrong(
        "backward",
        "starts from 2",
        "def f(root):\n    root.grad = 2.0\n    for v in reversed(topological(root)):\n"
        "        for i, p in zip(v.inputs, v.partials): i.grad += p * v.grad",
    ),
    Wrong("backward", "", "def f(root):\n    root.grad = 1.0\n    while True: pass"),
    Wrong(
        "backward",
        "takes away instead of adding",
        "def f(root):\n    root.grad = 1.0\n    for v in reversed(topological(root)):\n"
        "        for i, p in zip(v.inputs, v.partials): i.grad -= p * v.grad",
    ),
    Wrong(
        "backward",
        "",
        """
def f(root):
    root.grad = 1.0
    for v in reversed(topological(root)):
        for n in (0, 1): v.inputs[n].grad += v.partials[n] * v.grad
""",
    ),
    Wrong(
        "backward",
        "times the node's data",
        "def f(root):\n    root.grad = 1.0\n    for v in reversed(topological(root)):\n"
        "        for i, local in zip(v.inputs, v.partials): i.grad += local * v.data",
    ),
    Wrong(
        "backward",
        "each call starts at 1",
        "def f(root):\n    root.grad = 1.0\n    for i, local in zip(root.inputs, root.partials):\n"
        "        i.grad += local * root.grad\n        f(i)",
    ),
    Wrong(
        "backward",
        "nothing to call",
        "def f(root):\n    root.grad = 1.0\n    for v in reversed(topological(root)):\n        v.backward()",
    ),
    Wrong(
        "backward",
        "all partials at once",
        "def f(root):\n    root.grad = 1.0\n    for v in reversed(topological(root)):\n"
        "        for i in v.inputs: i.grad += v.partials * v.grad",
    ),
    Wrong("counterexample", "written twice", "def f(a, b, c):\n    return (a + b) * (a + b)"),
    Wrong("counterexample", "written twice", "def f(a, b, c):\n    return (a * b) + (a * b) * c"),
    Wrong("counterexample", "written twice", "def f(a, b, c):\n    return (2 * a).exp() + (2 * a).exp()"),
    Wrong(
        "counterexample",
        "not from a, b, c",
        "from micrograd_lab.checks.lesson_05 import Number\nt = Number(2.0) * Number(-3.0)\n"
        "def f(a, b, c):\n    return t + t * c",
    ),
    Wrong("counterexample", "a leaf used twice", "def f(a, b, c):\n    return (a + 1) * (a + 2)"),
    Wrong("counterexample", "a leaf used twice", "def f(a, b, c):\n    return a + a"),
    Wrong("counterexample", "a leaf used twice", "def f(a, b, c):\n    return (a * b) * (a + b)"),
    Wrong("counterexample", "the lesson's own", "def f(a, b, c):\n    t = a * b\n    return t + t * c"),
    Wrong("counterexample", "a tree", "def f(a, b, c):\n    return (a * b + c).tanh()"),
    Wrong("counterexample", "a tree", "def f(a, b, c):\n    return a"),
    Wrong("counterexample", "a plain number", "def f(a, b, c):\n    return a.data * b.data"),
    Wrong(
        "deep",
        "recursion on a deep graph",
        GIVEN + "\ndef f(root):\n    root.grad = 1.0\n    for v in reversed(topological(root)):\n"
        "        for i, p in zip(v.inputs, v.partials): i.grad += p * v.grad",
    ),
    Wrong(
        "deep",
        "recursion limit raised",
        GIVEN + "\nimport sys\ndef f(root):\n    sys.setrecursionlimit(100000)\n    root.grad = 1.0\n"
        "    for v in reversed(topological(root)):\n"
        "        for i, p in zip(v.inputs, v.partials): i.grad += p * v.grad",
    ),
    Wrong(
        "deep",
        "fires twice, last input first",
        """
def f(root):
    root.grad, todo = 1.0, [root]
    while todo:
        v = todo.pop()
        for i, local in zip(v.inputs, v.partials):
            i.grad += local * v.grad
            todo.append(i)
""",
    ),
    Wrong(
        "deep",
        "level by level, again for each user",
        """
def f(root):
    root.grad, todo = 1.0, [root]
    while todo:
        v = todo.pop(0)
        for i, local in zip(v.inputs, v.partials):
            i.grad += local * v.grad
            todo.append(i)
""",
    ),
    Wrong(
        "deep",
        "level by level",
        """
def f(root):
    root.grad, todo, seen = 1.0, [root], {root}
    for v in todo:
        for i, local in zip(v.inputs, v.partials):
            i.grad += local * v.grad
            if i not in seen:
                seen.add(i)
                todo.append(i)
""",
    ),
    Wrong(
        "deep",
        "fires too early, last input first",
        """
def f(root):
    root.grad, seen, stack = 1.0, set(), [root]
    while stack:
        v = stack.pop()
        if v not in seen:
            seen.add(v)
            for i, p in zip(v.inputs, v.partials):
                i.grad += p * v.grad
            stack.extend(v.inputs)
""",
    ),
    Wrong(
        "deep",
        "fires twice",
        """
def f(root):
    root.grad = 1.0
    def visit(v):
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
        for i in v.inputs:
            visit(i)
    visit(root)
""",
    ),
    Wrong("deep", "takes away instead of adding", f"def f(root):{STACK}{LOOP.replace('+=', '-=')}"),
    Wrong("deep", "the output sends nothing", "def f(root):\n    pass; root.grad = 1.0"),
    Wrong(
        "order",
        "appended first, then turned round",
        """
def topological(root):
    walk = []

    def visit(v):
        for i in v.inputs:
            visit(i)
        walk.append(v)

    visit(root)
    return list(dict.fromkeys(reversed(walk)))[::-1]
""",
    ),
    Wrong(
        "backward",
        "the output sends nothing",
        """
def backward(root):
    root.grad = 1.0
    for v in reversed(topological(root)):
        for i, p in zip(v.inputs, v.partials):
            v.grad += p * i.grad
""",
    ),
    Wrong(
        "deep",
        "the output sends nothing",
        """
def backward_deep(root):
    order, seen = [], set()

    def visit(v):
        if v not in seen:
            seen.add(v)
            for i in v.inputs:
                visit(i)
            order.append(v)

    try:
        visit(root)
    except RecursionError:
        pass
    root.grad = 1.0
    for v in reversed(order):
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
""",
    ),
    Wrong("deep", "", "def f(root):\n    raise ValueError('too deep')"),
    # What the lesson has completed and mended on the spot.
    Wrong("complete_turns", "inputs first", TURNS.format("order.append(v)")),
    Wrong("complete_turns", "nobody listed", TURNS.format("seen.add(v)")),
    Wrong("complete_turns", "numbers, not boxes", TURNS.format("order.insert(0, v.data)")),
    Wrong("complete_turns", "output not in front", TURNS.format("order.insert(1, v)")),
    Wrong("complete_turns", "output not in front", TURNS.format("order.insert(-1, v)")),
    Wrong("complete_turns", "a name of visit's own", TURNS.format("order = [v] + order")),
    Wrong("complete_turns", "an input, not v", TURNS.format("order[:0] = v.inputs[-1:]")),
    Wrong("complete_users", "used or not", USERS.format("1")),
    Wrong("complete_users", "never counted", USERS.format("count[i]")),
    Wrong("complete_users", "its own inputs", USERS.format("len(i.inputs)")),
    Wrong("complete_users", "the inputs of its user", USERS.format("len(v.inputs)")),
    Wrong("complete_users", "begins at its user's count", USERS.format("count[v] + 1")),
    Wrong("complete_users", "", USERS.format("count[i] + 2")),
    Wrong("mend_sweep", "no seed", SWEPT.format("", "for v in order[::-1]:", "v._backward()")),
    Wrong("mend_sweep", "leaves first", SWEPT.format("root.grad = 1.0", "for v in order:", "v._backward()")),
    Wrong("mend_sweep", "starts from 2", SWEPT.format("root.grad = 2.0", "for v in order[::-1]:", "v._backward()")),
    Wrong("mend_sweep", "", SWEPT.format("", "for v in order[::-1]:", "v.grad = v.grad or 1.0\n        v._backward()")),
    Wrong("mend_in_line", "one number, one box", IN_LINE.format("v.data not in seen", "seen.append(v.data)", "0, v")),
    Wrong("mend_in_line", "listed again and again", IN_LINE.format("v.data not in seen", "seen.append(v)", "0, v")),
    Wrong(
        "mend_in_line", "", IN_LINE.format("(v.data, v.inputs) not in seen", "seen.append((v.data, v.inputs))", "0, v")
    ),
    Wrong("mend_in_line", "inputs first", IN_LINE.format("v not in seen", "seen.append(v)", "len(order), v")),
    Wrong("mend_in_line", "nobody listed", IN_LINE.format("v in seen", "seen.append(v)", "0, v")),
]

COUNT = """
    users, todo = {}, [root]
    for v in todo:
        for i in v.inputs:
            if i not in users:
                todo.append(i)
            users[i] = users.get(i, 0) + 1
    order, ready = [], [root]
    while ready:
        v = ready.pop()
        order.append(v)
        for i in v.inputs:
            users[i] -= 1
            if not users[i]:
                ready.append(i)
    order.reverse()
"""
REPEAT = """
    left, order = [root], []
    for v in left:
        left.extend(i for i in v.inputs if i not in left)
    while left:
        for v in list(left):
            if all(i in order for i in v.inputs):
                order.append(v)
                left.remove(v)
"""
LEVELS = """
    level, todo = {}, [root]
    while todo:
        v = todo[-1]
        missing = [i for i in v.inputs if i not in level]
        if missing:
            todo.extend(missing)
        else:
            level[v] = 1 + max([level[i] for i in v.inputs], default=0)
            todo.pop()
    order = sorted(level, key=level.get)
"""
ITERATORS = """
    order, seen, path = [], {root}, [(root, iter(root.inputs))]
    while path:
        v, rest = path[-1]
        i = next(rest, None)
        if i is None:
            order.append(v)
            path.pop()
        elif i not in seen:
            seen.add(i)
            path.append((i, iter(i.inputs)))
"""
MICROGRAD = """
    order = []
    visited = set()
    def build_topo(v):
        if v not in visited:
            visited.add(v)
            for child in v.inputs:
                build_topo(child)
            order.append(v)
    build_topo(root)
"""
STYLES = {"a stack": STACK, "counting users": COUNT, "levels": LEVELS, "iterators": ITERATORS}
SLOWER = {"micrograd": MICROGRAD, "again and again": REPEAT}
INCREMENT = """
def backward(root):
    root.grad = 1.0
    def send(v, amount):
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * amount
            send(i, p * amount)
    send(root, 1.0)
"""

AT_ZERO = """
    root.grad = 1.0
    for v in reversed(order):
        if v.grad == 0:
            continue
        for i, partial in zip(v.inputs, v.partials):
            i.grad += partial * v.grad
"""

RIGHT = [
    *[
        Right("order", f"users counted, {take}, by {of}", BY_USERS.format(of=of, take=take, by=of))
        for take in ("pop(0)", "pop()")
        for of in ("v.inputs", "dict.fromkeys(v.inputs)")
    ],
    *[
        Right("order", style, f"def topological(root):{way}    return order")
        for style, way in (STYLES | SLOWER).items()
    ],
    Right(
        "order", "a deque", f"def topological(root):\n    from collections import deque{STACK}    return deque(order)"
    ),
    Right("order", "a generator", f"def topological(root):{STACK}    yield from order"),
    Right("order", "a dict's keys", f"def topological(root):{STACK}    return dict.fromkeys(order).keys()"),
    *[Right("backward", style, f"def backward(root):{way}{LOOP}") for style, way in (STYLES | SLOWER).items()],
    Right("backward", "passing the increment", INCREMENT),
    Right("backward", "nothing to send at 0", f"def backward(root):{STACK}{AT_ZERO}"),
    *[Right("deep", style, f"def backward(root):{way}{LOOP}") for style, way in STYLES.items()],
    Right(
        "deep",
        "a higher limit that nobody needs",
        f"def backward(root):\n    import sys\n    sys.setrecursionlimit(5000){STACK}{LOOP}",
    ),
    Right("counterexample", "the lecture's, of others", "def e(a, b, c):\n    t = a * c\n    return t + t * b"),
    Right("counterexample", "the smallest", "def e(a, b, c):\n    t = a + b\n    return t + t"),
    Right("counterexample", "lambda", "e = lambda a, b, c: (lambda t: t * t)(a * c)"),
    Right(
        "counterexample",
        "a loop",
        "def e(a, b, c):\n    y = a\n    for _ in range(4):\n        y = y * y + b\n    return y",
    ),
    Right(
        "counterexample",
        "many doublings",
        "def e(a, b, c):\n    t = a * b\n    for _ in range(500):\n        t = (t + t) * 0.5\n    return t",
    ),
    Right("counterexample", "one op", "def e(a, b, c):\n    t = a.exp()\n    return t.tanh() + t"),
    Right(
        "backward",
        "a method",
        "def backward(self):\n    self.grad = 1.0\n    for v in reversed(topological(self)):\n        v._backward()",
    ),
    Right("complete_turns", "insert", TURNS.format("order.insert(0, v)")),
    Right("complete_turns", "a slice", TURNS.format("order[:0] = [v]")),
    Right("complete_turns", "its own method", TURNS.format("order.__setitem__(slice(0, 0), [v])")),
    Right("complete_turns", "at the other end of a copy", TURNS.format("order[:] = [v, *order]")),
    Right("complete_users", "as asked", USERS.format("count[i] + 1")),
    Right("complete_users", "get", USERS.format("count.get(i, 0) + 1")),
    Right("complete_users", "a sum", USERS.format("sum([1, count[i]])")),
    Right("complete_users", "negative twice", USERS.format("count[i] - -1")),
    Right("mend_sweep", "before the loop", SWEPT.format("root.grad = 1.0", "for v in order[::-1]:", "v._backward()")),
    Right("mend_sweep", "reversed", SWEPT.format("root.grad = 1.0", "for v in reversed(order):", "v._backward()")),
    Right(
        "mend_sweep",
        "the last of the order",
        SWEPT.format("order[-1].grad = 1.0", "for v in order[::-1]:", "v._backward()"),
    ),
    Right(
        "mend_sweep",
        "in the loop",
        SWEPT.format("", "for v in order[::-1]:", "v.grad = 1.0 if v is root else v.grad\n        v._backward()"),
    ),
    Right("mend_in_line", "the box", IN_LINE.format("v not in seen", "seen.append(v)", "0, v")),
    Right("mend_in_line", "its id", IN_LINE.format("id(v) not in seen", "seen.append(id(v))", "0, v")),
    Right("mend_in_line", "the list itself", IN_LINE.format("v not in order", "seen.append(v)", "0, v")),
    Right("mend_in_line", "any", IN_LINE.format("not any(v is s for s in seen)", "seen.append(v)", "0, v")),
]
