"""Hostile and unlucky submissions, graded as a teacher does it, all in one run: 0 forged, 0 lost, 0 stopped."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from places import ROOT

from micrograd_lab.checks.handout import right_answer

from .accidents import ACCIDENTS
from .attacks import ATTACKS
from .attacks_machine import MACHINE
from .forgeries import FORGERIES, LEAKS
from .ordinary import as_ordinary_user, why_not
from .submission import FULL

SUBMISSIONS = (*FORGERIES, *LEAKS, *ACCIDENTS, *ATTACKS, *MACHINE)
NAMED = {re.sub(r"\W+", "_", f"{s.family} {s.name}").strip("_").lower(): s for s in SUBMISSIONS}
CLI = "from micrograd_lab.cli import app; app()"
FORGED = {name: s for name, s in NAMED.items() if s.forged}
pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="the sandbox is Linux's"),
    pytest.mark.timeout(2400),  # the class is graded within the first test
]
# A third by whoever runs the tests, with --all; a twelfth by default; and a twelfth by an ordinary user, with --all.
# benchmarks/hostile.py is the recorded run of all.
LEAKING = {name for name, s in NAMED.items() if s in LEAKS}  # always
TWELFTH, THIRD = ({*list(NAMED)[::step], *LEAKING} for step in (12, 3))
ORDINARY = {*list(NAMED)[6::12], *LEAKING}


def handed_in(folder, names):
    for name in names:
        (folder / name).mkdir(parents=True)
        (folder / name / NAMED[name].file).write_bytes(NAMED[name].data)
    return folder


def cases(names=NAMED):
    """(who grades, the name of a submission) of those that are tried."""
    for name in [name for name in names if name in THIRD]:
        yield pytest.param("me", name, marks=[] if name in TWELFTH else [pytest.mark.long], id=f"me-{name}")
        if name in ORDINARY:
            yield pytest.param("ordinary", name, marks=[pytest.mark.long], id=f"ordinary-{name}")


def reported(out, run):
    assert run.returncode == 0, run.stdout[-2000:] + run.stderr[-2000:]
    report = json.loads((out / "grades.json").read_text(encoding="utf-8"))
    return {"text": run.stdout, **{entry["id"]: entry for entry in report["learners"]}}


def spawners():
    """The ids of the processes there are in which answers run."""
    if shutil.which("ps") is None:
        return set()
    listed = subprocess.run(["ps", "-eo", "pid,args"], capture_output=True, text=True).stdout
    return {line.split()[0] for line in listed.splitlines() if "inside import spawner" in line}


@pytest.fixture(scope="session")
def graded_by(request, tmp_path_factory):
    """{id: what the report says} of a class, graded by whoever runs the tests, or by an ordinary user where that is
    root."""
    found = {}

    def graded(who):
        if who not in found:
            folder = tmp_path_factory.mktemp("class")
            folder.chmod(0o755)
            names = ORDINARY if who == "ordinary" else THIRD if request.config.getoption("--all") else TWELFTH
            handed_in(folder / "in", [name for name in NAMED if name in names])
            out = folder / "out"
            command = [sys.executable, "-c", CLI, "grade", str(folder / "in"), "--out", str(out), "--seconds", "4"]
            if who == "ordinary":
                if why_not():
                    pytest.skip(why_not())
                found[who] = reported(out, as_ordinary_user(command, folder))
            else:
                before = spawners()
                run = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=2300)
                found[who], found["left"] = reported(out, run), spawners() - before
        return found[who]

    return graded


@pytest.mark.parametrize(("who", "name"), cases())
def test_it_earns_what_is_right_in_it(who, name, graded_by):
    graded = graded_by(who)
    expected, entry = NAMED[name].expected, graded[name]
    if isinstance(expected, str):
        assert expected in entry["trouble"]
        assert entry["trouble"] in graded["text"]
    else:
        assert {one["number"]: one["earned"] for one in entry["exercises"]} == expected, entry


def test_nobody_is_lost(graded_by, request):
    wanted = THIRD if request.config.getoption("--all") else TWELFTH
    assert graded_by("me").keys() - {"text"} == set(wanted)


@pytest.mark.parametrize(("who", "name"), cases(sorted(LEAKING)))
def test_no_right_answer_comes_out(who, name, graded_by):
    """A right 5.1 has names of its own; in what the learner wrote there is but `root`."""
    names = {}
    exec(right_answer("5.1"), names)
    _, *own = names["topological"].__code__.co_varnames
    assert own
    entry, told = json.dumps(graded_by(who)[name]), "|".join(f"'{one}'" for one in own)
    assert not re.search(f"LEAKED[^.]*({told})|({told})[^.]*LEAKED", entry), entry


@pytest.mark.parametrize("name", FORGED)
def test_the_forgery_works_on_a_judge_without_protection(name, tmp_path):
    submission = FORGED[name]
    (tmp_path / "nb.ipynb").write_bytes(submission.data)
    script = Path(__file__).with_name("unprotected.py")
    where = tmp_path if submission.judge == "gradebook" else ROOT
    run = subprocess.run(
        [sys.executable, script, tmp_path / "nb.ipynb", submission.judge],
        cwd=where,
        env={**os.environ, "PWD": str(where), "IPYTHONDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=120,
    )
    # The first line of JSON counts: this is how such a judge hears of its process.
    grades = next(json.loads(line) for line in run.stdout.splitlines() if line.startswith('{"'))
    if submission.judge == "gradebook":
        grades = json.loads((tmp_path / "gradebook.json").read_text())
    for number in submission.forged:
        assert grades.get(number, 0) >= FULL[f"0{number[0]}"][number], run.stdout[-500:] + run.stderr[-2000:]


def test_there_are_forty_of_fifteen_families_with_two_members_each():
    families = [s.family for s in SUBMISSIONS]
    assert len(SUBMISSIONS) >= 40
    assert len(set(families)) >= 15
    assert all(families.count(family) >= 2 for family in families)
    assert len(NAMED) == len(SUBMISSIONS)


def test_nothing_was_written_outside(graded_by):
    graded_by("me")
    assert not Path("/tmp/hostile-pickle").exists()
    assert not (ROOT / "gradebook.json").exists()


def test_processes_of_a_learner_do_not_live_on(graded_by):
    if shutil.which("ps") is None:
        pytest.skip("no ps here")
    graded_by("me")
    assert graded_by("left") == set()
