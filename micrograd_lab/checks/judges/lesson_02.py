"""Lesson 2: expressions that remember."""

import random
import re

from ..judge import Judge, Misconception, outcome_of, same, words
from ..probes import lesson_02 as probe

FIRST = ("__add__", "__mul__")
REFLECTED = ("__radd__", "__rmul__")
REST = ("__neg__", "__sub__", "__rsub__", "__truediv__", "__rtruediv__", "__pow__")


class Value:
    """What a right class does; the wrong ones below differ in a method each."""

    def __init__(self, data, inputs=(), op=""):
        self.data, self.inputs, self.op = data, inputs, op

    def wrapped(self, other):
        return other if isinstance(other, Value) else type(self)(other)

    def __add__(self, other):
        other = self.wrapped(other)
        return type(self)(self.data + other.data, (self, other), "+")

    def __mul__(self, other):
        other = self.wrapped(other)
        return type(self)(self.data * other.data, (self, other), "*")

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -self.wrapped(other)

    def __rsub__(self, other):
        return -self + other

    def __truediv__(self, other):
        return self * self.wrapped(other) ** -1

    def __rtruediv__(self, other):
        return self**-1 * other

    def __pow__(self, k):
        if not isinstance(k, (int, float)) or (self.data < 0 and k != int(k)):
            raise ValueError("refused")
        return type(self)(self.data**k, (self,), f"**{k}")


def by(**methods):
    """What is told of a class that differs from the right one in these methods; None takes one away."""

    def wrong(case):
        cls = type("Value", (Value,), {n: m for n, m in methods.items() if m is not None})
        for name in (n for n, m in methods.items() if m is None):
            setattr(cls, name, _missing)
        return probe.result(cls, case)

    return wrong


def either(*wrongs):
    """Recognises what any of these gives: the same slip shows elsewhere too where other methods rest on it."""
    return lambda case, found: any(same(found, outcome_of(wrong, case)) for wrong in wrongs)


def _missing(*_):
    return NotImplemented  # what Python finds where there is no such method


def right(case):
    if "value exponent" in case:
        return {"gives": "an error with a sentence"}
    return by()(case)


def right_number(case, found):
    return same(found["data"], right(case)["data"])


def in_words(found):
    """What a check shows of a result."""
    if "data" not in found:
        return found["gives"] if "gives" in found else words(found)
    data = words(found["data"])
    if found["gives"] != "a value":
        return "None" if found["gives"] == "NoneType" else f"the {found['gives']} {data}"
    made = f" made from {' and '.join(found['from'])}" if found.get("from") else " that remembers no leaf"
    strays = "".join(f", with a plain {kind} among the inputs" for kind in sorted(set(found.get("strays", ()))))
    named = f", named {found['op']!r}" if "op" in found else ""
    return f"a Value of {data}{made}{strays}{named}"


def told(case):
    return f"{case['line']} at " + ", ".join(f"{name} = {number:g}" for name, number in case["leaves"].items())


def _values(*lines, methods, seed, known):
    """A case for each line; the first ones at known numbers, the others at numbers of the seed."""
    chance = random.Random(seed)
    for n, line in enumerate(lines):
        line, options = line if isinstance(line, tuple) else (line, {})
        at = known if n < 4 else {name: round(chance.uniform(0.5, 4), 2) for name in "abc"}
        leaves = {name: number for name, number in (at | options.pop("at", {})).items() if name in line}
        yield {"line": line, "leaves": leaves, "methods": list(methods), **options}


def _no_value(case, found):
    if isinstance(found, dict) and "strays" in found and found["strays"]:
        return f"Among the inputs is a {found['strays'][0]}, which is no Value.", "keep Values only: (self, other)."
    return "", "run this line in a cell of its own, and print the result's data and inputs."


def _keeps_a_set(cases, results):
    if not any(isinstance(r, dict) and r.get("_set") for r in results):
        return ""
    return (
        "Your class keeps its inputs in a set. That passes here. But a set forgets that a + a uses a twice and which "
        "of a - b comes first, and its order differs from run to run: pictures, and later backward(), become flaky. A "
        "tuple, (self, other), forgets nothing."
    )


AN_INSTANCE = Misconception(
    "an instance for the class",
    None,
    "This check takes the class itself, and makes Values of its own. It was given something else.",
    "write Value, without brackets and without a number.",
    seen=lambda case, found: found["gives"].startswith("an instance"),
)
NOTHING = Misconception(
    "nothing returned",
    None,
    "It gave None: there is no result. Either a return is missing, or this method is still to be written.",
    "end each method with return Value(...).",
    seen=lambda case, found: found.get("gives") == "NoneType" or "'NoneType'" in found.get("says", ""),
)
A_NUMBER = Misconception(
    "a plain number",
    None,
    "The graph is cut: the number is right, but it is a plain number, and that remembers nothing.",
    "return a Value that is given the number and its inputs: Value(number, (self, other), op).",
    seen=lambda case, found: found["gives"] in ("int", "float") and right_number(case, found),
)
CHANGED = Misconception(
    "changed in place",
    None,
    "A leaf has changed. An operation makes a new Value; those it works on stay as they were.",
    "do not assign to self.data or other.data: return Value(...) instead.",
    seen=lambda case, found: bool(found["changed"]),
)
FORGETS = Misconception(
    "inputs forgotten",
    None,
    "The graph is cut: the number is right, but the new Value does not know what it was made from.",
    "hand it its inputs too: Value(number, (self, other), op).",
    seen=lambda case, found: (
        found["gives"] == "a value" and right_number(case, found) and not found["from"] and not found["strays"]
    ),
)
ONE_INPUT = Misconception(
    "one input forgotten",
    None,
    "The new Value remembers only some of what it was made from.",
    "hand it both inputs: (self, other).",
    seen=lambda case, found: (
        right_number(case, found) and not found["strays"] and 0 < len(found["from"]) < len(right(case)["from"])
    ),
)
NUMBERS_KEPT = Misconception(
    "numbers as inputs",
    None,
    "Among the inputs is a plain number, which cannot remember anything and cannot be drawn.",
    "keep the Values themselves, (self, other), after wrapping other: not their data, and not the number given.",
    seen=lambda case, found: bool(found["strays"]),
)
NESTED = Misconception(
    "a Value as data",
    None,
    "The data of the result is a Value itself, and not a number.",
    "calculate with the numbers: self.data and other.data.",
    seen=lambda case, found: isinstance(found["data"], dict) and "value" in found["data"],
)
COMMON = (AN_INSTANCE, NOTHING, A_NUMBER, CHANGED, NESTED, NUMBERS_KEPT, FORGETS, ONE_INPUT)


# 2.1


def first_cases(seed):
    lines = (
        ("a + b", {"op": "+"}),
        ("a * b", {"op": "*"}),
        "a + 3",
        "a * 2.5",
        "a + 2.5",
        "a * 2",
        "a + a",
        "(a + 1) * (b + a)",
        "a * b * c + a * c",
    )
    return tuple(_values(*lines, methods=FIRST, seed=seed, known={"a": 2.0, "b": -3.0, "c": 10.0}))


def _raises(kind, *words_in_it):
    """A learner's exception of this kind, with these words in it."""
    return lambda case, found: found.get("error") == kind and all(word in found["says"] for word in words_in_it)


def _ints_alone(case, found):
    return _raises("AttributeError", "int")(case, found) and not any("." in part for part in case["line"].split())


def _number_and_value(found):
    """Raised by 2.0 + a Value, or by the reflected method that it calls."""
    says = found.get("says", "")
    unknown = "unsupported operand" in says and re.search("'(int|float)'", says)
    return found.get("error") == "RecursionError" or bool(unknown)


def _data_left_out(case, found):
    """A number and a whole Value are combined: `self.data + other`."""
    if isinstance(found.get("data"), dict):  # which a reflected method makes possible
        return found["from"] == list(case["leaves"])
    return _number_and_value(found) and re.search(r"\.data\s*[+*]\s*\w+\b(?!\s*[.(])", found.get("code", ""))


def _two_values(case, found):
    """Fails where both sides are Values, and there alone."""
    nested = isinstance(found.get("data"), dict)
    one_value = re.fullmatch(r"a [+*] [\d.]+", case["line"])
    # In a + a nothing tells the two slips apart: the other cases do.
    left_out = _data_left_out(case, found) and not (nested and len(case["leaves"]) == 1)
    return (nested or _number_and_value(found)) and not one_value and not left_out


def _asks_a_number(case, found):
    return found["error"] == "AttributeError" and re.search("'(int|float)' object has no attribute", found["says"])


FIRST_OPS = Judge(
    first_cases,
    right,
    tells=told,
    shows=in_words,
    otherwise=_no_value,
    remarks=_keeps_a_set,
    one_by_one=True,
    misconceptions=(
        Misconception(
            "whole numbers not wrapped",
            None,
            "Your class wraps 2.5 but not 3: an int is a number too.",
            "ask the other way round: if other is not a Value, wrap it.",
            seen=_ints_alone,
        ),
        Misconception(
            "no wrapping",
            None,
            "A plain number has no data, and no inputs.",
            "wrap it first: other = other if isinstance(other, Value) else Value(other).",
            seen=_asks_a_number,
        ),
        Misconception(
            "a Value wrapped again",
            None,
            "You wrap everything, also what is a Value already. Then its data is no number but a Value.",
            "ask first: if other is a Value, leave it as it is.",
            seen=_two_values,
        ),
        Misconception(
            "other instead of other.data",
            None,
            "You add or multiply a number, self.data, and a whole Value, other.",
            "use other.data, after wrapping other.",
            seen=lambda case, found: _number_and_value(found) or _data_left_out(case, found),
        ),
        Misconception(
            "* adds",
            by(__mul__=lambda s, o: type(s)(s.data + s.wrapped(o).data, (s, s.wrapped(o)), "*")),
            "Your * adds.",
            "multiply self.data by other.data in __mul__.",
        ),
        Misconception(
            "* is named +",
            by(__mul__=lambda s, o: type(s)(s.data * s.wrapped(o).data, (s, s.wrapped(o)), "+")),
            "The number is right, but the result says that a + made it: a reader of the graph would be misled.",
            'name the operation of __mul__ "*".',
        ),
        Misconception(
            "no name of the operation",
            None,
            "The number is right, but the result does not say which operation made it.",
            'hand over its sign too: Value(number, (self, other), "+").',
            seen=lambda case, found: found["op"] == "" and right_number(case, found),
        ),
        *COMMON,
    ),
)


# 2.2


def reflected_cases(seed):
    lines = ("3 + a", "2.5 * a", "sum([a, b, c])", "1 + 2 * a", "sum([a, a])", "2 * (a + 1)", "0 * a", "0.5 + b * c")
    return tuple(_values(*lines, methods=REFLECTED, seed=seed, known={"a": 2.0, "b": -3.0, "c": 10.0}))


def _no_reflected(sign):
    return lambda case, found: _raises("TypeError", "unsupported operand", f"for {sign}:")(case, found)


REFLECTED_OPS = Judge(
    reflected_cases,
    right,
    tells=told,
    shows=in_words,
    otherwise=_no_value,
    remarks=_keeps_a_set,
    one_by_one=True,
    misconceptions=(
        Misconception(
            "no reflected +",
            None,
            "sum starts from 0, so Python tries 0 + Value. The 0 knows no Values, and your class has no __radd__ that "
            "Python finds.",
            "write __radd__, with two underscores on each side, and run the cell that gives it to the class.",
            seen=_no_reflected("+"),
        ),
        Misconception(
            "no reflected *",
            None,
            "The number on the left knows no Values, and your class has no __rmul__ that Python finds.",
            "write __rmul__, with two underscores on each side, and run the cell that gives it to the class.",
            seen=_no_reflected("*"),
        ),
        Misconception(
            "asks for itself again",
            None,
            "other + self is the very thing that Python could not do: it calls __radd__ again, and so on.",
            "put self on the left: self + other.",
            seen=_raises("RecursionError"),
        ),
        Misconception(
            "the number has no data",
            None,
            "In a reflected method other is the plain number on the left. It has no data.",
            "leave the wrapping to + itself: self + other.",
            seen=_asks_a_number,
        ),
        Misconception(
            "only for sum",
            by(__radd__=lambda s, o: s),
            "Your __radd__ gives self back whatever stands on the left. That is right for the 0 of sum, and for no "
            "other number.",
            "return self + other.",
        ),
        Misconception(
            "*'s reflection adds",
            by(__rmul__=lambda s, o: s + o),
            "Your __rmul__ adds.",
            "return self * other there.",
        ),
        Misconception(
            "+'s reflection multiplies",
            by(__radd__=lambda s, o: s * o),
            "Your __radd__ multiplies.",
            "return self + other there.",
        ),
        Misconception(
            "self twice",
            by(__radd__=lambda s, o: s + s, __rmul__=lambda s, o: s * s),
            "You combine self with itself. The number on the left is lost.",
            "return self + other, and self * other.",
        ),
        *COMMON,
    ),
)


# 2.3


def rest_cases(seed):
    lines = (
        "2 - a",
        ("6 / a", {"at": {"a": -4.0}}),
        "-a",
        "a - b",
        "a - 1.5",
        "a / b",
        "a / 2",
        "a ** 2",
        "a ** 3",
        "a ** -1",
        "a ** 0.5",
        ("a ** 2", {"at": {"a": -1.5}}),
        ("a ** 0.5", {"at": {"a": -2.0}, "refuse": True}),
        ("a ** b", {"refuse": True, "value exponent": True}),
        "(2 - a) * (6 / a) - b ** 2 / 4",
    )
    return tuple(_values(*lines, methods=REST, seed=seed, known={"a": 4.0, "b": -3.0, "c": 10.0}))


def _both_remembered(case, found):
    """A Value as exponent, done in full."""
    a, b = case["leaves"].values()
    full = found["gives"] == "a value" and found["from"] == ["a", "b"] and not found["changed"] + found["strays"]
    return "value exponent" in case and full and abs(found["data"] - a**b) < 1e-9 * a**b


def _says_nothing(case, found):
    return found["gives"] == "an error without a sentence"


def _exponent_lost(case, found):
    return "value exponent" in case and found["gives"] == "a value"


def right_power(s, k, data):
    Value.__pow__(s, k)  # refuses what the right one refuses
    return type(s)(data, (s,), "**")


def repeated(s, k):
    """self times itself, k times."""
    number = 1.0
    for _ in range(k):
        number *= s.data
    return type(s)(number, (s,), "**")


def from_self(s, k):
    number = s.data
    for _ in range(k - 1):
        number *= s.data
    return type(s)(number, (s,), "**")


def _with_either_division(power):
    """A wrong power, and division that rests on it, with a plain divisor wrapped before or left as it is."""
    return either(by(__pow__=power), by(__pow__=power, __truediv__=lambda s, o: s * o**-1))


def _floor(s, o):
    return type(s)(s.data // s.wrapped(o).data, (s, s.wrapped(o)), "/")


REPEATED = (
    "Multiplying again and again gives whole powers from 1 on, and neither -1, which division needs, nor 0.5.",
    "use Python's own power: self.data ** other.",
)

REST_OPS = Judge(
    rest_cases,
    right,
    also=_both_remembered,
    tells=told,
    shows=in_words,
    otherwise=_no_value,
    remarks=_keeps_a_set,
    one_by_one=True,
    misconceptions=(
        Misconception(
            "rsub as sub",
            by(__rsub__=lambda s, o: s - o),
            "Your __rsub__ computes self - other. Reflected means that self stands on the right: 2 - a asks for "
            "other - self.",
            "wrap other, and take self off it; or return -self + other.",
        ),
        Misconception(
            "rdiv as div",
            by(__rtruediv__=lambda s, o: s / o),
            "Your __rtruediv__ computes self / other. Reflected means that self stands on the right: 6 / a asks for "
            "other / self.",
            "wrap other, and divide it by self; or return other * self ** -1.",
        ),
        Misconception(
            "both reflections unreflected",
            by(__rsub__=lambda s, o: s - o, __rtruediv__=lambda s, o: s / o),
            "Your __rsub__ and __rtruediv__ compute self - other and self / other. Reflected means that self stands on "
            "the right.",
            "wrap other, then return other - self, and other / self.",
        ),
        Misconception(
            "complex",
            None,
            "A negative base with a fractional power: Python silently gives a complex number, and no gradient will "
            "know what to do with it.",
            "look before you compute: if self.data < 0 and the exponent is no whole number, raise ValueError.",
            seen=lambda case, found: "refuse" in case and found["data"] == {"type": "complex"},
        ),
        Misconception(
            "exponent forgotten",
            None,
            "An exponent that is a Value has a gradient too, and your result does not remember it. So micrograd "
            "asserts that an exponent is a plain number.",
            "refuse it: assert isinstance(other, (int, float)), with a sentence on what is allowed.",
            seen=_exponent_lost,
        ),
        Misconception(
            "complex, and exponent forgotten",
            None,
            "Two inputs should be refused. A negative base with a fractional power gives a complex number; an exponent "
            "that is a Value is lost from the graph.",
            "before you compute: raise ValueError for the first, and assert that the exponent is a number for the "
            "second.",
            seen=lambda case, found: found["data"] == {"type": "complex"} or _exponent_lost(case, found),
        ),
        Misconception(
            "not refused",
            None,
            "That gave a result where there is none: no real number is the square root of a negative one.",
            "raise ValueError if self.data < 0 and the exponent is no whole number.",
            seen=lambda case, found: "refuse" in case and "value exponent" not in case and found["gives"] == "a value",
        ),
        Misconception(
            "an error without a sentence",
            None,
            "You refuse it, and the error says nothing. Whoever meets it must guess what was wrong.",
            'give it a sentence: raise TypeError("the exponent must be a plain number"). After an assert it follows a '
            "comma.",
            seen=_says_nothing,
        ),
        Misconception(
            "numbers as inputs of /",
            None,
            "Among the inputs of a quotient is a plain number, which cannot remember anything and cannot be drawn.",
            "return self * other ** -1, and other * self ** -1: then the memory comes for free.",
            seen=lambda case, found: bool(found["strays"]) and "/" in case["line"],
        ),
        Misconception(
            "the exponent as input",
            None,
            "The exponent stands among the inputs of **. It is a plain number, no Value: it remembers nothing and "
            "cannot be drawn. Where / is made of **, it does the same.",
            "keep the base alone, (self,), and name the exponent in op.",
            seen=lambda case, found: bool(found["strays"]) and ("/" in case["line"] or "**" in case["line"]),
        ),
        Misconception(
            "- adds",
            None,
            "Your - adds.",
            "return self + (-other), after wrapping other.",
            seen=either(
                by(__sub__=lambda s, o: s + o), by(__sub__=lambda s, o: s + o, __rsub__=lambda s, o: s.wrapped(o) - s)
            ),
        ),
        Misconception(
            "/ rounds down",
            None,
            "Your / rounds down to whole numbers.",
            "divide with /, not with //; or return self * other ** -1.",
            seen=either(by(__truediv__=_floor), by(__truediv__=_floor, __rtruediv__=lambda s, o: s.wrapped(o) / s)),
        ),
        Misconception(
            "power as product",
            None,
            "Your ** multiplies by the exponent.",
            "use self.data ** other.",
            seen=_with_either_division(lambda s, k: right_power(s, k, s.data * k)),
        ),
        Misconception(
            "only squares",
            None,
            "Your ** always squares. Division needs the power -1 too.",
            "use self.data ** other.",
            seen=_with_either_division(lambda s, k: right_power(s, k, s.data**2)),
        ),
        Misconception("only whole powers", None, *REPEATED, seen=_with_either_division(repeated)),
        Misconception("only whole powers, from self on", None, *REPEATED, seen=_with_either_division(from_self)),
        Misconception(
            "- the wrong way round",
            None,
            "Your - takes the left from the right: a - b asks for self - other.",
            "return self + (-other), after wrapping other.",
            seen=either(
                by(__sub__=lambda s, o: s.wrapped(o) + -s),
                by(__sub__=lambda s, o: s.wrapped(o) + -s, __rsub__=lambda s, o: s.wrapped(o) - s),
            ),
        ),
        Misconception(
            "no change of sign",
            by(__neg__=lambda s: s * 1),
            "Your -a gives a.",
            "return self * -1.",
        ),
        Misconception(
            "no reflected -",
            None,
            "The number on the left knows no Values, and your class has no __rsub__ that Python finds.",
            "write __rsub__, with two underscores on each side, and run the cell that gives it to the class.",
            seen=_no_reflected("-"),
        ),
        Misconception(
            "no negative",
            None,
            "-a asks a for __neg__, and your class has none that Python finds.",
            "write __neg__, with two underscores on each side, and run the cell that gives it to the class.",
            seen=_raises("TypeError", "bad operand type for unary -"),
        ),
        Misconception(
            "no division",
            None,
            "Python looks for __truediv__, and for __rtruediv__ when a number stands on the left. It finds one of them "
            "at most.",
            "write both, under these names, and run the cell that gives them to the class.",
            seen=_no_reflected("/"),
        ),
        Misconception(
            "asks for itself again",
            None,
            "An operation that is written with itself never ends: other - self calls __rsub__ again.",
            "wrap other first, so that a Value stands on the left; or use + and -self.",
            seen=_raises("RecursionError"),
        ),
        Misconception(
            "no wrapping",
            None,
            "A plain number has no data, and no inputs.",
            "wrap it first, as in +; or write a - b as a + (-b), and leave the wrapping to +.",
            seen=_asks_a_number,
        ),
        *COMMON,
    ),
)


# 2.4

GRAPHS = (
    {"a": [], "b": [], "y": ["a", "b"]},
    {"a": [], "y": ["a", "a"]},
    {"a": [], "b": [], "e": ["a", "b"], "c": [], "d": ["e", "c"], "f": [], "L": ["d", "f"]},
    {"a": [], "b": [], "t": ["a", "b"], "u": ["t", "a"], "y": ["u", "t"]},
    {"a": []},
)
DOUBLINGS = 40


def trace_cases(seed):
    chance = random.Random(seed)
    graphs = [*GRAPHS, _random_graph(chance)]
    chain = {"v0": []} | {f"v{n + 1}": [f"v{n}"] * 2 for n in range(DOUBLINGS)}
    return tuple({"graph": graph, "data": _data(graph)} for graph in (*graphs, chain))


def _data(graph):
    """Numbers: leaves with the same one are still two."""
    return {name: float(n) if inputs else 1.0 for n, (name, inputs) in enumerate(graph.items(), 2)}


def _random_graph(chance):
    """Two leaves and four results, the last of which reaches all."""
    made = {"a": [], "b": []}
    for name in "pqr":
        made[name] = chance.choices(list(made), k=2)
    unused = [name for name in made if not any(name in inputs for inputs in made.values())]
    return made | {"y": [*unused, "a"]}


def traced(case, visited=True, edge=lambda i, v: [i, v], edges_of=lambda inputs: inputs, nodes_of=None):
    """Nodes and edges of the graph, by name."""
    graph, nodes, edges = case["graph"], [], []

    def visit(v):
        if visited and v in nodes:
            return
        nodes.append(v)
        if len(nodes) > 100_000:
            raise RecursionError
        for i in edges_of(graph[v]):
            edges.append(edge(i, v))
        for i in graph[v]:
            visit(i)

    try:
        visit(list(graph)[-1])
    except RecursionError:
        return {"error": "TimeUp"}
    return {"nodes": sorted(nodes_of(nodes) if nodes_of else nodes), "edges": sorted(edges)}


def _is_trace(case, found):
    """Each node once; each pair as often as it has arrows, or once."""
    expected = traced(case)
    pairs = found["edges"]
    most = all(pairs.count(pair) <= expected["edges"].count(pair) for pair in pairs)
    return found["nodes"] == expected["nodes"] and most and all(pair in pairs for pair in expected["edges"])


def _traced(**how):
    return lambda case: traced(case, **how)


def once(wrong):
    """Recognises a wrong trace whether it holds two arrows between the same two values, or one pair."""

    def seen(case, found):
        expected = wrong(case)
        pairs = [sorted(set(map(tuple, trace["edges"]))) for trace in (found, expected)]
        return found["nodes"] == expected["nodes"] and pairs[0] == pairs[1]

    return seen


def _no_leaves(case):
    return traced(case, nodes_of=lambda nodes: [v for v in nodes if case["graph"][v]])


def _arrows_as_one(cases, results):
    if all(same(result, traced(case)) for case, result in zip(cases, results, strict=True)):
        return ""
    return (
        "In a + a your edges hold one pair for two arrows. That passes here. But the sum uses a twice, and backward() "
        "will have to count both. A list of pairs keeps them."
    )


def _trace_in_words(found):
    if "gives" in found:
        return "None" if found["gives"] == "NoneType" else f"a {found['gives']}"
    if "nodes" not in found:
        return words(found)
    edges = ", ".join("-".join(edge) for edge in found["edges"])
    return f"nodes {', '.join(found['nodes']) or 'none'}; edges {edges or 'none'}"


def _other_shape(case, found):
    if isinstance(found, dict) and "gives" in found:
        return "The check takes two things: all nodes, and all edges.", "end with return nodes, edges."
    if isinstance(found, dict) and any(len(edge) != 2 for edge in found["edges"]):
        return "An edge is a pair: (input, result).", "append (i, v) for each input i of v."
    return "", "draw this graph on paper, and tick off each box and each arrow that your lists name."


def _an_arrow_missing(case, found):
    expected = traced(case)
    pairs = expected["edges"]
    return found["nodes"] == expected["nodes"] and found["edges"] and all(pair in pairs for pair in found["edges"])


def _plain_nodes(case, found):
    return any(name.startswith("a ") for name in found["nodes"])


def _endless(case):
    return {"error": "TimeUp"} if len(case["graph"]) > DOUBLINGS else traced(case)


def _only_top(case):
    *_, root = case["graph"]
    inputs = case["graph"][root]
    return {"nodes": sorted({root, *inputs}), "edges": sorted([i, root] for i in inputs)}


def _by_number(case):
    """Values with the same number taken for one: only the first of them is met."""
    data = {name: case["data"][name] for name in case["graph"]}

    def visit(v, nodes, edges):
        if data[v] in [data[n] for n in nodes]:
            return
        nodes.append(v)
        for i in case["graph"][v]:
            edges.append([i, v])
            visit(i, nodes, edges)

    nodes, edges = [], []
    visit(list(case["graph"])[-1], nodes, edges)
    return {"nodes": sorted(nodes), "edges": sorted(edges)}


TRACE = Judge(
    trace_cases,
    traced,
    accepts=_is_trace,
    remarks=_arrows_as_one,
    shows=_trace_in_words,
    otherwise=_other_shape,
    tells=lambda case: (
        "In a chain of 40 doublings, v1 = v0 + v0 and so on"
        if len(case["graph"]) > DOUBLINGS
        else "In the graph "
        + "; ".join(f"{v} from {' and '.join(i)}" if i else f"leaf {v}" for v, i in case["graph"].items())
    ),
    misconceptions=(
        Misconception(
            "every road walked",
            _endless,
            "Each node is listed once, but visited once for each road that leads to it. In 40 doublings that is 2 to "
            "the 40th: a million million.",
            "return at once when a node has been met: if v in nodes: return.",
        ),
        Misconception(
            "met twice, listed twice",
            _traced(visited=False),
            "A value that is used twice stands in your list twice: you visit it once for each road that leads to it.",
            "keep track of the nodes you have met, and return at once when you meet one again.",
        ),
        Misconception(
            "edges turned round",
            None,
            "Your edges point from result to input. An edge is (input, result), the way the arrow is drawn.",
            "turn the pair round: (i, v).",
            seen=once(_traced(edge=lambda i, v: [v, i])),
        ),
        Misconception(
            "output left out",
            None,
            "The output itself is missing among the nodes.",
            "append v itself when you visit it, before its inputs.",
            seen=once(_traced(nodes_of=lambda nodes: nodes[1:])),
        ),
        Misconception(
            "leaves left out",
            None,
            "The leaves are missing among the nodes. They are Values like the others.",
            "append v whether it has inputs or not.",
            seen=once(_no_leaves),
        ),
        Misconception(
            "only the last operation",
            None,
            "You list the output and its own inputs. Theirs are missing.",
            "do for each input what you did for the output.",
            seen=once(_only_top),
        ),
        Misconception(
            "no edges",
            lambda case: traced(case, edges_of=lambda inputs: []),
            "There are no edges.",
            "append (i, v) for each input i of v.",
        ),
        Misconception(
            "edges to known nodes missing",
            None,
            "An arrow from a value that you had met before is missing. A value used twice has two arrows.",
            "add the edge first, and only then ask whether the input has been met.",
            seen=_an_arrow_missing,
        ),
        Misconception(
            "told apart by number",
            None,
            "Two Values with the same number are taken for one. They are different boxes.",
            "keep the Values themselves in your list, not their data.",
            seen=once(_by_number),
        ),
        Misconception(
            "numbers for nodes",
            None,
            "Your nodes are not Values. From a number or a text nobody can walk on to inputs.",
            "append v itself.",
            seen=_plain_nodes,
        ),
    ),
)
