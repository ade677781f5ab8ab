"""A class graded on a real Dask cluster of several processes, one of which is killed on the way: the same grades."""

import json
import os
import re
import signal
import subprocess
import sys
import threading
import time

import pytest
from places import exercise_notebook, solution_notebook

from micrograd_lab.grading import cluster as cluster_of
from micrograd_lab.grading.handout import handout
from micrograd_lab.grading.run import run

pytestmark = [pytest.mark.long, pytest.mark.skipif(sys.platform != "linux", reason="the sandbox is Linux's")]
MANY, WORKERS = 24, 3


@pytest.fixture
def class_of_many(tmp_path):
    file = f"{handout('02').file}.ipynb"
    for n in range(MANY):
        book = json.loads((solution_notebook if n % 3 else exercise_notebook)("02").read_text("utf-8"))
        book["cells"].append({"cell_type": "code", "metadata": {}, "source": f"mine = {n}", "outputs": []})
        place = tmp_path / "in" / f"learner{n:02d}"
        place.mkdir(parents=True)
        (place / file).write_text(json.dumps(book), "utf-8")
    return tmp_path / "in"


def started(*words, says):
    """A process of dask, and what its output says of itself."""
    process = subprocess.Popen(
        [sys.executable, "-m", "dask", *words], stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    for line in process.stderr:
        if found := re.search(says, line):
            threading.Thread(target=process.stderr.read, daemon=True).start()  # so that it is never held up
            return process, found[0]
    raise AssertionError("dask did not start")


@pytest.fixture
def cluster():
    """(the scheduler's address, its workers' processes)."""
    scheduler, address = started(
        "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", says=r"tcp://[\d.:]+"
    )
    words = ["worker", address, "--nworkers", "1", "--nthreads", "1", "--no-nanny", "--no-dashboard"]
    workers = [started(*words, says="Registered to")[0] for _ in range(WORKERS)]
    yield address, workers
    for process in (*workers, scheduler):
        process.kill()
        process.wait()


def test_grades_are_the_same_when_a_worker_is_killed(tmp_path, class_of_many, cluster):
    address, workers = cluster
    here, _ = run(class_of_many, tmp_path / "here", quiet=True, jobs=1)
    seed = tmp_path / "here" / "private" / "seed"
    journal = tmp_path / "there" / "private" / "journal.jsonl"
    at_kill = []

    def kill():
        until = time.monotonic() + 120
        while time.monotonic() < until and not (journal.exists() and journal.read_bytes().count(b"\n") >= 3):
            time.sleep(0.01)
        at_kill.append(journal.read_bytes().count(b"\n"))
        os.kill(workers[0].pid, signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    there, _ = run(class_of_many, tmp_path / "there", seed=seed, scheduler=address, quiet=True)
    killer.join()
    assert 3 <= at_kill[0] < MANY
    assert [(row.id, row.record) for row in there] == [(row.id, row.record) for row in here]
    assert {row.record["earned"] for row in there} == {0.0, 7.0}


def test_a_scheduler_that_is_not_there_is_said(tmp_path, class_of_many, monkeypatch):
    monkeypatch.setattr(cluster_of, "PATIENCE", "2s")
    with pytest.raises(OSError, match=r"127\.0\.0\.1:9"):
        run(class_of_many, tmp_path / "out", scheduler="tcp://127.0.0.1:9", quiet=True)
