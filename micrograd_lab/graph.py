"""Plain records of any graph of values: ours, micrograd's, or one that a learner wrote.

Drawing, live views and replay read these records and never the Values themselves.
"""

import math
from dataclasses import dataclass
from hashlib import sha256

from . import valuelike, written


@dataclass(frozen=True)
class Record:
    """One value of a graph. `number` is its place in topological order, `inputs` are numbers too.

    `grad` is None while backward() has not run; `partials` is () where the class does not keep them.
    """

    number: int
    op: str
    data: float
    grad: float | None
    label: str
    inputs: tuple
    partials: tuple = ()

    @property
    def name(self) -> str:
        """The label, as it can be read; without one, a leaf's own number, and v7 for the result numbered 7."""
        if self.label:
            return written.legible(self.label)
        return f"v{self.number}" if self.op or self.inputs else f"{self.data:g}"


Records = tuple[Record, ...]


def snapshot(root) -> Records:
    """The graph below root as a tuple of Records: inputs before outputs, root last.

    Reads `data`, `grad`, `label` where there is one, and the rest under any name that `valuelike` knows. A set
    of inputs, which has no order of its own, is put in a fixed one. A root whose grad is 0 has not had
    backward() yet, so its graph's grads are None.
    """
    if not hasattr(root, "data"):
        found = type(root).__name__
        raise TypeError(f"a graph is drawn from its last Value; got {found}. Pass the Value, not its data.")
    if valuelike.kept(root) is None and (unread := valuelike.unread_inputs(root)):
        raise TypeError(
            f"a graph is drawn from the values that its last one was made from; got a {type(root).__name__} that holds "
            f"values in {valuelike.named(unread)}, and none under a name that is known here: "
            f"{', '.join(valuelike.INPUTS)}. Keep them in `inputs`."
        )
    values, inputs_of = ordered(root)
    number = {id(v): n for n, v in enumerate(values)}
    known = bool(getattr(root, "grad", 0))
    records = []
    for v in values:
        places = [number[id(i)] for i in inputs_of(v)]
        records.append(
            Record(
                number[id(v)],
                valuelike.op_of(v),
                float(v.data),
                float(v.grad) if known else None,
                str(getattr(v, "label", "") or ""),
                tuple(sorted(places) if _is_set(v) else places),
                () if _is_set(v) and len(places) > 1 else valuelike.partials_of(v),
            )
        )
    return tuple(records)


def values(root) -> list:
    """The values below root themselves, in the order of their numbers."""
    return ordered(root)[0]


def part(
    records: Records, around: str | int | None = None, depth: int | None = None, limit: int | None = None
) -> Records:
    """The records at most `depth` steps from one of them: by default from the last, the output.

    `around` is a label or a number; around a record both its inputs and its users count. With a
    `limit` instead of a depth, the depth is the largest that gives no more records than that.
    Numbers stay what they are; inputs that fall outside are left in `inputs`.
    """
    centre = records[-1] if around is None else find(records, around)
    near = {r.number: set(r.inputs) for r in records}
    if around is not None:
        for r in records:
            for i in r.inputs:
                near[i].add(r.number)
    kept, edge, steps = {centre.number}, {centre.number}, 0
    while edge and (depth is None or steps < depth):
        edge = {n for e in edge for n in near[e]} - kept
        if limit is not None and len(kept) + len(edge) > limit:
            break
        kept |= edge
        steps += 1
    return tuple(r for r in records if r.number in kept)


def find(records: Records, which: str | int) -> Record:
    """The record with this label or number; of several with the same label, the last. KeyError where none has it."""
    for r in reversed(records):
        if which in (r.number, r.label, r.name, f"v{r.number}"):
            return r
    labels = ", ".join(r.name for r in records if r.label) or "none; numbers go up to " + str(records[-1].number)
    raise KeyError(f"no value in this graph is called {which!r}. Labels here: {labels}.")


def digits(x: float | None) -> str:
    """A number as text, to four decimals: short, and the same on every machine."""
    if x is None:
        return "not yet"
    if math.isnan(x) or math.isinf(x):
        return str(x)
    if x and not 5e-5 <= abs(x) < 1e5:
        return f"{x:.3e}"
    return f"{x + 0.0:.4f}" if round(x, 4) else "0.0000"


def short(x: float) -> str:
    """A number as short as it can be without lying: 2, -3, 0.9993, 1.2e-7; at most four decimals, or four digits."""
    if not x or math.isnan(x) or math.isinf(x):
        return str(x) if x else "0"
    if not 5e-5 <= abs(x) < 1e6:
        mantissa, exponent = f"{x:.2e}".split("e")
        return f"{mantissa.rstrip('0').rstrip('.')}e{int(exponent)}"
    decimals = min(4, max(0, 3 - math.floor(math.log10(abs(x)))))
    while decimals < 6 and float(f"{x:.{decimals}f}").is_integer() and abs(x - round(x)) > 1e-6:
        decimals += 1  # what saturates is not 1
    rounded = f"{x:.{decimals}f}"
    return rounded.rstrip("0").rstrip(".") if decimals else rounded


def formula(record: Record, records: Records) -> str:
    """How a record was made, in the names of its inputs: "a * b", "tanh(n)", "(-3)**2"; "" for a leaf."""
    return written.formula(record.op, [records[i].name for i in record.inputs]) if record.inputs else ""


def users(records: Records) -> dict[int, list[str]]:
    """{number: the names of those made from it}."""
    found = {r.number: [] for r in records}
    for r in records:
        for i in dict.fromkeys(r.inputs):
            found[i].append(r.name)
    return found


def text(records: Records, shown: Records | None = None, old=()) -> str:
    """The graph in words, a line a value: what it is, its gradient, and who uses it.

    `old` are the numbers of those whose gradient belongs to earlier data. Of gradients nothing is said before
    there is one.
    """
    return "\n".join(sentences(records, shown, old).values())


def sentences(records: Records, shown: Records | None = None, old=()) -> dict[int, str]:
    """The line of each value, {number: text}, as in `text`."""
    used_by, lines, any_yet = users(records), {}, any(r.grad is not None for r in records)
    for r in records if shown is None else shown:
        made = formula(r, records)
        line = " = ".join(filter(None, [r.name, made, short(r.data) if made or r.label else ""]))
        aged = "old " if r.number in old else ""
        if any_yet:
            line += ", grad not yet computed" if r.grad is None else f", {aged}grad {short(r.grad)}"
        line += f", used by {' and '.join(used_by[r.number])}" if used_by[r.number] else ", the output"
        lines[r.number] = line
    return lines


def _is_set(v):
    return isinstance(valuelike.kept(v), (set, frozenset))


def _inputs(v):
    inputs = valuelike.inputs_of(v)
    for i in inputs:
        if not hasattr(i, "data"):
            raise TypeError(
                f"the inputs of a {type(v).__name__} must be values with data; got {type(i).__name__}. "
                f"Wrap it first: other if isinstance(other, {type(v).__name__}) else {type(v).__name__}(other)."
            )
    return inputs


def ordered(root) -> tuple:
    """The values below root, inputs first, and the function that gives the inputs of each in a fixed order."""
    values, known = _depth_first(root, _inputs)
    if any(len(known[id(v)]) > 1 and _is_set(v) for v in values):
        order = _fixed_order(values)
        values, known = _depth_first(root, lambda v: tuple(sorted(_inputs(v), key=lambda i: order[id(i)])))
    return values, lambda v: known[id(v)]


def _depth_first(root, inputs_of):
    # Iterative, so that depth is no limit. A value is finished after all of its inputs; those not yet are the path.
    finished, known, path, stack = [], {}, set(), [root]
    while stack:
        v = stack[-1]
        key = id(v)
        if key in known:
            stack.pop()
            if key in path:
                path.remove(key)
                finished.append(v)
            continue
        inputs = known[key] = inputs_of(v)
        if not inputs:
            stack.pop()
            finished.append(v)
            continue
        path.add(key)
        for i in reversed(inputs):
            if id(i) not in known:
                stack.append(i)
            elif id(i) in path:
                raise ValueError("a value is among its own inputs, directly or not. Look for a line that reuses it.")
    return finished, known


def _fixed_order(values):
    # Sets differ from run to run; what a value is made of, and used for, does not. Each round tells more values
    # apart: by their inputs, then by their users. Those that stay equal may be swapped unseen.
    users = {id(v): [] for v in values}
    for v in values:
        for i in _inputs(v):
            users[id(i)].append(id(v))
    digest = {id(v): repr((valuelike.op_of(v), float(v.data), getattr(v, "label", ""))) for v in values}
    told_apart = 0
    while told_apart < len(set(digest.values())):
        told_apart = len(set(digest.values()))
        for v in values:
            digest[id(v)] = _hash(digest[id(v)], sorted(digest[id(i)] for i in _inputs(v)))
        for v in reversed(values):
            digest[id(v)] = _hash(digest[id(v)], sorted(digest[u] for u in users[id(v)]))
    return digest


def _hash(*parts):
    return sha256(repr(parts).encode()).hexdigest()
