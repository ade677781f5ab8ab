# /// exercises
# minutes = 50
# ///

# %% [markdown]
# You need: lesson 6, and a Value with `backward()` from exercises 5. (`mine.checkpoint(5)` puts the course's into
# `mine.py`, should yours have none.)
#
# Here you write the tools that find out whether an engine is right: a check against measured slopes, expressions that
# wrong engines cannot pass, and a comparison with another engine. Then you turn them on your own. Write your code where
# it says *your code here*. Run the cell, then the check below it.
#
# Stuck? Make a cell of your own (press Esc, then b) and run `check.gradcheck.hint()` in it: it gives a question, then a
# pointer, then nearly the code. After an attempt, `check.gradcheck.solution()` shows one way.

# %%
from micrograd_lab import mine
from micrograd_lab.checks import lesson_06 as check

Value, Number = mine.Value, check.Number

# %% [markdown]
# ## 6.1 gradcheck
#
# `f` is a function of plain numbers, `xs` the numbers, `grads` the gradients that somebody claims. Give a list with one
# `True` or `False` for each input: does the claimed gradient agree with the slope that you measure?
#
# They agree when the **relative error** is at most `tolerance`: the difference, divided by the larger of the two sizes.
# Two zeros agree.


# %% answer="6.1"
def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    """For each input, whether its gradient agrees with the measured slope."""
    ### BEGIN SOLUTION
    answers = []
    for i, claimed in enumerate(grads):
        up, down = list(xs), list(xs)
        up[i] += h
        down[i] -= h
        measured = (f(*up) - f(*down)) / (2 * h)
        size = max(abs(claimed), abs(measured)) or 1.0
        answers.append(abs(claimed - measured) / size <= tolerance)
    return answers
    ### END SOLUTION


# %% check="6.1"
check.gradcheck(gradcheck)

# %% [markdown]
# See it at work: the second gradient is wrong.

# %%
gradcheck(lambda a, b: a * b, [2.0, -3.0], [-3.0, 3.0])

# %% [markdown]
# And on your own engine. `f` takes numbers and gives a number, so it is your Value that works it out; what is claimed
# comes from your `backward()`.


# %%
def by_mine(a, b):
    return (a * b).tanh() / b + a.exp() * a


a, b = Value(0.5), Value(-3.0)
by_mine(a, b).backward()
gradcheck(lambda *xs: by_mine(*map(Value, xs)).data, [0.5, -3.0], [a.grad, b.grad])

# %% [markdown]
# ## 6.2 Break the engine
#
# 38 engines are waiting, each of them right but for one thing: a rule, an order, an `=`. Write at most **eight**
# expressions in `a`, `b` and `c`. An engine is exposed when one of your expressions gives it another result or another
# gradient than the right one, at a = -2, b = 3, c = 4. Points by the share that you expose.
#
# An expression is text, such as `"a * b"` or `"t = a * b; t + t"`, or a function of a, b and c. There are `+ - * / **`,
# the minus in front, as in `-a`, plain numbers, and the methods `relu`, `tanh` and `exp`. Whatever an engine can do can
# be wrong in it.
#
# Those who survive are listed by nickname, each with a nudge. Begin with the ones that you like best, and see how far
# they go.

# %% answer="6.2"
probes = ...  # a list of at most eight expressions
### BEGIN SOLUTION
probes = [
    "a + a",  # = for +=
    "t = a * b; t + t * c",  # the order, short road first
    "t = a * b; t * c + t",  # the order, long road first
    "(a * b) * (a + b)",  # upstream
    "a.tanh() + a.exp() + a ** 3",  # three rules, and = in one of them
    "a.relu() * c + (-a).relu() - 3 * b.relu()",  # gates on both sides of 0
    "(2 - a) * (6 / a)",  # plain numbers on the left
]
### END SOLUTION

# %% check="6.2"
check.engines(probes)

# %% [markdown]
# Now run the same tests on two engines that nobody has broken on purpose: the one with the `exp` of lesson 4's page,
# and yours. Do your tests find what has stood there?

# %%
from micrograd_lab.experiments.second_engine import Value as Theirs

check.tested(probes, Theirs)

# %%
check.tested(probes, mine.Value)

# %% [markdown]
# And should yours have one of the 38 faults, it is told here by its name:

# %%
check.faults(mine.Value)

# %% [markdown]
# ## 6.3 backward, twice
#
# This is backward from lesson 5. `y = (a * 1) + c`, called once, gives a the gradient 1. What do you expect after a
# second call? Write it down, then run.


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


def sweep(order):
    for v in reversed(order):
        for i, partial in zip(v.inputs, v.partials, strict=True):
            i.grad += partial * v.grad


# %%
a, c = Number(2.0), Number(4.0)
y = (a * 1) + c
for _ in range(2):
    y.grad = 1.0
    sweep(topological(y))
    print("gradient of a:", a.grad)

# %% [markdown]
# Which value has kept something that it should not? Write `backward(root)` so that a second call adds the same again:
# 2. Two losses that share a leaf must still add up: `3 * a` and `5 * a` give 8.


# %% answer="6.3"
def backward(root):
    """Add d root / d v to the grad of every leaf; what lies between begins anew. Use topological and sweep."""
    ### BEGIN SOLUTION
    order = topological(root)
    for v in order:
        if v.inputs:
            v.grad = 0.0
    root.grad = 1.0
    sweep(order)
    ### END SOLUTION


# %% check="6.3"
check.again(backward)

# %% [markdown]
# ## 6.4 The same as PyTorch
#
# Two expressions, larger than those you check by hand. They are the ones in micrograd's own tests. Each works with
# whatever knows `+ - * / **` and `relu`: with Values, and with PyTorch's numbers.


# %%
def sanity(a):
    z = 2 * a + 2 + a
    q = z.relu() + z * a
    h = (z * z).relu()
    return h + q + q * a


def more(a, b):
    c = a + b
    d = a * b + b**3
    c = c + c + 1
    c = c + 1 + c + (-a)
    d = d + d * 2 + (b + a).relu()
    d = d + 3 * d + (b - a).relu()
    f = (c - d) ** 2
    return f / 2.0 + 10.0 / f


# %% [markdown]
# Write `by_engine(f, *numbers)`: run f on your Values, send gradients back, and give plain numbers: the result, then
# the gradient of each input, in one list.


# %% answer="6.4"
def by_engine(f, *numbers):
    """[result, gradient of the first input, of the second...]"""
    ### BEGIN SOLUTION
    inputs = [Value(x) for x in numbers]
    y = f(*inputs)
    y.backward()
    return [y.data, *[v.grad for v in inputs]]
    ### END SOLUTION


# %% check="6.4"
check.parity(by_engine)


# %% [markdown]
# The other side, for whoever has PyTorch installed. Others see the numbers that it once gave, and are told so:
# *recorded*. The check above compares with the same.


# %%
RECORDED = {sanity: [-20.0, 46.0], more: [24.70408163265306, 138.83381924198252, 645.5772594752186]}


def by_pytorch(f, *numbers):
    try:
        import torch
    except ImportError:
        return RECORDED[f], "recorded"
    inputs = [torch.tensor(x, dtype=torch.float64, requires_grad=True) for x in numbers]
    y = f(*inputs)
    y.backward()
    return [y.item(), *[x.grad.item() for x in inputs]], "PyTorch on this machine"


for f, numbers in ((sanity, (-4.0,)), (more, (-4.0, 2.0))):
    found, where = by_pytorch(f, *numbers)
    print(f"{f.__name__:<8}{[round(x, 6) for x in found]}, {where}")

# %% [markdown]
# ## Where you stand

# %%
check.summary()
