# /// lesson
# title = "Order matters"
# minutes = 40
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
# You need: lesson 4, and the Value that takes its own step back. As long as yours doesn't, this page takes the course's
# and says so, and `mine.checkpoint(4)` puts that one into your file.
#
# Lesson 4 ended with a number that nobody explained. You let every box pass on what had arrived, at once, and again
# whenever more arrived, and `a` got -18 although you had measured -15. Yet you had tried every single step, and each of
# them was right. If all steps are right and the result is wrong, then only one thing is left to look at, and that is
# *when* they were taken.
#
# So today is about whose turn it is. At the end your own Value has a `backward()` that is right for any graph, and you
# let it loose on the three sliders of lesson 0.

# %% jupyter={"source_hidden": true}
from micrograd_lab import draw, live, mine
from micrograd_lab.checks import lesson_05 as check

draw.machine("gradient")

# %%
live.warmup("05")

# %% [markdown]
# ## Whose turn is it?
#
# Here is a graph like the one that gave -18, in which one result is used twice. All boxes are of your own class, and
# what they pass on is what your own `_backward` passes on.
#
# You say who is next. Click a box, or go to it with the arrow keys and press Enter, and it takes its step back. Find an
# order that leaves -15 at `a`. Nobody has told you how, so try, look at the marks (a cross is a gradient that is
# wrong), and press *reset* when you are stuck.

# %%
numbers = {"a": 2.0, "b": -3.0, "c": 4.0}


def twice(a, b, c):
    t = a * b
    u = t * c
    t.label, u.label = "t", "u"
    return t + u


Value = mine.Value

# %%
yours = live.backward(twice, order="you choose", menu=False, engine=Value, **numbers)
yours

# %% [markdown]
# When you have an order that works, ask yourself why it does. You will need the answer soon.
#
# ## What happened at t
#
# Now watch the order of lesson 4, in which every box passes on at once. Press *step* until the end, and keep an eye on
# `t`: it has its turn, then more arrives, and then it has its turn again.

# %%
at_once = live.backward(twice, order="recursive", menu=False, engine=Value, **numbers)
at_once

# %% [markdown]
# `t` passed its 1 on at once. Then 4 more came from `u`, and `t` passed on all that it held, 5, although 1 of that had
# gone already. So 6 went on instead of 5, and `a` got 6 * -3 = -18, where 5 * -3 = -15 would have been right. It spoke
# before everybody had spoken to it.
#
# And that is the whole trouble, so the cure is short. `t` can't know how much is still to come, but it can know from
# whom: only a box that was made from `t` ever sends anything to `t`. **A box sends once, and only when all of its users
# have sent.** Then whatever it holds is all that it will ever get.
#
# ## Which of them goes wrong?
#
# Here are four graphs. If every box passes on at once, then on three of them every gradient comes out right all the
# same, and on one it doesn't. Look for the box that would have to speak twice.

# %% jupyter={"source_hidden": true}
four = {
    "A": lambda a, b, c: a + a,
    "B": lambda a, b, c: (a * b) * (a + b),
    "C": lambda a, b, c: (lambda t: t * t)(a + b),
    "D": lambda a, b, c: (a * b + c).tanh(),
}
pictures = {name: draw.graph(f(*(Value(x, label=n) for n, x in numbers.items()))) for name, f in four.items()}


def wrong_one(view):
    """The name of the graph on which passing on at once comes out wrong."""
    views = {name: live.backward(f, order="recursive", engine=Value, **numbers) for name, f in four.items()}
    for each in views.values():
        each.finish()
    return next(name for name, each in views.items() if any(each.results["recursive"].wrong.values()))


which = live.predict(
    live.backward(four["C"], order="recursive", engine=Value, **numbers),
    question="Every box passes on at once. On which of these does a gradient come out wrong?",
    options=live.pictures(pictures),
    outcome=wrong_one,
    lesson="05",
    name="which goes wrong",
    hidden=True,
    big=True,
    answers={
        "A": "a is used twice, so it gets something twice, and both times it may add it up in peace: a is a leaf, and "
        "a leaf has nobody to send to. It takes a box that is used twice and has inputs of its own.",
        "B": "a and b are used twice each, and that does no harm, because both are leaves: they have nobody to send "
        "to. The product and the sum in between have one user each. Look for a box that has inputs and two users.",
        "C": "Two arrows lead from the sum to one and the same box, so the sum has its turn twice. It has inputs, and "
        "the second time it sends them all that it had sent before.",
        "D": "In a tree every box has one user, so whatever arrives there first is all that ever arrives. Look for a "
        "box that has inputs and two arrows leaving it.",
    },
    giveaways=("goes wrong on C", "wrong on C"),
)
which

# %% [markdown]
# Most graphs that are drawn on blackboards are like the other three, which is why passing on at once has so long a
# life: whoever tries it on them finds nothing wrong.
#
# ## An order for any graph
#
# You found an order by looking at a picture. Your Value has to find one by itself, for graphs that nobody will ever
# draw, and it knows only one thing about its place: what it was made from. It doesn't know its users.
#
# There is a neat way round that. First put a box's inputs into the list, and then the box itself, in front of all that
# stands there. Then every box stands before everything that it was made from, which means that, seen from an input, all
# of its users come first. Which line puts `v` there?


# %%
def turns(root):
    """The boxes in the order in which they have their turn."""
    order, seen = [], set()

    def visit(v):
        if v not in seen:
            seen.add(v)
            for i in v.inputs:
                visit(i)
            ...  # now all inputs of v stand in the list: put v in front of them

    visit(root)
    return order


# %%
check.complete_turns(turns)

# %% [markdown]
# Such an order, read from its other end, is called a **topological order**: each box after all that it was made from.
# With it the rest is three lines. The output's own slope is 1, since y grows by 1 when y grows by 1, and then everybody
# has a turn.

# %% jupyter={"source_hidden": true}
from micrograd_lab.orders import in_turn  # the course's own, should yours still have its blank

if not turns(Value(1.0)):
    turns = in_turn
    print("turns still has its blank, so from here on this page takes the course's own.")

# %%
a, b, c = (Value(x, label=name) for name, x in numbers.items())
y = twice(a, b, c)
y.grad = 1.0
for v in turns(y):
    v._backward()

print([v.label or "y" for v in turns(y)])
print(a.grad, b.grad, c.grad)

# %%
assert (a.grad, b.grad, c.grad) == (-15.0, 10.0, -6.0)

# %% [markdown]
# -15, as you measured. Compare the order with the one that you found by clicking.
#
# ## What the order is worth
#
# There is another way to be right. If each box passes on only what has *just* arrived, and never what it held before,
# then nothing is sent twice, in whatever order one goes. It walks every road from the output to the leaves. Here are 18
# sums in a row, each of which adds a number to itself.

# %%
y = Value(1.0)
for _ in range(18):
    y = y + y

roads = {y: 1}
for v in turns(y):
    for i in v.inputs:
        roads[i] = roads.get(i, 0) + roads[v]
print(len(roads), "boxes")

# %% jupyter={"source_hidden": true}
how_many = live.predict(
    None,
    question="Of these 19 boxes each has two arrows to the next. How many roads lead from the output to the leaf?",
    options=("19", "36", "324", "262,144"),
    outcome=lambda view: f"{max(roads.values()):,}",
    lesson="05",
    name="how many roads",
    answers={
        "19": "So many boxes there are. But at each of the 18 sums a road can take either of two arrows, so with every "
        "sum there are twice as many.",
        "36": "So many arrows there are, two at each sum. But a road takes one of them at each, and whichever it took, "
        "at the next it has both again: with every sum there are twice as many.",
        "324": "That is 18 times 18. But with every sum there are twice as many roads: 2 times 2 times 2, and so on, "
        "18 times.",
        "262,144": "With every sum there are twice as many: 2 times 2 times 2, and so on, 18 times.",
    },
    giveaways=("262,144", "2**18"),
)
how_many

# %% [markdown]
# Whoever walks every road is right and never done: with sixty doublings it would take longer than you live. It is the
# order that makes it cheap, because each box sends once, for all roads that end in it.
#
# ## Complete it: how many users?
#
# The exercise finds an order in another way, the way in which you found yours: it starts at the output, and a box is
# due when the last of its users has sent. For that one must know how many users there are. An arrow counts as a user,
# so in `a + a` the leaf has two. What does the blank count?


# %%
def users(root):
    """{box: how many arrows lead from it to boxes that use it}"""
    count, todo = {root: 0}, [root]
    for v in todo:  # grows while it is read
        for i in v.inputs:
            if i not in count:
                count[i] = 0
                todo.append(i)
            count[i] = ...
    return count


# %%
check.complete_users(users)

# %% [markdown]
# ## Find it and mend it
#
# Two that go wrong, each by one line. The check says on which graph and which numbers; why is for you to find. Change
# the line, run the cell, run the check again.


# %%
def sweep(root):
    order, seen = [], set()

    def visit(v):
        if v not in seen:
            seen.add(v)
            for i in v.inputs:
                visit(i)
            order.append(v)

    visit(root)
    for v in order[::-1]:
        v._backward()


# %%
check.mend_sweep(sweep)

# %% [markdown]
# The second one is nastier, since it is right on most days.


# %%
def in_line(root):
    order, seen = [], []

    def visit(v):
        if v.data not in seen:
            seen.append(v.data)
            for i in v.inputs:
                visit(i)
            order.append(v)

    visit(root)
    return order[::-1]


# %%
check.mend_in_line(in_line)

# %% [markdown]
# ## Your own backward()
#
# Go to the exercises now, do the first two, and come back with a `backward()` of your own: 5.1 is an order, and 5.2
# makes the three lines a method of your Value. `mine.py` keeps both, and the others can wait until you are through
# here.
#
# ## It moves three numbers
#
# In lesson 0 you had a minute to bring three sliders to where the loss is below 0.1, and you moved one after the other,
# because you could only ask one at a time. Press *let backward() move them*. It asks all three at once, by the class
# that you have written.

# %%
three = live.three(engine=mine.Value)
three

# %% [markdown]
# You have seen nothing but slopes so far, and here they do what they are for: each step moves every number a little
# against its slope, and the loss falls. It is the first thing of yours that learns, and the network of lesson 0 does
# the same with 337 numbers.
#
# ## Another engine
#
# Here is a second engine that somebody else has written. It has the same operations as yours and an order that is
# right. Six graphs, and on each the gradient of `a` by yours and by theirs:

# %%
from micrograd_lab.experiments.second_engine import Value as Theirs

graphs = {
    "a * b + c": lambda a, b, c: a * b + c,
    "a + a": lambda a, b, c: a + a,
    "t + t * c": twice,
    "(a * b) * (a + b)": lambda a, b, c: (a * b) * (a + b),
    "(a * b).exp() + c.tanh()": lambda a, b, c: (a * b).exp() + c.tanh(),
    "(a * a.exp() / 16).tanh()": lambda a, b, c: (a * a.exp() / 16).tanh(),
}


# %%
def slope_of_a(engine, f):
    a, b, c = (engine(x) for x in numbers.values())
    y = f(a, b, c)
    y.grad = 1.0
    for v in turns(y):
        v._backward()
    return a.grad


# %%
for name, f in graphs.items():
    print(f"{name:<26}{slope_of_a(mine.Value, f):>10.4f}{slope_of_a(Theirs, f):>10.4f}")

# %% [markdown]
# On five graphs they agree to the last digit, and on the sixth they don't. So one of you is wrong, and neither has
# raised an error. Which one? You can't tell by looking at the numbers, and "mine, of course" is no argument. The next
# lesson is about how one finds out.

# %% [markdown] {"jp-MarkdownHeadingCollapsed": true}
# ## Further
#
# **Any order, on any expression.** The same stepper with all orders that people try, for expressions of your own. Press
# *to the end*, and compare the rows: a cross marks what is wrong. Breadth first is the one to play with, because it
# looks so much like a right one.

# %%
orders = live.backward("(a * b) * (a + b)", engine=Value, **numbers)
orders

# %% [markdown]
# **Passing the increment.** The way that is right and walks every road, in four lines. It makes nearly twice as many
# calls as there are roads to the leaf, since it calls on every box along each of them: on eighteen doublings that is
# half a million.


# %%
def send(v, amount, slopes):
    for i, slope in zip(v.inputs, slopes(v), strict=True):
        i.grad += slope * amount
        send(i, slope * amount, slopes)


# %%
from micrograd_lab.backward_steps import calls

for doublings in (2, 10, 18):
    y = Value(1.0)
    for _ in range(doublings):
        y = y + y
    print(
        f"{doublings:>2} doublings: {calls(y):>2} visits in order, {calls(y, 'increment'):>7,} calls by the increment"
    )

# %% [markdown]
# **Deep graphs.** `visit` calls itself once for each level, and Python stops that at about 1,000. This is Python's
# stack and not mathematics, so it helps to keep a stack of one's own. Each box comes up twice: the first time its
# inputs are put on top of it, and when it comes up again, all of them are done.


# %%
def with_a_stack(root):
    order, seen, stack = [], set(), [(root, False)]
    while stack:
        v, done = stack.pop()
        if done:
            order.insert(0, v)
        elif v not in seen:
            seen.add(v)
            stack.append((v, True))
            stack.extend((i, False) for i in v.inputs)
    return order


# %%
deep = Value(0.0)
for _ in range(3000):
    deep = deep + 1.0
print(len(with_a_stack(deep)), "boxes in order, on a graph 3,000 deep")

# %% [markdown]
# **The course's engine.** It finds its order by levels, and it must make no difference to it whether the short road to
# `t` is written first or last.

# %%
from micrograd_lab import Value as Kit

for made in (lambda t, c: t + t * c, lambda t, c: t * c + t):
    a, b, c = map(Kit, numbers.values())
    made(a * b, c).backward()
    print([v.grad for v in (a, b, c)])

# %% [markdown]
# **A set of inputs.** micrograd keeps what a box was made from in a set. Then `a + a` has one input left of two, and an
# order that is wrong may pass today and fail tomorrow, because a set comes in an order of its own. A tuple costs
# nothing.
#
# **The views, moved from code.** These cells hold the answers, so open them after you have tried the views yourself.

# %%
again = live.backward(twice, order="you choose", menu=False, engine=Value, **numbers)
for name in ("y", "u", "t"):
    again.fire(name)
print(again)

# %%
view = live.backward(four["C"], order="recursive", engine=Value, **numbers)
again = live.predict(view, which.question, which.outcome, live.pictures(pictures), hidden=True)
again.commit("A")
print(again.happened)

# %%
again = live.backward(twice, engine=Value, **numbers)
for order in ("topological", "recursive", "breadth-first"):
    again.choice.value = order
    again.finish()
print("\n".join("  ".join(row) for row in again.rows()))
