"""What the lessons say of many seeds, run:  python benchmarks/claims.py [lesson]

Each lesson's claims stand in its folder, course/08_loop/claims.py. Without a lesson's number all are run and written
to CLAIMS.md. Exits with 1 where one is not true, or where its sentence does not stand in its lesson.
"""

import sys
import time
from pathlib import Path

from micrograd_lab.authoring.claims import COUNTS, claims, says

WRITTEN = Path(__file__).with_name("CLAIMS.md")
HEAD = """# What the lessons say of many seeds

`python benchmarks/claims.py` runs each claim on all of its seeds and writes this page. A claim of a number of seeds has
its count; the mean of others lies three standard errors off its bound, or so near as it says. What each stands on is a
function in its lesson's folder, `course/08_loop/claims.py`; `tests/test_claims.py` finds its sentence in the lesson.

| lesson | what it says | of each seed | must be | mean | standard error | n | verdict |
|---|---|---|---|---|---|---|---|
"""
ROW = "| {lesson} | {sentence} | {name} | {bound} | {mean} | {error:.2g} | {n} | {verdict} |\n"
TOLD = "{verdict:12} {lesson:12} {name}: mean {mean:.3g}, standard error {error:.2g}, {n} seeds, {seconds:.1f} s"
SO, MEAN = "{so:.0f} of {n}", "{mean:.3g}"
TRUE, FALSE, NOWHERE = "holds", "does not hold", "not in the lesson"


def row(lesson, result, verdict):
    """One line of the table."""
    one = result.claim
    bound = f"{one.bound.replace('_', ' ')} {one.value}"
    mean = (SO if one.bound in COUNTS else MEAN).format(so=sum(result.numbers), n=one.seeds, mean=result.mean)
    return ROW.format(
        lesson=lesson,
        sentence=one.sentence.replace("|", "\\|"),
        name=one.name,
        bound=bound,
        mean=mean,
        error=result.error,
        n=len(result.numbers),
        verdict=verdict,
    )


def main(which=""):
    """Run the claims; gives whether all of them are true."""
    rows, verdicts = [], []
    for lesson, found in claims(which=which).items():
        for one in found:
            began = time.monotonic()
            result = one.run()
            verdict = FALSE if not result.holds else TRUE if says(lesson, one.sentence) else NOWHERE
            rows.append(row(lesson, result, verdict))
            verdicts.append(verdict)
            told = {"mean": result.mean, "error": result.error, "n": len(result.numbers)}
            seconds = time.monotonic() - began
            print(TOLD.format(verdict=verdict, lesson=lesson, name=one.name, seconds=seconds, **told), flush=True)
    if not which:
        WRITTEN.write_text(HEAD + "".join(rows), encoding="utf-8")
    return set(verdicts) <= {TRUE}


if __name__ == "__main__":
    sys.exit(not main(*sys.argv[1:]))
