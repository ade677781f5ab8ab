"""2.c: how many boxes a graph has, counted by walking through it."""

from ..judge import Judge, Misconception
from .judge_trace import GRAPHS, graph_in_words
from .walks import walked


def count_cases(seed):
    graphs = GRAPHS[:4]
    return tuple({"graph": g, "data": {n: 1.0 + (m if i else 0) for m, (n, i) in enumerate(g.items())}} for g in graphs)


def boxes(case):
    """How many boxes there are."""
    return len(walked(case)["nodes"])


def _roads(case, name=None, once=False):
    inputs = case["graph"][name or list(case["graph"])[-1]]
    return 1 + sum(_roads(case, i, once) for i in (dict.fromkeys(inputs) if once else inputs))


COUNT = Judge(
    count_cases,
    boxes,
    misconceptions=(
        Misconception(
            "as it was",
            _roads,
            "It still counts a box once for each road that leads to it.",
            "note the boxes that you have met, and count each when you meet it first.",
        ),
        Misconception(
            "twins alone",
            lambda case: _roads(case, once=True),
            "Now `k - k` comes out right, where both arrows end in one sign. A box whose arrows end in different places "
            "is still counted twice: the walk forgets, from one input to the next, whom it has met.",
            "keep one note for the whole walk, not one for each sign.",
        ),
        Misconception(
            "told apart by number",
            lambda case: len(set(case["data"].values())),
            "You take boxes with the same number in them for one. They are different boxes.",
            "note the boxes themselves, not their data.",
        ),
        Misconception(
            "leaves alone",
            lambda case: sum(not inputs for inputs in case["graph"].values()),
            "You count the leaves. What was made of them are boxes too.",
            "count each box that the walk meets.",
        ),
        Misconception(
            "the output left out",
            lambda case: boxes(case) - 1,
            "One is missing everywhere: the box where the walk begins.",
            "note v itself too.",
        ),
        Misconception(
            "arrows",
            lambda case: len(walked(case)["edges"]),
            "That is how many arrows there are.",
            "count the boxes at their ends, each once.",
        ),
    ),
    tells=graph_in_words,
    otherwise=lambda case, found: ("", "draw this graph, and count its boxes with a finger."),
)
