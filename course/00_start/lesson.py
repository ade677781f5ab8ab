# /// lesson
# title = "Start here"
# minutes = 20
# afterwards = "run a cell, commit a prediction, and read what a check says"
# picture = '''
# x = Value(1.0, "x")
# y = 2 * x + 1
# y.label = "y"
# draw.graph(y, partials=False)
# '''
# ///

# %% [markdown]
# You need: Python functions and classes. No mathematics beyond school.
#
# Here you learn how this course works: you run a cell, you say what will happen, you see it happen, you write code, and
# a check answers.
#
# ## Run a cell
#
# This page is a **notebook**: a list of cells, of text or of code. Click into the cell below and press **Shift+Enter**.
# It runs, and what its last line gives stands below it.

# %%
2 * 3 + 1

# %% [markdown]
# Change the 3 to another number and run the cell again. Nothing can break: the file on disk stays as it is until you
# save it.
#
# A cell knows what cells that *have run* defined, and no others. So run them from top to bottom.


# %%
def line(x):
    return 2 * x + 1


line(3)

# %% [markdown]
# When something is odd, start anew: choose *Kernel*, then *Restart Kernel and Run All Cells*.
#
# ## Is everything here?
#
# The next cell tries out what the lessons need: the packages, the engine, drawings, and a file for your own notes. Then
# press its button. Only that shows that Python hears what you do in the browser.

# %%
from micrograd_lab import draw, live

everything = live.ready()
everything

# %%
assert everything.ready

# %% [markdown]
# <details><summary>Something is missing, or there is no button</summary>
#
# Where a part is missing, its line says what to do. No button at all? Run the cell: a page that was only opened shows
# no buttons. Still none? Close Jupyter, and start the course with <code>python3 start.py</code>, so that it runs in
# an environment of its own.
# </details>
#
# ## Ten questions
#
# What do you know already? Ten questions, without marks. Nobody sees your answers, and nothing tells you here whether
# they are right: the end of the course asks them again, and then you see what has changed. *I don't know yet* is a good
# answer. 5 minutes.

# %% jupyter={"source_hidden": true}
before = live.questions("before")
before

# %% [markdown]
# ## Predict
#
# In every lesson a view is locked until you have said what will happen. A guess is enough, and a wrong one teaches
# most.
#
# Below is `y = 2x + 1`, drawn as boxes: x goes in on the left, y comes out on the right. Look at the numbers after
# *data*; what *grad* is, you learn soon.
#
# Choose an answer and press *commit*. Then the slider unlocks: move it to 4, with the mouse, or with the arrow keys.

# %% jupyter={"source_hidden": true}
first = live.predict(
    live.graph("2 * x + 1", x=1.0, gradients=False),
    question="You raise x from 1 to 4. By how much does y grow?",
    options=["by 3", "by 6", "by 7", "by 9"],
    outcome="by 6",
    lesson="00",
    name="2x + 1",
    tried=lambda view: view.leaves["x"].data == 4.0,
)
first

# %% [markdown]
# ## Explain
#
# At *I saw*, above the view, write one sentence: why by that much? Then open.
#
# <details><summary>Why?</summary>
#
# x grows by 3, and y grows twice as fast: by 6. The 1 is in y before and after, so it changes nothing in the growth.
# </details>
#
# What you predict is kept on this machine, for you alone. In a terminal, `python3 start.py journal` shows it; `--clear`
# after it deletes it, `--off` keeps nothing from then on.
#
# ## Drag
#
# The same again, free. Every view of this course can be dragged, typed into, and moved with the keys. Can you find an x
# at which y is 0?

# %%
free = live.graph("2 * x + 1", x=1.0, gradients=False)
free

# %% [markdown]
# How it starts, as a still picture.

# %%
from micrograd_lab import Value

x = Value(1.0, "x")
y = 2 * x + 1
y.label = "y"
draw.graph(y, partials=False)

# %%
print("y =", y.data)
assert line(4) - line(1) == 6

# %% [markdown]
# <details><summary>Where is y 0?</summary>
#
# At x = -0.5: twice -0.5 is -1, and 1 more is 0.
# </details>
#
# ## Worked example: a check
#
# Now you write code, and a **check** answers. Each lesson has its exercises in a notebook of their own, and there each
# answer has its check. Here is an example.

# %%
from micrograd_lab.checks import lesson_00 as check

# %% [markdown]
# `check.double` wants a function that doubles a number. This one has a mistake, on purpose:


# %%
def double(x):
    return x + 2


check.double(double)

# %% [markdown]
# "Not yet" is no verdict on you. A check says which numbers it tried, what was expected, what your code gave, and often
# which slip is behind it. So a wrong answer is worth running.
#
# Why was 5 tried? At 2 the mistake does not show. A check tries several numbers.

# %%
print(double(2), double(5))

# %% [markdown]
# Stuck? Ask for a **hint**. The first is a question, the second a pointer, the third nearly the code.

# %%
check.double.hint()

# %%
check.double.hint()

# %% [markdown]
# There is also a **solution**, once you have tried:

# %%
check.double.solution()

# %% [markdown]
# Before an attempt it says no. Here is an exercise that has not been tried yet:

# %%
check.change.solution()

# %% [markdown]
# ## Complete it
#
# One sign in `double` is wrong. Change it in the cell above and run that cell again: the check says *passed*. Or look
# here:


# %%
def double(x):
    return 2 * x


check.double(double)

# %%
assert check.double(double)

# %% [markdown]
# ## On your own
#
# [The exercises of this lesson](../exercises/00_start_exercises.ipynb): a number, a function, and a check that fails.
# 10 minutes.
#
# ## Bug hunt
#
# These are broken on purpose. Find the reason before you open it.
#
# **1.** The right number stands on the page, and yet the check says no.


# %%
def double(x):
    print(2 * x)


check.double(double)

# %% [markdown]
# <details><summary>Why?</summary>
#
# It prints the number, and hands back nothing: None. A check looks at what a function <em>returns</em>. What it prints
# meanwhile stands above the answer.
# </details>
#
# **2.** Somebody runs this cell before the one that defines `triple`.

# %%
try:
    triple(4)
except NameError as error:
    print(error)


# %%
def triple(x):
    return 3 * x


# %% [markdown]
# <details><summary>Why?</summary>
#
# A cell knows only what has run before it. Run the cells from top to bottom.
# </details>
#
# ## Exit question
#
# `y = 5x + 2`. x grows by 0.1. By how much does y grow?
#
# <details><summary>Answer</summary>
#
# By 0.5: five times as fast as x. The 2 plays no part in it.
# </details>
#
# ## You can now
#
# - run a cell, change it, and start the page anew,
# - commit a prediction and move a view,
# - read what a check says, and ask for a hint or a solution,
# - tell whether everything that the course needs is there.

# %% [markdown] {"jp-MarkdownHeadingCollapsed": true}
# ## For the curious: the views, moved from code
#
# These cells make the views of this lesson once more, move them, and print what they then hold. Open them when you have
# tried the views yourself. Code commits a prediction first, like anyone.

# %%
view = live.graph("2 * x + 1", x=1.0, gradients=False)
again = live.predict(view, first.question, first.outcome, first.options, tried=first.tried)
again.commit("by 7")
again.view.sliders["x"].value = 4.0
print(again)

# %%
again.view.sliders["x"].value = -0.5
print(again.view)

# %%
again = live.ready()
again.button.click()
assert again.heard
