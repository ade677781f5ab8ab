"""What a learner types as an expression: compiled, or answered with what to type instead."""

import ast
import re

from ..engine import OPS

FUNCTIONS = tuple(op.lower() for op in OPS if op.isalpha() and op != "neg")
CALCULATES = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.Pow, ast.USub)
POWER = "^ is not a power in Python: write {typed}."
POWERS = {"sqrt": "0.5", "square": "2"}


def compiled(expression, names):
    """The function of these inputs that an expression says, as "a * b + c". Raises with what to type instead."""
    expression, names = expression.strip(), list(names)
    try:
        tree = ast.parse(expression, mode="eval")
        hint = next(filter(None, (_hint(node, names) for node in _outside_in(tree.body))), "")
        if "^" in expression:  # Python reads a*b + d^2 as (a*b + d)^2, which nobody means
            hint = POWER.format(typed=expression.replace("^", "**"))
        if not any(isinstance(node, ast.Name) for node in ast.walk(tree)):
            hint = f"It has no input in it: write one, as in {_around(tree.body)} * {names[0]}."
    except (SyntaxError, ValueError) as error:
        hint = _misspelt(expression, names, error)
    if hint:
        raise ValueError(f"y is an expression in {_listed(names)}; got {expression or 'nothing'}. {hint}")
    code = compile(tree, "the expression", "eval")
    return lambda **inputs: eval(code, {"__builtins__": {}}, inputs)


def _hint(node, names):
    """What to type instead of this part of an expression; "" where nothing is wrong with it."""
    if isinstance(node, ast.Name):
        return "" if node.id in names else f"{node.id} is not an input here: use {_listed(names)}."
    if isinstance(node, ast.Call):
        return _call_hint(node.func, node.args, names)
    if isinstance(node, ast.Attribute):
        return _attribute_hint(node, names)
    if isinstance(node, (ast.Compare, ast.BoolOp)) or isinstance(getattr(node, "op", None), ast.Not):
        return f"{ast.unparse(node)} is true or false, not a number: try {' - '.join([*names, '1'][:2])}."
    if isinstance(node, (ast.BinOp, ast.UnaryOp)):
        return "" if isinstance(node.op, CALCULATES) else "Calculate with + - * / and **."
    return "" if isinstance(node, ast.Constant) else "Write inputs and numbers, and + - * / and ** between them."


def _call_hint(called, given, names):
    if isinstance(called, ast.Attribute):
        if called.attr in FUNCTIONS and given:
            return f"{called.attr} takes nothing in its brackets: write {_around(called.value)}.{called.attr}()."
        return "" if called.attr in FUNCTIONS else _attribute_hint(called, names)
    if not isinstance(called, ast.Name) or called.id in names:
        return f"A product needs its sign: write {_around(called)} * ({', '.join(map(ast.unparse, given))})."
    inside = _around(given[0]) if given else names[0]
    if called.id in FUNCTIONS:
        return f"{called.id} is a method here: write {inside}.{called.id}()."
    if called.id in POWERS:
        return f"{called.id} is a power: write {inside}**{POWERS[called.id]}."
    return f"There is no {called.id} here: there are {_listed(FUNCTIONS)}, as in {names[0]}.tanh()."


def _attribute_hint(node, names):
    owner = _around(node.value)
    if node.attr in FUNCTIONS:
        return f"{node.attr} is called with brackets: write {owner}.{node.attr}()."
    if node.attr in ("data", "grad"):
        return f"{owner}.{node.attr} is a plain number, which forgets how it was made: write {owner}."
    return f"There is no {owner}.{node.attr} here: there are {_listed(FUNCTIONS)}, as in {names[0]}.tanh()."


def _misspelt(expression, names, error):
    if not expression:
        return f"Type one, as {' * '.join([*names, '2'][:2])}."
    if found := re.search(r"(?<![\w.])(\d+\.?\d*)\s*([^\W\d]\w*)", expression):
        return f"A product needs its sign: write {found[1]} * {found[2]}."
    if "=" in expression:
        return "Type only what stands right of the =."
    if re.search("[²³]", expression):
        return f"A raised number is not a power in Python: write {names[0]}**2."
    if expression.count("(") != expression.count(")"):
        return "A bracket is missing, or one too many."
    reason = getattr(error, "msg", None) or error
    return f"Python can't read it ({reason}): is a sign missing, or one too many?"


def _outside_in(tree):
    """Every part that is calculated: each after the part that it is in."""
    todo = [tree]
    for node in todo:
        yield node
        if isinstance(node, ast.Call):
            todo += [node.func.value] if isinstance(node.func, ast.Attribute) else []
        else:
            todo += [part for part in ast.iter_child_nodes(node) if isinstance(part, ast.expr)]


def _around(node):
    text = ast.unparse(node)
    return text if isinstance(node, (ast.Name, ast.Constant, ast.Call, ast.Attribute)) else f"({text})"


def _listed(names):
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
