"""What each of the 24 orders does, against loops typed out here and against what old gradients must do."""

from collections import Counter

import pytest

from micrograd_lab import Value, losses, nn
from micrograd_lab.experiments.loop import XS, YS
from micrograd_lab.experiments.loop_orders import (
    KINDS,
    OLD,
    ORDERS,
    RATE,
    RIGHT,
    ROUNDS,
    SEED,
    WHOLE,
    differs,
    kind,
    loss_if_it_were,
    parameters_if_it_were,
    rounds,
)

SORTED = {
    "same": "fzbs zfbs fbsz",
    "late": "zbsf bsfz bszf sfzb szfb",
    "old": "fszb zbfs bfsz szbf",
    "dead": "fzsb fbzs fsbz zfsb zsfb zsbf bfzs bzfs bzsf sfbz sbfz sbzf",
}


def typed(order, parameters, loss_of, rate, times):
    """The parameters after each round, as a learner would type the loop; a backward without a loss is left out."""
    loss, after = None, [tuple(p.data for p in parameters)]
    for _ in range(times):
        for card in order:
            if card == "f":
                loss = loss_of()
            elif card == "z":
                for p in parameters:
                    p.grad = 0.0
            elif card == "b" and loss is not None:
                loss.backward()
            elif card == "s":
                for p in parameters:
                    p.data -= rate * p.grad
        after.append(tuple(p.data for p in parameters))
    return after


def lecture():
    model = nn.MLP(3, [4, 4, 1], activation="tanh", seed=SEED)
    return model.parameters(), lambda: losses.mean_squared_error([model(x) for x in XS], YS)


def neuron():
    """One neuron and two points that pull its weight opposite ways."""
    w, b = Value(0.5), Value(0.0)
    return [w, b], lambda: sum(((w * x + b).tanh() - y) ** 2 for x, y in ((1.0, 1.0), (2.0, -1.0)))


def test_the_24_are_3_the_same_5_late_12_dead_and_4_by_old_gradients():
    assert len(ORDERS) == 24
    assert {name: {o for o in ORDERS if kind(o) == name} for name in KINDS} == {
        name: {*orders.split()} for name, orders in SORTED.items()
    }


@pytest.mark.parametrize("order", ORDERS)
def test_each_order_does_what_it_does_typed_out(order):
    assert rounds(order).after == typed(order, *lecture(), RATE, ROUNDS)


@pytest.mark.parametrize("order", ORDERS)
def test_an_order_is_of_the_same_kind_on_another_problem_and_at_another_rate(order):
    right, here = (typed(which, *neuron(), 0.1, ROUNDS) for which in (RIGHT, order))
    found = {"same": here == right, "late": here == [right[0], *right[:-1]], "dead": len({*here}) == 1}
    assert [name for name, so in found.items() if so] == [kind(order)] * (kind(order) != "old")


def gradient(at):
    parameters, loss_of = lecture()
    for p, x in zip(parameters, at, strict=True):
        p.data = x
    loss_of().backward()
    return [p.grad for p in parameters]


@pytest.mark.parametrize("order", SORTED["old"].split())
def test_old_gradients_are_those_of_one_step_ago(order):
    """w[n + 1] = w[n] - rate * gradient(w[n - 1]); the first step goes by the start's, and so does the second."""
    after = rounds(order).after
    first = next(n for n, here in enumerate(after) if here != after[0])
    assert first == (3 if order == "szbf" else 2)
    for n in range(first - 1, ROUNDS):
        wanted = [x - RATE * g for x, g in zip(after[n], gradient(after[max(first - 1, n - 1)]), strict=True)]
        assert after[n + 1] == pytest.approx(wanted)


def test_at_this_rate_the_right_order_learns_and_old_gradients_swing_away():
    assert rounds(RIGHT).losses[-1] < 1e-3
    assert sorted(rounds(RIGHT).losses, reverse=True) == rounds(RIGHT).losses
    assert rounds(OLD).losses[-1] > rounds(OLD).losses[0]


def test_the_losses_are_those_of_the_parameters_after_each_round():
    parameters, loss_of = lecture()
    for order in ("szbf", "fzbs"):
        for n, after in enumerate(rounds(order).after):
            for p, x in zip(parameters, after, strict=True):
                p.data = x
            assert rounds(order).losses[n] == loss_of().data


def test_a_backward_before_any_forward_is_passed_over_once():
    passed = {order: rounds(order).passed for order in ORDERS}
    assert Counter(map(len, passed.values())) == {0: 12, 1: 12}
    for order, cards in passed.items():
        assert cards == ({order.index("b") + 1} if order.index("b") < order.index("f") else set())
    assert all(len(rounds(order).data) == WHOLE + 1 for order in ORDERS)


@pytest.mark.parametrize("order", ORDERS)
def test_a_kind_parts_from_an_order_of_another_kind_in_every_weight_that_is_shown_and_never_from_its_own(order):
    for claimed in KINDS:
        n = differs(order, claimed)
        if claimed in ("old", kind(order)):
            assert n is None
        else:
            here, there = rounds(order).after, parameters_if_it_were(claimed)
            assert here[n][2] != pytest.approx(there[n][2], abs=5e-4)  # so that four decimals differ
            assert here[:n] == there[:n]


def test_the_losses_that_go_with_a_kind_are_those_of_its_parameters():
    for claimed, order in (("same", "zfbs"), ("late", "bszf"), ("dead", "fbzs")):
        assert loss_if_it_were(claimed) == rounds(order).losses
        assert parameters_if_it_were(claimed) == rounds(order).after
    assert loss_if_it_were("old") is parameters_if_it_were("old") is None
