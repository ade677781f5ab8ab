# /// exercises
# minutes = 10
# ///

# %% [markdown]
# You need: lesson 0. The exercises are easy on purpose: get to know the check.
#
# Write your answer where it says *your code here*. Run the cell with Shift+Enter, then the check below it. The check
# answers at once.

# %%
from micrograd_lab.checks import lesson_00 as check

# %% [markdown]
# ## 0.1 A number
#
# In a class, put your name or id between the quotes of `me`: everyone has their own number. Alone, leave it empty for
# the lesson's.

# %%
me = ""
x = check.line.given(me)["x"]
x

# %% [markdown]
# What is `y = 2x + 1` at this x? Put the number in the place of the dots.

# %% answer="0.1"
y = ...
### BEGIN SOLUTION
y = 2 * x + 1
### END SOLUTION

# %% check="0.1"
check.line(y, who=me)

# %% [markdown]
# ## 0.2 A function
#
# Write a function that gives `2x + 1` for any x.
#
# Before you do, ask for help: take the `#` out of the cell below, and run it once, twice, three times. First comes a
# question, then a pointer, then nearly the code. Later, ask only as often as you need.

# %%
# check.machine.hint()


# %% answer="0.2"
def machine(x):
    """2x + 1."""
    ### BEGIN SOLUTION
    return 2 * x + 1
    ### END SOLUTION


# %% check="0.2"
check.machine(machine)

# %% [markdown]
# After an attempt, `check.machine.solution()` shows one way. Try it in a new cell: click into the check above, press
# Esc, so that letters are no longer text, then B. A cell appears **b**elow. Click into it before you type.
#
# ## 0.3 A check that fails
#
# By how much does `2x + 1` grow when x goes from `x` to `x + by`? This function is wrong, on purpose. Run it and its
# check, and read what the check says.


# %%
def wrong_change(x, by):
    return 2 * (x + by) + 1


check.slip(wrong_change)

# %% [markdown]
# The first line says how it stands, the second which numbers were tried. Then it says what your answer means, and what
# to try. Now write it right.


# %% answer="0.3"
def change(x, by):
    """By how much 2x + 1 grows when x grows by `by`."""
    ### BEGIN SOLUTION
    new = 2 * (x + by) + 1
    old = 2 * x + 1
    return new - old
    ### END SOLUTION


# %% check="0.3"
check.change(change)

# %% [markdown]
# ## Where you stand

# %%
check.summary()
