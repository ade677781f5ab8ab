"""Lesson 9: moons."""

from known_wrong.bank import Right, Wrong

LESSON = "lesson_09"

# What the exercise notebook has beside the answers: the learner's engine and loop, and right parts for 9.4 and 9.5.
GIVEN = """
import functools, itertools, math, random
from micrograd_lab import Value

def train(loss_of, parameters, step, steps):
    for n in range(steps):
        loss = loss_of(n)
        for p in parameters:
            p.grad = 0.0
        loss.backward()
        step(n)
        yield loss.data

def lacks(scores, labels):
    return [(1 - y * s).relu() for s, y in zip(scores, labels)]

def hinge(scores, labels):
    return sum(lacks(scores, labels)) * (1 / len(labels))

def accuracy(scores, labels):
    return sum((getattr(s, "data", s) > 0) == (y > 0) for s, y in zip(scores, labels)) / len(labels)

def batches(count, size, shuffle):
    order = list(range(count))
    while True:
        shuffle(order)
        for start in range(0, count, size):
            yield order[start : start + size]
"""


def but(text, *changes):
    for right, wrong in changes:
        assert right in text, right
        text = text.replace(right, wrong)
    return text


def returning(head, *lines):
    return f"{head}\n    " + "\n    ".join(lines) + "\n"


def hinge(*lines):
    return returning("def hinge(scores, labels):", *lines)


TERM = "(1 - y * s).relu()"
OVER = "for s, y in zip(scores, labels)"


def term(text, over=" / len(labels)"):
    return hinge(f"return sum({text} {OVER}){over}")


def accuracy(*lines):
    return returning("def accuracy(scores, labels):", *lines)


NUMBERS = "scores = [getattr(s, 'data', s) for s in scores]"


def share(text, over=" / len(labels)"):
    return accuracy(NUMBERS, f"return sum({text} {OVER}){over}")


CUT = """
def batches(count, size, shuffle):
    order = list(range(count))
    while True:
        shuffle(order)
        for start in range(0, count, size):
            yield order[start : start + size]
"""
RANGE, PIECE = "range(0, count, size)", "order[start : start + size]"
SO_MANY = "order[start * count // size : (start + 1) * count // size]"
LEFT_OVER = "\n        yield order[-(count % size) :]"


def cut(*changes):
    return but(CUT, *changes)


LEARN = """
def learn(model, points, labels, size, steps, shuffle):
    order = batches(len(points), size, shuffle)
    parameters = model.parameters()

    def loss_of(n):
        places = next(order)
        return hinge([model(points[i]) for i in places], [labels[i] for i in places])

    def step(n):
        rate = 1.0 - 0.9 * n / steps
        for p in parameters:
            p.data -= rate * p.grad

    return list(train(loss_of, parameters, step, steps))
"""
RATE, LOSS = "1.0 - 0.9 * n / steps", "hinge([model(points[i]) for i in places], [labels[i] for i in places])"


def learn(*changes):
    return but(LEARN, *changes)


BRING = """
def bring_over(model, points, labels):
    for place, p in enumerate(model.parameters()):
        before = p.data
        for tenths in range(-20, 21):
            change = tenths / 10
            p.data = before + change
            good = all((model(x).data > 0) == (y > 0) for x, y in zip(points, labels))
            p.data = before
            if good:
                return place, change
"""
GOOD = "all((model(x).data > 0) == (y > 0) for x, y in zip(points, labels))"


def bring(*changes):
    return but(BRING, *changes)


MISSING = """
def missing(label, score):
    return max(0.0, {})
"""
SPLIT = """
def split(points, share, shuffle):
    many = round(share * len(points))
    {}
    learn = points[:many]
    {}
    test = points[many:]
    return learn, test
"""
SHUFFLE = "shuffle(points)"

ON_THE_SPOT = [
    *[
        Wrong("complete_missing", name, MISSING.format(text))
        for name, text in (
            ("no margin", "-label * score"),
            ("the wrong side alone", "1 - label * score if label * score < 0 else 0"),
            ("squared", "(1 - label * score) ** 2"),
            ("the sign turned", "1 + label * score"),
            ("the label left out", "1 - score"),
            ("the label alone", "label - score"),
            ("how far from the label", "abs(label - score)"),
            ("the size of the score", "1 - abs(score)"),
            ("what is there, not what is missing", "label * score"),
            ("the score left out", "1 - label"),
            ("1 for each", "label * score < 1"),
        )
    ],
    Wrong("mend_split", "some in both", SPLIT.format("pass", SHUFFLE)),
    Wrong("mend_split", "not shuffled", SPLIT.format("pass", "pass")),
    Wrong("mend_split", "as many from the end", but(SPLIT.format(SHUFFLE, ""), ("points[many:]", "points[-many:]"))),
    Wrong("mend_split", "the two parts joined", but(SPLIT.format(SHUFFLE, ""), ("learn, test", "learn + test"))),
    Wrong("mend_split", "what shuffle gives", SPLIT.format("points = shuffle(points)", "")),
    Wrong("mend_split", "all to be asked about", SPLIT.format(SHUFFLE, "many = 0")),
    Wrong("mend_split", "asked about what it learned", but(SPLIT.format(SHUFFLE, ""), ("points[many:]", "learn"))),
    Wrong("mend_split", "points left out", but(SPLIT.format(SHUFFLE, ""), ("points[many:]", "points[many + 1:]"))),
    Wrong(
        "mend_split", "the parts swapped", but(SPLIT.format(SHUFFLE, ""), ("return learn, test", "return test, learn"))
    ),
]
SPOT_ON = [
    Right("complete_missing", "as asked", MISSING.format("1 - label * score")),
    Right("complete_missing", "turned round", MISSING.format("-(score * label - 1)")),
    Right("complete_missing", "by cases", MISSING.format("1 - score if label > 0 else 1 + score")),
    Right("mend_split", "one shuffle", SPLIT.format(SHUFFLE, "")),
    Right("mend_split", "both before", SPLIT.format(f"{SHUFFLE}; {SHUFFLE}", "")),
    Right("mend_split", "a copy", but(SPLIT.format(f"points = list(points); {SHUFFLE}", ""))),
    Right(
        "mend_split",
        "what is not in learn",
        but(SPLIT.format(SHUFFLE, SHUFFLE), ("points[many:]", "[p for p in points if p not in learn]")),
    ),
]

WRONG = [
    *ON_THE_SPOT,
    # 9.1
    Wrong("hinge", "labels 0 and 1", term("(1 - (2 * y - 1) * s).relu()")),
    Wrong("hinge", "a label of -1 taken for 0", term("(1 - (y > 0) * s).relu()")),
    Wrong("hinge", "no margin", term("(-y * s).relu()")),
    Wrong("hinge", "another margin", term("(0.5 - y * s).relu()")),
    Wrong("hinge", "another margin", term("(2 - y * s).relu()")),
    Wrong("hinge", "the sign turned", term("(1 + y * s).relu()")),
    Wrong("hinge", "a negative loss", term("-(1 - y * s).relu()")),
    Wrong("hinge", "the smaller instead of the larger", term("-(y * s - 1).relu()")),
    Wrong("hinge", "the sum", term(TERM, "")),
    Wrong(
        "hinge",
        "the mean of those that lack something",
        hinge(
            "some = [t for t in lacks(scores, labels) if t.data > 0]",
            "return sum(some, Value(0.0)) / max(1, len(some))",
        ),
    ),
    Wrong("hinge", "divided by one less", term(TERM, " / (len(labels) - 1)")),
    Wrong("hinge", "half of it", term(TERM, " / (2 * len(labels))")),
    Wrong("hinge", "divided twice", term(TERM, " / len(labels) / len(labels)")),
    Wrong("hinge", "0 at least for the whole", hinge(f"return (sum((1 - y * s) {OVER}) / len(labels)).relu()")),
    Wrong("hinge", "no end at the margin", term("(1 - y * s)")),
    Wrong("hinge", "the ReLU too early", term("(1 - (y * s).relu())")),
    Wrong("hinge", "the ReLU too early", term("(1 - (y * s).relu()).relu()")),
    Wrong("hinge", "the ReLU on the score", term("(1 - y * s.relu()).relu()")),
    Wrong("hinge", "squared", term("(1 - y * s).relu() ** 2")),
    Wrong("hinge", "the distance from the label", term("(y - s) ** 2")),
    Wrong("hinge", "the distance from the label", term("((y - s).relu() + (s - y).relu())")),
    Wrong("hinge", "the logistic loss", term("((-y * s).exp() + 1).log()")),
    Wrong("hinge", "labels left out", term("(1 - s).relu()")),
    Wrong("hinge", "wrong points alone", term("((1 - y * s) if y * s.data < 0 else Value(0.0))")),
    Wrong("hinge", "how many, not how much", term("Value(float(y * s.data < 1))")),
    Wrong("hinge", "no way back", hinge(f"return Value(sum(max(0, 1 - y * s.data) {OVER}) / len(labels))")),
    Wrong("hinge", "no Value but a number", hinge(f"return sum(max(0, 1 - y * s.data) {OVER}) / len(labels)")),
    Wrong(
        "hinge",
        "a plain number where nothing is missing",
        hinge(
            "total = 0.0",
            f"{OVER}:",
            "    if y * s.data < 1:",
            "        total = total + (1 - y * s)",
            "return total / len(labels)",
        ),
    ),
    Wrong("hinge", "one for each point", hinge("return lacks(scores, labels)")),
    Wrong("hinge", "max of a Value", term("max(0, 1 - y * s)")),
    Wrong(
        "hinge",
        "the worst point alone",
        hinge("return max(lacks(scores, labels), key=lambda t: t.data)"),
    ),
    Wrong("hinge", "the first left out", hinge("return sum(lacks(scores, labels)[1:], Value(0.0)) / len(labels)")),
    Wrong("hinge", "the last left out", hinge("return sum(lacks(scores, labels)[:-1], Value(0.0)) / len(labels)")),
    Wrong("hinge", "one point alone", hinge(f"{OVER}:", f"    return {TERM}")),
    Wrong("hinge", "one point alone", hinge(f"{OVER}:", f"    total = {TERM}", "return total / len(labels)")),
    Wrong("hinge", "labels in another order", hinge("return sum(lacks(scores, labels[::-1])) / len(labels)")),
    Wrong(
        "hinge",
        "what it was given is changed",
        hinge(
            "total = Value(0.0)",
            "while scores:",
            f"    s, y = scores.pop(), labels.pop(); total = total + {TERM}",
            "return total",
        ),
    ),
    Wrong("hinge", "", term("abs(1 - y * s)")),
    Wrong("hinge", "nothing given back", hinge("sum(lacks(scores, labels)) / len(labels)")),
    Wrong("hinge", "right for +1 alone", term("(y - s).relu()")),
    Wrong("hinge", "right for +1 alone", term("((1 - s).relu() if y > 0 else (s - 1).relu())")),
    Wrong("hinge", "divided by 2", term(TERM, " / 2")),
    # 9.2
    Wrong("accuracy", "a Value compared", accuracy(f"return sum((s > 0) == (y > 0) {OVER}) / len(labels)")),
    Wrong("accuracy", "a Value compared", accuracy(f"return sum(s * y > 0 {OVER}) / len(labels)")),
    Wrong("accuracy", "the data of a number", accuracy(f"return sum((s.data > 0) == (y > 0) {OVER}) / len(labels)")),
    Wrong("accuracy", "a list, not a share", accuracy(NUMBERS, f"return [(s > 0) == (y > 0) {OVER}]")),
    *[
        Wrong("accuracy", name, share(text, *over))
        for name, text, *over in (
            ("a score of 0 says +1", "(s >= 0) == (y > 0)"),
            ("a score of 0 is never right", "y * s > 0"),
            ("a score of 0 is always right", "y * s >= 0"),
            ("how many, not which share", "(s > 0) == (y > 0)", ""),
            ("in percent", "(s > 0) == (y > 0)", " / len(labels) * 100"),
            ("the share of those that are wrong", "(s > 0) != (y > 0)"),
            ("labels 0 and 1", "(s > 0) == y"),
            ("labels left out", "s > 0"),
            ("the size without the sign", "(abs(s) > 0) == (y > 0)"),
            ("right with a margin", "y * s >= 1"),
            ("right with a margin", "(s >= 1) == (y > 0)"),
            ("a border at one half", "(s > 0.5) == (y > 0)"),
            ("the score is to be the label", "s == y"),
            ("the score is to be the label", "round(s) == y"),
            ("right less wrong", "(1 if (s > 0) == (y > 0) else -1)"),
            ("only all or nothing", "(s > 0) == (y > 0)", " // len(labels)"),
            ("divided by one less", "(s > 0) == (y > 0)", " / (len(labels) - 1)"),
            ("one label alone", "s <= 0 and y < 0"),
        )
    ],
    Wrong("accuracy", "rounded", accuracy(NUMBERS, f"return round(sum((s > 0) == (y > 0) {OVER}) / len(labels), 2)")),
    Wrong(
        "accuracy",
        "one point left out",
        accuracy(
            NUMBERS,
            "right = [(s > 0) == (y > 0) for s, y in zip(scores[1:], labels[1:])]",
            "return sum(right) / len(labels)",
        ),
    ),
    Wrong(
        "accuracy",
        "the label of an equal score",
        accuracy(NUMBERS, "return sum((s > 0) == (labels[scores.index(s)] > 0) for s in scores) / len(labels)"),
    ),
    Wrong(
        "accuracy",
        "1 less the loss",
        accuracy(NUMBERS, f"return 1 - sum(max(0, 1 - s * y) {OVER}) / len(labels)"),
    ),
    Wrong("batches", "size taken for how many", cut((RANGE, "range(size)"), (PIECE, SO_MANY))),
    Wrong(
        "batches",
        "shuffled within a batch",
        cut(("        shuffle(order)\n", ""), (f"yield {PIECE}", f"batch = {PIECE}; shuffle(batch); yield batch")),
    ),
    Wrong(
        "batches",
        "the whole order where nothing is left",
        cut((RANGE, "range(0, count - count % size, size)"), (f"yield {PIECE}", f"yield {PIECE}{LEFT_OVER}")),
    ),
    Wrong("accuracy", "one point alone", accuracy(NUMBERS, f"{OVER}:", "    return float((s > 0) == (y > 0))")),
    Wrong(
        "accuracy",
        "labels in another order",
        accuracy(NUMBERS, "labels = labels[::-1]", f"return sum((s > 0) == (y > 0) {OVER}) / len(labels)"),
    ),
    Wrong(
        "accuracy",
        "rounded to a whole number",
        accuracy(NUMBERS, f"return round(sum((s > 0) == (y > 0) {OVER}) / len(labels))"),
    ),
    Wrong(
        "accuracy",
        "a Value, no number",
        accuracy(NUMBERS, f"return Value(sum((s > 0) == (y > 0) {OVER}) / len(labels))"),
    ),
    Wrong("accuracy", "", share("s > 1 and y > 0")),
    # 9.3
    *[
        Wrong("batches", name, cut(*changes))
        for name, *changes in (
            ("the rest left out", (RANGE, "range(0, count - size + 1, size)")),
            ("overlapping", (RANGE, "range(count - size + 1)")),
            ("overlapping", (RANGE, "range(count)")),
            ("one place too many", (PIECE, "order[start : start + size + 1]")),
            ("one place too few", (PIECE, "order[start : start + size - 1]")),
            ("an empty batch", (RANGE, "range(0, count + 1, size)")),
            ("shuffled from scratch", ("shuffle(order)", "order = list(range(count)); shuffle(order)")),
            ("shuffled for each batch", ("        shuffle(order)\n", ""), ("yield", "shuffle(order); yield")),
            ("shuffled once", ("    while True:\n        shuffle(order)", "    shuffle(order)\n    while True:")),
            ("the first epoch in order", ("        shuffle(order)\n", ""), (PIECE, PIECE + "\n        shuffle(order)")),
            ("put in order again", ("shuffle(order)", "shuffle(order); order.sort()")),
            ("batches put in order", (PIECE, f"sorted({PIECE})")),
            ("shuffled twice", ("shuffle(order)", "shuffle(order); shuffle(order)")),
            ("from behind", (PIECE, "order[::-1][start : start + size]")),
            ("places from 1 on", ("range(count))", "range(1, count + 1))")),
            (
                "so many batches",
                ("while True:", "length = -(-count // size)\n    while True:"),
                (RANGE, "range(0, count, length)"),
                (PIECE, "order[start : start + length]"),
            ),
            (
                "every so-manieth place",
                (RANGE, "range(-(-count // size))"),
                (PIECE, "order[start :: -(-count // size)]"),
            ),
            ("the last filled up from the front", (PIECE, f"({PIECE} + order)[:size]")),
            ("the first batch left out", (RANGE, "range(size, count, size)")),
            ("places, not batches", ("yield order[start : start + size]", "yield from order[start : start + size]")),
            (
                "an epoch at once",
                (
                    "        for start in range(0, count, size):\n            yield order[start : start + size]",
                    "        yield [order[start : start + size] for start in range(0, count, size)]",
                ),
            ),
            ("one epoch alone", ("while True:", "for _ in range(1):")),
            ("it ends", ("while True:", "for _ in range(2):")),
            ("size and count swapped", ("order = list", "count, size = size, count; order = list")),
            ("what shuffle gives", ("shuffle(order)", "order = shuffle(order)")),
            ("a range is no list", ("list(range(count))", "range(count)")),
            ("another shuffle", ("shuffle(order)", "random.shuffle(order)")),
            ("another shuffle", ("shuffle(order)", "order = random.sample(range(count), count)")),
            ("drawn anew", ("shuffle(order)", "order = [random.randrange(count) for _ in range(count)]")),
            ("batches that are used up", (PIECE, f"(place for place in {PIECE})")),
            ("sets, not lists", (PIECE, f"set({PIECE})")),
            ("", (PIECE, "order[start : size]")),
        )
    ],
    Wrong(
        "batches",
        "the last filled up from the next epoch",
        returning(
            "def batches(count, size, shuffle):",
            "order, ahead = list(range(count)), []",
            "while True:",
            "    while len(ahead) < size:",
            "        shuffle(order)",
            "        ahead = ahead + order",
            "    yield ahead[:size]",
            "    ahead = ahead[size:]",
        ),
    ),
    Wrong(
        "batches",
        "shuffled for each batch",
        returning(
            "def batches(count, size, shuffle):",
            "order = list(range(count))",
            "while True:",
            "    shuffle(order)",
            "    yield order[:size]",
        ),
    ),
    Wrong(
        "batches",
        "batches shuffled, not places",
        returning(
            "def batches(count, size, shuffle):",
            "cuts = [list(range(count))[n : n + size] for n in range(0, count, size)]",
            "while True:",
            "    shuffle(cuts)",
            "    yield from cuts",
        ),
    ),
    Wrong(
        "batches",
        "shuffled within the batches",
        returning(
            "def batches(count, size, shuffle):",
            "cuts = [list(range(count))[n : n + size] for n in range(0, count, size)]",
            "while True:",
            "    for one in cuts:",
            "        shuffle(one)",
            "        yield list(one)",
        ),
    ),
    Wrong(
        "batches",
        "the rest joined to the last",
        cut(
            (RANGE, "range(0, max(1, count - size + 1), size)"),
            (PIECE, "order[start:] if start + 2 * size > count else " + PIECE),
        ),
    ),
    # 9.4
    *[
        Wrong("learn", name, learn(*changes))
        for name, *changes in (
            ("steps that keep their length", (RATE, "1.0")),
            ("steps that keep their length", (RATE, "0.1")),
            ("0.1 already at the last step", (RATE, "1.0 - 0.9 * n / (steps - 1)")),
            ("falling to 0", (RATE, "1.0 - n / steps")),
            ("beginning at 0.9", (RATE, "0.9 - 0.9 * n / steps")),
            ("beginning at 0.9", (RATE, "0.9 - 0.8 * n / steps")),
            ("one step ahead", (RATE, "1.0 - 0.9 * (n + 1) / steps")),
            ("growing", (RATE, "0.1 + 0.9 * n / steps")),
            ("falling by a factor", (RATE, "0.1 ** (n / steps)")),
            ("falling by a factor", (RATE, "0.9 ** n")),
            ("falling by the number of points", (RATE, "1.0 - 0.9 * n / len(points)")),
            ("less by a fixed amount", (RATE, "max(0.1, 1.0 - 0.1 * n)")),
            ("less by a fixed amount", (RATE, "1.0 - 0.09 * n")),
            ("the rate rounded", (RATE, "round(1.0 - 0.9 * n / steps, 2)")),
            ("the rate of exercises 8", (RATE, "1.0 / (1 + 0.1 * n)")),
            ("count and size swapped", ("len(points), size, shuffle", "size, len(points), shuffle")),
            (
                "the first loss left out",
                ("list(train(loss_of, parameters, step, steps))", "list(train(loss_of, parameters, step, steps))[1:]"),
            ),
            ("once an epoch", (RATE, "1.0 - 0.9 * (n // math.ceil(len(points) / size)) / steps")),
            ("the rate twice", (RATE, "(1.0 - 0.9 * n / steps) ** 2")),
            ("divided by the size too", (RATE, "(1.0 - 0.9 * n / steps) / size")),
            ("uphill", ("p.data -=", "p.data +=")),
            ("no step at all", ("p.data -= rate * p.grad", "p = p.data - rate * p.grad")),
            ("all points in every step", ("next(order)", "range(len(points))")),
            ("the first batch of new ones", ("next(order)", "next(batches(len(points), size, shuffle))")),
            (
                "one batch for all steps",
                (
                    "= batches(len(points), size, shuffle)",
                    "= itertools.repeat(next(batches(len(points), size, shuffle)))",
                ),
            ),
            (
                "the first epoch again and again",
                (
                    "= batches(len(points), size, shuffle)",
                    "= itertools.cycle([*itertools.islice(batches(len(points), size, shuffle), "
                    "-(-len(points) // size))])",
                ),
            ),
            ("not shuffled", ("size, shuffle)\n", "size, lambda order: None)\n")),
            ("a batch taken in vain", ("    def step(n)", "    next(order)\n\n    def step(n)")),
            ("a batch taken in vain", ("places = next(order)", "next(order); places = next(order)")),
            ("labels of other points", ("[labels[i] for i in places]", "labels[:len(places)]")),
            ("the sum", (LOSS, LOSS + " * len(places)")),
            ("no margin", (LOSS, "sum((-labels[i] * model(points[i])).relu() for i in places) / len(places)")),
            ("one step too many", ("step, steps)", "step, steps + 1)")),
            ("one step too few", ("step, steps)", "step, steps - 1)")),
            ("one number", ("list(train", "sum(train")),
            (
                "one step alone",
                (
                    "return list(train(loss_of, parameters, step, steps))",
                    "for loss in train(loss_of, parameters, step, steps):\n        return [loss]",
                ),
            ),
            ("more losses than steps", ("step, steps)", "step, 2 * steps)")),
            ("batches gone through as a list", ("next(order)", "order[n]")),
            (
                "a list of places for a place",
                ("[model(points[i]) for i in places]", "[model(points[places]) for i in places]"),
            ),
            ("", (LOSS, "hinge([model(points[i]) for i in places], [labels[i] for i in places]) ** 2")),
        )
    ],
    Wrong(
        "learn",
        "a copy is trained",
        learn(("    order =", "    model = __import__('copy').deepcopy(model)\n    order =")),
    ),
    Wrong(
        "learn",
        "stops when all points are right",
        learn(
            (
                "    return list(train(loss_of, parameters, step, steps))",
                "    given = []\n    for loss in train(loss_of, parameters, step, steps):\n        given.append(loss)\n"
                "        if accuracy([model(x) for x in points], labels) == 1:\n            break\n    return given",
            )
        ),
    ),
    *[
        Wrong(
            "learn",
            "earlier numbers put back",
            learn(
                (
                    "    return list(train(loss_of, parameters, step, steps))",
                    "    given, best, now = [], None, [p.data for p in parameters]\n"
                    "    for loss in train(loss_of, parameters, step, steps):\n"
                    f"        before, now = now, [p.data for p in parameters]\n"
                    f"        best = {kept} if loss < min(given, default=9.0) else best\n"
                    "        given.append(loss)\n"
                    "    for p, x in zip(parameters, best):\n        p.data = x\n    return given",
                )
            ),
        )
        for kept in ("before", "now")
    ],
    Wrong(
        "learn",
        "falling on what has fallen",
        learn(
            ("    parameters = model", "    rates = [1.0]\n    parameters = model"),
            (f"rate = {RATE}", f"rates.append(rates[-1] * ({RATE})); rate = rates[-1]"),
        ),
    ),
    Wrong(
        "learn",
        "the loss of all points",
        learn(
            (
                "    return list(train(loss_of, parameters, step, steps))",
                "    given, going = [], train(loss_of, parameters, step, steps)\n    for _ in range(steps):\n"
                "        given.append(hinge([model(x) for x in points], labels).data)\n        next(going)\n"
                "    return given",
            )
        ),
    ),
    *[
        Wrong(
            "learn",
            name,
            returning(
                "def learn(model, points, labels, size, steps, shuffle):",
                "order, losses = batches(len(points), size, shuffle), []",
                "for n in range(steps):",
                "    places = next(order)",
                "    xs, ys = [points[i] for i in places], [labels[i] for i in places]",
                "    loss = hinge([model(x) for x in xs], ys)",
                f"    {zero}",
                "    loss.backward()",
                "    for p in model.parameters():",
                f"        p.data -= ({RATE}) * p.grad",
                f"    losses.append({told})",
                "return losses",
            ),
        )
        for name, zero, told in (
            ("gradients kept", "pass", "loss.data"),
            ("Values, not numbers", "for p in model.parameters(): p.grad = 0.0", "loss"),
            (
                "the loss after the step",
                "for p in model.parameters(): p.grad = 0.0",
                "hinge([model(x) for x in xs], ys).data",
            ),
        )
    ],
    # 9.5
    Wrong("bring_over", "the network left changed", bring(("            p.data = before\n", ""))),
    Wrong("bring_over", "the parameter, not its place", bring(("return place, change", "return p, change"))),
    Wrong("bring_over", "the change first", bring(("return place, change", "return change, place"))),
    Wrong("bring_over", "places from 1 on", bring(("return place, change", "return place + 1, change"))),
    Wrong("bring_over", "the new value", bring(("return place, change", "return place, before + change"))),
    Wrong("bring_over", "the other way", bring(("return place, change", "return place, -change"))),
    Wrong("bring_over", "the network left changed", bring(("before = p.data", "before = round(p.data, 6)"))),
    Wrong("bring_over", "nothing found", bring(("range(-20, 21)", "range(1, 21)"))),
    Wrong("bring_over", "tenths, not the change", bring(("return place, change", "return place, tenths"))),
    Wrong("bring_over", "nothing found", bring(("range(-20, 21)", "range(-20, 20)"))),
    Wrong(
        "bring_over",
        "nothing found",
        bring(("enumerate(model.parameters())", "list(enumerate(model.parameters()))[1:]")),
    ),
    Wrong("bring_over", "nothing found", bring(("in range(-20, 21)", "in (-20, -10, 10, 20)"))),
    Wrong(
        "bring_over", "not brought over", bring((GOOD, "all(model(x).data * y >= 0 for x, y in zip(points, labels))"))
    ),
    Wrong("bring_over", "not brought over", bring((GOOD, "accuracy([model(x) for x in points], labels) > 0.85"))),
    Wrong("bring_over", "no change", "def bring_over(model, points, labels):\n    return 0, 0.0\n"),
    Wrong(
        "bring_over",
        "the last bias",
        "def bring_over(model, points, labels):\n    return len(model.parameters()) - 1, 0.5\n",
    ),
    Wrong(
        "bring_over",
        "others are lost",
        bring(
            (
                "    for place",
                "    wrong = next(n for n, y in enumerate(labels) if (model(points[n]).data > 0) != (y > 0))\n"
                "    for place",
            ),
            (GOOD, f"(model(points[wrong]).data > 0) == (labels[wrong] > 0) and not {GOOD}"),
        ),
    ),
    Wrong("bring_over", "not brought over", "def bring_over(model, points, labels):\n    return 0, 1e-6\n"),
    Wrong("bring_over", "", "def bring_over(model, points, labels):\n    return 3\n"),
]

GRADIENTS = """
def bring_over(model, points, labels):
    parameters = model.parameters()
    def good():
        return accuracy([model(x) for x in points], labels) == 1.0
    wrong = next(i for i, (x, y) in enumerate(zip(points, labels)) if accuracy([model(x)], [y]) == 0)
    for p in parameters:
        p.grad = 0.0
    score = model(points[wrong])
    score.backward()
    order = sorted(range(len(parameters)), key=lambda i: -abs(parameters[i].grad))
    for place in order:
        p, way = parameters[place], 1 if parameters[place].grad * labels[wrong] >= 0 else -1
        before = p.data
        for sign in (way, -way):
            for k in range(1, 41):
                p.data = before + sign * k / 20
                if good():
                    p.data = before
                    return place, sign * k / 20
        p.data = before
"""

RIGHT = [
    *SPOT_ON,
    Right("hinge", "sum of a generator", term(TERM)),
    Right(
        "hinge",
        "a loop",
        hinge("total = Value(0.0)", f"{OVER}:", f"    total = total + {TERM}", "return total / len(labels)"),
    ),
    Right(
        "hinge",
        "by places",
        hinge(
            "total = 0",
            "for i in range(len(scores)):",
            "    total += (1 - labels[i] * scores[i]).relu()",
            "return total * (1 / len(scores))",
        ),
    ),
    Right("hinge", "reduce", hinge("return functools.reduce(lambda a, b: a + b, lacks(scores, labels)) / len(labels)")),
    Right("hinge", "each divided", term("(1 - y * s).relu() / len(labels)", "")),
    Right("hinge", "by if", term("((1 - y * s) if y * s.data < 1 else Value(0.0))")),
    Right(
        "hinge",
        "if, and a Value to begin with",
        hinge(
            "total = Value(0.0)",
            f"{OVER}:",
            "    if y * s.data < 1:",
            "        total = total + 1 - y * s",
            "return total / len(labels)",
        ),
    ),
    Right(
        "hinge",
        "operator and map",
        hinge(
            "import operator",
            "terms = map(operator.mul, scores, labels)",
            "return sum((1 - t).relu() for t in terms) / len(scores)",
        ),
    ),
    Right(
        "hinge",
        "lambda",
        "hinge = lambda scores, labels: sum((s * -y + 1).relu() for s, y in zip(scores, labels)) / len(scores)",
    ),
    Right("hinge", "by label", term("((1 - s).relu() if y == 1 else (1 + s).relu())")),
    Right("accuracy", "getattr", share("(s > 0) == (y > 0)")),
    Right(
        "accuracy",
        "a loop",
        accuracy(
            "right = 0",
            f"{OVER}:",
            "    s = s.data if isinstance(s, Value) else s",
            "    if (1 if s > 0 else -1) == y:",
            "        right += 1",
            "return right / len(labels)",
        ),
    ),
    Right(
        "accuracy",
        "try",
        accuracy(
            "def number(s):",
            "    try:",
            "        return s.data",
            "    except AttributeError:",
            "        return s",
            "return sum(1 for s, y in zip(scores, labels) if (number(s) > 0) == (y == 1)) / len(scores)",
        ),
    ),
    Right(
        "accuracy",
        "statistics",
        accuracy(
            "from statistics import mean",
            "return mean(float((getattr(s, 'data', s) > 0) == (y > 0)) for s, y in zip(scores, labels))",
        ),
    ),
    Right(
        "accuracy",
        "NumPy",
        accuracy("import numpy as np", NUMBERS, "return np.mean((np.array(scores) > 0) == (np.array(labels) > 0))"),
    ),
    Right(
        "accuracy",
        "fractions",
        accuracy(
            "from fractions import Fraction", NUMBERS, f"return Fraction(sum((s > 0) == (y > 0) {OVER}), len(labels))"
        ),
    ),
    Right(
        "accuracy",
        "wrong ones taken off",
        accuracy(NUMBERS, f"return 1 - sum((s > 0) != (y > 0) {OVER}) / len(labels)"),
    ),
    Right("batches", "a generator", CUT),
    Right("batches", "tuples", cut((PIECE, f"tuple({PIECE})"))),
    Right(
        "batches",
        "while",
        returning(
            "def batches(count, size, shuffle):",
            "order, at = list(range(count)), 0",
            "while True:",
            "    if at == 0:",
            "        shuffle(order)",
            "    yield order[at:at + size]",
            "    at = at + size if at + size < count else 0",
        ),
    ),
    Right(
        "batches",
        "yield from",
        cut(
            (
                "        for start in range(0, count, size):\n            yield order[start : start + size]",
                "        yield from [order[n : n + size] for n in range(0, count, size)]",
            )
        ),
    ),
    Right(
        "batches",
        "recursion",
        returning(
            "def batches(count, size, shuffle, order=None):",
            "order = order or [*range(count)]",
            "shuffle(order)",
            "rest = list(order)",
            "while rest:",
            "    batch, rest = rest[:size], rest[size:]",
            "    yield batch",
            "yield from batches(count, size, shuffle, order)",
        ),
    ),
    Right(
        "batches",
        "itertools",
        returning(
            "def batches(count, size, shuffle):",
            "order = list(range(count))",
            "for _ in itertools.count():",
            "    shuffle(order)",
            "    places = iter(order)",
            "    yield from iter(lambda: list(itertools.islice(places, size)), [])",
        ),
    ),
    Right(
        "batches",
        "a class",
        """
class batches:
    def __init__(self, count, size, shuffle):
        self.order, self.size, self.shuffle, self.at = list(range(count)), size, shuffle, 0

    def __iter__(self):
        return self

    def __next__(self):
        if self.at == 0:
            self.shuffle(self.order)
        batch = self.order[self.at : self.at + self.size]
        self.at += self.size
        if self.at >= len(self.order):
            self.at = 0
        return batch
""",
    ),
    Right("learn", "train", LEARN),
    Right(
        "learn",
        "a generator",
        learn(
            (
                "return list(train(loss_of, parameters, step, steps))",
                "yield from train(loss_of, parameters, step, steps)",
            )
        ),
    ),
    Right(
        "learn",
        "train itself",
        learn(("list(train(loss_of, parameters, step, steps))", "train(loss_of, parameters, step, steps)")),
    ),
    Right(
        "learn",
        "a loop of its own",
        returning(
            "def learn(model, points, labels, size, steps, shuffle):",
            "losses = []",
            "for n, places in zip(range(steps), batches(len(points), size, shuffle)):",
            "    loss = hinge([model(points[i]) for i in places], [labels[i] for i in places])",
            "    for p in model.parameters(): p.grad = 0.0",
            "    loss.backward()",
            "    for p in model.parameters(): p.data = p.data - (1 - 0.9 * n / steps) * p.grad",
            "    losses.append(loss.data)",
            "return losses",
        ),
    ),
    Right(
        "learn",
        "a rate that is taken down",
        learn(
            ("    def loss_of", "    rate = 1.0\n\n    def loss_of"),
            ("        rate = 1.0 - 0.9 * n / steps\n", "        nonlocal rate\n"),
            ("rate * p.grad\n", "rate * p.grad\n        rate -= 0.9 / steps\n"),
        ),
    ),
    Right("learn", "another formula", learn((RATE, "0.1 + 0.9 * (steps - n) / steps"))),
    Right("learn", "pairs and zip", learn((LOSS, "hinge(*zip(*[(model(points[i]), labels[i]) for i in places]))"))),
    Right("bring_over", "every number, every change", BRING),
    Right("bring_over", "a list", bring(("return place, change", "return [place, change]"))),
    Right(
        "bring_over",
        "finer, and from small to large",
        bring(("range(-20, 21)", "sorted(range(-40, 41), key=abs)"), ("tenths / 10", "tenths / 20")),
    ),
    Right("bring_over", "the strongest first", GRADIENTS),
    Right(
        "bring_over",
        "product",
        """
def bring_over(model, points, labels):
    parameters = model.parameters()
    for k, place in itertools.product(range(-20, 21), range(len(parameters))):
        parameters[place].data += k / 10
        good = accuracy([model(x) for x in points], labels) == 1
        parameters[place].data -= k / 10
        if good:
            return place, k / 10
""",
    ),
]
