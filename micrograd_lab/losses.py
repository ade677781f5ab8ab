"""Losses on Values. Each is a mean over the samples, so that its size does not grow with their number."""

from .engine import Value


def hinge(scores, labels) -> Value:
    """Mean of max(0, 1 - label * score), the SVM max-margin loss: n scores, n labels of -1 or +1.

    ValueError where the numbers differ, or for another label.
    """
    _same_length("scores", scores, "labels", labels)
    for y in labels:
        if _data(y) not in (-1.0, 1.0):
            raise ValueError(f"hinge needs labels -1 or +1; got {_data(y):g}. From 0 and 1: 2 * y - 1.")
    _each("scores", scores, "relu")
    terms = [(1 - y * s).relu() for s, y in zip(scores, labels, strict=True)]
    return sum(terms) * (1.0 / len(terms))


def mean_squared_error(predictions, targets) -> Value:
    """Mean of (prediction - target)**2: n predictions, n targets. ValueError where the numbers differ."""
    _same_length("predictions", predictions, "targets", targets)
    _each("predictions", predictions, "__sub__")
    terms = [(p - t) ** 2 for p, t in zip(predictions, targets, strict=True)]
    return sum(terms) * (1.0 / len(terms))


def log_softmax(logits) -> list[Value]:
    """log of softmax for one sample of k logits, as k Values; exact for logits of any size.

    log p[i] = (x[i] - m) - log(sum of exp(x[j] - m)), for any m. With m the largest logit no exp overflows.
    m is a plain number, since the result does not depend on it.
    """
    _each("logits", logits, "exp")
    m = max(_data(x) for x in logits)
    shifted = [x - m for x in logits]
    log_total = sum(x.exp() for x in shifted).log()
    return [x - log_total for x in shifted]


def softmax(logits) -> list[Value]:
    """Probabilities for one sample of k logits, as k Values that sum to 1."""
    return [x.exp() for x in log_softmax(logits)]


def cross_entropy(logits, labels) -> Value:
    """Mean of -log p[label]: n samples of k logits each, n labels from 0 to k - 1; else ValueError."""
    _same_length("samples", logits, "labels", labels)
    terms = []
    for row, label in zip(logits, labels, strict=True):
        _each("a sample's logits", row, "exp")
        if label not in range(len(row)):
            raise ValueError(f"a label is a whole number from 0 to {len(row) - 1} here; got {label}. Check the labels.")
        terms.append(-log_softmax(row)[int(label)])
    return sum(terms) * (1.0 / len(terms))


def l2(parameters, alpha: float | Value = 1.0) -> Value:
    """alpha times the sum of the squared parameters, to be added to a loss. TypeError for one that is no list."""
    if not hasattr(parameters, "__iter__"):
        found = type(parameters).__name__
        raise TypeError(f"l2 takes a list of parameters; got one {found}. Pass model.parameters().")
    return sum(p * p for p in parameters) * alpha


def accuracy(scores, labels) -> float:
    """Share of samples whose score has the sign of its label (-1 or +1): a float, with no gradient."""
    _same_length("scores", scores, "labels", labels)
    right = [(_data(s) > 0) == (_data(y) > 0) for s, y in zip(scores, labels, strict=True)]
    return sum(right) / len(right)


def _data(x):
    try:
        return x.data if isinstance(x, Value) else float(x)
    except (TypeError, ValueError):
        raise TypeError(
            f"scores and labels are Values or numbers; got {x!r}. Turn it into a number first: float(x)."
        ) from None


def _each(name, xs, method):
    """Refuse what is no list, and what in it is no Value."""
    _listed(name, xs)
    if not len(xs):
        raise ValueError(f"there must be at least one number in {name}; got none. Check how the list is made.")
    for x in xs:
        if not hasattr(x, method):
            found = type(x).__name__
            raise TypeError(f"{name} are Values in one list; got {found} in it. Pass the model's outputs as they are.")


def _listed(name, xs):
    if not hasattr(xs, "__len__"):
        found = type(xs).__name__
        raise TypeError(f"{name} come as a list; got {found}. Put a single one into brackets: [x].")


def _same_length(name, xs, other_name, ys):
    _listed(name, xs)
    _listed(other_name, ys)
    if len(xs) != len(ys) or len(xs) == 0:
        raise ValueError(
            f"there must be as many {name} as {other_name}, and at least one; "
            f"got {len(xs)} {name} and {len(ys)} {other_name}. Check what was passed first and second."
        )
