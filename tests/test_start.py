"""start.py, without a network: real virtual environments, stand-ins for the installers, pytest and JupyterLab."""

import ast
import importlib.util
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import venv
from collections import namedtuple
from pathlib import Path

import nbformat
import nbformat.sign
import pytest

ROOT = Path(__file__).resolve().parent.parent
posix = pytest.mark.skipif(os.name == "nt", reason="signals and execve are POSIX")


def load(folder):
    spec = importlib.util.spec_from_file_location("start", folder / "start.py")
    start = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(start)
    return start


@pytest.fixture
def start(tmp_path, monkeypatch):
    """start.py in a project folder of its own, with installers that only write down what they were asked."""
    folder = tmp_path / "project"
    for name in ("micrograd_lab", "lessons", "tests"):
        (folder / name).mkdir(parents=True)
    for name in ("start.py", "pyproject.toml", "requirements.lock"):
        shutil.copy(ROOT / name, folder / name)
    (folder / "lessons" / "index.ipynb").write_text("{}")
    (folder / "tests" / "test_one.py").touch()
    start = load(folder)
    start.asked = []
    start.by_uv = []
    monkeypatch.setattr(start, "run", start.asked.append)
    monkeypatch.setattr(start.shutil, "which", lambda name: None)
    # Otherwise a check that lets something through would put JupyterLab in the place of this test run.
    monkeypatch.setattr(start.os, "execve", lambda *words: pytest.fail("handed over to JupyterLab"))
    return start


def make_venv(start):
    venv.EnvBuilder(symlinks=os.name != "nt").create(str(start.VENV))


def make_ready(start, *extras):
    """A finished .venv with the lessons' packages and these extras, and a file in it that only an environment that was
    kept still has."""
    make_venv(start)
    start.READY.write_text(json.dumps({"fingerprint": start.fingerprint(), "extras": ["lab", *extras]}))
    kept(start).touch()


def kept(start):
    return start.VENV / "kept"


def uv_that_returns(start, monkeypatch, code):
    def call(words, cwd):
        start.by_uv.append(words)
        return code

    monkeypatch.setattr(start.shutil, "which", lambda name: "/usr/bin/uv" if name == "uv" else None)
    monkeypatch.setattr(start.subprocess, "call", call)


@pytest.fixture
def launched(start, monkeypatch):
    """The commands that start.py hands over to, instead of running them."""
    words = []
    monkeypatch.setattr(start.os, "execve", lambda program, arguments, env: words.append(arguments))
    monkeypatch.setattr(start.os, "chdir", lambda folder: None)
    monkeypatch.setattr(start, "learner_folder", lambda folder: folder or "their own")
    monkeypatch.setattr(start, "wait_for", lambda arguments, env, cwd=None: words.append(arguments) or 0)
    return words


def installed(start):
    """What pip and uv were asked to install, a list of words each."""
    return [words for words in start.by_uv + start.asked if "install" in words]


def test_python_3_6_parses_it_and_can_be_told():
    ast.parse((ROOT / "start.py").read_text(encoding="utf-8"), feature_version=(3, 6))


def test_an_old_python_is_told_what_to_install(start, monkeypatch, capsys):
    monkeypatch.setattr(start.sys, "version_info", (3, 8, 18))
    assert start.main([]) == 1
    told = capsys.readouterr().err
    assert "asked: Python 3.11 or newer" in told
    assert "found: Python 3.8 (" in told
    assert "try:   install a newer one" in told
    assert not start.VENV.exists()


def test_the_oldest_python_that_will_do_is_not_refused(start):
    start.check_python(start.NEEDED, "python3")


def said_and_stopped(start, words, capsys):
    assert start.main(words) == 1
    told = capsys.readouterr().err
    assert [line[:7] for line in told.splitlines()] == ["asked: ", "found: ", "try:   "]
    assert not start.VENV.exists()
    return told


@pytest.mark.parametrize("words", [["tset"], ["--prot", "8890"], ["lab", "01.ipynb"], ["--port", "many"], ["--port"]])
def test_an_unknown_argument_is_answered_in_three_parts(start, words, capsys):
    assert "start.py -h" in said_and_stopped(start, words, capsys)


@pytest.mark.parametrize("port", ["0", "80", "65536"])
def test_an_impossible_port_is_answered_in_three_parts(start, port, capsys):
    assert "1024 to 65535" in said_and_stopped(start, ["--port", port], capsys)


def test_a_taken_port_is_named_before_anything_is_installed(start, capsys):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert f"asked: port {port}" in said_and_stopped(start, ["--port", port], capsys)


@pytest.mark.parametrize("lacking", ["venv", "ensurepip"])
def test_a_python_without_venv_is_told_the_package_to_install(start, lacking, monkeypatch, capsys):
    find = importlib.util.find_spec
    monkeypatch.setattr(start.importlib.util, "find_spec", lambda name: None if name == lacking else find(name))
    assert "apt install python3-venv" in said_and_stopped(start, ["install"], capsys)


def test_too_little_room_is_said_before_anything_is_written(start, monkeypatch, capsys):
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(start.shutil, "disk_usage", lambda folder: usage(2**40, 2**40, 20 * 2**20))
    assert "20 MB are free" in said_and_stopped(start, ["install"], capsys)


def test_start_py_alone_asks_for_the_project_around_it(start, capsys):
    (start.ROOT / "requirements.lock").unlink()
    assert "no requirements.lock" in said_and_stopped(start, [], capsys)


def failing_installer(folder, text):
    """The real `run`, on a command that says this and fails, while an installation is under way."""
    start = load(folder)
    start.VENV.mkdir()
    start.UNFINISHED.touch()
    with pytest.raises(start.Stopped) as stopped:
        start.run([sys.executable, "-c", f"print({text!r}); raise SystemExit(1)"])
    return start, str(stopped.value)


def test_a_disk_that_fills_up_is_named_and_the_installation_counts_as_cut_off(start):
    start, told = failing_installer(start.ROOT, "ERROR: [Errno 28] No space left on device")
    assert told.startswith("asked: room on the disk")
    assert start.UNFINISHED.exists()


def test_no_network_is_named_and_the_environment_kept(start):
    text = "Retrying (Retry(total=4)) after connection broken by 'E([Errno -3] Temporary failure in name resolution')"
    start, told = failing_installer(start.ROOT, text)
    assert "found: they could not be reached: [Errno -3] Temporary failure in name resolution\n" in told
    assert "once installed, no network is needed" in told
    assert not start.UNFINISHED.exists()


def test_any_other_failure_shows_the_installers_own_last_words(start):
    _, told = failing_installer(start.ROOT, "ERROR: wheel of numpy is broken")
    assert "wheel of numpy is broken" in told
    assert "try:   delete .venv" in told


def test_a_file_that_cannot_be_written_is_no_traceback(start, monkeypatch, capsys):
    def refuse(extras):
        raise PermissionError(13, "Permission denied", ".venv")

    monkeypatch.setattr(start, "prepare", refuse)
    assert "Permission denied" in said_and_stopped(start, ["install"], capsys)


def test_the_first_run_makes_the_environment_and_installs_within_the_lock(start):
    start.prepare(set())
    assert start.interpreter_runs()
    assert any("ensurepip" in words for words in start.asked)
    first, second = installed(start)
    assert first[-1] == "hatchling"
    assert second[-3:] == ["--no-build-isolation", "-e", "."]
    assert all(words[words.index("-c") + 1] == "requirements.lock" for words in (first, second))
    assert start.recorded() == (start.fingerprint(), set())
    assert not start.UNFINISHED.exists()


def test_the_second_run_installs_nothing(start):
    start.prepare(set())
    start.asked.clear()
    start.prepare(set())
    assert start.asked == []


def test_a_ready_environment_goes_straight_to_jupyterlab(start, launched):
    make_ready(start)
    start.main([])
    assert start.asked == []
    assert [words[:3] for words in launched] == [[start.PYTHON, "-m", "jupyterlab"]]


def test_a_changed_lock_is_installed_over_with_the_extras_that_were_there(start):
    make_ready(start, "test")
    with open(start.ROOT / "requirements.lock", "a") as lock:
        lock.write("another==1.0\n")
    start.prepare(set())
    assert kept(start).exists()
    assert installed(start)[-1][-1] == ".[lab,test]"
    assert start.recorded() == (start.fingerprint(), {"lab", "test"})


def test_a_missing_extra_is_added(start):
    make_ready(start)
    start.prepare({"test"})
    assert kept(start).exists()
    assert installed(start)[-1][-1] == ".[lab,test]"


def test_an_extra_that_is_there_is_not_installed_again(start):
    make_ready(start, "test")
    for extras in (set(), {"test"}, {"instructor", "grade", "lab"}):
        start.prepare(extras)
    assert start.asked == []


@pytest.mark.parametrize(
    ("words", "extras"),
    [
        ([], {"lab"}),
        (["install"], {"lab"}),
        (["install", "--extra", "grade"], {"lab", "grade"}),
        (["grade", "in", "--out", "report"], {"grade"}),
        (["build"], {"instructor"}),
        (["journal"], set()),
        (["test"], {"test"}),
        (["test", "--all"], {"test", "oracle"}),
    ],
)
def test_each_command_installs_what_it_needs_and_no_more(start, monkeypatch, words, extras):
    asked = []

    def prepare(given):
        asked.append(given)
        raise start.Stopped("a", "b", "c")

    monkeypatch.setattr(start, "prepare", prepare)
    start.main(words)
    assert asked == [extras]


def test_an_environment_without_marker_is_installed_over(start):
    make_venv(start)
    kept(start).touch()
    start.prepare(set())
    assert kept(start).exists()
    assert len(installed(start)) == 2


@pytest.mark.parametrize("text", ["", '{"finger', "[]", "{}", '{"fingerprint": "x"}'])
def test_a_damaged_marker_counts_as_none(start, text):
    make_ready(start)
    start.READY.write_text(text)
    start.prepare(set())
    assert len(installed(start)) == 2
    assert start.recorded() == (start.fingerprint(), set())


def test_an_installation_that_was_cut_off_is_removed_and_made_anew(start):
    make_ready(start)
    start.UNFINISHED.touch()
    start.prepare(set())
    assert not kept(start).exists()
    assert start.interpreter_runs()
    assert not start.UNFINISHED.exists()


def test_an_environment_whose_python_is_gone_is_made_anew(start):
    make_ready(start)
    os.unlink(start.PYTHON)
    start.prepare(set())
    assert not kept(start).exists()
    assert start.interpreter_runs()


def test_an_environment_of_another_python_version_is_made_anew(start):
    make_ready(start)
    (start.VENV / "pyvenv.cfg").write_text("version = 3.99.1\n")
    start.prepare(set())
    assert not kept(start).exists()
    assert start.interpreter_runs()


def test_an_environment_of_a_python_that_is_too_old_is_not_used(start, monkeypatch):
    make_ready(start)
    assert start.interpreter_runs()
    monkeypatch.setattr(start, "NEEDED", (3, 99))
    assert not start.interpreter_runs()


def test_a_folder_that_only_looks_like_an_environment_is_made_anew(start):
    start.VENV.mkdir()
    kept(start).touch()
    start.prepare(set())
    assert not kept(start).exists()
    assert start.interpreter_runs()


def test_a_moved_folder_is_installed_anew(start, tmp_path):
    make_ready(start)
    shutil.move(start.ROOT, tmp_path / "moved")
    moved = load(tmp_path / "moved")
    assert moved.recorded()[0] != moved.fingerprint()


def test_a_failed_installation_is_not_taken_for_a_finished_one(start, monkeypatch):
    def fail(extras):
        raise start.Stopped("a", "b", "c")

    monkeypatch.setattr(start, "install", fail)
    with pytest.raises(start.Stopped):
        start.prepare(set())
    assert start.UNFINISHED.exists()
    assert start.recorded()[0] != start.fingerprint()


def test_what_nbgrader_adds_to_jupyterlab_is_turned_off(start):
    start.prepare(set())
    folder = Path("etc/jupyter/jupyter_server_config.d")
    on = json.loads((sys.prefix / folder / "nbgrader.json").read_text())["ServerApp"]["jpserver_extensions"]
    ours = json.loads((start.VENV / folder / "zz-micrograd-lab.json").read_text())["ServerApp"]["jpserver_extensions"]
    assert ours == dict.fromkeys(on, False)
    labs = [path.parent for path in Path(sys.prefix, "share/jupyter/labextensions").glob("**/nbgrader/package.json")]
    page = json.loads((start.VENV / "etc/jupyter/labconfig/page_config.json").read_text())
    assert page["disabledExtensions"] == {f"{lab.parent.name}/{lab.name}": True for lab in labs}


@pytest.fixture
def notebook(start, monkeypatch, tmp_path):
    """A lesson in the project of start.py, and a folder of its own for what Jupyter keeps."""
    (start.ROOT / "course" / "02_one").mkdir(parents=True)
    (start.ROOT / "course" / "02_one" / "lesson.py").touch()
    path = start.ROOT / "lessons" / "02_one.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1 + 1")]), path)
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "jupyter"))
    monkeypatch.setattr(start, "PYTHON", sys.executable)
    start.VENV.mkdir()
    return path


def trusted(path):
    return nbformat.sign.NotebookNotary().check_signature(nbformat.read(path, as_version=4))


def test_jupyter_trusts_the_lessons_and_no_other_notebook(start, notebook, capfd):
    stranger = shutil.copy(notebook, notebook.with_name("stranger.ipynb"))
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("2 + 2")]), stranger)
    assert not trusted(notebook)
    start.trust(wait=True)
    assert trusted(notebook)
    assert not trusted(stranger)
    assert capfd.readouterr() == ("", "")


def test_lessons_are_signed_again_only_when_they_have_changed(start, notebook, monkeypatch):
    signed = []

    def sign(digest, notebooks, wait):
        signed.append(notebooks)
        start.TRUSTED.write_text(digest)

    monkeypatch.setattr(start, "sign", sign)
    start.trust(wait=True)
    start.trust(wait=True)
    assert signed == [[notebook]]
    notebook.write_text(notebook.read_text().replace("1 + 1", "1 + 2"))
    start.trust(wait=True)
    assert signed == [[notebook], [notebook]]
    monkeypatch.setenv("JUPYTER_DATA_DIR", "another user's")
    start.trust(wait=True)
    assert len(signed) == 3


@pytest.mark.parametrize("broken", ["no python", "no notebook"])
def test_lessons_that_cannot_be_signed_are_no_trouble(start, notebook, broken, monkeypatch, capfd):
    if broken == "no python":
        monkeypatch.setattr(start, "PYTHON", str(start.VENV / "nothing"))
    else:
        notebook.write_text("not a notebook")
    start.trust(wait=True)
    assert capfd.readouterr() == ("", "")
    assert not start.TRUSTED.exists()


def test_installing_waits_until_the_lessons_are_signed_and_starting_does_not(start, launched, monkeypatch):
    waits = []
    monkeypatch.setattr(start, "trust", lambda wait: waits.append(wait))
    start.prepare({"lab"})
    assert waits == [True]
    start.main([])
    assert waits == [True, False]


@pytest.mark.parametrize(
    "words",
    [
        ["journal"],
        ["journal", "--clear"],
        ["journal", "--export", "mine.json"],
        ["journal", "-h"],
        ["grade", "in", "--out", "report"],
        ["build", "--release", "class"],
    ],
)
def test_what_the_package_can_is_the_installed_commands(start, words, monkeypatch, tmp_path):
    make_ready(start, "instructor")
    monkeypatch.chdir(tmp_path)
    called = []
    monkeypatch.setattr(start, "wait_for", lambda *given: called.append(given) or 3)
    assert start.main(words) == 3
    (((command, *given), environment, where),) = called
    assert Path(command).parent == start.BIN
    assert Path(command).stem == "micrograd-lab"
    assert given == words
    assert where == str(tmp_path)  # the paths are those of whoever typed them
    assert environment["VIRTUAL_ENV"] == str(start.VENV)


def test_uv_installs_when_it_is_there(start, monkeypatch):
    uv_that_returns(start, monkeypatch, 0)
    start.install({"test"})
    assert start.asked == []
    assert [words[-1] for words in start.by_uv] == ["hatchling", ".[test]"]
    for words in start.by_uv:
        assert words[words.index("--python") + 1] == start.PYTHON
        assert words[words.index("-c") + 1] == "requirements.lock"


def test_pip_takes_over_when_uv_fails(start, monkeypatch, capsys):
    uv_that_returns(start, monkeypatch, 2)
    start.install({"test"})
    assert len(start.by_uv) == 1
    assert [words[-1] for words in start.asked] == ["hatchling", ".[test]"]
    assert "uv could not do it" in capsys.readouterr().out


def test_pytorch_comes_by_pip_even_where_there_is_a_uv(start, monkeypatch):
    uv_that_returns(start, monkeypatch, 0)
    start.install({"test", "oracle"})
    assert not any("oracle" in words[-1] for words in start.by_uv)
    assert [words[-1] for words in start.asked] == [".[oracle,test]"]
    assert start.asked[0][:3] == [start.PYTHON, "-m", "pip"]


def test_install_prepares_the_extras_it_is_given(start, capsys):
    assert start.main(["install", "--extra", "test"]) == 0
    assert start.recorded()[1] == {"lab", "test"}
    assert "Ready" in capsys.readouterr().out


def test_jupyterlab_opens_on_the_landing_notebook_of_the_learners_folder(start, launched, capsys):
    make_ready(start)
    start.main([])
    assert "Your notebooks are in their own.\n" in capsys.readouterr().out
    assert "--LabApp.default_url=/lab/tree/lessons/index.ipynb" in launched[0]
    assert "--ServerApp.root_dir=their own" in launched[0]
    assert "--no-browser" not in launched[0]


def test_the_folder_is_the_learners_choice(start, launched):
    make_ready(start)
    start.main(["--folder", "elsewhere"])
    assert "--ServerApp.root_dir=elsewhere" in launched[0]


@pytest.mark.parametrize(("asked", "named"), [("", "in the environment"), ("asked for", "in the environment")])
def test_the_installed_package_lays_the_notebooks_into_the_folder(start, tmp_path, monkeypatch, asked, named):
    monkeypatch.setattr(start, "PYTHON", sys.executable)
    monkeypatch.setattr(start, "ROOT", ROOT)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MICROGRAD_LAB_FOLDER", named)
    folder = tmp_path / (asked or named)
    assert start.learner_folder(asked) == str(folder)
    assert (folder / "lessons" / "index.ipynb").exists()
    assert (folder / "exercises" / "05_order_exercises.ipynb").exists()


def test_where_no_folder_can_be_made_nothing_is_started(start, launched, tmp_path, monkeypatch, capfd):
    monkeypatch.undo()
    make_ready(start)
    monkeypatch.setattr(start, "PYTHON", sys.executable)
    monkeypatch.setattr(start, "ROOT", ROOT)
    monkeypatch.setattr(start, "prepare", lambda extras: None)
    monkeypatch.setattr(start, "trust", lambda wait: None)
    (tmp_path / "a file").touch()
    assert start.main(["--folder", str(tmp_path / "a file")]) == 1
    told = capfd.readouterr().err
    assert [line[:7] for line in told.splitlines()] == ["asked: ", "found: ", "try:   "]


@pytest.mark.parametrize("lab", [[], ["lab"]])
def test_browser_and_port_are_the_users_choice(start, launched, lab):
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    make_ready(start)
    start.main([*lab, "--no-browser", "--port", str(port)])
    assert "--no-browser" in launched[0]
    assert f"--port={port}" in launched[0]
    assert "--ServerApp.port_retries=0" in launched[0]


def test_tests_and_notebooks_are_each_run_once(start):
    tests, browser, notebooks = start.pytest_runs(["-x"], everything=False)
    assert tests[1:] == ["-m", "pytest", "tests", "--ignore=tests/browser", *start.TWO_AT_A_TIME, "-x"]
    assert browser[1:] == ["-m", "pytest", "tests/browser", "-x"]
    assert notebooks[1:] == ["-m", "pytest", "lessons", *start.NBVAL, "-x"]


def test_a_named_path_is_all_that_runs(start):
    (start.ROOT / "tests" / "test_engine.py").touch()
    (only,) = start.pytest_runs(["tests/test_engine.py::test_one", "-x"], everything=False)
    assert only[3:] == [*start.NBVAL, "tests/test_engine.py::test_one", "-x"]


def test_all_is_kept_from_a_run_of_notebooks_which_does_not_know_it(start):
    (notebooks,) = start.pytest_runs(["lessons/index.ipynb"], everything=True)
    (tests,) = start.pytest_runs(["tests"], everything=True)
    assert "--all" not in notebooks
    assert "--all" in tests


def test_all_reaches_pytest_and_installs_pytorch(start, launched):
    assert start.main(["test", "-k", "graph", "--all"]) == 0
    assert start.recorded()[1] == {"test", "oracle"}
    assert launched[0][-3:] == launched[1][-3:] == ["--all", "-k", "graph"]
    assert "--all" not in launched[2]


@pytest.mark.parametrize(
    ("words", "codes", "expected"),
    [
        ([], [0, 0, 0], 0),
        ([], [1, 0, 0], 1),
        ([], [0, 1, 0], 1),
        ([], [0, 0, 1], 1),
        ([], [0, 0, -9], -9),
        ([], [-11, 0, 0], -11),
        ([], [0, 0, 5], 5),
        (["-k", "graph"], [0, 0, 5], 0),
        (["-k", "graph"], [5, 0, 5], 0),
        (["-k", "nothing"], [5, 5, 5], 5),
        (["-k", "graph"], [1, 0, 5], 1),
        ([], [0, 2], 2),
        ([], [2], 2),
    ],
)
def test_the_exit_code_is_that_of_the_first_part_that_failed(start, monkeypatch, words, codes, expected):
    make_ready(start, "test")
    left = iter(codes)
    monkeypatch.setattr(start, "wait_for", lambda arguments, env: next(left))
    assert start.test(words, everything=False) == expected
    assert list(left) == []


def test_the_tests_see_an_empty_data_folder_that_is_gone_afterwards(start, monkeypatch):
    make_ready(start, "test")
    folders = []

    def look(arguments, env):
        folders.append(env["MICROGRAD_LAB_DATA"])
        assert os.listdir(folders[-1]) == []
        return 0

    monkeypatch.setattr(start, "wait_for", look)
    assert start.test([], everything=False) == 0
    assert folders
    assert not any(os.path.exists(folder) for folder in folders)


# Stands for JupyterLab and for pytest inside a real .venv.
STAND_IN = """\
import os, sys, time
print("STARTED", os.path.basename(os.path.dirname(__file__)), *sys.argv[1:], flush=True)
try:
    time.sleep(float(os.environ.get("STAND_IN_SECONDS", "0")))
except KeyboardInterrupt:
    print("INTERRUPTED", flush=True)
    sys.exit(2)
sys.exit(int(os.environ.get("STAND_IN_CODE", "0")))
"""


def make_stand_ins(start):
    make_ready(start, "test")
    question = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = Path(subprocess.check_output([start.PYTHON, "-c", question], text=True).strip())
    (packages / "micrograd_lab").mkdir()
    (packages / "micrograd_lab" / "__init__.py").touch()
    (packages / "micrograd_lab" / "learner_folder.py").write_text(f"print({str(start.ROOT)!r})\n")
    for name in ("jupyterlab", "pytest"):
        (packages / name).mkdir()
        (packages / name / "__init__.py").touch()
        (packages / name / "__main__.py").write_text(STAND_IN)


def process(start, words, **environment):
    return subprocess.Popen(
        [sys.executable, str(start.ROOT / "start.py"), *words],
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def test_a_started_jupyterlab_gives_its_own_exit_code(start):
    make_stand_ins(start)
    running = process(start, ["--no-browser"], STAND_IN_CODE="7")
    text = running.communicate(timeout=20)[0]
    assert "STARTED jupyterlab" in text
    assert running.returncode == 7


@pytest.mark.parametrize("code", [0, 1])
def test_both_runs_happen_and_the_time_is_printed_last(start, code):
    make_stand_ins(start)
    running = process(start, ["test"], STAND_IN_CODE=str(code))
    lines = running.communicate(timeout=20)[0].splitlines()
    assert [line.split()[:3] for line in lines[:-1]] == [
        ["STARTED", "pytest", name] for name in ("tests", "tests/browser", "lessons")
    ]
    assert lines[-1].startswith("Everything passed in 0 min" if code == 0 else "Not everything passed in 0 min")
    assert running.returncode == code


@posix
@pytest.mark.parametrize(("words", "name"), [(["--no-browser"], "jupyterlab"), (["test"], "pytest")])
def test_ctrl_c_ends_what_runs_and_starts_nothing_more(start, words, name):
    make_stand_ins(start)
    running = process(start, words, STAND_IN_SECONDS="20")
    line = ""
    while not line.startswith("STARTED " + name):
        line = running.stdout.readline()
        assert line
    time.sleep(0.2)
    os.killpg(running.pid, signal.SIGINT)
    text = running.communicate(timeout=10)[0]
    assert "INTERRUPTED" in text
    assert "STARTED" not in text
    assert "Traceback" not in text
    assert running.returncode == 2
