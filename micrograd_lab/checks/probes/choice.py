"""A choice among options: nothing to run."""


def letters(learner, case):
    """The letters chosen, as a list: from "B", "b", "A, C", ["A", "C"] or {"A", "C"}. In order, where order counts."""
    if isinstance(learner, str):
        learner = [sign for sign in learner if sign.isalpha()] if len(learner) < 20 else [learner]
    if not hasattr(learner, "__iter__"):
        learner = [learner]
    chosen = [str(letter).strip().upper() for letter in learner]
    return chosen if case["ordered"] else sorted(set(chosen))
