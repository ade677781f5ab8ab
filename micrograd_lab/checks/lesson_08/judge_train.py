"""8.1: the training loop, known by what it asks for, what step sees, what it gives, and where the parameters are."""

import random

from ..candidates import Candidate, ModelJudge, run
from ..judge import Misconception, in_words, raised, same
from .more_loops import ALSO, MORE_LOOPS
from .probe import trained
from .written_loops import RIGHT
from .wrong_loops import WRONG_LOOPS

FIELDS = {
    "asked": "loss_of should be called with n = {expected}, one after another, and is called with n = {got}.",
    "grads": "The gradients that step sees should be {expected}, a list for each round, and are {got}.",
    "stepped": "step should be called with n = {expected}, one after another, and is called with n = {got}.",
    "losses": "The losses should be {expected}, and are {got}.",
    "places": "After each loss that is handed out the parameters should be {expected}, and are {got}.",
}
LOOK = "print n, the gradients and the loss in each round, and compare with the first line that differs."
ASKED = "from {start}, {examples} example{s}, lr = {lr:g}{falls}, {steps} steps"


def cases(seed):
    """Few rounds of few parameters: of one example, of a batch for each round, with a rate that falls, and too large a
    rate, so that the loss rises; one round; one whose first loss is 0, and the next ones are not; none; and one where
    the second of two examples leaves a weight out."""
    chance = random.Random(seed)

    def case(inputs, examples, lr, falls, steps, size=1.0):
        return {
            "start": [_some(chance) for _ in range(inputs + 1)],
            "examples": [
                [[size * _some(chance) for _ in range(inputs)], 3 * size * _some(chance)] for _ in range(examples)
            ],
            "lr": lr,
            "falls": falls,
            "steps": steps,
        }

    def at_ease(case):
        """The same, where the first example asks for just what it gets."""
        (xs, _), *others = case["examples"]
        *weights, bias = case["start"]
        return {**case, "examples": [[xs, sum((w * x for w, x in zip(weights, xs, strict=True)), bias)], *others]}

    def leaves_out(case):
        """The same, where the last example has nothing to say of its last weight."""
        *others, (xs, y) = case["examples"]
        return {**case, "examples": [*others, [[*xs[:-1], 0.0], y]]}

    return (
        case(1, 1, 0.1, 0.0, 3),
        case(2, 4, 0.05, 0.5, 6),
        case(3, 3, 0.4, 0.25, 4),
        case(2, 2, 0.1, 0.0, 1, size=0.1),  # not steep
        at_ease(case(2, 3, 0.1, 0.0, 5)),
        case(1, 2, 0.1, 0.0, 0),
        leaves_out(case(2, 2, 0.05, 0.0, 4)),
    )


def _some(chance):
    return chance.choice((-1, 1)) * round(chance.uniform(0.4, 1.6), 1)


def loop(text):
    """The function, or class, of a loop's text."""
    made = {"__name__": "loops"}
    exec(compile(text, "<loop>", "exec"), made)
    return made["train"]


def done_by(text):
    """What a loop of this text does, as a function of the case."""
    made = loop(text)

    def does(case):
        try:
            return trained(made, dict(case))
        except UnboundLocalError as error:  # no loss, where there is no round
            return {"error": type(error).__name__}

    return does


def _models():
    told = {}
    for name, text, says, tries in (*((w.name, w.text, w.says, w.tries) for w in WRONG_LOOPS), *MORE_LOOPS):
        told[name] = says, tries
        yield name, text, says, tries
    for name, texts in ALSO.items():
        for text in texts:
            yield name, text, *told[name]


MODELS = tuple((Misconception(name, None, says, tries), done_by(text)) for name, text, says, tries in _models())
expected = done_by(RIGHT)


def candidates(cases, results):
    for known, model in MODELS:
        yield Candidate(known, run(model, cases))


def otherwise(case, result):
    """Which of the things that a loop does is the first to differ."""
    right = expected(case)
    for name, says in FIELDS.items():
        if not same(right[name], result[name]):
            return says.format(expected=in_words(right[name]), got=in_words(result[name])), LOOK
    return "", LOOK


def tells(case):
    falls = ", falling as 1 / (1 + {falls:g} n)".format(**case) if case["falls"] else ""
    many = len(case["examples"])
    words = {"falls": falls, "examples": many, "s": "s" * (many != 1), "start": in_words(case["start"])}
    return ASKED.format(**case | words)


def shows(result):
    return "losses {losses}".format(losses=in_words(result["losses"])) if "losses" in result else in_words(result)


def _last_alone(case, result):
    """Only the last loss, after all rounds; and where there is no round, an error or nothing."""
    if not case["steps"]:
        return result.get("error") == "UnboundLocalError"
    right = expected(case)
    return same(result["losses"], right["losses"][-1:]) and same(result["grads"], right["grads"])


def _shape(*words):
    """Seen where that is what it gives; where there is no round, a loop with a return in it gives None."""
    return lambda case, result: result["shape"].startswith(words) or (not case["steps"] and result["shape"] == "None")


TRAIN = ModelJudge(
    cases,
    expected,
    tells=tells,
    shows=shows,
    otherwise=otherwise,
    candidates=candidates,
    misconceptions=(
        Misconception(
            "gives nothing",
            None,
            "It gives None: there is no yield in it, so all rounds are done when it is called, and nothing comes out.",
            "end each round with yield loss.data.",
            seen=_shape("None"),
        ),
        Misconception(
            "return for yield",
            None,
            "It gives one number: a return ends the whole loop in its first round, or stands below it.",
            "write yield loss.data inside the loop, in the place of return.",
            seen=_shape("one number"),
        ),
        Misconception(
            "the loss itself",
            None,
            "It gives a single loss, as a Value: a return ends the whole loop in its first round, or stands below it.",
            "write yield loss.data inside the loop, in the place of return.",
            seen=_shape("a Number"),
        ),
        Misconception(
            "by name or number, not in a row",
            None,
            "It gives something that has no order to be gone through in.",
            "yield one loss in each round.",
            seen=_shape("a dict", "a set", "an empty"),
        ),
        Misconception(
            "the loss alone, at the end",
            None,
            "It gives one loss, after all rounds.",
            "let yield stand inside the loop, so that each round gives its loss.",
            seen=_last_alone,
        ),
        Misconception(
            "gradients of None",
            None,
            "A gradient is set to None, and backward can't add to None.",
            "set it to 0.0.",
            seen=raised("TypeError", "NoneType", ("+", "*")),
        ),
        Misconception(
            "loss_of without its n",
            None,
            "loss_of is called without the number of the round. It needs it to choose a batch.",
            "write loss_of(n).",
            seen=raised("TypeError", "loss_of()", "missing"),
        ),
        Misconception(
            "step without its n",
            None,
            "step is called without the number of the round. It needs it where the rate falls.",
            "write step(n).",
            seen=raised("TypeError", "step()", "missing"),
        ),
        Misconception(
            "backward of a number",
            None,
            "backward is called on a plain number: with .data the graph is cut.",
            "keep the Value, call backward() on it, and take .data where you yield.",
            seen=raised("AttributeError", "'float' object has no attribute 'backward'"),
        ),
        Misconception(
            "zero_grad of the list",
            None,
            "The list of parameters is asked to empty its gradients. A list can't; each parameter has its own.",
            "for p in parameters: p.grad = 0.0",
            seen=raised("AttributeError", "'list' object has no attribute"),
        ),
        Misconception(
            "zero_grad of a parameter",
            None,
            "A parameter is asked to empty its gradient by itself, and has no method for that.",
            "for p in parameters: p.grad = 0.0",
            seen=raised("AttributeError", "object has no attribute 'zero"),
        ),
    ),
)
