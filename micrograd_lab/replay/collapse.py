"""Chains of + as sums and dot products: fewer numbers to keep, and one NumPy call instead of many."""

from collections import Counter

CONSTANT, SINGLE, MANY = range(3)  # the same for ever; the same for all samples; one number per sample
ONE = "one"  # what a bias is the weight of: an input that is always 1


def collapsed(values, kind, keep):
    """What to compute, in order, as {result: (op, inputs)}. Chains of + become sums and dot products."""
    uses = Counter(i for v in values for i in v.inputs)
    uses.update(keep)  # what is looked at from outside does not dissolve
    terms, dissolved = {}, set()
    for v in values:
        if v.op == "+":
            # A + that only this + uses dissolves in it; its list of terms grows in place.
            lists = [terms.pop(i) if i in terms and uses[i] == 1 else [i] for i in v.inputs]
            dissolved.update([i for i, parts in zip(v.inputs, lists, strict=True) if len(parts) > 1])
            shorter, longer = sorted(lists, key=len)
            longer += shorter
            terms[v] = longer
    for parts in terms.values():
        # A product of a number for all samples with one per sample: two of them make a dot product.
        products = [i for i in parts if i.op == "*" and uses[i] == 1]
        products = [i for i in products if {kind[j] == MANY for j in i.inputs} == {True, False}]
        if len(products) > 1:
            dissolved.update(products)
    cells = {}
    for v in values:
        if v in terms:
            _sum(v, terms[v], kind, dissolved, cells)
        elif v not in dissolved:
            cells[v] = (v.op, v.inputs)
    return cells


def _sum(total, terms, kind, dissolved, cells):
    """Into cells: total = a dot product, or a sum of what is the same for all samples, + a sum of what is not."""
    products = [sorted(i.inputs, key=kind.get) for i in terms if i in dissolved]
    fixed = [i for i in terms if kind[i] == SINGLE or (kind[i] == CONSTANT and i.data)]  # sum() starts with a 0
    many = [i for i in terms if kind[i] == MANY and i not in dissolved]
    parts = [("sum", fixed), ("sum", many)]
    if products:
        weights, vector = zip(*products, *[(i, ONE) for i in fixed], strict=True)
        parts[0] = ("dot", (*weights, *vector))
    parts = [(op, tuple(of)) for op, of in parts if of]
    made = []
    for n, (op, of) in enumerate(parts):
        part = of[0]
        if len(of) > 1 or len(parts) == 1:
            part = total if len(parts) == 1 else (total, n)
            kind[part] = max([SINGLE, *[kind[i] for i in of if i is not ONE]])
            cells[part] = ("+" if op == "sum" and len(of) == 2 else op, of)
        made.append(part)
    if len(made) == 2:
        cells[total] = ("+", tuple(made))
