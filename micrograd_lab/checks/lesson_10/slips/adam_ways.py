"""Adam written otherwise: methods that take the place of those that are right."""

from .common import Shared


def remembering(m=lambda m, g, b: b * m + (1 - b) * g, v=lambda v, g, b: b * v + (1 - b) * g * g):
    def remember(self, i, g):
        self.m[i], self.v[i] = m(self.m[i], g, self.beta1), v(self.v[i], g, self.beta2)

    return {"remember": remember}


def young(way):
    """What the two means are divided by, made of their beta and the count of the steps."""
    return {"young": lambda self: (way(self.beta1, self.t), way(self.beta2, self.t))}


def stepping(way):
    """The step, made of both means as they are divided, and of eps."""

    def step(self, i, g, before):
        one, other = self.young()
        return way(self.m[i] / one, self.v[i] / other, self.eps)

    return {"way": step}


unrooted = stepping(lambda m, v, eps: m / (v + eps))


def square_of_mean(self, i, g):
    self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * g
    self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * self.m[i] ** 2


def squared_mean(self, i, g):
    self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * g
    self.v[i] = self.m[i] ** 2


def begun_at_first(self, i, g):
    b, c = (0.0, 0.0) if self.t == 1 else (self.beta1, self.beta2)
    self.m[i], self.v[i] = b * self.m[i] + (1 - b) * g, c * self.v[i] + (1 - c) * g * g


def betas(one, other):
    """The two betas taken otherwise, everywhere: each a name of the object."""

    def remember(self, i, g):
        b, c = getattr(self, one), getattr(self, other)
        self.m[i], self.v[i] = b * self.m[i] + (1 - b) * g, c * self.v[i] + (1 - c) * g * g

    return {
        "remember": remember,
        "young": lambda self: (1 - getattr(self, one) ** self.t, 1 - getattr(self, other) ** self.t),
    }


def fixed(self, i, g):
    self.m[i], self.v[i] = 0.9 * self.m[i] + 0.1 * g, 0.999 * self.v[i] + 0.001 * g * g


def rate_inside(self, i, g):
    self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * self.lr * g
    self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * g * g


def by_itself(self, i, p, before):
    p.data -= self.way(i, p.grad, before)


def kept(one, other):
    """A correction that stays in what is kept: of m, of v, or of both."""

    def way(self, i, g, before):
        first, second = self.young()
        if one:
            self.m[i] /= first
        if other:
            self.v[i] /= second
        m, v = (self.m[i] if one else self.m[i] / first), (self.v[i] if other else self.v[i] / second)
        return m / (v**0.5 + self.eps)

    return {"way": way}


def rooted(way):
    """A step whose root is made of v, as it is kept, and of what corrects it."""

    def step(self, i, g, before):
        one, other = self.young()
        return self.m[i] / one / (way(self.v[i], other) + self.eps)

    return {"way": step}


def early(self, i, g, before):
    one, other = self.young()
    return self.m[i] / one / ((self.v[i] ** 0.5 + self.eps) / other**0.5)


def old(one, other):
    """A step by what was remembered before this gradient: of m, of v, or of both."""

    def way(self, i, g, before):
        m, v = before[0] if one else self.m[i], before[1] if other else self.v[i]
        first, second = self.young()
        return m / first / ((v / second) ** 0.5 + self.eps)

    return {"way": way}


def counts_each():
    """The steps counted once for each parameter, from 1 on."""

    def asked(self):
        self.t = getattr(self, "counted", 0)
        return list(enumerate(self.parameters))

    def remember(self, i, g):
        self.t += 1
        self.counted = self.t
        self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * g
        self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * g * g

    return {"asked": asked, "remember": remember}


def shared(m, v):
    def count(self):
        self.t += 1
        if self.t == 1:
            self.m, self.v = Shared() if m else self.m, Shared() if v else self.v

    return {"count": count}


def anew(self):
    self.t += 1
    self.m, self.v = self.memory(), self.memory()


def off(first, second):
    return {"young": lambda self: (first(self.beta1, self.t), second(self.beta2, self.t))}


def right(b, t):
    return 1 - b**t


def one(b, t):
    return 1.0
