"""Which three questions: what this learner was sure of and wrong about first, then those of the lesson in turn."""

from importlib import import_module
from pathlib import Path

from .... import journal
from .item import Item

COUNT, SURE = 3, 1  # questions in all, and how many of them a miss may be
AGAIN = "Lesson {lesson} asked: {question}"
SO = "In lesson {lesson} you were {sure} of {answer}. Not any more."
NOT_SO = "Lesson {lesson} showed otherwise. Think of what you saw there, and answer again."
NO_WARMUP = (
    "asked: the warm-up of lesson {lesson!r}\nfound: there are those of {lessons}\ntry:   live.warmup({first!r})"
)
ITEMS = Path(__file__).with_name("items")


def lessons():
    """The numbers of the lessons that have a warm-up, in order."""
    return tuple(sorted(path.stem.removeprefix("lesson_") for path in ITEMS.glob("lesson_[0-9][0-9].py")))


def items(lesson):
    """The Items of a lesson's warm-up, as "05", in their order. ValueError where there is none."""
    if lesson not in lessons():
        raise ValueError(NO_WARMUP.format(lesson=lesson, lessons=", ".join(lessons()), first=lessons()[0]))
    return import_module("{}.items.lesson_{}".format(__package__, lesson)).ITEMS


def chosen(lesson):
    """The three Items that this learner is asked."""
    own = items(lesson)
    missed = journal.misses(lesson)
    known = [item for p in missed for item in own if item.miss == (str(p.get("lesson")), str(p.get("name")))]
    first = [*known, *filter(None, map(_again, missed))][:SURE]
    return tuple([*first, *(item for item in own if item not in first)][:COUNT])


def _again(missed):
    """The Item that asks a prediction once more; None where its answer was neither a number nor one of some options."""
    answer, outcome, options = missed.get("answer"), missed.get("outcome"), tuple(missed.get("options") or ())
    numbers = all(type(x) in (int, float) for x in (answer, outcome))
    if not (numbers or {answer, outcome} <= {*options}) or not missed.get("question") or answer == outcome:
        return None
    asked = {"lesson": int(missed["lesson"]), "question": missed["question"]}
    return Item(
        "again {lesson} {name}".format_map(missed),
        str(missed["lesson"]),
        AGAIN.format_map(asked),
        right=outcome if numbers else (outcome,),
        told=SO.format(answer="{:g}".format(answer) if numbers else answer, sure=missed.get("confidence"), **asked),
        usual={},
        otherwise=NOT_SO.format_map(asked),
        options=() if numbers else options,
        within=0.01 * abs(outcome) if numbers else 0.0,
    )
