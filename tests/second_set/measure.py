"""Run a set that others wrote through the checks and say how each answer fared, exercise by exercise:
python tests/second_set/measure.py [tests/third_set] [--all] [--names] [--lessons=24]

The fifth set is of lessons 7 to 9: --lessons=789, the sixth of 10 and 11: --lessons=10,11. With --names each exercise has a line of the misconceptions that were
named, and how often; with --all each answer has a line of its own. What these right answers earn when they are graded
is measured beside this, in measure_grades.py.

An answer runs as a learner's kernel would hold it: the given cells of its notebook, right answers to the exercises that
it needs, then its own cell. Each in a process of its own, since some never end and some take all memory. One that is
"void" answers a text that is no longer there: it is kept, and not measured.
"""

import ast
import contextlib
import io
import json
import multiprocessing
import re
import resource
import sys
from collections import Counter
from importlib import import_module
from pathlib import Path

from micrograd_lab import checks
from micrograd_lab.checks import handout

PLACE = next((Path(word) for word in sys.argv[1:] if word[:2] != "--"), Path(__file__).parent)
WORD = next((word.partition("=")[2] for word in sys.argv if word.startswith("--lessons=")), "0123456")
LESSONS = WORD.split(",") if "," in WORD else list(WORD)
EXERCISES = {e.number: e for number in checks.lessons() for e in checks.lesson(number).exercises}
MEMORY, SECONDS = 2 << 30, 60
PLACEHOLDER = re.compile(r"@[A-Z]+@")  # the right letters, which the text of an answer can't know
NOTEBOOKS = Path(__file__).parents[2] / "lessons"


def fares(exercise, before, source):
    """(how it fared, the misconception named, the text) of this answer; `before` is {number: source} of earlier ones."""
    lesson = handout.read(handout.place(f"{int(exercise.split('.')[0]):02d}"))
    names, cells = {"__name__": "__main__"}, iter(lesson["cells"])
    with contextlib.redirect_stdout(io.StringIO()):
        for kind, text in lesson["order"]:
            if kind == "given":
                with contextlib.suppress(Exception):
                    exec(next(cells).replace("from micrograd_lab import draw\n", "draw = None\n"), names)
            elif text == exercise:
                break
            elif text in before:
                exec(before[text], names)
        try:
            exec(compile(source, "<the answer's cell>", "exec"), names)
            learner = eval(lesson["exercises"][exercise]["learner"], names)
        except Exception as error:
            return "raised", "", f"{type(error).__name__}: {error}"
        one = EXERCISES[exercise]
        one.seconds = min(one.seconds, 2.0)
        outcome = one(learner)
    named = getattr(outcome, "misconception", "")
    return "accepted" if outcome else "named" if named else type(outcome).__name__, named, str(outcome)


def on_the_page(lesson, name, source):
    """The same of what a lesson's page has done on the spot: `source` stands in the place of the cell above its check."""
    one = getattr(import_module(f"micrograd_lab.checks.lesson_{lesson}"), name)
    call, above, names = f"check.{name}(", [], {"__name__": "__main__"}
    page = json.loads(next(NOTEBOOKS.glob(f"{lesson}_*.ipynb")).read_text(encoding="utf-8"))
    for text in ("".join(cell["source"]) for cell in page["cells"] if cell["cell_type"] == "code"):
        if call in text:
            break
        above.append(text)
    calls = (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call))
    thing = ast.unparse(next(node for node in calls if call[:-1] in ast.unparse(node.func)).args[0])
    makes = re.compile(rf"def {thing}\b|^{thing} =", re.MULTILINE)
    own = next((n for n in reversed(range(len(above))) if makes.search(above[n])), len(above))  # or the check's own
    with contextlib.redirect_stdout(io.StringIO()):
        for cell in [*above[:own], source]:
            with contextlib.suppress(Exception if cell is not source else ()):
                exec(compile(cell, "<a cell>", "exec"), names)
        outcome = one(eval(thing, names))
    named = getattr(outcome, "misconception", "")
    return "accepted" if outcome else "named" if named else type(outcome).__name__, named, str(outcome)


def forget_later(lesson):
    """Unload the checks of later lessons, which no kernel of this one has: `mine` looks there for how far one is."""
    for number in checks.lessons():
        if int(number) > int(lesson):
            sys.modules.pop(f"{checks.__name__}.lesson_{int(number):02d}", None)


def in_a_process(queue, exercise, before, source):
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    lesson, _, name = exercise.partition(" ")
    forget_later(lesson_of(exercise))
    try:
        queue.put(on_the_page(lesson, name, source) if name else fares(exercise, before, source))
    except Exception as error:
        queue.put(("raised", "", f"{type(error).__name__}: {error}"))


def fared(*given):
    queue = multiprocessing.SimpleQueue()
    process = multiprocessing.Process(target=in_a_process, args=(queue, *given))
    process.start()
    process.join(SECONDS)
    found = queue.get() if not queue.empty() else ("no answer", "", "it took too long, or too much memory")
    process.kill()
    process.join()
    return found


def report(what, entries, expected):
    """Run (exercise, before, source, told) entries; print those that did not fare as expected, and the counts."""
    counts, names = {}, {}
    for exercise, before, source, told in entries:
        how, named, text = fared(exercise, before, source)
        counts.setdefault(exercise, Counter())[how] += 1
        names.setdefault(exercise, Counter())[named] += 1
        if (how == "accepted") is not expected or "--all" in sys.argv:
            print(json.dumps([how, exercise, told, named, text], ensure_ascii=False))
    for exercise, fates in counts.items():
        print(f"  {exercise}:", _in_words(fates))
        if "--names" in sys.argv and any(names[exercise]):
            print("     ", _in_words({name: n for name, n in names[exercise].items() if name}))
    every = sum(counts.values(), Counter())
    print(f"{every.total()} {what}:", dict(every), flush=True)


def _in_words(counts):
    return ", ".join(f"{name} {n}" for name, n in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def right_before(exercise, needs=None):
    """Right answers to the exercises before this one in its notebook, or to those needed alone."""
    if " " in exercise:
        return {}
    lesson = handout.read(handout.place(f"{int(exercise.split('.')[0]):02d}"))
    numbers = [text for kind, text in lesson["order"] if kind == "answer"]
    earlier = numbers[: numbers.index(exercise)]
    return {n: handout.right_answer(n) for n in earlier if needs is None or n in needs}


def before(exercise, needs):
    """What runs before an answer: right ones to the exercises that it needs, all where none are named; or these texts."""
    return right_before(exercise, needs or None) | (needs if isinstance(needs, dict) else {})


def of(name):
    """What a file of the set holds, of the lessons that are asked for."""
    sys.path.insert(0, str(PLACE))
    if not (PLACE / f"{name}.py").exists():
        return []
    module = import_module(name)
    entries = [one for one in getattr(module, "ENGINES", None) or module.ANSWERS if "void" not in one]
    return [one for one in entries if lesson_of(one.get("exercise") or one["exercises"][0]) in LESSONS]


def lesson_of(exercise):
    """ "2" of "2.1" and of "02 complete_size"."""
    return str(int(re.split("[ .]", exercise)[0]))


if __name__ == "__main__":
    WRONG, ENGINES, RIGHT = of("wrong_answers"), of("right_engines"), of("right_answers")
    wrong = [(a["exercise"], before(a["exercise"], a.get("needs")), a["source"], a["cause"]) for a in WRONG]
    report("wrong answers", wrong, expected=False)
    engines = [
        (
            n,
            right_before(n, [e for e in right_before(n) if e not in engine["exercises"]]),
            engine["source"],
            engine["shape"],
        )
        for engine in ENGINES
        for n in engine["exercises"]
    ]
    report(f"right answers of {len(ENGINES)} engines", engines, expected=True)
    right = [
        (a["exercise"], {**right_before(a["exercise"]), **a.get("before", {})}, a["source"], a["style"])
        for a in RIGHT
        if not a.get("shell") and not PLACEHOLDER.search(a["source"])
    ]
    report("right answers in unusual styles", right, expected=True)
