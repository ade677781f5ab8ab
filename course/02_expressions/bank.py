"""Lesson 2: expressions that remember, in classes as learners write them."""

from known_wrong.bank import Right, Wrong

LESSON = "lesson_02"

# What the exercise notebook has defined when an exercise is right so far.
NUMBER = """
class Number:
    def __init__(self, data, inputs=(), op=""):
        self.data, self.inputs, self.op = data, inputs, op
    def __sub__(self, other):
        return Number(self.data - other.data, (self, other), "-")
"""
VALUE = """
class Value:
    def __init__(self, data, inputs=(), op=""):
        self.data, self.inputs, self.op = data, inputs, op
        self.grad, self.label = 0.0, ""
    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, (self, other), "+")
    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, (self, other), "*")
    def __radd__(self, other):
        return self + other
    def __rmul__(self, other):
        return self * other
    def __neg__(self):
        return self * -1
    def __sub__(self, other):
        return self + -other
    def __rsub__(self, other):
        return -self + other
    def __truediv__(self, other):
        return self * other ** -1
    def __rtruediv__(self, other):
        return other * self ** -1
    def __pow__(self, other):
        assert isinstance(other, (int, float)), "the exponent must be a plain number"
        return Value(self.data ** other, (self,), f"**{other}")
    def __repr__(self):
        return f"Value({self.data})"
"""
GIVEN = NUMBER + VALUE


def but(*methods):
    """The class as given, with these methods, a string each: "def __add__(self, other): ..."."""
    return "class Value(Value):\n" + "\n".join(
        "    " + line for method in methods for line in method.strip().splitlines()
    )


WRAP = "other = other if isinstance(other, Value) else Value(other)"


def plus(result, wrap=WRAP, name="__add__"):
    return f"def {name}(self, other):\n    {wrap}\n    {result}"


def times(result, wrap=WRAP):
    return plus(result, wrap, "__mul__")


def power(check=""):
    """A power that takes the number out of an exponent which is a Value."""
    return (
        f"def __pow__(self, other):\n    k = getattr(other, 'data', other)\n{check}"
        "    return Value(self.data ** k, (self,), '**')"
    )


NONE = "pass"
REFUSAL = "if isinstance(other, Value): raise TypeError('the exponent must be a plain number')"
ALONE = 'if not isinstance(other, Value): return Value(self.data {sign} other, (self,), "{sign}")'
TAKES = "self.data ** other, (self,), '**'"
FLOATS = "if isinstance(other, float): other = Value(other)"


def without(*names):
    """The class as given, but for these methods."""
    given = VALUE
    for name in names:
        given = given.replace(f"def {name}(", f"def {name.strip('_')}(")
    return given


TRACE = """
nodes, edges = [], []
def f(root):
    nodes, edges = [], []
    def visit(v):
        if v in nodes:
            return
        nodes.append(v)
        for i in v.inputs:
            edges.append((i, v))
            visit(i)
    visit(root)
    return nodes, edges
"""


COUNTING = """    {noted}
    for i in v.inputs:
        if i not in met:
            boxes(i, met)
    return {given}"""

WRONG = [
    # 2.1
    Wrong(
        "first", "a plain number", but(plus("return self.data + other.data"), times("return self.data * other.data"))
    ),
    Wrong("first", "inputs forgotten", but(plus("return Value(self.data + other.data)"))),
    Wrong("first", "one input forgotten", but(plus('return Value(self.data + other.data, (self,), "+")'))),
    Wrong(
        "first",
        "no wrapping",
        but(
            plus('return Value(self.data + other.data, (self, other), "+")', NONE),
            times('return Value(self.data * other.data, (self, other), "*")', NONE),
        ),
    ),
    Wrong(
        "first",
        "whole numbers not wrapped",
        but(
            plus(
                'return Value(self.data + other.data, (self, other), "+")',
                FLOATS,
            ),
            times(
                'return Value(self.data * other.data, (self, other), "*")',
                FLOATS,
            ),
        ),
    ),
    Wrong(
        "first",
        "other instead of other.data",
        without("__radd__").replace("self.data + other.data", "self.data + other"),
    ),
    Wrong(
        "first", "other instead of other.data", but(plus('return Value(self.data + other, (self, other), "+")', NONE))
    ),
    Wrong(
        "first",
        "other instead of other.data",
        without("__radd__", "__rmul__") + but(plus('return Value(self.data + other, (self, other), "+")', NONE)),
    ),
    Wrong("first", "a Value wrapped again", VALUE.replace(WRAP, "other = Value(other)") + "\nanswer = Value"),
    Wrong(
        "first",
        "other instead of other.data",
        VALUE.replace("self.data + other.data", "self.data + other") + "answer = Value",
    ),
    Wrong("first", "a Value wrapped again", without("__radd__", "__rmul__").replace(WRAP, "other = Value(other)")),
    Wrong(
        "first",
        "used twice, kept once",
        VALUE.replace("self.op = data, inputs, op", "self.op = data, tuple(dict.fromkeys(inputs)), op"),
    ),
    Wrong(
        "first",
        "used twice, kept once",
        but(times('return Value(self.data * other.data, (self,) if other is self else (self, other), "*")')),
    ),
    Wrong("first", "* adds", but(times('return Value(self.data + other.data, (self, other), "*")'))),
    Wrong("first", "* is named +", but(times('return Value(self.data * other.data, (self, other), "+")'))),
    Wrong("first", "no name of the operation", but(plus("return Value(self.data + other.data, (self, other))"))),
    Wrong("first", "changed in place", but(plus("self.data += other.data\n    return self"))),
    Wrong(
        "first", "numbers as inputs", but(plus('return Value(self.data + other.data, (self.data, other.data), "+")'))
    ),
    Wrong(
        "first",
        "numbers as inputs",
        but(
            "def __add__(self, other):\n    number = other.data if isinstance(other, Value) else other\n"
            '    return Value(self.data + number, (self, other), "+")'
        ),
    ),
    Wrong("first", "nothing returned", but(plus('out = Value(self.data + other.data, (self, other), "+")'))),
    Wrong("first", "an instance for the class", "v = Value(2.0)"),
    Wrong("first", "", "class Value:\n    pass"),
    *[
        Wrong("first", name, but(plus(f"return Value({given})")))
        for name, given in (
            ("inputs in a set", 'self.data + other.data, {self, other}, "+"'),
            ("no comma", 'self.data + other.data, (other), "+"'),
            ("the same input twice", 'self.data + other.data, (self, self), "+"'),
            ("copies as inputs", 'self.data + other.data, (Value(self.data), Value(other.data)), "+"'),
            ("named by another operation", 'self.data + other.data, (self, other), "*"'),
            ("__add__ gives self - other", 'self.data - other.data, (self, other), "+"'),
        )
    ],
    *[
        Wrong("first", "the plain number forgotten", but(*methods))
        for methods in (
            (
                plus('return Value(self.data + other.data, (self, other), "+")', ALONE.format(sign="+")),
                times('return Value(self.data * other.data, (self, other), "*")', ALONE.format(sign="*")),
            ),
            (plus('return Value(self.data + other.data, (self, other), "+")', ALONE.format(sign="+")),),
            (times('return Value(self.data * other.data, (self, other), "*")', ALONE.format(sign="*")),),
        )
    ],
    Wrong("first", "__mul__ gives self * self", but(times('return Value(self.data * self.data, (self, other), "*")'))),
    # 2.2
    Wrong("reflected", "no reflected +", without("__radd__")),
    Wrong("reflected", "asks for itself again", but("def __radd__(self, other): return other + self")),
    Wrong(
        "reflected",
        "the number has no data",
        but('def __radd__(self, other): return Value(self.data + other.data, (self, other), "+")'),
    ),
    Wrong("reflected", "only for sum", but("def __radd__(self, other): return self")),
    Wrong("reflected", "only for sum", but("def __radd__(self, other): return self if other == 0 else NotImplemented")),
    Wrong("reflected", "+'s reflection multiplies", but("__radd__ = Value.__mul__")),
    Wrong("reflected", "self twice", but("def __radd__(self, other): return self + self")),
    Wrong("reflected", "a Value as data", but("def __radd__(self, other): return Value(self + other)")),
    Wrong("reflected", "a plain number", but("def __radd__(self, other): return other + self.data")),
    Wrong("reflected", "inputs forgotten", but("def __radd__(self, other): return Value(other + self.data)")),
    Wrong(
        "reflected",
        "numbers as inputs",
        but('def __radd__(self, other): return Value(other + self.data, (other, self), "+")'),
    ),
    Wrong("reflected", "nothing returned", but("def __radd__(self, other): self + other")),
    Wrong("reflected", "changed in place", but("def __radd__(self, other):\n    self.data += other\n    return self")),
    Wrong(
        "reflected",
        "copies as inputs",
        but('def __radd__(self, other): return Value(other + self.data, (Value(other), Value(self.data)), "+")'),
    ),
    # 2.3
    Wrong("rest", "rsub as sub", but("def __rsub__(self, other): return self - other")),
    Wrong("rest", "rdiv as div", but("def __rtruediv__(self, other): return self / other")),
    Wrong("rest", "both reflections unreflected", but("__rsub__, __rtruediv__ = Value.__sub__, Value.__truediv__")),
    Wrong("rest", "exponent forgotten", but(power())),
    Wrong(
        "rest",
        "a Value as exponent",
        but(
            "def __pow__(self, k):\n    if isinstance(k, Value):\n"
            "        return Value(self.data ** k.data, (self, k), '**')\n"
            "    return Value(self.data ** k, (self,), '**')"
        ),
    ),
    *[
        Wrong("rest", "the exponent wrapped as an input", but(f"def __pow__(self, k):\n    {first}\n    {second}"))
        for first, second in (
            (REFUSAL.replace("other", "k"), "return Value(self.data ** k, (self, Value(k)), '**')"),
            (REFUSAL.replace("other", "k"), "return Value(self.data ** k, (Value(k), self), f'**{k}')"),
            ("k = k if isinstance(k, Value) else Value(k)", "return Value(self.data ** k.data, (self, k), '**')"),
        )
    ],
    Wrong("rest", "a Value as data", but("def __truediv__(self, other): return self * Value(other)**-1")),
    Wrong("rest", "a Value as data", but("def __sub__(self, other): return self + -Value(other)")),
    Wrong("rest", "- adds", but("def __sub__(self, other): return self + other")),
    Wrong("rest", "- the wrong way round", but("def __sub__(self, other): return -self + other")),
    Wrong("rest", "no change of sign", but("def __neg__(self): return self * 1")),
    Wrong(
        "rest",
        "/ rounds down",
        but(
            f"def __truediv__(self, other):\n    {WRAP}\n    return Value(self.data // other.data, (self, other), '/')"
        ),
    ),
    Wrong(
        "rest",
        "power as product",
        "power = Value.__pow__\n"
        + but("def __pow__(self, k):\n    power(self, k)\n    return Value(self.data * k, (self,), '**')")
        + "\nanswer = Value",
    ),
    Wrong(
        "rest",
        "only whole powers",
        but(
            "def __pow__(self, k):\n    number = 1.0\n    for _ in range(k): number *= self.data\n"
            "    return Value(number, (self,), '**')"
        ),
    ),
    Wrong(
        "rest",
        "only whole powers, from self on",
        but(
            "def __pow__(self, k):\n    number = self.data\n    for _ in range(k - 1): number *= self.data\n"
            "    return Value(number, (self,), '**')"
        ),
    ),
    Wrong("rest", "reflected forms lost", without("__rsub__", "__rmul__", "__rtruediv__")),
    Wrong("rest", "reflected forms lost", without("__rtruediv__")),
    Wrong("rest", "no division", without("__truediv__", "__rtruediv__")),
    Wrong("rest", "no negative", without("__neg__", "__rsub__").replace("self + -other", "self + other * -1")),
    Wrong("rest", "asks for itself again", but("def __rsub__(self, other): return other - self")),
    Wrong(
        "rest", "no wrapping", but("def __sub__(self, other): return Value(self.data - other.data, (self, other), '-')")
    ),
    Wrong(
        "rest",
        "inputs forgotten",
        but(f"def __sub__(self, other):\n    {WRAP}\n    return Value(self.data - other.data)"),
    ),
    Wrong(
        "rest",
        "a plain number",
        but("def __neg__(self): return -self.data", "def __sub__(self, other): return self + -1 * other"),
    ),
    Wrong("rest", "changed in place", but("def __neg__(self):\n    self.data *= -1\n    return self")),
    Wrong("rest", "nothing returned", but("def __rsub__(self, other): other + -self")),
    Wrong("rest", "the exponent as input", VALUE.replace("(self,), f", "(self, other), f")),
    Wrong(
        "rest",
        "numbers as inputs of /",
        but(
            "def __truediv__(self, other):\n    k = getattr(other, 'data', other)\n"
            "    return Value(self.data / k, (self, other), '/')",
            "def __rtruediv__(self, other): return Value(other / self.data, (other, self), '/')",
        ),
    ),
    Wrong(
        "rest",
        "numbers as inputs",
        but("def __rsub__(self, other): return Value(other - self.data, (other, self), '-')"),
    ),
    Wrong(
        "rest",
        "an error without a sentence",
        but(power("    if k is other: return Value(self.data ** k, (self,), '**')\n    raise TypeError\n")),
    ),
    *[
        Wrong("rest", name, but(f"def {method}: return {given}"))
        for name, method, given in (
            ("asks for itself again", "__neg__(self)", "-self"),
            ("asks for itself again", "__pow__(self, other)", "self ** other"),
            ("asks for itself again", "__neg__(self)", "0 - self"),
            ("inputs forgotten", "__neg__(self)", "Value(-self.data)"),
            ("__sub__ gives -(self + other)", "__sub__(self, other)", "-(self + other)"),
            ("__truediv__ gives self * other", "__truediv__(self, other)", "self * other"),
            ("__rtruediv__ gives 1 / self", "__rtruediv__(self, other)", "self ** -1"),
            ("__rsub__ gives -self", "__rsub__(self, other)", "-self"),
            (".data of a number", "__pow__(self, other)", "Value(self.data ** other.data, (self,), '**')"),
        )
    ],
    *[
        Wrong("rest", name, but(f"def {method}(self, other):\n    {WRAP}\n    return Value({given})"))
        for name, method, given in (
            ("inputs turned round", "__sub__", "self.data - other.data, (other, self), '-'"),
            ("inputs turned round", "__truediv__", "self.data / other.data, (other, self), '/'"),
            ("named by another operation", "__sub__", "self.data - other.data, (self, other), '+'"),
            ("one input forgotten", "__sub__", "self.data - other.data, (self,), '-'"),
        )
    ],
    *[
        Wrong("rest", name, but(f"def __pow__(self, other):\n    {refusal}\n    return Value({given})"))
        for name, refusal, given in (
            ("no comma", REFUSAL, "self.data ** other, (self), '**'"),
            ("inputs forgotten", REFUSAL, "self.data ** other"),
            ("the exponent kept for the base", REFUSAL, "self.data ** other, (Value(other),), '**'"),
            ("an error returned", REFUSAL.replace("raise", "return"), "self.data ** other, (self,), '**'"),
            ("refuses too much", "if isinstance(other, Value) or self.data < 0: raise ValueError('no')", TAKES),
            ("refuses too much", "if not isinstance(other, int): raise TypeError('whole numbers')", TAKES),
        )
    ],
    # 2.4
    Wrong(
        "trace",
        "output left out",
        """
def f(root):
    nodes, edges = [], []
    def visit(v):
        for i in v.inputs:
            if i not in nodes:
                nodes.append(i)
                edges.append((i, v))
                visit(i)
    visit(root)
    return nodes, edges
""",
    ),
    Wrong(
        "trace",
        "met twice, listed twice",
        """
def f(root):
    nodes, edges = [], []
    def visit(v):
        nodes.append(v)
        for i in v.inputs:
            edges.append((i, v))
            visit(i)
    visit(root)
    return nodes, edges
""",
    ),
    *[
        Wrong(
            "trace",
            name,
            f"""
def f(root):
    nodes, edges = [], []
    def visit(v):
        if v in nodes:
            return
        nodes.append(v)
        for i in v.inputs:
            {inner}
            visit(i)
    visit(root)
    return {returned}
""",
        )
        for name, inner, returned in (
            ("edges turned round", "edges.append((v, i))", "nodes, edges"),
            ("output left out", "edges.append((i, v))", "nodes[1:], edges"),
            ("leaves left out", "edges.append((i, v))", "[v for v in nodes if v.inputs], edges"),
            ("edges to known nodes missing", "edges.append((i, v)) if i not in nodes else None", "nodes, edges"),
            ("no edges", "pass", "nodes, edges"),
            ("numbers for nodes", "edges.append((i, v))", "[v.data for v in nodes], edges"),
            ("", "edges.append((i, v))", "nodes"),
            ("", "edges.append(i)", "nodes, edges"),
            ("", "edges.append((i, v))", "edges, nodes"),
        )
    ],
    Wrong(
        "trace",
        "only the last operation",
        "def f(root):\n    return {root, *root.inputs}, {(i, root) for i in root.inputs}",
    ),
    Wrong(
        "trace",
        "told apart by number",
        """
def f(root):
    nodes, edges, seen = [], [], []
    def visit(v):
        if v.data in seen:
            return
        seen.append(v.data)
        nodes.append(v)
        for i in v.inputs:
            edges.append((i, v))
            visit(i)
    visit(root)
    return nodes, edges
""",
    ),
    Wrong(
        "trace",
        "",
        "def f(root):\n    nodes = [root]\n    for v in nodes:\n        nodes.extend(v.inputs)\n",
    ),
    *[
        Wrong("trace", name, TRACE.replace(right, wrong))
        for name, right, wrong in (
            ("the first input alone", "in v.inputs", "in v.inputs[:1]"),
            ("edges to the output alone", "(i, v)", "(i, root)"),
            ("numbers in edges", "(i, v)", "(i.data, v.data)"),
            ("leaves alone", "return nodes", "return [v for v in nodes if not v.inputs]"),
            ("the output alone", "            visit(i)\n", ""),
            ("what another call has left", "    nodes, edges = [], []\n", ""),
        )
    ],
    # 2.a
    *[
        Wrong("complete_size", name, f"def size(self):\n    {line}")
        for name, line in (
            ("no comma", 'return Number(abs(self.data), (self), "abs")'),
            ("kept twice", 'return Number(abs(self.data), (self, self), "abs")'),
            ("nothing kept", 'return Number(abs(self.data), (), "abs")'),
            ("numbers kept", 'return Number(abs(self.data), (self.data,), "abs")'),
            ("numbers kept", 'return Number(abs(self.data), self.data, "abs")'),
            ("a copy kept", 'return Number(abs(self.data), (Number(self.data),), "abs")'),
            ("a set", 'return Number(abs(self.data), {self}, "abs")'),
            ("a plain number", "return abs(self.data)"),
            ("nothing returned", 'Number(abs(self.data), (self,), "abs")'),
            ("changed in place", "self.data = abs(self.data)\n    return self"),
        )
    ],
    # 2.b
    *[
        Wrong("mend_quotient", name, f"def divide(self, other):\n    {line}")
        for name, line in (
            ("the record turned round", 'return Number(self.data / other.data, (other, self), "/")  # mended'),
            ("the number turned round", 'return Number(other.data / self.data, (other, self), "/")'),
            ("the number turned round", 'return Number(other.data / self.data, (self, other), "/")'),
            ("one of two kept", 'return Number(self.data / other.data, (self,), "/")'),
            ("one of two kept", 'return Number(self.data / other.data, (other, other), "/")'),
            ("nothing kept", 'return Number(self.data / other.data, (), "/")'),
            ("numbers kept", 'return Number(self.data / other.data, (self.data, other.data), "/")'),
            ("rounded down", 'return Number(self.data // other.data, (self, other), "/")'),
            ("a plain number", "return self.data / other.data"),
            ("changed in place", "self.data /= other.data\n    return self"),
            ("a set", 'return Number(self.data / other.data, {self, other}, "/")'),
        )
    ],
    # 2.c
    *[
        Wrong("mend_count", name, f"def boxes(v, met):\n{body}")
        for name, body in (
            ("as it was", "    return 1 + sum(boxes(i, met) for i in v.inputs)"),
            ("twins alone", "    return 1 + sum(boxes(i, met) for i in dict.fromkeys(v.inputs))"),
            (
                "told apart by number",
                "    if v.data not in met:\n        met.append(v.data)\n    for i in v.inputs:\n"
                "        boxes(i, met)\n    return len(met)",
            ),
            ("leaves alone", COUNTING.format(noted="if not v.inputs:\n        met.append(v)", given="len(met)")),
            ("the output left out", COUNTING.format(noted="met.append(v)", given="len(met) - 1")),
            (
                "arrows",
                "    met.append(v)\n    return len(v.inputs) + sum(boxes(i, met) for i in v.inputs if i not in met)",
            ),
        )
    ],
    # 2.d
    *[
        Wrong("complete_carry", name, f"def from_b(nudge, a, b, c):\n    moves = {moves}\n    return moves")
        for name, moves in (
            ("its own number", "nudge * b"),
            ("the product", "nudge * (a * b)"),
            ("the sum's other side added", "nudge * a + c"),
            ("one for one", "nudge"),
            ("the sum's other side", "nudge * c"),
            ("the whole output", "nudge * (a * b + c)"),
            ("", "(b + nudge) * a"),
            (".data of a number", "nudge * a.data"),
        )
    ],
    # 2.5
    *[Wrong("hunt", letter, f"answer = '{letter}'") for letter in "ACDE"],
    Wrong("hunt", "", "answer = 'backward'"),
    Wrong("hunt", "no quotes", "b = Value(-3.0)\nletter = b"),
]

MICROGRAD = """
class Value:
    def __init__(self, data, _children=(), _op=''):
        self.data = data
        self.grad = 0
        self._backward = lambda: None
        self._prev = tuple(_children)
        self._op = _op
    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data + other.data, (self, other), '+')
        def _backward():
            self.grad += out.grad
            other.grad += out.grad
        out._backward = _backward
        return out
    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data * other.data, (self, other), '*')
        def _backward():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad
        out._backward = _backward
        return out
    def __pow__(self, other):
        assert isinstance(other, (int, float)), "only supporting int/float powers for now"
        if self.data < 0 and int(other) != other:
            raise ValueError(other)
        out = Value(self.data**other, (self,), f'**{other}')
        def _backward():
            self.grad += (other * self.data**(other-1)) * out.grad
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
MICROGPT = """
import math
class Value:
    __slots__ = ('data', 'grad', '_children', '_local_grads')
    def __init__(self, data, children=(), local_grads=()):
        self.data, self.grad, self._children, self._local_grads = data, 0, children, local_grads
    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, (self, other), (1, 1))
    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))
    def __pow__(self, other): return Value(math.pow(self.data, other), (self,), (other * self.data**(other-1),))
    def __neg__(self): return self * -1
    def __radd__(self, other): return self + other
    def __sub__(self, other): return self + (-other)
    def __rsub__(self, other): return other + (-self)
    def __rmul__(self, other): return self * other
    def __truediv__(self, other): return self * other**-1
    def __rtruediv__(self, other): return other * self**-1
"""
LOOP = """
import operator
class Value:
    def __init__(self, data, parents=(), how=None):
        self.data, self.parents, self.how = float(data), list(parents), how
    def __float__(self):
        return self.data
def method(name, reflected=False):
    compute = getattr(operator, name)
    def apply(self, *others):
        parts = [self, *(o if isinstance(o, Value) else Value(o) for o in others)]
        parts = parts[::-1] if reflected else parts
        number = compute(*(p.data for p in parts))
        if isinstance(number, complex) or (name == "pow" and isinstance(others[0], Value)):
            raise ValueError("no real number, or no plain exponent")
        return Value(number, parts[:1] if name == "pow" else parts, name)
    return apply
for name in ("add", "mul", "sub", "truediv", "pow"):
    setattr(Value, f"__{name}__", method(name))
    setattr(Value, f"__r{name}__", method(name, reflected=True))
Value.__neg__ = method("neg")
Value = type("Value", (Value,), {})
"""
NUMPY = """
import numpy as np
class Value:
    def __init__(self, data, inputs=(), op=""):
        self.data, self.inputs, self.op = np.float64(data), tuple(inputs), op
    __array_ufunc__ = None
    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(np.add(self.data, other.data), (self, other), "+")
    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(np.multiply(self.data, other.data), (self, other), "*")
    __radd__, __rmul__ = __add__, __mul__
    def __neg__(self): return -1 * self
    def __sub__(self, other): return self + -1 * other
    def __rsub__(self, other): return other + -self
    def __pow__(self, k):
        if isinstance(k, Value):
            raise TypeError("numbers only")
        with np.errstate(invalid="ignore"):
            number = np.power(self.data, k)
        if np.isnan(number):
            raise ValueError("no such power")
        return Value(number, [self], "**")
    def __truediv__(self, other): return self * (other if isinstance(other, Value) else Value(other)) ** -1.0
    def __rtruediv__(self, other): return Value(other) / self
"""
CLASSES = {
    "as in the lesson": VALUE,
    "micrograd": MICROGRAD,
    "microgpt": MICROGPT,
    "a loop over operators": LOOP,
    "NumPy": NUMPY,
    "the course's own": """
from micrograd_lab.engine import Value as Own
class Value(Own):
    def __pow__(self, other):
        if isinstance(other, Own):
            raise TypeError("the exponent must be a plain number")
        return super().__pow__(other)
""",
}

RIGHT = [
    *[
        Right(exercise, style, f"{source}\nanswer = Value")
        for exercise in ("first", "reflected", "rest")
        for style, source in CLASSES.items()
    ],
    Right(
        "trace",
        "micrograd",
        """
def trace(root):
    nodes, edges = set(), set()
    def build(v):
        if v not in nodes:
            nodes.add(v)
            for child in v._prev:
                edges.add((child, v))
                build(child)
    build(root)
    return nodes, edges
""",
    ),
    Right(
        "trace",
        "lists",
        """
def trace(root):
    nodes, edges = [], []
    def visit(v):
        if v in nodes:
            return
        nodes.append(v)
        for i in v.inputs:
            edges.append([i, v])
            visit(i)
    visit(root)
    return nodes, edges
""",
    ),
    Right(
        "trace",
        "a stack",
        """
def trace(root):
    seen, stack, edges = {root}, [root], []
    while stack:
        v = stack.pop()
        edges.extend((i, v) for i in v._children)
        fresh = set(v._children) - seen
        seen |= fresh
        stack.extend(fresh)
    return [list(seen), edges]
""",
    ),
    Right(
        "trace",
        "a growing list",
        """
def trace(root):
    nodes = [root]
    for v in nodes:
        for i in v.inputs:
            if not any(i is n for n in nodes):
                nodes.append(i)
    return nodes, [(i, v) for v in nodes for i in v.inputs]
""",
    ),
    Right(
        "trace",
        "generator",
        """
def walk(v, seen):
    if id(v) not in seen:
        seen[id(v)] = v
        for i in v.inputs:
            yield i, v
            yield from walk(i, seen)
def trace(root):
    seen = {}
    edges = list(walk(root, seen))
    return seen.values(), edges
""",
    ),
    Right(
        "trace",
        "every road",
        """
def trace(root):
    nodes, edges = set(), set()
    def visit(v):
        nodes.add(v)
        for i in v._prev:
            edges.add((i, v))
            visit(i)
    visit(root)
    return nodes, edges
""",
    ),
    *[
        Right("complete_size", style, source)
        for style, source in (
            ("as in the lesson", 'def size(self):\n    return Number(abs(self.data), (self,), "abs")'),
            ("a list", 'def size(self):\n    return Number(abs(self.data), [self], "abs")'),
            ("an if", 'def size(self):\n    x = self.data\n    return Number(-x if x < 0 else x, (self,), "size")'),
            ("lambda", 'size = lambda self: Number((self.data**2) ** 0.5, tuple([self]), "abs")'),
            (
                "set afterwards",
                "def size(self):\n    out = Number(max(self.data, -self.data))\n    out.inputs = (self,)\n"
                '    out.op = "abs"\n    return out',
            ),
        )
    ],
    *[
        Right("mend_quotient", style, source)
        for style, source in (
            (
                "as in the lesson",
                'def divide(self, other):\n    return Number(self.data / other.data, (self, other), "/")',
            ),
            ("a list", 'def divide(self, other):\n    return Number(self.data / other.data, [self, other], "/")'),
            ("lambda", 'divide = lambda p, q: Number(p.data / q.data, (p, q), "/")'),
            (
                "step by step",
                "def divide(self, other):\n    number = self.data * other.data**-1\n    record = self, other\n"
                '    return Number(number, record, op="/")',
            ),
        )
    ],
    *[
        Right("mend_count", style, source)
        for style, source in (
            ("asked before", "def boxes(v, met):\n" + COUNTING.format(noted="met.append(v)", given="len(met)")),
            (
                "asked within",
                "def boxes(v, met):\n    if v not in met:\n        met.append(v)\n        for i in v.inputs:\n"
                "            boxes(i, met)\n    return len(met)",
            ),
            (
                "counts itself",
                "def boxes(v, met):\n    if v in met:\n        return 0\n    met += [v]\n"
                "    return 1 + sum(boxes(i, met) for i in v.inputs)",
            ),
            (
                "a growing list",
                "def boxes(root):\n    met = [root]\n    for v in met:\n"
                "        met += [i for i in dict.fromkeys(v.inputs) if i not in met]\n    return len(met)",
            ),
            (
                "a set, every road",
                "def boxes(v, met=()):\n    below = lambda v: {v}.union(*map(below, v.inputs))\n"
                "    return len(below(v))",
            ),
        )
    ],
    *[
        Right("complete_carry", style, source)
        for style, source in (
            (
                "as in the lesson",
                "def from_b(nudge, a, b, c):\n    product_moves = nudge * a\n    return product_moves",
            ),
            ("lambda", "from_b = lambda nudge, a, b, c: a * nudge"),
            ("run again", "def from_b(nudge, a, b, c):\n    return (a * (b + nudge) + c) - (a * b + c)"),
            (
                "a loop over the record",
                "def from_b(nudge, a, b, c):\n    for gear in (a, 1):\n        nudge *= gear\n    return nudge",
            ),
        )
    ],
    Right("hunt", "a letter", "answer = 'B'"),
]
