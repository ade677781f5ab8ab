"""Lesson 3: slips at the edges of a graph, generated: what may become of local times upstream, and where."""

from itertools import chain, combinations

from ...experiments import gradient_slips as slips
from ..candidates import Candidate, alike
from ..judge import Misconception


def _divided(way):
    return way.upstream / way.local if way.local else 0.0


def _twice(way):
    return 2 * way.local * way.upstream


def _less(way):
    return way.local - way.upstream


def _again(way):
    return way.local * way.local * way.upstream


def _whole(way):
    return way.data * way.local * way.upstream


def _both(way):
    return (way.data + way.local) * way.upstream


# {id: (what is given in the place of local times upstream, its number, the operations where that is a slip)}
KINDS = {
    "local alone": ("the local derivative alone, without what arrives", slips.local_alone, "*+tanh"),
    "upstream alone": ("what arrives alone, without the local derivative", slips.upstream_alone, "*tanh"),
    "the input itself": ("the input's own number times what arrives", slips.by_itself, "*+"),
    "a + treated like a *": ("the other input's number times what arrives", slips.by_the_other, "+"),
    "added instead of multiplied": ("local plus upstream, not times", slips.plus, "*+tanh"),
    "taken off instead of multiplied": ("local less upstream, not times", _less, "*+tanh"),
    "divided": ("what arrives divided by the local derivative", _divided, "*tanh"),
    "signs turned round": ("the right size with the wrong sign", slips.wrong_sign, "*+tanh"),
    "signs left out": ("the right size with the wrong sign", slips.no_sign, "*+tanh"),
    "upstream counted twice": ("the product with what arrives in it twice", slips.upstream_twice, "*+tanh"),
    "local counted twice": ("the product with the local derivative in it twice", _again, "*tanh"),
    "twice too large": ("twice the product", _twice, "*+tanh"),
    "data for gradients": ("the input's own number", slips.data, "*+tanh"),
    "the whole product": ("the whole product times what arrives", _whole, "*"),
    "the sum of both factors": ("the sum of both factors times what arrives", _both, "*"),
    "left out": ("0", slips.nothing, "*+tanh"),
}
SIGNS, DOUBLE = (
    ("signs turned round", "signs left out", "left out"),
    ("data for gradients", "twice too large", "taken off instead of multiplied"),
)
NEAR = 1e-3
ONE, TWO = 1.5, 2.5  # a slip generated here counts after one that a lesson has words of its own for
TURNED = "{what}, with its sign turned round"
INTO, OF = "On the way into {names} you give {what}.", "For {names} you give {what}."
TRY = "write down both numbers, local and upstream, and multiply; then raise {name} by 0.001, and look at the output."


def edge_slips(cases, results, slip, ops, leaves, shaped, groups=()):
    """A Candidate for each kind of slip at each place of a graph that gives these results.

    `slip` makes a slip's gradients (on_graph.slips_in); `ops` is {value: its operation} of what has inputs, `leaves`
    those whose gradients are asked for, and `groups` such of them as are alike. `shaped(case, gradients)` is the result
    that these gradients, by name, make.
    """
    met = set()
    for kind, what, share, where, slipped in _kinds():
        for place, names, inherits in _places(ops, leaves, groups, where):
            gradients = slip(share, inherits=inherits, **place)
            first = gradients(**cases[0]["inputs"])
            if not alike(results[0], shaped(cases[0], first), NEAR):
                continue
            # Several cases may ask for one gradient each of the same graph.
            made = [first if c["inputs"] == cases[0]["inputs"] else gradients(**c["inputs"]) for c in cases]
            found = tuple(map(shaped, cases, made))
            if (what, repr(found)) not in met:
                met.add((what, repr(found)))
                text = (INTO if "into" in place else OF).format(names=in_words(names), what=what)
                yield Candidate(Misconception(kind, None, text, TRY.format(name=names[0])), found, slipped)


def _kinds():
    """Each kind, and each with its sign turned round as well, which is a second slip."""
    for kind, (what, share, where) in KINDS.items():
        yield kind, what, share, where, TWO if kind in DOUBLE else ONE
    for kind, (what, share, where) in KINDS.items():
        if kind not in SIGNS:
            yield kind, TURNED.format(what=what), _turned(share), where, TWO


def _turned(share):
    return lambda way: -share(way)


def _places(ops, leaves, groups, where):
    """({"into" or "of": names}, names, whether it is handed on): several values at once, where they are alike."""
    users = [name for name, op in ops.items() if op in where]
    for names in _some(users):
        for inherits in (True, False):
            yield {"into": names}, names, inherits
    for names in (*_some(leaves, most=2), *groups):
        for inherits in (True, False):
            yield {"of": names}, names, inherits


def _some(names, most=4):
    """One of them, then more: what shows at one alone is not said of others. More than `most` are all of them."""
    sizes = [*range(1, min(len(names), most) + 1), *([len(names)] if len(names) > most else [])]
    return chain.from_iterable(combinations(names, size) for size in sizes)


def in_words(names):
    """As "a, b and c"."""
    *first, last = names
    return "{first} and {last}".format(first=", ".join(first), last=last) if first else last
