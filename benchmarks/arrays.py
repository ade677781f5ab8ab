"""The benchmark's workloads on whole arrays: NumPy, derivatives by hand."""

from contextlib import nullcontext

from scalars import Job


class Hand:
    """NumPy, derivatives by hand. Arrays are (features, samples), made once and written again in each step.

    Each layer's matrix has its biases as last column, and each layer's input a last row of ones, so that the
    parameters stand in one flat array, in the order of model.parameters().
    """

    STRETCH = 2500  # samples

    def __init__(self):
        import numpy as np

        self.np, self.around = np, nullcontext

    def training(self, problem):
        if problem["model"] == "MLP":
            return self.mlp(problem)
        p, g, gradients = self.residual(problem)

        def step(lr=problem["lr"]):
            loss = gradients()
            p[:] -= lr * g
            return loss

        return Job(lambda: [step(0.0), *g], step)

    def mlp(self, problem):
        """Stretches of samples that stay near the processor, views made once, the learning rate in the first slope."""
        np, h, alpha = self.np, problem["hidden"], problem["alpha"]
        samples = len(problem["y"])
        p, g, (w1, w2, w3), (g1, g2, g3) = self.parameters(problem["start"], (h, 3), (h, h + 1), (1, h + 1))
        w2t, w3t, w3, g3 = w2[:, :-1].T, w3[:, :-1].T, w3[0], g3[0]
        x = self.with_ones(np.array(problem["X"]).T)
        y = np.array(problem["y"])
        slope, share, rate = y * (-1 / samples), 1 / samples, 1.0
        some = samples // -(-samples // self.STRETCH) or 1
        stretches = [slice(first, first + some) for first in range(0, samples, some)]
        rooms = {}
        for n in {len(y[stretch]) for stretch in stretches}:
            a1, a2, s, on = np.ones((h + 1, n)), np.ones((h + 1, n)), np.empty(n), np.empty((h, n), bool)
            rooms[n] = a1, a1[:-1], a1.T, a2, a2[:-1], a2.T, np.empty((h, n)), np.empty((h, n)), on, s
        parts = []
        for stretch in stretches:
            part = np.ascontiguousarray(x[:, stretch])
            parts.append((part, part.T, y[stretch], slope[stretch], *rooms[part.shape[1]]))
        first, rest = parts[0], parts[1:]
        total = np.empty_like(g) if rest else None
        dot, maximum, multiply, subtract, greater = np.dot, np.maximum, np.multiply, np.subtract, np.greater

        def part(x, xt, y, slope, a1, h1, a1t, a2, h2, a2t, d1, d2, on, s):
            """The sum of the losses of some samples; the gradient, times the rate, goes to g."""
            dot(w1, x, h1)
            maximum(h1, 0.0, out=h1)
            dot(w2, a1, h2)
            maximum(h2, 0.0, out=h2)
            dot(w3, a2, s)
            multiply(s, y, s)
            subtract(1.0, s, s)
            maximum(s, 0.0, out=s)
            loss = s.sum()
            multiply(greater(s, 0.0), slope, s)
            dot(a2, s, g3)
            multiply(w3t, s, d2)
            greater(h2, 0.0, on)
            multiply(d2, on, d2)
            dot(d2, a1t, g2)
            dot(w2t, d2, d1)
            greater(h1, 0.0, on)
            multiply(d1, on, d1)
            dot(d1, xt, g1)
            return loss

        def gradients(lr):
            nonlocal rate
            if lr != rate:
                rate = lr
                multiply(y, -lr / samples, slope)
            loss = part(*first)
            if rest:
                total[:] = g
                for more in rest:
                    loss += part(*more)
                    np.add(total, g, total)
                g[:] = total
            return loss * share + alpha * dot(p, p)

        def step(lr=problem["lr"]):
            loss = gradients(lr)
            multiply(p, 1 - 2 * alpha * lr, p)
            subtract(p, g, p)
            return loss

        return Job(lambda: [gradients(1.0), *(g + 2 * alpha * p)], step)

    def residual(self, problem):
        np, h, alpha = self.np, problem["hidden"], problem["alpha"]
        x = np.array(problem["X"]).T
        x = self.with_ones(np.vstack([x, x[0] * x[1]]))
        y = np.array(problem["y"])
        n = len(y)
        p, g, (w1, w2, w3), (g1, g2, g3) = self.parameters(problem["start"], (h, 4), (h, h + 1), (1, h + 1))
        t1, t2 = np.ones((h + 1, n)), np.ones((h + 1, n))
        squash, slope = {
            "tanh": (np.tanh, lambda t: 1 - t * t),
            "root": (lambda z: z / np.sqrt(z * z + 1), lambda t: (1 - t * t) ** 1.5),
        }[problem["model"]]

        def gradients():
            t1[:-1] = squash(w1 @ x)
            around = squash(w2 @ t1)
            np.add(t1[:-1], around, out=t2[:-1])
            error = w3 @ t2 - y
            ds = error * (2 / n)
            np.matmul(ds, t2.T, out=g3)
            d2 = w3[:, :-1].T * ds
            dz = d2 * slope(around)
            np.matmul(dz, t1.T, out=g2)
            d1 = d2 + w2[:, :-1].T @ dz
            d1 *= slope(t1[:-1])
            np.matmul(d1, x.T, out=g1)
            g[:] += 2 * alpha * p
            return float((error * error).sum() / n + alpha * (p @ p))

        return p, g, gradients

    def parameters(self, start, *shapes):
        """All numbers and all gradients, flat, and the matrices of each as views."""
        np = self.np
        p = np.array(start)
        g = np.empty_like(p)
        ends = np.cumsum([rows * columns for rows, columns in shapes])[:-1]
        views = [[part.reshape(s) for part, s in zip(np.split(flat, ends), shapes, strict=True)] for flat in (p, g)]
        return p, g, *views

    def with_ones(self, x):
        return self.np.vstack([x, self.np.ones(x.shape[1])])

    def notebook(self, problem):
        losses = []

        def run():
            step = self.training(problem).step
            losses[:] = [step(1.0 - 0.9 * k / 100) for k in range(100)]

        return Job(lambda: [losses[0], losses[-1], None], run)

    def field(self, problem):
        np, h = self.np, problem["hidden"]
        _, _, (w1, w2, w3), _ = self.parameters(problem["start"], (h, 3), (h, h + 1), (1, h + 1))
        points = np.array(problem["points"])
        x, a1, a2 = (np.ones((rows, len(points))) for rows in (3, h + 1, h + 1))

        def scores():
            x[:-1] = points.T
            np.matmul(w1, x, out=a1[:-1])
            np.maximum(a1[:-1], 0, out=a1[:-1])
            np.matmul(w2, a1, out=a2[:-1])
            np.maximum(a2[:-1], 0, out=a2[:-1])
            return (w3 @ a2)[0]

        return Job(lambda: list(scores()), scores)

    def neuron(self, problem):
        *w, b = problem["start"]
        x = problem["x"]

        def step():
            y = w[0] * x[0] + w[1] * x[1] + w[2] * x[2] + b
            return (y, *x, 1.0) if y > 0 else (0.0, 0.0, 0.0, 0.0, 0.0)

        return Job(step, step)

    def chain(self, problem):
        x, a, b = 0.5, 0.999, 0.001

        def step():
            y, seen = x, []
            for _ in range(problem["operations"] // 2):
                seen.append(y)
                y = y * a + b
            by_a = by_b = 0.0
            grad = 1.0
            for before in reversed(seen):
                by_b += grad
                by_a += grad * before
                grad *= a
            return y, grad, by_a, by_b

        return Job(step, step)

    def machine(self):
        from threadpoolctl import threadpool_info

        self.np.ones((2, 2)) @ self.np.ones((2, 2))
        blas = next(pool for pool in threadpool_info() if pool["user_api"] == "blas")
        kernel = f"{blas['internal_api']} {blas['version']}, kernel {blas['architecture']}"
        return f"NumPy {self.np.__version__} ({kernel})"


class Plain:
    """NumPy as one first writes it: samples in rows, a new array for each result."""

    def __init__(self):
        import numpy as np

        self.np, self.around = np, nullcontext

    def field(self, problem):
        np, h = self.np, problem["hidden"]
        _, _, (w1, w2, w3), _ = Hand().parameters(problem["start"], (h, 3), (h, h + 1), (1, h + 1))
        points = np.array(problem["points"])

        def scores():
            a = np.maximum(points @ w1[:, :-1].T + w1[:, -1], 0)
            a = np.maximum(a @ w2[:, :-1].T + w2[:, -1], 0)
            return a @ w3[0, :-1] + w3[0, -1]

        return Job(lambda: list(scores()), scores)
