"""How a value sends to its inputs, given its local derivatives: the right way first."""


def sending(v, slopes):
    for i, slope in zip(v.inputs, slopes, strict=True):
        i.grad += slope * v.grad


def replacing(v, slopes):
    for i, slope in zip(v.inputs, slopes, strict=True):
        i.grad = slope * v.grad


def replacing_in_exp_and_pow(v, slopes):
    (replacing if v.op in ("exp", "**") else sending)(v, slopes)


def zeroing_first(v, slopes):
    for i in v.inputs:
        i.grad = 0.0
    sending(v, slopes)


def slopes_alone(v, slopes):
    for i, slope in zip(v.inputs, slopes, strict=True):
        i.grad += slope


def slopes_alone_where_one_input(v, slopes):
    (slopes_alone if len(v.inputs) == 1 else sending)(v, slopes)


def adding_upstream(v, slopes):
    for i, slope in zip(v.inputs, slopes, strict=True):
        i.grad += slope + v.grad


def upstream_alone(v, slopes):
    for i in v.inputs:
        i.grad += v.grad


def to_the_first_alone(v, slopes):
    v.inputs[0].grad += slopes[0] * v.grad


def to_the_last_alone(v, slopes):
    v.inputs[-1].grad += slopes[-1] * v.grad
