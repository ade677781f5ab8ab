"""A thousand generated replies to each judge:  python benchmarks/judges.py [how many] [seed] [lesson ...]

Prints, for each exercise, the slowest reply, the one that took the most memory, and every fault: too long, too much,
or a point for what is not right.
"""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from checks.judging import exercises, faults, judged, right_results

ROW = "{name:34} slowest {seconds:6.2f} s, most {memory:5.1f} MB, {faults} faults"


def main(many=1000, seed=13, *lessons):
    began = time.monotonic()
    for number, one in exercises():
        if lessons and int(number) not in lessons:
            continue
        cases = one.cases(0)
        right = right_results(number, one, cases)
        found = judged(one, cases, right, many, seed)
        wrong = list(faults(one, cases, right, found))
        seconds, memory = max(f.seconds for f in found), max(f.bytes for f in found) / (1 << 20)
        print(
            ROW.format(name=one.name, seconds=seconds, memory=memory, faults=len(wrong)), *wrong, sep="\n  ", flush=True
        )
    print(f"{many} replies each, seed {seed}: {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
