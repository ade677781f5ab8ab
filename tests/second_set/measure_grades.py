"""Grade each right answer of a set that others wrote, and say which lost points, or made another lose them:
python tests/second_set/measure_grades.py [tests/fourth_set] [--lessons=56] [--seeds=8]

An answer stands in its notebook, with the solution's in all other cells; practices on a page are not graded. Each is
graded once for every seed, under a secret and a learner of its own.
"""

import json
import sys
from collections import Counter

from measure import PLACEHOLDER, of
from measure_notebooks import filled, grade_id

from micrograd_lab.grading import sandbox
from micrograd_lab.grading.marking.notebook import Settings, grade_notebook

SEEDS = next((int(word.partition("=")[2]) for word in sys.argv if word.startswith("--seeds=")), 1)
SANDBOXED = sandbox.kind() == "bubblewrap"


def with_answers(answers):
    """The bytes of the notebook of these exercises, {number: source}, solved, with these answers in their places."""
    book = filled(f"{int(next(iter(answers)).split('.')[0]):02d}")
    places = {grade_id(cell): cell for cell in book["cells"]}
    for number, source in answers.items():
        places[f"{number.replace('.', '-')}-answer"]["source"] = source
    return json.dumps(book).encode()


def main():
    counts = Counter()
    for one in of("right_answers"):
        number = one["exercise"]
        if " " in number or one.get("shell") or PLACEHOLDER.search(one["source"]):
            continue
        data = with_answers({**one.get("before", {}), number: one["source"]})
        for seed in range(SEEDS):
            settings = Settings(b"the set's %d" % seed, sandboxed=SANDBOXED)
            record = grade_notebook(data, "nb.ipynb", f"learner {seed}", settings)
            lost = [e for e in record["exercises"] if e["state"] != "passed"]
            counts["all points" if record["exercises"] and not lost else "points lost"] += 1
            for e in lost:
                print(json.dumps([number, one["style"], seed, e["number"], e["text"]], ensure_ascii=False))
            if record["trouble"]:
                print(json.dumps([number, one["style"], seed, record["trouble"]], ensure_ascii=False))
    print(f"{counts.total()} grades of right answers:", dict(counts), flush=True)


if __name__ == "__main__":
    main()
