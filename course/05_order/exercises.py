# /// exercises
# minutes = 40
# ///

# %% [markdown]
# You need: lesson 5, and local derivatives from lesson 4.
#
# Here you write `backward()`: first the order in which nodes send, then the sending, then a version that no graph
# is too deep for. Write your code where it says *your code here*. Run the cell, then the check below it.
#
# Stuck? `check.backward.hint()` gives a question, then a pointer, then nearly the code. After an attempt,
# `check.backward.solution()` shows one way.

# %%
from micrograd_lab import draw
from micrograd_lab.checks import lesson_05 as check

Number = check.Number

# %% [markdown]
# A `Number` keeps its `data`, its `inputs`, and one local derivative per input in `partials`. Its `grad` is 0 until
# somebody fills it in. That somebody is you.

# %%
a, b, c = Number(2.0), Number(-3.0), Number(4.0)
t = a * b
y = t + t * c
print("t is made from", [v.data for v in t.inputs], "with local derivatives", t.partials)

# %% [markdown]
# ## 5.3 First try it yourself
#
# No points here, and no method yet. In `y = t + t * c`, `t` has two users: the `+`, and the `*`. Each sends
# gradient back to `t`, and `t` sends on to `a` and `b`.
#
# In which order should the five nodes `y`, `t * c`, `t`, `a`, `b` have their turn, so that none sends before it
# has everything? Write an order, and the reason in one sentence.

# %% answer="5.3"
my_order = ...
### BEGIN SOLUTION
my_order = ["y", "t * c", "t", "a", "b"]  # t sends last, when y and t * c have both sent to it
### END SOLUTION

# %% [markdown]
# Look at yours again after 5.2.
#
# ## 5.1 An order
#
# Write `topological(root)`: a list of every node that root depends on, **each one once, and after all of its
# inputs**. Root comes last.


# %% answer="5.1"
def topological(root):
    """Every node below root and root itself, each after its inputs."""
    ### BEGIN SOLUTION
    order, seen = [], set()

    def visit(v):
        if v in seen:
            return
        seen.add(v)
        for i in v.inputs:
            visit(i)
        order.append(v)

    visit(root)
    return order
    ### END SOLUTION


# %% check="5.1"
check.order(topological)

# %% [markdown]
# ## 5.2 backward
#
# Write `backward(root)`: put d root / d v into `v.grad` for every node. Which principle is it? *A node sends when
# everything has arrived: its grad, times the local derivative of the edge, added to the input's grad.*


# %% answer="5.2"
def backward(root):
    """Fill in the gradients of all nodes below root."""
    ### BEGIN SOLUTION
    root.grad = 1.0
    for v in reversed(topological(root)):
        for i, partial in zip(v.inputs, v.partials, strict=True):
            i.grad += partial * v.grad
    ### END SOLUTION


# %% check="5.2"
check.backward(backward)

# %% [markdown]
# See it on the graph. `a` should say -15, and `b` 10.

# %%
a, b, c = Number(2.0), Number(-3.0), Number(4.0)
t = a * b
y = t + t * c
backward(y)
draw.graph(y)

# %% [markdown]
# ## 5.4 Where recursion fails
#
# "Just recurse: send to your inputs, then call yourself on each of them." On many graphs that gives the right
# gradients. Write an expression of three Numbers on which it does not. The smaller, the better.


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
# A sum of 5,000 terms is a graph 5,000 nodes deep. Python stops a function that calls itself so often. Write
# `backward_deep(root)`, the same as `backward`, with no function that calls itself.


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
        for i, partial in zip(v.inputs, v.partials, strict=True):
            i.grad += partial * v.grad
    ### END SOLUTION


# %% check="5.5"
check.deep(backward_deep)

# %% [markdown]
# ## Where you stand

# %%
check.summary()
