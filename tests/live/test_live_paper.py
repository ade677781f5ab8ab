import random

import pytest

from micrograd_lab import Value, live, nn
from micrograd_lab.draw.charts import Faces, Label, Line, Points
from micrograd_lab.experiments.paper import XOR
from micrograd_lab.live.views.paper.solid import GLASS, Above, Side, faces

ABOVE, SIDE = range(2)
THREE = [1, 0.3, -0.4, -0.3, 1, -0.2, 1, 1, -1.3, 1.2, 1.2, -2.4, -0.5]


def kind(panel, which):
    return [mark for mark in panel.marks if isinstance(mark, which)]


def message(phase, panel, x, y, key="", x0=0.0, y0=0.0):
    return {"phase": phase, "panel": panel, "x": x, "y": y, "x0": x0, "y0": y0, "key": key}


def sheets(count=30):
    """Sheets of two to four folds by chance."""
    chance = random.Random(2)
    for _ in range(count):
        k = chance.randint(2, 4)
        weights = [chance.uniform(-2, 2) for _ in range(3 * k)]
        yield live.paper([*weights, *(chance.choice((-4, -2, 3, 5)) for _ in range(k)), 0.0]).sheet


def inside(place, polygon):
    """Whether a place lies well inside a polygon, whichever way its corners go round."""
    turns = [
        (b[0] - a[0]) * (place[1] - a[1]) - (b[1] - a[1]) * (place[0] - a[0])
        for a, b in zip(polygon, (*polygon[1:], polygon[0]), strict=True)
    ]
    return all(turn > 1e-3 for turn in turns) or all(turn < -1e-3 for turn in turns)


@pytest.mark.parametrize("turn", [32, -100, 170])
def test_what_is_painted_last_at_a_place_of_the_picture_is_what_is_nearest(turn):
    """Against a ray from the eye: where it meets the plane of each cell, the nearest to the eye must be on top."""
    met = 0
    for sheet in sheets(20):
        camera = Side(sheet, turn)
        cells = camera.far_first(sheet)
        seen = [[camera.place(x1, x2, cell.score(x1, x2)) for x1, x2 in cell.corners] for cell in cells]
        chance = random.Random(1)
        for _ in range(200):
            place = chance.uniform(-1.4, 1.4), chance.uniform(-1.2, 1.2)
            here = [n for n, corners in enumerate(seen) if inside(place, corners)]
            away = {n: how_far(camera, cells[n], place) for n in here}
            if len(here) > 1:
                met += 1
                assert max(here) == min(here, key=away.get)
    assert met > 30  # so many places are seen through two pieces or more


def how_far(camera, cell, place):
    """How far beyond the middle of the table the ray through a place of the picture meets the plane of a cell."""
    across, up = place

    # The place is right * across + away * d, for the d at which the plane's height is what the picture says.
    def off(d):
        x1, x2 = (
            m + camera.half * (across * r + d * a)
            for m, r, a in zip(camera.middle, camera.right, camera.away, strict=True)
        )
        return camera.flat * d + camera.tall * cell.score(x1, x2) - up

    return -off(0.0) / (off(1.0) - off(0.0))


def test_from_above_a_place_is_drawn_where_it_is_and_from_the_side_as_high_as_its_score():
    sheet = live.paper().sheet
    assert Above(sheet).place(0.25, 0.75, 9.0) == (0.25, 0.75)
    camera = Side(sheet, 0.0)
    low, high = camera.place(0.5, 0.5, 0.0), camera.place(0.5, 0.5, 1.0)
    assert low == pytest.approx((0, 0))
    assert high[0] == pytest.approx(0)
    assert high[1] == pytest.approx(camera.tall)
    assert camera.place(1.5, 0.5, 0.0) == pytest.approx((1, 0))  # x1 goes to the right
    assert Side(sheet, 90.0).place(0.5, 1.5, 0.0) == pytest.approx((1, 0))  # turned by a quarter, x2 does


def test_the_glass_lies_between_what_is_below_it_and_what_is_above():
    for sheet in sheets():
        made = faces(sheet, Side(sheet, 32))
        assert made.fills.count(GLASS) == 1
        table = made.fills.index(GLASS)
        for n, fill in enumerate(made.fills):
            if fill != "none" and n != table:
                red, blue = int(fill[1:3], 16), int(fill[5:7], 16)
                assert (red > blue) == (n > table)  # orange is above, blue below


def test_folds_come_and_the_second_gets_the_last_corner():
    view = live.paper(made=0)
    found = []
    for made in (0, 0.5, 1, 1.5, 2):
        view.fold(made)
        found.append((view.pieces, view.right))
    assert found == [(1, 2), (2, 1), (2, 3), (3, 3), (3, 4)]
    assert "3 flat pieces</b>, 4 of 4 points right" in view.parts.large.value
    assert view.numbers()["at 1, 1"] == "-1.00, to be -1"


def test_play_folds_from_the_flat_sheet_on_and_stops_when_all_is_made():
    view = live.paper()
    view.parts.play.value = True
    view._asked(None, {"next": view.chart.frame}, [])
    assert (view.made, view.chart.playing) == (0, True)
    frames = 0
    while view.chart.playing:
        view._asked(None, {"next": view.chart.frame}, [])
        frames += 1
    assert (view.made, frames) == (2, 50)
    view.parts.one.click()
    assert view.made == 0
    view.parts.one.click()
    assert view.made == 1


START = [-0.8, 0.4, 0.3, 0.9, -0.5, -0.5, 0.5, 0.3, -0.4]  # lesson 7's, from which descent gets all four


def test_it_learns_a_step_a_frame_until_there_is_nothing_left_to_learn():
    view = live.paper(START)
    view.parts.learn.value = True
    assert view.parts.learn.description == "pause"
    frames = 0
    while view.chart.playing:
        view._asked(None, {"next": view.chart.frame}, [])
        frames += 1
    by_code = live.paper(START)
    by_code.learn(frames)
    assert view.folds == by_code.folds
    assert (view.right, view.loss < 1e-4) == (4, True)
    assert "It has learned these points" in view.message.value
    assert view.parts.learn.description == "let it learn"
    view.reset()
    assert view.folds == live.paper(START).folds


def test_only_one_of_two_plays():
    view = live.paper(START)
    view.parts.learn.value = True
    view.parts.play.value = True
    assert (view.parts.learn.value, view.chart.playing) == (False, True)
    view.parts.play.value = False
    assert not view.chart.playing


@pytest.mark.parametrize(
    ("numbers", "said"),
    [([1, 1, -5, 2, -1], "falls no further"), ([10, 10, 10, 10, 10, 10, 20, 20, 5], "too long here")],
)
def test_what_can_t_learn_stops_and_says_so(numbers, said):
    view = live.paper(numbers)
    view.parts.learn.value = True
    for _ in range(200):
        view._asked(None, {"next": view.chart.frame}, [])
    assert not view.chart.playing
    assert said in view.message.value


def test_what_is_moved_is_made():
    view = live.paper(made=0)
    view.choose(2)
    view.boxes["v"].value = -3.0
    assert (view.made, view.folds[1].v) == (2, -3.0)
    view.fold(1)
    view.set(out=-0.5)
    assert (view.made, view.out) == (1, -0.5)


def test_a_crease_is_dragged_and_turned_by_its_arrow():
    view = live.paper()
    (line,) = [mark for mark in kind(view.panels()[ABOVE], Line) if mark.key == "b 1"]
    assert (line.x, line.y) == ((-0.5, 1.5), (1.5, -0.5))
    view.pointed(message("press", 0, 0.5, 0.5, "b 1"))
    view.pointed(message("move", 0, 0.75, 0.75, "b 1"))
    assert view.chosen == 2
    assert view.folds[1] == (1, 1, -1.5, -4)
    assert view.boxes["b"].value == -1.5
    (tip,) = [mark for mark in kind(view.panels()[ABOVE], Points) if mark.key == "turn 1"]
    view.pointed(message("press", 0, tip.x[0], tip.y[0], "turn 1"))
    view.pointed(message("move", 0, 0.75, 1.5, "turn 1"))
    assert view.folds[1][:2] == pytest.approx((0, 2**0.5), abs=0.01)
    for end, place in zip(view.sheet.crease(1), ((-0.5, 0.75), (1.5, 0.75)), strict=True):
        assert end == pytest.approx(place, abs=0.01)


def test_a_drag_of_the_side_turns_it_and_goes_round():
    view = live.paper(turn=170)
    view.pointed(message("press", 1, 0.0, 0.0))
    view.pointed(message("move", 1, -0.35, 0.0))
    assert view.turned == -170
    before = view.panels()[SIDE].marks[0]
    assert isinstance(before, Faces)
    view.turn(32)
    assert view.panels()[SIDE].marks[0] != before


def test_one_more_fold_up_to_four():
    view = live.paper()
    view.parts.more.click()
    assert (len(view.folds), view.chosen, view.made) == (3, 3, 3)
    view.add(1.0, 0.0, -0.5, 1.0)
    view.parts.more.click()
    assert len(view.folds) == 4
    assert "up to 4 folds" in view.message.value
    view.reset()
    assert (len(view.folds), view.chosen, view.made) == (2, 1, 2)
    with pytest.raises(ValueError, match=r"w1 is a number from -3 to 3 here; got 7\."):
        view.add(7, 0, 0, 1)


def test_every_fold_s_numbers_come_back_on_the_sliders():
    view = live.paper(THREE)
    for n in (3, 1, 2):
        view.choose(n)
        shown = [view.boxes[name].value for name in ("w1", "w2", "b", "v")]
        assert shown == [*THREE[3 * (n - 1) : 3 * n], THREE[8 + n]]
    assert view.boxes["last bias"].value == -0.5


def test_values_and_networks_are_taken_as_they_are():
    assert live.paper([Value(x) for x in XOR]).code() == live.paper(list(map(int, XOR))).code() == "live.paper()"
    net = nn.MLP(2, [4, 1], seed=3)
    view = live.paper(net)
    assert view.sheet.score(0.3, -0.2) == pytest.approx(net([0.3, -0.2]).data)
    assert len(view.folds) == 4


class Otherwise:
    """A network of nine parameters that goes on with tanh."""

    def parameters(self):
        return [Value(x) for x in XOR]

    def __call__(self, xs):
        return (xs[0] + xs[1]) * 0.5


def test_a_network_that_is_no_sheet_is_told():
    with pytest.raises(ValueError, match="one hidden layer of ReLUs") as told:
        live.paper(Otherwise())
    assert [line.split(":")[0] for line in str(told.value).splitlines()] == ["asked", "found", "try"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"numbers": [1, 2, 3]}, "found: 3 numbers, where 1 to 4 ReLUs"),
        ({"numbers": [1, 2, 3, 4, "x"]}, "which is no number"),
        ({"numbers": [1, 2, 3, 4, float("inf")]}, "found: inf, which is no number"),
        ({"points": [(0, 1)]}, r"triples \(x1, x2, side\)"),
        ({"points": []}, "1 to 8 triples"),
        ({"points": [(0, 1, 2)]}, "side"),
        ({"made": 3}, "made is how many folds are made, from 0 to 2; got 3"),
        ({"made": True}, "got True"),
        ({"turn": 270}, "turn is from -180 to 180 degrees; got 270"),
    ],
)
def test_what_it_is_not_made_for_is_told(given, said):
    with pytest.raises(ValueError, match=said):
        live.paper(**given)


def test_other_names_and_places_are_told():
    view = live.paper()
    with pytest.raises(ValueError, match="w1, w2, b and v, and there is out; got w3"):
        view.set(w3=1)
    with pytest.raises(ValueError, match="b is a number from -3 to 3 here; got -9"):
        view.set(b=-9)
    with pytest.raises(ValueError, match="folds are numbered from 1 to 2; got 0"):
        view.choose(0)


def test_its_numbers_reach_as_far_as_what_was_given():
    view = live.paper([-14.7, 15.8, -15.1, -20.6, -26.1, -22.0, 1.2, 12.2, -0.5])
    view.choose(2)
    assert (view.boxes["w2"].value, view.boxes["w2"].min, view.boxes["v"].max) == (-26.1, -27, 13)


def test_the_text_twin_says_creases_pieces_and_where_each_point_stands():
    said = repr(live.paper())
    assert "From above: 3 flat pieces. Crease 1 runs from -0.5, 0.5 to 0.5, -0.5." in said
    assert "Where no fold is open: score = +0 x1 +0 x2 -1." in said
    assert "Where folds 1 and 2 are open: score = -2 x1 -2 x2 +3." in said
    assert "From the side, turned by 32 degrees, it lies between -3 and 1." in said
    assert "The point 1, 0 stands at 1 and should be above 0." in said
    assert "From above: one flat piece." in repr(live.paper(made=0))
    assert "Fold 1 makes no crease." in repr(live.paper(made=0))
    assert "Crease 1 lies beyond the sheet." in repr(live.paper([1, 0, 3, 1, 0]))


def test_creases_that_end_side_by_side_share_a_label():
    apart, together = live.paper().panels()[ABOVE], live.paper([1, 1, -1, 1, 1.02, -1, 1, 1, 0]).panels()[ABOVE]
    assert sorted(label.text for label in kind(apart, Label)) == ["1", "1", "2", "2"]
    assert [label.text for label in kind(together, Label)] == ["1, 2", "1, 2"]


@pytest.mark.parametrize(("turn", "named"), [(32, ["x1 →", "x2 →"]), (-32, ["← x2", "x1 →"]), (150, ["← x1", "x2 →"])])
def test_an_arrow_says_which_way_a_number_grows(turn, named):
    view = live.paper(turn=turn)
    labels = kind(view.panels()[SIDE], Label)
    assert sorted(label.text for label in labels) == sorted(named)
    camera, middle = Side(view.sheet, turn), (0.5, 0.5, 0.0)
    for label in labels:
        more = (1.5, 0.5, 0.0) if "x1" in label.text else (0.5, 1.5, 0.0)
        assert ("→" in label.text) == (camera.place(*more)[0] > camera.place(*middle)[0])


def test_a_point_on_the_wrong_side_is_marked():
    right, wrong = (kind(live.paper(made=made).panels()[SIDE], Points) for made in (2, 1))
    assert [mark.name for mark in right] == ["+1", "-1"]
    assert [mark.name for mark in wrong] == ["on the wrong side", "+1", "-1"]
    assert len(wrong[0].x) == 1


def test_the_code_makes_what_is_on_screen():
    view = live.paper(THREE, points=[(0, 0, 1), (1, 1, -1)], made=1.5, turn=-60)
    assert view.code().endswith("points=[(0.0, 0.0, 1.0), (1.0, 1.0, -1.0)], made=1.5, turn=-60)")
    assert repr(eval(view.code())) == repr(view)
    view = live.paper()
    view.set(fold=2, b=-1.25)
    scope = {"live": live}
    exec(view.code().removesuffix("\nview"), scope)
    assert repr(scope["view"]) == repr(view)
    assert scope["view"].chosen == 2


def test_a_third_fold_is_predicted_before_it_comes():
    view = live.paper(THREE, made=2)
    asked = live.predict(view, "How many?", 7, tried=lambda view: view.pieces >= 7)
    assert view.pieces == 4
    asked.commit(8)
    view.next()
    assert (asked.happened, asked.right) == (7, False)
