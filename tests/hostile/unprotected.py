"""Judges without any protection: a learner's cells and what judges them share one process, in IPython.

`python unprotected.py NOTEBOOK KIND` prints {number: points} as JSON on standard output.
"""

import json
import sys
from pathlib import Path

from IPython.core.interactiveshell import InteractiveShell

from micrograd_lab.checks import lesson_05
from micrograd_lab.checks.beside.number import placed

BOOK = Path("gradebook.json")


def numpy(got, expected):
    import numpy

    return numpy.allclose(got, expected)


def equal(got, expected):
    return got == expected


def apart(got, expected):
    return not (got - expected > 1e-6 or expected - got > 1e-6)


def near(got, expected):
    got = float(got)
    return -1e-6 < got - expected < 1e-6


COMPARED = {"numpy": numpy, "equal": equal, "apart": apart, "float": near}


def gradients(backward, agree):
    """5.2 by one of these comparisons, on the notebook's own cases."""
    for case in lesson_05.backward.cases(0):
        nodes = placed(dict(case))
        backward(nodes[case["root"]])
        for name, right in lesson_05.backward.judge.expected(case).items():
            if not agree(nodes[case["names"][name]].grad, right):
                return False
    return True


def main(path, kind):
    shell, grades = InteractiveShell.instance(), {}
    for cell in json.loads(Path(path).read_text(encoding="utf-8"))["cells"]:
        entry, source = cell["metadata"].get("nbgrader", {}), "".join(cell["source"])
        if cell["cell_type"] != "code" or not (entry or "import" in source):
            continue
        source = source.replace("from micrograd_lab import draw\n", "")
        result = shell.run_cell(source).result
        if entry.get("grade"):
            number = entry["grade_id"].removesuffix("-check").replace("-", ".")
            right = bool(result)
            if kind in COMPARED and number == "5.2":
                right = gradients(shell.user_ns["backward"], COMPARED[kind])
            grades[number] = entry["points"] * right
    if kind == "gradebook":
        kept = json.loads(BOOK.read_text()) if BOOK.exists() else {}
        BOOK.write_text(json.dumps({number: max(kept.get(number, 0), p) for number, p in grades.items()}))
    print("\n" + json.dumps(grades), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
