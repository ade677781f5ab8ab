# /// lesson
# title = "Start here"
# minutes = 20
# afterwards = "say what a network does when it learns, find three numbers by hand, and read what a check says"
# picture = '''
# draw.machine()
# '''
# ///

# %% [markdown]
# You need: Python functions and classes. No mathematics beyond school.
#
# This is the network of the first page, and the hundred points that it is to tell apart. There you watched the border.
# Now look to the right of it, where each of the 337 numbers has a bar: how far it has come from where it began. They
# begin at random, anywhere between -1 and 1, so one should think that they have a long way to go.
#
# Choose *Run*, then *Run All Cells*, as at the beginning of every lesson: it brings the page to life. Nothing happens
# without you, because each question waits for your answer.

# %% jupyter={"source_hidden": true}
from micrograd_lab import draw, live

minute = live.predict(
    live.first(),
    question="When every point is right, how many of the 337 numbers have moved by more than a tenth?",
    options=["about 40", "about 150", "about 300"],
    outcome="about 40",
    lesson="00",
    name="how far they move",
    tried=lambda view: view.done,
    then="Press 'let it learn', and wait until no cross is left.",
    big=True,
    answers={
        "about 40": "It was 40. At each step a number moves as far as it matters to the whole, and most matter little.",
        "about 150": "It was 40, and half of all have moved by less than 0.02. At each step a number moves as far as "
        "it matters to the whole, and most matter little.",
        "about 300": "It was 40. You thought that each has a place of its own to find. But there are many places that "
        "will do, one of them is near, and all of them together need to go only a little towards it.",
    },
    giveaways=("about 40", "hardly moved", "less than 0.02"),
)
minute

# %% [markdown]
# When you have committed your guess, press *let it learn*, and watch the bars.
#
# ## Now you
#
# The network did this with 337 numbers. Take its place with three, and only six points, three orange and three blue:
#
# y = tanh(w1 · x1 + w2 · x2 + b)
#
# Here x1 and x2 say where a point lies, and tanh presses any number into the range from -1 to +1. y is to be near +1
# where a point is orange, and near -1 where it is blue. How wrong it is, over all six, is told by one number, the
# **loss**. At the beginning it is 3.125, because every point lies on the wrong side.
#
# Move the sliders, with the mouse or with the arrow keys. Can you bring the loss below 0.1 in a minute? The clock
# starts when you first move something, and when it has run out, go on.

# %%
from micrograd_lab import live

hand = live.three()
hand

# %% [markdown]
# ## One question
#
# Remember what your hand did. It took hold of one slider, moved it a little, and looked: is the loss smaller now, or
# larger? Then it knew which way to go on, and turned to the next one.
#
# The network wanted to know nothing else. **At every step it had to know one thing of each of its 337 numbers: which
# way should this number move, to make the loss smaller, and how much does it matter?** Then it moved each a little that
# way, and asked again. You will write every line of that.

# %% jupyter={"source_hidden": true}
draw.machine()

# %% [markdown]
# That is the whole machine, and this picture stands at the head of every lesson, with the part lit that you build
# there. Follow one name through it: w1. You have just held one as a slider, and among the network's 337 the purple bar
# is another, in the same place.
#
# ## How a page works
#
# This page is a **notebook**: cells of text, and cells of code. What the last line of a cell gives stands below it.
# *Run All Cells* has run them all; a single one you run by a click into it and Shift+Enter. Change the 3 here into a
# 5, and run it again.

# %%
2 * 3 + 1

# %% [markdown]
# The page is your own copy, and JupyterLab saves it every two minutes. You cannot break the course: to have a page as
# it was, delete its file and start the course again.
#
# A cell knows what the cells that *have run* defined, and no others. Below are two. The second works only when the
# first has run; else it says *NameError*, which means that a name is missing and an earlier cell is still to be run.


# %%
def celsius(fahrenheit):
    return (fahrenheit - 32) / 1.8


# %%
celsius(212)

# %% [markdown]
# So run a page from top to bottom. When you come back on another day, nothing in it has run, and its **views**, the
# things to press and to move, are still pictures: *Run All Cells* once more. When something is odd, choose *Kernel*,
# then *Restart Kernel and Run All Cells*.
#
# ## A check answers
#
# Soon you write code yourself, and a **check** tells you at once how it stands. Here is one that wants a function that
# doubles a number. Somebody wrote this one in a hurry:

# %%
from micrograd_lab.checks import lesson_00 as check


# %%
def double(x):
    return x + 2


check.double(double)

# %% [markdown]
# It says which number it tried, what was expected, what the code gave, and which slip is behind it. At 2 nobody would
# have seen the slip, because 2 + 2 is 2 · 2. So a check tries several numbers, and a wrong answer is worth running.
#
# Now mend it: change the one wrong sign in the cell above, and run it again, until the check says *Passed*. Are you
# stuck? Then ask for a **hint**, as in the next cell. The first hint is a question, the second a pointer, the third
# nearly the code; and once you have tried, `check.double.solution()` shows one way.

# %%
check.double.hint()

# %% [markdown]
# ## Complete it
#
# Back to the sliders, because the question that your hand asked can be written as a function. A number was moved a
# little. The loss was `before`, and now it is `after`. Put a comparison in the place of the dots, so that `way` gives 1
# where it pays to go on, and -1 where it is better to turn round.


# %%
def way(before, after):
    if ...:
        return 1
    return -1


# %%
check.complete_way(way)

# %% [markdown]
# What you predict and try is kept on this machine, for you alone. In a terminal, `python3 start.py journal` shows it;
# `--clear` after it deletes it, and with `--off` nothing more is kept.
#
# Is all there that the lessons need? Run this cell, and press its button.

# %%
everything = live.ready()
everything

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
# What do you know already? Ten questions, without marks, 5 minutes. Some of their words, *slope* for one, are only
# explained in the lessons to come, so *I don't know yet* is a good answer. Nobody sees what you say, and nothing tells
# you here whether it is right, because you will find that out yourself, lesson by lesson.

# %% jupyter={"source_hidden": true}
before = live.questions("before")
before

# %% [markdown]
# ## What is missing
#
# Your hand had a minute for three numbers, and it could find each answer only by a move and a look. The network
# asked the same question of 337, and at every step it had all the answers without trying a single move. How did it
# know?
#
# In lesson 1 you begin with a single number. You nudge it, run everything again, and look.

# %% [markdown] {"jp-MarkdownHeadingCollapsed": true}
# ## Further: the views, moved from code
#
# Whatever a view does by hand, it does from code. Open these cells when you have tried the views yourself.

# %%
again = live.predict(live.first(), minute.question, minute.outcome, minute.options, tried=minute.tried)
again.commit("about 150")
again.view.learn()
print(again.view.first.steps, "steps of", again.view.first.count, "questions")

# %%
assert again.compared
assert again.view.first.questions == 28_645

# %% [markdown]
# Now three numbers, without a hand: the kit's own `backward()` moves the sliders. In lesson 5 it will be yours.

# %%
from micrograd_lab import Value

led = live.three(engine=Value)
led.learn(10)
print(led)

# %%
led.learn()
print(led.said)
assert led.three.found

# %%
assert everything.ready
again = live.ready()
again.button.click()
assert again.heard
