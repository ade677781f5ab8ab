import math

import pytest

from micrograd_lab import Value, live, losses
from micrograd_lab.draw.charts import Label, Line, Points
from micrograd_lab.experiments.duel import ARROWS, BY_HAND, DESCENT, MOVES, POINTS, SIDES, START
from micrograd_lab.live.views.duel.controls import arrow

PLANE, CURVES, BRICKS = range(3)


def names(panel):
    return [mark.name for mark in panel.marks if mark.name]


def letters(view):
    """The letters at the bricks, in their order."""
    labels = [mark.text for mark in view.panels()[BRICKS].marks if isinstance(mark, Label)]
    return [text for text in labels if text in view.duel.names]


def colours(view):
    return {mark.colour for mark in view.panels()[BRICKS].marks if isinstance(mark, Line)} - {"ink"}


def test_the_sliders_say_where_a_move_leads_and_the_button_makes_it():
    view = live.duel()
    view.sliders["w1"].value = 0.0
    assert view.duel.numbers == START
    assert "after this move" in names(view.panels()[PLANE])
    assert view.numbers()["next move"] == "0.500"
    view.parts.go.click()
    assert view.duel.numbers == (0.0, -1.0, 0.5)
    assert "By hand, move 1 of 5: the loss goes from 2.312 to 2.250." in view.message.value
    assert "after this move" not in names(view.panels()[PLANE])


def test_dragging_shows_no_loss_but_that_of_the_last_move():
    view = live.duel()
    before = view.losses, view.numbers()["loss"], view.parts.large.value
    view.set(w2=-0.5)
    assert (view.losses, view.numbers()["loss"], view.parts.large.value) == before


def test_a_move_that_is_too_long_stops_on_its_way_and_says_so():
    view = live.duel()
    view.set(w2=3.0)
    assert view.numbers()["next move"] == "0.754, not 4.000"
    view.move()
    assert view.numbers()["longest move"] == "0.754"
    assert math.dist(view.duel.numbers, START) == pytest.approx(view.duel.longest)
    assert "stopped on its way" in view.message.value
    assert view.boxes["w2"].value == pytest.approx(view.duel.numbers[1], abs=1e-3)


def test_a_move_that_goes_nowhere_is_none():
    view = live.duel()
    view.parts.go.click()
    assert view.duel.moves == 0
    assert "goes nowhere is none" in view.message.value


def test_a_round_ends_after_five_moves():
    view = live.duel()
    for n in range(MOVES + 1):
        view.set(b=0.4 - 0.1 * n)
        view.parts.go.click()
    assert view.duel.moves == MOVES
    assert "had its 5 moves" in view.message.value
    view.turn(2)
    assert view.duel.numbers == START
    assert view.boxes["b"].value == 0.5


def test_what_moves_the_loss_is_covered_in_round_1_and_open_from_round_2_on():
    view = live.duel()
    assert not any(box.value for box in view.parts.arrows.values())
    assert letters(view) == []
    assert "covered" in view.text()
    view.turn(2)
    assert letters(view) == [*"ABCD"] * 3
    assert "w1 larger makes the loss smaller; slope -0.125" in view.parts.arrows["w1"].value
    assert "the loss is level along b" in view.parts.arrows["b"].value
    assert "w1: A -0.5, B +0.25, C +0.25, D -0.125; together -0.125, so larger makes the loss smaller." in view.text()
    assert "b: A -0.25, B -0.25, C +0.25, D +0.25; together 0, so it stays." in view.text()


def tip(html):
    """Where the tip of an arrow stands, from the middle, in pixels."""
    places = html.split('points="')[1].split('"')[0].split()
    return float(places[3].split(",")[0]) - 70


def test_an_arrow_is_as_long_as_the_slope_and_leads_downhill():
    assert tip(arrow("w1", -0.5, 1.0)) == pytest.approx(31)
    assert tip(arrow("w1", 0.5, 1.0)) == pytest.approx(-31)
    assert tip(arrow("w1", 1.0, 1.0)) == pytest.approx(-62)
    assert 'fill="none"' in arrow("w1", -0.5, 1.0)
    assert 'fill="none"' not in arrow("w1", 0.5, 1.0)
    assert "polygon" not in arrow("w1", 0.0, 1.0)
    assert "▲ 0.001<" in arrow("w1", 0.0006462, 1.0)  # few digits, so that a sum stays within its column


def test_descent_steps_by_itself_and_nobody_else_moves_its_sliders():
    view = live.duel()
    view.parts.turns.value = DESCENT
    assert view.parts.go.description == "step downhill"
    assert all(control.disabled for control in view.parts.moved)
    for _ in range(MOVES):
        view.parts.go.click()
    assert [round(loss, 3) for loss in view.losses[DESCENT]] == [2.312, 1.366, 0.631, 0.175, 0.053, 0.031]
    assert "The round is over." in view.message.value
    view.parts.turns.value = ARROWS
    assert not any(control.disabled for control in view.controls)


@pytest.mark.parametrize("turn", [BY_HAND, ARROWS, DESCENT])
def test_a_round_that_is_over_announces_no_further_move(turn):
    view = live.duel()
    view.parts.turns.value = turn
    for n in range(MOVES):
        assert not view.parts.go.disabled
        view.sliders["w1"].value = view.duel.numbers[0] + 0.1 * (-1) ** n
        view.move()
    if turn != DESCENT:
        view.sliders["w1"].value = 3.0
    assert view.parts.go.disabled
    assert "after this move" not in names(view.panels()[PLANE])
    assert view.numbers()["next move"] == "none left"
    view.reset()
    assert not view.parts.go.disabled


def test_nothing_says_covered_in_a_round_that_is_open():
    view = live.duel()
    view.play(descent=MOVES)
    for n, covered in ((2, False), (3, False), (1, True)):
        view.turn(n)
        words = [mark.text for mark in view.panels()[BRICKS].marks if isinstance(mark, Label)]
        assert ("covered" in words) is covered
        assert not any("until" in word for word in words)


def test_the_three_rounds_lie_over_one_another():
    view = live.duel()
    view.play(hand=[(0.0, -1.0, 0.5)], arrows=[(-0.5, -0.5, 0.5), (-0.5, 0.0, 0.5)], descent=3)
    lines = {mark.name: mark for mark in view.panels()[CURVES].marks if isinstance(mark, Line)}
    assert [line.y for line in lines.values()] == [*view.losses.values()]
    assert list(lines) == ["hand", "arrows", "descent"]
    assert [len(view.losses[name]) for name in (BY_HAND, ARROWS, DESCENT)] == [2, 3, 4]
    assert len({(line.colour, line.dashed) for line in lines.values()}) == 3


@pytest.mark.parametrize("numbers", [START, (0.3, 0.2, -0.1), (-0.35, 0.5, 0.5)])
def test_its_pulls_add_up_to_backward(numbers):
    view = live.duel()
    view.duel.paths[BY_HAND].append(numbers)
    w1, w2, b = leaves = [Value(x) for x in numbers]
    losses.hinge([w1 * x1 + w2 * x2 + b for x1, x2 in POINTS], SIDES).backward()
    assert view.gradient() == tuple(leaf.grad for leaf in leaves)
    assert tuple(map(sum, zip(*view.pulls().values(), strict=True))) == view.gradient()


def test_a_chosen_point_alone_is_lit_by_click_by_list_and_from_code():
    view = live.duel()
    view.turn(2)
    assert colours(view) == {"orange", "blue"}
    click = {"phase": "press", "panel": 0, "x": 1.0, "y": -1.0, "x0": 1.0, "y0": -1.0, "key": "C"}
    view.pointed(click)
    assert (view.chosen, view.parts.points.value) == ("C", "C")
    assert "grey" in colours(view)
    assert "Only the pulls of C are lit." in view.text()
    grown = {m.key: m.size for m in view.panels()[PLANE].marks if isinstance(m, Points)}
    assert max(grown, key=grown.get) == "C"
    view.pointed({**click, "phase": "release"})
    assert view.chosen == "C"
    view.pointed(click)
    assert view.chosen == ""
    view.parts.points.value = "A"
    assert view.chosen == "A"


def test_start_again_is_the_start():
    view = live.duel()
    fresh = repr(view)
    view.play(hand=[(0.0, -1.0, 0.5)], descent=5)
    view.choose("B")
    view.parts.again.click()
    assert repr(view) == fresh
    assert view.losses == dict.fromkeys((BY_HAND, ARROWS, DESCENT), (2.3125,))


def test_its_code_gives_the_same_view():
    view = live.duel(points=[(1, 2), (0.5, -1), (-2, 0.25)], sides=[1, -1, -1], lr=0.3, seed=4)
    assert repr(eval(view.code(), {"live": live})) == repr(view)
    view.set(w1=1.0)
    view.move()
    view.turn(3)
    view.move()
    view.choose("B")
    found = {"live": live}
    exec(view.code(), found)
    assert repr(found["view"]) == repr(view)
    assert found["view"].chosen == "B"


def test_a_prediction_locks_it_and_its_third_round_stays_locked_afterwards():
    view = live.duel()
    view.turn(3)
    view.lock()
    assert all(control.disabled for control in view.controls)
    view.lock(False)
    assert {control for control in view.controls if control.disabled} == set(view.parts.moved)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"points": 3}, "points are 2 to 8 pairs"),
        ({"points": [(1, 2)]}, "points are 2 to 8 pairs"),
        ({"points": [(1, 2, 3), (1, 2, 3)]}, "points are 2 to 8 pairs"),
        ({"points": [(1, math.nan), (1, 2)]}, "points are 2 to 8 pairs"),
        ({"points": [(1, 2), (2, 1)]}, "one for each of the 2 points"),
        ({"sides": [1, 0, 1, 1]}, "sides are"),
        ({"lr": 0}, "lr is a number above 0"),
        ({"lr": "fast"}, "lr is a number above 0"),
        ({"points": [(0, 0), (0, 0)], "sides": [1, -1]}, "no slope"),
    ],
)
def test_arguments_are_looked_over(asked, found):
    with pytest.raises(ValueError, match=found):
        live.duel(**asked)


def test_what_is_asked_of_it_from_code_is_looked_over():
    view = live.duel()
    for wrong, found in (
        (lambda: view.set(w3=1), "w1, w2 and b; got w3"),
        (lambda: view.set(w1=9), "from -4 to 4"),
        (lambda: view.choose("Z"), "there are A, B, C, D"),
        (lambda: view.turn(4), "1, 2 and 3"),
        (lambda: view.play(descent=6), "5 moves"),
    ):
        with pytest.raises(ValueError, match=found):
            wrong()
    assert view.losses == live.duel().losses
