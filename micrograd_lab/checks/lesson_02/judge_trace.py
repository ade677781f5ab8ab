"""2.4: the nodes and edges of a graph."""

import random

from ..judge import Judge, Misconception, in_words, same

GRAPHS = (
    {"a": [], "b": [], "y": ["a", "b"]},
    {"a": [], "y": ["a", "a"]},
    {"a": [], "b": [], "e": ["a", "b"], "c": [], "d": ["e", "c"], "f": [], "L": ["d", "f"]},
    {"a": [], "b": [], "t": ["a", "b"], "u": ["t", "a"], "y": ["u", "t"]},
    {"a": []},
)

DOUBLINGS = 40


def trace_cases(seed):
    chance = random.Random(seed)
    graphs = [*GRAPHS, _random_graph(chance)]
    chain = {"v0": []} | {f"v{n + 1}": [f"v{n}"] * 2 for n in range(DOUBLINGS)}
    return tuple({"graph": graph, "data": _data(graph)} for graph in (*graphs, chain))


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


def traced(case, visited=True, edge=lambda i, v: [i, v], edges_of=lambda inputs: inputs, nodes_of=None):
    """Nodes and edges of the graph, by name."""
    graph, nodes, edges = case["graph"], [], []

    def visit(v):
        if visited and v in nodes:
            return
        nodes.append(v)
        if len(nodes) > 100_000:
            raise RecursionError
        for i in edges_of(graph[v]):
            edges.append(edge(i, v))
        for i in graph[v]:
            visit(i)

    try:
        visit(list(graph)[-1])
    except RecursionError:
        return {"error": "TimeUp"}
    return {"nodes": sorted(nodes_of(nodes) if nodes_of else nodes), "edges": sorted(edges)}


def _is_trace(case, found):
    """Each node once; each pair as often as it has arrows, or once."""
    expected = traced(case)
    pairs = found["edges"]
    most = all(pairs.count(pair) <= expected["edges"].count(pair) for pair in pairs)
    return found["nodes"] == expected["nodes"] and most and all(pair in pairs for pair in expected["edges"])


def _traced(**how):
    return lambda case: traced(case, **how)


def once(wrong):
    """Recognises a wrong trace whether it holds two arrows between the same two values, or one pair."""

    def seen(case, found):
        expected = wrong(case)
        pairs = [sorted(set(map(tuple, trace["edges"]))) for trace in (found, expected)]
        return found["nodes"] == expected["nodes"] and pairs[0] == pairs[1]

    return seen


def _no_leaves(case):
    return traced(case, nodes_of=lambda nodes: [v for v in nodes if case["graph"][v]])


def _arrows_as_one(cases, results):
    if all(same(result, traced(case)) for case, result in zip(cases, results, strict=True)):
        return ""
    return (
        "In a + a your edges hold one pair for two arrows. That passes here. But the sum uses a twice, and backward() "
        "will have to count both. A list of pairs keeps them."
    )


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


def _an_arrow_missing(case, found):
    expected = traced(case)
    pairs = expected["edges"]
    return found["nodes"] == expected["nodes"] and found["edges"] and all(pair in pairs for pair in found["edges"])


def _plain_nodes(case, found):
    return any(name.startswith("a ") for name in found["nodes"])


def _endless(case):
    return {"error": "TimeUp"} if len(case["graph"]) > DOUBLINGS else traced(case)


def _only_top(case):
    *_, root = case["graph"]
    inputs = case["graph"][root]
    return {"nodes": sorted({root, *inputs}), "edges": sorted([i, root] for i in inputs)}


def _by_number(case):
    """Values with the same number taken for one: only the first of them is met."""
    data = {name: case["data"][name] for name in case["graph"]}

    def visit(v, nodes, edges):
        if data[v] in [data[n] for n in nodes]:
            return
        nodes.append(v)
        for i in case["graph"][v]:
            edges.append([i, v])
            visit(i, nodes, edges)

    nodes, edges = [], []
    visit(list(case["graph"])[-1], nodes, edges)
    return {"nodes": sorted(nodes), "edges": sorted(edges)}


def _graph_in_words(case):
    if len(case["graph"]) > DOUBLINGS:
        return "In a chain of 40 doublings, v1 = v0 + v0 and so on"
    return "In the graph {nodes}".format(nodes="; ".join(_node_in_words(*one) for one in case["graph"].items()))


def _node_in_words(name, inputs):
    if not inputs:
        return "leaf {name}".format(name=name)
    return "{name} from {inputs}".format(name=name, inputs=" and ".join(inputs))


TRACE = Judge(
    trace_cases,
    traced,
    accepts=_is_trace,
    remarks=_arrows_as_one,
    shows=_trace_in_words,
    otherwise=_other_shape,
    tells=_graph_in_words,
    misconceptions=(
        Misconception(
            "every road walked",
            _endless,
            "Each node is listed once, but visited once for each road that leads to it. In 40 doublings that is 2 to "
            "the 40th: a million million.",
            "return at once when a node has been met: if v in nodes: return.",
        ),
        Misconception(
            "met twice, listed twice",
            _traced(visited=False),
            "A value that is used twice stands in your list twice: you visit it once for each road that leads to it.",
            "keep track of the nodes you have met, and return at once when you meet one again.",
        ),
        Misconception(
            "edges turned round",
            None,
            "Your edges point from result to input. An edge is (input, result), the way the arrow is drawn.",
            "turn the pair round: (i, v).",
            seen=once(_traced(edge=lambda i, v: [v, i])),
        ),
        Misconception(
            "output left out",
            None,
            "The output itself is missing among the nodes.",
            "append v itself when you visit it, before its inputs.",
            seen=once(_traced(nodes_of=lambda nodes: nodes[1:])),
        ),
        Misconception(
            "leaves left out",
            None,
            "The leaves are missing among the nodes. They are Values like the others.",
            "append v whether it has inputs or not.",
            seen=once(_no_leaves),
        ),
        Misconception(
            "only the last operation",
            None,
            "You list the output and its own inputs. Theirs are missing.",
            "do for each input what you did for the output.",
            seen=once(_only_top),
        ),
        Misconception(
            "no edges",
            lambda case: traced(case, edges_of=lambda inputs: []),
            "There are no edges.",
            "append (i, v) for each input i of v.",
        ),
        Misconception(
            "edges to known nodes missing",
            None,
            "An arrow from a value that you had met before is missing. A value used twice has two arrows.",
            "add the edge first, and only then ask whether the input has been met.",
            seen=_an_arrow_missing,
        ),
        Misconception(
            "told apart by number",
            None,
            "Two Values with the same number are taken for one. They are different boxes.",
            "keep the Values themselves in your list, not their data.",
            seen=once(_by_number),
        ),
        Misconception(
            "numbers for nodes",
            None,
            "Your nodes are not Values. From a number or a text nobody can walk on to inputs.",
            "append v itself.",
            seen=_plain_nodes,
        ),
    ),
)
