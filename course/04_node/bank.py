"""Lesson 4: one operation's step backward."""

from known_wrong.bank import Right, Wrong

LESSON = "lesson_04"
GIVEN = "import math\n"

# As the exercise notebook has it, solved.
CLOSURES = """
class Value:
    def __init__(self, data, inputs=(), op=""):
        self.data, self.inputs, self.op = data, inputs, op
        self.grad = 0.0
        self._backward = lambda: None

def value(x):
    return x if isinstance(x, Value) else Value(x)

def add(self, other):
    other = value(other)
    out = Value(self.data + other.data, (self, other), "+")
    def _backward():
        self.grad += out.grad
        other.grad += 1.0 * out.grad
    out._backward = _backward
    return out

def multiply(self, other):
    other = value(other)
    out = Value(self.data * other.data, (self, other), "*")
    def _backward():
        self.grad += other.data * out.grad
        other.grad += self.data * out.grad
    out._backward = _backward
    return out

def power(self, k):
    out = Value(self.data**k, (self,), f"**{k}")
    def _backward():
        self.grad += k * self.data ** (k - 1) * out.grad
    out._backward = _backward
    return out

def relu(self):
    out = Value(max(0.0, self.data), (self,), "relu")
    def _backward():
        self.grad += (out.data > 0) * out.grad
    out._backward = _backward
    return out

def tanh(self):
    out = Value(math.tanh(self.data), (self,), "tanh")
    def _backward():
        self.grad += (1 - out.data**2) * out.grad
    out._backward = _backward
    return out

def exp(self):
    out = Value(math.exp(self.data), (self,), "exp")
    def _backward():
        self.grad += out.data * out.grad
    out._backward = _backward
    return out

def log(self):
    out = Value(math.log(self.data), (self,), "log")
    def _backward():
        self.grad += out.grad / self.data
    out._backward = _backward
    return out

Value.__add__, Value.__mul__, Value.__pow__ = add, multiply, power
Value.relu, Value.tanh, Value.exp, Value.log = relu, tanh, exp, log
Value.__neg__ = lambda self: self * -1
Value.__sub__ = lambda self, other: self + -value(other)
Value.__truediv__ = lambda self, other: self * value(other) ** -1
Value.__radd__ = lambda self, other: self + other
Value.__rmul__ = lambda self, other: self * other
Value.__rsub__ = lambda self, other: value(other) - self
Value.__rtruediv__ = lambda self, other: value(other) / self
"""
END = "\nengine = Value\n"


def but(*changes):
    """The class above with these lines written another way."""
    text = CLOSURES
    for right, wrong in changes:
        assert right in text, right
        text = text.replace(right, wrong)
    return text + END


ADD = "self.grad += out.grad\n        other.grad += 1.0 * out.grad"
MULTIPLY = "self.grad += other.data * out.grad\n        other.grad += self.data * out.grad"
POWER = "self.grad += k * self.data ** (k - 1) * out.grad"
RELU = "self.grad += (out.data > 0) * out.grad"
TANH = "self.grad += (1 - out.data**2) * out.grad"
EXP = "self.grad += out.data * out.grad"
LOG = "self.grad += out.grad / self.data"
TURNS = """
def negate(self):
    self.data = -self.data
    return self
Value.__neg__ = negate
"""
# A class with a backward() of its own, and no _backward.
SENDERS = """
class Value:
    def __init__(self, data):
        self.data, self.grad, self.senders = data, 0.0, []
    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data + other.data)
        out.senders = [(self, lambda g: g), (other, lambda g: g)]
        return out
    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data * other.data)
        out.senders = [(self, lambda g: g * other.data), (other, lambda g: g * self.data)]
        return out
"""
BY_LEVELS = """
    def backward(self):
        self.grad = 1.0
        todo, seen = [self], {self}
        while todo:
            v = todo.pop(0)
            for i, share in v.senders:
                i.grad += share(v.grad)
                if i not in seen:
                    seen.add(i)
                    todo.append(i)
"""
RECURSIVE = """
    def backward(self, first=True):
        self.grad = 1.0 if first else self.grad
        for i, share in self.senders:
            i.grad += share(self.grad)
        for i, share in self.senders:
            i.backward(False)
"""
REVERSED = """
    def backward(self):
        order, seen = [], set()
        def visit(v):
            if v not in seen:
                seen.add(v)
                for i, share in v.senders:
                    visit(i)
                order.append(v)
        visit(self)
        self.grad = 1.0
        for v in order[::-1]:
            for i, share in v.senders:
                i.grad += share(v.grad)
"""

# A class as it is when the lesson begins, and the lesson's operations of it, but for the lines of their step.
PAGE = """
class Value:
    def __init__(self, data, inputs=(), op="", label=""):
        self.data, self.inputs, self.op, self.label, self.grad = data, inputs, op, label, 0.0
    def _backward(self):
        pass
"""
OPERATIONS = {
    "larger": ("self, other", "max(self.data, other.data), (self, other), 'max'"),
    "root": ("self", "math.sqrt(self.data), (self,), 'root'"),
    "half": ("self", "0.5 * self.data, (self,), 'half'"),
    "square": ("self", "self.data * self.data, (self,), 'square'"),
}


def step(name, *lines, handed="_backward"):
    """An operation of the lesson whose step back has these lines, and is handed over so."""
    given, made = OPERATIONS[name]
    body = "\n        ".join(lines)
    return (
        f"{PAGE}\ndef {name}({given}):\n    out = Value({made})\n\n    def _backward():\n        {body}\n\n"
        f"    out._backward = {handed}\n    return out\n"
    )


OPEN = "self.grad += (self.data > other.data) * out.grad"
OF_B = "-out.data / other.data * out.grad"
DIVIDE = """
def divide(self, other):
    other = value(other)
    out = Value(self.data / other.data, (self, other), "/")

    def _backward():
        self.grad += {one}
        other.grad {adds} {other}

    out._backward = _backward
    return out

Value.__truediv__ = divide
"""
PRACTICE_WRONG = [
    *[
        Wrong("complete_larger", name, step("larger", OPEN, f"other.grad += {share}"))
        for name, share in (
            ("open to both", "out.grad"),
            ("the same condition twice", "(self.data > other.data) * out.grad"),
            ("times its own number", "other.data * (other.data > self.data) * out.grad"),
            ("", "other.data * out.grad"),
            ("nothing arrives", "0"),
            ("without upstream", "other.data > self.data"),
            (".data forgotten", "(other > self) * out.grad"),
            ("open where positive", "(other.data > 0) * out.grad"),
        )
    ],
    *[
        Wrong("complete_larger", name, step("larger", *lines))
        for name, lines in (
            ("open to both", ("self.grad += out.grad", "other.grad += out.grad")),
            ("gates exchanged", (OPEN.replace(">", "<"), "other.grad += (other.data < self.data) * out.grad")),
            (
                "times its own number",
                (
                    "self.grad += self.data * (self.data > other.data) * out.grad",
                    "other.grad += other.data * (other.data > self.data) * out.grad",
                ),
            ),
            (
                "without upstream",
                ("self.grad += self.data > other.data", "other.grad += float(other.data > self.data)"),
            ),
            (
                "= where it should add",
                (OPEN.replace("+=", "="), "other.grad = (other.data > self.data) * out.grad"),
            ),
        )
    ],
    *[
        Wrong("complete_root", name, step("root", line))
        for name, line in (
            ("half the input", "self.grad += 0.5 / self.data * out.grad"),
            ("half the output", "self.grad += 0.5 * out.data * out.grad"),
            ("the factor is missing", "self.grad += 1 / out.data * out.grad"),
            ("twice the output", "self.grad += 2 * out.data * out.grad"),
            ("without upstream", "self.grad += 0.5 / out.data"),
            ("= where it should add", "self.grad = 0.5 / out.data * out.grad"),
            ("adds upstream", "self.grad += 0.5 / out.data + out.grad"),
            ("subtracts", "self.grad -= 0.5 / out.data * out.grad"),
            (".data forgotten", "self.grad += 0.5 / out * out.grad"),
            ("times out.data", "self.grad += 0.5 / out.data * out.data"),
            ("passes it unchanged", "self.grad += out.grad"),
            ("", "self.grad += 0.5 / out.data**2 * out.grad + 1"),
        )
    ],
    Wrong("mend_half", "called at once", step("half", "self.grad += 0.5 * out.grad", handed="_backward()")),
    Wrong("mend_half", "nothing arrives", step("half", "self.grad += 0.5 * out.grad", handed="out._backward")),
    Wrong("mend_half", "= where it should add", step("half", "self.grad = 0.5 * out.grad")),
    Wrong("mend_half", "without upstream", step("half", "self.grad += 0.5")),
    *[
        Wrong("mend_square", name, step("square", line))
        for name, line in (
            ("twice the output", "self.grad += 2 * out.data * out.grad"),
            ("the factor is missing", "self.grad += self.data * out.grad"),
            ("= where it should add", "self.grad = 2 * self.data * out.grad"),
            ("times out.data", "self.grad += 2 * self.data * out.data"),
            (".data forgotten", "self.grad += 2 * self * out.grad"),
            ("without upstream", "self.grad += 2 * self.data"),
        )
    ],
]
OWN = f"{PAGE}\nclass Step:\n    def __init__(self, out, pairs): self.out, self.pairs = out, pairs\n"
OWN += "    def __call__(self):\n        for v, slope in self.pairs: v.grad += slope * self.out.grad\n"
PAIRS = {
    "larger": "[(self, float(self.data > other.data)), (other, float(other.data > self.data))]",
    "root": "[(self, 1 / (2 * out.data))]",
    "half": "[(self, 1 / 2)]",
    "square": "[(self, self.data), (self, self.data)]",
}


def object_of(name):
    """The operation with an object for its step, which is called as a function is."""
    given, made = OPERATIONS[name]
    return (
        f"{OWN}\ndef {name}({given}):\n    out = Value({made})\n    out._backward = Step(out, {PAIRS[name]})\n"
        "    return out\n"
    )


PRACTICE_RIGHT = [
    Right("complete_larger", "a comparison", step("larger", OPEN, "other.grad += (other.data > self.data) * out.grad")),
    Right(
        "complete_larger",
        "a condition",
        step(
            "larger",
            "if self.data > other.data:",
            "    self.grad += out.grad",
            "else:",
            "    other.grad = other.grad + out.grad",
        ),
    ),
    Right(
        "complete_larger",
        "which of the two came out",
        step("larger", "winner = self if out.data == self.data else other", "winner.grad += out.grad"),
    ),
    Right(
        "complete_larger",
        "what is left",
        step("larger", OPEN, "other.grad += out.grad - (self.data > other.data) * out.grad"),
    ),
    Right("complete_root", "0.5 / out", step("root", "self.grad += 0.5 / out.data * out.grad")),
    Right("complete_root", "out.grad / 2 out", step("root", "self.grad += out.grad / (2 * out.data)")),
    Right("complete_root", "a power of out", step("root", "self.grad += 0.5 * out.data**-1 * out.grad")),
    Right("complete_root", "out over 2 x", step("root", "self.grad += out.data / (2 * self.data) * out.grad")),
    Right("mend_half", "a function", step("half", "self.grad += 0.5 * out.grad")),
    Right("mend_half", "a division", step("half", "self.grad = self.grad + out.grad / 2")),
    Right("mend_half", "a lambda", step("half", "self.grad += 0.5 * out.grad", handed="lambda: _backward()")),
    Right("mend_square", "2 x", step("square", "self.grad += 2 * self.data * out.grad")),
    Right("mend_square", "two roads", step("square", *["self.grad += self.data * out.grad"] * 2)),
    Right("mend_square", "x + x", step("square", "self.grad += (self.data + self.data) * out.grad")),
    *[
        Right(f"{'mend' if name in ('half', 'square') else 'complete'}_{name}", "an object", object_of(name))
        for name in PAIRS
    ],
]

WRONG = [
    # 4.1
    Wrong(
        "plus_times",
        "swapped operands",
        but((MULTIPLY, "self.grad += self.data * out.grad\n        other.grad += other.data * out.grad")),
    ),
    Wrong(
        "plus_times",
        "without upstream",
        but((ADD, "self.grad += 1.0\n        other.grad += 1.0"), (MULTIPLY, MULTIPLY.replace(" * out.grad", ""))),
    ),
    Wrong(
        "plus_times",
        "uses other.grad",
        but((MULTIPLY, "a, b = self.grad, other.grad\n        self.grad += b * out.grad; other.grad += a * out.grad")),
    ),
    Wrong("plus_times", "nothing arrives", but(("    out._backward = _backward\n", ""))),
    Wrong("plus_times", "called at once", but(("out._backward = _backward\n", "out._backward = _backward()\n"))),
    Wrong("plus_times", "the graph is cut", but(('"*")\n    def', '"*")\n    out = out.data\n    def'))),
    Wrong("plus_times", "only the first operand", but((ADD, ADD[:21]), (MULTIPLY, MULTIPLY[:34]))),
    Wrong(
        "plus_times",
        "adds upstream",
        but(
            (ADD, "self.grad += 1 + out.grad\n        other.grad += 1 + out.grad"),
            (MULTIPLY, MULTIPLY.replace("* out.grad", "+ out.grad")),
        ),
    ),
    Wrong("plus_times", "without the local derivative", but((MULTIPLY, ADD))),
    Wrong("plus_times", "+ treated as *", but((ADD, MULTIPLY))),
    Wrong("plus_times", "+ shares the gradient out", but((ADD, ADD.replace("out.grad", "out.grad / 2")))),
    Wrong(
        "plus_times",
        "* uses its output",
        but((MULTIPLY, MULTIPLY.replace("other.data", "out.data").replace("self.data", "out.data"))),
    ),
    *[  # as a class does it that takes a plain number for no Value
        Wrong(
            "plus_times",
            name,
            but(("    other = value(other)\n", ""), (MULTIPLY, f"self.grad += {one}\n        other.grad += {other}")),
        )
        for name, one, other in (
            (".data forgotten", "other * out.grad", "self * out.grad"),
            (".data of a number", "other.data * out.grad.data", "self.data * out.grad.data"),
        )
    ],
    Wrong("plus_times", "subtracts", but((ADD, ADD.replace("+=", "-=")), (MULTIPLY, MULTIPLY.replace("+=", "-=")))),
    Wrong(
        "plus_times",
        "times out.data",
        but((ADD, ADD.replace("out.grad", "out.data")), (MULTIPLY, MULTIPLY.replace("out.grad", "out.data"))),
    ),
    Wrong(
        "plus_times",
        "nothing returned",
        but(("    out._backward = _backward\n    return out\n\ndef power", "\ndef power")),
    ),
    Wrong("plus_times", "", but((MULTIPLY, "other.grad += other.data * out.grad"))),
    Wrong(
        "plus_times",
        "= where it should add",
        but((ADD, ADD.replace("+=", "=")), (MULTIPLY, MULTIPLY.replace("+=", "="))),
    ),
    Wrong("plus_times", "without upstream in *", but((MULTIPLY, MULTIPLY.replace(" * out.grad", "")))),
    Wrong(
        "plus_times", "operations lost", but(("Value.__add__, Value.__mul__, Value.__pow__ = add, multiply, power", ""))
    ),
    Wrong(
        "plus_times",
        "nothing returned",
        but(("    out._backward = _backward\n    return out\n\ndef multiply", "\ndef multiply")),
    ),
    *[
        Wrong("plus_times", name, but((MULTIPLY, f"self.grad += {one}\n        other.grad += {other}")))
        for name, one, other in (
            (".data forgotten", "other * out.grad", "self * out.grad"),
            (".data forgotten", "other.data * out.grad", "self.data * out"),
            (".data of a number", "other.data * out.grad.data", "self.data * out.grad.data"),
            ("times out.data", "other.data * out.data", "self.data * out.data"),
            ("self.grad for out.grad in *", "other.data * self.grad", "self.data * self.grad"),
            ("out.grad twice in *", "other.data * out.grad**2", "self.data * out.grad**2"),
            ("* with the slope b by both", "other.data * out.grad", "other.data * out.grad"),
            ("* with the slope a + b by both", *["(self.data + other.data) * out.grad"] * 2),
        )
    ],
    Wrong("plus_times", "subtracts", but((ADD, ADD.replace("other.grad +=", "other.grad -=")))),
    Wrong("plus_times", "both shares to self", but((MULTIPLY, MULTIPLY.replace("other.grad +=", "self.grad +=")))),
    Wrong(
        "plus_times",
        "used twice, counted once",
        but((ADD, "self.grad, other.grad = self.grad + out.grad, other.grad + out.grad")),
    ),
    Wrong(
        "plus_times",
        "used twice, counted once",
        but((MULTIPLY, MULTIPLY.replace("other.grad +=", "if other is not self: other.grad +="))),
    ),
    Wrong("plus_times", "upstream used up in *", but((MULTIPLY, MULTIPLY.replace("\n", "; out.grad = 0.0\n", 1)))),
    Wrong(
        "plus_times",
        "the other factor by division",
        but((MULTIPLY, "self.grad += out.data / self.data * out.grad; other.grad += out.data / other.data * out.grad")),
    ),
    Wrong(
        "plus_times",
        "the other factor by division",
        but((MULTIPLY, "self.grad += other.data * out.grad; other.grad += out.data / other.data * out.grad")),
    ),
    Wrong("plus_times", "fires too early", SENDERS + BY_LEVELS + END),
    Wrong("plus_times", "fires twice", SENDERS + RECURSIVE + END),
    Wrong("plus_times", "handed to an input", but(("out._backward = _backward", "self._backward = _backward"))),
    Wrong("plus_times", "a number changed", but((ADD, "self.data += out.grad\n        other.data += out.grad"))),
    Wrong(
        "plus_times",
        "__mul__ gives self + other",
        but(("Value(self.data * other.data", "Value(self.data + other.data")),
    ),
    # 4.2
    Wrong("power_relu", "missing k in pow", but((POWER, POWER.replace("k * self", "self")))),
    Wrong("power_relu", "exponent not lowered", but((POWER, "self.grad += k * out.data * out.grad"))),
    Wrong("power_relu", "relu times out", but((RELU, "self.grad += out.data * out.grad"))),
    Wrong("power_relu", "relu times its input", but((RELU, "self.grad += self.data * out.grad"))),
    Wrong("power_relu", "relu tests out.grad", but((RELU, "self.grad += (out.grad > 0) * out.grad"))),
    Wrong("power_relu", "relu always passes", but((RELU, "self.grad += out.grad"))),
    Wrong("power_relu", "relu upside down", but((RELU, "self.grad += (self.data <= 0) * out.grad"))),
    Wrong(
        "power_relu",
        "slope by the exponent",
        but((POWER, "self.grad += out.data * math.log(abs(self.data)) * out.grad")),
    ),
    Wrong("power_relu", "always a square", but((POWER, "self.grad += 2 * self.data * out.grad"))),
    Wrong(
        "power_relu",
        "without upstream at one input",
        but((POWER, POWER.replace(" * out.grad", "")), (RELU, "self.grad += out.data > 0")),
    ),
    Wrong("power_relu", "= where it should add", but((RELU, "self.grad = (self.data > 0)"))),
    Wrong("power_relu", "without upstream in x**k", but((POWER, POWER.replace(" * out.grad", "")))),
    Wrong("power_relu", "without upstream in relu", but((RELU, "self.grad += out.data > 0"))),
    Wrong("power_relu", "power of the output", but((POWER, POWER.replace("self.data", "out.data")))),
    Wrong("power_relu", "k - 1 without brackets", but((POWER, "self.grad += k * self.data ** k - 1 * out.grad"))),
    Wrong(
        "power_relu", "k - 1 without brackets, without upstream", but((POWER, "self.grad += k * self.data ** k - 1"))
    ),
    Wrong("power_relu", "missing k in pow, without upstream", but((POWER, "self.grad += self.data ** (k - 1)"))),
    Wrong(
        "power_relu",
        "missing k in pow",
        but((POWER, POWER.replace("k * self", "self")), (RELU, "self.grad += out.data * out.grad")),
    ),
    *[
        Wrong("power_relu", name, but((POWER, f"self.grad += {share}")))
        for name, share in (
            (".data forgotten", "k * self ** (k - 1) * out.grad"),
            (".data forgotten", "k * math.pow(self, k - 1) * out.grad"),
            (".data of a number", "k.data * self.data ** (k.data - 1) * out.grad"),
            ("divides by x", "k * out.data / self.data * out.grad"),
            ("exponent lowered twice", "k * self.data ** (k - 2) * out.grad"),
            ("x**k with the slope (k - 1) * x**(k - 1)", "(k - 1) * self.data ** (k - 1) * out.grad"),
            ("x**k with the slope k * x**(k + 1)", "k * self.data ** (k + 1) * out.grad"),
            ("x**k with the slope (k * x)**(k - 1)", "(k * self.data) ** (k - 1) * out.grad"),
            ("self.grad for out.grad in x**k", "k * self.data ** (k - 1) * self.grad"),
            ("adds upstream", "k * self.data ** (k - 1) + out.grad"),
        )
    ],
    *[
        Wrong("power_relu", name, but((RELU, f"self.grad += {share}")))
        for name, share in (
            (".data forgotten", "(self > 0) * out.grad"),
            ("relu asks whether x is 0", "out.grad if self.data else 0.0"),
            ("relu divides by x", "out.data / self.data * out.grad"),
            ("relu tests out.grad, without upstream", "out.grad > 0"),
            ("adds 1 in relu", "1.0"),
            (
                "relu with the slope 1 where x is above 0, and 0.01 elsewhere",
                "(1 if self.data > 0 else 0.01) * out.grad",
            ),
            ("relu with the slope 1 or -1, the sign of x", "math.copysign(1, self.data) * out.grad"),
        )
    ],
    Wrong("power_relu", "relu wipes the gradient", but((RELU, f"{RELU} if self.data > 0 else -self.grad"))),
    Wrong("power_relu", "written with itself", but(("Value(self.data**k", "Value(self**k"))),
    Wrong("power_relu", "relu gives the size of x", but(("max(0.0, self.data)", "abs(self.data)"))),
    Wrong(
        "power_relu",
        "",
        CLOSURES
        + """
def power(self, k):
    out = self
    for _ in range(k - 1):
        out = out * self
    return out

Value.__pow__ = power
"""
        + END,
    ),
    # 4.3
    Wrong("functions", "tanh uses its input", but((TANH, TANH.replace("out.data", "self.data")))),
    Wrong("functions", "tanh without the square", but((TANH, TANH.replace("**2", "")))),
    Wrong("functions", "tanh plus its square", but((TANH, TANH.replace("1 - ", "1 + ")))),
    Wrong("functions", "exp uses x", but((EXP, "self.grad += self.data * out.grad"))),
    Wrong("functions", "exp passes through", but((EXP, "self.grad += out.grad"))),
    Wrong("functions", "exp as a power", but((EXP, "self.grad += self.data * math.exp(self.data - 1) * out.grad"))),
    Wrong("functions", "log uses its output", but((LOG, "self.grad += out.grad / out.data"))),
    Wrong("functions", "log times x", but((LOG, "self.grad += out.grad * self.data"))),
    Wrong("functions", "log hands its output on", but((LOG, "self.grad += out.data * out.grad"))),
    Wrong(
        "functions",
        "without upstream at one input",
        but(
            (TANH, "self.grad += 1 - out.data**2"),
            ("        self.grad += out.data * out.grad\n", "        self.grad += out.data\n"),
            (LOG, "self.grad += 1 / self.data"),
        ),
    ),
    Wrong("functions", "without upstream in tanh", but((TANH, "self.grad += 1 - out.data**2"))),
    Wrong("functions", "without upstream in exp", but((EXP, "self.grad += out.data"))),
    Wrong("functions", "without upstream in log", but((LOG, "self.grad += 1 / self.data"))),
    Wrong("functions", "1 - t**2 without brackets", but((TANH, "self.grad += 1 - out.data**2 * out.grad"))),
    Wrong("functions", "1 - x**2 without brackets", but((TANH, "self.grad += 1 - self.data**2 * out.grad"))),
    Wrong(
        "functions",
        "tanh uses its input, without upstream",
        but((TANH, "self.grad += 1 - self.data**2"), (EXP, "self.grad += self.data * out.grad")),
    ),
    Wrong("functions", "exp uses x, without upstream", but((EXP, "self.grad += self.data"))),
    Wrong("functions", "= where it should add", but((EXP, EXP.replace("+=", "=")))),
    Wrong(
        "functions", "operations lost", but(("Value.relu, Value.tanh, Value.exp", "Value.relu, Value.tan, Value.exp"))
    ),
    Wrong("functions", "", but(("math.tanh(self.data)", "self.data.tanh()"))),
    Wrong("functions", "log gives log10(x)", but(("math.log(self.data)", "math.log10(self.data)"))),
    *[
        Wrong("functions", name, but((rule, f"self.grad += {share}")))
        for name, rule, share in (
            (".data forgotten", TANH, "(1 - out**2) * out.grad"),
            (".data forgotten", EXP, "math.exp(self) * out.grad"),
            (".data forgotten", LOG, "out.grad / self"),
            ("tanh with the slope (1 - out)**2", TANH, "(1 - out.data) ** 2 * out.grad"),
            ("sigmoid's rule in tanh", TANH, "out.data * (1 - out.data) * out.grad"),
            ("tanh of tanh", TANH, "(1 - math.tanh(out.data) ** 2) * out.grad"),
            ("grad for data in tanh", TANH, "(1 - out.grad**2) * out.grad"),
            ("subtracts", TANH, "-(1 - out.data**2) * out.grad"),
            ("exp of exp", EXP, "math.exp(out.data) * out.grad"),
            ("exp with the slope x * exp(x)", EXP, "self.data * out.data * out.grad"),
            ("divides by upstream in log", LOG, "1 / (self.data * out.grad)"),
            ("log with the slope 1 / x**2", LOG, "out.grad / self.data**2"),
            ("log with the slope 1 / (x * log(10))", LOG, "out.grad / (self.data * math.log(10))"),
        )
    ],
    Wrong("functions", ".data forgotten", but(("math.tanh(self.data)", "math.tanh(self)"))),
    Wrong("functions", "tanh gives log(x)", but(("math.tanh(self.data)", "math.log(self.data)"))),
    # 4.4
    Wrong("all_together", "= for +=", but(("+=", "="))),
    Wrong(
        "all_together",
        "= in exp and pow",
        but((POWER, POWER.replace("+=", "=")), (EXP, EXP.replace("+=", "="))),
    ),
    *[
        Wrong("all_together", f"= in {name}", but((rule, rule.replace("+=", "="))))
        for name, rule in (("exp", EXP), ("x**k", POWER), ("tanh", TANH), ("relu", RELU), ("log", LOG))
    ],
    Wrong("all_together", "= in *", but((MULTIPLY, MULTIPLY.replace("+=", "=")))),
    Wrong("all_together", "= in *", but((MULTIPLY, MULTIPLY.replace("self.grad +=", "self.grad =")))),
    Wrong("all_together", "= in *", but((MULTIPLY, MULTIPLY.replace("other.grad +=", "other.grad =")))),
    Wrong("all_together", "= in +", but((ADD, ADD.replace("self.grad +=", "self.grad =")))),
    Wrong("all_together", "= in +", but((ADD, ADD.replace("other.grad +=", "other.grad =")))),
    Wrong("all_together", "= in +", but((ADD, ADD.replace("+=", "=")))),
    Wrong(
        "all_together",
        "= in some operations",
        but((EXP, EXP.replace("+=", "=")), (LOG, LOG.replace("+=", "="))),
    ),
    Wrong("all_together", "written with itself", but(("lambda self: self * -1", "lambda self: -self"))),
    Wrong("all_together", "written with itself", but(("self * value(other) ** -1", "self / other"))),
    Wrong(
        "all_together",
        "operations lost",
        but(("Value.__add__, Value.__mul__, Value.__pow__ = add, multiply, power", "")),
    ),
    Wrong(
        "all_together",
        "zeroes before sending",
        but(
            (ADD, f"self.grad = other.grad = 0.0\n        {ADD}"),
            (MULTIPLY, f"self.grad = other.grad = 0.0\n        {MULTIPLY}"),
            *[(rule, f"self.grad = 0.0\n        {rule}") for rule in (POWER, RELU, TANH, EXP, LOG)],
        ),
    ),
    Wrong("all_together", "rsub is self - other", but(("value(other) - self", "self - other"))),
    Wrong("all_together", "rdiv is self / other", but(("value(other) / self", "self / other"))),
    Wrong("all_together", "reflected into itself", but(("self, other: self + other", "self, other: other + self"))),
    Wrong("all_together", "no reflected form", but(("Value.__rmul__ = lambda self, other: self * other", ""))),
    Wrong("all_together", "a number not wrapped", but(("value(other) - self", "Value(other.data) - self"))),
    Wrong(
        "all_together",
        "the graph is cut",
        but(("lambda self, other: self * other\n", "lambda self, other: self.data * other\n")),
    ),
    Wrong(
        "all_together", "a plain number on the way", but(("lambda self: self * -1", "lambda self: Value(-self.data)"))
    ),
    Wrong(
        "all_together",
        "a plain number on the way",
        but(("self * value(other) ** -1", "Value(self.data / value(other).data, (self,))")),
    ),
    Wrong("all_together", "__sub__ gives self + other", but(("self + -value(other)", "self + value(other)"))),
    Wrong("all_together", "__truediv__ gives self * other", but(("self * value(other) ** -1", "self * value(other)"))),
    *[
        Wrong("all_together", name, but((right, wrong)))
        for name, right, wrong in (
            ("the graph is cut", "lambda self: self * -1", "lambda self: -self.data"),
            ("written with itself", "lambda self: self * -1", "lambda self: 0 - self"),
            ("__sub__ gives -(self + other)", "self + -value(other)", "-(self + other)"),
            ("a plain number on the way", "self + -value(other)", "self + Value(-value(other).data)"),
            ("__truediv__ gives self * other**-2", "value(other) ** -1", "value(other) ** -2"),
            ("__truediv__ gives other / self", "self * value(other) ** -1", "value(other) * self ** -1"),
            ("__rtruediv__ gives 1 / self", "value(other) / self", "self ** -1"),
            ("__rsub__ gives self + other", "value(other) - self", "value(other) + self"),
            ("reflected into itself", "value(other) - self", "other - self"),
            ("without upstream in tanh", TANH, "self.grad += 1 - out.data**2"),
            ("without upstream in exp", EXP, "self.grad += out.data"),
            ("twice the slope in +", ADD, ADD.replace("out.grad", "2 * out.grad")),
        )
    ],
    Wrong("all_together", "a number changed", but(("Value.__neg__ = lambda self: self * -1", TURNS))),
    Wrong(
        "all_together",
        "nothing returned",
        but(
            (
                "__radd__ = lambda self, other: self + other",
                "__radd__ = lambda self, other: self if other == 0 else None",
            )
        ),
    ),
    Wrong(
        "all_together",
        "",
        CLOSURES
        + """
def divide(self, other):
    other = value(other)
    out = Value(self.data / other.data, (self, other), "/")
    left, right = 1 / other.data, -self.data / other.data**2
    def _backward():
        self.grad += left * out.grad
        other.grad = right * out.grad
    out._backward = _backward
    return out

Value.__truediv__, Value.__rtruediv__ = divide, lambda self, other: self**-1 * other
"""
        + END,
    ),
    # 4.4, division in a box of its own
    *[
        Wrong("all_together", name, CLOSURES + DIVIDE.format(one=one, other=other, adds=adds) + END)
        for name, one, other, adds in (
            ("division with the wrong sign", "out.grad / other.data", "out.data / other.data * out.grad", "+="),
            ("division forgets the numerator", "out.grad / other.data", "-out.grad / other.data**2", "+="),
            ("/ with the slope 1 / b by a, and -a / b by b", "out.grad / other.data", "-out.data * out.grad", "+="),
            ("/ with the slope b by a, and a by b", "other.data * out.grad", "self.data * out.grad", "+="),
            ("/ with the slope b by a, and -a / b**2 by b", "other.data * out.grad", OF_B, "+="),
            ("/ with the slope 1 / b by a, and 1 / a by b", "out.grad / other.data", "out.grad / self.data", "+="),
            ("without the local derivative", "out.grad", OF_B, "+="),
            ("without upstream in /", "1 / other.data", "-out.data / other.data", "+="),
            (".data forgotten", "out.grad / other", OF_B, "+="),
            ("a plain number on the way", "out.grad / other.data", "0", "+="),
            ("= in /", "out.grad / other.data", OF_B, "="),
            ("", "out.grad / other.data", "-out.grad", "+="),
        )
    ],
    # 4.5
    Wrong("reuse", "none of them", "letters = []"),
    Wrong("reuse", "all of them", "letters = ['A', 'B', 'C', 'D', 'E']"),
    Wrong("reuse", "the others", "letters = 'AC'"),
    Wrong("reuse", "log(x) chosen", "letters = 'ABDE'"),
    Wrong("reuse", "x**2 chosen", "letters = 'BCDE'"),
    Wrong("reuse", "relu(x) left out", "letters = 'BD'"),
    Wrong("reuse", "tanh(x) left out", "letters = 'BE'"),
    Wrong("reuse", "exp(x) left out", "letters = ['D', 'E']"),
    Wrong("reuse", "", "letters = 'BDEF'"),
    *PRACTICE_WRONG,
]

LOCAL = """
class Value:
    __slots__ = ("data", "grad", "_children", "_local_grads")

    def __init__(self, data, children=(), local_grads=()):
        self.data, self.grad = data, 0
        self._children, self._local_grads = children, local_grads

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, (self, other), (1, 1))

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, k): return Value(self.data**k, (self,), (k * self.data ** (k - 1),))
    def log(self): return Value(math.log(self.data), (self,), (1 / self.data,))
    def exp(self): return Value(math.exp(self.data), (self,), (math.exp(self.data),))
    def relu(self): return Value(max(0, self.data), (self,), (float(self.data > 0),))
    def tanh(self): return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))
    def __neg__(self): return self * -1
    def __radd__(self, other): return self + other
    def __sub__(self, other): return self + (-other)
    def __rsub__(self, other): return other + (-self)
    def __rmul__(self, other): return self * other
    def __truediv__(self, other): return self * other**-1
    def __rtruediv__(self, other): return other * self**-1
"""
MICROGRAD = """
class Scalar:
    def __init__(self, data, _children=(), _op=""):
        self.data = data
        self.grad = 0
        self._backward = lambda: None
        self._prev = set(_children)

    def __add__(self, other):
        other = other if isinstance(other, Scalar) else Scalar(other)
        out = Scalar(self.data + other.data, (self, other), "+")
        def _backward():
            self.grad += out.grad
            other.grad += out.grad
        out._backward = _backward
        return out

    def __mul__(self, other):
        other = other if isinstance(other, Scalar) else Scalar(other)
        out = Scalar(self.data * other.data, (self, other), "*")
        def _backward():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad
        out._backward = _backward
        return out

    def __pow__(self, other):
        out = Scalar(self.data**other, (self,))
        def _backward():
            self.grad += (other * self.data**(other - 1)) * out.grad
        out._backward = _backward
        return out

    def relu(self):
        out = Scalar(0 if self.data < 0 else self.data, (self,), "ReLU")
        def _backward():
            self.grad += (out.data > 0) * out.grad
        out._backward = _backward
        return out

    def exp(self):
        out = Scalar(math.exp(self.data), (self,))
        def _backward():
            self.grad += out.data * out.grad
        out._backward = _backward
        return out

    def tanh(self):
        e = (self * 2).exp()
        return (e - 1) / (e + 1)

    def log(self):
        out = Scalar(math.log(self.data), (self,))
        def _backward():
            self.grad += self.data**-1 * out.grad
        out._backward = _backward
        return out

    def __neg__(self): return self * -1
    def __radd__(self, other): return self + other
    def __sub__(self, other): return self + (-other)
    def __rsub__(self, other): return other + (-self)
    def __rmul__(self, other): return self * other
    def __truediv__(self, other): return self * other**-1
    def __rtruediv__(self, other): return other * self**-1
"""
TABLE = """
RULES = {
    "+": lambda out, a, b: (1.0, 1.0),
    "-": lambda out, a, b: (1.0, -1.0),
    "*": lambda out, a, b: (b.data, a.data),
    "/": lambda out, a, b: (1 / b.data, -out.data / b.data),
    "relu": lambda out, a: (1.0 if a.data > 0 else 0.0,),
    "tanh": lambda out, a: (1 - out.data**2,),
    "exp": lambda out, a: (out.data,),
    "log": lambda out, a: (1 / a.data,),
}

class Value:
    def __init__(self, data, op="", *inputs):
        self.data, self.op, self.inputs, self.grad = data, op, inputs, 0.0

    def backward(self):
        order = []
        def visit(v):
            if v not in order:
                for i in v.inputs:
                    visit(i)
                order.append(v)
        visit(self)
        self.grad = 1.0
        for v in reversed(order):
            if v.op:
                rule = v.op if callable(v.op) else RULES[v.op]
                for i, slope in zip(v.inputs, rule(v, *v.inputs)):
                    i.grad += slope * v.grad

    def __pow__(self, k):
        return Value(self.data**k, lambda out, a: (k * a.data ** (k - 1),), self)
    def relu(self): return Value(max(self.data, 0.0), "relu", self)
    def tanh(self): return Value(math.tanh(self.data), "tanh", self)
    def exp(self): return Value(math.exp(self.data), "exp", self)
    def log(self): return Value(math.log(self.data), "log", self)
    def __neg__(self): return 0 - self

def two(op, work, left, right):
    def made(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(work(self.data, other.data), op, self, other)
    setattr(Value, left, made)
    setattr(Value, right, lambda self, other: made(Value(other), self))

two("+", lambda a, b: a + b, "__add__", "__radd__")
two("-", lambda a, b: a - b, "__sub__", "__rsub__")
two("*", lambda a, b: a * b, "__mul__", "__rmul__")
two("/", lambda a, b: a / b, "__truediv__", "__rtruediv__")
"""
# Where the inputs stand in a partial function, in an object or in a closure, and nowhere else.
HELD = """
from functools import partial

class Value:
    def __init__(self, data):
        self.data, self.grad, self._backward = data, 0.0, partial(print, end="")

def send(out, pairs):
    for v, slope in pairs:
        v.grad += slope * out.grad

def made(data, *pairs):
    out = Value(data)
    out._backward = partial(send, out, pairs)
    return out

def value(x): return x if isinstance(x, Value) else Value(x)

def add(a, b):
    b = value(b)
    return made(a.data + b.data, (a, 1.0), (b, 1.0))

def multiply(a, b):
    b = value(b)
    return made(a.data * b.data, (a, b.data), (b, a.data))

Value.__add__ = Value.__radd__ = add
Value.__mul__ = Value.__rmul__ = multiply
Value.__pow__ = lambda a, k: made(a.data**k, (a, k * a.data ** (k - 1)))
Value.relu = lambda a: made(max(0.0, a.data), (a, float(a.data > 0)))
Value.tanh = lambda a: made(math.tanh(a.data), (a, 1 - math.tanh(a.data) ** 2))
Value.exp = lambda a: made(math.exp(a.data), (a, math.exp(a.data)))
Value.log = lambda a: made(math.log(a.data), (a, 1 / a.data))
Value.__neg__ = lambda a: a * -1
Value.__sub__ = lambda a, b: a + -1 * b if isinstance(b, Value) else a + -b
Value.__rsub__ = lambda a, b: -a + b
Value.__truediv__ = lambda a, b: a * b**-1
Value.__rtruediv__ = lambda a, b: a**-1 * b
"""
PLAY = """
class Step:
    def __init__(self, out, pairs): self.out, self.pairs = out, pairs
    def play(self): send(self.out, self.pairs)
"""
STYLES = {
    "closures": CLOSURES + END,
    "microgpt": LOCAL + END,
    "micrograd": MICROGRAD + "\nengine = Scalar\n",
    "a table": TABLE + END,
    "a partial function": HELD + END,
    "a bound method": PLAY + HELD.replace("partial(send, out, pairs)", "Step(out, pairs).play") + END,
    "a lambda": HELD.replace("partial(send, out, pairs)", "lambda: send(out, pairs)") + END,
    "NumPy": CLOSURES.replace("math.", "np.").replace("max(0.0, self.data)", "np.maximum(0.0, self.data)") + END,
}
RIGHT = [
    Right(
        "all_together",
        "a division in one box",
        CLOSURES + DIVIDE.format(one="out.grad / other.data", other=OF_B, adds="+=") + END,
    ),
    *[
        Right(exercise, style, ("import numpy as np\n" if style == "NumPy" else "") + source)
        for exercise in ("plus_times", "power_relu", "functions", "all_together")
        for style, source in STYLES.items()
    ],
    Right("plus_times", "a backward() of its own", SENDERS + REVERSED + END),
    Right("power_relu", "open at 0", but((RELU, "self.grad += (self.data >= 0) * out.grad"))),
    Right("power_relu", "open at 0, by a condition", but((RELU, "self.grad += 0 if self.data < 0 else out.grad"))),
    Right("reuse", "a list", "letters = ['B', 'D', 'E']"),
    Right("reuse", "text", "letters = 'b, d, e'"),
    Right("reuse", "a set", "letters = {'E', 'D', 'B'}"),
    *PRACTICE_RIGHT,
]
