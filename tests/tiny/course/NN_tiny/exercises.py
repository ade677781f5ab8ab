# /// exercises
# minutes = 5
# ///

# %% [markdown]
# You need: the lesson on twice and half.

# %%
from micrograd_lab.checks import lesson_NN as check

# %% [markdown]
# ## N.1 Twice
#
# Give twice x.


# %% answer="N.1"
def twice(x):
    """Twice x."""
    ### BEGIN SOLUTION
    return 2 * x
    ### END SOLUTION


# %% check="N.1"
check.twice(twice)

# %% [markdown]
# ## N.2 Half
#
# Give half of x.


# %% answer="N.2"
def half(x):
    """Half of x."""
    ### BEGIN SOLUTION
    return x / 2
    ### END SOLUTION


# %% check="N.2"
check.half(half)

# %%
check.summary()
