"""Lesson 1: a function of three numbers, its gradient by formula, and slips in the formula."""

from math import cos, log, sin


def f(a, b, c):
    return -(a**3) + sin(3 * b) - 1 / c + b**2.5 - a**0.5


def gradient(a, b, c):
    """The slopes of f by a, b and c."""
    return {"a": -3 * a**2 - 0.5 * a**-0.5, "b": 3 * cos(3 * b) + 2.5 * b**1.5, "c": 1 / c**2}


def _one(name, slip):
    """A slip in one of the three slopes."""
    return lambda a, b, c: gradient(a, b, c) | {name: slip({"a": a, "b": b, "c": c}[name])}


def _others(a, b, c):
    """Of each input the terms in which it does not stand."""
    terms = {"a": -(a**3) - a**0.5, "b": sin(3 * b) + b**2.5, "c": -1 / c}
    return {name: f(a, b, c) - own for name, own in terms.items()}


SLIPS = (
    (
        _one("b", lambda b: cos(3 * b) + 2.5 * b**1.5),
        "inner derivative missing",
        "The slope of sin(3b) is not cos(3b) alone: 3b grows 3 times as fast as b. The inner derivative, 3, is "
        "missing.",
        "write 3 * cos(3 * b).",
    ),
    (
        _one("a", lambda a: -3 * a**2 + 0.5 * a**-0.5),
        "sign of -a**0.5",
        "The minus before a**0.5 is lost: that term falls when a grows.",
        "take 0.5 * a**-0.5 off, instead of adding it.",
    ),
    (
        _one("c", lambda c: -1 / c**2),
        "sign of -1/c",
        "The slope of 1/c is -1/c², so that of -1/c is +1/c². When c grows, 1/c falls, and -1/c rises.",
        "leave the minus out.",
    ),
    (
        _one("a", lambda a: 3 * a**2 - 0.5 * a**-0.5),
        "sign of -a**3",
        "The minus before a**3 is lost: that term falls when a grows.",
        "write -3 * a**2.",
    ),
    (
        _one("a", lambda a: 3 * a**2 + 0.5 * a**-0.5),
        "both signs of a",
        "Both terms with a have a minus before them, and it stays when you take the slope.",
        "put a minus before both.",
    ),
    (
        _one("a", lambda a: -3 * a**2 - a**-0.5),
        "factor 0.5 missing",
        "The exponent of a**0.5 has been lowered, but not brought down as a factor.",
        "write 0.5 * a**-0.5.",
    ),
    (
        _one("a", lambda a: -3 * a**2 - 0.5 * a**0.5),
        "exponent of a**0.5 not lowered",
        "You brought 0.5 down and left the exponent as it was. It becomes 0.5 - 1 = -0.5.",
        "write 0.5 * a**-0.5.",
    ),
    (
        _one("a", lambda a: -3 * a**2),
        "a**0.5 left out",
        "a stands in two terms, and only one of them is in your slope.",
        "add the slope of -a**0.5.",
    ),
    (
        _one("a", lambda a: -0.5 * a**-0.5),
        "a**3 left out",
        "a stands in two terms, and only one of them is in your slope.",
        "add the slope of -a**3.",
    ),
    (
        _one("a", lambda a: -(a**2) - 0.5 * a**-0.5),
        "factor 3 missing",
        "The exponent of a**3 has been lowered, but not brought down as a factor.",
        "write -3 * a**2.",
    ),
    (
        _one("a", lambda a: -3 * a**3 - 0.5 * a**-0.5),
        "exponent of a**3 not lowered",
        "You brought 3 down and left the exponent as it was. It becomes 2.",
        "write -3 * a**2.",
    ),
    (
        _one("b", lambda b: -3 * cos(3 * b) + 2.5 * b**1.5),
        "sin falls like cos",
        "The slope of sin is +cos. It is cos whose slope has a minus.",
        "write + 3 * cos(3 * b).",
    ),
    (
        _one("b", lambda b: 3 * sin(3 * b) + 2.5 * b**1.5),
        "sin as its own slope",
        "You multiplied sin(3b) by 3. The slope of sin is cos.",
        "write 3 * cos(3 * b).",
    ),
    (
        _one("b", lambda b: 3 * cos(b) + 2.5 * b**1.5),
        "3b became b",
        "The inside has lost its 3. It comes out as a factor, and stays inside too.",
        "write 3 * cos(3 * b).",
    ),
    (
        _one("b", lambda b: cos(3) + 2.5 * b**1.5),
        "the slope put inside",
        "You put the slope of 3b inside the cos. What goes in stays 3b; its slope, 3, stands before.",
        "write 3 * cos(3 * b).",
    ),
    (
        _one("b", lambda b: 3 * cos(3 * b) + b**1.5),
        "factor 2.5 missing",
        "The exponent of b**2.5 has been lowered, but not brought down as a factor.",
        "write 2.5 * b**1.5.",
    ),
    (
        _one("b", lambda b: 3 * cos(3 * b) + 2.5 * b**2.5),
        "exponent of b**2.5 not lowered",
        "You brought 2.5 down and left the exponent as it was. It becomes 1.5.",
        "write 2.5 * b**1.5.",
    ),
    (
        _one("b", lambda b: 3 * cos(3 * b)),
        "b**2.5 left out",
        "b stands in two terms, and only one of them is in your slope.",
        "add the slope of b**2.5.",
    ),
    (
        _one("b", lambda b: 2.5 * b**1.5),
        "sin(3b) left out",
        "b stands in two terms, and only one of them is in your slope.",
        "add the slope of sin(3b).",
    ),
    (
        _one("c", lambda c: 1 / c),
        "exponent of 1/c not lowered",
        "1/c is c**-1. Lowering the exponent by one gives c**-2, not c**-1.",
        "write 1 / c**2.",
    ),
    (
        _one("c", lambda c: -log(c)),
        "integrated",
        "That is a function whose slope is -1/c. You went the other way.",
        "take -1/c as -(c**-1), bring the exponent down, and lower it by one.",
    ),
    (
        _one("c", lambda c: log(c)),
        "the slope of log, backwards",
        "The slope of log(c) is 1/c. That does not make log the slope of 1/c.",
        "take -1/c as -(c**-1), bring the exponent down, and lower it by one.",
    ),
    (
        _one("c", lambda c: c**2),
        "1/c² without its bar",
        "The exponent of c**-1 becomes -2: one lower than -1, not one higher, and still below the bar.",
        "write 1 / c**2.",
    ),
    (
        _one("c", lambda c: 1.0),
        "exponent gone",
        "The exponent of c**-1 becomes -2, not 0: lower it by one.",
        "write 1 / c**2.",
    ),
    (
        _one("c", lambda c: -1.0),
        "slope below the bar",
        "You replaced c by its slope, 1, below the bar. The slope of a fraction is not made so.",
        "take -1/c as -(c**-1), bring the exponent down, and lower it by one.",
    ),
    (
        lambda a, b, c: {"a": -(a**3) - a**0.5, "b": sin(3 * b) + b**2.5, "c": -1 / c},
        "terms, not slopes",
        "These are the terms of f in which this number stands. Asked is how fast they change.",
        "take the slope of each term.",
    ),
    (
        lambda a, b, c: {name: -slope for name, slope in gradient(a, b, c).items()},
        "all signs turned round",
        "The sizes are right, all signs are turned round.",
        "ask of one term whether it rises or falls when its input grows.",
    ),
    (
        lambda a, b, c: dict.fromkeys("abc", sum(gradient(a, b, c).values())),
        "all three at once",
        "That is the sum of all three slopes: how f changes when a, b and c grow together. Each has a slope of its "
        "own.",
        "for each input, take the terms in which it stands, and no others.",
    ),
    (
        lambda a, b, c: dict.fromkeys("abc", f(a, b, c)),
        "the value, not the slope",
        "That is f itself. A slope says how fast f changes with one of its inputs.",
        "take the slope of each term.",
    ),
    *(
        (
            lambda a, b, c, order=order: dict(zip("abc", map(gradient(a, b, c).get, order), strict=True)),
            "order turned round",
            "The slopes are right, and in the wrong order.",
            "return the slope by a first, then by b, then by c.",
        )
        for order in ("cba", "bac", "acb", "cab", "bca")
    ),
    (
        lambda a, b, c: gradient(2.0, 3.0, 4.0),
        "the lesson's numbers typed in",
        "It is right for the lesson's numbers. The check tries others too.",
        "write formulas, made of a, b and c.",
    ),
    (
        lambda a, b, c: {name: slope + _others(a, b, c)[name] for name, slope in gradient(a, b, c).items()},
        "the other terms kept",
        "The terms in which this number does not stand are still there. They hold still, so that their slope is 0.",
        "leave them out.",
    ),
    (
        lambda a, b, c: dict.fromkeys("abc", 0.0),
        "all zero",
        "A slope of 0 says that f does not move with this number. Here it does.",
        "take the terms in which it stands, and find the slope of each.",
    ),
)
