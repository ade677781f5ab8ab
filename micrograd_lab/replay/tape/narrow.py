"""Less of a program, where some of its inputs are 0: what only they let through need not be computed.

A GPT is recorded on a full block, and each guess has a weight. In a shorter name the last weights are 0: neither the
guesses there nor what leads to them alone moves anything. So a step on one sample runs the rest, in rows of their own
that are neighbours again. (0 * inf, which is nan in the engine, is 0 here.)
"""

from itertools import accumulate, count

from ..program import Group, Program

MOST = 64  # gates, and programs for one


def gates(program: Program) -> tuple:
    """The inputs that are factors of computed numbers in a sum: where one is 0, its term is."""
    found = set()
    for op, _, operands, lengths in program.groups:
        if op == "dot" or (op == "matrix" and lengths[:2] == (1, 1)):
            for one, other in (operands, operands[::-1]):
                if one.many and other.many:
                    pairs = zip(one.index, other.index, strict=True)
                    found |= {row for row, factor in pairs if row < program.inputs <= factor}
    return tuple(sorted(found)) if len(found) <= MOST and program.root[0] else ()


def narrowed(program: Program, zeros: frozenset) -> tuple:
    """(The program without what inputs that are 0 let nothing through of, up to which of its rows with a number per
    sample there are gradients). Inputs, ones and the root keep their places."""
    root, groups = program.root[1], []
    needed = {root}
    for group in reversed(program.groups):
        if group.result.many:
            group = _cut(group, needed, zeros)
            if group is None:
                continue
            for rows in group.operands:
                if rows.many:
                    needed.update(rows.index)
        groups.append(group)
    made = {row for group in groups if group.result.many for row in group.result.index} - {root}
    place = {row: row for row in (*range(program.inputs), *program.ones, root)}
    free = (row for row in count(program.inputs) if row not in place)
    moved = dict(zip(sorted(made), free, strict=False))
    height = max([program.inputs - 1, *program.ones, *moved.values()]) + 1
    place |= moved
    groups = tuple(
        group._replace(result=_moved(group.result, place), operands=tuple(_moved(o, place) for o in group.operands))
        for group in reversed(groups)
    )
    return program._replace(groups=groups), height


def _cut(group, needed, zeros):
    """The group with the results that are needed, and in a matrix those between; None of none."""
    op, result, operands, lengths = group
    at = [n for n, row in enumerate(result.index) if row in needed]
    if not at:
        return None
    if op == "matrix":
        _, p, k = lengths
        lines, columns = sorted({n // p for n in at}), sorted({n % p for n in at})
        left, right = [i * k for i in lines], [j * k for j in columns]
        terms = range(k)
        if len(lines) == len(columns) == 1:
            terms = _let_through(terms, operands, (left[0], right[0]), zeros)
        places = ([n + q for n in starts for q in terms] for starts in (left, right))
        parts = [_taken(o, some) for o, some in zip(operands, places, strict=True)]
        result = _taken(result, [i * p + j for i in lines for j in columns])
        return Group(op, result, tuple(parts), (len(lines), len(columns), len(terms)))
    result = _taken(result, at)
    if not lengths:
        return Group(op, result, tuple(_taken(o, at) for o in operands))
    starts = [0, *accumulate(lengths)]
    spans = [range(starts[n], starts[n + 1]) for n in at]
    if op == "dot":
        spans = [_let_through(span, operands, (0, 0), zeros) for span in spans]
    terms = [n for span in spans for n in span]
    parts = [_taken(o, at if op == "lookup" and o is operands[0] else terms) for o in operands]
    return Group(op, result, tuple(parts), tuple(map(len, spans)))


def _let_through(terms, operands, starts, zeros):
    """The terms of a sum of products without those that are 0, but one of them at least."""
    pairs = list(zip(operands, starts, strict=True))
    return [q for q in terms if not any(o.many and o.index[n + q] in zeros for o, n in pairs)] or [terms[0]]


def _taken(rows, at):
    return rows._replace(index=tuple([rows.index[n] for n in at]))


def _moved(rows, place):
    return rows._replace(index=tuple([place[row] for row in rows.index])) if rows.many else rows
