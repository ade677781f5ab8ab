"""One unit's part of a network's graph."""

from dataclasses import replace

from ..graph import find


def one_unit(records, name, leaves):
    """The records of one unit alone: its sum as one record, and what other units give it as leaves."""
    made = {}

    def keep(r):
        if r.number not in made:
            inputs = () if r.label in leaves and r.label != name else _terms(r, records)
            numbers = tuple(keep(i) for i in inputs)
            op = "sum" if len(inputs) > 2 else r.op if inputs else ""
            partials = (1.0,) * len(inputs) if op == "sum" else r.partials[: len(inputs)]
            made[r.number] = replace(r, number=len(made), op=op, inputs=numbers, partials=partials)
        return made[r.number].number

    keep(find(records, name))
    return tuple(made.values())


def _terms(r, records):
    inputs = [records[i] for i in r.inputs]
    if r.op != "+":
        return inputs
    return [term for i in inputs for term in (_terms(i, records) if i.op == "+" else [i])]
