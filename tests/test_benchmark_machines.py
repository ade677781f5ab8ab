"""What benchmarks/machines.py times of the kit computes what NumPy by hand does, in each machine."""

import sys
from pathlib import Path

import pytest

np = pytest.importorskip("numpy")
sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
import arrays  # noqa: E402  (after the path to it)
import gpt_arrays  # noqa: E402
import gpt_scalars  # noqa: E402
import kit  # noqa: E402
import peers  # noqa: E402

MOONS = peers.moons(samples=7, hidden=3)


@pytest.mark.parametrize("contender", [kit.Moons, kit.LearnersMoons])
@pytest.mark.parametrize("machine", kit.MACHINES)
def test_a_hundred_steps_on_the_moons_end_where_those_by_hand_do(contender, machine):
    mine, theirs = contender(machine).training(MOONS), arrays.Hand().training(MOONS)
    assert np.allclose(mine.check(), theirs.check(), rtol=0, atol=1e-12)
    mine.step()
    for _ in range(mine.share):
        theirs.step()
    assert np.allclose(mine.check(), theirs.check(), rtol=0, atol=1e-9)


def test_a_name_of_any_length_trains_one_recording_of_the_gpt_as_by_hand():
    names = gpt_scalars.problem() | {"names": ["bo", "ana", "wolfeschlegelsteinhausen"]}
    mine, theirs = (contender.training(names).check() for contender in (kit.GPT("tape"), gpt_arrays.HandGPT()))
    assert np.allclose(mine, theirs, rtol=0, atol=1e-12)
