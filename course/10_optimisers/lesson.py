# /// lesson
# title = "Fewer steps"
# minutes = 40
# afterwards = "say why a network learns slowly, and write momentum and Adam"
# picture = '''
# draw.machine()
# '''
# ///

# %% [markdown]
# (The page is being written; here are its two practices.)

# %%
from micrograd_lab.checks import lesson_10 as check

# %% [markdown]
# ## Complete it: what a step leaves
#
# On a bowl, the slope is the curvature times the way that there is to go: at 10 from the hole, with a curvature of 1,
# it is 10, and with a curvature of 25 it is 250. A step of plain gradient descent moves by the rate times the slope,
# towards the hole. So which share of the way is left after it? With a rate of 0.05 and a curvature of 1 it is 0.95,
# wherever the step begins. A share below 0 says that the step went across, to the other side. One line says it for any
# rate and any curvature.


# %%
def left(rate, curvature):
    return 1 - ...


# %%
check.complete_left(left)

# %% [markdown]
# ## Mend it: a memory that begins at 0
#
# A running mean keeps one number, m, and moves it a little towards each new number that comes: m becomes `beta` times
# m, plus `1 - beta` times the new one. It begins at 0, and so it is too small at first. If 5, 5, 5 come and beta is
# 0.9, it goes 0.5, 0.95, 1.355, although nothing but 5 has come. There is a number to divide by that puts it right at
# each step: then it is 5, 5, 5, and for any other numbers a mean in which the later ones count for more.
#
# Somebody has written this, tried it with one number, and was content. Mend it. `means` takes a list of numbers, and
# gives a list of as many means, one after each number.


# %%
def means(numbers, beta):
    m, found = 0.0, []
    for t, number in enumerate(numbers, start=1):
        m = beta * m + (1 - beta) * number
        found.append(m / (1 - beta) ** t)
    return found


# %%
check.mend_means(means)
