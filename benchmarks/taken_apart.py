"""Take 500 notebooks apart, and compare what the grade says with what the notebook said:
python benchmarks/taken_apart.py [HOW MANY [IN A REAL KERNEL]]

The tests run one in twenty-five of them; this is the recorded run, whose figures are in GRADING.md.
"""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from grading.taken_apart import made, passed_in_a_kernel, passed_in_this_process
from grading.test_taken_apart import differs


def main(many=500, kernels=50):
    began, wrong = time.monotonic(), []
    for seed in range(many):
        real = seed % (many // kernels) == 0
        found = differs(seed, passed_in_a_kernel if real else passed_in_this_process)
        if found:
            wrong.append(found)
            print(found, flush=True)
    losing = sum(made(seed)[3] for seed in range(many))
    print(
        f"{many} notebooks, {kernels} by a real kernel, {losing} with a change that may lose an answer in the notebook:"
    )
    print(f"{len(wrong)} verdicts differ; {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
