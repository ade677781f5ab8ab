"""Grade each changed notebook of the second set, and say which lost points:  python tests/second_set/measure_notebooks.py

A change is made to a notebook that is solved; where it is for any, to those of lessons 1, 4 and 5.
"""

import copy
import json
import sys
from pathlib import Path

from notebooks import CHANGES, HELPERS

sys.path.insert(0, str(Path(__file__).parents[1]))
from places import exercise_notebook, solution_notebook

from micrograd_lab.grading import sandbox
from micrograd_lab.grading.marking.notebook import Settings, grade_notebook

SETTINGS = Settings(b"the second set", sandboxed=sandbox.kind() == "bubblewrap")


def filled(lesson):
    """The exercise notebook with the answers of the solution."""
    book = json.loads(exercise_notebook(lesson).read_text(encoding="utf-8"))
    solved = json.loads(solution_notebook(lesson).read_text(encoding="utf-8"))
    right = {grade_id(cell): cell["source"] for cell in solved["cells"]}
    for cell in book["cells"]:
        if grade_id(cell).endswith("-answer"):
            cell["source"] = right[grade_id(cell)]
    return book


def grade_id(cell):
    return cell.get("metadata", {}).get("nbgrader", {}).get("grade_id", "")


def changed(change, lesson):
    names = {}
    exec(HELPERS, names)
    exec(change["how"], names)
    book = filled(lesson)
    if "change_bytes" in names:
        return names["change_bytes"](json.dumps(book, indent=1).encode())
    return json.dumps(names["change"](copy.deepcopy(book))).encode()


def main():
    tried = lost = 0
    for number, change in enumerate(CHANGES):
        for lesson in [change["on"]] if change.get("on") else ["01", "04", "05"]:
            data = changed(change, lesson)
            record = grade_notebook(data, "nb.ipynb", "", SETTINGS)
            tried += 1
            if record["earned"] < record["points"] or not record["points"]:
                lost += 1
                failed = [
                    (e["number"], e["state"], e["text"][:150], e["tries"][:150])
                    for e in record["exercises"]
                    if e["state"] != "passed"
                ]
                doubt = change.get("doubt")
                print(number, lesson, change["what"], "| DOUBT " + doubt if doubt else "", "|", record["trouble"])
                print("    ", failed)
    print(tried, "tried,", lost, "lost points")


if __name__ == "__main__":
    main()
