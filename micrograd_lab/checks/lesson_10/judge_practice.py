"""What lesson 10 has completed and mended: what a step leaves, and a running mean that begins at 0."""

import random

from ..judge import Judge, Misconception

PAIRS = ((0.05, 1.0), (0.05, 25.0), (0.04, 25.0), (0.08, 25.0), (0.1, 25.0), (0.5, 1.0), (0.2, 3.0), (0.3, 10.0))


def _of(way):
    """What is left, where the blank is filled with this."""
    return lambda case: way(case["rate"], case["curvature"])


LEFT = Judge(
    lambda seed: tuple({"rate": rate, "curvature": curvature} for rate, curvature in PAIRS),
    _of(lambda r, c: 1 - r * c),
    misconceptions=tuple(
        Misconception(name, _of(way), says, tries)
        for name, way, says, tries in (
            (
                "the rate alone",
                lambda r, c: 1 - r,
                "The curvature plays no part, and so the steep direction would be as slow as the flat one.",
                "the slope is curvature times way, and the step is rate times slope.",
            ),
            (
                "the curvature alone",
                lambda r, c: 1 - c,
                "The rate plays no part.",
                "the slope is curvature times way, and the step is rate times slope.",
            ),
            (
                "divided, not multiplied",
                lambda r, c: 1 - r / c,
                "Where it is steeper, more is left here. But the slope grows with the curvature.",
                "rate times curvature.",
            ),
            (
                "divided, not multiplied",
                lambda r, c: 1 - c / r,
                "With a larger rate, the step gets shorter here.",
                "rate times curvature.",
            ),
            (
                "added",
                lambda r, c: 1 - (r + c),
                "Rate and curvature are added. A step is a product of them.",
                "rate times curvature.",
            ),
            (
                "the way of the example",
                lambda r, c: 1 - 10 * r * c,
                "That is multiplied by 10, where the example begins. A share is left, whatever the way was.",
                "rate times curvature.",
            ),
            (
                "the rate of the example",
                lambda r, c: 1 - 0.05 * c,
                "The rate is 0.05 whatever is given.",
                "take the name that the function has for it.",
            ),
            (
                "the curvature twice",
                lambda r, c: 1 - r * c * c,
                "The curvature is multiplied twice. It is in the slope, once: curvature times way.",
                "rate times curvature.",
            ),
            (
                "never across",
                lambda r, c: 1 - min(1, r * c),
                "Here a step ends in the hole at best. It may go across, and then less than 0 is left.",
                "leave out min().",
            ),
            (
                "how far, not where",
                lambda r, c: abs(1 - r * c),
                "How far it is from the hole is right; on the other side the share is below 0.",
                "leave out abs().",
            ),
            (
                "the step, not what is left",
                lambda r, c: r * c,
                "That is the share that the step has made, not the one that is left.",
                "take it off 1.",
            ),
            (
                "away from the hole",
                lambda r, c: 1 + r * c,
                "More is left after a step than before: so it would go uphill.",
                "1 - rate * curvature.",
            ),
            (
                "the half of it",
                lambda r, c: 1 - r * c / 2,
                "The slope of curvature / 2 times x**2 is curvature times x: the 2 of the power takes the half away.",
                "rate times curvature.",
            ),
        )
    ),
)


def mean_cases(seed):
    """One number alone, the same again and again, and others."""
    chance = random.Random(seed + 5000)
    return (
        {"numbers": [5.0, 5.0, 5.0, 5.0], "beta": 0.9},
        *(
            {"numbers": [round(chance.uniform(-4, 9), 1) for _ in range(many)], "beta": beta}
            for many, beta in ((1, 0.9), (2, 0.5), (5, 0.8), (6, 0.99), (4, 0.0))
        ),
        {"numbers": [], "beta": 0.9},
    )


def _means(by, m=lambda m, x, b: b * m + (1 - b) * x, kept=False):
    """The means, where m is made so, and divided by this."""

    def given(case):
        memory, found, b = 0.0, [], case["beta"]
        for t, x in enumerate(case["numbers"], start=1):
            memory = m(memory, x, b)
            found.append(memory / by(b, t))
            memory = found[-1] if kept else memory
        return found

    return given


def _mean_of_all(case):
    numbers = case["numbers"]
    return [sum(numbers[: n + 1]) / (n + 1) for n in range(len(numbers))]


def _by_the_last(case):
    """Divided everywhere by what belongs to the last of them."""
    several, b = case["numbers"], case["beta"]
    return [m / (1 - b ** len(several)) for m in _means(lambda b, t: 1.0)(case)]


def _from_the_first(case):
    """As `_first`, and without a first one an error."""
    return _first(case) if case["numbers"] else {"error": "IndexError"}


def _first(case):
    found, b = [], case["beta"]
    for x in case["numbers"]:
        found.append(b * found[-1] + (1 - b) * x if found else x)
    return found


MEANS = Judge(
    mean_cases,
    _means(lambda b, t: 1 - b**t),
    misconceptions=tuple(
        Misconception(name, way, says, tries)
        for name, way, says, tries in (
            (
                "still the power of the rest",
                _means(lambda b, t: (1 - b) ** t),
                "It is right for one number, and then it grows and grows: what it is divided by becomes smaller and "
                "smaller.",
                "what is missing is the share that the 0 at the beginning still has. After t steps it is beta**t.",
            ),
            (
                "not divided at all",
                _means(lambda b, t: 1.0),
                "That is the mean that is too small at first: of 5 and 5 it gives 0.5 and 0.95.",
                "of 5 alone, m is 0.5. By what must it be divided to be 5? And the 0.95 after that?",
            ),
            (
                "always as at the first",
                _means(lambda b, t: 1 - b),
                "It is right for one number. After that the 0 of the beginning counts for less, and here it is still "
                "taken to count as much.",
                "what the 0 at the beginning still counts for is beta at first, beta * beta after that, and so on.",
            ),
            (
                "times t",
                _means(lambda b, t: 1 - b * t),
                "It is right for one number. Then beta * t is above 1, and what comes out has another sign.",
                "each step multiplies by beta what is there, so it is a power.",
            ),
            (
                "one step late",
                _means(lambda b, t: 1 - b ** (t - 1)),
                "At the first step that divides by 0.",
                "t is 1 at the first number: beta**t.",
            ),
            (
                "one step ahead",
                _means(lambda b, t: 1 - b ** (t + 1)),
                "It is divided by what belongs to the next step.",
                "t is 1 at the first number: beta**t.",
            ),
            (
                "the power of beta",
                _means(lambda b, t: b**t),
                "It is divided by what the 0 at the beginning still counts for. Divide by the rest.",
                "take it off 1.",
            ),
            (
                "the mean of all",
                _mean_of_all,
                "In that mean all numbers count alike. Asked is one in which the later ones count for more.",
                "keep m as it is, and mend what it is divided by.",
            ),
            (
                "beginning with the first number",
                _first,
                "Of 5, 5, 5 it gives 5, 5, 5. But with others the first number counts for too much: as if it had come "
                "again and again before.",
                "let m begin at 0, and mend what it is divided by.",
            ),
            (
                "beginning with the first number",
                _from_the_first,
                "Of 5, 5, 5 it gives 5, 5, 5. But with others the first number counts for too much: as if it had come "
                "again and again before.",
                "let m begin at 0, and mend what it is divided by.",
            ),
            (
                "how many, not which",
                _by_the_last,
                "The last one is right. Those before are divided by what belongs to the last, since len(numbers) is "
                "the same all the time.",
                "t is which number it is: beta**t.",
            ),
            (
                "what is divided is kept",
                _means(lambda b, t: 1 - b**t, kept=True),
                "m itself has been divided, so the next step begins with what is too large.",
                "give the divided one to found alone.",
            ),
        )
    ),
)
