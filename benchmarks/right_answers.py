"""Hand in each right answer of the sets that others wrote, in the notebook of its lesson, and say which lost points:
python benchmarks/right_answers.py [second_set third_set]
"""

import importlib.util
import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from grading.notebooks import SETTINGS, answered, graded, index, lesson_of, notebook

TESTS = Path(__file__).resolve().parents[1] / "tests"


def of(place, name):
    spec = importlib.util.spec_from_file_location(f"{place}_{name}", TESTS / place / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return getattr(module, "ENGINES", None) or module.ANSWERS


def handed_in(place):
    """(what it is, the exercises that are to pass, the notebook)."""
    for one in of(place, "right_answers"):
        number = one["exercise"]
        if "@" in one["source"] or number == "5.3":
            continue
        book = notebook(lesson_of(number))
        for earlier, source in one.get("before", {}).items():
            book["cells"][index(book, earlier)]["source"] = source
        yield f"{number} {one['style']}", [number], answered(number, one["source"], book=book)
    for one in of(place, "right_engines"):
        lessons = sorted({lesson_of(number) for number in one["exercises"]})
        for lesson in lessons:
            numbers = [number for number in one["exercises"] if lesson_of(number) == lesson]
            book = answered(numbers[0], one["source"])
            for number in numbers[1:]:  # one cell answers all of them
                book["cells"][index(book, number)]["source"] = ""
            yield f"{numbers} {one['shape']}", numbers, book


def main(*places):
    for place in places or ("second_set", "third_set"):
        began, tried, lost = time.monotonic(), 0, 0
        for what, numbers, book in handed_in(place):
            tried += 1
            grades = {one["number"]: one for one in graded(json.loads(json.dumps(book)))["exercises"]}
            failed = [grades[n] for n in numbers if grades.get(n, {}).get("state") != "passed"]
            if failed or any(n not in grades for n in numbers):
                lost += 1
                print(what, [(one["number"], one["text"][:200], one["tries"][:120]) for one in failed], flush=True)
        print(f"{place}: {tried} handed in, {lost} lost points, {time.monotonic() - began:.0f} s", SETTINGS.sandboxed)


if __name__ == "__main__":
    main(*sys.argv[1:])
