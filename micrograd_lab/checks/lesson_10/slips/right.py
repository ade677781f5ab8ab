"""The two optimisers as they should be, with a method for each thing that can go wrong in one."""


class Optimiser:
    def begin(self, parameters, lr):
        self.once = not isinstance(parameters, (list, tuple))
        self.parameters, self.lr, self.first, self.t = self.kept(parameters), lr, lr, 0
        self.m, self.v = self.memory(), self.memory()

    def kept(self, parameters):
        return list(parameters)

    def memory(self):
        return [0.0] * len(self.parameters)

    def asked(self):
        return list(enumerate(self.parameters))

    def step(self):
        self.count()
        for i, p in self.asked():
            before = self.m[i], self.v[i]
            self.remember(i, p.grad)
            self.move(i, p, before)
        self.after()

    def count(self):
        self.t += 1

    def move(self, i, p, before):
        p.data -= self.lr * self.way(i, p.grad, before)

    def after(self):
        pass


class Momentum(Optimiser):
    def __init__(self, parameters, lr, momentum=0.9):
        self.momentum = momentum
        self.begin(parameters, lr)

    def remember(self, i, g):
        self.m[i] = self.momentum * self.m[i] + g

    def way(self, i, g, before):
        return self.m[i]


class Adam(Optimiser):
    def __init__(self, parameters, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.beta1, self.beta2, self.eps = beta1, beta2, eps
        self.begin(parameters, lr)

    def remember(self, i, g):
        self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * g
        self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * g * g

    def young(self):
        return 1 - self.beta1**self.t, 1 - self.beta2**self.t

    def way(self, i, g, before):
        one, other = self.young()
        return self.m[i] / one / ((self.v[i] / other) ** 0.5 + self.eps)
