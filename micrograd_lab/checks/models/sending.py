"""Ways to send to inputs that are wrong though each slope is right: `send(v, slopes)`, as a `_backward` does it."""


def each(share):
    """Each input gets this share, added: a function of its slope, of what has arrived, of v, and of the input."""

    def send(v, slopes):
        for i, slope in zip(v.inputs, slopes, strict=True):
            i.grad += share(slope, v.grad, v, i)

    return send


def replacing(*places):
    """At these inputs the gradient is replaced."""

    def send(v, slopes):
        for n, (i, slope) in enumerate(zip(v.inputs, slopes, strict=True)):
            i.grad = slope * v.grad + (0.0 if n in places else i.grad)

    return send


def only(place):
    def send(v, slopes):
        v.inputs[place].grad += slopes[place] * v.grad

    return send


def all_to(place):
    def send(v, slopes):
        for slope in slopes:
            v.inputs[place].grad += slope * v.grad

    return send


def replaced_alone(v, slopes):
    for i, slope in zip(v.inputs, slopes, strict=True):
        i.grad = slope


def zeroing_first(v, slopes):
    for i in v.inputs:
        i.grad = 0.0
    each(lambda slope, g, v, i: slope * g)(v, slopes)


def exchanged(v, slopes):
    each(lambda slope, g, v, i: slope * g)(v, slopes[::-1])


def at_one(place, send):
    """This way at one input alone; the right way at the other."""

    def sent(v, slopes):
        inputs = v.inputs
        for n, (i, slope) in enumerate(zip(inputs, slopes, strict=True)):
            v.inputs = (i,)
            (send if n == place else each(lambda slope, g, v, i: slope * g))(v, [slope])
        v.inputs = inputs

    return sent


def by_other_grad_at(place):
    def send(v, slopes):
        a, b = v.inputs
        a.grad += (b.grad if place == 0 else b.data) * v.grad
        b.grad += (a.grad if place == 1 else a.data) * v.grad

    return send


def multiplying(v, slopes):
    for i, slope in zip(v.inputs, slopes, strict=True):
        i.grad *= slope * v.grad


def used_up_in_place(v, slopes):
    for i, slope in zip(v.inputs, slopes, strict=True):
        v.grad *= slope
        i.grad += v.grad


def wiped_between(v, slopes):
    v.inputs[0].grad += slopes[0] * v.grad
    v.grad = 0.0


def replaced_passing(v, slopes):
    for i in v.inputs:
        i.grad = v.grad


def by_self_grad(v, slopes):
    """Both lines of a * with self.grad where out.grad is meant."""
    a, b = v.inputs
    a.grad += b.data * a.grad
    b.grad += a.data * a.grad


def by_self_grad_first(v, slopes):
    a, b = v.inputs
    a.grad += b.data * a.grad
    b.grad += a.data * v.grad


def once(v, slopes):
    """As `if other is not self`, as a set of inputs, as a dict by input, and as a, b = ... at once."""
    for n, (i, slope) in enumerate(zip(v.inputs, slopes, strict=True)):
        if not any(i is other for other in v.inputs[:n]):
            i.grad += slope * v.grad


def by_other_grad(v, slopes):
    a, b = v.inputs
    a.grad, b.grad = a.grad + b.grad * v.grad, b.grad + a.grad * v.grad


def by_other_grad_in_turn(v, slopes):
    a, b = v.inputs
    a.grad += b.grad * v.grad
    b.grad += a.grad * v.grad


def by_other_grad_kept(v, slopes):
    a, b = v.inputs
    before = a.grad, b.grad
    a.grad += before[1] * v.grad
    b.grad += before[0] * v.grad


def relu_of_upstream(v, slopes):
    v.a.grad += max(0.0, v.grad)


def relu_by_own(v, slopes):
    v.a.grad += v.grad if v.a.grad > 0 else 0.0


def relu_replaces_open(v, slopes):
    if v.a.data > 0:
        v.a.grad = v.grad


def relu_wipes(v, slopes):
    v.a.grad = v.a.grad + v.grad if v.a.data > 0 else 0.0


def relu_by_upstream(v, slopes):
    v.a.grad += 1.0 if v.grad > 0 else 0.0
