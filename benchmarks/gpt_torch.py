"""The benchmark's GPT in PyTorch, float64."""

from contextlib import nullcontext

from gpt_scalars import BLOCK, HEADS, LETTERS, WIDTH, tokens
from scalars import Job

SIZE = WIDTH // HEADS
SHAPES = [(LETTERS + BLOCK, WIDTH), (LETTERS, WIDTH), (3 * WIDTH, WIDTH), (WIDTH, WIDTH)]
SHAPES += [(4 * WIDTH, WIDTH), (WIDTH, 4 * WIDTH)]


class TorchGPT:
    """One flat tensor of parameters, a name at once, autograd.grad, Adam's formula in place.

    Of the forms tried it is the fastest that PyTorch runs operation by operation: scaled_dot_product_attention,
    rms_norm and the fused Adam are not faster at this size. `compiled` is "loss", a torch.compile of the loss for each
    length of name, or "step": forward, backward (torch.func) and Adam in one, called from C++, names filled up to 16.
    """

    def __init__(self, compiled=None):
        import torch

        self.torch, self.compiled, self.around = torch, compiled, nullcontext
        torch._dynamo.config.recompile_limit = BLOCK + 1
        self.hidden = torch.ones(BLOCK, BLOCK, dtype=torch.bool).triu(1)

    def loss(self, p, x, y, weights):
        """Of the guesses y for the letters x, each with a weight."""
        torch, linear = self.torch, self.torch.nn.functional.linear
        n = len(x)
        parts = p.split([rows * columns for rows, columns in SHAPES])
        w_in, w_out, w_qkv, w_o, w_up, w_down = (part.view(shape) for part, shape in zip(parts, SHAPES, strict=True))
        x0 = _norm(torch.nn.functional.embedding(x, w_in) + w_in[LETTERS : LETTERS + n])
        q, k, v = linear(_norm(x0), w_qkv).view(n, 3, HEADS, SIZE).permute(1, 2, 0, 3).unbind(0)
        scores = (q @ k.mT * SIZE**-0.5).masked_fill(self.hidden[:n, :n], float("-inf"))
        seen = (scores.softmax(-1) @ v).transpose(0, 1).reshape(n, WIDTH)
        x1 = torch.addmm(x0, seen, w_o.T)
        x2 = torch.addmm(x1, linear(_norm(x1), w_up).relu(), w_down.T)
        return -weights.dot(linear(x2, w_out).log_softmax(-1).gather(1, y[:, None])[:, 0])

    def training(self, problem):
        torch, whole = self.torch, self.compiled == "step"
        p = torch.tensor(problem["start"], dtype=torch.float64).requires_grad_(not whole)
        g = torch.zeros_like(p)
        data = [self.prepared(tokens(name), BLOCK if whole else None) for name in problem["names"]]
        update = (self.whole if whole else self.stepwise)(p, g, problem)
        losses = []

        def step():
            losses[:] = [update(*name) for name in data]

        def check():
            numbers = [update(*data[0], moves=False), *g.tolist()]
            step()
            return [*numbers, *losses, *p.tolist()]

        return Job(check, step, len(data))

    def prepared(self, name, filled):
        torch = self.torch
        n = min(BLOCK, len(name) - 1)
        x, y, weights = name[:n], name[1 : n + 1], [1 / n] * n
        rest = (filled or n) - n
        x, y = (torch.tensor(letters + [0] * rest) for letters in (x, y))
        return x, y, torch.tensor(weights + [0.0] * rest, dtype=torch.float64)

    def stepwise(self, p, g, problem):
        torch = self.torch
        lr, (b1, b2), eps = problem["lr"], problem["betas"], problem["eps"]
        m, v, steps = torch.zeros_like(g), torch.zeros_like(g), 0
        loss = torch.compile(self.loss, dynamic=False) if self.compiled else self.loss

        def update(x, y, weights, moves=True):
            nonlocal steps
            total = loss(p, x, y, weights)
            (grad,) = torch.autograd.grad(total, p)
            if not moves:
                g.copy_(grad)
                return total.item()
            steps += 1
            by_v = (1 - b2**steps) ** 0.5
            with torch.no_grad():
                m.lerp_(grad, 1 - b1)
                v.mul_(b2).addcmul_(grad, grad, value=1 - b2)
                p.addcdiv_(m, v.sqrt().add_(eps * by_v), value=-lr * by_v / (1 - b1**steps))
            return total.item()

        return update

    def whole(self, p, g, problem):
        torch = self.torch
        lr, (b1, b2), eps = problem["lr"], problem["betas"], problem["eps"]
        m, v, steps = torch.zeros_like(g), torch.zeros_like(g), 0
        gradients = torch.func.grad_and_value(self.loss)

        def compiled(p, m, v, rate, small, x, y, weights):
            grad, total = gradients(p, x, y, weights)
            m.mul_(b1).add_(grad, alpha=1 - b1)
            v.mul_(b2).addcmul_(grad, grad, value=1 - b2)
            p.sub_(rate * m / (v.sqrt() + small))
            return total

        compiled = torch.compile(compiled, dynamic=False, options={"cpp_wrapper": True})
        rate, small = torch.zeros((), dtype=p.dtype), torch.zeros((), dtype=p.dtype)

        def update(x, y, weights, moves=True):
            nonlocal steps
            if not moves:
                grad, total = gradients(p, x, y, weights)
                g.copy_(grad)
                return total.item()
            steps += 1
            by_v = (1 - b2**steps) ** 0.5
            rate.fill_(lr * by_v / (1 - b1**steps))
            small.fill_(eps * by_v)
            with torch.no_grad():
                return compiled(p, m, v, rate, small, x, y, weights).item()

        return update


def _norm(x):
    return x * (x.square().mean(-1, keepdim=True) + 1e-5).rsqrt()
