"""Which of many models gives all that somebody has given, those cases among it that came out right."""

from ..judge import same
from ..memory import Memory


def by_models(models):
    """A function of cases and results: the Misconception among these whose `wrong` gives all of the results, if none
    with another name does; else None. Several may have one name: the same slip in other forms.

    A model is asked for no further case as soon as one differs.
    """
    memory = Memory()

    def the_one(cases, results):
        pairs = list(zip(cases, results, strict=True))
        fits = [m for m in models if all(same(result, memory.outcome_of(m.wrong, case)) for case, result in pairs)]
        return fits[0] if len({m.name for m in fits}) == 1 else None

    return the_one
