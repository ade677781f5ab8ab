"""2.4: the nodes and edges of a graph."""

import random

from ..judge import Judge, Misconception, in_words, same
from ..memory import Memory
from .probe import ANOTHER
from .walks import misconceptions, walked

GRAPHS = (
    {"a": [], "b": [], "y": ["a", "b"]},
    {"a": [], "y": ["a", "a"]},
    {"a": [], "b": [], "e": ["a", "b"], "c": [], "d": ["e", "c"], "f": [], "L": ["d", "f"]},
    {"a": [], "b": [], "t": ["a", "b"], "u": ["t", "a"], "y": ["u", "t"]},
    {"a": []},
)

DOUBLINGS = 10
CHAIN = {"v0": []} | {f"v{n + 1}": [f"v{n}"] * 2 for n in range(DOUBLINGS)}
WALKS, KEPT = (misconceptions(1), misconceptions(2)), Memory()


def trace_cases(seed):
    chance = random.Random(seed)
    graphs = [*GRAPHS, _random_graph(chance)]
    return tuple({"graph": graph, "data": _data(graph)} for graph in (*graphs, CHAIN))


def _data(graph):
    """Numbers: leaves with the same one are still two."""
    return {name: float(n) if inputs else 1.0 for n, (name, inputs) in enumerate(graph.items(), 2)}


def _random_graph(chance):
    """Two leaves and four results, the last of which reaches all."""
    made = {"a": [], "b": []}
    for name in "pqr":
        made[name] = chance.choices(list(made), k=2)
    unused = [name for name in made if not any(name in inputs for inputs in made.values())]
    return made | {"y": [*unused, "a"]}


def _is_trace(case, found):
    """Each node once; each pair as often as it has arrows, or once."""
    expected = walked(case)
    pairs = found["edges"]
    most = all(pairs.count(pair) <= expected["edges"].count(pair) for pair in pairs)
    return found["nodes"] == expected["nodes"] and most and all(pair in pairs for pair in expected["edges"])


ONE_PAIR = (
    "In a + a your edges hold one pair for two arrows, which is enough here. Whoever wants to draw both arrows takes a "
    "pair at each input."
)
EACH_ROAD = (
    "In a chain of {doublings} doublings you asked one node {visits} times for its inputs: once for each road that "
    "leads to it. That passes here. With 40 doublings it would be a million million times. Return at once when a node "
    "has been met."
)


def each_road(results):
    """What there is to say of a walk that is right, and goes each road; "" of any other."""
    visits = max(result.get("_visits", 0) for result in results)
    return EACH_ROAD.format(doublings=DOUBLINGS, visits=visits) if visits > 2**DOUBLINGS // 2 else ""


def _remarks(cases, results):
    if said := each_road(results):
        return said
    all_pairs = all(same(result, walked(case)) for case, result in zip(cases, results, strict=True))
    return "" if all_pairs else ONE_PAIR


def _trace_in_words(found):
    if "gives" in found:
        return "None" if found["gives"] == "NoneType" else "a {type}".format(type=found["gives"])
    if "nodes" not in found:
        return in_words(found)
    edges = ", ".join("-".join(edge) for edge in found["edges"])
    return "nodes {nodes}; edges {edges}".format(nodes=", ".join(found["nodes"]) or "none", edges=edges or "none")


def _other_shape(case, found):
    if isinstance(found, dict) and "gives" in found:
        return "The check takes two things: all nodes, and all edges.", "end with return nodes, edges."
    if isinstance(found, dict) and any(len(edge) != 2 for edge in found["edges"]):
        return "An edge is a pair: (input, result).", "append (i, v) for each input i of v."
    return "", "draw this graph on paper, and tick off each box and each arrow that your lists name."


def _plain_nodes(case, found):
    return any(name.startswith("a ") and not name.endswith(ANOTHER) for name in found["nodes"])


def _plain_ends(case, found):
    ends = [end for edge in found["edges"] for end in edge]
    return any(end.startswith("a ") and not end.endswith(ANOTHER) for end in ends)


def _of_another_graph(case, found):
    return any(name.endswith(ANOTHER) for name in [*found["nodes"], *(end for edge in found["edges"] for end in edge)])


def _is_right(case, found):
    try:
        return _is_trace(case, found)
    except Exception:  # a result of another shape
        return False


def _alike(found, model):
    """The same nodes, and the same pairs: each as often as it has arrows, or once."""
    if not isinstance(found, dict) or "nodes" not in found or "nodes" not in model:
        return same(found, model)
    pairs = [sorted(set(map(tuple, one["edges"]))) for one in (found, model)]
    return found["nodes"] == model["nodes"] and pairs[0] == pairs[1]


def _models(cases, results):
    """The walk that gives all of these results, where all that do have one name: those with one slip before those with
    two, of which the one is told that the first wrong case shows."""
    order = sorted(range(len(cases)), key=lambda n: _is_right(cases[n], results[n]))
    for walks in WALKS:
        fits = [
            _shown(slips, cases[order[0]])
            for slips in walks
            if all(_alike(results[n], KEPT.outcome_of(slips[0][0].wrong, cases[n])) for n in order)
        ]
        if fits:
            return fits[0] if len({one.name for one in fits}) == 1 else None
    return None


def _shown(slips, case):
    """Of a walk's slips the first that makes this case wrong by itself, if one does."""
    return next((one for one, alone in slips if not _is_right(case, KEPT.outcome_of(alone, case))), slips[0][0])


def graph_in_words(case):
    if len(case["graph"]) > DOUBLINGS:
        return "In a chain of 10 doublings, v1 = v0 + v0 and so on"
    return "In the graph {nodes}".format(nodes="; ".join(_node_in_words(*one) for one in case["graph"].items()))


def _node_in_words(name, inputs):
    if not inputs:
        return "leaf {name}".format(name=name)
    return "{name} from {inputs}".format(name=name, inputs=" and ".join(inputs))


TRACE = Judge(
    trace_cases,
    walked,
    also=_is_trace,
    remarks=_remarks,
    shows=_trace_in_words,
    otherwise=_other_shape,
    tells=graph_in_words,
    misconceptions=(
        Misconception(
            "numbers for nodes",
            None,
            "Your nodes are not Values. From a number or a text nobody can walk on to inputs.",
            "append v itself.",
            seen=_plain_nodes,
        ),
        Misconception(
            "numbers in edges",
            None,
            "Your edges hold something else than Values. From a number or a text nobody can walk on.",
            "append (i, v), the two Values themselves.",
            seen=_plain_ends,
        ),
        Misconception(
            "what another call has left",
            None,
            "Your lists hold nodes of another graph, which the check had traced before: something outlives a call. A "
            "list as a default, `nodes=[]`, is made once for all calls, and so is one outside the function.",
            "make both lists within the function, anew for each call.",
            seen=_of_another_graph,
        ),
    ),
    models=_models,
)
