"""Slips of lessons 5 and 6 in other forms than the banks', each with the name that it deserves; "" for one that no
model knows, whose message must guess nothing."""

TOPO = """
def topo(root):
    order, seen = ([], set())

    def visit(v):
        if v not in seen:
            seen.add(v)
            for i in v.inputs:
                visit(i)
            order.append(v)
    visit(root)
    return order
"""

STACK = """
def order_of(root):
    order, seen, stack = ([], set(), [(root, False)])
    while stack:
        v, d = stack.pop()
        if d:
            order.append(v)
        elif v not in seen:
            seen.add(v)
            stack.append((v, True))
            for i in v.inputs:
                stack.append((i, False))
    return order
"""

SWEEP = """
def topological(root):
    order, seen = ([], set())

    def visit(v):
        if v not in seen:
            seen.add(v)
            for i in v.inputs:
                visit(i)
            order.append(v)
    visit(root)
    return order

def sweep(order):
    for v in reversed(order):
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
"""

# (exercise, misconception, what is written)
SLIPS = (
    (
        "5.1",
        "output first",
        """
def topological(root):
    out = []

    def go(v):
        for i in v.inputs:
            if i not in out:
                go(i)
        if v not in out:
            out.insert(0, v)
    go(root)
    return tuple(out)
""",
    ),
    (
        "5.1",
        "met twice, listed twice",
        """
def topological(root):
    if not root.inputs:
        return [root]
    got = []
    for i in root.inputs:
        got += topological(i)
    got.append(root)
    return got
""",
    ),
    (
        "5.1",
        "breadth first",
        """
def topological(root):
    level = [root]
    order = []
    while level:
        order.extend(level)
        nxt = []
        for v in level:
            for i in v.inputs:
                if i not in order and i not in nxt:
                    nxt.append(i)
        level = nxt
    return order
""",
    ),
    (
        "5.1",
        "numbers, not nodes",
        """
def topological(root):
    o = []
    s = set()

    def f(v):
        if v in s:
            return
        s.add(v)
        [f(i) for i in v.inputs]
        o.append(v.data)
    f(root)
    return o
""",
    ),
    (
        "5.1",
        "empty",
        """
def topological(root):
    nodes = []

    def go(v):
        for i in v.inputs:
            go(i)
        nodes.append(v)
    return nodes
""",
    ),
    (
        "5.1",
        "remembers the call before",
        """
ORDER = []

def topological(root):

    def go(v):
        if v not in ORDER:
            for i in v.inputs:
                go(i)
            ORDER.append(v)
    go(root)
    return list(ORDER)
""",
    ),
    (
        "5.1",
        "leaves left out",
        """
def topological(root):
    order = []

    def go(v):
        for i in v.inputs:
            go(i)
        if len(v.inputs) > 0 and v not in order:
            order.append(v)
    go(root)
    return order
""",
    ),
    (
        "5.1",
        "output left out",
        """
def topological(root):
    order = []
    stack = [(i, iter(i.inputs)) for i in root.inputs]
    seen = set()

    def go(v):
        if v in seen:
            return
        seen.add(v)
        for i in v.inputs:
            go(i)
        order.append(v)
    for i in root.inputs:
        go(i)
    return order
""",
    ),
    (
        "5.1",
        "only the output's inputs",
        """
def topological(root):
    return [*dict.fromkeys(root.inputs), root]
""",
    ),
    (
        "5.1",
        "appended first, then turned round",
        """
def topological(root):
    seen = []
    stack = [root]
    while stack:
        v = stack.pop()
        if v in seen:
            continue
        seen.append(v)
        stack += v.inputs
    return seen[::-1]
""",
    ),
    (
        "5.1",
        "breadth first, turned round",
        """
from collections import deque

def topological(root):
    seen = [root]
    q = deque([root])
    while q:
        for i in q.popleft().inputs:
            if i not in seen:
                seen.append(i)
                q.append(i)
    seen.reverse()
    return seen
""",
    ),
    (
        "5.1",
        "",
        """
def topological(root):
    print(root)
""",
    ),
    (
        "5.1",
        "",
        """
def topological(root):
    return root.data
""",
    ),
    (
        "5.2",
        "replaces instead of adding",
        TOPO
        + """
def backward(root):
    root.grad = 1.0
    for v in topo(root)[::-1]:
        for k in range(len(v.inputs)):
            v.inputs[k].grad = v.partials[k] * v.grad
""",
    ),
    (
        "5.2",
        "without the local derivative",
        TOPO
        + """
def backward(root):
    root.grad = 1
    for v in reversed(topo(root)):
        for i in v.inputs:
            i.grad = i.grad + v.grad
""",
    ),
    (
        "5.2",
        "fires twice",
        """
def backward(root):
    root.grad = 1.0

    def send(v):
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
        for i in v.inputs:
            send(i)
    send(root)
""",
    ),
    (
        "5.2",
        "fires twice, edge by edge",
        """
def backward(v, start=True):
    if start:
        v.grad = 1.0
    for i, p in zip(v.inputs, v.partials):
        i.grad += v.grad * p
        if i.inputs:
            backward(i, False)
""",
    ),
    (
        "5.2",
        "one input alone",
        TOPO
        + """
def backward(root):
    root.grad = 1.0
    for v in reversed(topo(root)):
        if v.inputs:
            v.inputs[0].grad += v.partials[0] * v.grad
""",
    ),
    (
        "5.2",
        "one input alone",
        TOPO
        + """
def backward(root):
    root.grad = 1.0
    for v in reversed(topo(root)):
        for i, p in zip(v.inputs, v.partials):
            share = p * v.grad
        if v.inputs:
            i.grad += share
""",
    ),
    (
        "5.2",
        "the output sends nothing",
        TOPO
        + """
def backward(root):
    root.grad = 1.0
    for v in reversed(topo(root)):
        for i, p in zip(v.inputs, v.partials):
            i.grad + p * v.grad
""",
    ),
    (
        "5.2",
        "added to the node itself",
        TOPO
        + """
def backward(root):
    root.grad = 1.0
    for v in reversed(topo(root)):
        for i, p in zip(v.inputs, v.partials):
            v.grad += p * v.grad
""",
    ),
    (
        "5.2",
        "adds upstream",
        TOPO
        + """
def backward(root):
    root.grad = 1.0
    for v in reversed(topo(root)):
        for i, p in zip(v.inputs, v.partials):
            i.grad += p + v.grad
""",
    ),
    (
        "5.2",
        "times the node's data",
        TOPO
        + """
def backward(root):
    root.grad = 1.0
    for v in reversed(topo(root)):
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.data
""",
    ),
    (
        "5.2",
        "takes away instead of adding",
        TOPO
        + """
def backward(root):
    root.grad = 1.0
    for v in reversed(topo(root)):
        for i, p in zip(v.inputs, v.partials):
            i.grad = i.grad - p * v.grad
""",
    ),
    (
        "5.2",
        "every gradient starts at 1",
        TOPO
        + """
def backward(root):
    for v in topo(root):
        v.grad = 1.0
    for v in reversed(topo(root)):
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
""",
    ),
    (
        "5.2",
        "the inputs alone",
        TOPO
        + """
def backward(root):
    g = {root: 1.0}
    for v in reversed(topo(root)):
        for i, p in zip(v.inputs, v.partials):
            g[i] = g.get(i, 0) + p * g[v]
    for v in g:
        if not v.inputs:
            v.grad = g[v]
""",
    ),
    (
        "5.2",
        "the output's own gradient",
        TOPO
        + """
def backward(root):
    g = {root: 1.0}
    for v in reversed(topo(root)):
        for i, p in zip(v.inputs, v.partials):
            g[i] = g.get(i, 0) + p * g[v]
    for v in g:
        if v is not root:
            v.grad = g[v]
""",
    ),
    (
        "5.2",
        "each input once",
        TOPO
        + """
def backward(root):
    root.grad = 1.0
    for v in reversed(topo(root)):
        for i, p in dict(zip(v.inputs, v.partials)).items():
            i.grad += p * v.grad
""",
    ),
    (
        "5.2",
        "one partial for all inputs",
        TOPO
        + """
def backward(root):
    root.grad = 1.0
    for v in reversed(topo(root)):
        for i in v.inputs:
            i.grad += v.partials[0] * v.grad
""",
    ),
    (
        "5.2",
        "fires too early",
        """
def backward(root):
    root.grad = 1.0
    seen = set()

    def go(v):
        if v in seen:
            return
        seen.add(v)
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
        for i in v.inputs:
            go(i)
    go(root)
""",
    ),
    (
        "5.2",
        "level by level, again for each user",
        """
def backward(root):
    root.grad = 1.0
    q = [root]
    while q:
        v = q.pop(0)
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
            q.append(i)
""",
    ),
    (
        "5.2",
        "starts from 2",
        TOPO
        + """
def backward(root):
    root.grad = 1.0
    root.grad += 1.0
    for v in reversed(topo(root)):
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
""",
    ),
    (
        "5.2",
        "only the first counts",
        TOPO
        + """
def backward(root):
    root.grad = 1.0
    for v in reversed(topo(root)):
        for i, p in zip(v.inputs, v.partials):
            if i.grad == 0:
                i.grad = p * v.grad
""",
    ),
    (
        "5.2",
        "added twice",
        TOPO
        + """
def backward(root):
    g = {root: 1.0}
    root.grad = 1.0
    for v in reversed(topo(root)):
        if v is not root and v.inputs:
            v.grad += v.grad
        up = v.grad / 2 if v is not root and v.inputs else v.grad
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * up
""",
    ),
    (
        "5.2",
        "all partials at once",
        TOPO
        + """
def backward(root):
    root.grad = 1.0
    for v in reversed(topo(root)):
        for i in v.inputs:
            i.grad += v.partials * v.grad
""",
    ),
    (
        "5.2",
        "without upstream",
        TOPO
        + """
def backward(root):
    root.grad = 1.0
    for v in reversed(topo(root)):
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * root.grad
""",
    ),
    (
        "5.2",
        "",
        TOPO
        + """
def backward(root):
    root.grad = 1.0
    for v in reversed(topo(root)):
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad ** 2
""",
    ),
    (
        "5.2",
        "",
        TOPO
        + """
def backward(root):
    root.grad = 1.0
    for v in reversed(topo(root)):
        for i, p in zip(v.inputs, v.partials):
            i.grad += abs(p) * v.grad
""",
    ),
    (
        "5.2",
        "",
        TOPO
        + """
def backward(root):
    root.grad = 1.0
    for v in reversed(topo(root)):
        for i, p in zip(v.inputs, v.partials):
            i.grad = max(i.grad, p * v.grad)
""",
    ),
    (
        "5.2",
        "partials exchanged",
        TOPO
        + """
def backward(root):
    root.grad = 1.0
    for v in reversed(topo(root)):
        for i, p in zip(v.inputs, v.partials[::-1]):
            i.grad += p * v.grad
""",
    ),
    (
        "5.2",
        "wiped out",
        TOPO
        + """
def backward(root):
    root.grad = 1.0
    for v in reversed(topo(root)):
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
    for v in topo(root):
        v.grad = 0.0
""",
    ),
    (
        "5.4",
        "written twice",
        """
def expression(a, b, c):
    u = a + b
    v = a + b
    return u * v
""",
    ),
    (
        "5.4",
        "a tree",
        """
def expression(a, b, c):
    return ((a * b).tanh() + c).exp()
""",
    ),
    (
        "5.4",
        "a leaf used twice",
        """
def expression(a, b, c):
    return a * a * a
""",
    ),
    (
        "5.4",
        "text",
        """
def expression(a, b, c):
    return '(a*b)+(a*b)'
""",
    ),
    (
        "5.4",
        "",
        """
def expression(a, b, c):
    t = a * b
    t + t
""",
    ),
    (
        "5.4",
        "",
        """
def expression(a, b, c):
    t = a * b
    return [t, t]
""",
    ),
    (
        "5.4",
        "not from a, b, c",
        """
from micrograd_lab.checks.lesson_05 import Number

def expression(a, b, c):
    t = Number(2.0) * Number(3.0)
    return t * t + a
""",
    ),
    (
        "5.5",
        "recursion on a deep graph",
        TOPO
        + """
def backward_deep(root):
    root.grad = 1.0
    todo = topo(root)
    while todo:
        v = todo.pop()
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
""",
    ),
    (
        "5.5",
        "recursion limit raised",
        TOPO
        + """
import sys

def backward_deep(root):
    old = sys.getrecursionlimit()
    sys.setrecursionlimit(10 ** 5)
    try:
        order = topo(root)
    finally:
        sys.setrecursionlimit(old)
    root.grad = 1.0
    for v in reversed(order):
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
""",
    ),
    (
        "5.5",
        "recursion limit raised",
        TOPO
        + """
import sys, threading

def backward_deep(root):
    out = []
    sys.setrecursionlimit(10 ** 5)
    threading.stack_size(1 << 28)
    t = threading.Thread(target=lambda: out.extend(topo(root)))
    t.start()
    t.join()
    root.grad = 1.0
    for v in reversed(out):
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
""",
    ),
    (
        "5.5",
        "each road by itself",
        """
def backward_deep(root):
    root.grad = 1.0
    todo = [(root, 1.0)]
    while todo:
        v, g = todo.pop()
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * g
            todo.append((i, p * g))
""",
    ),
    (
        "5.5",
        "level by level",
        """
from collections import deque

def backward_deep(root):
    root.grad = 1.0
    q = deque([root])
    seen = {root}
    while q:
        v = q.popleft()
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
            if i not in seen:
                seen.add(i)
                q.append(i)
""",
    ),
    (
        "5.5",
        "replaces instead of adding",
        STACK
        + """
def backward_deep(root):
    root.grad = 1.0
    for v in order_of(root)[::-1]:
        for i, p in zip(v.inputs, v.partials):
            i.grad = p * v.grad
""",
    ),
    (
        "5.5",
        "leaves first",
        STACK
        + """
def backward_deep(root):
    root.grad = 1.0
    for v in order_of(root):
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
""",
    ),
    (
        "6.1",
        "divided by h",
        """
def gradcheck(f, xs, grads, h=1e-06, tolerance=0.0001):
    ok = []
    for i in range(len(xs)):
        up, down = (xs[:], xs[:])
        up[i] = xs[i] + h
        down[i] = xs[i] - h
        m = (f(*up) - f(*down)) / h
        g = grads[i]
        ok.append(abs(m - g) <= tolerance * max(abs(m), abs(g)))
    return ok
""",
    ),
    (
        "6.1",
        "one side divided by 2h",
        """
def gradcheck(f, xs, grads, h=1e-06, tolerance=0.0001):
    ok = []
    for i in range(len(xs)):
        up, down = (xs[:], xs[:])
        up[i] = xs[i] + h
        down[i] = xs[i] - h
        m = (f(*up) - f(*xs)) / (2 * h)
        g = grads[i]
        ok.append(abs(m - g) <= tolerance * max(abs(m), abs(g)))
    return ok
""",
    ),
    (
        "6.1",
        "forward difference",
        """
def gradcheck(f, xs, grads, h=1e-06, tolerance=0.0001):
    ok = []
    for i in range(len(xs)):
        up, down = (xs[:], xs[:])
        up[i] = xs[i] + h
        down[i] = xs[i] - h
        m = (f(*xs) - f(*down)) / h
        g = grads[i]
        ok.append(abs(m - g) <= tolerance * max(abs(m), abs(g)))
    return ok
""",
    ),
    (
        "6.1",
        "not divided",
        """
def gradcheck(f, xs, grads, h=1e-06, tolerance=0.0001):
    ok = []
    for i in range(len(xs)):
        up, down = (xs[:], xs[:])
        up[i] = xs[i] + h
        down[i] = xs[i] - h
        m = f(*up) - f(*down)
        g = grads[i]
        ok.append(abs(m - g) <= tolerance * max(abs(m), abs(g)))
    return ok
""",
    ),
    (
        "6.1",
        "not divided",
        """
def gradcheck(f, xs, grads, h=1e-06, tolerance=0.0001):
    ok = []
    for i in range(len(xs)):
        up, down = (xs[:], xs[:])
        up[i] = xs[i] + h
        down[i] = xs[i] - h
        m = f(*up) - f(*xs)
        g = grads[i]
        ok.append(abs(m - g) <= tolerance * max(abs(m), abs(g)))
    return ok
""",
    ),
    (
        "6.1",
        "absolute error",
        """
def gradcheck(f, xs, grads, h=1e-06, tolerance=0.0001):
    ok = []
    for i in range(len(xs)):
        up, down = (xs[:], xs[:])
        up[i] = xs[i] + h
        down[i] = xs[i] - h
        m = (f(*up) - f(*down)) / (2 * h)
        g = grads[i]
        ok.append(abs(m - g) < tolerance)
    return ok
""",
    ),
    (
        "6.1",
        "without abs",
        """
def gradcheck(f, xs, grads, h=1e-06, tolerance=0.0001):
    ok = []
    for i in range(len(xs)):
        up, down = (xs[:], xs[:])
        up[i] = xs[i] + h
        down[i] = xs[i] - h
        m = (f(*up) - f(*down)) / (2 * h)
        g = grads[i]
        ok.append(m - g <= tolerance * max(abs(m), abs(g)))
    return ok
""",
    ),
    (
        "6.1",
        "relative above 1 only",
        """
def gradcheck(f, xs, grads, h=1e-06, tolerance=0.0001):
    ok = []
    for i in range(len(xs)):
        up, down = (xs[:], xs[:])
        up[i] = xs[i] + h
        down[i] = xs[i] - h
        m = (f(*up) - f(*down)) / (2 * h)
        g = grads[i]
        ok.append(abs(m - g) / max(1, abs(m), abs(g)) <= tolerance)
    return ok
""",
    ),
    (
        "6.1",
        "0 divided by 0",
        """
def gradcheck(f, xs, grads, h=1e-06, tolerance=0.0001):
    ok = []
    for i in range(len(xs)):
        up, down = (xs[:], xs[:])
        up[i] = xs[i] + h
        down[i] = xs[i] - h
        m = (f(*up) - f(*down)) / (2 * h)
        g = grads[i]
        ok.append(abs(m - g) / max(abs(m), abs(g)) <= tolerance)
    return ok
""",
    ),
    (
        "6.1",
        "0 and 0 differ",
        """
def gradcheck(f, xs, grads, h=1e-06, tolerance=0.0001):
    ok = []
    for i in range(len(xs)):
        up, down = (xs[:], xs[:])
        up[i] = xs[i] + h
        down[i] = xs[i] - h
        m = (f(*up) - f(*down)) / (2 * h)
        g = grads[i]
        s = max(abs(m), abs(g))
        ok.append(s > 0 and abs(m - g) / s <= tolerance)
    return ok
""",
    ),
    (
        "6.1",
        "0 and 0 differ",
        """
def gradcheck(f, xs, grads, h=1e-06, tolerance=0.0001):
    ok = []
    for i in range(len(xs)):
        up, down = (xs[:], xs[:])
        up[i] = xs[i] + h
        down[i] = xs[i] - h
        m = (f(*up) - f(*down)) / (2 * h)
        g = grads[i]
        ok.append(abs(m - g) < tolerance * max(abs(m), abs(g)))
    return ok
""",
    ),
    (
        "6.1",
        "turned round",
        """
def gradcheck(f, xs, grads, h=1e-06, tolerance=0.0001):
    ok = []
    for i in range(len(xs)):
        up, down = (xs[:], xs[:])
        up[i] = xs[i] + h
        down[i] = xs[i] - h
        m = (f(*up) - f(*down)) / (2 * h)
        g = grads[i]
        ok.append(not abs(m - g) <= tolerance * max(abs(m), abs(g)))
    return ok
""",
    ),
    (
        "6.1",
        "sizes alone",
        """
def gradcheck(f, xs, grads, h=1e-06, tolerance=0.0001):
    ok = []
    for i in range(len(xs)):
        up, down = (xs[:], xs[:])
        up[i] = xs[i] + h
        down[i] = xs[i] - h
        m = (f(*up) - f(*down)) / (2 * h)
        g = grads[i]
        ok.append(abs(abs(m) - abs(g)) <= tolerance * max(abs(m), abs(g)))
    return ok
""",
    ),
    (
        "6.1",
        "all inputs moved",
        """
def gradcheck(f, xs, grads, h=1e-06, tolerance=0.0001):
    ok = []
    for i in range(len(xs)):
        up, down = (xs[:], xs[:])
        up = [x + h for x in xs]
        down = [x - h for x in xs]
        m = (f(*up) - f(*down)) / (2 * h)
        g = grads[i]
        ok.append(abs(m - g) <= tolerance * max(abs(m), abs(g)))
    return ok
""",
    ),
    (
        "6.1",
        "h too large",
        """
def gradcheck(f, xs, grads, h=1e-06, tolerance=0.0001):
    ok = []
    for i in range(len(xs)):
        up, down = (xs[:], xs[:])
        h = 0.01
        up[i] += h
        down[i] -= h
        m = (f(*up) - f(*down)) / (2 * h)
        g = grads[i]
        ok.append(abs(m - g) <= tolerance * max(abs(m), abs(g)))
    return ok
""",
    ),
    (
        "6.1",
        "h too small",
        """
def gradcheck(f, xs, grads, h=1e-06, tolerance=0.0001):
    ok = []
    for i in range(len(xs)):
        up, down = (xs[:], xs[:])
        h = 1e-13
        up[i] += h
        down[i] -= h
        m = (f(*up) - f(*down)) / (2 * h)
        g = grads[i]
        ok.append(abs(m - g) <= tolerance * max(abs(m), abs(g)))
    return ok
""",
    ),
    (
        "6.1",
        "tolerance too large",
        """
def gradcheck(f, xs, grads, h=1e-06, tolerance=0.0001):
    ok = []
    for i in range(len(xs)):
        up, down = (xs[:], xs[:])
        up[i] = xs[i] + h
        down[i] = xs[i] - h
        m = (f(*up) - f(*down)) / (2 * h)
        g = grads[i]
        ok.append(abs(m - g) <= 0.1 * max(abs(m), abs(g)))
    return ok
""",
    ),
    (
        "6.1",
        "one answer for all",
        """
def gradcheck(f, xs, grads, h=1e-06, tolerance=0.0001):
    ok = []
    for i in range(len(xs)):
        up, down = (xs[:], xs[:])
        up[i] = xs[i] + h
        down[i] = xs[i] - h
        m = (f(*up) - f(*down)) / (2 * h)
        g = grads[i]
        ok.append(abs(m - g) <= tolerance * max(abs(m), abs(g)))
    return all(ok)
""",
    ),
    (
        "6.1",
        "xs changed",
        """
def gradcheck(f, xs, grads, h=1e-06, tolerance=0.0001):
    ok = []
    for i in range(len(xs)):
        up, down = (xs[:], xs[:])
        up = xs
        up[i] += h
        down[i] -= h
        m = (f(*up) - f(*down)) / (2 * h)
        g = grads[i]
        ok.append(abs(m - g) <= tolerance * max(abs(m), abs(g)))
    return ok
""",
    ),
    (
        "6.1",
        "errors, not answers",
        """
def gradcheck(f, xs, grads, h=1e-06, tolerance=0.0001):
    ok = []
    for i in range(len(xs)):
        up, down = (xs[:], xs[:])
        up[i] = xs[i] + h
        down[i] = xs[i] - h
        m = (f(*up) - f(*down)) / (2 * h)
        g = grads[i]
        ok.append(abs(m - g))
    return ok
""",
    ),
    (
        "6.1",
        "divided by what is claimed",
        """
def gradcheck(f, xs, grads, h=1e-06, tolerance=0.0001):
    ok = []
    for i in range(len(xs)):
        up, down = (xs[:], xs[:])
        up[i] = xs[i] + h
        down[i] = xs[i] - h
        m = (f(*up) - f(*down)) / (2 * h)
        g = grads[i]
        ok.append(g == m or abs(m - g) / abs(g) <= tolerance)
    return ok
""",
    ),
    (
        "6.1",
        "compared with a signed number",
        """
def gradcheck(f, xs, grads, h=1e-06, tolerance=0.0001):
    ok = []
    for i in range(len(xs)):
        up, down = (xs[:], xs[:])
        up[i] = xs[i] + h
        down[i] = xs[i] - h
        m = (f(*up) - f(*down)) / (2 * h)
        g = grads[i]
        ok.append(abs(m - g) <= tolerance * max(m, g))
    return ok
""",
    ),
    (
        "6.1",
        "one input alone",
        """
def gradcheck(f, xs, grads, h=1e-06, tolerance=0.0001):
    ok = []
    for i in range(len(xs)):
        up, down = (xs[:], xs[:])
        up[i] = xs[i] + h
        down[i] = xs[i] - h
        m = (f(*up) - f(*down)) / (2 * h)
        g = grads[i]
        ok.append(abs(m - g) <= tolerance * max(abs(m), abs(g)))
        return ok
""",
    ),
    (
        "6.1",
        "tolerance too small",
        """
def gradcheck(f, xs, grads, h=1e-06, tolerance=0.0001):
    ok = []
    for i in range(len(xs)):
        up, down = (xs[:], xs[:])
        up[i] = xs[i] + h
        down[i] = xs[i] - h
        m = (f(*up) - f(*down)) / (2 * h)
        g = grads[i]
        ok.append(abs(m - g) <= h * h * max(abs(m), abs(g)))
    return ok
""",
    ),
    (
        "6.1",
        "signs alone",
        """
def gradcheck(f, xs, grads, h=1e-06, tolerance=0.0001):
    ok = []
    for i in range(len(xs)):
        up, down = (xs[:], xs[:])
        up[i] = xs[i] + h
        down[i] = xs[i] - h
        m = (f(*up) - f(*down)) / (2 * h)
        g = grads[i]
        ok.append((m > 0) == (g > 0))
    return ok
""",
    ),
    (
        "6.1",
        "a set or a dict",
        """
def gradcheck(f, xs, grads, h=1e-06, tolerance=0.0001):
    ok = []
    for i in range(len(xs)):
        up, down = (xs[:], xs[:])
        up[i] = xs[i] + h
        down[i] = xs[i] - h
        m = (f(*up) - f(*down)) / (2 * h)
        g = grads[i]
        ok.append(abs(m - g) <= tolerance * max(abs(m), abs(g)))
    return {i: o for i, o in enumerate(ok)}
""",
    ),
    (
        "6.1",
        "",
        """
def gradcheck(f, xs, grads, h=1e-06, tolerance=0.0001):
    ok = []
    for i in range(len(xs)):
        up, down = (xs[:], xs[:])
        up[i] = xs[i] + h
        down[i] = xs[i] - h
        m = (f(*up) - f(*down)) / (2 * h)
        g = grads[i]
        ok.append(round(m) == round(g) if g == g else False)
    return ok
""",
    ),
    (
        "6.2",
        "only trees",
        """
probes = ['(a-b).tanh()', 'c.exp()*b']
""",
    ),
    (
        "6.2",
        "only + and *",
        """
probes = ['t=a+b;t*t', 'a*b+c']
""",
    ),
    (
        "6.2",
        "a plain number",
        """
probes = [lambda a, b, c: 3.0]
""",
    ),
    (
        "6.2",
        "nothing given",
        """
def p(a, b, c):
    t = a * b
probes = [p]
""",
    ),
    (
        "6.2",
        "no expressions",
        """
probes = [1, 2, 3]
""",
    ),
    (
        "6.2",
        "not Python",
        """
probes = ['a b']
""",
    ),
    (
        "6.2",
        "a name that is not there",
        """
probes = ['x + y']
""",
    ),
    (
        "6.2",
        "a function for a method",
        """
probes = ['a + exp(b)']
""",
    ),
    (
        "6.2",
        "a method that is not there",
        """
probes = ['a.sqrt()']
""",
    ),
    (
        "6.2",
        "no probes",
        """
probes = ()
""",
    ),
    (
        "6.2",
        "too many",
        """
probes = ['a+b'] * 20
""",
    ),
    (
        "6.2",
        "the lectures' graphs",
        """
probes = ['a*b+c']
""",
    ),
    (
        "6.3",
        "what lies between keeps its gradient",
        SWEEP
        + """
def backward(root):
    root.grad = 1.0
    order = topological(root)
    sweep(order)
""",
    ),
    (
        "6.3",
        "everything zeroed",
        SWEEP
        + """
def backward(root):
    o = topological(root)
    for v in o:
        v.grad = 0
    o[-1].grad = 1.0
    sweep(o)
""",
    ),
    (
        "6.3",
        "the seed alone adds up",
        SWEEP
        + """
def backward(root):
    o = topological(root)
    for v in o[:-1]:
        if v.inputs:
            v.grad = 0.0
    root.grad += 1.0
    sweep(o)
""",
    ),
    (
        "6.3",
        "what lies between adds up",
        SWEEP
        + """
def backward(root):
    o = topological(root)
    had = {v: v.grad for v in o}
    for v in o:
        v.grad = 0
    root.grad = 1.0
    sweep(o)
    for v in o:
        if v is not root:
            v.grad += had[v]
""",
    ),
    (
        "6.3",
        "the second call does nothing",
        SWEEP
        + """
seen = []

def backward(root):
    if root in seen:
        return
    seen.append(root)
    o = topological(root)
    for v in o:
        if v.inputs:
            v.grad = 0.0
    root.grad = 1.0
    sweep(o)
""",
    ),
    (
        "6.3",
        "swept twice",
        SWEEP
        + """
def backward(root):
    o = topological(root)
    for v in o:
        if v.inputs:
            v.grad = 0.0
    root.grad = 1.0
    sweep(o)
    sweep(o)
""",
    ),
    (
        "6.3",
        "",
        SWEEP
        + """
def backward(root):
    o = topological(root)
    for v in o:
        if v.inputs:
            v.grad = 0.0
    root.grad = 1.0
    sweep(o)
    for v in o:
        if not v.inputs:
            v.grad /= 2
""",
    ),
    (
        "6.3",
        "wiped out",
        SWEEP
        + """
def backward(root):
    o = topological(root)
    root.grad = 1.0
    sweep(o)
    for v in o:
        v.grad = 0.0
""",
    ),
    (
        "6.3",
        "no seed",
        SWEEP
        + """
def backward(root):
    o = topological(root)
    for v in o:
        if v.inputs:
            v.grad = 0.0
    sweep(o)
""",
    ),
    (
        "6.4",
        "one Value for all inputs",
        """
from micrograd_lab import Value

def by_engine(f, *numbers):
    v = Value(numbers[0])
    y = f(*[v for _ in numbers])
    y.backward()
    return [y.data] + [v.grad] * len(numbers)
""",
    ),
    (
        "6.4",
        "a list in the list",
        """
from micrograd_lab import Value

def by_engine(f, *numbers):
    xs = [Value(n) for n in numbers]
    y = f(*xs)
    y.backward()
    return (y.data, [x.grad for x in xs])
""",
    ),
    (
        "6.4",
        "backward twice",
        """
from micrograd_lab import Value

def by_engine(f, *numbers):
    xs = [Value(n) for n in numbers]
    y = f(*xs)
    y.backward()
    y.backward()
    return [y.data, *[x.grad for x in xs]]
""",
    ),
    (
        "6.4",
        "grad for data",
        """
from micrograd_lab import Value

def by_engine(f, *numbers):
    xs = [Value(n) for n in numbers]
    y = f(*xs)
    y.backward()
    return [v.grad for v in (y, *xs)]
""",
    ),
    (
        "6.4",
        "f given a list",
        """
from micrograd_lab import Value

def by_engine(f, *numbers):
    xs = [Value(n) for n in numbers]
    y = f(tuple(xs))
    y.backward()
    return [y.data, *[x.grad for x in xs]]
""",
    ),
    (
        "6.4",
        "None for a Value",
        """
from micrograd_lab import Value

def by_engine(f, *numbers):
    xs = [Value(n) for n in numbers]
    y = f(*xs).backward()
    return [y.data, *[x.grad for x in xs]]
""",
    ),
    (
        "6.4",
        "measured or rounded",
        """
from micrograd_lab import Value

def by_engine(f, *numbers):
    xs = [Value(n) for n in numbers]
    y = f(*xs)
    y.backward()
    return [round(x, 3) for x in [y.data, *[x.grad for x in xs]]]
""",
    ),
    (
        "6.4",
        "plain numbers into f",
        """
from micrograd_lab import Value

def by_engine(f, *numbers):
    y = f(*numbers)
    return [y, 0]
""",
    ),
    (
        "6.4",
        "the result last",
        """
from micrograd_lab import Value

def by_engine(f, *numbers):
    xs = [Value(n) for n in numbers]
    y = f(*xs)
    y.backward()
    return [x.grad for x in xs] + [y.data]
""",
    ),
    (
        "6.4",
        "",
        """
from micrograd_lab import Value

def by_engine(f, *numbers):
    xs = [Value(n) for n in numbers]
    y = f(*xs)
    y.backward()
    return [y.data, *[x.grad for x in xs[::-1]]]
""",
    ),
    (
        "6.4",
        "",
        """
from micrograd_lab import Value

def by_engine(f, *numbers):
    xs = [Value(n) for n in numbers]
    y = f(*xs)
    y.backward()
    return sum([y.data, *[x.grad for x in xs]])
""",
    ),
    (
        "5.2",
        "each call starts at 1",
        TOPO
        + """
def backward(root):
    for v in reversed(topo(root)):
        v.grad = 1.0
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
""",
    ),
    (
        "5.2",
        "one input alone",
        """
def backward(root, grad=1.0):
    root.grad = grad
    for i, p in zip(root.inputs, root.partials):
        return backward(i, p * grad)
""",
    ),
    (
        "5.2",
        "the output sends nothing",
        TOPO
        + """
def backward(root):
    root.grad = 1.0
    for v in reversed(topo(root)):
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * i.grad
""",
    ),
    (
        "5.2",
        "leaves first",
        SWEEP
        + """
def backward(root):
    root.grad = 1.0
    for v in reversed(topological(root)):
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
        return
""",
    ),
    (
        "5.2",
        "without upstream",
        SWEEP
        + """
def backward(root):
    root.grad = 1.0
    for v in reversed(topological(root)):
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * root.grad
""",
    ),
    (
        "5.2",
        "the output sends nothing",
        SWEEP
        + """
def backward(root):
    root.grad = 1.0
    for v in reversed(topological(root)):
        for i, p in zip(v.inputs, v.partials):
            i.grad *= p * v.grad
""",
    ),
    (
        "6.1",
        "absolute error",
        """
def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    answers = []
    for i, grad in enumerate(grads):
        up, down = list(xs), list(xs)
        up[i] += h
        down[i] -= h
        slope = (f(*up) - f(*down)) / (2 * h)
        top = max(abs(slope), abs(grad))
        answers.append(round(slope, 4) == round(grad, 4))
    return answers
""",
    ),
    (
        "6.1",
        "xs changed",
        """
def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    result = []
    for i in range(len(xs)):
        before = f(*xs)
        xs[i] += h
        slope = (f(*xs) - before) / h
        top = max(abs(slope), abs(grads[i]))
        result.append(top == 0 or abs(slope - grads[i]) / top <= tolerance)
    return result
""",
    ),
    (
        "6.3",
        "what lies between keeps its gradient",
        SWEEP
        + """
def backward(root):
    order = topological(root)
    for v in order:
        if not v.inputs:
            break
        v.grad = 0.0
    root.grad = 1.0
    sweep(order)
""",
    ),
    (
        "6.3",
        "what lies between keeps its gradient",
        SWEEP
        + """
def backward(root):
    order = topological(root)
    for v in order:
        if v.inputs:
            v.grad == 0.0
    root.grad = 1.0
    sweep(order)
""",
    ),
    (
        "6.3",
        "everything zeroed",
        SWEEP
        + """
def backward(root):
    grads = dict.fromkeys(topological(root), 0.0)
    grads[root] = 1.0
    for v in reversed(topological(root)):
        for i, p in zip(v.inputs, v.partials):
            grads[i] += p * grads[v]
    for v, g in grads.items():
        v.grad = g
""",
    ),
    (
        "6.3",
        "what lies between keeps its gradient",
        SWEEP
        + """
def backward(root, zeroed=[]):
    order = topological(root)
    for v in order:
        if v.inputs and v not in zeroed:
            v.grad = 0.0
            zeroed.append(v)
    root.grad = 1.0
    sweep(order)
""",
    ),
    (
        "6.4",
        "the result alone",
        """
from micrograd_lab import Value

def by_engine(f, *numbers):
    inputs = map(Value, numbers)
    y = f(*inputs)
    y.backward()
    return [y.data, *[v.grad for v in inputs]]
""",
    ),
    (
        "6.4",
        "no backward",
        """
from micrograd_lab import Value

def by_engine(f, *numbers):
    inputs = [Value(x) for x in numbers]
    y = f(*inputs)
    y.backward()
    for v in inputs:
        v.grad = 0.0
    return [y.data, *[v.grad for v in inputs]]
""",
    ),
    ("6.2", "", "probes = ['a + ' * 500_000 + 'a']"),
    ("6.2", "not Python", "probes = ['(' * 3000 + 'a' + ')' * 900]"),
)
