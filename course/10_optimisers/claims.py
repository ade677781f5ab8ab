"""What lesson 10 says of many seeds: the ravine in which they stand, steps of three clubs, and a net that is shut."""

from functools import cache

import numpy as np

from micrograd_lab.authoring.claims import claim
from micrograd_lab.experiments.ground import Ground
from micrograd_lab.experiments.network_club import clubs_of
from micrograd_lab.experiments.own_training import KIT, RATE
from micrograd_lab.experiments.ravine import BEST, Ravine
from micrograd_lab.experiments.shut import shut
from micrograd_lab.experiments.what_if import MOST


@cache
def ground():
    """One recording for all seeds."""
    return Ground(KIT)


@cache
def stands(seed):
    """(Bends, how many times as long as the crow flies, the slowest tenth's steps by the quickest's) after 30 steps."""
    ravine = Ravine(KIT, RATE, seed + 1, ground=ground())
    quick, slow = np.quantile(ravine.needs(), [0.1, 0.9], method="nearest").tolist()
    return ravine.bends, ravine.longer(), slow / quick


@cache
def steps(name, rate, seed):
    """Steps of a club on mini-batches until all points are right, or None."""
    return ground().train(clubs_of(None)[name], rate, seed + 1).first


def capped(name, rate, seed):
    """The same, where who never gets there counts as having needed all steps."""
    return steps(name, rate, seed) or MOST


@claim("In 30 of 30 networks the loss bends at least four times as hard across as along", exactly=30)
def it_bends_harder_across(seed):
    bends = stands(seed)[0]
    return bends.across >= 4 * abs(bends.along)


@claim("and in 29 of them more than ten times", exactly=29)
def it_bends_much_harder_across(seed):
    bends = stands(seed)[0]
    return bends.across > 10 * abs(bends.along)


@claim("seven times as long as the straight one", close=(7.0, 1.0))
def times_as_long_as_the_crow_flies(seed):
    return stands(seed)[1]


@claim(
    "the tenth that waits longest needs at least twenty times as many steps as the tenth that is quickest", exactly=30
)
def some_numbers_wait(seed):
    return stands(seed)[2] >= 20


@claim("At a rate of 0.7 SGD needs 65 steps in the mean", close=(65.0, 12.0))
def steps_of_sgd(seed):
    return capped("SGD", BEST["SGD"], seed)


@claim("momentum at 0.15 needs 55", close=(55.0, 11.0))
def steps_of_momentum(seed):
    return capped("momentum", BEST["momentum"], seed)


@claim("Adam at 0.07 needs 47", close=(47.0, 9.0))
def steps_of_adam(seed):
    return capped("Adam", BEST["Adam"], seed)


@claim("fewer than SGD at its best, by 18 ± 4", close=(-18.0, 13.0))
def adam_without_sgd(seed):
    return capped("Adam", BEST["Adam"], seed) - capped("SGD", BEST["SGD"], seed)


@claim("momentum against SGD is 10 ± 5 fewer", close=(-10.0, 15.0))
def momentum_without_sgd(seed):
    return capped("momentum", BEST["momentum"], seed) - capped("SGD", BEST["SGD"], seed)


@claim("At 0.3 all 30 get there with SGD", exactly=30)
def sgd_gets_there(seed):
    return steps("SGD", RATE, seed) is not None


@claim("28 with momentum", exactly=28)
def momentum_gets_there(seed):
    return steps("momentum", RATE, seed) is not None


@claim("and 23 with Adam", exactly=23)
def adam_gets_there(seed):
    return steps("Adam", RATE, seed) is not None


@claim("336 of 337 numbers do not move", exactly=30)
def who_is_shut_stays_shut(seed):
    ends = [shut(KIT, name, steps=100, seed=seed + 1, ground=ground()) for name in ("SGD", "momentum", "Adam")]
    return all(end.moved == (337,) and end.right == 50 for end in ends)
