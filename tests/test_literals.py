"""What is said is a plain literal with named fields, so that it can be said in another language."""

import ast
import re
from pathlib import Path

import pytest

import micrograd_lab

PACKAGE = Path(micrograd_lab.__file__).parent
# What speaks to a learner or a teacher: folders and files.
ROOMS = ("checks", "experiments", "draw", "live", "grading", "journal", "authoring", "mine")
ROOMS += ("cli.py", "learner_folder.py", "trust.py", "server.py")
TAG = re.compile(r"<[^<>]*(>|$)|^[^<>]*\">")  # of a page, whole or cut by a field
FILES = [path for room in ROOMS for path in sorted(PACKAGE.glob(room if room.endswith(".py") else f"{room}/**/*.py"))]
# What an f-string may hold all the same, and why.
IDS = {" left out", " chosen", "without upstream in ", ", without upstream", "= in "}  # misconceptions, in journals
PICTURE = {"node value v", "value v"}  # classes in a picture
PATHS = {"lesson_", ".lesson_", ".json"}
OTHERS = {
    " deep",
    "for ",
    "Number(data=",
    "Taped(data=",
    ", grad=",
}  # a seed, Python's own words, what code shows of itself
WORDS = r"[A-Za-z']+ [a-z]+"  # two, side by side
WORD = r"[A-Za-z]{2,}"  # one is enough where nothing is drawn, and nothing is a tag


def place(path):
    return path.relative_to(PACKAGE).as_posix()


def said(source, words=WORDS):
    """The texts in f-strings that hold words, but for what `code` types and the formats of numbers."""
    tree = ast.parse(source)
    codes = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name == "code"]
    formats = [node.format_spec for node in ast.walk(tree) if isinstance(node, ast.FormattedValue) and node.format_spec]
    typed = {part for code in (*codes, *formats) for part in ast.walk(code)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr) and node not in typed:
            for part in (part for part in ast.walk(node) if isinstance(part, ast.Constant)):
                if re.search(words if part in node.values else WORDS, TAG.sub("", str(part.value))):
                    yield part.value


@pytest.mark.parametrize("path", FILES, ids=place)
def test_no_sentence_is_an_f_string(path):
    source = path.read_text(encoding="utf-8")
    assert set(said(source, WORD if place(path).startswith("checks/") else WORDS)) <= PICTURE | IDS | PATHS | OTHERS


@pytest.mark.parametrize("room", ROOMS)
def test_each_room_that_speaks_is_looked_through(room):
    assert any(place(path).startswith(room) for path in FILES)


def test_a_sentence_in_an_f_string_would_be_found():
    assert list(said('f"{name} is the output"')) == [" is the output"]
    assert list(said('f"<p class={x}>{y} is the output</p>"')) == [" is the output</p>"]
    assert list(said('f"{x:.3f} of {y}"')) == list(said('f\'<p class="soft line" id="{x}">\'')) == []
    assert list(said('f"{x:.3f} of {y:>10}"', WORD)) == [" of "]
    assert list(said("""f"{case['name']}{says or 'Fill it in.'}" """, WORD)) == ["Fill it in."]


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
