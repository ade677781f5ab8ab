"""Lesson 1: slopes."""

from known_wrong.bank import Right, Wrong

LESSON = "lesson_01"

GIVEN = "from math import cos, log, sin\nimport numpy as np\n"


def measured(expression):
    return f"def s(f, x, h):\n    return {expression}"


def gradf(a="6 * a", b="-3 * b**2", c="-1 / c**2"):
    """The right function of 1.3, but for these slopes."""
    return f"def gradf(a, b, c):\n    return [{a}, {b}, {c}]"


VALUE = "3 * a**2 - b**3 + 1 / c"
SUM = "6 * a - 3 * b**2 - 1 / c**2"
SLOPE = "(f(x + 1e-6) - f(x - 1e-6)) / 2e-6"


def downhill(line="x = x - lr * s", measured=SLOPE, many="steps", end="return x", first="pass"):
    """The right function of 1.6, but for these parts."""
    return (
        f"def d(f, x, lr, steps):\n    {first}\n    for _ in range({many}):\n        s = {measured}\n"
        f"        {line}\n    {end}"
    )


def loop(*lines, start="found = []", end="return found"):
    """A function of f, xs and h with these lines in its loop over n."""
    body = "\n".join(f"        {line}" for line in lines)
    return f"def partials(f, xs, h=1e-6):\n    {start}\n    for n in range(len(xs)):\n{body}\n    {end}"


UP_DOWN = ("up, down = list(xs), list(xs)", "up[n] += h", "down[n] -= h")
CENTRAL = "(f(*up) - f(*down)) / (2 * h)"


def central(entry, **more):
    return loop(*UP_DOWN, f"found.append({entry})", **more)


WRONG = [
    # 1.3
    *[
        Wrong("gradient", name, gradf(**{by: slope}))
        for name, by, slope in (
            ("the 3 lost", "a", "2 * a"),
            ("factor 2 missing", "a", "3 * a"),
            ("exponent of a**2 not lowered", "a", "6 * a**2"),
            ("added in place of multiplied", "a", "5 * a"),
            ("3 * a**2: twice", "a", "6"),
            ("sign of 3 * a**2", "a", "-6 * a"),
            ("3 * a**2: raised", "a", "6 * a**3"),
            ("sign of -b**3", "b", "3 * b**2"),
            ("factor 3 missing", "b", "-b**2"),
            ("exponent of b**3 not lowered", "b", "-3 * b**3"),
            ("-(b**3): twice", "b", "-3 * b"),
            ("-(b**3): divided", "b", "-b**2 / 3"),
            ("all zero", "b", "0"),
            ("sign of 1/c", "c", "1 / c**2"),
            ("exponent of 1/c not lowered", "c", "-1 / c"),
            ("integrated", "c", "log(c)"),
            ("the slope of log, backwards", "c", "-log(c)"),
            ("1/c² without its bar", "c", "-c**2"),
            ("exponent gone", "c", "-1"),
            ("slope below the bar", "c", "1"),
            ("", "b", "-3 * b**2 * 3 * a**2"),
        )
    ],
    Wrong("gradient", "terms, not slopes", gradf("3 * a**2", "-b**3", "1 / c")),
    Wrong("gradient", "all signs turned round", gradf("-6 * a", "3 * b**2", "1 / c**2")),
    Wrong("gradient", "signs left out", gradf(b="3 * b**2", c="1 / c**2")),
    Wrong("gradient", "all three at once", gradf(SUM, SUM, SUM)),
    Wrong("gradient", "the value, not the slope", gradf(VALUE, VALUE, VALUE)),
    Wrong("gradient", "order turned round", gradf("-1 / c**2", "-3 * b**2", "6 * a")),
    Wrong("gradient", "order turned round", gradf("-3 * b**2", "6 * a", "-1 / c**2")),
    Wrong("gradient", "all zero", gradf("0", "0", "0")),
    Wrong("gradient", "the lesson's numbers typed in", "def g(a, b, c):\n    return 12, -27, -0.0625"),
    Wrong(
        "gradient", "the other terms kept", gradf("6*a - b**3 + 1/c", "3*a**2 - 3*b**2 + 1/c", "3*a**2 - b**3 - 1/c**2")
    ),
    # Two slips in two slopes: the first is told.
    Wrong("gradient", "factor 2 missing", gradf(a="3 * a", c="1 / c**2")),
    Wrong(
        "gradient",
        "measured, not by formula",
        "def f(a, b, c):\n    return 3 * a**2 - b**3 + 1 / c\n\n"
        "def g(a, b, c, h=1e-3):\n    by_a = f(a + h, b, c) - f(a - h, b, c)\n"
        "    by_b = f(a, b + h, c) - f(a, b - h, c)\n    by_c = f(a, b, c + h) - f(a, b, c - h)\n"
        "    return by_a / (2 * h), by_b / (2 * h), by_c / (2 * h)",
    ),
    Wrong("gradient", "", f"def gradf(a, b, c):\n    return {SUM}"),
    Wrong("gradient", "", "def gradf(a, b, c):\n    return [1 / c**2, 0]"),
    # 1.6
    *[
        Wrong("descend", name, downhill(line))
        for name, line in (
            ("uphill", "x = x + lr * s"),
            ("not scaled by lr", "x = x - s"),
            ("divided by lr", "x = x - s / lr"),
            ("where you stood is lost", "x = -lr * s"),
            ("added in place of multiplied", "x = x - lr - s"),
            ("x for the slope", "x = x - lr * x"),
            ("it stays where it was", "new = x - lr * s"),
            ("sign of the slope left out", "x = x - lr * abs(s)"),
            ("steps of one length", "x = x - lr if s > 0 else x + lr"),
            ("always to the left", "x = x - lr"),
        )
    ],
    *[
        Wrong("descend", name, downhill(measured=measured))
        for name, measured in (
            ("the height for the slope", "f(x)"),
            ("slope twice too large", "(f(x + 1e-6) - f(x - 1e-6)) / 1e-6"),
            ("lr for h", "(f(x + lr) - f(x)) / lr"),
            ("it stays where it was", "f(x + 1e-7) - f(x)"),
        )
    ],
    *[
        Wrong("descend", name, downhill(many=many))
        for name, many in (("one step too many", "steps + 1"), ("one step too few", "1, steps"))
    ],
    *[
        Wrong("descend", name, downhill(end=end))
        for name, end in (
            ("the height, not the place", "return f(x)"),
            ("the slope, not the place", f"return {SLOPE}"),
            ("", "return x, f(x)"),
        )
    ],
    Wrong("descend", "how far, not where", downhill(first="x0 = x", end="return x - x0")),
    Wrong("descend", "one step alone", downhill(end="    return x\n    return x")),
    Wrong("descend", "one step alone", f"def d(f, x, lr, steps):\n    s = {SLOPE}\n    return x - lr * s"),
    Wrong(
        "descend",
        "slope not measured anew",
        f"def d(f, x, lr, steps):\n    s = {SLOPE}\n    for _ in range(steps):\n        x -= lr * s\n    return x",
    ),
    Wrong(
        "descend",
        "uphill and one step too many",
        downhill("x += lr * s", many="steps + 1"),
    ),
    Wrong(
        "descend",
        "slope not measured anew and uphill",
        f"def d(f, x, lr, steps):\n    return x + steps * lr * ({SLOPE})",
    ),
    Wrong(
        "descend",
        "the path, not the place",
        downhill("path.append(x := x - lr * s)", first="path = [x]", end="return path"),
    ),
    Wrong(
        "descend",
        "stops where it would rise",
        downhill("new = x - lr * s\n        if f(new) >= f(x):\n            break\n        x = new"),
    ),
    Wrong("descend", "rounded", downhill(end="return round(x, 2)")),
    Wrong("descend", "", downhill(end="print(x)")),
    # 1.a
    *[
        Wrong("complete_move", name, f"def moves(slope, nudge):\n    return {line}")
        for name, line in (
            ("divided", "slope / nudge"),
            ("upside down", "nudge / slope"),
            ("added", "slope + nudge"),
            ("the slope alone", "slope"),
            ("the nudge alone", "nudge"),
            ("always downwards", "-abs(slope * nudge)"),
        )
    ],
    # 1.b
    *[
        Wrong("mend_better", name, f"def up_is_better(f, x):\n    return {line}")
        for name, line in (
            ("still uphill", "f(x - 0.01) < f(x)"),
            ("always up", "x + 0.01 > x"),
            ("never up", "f(x + 0.01) == f(x)"),
            ("a number, not an answer", "f(x) - f(x + 0.01)"),
        )
    ],
    # 1.c
    *[
        Wrong("complete_step", name, f"def one_step(x, slope, lr):\n    return {line}")
        for name, line in (
            ("uphill", "x + lr * slope"),
            ("not scaled", "x - slope"),
            ("of one length", "x - lr"),
            ("divided", "x - slope / lr"),
            ("added", "x - (lr + slope)"),
            ("against the place", "x - lr * x"),
            ("", "lr * slope"),
        )
    ],
    # 1.d
    *[
        Wrong("mend_alone", name, f"def by_w1(f, w1, w2, b, h=1e-6):\n    return (f({there}) - f(w1, w2, b)) / h")
        for name, there in (
            ("all three still move", "w1 + h, w2 + h, b + h"),
            ("another one moves", "w1, w2 + h, b"),
            ("another one moves", "w1, w2, b + h"),
            ("two still move", "w1 + h, w2, b + h"),
            ("two still move", "w1 + h, w2 + h, b"),
            ("nothing moves", "w1, w2, b"),
        )
    ],
    *[
        Wrong("mend_alone", "the change alone", f"def by_w1(f, w1, w2, b, h=1e-6):\n    return {line}")
        for line in ("f(w1 + h, w2, b) - f(w1, w2, b)", "f(w1 + h, w2 + h, b + h) - f(w1, w2, b)")
    ],
    Wrong("slope", "the change alone", measured("f(x + h) - f(x)")),
    Wrong("slope", "a step too small for floats", measured("(f(x + 1e-17) - f(x)) / 1e-17")),
    Wrong("slope", "a step of a few floats", measured("(f(x + 1e-15) - f(x)) / 1e-15")),
    Wrong("slope", "a step of one's own", measured("(f(x + 1e-6) - f(x)) / 1e-6")),
    Wrong("slope", "multiplied by h", measured("(f(x + h) - f(x)) * h")),
    Wrong("slope", "upside down", measured("h / (f(x + h) - f(x))")),
    Wrong("slope", "signs turned round", measured("(f(x) - f(x + h)) / h")),
    Wrong("slope", "brackets left out", measured("f(x + h) - f(x) / h")),
    Wrong("slope", "f(x) not taken off", measured("f(x + h) / h")),
    Wrong("slope", "h added outside", measured("(f(x) + h - f(x)) / h")),
    Wrong("slope", "f of h alone", measured("(f(h) - f(x)) / h")),
    Wrong("slope", "divided by x", measured("(f(x + h) - f(x)) / x")),
    Wrong("slope", "divided by x + h", measured("(f(x + h) - f(x)) / (x + h)")),
    Wrong("slope", "size of h alone", measured("(f(x + h) - f(x)) / abs(h)")),
    Wrong("slope", "size of the slope alone", measured("abs((f(x + h) - f(x)) / h)")),
    Wrong("slope", "a step to the left", measured("(f(x) - f(x - h)) / h")),
    Wrong("slope", "a step to both sides", measured("(f(x + h) - f(x - h)) / (2 * h)")),
    Wrong("slope", "the value, not the slope", measured("f(x)")),
    Wrong("slope", "the new value", measured("f(x + h)")),
    Wrong("slope", "divided, not compared", measured("f(x + h) / (x + h)")),
    Wrong("slope", "the parabola's formula", measured("6 * x - 4")),
    Wrong("slope", "rounded", measured("round((f(x + h) - f(x)) / h, 2)")),
    Wrong("slope", "", measured("f(x + h), f(x)")),
    Wrong("slope", "", "def s(f, x, h):\n    print((f(x + h) - f(x)) / h)"),
    Wrong("slope", "", measured("(f * (x + h) - f * x) / h")),
    Wrong("central", "divided by h", measured("(f(x + h) - f(x - h)) / h")),
    Wrong("central", "divided by 2, times h", measured("(f(x + h) - f(x - h)) / 2 * h")),
    Wrong("central", "divided by 2 alone", measured("(f(x + h) - f(x - h)) / 2")),
    Wrong("central", "the change alone", measured("f(x + h) - f(x - h)")),
    Wrong("central", "brackets left out", measured("f(x + h) - f(x - h) / (2 * h)")),
    Wrong("central", "one step ahead", measured("(f(x + h) - f(x)) / h")),
    Wrong("central", "one step back", measured("(f(x) - f(x - h)) / h")),
    Wrong("central", "one step, divided by 2h", measured("(f(x + h) - f(x)) / (2 * h)")),
    Wrong("central", "added", measured("(f(x + h) + f(x - h)) / (2 * h)")),
    Wrong("central", "signs turned round", measured("(f(x - h) - f(x + h)) / (2 * h)")),
    Wrong("central", "half steps", measured("(f(x + h / 2) - f(x - h / 2)) / h")),
    Wrong("central", "2h to each side", measured("(f(x + 2 * h) - f(x - 2 * h)) / (4 * h)")),
    Wrong("central", "a step too small for floats", measured("(f(x + 1e-17) - f(x - 1e-17)) / 2e-17")),
    Wrong("central", "a step of a few floats", measured("(f(x + 1e-14) - f(x - 1e-14)) / 2e-14")),
    Wrong("central", "a step of one's own", measured("(f(x + 1e-5) - f(x - 1e-5)) / 2e-5")),
    Wrong("central", "", measured("[(f(x + h) - f(x)) / h, (f(x) - f(x - h)) / h]")),
    Wrong("partials", "all inputs at once", loop("found.append((f(*[x + h for x in xs]) - f(*xs)) / h)")),
    Wrong(
        "partials",
        "all inputs at once",
        "def partials(f, xs, h=1e-6):\n    return (f(*[x + h for x in xs]) - f(*xs)) / h",
    ),
    Wrong(
        "partials",
        "moved for good",
        loop("xs[n] += h", "found.append((f(*xs) - before) / h)", start="found, before = [], f(*xs)"),
    ),
    Wrong(
        "partials",
        "xs left moved",
        loop("before = f(*xs)", "xs[n] += h", "found.append((f(*xs) - before) / h)"),
    ),
    Wrong(
        "partials",
        "xs left moved",
        loop("ys = xs", "ys[n] += 1e-9", "up = f(*ys)", "ys[n] -= 2e-9", "found.append((up - f(*ys)) / 2e-9)"),
    ),
    Wrong("partials", "divided by h, not 2h", central("(f(*up) - f(*down)) / h")),
    Wrong("partials", "divided by 2h, not h", central("(f(*up) - f(*xs)) / (2 * h)")),
    Wrong("partials", "the change alone", central("f(*up) - f(*down)")),
    Wrong("partials", "signs turned round", central("(f(*down) - f(*up)) / (2 * h)")),
    Wrong(
        "partials",
        "scaled instead of moved",
        loop("up = list(xs)", "up[n] *= 1 + h", "found.append((f(*up) - f(*xs)) / h)"),
    ),
    Wrong("partials", "order turned round", central(CENTRAL, end="return found[::-1]")),
    Wrong(
        "partials", "moved for good", loop(*UP_DOWN, f"s += {CENTRAL}", "found.append(s)", start="found, s = [], 0.0")
    ),
    Wrong(
        "partials",
        "always the first",
        loop("up, down = list(xs), list(xs)", "up[0] += h", "down[0] -= h", f"found.append({CENTRAL})"),
    ),
    Wrong("partials", "one number, inside the loop", loop(*UP_DOWN, f"return {CENTRAL}")),
    Wrong("partials", "the first alone", loop(*UP_DOWN, f"found.append({CENTRAL})", "return found")),
    Wrong("partials", "the last alone", loop(*UP_DOWN, f"found = {CENTRAL}")),
    Wrong("partials", "moved copies, not used", central("(f(*xs) - f(*xs)) / h")),
    Wrong("partials", "one list under two names", loop("up = xs", "up[n] += h", "found.append((f(*up) - f(*xs)) / h)")),
    Wrong("partials", "", central(CENTRAL, end="print(found)")),
    Wrong("partials", "", loop(*UP_DOWN, f"found.append({CENTRAL})", end="return found[:2]")),
    Wrong(
        "partials",
        "f called with one thing",
        "def partials(f, xs, h=1e-6):\n    return [(f(*xs) - f(x + h)) / h for x in xs]",
    ),
    Wrong("partials", "f called with one thing", central("(f(up) - f(down)) / (2 * h)")),
    Wrong("order", "greatest first", "order = 'EBDAC'"),
    Wrong("order", "steepness without its sign", "order = list('DABCE')"),
    Wrong("order", "steepness, from the steepest", "order = list('ECBAD')"),
    Wrong("order", "height for slope", "order = list('ADECB')"),
    Wrong("order", "height for slope, from the top", "order = list('BCEDA')"),
    Wrong("order", "from left to right", "order = 'A, B, C, D, E'"),
    Wrong("order", "from right to left", "order = 'EDCBA'"),
    Wrong("order", "", "order = list('ACDBE')"),
    Wrong("order", "", "order = 'CADB'"),
    Wrong("order", "", "order = sin"),
    Wrong("order", "", "order = [-2.0, 0.6, 1.6, 2.3, 2.7]"),
    # What else may be written: named as it was recognised, once each name had been read beside its cause.
    Wrong("slope", "(f(x - h) - f(x)) / h", "def f(f,x,h):\n    return (f(x-h)-f(x))/h"),
    Wrong("slope", "f(x) / x", "def s(f,x,h):\n    return f(x)/x"),
    Wrong("slope", "a step of one's own", "def s(f,x,h):\n    h=1e-5\n    return (f(x+h)-f(x))/h"),
    Wrong("slope", "(f(x + h) - f(x)) / h**2", "def s(f,x,h):\n    return (f(x+h)-f(x))/h/h"),
    Wrong("slope", "(f(x * h) - f(x)) / h", "def s(f,x,h):\n    return (f(x*h)-f(x))/h"),
    Wrong("slope", "(f(x + h) - f(h)) / h", "def s(f,x,h):\n    return (f(x+h)-f(h))/h"),
    Wrong("slope", "f(h) / h", "def s(f,x,h):\n    return (f(x)+f(h)-f(x))/h"),
    Wrong("slope", "(f(x + h) + f(x)) / 2", "def s(f,x,h):\n    return (f(x+h)+f(x))/2"),
    Wrong("slope", "", "def s(f,x,h):\n    return (f(x+h)-f(x))/f(x)/h"),
    Wrong("slope", "(f(x + h) - f(x)) / f(x)", "def s(f,x,h):\n    return (f(x+h)-f(x))/f(x)"),
    Wrong("slope", "", "def s(f,x,h):\n    return (f(x+h)-f(x))%h"),
    Wrong("slope", "", "def s(f,x,h):\n    return f(x)+(f(x+h)-f(x))/h"),
    Wrong("slope", "(f(x + 2 * h) - f(x)) / (2 * h)", "def s(f,x,h):\n    return (f(x+2*h)-f(x))/(2*h)"),
    Wrong("slope", "", "def s(f,x,h):\n    return (-3*f(x)+4*f(x+h)-f(x+2*h))/(2*h)"),
    Wrong("slope", "", "import math\ndef s(f,x,h):\n    return (f(x+h)-f(x))/math.hypot(h,f(x+h)-f(x))"),
    Wrong("slope", "atan((f(x + h) - f(x)) / h)", "import math\ndef s(f,x,h):\n    return math.atan((f(x+h)-f(x))/h)"),
    Wrong("slope", "", "def s(f,x,h):\n    return max(f(x+h),f(x))/h"),
    Wrong("central", "(f(x + 2 * h) - f(x)) / (2 * h)", "def c(f,x,h):\n    return (f(x+2*h)-f(x))/(2*h)"),
    Wrong(
        "central", "(f(x + h) - 2 * f(x) + f(x - h)) / h", "def c(f,x,h):\n    return (f(x+h)-f(x))/h-(f(x)-f(x-h))/h"
    ),
    Wrong("central", "(f(x + h) + f(x - h)) / 2", "def c(f,x,h):\n    return (f(x+h)+f(x-h))/2"),
    Wrong("central", "(f(x + h) - f(x - h)) * 2 / h", "def c(f,x,h):\n    return (f(x+h)-f(x-h))/h*2"),
    Wrong("central", "always the same", "def c(f,x,h):\n    return (f(x+h)-f(x+h))/(2*h)"),
    Wrong("central", "(f(x - h) - f(x)) / (2 * h)", "def c(f,x,h):\n    return (f(x-h)-f(x))/(2*h)"),
    Wrong("central", "(f(x + h / 2) - f(x - h / 2)) / (2 * h)", "def c(f,x,h):\n    return (f(x+h/2)-f(x-h/2))/(2*h)"),
    Wrong("central", "(f(x + h) - f(x - h)) / h**2", "def c(f,x,h):\n    return (f(x+h)-f(x-h))/(h**2)"),
    Wrong("central", "", "def c(f,x,h):\n    return (-f(x+2*h)+8*f(x+h)-8*f(x-h)+f(x-2*h))/(12*h)"),
    Wrong("central", "(f(x + h) - f(x - h)) / (2 * abs(h))", "def c(f,x,h):\n    return abs(f(x+h)-f(x-h))/(2*h)"),
    Wrong(
        "partials",
        "",
        (
            "def p(f,xs,h=1e-6):\n    out=[]\n    for n in range(len(xs)):\n"
            "        up=list(xs); up[n]*=1.001\n        out.append((f(*up)-f(*xs))/0.001)\n    return out"
        ),
    ),
    Wrong(
        "partials",
        "rounded",
        (
            "def p(f,xs,h=1e-6):\n    out=[]\n    for n in range(len(xs)):\n"
            "        up=list(xs); down=list(xs); up[n]+=h; down[n]-=h\n"
            "        out.append(round((f(*up)-f(*down))/(2*h),2))\n    return out"
        ),
    ),
    Wrong(
        "partials",
        "signs left out",
        (
            "def p(f,xs,h=1e-6):\n    out=[]\n    for n in range(len(xs)):\n"
            "        up=list(xs); down=list(xs); up[n]+=h; down[n]-=h\n"
            "        out.append(abs((f(*up)-f(*down))/(2*h)))\n    return out"
        ),
    ),
    Wrong(
        "partials",
        "always the last",
        (
            "def p(f,xs,h=1e-6):\n    out=[]\n    for n in range(len(xs)):\n"
            "        up=list(xs); down=list(xs); up[n]+=h; down[n]-=h\n        s=(f(*up)-f(*down))/(2*h)\n"
            "    return [s]*len(xs)"
        ),
    ),
    Wrong(
        "partials",
        "a step of one's own",
        (
            "def p(f,xs,h=1e-6):\n    out=[]\n    for n in range(len(xs)):\n        k=0.1\n"
            "        up=list(xs); up[n]+=k\n        out.append((f(*up)-f(*xs))/k)\n    return out"
        ),
    ),
    Wrong(
        "partials",
        "scaled instead of moved",
        (
            "def p(f,xs,h=1e-6):\n    out=[]\n    for n in range(len(xs)):\n"
            "        up=list(xs); down=list(xs); up[n]+=h; down[n]-=h\n"
            "        out.append((f(*up)-f(*down))/(2*h)*xs[n])\n    return out"
        ),
    ),
    Wrong(
        "partials",
        "replaced by h",
        (
            "def p(f,xs,h=1e-6):\n    out=[]\n    for n in range(len(xs)):\n        up=xs[:n]+[h]+xs[n+1:]\n"
            "        out.append((f(*up)-f(*xs))/h)\n    return out"
        ),
    ),
    Wrong(
        "partials",
        "xs left moved",
        (
            "def p(f,xs,h=1e-6):\n    out=[]\n    for n in range(len(xs)):\n"
            "        xs[n]+=h; a=f(*xs); xs[n]-=h; b=f(*xs); xs[n]-=h\n        out.append((a-b)/h)\n"
            "    return out"
        ),
    ),
    Wrong(
        "partials",
        "the value, not the slope",
        (
            "def p(f,xs,h=1e-6):\n    out=[]\n    for n in range(len(xs)):\n"
            "        up=list(xs); down=list(xs); up[n]+=h; down[n]-=h\n        out.append(f(*up))\n"
            "    return out"
        ),
    ),
    Wrong("order", "", "order='CADEB'"),
]

RIGHT = [
    Right("gradient", "a list", gradf()),
    Right(
        "gradient",
        "line by line",
        "def gradf(a, b, c):\n    by_a = 3 * 2 * a\n    by_b = -(3 * b * b)\n    return by_a, by_b, -(c ** -2)",
    ),
    Right(
        "gradient", "NumPy", "def gradf(a, b, c):\n    return np.array([6 * a, -3 * np.square(b), -np.power(c, -2.0)])"
    ),
    Right("gradient", "a dict", gradf().replace("[", "dict(zip('abc', [").replace("]", "]))")),
    Right(
        "gradient",
        "the engine",
        "from micrograd_lab import Value\ndef gradf(a, b, c):\n    a, b, c = Value(a), Value(b), Value(c)\n"
        "    (3 * a**2 - b**3 + 1 / c).backward()\n    return a.grad, b.grad, c.grad",
    ),
    Right("gradient", "other names", "def g(x,y,z):\n    return 6*x,-3*y**2,-1/z**2"),
    Right("gradient", "a generator", "def g(a,b,c):\n    yield 6*a\n    yield -3*b**2\n    yield -1/c/c"),
    Right(
        "gradient",
        "a map",
        "def g(a,b,c):\n    return map(lambda f,x:f(x),[lambda a:6*a,lambda b:-3*b**2,lambda c:-c**-2],[a,b,c])",
    ),
    Right(
        "gradient", "a deque", "from collections import deque\ndef g(a,b,c):\n    return deque([6*a,-3*b**2,-1/c**2])"
    ),
    Right(
        "gradient",
        "a namedtuple",
        "from collections import namedtuple\nG=namedtuple('G','a b c')\n"
        "def g(a,b,c):\n    return G(6*a,-3*b**2,-1/c**2)",
    ),
    Right(
        "gradient",
        "a NamedTuple with other names",
        "from typing import NamedTuple\nclass Slopes(NamedTuple):\n    by_a: float\n    by_b: float\n    by_c: float\n"
        "def g(a,b,c):\n    return Slopes(by_a=6*a,by_b=-3*b**2,by_c=-1/c**2)",
    ),
    Right(
        "gradient",
        "a tuple's subclass",
        "class T(tuple):\n    pass\ndef g(a,b,c):\n    return T([6*a,-3*b**2,-1/c**2])",
    ),
    *[
        Right("descend", style, source)
        for style, source in (
            ("a loop", downhill()),
            ("a step ahead", downhill(measured="(f(x + 1e-6) - f(x)) / 1e-6")),
            ("a coarse nudge", downhill(measured="(f(x + 1e-3) - f(x - 1e-3)) / 2e-3")),
            ("augmented", downhill("x -= s * lr")),
            (
                "while",
                f"def d(f, x, lr, steps):\n    while steps > 0:\n        x, steps = x - lr * {SLOPE}, steps - 1\n"
                "    return x",
            ),
            (
                "recursion",
                f"def d(f, x, lr, steps):\n    return x if steps == 0 else d(f, x - lr * {SLOPE}, lr, steps - 1)",
            ),
            (
                "reduce",
                "from functools import reduce\ndef d(f, x, lr, steps):\n"
                f"    return reduce(lambda x, _: x - lr * {SLOPE}, range(steps), x)",
            ),
            (
                "the last of a path",
                downhill(
                    "path.append(path[-1] - lr * s)",
                    SLOPE.replace("x", "path[-1]"),
                    first="path = [x]",
                    end="return path[-1]",
                ),
            ),
            (
                "NumPy",
                downhill(measured="np.gradient([f(x - 1e-5), f(x), f(x + 1e-5)], 1e-5)[1]", end="return np.float64(x)"),
            ),
            (
                "keyword only",
                "def d(*, f, x, lr, steps):\n    for _ in range(steps):\n        x += -lr * "
                + SLOPE
                + "\n    return x",
            ),
            (
                "a generator within",
                "def d(f, x, lr, steps):\n    def walk(x):\n        while True:\n            yield x\n"
                f"            x -= lr * {SLOPE}\n    places = walk(x)\n"
                "    return [next(places) for _ in range(steps + 1)][-1]",
            ),
        )
    ],
    *[
        Right("complete_move", style, source)
        for style, source in (
            ("as in the lesson", "def moves(slope, nudge):\n    return slope * nudge"),
            ("lambda", "moves = lambda slope, nudge: nudge * slope"),
            ("other names", "def moves(s, by):\n    return by * s"),
            ("by division", "def moves(slope, nudge):\n    return slope / (1 / nudge)"),
        )
    ],
    *[
        Right("mend_better", style, source)
        for style, source in (
            ("as in the lesson", "def up_is_better(f, x):\n    return f(x + 0.01) < f(x)"),
            ("turned", "def up_is_better(f, x):\n    return f(x) > f(x + 1e-4)"),
            ("a difference", "def up_is_better(f, x):\n    return f(x + 0.01) - f(x) < 0"),
            ("an if", "def up_is_better(f, x):\n    if f(x + 0.001) < f(x):\n        return True\n    return False"),
            ("NumPy", "def up_is_better(f, x):\n    return np.less(f(x + 0.01), f(x))"),
        )
    ],
    *[
        Right("complete_step", style, source)
        for style, source in (
            ("as in the lesson", "def one_step(x, slope, lr):\n    return x - lr * slope"),
            ("two lines", "def one_step(x, slope, lr):\n    step = -slope * lr\n    return x + step"),
            ("augmented", "def one_step(x, slope, lr):\n    x -= lr * slope\n    return x"),
            ("lambda", "one_step = lambda x, slope, lr: x - slope * lr"),
        )
    ],
    *[
        Right("mend_alone", style, f"def by_w1(f, w1, w2, b, h=1e-6):\n    {line}")
        for style, line in (
            ("as in the lesson", "return (f(w1 + h, w2, b) - f(w1, w2, b)) / h"),
            ("both sides", "return (f(w1 + h, w2, b) - f(w1 - h, w2, b)) / (2 * h)"),
            ("a step back", "return (f(w1, w2, b) - f(w1 - h, w2, b)) / h"),
            ("a function of one", "g = lambda x: f(x, w2, b)\n    return (g(w1 + h) - g(w1)) / h"),
        )
    ],
    Right("slope", "one line", measured("(f(x + h) - f(x)) / h")),
    Right(
        "slope",
        "step by step",
        "def s(f, x, h):\n    old = f(x)\n    new = f(x + h)\n    rise = new - old\n    return rise / h",
    ),
    Right("slope", "lambda", "s = lambda f, x, h: (f(x) - f(x + h)) / -h"),
    Right("slope", "NumPy", measured("np.diff([f(x), f(x + h)])[0] / h")),
    Right(
        "slope", "the distance itself", "def s(f, x, h):\n    there = x + h\n    return (f(there) - f(x)) / (there - x)"
    ),
    Right("central", "one line", measured("(f(x + h) - f(x - h)) / (2 * h)")),
    Right("central", "divided twice", measured("(f(x + h) - f(x - h)) / 2 / h")),
    Right("central", "the mean of two slopes", measured("((f(x + h) - f(x)) / h + (f(x) - f(x - h)) / h) / 2")),
    Right("central", "lambda", "s = lambda f, x, h: 0.5 * (f(x + h) - f(x - h)) / h"),
    Right("central", "NumPy", measured("np.subtract(*map(f, (x + h, x - h))) / (2 * h)")),
    Right(
        "central",
        "a function, called",
        "def ahead(f, x, h):\n    return (f(x + h) - f(x)) / h\n\n\ndef s(f, x, h):\n    return ahead(f, x - h, 2 * h)",
    ),
    Right("partials", "a loop, to both sides", central(CENTRAL)),
    Right(
        "partials",
        "put back",
        loop("x = xs[n]", "xs[n] = x + h", "new = f(*xs)", "xs[n] = x", "found.append((new - f(*xs)) / h)"),
    ),
    Right(
        "partials",
        "taken off again",
        loop("ys = xs", "ys[n] += h", "new = f(*ys)", "ys[n] -= h", "found.append((new - f(*xs)) / h)"),
    ),
    Right(
        "partials",
        "comprehension",
        "def partials(f, xs, h=1e-6):\n"
        "    return [(f(*xs[:n], x + h, *xs[n + 1:]) - f(*xs)) / h for n, x in enumerate(xs)]",
    ),
    Right(
        "partials",
        "NumPy",
        "def partials(f, xs, h=1e-6):\n    xs = np.array(xs)\n"
        "    return np.array([(f(*(xs + step)) - f(*(xs - step))) / (2 * h) for step in h * np.eye(len(xs))])",
    ),
    Right(
        "partials",
        "recursion",
        "def partials(f, xs, h=1e-6):\n    if not xs:\n        return []\n    first, *rest = xs\n"
        "    slope = (f(first + h, *rest) - f(first - h, *rest)) / (2 * h)\n"
        "    return [slope, *partials(lambda *others: f(first, *others), rest, h)]",
    ),
    Right(
        "partials",
        "a slope of one number",
        "def slope(f, x, h):\n    return (f(x + h) - f(x - h)) / (2 * h)\n\n\ndef partials(f, xs, h=1e-6):\n"
        "    return tuple(slope(lambda x: f(*xs[:n], x, *xs[n + 1:]), xs[n], h) for n in range(len(xs)))",
    ),
    Right("order", "a list", "order = ['C', 'A', 'D', 'B', 'E']"),
    Right("order", "text", "order = 'C, A, D, B, E'"),
    Right("order", "small letters", "order = 'cadbe'"),
    Right(
        "order",
        "measured",
        "f = lambda x: x + 2 * sin(2 * x)\nat = dict(A=-2.0, B=0.6, C=1.6, D=2.3, E=2.7)\n"
        "order = sorted(at, key=lambda name: (f(at[name] + 1e-6) - f(at[name])) / 1e-6)",
    ),
    Right("order", "NumPy", "order = np.array(['C', 'A', 'D', 'B', 'E'])"),
    Right("slope", "partial", "from functools import partial\nf=partial(lambda sign,f,x,h:(f(x+h)-f(x))/h,1)"),
    Right("slope", "other names", "def s(g,t,d):\n    return (g(t+d)-g(t))/d"),
    Right("slope", "an array of no dimension", "def s(f,x,h):\n    return np.array((f(x+h)-f(x))/h)"),
    Right("slope", "divided first", "def s(f,x,h):\n    return f(x+h)/h-f(x)/h"),
    Right(
        "slope",
        "an object that is called",
        "class S:\n    def __call__(self,f,x,h):\n        return (f(x+h)-f(x))/h\ns=S()",
    ),
    Right(
        "slope",
        "two points",
        "def s(f,*at):\n    x,h=at\n    (x0,y0),(x1,y1)=[(t,f(t)) for t in (x,x+h)]\n    return (y1-y0)/h",
    ),
    Right("central", "np.gradient", "def c(f,x,h):\n    return np.gradient([f(x-h),f(x),f(x+h)],h)[1]"),
    Right("central", "keyword only", "def c(*,f,x,h):\n    return (f(x+h)-f(x-h))/(2*h)"),
    Right("central", "mean by NumPy", "def c(f,x,h):\n    return np.mean([(f(x+h)-f(x))/h,(f(x)-f(x-h))/h])"),
    Right(
        "partials",
        "a generator",
        (
            "def p(f,xs,h=1e-6):\n"
            "    return ((f(*xs[:n],x+h,*xs[n+1:])-f(*xs[:n],x-h,*xs[n+1:]))/(2*h) for n,x in enumerate(xs))"
        ),
    ),
    Right(
        "partials",
        "yield",
        ("def p(f,xs,h=1e-6):\n    for n,x in enumerate(xs):\n        yield (f(*xs[:n],x+h,*xs[n+1:])-f(*xs))/h"),
    ),
    Right(
        "partials",
        "a view of a dict",
        ("def p(f,xs,h=1e-6):\n    return {n:(f(*xs[:n],x+h,*xs[n+1:])-f(*xs))/h for n,x in enumerate(xs)}.values()"),
    ),
    Right(
        "partials",
        "an array of float32",
        (
            "def p(f,xs,h=1e-6):\n"
            "    return np.array([(f(*xs[:n],x+h,*xs[n+1:])-f(*xs[:n],x-h,*xs[n+1:]))/(2*h) for n,x in "
            "enumerate(xs)],dtype=np.float32)"
        ),
    ),
    Right(
        "partials",
        "keyword only h",
        (
            "def p(f,xs,*,h=1e-6):\n"
            "    return [(f(*xs[:n],x+h,*xs[n+1:])-f(*xs[:n],x-h,*xs[n+1:]))/(2*h) for n,x in enumerate(xs)]"
        ),
    ),
    Right(
        "partials",
        "another small step",
        (
            "def p(f,xs,h=1e-6):\n    h=1e-5\n"
            "    return [(f(*xs[:n],x+h,*xs[n+1:])-f(*xs[:n],x-h,*xs[n+1:]))/(2*h) for n,x in enumerate(xs)]"
        ),
    ),
    Right(
        "partials",
        "islice",
        (
            "from itertools import islice\ndef p(f,xs,h=1e-6):\n"
            "    return islice(((f(*xs[:n],x+h,*xs[n+1:])-f(*xs[:n],x-h,*xs[n+1:]))/(2*h) for n,x in en"
            "umerate(xs)),len(xs))"
        ),
    ),
    Right(
        "partials",
        "reversed",
        (
            "def p(f,xs,h=1e-6):\n"
            "    return reversed([(f(*xs[:n],x+h,*xs[n+1:])-f(*xs[:n],x-h,*xs[n+1:]))/(2*h) for n,x in "
            "enumerate(xs)][::-1])"
        ),
    ),
    Right(
        "partials",
        "other names",
        "def p(g,at,d):\n    return tuple((g(*at[:n],x+d,*at[n+1:])-g(*at))/d for n,x in enumerate(at))",
    ),
    Right("order", "a sentence", "order='C, then A, D, B and last E'"),
    Right("order", "signs between", "order='C < A < D < B < E'"),
    Right("order", "a generator", "order=(x for x in 'CADBE')"),
    Right("order", "keys of a dict", "order=dict(C=-3,A=-2,D=.5,B=2,E=3)"),
    Right("order", "a tuple of bytes as text", "order=b'CADBE'"),
    Right("order", "lines", "order='''C\nA\nD\nB\nE'''"),
]
