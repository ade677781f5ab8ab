"""What lesson 9 says of many seeds."""

from functools import cache

import numpy as np

from micrograd_lab.authoring.claims import claim
from micrograd_lab.experiments.own_training import KIT
from micrograd_lab.experiments.what_if import WhatIf
from micrograd_lab.experiments.worlds import Worlds


@cache
def run():
    """One recording for all seeds."""
    return WhatIf(KIT)


@cache
def first(seed):
    """Steps from this seed until all points are right, and how hard each number is pulled after 30."""
    what = run()
    what.set(seed=seed + 1)
    what.look(30)
    return what.first, np.abs(what.pulls)


@cache
def worlds(alpha):
    """The worlds without a penalty, or with it."""
    return Worlds(KIT, alpha=alpha)


@cache
def rights(seed, alpha):
    """Of 100 points how many are right in this world: of those that were learned, and of new ones."""
    return worlds(alpha).learn(seed)


@claim("over thirty seeds the mean is 88 steps", close=(88.0, 16.0))
def steps_until_all_points_are_right(seed):
    return first(seed)[0]


@claim(
    "More than seven of ten numbers are pulled less than a tenth as hard as the one that is pulled hardest", at_least=30
)
def most_are_hardly_pulled(seed):
    pulls = first(seed)[1]
    return bool((pulls < pulls.max() / 10).mean() > 0.7)


@claim("The 20 points are learned by heart, noise and all", above=90.0)
def learned_points_that_are_right(seed):
    return rights(seed, 0.0)[0]


@claim("the noise does not come back in a new point", above=0.0)
def more_of_the_learned_than_of_new_ones(seed):
    learned, new = rights(seed, 0.0)
    return learned - new


@claim("with alpha the network gets fewer of its own points right, by about nine of 100", close=(-9.0, 5.0))
def learned_points_with_alpha(seed):
    return rights(seed, 0.03)[0] - rights(seed, 0.0)[0]


@claim("So the gap between learned and new closes", below=0.0)
def the_gap_with_alpha(seed):
    with_alpha, without = rights(seed, 0.03), rights(seed, 0.0)
    return (with_alpha[0] - with_alpha[1]) - (without[0] - without[1])


@claim("In 400 worlds it is 0.6 ± 0.3", close=(0.6, 1.0), seeds=400)
def new_points_with_alpha(seed):
    return rights(seed, 0.03)[1] - rights(seed, 0.0)[1]
