"""What the benchmarks share: contenders side by side, each in a process of its own, held against NumPy by hand."""

import json
import math
import os
import signal
import statistics
import subprocess
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
CORES = os.cpu_count()
TOLERANCE = 1e-9
BY_HAND = ("hand", "gpt hand")  # whose numbers all others' are held against


class Contender(NamedTuple):
    label: str
    module: str
    make: str
    settings: tuple = ()
    threads: int = 1


CONTENDERS = {}  # each benchmark enters its own


class Failed(Exception):
    """A contender could not do its part, and this is why."""


class Worker:
    """A contender in a process of its own."""

    def __init__(self, key, peers=""):
        _, *what, threads = CONTENDERS[key]
        threads = str(threads)
        # OPENBLAS_CORETYPE and its like, where set, choose a slower kernel.
        env = {name: value for name, value in os.environ.items() if not name.startswith("OPENBLAS_")}
        env |= dict.fromkeys(["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"], threads)
        env["PYTHONPATH"] = os.pathsep.join(filter(None, [str(peers), str(HERE.parent)]))
        self.process = subprocess.Popen(
            [sys.executable, __file__, json.dumps(what)],
            env=env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, *request):
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            code = self.process.wait()
            if code >= 0:
                raise RuntimeError(f"a contender's process ended with code {code}; its own message stands above.")
            raise Failed(f"crashes ({signal.Signals(-code).name})")
        answer = json.loads(answer)
        if isinstance(answer, dict):
            raise Failed(answer["failed"])
        return answer

    def close(self):
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()


def serve(module, make, settings):
    """Answer requests to one contender, a line of JSON each, until the input ends."""
    contender = job = None

    def prepare(workload, problem):
        nonlocal contender, job
        contender = contender or getattr(import_module(module), make)(*settings)
        job = getattr(contender, workload)(problem)

    def turn(seconds):
        """Mean time of the whole work: of a part of it, or of as many as fit into the seconds given."""
        with contender.around():
            if job.share < 1:
                return _clock(job.step) / job.share
            once = _clock(job.step)
            if once <= seconds:
                _steps(job.step, seconds / 4)  # another process had its turn: caches and processor warm up
                once = _steps(job.step, seconds)
            return once / job.share

    requests = {
        "prepare": prepare,
        "check": lambda: [x if x is None else float(x) for x in job.check()],
        "turn": turn,
        "machine": lambda: contender.machine(),
    }
    for line in sys.stdin:
        name, *arguments = json.loads(line)
        try:
            answer = requests[name](*arguments)
        except RecursionError:
            answer = {"failed": "RecursionError"}
        except ImportError as missing:
            answer = {"failed": f"not installed: {missing.name}"}
        except AttributeError as missing:
            if missing.name not in ("tanh", "exp"):
                raise
            answer = {"failed": f"has no {missing.name}"}
        print(json.dumps(answer), flush=True)


class Comparison(NamedTuple):
    """What came of one workload: each contender's seconds, round by round, its numbers, or why it has none."""

    times: dict
    checks: dict
    failures: dict
    numbers: int | None  # of a contender's numbers so many are compared, or all

    def seconds(self, key):
        return statistics.median(self.times[key])

    def ratio(self, slow, fast):
        """How many times faster `fast` is than `slow`: the median of the paired ratios."""
        return statistics.median(self.ratios(slow, fast))

    def ratios(self, slow, fast):
        return [a / b for a, b in zip(self.times[slow], self.times[fast], strict=True)]

    def fastest(self, name):
        """Of the contenders whose key begins with name, the one with the shortest time."""
        return min((key for key in self.times if key.startswith(name)), key=self.seconds)

    def disagreement(self, key):
        """The largest difference from NumPy by hand, of the loss relative to it, of a gradient to the largest one."""
        loss, *mine = self.checks[key][: self.numbers]
        expected, *other = next(self.checks[key] for key in self.checks if key in BY_HAND)[: self.numbers]
        largest = max(map(abs, other), default=1.0)
        differences = [abs(a - b) / largest for a, b in zip(mine, other, strict=True)]
        return max([abs(loss - expected) / abs(expected), *differences])


def compare(peers, workload, contenders, problem, rounds, seconds, numbers=None, late=False):
    """One workload, side by side. Numbers are compared before the clock starts, or with `late` at the end."""
    crew = {key: Worker(key, peers) for key in contenders}
    result = Comparison({key: [] for key in contenders}, {}, {}, numbers)

    def everyone(do, keys):
        for key in keys:
            try:
                do(key, crew[key])
            except Failed as why:
                result.failures[key] = str(why)
                result.times.pop(key)

    def check(key, worker):
        result.checks[key] = worker.ask("check")

    def prepare(key, worker):
        worker.ask("prepare", workload, problem)
        if not late:
            check(key, worker)

    try:
        everyone(prepare, contenders)
        for n in range(rounds):
            order = list(result.times)
            everyone(
                lambda key, worker: result.times[key].append(worker.ask("turn", seconds)), order[:: 1 if n % 2 else -1]
            )
        if late:
            everyone(check, list(result.times))
    finally:
        for worker in crew.values():
            worker.close()
    return result


def proven(result):
    """The same, after every contender's numbers have been held against those of NumPy by hand."""
    for key in result.checks:
        if not (difference := result.disagreement(key)) <= TOLERANCE:
            raise SystemExit(f"{label(key)} differs from NumPy by hand by {difference:.1e}.")
    return result


class Table(NamedTuple):
    title: str
    note: str
    columns: list
    rows: list


def speeds(title, note, result, *bases):
    """Rows from slow to fast: time, how many times as fast as each of the bases, agreement with NumPy by hand."""
    fastest = [result.fastest(base) if base.split()[-1] in ("torch", "hand") else base for base in bases]
    rows = []
    for key in sorted(result.times, key=result.seconds, reverse=True):
        ratios = [figure(result.ratio(base, key)) for base in fastest]
        rows.append((label(key), duration(result.seconds(key)), *ratios, f"{result.disagreement(key):.0e}"))
    rows += [(label(key), why, *[""] * len(bases), "") for key, why in result.failures.items()]
    names = {"torch": "PyTorch", "hand": "by hand"}
    columns = [f"x {names.get(base.split()[-1], base.split()[-1])}" for base in bases]
    return Table(title, note, ["contender", "time", *columns, "differs by"], rows)


def label(key):
    return CONTENDERS[key].label


def figure(x):
    """Three digits: 2,940 or 12.3 or 0.0457."""
    digits = max(0, 2 - math.floor(math.log10(x)))
    return f"{round(x, 2 - math.floor(math.log10(x))):,.{digits}f}"


def duration(seconds):
    unit, size = next((u for u in (("s", 1), ("ms", 1e-3)) if seconds >= u[1]), ("µs", 1e-6))
    return f"{figure(seconds / size)} {unit}"


def spread(ratios):
    low, middle, high = statistics.quantiles(ratios, n=4) if len(ratios) > 1 else ratios * 3
    return f"{figure(middle)}x ({figure(low)} to {figure(high)})"


def markdown(table):
    lines = [f"## {table.title}", "", table.note, ""]
    lines += ["| " + " | ".join(row) + " |" for row in (table.columns, ["---"] * len(table.columns), *table.rows)]
    return "\n".join([*lines, ""])


def _clock(step):
    start = time.perf_counter()
    step()
    return time.perf_counter() - start


def _steps(step, seconds):
    start = now = time.perf_counter()
    n = 0
    while now < start + seconds:
        step()
        n += 1
        now = time.perf_counter()
    return (now - start) / n


if __name__ == "__main__":
    serve(*json.loads(sys.argv[1]))
