"""Ways to list a graph, as functions of a Graph that give places: the slips of 5.1."""

from ..wrong_engines import turns
from ..wrong_engines.places import graph_of


def as_names(turn):
    """What a way to go through a Graph gives: the names of a case."""

    def listed(case):
        g = graph_of(case)
        called = {place: name for name, place in g.names.items()}
        return [called[place] for place in turn(g)]

    return listed


def turned_round(turn):
    return lambda g: list(turn(g))[::-1]


def met_again(g, last_first=False):
    """Each after its inputs, once for each road."""
    found = []

    def visit(v):
        for i in reversed(g.inputs[v]) if last_first else g.inputs[v]:
            visit(i)
        found.append(v)

    visit(g.root)
    return found


def by_depth_at_first_visit(g, last_first=False, ties_turned=False):
    """The deepest first, where a node's depth is that of the first road along which it was met."""
    depth = {}

    def visit(v, d):
        if v not in depth:
            depth[v] = d
            for i in reversed(g.inputs[v]) if last_first else g.inputs[v]:
                visit(i, d + 1)

    visit(g.root, 0)
    return sorted(depth, key=depth.get)[::-1] if ties_turned else sorted(depth, key=depth.get, reverse=True)


def breadth_first(g):
    """As a list is written: what is made from one node twice comes twice."""
    found = [g.root]
    for v in found:
        found += [i for i in g.inputs[v] if i not in found]
    return found


def inputs_of_the_output(g):
    return [*dict.fromkeys(g.inputs[g.root]), g.root]


def one_number_one_node(g):
    found, seen = [], set()

    def visit(v):
        if g.data[v] not in seen:
            seen.add(g.data[v])
            for i in g.inputs[v]:
                visit(i)
            found.append(v)

    visit(g.root)
    return found


def first_input_alone(g):
    return list(turns.first_input_alone(g))[::-1]
