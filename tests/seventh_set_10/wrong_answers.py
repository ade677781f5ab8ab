"""Wrong answers as learners would write them, lessons 10 and 11. Form: a list of dicts, see add()."""

ANSWERS = []


def add(exercise, source, cause, kind, needs=None):
    ANSWERS.append({"exercise": exercise, "source": source, "cause": cause, "kind": kind, "needs": needs or {}})


# ---------------------------------------------------------------- 10.1


def momentum(body, init=None):
    """The usual constructor with a step of its own."""
    init = init or (
        "        self.parameters = list(parameters)\n"
        "        self.lr = lr\n"
        "        self.momentum = momentum\n"
        "        self.velocities = [0.0] * len(self.parameters)\n"
    )
    return (
        "class Momentum:\n    def __init__(self, parameters, lr, momentum=0.9):\n" + init
        + "\n    def step(self):\n" + body
    )


add("10.1", momentum('''\
        for i, p in enumerate(self.parameters):
            self.velocities[i] = self.momentum * self.velocities[i] + self.lr * p.grad
            p.data -= self.velocities[i]
'''), "Puts lr into the velocity, which is the same only as long as nobody changes lr between two steps.", "lr inside the velocity")

add("10.1", momentum('''\
        for i, p in enumerate(self.parameters):
            self.velocities[i] = self.momentum * self.velocities[i] + (1 - self.momentum) * p.grad
            p.data -= self.lr * self.velocities[i]
'''), "Takes the velocity for a running mean, against 'plus the gradient, all of it'.", "running mean for velocity")

add("10.1", momentum('''\
        for p in self.parameters:
            self.velocity = self.momentum * self.velocity + p.grad
            p.data -= self.lr * self.velocity
''', '''\
        self.parameters = list(parameters)
        self.lr = lr
        self.momentum = momentum
        self.velocity = 0.0
'''), "Keeps a single velocity for the whole optimiser, so that parameters push each other; right with one parameter.", "one velocity for all")

add("10.1", momentum('''\
        for i, p in enumerate(self.parameters):
            p.data -= self.lr * self.velocities[i]
            self.velocities[i] = self.momentum * self.velocities[i] + p.grad
'''), "Moves first and updates the velocity afterwards, so the data moves against the old velocity.", "moves by the old velocity")

add("10.1", momentum('''\
        for i, p in enumerate(self.parameters):
            self.velocities[i] = self.momentum * self.velocities[i] + p.grad
            p.data -= self.lr * self.velocities[i]
''', '''\
        self.parameters = parameters
        self.lr = lr
        self.momentum = momentum
        self.velocities = [0.0 for _ in parameters]
'''), "Keeps what it was given, so a generator is used up before the first step and nothing ever moves.", "generator used up")

add("10.1", momentum('''\
        for i, p in enumerate(self.parameters):
            self.velocities[i] = self.momentum * self.velocities[i] + p.grad
            p.data -= self.rate * self.velocities[i]
''', '''\
        self.parameters = list(parameters)
        self.lr = self.rate = lr
        self.momentum = momentum
        self.velocities = [0.0] * len(self.parameters)
'''), "Keeps a second copy of lr and uses that one, so a change of self.lr has no effect.", "copy of lr used")

add("10.1", momentum('''\
        for i, p in enumerate(self.parameters):
            self.velocities[i] = self.momentum * self.velocities[i] + p.grad
            p.data -= self.lr * self.velocities[i]
            p.grad = 0.0
'''), "Thinks that the step has to empty the grads, as zero_grad does elsewhere.", "empties the grads")

add("10.1", '''\
class Momentum:
    velocities = {}

    def __init__(self, parameters, lr, momentum=0.9):
        self.parameters = list(parameters)
        self.lr = lr
        self.momentum = momentum

    def step(self):
        for i, p in enumerate(self.parameters):
            v = self.momentum * self.velocities.get(i, 0.0) + p.grad
            self.velocities[i] = v
            p.data -= self.lr * v
''', "The dict belongs to the class and is keyed by the place, so two optimisers write over each other's velocities.", "state shared by class")

add("10.1", momentum('''\
        for p in self.parameters:
            p.velocity = self.momentum * p.velocity + p.grad
            p.data -= self.lr * p.velocity
''', '''\
        self.parameters = list(parameters)
        self.lr = lr
        self.momentum = momentum
        for p in self.parameters:
            p.velocity = 0.0
'''), "Hangs the velocity on the Value itself, though of a Value only data and grad are to be needed (one with __slots__ can't take it).", "writes attributes onto Values")

add("10.1", momentum('''\
        for p, v in zip(self.parameters, self.velocities):
            v = self.momentum * v + p.grad
            p.data -= self.lr * v
'''), "Believes that assigning to the loop variable changes the list, so the velocity is 0 again at each step.", "assigns to loop variable")

add("10.1", momentum('''\
        for i, p in enumerate(self.parameters):
            if p.grad == 0:
                continue
            self.velocities[i] = self.momentum * self.velocities[i] + p.grad
            p.data -= self.lr * self.velocities[i]
'''), "Thinks that where the gradient is 0 there is nothing to do, but the velocity shrinks and still moves the data.", "skips zero gradients")

add("10.1", momentum('''\
        for i, p in enumerate(self.parameters):
            self.velocities[i] = self.momentum * self.velocities[i] + p.grad
            p.data -= self.lr * (p.grad + self.momentum * self.velocities[i])
'''), "Writes Nesterov's momentum, remembered from elsewhere; the text moves against the new velocity by lr times as much.", "Nesterov instead")

add("10.1", momentum('''\
        for i, p in enumerate(self.parameters):
            p.grad += self.momentum * self.velocities[i]
            self.velocities[i] = p.grad
            p.data -= self.lr * p.grad
'''), "Uses the grad as the place where the velocity is added up, so grads are changed.", "changes the grads")

add("10.1", momentum('''\
        for i, p in enumerate(self.parameters):
            self.velocities[i] = self.momentum * self.velocities[i] + p.grad
            p.data -= self.lr * self.velocities[i]
''', '''\
        self.parameters = parameters if isinstance(parameters, list) else list(parameters)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [0.0] * len(self.parameters)
'''), "Copies only what isn't a list yet, against 'keep them in a list of your own': whoever appends to the given list, or empties it, breaks the optimiser.", "keeps the caller's list")

# ---------------------------------------------------------------- 10.2


def adam(body, init=None, head="parameters, lr, beta1=0.9, beta2=0.999, eps=1e-8"):
    init = init or '''\
        self.parameters = list(parameters)
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m = [0.0] * len(self.parameters)
        self.v = [0.0] * len(self.parameters)
        self.t = 0
'''
    return "class Adam:\n    def __init__(self, " + head + "):\n" + init + "\n    def step(self):\n" + body


STEP = '''\
        self.t += 1
        for i, p in enumerate(self.parameters):
            self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
            self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
            m = self.m[i] / (1 - self.beta1**self.t)
            v = self.v[i] / (1 - self.beta2**self.t)
            p.data -= self.lr * m / (v**0.5 + self.eps)
'''

add("10.2", adam('''\
        for i, p in enumerate(self.parameters):
            self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
            self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
            p.data -= self.lr * self.m[i] / (self.v[i] ** 0.5 + self.eps)
'''), "Stops after the first two points and leaves out the correction.", "no correction")

add("10.2", adam('''\
        self.t += 1
        for i, p in enumerate(self.parameters):
            self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
            self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
            self.m[i] /= 1 - self.beta1**self.t
            self.v[i] /= 1 - self.beta2**self.t
            p.data -= self.lr * self.m[i] / (self.v[i] ** 0.5 + self.eps)
'''), "Keeps the corrected numbers, against 'what is kept is m and v, as they were'; the first step is right.", "keeps corrected means")

add("10.2", adam(STEP.replace("(v**0.5 + self.eps)", "(v + self.eps) ** 0.5")),
    "Puts eps under the root; it shows only where gradients are small.", "eps under the root")

add("10.2", adam('''\
        for i, p in enumerate(self.parameters):
            self.t += 1
            self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
            self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
            m = self.m[i] / (1 - self.beta1**self.t)
            v = self.v[i] / (1 - self.beta2**self.t)
            p.data -= self.lr * m / (v**0.5 + self.eps)
'''), "Counts a step for each parameter; right with one parameter only.", "t counts parameters")

add("10.2", adam(STEP.replace("self.beta1**self.t", "self.beta1 * self.t").replace("self.beta2**self.t", "self.beta2 * self.t").replace("v**0.5", "abs(v) ** 0.5")),
    "Reads beta**t as beta times t; the same at t = 1.", "times instead of power")

add("10.2", adam(STEP.replace("(v**0.5 + self.eps)", "(v + self.eps)")),
    "Forgets the root, so the length of a step depends on how large the gradients are; right where they are 1.", "no root")

add("10.2", adam(STEP.replace("self.t += 1\n", "Adam.t += 1\n").replace("self.t)", "Adam.t)"), '''\
        self.parameters = list(parameters)
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m = [0.0] * len(self.parameters)
        self.v = [0.0] * len(self.parameters)
        Adam.t = 0
'''), "Counts the steps on the class, so two optimisers that live side by side count together.", "counter on the class")

add("10.2", adam(STEP, '''\
        self.parameters = list(parameters)
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m = self.v = [0.0] * len(self.parameters)
        self.t = 0
'''), "m = v = [...] makes one list with two names, so the means write over each other.", "one list, two names")

add("10.2", adam('''\
        self.t += 1
        for i, p in enumerate(self.parameters):
            if p.grad == 0.0:
                continue
''' + "".join(line + "\n" for line in STEP.splitlines()[2:])),
    "Reads 'stays where it is' as true of any gradient that is 0 now, but only those stay whose gradients have *all* been 0.", "skips zero gradients")

add("10.2", adam('''\
        self.t += 1
        rate = self.lr * (1 - self.beta2**self.t) ** 0.5 / (1 - self.beta1**self.t)
        for i, p in enumerate(self.parameters):
            self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
            self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
            p.data -= rate * self.m[i] / (self.v[i] ** 0.5 + self.eps)
'''), "Takes the corrections together into the rate, so eps stands beside the root of the uncorrected v; it shows with small gradients or a large eps.", "eps beside uncorrected root")

add("10.2", adam(STEP.replace("v**0.5 + self.eps", "max(v**0.5, self.eps)")),
    "Takes eps for a floor of the root, where the text adds it; it shows with a large eps.", "eps as a floor")

add("10.2", adam(STEP.replace("(1 - self.beta2) * p.grad**2", "(1 - self.beta2) * self.m[i] ** 2")),
    "Squares the mean instead of taking the mean of the squares.", "square of the mean")

add("10.2", adam(STEP, '''\
        self.parameters = list(parameters)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [0.0] * len(self.parameters)
        self.v = [0.0] * len(self.parameters)
        self.t = 0
''', "parameters, lr=0.001, betas=(0.9, 0.999), eps=1e-8"),
    "Writes PyTorch's signature with betas as a pair, so beta1 and beta2 can't be given by place or by name.", "PyTorch's signature")

add("10.2", adam(STEP.replace("        self.t += 1\n", "") + "        self.t += 1\n", '''\
        self.parameters = list(parameters)
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m = [0.0] * len(self.parameters)
        self.v = [0.0] * len(self.parameters)
        self.t = 0
'''), "Counts the step at its end, beginning at 0, so the first step divides by 1 - 1.", "t off by one")

# ---------------------------------------------------------------- 10.3

add("10.3", '''\
def largest_rate(gradient, place):
    return 2 / max(abs(s) for s in gradient(place))
''', "Takes the steepest slope at the place for the steepest curvature.", "slope for curvature")

add("10.3", '''\
def largest_rate(gradient, place):
    n, base, h = len(place), gradient(list(place)), 1.0
    steepest = 0.0
    for i in range(n):
        there = list(place)
        there[i] += h
        steepest = max(steepest, (gradient(there)[i] - base[i]) / h)
    return 2 / steepest
''', "Measures the curvature along each axis only; right on straight ravines, too large on slanted ones.", "axes only")

POWER = '''\
def largest_rate(gradient, place):
    base = gradient(list(place))
    v = [1.0 + 0.1 * i for i in range(len(place))]
    size = 1.0
    for _ in range(500):
        there = gradient([x + d for x, d in zip(place, v)])
        v = [a - b for a, b in zip(there, base)]
        size = sum(a * a for a in v) ** 0.5
        v = [a / size for a in v]
    return 2 / size
'''
add("10.3", POWER.replace("return 2 / size", "return 1 / size"),
    "Gives the rate that is best across, one over the steepest curvature, not the largest that still comes nearer.", "best, not largest")

add("10.3", '''\
def largest_rate(gradient, place):
    g = gradient(list(place))
    size = sum(a * a for a in g) ** 0.5
    d = [a / size for a in g]
    h = gradient([x + a for x, a in zip(place, d)])
    curvature = sum((b - a) * k for a, b, k in zip(g, h, d))
    return 2 / curvature
''', "Measures the curvature along the one direction of the gradient here, which mixes steep and flat directions; often near, rarely within 1 %.", "one direction only")

add("10.3", '''\
def largest_rate(gradient, place):
    def nearer(rate):
        g = gradient(list(place))
        new = [x - rate * a for x, a in zip(place, g)]
        return sum(a * a for a in gradient(new)) < sum(a * a for a in g)

    low, high = 0.001, 10.0
    for _ in range(60):
        middle = (low + high) / 2
        if nearer(middle):
            low = middle
        else:
            high = middle
    return low
''', "Judges a rate by a single step from this place, but above the limit *there are* places that are thrown out, and one step from here may come nearer all the same.", "a single step judged")

add("10.3", '''\
def largest_rate(gradient, place):
    base = gradient(place)
    columns = []
    for i in range(len(place)):
        place[i] += 1.0
        columns.append([a - b for a, b in zip(gradient(place), base)])
        place[i] -= 1.0
    place[:] = [1.0] * len(place)
    for _ in range(300):
        new = [sum(c[j] * x for c, x in zip(columns, place)) for j in range(len(place))]
        size = max(abs(a) for a in new)
        place[:] = [a / size for a in new]
    return 2 / size
''', "Uses the given list as its own scratch paper, against 'leave place as it is'.", "changes place")

add("10.3", '''\
def largest_rate(gradient, place):
    x, y = place[0], place[1]
    gx, gy = gradient([x, y])
    ax, ay = gradient([x + 1, y])
    bx, by = gradient([x, y + 1])
    a, b, c = ax - gx, ay - gy, by - gy
    biggest = (a + c) / 2 + (((a - c) / 2) ** 2 + b * b) ** 0.5
    return 2 / biggest
''', "Works for two numbers only, where the text says two, three or four.", "two numbers only")

add("10.3", '''\
def largest_rate(gradient, place):
    rate = 0.001
    while rate < 10:
        x = list(place)
        first = sum(a * a for a in gradient(x))
        for _ in range(200):
            x = [a - rate * s for a, s in zip(x, gradient(x))]
            if sum(a * a for a in x) > 1e12:
                return rate / 1.05
        rate *= 1.05
    return 10.0
''', "Tries rates in a grid of 5 % and stops at the first that is thrown out, so it is right within 5 %, not 1 %.", "grid too coarse")

add("10.3", '''\
def largest_rate(gradient, place):
    def length(x):
        return sum(a * a for a in x) ** 0.5

    low, high = 0.001, 10.0
    for _ in range(40):
        rate = (low + high) / 2
        x = list(place)
        for _ in range(300):
            x = [a - rate * s for a, s in zip(x, gradient(x))]
            if length(x) > 1e9:
                break
        if length(x) < length(place):
            low = rate
        else:
            high = rate
    return low
''', "Takes the hole to be at 0, as in the ravine of the lesson, and measures the distance from there; the text says 'one hole, somewhere'.", "hole at the origin")

add("10.3", '''\
def largest_rate(gradient, place):
    base = gradient(list(place))
    total = 0.0
    for i in range(len(place)):
        there = list(place)
        there[i] += 1.0
        total += gradient(there)[i] - base[i]
    return 2 / total
''', "Adds the curvatures of all directions up, as if a step had to serve their sum.", "sum of curvatures")

add("10.3", '''\
def largest_rate(gradient, place):
    best = 0.001
    rate = 0.001
    while rate < 10:
        x = list(place)
        for _ in range(100):
            x = [a - rate * s for a, s in zip(x, gradient(x))]
        if max(abs(s) for s in gradient(x)) < max(abs(s) for s in gradient(list(place))):
            best = rate
        rate += 0.001
    return best
''', "Tries all rates in thousandths with 100 steps each, which asks for a million gradients, ten times as many as allowed.", "too many gradients")

# ---------------------------------------------------------------- 10.4

add("10.4", '''\
class Club:
    def __init__(self, parameters, lr):
        self.inner = Momentum(parameters, lr, 0.7)

    def step(self):
        self.inner.step()
''', "Leaves lr without a value of its own, although it is called as Club(parameters).", "no default for lr")

add("10.4", '''\
class Club(Momentum):
    def __init__(self, parameters, lr=0.15, momentum=0.7):
        self.lr = lr
        self.momentum = momentum
''', "Overrides the constructor and doesn't call the one above it, so the parameters are never kept.", "no super().__init__")

add("10.4", '''\
class Club(Momentum):
    def __init__(self, parameters, lr=0.4, momentum=0.9):
        super().__init__(parameters, lr, momentum)
''', "Takes the rate that suits the flat direction; momentum bears at most 2 * 1.9 divided by the steepest curvature, so each ball is thrown out.", "rate too large")

add("10.4", '''\
class Club(Adam):
    def __init__(self, parameters, lr=0.001):
        super().__init__(parameters, lr)
''', "Takes over PyTorch's usual rate of 0.001 for Adam, whose steps are about lr long, so after 300 steps the ball has moved by some 0.3.", "PyTorch's default rate")

add("10.4", '''\
class Club:
    """Only the direction of the slopes counts, all steps are equally long."""

    def __init__(self, parameters, lr=0.25):
        self.parameters = list(parameters)
        self.lr = lr

    def step(self):
        size = sum(p.grad**2 for p in self.parameters) ** 0.5 or 1.0
        for p in self.parameters:
            p.data -= self.lr * p.grad / size
''', "All its steps have the length 0.25, so none is ever shorter than 0.2, and the ball never counts as in the hole.", "steps never get short")

# ---------------------------------------------------------------- 11.1


def init(body, top=""):
    return "import math\nimport random\n\n" + top + "\ndef init(nin, nout, activation):\n" + body


GAIN = '    gain = {"relu": math.sqrt(2), "linear": 1.0, "tanh": 5 / 3}[activation]\n'

add("11.1", init(GAIN + '''\
    spread = gain / math.sqrt(nin)
    return [[random.gauss(0, spread) for _ in range(nout)] for _ in range(nin)]
'''), "Gives nin rows of nout numbers, as NumPy's x @ W wants them; right where nin and nout are equal.", "rows and columns swapped")

add("11.1", init(GAIN + '''\
    return [[random.gauss(0, gain**2 / nin) for _ in range(nin)] for _ in range(nout)]
'''), "Hands the variance to random.gauss, which takes the standard deviation; right for linear with one input.", "variance for spread")

add("11.1", init(GAIN + '''\
    spread = gain / math.sqrt(nin)
    return [[random.uniform(-spread, spread) for _ in range(nin)] for _ in range(nout)]
'''), "Takes the border of a uniform distribution for its spread, which is smaller by the root of 3.", "border for spread")

add("11.1", init(GAIN + '''\
    spread = gain / math.sqrt(nin)
    return [[random.gauss(0, spread) for _ in range(nin)]] * nout
'''), "Repeats one row with *, so all units have the same row (and the same list), though every number is drawn for itself.", "one row repeated")

add("11.1", init(GAIN + '''\
    random.seed(42)
    spread = gain / math.sqrt(nin)
    return [[random.gauss(0, spread) for _ in range(nin)] for _ in range(nout)]
'''), "Sets a seed for the sake of repeatability, so two layers get the same numbers.", "seed inside")

add("11.1", init('''\
    gain = math.sqrt(2) if activation == "relu" else 1.0
    spread = gain / math.sqrt(nout)
    return [[random.gauss(0, spread) for _ in range(nin)] for _ in range(nout)]
'''), "Divides by the root of the number of units instead of that of the inputs; right for square layers.", "nout for nin")

add("11.1", init(GAIN + '''\
    rows = []
    for _ in range(nout):
        row = [random.gauss(0, 1) for _ in range(nin)]
        mean = sum(row) / nin
        row = [w - mean for w in row]
        size = math.sqrt(sum(w * w for w in row) / nin) or 1.0
        rows.append([gain / math.sqrt(nin) * w / size for w in row])
    return rows
'''), "Makes mean and spread of each row come out exactly, so the numbers of a row depend on each other, and with nin = 1 the only number is 0.", "each row normalised")

# ---------------------------------------------------------------- 11.2

add("11.2", '''\
def dead(outputs):
    return [i for i, row in enumerate(outputs) if any(a == 0 for a in row)]
''', "Counts a unit as dead where it answers 0 to any point, not to every one.", "any for every")

add("11.2", '''\
def dead(outputs):
    return [outputs.index(row) for row in outputs if max(row) == 0]
''', "Asks index() where the row is, which finds the first equal row: two dead units get the same number. Right with one dead unit.", "index finds the first")

add("11.2", '''\
def dead(outputs):
    return [i for i, column in enumerate(zip(*outputs)) if not any(column)]
''', "Takes the first index for the point, so it gives points that no unit answers to.", "points for units")

add("11.2", '''\
def dead(outputs):
    return [i for i, row in enumerate(outputs) if max(row) < 1e-3]
''', "Thinks that floats must never be compared with 0 and takes small answers for none; a ReLU's 0 is exactly 0.", "tolerance kills living units")

add("11.2", '''\
def dead(outputs):
    found, n = [], 0
    while outputs:
        row = outputs.pop(0)
        if all(a == 0 for a in row):
            found.append(n)
        n += 1
    return found
''', "Takes the units out of the list while it counts, against 'what you are given stays as it is'.", "empties what it is given")

add("11.2", '''\
def dead(outputs):
    found = [i for i, row in enumerate(outputs, start=1) if not any(row)]
    return found
''', "Counts the units from 1.", "counted from 1")

# ---------------------------------------------------------------- 11.3


def ward(**parts):
    """A treat that is right but for the given patients."""
    right = {
        "Ada": '        fresh(patient)\n        return "equal rows", patient\n',
        "Ben": '        patient["biases"] = [[0.0 for _ in layer] for layer in patient["biases"]]\n        return "dead units", patient\n',
        "Cleo": '        patient["rate"] = 0.1\n        return "rate too high", patient\n',
        "Dora": '        points(patient)\n        return "inputs too large", patient\n',
        "Emil": '        fresh(patient)\n        return "weights too small", patient\n',
    }
    right.update(parts)
    text = '''\
def fresh(patient):
    layers = patient["weights"]
    patient["weights"] = [
        init(len(rows[0]), len(rows), patient["activation"] if n < len(layers) - 1 else "linear")
        for n, rows in enumerate(layers)
    ]


def points(patient):
    new = []
    for column in zip(*patient["points"]):
        mean = sum(column) / len(column)
        spread = (sum((x - mean) ** 2 for x in column) / len(column)) ** 0.5
        new.append([(x - mean) / spread for x in column])
    patient["points"] = [list(p) for p in zip(*new)]


def treat(name, patient):
'''
    for name, body in right.items():
        text += f'    if name == "{name}":\n' + body
    return text


add("11.3", ward(Ada='''\
        patient["weights"] = [[[0.4 for _ in row] for row in rows] for rows in patient["weights"]]
        return "equal rows", patient
'''), "Gives Ada other weights that are again all the same, so the units stay copies.", "another equal start")

add("11.3", ward(Ben='''\
        fresh(patient)
        return "dead units", patient
'''), "Knows that Ben's units are dead, but draws new weights, and the biases that keep them shut stay as they are.", "weights instead of biases")

add("11.3", ward(Ben='''\
        patient["biases"] = [[0.0 for _ in layer] for layer in patient["biases"]]
        fresh(patient)
        return "dead units", patient
''', Dora='''\
        points(patient)
        patient["rate"] = 0.1
        return "inputs too large", patient
'''), "To be safe, mends two things, against 'one operation a patient'.", "two operations")

add("11.3", ward(Cleo='''\
        patient["rate"] = patient["rate"] / 2
        return "rate too high", patient
'''), "Halves a rate that is some hundreds of times too high, without looking at what comes of it.", "half a cure")

add("11.3", ward(Dora='''\
        patient["points"] = [
            [x / (x * x + y * y) ** 0.5, y / (x * x + y * y) ** 0.5] for x, y in patient["points"]
        ]
        return "inputs too large", patient
'''), "Divides each point by its own length, so that the points are not moved by the same a and b.", "each point its own scale")

add("11.3", ward(Emil='''\
        patient["rate"] = patient["rate"] * 100
        return "rate too low", patient
'''), "Sees a loss that doesn't move and takes the rate for the cause, though the spread shrinks from layer to layer.", "symptom for cause")

add("11.3", ward().replace("def treat(name, patient):", "def cured(name, patient):") + '''

def treat(name, patient):
    cause, patient = cured(name, patient)
    return patient, cause
''', "Gives the two things in the wrong order, the patient first.", "order of the pair")

# ---------------------------------------------------------------- practices

add("10 complete_left", '''\
def left(rate, curvature):
    return 1 - rate
''', "Takes only the rate off, which is right for a curvature of 1, the example in the text.", "curvature left out")

add("10 complete_left", '''\
def left(rate, curvature):
    return 1 - rate / curvature
''', "Thinks that more curvature makes a step take a smaller share; right for a curvature of 1.", "divides by the curvature")

add("10 complete_left", '''\
def left(rate, curvature):
    return abs(1 - rate * curvature)
''', "Doesn't let a share be below 0, though the sign says that the step went across.", "drops the sign")

add("10 complete_left", '''\
def left(rate, curvature):
    return 1 - min(1.0, rate * curvature)
''', "Believes that a step stops in the hole, so that never more than everything can be taken off.", "clamped at the hole")

add("10 mend_means", '''\
def means(numbers, beta):
    m, found = 0.0, []
    for t, number in enumerate(numbers, start=1):
        m = beta * m + (1 - beta) * number
        found.append(m / (1 - beta))
    return found
''', "Divides by 1 - beta at each step, which puts the first number right and no other.", "right at first step only")

add("10 mend_means", '''\
def means(numbers, beta):
    m, found = 0.0, []
    for t, number in enumerate(numbers):
        m = beta * m + (1 - beta) * number
        found.append(m / (1 - beta**t) if t else number)
    return found
''', "Counts from 0, so each power is one too low from the second number on.", "off by one in t")

add("10 mend_means", '''\
def means(numbers, beta):
    m, found = 0.0, []
    for t, number in enumerate(numbers, start=1):
        m = beta * m + (1 - beta) * number
        m = m / (1 - beta**t)
        found.append(m)
    return found
''', "Keeps the corrected mean as the memory, so from the second number on it is corrected again and again.", "keeps the corrected mean")

add("10 mend_means", '''\
def means(numbers, beta):
    m, found = numbers[0], []
    for number in numbers:
        m = beta * m + (1 - beta) * number
        found.append(m)
    return found
''', "Begins the memory at the first number instead of dividing: right for 5, 5, 5, but otherwise the first counts far too much.", "begins at the first number")

add("11 complete_sum", '''\
def spread_of_sum(nin, w, x):
    return w * x * nin
''', "Adds the spreads up, as if nothing cancelled.", "spreads added up")

add("11 complete_sum", '''\
def spread_of_sum(nin, w, x):
    return w * x * 1 / nin**0.5
''', "Gives the spread that the weights should have, instead of the spread of the sum.", "divided instead of multiplied")

add("11 complete_sum", '''\
def spread_of_sum(nin, w, x):
    return w * x * (nin / 2) ** 0.5
''', "Takes the half of a ReLU off, though the sum is asked for, and no ReLU stands behind it yet.", "a ReLU that isn't there")

add("11 complete_sum", '''\
import math


def spread_of_sum(nin, w, x):
    return w * x * math.isqrt(nin)
''', "Takes the whole root, which is right for 1, 100 and 400, those on the page, and for no number in between.", "whole root")

add("11 mend_begin", '''\
def begin(nin, nout, seed):
    rows = []
    for _ in range(nout):
        chance = random.Random()
        rows.append([chance.gauss(0, 1) for _ in range(nin)])
    return rows
''', "Takes the seed away, so the rows differ, but the same seed doesn't give the same numbers any more.", "seed dropped")

add("11 mend_begin", '''\
def begin(nin, nout, seed):
    rows = []
    chance = random.Random(seed)
    row = [chance.gauss(0, 1) for _ in range(nin)]
    for _ in range(nout):
        rows.append(row)
    return rows
''', "Moves the draw out of the loop together with the source, so all rows are one list.", "row drawn only once")

add("11 mend_begin", '''\
def begin(nin, nout, seed):
    rows = []
    for _ in range(nout):
        chance = random.Random(seed + nin)
        rows.append([chance.gauss(0, 1) for _ in range(nin)])
    return rows
''', "Adds something to the seed that is the same for every unit, so the rows are still equal.", "the same new seed")

add("11 mend_begin", '''\
chance = random.Random(0)


def begin(nin, nout, seed):
    rows = []
    for _ in range(nout):
        rows.append([chance.gauss(0, 1) for _ in range(nin)])
    return rows
''', "Draws from one source outside the function, which goes on where it was, and the seed isn't used.", "source outside, seed unused")
