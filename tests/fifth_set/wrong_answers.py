"""Wrong answers as learners would write them, lessons 7 to 9. Form: see FORMAT.md."""

ANSWERS = []


def add(exercise, source, cause, kind, needs=None):
    ANSWERS.append({"exercise": exercise, "source": source, "cause": cause, "kind": kind, "needs": needs or {}})


# ---------------------------------------------------------------- 7.1

add("7.1", '''
class Neuron:
    def __init__(self, nin, nonlin=True):
        self.w = [Value(random.uniform(-1, 1))] * nin
        self.b = Value(0.0)
        self.nonlin = nonlin

    def __call__(self, x):
        out = sum((w * xi for w, xi in zip(self.w, x)), self.b)
        return out.relu() if self.nonlin else out

    def parameters(self):
        return self.w + [self.b]
''', "Believes that * nin draws anew each time, so all weights are one and the same Value.", "one shared weight")

add("7.1", '''
class Neuron:
    def __init__(self, nin, nonlin=True):
        self.w = [random.uniform(-1, 1) for _ in range(nin)]
        self.b = 0.0
        self.nonlin = nonlin

    def __call__(self, x):
        total = Value(self.b)
        for w, xi in zip(self.w, x):
            total = total + Value(w) * xi
        return total.relu() if self.nonlin else total

    def parameters(self):
        return [Value(w) for w in self.w] + [Value(self.b)]
''', "Keeps plain numbers and makes Values of them afresh at each use, so no gradient and no step reaches the neuron.",
    "parameters are copies")

add("7.1", '''
class Neuron:
    def __init__(self, nin, nonlin=True):
        self.w = [Value(random.uniform(-1, 1)) for _ in range(nin)]
        self.b = Value(random.uniform(-1, 1))
        self.nonlin = nonlin

    def __call__(self, x):
        act = sum((wi * xi for wi, xi in zip(self.w, x)), self.b)
        return act.relu() if self.nonlin else act

    def parameters(self):
        return self.w + [self.b]
''', "Draws the bias too, as in another well-known course.", "bias drawn by chance")

add("7.1", '''
class Neuron:
    def __init__(self, nin, nonlin=True):
        self.numbers = [Value(random.uniform(-1, 1)) for _ in range(nin + 1)]
        self.numbers[-1].data = 0.0
        self.nonlin = nonlin

    def __call__(self, x):
        out = self.numbers[-1]
        for w, xi in zip(self.numbers, x):
            out = out + w * xi
        return out.relu() if self.nonlin else out

    def parameters(self):
        return list(self.numbers)
''', "Draws nin + 1 numbers and sets the last to 0, so the next neuron after the same seed is another one.",
    "one draw too many")

add("7.1", '''
class Neuron:
    def __init__(self, nin, nonlin=True):
        self.w = [Value(random.uniform(-1, 1)) for _ in range(nin)]
        self.b = Value(0.0)
        self.nonlin = nonlin

    def __call__(self, x):
        out = sum(w * xi for w, xi in zip(self.w, x))
        if self.nonlin:
            out = out.relu()
        return out + self.b

    def parameters(self):
        return self.w + [self.b]
''', "Bends first and adds the bias after, which nobody sees while the bias is still 0.", "bias outside the relu")

add("7.1", '''
class Neuron:
    def __init__(self, nin, nonlin=True):
        self.w = [Value(random.uniform(-1, 1)) for _ in range(nin)]
        self.b = Value(0.0)
        self.nonlin = nonlin

    def __call__(self, x):
        if self.nonlin:
            return sum((w * xi).relu() for w, xi in zip(self.w, x)) + self.b
        return sum(w * xi for w, xi in zip(self.w, x)) + self.b

    def parameters(self):
        return self.w + [self.b]
''', "Believes that each product bends, rather than their sum.", "relu on each product")

add("7.1", '''
class Neuron:
    def __init__(self, nin, nonlin=True):
        self.w = [Value(random.uniform(-1, 1)) for _ in range(nin)]
        self.b = Value(0.0)
        self.nonlin = nonlin

    def __call__(self, x):
        out = 0
        for w, xi in zip(self.w, x):
            out = out + w * xi + self.b
        return out.relu() if self.nonlin else out

    def parameters(self):
        return self.w + [self.b]
''', "Adds the bias inside the loop, once for each input; it shows only once the bias is not 0 any more.",
    "bias once per input")

add("7.1", '''
class Neuron:
    def __init__(self, nin, nonlin=True):
        self.w = [Value(random.uniform(-1, 1)) for _ in range(nin)]
        self.b = Value(0.0)
        self.nonlin = nonlin

    def __call__(self, x):
        for w, xi in zip(self.w, x):
            self.b = self.b + w * xi
        return self.b.relu() if self.nonlin else self.b

    def parameters(self):
        return self.w + [self.b]
''', "Uses the bias as the running total, so each call changes the neuron and the bias is no parameter any more.",
    "bias as running total")

add("7.1", '''
class Neuron:
    def __init__(self, nin, nonlin=True):
        self.w = [Value(random.uniform(-1, 1)) for _ in range(nin)]
        self.b = Value(0.0)
        self.nonlin = nonlin

    def __call__(self, x):
        out = sum((w * xi for w, xi in zip(self.w, x)), self.b)
        if self.nonlin:
            return Value(max(0.0, out.data))
        return out

    def parameters(self):
        return self.w + [self.b]
''', "Bends the plain number and wraps it again, which cuts the graph: nothing flows back.", "relu by data, graph cut")

add("7.1", '''
class Neuron:
    def __init__(self, nin, nonlin=True):
        self.w = [Value(random.uniform(-1, 1)) for _ in range(nin)]
        self.b = Value(0.0)
        self.nonlin = nonlin

    def __call__(self, x):
        out = self.b
        for w, xi in zip(self.w, x):
            out = out + w * xi
        return out.relu() if self.nonlin else out

    def parameters(self):
        self.w.append(self.b)
        return self.w
''', "append changes the neuron's own list, so that each further call of parameters() has one bias more.",
    "append grows own list")

add("7.1", '''
class Neuron:
    def __init__(self, nin, nonlin=True):
        self.w = [Value(random.uniform(-1, 1)) for _ in range(nin)]
        self.b = Value(0.0)
        self.nonlin = nonlin

    def __call__(self, x):
        out = sum((w * xi for w, xi in zip(self.w, x)), self.b)
        return out.relu() if self.nonlin else out

    def parameters(self):
        return [self.w, self.b]
''', "Puts the list of weights into the list as it is, instead of the Values themselves.", "nested parameters")

add("7.1", '''
class Neuron:
    def __init__(self, nin, nonlin=True):
        self.w = [Value(random.uniform(-1, 1)) for _ in range(nin)]
        self.b = Value(0.0)
        self.nonlin = nonlin

    def __call__(self, x):
        out = sum((w * xi for w, xi in zip(self.w, x)), self.b)
        return out.relu() if self.nonlin else out

    def parameters(self):
        return [self.b] + self.w
''', "Puts the bias before the weights, as in formulas that begin with b.", "bias first in order")

add("7.1", '''
class Neuron:
    def __init__(self, nin, nonlin=True):
        self.w = [Value(random.uniform(-1, 1)) for _ in range(nin)]
        self.b = Value(0.0)
        self.nonlin = nonlin

    def __call__(self, x):
        out = sum((w * xi for w, xi in zip(self.w, x)), self.b)
        return out.relu() if self.nonlin else out

    def parameters(self):
        return [p.data for p in self.w + [self.b]]
''', "Takes 'parameters' for the numbers, and gives data instead of the Values.", "numbers instead of Values")

add("7.1", '''
class Neuron:
    def __init__(self, nin, nonlin=True):
        self.w = [Value(random.uniform(-1, 1)) for _ in range(nin)]
        self.b = Value(0.0)

    def __call__(self, x):
        out = sum((w * xi for w, xi in zip(self.w, x)), self.b)
        return out.relu()

    def parameters(self):
        return self.w + [self.b]
''', "Takes nonlin as an argument and forgets it: the neuron always bends.", "nonlin ignored")

add("7.1", '''
class Neuron:
    def __init__(self, nin, nonlin=True):
        self.w = [Value(random.uniform(-1, 1)) for _ in range(nin)]
        self.b = Value(0.0)
        self.nonlin = nonlin

    def __call__(self, x):
        out = sum((w * xi for w, xi in zip(self.w, x)), self.b)
        if not self.nonlin:
            out = out.relu()
        return out

    def parameters(self):
        return self.w + [self.b]
''', "Reads nonlin as 'no relu', the wrong way round.", "nonlin the wrong way")

add("7.1", '''
class Neuron:
    def __init__(self, nin, nonlin=True):
        self.w1 = Value(random.uniform(-1, 1))
        self.w2 = Value(random.uniform(-1, 1))
        self.b = Value(0.0)
        self.nonlin = nonlin

    def __call__(self, x):
        out = self.w1 * x[0] + self.w2 * x[1] + self.b
        return out.relu() if self.nonlin else out

    def parameters(self):
        return [self.w1, self.w2, self.b]
''', "Writes the neuron of the page, with two inputs, whatever nin is.", "two inputs hard-coded")

add("7.1", '''
class Neuron:
    def __init__(self, nin, nonlin=True):
        self.w = [Value(random.uniform(-1, 1)) for _ in range(nin)]
        self.b = Value(0.0)
        self.nonlin = nonlin

    def __call__(self, x):
        x = [Value(xi) for xi in x]
        out = sum((w * xi for w, xi in zip(self.w, x)), self.b)
        return out.relu() if self.nonlin else out

    def parameters(self):
        return self.w + [self.b]
''', "Wraps every input, also one that is a Value already, as a second layer gets them: a Value within a Value.",
    "Value inside a Value")

add("7.1", '''
class Neuron:
    def __init__(self, nin, nonlin=True):
        self.w = [Value(random.uniform(-1, 1)) for _ in range(nin)]
        self.b = Value(0.0)
        self.nonlin = nonlin

    def __call__(self, x):
        x = [xi.data if isinstance(xi, Value) else xi for xi in x]
        out = sum((w * xi for w, xi in zip(self.w, x)), self.b)
        return out.relu() if self.nonlin else out

    def parameters(self):
        return self.w + [self.b]
''', "Makes all inputs plain numbers, so nothing flows back to what came before this neuron.", "inputs cut off graph")

add("7.1", '''
class Neuron:
    def __init__(self, nin, nonlin=True):
        random.seed(7)
        self.w = [Value(random.uniform(-1, 1)) for _ in range(nin)]
        self.b = Value(0.0)
        self.nonlin = nonlin

    def __call__(self, x):
        out = sum((w * xi for w, xi in zip(self.w, x)), self.b)
        return out.relu() if self.nonlin else out

    def parameters(self):
        return self.w + [self.b]
''', "Reads 'random.seed(7) is to give everybody the same neuron' as an order to seed inside, so all neurons are equal.",
    "seeds inside the class")

add("7.1", '''
class Neuron:
    def __init__(self, nin, nonlin=True):
        self.w = [Value(2 * random.random() - 1) for _ in range(nin)][::-1]
        self.b = Value(0.0)
        self.nonlin = nonlin

    def __call__(self, x):
        out = sum((w * xi for w, xi in zip(self.w, x)), self.b)
        return out.relu() if self.nonlin else out

    def parameters(self):
        return self.w + [self.b]
''', "Thinks that chance is chance: turns the drawn list round, so the first weight is the last one drawn.",
    "weights not in order")

add("7.1", '''
class Neuron:
    def __init__(self, nin, nonlin=True):
        self.w = [Value(random.gauss(0, 1)) for _ in range(nin)]
        self.b = Value(0.0)
        self.nonlin = nonlin

    def __call__(self, x):
        out = sum((w * xi for w, xi in zip(self.w, x)), self.b)
        return out.relu() if self.nonlin else out

    def parameters(self):
        return self.w + [self.b]
''', "Takes another source of chance, which it has seen elsewhere for weights.", "gauss instead of uniform")

add("7.1", '''
class Neuron:
    def __init__(self, nin, nonlin=True):
        self.w = [Value(random.uniform(-1, 1)) for _ in range(nin)]
        self.b = Value(0.0)
        self.nonlin = nonlin

    def __call__(self, x):
        out = sum(w * xi for w, xi in zip(self.parameters(), x))
        return out.relu() if self.nonlin else out

    def parameters(self):
        return self.w + [self.b]
''', "Pairs all parameters with the inputs; zip stops at the shorter one, so the bias has no say.", "bias lost in zip")

add("7.1", '''
class Neuron:
    def __init__(self, nin, nonlin=True):
        self.w = [Value(random.uniform(-1, 1)) for _ in range(nin)]
        self.b = Value(0.0)
        self.nonlin = nonlin

    def __call__(self, x):
        out = sum((w * xi for w, xi in zip(self.w, x)), self.b)
        if self.nonlin and out.data < 0:
            return 0.0
        return out

    def parameters(self):
        return self.w + [self.b]
''', "Where the gate is shut it gives the plain number 0.0, which is no Value and knows no backward().",
    "plain 0.0 when shut")

add("7.1", '''
class Neuron:
    def __init__(self, nin):
        self.w = [Value(random.uniform(-1, 1)) for _ in range(nin)]
        self.b = Value(0.0)

    def __call__(self, x, nonlin=True):
        out = sum((w * xi for w, xi in zip(self.w, x)), self.b)
        return out.relu() if nonlin else out

    def parameters(self):
        return self.w + [self.b]
''', "Believes that whether to bend is told at the call, so Neuron(2, nonlin=False) is an error.",
    "nonlin in the wrong method")

add("7.1", '''
class Neuron:
    w = []
    b = Value(0.0)

    def __init__(self, nin, nonlin=True):
        for _ in range(nin):
            self.w.append(Value(random.uniform(-1, 1)))
        self.nonlin = nonlin

    def __call__(self, x):
        out = sum((w * xi for w, xi in zip(self.w, x)), self.b)
        return out.relu() if self.nonlin else out

    def parameters(self):
        return self.w + [self.b]
''', "Declares the fields in the class, so that all neurons share one list and one bias.", "class attributes shared")

add("7.1", '''
class Neuron:
    def __init__(self, nin, nonlin=True):
        self.w = [Value(random.uniform(-1, 1)) for _ in range(nin)]
        self.b = Value(0.0)
        self.nonlin = nonlin

    def __call__(self, x):
        out = self.b
        for w, xi in zip(self.w, x):
            out = out + w * xi
        if self.nonlin:
            out.relu()
        return out

    def parameters(self):
        return self.w + [self.b]
''', "Believes that relu() changes the Value in place, and drops what it gives.", "relu's result dropped")

# ---------------------------------------------------------------- 7.2

add("7.2", '''
class Layer:
    def __init__(self, nin, nout, nonlin=True):
        self.neurons = [Neuron(nin, nonlin)] * nout

    def __call__(self, x):
        out = [n(x) for n in self.neurons]
        return out[0] if len(out) == 1 else out

    def parameters(self):
        return [p for n in self.neurons for p in n.parameters()]
''', "Makes one neuron and lists it nout times, just what the page's row did.", "one neuron many times")

add("7.2", '''
class Layer:
    def __init__(self, nin, nout, nonlin=True):
        self.neurons = [Neuron(nin) for _ in range(nout)]

    def __call__(self, x):
        out = [n(x) for n in self.neurons]
        return out[0] if len(out) == 1 else out

    def parameters(self):
        return [p for n in self.neurons for p in n.parameters()]
''', "Takes nonlin and doesn't hand it on.", "nonlin not handed on")

add("7.2", '''
class Layer:
    def __init__(self, nin, nout, nonlin=True):
        self.neurons = [Neuron(nin, nonlin) for _ in range(nout)]

    def __call__(self, x):
        return [n(x) for n in self.neurons]

    def parameters(self):
        return [p for n in self.neurons for p in n.parameters()]
''', "Overlooks the special case of a layer of one neuron: gives a list of one.", "list of one Value")

add("7.2", '''
class Layer:
    def __init__(self, nin, nout, nonlin=True):
        self.neurons = [Neuron(nin, nonlin) for _ in range(nout)]

    def __call__(self, x):
        out = [n(x) for n in self.neurons]
        return out[0] if len(x) == 1 else out

    def parameters(self):
        return [p for n in self.neurons for p in n.parameters()]
''', "Asks for one input instead of one neuron.", "one input, not one neuron")

add("7.2", '''
class Layer:
    def __init__(self, nin, nout, nonlin=True):
        self.neurons = [Neuron(nin, nonlin) for _ in range(nout)]

    def __call__(self, x):
        for n in self.neurons:
            x = [n(x)]
        return x[0] if len(self.neurons) == 1 else x

    def parameters(self):
        return [p for n in self.neurons for p in n.parameters()]
''', "Believes the neurons of a layer stand one behind the other, each fed by the one before.", "neurons in a chain")

add("7.2", '''
class Layer:
    def __init__(self, nin, nout, nonlin=True):
        self.neurons = [Neuron(nin, nonlin) for _ in range(nout)]

    def __call__(self, x):
        out = [n([xi]) for n, xi in zip(self.neurons, x)]
        return out[0] if len(out) == 1 else out

    def parameters(self):
        return [p for n in self.neurons for p in n.parameters()]
''', "Believes that each neuron is given its own input, rather than all of them.", "one input per neuron")

add("7.2", '''
class Layer:
    def __init__(self, nin, nout, nonlin=True):
        self.neurons = [Neuron(nin, nonlin) for _ in range(nout)]

    def __call__(self, x):
        out = [n(x) for n in self.neurons]
        return out[0] if len(out) == 1 else out

    def parameters(self):
        return [n.parameters() for n in self.neurons]
''', "Gives a list of lists, one for each neuron.", "nested parameters")

add("7.2", '''
class Layer:
    def __init__(self, nin, nout, nonlin=True):
        self.neurons = [Neuron(nin, nonlin) for _ in range(nout)]

    def __call__(self, x):
        out = [n(x) for n in self.neurons]
        return out[0] if len(out) == 1 else out

    def parameters(self):
        all_of_them = [n.parameters() for n in self.neurons]
        return [p for ps in all_of_them for p in ps[:-1]] + [ps[-1] for ps in all_of_them]
''', "Gives all weights first and then all biases, as in a matrix and a vector.", "all weights, then biases")

add("7.2", '''
class Layer:
    def __init__(self, nin, nout, nonlin=True):
        self.neurons = [Neuron(nin, nonlin) for _ in range(nout)]

    def __call__(self, x):
        out = [n(x) for n in self.neurons]
        return out[0] if len(out) == 1 else out

    def parameters(self):
        for n in self.neurons:
            return n.parameters()
''', "return inside the for ends it at the first neuron.", "return in the loop")

add("7.2", '''
class Layer:
    def __init__(self, nin, nout, nonlin=True):
        self.neurons = [Neuron(nout, nonlin) for _ in range(nin)]

    def __call__(self, x):
        out = [n(x) for n in self.neurons]
        return out[0] if len(out) == 1 else out

    def parameters(self):
        return [p for n in self.neurons for p in n.parameters()]
''', "Confuses how many neurons there are and how many inputs each has.", "nin and nout swapped")

add("7.2", '''
class Layer:
    def __init__(self, nin, nout, nonlin=True):
        self.nin, self.nout, self.nonlin = nin, nout, nonlin

    def __call__(self, x):
        self.neurons = [Neuron(self.nin, self.nonlin) for _ in range(self.nout)]
        out = [n(x) for n in self.neurons]
        return out[0] if self.nout == 1 else out

    def parameters(self):
        return [p for n in self.neurons for p in n.parameters()]
''', "Makes the neurons at each call: new numbers every time, and no parameters before the first call.",
    "neurons made at call")

add("7.2", '''
class Layer:
    neurons = []

    def __init__(self, nin, nout, nonlin=True):
        for _ in range(nout):
            self.neurons.append(Neuron(nin, nonlin))

    def __call__(self, x):
        out = [n(x) for n in self.neurons]
        return out[0] if len(out) == 1 else out

    def parameters(self):
        return [p for n in self.neurons for p in n.parameters()]
''', "The list belongs to the class, so a second layer has the neurons of the first as well.", "class attribute shared")

add("7.2", '''
class Layer:
    def __init__(self, nin, nout, nonlin=True):
        self.neurons = [Neuron(nin, nonlin) for _ in range(nout)]

    def __call__(self, x):
        out = sum(n(x) for n in self.neurons)
        return out

    def parameters(self):
        return [p for n in self.neurons for p in n.parameters()]
''', "Believes that a layer adds up what its neurons say.", "outputs summed")

add("7.2", '''
class Layer:
    def __init__(self, nin, nout, nonlin=True):
        self.neurons = [Neuron(nin, nonlin) for _ in range(nout)]

    def __call__(self, x):
        out = [n(x) for n in self.neurons]
        return out[0] if len(out) == 1 else out

    def parameters(self):
        return list({p for n in self.neurons for p in n.parameters()})
''', "Collects the parameters in a set, which knows no order.", "order lost in set")

add("7.2", '''
class Layer:
    def __init__(self, nin, nout, nonlin=True):
        first = Neuron(nin, nonlin)
        self.neurons = [first]
        for _ in range(nout - 1):
            other = Neuron(nin, nonlin)
            for p, q in zip(other.parameters(), first.parameters()):
                p.data = q.data
            self.neurons.append(other)

    def __call__(self, x):
        out = [n(x) for n in self.neurons]
        return out[0] if len(out) == 1 else out

    def parameters(self):
        return [p for n in self.neurons for p in n.parameters()]
''', "Believes that neurons of a layer begin with the same numbers, since they see the same inputs.",
    "neurons begin equal")

add("7.2", '''
class Layer:
    def __init__(self, nin, nout, nonlin=True):
        self.neurons = [Neuron(nin, nonlin) for _ in range(nout)]

    def __call__(self, x):
        out = [n(x) for n in self.neurons]
        if len(out) == 1:
            out = out[0].data
        return out

    def parameters(self):
        return sum([n.parameters() for n in self.neurons], [])
''', "Gives the single neuron's number instead of its Value.", "number instead of Value")

add("7.2", '''
class Layer:
    def __init__(self, nin, nout, nonlin=True):
        self.neurons = [Neuron(nin, nonlin) for _ in range(nout)]

    def __call__(self, x):
        out = [n(x) for n in self.neurons]
        return out[0] if len(out) == 1 else out

    def parameters(self):
        return sum(n.parameters() for n in self.neurons)
''', "sum begins with 0 and can't add a list to it: TypeError.", "sum of lists without start")

add("7.2", '''
class Layer:
    def __init__(self, nin, nout, nonlin=True):
        self.neurons = [Neuron(nin) for _ in range(nout - 1)] + [Neuron(nin, nonlin)]

    def __call__(self, x):
        out = [n(x) for n in self.neurons]
        return out[0] if len(out) == 1 else out

    def parameters(self):
        return [p for n in self.neurons for p in n.parameters()]
''', "Mixes up the last neuron of a layer with the last layer: only that one is given nonlin.", "nonlin to last neuron only")

# ---------------------------------------------------------------- 7.3

add("7.3", '''
class MLP:
    def __init__(self, nin, nouts):
        sizes = [nin] + nouts
        self.layers = [Layer(a, b) for a, b in zip(sizes, nouts)]

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x if isinstance(x, list) else [x])
        return x

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
''', "Lets the last layer bend like the others, so a score never lies below 0.", "last layer bends")

add("7.3", '''
class MLP:
    def __init__(self, nin, nouts):
        sizes = [nin] + nouts
        self.layers = [Layer(a, b, nonlin=False) for a, b in zip(sizes, nouts)]

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x if isinstance(x, list) else [x])
        return x

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
''', "No layer bends at all: the whole is one straight expression again.", "no layer bends")

add("7.3", '''
class MLP:
    def __init__(self, nin, nouts):
        self.layers = []
        for n in nouts:
            self.layers.append(Layer(nin, n, nonlin=n != nouts[-1]))
            nin = n

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x if isinstance(x, list) else [x])
        return x

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
''', "Knows the last layer by its size, so a hidden layer of the same size does not bend either, as in MLP(2, [1, 1]).",
    "last known by size")

add("7.3", '''
class MLP:
    def __init__(self, nin, nouts):
        self.layers = []
        for n in nouts:
            self.layers.append(Layer(nin, n, nonlin=n > 1))
            nin = n

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x if isinstance(x, list) else [x])
        return x

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
''', "Takes a layer of one neuron for the last, and the last for a layer of one neuron.", "last means one neuron")

add("7.3", '''
class MLP:
    def __init__(self, nin, nouts):
        sizes = [nin] + nouts
        last = nouts.index(nouts[-1])
        self.layers = [Layer(sizes[i], sizes[i + 1], nonlin=i != last) for i in range(len(nouts))]

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x if isinstance(x, list) else [x])
        return x

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
''', "index finds the first layer of that size and not the last one.", "index of first equal size")

add("7.3", '''
class MLP:
    def __init__(self, nin, nouts):
        sizes = [nin] + nouts
        self.layers = [Layer(sizes[i], sizes[i + 1], i < len(nouts) - 1) for i in range(len(nouts))]

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
        return x

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
''', "Forgets that a hidden layer of one neuron gives a Value, so MLP(2, [1, 1]) fails with an error.",
    "single hidden not wrapped")

add("7.3", '''
class MLP:
    def __init__(self, nin, nouts):
        sizes = [nin] + nouts
        self.layers = [Layer(sizes[i], sizes[i + 1], i < len(nouts) - 1) for i in range(len(nouts))]

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
            if isinstance(x, Value):
                x = [x]
        return x

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
''', "Wraps after every layer, so the network's own output is a list too.", "last output wrapped")

add("7.3", '''
class MLP:
    def __init__(self, nin, nouts):
        sizes = [nin] + nouts
        self.layers = [Layer(sizes[i], sizes[i + 1], i < len(nouts) - 1) for i in range(len(nouts))]

    def __call__(self, x):
        outs = []
        for layer in self.layers:
            outs = layer(x)
        return outs

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
''', "Gives every layer the network's own input: what one says never reaches the next.", "layers not chained")

add("7.3", '''
class MLP:
    def __init__(self, nin, nouts):
        self.layers = [Layer(nin, n, True) for n in nouts[:-1]] + [Layer(nin, nouts[-1], False)]

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x if isinstance(x, list) else [x])
        return x

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
''', "Believes that every layer has nin inputs.", "all layers nin inputs")

add("7.3", '''
class MLP:
    def __init__(self, nin, nouts):
        nouts.insert(0, nin)
        self.layers = []
        for i in range(len(nouts) - 1):
            self.layers.append(Layer(nouts[i], nouts[i + 1], nonlin=i < len(nouts) - 2))

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x if isinstance(x, list) else [x])
        return x

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
''', "Puts nin into the caller's own list, so a second network made from it has a layer more.", "caller's list changed")

add("7.3", '''
class MLP:
    def __init__(self, nin, nouts):
        self.out = Layer(nouts[-2] if len(nouts) > 1 else nin, nouts[-1], nonlin=False)
        self.hidden = []
        for n in nouts[:-1]:
            self.hidden.append(Layer(nin, n))
            nin = n

    def __call__(self, x):
        for layer in self.hidden:
            x = layer(x)
            if isinstance(x, Value):
                x = [x]
        return self.out(x)

    def parameters(self):
        return [p for layer in self.hidden + [self.out] for p in layer.parameters()]
''', "Makes the last layer first, so the same seed gives other numbers than layers made one after the other.",
    "last layer drawn first")

add("7.3", '''
class MLP:
    def __init__(self, nin, nouts):
        self.first = Layer(nin, nouts[0])
        self.second = Layer(nouts[0], nouts[1])
        self.last = Layer(nouts[1], nouts[2], nonlin=False)

    def __call__(self, x):
        return self.last(self.second(self.first(x)))

    def parameters(self):
        return self.first.parameters() + self.second.parameters() + self.last.parameters()
''', "Writes the example's three layers down: MLP(2, [2, 1]) fails with an error.", "example hard-coded")

add("7.3", '''
class MLP:
    def __init__(self, nin, nouts):
        sizes = [nin] + nouts
        self.layers = [Layer(sizes[i], sizes[i + 1], i < len(nouts) - 1) for i in range(len(nouts))]

    def __call__(self, x):
        for layer in self.layers[:-1]:
            x = layer(x)
            if not isinstance(x, list):
                x = [Value(x.data)]
        return self.layers[-1](x)

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
''', "Wraps a single hidden output as a new Value, so no gradient reaches the layers before it.", "graph cut at wrap")

add("7.3", '''
class MLP:
    def __init__(self, nin, nouts):
        sizes = [nin] + nouts
        self.layers = [Layer(sizes[i], sizes[i + 1], i < len(nouts) - 1) for i in range(len(nouts))]

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x if isinstance(x, list) else [x])
        return x

    def parameters(self):
        return [p for layer in reversed(self.layers) for p in layer.parameters()]
''', "Gives the parameters from the end to the beginning, the way backward() goes.", "parameters reversed")

add("7.3", '''
class MLP:
    def __init__(self, nin, nouts):
        sizes = [nin] + nouts
        self.layers = [Layer(sizes[i], sizes[i + 1], i < len(nouts) - 1) for i in range(len(nouts))]

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x if isinstance(x, list) else [x])
        return x[0] if isinstance(x, list) else x

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
''', "Believes that a network always gives one score, and drops the other outputs.", "only first output")

add("7.3", '''
class MLP:
    def __init__(self, nin, nouts):
        sizes = [nin] + nouts
        self.layers = [Layer(sizes[i], sizes[i + 1], i < len(nouts) - 1) for i in range(len(nouts) - 1)]
        self.layers.append(Layer(nouts[-1], 1, nonlin=False))

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x if isinstance(x, list) else [x])
        return x

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
''', "Counts wrongly: the last layer is made with as many inputs as it should have neurons.", "wrong size of last layer")

add("7.3", '''
class MLP:
    def __init__(self, nin, nouts):
        sizes = [nin] + nouts
        self.layers = [Layer(sizes[i], sizes[i + 1], i == 0) for i in range(len(nouts))]

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x if isinstance(x, list) else [x])
        return x

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
''', "Lets only the first layer bend; right for one hidden layer, wrong for two.", "only first layer bends")

add("7.3", '''
class MLP:
    def __init__(self, nin, nouts):
        sizes = [nin] + nouts
        self.layers = [Layer(sizes[i], sizes[i + 1], i < len(nouts) - 1) for i in range(len(nouts))]

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x if isinstance(x, list) else [x])
        return x

    def parameters(self):
        found = []
        for layer in self.layers:
            found.append(layer.parameters())
        return found
''', "append where extend was meant: a list of lists.", "nested parameters")

add("7.3", '''
class MLP:
    def __init__(self, nin, nouts):
        self.layers = []
        for i, n in enumerate(nouts):
            self.layers.append(Layer(nin, n, nonlin=i != len(nouts)))
            nin = n

    def __call__(self, x):
        for layer in self.layers:
            if not isinstance(x, list):
                x = [x]
            x = layer(x)
        return x

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
''', "Counts the last layer as number len(nouts), but it is one less, so none is ever the last.", "off by one at last")

# ---------------------------------------------------------------- 7.4
# The corners differ from learner to learner, so most of these work the numbers out from `corners`, as one does on paper.
# f is 0 at both corners of +1, -1 and +1 at those of -1; a right answer is 1 - 2 relu(f) - 2 relu(-f).

PAPER = '''
low = [c for c in corners.values() if c[2] < 0]
high = [c for c in corners.values() if c[2] > 0]
w1, w2 = high[1][1] - high[0][1], high[0][0] - high[1][0]
middle = w1 * high[0][0] + w2 * high[0][1]
k = 1 / (w1 * low[0][0] + w2 * low[0][1] - middle)
w1, w2, b = k * w1, k * w2, -k * middle
'''

add("7.4", '''
nine = [1, 1, 0, 1, 1, -1, 2, -4, -1]
''', "Takes the page's nine numbers, which belong to the square from 0 to 1, to other corners.", "page's numbers unchanged")

add("7.4", PAPER + '''
nine = [w1, w2, b, -w1, -w2, -b, -1, -1, 0.5]
''', "All four are on their side of 0, and the margin is forgotten: the scores are 0.5 and -0.5.", "margin forgotten")

add("7.4", PAPER + '''
nine = [w1, w2, b, -w1, -w2, -b, -1.5, -1.5, 1]
''', "Asks for 1 at the corners of +1 and is content with anything below 0 at those of -1.", "margin on one side only")

add("7.4", PAPER + '''
nine = [w1, w2, b, -w1, -w2, -b, 2, 2, -1]
''', "Parts the corners well and gives the pairs each other's side.", "sides swapped")

add("7.4", PAPER + '''
nine = [b, w1, w2, -b, -w1, -w2, 1, -2, -2]
''', "Writes each neuron's bias before its weights.", "bias first in order")

add("7.4", PAPER + '''
nine = [w1, w2, -b, -w1, -w2, b, -2, -2, 1]
''', "Brings the corners to the middle with the wrong sign: adds where they lie instead of taking it away.",
    "shift with wrong sign")

add("7.4", PAPER + '''
nine = [w1, w2, b, -w1, -w2, 0, -2, -2, 1]
''', "Moves the first fold to its place and leaves the second at 0.", "only one fold moved")

add("7.4", PAPER + '''
nine = [w1, w2, b, w1, w2, b, -2, -2, 1]
''', "Both hidden neurons bend at the same place and the same way, so there is one fold and not two.", "two equal folds")

add("7.4", PAPER + '''
nine = [w1, w2, b, 0, 0, 0, -2, 0, 1]
''', "Is content with three of four: one fold, the second neuron says nothing.", "three of four corners")

add("7.4", PAPER + '''
nine = [w1, w2, b, -w1, -w2, -b, -2, -2]
''', "Forgets the bias of the last neuron: eight numbers.", "eight numbers")

add("7.4", PAPER + '''
nine = [w1, w2, b, -w1, -w2, -b, -2, -2, 0]
''', "Sets the last bias to 0, so both corners of +1 have a score of 0.", "last bias zero")

add("7.4", PAPER + '''
nine = [[w1, w2, b], [-w1, -w2, -b], [-2, -2, 1]]
''', "Gives three lists of three, one for each neuron.", "three lists")

add("7.4", PAPER + '''
nine = [w1, w2, -w1, -w2, b, -b, -2, -2, 1]
''', "Gives the weights of the layer first and then its biases.", "weights, then biases")

add("7.4", PAPER + '''
numbers = [w1, w2, b, -w1, -w2, -b, -2, -2, 1]
nine = ...
''', "Has the numbers and never puts them into the name that is asked.", "answer under another name")

add("7.4", '''
nine = [-0.8, 0.4, 0.3, 0.9, -0.5, -0.5, 0.5, 0.3, -0.4]
''', "Gives the page's START, the numbers where descent begins, instead of where it ends.", "start instead of end")

add("7.4", '''
xs = sorted({c[0] for c in corners.values()})
ys = sorted({c[1] for c in corners.values()})
width, height = xs[-1] - xs[0], ys[-1] - ys[0]
nine = [1 / width, 1 / height, 0, 1 / width, 1 / height, -1, 2, -4, -1]
''', "Brings the rectangle to the size of the square, and forgets to bring it to the square's place.",
    "scaled, not shifted")

add("7.4", '''
xs = sorted({c[0] for c in corners.values()})
ys = sorted({c[1] for c in corners.values()})
shift = -xs[0] - ys[0]
nine = [1, 1, shift, 1, 1, shift - 1, 2, -4, -1]
''', "Brings the rectangle to the square's place, and forgets that its sides have other lengths.",
    "shifted, not scaled")

# ---------------------------------------------------------------- 7.5

CROSS = '''
from fractions import Fraction

(ax, ay), (bx, by), (cx, cy), (dx, dy) = ([Fraction(str(v)) for v in points[name][:2]] for name in "ABCD")
det = (bx - ax) * (cy - dy) - (by - ay) * (cx - dx)
s = ((cx - ax) * (cy - dy) - (cy - ay) * (cx - dx)) / det  # the crossing is s of the way from A to B
t = ((bx - ax) * (cy - ay) - (by - ay) * (cx - ax)) / det  # and t of the way from C to D
whole = s.denominator * t.denominator
'''

add("7.5", '''
times = {"A": 1, "B": 1, "C": 1, "D": 1}
''', "Counts each want once, as on the page, where the lines cross in their middles.", "each once, as on page")

add("7.5", CROSS + '''
times = {"A": int(s * whole), "B": int((1 - s) * whole), "C": int(t * whole), "D": int((1 - t) * whole)}
''', "Gives A the share that belongs to B: the nearer end of the lever is to count more, not less.", "lever the wrong way")

add("7.5", CROSS + '''
times = {"A": float(1 - s), "B": float(s), "C": float(1 - t), "D": float(t)}
''', "The shares are right, and not made whole numbers.", "shares, not whole numbers")

add("7.5", CROSS + '''
times = {"A": int((1 - s) * whole), "B": int(s * whole), "C": -int((1 - t) * whole), "D": -int(t * whole)}
''', "Forgets that side is in the want already, so it takes C and D away with negative numbers.",
    "side counted twice, negative")

add("7.5", '''
times = {"A": 0, "B": 0, "C": 0, "D": 0}
''', "0 > 0 comes out of nothing too: leaves all wants away.", "all zero")

add("7.5", '''
from fractions import Fraction
from itertools import product

A, B, C, D = ([Fraction(str(v)) for v in points[name][:2]] for name in "ABCD")
times = None
for a, b in product(range(1, 30), repeat=2):
    x, y = a * A[0] + b * B[0], a * A[1] + b * B[1]
    det = C[0] * D[1] - C[1] * D[0]
    c, d = (x * D[1] - y * D[0]) / det, (C[0] * y - C[1] * x) / det
    if c > 0 and d > 0 and a + b != c + d:  # w1 and w2 are gone
        k = c.denominator * d.denominator
        times = {"A": a * k, "B": b * k, "C": int(c * k), "D": int(d * k)}
        break
''', "Sees to w1 and w2 and forgets b: a multiple of the bias is left.", "b not cancelled")

add("7.5", '''
from itertools import product


def left(numbers):
    return sum(n * points[name][2] * points[name][0] for n, name in zip(numbers, "ABCD"))


times = next(
    dict(zip("ABCD", n))
    for n in product(range(1, 20), repeat=4)
    if abs(left(n)) < 1e-9 and n[0] + n[1] == n[2] + n[3] and n[0] != n[1]
    and abs(sum(k * points[name][2] * points[name][1] for k, name in zip(n, "ABCD"))) > 1e-9
)
''', "Cancels w1 and b, and believes that w2 then goes by itself.", "w2 not looked at")

add("7.5", '''
times = {"A": 2, "B": 1, "C": 3, "D": 0}
''', "Believes that a want which disturbs may be left out: D counts 0 times.", "one want left out")

add("7.5", '''
x = {name: sum(v * v for v in p[:2]) for name, p in points.items()}
most = max(x.values())
times = {name: max(1, round(most / (v or 1))) for name, v in x.items()}
''', "Weights each want by how near its point lies to the origin, so that far ones do not outweigh.",
    "weighted by distance to origin")

add("7.5", CROSS + '''
times = {"A": int((1 - s) * whole), "B": int(s * whole), "C": int((1 - t) * whole), "D": int(t * whole) + 1}
''', "Gives D one more, so that something above 0 is left and the sum 'holds'.", "makes the sum hold")

add("7.5", CROSS + '''
own = t.denominator
times = {"A": int((1 - s) * whole), "B": int(s * whole), "C": int((1 - t) * own), "D": int(t * own)}
''', "Makes the shares of A and B whole by both denominators, those of C and D by their own, so the sides do not count equally.",
    "each line scaled alone")

add("7.5", CROSS + '''
times = {"A": int((1 - s) * whole), "B": int(s * whole)}
''', "Gives the numbers of A and B only, since those of the other side 'follow'.", "two of four given")

# ---------------------------------------------------------------- 07 complete_together

PULL = '''
def pull(w, x, t):
    return 2 * (w * x - t) * x


'''

for line, cause, kind in (
    ("total = 0.0 + pull(w, x, t)", "Begins anew for each point, so only the last want is left.", "only the last want"),
    ("total = total * 0.5 + pull(w, x, t)", "Believes that a new point halves what was there, as in a mean.",
     "halves what was there"),
    ("total = w + pull(w, x, t)", "Takes it for a step: adds the want to the weight.", "adds to the weight"),
    ("total = -total + pull(w, x, t)", "Believes that wants which disagree are subtracted from each other.",
     "wants alternate in sign"),
    ("total = max(total, pull(w, x, t))",
     "Believes that the strongest one gets its way.", "strongest wins"),
    ("total = total + w * x - t + pull(w, x, t)", "Adds the error of the point as well as its want.",
     "error added too"),
    ("total = pull(w, x, t) + pull(w, x, t)", "Does not see that the name total carries the sum on: adds the want to itself.",
     "want added to itself"),
):
    add("07 complete_together", PULL + f'''def together(w, points):
    total = 0.0
    for x, t in points:
        {line}
    return total
''', cause, kind)

add("07 complete_together", PULL + '''def together(w, points):
    total = 0.0
    for x, t in points:
        total = total + pull(w, x, t)
        return total
''', "The return has slipped into the loop, so only the first point is asked.", "return in the loop")

add("07 complete_together", PULL + '''def together(w, points):
    total = 0.0
    for x, t in points:
        total = total + pull(w, x, t)
    return total / len(points)
''', "Gives the mean, although the page says that the wants are added up.", "mean instead of sum")

add("07 complete_together", PULL + '''def together(w, points):
    total = 0.0
    for x, t in points:
        total = total + abs(pull(w, x, t))
    return total
''', "Adds how strongly they pull and not which way, so opposite wants do not cancel.", "signs dropped")

# ---------------------------------------------------------------- 07 mend_row

for body, cause, kind in (
    ("    return [make] * nout", "Lists the function nout times, and never calls it.", "make never called"),
    ("    return [make for _ in range(nout)]", "A comprehension at last, but without the call.", "make not called in loop"),
    ("    return list([make()] * nout)", "Believes that a new list holds new things.", "copied list, same thing"),
    ("    one = make()\n    return [one for _ in range(nout)]", "Calls make once before the loop, and names it many times.",
     "made once outside loop"),
    ("    import copy\n\n    one = make()\n    return [copy.deepcopy(one) for _ in range(nout)]",
     "Copies the one thing: other objects, but with the same numbers, and make was called once.", "copies of one"),
    ("    return [make()] + [make()] * (nout - 1)", "Makes the first one on its own, and the rest is one thing again.",
     "two things only"),
    ("    return [make() for _ in range(1, nout)]", "Counts from 1 and gets one too few.", "one too few"),
    ("    return [[make()] for _ in range(nout)]", "Keeps the brackets: a list of lists of one.", "lists inside list"),
    ("    for _ in range(nout):\n        return [make()]", "return inside the loop: a row of one.", "return in the loop"),
    ("    return list(map(make, range(nout)))", "map gives make an argument that it does not take.", "argument to make"),
    ("    return [make() * nout]", "Multiplies the neuron instead of the list.", "multiplies the thing"),
    ("    many = []\n    for _ in range(nout):\n        many.append(make())",
     "Builds the row rightly and does not give it back.", "no return"),
    ("    return [make() for _ in range(nout)] * nout", "Writes the comprehension and leaves * nout where it was.",
     "* nout left as well"),
):
    add("07 mend_row", f"def row(nout, make):\n{body}\n", cause, kind)

# ---------------------------------------------------------------- 8.1

HEAD = "def train(loss_of, parameters, step, steps):\n"

for body, cause, kind in (
    ("""
    for n in range(steps):
        loss = loss_of(n)
        loss.backward()
        step(n)
        yield loss.data
""", "Leaves zero_grad out, so each step goes by the sum of all gradients so far.", "no zero_grad"),
    ("""
    for p in parameters:
        p.grad = 0.0
    for n in range(steps):
        loss = loss_of(n)
        loss.backward()
        step(n)
        yield loss.data
""", "Empties the gradients once before the loop, since they 'begin at 0'.", "zero_grad before the loop"),
    ("""
    for n in range(steps):
        loss = loss_of(n)
        loss.backward()
        for p in parameters:
            p.grad = 0.0
        step(n)
        yield loss.data
""", "Empties the gradients between backward and step: step finds only zeros.", "zero_grad before step"),
    ("""
    for n in range(steps):
        loss = loss_of(n)
        for p in parameters:
            p.grad == 0.0
        loss.backward()
        step(n)
        yield loss.data
""", "Compares instead of assigning; nothing is emptied and nothing complains.", "== instead of ="),
    ("""
    for n in range(steps):
        loss = loss_of(n)
        for p in parameters:
            p.data = 0.0
        loss.backward()
        step(n)
        yield loss.data
""", "Empties the number instead of its gradient, so all that was learned is lost.", "empties data"),
    ("""
    for n in range(steps):
        loss = loss_of(n)
        loss.grad = 0.0
        loss.backward()
        step(n)
        yield loss.data
""", "Believes that the loss's own grad is what has to be emptied.", "empties the loss only"),
    ("""
    for n in range(steps):
        loss = loss_of(n)
        for p in parameters:
            grad = p.grad
            grad = 0.0
        loss.backward()
        step(n)
        yield loss.data
""", "Believes that a name given to a number is the number's place.", "empties a copy"),
    ("""
    for n in range(steps):
        loss = loss_of(n)
        parameters[0].grad = 0.0
        loss.backward()
        step(n)
        yield loss.data
""", "Tries it with a single w and empties only the first parameter.", "only first parameter emptied"),
    ("""
    for n in range(steps):
        for p in parameters:
            p.grad = 0.0
        loss = loss_of(n)
        loss.backward()
        yield loss.data
        step(n)
""", "Yields before the step, because it is the loss before the step: who looks at the parameters sees the old ones.",
     "yield before the step"),
    ("""
    for n in range(steps):
        for p in parameters:
            p.grad = 0.0
        loss = loss_of(n)
        loss.backward()
        step(n)
        yield loss_of(n).data
""", "Works the loss out again after the step and yields that: another loss, and two calls a round.",
     "loss after the step"),
    ("""
    for n in range(steps):
        for p in parameters:
            p.grad = 0.0
        before = loss_of(n).data
        loss_of(n).backward()
        step(n)
        yield before
""", "Calls loss_of twice a round, once for the number and once to walk back.", "loss_of called twice"),
    ("""
    for n in range(steps):
        for p in parameters:
            p.grad = 0.0
        loss = loss_of(n)
        loss.backward()
        step(n)
        yield loss
""", "Yields the Value instead of its number.", "yields the Value"),
    ("""
    losses = []
    for n in range(steps):
        for p in parameters:
            p.grad = 0.0
        loss = loss_of(n)
        loss.backward()
        step(n)
        losses.append(loss.data)
    return losses
""", "Collects all losses in a list: nobody can look in between or stop early.", "list, no generator"),
    ("""
    losses = []
    for n in range(steps):
        for p in parameters:
            p.grad = 0.0
        loss = loss_of(n)
        loss.backward()
        step(n)
        losses.append(loss.data)
    yield from losses
""", "It is a generator, but all rounds are done before the first loss is given.", "all rounds before first yield"),
    ("""
    losses = []
    for n in range(steps):
        for p in parameters:
            p.grad = 0.0
        loss = loss_of(n)
        loss.backward()
        step(n)
        losses.append(loss.data)
        yield losses
""", "Yields the list so far in each round.", "yields a growing list"),
    ("""
    for n in range(steps):
        for p in parameters:
            p.grad = 0.0
        loss = loss_of(n)
        loss.backward()
        step(n)
    yield loss.data
""", "The yield stands after the loop: one loss for all.", "yield outside the loop"),
    ("""
    for n in range(steps):
        for p in parameters:
            p.grad = 0.0
        loss = loss_of(n)
        loss.backward()
        step(n)
        return loss.data
""", "return in place of yield: a number, after the first round.", "return instead of yield"),
    ("""
    for n in range(steps):
        for p in parameters:
            p.grad = 0.0
        loss = loss_of(n)
        loss.backward()
        step(n)
        print(loss.data)
""", "Prints the losses and gives nothing.", "print instead of yield"),
    ("""
    for n in range(1, steps + 1):
        for p in parameters:
            p.grad = 0.0
        loss = loss_of(n)
        loss.backward()
        step(n)
        yield loss.data
""", "Counts the rounds from 1.", "rounds from 1"),
    ("""
    for n in range(steps + 1):
        for p in parameters:
            p.grad = 0.0
        loss = loss_of(n)
        loss.backward()
        step(n)
        yield loss.data
""", "Believes that range leaves one out, and adds a round.", "one round too many"),
    ("""
    n = 0
    while n < steps:
        for p in parameters:
            p.grad = 0.0
        loss = loss_of(n)
        loss.backward()
        n += 1
        step(n)
        yield loss.data
""", "Counts on before the step, so step is told the next round.", "step told n + 1"),
    ("""
    loss = loss_of(0)
    for n in range(steps):
        for p in parameters:
            p.grad = 0.0
        loss.backward()
        step(n)
        yield loss.data
""", "Builds the loss once and walks the same old graph each round.", "loss built once"),
    ("""
    for n in range(steps):
        for p in parameters:
            p.grad = 0.0
        loss = loss_of(0)
        loss.backward()
        step(n)
        yield loss.data
""", "Asks for round 0's loss each time, which is right as long as the loss doesn't look at n.", "always batch of round 0"),
    ("""
    loss = loss_of(0)
    for n in range(steps):
        for p in parameters:
            p.grad = 0.0
        loss.backward()
        now, loss = loss.data, loss_of(n + 1)
        step(n)
        yield now
""", "Makes the next loss ready before the step, so it was worked out at the old weights.", "next loss before the step"),
    ("""
    for n in range(steps):
        for p in parameters:
            p.grad = 0.0
        loss = loss_of(n)
        step(n)
        loss.backward()
        yield loss.data
""", "Steps before walking back: each step finds empty gradients.", "step before backward"),
    ("""
    for n in range(steps):
        loss = loss_of(n)
        step(n)
        for p in parameters:
            p.grad = 0.0
        loss.backward()
        yield loss.data
""", "Steps by the gradients of the round before; the first step finds zeros.", "one round late"),
    ("""
    for n in range(steps):
        for p in parameters:
            p.grad = 0.0
        loss = loss_of(n)
        loss.backward()
        for p in parameters:
            p.data -= 0.1 * p.grad
        step(n)
        yield loss.data
""", "Moves the parameters itself and lets step do it again.", "touches data itself"),
    ("""
    for n in range(steps):
        for p in parameters:
            p.grad = 0.0
            loss = loss_of(n)
            loss.backward()
            step(n)
        yield loss.data
""", "Indented too far: a whole round for each parameter; right where there is only one.", "round inside parameter loop"),
    ("""
    for n in range(steps):
        for p in parameters:
            p.grad = 0.0
        loss = loss_of(n)
        loss.backward()
        for p in parameters:
            step(n)
        yield loss.data
""", "Believes that step moves one parameter, and calls it for each.", "step once per parameter"),
    ("""
    for n in range(steps):
        for p in parameters:
            p.grad = 0.0
        loss = loss_of(n)
        if loss.data < 1e-6:
            return
        loss.backward()
        step(n)
        yield loss.data
""", "Stops by itself when the loss is as good as nothing, and steps says otherwise.", "stops when loss is small"),
    ("""
    best = float("inf")
    for n in range(steps):
        for p in parameters:
            p.grad = 0.0
        loss = loss_of(n)
        loss.backward()
        step(n)
        best = min(best, loss.data)
        yield best
""", "Believes that a loss must fall, and yields the smallest so far.", "yields smallest so far"),
    ("""
    for n in range(steps):
        for p in parameters:
            p.grad = 0.0
        loss = loss_of(n)
        loss.backward()
        step(n)
        yield round(loss.data, 6)
""", "Rounds the loss, as it is printed in the cell below.", "loss rounded"),
    ("""
    for n in range(steps):
        for p in parameters:
            p.grad = 0.0
        loss = loss_of(n)
        loss.backward()
        if n < steps - 1:
            step(n)
        yield loss.data
""", "Leaves the last step out, since no loss is asked after it.", "last step left out"),
    ("""
    total = 0.0
    for n in range(steps):
        for p in parameters:
            p.grad = 0.0
        loss = loss_of(n)
        loss.backward()
        step(n)
        total += loss.data
        yield total / (n + 1)
""", "Yields the mean of the losses so far, which makes a smoother curve.", "mean of losses so far"),
    ("""
    for n in range(steps):
        parameters = [Value(p.data) for p in parameters]
        loss = loss_of(n)
        loss.backward()
        step(n)
        yield loss.data
""", "Makes new Values to have empty gradients, but loss_of and step know only the old ones.", "new Values to empty"),
    ("""
    for n in range(steps):
        for p in parameters:
            p.grad = 0.0
        loss = loss_of()
        loss.backward()
        step(n)
        yield loss.data
""", "Calls loss_of without the round, which it wants to know.", "n not passed"),
    ("""
    for n in range(steps):
        for p in parameters:
            p.grad = 0.0
        loss = loss_of(n)
        loss.backward()
        step(n)
        yield n, loss.data
""", "Yields the round as well, as enumerate would.", "yields a pair"),
    ("""
    for n in range(steps):
        loss = loss_of(n)
        loss.backward()
        step(n)
        yield loss.data
        if n % 2:
            for p in parameters:
                p.grad = 0.0
""", "Empties the gradients every other round, after having read of adding up on purpose.", "emptied every other round"),
    ("""
    for n in range(steps):
        for p in parameters:
            p.grad = 0.0
        loss = loss_of(n)
        loss.backward()
        loss.backward()
        step(n)
        yield loss.data
""", "Walks back twice, 'to be sure': what arrives is added a second time.", "backward twice"),
    ("""
    n = 0
    while True:
        for p in parameters:
            p.grad = 0.0
        loss = loss_of(n)
        loss.backward()
        step(n)
        yield loss.data
        n += 1
        if n == steps:
            break
""", "Asks for the end only after the first round, so 0 steps take one, and then without end.", "0 steps take steps"),
):
    add("8.1", HEAD + body.strip("\n") + "\n", cause, kind)

# ---------------------------------------------------------------- 8.2

WALK = '''
def numbers_of(train, steps=4):
    """The losses and the last numbers, of two weights, a batch of its own in each round, and a rate that falls."""
    a, b = Value(2.0), Value(-1.0)

    def step(n):
        for p in (a, b):
            p.data -= 0.1 / (1 + n) * p.grad

    losses = list(train(lambda n: (a * (n + 1) + b - 3) ** 2 + b * b, [a, b], step, steps))
    return losses, [a.data, b.data]


'''

for source, cause, kind in (
    ("""
tests = [falls]
""", "Believes that a falling loss shows a right loop.", "exposes too little: falls only"),
    ("""
def falls_longer(train):
    w = Value(3.0)

    def step(n):
        w.data -= 0.1 * w.grad

    losses = list(train(lambda n: w * w, [w], step, 20))
    return all(a > b for a, b in zip(losses, losses[1:]))


def falls_slowly(train):
    w = Value(3.0)

    def step(n):
        w.data -= 0.01 * w.grad

    losses = list(train(lambda n: w * w, [w], step, 20))
    return all(a > b for a, b in zip(losses, losses[1:]))


def falls_elsewhere(train):
    w = Value(-5.0)

    def step(n):
        w.data -= 0.02 * w.grad

    losses = list(train(lambda n: (w - 1) ** 2, [w], step, 10))
    return losses[0] > losses[-1]


tests = [falls, falls_longer, falls_slowly, falls_elsewhere]
""", "Four times the same question with other numbers: does the loss fall?", "exposes too little: variants of falls"),
    ("""
tests = [falls(train)]
""", "Puts the answer for its own loop into the list, and no function.", "no function: called too early"),
    ("""
tests = falls
""", "Gives the function itself and no list.", "no list of functions"),
    ("""
tests = ["falls"]
""", "Gives the tests' names.", "no function: names as text"),
    (WALK + """
def same(loop):
    losses, numbers = numbers_of(train)
    mine_losses, mine_numbers = numbers_of(train)
    return close(losses, mine_losses) and close(numbers, mine_numbers)


tests = [same]
""", "The test calls its own train of 8.1 and never the loop that it is given.", "exposes nothing: asks own train"),
    ("""
def first_losses(train):
    w = Value(3.0)

    def step(n):
        w.data -= 0.1 * w.grad

    losses = list(train(lambda n: w * w, [w], step, 3))
    assert close(losses, [9.0, 5.76, 3.6864])


tests = [first_losses]
""", "Ends with the assert and gives None, which refuses every loop.", "refuses right: no return True"),
    ("""
def first_losses(train):
    w = Value(3.0)

    def step(n):
        w.data -= 0.1 * w.grad

    losses = list(train(lambda n: w * w, [w], step, 3))
    print(close(losses, [9.0, 5.76, 3.6864]))


tests = [first_losses]
""", "Prints the verdict instead of giving it.", "refuses right: print, no return"),
    ("""
w = Value(3.0)


def step(n):
    w.data -= 0.1 * w.grad


def first_losses(train):
    losses = list(train(lambda n: w * w, [w], step, 3))
    return close(losses, [9.0, 5.76, 3.6864])


tests = [first_losses]
""", "The weight lives outside the test, so the second loop finds it where the first has left it.",
     "refuses right: nothing fresh"),
    ("""
def begins_clean(train):
    w = Value(3.0)
    w.grad = 100.0

    def step(n):
        w.data -= 0.1 * w.grad

    losses = list(train(lambda n: w * w, [w], step, 2))
    return close(losses, [9.0, 5.76])


tests = [begins_clean]
""", "Begins with a gradient that isn't 0, which 8.1 rules out: a loop that empties after the step is right too.",
     "refuses right: dirty start"),
    ("""
def ends_clean(train):
    w = Value(3.0)

    def step(n):
        w.data -= 0.1 * w.grad

    for _ in train(lambda n: w * w, [w], step, 3):
        pass
    return w.grad == 0.0


tests = [ends_clean]
""", "Asks for empty gradients at the end, which are nobody's business.", "refuses right: grad after the end"),
    ("""
def keeps_gradient(train):
    w = Value(3.0)

    def step(n):
        w.data -= 0.1 * w.grad

    seen = [w.grad for _ in train(lambda n: w * w, [w], step, 3)]
    return all(abs(g) > 0 for g in seen)


tests = [keeps_gradient]
""", "Asks that the gradients still stand when the loss is given; a loop may empty them right after the step.",
     "refuses right: grad at the yield"),
    ("""
def clean_when_asked(train):
    w = Value(3.0)
    clean = []

    def loss_of(n):
        clean.append(w.grad == 0.0)
        return w * w

    def step(n):
        w.data -= 0.1 * w.grad

    list(train(loss_of, [w], step, 4))
    return all(clean)


tests = [clean_when_asked]
""", "Believes that the gradients have to be empty when the loss is worked out; just after it will do as well.",
     "refuses right: order of zero_grad"),
    ("""
import inspect


def is_generator(train):
    w = Value(3.0)
    return inspect.isgenerator(train(lambda n: w * w, [w], lambda n: None, 3))


tests = [is_generator]
""", "Asks for a generator by its type, and some right loops are none.", "refuses right: type generator"),
    ("""
def can_stop(train):
    w = Value(3.0)
    run = train(lambda n: w * w, [w], lambda n: None, 3)
    next(run)
    run.close()
    return next(run, "over") == "over"


tests = [can_stop]
""", "Uses close(), which only a generator has; a map or a class does the same and has none.",
     "refuses right: generator's methods"),
    ("""
def three_losses(train):
    w = Value(3.0)

    def step(n):
        w.data -= 0.1 * w.grad

    losses = train(lambda n: w * w, [w], step, 3)
    return len(losses) == 3 and losses[0] == 9.0


tests = [three_losses]
""", "Takes what train gives for a list: a generator has no len.", "refuses right: generator as list"),
    ("""
def exact(train):
    w = Value(3.0)

    def step(n):
        w.data -= 0.1 * w.grad

    losses = list(train(lambda n: w * w, [w], step, 5))
    return losses == [9.0, 5.76, 3.6864, 2.359296, 1.50994944]


tests = [exact]
""", "Compares rounded numbers by ==, with what paper says.", "refuses right: == on floats"),
    ("""
def after_the_step(train):
    w = Value(3.0)

    def step(n):
        w.data -= 0.1 * w.grad

    return close(list(train(lambda n: w * w, [w], step, 2)), [5.76, 3.6864])


tests = [after_the_step]
""", "Expects the loss after the step.", "refuses right: loss after step"),
    ("""
def counts(train):
    w = Value(3.0)
    asked = []

    def loss_of(n):
        asked.append(n)
        return w * w

    list(train(loss_of, [w], lambda n: None, 3))
    return asked == [1, 2, 3]


tests = [counts]
""", "Expects the rounds to be counted from 1.", "refuses right: rounds from 1"),
    ("""
def falls_on_batches(train):
    w = Value(3.0)

    def step(n):
        w.data -= 0.05 * w.grad

    losses = list(train(lambda n: (w - 4 * (n % 2)) ** 2, [w], step, 6))
    return all(a > b for a, b in zip(losses, losses[1:]))


tests = [falls_on_batches]
""", "Believes that a right loop's loss falls from round to round even if each round has another batch.",
     "refuses right: falls on batches"),
    ("""
def by_rate(train):
    w = Value(3.0)
    return close(list(train(lambda n: w * w, [w], 0.1, 3)), [9.0, 5.76, 3.6864])


tests = [by_rate]
""", "Gives a rate where step is wanted, as in descend: an error in every loop.", "refuses right: rate for step"),
    ("""
tests = [lambda train: True]
""", "Believes that a test which all right ones pass is a good test.", "exposes nothing"),
    ("""
tests = [lambda train: False]
""", "Believes that whoever refuses all exposes all.", "refuses right: refuses everything"),
    ("""
def how_many(train):
    w = Value(3.0)
    return len(list(train(lambda n: w * w, [w], lambda n: None, 5))) == 5


def none_at_all(train):
    w = Value(3.0)
    return list(train(lambda n: w * w, [w], lambda n: None, 0)) == []


tests = [how_many, none_at_all]
""", "Counts the losses and never looks at what the step did.", "exposes too little: counts only"),
    ("""
def one_round(train):
    w = Value(3.0)

    def step(n):
        w.data -= 0.1 * w.grad

    losses = list(train(lambda n: w * w, [w], step, 1))
    return close(losses, [9.0]) and abs(w.data - 2.4) < 1e-9


tests = [one_round]
""", "Asks for a single round of a single weight; what goes wrong from one round to the next is not seen.",
     "exposes too little: one round"),
    (WALK + """
tests = [lambda train, k=k: close(numbers_of(train, k)[0], numbers_of(mine.train, k)[0]) for k in range(1, 9)]
""", "Gives eight tests where at most six are allowed (and compares the losses alone).", "more than six tests"),
    ("""
def side_by_side(loop):
    w = Value(3.0)

    def step(n):
        w.data -= 0.1 * w.grad

    return close(list(loop(lambda n: w * w, [w], step, 4)), list(train(lambda n: w * w, [w], step, 4)))


tests = [side_by_side]
""", "Lets both loops train the same weight, one after the other, and expects the same losses.",
     "refuses right: shared weight side by side"),
    ("""
def same_object(loop):
    w = Value(3.0)

    def step(n):
        w.data -= 0.1 * w.grad

    return loop(lambda n: w * w, [w], step, 3) == train(lambda n: w * w, [w], step, 3)


tests = [same_object]
""", "Compares two generators by ==, which are never equal, instead of what they give.", "refuses right: compares generators"),
    ("""
def gradient_kept(train):
    w = Value(3.0)
    found = []

    def step(n):
        found.append(w.grad)
        w.data -= 0.1 * w.grad

    list(train(lambda n: w * w, [w], step, 3))
    return found == [6.0, 6.0, 6.0]


tests = [gradient_kept]
""", "Forgets that w moves: expects the same gradient in each round.", "refuses right: wrong expectation"),
):
    add("8.2", source.lstrip("\n"), cause, kind)

# ---------------------------------------------------------------- 08 complete_wants

for line, cause, kind in (
    ("w.grad == 0.0", "Compares instead of assigning.", "== instead of ="),
    ("found = []", "Believes that what has to be emptied is the list.", "empties the list"),
    ("w.data = 0.0", "Empties the weight's number and not its gradient.", "empties data"),
    ("w = Value(w.data)", "Makes a new weight, which loss_of does not know, and so looks at one that nothing reaches.",
     "new Value for w"),
    ("loss_of(example).grad = 0.0", "Believes that the loss's gradient is to be emptied.", "empties the loss"),
    ("w.grad = 1.0", "Sets it to 1, as backward does with the loss it begins at.", "sets grad to 1"),
    ("w.zero_grad()", "Calls by its name what 'everybody calls zero_grad'; a Value has no such method.", "method not there"),
    ("w.grad = None", "Empties with None, and += then fails.", "empties with None"),
    ("if w.grad > 0:\n            w.grad = 0.0", "Empties only what is above 0, as after a relu.", "empties positive only"),
    ("grad = 0.0", "Sets a name of its own to 0, not the weight's grad.", "sets a local name"),
    ("example = Value(0.0)", "Believes that the example is what must begin afresh.", "overwrites the example"),
):
    add("08 complete_wants", f"""def wants(loss_of, examples, w):
    found = []
    for example in examples:
        {line}
        loss_of(example).backward()
        found.append(w.grad)
    return found
""", cause, kind)

for body, cause, kind in (
    ("""    found = []
    w.grad = 0.0
    for example in examples:
        loss_of(example).backward()
        found.append(w.grad)
    return found
""", "Empties once before the loop, so each later one is a sum again.", "emptied once only"),
    ("""    found = []
    for example in examples:
        loss_of(example).backward()
        w.grad = 0.0
        found.append(w.grad)
    return found
""", "Empties between sending and looking: finds only zeros.", "emptied before looking"),
    ("""    found = []
    for example in examples:
        loss_of(example).backward()
        found.append(w.grad)
        w.grad = 0.0
    return found
""", "Empties after looking, so the first example gets what was in w when it all began.", "emptied after, start dirty"),
    ("""    found = []
    for example in examples:
        loss_of(example).backward()
        found.append(w.grad - (found[-1] if found else 0.0))
    return found
""", "Takes away what the example before wanted, which is right for two examples only.", "subtracts the last only"),
    ("""    found = []
    for example in examples:
        w.grad = 0.0
        loss_of(example).backward()
    found.append(w.grad)
    return found
""", "append has slipped out of the loop: the last want only.", "append outside the loop"),
):
    add("08 complete_wants", "def wants(loss_of, examples, w):\n" + body, cause, kind)

# ---------------------------------------------------------------- 08 mend_step

for body, cause, kind in (
    ("    for p in parameters:\n        p.data = p - lr * p.grad",
     "Reaches for data on the left only: a Value lands in data.", "Value put into data"),
    ("    for p in parameters:\n        p -= lr * p.grad", "Believes that -= changes the Value itself.", "-= on the name"),
    ("    for p in parameters:\n        p.data += lr * p.grad", "Goes with the gradient, that is uphill.", "uphill"),
    ("    for p in parameters:\n        p.data = lr * p.grad", "Replaces the number by the step.", "number replaced"),
    ("    for p in parameters:\n        p.data =- lr * p.grad", "Writes =- for -=.", "=- for -="),
    ("    for p in parameters:\n        p.data - lr * p.grad", "Works the new number out and puts it nowhere.",
     "result not assigned"),
    ("    for p in parameters:\n        p.grad -= lr * p.data", "Mixes up which of the two is moved.", "moves grad, not data"),
    ("    for p in parameters:\n        p.data -= p.grad", "Leaves the rate out.", "rate left out"),
    ("    for p in parameters:\n        data = p.data\n        data -= lr * p.grad",
     "Takes the number out first and moves the copy.", "moves a copy"),
    ("    for i, p in enumerate(parameters):\n        parameters[i] = Value(p.data - lr * p.grad)",
     "Puts new Values into the list; the network keeps the old ones.", "new Values in list"),
    ("    return [Value(p.data - lr * p.grad) for p in parameters]",
     "Gives new Values back, which nobody takes.", "new Values returned"),
    ("    for p in parameters:\n        p.data -= lr * p.grad\n        return parameters", "return inside the loop: only the first moves.",
     "return in the loop"),
    ("    for p in parameters:\n        p.grad = 0.0\n        p.data -= lr * p.grad", "Empties the gradient before it is used.",
     "emptied before use"),
    ("    for p in parameters:\n        p.data -= lr if p.grad > 0 else -lr", "Goes by the sign only, always equally far.",
     "sign only"),
    ("    for p in parameters:\n        p.data -= lr * p.grad * p.data", "Takes it for a share of the number.",
     "share of the number"),
    ("    for p in parameters:\n        p.data -= p.grad / lr", "Divides by the rate.", "divides by rate"),
    ("    for p in parameters:\n        p.data = abs(p.data - lr * p.grad)", "Believes that weights can't be below 0.",
     "keeps numbers positive"),
    ("    total = sum(p.grad for p in parameters) / len(parameters)\n    for p in parameters:\n        p.data -= lr * total",
     "Believes that all go by the mean of the gradients.", "mean gradient for all"),
):
    add("08 mend_step", f"def step(parameters, lr):\n{body}\n", cause, kind)

# ---------------------------------------------------------------- 9.1

HINGE = 'def hinge(scores, labels):\n'

for body, cause, kind in (
    ("    return sum((1 - y * s).relu() for s, y in zip(scores, labels))", "Forgets the mean.", "sum, not mean"),
    ("    return sum((-y * s).relu() for s, y in zip(scores, labels)) / len(scores)",
     "Is content with the right side: no margin.", "no margin"),
    ("    return sum(max(0.0, 1 - y * s) for s, y in zip(scores, labels)) / len(scores)",
     "Takes the page's max for Values, which can't be compared: TypeError.", "max on Values"),
    ("    return Value(sum(max(0.0, 1 - y * s.data) for s, y in zip(scores, labels)) / len(scores))",
     "Works with plain numbers and wraps the end: nothing flows back.", "graph cut at the end"),
    ("    return sum(max(0.0, 1 - y * s.data) for s, y in zip(scores, labels)) / len(scores)",
     "Gives a plain number.", "plain number"),
    ("    return (1 - sum(y * s for s, y in zip(scores, labels)) / len(scores)).relu()",
     "Takes the mean first and bends after: a point with much margin pays for one with none.", "relu of the mean"),
    ("    return sum((1 - y * s) for s, y in zip(scores, labels)) / len(scores)",
     "Lets points with more than their margin lack less than nothing.", "no relu at all"),
    ("    lacks = [(1 - y * s).relu() for s, y in zip(scores, labels)]\n    lacks = [v for v in lacks if v.data > 0]\n"
     "    return sum(lacks) / len(lacks) if lacks else sum(scores) * 0.0",
     "Takes the mean over the points that lack something, instead of all.", "mean over lacking points"),
    ("    lacks = [1 - y * s for s, y in zip(scores, labels) if y * s.data < 1]\n    return sum(lacks) / len(scores)",
     "Where nothing is missing, the sum of an empty list is a plain 0.0 with no backward().", "plain 0.0 when nothing lacks"),
    ("    return sum((1 - y * s).relu() ** 2 for s, y in zip(scores, labels)) / len(scores)",
     "Squares what is missing, as in the losses before.", "squared hinge"),
    ("    return sum((y - s) ** 2 for s, y in zip(scores, labels)) / len(scores)",
     "Writes the squared error, which this lesson wanted to leave behind.", "squared error"),
    ("    return sum((y - s).relu() for s, y in zip(scores, labels)) / len(scores)",
     "label - score is what is missing for +1, and not for -1.", "right for +1 only"),
    ("    return sum((1 + y * s).relu() for s, y in zip(scores, labels)) / len(scores)",
     "Has the sign of the score wrong: asks for the wrong side.", "wrong sign"),
    ("    return sum((1 - s).relu() if y > 0 else (s - 1).relu() for s, y in zip(scores, labels)) / len(scores)",
     "Turns 1 - s round for -1, instead of the score's sign.", "wrong term for -1"),
    ("    total = Value(0.0)\n    for s, y in zip(scores, labels):\n        d = y - s\n"
     "        total = total + (d if d.data > 0 else -d)\n    return total / len(scores)",
     "Takes the distance to the label, so a score of 3 for +1 lacks 2.", "distance to the label"),
    ("    total = Value(0.0)\n    for i in range(len(scores)):\n        labels[i] = 1 - labels[i] * scores[i]\n"
     "        total = total + labels[i].relu()\n    return total / len(scores)",
     "Uses the list of labels as its notepad.", "changes the labels"),
    ("    total = 0\n    n = len(scores)\n    while scores:\n        total = total + (1 - labels.pop() * scores.pop()).relu()\n"
     "    return total / n", "Empties both lists while it counts.", "empties the lists"),
    ("    for s, y in zip(scores, labels):\n        return (1 - y * s).relu()", "return in the loop: the first point only.",
     "return in the loop"),
    ("    return [(1 - y * s).relu() for s, y in zip(scores, labels)]", "Gives what each point lacks, and no mean.",
     "list, no mean"),
    ("    return sum((1 - y * s.tanh()).relu() for s, y in zip(scores, labels)) / len(scores)",
     "Presses the score between -1 and 1 first, so no point ever has its margin.", "tanh on the score"),
    ("    return sum((1 - y * s).relu() for s, y in zip(scores, labels)) / 2",
     "Divides by the number of labels there are, -1 and +1, as the example has two points.", "divides by two"),
    ("    lacks = [(1 - y * s).relu() for s, y in zip(scores, labels)]\n    return max(lacks, key=lambda v: v.data)",
     "Gives what the worst point lacks.", "worst instead of mean"),
    ("    return sum(1 - (y * s).relu() for s, y in zip(scores, labels)) / len(scores)",
     "Bends the product and not what is missing: more than the margin counts below 0, a wrong side never above 1.",
     "relu in the wrong place"),
    ("    return sum(Value(max(0.0, 1 - y * s.data)) * s / s for s, y in zip(scores, labels)) / len(scores)",
     "Ties the number to the score by * s / s, so that the graph is there and its slope is nothing.",
     "graph with wrong slope"),
    ("    return sum((1 - y * s).relu() if (y * s).data <= 0 else Value(0.0) * s for s, y in zip(scores, labels)) / len(scores)",
     "Asks only points on the wrong side; one with a score of 0.3 for +1 is let off.", "only wrong ones lack"),
    ("    print(sum((1 - y * s).relu() for s, y in zip(scores, labels)) / len(scores))", "Prints it.",
     "print instead of return"),
):
    add("9.1", HINGE + body + "\n", cause, kind)

# ---------------------------------------------------------------- 9.2

NUMBER = "    plain = [s.data if isinstance(s, Value) else s for s in scores]\n"
ACC = "def accuracy(scores, labels):\n"

for body, cause, kind in (
    (NUMBER + "    return sum(s * y > 0 for s, y in zip(plain, labels)) / len(plain)",
     "Side times score above 0, as on the pages before: a score of 0 with the label -1 is counted wrong.",
     "score 0 always wrong"),
    (NUMBER + "    return sum(s * y >= 0 for s, y in zip(plain, labels)) / len(plain)",
     "A score of 0 is taken for right, whatever the label.", "score 0 always right"),
    (NUMBER + "    return sum((1 if s >= 0 else -1) == y for s, y in zip(plain, labels)) / len(plain)",
     "Lets a score of exactly 0 say +1.", "score 0 says +1"),
    ("    return sum((1 if s.data > 0 else -1) == y for s, y in zip(scores, labels)) / len(scores)",
     "Forgets that scores may be plain numbers.", "Values only"),
    ("    return sum((1 if s > 0 else -1) == y for s, y in zip(scores, labels)) / len(scores)",
     "Forgets that scores may be Values.", "plain numbers only"),
    (NUMBER + "    return sum((1 if s > 0 else -1) == y for s, y in zip(plain, labels))", "Gives how many, not which share.",
     "count, not share"),
    (NUMBER + "    return 100 * sum((1 if s > 0 else -1) == y for s, y in zip(plain, labels)) / len(plain)",
     "Gives per cent.", "per cent"),
    (NUMBER + "    return sum((1 if s > 0 else -1) == y for s, y in zip(plain, labels)) // len(plain)",
     "// cuts the share down to 0 or 1.", "whole division"),
    (NUMBER + "    return sum(s * y >= 1 for s, y in zip(plain, labels)) / len(plain)",
     "Asks for the margin of 9.1 here too.", "asks for the margin"),
    (NUMBER + "    return sum(round(s) == y for s, y in zip(plain, labels)) / len(plain)",
     "Rounds the score and asks whether it is the label; 3 is not 1, and 0.3 is 0.", "score equal to label"),
    (NUMBER + "    return sum((1 if s > 0 else -1) != y for s, y in zip(plain, labels)) / len(plain)",
     "Gives the share of those that are wrong.", "share of wrong ones"),
    (NUMBER + "    return sum(s > 0 for s in plain) / len(plain)", "Gives the share that says +1.", "labels not looked at"),
    (NUMBER + "    return sum((1 if s > 0 else 0) == y for s, y in zip(plain, labels)) / len(plain)",
     "Takes the labels for 0 and 1, so no -1 is ever right.", "labels 0 and 1"),
    (NUMBER + "    right = [(1 if s > 0 else -1) == y for s, y in zip(plain, labels)]\n    return round(sum(right) / len(right), 2)",
     "Rounds to two places: 1 of 3 is then 0.33.", "rounded"),
    ("    from math import copysign\n\n" + NUMBER
     + "    return sum(copysign(1, s) == y for s, y in zip(plain, labels)) / len(plain)",
     "Takes the sign from copysign, which makes 0.0 a +1.", "copysign of zero"),
    (NUMBER + "    def sign(v):\n        return (v > 0) - (v < 0)\n\n"
     "    return sum(sign(s) == sign(y) for s, y in zip(plain, labels)) / len(plain)",
     "Compares signs of three kinds, so a score of 0 is never right.", "three kinds of sign"),
    ("    plain = [s if isinstance(s, float) else s.data for s in scores]\n"
     "    return sum((1 if s > 0 else -1) == y for s, y in zip(plain, labels)) / len(plain)",
     "Takes every plain number for a float: a score of 2, a whole number, fails with an error.", "whole numbers not thought of"),
    (NUMBER + "    right = 0\n    for s in plain:\n        if (1 if s > 0 else -1) == labels[plain.index(s)]:\n            right += 1\n"
     "    return right / len(plain)", "index finds the first of several equal scores, and so the label of another point.",
     "index of equal scores"),
    (NUMBER + "    return Value(sum((1 if s > 0 else -1) == y for s, y in zip(plain, labels)) / len(plain))",
     "Wraps the share in a Value, as the loss.", "Value instead of number"),
    (NUMBER + "    shares = []\n    for label in set(labels):\n        of = [s for s, y in zip(plain, labels) if y == label]\n"
     "        shares.append(sum((1 if s > 0 else -1) == label for s in of) / len(of))\n    return sum(shares) / len(shares)",
     "Takes the share for each label and then their mean, which is another number where there are more of one.",
     "mean of two shares"),
    (NUMBER + "    right = 0\n    for s, y in zip(plain, labels):\n        if s > 0 and y > 0 or s < 0 and y < 0:\n            right += 1\n"
     "        return right / len(plain)", "return has slipped into the loop (and 0 is no side).", "return in the loop"),
    (NUMBER + "    return sum(bool(s) == (y > 0) for s, y in zip(plain, labels)) / len(plain)",
     "Believes that a number below 0 is false.", "truth of negative numbers"),
    ("    return 1 - hinge([s if isinstance(s, Value) else Value(s) for s in scores], labels).data",
     "Believes that accuracy is what the loss leaves of 1.", "one minus the loss"),
):
    add("9.2", ACC + body + "\n", cause, kind)

# ---------------------------------------------------------------- 9.3

BATCH = "def batches(count, size, shuffle):\n"

for body, cause, kind in (
    ("""
    while True:
        order = list(range(count))
        shuffle(order)
        for i in range(0, count, size):
            yield order[i : i + size]
""", "Begins each epoch anew from 0, 1, 2, ... instead of shuffling on.", "fresh order each epoch"),
    ("""
    order = list(range(count))
    shuffle(order)
    while True:
        for i in range(0, count, size):
            yield order[i : i + size]
""", "Shuffles once for all epochs.", "shuffled once"),
    ("""
    order = list(range(count))
    while True:
        for i in range(0, count, size):
            yield order[i : i + size]
        shuffle(order)
""", "Shuffles after each epoch, so the first one is in order.", "first epoch not shuffled"),
    ("""
    order = list(range(count))
    shuffle(order)
    for i in range(0, count, size):
        yield order[i : i + size]
""", "Stops after an epoch.", "one epoch only"),
    ("""
    order = list(range(count))
    while True:
        shuffle(order)
        for i in range(0, count - size + 1, size):
            yield order[i : i + size]
""", "Drops the last batch where it is smaller (and where all are, it hangs).", "last batch dropped"),
    ("""
    order = list(range(count))
    while True:
        shuffle(order)
        for k in range(count // size):
            yield order[k * size : (k + 1) * size]
""", "Counts whole batches with //, so what is left never has its turn (with count below size it hangs).",
     "remainder lost by //"),
    ("""
    order = list(range(count))
    while True:
        shuffle(order)
        for k in range(count // size + 1):
            yield order[k * size : (k + 1) * size]
""", "Adds one for what is left, also where nothing is left: an empty batch.", "empty batch at the end"),
    ("""
    left = []
    order = list(range(count))
    while True:
        shuffle(order)
        left = left + order
        while len(left) >= size:
            yield left[:size]
            left = left[size:]
""", "Fills up the last batch from the next epoch.", "batch across two epochs"),
    ("""
    order = list(range(count))
    while True:
        shuffle(order)
        for i in range(0, count, size):
            batch = order[i : i + size]
            yield batch + order[: size - len(batch)]
""", "Fills the last batch up from the beginning, so some places come twice.", "last batch padded"),
    ("""
    order = list(range(count))
    while True:
        order = shuffle(order)
        for i in range(0, count, size):
            yield order[i : i + size]
""", "Takes what shuffle gives, which is None.", "uses None from shuffle"),
    ("""
    order = list(range(count))
    while True:
        shuffle(order[:])
        for i in range(0, count, size):
            yield order[i : i + size]
""", "Shuffles a copy, so the order stays 0, 1, 2.", "shuffles a copy"),
    ("""
    order = list(range(count))
    while True:
        for i in range(0, count, size):
            shuffle(order)
            yield order[i : i + size]
""", "Shuffles before each batch, so a place may come twice in an epoch and another never.", "shuffles before each batch"),
    ("""
    order = list(range(count))
    while True:
        for i in range(0, count, size):
            batch = order[i : i + size]
            shuffle(batch)
            yield batch
""", "Shuffles within a batch, so the same places always meet.", "shuffles within batches"),
    ("""
    order = list(range(count))
    pieces = [order[i : i + size] for i in range(0, count, size)]
    while True:
        shuffle(pieces)
        for piece in pieces:
            yield piece
""", "Cuts first and shuffles the pieces.", "cut first, then shuffled"),
    ("""
    order = list(range(1, count + 1))
    while True:
        shuffle(order)
        for i in range(0, count, size):
            yield order[i : i + size]
""", "Counts the places from 1.", "places from 1"),
    ("""
    order = list(range(count))
    while True:
        shuffle(order)
        for place in order:
            yield place
""", "Yields single places.", "single places"),
    ("""
    order = list(range(count))
    while True:
        shuffle(order)
        yield [order[i : i + size] for i in range(0, count, size)]
""", "Yields an epoch's batches in one list.", "whole epoch at once"),
    ("""
    order = list(range(count))
    while True:
        shuffle(order)
        for i in range(0, count, size):
            yield order[i : i + size - 1]
""", "Believes that a slice includes its end.", "slice one too short"),
    ("""
    order = list(range(count))
    while True:
        shuffle(order)
        for i in range(size):
            yield order[i * count // size : (i + 1) * count // size]
""", "Takes size for the number of batches.", "size as number of batches"),
    ("""
    order = list(range(count))
    while True:
        shuffle(order)
        for k in range((count + size - 1) // size):
            yield order[k :: (count + size - 1) // size]
""", "Deals the places out like cards: each comes once, but the batches are no pieces of the order.",
     "dealt out, not cut"),
    ("""
    order = list(range(count))
    while True:
        shuffle(order)
        for i in range(0, count, size):
            yield sorted(order[i : i + size])
""", "Sorts each batch, although it is to be a piece as it stands.", "batches sorted"),
    ("""
    order = list(range(count))
    while True:
        shuffle(order)
        for i in range(0, count, size):
            yield set(order[i : i + size])
""", "Gives sets, since a place comes once; their order is lost.", "sets instead of lists"),
    ("""
    order = list(range(count))
    shuffle(order)
    while order:
        yield order[:size]
        del order[:size]
""", "Uses up the order: after the first epoch nothing is left.", "order used up"),
    ("""
    order = list(range(count))
    batch = []
    while True:
        shuffle(order)
        for place in order:
            batch.append(place)
            if len(batch) == size:
                yield batch
                batch.clear()
        if batch:
            yield batch
            batch.clear()
""", "Yields the same list each time and empties it: who keeps a batch finds it empty.", "one list reused"),
    ("""
    order = list(range(count))
    batch = []
    while True:
        shuffle(order)
        for place in order:
            batch.append(place)
            if len(batch) == size:
                yield batch
                batch = []
""", "Never yields what is left, and carries it over into the next epoch.", "remainder carried over"),
    ("""
    import random

    order = list(range(count))
    while True:
        random.shuffle(order)
        for i in range(0, count, size):
            yield order[i : i + size]
""", "Shuffles with its own chance instead of the shuffle that is given.", "given shuffle not used"),
    ("""
    order = list(range(count))
    result = []
    shuffle(order)
    for i in range(0, count, size):
        result.append(order[i : i + size])
    return result
""", "Gives a list of one epoch's batches and is no generator.", "list, no generator"),
    ("""
    from itertools import cycle

    order = list(range(count))
    shuffle(order)
    return cycle([order[i : i + size] for i in range(0, count, size)])
""", "Repeats the first epoch for ever: without end, but never shuffled again.", "first epoch repeated"),
    ("""
    order = list(range(count))
    while True:
        shuffle(order)
        pieces = [order[i : i + size] for i in range(0, count, size)]
        if len(pieces) > 1 and len(pieces[-1]) < size:
            last = pieces.pop()
            pieces[-1] = pieces[-1] + last
        yield from pieces
""", "Joins a small last batch to the one before, so that none is too small.", "small batch joined"),
    ("""
    order = list(range(count))
    while True:
        shuffle(order)
        rest = list(order)
        while rest:
            yield [rest.pop() for _ in range(min(size, len(rest)))]
""", "pop takes from the end, so the batches are the pieces backwards.", "taken from the end"),
    ("""
    order = range(count)
    while True:
        shuffle(order)
        for i in range(0, count, size):
            yield order[i : i + size]
""", "A range can't be shuffled: an error.", "shuffles a range"),
    ("""
    order = list(range(count))
    while True:
        shuffle(order)
        for i in range(0, count, size):
            yield (place for place in order[i : i + size])
""", "Yields generators: no list and no tuple, and they are used up after one look.", "generators as batches"),
):
    add("9.3", BATCH + body.strip("\n") + "\n", cause, kind)

# ---------------------------------------------------------------- 9.4

LEARN = "def learn(model, points, labels, size, steps, shuffle):\n"


def learn_with(rate="1.0 - 0.9 * n / steps", source="batches(len(points), size, shuffle)", places="next(source)",
               loss="hinge([model(points[i]) for i in places], [labels[i] for i in places])",
               move="p.data -= rate * p.grad", end="return train(loss_of, model.parameters(), step, steps)"):
    """A learner's answer whose other lines are right."""
    return LEARN + f"""    source = {source}

    def loss_of(n):
        places = {places}
        return {loss}

    def step(n):
        rate = {rate}
        for p in model.parameters():
            {move}

    {end}
"""


for source, cause, kind in (
    (learn_with(rate="1.0"), "Lets the rate stay at 1.", "rate does not fall"),
    (learn_with(rate="1.0 - 0.9 * n / (steps - 1)"), "Reaches 0.1 at the last step instead of the one after it.",
     "0.1 one step early"),
    (learn_with(rate="1.0 - 0.09 * n"), "Takes the amount from the example with 10 steps.", "right for 10 steps only"),
    (learn_with(rate="1.0 - n / steps"), "Falls towards 0, not 0.1.", "falls to zero"),
    (learn_with(rate="0.1 ** (n / steps)"), "Falls by the same factor, not by the same amount.", "factor, not amount"),
    (learn_with(rate="1.0 / (1 + 0.1 * n)"), "Takes the falling rate of exercises 8.", "rate of exercise 8"),
    (learn_with(rate="1.0 - 0.9 * (n + 1) / steps"), "Counts steps from 1, so it begins at less than 1.0.",
     "rate one step ahead"),
    (learn_with(rate="max(0.1, 1.0 - 0.1 * n)"), "Takes a tenth away each time, down to 0.1.", "a tenth each step"),
    (learn_with(rate="round(1.0 - 0.9 * n / steps, 2)"), "Rounds the rate to two places, as the example writes it.",
     "rate rounded"),
    (learn_with(rate="1.0 - 0.9 * (n * size / len(points)) / steps"), "Lets the rate fall by epochs and not by steps.",
     "rate by epochs"),
    (learn_with(rate="1.0 - 0.9 * n // steps"), "// makes the rate fall in whole numbers.", "whole division in rate"),
    (learn_with(rate="0.1 + 0.9 * n / steps"), "The rate grows from 0.1.", "rate grows"),
    (learn_with(places="next(batches(len(points), size, shuffle))"),
     "Makes a new generator at each step, which begins from 0, 1, 2 and gives its first batch each time.",
     "batches made anew"),
    (learn_with(source="next(batches(len(points), size, shuffle))", places="source"),
     "Takes one batch before the loop and keeps it.", "one batch for ever"),
    (learn_with(source="batches(size, len(points), shuffle)"), "Gives count and size the wrong way round.",
     "count and size swapped"),
    (learn_with(loss="hinge([model(x) for x in points], labels)"), "Asks all points at every step.", "all points each step"),
    (learn_with(loss="hinge([model(points[i]) for i in places], labels[: len(places)])"),
     "Picks the points by their places and takes the labels from the beginning.", "labels not picked"),
    (learn_with(loss="hinge([model(points[i]) for i in next(source)], [labels[i] for i in next(source)])"),
     "Takes a batch for the points and the next one for the labels (and drops a third).", "next called again"),
    (learn_with(loss="hinge([model(points[i]) for i in places], [labels[i] for i in places]) * len(places)"),
     "Makes the sum of the mean again.", "sum, not mean"),
    (learn_with(loss="sum((model(points[i]) - labels[i]) ** 2 for i in places) / len(places)"),
     "Takes the squared error of lesson 8.", "squared error"),
    (learn_with(move="p.data += rate * p.grad"), "Moves with the gradient.", "uphill"),
    (learn_with(move="p = p - rate * p.grad"), "Moves a name and not the parameter.", "name rebound"),
    (learn_with(move="p.data -= rate * p.grad / size"), "Divides by the size again, though hinge is a mean already.",
     "mean taken twice"),
    (learn_with(move="p.data -= rate * max(-1.0, min(1.0, p.grad))"), "Cuts off large gradients, as is done elsewhere.",
     "gradients clipped"),
    (learn_with(move="p.data -= rate * (1 if p.grad > 0 else -1)"), "Goes by the sign of the gradient.", "sign only"),
    (learn_with(end="train(loss_of, model.parameters(), step, steps)"),
     "Makes the generator and neither asks nor returns it: nothing is trained, and None is given.", "train never asked"),
    (learn_with(end="for loss in train(loss_of, model.parameters(), step, steps):\n        print(loss)"),
     "Prints the losses.", "print instead of return"),
    (learn_with(end="return list(train(loss_of, model.parameters(), step, steps))[-1]"), "Gives the last loss only.",
     "last loss only"),
    (learn_with(end="return sorted(train(loss_of, model.parameters(), step, steps), reverse=True)"),
     "Believes that losses fall, and puts them in order.", "losses sorted"),
    (learn_with(end="for _ in train(loss_of, model.parameters(), step, steps):\n        pass\n"
                "    return [hinge([model(x) for x in points], labels).data]"),
     "Gives the loss of all points at the end.", "one loss at the end"),
    (learn_with(end="for _ in train(loss_of, model.parameters(), step, steps):\n"
                "        yield hinge([model(x) for x in points], labels).data"),
     "Yields the loss of all points after each step.", "loss of all points"),
    (learn_with(end="for _ in train(loss_of, model.parameters(), step, steps):\n"
                "        yield accuracy([model(x) for x in points], labels)"),
     "Yields the accuracy in place of the loss.", "accuracy, not loss"),
    (learn_with(end="return train(loss_of, model.parameters(), step, steps * len(points) // size)"),
     "Takes steps for the number of epochs.", "steps as epochs"),
    (learn_with(end="return [loss for _, loss in zip(range(len(points) // size), "
                "train(loss_of, model.parameters(), step, steps))]"),
     "Stops after one epoch, when all points have had their turn.", "stops after an epoch"),
    (LEARN + """    shuffle(points)
    source = batches(len(points), size, shuffle)

    def loss_of(n):
        places = next(source)
        return hinge([model(points[i]) for i in places], [labels[i] for i in places])

    def step(n):
        for p in model.parameters():
            p.data -= (1.0 - 0.9 * n / steps) * p.grad

    return train(loss_of, model.parameters(), step, steps)
""", "Shuffles the points themselves, and their labels stay where they were.", "points shuffled, labels not"),
    (LEARN + """    scores = [model(x) for x in points]
    source = batches(len(points), size, shuffle)

    def loss_of(n):
        places = next(source)
        return hinge([scores[i] for i in places], [labels[i] for i in places])

    def step(n):
        for p in model.parameters():
            p.data -= (1.0 - 0.9 * n / steps) * p.grad

    return train(loss_of, model.parameters(), step, steps)
""", "Works the scores out once, before the loop: every step walks graphs of the old weights.", "scores worked out once"),
    (LEARN + """    source = batches(len(points), size, shuffle)
    losses = []
    for n in range(steps):
        places = next(source)
        loss = hinge([model(points[i]) for i in places], [labels[i] for i in places])
        loss.backward()
        for p in model.parameters():
            p.data -= (1.0 - 0.9 * n / steps) * p.grad
        losses.append(loss.data)
    return losses
""", "Writes the loop again and forgets zero_grad.", "no zero_grad"),
    (LEARN + """    source = batches(len(points), size, shuffle)
    losses = []
    for n in range(steps):
        places = next(source)
        for p in model.parameters():
            p.grad = 0.0
        loss = hinge([model(points[i]) for i in places], [labels[i] for i in places])
        loss.backward()
        for p in model.parameters():
            p.data -= (1.0 - 0.9 * n / steps) * p.grad
        losses.append(loss)
    return losses
""", "Keeps the losses as Values.", "losses as Values"),
    (LEARN + """    source = batches(len(points), size, shuffle)
    losses = []
    for n in range(steps):
        places = next(source)
        for p in model.parameters():
            p.grad = 0.0
        hinge([model(points[i]) for i in places], [labels[i] for i in places]).backward()
        for p in model.parameters():
            p.data -= (1.0 - 0.9 * n / steps) * p.grad
        losses.append(hinge([model(points[i]) for i in places], [labels[i] for i in places]).data)
    return losses
""", "Gives each batch's loss after the step.", "loss after the step"),
    (LEARN + """    losses = []
    source = batches(len(points), size, shuffle)
    rate = 1.0
    for n in range(steps):
        places = next(source)
        for i in places:
            for p in model.parameters():
                p.grad = 0.0
            loss = hinge([model(points[i])], [labels[i]])
            loss.backward()
            for p in model.parameters():
                p.data -= rate * p.grad / len(places)
        losses.append(loss.data)
        rate -= 0.9 / steps
    return losses
""", "Takes a step for each point of the batch, rather than one for all of them.", "a step per point"),
    (LEARN + """    source = batches(len(points), size, shuffle)

    def loss_of(n):
        if n % (len(points) // size) == 0:
            shuffle(points)
        places = next(source)
        return hinge([model(points[i]) for i in places], [labels[i] for i in places])

    def step(n):
        for p in model.parameters():
            p.data -= (1.0 - 0.9 * n / steps) * p.grad

    return list(train(loss_of, model.parameters(), step, steps))
""", "Does not trust batches to shuffle, and shuffles the points at every epoch as well.", "shuffles again itself"),
    (LEARN + """    import random

    def loss_of(n):
        places = random.sample(range(len(points)), min(size, len(points)))
        return hinge([model(points[i]) for i in places], [labels[i] for i in places])

    def step(n):
        for p in model.parameters():
            p.data -= (1.0 - 0.9 * n / steps) * p.grad

    return train(loss_of, model.parameters(), step, steps)
""", "Draws a sample at each step, so that not every point has its turn in an epoch.", "sample instead of batches"),
):
    add("9.4", source, cause, kind)

# ---------------------------------------------------------------- 9.5

BRING = "def bring_over(model, points, labels):\n"

for body, cause, kind in (
    ("""
    for place, p in enumerate(model.parameters()):
        old = p.data
        for k in range(-20, 21):
            p.data = old + k / 10
            if accuracy([model(x) for x in points], labels) == 1:
                return place, k / 10
        p.data = old
""", "Puts the number back after a vain search only, and leaves the model changed when it has found one.",
     "not put back on success"),
    ("""
    for place, p in enumerate(model.parameters()):
        for k in range(-20, 21):
            p.data += k / 10
            right = accuracy([model(x) for x in points], labels) == 1
            p.data -= k / 10
            if right:
                return place, k / 10
""", "Takes away what it has added, and rounding leaves other numbers than before.", "put back by subtraction"),
    ("""
    for place, p in enumerate(model.parameters()):
        for k in range(-20, 21):
            p.data += k / 10
            if accuracy([model(x) for x in points], labels) == 1:
                return place, k / 10
""", "Adds one change to the other and never puts anything back.", "changes pile up"),
    ("""
    for place, p in enumerate(model.parameters()):
        old = p.data
        for k in range(-20, 21):
            p.data = k / 10
            right = accuracy([model(x) for x in points], labels) == 1
            p.data = old
            if right:
                return place, k / 10
""", "Sets the parameter to the number instead of adding it.", "change as new value"),
    ("""
    for place, p in enumerate(model.parameters()):
        old = p.data
        for k in range(-20, 21):
            p.data = old + k / 10
            right = accuracy([model(x) for x in points], labels) == 1
            p.data = old
            if right:
                return place, old + k / 10
""", "Gives the parameter's new number instead of the change.", "new value returned"),
    ("""
    wrong = [(x, y) for x, y in zip(points, labels) if (1 if model(x).data > 0 else -1) != y]
    x, y = wrong[0]
    for place, p in enumerate(model.parameters()):
        old = p.data
        for k in range(-20, 21):
            p.data = old + k / 10
            right = (1 if model(x).data > 0 else -1) == y
            p.data = old
            if right:
                return place, k / 10
""", "Looks at the wrong point only, and may lose others for it.", "only the wrong point asked"),
    ("""
    for place, p in enumerate(model.parameters(), 1):
        old = p.data
        for k in range(-20, 21):
            p.data = old + k / 10
            right = accuracy([model(x) for x in points], labels) == 1
            p.data = old
            if right:
                return place, k / 10
""", "Counts the places from 1.", "place from 1"),
    ("""
    for place, p in enumerate(model.parameters()):
        old = p.data
        for k in range(-20, 21):
            p.data = old + k / 10
            right = accuracy([model(x) for x in points], labels) == 1
            p.data = old
            if right:
                return k / 10, place
""", "Gives the two numbers the wrong way round.", "change before place"),
    ("""
    for place, p in enumerate(model.parameters()):
        old = p.data
        for k in range(1, 21):
            p.data = old + k / 10
            right = accuracy([model(x) for x in points], labels) == 1
            p.data = old
            if right:
                return place, k / 10
""", "Tries only changes above 0: 'what to add'.", "positive changes only"),
    ("""
    for place, p in enumerate(model.parameters()):
        old = p.data
        for k in range(-20, 20):
            p.data = old + k / 10
            right = accuracy([model(x) for x in points], labels) == 1
            p.data = old
            if right:
                return place, k / 10
""", "range leaves its end out, so 2.0 is never tried.", "2.0 never tried"),
    ("""
    for place, p in enumerate(model.parameters()):
        old = p.data
        for change in (-2, -1, 1, 2):
            p.data = old + change
            right = accuracy([model(x) for x in points], labels) == 1
            p.data = old
            if right:
                return place, change
""", "Tries whole numbers only.", "whole changes only"),
    ("""
    place = len(model.parameters()) - 1
    p = model.parameters()[place]
    old = p.data
    for k in range(-20, 21):
        p.data = old + k / 10
        right = accuracy([model(x) for x in points], labels) == 1
        p.data = old
        if right:
            return place, k / 10
""", "Believes that the last bias, which moves every score, will do.", "last bias only"),
    ("""
    for k in range(-20, 21):
        p = model.parameters()[0]
        old = p.data
        p.data = old + k / 10
        right = accuracy([model(x) for x in points], labels) == 1
        p.data = old
        if right:
            return 0, k / 10
    return 0, 0.0
""", "Tries the first parameter alone, and gives 0 where that fails.", "first parameter only"),
    ("""
    hinge([model(x) for x in points], labels).backward()
    grads = [abs(p.grad) for p in model.parameters()]
    place = grads.index(max(grads))
    return place, -model.parameters()[place].grad
""", "Takes one step of descent at the steepest parameter and trusts it.", "one gradient step, unchecked"),
    ("""
    parameters = model.parameters()
    wrong = [(x, y) for x, y in zip(points, labels) if (1 if model(x).data > 0 else -1) != y]
    x, y = wrong[0]
    score = model(x)
    return len(parameters) - 1, y * 0.01 - score.data
""", "Works out what the last bias must gain for the wrong point to be just right, and asks no other point.",
     "bias by paper, others ignored"),
    ("""
    best = (0, 0.0)
    most = 0.0
    for place, p in enumerate(model.parameters()):
        old = p.data
        for k in range(-20, 21):
            p.data = old + k / 10
            now = accuracy([model(x) for x in points], labels)
            p.data = old
            if now > most:
                best, most = (place, k), now
    return best
""", "Gives k, the tenths, instead of k / 10.", "tenths instead of change"),
    ("""
    before = accuracy([model(x) for x in points], labels)
    for place, p in enumerate(model.parameters()):
        old = p.data
        for k in range(-20, 21):
            p.data = old + k / 10
            now = accuracy([model(x) for x in points], labels)
            p.data = old
            if now >= before and k:
                return place, k / 10
""", "Is content with a change after which no fewer are right than before.", "not worse is enough"),
    ("""
    for place, p in enumerate(model.parameters()):
        old = p.data
        for k in range(-20, 21):
            p.data = old + k / 10
            right = hinge([model(x) for x in points], labels).data == 0
            p.data = old
            if right:
                return place, k / 10
""", "Asks for the margin as well, and finds nothing where points are right without it.", "asks for the margin"),
    ("""
    for p in model.parameters():
        old = p.data
        for k in range(-20, 21):
            p.data = old + k / 10
            right = accuracy([model(x) for x in points], labels) == 1
            p.data = old
            if right:
                return p, k / 10
""", "Gives the parameter itself instead of its place.", "Value instead of place"),
    ("""
    found = []
    for place, p in enumerate(model.parameters()):
        old = p.data
        for k in range(-20, 21):
            p.data = old + k / 10
            if accuracy([model(x) for x in points], labels) == 1:
                found.append((place, k / 10))
            p.data = old
    return found
""", "Gives all that will do, in a list.", "list of all"),
    ("""
    for place, p in enumerate(model.parameters()):
        old = p.data
        for k in range(-20, 21):
            p.data = old + k / 10
            if accuracy([model(x) for x in points], labels) == 1:
                print(place, k / 10)
            p.data = old
""", "Prints what will do.", "print instead of return"),
    ("""
    for place, p in enumerate(model.parameters()):
        old = p
        for k in range(-20, 21):
            p.data += k / 10
            right = accuracy([model(x) for x in points], labels) == 1
            p = old
            if right:
                return place, k / 10
""", "Keeps the Value and believes it has kept its number.", "kept the Value, not data"),
    ("""
    scores = [model(x) for x in points]
    for place, p in enumerate(model.parameters()):
        old = p.data
        for k in range(-20, 21):
            p.data = old + k / 10
            right = accuracy(scores, labels) == 1
            p.data = old
            if right:
                return place, k / 10
    return 0, 0.0
""", "Works the scores out before the change, and they do not follow it.", "scores not worked out again"),
    ("""
    parameters = model.parameters()
    kept = [p.data for p in parameters]
    for n in range(200):
        for p in parameters:
            p.grad = 0.0
        hinge([model(x) for x in points], labels).backward()
        for p in parameters:
            p.data -= 0.1 * p.grad
    changes = [p.data - k for p, k in zip(parameters, kept)]
    for p, k in zip(parameters, kept):
        p.data = k
    place = max(range(len(changes)), key=lambda i: abs(changes[i]))
    return place, changes[place]
""", "Trains on and gives the largest of the changes, as if it did it alone.", "largest of many changes"),
    ("""
    for place, p in enumerate(model.parameters()):
        old = p.data
        for k in range(-20, 21):
            p.data = old * (1 + k / 10)
            right = accuracy([model(x) for x in points], labels) == 1
            p.data = old
            if right:
                return place, k / 10
""", "Takes the change for a share of the parameter.", "change as a factor"),
    ("""
    for place, p in enumerate(model.parameters()):
        old = p.data
        for k in range(-20, 21):
            p.data = old + k / 10
            right = all(model(x).data * y >= 0 for x, y in zip(points, labels))
            p.data = old
            if right:
                return place, k / 10
""", "Lets a score of 0 be right for both labels, and a relu net may well give exactly 0.", "score 0 always right"),
):
    add("9.5", BRING + body.strip("\n") + "\n", cause, kind)

# ---------------------------------------------------------------- 09 complete_missing

for term, cause, kind in (
    ("1 - score", "Forgets the label: right for +1 only.", "right for +1 only"),
    ("label - score", "The distance from label down to score; for -1 it has the wrong sign.", "label minus score"),
    ("1 - abs(score)", "Believes that a score far from 0 is good on either side.", "far on either side"),
    ("1 + label * score", "The sign of the product is the wrong way.", "wrong sign"),
    ("-label * score", "Is content with the right side: no margin.", "no margin"),
    ("abs(label - score)", "Complains about a score of 3 for +1.", "distance to the label"),
    ("label * score", "Counts what is there and not what is missing.", "what is there"),
    ("1 - label * score if label * score < 0 else 0", "Counts only those on the wrong side; 0.3 for +1 lacks 0.7 all the same.",
     "only wrong side lacks"),
    ("(1 - label * score) / 2", "Makes it a number from 0 to 1.", "halved"),
    ("1 - score if label > 0 else -1 - score", "Puts -1 in for 1 and leaves the rest: a score of -1 for -1 would do, but of 0 lacks nothing.",
     "only the margin turned"),
    ("(1 - label * score) ** 2", "Squares what is missing, and that of points with more than the margin too.", "squared"),
    ("1 - max(label, score)", "Compares label and score by their size.", "larger of the two"),
    ("min(2.0, 1 - label * score)", "Believes that 2 is the most a point can lack, as for a score of -1.", "at most two"),
    ("0.7 if score > 0 else 2", "Writes the two answers of the text.", "right for the example only"),
):
    add("09 complete_missing", f"def missing(label, score):\n    return max(0.0, {term})\n", cause, kind)

# ---------------------------------------------------------------- 09 mend_split

SPLIT = "def split(points, share, shuffle):\n    many = round(share * len(points))\n"

for body, cause, kind in (
    ("    learn = points[:many]\n    shuffle(points)\n    test = points[many:]\n    return learn, test",
     "Takes the wrong one of the two shuffles out: what is learned is one moon, and it comes back in the test.",
     "wrong shuffle removed"),
    ("    learn = points[:many]\n    test = points[many:]\n    return learn, test",
     "Takes both shuffles out, so one moon is learned and the other tested.", "no shuffle left"),
    ("    shuffle(points)\n    learn = points[:many]\n    test = points[:many]\n    return learn, test",
     "Cuts the test from the same end.", "test is what was learned"),
    ("    shuffle(points)\n    learn = points[:many]\n    shuffle(points)\n    test = points[: len(points) - many]\n    return learn, test",
     "Believes that the wrong half is cut, and leaves the second shuffle.", "cuts the other end"),
    ("    shuffle(points)\n    learn = points[:many]\n    test = points\n    return learn, test",
     "Tests on all points, 'to have more of them'.", "tests on all"),
    ("    shuffle(points)\n    learn = points[:many]\n    test = points[many + 1 :]\n    return learn, test",
     "Begins the test one place on, so one point is in neither.", "one point lost"),
    ("    shuffle(points)\n    learn = points[:many]\n    test = points[-many:]\n    return learn, test",
     "Takes as many from the end: they overlap where more than half is learned, and leave some out otherwise.",
     "as many from the end"),
    ("    shuffle(points)\n    learn = points[:many]\n    test = points[many:]\n    return test, learn",
     "Gives the two the wrong way round.", "learn and test swapped"),
    ("    points = shuffle(points)\n    learn = points[:many]\n    test = points[many:]\n    return learn, test",
     "Takes what shuffle gives, which is None.", "uses None from shuffle"),
    ("    shuffle(list(points))\n    learn = points[:many]\n    test = points[many:]\n    return learn, test",
     "Shuffles a copy, so the moons stay one after the other.", "shuffles a copy"),
    ("    learn = points[:many]\n    test = points[many:]\n    shuffle(learn)\n    shuffle(test)\n    return learn, test",
     "Cuts first and shuffles the parts, each of which is one moon.", "cut first, then shuffled"),
    ("    shuffle(points)\n    learn = points[:many]\n    shuffle(points)\n    test = points[many:]\n"
     "    learn = [p for p in learn if p not in test]\n    return learn, test",
     "Takes the overlap out of what is learned, which then has fewer than the share.", "overlap removed from learn"),
    ("    shuffle(points)\n    learn = points[:many]\n    shuffle(points)\n    test = [p for p in points[many:] if p not in learn]\n    return learn, test",
     "Takes the overlap out of the test; what lies in neither is lost.", "overlap removed from test"),
    ("    shuffle(points)\n    learn = points[:many]\n    test = points[many:]", "Forgets to give them back.", "no return"),
    ("    shuffle(points)\n    learn = points[:many]\n    test = points[many:]\n    return learn + test",
     "Joins the two lists again.", "one list"),
):
    add("09 mend_split", SPLIT + body + "\n", cause, kind)

# ---------------------------------------------------------------- more: slips that hide well, and double ones

NEURON_INIT = '''class Neuron:
    def __init__(self, nin, nonlin=True):
        self.w = [Value(random.uniform(-1, 1)) for _ in range(nin)]
        self.b = Value(0.0)
        self.nonlin = nonlin

'''
NEURON_CALL = '''    def __call__(self, x):
        out = sum((w * xi for w, xi in zip(self.w, x)), self.b)
        return out.relu() if self.nonlin else out

'''
NEURON_PARAMETERS = '''    def parameters(self):
        return self.w + [self.b]
'''

for source, cause, kind in (
    (NEURON_INIT + '''    def __call__(self, x):
        for i, w in enumerate(self.w):
            x[i] = w * x[i]
        out = sum(x, self.b)
        return out.relu() if self.nonlin else out

''' + NEURON_PARAMETERS, "Writes the products into the list that it is given, so the next neuron sees other inputs.",
     "changes the inputs"),
    (NEURON_INIT + '''    def __call__(self, x):
        x.insert(0, 1.0)
        out = sum(w * xi for w, xi in zip([self.b] + self.w, x))
        return out.relu() if self.nonlin else out

''' + NEURON_PARAMETERS, "Puts the bias's 1 before the caller's own inputs, where the next call finds it.",
     "inserts 1 into inputs"),
    (NEURON_INIT.replace("[Value(random.uniform(-1, 1)) for _ in range(nin)]",
                         "(Value(random.uniform(-1, 1)) for _ in range(nin))")
     + NEURON_CALL + '''    def parameters(self):
        return list(self.w) + [self.b]
''', "Round brackets make a generator and no list: after the first use there are no weights.", "weights in a generator"),
    (NEURON_INIT.replace("nonlin=True", "nonlin=False") + NEURON_CALL + NEURON_PARAMETERS,
     "Lets a neuron be straight unless it is told to bend.", "default the wrong way"),
    (NEURON_INIT.replace("random.uniform(-1, 1)", "random.uniform(-1, 1) / nin") + NEURON_CALL + NEURON_PARAMETERS,
     "Makes the weights smaller where there are many inputs, as is done elsewhere.", "weights scaled by nin"),
    (NEURON_INIT + NEURON_CALL.replace("out.relu()", "out.tanh()") + NEURON_PARAMETERS,
     "Takes tanh, as the neuron of another course has it.", "tanh instead of relu"),
    (NEURON_INIT.replace("random.uniform(-1, 1)", "random.uniform(0, 1)") + NEURON_CALL + NEURON_PARAMETERS,
     "Believes that weights lie between 0 and 1.", "uniform from 0"),
    (NEURON_INIT.replace("Value(0.0)", "Value(1.0)") + NEURON_CALL.replace(", self.b)", ")") + NEURON_PARAMETERS,
     "Lets the bias begin at 1 and forgets it in the sum (a double slip).", "double: bias 1 and unused"),
    (NEURON_INIT + NEURON_CALL + '''    def parameters(self):
        return self.w
''', "Does not count the bias among the parameters, so it will never learn.", "bias no parameter"),
    (NEURON_INIT + NEURON_CALL + '''    def parameters(self):
        for p in self.w + [self.b]:
            yield p
''', "Yields the parameters, one by one, where a list is asked.", "generator, no list"),
    (NEURON_INIT + '''    def __call__(self, x):
        out = self.b
        for i in range(1, len(x)):
            out = out + self.w[i] * x[i]
        return out.relu() if self.nonlin else out

''' + NEURON_PARAMETERS, "Counts x1, x2, ... from 1 as the formula does, and leaves the first input out.", "first input left out"),
):
    add("7.1", source, cause, kind)

LAYER = '''class Layer:
    def __init__(self, nin, nout, nonlin=True):
        self.neurons = [Neuron(nin, nonlin) for _ in range(nout)]

    def __call__(self, x):
        out = [n(x) for n in self.neurons]
        return out[0] if len(out) == 1 else out

    def parameters(self):
        return [p for n in self.neurons for p in n.parameters()]
'''

for source, cause, kind in (
    (LAYER.replace("out = [n(x) for n in self.neurons]\n        return out[0] if len(out) == 1 else out",
                   "if len(self.neurons) == 1:\n            return self.neurons[0](x)\n        return (n(x) for n in self.neurons)"),
     "Gives a generator, which can be read only once, and no list.", "outputs as generator"),
    (LAYER.replace("for _ in range(nout)", "for _ in range(nout)][::-1").replace("][::-1]", "][::-1]"),
     "Turns the neurons round, so the first in the list is the one made last.", "neurons in reverse"),
    (LAYER.replace("return [p for n in self.neurons for p in n.parameters()]", "return self.neurons"),
     "Takes the neurons for the layer's parameters.", "neurons as parameters"),
    (LAYER.replace("if len(out) == 1 else out", "if out else out"), "Gives the first neuron's Value always.",
     "always the first output"),
    (LAYER.replace("Neuron(nin, nonlin)", "Neuron(nin)").replace("if len(out) == 1 else out", "if len(x) == 1 else out"),
     "Forgets nonlin and asks for the length of the wrong list (a double slip).", "double: nonlin and wrong length"),
    (LAYER.replace("nonlin=True", "nonlin=False"), "Lets a layer be straight unless it is told to bend.", "default the wrong way"),
):
    add("7.2", source, cause, kind)

MLP_INIT = '''class MLP:
    def __init__(self, nin, nouts):
        sizes = [nin] + nouts
        self.layers = [Layer(sizes[i], sizes[i + 1], i < len(nouts) - 1) for i in range(len(nouts))]

'''
MLP_CALL = '''    def __call__(self, x):
        for layer in self.layers:
            x = layer(x if isinstance(x, list) else [x])
        return x

'''
MLP_PARAMETERS = '''    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
'''

for source, cause, kind in (
    (MLP_INIT.replace("i < len(nouts) - 1", "i == 0 or i < len(nouts) - 1") + MLP_CALL + MLP_PARAMETERS,
     "Lets the first layer bend always, also where it is the last as well: MLP(2, [1]).", "only layer bends"),
    (MLP_INIT + '''    def __call__(self, x):
        x = self.layers[0](x)
        if isinstance(x, Value) and len(self.layers) > 1:
            x = [x]
        for layer in self.layers[1:]:
            x = layer(x)
        return x

''' + MLP_PARAMETERS, "Wraps a single Value after the first hidden layer only, as in MLP(2, [1, 1]); MLP(2, [3, 1, 1]) fails.",
     "wraps first hidden only"),
    ('''class MLP:
    def __init__(self, nin, nouts, layers=[]):
        self.layers = layers
        for i, n in enumerate(nouts):
            self.layers.append(Layer(nin, n, i < len(nouts) - 1))
            nin = n

''' + MLP_CALL + MLP_PARAMETERS, "The list in the def is made once, so a second network begins with the first one's layers.",
     "shared default list"),
    (MLP_INIT + MLP_CALL + '''    def parameters(self):
        return [p for layer in self.layers[:-1] for p in layer.parameters()]
''', "Leaves the last layer's parameters out.", "last layer's parameters missing"),
    (MLP_INIT + MLP_CALL + '''    def parameters(self):
        for layer in self.layers:
            found = []
            found.extend(layer.parameters())
        return found
''', "Begins the list anew for each layer, so only the last one's are left.", "list begun anew"),
    (MLP_INIT + '''    def __call__(self, x):
        for layer in self.layers:
            x = layer(x if isinstance(x, list) else [x])
            return x

''' + MLP_PARAMETERS, "return has slipped into the loop: what the first layer gives.", "return in the loop"),
    ('''class MLP:
    def __init__(self, nin, nouts):
        self.layers = []
        for i, n in enumerate(nouts):
            self.layers.append(Layer(nin, n, nonlin=i < len(nouts) - 1))

''' + MLP_CALL + MLP_PARAMETERS, "Forgets to carry the size on; right only where every layer has nin neurons.",
     "size not carried on"),
    (MLP_INIT + '''    def __call__(self, x):
        for layer in self.layers:
            x = layer(x if isinstance(x, list) else [x])
        return x.tanh() if isinstance(x, Value) else [v.tanh() for v in x]

''' + MLP_PARAMETERS, "Presses the score between -1 and 1, as labels are -1 and 1.", "tanh at the end"),
):
    add("7.3", source, cause, kind)

for body, cause, kind in (
    ("""
    for n in range(steps):
        for p in parameters:
            pass
        p.grad = 0.0
        loss = loss_of(n)
        loss.backward()
        step(n)
        yield loss.data
""", "The line that empties stands outside its loop: only the last parameter.", "only last parameter emptied"),
    ("""
    todo = (p for p in parameters)
    for n in range(steps):
        for p in todo:
            p.grad = 0.0
        loss = loss_of(n)
        loss.backward()
        step(n)
        yield loss.data
""", "A generator is used up after the first round, and nothing is emptied any more.", "iterator used up"),
    ("""
    before = None
    for n in range(steps):
        for p in parameters:
            p.grad = 0.0
        loss = loss_of(n)
        loss.backward()
        step(n)
        if before is not None:
            yield before
        before = loss.data
    yield before
""", "Gives each loss one round late, when the next step has been taken.", "one loss behind"),
    ("""
    for n in range(steps):
        for p in parameters:
            p.grad = 0.0
        loss = loss_of(n)
        loss.backward()
        kept = [p.data for p in parameters]
        step(n)
        if loss_of(n).data > loss.data:
            for p, k in zip(parameters, kept):
                p.data = k
        yield loss.data
""", "Takes a step back where the loss has risen, which is not its business.", "undoes bad steps"),
    ("""
    for n in range(steps):
        for p in parameters:
            p.grad = 0.0
        loss = loss_of(n)
        loss.backward()
        if n > 0:
            step(n)
        yield loss.data
""", "The first loss is that before any step, so it takes none in the first round.", "first step left out"),
    ("""
    for n in range(steps):
        for p in parameters:
            p.grad = 0.0
        loss = loss_of(n)
        loss.backward()
        step(1.0)
        yield loss.data
""", "Takes step's n for a rate.", "rate passed to step"),
    ("""
    for n in range(1, steps):
        loss = loss_of(n)
        loss.backward()
        step(n)
        yield loss.data
""", "Begins at 1 and so has one round too few, and zero_grad is missing (a double slip).", "double: rounds and zero_grad"),
    ("""
    loss = None
    for n in range(steps):
        for p in parameters:
            p.grad = 0.0
        if loss is None or loss.data > 0:
            loss = loss_of(n)
            loss.backward()
            step(n)
        yield loss.data
""", "Saves the work once a loss was 0, though the next batch may have another.", "rests after a loss of 0"),
    ("""
    for n in range(steps):
        for p in parameters:
            p.grad = 0.0
        loss = loss_of(n)
        loss.backward()
        for p in parameters:
            p.grad = p.grad / len(parameters)
        step(n)
        yield loss.data
""", "Makes means of the gradients, over the parameters.", "gradients divided"),
):
    add("8.1", HEAD + body.strip("\n") + "\n", cause, kind)

for source, cause, kind in (
    ("""
def plain_numbers(train):
    w = Value(3)

    def step(n):
        w.data -= 0.1 * w.grad

    return all(type(loss) is float for loss in train(lambda n: w * w, [w], step, 3))


tests = [plain_numbers]
""", "Takes 'plain number' for float, and begins with the whole number 3, whose first loss is the int 9.",
     "refuses right: float only"),
    ("""
def looks_in_between(train):
    w = Value(3.0)

    def step(n):
        w.data -= 0.1 * w.grad

    run = train(lambda n: w * w, [w], step, 3)
    return next(run) == 9.0 and w.data == 3.0


tests = [looks_in_between]
""", "Expects the old number at the first yield, since that gives the loss before the step.", "refuses right: yield before step"),
    ("""
def negative(train):
    w = Value(3.0)
    try:
        list(train(lambda n: w * w, [w], lambda n: None, -1))
    except ValueError:
        return True
    return False


tests = [negative]
""", "Asks for an error at -1 steps, which 8.1 never promised.", "refuses right: unpromised error"),
    ("""
def told_twice(train):
    w = Value(3.0)

    def step(n):
        w.data -= 0.1 * w.grad

    run = train(lambda n: w * w, [w], step, 3)
    return close(list(run), list(run))


tests = [told_twice]
""", "Reads the same generator twice, and the second time it is empty.", "refuses right: read twice"),
    ("""
def only_one_number(train):
    w = Value(3.0)

    def step(n):
        w.data -= 0.1 * w.grad

    return close(list(train(lambda n: w * w, [w], step, 3)), [9.0, 5.76, 3.6864])


def still_one_number(train):
    w = Value(1.0)

    def step(n):
        w.data -= 0.2 * w.grad

    return close(list(train(lambda n: (w - 2) ** 2, [w], step, 3)), [1.0, 0.36, 0.1296])


tests = [only_one_number, still_one_number]
""", "One parameter, the same loss each round, the same rate: whatever has to do with n, with a second parameter or with "
     "looking in between is not seen.", "exposes too little: one weight, no n"),
    ("""
def rounds(train):
    w = Value(3.0)
    seen = []

    def loss_of(n):
        seen.append(("loss", n))
        return w * w

    def step(n):
        seen.append(("step", n))

    list(train(loss_of, [w], step, 3))
    return seen == [("loss", 0), ("loss", 1), ("loss", 2), ("step", 0), ("step", 1), ("step", 2)]


tests = [rounds]
""", "Expects all losses first and then all steps.", "refuses right: wrong order expected"),
    ("""
def no_tests():
    return falls(train)


tests = [no_tests]
""", "The test takes no loop, so that it can't be given one: an error for all.", "no function of a loop"),
    ("""
def a(train):
    return falls(train)


tests = []
""", "Writes a test and hands in an empty list.", "exposes nothing: empty list"),
):
    add("8.2", source.lstrip("\n"), cause, kind)

for source, cause, kind in (
    ("def hinge(scores, labels, lacks=[]):\n    for s, y in zip(scores, labels):\n        lacks.append((1 - y * s).relu())\n"
     "    return sum(lacks) / len(lacks)\n",
     "The list in the def is made once, so a second call has the points of the first as well.", "shared default list"),
    (HINGE + "    lacks = [(1 - y * s).relu() for s, y in zip(scores, labels)]\n"
     "    return sum(v if v.data < 2 else Value(2.0) for v in lacks) / len(scores)\n",
     "Believes that 2 is the most a point can lack.", "at most two"),
    (HINGE + "    return ((1 - labels[0] * scores[0]).relu() + (1 - labels[1] * scores[1]).relu()) / 2\n",
     "Writes it for the two points of the cell below.", "two points hard-coded"),
    (HINGE + "    wrong = [(s, y) for s, y in zip(scores, labels) if y * s.data < 1]\n"
     "    return sum((1 - y * s).relu() for s, y in wrong) / (len(wrong) or 1)\n",
     "Means over the points that lack, and gives a plain 0.0 where there is none (a double slip).",
     "double: mean of lacking, plain 0"),
    (HINGE + "    return sum((1 - y * s).relu() for s, y in zip(scores, labels)) / len(scores) + Value(0.0001)\n",
     "Adds a little, so that there is always a slope.", "small number added"),
    (HINGE + "    total = Value(0.0)\n    for s, y in zip(scores, labels):\n        total = (total + 1 - y * s).relu()\n"
     "    return total / len(scores)\n", "Bends the running sum, so one point's surplus is taken from the others' lack.",
     "relu of the running sum"),
):
    add("9.1", source, cause, kind)

for body, cause, kind in (
    ("""
    order = list(range(count))
    shuffle(order)
    while True:
        shuffle(order)
        for i in range(0, count, size):
            yield order[i : i + size]
""", "Shuffles before the loop and again within it: twice before the first epoch.", "first epoch shuffled twice"),
    ("""
    order = list(range(count))
    while True:
        if size < count:
            shuffle(order)
        for i in range(0, count, size):
            yield order[i : i + size]
""", "Does not shuffle where all places are in one batch, since 'there the order makes no difference'.",
     "one batch not shuffled"),
    ("""
    order = list(range(count))
    while True:
        shuffle(order)
        for k in range(count // size):
            yield order[k * size : (k + 1) * size]
        yield order[-(count % size) :]
""", "Takes what is left from the end; where nothing is left, -0 gives the whole order.", "minus zero slice"),
    ("""
    order = list(range(count))
    epoch = 0
    while epoch < 2:
        shuffle(order)
        for i in range(0, count, size):
            yield order[i : i + size]
        epoch += 1
""", "Stops after two epochs, as the cell below shows.", "two epochs only"),
    ("""
    order = list(range(count))
    while True:
        before = list(order)
        shuffle(order)
        for i in range(0, count, size):
            yield order[i : i + size]
        order = before
""", "Puts the old order back after each epoch.", "order put back"),
    ("""
    order = list(range(count))
    while True:
        shuffle(order)
        i = 0
        while i <= count:
            yield order[i : i + size]
            i += size
""", "Goes on while i <= count, so a last, empty batch comes where it divides.", "<= gives empty batch"),
    ("""
    order = list(range(count))
    while True:
        shuffle(order)
        for i in range(0, count, size):
            yield order[i], order[min(i + size, count) - 1]
""", "Gives where each batch begins and ends instead of its places.", "ends instead of places"),
):
    add("9.3", BATCH + body.strip("\n") + "\n", cause, kind)

for source, cause, kind in (
    (learn_with(loss="hinge([model(points[i]) for i in places], [labels[i] for i in places]) "
                "+ 0.03 * sum(p * p for p in model.parameters())"),
     "Adds alpha times the squares, since 'everybody says that alpha helps'.", "alpha added"),
    (learn_with(source="batches(len(points), size, shuffle)\n    import copy\n\n    model = copy.deepcopy(model)"),
     "Trains a copy, so that the given one 'isn't spoilt'; the losses are right and the model has learned nothing.",
     "trains a copy"),
    (learn_with(end="losses = []\n    for loss in train(loss_of, model.parameters(), step, steps):\n        losses.append(loss)\n"
                "        if accuracy([model(x) for x in points], labels) == 1:\n            break\n    return losses"),
     "Stops when all points are right.", "stops when all right"),
    (learn_with(end="losses, best, kept = [], 1e9, None\n    for loss in train(loss_of, model.parameters(), step, steps):\n"
                "        losses.append(loss)\n        if loss < best:\n            best, kept = loss, [p.data for p in model.parameters()]\n"
                "    for p, k in zip(model.parameters(), kept):\n        p.data = k\n    return losses"),
     "Puts the numbers with the smallest loss back at the end.", "best numbers put back"),
    (learn_with(source="batches(len(points), size, lambda order: None)"),
     "Does not hand shuffle on, 'since the points are mixed already'.", "shuffle not handed on"),
    (learn_with(rate="1.0 - 0.9 * n / len(points)"), "Divides by the number of points.", "rate by number of points"),
    (learn_with(loss="hinge([Value(model(points[i]).data) for i in places], [labels[i] for i in places])"),
     "Wraps the scores anew, so nothing flows back and nothing is learned.", "graph cut at scores"),
    (learn_with(loss="hinge([model(points[i]) for i in places], [labels[i] for i in places])",
                rate="1.0 - 0.9 * (n + 1) / steps", end="train(loss_of, model.parameters(), step, steps)"),
     "The rate is one step ahead and the generator is dropped (a double slip).", "double: rate and no return"),
    (learn_with(end="losses = list(train(loss_of, model.parameters(), step, steps))\n    return losses[1:]"),
     "Leaves the first loss out, since nothing was learned then.", "first loss left out"),
    (learn_with(end="return train(loss_of, model.parameters()[:-1], step, steps)"),
     "Leaves the last bias out of what train empties, so its gradients add up.", "last parameter not emptied"),
):
    add("9.4", source, cause, kind)

for body, cause, kind in (
    ("""
    for place, p in enumerate(model.parameters()):
        old = p.data
        for k in range(-20, 21):
            p.data = old + k / 10
            right = accuracy([model(x) for x in points], labels) == 1
            p.data = old
            if right:
                break
    return place, k / 10
""", "break leaves the inner loop only; what is given belongs to the last parameter.", "break leaves one loop"),
    ("""
    for place, p in enumerate(model.parameters()):
        old = p.data
        for k in range(-20, 21):
            p.data = old + k / 10
            right = accuracy([model(x) for x in points], labels) > 0.85
            p.data = old
            if right:
                return place, k / 10
""", "Is content with nearly all, which the network had before where it has many points.", "nearly all is enough"),
    ("""
    best = None
    for place, p in enumerate(model.parameters()):
        old = p.data
        for k in range(-20, 21):
            p.data = old + k / 10
            loss = hinge([model(x) for x in points], labels).data
            p.data = old
            if best is None or loss < best[0]:
                best = loss, place, k / 10
    return best[1:]
""", "Takes the change with the smallest hinge loss for one with which all are right.", "smallest loss, not all right"),
    ("""
    before = model.parameters()
    for place, p in enumerate(model.parameters()):
        for k in range(-20, 21):
            model.parameters()[place].data = before[place].data + k / 10
            if accuracy([model(x) for x in points], labels) == 1:
                model.parameters()[place].data = before[place].data
                return place, k / 10
            model.parameters()[place].data = before[place].data
""", "Keeps a second list of the same Values, which move with the first.", "copied list, same Values"),
    ("""
    for place in range(1, len(model.parameters())):
        p = model.parameters()[place]
        old = p.data
        for k in range(-20, 21):
            p.data = old + k / 10
            right = accuracy([model(x) for x in points], labels) == 1
            p.data = old
            if right:
                return place, k / 10
""", "Begins the search at place 1.", "first parameter left out"),
    ("""
    changes = {}
    for place, p in enumerate(model.parameters()):
        old = p.data
        for k in range(-20, 21):
            p.data = old + k / 10
            if accuracy([model(x) for x in points], labels) == 1:
                changes[place] = k / 10
            p.data = old
    return changes
""", "Gives a dict of places and changes.", "dict instead of pair"),
    ("""
    for place, p in enumerate(model.parameters()):
        old = round(p.data, 6)
        for k in range(-20, 21):
            p.data = old + k / 10
            right = accuracy([model(x) for x in points], labels) == 1
            p.data = old
            if right:
                return place, k / 10
""", "Keeps the numbers rounded and puts those back.", "rounded numbers put back"),
):
    add("9.5", BRING + body.strip("\n") + "\n", cause, kind)
