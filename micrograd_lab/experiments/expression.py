"""What a learner types as an expression: compiled, or answered with what to type instead."""

import ast
import operator
import re

from ..engine import OPS

FUNCTIONS = tuple(op.lower() for op in OPS if op.isalpha() and op != "neg")
PYTHONS = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}
CALCULATES = (*PYTHONS, ast.USub)
NUMBERS = (ast.BinOp, ast.UnaryOp, ast.Constant, *CALCULATES)
POWERS = {"sqrt": "0.5", "square": "2"}

ASKED, NOTHING = "y is an expression in {names}; got {expression}. {hint}", "nothing"
LIST = "{first} and {last}"
NO_INPUT = "It has no input in it: write one, as in {expression} * {name}."
UNKNOWN = "{name} is not an input here: use {names}."
TRUTH = "{part} is true or false, not a number: try {difference}."
CARET = "^ is not a power in Python: write {typed}."
SIGNS = "Calculate with + - * / and **."
DIVIDES = "{part} divides by 0: change the divisor."
LARGE = "{part} is larger than a float can be: use a smaller number."
PARTS = "Write inputs and numbers, and + - * / and ** between them."
EMPTY_BRACKETS = "{function} takes nothing in its brackets: write {owner}.{function}()."
BRACKETS = "{function} is called with brackets: write {owner}.{function}()."
PRODUCT = "A product needs its sign: write {left} * {right}."
METHOD = "{function} is a method here: write {inside}.{function}()."
POWER = "{function} is a power: write {inside}**{exponent}."
NO_FUNCTION = "There is no {asked} here: there are {functions}, as in {name}.tanh()."
PLAIN = "{owner}.{attribute} is a plain number, which forgets how it was made: write {owner}."
TYPE_ONE = "Type one, as {product}."
EQUALS = "Type only what stands right of the =."
RAISED = "A raised number is not a power in Python: write {typed}."
REMARK = "# begins a remark in Python: leave it out."
BRACKET = "A bracket is missing, or one too many."
UNREADABLE = "Python can't read it ({reason}): is a sign missing, or one too many?"


def compiled(expression, names):
    """The function of these inputs that an expression says, as "a * b + c". Raises with what to type instead."""
    expression, names = expression.strip(), list(names)
    try:
        tree = ast.parse(expression, mode="eval")
        hint = next(filter(None, (_hint(node, names) for node in _outside_in(tree.body))), "")
        if "#" in expression:
            hint = REMARK
        elif "^" in expression:  # Python reads a*b + d^2 as (a*b + d)^2, which nobody means
            hint = CARET.format(typed=expression.replace("^", "**"))
        elif not any(isinstance(node, ast.Name) for node in ast.walk(tree)):
            hint = NO_INPUT.format(expression=_around(tree.body), name=names[0])
    except (SyntaxError, ValueError) as error:
        hint = _misspelt(expression, names, error)
    if hint:
        raise ValueError(ASKED.format(names=_listed(names), expression=expression or NOTHING, hint=hint))
    code = compile(tree, "the expression", "eval")
    return lambda **inputs: eval(code, {"__builtins__": {}}, inputs)


def _hint(node, names):
    """What to type instead of this part of an expression; "" where nothing is wrong with it."""
    if isinstance(node, ast.Name):
        return "" if node.id in names else UNKNOWN.format(name=node.id, names=_listed(names))
    if isinstance(node, ast.Call):
        return _call_hint(node.func, node.args, names)
    if isinstance(node, ast.Attribute):
        return _attribute_hint(node, names)
    if isinstance(node, (ast.Compare, ast.BoolOp)) or isinstance(getattr(node, "op", None), ast.Not):
        return TRUTH.format(part=ast.unparse(node), difference=" - ".join([*names, "1"][:2]))
    if isinstance(node, (ast.BinOp, ast.UnaryOp)):
        return _numbers_hint(node) if isinstance(node.op, CALCULATES) else SIGNS
    return "" if isinstance(node, ast.Constant) else PARTS


def _numbers_hint(node):
    """What is wrong with plain numbers that are calculated, as 10**400; they are taken as floats."""
    if not all(isinstance(part, NUMBERS) for part in ast.walk(node)):
        return ""  # each other part has a hint of its own
    try:
        _as_number(node)
    except ZeroDivisionError:
        return DIVIDES.format(part=ast.unparse(node))
    except OverflowError:
        return LARGE.format(part=ast.unparse(node))
    except (TypeError, ValueError):
        return PARTS
    return ""


def _as_number(node):
    if isinstance(node, ast.UnaryOp):
        return -_as_number(node.operand)
    if isinstance(node, ast.BinOp):
        return PYTHONS[type(node.op)](_as_number(node.left), _as_number(node.right))
    return float(node.value)


def _call_hint(called, given, names):
    if isinstance(called, ast.Attribute):
        if called.attr in FUNCTIONS and given:
            return EMPTY_BRACKETS.format(function=called.attr, owner=_around(called.value))
        return "" if called.attr in FUNCTIONS else _attribute_hint(called, names)
    if not isinstance(called, ast.Name) or called.id in names:
        return PRODUCT.format(left=_around(called), right="({})".format(", ".join(map(ast.unparse, given))))
    inside = _around(given[0]) if given else names[0]
    if called.id in FUNCTIONS:
        return METHOD.format(function=called.id, inside=inside)
    if called.id in POWERS:
        return POWER.format(function=called.id, inside=inside, exponent=POWERS[called.id])
    return NO_FUNCTION.format(asked=called.id, functions=_listed(FUNCTIONS), name=names[0])


def _attribute_hint(node, names):
    owner = _around(node.value)
    if node.attr in FUNCTIONS:
        return BRACKETS.format(function=node.attr, owner=owner)
    if node.attr in ("data", "grad"):
        return PLAIN.format(attribute=node.attr, owner=owner)
    return NO_FUNCTION.format(asked=f"{owner}.{node.attr}", functions=_listed(FUNCTIONS), name=names[0])


def _misspelt(expression, names, error):
    if not expression:
        return TYPE_ONE.format(product=" * ".join([*names, "2"][:2]))
    if found := re.search(r"(?<![\w.])(\d+\.?\d*)\s*([^\W\d]\w*)", expression):
        return PRODUCT.format(left=found[1], right=found[2])
    if "=" in expression:
        return EQUALS
    if re.search("[²³]", expression):
        return RAISED.format(typed=expression.replace("²", "**2").replace("³", "**3"))
    if expression.count("(") != expression.count(")"):
        return BRACKET
    if "#" in expression:
        return REMARK
    reason = getattr(error, "msg", None) or error
    return UNREADABLE.format(reason=reason)


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
    return LIST.format(first=", ".join(first), last=last) if first else last
