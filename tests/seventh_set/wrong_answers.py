"""Wrong answers as learners would write them, lessons 7 to 9. Form: see FORMAT.md."""

ANSWERS = []


def add(exercise, source, cause, kind, needs=None):
    ANSWERS.append({"exercise": exercise, "source": source, "cause": cause, "kind": kind, "needs": needs or {}})


# ---------------------------------------------------------------- 7.1

add("7.1", '''
class Neuron:
    """relu(w . x + b), or w . x + b where nonlin is false."""

    def __init__(self, nin, nonlin=True):
        self.w = [Value(random.uniform(-1, 1)) for _ in range(nin)]
        self.b = Value(random.uniform(-1, 1))
        self.nonlin = nonlin

    def __call__(self, x):
        act = sum((wi * xi for wi, xi in zip(self.w, x)), self.b)
        return act.relu() if self.nonlin else act

    def parameters(self):
        return self.w + [self.b]
''', "Knows it from micrograd's video, where the bias is drawn too; breaks 'begins at 0.0 and is not drawn'.", "bias drawn as well")

add("7.1", '''
class Neuron:
    """relu(w . x + b), or w . x + b where nonlin is false."""

    def __init__(self, nin, nonlin=True):
        random.seed(7)
        self.nonlin = nonlin
        self.weights = []
        for i in range(nin):
            self.weights.append(Value(random.uniform(-1, 1)))
        self.bias = Value(0.0)

    def __call__(self, x):
        total = self.bias
        for i in range(len(self.weights)):
            total = total + self.weights[i] * x[i]
        if self.nonlin:
            return total.relu()
        return total

    def parameters(self):
        return [*self.weights, self.bias]
''', "Reads 'random.seed(7) is to give everybody the same neuron' as an order to seed in the class, so every neuron is the same one whatever the user seeds.", "seeds inside the class")

add("7.1", '''
class Neuron:
    """relu(w . x + b), or w . x + b where nonlin is false."""

    def __init__(self, nin, nonlin=True):
        self.w = [Value(random.uniform(-1, 1)) for _ in range(nin)]
        self.b = Value(0.0)
        self.nonlin = nonlin

    def __call__(self, x):
        x.append(1.0)  # the bias is a weight whose input is 1
        act = sum(w * xi for w, xi in zip(self.w + [self.b], x))
        return act.relu() if self.nonlin else act

    def parameters(self):
        return self.w + [self.b]
''', "The trick with a constant input is put into the caller's own list; breaks 'which stays as it is'.", "mutates the input list")

add("7.1", '''
class Neuron:
    """relu(w . x + b), or w . x + b where nonlin is false."""

    def __init__(self, nin, nonlin=True):
        self.w = [Value(random.uniform(-1, 1)) for _ in range(nin)]
        self.b = Value(0.0)
        self.nonlin = nonlin

    def __call__(self, x):
        act = self.b
        for w, xi in zip(self.w, x):
            act = act + w * xi
        return act.relu() if self.nonlin else act

    def parameters(self):
        out = self.w
        out.append(self.b)
        return out
''', "Takes out = self.w for a copy, so each call puts another bias into the weights; breaks 'the same at each call'.", "alias grows at each call")

add("7.1", '''
class Neuron:
    """relu(w . x + b), or w . x + b where nonlin is false."""

    def __init__(self, nin, nonlin=True):
        self.w = [Value(random.uniform(-1, 1)) for _ in range(nin)]
        self.b = Value(0.0)
        self.nonlin = nonlin

    def __call__(self, x):
        z = sum(w * xi for w, xi in zip(self.w, x)) + self.b
        if self.nonlin and z.data <= 0:
            return 0.0
        return z

    def parameters(self):
        return self.w + [self.b]
''', "Writes relu by hand and gives the plain number 0.0 where the gate is shut; breaks 'it gives one Value'.", "plain number at shut gate")

add("7.1", '''
class Neuron:
    """relu(w . x + b), or w . x + b where nonlin is false."""

    def __init__(self, nin, nonlin=True):
        self.w = [Value(random.uniform(-1, 1)) for _ in range(nin)]
        self.b = Value(0.0)
        self.nonlin = nonlin

    def __call__(self, x):
        dot = sum(w * xi for w, xi in zip(self.w, x))
        if self.nonlin:
            return (dot + self.b).relu()
        return dot

    def parameters(self):
        return self.w + [self.b]
''', "Takes 'the same without relu' for the weighted sum alone; hidden as long as the bias is 0.", "bias lost without relu")

# ---------------------------------------------------------------- 7.2

add("7.2", '''
class Layer:
    """nout neurons that all see the same nin inputs."""

    def __init__(self, nin, nout, nonlin=True):
        self.neurons = [Neuron(nin, nonlin)] * nout

    def __call__(self, x):
        outs = [n(x) for n in self.neurons]
        return outs[0] if len(outs) == 1 else outs

    def parameters(self):
        return [p for n in self.neurons for p in n.parameters()]
''', "Believes that [Neuron()] * nout makes nout neurons; it is one, nout times.", "one neuron many times")

add("7.2", '''
class Layer:
    """nout neurons that all see the same nin inputs."""

    def __init__(self, nin, nout, nonlin=True):
        self.neurons = [Neuron(nin, nonlin=nonlin) for _ in range(nout)]

    def __call__(self, x):
        outs = [n(x) for n in self.neurons]
        return outs[0] if len(x) == 1 else outs

    def parameters(self):
        return [p for n in self.neurons for p in n.parameters()]
''', "Asks for the number of inputs instead of the number of neurons before it unwraps the list.", "counts inputs, not outputs")

add("7.2", '''
class Layer:
    """nout neurons that all see the same nin inputs."""

    def __init__(self, nin, nout, nonlin=True):
        self.neurons = []
        for _ in range(nout):
            self.neurons.append(Neuron(nin))

    def __call__(self, x):
        outs = [n(x) for n in self.neurons]
        if len(outs) == 1:
            return outs[0]
        return outs

    def parameters(self):
        params = []
        for n in self.neurons:
            params.extend(n.parameters())
        return params
''', "nonlin is taken in and forgotten; breaks 'nonlin is handed on to each of them'.", "nonlin not handed on")

add("7.2", '''
class Layer:
    """nout neurons that all see the same nin inputs."""

    def __init__(self, nin, nout, nonlin=True):
        self.neurons = [Neuron(nin, nonlin) for _ in range(nout)]

    def __call__(self, x):
        outs = [n(x) for n in self.neurons]
        return outs[0] if len(outs) == 1 else outs

    def parameters(self):
        params = []
        for n in self.neurons:
            params.append(n.parameters())
        return params
''', "append instead of extend: a list of lists, where the text wants one list.", "nested parameter lists")

add("7.2", '''
class Layer:
    """nout neurons that all see the same nin inputs."""

    def __init__(self, nin, nout, nonlin=True):
        self.neurons = [Neuron(nin, nonlin) for _ in range(nout)]

    def __call__(self, x):
        outs = [n(x) for n in self.neurons]
        return outs[0] if len(outs) == 1 else outs

    def parameters(self):
        # as torch: the whole weight matrix, then the vector of biases
        every = [n.parameters() for n in self.neurons]
        return [w for ps in every for w in ps[:-1]] + [ps[-1] for ps in every]
''', "Orders as PyTorch's Linear does; breaks 'those of the first neuron, then those of the second'.", "all weights, then all biases")

# ---------------------------------------------------------------- 7.3

add("7.3", '''
class MLP:
    """Layers of neurons, one after the other: the hidden ones with relu, the last one without."""

    def __init__(self, nin, nouts):
        nouts.insert(0, nin)
        self.layers = []
        for i in range(len(nouts) - 1):
            self.layers.append(Layer(nouts[i], nouts[i + 1], nonlin=i != len(nouts) - 2))

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
            if not isinstance(x, list) and layer is not self.layers[-1]:
                x = [x]
        return x

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
''', "Puts nin into the caller's list; breaks 'nouts is a list, and stays as it is'.", "mutates nouts")

add("7.3", '''
class MLP:
    """Layers of neurons, one after the other: the hidden ones with relu, the last one without."""

    def __init__(self, nin, nouts):
        self.layers = []
        for nout in nouts:
            self.layers.append(Layer(nin, nout, nonlin=nout != nouts[-1]))
            nin = nout

    def __call__(self, x):
        for layer in self.layers:
            if isinstance(x, Value):
                x = [x]
            x = layer(x)
        return x

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
''', "Tells the last layer by its size and not by its place, so in [1, 1] or [3, 3] the hidden one does not bend; right for [16, 16, 1].", "last layer told by size")

add("7.3", '''
class MLP:
    """Layers of neurons, one after the other: the hidden ones with relu, the last one without."""

    def __init__(self, nin, nouts):
        sizes = [nin] + nouts
        self.layers = [Layer(sizes[i], sizes[i + 1], nonlin=i == 0 or i < len(nouts) - 1) for i in range(len(nouts))]

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x if isinstance(x, list) else [x])
        return x

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
''', "Believes the first layer is always hidden; breaks 'also where it is the only one'.", "only layer bends")

add("7.3", '''
class MLP:
    """Layers of neurons, one after the other: the hidden ones with relu, the last one without."""

    def __init__(self, nin, nouts):
        sizes = [nin] + list(nouts)
        last = len(nouts) - 1
        self.layers = [Layer(a, b, nonlin=i < last) for i, (a, b) in enumerate(zip(sizes, sizes[1:]))]

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
            if not isinstance(x, list):
                x = [x]
        return x

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
''', "Wraps the lone Value of every layer, the last one too; breaks 'what the last one gives is the network's own output, as it is'.", "wraps the output too")

add("7.3", '''
class MLP:
    """Layers of neurons, one after the other: the hidden ones with relu, the last one without."""

    def __init__(self, nin, nouts):
        self.layers = []
        for n in nouts[:-1]:
            self.layers.append(Layer(nin, n))
        self.layers.append(Layer(nouts[-2] if len(nouts) > 1 else nin, nouts[-1], nonlin=False))

    def __call__(self, x):
        for layer in self.layers:
            if not isinstance(x, list):
                x = [x]
            x = layer(x)
        return x

    def parameters(self):
        params = []
        for layer in self.layers:
            params += layer.parameters()
        return params
''', "Forgets that a layer's inputs are the outputs of the one before: the second hidden layer is built for nin inputs, and zip silently drops the rest.", "nin not carried along")

add("7.3", '''
class MLP:
    """Layers of neurons, one after the other: the hidden ones with relu, the last one without."""

    def __init__(self, nin, nouts):
        sizes = [nin, *nouts]
        self.layers = []
        for i in reversed(range(len(nouts))):
            self.layers.insert(0, Layer(sizes[i], sizes[i + 1], nonlin=i < len(nouts) - 1))

    def __call__(self, x):
        for layer in self.layers:
            x = layer([x] if isinstance(x, Value) else x)
        return x

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
''', "Builds from the end, since the last layer is the special one, so a seed gives other weights; breaks 'made in this order'.", "layers made in reverse")

# ---------------------------------------------------------------- 7.4

add("7.4", '''
nine = [1, 1, 0, 1, 1, -1, 2, -4, -1]  # s = x1 + x2, as on the page
''', "Takes the page's numbers as they are, though these corners are not those of the square from 0 to 1.", "page's numbers, unchanged")

add("7.4", '''
xs = sorted({x1 for x1, _, _ in corners.values()})
ys = sorted({x2 for _, x2, _ in corners.values()})
u, v = 1 / (xs[1] - xs[0]), 1 / (ys[1] - ys[0])
b = -xs[0] * u - ys[0] * v
sign = [-side for x1, x2, side in corners.values() if x1 == xs[0] and x2 == ys[0]][0]
nine = [u, v, b, u, v, b - 1, 1 * sign, -2 * sign, -0.5 * sign]
''', "Looks only at the sign of the scores, which are 0.5 and -0.5; breaks the margin of 1.", "right sides, no margin")

add("7.4", '''
xs = sorted({x1 for x1, _, _ in corners.values()})
ys = sorted({x2 for _, x2, _ in corners.values()})
u, v = 1 / (xs[1] - xs[0]), 1 / (ys[1] - ys[0])
b = -xs[0] * u - ys[0] * v
sign = [-side for x1, x2, side in corners.values() if x1 == xs[0] and x2 == ys[0]][0]
nine = [[u, v, b], [u, v, b - 1], [2 * sign, -4 * sign, -1 * sign]]
''', "One list for each neuron; breaks 'they come in one list'.", "three lists of three")

add("7.4", '''
xs = sorted({x1 for x1, _, _ in corners.values()})
ys = sorted({x2 for _, x2, _ in corners.values()})
u, v = 1 / (xs[1] - xs[0]), 1 / (ys[1] - ys[0])
b = -xs[0] * u - ys[0] * v
sign = [-side for x1, x2, side in corners.values() if x1 == xs[0] and x2 == ys[0]][0]
nine = [u, v, u, v, b, b - 1, 2 * sign, -4 * sign, -1 * sign]
''', "The hidden layer's weights first and then its biases, as in a weight matrix; breaks 'in the order of parameters()'.", "biases after all weights")

# ---------------------------------------------------------------- 7.5

add("7.5", '''
times = {"A": 1, "B": 1, "C": 1, "D": 1}
''', "Takes over the page's proof, or the example; once each leaves something over, as the lines do not cross in their middles.", "once each")

add("7.5", '''
times = {"A": 0, "B": 0, "C": 0, "D": 0}  # then nothing is left in front of w1, w2 and b
''', "0 times each does give 0 > 0, but the text wants whole numbers above 0.", "all zero")

add("7.5", '''
(ax, ay), (bx, by), (cx, cy), (dx, dy) = [points[k][:2] for k in "ABCD"]
# A + s (B - A) = C + t (D - C)
det = (bx - ax) * -(dy - cy) + (dx - cx) * (by - ay)
s = ((cx - ax) * -(dy - cy) + (dx - cx) * (cy - ay)) / det
t = ((bx - ax) * (cy - ay) - (by - ay) * (cx - ax)) / det
times = {"A": 1 - s, "B": s, "C": 1 - t, "D": t}
''', "Finds the crossing and stops with its shares, which are fractions; breaks 'four whole numbers'.", "shares not made whole")

add("7.5", '''
from fractions import Fraction
from math import lcm

(ax, ay), (bx, by), (cx, cy), (dx, dy) = [[Fraction(str(z)) for z in points[k][:2]] for k in "ABCD"]
det = (bx - ax) * -(dy - cy) + (dx - cx) * (by - ay)
s = ((cx - ax) * -(dy - cy) + (dx - cx) * (cy - ay)) / det
t = ((bx - ax) * (cy - ay) - (by - ay) * (cx - ax)) / det
m = lcm(s.denominator, t.denominator)
# s of the way from A to B, so A counts s and B counts 1 - s
times = {"A": int(s * m), "B": int((1 - s) * m), "C": int(t * m), "D": int((1 - t) * m)}
''', "Gives the nearer point the smaller number: the lever is the wrong way round.", "shares swapped")

# ---------------------------------------------------------------- 8.1

add("8.1", '''
def train(loss_of, parameters, step, steps):
    """Take steps, and yield the loss before each."""
    for n in range(steps):
        loss = loss_of(n)
        loss.backward()
        step(n)
        yield loss.data
''', "No zero_grad: believes that backward begins with empty gradients.", "zero_grad left out")

add("8.1", '''
def train(loss_of, parameters, step, steps):
    """Take steps, and yield the loss before each."""
    for n in range(steps):
        loss = loss_of(n)
        for p in parameters:
            p.grad = 0.0
        loss.backward()
        yield loss.data
        step(n)
''', "Yields before the step, because the loss is the one 'before that step'; whoever looks in between finds the parameters unmoved.", "yields before stepping")

add("8.1", '''
def train(loss_of, parameters, step, steps):
    """Take steps, and yield the loss before each."""
    losses = []
    for n in range(steps):
        loss = loss_of(n)
        for p in parameters:
            p.grad = 0.0
        loss.backward()
        step(n)
        losses.append(loss.data)
    return losses
''', "A list instead of a generator: all steps are taken at once, nobody can look in between or stop early.", "list instead of generator")

add("8.1", '''
def train(loss_of, parameters, step, steps):
    """Take steps, and yield the loss before each."""
    for n in range(steps):
        for p in parameters:
            p.grad = 0.0
        loss = loss_of(n)
        loss.backward()
        step(n)
        yield loss.data
        if loss.data < 1e-12:
            break
''', "Stops when there seems to be nothing left to do; breaks 'how many rounds there are, whatever the losses'.", "stops at small loss")

add("8.1", '''
def train(loss_of, parameters, step, steps):
    """Take steps, and yield the loss before each."""
    for n in range(1, steps + 1):
        for p in parameters:
            p.grad = 0.0
        loss = loss_of(n)
        loss.backward()
        step(n)
        yield loss.data
''', "Counts rounds from 1, as people do; breaks 'rounds count from 0'.", "counts from one")

add("8.1", '''
def train(loss_of, parameters, step, steps):
    """Take steps, and yield the loss before each."""
    for n in range(steps):
        for p in parameters:
            p.grad = 0.0
        loss_of(n).backward()
        before = loss_of(n).data
        step(n)
        yield before
''', "Asks loss_of once for the gradients and once for the number; breaks 'it is called once in each round'.", "loss worked out twice")

add("8.1", '''
def train(loss_of, parameters, step, steps):
    """Take steps, and yield the loss before each."""
    for n in range(steps):
        loss = loss_of(n)
        for v in mine.topological(loss):
            v.grad = 0.0
        loss.backward()
        step(n)
        yield loss.data
''', "Empties what is in this round's graph instead of all `parameters`: one that this round's loss does not use keeps its old gradient, and step goes by it.", "empties graph, not parameters")

add("8.1", '''
def train(loss_of, parameters, step, steps):
    """Take steps, and yield the loss before each."""
    loss = loss_of(0)
    for n in range(steps):
        for p in parameters:
            p.grad = 0.0
        loss.backward()
        step(n)
        yield loss.data
        loss = loss_of(n + 1)
''', "Works the loss out ahead of the loop: the losses are right, but loss_of is called once more than there are rounds, with n = steps at the end, and even for no rounds; breaks 'called once in each round'.", "one loss too many")

# ---------------------------------------------------------------- 8.2

add("8.2", '''
tests = [falls]
''', "Believes that a falling loss proves the loop; the page says that it proves nothing.", "only that it falls")

add("8.2", '''
def exact(train):
    w = Value(1.0)

    def step(n):
        w.data -= 0.25 * w.grad

    losses = list(train(lambda n: (w - 3) ** 2, [w], step, 4))
    assert close(losses, [4.0, 1.0, 0.25, 0.0625])


def none_at_zero(train):
    w = Value(1.0)
    assert list(train(lambda n: w * w, [w], lambda n: None, 0)) == []


tests = [exact, none_at_zero]
''', "Pytest habit: asserts without `return True`, so each test gives None and refuses every loop, also the right ones.", "assert without return True")

add("8.2", '''
w = Value(3.0)
seen = []


def step(n):
    seen.append(n)
    w.data -= 0.1 * w.grad


def right_losses(train):
    return close(list(train(lambda n: w * w, [w], step, 3)), [9.0, 5.76, 3.6864])


def right_rounds(train):
    list(train(lambda n: w * w, [w], step, 3))
    return seen[-3:] == [0, 1, 2]


tests = [right_losses, right_rounds]
''', "Parameters made once above the tests: from the second loop on w has moved, so right loops are refused; breaks 'anew for each loop that you run'.", "values shared between loops")

add("8.2", '''
import inspect


def is_generator(train):
    w = Value(1.0)
    return inspect.isgeneratorfunction(train) and inspect.isgenerator(train(lambda n: w * w, [w], lambda n: None, 2))


def no_old_gradients(train):
    w = Value(3.0)

    def step(n):
        w.data -= 0.1 * w.grad

    return close(list(train(lambda n: w * w, [w], step, 3)), [9.0, 5.76, 3.6864])


tests = [falls, is_generator, no_old_gradients]
''', "Asks for the kind of thing instead of what it does, and refuses the right loops that are a map or a class.", "asks for generator type")

add("8.2", '''
def zeroed_before_loss(train):
    w, b = Value(2.0), Value(1.0)

    def loss_of(n):
        assert w.grad == 0.0 and b.grad == 0.0
        return (w * (n + 1) + b) ** 2

    def step(n):
        for p in (w, b):
            p.data -= 0.01 * p.grad

    list(train(loss_of, [w, b], step, 4))
    return True


def clean_at_yield(train):
    w = Value(2.0)
    for _ in train(lambda n: w * w, [w], lambda n: None, 3):
        if w.grad != 0.0:
            return False
    return True


tests = [zeroed_before_loss, clean_at_yield]
''', "Demands one place for zero_grad; breaks 'what 8.1 promises is what you may ask, nothing else', as the page allows three places.", "demands one order of acts")

add("8.2", '''
reference = train


def same_as_mine(train):
    def run(loop):
        w = Value(3.0)

        def step(n):
            w.data -= 0.1 * w.grad

        return list(loop(lambda n: (w - 1) ** 2, [w], step, 10)), w.data

    (a, x), (b, y) = run(train), run(reference)
    return close(a, b) and abs(x - y) < 1e-9


tests = [same_as_mine]
''', "Side by side is sound, but one parameter, no use of n, and all losses read at once can't see wrong rounds, a forgotten second parameter, or a loop that does not wait.", "one parameter, n unused")

# ---------------------------------------------------------------- 9.1

add("9.1", '''
def hinge(scores, labels):
    """The mean of what the points lack up to their margin of 1, as one Value."""
    return sum((1 - y * s).relu() for s, y in zip(scores, labels))
''', "The sum, not the mean.", "sum instead of mean")

add("9.1", '''
def hinge(scores, labels):
    """The mean of what the points lack up to their margin of 1, as one Value."""
    lacks = [max(0.0, 1 - y * s.data) for s, y in zip(scores, labels)]
    return Value(sum(lacks) / len(lacks))
''', "Works on plain numbers and packs the result into a new Value: backward() does not reach the scores.", "graph cut by .data")

add("9.1", '''
def hinge(scores, labels):
    """The mean of what the points lack up to their margin of 1, as one Value."""
    lacking = [1 - y * s for s, y in zip(scores, labels) if y * s.data < 1]
    if not lacking:
        return Value(0.0)
    return sum(lacking) / len(lacking)
''', "Takes the mean over the points that lack something instead of over all of them.", "mean over lacking points")

add("9.1", '''
def hinge(scores, labels):
    """The mean of what the points lack up to their margin of 1, as one Value."""
    total = 0
    for s, y in zip(scores, labels):
        if y * s.data < 1:
            total += 1 - y * s
    return total / len(scores)
''', "Right until nothing is missing: then total is a plain 0 and no Value comes out; breaks 'also when nothing is missing'.", "plain 0 when satisfied")

add("9.1", '''
def hinge(scores, labels):
    """The mean of what the points lack up to their margin of 1, as one Value."""
    n = len(scores)
    total = Value(0.0)
    for s, y in zip(scores, labels):
        total = total + (1 - y * s)
    return (total / n).relu()
''', "relu around the mean instead of each point: what one has to spare pays for what another lacks.", "relu after the mean")

# ---------------------------------------------------------------- 9.2

add("9.2", '''
def accuracy(scores, labels):
    """The share of the points whose score says their label: a number from 0 to 1."""
    data = [s.data if isinstance(s, Value) else s for s in scores]
    return sum(s * y > 0 for s, y in zip(data, labels)) / len(labels)
''', "The page's score * side > 0: a score of exactly 0 is counted wrong for -1, though it says -1.", "zero never right")

add("9.2", '''
def accuracy(scores, labels):
    """The share of the points whose score says their label: a number from 0 to 1."""
    right = 0
    for s, y in zip(scores, labels):
        says = 1 if s.data > 0 else -1
        if says == y:
            right += 1
    return right / len(scores)
''', "Takes Values only; breaks 'yours takes both'.", "only Values work")

add("9.2", '''
def accuracy(scores, labels):
    """The share of the points whose score says their label: a number from 0 to 1."""
    right = 0
    for score, label in zip(scores, labels):
        s = score if isinstance(score, float) else score.data
        says = 1 if s > 0 else -1
        right += says == label
    return right / len(labels)
''', "Takes float for every plain number: a score of 2 or 0, an int, has no .data.", "whole numbers forgotten")

add("9.2", '''
def accuracy(scores, labels):
    """The share of the points whose score says their label: a number from 0 to 1."""
    data = [getattr(s, "data", s) for s in scores]
    return sum((s > 0) == y for s, y in zip(data, labels)) / len(labels)
''', "Compares True and False with +1 and -1: True == 1, but False is not -1, so no point of -1 is ever right.", "False taken for -1")

# ---------------------------------------------------------------- 9.3

add("9.3", '''
def batches(count, size, shuffle):
    """Batches of `size` places each, without end; every epoch holds each of the places 0 to count - 1 once."""
    while True:
        order = list(range(count))
        shuffle(order)
        for i in range(0, count, size):
            yield order[i : i + size]
''', "Begins each epoch from 0, 1, 2, ... again; breaks 'each epoch shuffles it further, from where the last one has left it'.", "fresh order each epoch")

add("9.3", '''
def batches(count, size, shuffle):
    """Batches of `size` places each, without end; every epoch holds each of the places 0 to count - 1 once."""
    order = list(range(count))
    batch = []
    while True:
        shuffle(order)
        for start in range(0, count, size):
            batch.clear()
            batch.extend(order[start : start + size])
            yield batch
''', "Uses one list for all batches, so an older one changes when the next comes; breaks 'a list of its own'.", "one list reused")

add("9.3", '''
def batches(count, size, shuffle):
    """Batches of `size` places each, without end; every epoch holds each of the places 0 to count - 1 once."""
    order = list(range(count))
    while True:
        shuffle(order)
        for k in range(count // size):
            yield order[k * size : (k + 1) * size]
        if count < size:
            yield list(order)
''', "drop_last, as in PyTorch: the remainder of an epoch is left out; right where size divides count.", "last short batch dropped")

add("9.3", '''
def batches(count, size, shuffle):
    """Batches of `size` places each, without end; every epoch holds each of the places 0 to count - 1 once."""
    order = list(range(count))
    batch = []
    while True:
        shuffle(order)
        for place in order:
            batch.append(place)
            if len(batch) == size:
                yield batch
                batch = []
''', "Fills the last batch of an epoch from the next one; right where size divides count, else one batch spans two epochs.", "batches cross epochs")

add("9.3", '''
def batches(count, size, shuffle):
    """Batches of `size` places each, without end; every epoch holds each of the places 0 to count - 1 once."""
    order = list(range(count))
    shuffle(order)
    while True:
        for start in range(0, count, size):
            yield order[start : start + size]
''', "Shuffles once for all; breaks 'call it once before each epoch'.", "shuffled once only")

# ---------------------------------------------------------------- 9.4

add("9.4", '''
def learn(model, points, labels, size, steps, shuffle):
    """The losses of so many steps on batches, each a plain number; the model is trained by it."""
    parameters = model.parameters()

    def loss_of(n):
        places = next(batches(len(points), size, shuffle))
        return hinge([model(points[i]) for i in places], [labels[i] for i in places])

    def step(n):
        for p in parameters:
            p.data -= (1.0 - 0.9 * n / steps) * p.grad

    return train(loss_of, parameters, step, steps)
''', "Makes a new generator in each step and takes its first batch; breaks 'call batches once', and some points may never come.", "batches begun at each step")

add("9.4", '''
def learn(model, points, labels, size, steps, shuffle):
    """The losses of so many steps on batches, each a plain number; the model is trained by it."""
    source = batches(len(points), size, shuffle)
    parameters = model.parameters()

    def loss_of(n):
        scores = [model(points[i]) for i in next(source)]
        sides = [labels[i] for i in next(source)]
        return hinge(scores, sides)

    def step(n):
        rate = 1.0 - 0.9 / steps * n
        for p in parameters:
            p.data -= rate * p.grad

    return train(loss_of, parameters, step, steps)
''', "Two calls of next in one step: the labels are those of the batch after.", "next called twice")

add("9.4", '''
def learn(model, points, labels, size, steps, shuffle):
    """The losses of so many steps on batches, each a plain number; the model is trained by it."""
    source = batches(len(points), size, shuffle)
    parameters = model.parameters()

    def loss_of(n):
        places = next(source)
        return hinge([model(points[i]) for i in places], [labels[i] for i in places])

    def step(n):
        rate = 1.0 - 0.9 * n / max(steps - 1, 1)
        for p in parameters:
            p.data -= rate * p.grad

    return train(loss_of, parameters, step, steps)
''', "linspace habit: falls to 0.1 exactly at the last step, by 0.9 / (steps - 1) at each; the text has 0.19 at the last of 10.", "divides by steps - 1")

add("9.4", '''
def learn(model, points, labels, size, steps, shuffle):
    """The losses of so many steps on batches, each a plain number; the model is trained by it."""
    source = batches(len(points), size, shuffle)
    losses = []
    rate = 1.0
    for n in range(steps):
        batch = next(source)
        loss = hinge([model(points[i]) for i in batch], [labels[i] for i in batch])
        loss.backward()
        for p in model.parameters():
            p.data -= rate * p.grad
        losses.append(loss.data)
        rate -= 0.9 / steps
    return losses
''', "Writes the loop anew instead of using train, and forgets zero_grad in it, so each step goes by all gradients so far.", "own loop without zero_grad")

add("9.4", '''
import copy


def learn(model, points, labels, size, steps, shuffle):
    """The losses of so many steps on batches, each a plain number; the model is trained by it."""
    net = copy.deepcopy(model)  # do not destroy what was given
    source = batches(len(points), size, shuffle)

    def loss_of(n):
        places = next(source)
        return hinge([net(points[i]) for i in places], [labels[i] for i in places])

    def step(n):
        for p in net.parameters():
            p.data -= (1.0 - 0.9 * n / steps) * p.grad

    return list(train(loss_of, net.parameters(), step, steps))
''', "Trains a copy, so as not to change an argument; breaks 'it is `model` itself that is trained'.", "trains a copy")

# ---------------------------------------------------------------- 9.5

add("9.5", '''
def bring_over(model, points, labels):
    """(place, change): the change of one parameter with which all points are right."""
    for place, p in enumerate(model.parameters()):
        for k in range(-20, 21):
            change = k / 10
            p.data += change
            if accuracy([model(x) for x in points], labels) == 1:
                return place, change
            p.data -= change
''', "Returns from inside the search before the number is put back; breaks 'leave the model as it was'.", "returns before restoring")

add("9.5", '''
def bring_over(model, points, labels):
    """(place, change): the change of one parameter with which all points are right."""
    wrong = [(x, y) for x, y in zip(points, labels) if (model(x).data > 0) != (y > 0)]
    x, y = wrong[0]
    for place, p in enumerate(model.parameters()):
        old = p.data
        for k in range(-20, 21):
            p.data = old + k / 10
            fixed = (model(x).data > 0) == (y > 0)
            p.data = old
            if fixed:
                return place, k / 10
''', "Looks only at the point that was wrong; breaks 'and those that have been right'.", "other points not looked at")

add("9.5", '''
def bring_over(model, points, labels):
    """(place, change): the change of one parameter with which all points are right."""
    for place, p in enumerate(model.parameters()):
        old = p.data
        for k in range(-20, 21):
            p.data = old + k / 10
            if accuracy([model(x) for x in points], labels) == 1.0:
                found = (place, p.data)
                p.data = old
                return found
        p.data = old
''', "Gives the new value of the parameter and not what is to be added to it.", "new value, not change")

add("9.5", '''
def bring_over(model, points, labels):
    """(place, change): the change of one parameter with which all points are right."""
    parameters = model.parameters()
    before = [p.data for p in parameters]
    answer = None
    for place, p in enumerate(parameters):
        for k in range(-20, 21):
            p.data += k / 10
            if answer is None and accuracy([model(x) for x in points], labels) == 1.0:
                answer = (place, k / 10)
    for p, b in zip(parameters, before):
        p.data = b
    return answer
''', "Does not put the number back between two tries, so the changes add up, and the one reported is only the last of them.", "changes pile up")

# ---------------------------------------------------------------- practices, 07

add("07 complete_together", '''
def pull(w, x, t):
    return 2 * (w * x - t) * x


def together(w, points):
    total = 0.0
    for x, t in points:
        total = 0.0 + pull(w, x, t)
    return total
''', "Begins anew at each point, so only the last one has a say.", "only the last point")

add("07 complete_together", '''
def pull(w, x, t):
    return 2 * (w * x - t) * x


def together(w, points):
    total = 0.0
    for x, t in points:
        total = w + pull(w, x, t)
    return total
''', "Mixes up adding pulls with moving the weight by them.", "adds pull to weight")

add("07 complete_together", '''
def pull(w, x, t):
    return 2 * (w * x - t) * x


def together(w, points):
    total = 0.0
    for x, t in points:
        total = total / len(points) + pull(w, x, t)
    return total
''', "Wants a mean, and divides the running total at each point; right for a single point.", "divides at each round")

add("07 mend_row", '''
def row(nout, make):
    one = make()
    return [one for _ in range(nout)]
''', "Believes that a comprehension makes new ones, though make is still called once.", "one made, listed often")

add("07 mend_row", '''
def row(nout, make):
    return [make] * nout
''', "Leaves out the call: a list of the function itself, where rows of what it makes are wanted.", "function not called")

add("07 mend_row", '''
import copy


def row(nout, make):
    one = make()
    return [copy.deepcopy(one) for _ in range(nout)]
''', "Cures the aliasing but not the equality: copies of one neuron begin with the same numbers; breaks 'by calling make for them'.", "copies of one")

# ---------------------------------------------------------------- practices, 08

add("08 complete_wants", '''
def wants(loss_of, examples, w):
    found = []
    for example in examples:
        w = Value(w.data)
        loss_of(example).backward()
        found.append(w.grad)
    return found
''', "A fresh Value of its own, but loss_of still uses the old w, so 0.0 is found for each.", "fresh w, unknown to loss")

add("08 complete_wants", '''
def wants(loss_of, examples, w):
    found = []
    for example in examples:
        w.grad == 0.0
        loss_of(example).backward()
        found.append(w.grad)
    return found
''', "== where = is meant: the line compares and does nothing.", "compares, does not set")

add("08 complete_wants", '''
def wants(loss_of, examples, w):
    found = []
    for example in examples:
        w.zero_grad()
        loss_of(example).backward()
        found.append(w.grad)
    return found
''', "Calls a method out of PyTorch that a Value does not have.", "zero_grad as a method")

add("08 mend_step", '''
def step(parameters, lr):
    for p in parameters:
        p.data = p - lr * p.grad
''', "Half mended: p - ... is a Value, and this puts a Value into data.", "Value put into data")

add("08 mend_step", '''
def step(parameters, lr):
    for p in parameters:
        p.data += lr * p.grad
''', "Follows the gradient upwards.", "uphill")

add("08 mend_step", '''
def step(parameters, lr):
    for i, p in enumerate(parameters):
        parameters[i] = Value(p.data - lr * p.grad)
''', "Puts new Values into the list, while the network keeps the old ones, which never move.", "replaces the parameters")

# ---------------------------------------------------------------- practices, 09

add("09 complete_missing", '''
def missing(label, score):
    return max(0.0, 1 - score)
''', "Leaves out the label: right for +1 only.", "label left out")

add("09 complete_missing", '''
def missing(label, score):
    return max(0.0, label - score)
''', "Difference of label and score: right for +1, but at -1 it complains about scores below -1 and not about those above.", "difference, not product")

add("09 complete_missing", '''
def missing(label, score):
    return max(0.0, 1 - abs(score))
''', "Asks only how far the score is from 0, not on which side; right for all points that are right.", "side not looked at")

add("09 mend_split", '''
def split(points, share, shuffle):
    many = round(share * len(points))
    learn = points[:many]
    shuffle(points)
    test = points[many:]
    return learn, test
''', "Takes out the wrong one of the two shuffles: the two parts still overlap, and learn is not shuffled at all.", "wrong shuffle removed")

add("09 mend_split", '''
def split(points, share, shuffle):
    many = round(share * len(points))
    learn = points[:many]
    test = points[many:]
    shuffle(learn)
    shuffle(test)
    return learn, test
''', "Parts first and shuffles afterwards: they come one moon after the other, so the test has only one moon.", "parts before shuffling")

add("09 mend_split", '''
def split(points, share, shuffle):
    many = round(share * len(points))
    points = list(points)
    shuffle(points)
    learn = points[:many]
    shuffle(points)
    test = points[many:]
    return learn, test
''', "Takes the changed argument for the harm and copies it; the second shuffle, which mixes learned points into the test, stays.", "copies, keeps second shuffle")
