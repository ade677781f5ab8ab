"""Slopes that journals know by a name of their own: {(operation, formula): (name, what it is, what to try)}."""

FUNCTION = "write out.data * out.grad."
POWER = "write k * self.data ** (k - 1), times out.grad."
SQUASH = "write (1 - out.data ** 2) * out.grad."
LOG = "write out.grad / self.data."
GATE = "write (out.data > 0) * out.grad."

DIVIDED = (
    "the other factor by division",
    "At a * you get the other factor by dividing the product. Where a factor is 0 that is 0 divided by 0.",
    "take it as it is: other.data for self, and self.data for other.",
)

KNOWN = {
    ("*", "out / a by a, and out / b by b"): DIVIDED,
    ("*", "out / a by a, and a by b"): DIVIDED,
    ("*", "b by a, and out / b by b"): DIVIDED,
    ("+", "1/2 by both"): (
        "+ shares the gradient out",
        "At + each operand got half. When a grows by 1, a + b grows by 1: nothing is shared out.",
        "give each operand the whole of out.grad.",
    ),
    ("+", "b by a, and a by b"): (
        "+ treated as *",
        "At + you multiply by the other operand's data. That is the rule of *; the slopes of + are 1 and 1.",
        "give each operand out.grad as it is.",
    ),
    ("*", "a * b by both"): (
        "* uses its output",
        "At * you multiply by the product. The slope of a * b by a is b alone.",
        "multiply by the data of the other operand.",
    ),
    ("*", "a by a, and b by b"): (
        "swapped operands",
        "At a * each operand was multiplied by itself. When a grows by 1, a * b grows by b.",
        "give a the data of b, and b the data of a.",
    ),
    ("**", "x**(k - 1)"): (
        "missing k in pow",
        "At x**k the factor k is missing: the slope of x**3 is 3 x**2.",
        POWER,
    ),
    ("**", "k * x**k"): (
        "exponent not lowered",
        "At x**k the exponent has stayed k. The slope of x**3 is 3 x**2: one power less.",
        POWER,
    ),
    ("**", "k * x**(k - 2)"): (
        "exponent lowered twice",
        "At x**k the exponent is lowered by two. The slope of x**3 is 3 x**2: one power less.",
        POWER,
    ),
    ("**", "out * log(abs(x))"): (
        "slope by the exponent",
        "At x**k you have the slope by k. What moves here is x; k is a plain number.",
        POWER,
    ),
    ("**", "out * log(x)"): (
        "slope by the exponent",
        "At x**k you have the slope by k, and that needs a logarithm, which a negative x has not got. What moves here "
        "is x; k is a plain number.",
        POWER,
    ),
    ("**", "2 * x"): (
        "always a square",
        "At x**k the slope is 2x whatever k is. That is right for squares alone.",
        POWER,
    ),
    ("**", "k * out**(k - 1)"): (
        "power of the output",
        "At x**k you raise out.data, and that is x**k already. The slope is made of x, the input.",
        POWER,
    ),
    ("**", "k * x**k - 1"): (
        "k - 1 without brackets",
        "At x**k the exponent's brackets are missing: in `x ** k - 1` Python takes x ** k, and then subtracts 1.",
        "write k * self.data ** (k - 1) * out.grad.",
    ),
    ("**", "k * out / x"): (
        "divides by x",
        "At x**k you divide the output by x. That gives the slope, except where x is 0: there it divides by 0, and "
        "x**2 has the slope 0.",
        POWER,
    ),
    ("relu", "out"): (
        "relu times out",
        "At relu you multiply by the output. Above 0 relu hands its input on as it is: slope 1.",
        GATE,
    ),
    ("relu", "x"): (
        "relu times its input",
        "At relu you multiply by the input. Above 0 relu hands it on as it is, slope 1; below, its slope is 0.",
        GATE,
    ),
    ("relu", "1"): (
        "relu always passes",
        "relu passes gradient on also where its input is negative. There the output is 0 and stays 0: slope 0.",
        "multiply by (out.data > 0).",
    ),
    ("relu", "1 where x is 0 or below"): (
        "relu upside down",
        "The gate is open where it should be closed: below 0 the output of relu does not move.",
        "test out.data > 0.",
    ),
    ("relu", "1 where x is not 0"): (
        "relu asks whether x is 0",
        "At relu the gate is open for negative numbers too. `if self.data:` asks whether it is 0, not whether it is "
        "positive.",
        "test out.data > 0.",
    ),
    ("relu", "out / x"): (
        "relu divides by x",
        "At relu you divide the output by x. That gives 1 or 0, except where x is 0: there it divides by 0.",
        GATE,
    ),
    ("tanh", "1 - x**2"): (
        "tanh uses its input",
        "At tanh you take 1 - x**2 of the input. The slope is 1 - t**2, and t is the output.",
        SQUASH,
    ),
    ("tanh", "1 - out"): (
        "tanh without the square",
        "At tanh the square is missing: the slope is 1 - t**2, and t is the output.",
        SQUASH,
    ),
    ("tanh", "1 + out**2"): (
        "tanh plus its square",
        "At tanh the sign is wrong: the slope is 1 - t**2. It is 1 in the middle and 0 at both ends.",
        SQUASH,
    ),
    ("tanh", "out * (1 - out)"): (
        "sigmoid's rule in tanh",
        "At tanh the slope comes out as t * (1 - t). That is the rule of another function, the sigmoid; for tanh it is "
        "1 - t**2.",
        SQUASH,
    ),
    ("tanh", "1 - tanh(out)**2"): (
        "tanh of tanh",
        "At tanh the slope is made of tanh(t), and t is tanh(x) already. It is 1 - t**2.",
        SQUASH,
    ),
    ("exp", "x"): (
        "exp uses x",
        "At exp you multiply by x. The slope of exp(x) is exp(x) itself, which is the output.",
        FUNCTION,
    ),
    ("exp", "1"): (
        "exp passes through",
        "At exp the gradient passes unchanged. The slope of exp(x) is exp(x), the output.",
        "multiply by out.data.",
    ),
    ("exp", "x * exp(x - 1)"): (
        "exp as a power",
        "At exp you lower an exponent, as for x**k. There the base moves, here the exponent does: the slope of exp(x) "
        "is exp(x).",
        FUNCTION,
    ),
    ("exp", "exp(out)"): (
        "exp of exp",
        "At exp the slope is made of exp(out), and out is exp(x) already. It is out itself.",
        FUNCTION,
    ),
    ("log", "1 / out"): (
        "log uses its output",
        "At log you divide by the output. The slope of log(x) is 1 / x, and x is the input.",
        LOG,
    ),
    ("log", "x"): (
        "log times x",
        "At log you multiply by x. The steeper part of log is near 0: its slope is 1 / x.",
        LOG,
    ),
    ("log", "out"): (
        "log hands its output on",
        "At log you multiply by the output. That is exp's rule; the slope of log(x) is 1 / x.",
        LOG,
    ),
    ("neg", "1"): (
        "neg passes +1",
        "At -a the gradient passes with its sign unchanged. When a grows, -a falls: slope -1.",
        "subtract out.grad, or make -a as a * -1.",
    ),
    ("-", "1 by both"): (
        "sub passes +1 to b",
        "At a - b both operands got the same sign. When b grows, a - b falls: slope -1.",
        "give b minus out.grad, or make a - b as a + (-b).",
    ),
    ("/", "1 / b by a, and a / b**2 by b"): (
        "division with the wrong sign",
        "At a / b the divisor's gradient has the wrong sign. When b grows, a / b shrinks: slope -a / b**2.",
        "put the minus there, or make a / b as a * b**-1.",
    ),
    ("/", "1 / b by a, and -1 / b**2 by b"): (
        "division forgets the numerator",
        "At a / b the divisor's slope is that of 1 / b. With a above the line it is -a / b**2.",
        "multiply by a.data, or make a / b as a * b**-1.",
    ),
}
