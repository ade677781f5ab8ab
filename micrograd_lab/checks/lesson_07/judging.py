"""How lesson 7's classes are judged: a misconception is a class with one method written otherwise, asked the same."""

from itertools import combinations

from ..candidates import Candidate, ModelJudge, alike, run
from ..judge import Misconception, in_words, raised, same
from . import probe
from .slips.right import MLP, Layer, Neuron

TOLERANCE = 1e-6


def judge_of(kind, slips, cases, seen=(), otherwise="", tries=""):
    """The judge of a class: `kind` is right, `cases(seed)` is what it is asked, `seen` are Misconceptions seen by an
    error or a shape; `otherwise` and `tries` are said where nothing is known."""
    models = [(_model(kind, (slip,)), slip) for slip in slips]
    pairs = [
        (_model(kind, (one, other)), one)
        for one, other in combinations(slips, 2)
        if not one.methods.keys() & other.methods.keys()
    ]

    def candidates(cases, results):
        single = [Candidate(_told(slip), run(model, cases)) for model, slip in models]
        if any(_fits(candidate.results, results) for candidate in single):
            return single
        likely = [(model, slip) for model, slip in pairs if alike(results[0], model(cases[0]), TOLERANCE)]
        return [Candidate(_told(slip), run(model, cases), 2) for model, slip in likely]

    return ModelJudge(
        cases,
        _model(kind, ()),
        candidates=candidates,
        misconceptions=(*seen, *SEEN),
        tells=tells,
        shows=shows,
        otherwise=lambda case, result: differs(_model(kind, ())(case), result, otherwise, tries),
    )


def _model(kind, slips):
    """What the class gives for a case that has these slips; kept by what is asked, since a class never changes."""
    methods = {name: method for slip in slips for name, method in slip.methods.items()}
    cls, kept = type(kind.__name__, (kind,), dict(methods)), {}

    def model(case):
        key = repr(case)
        if key not in kept:
            if len(kept) > 64:
                kept.clear()
            kept[key] = probe.network(cls, case)
        return kept[key]

    return model


def _fits(own, results):
    return all(alike(result, one, TOLERANCE) for one, result in zip(own, results, strict=True))


def _told(slip):
    return Misconception(slip.name, None, slip.says, slip.tries)


def tells(case):
    named = ", ".join(map(str, case["makes"]))
    more = ", nonlin={nonlin}".format(nonlin=case["nonlin"]) if "nonlin" in case else ""
    return "made with ({named}{more}) and called with {x}".format(named=named, more=more, x=in_words(case["x"]))


FEW = 8


def shows(result):
    """What a result says, shortly."""
    if not isinstance(result, dict) or "made" not in result:
        return _strange(result)
    return "{many} parameters, output {y}, and with other numbers in them {moved}".format(
        many=len(result["made"]), y=_short(result["y"]), moved=_short(result["moved"])
    )


STRANGE = {
    "gives": "{found}",
    "stub": "`{found}` as it was handed out",
    "lacks": "no `{found}`",
    "parameters": "{found} from parameters()",
    "plain": "{found} in parameters() without data and grad",
    "nested": "lists in the list of parameters()",
    "cut": "{found} as output",
    "outputs": "{found} among the outputs",
    "once": "{found} as output",
}


def _strange(result):
    name = next((name for name in STRANGE if isinstance(result, dict) and name in result), None)
    return STRANGE[name].format(found=result[name]) if name else in_words(result)


def _short(found):
    if isinstance(found, list) and len(found) > FEW:
        return in_words(found[:FEW])[:-1] + ", ...]"
    return in_words(found)


DIFFERS = "The first that differs: {part}."
OF_THE_KIND = {
    "made": "what parameters() gives as soon as it is made: {got}, where {right} is right",
    "follows": "how many random numbers have been drawn, or by which function",
    "distinct": "how many different Values parameters() gives: {got}, where {right} is right",
    "y": "the output as it is made: {got}, where {right} is right",
    "moved": "the output after other numbers were put into parameters(): {got}, where {right} is right",
    "grads": "the gradients of the parameters: {got}, where {right} is right",
    "by": "the gradients of the inputs: {got}, where {right} is right",
    "later": "how many parameters() gives when it is asked once more: {got}, where {right} is right",
    "changed": "what it was given is no longer what it was: {got}",
}


def differs(right, result, otherwise, tries):
    """(the first part of the result that is not the right one, what to try)."""
    for name, words in OF_THE_KIND.items():
        if not same(result[name], right[name]):
            part = words.format(got=_short(result[name]), right=_short(right[name]))
            return "{first} {otherwise}".format(first=DIFFERS.format(part=part), otherwise=otherwise).strip(), tries
    return otherwise, tries


def _made(case):
    """The numbers of the parameters as they are drawn, of a neuron, a layer or a network."""
    kind = Neuron if len(case["makes"]) < 2 else MLP if isinstance(case["makes"][1], list) else Layer
    return probe.network(kind, case)["made"]


def _has(name):
    return lambda case, result: name in result


SEEN = (
    Misconception(
        "a stub left",
        None,
        "One of the three methods is still as it was handed out.",
        "fill in __init__, __call__ and parameters, run the cell, then run this one again.",
        seen=_has("stub"),
    ),
    Misconception(
        "no class",
        None,
        "The check takes the class itself, and it got something else.",
        "give it the name of the class, without brackets.",
        seen=_has("gives"),
    ),
    Misconception(
        "no parameters()",
        None,
        "It has no method `parameters`, and so nobody could move its numbers.",
        "write parameters(self), a method that returns one list.",
        seen=_has("lacks"),
    ),
    Misconception(
        "parameters() gives no list",
        None,
        "parameters() gives no list. Whoever trains goes through it at each step, so it has to be there each time: a "
        "generator is empty after the first.",
        "return a list of the Values; a method without a return gives None.",
        seen=_has("parameters"),
    ),
    Misconception(
        "lists in the list",
        None,
        "parameters() gives lists in a list. Whoever moves them wants Values, one after the other.",
        "unpack what is inside: [*self.w, self.b], or two `for` in one comprehension.",
        seen=_has("nested"),
    ),
    Misconception(
        "plain numbers",
        None,
        "Some of what parameters() gives are no Values: they have no data and no grad, so no gradient can arrive "
        "there and no step can move them.",
        "make each weight and the bias a Value, and hand on the Values themselves, not their data.",
        seen=_has("plain"),
    ),
    Misconception(
        "data returned",
        None,
        "What comes out is no Value, so the graph ends there: nothing can be sent back through it.",
        "calculate with the Values themselves, without `.data`, and return the result as it is.",
        seen=_has("cut"),
    ),
    Misconception(
        "outputs in a generator",
        None,
        "Its outputs come in something that can be gone through once, and is empty then. Asked is a list.",
        "make a list of them: square brackets, or list(...).",
        seen=_has("once"),
    ),
    Misconception(
        "another length",
        None,
        "A neuron is given another number of inputs than it was made for. Either it is made with the wrong number, or "
        "it gets something else than what it is to see.",
        "print, for each neuron, how many weights it has and which list it is called with.",
        seen=raised("ValueError", "zip() argument"),
    ),
    Misconception(
        "sum begins with 0",
        None,
        "sum(...) begins with 0, and a list can't be added to a number.",
        "let it begin with a list, sum(lists, []), or write two `for` in one comprehension.",
        seen=raised("TypeError", "+: 'int' and 'list'"),
    ),
    Misconception(
        "another order",
        None,
        "parameters() gives all of them, in another order than asked. A set, for one, keeps none.",
        "go through what was made first to last, and in each take the weights first and then b.",
        seen=lambda case, result: (
            sorted(result["made"]) == sorted(_made(case)) and not same(result["made"], _made(case))
        ),
    ),
    Misconception(
        "other outputs",
        None,
        "Its outputs are not Values, one after the other: there is an empty list, or a list in the list.",
        "return a list with the Value of each neuron; a single one goes by itself.",
        seen=_has("outputs"),
    ),
)
