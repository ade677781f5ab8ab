"""Lesson 2: a learner's own class of values, and what its results remember."""

from ...valuelike import inputs_of, kept, op_of, under_every_name, unread_inputs
from ..beside.call import called
from ..beside.facts import facts_of
from ..beside.lines import code_of
from ..beside.plain import plain
from ..beside.run import untouched
from ..beside.shape import number

INSTANCE = "an instance of {type}"
REFUSED, REFUSED_MUTELY = "an error with a sentence", "an error without a sentence"
TWO = "{nodes} and {edges}"
ANOTHER = "of another graph"
MOST = 12  # results of one line that are looked into


@under_every_name
class Box:
    """A value to be traced, whatever the tracer calls its inputs."""

    stands_for = None

    def __init__(self, name, data, inputs, op):
        self.name, self.label, self.data, self.grad, self.op = name, name, data, 0.0, op
        self.made_of, self.partials, self.visits = tuple(inputs), (), 0

    @property
    def __class__(self):
        """The learner's Value, where there is one: what isinstance(v, Value) asks."""
        return type(self).stands_for or type(self)

    @property
    def inputs(self):
        self.visits += 1
        return self.made_of

    def __repr__(self):
        return self.name


def result(cls, case):
    """What the last of the case's lines gives, made of the learner's class. Names of the case are leaves.

    {"gives": "a value" or a type's name, "data": its number, "from": the leaves that it remembers, "strays": what is
    among its inputs and no value, "changed": leaves that are not what they were, "op": where the case asks for it}.
    {"unread": attributes} where it keeps values under names that are not known, and none under one that is. Beside
    that, "_nodes" has a [op, data, data of the inputs, their names or types] for each result that y rests on, itself
    first, and "_kept" the types of what they keep their inputs in. An error has what beside.facts finds.
    """
    if not isinstance(cls, type):
        return {"untouched": True} if untouched(cls) else {"gives": INSTANCE.format(type=type(cls).__name__)}
    if _stubs(cls, case["methods"]):
        return {"untouched": True}
    leaves = {name: cls(number) for name, number in case["leaves"].items()}
    names = {"__builtins__": {"sum": sum}, **leaves}
    try:
        exec(code_of("y = " + case["line"]), names)
    except Exception as error:
        # Where a case is to be refused, an error is what is asked for.
        if case.get("refuse") and not isinstance(error, (AttributeError, NameError, RecursionError)):
            return {"gives": REFUSED if str(error).strip() else REFUSED_MUTELY}
        if isinstance(error, NotImplementedError):  # a stub
            raise
        return facts_of(error, cls, "forward")
    return _as_result(cls, names["y"], leaves, case)


def _as_result(cls, y, leaves, case):
    changed = [name for name, leaf in leaves.items() if plain(leaf.data) != case["leaves"][name]]
    kin = tuple(c for c in cls.__mro__ if c.__module__ != "builtins")  # a subclass may give its parent's
    if not isinstance(y, kin):
        return {"gives": type(y).__name__, "data": plain(y), "changed": changed}
    if not inputs_of(y) and (unread := unread_inputs(y)):
        return {"unread": list(unread), "wanted": "inputs"}
    found, strays = _below(kin, y)
    here = [name for name, leaf in leaves.items() if any(leaf is v for v in found)]
    op = {"op": op_of(y, case["op"])} if "op" in case else {}
    basics = {"gives": "a value", "data": plain(y.data), "from": here, "strays": strays, "changed": changed}
    made = [v for v in found if inputs_of(v)][:MOST]
    names = {id(leaf): name for name, leaf in leaves.items()}
    nodes = [_node(v, kin, names) for v in made or [y]]
    return {**basics, **op, "_nodes": nodes, "_kept": sorted({_keeping(kept(v), kin) for v in made})}


def _keeping(held, kin):
    """The type of what holds the inputs; "a value" where that is one itself, and no tuple of one."""
    return "a value" if isinstance(held, kin) else type(held).__name__


def _node(v, kin, names):
    inputs = [i for i in inputs_of(v) if isinstance(i, kin)]
    named = [names.get(id(i), "") if isinstance(i, kin) else type(i).__name__ for i in inputs_of(v)]
    return [op_of(v), plain(v.data), [plain(i.data) for i in inputs], named]


def trace(learner, case):
    """The nodes and edges that the learner's function finds, by name, in a graph {name: [names of inputs]}; "_visits"
    says how often it has asked a node for its inputs, at most. While it runs, nothing is left here but the root."""
    root = _root_of(case, _box_of(learner))
    found = learner(root)
    boxes = _boxes_below(root)
    if not isinstance(found, (tuple, list)) or len(found) != 2:
        return {"gives": type(found).__name__, "many": len(found) if isinstance(found, (tuple, list, set)) else 0}
    nodes, edges = found
    if not all(hasattr(part, "__iter__") and not isinstance(part, str) for part in found):
        return {"gives": TWO.format(nodes=type(nodes).__name__, edges=type(edges).__name__), "many": 2}
    visits = max(box.visits for box in boxes.values())
    return {
        "nodes": sorted(_name(v, boxes) for v in nodes),
        "edges": sorted(_pair(e, boxes) for e in edges),
        "_visits": visits,
    }


def _root_of(case, made):
    """The last box of the case's graph, made of all others; the case is empty afterwards."""
    boxes = {}
    for name, inputs in case["graph"].items():
        boxes[name] = made(name, case["data"][name], [boxes[i] for i in inputs], "+" if inputs else "")
    case.clear()
    return boxes[name]


def _boxes_below(root):
    boxes, todo = {root.name: root}, [root]
    while todo:
        for box in todo.pop().made_of:
            if box.name not in boxes:
                boxes[box.name] = box
                todo.append(box)
    return boxes


def _box_of(learner):
    """Box, standing for the learner's Value."""
    return type("Value", (Box,), {"stands_for": _own(learner, "Value") or _own(learner, "Number")})


def _own(learner, name):
    """The class of this name that the learner's function knows; None where there is none."""
    found = getattr(learner, "__globals__", {}).get(name)
    return found if isinstance(found, type) else None


def made(learner, case):
    """What the learner's function makes of Numbers, the lesson's class: {"gives", "data", "keeps", "changed"}.

    "keeps" are the names of the Numbers that it was made from, or what else is kept; "_of" are their numbers.
    """
    cls = _own(learner, "Number")
    leaves = {name: cls(data) for name, data in case["leaves"].items()}
    out = learner(*leaves.values())
    changed = [name for name, leaf in leaves.items() if plain(leaf.data) != case["leaves"][name]]
    if not isinstance(out, cls):
        return {"gives": type(out).__name__, "data": plain(out), "keeps": [], "changed": changed}
    if kept(out) is ...:
        return {"untouched": True}
    names = {id(leaf): name for name, leaf in leaves.items()}
    keeps = "itself" if id(out) in names else _held(kept(out), cls, names)
    of = [case["leaves"][name] for name in keeps if name in names.values()] if isinstance(keeps, list) else []
    return {"gives": "a Number", "data": plain(out.data), "keeps": keeps, "changed": changed, "_of": of}


def _held(held, cls, names):
    if isinstance(held, (tuple, list)):
        return [names.get(id(i), "another Number" if isinstance(i, cls) else type(i).__name__) for i in held]
    return "a Number itself" if isinstance(held, cls) else "a {type}".format(type=type(held).__name__)


def counted(learner, case):
    """{"boxes": how many boxes the learner's function counts in a graph {name: [names of inputs]}}. It is called with
    the root and an empty list, or with the root alone; "_visits" is how often it asked one box for its inputs."""
    takes = getattr(learner, "__code__", None)
    root = _root_of(case, _box_of(learner))
    found = number(learner(*(root, [])[: takes.co_argcount or 2] if takes else (root, [])))
    return {"boxes": found, "_visits": max(box.visits for box in _boxes_below(root).values())}


def carried(learner, case):
    """How far the learner's function says that y moves."""
    return number(called(learner, case))


def _stubs(cls, methods):
    """Are all of these methods still as they were given?"""
    there = [getattr(cls, name) for name in methods if hasattr(cls, name)]
    return bool(there) and all(untouched(method) for method in there)


def _below(kin, y):
    """The values that y remembers, itself first; the types of other things among inputs."""
    found, strays, todo = [], [], [y]
    while todo and len(found) < 1000:
        v = todo.pop()
        if any(v is other for other in found):
            continue
        found.append(v)
        for i in inputs_of(v):
            if isinstance(i, kin):
                todo.append(i)
            else:
                strays.append(type(i).__name__)
    return found, sorted(strays)


def _name(v, boxes):
    if not isinstance(v, Box):
        return "a {type}".format(type=type(v).__name__)
    return v.name if boxes.get(v.name) is v else f"{v.name} {ANOTHER}"


def _pair(edge, boxes):
    return [_name(v, boxes) for v in edge] if isinstance(edge, (tuple, list)) else [_name(edge, boxes)]
