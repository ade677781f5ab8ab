# /// lesson
# title = "Automate one node"
# minutes = 35
# afterwards = "write operations that take their own step back"
# picture = '''
# a = Value(1.0, "a")
# y = a.tanh() + a.exp() + a**3
# y.label = "y"
# y.backward()
# draw.graph(y)
# '''
# ///

# %% [markdown]
# You need: lesson 3, and the Value that you built in exercise 2.
#
# By hand you walked back through twenty boxes, and after the third it was always the same. At each of them you looked
# at three things: its sign, the numbers that go into it, and what had arrived at it. You never looked at the rest of
# the graph, because all that the rest has to say about a box is in the one number that arrives.
#
# So the walk does not need you. Whatever works out `a * b` has the sign and both numbers in its hands at that moment.
# If it also writes down what is to be done later, then the box can take its step back by itself. Today your own Value
# learns that, one operation after the other.

# %% jupyter={"source_hidden": true}
from micrograd_lab import draw, live

draw.machine("gradient")

# %%
live.warmup("04")

# %% [markdown]
# ## Two lines, twenty times
#
# `mine.Value` is your class, as it stands in your file. Take one product, somewhere in the middle of a graph, and say
# that 5 has arrived at it. You know what a `*` passes on.

# %%
from micrograd_lab import mine
from micrograd_lab.checks import lesson_04 as check

Value = mine.Value

p, q = Value(2.0), Value(-3.0)
r = p * q

# %%
r.grad = 5.0
p.grad += q.data * r.grad
q.grad += p.data * r.grad
p.grad, q.grad

# %% [markdown]
# That is right, and it is tedious: these two lines are about this p, this q and this r. Twenty boxes want up to forty
# such lines, and as soon as one name in them is the wrong one, a gradient is wrong and nothing complains.
#
# Who knows the right names? The operation does, because it has both factors when it makes `r`. What it can't know is
# the 5, which comes only after the whole expression has been worked out. So it must not run the two lines yet. It can
# put them into a function, though, and leave that function with `r`, to be called when the 5 is there.
#
# ## An operation that keeps its step
#
# Here is a gear from lesson 1 as an operation of your Value: its output turns k times as fast as its input.


# %%
def gear(self, k):
    out = Value(k * self.data, (self,), f"gear {k:g}")

    def _backward():
        self.grad += k * out.grad

    out._backward = _backward
    return out


# %% [markdown]
# It makes the result, it writes the step down without taking it, and it leaves the step with the result. Python lets
# the inner function keep the `self`, `k` and `out` of this very call, even when the call is long over: that is called a
# **closure**.
#
# The step adds, since another road may lead to the same input and bring something too. A leaf was made by no operation,
# so it has nothing to pass on.

# %%
Value.gear = gear
Value._backward = lambda self: None  # of every box that has no other: the leaves

x = Value(2.0)
y = x.gear(3)
x.grad

# %% [markdown]
# Nothing has happened yet, since nothing has arrived. Now 5 arrives at y, and its turn comes.

# %%
y.grad = 5.0
y._backward()
x.grad

# %% [markdown]
# In `y._backward()` there is no x and no 3, and still the right number reached the right place. **An operation that
# makes a box also leaves with it the step back: the slope, times what has arrived, added to each input. Nobody else has
# to know the rule.**
#
# An operation of two inputs is no different. A minus passes on what arrives to its first input, and the same with the
# other sign to the second, which is taken off.


# %%
def minus(self, other):
    out = Value(self.data - other.data, (self, other), "-")

    def _backward():
        self.grad += out.grad
        other.grad += -out.grad

    out._backward = _backward
    return out


Value.__sub__ = minus

# %%
p, q = Value(7.0), Value(3.0)
d = p - q
d.grad = 5.0
d._backward()
p.grad, q.grad

# %% [markdown]
# ## Complete it: a gate
#
# A relu opens or shuts by the sign of its one input. `larger` is a gate of two: the larger input comes through, and the
# other one could be anything below it. Its first line of the step is there, and a comparison counts as 1 or 0. What
# does `other` get? (Where the two are equal, either will do.)


# %%
def larger(self, other):
    out = Value(max(self.data, other.data), (self, other), "max")

    def _backward():
        self.grad += (self.data > other.data) * out.grad
        other.grad += ...

    out._backward = _backward
    return out


# %%
check.complete_larger(larger)

# %% [markdown]
# ## A slope that is the output itself
#
# Some operations don't have to look back at what went in. The slope of exp is exp, so the number that it needs is the
# one that it has just made, `out.data`.

# %%
import math


def exp(self):
    out = Value(math.exp(self.data), (self,), "exp")

    def _backward():
        self.grad = out.data * out.grad

    out._backward = _backward
    return out


Value.exp = exp

# %% [markdown]
# A gear and an exp in a row: the last one has its turn first, and what it leaves at `y` is what `y` then passes on.
# Beside it, the slope measured with a nudge, as in lesson 1.

# %%
x = Value(0.5)
y = x.gear(2)
z = y.exp()
z.grad = 1.0
z._backward()
y._backward()
print("passed back", round(x.grad, 3))

# %%
h = 1e-6
print("measured   ", round((math.exp(2 * (0.5 + h)) - math.exp(2 * 0.5)) / h, 3))

# %% [markdown]
# ## Complete it: a root
#
# A square root is another one that can use what it has made. The rule for powers says that the slope of x**0.5 is
# 0.5 * x**-0.5. Write that with `out.data`, and without another root or power.


# %%
def root(self):
    out = Value(math.sqrt(self.data), (self,), "root")

    def _backward():
        self.grad += ... * out.grad

    out._backward = _backward
    return out


# %%
check.complete_root(root)

# %% [markdown]
# ## Find it and mend it
#
# Two operations that go wrong. The check says on which numbers, and not why. Change the line, run the cell, run the
# check again.


# %%
def half(self):
    out = Value(0.5 * self.data, (self,), "half")

    def _backward():
        self.grad += 0.5 * out.grad

    out._backward = _backward()
    return out


# %%
check.mend_half(half)


# %%
def square(self):
    out = Value(self.data * self.data, (self,), "square")

    def _backward():
        self.grad += 2 * out.data * out.grad

    out._backward = _backward
    return out


# %%
check.mend_square(square)

# %% [markdown]
# That is all that an operation needs. In the exercises, your own `+`, `*`, `**` and the rest get their steps, and
# `mine.py` keeps them.
#
# ## Let each of them pass it on
#
# The boxes can take their steps, but so far you still call each of them, in an order that you have in your head. Let us
# get rid of that too, on a graph in which `t` is used twice: once by `y` itself, and once by `u`, which `y` is also
# made from.


# %%
def twice(a):
    t = a.gear(-3)
    u = t.gear(-4)
    y = t - u
    a.label, t.label, u.label, y.label = "a", "t", "u", "y"
    return y


draw.graph(twice(Value(2.0)))

# %% [markdown]
# First the truth, by a nudge: raise a from 2 to 2.001, and see how far y moves.

# %%
print("measured", round((twice(Value(2.001)).data - twice(Value(2.0)).data) / 0.001, 4))


# %% [markdown]
# Now without you. Whoever gets something takes its step at once, and then those to whom it has passed something do the
# same. It takes three lines.


# %%
def pass_on(v):
    v._backward()
    for i in v.inputs:
        pass_on(i)


# %% jupyter={"source_hidden": true}
def arrives(view):
    a = Value(2.0)
    y = twice(a)
    y.grad = 1.0
    pass_on(y)
    return a.grad


at_once = live.predict(
    live.backward(twice(Value(2.0)), order="recursive"),
    question="y.grad = 1.0, and then pass_on(y). Which number does a.grad hold?",
    outcome=arrives,
    lesson="04",
    name="pass on at once",
    hidden=True,
    within=0.01,
    big=True,
    answers={
        -15.0: "So it should be: you measured -15. Each step back is right, you have tried them one by one, and yet "
        "-18 is there. Press step, and keep an eye on t.",
        -18.0: "You said -18, and -18 it is, although you had measured -15. Keep your reason: lesson 5 begins with it.",
        -3.0: "-3 is what comes over the first of the two roads. More came over the second, and -18 is even more than "
        "both together, which is the -15 that you measured. Press step, and keep an eye on t.",
        -12.0: "-12 is the road over u alone, and the other one brings -3. Together they make the -15 that you "
        "measured, and yet -18 is there. Press step, and keep an eye on t.",
        None: "-18 is there, where you measured -15. Each step back is right, you have tried them one by one. Press "
        "step, and keep an eye on t.",
    },
    giveaways=("-18",),
)
at_once

# %% [markdown]
# Once you have committed, compare what `a.grad` holds with what you measured, and keep your reason. What is to be made
# of it nobody says here: lesson 5 begins where this one stops.

# %% [markdown] {"jp-MarkdownHeadingCollapsed": true}
# ## Further
#
# **Three forms.** The step that you have written is a closure, as in Karpathy's micrograd. An engine may also keep a
# *table*, with one rule for each operation, and look up what to do when it walks back; then all rules stand on one page
# and are easy to exchange. Or it works out the slopes on the way forward and keeps *numbers* beside its inputs, so that
# one line of backward is enough for all operations: this course's Value does that, and microgpt.
#
# All three give the same gradients, as long as nobody changes a number between forward and backward. A closure and a
# table read `data` when they are called, so they would mix a new number with an old result, whereas kept slopes stay
# those of the run that made them. And a closure holds its `out`, which holds the closure: a circle, which stays in
# memory until Python's collector comes by. You will feel that in lesson 9, when your engine makes millions of boxes.
#
# **Why `+=`.** With `=` the last one to arrive throws the others out. Switch the rule and see which expressions mind.
# For which does it make no difference at all?

# %%
free = live.roads("(a * b) * (a + b)", a=-2.0, b=3.0)
free

# %% [markdown]
# <details><summary>When does <code>=</code> do no harm?</summary>
#
# Where every value is used once, as in <code>a * b</code> or <code>(a * b).tanh()</code>. That is why the slip lives
# long: most small examples are such trees.
# </details>
#
# **The views, moved from code.** These cells hold the answers, so open them after you have tried the views yourself.

# %%
again = live.predict(
    live.backward(twice(Value(2.0)), order="recursive"), at_once.question, at_once.outcome, hidden=True, within=0.01
)
again.commit(-15)
again.view.finish()
print(again)

# %%
again = live.roads("a + a", a=2.0)
again.rule.value = "="
print(again)
