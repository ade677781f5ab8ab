"""A choice among options: nothing to run."""


def letters(learner, case):
    """The letters chosen, as a list: from "B", "b", "A, C", ["A", "C"] or {"A", "C"}. In order, where order counts."""
    if isinstance(learner, str):
        learner = [sign for sign in learner if sign.isalpha()] if len(learner) < 20 else [learner]
    if not hasattr(learner, "__iter__"):
        learner = [learner]
    chosen = [_letter(one) for one in learner]
    return chosen if case["ordered"] else sorted(set(chosen))


def _letter(one):
    """In capitals; of what is neither text nor a number its type, "a Value", which no letter looks like."""
    return str(one).strip().upper() if isinstance(one, (str, int, float)) else f"a {type(one).__name__}"
