# /// lesson
# title = "Order matters"
# minutes = 50
# afterwards = "write `backward()` for any graph, and show where plain recursion goes wrong"
# picture = '''
# a, b, c = Value(2.0, "a"), Value(-3.0, "b"), Value(4.0, "c")
# t = a * b
# y = t + t * c
# t.label, y.label = "t", "y"
# draw.graph(y)
# '''
# ///

# %% [markdown]
# You need: lesson 4, one node's backward step.
#
# You can send gradient along one edge. Now the whole graph. "Why not just recurse?" is the question that people ask
# most often about a scalar engine, and most graphs that are drawn in lectures cannot answer it. Here is one that can.
#
# ## Warm-up
#
# Answer each in your head, then open it.
#
# <details><summary>A node has the gradient 5. Along an edge with local derivative -3, what does it send?</summary>
#
# -15. What arrives is local times upstream.
# </details>
#
# <details><summary>y = a + a. What is the gradient of a?</summary>
#
# It is 2. Two edges lead from y to a, and each brings 1. They add up.
# </details>
#
# <details><summary>Does a graph run again by itself when you change a leaf?</summary>
#
# No. It is a record of what was computed.
# </details>

# %% [markdown]
# ## First try it yourself
#
# Below, `t = a * b` is used twice: in `u = t * c`, and in `y = t + u`. Click a box to let it send its gradient to its
# inputs, or go to it with the arrow keys and press Enter. You choose who is next.
#
# Find an order in which everything comes out right. There is no method yet: try, look at the marks, press *reset*.

# %%
from micrograd_lab import Value, draw, live, steps

numbers = {"a": 2.0, "b": -3.0, "c": 4.0}


# %%
def twice(a, b, c):
    t = a * b
    u = t * c
    t.label, u.label = "t", "u"
    return t + u


# %%
mine = live.backward(twice, order="you choose", **numbers)
mine

# %% [markdown]
# Write down the order that worked, and one reason. You need it in a moment.
#
# ## Predict: just recurse
#
# "Send to your inputs, then let each input do the same." Short, and it looks right. The true gradient of `a` is -15.

# %% jupyter={"source_hidden": true}
recursing = live.predict(
    live.backward(twice, order="recursive", **numbers),
    question="Recursion visits t first, then u. Which gradient does a end with?",
    options=["-15, as it should", "-18", "-3"],
    outcome=lambda view: {-15.0: "-15, as it should", -18.0: "-18"}.get(view.results["recursive"].gradients["a"], "-3"),
    tried=lambda view: "recursive" in view.results,
    lesson="05",
    name="just recurse",
)
recursing

# %% [markdown]
# Press *step* until the end, and watch `t`. It sends, then more arrives, then it sends again. (A node that sends is
# said to **fire**.)
#
# ## Explain
#
# In one sentence: what did `t` send the second time? Write it at *I saw*, above the view, then open.
#
# <details><summary>What went wrong?</summary>
#
# The first time, t had 1 and sent 1 on. Then u added 4, so t held 5. The second time it sent all 5, and with it the 1
# that it had already sent. What it should have sent is 5 in all; what it sent is 1 + 5 = 6. And 6 times -3 is -18.
# </details>
#
# The numbers of the explanation, one line a step:

# %%
for step in steps.backward_steps(twice(*map(Value, numbers.values())), order="recursive"):
    print(f"local {step.local:+.0f} x upstream {step.upstream:+.0f}: {step.before:+.0f} becomes {step.after:+.0f}")

# %% [markdown]
# ## Drag
#
# The same graph, all orders. Choose one, press *to the end*, and compare the rows of the table. A cross marks a
# gradient that is wrong.

# %%
orders = live.backward(twice, **numbers)
orders

# %% [markdown]
# Now an expression of a lecture, by recursion. Press *to the end*. Then type `a + a`, or `a * b + c`, into *y =*.

# %%
lecture = live.backward("(a * b) * (a + b)", order="recursive", **numbers)
lecture

# %% [markdown]
# <details><summary>On which of these does recursion come out right?</summary>
#
# On all three. In a tree each value has one user. In a + a and in (a * b) * (a + b) the values with two users are
# leaves: a leaf has nobody to send to. That is why the graphs of most lectures do not show the trouble. It takes a
# value that is not a leaf, used twice.
# </details>
#
# ## When may a node send?
#
# When everything has arrived: after all of its users have sent. An order in which each node comes after all of its
# inputs is a **topological order**. Read it in reverse, and each node comes after all of its users.

# %%
a, b, c = Value(2.0, "a"), Value(-3.0, "b"), Value(4.0, "c")
y = twice(a, b, c)
y.label = "y"
draw.graph(y)

# %% [markdown]
# ## Worked example: a topological order
#
# Go down to the inputs first, and list a node when all of its inputs are listed. Three thoughts: *met already? skip.
# Inputs first. Then itself.*


# %%
def topological(root):
    order, seen = [], set()

    def visit(v):
        if v not in seen:
            seen.add(v)
            for i in v.inputs:
                visit(i)
            order.append(v)

    visit(root)
    return order


# %%
print([v.label for v in topological(y)])

# %%
place = {v: n for n, v in enumerate(topological(y))}
assert all(place[i] < place[v] for v in place for i in v.inputs)

# %% [markdown]
# ## Complete it
#
# Which order must the loop have, and what does it do with each edge? Write the two missing lines in your head, then
# compare.


# %%
def backward(root):
    root.grad = 1.0
    for v in reversed(topological(root)):
        for i, local in zip(v.inputs, v.partials, strict=True):
            i.grad += local * v.grad


backward(y)
print([f"{v.label} {v.grad:g}" for v in (a, b, c)])

# %%
assert (a.grad, b.grad, c.grad) == (-15.0, 10.0, -6.0)

# %% [markdown]
# And the engine's own `backward()`? Ask it twice: with the short road written first, then with the long one first. It
# must make no difference.

# %%
for made in (lambda t: t + t * c, lambda t: t * c + t):
    a.grad = b.grad = c.grad = 0.0
    made(a * b).backward()
    print([f"{v.label} {v.grad:g}" for v in (a, b, c)])

# %% [markdown]
# ## Predict: right, and yet
#
# There is a recursion that is right. Do not send what you hold: send **the increment**, what has just arrived, and
# nothing else. Then nothing is sent twice. The price is one call for each road from the output.
#
# `y = y + y`, eighteen times: 19 nodes.

# %% jupyter={"source_hidden": true}
from micrograd_lab.backward_steps import calls

doublings = Value(1.0)
for _ in range(18):
    doublings = doublings + doublings


def doubled_twice(a):
    y = a + a
    return y + y


price = live.predict(
    live.graph(doubled_twice, a=1.0),
    question="How many calls does passing the increment make on 18 doublings?",
    options=["19", "about 700", "about 500,000"],
    outcome=lambda view: "about 500,000" if calls(doublings, "increment") > 100_000 else "19",
    lesson="05",
    name="increment",
    hidden=True,
)
price

# %% [markdown]
# The view shows two doublings, 3 nodes: four roads lead from the output to `a`. Each doubling more makes twice as many.
#
# <details><summary>So why topological order?</summary>
#
# It is right, as the increment is, and it visits each node once: 19. Sending what you hold while recursing is
# wrong; passing the increment is right and can take for ever; topological order is right and linear.
# </details>
#
# ## Deep graphs
#
# Our `visit` calls itself, once per level. Python stops that at about 1,000.

# %%
deep = Value(0.0)
for _ in range(5000):
    deep = deep + 1.0
try:
    topological(deep)
except RecursionError as error:
    print(type(error).__name__)

# %% [markdown]
# That is Python's stack and not mathematics. The engine keeps a list of its own instead of calling itself. In the
# exercises you write that.

# %%
deep.backward()
print("no trouble:", deep.grad)

# %% [markdown]
# ## Your turn
#
# [Exercises 5](../exercises/05_order_exercises.ipynb): an order, backward, an expression on which recursion fails, and
# a version without recursion. 40 minutes.
#
# ## Bug hunt
#
# Each of these is broken on purpose. Find the reason before you open it.
#
# **1.** All gradients stay 0.


# %%
def never_starts(root):
    for v in reversed(topological(root)):
        for i, local in zip(v.inputs, v.partials, strict=True):
            i.grad += local * v.grad


a, b, c = Value(2.0), Value(-3.0), Value(4.0)
never_starts(twice(a, b, c))
print(a.grad, b.grad, c.grad)

# %% [markdown]
# <details><summary>Why?</summary>
#
# Nobody gave the output its gradient. The derivative of y by itself is 1; without that seed every product is 0.
# </details>
#
# **2.** This one passes on some days and fails on others.


# %%
class Shuffled:
    """A number that keeps its inputs in a set."""

    def __init__(self, data, inputs=()):
        self.data, self.inputs = data, set(inputs)


print("inputs of a + a:", len(Shuffled(4.0, [p := Shuffled(2.0), p]).inputs))

# %% [markdown]
# <details><summary>Why?</summary>
#
# A set has no order, and no room for the same input twice: a + a has one input left of two. And an engine that
# visits in a wrong order passes when the set happens to come out in the right one. Keep inputs in a tuple.
# </details>
#
# ## Exit question
#
# You build an order breadth-first: the output, then its inputs, then theirs, skipping what you have met. On `twice`
# it is y, t, u, c, a, b. What is wrong with it?
#
# <details><summary>Answer</summary>
#
# t comes before u, and u is a user of t. So t sends before all of its gradient has arrived: a ends with -3.
# </details>
#
# ## You can now
#
# - say when a node may send its gradient on,
# - write a topological order and backward(),
# - show an expression on which recursion goes wrong, and say why a + a does not.

# %% [markdown] {"jp-MarkdownHeadingCollapsed": true}
# ## For the curious: the views, moved from code
#
# These cells make the views of this lesson once more, move them, and print what they then hold. Code commits a
# prediction first, like anyone.

# %%
again = live.backward(twice, order="you choose", **numbers)
for name in ("y", "t", "u"):
    again.fire(name)
print(again)

# %%
again = live.predict(
    live.backward(twice, order="recursive", **numbers),
    recursing.question,
    recursing.outcome,
    recursing.options,
    tried=recursing.tried,
)
again.commit("-15, as it should")
again.view.finish()
print(again)

# %%
for order in steps.ORDERS:
    orders.choice.value = order
    orders.finish()
print("\n".join("  ".join(row) for row in orders.rows()))

# %%
again = live.predict(price.view, price.question, price.outcome, price.options, hidden=True)
again.commit("about 700")
print(again.happened, "|", f"{calls(doublings, 'increment'):,}", "calls,", calls(doublings), "nodes")
