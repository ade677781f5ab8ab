"""A network of plain numbers with two inputs, one hidden layer of ReLUs and one score, and its slopes by hand.

Its numbers are in the order of the probe's Network: two weights and a bias for each hidden neuron, then a weight for
each of them and a bias.
"""


def numbers_of(network):
    """All its numbers, in one list."""
    return [x for each in (*network["hidden"], network["out"]) for x in each]


def score(numbers, x):
    """The score of a point (2 numbers)."""
    units = len(numbers) // 4
    total = numbers[-1]
    for n in range(units):
        u, v, b = numbers[3 * n : 3 * n + 3]
        z = x[0] * u + x[1] * v + b
        total += z * numbers[3 * units + n] if z > 0 else 0.0
    return total


def add_slopes(numbers, x, factor, slopes):
    """Add `factor` times the slope of a point's score by each number to `slopes`."""
    units = len(numbers) // 4
    slopes[-1] += factor
    for n in range(units):
        u, v, b = numbers[3 * n : 3 * n + 3]
        z = x[0] * u + x[1] * v + b
        if z > 0:
            back = factor * numbers[3 * units + n]
            slopes[3 * n] += back * x[0]
            slopes[3 * n + 1] += back * x[1]
            slopes[3 * n + 2] += back
            slopes[3 * units + n] += factor * z


def drawn(chance, units):
    """A network as data, of numbers between -1 and 1, rounded."""

    def some():
        return round(chance.uniform(-1, 1), 3)

    return {
        "hidden": [[some(), some(), some()] for _ in range(units)],
        "out": [some() for _ in range(units + 1)],
    }
