"""Break the engine on purpose: the lessons' own outputs must notice, each time on a number and not on a crash."""

import json
import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
# The quick ones. In this order most breaks are noticed by the first.
NOTEBOOKS = [
    *(f"lessons/{stem}.ipynb" for stem in ("04_node", "02_expressions", "06_verify", "05_order", "03_by_hand")),
    *(
        f"solutions/{stem}_solutions.ipynb"
        for stem in ("02_expressions", "03_by_hand", "04_node", "05_order", "06_verify")
    ),
]
BY_A, BY_B = "a.grad += v._by_a * grad", "b.grad += v._by_b * grad"
POWER = "return k * x ** (k - 1)"
TANH = '_made("tanh", t, self, 1 - t * t)'
EXP = '_made("exp", e, self, e)'
TIMES = "self.data * other.data, self, other.data, other, self.data)"
OVER = "self, 1 / b, other, -a / b / b)"
SEED = "self.grad += 1.0"
BREAKS = {
    # One operation's rule
    "+ shares the gradient out": [
        ('"+", self.data + other.data, self, 1.0, other, 1.0', '"+", self.data + other.data, self, 0.5, other, 0.5')
    ],
    "- sends a plus to both": [("self, 1.0, other, -1.0)", "self, 1.0, other, 1.0)")],
    "* gives each operand itself": [(TIMES, "self.data * other.data, self, self.data, other, other.data)")],
    "* gives each operand the product": [
        (TIMES, "self.data * other.data, self, self.data * other.data, other, self.data * other.data)")
    ],
    "/ forgets the minus": [(OVER, "self, 1 / b, other, a / b / b)")],
    "/ forgets the numerator": [(OVER, "self, 1 / b, other, -1 / b / b)")],
    "pow forgets the factor": [(POWER, "return x ** (k - 1)")],
    "pow keeps the exponent": [(POWER, "return k * x ** k")],
    "neg passes on": [('"neg", -self.data, self, -1.0', '"neg", -self.data, self, 1.0')],
    "relu passes negatives": [("on = not self.data <= 0", "on = True")],
    "relu always lets gradients pass": [("1.0 if on else 0.0)", "1.0)")],
    "relu sends its output": [("1.0 if on else 0.0)", "self.data if on else 0.0)")],
    "tanh squares its input": [(TANH, '_made("tanh", t, self, 1 - self.data * self.data)')],
    "tanh forgets the square": [(TANH, '_made("tanh", t, self, 1 - t)')],
    "exp sends its input": [(EXP, '_made("exp", e, self, self.data)')],
    "exp sends 1": [(EXP, '_made("exp", e, self, 1.0)')],
    "log sends its input": [("self, 1 / self.data)", "self, self.data)")],
    "rsub is self - other": [("return Value(other) - self", "return self - other")],
    "rdiv is self / other": [("return Value(other) / self", "return self / other")],
    # How a value sends
    "= for +=": [(BY_A, BY_A.replace("+=", "=")), (BY_B, BY_B.replace("+=", "="))],
    "= for += at the first operand": [(BY_A, BY_A.replace("+=", "="))],
    "= for += at the second operand": [(BY_B, BY_B.replace("+=", "="))],
    "without upstream": [(BY_A, "a.grad += v._by_a"), (BY_B, "b.grad += v._by_b")],
    "without the local derivative": [(BY_A, "a.grad += grad"), (BY_B, "b.grad += grad")],
    "adds upstream": [(BY_A, "a.grad += v._by_a + grad"), (BY_B, "b.grad += v._by_b + grad")],
    "only the first operand": [(BY_B, "pass")],
    # How it begins, and in which order
    "no seed": [(SEED, "self.grad += 0.0")],
    "starts from the output's data": [(SEED, "self.grad += self.data")],
    "leaves first": [("levels[:0:-1]", "levels[1:]")],
    "breadth first": [  # one list for all levels
        ("levels[a._level].append(a)", "levels[-1].append(a)"),
        ("levels[b._level].append(b)", "levels[-1].append(b)"),
    ],
    "a second call finds what lay between": [
        ("a._visit, a.grad = visit, 0.0", "a._visit = visit"),
        ("b._visit, b.grad = visit, 0.0", "b._visit = visit"),
        ("if self._level:", "if False:"),
    ],
    "a second loss wipes the first": [
        ("if a._level and a._visit is not visit", "if a._visit is not visit"),
        ("if b._level and b._visit is not visit", "if b._visit is not visit"),
    ],
}
# Where to look first, when it is not in lesson 6: a matter of time alone.
FIRST = {"breadth first": "05_order"}


def broken(changes, folder):
    """A copy of the package with these changes, and the notebooks as they are."""
    shutil.copytree(ROOT / "micrograd_lab", folder / "micrograd_lab", ignore=shutil.ignore_patterns("__pycache__"))
    for name in NOTEBOOKS:
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    engine = folder / "micrograd_lab" / "engine.py"
    text = engine.read_text(encoding="utf-8")
    for right, wrong in changes:
        assert text.count(right) == 1, f"the engine has no single {right!r}"
        text = text.replace(right, wrong)
    engine.write_text(text, encoding="utf-8")
    return folder


def environment(folder):
    own = {"MICROGRAD_LAB_DATA": str(folder / "data"), "MICROGRAD_LAB_MINE": "fresh"}  # each notebook begins alone
    return {**os.environ, "PYTHONPATH": str(folder), **own}


def differences(folder, notebook):
    """Which texts of a notebook are others with the package in this folder, as run_without.py tells them.

    They are a part of what nbval compares, and by the same rules; no kernel and no second pytest has to begin for them.
    """
    place = folder / notebook
    command = [sys.executable, str(ROOT / "tests" / "run_without.py"), str(place)]
    run = subprocess.run(command, env=environment(folder), cwd=place.parent, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def nbval(folder, notebook):
    """Run a notebook under nbval against the package in this folder; gives code and output."""
    options = ["--nbval", "--nbval-current-env", "--nbval-cell-timeout=60", "-q", "-p", "no:cacheprovider"]
    options += [f"--nbval-sanitize-with={ROOT / 'tests' / 'sanitize.cfg'}", f"--rootdir={folder}"]
    command = [sys.executable, "-m", "pytest", *options, notebook]
    run = subprocess.run(command, env=environment(folder), cwd=folder, capture_output=True, text=True)
    return run.returncode, run.stdout


def crashed(difference):
    return bool(re.match(r"\w*(Error|Exception|Interrupt|Exit)\b", difference[1]))


def noticed(name, folder):
    """(notebook, differences) of the first notebook in which a text, and not only a crash, is another; of the last one
    where none is."""
    broken(BREAKS[name], folder)
    for notebook in sorted(NOTEBOOKS, key=lambda notebook: FIRST.get(name, "06_verify") not in notebook):
        found = differences(folder, notebook)
        if not all(map(crashed, found)):
            break
    return notebook, found


@pytest.fixture(scope="module")
def runs(request, tmp_path_factory):
    """{name: the future of its run}, two at a time, for the tests that were chosen."""
    ours = [item for item in request.session.items if item.path == request.path and hasattr(item, "callspec")]
    chosen = [item.callspec.params["name"] for item in ours]
    with ThreadPoolExecutor(2) as pool:
        yield {name: pool.submit(noticed, name, tmp_path_factory.mktemp("broken")) for name in chosen}


@pytest.fixture(scope="module")
def unbroken(tmp_path_factory):
    """unbroken(notebook): what differs there with the engine as it is, once for each that has noticed something."""
    folder = broken([], tmp_path_factory.mktemp("unbroken"))
    return cache(lambda notebook: differences(folder, notebook))


@pytest.mark.long
@pytest.mark.parametrize("name", BREAKS)
def test_the_lessons_notice_when_the_engine_is_broken(name, runs, unbroken):
    notebook, found = runs[name].result()
    assert not all(map(crashed, found)), found
    assert not [one for one in found if "ImportError" in one[1]]
    assert unbroken(notebook) == []


@pytest.mark.long
def test_nbval_notices_what_texts_tell(tmp_path):
    code, output = nbval(broken(BREAKS["no seed"], tmp_path), "lessons/06_verify.ipynb")
    assert code == 1, output[-3000:]
    assert "Cell outputs differ" in output
    assert "ImportError" not in output
