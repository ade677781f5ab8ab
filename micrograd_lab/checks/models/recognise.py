"""Which slip it was: the one whose model gives all of a learner's results, where no slip of another name does."""

from ..judge import same
from .slip import both
from .value import made

RUNS, ASKED = 4_000, 60_000  # of models, and questions about them, for one answer: then nothing is recognised
TOGETHER = 4  # slips at once, in as many operations
BESIDE = ("_held", "_changed")  # what is compared beside the numbers, where the learner's result has it


def recogniser(slips, run, parts_of, is_right, styles=lambda slip: ({},), finer=lambda result, model: True):
    """The `models` of a Judge: a function of cases and results that gives a Misconception, or None.

    `run(cls, case)` is a model's result, `is_right(case, result)` tells the learner's results that need none,
    `parts_of(case)` the operations and methods that a case uses, and `styles(slip)` the right methods that a class with
    this slip may have instead of the model's own. Of slips that give the same numbers those count for which, where
    results are wrong, `finer(result, model)` holds as well.
    """

    def models(cases, results):
        try:
            wrong = [n for n, pair in enumerate(zip(cases, results, strict=True)) if not is_right(*pair)]
            return _Search(slips, run, parts_of, styles, cases, results).found(wrong, finer)
        except Exception:  # it took too long, or a result is of another shape than any model's
            return None

    return models


class _Spent(Exception):
    """An answer that took too long to look for."""


class _Search:
    """One answer's. `left` is how many runs it may still take, and `asks` how many questions."""

    def __init__(self, slips, run, parts_of, styles, cases, results):
        self.slips, self.run, self.styles, self.cases, self.results = slips, run, styles, cases, results
        self.parts = [parts_of(case) for case in cases]
        self.left, self.asks, self.kept = RUNS, ASKED, {}

    def found(self, wrong, finer):
        # What is wrong is asked first: most models end there. Of those, what few operations have part in.
        first, places = wrong[0], range(len(self.cases))
        order = sorted(places, key=lambda n: (n not in wrong, len(self.parts[n])))
        concerned = [slip for slip in self.slips if slip.parts & {*self.parts[first], "node"}]
        ways = [(slip, style) for slip in concerned for style in self.styles(slip)]
        alone = [(slip, style) for slip, style in ways if self._miss(slip, style, order) is None]
        if not alone:
            order = sorted(places, key=lambda n: len(self.parts[n]))
            several = [(slip, style) for slip, style in ways if self._fits(slip, style, first)]
            alone = [(slip, style) for slip, style in several if self._with_others(slip, style, order)]
        if len({slip.name for slip, _ in alone}) > 1:
            alone = [way for way in alone if all(finer(self.results[n], self._result(*way, n)) for n in wrong)]
        return alone[0][0].misconception if len({slip.name for slip, _ in alone}) == 1 else None

    def _result(self, slip, style, place):
        return self.run(made({**style, **slip.methods}, slip.rules), self.cases[place])

    def _with_others(self, slip, style, order, many=1):
        """Whether it gives all results, together with slips in other operations."""
        place = self._miss(slip, style, order)
        if place is None:
            return True
        if many == TOGETHER or self.parts[place] <= slip.parts:
            return False
        others = (o for o in self.slips if not o.parts & slip.parts and o.parts & self.parts[place])
        pairs = (both(slip, other) for other in others)
        return any(self._fits(p, style, place) and self._with_others(p, style, order, many + 1) for p in pairs)

    def _miss(self, slip, style, order):
        """The first place at which its model gives something else, or None."""
        return next((n for n in order if not self._fits(slip, style, n)), None)

    def _fits(self, slip, style, place):
        # Of the right methods in other forms, those count that the case uses.
        methods = {name: style[name] for name in sorted(style.keys() & self.parts[place])} | slip.methods
        key = place, tuple(slip.rules.items()), tuple(methods.items())
        self.asks -= 1
        if key not in self.kept:
            self.left -= 1
            if self.left < 0 or self.asks < 0:
                raise _Spent
            self.kept[key] = alike(self.results[place], self.run(made(methods, slip.rules), self.cases[place]))
        return self.kept[key]


def alike(result, model):
    """Whether a model gives what a learner's class gave: the numbers, and what both have beside them."""
    if not same(result, model):
        return False
    if not isinstance(result, dict):
        return True
    if "error" in result:  # of the same type, and raised in the same place
        return result.get("at") == model.get("at") and result.get("of") == model.get("of")
    return all(
        same(result.get(name, {}), model.get(name, {})) for name in BESIDE if name in result or name == "_changed"
    )
