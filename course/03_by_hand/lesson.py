# /// lesson
# title = "Backprop by hand"
# minutes = 45
# afterwards = "find every gradient of a small graph on paper, and say which way to move each number"
# picture = '''
# a, b, c, f = Value(2.0, "a"), Value(-3.0, "b"), Value(10.0, "c"), Value(-2.0, "f")
# L = (a * b + c) * f
# L.label = "L"
# draw.graph(L, partials=False)
# '''
# ///

# %% [markdown]
# You need: lesson 1, slopes, and lesson 2, expressions that remember. Paper helps.
#
# A gradient says by how much the output grows when a number grows. Here you find all gradients of a graph without
# code, with one rule that you use again and again. Later you will only have to write that rule down.
#
# ## Warm-up
#
# Answer each in your head, then open it.
#
# <details><summary>How many boxes has the graph of <code>(a * b + c) * f</code>?</summary>
#
# Seven: four leaves, and one box for each of the three operations.
# </details>
#
# <details><summary>At x = 0.5 the slope of f is -1. You raise x by 0.01. What does f do?</summary>
#
# It falls by about 0.01: change of output = slope times change of input.
# </details>
#
# <details><summary>y = 2x + 1. By how much does y grow when x grows by 3?</summary>
#
# By 6. The 1 that is added changes y, but not how fast it grows.
# </details>

# %% [markdown]
# ## The graph
#
# Four leaves, three operations. The results in between have names, so that we can talk about them.

# %%
from math import tanh

from micrograd_lab import Value, draw, live, steps
from micrograd_lab.engine import topological_order


# %%
def lecture(a, b, c, f):
    e = a * b
    d = e + c
    L = d * f
    e.label, d.label, L.label = "e", "d", "L"
    return L


numbers = {"a": 2.0, "b": -3.0, "c": 10.0, "f": -2.0}

# %%
L = lecture(**{name: Value(number, name) for name, number in numbers.items()})
draw.graph(L, partials=False)

# %%
print("L =", L.data)

# %% [markdown]
# ## Predict: up or down?
#
# `L` is -8. You raise `a` a little: from 2 to 2.01. Commit, then move the slider *by h*.

# %% jupyter={"source_hidden": true}
nudge = live.predict(
    live.fill(lecture, **numbers),
    question="You raise a, and leave b, c and f as they are. What does L do?",
    options=live.SIGNS,
    outcome=live.SIGNS[2],
    lesson="03",
    name="raise a",
    tried=lambda view: view.which.value == "a" and view.box.value > 0,
)
nudge

# %% [markdown]
# ## Explain
#
# At *I saw*, above the view, write one sentence: why that way? Then open.
#
# <details><summary>Why?</summary>
#
# `a` is multiplied by b = -3, so `e` falls, and `d` with it. Then `d` is multiplied by f = -2, which turns falling
# into rising. Two minus signs on the way from a to L.
# </details>
#
# ## Drag
#
# The same graph. Choose each leaf after *nudge*, set *by h* to 0.01, and write down by how much `L` changes. Divide
# by 0.01: four slopes, measured.
#
# Which leaf moves `L` most? For which does `L` fall? (Typing gradients in: that comes soon.)

# %%
measure = live.fill(lecture, **numbers)
measure

# %% [markdown]
# Measuring works, but you run the whole expression once more for each number. A network has thousands. **Backprop**
# gets all of them in one walk from the output to the leaves.
#
# ## Worked example: one arrow at a time
#
# Start at the end. When `L` grows by 1, `L` grows by 1. So the gradient of the output is always **1**.
#
# `L = d * f`. What does `f` do to `L`? It is multiplied by d = 4: when `f` grows by 1, `L` grows by 4. The number on
# an arrow is called its **local derivative**. It looks at one operation, and at nothing else.

# %%
d, f, h = 4.0, -2.0, 0.01
change = d * (f + h) - d * f
print("measured slope of d * f in f:", round(change / h, 4))

# %%
assert round(change / h, 4) == d

# %% [markdown]
# Now one arrow further. `d = e + c`. When `c` grows by 1, `d` grows by 1: the local derivative at a `+` is 1. But the
# question is what `L` does.
#
# `d` grows 1 time as fast as `c`. `L` grows -2 times as fast as `d`. So `L` grows 1 · -2 = -2 times as fast as `c`.
# That is the **chain rule**: rates along a road multiply.

# %%
local = 1.0  # d grows as fast as c
upstream = -2.0  # L grows by f = -2 for each 1 of d
print("gradient of c =", local * upstream)

# %% [markdown]
# What has arrived at the result of an operation is called **upstream**. So the rule for each arrow is
#
# *gradient of the input = local derivative · upstream gradient.*
#
# Measure it, to be sure:


# %%
def number(a=2.0, b=-3.0, c=10.0, f=-2.0):
    return (a * b + c) * f


print("measured slope of L in c:", round((number(c=10.01) - number()) / 0.01, 4))

# %%
assert round((number(c=10.01) - number()) / 0.01, 4) == local * upstream

# %% [markdown]
# ## Complete it: fill the gradients
#
# Your turn, from `L` to the leaves. Predict the gradient of the box that is marked, type it, press Enter. A right one
# unlocks the next. A wrong one is answered with the slip behind it. To take another box that is ready, click it.
#
# The line above the picture asks, for example, for the *gradient of f*: by how much does `L` grow for each 1 that `f`
# grows?
#
# When you know a leaf's gradient, nudge that leaf: its *gradient times h* should be about what `L` changes by.

# %%
fill = live.fill(lecture, **numbers)
fill

# %% [markdown]
# <details><summary>All six, to compare</summary>
#
# f: 4 and d: -2, each the other factor. The + hands -2 on, so e: -2 and c: -2. a: b times what arrives at e, -3 · -2 =
# 6. b: a times what arrives, 2 · -2 = -4.
# </details>
#
# <details><summary>What does each operation do with what arrives?</summary>
#
# A + hands it on, unchanged, to both inputs. A * hands it on, multiplied by the <em>other</em> input.
# </details>
#
# ## Predict: a step uphill
#
# The gradient of `a` is 6, of `b` -4, of `c` -2, of `f` 4. Each leaf now moves by 0.01 *times its own gradient*: `a`
# by 0.06, `b` by -0.04, `c` by -0.02, `f` by 0.04.

# %% jupyter={"source_hidden": true}
uphill = live.predict(
    live.graph(lecture, a=2.06, b=-3.04, c=9.98, f=-1.96),
    question="L was -8. What is it now?",
    options=["about -8.7", "still -8", "about -7.3"],
    outcome="about -7.3",
    lesson="03",
    name="uphill",
    hidden=True,
)
uphill

# %% [markdown]
# <details><summary>Why?</summary>
#
# Each leaf has moved the way that raises `L`: up where its gradient is positive, down where it is negative. So `L`
# rises, from -8 to -7.2865. Minus instead of plus would lower it, to -8.7263. That is how a network learns: its output
# is a <em>loss</em>, which says how wrong it is, and every number takes a small step downhill.
# </details>
#
# ## A neuron
#
# The same rule on a real part of a network, a **neuron**. Two inputs x1 and x2 are each multiplied by a number of their
# own, its **weight** w1 or w2. The products are added, and with them one number more, the **bias** b. Last, `tanh`
# squeezes the sum into the range from -1 to 1. All you need to know of tanh is its local derivative: **1 - o²**, made
# of what comes out.

# %%
o = tanh(0.5)
print("1 - o² =", round(1 - o**2, 4))
print("measured", round((tanh(0.501) - tanh(0.499)) / 0.002, 4))

# %%
assert round(1 - o**2, 4) == round((tanh(0.501) - tanh(0.499)) / 0.002, 4)


# %%
def neuron(x1, x2, w1, w2, b):
    p = x1 * w1
    q = x2 * w2
    s = p + q
    n = s + b
    o = n.tanh()
    p.label, q.label, s.label, n.label, o.label = "p", "q", "s", "n", "o"
    return o


at = {"x1": 2.0, "x2": 0.0, "w1": -3.0, "w2": 1.0, "b": 6.8813736}

# %% [markdown]
# ## Predict: the weight of nothing
#
# Look at `x2`: it is 0. You raise its weight `w2`. Commit, choose `w2` after *nudge*, and move it.

# %% jupyter={"source_hidden": true}
weight = live.predict(
    live.fill(neuron, **at),
    question="You raise w2. What does the output o do?",
    options=live.SIGNS,
    outcome=live.SIGNS[1],
    lesson="03",
    name="raise w2",
    tried=lambda view: view.which.value == "w2" and view.box.value > 0,
)
weight

# %% [markdown]
# <details><summary>Why?</summary>
#
# `w2` is multiplied by x2 = 0. Whatever it is, the product is 0. Its local derivative is the other factor, 0, and 0
# times anything is 0: on this input, the weight cannot learn.
# </details>
#
# Now fill in all ten. `b` was chosen so that round numbers come out. Predict each before you type it.

# %%
fill_neuron = live.fill(neuron, **at)
fill_neuron

# %% [markdown]
# <details><summary>All of them, to compare</summary>
#
# o: 1. n: 1 - 0.7071² = 0.5. Every + hands 0.5 on, to s, b, p and q. Then at each product, the other factor: x1: -3 ·
# 0.5 = -1.5, w1: 2 · 0.5 = 1, x2: 1 · 0.5 = 0.5, w2: 0 · 0.5 = 0.
# </details>
#
# ## Predict: two roads
#
# Last, a graph in which a leaf is used twice: `y = p * s`, where `p = a * b` and `s = a + b`, at a = -2 and b = 3. Two
# roads lead from `y` back to `a`. Commit, then press *step* until the end. Leave *order* and its table for lesson 5.


# %% jupyter={"source_hidden": true}
def roads(a, b):
    p = a * b
    s = a + b
    p.label, s.label = "p", "s"
    return p * s


two = live.predict(
    live.backward(roads, a=-2.0, b=3.0),
    question="What is the gradient of a?",
    options=["3, over p", "-6, over s", "-3, both added", "-18, both multiplied"],
    outcome="-3, both added",
    lesson="03",
    name="two roads",
    tried=lambda view: view.walk.ended,
)
two

# %% [markdown]
# <details><summary>What did you see, and why?</summary>
#
# Over p: y moves s = 1 times as fast as p, and p moves b = 3 times as fast as a. That makes 3. Over s: y moves p = -6
# times as fast as s, and s as fast as a. That makes -6. When a moves, both happen at once: 3 - 6 = -3.
# Along a road multiply, over several roads <em>add</em>.
# </details>
#
# `live.backward` takes any of your graphs one arrow at a time. Try the neuron: guess each step before you press.

# %%
walk = live.backward(neuron, **at)
walk

# %% [markdown]
# ## On your own
#
# [The exercises of this lesson](../exercises/03_by_hand_exercises.ipynb): six gradients, the neuron for any numbers, a
# step uphill, and two roads. 40 minutes.
#
# ## Bug hunt
#
# Each of these is broken on purpose. Find the reason before you open it. To find a wrong gradient, measure it.
#
# **1.** The gradient of `a` in `L = (a * b + c) * f`.

# %%
a, b, c, f = 2.0, -3.0, 10.0, -2.0
a_grad = b
print("claimed", a_grad, " measured", round((number(a=2.01) - number()) / 0.01, 4))

# %% [markdown]
# <details><summary>Why?</summary>
#
# -3 is the local derivative alone: how fast e grows with a. What arrives at e, -2, is missing: -3 · -2 = 6.
# </details>
#
# **2.** The gradient of `n` in the neuron.


# %%
def output(n):
    return tanh(n)


n = 0.8813736
n_grad = 1 - n**2
print("claimed", round(n_grad, 4), " measured", round((output(n + 1e-4) - output(n - 1e-4)) / 2e-4, 4))

# %% [markdown]
# <details><summary>Why?</summary>
#
# It squares what goes into tanh. The local derivative is 1 - o², made of what comes out: 1 - 0.7071² = 0.5.
# </details>
#
# **3.** The gradient of `a` over two roads, `y = (a * b) * (a + b)`.


# %%
def y(a, b):
    return (a * b) * (a + b)


a, b = -2.0, 3.0
a_grad = b * (a + b)  # over the product
a_grad = 1 * (a * b)  # over the sum
print("claimed", a_grad, " measured", round((y(a + 1e-4, b) - y(a - 1e-4, b)) / 2e-4, 4))

# %% [markdown]
# <details><summary>Why?</summary>
#
# The second line replaces what the first had found. What comes over the sum must be <em>added</em>: +=.
# </details>
#
# ## Exit question
#
# `y = a + a * b`. What is the gradient of `a`, in letters?
#
# <details><summary>Answer</summary>
#
# 1 + b. Over the + alone it is 1. Over the product it is b times 1. Two roads, so they add.
# </details>
#
# ## You can now
#
# - find every gradient of a small graph on paper, from the output to the leaves,
# - say what local and upstream are, and what + and * do with what arrives,
# - say which way to move each number so that the output rises, or falls,
# - add what arrives over several roads,
# - find a wrong gradient by measuring it.

# %% [markdown] {"jp-MarkdownHeadingCollapsed": true}
# ## For the curious: the views, moved from code
#
# These cells make the views of this lesson once more, move them, and print what they then hold. They hold the answers:
# open them when you have tried the views yourself. Code commits a prediction first, like anyone.

# %%
again = live.predict(live.fill(lecture, **numbers), nudge.question, nudge.outcome, nudge.options, tried=nudge.tried)
again.commit(live.SIGNS[0])
again.view.box.value = 0.01
print(again)

# %%
again = live.fill(lecture, **numbers)
again.check(1, "L")
again.check(-2, "f")
print(again.said)

# %%
for name, gradient in [("f", 4), ("d", -2), ("e", -2), ("c", -2), ("a", 6), ("b", -4)]:
    assert again.check(gradient, name)
again.which.value, again.box.value = "b", 0.5
print(again)

# %%
again = live.predict(
    live.graph(lecture, a=2.06, b=-3.04, c=9.98, f=-1.96), uphill.question, uphill.outcome, uphill.options, hidden=True
)
again.commit("about -8.7")
print(again)

# %%
again = live.predict(live.fill(neuron, **at), weight.question, weight.outcome, weight.options, tried=weight.tried)
again.commit(live.SIGNS[2])
again.view.which.value, again.view.box.value = "w2", 0.5
print(again)

# %%
again = live.fill(neuron, **at)
while again.current is not None:
    again.check(again.right[again.current])
print(again)

# %%
again = live.predict(live.backward(roads, a=-2.0, b=3.0), two.question, two.outcome, two.options, tried=two.tried)
again.commit("3, over p")
for _ in range(6):
    again.view.step()
print(again)

# %% [markdown]
# The same walk without a view, as plain steps, and the engine's own answer:

# %%
a, b = Value(-2.0, "a"), Value(3.0, "b")
y = roads(a, b)
y.label = "y"
names = [v.label for v in topological_order(y)]
for step in steps.backward_steps(y):
    sender, receiver = names[step.edge[0]], names[step.input]
    print(f"{sender} sends {step.local:g} * {step.upstream:g} to {receiver}, which has {step.after:g} then")

# %%
y.backward()
assert (a.grad, b.grad) == (-3.0, -8.0)
