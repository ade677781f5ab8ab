"""Classes by seeds through intake, nothing run: who is who, what is lost, what it costs.  python benchmarks/intake.py

10,000 classes (seeds 10,000 to 19,999), each found and "graded" twice by a stand-in that reads a notebook's lesson;
then a class of 300 with seven notebooks each, as folders and as one zip.
"""

import json
import resource
import sys
import tempfile
import time
from multiprocessing import Pool
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from grading import class_trees, test_intake_trees  # noqa: E402

from micrograd_lab.grading import run as running  # noqa: E402
from micrograd_lab.grading.intake.submissions import entries  # noqa: E402

SEEDS = range(10_000, 20_000)


def tried(seed):
    """(faults, notebooks, seconds, shape) of a class; an exception is a fault."""
    running.grade_notebook = test_intake_trees.stand_in
    made = class_trees.made(seed)
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        try:
            found = test_intake_trees.faults(seed, Path(folder))
        except Exception as error:
            found = [f"{seed} {made.shape}: {type(error).__name__}: {error}"]
    return found, len(made.owners), time.perf_counter() - begun, made.shape


def memory():
    """MB of this process and its children, at most."""
    return max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) >> 10


def large(folder):
    """(files, seconds) for a class of 300 in folders and in a zip."""
    files = {}
    for n in range(300):
        for lesson in class_trees.LESSONS:
            book = json.loads(class_trees.notebook(lesson, f"{n} {lesson}"))
            book["cells"].append({"cell_type": "code", "metadata": {}, "outputs": [], "source": "# a note\n" * 10_000})
            files[f"learner {n}x/{class_trees.exercises(lesson)}"] = json.dumps(book).encode()
    for name, top in (("folders", ""), ("zip", "class.zip!/")):
        made = class_trees.Class([], name, {top + path: data for path, data in files.items()})
        (folder / name).mkdir()
        class_trees.lay(made, folder / name)
        begun = time.perf_counter()
        found = entries(folder / name)
        yield name, len(found), time.perf_counter() - begun


def lines():
    begun = time.perf_counter()
    with Pool(2) as pool:
        results = list(pool.imap_unordered(tried, SEEDS, chunksize=50))
    seconds = time.perf_counter() - begun
    faults = [fault for found, *_ in results for fault in found]
    shapes, notebooks = {shape for *_, shape in results}, sum(many for _, many, *_ in results)
    longest = max(took for _, _, took, _ in results)
    yield (
        f"{len(results)} classes (seeds {SEEDS[0]} to {SEEDS[-1]}) in {len(shapes)} shapes, {notebooks} notebooks, "
        f"each found and graded twice by a stand-in: {len(faults)} faults; {seconds:.0f} s on 2 cores, a class "
        f"{longest:.2f} s at most; at most {memory()} MB."
    )
    yield from faults
    with tempfile.TemporaryDirectory() as folder:
        for name, many, took in large(Path(folder)):
            yield f"300 learners' {many} notebooks in {name}: {took:.1f} s, {1000 * took / many:.1f} ms each."


def main():
    text = "\n\n".join(["# Intake, measured", "By `python benchmarks/intake.py`: who is who, nothing run.", *lines()])
    print(text)
    (ROOT / "benchmarks" / "INTAKE.md").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
