"""Lesson 10: optimisers."""

from known_wrong.bank import Right, Wrong

LESSON = "lesson_10"

GIVEN = """
import itertools, math, random
from micrograd_lab import Value

class Momentum:
    def __init__(self, parameters, lr, momentum=0.9):
        self.parameters, self.lr, self.momentum = list(parameters), lr, momentum
        self.v = [0.0 for _ in self.parameters]

    def step(self):
        for i, p in enumerate(self.parameters):
            self.v[i] = self.momentum * self.v[i] + p.grad
            p.data -= self.lr * self.v[i]
"""


def but(text, *changes):
    for right, wrong in changes:
        assert right in text, right
        text = text.replace(right, wrong)
    return text


MOMENTUM = """
class Momentum:
    def __init__(self, parameters, lr, momentum=0.9):
        self.parameters = list(parameters)
        self.lr, self.momentum = lr, momentum
        self.v = [0.0] * len(self.parameters)

    def step(self):
        for i, p in enumerate(self.parameters):
            self.v[i] = self.momentum * self.v[i] + p.grad
            p.data -= self.lr * self.v[i]
"""
VELOCITY, MOVE = "self.v[i] = self.momentum * self.v[i] + p.grad", "p.data -= self.lr * self.v[i]"
INIT = "    def __init__(self, parameters, lr, momentum=0.9):\n"
SKIPS = "\n            if p.grad == 0:\n                continue"


def momentum(*changes):
    return but(MOMENTUM, *changes)


ADAM = """
class Adam:
    def __init__(self, parameters, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.parameters = list(parameters)
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.t = 0
        self.m = [0.0] * len(self.parameters)
        self.v = [0.0] * len(self.parameters)

    def step(self):
        self.t += 1
        for i, p in enumerate(self.parameters):
            self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
            self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
            m = self.m[i] / (1 - self.beta1**self.t)
            v = self.v[i] / (1 - self.beta2**self.t)
            p.data -= self.lr * m / (v**0.5 + self.eps)
"""
MEAN, SQUARES = "(1 - self.beta1) * p.grad", "(1 - self.beta2) * p.grad**2"
M, V = "m = self.m[i] / (1 - self.beta1**self.t)", "v = self.v[i] / (1 - self.beta2**self.t)"
STEP = "self.lr * m / (v**0.5 + self.eps)"


def adam(*changes):
    return but(ADAM, *changes)


RATE = """
def largest_rate(gradient, place):
    here = gradient(place)
    way = here
    for _ in range(200):
        size = sum(w * w for w in way) ** 0.5
        way = [w / size for w in way]
        there = gradient([x + w for x, w in zip(place, way)])
        way = [b - a for a, b in zip(here, there)]
    return 2 / sum(w * w for w in way) ** 0.5
"""
LAST = "2 / sum(w * w for w in way) ** 0.5"
AXES = """
def largest_rate(gradient, place):
    here, curvatures = gradient(place), []
    for i in range(len(place)):
        there = gradient([x + (n == i) for n, x in enumerate(place)])
        curvatures.append(there[i] - here[i])
    return {}
"""
BOUND = """
def largest_rate(gradient, place):
    here, sizes = gradient(place), []
    for i in range(len(place)):
        there = gradient([x + (n == i) for n, x in enumerate(place)])
        sizes.append(sum(abs(b - a) for a, b in zip(here, there)))
    return 2 / max(sizes)
"""
TRIAL = """
def largest_rate(gradient, place):
    def thrown_out(rate):
        x = list(place)
        for _ in range(400):
            x = [a - rate * s for a, s in zip(x, gradient(x))]
        return not sum(abs(s) for s in gradient(x)) < sum(abs(s) for s in gradient(place))

    low, high = 0.001, 10.0
    while high / low > 1.001:
        middle = (low * high) ** 0.5
        if thrown_out(middle):
            high = middle
        else:
            low = middle
    return low
"""
FROM_ZERO = TRIAL.replace(
    "        return not", "        if max(map(abs, x)) > 1e9:\n            return True\n        return not"
).replace(
    "sum(abs(s) for s in gradient(x)) < sum(abs(s) for s in gradient(place))",
    "sum(a * a for a in x) < sum(a * a for a in place)",
)
MATRIX = """
def largest_rate(gradient, place):
    many, here = len(place), gradient(place)
    rows = []
    for i in range(many):
        there = gradient([x + (n == i) for n, x in enumerate(place)])
        rows.append([b - a for a, b in zip(here, there)])
    for _ in range(12):
        rows = [[sum(a * b for a, b in zip(one, other)) for other in rows] for one in rows]
        size = max(map(max, rows))
        rows = [[a / size for a in one] for one in rows]
    way = max(rows, key=lambda one: sum(a * a for a in one))
    there = gradient([x + w for x, w in zip(place, way)])
    change = [b - a for a, b in zip(here, there)]
    return 2 * sum(w * w for w in way) / sum(w * c for w, c in zip(way, change))
"""
CLUB = """
class Club:
    def __init__(self, parameters, lr={lr}):
        self.parameters, self.lr = list(parameters), lr
        self.v = [0.0 for _ in self.parameters]

    def step(self):
        for i, p in enumerate(self.parameters):
            {line}
"""


def club(line, lr=0.05):
    return CLUB.format(line=line, lr=lr)


LEFT = """
def left(rate, curvature):
    return 1 - {}
"""
MEANS = """
def means(numbers, beta):
    m, found = 0.0, []
    for t, number in enumerate(numbers, start=1):
        m = beta * m + (1 - beta) * number
        found.append(m / {})
    return found
"""

WRONG = [
    *[
        Wrong("complete_left", name, LEFT.format(text))
        for name, text in (
            ("the rate alone", "rate"),
            ("the way of the example", "rate * curvature * 10"),
            ("the rate of the example", "0.05 * curvature"),
            ("the curvature twice", "rate * curvature * curvature"),
            ("the curvature alone", "curvature"),
            ("divided, not multiplied", "rate / curvature"),
            ("divided, not multiplied", "curvature / rate"),
            ("added", "(rate + curvature)"),
            ("never across", "min(1, rate * curvature)"),
            ("how far, not where", "min(rate * curvature, 2 - rate * curvature)"),
            ("away from the hole", "-rate * curvature"),
            ("the half of it", "rate * curvature / 2"),
        )
    ],
    *[
        Wrong("mend_means", name, MEANS.format(text))
        for name, text in (
            ("still the power of the rest", "(1 - beta) ** (t * 1)"),
            ("not divided at all", "1"),
            ("always as at the first", "(1 - beta)"),
            ("times t", "(1 - beta * t)"),
            ("one step late", "(1 - beta ** (t - 1))"),
            ("one step ahead", "(1 - beta ** (t + 1))"),
        )
    ],
    Wrong(
        "mend_means",
        "the mean of all",
        "def means(numbers, beta):\n    return [sum(numbers[:n]) / n for n in range(1, len(numbers) + 1)]\n",
    ),
    Wrong(
        "mend_means",
        "what is divided is kept",
        but(MEANS, ("        found.append(m / {})", "        m = m / (1 - beta**t)\n        found.append(m)")),
    ),
    # 10.1
    *[
        Wrong("momentum", name, momentum(*changes))
        for name, *changes in (
            ("uphill", ("p.data -=", "p.data +=")),
            ("the gradient taken off", (VELOCITY, "self.v[i] = p.grad - self.momentum * self.v[i]")),
            (
                "the velocity not kept",
                ("        for i, p", "        self.v = [0.0] * len(self.parameters)\n        for i, p"),
            ),
            ("a share of the gradient", ("+ p.grad", "+ (1 - self.momentum) * p.grad")),
            (
                "a share of the gradient, after the first",
                ("[0.0] * len(self.parameters)", "[None] * len(self.parameters)"),
                (
                    VELOCITY,
                    "k = self.momentum; self.v[i] = p.grad if self.v[i] is None else k * self.v[i] + (1 - k) * p.grad",
                ),
            ),
            ("the shares swapped", (VELOCITY, "self.v[i] = (1 - self.momentum) * self.v[i] + self.momentum * p.grad")),
            ("the velocity of the step before", (f"{VELOCITY}\n            {MOVE}", f"{MOVE}\n            {VELOCITY}")),
            (
                "the rate inside the velocity",
                ("+ p.grad", "+ self.lr * p.grad"),
                ("self.lr * self.v[i]\n", "self.v[i]\n"),
            ),
            ("the rate twice", ("+ p.grad", "+ self.lr * p.grad")),
            ("nothing is forgotten", ("self.momentum * self.v[i] +", "self.v[i] +")),
            ("momentum on the gradient", (VELOCITY, "self.v[i] += self.momentum * p.grad")),
            ("momentum on the gradient", (VELOCITY, "self.v[i] = self.momentum * (self.v[i] + p.grad)")),
            ("a step ahead", (MOVE, "p.data -= self.lr * (self.momentum * self.v[i] + p.grad)")),
            ("the gradient once more", (MOVE, MOVE + " + self.lr * p.grad")),
            ("the velocity in the grad", (VELOCITY, "p.grad = self.v[i] = self.momentum * self.v[i] + p.grad")),
            ("momentum on the data", (MOVE, "p.data = self.momentum * p.data - self.lr * p.grad")),
            ("always 0.9", ("self.momentum * ", "0.9 * ")),
            ("the grads emptied", (MOVE, MOVE + "; p.grad = 0.0")),
            (
                "the rate of the beginning",
                ("lr, momentum\n", "lr, momentum; self.rate = lr\n"),
                ("self.lr * self.v", "self.rate * self.v"),
            ),
            ("the rate left out", ("self.lr * self.v", "self.v")),
            ("the way, not the place", ("p.data -= ", "p.data = -")),
            ("nothing moves", (MOVE, "p = Value(p.data - self.lr * self.v[i])")),
            ("the first parameter alone", (MOVE, MOVE + "; break")),
            ("the last parameter alone", ("            p.data", "        p.data")),
            (
                "a generator gone through twice",
                ("list(parameters)", "parameters"),
                ("[0.0] * len(self.parameters)", "[0.0 for _ in parameters]"),
            ),
            (
                "a generator gone through twice",
                ("list(parameters)", "parameters"),
                ("[0.0] * len(self.parameters)", "{}"),
                ("self.momentum * self.v[i]", "self.momentum * self.v.get(i, 0.0)"),
            ),
            ("a generator has no length", ("list(parameters)", "parameters")),
            (
                "other names for its settings",
                (INIT, INIT.replace("momentum=", "beta=")),
                ("lr, momentum\n", "lr, beta\n"),
            ),
            ("the parameter, not its data", ("p.data -= self.lr", "p.data = p - self.lr")),
            ("no step()", ("def step", "def steps")),
            (
                "one velocity for all",
                ("[0.0] * len(self.parameters)", "0.0"),
                (VELOCITY, "self.v = self.momentum * self.v + p.grad"),
                (MOVE, "p.data -= self.lr * self.v"),
            ),
            (
                "one velocity for all",
                (
                    "        for i, p",
                    "        self.v[0] = self.momentum * self.v[0]\n"
                    "        self.v[0] += sum(p.grad for p in self.parameters)\n        for i, p",
                ),
                (VELOCITY, "pass"),
                (MOVE, "p.data -= self.lr * self.v[0]"),
            ),
            (
                "kept outside the object",
                ("class Momentum:\n", "class Momentum:\n    v = [0.0] * 9\n\n"),
                ("        self.v = [0.0] * len(self.parameters)\n", ""),
            ),
            ("", (VELOCITY, "self.v[i] = self.momentum * self.v[i] + 0.5 * p.grad")),
            ("skipped at 0", ("p in enumerate(self.parameters):", f"p in enumerate(self.parameters):{SKIPS}")),
            (
                "kept outside the object",
                (VELOCITY, "p.v = self.momentum * getattr(p, 'v', 0.0) + p.grad"),
                (MOVE, "p.data -= self.lr * p.v"),
            ),
            (
                "begun anew when it turns",
                (VELOCITY, f"if self.v[i] * p.grad < 0: self.v[i] = 0.0\n            {VELOCITY}"),
            ),
        )
    ],
    Wrong("momentum", "a stub left", but(MOMENTUM, (MOMENTUM[MOMENTUM.index("        for i") :], "        ...\n"))),
    # 10.2
    *[
        Wrong("adam", name, adam(*changes))
        for name, *changes in (
            ("no bias correction", (M, "m = self.m[i]"), (V, "v = self.v[i]")),
            ("skipped at 0", ("p in enumerate(self.parameters):", f"p in enumerate(self.parameters):{SKIPS}")),
            ("eps as the least", (STEP, "self.lr * m / max(v**0.5, self.eps)")),
            ("no eps, but a question", (STEP, "self.lr * (m / v**0.5 if v else 0.0)")),
            (
                "the root before the correction",
                (V, "v = self.v[i] ** 0.5 / (1 - self.beta2**self.t)"),
                (STEP, "self.lr * m / (v + self.eps)"),
            ),
            ("only m corrected", (V, "v = self.v[i]")),
            ("only v corrected", (M, "m = self.m[i]")),
            (
                "the corrections swapped",
                ("beta1**self.t", "beta0**self.t"),
                ("beta2**self.t", "beta1**self.t"),
                ("beta0**", "beta2**"),
            ),
            (
                "the power of the rest",
                (M, "m = self.m[i] / (1 - self.beta1) ** self.t"),
                (V, "v = self.v[i] / (1 - self.beta2) ** self.t"),
            ),
            ("the correction of the first step", ("**self.t", "")),
            (
                "times t, not to the power t",
                ("**self.t)\n            v", " * self.t)\n            v"),
                ("**self.t)\n            p", " * self.t)\n            p"),
            ),
            ("multiplied, not divided", ("self.m[i] / (", "self.m[i] * ("), ("self.v[i] / (", "self.v[i] * (")),
            ("the first step is 0", ("        self.t += 1\n", ""), (STEP, STEP + "\n        self.t += 1")),
            ("one step ahead", ("self.t = 0", "self.t = 1")),
            (
                "steps counted for each parameter",
                ("        self.t += 1\n        for", "        for"),
                ("            m = ", "            self.t += 1\n            m = "),
            ),
            ("eps under the root", ("(v**0.5 + self.eps)", "(v + self.eps) ** 0.5")),
            ("no eps", ("(v**0.5 + self.eps)", "v**0.5")),
            ("no root", ("v**0.5", "v")),
            ("the gradient not squared", ("p.grad**2", "p.grad")),
            ("the size, not the square", ("p.grad**2", "abs(p.grad)")),
            ("the square of the mean", ("p.grad**2", "self.m[i] ** 2")),
            (
                "the betas swapped",
                ("beta1, self.beta2, self.eps = lr, beta1, beta2", "beta1, self.beta2, self.eps = lr, beta2, beta1"),
            ),
            (
                "one beta for both",
                ("self.beta2 *", "self.beta1 *"),
                ("(1 - self.beta2)", "(1 - self.beta1)"),
                ("beta2**", "beta1**"),
            ),
            (
                "the shares swapped",
                ("self.beta1 * self.m[i] + (1 - self.beta1)", "(1 - self.beta1) * self.m[i] + self.beta1"),
            ),
            ("no share for the new one", (MEAN, "p.grad"), (SQUARES, "p.grad**2")),
            ("nothing is forgotten", ("self.beta2 * self.v[i] +", "self.v[i] +")),
            ("the gradient, not its mean", ("self.lr * m /", "self.lr * p.grad /")),
            ("m alone", (STEP, "self.lr * m")),
            (
                "the corrected ones kept",
                ("            m = ", "            m = self.m[i] = "),
                ("            v = ", "            v = self.v[i] = "),
            ),
            (
                "m and v not kept",
                ("self.t += 1", "self.t += 1; self.m, self.v = [0.0] * len(self.m), [0.0] * len(self.v)"),
            ),
            ("always 1e-8", ("+ self.eps", "+ 1e-8")),
            ("uphill", ("p.data -=", "p.data +=")),
            ("the grads emptied", (STEP, STEP + "; p.grad = 0.0")),
            ("nothing moves", ("p.data -= ", "p.data - ")),
            (
                "the rate of the beginning",
                ("self.t = 0", "self.t, self.rate = 0, lr"),
                ("self.lr * m", "self.rate * m"),
            ),
            (
                "one memory for all",
                ("self.m = [0.0] * len(self.parameters)", "self.m = 0.0"),
                ("self.m[i]", "self.m"),
            ),
            (
                "eps before the correction",
                (V, "v = self.v[i]"),
                ("(v**0.5 + self.eps)", "(v**0.5 + self.eps) * (1 - self.beta2**self.t) ** 0.5"),
            ),
            ("", ("v**0.5", "2 * v**0.5")),
        )
    ],
    # 10.3
    Wrong("largest_rate", "half of it", but(RATE, (LAST, "1" + LAST[1:]))),
    Wrong("largest_rate", "the curvature itself", but(RATE, (LAST, LAST[4:]))),
    Wrong("largest_rate", "along the axes only", AXES.format("2 / max(curvatures)")),
    Wrong("largest_rate", "a bound, not the curvature", BOUND),
    Wrong("mend_means", "how many, not which", MEANS.format("(1 - beta ** len(numbers))")),
    Wrong(
        "mend_means",
        "beginning with the first number",
        MEANS.replace("m, found = 0.0, []", "m, found = numbers[0], []").format("1"),
    ),
    Wrong("largest_rate", "of the mean", AXES.format("2 * len(place) / sum(curvatures)")),
    Wrong("largest_rate", "of the sum", AXES.format("2 / sum(curvatures)")),
    Wrong("largest_rate", "one axis alone", AXES.format("2 / curvatures[0]")),
    Wrong("largest_rate", "along the slope", but(RATE, ("range(200)", "range(1)"))),
    Wrong(
        "largest_rate",
        "one step alone",
        but(
            TRIAL,
            ("range(400)", "range(1)"),
            ("sum(abs(s) for s in gradient(x))", "sum(s * s for s in gradient(x))"),
            ("sum(abs(s) for s in gradient(place))", "sum(s * s for s in gradient(place))"),
            ("1.001", "1.00001"),
        ),
    ),
    Wrong(
        "largest_rate",
        "the place changed",
        but(
            TRIAL,
            ("x = list(place)", "x = place"),
            (
                "x = [a - rate * s for a, s in zip(x, gradient(x))]",
                "x[:] = [a - rate * s for a, s in zip(x, gradient(x))]",
            ),
        ),
    ),
    Wrong(
        "largest_rate",
        "asked without end",
        but(
            RATE,
            ("    for _ in range(200):", "    for _ in itertools.count():\n        gradient(place)\n        continue"),
        ),
    ),
    Wrong(
        "largest_rate",
        "the slope, not the curvature",
        "def largest_rate(gradient, place):\n    return 2 / max(map(abs, gradient(place)))\n",
    ),
    Wrong(
        "largest_rate",
        "the slope, not the curvature",
        "def largest_rate(gradient, place):\n    return 2 / sum(s * s for s in gradient(place)) ** 0.5\n",
    ),
    Wrong("largest_rate", "", FROM_ZERO),
    Wrong("largest_rate", "below 0", but(RATE, (LAST, "-" + LAST))),
    Wrong("largest_rate", "", but(RATE, (LAST, "1.9" + LAST[1:]))),
    # 10.4
    Wrong("club", "plain gradient descent", club("p.data -= self.lr * p.grad")),
    Wrong("club", "plain gradient descent, thrown out", club("p.data -= self.lr * p.grad", 0.5)),
    Wrong("club", "uphill", club("p.data += self.lr * p.grad")),
    Wrong("club", "nothing moves", club("p = p.data - self.lr * p.grad")),
    Wrong("club", "thrown out", club("self.v[i] = 0.8 * self.v[i] + p.grad; p.data -= self.lr * self.v[i]", 1.0)),
    Wrong("club", "over the hole", club("self.v[i] = 0.995 * self.v[i] + p.grad; p.data -= self.lr * self.v[i]")),
    Wrong(
        "club",
        "not there in 300 steps",
        club("self.v[i] = 0.5 * self.v[i] + p.grad; p.data -= self.lr * self.v[i]", 0.001),
    ),
    Wrong("club", "lr without a value", but(club("p.data -= self.lr * p.grad"), ("lr=0.05", "lr"))),
    Wrong("club", "", club("self.v[i] = 0.9 * self.v[i] + p.grad; p.data -= self.lr * self.v[i]", 0.0055)),
]

RIGHT = [
    Right("complete_left", "as asked", LEFT.format("rate * curvature")),
    Right("complete_left", "turned round", "def left(rate, curvature):\n    return -(curvature * rate - 1)\n"),
    Right("mend_means", "as asked", MEANS.format("(1 - beta**t)")),
    Right(
        "mend_means",
        "weights",
        """
def means(numbers, beta):
    found = []
    for n in range(1, len(numbers) + 1):
        weights = [beta ** (n - 1 - k) for k in range(n)]
        found.append(sum(w * x for w, x in zip(weights, numbers)) / sum(weights))
    return found
""",
    ),
    Right(
        "mend_means",
        "generator",
        but(
            MEANS.format("(1 - beta**t)"),
            ("        found.append(m / (1 - beta**t))\n    return found", "        yield m / (1 - beta**t)"),
        ),
    ),
    Right("momentum", "loops", MOMENTUM),
    Right(
        "momentum",
        "a dict by the parameter",
        momentum(
            ("[0.0] * len(self.parameters)", "{p: 0.0 for p in self.parameters}"),
            ("self.v[i]", "self.v[p]"),
        ),
    ),
    Right(
        "momentum",
        "a dict by its id",
        momentum(
            ("[0.0] * len(self.parameters)", "{}"),
            (VELOCITY, "self.v[id(p)] = self.momentum * self.v.get(id(p), 0.0) + p.grad"),
            ("self.lr * self.v[i]", "self.lr * self.v[id(p)]"),
        ),
    ),
    Right(
        "momentum",
        "an attribute of the parameter",
        momentum(
            (
                "        self.v = [0.0] * len(self.parameters)",
                "        for p in self.parameters:\n            p.velocity = 0.0",
            ),
            ("self.v[i]", "p.velocity"),
        ),
    ),
    Right(
        "momentum",
        "closures",
        """
class Momentum:
    def __init__(self, parameters, lr, momentum=0.9):
        self.lr = lr
        moving = [self.mover(p, momentum) for p in parameters]
        self.step = lambda: [move() for move in moving]

    def mover(self, p, momentum):
        velocity = 0.0

        def move():
            nonlocal velocity
            velocity = momentum * velocity + p.grad
            p.data = p.data - self.lr * velocity

        return move
""",
    ),
    Right(
        "momentum",
        "comprehensions and zip",
        momentum(
            (
                MOMENTUM[MOMENTUM.index("        for i") :],
                """        self.v = [self.momentum * v + p.grad for v, p in zip(self.v, self.parameters)]
        for v, p in zip(self.v, self.parameters):
            p.data -= self.lr * v
""",
            )
        ),
    ),
    Right(
        "momentum",
        "the velocity turned round",
        momentum((VELOCITY, "self.v[i] = self.momentum * self.v[i] - p.grad"), (MOVE, "p.data += self.lr * self.v[i]")),
    ),
    Right(
        "momentum",
        "pairs",
        momentum(
            (
                "        self.v = [0.0] * len(self.parameters)\n",
                "        self.pairs = [[p, 0.0] for p in self.parameters]\n",
            ),
            (
                MOMENTUM[MOMENTUM.index("        for i") :],
                """        for pair in self.pairs:
            pair[1] = self.momentum * pair[1] + pair[0].grad
            pair[0].data -= self.lr * pair[1]
""",
            ),
        ),
    ),
    Right(
        "momentum",
        "a parent",
        """
del Momentum

class Optimiser:
    def __init__(self, parameters, lr):
        self.parameters, self.lr = tuple(parameters), lr
        self.state = [dict() for _ in self.parameters]

    def step(self):
        for p, state in zip(self.parameters, self.state):
            p.data -= self.lr * self.way(p.grad, state)

class Momentum(Optimiser):
    def __init__(self, parameters, lr, momentum=0.9):
        super().__init__(parameters, lr)
        self.momentum = momentum

    def way(self, grad, state):
        state["v"] = self.momentum * state.get("v", 0) + grad
        return state["v"]
""",
    ),
    Right("adam", "loops", ADAM),
    Right(
        "adam",
        "a dict by the parameter",
        adam(
            ("[0.0] * len(self.parameters)", "dict.fromkeys(self.parameters, 0.0)"),
            ("self.m[i]", "self.m[p]"),
            ("self.v[i]", "self.v[p]"),
        ),
    ),
    Right(
        "adam",
        "the powers kept",
        adam(
            ("self.t = 0", "self.one = self.other = 1.0"),
            ("self.t += 1", "self.one *= self.beta1; self.other *= self.beta2"),
            ("self.beta1**self.t", "self.one"),
            ("self.beta2**self.t", "self.other"),
        ),
    ),
    Right("adam", "math", "import math\n" + adam(("v**0.5", "math.sqrt(v)"), ("p.grad**2", "p.grad * p.grad"))),
    Right(
        "adam",
        "pairs in a list, and a count",
        """
class Adam:
    def __init__(self, parameters, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.parameters, self.lr = list(parameters), lr
        self.b, self.eps = (beta1, beta2), eps
        self.memory = [(0, 0)] * len(self.parameters)
        self.count = itertools.count(1)

    def step(self):
        t, (b1, b2) = next(self.count), self.b
        for i, (p, (m, v)) in enumerate(zip(self.parameters, self.memory)):
            m, v = m + (1 - b1) * (p.grad - m), v + (1 - b2) * (p.grad**2 - v)
            self.memory[i] = m, v
            p.data -= self.lr * (m / (1 - b1**t)) / (math.sqrt(v / (1 - b2**t)) + self.eps)
""",
    ),
    Right(
        "adam",
        "generators",
        """
class Adam:
    def __init__(self, parameters, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.settings = lr, (beta1, beta2, eps)
        self.rows = [(p, self.ways()) for p in parameters]
        for _, way in self.rows:
            next(way)

    def ways(self):
        b1, b2, eps = self.settings
        m = v = 0.0
        way = None
        for t in itertools.count(1):
            g = yield way
            m, v = b1 * m + (1 - b1) * g, b2 * v + (1 - b2) * g * g
            way = m / (1 - b1**t) / ((v / (1 - b2**t)) ** 0.5 + eps)

    def step(self):
        for p, way in self.rows:
            p.data -= self.lr * way.send(p.grad)
""",
    ),
    Right("largest_rate", "power", RATE),
    Right("largest_rate", "trying and halving", TRIAL),
    Right("largest_rate", "a matrix squared", MATRIX),
    Right(
        "largest_rate",
        "NumPy",
        """
def largest_rate(gradient, place):
    import numpy as np
    here = np.array(gradient(place))
    rows = [np.array(gradient(np.array(place) + e)) - here for e in np.eye(len(place))]
    return 2 / np.linalg.eigvalsh(np.array(rows)).max()
""",
    ),
    Right(
        "largest_rate",
        "central differences",
        """
def largest_rate(gradient, place):
    way = [1.0 + 0.1 * i for i in range(len(place))]
    for _ in range(300):
        up = gradient([a + w for a, w in zip(place, way)])
        down = gradient([a - w for a, w in zip(place, way)])
        way = [(u - d) / 2 for u, d in zip(up, down)]
        curvature = sum(w * w for w in way) ** 0.5
        way = [w / curvature for w in way]
    return 2 / curvature
""",
    ),
    Right(
        "club",
        "momentum with a setting",
        "class Club(Momentum):\n    def __init__(self, parameters, lr=0.05):\n"
        "        super().__init__(parameters, lr, 0.8)\n",
    ),
    Right("club", "a function", "def Club(parameters, lr=0.03):\n    return Momentum(parameters, lr, momentum=0.85)\n"),
    Right(
        "club", "the usual momentum", club("self.v[i] = 0.9 * self.v[i] + p.grad; p.data -= self.lr * self.v[i]", 0.03)
    ),
    Right("club", "Adam", but(ADAM, ("class Adam", "class Club"), ("lr, beta1=", "lr=0.5, beta1="))),
    Right(
        "club",
        "a step ahead",
        club("self.v[i] = 0.8 * self.v[i] + p.grad; p.data -= self.lr * (0.8 * self.v[i] + p.grad)", 0.04),
    ),
    Right(
        "club",
        "the curvature measured",
        """
class Club:
    def __init__(self, parameters, lr=0.02):
        self.parameters, self.lr, self.last = list(parameters), lr, None

    def step(self):
        places, slopes = [p.data for p in self.parameters], [p.grad for p in self.parameters]
        rate = self.lr
        if self.last:
            way = [a - b for a, b in zip(places, self.last[0])]
            change = [a - b for a, b in zip(slopes, self.last[1])]
            rate = sum(w * w for w in way) / sum(w * c for w, c in zip(way, change))
        self.last = places, slopes
        for p in self.parameters:
            p.data -= rate * p.grad
""",
    ),
]
