"""`=` for `+=` in some operations: which of them, at which operand, is told from what a graph's inputs get."""

from dataclasses import replace
from itertools import product

from ..judge import Misconception, same
from .engine import RIGHT
from .one_operation import OPERATIONS, WRITTEN

BOTH = ((0,), (1,), (0, 1))  # the operands at which it may stand, of an operation of two
MOST = 256  # ways that one program is tried in
LOST = "At {name} the gradient is replaced, not added to. What the input had got along another road is lost."
LOST_IN_SOME = (
    "In some of the operations here the gradient is replaced, not added to. What the input had got along another road "
    "is lost."
)


def replaces(run, programs, operations):
    """Whether some of these operations replace: `run(engine, case, program)` is a result, `programs(case)` are the
    programs that the learner's class may have made of a case."""

    def seen(case, result):
        return any(
            same(result, run(engine, case, program))
            for program in programs(case)
            for engine in _engines({_operation(step) for step in program["steps"]} & set(operations))
        )

    return seen


def misconceptions(run, programs):
    """One for each operation, then one for several at once."""
    for op in OPERATIONS:
        name = WRITTEN.get(op, op)
        says = LOST.format(name=name)
        yield Misconception(f"= in {name}", None, says, "write += there.", seen=replaces(run, programs, (op,)))
    yield Misconception(
        "= in some operations",
        None,
        LOST_IN_SOME,
        "write += in each of them, at both operands.",
        seen=replaces(run, programs, OPERATIONS),
    )


def _operation(step):
    return "**" if step[0].startswith("**") else {"radd": "+", "rmul": "*"}.get(step[0], step[0])


def _engines(operations):
    """All that replace somewhere in these operations, and nowhere else."""
    operations = sorted(operations)
    choices = [((), *(BOTH if op in "+*" else ((0,),))) for op in operations]
    for n, chosen in enumerate(product(*choices)):
        if any(chosen) and n < MOST:
            yield _replacing(dict(zip(operations, chosen, strict=True)))


def _replacing(places):
    def send(v, slopes):
        for n, (i, slope) in enumerate(zip(v.inputs, slopes, strict=True)):
            share = slope * v.grad
            i.grad = share if n in places.get(v.op, ()) else i.grad + share

    return replace(RIGHT, send=send)
