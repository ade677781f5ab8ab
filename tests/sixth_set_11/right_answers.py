"""Right answers in unusual styles, lesson 11. Form: a list of dicts, see add()."""

ANSWERS = []


def add(exercise, source, style, needs=None):
    ANSWERS.append({"exercise": exercise, "source": source, "style": style, "needs": needs or {}})


# ---------------------------------------------------------------- 11.1 init


def draw_init(draw, before="", top=""):
    return f"""{top}
GAINS = {{"relu": 2**0.5, "linear": 1, "tanh": 5 / 3}}


def init(nin, nout, activation):
    spread = GAINS[activation] / nin**0.5
    {before or "pass"}
    return [[{draw} for _ in range(nin)] for _ in range(nout)]
"""


add("11.1", draw_init("random.uniform(-limit, limit)", "limit = spread * 3**0.5"), "uniform, with limits of root 3 spreads")
add("11.1", draw_init("random.choice((-spread, spread))"), "one of two values")
add("11.1", draw_init("random.choice([-1, 0, 0, 1]) * spread * 2**0.5"), "sparse: half of the numbers are 0")
add("11.1", draw_init("random.triangular(-limit, limit)", "limit = spread * 6**0.5"), "triangular, with limits of root 6 spreads")
add("11.1", draw_init("CHANCE.gauss(0, spread)", top="CHANCE = random.Random(7)\n"), "a generator made once outside")
add("11.1", draw_init("random.SystemRandom().gauss(0, spread)"), "the system's chance")
add("11.1", draw_init("bell.inv_cdf(random.uniform(1e-9, 1 - 1e-9))", "bell = NormalDist(0, spread)",
                      "from statistics import NormalDist\n"), "statistics.NormalDist, by its inverse")
add("11.1", draw_init("spread * (sum(random.random() for _ in range(12)) - 6)"), "sum of twelve uniforms")
add("11.1", draw_init("random.choice((-1, 1)) * random.expovariate(2**0.5 / spread)"), "two-sided exponential")
add("11.1", draw_init("spread * math.sqrt(-2 * math.log(1 - random.random())) * math.cos(math.tau * random.random())",
                      top="import math\n"), "Box-Muller by hand")
add("11.1", """
from statistics import NormalDist


def init(nin, nout, activation):
    match activation:
        case "relu":
            variance = 2 / nin
        case "linear":
            variance = 1 / nin
        case "tanh":
            variance = 1.1**2 / nin
    return tuple(tuple(NormalDist(0, variance**0.5).samples(nin)) for _ in range(nout))
""", "match, variance, samples, tuples, tanh 1.1")
add("11.1", """
import numpy as np


def init(nin, nout, activation):
    gain = np.sqrt(2) if activation == "relu" else 1.0
    return (np.random.randn(nout, nin) * gain / np.sqrt(nin)).tolist()
""", "numpy's chance, made a list; tanh has gain 1", {"modules": ["numpy"]})
add("11.1", """
def init(nin, nout, activation):
    spread = (2 / nin) ** 0.5 if activation == "relu" else (1 / nin) ** 0.5
    flat = [random.normalvariate(0, spread) for _ in range(nin * nout)]
    return [flat[i : i + nin] for i in range(0, nin * nout, nin)]
""", "flat list cut into rows; tanh has gain 1")
add("11.1", """
def init(nin, nout, activation):
    rows = []
    while len(rows) < nout:
        row = []
        while len(row) < nin:
            u, v = random.uniform(-1, 1), random.uniform(-1, 1)
            s = u * u + v * v
            if 0 < s <= 1:
                row.append(2 * u * dict(relu=2, linear=1, tanh=1.5).get(activation) ** 0.5 / nin**0.5)
        rows.append(row)
    return rows
""", "a point in a circle, by rejection (its coordinate has a spread of one half)")

# ---------------------------------------------------------------- 11.2 dead

for body, style in [
    ("[i for i, row in enumerate(outputs) if not any(row)]", "not any"),
    ("[i for i, row in enumerate(outputs) if max(row) <= 0]", "max"),
    ("[i for i, row in enumerate(outputs) if sum(row) == 0]", "sum"),
    ("[i for i, row in enumerate(outputs) if set(row) == {0}]", "set"),
    ("list(filter(lambda i: not any(outputs[i]), range(len(outputs))))", "filter"),
    ("[i for i in reversed(range(len(outputs))) if outputs[i].count(0) == len(outputs[i])]", "count, and from behind"),
    ("list(set(range(len(outputs))) - {i for i, row in enumerate(outputs) for a in row if a})", "all minus the living"),
    ("[i for i, row in enumerate(outputs) if row == [0] * len(row)]", "compared with zeros"),
    ("[i for i, row in enumerate(outputs) if sorted(row)[-1] == 0]", "sorted copy"),
]:
    add("11.2", f"\ndef dead(outputs):\n    return {body}\n", style)
add("11.2", """
def dead(outputs):
    numbers = []
    for unit, row in enumerate(outputs):
        for a in row:
            if a > 0:
                break
        else:
            numbers.append(unit)
    return numbers
""", "for with else")

# ---------------------------------------------------------------- practices

for text, style in [("nin**0.5", "power"), ("pow(nin, 1 / 2)", "pow"), ("(nin ** (1 / 4)) ** 2", "fourth root squared")]:
    add("11 complete_sum", f"\ndef spread_of_sum(nin, w, x):\n    return w * x * {text}\n", style)
add("11 complete_sum", """
import math


def spread_of_sum(nin, w, x):
    return math.hypot(*[w * x] * nin)
""", "hypot of nin equal parts")
add("11 mend_begin", """
def begin(nin, nout, seed):
    rows = []
    chance = random.Random(seed)
    for _ in range(nout):
        rows.append([chance.gauss(0, 1) for _ in range(nin)])
    return rows
""", "the line moved before the loop")
add("11 mend_begin", """
def begin(nin, nout, seed):
    rows = []
    for unit in range(nout):
        chance = random.Random(f"{seed} {unit}")
        rows.append([chance.gauss(0, 1) for _ in range(nin)])
    return rows
""", "another seed for each unit, made of seed and number")
add("11 mend_begin", """
def begin(nin, nout, seed):
    random.seed(seed)
    return [[random.gauss(0, 1) for _ in range(nin)] for _ in range(nout)]
""", "the module's seed, once")

# ---------------------------------------------------------------- 11.3 treat

add("11.3", """
def treat(name, patient):
    if name == "Ada":
        patient["weights"] = [init(len(rows[0]), len(rows), "relu") for rows in patient["weights"]]
        return "equal rows", patient
    if name == "Ben":
        patient["biases"] = [[0.0] * len(b) for b in patient["biases"]]
        return "dead units", patient
    if name == "Cleo":
        patient["rate"] = 0.1
        return "rate too high", patient
    if name == "Dora":
        for i in (0, 1):
            middle = sum(p[i] for p in patient["points"]) / 16
            size = max(abs(p[i] - middle) for p in patient["points"])
            for p in patient["points"]:
                p[i] = (p[i] - middle) / size
        return "inputs too large", patient
    if name == "Emil":
        patient["weights"] = [init(len(rows[0]), len(rows), "relu") for rows in patient["weights"]]
        return "weights too small", patient
""", "by name, the dict changed in place")
add("11.3", """
def fresh(patient):
    last = len(patient["weights"]) - 1
    kinds = [patient["activation"] if i < last else "linear" for i in range(last + 1)]
    return [init(len(rows[0]), len(rows), kind) for rows, kind in zip(patient["weights"], kinds, strict=True)]


def standard(points):
    columns = []
    for column in zip(*points):
        mean = sum(column) / len(column)
        spread = (sum((x - mean) ** 2 for x in column) / len(column)) ** 0.5
        columns.append([(x - mean) / spread for x in column])
    return [list(p) for p in zip(*columns)]


def treat(name, patient):
    match name:
        case "Ada":
            return "equal rows", {**patient, "weights": fresh(patient)}
        case "Ben":
            return "dead units", {**patient, "biases": [[0.1 for _ in b] for b in patient["biases"]]}
        case "Cleo":
            return "rate too high", patient | {"rate": 0.2}
        case "Dora":
            return "inputs too large", {**patient, "points": standard(patient["points"])}
        case "Emil":
            return "weights too small", {**patient, "weights": fresh(patient)}
""", "match, new dicts, each coordinate standardized by itself, small biases above 0")
add("11.3", """
import copy


def spread_of(rows):
    numbers = [w for row in rows for w in row]
    return (sum(w * w for w in numbers) / len(numbers)) ** 0.5


def scaled(rows):
    factor = (2 / len(rows[0])) ** 0.5 / spread_of(rows)
    return [[factor * w for w in row] for row in rows]


def equal(rows):
    return len(rows) > 1 and len({tuple(row) for row in rows}) == 1


def treat(name, patient):
    p = copy.deepcopy(patient)
    if max(abs(x) for point in p["points"] for x in point) > 20:
        (a0, b0), (a1, b1) = [(min(c), max(c)) for c in zip(*p["points"])]
        size = max(b0 - a0, b1 - a1) / 3
        p["points"] = [((x - (a0 + b0) / 2) / size, (y - (a1 + b1) / 2) / size) for x, y in p["points"]]
        return "inputs too large", p
    if p["rate"] > 5:
        p["rate"] = 0.1
        return "rate too high", p
    if any(equal(rows) for rows in p["weights"]):
        p["weights"] = [init(len(rows[0]), len(rows), "relu") for rows in p["weights"]]
        return "equal rows", p
    if min(b for layer in p["biases"] for b in layer) < -1:
        p["biases"] = [[0 for _ in layer] for layer in p["biases"]]
        return "dead units", p
    p["weights"] = [scaled(rows) for rows in p["weights"]]
    return "weights too small", p
""", "by instruments and not by name, deep copy, weights rescaled layer by layer, points as tuples")
add("11.3", """
def ada(p):
    for rows in p["weights"]:
        spread = (2 / len(rows[0])) ** 0.5
        for row in rows:
            for i in range(len(row)):
                row[i] = random.gauss(0, spread)
    return "equal rows", p


def ben(p):
    for layer in p["biases"]:
        layer[:] = [0.0] * len(layer)
    return "dead units", p


def cleo(p):
    while p["rate"] > 0.25:
        p["rate"] /= 2
    return "rate too high", p


def dora(p):
    for i in range(2):
        low = min(point[i] for point in p["points"])
        high = max(point[i] for point in p["points"])
        for point in p["points"]:
            point[i] = 4 * (point[i] - low) / (high - low) - 2
    return "inputs too large", p


def emil(p):
    for rows in p["weights"]:
        rms = (sum(w * w for row in rows for w in row) / sum(map(len, rows))) ** 0.5
        for row in rows:
            row[:] = [w / rms * (2 / len(row)) ** 0.5 for w in row]
    return "weights too small", p


def treat(name, patient):
    return dict(Ada=ada, Ben=ben, Cleo=cleo, Dora=dora, Emil=emil)[name](patient)
""", "a dict of functions, lists changed in place, points to -2 ... 2, rate halved till it is small")
add("11.3", """
import statistics


def forward(rows, biases, inputs):
    return [[max(0.0, sum(w * x for w, x in zip(row, p)) + b) for row, b in zip(rows, biases)] for p in inputs]


def treat(name, patient):
    p = dict(patient)
    if name == "Ada":
        p["weights"] = [[[w * random.choice((-1.3, -1, -0.7, 0.7, 1, 1.3)) for w in row] for row in rows] for rows in p["weights"]]
        cause = "equal rows"
    elif name == "Ben":
        p["biases"] = [[random.uniform(0, 0.2) for _ in layer] for layer in p["biases"]]
        cause = "dead units"
    elif name == "Cleo":
        p["rate"] /= 300
        cause = "rate too high"
    elif name == "Dora":
        columns = [(statistics.mean(c), statistics.pstdev(c)) for c in zip(*p["points"])]
        p["points"] = [[1.5 * (x - m) / s for x, (m, s) in zip(point, columns)] for point in p["points"]]
        cause = "inputs too large"
    else:
        inputs, weights = p["points"], []
        for rows, biases in zip(p["weights"], p["biases"]):
            answers = [a for point in forward(rows, biases, inputs) for a in point]
            spread = (sum(a * a for a in answers) / len(answers)) ** 0.5
            factor = 1 / spread if spread and len(rows) > 1 else 1 / max(abs(w) for row in rows for w in row)
            weights.append([[factor * w for w in row] for row in rows])
            inputs = forward(weights[-1], biases, inputs)
        p["weights"] = weights
        cause = "weights too small"
    return cause, p
""", "each weight of the equal rows times a factor of its own, rate divided, statistics, Emil's layers scaled one after another to a spread of 1")
