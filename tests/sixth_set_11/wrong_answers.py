"""Wrong answers as learners would write them, lesson 11. Form: a list of dicts, see add()."""

ANSWERS = []


def add(exercise, source, cause, kind, needs=None):
    ANSWERS.append({"exercise": exercise, "source": source, "cause": cause, "kind": kind, "needs": needs or {}})


# ---------------------------------------------------------------- 11.1 init


def gauss_init(spread, gain=None):
    """The usual cell, with this line for the spread."""
    gain = gain or '{"relu": 2**0.5, "linear": 1, "tanh": 5 / 3}[activation]'
    return f"""
def init(nin, nout, activation):
    gain = {gain}
    spread = {spread}
    return [[random.gauss(0, spread) for _ in range(nin)] for _ in range(nout)]
"""


def draw_init(draw, before=""):
    """The usual cell, with this expression for each number."""
    return f"""
def init(nin, nout, activation):
    gain = {{"relu": 2**0.5, "linear": 1, "tanh": 5 / 3}}[activation]
    spread = gain / nin**0.5
    {before or "pass"}
    return [[{draw} for _ in range(nin)] for _ in range(nout)]
"""


add("11.1", gauss_init("gain / nin"), "Divides by nin, the square root is forgotten.", "no square root")
add("11.1", gauss_init("1 / nin**0.5"), "Computes the gain and then doesn't use it.", "gain not used")
add("11.1", gauss_init("gain / nin**0.5", '{"relu": 2, "linear": 1, "tanh": 5 / 3}[activation]'),
    "Takes 2, the gain's square, for the ReLU.", "gain 2 for relu")
add("11.1", gauss_init("gain / nin**0.5", "2**0.5"), "Believes that the ReLU's gain fits every layer.", "one gain for all")
add("11.1", gauss_init("gain**2 / nin"), "Gives the variance where gauss wants the standard deviation.", "variance for spread")
add("11.1", gauss_init("gain / nout**0.5"), "Divides by the root of the number of units, not of inputs.", "nout for nin")
add("11.1", gauss_init("gain * (2 / (nin + nout)) ** 0.5"), "Has read of Xavier's rule with both sizes.", "mean of nin and nout")
add("11.1", gauss_init("gain / nin * 0.5"), "Writes * 0.5 where ** 0.5 was meant.", "times a half, no root")
add("11.1", gauss_init("gain * nin**0.5"), "Multiplies by the root, as the sum grows by it.", "times root, not divided")
add("11.1", gauss_init("gain / (nin - 1) ** 0.5"),
    "Divides by n - 1 as in a sample's deviation: fails with one input, and is far off for few.", "n - 1 for n")
add("11.1", gauss_init("gain / (nin + 1) ** 0.5"),
    "Counts the bias as an input: with one or two inputs the spread is plainly too small.", "bias counted as input")
add("11.1", gauss_init("gain / nin**0.5", "2**0.5 if activation == 'ReLU' else 1"),
    "Compares with another spelling, so that a ReLU gets the gain of nothing.", "activation misspelt")
add("11.1", gauss_init("gain / nin**0.5", '{"linear": 2**0.5, "relu": 1, "tanh": 5 / 3}[activation]'),
    "Has the gains of relu and linear the wrong way round.", "gains swapped")
add("11.1", gauss_init("gain / nin**0.5", '{"relu": 2**0.5, "linear": 1, "tanh": 3 / 5}[activation]'),
    "Turns tanh's fraction upside down.", "tanh gain upside down")
add("11.1", gauss_init("gain / nin**0.5", '{"relu": 2**0.5, "linear": 1}[activation]'),
    "Forgets tanh, which ends in a KeyError.", "tanh left out")
add("11.1", draw_init("random.uniform(-spread, spread)"), "Takes the limits of uniform for its spread.", "limits for spread")
add("11.1", draw_init("(2 * random.random() - 1) * spread"), "Takes the half width for the spread.", "limits for spread")
add("11.1", draw_init("random.triangular(-spread, spread, 0)"), "Takes the limits of triangular for its spread.", "limits for spread")
add("11.1", draw_init("random.random() * spread * 3**0.5"), "Draws only above 0.", "only above 0")
add("11.1", draw_init("abs(random.gauss(0, spread))"), "Believes that weights are to be positive.", "only above 0")
add("11.1", draw_init("random.expovariate(1 / spread) - spread"),
    "Mean and spread are right, but 63 of 100 numbers are below 0.", "lopsided distribution")
add("11.1", draw_init("max(-spread, min(spread, random.gauss(0, spread)))"),
    "Clips at one spread for safety and so makes the spread smaller.", "clipped, so too narrow")
add("11.1", draw_init("random.gauss(spread, 1)"), "Gives the spread where gauss wants the mean.", "mean and spread swapped")
add("11.1", draw_init("random.gauss(0, spread)", "random.seed(42)"),
    "Sets a seed inside, so that two layers get the same numbers.", "seed inside")
add("11.1", draw_init("chance.gauss(0, spread)", "chance = random.Random(0)"),
    "Makes a new generator with a fixed seed at each call.", "seed inside")
add("11.1", draw_init("w", "w = random.gauss(0, spread)"), "Draws one number and writes it everywhere.", "drawn once only")
add("11.1", """
def init(nin, nout, activation):
    gain = {"relu": 2**0.5, "linear": 1, "tanh": 5 / 3}[activation]
    row = [random.gauss(0, gain / nin**0.5) for _ in range(nin)]
    return [row] * nout
""", "Multiplies one row, so that all units are the same.", "one row repeated")
add("11.1", """
def init(nin, nout, activation):
    gain = {"relu": 2**0.5, "linear": 1, "tanh": 5 / 3}[activation]
    return [[random.gauss(0, gain / nin**0.5)] * nin for _ in range(nout)]
""", "Draws one number a row and repeats it for all inputs.", "one number a row")
add("11.1", """
def init(nin, nout, activation):
    gain = {"relu": 2**0.5, "linear": 1, "tanh": 5 / 3}[activation]
    return [[random.gauss(0, gain / nin**0.5) for _ in range(nout)] for _ in range(nin)]
""", "Gives a row for each input instead of each unit.", "rows and columns swapped")
add("11.1", """
def init(nin, nout, activation):
    gain = {"relu": 2**0.5, "linear": 1, "tanh": 5 / 3}[activation]
    return [random.gauss(0, gain / nin**0.5) for _ in range(nin * nout)]
""", "Gives one long list without rows.", "flat list")
add("11.1", """
def init(nin, nout, activation):
    gain = {"relu": 2**0.5, "linear": 1, "tanh": 5 / 3}[activation]
    rows = [[random.gauss(0, gain / nin**0.5) for _ in range(nin)] for _ in range(nout)]
    return rows[0] if nout == 1 else rows
""", "Unpacks the one row of a layer with one unit, as Layer does with its answer.", "single row unpacked")
add("11.1", """
def init(nin, nout, activation):
    gain = {"relu": 2**0.5, "linear": 1, "tanh": 5 / 3}[activation]
    row, rows = [], []
    for _ in range(nout):
        for _ in range(nin):
            row.append(random.gauss(0, gain / nin**0.5))
        rows.append(row)
    return rows
""", "Begins the row outside the loop, so that all rows are one growing list.", "row begun outside loop")
add("11.1", """
def init(nin, nout, activation, rows=[]):
    gain = {"relu": 2**0.5, "linear": 1, "tanh": 5 / 3}[activation]
    for _ in range(nout):
        rows.append([random.gauss(0, gain / nin**0.5) for _ in range(nin)])
    return rows
""", "Takes a list as default, which keeps the rows of the layers before.", "mutable default")
add("11.1", """
from functools import lru_cache


@lru_cache
def init(nin, nout, activation):
    gain = {"relu": 2**0.5, "linear": 1, "tanh": 5 / 3}[activation]
    return [[random.gauss(0, gain / nin**0.5) for _ in range(nin)] for _ in range(nout)]
""", "Caches, so that two layers of one size get the same numbers.", "same numbers from a cache")
add("11.1", """
def init(nin, nout, activation):
    gain = {"relu": 2**0.5, "linear": 1, "tanh": 5 / 3}[activation]
    spread = gain / nin**0.5
    rows = []
    for _ in range(nout):
        row = [random.gauss(0, spread) for _ in range(nin)]
        mean = sum(row) / nin
        rows.append([w - mean for w in row])
    return rows
""", "Makes each row's mean exactly 0: with one input all is 0, and no number is drawn for itself.", "row mean forced to 0")
add("11.1", """
def init(nin, nout, activation):
    gain = {"relu": 2**0.5, "linear": 1, "tanh": 5 / 3}[activation]
    spread = gain / nin**0.5
    return [[abs(random.gauss(0, spread)) * (-1) ** i for i in range(nin)] for _ in range(nout)]
""", "Lets the signs alternate instead of drawing them.", "signs not by chance")
add("11.1", """
def init(nin, nout, activation):
    gain = {"relu": 2**0.5, "linear": 1, "tanh": 5 / 3}[activation]
    spread = gain / nin**0.5
    for _ in range(nout):
        print([random.gauss(0, spread) for _ in range(nin)])
""", "Prints the rows and gives nothing back.", "printed, not returned")
add("11.1", """
def init(nin, nout, activation):
    gain = {"relu": 2**0.5, "linear": 1, "tanh": 5 / 3}[activation]
    spread = gain / nin**0.5
    return [[Value(random.gauss(0, spread)) for _ in range(nin)] for _ in range(nout)]


class Value:
    def __init__(self, data):
        self.data = data
""", "Gives Values, as a Neuron holds them.", "Values for plain numbers")
add("11.1", """
def init(nin, nout, activation):
    gain = {"relu": 2**0.5, "linear": 1, "tanh": 5 / 3}[activation]
    spread = gain / nin**0.5
    return [[random.gauss(0, spread) for _ in range(nin + 1)] for _ in range(nout)]
""", "Adds a number for the bias to each row.", "bias in the row")
add("11.1", """
def init(nin, nout, activation):
    if activation == "relu":
        gain = 2**0.5
    if activation == "tanh":
        gain = 5 / 3
    return [[random.gauss(0, gain / nin**0.5) for _ in range(nin)] for _ in range(nout)]
""", "Forgets linear, so that gain has no value there.", "linear left out")
add("11.1", """
def init(nin, nout, activation):
    ...  # your code here
""", "Left as it was.", "not begun")

# ---------------------------------------------------------------- 11.2 dead


def dead_if(test):
    return f"""
def dead(outputs):
    return [unit for unit, row in enumerate(outputs) if {test}]
"""


add("11.2", dead_if("row[0] == 0"), "Looks at the first point only.", "first point only")
add("11.2", dead_if("row[-1] == 0"), "Looks at the last point only.", "last point only")
add("11.2", dead_if("0 in row"), "Believes that one answer of 0 is enough.", "any for all")
add("11.2", dead_if("min(row) == 0"), "Takes the smallest answer for the largest.", "min for max")
add("11.2", dead_if("row.count(0) > len(row) / 2"), "Believes that a unit is dead when it is mostly shut.", "mostly for always")
add("11.2", dead_if("all(row)"), "all(row) is true where no answer is 0.", "all without a comparison")
add("11.2", dead_if("any(a > 0 for a in row)"), "Gives the units that live.", "living for dead")
add("11.2", dead_if("sum(row) / len(row) < 0.01"), "Takes a small mean for dead, though such a unit still moves.", "small taken for 0")
add("11.2", dead_if("round(max(row), 6) == 0"), "Rounds first: a unit that answers 1e-9 counts as dead.", "small taken for 0")
add("11.2", dead_if("all(int(a) == 0 for a in row)"), "Cuts off the decimals: 0.4 becomes 0.", "decimals cut off")
add("11.2", dead_if("row == [0] * len(outputs)"),
    "Compares with as many zeros as there are units, not points.", "units for points")
add("11.2", dead_if("not any(row[1:])"), "Begins with the second point.", "first point left out")
add("11.2", """
def dead(outputs):
    return [unit + 1 for unit, row in enumerate(outputs) if not any(row)]
""", "Counts from 1.", "counts from 1")
add("11.2", """
def dead(outputs):
    return [not any(row) for row in outputs]
""", "Gives True and False for each unit.", "flags for numbers")
add("11.2", """
def dead(outputs):
    return sum(not any(row) for row in outputs)
""", "Gives how many are dead, as the ward's table has it.", "count for numbers")
add("11.2", """
def dead(outputs):
    return [row for row in outputs if max(row) == 0]
""", "Gives the rows and not their numbers.", "rows for numbers")
add("11.2", """
def dead(outputs):
    return [outputs.index(row) for row in outputs if max(row) == 0]
""", "index finds the first equal row, so that two dead units get one number.", "index of equal rows")
add("11.2", """
def dead(outputs):
    return [i for i, column in enumerate(zip(*outputs)) if not any(column)]
""", "Takes the first index for the point.", "points for units")
add("11.2", """
def dead(outputs):
    for unit, row in enumerate(outputs):
        if max(row) == 0:
            return [unit]
    return []
""", "Stops at the first dead unit.", "first dead one only")
add("11.2", """
def dead(outputs):
    numbers = []
    for unit, row in enumerate(outputs):
        if max(row) == 0:
            numbers.append(unit)
        return numbers
""", "The return stands inside the loop.", "return inside loop")
add("11.2", """
def dead(outputs):
    numbers = [unit for unit, row in enumerate(outputs) if max(row) == 0]
    if numbers:
        return numbers
""", "Gives None where none is dead.", "None for empty list")
add("11.2", """
def dead(outputs):
    numbers = []
    for unit, row in enumerate(outputs):
        row.sort()
        if row[-1] == 0:
            numbers.append(unit)
    return numbers
""", "Sorts the rows that it was given.", "changes what it gets")
add("11.2", """
def dead(outputs):
    numbers = []
    unit = 0
    while unit < len(outputs):
        if any(outputs[unit]):
            unit += 1
        else:
            numbers.append(unit)
            outputs.pop(unit)
    return numbers
""", "Takes the dead out of the list: it changes what it gets, and later numbers slip.", "changes what it gets")
add("11.2", """
def dead(outputs):
    numbers = []
    for unit in range(len(outputs)):
        for point in range(len(outputs[unit])):
            if outputs[unit][point] == 0:
                is_dead = True
            else:
                is_dead = False
        if is_dead:
            numbers.append(unit)
    return numbers
""", "Each point overwrites the flag, so that the last one decides.", "last point only")
add("11.2", """
def dead(outputs):
    numbers = []
    for unit in range(16):
        if sum(outputs[unit]) == 0:
            numbers.append(unit)
    return numbers
""", "Takes the ward's 16 units for granted.", "size written in")
add("11.2", """
numbers = []


def dead(outputs):
    for unit, row in enumerate(outputs):
        if not any(row):
            numbers.append(unit)
    return numbers
""", "Keeps the list outside, so that the dead of earlier calls stay in.", "list kept outside")
add("11.2", """
def dead(outputs):
    numbers = []
    for unit, row in enumerate(outputs):
        for a in row:
            if a == 0:
                numbers.append(unit)
    return numbers
""", "Notes a unit for each 0 that it answers.", "any, and repeated")
add("11.2", """
def dead(outputs):
    return filter(lambda unit: not any(outputs[unit]), range(len(outputs)))
""", "Gives a filter object and not a list.", "filter, not a list")

# ---------------------------------------------------------------- practices

for text, cause, kind in [
    ("nin", "Believes that spreads add up.", "spreads added"),
    ("nin**2", "Squares instead of taking the root.", "square for root"),
    ("nin ** 1 / 2", "** binds before /, so that this is the half of nin.", "no brackets round 1/2"),
    ("1 / nin**0.5", "Takes the factor that the start has to have.", "divided, not multiplied"),
    ("1", "Believes that sums of numbers with mean 0 don't grow.", "sum doesn't grow"),
    ("(nin / 2) ** 0.5", "Halves for the ReLU, of which nothing is said here.", "halved for a ReLU"),
    ("int(nin**0.5)", "Cuts off the decimals, which is right for squares only.", "decimals cut off"),
]:
    add("11 complete_sum", f"""
def spread_of_sum(nin, w, x):
    return w * x * {text}
""", cause, kind)
add("11 complete_sum", """
def spread_of_sum(nin, w, x):
    return (nin * w * x) ** 0.5
""", "Takes the root of everything.", "root of everything")


def begin_with(line):
    return f"""
def begin(nin, nout, seed):
    rows = []
    for unit in range(nout):
        chance = {line}
        rows.append([chance.gauss(0, 1) for _ in range(nin)])
    return rows
"""


add("11 mend_begin", begin_with("random.Random()"), "Drops the seed: the units differ, but nobody can repeat it.", "seed dropped")
add("11 mend_begin", begin_with("random.Random(seed + 1)"), "Changes the seed once for all rows.", "same seed still")
add("11 mend_begin", begin_with("random.Random(seed * unit)"),
    "With seed 0 all rows are still equal.", "equal rows with seed 0")
add("11 mend_begin", begin_with("random.Random(random.random())"), "Draws the seed by chance, so that nothing repeats.", "seed by chance")
add("11 mend_begin", """
def begin(nin, nout, seed):
    chance = random.Random(seed)
    row = [chance.gauss(0, 1) for _ in range(nin)]
    return [list(row) for _ in range(nout)]
""", "Copies one row: other lists, equal numbers.", "copies of one row")
add("11 mend_begin", """
def begin(nin, nout, seed):
    rows = []
    for _ in range(nout):
        random.seed(seed)
        rows.append([random.gauss(0, 1) for _ in range(nin)])
    return rows
""", "Sets the seed of the module in the loop, which is the same.", "seed set in loop")
add("11 mend_begin", """
def begin(nin, nout, seed):
    rows = []
    chance = random.Random(seed)
    for _ in range(nout):
        rows.append([random.gauss(0, 1) for _ in range(nin)])
    return rows
""", "Makes the generator once, but draws from the module's.", "generator not used")
add("11 mend_begin", """
chance = random.Random(1)


def begin(nin, nout, seed):
    return [[chance.gauss(0, 1) for _ in range(nin)] for _ in range(nout)]
""", "Takes the generator out of the function, so that a second call differs.", "generator outside function")

# ---------------------------------------------------------------- 11.3 treat

CURES = {
    "Ada": """patient["weights"] = [init(len(rows[0]), len(rows), "relu") for rows in patient["weights"]]
        return "equal rows", patient""",
    "Ben": """patient["biases"] = [[0.0 for _ in b] for b in patient["biases"]]
        return "dead units", patient""",
    "Cleo": """patient["rate"] = 0.1
        return "rate too high", patient""",
    "Dora": """columns = []
        for column in zip(*patient["points"]):
            low, high = min(column), max(column)
            columns.append([(2 * x - low - high) / (high - low) * 1.5 for x in column])
        patient["points"] = [list(p) for p in zip(*columns)]
        return "inputs too large", patient""",
    "Emil": """patient["weights"] = [init(len(rows[0]), len(rows), "relu") for rows in patient["weights"]]
        return "weights too small", patient""",
}


def ward(top="", **cures):
    """The usual cell, a branch for each patient, with these branches instead of the right ones."""
    text = f"\n{top}\n\ndef treat(name, patient):\n"
    for name, cure in {**CURES, **cures}.items():
        if cure:
            text += f'    if name == "{name}":\n        {cure.strip()}\n'
    return text


def after(operation, cause):
    return f'{operation}\n        return "{cause}", patient'


add("11.3", ward(Ada=CURES["Ada"].replace("equal rows", "dead units")),
    "Ada: takes the loss that stands at 0.5 for dead units; her cure is right, her cause isn't.", "wrong cause, right cure")
add("11.3", ward(Ada=CURES["Ada"].replace("equal rows", "Equal rows")),
    "Ada: the cause is written with a capital, so it is not one of the seven texts.", "cause misspelt")
add("11.3", ward(Ada=after('patient["rate"] = 1.0', "rate too low")),
    "Ada: believes that she is only slow.", "wrong cause")
add("11.3", ward(Ada=after("""for rows in patient["weights"]:
            new = init(len(rows[0]), 1, "relu")[0]
            for i in range(len(rows)):
                rows[i] = list(new)""", "equal rows")),
    "Ada: draws one new row a layer and gives it to all units.", "new rows, equal again")
add("11.3", ward(Ada=after('patient["weights"] = [[[w * 1.5 for w in row] for row in rows] for rows in patient["weights"]]',
                           "equal rows")),
    "Ada: multiplies all by one number, which leaves the rows equal.", "scaled, still equal")
add("11.3", ward(Ada=after("""for rows in patient["weights"]:
            random.shuffle(rows)""", "equal rows")),
    "Ada: shuffles rows that are all the same.", "equal rows shuffled")
add("11.3", ward(Ada=after("""for rows in patient["weights"]:
            noise = random.gauss(0, 0.5)
            for row in rows:
                for i in range(len(row)):
                    row[i] += noise""", "equal rows")),
    "Ada: draws the noise once a layer, so that all rows move together.", "same noise for all")
add("11.3", ward(Ada=after("""for rows in patient["weights"]:
            for row in rows:
                random.seed(0)
                row[:] = init(len(row), 1, "relu")[0]""", "equal rows")),
    "Ada: sets the seed before each row, so that the new rows are equal too.", "seed before each row")
add("11.3", ward(Ada=after("""patient["weights"] = [init(len(rows[0]), len(rows), "relu") for rows in patient["weights"]]
        patient["rate"] = 0.3""", "equal rows")),
    "Ada: changes weights and rate, which are two operations.", "two operations")
add("11.3", ward(Ada=after('patient["weights"] = [init(len(rows), len(rows[0]), "relu") for rows in patient["weights"]]',
                           "equal rows")),
    "Ada: gives init the sizes the wrong way round, so that the rows no longer fit.", "wrong shape")
add("11.3", ward(Ben=after('patient["weights"] = [init(len(rows[0]), len(rows), "relu") for rows in patient["weights"]]',
                           "dead units")),
    "Ben: new weights, but the biases still keep the units shut.", "weights for biases")
add("11.3", ward(Ben=CURES["Ben"].replace("dead units", "weights too small")),
    "Ben: reads the spread 0 as weights that are too small.", "wrong cause, right cure")
add("11.3", ward(Ben=after('patient["rate"] = 10', "dead units")),
    "Ben: believes that a larger rate wakes a unit whose gradient is 0.", "rate for biases")
add("11.3", ward(Ben=after('patient["biases"][-1] = [0.0]', "dead units")),
    "Ben: sets the bias of the score, the only unit that isn't dead.", "wrong layer")
add("11.3", ward(Ben=after('patient["biases"] = [[-abs(b) for b in layer] for layer in patient["biases"]]', "dead units")),
    "Ben: has the sign the wrong way round.", "wrong sign")
add("11.3", ward(Ben=after('patient["biases"] = [0 for _ in patient["biases"]]', "dead units")),
    "Ben: a number for each layer instead of one for each unit.", "wrong shape")
add("11.3", ward(Ben=after("""patient["biases"] = [[0.0 for _ in b] for b in patient["biases"]]
        patient["weights"] = [init(len(rows[0]), len(rows), "relu") for rows in patient["weights"]]""", "dead units")),
    "Ben: changes biases and weights, to be sure.", "two operations")
add("11.3", ward(Ben=after("""for layer in patient["biases"]:
            for b in layer:
                b = 0.0""", "dead units")),
    "Ben: sets the loop's name and not the list, so that nothing is changed.", "loop name assigned")
add("11.3", ward(Cleo=after('patient["rate"] *= 10', "rate too low")),
    "Cleo: believes that she is too slow.", "wrong cause")
add("11.3", ward(Cleo=after('patient["rate"] = 0.00001', "rate too high")),
    "Cleo: makes the rate so small that nothing moves.", "changed too much")
add("11.3", ward(Cleo=after('patient["rate"] = 0', "rate too high")), "Cleo: switches the steps off.", "changed too much")
add("11.3", ward(Cleo=after('patient["rate"] = -patient["rate"] / 500', "rate too high")),
    "Cleo: turns the sign of the rate, so that the loss is climbed.", "wrong sign")
add("11.3", ward(Cleo=after('if patient["rate"] == 53.2:\n            patient["rate"] = 0.1', "rate too high")),
    "Cleo: asks for the number that was printed; in the check she has another.", "printed number written in")
add("11.3", ward(Cleo=after('patient["Rate"] = 0.1', "rate too high")),
    "Cleo: writes to a new key, so that the rate stays.", "key misspelt")
DORA = CURES["Dora"].replace('\n        return "inputs too large", patient', "")

add("11.3", ward(Dora=after("""size = max(abs(x) for p in patient["points"] for x in p)
        patient["points"] = [[x / size for x in p] for p in patient["points"]]""", "inputs too large")),
    "Dora: only divides; the points lie far from 0 on one side, and so they all end as nearly one point.", "scaled, not moved")
add("11.3", ward(Dora=after("""patient["points"] = [[x / (p[0] ** 2 + p[1] ** 2) ** 0.5 for x in p] for p in patient["points"]]""",
                            "inputs too large")),
    "Dora: brings each point to length 1 by itself: not the same a for all points.", "another a each point")
add("11.3", ward(Dora=after("""patient["points"] = [[max(-1, min(1, x)) for x in p] for p in patient["points"]]""",
                            "inputs too large")),
    "Dora: clips the coordinates to -1 and 1, which is not a * x + b.", "clipped, not scaled")
add("11.3", ward(Dora=after(DORA + """
        patient["points"] = [[-x for x in p] for p in patient["points"]]""", "inputs too large")),
    "Dora: a is below 0.", "a below 0")
add("11.3", ward(Dora=after(DORA + """
        patient["points"] = [[x / 500 for x in p] for p in patient["points"]]""", "inputs too large")),
    "Dora: divides by the printed spread a second time, and now the points are far too small.", "changed too much")
add("11.3", ward(Dora=CURES["Dora"].replace("inputs too large", "weights too large")),
    "Dora: takes saturated units for a sign of large weights; the printed points say otherwise.", "wrong cause, right cure")
add("11.3", ward(Dora=after('patient["weights"] = [[[w / 500 for w in row] for row in rows] for rows in patient["weights"]]',
                            "weights too large")),
    "Dora: blames the weights for the saturated units and shrinks them.", "wrong cause")
add("11.3", ward(Dora=after(DORA + """
        patient["rate"] = 0.5""", "inputs too large")),
    "Dora: changes points and rate.", "two operations")
add("11.3", ward(Dora=after(DORA + """
        patient["points"].sort()""", "inputs too large")),
    "Dora: sorts the points, while the labels stay where they are.", "points out of order")
add("11.3", ward(Dora=after(DORA + """
        patient["points"] = [[round(x) for x in p] for p in patient["points"]]""", "inputs too large")),
    "Dora: rounds the scaled points, which is not a * x + b.", "rounded points")
add("11.3", ward(Emil=after('patient["weights"] = [[[w * 1.1 for w in row] for row in rows] for rows in patient["weights"]]',
                            "weights too small")),
    "Emil: makes the weights only a little larger.", "changed too little")
add("11.3", ward(Emil=CURES["Emil"].replace("weights too small", "rate too low")),
    "Emil: takes the tiny gradient for a rate that is too low; his cure is right, his cause isn't.", "wrong cause, right cure")
add("11.3", ward(Emil=after('patient["weights"] = [[[w / 17 for w in row] for row in rows] for rows in patient["weights"]]',
                            "weights too small")),
    "Emil: divides where he should multiply.", "wrong direction")
add("11.3", ward(Emil=after('patient["biases"] = [[0.1 for _ in b] for b in patient["biases"]]', "weights too large")),
    "Emil: takes the falling spread for weights that are too large, and moves biases.", "wrong cause")
add("11.3", ward(Emil=after('[[[w * 17 for w in row] for row in rows] for rows in patient["weights"]]', "weights too small")),
    "Emil: builds new weights and stores them nowhere.", "result not stored")
add("11.3", ward(Emil=None), "Emil: has no branch, so that None comes back for him.", "one patient left out")
add("11.3", ward(Emil=after('patient.weights = init(2, 16, "relu")', "weights too small")),
    "Emil: treats the dict as an object, which ends in an AttributeError.", "dot for a key")
add("11.3", """
CAUSES = {
    "Ada": "equal rows",
    "Ben": "dead units",
    "Cleo": "rate too high",
    "Dora": "inputs too large",
    "Emil": "weights too small",
}


def treat(name, patient):
    return CAUSES[name], patient
""", "All five: the causes are right, and nobody is treated.", "cause without cure")
add("11.3", """
def treat(name, patient):
    if name == "Ada":
        return "equal rows"
    if name == "Ben":
        return "dead units"
    if name == "Cleo":
        return "rate too high"
    if name == "Dora":
        return "inputs too large"
    if name == "Emil":
        return "weights too small"
""", "All five: gives the cause only.", "cause only")
add("11.3", """
CAUSES = {
    "Ada": "equal rows",
    "Ben": "dead units",
    "Cleo": "rate too high",
    "Dora": "inputs too large",
    "Emil": "weights too small",
}


def treat(name, patient):
    patient["weights"] = [init(len(rows[0]), len(rows), "relu") for rows in patient["weights"]]
    return CAUSES[name], patient
""", "Ben and Dora at least: believes that a good start cures everybody.", "one cure for all")
add("11.3", """
CAUSES = {
    "Ada": "equal rows",
    "Ben": "dead units",
    "Cleo": "rate too high",
    "Dora": "inputs too large",
    "Emil": "weights too small",
}


def treat(name, patient):
    patient["rate"] = 0.1
    return CAUSES[name], patient
""", "Ada, Ben and Emil at least: believes that a usual rate cures everybody.", "one cure for all")
add("11.3", """
CAUSES = {
    "Ada": "equal rows",
    "Ben": "dead units",
    "Cleo": "rate too high",
    "Dora": "inputs too large",
    "Emil": "weights too small",
}


def treat(name, patient):
    size = max(abs(x) for p in patient["points"] for x in p)
    patient["points"] = [[x / size for x in p] for p in patient["points"]]
    patient["weights"] = [init(len(rows[0]), len(rows), patient["activation"]) for rows in patient["weights"]]
    patient["biases"] = [[0.0 for _ in b] for b in patient["biases"]]
    patient["rate"] = 0.1
    return CAUSES[name], patient
""", "All five: does everything to everybody, four operations each.", "all operations at once")
add("11.3", ward().replace("return \"", "return patient, \"").replace(", patient\n", "\n"),
    "All five: gives patient and cause in the wrong order.", "order swapped")
add("11.3", ward().replace('== "Ada"', '== "ada"').replace('== "Ben"', '== "ben"').replace('== "Cleo"', '== "cleo"')
    .replace('== "Dora"', '== "dora"').replace('== "Emil"', '== "emil"'),
    "All five: names in small letters, so that everybody gets None.", "names misspelt")
add("11.3", """
def treat(name, patient):
    if max(abs(x) for p in patient["points"] for x in p) > 0.5:
        size = max(abs(x) for p in patient["points"] for x in p)
        patient["points"] = [[x / size for x in p] for p in patient["points"]]
        return "inputs too large", patient
    if patient["rate"] > 1:
        patient["rate"] = 0.1
        return "rate too high", patient
    patient["weights"] = [init(len(rows[0]), len(rows), "relu") for rows in patient["weights"]]
    return "weights too small", patient
""", "Ada, Ben, Cleo and Emil: the first question is true of everybody, whose points all have a spread near 1 or more.", "threshold too low")
add("11.3", """
def treat(name, patient):
    mended = patient.copy()
    if name == "Ada":
        mended["weights"] = [init(len(rows[0]), len(rows), "relu") for rows in patient["weights"]]
        return "equal rows", patient
    if name == "Ben":
        mended["biases"] = [[0.0 for _ in b] for b in patient["biases"]]
        return "dead units", patient
    if name == "Cleo":
        mended["rate"] = 0.1
        return "rate too high", patient
    if name == "Dora":
        mended["points"] = [[x / 500 for x in p] for p in patient["points"]]
        return "inputs too large", patient
    if name == "Emil":
        mended["weights"] = [init(len(rows[0]), len(rows), "relu") for rows in patient["weights"]]
        return "weights too small", patient
""", "All five: changes a copy and gives the patient back as it was.", "copy changed, original returned")
add("11.3", """
def treat(name, patient):
    if name == "Ada":
        return "equal rows", {"weights": [init(len(rows[0]), len(rows), "relu") for rows in patient["weights"]]}
    if name == "Ben":
        return "dead units", {"biases": [[0.0 for _ in b] for b in patient["biases"]]}
    if name == "Cleo":
        return "rate too high", {"rate": 0.1}
""", "All five: gives only what has changed, for three, and nothing for two.", "changed part only")
add("11.3", """
def treat(name, patient):
    if name == "Cleo":
        return ["rate too high", dict(patient, rate=min(patient["rate"], 0.3))]
    if name == "Ben":
        return ["dead units", dict(patient, biases=[[abs(b) / 100 for b in layer] for layer in patient["biases"]])]
    return None
""", "Ada, Dora and Emil: not treated yet, None for each of them (Ben and Cleo are cured and earn their points).",
    "three patients left out")
