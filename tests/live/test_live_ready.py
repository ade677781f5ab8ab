"""live.ready: every part that the lessons need is tried out, and what is missing is said with what to do."""

import pytest

from micrograd_lab import live
from micrograd_lab.draw import layout
from micrograd_lab.live.learner import ready as ready_view


@pytest.fixture(autouse=True)
def own_journal(tmp_path, monkeypatch):
    monkeypatch.setenv("MICROGRAD_LAB_DATA", str(tmp_path))
    return tmp_path


def troubles():
    return {part.name: part.trouble for part in live.ready().parts if part.trouble}


def test_here_everything_is_there():
    view = live.ready()
    assert view.ready
    assert view.text().splitlines()[-1] == "Everything is there."
    assert "missing" not in view.list.value


def test_a_press_of_the_button_is_answered():
    view = live.ready()
    assert not view.heard
    view.button.click()
    assert view.heard
    assert "Python has heard you" in view.message.value


def test_a_package_that_is_missing_is_named(monkeypatch):
    monkeypatch.setattr(ready_view, "find_spec", lambda name: None if name == "anywidget" else object())
    assert troubles()["packages"].startswith("Not installed: anywidget. Close Jupyter and run `python3 start.py")


def test_a_package_that_only_later_lessons_need_is_named_and_stops_nobody(monkeypatch):
    monkeypatch.setattr(ready_view, "find_spec", lambda name: None if name == "sklearn" else object())
    view = live.ready()
    assert view.ready
    said = "Not installed: sklearn. Lessons 0 to 6 do without. Before lesson 7: Close Jupyter and run `python3 start.py"
    assert f"packages: {said}" in view.text()
    assert f"there: packages. {said}" in view.list.value
    assert view.text().splitlines()[-1] == "Everything is there that lessons 0 to 6 need."


def test_without_graphviz_the_drawing_of_graphs_is_missing(monkeypatch):
    monkeypatch.setattr(layout, "LAYOUTERS", {})
    (trouble,) = troubles().values()
    assert trouble.startswith("Nothing here lays them out, so they are words.")
    assert "start.py install" in trouble


def test_a_wrong_engine_is_noticed(monkeypatch):
    monkeypatch.setattr(ready_view.math, "tanh", lambda x: x)
    assert "engine: it calculates right" in troubles()


def test_a_journal_that_cannot_be_kept_is_said(own_journal, monkeypatch):
    (own_journal / "journal.jsonl").mkdir()
    assert "is a folder" in troubles()["journal, on this machine"]
    monkeypatch.setenv("MICROGRAD_LAB_JOURNAL", "off")
    assert "journal --on" in troubles()["journal, on this machine"]


def test_what_is_missing_is_told_in_words_and_on_screen(monkeypatch):
    monkeypatch.setattr(ready_view, "find_spec", lambda name: None)
    view = live.ready()
    assert "missing  packages" in view.text()
    assert view.text().splitlines()[-1] == "Some parts are missing."
    assert "Not installed: ipywidgets, anywidget." in view.list.value
