"""A patient's instruments as a page of text, and what happens when it is trained."""

import copy

from ..outcome import Hint
from .network import instruments, trained
from .ward import PATIENTS, drawn

WIDTH, AT = 10, (0, 50, 100, 200)  # of a column, in signs; steps that are told
NOBODY = "asked: {name!r}, from the ward\nfound: nobody of that name\ntry:   one of {names}"
OUT = {"relu": "shut", "tanh": "saturated"}
NOT_YET = "{name}: treat gives no patient for this name yet."


def patient(name):
    """A patient of the page, as a dict that may be changed. ValueError where nobody has that name."""
    if name not in PATIENTS:
        raise ValueError(NOBODY.format(name=name, names=", ".join(PATIENTS)))
    return drawn(name, 0)


def examine(name, treat=None):
    """Its instruments, and the losses of its training, as text; after `treat`, where that is given."""
    one = patient(name)
    if treat is not None:
        found = treat(name, copy.deepcopy(one))
        if not isinstance(found, (tuple, list)) or len(found) != 2 or not isinstance(found[1], dict):
            return Hint(NOT_YET.format(name=name))
        one = found[1]
    return Hint("\n".join(_lines(name, one)))


def _lines(name, one):
    found, told = instruments(one), trained(one)
    layers = found["layers"]
    hidden = range(1, len(layers))
    yield "{name}: {activation}, rate {rate:g}".format(name=name, activation=one["activation"], rate=one["rate"])
    yield _line("", ["points", *("layer {n}".format(n=n) for n in hidden), "score"])
    yield _line("spread", [_short(found["inputs"]), *(_short(layer["spread"]) for layer in layers)])
    yield _line(OUT[one["activation"]], ["", *(_of(layer["out"], layer) for layer in layers[:-1])])
    yield _line("gradient", ["", *(_short(layer["gradient"]) for layer in layers)])
    yield _line("rows", ["", *(_of(layer["rows"], layer) for layer in layers)])
    yield _line("after step", map(str, AT))
    yield _line("loss", (_short(told[step][0]) for step in AT))
    yield _line("right", (_of(told[step][1], {"units": len(one["points"])}) for step in AT))


def _line(head, columns):
    return "  {head:<10}{columns}".format(head=head, columns="".join(x.rjust(WIDTH) for x in columns)).rstrip()


def _of(many, layer):
    return "{many} of {units}".format(many=many, units=layer["units"])


def _short(x):
    return "{x:.2g}".format(x=x) if abs(x) < 99.5 else "{x:.0f}".format(x=x) if abs(x) < 1e6 else "{x:.1e}".format(x=x)
