"""Functions that take inputs by name, whatever the names are."""

import re
from functools import wraps
from inspect import Parameter, signature

from .engine import Value, topological_order


def any_name(make):
    """make(f, inputs, ...) as a function of (f, ..., **inputs), where an input may be called as an option is.

    A name that f itself has is an input: "limit * 2" and lambda limit: limit * 2 have limit. All other names that
    are options stay options.
    """
    first, _, *rest = signature(make).parameters.values()
    options = {p.name for p in rest if p.kind is not Parameter.VAR_POSITIONAL}
    start = [] if first.default is Parameter.empty else [first.default]

    @wraps(make)
    def taking(*args, **named):
        f, *more = args or start or _missing(make)
        own = names_of(f) if options & named.keys() else ()
        inputs = {name: x for name, x in named.items() if name not in options or name in own}
        return make(f, inputs, *more, **{name: x for name, x in named.items() if name not in inputs})

    last = Parameter("inputs", Parameter.VAR_KEYWORD)
    taking.__signature__ = signature(make).replace(
        parameters=[first.replace(kind=Parameter.POSITIONAL_ONLY), *rest, last]
    )
    return taking


def names_of(f):
    """The names that an expression, a function or a graph has of its own."""
    if isinstance(f, str):
        return set(re.findall(r"[^\W\d]\w*", f))
    if callable(f):
        try:
            parameters = signature(f).parameters.values()
        except (TypeError, ValueError):  # one written in C has none to read
            return set()
        return {p.name for p in parameters if p.kind in (Parameter.POSITIONAL_OR_KEYWORD, Parameter.KEYWORD_ONLY)}
    return {v.label for v in topological_order(f)} if isinstance(f, Value) else set()


def _missing(make):
    what = next(iter(signature(make).parameters))
    raise TypeError(f"{make.__name__} takes {what} first; got no {what}. Try {make.__name__}({what}, a=2.0).")
