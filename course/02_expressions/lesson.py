# /// lesson
# title = "Expressions that remember"
# minutes = 45
# afterwards = "read a computation graph, and build numbers that remember how they were made"
# picture = '''
# a, b, c = Value(2.0, "a"), Value(-3.0, "b"), Value(10.0, "c")
# y = a * b + c
# y.label = "y"
# draw.graph(y)
# '''
# ///

# %% [markdown]
# You need: lesson 1, slopes, and Python functions and classes.
#
# A plain number forgets how it was made. Here you meet a number that remembers, read the picture of
# its memory, and build one yourself.
#
# ## Warm-up
#
# Answer each in your head, then open it.
#
# <details><summary>f(x) = 3x + 1. By how much does f grow when x grows by 0.1?</summary>
#
# By 0.3. The slope is 3: change in output = slope times change in input.
# </details>
#
# <details><summary>What is the slope of f(x) = x² at x = 3?</summary>
#
# It is 6: near 3, x² grows six times as fast as x.
# </details>
#
# <details><summary>In Python, what does <code>c = a + b</code> keep of a and b?</summary>
#
# Nothing. c is a number. Change a afterwards and c stays what it is.
# </details>

# %% [markdown]
# ## A number that remembers
#
# A **Value** holds a number in `data`. Calculate with it as with any number.

# %%
from micrograd_lab import Value, draw, live

x = Value(2.0, label="x")
y = 3 * x + 1
y.data

# %% [markdown]
# But `y` also keeps the operation that made it, `op`, and the Values it was made from, `inputs`.

# %%
print("made by", y.op)
print("from", [v.data for v in y.inputs])

# %% [markdown]
# Its inputs keep *their* inputs, down to the numbers you started from: the **leaves**. Together they
# form the **computation graph** of `y`.

# %%
y.label = "y"
draw.graph(y, partials=False)

# %% [markdown]
# Read it from left to right. A box is a Value. Round corners: a leaf. Otherwise the first cell is the
# operation that made it. The thick line marks the output.
#
# `grad` says "not yet": nobody has asked for slopes. "Not yet" is not zero.
#
# The same graph in words, for reading aloud:

# %%
print(draw.graph(y))

# %%
assert [v.op for v in y.inputs] == ["*", ""]
assert y.data == 3 * x.data + 1

# %% [markdown]
# ## Predict: one number, used twice
#
# Choose an answer and press *commit*. Then the graph appears. What you predict is kept on this machine, for
# you alone. In a terminal, `python3 start.py journal` shows it; `--clear` after it deletes it, `--off` keeps
# nothing from then on.

# %% jupyter={"source_hidden": true}
twice = live.predict(
    live.graph("a + a", a=2.0),
    question="How many boxes does the graph of a + a have?",
    options=["1", "2", "3"],
    outcome=lambda view: str(len(view.records)),
    lesson="02",
    name="boxes of a + a",
    hidden=True,
)
twice

# %% [markdown]
# ## Explain
#
# In one sentence: why that many? Write it at *I saw*, above the view, then open the answer.
#
# <details><summary>Why?</summary>
#
# A box is a Value, and there is only one `a`. It is used twice, so <em>two arrows</em> leave the same box.
# This matters when slopes flow back: they arrive at `a` along both arrows.
# </details>
#
# ## Drag
#
# Now an expression with three leaves. Drag the sliders, or click one and use the arrow keys. Watch the
# data move through the boxes from left to right.
#
# On each arrow stands a **local derivative**: by how much the result of that one operation grows when this
# input grows. At a `+` it never changes. What is it at a `*`? (The `grad` row fills itself in here. Let it:
# this lesson is about what comes before.)

# %%
free = live.graph("a * b + c", a=2.0, b=-3.0, c=10.0)
free

# %% [markdown]
# Here is how it starts, as a still picture.

# %%
a, b, c = Value(2.0, "a"), Value(-3.0, "b"), Value(10.0, "c")
y = a * b + c
y.label = "y"
draw.graph(y)

# %% [markdown]
# <details><summary>What is the local derivative at a <code>*</code>?</summary>
#
# The <em>other</em> input. The arrow from `a` says what `b` is, the arrow from `b` what `a` is: change `a` by 1
# and `a * b` changes by `b`.
# </details>
#
# Click into the box *y =* and type an expression of your own in a, b and c. Try
# `(a * b).tanh() + c`, where tanh squeezes a number into the range from -1 to 1. Then `a / c`: drag c to 0 and read
# what it says.
#
# ## Predict: is it a spreadsheet?
#
# Below, `y = a * b + c` again, with a switch. Ticked, the expression runs forward after each change.
# Without the tick, a drag does only this: `a.data = 5`.

# %% jupyter={"source_hidden": true}
spreadsheet = live.predict(
    live.graph("a * b + c", a=2.0, b=-3.0, c=10.0, rerun=True),
    question="You take the tick away, then drag a. What does y.data do?",
    options=["it follows a", "it stays what it was", "it becomes 'not yet'"],
    outcome="it stays what it was",
    lesson="02",
    name="spreadsheet",
    tried=lambda view: view.leaves["a"].data != view.ran_at["a"],
)
spreadsheet

# %% [markdown]
# ## Explain
#
# <details><summary>What did you see, and why?</summary>
#
# Only the box of `a` changed. `y` was computed once, when Python ran `a * b + c`, and its data is a plain
# number since then. The graph remembers how `y` <em>was</em> made. To get a new `y`, run the expression again:
# that builds new Values. A graph is a record, not a spreadsheet.
# </details>
#
# The same without a slider:

# %%
a, b = Value(2.0), Value(3.0)
product = a * b
a.data = 100.0
product.data

# %%
assert product.data == 6.0
assert (a * b).data == 300.0

# %% [markdown]
# ## Worked example: your own Value
#
# Six short steps, and you have built the memory yourself. First the box: a number, where it came from, and
# how.


# %%
class Number:
    def __init__(self, data, inputs=(), op=""):
        self.data, self.inputs, self.op = data, inputs, op
        self.grad, self.label = 0.0, ""


Number(2.0).data

# %% [markdown]
# Python turns `p + q` into `p.__add__(q)`. So addition is a method that makes a new Number and hands it
# its inputs.


# %%
def add(self, other):
    return Number(self.data + other.data, (self, other), "+")


Number.__add__ = add
(Number(2.0) + Number(3.0)).data

# %% [markdown]
# Multiplication has the same shape. Which principle is it? *Compute the number, keep the inputs, name the
# operation.*


# %%
def multiply(self, other):
    return Number(self.data * other.data, (self, other), "*")


Number.__mul__ = multiply
p, q = Number(2.0), Number(-3.0)
p.label, q.label = "p", "q"
r = p * q + p
r.label = "r"

# %% [markdown]
# `draw.graph` draws your class too. It only asks for `data`, `inputs` and `op`.

# %%
draw.graph(r)

# %% [markdown]
# Plain numbers do not work yet: a plain number has no `data`.

# %%
try:
    Number(2.0) * 3
except AttributeError as error:
    print(error)

# %% [markdown]
# So wrap whatever is not a Number. One line at the start of each operation:


# %%
def multiply(self, other):
    other = other if isinstance(other, Number) else Number(other)
    return Number(self.data * other.data, (self, other), "*")


Number.__mul__ = multiply
(Number(2.0) * 3).data

# %% [markdown]
# `3 * p` is another matter. Python first asks the 3, and an int knows nothing of Numbers. Then it asks the
# right-hand side for its **reflected** method, `p.__rmul__(3)`.


# %%
def reflected_multiply(self, other):
    return Number(other) * self


Number.__rmul__ = reflected_multiply
(3 * Number(2.0)).data

# %%
assert (3 * Number(2.0)).data == 6.0
assert [v.data for v in (3 * Number(2.0)).inputs] == [3, 2.0]

# %% [markdown]
# ## Complete it
#
# `sum` starts from the plain number 0. So `sum([p, q])` asks for `0 + p`, and Number has no `__radd__`.

# %%
try:
    sum([p, q])
except TypeError as error:
    print(error)

# %% [markdown]
# Two lines are missing: the wrapping in `add`, and the reflected addition. Write both in your head, then
# compare.


# %%
def add(self, other):
    other = other if isinstance(other, Number) else Number(other)
    return Number(self.data + other.data, (self, other), "+")


Number.__add__ = add
Number.__radd__ = lambda self, other: Number(other) + self
sum([p, q]).data

# %%
assert sum([p, q]).data == -1.0
assert sum([p, q]).inputs[1] is q

# %% [markdown]
# ## On your own
#
# [The exercises of this lesson](../exercises/02_expressions_exercises.ipynb): your own class, from `+` to `**`, and a
# function that finds every box and arrow of its graphs. 50 minutes. The bug hunt below is a good warm-up for them.
#
# ## Bug hunt
#
# Each of these is broken on purpose. Find the reason before you open it.
#
# **1.** This reflected addition never comes back.


# %%
class Endless(Number):
    def __radd__(self, other):
        return other + self


try:
    1 + Endless(2.0)
except RecursionError as error:
    print(type(error).__name__)

# %% [markdown]
# <details><summary>Why?</summary>
#
# `other + self` is the very thing Python could not do: it asks `__radd__` again. Write `self + other`, or wrap
# the number first.
# </details>
#
# **2.** With this subtraction, 2 - a at a = 4 gives +2.


# %%
class Flipped(Number):
    def __rsub__(self, other):
        return Number(self.data - other, (self,), "-")


(2 - Flipped(4.0)).data

# %% [markdown]
# <details><summary>Why?</summary>
#
# Reflected means: self stands on the <em>right</em>. `2 - a` calls `a.__rsub__(2)`, so the answer is
# `other - self`.
# </details>
#
# **3.** The sum is right, but the graph is cut.


# %%
class Cut(Number):
    def __add__(self, other):
        return self.data + other.data


total = Cut(2.0) + Cut(3.0)
print(total, type(total).__name__)

# %% [markdown]
# <details><summary>Why?</summary>
#
# It returns a float. The number is right, and the memory is gone: a float has no inputs.
# </details>
#
# **4.** To find all boxes, walk from the result along `inputs`. The graph of `k + k` has two boxes.


# %%
def boxes(v):
    return [v] + [box for i in v.inputs for box in boxes(i)]


k = Number(2.0)
len(boxes(k + k))

# %% [markdown]
# <details><summary>Why three?</summary>
#
# The walk takes both arrows, so it comes to <code>k</code> twice and lists it twice. A walk through a graph has to
# remember which boxes it has met. In a graph of 40 doublings it would otherwise come to a million million boxes.
# </details>
#
# ## The whole set
#
# The Value of this course knows `+ - * / **`, their reflected forms, `relu`, `tanh`, `sigmoid`, `exp` and
# `log`. Where a result does not exist, it says so.

# %%
a = Value(-2.0, "a")
print((2 - a).data, (6 / a).data, (a**2).data)
try:
    a**0.5
except ValueError as error:
    print(error)

# %% [markdown]
# ## A look ahead
#
# One call fills in every slope: `grad` says by how much `y` grows when that value grows. How the call does it
# is another lesson's matter.

# %%
a = Value(-2.0, "a")
y = (2 - a) * (6 / a) + a**2
y.label = "y"
y.backward()
draw.graph(y)

# %% [markdown]
# Orange with a triangle up: y grows when this value grows. Blue with a triangle down: y falls. The stronger
# the colour, the steeper.
#
# ## Exit question
#
# How many boxes has the graph of `a*b + a*c`?
#
# <details><summary>Answer</summary>
#
# Six: `a`, `b` and `c`; `a*b` and `a*c`; and the sum. Two arrows leave `a`.
# </details>
#
# ## You can now
#
# - say what a Value keeps besides its number,
# - read a computation graph and count its boxes,
# - say why changing a leaf does not change the result, and what "not yet" means,
# - give a class `+`, `*` and their reflected forms.

# %% [markdown] {"jp-MarkdownHeadingCollapsed": true}
# ## For the curious: the sliders, moved from code
#
# These cells make the views of this lesson once more, move them, and print what they then hold. Open them when
# you have tried the views yourself. Code commits a prediction first, like anyone.

# %%
again = live.graph("a * b + c", a=2.0, b=-3.0, c=10.0)
again.sliders["a"].value = 3.0
again.sliders["b"].value = 2.0
again.sliders["c"].value = -1.0
print(again)

# %%
again.expression.value = "(a * b).tanh() + c"
print(again)

# %%
again.expression.value = "a / c"
again.sliders["c"].value = 0.0
print(again.message.value)

# %%
again = live.predict(live.graph("a + a", a=2.0), twice.question, twice.outcome, twice.options, hidden=True)
again.commit("3")
print(again)

# %%
again.view.sliders["a"].value = -1.5
print(again.view)

# %%
again = live.predict(
    live.graph("a * b + c", a=2.0, b=-3.0, c=10.0, rerun=True),
    spreadsheet.question,
    spreadsheet.outcome,
    spreadsheet.options,
    tried=spreadsheet.tried,
)
again.commit("it follows a")
again.view.rerun.value = False
again.view.sliders["a"].value = 5.0
print(again)

# %%
again.view.rerun.value = True
again.view.sliders["b"].value = 1.0
again.view.sliders["c"].value = 0.5
print(again.view)
