"""Files that are whole, locked and added to; and a kit that imports and works where half of Python is missing."""

import os
import subprocess
import sys

import pytest

from micrograd_lab import jsonlines, platform


def test_a_file_is_old_or_new_and_never_half(tmp_path):
    path = tmp_path / "page.html"
    platform.write(path, "old")
    with pytest.raises(AttributeError):
        platform.write(path, None)
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["page.html"]


@pytest.mark.skipif(sys.platform == "win32", reason="permissions as POSIX has them")
def test_who_may_read_a_file_may_read_what_takes_its_place(tmp_path):
    platform.write(tmp_path / "private", "old")
    assert (tmp_path / "private").stat().st_mode & 0o777 == 0o644
    (tmp_path / "private").chmod(0o600)
    platform.write(tmp_path / "private", "new", lasting=True)
    assert (tmp_path / "private").stat().st_mode & 0o777 == 0o600


def test_what_is_appended_begins_on_a_line_of_its_own(tmp_path):
    for data in (b"one\n", b"half", b"two\n"):
        platform.append(tmp_path / "lines", data, lasting=data == b"two\n")
    assert (tmp_path / "lines").read_bytes() == b"one\nhalf\ntwo\n"


@pytest.mark.parametrize("whole", [True, False])
def test_a_last_line_without_end_counts_where_it_may(tmp_path, whole):
    path, aside = tmp_path / "lines", tmp_path / "aside"
    path.write_bytes(b'{"n": 1}\n{"n": 2}')
    entries, damaged = jsonlines.read(path, lambda entry: True, aside, whole=whole)
    assert [entry["n"] for entry in entries] == ([1] if whole else [1, 2])
    assert damaged == []
    assert aside.exists() == whole
    assert path.read_bytes().startswith(b'{"n": 1}\n')


def test_damaged_lines_are_given_where_they_cannot_be_set_aside(tmp_path):
    path = tmp_path / "lines"
    jsonlines.append(path, {"n": "ü"}, ensure_ascii=False)
    platform.append(path, b"[1]\n")
    before = path.read_bytes()
    read = jsonlines.read(path, lambda entry: True, tmp_path / "no such folder" / "aside")
    assert read == ([{"n": "ü"}], [b"[1]"])
    assert path.read_bytes() == before == '{"n": "ü"}\n[1]\n'.encode()


LOCKED = """
import sys, time
from pathlib import Path
from micrograd_lab import platform
with platform.file_lock(Path(sys.argv[1])):
    print("in", flush=True)
    time.sleep(0.5)
    print("out", flush=True)
"""


def test_a_lock_is_held_by_one_process_at_a_time(tmp_path):
    out = (tmp_path / "out").open("ab")
    command = [sys.executable, "-c", LOCKED, str(tmp_path / "lock")]
    running = [subprocess.Popen(command, stdout=out) for _ in range(2)]
    assert [process.wait() for process in running] == [0, 0]
    assert (tmp_path / "out").read_text().split() == ["in", "out", "in", "out"]


# As in a browser's kernel, and where only the core's own packages are.
BARE = """
import _thread, importlib, pkgutil, sys, threading

def no_thread(*args, **kwargs):
    raise RuntimeError("can't start new thread")

# Everywhere that it is kept: threading has its own names for it.
_thread.start_new_thread = threading._start_new_thread = no_thread
if hasattr(threading, "_start_joinable_thread"):
    _thread.start_joinable_thread = threading._start_joinable_thread = no_thread

class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in BLOCKED:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Blocked())
for name in BLOCKED:
    sys.modules.pop(name, None)
try:
    threading.Thread(target=print).start()
except RuntimeError:
    pass
else:
    raise SystemExit("threads start")

import micrograd_lab
NOT_LEARNERS = ("grading", "authoring", "server", "cli")
for module in pkgutil.walk_packages(micrograd_lab.__path__, "micrograd_lab."):
    if module.name.split(".")[1] not in NOT_LEARNERS + WITHOUT:
        importlib.import_module(module.name)
"""
NO_SYSTEM = ("fcntl", "msvcrt", "termios", "resource", "wasmtime", "joblib", "jupyterlab")
NO_LIBRARY = ("numpy", "matplotlib", "sklearn", "graphviz", "ipywidgets", "anywidget", "traitlets", "IPython", "rich")


def bare(code, blocked, without=()):
    """The lines that this prints, with these modules blocked, and all imported but what `without` names."""
    whole = f"BLOCKED, WITHOUT = {blocked!r}, {without!r}\n{BARE}{code}"
    no_programs = {**os.environ, "PATH": ""}  # no `dot` either
    run = subprocess.run([sys.executable, "-c", whole], capture_output=True, text=True, env=no_programs)
    assert run.returncode == 0, run.stderr
    return run.stdout.splitlines()


EXERCISE = """
from micrograd_lab import Value, journal
from micrograd_lab.checks import lesson_05 as check
done = check.order(lambda root: [root])
print(type(done).__name__, len(journal.entries("attempt")), (2 * Value(3.0)).data)
"""
VIEWS = """
from micrograd_lab import datasets, draw, live
from micrograd_lab.draw.layout import REMEDY
view = live.graph("a * b", a=2.0, b=3.0)
view.sliders["a"].value = 4.0
asked = live.predict(view, "Up?", "up", ["up", "down"], lesson="02", name="x")
print(view.root.data, view.picture.twin.endswith(REMEDY), draw.graph(view.root).text.endswith(REMEDY))
steps = live.backward("a * b", a=2.0, b=3.0)
steps.play.value = True
steps._asked(None, {"next": steps.picture.frame}, [])
others = [live.slope(lambda x: x * x), live.training(datasets.xor(20), hidden=[2])]
print(steps.walk.place, all(view.text() for view in others))
"""
# What lessons 0 to 6 show, but for the network of the first page, which a machine runs.
PLAIN = """
from micrograd_lab import Value, draw, live
numbers = {"a": 2.0, "b": 3.0}
graphs = [live.graph("a * b", **numbers), live.backward("a * b", **numbers), live.fill("a * b", **numbers)]
charts = [live.slope(lambda x: x * x), live.dark(), live.three(Value), live.cost(4)]
words = [live.roads("a + a", a=2.0), live.warmup("05"), live.questions("before"), live.ready(), live.predictions()]
graphs[2].box.value = 0.5
graphs[1].step()
charts[0].zoom.value = charts[0].whole.value = True
charts[1].light()
charts[2].learn(2)
for view in charts:
    view.refresh()
print(*{kind for view in charts for kind in view.still()}, all(repr(view) for view in graphs + charts + words))
print(graphs[2].nudged[0], draw.curve(abs, -1, 1).svg[:4], draw.machine("loss").svg[:4], words[3].parts[0].later[:20])
for code in ("draw.field", "live.training", "live.neuron"):
    try:
        eval(code)
    except ImportError as error:
        print(*str(error).splitlines()[:2])
"""
WITHOUT_LAB = """
import micrograd_lab
from micrograd_lab import Value, datasets
asked = {
    "draw": lambda: micrograd_lab.draw.graph,
    "live": lambda: micrograd_lab.live.graph,
    "steps": lambda: micrograd_lab.steps.Training(None, datasets.Dataset([[0.0]], [1.0]), None),
    "replay": lambda: micrograd_lab.replay.record(Value(2.0) + 1),
}
for name, ask in asked.items():
    try:
        ask()
    except ImportError as error:
        print("no", name if "FILE.whl[lab]" in str(error) else error)
try:
    datasets.moons()
except ImportError as error:
    print(error)
"""


@pytest.mark.parametrize("also", [(), ("ctypes", "_ctypes")], ids=["without threads", "without ctypes too"])
def test_all_that_a_learner_uses_works_without_locks_threads_and_wasm(also):
    said = bare(EXERCISE + VIEWS, (*NO_SYSTEM, *also))
    assert said == ["Incorrect 1 6.0", "12.0 True True", "1 True"]


def test_what_lessons_0_to_6_show_works_without_numpy_locks_threads_and_wasm():
    whole = ("draw", "experiments", "live", "replay", "steps", "task")
    said = bare(EXERCISE + PLAIN, (*NO_SYSTEM, "numpy", "scipy", "sklearn", "matplotlib"), whole)
    assert said[:3] == ["Incorrect 1 6.0", "image/svg+xml True", "1.5 <svg <svg Not installed: numpy"]
    assert said[3:] == [
        f"asked: {name} found: no numpy in this environment" for name in ("draw.field", "live.training", "live.neuron")
    ]


def test_the_core_works_without_any_library_of_the_lab():
    needing = ("draw", "experiments", "live", "replay", "steps", "task")
    *said, remedy = bare(EXERCISE + WITHOUT_LAB, NO_SYSTEM + NO_LIBRARY, needing)
    replay = "no a recording needs NumPy or wasmtime to run; found neither. Try `pip install numpy`."
    assert said == [
        "Incorrect 1 6.0",
        "no draw",
        "no live",
        "no steps",
        replay,
        "asked: a data set",
        "found: no numpy in this environment",
    ]
    assert remedy.startswith("try:   `python3 start.py install --extra lab` in the kit's folder; or")
