"""How an optimiser is judged: a misconception is one with a method written otherwise, asked the same."""

from functools import partial

from ..judge import Judge, Misconception, in_words, raised, same
from ..wrong_engines.exact import by_models
from . import probe


def judge_of(kind, slips, cases, seen, tries):
    """The judge of a class: `kind` is right, `cases(seed)` is what it is asked, `seen` are Misconceptions of its own,
    seen by an error or a shape; `tries` is said where nothing is known."""
    right = partial(probe_of, kind)
    return Judge(
        cases,
        right,
        misconceptions=(*seen, *SEEN),
        models=by_models([Misconception(s.name, partial(probe_of, made(kind, s)), s.says, s.tries) for s in slips]),
        tells=tells,
        shows=shows,
        otherwise=lambda case, result: differs(right(case), result, tries),
    )


def made(kind, slip):
    """The class that has this slip."""
    return type(kind.__name__, (kind,), dict(slip.methods))


def probe_of(cls, case):
    """What this class gives for a case, which the probe may empty."""
    return probe.steps(cls, dict(case))


def tells(case):
    """What was asked, in words."""
    named = ", ".join("{name}={x}".format(name=name, x=x) for name, x in case["settings"].items())
    rates = list(dict.fromkeys(case["rates"]))
    return "{many} in a {given}, lr={first}{named}{then}{twin}, grads at first {grads}".format(
        many="1 parameter" if len(case["starts"]) == 1 else "{n} parameters".format(n=len(case["starts"])),
        given=case["given"],
        first=rates[0],
        named=", " + named if named else "",
        then=", and then self.lr = {rates}".format(rates=", ".join(map(str, rates[1:]))) if rates[1:] else "",
        twin=", a second one beside it" if case["twin"] else "",
        grads=in_words(case["grads"][0]),
    )


FEW = 3  # steps that are shown


def shows(result):
    """The places after the first steps."""
    if not isinstance(result, dict) or "places" not in result:
        return STRANGE.get(next(iter(result)), "{found}").format(found=next(iter(result.values())))
    places = result["places"][:FEW]
    more = {"0": ", and grads of 0", "changed": ", and other grads"}.get(result["grads"], "")
    return "data after the first {n} steps {places}{more}".format(
        n=len(places), places=", ".join(map(in_words, places)), more=more
    )


STRANGE = {"stub": "`{found}` as it was handed out", "gives": "{found}", "lacks": "no `{found}`"}
STEP = "The first step that differs is step {n}: parameter {i} then stands at {got:.6g}, where {right:.6g} is right."
NO_NUMBER = "After a step, the data is no plain number any more."
BESIDE = "It is right by itself. Of two that step by turns, one gets in the way of the other."


def differs(right, result, tries):
    """(what differs first, what to try)."""
    for name in ("places", "beside"):
        for n, (places, wanted) in enumerate(zip(result.get(name, ()), right.get(name, ()), strict=False), 1):
            for i, (got, number) in enumerate(zip(places, wanted, strict=True), 1):
                if not same(got, number):
                    if name == "beside":
                        return BESIDE, "keep all that an optimiser remembers in self."
                    if isinstance(got, dict):
                        return NO_NUMBER, "a root has been taken of a number below 0. Which number is it?"
                    return STEP.format(n=n, i=i, got=got, right=number), tries
    if result["grads"] != "as they were":
        return "The places are right, but the grads are others afterwards.", "leave p.grad as it is."
    return "", tries


def _has(name):
    return lambda case, result: name in result


def _other_names(case, result):
    return result["error"] == "TypeError" and "unexpected keyword argument" in result["says"]


def _no_numbers(case, result):
    if "error" in result:
        return raised("TypeError", ("Value", "Number"))(case, result)
    return any(isinstance(x, dict) and "value" in x for places in result["places"] for x in places)


SEEN = (
    Misconception(
        "a stub left",
        None,
        "One of the two methods is still as it was handed out.",
        "fill in __init__ and step, run the cell, then run this one again.",
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
        "no step()",
        None,
        "What it makes has no method `step`, or nothing is given back.",
        "write step(self), inside the class. A function that makes one ends with a return.",
        seen=_has("lacks"),
    ),
    Misconception(
        "kept outside the object",
        None,
        "Made anew and run once more on the same parameters and gradients, it steps otherwise. So something outside "
        "the object remembers: the parameters perhaps, a list of the class, or one in the first line of __init__.",
        "make in __init__ all that is remembered, and keep it in self.",
        seen=lambda case, result: result.get("again") == "other",
    ),
    Misconception(
        "other names for its settings",
        None,
        "Its settings are given by name too, as in the text, and it calls them otherwise.",
        "take the first line of __init__ as it was handed out.",
        seen=_other_names,
    ),
    Misconception(
        "a generator has no length",
        None,
        "The parameters may come in a generator, which has no length, and can be gone through only once.",
        "give list(parameters) to self.parameters, and use that from then on.",
        seen=lambda case, result: (
            raised("TypeError", "generator")(case, result) or raised("AttributeError", "generator")(case, result)
        ),
    ),
    Misconception(
        "the parameter, not its data",
        None,
        "The parameter itself stands where its number is wanted.",
        "calculate with p.data and p.grad.",
        seen=lambda case, result: _no_numbers(case, result),
    ),
)
