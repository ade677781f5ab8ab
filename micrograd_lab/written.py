"""Names and formulas as a person reads them."""

import re

ESCAPES = {"\a": r"\a", "\b": r"\b", "\t": r"\t", "\n": r"\n", "\v": r"\v", "\f": r"\f", "\r": r"\r"}
# What XML has no place for, or a page shows as nothing: control characters, halves of pairs, and no characters at all.
UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")

# How tightly a name holds together, from what needs brackets everywhere to what never does; as in Python.
LOOSE, SUM, PRODUCT, SIGN, POWER, WHOLE = range(6)
APART = re.compile(r"[=<>|&^~,:;%@#±\u00d7÷·\u2212→]|//")
BINDS = {"+": SUM, "-": SUM, "*": PRODUCT, "/": PRODUCT}


def legible(name):
    """The name, with an escape for each character that can't be seen: "\\alpha" typed without r shows as \\alpha."""
    return UNSEEN.sub(lambda found: ESCAPES.get(found[0]) or ascii(found[0])[1:-1], name)


def formula(op, names):
    """How an operation writes what it makes of these names: "a * b", "tanh(n)", "(-3)**2"; brackets where needed."""
    if op == "neg":
        return f"-{_within(names[0], POWER)}"
    if op.startswith("**") and len(names) == 1:
        return f"{_within(names[0], WHOLE)}{op if op != '**' else '**?'}"
    if op == "**":
        return f"{_within(names[0], WHOLE)} ** {_within(names[1], SIGN)}"
    if op in BINDS:
        first, *others = names if len(names) > 1 else names * 2  # a set holds the a of a + a once
        return f" {op} ".join([_within(first, BINDS[op]), *[_within(name, BINDS[op] + 1) for name in others]])
    if len(names) == 2 and not re.search(r"\w", op):
        return f"{_within(names[0], SIGN)} {op or '?'} {_within(names[1], SIGN)}"
    return f"{op.lower() or '?'}({', '.join(_within(name, SUM) for name in names)})"


def _within(name, least):
    return name if _tightness(name) >= least else f"({name})"


def _tightness(name):
    """Of a number or a label: "x" and "tanh(x)" are whole, "-3" has a sign, "a + b" is a sum."""
    if re.fullmatch(r"\d+(\.\d*)?(e[+-]?\d+)?", name):
        return WHOLE
    outside, before = name.strip(), None
    while outside != before:  # what stands in brackets holds together
        outside, before = re.sub(r"\([^()]*\)|\[[^][]*\]|\{[^{}]*\}", "x", outside), outside
    if APART.search(outside):
        return LOOSE
    number = re.fullmatch(r"-\d+(\.\d*)?(e[+-]?\d+)?", outside)
    if not number and re.search(r"[^\s*/+-]\s*[+-]", outside):
        return SUM
    if re.search(r"(?<!\*)\*(?!\*)|/", outside):
        return PRODUCT
    return SIGN if outside[:1] in ("+", "-") else POWER if "**" in outside else WHOLE
