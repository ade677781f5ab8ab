"""All that a public name reaches says what it gives or does; and what crosses a room's door is annotated."""

import ast
import inspect
import pkgutil
from importlib import import_module
from pathlib import Path

import pytest

import micrograd_lab
from micrograd_lab import checks, journal, live

PACKAGE = Path(micrograd_lab.__file__).parent
ROOMS = {name: getattr(micrograd_lab, name) for name in micrograd_lab.__all__ if name != "live"}
ROOMS |= {"journal": journal, "checks": checks}
SIMPLE = (bool, int, float, str)
ANNOTATED = (
    *("graph", "task", "steps", "backward_steps", "datasets", "losses", "optim", "gradcheck", "nn.neuron"),
    *("journal.store", "journal.summary", "replay.field", "replay.fingerprint", "replay.recording"),
    *("replay.program", "replay.machines", "replay.running", "replay.recorder.maxima", "replay.recorder.wiring"),
    *("draw.graphs.__init__:Picture,graph", "draw.plot:Plot", "draw.fields", "draw.curves", "draw.chart_still"),
)


def own(x):
    """Whether it is made in this package."""
    return getattr(x, "__module__", "").startswith("micrograd_lab")


def names_of(module):
    """The public names of a module: those it lists, or those it makes."""
    made = [n for n, x in vars(module).items() if n[:1] != "_" and getattr(x, "__module__", "") == module.__name__]
    return getattr(module, "__all__", made)


def public():
    """{name: what is said of it} of each public class, function, method and property."""
    found = {"Value": micrograd_lab.Value}
    for room, module in ROOMS.items():
        if inspect.ismodule(module):
            found |= {f"{room}.{name}": getattr(module, name) for name in names_of(module)}
    for name in live.__all__:
        found[f"live.{name}"] = x = getattr(live, name)
        for place in _modules_of(x):
            # What is called, and the views and tables that come of it.
            found |= {f"live.{n}": c for n, c in vars(place).items() if n[:1] != "_" and inspect.isclass(c) and own(c)}
    found = {name: x for name, x in found.items() if own(x)}
    said = {name: described(x) for name, x in found.items()}
    for name, x in found.items():
        if inspect.isclass(x) and own(x):
            said |= {f"{name}.{n}": described(member, x) for n, member in _members(x)}
    return said


def _modules_of(function):
    module = import_module(getattr(function, "__module__", "builtins"))
    yield from (module,) if module.__name__.startswith("micrograd_lab") else ()
    above = module.__name__.rpartition(".")[0]
    if above.rpartition(".")[2] not in ("views", "learner") and above.startswith("micrograd_lab.live"):
        yield from (
            import_module(f"{above}.{found.name}") for found in pkgutil.iter_modules(import_module(above).__path__)
        )


def _members(kind):
    for name, x in vars(kind).items():
        field = name in getattr(kind, "__dataclass_fields__", ())
        if name[:1] != "_" and not field and (inspect.isfunction(x) or isinstance(x, property)):
            yield name, x


def described(x, kind=None):
    """What is said of it; a method that takes the place of one in a class above, of `kind`, may leave it to that."""
    if kind:
        above = (vars(base).get(_name(x)) for base in kind.__mro__)
        return next((m.__doc__ for m in above if isinstance(m, type(x)) and m.__doc__), "")
    text = x.__doc__ or ""
    generated = inspect.isclass(x) and text.startswith(f"{x.__name__}(")  # a NamedTuple's or dataclass's own
    return "" if generated else text


def _name(member):
    return (member.fget if isinstance(member, property) else member).__name__


PUBLIC = public()


def test_every_public_name_is_described():
    assert len(PUBLIC) > 150
    assert {"Value.relu", "live.softmax", "live.SoftmaxView.panels", "optim.SGD.step", "journal.path"} <= PUBLIC.keys()
    assert [name for name, text in PUBLIC.items() if not text] == []


def test_a_description_is_more_than_a_word_and_ends_as_a_sentence_does():
    for name, text in PUBLIC.items():
        first = text.split("\n\n")[0].strip()
        assert len(first.split()) > 2, name
        assert first[-1] in ".:?", name


def test_a_missing_description_is_noticed():
    class Above:
        known = False

        def said(self):
            """It is said here."""

    class Below(Above):
        def said(self):
            pass

        @property
        def known(self):
            return True

    members = dict(_members(Below))
    assert [bool(described(members[name], Below)) for name in ("said", "known")] == [True, False]


def signatures(place):
    """The public functions and methods of a file, or of the named ones in it, with those that make an object."""
    name, _, wanted = place.partition(":")
    tree = ast.parse((PACKAGE / (name.replace(".", "/") + ".py")).read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name[:1] != "_":
            if wanted and node.name not in wanted.split(","):
                continue
            inside = [node] if isinstance(node, ast.FunctionDef) else node.body
            for f in inside:
                if isinstance(f, ast.FunctionDef) and (f.name[:1] != "_" or f.name in ("__init__", "__call__")):
                    yield f


def unannotated(f):
    """What a signature leaves open: what is given back, and parameters whose default is a plain number, word or switch.

    A parameter that takes whatever behaves like a Value, a model, an order or a list of numbers stays bare.
    """
    given = [*f.args.posonlyargs, *f.args.args]
    with_default = [*zip(given[len(given) - len(f.args.defaults) :], f.args.defaults, strict=True)]
    with_default += [pair for pair in zip(f.args.kwonlyargs, f.args.kw_defaults, strict=True) if pair[1]]
    open_ = [
        arg.arg
        for arg, default in with_default
        if arg.annotation is None and isinstance(default, ast.Constant) and isinstance(default.value, SIMPLE)
    ]
    setters = any(ast.unparse(d).endswith(".setter") for d in f.decorator_list)
    return open_ + ["->"] * (f.returns is None and not setters and f.name not in ("__init__", "__call__"))


@pytest.mark.parametrize("place", ANNOTATED)
def test_what_crosses_a_rooms_door_is_annotated(place):
    found = list(signatures(place))
    assert found
    # An order is a name or a list of values.
    assert {f.name: unannotated(f) for f in found if unannotated(f)} in (
        {},
        {"backward_steps": ["order"], "gradients": ["order"]},
    )


def test_what_is_not_annotated_would_be_found():
    (f,) = ast.parse("def f(x, n=3, *, loud=False, to=None, at: float = 0.0): pass").body
    assert unannotated(f) == ["n", "loud", "->"]
