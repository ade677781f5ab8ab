# /// lesson
# title = "Numbers that remember"
# minutes = 30
# afterwards = "read a computation graph, and build numbers that remember how they were made"
# picture = '''
# a, b, c = Value(2.0, "a"), Value(-3.0, "b"), Value(10.0, "c")
# y = a * b + c
# y.label = "y"
# draw.graph(y)
# '''
# ///

# %% [markdown]
# You need: lesson 1, and Python functions and classes.
#
# In lesson 1 you asked a number which way it should move: nudge it, run everything again, look at the loss. It works,
# but every number costs a run of its own, so the net on the first page would need 338 runs for a single step. Then you
# met three wheels: if you know that y turns twice as fast as x, and z three times as fast as y, nothing has to be run
# again to know how fast z turns with x.
#
# So what is missing is a record of the gears, and today you build the number that keeps it.

# %% jupyter={"source_hidden": true}
from micrograd_lab import draw, live

draw.machine("numbers")

# %% jupyter={"source_hidden": true}
live.warmup("02")

# %% [markdown]
# ## A number without a past
#
# A plain number can't give you such a record, because it keeps nothing of how it came about:

# %%
x = 2.0
y = x * 3 + 1
y

# %% [markdown]
# Ask this 7.0 where it came from, and it can't tell you. Here is the same line with another kind of number.

# %%
from micrograd_lab import Value

x = Value(2.0, label="x")
y = x * 3 + 1
y.label = "y"
draw.graph(y)

# %% [markdown]
# Read it from the left: 2 and 3 meet at ×, which makes 6; 6 and 1 meet at +, which makes 7. The boxes with round
# corners are what you put in yourself: the **leaves**. Every other box was made by the operation on its left edge.
# Nobody has named the one in the middle, so the picture calls it v2, the second box, to be able to speak of it.
#
# `draw` never saw your line of code. All this is what `y` itself remembers: its number in `data`, the Values that it
# was made from in `inputs`, the operation in `op`. So you can walk back into its past, step by step, and end where you
# began:

# %%
y.inputs[0].inputs[0] is x

# %% [markdown]
# **A number that remembers how it was made can tell you what would move it, and how strongly.** Today you build the
# memory; in lesson 3 you ask.
#
# ## Predict: a + a
#
# Before you build such a graph, see whether you can read one that isn't drawn yet.

# %% jupyter={"source_hidden": true}
twice = live.predict(
    live.graph("a + a", a=2.0, gradients=False),
    question="How many boxes does the graph of a + a have?",
    options=["1", "2", "3"],
    outcome=lambda view: str(len(view.records)),
    lesson="02",
    name="boxes of a + a",
    hidden=True,
    big=True,
    answers={
        "1": "You saw that there is only one a. But the sum is a number of its own, with another past than a's, so it "
        "gets a box too.",
        "2": "If you counted two because two letters stand there, look again: one box is a, which is used twice and "
        "still is one Value, and the other is the sum. Count the arrows between them, and keep this picture.",
        "3": "You gave a box to each a in the line. But both are names of the same Value, and a name is no copy: what "
        "there is twice is the arrow. Keep this picture.",
    },
    giveaways=("two boxes", "2 boxes", "two arrows", "used twice"),
)
twice

# %% [markdown]
# ## Is it a spreadsheet?
#
# If `y` knows that it was made from `a`, does it notice when `a` changes? Below is `y = a * b + c`, with a switch that
# is ticked. As long as it is, y follows when you drag a.

# %% jupyter={"source_hidden": true}
spreadsheet = live.predict(
    live.graph("a * b + c", a=2.0, b=-3.0, c=10.0, rerun=True, gradients=False),
    question="You take the tick away, then drag a. What does y.data do?",
    options=["it follows a", "it stays what it was", "it becomes 0"],
    outcome="it stays what it was",
    lesson="02",
    name="spreadsheet",
    answers={
        "it follows a": "In a spreadsheet it would, because there each cell watches its neighbours. Here nobody does. "
        "It was worked out once, when that line ran, and keeps the note of how. To get a new y, make it happen again.",
        "it stays what it was": "It does, although y knows a. To know what one was made from is not to watch it: a "
        "graph is a record of what happened. To get a new y, make it happen again.",
        "it becomes 0": "Nothing tells y that a is another number now, so nothing can take its own number away either. "
        "It was worked out once, when that line ran. To get a new y, make it happen again.",
    },
    tried=lambda view: view.leaves["a"].data != view.ran_at["a"],
    then="Take the tick away, and drag a.",
    giveaways=("a.data = 5", "sat still", "a record of what happened"),
)
spreadsheet

# %% [markdown]
# ## Build the memory
#
# **A graph is a record of what happened, not a promise of what will happen.** And how does it come to be written?
# Python turns `p - q` into `p.__sub__(q)`, so if you write that method, you decide what the result will know. This one
# works the number out, keeps what it was made from, and names the operation:


# %%
class Number:
    def __init__(self, data, inputs=(), op=""):
        self.data, self.inputs, self.op = data, inputs, op

    def __sub__(self, other):
        return Number(self.data - other.data, (self, other), "-")


r = Number(5.0) - Number(3.0)
draw.graph(r)

# %% [markdown]
# That is the whole trick, and `draw` takes your class as it took the course's, since it asks for nothing but `data`,
# `inputs` and `op`.
#
# ## Complete it
#
# The size of a number, |−3| = 3, is made from one number, not from two. Put what it should keep in the place of the
# dots, run the cell, and then the check below it.

# %%
from micrograd_lab.checks import lesson_02 as check


# %%
def size(self):
    return Number(abs(self.data), ..., "abs")


Number.__abs__ = size

# %%
check.complete_size(size)

# %% [markdown]
# ## A division
#
# Here somebody has added the division, and it seems to work, because 6 / 3 is 2.


# %%
def divide(self, other):
    return Number(self.data / other.data, (other, self), "/")


Number.__truediv__ = divide
q = Number(6.0) / Number(3.0)
q.data

# %% [markdown]
# But whoever comes later sees only the record. Let them work it out again from there:

# %%
first, second = q.inputs
first.data / second.data

# %% [markdown]
# One division and two results, so either the number or the record lies. Mend the line in the cell above, run that cell
# again, and then:

# %%
check.mend_quotient(divide)

# %% [markdown]
# ## Counting boxes
#
# Whoever asks a graph something has to walk through it, from the result along `inputs`, as `draw` does. This walk
# counts boxes, and so that it can count them it notes in `met` whom it has met.


# %%
def boxes(v, met):
    met.append(v)
    for i in v.inputs:
        boxes(i, met)
    return len(met)


k = Number(2.0)
boxes(k - k - k, [])

# %% [markdown]
# It says 5. Draw the graph of `k - k - k`, and you will count fewer. In a small one you could live with that. But take
# `k - k`, then that minus itself, and so on, 40 times: this walk would have to go a million million ways. What is it
# that it never asks? Mend it.

# %%
check.mend_count(boxes)

# %% [markdown]
# ## One nudge, carried forward
#
# Now the record can do what you wanted of it. Nudge `a` by 0.1 in this graph, and carry the nudge along the arrows by
# hand, without running the line again.

# %%
a, b, c = Value(2.0, "a"), Value(-3.0, "b"), Value(10.0, "c")
y = a * b + c
y.label = "y"
draw.graph(y)

# %% [markdown]
# At × the nudge is multiplied by the number that stands beside `a`, which is `b`: if `a` grows by 1, the product grows
# by −3. At + it goes on as it is, because whatever one side gains, the sum gains too.

# %%
nudge = 0.1
product_moves = nudge * b.data
y_moves = product_moves
round(y_moves, 4)

# %% [markdown]
# So `y` falls by 0.3, and you knew it without a second run. Run it once all the same, to see whether the record is
# right:

# %%
round((2.1 * -3.0 + 10.0) - (2.0 * -3.0 + 10.0), 4)

# %% [markdown]
# Now the same for `b`. By which number is its nudge multiplied? Here `a`, `b` and `c` are handed over as plain numbers,
# no longer as Values, so a name alone is enough.


# %%
def from_b(nudge, a, b, c):
    product_moves = nudge * ...
    y_moves = product_moves
    return y_moves


# %%
check.complete_carry(from_b)

# %% [markdown]
# That was the second walk along the same arrows, through the same two boxes, and it told you nothing but `b`. For `c`
# you would begin again, at `c`. Three leaves cost three walks, so the 337 numbers of the net cost 337 walks, and most
# of each walk leads through boxes that the walk before has passed already. You have swapped 338 runs for 337 walks,
# which is hardly a bargain.
#
# But all these walks end in the same box. What if you began there, at `y`, and walked back only once?

# %% [markdown] {"jp-MarkdownHeadingCollapsed": true}
# ## Further
#
# Nothing below is needed for what comes next.
#
# ### The same record in words
#
# Every picture of this course can be read aloud:

# %%
print(draw.graph(y))

# %% [markdown]
# ### The spreadsheet, without a slider

# %%
p, q = Value(2.0), Value(3.0)
product = p * q
p.data = 100.0
product.data, (p * q).data

# %% [markdown]
# ### What the course's Value knows
#
# `+ - * / **`, also with a plain number on the left, and `relu`, `tanh`, `sigmoid`, `exp` and `log`. Where a result
# does not exist, it says so, while Python's own power would quietly go on, with a number of another kind:

# %%
p = Value(-2.0, "p")
print((2 - p).data, (6 / p).data, (p**2).data, type((-2.0) ** 0.5).__name__)
try:
    p**0.5
except ValueError as error:
    print(error)

# %% [markdown]
# ### An addition that never comes back
#
# In `1 + p` Python asks the 1 first. Since the 1 knows no Numbers, Python turns to the right-hand side, for its
# reflected method. Why does this one never end?


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
# <code>other + self</code> is the very thing that Python could not do, so it asks the reflected method again, and
# again. Exercise 2.2 does better.
# </details>
#
# ### An expression of your own
#
# Click into the box *y =* and type one in a, b and c. Try `(a * b).tanh() + c`, where tanh squeezes a number into the
# range from -1 to 1. Then try `a / c`, drag c to 0, and read what it says.

# %%
free = live.graph("a * b + c", a=2.0, b=-3.0, c=10.0, gradients=False)
free

# %% [markdown]
# ### The sliders, moved from code
#
# These cells make the views of this lesson once more, move them, and print what they then hold. Code commits a
# prediction first, like anyone.

# %%
again = live.graph("a * b + c", a=2.0, b=-3.0, c=10.0, gradients=False)
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
again = live.predict(
    live.graph("a + a", a=2.0, gradients=False), twice.question, twice.outcome, twice.options, hidden=True
)
again.commit("3")
print(again)

# %%
again.view.sliders["a"].value = -1.5
print(again.view)

# %%
again = live.predict(
    live.graph("a * b + c", a=2.0, b=-3.0, c=10.0, rerun=True, gradients=False),
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
