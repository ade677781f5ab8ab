"""Whatever a reply holds, a judge takes little time and memory for it, and gives no point for what is not right.

Twenty replies to each judge, thirty others with --all; a thousand are benchmarks/judges.py.
"""

import pytest

from .judging import exercises, faults, judged, right_results

EACH = [pytest.param(number, one, id=one.name) for number, one in exercises()]
SEED = 13


@pytest.mark.parametrize(("number", "one"), EACH)
def test_a_judge_is_bounded_and_gives_nothing_for_nothing(number, one):
    cases = one.cases(0)
    right = right_results(number, one, cases)
    assert list(faults(one, cases, right, judged(one, cases, right, 20, SEED))) == []


@pytest.mark.long
@pytest.mark.parametrize(("number", "one"), EACH)
def test_a_judge_is_bounded_for_thirty_others(number, one):
    cases = one.cases(1)
    right = right_results(number, one, cases)
    assert list(faults(one, cases, right, judged(one, cases, right, 30, SEED + 1))) == []
