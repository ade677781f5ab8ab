"""The largest of some values, taken from their data as a plain number, as in log_softmax: it is computed anew.

Where exp(v + c) is summed over several v, and c is the negative of the largest v's data, c is taken for that maximum,
which passes no gradient. So it is only if the root doesn't depend on c: moving c by d adds a multiple of d to some
values, and multiplies others by a power of exp(d), until both have left again.
"""

from .wiring import CONSTANT, MANY


def find_maxima(wiring, kind, root) -> list[int]:
    """Put maxima into the wiring, and give their numbers."""
    found = {}
    for total, terms in _sums_of_exps(wiring, kind).items():
        values, shifts, made = zip(*terms, strict=True)
        top = max([wiring.data[v] for v in values])
        if all(shift == -top for shift in shifts):
            _, totals, own = found.setdefault(tuple(dict.fromkeys(values)), (top, [], []))
            totals.append(total)
            own += made
    while found:
        shifted = _shifted(wiring, kind, found)
        if not (bad := _left_over(wiring, kind, root, shifted)):
            break
        found = {values: of for values, of in found.items() if values not in bad}
    numbers = {}
    for values, (top, _, _) in found.items():
        numbers[values] = wiring.add("max", values, top)
        kind.append(max([kind[v] for v in values]))
    if found:
        for n, (v, sign, values) in shifted.items():
            wiring.ops[n], wiring.inputs[n] = "+" if sign > 0 else "-", (v, numbers[values])
        wiring.sort()
        changed = {*shifted, *numbers.values()}
        for n in wiring.order:  # w - max(w, x) differs between samples as x does
            if n in changed or not changed.isdisjoint(wiring.inputs[n]):
                before, kind[n] = kind[n], min(MANY, max([kind[i] for i in wiring.inputs[n]]))
                if kind[n] != before:
                    changed.add(n)
    return list(numbers.values())


def _shift(wiring, kind, n):
    """(v, c) of n, where that is v + c, or v - (-c), and c is constant; None of all others."""
    op, inputs = wiring.ops[n], wiring.inputs[n]
    if op not in ("+", "-") or not kind[n]:
        return None
    a, b = inputs
    if kind[b] == CONSTANT:
        return a, wiring.data[b] if op == "+" else -wiring.data[b]
    return (b, wiring.data[a]) if op == "+" and kind[a] == CONSTANT else None


def _sums_of_exps(wiring, kind):
    """{total: [(v, c, v + c), ...]} of sums of exp(v + c) and nothing else."""
    sums, ops, inputs = {}, wiring.ops, wiring.inputs
    exps = {}
    for n, op in enumerate(ops):
        if op == "exp" and kind[n] and (shift := _shift(wiring, kind, inputs[n][0])):
            exps[n] = *shift, inputs[n][0]
    if not exps:
        return sums
    for n, op in enumerate(ops):
        if op == "+":
            parts = [_terms(wiring, kind, exps, sums, i) for i in inputs[n]]
            if None not in parts and any(parts):
                sums[n] = [*parts[0], *parts[1]] if len(parts[1]) != 1 or not parts[0] else parts[0]
                if sums[n] is parts[0]:
                    parts[0] += parts[1]
                for i in inputs[n]:
                    sums.pop(i, None)
    return sums


def _terms(wiring, kind, exps, sums, n):
    if n in exps:
        return [exps[n]]
    return [] if kind[n] == CONSTANT and wiring.data[n] == 0 else sums.get(n)


def _shifted(wiring, kind, found):
    """{number: (v, 1 or -1, values)}: all that is v plus or minus the largest of these values."""
    by_value, shifted, logs = {}, {}, {}
    for n, op in enumerate(wiring.ops):
        if op == "log":
            logs.setdefault(wiring.inputs[n][0], []).append(n)
    for values, (top, totals, _) in found.items():
        for v, c in [*[(v, -top) for v in values], *[(n, top) for total in totals for n in logs.get(total, ())]]:
            by_value.setdefault(v, []).append((c, values))
    for n, op in enumerate(wiring.ops):
        if op not in ("+", "-") or by_value.keys().isdisjoint(wiring.inputs[n]):
            continue
        v, shift = _shift(wiring, kind, n) or (None, 0.0)
        for c, values in by_value.get(v, ()):
            if shift == c:
                shifted[n] = v, -1 if v in values else 1, values
    for values, (_, _, own) in found.items():  # of a value that is in two such sums, each has its own
        shifted.update((n, (_shift(wiring, kind, n)[0], -1, values)) for n in own)
    return shifted


def _left_over(wiring, kind, root, shifted):
    """The maxima on which root depends, or may depend.

    Of each value: what moving a maximum by d does to it. ("+", {maximum: times d}) is added, ("*", ...) are the
    exponents of exp(d) that it is multiplied by.
    """
    states, bad = {}, set()
    for n, (op, inputs) in enumerate(zip(wiring.ops, wiring.inputs, strict=True)):
        if n in shifted:
            v, sign, values = shifted[n]
            state = _added(states.get(v), ("+", {values: sign}), 1)
        elif states.keys().isdisjoint(inputs):
            continue
        else:
            state = _passed(wiring, kind, op, inputs, [states.get(i) for i in inputs])
        if state is None:
            bad.update(*[states[i][1] for i in (*inputs, *shifted.get(n, ())[:1]) if i in states])
        elif left := {values: times for values, times in state[1].items() if times}:
            states[n] = state[0], left
    return bad.union(states.get(root, ("", {}))[1])


def _passed(wiring, kind, op, inputs, states):
    """The state of a result, from those of its inputs; None where it has none of the two forms."""
    a, b = (*states, None)[:2]
    other = next((wiring.data[i] for i in inputs if kind[i] == CONSTANT), None)
    if op in ("+", "-"):
        return _added(a, b, 1 if op == "+" else -1) if other != 0 else a or b if op == "+" else None
    if op == "neg":
        return a if a[0] == "*" else _scaled(a, -1)
    if op in ("*", "/"):
        if "+" in [s[0] for s in states if s]:
            c = other if op == "*" or other is None or b else 1 / other
            return _scaled(a or b, c) if other and (a or op == "*") else None
        return _multiplied(a, b, 1 if op == "*" else -1)
    if op in ("exp", "log"):
        return ("*" if op == "exp" else "+", a[1]) if a[0] == ("+" if op == "exp" else "*") else None
    power = op[2:]
    return _scaled(a, float(power)) if op.startswith("**") and power and a[0] == "*" else None


def _added(a, b, sign):
    if a and b and a[0] == b[0] == "*":
        return a if a[1] == b[1] else None
    if "*" in [s[0] for s in (a, b) if s]:
        return None
    return _multiplied(a, b, sign, "+")


def _multiplied(a, b, sign, form="*"):
    times = dict(a[1]) if a else {}
    for values, k in b[1].items() if b else ():
        times[values] = times.get(values, 0) + sign * k
    return form, times


def _scaled(state, c):
    return state[0], {values: c * times for values, times in state[1].items()}
