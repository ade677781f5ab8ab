"""One act of the way back, said three ways: the line of code, the same line with its numbers, the same in words.

A row is (label, pieces), a piece (text, kind): "tap" for the local derivative, "up" or "down" for a gradient.
"""

from ..graph import formula, short

CODE, NUMBERS, IN_WORDS = "code", "numbers", "in words"
TAP, UP, DOWN = "tap", "up", "down"
# The local derivative of an operation by each of its inputs, as code; x and y are its inputs, out is what it makes.
LOCALS = {
    "+": ("1", "1"),
    "-": ("1", "-1"),
    "*": ("{y}", "{x}"),
    "/": ("1 / {y}", "-{x} / {y}**2"),
    "**": ("{y} * {x}**({y} - 1)", "{out} * log({x})"),
    "neg": ("-1",),
    "ReLU": ("({out} > 0)",),
    "tanh": ("(1 - {out}**2)",),
    "exp": ("{out}",),
    "log": ("1 / {x}",),
    "sigmoid": ("{out} * (1 - {out})",),
}
LOCAL, POWER = "local", "{power} * {x}**{less}"
COUNTS = "In {formula}, {receiver} counts {other} times: so {sender} passes its {upstream} on {local} times."
AS_IT_IS = "A step of {receiver} moves {sender} by as much: so {sender} passes its {upstream} on as it is."
TURNED = "A step of {receiver} up moves {sender} down by as much: so {sender} passes its {upstream} on, sign turned."
SHUT = "A small step of {receiver} does not move {sender}: so nothing passes."
FACTOR = "A small step of {receiver} moves {sender} {local} times as far: so of its {upstream}, {share} goes on."
TURN = "Next: {name}. All that it was used for has sent, and nothing more can come."
LOOP = "for v in reversed(order): v._backward()"
RISES = "Raise {leaf} by 0.01, and {out} {way} by about {change}."
STILL, WAYS = "Raise {leaf} a little, and {out} stays where it is.", {True: "rises", False: "falls"}
SO = "    so {before} + "


def rows(step, records, adds=True):
    """The line of code and the same with numbers, of one BackwardStep; without `adds`, of one that replaces."""
    r, receiver = records[step.edge[0]], records[step.input]
    share, sets = step.local * step.upstream, " += " if adds else " = "
    to, by = f"{_called(receiver)}.grad{sets}", f"{_called(r)}.grad"
    code = ((to, ""), (local_code(r, step.edge[1], records), TAP), (" * ", ""), (by, _way(step.upstream)))
    numbers = [(to, ""), (short(step.local), TAP), (" * ", ""), (short(step.upstream), _way(step.upstream))]
    if adds and step.before:
        numbers += [(SO.format(before=short(step.before)), ""), (short(share), _way(share))]
    numbers += [(" = ", ""), (short(step.after), _way(step.after))]
    return (CODE, code), (NUMBERS, tuple(numbers))


def turn(name, arrived):
    """The same of the moment when it is a value's turn, before it sends what has arrived there."""
    pieces = [(f"{name}.grad = ", "")]
    for n, (amount, _) in enumerate(arrived):
        pieces += [(" + " * bool(n), ""), (short(amount), _way(amount))]
    total = sum(amount for amount, _ in arrived)
    return (CODE, ((LOOP, ""),)), (NUMBERS, (*pieces, (" = ", ""), (short(total), _way(total))))


def words(step, records):
    """The same in words."""
    r, receiver = records[step.edge[0]], records[step.input]
    named = {"sender": r.name, "receiver": receiver.name, "upstream": short(step.upstream), "local": short(step.local)}
    named["share"] = short(step.local * step.upstream)
    if r.op == "*" and len(r.inputs) == 2:
        other = records[r.inputs[1 - step.edge[1]]].name
        return COUNTS.format(formula=formula(r, records), other=other, **named)
    sentence = {1.0: AS_IT_IS, -1.0: TURNED, 0.0: SHUT}.get(step.local, FACTOR)
    return sentence.format(**named)


def effect(leaf, grad, out):
    """What a gradient says of a leaf, in words."""
    if not grad or grad != grad:
        return STILL.format(leaf=leaf, out=out)
    return RISES.format(leaf=leaf, out=out, way=WAYS[grad > 0], change=short(0.01 * abs(grad)))


def taken_from(step, records):
    """The number of the value whose data the local derivative is, or None."""
    r = records[step.edge[0]]
    if r.op == "*" and len(r.inputs) == 2:
        return r.inputs[1 - step.edge[1]]
    return r.number if r.op == "exp" else None


def local_code(r, place, records):
    """How one writes the derivative of a value by one of its inputs."""
    names = dict(zip("xy", (_data(records[i]) for i in r.inputs), strict=False))
    if r.op.startswith("**") and len(r.inputs) == 1:
        power = r.op[2:]
        less = short(float(power) - 1) if power.lstrip("-").replace(".", "", 1).isdigit() else f"({power} - 1)"
        return POWER.format(power=power, less=less, **names)
    known = LOCALS.get(r.op, ())
    return known[place].format(out=_data(r), **names) if len(known) == len(r.inputs) else LOCAL


def _data(r):
    return f"{_called(r)}.data" if r.label or r.inputs else short(r.data)


def _called(r):
    return r.name if r.label or r.inputs else f"v{r.number}"


def _way(x):
    return UP if x > 0 else DOWN if x < 0 else ""
