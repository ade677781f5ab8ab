"""live.loop without a browser, against a loop in NumPy by hand."""

import math

import numpy as np
import pytest

from micrograd_lab import Value, datasets, live, losses, nn, replay
from micrograd_lab.experiments.loop import ORDER, XS, YS, Loop, name_of


class ByHand:
    """The same four presses on matrices: W, b of three layers, tanh between them."""

    def __init__(self, parameters, lr):
        self.p, self.g, self.lr, self.graph = parameters.copy(), np.zeros(41), lr, None

    def split(self, p):
        first = 0
        for nin, nout in ((3, 4), (4, 4), (4, 1)):
            rows = p[first : (first := first + nout * (nin + 1))].reshape(nout, nin + 1)
            yield rows[:, :nin], rows[:, nin]

    def forward(self):
        h, seen = np.array(XS).T, []
        for n, (W, b) in enumerate(self.split(self.p.copy())):
            seen.append((h, W))
            h = W @ h + b[:, None]
            h = h if n == 2 else np.tanh(h)
        self.graph, self.loss = (seen, h), np.mean((h[0] - YS) ** 2)

    def zero(self):
        self.g = np.zeros(41)

    def backward(self):
        seen, out = self.graph
        d, parts = 2 * (out - YS) / 4, []
        for h, W in reversed(seen):
            parts.insert(0, np.hstack([d @ h.T, d.sum(axis=1, keepdims=True)]).ravel())
            d = (W.T @ d) * (1 - h**2)  # the first layer's is not used
        self.g = self.g + np.concatenate(parts)

    def update(self):
        self.p = self.p - self.lr * self.g


@pytest.mark.parametrize("order", [ORDER * 3, ["forward", *np.random.default_rng(1).choice(ORDER, 40)]])
def test_every_order_leaves_what_it_leaves_by_hand(order):
    view = live.loop(lr=0.1, seed=3)
    hand = ByHand(view.loop.data[0], 0.1)
    for k, name in enumerate(order, 1):
        view.buttons[name].click()
        getattr(hand, name)()
        assert view.loop.data[k] == pytest.approx(hand.p)
        assert view.loop.grad[k] == pytest.approx(hand.g)
        assert view.loop.loss.data == pytest.approx(hand.loss)


def test_the_gradient_is_the_measured_slope():
    loop = Loop(0.1, seed=1)
    for name in ("forward", "backward"):
        loop.press(name)
    before, h = loop.loss.data, 1e-6
    for n, parameter in enumerate(loop.parameters):
        parameter.data += h
        loop.press("forward")
        assert loop.grad[-1][n] == pytest.approx((loop.loss.data - before) / h, abs=1e-4)
        parameter.data -= h


def test_two_updates_on_one_backward_move_twice_as_far_and_the_loss_is_of_before():
    view = live.loop()
    view.press("forward", "zero", "backward", "update")
    assert view.sentence == ""
    assert view.numbers()["loss"] == "1.1313, of the parameters before the last update"
    view.press("update")
    assert "just as far" in view.sentence
    start, once, twice = (view.loop.data[k] for k in (0, 4, 5))
    assert twice - once == pytest.approx(once - start)
    assert view.numbers()["loss"] == "1.1313, of the parameters before the last 2 updates"
    assert "just as far" in view.text()


@pytest.mark.parametrize(
    ("presses", "said"),
    [
        (("backward",), "needs a graph"),
        (("forward", "backward", "backward"), "the same gradients once more: 2 backward"),
        (("forward", "backward", "update", "backward"), "from before the last update"),
        (("forward", "backward", "update", "forward", "backward"), "added to older ones: 2 backward"),
        (("forward", "backward", "zero"), "before an update used them"),
        (("forward", "backward", "zero", "update"), "moves nothing"),
        (("update",), "moves nothing"),
        (("forward", "backward", "update", "update"), "same gradients and moves the parameters again, just as far"),
        (("forward", "zero", "backward", "update", "forward", "zero"), ""),
        (("forward", "forward"), ""),
    ],
)
def test_an_unusual_order_is_put_in_words(presses, said):
    view = live.loop()
    view.press(*presses)
    assert said in view.sentence
    assert said or not view.sentence
    assert said in view.message.value.replace("&#x27;", "'")


def test_backward_without_a_graph_is_no_press():
    view = live.loop()
    view.press("backward")
    assert view.loop.presses == []
    assert view.numbers()["loss"] == "not computed yet"


def test_zero_between_backward_and_update_moves_nothing():
    view = live.loop()
    view.press("forward", "backward", "zero", "update")
    assert np.array_equal(view.loop.data[0], view.loop.data[-1])
    assert view.loop.moves == [0.0]


def test_forgetting_lets_gradients_add_up():
    view = live.loop(forget=True)
    view.count.value = 5
    view.whole.click()
    assert view.loop.calls == 5
    assert view.numbers()["backward() since zero"] == 5
    assert "5 backward() calls have added up" in view.sentence
    view.forget.value = False
    view.press("zero")
    assert view.loop.calls == 0
    assert not view.loop.grad[-1].any()


def test_reset_starts_again_from_the_same_weights_and_keeps_the_last_run():
    view = live.loop()
    start, first = view.loop.data[0], view.loop
    view.step(3)
    view.again.click()
    assert np.array_equal(view.loop.data[0], start)
    assert view.before is first
    assert view.chart.panels[0]["marks"][0]["name"] == "the run before"
    view.again.click()
    assert view.before is first


def test_code_makes_what_is_on_screen():
    view = live.loop(lr=0.01, seed=2)
    view.press("forward", "zero")
    view.step(4)
    view.rate.value = 0.2
    view.press("backward", "update")
    view.reset()
    view.forget.value = True
    view.step(2)
    view.step(3)
    view.number.value = 40
    made = {"live": live}
    exec(view.code(), made)
    assert made["view"].text() == view.text()
    assert "view.step(5)" in view.code()
    assert live.loop().code() == "view = live.loop(lr=0.05, forget=False, parameter=2, seed=1)\nview"


def test_an_exploding_run_stops_says_so_and_can_be_reset():
    view = live.loop(lr=10.0)
    view.step(60)
    view.step(60)
    view.step(60)
    assert not view.loop.finite
    assert "Lower the learning rate and reset" in view.sentence
    assert view.numbers()["loss"].startswith("inf")
    assert view.still()["image/png"]
    assert "inf" in view.text()
    view.press("zero", "backward")
    view.again.click()
    assert view.sentence == ""
    assert view.loop.finite


def test_not_a_number_is_shown_as_such():
    view = live.loop()
    view.loop.parameters[0].data = math.nan
    view.press("forward", "backward")
    assert view.numbers()["loss"] == "nan"
    assert view.numbers()["its grad"] == "nan"


def test_a_prediction_locks_all_controls():
    view = live.loop()
    guarded = live.predict(view, "?", "b", options=["a", "b"])
    assert all(control.disabled for control in view.controls)
    assert {*view.buttons.values(), view.whole, view.again, view.forget, view.lr, view.number} <= set(view.controls)
    guarded.commit("a")
    assert not any(control.disabled for control in view.controls)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [({"lr": 0.0}, "greater than 0; got 0"), ({"lr": math.nan}, "got nan"), ({"parameter": 41}, "0 to 40; got 41")],
)
def test_what_cannot_be_shown_is_told_what_to_try(arguments, said):
    with pytest.raises(ValueError, match=said):
        live.loop(**arguments)


def test_an_unknown_button_is_refused_by_name():
    with pytest.raises(ValueError, match="forward, zero, backward, update; got 'step'"):
        live.loop().press("step")


def test_a_parameter_is_named_as_one_types_it():
    model = nn.MLP(3, [4, 4, 1], seed=1)
    for n, parameter in enumerate(model.parameters()):
        assert eval(f"model.{name_of(n, model)}") is parameter


def test_without_zero_grad_is_better_at_a_low_rate_and_worse_at_a_higher_one():
    """60 steps on the lecture's four examples, 30 starts. At 0.01 the two are about even."""
    better = {}
    for lr in (0.001, 0.05):
        ends = {}
        for forget in (False, True):
            ends[forget] = [Loop(lr, seed) for seed in range(30)]
            for loop in ends[forget]:
                for _ in range(60):
                    for name in ORDER:
                        loop.press(name, forget)
                loop.press("forward")
        better[lr] = sum(a.loss.data < b.loss.data for a, b in zip(ends[True], ends[False], strict=True))
    assert better[0.001] >= 27
    assert better[0.05] <= 1


def test_on_moons_too():
    """60 steps, hinge loss, 2-8-8-1 with ReLU, 100 points: better in most of 30 starts at 0.01, worse at 0.5."""
    data = datasets.moons(100, noise=0.1, seed=1)
    ends = {
        (lr, forget): [_trained(data, seed, lr, forget) for seed in range(30)]
        for lr in (0.01, 0.5)
        for forget in (0, 1)
    }
    better = {lr: sum(a < b for a, b in zip(ends[lr, 1], ends[lr, 0], strict=True)) for lr in (0.01, 0.5)}
    assert better[0.01] >= 25
    assert better[0.5] <= 5
    assert np.median(ends[0.01, 1]) < 0.4 < 0.5 < np.median(ends[0.01, 0])
    assert np.median(ends[0.5, 1]) > 4 * np.median(ends[0.5, 0])


def _trained(data, seed, lr, forget):
    model = nn.MLP(2, [8, 8, 1], seed=seed)
    leaves = [Value(1.0), Value(0.0), Value(0.0)]
    recorded = replay.record(losses.hinge([model(leaves[1:])], leaves[:1]), leaves, model.parameters())
    columns, grad = (data.y, *data.X.T), 0.0
    for _ in range(60):
        recorded.forward(*columns)
        recorded.backward()
        grad = (grad if forget else 0.0) + recorded.parameter_grads
        for parameter, step in zip(model.parameters(), lr * grad, strict=True):
            parameter.data -= float(step)
    return float(np.mean(recorded.forward(*columns)))
