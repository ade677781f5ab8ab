# /// lesson
# title = "Keep the signal alive"
# minutes = 40
# afterwards = "begin a network so that its signal arrives, and say of one that doesn't learn what it died of"
# picture = """
# y = nn.Neuron(2, seed=1)([1.0, -2.0])
# draw.graph(y)
# """
# ///

# %% [markdown]
# ## Complete it: a sum of products
#
# A unit adds up `nin` products. In each of them a weight, drawn with a spread of `w`, is multiplied by an answer of the
# layer below, which has a spread of `x`. All are drawn for themselves, above 0 as often as below. What is the spread of
# the sum? (It is the standard deviation that is meant, as everywhere on this page.)


# %%
def spread_of_sum(nin, w, x):
    return w * x * ...


# %%
check.complete_sum(spread_of_sum)

# %% [markdown]
# ## Mend it: the same start again
#
# Somebody wants a start that comes out the same whenever the same `seed` is given, so that others can repeat what they
# did: `nout` rows of `nin` numbers, each drawn for itself, with a spread of 1. With the same seed it gives the same
# numbers, and that is meant. But in the network that they began with it, all units of a layer have learned one and the
# same thing. One line does it.


# %%
def begin(nin, nout, seed):
    rows = []
    for _ in range(nout):
        chance = random.Random(seed)
        rows.append([chance.gauss(0, 1) for _ in range(nin)])
    return rows


# %%
check.mend_begin(begin)
