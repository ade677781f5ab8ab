import pytest

from micrograd_lab import live
from micrograd_lab.experiments.own_training import KIT
from micrograd_lab.experiments.worlds import Worlds, mean


@pytest.fixture
def view():
    return live.worlds(KIT, count=4)


def test_the_button_learns_in_all_worlds_and_the_means_stand_there(view):
    assert not view.tried
    assert "No world yet" in repr(view)
    view.button.click()
    expected = Worlds(KIT)
    expected.run(4)
    assert view.worlds.test.tolist() == expected.test.tolist()
    assert view.numbers()["new"] == f"{mean(expected.test).mean:.1f} ± {mean(expected.test).error:.1f}"
    assert view.first == (expected.train.mean(), expected.test.mean())


def test_a_setting_begins_anew_and_the_change_is_world_by_world(view):
    view.run()
    before = view.worlds.test
    view.boxes["alpha"].value = 0.03
    assert not view.tried
    view.run()
    change = mean(view.worlds.test - before)
    assert view.numbers()["new, change"] == f"{change.mean:+.1f} ± {change.error:.1f}"
    assert "Against the run before" in repr(view)
    view.run(3)
    assert view.changes() is None


def test_its_code_gives_the_same_view(view):
    view.set(width=4, steps=20)
    assert view.code() == "live.worlds(mine, width=4, steps=20, count=4)"
    view.run()
    *lines, last = view.code().splitlines()
    names = {"live": live, "mine": KIT}
    exec("\n".join(lines), names)
    assert repr(eval(last, names)) == repr(view)


def test_what_is_asked_for_is_looked_over(view):
    with pytest.raises(ValueError, match="steps is from 0 to 600"):
        live.worlds(KIT, steps=601)
    with pytest.raises(ValueError, match="width, alpha or steps"):
        view.set(depth=3)
    with pytest.raises(ValueError, match="run"):
        view.run(1)
