"""Names and formulas as a person reads them: brackets where they are needed, escapes for what can't be seen."""

import math
import random
from xml.etree import ElementTree

import pytest

from micrograd_lab import Value, draw, graph, live, written
from micrograd_lab.draw.charts import Axis, Bars, Cells, Label, Line, Panel, legible
from micrograd_lab.live.base.chart import Chart

CONTROL = [chr(n) for n in (*range(32), *range(127, 160), 0x2028, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF)]

# What a leaf may be called, where the name is text that Python can calculate.
LABELS = ("p", "q", "-p", "p + q", "p-q", "p * q", "p/q", "p**2", "-p * q", "abs(p)", "(p + q)", "w[0]", "p**-1", "")
FUNCTIONS = {
    "relu": lambda x: max(0.0, x),
    "tanh": math.tanh,
    "exp": math.exp,
    "log": math.log,
    "sigmoid": lambda x: 1 / (1 + math.exp(-x)),
}


def somewhere(chance):
    """A random graph over leaves with such labels, and the numbers of p, q and w."""
    at = {"p": round(chance.uniform(-2, 2), 2) or 1.0, "q": round(chance.uniform(-2, 2), 2) or 1.0, "w": [-1.5]}
    values = []
    for label in chance.sample(LABELS, 4):
        values.append(Value(eval(label, {}, at) if label else round(chance.uniform(-3, 3), 2), label))
    for _ in range(12):
        a, b = chance.choices(values, k=2)
        do = chance.choice(["+", "-", "*", "/", "**", "neg", "square", "root", *FUNCTIONS])
        try:
            made = {
                "+": lambda a, b: a + b,
                "-": lambda a, b: a - b,
                "*": lambda a, b: a * b,
                "/": lambda a, b: a / b,
                "**": lambda a, b: a**b,
                "neg": lambda a, b: -a,
                "square": lambda a, b: a**2,
                "root": lambda a, b: a**0.5,
            }.get(do, lambda a, b, do=do: getattr(a, do)())(a, b)
        except (ValueError, ZeroDivisionError, OverflowError):
            continue
        if abs(made.data) < 1e6:
            values.append(made)
    root = values[0]
    for v in values[1:]:
        root = root + v
    return root, at


@pytest.mark.parametrize("seed", range(40))
def test_a_formula_read_by_python_gives_the_number_of_its_record(seed):
    root, at = somewhere(random.Random(seed))
    records = graph.snapshot(root)
    names = {r.name: r.data for r in records if r.name.isidentifier()}
    for r in records:
        if r.inputs:
            found = eval(graph.formula(r, records), {"__builtins__": {"abs": abs}}, {**FUNCTIONS, **names, **at})
            assert found == pytest.approx(r.data, rel=1e-9, abs=1e-12), graph.formula(r, records)


@pytest.mark.parametrize(
    ("op", "names", "formula"),
    [
        ("**2", ["-3"], "(-3)**2"),
        ("neg", ["-3"], "-(-3)"),
        ("neg", ["a**2"], "-a**2"),
        ("neg", ["a * b"], "-(a * b)"),
        ("*", ["a + b", "2"], "(a + b) * 2"),
        ("*", ["2", "-3"], "2 * -3"),
        ("*", ["1e-05", "-1e-05"], "1e-05 * -1e-05"),
        ("-", ["a", "b - c"], "a - (b - c)"),
        ("-", ["a - b", "c"], "a - b - c"),
        ("/", ["a", "b * c"], "a / (b * c)"),
        ("**", ["-2", "-3"], "(-2) ** -3"),
        ("**", ["a ** b", "c"], "(a ** b) ** c"),
        ("**", ["a"], "a**?"),
        ("tanh", ["a + b"], "tanh(a + b)"),
        ("ReLU", ["a, b"], "relu((a, b))"),
        ("+", ["a", "b", "c"], "a + b + c"),
        ("+", ["a"], "a + a"),
        ("sum", ["a", "b", "c"], "sum(a, b, c)"),
        ("mse_loss", ["a", "b"], "mse_loss(a, b)"),
        ("", ["2", "-3"], "2 ? -3"),
        ("*", ["w[0]", "x[i + 1]"], "w[0] * x[i + 1]"),
        ("*", ["a = b", "\\alpha"], "(a = b) * \\alpha"),
        ("*", ["loss of a cat", "2"], "loss of a cat * 2"),
    ],
)
def test_brackets_stand_where_they_are_needed_and_nowhere_else(op, names, formula):
    assert written.formula(op, names) == formula


def test_what_was_meant_for_tex_shows_as_it_was_typed():
    typed = "\alpha \beta \theta \nu \rho \frac \vec"
    assert written.legible(typed) == r"\alpha \beta \theta \nu \rho \frac \vec"
    assert written.legible("\x1b\x00\x85\ud800") == r"\x1b\x00\x85\ud800"
    assert written.legible("größe ▲ 漢 \\n 👩\u200d🔬") == "größe ▲ 漢 \\n 👩\u200d🔬"


def well_formed(svg):
    assert not written.UNSEEN.search(svg.replace("\n", ""))
    return ElementTree.fromstring(svg.encode())


@pytest.mark.parametrize("character", CONTROL, ids=ascii)
def test_a_label_with_a_control_character_draws(character):
    a = Value(0.1, label=f"x{character}y")
    out = a * 2
    out.label = character
    picture = draw.graph(out, around=f"x{character}y", depth=1)
    words = "".join(well_formed(picture.svg).itertext())
    assert f"x{written.legible(character)}y" in words
    assert len(picture.text.splitlines()) == 3
    assert graph.find(graph.snapshot(out), written.legible(f"x{character}y")).number == 0


@pytest.mark.parametrize("character", ["\a", "\n", "\x1b", "\ud800"], ids=ascii)
def test_a_live_picture_of_such_a_label_is_xml_too(character):
    view = live.graph(lambda **given: given[f"x{character}"] * 2, **{f"x{character}": 2.0})
    well_formed(view.picture.svg)
    assert not written.UNSEEN.search(view.picture.sentence)
    well_formed(view.still()["image/svg+xml"])


@pytest.mark.parametrize("character", CONTROL, ids=ascii)
def test_a_chart_of_such_names_is_readable(character, tmp_path):
    name = f"x{character}y"
    axis = Axis(name, 0.0, 1.0, ticks=((0.5, name),))
    marks = Line(name, (0.0, 1.0), (0.0, 1.0)), Label(name, 0.5, 0.5), Bars("as it is", (0.5,), (0.5,))
    panel = Panel(name, axis, axis, (*marks, Cells("table", ((0.5,),), ((name,),))))
    chart = Chart()
    chart.show([panel], {})
    assert character not in str(chart.panels)
    assert r"x" + written.legible(character) + "y" in str(chart.panels).replace("\\\\", "\\")
    if character in "\a\x1b\ud800":
        draw.chart([panel]).save(tmp_path / "chart.svg")
        well_formed((tmp_path / "chart.svg").read_text(encoding="utf-8"))


def test_a_mark_without_such_names_stays_itself():
    line = Line("loss", (0.0, 1.0), (0.0, 1.0))
    assert legible(Panel("loss", Axis("x", 0, 1), Axis("y", 0, 1), (line,))).marks[0] is line
