# /// lesson
# title = "Automate one node"
# minutes = 50
# afterwards = "write operations that do their own step backward, and say why gradients are added"
# picture = '''
# a = Value(1.0, "a")
# y = a.tanh() + a.exp() + a**3
# y.label = "y"
# y.backward()
# draw.graph(y)
# '''
# ///

# %% [markdown]
# You need: lesson 3, the chain rule by hand, and your own Value from lesson 2.
#
# By hand you walked back through a graph, one box after the other. Each time you did the same: slope of the operation,
# times what had arrived. Here each operation learns to do its own step, and you stop being the engine.
#
# ## Warm-up
#
# Answer each in your head, then open it.
#
# <details><summary>d = e + c, and 5 has arrived at d. What do e and c get?</summary>
#
# 5 each. A sum hands on what arrives: both slopes are 1.
# </details>
#
# <details><summary>e = ab with a = 2, b = -3, and 5 has arrived at e. What does a get?</summary>
#
# -15. The slope by a is b, and slope times upstream is -3 times 5.
# </details>
#
# <details><summary>How do you measure the slope of f at x without knowing any rule?</summary>
#
# Move x a little to both sides: (f(x + h) - f(x - h)) / 2h.
# </details>

# %% [markdown]
# ## What an operation has to know
#
# Two things: how to compute its result, and its slope by each input, the **local derivative**. Eight operations, each
# with the slope that Value keeps and the slope that you measure. (**relu** lets a positive number through, and makes
# 0 of a negative one.)

# %%
import gc
import math
import weakref

from micrograd_lab import Value, draw, live

# %%
OPERATIONS = {
    "x + 3": lambda x: x + 3,
    "x * 3": lambda x: x * 3,
    "-x": lambda x: -x,
    "x**3": lambda x: x**3,
    "relu": lambda x: x.relu(),
    "tanh": lambda x: x.tanh(),
    "exp": lambda x: x.exp(),
    "log": lambda x: x.log(),
}

# %%
h, slopes = 1e-6, []
for name, f in OPERATIONS.items():
    kept = f(Value(2.0)).partials[0]
    measured = (f(Value(2.0 + h)).data - f(Value(2.0 - h)).data) / (2 * h)
    print(f"{name:<6} result {f(Value(2.0)).data:7.4f}  slope {kept:7.4f}  measured {measured:7.4f}")
    slopes.append((kept, measured))

# %%
for kept, measured in slopes:
    assert math.isclose(kept, measured, rel_tol=1e-6)

# %% [markdown]
# Read the table once more. Whose slope is its own result? Whose slope is 1 minus the square of its result? Whose has
# nothing to do with its result?
#
# <details><summary>Which are they?</summary>
#
# exp: its slope is e to the x, as is its result. tanh: 1 - tanh². log: its slope is 1 / x, here 0.5, and what log
# gave plays no part in it.
# </details>
#
# ## Predict: one value, two roads
#
# A gradient arrives at a value. What should be done with what is there already? Below, `+=` adds, as it should. You
# will switch to `=`, which puts the new one in the place of the old.

# %% jupyter={"source_hidden": true}
replaced = live.predict(
    live.roads("a + a", a=2.0),
    question="y = a + a. Switch the rule to =. Which gradient does a end with?",
    options=["0", "1", "2"],
    outcome=lambda view: f"{view.gradients['a']:.0f}",
    lesson="04",
    name="= for a + a",
    tried=lambda view: view.rule.value == "=" and view.expression.value == "a + a",
)
replaced

# %% [markdown]
# ## Explain
#
# Why is the right gradient 2? Write one sentence at *I saw*, above the view, then open.
#
# <details><summary>Why add?</summary>
#
# Move a by h. Both ends of the sum move by h, so y moves by 2h. The two roads do not know of each other: each brings
# its own share, and the shares add up. With <code>=</code> the second wipes out the first.
# </details>
#
# The roads of `a + a`, measured. First one end moves, then the other, then both:

# %%
a, h = 2.0, 0.001
one = ((a + h) + a - (a + a)) / h
other = (a + (a + h) - (a + a)) / h
both = ((a + h) + (a + h) - (a + a)) / h
print(round(one, 6), round(other, 6), round(both, 6))

# %%
assert math.isclose(one + other, both)

# %% [markdown]
# ## Drag
#
# The same view, unlocked. Choose an expression with *try*, switch between `+=` and `=`, drag a and b. The table below
# the graph has one line for each road.
#
# 1. `a * a`: both roads bring the same. How much, written with a?
# 2. `(a * b) * (a + b)`: which road wins with `=`?
# 3. Find an expression of your own on which `=` does no harm.

# %%
free = live.roads("(a * b) * (a + b)", a=-2.0, b=3.0)
free

# %% [markdown]
# <details><summary>When does <code>=</code> do no harm?</summary>
#
# When every value is used once, as in <code>a * b</code> or <code>(a * b).tanh()</code>. Such a graph is a
# <em>tree</em>: one road to each value. That is why the slip lives long: most small examples are trees.
# </details>
#
# ## Predict: a slip that was filmed
#
# In a well-known lecture on such an engine, every operation adds, except two: the rules for `exp` and for powers say
# `=`. Nobody noticed at once. The published notebook was mended later.


# %% jupyter={"source_hidden": true}
def which(view):
    """The shares that a ends with, told by their sum."""
    steps = [step for step in view.arrived if view.records[step.input].label == "a"]
    shares = {view.records[step.user].op: step.local * step.upstream for step in steps}
    kept = view.gradients["a"]
    known = {"all three": sum(shares.values()), "tanh's and exp's": shares["tanh"] + shares["exp"]}
    return next((name for name, total in known.items() if math.isclose(kept, total)), "tanh's alone")


filmed = live.predict(
    live.roads("a.tanh() + a.exp() + a**3", a=1.0),
    question="Switch the rule to '= in exp and **'. Whose shares does a end with? Backward comes to a**3 first, then "
    "to exp, then to tanh.",
    options=["all three", "tanh's and exp's", "tanh's alone"],
    outcome=which,
    lesson="04",
    name="the filmed slip",
    tried=lambda view: view.rule.value == "= in exp and **" and "tanh() + a.exp() + a**3" in view.expression.value,
)
filmed

# %% [markdown]
# <details><summary>What happens to each share?</summary>
#
# The power puts its share there. exp puts its own in the place of it: the power's is lost. tanh adds. In the other
# order of terms nothing but luck would change: <code>=</code> is right only for whoever comes first.
# </details>
#
# ## Worked example: a product that does its own step
#
# Your Value from lesson 2, with one thing more: `_backward`, a function to call when its turn comes. A leaf has
# nothing to do.


# %%
class Number:
    def __init__(self, data, inputs=(), op=""):
        self.data, self.inputs, self.op = data, inputs, op
        self.grad, self.label = 0.0, ""
        self._backward = lambda: None


# %% [markdown]
# The product makes its result first. Then it writes down what is to be done later: *slope times upstream, added to
# what is there*. `out.grad` is 0 now; when the function is called, it will hold what has arrived.


# %%
def multiply(self, other):
    out = Number(self.data * other.data, (self, other), "*")

    def _backward():
        self.grad += other.data * out.grad
        other.grad += self.data * out.grad

    out._backward = _backward
    return out


Number.__mul__ = multiply

# %% [markdown]
# A function that remembers the names around it, here `self`, `other` and `out`, is a **closure**. Give the output its
# 1, and call.

# %%
p, q = Number(2.0), Number(-3.0)
r = p * q
r.grad = 1.0
r._backward()
print(p.grad, q.grad)

# %%
assert (p.grad, q.grad) == (q.data, p.data)

# %% [markdown]
# Two operations in a row: each is called once, the output first. Which principle is it? *Local times upstream.*

# %%
p, q, s = Number(2.0), Number(-3.0), Number(10.0)
r = p * q
y = r * s
y.grad = 1.0
y._backward()
r._backward()

# %%
for v, name in ((p, "p"), (q, "q"), (r, "r"), (s, "s"), (y, "y")):
    v.label = name
draw.graph(y)

# %%
assert p.grad == q.data * s.data
assert s.grad == r.data

# %% [markdown]
# ## Complete it
#
# The same for `tanh`. One line is missing: what does `self` get? Write it in your head, then compare.


# %%
def tanh(self):
    out = Number(math.tanh(self.data), (self,), "tanh")

    def _backward():
        self.grad += (1 - out.data**2) * out.grad  # the missing line

    out._backward = _backward
    return out


Number.tanh = tanh

# %%
n = Number(0.8814)
o = n.tanh()
o.grad = 1.0
o._backward()
print("o", round(o.data, 4), "gradient of n", round(n.grad, 4))

# %%
assert math.isclose(n.grad, 0.5, abs_tol=1e-4)

# %% [markdown]
# ## On your own
#
# Open [the exercises of this lesson](../exercises/04_node_exercises.ipynb). There your own class gets seven operations,
# then minus and division for free, and you show that every road counts. About 40 minutes.
#
# ## Three forms that an engine can take
#
# The closure is micrograd's form. There are others, and each is good at something.
#
# **A table of rules.** A value keeps its operation's name and its inputs. What to do is looked up. All rules stand in
# one place, easy to read and to exchange.

# %%
SLOPES = {
    "+": lambda out, a, b: (1.0, 1.0),
    "*": lambda out, a, b: (b.data, a.data),
    "tanh": lambda out, a: (1 - out.data**2,),
}


# %%
def send(v):
    for i, slope in zip(v.inputs, SLOPES[v.op](v, *v.inputs), strict=True):
        i.grad += slope * v.grad


# %% [markdown]
# **Stored local derivatives.** A value keeps its inputs and, beside each, a number: the slope, computed on the way
# forward. Then there is one rule for all operations. This is the form of this course's Value, and of microgpt.

# %%
a, b = Value(2.0), Value(-3.0)
y = a * b
print(y.op, [v.data for v in y.inputs], y.partials)

# %% [markdown]
# On the same graph all three give the same. They differ when somebody changes a number between forward and backward.
# Below, `y = a * r` with r = 5. Then `r.data = 100`, and only then backward. Say first: what does a get, in each form?

# %%
a, r = Number(2.0), Number(5.0)
closure = a * r
r.data = 100.0
closure.grad = 1.0
closure._backward()
print("closure", a.grad)

# %%
a, r = Number(2.0), Number(5.0)
looked_up = a * r
r.data = 100.0
looked_up.grad = 1.0
send(looked_up)
print("table  ", a.grad)

# %%
a, r = Value(2.0), Value(5.0)
stored = a * r
r.data = 100.0
stored.backward()
print("stored ", a.grad)

# %% [markdown]
# <details><summary>Which of them is right?</summary>
#
# y was computed with r = 5, and its slope by a was 5. A closure and a rule read data <em>late</em>, when backward
# runs: they mix the new r with the old y. Stored slopes stay those of the forward pass, whatever comes after. They
# have the opposite limit: if you <em>want</em> the gradient at r = 100, you must run forward again, for y as well as
# for its slopes.
# </details>

# %%
assert a.grad == 5.0
assert closure.data == looked_up.data == stored.data == 10.0

# %% [markdown]
# One difference more, which you notice only in large graphs. A closure holds `out`, and `out` holds the closure: a
# circle. Nobody else needs it any more, and still it stays in memory until Python's cycle collector comes by.


# %%
def still_there(kind):
    gc.disable()
    made = kind(2.0) * kind(3.0)
    witness = weakref.ref(made)
    del made
    left = witness() is not None
    gc.enable()
    return left


# %%
class Stored:
    def __init__(self, data, inputs=(), slopes=()):
        self.data, self.inputs, self.slopes = data, inputs, slopes

    def __mul__(self, other):
        return Stored(self.data * other.data, (self, other), (other.data, self.data))


# %%
print("closures:", still_there(Number), " stored slopes:", still_there(Stored))

# %% [markdown]
# | form | the rule stands | reads data | good at | watch out for |
# |---|---|---|---|---|
# | closure | with its operation | late | forward and backward side by side | changed data, circles in memory |
# | table | in one table | late | all rules at a glance, easy to exchange | changed data |
# | stored slopes | nowhere | early | one line of backward, a readable graph | new data wants a new forward |
#
# ## Bug hunt
#
# Each of these is broken on purpose. Find the reason before you open it. A way that helps: predict the number, take the
# smallest expression that is still wrong, measure the slope, and look at that one edge.
#
# **1.** The gradient of `p` should be exp(2), about 7.39.


# %%
def exp(self):
    out = Number(math.exp(self.data), (self,), "exp")

    def _backward():
        self.grad += self.data * out.grad

    out._backward = _backward
    return out


# %%
p = Number(2.0)
y = exp(p)
y.grad = 1.0
y._backward()
print(p.grad)

# %% [markdown]
# <details><summary>Why 2?</summary>
#
# The slope of exp(x) is exp(x), not x. That is the output: <code>out.data * out.grad</code>.
# </details>
#
# **2.** relu(3) has slope 1.


# %%
def relu(self):
    out = Number(max(0.0, self.data), (self,), "relu")

    def _backward():
        self.grad += out.data * out.grad

    out._backward = _backward
    return out


# %%
p = Number(3.0)
y = relu(p)
y.grad = 1.0
y._backward()
print(p.grad)

# %% [markdown]
# <details><summary>Why 3?</summary>
#
# It multiplies by the output. A gate is open or closed: <code>(out.data > 0) * out.grad</code>.
# </details>
#
# **3.** Nothing arrives, and then Python complains.


# %%
def add(self, other):
    out = Number(self.data + other.data, (self, other), "+")

    def _backward():
        self.grad += out.grad
        other.grad += out.grad

    out._backward = _backward()
    return out


# %%
y = add(Number(1.0), Number(2.0))
try:
    y._backward()
except TypeError as error:
    print(error)

# %% [markdown]
# <details><summary>Why?</summary>
#
# With brackets <code>_backward()</code> runs at once, while out.grad is still 0. What it returns, None, is handed
# over. Without brackets the function itself is.
# </details>
#
# ## Exit question
#
# `y = a.exp() * a`, with a = 0. Two roads lead to a. What does each bring, and which gradient should a have?
#
# <details><summary>Answer</summary>
#
# At the product, exp(a) gets a = 0 and a gets exp(0) = 1. On the road through exp: 0 times exp(0) is 0. Together 1.
# </details>

# %%
a = Value(0.0, "a")
y = a.exp() * a
y.backward()
assert a.grad == 1.0

# %% [markdown]
# ## You can now
#
# - write an operation that does its own step backward,
# - say why a gradient is added and never put in place of another,
# - name the three forms of an engine, and say which of them go stale, and when,
# - find a wrong rule: predict, shrink, measure, look at the edge.

# %% [markdown] {"jp-MarkdownHeadingCollapsed": true}
# ## For the curious: the switches, moved from code
#
# These cells make the views of this lesson once more, move them, and print what they then hold. Open them when you
# have tried the views yourself. Code commits a prediction first, like anyone.

# %%
again = live.predict(
    live.roads("a + a", a=2.0), replaced.question, replaced.outcome, replaced.options, tried=replaced.tried
)
again.commit("2")
again.view.rule.value = "="
print(again)

# %%
again.view.expression.value = "a * a"
again.view.sliders["a"].value = -1.5
print(again.view)

# %%
again.view.rule.value = "+="
print(again.view.sentence(), again.view.gradients)

# %%
again = live.roads("(a * b) * (a + b)", rule="=", a=-2.0, b=3.0)
print(again)

# %%
again = live.predict(
    live.roads("a.tanh() + a.exp() + a**3", a=1.0), filmed.question, filmed.outcome, filmed.options, tried=filmed.tried
)
again.commit("all three")
again.view.rule.value = "= in exp and **"
print(again)
