"""The training of what_if with every step kept: when each point was won, and when it was lost again."""

import numpy as np

from .what_if import WhatIf


class TimeMachine(WhatIf):
    """A training up to the step after which all points are right, or to its last; `look(number)` shows any step of it.

    What is kept of a step is the network's numbers, one row of `kept` for each step and one for the beginning; the
    scores of a step are computed when it is looked at. `wins` are booleans, a row for each of these and a column for
    each point: whether it was right then.
    """

    def run(self) -> None:
        super().run()
        if self.first is not None:
            self._kept, self.losses = self._kept[: self.first + 1], self.losses[: self.first]
            self.rights = self.rights[: self.first + 1]
        self.kept, wins = np.array(self._kept), []
        for number in range(self.last + 1):
            self.look(number)
            wins.append(self.right)
        self.wins = np.array(wins)

    @property
    def won(self) -> list:
        """For each point the step from which on it is right to the end, 0 where it always was; None if not at all."""
        found = []
        for column in self.wins.T:
            wrong = np.flatnonzero(~column)
            number = int(wrong[-1]) + 1 if len(wrong) else 0
            found.append(number if number <= self.last else None)
        return found

    @property
    def lost(self) -> list:
        """For each point how often it was right, and wrong after the next step."""
        return (self.wins[:-1] & ~self.wins[1:]).sum(axis=0).tolist()

    def changed(self) -> tuple:
        """The numbers of the points that the step on show has won, and of those that it has lost."""
        if not self.number:
            return [], []
        before, now = self.wins[self.number - 1], self.wins[self.number]
        return np.flatnonzero(now & ~before).tolist(), np.flatnonzero(before & ~now).tolist()

    @property
    def rows(self) -> list:
        """The numbers of the points that are wrong at some step, those first that are won first."""
        won = [self.last + 1 if number is None else number for number in self.won]
        return sorted((n for n in range(len(won)) if won[n]), key=lambda n: (won[n], n))
