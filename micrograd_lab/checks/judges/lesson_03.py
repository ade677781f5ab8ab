"""Lesson 3: backpropagation by hand."""

import math
import random

from ..judge import Judge, Misconception, same, words

LECTURE = {"a": 2.0, "b": -3.0, "c": 10.0, "f": -2.0}  # the numbers of the lesson
# What is told of a function that is right there, and not elsewhere.
OTHERS_TOO = "It is right for the lesson's numbers. The check tries others too."
TYPED_IN = (
    OTHERS_TOO,
    "write formulas, made of the names that your function is given, instead of the numbers they had in the lesson.",
)
RIGHT_THERE = (
    OTHERS_TOO,
    "do numbers of the lesson stand in your code? Write names for them. If not, work this case out by hand.",
)


def at(case):
    return ", ".join(f"{name} = {number:g}" for name, number in case["inputs"].items())


# 3.1


def hand_numbers(seed):
    """Small whole numbers, such that different slips give different gradients."""
    if not seed:
        return LECTURE
    chance = random.Random(seed)
    while True:
        a, b, c, f = (float(chance.choice((-1, 1)) * chance.randint(2, 9)) for _ in range(4))
        all_slips = [slip(a, b, c, f) for slip in (by_hand, *(slip for slip, *_ in HAND_SLIPS))]
        apart = all(s != t for n, s in enumerate(all_slips) for t in all_slips[:n])
        if apart and a * b + c and len({abs(x) for x in (a, b, c, f)}) == 4:
            return {"a": a, "b": b, "c": c, "f": f}


def hand_cases(seed):
    """One gradient a case, from the output to the leaves."""
    return tuple({"name": name, "inputs": hand_numbers(seed)} for name in "fdecab")


def by_hand(a, b, c, f):
    return {"f": a * b + c, "d": f, "e": f, "c": f, "a": b * f, "b": a * f}


def _local_alone(a, b, c, f):
    return {"f": a * b + c, "d": f, "e": 1.0, "c": 1.0, "a": b, "b": a}


def _swapped(a, b, c, f):
    return {"f": f, "d": a * b + c, "e": f, "c": f, "a": a * f, "b": b * f}


def _swapped_below(a, b, c, f):
    return by_hand(a, b, c, f) | {"a": a * f, "b": b * f}


def _swapped_above(a, b, c, f):
    d = a * b + c
    return {"f": f, "d": d, "e": d, "c": d, "a": b * d, "b": a * d}


def _upstream_alone(a, b, c, f):
    return by_hand(a, b, c, f) | {"a": f, "b": f}


def _adds(a, b, c, f):
    """Local and upstream added."""
    return {"f": a * b + c + 1, "d": f + 1, "e": f + 2, "c": f + 2, "a": b + f + 2, "b": a + f + 2}


def _adds_below(a, b, c, f):
    return by_hand(a, b, c, f) | {"a": b + f, "b": a + f}


def _plus_like_times(a, b, c, f):
    """At the +, the other input as local derivative, as at a product."""
    e = c * f
    return {"f": a * b + c, "d": f, "e": e, "c": a * b * f, "a": b * e, "b": a * e}


def _plus_by_data(a, b, c, f):
    return {"f": a * b + c, "d": f, "e": a * b * f, "c": c * f, "a": b * a * b * f, "b": a * a * b * f}


def _data(a, b, c, f):
    return {"f": f, "d": a * b + c, "e": a * b, "c": c, "a": a, "b": b}


def _no_constant(a, b, c, f):
    return by_hand(a, b, c, f) | {"c": 0.0}


def _seed_is_output(a, b, c, f):
    L = (a * b + c) * f
    return {name: grad * L for name, grad in by_hand(a, b, c, f).items()}


def _without_sign(a, b, c, f):
    return {name: abs(grad) for name, grad in by_hand(a, b, c, f).items()}


def _sign_turned(a, b, c, f):
    return {name: -grad for name, grad in by_hand(a, b, c, f).items()}


def _upstream_twice(a, b, c, f):
    """The gradient of e, which is f already, times f once more."""
    return by_hand(a, b, c, f) | {"a": b * f * f, "b": a * f * f}


HAND_SLIPS = (
    (
        _swapped_below,
        "operands swapped",
        "The operands of a * b are swapped: a has got a's own number, b has got b's. When a grows by 1, a * b grows by "
        "b.",
        "give a the number of b, and b the number of a, each times what arrives at e.",
    ),
    (
        _upstream_alone,
        "upstream alone",
        "You hand on what arrives at e unchanged. A + does that, a * does not.",
        "multiply what arrives at e by the local derivative: the other factor.",
    ),
    (
        _adds_below,
        "added at the last step",
        "At a * b you add the local derivative to what arrives. Rates along one road multiply.",
        "multiply local by upstream; add only where several roads arrive at the same value.",
    ),
    (
        _no_constant,
        "c is constant",
        "c is an input like the others. A number that is only added does matter: when c grows by 1, d grows by 1.",
        "pass what arrives at d on to c, unchanged.",
    ),
    (
        _upstream_twice,
        "upstream counted twice",
        "You have multiplied by f twice on the way to a and b. It is in the gradient of e already.",
        "multiply the gradient of e by the local derivative of a * b, and by nothing more.",
    ),
    (
        lambda a, b, c, f: dict.fromkeys("fdecab", 0.0),
        "all zero",
        "A gradient of 0 says that L does not move with this number. Here it does. When L grows by 1, L grows by 1: "
        "the output's own gradient is 1, not 0, and all others are made from it.",
        "start from dL/dL = 1, and multiply by the local derivatives of the last *.",
    ),
    (
        _local_alone,
        "local alone",
        "That is the local derivative alone: by how much the value's own user grows. Between that user and L stands "
        "more of the graph.",
        "multiply by what has arrived at the user, its gradient: local times upstream.",
    ),
    (
        _swapped,
        "operands swapped, everywhere",
        "At a * each input has been given itself. When one factor grows by 1, the product grows by the other one.",
        "for each factor, ask what it is multiplied by, and take that.",
    ),
    (
        _swapped_above,
        "operands swapped at the output",
        "The operands of d * f are swapped: when f grows by 1, L grows by d; when d grows by 1, L grows by f. All that "
        "lies below d has inherited the slip.",
        "exchange the gradients of d and f, then work down from d once more.",
    ),
    (
        _adds,
        "added instead of multiplied",
        "You add the local derivative to what arrives. If e grows 3 times as fast as a, and L grows 2 times as fast "
        "as e, then L grows 6 times as fast as a.",
        "multiply local by upstream.",
    ),
    (
        _plus_like_times,
        "a + treated like a *",
        "You treat the + like a *: you multiply by the other input. When c grows by 1, e + c grows by 1, whatever e "
        "is.",
        "use 1 as the local derivative on both arrows into the +.",
    ),
    (
        _plus_by_data,
        "a + multiplies by the input itself",
        "At the + you multiply by the input's own number. When c grows by 1, e + c grows by 1, whatever c is.",
        "use 1 as the local derivative on both arrows into the +.",
    ),
    (
        _data,
        "data for gradients",
        "These are the numbers that stand in the boxes, the data. A gradient says by how much L grows when that number "
        "grows by 1.",
        "raise one input by 0.01, compute L again, and divide the change of L by 0.01.",
    ),
    (
        _seed_is_output,
        "starts from L itself",
        "Your gradients are too large by a factor: the number of L. You started from what L is, and not from how fast "
        "it grows with itself.",
        "start from dL/dL = 1.",
    ),
    (
        _without_sign,
        "signs left out",
        "The size is right, the sign is missing. Below 0 means: L falls when this number grows.",
        "keep the sign of each factor, in both the local derivative and what arrives.",
    ),
    (
        _sign_turned,
        "signs turned round",
        "The size is right, the sign is turned round. A gradient says how L changes when the input grows; L being "
        "negative changes nothing in that.",
        "raise f a little in your head: d * f moves by d, with the sign of d.",
    ),
)


USED_BY = {"f": "L*", "d": "L*", "e": "d+", "c": "d+", "a": "e*", "b": "e*"}


def _unfilled(case, result):
    if result.get("_none") == "not a dict":
        return "The check takes all six at once, by name.", 'keep the dict as it was given: {"f": 4.0, ...}.'
    if "_none" in result or result[case["name"]] is None:
        return f"{case['name']} is still to be filled in.", "work from the output to the leaves, one arrow at a time."
    if isinstance(result[case["name"]], str):
        return "That is text, not a number.", "leave out the quotes."
    user, op = USED_BY[case["name"]]
    upstream = "which is 1" if user == "L" else f"which you have worked out before {case['name']}"
    return (
        f"{case['name']} goes into {user}, at a {op}. Its gradient is the local derivative there, times that of "
        f"{user}, {upstream}.",
        "write down all three numbers: local, upstream, and their product.",
    )


def _gradient(case):
    return {case["name"]: by_hand(**case["inputs"])[case["name"]]}


HAND = Judge(
    hand_cases,
    _gradient,
    # Not by `expected` alone, which a check shows: here it would give the answer away.
    accepts=lambda case, result: same(result, _gradient(case), 1e-3),
    one_by_one=True,
    tells=lambda case: f"The gradient of {case['name']}, at {at(case)}",
    shows=lambda result: "nothing" if "_none" in result else words(next(iter(result.values()))),
    given=hand_numbers,
    otherwise=_unfilled,
    tolerance=1e-3,
    misconceptions=tuple(
        Misconception(
            name,
            lambda case, slip=slip: {case["name"]: slip(**case["inputs"])[case["name"]]},
            says,
            tries,
        )
        for slip, name, says, tries in HAND_SLIPS
    ),
)


# 3.2

NEURON = {"x1": 2.0, "x2": 0.0, "w1": -3.0, "w2": 1.0, "b": 6.881373587019543}


def neuron_cases(seed):
    chance = random.Random(seed)
    others = ({name: round(chance.uniform(-1.5, 1.5), 2) for name in NEURON} for _ in range(3))
    names = ["n", "b", "x1", "w1", "x2", "w2"]
    return tuple({"inputs": inputs, "names": names} for inputs in (NEURON, *others))


def neuron(x1, x2, w1, w2, b, slope=lambda n, o: 1 - o * o):
    """Gradients of o = tanh(x1 w1 + x2 w2 + b), by name."""
    n = x1 * w1 + x2 * w2 + b
    upstream = slope(n, math.tanh(n))
    return _downwards(upstream, x1, x2, w1, w2)


def _downwards(n, x1, x2, w1, w2):
    return {"n": n, "b": n, "x1": w1 * n, "w1": x1 * n, "x2": w2 * n, "w2": x2 * n}


def _neuron(slip, slope=lambda n, o: 1 - o * o):
    """The gradients, changed by slip(right gradients, x1, x2, w1, w2, b)."""

    def wrong(case):
        right = neuron(**case["inputs"], slope=slope)
        return right | slip(right["n"], **case["inputs"])

    return wrong


def _sloped(slope):
    return lambda case: neuron(**case["inputs"], slope=slope)


def _value_of_n(case, result):
    """The number of n for its gradient: handed on to the rest, or not."""
    itself = _sloped(lambda n, o: n)(case)
    return any(same(result, wrong, 1e-4) for wrong in (itself, neuron(**case["inputs"]) | {"n": itself["n"]}))


def _neuron_shape(case, result):
    if not isinstance(result, dict) or set(result) <= {"value", "type"}:
        return (
            "Your function must give the six gradients by name.",
            'return {"n": ..., "b": ..., "x1": ..., "w1": ..., "x2": ..., "w2": ...}.',
        )
    missing = [name for name in neuron(**case["inputs"]) if name not in result]
    if missing:
        return f"Missing: {', '.join(missing)}.", "return all six gradients by name."
    if case["inputs"] != NEURON:
        return RIGHT_THERE
    return (
        "",
        "print each gradient beside what arrives and the local derivative; then measure it, as in the cell below.",
    )


TANH_NEURON = Judge(
    neuron_cases,
    expected=lambda case: neuron(**case["inputs"]),
    tells=at,
    tolerance=1e-4,
    otherwise=_neuron_shape,
    misconceptions=(
        Misconception(
            "1 - n²",
            _sloped(lambda n, o: 1 - n * n),
            "Your gradient of n is 1 - n², from what goes into tanh. The local derivative of tanh is 1 - o²: it "
            "is made of what comes out.",
            "compute o = tanh(n) first, and use 1 - o * o.",
        ),
        Misconception(
            "1 - o",
            _sloped(lambda n, o: 1 - o),
            "Your gradient of n is 1 - o. The o must be squared: at o = -1 the curve is as flat as at o = 1.",
            "use 1 - o * o.",
        ),
        Misconception(
            "o²",
            _sloped(lambda n, o: o * o),
            "Your gradient of n is o². That grows where tanh gets flat; the local derivative is what is missing to 1.",
            "use 1 - o * o.",
        ),
        Misconception(
            "1 + o²",
            _sloped(lambda n, o: 1 + o * o),
            "Your gradient of n is 1 + o². It is above 1, and tanh is nowhere steeper than 1.",
            "use 1 - o * o.",
        ),
        Misconception(
            "tanh left out",
            _sloped(lambda n, o: 1.0),
            "You start at n with 1. There is one more operation on the way to o: the tanh.",
            "start with do/do = 1 at o, and multiply by the local derivative of tanh to come to n.",
        ),
        Misconception(
            "the output as its own slope",
            _sloped(lambda n, o: o),
            "Your gradient of n is o itself. An exp has its output as local derivative; tanh has 1 - o².",
            "use 1 - o * o.",
        ),
        Misconception(
            "n itself",
            None,
            "For n you give the number that goes into the tanh. Asked is its gradient: how fast o grows with n.",
            "give n the local derivative of tanh, 1 - o * o.",
            seen=_value_of_n,
        ),
        Misconception(
            "tanh of tanh",
            _sloped(lambda n, o: 1 - math.tanh(o) ** 2),
            "You take tanh of o, which is tanh of n already.",
            "take tanh once: o = tanh(n), then 1 - o * o.",
        ),
        Misconception(
            "operands swapped",
            _neuron(lambda n, x1, x2, w1, w2, b: {"x1": x1 * n, "w1": w1 * n, "x2": x2 * n, "w2": w2 * n}),
            "The operands of the products are swapped. In the lesson's neuron x2 is 0: whatever w2 does, x2 * w2 stays "
            "0, so the gradient of w2 must be 0.",
            "give each factor the other one: w1 gets x1 times what arrives, x1 gets w1 times what arrives.",
        ),
        Misconception(
            "upstream alone",
            _neuron(lambda n, x1, x2, w1, w2, b: dict.fromkeys(("x1", "w1", "x2", "w2"), n)),
            "All have the gradient of n. A + passes it on unchanged; the products do not. x2 is 0 in the lesson's "
            "neuron, so w2 moves nothing there.",
            "multiply once more, by the other factor of each product.",
        ),
        Misconception(
            "local alone",
            _neuron(lambda n, x1, x2, w1, w2, b: {"x1": w1, "w1": x1, "x2": w2, "w2": x2, "b": 1.0}),
            "What you give to the weights and inputs is the local derivative alone. What arrives from the tanh is "
            "missing.",
            "multiply each by the gradient of n.",
        ),
        Misconception(
            "local alone at the products",
            _neuron(lambda n, x1, x2, w1, w2, b: {"x1": w1, "w1": x1, "x2": w2, "w2": x2}),
            "At the products you give the local derivative alone. What arrives from the tanh is missing.",
            "multiply each by the gradient of n.",
        ),
        Misconception(
            "bias like a weight",
            _neuron(lambda n, x1, x2, w1, w2, b: {"b": b * n}),
            "The bias is only added. When b grows by 1, n grows by 1, whatever b is.",
            "give b what arrives at n, unchanged.",
        ),
        Misconception(
            "bias is constant",
            _neuron(lambda n, x1, x2, w1, w2, b: {"b": 0.0}),
            "The bias is a number that can change like the weights. When b grows by 1, n grows by 1.",
            "give b what arrives at n, unchanged.",
        ),
        Misconception(
            "weights only",
            _neuron(lambda n, x1, x2, w1, w2, b: {"x1": 0.0, "x2": 0.0}),
            "Inputs have gradients too: o changes when x1 does. That we do not train them is another matter.",
            "give x1 the number of w1, times what arrives.",
        ),
    ),
)


# 3.3


def step_cases(seed):
    chance = random.Random(seed)
    others = [{name: round(chance.uniform(-3, 3), 2) for name in LECTURE} for _ in range(3)]
    steps = [0.01, round(chance.uniform(0.02, 0.05), 3), -0.01, round(chance.uniform(0.01, 0.05), 3)]
    return tuple({"inputs": {**inputs, "h": h}} for inputs, h in zip((LECTURE, *others), steps, strict=True))


def _L(a, b, c, f):
    return (a * b + c) * f


def stepped(a, b, c, f, h):
    return _L(*_moved(a, b, c, f, h).values())


def _moved(a, b, c, f, h):
    numbers = {"a": a, "b": b, "c": c, "f": f}
    grads = by_hand(a, b, c, f)
    return {name: number + h * grads[name] for name, number in numbers.items()}


def _one_after_another(a, b, c, f, h):
    """Each gradient taken when those before have moved already."""
    numbers = {"a": a, "b": b, "c": c, "f": f}
    for name in numbers:
        numbers[name] += h * by_hand(**numbers)[name]
    return _L(**numbers)


def _straight_line(a, b, c, f, h):
    grads = by_hand(a, b, c, f)
    return _L(a, b, c, f) + h * sum(grads[name] ** 2 for name in "abcf")


def _by_h_alone(a, b, c, f, h):
    return _L(a + h, b + h, c + h, f + h)


def _by_sign(a, b, c, f, h):
    moves = {name: h * math.copysign(1.0, grad) for name, grad in by_hand(a, b, c, f).items()}
    return _L(a + moves["a"], b + moves["b"], c + moves["c"], f + moves["f"])


def _replaced(a, b, c, f, h):
    grads = by_hand(a, b, c, f)
    return _L(*(h * grads[name] for name in "abcf"))


def _whole_gradient(a, b, c, f, h):
    return stepped(a, b, c, f, 1.0)


def _scaled(a, b, c, f, h):
    grads = by_hand(a, b, c, f)
    return _L(*(x * (1 + h * grads[name]) for name, x in zip("abcf", (a, b, c, f), strict=True)))


def _left_out(*names):
    def slip(a, b, c, f, h):
        return _L(**(_moved(a, b, c, f, h) | {n: x for n, x in zip("abcf", (a, b, c, f), strict=True) if n in names}))

    return slip


def _local_derivatives(a, b, c, f, h):
    return _L(a + h * b, b + h * a, c + h, f + h * (a * b + c))


def _typed_in(case, result):
    """L, or the four gradients, as they are at the lesson's numbers."""
    h = case["inputs"]["h"]
    grads = by_hand(**LECTURE)
    moved = (case["inputs"][name] + h * grads[name] for name in "abcf")
    return any(same(result, L) for L in (_L(*moved), stepped(**LECTURE, h=h), stepped(**LECTURE, h=0.01)))


def _change_alone(a, b, c, f, h):
    return stepped(a, b, c, f, h) - _L(a, b, c, f)


def _on(slip):
    return lambda case: slip(**case["inputs"])


def _step_shape(case, result):
    if isinstance(result, (dict, list)):
        return "Your function must give one number: L after the step.", "compute (a * b + c) * f at the moved numbers."
    if any(case["inputs"][name] != number for name, number in LECTURE.items()):
        return RIGHT_THERE
    return "", "print the four moved numbers for the lesson's case: 2.06, -3.04, 9.98 and -1.96."


STEP = Judge(
    step_cases,
    expected=lambda case: stepped(**case["inputs"]),
    tells=at,
    otherwise=_step_shape,
    misconceptions=(
        Misconception(
            "downhill",
            _on(lambda a, b, c, f, h: stepped(a, b, c, f, -h)),
            "You went the other way: with h above 0, L fell where it should rise. A gradient points uphill: plus h "
            "times gradient raises L, minus lowers it.",
            "add h * gradient to each number.",
        ),
        Misconception(
            "nothing moved",
            _on(lambda a, b, c, f, h: _L(a, b, c, f)),
            "That is L as it was: nothing has moved. L does not change when you compute only the gradients.",
            "move each of a, b, c and f, then compute L again from the moved numbers.",
        ),
        Misconception(
            "the straight line's guess",
            _on(_straight_line),
            "That is the guess of a straight line: L plus h times the sum of the squared gradients. It is close, and "
            "not L at the new place, since L is curved.",
            "compute (a * b + c) * f at the moved numbers.",
        ),
        Misconception("the lesson's numbers typed in", None, *TYPED_IN, seen=_typed_in),
        Misconception(
            "local derivatives alone",
            _on(_local_derivatives),
            "You moved each number by h times its local derivative alone. Between a * b, c and the output stands the "
            "last *: what arrives at the + is f.",
            "multiply the moves of a, b and c by f: a + h * b * f, and so on.",
        ),
        Misconception(
            "one after another",
            _on(_one_after_another),
            "You moved a, then computed the gradient of b with the new a, and so on. All four gradients belong to one "
            "place.",
            "compute all gradients first, then move all numbers.",
        ),
        Misconception(
            "moved by h alone",
            _on(_by_h_alone),
            "You moved every number by h. Each must move by h times its own gradient: some up, some down, some far.",
            "write a + h * a_grad, and so on.",
        ),
        Misconception(
            "moved by the sign alone",
            _on(_by_sign),
            "You moved each number by h in the right direction. How far also depends on its gradient.",
            "write a + h * a_grad, and so on.",
        ),
        Misconception(
            "replaced instead of moved",
            _on(_replaced),
            "You put h times gradient in the place of each number. It is what to add to it.",
            "write a + h * a_grad, and so on.",
        ),
        Misconception(
            "h left out",
            _on(_whole_gradient),
            "You moved by the whole gradient. That is a step of 1, so far that the slope says nothing about the way.",
            "multiply each gradient by h.",
        ),
        Misconception(
            "scaled instead of moved",
            _on(_scaled),
            "You multiplied each number by 1 + h * gradient. A step is added.",
            "write a + h * a_grad, and so on.",
        ),
        Misconception(
            "f stays",
            _on(_left_out("f")),
            "f has stayed where it was. It is a leaf like a, b and c, and its gradient is d.",
            "move f too, by h times d.",
        ),
        Misconception(
            "c stays",
            _on(_left_out("c")),
            "c has stayed where it was. It is a leaf like a, b and f.",
            "move c too, by h times f.",
        ),
        Misconception(
            "only c and f move",
            _on(_left_out("a", "b")),
            "a and b have stayed where they were.",
            "move all four leaves, each by h times its gradient.",
        ),
        Misconception(
            "the change alone",
            _on(_change_alone),
            "That is by how much L changes. Asked is what L is after the step.",
            "give L at the moved numbers, without taking the old one off.",
        ),
    ),
)


# 3.4

ROADS_AT = {"a": -2.0, "b": 3.0}  # the numbers of the exercise


def roads_cases(seed):
    chance = random.Random(seed)
    others = ({name: round(chance.uniform(-3, 3), 2) for name in "ab"} for _ in range(3))
    return tuple({"inputs": inputs} for inputs in (ROADS_AT, *others))


def roads(a, b):
    """Gradients of (a * b) * (a + b): over the product, and over the sum."""
    return [b * (a + b) + a * b, a * (a + b) + a * b]


def _roads_shape(case, result):
    if isinstance(result, dict) and {"a", "b"} <= result.keys():
        return "The check takes two numbers, without names.", "return a_grad, b_grad."
    if not isinstance(result, list) or len(result) != 2:
        return "Your function must give two numbers: the gradient of a, and that of b.", "return a_grad, b_grad."
    if case["inputs"] != ROADS_AT:
        return RIGHT_THERE
    return "", "write the share of each road on a line of its own, and check each by a nudge."


ROADS = Judge(
    roads_cases,
    expected=lambda case: roads(**case["inputs"]),
    tells=at,
    otherwise=_roads_shape,
    misconceptions=(
        Misconception(
            "the lesson's numbers typed in",
            lambda case: roads(**ROADS_AT),
            *TYPED_IN,
        ),
        Misconception(
            "the road over the product alone",
            _on(lambda a, b: [b * (a + b), a * (a + b)]),
            "That is what comes over the product. Two roads lead from the output to a: one over a * b, one over a + b.",
            "work out the share of the second road too, and add them.",
        ),
        Misconception(
            "the road over the sum alone",
            _on(lambda a, b: [a * b, a * b]),
            "That is what comes over the sum. Two roads lead from the output to a: one over a + b, one over a * b. The "
            "second to arrive does not replace the first.",
            "add the shares of both roads.",
        ),
        Misconception(
            "roads multiplied",
            _on(lambda a, b: [b * (a + b) * a * b, a * (a + b) * a * b]),
            "You multiplied the shares of the two roads. Rates multiply along one road; shares of different roads add.",
            "write + between the two shares.",
        ),
        Misconception(
            "roads averaged",
            _on(lambda a, b: [x / 2 for x in roads(a, b)]),
            "You took the mean of the two roads. When a moves, both factors move, and L feels both in full.",
            "add the two shares.",
        ),
        Misconception(
            "roads subtracted",
            _on(lambda a, b: [b * (a + b) - a * b, a * (a + b) - a * b]),
            "You took one share off the other. Both roads carry a change of a to the output, and their changes add.",
            "write + between the two shares.",
        ),
        Misconception(
            "operands swapped",
            _on(lambda a, b: [a * (a + b) + a * b, b * (a + b) + a * b]),
            "Over the product each input has been given itself. When a grows by 1, a * b grows by b.",
            "on the road over the product, give a the number of b, and b the number of a.",
        ),
        Misconception(
            "factors of the output swapped",
            _on(lambda a, b: [b * a * b + a + b, a * a * b + a + b]),
            "The last * is the wrong way round: what arrives at a * b is the number of a + b, and the reverse.",
            "at the last *, give each factor the number of the other one.",
        ),
        Misconception(
            "local alone",
            _on(lambda a, b: [b + 1, a + 1]),
            "You add the local derivatives of the two roads. What arrives at a * b and at a + b is missing.",
            "multiply each local derivative by what arrives there, then add.",
        ),
        Misconception(
            "no upstream on the sum's road",
            _on(lambda a, b: [b * (a + b) + 1, a * (a + b) + 1]),
            "The share over the sum is not 1: its local derivative is 1, and what arrives there is the number of a * "
            "b.",
            "multiply that 1 by what arrives at a + b.",
        ),
        Misconception(
            "no upstream on the product's road",
            _on(lambda a, b: [b + a * b, a + a * b]),
            "The share over the product is only its local derivative. What arrives at a * b is the number of a + b.",
            "multiply the local derivative by what arrives at a * b.",
        ),
        Misconception(
            "b before a",
            _on(lambda a, b: roads(a, b)[::-1]),
            "Both numbers are right, in the wrong order.",
            "return the gradient of a first.",
        ),
        Misconception(
            "the output itself",
            _on(lambda a, b: [a * b * (a + b)] * 2),
            "That is the output's number. Asked is how fast it grows with a, and with b.",
            "start from 1 at the output, and walk each road back to a.",
        ),
    ),
)
