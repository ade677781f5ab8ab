"""The benchmark's workloads in PyTorch."""

from contextlib import nullcontext

from scalars import Job


class Torch:
    """PyTorch in float64: one flat tensor of parameters, seen layer by layer; addmm, ReLU in place, autograd.grad.

    Of the forms tried it is the fastest that PyTorch runs operation by operation: a tensor for each layer,
    torch.optim.SGD and torch.jit.trace are slower. `compiled` is "loss", a torch.compile of the loss alone, or "step":
    forward, backward (torch.func) and update in one, called from C++.
    """

    def __init__(self, compiled=None):
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

        if self.compiled == "step":
            return self.whole(loss, p.detach(), order, problem["lr"])
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

    def whole(self, loss, p, order, lr):
        torch = self.torch
        gradients = torch.func.grad_and_value(loss)

        def compiled(p, g, lr):
            grad, total = gradients(p)
            g.copy_(grad)
            p.sub_(grad * lr)
            return total

        compiled = torch.compile(compiled, dynamic=False, options={"cpp_wrapper": True})
        g, rate, still = torch.empty_like(p), torch.tensor(lr, dtype=p.dtype), torch.tensor(0.0, dtype=p.dtype)

        def step(rate=rate):
            with torch.no_grad():
                return compiled(p, g, rate).item()

        return Job(lambda: [step(still), *g[order.argsort()].tolist()], step)

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
