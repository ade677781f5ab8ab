"""Wrong ways to go through a graph, {name: names of its inputs}, generated: each differs in one or several ways."""

from itertools import product

from ..judge import Misconception

MOST = 5_000  # steps of one walk: then it is taken to have no end

# What may be done in another way, the right one first, and what is said of each.
MET = {
    "itself": None,
    "number": (
        "told apart by number",
        "Two Values with the same number are taken for one. They are different boxes.",
        "keep the Values themselves in your list, not their data.",
    ),
    "never": (
        "met twice, listed twice",
        "A value that is used twice stands in your list twice: you visit it once for each road that leads to it.",
        "keep track of the nodes you have met, and return at once when you meet one again.",
    ),
}
EDGES = {
    "all": None,
    "to new nodes": (
        "edges to known nodes missing",
        "An arrow from a value that you had met before is missing. A value used twice has two arrows.",
        "add the edge first, and only then ask whether the input has been met.",
    ),
    "none": ("no edges", "There are no edges.", "append (i, v) for each input i of v."),
    "of the root": (
        "edges of the output alone",
        "The arrows into the output are there, and those into other values are missing.",
        "add an edge for each input of each value that you visit.",
    ),
    "to root": (
        "edges to the output alone",
        "Each arrow of yours ends at the output. It ends at the value that was made of this input.",
        "append (i, v), with v the value whose input i is.",
    ),
}
TURNED = {
    "(i, v)": None,
    "(v, i)": (
        "edges turned round",
        "Your edges point from result to input. An edge is (input, result), the way the arrow is drawn.",
        "turn the pair round: (i, v).",
    ),
}
NODES = {
    "all": None,
    "no root": (
        "output left out",
        "The output itself is missing among the nodes.",
        "append v itself when you visit it, before its inputs.",
    ),
    "no leaves": (
        "leaves left out",
        "The leaves are missing among the nodes. They are Values like the others.",
        "append v whether it has inputs or not.",
    ),
    "leaves": (
        "leaves alone",
        "Among your nodes are leaves alone. What was made of them are Values like the others.",
        "append v whether it has inputs or not.",
    ),
}
FIRST = {
    "all": None,
    "left": (
        "the first input alone",
        "You go on along the first input of each value alone. What hangs on the other is missing.",
        "visit each of v.inputs.",
    ),
    "right": (
        "the last input alone",
        "You go on along the last input of each value alone. What hangs on the other is missing.",
        "visit each of v.inputs.",
    ),
    "none": (
        "the output alone",
        "You list the output, and do not go on from it. What it was made from are Values like it.",
        "visit each input as you visited the output.",
    ),
    "one level": (
        "only the last operation",
        "You list the output and its own inputs. Theirs are missing.",
        "do for each input what you did for the output.",
    ),
}
WAYS = ("recursive", "stack", "stack, marked when pushed", "queue", "queue, marked when pushed")


class _NoEnd(Exception):
    """A walk that goes on and on."""


def walked(case, way="recursive", met="itself", edges="all", turned="(i, v)", nodes="all", on="all"):
    """{"nodes", "edges"} by name, as the probe gives them; {"error": "TimeUp"} of a walk that has no end."""
    graph, root = case["graph"], list(case["graph"])[-1]
    known = (lambda v: case["data"][v]) if met == "number" else (lambda v: v)
    seen, found, pairs = set(), [], []

    def met_before(v):
        return met != "never" and known(v) in seen

    def visit(v):
        seen.add(known(v))
        found.append(v)
        if len(found) > MOST:
            raise _NoEnd
        return {"all": graph[v], "left": graph[v][:1], "right": graph[v][-1:], "one level": graph[v], "none": graph[v]}[
            on
        ]

    def note(i, v):
        if edges == "none" or (edges == "to new nodes" and met_before(i)) or (edges == "of the root" and v != root):
            return
        end = root if edges == "to root" else v
        pairs.append([end, i] if turned == "(v, i)" else [i, end])

    def recurse(v):
        for i in visit(v) if on != "one level" or v == root else _leaf(visit(v)):
            note(i, v)
            if not met_before(i) and on != "none":
                recurse(i)

    def loop():
        todo, pushed = [root], "pushed" in way
        seen.update({known(root)} if pushed else ())
        while todo:
            v = todo.pop(0 if "queue" in way else -1)
            if not pushed and met_before(v):
                continue
            for i in visit(v) if on != "one level" or v == root else _leaf(visit(v)):
                note(i, v)
                if not pushed or not met_before(i):
                    todo.append(i)
                    seen.update({known(i)} if pushed else ())

    try:
        recurse(root) if way == "recursive" else loop()
    except (_NoEnd, RecursionError):
        return {"error": "TimeUp"}
    left = {
        "all": found,
        "no root": [v for v in found if v != root],
        "no leaves": [v for v in found if graph[v]],
        "leaves": [v for v in found if not graph[v]],
    }[nodes]
    return {"nodes": sorted(left), "edges": sorted(pairs)}


def _leaf(_inputs):
    return ()


TABLES = {"on": FIRST, "met": MET, "edges": EDGES, "turned": TURNED, "nodes": NODES}


def misconceptions(many):
    """All with this many slips at once, each as (misconception, the walk with that slip alone) of one slip after the
    other: the walk of the misconceptions has them all."""
    found = []
    for keys in product(*TABLES.values()):
        how = dict(zip(TABLES, keys, strict=True))
        if sum(bool(TABLES[part][key]) for part, key in how.items()) == many:
            ways = WAYS if how["met"] == "number" or how["edges"] == "to new nodes" else WAYS[:1]
            found += [tuple(_each(way, how)) for way in ways]
    return tuple(found)


def _each(way, how):
    for part, key in how.items():
        if TABLES[part][key]:
            name, says, tries = TABLES[part][key]
            yield Misconception(name, _walking(way, how), says, tries), _walking(way, {part: key})


def _walking(way, how):
    return lambda case: walked(case, way, **how)
