# /// lesson
# title = "Slopes"
# minutes = 40
# afterwards = "measure a slope and a gradient, and choose how small a step to take"
# picture = '''
# near, error = live.slope(x=1.5, h=1.0).panels()
# draw.chart([near], "A curve with its secant and its tangent at x = 1.5.")
# '''
# ///

# %% [markdown]
# You need: lesson 0, and Python functions.
#
# A network learns by asking of each of its numbers: if this one grows a little, what does the output do? The answer is
# a slope. Here you measure slopes, learn what their sign and size say, and find out how small a step may be.
#
# ## Warm-up
#
# Answer each in your head, then open it.
#
# <details><summary>y = 2x + 1. By how much does y grow when x grows by 0.5?</summary>
#
# By 1. y grows twice as fast as x.
# </details>
#
# <details><summary>A check says: expected 6, got 9. What does it know of your code?</summary>
#
# Only what it gives for some numbers. It does not read it.
# </details>
#
# <details><summary>You have predicted, and it turns out differently. What is kept, and where?</summary>
#
# Your prediction and what happened, in a file on this machine, for you alone.
# </details>

# %% [markdown]
# ## A function is a machine
#
# A number goes in, a number comes out. This is the machine of the whole lesson:


# %%
def f(x):
    return 3 * x**2 - 4 * x + 5


f(3.0)

# %% [markdown]
# Turn the input up a little: from 3 to 3.1. What comes out changes too.

# %%
change_in, change_out = 0.1, f(3.1) - f(3.0)
print(round(change_out, 4), "more, for", change_in, "more")

# %% [markdown]
# The **slope** is how fast the output changes: change of output, divided by change of input.

# %%
slope = change_out / change_in
round(slope, 4)

# %% [markdown]
# Near x = 3 the output grows about 14 times as fast as the input. That is not `f(3)`, which is 20: how high a curve
# stands and how fast it rises are two things.

# %%
assert round(slope, 4) == 14.3
assert f(3.0) == 20

# %% [markdown]
# ## Predict: up or down?
#
# Below is the curve of f. The blue dot is at x = 3. Look at the curve where x is 0.5, and commit. Then move the slider
# *x* to 0.5.

# %% jupyter={"source_hidden": true}
from micrograd_lab import draw, live

sign = live.predict(
    live.slope(f, x=3.0, h=0.01),
    question="At x = 0.5 you raise x a little. What does f do?",
    options=live.SIGNS,
    outcome=live.SIGNS[0],
    lesson="01",
    name="sign at 0.5",
    tried=lambda view: view.place.value == 0.5,
)
sign

# %% [markdown]
# ## Explain
#
# At *I saw*, above the view, write one sentence: what did the slope say? Then open.
#
# <details><summary>Why?</summary>
#
# At 0.5 the curve still goes down to the right, so f falls when x grows. The slope is -1, and its minus says just that.
# It says nothing about f itself, which is 3.75 there, above 0.
# </details>
#
# The sign of a slope says which way, its size how fast:

# %%
for x in (-1.0, 0.5, 3.0):
    print(f"x = {x:4}: f = {f(x):5.2f}, slope {(f(x + 1e-6) - f(x)) / 1e-6:6.2f}")

# %% [markdown]
# <details><summary>At x = -1 the slope is -10. You raise x by 0.01. What does f do?</summary>
#
# It falls by about 0.1: change of output = slope times change of input.
# </details>

# %%
predicted = -10 * 0.01
print("predicted", predicted, " measured", round(f(-0.99) - f(-1.0), 4))

# %%
assert abs(f(-0.99) - f(-1.0) - predicted) < 0.001

# %% [markdown]
# ## Drag: from secant to tangent
#
# The orange line goes through the curve at x and at x + h: the **secant**. Its slope is what you measure. The blue
# line touches the curve at x: the **tangent**. Its slope is the true one.
#
# Drag *h* down from 1. What does the secant do? What does the error on the right do? Stop at 1e-6: what comes below
# that is the next question.

# %%
free = live.slope(f, x=3.0, h=1.0)
free

# %% [markdown]
# How it starts, as a still picture: the secant goes through A and B, and h is 1.

# %%
draw.curve(f, -2.0, 4.5, A=3.0, B=4.0)

# %%
print("slope of the secant", (f(4.0) - f(3.0)) / 1.0, " of the tangent", 14)

# %% [markdown]
# <details><summary>What did you see?</summary>
#
# The smaller h, the closer the secant lies to the tangent. Each time h is divided by 10, the error is too:
# it is 3h here.
# </details>
#
# ## Worked example: measure a slope
#
# The same in three steps. Which principle is it? *Change of output, divided by change of input.*

# %%
x, h = 3.0, 0.001
# 1 the input grows
more = x + h
# 2 the output changes
change = f(more) - f(x)
# 3 divide
print(round(change / h, 4))

# %%
assert round(change / h, 4) == 14.003

# %% [markdown]
# ## Predict: smaller and smaller
#
# At h = 1e-6 the error is about 3e-6, on a slope of 14. Why stop there?

# %% jupyter={"source_hidden": true}
tiny = live.predict(
    live.slope(f, x=3.0, h=1e-6),
    question="You drag h from 1e-6 down to 1e-15. What does the error do?",
    options=["it falls all the way", "it stays as it is", "it falls, then rises", "it rises all the way"],
    outcome="it falls, then rises",
    lesson="01",
    name="error against h",
    tried=lambda view: view.step_size.value <= 1.01e-15,
)
tiny

# %% [markdown]
# ## Explain
#
# Tick *zoom in to h* and drag h slowly from 1e-13 to 1e-17. What happens to the curve?
#
# <details><summary>What did you see, and why?</summary>
#
# The error first falls, to about 9e-8 at h = 1e-8. Then it rises: to 3.3 at h = 1e-15, on a slope of 14. A computer's
# numbers, <em>floats</em>, have about 16 digits, and near 3 they stand 4.4e-16 apart. Between two of them there is
# nothing: seen from close by, the curve is a staircase. A tiny step lands on some stair, and dividing by a tiny h
# blows the mistake up. When h is less than half of the gap, x + h <em>is</em> x, and the slope reads 0.
# </details>
#
# The same in numbers:

# %%
for h in (1e-2, 1e-4, 1e-6, 1e-8, 1e-12, 1e-15, 1e-16):
    print(f"h = {h:g}: error {abs((f(3 + h) - f(3)) / h - 14):.2g}")

# %%
assert 3 + 1e-16 == 3

# %% [markdown]
# Good enough nearly always: h = 1e-6.
#
# ## Complete it: a step to both sides
#
# A step ahead sees the curve only on one side. The **central difference** looks to both sides: from x - h to x + h.
# Which number belongs in the place of the dots in `(f(x + h) - f(x - h)) / ...`? Say it, then compare.


# %%
def central(f, x, h):
    return (f(x + h) - f(x - h)) / (2 * h)


print("ahead  ", round((f(3.1) - f(3)) / 0.1, 4))
print("central", round(central(f, 3, 0.1), 4))

# %% [markdown]
# The two points are 2h apart. On this curve the central difference is right even with a large step: what the one side
# has too much, the other has too little. On other curves it is not exact, but much better than a step ahead.

# %%
assert abs(central(f, 3, 0.1) - 14) < 1e-9

# %% [markdown]
# ## Several inputs
#
# A network has thousands of inputs that can be turned. Here are three.


# %%
def g(a, b, c):
    return a * b + c


g(2.0, -3.0, 10.0)

# %% [markdown]
# One slope for each: move that input *alone*, and hold the others still. Such a slope is a **partial derivative**.
# All of them together are the **gradient**.

# %%
h = 1e-6
by_a = (g(2.0 + h, -3.0, 10.0) - g(2.0, -3.0, 10.0)) / h
by_b = (g(2.0, -3.0 + h, 10.0) - g(2.0, -3.0, 10.0)) / h
by_c = (g(2.0, -3.0, 10.0 + h) - g(2.0, -3.0, 10.0)) / h
[round(slope, 4) for slope in (by_a, by_b, by_c)]

# %% [markdown]
# A gradient is not one number. It has as many as there are inputs: this one says that g falls when a grows, rises
# when b or c grows, and that a moves it most.
#
# <details><summary>Where does the -3 come from?</summary>
#
# a is multiplied by b, which is -3. When a grows by 1, a * b grows by -3.
# </details>

# %%
assert [round(slope, 4) for slope in (by_a, by_b, by_c)] == [-3.0, 2.0, 1.0]

# %% [markdown]
# ## On your own
#
# [The exercises of this lesson](../exercises/01_slopes_exercises.ipynb): slopes of one number, a gradient by formula
# and by measuring, and five slopes to put in order. 35 minutes.
#
# ## Bug hunt
#
# Each of these is broken on purpose. Find the reason before you open it.
#
# **1.** A slope of 14, or so one thought.

# %%
h = 0.001
round(f(3 + h) - f(3), 4)

# %% [markdown]
# <details><summary>Why?</summary>
#
# That is the change of output. It is still to be divided by the change of input, h.
# </details>
#
# **2.** "The smaller the step, the better."

# %%
h = 1e-17
(f(3 + h) - f(3)) / h

# %% [markdown]
# <details><summary>Why?</summary>
#
# 3 + 1e-17 is 3: the next float after 3 is 4.4e-16 away. The output does not change at all.
# </details>
#
# **3.** A central difference, twice too large.

# %%
h = 0.001
round((f(3 + h) - f(3 - h)) / h, 4)

# %% [markdown]
# <details><summary>Why?</summary>
#
# From 3 - h to 3 + h it is 2h.
# </details>
#
# **4.** The slope of g by a should be -3.

# %%
h = 1e-6
round((g(2 + h, -3 + h, 10 + h) - g(2, -3, 10)) / h, 4)

# %% [markdown]
# <details><summary>Why?</summary>
#
# All inputs have moved at once. That gives the sum of the three slopes, -3 + 2 + 1 = 0, and looks as if g would not
# move at all.
# </details>
#
# ## Exit question
#
# At some x the slope of a function is -4, and the function itself is 7 there. You lower x by 0.01. What is the function
# then, about?
#
# <details><summary>Answer</summary>
#
# 7.04. Slope times change of input: -4 times -0.01 is 0.04, upwards.
# </details>
#
# ## You can now
#
# - measure a slope, with a step ahead or to both sides,
# - say what its sign and its size mean, and tell a slope from a value,
# - choose a step, and say why the smallest is not the best,
# - measure the gradient of a function of several inputs.

# %% [markdown] {"jp-MarkdownHeadingCollapsed": true}
# ## For the curious: the sliders, moved from code
#
# These cells make the views of this lesson once more, move them, and print what they then hold. Open them when you have
# tried the views yourself. Code commits a prediction first, like anyone.

# %%
again = live.predict(live.slope(f, x=3.0, h=0.01), sign.question, sign.outcome, sign.options, tried=sign.tried)
again.commit(live.SIGNS[2])
again.view.place.value = 0.5
print(again)

# %%
again = live.predict(live.slope(f, x=3.0, h=1e-6), tiny.question, tiny.outcome, tiny.options, tried=tiny.tried)
again.commit("it falls all the way")
for h in (1e-8, 1e-12, 1e-15):
    again.view.step_size.value = h
print(again)

# %%
view = live.slope(f, x=3.0, h=0.5, central=True)
print(view)

# %%
view.step_size.value = 1e-16
print(view.sentence)
