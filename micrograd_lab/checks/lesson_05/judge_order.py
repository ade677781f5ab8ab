"""5.1: an order.

A list is asked; anything else that can be gone through in an order, a tuple, a deque or a generator, is as good.
"""

from collections import deque
from functools import partial

from ..judge import Judge, Misconception, in_words
from ..wrong_engines import turns
from ..wrong_engines.exact import by_models
from ..wrong_engines.places import graph_of, lines_of, numbers_of
from . import listing
from .graphs import order_cases


def is_order(case, result):
    """Each name once, each after all of its inputs, the output last."""
    g = graph_of(case)
    place = {g.names[name]: n for n, name in enumerate(result)}
    after = all(place[i] < place[v] for v in g.order for i in g.inputs[v])
    return sorted(result) == sorted(g.names) and after


def _remembers(case, result):
    """Right in the first call and not in the second, or right but for nodes of another graph."""
    if isinstance(result, dict):
        return is_order(case, result["first"])
    own = [one for one in result if isinstance(one, str)]
    return is_order(case, own) and all(isinstance(one, str) or "value" in one["thing"] for one in result)


def _by_size(case, result):
    data = [case["graph"]["data"][case["names"][name]] for name in result]
    return len({*result}) == len(case["names"]) == len(result) and data in (sorted(data), sorted(data)[::-1])


TOO_SOON = "{name} stands before {input}, which it is made from."
MISSING = "{name} is missing."
TOO_OFTEN = "{name} stands in the list {times} times."
NO_NODE = "Your list holds something that is no node of the graph."
NOT_A_LIST = "That is no list of nodes."
AFTER_INPUTS = "append a node after all of its inputs."


def out_of_order(case, result):
    """What is wrong with a list, in words."""
    if not isinstance(result, list):
        return NOT_A_LIST, "give a list of the nodes, in order."
    g = graph_of(case)
    if any(name not in g.names for name in result):
        return NO_NODE, "append the nodes themselves, and not their numbers."
    for n, name in enumerate(result):
        for i in g.inputs[g.names[name]]:
            called = next(one for one, place in g.names.items() if place == i)
            if called not in result[:n] and called in result:
                return TOO_SOON.format(name=name, input=called), AFTER_INPUTS
    for name in g.names:
        if name not in result:
            return MISSING.format(name=name), "look which nodes your function comes to, and which it appends."
    often = max(result, key=result.count)
    return TOO_OFTEN.format(name=often, times=result.count(often)), "append each node once."


def shows_order(result):
    if isinstance(result, dict) and "again" in result:
        return SECOND.format(first=shows_order(result["first"]), again=shows_order(result["again"]))
    if isinstance(result, list):
        return "[" + ", ".join(one if isinstance(one, str) else in_words(one["thing"]) for one in result) + "]"
    return in_words(result)


SECOND = "{first}, and called again {again}"


def tells_graph(case):
    return "{lines} at {numbers}".format(lines="; ".join(lines_of(case)), numbers=numbers_of(case))


def _models(name, says, tries, *ways):
    return [Misconception(name, listing.as_names(turn), says, tries) for turn in ways]


MODELS = (
    *_models(
        "met twice, listed twice",
        "A node that is used twice stands in your list twice: you visit it once for each road that leads to it.",
        "remember which nodes you have visited, and skip them the second time.",
        listing.met_again,
        lambda g: listing.met_again(g, last_first=True),
    ),
    *_models(
        "appended before its inputs",
        "You append a node before you visit its inputs. Then a node can stand before one that it is made from.",
        "first visit all inputs, then append the node itself.",
        turns.once,
        turns.once_last,
        turns.met_when_pushed,
        turns.recursive,
        turns.recursive_last,
    ),
    *_models(
        "appended first, then turned round",
        "A node used along several roads comes too late, after one that is made from it. That is so where a list of "
        "nodes before their inputs is turned round, and where of a node met several times the last time counts.",
        "append each node after its inputs, the first time that it is met; then nothing needs turning.",
        listing.turned_round(turns.once),
        listing.turned_round(turns.once_last),
        listing.turned_round(turns.met_when_pushed),
    ),
    *_models(
        "breadth first",
        "You go level by level from the output, so nodes come before their inputs.",
        "go deep first: a node is done when all of its inputs are done.",
        listing.breadth_first,
        turns.level_by_level,
        turns.level_by_level_again,
    ),
    *_models(
        "breadth first, turned round",
        "Level by level from the output, then turned round: a node that is used on two levels stands where the "
        "nearer use put it, and that can be before its own input.",
        "go deep first: a node is done when all of its inputs are done.",
        listing.turned_round(listing.breadth_first),
        listing.turned_round(turns.level_by_level),
    ),
    *_models(
        "by depth at first visit",
        "You sort by how deep a node lies along the first road on which you meet it. A longer road may lead to it too, "
        "and then it comes after what is made from it.",
        "take the greatest depth of all roads; or append each node after all of its inputs, with no depth at all.",
        *(
            partial(listing.by_depth_at_first_visit, last_first=last_first, ties_turned=ties_turned)
            for last_first in (False, True)
            for ties_turned in (False, True)
        ),
    ),
    *_models(
        "only the output's inputs",
        "You list the output and its own inputs. Theirs are missing.",
        "do for each input what you do for the output.",
        listing.inputs_of_the_output,
        lambda g: [*g.inputs[g.root], g.root],
    ),
    *_models(
        "counted once, taken off twice",
        "A node that another uses twice, as in t * t, is counted once and taken off twice. So it has its turn while "
        "another that uses it is still waiting, and stands behind it in the list.",
        "count what you take off: one for each arrow, also where two of them lead to the same node.",
        *(
            listing.turned_round(partial(turns.counted_once_taken_twice, take=take, backwards=backwards))
            for take in (deque.popleft, deque.pop)
            for backwards in (False, True)
        ),
    ),
    *_models(
        "one number, one node",
        "Two nodes with the same number are one in your list: you ask for numbers where nodes are meant.",
        "remember the nodes themselves: v in seen, seen.add(v).",
        listing.one_number_one_node,
    ),
    *_models(
        "first input alone",
        "You follow the first input of each node alone. What is behind the others is missing.",
        "look for a return inside the loop over the inputs: it ends the function at the first.",
        listing.first_input_alone,
    ),
)

ORDER = Judge(
    order_cases,
    expected=listing.as_names(lambda g: g.order),
    accepts=lambda case, result: (
        is_order(case, result)
        if isinstance(result, list)
        else is_order(case, result["first"]) and is_order(case, result["again"])
    ),
    otherwise=out_of_order,
    shows=shows_order,
    tells=tells_graph,
    misconceptions=(
        Misconception(
            "a set",
            None,
            "A set has no order: its nodes come in any.",
            "append each node to a list as well, after its inputs.",
            seen=lambda case, result: result == {"type": "set"},
        ),
        Misconception(
            "remembers the call before",
            None,
            "Right when it is called first. In the next call it still has what it has seen before: a default such as "
            "seen=set(), or a list outside the function, is made once, for all calls.",
            "make the list and the set inside the function, new in each call.",
            seen=_remembers,
        ),
        Misconception(
            "empty",
            None,
            "The list is empty: was visit ever called with root?",
            "after the definition of visit, call visit(root), then return the list.",
            seen=lambda case, result: result == [],
        ),
        Misconception(
            "numbers, not nodes",
            None,
            "Your list holds numbers, not the nodes themselves.",
            "append v, not v.data.",
            seen=lambda case, result: bool(result) and all(type(one["thing"]) in (int, float) for one in result),
        ),
        Misconception(
            "output first",
            None,
            "Your list starts with the output. Here each node comes after its inputs, so the output is last.",
            "turn it round at the end, order.reverse(), and return it.",
            seen=lambda case, result: is_order(case, result[::-1]),
        ),
        Misconception(
            "output left out",
            None,
            "The output itself is missing.",
            "append the root too, after all of its inputs.",
            seen=lambda case, result: is_order(case, [*result, "y"]),
        ),
        Misconception(
            "leaves left out",
            None,
            "The nodes without inputs are missing. They are the ones whose gradients you want.",
            "append a node even when it has no inputs.",
            seen=lambda case, result: (
                bool(result) and not {*result} & _leaves(case) and is_order(case, [*sorted(_leaves(case)), *result])
            ),
        ),
        Misconception(
            "by size",
            None,
            "Your list is sorted by the nodes' numbers. A result can be smaller than what it is made from.",
            "ask what a node is made from, not how large it is.",
            seen=_by_size,
        ),
    ),
    models=by_models(MODELS),
)


def _leaves(case):
    return {name for name, place in case["names"].items() if not case["graph"]["inputs"][place]}
