"""Grade every hostile and unlucky submission, one after another, and say which earned what it should not:
python benchmarks/hostile.py [FIRST [LAST]]
"""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from hostile.test_hostile import NAMED

from micrograd_lab.grading import sandbox
from micrograd_lab.grading.marking.notebook import Settings, grade_notebook

SETTINGS = Settings(b"a recorded run", sandbox.Limits(4, 40), sandboxed=sandbox.kind() == "bubblewrap")


def main(first=0, last=10**6):
    began, wrong, longest = time.monotonic(), 0, (0.0, "")
    for name, submission in list(NAMED.items())[first:last]:
        start = time.monotonic()
        record = grade_notebook(submission.data, submission.file, "", SETTINGS)
        longest = max(longest, (time.monotonic() - start, name))
        earned = {one["number"]: one["earned"] for one in record["exercises"]}
        expected = submission.expected
        right = expected in record["trouble"] if isinstance(expected, str) else earned == expected
        if not right:
            wrong += 1
            print(name, earned or record["trouble"], "expected", expected, flush=True)
    print(f"{len(NAMED)} submissions, {wrong} not as expected; the longest {longest[0]:.0f} s, {longest[1]}; "
          f"{time.monotonic() - began:.0f} s in all")  # fmt: skip


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
