# /// lesson
# title = "Twice and half"
# minutes = 5
# afterwards = "say what doubling does to a slope"
# picture = """
# x = Value(3.0, "x")
# draw.graph(2 * x)
# """
# ///

# %% [markdown]
# You need: lesson 0.
#
# Twice a number grows twice as fast as the number. Drag x.

# %%
from micrograd_lab import live

view = live.tiny(x=3.0)
view

# %%
assert view.twice == 6.0

# %% [markdown]
# Fill in the blank. And in the cell after that, one sign is wrong.

# %%
from micrograd_lab.checks import lesson_NN as check


# %%
def double(x):
    return ... * x


# %%
check.complete_twice(double)


# %%
def half(x):
    return x // 2


# %%
check.mend_half(half)
