import json
import socket
import subprocess
import sys

import pytest
from typer.testing import CliRunner

import micrograd_lab
from micrograd_lab import cli, journal


@pytest.fixture
def ran(monkeypatch, tmp_path):
    """The commands that `micrograd-lab lab` runs, instead of JupyterLab, in a folder for this test."""
    commands = []

    def run(command, cwd):
        commands.append(command)
        return subprocess.CompletedProcess(command, 7)

    monkeypatch.setattr(cli.subprocess, "run", run)
    monkeypatch.setattr(cli.subprocess, "Popen", lambda command, **streams: None)
    monkeypatch.setenv("MICROGRAD_LAB_FOLDER", str(tmp_path / "mine"))
    return commands


def said(*words):
    return CliRunner().invoke(cli.app, list(words))


def test_without_a_port_jupyter_finds_a_free_one(ran):
    assert said("lab", "--no-browser").exit_code == 7
    assert "--no-browser" in ran[0]
    assert not any(word.startswith(("--port", "--ServerApp.port")) for word in ran[0])


@pytest.mark.parametrize("words", [[], ["--folder", "{}/other"]])
def test_the_lessons_open_in_the_learners_folder_which_is_said(ran, tmp_path, words):
    folder = tmp_path / ("other" if words else "mine")
    answer = said("lab", *(word.format(tmp_path) for word in words))
    assert answer.output == f"Your notebooks are in {folder}.\nStarting JupyterLab; Ctrl-C stops it.\n"
    assert f"--ServerApp.root_dir={folder}" in ran[0]
    assert "--LabApp.default_url=/lab/tree/lessons/index.ipynb" in ran[0]
    assert (folder / "lessons" / "index.ipynb").exists()


def test_a_folder_that_cannot_be_made_is_answered_in_three_parts(ran, tmp_path):
    (tmp_path / "mine").touch()
    answer = said("lab")
    assert answer.exit_code == 1
    assert [line[:7] for line in answer.output.splitlines()] == ["asked: ", "found: ", "try:   "]
    assert ran == []


def test_a_port_that_is_asked_for_is_that_one_and_no_other(ran):
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    assert said("lab", "--port", str(port)).exit_code == 7
    assert f"--port={port}" in ran[0]
    assert "--ServerApp.port_retries=0" in ran[0]


def test_a_taken_port_is_answered_in_three_parts(ran):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        answer = said("lab", "--port", port)
    assert answer.exit_code == 1
    assert [line[:7] for line in answer.output.splitlines()] == ["asked: ", "found: ", "try:   "]
    assert port in answer.output
    assert ran == []


def test_the_journal_lists_attempts_hints_and_solutions_in_their_order(tmp_path):
    journal.add("attempt", exercise="5.2", outcome="Incorrect", misconception="just recurse")
    journal.add("hint", exercise="5.2", level=1)
    journal.add("attempt", exercise="5.2", outcome="Passed", misconception="")
    journal.add("solution", exercise="5.2")
    assert said("journal").output.splitlines()[:4] == [
        "exercise 5.2  not yet (just recurse)",
        "exercise 5.2  hint 1",
        "exercise 5.2  passed",
        "exercise 5.2  a solution",
    ]
    said("journal", "--export", str(tmp_path / "mine.json"))
    assert json.loads((tmp_path / "mine.json").read_text(encoding="utf-8")) == journal.entries()


def test_the_journal_lists_what_was_done_on_a_page():
    journal.add("practice", exercise="2.a", outcome="Incorrect", misconception="squared")
    journal.add("practice", exercise="2.a", hint=1)
    journal.add("warmup", lesson="03", question="How many boxes has a + a?", answer="3")
    assert said("journal").output.splitlines()[:3] == [
        "practice 2.a  not yet (squared)",
        "practice 2.a  hint 1",
        "warm-up 03  How many boxes has a + a?  You said: 3.",
    ]


def test_the_journal_lists_answers_to_questions():
    journal.add("answer", test="before", question="chain rule", answer="-6")
    assert said("journal").output.splitlines()[0] == "question chain rule (before the course)  You said: -6."


def test_the_journal_is_shown_exported_and_deleted(tmp_path):
    journal.add("prediction", lesson="02", question="Up or down?", answer="up")
    journal.add("outcome", lesson="02", answer="up", outcome="down")
    shown = said("journal").output
    assert "Up or down?  You said: up." in shown
    assert "it was: down" in shown
    assert str(journal.folder()) in shown.replace("\n", "")
    said("journal", "--export", str(tmp_path / "mine.json"))
    assert "Up or down?" in (tmp_path / "mine.json").read_text(encoding="utf-8")
    assert "2 entries deleted." in said("journal", "--clear").output
    assert journal.entries() == []


def test_the_journal_shows_how_sure_one_was_and_why():
    more = {"confidence": "sure", "reason": "it climbs"}
    journal.add("prediction", lesson="02", question="Up or down?", answer="up", **more)
    lines = ["lesson 02  Up or down?  You said: up.", "    you were: sure", "    because it climbs"]
    assert said("journal").output.splitlines()[:3] == lines


def test_what_works_on_notebooks_says_what_it_lacks(monkeypatch):
    monkeypatch.setitem(sys.modules, "jupytext", None)
    for name in [name for name in sys.modules if name.startswith("micrograd_lab.authoring")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delattr(micrograd_lab, "authoring", raising=False)
    for words in (["build", "--release", "class"], ["build"], ["verify"]):
        answer = CliRunner().invoke(cli.app, words)
        assert answer.exit_code == 1
        assert "found: no jupytext in this environment\ntry:   `python3 start.py install --extra instr" in answer.output


@pytest.mark.parametrize(
    ("words", "library", "extra"),
    [
        (["lab"], "jupyterlab", "lab"),
        (["grade", "in", "--out", "report"], "joblib", "grade"),
        (["build"], "jupytext", "instructor"),
        (["verify"], "jupytext", "instructor"),
    ],
)
def test_a_command_without_its_extra_names_it_in_three_parts(words, library, extra, tmp_path):
    code = f"""
import sys
class Without:
    def __init__(self, finder):
        self.finder = finder
    def find_spec(self, name, path=None, target=None):
        return None if name.partition(".")[0] == {library!r} else self.finder.find_spec(name, path, target)
sys.meta_path[:] = map(Without, sys.meta_path)
from micrograd_lab.cli import app
app()
"""
    ran = subprocess.run([sys.executable, "-c", code, *words], cwd=tmp_path, capture_output=True, text=True)
    assert ran.returncode == 1
    asked, found, remedy = ran.stderr.splitlines()
    assert asked.startswith("asked: ")
    assert found == f"found: no {library} in this environment"
    assert remedy.endswith(f'`pip install "FILE.whl[{extra}]"`')
