"""Wrong answers as learners would write them, lessons 0 to 6. Form: see FORMAT.md."""

ANSWERS = []


def add(exercise, source, cause, kind, needs=None):
    ANSWERS.append({"exercise": exercise, "source": source, "cause": cause, "kind": kind, "needs": needs or {}})


# ---------------------------------------------------------------- 1.3 gradient by formula


def gradient(body, cause, kind):
    add("1.3", f'''def gradient(a, b, c):
    """The slopes of f by a, by b and by c, in this order."""
{body}
''', cause, kind)


gradient("    return 6 * a, -3 * b**2, 1 / c**2",
         "Took 1/c to grow with c: lowered the exponent to -2 and lost the factor k = -1.", "sign lost")
gradient("    return 6 * a, 3 * b**2, -1 / c**2",
         "Wrote the slope of b**3 and forgot that the term stands with a minus in f.", "sign of term forgotten")
gradient("    return 2 * a, -3 * b**2, -1 / c**2",
         "Applied the rule to a**2 and dropped the constant 3 in front, as if a constant vanished.", "constant factor dropped")
gradient("    return 6 * a - b**3 + 1 / c, 3 * a**2 - 3 * b**2 + 1 / c, 3 * a**2 - b**3 - 1 / c**2",
         "Thought that the terms in which the input does not stand are kept as they are.", "other terms kept")
gradient("    return 6 * a**2, -3 * b**3, -1 * c**-1",
         "Brought the exponent down in front but did not lower it by one.", "exponent not lowered")
gradient("    return 6 * a, -3 * b**2, -1 * c**-1 - 1",
         "Left out the brackets round k - 1, so that the 1 is taken off the product and not off the exponent.", "brackets missing")
gradient("    return 6 * a, -3 * b**2, -1 / c * c",
         "Wrote c squared as c * c below the line without brackets, so it divides and multiplies again.", "operator precedence")
gradient("    return 12.0, -27.0, -0.0625",
         "Worked the slopes out at the printed point 2, 3, 4 and wrote down the numbers.", "right for example only")
gradient("    return 6 * a, -3 * b**2, -1 / b**2",
         "Copied the middle term to write the last one and forgot to change b into c.", "copy-paste slip")
gradient("    return 6 * a + -3 * b**2 + -1 / c**2",
         "Thought that the gradient is the one slope of the whole f, so added the three.", "summed instead of listed")
gradient("""    by_a = 6 * a
    by_b = -3 * b**2
    by_c = -1 / c**2
    print(by_a, by_b, by_c)""",
         "Showed the three slopes with print and thought that this gives them back.", "print for return")

# ---------------------------------------------------------------- 1.6 descend


def descend(body, cause, kind):
    add("1.6", f'''def descend(f, x, lr, steps):
    """The place after so many steps downhill from x."""
{body}
''', cause, kind)


descend("""    for _ in range(steps):
        x += lr * slope(f, x, 1e-6)
    return x""", "Added the slope, since one moves along the slope, and so walked uphill.", "sign wrong")
descend("""    s = slope(f, x, 1e-6)
    for _ in range(steps):
        x -= lr * s
    return x""", "Measured the slope once at the start and used it for all steps.", "slope not measured anew")
descend("""    for _ in range(steps):
        x -= lr * slope(f, x, 1e-6)
        return x""", "Indented the return too far, so it comes back after the first step.", "return inside loop")
descend("""    for i in range(1, steps):
        x -= lr * slope(f, x, 1e-6)
    return x""", "Counted the steps from 1 and forgot that range stops before the end.", "off by one")
descend("""    for _ in range(steps):
        if slope(f, x, 1e-6) > 0:
            x -= lr
        else:
            x += lr
    return x""", "Took lr for the length of the step and used only the sign of the slope.", "sign of slope only")
descend("""    for _ in range(steps):
        x - lr * slope(f, x, 1e-6)
    return x""", "Worked the new place out but never stored it in x.", "assignment missing")
descend("""    for _ in range(steps):
        x -= lr * slope(f, x, 1e-6)
    return f(x)""", "Thought the answer is how low one has come, and gave the height for the place.", "value for place")
descend("""    for i in range(steps):
        x -= lr * slope(f, i, 1e-6)
    return x""", "Put the loop counter where the place belongs, so the slope is measured at 0, 1, 2 ...", "wrong variable")
descend("""    for _ in range(steps):
        x -= lr * slope(f, x, lr)
    return x""", "Took the learning rate for the nudge h as well, since both are small steps.", "h and lr confused")
descend("""    h = 1e-6
    for _ in range(steps):
        x -= lr * (f(x + h) - f(x))
    return x""", "Took the change of f for the slope and did not divide by h, so it hardly moves.", "division by h missing")
descend("""    for _ in range(steps):
        x -= lr * abs(slope(f, x, 1e-6))
    return x""", "Thought that downhill means smaller x, so made the slope positive to be safe.", "abs of slope")
descend("""    for _ in range(steps):
        new = x - lr * slope(f, x, 1e-6)
        if f(new) >= f(x):
            break
        x = new
    return x""", "Took 'it leads downhill' as an order to stop as soon as a step would not go down.", "stops too early")

# ---------------------------------------------------------------- 2.1 + and *

HEAD = '''class Value:
    """A number that remembers the Values it was made from, in `inputs`, and by which operation, in `op`."""

    def __init__(self, data, inputs=(), op="", label=""):
        self.data, self.inputs, self.op, self.label = data, inputs, op, label
        self.grad = 0.0

    def __repr__(self):
        return f"Value({self.data})"
'''


def first(plus, times, cause, kind):
    add("2.1", f'''{HEAD}
    def __add__(self, other):
        """self + other."""
{plus}

    def __mul__(self, other):
        """self * other."""
{times}
''', cause, kind)


WRAP = """        other = other if isinstance(other, Value) else Value(other)
"""
first(WRAP + "        return Value(self.data + other.data)",
      WRAP + "        return Value(self.data * other.data)",
      "Thought only of the number and left out what the result was made from.", "record forgotten")
first(WRAP + '        return Value(self.data + other.data, (self, other), "+")',
      WRAP + '        return Value(self.data * other.data, (self, other), "+")',
      "Copied the addition for the product and changed the data but not the op.", "copy-paste slip")
first(WRAP + '        return Value(self.data + other.data, (self.data, other.data), "+")',
      WRAP + '        return Value(self.data * other.data, (self.data, other.data), "*")',
      "Thought that inputs keeps the numbers, not the Values they stand in.", "numbers for Values")
first(WRAP + """        self.data += other.data
        self.inputs, self.op = (self, other), "+"
        return self""",
      WRAP + """        self.data *= other.data
        self.inputs, self.op = (self, other), "*"
        return self""",
      "Let the operation change self instead of making a new Value.", "in place")
first("""        if isinstance(other, Value):
            return Value(self.data + other.data, (self, other), "+")
        return Value(self.data + other, (self,), "+")""",
      """        if isinstance(other, Value):
            return Value(self.data * other.data, (self, other), "*")
        return Value(self.data * other, (self,), "*")""",
      "Thought that a plain number need not be remembered, because it has no past.", "plain number not recorded")
first("""        if isinstance(other, float):
            other = Value(other)
        return Value(self.data + other.data, (self, other), "+")""",
      """        if isinstance(other, float):
            other = Value(other)
        return Value(self.data * other.data, (self, other), "*")""",
      "Looked for a float only, as in the example with 10.0, so a + 3 finds no data.", "type slip")
first(WRAP + '        return Value(self.data + other.data, {self, other}, "+")',
      WRAP + '        return Value(self.data * other.data, {self, other}, "*")',
      "Put the inputs in curly brackets, so of a + a only one is left.", "set for tuple")

# ---------------------------------------------------------------- 2.2


def reflected(body, cause, kind):
    add("2.2", f'''def reflected_add(self, other):
    """other + self, where other is a plain number."""
{body}


Value.__radd__ = reflected_add
''', cause, kind)


reflected("    return other + self",
          "Wrote the sum as the docstring says it, which is what Python could not do, so it calls itself.", "endless recursion")
reflected("    return other + self.data",
          "Thought that with a plain number on the left the result is a plain number.", "Value forgotten")
reflected("    return Value(other + self.data)",
          "Made a Value of the sum but kept none of its past.", "record forgotten")
reflected("    return self",
          "Thought that it is there only for the 0 with which sum starts, so nothing has to be added.", "right for example only")

# ---------------------------------------------------------------- 2.3

TAIL = '''

def reflected_multiply(self, other):
    """other * self, where other is a plain number."""
    return self * other


def reflected_subtract(self, other):
    """other - self, where other is a plain number."""
    return -self + other


def reflected_divide(self, other):
    """other / self, where other is a plain number."""
    return self**-1 * other


Value.__neg__, Value.__sub__, Value.__truediv__, Value.__pow__ = negative, subtract, divide, power
Value.__rmul__, Value.__rsub__, Value.__rtruediv__ = reflected_multiply, reflected_subtract, reflected_divide
'''
POWER = """    if isinstance(other, Value):
        raise TypeError("the exponent must be a plain number.")
    return Value(self.data**other, (self,), f"**{other}")"""


def rest(cause, kind, negative="    return self * -1", subtract="    return self + -other",
         divide="    return self * other**-1", power=POWER):
    add("2.3", f'''def negative(self):
    """-self."""
{negative}


def subtract(self, other):
    """self - other."""
{subtract}


def divide(self, other):
    """self / other."""
{divide}


def power(self, other):
    """self ** other, where other is a plain number."""
{power}
''' + TAIL, cause, kind)


rest("Turned the number round in self itself instead of making a new Value.", "in place",
     negative="    self.data = -self.data\n    return self")
rest("Wrote it the way the reflected one below is written, so it gives other minus self.", "operands swapped",
     subtract="    return -self + other")
rest("Kept the exponent as a second input, like any operation of two numbers.", "exponent recorded",
     power="""    if isinstance(other, Value):
        raise TypeError("the exponent must be a plain number.")
    return Value(self.data**other, (self, Value(other)), "**")""")
rest("Made the exponent that is a Value plain instead of refusing it, so that it is forgotten.", "refusal missing",
     power="""    if isinstance(other, Value):
        other = other.data
    return Value(self.data**other, (self,), f"**{other}")""")
rest("Refused all that is no int, although 0.5 is a plain number too.", "refuses too much",
     power="""    if not isinstance(other, int):
        raise TypeError("the exponent must be a plain number.")
    return Value(self.data**other, (self,), f"**{other}")""")
rest("Worked out 1 / other as a plain number first, so the quotient does not know its divisor.", "record lost on way",
     divide="""    if isinstance(other, Value):
        return self * (1 / other.data)
    return self * (1 / other)""")

# ---------------------------------------------------------------- 2.4


def trace(body, cause, kind, head="def trace(root):"):
    add("2.4", f'''{head}
    """All Values below root and root itself, and the pairs (input, result)."""
{body}
''', cause, kind)


trace("""    nodes, edges = [], []

    def visit(v):
        nodes.append(v)
        for i in v.inputs:
            edges.append((i, v))
            visit(i)

    visit(root)
    return nodes, edges""", "Did not look whether a box has been met already, so shared ones stand there twice.", "seen not checked")
trace("""    nodes, edges = [], []

    def visit(v):
        if v not in nodes:
            nodes.append(v)
            for i in v.inputs:
                edges.append((v, i))
                visit(i)

    visit(root)
    return nodes, edges""", "Noted each arrow in the direction of the walk, from the result to the input.", "pair turned round")
trace("""    nodes, edges = [root], []
    for v in nodes:
        for i in v.inputs:
            if i not in nodes:
                nodes.append(i)
                edges.append((i, v))
    return nodes, edges""", "Noted the arrow only when the box is new, so a second arrow to a shared box is lost.", "edge under wrong if")
trace("""    nodes, edges, seen = [], [], []

    def visit(v):
        if v.data not in seen:
            seen.append(v.data)
            nodes.append(v)
            for i in v.inputs:
                edges.append((i, v))
                visit(i)

    visit(root)
    return nodes, edges""", "Recognised a box by its number, so two boxes with equal numbers count as one.", "equal for same")
trace("""    if root not in nodes:
        nodes.append(root)
        for i in root.inputs:
            edges.append((i, root))
            trace(i, nodes, edges)
    return nodes, edges""", "Gave the lists as default arguments, which are shared by all calls.", "mutable default",
      head="def trace(root, nodes=[], edges=[]):")
trace("""    nodes, edges = [], []

    def visit(v):
        for i in v.inputs:
            if (i, v) not in edges:
                edges.append((i, v))
            if i not in nodes:
                nodes.append(i)
                visit(i)

    visit(root)
    return nodes, edges""", "Noted only what is found as an input, so the root itself is missing.", "root missing")

# ---------------------------------------------------------------- 3.2


def neuron(body, cause, kind):
    add("3.2", f'''def neuron(x1, x2, w1, w2, b):
    """The gradients of o, as {{"n": ..., "b": ..., "x1": ..., "w1": ..., "x2": ..., "w2": ...}}."""
{body}
''', cause, kind)


neuron("""    s = x1 * w1 + x2 * w2 + b
    n = 1 - s**2
    return {"n": n, "b": n, "x1": w1 * n, "w1": x1 * n, "x2": w2 * n, "w2": x2 * n}""",
       "Made 1 - y² of what goes into the tanh instead of what comes out.", "input for output")
neuron("""    o = math.tanh(x1 * w1 + x2 * w2 + b)
    n = 1 - o**2
    return {"n": n, "b": n, "x1": w1, "w1": x1, "x2": w2, "w2": x2}""",
       "Gave the local derivative of each product and did not multiply by what has arrived.", "upstream forgotten")
neuron("""    o = math.tanh(x1 * w1 + x2 * w2 + b)
    n = 1 - o**2
    return {"n": n, "b": b * n, "x1": w1 * n, "w1": x1 * n, "x2": w2 * n, "w2": x2 * n}""",
       "Thought that at a plus too the gradient is multiplied by the number that stands there.", "plus does not copy")
neuron("""    o = math.tanh(x1 * w1 + x2 * w2 + b)
    n = 1 - o**2
    p = n / 3
    return {"n": n, "b": p, "x1": w1 * p, "w1": x1 * p, "x2": w2 * p, "w2": x2 * p}""",
       "Thought that a sum shares what arrives among its three terms.", "plus shares")

# ---------------------------------------------------------------- 3.3


def stepped(body, cause, kind):
    add("3.3", f'''def stepped(a, b, c, f, h):
    """L = (a * b + c) * f after each of a, b, c and f has moved by h times its gradient."""
{body}
''', cause, kind)


stepped("""    a += h * b * f
    b += h * a * f
    c += h * f
    f += h * (a * b + c)
    return (a * b + c) * f""", "Moved one after the other, so the later gradients are made of numbers that have moved.", "not all at once")
stepped("""    d = a * b + c
    L = d * f
    return L + h * ((b * f) ** 2 + (a * f) ** 2 + f**2 + d**2)""",
        "Added up what each nudge does alone instead of working L out again.", "linear estimate")
stepped("""    d = a * b + c
    a, b, c, f = a - h * b * f, b - h * a * f, c - h * f, f - h * d
    return (a * b + c) * f""", "Went against the gradient, as in the descent of lesson 1.", "sign wrong")

# ---------------------------------------------------------------- 3.4


def roads(body, cause, kind):
    add("3.4", f'''def two_roads(a, b):
    """The gradients of y with respect to a and b, in this order."""
{body}
''', cause, kind)


roads("""    p, s = a * b, a + b
    return b * s * p, a * s * p""", "Multiplied what comes over the two roads instead of adding it.", "multiplied for added")
roads("""    return -3.0, -8.0""", "Worked it out on paper at a = -2 and b = 3 and gave these numbers.", "right for example only")
roads("""    p, s = a * b, a + b
    return a * s + p, b * s + p""", "At the product a * b each input got its own number instead of the other's.", "swap forgotten")

# ---------------------------------------------------------------- 4.1


def plus_times(plus, times, cause, kind):
    add("4.1", f'''def add(self, other):
    other = value(other)
    out = Value(self.data + other.data, (self, other), "+")

    def _backward():
{plus}

    out._backward = _backward
    return out


def multiply(self, other):
    other = value(other)
    out = Value(self.data * other.data, (self, other), "*")

    def _backward():
{times}

    out._backward = _backward
    return out


Value.__add__, Value.__mul__ = add, multiply
''', cause, kind)


PLUS = """        self.grad += out.grad
        other.grad += out.grad"""
TIMES = """        self.grad += other.data * out.grad
        other.grad += self.data * out.grad"""
plus_times("""        self.grad = out.grad
        other.grad = out.grad""", TIMES,
           "Set the gradients at a plus, which copies, so what was there already is lost.", "= for += (add)")
plus_times(PLUS, """        self.grad = other.data * out.grad
        other.grad = self.data * out.grad""",
           "Set the gradients at the product, so a second road throws the first out.", "= for += (multiply)")
plus_times(PLUS, """        self.grad += self.data * out.grad
        other.grad += other.data * out.grad""",
           "Gave each factor its own number times upstream, without the swap.", "swap forgotten")
plus_times(PLUS, """        self.grad += other * out.grad
        other.grad += self * out.grad""",
           "Multiplied with the Values themselves, so the gradients become Values.", ".data forgotten")
plus_times("""        self.grad += 1.0
        other.grad += 1.0""", TIMES,
           "Wrote the slope of a sum, 1, and forgot to multiply by what has arrived.", "upstream forgotten")
plus_times(PLUS, """        if self is other:
            self.grad += self.data * out.grad
        else:
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad""",
           "Thought that in a * a the one input must be served only once.", "same input once")
plus_times(PLUS, """        self.grad += out.data / self.data * out.grad
        other.grad += out.data / other.data * out.grad""",
           "Got the other factor as product divided by this one, which fails when a factor is 0.", "division by zero")

# ---------------------------------------------------------------- 4.2


def power_relu(cause, kind, power="        self.grad += k * self.data ** (k - 1) * out.grad",
               relu="        self.grad += (self.data > 0) * out.grad"):
    add("4.2", f'''def power(self, k):
    if not isinstance(k, (int, float)):
        raise TypeError("the exponent must be a plain number.")
    if self.data < 0 and k != int(k):
        raise ValueError("a negative base needs a whole exponent.")
    out = Value(self.data**k, (self,), f"**{{k}}")

    def _backward():
{power}

    out._backward = _backward
    return out


def relu(self):
    out = Value(max(0.0, self.data), (self,), "relu")

    def _backward():
{relu}

    out._backward = _backward
    return out


Value.__pow__, Value.relu = power, relu
''', cause, kind)


power_relu("Left out the brackets round k - 1.", "brackets missing",
           power="        self.grad += (k * self.data**k - 1) * out.grad")
power_relu("Used the result itself as in exp, and did not lower the exponent.", "out.data misused",
           power="        self.grad += k * out.data * out.grad")
power_relu("Had only squares in mind and wrote the slope of x**2.", "right for example only",
           power="        self.grad += 2 * self.data * out.grad")
power_relu("Asked whether the output is at least 0, which it always is, so the gate never shuts.", "gate always open",
           relu="""        if out.data >= 0:
            self.grad += out.grad""")
power_relu("Put what arrives through a relu as well, so that a negative gradient is stopped.", "relu of gradient",
           relu="        self.grad += max(0.0, out.grad)")
power_relu("Handed the number on as it is instead of what has arrived times 1.", "value for slope",
           relu="        self.grad += out.data * out.grad")

# ---------------------------------------------------------------- 4.3


def functions(cause, kind, tanh="        self.grad += (1 - out.data**2) * out.grad",
              exp="        self.grad += out.data * out.grad", log="        self.grad += out.grad / self.data"):
    add("4.3", f'''def tanh(self):
    out = Value(math.tanh(self.data), (self,), "tanh")

    def _backward():
{tanh}

    out._backward = _backward
    return out


def exp(self):
    out = Value(math.exp(self.data), (self,), "exp")

    def _backward():
{exp}

    out._backward = _backward
    return out


def log(self):
    out = Value(math.log(self.data), (self,), "log")

    def _backward():
{log}

    out._backward = _backward
    return out


Value.tanh, Value.exp, Value.log = tanh, exp, log
''', cause, kind)


functions("Made 1 - y² of the input of tanh.", "input for output",
          tanh="        self.grad += (1 - self.data**2) * out.grad")
functions("Left out the brackets, so upstream is multiplied to the square only.", "brackets missing",
          tanh="        self.grad += 1 - out.data**2 * out.grad")
functions("Squared the whole difference instead of the output.", "brackets wrong",
          tanh="        self.grad += (1 - out.data) ** 2 * out.grad")
functions("Applied the rule for powers to e**x, as if x were the base.", "wrong rule",
          exp="        self.grad += self.data * math.exp(self.data - 1) * out.grad")
functions("Took exp of the output, which has been through exp already.", "applied twice",
          exp="        self.grad += math.exp(out.data) * out.grad")
functions("Thought that log reads its slope off the output too.", "output for input",
          log="        self.grad += 1 / out.data * out.grad")
functions("Copied exp from the lesson's page, where the gradient is set and not added.", "= for +=",
          exp="        self.grad = out.data * out.grad")

# ---------------------------------------------------------------- 4.4


def division(body, cause, kind):
    add("4.4", f'''def divide(self, other):
    other = value(other)
    out = Value(self.data / other.data, (self, other), "/")

    def _backward():
{body}

    out._backward = _backward
    return out


Value.__truediv__ = divide
''', cause, kind)


division("""        self.grad += out.grad / other.data
        other.grad += self.data / other.data**2 * out.grad""",
         "Forgot that a quotient falls when the divisor grows.", "sign lost")
division("""        self.grad += out.grad / other.data
        other.grad += -out.grad / other.data**2""",
         "Took the slope of 1 / b and forgot that a stands on top.", "numerator forgotten")
division("""        self.grad += out.grad / other.data
        other.grad += out.grad / self.data""",
         "Swapped as in a product: each gets one divided by the other.", "swapped like product")
division("""        self.grad += out.grad / other.data
        other.grad += -out.data * self.grad""",
         "Reused self.grad for out.grad / b, although it may hold what other roads brought.", "reads summed gradient")
division("""        self.grad += out.grad / other.data
        other.grad = -self.data / other.data**2 * out.grad""",
         "Added for the numerator and set for the denominator.", "= for +=")

# ---------------------------------------------------------------- 5.1


def topo(body, cause, kind, head="def topological(root):"):
    add("5.1", f'''{head}
    """Every box below root and root itself, each after its inputs."""
{body}
''', cause, kind)


topo("""    order = []

    def visit(v):
        if v not in order:
            order.append(v)
            for i in v.inputs:
                visit(i)

    visit(root)
    return order[::-1]""", "Noted each box on the way down and thought that turning the list round puts inputs first.",
     "preorder turned round")
topo("""    order = [root]
    for v in order:
        for i in v.inputs:
            if i not in order:
                order.append(i)
    return order[::-1]""", "Took the boxes level by level and turned that round, which fails on a short and a long road.",
     "breadth first")
topo("""    order = []

    def visit(v):
        for i in v.inputs:
            visit(i)
        order.append(v)

    visit(root)
    return order""", "Went down to the inputs first but did not look who stands there already.", "seen not checked")
topo("""    count, todo = {root: 0}, [root]
    for v in todo:
        for i in v.inputs:
            if i not in count:
                count[i] = 0
                todo.append(i)
            count[i] += 1
    order, due = [], [root]
    while due:
        v = due.pop()
        order.append(v)
        for i in v.inputs:
            count[i] -= 1
            if count[i] == 0:
                due.append(i)
    return order""", "Counted users rightly and gave the order of turns without turning it round.", "not reversed")
topo("""    count, todo = {root: 0}, [root]
    for v in todo:
        for i in set(v.inputs):
            if i not in count:
                count[i] = 0
                todo.append(i)
            count[i] += 1
    order, due = [], [root]
    while due:
        v = due.pop(0)
        order.append(v)
        for i in v.inputs:
            count[i] -= 1
            if count[i] == 0:
                due.append(i)
    return order[::-1]""", "Counted users once each but took off one per arrow, so t * t uses up two of t's users.",
     "counts do not match")
topo("""    if root not in seen:
        seen.add(root)
        for i in root.inputs:
            topological(i, order, seen)
        order.append(root)
    return order""", "Put the list and the set in the signature, where they outlive the call.", "mutable default",
     head="def topological(root, order=[], seen=set()):")
topo("""    boxes = [root]
    for v in boxes:
        for i in v.inputs:
            if i not in boxes:
                boxes.append(i)
    return sorted(boxes, key=lambda v: len(v.inputs))""",
     "Thought that it is enough that leaves come first, and sorted by the number of inputs.", "sorted by wrong key")

# ---------------------------------------------------------------- 5.2


def backward(body, cause, kind):
    add("5.2", f'''def backward(self):
    """Fill in the gradients of all boxes below self."""
{body}
''', cause, kind)


backward("""    for v in reversed(topological(self)):
        v._backward()""", "Let everybody have a turn but gave the output no 1 to send.", "seed forgotten")
backward("""    self.grad = 1.0
    for v in topological(self):
        v._backward()""", "Went through the list as it is, from the leaves up.", "not reversed")
backward("""    def send(v):
        v._backward()
        for i in v.inputs:
            send(i)

    self.grad = 1.0
    send(self)""", "Let each box pass on at once, as at the end of lesson 4.", "plain recursion")
backward("""    self.grad = 1.0
    for v in reversed(topological(self)):
        v._backward""", "Named the step without calling it.", "call brackets missing")
backward("""    for v in reversed(topological(self)):
        v.grad = 1.0
        v._backward()""", "Thought that every box begins with 1 when its turn comes.", "seed in loop")
backward("""    self.grad = 1.0
    for v in reversed(topological(self)):
        v._backward()
        if v.inputs:
            v.grad = 0.0""", "Cleared each box after its turn, thinking that only the leaves keep a gradient.",
         "clears inner gradients")
backward("""    self.grad = self.data
    for v in reversed(topological(self)):
        v._backward()""", "Began with the output's number instead of its own slope, 1.", "data for seed")

# ---------------------------------------------------------------- 5.5


def deep(body, cause, kind, needs=None):
    add("5.5", f'''def backward_deep(root):
    """Like backward, for graphs of any depth."""
{body}
''', cause, kind, needs)


RECURSIVE = '''def topological(root):
    """Every box below root and root itself, each after its inputs."""
    order, seen = [], set()

    def visit(v):
        if v not in seen:
            seen.add(v)
            for i in v.inputs:
                visit(i)
            order.append(v)

    visit(root)
    return order
'''
deep("""    root.grad = 1.0
    for v in reversed(topological(root)):
        v._backward()""", "Saw no recursion in the function itself and forgot that the own topological calls itself.",
     "recursion in helper", {"5.1": RECURSIVE})
deep("""    order, stack = [], [root]
    while stack:
        v = stack.pop()
        if v not in order:
            order.append(v)
            stack.extend(v.inputs)
    root.grad = 1.0
    for v in order:
        v._backward()""", "Noted each box when it comes off the stack, before all of its users have.", "preorder with stack")
deep("""    root.grad = 1.0
    queue, seen = [root], {root}
    for v in queue:
        v._backward()
        for i in v.inputs:
            if i not in seen:
                seen.add(i)
                queue.append(i)""", "Used a queue and let every box send once, level by level.", "breadth first")
deep("""    order, seen, stack = [], {root}, [(root, False)]
    while stack:
        v, done = stack.pop()
        if done:
            order.append(v)
            continue
        stack.append((v, True))
        for i in v.inputs:
            if i not in seen:
                seen.add(i)
                stack.append((i, False))
    root.grad = 1.0
    for v in reversed(order):
        v._backward()""", "Marked boxes as seen when they are put on the stack, not when they are opened.", "seen too early")
deep("""    users, todo = {root.data: 0}, [root]
    for v in todo:
        for i in v.inputs:
            if i.data not in users:
                users[i.data] = 0
                todo.append(i)
            users[i.data] += 1
    root.grad = 1.0
    due = [root]
    while due:
        v = due.pop()
        v._backward()
        for i in v.inputs:
            users[i.data] -= 1
            if users[i.data] == 0:
                due.append(i)""", "Kept the counts by the number in the box, so boxes with equal numbers share a count.",
     "equal for same")
deep("""    order, seen, stack = [], set(), [(root, False)]
    while stack:
        v, done = stack.pop()
        if done:
            order.insert(0, v)
        elif v not in seen:
            seen.add(v)
            stack.append((v, True))
            stack.extend((i, False) for i in v.inputs)
    for v in order:
        v._backward()""", "Took over the lesson's stack for the order and forgot the output's own 1.", "seed forgotten")
deep("""    users, todo = {root: 0}, [root]
    for v in todo:
        for i in v.inputs:
            if i not in users:
                users[i] = 0
                todo.append(i)
            users[i] += 1
    root.grad = 1.0
    due = [root]
    while due:
        v = due.pop()
        v._backward()
        for i in v.inputs:
            if users[i] == 0:
                due.append(i)
            users[i] -= 1""", "Asked whether the last user has sent before taking this one off, so nobody becomes due.",
     "off by one")
deep("""    import sys

    sys.setrecursionlimit(20000)
    order, seen = [], set()

    def visit(v):
        if v not in seen:
            seen.add(v)
            for i in v.inputs:
                visit(i)
            order.append(v)

    visit(root)
    root.grad = 1.0
    for v in reversed(order):
        v._backward()""", "Raised Python's limit above the 5,000 instead of doing without recursion.", "misread text")

# ---------------------------------------------------------------- 6.1


def check_gradients(body, cause, kind):
    add("6.1", f'''def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    """For each input, whether its gradient agrees with the measured slope."""
{body}
''', cause, kind)


check_gradients("""    result = []
    for i, claimed in enumerate(grads):
        up, down = list(xs), list(xs)
        up[i] += h
        down[i] -= h
        slope = (f(*up) - f(*down)) / (2 * h)
        result.append(abs(claimed - slope) <= tolerance)
    return result""", "Compared the difference itself with the tolerance.", "absolute for relative")
check_gradients("""    result = []
    for i, claimed in enumerate(grads):
        up, down = xs, xs
        up[i] += h
        down[i] -= h
        slope = (f(*up) - f(*down)) / (2 * h)
        size = max(abs(claimed), abs(slope)) or 1.0
        result.append(abs(claimed - slope) / size <= tolerance)
    return result""", "Thought that a second name makes a copy, so up and down are the same list.", "alias for copy")
check_gradients("""    result = []
    for i, claimed in enumerate(grads):
        up, down = list(xs), list(xs)
        up[i] += h
        down[i] -= h
        slope = (f(*up) - f(*down)) / (2 * h)
        size = max(claimed, slope) or 1.0
        result.append(abs(claimed - slope) / size <= tolerance)
    return result""", "Took the larger number for the larger size, which is below 0 when both are.", "abs missing in size")
check_gradients("""    result = []
    for i, claimed in enumerate(grads):
        up, down = list(xs), list(xs)
        up[i] += h
        down[i] -= h
        slope = (f(*up) - f(*down)) / (2 * h)
        size = max(abs(claimed), abs(slope)) or 1.0
        result.append((claimed - slope) / size <= tolerance)
    return result""", "Forgot the sign of the difference, so every claim that is too small agrees.", "abs missing in difference")
check_gradients("""    result = []
    for i, claimed in enumerate(grads):
        up, down = list(xs), list(xs)
        up[i] += h
        down[i] -= h
        slope = (f(*up) - f(*down)) / (2 * h)
        size = max(abs(claimed), abs(slope))
        result.append(abs(claimed - slope) / size <= tolerance)
    return result""", "Did not think of two zeros, where the larger size is 0.", "two zeros forgotten")
check_gradients("""    for i, claimed in enumerate(grads):
        up, down = list(xs), list(xs)
        up[i] += h
        down[i] -= h
        slope = (f(*up) - f(*down)) / (2 * h)
        size = max(abs(claimed), abs(slope)) or 1.0
        if abs(claimed - slope) / size > tolerance:
            return False
    return True""", "Gave one answer for all inputs, as the test in the lesson does.", "one for list")

# ---------------------------------------------------------------- 6.2
add("6.2", '''probes = ["a * b + c", "a + a", "(a * b) * (a + b)", "(a * b + c).tanh()"]
''', "Thought that the four graphs of the lectures, on which all agrees, are tests enough.", "too few cases")
add("6.2", '''probes = ["a + b", "a * b", "a - b", "a / b", "a**3", "a.relu()", "a.tanh()", "a.exp()"]
''', "Wrote one small tree for each operation, so nothing is used twice and the other side of relu is not reached.",
    "only trees")

# ---------------------------------------------------------------- 6.3


def again(body, cause, kind):
    add("6.3", f'''def backward(root):
    """Add d root / d v to the grad of every leaf; what lies between begins anew. Use topological and sweep."""
{body}
''', cause, kind)


again("""    root.grad = 1.0
    sweep(topological(root))""", "Took the backward of lesson 5: only the output begins anew.", "inner not cleared")
again("""    order = topological(root)
    for v in order:
        v.grad = 0.0
    root.grad = 1.0
    sweep(order)""", "Cleared all boxes, also the leaves, so a second call or loss does not add up.", "leaves cleared")
again("""    order = topological(root)
    root.grad = 1.0
    for v in order:
        if v.inputs:
            v.grad = 0.0
    sweep(order)""", "Set the 1 before clearing, so the output is cleared too.", "wrong order")
again("""    for i in root.inputs:
        i.grad = 0.0
    root.grad = 1.0
    sweep(topological(root))""", "Cleared what the output was made from directly, as in the example, leaf or not.",
      "right for example only")
again("""    order = topological(root)
    for v in order[:-1]:
        if v.inputs:
            v.grad = 0.0
    root.grad += 1.0
    sweep(order)""", "Let the output add its 1 as well, so a second call sends 2.", "+= for =")

# ---------------------------------------------------------------- 6.4


def by_engine(body, cause, kind):
    add("6.4", f'''def by_engine(f, *numbers):
    """[result, gradient of the first input, of the second...]"""
{body}
''', cause, kind)


by_engine("""    y = f(*[Value(x) for x in numbers])
    y.backward()
    return [y.data, *[Value(x).grad for x in numbers]]""",
          "Made new Values to ask for the gradients, which are not those that went into f.", "equal for same")
by_engine("""    inputs = [Value(x) for x in numbers]
    y = f(*inputs)
    y.backward()
    return [y, *[v.grad for v in inputs]]""", "Gave the result as a Value.", ".data forgotten")
by_engine("""    inputs = [Value(x) for x in numbers]
    y = f(*inputs)
    y.backward()
    return [y.data, [v.grad for v in inputs]]""", "Put the gradients as a list inside the list.", "star forgotten")
by_engine("""    inputs = [Value(x) for x in numbers]
    y = f(*inputs)
    result = [y.data]
    for v in inputs:
        y.backward()
        result.append(v.grad)
    return result""", "Thought that each input needs a backward of its own, so the second has its gradient twice or more.",
          "backward in loop")

# ================================================================ inside the lessons

add("00 complete_way", '''def way(before, after):
    if after > before:
        return 1
    return -1
''', "Took growing for getting better, although the loss should fall.", "comparison reversed")
add("00 complete_way", '''def way(before, after):
    if after < 0:
        return 1
    return -1
''', "Took the loss itself for its change and asked whether it is below 0.", "value for change")

add("01 complete_move", '''def moves(slope, nudge):
    """How far the loss will move."""
    return slope / nudge
''', "Remembered that slope and nudge stand in a division.", "divided for multiplied")
add("01 complete_move", '''def moves(slope, nudge):
    """How far the loss will move."""
    return abs(slope * nudge)
''', "Took 'how far' for a distance and dropped the direction.", "sign dropped")

add("01 mend_better", '''def up_is_better(f, x):
    return f(x + 0.01) - f(x)


w1 = -1.0
for step in range(6):
    w1 += 0.1 if up_is_better(loss, w1) else -0.1
print("loss at the start", round(loss(-1.0), 3), " after six steps", round(loss(w1), 3))
''', "Returned the change itself, which counts as true also when the loss grows.", "number for comparison")
add("01 mend_better", '''def up_is_better(f, x):
    return f(x + 0.01) < 0


w1 = -1.0
for step in range(6):
    w1 += 0.1 if up_is_better(loss, w1) else -0.1
print("loss at the start", round(loss(-1.0), 3), " after six steps", round(loss(w1), 3))
''', "Compared with 0 instead of with where one stands.", "wrong reference")

add("01 complete_step", '''def one_step(x, slope, lr):
    """The new place."""
    return x - lr
''', "Took the learning rate for the whole step.", "slope forgotten")
add("01 complete_step", '''def one_step(x, slope, lr):
    """The new place."""
    return x - slope
''', "Thought that the slope itself is the step and saw no use for lr.", "lr forgotten")

add("01 mend_alone", '''def by_w1(f, w1, w2, b, h=1e-6):
    return (f(w1 + h) - f(w1)) / h


round(by_w1(loss, -1.0, -1.0, 1.0), 2)
''', "Left w2 and b away, so that their defaults stand there whatever was given.", "right for example only")
add("01 mend_alone", '''def by_w1(f, w1, w2, b, h=1e-6):
    return (f(w1 + h, w2, b) - f(w1, w2 + h, b + h)) / h


round(by_w1(loss, -1.0, -1.0, 1.0), 2)
''', "Moved the nudges of w2 and b over to the other run instead of taking them out.", "half mended")

add("02 complete_size", '''def size(self):
    return Number(abs(self.data), (self), "abs")


Number.__abs__ = size
''', "Thought that brackets alone make a tuple of one.", "comma missing")
add("02 complete_size", '''def size(self):
    return Number(abs(self.data), (self.data,), "abs")


Number.__abs__ = size
''', "Kept the number instead of the Number it stands in.", "number for Number")

add("02 mend_quotient", '''def divide(self, other):
    return Number(other.data / self.data, (other, self), "/")


Number.__truediv__ = divide
q = Number(6.0) / Number(3.0)
q.data
''', "Made number and record agree by turning the number round, not the record.", "wrong side mended")

add("02 mend_count", '''def boxes(v, met):
    met.append(v)
    if v in met:
        return len(met)
    for i in v.inputs:
        boxes(i, met)
    return len(met)


k = Number(2.0)
boxes(k - k, [])
''', "Looked only after noting the box, so that each has been met when it is looked for.", "wrong order")
add("02 mend_count", '''def boxes(v, met):
    if v.data in [m.data for m in met]:
        return len(met)
    met.append(v)
    for i in v.inputs:
        boxes(i, met)
    return len(met)


k = Number(2.0)
boxes(k - k, [])
''', "Recognised a box by its number.", "equal for same")

add("02 complete_carry", '''def from_b(nudge, a, b, c):
    product_moves = nudge * b
    y_moves = product_moves
    return y_moves
''', "Copied the line for a, where the nudge is turned by b.", "copy-paste slip")
add("02 complete_carry", '''def from_b(nudge, a, b, c):
    product_moves = nudge * (a + c)
    y_moves = product_moves
    return y_moves
''', "Thought that all the other numbers on the way turn the nudge.", "plus turns too")

add("03 complete_times", '''def times(a, b, arrived):
    return b * arrived, a
''', "Gave the local derivative without what has arrived.", "upstream forgotten")
add("03 complete_times", '''def times(a, b, arrived):
    return b * arrived, a * b * arrived
''', "Took the product itself for what has arrived at the second input.", "value for slope")

add("03 complete_relu", '''def relu(x, arrived):
    return 1.0 if x > 0 else 0.0
''', "Gave the slope of the open gate, not what goes through it.", "upstream forgotten")
add("03 complete_relu", '''def relu(x, arrived):
    return x * arrived if x > 0 else 0.0
''', "Read 'comes through as it is' as a factor x.", "value for slope")

add("03 mend_tanh", '''def tanh(n, arrived):
    return (1 - tanh(n) ** 2) * arrived
''', "Called tanh for the output, but by that name the gate itself is called.", "name shadowed")
add("03 mend_tanh", '''def tanh(n, arrived):
    return (1 - arrived**2) * n
''', "Took what has arrived for the output y.", "upstream for output")

add("03 mend_roads", '''def gradient_of_a(a, b):
    s = a + b
    a_grad = s  # directly: the other factor
    a_grad *= a  # over s: the other factor, copied
    return a_grad
''', "Multiplied the two roads, as one does along one road.", "multiplied for added")
add("03 mend_roads", '''def gradient_of_a(a, b):
    s = a + b
    a_grad = a  # over s: the other factor, copied
    a_grad = s  # directly: the other factor
    return a_grad
''', "Thought that the order of the two lines is wrong and swapped them.", "lines swapped")

add("04 complete_larger", '''def larger(self, other):
    out = Value(max(self.data, other.data), (self, other), "max")

    def _backward():
        self.grad += (self.data > other.data) * out.grad
        other.grad += (self.data > other.data) * out.grad

    out._backward = _backward
    return out
''', "Copied the first line and forgot to turn the comparison round.", "copy-paste slip")
add("04 complete_larger", '''def larger(self, other):
    out = Value(max(self.data, other.data), (self, other), "max")

    def _backward():
        self.grad += (self.data > other.data) * out.grad
        other.grad += (other.data > 0) * out.grad

    out._backward = _backward
    return out
''', "Took over the gate of relu, which asks for above 0.", "relu's condition")

add("04 complete_root", '''def root(self):
    out = Value(math.sqrt(self.data), (self,), "root")

    def _backward():
        self.grad += 0.5 * out.data * out.grad

    out._backward = _backward
    return out
''', "Overlooked the minus in the exponent and multiplied by the root.", "exponent sign lost")
add("04 complete_root", '''def root(self):
    out = Value(math.sqrt(self.data), (self,), "root")

    def _backward():
        self.grad += 1 / 2 * 1 / self.data * out.grad

    out._backward = _backward
    return out
''', "Divided by what went in instead of what came out.", "input for output")

add("04 mend_half", '''def half(self):
    out = Value(0.5 * self.data, (self,), "half")

    def _backward():
        self.grad += 0.5 * out.grad

    out._backward = lambda: _backward
    return out
''', "Wrapped the step in a lambda which gives the function and does not call it.", "never called")
add("04 mend_half", '''def half(self):
    out = Value(0.5 * self.data, (self,), "half")

    def _backward():
        self.grad += 2 * out.grad

    out._backward = _backward
    return out
''', "Mended the call, and also turned the 0.5 round, thinking that going back undoes the halving.", "inverse for slope")

add("04 mend_square", '''def square(self):
    out = Value(self.data * self.data, (self,), "square")

    def _backward():
        self.grad += self.data * out.grad

    out._backward = _backward
    return out
''', "Thought of the swap of a product and forgot that both factors are this one.", "factor 2 lost")
add("04 mend_square", '''def square(self):
    out = Value(self.data * self.data, (self,), "square")

    def _backward():
        self.grad += 2 * self.data * self.grad

    out._backward = _backward
    return out
''', "Changed every out into self, also the one that is upstream.", "changed too much")

add("05 complete_turns", '''def turns(root):
    """The boxes in the order in which they have their turn."""
    order, seen = [], set()

    def visit(v):
        if v not in seen:
            seen.add(v)
            for i in v.inputs:
                visit(i)
            order.append(v)  # now all inputs of v stand in the list: put v in front of them

    visit(root)
    return order
''', "Used append by habit, which puts v behind its inputs.", "behind for in front")
add("05 complete_turns", '''def turns(root):
    """The boxes in the order in which they have their turn."""
    order, seen = [], set()

    def visit(v):
        if v not in seen:
            seen.add(v)
            for i in v.inputs:
                visit(i)
            order = [v] + order  # now all inputs of v stand in the list: put v in front of them

    visit(root)
    return order
''', "Made a new list under the same name, which in the inner function is another, local name.", "local variable")

add("05 complete_users", '''def users(root):
    """{box: how many arrows lead from it to boxes that use it}"""
    count, todo = {root: 0}, [root]
    for v in todo:  # grows while it is read
        for i in v.inputs:
            if i not in count:
                count[i] = 0
                todo.append(i)
            count[i] = count[v] + 1
    return count
''', "Counted on from the user's own count, as if it were a depth.", "depth for count")
add("05 complete_users", '''def users(root):
    """{box: how many arrows lead from it to boxes that use it}"""
    count, todo = {root: 0}, [root]
    for v in todo:  # grows while it is read
        for i in v.inputs:
            if i not in count:
                count[i] = 0
                todo.append(i)
            count[i] = v.inputs.count(i)
    return count
''', "Counted how often the box stands in this one user, and threw earlier users out.", "= for +=")

add("05 mend_sweep", '''def sweep(root):
    order, seen = [], set()

    def visit(v):
        if v not in seen:
            seen.add(v)
            for i in v.inputs:
                visit(i)
            order.append(v)

    visit(root)
    for v in order:
        v._backward()
''', "Suspected the [::-1] and took it out.", "wrong line mended")
add("05 mend_sweep", '''def sweep(root):
    order, seen = [], set()

    def visit(v):
        if v not in seen:
            seen.add(v)
            for i in v.inputs:
                visit(i)
            order.append(v)
            v.grad = 1.0

    visit(root)
    for v in order[::-1]:
        v._backward()
''', "Saw that a 1 is missing and gave it to every box.", "seed for all")

add("05 mend_in_line", '''def in_line(root):
    order, seen = [], []

    def visit(v):
        if v not in seen:
            seen.append(v.data)
            for i in v.inputs:
                visit(i)
            order.insert(0, v)

    visit(root)
    return order
''', "Changed what is looked for but not what is noted, so no box is ever found.", "half mended")
add("05 mend_in_line", '''def in_line(root):
    order, seen = [], []

    def visit(v):
        if (v.data, v.inputs) not in seen:
            seen.append((v.data, v.inputs))
            for i in v.inputs:
                visit(i)
            order.insert(0, v)

    visit(root)
    return order
''', "Made the number safer by its inputs, but two leaves with equal numbers still count as one.", "equal for same")

add("06 complete_measured", '''def measured(f, xs, i, h=1e-6):
    up, down = list(xs), list(xs)
    up[i] += h
    down[i] = -h
    return (f(*up) - f(*down)) / (2 * h)
''', "Wrote = - for -=, so the other copy stands near 0.", "=- for -=")
add("06 complete_measured", '''def measured(f, xs, i, h=1e-6):
    up, down = list(xs), list(xs)
    up[i] += h
    down = [x - h for x in down]
    return (f(*up) - f(*down)) / (2 * h)
''', "Moved all inputs of the other copy down.", "all for one")

add("06 complete_near", '''def near(claimed, slope, tolerance=1e-4):
    size = max(abs(claimed), abs(slope)) or 1.0
    return abs(claimed - slope) <= tolerance
''', "Compared the difference itself and did not use the size.", "absolute for relative")
add("06 complete_near", '''def near(claimed, slope, tolerance=1e-4):
    size = max(abs(claimed), abs(slope)) or 1.0
    return abs(abs(claimed) - abs(slope)) / size <= tolerance
''', "Compared sizes only, so a wrong sign agrees.", "sign ignored")

add("06 mend_careless", '''def careless(f, xs, grads, h=1e-6):
    up, down = list(xs), list(xs)
    for i, claimed in enumerate(grads):
        up[i] += h
        down[i] -= h
        slope = (f(*up) - f(*down)) / (2 * h)
        up, down = xs, xs
        if not math.isclose(claimed, slope, rel_tol=1e-4):
            return False
    return True
''', "Put both back to xs at the end of each round, but as the same list, without a copy.", "alias for copy")
add("06 mend_careless", '''def careless(f, xs, grads, h=1e-6):
    up, down = list(xs), list(xs)
    for i, claimed in enumerate(grads):
        up[i] += h
        down[i] -= h
        slope = (f(*up) - f(*down)) / (2 * h * (i + 1))
        if not math.isclose(claimed, slope, rel_tol=1e-4):
            return False
    return True
''', "Saw that more and more inputs move and divided by how many, instead of moving one.", "symptom mended")

add("06 mend_gate", '''def relu_is_right(slope):
    return all(slope(x) == (x >= 0) for x in (0.0, 1.0))
''', "Changed what is asked at 0 instead of leaving 0 out and asking below it.", "wrong part mended")
add("06 mend_gate", '''def relu_is_right(slope):
    return all(slope(x) == (x > 0) for x in (-1.0, 0.0, 1.0))
''', "Added a number below 0 but still refuses rules that say 1 at 0.", "half mended")
