"""The benchmark's GPT on whole arrays: NumPy, derivatives by hand."""

from contextlib import nullcontext

from gpt_scalars import BLOCK, HEADS, LETTERS, WIDTH, tokens
from scalars import Job

EPS = 1e-5  # of rmsnorm
SIZE = WIDTH // HEADS


class HandGPT:
    """NumPy: a name at once, (positions, features), a causal mask, derivatives by hand.

    All parameters stand in one flat array, in the order of GPT.parameters(); what belongs together is one matrix: the
    letters' and the places' rows, which one product of zeros and ones looks up, and queries, keys and values. What a
    step writes is made once for each length of name.
    """

    def __init__(self):
        import numpy as np

        self.np, self.around = np, nullcontext

    def training(self, problem):
        np = self.np
        p = np.array(problem["start"])
        g = np.zeros_like(p)
        update = self.adam(p, g, problem)
        data = [self.prepared(tokens(name)) for name in problem["names"]]
        by_length = {n: self.gradients(p, g, n) for n in {n for n, _, _ in data}}
        losses = []

        def step():
            losses.clear()
            for n, x, y in data:
                losses.append(by_length[n](x, y))
                update()

        def check():
            n, x, y = data[0]
            numbers = [by_length[n](x, y), *g]
            step()
            return [*numbers, *losses, *p]

        return Job(check, step, len(data))

    def prepared(self, name):
        """The guesses in a name; a letter and a place for each, as zeros and ones; the letter to guess, times 1/n."""
        np = self.np
        n = min(BLOCK, len(name) - 1)
        x, y = np.zeros((n, LETTERS + BLOCK)), np.zeros((n, LETTERS))
        for i in range(n):
            x[i, name[i]] = x[i, LETTERS + i] = 1.0
            y[i, name[i + 1]] = 1 / n
        return n, x, y

    def matrices(self, flat):
        """Letters and places, out, queries with keys and values, their output, up, down: views."""
        shapes = [(LETTERS + BLOCK, WIDTH), (LETTERS, WIDTH), (3 * WIDTH, WIDTH), (WIDTH, WIDTH)]
        shapes += [(4 * WIDTH, WIDTH), (WIDTH, 4 * WIDTH)]
        ends = self.np.cumsum([rows * columns for rows, columns in shapes])[:-1]
        return [part.reshape(s) for part, s in zip(self.np.split(flat, ends), shapes, strict=True)]

    def gradients(self, p, g, n):
        """A function of a name of n guesses: its loss; the gradients go to g."""
        np = self.np
        dot, matmul, vecdot = np.dot, np.matmul, np.vecdot
        add, subtract, multiply, divide = np.add, np.subtract, np.multiply, np.divide
        maximum, exp, log, sqrt, greater = np.maximum, np.exp, np.log, np.sqrt, np.greater
        total, largest = np.add.reduce, np.maximum.reduce

        w_in, w_out, w_qkv, w_o, w_up, w_down = self.matrices(p)
        g_in, g_out, g_qkv, g_o, g_up, g_down = self.matrices(g)
        w_out_t, w_qkv_t, w_o_t, w_up_t, w_down_t = (w.T for w in (w_out, w_qkv, w_o, w_up, w_down))

        def rows(width):
            return np.empty((n, width))

        def heads(part):
            return part.reshape(n, HEADS, SIZE).transpose(1, 0, 2)

        e, x0, h1, looked, x1, h2, x2, dx, dy, t = (rows(WIDTH) for _ in range(10))
        dx_t = dx.T
        (qkv, dqkv), (hidden, dhidden), (z, dz) = ((rows(w), rows(w)) for w in (3 * WIDTH, 4 * WIDTH, LETTERS))
        positive = np.empty((n, 4 * WIDTH), bool)
        dqkv_t, dhidden_t, dz_t = dqkv.T, dhidden.T, dz.T
        q, k, v = (heads(qkv[:, i : i + WIDTH]) for i in (0, WIDTH, 2 * WIDTH))
        dq, dk, dv = (heads(dqkv[:, i : i + WIDTH]) for i in (0, WIDTH, 2 * WIDTH))
        kt, vt = k.swapaxes(1, 2), v.swapaxes(1, 2)
        seen, dseen = heads(looked), heads(dy)
        a, da = np.empty((HEADS, n, n)), np.empty((HEADS, n, n))
        at, dat = a.swapaxes(1, 2), da.swapaxes(1, 2)
        mask = np.where(np.tri(n), 0.0, -np.inf)
        top, top_z = np.empty((HEADS, n, 1)), rows(1)
        top_flat = top[:, :, 0]
        s0, s1, s2, r, r_z = (rows(1) for _ in range(5))
        r_flat, s0_flat, s1_flat, s2_flat = (s[:, 0] for s in (r, s0, s1, s2))

        def norm(x, s, s_flat, out):
            vecdot(x, x, s_flat)
            multiply(s, 1 / WIDTH, s)
            add(s, EPS, s)
            sqrt(s, s)
            divide(1.0, s, s)
            multiply(x, s, out)

        def norm_back(d, out, s):
            """From d, the gradient of out = x * s, to that of x, in d."""
            vecdot(d, out, r_flat)
            multiply(r, 1 / WIDTH, r)
            multiply(out, r, t)
            subtract(d, t, d)
            multiply(d, s, d)

        def run(x, y):
            dot(x, w_in, e)
            norm(e, s0, s0_flat, x0)
            norm(x0, s1, s1_flat, h1)
            dot(h1, w_qkv_t, qkv)
            matmul(q, kt, a)
            multiply(a, SIZE**-0.5, a)
            add(a, mask, a)
            largest(a, 2, None, top, True)
            subtract(a, top, a)
            exp(a, a)
            total(a, 2, None, top, True)
            divide(a, top, a)
            matmul(a, v, seen)
            dot(looked, w_o_t, x1)
            add(x1, x0, x1)
            norm(x1, s2, s2_flat, h2)
            dot(h2, w_up_t, hidden)
            maximum(hidden, 0.0, out=hidden)
            dot(hidden, w_down_t, x2)
            add(x2, x1, x2)
            dot(x2, w_out_t, z)
            largest(z, 1, None, top_z, True)
            subtract(z, top_z, z)
            exp(z, dz)
            total(dz, 1, None, r_z, True)
            loss = log(r_z).sum() / n - np.vdot(z, y)

            multiply(r_z, n, r_z)
            divide(dz, r_z, dz)
            subtract(dz, y, dz)
            dot(dz_t, x2, g_out)
            dot(dz, w_out, dx)
            dot(dx_t, hidden, g_down)
            dot(dx, w_down, dhidden)
            greater(hidden, 0.0, positive)
            multiply(dhidden, positive, dhidden)
            dot(dhidden_t, h2, g_up)
            dot(dhidden, w_up, dy)
            norm_back(dy, h2, s2)
            add(dx, dy, dx)
            dot(dx_t, looked, g_o)
            dot(dx, w_o, dy)
            matmul(dseen, vt, da)
            matmul(at, dseen, dv)
            vecdot(da, a, top_flat)
            subtract(da, top, da)
            multiply(da, a, da)
            multiply(da, SIZE**-0.5, da)
            matmul(da, k, dq)
            matmul(dat, q, dk)
            dot(dqkv_t, h1, g_qkv)
            dot(dqkv, w_qkv, dy)
            norm_back(dy, h1, s1)
            add(dx, dy, dx)
            norm_back(dx, x0, s0)
            dot(x.T, dx, g_in)
            return float(loss)

        return run

    def adam(self, p, g, problem):
        """Kingma and Ba's formula; its constant factors are drawn together, and m and v lack theirs."""
        np = self.np
        lr, (b1, b2), eps = problem["lr"], problem["betas"], problem["eps"]
        m, v, t = np.zeros_like(p), np.zeros_like(p), np.empty_like(p)
        add, subtract, multiply, divide, sqrt = np.add, np.subtract, np.multiply, np.divide, np.sqrt
        steps = 0

        def update():
            nonlocal steps
            steps += 1
            by_m, by_v = (1 - b1) / (1 - b1**steps), ((1 - b2) / (1 - b2**steps)) ** 0.5
            multiply(m, b1, m)
            add(m, g, m)
            multiply(v, b2, v)
            multiply(g, g, t)
            add(v, t, v)
            sqrt(v, t)
            add(t, eps / by_v, t)
            divide(m, t, t)
            multiply(t, lr * by_m / by_v, t)
            subtract(p, t, p)

        return update
