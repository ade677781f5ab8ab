"""A recording as plain data: what a machine runs. PROGRAM.md tells the format; each machine has its own rules.

Numbers stand in rows: rows of one number, the same for all samples, and rows with a number per sample. A group
computes some rows from others by one op. `check` refuses whatever is no program, with a sentence.
"""

import json
import math
from itertools import pairwise
from typing import NamedTuple

ROW_OPS = {"+": 2, "-": 2, "*": 2, "/": 2, "**": 2, "neg": 1, "ReLU": 1, "tanh": 1, "exp": 1, "log": 1, "sigmoid": 1}
SUMS = {"sum": 1, "max": 1, "dot": 2, "matrix": 2, "lookup": 2}  # these have lengths
MOST = 2**26  # rows: half a gigabyte of numbers, one sample each


class Rows(NamedTuple):
    """Where some numbers stand: all in rows with a number per sample (`many`), or all in rows of one number.

    Gradients go there if `moving`.
    """

    many: bool
    index: tuple
    moving: bool


class Group(NamedTuple):
    """Rows made by one op from the rows of one or two operands. `lengths` say how those are cut, () for row by row."""

    op: str
    result: Rows
    operands: tuple
    lengths: tuple = ()


class Refused(ValueError):
    """What is no program."""


class Program(NamedTuple):
    """What a machine runs. `heights` are how many rows of one number, and with a number per sample, there are.

    The first `parameters` of the former are the parameters, the first `inputs` of the latter the inputs.
    `constants` are ((row of one number, number), ...), `ones` the rows with a number per sample that hold 1.
    `root` is (many, row), the row whose mean over the samples has the gradient 1.
    """

    heights: tuple
    parameters: int
    inputs: int
    constants: tuple
    ones: tuple
    groups: tuple
    root: tuple


def exponent(op: str) -> float | None:
    """The exponent of a power with a fixed one, 2.0 for "**2"; None for any other op."""
    if not op.startswith("**") or op == "**":
        return None
    try:
        return float(op[2:])
    except ValueError:
        return None


def spaced(index) -> tuple | None:
    """(first, step) of row numbers that are evenly spaced, as (7, 2) of 7, 9, 11; None of others."""
    step = index[1] - index[0] if len(index) > 1 else 1
    return (index[0], step) if all(b - a == step for a, b in pairwise(index)) else None


def to_json(program: Program) -> str:
    """The program as text. What JSON has no number for, nan and the infinities, is text there too."""
    constants = [[row, x if math.isfinite(x) else repr(x)] for row, x in program.constants]
    return json.dumps(program._replace(constants=constants)._asdict(), separators=(",", ":"))


def from_json(text: str) -> Program:
    """The program of such a text, checked. ValueError says what is wrong with another."""
    try:
        found = json.loads(text)
        groups = tuple(
            Group(op, _rows(result), tuple(map(_rows, operands)), tuple(lengths))
            for op, result, operands, lengths in found["groups"]
        )
        constants = tuple((row, float(x) if x in ("nan", "inf", "-inf") else x) for row, x in found["constants"])
        numbers = {name: found[name] for name in ("parameters", "inputs")}
        lists = {name: tuple(found[name]) for name in ("heights", "ones", "root")}
    except (TypeError, ValueError, KeyError, RecursionError) as slip:
        found = type(slip).__name__
        raise ValueError(
            f"a program is text as to_json() writes it; reading this gave {found}. Record the graph again."
        ) from None
    return check(Program(constants=constants, groups=groups, **numbers, **lists))


def _rows(found):
    many, index, moving = found
    return Rows(many, tuple(index), moving)


def check(program: Program) -> Program:
    """The program itself, where a machine can run it. ValueError says what is wrong with another."""
    try:
        _check(program)
    except Refused:
        raise
    except (TypeError, ValueError, AttributeError, OverflowError) as slip:
        # Unpacking and comparing what has another shape than a program's.
        _refuse("is plain numbers, text and tuples", f"what gives {type(slip).__name__}: {slip}")
    return program


def _check(program):
    heights, parameters, inputs, constants, ones, groups, (many, root) = program
    _whole("heights", heights, MOST + 1)
    if len(heights) != 2:
        _refuse("has two heights", f"{len(heights)}")
    _whole("parameters and inputs", [parameters], heights[0] + 1)
    _whole("parameters and inputs", [inputs], heights[1] + 1)
    written = [bytearray(height) for height in heights]  # 1 where a number stands
    written[0][:parameters], written[1][:inputs] = bytes([1]) * parameters, bytes([1]) * inputs
    for row, number in constants:
        if type(number) is not float:
            _refuse("has constants that are floats", f"{number!r}")
        _write("a constant", written[0], [row])
    _write("a row of ones", written[1], ones)
    for n, group in enumerate(groups):
        _check_group(f"group {n}, {group.op!r}", group, written, inputs)
    if type(many) is not bool:
        _refuse("has a root (many, row)", f"({many!r}, {root!r})")
    _read("the root", written[many], [root])


def _check_group(name, group, written, inputs):
    op, result, operands, lengths = group
    known = type(op) is str and (op in ROW_OPS or op in SUMS or exponent(op) is not None)
    if not known:
        _refuse(f"knows {', '.join([*ROW_OPS, *SUMS])}", f"{name}")
    if len(operands) != (SUMS.get(op) or ROW_OPS.get(op, 1)):
        _refuse("gives each op its operands", f"{len(operands)} in {name}")
    for rows in (result, *operands):
        if type(rows.many) is not bool or type(rows.moving) is not bool:
            _refuse("says of rows whether they are many and moving", f"{rows.many!r} and {rows.moving!r} in {name}")
    for rows in operands:
        _read(name, written[rows.many], rows.index)
    if result.many != any(rows.many for rows in operands):
        _refuse("has a number per sample where an operand has", f"another kind of result in {name}")
    _check_lengths(name, op, len(result.index), [len(rows.index) for rows in operands], lengths)
    if op == "lookup" and not (operands[0].many and all(row < inputs for row in operands[0].index)):
        _refuse("looks up by inputs", f"another choice in {name}")
    if (op == "max" and (result.moving or operands[0].moving)) or (op == "lookup" and operands[0].moving):
        _refuse("sends no gradient through a maximum or to a choice", f"one that is moving in {name}")
    _write(name, written[result.many], result.index)


def _check_lengths(name, op, results, terms, lengths):
    if op == "matrix":
        _whole(f"lengths of {name}", lengths, MOST, least=1)
        if len(lengths) != 3:
            _refuse("gives a matrix product m, p and k", f"{len(lengths)} lengths in {name}")
        m, p, k = lengths
        fits = (results, *terms) == (m * p, m * k, p * k)
    elif op in SUMS:
        _whole(f"lengths of {name}", lengths, MOST, least=1)
        fits = len(lengths) == results > 0
        fits = fits and terms == ([results, sum(lengths)] if op == "lookup" else [sum(lengths)] * len(terms))
    else:
        fits = lengths == () and results > 0 and set(terms) == {results}
    if not fits:
        _refuse("has as many rows as its lengths say", f"{terms} for {results} results in {name}")


def _read(name, written, index):
    _whole(f"rows of {name}", index, len(written))
    if not all(map(written.__getitem__, index)):
        row = next(row for row in index if not written[row])
        _refuse("reads what stands there", f"row {row} in {name}, before it is made")


def _write(name, written, index):
    _whole(f"rows of {name}", index, len(written))
    if any(map(written.__getitem__, index)) or len(set(index)) < len(index):
        _refuse("writes each row once", f"one that is written twice, by {name}")
    for row in index:
        written[row] = 1


def _whole(name, numbers, end, least=0):
    if not isinstance(numbers, (tuple, list)) or set(map(type, numbers)) - {int}:
        _refuse("counts in whole numbers", f"others for {name}")
    if numbers and not (min(numbers) >= least and max(numbers) < end):
        _refuse(f"has {name} from {least} to {end - 1}", f"{min(numbers)} to {max(numbers)}")


def _refuse(asked, found):
    raise Refused(f"a program {asked}; got {found}. Record the graph again.")
