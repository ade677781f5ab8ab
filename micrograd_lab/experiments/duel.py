"""A duel with one neuron: its three numbers are moved by hand, along arrows, and by gradient descent.

score = w1 * x1 + w2 * x2 + b, and the loss is the mean hinge loss of a few points in the plane: a point whose side
is t, +1 or -1, wants t * score to be 1 or more.
"""

import math
import random
from itertools import pairwise
from string import ascii_uppercase

NAMES = ("w1", "w2", "b")
# A and D want w1 larger, B and C want it smaller; by b they disagree so that nothing is left.
POINTS = ((2.0, 0.5), (-1.0, 2.0), (1.0, -1.0), (-0.5, -1.5))
SIDES = (1, 1, -1, -1)
START = (-0.5, -1.0, 0.5)
RATE, MOVES, REACH = 0.6, 5, 4.0
BY_HAND, ARROWS, DESCENT = ROUNDS = ("by hand", "along arrows", "descent")
MOST = 8  # points: more bricks than these nobody can tell apart

NOTHING_TO_DO = (
    "asked: a duel about these {count} points\n"
    "found: at the start a loss of {loss:.3g} and no slope, so descent does not move\n"
    "try:   another seed, or points of which some are on the wrong side at the start"
)


def score(numbers, point):
    """w1 * x1 + w2 * x2 + b."""
    w1, w2, b = numbers
    return w1 * point[0] + w2 * point[1] + b


def started(seed=None):
    """Where the three numbers begin: START, or with a seed two weights from -1 to 1, as random.uniform gives them."""
    if seed is None:
        return START
    drawn = random.Random(seed)
    return drawn.uniform(-1, 1), drawn.uniform(-1, 1), 0.0


class Duel:
    """Three rounds of MOVES moves, each from the same start. `turn` is the round on screen, one of ROUNDS.

    `names` are the points' letters. `longest` is how far a move may go, as the three numbers see it: sqrt of the sum
    of their squares. It is the longest of descent's moves from this start. ValueError where the start has no slope.
    """

    def __init__(self, points=POINTS, sides=SIDES, lr=RATE, start=START):
        self.points, self.sides, self.lr = tuple(points), tuple(sides), lr
        self.names = tuple(ascii_uppercase[: len(self.points)])
        self.start = tuple(start)
        path = [self.start]
        for _ in range(MOVES):
            path.append(self.downhill(path[-1]))
        self.longest = max(math.dist(*pair) for pair in pairwise(path))
        if not self.longest:
            raise ValueError(NOTHING_TO_DO.format(count=len(self.points), loss=self.loss_at(self.start)))
        self.reset()

    def reset(self):
        """All three rounds from the start."""
        self.turn = BY_HAND
        self.paths = {name: [self.start] for name in ROUNDS}

    @property
    def numbers(self):
        """w1, w2 and b, as the last move of this round left them."""
        return self.paths[self.turn][-1]

    @property
    def moves(self):
        """How many moves this round has had."""
        return len(self.paths[self.turn]) - 1

    @property
    def over(self):
        """Whether this round has had all of its moves."""
        return self.moves == MOVES

    @property
    def loss(self):
        """The loss at the numbers of now."""
        return self.loss_at(self.numbers)

    @property
    def losses(self):
        """{round: a tuple of the loss at the start and after each move}."""
        return {name: tuple(map(self.loss_at, path)) for name, path in self.paths.items()}

    @property
    def right(self):
        """How many points have a score of their side's sign."""
        return sum(t * score(self.numbers, point) > 0 for point, t in zip(self.points, self.sides, strict=True))

    def loss_at(self, numbers):
        """The mean of max(0, 1 - t * score) over the points."""
        terms = (max(0.0, 1 - t * score(numbers, p)) for p, t in zip(self.points, self.sides, strict=True))
        return sum(terms) / len(self.points)

    def pulls(self, numbers=None):
        """{letter: what this point adds to the slope of the loss by w1, by w2 and by b}.

        A point that has its margin adds 0. Below 0 it wants the number larger, above 0 smaller.
        """
        numbers = self.numbers if numbers is None else numbers
        pulls = {}
        for name, (x1, x2), t in zip(self.names, self.points, self.sides, strict=True):
            wants = 1 - t * score(numbers, (x1, x2)) > 0
            pulls[name] = tuple(-t * x / len(self.points) if wants else 0.0 for x in (x1, x2, 1.0))
        return pulls

    def gradient(self, numbers=None):
        """The slopes of the loss by w1, w2 and b: all pulls, added up."""
        return self._slopes_at(self.numbers if numbers is None else numbers)

    def downhill(self, numbers):
        """Where a step of gradient descent leads from there."""
        return tuple(x - self.lr * slope for x, slope in zip(numbers, self._slopes_at(numbers), strict=True))

    def ahead(self, numbers):
        """Where a move to these numbers ends: there, or so far in their direction as a move may go."""
        far = math.dist(self.numbers, numbers)
        if far <= self.longest + 1e-9:
            return tuple(numbers)
        pairs = zip(self.numbers, numbers, strict=True)
        return tuple(here + self.longest / far * (there - here) for here, there in pairs)

    def move(self, numbers):
        """Move to these numbers, or so far in their direction as a move may go. Gives whether it was shortened."""
        there = self.ahead(numbers)
        self.paths[self.turn].append(there)
        return there != tuple(numbers)

    def step(self):
        """One step of gradient descent, in its own round."""
        self.turn = DESCENT
        self.paths[DESCENT].append(self.downhill(self.numbers))

    def scores(self, low, high, size):
        """`size` rows of `size` scores, from the top, of the square from corner `low` to corner `high`."""
        across = [low[0] + (high[0] - low[0]) * n / (size - 1) for n in range(size)]
        up = [high[1] - (high[1] - low[1]) * n / (size - 1) for n in range(size)]
        return [[score(self.numbers, (x1, x2)) for x1 in across] for x2 in up]

    def _slopes_at(self, numbers):
        return tuple(sum(column) for column in zip(*self.pulls(numbers).values(), strict=True))


def border(numbers, low, high):
    """Two places on the edge of the square from `low` to `high` where the score is 0; () where there are none."""
    w1, w2, b = numbers
    found = []
    for x1 in (low[0], high[0]):
        if w2 and low[1] <= (x2 := -(w1 * x1 + b) / w2) <= high[1]:
            found.append((x1, x2))
    for x2 in (low[1], high[1]):
        if w1 and low[0] <= (x1 := -(w2 * x2 + b) / w1) <= high[0]:
            found.append((x1, x2))
    found = sorted(set(found))
    return (found[0], found[-1]) if len(found) > 1 else ()
