"""Text, numbers and inputs as one types them, for the code of a view."""

import math
from keyword import iskeyword

from ..engine import Value

NO_NUMBER = "input {name} takes a number; got {found!r}. Try 2.0."


def quoted(text):
    """Text in quotes: double ones, where that is enough."""
    plain = not set(text) & set('"\\') and text.isprintable()
    return f'"{text}"' if plain else repr(text)


def number(x):
    """A number with all its digits, whatever kind it is."""
    x = float(x)
    return repr(x) if math.isfinite(x) else f'float("{x}")'


def inputs(texts):
    """{name: text} as arguments: a=2.0, b=-3.0, and **{"w[0]": 2.0} for what is no name in Python."""
    plain = [f"{name}={text}" for name, text in texts.items() if is_name(name)]
    odd = ", ".join(f"{quoted(name)}: {text}" for name, text in texts.items() if not is_name(name))
    return [*plain, *(["**{" + odd + "}"] if odd else [])]


def numbers(given):
    """{name: number} as arguments."""
    return inputs({name: number(x) for name, x in given.items()})


def option(name, text, inputs):
    """An option by its name; by its place alone, where an input has that name."""
    return text if name in inputs else f"{name}={text}"


def engine(cls, inputs):
    """The class of which inputs are made, as an argument; nothing where it is the kit's."""
    return [] if cls is Value else [f"engine={getattr(cls, '__name__', 'Value')}"]


def is_name(text):
    return text.isidentifier() and not iskeyword(text)


def one_number(name, x):
    """An input's number, as given; raises with what to type instead."""
    try:
        return float(x)
    except (TypeError, ValueError):
        raise TypeError(NO_NUMBER.format(name=name, found=x)) from None
