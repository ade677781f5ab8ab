"""The benchmark's workloads on whole arrays: NumPy with gradients by hand, and PyTorch."""

from contextlib import nullcontext

from scalars import Job


class Hand:
    """NumPy, derivatives by hand. Arrays are (features, samples), made once and written again in each step.

    Each layer's matrix has its biases as last column, and each layer's input a last row of ones, so that the
    parameters stand in one flat array, in the order of model.parameters().
    """

    def __init__(self):
        import numpy as np

        self.np, self.around = np, nullcontext

    def training(self, problem):
        model = self.mlp if problem["model"] == "MLP" else self.residual
        p, g, gradients = model(problem)

        def step(lr=problem["lr"]):
            loss = gradients()
            p[:] -= lr * g
            return loss

        return Job(lambda: [step(0.0), *g], step)

    def mlp(self, problem):
        np, h, alpha = self.np, problem["hidden"], problem["alpha"]
        x = self.with_ones(np.array(problem["X"]).T)
        y = np.array(problem["y"])
        n = len(y)
        p, g, (w1, w2, w3), (g1, g2, g3) = self.parameters(problem["start"], (h, 3), (h, h + 1), (1, h + 1))
        a1, a2 = np.ones((h + 1, n)), np.ones((h + 1, n))
        d1, d2 = np.empty((h, n)), np.empty((h, n))

        def gradients():
            np.matmul(w1, x, out=a1[:-1])
            np.maximum(a1[:-1], 0, out=a1[:-1])
            np.matmul(w2, a1, out=a2[:-1])
            np.maximum(a2[:-1], 0, out=a2[:-1])
            margin = 1 - y * (w3 @ a2)
            np.maximum(margin, 0, out=margin)
            ds = (margin > 0) * (-y / n)
            np.matmul(ds, a2.T, out=g3)
            np.multiply(w3[:, :-1].T, ds, out=d2)
            np.multiply(d2, a2[:-1] > 0, out=d2)
            np.matmul(d2, a1.T, out=g2)
            np.matmul(w2[:, :-1].T, d2, out=d1)
            np.multiply(d1, a1[:-1] > 0, out=d1)
            np.matmul(d1, x.T, out=g1)
            g[:] += 2 * alpha * p
            return float(margin.sum() / n + alpha * (p @ p))

        return p, g, gradients

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


class Torch:
    """PyTorch in float64: one flat tensor of parameters, seen layer by layer; addmm, ReLU in place, autograd.grad.

    Of the forms tried it is the fastest: a tensor for each layer, torch.optim.SGD and torch.jit.trace are slower,
    and torch.compile is a contender of its own.
    """

    def __init__(self, compiled=False):
        import torch

        self.torch, self.compiled, self.around = torch, compiled, nullcontext

    def training(self, problem):
        torch, alpha = self.torch, problem["alpha"]
        p, order, split = self.parameters(problem)
        x = torch.tensor(problem["X"], dtype=torch.float64)
        y = torch.tensor(problem["y"], dtype=torch.float64)[:, None]
        model = self.mlp if problem["model"] == "MLP" else self.residual(problem["model"])

        def loss(p):
            score = model(x, *split(p))
            error = (1 - y * score).relu_() if problem["loss"] == "hinge" else (score - y).square()
            return error.mean() + alpha * p.dot(p)

        if self.compiled:
            loss = torch.compile(loss)

        def gradients():
            total = loss(p)
            return total, *torch.autograd.grad(total, p)

        def check():
            total, g = gradients()
            return [total.item(), *g[order.argsort()].tolist()]

        def step(lr=problem["lr"]):
            total, g = gradients()
            with torch.no_grad():
                p.add_(g, alpha=-lr)
            return total.item()

        return Job(check, step)

    def mlp(self, x, w1, b1, w2, b2, w3, b3):
        addmm = self.torch.addmm
        return addmm(b3, addmm(b2, addmm(b1, x, w1).relu_(), w2).relu_(), w3)

    def residual(self, squash):
        addmm = self.torch.addmm
        squash = self.torch.tanh if squash == "tanh" else lambda z: z * (z * z + 1).rsqrt()

        def model(x, w1, b1, w2, b2, w3, b3):
            x = self.torch.cat([x, x[:, :1] * x[:, 1:]], dim=1)
            h = squash(addmm(b1, x, w1))
            return addmm(b3, h + squash(addmm(b2, h, w2)), w3)

        return model

    def parameters(self, problem):
        """All parameters, flat, layer by layer; where each stands in model.parameters(); their split into layers."""
        torch, h = self.torch, problem["hidden"]
        nin = 2 if problem["model"] == "MLP" else 3
        shapes, order, first = [], [], 0
        for inputs, outputs in ((nin, h), (h, h), (h, 1)):
            index = torch.arange(first, first + outputs * (inputs + 1)).view(outputs, inputs + 1)
            order += [index[:, :-1].T.flatten(), index[:, -1]]
            shapes += [(inputs, outputs), (outputs,)]
            first += index.numel()
        sizes = [len(part) for part in order]
        order = torch.cat(order)
        p = torch.tensor(problem["start"], dtype=torch.float64)[order].requires_grad_()

        def split(p):
            return [part.view(shape) for part, shape in zip(p.split(sizes), shapes, strict=True)]

        return p, order, split

    def notebook(self, problem):
        losses = []

        def run():
            step = self.training(problem).step
            losses[:] = [step(1.0 - 0.9 * k / 100) for k in range(100)]

        return Job(lambda: [losses[0], losses[-1], None], run)

    def field(self, problem):
        torch = self.torch
        p, _, split = self.parameters(problem)
        points = torch.tensor(problem["points"], dtype=torch.float64)

        def scores():
            with torch.inference_mode():
                return self.mlp(points, *split(p))

        return Job(lambda: scores()[:, 0].tolist(), scores)

    def machine(self):
        return f"PyTorch {self.torch.__version__} (MKL, {self.torch.backends.cpu.get_cpu_capability()})"
