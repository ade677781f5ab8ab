"""Lesson 0: how a check answers."""

from known_wrong.bank import Right, Wrong

LESSON = "lesson_00"

GIVEN = "import numpy as np\n"


def number(text):
    return f"answer = {text}"


def machine(expression):
    return f"def f(x):\n    return {expression}"


def change(expression):
    return f"def f(x, by):\n    return {expression}"


def compared(comparison):
    return f"def f(before, after):\n    if {comparison}:\n        return 1\n    return -1"


def given(expression):
    return f"def f(before, after):\n    return {expression}"


WRONG = [
    Wrong("line", "the 1 left out", number("12")),
    Wrong("line", "added first", number("14")),
    Wrong("line", "2x as 2 + x", number("9")),
    Wrong("line", "2x + 1 as 3x", number("18")),
    Wrong("line", "1 taken off", number("11")),
    Wrong("line", "2x as x²", number("37")),
    Wrong("line", "2x as 2 to the power x", number("65")),
    Wrong("line", "2x as digits", number("27")),
    Wrong("line", "x itself", number("6")),
    Wrong("line", "text for a number", number("'13'")),
    Wrong("line", "no number", number("'2x + 1'")),
    Wrong("line", "", number("lambda x: 2 * x + 1")),
    Wrong("line", "", number("-13")),
    Wrong("machine", "the 1 left out", machine("2 * x")),
    Wrong("machine", "added first", machine("2 * (x + 1)")),
    Wrong("machine", "2x as 2 + x", machine("2 + x + 1")),
    Wrong("machine", "2x + 1 as 3x", machine("3 * x")),
    Wrong("machine", "1 taken off", machine("2 * x - 1")),
    Wrong("machine", "2x as x²", machine("x ** 2 + 1")),
    Wrong("machine", "2x as 2 to the power x", machine("2 ** x + 1")),
    Wrong("machine", "x itself", machine("x")),
    Wrong("machine", "always the same", machine("13")),
    Wrong("machine", "whole numbers only", machine("int(2 * x + 1)")),
    Wrong("machine", "rounded", machine("round(2 * x + 1)")),
    Wrong("machine", "text for a number", machine("str(2 * x + 1)")),
    Wrong("machine", "", "def f(x):\n    print(2 * x + 1)"),
    Wrong("machine", "", "def f():\n    return 2 * 6 + 1"),
    Wrong("machine", "", machine("x2 + 1")),
    Wrong("change", "the new y", change("2 * (x + by) + 1")),
    Wrong("change", "the old y", change("2 * x + 1")),
    Wrong("change", "x's own change", change("by")),
    Wrong("change", "the slope alone", change("2")),
    Wrong("change", "1 added to the change", change("2 * by + 1")),
    Wrong("change", "brackets left out", change("2 * (x + by) + 1 - 2 * x + 1")),
    Wrong("change", "old minus new", change("2 * x + 1 - (2 * (x + by) + 1)")),
    Wrong("change", "sign left out", change("abs(2 * by)")),
    Wrong("change", "x for the change", change("2 * x")),
    Wrong("change", "", change("new - old")),
    Wrong("change", "", change("(2 * x + 1, 2 * (x + by) + 1)")),
    Wrong("complete_way", "uphill", compared("after > before")),
    Wrong("complete_way", "always on", compared("before > 0")),
    Wrong("complete_way", "always back", compared("after < 0")),
    Wrong("complete_way", "asks for the goal", compared("after < 0.1")),
    Wrong("complete_way", "asks for the goal", compared("before < 0.1")),
    Wrong("complete_way", "the change of the loss", given("after - before")),
    Wrong("complete_way", "the change of the loss", given("before - after")),
    Wrong("complete_way", "0 for -1", given("1 if after < before else 0")),
    Wrong("complete_way", "", compared("after < befor")),
    Wrong("complete_way", "", compared("after < 1")),
    Wrong("complete_way", "", "def f(before, after):\n    if after < before:\n        print(1)"),
    # What else may be written: named as it was recognised, once each name had been read beside its cause.
    Wrong("line", "", "y=2+6*1"),
    Wrong("line", "", "y=6/2+1"),
    Wrong("machine", "-2x + 1", "def f(x):\n    return 2*-x+1"),
    Wrong("machine", "whole numbers only", "def f(x):\n    return 2*x//1+1"),
    Wrong("machine", "3x + 1", "def f(x):\n    return x+x+x+1"),
    Wrong("machine", "", "def f(x):\n    return 2*x+1 if x>0 else 0"),
    Wrong("change", "4x + 2 by + 2", "def f(x,by):\n    return 2*(x+by)+1 + 2*x+1"),
    Wrong("change", "x + by", "def f(x,by):\n    return x+by"),
    Wrong("change", "2 * x * by", "def f(x,by):\n    return 2*x*by"),
    Wrong("change", "the new y divided by the old y", "def f(x,by):\n    return (2*(x+by)+1)/(2*x+1)"),
    Wrong("change", "x + 2 by", "def f(x,by):\n    return 2*by+x"),
    Wrong("change", "0.5 by", "def f(x,by):\n    return by/2"),
    Wrong("change", "whole numbers only", "def f(x,by):\n    return int(2*by)"),
]

LINE = "line = lambda x: 2 * x + 1\n"

RIGHT = [
    Right("line", "a number", number("13")),
    Right("line", "a float", number("13.0")),
    Right("line", "worked out", "x = 6\ny = 2 * x + 1"),
    Right("line", "NumPy", number("np.float64(13)")),
    Right("line", "a function, called", LINE + "y = line(6)"),
    Right("machine", "one line", machine("2 * x + 1")),
    Right("machine", "step by step", "def f(x):\n    double = x + x\n    double += 1\n    return double"),
    Right("machine", "lambda", "f = lambda x: 1 + x * 2"),
    Right("machine", "NumPy", machine("np.dot([2, 1], [x, 1])")),
    Right("machine", "a loop", "def f(x):\n    y = 1\n    for _ in range(2):\n        y += x\n    return y"),
    Right("machine", "an array", machine("np.array([2 * x + 1])[0]")),
    Right("change", "new minus old", "def f(x, by):\n    new, old = 2 * (x + by) + 1, 2 * x + 1\n    return new - old"),
    Right("change", "a function, called twice", LINE + change("line(x + by) - line(x)")),
    Right("change", "slope times step", change("2 * by")),
    Right("change", "lambda", "f = lambda x, by: by + by"),
    Right("change", "NumPy", change("np.diff([2 * x + 1, 2 * (x + by) + 1])[0]")),
    Right("complete_way", "after < before", compared("after < before")),
    Right("complete_way", "before > after", compared("before > after")),
    Right("complete_way", "a difference", compared("after - before < 0")),
    Right("complete_way", "in one line", given("1 if after < before else -1")),
    Right("complete_way", "NumPy", given("np.sign(before - after)")),
    Right("complete_way", "lambda", "f = lambda old, new: 2 * (new < old) - 1"),
    Right("line", "Fraction", "from fractions import Fraction\ny=Fraction(26,2)"),
    Right("line", "Decimal", "from decimal import Decimal\ny=Decimal('13')"),
    Right("line", "array of no dimension", "y=np.array(13)"),
    Right("line", "int of another kind", "y=np.int16(13)"),
    Right("line", "bits", "y=0b1101"),
    Right("line", "sum", "y=sum([6,6,1])"),
    Right("machine", "partial", "from functools import partial\nline=lambda a,b,x:a*x+b\nf=partial(line,2,1)"),
    Right(
        "machine", "an object that is called", "class Line:\n    def __call__(self,x):\n        return 2*x+1\nf=Line()"
    ),
    Right(
        "machine",
        "a decorator",
        (
            "import functools\ndef d(g):\n    @functools.wraps(g)\n    def inner(*a,**k):\n"
            "        return g(*a,**k)\n    return inner\n@d\ndef f(t):\n    return 2*t+1"
        ),
    ),
    Right("machine", "a method", "class A:\n    def m(self,x):\n        return 2*x+1\nf=A().m"),
    Right("machine", "a polynomial", "f=np.poly1d([2,1])"),
    Right("machine", "Fraction", "from fractions import Fraction\ndef f(x):\n    return 2*Fraction(x)+1"),
    Right("machine", "positional only", "def f(x,/):\n    return x+x+1"),
    Right("machine", "keyword only", "def f(*,x):\n    return x+x+1"),
    Right("machine", "any number of inputs", "def f(*args):\n    return 2*args[0]+1"),
    Right("machine", "defaults", "def f(x,a=2,b=1):\n    return a*x+b"),
    Right("machine", "cached", "from functools import lru_cache\n@lru_cache\ndef f(x):\n    return 2*x+1"),
    Right(
        "machine",
        "a class with a number in it",
        "class f(float):\n    def __new__(cls,x):\n        return float.__new__(cls,2*x+1)",
    ),
    Right("change", "other names", "def f(start,step):\n    return 2*step"),
    Right("change", "by name", "def f(**k):\n    return 2*k['by']"),
    Right("change", "keyword only", "def f(*,x,by):\n    return 2*by"),
    Right("change", "partial", "from functools import partial\nf=partial(lambda slope,x,by:slope*by,2)"),
    Right("change", "integral", "def f(x,by):\n    return sum(2*by/100 for _ in range(100))"),
]
