"""What a lesson says of many seeds is still so, stands in the lesson as it is quoted, and is found, not listed."""

import sys
from pathlib import Path

import pytest

from micrograd_lab.authoring.claims import COUNTS, claim, claims, says
from micrograd_lab.authoring.course import COURSE

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
import claims as script

FEW = 4  # seeds of each claim, where not all are asked for
EVERY = [(lesson, one) for lesson, found in claims().items() for one in found]
NAMED = [f"{lesson}, {one.name}" for lesson, one in EVERY]
PAGE = """# # 3 Tiny
#
# A rate of 0.1 is **enough** in 7 of
# 10 starts, and the mean is 4.5.
"""
CLAIMS = """
from micrograd_lab.authoring.claims import claim

@claim("A rate of 0.1 is **enough** in 7 of 10 starts", seeds=10, exactly={exactly})
def is_enough(seed):
    return seed < 7

@claim("{mean}", seeds=10, close=(4.5, 3.0))
def mean_seed(seed):
    return float(seed)
"""


def tiny(folder, exactly=7, mean="the mean is 4.5"):
    """A course of one lesson with two claims."""
    lesson = folder / "03_tiny"
    lesson.mkdir()
    (lesson / "lesson.py").write_text(PAGE, encoding="utf-8")
    (lesson / "claims.py").write_text(CLAIMS.format(exactly=exactly, mean=mean), encoding="utf-8")
    return folder


@pytest.mark.parametrize(("lesson", "one"), EVERY, ids=NAMED)
def test_a_claim_can_still_be_true_after_some_seeds(lesson, one):
    assert one.run(range(FEW)).holds


@pytest.mark.long
@pytest.mark.parametrize(("lesson", "one"), EVERY, ids=NAMED)
def test_a_claim_is_true_of_all_its_seeds(lesson, one):
    assert one.run().holds


def test_each_sentence_stands_in_its_lesson():
    written = [(lesson, one) for lesson, one in EVERY if (COURSE / lesson / "lesson.py").exists()]
    assert [(lesson, one.sentence) for lesson, one in written if not says(lesson, one.sentence)] == []


def test_the_table_has_a_row_for_each_claim():
    text = script.WRITTEN.read_text(encoding="utf-8")
    rows = [line.split(" | ")[:4] for line in text.splitlines()[8:]]
    bounds = [f"{one.bound.replace('_', ' ')} {one.value}" for _, one in EVERY]
    wanted = zip(EVERY, bounds, strict=True)
    assert rows == [[f"| {name}", one.sentence.replace("|", "\\|"), one.name, bound] for (name, one), bound in wanted]


def test_claims_are_found_by_their_place(tmp_path):
    (found,) = claims(tiny(tmp_path)).values()
    assert [one.name for one in found] == ["is enough", "mean seed"]
    assert [one.run().holds for one in found] == [True, True]
    assert list(claims(tmp_path, "04")) == []


def test_a_sentence_is_found_however_its_lines_are_broken_and_no_other(tmp_path):
    tiny(tmp_path)
    assert says("03_tiny", "is **enough** in 7 of 10 starts, and", tmp_path)
    for other in ("is enough in 7 of 10", "in 8 of 10 starts", "of 10 starts and"):
        assert not says("03_tiny", other, tmp_path)


@pytest.mark.parametrize(
    ("changed", "verdict"), [({"exactly": 8}, script.FALSE), ({"mean": "the mean is 4.6"}, script.NOWHERE)]
)
def test_the_script_refuses_what_is_no_longer_so(tmp_path, monkeypatch, changed, verdict):
    def found(folder):
        monkeypatch.setattr(script, "WRITTEN", folder / "CLAIMS.md")
        monkeypatch.setattr(script, "claims", lambda which: claims(folder, which))
        monkeypatch.setattr(script, "says", lambda lesson, sentence: says(lesson, sentence, folder))
        return script.main(), script.WRITTEN.read_text(encoding="utf-8")

    for name in ("right", "wrong"):
        (tmp_path / name).mkdir()
    so, page = found(tiny(tmp_path / "right"))
    assert so
    assert page.count("| holds |") == 2
    assert "| 7 of 10 |" in page
    so, page = found(tiny(tmp_path / "wrong", **changed))
    assert not so
    assert page.count(f"| {verdict} |") == 1


@pytest.mark.parametrize(
    ("bound", "true", "false"),
    [
        ({"at_least": 7}, [1] * 7 + [0] * 3, [1] * 6 + [0] * 4),
        ({"at_most": 7}, [1] * 7 + [0] * 3, [1] * 8 + [0] * 2),
        ({"exactly": 7}, [1] * 7 + [0] * 3, [1] * 8 + [0] * 2),
        ({"above": 0.0}, [1.0, 2.0] * 5, [1.0, 2.0, -1.0, 2.0, 0.0] * 2),
        ({"below": 0.0}, [-1.0, -2.0] * 5, [-1.0, -2.0, 1.0, -2.0, 0.0] * 2),
        ({"above": 1.0}, [2.0] * 10, [1.0] * 10),
        ({"above": 0.0}, [1.0] * 10, [float("nan")] * 10),
        ({"close": (1.5, 1.0)}, [1.0, 2.0] * 5, [3.0, 2.2] * 5),
        ({"close": (1.5, 1.0)}, [1.0, 2.0] * 5, [-8.0, 11.0] * 5),
    ],
)
def test_a_bound_holds_where_it_is_so_and_nowhere_else(bound, true, false):
    for numbers, so in ((true, True), (false, False)):
        numbers = [bool(x) for x in numbers] if bound.keys() <= {*COUNTS} else numbers
        assert claim("", seeds=10, **bound)(numbers.__getitem__).run().holds == so


def test_three_standard_errors_are_what_statistics_says_they_are():
    """1.0 and 3.0 in turn, ten of each: a standard deviation of sqrt(20 / 19), an error of it by sqrt(20)."""
    made = claim("", seeds=20, above=0.0)(lambda seed: 1.0 + 2.0 * (seed % 2))
    assert made.run().error == pytest.approx((1 / 19) ** 0.5)


@pytest.mark.parametrize("shift", [1e-9, -1e-9])
def test_a_mean_of_three_standard_errors_is_the_limit(shift):
    low = 3 * (1 / 19) ** 0.5 - 1.0 + shift
    made = claim("", seeds=20, above=0.0)(lambda seed: low + 2.0 * (seed % 2))
    assert made.run().holds == (shift > 0)


@pytest.mark.parametrize(("bound", "so"), [({"at_least": 28}, False), ({"at_least": 27}, True), ({"exactly": 0}, True)])
def test_some_seeds_refuse_a_count_that_can_no_longer_be(bound, so):
    """Of 30 seeds the first three are not so."""
    assert claim("", **bound)(lambda seed: seed > 2).run(range(3)).holds == so


def test_one_bound_is_asked_for_and_numbers_of_its_kind():
    for wrong in ({}, {"above": 0, "below": 1}, {"at": 3}):
        with pytest.raises(ValueError, match="one of at_least"):
            claim("x", **wrong)
    with pytest.raises(TypeError, match="True or False"):
        claim("x", exactly=3)(lambda seed: 0.5).run()
    with pytest.raises(TypeError, match="a number"):
        claim("x", above=3)(lambda seed: seed > 3).run()
