"""11.2: which units answer 0 to every point."""

import random

from ..judge import Judge, Misconception, in_words, raised


def dead_of(outputs):
    """The units that answer 0 to all."""
    return [unit for unit, answers in enumerate(outputs) if not any(answers)]


def right(case):
    """In order; any other order is accepted."""
    return dead_of(case["outputs"])


def accepts(case, result):
    """Whether each dead unit is named once, and nothing else."""
    return (
        isinstance(result, list) and all(type(one) in (int, float) for one in result) and sorted(result) == right(case)
    )


def dead_cases(seed):
    """Layers with dead units and with none, points that nobody answers, small answers and one point alone."""
    chance = random.Random(seed)

    def answers(points, shut):
        """A unit that is shut for some of the points, and open for one at least."""
        found = [round(chance.uniform(0.05, 3.0), 2) for _ in range(points)]
        for place in chance.sample(range(points), shut):
            found[place] = 0.0
        return found

    def layer(points, alive, gone, first=False):
        units = [answers(points, chance.randrange(1, points)) for _ in range(alive)]
        for _ in range(gone):
            units.insert(chance.randrange(1, len(units) + 1), [0.0] * points)
        return [[0.0] * points, *units] if first else units

    silent = [[0.0, *unit] for unit in layer(4, 4, 1)]
    faint = layer(5, 3, 2)
    faint.insert(chance.randrange(1, 5), [0.0, 0.0, 1e-9, 0.0, 0.0])
    found = (
        layer(6, 4, 2),
        layer(5, 3, 1, first=True),
        layer(7, 5, 0),
        silent,
        faint,
        layer(9, 2, 5),
        [[0.0] * 3 for _ in range(4)],
        [[0.0], [1.5], [0.0], [0.2], [0.0]],
        [[0, 0, 2], [0, 0, 0], [1, 0, 0]],
    )
    return tuple({"outputs": outputs} for outputs in found)


def _columns(case):
    return list(zip(*case["outputs"], strict=True))


def _by(test):
    return lambda case: [unit for unit, answers in enumerate(case["outputs"]) if test(answers)]


EVERY = "a unit is dead where all of its answers are 0: all(a == 0 for a in answers)."
# (name, says, tries, ways)
WAYS = (
    (
        "shut once",
        "You name units that answer 0 to some point. One that is shut here and open there is alive.",
        EVERY,
        (_by(lambda a: 0 in a),),
    ),
    (
        "points, not units",
        "You go by points: those that no unit answers, or that some unit doesn't.",
        "outputs[unit] is what one unit answers to all points. Go through units first.",
        (
            lambda case: [n for n, column in enumerate(_columns(case)) if not any(column)],
            lambda case: [n for n, column in enumerate(_columns(case)) if 0 in column],
        ),
    ),
    (
        "those that are alive",
        "You name the units that are alive.",
        "turn the question round: which of them have no answer above 0?",
        (_by(any),),
    ),
    (
        "never shut",
        "You name the units that no point shuts: all(answers) is true where none of them is 0.",
        EVERY,
        (_by(all),),
    ),
    (
        "the last point alone",
        "One point alone decides, the last or the first: a flag that is set anew at each point, or only one look.",
        EVERY,
        (_by(lambda a: a[-1] == 0), _by(lambda a: a[0] == 0)),
    ),
    (
        "small is not dead",
        "A unit whose answers are small is named too. As long as one of them is above 0, its gate is open there.",
        "compare with 0, and not with a small number.",
        (_by(lambda a: max(a) < 1e-6), _by(lambda a: round(sum(a), 6) == 0)),
    ),
    (
        "below 1 taken for 0",
        "A unit is named too whose answers are all below 1: what stands behind the point has been cut off.",
        "compare the answer itself with 0, without int() and //.",
        (_by(lambda a: not any(int(x) for x in a)),),
    ),
    (
        "shut for most points",
        "You name units that are shut for half of the points or more.",
        EVERY,
        (
            _by(lambda a: a.count(0) * 2 >= len(a)),
            _by(lambda a: a.count(0) * 2 > len(a)),
        ),
    ),
    (
        "counted from 1",
        "They are the right units, counted from 1.",
        "count from 0, as enumerate does.",
        (lambda case: [n + 1 for n in right(case)],),
    ),
    (
        "the first one alone",
        "You stop at the first one that is dead.",
        "go through all units, and give the list after the loop.",
        (lambda case: right(case)[:1],),
    ),
    (
        "the return in the loop",
        "Only the first unit is looked at: the loop ends there, whatever it has found.",
        "give the list after the loop, with the return as far left as the `for`.",
        (lambda case: [n for n in right(case) if n == 0],),
    ),
    (
        "the same number twice",
        "Of several dead units you give the number of the first again and again: .index finds the first list that is "
        "equal, and all of theirs are.",
        "take the number from enumerate(outputs).",
        (lambda case: right(case)[:1] * len(right(case)),),
    ),
    (
        "once for each 0",
        "You note a unit for each 0 that it answers.",
        "look at all answers of a unit first, and note it once.",
        (lambda case: [n for n, a in enumerate(case["outputs"]) for x in a if x == 0],),
    ),
    (
        "one point left out",
        "The first point is not looked at, or the last one.",
        "go through all answers of a unit.",
        (_by(lambda a: not any(a[1:])), _by(lambda a: not any(a[:-1]))),
    ),
    (
        "one answer a unit",
        "You answer yes or no for each unit. Asked are the numbers of those that are dead.",
        "keep the places where it is yes: [unit for unit, answers in enumerate(outputs) if ...].",
        (lambda case: [int(not any(a)) for a in case["outputs"]], lambda case: [int(any(a)) for a in case["outputs"]]),
    ),
    (
        "their answers, not their numbers",
        "You give the answers of the dead units, and not which units these are.",
        "take the number from enumerate(outputs).",
        (lambda case: [{"shape": _list_of(a)} for a in case["outputs"] if not any(a)],),
    ),
    (
        "how many zeros",
        "You give for each unit how often it answers 0.",
        "name those for which that is every point.",
        (lambda case: [a.count(0) for a in case["outputs"]],),
    ),
    (
        "one unit left out",
        "The last unit is not looked at, or the first one.",
        "go through all of them.",
        (
            lambda case: [n for n in right(case) if n < len(case["outputs"]) - 1],
            lambda case: [n for n in right(case) if n],
        ),
    ),
)


def _list_of(numbers):
    return "a list of {many} number{s}".format(many=len(numbers), s="s" * (len(numbers) != 1))


def _share(case, result):
    many = len(case["outputs"])
    return result["shape"] == "one number" or result == len(right(case)) / many


DEAD = Judge(
    dead_cases,
    right,
    accepts=accepts,
    guesses=(lambda case: [],),
    tells=lambda case: "outputs {outputs}".format(outputs=in_words(case["outputs"])),
    misconceptions=(
        Misconception(
            "changed what was given",
            None,
            "What it was given is another thing afterwards.",
            "make a new list of what you find, and take nothing out of outputs.",
            seen=lambda case, result: result["changed"],
        ),
        Misconception(
            "one number, not a list",
            None,
            "It gives one number. Asked is which units are dead: a list of their numbers, even of one or none.",
            "collect the numbers of the units in a list.",
            seen=_share,
        ),
        Misconception(
            "nothing where none is dead",
            None,
            "Where no unit is dead it gives None.",
            "give the list in every case, an empty one where there is nothing in it.",
            seen=lambda case, result: result is None and not right(case),
        ),
        Misconception(
            "names instead of numbers",
            None,
            "It gives a text, or texts.",
            "give the numbers of the units, plain whole ones.",
            seen=lambda case, result: (
                isinstance(result, (list, str)) and all(isinstance(one, str) for one in result) and len(result) > 0
            ),
        ),
        Misconception(
            "a number taken for a list",
            None,
            "An answer to a point is a plain number, and yours goes through it as if it were a list.",
            "outputs[unit] is a list, and outputs[unit][point] a number.",
            seen=raised("TypeError", ("not iterable", "not subscriptable")),
        ),
        *(Misconception(name, way, says, tries) for name, says, tries, ways in WAYS for way in ways),
    ),
)
