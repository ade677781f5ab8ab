"""The benchmark's peers compute the same: what is timed is right."""

import random
import sys
from pathlib import Path

import pytest

np = pytest.importorskip("numpy")
sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
import arrays  # noqa: E402  (after the path to it)
import gpt_arrays  # noqa: E402
import gpt_scalars  # noqa: E402
import peers  # noqa: E402
import scalars  # noqa: E402

MOONS = peers.moons(samples=7, hidden=3)
NAMES = ["bo", "ana", "wolfeschlegelsteinhausen"]  # the last one is longer than a block
GPT = gpt_scalars.problem() | {"names": NAMES}


def numbers(contender, problem, steps=0):
    """What all contenders agree on, after so many steps."""
    job = contender.training(problem)
    for _ in range(steps):
        job.step()
    return job.check()


def close(mine, theirs):
    return np.allclose(mine, theirs, rtol=0, atol=1e-12)


@pytest.fixture(scope="module")
def eager_gpt():
    return numbers(gpt_scalars.EagerGPT("microgpt", "off"), GPT)


@pytest.mark.parametrize("stretch", [1, 3, 2500])
@pytest.mark.parametrize("steps", [0, 3])
def test_the_moons_by_hand_are_the_engines(stretch, steps, monkeypatch):
    monkeypatch.setattr(arrays.Hand, "STRETCH", stretch)
    assert close(numbers(arrays.Hand(), MOONS, steps), numbers(scalars.Eager("micrograd_lab"), MOONS, steps))


def test_a_learning_rate_by_hand_may_change_between_steps():
    by_turns, at_once = (arrays.Hand().training(MOONS | {"alpha": 0.0}) for _ in range(2))
    start = np.array(MOONS["start"])
    gradient = np.array(at_once.check()[1:])
    by_turns.step(0.3)
    moved = MOONS | {"alpha": 0.0, "start": list(start - 0.3 * gradient)}
    assert close(by_turns.check(), arrays.Hand().training(moved).check())


def test_the_gpt_by_hand_has_the_losses_gradients_and_steps_of_an_eager_value(eager_gpt):
    assert len(eager_gpt) == 1 + 4192 + len(NAMES) + 4192
    assert close(numbers(gpt_arrays.HandGPT(), GPT), eager_gpt)


def test_a_learners_gpt_is_the_eager_one(eager_gpt):
    short = GPT | {"names": NAMES[:1]}
    mine = numbers(gpt_scalars.EagerGPT("learner", "once a step"), short)
    assert close(mine[: 1 + 4192], eager_gpt[: 1 + 4192])


def test_the_names_are_of_letters_and_those_timed_are_as_long_as_all_of_them():
    names = gpt_scalars.NAMES.read_text(encoding="utf-8").split()
    assert names == sorted(set(names))
    assert all(name.isascii() and name.isalpha() and name.islower() for name in names)
    some = gpt_scalars.problem()["names"]
    assert abs(sum(map(len, some)) / len(some) - sum(map(len, names)) / len(names)) < 0.1


def test_the_start_is_the_learners():
    random.seed(0)
    model = gpt_scalars.engine().GPT(gpt_scalars.LETTERS)
    assert len(model.parameters()) == len(GPT["start"]) == 4192


def test_pytorch_has_the_same_moons():
    pytest.importorskip("torch", reason="PyTorch is not installed; `python3 start.py test --all` brings it")
    import arrays_torch

    for steps in (0, 3):
        mine = numbers(arrays_torch.Torch(), MOONS, steps)
        assert close(mine, numbers(arrays.Hand(), MOONS, steps))


def test_pytorch_has_the_same_gpt(eager_gpt):
    pytest.importorskip("torch", reason="PyTorch is not installed; `python3 start.py test --all` brings it")
    import gpt_torch

    assert close(numbers(gpt_torch.TorchGPT(), GPT), eager_gpt)


@pytest.mark.long
def test_pytorch_has_the_same_gpt_and_moons_with_a_whole_step_compiled(eager_gpt):
    pytest.importorskip("torch", reason="PyTorch is not installed; `python3 start.py test --all` brings it")
    import arrays_torch
    import gpt_torch

    assert close(numbers(gpt_torch.TorchGPT("step"), GPT), eager_gpt)
    mine = numbers(arrays_torch.Torch("step"), MOONS, 3)
    assert close(mine, numbers(arrays.Hand(), MOONS, 3))
