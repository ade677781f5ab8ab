"""What PyTorch computed, once, against what we compute now."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from micrograd_lab import Value, losses, nn, optim
from micrograd_lab.checks.lesson_06.judge_parity import PYTORCH
from micrograd_lab.experiments.three import Three, gradients

HERE = Path(__file__).parent / "recorded"
RECORDED = json.loads((HERE / "pytorch.json").read_text(encoding="utf-8"))


def close(x):
    return pytest.approx(x, rel=1e-12, abs=0)


@pytest.mark.parametrize("case", RECORDED["expressions"], ids=lambda case: f"{case['text']} at {case['inputs']}")
def test_expression_and_gradients_equal_pytorch(case):
    inputs = {name: Value(x) for name, x in zip("abc", case["inputs"], strict=False)}
    out = eval(case["text"], {}, dict(inputs))
    out.backward()
    assert out.data == close(case["data"])
    assert [v.grad for v in inputs.values()] == close(case["grads"])


def test_one_step_of_the_three_numbers_of_lesson_0_equals_pytorch():
    three, case = Three(RECORDED["three"]["start"], Value), RECORDED["three"]
    assert three.loss == close(case["loss"])
    assert gradients(Value, case["start"]) == close(tuple(case["grads"]))
    three.step(case["lr"])
    assert three.numbers == close(tuple(case["stepped"]))
    assert three.loss == close(case["then"])


@pytest.mark.parametrize("case", RECORDED["optimisers"], ids=lambda case: f"{case['name']} {case['options']}")
def test_optimiser_walks_the_path_of_pytorch(case):
    parameters = [Value(x) for x in case["start"]]
    optimiser = getattr(optim, case["name"])(parameters, **case["options"])
    for expected in case["trajectory"]:
        optimiser.zero_grad()
        eval(case["objective"], {}, dict(zip("abc", parameters, strict=True))).backward()
        optimiser.step()
        assert [p.data for p in parameters] == close(expected)


@pytest.mark.parametrize("case", RECORDED["losses"], ids=lambda case: f"{case['name']} of {case['x']}")
def test_loss_and_gradients_equal_pytorch(case):
    in_rows = isinstance(case["x"][0], list)
    rows = [[Value(x) for x in row] for row in (case["x"] if in_rows else [case["x"]])]
    loss = getattr(losses, case["name"])(rows if in_rows else rows[0], case["labels"])
    loss.backward()
    grads = [[v.grad for v in row] for row in rows]
    assert loss.data == close(case["data"])
    for ours, theirs in zip(grads, case["grads"] if in_rows else [case["grads"]], strict=True):
        assert ours == close(theirs)


@pytest.mark.parametrize("case", RECORDED["networks"], ids=lambda case: case["activation"])
def test_network_and_its_gradients_equal_pytorch(case):
    nin, *nouts = case["sizes"]
    model = nn.MLP(nin, nouts, activation=case["activation"])
    for p, x in zip(model.parameters(), case["parameters"], strict=True):
        p.data = x
    scores = [model(x) for x in case["X"]]
    loss = losses.mean_squared_error(scores, case["y"])
    loss.backward()
    # Sums of some twenty products that cancel in part: held to the size of the largest.
    assert [s.data for s in scores] == pytest.approx(case["scores"], rel=1e-12, abs=1e-14)
    assert loss.data == close(case["loss"])
    assert [p.grad for p in model.parameters()] == pytest.approx(case["grads"], rel=1e-12, abs=1e-14)


def test_the_recording_covers_every_op():
    written = " ".join(case["text"] for case in RECORDED["expressions"])
    marks = ("+", "-", "*", "/", "**", "-a", ".relu()", ".tanh()", ".exp()", ".log()", ".sigmoid()")
    assert [mark for mark in marks if mark not in written] == []


@pytest.mark.long
def test_the_recording_made_anew_is_the_one_we_keep(tmp_path):
    pytest.importorskip("torch", reason="PyTorch is not installed; `python3 start.py test --all` brings it")
    anew = tmp_path / "pytorch.json"
    subprocess.run([sys.executable, HERE / "record_pytorch.py", anew], check=True)
    paths, made = flat(RECORDED), flat(json.loads(anew.read_text(encoding="utf-8")))
    assert list(made) == list(paths)
    for path, x in made.items():
        least = 1e-14 if path.startswith("/networks") else 0  # sums that cancel, as above
        expected = pytest.approx(paths[path], rel=1e-12, abs=least) if isinstance(x, float) else paths[path]
        assert x == expected, path


def flat(tree, path=""):
    """Every leaf of nested lists and dicts, by its path."""
    if not isinstance(tree, list | dict):
        return {path: tree}
    pairs = tree.items() if isinstance(tree, dict) else enumerate(tree)
    return {k: v for key, branch in pairs for k, v in flat(branch, f"{path}/{key}").items()}


def test_the_numbers_of_pytorch_that_the_package_carries_are_the_recorded_ones():
    recorded = [[case["data"], *case["grads"]] for case in RECORDED["expressions"]]
    assert all(numbers in recorded for numbers in PYTORCH.values())
