"""What a start that was drawn at random looks like in numbers: its spread, its mean, and whether places go together.

How many numbers are drawn, and how far off they may be. A case has N = 4,000 numbers or more, all calls together. Of
normal ones the spread is then off by 1 / (2 N) ** 0.5 = 1.1 %, of even ones by 0.7 %, of ones with tails as long as
Laplace's by 1.8 %; and the mean by 1 / N ** 0.5 = 1.6 % of the spread. A tenth is allowed, which is 8.9, 14, 5.6 and
6.3 of these: beyond 5.6 lies one of 47 million draws. Of 4,000 signs, those above 0 exceed the others by 1.6 % of all;
12 % is 7.6 of these. Eight cases, four bounds: a right answer fails less than once in a million. Gains of 1, 2 ** 0.5
and 5 / 3 are 41 % and 18 % apart.
"""

import math

from .network import size

NUMBERS = 4000  # of a case, at least
SPREAD = MEAN = 0.1
SIGNS = 0.12
# Sums of rows or columns: their mean square beside that of places that are drawn for themselves. Of FEWEST sums or more
# it is 1, with a deviation of (2 / 50) ** 0.5 = 0.2 at most; of equal places it is LONG or more.
TOGETHER, FEWEST, LONG = 3.0, 50, 10


def wanted(nin, activation):
    """(least, largest) spread."""
    gains = {"relu": (2**0.5, 2**0.5), "linear": (1.0, 1.0), "tanh": (1.0, 5 / 3)}[activation]
    return tuple(gain / nin**0.5 for gain in gains)


def rows_of(case, result):
    """The draws, once they are of the form that is asked; None else. Numbers are finite."""
    draws = result["draws"]
    if len(draws) != case["draws"]:
        return None
    for rows in draws:
        if not isinstance(rows, list) or len(rows) != case["nout"]:
            return None
        if not all(isinstance(row, list) and len(row) == case["nin"] and all(map(_is_number, row)) for row in rows):
            return None
    return draws


def _is_number(x):
    return type(x) in (int, float) and abs(x) < 1e100


def mean_and_spread(case, result):
    """(mean, standard deviation) of all numbers."""
    numbers = [x for rows in rows_of(case, result) for row in rows for x in row]
    mean = math.fsum(numbers) / len(numbers)
    return mean, size(x - mean for x in numbers)


def excess(case, result):
    """How many more are above 0 than below, as a share of all."""
    numbers = [x for rows in rows_of(case, result) for row in rows for x in row]
    return sum((x > 0) - (x < 0) for x in numbers) / len(numbers)


def going_together(case, result):
    """(of rows, of columns): the mean square of their sums, beside that of numbers that have nothing to do with each
    other; 1.0 where there are too few of them."""
    draws = rows_of(case, result)
    columns = [list(zip(*rows, strict=True)) for rows in draws]
    return _sums(draws), _sums(columns)


def _sums(draws):
    lines = [line for rows in draws for line in rows]
    if len(lines) < FEWEST or len(lines[0]) < LONG:
        return 1.0
    alone = size(x for line in lines for x in line) ** 2 * len(lines[0])
    return size(map(math.fsum, lines)) ** 2 / alone if alone else math.inf


def accepts(case, result):
    """Whether these are rows of the form that is asked, drawn for themselves, with the mean and spread that are."""
    draws = rows_of(case, result)
    if draws is None or draws[0] == draws[1]:
        return False
    mean, spread = mean_and_spread(case, result)
    least, largest = wanted(case["nin"], case["activation"])
    return (
        least * (1 - SPREAD) <= spread <= largest * (1 + SPREAD)
        and abs(mean) <= MEAN * spread
        and abs(excess(case, result)) <= SIGNS
        and max(going_together(case, result)) <= TOGETHER
    )
