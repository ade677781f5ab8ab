"""What is said is a plain literal with named fields, so that it can be said in another language."""

import ast
import re
from pathlib import Path

import pytest

import micrograd_lab

PACKAGE = Path(micrograd_lab.__file__).parent
VIEWS = [PACKAGE / "live" / "views" / name for name in ("graph.py", "backward.py", "fill.py", "roads.py")]
FILES = [
    *VIEWS,
    *(
        path
        for folder in ("draw", "experiments", "live/base", "live/views/neuron", "grading/**")
        for path in PACKAGE.glob(f"{folder}/*.py")
    ),
]
FILES = [path for path in FILES if path.name != "layout.py"]  # it says nothing but what is missing on a machine
TAG = re.compile(r"<[^<>]*(>|$)|^[^<>]*\">")  # of a page, whole or cut by a field
PICTURE = {"node value v", "value v"}  # classes in a picture


def said(source):
    """The texts in f-strings in which two words stand side by side, but for what `code` types."""
    tree = ast.parse(source)
    codes = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name == "code"]
    typed = {part for code in codes for part in ast.walk(code)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr) and node not in typed:
            for part in node.values:
                if isinstance(part, ast.Constant) and re.search(r"[A-Za-z']+ [a-z]+", TAG.sub("", part.value)):
                    yield part.value


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_sentence_is_an_f_string(path):
    assert set(said(path.read_text(encoding="utf-8"))) <= PICTURE


def test_a_sentence_in_an_f_string_would_be_found():
    assert list(said('f"{name} is the output"')) == [" is the output"]
    assert list(said('f"<p class={x}>{y} is the output</p>"')) == [" is the output</p>"]
    assert list(said('f"{x:.3f} of {y}"')) == list(said('f\'<p class="soft line" id="{x}">\'')) == []


def test_the_page_has_no_words_of_its_own_beside_a_graph():
    """Sentences come with the numbers, names of controls with `words`."""
    for name in ("graph.js", "shared.js"):
        source = (PACKAGE / "live" / "base" / "static" / name).read_text(encoding="utf-8")
        code = re.sub(r"//.*", "", source)
        texts = re.findall(r'"([^"\n]*)"|`([^`\n]*)`', code)
        prose = [
            text
            for pair in texts
            for text in pair
            if re.search(r"[a-z]{2,} [a-z]{2,}", re.sub(r"\$\{[^}]*\}", "", text))
        ]
        assert prose == []
