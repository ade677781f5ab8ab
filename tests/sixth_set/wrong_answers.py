"""Wrong answers as learners would write them, lesson 10. Form: a list of dicts, see add()."""

ANSWERS = []


def add(exercise, source, cause, kind, needs=None):
    ANSWERS.append({"exercise": exercise, "source": source, "cause": cause, "kind": kind, "needs": needs or {}})


# ---------------------------------------------------------------- 10.1


def momentum(step, cause, kind, init="", signature="self, parameters, lr, momentum=0.9", kept="list(parameters)"):
    """The usual class, with a step of its own, and further lines of __init__."""
    source = f"\nclass Momentum:\n    def __init__({signature}):\n        self.parameters = {kept}\n"
    source += "        self.lr = lr\n        self.momentum = momentum\n        self.v = [0.0] * len(self.parameters)\n"
    for line in init.strip("\n").splitlines():
        source += f"        {line}\n"
    source += "\n    def step(self):\n"
    for line in step.strip("\n").splitlines():
        source += f"        {line}\n" if line else "\n"
    add("10.1", source, cause, kind)


momentum('''
for i, p in enumerate(self.parameters):
    self.v[i] = self.momentum * self.v[i] + (1 - self.momentum) * p.grad
    p.data -= self.lr * self.v[i]
''', "Takes the velocity for a running mean and weighs the gradient with 1 - momentum, though it is to be added all.", "gradient weighed by 1 - momentum")

momentum('''
for i, p in enumerate(self.parameters):
    self.v[i] = self.momentum * self.v[i] - self.lr * p.grad
    p.data += self.v[i]
''', "Puts the rate into the velocity, which is the same only as long as nobody changes lr.", "rate inside the velocity")

add("10.1", '''
class Momentum:
    def __init__(self, parameters, lr, momentum=0.9):
        self.lr = lr
        state = [[p, 0.0] for p in parameters]

        def step():
            for row in state:
                row[1] = momentum * row[1] + row[0].grad
                row[0].data -= lr * row[1]

        self._step = step

    def step(self):
        self._step()
''', "The closure moves by the lr of __init__, so a change of self.lr is not seen.", "lr of the beginning kept")

add("10.1", '''
class Momentum:
    def __init__(self, parameters, lr, momentum=0.9):
        self.parameters = parameters
        self.lr = lr
        self.momentum = momentum
        self.velocities = {}

    def step(self):
        for i, p in enumerate(self.parameters):
            self.velocities[i] = self.momentum * self.velocities.get(i, 0.0) + p.grad
            p.data -= self.lr * self.velocities[i]
''', "Keeps the parameters as they come, so a generator is used up after the first step.", "generator not kept in list")

add("10.1", '''
class Momentum:
    def __init__(self, parameters, lr, momentum=0.9):
        self.v = [0.0 for _ in parameters]
        self.parameters = list(parameters)
        self.lr = lr
        self.momentum = momentum

    def step(self):
        for i, p in enumerate(self.parameters):
            self.v[i] = self.momentum * self.v[i] + p.grad
            p.data -= self.lr * self.v[i]
''', "Goes through the parameters once for the velocities, and then a generator has none left.", "generator gone through twice")

add("10.1", '''
class Momentum:
    def __init__(self, parameters, lr, momentum=0.9):
        self.parameters = parameters
        self.lr = lr
        self.momentum = momentum
        self.v = [0.0] * len(parameters)

    def step(self):
        for i in range(len(self.parameters)):
            self.v[i] = self.momentum * self.v[i] + self.parameters[i].grad
            self.parameters[i].data -= self.lr * self.v[i]
''', "Believes that parameters always is a list; len of a generator crashes.", "len of a generator")

momentum('''
for p in self.parameters:
    velocity = 0.0
    velocity = self.momentum * velocity + p.grad
    p.data -= self.lr * velocity
''', "Begins the velocity at 0 in each step, so nothing is remembered.", "velocity forgotten each step")

momentum('''
for p in self.parameters:
    self.velocity = self.momentum * self.velocity + p.grad
    p.data -= self.lr * self.velocity
''', "One velocity for all parameters, into which all gradients go.", "one velocity for all", init="self.velocity = 0.0")

add("10.1", '''
class Momentum:
    velocities = {}

    def __init__(self, parameters, lr, momentum=0.9):
        self.parameters = list(parameters)
        self.lr = lr
        self.momentum = momentum

    def step(self):
        for i, p in enumerate(self.parameters):
            self.velocities[i] = self.momentum * self.velocities.get(i, 0.0) + p.grad
            p.data -= self.lr * self.velocities[i]
''', "The dict stands in the class, so two optimisers share their velocities.", "velocities shared by class")

add("10.1", '''
class Momentum:
    def __init__(self, parameters, lr, momentum=0.9, velocities=[]):
        self.parameters = list(parameters)
        self.lr = lr
        self.momentum = momentum
        self.velocities = velocities
        while len(self.velocities) < len(self.parameters):
            self.velocities.append(0.0)

    def step(self):
        for i, p in enumerate(self.parameters):
            self.velocities[i] = self.momentum * self.velocities[i] + p.grad
            p.data -= self.lr * self.velocities[i]
''', "A list as a default argument is made once, and all optimisers share it.", "mutable default argument")

momentum('''
for i, p in enumerate(self.parameters):
    self.v[i] = self.momentum * self.v[i] + p.grad
    p.data += self.lr * self.v[i]
''', "Goes with the velocity instead of against it, uphill.", "sign of the step")

momentum('''
for i, p in enumerate(self.parameters):
    self.v[i] = self.momentum * self.v[i] + p.grad
    p.data -= self.lr * self.v[i]
    p.grad = 0.0
''', "Empties the grads after the step, which train does and step is not to do.", "empties the grads")

momentum('''
for i, p in enumerate(self.parameters):
    p.grad += self.momentum * self.v[i]
    self.v[i] = p.grad
    p.data -= self.lr * p.grad
''', "Computes the velocity in the grad itself and so changes it.", "velocity written into grad")

momentum('''
for i, p in enumerate(self.parameters):
    self.v[i] = self.momentum * self.v[i] + p.grad
    p.data -= self.lr * self.v[i]
return [p.data for p in self.parameters]
''', "Believes that step should give the new numbers back.", "step returns something")

momentum('''
for i, p in enumerate(self.parameters):
    p.data -= self.lr * self.v[i]
    self.v[i] = self.momentum * self.v[i] + p.grad
''', "Moves by the old velocity first, so each gradient comes one step late.", "moves before the update")

momentum('''
for i, p in enumerate(self.parameters):
    self.v[i] = self.momentum * self.v[i] + self.lr * p.grad
    p.data -= self.lr * self.v[i]
''', "Multiplies by the rate twice, once in the velocity and once in the step.", "rate used twice")

momentum('''
for i, p in enumerate(self.parameters):
    self.v[i] = 0.9 * self.v[i] + p.grad
    p.data -= self.lr * self.v[i]
''', "Writes the 0.9 of the default into the step, and any other momentum is not seen.", "momentum fixed at 0.9")

momentum('''
for i, p in enumerate(self.parameters):
    self.v[i] = self.momentum * self.v[i] + p.grad
    p.data -= self.lr * self.v[i]
''', "Says `or 0.9` for the default, so a momentum of 0 becomes 0.9.", "momentum 0 taken for missing", init="self.momentum = momentum or 0.9")

momentum('''
for i, p in enumerate(self.parameters):
    self.v[i] = self.momentum * self.v[i] + p.grad
    p.data = (p - self.lr * self.v[i])
''', "Calculates with the Value instead of its data, so that data becomes a Value.", "data becomes a Value")

momentum('''
for i, p in enumerate(self.parameters):
    self.v[i] = self.momentum * self.v[i] + p.grad
    p.data -= self.lr * (p.grad + self.momentum * self.v[i])
''', "Writes Nesterov's variant, which looks one velocity ahead, as known from elsewhere.", "Nesterov instead")

momentum('''
for i, p in enumerate(self.parameters):
    if p.grad == 0:
        continue
    self.v[i] = self.momentum * self.v[i] + p.grad
    p.data -= self.lr * self.v[i]
''', "Believes that a parameter without a gradient has nothing to do, but its velocity still carries it on.", "stands still at gradient 0")

momentum('''
for p in self.parameters:
    self.named[p.label] = self.momentum * self.named.get(p.label, 0.0) + p.grad
    p.data -= self.lr * self.named[p.label]
''', "Keeps the velocities by the label of the Value, but labels may be missing or the same.", "velocities by label", init="self.named = {}")

momentum('''
for p in self.parameters:
    self.at[p.data] = self.momentum * self.at.get(p.data, 0.0) + p.grad
    p.data -= self.lr * self.at[p.data]
''', "Keeps the velocities by the number in data, which is another one after each step, and the same for two parameters at one place.", "velocities by data", init="self.at = {}")

momentum('''
for p in self.parameters:
    if not hasattr(p, "velocity"):
        p.velocity = 0.0
    p.velocity = self.momentum * p.velocity + p.grad
    p.data -= self.lr * p.velocity
''', "Writes the velocity onto the Value, so the next optimiser for it does not begin at 0, and needs more than data and grad.", "velocity stored on the Value")

momentum('''
for i, p in enumerate(self.parameters):
    self.v[i] = self.momentum * self.v[i] + p.grad
    p.data -= self.lr * self.v[i]
''', "Puts momentum before lr, so that by place they change their roles.", "order of the arguments", signature="self, parameters, momentum=0.9, lr=0.1")

momentum('''
for i, p in enumerate(self.parameters):
    self.v[i] = self.momentum * (self.v[i] + p.grad)
    p.data -= self.lr * self.v[i]
''', "Brackets wrong: the momentum shrinks the new gradient too.", "momentum times the sum")

momentum('''
for i, p in enumerate(self.parameters):
    self.v[i] = self.momentum * self.v[i] + p.grad
    p.data -= self.lr * self.v[i]
    return
''', "The return stands in the loop, so only the first parameter moves.", "only the first moves")

momentum('''
for row, p in zip(self.rows, self.parameters):
    row[0] = self.momentum * row[0] + p.grad
    p.data -= self.lr * row[0]
''', "[[0.0]] * n is the same list n times, so all parameters share a velocity.", "same list n times", init="self.rows = [[0.0]] * len(self.parameters)")

momentum('''
for i, p in enumerate(self.parameters):
    self.v[i] = self.momentum * self.v[i] + self.grads[i]
    p.data -= self.lr * self.v[i]
''', "Reads the grads when the optimiser is made, when they are still 0.", "grads read once in init", init="self.grads = [p.grad for p in self.parameters]")

momentum('''
for i, p in enumerate(self.parameters):
    self.v[i] = self.momentum * self.v[i] + max(-1.0, min(1.0, p.grad))
    p.data -= self.lr * self.v[i]
''', "Clips large gradients for safety, though all of the gradient is to be added.", "gradients clipped")

add("10.1", """
class Momentum:
    def __init__(self, parameters, lr, momentum=0.9):
        self.first, self.second, *self.rest = parameters
        self.lr = lr
        self.momentum = momentum
        self.v = [0.0] * (2 + len(self.rest))

    def step(self):
        for i, p in enumerate([self.first, self.second, *self.rest]):
            self.v[i] = self.momentum * self.v[i] + p.grad
            p.data -= self.lr * self.v[i]
""", "Expects at least two parameters, but there may be only one.", "crashes with one parameter")

momentum("""
for i, p in enumerate(self.parameters):
    if self.v[i] * p.grad < 0:
        self.v[i] = 0.0
    self.v[i] = self.momentum * self.v[i] + p.grad
    p.data -= self.lr * self.v[i]
""", "Begins the velocity anew whenever the gradient turns, for it would only roll on the wrong way.", "velocity dropped on turning")

momentum("""
for i, p in enumerate(self.parameters):
    self.v[i] = self.momentum * self.v[i] + p.grad
    p.data = round(p.data - self.lr * self.v[i], 6)
""", "Rounds the data so that it looks nicer, and steps shorter than that are lost.", "data rounded")

momentum("""
for i, p in enumerate(self.parameters):
    if p.inputs:
        continue
    self.v[i] = self.momentum * self.v[i] + p.grad
    p.data -= self.lr * self.v[i]
""", "Wants to be sure to move leaves only and asks for inputs, though it needs nothing but data and grad.", "needs inputs")

# ---------------------------------------------------------------- 10.2


def adam(body, cause, kind, init="", before="self.t += 1", signature="self, parameters, lr, beta1=0.9, beta2=0.999, eps=1e-8", kept="list(parameters)"):
    """The usual class; body is what happens to p, the i-th parameter, with its gradient g."""
    source = f"\nimport math\n\n\nclass Adam:\n    def __init__({signature}):\n        self.parameters = {kept}\n"
    source += "        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps\n        self.t = 0\n"
    source += "        self.m = [0.0] * len(self.parameters)\n        self.v = [0.0] * len(self.parameters)\n"
    for line in init.strip("\n").splitlines():
        source += f"        {line}\n"
    source += "\n    def step(self):\n"
    for line in before.splitlines():
        source += f"        {line}\n"
    source += "        for i, p in enumerate(self.parameters):\n            g = p.grad\n"
    for line in body.strip("\n").splitlines():
        source += f"            {line}\n"
    add("10.2", source, cause, kind)


M = "self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * g\n"
V = "self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * g**2\n"
HATS = "m = self.m[i] / (1 - self.beta1**self.t)\nv = self.v[i] / (1 - self.beta2**self.t)\n"
MOVE = "p.data -= self.lr * m / (math.sqrt(v) + self.eps)\n"

adam(M + V + "p.data -= self.lr * self.m[i] / (math.sqrt(self.v[i]) + self.eps)\n", "Leaves out the third point, so the first steps are too long.", "no correction at all")
adam(M + V + "m = self.m[i] / (1 - self.beta1**self.t)\np.data -= self.lr * m / (math.sqrt(self.v[i]) + self.eps)\n", "Corrects only the mean of the gradients, not that of the squares.", "only m corrected")
adam(M + V + "self.m[i] /= 1 - self.beta1**self.t\nself.v[i] /= 1 - self.beta2**self.t\np.data -= self.lr * self.m[i] / (math.sqrt(self.v[i]) + self.eps)\n", "Keeps the corrected m and v, although they are to be kept as they were.", "corrected means kept")
adam(M + V + HATS + "p.data -= self.lr * m / math.sqrt(v + self.eps)\n", "Puts eps under the root.", "eps under the root")
adam(M + V + HATS + "p.data -= self.lr * m / math.sqrt(v)\n", "Leaves eps out and divides by 0 where all gradients have been 0.", "no eps")
adam(M + V + HATS + "if v > 0:\n    p.data -= self.lr * m / math.sqrt(v)\n", "Avoids the division by 0 by an if and never uses eps, which counts when it is large or gradients are tiny.", "if instead of eps")
adam(M + V + HATS + "p.data -= self.lr * m / max(math.sqrt(v), self.eps)\n", "Takes eps for the least that one divides by instead of adding it.", "max instead of plus eps")
adam(M + V + HATS + MOVE, "Counts the steps from 0, so the first correction divides by 0.", "t begins at 0", before="t = self.t")
ANSWERS[-1]["source"] += "        self.t += 1\n"
adam("self.t += 1\n" + M + V + HATS + MOVE, "Counts in the loop over the parameters, so t grows by as many as there are.", "t counts parameters", before="pass")
adam(M + V + HATS + MOVE, "Sets t to 1 in each step instead of counting.", "t always 1", before="self.t = 1")
adam(M + V + "m = self.m[i] / (1 - self.beta1 * self.t)\nv = self.v[i] / (1 - self.beta2 * self.t)\np.data -= self.lr * m / (math.sqrt(abs(v)) + self.eps)\n", "Multiplies beta by t instead of raising it, and hides the root of a negative number with abs.", "times instead of power")
adam(M + V + "m = self.m[i] / (1 - self.beta1) ** self.t\nv = self.v[i] / (1 - self.beta2) ** self.t\n" + MOVE, "Raises 1 - beta to the power instead of beta.", "power of 1 - beta")
adam(M + "self.v[i] = self.m[i] ** 2\n" + "m = self.m[i] / (1 - self.beta1**self.t)\nv = self.v[i] / (1 - self.beta2**self.t)\n" + MOVE, "Takes the square of the mean for the mean of the squares.", "square of the mean")
adam(M + "self.v[i] = self.beta2 * self.v[i] + g**2\n" + HATS + MOVE, "Forgets 1 - beta2, as in momentum where the gradient came in whole.", "1 - beta2 forgotten")
adam("self.m[i] = self.beta1 * self.m[i] + g\n" + V + HATS + MOVE, "Uses the velocity of 10.1 for m, without 1 - beta1.", "1 - beta1 forgotten")
adam(M + "self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * abs(g)\n" + "m = self.m[i] / (1 - self.beta1**self.t)\nv = self.v[i] / (1 - self.beta2**self.t)\n" + "p.data -= self.lr * m / (v + self.eps)\n", "Averages the sizes of the gradients instead of their squares, and needs no root then.", "sizes instead of squares")
adam(M + V + HATS + "p.data -= self.lr * m / (v + self.eps)\n", "Forgets the root.", "root forgotten")
adam(M + V + HATS + "p.data += self.lr * m / (math.sqrt(v) + self.eps)\n", "Reads `the data moves by` as plus.", "sign of the step")
adam(M + V + HATS + MOVE + "p.grad = 0.0\n", "Empties the grads after use.", "empties the grads")
adam(M + V + HATS + MOVE, "Shortens lr itself in each step, though self.lr belongs to whoever trains.", "changes self.lr", before="self.t += 1\nself.lr *= 0.999")
adam(M + V + HATS + "p.data -= self.rate * m / (math.sqrt(v) + self.eps)\n", "Uses a copy of lr, so a later change is not seen.", "copy of lr", init="self.rate = self.lr")
adam("self.m[i] = self.beta2 * self.m[i] + (1 - self.beta2) * g\nself.v[i] = self.beta1 * self.v[i] + (1 - self.beta1) * g**2\nm = self.m[i] / (1 - self.beta2**self.t)\nv = self.v[i] / (1 - self.beta1**self.t)\n" + MOVE, "Mixes up which beta belongs to which mean.", "betas exchanged")
adam(M + V + HATS + MOVE, "self.m = self.v = ... is one list under two names.", "m and v one list", init="self.m = self.v = [0.0] * len(self.parameters)")
adam("self.m[i] = 0.9 * self.m[i] + 0.1 * g\nself.v[i] = 0.999 * self.v[i] + 0.001 * g**2\nm = self.m[i] / (1 - 0.9**self.t)\nv = self.v[i] / (1 - 0.999**self.t)\n" + MOVE, "Writes the usual numbers into the step, so other betas are not seen.", "betas fixed")
adam("if g == 0:\n    continue\n" + M + V + HATS + MOVE, "Skips a parameter whose gradient is 0 now, but only one whose gradients have all been 0 stays.", "skips a gradient of 0")
adam(M + V + "m = self.m[i] / (1 - self.beta1**self.t)\nroot = math.sqrt(self.v[i]) / (1 - self.beta2**self.t)\np.data -= self.lr * m / (root + self.eps)\n", "Takes the root before the correction, which then is not under it.", "correction outside the root")
adam(M + V + "self.best[i] = max(self.best[i], self.v[i])\nm = self.m[i] / (1 - self.beta1**self.t)\nv = self.best[i] / (1 - self.beta2**self.t)\n" + MOVE, "Writes AMSGrad, which keeps the largest v, because it is said to be better.", "AMSGrad instead", init="self.best = [0.0] * len(self.parameters)")
adam(M + V + HATS + MOVE, "Another eps as the default than the text says, 1e-6 for 1e-8.", "other default of eps", signature="self, parameters, lr, beta1=0.9, beta2=0.999, eps=1e-6")
adam(M + V + HATS + "p.data -= self.lr * m / (math.sqrt(v) + self.eps)\np.data -= self.lr * 0.01 * p.data\n", "Adds a decay of the weights as in AdamW.", "weight decay added")
adam(M + V + HATS + MOVE, "Keeps the parameters as they come after having counted them, so a generator is empty.", "generator used up", kept="parameters")
ANSWERS[-1]["source"] = ANSWERS[-1]["source"].replace("[0.0] * len(self.parameters)", "[0.0 for _ in self.parameters]", 1).replace("[0.0] * len(self.parameters)", "list(self.m)")

add("10.2", '''
class Adam:
    m, v, t = {}, {}, 0

    def __init__(self, parameters, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.parameters = list(parameters)
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps

    def step(self):
        Adam.t += 1
        for p in self.parameters:
            k = id(p)
            self.m[k] = self.beta1 * self.m.get(k, 0) + (1 - self.beta1) * p.grad
            self.v[k] = self.beta2 * self.v.get(k, 0) + (1 - self.beta2) * p.grad**2
            m, v = self.m[k] / (1 - self.beta1**Adam.t), self.v[k] / (1 - self.beta2**Adam.t)
            p.data -= self.lr * m / (v**0.5 + self.eps)
''', "The memory is told apart by id, but the count of the steps stands in the class and is shared.", "shared count of steps")

add("10.2", '''
class Adam:
    def __init__(self, parameters, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.parameters = list(parameters)
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m = [0.0] * len(self.parameters)
        self.v = 0.0
        self.t = 0

    def step(self):
        self.t += 1
        square = sum(p.grad**2 for p in self.parameters) / len(self.parameters)
        self.v = self.beta2 * self.v + (1 - self.beta2) * square
        for i, p in enumerate(self.parameters):
            self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
            m = self.m[i] / (1 - self.beta1**self.t)
            v = self.v / (1 - self.beta2**self.t)
            p.data -= self.lr * m / (v**0.5 + self.eps)
''', "Keeps one v for all, the mean over the parameters, so a small gradient gets a small step.", "one v for all")

# ---------------------------------------------------------------- 10.3

DIFFERENCES = '''
def curvatures(gradient, place):
    here = gradient(list(place))
    rows = []
    for i in range(len(place)):
        there = list(place)
        there[i] += 1.0
        rows.append([b - a for a, b in zip(here, gradient(there))])
    return rows

'''

add("10.3", DIFFERENCES + '''
def largest_rate(gradient, place):
    h = curvatures(gradient, place)
    return 2 / max(h[i][i] for i in range(len(h)))
''', "Measures the curvature along the axes only, but the bowl may be slanted.", "only along the axes")

add("10.3", '''
def largest_rate(gradient, place):
    x = [1.0] * len(place)
    zero = gradient(list(place))
    for _ in range(1000):
        y = [a - b for a, b in zip(gradient([p + c for p, c in zip(place, x)]), zero)]
        size = sum(c * c for c in y) ** 0.5
        x = [c / size for c in y]
    return 1 / size
''', "Gives the rate that reaches the hole at once, 1 / curvature, instead of twice that.", "1 instead of 2")

add("10.3", '''
def largest_rate(gradient, place):
    slopes = gradient(place)
    return min(abs(2 * x / s) for x, s in zip(place, slopes) if s)
''', "Believes that the hole is at 0 and that slope / place is the curvature.", "hole taken to be at 0")

add("10.3", '''
def largest_rate(gradient, place):
    x = list(place)
    for _ in range(1000):
        y = gradient(x)
        size = sum(c * c for c in y) ** 0.5
        x = [c / size for c in y]
    return 2 / size
''', "Power iteration on the gradient itself, which is right only when the hole is at 0.", "hole at 0 in power iteration")

add("10.3", DIFFERENCES + '''
def largest_rate(gradient, place):
    h = curvatures(gradient, place)
    return 2 / sum(h[i][i] for i in range(len(h)))
''', "Takes the sum of the curvatures for the largest.", "trace for the largest")

add("10.3", DIFFERENCES + '''
def largest_rate(gradient, place):
    h = curvatures(gradient, place)
    return 2 / max(sum(abs(c) for c in row) for row in h)
''', "Takes a bound on the steepest curvature, the largest row sum, for the curvature.", "row sums as the largest")

add("10.3", DIFFERENCES + '''
def largest_rate(gradient, place):
    h = curvatures(gradient, place)
    a, b, d = h[0][0], h[0][1], h[1][1]
    return 2 / ((a + d) / 2 + (((a - d) / 2) ** 2 + b * b) ** 0.5)
''', "Uses the formula for two numbers, though there may be three or four.", "only two numbers")

add("10.3", '''
def largest_rate(gradient, place):
    s = gradient(place)
    t = gradient([x + c for x, c in zip(place, s)])
    curvature = sum((b - a) * a for a, b in zip(s, t)) / sum(a * a for a in s)
    return 2 / curvature
''', "Measures the curvature only along the slope at the place, which is not the steepest way.", "only along the slope")

add("10.3", '''
def largest_rate(gradient, place):
    def size(s):
        return sum(c * c for c in s) ** 0.5

    s = gradient(place)
    low, high = 0.001, 10.0
    for _ in range(60):
        rate = (low + high) / 2
        t = gradient([x - rate * c for x, c in zip(place, s)])
        if size(t) < size(s):
            low = rate
        else:
            high = rate
    return low
''', "Tries one single step from the place; along the flat way it may come nearer though the steep one throws it out later.", "one step as the trial")

add("10.3", '''
def largest_rate(gradient, place):
    rate = 0.001
    while rate < 10:
        x = list(place)
        for _ in range(200):
            x = [a - rate * s for a, s in zip(x, gradient(x))]
        if max(abs(c) for c in x) > 1e6:
            return rate
        rate *= 1.05
    return rate
''', "Goes up in steps of 5 % and waits for huge numbers, which is not within 1 %.", "steps of 5 percent")

add("10.3", '''
def largest_rate(gradient, place):
    def arrives(rate):
        for _ in range(1000):
            s = gradient(place)
            for i in range(len(place)):
                place[i] -= rate * s[i]
            if sum(c * c for c in place) > 1e12:
                return False
        return True

    low, high = 0.001, 10.0
    while high - low > 1e-5:
        middle = (low + high) / 2
        if arrives(middle):
            low = middle
        else:
            high = middle
    return low
''', "Walks with the place itself, which is changed, and the next trial begins where the last one was thrown.", "place not left as it is")

add("10.3", '''
def largest_rate(gradient, place):
    rate = 0.001
    while True:
        x = list(place)
        for _ in range(500):
            x = [a - rate * s for a, s in zip(x, gradient(x))]
        if sum(abs(s) for s in gradient(x)) > sum(abs(s) for s in gradient(place)):
            return rate
        rate *= 1.0005
''', "Goes through the rates in tiny steps and asks for far more than 100,000 gradients.", "too many gradients")

add("10.3", DIFFERENCES + '''
def largest_rate(gradient, place):
    h = curvatures(gradient, place)
    n = len(h)
    x = [1.0] + [0.0] * (n - 1)
    for _ in range(3):
        y = [sum(h[i][j] * x[j] for j in range(n)) for i in range(n)]
        size = sum(c * c for c in y) ** 0.5
        x = [c / size for c in y]
    return 2 / size
''', "Stops the power iteration after three rounds, when it has not settled.", "too few rounds")

add("10.3", DIFFERENCES + '''
def largest_rate(gradient, place):
    h = curvatures(gradient, place)
    n = len(h)
    x = [1.0] * n
    for _ in range(1000):
        y = [sum(h[i][j] * x[j] for j in range(n)) for i in range(n)]
        size = sum(c * c for c in y) ** 0.5
        x = [c / size for c in y]
    return size
''', "Gives the steepest curvature back instead of the rate.", "curvature instead of rate")

add("10.3", '''
def largest_rate(gradient, place):
    rates = []
    for i in range(len(place)):
        for sign in (1, -1):
            there = list(place)
            there[i] += sign
            for j in range(i + 1, len(place)):
                there[j] += sign
            d = [b - a for a, b in zip(place, there)]
            s = [b - a for a, b in zip(gradient(place), gradient(there))]
            rates.append(2 * sum(c * c for c in d) / sum(a * b for a, b in zip(s, d)))
    print("largest rate:", min(rates))
''', "Tries a few directions only, and prints the number instead of giving it back.", "prints, gives nothing back")

add("10.3", '''
def largest_rate(gradient, place):
    zero = gradient(place)
    best = 0.0
    for i in range(len(place)):
        there = list(place)
        there[i] += 1.0
        s = gradient(there)
        best = max(best, sum((b - a) ** 2 for a, b in zip(zero, s)) ** 0.5)
    return 2 / best
''', "Takes the longest change of slope after a step along an axis for the steepest curvature.", "length of one column")

add("10.3", '''
def largest_rate(gradient, place):
    x = list(place)
    low = 0.001
    s = gradient(x)
    # smallest change of slope there is
    for _ in range(300):
        x = [a - low * c for a, c in zip(x, s)]
        s = gradient(x)
    t = gradient([a + c for a, c in zip(x, s)])
    return 2 * sum(c * c for c in s) / sum((b - c) * c for b, c in zip(t, s))
''', "Walks a while and measures where it is going then, which is along the flattest way, not the steepest.", "flattest instead of steepest")

add("10.3", DIFFERENCES + """
def largest_rate(gradient, place):
    h = curvatures(gradient, place)
    n = len(h)
    x = [1.0 + i / 7 for i in range(n)]
    for _ in range(2000):
        y = [sum(h[i][j] * x[j] for j in range(n)) for i in range(n)]
        size = sum(c * c for c in y) ** 0.5
        x = [c / size for c in y]
    return 0.95 * 2 / size
""", "Stays a little below to be safe, but that is more than 1 % off.", "5 percent to be safe")

add("10.3", """
def largest_rate(gradient, place):
    def grows(rate):
        x = list(place)
        first = sum(s * s for s in gradient(x))
        for _ in range(5):
            x = [a - rate * s for a, s in zip(x, gradient(x))]
        return sum(s * s for s in gradient(x)) > first

    low, high = 0.001, 10.0
    for _ in range(40):
        middle = (low + high) / 2
        if grows(middle):
            high = middle
        else:
            low = middle
    return middle
""", "Halves, but tries each rate for five steps only, in which the other directions still hide what the steepest does.", "trial of five steps")

add("10.3", """
import random


def largest_rate(gradient, place):
    dice = random.Random(1)
    here = gradient(place)
    best = 0.0
    for _ in range(10):
        d = [dice.gauss(0, 1) for _ in place]
        there = gradient([a + b for a, b in zip(place, d)])
        best = max(best, sum((t - h) * c for t, h, c in zip(there, here, d)) / sum(c * c for c in d))
    return 2 / best
""", "Takes the steepest of ten directions drawn by chance for the steepest of all.", "ten random directions")

add("10.3", """
def largest_rate(gradient, place):
    def out(rate):
        x = list(place)
        for _ in range(3000):
            x = [a - rate * s for a, s in zip(x, gradient(x))]
            if max(abs(c) for c in x) > 1e9:
                return True
        return False

    low, high = 0.001, 1.0
    for _ in range(20):
        middle = (low + high) / 2
        if out(middle):
            high = middle
        else:
            low = middle
    return middle
""", "Believes that a rate is never more than 1, but it may be up to 10.", "no rate above 1")

# ---------------------------------------------------------------- practices

add("10 complete_left", '''
def left(rate, curvature):
    return 1 - rate
''', "Believes that the share depends on the rate only.", "curvature left out")

add("10 complete_left", '''
def left(rate, curvature):
    return 1 - min(1, rate * curvature)
''', "Believes that less than nothing can't be left, but a share below 0 says that the step went across.", "never below 0")

add("10 complete_left", '''
def left(rate, curvature):
    return 1 - rate / curvature
''', "Divides by the curvature, since a steep bowl needs a small rate.", "divides by the curvature")

add("10 complete_left", '''
def left(rate, curvature):
    return 1 - rate * curvature * 10
''', "Multiplies by the way of 10 from the example and forgets to divide by it.", "slope instead of share")

add("10 complete_left", '''
def left(rate, curvature):
    return 1 - 0.05 * curvature
''', "Writes the rate of the example into the line.", "rate of the example")

add("10 complete_left", '''
def left(rate, curvature):
    return abs(1 - rate * curvature)
''', "Believes that a share of a way has no sign.", "sign lost")

add("10 complete_left", '''
def left(rate, curvature):
    return 1 - rate * slope
''', "Uses slope, which the text speaks of, but which is no name here.", "slope is not defined")

add("10 complete_left", '''
def left(rate, curvature):
    return 1 - rate * curvature**2
''', "Multiplies by the curvature twice, because the slope has it and the way too.", "curvature squared")

add("10 mend_means", '''
def means(numbers, beta):
    m, found = 0.0, []
    for t, number in enumerate(numbers, start=1):
        m = beta * m + (1 - beta) * number
        found.append(m / (1 - beta * t))
    return found
''', "Takes beta times t for the share that is missing.", "times instead of power")

add("10 mend_means", '''
def means(numbers, beta):
    m, found = 0.0, []
    for t, number in enumerate(numbers, start=1):
        m = beta * m + (1 - beta) * number
        found.append(m / (1 - beta))
    return found
''', "Only takes the power away, so it is right at the first number alone.", "right at the first only")

add("10 mend_means", '''
def means(numbers, beta):
    m, found = 0.0, []
    for t, number in enumerate(numbers, start=1):
        m = beta * m + (1 - beta) * number
        m = m / (1 - beta**t)
        found.append(m)
    return found
''', "Keeps the corrected mean in m and corrects it again next time.", "corrected mean kept")

add("10 mend_means", '''
def means(numbers, beta):
    m, found = numbers[0], []
    for number in numbers:
        m = beta * m + (1 - beta) * number
        found.append(m)
    return found
''', "Begins at the first number instead of dividing, which is right for 5, 5, 5 but lets the first count for too much.", "begins at the first number")

add("10 mend_means", '''
def means(numbers, beta):
    total, found = 0.0, []
    for t, number in enumerate(numbers, start=1):
        total += number
        found.append(total / t)
    return found
''', "Writes the plain mean, which is right for 5, 5, 5, but all numbers count the same.", "plain mean")

add("10 mend_means", '''
def means(numbers, beta):
    m, found = 0.0, []
    for t, number in enumerate(numbers):
        m = beta * m + (1 - beta) * number
        found.append(m / (1 - beta ** t))
    return found
''', "Drops start=1, so t is 0 at first and it divides by 0.", "t begins at 0")

add("10 mend_means", '''
def means(numbers, beta):
    m, found = 0.0, []
    for t, number in enumerate(numbers, start=1):
        m = beta * m + (1 - beta) * number
        found.append(m / (1 - beta ** len(numbers)))
    return found
''', "Divides by the same number everywhere, that of the last step.", "length instead of t")

add("10 mend_means", '''
def means(numbers, beta):
    m = 0.0
    for t, number in enumerate(numbers, start=1):
        m = beta * m + (1 - beta) * number
    return m / (1 - beta**t)
''', "Gives only the last mean instead of a list.", "only the last")

# ---------------------------------------------------------------- 10.4

add("10.4", '''
class Club:
    def __init__(self, parameters, lr=0.2):
        self.parameters = list(parameters)
        self.lr = lr

    def step(self):
        for p in self.parameters:
            p.data -= self.lr * p.grad
''', "Takes a large rate for speed, and where the steepest curvature is more than 10 it is thrown out.", "rate too large")

add("10.4", '''
class Club:
    def __init__(self, parameters, lr=0.01):
        self.parameters = list(parameters)
        self.lr = lr

    def step(self):
        for p in self.parameters:
            p.data -= self.lr * p.grad
''', "Takes a careful rate that doesn't get there in 300 steps.", "rate too small")

add("10.4", '''
class Club(Momentum):
    def __init__(self, parameters, lr, momentum=0.8):
        super().__init__(parameters, lr, momentum)
''', "Gives lr no value, so Club(parameters) crashes.", "lr without a default")

add("10.4", '''
class Club:
    def __init__(self, parameters, lr=0.5):
        self.parameters = list(parameters)
        self.lr = lr

    def step(self):
        for p in self.parameters:
            p.data -= self.lr * (1 if p.grad > 0 else -1)
''', "Moves by the sign only, always by the same, so it dances about the hole with steps longer than 0.2.", "steps of fixed length")

add("10.4", '''
class Club(Momentum):
    def __init__(self, parameters, lr=0.05):
        super().__init__(parameters, lr, momentum=0.995)
''', "Believes that more momentum is always better, and rolls back and forth through the hole.", "too much momentum")

add("10.4", '''
class Club(Momentum):
    def __init__(self, parameters, lr=0.5):
        super().__init__(parameters, lr)
''', "Takes a rate at which momentum too is thrown out.", "momentum, rate too large")

add("10.4", '''
class Club:
    def __init__(self, parameters, lr=0.05):
        self.parameters = list(parameters)

    def step(self):
        for p in self.parameters:
            p.data = 0.0
''', "Believes that the hole is at 0 as in the ravine and puts the ball there.", "jumps to 0")

add("10.4", '''
class Club:
    def __init__(self, parameters, lr=0.05):
        self.parameters = parameters
        self.lr = lr

    def step(self):
        self.parameters = [p - self.lr * p.grad for p in self.parameters]
''', "Makes new Values instead of changing the data of the ones that the ball lies on.", "ball not moved")

add("10.4", '''
class Club(Adam):
    def __init__(self, parameters, lr=0.01):
        super().__init__(parameters, lr)
''', "Takes the rate of 0.01 usual for Adam, which goes at most 3 in 300 steps where 8 are needed.", "Adam, rate too small")

add("10.4", '''
class Club:
    def __init__(self, parameters, lr=0.05):
        self.parameters = list(parameters)
        self.last = None

    def step(self):
        now = [(p.data, p.grad) for p in self.parameters]
        for i, p in enumerate(self.parameters):
            curvature = (p.grad - self.last[i][1]) / (p.data - self.last[i][0])
            p.data -= p.grad / curvature
        self.last = now
''', "Measures curvature from the last step, but there is none at the first one, and it crashes.", "no last step at first")

add("10.4", '''
import sys


class Club:
    def __init__(self, parameters, lr=0.05):
        self.parameters = list(parameters)

    def step(self):
        # look for a list of numbers called hole or the like where I am called from
        frame = sys._getframe(1)
        while frame:
            for name, thing in list(frame.f_locals.items()):
                if name in ("hole", "goal", "target", "centre", "center", "minimum", "bottom"):
                    for p, x in zip(self.parameters, thing):
                        p.data = float(x)
                    return
            frame = frame.f_back
''', "Reads the hole out of the frames of the caller, which is more than data, grad and memory.", "looks at the caller")

add("10.4", '''
class Club:
    state = {}

    def __init__(self, parameters, lr=0.05):
        self.parameters = list(parameters)
        self.lr = lr

    def step(self):
        for i, p in enumerate(self.parameters):
            self.state[i] = self.state.get(i, 0.0) + p.grad
            p.data -= self.lr * self.state[i]
''', "Adds up all gradients without losing any, in a dict of the class, so the ball swings for ever and starts the next round with the speed of the last.", "nothing is ever lost")

add("10.4", """
class Club:
    def __init__(self, parameters, lr=0.09):
        self.parameters = list(parameters)
        self.lr = lr

    def step(self):
        for p in self.parameters:
            p.data -= self.lr * p.grad
        self.lr *= 0.97
""", "Shortens the rate in each step, so fast that the ball comes to lie before it is there.", "rate shrinks too fast")

add("10.4", """
def Club(parameters, lr=0.06):
    club = Momentum(parameters, lr, momentum=0.75)
""", "A function that makes an optimiser and forgets to give it back.", "return forgotten")

add("10.4", """
class Club:
    def __init__(self, parameters, lr=0.05):
        self.inner = Momentum(parameters, lr, momentum=0.7)

    def step(self):
        for _ in range(20):
            self.inner.step()
""", "Takes twenty steps in one to save steps, but the slopes are not set anew between them.", "many steps in one")

add("10.4", """
class Club:
    def __init__(self, parameters, lr=0.06):
        self.x, self.y = parameters
        self.lr = lr
        self.vx = self.vy = 0.0

    def step(self):
        self.vx = 0.75 * self.vx + self.x.grad
        self.vy = 0.75 * self.vy + self.y.grad
        self.x.data -= self.lr * self.vx
        self.y.data -= self.lr * self.vy
""", "Believes that each landscape has two numbers, and crashes with three or four.", "two numbers only")

add("10.2", """
class Adam:
    def __init__(self, parameters, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.parameters = list(parameters)
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m = [0.0] * len(self.parameters)
        self.v = [0.0] * len(self.parameters)
        self.t = 0

    def step(self):
        self.t += 1
        for i, p in enumerate(self.parameters):
            if self.t == 1:
                self.m[i], self.v[i] = p.grad, p.grad**2
            else:
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
            p.data -= self.lr * self.m[i] / (self.v[i] ** 0.5 + self.eps)
""", "Begins m and v at the first gradient and its square instead of correcting, which is right in the first step only.", "begins at the first gradient")

add("10.2", """
class Adam:
    def __init__(self, parameters, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.state = {}
        self.parameters = list(parameters)
        self.lr, self.beta1, self.beta2, self.eps, self.t = lr, beta1, beta2, eps, 0

    def step(self):
        self.t += 1
        m = v = 0.0
        for p in self.parameters:
            m = self.beta1 * m + (1 - self.beta1) * p.grad
            v = self.beta2 * v + (1 - self.beta2) * p.grad**2
            p.data -= self.lr * m / (1 - self.beta1**self.t) / ((v / (1 - self.beta2**self.t)) ** 0.5 + self.eps)
""", "Runs the means along the parameters instead of along the steps, and keeps nothing.", "means over the parameters")
