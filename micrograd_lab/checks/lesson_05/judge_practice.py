"""What lesson 5 has done on the spot: an order that begins with the output, completed and mended, and users counted."""

from functools import partial

from ..judge import Judge, Misconception, raised
from ..wrong_engines.places import graph_of
from . import listing
from .graphs import order_cases
from .judge_order import is_order, shows_order, tells_graph


def _turned(way):
    """The names of a way that lists inputs first, output first."""
    return listing.as_names(listing.turned_round(way))


def _in_turn(case, result):
    return isinstance(result, list) and is_order(case, result[::-1])


def _both(case, result):
    several = isinstance(result, dict) and "again" in result
    return all(_in_turn(case, one) for one in ([result["first"], result["again"]] if several else [result]))


TOO_LATE = "{name} stands behind {input}, which it is made from: so {input} has its turn before all have sent."
MISSING = "{name} is missing: it never has a turn."
TOO_OFTEN = "{name} stands in the list {times} times: it has so many turns."
NO_BOX = "Your list holds something that is no box of the graph."
NOT_A_LIST = "That is no list of boxes."


def _otherwise(case, result):
    """What is wrong with a list that begins with the output, in words."""
    if isinstance(result, dict) and "again" in result:
        result = result["again"] if _in_turn(case, result["first"]) else result["first"]
    if not isinstance(result, list):
        return NOT_A_LIST, "give a list of the boxes, in the order of their turns."
    g = graph_of(case)
    if any(not isinstance(name, str) for name in result):
        return NO_BOX, "put the boxes themselves into the list."
    for name in g.names:
        if name not in result:
            return MISSING.format(name=name), "ask why `visit` passes it by: what is it taken for?"
    often = max(result, key=result.count)
    if result.count(often) > 1:
        return TOO_OFTEN.format(name=often, times=result.count(often)), "ask what `visit` remembers, and what it asks."
    called = {place: name for name, place in g.names.items()}
    for n, name in enumerate(result):
        for one in (called[i] for i in g.inputs[g.names[name]]):
            if one in result[:n]:
                return TOO_LATE.format(name=name, input=one), "put a box in front when all of its inputs are listed."
    return "", ""


INPUTS_FIRST = Misconception(
    "inputs first",
    None,
    "Your list begins with the inputs and ends with the output, so the leaves would have their turn first.",
    "put v in front of what is there already: a list has insert(0, v).",
    seen=lambda case, result: is_order(case, result),
)
OUTPUT_BEHIND = Misconception(
    "output not in front",
    None,
    "The output has no users, so it is the first to have its turn. In your list it is not.",
    "insert(0, v) puts v in front of all; another number puts it somewhere in between.",
    seen=lambda case, result: "y" in result and result[0] != "y",
)
NOBODY = Misconception(
    "nobody listed",
    None,
    "The list is empty: whoever is visited is seen, but nobody is put into the list.",
    "put v into `order`, in front of what stands there.",
    seen=lambda case, result: result == [],
)
NUMBERS = Misconception(
    "numbers, not boxes",
    None,
    "Your list holds numbers, not the boxes themselves.",
    "put v into the list, not v.data.",
    seen=lambda case, result: bool(result) and all(type(one["thing"]) in (int, float) for one in result),
)
INPUTS_ONLY = Misconception(
    "an input, not v",
    None,
    "The output is missing: what you put into the list is an input, and not the box that was made from it.",
    "after the loop it is v whose inputs are all listed: put v in front of them.",
    seen=lambda case, result: (
        isinstance(result, list) and bool(result) and "y" not in result and all(isinstance(one, str) for one in result)
    ),
)
A_NAME_OF_ITS_OWN = Misconception(
    "a name of visit's own",
    None,
    "An assignment, `order = ...`, within visit makes a name of its own there, which holds nothing yet. The list of "
    "turns is not meant by it.",
    "change the list that is there, and assign nothing: a list has insert(0, v).",
    seen=raised("UnboundLocalError", "'order'"),
)
SEVERAL = Misconception(
    "listed again and again",
    _turned(partial(listing.met_again)),
    "A box that is used twice stands in your list twice: it has a turn for each road that leads to it.",
    "ask of the same thing that you have put into `seen`: if boxes go in, look for the box.",
)
ONE_NUMBER = Misconception(
    "one number, one box",
    _turned(listing.one_number_one_node),
    "Two boxes that hold the same number are one in your list: the second is taken for the first, and never has a "
    "turn.",
    "remember the box, and not the number that it holds.",
)

COMPLETE_TURNS = Judge(
    order_cases,
    expected=listing.as_names(lambda g: g.order[::-1]),
    accepts=_both,
    otherwise=_otherwise,
    shows=shows_order,
    tells=tells_graph,
    misconceptions=(NOBODY, NUMBERS, A_NAME_OF_ITS_OWN, INPUTS_FIRST, INPUTS_ONLY, OUTPUT_BEHIND),
)
MEND_IN_LINE = Judge(
    order_cases,
    expected=listing.as_names(lambda g: g.order[::-1]),
    accepts=_both,
    otherwise=_otherwise,
    shows=shows_order,
    tells=tells_graph,
    misconceptions=(NOBODY, NUMBERS, A_NAME_OF_ITS_OWN, INPUTS_FIRST, ONE_NUMBER, SEVERAL, OUTPUT_BEHIND),
)


def _counted(count):
    """{name: number} of a way to count, a function of a Graph and a place."""

    def found(case):
        g = graph_of(case)
        return {name: count(g, place) for name, place in case["names"].items() if place in g.order}

    return found


def _arrows(g, place):
    return sum(g.inputs[v].count(place) for v in g.order)


def _boxes(g, place):
    return sum(place in g.inputs[v] for v in g.order)


def _roads(g, place):
    return 1 if place == g.root else sum(_roads(g, v) * g.inputs[v].count(place) for v in g.order)


USERS = Judge(
    order_cases,
    expected=_counted(_arrows),
    tells=tells_graph,
    misconceptions=(
        Misconception(
            "used or not",
            _counted(lambda g, place: int(_arrows(g, place) > 0)),
            "You count whether a box is used, and not how often: whoever is used at all has 1.",
            "add 1 to what is counted already, at each arrow.",
        ),
        Misconception(
            "boxes, not arrows",
            _counted(_boxes),
            "You count the boxes that use it. In a + a one box uses a, but two arrows lead from a to it, and something "
            "comes back along each.",
            "add 1 for every time that the loop comes to the input.",
        ),
        Misconception(
            "never counted",
            _counted(lambda g, place: 0),
            "Every count stays at 0.",
            "add 1 to what is counted already: count[i] + 1.",
        ),
        Misconception(
            "its own inputs",
            _counted(lambda g, place: 0 if place == g.root else len(g.inputs[place])),
            "You count what a box was made from. Asked is by how many it is used.",
            "leave the inputs of i alone: each time that the loop comes to i is one arrow.",
        ),
        Misconception(
            "the inputs of its user",
            _counted(
                lambda g, place: next((len(g.inputs[v]) for v in reversed(_listed(g)) if place in g.inputs[v]), 0)
            ),
            "You count how many inputs the user has, not how many users the input has.",
            "at each arrow that the loop comes to, add 1 to what is counted for i.",
        ),
        Misconception(
            "begins at its user's count",
            _counted(lambda g, place: _on_from(g)[place]),
            "You count on from what is counted for the user, not for the input itself.",
            "take what is counted for i already, and add 1.",
        ),
        Misconception(
            "roads, not arrows",
            _counted(_roads),
            "You count roads from the output: whoever is used by a box with two roads has two at once. An arrow is "
            "one, whatever lies behind it.",
            "add 1 for each arrow.",
        ),
    ),
)


def _listed(g):
    """The places as the lesson's `users` comes to them."""
    todo, met = [g.root], {g.root}
    for v in todo:
        for i in g.inputs[v]:
            if i not in met:
                met.add(i)
                todo.append(i)
    return todo


def _on_from(g):
    count = dict.fromkeys(g.order, 0)
    for v in _listed(g):
        for i in g.inputs[v]:
            count[i] = count[v] + 1
    return count
