"""What happened, and what to try, where no misconception is known: an error, None, another shape than the one that is
looked for, a cell that failed."""

import math
import re

from .beside.run import LEARNERS, as_result
from .judge import in_words

IN_LINE, IN_FILE = " in your line {line}, `{code}`", " in line {line} of your {within}, `{code}`"
IN_CELL_OF = " in line {line}, `{code}`, of the cell that makes your `{made}`"
IN_CELL = " in line {line}, `{code}`, of your cell that begins with `{within}`"
CELL_FAILED = (
    "The last cell that should make `{name}` failed, so there is only what was there before. {error}{where}: {says}"
)
STILL_RUNNING = "Your code was still running after {seconds} seconds."
LATE = (
    "look for a loop whose condition never turns false, a function that calls itself for ever, or work that is done "
    "again and again."
)
ENDLESS = "A function went on calling itself{where}, until Python stopped it."
RAISED = "Your code raised {error}{where}: {says}"
NO_NUMBER = "It gave {thing}, which is no number."
OTHER_SHAPE, TEXT = "It gave {found}; asked is {wanted}.", "the text '{text}'"
LAZY = " Is there a `yield` in the place of a `return`?"
TAKES = "it is called with the inputs of the text, in their order: let it take just as many, as its first line did."
ITSELF = "`{name}` is your own function there, so it calls itself.{math}"
OF_MATH = " The one of math is math.{name}."
OTHER_INPUTS = "look how many inputs `{name}` takes where it is made, and give it just as many there."
MEND = "mend that line, run the cell, then run this one again."
UNKNOWN = "look how {name} is spelled where it is made, and whether that cell ran without an error."
UNKNOWN_IN_MATH = "write math.{name}; `import math` must have run before."
UNQUOTED = 'if {name} is text, it stands in quotes: `{left} = "{name}"`. If it is a name, look where it is made.'
POWER = "a power is written **: `{example}`. In Python ^ is another operation, and comes after + and *."
PRODUCT = "a product needs its sign: `{number} * {name}`."


def accident(result, says="", tries=""):
    """(what happened, what to try), for a result that shows no known misconception."""
    if isinstance(result, dict) and "error" in result:
        if result["error"] == "TimeUp":
            return (
                STILL_RUNNING.format(seconds=result.get("says", "many")),
                LATE,
            )
        where = _where(result)
        if result["error"] == "RecursionError":
            return (
                ENDLESS.format(where=where),
                "ask what ends the recursion, or use a loop.",
            )
        return (
            RAISED.format(error=result["error"], where=where, says=result.get("says", "")),
            _next(result) or "run the same input in a cell of its own, and read from the last line up.",
        )
    if result is None:
        return "It gave None.", "is a `return` missing?"
    if isinstance(result, dict) and set(result) == {"type"}:
        return NO_NUMBER.format(thing=in_words(result)), "look at what the last line returns."
    return says, tries or "work this case out by hand, and print what your code has after each line."


def _where(result):
    """Where in a learner's code it happened, in words; "" where that is not known."""
    if not {"line", "code"} <= result.keys():
        return ""
    if "within" not in result:
        return IN_LINE.format_map(result)
    if result["within"] == LEARNERS:
        return IN_FILE.format_map(result)
    made = re.match(r"(?:async )?(?:def|class) (\w+)", result["within"])
    if made:
        return IN_CELL_OF.format_map(result | {"made": made[1]})
    return IN_CELL.format_map(result | {"within": result["within"].rstrip(": ")})


def odd(result, wanted, tries):
    """(what was found and what is asked, what to try) where a result, or something in it, has another shape than the
    one that is looked for, or is text; () of any other."""
    found = _shape_in(result)
    if not found:
        return ()
    return OTHER_SHAPE.format(found=found, wanted=wanted) + (LAZY if found == "a generator" else ""), tries


def _shape_in(result):
    """The first shape, in words, that stands anywhere in a result; "" where there is none."""
    if isinstance(result, str):
        return TEXT.format(text=result[:40])
    if isinstance(result, dict):
        if isinstance(result.get("shape"), str):
            return result["shape"]
        return next(filter(None, (_shape_in(r) for name, r in result.items() if name[:1] != "_")), "")
    return next(filter(None, map(_shape_in, result)), "") if isinstance(result, list) else ""


def cell_failed(failure):
    """(what happened, what to try) for the Failure of the cell that should have made what is checked."""
    result = as_result(failure.error)
    if isinstance(failure.error, SyntaxError) and failure.error.text:
        error = failure.error
        result |= {"says": error.msg, "line": error.lineno, "code": error.text.strip()[:200]}
    where = _where(result)
    happened = CELL_FAILED.format(name=failure.name, error=result["error"], where=where, says=result["says"])
    return happened.rstrip(": "), _unquoted(result) or _next(result) or MEND


def _next(result):
    """What to try after an error whose words say enough; "" after any other."""
    says, code = str(result.get("says", "")), str(result.get("code", ""))
    unknown = re.match(r"name '(\w+)' is not defined", says)
    if result["error"] == "NameError" and unknown:
        name = unknown[1]
        return (UNKNOWN_IN_MATH if callable(getattr(math, name, None)) else UNKNOWN).format(name=name)
    if result["error"] == "TypeError" and re.search(r"positional argument|required keyword-only", says):
        return _takes(says.partition("(")[0].rpartition(".")[2], result.get("in"))
    if " for ^" in says or "^ is no power" in says:
        return POWER.format(example=code.replace("^", "**") if "^" in code else "a**2")
    product = re.search(r"(?<![\w.])(\d+\.?\d*)\s*([^\W\d]\w*)", code)
    if result["error"] == "SyntaxError" and product:
        return PRODUCT.format(number=product[1], name=product[2])
    return ""


def _takes(called, within):
    """What to try where a function was called with other inputs than it takes; `within` is the learner's function that
    called it, None where it was the check that called the learner's."""
    if within is None:
        return TAKES
    if called == within:
        return ITSELF.format(name=called, math=OF_MATH.format(name=called) if hasattr(math, called) else "")
    return OTHER_INPUTS.format(name=called)


def _unquoted(result):
    """What to try where the whole right side of a line is a name that Python does not know: text, perhaps."""
    line = re.fullmatch(r"(\w+)\s*=\s*([^\W\d]\w*)", str(result.get("code", "")))
    if result["error"] != "NameError" or not line:
        return ""
    return UNQUOTED.format(left=line[1], name=line[2])
