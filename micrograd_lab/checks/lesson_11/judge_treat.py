"""11.3: five networks that don't learn: the cause, and whether it learns after one operation."""

from itertools import pairwise

from ..judge import Judge, Misconception
from .causes import PLACES, WOULD
from .recovery import changed, learns, measured, only_scaled, operated, outcome, recovers, well_formed
from .ward import CAUSES, PATIENTS, SUFFERS, drawn


def treat_cases(seed):
    """One patient of each name, with numbers that the page has not shown."""
    return tuple({"name": name, "patient": drawn(name, seed + 1), "chance": 1000 + seed} for name in PATIENTS)


def _cause(result):
    return result["cause"].strip().lower()


def _another(illness, cause):
    return lambda case, result: SUFFERS[case["name"]] == illness and _cause(result) == cause


def _shape(result):
    return result.get("shape", "")


def _operation(test):
    """Where the cause is right and one thing was changed, but it doesn't learn."""

    def seen(case, result):
        right_cause = _cause(result) == SUFFERS[case["name"]]
        return right_cause and operated(case, result) and not learns(result["patient"]) and test(case, result)

    return seen


def _layers(result):
    return measured(result["patient"])["layers"]


def _grew(case, result):
    _, _, losses = outcome(result["patient"])
    return result["patient"]["rate"] > 0 and any(not b <= a + 0.05 for a, b in pairwise(losses))


def _of_rate(case, result):
    return changed(case, result) == ["rate"] == [PLACES[SUFFERS[case["name"]]]]


def _crept(case, result):
    _, _, losses = outcome(result["patient"])
    falls = all(b <= a + 1e-12 for a, b in pairwise(losses))
    return falls and 0 <= result["patient"]["rate"] < case["patient"]["rate"]


def _is_a_patient(thing):
    return isinstance(thing, dict) and "shape" not in thing


def _of_another_form(case, result):
    if not _is_a_patient(result["patient"]):
        return False
    try:
        return not well_formed(case, result)
    except (AttributeError, LookupError, TypeError, ValueError):  # a part is missing, or something else
        return True


SEEN = (
    (
        "the wrong way round",
        "It gives the patient first. Asked is the cause, and then the patient.",
        "return cause, patient.",
        lambda case, result: _shape(result["cause"]).startswith("a dict") and isinstance(result["patient"], dict),
    ),
    (
        "a cause alone",
        "It gives one text. Asked are two things, the cause and the patient after the operation.",
        "return cause, patient.",
        lambda case, result: _shape(result).startswith("the text"),
    ),
    (
        "a patient alone",
        "It gives one dict. Asked are two things, the cause and the patient.",
        "return cause, patient.",
        lambda case, result: _shape(result).startswith("a dict"),
    ),
    (
        "no patient",
        "Beside the cause there is no patient, but something else.",
        "give the dict back, whole: return cause, patient.",
        lambda case, result: isinstance(result["cause"], str) and not _is_a_patient(result["patient"]),
    ),
    (
        "no cause of the list",
        "That is none of the seven causes.",
        "write one of them as it stands in the list, as {first!r}.".format(first=CAUSES[0]),
        lambda case, result: not isinstance(result["cause"], str) or _cause(result) not in CAUSES,
    ),
    *(
        (
            "{cause} for {illness}".format(cause=cause, illness=illness),
            "{would} Here that is not so.".format(would=WOULD[cause]),
            "look at the instruments again: which of their numbers is not what it would be in a network that learns?",
            _another(illness, cause),
        )
        for illness in SUFFERS.values()
        for cause in CAUSES
        if cause != illness
    ),
    (
        "labels changed",
        "It changes the labels. Then the patient learns something else.",
        "leave the labels as they are.",
        lambda case, result: result["patient"]["labels"] != case["patient"]["labels"],
    ),
    (
        "another form",
        "The patient that comes back has another form: a part is missing, or a list has another length, or something "
        "in it is no number.",
        "change the numbers, and leave the lists as long as they are: one row for each unit, with one number an input.",
        _of_another_form,
    ),
    (
        "several operations",
        "It changes more than one of weights, biases, rate and points.",
        "change the one that it suffers from, and leave all else.",
        lambda case, result: len(changed(case, result)) > 1,
    ),
    (
        "not operated",
        "The cause is right, and the patient is as it was.",
        "change what the cause names, and give back what you have changed.",
        lambda case, result: _cause(result) == SUFFERS[case["name"]] and not changed(case, result),
    ),
    (
        "points moved apart",
        "The points no longer lie to each other as they did: a coordinate was not scaled by the same number for all "
        "points, or was mirrored or rounded, or the points stand in another order.",
        "divide every coordinate of every point by one number, and leave each point in its place.",
        lambda case, result: changed(case, result) == ["points"] and not only_scaled(case, result),
    ),
    (
        "still equal rows",
        "The units of a layer still have the same row.",
        "draw each number for itself.",
        _operation(lambda case, result: any(one["rows"] == 1 for one in _layers(result)[:-1])),
    ),
    (
        "still shut",
        "Units of a layer are all still shut, for every point.",
        "bring the hidden biases back to 0, those of every layer.",
        _operation(
            lambda case, result: (
                case["patient"]["activation"] == "relu" and any(one["out"] == one["units"] for one in _layers(result))
            )
        ),
    ),
    (
        "small weights for large inputs",
        "It makes the weights small in place of the inputs. Then the signal is right, but the slope by a weight is "
        "what arrives there times its input, which is still in the hundreds: one step throws the weights far away.",
        "divide the points.",
        _operation(
            lambda case, result: SUFFERS[case["name"]] == "inputs too large" and changed(case, result) == ["weights"]
        ),
    ),
    (
        "still saturated",
        "The points are still so large that most units are at the end of tanh.",
        "bring the coordinates to about 1.",
        _operation(lambda case, result: changed(case, result) == ["points"] and _layers(result)[0]["spread"] > 0.95),
    ),
    (
        "points too small now",
        "Now the points lie so near to each other that hardly anything arrives.",
        "bring the coordinates to about 1, not to 0.",
        _operation(lambda case, result: changed(case, result) == ["points"] and _layers(result)[0]["spread"] < 0.1),
    ),
    (
        "still too small",
        "The signal still dies on its way: the last hidden layer has a spread below a tenth.",
        "a weight should have a spread of 2 ** 0.5 / nin ** 0.5 here.",
        _operation(lambda case, result: changed(case, result) == ["weights"] and _layers(result)[-2]["spread"] < 0.1),
    ),
    (
        "too large now",
        "Now the weights are too large: the signal grows at each layer.",
        "a weight should have a spread of 2 ** 0.5 / nin ** 0.5 here.",
        _operation(lambda case, result: changed(case, result) == ["weights"] and _layers(result)[-2]["spread"] > 5),
    ),
    (
        "uphill now",
        "Now the rate is below 0: each step goes uphill, so the loss grows.",
        "a rate between the two: a few tenths, or a tenth.",
        _operation(lambda case, result: _of_rate(case, result) and result["patient"]["rate"] < 0),
    ),
    (
        "too low now",
        "Now the rate is so low that the loss creeps.",
        "a rate between the two: a few tenths, or a tenth.",
        _operation(lambda case, result: _of_rate(case, result) and _crept(case, result)),
    ),
    (
        "still too high",
        "With this rate the loss still jumps about.",
        "a rate some hundred times lower than it was.",
        _operation(lambda case, result: _of_rate(case, result) and _grew(case, result)),
    ),
    (
        "another part",
        "The cause is right, and the operation is on another part than the one that the cause names.",
        "change what is ill, and nothing else.",
        _operation(lambda case, result: changed(case, result) != [PLACES[SUFFERS[case["name"]]]]),
    ),
)


def _shows(result):
    """The cause, and what became of it."""
    cause = _cause(result)
    try:
        loss, right, _ = outcome(result["patient"])
    except Exception:  # of another form
        return cause
    return "{cause}; after the training {right} of 16 points right, at a loss of {loss:.3g}".format(
        cause=cause, right=right, loss=loss
    )


TREAT = Judge(
    treat_cases,
    lambda case: None,  # many cures are right
    accepts=recovers,
    tells=lambda case: case["name"],
    shows=_shows,
    otherwise=lambda case, result: (
        ("It has not been treated.", "look at its instruments, and give a cause and a cure.")
        if result is None
        else (
            "The cause is right, and after the operation it still doesn't learn.",
            "look at it again afterwards: check.examine({name!r}, treat).".format(name=case["name"]),
        )
    ),
    one_by_one=True,
    misconceptions=tuple(Misconception(name, None, says, tries, seen=seen) for name, says, tries, seen in SEEN),
)
