"""What nine numbers show of whoever has found them: for which corners, or in which order, they would be right."""

from .square import ENOUGH, ORDERS, score

MOST = 1e12  # of a number


def scores(case, numbers, **other):
    """{name: score times side}: at least 1 where a corner is right with a margin."""
    return {name: score(numbers, x1, x2, **other) * side for name, (x1, x2, side) in case["corners"].items()}


def nine(result):
    """The nine numbers as floats; ValueError where they are no nine numbers."""
    if not isinstance(result, list) or len(result) != 9:
        raise ValueError("not nine")
    if not all(type(x) in (int, float) and abs(x) <= MOST for x in result):
        raise ValueError("no numbers")
    return [float(x) for x in result]


def right(case, result):
    """Whether all four corners are on their side, with a margin."""
    return all_right(scores(case, nine(result)))


def all_right(found):
    """Whether each of these, score times side, is enough."""
    return min(found.values()) >= ENOUGH


def without_margin(case, result):
    """All on their side, near 0 or not."""
    return min(scores(case, nine(result)).values()) > 0


def flipped(case, result):
    """All on the other side, with a margin."""
    return max(scores(case, nine(result)).values()) <= -ENOUGH


def in_order(name):
    """Right, if they are taken in another order."""

    def seen(case, result):
        return all_right(scores(case, [nine(result)[i] for i in ORDERS[name]]))

    return seen


def at(square):
    """Right for these corners, and not for the learner's: those of the lesson's page, and of the exercise."""

    def seen(case, result):
        numbers = nine(result)
        return any(
            all_right(scores({"corners": {n: [x, y, turn * side] for n, (x, y, side) in square.items()}}, numbers))
            for turn in (1, -1)
        )

    return seen


def as_if(moved):
    """Right for the corners moved so, where moving them moves them."""

    def seen(case, result):
        (left, low, _), (right, high, _) = case["corners"]["A"], case["corners"]["B"]
        there = {
            name: [*moved(x, y, left, low, right - left, high - low), side]
            for name, (x, y, side) in case["corners"].items()
        }
        return all_right(scores({"corners": there}, nine(result)))

    return seen


def bending(**other):
    """Right, if the neurons bent otherwise."""
    return lambda case, result: all_right(scores(case, nine(result), **other))


def swapped(case, result):
    """Right, if x1 and x2 were swapped in each corner."""
    turned = {name: [y, x, side] for name, (x, y, side) in case["corners"].items()}
    return all_right(scores({"corners": turned}, nine(result)))


def gates(case, result):
    """For each hidden neuron, at how many corners it is open."""
    w1, w2, b1, w3, w4, b2, *_ = nine(result)
    points = [(x, y) for x, y, _ in case["corners"].values()]
    return [sum(u * x + v * y + b > 0 for x, y in points) for u, v, b in ((w1, w2, b1), (w3, w4, b2))]


def one_line(case, result):
    """No gate shuts between the corners."""
    return all(many in (0, 4) for many in gates(case, result))


def one_shut(case, result):
    """A gate is shut at all corners."""
    return 0 in gates(case, result)


def twins(case, result):
    """Both hidden neurons have the same numbers."""
    numbers = nine(result)
    return numbers[:3] == numbers[3:6]


def bent(case, result):
    """At +1 a score of 1, at -1 nothing above 0."""
    numbers = nine(result)
    found = {n: (score(numbers, x1, x2), side) for n, (x1, x2, side) in case["corners"].items()}
    return all(s >= ENOUGH if side > 0 else s <= 1e-9 for s, side in found.values())
