"""Expressions run on engines: on the 38 wrong ones, and on a class of a learner's own, told from each of them."""

import math

from ..beside.tape import taped
from ..wrong_engines import RIGHT, WRONG, composed, replacing
from . import probe
from .told_programs import NUMBERS, survivors

# They expose all 38, and use each operation that there is.
TELLING = (
    ["y = a + a"],
    ["t = a * b", "y = t + t * c"],
    ["t = a * b", "y = t * c + t"],
    ["y = (a * b) * (a + b)"],
    ["y = a.tanh() + a.exp() + a ** 3"],
    ["y = a.relu() * c + (-a).relu() - 3 * b.relu()"],
    ["y = (2 - a) * (6 / a)"],
    ["y = a * a.exp() + a.exp() * a"],
    ["y = b * b.log() + b.log() * b"],
)
PYTHONS = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "radd": lambda a, x: x + a,
    "rmul": lambda a, x: x * a,
    "rsub": lambda a, x: x - a,
    "rdiv": lambda a, x: x / a,
    "neg": lambda a: -a,
    "relu": lambda a: a.relu(),
    "tanh": lambda a: a.tanh(),
    "exp": lambda a: a.exp(),
    "log": lambda a: a.log(),
}
ALIVE, DEAD, ROW = "■", "·", 19
WALL = "{wall}\n" + ALIVE + " still alive   " + DEAD + " exposed\n{exposed} of {engines} exposed by {probes}"
ONE, MANY = "{many} expression", "{many} expressions"
STUCK = "Probe {broken}, `{probe}`, does not run: {says}"
NO_LIST = "There are no probes yet: write a list of expressions, as text or as functions of a, b and c."
AGREES, DISAGREES = "agrees", "disagrees: {name} gets {got:.4g}, measured is {measured:.4g}"
RAISES = "stops: {kind}: {error}"
TESTED = "{probe:<34}{says}"
YOURS = "yours: {faults} of {engines} faults"
NAMED = "yours: 1 of {engines} faults, {name}. {says}\nTry: {tries}"
ALIKE = "yours: one of {engines} faults, and these look alike on all that was asked: {names}."
ANOTHER = "yours: a fault, and none of the {engines}: {name}. {says}\nTry: {tries}"
OTHERWISE = "yours: none of the {engines} faults, and yet {probe} goes wrong: {says}"
SIZE = 1e-4  # of a relative error between a gradient and a measured slope


class Told(str):
    """Text that shows itself as it is."""

    __slots__ = ()

    def __repr__(self):
        return str(self)


def wall(probes) -> Told:
    """The 38 wrong engines as a wall: those that these expressions expose are gone. At most eight expressions."""
    found = probe.programs(probes, {"inputs": dict(NUMBERS)})
    if trouble := _trouble(found):
        return trouble
    alive = survivors(found)
    marks = "".join(ALIVE if engine in alive else DEAD for engine in WRONG)
    rows = "\n".join(marks[n : n + ROW] for n in range(0, len(marks), ROW))
    many = len(found["programs"])
    told = (ONE if many == 1 else MANY).format(many=many)
    return Told(WALL.format(wall=rows, exposed=len(WRONG) - len(alive), engines=len(WRONG), probes=told))


def tested(probes, engine) -> Told:
    """For each expression, whether this class's gradients at a = -2, b = 3, c = 4 are the measured slopes."""
    if not hasattr(probes, "__iter__") or isinstance(probes, str):
        return Told(NO_LIST)
    found = probe.programs(probes, {"inputs": dict(NUMBERS)})
    if trouble := _trouble(found):
        return trouble
    lines = [
        TESTED.format(probe=_short(one), says=_compared(engine, program))
        for one, program in zip(probes, found["programs"], strict=True)
    ]
    return Told("\n".join(lines))


def faults(engine) -> Told:
    """Which of the 38 faults this class has: it is asked expressions that expose each of them."""
    programs = [taped({"inputs": NUMBERS, "lines": lines}) for lines in TELLING]
    got = [_run(engine, program) for program in programs]
    if all(_same(found, RIGHT.run(program)) for found, program in zip(got, programs, strict=True)):
        return Told(YOURS.format(faults=0, engines=len(WRONG)))
    several = list(composed.ways(programs))
    alike = next((alike for way in several if (alike := _alike(got, way))), [])
    if len(alike) == 1:
        return Told(NAMED.format(engines=len(WRONG), name=alike[0].name, says=alike[0].says, tries=alike[0].tries))
    if alike:
        return Told(ALIKE.format(engines=len(WRONG), names="; ".join(engine.name for engine in alike)))
    wrong = [n for n, found in enumerate(got) if not _same(found, RIGHT.run(programs[n]))]
    in_all_ways = [[way[n] for way in several] for n in range(len(programs))]
    for m in replacing.misconceptions(lambda other, _, program: _listed(other.run(program)), lambda ways: ways):
        if all(m.explains(in_all_ways[n], _listed(got[n]), None) for n in wrong):
            return Told(ANOTHER.format(engines=len(WRONG), name=m.name, says=m.says, tries=m.tries))
    says = _compared(engine, programs[wrong[0]])
    return Told(OTHERWISE.format(engines=len(WRONG), probe="`{}`".format("; ".join(TELLING[wrong[0]])), says=says))


def _alike(got, programs):
    """The wrong engines that come to the same on all of these programs."""
    return [wrong for wrong in WRONG if all(_is(wrong, found, p) for found, p in zip(got, programs, strict=True))]


def _trouble(found):
    if "broken" in found:
        return Told(STUCK.format(**found))
    return Told(NO_LIST) if not found.get("programs") else None


def _run(engine, program):
    """(data, gradients) of a program on a class; the error that it raises."""
    try:
        values, leaves = _forward(engine, program, program["inputs"])
        root = values[program["output"]]
        root.backward()
        return float(root.data), [float(leaf.grad) for leaf in leaves]
    except Exception as error:  # whatever a learner's class raises
        return error


def _forward(engine, program, numbers):
    values = [engine(x) for x in numbers]
    leaves = list(values)
    for op, *places in program["steps"]:
        operands = [values[n] for n in places] if op != "number" else []
        if op == "number":
            values.append(places[0])  # plain, as one writes it: the class has to wrap it
        elif op.startswith("**"):
            k = float(op[2:])
            values.append(operands[0] ** (int(k) if k == int(k) else k))
        else:
            values.append(PYTHONS[op](*operands))
    return values, leaves


def _is(wrong, found, program):
    """Whether this is what a wrong engine comes to; whoever never ends, or fails, comes to an error."""
    try:
        return _same(found, wrong.run(program))
    except (ArithmeticError, ValueError, RecursionError):
        return isinstance(found, Exception)


def _listed(found):
    return [] if isinstance(found, Exception) else [found[0], *found[1]]


def _same(found, expected):
    if isinstance(found, Exception):
        return False
    one, other = (found[0], *found[1]), (expected[0], *expected[1])
    return all(
        math.isclose(x, y, rel_tol=1e-6, abs_tol=1e-9) or (x != x and y != y) for x, y in zip(one, other, strict=True)
    )


def _compared(engine, program):
    found = _run(engine, program)
    if isinstance(found, Exception):
        return RAISES.format(kind=type(found).__name__, error=found)
    for n, (name, grad) in enumerate(zip(NUMBERS, found[1], strict=True)):
        slope = _slope(engine, program, n)
        if abs(grad - slope) > SIZE * (max(abs(grad), abs(slope)) or 1.0):
            return DISAGREES.format(name=name, got=grad, measured=slope)
    return AGREES


def _slope(engine, program, n, h=1e-5):
    """The slope by input n, measured on the class's own forward pass."""
    up, down = (
        _forward(engine, program, [x + by * (i == n) for i, x in enumerate(program["inputs"])])[0] for by in (h, -h)
    )
    return (up[program["output"]].data - down[program["output"]].data) / (2 * h)


def _short(one):
    text = one if isinstance(one, str) else getattr(one, "__name__", "a function")
    return text if len(text) <= 32 else text[:29] + "..."
