"""Each form of an answer: by its controls and from code, its twin and still, and what it says is missing."""

import math
import re
from base64 import b64decode

import pytest

from micrograd_lab import Value, draw, journal, live
from micrograd_lab.live.learner.predict import said


def asked(form, outcome, view=None, **more):
    return live.predict(view, "What comes?", outcome, options=form, lesson="03", name="test", **more)


def missing(prediction, answer):
    prediction.commit(answer)
    assert prediction.answer is None
    assert prediction.lacking in prediction.text()
    return prediction.lacking


def kept():
    return [(p["answer"], p["outcome"], p["as_predicted"]) for p in journal.predictions()]


def test_an_order_is_made_by_pressing_and_a_second_press_takes_a_place_back():
    prediction = asked(live.ordering("y", "u", "t"), ("y", "u", "t"))
    for name in ("u", "y", "u", "u", "t"):
        prediction.entry.buttons[name].click()
    assert [button.description for button in prediction.entry.buttons.values()] == ["1. y", "2. u", "3. t"]
    prediction.button.click()
    assert prediction.answer == ("y", "u", "t")
    assert kept() == [("y → u → t", "y → u → t", True)]


def test_an_order_says_what_is_missing():
    prediction = asked(live.ordering("y", "u", "t"), ("y", "u", "t"))
    assert missing(prediction, ()).startswith("Nothing is in order yet.")
    assert missing(prediction, None).startswith("Nothing is in order yet.")
    assert missing(prediction, ["u"]).startswith("Still without a place: y, t.")
    assert missing(prediction, ["u", "u", "t"]).startswith("u → u → t is not an order of y, u, t")
    assert missing(prediction, "uyt").startswith("uyt is not an order")


def test_several_orders_may_be_right():
    right = [("a", "b", "c"), ("b", "a", "c")]
    for order, as_predicted in ((("a", "b", "c"), True), (("b", "a", "c"), True), (("c", "a", "b"), False)):
        prediction = asked(live.ordering("a", "b", "c"), right, answers={order: "This one."})
        prediction.commit(order)
        assert (prediction.right, prediction.form.told(prediction.happened)) == (as_predicted, "a → b → c")
        assert "This one." in prediction.text()


def test_points_are_spread_and_never_more_than_there_are():
    prediction = asked(live.betting(10, ["up", "down"]), "up", big=True)
    boxes = prediction.entry.boxes
    boxes["up"].value = 7
    boxes["down"].value = 9
    assert prediction.entry.value == {"up": 7, "down": 3}
    assert "All 10 chips are placed." in prediction.entry.left.value
    prediction.asking.reason.value = "It did before."
    prediction.button.click()
    assert (prediction.confidence, prediction.right) == ("fairly sure", True)
    assert kept() == [("7 on up, 3 on down", "up", True)]


def test_a_bet_says_how_sure_one_is():
    for bet, confidence, right in (((10, 0), "sure", True), ((5, 5), "a guess", False), ((1, 9), "sure", False)):
        prediction = asked(live.betting(10, ["up", "down"]), "up", big=True, answers={None: "Even.", "down": "Down?"})
        prediction.commit(dict(zip(("up", "down"), bet, strict=True)), reason="Why not?")
        assert (prediction.confidence, prediction.right) == (confidence, right)
        assert ("Even." in prediction.text()) == (bet != (1, 9))
        assert ("most of your chips lay elsewhere" in prediction.text()) == (bet == (5, 5))
        assert "a guess" not in prediction.text()  # nobody has said so


def test_a_bet_says_what_is_missing():
    prediction = asked(live.betting(10, ["up", "down"]), "up")
    assert missing(prediction, {"up": 4}).startswith("6 of 10 chips are left.")
    assert missing(prediction, {"up": 4, "down": 8}) == "That makes 12 chips, and there are 10. Take 2 back."
    for bet in ({"up": 10.5}, {"sideways": 10}, "up", None, {"up": -1, "down": 11}):
        assert "is no bet." in missing(prediction, bet)


def doubled():
    a = Value(2.0, "a")
    return a + a


def two():
    return Value(2.0, "a") + Value(2.0, "a")


def test_one_of_some_pictures_is_chosen_and_all_stand_in_the_still():
    form = live.pictures({"A": draw.graph(two()), "B": draw.graph(doubled()), "C & D": live.softmax()})
    prediction = asked(form, "B", answers={"A": "Two boxes that look alike."})
    still = prediction._repr_mimebundle_()["image/svg+xml"]
    assert re.findall(r"<text[^>]*>([^<]*)<", still) == ["A", "B", "C &amp; D"]
    images = re.findall(r'href="data:image/([a-z+]+);base64,([^"]*)"', still)
    assert [kind for kind, _ in images] == ["svg+xml", "svg+xml", "png"]
    assert b64decode(images[0][1]).startswith(b"<svg")
    assert missing(prediction, "") == "No answer is chosen yet. Choose A, B or C & D: a guess is enough."
    prediction.entry.value = "A"
    prediction.button.click()
    assert (prediction.entry.disabled, prediction.entry.happened) == (True, "B")
    assert "Two boxes that look alike." in prediction.text()
    assert kept() == [("A", "B", False)]


def test_the_pictures_are_told_in_the_twin():
    text = asked(live.pictures({"A": draw.graph(two()), "B": draw.graph(doubled())}), "B").text()
    assert text.count("a = 2") == 3  # two boxes in A, one in B


def divide(_view, typed):
    b = float(typed)
    return b == 1, f"y = {1 / (b - 1):g}" if b != 1 else "1 / 0 is no number."


def test_one_tries_until_it_breaks_and_each_try_is_kept():
    prediction = asked(live.breaking("3", "Type a number for b."), divide, live.softmax(), big=True)
    for typed, told in ((" 3 ", "It is still 3, as it was."), ("", "There is nothing yet.")):
        assert told in missing(prediction, typed)
    prediction.commit("x", reason="x is a letter.", confidence="sure")
    assert "That could not be tried. ValueError: could not convert" in prediction.status.value
    assert journal.entries() == []
    prediction.commit("0", reason="Zero breaks everything.", confidence="sure")
    assert "It holds. y = -1" in prediction.text()
    assert said.SURE in prediction.text()
    assert prediction.button.description == "try again"
    assert not prediction.view.controls[0].disabled
    prediction.entry.typed.value = "1"
    prediction.button.click()
    assert "It breaks. 1 / 0 is no number." in prediction.text()
    assert prediction.entry.typed.disabled
    prediction.commit("7")  # too late
    assert prediction.answer == "1"
    assert [right for _, _, right in kept()] == [False, True]
    assert journal.misses("09") == []


def pad(**more):
    return asked(live.drawing(-3, 3, -2, 2), math.tanh, **more)


def test_a_curve_says_what_is_missing():
    for answer, told in [
        (pad().entry.value, "There is no curve yet. Draw one from -3 to 3: a rough one is enough."),
        ([(0, 1)], "There is no curve yet."),
        ([(-3, 0), (1, 1)], "The curve reaches from -3 to 1, and is asked for from -3 to 3. Draw on."),
        ([(-3, 0), (-1, 0), (0, None), (1, None), (2, 0), (3, 1)], "The curve has a gap between x = -1 and 2."),
        (None, "That is no curve."),
        (3, "That is no curve."),
        ([(-3, "a"), (3, 1)], "That is no curve."),
        (lambda x: math.log(-9 - x), "That is no curve."),
    ]:
        assert missing(pad(), answer).startswith(told)


def test_a_curve_is_drawn_or_given_in_code_as_places_or_a_function():
    drawn = pad()
    drawn.entry.ys = [x / 3 for x in drawn.entry.places]
    drawn.button.click()
    for answer in ([(3, 1), (-3, -1)], lambda x: x / 3, lambda x: Value(x) / 3):
        given = pad()
        given.commit(answer)
        assert given.answer == pytest.approx(drawn.answer)
        assert given.entry.ys == pytest.approx(drawn.entry.ys)


def test_the_real_curve_is_laid_over_it_and_their_mean_distance_counts():
    exact = pad(answers={True: "Near.", False: "It bends."})
    exact.commit(math.tanh)
    line = pad(answers={True: "Near.", False: "It bends."}, within=0.2)
    line.commit(lambda x: x / 3)
    real = [math.tanh(x) for x in line.entry.places]
    assert line.entry.real == pytest.approx(real)
    assert line.entry.disabled
    apart = sum(abs(y - x / 3) for x, y in zip(line.entry.places, real, strict=True)) / len(real)
    assert line.happened.apart == pytest.approx(apart)
    assert (exact.right, line.right) == (True, False)
    assert "Near." in exact.text()
    assert "It bends." in line.text()
    assert kept()[1][0] == "-1 at -3, -0.5 at -1.5, 0 at 0, 0.5 at 1.5, 1 at 3"
    assert f"yours is {apart:.2g} away from it, on average" in kept()[1][1]


def test_where_the_real_curve_has_no_number_it_has_a_gap():
    prediction = asked(live.drawing(-1, 1, -5, 5), lambda x: 1 / x)
    prediction.commit(lambda x: 3 * x)
    assert prediction.entry.real[32] is None
    assert math.isfinite(prediction.happened.apart)
    assert re.search(r'class="real"[^>]* d="M[^M"]*M[^M"]*"', prediction._repr_mimebundle_()["image/svg+xml"])


def test_the_still_of_a_curve_shows_axes_then_yours_then_both():
    prediction = asked(live.drawing(-3, 3, -2, 2, y="<slope>"), math.tanh, live.softmax())
    seen = []
    for do in (lambda: None, lambda: prediction.commit([(-3, 0), (3, 0)])):
        do()
        seen.append(prediction._repr_mimebundle_()["image/svg+xml"])
    prediction.view.sliders[0].value += 0.1
    seen.append(prediction._repr_mimebundle_()["image/svg+xml"])
    assert [[svg.count(f'<path class="{name}"') for name in ("yours", "real")] for svg in seen] == [
        [0, 0],
        [2, 0],
        [2, 2],
    ]
    assert "&lt;slope&gt;" in seen[0]


def test_a_function_is_told_of_what_was_drawn():
    prediction = pad(answers=lambda drawn: "It ends low." if drawn[-1][1] < 0 else "It ends high.")
    prediction.commit([(-3, 1), (3, -1)])
    assert "It ends low." in prediction.text()


@pytest.mark.parametrize(
    ("form", "outcome", "answer"),
    [
        (live.ordering("u", "y"), ("y", "u"), ["u", "y"]),
        (live.betting(4, ["up", "down"]), "up", {"up": 1, "down": 3}),
        (live.pictures({"A": draw.graph(two()), "B": draw.graph(doubled())}), "B", "A"),
        (live.drawing(0, 1, 0, 1), lambda x: x, [(0, 1), (1, 0)]),
        (["up", "down"], "up", "down"),
        (None, 3.0, 4),
    ],
)
def test_the_outcome_waits_for_the_view_where_there_is_one_and_else_comes_at_once(form, outcome, answer):
    prediction = asked(form, outcome, live.softmax())
    assert all(control.disabled for control in prediction.view.controls)
    prediction.commit(answer)
    assert not any(control.disabled for control in prediction.view.controls)
    assert not prediction.compared
    assert "What happens" not in prediction.text()
    prediction.view.sliders[0].value += 0.1
    assert (prediction.compared, prediction.right) == (True, False)
    alone = asked(form, outcome)
    alone.commit(answer)
    assert alone.compared
    again = asked(form, outcome)
    said = str(again.form.said(alone.answer)).removesuffix(".0")  # a number as it was typed
    assert f"Last time you predicted {said}." in again.status.value
    assert again.answer is None


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: live.ordering("a"),
        lambda: live.ordering("a", "a"),
        lambda: asked(live.ordering("a", "b"), ("a",)),
        lambda: live.betting(0, ["a", "b"]),
        lambda: asked(live.betting(3, ["a", "b"]), "c"),
        lambda: live.pictures({"A": draw.graph(two())}),
        lambda: live.pictures({"A": 1, "B": 2}),
        lambda: asked(live.pictures({"A": "<svg/>", "B": "<svg/>"}), "C"),
        lambda: asked(live.breaking("1"), True),
        lambda: live.drawing(1, 0, 0, 1),
        lambda: asked(live.drawing(0, 1, 0, 1), 0.5),
    ],
)
def test_what_an_author_gives_by_mistake_is_told_in_three_parts(wrong):
    with pytest.raises((TypeError, ValueError)) as raised:
        wrong()
    assert re.search(r"got .+[.:] [A-Z].+\.$", str(raised.value).replace("\n", " ")), str(raised.value)
