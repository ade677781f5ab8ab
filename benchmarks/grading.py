"""Grading, measured: a large class, the same submissions in nbgrader and otter-grader, kills, and a Dask cluster.

python benchmarks/grading.py [--many 1000] [--otter FOLDER] [--parts large]    writes GRADING.md, and grading.json

FOLDER is an environment of its own with otter-grader in it (`python -m venv FOLDER`, then its pip installs it).
"""

import argparse
import json
import os
import platform
import random
import re
import shutil
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import psutil
from grading_class import ROOT, submission, write

sys.path.insert(0, str(ROOT / "tests"))

from hostile.test_hostile import NAMED

HERE = Path(__file__).parent
GRADE = [sys.executable, "-c", "from micrograd_lab.cli import app; app()", "grade"]
LESSON, FILE = "05", "05_order_exercises.ipynb"
PASSING = "from otter.test_files import test_case\nOK_FORMAT = False\nname = {name!r}\npoints = {points}\n"


def grades(out):
    """{id: (points by exercise)} of a report."""
    learners = json.loads((out / "grades.json").read_text(encoding="utf-8"))["learners"]
    return {one["id"]: [e["earned"] for e in one.get("exercises", [])] for one in learners}


def ours(folder, out, *options):
    """(seconds, largest memory of all processes together in bytes) of one run."""
    began, most = time.monotonic(), [0]
    process = subprocess.Popen([*GRADE, str(folder), "--out", str(out), *options], stdout=subprocess.DEVNULL)
    tree = psutil.Process(process.pid)
    while process.poll() is None:
        most[0] = max(most[0], memory(tree))
        time.sleep(0.1)
    assert process.returncode == 0
    return time.monotonic() - began, most[0]


def memory(tree):
    total = 0
    try:
        for one in (tree, *tree.children(recursive=True)):
            try:
                total += one.memory_info().rss
            except psutil.Error:
                continue
    except psutil.Error:
        pass
    return total


def large(many, work):
    write(work / "class", many, LESSON)
    seconds, most = ours(work / "class", work / "report", "--jobs", "2")
    sizes = {(place / FILE).read_bytes() for place in (work / "class").iterdir()}
    return {"many": many, "distinct": len(sizes), "seconds": seconds, "memory": most}


def killed(work, many=60, times=5):
    """Kill a run at a random moment and go on, so many times: [(graded at the kill, same grades?)]."""
    chance, told = random.Random(1), []
    write(work / "few", many, LESSON)
    whole, _ = ours(work / "few", work / "whole", "--jobs", "2")
    right = grades(work / "whole")
    for n in range(times):
        out = work / f"killed{n}"
        command = [*GRADE, str(work / "few"), "--out", str(out), "--seed", str(work / "whole" / "private" / "seed")]
        process = subprocess.Popen([*command, "--jobs", "2"], stdout=subprocess.DEVNULL, start_new_session=True)
        time.sleep(chance.uniform(0.3, 0.9) * whole)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        journal = out / "private" / "journal.jsonl"
        kept = journal.read_bytes().count(b"\n") if journal.exists() else 0
        ours(work / "few", out, "--jobs", "2")
        lines = journal.read_text().splitlines()
        once = len({json.loads(line)["key"] for line in lines}) == len(lines) == many
        told.append((kept, grades(out) == right and once))
    return told, right


def on_dask(work, right, workers):
    """(seconds, same grades?) on so many workers of one thread each."""

    def start(*words, says):
        process = subprocess.Popen(
            [sys.executable, "-m", "dask", *words], stderr=subprocess.PIPE, text=True, start_new_session=True
        )
        for line in process.stderr:
            if found := re.search(says, line):
                threading.Thread(target=process.stderr.read, daemon=True).start()
                return process, found[0]
        raise RuntimeError(f"dask {words[0]} did not start")

    host = ["--host", "127.0.0.1", "--port", "0", "--no-dashboard"]
    scheduler, address = start("scheduler", *host, says=r"tcp://[\d.:]+")
    words = ["worker", address, "--nworkers", "1", "--nthreads", "1", "--no-nanny", "--no-dashboard"]
    started = [start(*words, says="Registered to")[0] for _ in range(workers)]
    out = work / f"dask{workers}"
    seed = ["--seed", str(work / "whole" / "private" / "seed")]
    try:
        seconds, _ = ours(work / "few", out, "--scheduler", address, *seed)
    finally:
        for process in (*started, scheduler):
            process.kill()
            process.wait()
    return seconds, grades(out) == right


def nbgrader(submissions, work, together=False):
    """{name: (points or None, seconds)} of each {name: bytes}, graded one by one, or all `together` in one command."""
    course = work / "nbgrader"
    (course / "source" / "order").mkdir(parents=True)
    shutil.copy(ROOT / "solutions" / "05_order_solutions.ipynb", course / "source" / "order" / FILE)
    (course / "nbgrader_config.py").write_text(
        "c = get_config()\nc.CourseDirectory.course_id = 'course'\nc.ExecutePreprocessor.timeout = 30\n"
    )
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])

    def call(*words):
        command = [sys.executable, "-m", "nbgrader", *words, "--course", str(course)]
        try:
            return subprocess.run(
                command, cwd=course, env={**os.environ, "PATH": path}, capture_output=True, timeout=600
            )
        except subprocess.TimeoutExpired:
            return None

    call("generate_assignment", "order")
    told = {}
    for name, data in submissions.items():
        place = course / "submitted" / name / "order"
        place.mkdir(parents=True)
        (place / FILE).write_bytes(data)
        began = time.monotonic()
        if not together:
            call("autograde", "order", "--student", name)
        told[name] = [None, time.monotonic() - began]
    if together:
        began = time.monotonic()
        call("autograde", "order")
        told = {name: [None, (time.monotonic() - began) / len(told)] for name in told}
    rows = sqlite3.connect(course / "gradebook.db").execute(
        "select sa.student_id, sum(g.auto_score) from grade g join submitted_notebook sn on g.notebook_id = sn.id "
        "join submitted_assignment sa on sn.assignment_id = sa.id group by sa.student_id"
    )
    for name, points in rows:
        if name in told:
            told[name][0] = points
    return told


def otter(submissions, work, environment):
    """The same in otter-grader, whose tests call the notebook's own checks: `otter run` in its own environment."""
    tests, archive = work / "otter" / "tests", work / "otter" / "autograder.zip"
    tests.mkdir(parents=True)
    asked = {"5.1": ("order", "topological", 2), "5.2": ("backward", "backward", 3)}
    asked |= {"5.4": ("counterexample", "expression", 2), "5.5": ("deep", "backward_deep", 2)}
    for number, (called, learner, points) in asked.items():
        name = f"q{number.replace('.', '')}"
        (tests / f"{name}.py").write_text(
            PASSING.format(name=name, points=points) + f"\n@test_case(points={points})\ndef test_it({learner}):\n"
            f"    from micrograd_lab.checks import lesson_05\n    assert lesson_05.{called}({learner})\n"
        )
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PATH": f"{environment}/bin{os.pathsep}{os.environ['PATH']}"}
    command = [f"{environment}/bin/otter", "generate", "-t", str(tests), "-o", str(archive), "--no-environment"]
    made = subprocess.run(command, cwd=work / "otter", env=env, capture_output=True, text=True)
    if not archive.exists():
        raise RuntimeError(made.stderr)
    told = {}
    for name, data in submissions.items():
        place = work / "otter" / name
        place.mkdir()
        (place / FILE).write_bytes(data)
        began, points = time.monotonic(), None
        command = [f"{environment}/bin/otter", "run", FILE, "-a", str(archive), "-o", "."]
        try:
            subprocess.run(command, cwd=place, env=env, capture_output=True, text=True, timeout=60)
            found = json.loads((place / "results.json").read_text())
            points = sum(test.get("score", 0) for test in found["tests"])
        except (subprocess.TimeoutExpired, OSError, ValueError):
            pass
        told[name] = [points, time.monotonic() - began]
    return told


def side_by_side(work, environment):
    """{name: (points that are right, ours, nbgrader's, otter's)}, and seconds for each."""
    chosen = {n: s for n, s in NAMED.items() if s.file == FILE and isinstance(s.expected, dict) and _fits(s)}
    data = {name: s.data for name, s in chosen.items()}
    for name, submitted in data.items():
        (work / "hostile" / name).mkdir(parents=True)
        (work / "hostile" / name / FILE).write_bytes(submitted)
    seconds, _ = ours(work / "hostile", work / "hostile-report", "--jobs", "1", "--seconds", "4")
    mine = {name: sum(points) for name, points in grades(work / "hostile-report").items()}
    theirs = nbgrader(data, work)
    others = otter(data, work, environment) if environment else {}
    rows = {}
    for name, s in chosen.items():
        rows[name] = (sum(s.expected.values()), mine[name], theirs[name], others.get(name))
    return rows, seconds


def _fits(s):
    """What may run without any protection on this machine: forgeries, and what ends or troubles one kernel alone."""
    tame = {"noise": ("writes to stderr", "warns", "magics", "asks with input()", "exit at the end")}
    tame |= {"deleted cells": ("an id renamed",), "an early mistake": ("5.1 is wrong",)}
    tame |= {"duplicated cells": ("an answer twice", "a check twice")}
    tame |= {"infinite loops": ("while True",), "ending the process": ("os._exit in a call",)}
    return bool(s.forged) or s.name in tame.get(s.family, ())


def points(value):
    return "none" if value is None else f"{value:.3g}"


def ratio(work, rounds=2, theirs=8, mine=300):
    """Seconds for a submission of ours and of nbgrader's, [(ours, nbgrader's)], in turn, so that both meet the same
    other work on this machine."""
    write(work / "turns", mine, LESSON)
    told = []
    for turn in range(rounds):
        seconds, _ = ours(work / "turns", work / f"turn{turn}", "--jobs", "2")
        names = range(turn * theirs, (turn + 1) * theirs)
        course = work / f"course{turn}"
        course.mkdir()
        found = nbgrader({f"learner{n}": submission(n, LESSON)[0] for n in names}, course, together=True)
        told.append((seconds / mine, sum(taken for _, taken in found.values()) / theirs))
    return told


def written(facts):
    """GRADING.md, of the parts that have been measured."""
    lines = ["# Grading, measured", "", f"By `python benchmarks/grading.py`, {facts['machine']}."]
    if large := facts.get("large"):
        lines += [
            "",
            "## A large class",
            "",
            f"{large['many']:,} submissions of lesson {LESSON}, {large['distinct']:,} of them distinct, on 2 cores: "
            f"{large['seconds']:.0f} s, {1000 * large['seconds'] / large['many']:.0f} ms each, with "
            f"{large['load']:.0f} other processes wanting these cores too; at most {large['memory'] / 2**20:.0f} MB in "
            "all of its processes together.",
        ]
    if turns := facts.get("ratio"):
        each = ", ".join(f"{1000 * mine:.0f} ms and {theirs:.1f} s" for mine, theirs in turns)
        times = statistics.median(theirs / mine for mine, theirs in turns)
        lines += [
            "",
            "## Beside nbgrader",
            "",
            f"The same class, in turn: {each} for a submission here and in `nbgrader autograde`, which works on one "
            f"at a time. nbgrader takes {times:.0f} times as long (median).",
        ]
    if kills := facts.get("kills"):
        told = ", ".join(f"{kept} ({'same grades' if same else 'OTHER GRADES'})" for kept, same in kills)
        lines += [
            "",
            "## Killed and resumed",
            "",
            f"{len(kills)} runs over 60 submissions, each killed (SIGKILL) at a random moment and then run again. "
            f"Graded at the kill: {told}. Nothing was graded twice.",
        ]
    if dask := facts.get("dask"):
        lines += [
            "",
            "## On a Dask cluster on this machine",
            "",
            "| workers | seconds for 60 | grades |",
            "|---|---|---|",
        ]
        lines += [f"| {n} | {s:.1f} | {'the same' if same else 'OTHERS'} |" for n, s, same in dask]
    if rows := facts.get("side"):
        lines += ["", *_beside(rows, facts["side seconds"])]
    (HERE / "GRADING.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _beside(rows, seconds):
    others = _otter(rows)
    end, line = (" | otter-grader | s |", "|---|---|") if others else (" |", "|")
    taken = f"nbgrader {sum(row[2][1] for row in rows.values()):.0f} s"
    taken += f"; otter-grader {sum(row[3][1] for row in rows.values() if row[3]):.0f} s" if others else ""
    yield from ("## The same submissions, side by side", "")
    yield f"Points of 9. In all, micrograd_lab took {seconds:.0f} s; {taken}. `none` is no grade at all, or none"
    yield "within a minute. What gets more than it should is in bold: the others run the notebook's own checks."
    yield ""
    yield "| submission | should get | micrograd_lab | nbgrader | s" + end
    yield "|---|---|---|---|---" + line
    for name, (right, mine, theirs, other) in rows.items():
        cells = [name.replace("_", " "), f"{right}", _bold(mine, right), _bold(theirs[0], right), f"{theirs[1]:.1f}"]
        cells += [_bold(other[0], right), f"{other[1]:.1f}"] if other else ["none", ""] if others else []
        yield f"| {' | '.join(cells)} |"


def _otter(rows):
    return any(row[3] for row in rows.values())


def _bold(value, right):
    return f"**{points(value)}**" if value is not None and value > right + 0.01 else points(value)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--many", type=int, default=1000)
    parser.add_argument("--otter", default="", help="an environment with otter-grader in it")
    parser.add_argument("--parts", default="large ratio kills side", help="what to measure; the rest stays as it was")
    parser.add_argument("--facts", default=str(HERE / "grading.json"), help="where the figures are kept")
    given = parser.parse_args()
    kept = Path(given.facts)
    facts = json.loads(kept.read_text()) if kept.exists() else {}
    facts["machine"] = f"Python {platform.python_version()} on {os.cpu_count()} cores"
    with tempfile.TemporaryDirectory() as folder:
        for part in given.parts.split():
            work = Path(folder) / part
            work.mkdir()
            if part == "large":
                facts["large"] = large(given.many, work) | {"load": max(0.0, os.getloadavg()[2] - 2)}
            elif part == "ratio":
                facts["ratio"] = ratio(work)
            elif part == "kills":
                facts["kills"], right = killed(work)
                facts["dask"] = [(n, *on_dask(work, right, n)) for n in (1, 2, 4)]
            elif part == "side":
                facts["side"], facts["side seconds"] = side_by_side(work, given.otter)
            kept.write_text(json.dumps(facts, indent=1) + "\n")
            written(facts)
            print(part, "measured", flush=True)


if __name__ == "__main__":
    main()
