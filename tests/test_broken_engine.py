"""Break the engine on purpose: the lessons' own outputs must notice, each time on a number and not on a crash."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
BREAKS = {
    "unbroken": [],
    "= for +=": [("a.grad += v._by_a", "a.grad = v._by_a"), ("b.grad += v._by_b", "b.grad = v._by_b")],
    "missing factor in pow": [("return k * x ** (k - 1)", "return x ** (k - 1)")],
    "wrong tanh": [('_made("tanh", t, self, 1 - t * t)', '_made("tanh", t, self, 1 - self.data * self.data)')],
    "unordered backward": [  # one list for all levels: breadth first
        ("levels[a._level].append(a)", "levels[-1].append(a)"),
        ("levels[b._level].append(b)", "levels[-1].append(b)"),
    ],
    "relu passing negatives": [("on = not self.data <= 0", "on = True")],
}


def nbval_with(changes, folder):
    """Run the lessons under nbval against a copy of the package with these changes; gives code and output."""
    shutil.copytree(ROOT / "micrograd_lab", folder / "micrograd_lab")
    shutil.copytree(ROOT / "lessons", folder / "lessons")
    engine = folder / "micrograd_lab" / "engine.py"
    text = engine.read_text(encoding="utf-8")
    for right, wrong in changes:
        assert text.count(right) == 1, f"the engine has no single {right!r}"
        text = text.replace(right, wrong)
    engine.write_text(text, encoding="utf-8")
    options = ["--nbval", "--nbval-current-env", "--nbval-cell-timeout", "60", "-q", "-p", "no:cacheprovider"]
    environment = {**os.environ, "PYTHONPATH": str(folder), "MICROGRAD_LAB_DATA": str(folder / "data")}
    run = subprocess.run(
        [sys.executable, "-m", "pytest", *options, "--rootdir", str(folder), str(folder / "lessons")],
        env=environment,
        cwd=folder,
        capture_output=True,
        text=True,
    )
    return run.returncode, run.stdout


@pytest.mark.long
@pytest.mark.parametrize("name", BREAKS)
def test_the_lessons_notice_when_the_engine_is_broken(name, tmp_path):
    code, output = nbval_with(BREAKS[name], tmp_path)
    if name == "unbroken":
        assert code == 0, output[-3000:]
    else:
        assert code == 1, output[-3000:]
        assert "Cell outputs differ" in output
        assert "ImportError" not in output
