import re
import subprocess
import sys
from xml.etree import ElementTree

import pytest

from micrograd_lab import draw

NAMES = {
    "data": "data",
    "numbers": "numbers that remember",
    "loss": "loss: how wrong?",
    "gradient": "gradient: which way, and how much does each matter?",
    "step": "step: turn each a little,",
}


def bold(picture):
    texts = ElementTree.fromstring(picture.svg).iter("{http://www.w3.org/2000/svg}text")
    return {t.text for t in texts if t.get("font-weight") == "bold"}


@pytest.mark.parametrize("part", NAMES)
def test_a_part_alone_is_bold_and_the_others_are_not(part):
    assert bold(draw.machine(part)) & set(NAMES.values()) == {NAMES[part]}


def test_without_a_name_all_parts_are_lit():
    assert bold(draw.machine()) == bold(draw.machine(*NAMES)) >= set(NAMES.values())


def test_the_order_of_the_names_changes_nothing():
    assert draw.machine("gradient", "numbers").svg == draw.machine("numbers", "gradient").svg


def test_in_words_a_star_stands_before_what_is_lit():
    picture = draw.machine("numbers", "gradient")
    rows = picture.text.splitlines()
    assert rows[0] == picture.sentence == "The machine that learns. Lit: numbers, gradient."
    assert [row[2:].split()[0] for row in rows[1:] if row.startswith("*")] == ["numbers", "gradient"]
    assert draw.machine().sentence == "The machine that learns. Lit: all of it."


def test_colour_belongs_to_the_gradient_alone():
    coloured = "#b44c00"
    assert coloured not in draw.machine("data", "numbers", "loss", "step").svg
    assert coloured in draw.machine("gradient").svg


def test_the_picture_brings_its_own_paper_and_has_no_ids():
    svg = draw.machine().svg
    first = next(iter(ElementTree.fromstring(svg)))
    assert (first.tag.partition("}")[2], first.get("fill")) == ("rect", "#ffffff")
    assert not re.search(r'\bid="', svg)


def test_another_name_is_told_the_five():
    with pytest.raises(ValueError, match="data, numbers, loss, gradient, step"):
        draw.machine("weights")


def test_another_process_draws_the_same():
    code = "from micrograd_lab import draw; print(draw.machine('loss').svg)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8")
    assert run.stdout.rstrip("\n") == draw.machine("loss").svg
