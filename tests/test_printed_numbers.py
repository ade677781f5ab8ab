"""The last digits that BLAS and NumPy compute differ between processors: no notebook prints them."""

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = sorted(path for folder in ("lessons", "exercises", "solutions") for path in (ROOT / folder).glob("*.ipynb"))
MOST = 8  # significant digits
NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d*)?(?:[eE][-+]?\d+)?")

# Plain Python's sums with + and *, or math.exp: as many digits as the cell is about, the same on every machine.
EXACT = {
    ("lessons/gallery.ipynb", "20.000014000003"): "lesson 1's view",
    ("lessons/06_verify.ipynb", "3.0041660239464334"): "exp(1.1) in full: which digits a difference loses",
    ("lessons/06_verify.ipynb", "2.45960311115695"): "exp(0.9)",
    ("lessons/06_verify.ipynb", "2.7228145639474177"): "and the slope of the two",
    ("solutions/06_verify_solutions.ipynb", "138.833819"): "six decimals of a Value's gradient, above 100",
    ("solutions/06_verify_solutions.ipynb", "645.577259"): "six decimals of a Value's gradient, above 100",
}


def long_numbers(text):
    """The numbers in a text that have a decimal point or an exponent, and more than MOST significant digits."""
    for number in NUMBER.findall(text):
        digits = re.split("[eE]", number)[0].replace(".", "").lstrip("0")
        if not number.isdigit() and len(digits) > MOST:
            yield number


def printed(output):
    """The text of one output of a cell; pictures in pixels have none."""
    data = {"text": output.get("text", ""), "error": output.get("evalue", ""), **output.get("data", {})}
    for kind, text in data.items():
        if kind != "image/png" and not kind.endswith("json"):
            yield "".join(text)


def found():
    """Every long number in a committed output, as (notebook, number)."""
    for path in NOTEBOOKS:
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            for output in cell.get("outputs", []):
                for text in printed(output):
                    for number in long_numbers(text):
                        yield path.relative_to(ROOT).as_posix(), number


def test_no_output_has_more_digits_than_processors_agree_on():
    assert NOTEBOOKS
    more = set(found()) - set(EXACT)
    assert not more, f"round these, or say in EXACT why they are the same on every machine: {sorted(more)}"


def test_each_exception_is_still_printed():
    assert not set(EXACT) - set(found())


@pytest.mark.parametrize(
    "text",
    [
        "weight no. 5    2.0646\nweight 2.064612583107513",
        "[-1.23456789e-05]",
        "loss=0.00123456789,",
        "<td>12.3456789</td>",
        "array([1234567.891])",
        "width: 12.3456789px",
    ],
)
def test_a_number_with_more_digits_is_found(text):
    assert len(list(long_numbers(text))) == 1


@pytest.mark.parametrize("text", ["2.0646", "0.000012345678", "12345678.", "1234567890", "1e-12", "0.6.4.20261126"])
def test_a_number_with_few_digits_passes(text):
    assert not list(long_numbers(text))
