# /// exercises
# minutes = 45
# ///

# %% [markdown]
# You need: lesson 5, and the Value that takes its own step back from exercises 4.
#
# Here your Value gets its `backward()`: first an order in which every box has its turn, then the turns themselves, as a
# method. Write your code where it says *your code here*. Run the cell, then the check below it; what passes goes into
# your `mine.py`.
#
# Stuck? Make a cell of your own (press Esc, then b) and run `check.backward.hint()` in it: it gives a question, then a
# pointer, then nearly the code. After an attempt, `check.backward.solution()` shows one way.

# %%
from micrograd_lab import draw, live, mine
from micrograd_lab.checks import lesson_05 as check

Value, Number = mine.Value, check.Number

# %% [markdown]
# The checks ask what you write on a graph of `Number`s. A `Number` has what your Value has: `data`, `grad`, `inputs`,
# and a `_backward()` that takes its own step back. It also keeps its local derivatives in `partials`, should you want
# them.

# %%
a, b, c = Number(2.0), Number(-3.0), Number(4.0)
t = a * b
y = t + t * c
print("t is made from", [v.data for v in t.inputs], "with local derivatives", t.partials)

# %% [markdown]
# ## 5.1 An order
#
# Write `topological(root)`: a list of every box that root depends on, **each one once, and after all of its inputs**.
# Root comes last.
#
# The lesson went down to the inputs first. Try it from the other end, as you did when you chose whose turn it was:
# count the arrows that leave each box, begin with the output, and take a box when the last of its users has been taken.
# That gives the order of turns, so it has to be turned round at the end. It needs no function that calls itself, and so
# no graph is too deep for it. (Any way that gives such a list is right.)


# %% answer="5.1"
def topological(root):
    """Every box below root and root itself, each after its inputs."""
    ### BEGIN SOLUTION
    count, todo = {root: 0}, [root]
    for v in todo:
        for i in v.inputs:
            if i not in count:
                count[i] = 0
                todo.append(i)
            count[i] += 1
    order, due = [], [root]
    while due:
        v = due.pop()
        order.append(v)
        for i in v.inputs:
            count[i] -= 1
            if count[i] == 0:
                due.append(i)
    order.reverse()
    return order
    ### END SOLUTION


# %% check="5.1"
check.order(topological)

# %% [markdown]
# ## 5.2 backward
#
# Write `backward(self)`: put d self / d v into `v.grad` for every box v below. It becomes a method of your Value, so
# the output is called `self`, and `y.backward()` is all that one has to say from then on. *A box has its turn when
# everything has arrived, and each box knows its own step.*


# %% answer="5.2"
def backward(self):
    """Fill in the gradients of all boxes below self."""
    ### BEGIN SOLUTION
    self.grad = 1.0
    for v in reversed(topological(self)):
        v._backward()
    ### END SOLUTION


# %% check="5.2"
check.backward(backward)

# %% [markdown]
# See it on the graph of the lesson, made of your own Values. The leaf a should say -15, and b 10.

# %%
Value.backward = backward
a, b, c = (Value(x, label=name) for name, x in (("a", 2.0), ("b", -3.0), ("c", 4.0)))
t = a * b
y = t + t * c
y.backward()
draw.graph(y)

# %% [markdown]
# And now let it do what it is for. These are the sliders of lesson 0, and the button lets your `backward()` move them.

# %%
live.three(engine=Value)

# %% [markdown]
# ## 5.3 More than one order
#
# No points here. In `y = t + t * c` your `backward` takes the boxes in one order, and another one is right as well.
# Which? Write it down as names, the output first: `y`, `t * c`, `t`, and the three leaves. How many right ones are
# there in all?

# %% answer="5.3"
my_order = ...
### BEGIN SOLUTION
my_order = ["y", "t * c", "c", "t", "b", "a"]  # c is due as soon as t * c has sent; a and b in any order, after t
### END SOLUTION

# %% [markdown]
# ## 5.4 Where recursion fails
#
# "Send to your inputs, then call yourself on each of them." On many graphs that gives the right gradients. Write an
# expression of three Numbers on which it does not, another one than the lesson's `t + t * c`. The smaller, the better.


# %% answer="5.4"
def expression(a, b, c):
    """An expression on which plain recursion gives wrong gradients."""
    ### BEGIN SOLUTION
    t = a * b
    return t + t
    ### END SOLUTION


# %% check="5.4"
check.counterexample(expression)

# %% [markdown]
# ## 5.5 Without recursion
#
# A sum of 5,000 terms is a graph 5,000 boxes deep, and Python stops a function that calls itself so often. Write
# `backward_deep(root)`, the same as `backward`, with no function that calls itself. If you counted users in 5.1, you
# are nearly there; if you visited inputs, keep a stack of your own.


# %% answer="5.5"
def backward_deep(root):
    """Like backward, for graphs of any depth."""
    ### BEGIN SOLUTION
    order, seen, stack = [], set(), [(root, False)]
    while stack:
        v, done = stack.pop()
        if done:
            order.append(v)
        elif v not in seen:
            seen.add(v)
            stack.append((v, True))
            stack.extend((i, False) for i in v.inputs)
    root.grad = 1.0
    for v in reversed(order):
        v._backward()
    ### END SOLUTION


# %% check="5.5"
check.deep(backward_deep)

# %% [markdown]
# ## Where you stand

# %%
check.summary()
