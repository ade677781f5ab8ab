"""Lesson 11: keep the signal alive."""

from known_wrong.bank import Right, Wrong

LESSON = "lesson_11"

# What the exercise notebook has beside the answers: a right start for 11.3.
GIVEN = """
import copy, functools, itertools, math, random

def init(nin, nout, activation):
    gain = 2**0.5 if activation == "relu" else 1.0
    return [[random.gauss(0, gain / nin**0.5) for _ in range(nin)] for _ in range(nout)]
"""


def but(text, *changes):
    for right, wrong in changes:
        assert right in text, right
        text = text.replace(right, wrong)
    return text


def returning(head, *lines):
    return f"{head}\n    " + "\n    ".join(lines) + "\n"


def init(*lines):
    return returning("def init(nin, nout, activation):", *lines)


GAIN = 'gain = 2**0.5 if activation == "relu" else 1.0'
ROWS = "return [[{} for _ in range(nin)] for _ in range(nout)]"


def drawn(text, gain=GAIN):
    """Rows of this, drawn for each place."""
    return init(gain, ROWS.format(text))


def normal(spread, gain=GAIN):
    return drawn(f"random.gauss(0, {spread})", gain)


def dead(*lines):
    return returning("def dead(outputs):", *lines)


def those(test):
    return dead(f"return [n for n, a in enumerate(outputs) if {test}]")


TREAT = """
def treat(name, patient):
    if name == "Ben":
        patient["biases"] = [[0.0 for _ in layer] for layer in patient["biases"]]
        return "dead units", patient
    if name == "Cleo":
        patient["rate"] = 0.1
        return "rate too high", patient
    if name == "Dora":
        largest = max(abs(x) for point in patient["points"] for x in point)
        patient["points"] = [[x / largest for x in point] for point in patient["points"]]
        return "inputs too large", patient
    anew = []
    for rows in patient["weights"]:
        kind = "relu" if len(rows) > 1 else "linear"
        anew.append(init(len(rows[0]), len(rows), kind))
    patient["weights"] = anew
    if name == "Ada":
        return "equal rows", patient
    return "weights too small", patient
"""


def treat(*changes):
    return but(TREAT, *changes)


SUM = """
def spread_of_sum(nin, w, x):
    return w * x * {}
"""
BEGIN = """
def begin(nin, nout, seed):
    {}
    rows = []
    for unit in range(nout):
        {}
        rows.append({})
    return rows
"""
ONE_ROW = "[chance.gauss(0, 1) for _ in range(nin)]"
NEW_WEIGHTS = "anew.append(init(len(rows[0]), len(rows), kind))"
DOUBLED = """
    if name == "Emil":
        anew = [[[2 * w for w in row] for row in rows] for rows in patient["weights"]]"""
DIVIDED = '[[x / largest for x in point] for point in patient["points"]]'
SCALED = f'patient["points"] = {DIVIDED}'
SMALLER = 'patient["weights"][0] = [[w / largest for w in row] for row in patient["weights"][0]]'
PART = 'return "dead units", {"biases": patient["biases"]}'
NO_BIAS = '[[0.0 for _ in layer] for layer in patient["biases"]]'


WRONG = [
    # 11.1
    Wrong("init", "nout for nin", normal("gain / nout**0.5")),
    Wrong("init", "nout for nin", normal("1 / nout**0.5")),
    Wrong("init", "the variance for the spread", normal("gain**2 / nin")),
    Wrong("init", "the variance for the spread", normal("2 / nin")),
    Wrong("init", "the root of the gain", normal("(gain / nin) ** 0.5")),
    Wrong("init", "nout for nin", normal("(2 / nout) ** 0.5")),
    Wrong("init", "no root of nin", normal("gain / nin")),
    Wrong("init", "the gain of relu forgotten", normal("1 / nin**0.5")),
    Wrong(
        "init", "the gain of relu forgotten", normal("gain / nin**0.5", 'gain = 5 / 3 if activation == "tanh" else 1')
    ),
    Wrong("init", "a gain of 2", normal("gain / nin**0.5", 'gain = 2.0 if activation == "relu" else 1.0')),
    Wrong("init", "the gain of relu for a linear layer", normal("(2 / nin) ** 0.5")),
    Wrong("init", "gains swapped", normal("gain / nin**0.5", 'gain = 2**0.5 if activation == "linear" else 1.0')),
    Wrong("init", "half for relu", normal("gain / nin**0.5", 'gain = 0.5**0.5 if activation == "relu" else 1.0')),
    Wrong("init", "half for relu", normal("gain / nin**0.5", 'gain = 0.5 if activation == "relu" else 1.0')),
    Wrong("init", "both widths", normal("(2 / (nin + nout)) ** 0.5")),
    Wrong("init", "both widths", normal("gain * (2 / (nin + nout)) ** 0.5")),
    Wrong("init", "limits for the spread", drawn("random.uniform(-gain / nin**0.5, gain / nin**0.5)")),
    Wrong("init", "limits for the spread", drawn("(random.random() - 0.5) * gain / nin**0.5")),
    Wrong("init", "limits, and no gain", drawn("random.uniform(-1, 1) / nin**0.5")),
    Wrong("init", "always above 0", drawn("abs(random.gauss(0, gain / nin**0.5))")),
    Wrong("init", "always above 0", drawn("random.random() * gain / nin**0.5")),
    Wrong("init", "always above 0", drawn("random.uniform(0, gain * (3 / nin) ** 0.5)")),
    Wrong("init", "no scale", drawn("random.uniform(-1, 1)")),
    Wrong("init", "no scale", drawn("random.gauss(0, 1)")),
    Wrong("init", "no scale", drawn("random.gauss(0, gain)")),
    Wrong("init", "the root multiplied", drawn("random.gauss(0, 1) * gain * nin**0.5")),
    Wrong("init", "the bias counted", normal("gain / (nin + 1) ** 0.5")),
    Wrong("init", "the third root", normal("gain / nin ** (1 / 3)")),
    Wrong("init", "all the same", init("return [[0.3] * nin for _ in range(nout)]")),
    Wrong("init", "all the same", init("return [[0.0] * nin for _ in range(nout)]")),
    Wrong(
        "init",
        "a row given to all units",
        init(GAIN, "row = [random.gauss(0, gain / nin**0.5) for _ in range(nin)]", "return [row] * nout"),
    ),
    Wrong(
        "init",
        "one number a row",
        init(GAIN, "return [[random.gauss(0, gain / nin**0.5)] * nin for _ in range(nout)]"),
    ),
    Wrong(
        "init", "the same at each call", init("random.seed(1)", GAIN, ROWS.format("random.gauss(0, gain / nin**0.5)"))
    ),
    Wrong(
        "init",
        "rows and columns swapped",
        init(GAIN, "return [[random.gauss(0, gain / nin**0.5) for _ in range(nout)] for _ in range(nin)]"),
    ),
    Wrong("init", "one long list", init(GAIN, "return [random.gauss(0, gain / nin**0.5) for _ in range(nin * nout)]")),
    Wrong("init", "one row", init(GAIN, "return [random.gauss(0, gain / nin**0.5) for _ in range(nin)]")),
    Wrong(
        "init",
        "a bias in the row",
        init(GAIN, "return [[random.gauss(0, gain / nin**0.5) for _ in range(nin + 1)] for _ in range(nout)]"),
    ),
    Wrong(
        "init",
        "Values, not numbers",
        init(
            "class Value:",
            "    def __init__(self, data):",
            "        self.data = data",
            ROWS.format("Value(random.gauss(0, (2 / nin) ** 0.5))"),
        ),
    ),
    Wrong("init", "", normal("0.8 * gain / nin**0.5")),
    Wrong("init", "times 0.5, not to the power", normal("gain / nin * 0.5")),
    Wrong(
        "init",
        "tanh's gain upside down",
        normal("gain / nin**0.5", 'gain = {"relu": 2**0.5, "linear": 1, "tanh": 3 / 5}[activation]'),
    ),
    Wrong(
        "init",
        "no gain for one of the three",
        normal("gain / nin**0.5", 'gain = {"relu": 2**0.5, "linear": 1}[activation]'),
    ),
    Wrong(
        "init",
        "nothing left of one input",
        init(
            GAIN,
            "rows = [[random.gauss(0, gain / nin**0.5) for _ in range(nin)] for _ in range(nout)]",
            "return [[x - sum(row) / nin for x in row] for row in rows]",
        ),
    ),
    Wrong(
        "init",
        "a single row by itself",
        init(
            GAIN,
            "rows = [[random.gauss(0, gain / nin**0.5) for _ in range(nin)] for _ in range(nout)]",
            "return rows if nout > 1 else rows[0]",
        ),
    ),
    Wrong(
        "init",
        "the same at each call",
        "@functools.cache\n" + normal("gain / nin**0.5").lstrip(),
    ),
    # 11.2
    Wrong("dead", "shut once", those("0 in a")),
    Wrong("dead", "points, not units", dead("return [n for n, a in enumerate(zip(*outputs)) if not any(a)]")),
    Wrong("dead", "points, not units", dead("return [n for n, a in enumerate(zip(*outputs)) if 0 in a]")),
    Wrong("dead", "those that are alive", those("any(a)")),
    Wrong("dead", "never shut", those("all(a)")),
    Wrong("dead", "below 1 taken for 0", those("not any(int(x) for x in a)")),
    Wrong("dead", "the same number twice", dead("return [outputs.index(a) for a in outputs if not any(a)]")),
    Wrong("dead", "once for each 0", dead("return [n for n, a in enumerate(outputs) for x in a if x == 0]")),
    Wrong("dead", "one point left out", those("not any(a[1:])")),
    Wrong(
        "dead",
        "the return in the loop",
        dead(
            "found = []",
            "for n, a in enumerate(outputs):",
            "    if not any(a):",
            "        found.append(n)",
            "    return found",
        ),
    ),
    Wrong("dead", "names instead of numbers", dead("return [str(n) for n, a in enumerate(outputs) if not any(a)]")),
    Wrong("dead", "", dead("return [n for n in range(16) if not any(outputs[n])]")),
    Wrong("dead", "the last point alone", those("a[-1] == 0")),
    Wrong("dead", "the last point alone", those("a[0] == 0")),
    Wrong("dead", "small is not dead", those("max(a) < 1e-6")),
    Wrong("dead", "shut for most points", those("2 * a.count(0) > len(a)")),
    Wrong("dead", "counted from 1", dead("return [n for n, a in enumerate(outputs, 1) if not any(a)]")),
    Wrong(
        "dead",
        "the first one alone",
        dead("for n, a in enumerate(outputs):", "    if not any(a):", "        return [n]", "return []"),
    ),
    Wrong("dead", "one answer a unit", dead("return [not any(a) for a in outputs]")),
    Wrong("dead", "their answers, not their numbers", dead("return [a for a in outputs if not any(a)]")),
    Wrong("dead", "how many zeros", dead("return [a.count(0) for a in outputs]")),
    Wrong("dead", "one number, not a list", dead("return sum(not any(a) for a in outputs)")),
    Wrong("dead", "one unit left out", dead("return [n for n in range(len(outputs) - 1) if not any(outputs[n])]")),
    Wrong(
        "dead", "nothing where none is dead", dead("return [n for n, a in enumerate(outputs) if not any(a)] or None")
    ),
    Wrong(
        "dead",
        "changed what was given",
        dead("found = [n for n, a in enumerate(outputs) if not any(a)]", "outputs.clear()", "return found"),
    ),
    # 11.3
    Wrong("treat", "dead units for equal rows", treat(('return "equal rows"', 'return "dead units"'))),
    Wrong("treat", "weights too small for dead units", treat(('return "dead units"', 'return "weights too small"'))),
    Wrong("treat", "weights too large for inputs too large", treat(('"inputs too large"', '"weights too large"'))),
    Wrong("treat", "rate too low for weights too small", treat(('"weights too small"', '"rate too low"'))),
    Wrong("treat", "weights too large for rate too high", treat(('"rate too high"', '"weights too large"'))),
    Wrong("treat", "no cause of the list", treat(('"dead units"', '"shut"'))),
    Wrong("treat", "the wrong way round", treat(('return "equal rows", patient', 'return patient, "equal rows"'))),
    Wrong("treat", "a cause alone", treat(('return "equal rows", patient', 'return "equal rows"'))),
    Wrong("treat", "a patient alone", treat(('return "equal rows", patient', "return patient"))),
    Wrong("treat", "no patient", treat(('return "dead units", patient', 'return "dead units", patient["biases"]'))),
    Wrong("treat", "not operated", treat((f'patient["biases"] = {NO_BIAS}', f"biases = {NO_BIAS}"))),
    Wrong("treat", "several operations", treat(("    anew = []", '    anew, patient["rate"] = [], 0.2'))),
    Wrong("treat", "labels changed", treat(('patient["rate"] = 0.1', 'patient["labels"] = [1] * 16'))),
    Wrong("treat", "another form", treat((f'patient["biases"] = {NO_BIAS}', 'patient["biases"] = 0.0'))),
    Wrong("treat", "small weights for large inputs", treat((SCALED, SMALLER))),
    Wrong("treat", "still shut", treat((NO_BIAS, '[[0.0] * 16, *patient["biases"][1:]]'))),
    Wrong(
        "treat", "points moved apart", treat((DIVIDED, '[[x / abs(x) for x in point] for point in patient["points"]]'))
    ),
    Wrong("treat", "still saturated", treat((DIVIDED, '[[x / 10 for x in point] for point in patient["points"]]'))),
    Wrong(
        "treat",
        "points too small now",
        treat((DIVIDED, '[[x / largest**2 for x in point] for point in patient["points"]]')),
    ),
    Wrong("treat", "still too high", treat(('["rate"] = 0.1', '["rate"] = patient["rate"] / 2'))),
    Wrong("treat", "too low now", treat(('["rate"] = 0.1', '["rate"] = 0.0'))),
    Wrong("treat", "another form", treat(('return "dead units", patient', PART))),
    Wrong("treat", "uphill now", treat(('["rate"] = 0.1', '["rate"] = -patient["rate"]'))),
    Wrong(
        "treat",
        "points moved apart",
        treat((DIVIDED, DIVIDED.replace('patient["points"]', 'sorted(patient["points"])'))),
    ),
    Wrong("treat", "another part", treat((f'patient["points"] = {DIVIDED}', 'patient["rate"] = 0.001'))),
    Wrong("treat", "too low now", treat(('["rate"] = 0.1', '["rate"] = 0.00001'))),
    Wrong(
        "treat", "still equal rows", treat((NEW_WEIGHTS, "anew.append([init(len(rows[0]), 1, kind)[0]] * len(rows))"))
    ),
    Wrong("treat", "still too small", treat((NEW_WEIGHTS, NEW_WEIGHTS + DOUBLED))),
    # practices
    Wrong("complete_sum", "nin times as much", SUM.format("nin")),
    Wrong("complete_sum", "as much as one", SUM.format("1")),
    Wrong("complete_sum", "their mean", SUM.format("nin**-0.5")),
    Wrong("complete_sum", "half of nin", SUM.format("nin ** 1/2")),
    Wrong("complete_sum", "a whole number", SUM.format("int(nin**0.5)")),
    Wrong("complete_sum", "the root of all", SUM.replace("w * x * {}", "(w * x * nin) ** 0.5")),
    Wrong("complete_sum", "the square", SUM.format("nin**2")),
    Wrong("complete_sum", "the root of 2 as well", SUM.format("(2 * nin) ** 0.5")),
    Wrong("mend_begin", "the seed left out", BEGIN.format("pass", "chance = random.Random()", ONE_ROW)),
    Wrong(
        "mend_begin",
        "the same rows where the seed is 0",
        BEGIN.format("pass", "chance = random.Random(seed * (unit + 1))", ONE_ROW),
    ),
    Wrong("mend_begin", "another seed, the same rows", BEGIN.format("pass", "chance = random.Random(unit)", ONE_ROW)),
    Wrong(
        "mend_begin",
        "rows are still the same",
        BEGIN.format("random.seed(seed)", "chance = random.Random(seed)", ONE_ROW),
    ),
    Wrong(
        "mend_begin",
        "each row one number",
        BEGIN.format("chance = random.Random(seed)", "pass", "[chance.gauss(0, 1)] * nin"),
    ),
]

RIGHT = [
    # 11.1
    Right("init", "comprehensions", normal("gain / nin**0.5")),
    Right(
        "init",
        "loops",
        init(
            "if activation == 'relu':",
            "    spread = (2 / nin) ** 0.5",
            "elif activation == 'tanh':",
            "    spread = (5 / 3) / nin**0.5",
            "else:",
            "    spread = (1 / nin) ** 0.5",
            "rows = []",
            "for _ in range(nout):",
            "    row = []",
            "    for _ in range(nin):",
            "        row.append(random.gauss(0, spread))",
            "    rows.append(row)",
            "return rows",
        ),
    ),
    Right("init", "even numbers", drawn("random.uniform(-1, 1) * gain * (3 / nin) ** 0.5")),
    Right("init", "two numbers", drawn("random.choice([-1, 1]) * gain / nin**0.5")),
    Right(
        "init",
        "a dict of gains",
        init(
            "gain = {'relu': math.sqrt(2), 'linear': 1, 'tanh': 1.41}[activation]",
            "row = lambda: tuple(random.normalvariate(0, gain / math.sqrt(nin)) for _ in range(nin))",
            "return tuple(row() for _ in range(nout))",
        ),
    ),
    Right(
        "init",
        "another source",
        init(
            "chance = random.SystemRandom()",
            GAIN,
            "return [[chance.gauss(0, gain * nin**-0.5) for i in range(nin)] for o in range(nout)]",
        ),
    ),
    Right(
        "init",
        "NumPy",
        init(
            "import numpy",
            "gain = {'relu': 2**0.5, 'tanh': 5 / 3, 'linear': 1}[activation]",
            "return numpy.random.randn(nout, nin) * gain / nin**0.5",
        ),
    ),
    Right(
        "init",
        "rows by a function of their own",
        init(
            "def row(n, spread):",
            "    return [random.gauss(sigma=spread, mu=0.0) for _ in range(n)]",
            GAIN,
            "return [row(nin, gain / nin**0.5) for _ in range(nout)]",
        ),
    ),
    # 11.2
    Right("dead", "comprehensions", those("all(x == 0 for x in a)")),
    Right(
        "dead",
        "loops",
        dead(
            "found = []",
            "for n in range(len(outputs)):",
            "    alive = False",
            "    for p in range(len(outputs[n])):",
            "        if outputs[n][p] > 0:",
            "            alive = True",
            "    if not alive:",
            "        found.append(n)",
            "return found",
        ),
    ),
    Right("dead", "sums", those("sum(a) == 0")),
    Right("dead", "largest", those("max(a) <= 0")),
    Right("dead", "counts", those("a.count(0) == len(a)")),
    Right("dead", "generator", dead("for n, a in enumerate(outputs):", "    if not any(a):", "        yield n")),
    Right("dead", "a set", dead("return {n for n, a in enumerate(outputs) if set(a) == {0}}")),
    # 11.3
    Right("treat", "branches", TREAT),
    Right(
        "treat",
        "a new dict",
        """
def treat(name, patient):
    causes = {"Ada": "equal rows", "Ben": "dead units", "Cleo": "rate too high", "Dora": "inputs too large",
              "Emil": "weights too small"}
    new = copy.deepcopy(patient)
    if name in ("Ada", "Emil"):
        new["weights"] = [init(len(w[0]), len(w), "linear" if len(w) == 1 else "relu") for w in patient["weights"]]
    elif name == "Ben":
        for layer in new["biases"]:
            for n in range(len(layer)):
                layer[n] = 0
    elif name == "Cleo":
        new["rate"] /= 300
    else:
        size = (sum(x * x for p in patient["points"] for x in p) / 32) ** 0.5
        new["points"] = [(x / size, y / size) for x, y in patient["points"]]
    return causes[name], new
""",
    ),
    Right(
        "treat",
        "a doctor by instruments",
        """
def treat(name, patient):
    flat = [x for p in patient["points"] for x in p]
    rows = patient["weights"][0]
    if max(map(abs, flat)) > 10:
        patient["points"] = [[x / max(flat) for x in p] for p in patient["points"]]
        return "inputs too large", patient
    if patient["rate"] > 5:
        return "rate too high", {**patient, "rate": 0.3}
    if min(b for layer in patient["biases"] for b in layer) < -5:
        return "dead units", {**patient, "biases": [[0.01] * len(layer) for layer in patient["biases"]]}
    anew = [init(len(rows[0]), len(rows), "relu") for rows in patient["weights"]]
    return ("equal rows" if rows[0] == rows[1] else "weights too small"), {**patient, "weights": anew}
""",
    ),
    Right(
        "treat",
        "functions in a dict",
        """
def weights(p):
    draw = lambda row: [random.uniform(-1, 1) * (6 / len(row)) ** 0.5 for _ in row]
    p["weights"] = [[draw(row) for row in rows] for rows in p["weights"]]

def biases(p):
    p["biases"] = [[0.0] * len(b) for b in p["biases"]]

def rate(p):
    p["rate"] = 0.2

def points(p):
    for point in p["points"]:
        point[0] = point[0] / 600
        point[1] = point[1] / 600

CURES = {"Ada": ("equal rows", weights), "Ben": ("dead units", biases), "Cleo": ("rate too high", rate),
         "Dora": ("inputs too large", points), "Emil": ("weights too small", weights)}

def treat(name, patient):
    cause, cure = CURES[name]
    cure(patient)
    return [cause, patient]
""",
    ),
    Right(
        "treat",
        "as little as possible",
        """
def treat(name, p):
    if name == "Ada":
        p["weights"] = [[[random.gauss(0, (2 / len(row)) ** 0.5) for w in row] for row in r] for r in p["weights"]]
        return "equal rows", p
    if name == "Ben":
        p["biases"] = [[b + 10 if b < -5 else b for b in layer] for layer in p["biases"]]
        return "dead units", p
    if name == "Cleo":
        return "rate too high", p | {"rate": p["rate"] / 500}
    if name == "Dora":
        return "inputs too large", p | {"points": [[round(x / 500, 2), round(y / 500, 2)] for x, y in p["points"]]}
    if name == "Emil":
        return "weights too small", p | {"weights": [[[w * 18 for w in row] for row in rows] for rows in p["weights"]]}
""",
    ),
    # practices
    Right("complete_sum", "a power", SUM.format("nin**0.5")),
    Right("complete_sum", "math", SUM.format("math.sqrt(nin)")),
    Right("mend_begin", "before the loop", BEGIN.format("chance = random.Random(seed)", "pass", ONE_ROW)),
    Right(
        "mend_begin",
        "a seed for each unit",
        BEGIN.format("pass", "chance = random.Random(10_000 * seed + unit)", ONE_ROW),
    ),
    Right("mend_begin", "a text", BEGIN.format("pass", 'chance = random.Random(f"{seed} {unit}")', ONE_ROW)),
]
