"""Lesson 3: backpropagation by hand."""

from known_wrong.bank import Right, Wrong

LESSON = "lesson_03"

GIVEN = "import math\nimport numpy as np\n"


def grads(f=4.0, d=-2.0, e=-2.0, c=-2.0, a=6.0, b=-4.0):
    return f"grads = {{'f': {f}, 'd': {d}, 'e': {e}, 'c': {c}, 'a': {a}, 'b': {b}}}"


def neuron(*lines, n="1 - o * o", **grads):
    """The right function of 3.2, but for these lines or gradients."""
    right = {"n": "n", "b": "n", "x1": "w1 * n", "w1": "x1 * n", "x2": "w2 * n", "w2": "x2 * n"} | grads
    body = ["o = math.tanh(x1 * w1 + x2 * w2 + b)", f"n = {n}", *lines]
    entries = ", ".join(f"'{name}': {grad}" for name, grad in right.items())
    return "def f(x1, x2, w1, w2, b):\n    " + "\n    ".join([*body, f"return {{{entries}}}"])


GRADS = "ag, bg, cg, fg = b * f, a * f, f, a * b + c"


def step(*lines):
    return "def f(a, b, c, f, h):\n    " + "\n    ".join([GRADS, *lines])


def roads(a, b):
    return f"f = lambda a, b: ({a}, {b})"


def product(a, b, *lines):
    return "\n    ".join(["def times(a, b, arrived):", *lines, f"return {a}, {b}"])


def gate(opened, shut="0.0"):
    return f"def relu(x, arrived):\n    return {opened} if x > 0 else {shut}"


def squashed(local, *lines):
    return "\n    ".join(["def tanh(n, arrived):", "y = math.tanh(n)", *lines, f"return {local}"])


def both(*lines):
    return "\n    ".join(["def gradient_of_a(a, b):", "s = a + b", *lines])


PRACTICE_WRONG = [
    *[
        Wrong("complete_times", name, product("b * arrived", second))
        for name, second in (
            ("operands swapped", "b * arrived"),
            ("local alone", "a"),
            ("upstream alone", "arrived"),
            ("added instead of multiplied", "a + arrived"),
            ("the whole product", "a * b * arrived"),
            ("signs turned round", "-a * arrived"),
            ("", "a * arrived ** 2"),
            ("nothing goes on", "0"),
        )
    ],
    Wrong("complete_times", "operands swapped", product("a * arrived", "b * arrived")),
    Wrong("complete_times", "", "def times(a, b, arrived):\n    print(b * arrived, a * arrived)"),
    *[
        Wrong("complete_relu", name, gate(*written))
        for name, written in (
            ("local alone", ["1.0"]),
            ("relu itself", ["x"]),
            ("times its own number", ["x * arrived"]),
            ("always open", ["arrived", "arrived"]),
            ("asks what has arrived", ["max(0.0, arrived)"]),
            ("added instead of multiplied", ["1 + arrived"]),
            ("nothing goes on", ["0.0"]),
            ("", ["-arrived"]),
        )
    ],
    *[
        Wrong("mend_tanh", name, squashed(local))
        for name, local in (
            ("1 - n²", "(1 - n**2) * arrived"),
            ("1 - o", "(1 - y) * arrived"),
            ("o²", "y**2 * arrived"),
            ("1 + o²", "(1 + y**2) * arrived"),
            ("the output itself", "y * arrived"),
            ("local alone", "1 - y**2"),
            ("1 - n², local alone", "1 - n**2"),
            ("1 - o, local alone", "1 - y"),
            ("added instead of multiplied", "1 - y**2 + arrived"),
            ("upstream alone", "arrived"),
        )
    ],
    Wrong("mend_tanh", "", "def tanh(n, arrived):\n    return (1 - y**2) * arrived"),
    *[
        Wrong("mend_roads", name, both(*lines))
        for name, lines in (
            ("the last road alone", ("a_grad = s", "a_grad = a", "return a_grad")),
            ("the first road alone", ("return s",)),
            ("roads multiplied", ("a_grad = s", "a_grad *= a", "return a_grad")),
            ("roads subtracted", ("a_grad = s", "a_grad -= a", "return a_grad")),
            ("roads averaged", ("return (s + a) / 2",)),
            ("no upstream on the road over s", ("return s + 1",)),
            ("", ("return s + b",)),
        )
    ],
]
PRACTICE_RIGHT = [
    Right("complete_times", "a pair", product("b * arrived", "a * arrived")),
    Right("complete_times", "a list", "def times(a, b, arrived):\n    return [x * arrived for x in (b, a)]"),
    Right("complete_times", "NumPy", "def times(a, b, arrived):\n    return np.array([b, a]) * arrived"),
    Right(
        "complete_times",
        "measured",
        "def times(a, b, arrived):\n    p = lambda a, b: a * b * arrived\n    h = 1e-3\n"
        "    return (p(a + h, b) - p(a, b)) / h, (p(a, b + h) - p(a, b)) / h",
    ),
    Right("complete_times", "a generator", "def times(a, b, arrived):\n    yield b * arrived\n    yield a * arrived"),
    Right("complete_relu", "arrived", gate("arrived")),
    Right("complete_relu", "1 times arrived", gate("1.0 * arrived", "0.0 * arrived")),
    Right("complete_relu", "a comparison", "def relu(x, arrived):\n    return (x > 0) * arrived"),
    Right("complete_relu", "NumPy", "relu = lambda x, arrived: np.heaviside(x, 0.0) * arrived"),
    Right("mend_tanh", "what comes out", squashed("(1 - y**2) * arrived")),
    Right("mend_tanh", "two factors", squashed("(1 - y) * (1 + y) * arrived")),
    Right("mend_tanh", "cosh", "tanh = lambda n, arrived: arrived / math.cosh(n) ** 2"),
    Right("mend_tanh", "NumPy", "def tanh(n, arrived):\n    return arrived * (1 - np.tanh(n) ** 2)"),
    Right("mend_roads", "+=", both("a_grad = s", "a_grad += a", "return a_grad")),
    Right("mend_roads", "a sum of roads", both("return sum([s, a])")),
    Right("mend_roads", "multiplied out", "gradient_of_a = lambda a, b: 2 * a + b"),
    Right(
        "mend_roads",
        "measured both ways",
        "def gradient_of_a(a, b, h=1e-4):\n    y = lambda a: a * (a + b)\n    return (y(a + h) - y(a - h)) / (2 * h)",
    ),
]


WRONG = [
    Wrong("hand", "local alone", grads(a=-3, b=2, c=1, e=1)),
    Wrong("hand", "local alone", grads(a=-3, b=2)),
    Wrong("hand", "operands swapped", grads(a=-4, b=6)),
    Wrong("hand", "all zero", grads(0, 0, 0, 0, 0, 0)),
    Wrong("hand", "operands swapped, everywhere", grads(f=-2, d=4, a=-4, b=6)),
    Wrong("hand", "operands swapped at the output", grads(f=-2, d=4, e=4, c=4, a=-12, b=8)),
    Wrong("hand", "upstream alone", grads(a=-2, b=-2)),
    Wrong("hand", "added instead of multiplied", grads(f=5, d=-1, e=0, c=0, a=-3, b=2)),
    Wrong("hand", "added at the last step", grads(a=-5, b=0)),
    Wrong("hand", "a + treated like a *", grads(e=-20, c=12, a=60, b=-40)),
    Wrong("hand", "a + multiplies by the input itself", grads(e=12, c=-20, a=-36, b=24)),
    Wrong("hand", "data for gradients", grads(f=-2, d=4, e=-6, c=10, a=2, b=-3)),
    Wrong("hand", "c is constant", grads(c=0)),
    Wrong("hand", "starts from L itself", grads(f=-32, d=16, e=16, c=16, a=-48, b=32)),
    Wrong("hand", "signs left out", grads(4, 2, 2, 2, 6, 4)),
    Wrong("hand", "signs turned round", grads(-4, 2, 2, 2, -6, 4)),
    Wrong("hand", "upstream counted twice", grads(a=-12, b=8)),
    Wrong("hand", "", grads(a="'6'")),
    Wrong("hand", "", grads(a="...")),
    Wrong("hand", "", "grads = [4.0, -2.0, -2.0, -2.0, 6.0, -4.0]"),
    Wrong("neuron", "1 - n²", neuron(n="1 - (x1 * w1 + x2 * w2 + b) ** 2")),
    Wrong("neuron", "1 - o", neuron(n="1 - o")),
    Wrong("neuron", "o²", neuron(n="o ** 2")),
    Wrong("neuron", "1 + o²", neuron(n="1 + o ** 2")),
    Wrong("neuron", "tanh left out", neuron(n="1.0")),
    Wrong("neuron", "the output as its own slope", neuron(n="o")),
    Wrong("neuron", "n itself", neuron(n="x1 * w1 + x2 * w2 + b")),
    Wrong("neuron", "n itself", neuron().replace("'n': n", "'n': x1 * w1 + x2 * w2 + b")),
    Wrong("neuron", "", neuron().replace("math.tanh", "tanh")),
    Wrong("neuron", "", neuron(x1="-3 * n")),
    Wrong("neuron", "tanh of tanh", neuron(n="1 - math.tanh(o) ** 2")),
    Wrong("neuron", "operands swapped", neuron(x1="x1 * n", w1="w1 * n", x2="x2 * n", w2="w2 * n")),
    Wrong("neuron", "upstream alone", neuron(x1="n", w1="n", x2="n", w2="n")),
    Wrong("neuron", "local alone", neuron(x1="w1", w1="x1", x2="w2", w2="x2", b="1.0")),
    Wrong("neuron", "local alone at the products", neuron(x1="w1", w1="x1", x2="w2", w2="x2")),
    Wrong("neuron", "bias like a weight", neuron(b="b * n")),
    Wrong("neuron", "bias is constant", neuron(b="0")),
    Wrong("neuron", "weights only", neuron(x1="0.0", x2="0.0")),
    Wrong("neuron", "", "def f(x1, x2, w1, w2, b):\n    n = 1 - math.tanh(x1 * w1 + x2 * w2 + b) ** 2\n    return n"),
    Wrong("step", "downhill", step("return ((a - h * ag) * (b - h * bg) + c - h * cg) * (f - h * fg)")),
    Wrong("step", "nothing moved", step("a + h * ag", "b + h * bg", "return (a * b + c) * f")),
    Wrong("step", "the straight line's guess", step("return (a*b + c)*f + h * (ag**2 + bg**2 + cg**2 + fg**2)")),
    Wrong(
        "step",
        "one after another",
        "def f(a, b, c, f, h):\n    a += h * b * f\n    b += h * a * f\n    c += h * f\n    f += h * (a * b + c)\n"
        "    return (a * b + c) * f",
    ),
    Wrong("step", "moved by h alone", step("return ((a + h) * (b + h) + c + h) * (f + h)")),
    Wrong(
        "step",
        "moved by the sign alone",
        step("s = lambda g: h if g > 0 else -h", "return ((a + s(ag)) * (b + s(bg)) + c + s(cg)) * (f + s(fg))"),
    ),
    Wrong("step", "replaced instead of moved", step("a, b, c, f = h*ag, h*bg, h*cg, h*fg", "return (a * b + c) * f")),
    Wrong("step", "h left out", step("return ((a + ag) * (b + bg) + c + cg) * (f + fg)")),
    Wrong(
        "step",
        "scaled instead of moved",
        step("a *= 1 + h*ag", "b *= 1 + h*bg", "c *= 1 + h*cg", "f *= 1 + h*fg", "return (a * b + c) * f"),
    ),
    Wrong("step", "local derivatives alone", step("return ((a + h * b) * (b + h * a) + c + h) * (f + h * fg)")),
    Wrong("step", "the lesson's numbers typed in", step("return (2.06 * -3.04 + 9.98) * -1.96")),
    Wrong("step", "the lesson's numbers typed in", step("return ((2 + h*6) * (-3 - h*4) + 10 - h*2) * (-2 + h*4)")),
    Wrong("step", "the lesson's numbers typed in", step("return ((a + h*6) * (b - h*4) + c - h*2) * (f + h*4)")),
    Wrong("step", "", step("return ((a + h * 6) * (b + h * bg) + c + h * cg) * (f + h * fg)")),
    Wrong("step", "f stays", step("return ((a + h * ag) * (b + h * bg) + c + h * cg) * f")),
    Wrong("step", "c stays", step("return ((a + h * ag) * (b + h * bg) + c) * (f + h * fg)")),
    Wrong("step", "only c and f move", step("return (a * b + c + h * cg) * (f + h * fg)")),
    Wrong(
        "step",
        "the change alone",
        step("return ((a + h * ag) * (b + h * bg) + c + h * cg) * (f + h * fg) - (a * b + c) * f"),
    ),
    Wrong("step", "", step("return a + h * ag, b + h * bg, c + h * cg, f + h * fg")),
    Wrong("roads", "the road over the product alone", roads("b * (a + b)", "a * (a + b)")),
    Wrong("roads", "the road over the sum alone", roads("a * b", "a * b")),
    Wrong("roads", "roads multiplied", roads("b * (a + b) * (a * b)", "a * (a + b) * (a * b)")),
    Wrong("roads", "roads averaged", roads("(b * (a + b) + a * b) / 2", "(a * (a + b) + a * b) / 2")),
    Wrong("roads", "roads subtracted", roads("b * (a + b) - a * b", "a * (a + b) - a * b")),
    Wrong("roads", "operands swapped", roads("a * (a + b) + a * b", "b * (a + b) + a * b").replace("f = ", "g = ")),
    Wrong("roads", "factors of the output swapped", roads("b * (a * b) + (a + b)", "a * (a * b) + (a + b)")),
    Wrong("roads", "the lesson's numbers typed in", roads("-3", "-8")),
    Wrong("roads", "3 * (a + b) + a * b", roads("3 * (a + b) + a * b", "a * (a + b) + a * b")),
    Wrong("roads", "local alone", roads("b + 1", "a + 1")),
    Wrong("roads", "no upstream on the sum's road", roads("b * (a + b) + 1", "a * (a + b) + 1")),
    Wrong("roads", "no upstream on the product's road", roads("b + a * b", "a + a * b")),
    Wrong("roads", "the output itself", roads("a * b * (a + b)", "a * b * (a + b)")),
    Wrong("roads", "", "def f(a, b):\n    print(b * (a + b) + a * b, a * (a + b) + a * b)"),
    # What else may be written: named as it was recognised, once each name had been read beside its cause.
    Wrong("hand", "a + treated like a *", "grads={'f': 4.0, 'd': -2.0, 'e': -20.0, 'c': 12.0, 'a': 6.0, 'b': -4.0}"),
    Wrong("hand", "", "grads={'f': 4.0, 'd': -2.0, 'e': -2.0, 'c': -2.0, 'a': 24.0, 'b': -16.0}"),
    Wrong("hand", "the whole product", "grads={'f': -8.0, 'd': -2.0, 'e': -2.0, 'c': -2.0, 'a': 6.0, 'b': -4.0}"),
    Wrong("hand", "signs turned round", "grads={'f': 4.0, 'd': -2.0, 'e': 2.0, 'c': 2.0, 'a': 6.0, 'b': -4.0}"),
    Wrong("hand", "upstream alone", "grads={'f': 1, 'd': 1, 'e': 1, 'c': 1, 'a': 1, 'b': 1}"),
    Wrong("hand", "", "grads={'f': 4.0, 'd': -2.0, 'e': -2.0, 'c': -2.0, 'a': 60.0, 'b': -4.0}"),
    Wrong(
        "hand", "added instead of multiplied", "grads={'f': 4.0, 'd': -2.0, 'e': -1.0, 'c': -1.0, 'a': -4.0, 'b': 1.0}"
    ),
    Wrong(
        "neuron",
        "o * (1 - o²)",
        (
            "def f(x1,x2,w1,w2,b):\n    o=math.tanh(x1*w1+x2*w2+b)\n    n=o*(1-o*o)\n"
            "    return {'n':n, 'b':n, 'x1':w1*n, 'w1':x1*n, 'x2':w2*n, 'w2':x2*n}"
        ),
    ),
    Wrong(
        "neuron",
        "",
        (
            "def f(x1,x2,w1,w2,b):\n    o=math.tanh(x1*w1+x2*w2+b)\n    n=1/(1+math.exp(-(x1*w1+x2*w2+b)))\n"
            "    return {'n':n, 'b':n, 'x1':w1*n, 'w1':x1*n, 'x2':w2*n, 'w2':x2*n}"
        ),
    ),
    Wrong(
        "neuron",
        "the input itself",
        (
            "def f(x1,x2,w1,w2,b):\n    o=math.tanh(x1*w1+x2*w2+b)\n    n=1-o*o\n"
            "    return {'n':n, 'b':n, 'x1':x1*n, 'w1':x1*n, 'x2':x2*n, 'w2':x2*n}"
        ),
    ),
    Wrong(
        "neuron",
        "the sum of both factors",
        (
            "def f(x1,x2,w1,w2,b):\n    o=math.tanh(x1*w1+x2*w2+b)\n    n=1-o*o\n"
            "    return {'n':n, 'b':n, 'x1':(x1+w1)*n, 'w1':(x1+w1)*n, 'x2':(x2+w2)*n, 'w2':(x2+w2)*n}"
        ),
    ),
    Wrong(
        "neuron",
        "local alone",
        (
            "def f(x1,x2,w1,w2,b):\n    o=math.tanh(x1*w1+x2*w2+b)\n    n=1-o*o\n"
            "    return {'n':n, 'b':1, 'x1':w1*n, 'w1':x1*n, 'x2':w2*n, 'w2':x2*n}"
        ),
    ),
    Wrong(
        "neuron",
        "exchanged",
        (
            "def f(x1,x2,w1,w2,b):\n    o=math.tanh(x1*w1+x2*w2+b)\n    n=1-o*o\n"
            "    return {'n':n, 'b':n, 'x1':w1*n, 'w1':x1*n, 'x2':w2*n, 'w2':x1*n}"
        ),
    ),
    Wrong(
        "neuron",
        "n itself",
        (
            "def f(x1,x2,w1,w2,b):\n    o=math.tanh(x1*w1+x2*w2+b)\n    n=1-o*o\n"
            "    return {'n':n, 'b':x1*w1+x2*w2+b, 'x1':w1*n, 'w1':x1*n, 'x2':w2*n, 'w2':x2*n}"
        ),
    ),
    Wrong(
        "neuron",
        "o",
        (
            "def f(x1,x2,w1,w2,b):\n    o=math.tanh(x1*w1+x2*w2+b)\n    n=1-o*o\n"
            "    return {'n':n, 'b':n, 'x1':w1*o, 'w1':x1*o, 'x2':w2*o, 'w2':x2*o}"
        ),
    ),
    Wrong(
        "neuron",
        "the lesson's numbers typed in",
        (
            "def f(x1,x2,w1,w2,b):\n    o=math.tanh(x1*w1+x2*w2+b)\n    n=1-o*o\n"
            "    return {'n':0.5,'b':0.5,'x1':-1.5,'w1':1.0,'x2':0.5,'w2':0.0}"
        ),
    ),
    Wrong(
        "neuron",
        "o² - 1",
        (
            "def f(x1,x2,w1,w2,b):\n    o=math.tanh(x1*w1+x2*w2+b)\n    n=-(1-o*o)\n"
            "    return {'n':n, 'b':n, 'x1':w1*n, 'w1':x1*n, 'x2':w2*n, 'w2':x2*n}"
        ),
    ),
    Wrong(
        "neuron",
        "",
        (
            "def f(x1,x2,w1,w2,b):\n    o=math.tanh(x1*w1+x2*w2+b)\n    n=1.0 if o>0 else 0.0\n"
            "    return {'n':n, 'b':n, 'x1':w1*n, 'w1':x1*n, 'x2':w2*n, 'w2':x2*n}"
        ),
    ),
    Wrong(
        "neuron",
        "the sum of both factors",
        (
            "def f(x1,x2,w1,w2,b):\n    o=math.tanh(x1*w1+x2*w2+b)\n    n=1-o*o\n"
            "    return {'n':n, 'b':n, 'x1':w1*n+x1*n, 'w1':x1*n+w1*n, 'x2':w2*n, 'w2':x2*n}"
        ),
    ),
    Wrong(
        "neuron",
        "(1 - o)²",
        (
            "def f(x1,x2,w1,w2,b):\n    o=math.tanh(x1*w1+x2*w2+b)\n    n=(1-o)**2\n"
            "    return {'n':n, 'b':n, 'x1':w1*n, 'w1':x1*n, 'x2':w2*n, 'w2':x2*n}"
        ),
    ),
    Wrong(
        "step",
        "does not move b, c and f",
        "def f(a,b,c,f,h):\n    ag,bg,cg,fg=b*f,a*f,f,a*b+c\n    a+=h*ag\n    return (a*b+c)*f",
    ),
    Wrong(
        "step",
        "goes downhill, at f alone",
        (
            "def f(a,b,c,f,h):\n    ag,bg,cg,fg=b*f,a*f,f,a*b+c\n    a,b,c,f=a+h*ag,b+h*bg,c+h*cg,f-h*fg\n"
            "    return (a*b+c)*f"
        ),
    ),
    Wrong(
        "step",
        "",
        (
            "def f(a,b,c,f,h):\n    ag,bg,cg,fg=b*f,a*f,f,a*b+c\n    a,b,c,f=a+h*ag,b+h*bg,c+h*cg,f+h*fg\n"
            "    ag,bg,cg,fg=b*f,a*f,f,a*b+c\n    a,b,c,f=a+h*ag,b+h*bg,c+h*cg,f+h*fg\n    return (a*b+c)*f"
        ),
    ),
    Wrong(
        "step",
        "moves half as far",
        (
            "def f(a,b,c,f,h):\n    ag,bg,cg,fg=b*f,a*f,f,a*b+c\n    h=h/2\n"
            "    a,b,c,f=a+h*ag,b+h*bg,c+h*cg,f+h*fg\n    return (a*b+c)*f"
        ),
    ),
    Wrong(
        "step",
        "",
        (
            "def f(a,b,c,f,h):\n    ag,bg,cg,fg=b*f,a*f,f,a*b+c\n    import math\n"
            "    s=math.sqrt(ag**2+bg**2+cg**2+fg**2)\n    h=h/s\n    a,b,c,f=a+h*ag,b+h*bg,c+h*cg,f+h*fg\n"
            "    return (a*b+c)*f"
        ),
    ),
    Wrong(
        "step",
        "gives twice L",
        (
            "def f(a,b,c,f,h):\n    ag,bg,cg,fg=b*f,a*f,f,a*b+c\n    a,b,c,f=a+h*ag,b+h*bg,c+h*cg,f+h*fg\n"
            "    return (a*b+c)*f+(a*b+c)*f"
        ),
    ),
    Wrong(
        "step",
        "takes 1 as the gradient of c",
        (
            "def f(a,b,c,f,h):\n    ag,bg,cg,fg=b*f,a*f,f,a*b+c\n    cg=1\n"
            "    a,b,c,f=a+h*ag,b+h*bg,c+h*cg,f+h*fg\n    return (a*b+c)*f"
        ),
    ),
    Wrong(
        "step",
        "gives a * (b + c) * f, with brackets elsewhere",
        (
            "def f(a,b,c,f,h):\n    ag,bg,cg,fg=b*f,a*f,f,a*b+c\n    a,b,c,f=a+h*ag,b+h*bg,c+h*cg,f+h*fg\n"
            "    return a*(b+c)*f"
        ),
    ),
    Wrong(
        "step",
        "gives a * b + c * f, without the brackets",
        (
            "def f(a,b,c,f,h):\n    ag,bg,cg,fg=b*f,a*f,f,a*b+c\n    a,b,c,f=a+h*ag,b+h*bg,c+h*cg,f+h*fg\n"
            "    return a*b+c*f"
        ),
    ),
    Wrong(
        "step",
        "gives f alone",
        ("def f(a,b,c,f,h):\n    ag,bg,cg,fg=b*f,a*f,f,a*b+c\n    a,b,c,f=a+h*ag,b+h*bg,c+h*cg,f+h*fg\n    return f"),
    ),
    Wrong(
        "step",
        "takes some gradients when other numbers have moved already",
        (
            "def f(a,b,c,f,h):\n    ag,bg,cg,fg=b*f,a*f,f,a*b+c\n    f+=h*fg\n    ag,bg,cg=b*f,a*f,f\n"
            "    a,b,c=a+h*ag,b+h*bg,c+h*cg\n    return (a*b+c)*f"
        ),
    ),
    Wrong(
        "step",
        "multiplies by h twice",
        (
            "def f(a,b,c,f,h):\n    ag,bg,cg,fg=b*f,a*f,f,a*b+c\n    h=h*h\n"
            "    a,b,c,f=a+h*ag,b+h*bg,c+h*cg,f+h*fg\n    return (a*b+c)*f"
        ),
    ),
    Wrong("roads", "(a + b)**2 + a * b; (a + b)**2 + a * b", "def g(a,b):\n    return (a+b)*(a+b)+a*b,(a+b)*(a+b)+a*b"),
    Wrong("roads", "(a + b) * a", "def g(a,b):\n    return b*(a+b)+a*b,a*(a+b)"),
    Wrong("roads", "-b**2; -a**2", "def g(a,b):\n    return a*b-b*(a+b),a*b-a*(a+b)"),
    Wrong("roads", "3 * a * b + b**2; 3 * a * b + a**2", "def g(a,b):\n    return b*(a+b)+2*a*b,a*(a+b)+2*a*b"),
    Wrong("roads", "b; a", "def g(a,b):\n    return b*1,a*1"),
    Wrong("roads", "a; b", "def g(a,b):\n    return a,b"),
    Wrong(
        "roads",
        "(a + b)**2 + 2 * a * b; (a + b)**2 + 2 * a * b",
        "def g(a,b):\n    return b*(a+b)+a*b + a*(a+b)+a*b,b*(a+b)+a*b + a*(a+b)+a*b",
    ),
    Wrong("roads", "signs left out", "def g(a,b):\n    return abs(b*(a+b)+a*b),abs(a*(a+b)+a*b)"),
    *PRACTICE_WRONG,
]

ENGINE = """
from micrograd_lab import Value
def by_engine(fn, **numbers):
    leaves = {name: Value(number) for name, number in numbers.items()}
    fn(**leaves).backward()
    return {name: leaf.grad for name, leaf in leaves.items()}
"""
NUDGE = """
def by_nudge(fn, h=1e-6, **numbers):
    grads = {}
    for name in numbers:
        up, down = dict(numbers), dict(numbers)
        up[name] += h
        down[name] -= h
        grads[name] = (fn(**up) - fn(**down)) / (2 * h)
    return grads
"""

RIGHT = [
    Right("hand", "numbers", grads()),
    Right("hand", "whole numbers", grads(4, -2, -2, -2, 6, -4)),
    Right(
        "hand",
        "worked out",
        "a, b, c, f = 2, -3, 10, -2\nd = f\ne = c2 = d\ng = dict(f=a*b+c, d=d, e=e, c=c2, a=b*e, b=a*e)",
    ),
    Right("hand", "NumPy", "g = dict(zip('fdecab', np.array([4.0, -2, -2, -2, 6, -4]), strict=True))"),
    Right(
        "hand",
        "the engine",
        ENGINE + "g = by_engine(lambda a, b, c, f: (a * b + c) * f, a=2, b=-3, c=10, f=-2)\n"
        "g = {**g, 'd': -2.0, 'e': -2.0, 'L': 1.0}",
    ),
    Right("neuron", "line by line", neuron()),
    Right(
        "neuron",
        "NumPy",
        """
def f(x1, x2, w1, w2, b):
    x, w = np.array([x1, x2]), np.array([w1, w2])
    n = 1 - np.tanh(x @ w + b) ** 2
    (gx1, gx2), (gw1, gw2) = w * n, x * n
    return dict(n=n, b=n, x1=gx1, x2=gx2, w1=gw1, w2=gw2)
""",
    ),
    Right("neuron", "cosh", neuron(n="1 / math.cosh(x1 * w1 + x2 * w2 + b) ** 2")),
    Right("neuron", "exp", neuron("z = math.exp(-2 * abs(x1 * w1 + x2 * w2 + b))", "n = 4 * z / (1 + z) ** 2")),
    Right(
        "neuron",
        "nudges",
        NUDGE
        + """
def f(**numbers):
    grads = by_nudge(lambda x1, x2, w1, w2, b: math.tanh(x1 * w1 + x2 * w2 + b), **numbers)
    return grads | {"n": grads["b"], "o": 1.0}
""",
    ),
    Right("step", "line by line", step("return ((a + h * ag) * (b + h * bg) + c + h * cg) * (f + h * fg)")),
    Right(
        "step",
        "lists",
        step("a, b, c, f = [x + h * g for x, g in zip([a, b, c, f], [ag, bg, cg, fg])]", "return (a*b + c)*f"),
    ),
    Right(
        "step",
        "NumPy",
        step("a, b, c, f = np.array([a, b, c, f]) + h * np.array([ag, bg, cg, fg])", "return f * (a*b + c)"),
    ),
    Right(
        "step",
        "the engine",
        ENGINE
        + """
def f(h, **numbers):
    L = lambda a, b, c, f: (a * b + c) * f
    grads = by_engine(L, **numbers)
    return L(**{name: x + h * grads[name] for name, x in numbers.items()})
""",
    ),
    Right(
        "step", "in place", step("a += h * ag", "b += h * bg", "c += h * cg", "f += h * fg", "return (a * b + c) * f")
    ),
    Right("roads", "road by road", roads("b * (a + b) + a * b", "a * (a + b) + a * b").replace("f = ", "g = ")),
    Right("roads", "multiplied out", roads("2 * a * b + b * b", "a * a + 2 * a * b")),
    Right(
        "roads",
        "the engine",
        ENGINE + "def f(a, b):\n    return list(by_engine(lambda a, b: (a * b) * (a + b), a=a, b=b).values())",
    ),
    Right(
        "roads",
        "nudges",
        NUDGE + "def f(a, b):\n    return tuple(by_nudge(lambda a, b: a * b * (a + b), a=a, b=b).values())",
    ),
    Right("roads", "by name", "def f(a, b):\n    return {'b': a * (a + b) + a * b, 'a': b * (a + b) + a * b}"),
    Right("roads", "NumPy", "def f(a, b):\n    return np.array([b, a]) * (a + b) + a * b"),
    Right(
        "hand", "a namedtuple", "from collections import namedtuple\ng=namedtuple('G','f d e c a b')(4,-2,-2,-2,6,-4)"
    ),
    Right(
        "hand",
        "Fractions",
        ("from fractions import Fraction\ng={k:Fraction(v) for k,v in dict(f=4,d=-2,e=-2,c=-2,a=6,b=-4).items()}"),
    ),
    Right("hand", "an OrderedDict", "from collections import OrderedDict\ng=OrderedDict(a=6,b=-4,c=-2,e=-2,d=-2,f=4)"),
    Right(
        "hand",
        "a read-only view",
        "from types import MappingProxyType\ng=MappingProxyType(dict(f=4,d=-2,e=-2,c=-2,a=6,b=-4))",
    ),
    Right("hand", "arrays of no dimension", "g={k:np.array(v) for k,v in dict(f=4.0,d=-2,e=-2,c=-2,a=6,b=-4).items()}"),
    Right(
        "neuron",
        "a namedtuple",
        (
            "from collections import namedtuple\nG=namedtuple('G','n b x1 w1 x2 w2')\ndef f(x1,x2,w1,w2,b):\n"
            "    n=1-math.tanh(x1*w1+x2*w2+b)**2\n    return G(n=n,b=n,x1=w1*n,w1=x1*n,x2=w2*n,w2=x2*n)"
        ),
    ),
    Right(
        "neuron",
        "any inputs",
        (
            "def f(*v):\n    x1,x2,w1,w2,b=v\n    n=1-math.tanh(x1*w1+x2*w2+b)**2\n"
            "    return dict(n=n,b=n,x1=w1*n,w1=x1*n,x2=w2*n,w2=x2*n)"
        ),
    ),
    Right(
        "neuron",
        "other names",
        (
            "def f(p,q,u,v,bias):\n    n=1-math.tanh(p*u+q*v+bias)**2\n"
            "    return dict(n=n,b=n,x1=u*n,w1=p*n,x2=v*n,w2=q*n)"
        ),
    ),
    Right(
        "neuron",
        "keyword only",
        (
            "def f(*,x1,x2,w1,w2,b):\n    n=1-math.tanh(x1*w1+x2*w2+b)**2\n"
            "    return dict(n=n,b=n,x1=w1*n,w1=x1*n,x2=w2*n,w2=x2*n)"
        ),
    ),
    Right(
        "neuron",
        "more names",
        (
            "def f(x1,x2,w1,w2,b):\n    n=1-math.tanh(x1*w1+x2*w2+b)**2\n"
            "    return dict(n=n,b=n,x1=w1*n,w1=x1*n,x2=w2*n,w2=x2*n,o=1.0,x1w1=n)"
        ),
    ),
    Right(
        "neuron",
        "measured one-sided",
        (
            "def f(*v):\n    o=lambda x1,x2,w1,w2,b:math.tanh(x1*w1+x2*w2+b)\n    h=1e-7\n"
            "    g={k:(o(*[x+h*(i==j) for j,x in enumerate(v)])-o(*v))/h for i,k in enumerate('x1 x2 w1"
            " w2 b'.split())}\n    return g|{'n':g['b']}"
        ),
    ),
    Right(
        "step",
        "other names",
        ("def s(p,q,r,t,eta):\n    d=p*q+r\n    p,q,r,t=p+eta*q*t,q+eta*p*t,r+eta*t,t+eta*d\n    return (p*q+r)*t"),
    ),
    Right(
        "step",
        "measured",
        (
            "def s(*v):\n    *v,h=v\n    L=lambda a,b,c,f:(a*b+c)*f\n    e=1e-6\n"
            "    g=[(L(*[x+e*(i==j) for j,x in enumerate(v)])-L(*v))/e for i in range(4)]\n"
            "    return L(*[x+h*k for x,k in zip(v,g)])"
        ),
    ),
    Right(
        "step",
        "an array of no dimension",
        "def s(a,b,c,f,h):\n    d=a*b+c\n    return np.array(((a+h*b*f)*(b+h*a*f)+c+h*f)*(f+h*d))",
    ),
    Right("roads", "a generator", "def g(a,b):\n    yield b*(a+b)+a*b\n    yield a*(a+b)+a*b"),
    Right(
        "roads",
        "measured one-sided",
        ("def g(a,b):\n    y=lambda a,b:a*b*(a+b)\n    h=1e-6\n    return (y(a+h,b)-y(a,b))/h,(y(a,b+h)-y(a,b))/h"),
    ),
    Right("roads", "a map", "def g(a,b):\n    return map(lambda x,z:z*(a+b)+a*b,(a,b),(b,a))"),
    Right("roads", "other names", "def g(u,v):\n    return [v*v+2*u*v,u*u+2*u*v]"),
    Right(
        "roads",
        "a namedtuple",
        ("from collections import namedtuple\nG=namedtuple('G','a b')\ndef g(a,b):\n    return G(b*b+2*a*b,a*a+2*a*b)"),
    ),
    Right(
        "roads",
        "complex plane",
        ("def g(a,b):\n    t=1e-20\n    y=lambda a,b:a*b*(a+b)\n    return y(a+1j*t,b).imag/t,y(a,b+1j*t).imag/t"),
    ),
    *PRACTICE_RIGHT,
]
